/** Runs the user's program through `@actions/exec`: arguments as a list, no shell. Loaded on first use. */
import type { CommandEnd, CommandRequest, Commands } from '../../ports/commands.js';

export function createCommands(env: Readonly<Record<string, string | undefined>>): Commands {
  return { run: (request) => run(request, env) };
}

async function run(request: CommandRequest, env: Readonly<Record<string, string | undefined>>): Promise<CommandEnd> {
  const { exec } = await import('@actions/exec');
  const variables = Object.fromEntries(
    Object.entries({ ...env, ...request.env }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  let timer: NodeJS.Timeout | undefined;
  let cancel = (): void => {};
  const limit = new Promise<CommandEnd>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'timed-out' }), request.timeout);
    cancel = () => resolve({ kind: 'not-started', because: 'the run was asked to stop' });
    request.signal?.addEventListener('abort', cancel, { once: true });
  });
  const command = exec(quoted(request.program), [...request.args], {
    env: variables,
    silent: true,
    ignoreReturnCode: true,
    // exec must not wait for what a program has left running in the background.
    delay: 2_000,
    listeners: { stdline: request.onLine, errline: request.onLine },
  }).then(
    (exitCode): CommandEnd => ({ kind: 'ended', exitCode }),
    (error: unknown): CommandEnd => ({
      kind: 'not-started',
      because: error instanceof Error ? error.message : String(error),
    }),
  );
  try {
    return await Promise.race([command, limit]);
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', cancel);
  }
}

/** exec splits its first argument as a command line: a path with spaces stays one word in quotes. */
const quoted = (program: string): string => (/\s/.test(program) ? `"${program}"` : program);
