/**
 * `npm run build`: src/ → lib/ (tsc) → dist/ (ncc), readable, with licences and source map; the same bytes everywhere.
 * `--check` builds into a temporary folder and fails when dist/ differs, naming the files.
 */
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, ensureReady, filesBelow, ROOT, run } from './bootstrap.mjs';
import { node24 } from './node24.mjs';

const DIST = join(ROOT, 'dist');

/** Fails on a bundle that only fails when it is started: ncc writes such a stub for a module that it did not find. */
function refuseMissingModules(directory) {
  for (const file of filesBelow(directory).filter((name) => name.endsWith('.js'))) {
    const missing = /webpackMissingModule|Cannot find module '([^']+)'"\)/.exec(
      readFileSync(join(directory, file), 'utf8'),
    );
    if (missing) throw new Error(`${file} lacks a module: ${missing[1] ?? missing[0]}`);
  }
}

/** Line ends as git stores them, and no address of this machine. */
function normalise(directory) {
  for (const file of filesBelow(directory)) {
    const path = join(directory, file);
    const text = readFileSync(path, 'utf8');
    const clean = text.replaceAll('\r\n', '\n');
    if (clean !== text) writeFileSync(path, clean);
    for (const trace of [ROOT, ROOT.replaceAll('\\', '/'), ROOT.replaceAll('\\', '\\\\')]) {
      if (clean.includes(trace)) throw new Error(`${file} contains the path of this folder (${trace})`);
    }
  }
}

function bundle(directory) {
  console.log('Bundling lib/index.js (ncc) …');
  const ncc = join('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  run(node24(), [
    ncc,
    'build',
    join('lib', 'index.js'),
    '--out',
    directory,
    '--source-map',
    '--no-source-map-register',
    '--license',
    'licenses.txt',
    '--no-cache',
    '--quiet',
  ]);
  writeFileSync(join(directory, 'post.js'), POST_ENTRY);
  refuseMissingModules(directory);
  normalise(directory);
}

/** A file of its own for the post phase: nothing that the main phase may have failed to save decides which one this is. */
const POST_ENTRY = "process.env.BEANSTALK_ROLLOUT_PHASE = 'post';\nawait import('./index.js');\n";

function differences(built) {
  const names = new Set([...filesBelow(built), ...filesBelow(DIST)]);
  const read = (directory, name) => {
    try {
      return readFileSync(join(directory, name));
    } catch {
      return undefined;
    }
  };
  return [...names].sort().flatMap((name) => {
    const [ours, theirs] = [read(built, name), read(DIST, name)];
    if (ours === undefined) return [`${name}: is in dist/ but is not built`];
    if (theirs === undefined) return [`${name}: is built but is not in dist/`];
    return ours.equals(theirs) ? [] : [`${name}: differs`];
  });
}

await ensureReady();
compile({ fresh: true });
const temporary = mkdtempSync(join(ROOT, 'lib', '.dist-'));
try {
  bundle(temporary);
  if (process.argv.includes('--check')) {
    const found = differences(temporary);
    for (const line of found) console.error(`dist/${line}`);
    if (found.length > 0) {
      console.error('dist/ is not what src/ builds. Run `npm run build` and commit dist/.');
      process.exitCode = 1;
    } else {
      console.log('dist/ is what src/ builds.');
    }
  } else {
    rmSync(DIST, { recursive: true, force: true });
    renameSync(temporary, DIST);
    chmodSync(DIST, 0o755);
    const size = filesBelow(DIST).reduce((sum, name) => sum + readFileSync(join(DIST, name)).length, 0);
    console.log(`dist/ holds ${filesBelow(DIST).length} files, ${(size / 1e6).toFixed(1)} MB.`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
