/** The log of the step while it runs: what was planned, each event once, where the rollout stands, how it ended. */

import { isFailure } from '../domain/outcome.js';
import type { Plan, Step } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { Progress, RolloutView, StepEnding } from '../domain/progress.js';
import { formatDuration, type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import type { Verdict } from '../domain/verdict.js';
import type { Host } from '../ports/host.js';
import type { Annotating } from './annotations.js';
import { candidateLines } from './candidates.js';
import { decisionLine } from './decisions.js';
import { endingLines, errorText } from './ending.js';
import { foreignText, withoutCommands } from './foreign.js';
import type { Listener } from './listeners.js';
import { comparisonLines, planLines, planSentence } from './plan-text.js';
import type { RunRecord } from './record.js';
import { Repeats } from './repeats.js';
import { stepTitle } from './step-words.js';
import { bytes, headline, name, plural, viewIdentity, viewLine } from './words.js';

/** A progress line without news comes this often, and half as often once it is known that it takes its time. */
const QUIET: Milliseconds = seconds(30);
const LONG: Milliseconds = minutes(5);
/** A step without a verdict that was over at once needs no line for its end. */
const AT_ONCE: Milliseconds = seconds(2);
/** Failed looks in a row are told at the 1st, then this seldom. */
const LOOK_FAILED_QUIET: Milliseconds = minutes(1);
const WAITING_QUIET: Milliseconds = seconds(30);
const UPLOAD_QUIET: Milliseconds = seconds(5);
const PLAN_TITLE = 'Beanstalk Rollout: before it starts';
/** Excluded paths listed one by one. */
const MOST_EXCLUDED = 30;

/** Messages of the rollout itself; the rest is handled apart to keep functions short. */
type Watched =
  | 'planned'
  | 'candidates'
  | 'step-started'
  | 'step-ended'
  | 'waiting-for-environment'
  | 'event-seen'
  | 'view'
  | 'look-failed';

type LogHost = Pick<Host, 'line' | 'group' | 'endGroup' | 'debug' | 'run'>;

const verdictText = ({ verdict, reason }: Verdict): string => `${verdict}: ${foreignText(reason)}`;

/** What is watched is proven when it is done. */
const STEP_ENDS: Readonly<Record<StepEnding, string>> = {
  done: 'ended',
  failed: 'failed',
  'timed-out': 'ran out of time',
  'not-awaited': 'was left to go on',
};

/** When something of a kind was last printed, to print it seldom. */
class Throttle {
  #last: Instant | undefined;

  passes(at: Instant, quiet: Milliseconds): boolean {
    if (this.#last !== undefined && at - this.#last < quiet) return false;
    this.#last = at;
    return true;
  }

  reset(at?: Instant): void {
    this.#last = at;
  }
}

export class Log implements Listener {
  readonly name = 'log';
  readonly #host: LogHost;
  readonly #annotations: Annotating;
  readonly #views = new Throttle();
  readonly #lookFailed = new Throttle();
  readonly #waiting = new Throttle();
  readonly #upload = new Throttle();
  readonly #repeats = new Repeats();
  #lastView = '';
  #lastWaitingStatus = '';
  #lastLookFailed = '';
  #grouped = false;
  readonly #dryRun: () => boolean;

  /** `dryRun`: whether the plan is the product, so that it is not folded away. Asked when the plan arrives. */
  constructor(host: LogHost, annotations: Annotating, dryRun: () => boolean = () => false) {
    this.#host = host;
    this.#annotations = annotations;
    this.#dryRun = dryRun;
  }

  hear(progress: Progress): void {
    if (progress.type !== 'event-seen') this.#lines(this.#repeats.flush());
    switch (progress.type) {
      case 'planned':
        this.#plan(progress.plan);
        break;
      case 'candidates':
        this.#lines(candidateLines(progress.candidates));
        break;
      case 'step-started':
        this.#stepStarted(progress.index, progress.count, progress.step);
        break;
      case 'step-ended':
        this.#stepEnded(progress);
        break;
      case 'waiting-for-environment':
        this.#waitingFor(progress);
        break;
      case 'event-seen':
        this.#lines(this.#repeats.lines(progress.event));
        break;
      case 'view':
        this.#look(progress.at, progress.view, progress.elapsed);
        break;
      case 'look-failed':
        this.#failedLook(progress.at, progress.problem, progress.inARow);
        break;
      case 'notice':
      case 'warning':
      case 'bundle-entry-summary':
      case 'upload-progress':
      case 'verdict':
      case 'decision':
      case 'instances':
      case 'traffic-moved':
      case 'cancel-requested':
      case 'ended':
        this.#hearRest(progress);
        break;
    }
  }

  #hearRest(progress: Exclude<Progress, { type: Watched }>): void {
    switch (progress.type) {
      case 'notice':
        this.#line(foreignText(progress.text, 1_000));
        break;
      case 'warning':
        this.#warn(progress.problem);
        break;
      case 'bundle-entry-summary':
        this.#bundle(progress);
        break;
      case 'upload-progress':
        this.#uploaded(progress.at, progress.sent, progress.total);
        break;
      case 'verdict':
        if (this.#host.run.debug) this.#host.debug(verdictText(progress.verdict));
        break;
      case 'decision':
        this.#line(decisionLine(progress.decision));
        break;
      case 'traffic-moved':
        this.#line(`${name(progress.sides.live.name)} has the traffic of ${name(progress.sides.productionCname)} now.`);
        break;
      case 'cancel-requested':
        this.#closeGroup();
        this.#line(`Asked to stop${progress.aborting ? ': aborting the update that this run started' : ''}.`);
        break;
      case 'ended':
        this.#closeGroup();
        break;
      case 'instances':
        break;
    }
  }

  /** The ending, verdict first. Called once, with everything known. */
  conclude(record: RunRecord): void {
    this.#lines(this.#repeats.flush());
    this.#closeGroup();
    if (record.comparison !== undefined && record.settings !== undefined) {
      this.#lines(comparisonLines(record.comparison, record.settings.strategy.name));
    }
    this.#line('');
    if (isFailure(record.outcome.state)) {
      this.#annotations.verdict(errorText(record), `Beanstalk Rollout: ${record.outcome.state}`);
    } else {
      this.#line(headline(record.outcome));
    }
    this.#lines(endingLines(record, this.#host.run));
  }

  #line(text: string): void {
    this.#host.line(withoutCommands(text));
  }

  #lines(lines: readonly string[]): void {
    for (const line of lines) this.#line(line);
  }

  #group(title: string): void {
    this.#closeGroup();
    this.#host.group(withoutCommands(title));
    this.#grouped = true;
  }

  #closeGroup(): void {
    if (this.#grouped) this.#host.endGroup();
    this.#grouped = false;
  }

  #warn(problem: Problem): void {
    const text = `${foreignText(problem.what, 1_000)} ${foreignText(problem.hint, 500)}`.trim();
    this.#annotations.add('warning', text, `Beanstalk Rollout: ${foreignText(problem.code, 60)}`);
  }

  #bundle(summary: Extract<Progress, { type: 'bundle-entry-summary' }>): void {
    const { included, bytes: size, excluded } = summary;
    const title = `Bundle: ${plural(included, 'file')}, ${bytes(size)}`;
    if (excluded.length === 0) {
      this.#line(title);
      return;
    }
    this.#group(`${title}; ${excluded.length} left out`);
    for (const { path, rule } of excluded.slice(0, MOST_EXCLUDED)) {
      this.#line(`  left out ${foreignText(path, 200)} (${foreignText(rule, 100)})`);
    }
    if (excluded.length > MOST_EXCLUDED) this.#line(`  … and ${excluded.length - MOST_EXCLUDED} more`);
    this.#closeGroup();
  }

  #plan(plan: Plan): void {
    this.#closeGroup();
    this.#line(planSentence(plan));
    if (this.#dryRun()) {
      this.#lines(planLines(plan));
      this.#line('');
      this.#lines(comparisonLines(plan.comparison, plan.strategy));
    } else if (plan.steps.length > 0) {
      this.#group('The plan in full');
      this.#lines(planLines(plan));
      this.#closeGroup();
    }
    for (const warning of plan.warnings) this.#annotations.add('warning', foreignText(warning, 1_000), PLAN_TITLE);
  }

  /** Short steps are folded; a watched step stays open, because a fold hides its live lines on GitHub. */
  #stepStarted(index: number, count: number, step: Step): void {
    const title = `Step ${index + 1} of ${count}: ${stepTitle(step)}`;
    this.#lastView = '';
    this.#upload.reset();
    if (step.kind === 'settle') {
      this.#closeGroup();
      this.#line(title);
    } else {
      this.#group(title);
    }
  }

  #stepEnded({ index, count, step, end, took }: Extract<Progress, { readonly type: 'step-ended' }>): void {
    this.#closeGroup();
    if (end === 'done' && step.kind !== 'settle' && took < AT_ONCE) return;
    const how = end === 'done' && step.kind === 'settle' ? 'proven' : STEP_ENDS[end];
    const after = took < AT_ONCE ? '' : ` after ${formatDuration(took)}`;
    this.#line(`Step ${index + 1} of ${count} ${how}${after}`);
  }

  #uploaded(at: Instant, sent: number, total: number): void {
    if (sent < total && !this.#upload.passes(at, UPLOAD_QUIET)) return;
    const percent = total > 0 ? Math.floor((100 * sent) / total) : 100;
    this.#line(`uploaded ${bytes(sent)} of ${bytes(total)} (${percent} %)`);
  }

  #waitingFor(progress: Extract<Progress, { type: 'waiting-for-environment' }>): void {
    if (progress.status === this.#lastWaitingStatus && !this.#waiting.passes(progress.at, WAITING_QUIET)) return;
    this.#lastWaitingStatus = progress.status;
    this.#waiting.reset(progress.at);
    const waited = formatDuration(progress.waited);
    this.#line(`${name(progress.environment)} is ${progress.status}; waiting until it is Ready (${waited} so far)`);
  }

  #look(at: Instant, view: RolloutView, elapsed: Milliseconds): void {
    const identity = viewIdentity(view);
    const quiet = elapsed < LONG ? QUIET : 2 * QUIET;
    if (identity === this.#lastView && !this.#views.passes(at, quiet)) return;
    this.#lastView = identity;
    this.#views.reset(at);
    this.#line(`${formatDuration(Math.max(seconds(1), elapsed)).padStart(7)}  ${viewLine(view)}`);
  }

  #failedLook(at: Instant, problem: Problem, inARow: number): void {
    const isNew = problem.code !== this.#lastLookFailed;
    if (!isNew && !this.#lookFailed.passes(at, LOOK_FAILED_QUIET)) return;
    this.#lastLookFailed = problem.code;
    this.#lookFailed.reset(at);
    const often = inARow > 1 ? ` (${inARow} times in a row)` : '';
    this.#line(`Looking again later${often}: ${foreignText(problem.what)}`);
  }
}
