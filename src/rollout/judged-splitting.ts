/**
 * Judges a version while Elastic Beanstalk evaluates it under `TrafficSplitting`: new instances against old ones in the same
 * environment, by what each says of its requests. The service itself looks at health only, and only at the new ones.
 */
import { passedUnjudged, sentBack } from '../domain/judge-problems.js';
import type { Decision, FigureWindow, Sides, SplitJudging } from '../domain/judgement.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { failed } from '../domain/verdict.js';
import { addUp } from '../judge/figures.js';
import { decide } from '../judge/judge.js';
import { looksIn } from '../judge/looks.js';
import { splitInstances, windowOf } from '../judge/split.js';
import { unlessStopped } from '../watch/stop.js';
import type { SettleEnd } from '../watch/watch.js';
import type { Run, SettleStep } from './run.js';

/** The health agents report every ten seconds. */
const EVERY: Milliseconds = seconds(10);
const LOOK_EVERY: Milliseconds = minutes(1);
/** The last look comes so long before the evaluation is over that there is time to stop the update. */
const BEFORE_ITS_END: Milliseconds = seconds(40);
/** So many samples are taken in any evaluation, whatever they cost. */
const SAMPLES = 10;

/** Watches an update and judges meanwhile. A version that is worse ends the wait, which then stops the update. */
export async function settleUnderJudging(
  run: Run,
  step: SettleStep & { readonly judging: SplitJudging },
  settle: (stop: AbortSignal) => Promise<SettleEnd>,
): Promise<SettleEnd> {
  const { cancel, say } = run.request;
  const [stop, ended] = [new AbortController(), new AbortController()];
  const judging = new JudgedSplitting(run, step);
  let broken: Problem | undefined;
  const watching = judging
    .watch(AbortSignal.any([ended.signal, cancel]))
    .catch((error: unknown) => {
      if (!(error instanceof ActionError)) throw error;
      broken = error.problem;
    })
    .finally(() => (judging.problem === undefined && broken === undefined ? undefined : stop.abort()));
  const end = await settle(stop.signal).finally(() => ended.abort());
  await unlessStopped(watching, cancel);
  if (cancel.aborted) return end;
  const { known } = end;
  const isReached = end.end === 'judged' && end.verdict.verdict === 'reached';
  if (isReached && judging.problem === undefined) judging.lastWord();
  const { problem } = judging;
  if (problem !== undefined) {
    if (end.end === 'judged' && !isReached) return end;
    const code = problem.code === 'inconclusive' ? 'inconclusive' : 'worse-than-before';
    return { end: 'judged', verdict: failed(code, problem.what.replace(/\.$/, '')), proof: 'none', known };
  }
  if (broken !== undefined && !isReached && end.end === 'cancelled') return { end: 'broken', problem: broken, known };
  if (broken !== undefined) say({ type: 'warning', problem: broken });
  return end;
}

class JudgedSplitting {
  readonly #run: Run;
  readonly #step: SettleStep & { readonly judging: SplitJudging };
  #windows: Sides<readonly FigureWindow[]> = { stable: [], canary: [] };
  #pause = EVERY;
  #refreshedAt: Instant | undefined;
  /** When both kinds of instances served for the first time; when the new ones had their first request. */
  #seenSince: Instant | undefined;
  #since: Instant | undefined;
  /** So much earlier than it was seen they may have had it. */
  #unseen: Milliseconds = 0;
  #nextLook = Number.POSITIVE_INFINITY;
  #looks = 0;
  #isDone = false;
  /** Why the version is not to get all requests. */
  problem: Problem | undefined;

  constructor(run: Run, step: SettleStep & { readonly judging: SplitJudging }) {
    this.#run = run;
    this.#step = step;
  }

  async watch(ended: AbortSignal): Promise<void> {
    const { clock } = this.#run.request.ports;
    while (!ended.aborted && !this.#isDone) {
      await clock.sleep(Math.min(this.#pause, this.#endsAt - clock.now()), ended);
      if (ended.aborted) return;
      await this.#sample();
      if (ended.aborted) return;
      const now = clock.now();
      if (now >= this.#nextLook || now >= this.#endsAt) this.#look(now, now >= this.#endsAt);
    }
  }

  /** What is known when the service is through with the version, and no last look was taken before. */
  lastWord(): void {
    if (!this.#isDone) this.#look(this.#run.request.ports.clock.now(), true);
  }

  /** No event says when the evaluation begins: with the first request, or, when there is none, not before both served. */
  get #endsAt(): Instant {
    const since = this.#since ?? this.#seenSince;
    if (since === undefined) return Number.POSITIVE_INFINITY;
    return since - this.#unseen + this.#step.judging.evaluation - BEFORE_ITS_END;
  }

  async #sample(): Promise<void> {
    const { request, reader, target } = this.#run;
    try {
      const { instances, refreshedAt, pages } = await reader.instances(target.id);
      const unseen = this.#pause - EVERY;
      this.#pause = this.#pauseAfter(pages);
      if (refreshedAt !== undefined && refreshedAt === this.#refreshedAt) return;
      this.#refreshedAt = refreshedAt;
      const groups = splitInstances(instances, this.#step.expects);
      if (groups === undefined) return;
      const now = request.ports.clock.now();
      const window = { stable: windowOf(groups.stable, now), canary: windowOf(groups.canary, now) };
      // Old instances without requests: nobody asks at all, or the new ones have everything already.
      this.#seenSince ??= now;
      if (window.stable.requests === 0) return;
      if (this.#since === undefined && window.canary.requests > 0) {
        this.#since = now;
        this.#unseen = unseen;
        this.#nextLook = now + Math.min(LOOK_EVERY, this.#step.judging.evaluation / 2);
      }
      // What the old ones did before there was anything to compare it with does not count.
      if (this.#since === undefined) return;
      const { stable, canary } = this.#windows;
      this.#windows = {
        stable: [...stable, window.stable],
        canary: window.canary.requests > 0 ? [...canary, window.canary] : canary,
      };
    } catch (error) {
      if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
      request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    }
  }

  /** A large fleet is read page by page: all of its samples together cost no more calls than those of a small one. */
  #pauseAfter(pages = 1): Milliseconds {
    return Math.min(pages * EVERY, Math.max(EVERY, this.#step.judging.evaluation / SAMPLES));
  }

  #look(now: Instant, isLast: boolean): void {
    const { say } = this.#run.request;
    this.#looks += 1;
    this.#nextLook = Math.max(now + seconds(1), Math.min(now + LOOK_EVERY, this.#endsAt));
    const decision = this.#decide(now, isLast);
    say({ type: 'decision', decision });
    this.#isDone = isLast || decision.result === 'restore';
    if (decision.result === 'restore') this.problem = sentBack(decision);
    if (decision.result === 'raise' && decision.finding.result === 'inconclusive') {
      say({ type: 'warning', problem: passedUnjudged(decision) });
    }
  }

  #decide(now: Instant, isLast: boolean): Decision {
    const { rules, percent, evaluation } = this.#step.judging;
    const span = { from: this.#since ?? now, to: now };
    return decide({
      at: now,
      rules,
      // One more for the last word.
      look: { look: this.#looks, looksInAll: looksIn(evaluation, { maxStepExtension: 0 }) + 1, isLast },
      step: 1,
      steps: 1,
      weight: percent,
      figures: {
        stable: addUp('instance-health', span, this.#windows.stable),
        canary: addUp('instance-health', span, this.#windows.canary),
      },
      others: [],
      // The service evaluates for as long as it was told to.
      extensionLeft: 0,
    });
  }
}
