/** Runs a bundle's platform hooks: the executables in `.platform/hooks/<phase>` and `.platform/confighooks/<phase>`. */
import { constants } from 'node:fs';
import { access, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guardian } from './guardian.js';
import type { InstanceLog } from './instance-log.js';
import { ProcessGroup } from './process-group.js';

export type HookPhase = 'prebuild' | 'predeploy' | 'postdeploy';

export interface HookRun {
  /** `hooks` for a deployment of a version, `confighooks` for one of configuration. */
  readonly kind: 'hooks' | 'confighooks';
  readonly phase: HookPhase;
  /** The root of the application: staging before the flip, current after it. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly guardian: Guardian;
  readonly log: InstanceLog;
  readonly signal: AbortSignal;
}

/**
 * Runs the hooks of a phase one after the other, in lexicographic order (AWS guide: "Extending Elastic Beanstalk Linux
 * platforms"). Answers why the command failed, or `undefined`.
 */
export async function runHooks(run: HookRun): Promise<string | undefined> {
  const folder = `.platform/${run.kind}/${run.phase}`;
  const names = await filesIn(join(run.directory, folder));
  run.log.engine('INFO', `Executing platform hooks in ${folder}/`);
  if (names.length === 0) {
    run.log.engine('INFO', `The dir ${folder}/ does not exist or is empty`);
    return undefined;
  }
  run.log.engine('INFO', `Following platform hooks will be executed in order: [${names.join(', ')}]`);
  for (const name of names) {
    if (run.signal.aborted) return 'the command was given up';
    const failure = await runHook(run, `${folder}/${name}`);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

async function runHook(run: HookRun, hook: string): Promise<string | undefined> {
  run.log.engine('INFO', `Running platform hook: ${hook}`);
  const path = join(run.directory, hook);
  const refusal = await whyNotExecutable(path);
  if (refusal !== undefined) return `Command ${hook} failed with error fork/exec ${hook}: ${refusal}`;

  const output: string[] = [];
  const onLine = (line: string): void => {
    if (output.push(line) > 50) output.shift();
    run.log.engine('INFO', line);
  };
  const group = new ProcessGroup(
    { command: [path], cwd: run.directory, environment: run.environment, onLine },
    run.guardian,
  );
  const giveUp = (): void => group.kill();
  run.signal.addEventListener('abort', giveUp, { once: true });
  const { code } = await group.exited;
  run.signal.removeEventListener('abort', giveUp);
  await group.stop(0);
  return code === 0 ? undefined : `Command ${hook} failed with error exit status ${code}. Stderr:${output.join('\n')}`;
}

async function filesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory).catch(() => []);
  const files: string[] = [];
  for (const name of entries.sort()) {
    if ((await stat(join(directory, name)).catch(() => undefined))?.isFile() === true) files.push(name);
  }
  return files;
}

/**
 * What Linux says when it is to execute the file. Looked up here because the shell that starts it would word it
 * differently, and would run a file without a first line `#!…` as a script, which the platform's engine does not.
 */
async function whyNotExecutable(path: string): Promise<string | undefined> {
  const { mode } = await stat(path);
  if ((mode & 0o111) === 0) return 'permission denied';
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.includes(0)) return undefined;
    // Windows line ends: the carriage return belongs to the interpreter's name, and no such file exists.
    const [, interpreter] = /^#![ \t]*([^ \t\n]+)/.exec(head.toString('latin1')) ?? [];
    if (interpreter === undefined) return 'exec format error';
    const exists = await access(interpreter, constants.X_OK).then(
      () => true,
      () => false,
    );
    return exists ? undefined : 'no such file or directory';
  } finally {
    await file.close();
  }
}
