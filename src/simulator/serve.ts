/** `npm run simulator`: the simulator as a process of its own, until it is interrupted. */
import { readyText } from './ready-text.js';
import { parseSettings, type ServeSettings, USAGE } from './serve-settings.js';
import { type RunningSimulator, startSimulator } from './start-simulator.js';

const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** What went wrong at the start, in one line. */
function reason(error: unknown, settings: ServeSettings): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  if (code === 'EADDRINUSE')
    return `Port ${settings.port} is taken. Choose another one with --port, or any free one with --port 0.`;
  if (code === 'EACCES') return `Port ${settings.port} may not be opened by this user. Choose another one with --port.`;
  return `The simulator could not start: ${message ?? String(error)}`;
}

/** Resolves when this process is asked to end: by a signal, by its parent's end, or over HTTP. */
function askedToStop(running: RunningSimulator, settings: ServeSettings): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
    if (settings.stopWithParent) {
      process.stdin
        .on('end', done)
        .on('close', done)
        .on('error', () => done());
      process.stdin.resume();
    }
    void running.stopped.then(done);
  });
}

async function serve(settings: ServeSettings): Promise<number> {
  let running: RunningSimulator;
  try {
    running = await startSimulator(settings, complain);
  } catch (error) {
    complain(reason(error, settings));
    return 1;
  }
  const stop = askedToStop(running, settings);
  const crashed = new Promise<unknown>((crash) => {
    process.on('uncaughtException', crash);
    process.on('unhandledRejection', crash);
  });
  process.stdout.write(readyText(running.url, running.environment));
  const failure = await Promise.race([stop, crashed]);
  // Whoever interrupts twice does not want to wait.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
  await running.close();
  if (failure === undefined) return 0;
  complain(failure instanceof Error ? (failure.stack ?? failure.message) : String(failure));
  return 1;
}

async function main(): Promise<number> {
  const parsed = parseSettings(process.argv.slice(2), process.platform);
  switch (parsed.kind) {
    case 'help':
      process.stdout.write(USAGE);
      return 0;
    case 'problems':
      for (const problem of parsed.problems) complain(problem);
      complain('npm run simulator -- --help lists the options.');
      return 2;
    case 'settings':
      return await serve(parsed.settings);
  }
}

process.exit(await main());
