/** When what went on: the phases of a run, and the batches within them, from what was said on the way. Pure. */

import type { Step, StepKind } from '../domain/plan.js';
import type { Progress, StepEnding } from '../domain/progress.js';
import type { Instant } from '../domain/time.js';
import type { RunRecord } from './record.js';
import { stepTitle } from './step-words.js';

export interface Span {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** A batch of a deployment policy, as the looks have seen it: exact to the time between two looks. */
export interface Batch extends Span {
  readonly number: number;
  /** Of how many; absent while nobody could tell. */
  readonly total?: number;
}

export interface Phase extends Span {
  /** A sentence without a full stop, harmless in a log. */
  readonly title: string;
  /** `before`: reading, checking, packing and planning, until the first step begins. */
  readonly kind: StepKind | 'before';
  /** `back`: a step of the way back. */
  readonly direction: 'there' | 'back';
  /** Name of the environment that the step is about. Foreign text. */
  readonly environment?: string;
  readonly end: 'done' | 'failed' | 'stopped';
  readonly batches: readonly Batch[];
}

const PHASE_ENDS: Readonly<Record<StepEnding, Phase['end']>> = {
  done: 'done',
  'not-awaited': 'done',
  failed: 'failed',
  'timed-out': 'failed',
};

interface Open {
  readonly step: Step;
  readonly direction: Phase['direction'];
  readonly startedAt: Instant;
  batches: { number: number; total?: number; startedAt: Instant; endedAt?: Instant }[];
}

/** The environment that a step is about; `undefined` for those that are about none, or two. */
export function environmentOf(step: Step): string | undefined {
  return 'environment' in step ? step.environment.name : undefined;
}

/** Phases in the order in which they began. */
export function timelineOf(record: RunRecord): readonly Phase[] {
  const walk = new Walk(record);
  for (const progress of record.progress) walk.hear(progress);
  return walk.end();
}

class Walk {
  readonly #record: RunRecord;
  readonly #phases: Phase[] = [];
  #open: Open | undefined;
  #direction: Phase['direction'] = 'there';
  #lastIndex = -1;

  constructor(record: RunRecord) {
    this.#record = record;
  }

  hear(progress: Progress): void {
    if (progress.type === 'step-started') this.#begin(progress.step, progress.index, progress.at);
    else if (progress.type === 'step-ended') this.#close(progress.at, PHASE_ENDS[progress.end]);
    else if (progress.type === 'view' && this.#open !== undefined) this.#look(this.#open, progress);
  }

  #begin(step: Step, index: number, at: Instant): void {
    if (this.#phases.length === 0 && this.#open === undefined) this.#before(at);
    this.#close(at, 'stopped');
    // The way back counts its steps from the beginning.
    if (index <= this.#lastIndex) this.#direction = 'back';
    this.#lastIndex = index;
    this.#open = { step, direction: this.#direction, startedAt: at, batches: [] };
  }

  #before(until: Instant): void {
    const { startedAt } = this.#record;
    const title = 'Look, check and plan';
    this.#phases.push({
      title,
      kind: 'before',
      direction: 'there',
      startedAt,
      endedAt: until,
      end: 'done',
      batches: [],
    });
  }

  #look(open: Open, { at, view }: Extract<Progress, { type: 'view' }>): void {
    const last = open.batches.at(-1);
    const now = view.status === 'Ready' ? undefined : view.batch;
    const isNew = now !== undefined && now.current > (last?.number ?? 0);
    if (last !== undefined && (now === undefined || isNew)) last.endedAt ??= at;
    if (isNew) open.batches.push({ number: now.current, startedAt: last?.endedAt ?? at });
    const newest = open.batches.at(-1);
    if (newest !== undefined && now?.total !== undefined) newest.total = now.total;
  }

  #close(at: Instant, end: Phase['end']): void {
    const open = this.#open;
    if (open === undefined) return;
    const environment = environmentOf(open.step);
    this.#phases.push({
      title: stepTitle(open.step),
      kind: open.step.kind,
      direction: open.direction,
      ...(environment === undefined ? {} : { environment }),
      startedAt: open.startedAt,
      endedAt: at,
      end,
      batches: open.batches.map((batch) => ({ ...batch, endedAt: batch.endedAt ?? at })),
    });
    this.#open = undefined;
  }

  end(): readonly Phase[] {
    this.#close(this.#record.endedAt, 'stopped');
    return this.#phases;
  }
}
