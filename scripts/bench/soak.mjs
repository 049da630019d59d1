/** How many simulated rollouts, with faults and other actors, are played in a minute (scripts/soak.mjs). */
import { join } from 'node:path';
import { root, run } from './measure.mjs';

/** So many that starting the processes does not count. */
const SEEDS = process.env.BENCH_SEEDS ?? '2000';

export async function soak({ node }) {
  const { code, out } = await run(node, [join(root, 'scripts/soak.mjs'), '--seeds', SEEDS, '--first', '1']);
  const rate = /(\d+) seeds a minute/.exec(out)?.[1];
  const broken = /^(\d+) seeds broke a rule/m.exec(out)?.[1];
  if (rate === undefined || broken === undefined) throw new Error(`the soak ended with ${code}: ${out.slice(-2000)}`);
  return [
    {
      figure: `simulated disasters a minute, all cores, ${SEEDS} seeds`,
      ours: rate,
      bar: '≥ 1000',
      met: Number(rate) >= 1_000,
    },
    { figure: 'seeds that broke a rule', ours: broken, bar: '0', met: broken === '0' },
  ];
}
