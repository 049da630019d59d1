/** Every deployment policy against everything that may become of a deployment: the right outcome, for the right reason. */
import { describe, expect, it } from '@jest/globals';
import type { DeploymentPolicy } from '../../src/domain/strategy.js';
import { seconds } from '../../src/domain/time.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { type Deployed, type Wish, World } from '../support/world.js';

const POLICIES: readonly DeploymentPolicy[] = [
  'AllAtOnce',
  'Rolling',
  'RollingWithAdditionalBatch',
  'Immutable',
  'TrafficSplitting',
];

/** The environment's own policy rules, so that the deployment is the first operation that a scenario counts from. */
function worldUnder(policy: DeploymentPolicy): World {
  return new World({
    environment: {
      options: {
        'aws:elasticbeanstalk:command': { DeploymentPolicy: policy, BatchSizeType: 'Fixed', BatchSize: '2' },
        'aws:elasticbeanstalk:trafficsplitting': { NewVersionPercent: '20', EvaluationTime: '3' },
      },
    },
  });
}

interface Story {
  readonly name: string;
  readonly scenario: Scenario;
  readonly wish?: Wish;
  readonly state: Deployed['outcome']['state'];
  /** Code of the failure, or one for the policies named there. */
  readonly code?: string | Readonly<Partial<Record<DeploymentPolicy, string>> & { readonly else: string }>;
  readonly reason: RegExp;
}

const STORIES: readonly Story[] = [
  {
    name: 'a good version',
    scenario: {},
    state: 'succeeded',
    reason: /Ready on v2; all 4 instances report deployment 2/,
  },
  {
    name: 'the command fails on an instance',
    scenario: { versions: { v2: { command: 'fails', onlyOrdinals: [0] } } },
    state: 'failed',
    code: 'deployment-failed',
    reason: /Ready on v1 again, not on v2; Elastic Beanstalk says: /,
  },
  {
    name: 'health never recovers',
    scenario: { versions: { v2: { health: 'Severe' } } },
    state: 'failed',
    // Only all-at-once has no health gate in the service: there it is ours that says no.
    code: { AllAtOnce: 'unhealthy', else: 'deployment-failed' },
    reason: /[Hh]ealth is Severe and did not hold|did not pass health check/,
  },
  {
    name: 'the service rolls back without a word',
    scenario: { faults: [{ kind: 'silent-rollback', label: 'v2' }] },
    state: 'failed',
    code: 'rolled-back',
    reason: /Ready on v1 again, not on v2, for .* and no event said why/,
  },
  {
    name: 'somebody aborts the update',
    scenario: { faults: [{ kind: 'aborted-by-someone', afterSeconds: 25 }] },
    state: 'failed',
    code: 'aborted-elsewhere',
    reason: /[Ss]omebody aborted the update/,
  },
  {
    name: 'somebody terminates the environment',
    scenario: { faults: [{ kind: 'terminated-by-someone', afterSeconds: 25 }] },
    state: 'failed',
    code: 'environment-gone',
    reason: /environment (is being|was) terminated/,
  },
  {
    name: 'one instance keeps the old version',
    scenario: { faults: [{ kind: 'instance-keeps-old-version', count: 1 }] },
    state: 'failed',
    code: 'split-fleet',
    reason: /1 of 4 instances does not run v2: i-\S+ runs v1.*; the others: i-\S+ runs v2/,
  },
  {
    name: 'the same label again',
    scenario: {},
    wish: { label: 'v1', again: true },
    state: 'succeeded',
    reason: /Ready on v1; all 4 instances report deployment 2/,
  },
  {
    name: 'the same label again, and the command fails on an instance',
    scenario: { versions: { v1: { command: 'fails', onlyOrdinals: [0] } } },
    wish: { label: 'v1', again: true },
    state: 'failed',
    // Those that begin with new instances throw them away again: nothing of the fleet has changed.
    code: { AllAtOnce: 'split-fleet', Rolling: 'split-fleet', else: 'deployment-failed' },
    reason: /instances? do(es)? not run v1/,
  },
  {
    name: 'heavy throttling',
    scenario: { faults: [{ kind: 'throttle', action: '*', probability: 0.6 }] },
    state: 'succeeded',
    reason: /Ready on v2; all 4 instances report deployment 2/,
  },
];

describe.each(POLICIES)('under %s', (policy) => {
  it.each(STORIES)('$name ends in $state', async (story) => {
    const world = worldUnder(policy);
    const { outcome } = await world.deploy({ ...story.wish, scenario: story.scenario });
    const expected = typeof story.code === 'object' ? (story.code[policy] ?? story.code.else) : story.code;
    expect({ state: outcome.state, code: outcome.problem?.code, reason: outcome.reason }).toEqual({
      state: story.state,
      code: expected,
      reason: expect.stringMatching(story.reason),
    });
    expect(outcome.proof).toBe(story.state === 'succeeded' ? 'instances' : outcome.proof);
    expectEachEventOnce(world);
  });
});

/** The service's own list of events is the measure: each of the rollout once, none of before. */
function expectEachEventOnce(world: World): void {
  const seen = world.said.flatMap((message) => (message.type === 'event-seen' ? [message.event] : []));
  const keys = seen.map((event) => `${event.date} ${event.message}`);
  const answer = world.simulator.call({
    action: 'DescribeEvents',
    input: { EnvironmentName: 'shop-prod' },
    requestId: 'a-look',
  });
  const listed = (answer?.Events ?? []) as { readonly EventDate: Date; readonly Message: string }[];
  const from = Math.min(...seen.map(({ date }) => date));
  const until = Math.max(...seen.map(({ date }) => date));
  const inTime = listed
    .filter(({ EventDate }) => EventDate.getTime() >= from && EventDate.getTime() <= until)
    .map(({ EventDate, Message }) => `${EventDate.getTime()} ${Message}`);
  expect([...keys].sort()).toEqual([...inTime].sort());
}

describe('the budget of calls', () => {
  it.each<[string, DeploymentPolicy, Wish]>([
    ...POLICIES.map((policy): [string, DeploymentPolicy, Wish] => [policy, policy, {}]),
    ['a policy that is set first', 'AllAtOnce', { strategy: 'rolling', inputs: { 'batch-size': '1' } }],
  ])('is 120 for ten minutes, the looks beforehand included: %s', async (_, policy, wish) => {
    const world = worldUnder(policy);
    const { outcome, took } = await world.deploy(wish);
    expect(outcome.state).toBe('succeeded');
    expect(world.wire.calls.total).toBeLessThanOrEqual(45 + took / seconds(8));
  });
});
