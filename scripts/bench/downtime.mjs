/** What users lose under a constant stream of requests, by strategy: the stories of `npm start`, on real processes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './measure.mjs';

const STORIES = ['in-place', 'blue-green'];
/** All at once stops every instance, and a release that goes bad fails until it is gone; the others lose nothing. */
const LOSES = /^all-at-once$|goes bad/;

export async function downtime({ node }) {
  const { code, out } = await run(node, [join(root, 'lib/demo/main.js'), ...STORIES]);
  if (code !== 0) throw new Error(`the stories are not as promised: ${out.slice(-2000)}`);
  const rows = JSON.parse(await readFile(join(root, 'demo-report/rows.json'), 'utf8'));
  return rows.map(({ strategy, served, failed, outageMs, lowestHealthy, capacity }) => ({
    figure: `requests lost, ${strategy}`,
    ours: `${failed} of ${served + failed}, at most ${((outageMs ?? 0) / 1_000).toFixed(1)} s without an answer`,
    beside: `${lowestHealthy} of ${capacity} healthy at least`,
    ...(LOSES.test(strategy) ? {} : { bar: '0', met: failed === 0 }),
  }));
}
