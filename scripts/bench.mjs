/**
 * `npm run bench [-- name …] [--write] [--dist <folder>]`: the figures the project promises, as ratios measured side by side
 * in one run. `--write` puts them into docs/benchmarks.md; `--dist` measures another build of the action.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundling } from './bench/bundling.mjs';
import { coldStart } from './bench/cold-start.mjs';
import { downtime } from './bench/downtime.mjs';
import { large } from './bench/large.mjs';
import { simulatorLoad } from './bench/simulator-load.mjs';
import { soak } from './bench/soak.mjs';
import { summary } from './bench/summary.mjs';
import { tenPipelines } from './bench/ten-pipelines.mjs';
import { upload } from './bench/upload.mjs';
import { waiting } from './bench/waiting.mjs';
import { writeTable } from './bench/write.mjs';
import { ensureReady, ROOT } from './bootstrap.mjs';
import { node24 } from './node24.mjs';

const BENCHES = {
  'cold-start': coldStart,
  waiting,
  'ten-pipelines': tenPipelines,
  bundling,
  upload,
  downtime,
  summary,
  'simulator-load': simulatorLoad,
  large,
  soak,
};

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
const measured = new Map();
const node = node24();
let broken = 0;
try {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`${name} …`);
    const load = loadavg()[0].toFixed(1);
    try {
      measured.set(name, { rows: await bench({ directory, node, action }), date: today(), load });
    } catch (error) {
      // One that cannot be measured says so and does not take the others with it.
      broken += 1;
      console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    }
    if (values.write) await writeTable(Object.keys(BENCHES), measured, node);
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
const rows = [...measured.values()].flatMap((one) => one.rows);
broken += rows.filter(({ met }) => met === false).length;
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

function today() {
  return new Date().toISOString().slice(0, 10);
}
