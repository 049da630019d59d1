/** Runs the user's program through `@actions/exec`: arguments as a list, no shell. Loaded on first use. */
import { randomUUID } from 'node:crypto';
import type { CommandEnd, CommandRequest, Commands } from '../../ports/commands.js';
import { COMMAND_GUARD } from './command-guard.js';

type Env = Readonly<Record<string, string | undefined>>;

/** From asking a program to end to ending it: the guard's own time, and a little more. */
const ENDING_MS = 2_500;
/** The same after a request to stop, when the run itself has only seconds left; the guard outlives it. */
const ENDING_AFTER_CANCEL_MS = 300;

export function createCommands(env: Env): Commands {
  return { run: (request) => run(request, env) };
}

async function run(request: CommandRequest, env: Env): Promise<CommandEnd> {
  if (request.signal?.aborted) return STOPPED;
  const guard = guarded(request);
  const wait = limits(request);
  const command = start(request, env, guard);
  const first = await Promise.race([command, wait.over]);
  wait.done();
  if (first.kind !== 'timed-out' && first !== STOPPED) return first;
  await guard.end();
  // The answer is known; what is waited for is that nothing is left running.
  const patience = pause(first === STOPPED ? ENDING_AFTER_CANCEL_MS : ENDING_MS);
  await Promise.race([command, patience.over]);
  patience.done();
  return first;
}

async function start(request: CommandRequest, env: Env, guard: Guard): Promise<CommandEnd> {
  const { program, args } = request;
  const { exec } = await import('@actions/exec');
  const execute = (tool: string, words: readonly string[]): Promise<CommandEnd> =>
    exec(quoted(tool), [...words], {
      env: variablesOf(env, request.env),
      silent: true,
      ignoreReturnCode: true,
      // exec must not wait for what a program has left running in the background.
      delay: 2_000,
      listeners: { stdline: guard.onLine, errline: request.onLine },
    }).then(
      (exitCode) => ({ kind: 'ended', exitCode }),
      (error: unknown) => notStarted(error instanceof Error ? error.message : String(error)),
    );
  const end = await execute(process.execPath, ['-e', COMMAND_GUARD, '--', guard.mark, program, ...args]);
  const problem = guard.problem();
  if (problem === undefined) return end;
  // Only exec knows how to start the batch files of Windows (npm.cmd); such a one cannot be ended before its time.
  return process.platform === 'win32' ? execute(program, args) : problem;
}

const notStarted = (because: string): CommandEnd => ({ kind: 'not-started', because });
const STOPPED: CommandEnd = notStarted('the run was asked to stop');

interface Limit<T> {
  readonly over: Promise<T>;
  done(): void;
}

function limits({ timeout, signal }: CommandRequest): Limit<CommandEnd> {
  let done = (): void => {};
  const over = new Promise<CommandEnd>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'timed-out' }), timeout);
    const stop = (): void => resolve(STOPPED);
    signal?.addEventListener('abort', stop, { once: true });
    done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
  });
  return { over, done: () => done() };
}

function pause(milliseconds: number): Limit<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return { over, done: () => clearTimeout(timer) };
}

interface Guard {
  readonly mark: string;
  readonly onLine: (line: string) => void;
  /** Why the program could not be started; known when the guard has ended. */
  problem(): CommandEnd | undefined;
  /** Ends the program, now or as soon as it begins, with everything it has started. */
  end(): Promise<void>;
}

/** What the guard tells, taken out of the program's own lines, and how it is told to end everything. */
function guarded({ onLine }: CommandRequest): Guard {
  const mark = `guard-${randomUUID()}`;
  let pid: number | undefined;
  let problem: CommandEnd | undefined;
  let mustEnd = false;
  const end = async (): Promise<void> => {
    mustEnd = true;
    if (pid !== undefined) await endGuard(pid);
  };
  return {
    mark,
    end,
    problem: () => problem,
    onLine: (line) => {
      if (!line.startsWith(mark)) return onLine(line);
      const said = line.slice(mark.length + 1);
      if (said.startsWith('failed ')) problem = notStarted(said.slice('failed '.length));
      else pid = Number(said);
      if (mustEnd) void end();
    },
  };
}

/** Windows has no signals: there the whole tree is ended from outside. */
async function endGuard(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    const { exec } = await import('@actions/exec');
    const tree = ['/pid', String(pid), '/t', '/f'];
    await exec('taskkill', tree, { silent: true, ignoreReturnCode: true }).catch(() => undefined);
    return;
  }
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended by itself meanwhile.
  }
}

const variablesOf = (env: Env, more: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...env, ...more }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** exec splits its first argument as a command line: a path with spaces stays one word in quotes. */
const quoted = (program: string): string => (/\s/.test(program) ? `"${program}"` : program);
