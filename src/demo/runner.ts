/** Runs the action as the GitHub Actions runner does: Node, INPUT_* variables, one file per file command, then the post step. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface StepRequest {
  /** `dist/index.js`; its post phase is `post.js` beside it. */
  readonly action: string;
  /** Input names as in `with:`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The checked-out repository: the step's current directory. */
  readonly workspace: string;
  /** A directory for the runner's own files; made when missing. */
  readonly directory: string;
  /** Variables of the job beside the runner's own (credentials, endpoint). */
  readonly env: Readonly<Record<string, string>>;
  readonly sha?: string;
  /** A module that Node loads before the action. */
  readonly preload?: string;
  readonly onLine?: (line: string) => void;
}

export interface StepResult {
  /** null: a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What the main phase saved for the post phase. */
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What the step put into the environment of the steps after it. */
  readonly exported: Readonly<Record<string, string>>;
  readonly milliseconds: number;
}

export interface RunningStep {
  readonly process: ChildProcess;
  readonly result: Promise<StepResult>;
}

/** Reads a file of `name=value` and `name<<delimiter` entries, as `GITHUB_OUTPUT` and `GITHUB_STATE` are written. */
export function parseFileCommand(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line);
    if (heredoc?.[1] !== undefined && heredoc[2] !== undefined) {
      const end = lines.indexOf(heredoc[2], index + 1);
      values[heredoc[1]] = lines.slice(index + 1, end < 0 ? undefined : end).join('\n');
      index = end < 0 ? lines.length : end;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return values;
}

/** Only what a step would see: nothing of the caller's own environment that could steer the action. */
function baseEnvironment(): Record<string, string> {
  const keep = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG'];
  return Object.fromEntries(
    keep.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Starts one phase of the step. `phase: 'post'` takes the state that the main phase saved. */
export async function startStep(
  request: StepRequest,
  phase: 'main' | 'post' = 'main',
  saved: Readonly<Record<string, string>> = {},
): Promise<RunningStep> {
  const files = join(request.directory, `_runner_file_commands_${phase}_${randomUUID()}`);
  await mkdir(files, { recursive: true });
  const command = async (name: string): Promise<string> => {
    const path = join(files, name);
    await writeFile(path, '');
    return path;
  };
  const paths = {
    output: await command('output'),
    state: await command('state'),
    summary: await command('summary'),
    env: await command('env'),
    path: await command('path'),
  };
  const inputs = Object.fromEntries(
    Object.entries(request.inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
  const env: Record<string, string> = {
    ...baseEnvironment(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: request.workspace,
    GITHUB_SHA: request.sha ?? '0000000000000000000000000000000000000000',
    GITHUB_REPOSITORY: 'octo-org/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_ACTOR: 'octocat',
    RUNNER_TEMP: request.directory,
    GITHUB_OUTPUT: paths.output,
    GITHUB_STATE: paths.state,
    GITHUB_STEP_SUMMARY: paths.summary,
    GITHUB_ENV: paths.env,
    GITHUB_PATH: paths.path,
    ...inputs,
    ...Object.fromEntries(Object.entries(saved).map(([name, value]) => [`STATE_${name}`, value])),
    ...request.env,
  };
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...(request.preload === undefined ? [] : ['--import', request.preload]),
      phase === 'main' ? request.action : join(dirname(request.action), 'post.js'),
    ],
    {
      cwd: request.workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return { process: child, result: finished(child, request, paths, began) };
}

async function finished(
  child: ChildProcess,
  request: StepRequest,
  paths: { readonly output: string; readonly state: string; readonly summary: string; readonly env: string },
  began: number,
): Promise<StepResult> {
  const lines: string[] = [];
  const readers = [child.stdout, child.stderr].map((stream) => {
    let rest = '';
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        request.onLine?.(line);
      }
    });
    return () => {
      if (rest !== '') lines.push(rest);
    };
  });
  const ending = await new Promise<Pick<StepResult, 'exitCode' | 'signal'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  for (const flush of readers) flush();
  const [output, state, summary, exported] = await Promise.all(
    [paths.output, paths.state, paths.summary, paths.env].map((path) => readFile(path, 'utf8')),
  );
  return {
    ...ending,
    lines,
    outputs: parseFileCommand(output ?? ''),
    state: parseFileCommand(state ?? ''),
    summary: summary ?? '',
    exported: parseFileCommand(exported ?? ''),
    milliseconds: performance.now() - began,
  };
}

/** How the process of a step ended, after "it ended with". */
export const endingOf = ({ exitCode, signal }: Pick<StepResult, 'exitCode' | 'signal'>): string =>
  exitCode === null ? `the signal ${signal}` : `exit code ${exitCode}`;

/** What the step itself says of its end; how its process ended, when it could not say anything. */
export const verdictOf = (step: Pick<StepResult, 'outputs' | 'exitCode' | 'signal'>): string =>
  step.outputs.outcome ?? endingOf(step);

/** Main phase, then post phase, as `runs.post` does it. */
export async function runStep(request: StepRequest): Promise<{ readonly main: StepResult; readonly post: StepResult }> {
  const main = await (await startStep(request)).result;
  const post = await (await startStep(request, 'post', main.state)).result;
  return { main, post };
}

/** A line as a person sees it in the log of a run: commands are carried out by the runner, not printed. */
export function asShownByTheRunner(line: string): string | undefined {
  const command = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line);
  if (command === null) return line;
  const text = (command[2] ?? '').replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%');
  switch (command[1]) {
    case 'group':
      return `▸ ${text}`;
    case 'error':
    case 'warning':
    case 'notice':
      return `${command[1]}: ${text}`;
    default:
      return undefined;
  }
}

export const shownLines = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => asShownByTheRunner(line) ?? []);
