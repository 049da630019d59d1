/** What one rollout carries from step to step: the only mutable things of `rollout/`. */
import type { Environment } from '../domain/environment.js';
import type { Proof } from '../domain/outcome.js';
import type { EnvironmentRef, Step } from '../domain/plan.js';
import type { Instant } from '../domain/time.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { Baseline } from '../watch/knowledge.js';
import { RolloutWatch } from '../watch/watch.js';
import type { CanaryNote } from './canary-record.js';
import type { RolloutRequest } from './rollout-request.js';
import type { RouteOpened, ShareState } from './share.js';

export type UpdateStep = Extract<Step, { readonly kind: 'update' }>;
export type SwapStep = Extract<Step, { readonly kind: 'swap' }>;
export type SettleStep = Extract<Step, { readonly kind: 'settle' }>;

/** An update that this rollout asked for. Only such a one may ever be aborted. */
export interface OurUpdate {
  readonly step: UpdateStep;
  /** Absent when the answer was lost and no event has told it. */
  readonly requestId?: string;
  /** `false`: the answer was lost, and what runs is presumably ours. */
  readonly isCertain: boolean;
  readonly askedAt: Instant;
  readonly baseline: Baseline;
  /** It launched the environment; the service offers no abort for that. */
  readonly isCreation?: true;
}

/** What a swap of this rollout has done to the traffic. `moving`: asked for, and not proven yet. */
export interface Traffic {
  readonly step: SwapStep;
  readonly state: 'moving' | 'moved';
  readonly since: Instant;
  /** Where an earlier swap of this rollout had left it: there it stays when this one comes to nothing. */
  readonly before?: Traffic | undefined;
}

/** The rollout as a whole. */
export interface Rollout {
  readonly request: RolloutRequest;
  /** For looks that are repeated anyway. */
  readonly reader: Beanstalk;
  deadline: Instant;
  /** Something was written into the account's environments. */
  hasChanged: boolean;
  /** Of the deployment itself, once it is proven. */
  proven: { readonly reason: string; readonly proof: Proof } | undefined;
  /** What would take back what was done so far, in the order in which it would be carried out; see `undo.ts`. */
  undo: readonly Step[];
  /** Of the newest swap; absent before the first. */
  traffic: Traffic | undefined;
  /** Who has the production name, by the last look; by shares the names say nothing of who serves. */
  holder: EnvironmentRef | 'nobody' | undefined;
  /** Ids of the sides that are there, by the last look; `undefined` when nobody has looked, or could see. */
  sidesThere: readonly string[] | undefined;
  /** Ids of environments that it has terminated, and seen to be gone. */
  gone: readonly string[];
  /** What it has made of the shares of a canary; absent before the first write. */
  share: ShareState | undefined;
  /** A write of shares that is on its way. */
  shifting: Promise<void> | undefined;
  /** The route as it was read last. */
  routeOpened: RouteOpened | undefined;
  /** Everything of the route that is not ours, as it was when this rollout wrote last. */
  routeSeen: string | undefined;
  /** What is written down of the canary in flight. */
  note: CanaryNote | undefined;
  /** What else of this rollout may still go on in the account, in a sentence each. */
  leftovers: readonly string[];
  /** An environment that was asked to terminate and is not seen to be gone. `isCertain: false`: the answer was lost. */
  leaving: (EnvironmentRef & { readonly isCertain: boolean }) | undefined;
  /** An environment that was asked for, while nobody knows whether the service has heard of it. */
  creating: string | undefined;
  /** The upload, which removes its unfinished parts from the bucket when it is broken off. */
  publishing: Promise<void> | undefined;
  /** One for each environment that a step has touched, by name (names are unique in a region). */
  readonly runs: Map<string, Run>;
}

/** One environment within a rollout: its own event stream, and what this rollout has asked of it. */
export interface Run {
  readonly rollout: Rollout;
  readonly request: RolloutRequest;
  readonly reader: Beanstalk;
  /** Its id is filled in when this rollout creates it. */
  readonly target: { id: string; readonly name: string };
  readonly watch: RolloutWatch;
  /** The newest reading of the environment before an update. */
  environment: Environment | undefined;
  /** The update in progress, or the last one. */
  ours: OurUpdate | undefined;
  /** Every update that was asked for and not refused, in this order; the last one is `ours`. */
  asked: readonly OurUpdate[];
  /** The newest of them that has been proven. */
  settled: OurUpdate | undefined;
  /** The call for an update or a creation is on its way, and nothing came back yet. */
  asking: Promise<unknown> | undefined;
  /** Takes what that call asks for as begun: whoever waits for it no longer cannot know. Absent once it is answered. */
  unanswered: (() => void) | undefined;
  /** `ours` has been proven to have ended. */
  hasEnded: boolean;
}

export function beginRollout(request: RolloutRequest): Rollout {
  return {
    request,
    reader: request.ports.watchBeanstalk ?? request.ports.beanstalk,
    deadline: Number.POSITIVE_INFINITY,
    hasChanged: false,
    proven: undefined,
    undo: [],
    traffic: undefined,
    holder: undefined,
    sidesThere: undefined,
    gone: [],
    share: undefined,
    shifting: undefined,
    routeOpened: undefined,
    routeSeen: undefined,
    note: undefined,
    leftovers: [],
    leaving: undefined,
    creating: undefined,
    publishing: undefined,
    runs: new Map(),
  };
}

/** The run of this environment; a new one, without an anchor yet, when no step has touched it so far. */
export function runOf(rollout: Rollout, environment: EnvironmentRef): Run {
  const known = rollout.runs.get(environment.name);
  if (known !== undefined) return known;
  const { ports, plan, settings, say, cancel } = rollout.request;
  const target = { ...environment };
  const watch = new RolloutWatch({
    beanstalk: rollout.reader,
    clock: ports.clock,
    random: ports.random,
    say,
    cancel,
    environment: target,
    application: plan.application,
    ...(settings.pollInterval === undefined ? {} : { pollInterval: settings.pollInterval }),
  });
  const run: Run = {
    rollout,
    request: rollout.request,
    reader: rollout.reader,
    target,
    watch,
    environment: undefined,
    ours: undefined,
    asked: [],
    settled: undefined,
    asking: undefined,
    unanswered: undefined,
    hasEnded: false,
  };
  rollout.runs.set(target.name, run);
  return run;
}

/** The run of the environment that the plan is about. */
export const mainRun = (rollout: Rollout): Run => runOf(rollout, rollout.request.plan.environment);
