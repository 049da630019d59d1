/** The simulator as a process of its own, from its sources. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SimulatorProcess {
  readonly child: ChildProcess;
  /** Resolves with the lines of standard output once the line that begins with `ready` and the exports are there. */
  readonly ready: Promise<readonly string[]>;
  /** Resolves when the process has gone. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Starts `serve.ts` with these arguments. The caller ends it. */
export function startSimulatorProcess(args: readonly string[]): SimulatorProcess {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      './__tests__/support/run-typescript.mjs',
      'src/simulator/serve.ts',
      ...args,
    ],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let [stdout, stderr] = ['', ''];
  const ready = new Promise<readonly string[]>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (/^export AWS_DEFAULT_REGION=.*\n/m.test(stdout)) resolve(stdout.trimEnd().split('\n'));
    });
    child.once('close', () => reject(new Error(`The simulator ended early: ${stderr}`)));
  });
  ready.catch(() => {});
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>(
    (resolve) => {
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    },
  );
  return { child, ready, ended };
}

/** The `export` lines as an environment. */
export function exported(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const match = /^export (\w+)=(.*)$/.exec(line);
      return match === null ? [] : [[match[1] ?? '', match[2] ?? '']];
    }),
  );
}
