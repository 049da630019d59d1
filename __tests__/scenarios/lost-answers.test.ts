/**
 * Every answer of the service that a whole run could lose, one after the other: the run ends as if it had come. The calls
 * of an undisturbed run are counted first, so that a new call is covered by itself. `EVERY=1 npm test -- lost-answers` also
 * loses the requests themselves, and each of the many renewals of a lock.
 */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fault, Scenario } from '../../src/simulator/scenario.js';
import { directoryOf, removeTemporary } from '../support/bundle-tree.js';
import { PairWorld } from '../support/pair-world.js';
import { lockOfShop, type Running, wholeRun } from '../support/runs.js';

const EVERY = process.env.EVERY !== undefined;
const READS = /^(Describe|List|Get|Head|Check|Validate|Retrieve|Request)/;

interface Rollout {
  readonly inputs: Readonly<Record<string, string>>;
  readonly idle?: 'none' | 'v1';
  readonly policy?: string;
  readonly scenario?: Scenario;
  /** A live side that answers no requests, so that it can be retired. */
  readonly isQuiet?: boolean;
  /** Calls that must be among those that are lost, beside those of every rollout. */
  readonly calls?: readonly string[];
  readonly ends: 'succeeded' | 'failed';
}

const PAIR = { strategy: 'blue-green', bake: '30s' };

const ROLLOUTS: Readonly<Record<string, Rollout>> = {
  'as-configured': { inputs: {}, ends: 'succeeded' },
  'all-at-once': { inputs: { strategy: 'all-at-once' }, policy: 'Rolling', ends: 'succeeded' },
  rolling: { inputs: { strategy: 'rolling', 'batch-size': '1', 'restore-policy': 'true' }, ends: 'succeeded' },
  'rolling-with-additional-batch': {
    inputs: { strategy: 'rolling-with-additional-batch', 'batch-size': '1' },
    ends: 'succeeded',
  },
  immutable: { inputs: { strategy: 'immutable' }, ends: 'succeeded' },
  'traffic-splitting': { inputs: { strategy: 'traffic-splitting', 'evaluation-minutes': '3' }, ends: 'succeeded' },
  'rolling, put back after a failure': {
    inputs: { strategy: 'rolling', 'batch-size': '1' },
    scenario: { versions: { r1: { command: 'fails' } } },
    ends: 'failed',
  },
  'blue-green, creating': {
    inputs: PAIR,
    idle: 'none',
    calls: ['CreateEnvironment', 'SwapEnvironmentCNAMEs'],
    ends: 'succeeded',
  },
  'blue-green, terminating': {
    inputs: { ...PAIR, retire: 'terminate' },
    idle: 'v1',
    calls: ['UpdateEnvironment', 'SwapEnvironmentCNAMEs', 'TerminateEnvironment'],
    isQuiet: true,
    ends: 'succeeded',
  },
  'blue-green, scaling down': {
    inputs: { ...PAIR, retire: 'scale-down' },
    idle: 'v1',
    calls: ['UpdateEnvironment', 'SwapEnvironmentCNAMEs'],
    isQuiet: true,
    ends: 'succeeded',
  },
  'blue-green, swapped back': {
    inputs: { ...PAIR, bake: '10m' },
    idle: 'v1',
    scenario: { versions: { r1: { laterHealth: { afterSeconds: 150, health: 'Severe' } } } },
    ends: 'failed',
  },
};

let workspace: string;
beforeAll(async () => {
  workspace = await directoryOf({ 'server.js': '// r1', Procfile: 'web: node server.js' });
});
afterAll(removeTemporary);

interface Ended {
  readonly world: PairWorld;
  readonly running: Running;
  /** Of other runs. */
  readonly callsBefore: number;
}

