/** One run of the action in a simulated account: `main` with a runner in memory, which may be asked to stop or be killed. */
import { main } from '../../src/main.js';
import type { Archives } from '../../src/ports/archives.js';
import type { Cloud, Outside } from '../../src/ports/outside.js';
import { seededRandom } from '../../src/simulator/random.js';
import { connectionBroken, type Passing } from './direct-clients.js';
import { type Inputs, isPreview, type Plot, seesGitHub } from './plot.js';
import { EVENT_PATH, HEAD, payload, REPOSITORY } from './pull-request.js';
import { APPLICATION, NAME, REGION, type Stage } from './stage.js';

export interface RunWish {
  readonly inputs: Inputs;
  readonly runId: string;
  readonly attempt?: number;
  /** Of the pull request; absent: it was opened. */
  readonly event?: 'opened' | 'closed';
  readonly killAt?: NonNullable<Plot['killAt']>;
  readonly stopAt?: NonNullable<Plot['stopAt']>;
  readonly darkAt?: NonNullable<Plot['darkAt']>;
  /** Hears of each call before it is sent. */
  readonly onCall?: (action: string, input: Readonly<Record<string, unknown>>) => void;
}

export interface SimulatedRun {
  /** Ends also when the run was killed. */
  readonly ended: Promise<void>;
  readonly runId: string;
  readonly inputs: Inputs;
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summaries: readonly string[];
  readonly written: ReadonlyMap<string, string>;
  readonly startedAt: number;
  endedAt(): number;
  hasFailed(): boolean;
  wasKilled(): boolean;
  /** An exception that left `main`. */
  crash(): unknown;
  requests(): number;
  /** By their actions: what a network that was down has kept from it. */
  readonly dark: readonly string[];
  cancel(): void;
}

const INPUTS: Inputs = {
  'aws-region': REGION,
  'application-name': APPLICATION,
  'environment-name': NAME,
  'version-source': 'existing',
  'version-label': 'v2',
};

const unexpected = (): Promise<never> => Promise.reject(new Error('nothing is bundled here'));
const NOTHING_BUNDLED: Archives = { pack: unexpected, list: unexpected, texts: unexpected, sha256: () => '' };
const never = new Promise<never>(() => {});

const CHANGES = /^(Create|Update|Delete|Swap|Terminate|Abort|Modify|Change|Register|Deregister)/;

/** Asks to stop around a certain call. */
function stopping({ stopAt }: RunWish, stop: () => void) {
  let changes = 0;
  return (action: string): ((when: 'sent' | 'answered') => void) => {
    const isChange = CHANGES.test(action);
    if (isChange) changes += 1;
    const stops = isChange && changes === stopAt?.change;
    return (when) => {
      if (stops && when === stopAt?.when) stop();
    };
  };
}

/** A network that goes down around a certain call. */
function darkening({ darkAt }: RunWish, now: () => number) {
  let changes = 0;
  let until = 0;
  const lost: string[] = [];
  const around = (action: string): ((when: 'sent' | 'answered') => void) => {
    if (CHANGES.test(action)) changes += 1;
    const falls = CHANGES.test(action) && changes === darkAt?.change;
    return (when) => {
      if (falls && (when === 'sent') === (darkAt?.lost === 'call')) until = now() + (darkAt?.seconds ?? 0) * 1_000;
      if (now() >= until) return;
      lost.push(action);
      throw connectionBroken();
    };
  };
  return { around, lost };
}

