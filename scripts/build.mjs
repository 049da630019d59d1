/**
 * `npm run build`: src/ → lib/ (tsc) → dist/ and simulator/dist/ (ncc), readable, with licences and source map; the same
 * bytes everywhere. `--check` builds into a temporary folder and fails when one differs, naming the files. `--out <folder>`
 * builds the action alone, into that folder, to try a change without touching dist/.
 */
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compile, ensureReady, filesBelow, ROOT, run } from './bootstrap.mjs';
import { node24 } from './node24.mjs';
import { withEsModules } from './sdk-modules.mjs';

/** `phase`: the variable by which the post phase of the same bundle is told. */
const BUNDLES = [
  { entry: join('lib', 'index.js'), dist: 'dist', phase: 'BEANSTALK_ROLLOUT_PHASE' },
  { entry: join('lib', 'rehearsal', 'index.js'), dist: 'simulator/dist', phase: 'BEANSTALK_SIMULATOR_PHASE' },
];

/** Fails on a bundle that only fails when it is started: ncc writes such a stub for a module that it did not find. */
function refuseMissingModules(directory) {
  for (const file of filesBelow(directory).filter((name) => name.endsWith('.js'))) {
    const missing = /webpackMissingModule|Cannot find module '([^']+)'"\)/.exec(
      readFileSync(join(directory, file), 'utf8'),
    );
    if (missing) throw new Error(`${file} lacks a module: ${missing[1] ?? missing[0]}`);
  }
}

/** Of a package that was taken in both forms, half would be there twice, and what is one thing would be two. */
function refuseSecondForm(directory) {
  for (const file of filesBelow(directory).filter((name) => name.endsWith('.js.map'))) {
    const { sources } = JSON.parse(readFileSync(join(directory, file), 'utf8'));
    const second = sources.find((source) => /node_modules\/@(aws|aws-sdk|smithy)\/.*\/dist-cjs\//.test(source));
    if (second) throw new Error(`${file} holds ${second}, which is CommonJS: see scripts/sdk-modules.mjs`);
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

function bundle({ entry, phase }, directory) {
  console.log(`Bundling ${entry} (ncc) …`);
  const ncc = join('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  const options = ['--source-map', '--no-source-map-register', '--license', 'licenses.txt', '--no-cache', '--quiet'];
  const env = withEsModules(join(ROOT, 'lib', '.bundle.json'));
  run(node24(), [ncc, 'build', entry, '--out', directory, ...options], { env });
  refuseSecondForm(directory);
  writeFileSync(join(directory, 'post.js'), postEntry(phase));
  refuseMissingModules(directory);
  normalise(directory);
}

/** A file of its own for the post phase: nothing that the main phase may have failed to save decides which one this is. */
const postEntry = (phase) => `process.env.${phase} = 'post';\nawait import('./index.js');\n`;

function differences(built, dist) {
  const names = new Set([...filesBelow(built), ...filesBelow(dist)]);
  const read = (directory, name) => {
    try {
      return readFileSync(join(directory, name));
    } catch {
      return undefined;
    }
  };
  return [...names].sort().flatMap((name) => {
    const [ours, theirs] = [read(built, name), read(dist, name)];
    if (ours === undefined) return [`${name}: is there but is not built`];
    if (theirs === undefined) return [`${name}: is built but is not there`];
    return ours.equals(theirs) ? [] : [`${name}: differs`];
  });
}

function check(part, built) {
  const found = differences(built, join(ROOT, part.dist));
  for (const line of found) console.error(`${part.dist}/${line}`);
  if (found.length === 0) return console.log(`${part.dist}/ is what src/ builds.`);
  console.error(`${part.dist}/ is not what src/ builds. Run \`npm run build\` and commit ${part.dist}/.`);
  process.exitCode = 1;
}

function replace(dist, built) {
  rmSync(dist, { recursive: true, force: true });
  renameSync(built, dist);
  chmodSync(dist, 0o755);
  const size = filesBelow(dist).reduce((sum, name) => sum + readFileSync(join(dist, name)).length, 0);
  console.log(`${dist} holds ${filesBelow(dist).length} files, ${(size / 1e6).toFixed(1)} MB.`);
}

await ensureReady();
compile({ fresh: true });
const out = process.argv.includes('--out') ? process.argv[process.argv.indexOf('--out') + 1] : undefined;
for (const part of out === undefined ? BUNDLES : BUNDLES.slice(0, 1)) {
  const temporary = mkdtempSync(join(out === undefined ? join(ROOT, 'lib') : dirname(resolve(out)), '.dist-'));
  try {
    bundle(part, temporary);
    if (process.argv.includes('--check')) check(part, temporary);
    else replace(out === undefined ? join(ROOT, part.dist) : resolve(out), temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
