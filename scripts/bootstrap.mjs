/** What every script needs first: packages as in package-lock.json, and lib/ as in src/. Says what it does; does nothing twice. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Something that was to be expected went wrong: the message says it all, a stack would only hide it. */
class Failure extends Error {}

process.on('uncaughtException', (error) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exit(1);
});

/** Runs a command with its output shown; throws when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (result.error) throw new Failure(`${command} could not be started: ${result.error.message}`);
  if (result.status === 0) return;
  throw new Failure(`${[command, ...args].join(' ')} ended with ${result.status ?? result.signal}.`);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds what package-lock.json says; optional packages of other platforms may be absent. */
export function isInstalled() {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages;
  const present = readJson(join(ROOT, 'node_modules', '.package-lock.json'))?.packages;
  if (wanted === undefined || present === undefined) return false;
  for (const [path, { version, integrity, optional, link }] of Object.entries(wanted)) {
    if (path === '' || link) continue;
    const found = present[path];
    if (found === undefined) {
      if (optional) continue;
      return false;
    }
    if (found.version !== version || found.integrity !== integrity) return false;
  }
  return Object.keys(present).every((path) => wanted[path] !== undefined);
}

function install() {
  console.log('Installing the packages of package-lock.json (npm ci) …');
  const began = Date.now();
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args]);
  else run('npm', args, { shell: process.platform === 'win32' });
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** @returns {string[]} files below `directory`, as paths relative to it. */
export function filesBelow(directory) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(directory.length + 1))
    .sort();
}

/** In lib/: when it was last compiled as a whole. */
const STAMP = '.compiled';

/** The TypeScript compiler as a command of this Node. */
const TSC = join('node_modules', 'typescript', 'bin', 'tsc');

function sourceOf(compiled) {
  return join(ROOT, 'src', compiled.replace(/\.(js|js\.map|d\.ts)$/, '.ts'));
}

/** Compiled files whose source is gone: they would still be found by an import, or end up in the bundle. */
function removeStrays() {
  for (const file of filesBelow(join(ROOT, 'lib'))) {
    const isCompiled = /\.(js|js\.map)$/.test(file) && !file.startsWith('.');
    if (isCompiled && !existsSync(sourceOf(file))) rmSync(join(ROOT, 'lib', file));
  }
}

function isCompiled() {
  // A stamp of our own: the compiler's state file is also written by a check that emits nothing.
  const state = join(ROOT, 'lib', STAMP);
  if (!existsSync(state)) return false;
  const compiledAt = statSync(state).mtimeMs;
  const sources = filesBelow(join(ROOT, 'src')).map((file) => join(ROOT, 'src', file));
  const inputs = [...sources, join(ROOT, 'tsconfig.json'), join(ROOT, 'package-lock.json')];
  if (inputs.some((path) => statSync(path).mtimeMs > compiledAt)) return false;
  return sources
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .every((path) => existsSync(path.replace(`${sep}src${sep}`, `${sep}lib${sep}`).replace(/\.ts$/, '.js')));
}

/** Compiles src/ to lib/. `fresh`: everything, whatever was compiled before. */
export function compile({ fresh = false } = {}) {
  console.log('Compiling src/ to lib/ …');
  if (fresh) rmSync(join(ROOT, 'lib', '.tsbuildinfo'), { force: true });
  try {
    run(process.execPath, [TSC, '-p', 'tsconfig.json']);
  } catch (error) {
    // The compiler writes what it can even then: without its state, the next start compiles (and complains) again.
    rmSync(join(ROOT, 'lib', '.tsbuildinfo'), { force: true });
    throw error;
  }
  removeStrays();
  writeFileSync(join(ROOT, 'lib', STAMP), '');
}

/** Installs what is missing or out of date, and compiles when asked to and needed. */
export async function ensureReady({ compile: wanted = false } = {}) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Failure(`Node 20 or newer is needed; this is ${process.versions.node}.`);
  if (!isInstalled()) install();
  if (wanted && !isCompiled()) compile();
}
