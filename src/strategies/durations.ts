/** How long the phases of an update take: learned from the environment's own earlier events, else typical values. */
import type { EnvironmentEvent } from '../domain/event.js';
import { type Milliseconds, minutes, seconds } from '../domain/time.js';

/** A phase of an update, from one control-plane event to another. */
export type Phase =
  | 'opening' // from the first event to the first one that does something
  | 'at-once' // the deployment to all instances, with the wait at its end
  | 'deregister' // out of the load balancer
  | 'command' // the deployment command on one batch
  | 'register' // into the load balancer again, until health has passed
  | 'launch' // a new instance, until the application runs on it
  | 'health' // new instances passing their health checks
  | 'attach' // new instances move to the permanent group
  | 'clean-up' // old instances and the temporary group go
  | 'pods' // new pods in place of the old ones, on a cluster
  | 'settings'; // an update that only changes settings of the service

/** Messages are the observed wordings; one that is not recognised is no loss but an estimate instead of a lesson. */
const MARKS: readonly { readonly phase: Phase; readonly from: RegExp; readonly to: RegExp }[] = [
  {
    phase: 'opening',
    from: /^Environment update is starting\./,
    to: /^(Deploying new version to instance|Immutable deployment policy enabled|Rolling with Additional Batch|Batch 1: Starting)/,
  },
  {
    phase: 'at-once',
    from: /^Deploying new version to instance\(s\)\./,
    to: /^New application version was deployed to running EC2 instances\./,
  },
  {
    phase: 'deregister',
    from: /^Batch \d+: De-registering instance/,
    to: /^Batch \d+: Starting application deployment command execution/,
  },
  {
    phase: 'command',
    from: /^Batch \d+: Starting application deployment command execution/,
    to: /^Batch \d+: Completed application deployment command execution/,
  },
  {
    phase: 'register',
    from: /^Batch \d+: Registering instance/,
    to: /^Batch \d+: Completed application deployment\./,
  },
  {
    phase: 'launch',
    from: /^(Immutable deployment policy enabled|Rolling with Additional Batch)/,
    to: /^(Adding new instance\(s\)|Batch 1: \d+ EC2 instance\(s\) .* launched)/,
  },
  {
    phase: 'health',
    from: /^Waiting for instance\(s\) .* to pass health checks/,
    to: /^(Test instance passed health checks|Detached new instance)/,
  },
  {
    phase: 'attach',
    from: /^Detached new instance/,
    to: /^Deployment succeeded\. Terminating old instances/,
  },
  {
    phase: 'clean-up',
    from: /^Deployment succeeded\. Terminating old instances/,
    to: /^Environment update completed successfully\./,
  },
  {
    phase: 'settings',
    from: /^Updating environment .*'s configuration settings\./,
    to: /^Successfully deployed new configuration to environment\./,
  },
];

const START = /^Environment update is starting\./;
const END = /^Environment update completed successfully\./;
/** In-place deployments in batches, or with new instances, also carry the lines of the `at-once` phase. */
const IN_BATCHES =
  /^(Batch \d+:|Immutable deployment policy|Rolling with Additional Batch|Created temporary auto scaling)/;
const DEPLOYS = /^(Deploying new version|New application version was deployed)/;
const FAILS = /^(Failed to|Unsuccessful command|During an aborted deployment|The environment was reverted)/;

export type Lessons = ReadonlyMap<Phase, Milliseconds>;

/** The median length of each phase in those of the environment's earlier updates that are there from start to good end. */
export function learn(recentEvents: readonly EnvironmentEvent[]): Lessons {
  const samples = new Map<Phase, Milliseconds[]>();
  for (const update of earlierUpdates(recentEvents)) {
    const inBatches = update.some((event) => IN_BATCHES.test(event.message));
    const deploys = update.some((event) => DEPLOYS.test(event.message));
    for (const { phase, from, to } of MARKS) {
      if ((phase === 'at-once' && inBatches) || (phase === 'settings' && (deploys || inBatches))) continue;
      samples.set(phase, [...(samples.get(phase) ?? []), ...spans(update, from, to)]);
    }
  }
  const lessons = new Map<Phase, Milliseconds>();
  for (const [phase, spansOfPhase] of samples) {
    const middle = [...spansOfPhase].sort((left, right) => left - right)[Math.floor(spansOfPhase.length / 2)];
    if (middle !== undefined) lessons.set(phase, middle);
  }
  return lessons;
}

/** Complete, successful updates, each oldest event first. */
function earlierUpdates(newestFirst: readonly EnvironmentEvent[]): readonly (readonly EnvironmentEvent[])[] {
  const updates: EnvironmentEvent[][] = [];
  let open: EnvironmentEvent[] | undefined;
  // Reversed before sorting: equal dates keep the order in which the service wrote them.
  for (const event of [...newestFirst].reverse().sort((left, right) => left.date - right.date)) {
    if (START.test(event.message)) open = [];
    if (open === undefined) continue;
    open.push(event);
    if (FAILS.test(event.message)) open = undefined;
    else if (END.test(event.message)) {
      updates.push(open);
      open = undefined;
    }
  }
  return updates;
}

function spans(update: readonly EnvironmentEvent[], from: RegExp, to: RegExp): readonly Milliseconds[] {
  const found: Milliseconds[] = [];
  let since: number | undefined;
  for (const event of update) {
    if (since !== undefined && to.test(event.message)) {
      found.push(event.date - since);
      since = undefined;
    }
    // The first of several "from" lines counts: the health wait is announced once per group.
    if (from.test(event.message)) since ??= event.date;
  }
  return found;
}

export interface TypicalCircumstances {
  readonly enhancedHealth: boolean;
  readonly worker: boolean;
  readonly instances: number;
}

/**
 * Typical lengths where nothing was learned. Twelve good checks, ten seconds apart, are two minutes, and eighteen of
 * a worker are three (AWS guide, "Enhanced health": rolling deployments); the rest are rounded from event logs that
 * users have published (for example https://github.com/aws/aws-elastic-beanstalk-cli/issues/50).
 */
export function typical(phase: Phase, of: TypicalCircumstances): Milliseconds {
  switch (phase) {
    case 'opening':
      return seconds(10);
    case 'at-once':
      return seconds(60);
    case 'deregister':
      return seconds(20);
    case 'command':
      return seconds(30);
    case 'register':
      return of.enhancedHealth ? seconds(of.worker ? 205 : 145) : seconds(45);
    case 'launch':
      return minutes(2);
    case 'health':
      return of.enhancedHealth ? seconds(of.worker ? 185 : 125) : seconds(60);
    case 'attach':
      return seconds(140);
    case 'clean-up':
      // Seen: 3m12s for one instance, 7m51s for three; connections drain side by side, so it does not grow for ever.
      return Math.min(minutes(12), seconds(60 + 140 * Math.max(1, of.instances)));
    case 'pods':
      // Nobody has published one yet: the image is pulled, the pods start and pass the checks of the load balancer.
      return minutes(4);
    case 'settings':
      return seconds(40);
  }
}
