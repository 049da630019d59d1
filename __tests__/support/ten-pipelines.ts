/** Ten pipelines of one account and region at the same moment: each deploys to an environment of its own, under the shared rate limit. */
import { startRun } from './runs.js';
import { World } from './world.js';

export interface Pipelines {
  readonly outcomes: readonly string[];
  readonly calls: readonly number[];
  /** Calls that the service refused for its rate limit. */
  readonly throttled: number;
  /** Of DescribeEvents and DescribeEnvironments, of all pipelines together. */
  readonly limitedPerSecond: number;
}

const LIMITED = new Set(['DescribeEvents', 'DescribeEnvironments']);

export async function runPipelines(count: number, inputs: Readonly<Record<string, string>>): Promise<Pipelines> {
  const name = (index: number): string => `shop-${index}`;
  const fleet = { application: 'shop', versionLabel: 'v1', instances: 3 } as const;
  const others = Array.from({ length: count }, (_, index) => ({ ...fleet, name: name(index) }));
  const world = new World({ others });
  const before = world.wire.calls.total;
  const from = world.clock.now();
  const running = others.map((one) => startRun(world, { inputs: { 'environment-name': one.name, ...inputs } }));
  await Promise.all(running.map(({ ended }) => ended));
  const calls = world.wire.calls.list(before);
  const limited = calls.filter(({ action }) => LIMITED.has(action)).length;
  return {
    outcomes: running.map(({ outputs }) => outputs.outcome ?? 'none'),
    calls: running.map(({ requests }) => requests()),
    throttled: calls.filter(({ errorCode }) => errorCode === 'Throttling').length,
    limitedPerSecond: limited / ((world.clock.now() - from) / 1_000),
  };
}
