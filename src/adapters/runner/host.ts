/**
 * The GitHub Actions runner: inputs from `INPUT_*`, everything that is told through `@actions/core`. Two things do not wait
 * for it: inputs, and masks, which must come before anything that could hold a secret. In a plain terminal, where nobody
 * carries out workflow commands, lines are printed as they are.
 */
import { existsSync, writeSync } from 'node:fs';
import { EOL, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { Host, RunFacts } from '../../ports/host.js';
import { lateToolkit, type Toolkit } from './toolkit.js';

/** What the host needs of a Node process; tests bring their own. */
export interface HostProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  write(text: string): void;
  setExitCode(code: number): void;
  exit(code: number): never;
  /** Signals, and `uncaughtException` and `beforeExit` of a Node process. */
  on(event: ProcessEvent, listener: (reason: unknown) => void): void;
  loadToolkit(): Promise<Toolkit>;
}

type ProcessEvent = NodeJS.Signals | 'uncaughtException' | 'beforeExit';

/** Signals with which runners (and people) ask to stop; Windows sends SIGBREAK where others send SIGTERM. */
const STOP_SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGBREAK'];

export function createRunnerHost(on: HostProcess): Host {
  const { env } = on;
  const inActions = env.GITHUB_ACTIONS === 'true';
  const print = (text: string): void => on.write(`${text}${EOL}`);
  const { use, ready, flush } = lateToolkit(() => on.loadToolkit().catch(giveUp));
  // Whatever lets the process end by itself: nothing that was told is left untold.
  on.on('beforeExit', () => void flush());
  return {
    input: (name) => (env[inputVariable(name)] ?? '').trim(),
    givenInputs: () =>
      Object.entries(env)
        .filter(([name, value]) => name.startsWith('INPUT_') && (value ?? '').trim() !== '')
        .map(([name]) => name.slice('INPUT_'.length).toLowerCase()),
    output: (name, value) => {
      if (isFile(env.GITHUB_OUTPUT)) use((core) => core.setOutput(name, value));
    },
    line: (text) => (inActions ? use((core) => core.info(text)) : print(text)),
    group: (title) => (inActions ? use((core) => core.startGroup(title)) : print(`▸ ${title}`)),
    endGroup: () => {
      if (inActions) use((core) => core.endGroup());
    },
    annotate: (level, message, title) => {
      if (inActions) use((core) => core[level](message, title === undefined ? {} : { title }));
      else print(`${level}: ${title === undefined ? '' : `${title}: `}${message}`);
    },
    debug: (text) => {
      if (inActions) use((core) => core.debug(text));
    },
    mask: (secret) => {
      if (!inActions) return;
      for (const line of secret.split(/[\r\n]+/)) if (line.trim() !== '') print(addMask(line));
    },
    summary: async (markdown) => {
      if (!isFile(env.GITHUB_STEP_SUMMARY)) return false;
      const { summary } = await ready();
      await summary.emptyBuffer().addRaw(markdown, true).write();
      return true;
    },
    fail: () => use((core) => on.setExitCode(core.ExitCode.Failure)),
    saveState: (name, value) => {
      if (isFile(env.GITHUB_STATE)) use((core) => core.saveState(name, value));
    },
    state: (name) => env[`STATE_${name}`] ?? '',
    flush,
    run: runFacts(env, on.cwd()),
    onCancel: (callback) => {
      let asked = false;
      for (const signal of STOP_SIGNALS) {
        on.on(signal, () => {
          // The first request is answered in order; somebody who asks twice wants out at once.
          if (asked) void flush().then(() => on.exit(130));
          else callback();
          asked = true;
        });
      }
    },
    onCrash: (callback) => on.on('uncaughtException', callback),
  };

  /** A part of the bundle is missing or damaged: there is nothing left to tell anything with. */
  function giveUp(error: unknown): never {
    print(`The action's own files cannot be loaded: ${error instanceof Error ? error.message : error}`);
    return on.exit(1);
  }
}

/** Standard output, without the stream: making it takes longer than all that is told before the first request. */
function write(text: string): void {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
  } catch {
    // A pipe that is full and does not wait: the stream does, for what is left.
    process.stdout.write(rest);
  }
}

/** The running process as the host needs it. */
export function thisProcess(): HostProcess {
  return {
    env: process.env,
    cwd: () => process.cwd(),
    write,
    setExitCode: (code) => {
      process.exitCode = code;
    },
    exit: (code) => process.exit(code),
    on: (event, listener) => {
      // Signals that this platform lacks must not keep the action from starting.
      if (event === 'SIGBREAK' && process.platform !== 'win32') return;
      process.on(event, listener);
    },
    loadToolkit: () => import('@actions/core'),
  };
}

/** The runner upper-cases names and turns blanks into `_`; hyphens stay. */
const inputVariable = (name: string): string => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;

/** The one workflow command that does not wait for the toolkit; a line holds no line ends that would need escaping. */
const addMask = (line: string): string => `::add-mask::${line.replace(/%/g, '%25')}`;

/** A plain terminal has no such files; the toolkit would print deprecated commands instead, or throw. */
const isFile = (path: string | undefined): boolean => path !== undefined && path !== '' && existsSync(path);

function runFacts(env: HostProcess['env'], cwd: string): RunFacts {
  const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? '');
  const text = (value: string | undefined): string | undefined =>
    value === undefined || value === '' ? undefined : value;
  const optional = <K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } =>
    (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
  return {
    workspace: resolve(text(env.GITHUB_WORKSPACE) ?? cwd),
    temporary: resolve(text(env.RUNNER_TEMP) ?? tmpdir()),
    ...optional('repository', text(env.GITHUB_REPOSITORY)),
    ...optional('commit', text(env.GITHUB_SHA)),
    ...optional('ref', text(env.GITHUB_REF)),
    ...optional('eventName', text(env.GITHUB_EVENT_NAME)),
    ...optional('runId', text(env.GITHUB_RUN_ID)),
    ...(Number.isInteger(attempt) && attempt > 0 ? { runAttempt: attempt } : {}),
    ...optional('actor', text(env.GITHUB_ACTOR)),
    ...optional('serverUrl', text(env.GITHUB_SERVER_URL)),
    ...optional('apiUrl', text(env.GITHUB_API_URL)),
    ...optional('eventPath', text(env.GITHUB_EVENT_PATH)),
    ...optional('actionRepository', text(env.GITHUB_ACTION_REPOSITORY)),
    ...optional('actionRef', text(env.GITHUB_ACTION_REF)),
    debug: env.RUNNER_DEBUG === '1',
    // Set by dist/post.js (scripts/build.mjs).
    ...(env.BEANSTALK_ROLLOUT_PHASE === 'post' ? { isPost: true } : {}),
  };
}
