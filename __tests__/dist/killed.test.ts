/**
 * A blue-green rollout by `dist/index.js` whose process is killed (SIGKILL) at a random moment and started again. Four in
 * every run of the suite; `SEEDS=50 npm test -- dist/killed` for more. A failure names its seed.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStep } from '../../src/demo/runner.js';
import type { Random } from '../../src/ports/random.js';
import { seededRandom } from '../../src/simulator/random.js';
import {
  labelsOf,
  productionOf,
  releasePair,
  type ShownSide,
  seedPair,
  sidesAtRest,
  sidesOf,
} from '../support/pair-on-stage.js';
import { openStage, printed, run, type Stage, type StepResult } from '../support/runner.js';

const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 4) }, (_, index) => index + 1);
/** Two minutes of the service pass in a second. */
const SPEED = 120;
const AT_ONCE = 4;
const IS_LONG = SEEDS.length > 8;

/** "Re-run jobs" of the same run, or another run; one that finds the lock of the dead has to wait until that is over. */
const AFTERWARDS = IS_LONG ? (['re-run', 'no lock', 'lock'] as const) : (['re-run', 'no lock'] as const);
const SHORT_LOCK = { 'lock-expiry': '30s' } as const;

type Start = 'none' | 'v0';

interface Killing {
  readonly seed: number;
  readonly name: string;
  readonly label: string;
  readonly start: Start;
  readonly after: string;
  /** When it was killed; `undefined` when it had ended before. */
  readonly killedAfterMs?: number;
  readonly lastLine: string;
  /** Environments that held the production CNAME right after the kill. */
  readonly holders: number;
  readonly next: StepResult;
  readonly sides: readonly ShownSide[];
}

let stage: Stage;
/** How long a whole rollout takes, by what the idle side is at its start. */
const whole: Record<Start, number> = { none: 0, v0: 0 };
const killings = new Map<number, Killing>();

beforeAll(
  async () => {
    stage = await openStage({ speed: SPEED });
    await Promise.all(
      (['none', 'v0'] as const).map(async (start) => {
        await seedPair(stage, `whole-${start}`, start);
        const result = await run(await releasePair(stage, `whole-${start}`, `whole-${start}`));
        expect(`${result.outputs.outcome}: ${result.outputs['outcome-reason']}`).toMatch(/^succeeded/);
        whole[start] = result.milliseconds;
      }),
    );
    const seeds = [...SEEDS];
    const one = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) killings.set(seed, await killing(seed));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    if (IS_LONG) console.log(figures([...killings.values()]));
  },
  60_000 + SEEDS.length * 20_000,
);
afterAll(() => stage?.close());

function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random.next() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

async function killing(seed: number): Promise<Killing> {
  const random = seededRandom(seed * 7_919);
  const start: Start = random.next() < 0.5 ? 'none' : 'v0';
  const [name, label] = [`kill-${seed}`, `r${seed}`];
  await seedPair(stage, name, start);
  const after = pick(random, AFTERWARDS);
  const request = await releasePair(stage, name, label, after === 'no lock' ? { 'deploy-lock': 'off' } : SHORT_LOCK);
  const ofRun = (id: number, attempt: number) => ({
    ...request,
    env: { ...request.env, GITHUB_RUN_ID: String(id), GITHUB_RUN_ATTEMPT: String(attempt) },
  });
  // The last moments are those after the end of the run, when the machine is quicker than it was.
  const moment = random.next() * whole[start] * 0.92;
  const running = await startStep(ofRun(seed * 2, 1));
  let killedAfterMs: number | undefined;
  const timer = setTimeout(() => {
    if (running.process.kill('SIGKILL')) killedAfterMs = moment;
  }, moment);
  const killed = await running.result;
  clearTimeout(timer);
  const holders = (await sidesOf(stage, name)).filter(({ cname }) => cname === productionOf(name)).length;
  const next = await run(after === 're-run' ? ofRun(seed * 2, 2) : ofRun(seed * 2 + 1, 1));
  const sides = await sidesAtRest(stage, name);
  const lastLine = killed.lines.at(-1) ?? '';
  return {
    ...{ seed, name, label, start, after, lastLine, holders, next, sides },
    ...(killedAfterMs === undefined ? {} : { killedAfterMs }),
  };
}

/** Beside the tests, for a person who runs many. */
function figures(all: readonly Killing[]): string {
  const outcomes = new Map<string, number>();
  for (const { next } of all) {
    const outcome = next.outputs.outcome ?? `exit code ${next.exitCode}`;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  const rows = all.map(
    ({ seed, start, after, killedAfterMs, next, lastLine }) =>
      `${seed}\t${start}\t${after}\t${killedAfterMs === undefined ? 'had ended' : `${Math.round(killedAfterMs)} ms`}\t${next.outputs.outcome}\t${Math.round(next.milliseconds)} ms\t${lastLine.slice(0, 90)}`,
  );
  const ended = all.filter(({ killedAfterMs }) => killedAfterMs === undefined).length;
  return [
    JSON.stringify(whole),
    `killed ${all.length - ended}, had ended ${ended}`,
    JSON.stringify([...outcomes]),
    ...rows,
  ].join('\n');
}

const killingOf = (seed: number): Killing => {
  const found = killings.get(seed);
  if (found === undefined) throw new Error(`seed ${seed} was not run`);
  return found;
};

describe('dist/index.js, killed in the middle of a blue-green rollout and started again', () => {
  it.each(SEEDS)('ends with one live side that is whole and well, seed %i', async (seed) => {
    const { name, label, holders, next, sides } = killingOf(seed);
    expect(holders).toBe(1);
    const ending = `${next.outputs.outcome}: ${next.outputs['outcome-reason']}`;
    if (!/^(succeeded|unchanged): /.test(ending)) throw new Error(`${ending}\n${printed(next)}`);
    const live = sides.filter(({ cname }) => cname === productionOf(name));
    expect(live.map((side) => ({ ...side, instances: labelsOf(side) }))).toEqual([
      expect.objectContaining({ versionLabel: label, status: 'Ready', health: 'Green', instances: [label] }),
    ]);
    expect(sides).toHaveLength(2);
    expect(next.outputs['live-environment-name']).toBe(live[0]?.name);
  });

  it.each(SEEDS)('moves the traffic once, and creates at most one environment, seed %i', async (seed) => {
    const { name, start } = killingOf(seed);
    const calls = (await stage.calls()).filter(({ status }) => status === 200);
    const of = (action: string): number =>
      calls.filter((call) => call.action === action && JSON.stringify(call.input).includes(`"${name}-idle"`)).length;
    const ids = (await sidesOf(stage, name)).map(({ id }) => id);
    const swaps = calls.filter(
      ({ action, input }) => action === 'SwapEnvironmentCNAMEs' && ids.some((id) => JSON.stringify(input).includes(id)),
    );
    expect(swaps).toHaveLength(1);
    expect(of('CreateEnvironment')).toBe(start === 'none' ? 1 : 0);
    expect(calls.filter(({ action }) => action === 'TerminateEnvironment')).toEqual([]);
  });
});