async function play(
  { inputs, idle, policy, scenario, isQuiet }: Rollout,
  faults: readonly Fault[] = [],
): Promise<Ended> {
  const options = {
    'aws:elasticbeanstalk:command': {
      DeploymentPolicy: policy ?? 'AllAtOnce',
      BatchSizeType: 'Fixed',
      BatchSize: '1',
    },
  };
  const world = new PairWorld({ environment: { instances: 2, options }, ...(idle === undefined ? {} : { idle }) });
  if (isQuiet === true) {
    // The virtual instances of a version keep the load that they began with.
    await world.go({ inputs: { bake: '10s' }, scenario: { versions: { '*': { requestsPerSecond: 0 } } } });
    world.advance(1_800_000);
  }
  const callsBefore = world.wire.calls.total;
  world.scenario({ ...scenario, faults: [...(scenario?.faults ?? []), ...faults] });
  const asked = { 'version-source': 'auto', 'source-directory': '.', 'version-label': 'r1', ...inputs };
  const running = await wholeRun(world, { inputs: asked, workspace });
  world.advance(60_000);
  return { world, running, callsBefore };
}

/** Everything that a run leaves behind, without moments. */
function leftBehind({ world, running }: Ended) {
  const state = world.simulator.state() as {
    readonly applications: readonly { readonly versions: readonly unknown[]; readonly templates: readonly string[] }[];
    readonly environments: readonly {
      readonly name: string;
      readonly status: string;
      readonly cname?: string;
      readonly versionLabel?: string;
      readonly health: string;
      readonly instances: readonly { readonly deployment?: { readonly versionLabel: string } }[];
    }[];
  };
  const { outcome, restored, 'version-label': label, 'live-environment-name': live } = running.outputs;
  return {
    ...{ outcome, restored, label, live },
    applications: state.applications.map(({ versions, templates }) => ({ versions, templates })),
    environments: state.environments
      .filter(({ status }) => status !== 'Terminated')
      .map(({ name, status, cname, versionLabel, health, instances }) => ({
        ...{ name, status, cname, versionLabel, health },
        instances: instances.map(({ deployment }) => deployment?.versionLabel),
      })),
    lock: lockOfShop(world),
  };
}

interface Losable {
  readonly action: string;
  /** How many calls of this action came before it. */
  readonly skip: number;
}

/** The calls that change something. Of the same document written again and again the first, second and last one stand for all. */
function losable({ world, callsBefore }: Ended): readonly Losable[] {
  const found: (Losable & { readonly of: string; readonly nth: number })[] = [];
  for (const { action, input, requestId } of world.wire.calls.list(callsBefore)) {
    if (READS.test(action) || requestId.startsWith('somebody')) continue;
    const of = `${action} ${String(input.Key ?? '')}`;
    const skip = found.filter((one) => one.action === action).length;
    found.push({ action, skip, of, nth: found.filter((one) => one.of === of).length });
  }
  const count = (of: string): number => found.filter((one) => one.of === of).length;
  return found.filter(({ action, of, nth }) => EVERY || action !== 'PutObject' || nth < 2 || nth === count(of) - 1);
}

describe.each(Object.entries(ROLLOUTS))('a lost answer in %s', (_, rollout) => {
  it('changes nothing about the end, whichever call it was', async () => {
    const undisturbed = await play(rollout);
    if (undisturbed.running.outputs.outcome !== rollout.ends) throw new Error(undisturbed.running.lines.join('\n'));
    const expected = leftBehind(undisturbed);
    const calls = losable(undisturbed);
    const actions = calls.map(({ action }) => action);
    const { calls: own = ['UpdateEnvironment'] } = rollout;
    expect(actions).toEqual(expect.arrayContaining(['PutObject', 'CreateApplicationVersion', ...own]));
    const differences: unknown[] = [];
    for (const { action, skip } of calls) {
      for (const when of EVERY ? (['before', 'after'] as const) : (['after'] as const)) {
        const ended = await play(rollout, [{ kind: 'reset', when, action, skip, times: 1 }]);
        const reason = ended.running.outputs['outcome-reason'];
        const got = leftBehind(ended);
        if (!isDeepStrictEqual(got, expected))
          differences.push({ action, number: skip + 1, when, reason, got, expected });
      }
    }
    expect(differences).toEqual([]);
  }, 300_000);
});
