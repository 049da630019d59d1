/**
 * Thirty thousand installed files into a bundle, as a run makes it (which files belong into it, checks, zip, identity), beside
 * `zip -r` at the same level and `archiver` from npm.
 */
import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { exists, mb, median, root, run } from './measure.mjs';

const FILES = 30_000;
const ROUNDS = 3;
/** Larger ones are programs, which no application has by the hundred. */
const LARGEST = 1_000_000;

export async function bundling({ directory, node }) {
  const tree = join(directory, 'tree');
  const bytes = makeTree(tree);
  const ours = [];
  const theirs = [];
  let peak = 0;
  const script = join(directory, 'pack.mjs');
  const made = join(directory, 'ours.zip');
  await writeFile(script, MAKE(tree, made));
  const hasZip = await exists('zip');
  const zipped = join(directory, 'theirs.zip');
  for (let round = 0; round < ROUNDS; round += 1) {
    const packed = await run(node, [script]);
    if (packed.code !== 0) throw new Error(packed.out);
    ours.push(packed.took);
    peak = Math.max(peak, packed.peak ?? 0);
    if (hasZip) theirs.push((await run('zip', ['-qr6', '-FS', `${zipped}-${round}.zip`, '.'], { cwd: tree })).took);
  }
  const seconds = (times) => `${(median(times) / 1000).toFixed(1)} s`;
  const figure = `bundling of ${FILES} files, ${mb(bytes)}`;
  const size = statSync(made).size;
  const rows = [{ figure: 'peak memory, bundling', ours: mb(peak) }];
  if (!hasZip)
    return [{ figure, ours: seconds(ours), note: 'zip is not on the PATH: nothing to compare with' }, ...rows];
  const ratio = median(theirs) / median(ours);
  const beside = statSync(`${zipped}-0.zip`).size;
  rows.unshift(
    {
      figure,
      ours: seconds(ours),
      beside: `zip -r ${seconds(theirs)}`,
      ratio: ratio.toFixed(2),
      bar: '≥ 1.5',
      met: ratio >= 1.5,
    },
    {
      figure: 'size of that bundle',
      ours: mb(size),
      beside: `zip -r ${mb(beside)}`,
      ratio: (size / beside).toFixed(3),
      bar: '≤ 1.03',
      met: size / beside <= 1.03,
    },
  );
  const archiver = await withArchiver(directory, node, tree);
  if (archiver !== undefined) {
    rows.splice(1, 0, {
      figure,
      ours: seconds(ours),
      beside: `archiver ${seconds([archiver])}`,
      ratio: (archiver / median(ours)).toFixed(2),
    });
  }
  return rows;
}

/** What is installed here, as often as it takes. */
function makeTree(tree) {
  const source = join(root, 'node_modules');
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => statSync(path).size < LARGEST);
  let bytes = 0;
  for (let count = 0; count < FILES; count += 1) {
    const file = files[count % files.length];
    const to = join(tree, `copy-${Math.floor(count / files.length)}`, relative(source, file));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(file, to);
    bytes += statSync(to).size;
  }
  return bytes;
}

const LIST = (tree) => `
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
const files = readdirSync(${JSON.stringify(tree)}, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile())
  .map((one) => join(one.parentPath, one.name));
const named = (path) => relative(${JSON.stringify(tree)}, path);
`;

const MAKE = (tree, to) => `
import { zipArchives } from ${JSON.stringify(join(root, 'lib/adapters/bundle/archives.js'))};
import { systemFiles } from ${JSON.stringify(join(root, 'lib/adapters/system/files.js'))};
import { systemRandom } from ${JSON.stringify(join(root, 'lib/adapters/system/random.js'))};
import { makeBundle } from ${JSON.stringify(join(root, 'lib/bundle/make.js'))};
const source = { kind: 'directory', path: ${JSON.stringify(tree)}, exclude: [], symlinks: 'preserve' };
const ports = { files: systemFiles, archives: zipArchives, random: systemRandom };
const made = await makeBundle(source, ${JSON.stringify(to)}, ports, () => {});
if (!made.ok) throw new Error(JSON.stringify(made.problems));`;

/** Milliseconds, or `undefined` where npm cannot get it. */
async function withArchiver(directory, node, tree) {
  const place = join(directory, 'archiver');
  mkdirSync(place, { recursive: true });
  await writeFile(join(place, 'package.json'), '{"private":true,"type":"module"}');
  const installed = await run('npm', ['install', '--no-audit', '--no-fund', '--silent', 'archiver@7'], {
    cwd: place,
  }).catch(() => ({ code: 1 }));
  if (installed.code !== 0) return undefined;
  const script = join(place, 'pack.mjs');
  await writeFile(
    script,
    `${LIST(tree)}
import { createWriteStream } from 'node:fs';
import archiver from 'archiver';
const zip = archiver('zip', { zlib: { level: 6 } });
const written = new Promise((resolve) => zip.pipe(createWriteStream(${JSON.stringify(join(directory, 'archiver.zip'))})).on('close', resolve));
for (const path of files) zip.file(path, { name: named(path), mode: 0o644 });
await zip.finalize();
await written;`,
  );
  const { code, took, out } = await run(node, [script]);
  if (code !== 0) throw new Error(out);
  return took;
}
