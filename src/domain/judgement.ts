/** Judging a canary by evidence: the figures of both sides, the rules, and each decision with its numbers, as data. */
import type { AlarmWatch } from './alarm.js';
import type { GateFinding, OnInconclusive } from './gate.js';
import type { EnvironmentRef } from './plan.js';
import type { Instant, Milliseconds } from './time.js';

/** Where the figures of one side can be read. */
export type FigurePlace =
  /** Behind an application load balancer that both sides share. The parts of the ARNs that CloudWatch uses as dimensions. */
  | { readonly kind: 'target-group'; readonly loadBalancer: string; readonly targetGroup: string }
  /** A load balancer of its own: `app/name/id`, or the name of a classic one. */
  | { readonly kind: 'application'; readonly loadBalancer: string }
  | { readonly kind: 'classic'; readonly loadBalancer: string }
  /** Enhanced health of the whole environment, for whatever has no metrics of its own. */
  | { readonly kind: 'environment'; readonly environment: EnvironmentRef };

/** Both sides of a canary: the version that was there before, and the new one. */
export interface Sides<T> {
  readonly stable: T;
  readonly canary: T;
}

/** One stretch of figures: a minute of CloudWatch, or one sample of enhanced health. */
export interface FigureWindow {
  /** Its beginning. */
  readonly at: Instant;
  /** Requests answered in it. A window without data is left out: that is not zero, but nothing known. */
  readonly requests: number;
  readonly errors5xx: number;
  /** Absent: not told. */
  readonly p99?: Milliseconds;
}

/** What one side has answered in a stretch of time, as far as it is known. */
export interface SideFigures {
  readonly from: Instant;
  readonly to: Instant;
  readonly source: 'load-balancer' | 'environment-health' | 'instance-health';
  readonly windows: readonly FigureWindow[];
  /** Sums of the windows. */
  readonly requests: number;
  readonly errors5xx: number;
  /** The windows' p99, weighted by their requests, because percentiles cannot be added up. */
  readonly p99?: Milliseconds;
  /** How many requests were slower than each of these limits; empty where the source cannot count them. */
  readonly slower: readonly { readonly than: Milliseconds; readonly requests: number }[];
}

/** What is compared, and with which limits. A limit that is absent is no rule. */
export interface JudgeRules {
  /** The canary's share of 5xx answers, in percent of its requests. */
  readonly max5xxPercent?: number;
  /** How many percentage points more 5xx than the old side in the same minutes. */
  readonly max5xxIncrease?: number;
  readonly maxP99?: Milliseconds;
  /** The canary's p99 as a multiple of the old side's in the same minutes. */
  readonly maxP99Ratio?: number;
  /** Requests to the canary in one step, below which nothing is said of it. */
  readonly minRequests: number;
  /** How sure a "worse" has to be, over all looks and rules of the rollout together, in percent. */
  readonly confidence: number;
  /** Bad looks in a row that are forgiven to a gate without statistics (health, probe). */
  readonly failureLimit: number;
  /** So much longer than planned a step may take when the evidence does not suffice. */
  readonly maxStepExtension: Milliseconds;
  readonly onInconclusive: OnInconclusive;
}

/** Which look at which step this is: the chance of a false alarm is shared out among all of them. */
export interface Look {
  /** Of the step, from 1. */
  readonly look: number;
  /** How many looks the whole rollout will take at most, extensions included. */
  readonly looksInAll: number;
  /** The step's time is over: what is not worse by now passes. */
  readonly isLast: boolean;
}

export type RuleName =
  | 'requests'
  | 'max-5xx-percent'
  | 'max-5xx-increase'
  | 'max-p99'
  | 'max-p99-ratio'
  | 'health'
  | 'targets'
  | 'alarms'
  | 'smoke-test'
  | 'verify-command'
  | 'confirm-url'
  | 'metrics';

/** What one rule has found, with the numbers that it looked at. */
export interface RuleFinding {
  readonly rule: RuleName;
  readonly finding: GateFinding;
  /** In the rule's own unit: percent, percentage points, milliseconds or a multiple. */
  readonly canary?: number;
  readonly stable?: number;
  readonly limit?: number;
  /** The probability of figures at least so bad if the version kept to the limit; and below which that counts as worse. */
  readonly chance?: number;
  readonly threshold?: number;
}

/** What followed from a look. `hold`: the step goes on; `extend`: it goes on beyond its time, for more evidence. */
export type DecisionResult = 'hold' | 'extend' | 'raise' | 'restore';

/** One decision about a canary, complete enough to be checked by hand. */
export interface Decision {
  readonly at: Instant;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  readonly look: number;
  /** Share that the router was told to give, in percent. */
  readonly weight: number;
  /** Share of the requests that the canary really had, in percent; absent without figures of both. */
  readonly measuredShare?: number;
  readonly figures: Sides<SideFigures>;
  readonly findings: readonly RuleFinding[];
  /** Of all rules together. */
  readonly finding: GateFinding;
  readonly result: DecisionResult;
  /** What the result follows from, in a sentence. Foreign text may be part of it. */
  readonly why: string;
}

/** What is asked while Elastic Beanstalk itself splits the traffic of one environment and evaluates the new instances. */
export interface SplitJudging {
  readonly rules: JudgeRules;
  /** Share of the new instances, in percent. */
  readonly percent: number;
  /** How long the service evaluates them. */
  readonly evaluation: Milliseconds;
}

/** A page that says whether the step may be passed: asked until it answers 200; everything else means "not yet". */
export interface ConfirmUrl {
  readonly url: string;
  readonly timeout: Milliseconds;
}

/** Everything that is asked while a step holds its weight. */
export interface StepJudging {
  readonly rules: JudgeRules;
  readonly places: Sides<FigurePlace>;
  readonly alarms?: AlarmWatch;
  readonly confirm?: ConfirmUrl;
}

/** What comes about more often than this by chance says nothing. */
const OFTEN = 0.05;

/** How rarely something comes about by chance: `once in 200 looks`; nobody needs to know more than a million. */
export function oneIn(chance: number): string {
  if (chance >= OFTEN) return 'often';
  if (chance < 1e-6) return 'less than once in a million looks';
  const times = 1 / chance;
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(times)) - 1);
  return `once in ${Math.round(times / digits) * digits} looks`;
}
