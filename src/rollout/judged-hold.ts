/** Holds a version at its share of the traffic until it has passed, or was found to be worse: looks, judges, tells. */
import { cannotTell, together } from '../domain/gate.js';
import { notConfirmed, passedUnjudged, sentBack } from '../domain/judge-problems.js';
import type { Decision, FigurePlace, Look, RuleFinding, SideFigures, Sides } from '../domain/judgement.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { TargetHealth } from '../domain/route.js';
import type { ObserveStep } from '../domain/share-steps.js';
import { type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { addUp } from '../judge/figures.js';
import { decide } from '../judge/judge.js';
import { looksOf, RESTING_LOOKS } from '../judge/looks.js';
import { HoldGates } from './hold-gates.js';
import type { Rollout } from './run.js';
import { type SideReader, sideReader } from './side-figures.js';

/** Health agents report every ten seconds, and so are gates without statistics asked. */
const TICK: Milliseconds = seconds(10);
/** Load balancers report by the minute, and so are figures judged. */
const EVERY: Milliseconds = minutes(1);

export interface HoldRequest {
  readonly step: ObserveStep;
  readonly places: Sides<FigurePlace>;
  /** Of the new side; `undefined` where it cannot be asked. */
  readonly targets: () => Promise<TargetHealth | undefined>;
  /** What somebody wants of the canary, asked at every tick. `pause`: for as long as that is answered. */
  readonly wish: () => Promise<'pause' | 'promote' | 'abort' | undefined>;
}

export type HoldEnd =
  /** `promoted`: somebody wants it to go on before the step's time is over. */
  | { readonly held: 'passed' | 'promoted' | 'aborted' | 'cancelled' }
  | { readonly held: 'failed'; readonly problem: Problem };

export async function judgedHold(rollout: Rollout, request: HoldRequest): Promise<HoldEnd> {
  return new JudgedHold(rollout, request).run();
}

class JudgedHold {
  readonly #rollout: Rollout;
  readonly #request: HoldRequest;
  readonly #gates: HoldGates;
  readonly #reader: SideReader;
  #endsAt: Instant;
  #nextLook: Instant;
  #looks = 0;
  #restingLooks = 0;
  /** When the step's own time was over for the first time. */
  #overSince: Instant | undefined;
  #isPaused = false;
  /** Everything but the confirmation has passed. */
  #awaitsConfirmation = false;
  #figures: Sides<SideFigures>;

  constructor(rollout: Rollout, request: HoldRequest) {
    this.#rollout = rollout;
    this.#request = request;
    const now = rollout.request.ports.clock.now();
    this.#endsAt = now + request.step.span;
    this.#nextLook = now + EVERY;
    this.#gates = new HoldGates(rollout, request.step, request.targets);
    const { clock, metrics } = rollout.request.ports;
    this.#reader = sideReader({ clock, metrics, beanstalk: rollout.reader }, request.places, now);
    const nothing = addUp('load-balancer', { from: now, to: now }, []);
    this.#figures = { stable: nothing, canary: nothing };
  }

  async run(): Promise<HoldEnd> {
    const { ports, cancel } = this.#rollout.request;
    for (;;) {
      const before = ports.clock.now();
      const untilEnd = this.#isPaused || this.#awaitsConfirmation ? TICK : this.#endsAt - before;
      const pause = Math.min(TICK, this.#nextLook - before, untilEnd);
      await ports.clock.sleep(Math.max(seconds(1), pause), cancel);
      if (cancel.aborted) return { held: 'cancelled' };
      const wish = await this.#request.wish();
      if (wish === 'abort') return { held: 'aborted' };
      if (wish === 'promote') return { held: 'promoted' };
      if (this.#isPaused && wish !== 'pause') this.#nextLook = Math.min(this.#nextLook, before + EVERY);
      this.#isPaused = wish === 'pause';
      await this.#gates.look();
      await this.#reader.sample();
      if (cancel.aborted) return { held: 'cancelled' };
      const now = ports.clock.now();
      // Whoever pauses, or has to confirm, takes time that is not the rollout's.
      if (this.#isPaused || this.#awaitsConfirmation) this.#rollout.deadline += now - before;
      const end = await this.#judge(now);
      if (cancel.aborted) return { held: 'cancelled' };
      if (end !== undefined) return end;
    }
  }

  async #judge(now: Instant): Promise<HoldEnd | undefined> {
    if (this.#gates.hasFailed) return this.#tell(this.#decide(now, this.#gates.findings, false));
    const isOver = !this.#isPaused && now >= this.#endsAt;
    if (now < this.#nextLook && !(isOver && !this.#awaitsConfirmation)) {
      return this.#awaitsConfirmation && isOver ? this.#askConfirmation(now) : undefined;
    }
    this.#planNextLook(now);
    const unread = await this.#read();
    const others = unread === undefined ? this.#gates.findings : [...this.#gates.findings, unread];
    if (isOver) this.#overSince ??= now;
    const decision = this.#decide(now, others, isOver);
    return decision.result === 'raise' ? this.#askAtEnd(now, decision) : this.#tell(decision);
  }

  /** A look costs a part of the error that is allowed; while somebody is waited for, looks become rarer and rarer. */
  #planNextLook(now: Instant): void {
    this.#looks += 1;
    const rests = this.#isPaused || this.#awaitsConfirmation;
    if (rests) this.#restingLooks += 1;
    const isSpent = this.#restingLooks > RESTING_LOOKS;
    this.#nextLook = !rests ? now + EVERY : isSpent ? Number.POSITIVE_INFINITY : now + EVERY * 2 ** this.#restingLooks;
  }

  async #read(): Promise<RuleFinding | undefined> {
    try {
      this.#figures = await this.#reader.read(this.#request.step.rules);
      return undefined;
    } catch (error) {
      if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
      this.#rollout.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
      return { rule: 'metrics', finding: cannotTell('the figures of this minute could not be read') };
    }
  }

  #decide(now: Instant, others: readonly RuleFinding[], isLast: boolean): Decision {
    const { step, steps, weight, rules } = this.#request.step;
    const over = this.#overSince === undefined ? 0 : now - this.#overSince;
    const look: Look = { look: this.#looks, looksInAll: looksOf(this.#rollout.request.plan.steps), isLast };
    // Nobody's time runs out while somebody else is waited for.
    const extensionLeft = this.#awaitsConfirmation ? EVERY : rules.maxStepExtension - over;
    return decide({ at: now, rules, look, step, steps, weight, figures: this.#figures, others, extensionLeft });
  }

  /** Everything seen so far lets it pass: now what is asked only once, or until somebody has said yes. */
  async #askAtEnd(now: Instant, passed: Decision): Promise<HoldEnd | undefined> {
    const last = await this.#gates.atEnd();
    if (this.#rollout.request.cancel.aborted) return { held: 'cancelled' };
    if (last === undefined) return this.#tell(passed);
    const findings = [...passed.findings, last];
    if (last.finding.result === 'fail') return this.#tell({ ...passed, findings, ...failedBy(last) });
    const isNew = !this.#awaitsConfirmation;
    this.#awaitsConfirmation = true;
    this.#endsAt = now;
    const waits = { ...passed, findings, result: 'hold' as const, finding: last.finding, why: last.finding.why };
    return isNew ? this.#tell(waits) : undefined;
  }

  async #askConfirmation(now: Instant): Promise<HoldEnd | undefined> {
    const decision = this.#decide(now, this.#gates.findings, true);
    return decision.result === 'raise' ? this.#askAtEnd(now, decision) : undefined;
  }

  #tell(decision: Decision): HoldEnd | undefined {
    const { say } = this.#rollout.request;
    say({ type: 'decision', decision });
    switch (decision.result) {
      case 'hold':
        return undefined;
      case 'extend':
        this.#endsAt = decision.at + EVERY;
        return undefined;
      case 'raise':
        if (decision.finding.result === 'inconclusive') say({ type: 'warning', problem: passedUnjudged(decision) });
        return { held: 'passed' };
      case 'restore': {
        const unconfirmed = decision.findings.find(
          ({ rule, finding }) => rule === 'confirm-url' && finding.result === 'fail',
        );
        return { held: 'failed', problem: unconfirmed === undefined ? sentBack(decision) : notConfirmed(decision.why) };
      }
    }
  }
}

const failedBy = (last: RuleFinding): Pick<Decision, 'finding' | 'result' | 'why'> => {
  const finding = together([last.finding]);
  return { finding, result: 'restore', why: finding.why };
};
