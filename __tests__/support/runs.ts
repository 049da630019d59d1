/** Whole runs of the action in a simulated world: `main` with a runner in memory, several of them at a time, some of them killed. */
import { dirname } from 'node:path';
import { createBeanstalk } from '../../src/adapters/aws/beanstalk.js';
import { createBundleStore } from '../../src/adapters/aws/bundle-store.js';
import { createAwsClients } from '../../src/adapters/aws/clients.js';
import { createDocuments } from '../../src/adapters/aws/documents.js';
import { createIdentity } from '../../src/adapters/aws/identity.js';
import { createRouters } from '../../src/adapters/aws/routers.js';
import { zipArchives } from '../../src/adapters/bundle/archives.js';
import { systemFiles } from '../../src/adapters/system/files.js';
import { readLock } from '../../src/domain/lock.js';
import { ActionError } from '../../src/domain/problem.js';
import { lockKey } from '../../src/lock/lock-place.js';
import { main } from '../../src/main.js';
import type { Archives } from '../../src/ports/archives.js';
import type { Files } from '../../src/ports/files.js';
import type { GitHub } from '../../src/ports/github.js';
import type { RunFacts } from '../../src/ports/host.js';
import type { Cloud, Outside } from '../../src/ports/outside.js';
import { seededRandom } from '../../src/simulator/random.js';
import { inProcessHandler } from '../../src/simulator/wire/in-process.js';
import { TEST_KEY } from './wire.js';
import { SHOP, type World } from './world.js';
import './preloaded.js';

const BUCKET = 'elasticbeanstalk-us-east-1-123456789012';

export interface RunWish {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly run?: Partial<RunFacts>;
  /** State that an earlier phase of the step has saved. */
  readonly state?: Readonly<Record<string, string>>;
  /** The process is gone at its n-th request: before it is sent, or before its answer comes. */
  readonly killAt?: { readonly request: number; readonly when: 'before' | 'after' };
  /** A real directory that is bundled; `/tmp`-like work goes beside it. Absent: nothing is bundled. */
  readonly workspace?: string;
  /** This request of the run fails as lost: S3 or the service has acted, and nobody hears of it. */
  readonly loses?: (method: string, path: string) => boolean;
  /** Other regions than that of the world, on its clock. */
  readonly regions?: Readonly<Record<string, World>>;
  /** What the run sees of GitHub, whatever its token; absent: nothing. */
  readonly github?: GitHub;
  /** Files that can be read, by path: the event's payload, what git has written into the workspace. */
  readonly texts?: Readonly<Record<string, string>>;
}

export interface Running {
  /** Ends also when the run was killed. */
  readonly ended: Promise<void>;
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** What was written to the summary of the step. */
  readonly summaries: readonly string[];
  /** Files that were written, by path. */
  readonly written: ReadonlyMap<string, string>;
  readonly hasFailed: () => boolean;
  readonly wasKilled: () => boolean;
  readonly requests: () => number;
  cancel(): void;
  /** SIGKILL. */
  kill(): void;
}

const INPUTS = {
  'aws-region': 'us-east-1',
  'application-name': SHOP.application,
  'environment-name': SHOP.name,
  'version-source': 'existing',
  'version-label': 'v2',
};

const unexpected = (): Promise<never> => Promise.reject(new Error('nothing is bundled here'));
const NOTHING_BUNDLED: Archives = { pack: unexpected, list: unexpected, texts: unexpected, sha256: () => '' };

let count = 0;

/** These files, and whatever else is there. */
function textFiles(texts: Readonly<Record<string, string>>, others?: Files): Pick<Files, 'stat' | 'readText'> {
  return {
    stat: async (path) => {
      const text = texts[path];
      return text === undefined ? others?.stat(path) : { kind: 'file', bytes: text.length, mode: 0o644 };
    },
    readText: async (path) => {
      const text = texts[path];
      if (text !== undefined) return text;
      if (others !== undefined) return others.readText(path);
      throw new ActionError({ code: 'path-not-found', blame: 'you', what: `There is no ${path}.`, hint: 'Make it.' });
    },
  };
}

