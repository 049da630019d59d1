/**
 * The guardian outlives the simulator by a moment: a tiny process that holds the end of a pipe and kills everything the
 * simulator has started as soon as the pipe closes, whatever closed it (an orderly end, a crash, `kill -9`).
 *
 *     simulator ── pipe: "watch 4711", "forget 4711" ──▶ guardian ── on end of file: kill -9 -4711, strays ──▶ gone
 */
import { type ChildProcess, spawn } from 'node:child_process';

/**
 * A shell script, not a module: it starts in a millisecond, needs one megabyte, and does not depend on how this code was
 * compiled. `$1` marks the environment of every process of this run: one that left its process group is found by it.
 */
const SCRIPT = `
trap '' INT TERM HUP
groups=' '
while read -r verb group; do
  case $verb in
    watch) groups="$groups$group " ;;
    forget) case $groups in *" $group "*) groups="\${groups%% $group *} \${groups#* $group }" ;; esac ;;
  esac
done
for group in $groups; do kill -9 "-$group"; done
for environment in $(grep -lsa "$1" /proc/[0-9]*/environ); do
  process=\${environment#/proc/}
  kill -9 "\${process%/environ}"
done
`;

/** Restarts of a guardian that somebody killed; after those something is wrong with the machine. */
const MOST_RESTARTS = 5;

export class Guardian {
  readonly #mark: string;
  readonly #watched = new Set<number>();
  #process: ChildProcess;
  #closing = false;
  #restarts = 0;

  /** `mark` is a text in the environment of every process that this guardian may kill, and of no other. */
  constructor(mark: string) {
    this.#mark = mark;
    this.#process = this.#start();
  }

  /** Must be called before the group does anything of its own: see the gate in `process-group.ts`. */
  watch(group: number): void {
    this.#watched.add(group);
    this.#tell(`watch ${group}`);
  }

  /** Call it when no process of the group is left; its number may soon belong to somebody else. */
  forget(group: number): void {
    if (this.#watched.delete(group)) this.#tell(`forget ${group}`);
  }

  /** Lets the guardian kill what is left, and resolves when it has. */
  close(): Promise<void> {
    this.#closing = true;
    const guardian = this.#process;
    if (guardian.exitCode !== null || guardian.signalCode !== null || guardian.pid === undefined)
      return Promise.resolve();
    return new Promise((resolve) => {
      guardian.ref();
      guardian.once('exit', () => resolve());
      guardian.stdin?.end();
    });
  }

  #start(): ChildProcess {
    const guardian = spawn('/bin/sh', ['-c', SCRIPT, 'beanstalk-guardian', this.#mark], {
      // A group of its own: Ctrl-C in a terminal reaches the simulator's group only.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
      cwd: '/',
    });
    guardian.unref();
    guardian.stdin?.on('error', () => {});
    guardian.once('error', () => {});
    guardian.once('exit', () => this.#replace());
    for (const group of this.#watched) guardian.stdin?.write(`watch ${group}\n`);
    return guardian;
  }

  #replace(): void {
    if (this.#closing || this.#restarts >= MOST_RESTARTS) return;
    this.#restarts += 1;
    this.#process = this.#start();
  }

  #tell(line: string): void {
    this.#process.stdin?.write(`${line}\n`);
  }
}
