/** A process runtime with bundles made on the spot, for tests of real processes and sockets. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import { seededRandom } from '../../src/simulator/random.js';
import { createProcessRuntime, type ProcessRuntime } from '../../src/simulator/runtime/processes.js';
import type { CommandState, InstanceCommand, Routing, Target } from '../../src/simulator/runtime/runtime.js';

export interface BundleFile {
  readonly text: string;
  /** Default 0o644. */
  readonly mode?: number;
}
export type BundleFiles = Readonly<Record<string, string | BundleFile>>;

/** Writes a zip of `files` to `path`. */
export async function writeBundle(path: string, files: BundleFiles): Promise<string> {
  const zip = new ZipFile();
  for (const [name, file] of Object.entries(files)) {
    const { text, mode = 0o100644 } = typeof file === 'string' ? { text: file } : file;
    zip.addBuffer(Buffer.from(text), name, { mode: mode < 0o10000 ? 0o100000 | mode : mode });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** A web server that says which version and instance it is, and takes `delay` milliseconds for an answer. */
export const webServer = (version: string, delay = 0): string => `
const server = require('node:http').createServer((request, response) => setTimeout(() => {
  const status = request.url.startsWith('/status/') ? Number(request.url.slice(8)) : 200;
  response.writeHead(status, { 'x-app-version': '${version}' });
  response.end(JSON.stringify({ version: '${version}', instance: process.env.BEANSTALK_INSTANCE_ID, env: process.env }));
}, ${delay}));
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

export const webBundle = (version: string, delay = 0): BundleFiles => ({
  Procfile: 'web: node server.js\n',
  'server.js': webServer(version, delay),
});

export class Stand {
  readonly runtime: ProcessRuntime;
  readonly directory: string;
  readonly #bundles: Map<string, string>;
  #deployments = 0;

  private constructor(runtime: ProcessRuntime, directory: string, bundles: Map<string, string>) {
    this.runtime = runtime;
    this.directory = directory;
    this.#bundles = bundles;
  }

  static async open(options: { readonly speed?: number; readonly nameTimeToLive?: number } = {}): Promise<Stand> {
    const directory = await mkdtemp(join(tmpdir(), 'process-runtime-'));
    const bundles = new Map<string, string>();
    const { speed = 60 } = options;
    const startedAt = Date.now();
    const runtime = await createProcessRuntime({
      objects: { file: (_bucket, key) => bundles.get(key) },
      clock: { now: () => startedAt + (Date.now() - startedAt) * speed },
      random: seededRandom(7),
      dataDirectory: join(directory, 'data'),
      log: () => {},
      region: 'us-east-1',
      speed,
      ...(options.nameTimeToLive === undefined ? {} : { nameTimeToLive: options.nameTimeToLive }),
    });
    return new Stand(runtime, directory, bundles);
  }

  async close(): Promise<void> {
    await this.runtime.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Makes a version of these files, to be deployed by its label. */
  async version(label: string, files: BundleFiles): Promise<void> {
    this.#bundles.set(label, await writeBundle(join(this.directory, `${label}.zip`), files));
  }

  /** Makes a version of everything in a directory, modes kept. */
  async versionFrom(label: string, directory: string): Promise<void> {
    const files: Record<string, BundleFile> = {};
    for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files[relative(directory, path)] = { text: await readFile(path, 'utf8'), mode: (await stat(path)).mode & 0o777 };
    }
    await this.version(label, files);
  }

  launch(...instanceIds: readonly string[]): void {
    for (const instanceId of instanceIds) {
      this.runtime.launch({ instanceId, environmentId: 'e-one', environmentName: 'one' });
    }
  }

  /** Runs a command to its end. */
  async run(instanceId: string, label: string | undefined, more: Partial<InstanceCommand> = {}): Promise<CommandState> {
    this.#deployments += 1;
    this.runtime.command(instanceId, {
      kind: 'deploy',
      deploymentId: this.#deployments,
      versionLabel: label ?? 'sample',
      ...(label === undefined ? {} : { bundle: { bucket: 'bucket', key: label } }),
      environmentVariables: {},
      ordinal: 0,
      ...more,
    });
    return until(() => {
      const state = this.runtime.commandState(instanceId);
      return state.state === 'running' ? undefined : state;
    });
  }

  route(targets: readonly (string | Target)[], more: Partial<Routing> = {}): void {
    this.runtime.route({
      environmentId: 'e-one',
      targets: targets.map((target) =>
        typeof target === 'string' ? { instanceId: target, group: 'default', state: 'registered' } : target,
      ),
      splitPercent: 0,
      healthCheck: { path: '/', intervalSeconds: 5, healthyThreshold: 2, unhealthyThreshold: 2, timeoutSeconds: 5 },
      deregistrationDelaySeconds: 20,
      ...more,
    });
  }

  async healthy(...instanceIds: readonly string[]): Promise<void> {
    for (const id of instanceIds) await until(() => this.runtime.targetHealth('e-one', id) === 'healthy' || undefined);
  }

  /** Asks a URL through the name proxy. */
  ask(url: string): Promise<{ readonly status: number; readonly body: string; readonly version: string | undefined }> {
    const proxy = new URL(this.runtime.proxyUrl);
    return new Promise((resolve, reject) => {
      const options = {
        host: proxy.hostname,
        port: proxy.port,
        path: url,
        headers: { host: new URL(url).host },
        agent: false,
      };
      get(options, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('error', reject);
        response.on('end', () => {
          const version = response.headers['x-app-version'];
          resolve({
            status: response.statusCode ?? 0,
            body,
            version: typeof version === 'string' ? version : undefined,
          });
        });
      }).on('error', reject);
    });
  }
}

/** Waits until `look` answers something, at most `limit` milliseconds. */
export async function until<Value>(
  look: () => Value | undefined | Promise<Value | undefined>,
  limit = 8_000,
): Promise<Value> {
  const deadline = Date.now() + limit;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`nothing within ${limit} ms: ${look}`);
    await sleep(10);
  }
}

/** An environment variable `MARK=…` by which processes of this very test run can be told from those of another. */
export const uniqueMark = (): string => randomUUID();

const processIds = async (): Promise<readonly string[]> =>
  (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));

/** Processes (by id) whose environment or command line has `text` in it. */
export async function processesWith(text: string): Promise<readonly number[]> {
  if (process.platform !== 'linux') {
    const listing = execFileSync('ps', ['axeww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n');
    return listing.filter((line) => line.includes(text)).map((line) => Number.parseInt(line, 10));
  }
  const found: number[] = [];
  for (const pid of await processIds()) {
    const files = [`/proc/${pid}/environ`, `/proc/${pid}/cmdline`].map((file) =>
      readFile(file, 'latin1').catch(() => ''),
    );
    if ((await Promise.all(files)).some((content) => content.replaceAll('\0', ' ').includes(text)))
      found.push(Number(pid));
  }
  return found;
}

/** TCP ports on which these processes listen, as the kernel tells it. Linux only. */
export async function portsOf(processes: readonly number[]): Promise<readonly number[]> {
  const sockets = new Set<string>();
  for (const pid of processes) {
    for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      const [, inode] = /^socket:\[(\d+)\]$/.exec(await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')) ?? [];
      if (inode !== undefined) sockets.add(inode);
    }
  }
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => ''));
  const rows = (await Promise.all(tables)).flatMap((table) => table.split('\n').map((row) => row.trim().split(/\s+/)));
  const LISTENING = '0A';
  return rows
    .filter(([, , , state, , , , , , inode]) => state === LISTENING && sockets.has(inode ?? ''))
    .map(([, local]) => Number.parseInt(local?.split(':')[1] ?? '', 16));
}
