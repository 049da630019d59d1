/** Starts a command as the leader of a process group of its own, so that it can be stopped with all its descendants. */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Milliseconds } from '../../domain/time.js';
import type { Guardian } from './guardian.js';

/**
 * The command waits for a line on its standard input before it becomes what it shall be. The guardian is told about the
 * group before that line is written, so there is no moment in which a killed simulator leaves an unwatched process.
 */
const GATE = 'IFS= read -r go || exit 1; exec "$@" </dev/null';

const POLL: Milliseconds = 10;
/** How long output may still arrive after the command's own end. */
const LAST_OUTPUT: Milliseconds = 200;
/** SIGKILL cannot be refused; longer than this only a process in uninterruptible sleep takes. */
const AFTER_KILL: Milliseconds = 2_000;

/** How a command ended, with the exit code that a shell would show (128 + signal number for a signal). */
export interface Exit {
  readonly code: number;
  readonly signal: NodeJS.Signals | null;
}

export interface GroupStart {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Called for each line of standard output and standard error. */
  readonly onLine: (line: string) => void;
}

const SIGNAL_NUMBERS: Readonly<Partial<Record<NodeJS.Signals, number>>> = {
  SIGINT: 2,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGTERM: 15,
};

export class ProcessGroup {
  /** Resolves when the command itself has ended; descendants may still run. Never rejects. */
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcess;
  readonly #guardian: Guardian;
  #outputClosed = false;
  #gone = false;

  constructor(start: GroupStart, guardian: Guardian) {
    this.#guardian = guardian;
    this.#child = spawn('/bin/sh', ['-c', GATE, 'sh', ...start.command], {
      cwd: start.cwd,
      env: { ...start.environment },
      detached: true,
      stdio: 'pipe',
    });
    this.exited = this.#observe(start.onLine);
    if (this.#child.pid !== undefined) guardian.watch(this.#child.pid);
    this.#child.stdin?.on('error', () => {});
    this.#child.stdin?.end('go\n');
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Asks the whole group to end (SIGTERM), and after `grace` kills it. Resolves when no process of it is left. */
  async stop(grace: Milliseconds): Promise<void> {
    this.#signal('SIGTERM');
    if (!(await this.#waitUntilGone(grace))) {
      this.#signal('SIGKILL');
      await this.#waitUntilGone(AFTER_KILL);
    }
    this.#forget();
  }

  /** Kills the whole group at once, without a chance to finish. */
  kill(): void {
    this.#signal('SIGKILL');
  }

  #observe(onLine: (line: string) => void): Promise<Exit> {
    const child = this.#child;
    for (const stream of [child.stdout, child.stderr]) splitLines(stream, onLine);
    return new Promise((resolve) => {
      child.once('error', (error) => {
        onLine(error.message);
        this.#gone = child.pid === undefined;
        resolve({ code: 127, signal: null });
      });
      child.once('close', () => {
        this.#outputClosed = true;
      });
      child.once('exit', (code, signal) => {
        const exit = { code: code ?? 128 + (SIGNAL_NUMBERS[signal ?? 'SIGTERM'] ?? 15), signal };
        const settle = setTimeout(() => resolve(exit), LAST_OUTPUT);
        child.once('close', () => {
          clearTimeout(settle);
          resolve(exit);
        });
      });
    });
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#gone) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // ESRCH: nobody is left to be signalled, which is what the caller wants.
    }
  }

  async #waitUntilGone(limit: Milliseconds): Promise<boolean> {
    for (let waited = 0; ; waited += POLL) {
      if (!this.#isAlive()) return true;
      if (waited >= limit) return false;
      await sleep(POLL);
    }
  }

  #isAlive(): boolean {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || this.#gone) return false;
    const leaderEnded = exitCode !== null || signalCode !== null;
    if (!leaderEnded) return true;
    try {
      process.kill(-pid, 0);
      // Where nobody reaps orphans (containers without an init), zombies stay in the group, but hold no output open.
      return !this.#outputClosed;
    } catch {
      return false;
    }
  }

  #forget(): void {
    this.#gone = true;
    if (this.#child.pid !== undefined) this.#guardian.forget(this.#child.pid);
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.destroy();
  }
}

/** A line longer than this is cut into several, so that output without line ends needs no endless memory. */
const LONGEST_LINE = 16_384;

function splitLines(stream: NodeJS.ReadableStream | null, onLine: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.replace(/\r$/, ''));
    if (rest.length > LONGEST_LINE) {
      onLine(rest);
      rest = '';
    }
  });
  stream?.on('end', () => {
    if (rest !== '') onLine(rest);
  });
  stream?.on('error', () => {});
}
