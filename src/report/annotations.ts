/** Annotations, few and counted: the runner drops what exceeds ten per type and step without a word. */
import type { AnnotationLevel, Host } from '../ports/host.js';
import { withoutCommands } from './foreign.js';

/** GitHub keeps ten per type and step; the last error is reserved for the verdict. */
const MOST: Readonly<Record<AnnotationLevel, number>> = { error: 9, warning: 10, notice: 10 };
/** The runner cuts a message at 4096 characters (actions/runner, ExecutionContext). */
const LONGEST = 4_000;

/** Never ends in half a character. */
const shortened = (message: string): string => message.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');

export interface Annotating {
  /** Annotates while there is room, and prints a plain line afterwards. `message` is harmless already. */
  add(level: AnnotationLevel, message: string, title?: string): void;
  /** The one error at the end. Always goes through. */
  verdict(message: string, title: string): void;
}

/** A warning of the reporting itself. Never throws further than the host does. */
export const warnOfReporting = (annotations: Annotating, text: string): void =>
  annotations.add('warning', text, 'Beanstalk Rollout: reporting');

/** Of one step: everybody who annotates in it has to share its room. */
export class Annotations implements Annotating {
  readonly #host: Pick<Host, 'annotate' | 'line'>;
  readonly #count: Record<AnnotationLevel, number> = { error: 0, warning: 0, notice: 0 };

  constructor(host: Pick<Host, 'annotate' | 'line'>) {
    this.#host = host;
  }

  add(level: AnnotationLevel, message: string, title?: string): void {
    if (this.#count[level] >= MOST[level]) {
      this.#host.line(withoutCommands(`${level}: ${message}`));
      return;
    }
    this.#count[level] += 1;
    this.#host.annotate(level, shortened(message), title);
  }

  verdict(message: string, title: string): void {
    this.#host.annotate('error', shortened(message), title);
  }
}
