/**
 * A canary by `dist/index.js` whose process is killed (SIGKILL) at a random moment, then an abort or a new run. Two in every run
 * of the suite; `SEEDS=50 npm test -- dist/canary-killed` for more (`ACTION`: another bundle). A failure names its seed.
 */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StepRequest, startStep } from '../../src/demo/runner.js';
import { sharedClock } from '../../src/demo/simulator-process.js';
import { seededRandom } from '../../src/simulator/random.js';
import { openStage, printed, run, type Stage, type StepResult } from '../support/runner.js';

const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 2) }, (_, index) => index + 1);
/** A minute of the service, and of the step, passes in a second. */
const SPEED = 60;
const AT_ONCE = 2;
/** The compiled one: Node loads it into the step. */
const STEP_CLOCK = fileURLToPath(new URL('../../lib/demo/step-clock.js', import.meta.url));
const FILES = {
  'server.js': 'require("http").createServer().listen(process.env.PORT)',
  Procfile: 'web: node server.js',
};

interface ShownRule {
  readonly arn: string;
  readonly priority: number | 'default';
  readonly weights: readonly { readonly environment: string; readonly weight: number }[];
}
interface State {
  readonly loadBalancers: readonly { readonly name: string; readonly rules: readonly ShownRule[] }[];
}

let stage: Stage;
let clock: Readonly<Record<string, string>> = {};
let whole = 0;

const sideOf = (name: string, side: string) => ({
  application: 'shop',
  name: side,
  cnamePrefix: side,
  versionLabel: 'v0',
  instances: 2,
  sharedLoadBalancer: `lb-${name}`,
});
const rule = (name: string, Priority: number, host: string) => ({
  loadBalancer: `lb-${name}`,
  Priority,
  Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [host] } }],
  Actions: [{ Type: 'forward', TargetGroupArn: name }],
});

async function seed(name: string): Promise<void> {
  await stage.post('/_simulator/seed', {
    applications: [{ name: 'shop' }],
    environments: [sideOf(name, name), sideOf(name, `${name}-idle`)],
    listenerRules: [rule(name, 5, 'office.example.com'), rule(name, 10, `${name}.example.com`)],
  });
}

async function rulesOf(name: string): Promise<readonly ShownRule[]> {
  const { loadBalancers } = (await stage.get('/_simulator/state')) as State;
  return loadBalancers.find((one) => one.name === `lb-${name}`)?.rules ?? [];
}
const productionIn = (rules: readonly ShownRule[]): ShownRule | undefined =>
  rules.find(({ priority }) => priority === 10);
const others = (rules: readonly ShownRule[]): string => JSON.stringify(rules.filter(({ priority }) => priority !== 10));

async function release(name: string, more: Readonly<Record<string, string>> = {}): Promise<StepRequest> {
  const inputs = {
    'aws-region': 'us-east-1',
    'application-name': 'shop',
    'environment-name': name,
    'source-directory': '.',
    'version-label': `r-${name}`,
    strategy: 'canary',
    'listener-rule-arn': productionIn(await rulesOf(name))?.arn ?? '',
    'canary-steps': '50%:1m',
    'max-step-extension': '3m',
    bake: '30s',
    'stable-for': '10s',
    'deploy-lock': 'off',
    ...more,
  };
  const request = await stage.step(inputs, { ...FILES, 'release.txt': name });
  const action = process.env.ACTION === undefined ? {} : { action: process.env.ACTION };
  return { ...request, ...action, env: { ...request.env, ...clock }, preload: STEP_CLOCK };
}

interface Killing {
  readonly name: string;
  readonly operation: 'abort' | 'deploy';
  readonly killedAfterMs?: number;
  readonly lastLine: string;
  readonly before: string;
  readonly next: StepResult;
  readonly rules: readonly ShownRule[];
}

async function killing(number: number): Promise<Killing> {
  const random = seededRandom(number * 6_151);
  const name = `kill-${number}`;
  const operation = number % 2 === 0 ? 'abort' : 'deploy';
  await seed(name);
  const before = others(await rulesOf(name));
  const moment = random.next() * whole * 0.95;
  const running = await startStep(await release(name));
  let killedAfterMs: number | undefined;
  const timer = setTimeout(() => {
    if (running.process.kill('SIGKILL')) killedAfterMs = moment;
  }, moment);
  const killed = await running.result;
  clearTimeout(timer);
  const next = await run(await release(name, operation === 'abort' ? { operation, 'source-directory': '' } : {}));
  const rules = await rulesOf(name);
  const lastLine = killed.lines.at(-1) ?? '';
  return { name, operation, lastLine, before, next, rules, ...(killedAfterMs === undefined ? {} : { killedAfterMs }) };
}

const killings = new Map<number, Killing>();
beforeAll(
  async () => {
    stage = await openStage({ speed: SPEED, sharesClock: true });
    clock = await sharedClock(stage, SPEED);
    await seed('whole');
    const result = await run(await release('whole'));
    if (result.outputs.outcome !== 'succeeded') throw new Error(printed(result));
    whole = result.milliseconds;
    const seeds = [...SEEDS];
    const one = async (): Promise<void> => {
      for (let next = seeds.shift(); next !== undefined; next = seeds.shift()) killings.set(next, await killing(next));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  },
  60_000 + SEEDS.length * 30_000,
);
afterAll(() => stage?.close());

describe('dist/index.js, killed in the middle of a canary', () => {
  it.each(SEEDS)(
    'leaves one side with everything after the next run, and other rules as they were (seed %i)',
    (seed) => {
      const found = killings.get(seed);
      if (found === undefined) throw new Error(`seed ${seed} was not run`);
      const { name, operation, next, rules, before, killedAfterMs, lastLine } = found;
      const told = `${operation} after ${killedAfterMs ?? 'its end'} ms (${lastLine}): ${next.outputs.outcome}: ${next.outputs['outcome-reason']}`;
      if (!['succeeded', 'unchanged'].includes(next.outputs.outcome ?? ''))
        throw new Error(`${told}\n${printed(next)}`);
      const served = (productionIn(rules)?.weights ?? []).filter(({ weight }) => weight > 0);
      // In its last moments nothing is in flight any more, and there is nothing to give back.
      const isNearlyOver = killedAfterMs === undefined || /Recorded|Succeeded|ended after/.test(lastLine);
      const sides = operation === 'deploy' ? [`${name}-idle`] : isNearlyOver ? [name, `${name}-idle`] : [name];
      expect(served).toHaveLength(1);
      expect([told, sides.includes(served[0]?.environment ?? '')]).toEqual([told, true]);
      expect(others(rules)).toBe(before);
    },
  );
});
