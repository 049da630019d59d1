/** Runs `dist/index.js` as the runner does, against the simulator as a process of its own. For the tests in `__tests__/dist`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type RunningStep, type StepRequest, type StepResult, startStep } from '../../src/demo/runner.js';

export type { StepResult } from '../../src/demo/runner.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const ACTION = join(ROOT, 'dist', 'index.js');

/** One call as `GET /_simulator/calls` tells it. */
export interface RecordedCall {
  readonly action: string;
  readonly status: number;
  readonly wallTime: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Stage {
  readonly directory: string;
  readonly endpoint: string;
  calls(): Promise<readonly RecordedCall[]>;
  post(path: string, body: unknown): Promise<void>;
  get(path: string): Promise<unknown>;
  /** A step in a workspace that holds these files. */
  step(inputs: Readonly<Record<string, string>>, files?: Readonly<Record<string, string>>): Promise<StepRequest>;
  close(): Promise<void>;
}

/** A runner also hands over every declared input that the workflow does not give: its default, or nothing. */
function declaredInputs(): Readonly<Record<string, string>> {
  const declared: Readonly<Record<string, { readonly default?: string }>> = parse(
    readFileSync(join(ROOT, 'action.yml'), 'utf8'),
  ).inputs;
  // What a runner fills in by itself (token, job) is not there.
  const given = (text = ''): string => (text.startsWith('${{') ? '' : text);
  return Object.fromEntries(Object.entries(declared).map(([name, input]) => [name, given(input.default)]));
}

/** A workspace and no service: calls would fail. */
export async function openWorkspace(
  env: Readonly<Record<string, string>> = {},
): Promise<Omit<Stage, 'calls' | 'get' | 'post'>> {
  const directory = await mkdtemp(join(tmpdir(), 'beanstalk-rollout-dist-'));
  let count = 0;
  return {
    directory,
    endpoint: '',
    step: async (inputs, files = {}) => {
      count += 1;
      const workspace = join(directory, `workspace-${count}`);
      await mkdir(workspace);
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(workspace, name)), { recursive: true });
        await writeFile(join(workspace, name), text);
      }
      return {
        action: ACTION,
        inputs: { ...declaredInputs(), ...inputs },
        workspace,
        directory: join(directory, `temporary-${count}`),
        env,
      };
    },
    close: () => rm(directory, { recursive: true, force: true }),
  };
}

/** The compiled simulator on a free port, with instances that are numbers only. */
export async function openStage(options: {
  readonly speed: number;
  /** The clock of its steps is the simulated one, too (`src/demo/step-clock.ts`). */
  readonly sharesClock?: boolean;
}): Promise<Stage> {
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'lib', 'simulator', 'serve.js'),
      ...['--port', '0', '--speed', String(options.speed), '--runtime', 'virtual', '--stop-with-parent'],
      ...(options.sharesClock === true ? ['--share-clock'] : []),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const { endpoint, env } = await readiness(child);
  const workspace = await openWorkspace(env);
  const get = async (path: string): Promise<unknown> => (await fetch(new URL(path, endpoint))).json();
  return {
    ...workspace,
    endpoint,
    get,
    calls: async () => {
      const answer = (await get('/_simulator/calls')) as { readonly calls: readonly RecordedCall[] };
      return answer.calls;
    },
    post: async (path, body) => {
      const answer = await fetch(new URL(path, endpoint), { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    },
    close: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      await workspace.close();
    },
  };
}

function readiness(child: ChildProcess): Promise<{ endpoint: string; env: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const endpoint = /^ready (\S+)$/m.exec(printed)?.[1];
      if (endpoint === undefined || !/^export AWS_DEFAULT_REGION=.*$/m.test(printed)) return;
      const pairs = [...printed.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);
      resolve({ endpoint, env: Object.fromEntries(pairs) });
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the simulator ended with ${code}: ${printed}`)));
  });
}

/** Runs the main phase to its end. */
export async function run(request: StepRequest): Promise<StepResult> {
  return (await startStep(request)).result;
}

/** Runs the post phase after `main`, as `runs.post` does. */
export async function runPost(request: StepRequest, main: StepResult): Promise<StepResult> {
  return (await startStep(request, 'post', main.state)).result;
}

export interface Interrupted {
  readonly result: StepResult;
  /** When the signal was sent. */
  readonly sentAt: number;
  /** From the signal to the end of the process. */
  readonly goneAfterMs: number;
}

/** Starts the step, sends SIGINT when a line matches (and `first` is done), and waits for its end. */
export async function interrupt(
  request: StepRequest,
  when: RegExp,
  first: () => Promise<void> = async () => {},
): Promise<Interrupted> {
  let running: RunningStep | undefined;
  let matched = false;
  let sent: { readonly at: number; readonly tick: number } | undefined;
  const onLine = (line: string): void => {
    if (matched || !when.test(line)) return;
    matched = true;
    void first().then(() => {
      sent = { at: Date.now(), tick: performance.now() };
      running?.process.kill('SIGINT');
    });
  };
  running = await startStep({ ...request, onLine });
  const result = await running.result;
  if (sent === undefined) throw new Error(`no line matched ${when}:\n${result.lines.join('\n')}`);
  return { result, sentAt: sent.at, goneAfterMs: performance.now() - sent.tick };
}

/** Everything printed, as one text. */
export const printed = (result: StepResult): string => result.lines.join('\n');
