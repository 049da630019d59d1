/** Ten pipelines under the account's shared rate limit (two calls a second, burst fifteen): does one of them fail? */
import { pathToFileURL } from 'node:url';
import { median, root, run } from './measure.mjs';

export async function tenPipelines({ node }) {
  const loader = pathToFileURL(`${root}/__tests__/support/run-typescript.mjs`).href;
  const { code, out } = await run(node, ['--import', loader, `${root}/__tests__/support/measure-pipelines.ts`]);
  if (code !== 0) throw new Error(`the pipelines could not be measured: ${out}`);
  const { outcomes, calls, throttled } = JSON.parse(out.slice(out.indexOf('{"outcomes"')));
  const failed = outcomes.filter((outcome) => outcome !== 'succeeded').length;
  return [
    {
      figure: 'ten pipelines, one rate limit: failed runs',
      ours: String(failed),
      beside: `${throttled} calls were refused`,
      bar: '0',
      met: failed === 0,
    },
    { figure: 'API calls of each of them', ours: `median ${median(calls)}, most ${Math.max(...calls)}` },
  ];
}
