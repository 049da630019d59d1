/** States of two environments as cases: what others do before and while a run lives, how it ends, and the run itself. */
import { expect } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { ROLES, STACK } from './environment-world.js';
import { type Interference, PairWitness } from './pair-witness.js';
import { IDLE, PairWorld, PRODUCTION } from './pair-world.js';
import { wholeRun } from './runs.js';
import type { WorldOptions } from './world.js';

type SeedEnvironment = NonNullable<WorldOptions['others']>[number];

export interface Case {
  readonly what: string;
  readonly world?: WorldOptions & { readonly idle?: string };
  /** Somebody's work before the run begins. */
  readonly first?: (world: PairWorld) => void;
  readonly meanwhile?: Interference;
  readonly scenario?: Scenario;
  readonly inputs?: Readonly<Record<string, string>>;
  /** How the run ends, and what its reason says. */
  readonly ends: readonly [outcome: string, reason: RegExp];
  /** Calls that change something, in order; default: none. */
  readonly changes?: readonly string[];
  /** Who is live in the end, with which version; default: what was live before. */
  readonly live?: readonly [name: string, label: string] | 'nobody';
}

export const swap = (world: PairWorld): void =>
  world.somebody('SwapEnvironmentCNAMEs', { SourceEnvironmentName: 'shop-prod', DestinationEnvironmentName: IDLE });
export const terminate =
  (name: string) =>
  (world: PairWorld): void =>
    world.somebody('TerminateEnvironment', { EnvironmentName: name });
export const deploy =
  (name: string, label: string) =>
  (world: PairWorld): void =>
    world.somebody('UpdateEnvironment', { EnvironmentName: name, VersionLabel: label });
export const resize =
  (name: string, count: number) =>
  (world: PairWorld): void =>
    world.somebody('UpdateEnvironment', {
      EnvironmentName: name,
      OptionSettings: ['MinSize', 'MaxSize'].map((option) => ({
        Namespace: 'aws:autoscaling:asg',
        OptionName: option,
        Value: `${count}`,
      })),
    });
export const moment = (world: PairWorld): void => world.advance(seconds(2));
export const waits = (world: PairWorld): void => world.advance(minutes(5));
export const sick = (world: PairWorld): void => void world.scenario(SICK);

export const both =
  (...acts: readonly ((world: PairWorld) => void)[]) =>
  (world: PairWorld): void => {
    for (const act of acts) act(world);
  };
/** So many seconds after the service has taken the call. */
export const later = (at: string, after: number, act: (world: PairWorld) => void): Interference => ({
  at,
  when: 'after',
  act: (world) => void world.clock.at(world.clock.now() + seconds(after), () => act(world)),
});
export const create = (world: PairWorld): void =>
  world.somebody('CreateEnvironment', {
    ApplicationName: 'shop',
    EnvironmentName: IDLE,
    CNAMEPrefix: IDLE,
    VersionLabel: 'v1',
    SolutionStackName: STACK,
    OptionSettings: ROLES.map(({ namespace, name, value }) => ({
      Namespace: namespace,
      OptionName: name,
      Value: value,
    })),
  });
export const side = (more: Partial<SeedEnvironment> & { readonly name: string }): SeedEnvironment => ({
  application: 'shop',
  versionLabel: 'v1',
  instances: 2,
  ...more,
});

export const SWAP = 'SwapEnvironmentCNAMEs';
export const UPDATE = 'UpdateEnvironment';
export const TERMINATION = 'TerminateEnvironment';
export const TURN = [UPDATE, SWAP];
export const CREATION = ['CreateConfigurationTemplate', 'CreateEnvironment', SWAP];
export const MOVES = {
  ends: ['succeeded', /has the traffic of shop-prod\.us-east-1/],
  changes: TURN,
  live: [IDLE, 'v2'],
} as const;
export const SICK: Scenario = { versions: { v3: { health: 'Severe' } } };
/** Nobody asks the live side, or what becomes of it. */
export const quiet = (world: PairWorld): void => {
  world.scenario({ versions: { '*': { requestsPerSecond: 0 } } });
  deploy('shop-prod', 'v3')(world);
  waits(world);
};
export const RETIRE = { retire: 'terminate' };

export async function play({ world: options, first, meanwhile, scenario, inputs }: Case) {
  const world = new PairWorld({ idle: 'v1', ...options });
  first?.(world);
  if (scenario !== undefined) world.scenario(scenario);
  const holder = world.sides().find(({ cname }) => cname === PRODUCTION);
  const before = [holder?.name, holder?.versionLabel] as const;
  const witness = new PairWitness(world, meanwhile === undefined ? [] : [meanwhile]);
  const run = await wholeRun(world, {
    inputs: { strategy: 'blue-green', bake: '30s', 'busy-timeout': '10m', 'deploy-lock': 'off', ...inputs },
  });
  world.advance(minutes(10));
  return { world, witness, run, before };
}

/** Plays it, and holds it against what it says and against what no run may ever do. */
export async function expectCase(one: Case): Promise<void> {
  const { world, witness, run, before } = await play(one);
  const { outcome, 'outcome-reason': reason } = run.outputs;
  const [ending, why] = one.ends;
  expect(`${outcome}: ${reason}`).toMatch(new RegExp(`^${ending}: `));
  expect(reason).toMatch(why);
  expect(witness.changes()).toEqual(one.changes ?? []);
  expect(witness.wrongs('v2')).toEqual([]);
  const holders = world.sides().filter(({ cname }) => cname === PRODUCTION);
  const expected = one.live ?? before;
  expect(holders.map(({ name, versionLabel }) => [name, versionLabel])).toEqual(
    expected === 'nobody' ? [] : [expected],
  );
  // What the outputs say of it is so.
  const live = reason?.includes('Neither side serves') ? '' : expected[0];
  if (live === '' || witness.changes().length > 0) expect(run.outputs['live-environment-name']).toBe(live);
}