export function startRun(world: World, wish: RunWish = {}): Running {
  count += 1;
  const { clock } = world;
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  const lines: string[] = [];
  const summaries: string[] = [];
  const written = new Map<string, string>();
  let failures = 0;
  const stops: (() => void)[] = [];
  const inputs: Readonly<Record<string, string>> = { ...INPUTS, ...wish.inputs };
  const random = seededRandom(count * 1_000);
  let requests = 0;
  let die = (): void => {};
  let isDead = false;
  const death = new Promise<'dead'>((resolve) => {
    die = () => {
      isDead = true;
      resolve('dead');
    };
  });
  const never = new Promise<never>(() => {});

  const handlerOf = (wire: ReturnType<typeof inProcessHandler>): typeof wire => ({
    ...wire,
    handle: async (request, options) => {
      requests += 1;
      const { killAt } = wish;
      const kills = killAt !== undefined && requests === killAt.request;
      if (isDead || (kills && killAt.when === 'before')) {
        die();
        return never;
      }
      const answer = await wire.handle(request, options);
      if (kills) {
        die();
        return never;
      }
      if (wish.loses?.(request.method, request.path) === true) {
        throw Object.assign(new Error('read ECONNRESET'), { name: 'TimeoutError', code: 'ECONNRESET' });
      }
      // Answers are dated by the wall, objects by the virtual clock: without a date the adapter takes the virtual one, too.
      delete answer.response.headers.date;
      return answer;
    },
  });
  const clientsOf = ({ region, wire }: World) =>
    createAwsClients({
      region,
      version: '0.0.0',
      env: {},
      credentials: TEST_KEY,
      endpoint: 'http://127.0.0.1:4566',
      requestHandler: handlerOf(inProcessHandler(wire)),
    });

  /** Holds the clock while a call is under way, and lets it go when the process dies. */
  const mortal = <P extends object>(port: P): P => {
    const racing = new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => {
          const answer: unknown = Reflect.apply(member, target, args);
          if (!(answer instanceof Promise)) return answer;
          return Promise.race([name === 'between' ? answer.then((part) => mortal(Object(part))) : answer, death]);
        };
      },
    });
    const held = clock.holding(racing);
    return new Proxy(held, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => {
          const answer: unknown = Reflect.apply(member, target, args);
          return answer instanceof Promise ? answer.then((value) => (value === 'dead' ? never : value)) : answer;
        };
      },
    });
  };

  const files = {
    ...(wish.workspace === undefined ? world.ports.files : clock.holding(systemFiles)),
    writeText: async (path: string, text: string) => void written.set(path, text),
    ...(wish.texts === undefined ? {} : textFiles(wish.texts, wish.workspace === undefined ? undefined : systemFiles)),
  };

  const connect = async (region: string, signal: AbortSignal): Promise<Cloud> => {
    const there = wish.regions?.[region] ?? world;
    const clients = clientsOf(there);
    const parts = { clients, clock, random, signal };
    return {
      ...{ ...there.ports, files },
      beanstalk: mortal(createBeanstalk({ ...parts, patience: 'patient' })),
      watchBeanstalk: mortal(createBeanstalk({ ...parts, patience: 'one-look' })),
      store: mortal(createBundleStore(parts)),
      documents: mortal(createDocuments(parts)),
      identity: mortal(createIdentity(clients)),
      routers: mortal(createRouters(parts)),
    };
  };

  const host: Outside['host'] = {
    input: (name) => inputs[name] ?? '',
    givenInputs: () => Object.keys(inputs),
    output: (name, value) => void Object.assign(outputs, { [name]: value }),
    line: (text) => void lines.push(text),
    group: (title) => void lines.push(title),
    endGroup: () => {},
    annotate: (level, message) => void lines.push(`${level}: ${message}`),
    debug: () => {},
    mask: () => {},
    summary: async (markdown) => {
      summaries.push(markdown);
      return true;
    },
    flush: async () => {},
    fail: () => {
      failures += 1;
    },
    saveState: (name, value) => void Object.assign(state, { [name]: value }),
    state: (name) => wish.state?.[name] ?? '',
    run: {
      workspace: wish.workspace ?? '/w',
      temporary: wish.workspace === undefined ? '/tmp' : dirname(wish.workspace),
      debug: false,
      // Only the post phase is given a state.
      isPost: wish.state !== undefined,
      repository: 'acme/shop',
      runId: `${100 + count}`,
      runAttempt: 1,
      actor: 'kim',
      ...wish.run,
    },
    onCancel: (callback) => void stops.push(callback),
    onCrash: () => {},
  };
  const outside: Outside = {
    ...world.ports,
    host,
    clock,
    random,
    files,
    archives: () => Promise.resolve(wish.workspace === undefined ? NOTHING_BUNDLED : clock.holding(zipArchives)),
    github: (token) => Promise.resolve(token === '' ? undefined : wish.github),
    connect,
    calls: () => requests,
    leave: () => {},
  };
  return {
    ended: Promise.race([main(outside), death]).then(() => {}),
    lines,
    outputs,
    state,
    summaries,
    written,
    hasFailed: () => failures > 0,
    wasKilled: () => isDead,
    requests: () => requests,
    cancel: () => {
      for (const stop of stops) stop();
    },
    kill: () => die(),
  };
}

export async function wholeRun(world: World, wish: RunWish = {}): Promise<Running> {
  const running = startRun(world, wish);
  await running.ended;
  return running;
}

/** What the lock of the shop says now; `undefined` when there has never been one. */
export function lockOfShop(world: World): ReturnType<typeof readLock> {
  const text = world.objects.text(BUCKET, lockKey(SHOP.name));
  return text === undefined ? undefined : readLock(text);
}

/** Somebody writes, or removes, the lock behind everybody's back. */
export function writeLock(world: World, text: string): void {
  world.objects.put(BUCKET, lockKey(SHOP.name), Buffer.from(text));
}