/** A process that can die in the middle of a call. */
function mortality(stage: Stage, wish: RunWish, stop: () => void) {
  let requests = 0;
  const around = stopping(wish, stop);
  const darkness = darkening(wish, () => stage.clock.now());
  let isDead = false;
  let die = (): void => {};
  const death = new Promise<'dead'>((resolve) => {
    die = () => {
      isDead = true;
      resolve('dead');
    };
  });
  const passing: Passing = async (action, input, send) => {
    requests += 1;
    wish.onCall?.(action, input);
    const kills = wish.killAt !== undefined && requests === wish.killAt.request;
    if (isDead || (kills && wish.killAt?.when === 'before')) {
      die();
      return never;
    }
    const at = around(action);
    const dark = darkness.around(action);
    at('sent');
    try {
      dark('sent');
      const answer = await send();
      dark('answered');
      return answer;
    } finally {
      at('answered');
      if (kills) {
        die();
        await never;
      }
    }
  };
  /** A call holds the clock while it is under way, and lets it go when the process dies. */
  const mortal = <P extends object>(port: P): P =>
    new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => {
          const answer: unknown = Reflect.apply(member, target, args);
          if (!(answer instanceof Promise)) return answer;
          // A race leaves its answer with a death that never comes: hours of them.
          if (wish.killAt === undefined) return stage.clock.hold(answer);
          return stage.clock.hold(Promise.race([answer, death])).then((value) => (value === 'dead' ? never : value));
        };
      },
    });
  return { passing, mortal, death, isDead: () => isDead, requests: () => requests, dark: darkness.lost };
}

export function startRun(stage: Stage, wish: RunWish): SimulatedRun {
  const { clock } = stage;
  const inputs: Inputs = {
    ...INPUTS,
    ...wish.inputs,
    ...stage.routeInputs(),
  };
  const random = seededRandom(stage.plot.seed * 31 + Number(wish.runId) * 7 + (wish.attempt ?? 1));
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  const lines: string[] = [];
  const summaries: string[] = [];
  const written = new Map<string, string>();
  const stops: (() => void)[] = [];
  const stop = (): void => {
    for (const one of stops) one();
  };
  const life = mortality(stage, wish, stop);
  const startedAt = clock.now();
  let endedAt = startedAt;
  let failures = 0;
  let crash: unknown;

  const host: Outside['host'] = {
    input: (name) => inputs[name] ?? '',
    givenInputs: () => Object.keys(inputs).filter((name) => inputs[name] !== ''),
    output: (name, value) => void Object.assign(outputs, { [name]: value }),
    line: (text) => void lines.push(text),
    group: (title) => void lines.push(title),
    endGroup: () => {},
    annotate: (level, message, title) => void lines.push(`${level}: ${title ?? ''} ${message}`),
    debug: (text) => void lines.push(text),
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
    state: () => '',
    run: {
      workspace: '/w',
      temporary: '/tmp',
      debug: false,
      repository: REPOSITORY,
      serverUrl: 'https://github.com',
      runId: wish.runId,
      runAttempt: wish.attempt ?? 1,
      actor: 'kim',
      ...(isPreview(stage.plot) ? { eventName: 'pull_request', eventPath: EVENT_PATH, commit: HEAD } : {}),
    },
    onCancel: (callback) => void stops.push(callback),
    onCrash: () => {},
  };
  const outside: Outside = {
    host,
    clock,
    random,
    files: {
      stat: async () => undefined,
      list: async () => [],
      readText: (path) =>
        path === EVENT_PATH
          ? Promise.resolve(payload(wish.event ?? 'opened'))
          : Promise.reject(new Error('no files here')),
      writeText: async (path, text) => void written.set(path, text),
      readLink: () => Promise.reject(new Error('no files here')),
      realPath: async (path) => path,
    },
    http: { get: async ({ url }) => stage.answer(new URL(url).hostname) },
    commands: { run: async () => ({ kind: 'not-started', because: 'there are no commands here' }) },
    archives: async () => NOTHING_BUNDLED,
    github: async (token) => (seesGitHub(stage.plot) ? life.mortal(stage.github(token)) : undefined),
    connect: async (_, signal): Promise<Cloud> => stage.connect(random, signal, life.passing, life.mortal),
    calls: life.requests,
    leave: () => {},
  };
  const ended = Promise.race([main(outside), life.death])
    .catch((error: unknown) => {
      crash = error ?? 'nothing';
    })
    .then(() => {
      endedAt = clock.now();
    });
  return {
    ended,
    runId: wish.runId,
    ...{ inputs, lines, outputs, state, summaries, written, startedAt },
    endedAt: () => endedAt,
    hasFailed: () => failures > 0,
    wasKilled: life.isDead,
    crash: () => crash,
    requests: life.requests,
    dark: life.dark,
    cancel: stop,
  };
}
