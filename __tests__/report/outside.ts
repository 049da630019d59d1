/** A whole outside in memory: a runner that remembers, files in a map, time that passes in sleeps, and a service given per test. */
import type { Beanstalk } from '../../src/ports/beanstalk.js';
import type { Host } from '../../src/ports/host.js';
import type { Cloud, Outside } from '../../src/ports/outside.js';
import { VirtualClock } from '../../src/simulator/clocks.js';

export interface RememberingOutside extends Outside {
  readonly lines: string[];
  readonly outputs: Record<string, string>;
  readonly saved: Record<string, string>;
  readonly written: Map<string, string>;
  readonly annotations: string[];
  summaryText: string;
  failures: number;
  left: (0 | 1 | undefined)[];
  cancel(): void;
  crash(error: unknown): void;
}

export interface Given {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
  readonly beanstalk?: Partial<Beanstalk>;
  readonly connect?: () => Promise<Cloud>;
  readonly host?: Partial<Host>;
}

export function outside(given: Given = {}): RememberingOutside {
  const clock = new VirtualClock();
  const stops: (() => void)[] = [];
  const crashes: ((error: unknown) => void)[] = [];
  const written = new Map<string, string>();
  const host: Host = {
    input: (name) => given.inputs?.[name] ?? '',
    givenInputs: () => Object.keys(given.inputs ?? {}),
    output: (name, value) => {
      made.outputs[name] = value;
    },
    line: (text) => void made.lines.push(text),
    group: (title) => void made.lines.push(title),
    endGroup: () => {},
    annotate: (level, message) => void made.annotations.push(`${level}: ${message}`),
    debug: () => {},
    mask: () => {},
    summary: async (markdown) => {
      made.summaryText += markdown;
      return true;
    },
    fail: () => {
      made.failures += 1;
    },
    saveState: (name, value) => {
      made.saved[name] = value;
    },
    state: (name) => given.state?.[name] ?? '',
    // Only the post phase is given a state.
    run: { workspace: '/w', temporary: '/tmp', debug: false, isPost: given.state !== undefined },
    flush: async () => {},
    onCancel: (callback) => void stops.push(callback),
    onCrash: (callback) => void crashes.push(callback),
    ...given.host,
  };
  const unexpected = async (): Promise<never> => {
    throw new Error('not expected in this test');
  };
  const beanstalk = { calls: 0, ...given.beanstalk } as Beanstalk;
  const cloud = { beanstalk, watchBeanstalk: beanstalk } as Cloud;
  const made: RememberingOutside = {
    host,
    clock,
    random: { next: () => 0.5, uuid: () => 'uuid' },
    files: {
      stat: async () => undefined,
      list: async () => [],
      readText: async (path) => written.get(path) ?? unexpected(),
      writeText: async (path, text) => void written.set(path, text),
      readLink: unexpected,
      realPath: async (path) => path,
    },
    http: { get: unexpected },
    commands: { run: unexpected },
    archives: unexpected,
    github: async () => undefined,
    connect: given.connect ?? (async () => cloud),
    calls: () => 7,
    leave: (code) => void made.left.push(code),
    lines: [],
    outputs: {},
    saved: {},
    written,
    annotations: [],
    summaryText: '',
    failures: 0,
    left: [],
    cancel: () => {
      for (const stop of stops) stop();
    },
    crash: (error) => {
      for (const crash of crashes) crash(error);
    },
  };
  return made;
}
