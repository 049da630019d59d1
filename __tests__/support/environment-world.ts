/** Whole runs of creation and termination on the virtual clock: look, plan, carry out, as the story does it. */

import type { Outcome } from '../../src/domain/outcome.js';
import type { Problem } from '../../src/domain/problem.js';
import type { CreationWish, DeploySettings } from '../../src/domain/settings.js';
import type { Milliseconds } from '../../src/domain/time.js';
import { observe } from '../../src/observe.js';
import { planCreation } from '../../src/operations/create-environment.js';
import { planTermination } from '../../src/operations/terminate.js';
import { rollOut } from '../../src/rollout/roll-out.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { settingsOf, type World } from './world.js';

export const ROLES = [
  {
    namespace: 'aws:autoscaling:launchconfiguration',
    name: 'IamInstanceProfile',
    value: 'aws-elasticbeanstalk-ec2-role',
  },
  { namespace: 'aws:elasticbeanstalk:environment', name: 'ServiceRole', value: 'aws-elasticbeanstalk-service-role' },
  { namespace: 'aws:elasticbeanstalk:healthreporting:system', name: 'SystemType', value: 'enhanced' },
];

export const STACK = '64bit Amazon Linux 2023 v6.7.4 running Node.js 24';

export const wish = (over: Partial<CreationWish> = {}): CreationWish => ({
  application: false,
  source: { kind: 'stack', solutionStack: STACK },
  tier: 'WebServer',
  tags: {},
  allowEmptyDatabase: false,
  ...over,
});

export interface Ended {
  readonly outcome?: Outcome;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
  /** Names of the calls, in order. */
  readonly calls: readonly string[];
}

export interface Asked {
  readonly settings: Partial<DeploySettings>;
  /** Begins before the first look; `atRollout` when the rollout begins. */
  readonly scenario?: Scenario;
  readonly atRollout?: Scenario;
  readonly label?: string;
  /** What somebody else does between plan and rollout. */
  readonly meanwhile?: () => void;
  /** So long after the rollout has begun it is asked to stop. */
  readonly cancelAfter?: Milliseconds;
}

export async function run(world: World, asked: Asked): Promise<Ended> {
  const settings = settingsOf({
    settings: { environmentName: 'shop-new', creation: wish(), options: ROLES, ...asked.settings },
  });
  if (asked.scenario !== undefined) world.scenario(asked.scenario);
  const before = world.wire.calls.total;
  const ended = (more: Partial<Ended>): Ended => ({
    problems: [],
    warnings: [],
    calls: world.wire.calls.list(before).map(({ action }) => action),
    ...more,
  });
  const { application, environmentName, region, creation } = settings;
  const isTermination = settings.operation === 'terminate';
  const seen = await observe(
    { application, environmentName, region, ...(creation === undefined || isTermination ? {} : { creation }) },
    { ...world.ports, identity: { caller: async () => undefined } },
  );
  if (seen.kind === 'refused') return ended({ problems: seen.problems });
  const { snapshot } = seen;
  const version = { kind: 'existing', label: asked.label ?? 'v2' } as const;
  if (!isTermination && (creation === undefined || snapshot.creation === undefined)) throw new Error('it exists');
  const planned =
    isTermination || creation === undefined || snapshot.creation === undefined
      ? planTermination({ settings, snapshot })
      : planCreation({ settings, wish: creation, facts: snapshot.creation, version });
  if (planned.kind === 'refused') return ended({ problems: planned.problems });
  if (asked.atRollout !== undefined) world.scenario(asked.atRollout);
  asked.meanwhile?.();
  const cancel = new AbortController();
  if (asked.cancelAfter !== undefined) world.clock.at(world.clock.now() + asked.cancelAfter, () => cancel.abort());
  const outcome = await rollOut({
    plan: planned.plan,
    snapshot,
    settings,
    ports: world.ports,
    say: (message) => world.said.push({ ...message, at: world.clock.now() }),
    cancel: cancel.signal,
  });
  return ended({ outcome, warnings: planned.plan.warnings });
}

/** As the service describes it now. */
export async function described(world: World, name: string) {
  return (await world.ports.beanstalk.environments()).find((one) => one.name === name);
}
