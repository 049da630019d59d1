/** Puts a whole simulator together on a loopback port: clock, store, runtime, model, wire, server. And takes it apart again. */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { seconds } from '../domain/time.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import { ScaledClock } from './clocks.js';
import type { SimulatedGitHub } from './github/github.js';
import { createProcessRuntime } from './runtime/processes.js';
import type { Runtime } from './runtime/runtime.js';
import { createVirtualRuntime } from './runtime/virtual.js';
import type { ServeSettings } from './serve-settings.js';
import type { Simulator } from './service.js';
import { createSimulator } from './simulator.js';
import { createDiskStore } from './storage/disk-store.js';
import type { ObjectBytes } from './storage/object-bytes.js';
import { DEFAULT_ACCESS_KEYS } from './wire/credentials.js';
import { createPresigner } from './wire/presign.js';
import { startWireServer, type WireServer } from './wire/server.js';
import { createWire } from './wire/wire.js';

export interface RunningSimulator {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** A forward proxy for the environments' names, when the runtime has one. */
  readonly proxyUrl?: string;
  /** What a shell must export so that AWS clients (and `curl`) find the simulator. */
  readonly environment: Readonly<Record<string, string>>;
  readonly simulator: Simulator;
  /** Resolves when somebody asks for the end with `POST /_simulator/stop`. */
  readonly stopped: Promise<void>;
  /** Ends everything; no process, port or temporary file is left. */
  close(): Promise<void>;
}

const FOLDER_PREFIX = 'beanstalk-simulator-';

/** The wall's clock: this file is an adapter, the model gets its time from here. */
const wall: Clock = {
  now: () => Date.now(),
  sleep: (span, signal) =>
    new Promise((done) => {
      if (signal?.aborted === true) return done();
      const timer = setTimeout(done, span);
      const stop = (): void => {
        clearTimeout(timer);
        done();
      };
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

const random: Random = { next: Math.random, uuid: randomUUID };

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { readonly code?: string }).code === 'EPERM';
  }
}

/** A folder of our own; those of simulators that were killed are cleared away first. */
function temporaryFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${FOLDER_PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
}

/** Restores the world that an earlier run has left in the state file, and answers how to save it there. */
function keepState(simulator: Simulator, github: SimulatedGitHub, file: string | undefined): () => void {
  if (file === undefined) return () => {};
  const path = resolve(file);
  if (existsSync(path)) {
    const { github: kept, ...world } = JSON.parse(readFileSync(path, 'utf8')) as { readonly github?: unknown };
    simulator.restore(world);
    if (kept !== undefined) github.restore(kept);
  }
  return () => {
    mkdirSync(join(path, '..'), { recursive: true });
    const aside = `${path}.${process.pid}`;
    writeFileSync(aside, JSON.stringify({ ...(simulator.save() as object), github: github.save() }));
    renameSync(aside, path);
  };
}

/** After a swap a name leads to where it led before for so long, as resolvers' caches make it (simulated time). */
const NAMES_HELD = seconds(60);

type Started = Runtime & { readonly proxyUrl?: string; readonly certificate?: string };

function createRuntime(
  settings: ServeSettings,
  folder: string,
  objects: ObjectBytes,
  clock: Clock,
  log: (line: string) => void,
): Promise<Started> | Started {
  const { region, speed } = settings;
  return settings.runtime === 'virtual'
    ? createVirtualRuntime(region)
    : createProcessRuntime({
        objects,
        clock,
        random,
        dataDirectory: join(folder, 'runtime'),
        log,
        region,
        speed,
        nameTimeToLive: NAMES_HELD,
        ...(settings.passesOtherNames === undefined ? {} : { passesOtherNames: settings.passesOtherNames }),
      });
}

function environmentOf(
  settings: ServeSettings,
  url: string,
  proxyUrl: string | undefined,
  trusted: string | undefined,
): Record<string, string> {
  const [key] = DEFAULT_ACCESS_KEYS;
  // With a proxy for the names, the simulator itself must be reached without it. curl reads the lower-case names only.
  const names =
    proxyUrl === undefined
      ? {}
      : {
          HTTP_PROXY: proxyUrl,
          http_proxy: proxyUrl,
          NO_PROXY: '127.0.0.1,localhost',
          no_proxy: '127.0.0.1,localhost',
        };
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_REGION: settings.region,
    AWS_DEFAULT_REGION: settings.region,
    GITHUB_API_URL: `${url}/_github/api/v3`,
    ...names,
    ...(trusted === undefined ? {} : { NODE_EXTRA_CA_CERTS: trusted }),
  };
}

/** Puts the certificate that clients of https names have to trust where they can be told of it. */
function keepCertificate(folder: string, certificate: string | undefined): string | undefined {
  if (certificate === undefined) return undefined;
  const path = join(folder, 'certificate.pem');
  writeFileSync(path, certificate);
  return path;
}

/** The model and the wire around it, over a runtime and a store. `url` is asked for late: the port comes last. */
function assemble(settings: ServeSettings, clock: Clock, runtime: Runtime, objects: ObjectBytes, url: () => string) {
  const { region, accountId, scenario } = settings;
  const presign = createPresigner({
    baseUrl: url,
    accessKey: DEFAULT_ACCESS_KEYS[0],
    region,
    wallClock: settings.sharesClock === true ? clock : wall,
  });
  const chosen = scenario === undefined ? {} : { scenario };
  const simulator = createSimulator({ clock, random, runtime, objects, region, accountId, presign, ...chosen });
  let stop = (): void => {};
  const stopped = new Promise<void>((done) => {
    stop = done;
  });
  const signing = settings.sharesClock === true ? { wallClock: clock } : {};
  const wire = createWire({ simulator, objects, clock, random, ...signing, options: { onStop: () => stop() } });
  return { simulator, wire, stopped };
}

const inWords = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Starts a simulator. @throws the system's error when the port is taken; nothing is left behind then. */
export async function startSimulator(
  settings: ServeSettings,
  log: (line: string) => void = () => {},
): Promise<RunningSimulator> {
  const clock = new ScaledClock(wall, settings.speed);
  const kept = settings.dataFolder ?? (settings.stateFile === undefined ? undefined : `${settings.stateFile}.data`);
  const folder = kept === undefined ? temporaryFolder() : resolve(kept);
  let save = (): void => {};
  let runtime: Started | undefined;
  let server: WireServer | undefined;
  const close = async (): Promise<void> => {
    await server?.close();
    try {
      save();
    } finally {
      await runtime?.close();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    }
  };
  try {
    const objects = createDiskStore(join(folder, 'objects'), () => clock.now());
    runtime = await createRuntime(settings, folder, objects, clock, log);
    const url = (): string => server?.url ?? 'http://127.0.0.1';
    const { simulator, wire, stopped } = assemble(settings, clock, runtime, objects, url);
    const keep = keepState(simulator, wire.github, settings.stateFile);
    if (settings.seed !== undefined) {
      const { github, ...seed } = settings.seed;
      simulator.seed(seed);
      if (github !== undefined) wire.github.seed(github);
    }
    const onError = (error: unknown): void => log(inWords(error));
    server = await startWireServer(wire, { port: settings.port, settleEvery: 100, onError });
    save = keep; // From here on there is a world of this run; before, a failed start must not overwrite the last one's.
    const { proxyUrl } = runtime;
    const environment = environmentOf(settings, server.url, proxyUrl, keepCertificate(folder, runtime.certificate));
    const names = proxyUrl === undefined ? {} : { proxyUrl };
    return { url: server.url, ...names, environment, simulator, stopped, close };
  } catch (error) {
    await close();
    throw error;
  }
}
