/** A run whose process is killed at any of its requests, and the run after it: success or a clean refusal, never two halves. */
import { describe, expect, it } from '@jest/globals';
import type { Random } from '../../src/ports/random.js';
import { seededRandom } from '../../src/simulator/random.js';
import { lockOfShop, type Running, wholeRun } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';

/** A failure names its seed in the title: raise the count for a longer run. */
/** Twenty in every run of the suite; `SEEDS=50 npm test -- killed` for more. */
const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 20) }, (_, index) => index + 1);

const POLICIES = ['AllAtOnce', 'Rolling', 'Immutable'] as const;
const STRATEGIES: readonly Readonly<Record<string, string>>[] = [
  { strategy: 'as-configured' },
  { strategy: 'rolling', 'batch-size': '1', 'restore-policy': 'true' },
  { strategy: 'immutable', 'restore-policy': 'true' },
];

function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random.next() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

const worldOf = (policy: string): World =>
  new World({
    environment: {
      options: { 'aws:elasticbeanstalk:command': { DeploymentPolicy: policy, BatchSizeType: 'Fixed', BatchSize: '2' } },
    },
  });

async function fleet(world: World): Promise<{ readonly status: string; readonly labels: readonly string[] }> {
  const environment = await world.ports.beanstalk.environmentNamed(SHOP.application, SHOP.name);
  const { instances } = await world.ports.beanstalk.instances(environment?.id ?? '');
  const labels = [environment?.versionLabel, ...instances.map(({ deployment }) => deployment?.versionLabel)];
  return { status: environment?.status ?? '?', labels: [...new Set(labels.map((label) => label ?? '?'))] };
}

/** How many requests a whole run has, by strategy and policy. */
const lengths = new Map<string, number>();
async function lengthOf(policy: string, inputs: Readonly<Record<string, string>>): Promise<number> {
  const key = `${policy} ${inputs.strategy}`;
  const known = lengths.get(key);
  if (known !== undefined) return known;
  const whole = await wholeRun(worldOf(policy), { inputs });
  expect(whole.outputs.outcome).toBe('succeeded');
  lengths.set(key, whole.requests());
  return whole.requests();
}

interface Killing {
  readonly killed: Running;
  readonly next: Running;
  readonly world: World;
}

async function killAndStartAgain(seed: number): Promise<Killing> {
  const random = seededRandom(seed);
  const policy = pick(random, POLICIES);
  const inputs = pick(random, STRATEGIES);
  const request = 1 + Math.floor(random.next() * (await lengthOf(policy, inputs)));
  const when = random.next() < 0.5 ? 'before' : 'after';
  const isRerun = random.next() < 0.5;
  const world = worldOf(policy);
  const killed = await wholeRun(world, { inputs, run: { runId: '1' }, killAt: { request, when } });
  const run = isRerun ? { runId: '1', runAttempt: 2 } : { runId: '2' };
  // An immutable update outlasts the usual time to wait, which would end in a clean refusal.
  const next = await wholeRun(world, { inputs: { ...inputs, 'busy-timeout': '1h' }, run });
  return { killed, next, world };
}

describe('a run after one that was killed', () => {
  it('is told which policy was to be put back', async () => {
    const world = worldOf('Rolling');
    const inputs = { strategy: 'immutable', 'restore-policy': 'true' };
    const whole = await lengthOf('Rolling', inputs);
    await wholeRun(world, { inputs, killAt: { request: Math.round(whole / 2), when: 'before' } });
    const next = await wholeRun(world, { inputs });
    expect(next.lines.join('\n')).toMatch(/Took over .* put settings of shop-prod back \(.*DeploymentPolicy=Rolling/);
  });

  it.each(SEEDS)(
    'brings one version to every instance, seed %i',
    async (seed) => {
      const { next, world } = await killAndStartAgain(seed);
      const { status, labels } = await fleet(world);
      const { outcome, 'outcome-reason': reason } = next.outputs;
      expect({ outcome: `${outcome}: ${reason}`, status, labels }).toEqual({
        outcome: expect.stringMatching(/^(succeeded|unchanged): /),
        status: 'Ready',
        labels: ['v2'],
      });
      expect(lockOfShop(world)).toEqual({ state: 'free' });
    },
    30_000,
  );
});
