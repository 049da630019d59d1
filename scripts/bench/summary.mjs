/** The job summary of 500 instances and 20 000 events: within a second, and within what GitHub takes. */
import { pathToFileURL } from 'node:url';
import { ms, root, run } from './measure.mjs';

export async function summary({ node }) {
  const loader = pathToFileURL(`${root}/__tests__/support/run-typescript.mjs`).href;
  const { code, out } = await run(node, ['--import', loader, `${root}/__tests__/support/measure-summary.ts`]);
  if (code !== 0) throw new Error(`the summary could not be measured: ${out}`);
  const found = JSON.parse(out.slice(out.indexOf('{')));
  return [
    {
      figure: 'summary, 500 instances, 20 000 events',
      ours: `${ms(found.first)} cold (${ms(found.cpu)} of a processor), ${ms(found.summary)} warm`,
      beside: `the same run as JSON ${ms(found.json)}`,
      ratio: (found.summary / found.json).toFixed(2),
      bar: '≤ 1 s',
      met: found.first <= 1_000,
    },
    {
      figure: 'its size',
      ours: `${Math.round(found.bytes / 1024)} KiB`,
      beside: 'GitHub takes 1024 KiB',
      ratio: (found.bytes / 1024 / 1024).toFixed(2),
      bar: '≤ 1',
      met: found.bytes <= 1024 * 1024,
    },
  ];
}
