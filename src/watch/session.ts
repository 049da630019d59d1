/** One wait for one update: its knowledge, its judgement, and when it is over. Makes no call itself. */
import type { Proof } from '../domain/outcome.js';
import type { UpdateExpectation } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import { formatDuration, type Instant, type Milliseconds } from '../domain/time.js';
import type { Verdict } from '../domain/verdict.js';
import { ALLOWANCES } from './allowances.js';
import type { HealthRules } from './health-gate.js';
import { type Judgement, judgeSettled } from './judges.js';
import { type Baseline, beginKnowing, type Knowledge, learn, type Observation } from './knowledge.js';
import { type Look, type Pacing, planDrain, planLook } from './pace.js';
import { contradictsPolicy, type Shape } from './shape.js';
import { viewOf } from './view.js';

export type Settled = Exclude<Verdict, { readonly verdict: 'waiting' }>;

export interface SettleRequest {
  readonly expects: UpdateExpectation;
  readonly rules: HealthRules;
  /** The environment right before the update was asked for, and when that was. */
  readonly baseline: Baseline;
  readonly askedAt: Instant;
  readonly expectedDuration: Milliseconds;
  readonly deadline: Instant;
  readonly shape: Shape;
  /** Ends the wait, as a request to stop does, when something else has decided. */
  readonly stop?: AbortSignal;
  /** What an earlier wait for the same update has found out: then nothing needs to begin again. */
  readonly known?: Knowledge;
}

/** What earlier waits of the same rollout have spent. */
export interface Spent {
  readonly since: Instant;
  readonly calls: number;
}

export type SettleEnd =
  | {
      readonly end: 'judged';
      readonly verdict: Settled;
      readonly proof: Proof;
      readonly known: Knowledge;
    }
  /** The deadline passed; `reason` is what was still waited for. */
  | { readonly end: 'timed-out'; readonly reason: string; readonly known: Knowledge }
  | { readonly end: 'cancelled'; readonly known: Knowledge }
  /** A call failed in a way that will not get better. */
  | { readonly end: 'broken'; readonly problem: Problem; readonly known: Knowledge };

interface SessionParts {
  readonly say: Say;
  readonly environment: { readonly name: string };
  readonly pollInterval?: Milliseconds;
}

/** One wait for one update. */
export class Session {
  readonly #request: SettleRequest;
  readonly #parts: SessionParts;
  readonly #spent: Spent;
  #known: Knowledge;
  #judgement: Judgement;
  #looks = 0;
  #calls = 0;
  #drainingSince: Instant | undefined;
  #said = '';
  #warned = false;

  constructor(request: SettleRequest, parts: SessionParts, spent?: Spent) {
    this.#request = request;
    this.#parts = parts;
    this.#spent = spent ?? { since: request.askedAt, calls: 0 };
    this.#known = request.known ?? beginKnowing(request.baseline, request.askedAt);
    this.#judgement = judgeSettled(request.expects, request.rules, this.#known, request.askedAt);
  }

  get known(): Knowledge {
    return this.#known;
  }

  /** With what the waits before this one have spent. */
  get spent(): Spent {
    return { since: this.#spent.since, calls: this.#spent.calls + this.#calls };
  }

  get isDraining(): boolean {
    return this.#drainingSince !== undefined;
  }

  plan(failedInARow: number, jitter: number, now: Instant): Look {
    const { askedAt, expectedDuration, expects } = this.#request;
    const { pollInterval } = this.#parts;
    const pacing: Pacing = {
      askedAt,
      expectedDuration,
      looks: this.#looks,
      ...this.spent,
      settingsOnly: expects.versionLabel === undefined && !expects.raisesDeploymentId && expects.everyInstance !== true,
      failedInARow,
      asksInstances: expects.enhancedHealth && expects.raisesDeploymentId,
      jitter,
      ...(pollInterval === undefined ? {} : { pollInterval }),
    };
    const drain = this.isDraining ? planDrain(this.#known, pacing, now) : undefined;
    if (drain !== undefined && failedInARow === 0) return drain;
    // Looks that failed are further apart, but what is missing stays the same.
    const { at, readings } = planLook(this.#judgement, this.#known, pacing, now);
    return { at, readings: drain?.readings ?? readings };
  }

  lookStarts(calls: number): void {
    this.#looks += 1;
    this.#calls += calls;
  }

  learn(seen: Observation): void {
    this.#known = learn(this.#known, seen);
  }

  /** Answers how the wait has ended, or `undefined` to look again. */
  judge(eventsRead: boolean, now: Instant): SettleEnd | undefined {
    const { expects, rules, deadline } = this.#request;
    const known = this.#known;
    this.#judgement = judgeSettled(expects, rules, known, now);
    const { verdict, proof } = this.#judgement;
    this.#sayWhereItStands(verdict, now);
    if (verdict.verdict === 'failed') return { end: 'judged', verdict, proof, known };
    const wasDraining = this.isDraining;
    if (verdict.verdict === 'waiting') this.#drainingSince = undefined;
    else {
      if (this.#drainingSince !== undefined && eventsRead) return { end: 'judged', verdict, proof, known };
      this.#drainingSince ??= now;
      const spent = now - this.#drainingSince;
      if (spent >= ALLOWANCES.absent && known.events.incredibleInARow > 2) {
        const unread = undrained(spent);
        this.#parts.say({ type: 'verdict', verdict: unread });
        return { end: 'judged', verdict: unread, proof, known };
      }
    }
    // What was proven by the last look before the deadline still gets its drain.
    const isDrainDue = this.isDraining && !wasDraining;
    return now >= deadline && !isDrainDue ? { end: 'timed-out', reason: missing(verdict), known } : undefined;
  }

  #sayWhereItStands(verdict: Verdict, now: Instant): void {
    const { expects, askedAt, expectedDuration, rules, shape } = this.#request;
    const { say, environment } = this.#parts;
    const stableFor = rules.accepted.kind === 'any' ? 0 : rules.stableFor;
    const schedule = { askedAt, expectedDuration, stableFor, fleetSize: shape.before.size };
    const view = viewOf(expects, this.#known, schedule, now);
    say({ type: 'view', environment: environment.name, view, elapsed: now - askedAt });
    if (verdict.reason !== this.#said) say({ type: 'verdict', verdict });
    this.#said = verdict.reason;
    const contradiction = this.#warned ? undefined : contradictsPolicy(expects, this.#known, shape);
    if (contradiction === undefined) return;
    this.#warned = true;
    say({ type: 'warning', problem: policyProblem(contradiction) });
  }
}

function policyProblem(what: string): Problem {
  return {
    code: 'policy-not-at-work',
    blame: 'aws',
    what,
    hint: 'Watch the capacity of this deployment; set the policy in an update of its own before the next one.',
  };
}

/** What is still missing when time is up: with everything proven it is the rest of the events. */
const missing = ({ verdict, reason }: Verdict): string =>
  verdict === 'waiting' ? reason : `the state shows success (${reason}), but the events could not be read to their end`;

function undrained(spent: Milliseconds): Settled {
  const reason = `the state shows success, but for ${formatDuration(spent)} the events could not be read to their end; the permission elasticbeanstalk:DescribeEvents may be missing`;
  return { verdict: 'failed', code: 'cannot-tell', reason };
}
