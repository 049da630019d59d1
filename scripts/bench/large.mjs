/** 500 instances, 50,000 events of earlier days, six hours of evaluation, ten minutes without network: played in virtual time. */
import { pathToFileURL } from 'node:url';
import { mb, root, run } from './measure.mjs';

/** Of 150 MB, less some 70 that Node and the action take to start. */
const LIMIT = 80 * 1024 * 1024;

export async function large({ node }) {
  const sources = pathToFileURL(`${root}/scripts/typescript-sources.mjs`).href;
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning', '--import', sources];
  const { code, out } = await run(node, [...flags, `${root}/__tests__/simulation/measure-large.ts`]);
  if (code !== 0) throw new Error(`the large rollout could not be played: ${out}`);
  const found = JSON.parse(out.slice(out.indexOf('{')));
  const broken = found.breaches.map(({ invariant, what }) => `${invariant}: ${what}`);
  return [
    {
      figure: 'large rollout, 500 instances, 50 000 events',
      ours: `${found.outcome} after ${found.hours.toFixed(1)} h`,
      beside: broken.length === 0 ? 'no rule broken' : broken.join('; '),
      bar: 'succeeded',
      met: found.outcome === 'succeeded' && broken.length === 0,
    },
    { figure: 'its calls', ours: String(found.calls), bar: `≤ ${found.budget}`, met: found.calls <= found.budget },
    {
      figure: 'its live memory, beyond what it starts with',
      ours: mb(found.liveBytes - found.emptyBytes),
      beside: `${mb(found.liveBytes)} with the sources and the simulated service`,
      bar: '≤ 80 MB',
      met: found.liveBytes - found.emptyBytes <= LIMIT,
    },
  ];
}
