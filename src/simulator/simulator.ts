/** The simulated service: settles what is due, finds the operation, answers or refuses. The model's composition root. */
import type { Instant, Milliseconds } from '../domain/time.js';
import { seconds } from '../domain/time.js';
import type { Random } from '../ports/random.js';
import { playAlarms } from './cloudwatch/alarms.js';
import type { Context, Operations } from './context.js';
import { EventLog } from './event-log.js';
import { startHealth } from './health.js';
import { operations as builtOperations } from './operations/index.js';
import type { Runtime } from './runtime/runtime.js';
import { restoreWorld, saveWorld } from './save.js';
import type { Fault, Scenario } from './scenario.js';
import { seedWorld } from './seed.js';
import type { Simulator } from './service.js';
import { ServiceError } from './service-error.js';
import { describeState } from './state.js';
import type { ObjectStore } from './storage/object-store.js';
import { Timeline } from './timeline.js';
import { emptyWorld } from './world.js';

export interface SimulatorParts {
  /** Real, scaled or virtual time. Only `now` is asked. */
  readonly clock: { now(): Instant };
  readonly random: Random;
  readonly runtime: Runtime;
  readonly objects: ObjectStore;
  readonly region?: string;
  readonly accountId?: string;
  readonly scenario?: Scenario;
  /** For so long DescribeEnvironments does not show an environment that was just created; default 400 ms. */
  readonly hiddenAfterCreate?: Milliseconds;
  /** Makes the URLs of gathered logs (see `wire/presign.ts`). */
  readonly presign?: (bucket: string, key: string) => string;
}

export function createSimulator(parts: SimulatorParts): Simulator {
  const region = parts.region ?? 'us-east-1';
  const accountId = parts.accountId ?? '123456789012';
  const { runtime } = parts;
  let scenario = parts.scenario ?? {};
  let used = new Set<Fault>();
  const operations: Operations = builtOperations;

  const timeline = new Timeline(parts.clock, (now) => runtime.moment?.(now));
  const context: Context = {
    region,
    accountId,
    world: emptyWorld(),
    events: new EventLog(),
    timeline,
    random: parts.random,
    runtime,
    objects: parts.objects,
    running: new Map(),
    healthHistory: new Map(),
    hiddenAfterCreate: parts.hiddenAfterCreate ?? seconds(0.4),
    ...(parts.presign === undefined ? {} : { presign: parts.presign }),
    now: () => timeline.now(),
    scenario: () => scenario,
    use: (fault) => {
      if (used.has(fault)) return false;
      used.add(fault);
      return true;
    },
    perform: (name, input, requestId) => {
      const handler = operations[name];
      if (handler === undefined) throw new ServiceError('InvalidAction', `NotImplemented: ${name}`);
      return handler(context, input, requestId);
    },
  };
  runtime.moment?.(timeline.now());
  runtime.play?.(scenario);
  playAlarms(context);
  startHealth(context);

  return {
    region,
    accountId,
    now: () => parts.clock.now(),
    call: ({ action, input, requestId }) => {
      timeline.settle();
      return context.perform(action, input, requestId);
    },
    settle: () => timeline.settle(),
    state: () => {
      timeline.settle();
      return describeState(context);
    },
    get scenario() {
      return scenario;
    },
    setScenario: (next) => {
      timeline.settle();
      scenario = next;
      used = new Set();
      runtime.play?.(next);
      playAlarms(context);
    },
    seed: (seed) => {
      timeline.settle();
      seedWorld(context, seed);
    },
    save: () => {
      timeline.settle();
      return saveWorld(context);
    },
    restore: (saved) => {
      timeline.settle();
      restoreWorld(context, saved);
    },
  };
}
