/** The simulator as a process of its own, as a user would start it with `npm run simulator`. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Ready, readReady } from '../simulator/ready-text.js';

export interface SimulatorProcess {
  readonly endpoint: string;
  /** The `export` lines it printed: endpoint, credentials, region, name proxy. */
  readonly env: Readonly<Record<string, string>>;
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it on a free port; rejects with what it printed when it does not become ready. */
export async function startSimulator(options: {
  readonly speed: number;
  readonly dataDirectory: string;
  readonly runtime?: 'processes' | 'virtual';
  /** Its clients' clocks are the simulated one, too (`step-clock.ts`). */
  readonly sharesClock?: boolean;
}): Promise<SimulatorProcess> {
  const entry = fileURLToPath(new URL('../simulator/serve.js', import.meta.url));
  const args = [
    '--port',
    '0',
    '--speed',
    String(options.speed),
    '--runtime',
    options.runtime ?? 'processes',
    '--data',
    options.dataDirectory,
    '--region',
    'eu-west-1',
    '--stop-with-parent',
    ...(options.sharesClock === true ? ['--share-clock'] : []),
  ];
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let printed = '';
  const { endpoint, environment: env } = await new Promise<Ready>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      const ready = readReady(printed);
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`the simulator ended with ${code} before it was ready:\n${printed}`)),
    );
  });
  const request = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await fetch(new URL(path, endpoint), init);
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}: ${await response.text()}`);
    return response;
  };
  return {
    endpoint,
    env,
    get: async (path) => (await request(path)).json(),
    post: async (path, body) => {
      await request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    },
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Variables that give a step the simulated clock, when `step-clock.ts` is loaded into it. */
export async function sharedClock(
  simulator: Pick<SimulatorProcess, 'get'>,
  speed: number,
): Promise<Readonly<Record<string, string>>> {
  const { time } = (await simulator.get('/_simulator/health')) as { readonly time: string };
  return { DEMO_CLOCK: [speed, Date.now(), Date.parse(time)].join(' ') };
}
