/** The log files of an instance, kept in memory: `eb-engine.log` and one `<process>.stdout.log` per Procfile entry. */
import type { Instant } from '../../domain/time.js';

/** Lines kept per file, and characters kept per line: an application may write without end. */
const MOST_LINES = 500;
const MOST_CHARACTERS = 2_000;
/** AWS guide, "Viewing logs": tail logs are the last hundred lines of each file. */
const TAIL_LINES = 100;

export type LogLevel = 'INFO' | 'WARN' | 'ERROR';

export class InstanceLog {
  readonly #now: () => Instant;
  readonly #files = new Map<string, string[]>();
  #commandLines: string[] = [];

  constructor(now: () => Instant) {
    this.#now = now;
  }

  /** From here on `commandText` holds the lines of one command. */
  beginCommand(): void {
    this.#commandLines = [];
  }

  /** A line of the deployment engine, in the form of `/var/log/eb-engine.log`. */
  engine(level: LogLevel, text: string): void {
    const stamp = new Date(this.#now()).toISOString().replace('T', ' ').replaceAll('-', '/').replace('Z', '000');
    this.#append('eb-engine.log', `${stamp} [${level}] ${text}`);
  }

  /** A line that a process of the application has written. */
  output(process: string, text: string): void {
    const stamp = new Date(this.#now()).toISOString().slice(0, 19).replace('T', ' ');
    this.#append(`${process}.stdout.log`, `${stamp} ${process}: ${text}`);
  }

  /** Everything logged since `beginCommand`, the deployment log of a failed command. */
  commandText(): string {
    return this.#commandLines.join('\n');
  }

  /** The end of each file under its name, as a tail log request gathers them. */
  tail(): string {
    const rule = '-'.repeat(40);
    const sections = [...this.#files].map(
      ([name, lines]) => `${rule}\n/var/log/${name}\n${rule}\n${lines.slice(-TAIL_LINES).join('\n')}\n`,
    );
    return sections.join('\n\n');
  }

  #append(file: string, text: string): void {
    const lines = this.#files.get(file) ?? [];
    this.#files.set(file, lines);
    const line = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
    for (const kept of [lines, this.#commandLines]) {
      kept.push(line);
      if (kept.length > MOST_LINES) kept.splice(0, kept.length - MOST_LINES);
    }
  }
}
