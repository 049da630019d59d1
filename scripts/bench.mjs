/** `npm run bench`: the figures the project promises, as ratios measured side by side in one run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundling } from './bench/bundling.mjs';
import { coldStart } from './bench/cold-start.mjs';
import { large } from './bench/large.mjs';
import { simulatorLoad } from './bench/simulator-load.mjs';
import { summary } from './bench/summary.mjs';
import { upload } from './bench/upload.mjs';
import { waiting } from './bench/waiting.mjs';
import { ensureReady, ROOT } from './bootstrap.mjs';
import { node24 } from './node24.mjs';

const BENCHES = { 'cold-start': coldStart, waiting, bundling, upload, 'simulator-load': simulatorLoad, summary, large };

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string', default: join(ROOT, 'dist') }, write: { type: 'boolean', default: false } },
});
const action = join(resolve(values.dist), 'index.js');
await ensureReady({ compile: true });
const unknown = wanted.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`unknown benchmark: ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
const directory = await mkdtemp(join(tmpdir(), 'beanstalk-rollout-bench-'));
const rows = [];
let broken = 0;
try {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`${name} …`);
    for (const row of await bench({ directory, node: node24(), action })) {
      rows.push(row);
      if (row.met === false) broken += 1;
    }
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
const cells = [
  ['figure', 'ours', 'beside', 'ratio', 'bar', ''],
  ...rows.map((row) => [
    row.figure,
    row.ours,
    row.beside ?? '',
    row.ratio ?? '',
    row.bar ?? '',
    row.met === undefined ? (row.note ?? '') : row.met ? 'met' : 'MISSED',
  ]),
];
const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
console.log('');
for (const row of cells)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
process.exitCode = broken === 0 ? 0 : 1;
