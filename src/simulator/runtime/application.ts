/** A running application: the processes of its Procfile, restarted when they crash, as systemd does on an instance. */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Milliseconds } from '../../domain/time.js';
import type { Guardian } from './guardian.js';
import type { InstanceLog } from './instance-log.js';
import type { Pace } from './pace.js';
import { type Exit, ProcessGroup } from './process-group.js';
import type { ProcfileEntry } from './procfile.js';
import { killStrays } from './strays.js';

export interface ApplicationStart {
  readonly entries: readonly ProcfileEntry[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where the `web` process must listen; the others get no `PORT`. */
  readonly port: number;
  /** A text in `environment` by which processes that leave their group are found. */
  readonly mark: string;
  readonly guardian: Guardian;
  readonly log: InstanceLog;
  readonly pace: Pace;
}

export type Readiness =
  | { readonly kind: 'accepting' }
  | { readonly kind: 'crashed'; readonly exit: Exit }
  /** It runs, but nobody listens on the port. The service does not mind; the health checks will. */
  | { readonly kind: 'silent' };

/** Pauses before restarts: the first, and the longest after doubling. Real floors keep a crash loop from eating the machine. */
const FIRST_PAUSE: Milliseconds = 1_000;
const LONGEST_PAUSE: Milliseconds = 30_000;
const LEAST_REAL_PAUSE: Milliseconds = 250;
/** A process that ran this long in reality is not in a crash loop. */
const STABLE_AFTER: Milliseconds = 5_000;

const LOOK: Milliseconds = 20;

export class Application {
  readonly #start: ApplicationStart;
  readonly #stopping = new AbortController();
  readonly #groups = new Map<string, ProcessGroup>();
  readonly #loops: readonly Promise<void>[];
  #firstWebExit: Exit | undefined;
  #webRuns = false;

  constructor(start: ApplicationStart) {
    this.#start = start;
    this.#loops = start.entries.map((entry) => this.#supervise(entry));
  }

  /** Whether the main process is there at this moment; `true` for an application that has none. */
  get isRunning(): boolean {
    return this.#webRuns || !this.#start.entries.some(({ name }) => name === 'web');
  }

  /** Waits until the main process accepts connections, or ends, or `limit` has passed. */
  async ready(limit: Milliseconds, signal: AbortSignal): Promise<Readiness> {
    if (!this.#start.entries.some(({ name }) => name === 'web')) return { kind: 'silent' };
    const deadline = Date.now() + limit;
    while (Date.now() < deadline && !signal.aborted) {
      if (this.#firstWebExit !== undefined) return { kind: 'crashed', exit: this.#firstWebExit };
      if (await accepts(this.#start.port)) return { kind: 'accepting' };
      await sleep(LOOK);
    }
    return { kind: 'silent' };
  }

  /** Ends all processes: SIGTERM, then after `grace` SIGKILL, and whatever has left its group. */
  async stop(grace: Milliseconds): Promise<void> {
    this.#stopping.abort();
    await Promise.all([...this.#groups.values()].map((group) => group.stop(grace)));
    await Promise.all(this.#loops);
    await killStrays(this.#start.mark);
  }

  async #supervise(entry: ProcfileEntry): Promise<void> {
    const { signal } = this.#stopping;
    let pause = FIRST_PAUSE;
    while (!signal.aborted) {
      const startedAt = Date.now();
      const exit = await this.#runOnce(entry);
      if (signal.aborted) return;
      if (Date.now() - startedAt > STABLE_AFTER) pause = FIRST_PAUSE;
      const how = exit.signal === null ? `code=exited, status=${exit.code}` : `code=killed, status=${exit.signal}`;
      this.#start.log.output(entry.name, `${entry.name}.service: Main process exited, ${how}`);
      await sleep(this.#start.pace(pause, LEAST_REAL_PAUSE), undefined, { signal }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  async #runOnce(entry: ProcfileEntry): Promise<Exit> {
    const { directory, environment, port, log, guardian } = this.#start;
    const isWeb = entry.name === 'web';
    const group = new ProcessGroup(
      {
        command: ['/bin/sh', '-c', entry.command],
        cwd: directory,
        environment: isWeb ? { ...environment, PORT: String(port) } : environment,
        onLine: (line) => log.output(entry.name, line),
      },
      guardian,
    );
    this.#groups.set(entry.name, group);
    if (isWeb) this.#webRuns = true;
    const exit = await group.exited;
    if (isWeb) {
      this.#webRuns = false;
      this.#firstWebExit ??= exit;
    }
    // What the main process has left behind would keep the port from its successor.
    if (!this.#stopping.signal.aborted) await group.stop(0);
    return exit;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (accepted: boolean): void => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(1_000, () => answer(false));
  });
}
