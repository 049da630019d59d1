/**
 * The GitHub Actions runner: inputs from `INPUT_*`, outputs and state through the runner's files, log lines as workflow
 * commands (GitHub docs: "Workflow commands for GitHub Actions"). Also works in a plain terminal, where commands are
 * left out. `@actions/core` would do the same, but loads an HTTP stack that costs more than the rest of a cold start.
 */
import { appendFileSync, existsSync } from 'node:fs';
import { EOL, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { AnnotationLevel, Host, RunFacts } from '../../ports/host.js';

/** What the host needs of a Node process; tests bring their own. */
export interface HostProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  write(text: string): void;
  setExitCode(code: number): void;
  exit(code: number): never;
  on(signal: NodeJS.Signals, listener: () => void): void;
  newDelimiter(): string;
}

/** Signals with which runners (and people) ask to stop; Windows sends SIGBREAK where others send SIGTERM. */
const STOP_SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGBREAK'];

export function createRunnerHost(on: HostProcess): Host {
  const { env } = on;
  const inActions = env.GITHUB_ACTIONS === 'true';
  const print = (text: string): void => on.write(`${text}${EOL}`);
  const command = (name: string, data: string, properties = ''): void => {
    if (inActions) print(`::${name}${properties}::${escapeData(data)}`);
  };
  const keyValue = (variable: string, name: string, value: string): boolean =>
    appendTo(env[variable], keyValueMessage(name, value, on.newDelimiter()));
  return {
    input: (name) => (env[inputVariable(name)] ?? '').trim(),
    givenInputs: () =>
      Object.entries(env)
        .filter(([name, value]) => name.startsWith('INPUT_') && (value ?? '').trim() !== '')
        .map(([name]) => name.slice('INPUT_'.length).toLowerCase()),
    output: (name, value) => {
      keyValue('GITHUB_OUTPUT', name, value);
    },
    line: print,
    group: (title) => (inActions ? command('group', title) : print(`▸ ${title}`)),
    endGroup: () => command('endgroup', ''),
    annotate: (level, message, title) => annotate(level, message, title),
    debug: (text) => command('debug', text),
    mask: (secret) => {
      for (const line of secret.split(/\r?\n/)) if (line.trim() !== '') command('add-mask', line);
    },
    summary: (markdown) => appendTo(env.GITHUB_STEP_SUMMARY, `${markdown}${EOL}`),
    fail: () => on.setExitCode(1),
    saveState: (name, value) => {
      keyValue('GITHUB_STATE', name, value);
    },
    state: (name) => env[`STATE_${name}`] ?? '',
    run: runFacts(env, on.cwd()),
    onCancel: (callback) => {
      let asked = false;
      for (const signal of STOP_SIGNALS) {
        on.on(signal, () => {
          // The first request is answered in order; somebody who asks twice wants out at once.
          if (asked) on.exit(130);
          asked = true;
          callback();
        });
      }
    },
  };

  function annotate(level: AnnotationLevel, message: string, title: string | undefined): void {
    if (inActions) command(level, message, title === undefined ? '' : ` title=${escapeProperty(title)}`);
    else print(`${level}: ${title === undefined ? '' : `${title}: `}${message}`);
  }
}

/** The running process as the host needs it. */
export function thisProcess(newDelimiter: () => string): HostProcess {
  return {
    env: process.env,
    cwd: () => process.cwd(),
    write: (text) => {
      process.stdout.write(text);
    },
    setExitCode: (code) => {
      process.exitCode = code;
    },
    exit: (code) => process.exit(code),
    on: (signal, listener) => {
      // Signals that this platform lacks must not keep the action from starting.
      if (signal === 'SIGBREAK' && process.platform !== 'win32') return;
      process.on(signal, listener);
    },
    newDelimiter,
  };
}

/** The runner upper-cases names and turns blanks into `_`; hyphens stay. */
const inputVariable = (name: string): string => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;

const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** `name<<delimiter`, so that a value with line ends cannot define another output. */
function keyValueMessage(name: string, value: string, unique: string): string {
  const delimiter = `ghadelimiter_${unique}`;
  return `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`;
}

/** Answers `false` where the runner gave no such file (a plain terminal). */
function appendTo(file: string | undefined, text: string): boolean {
  if (file === undefined || file === '' || !existsSync(file)) return false;
  appendFileSync(file, text, 'utf8');
  return true;
}

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
    ...optional('actionRepository', text(env.GITHUB_ACTION_REPOSITORY)),
    ...optional('actionRef', text(env.GITHUB_ACTION_REF)),
    debug: env.RUNNER_DEBUG === '1',
  };
}
