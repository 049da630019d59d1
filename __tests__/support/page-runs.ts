/** Runs of the real `main` in a simulated world whose pages are kept: job summary, log, annotations, outputs, JSON report. */

import { type Milliseconds, minutes } from '../../src/domain/time.js';
import { main } from '../../src/main.js';
import type { Archives } from '../../src/ports/archives.js';
import type { AnnotationLevel, Host, RunFacts } from '../../src/ports/host.js';
import type { Cloud, Outside } from '../../src/ports/outside.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { PairWorld } from './pair-world.js';
import { SHOP, World } from './world.js';
import './preloaded.js';

export interface Pages {
  readonly summary: string;
  readonly lines: readonly string[];
  readonly annotations: readonly {
    readonly level: AnnotationLevel;
    readonly message: string;
    readonly title?: string;
  }[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly report: string;
}

export interface PageWish {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly run?: Partial<RunFacts>;
  readonly scenario?: Scenario;
  readonly cancelAfter?: Milliseconds;
  /** Files of the checkout: path below the workspace to text. */
  readonly files?: Readonly<Record<string, string>>;
}

const INPUTS = {
  'aws-region': 'us-east-1',
  'application-name': SHOP.application,
  'environment-name': SHOP.name,
  'version-source': 'existing',
  'version-label': 'v2',
};

const RUN: RunFacts = {
  workspace: '/w',
  temporary: '/tmp',
  debug: false,
  serverUrl: 'https://github.com',
  repository: 'acme/shop',
  commit: '3f2a91c4be0d6a1f5c7e8b9a0d1c2e3f4a5b6c7d',
  runId: '4711',
  actionRepository: 'beanstalk-rollout/beanstalk-rollout',
  actionRef: 'v1',
};

const unexpected = (): Promise<never> => Promise.reject(new Error('nothing is bundled here'));
const NOTHING_BUNDLED: Archives = { pack: unexpected, list: unexpected, texts: unexpected, sha256: () => '' };

/** One run, from the first look to the last page. */
export async function pagesOf(world: World, wish: PageWish = {}): Promise<Pages> {
  const lines: string[] = [];
  const annotations: { level: AnnotationLevel; message: string; title?: string }[] = [];
  const outputs: Record<string, string> = {};
  const written: string[] = [];
  const stops: (() => void)[] = [];
  const inputs: Readonly<Record<string, string>> = { ...INPUTS, ...wish.inputs };
  let summary = '';
  if (wish.scenario !== undefined) world.scenario(wish.scenario);
  const host: Host = {
    input: (name) => inputs[name] ?? '',
    givenInputs: () => Object.keys(inputs),
    output: (name, value) => void Object.assign(outputs, { [name]: value }),
    line: (text) => void lines.push(text),
    group: (title) => void lines.push(`▸ ${title}`),
    endGroup: () => {},
    annotate: (level, message, title) =>
      void annotations.push({ level, message, ...(title === undefined ? {} : { title }) }),
    debug: () => {},
    mask: () => {},
    summary: async (markdown) => {
      summary += markdown;
      return true;
    },
    flush: async () => {},
    fail: () => {},
    saveState: () => {},
    state: () => '',
    run: { ...RUN, ...wish.run },
    onCancel: (callback) => void stops.push(callback),
    onCrash: () => {},
  };
  const checkout = wish.files ?? {};
  const outside: Outside = {
    ...world.ports,
    host,
    clock: world.clock,
    files: {
      ...world.ports.files,
      list: async (path) =>
        Object.keys(checkout)
          .filter((file) => `/w/${file}`.startsWith(`${path}/`))
          .map((file) => `/w/${file}`.slice(path.length + 1)),
      readText: async (path) => checkout[path.slice('/w/'.length)] ?? unexpected(),
      writeText: async (_path, text) => void written.push(text),
    },
    archives: () => Promise.resolve(NOTHING_BUNDLED),
    github: async () => undefined,
    connect: async () => ({ ...world.ports, identity: { caller: async () => undefined } }) as Cloud,
    calls: () => world.wire.calls.total,
    leave: () => {},
  };
  const calledOff =
    wish.cancelAfter === undefined
      ? undefined
      : world.clock.at(world.clock.now() + wish.cancelAfter, () => {
          for (const stop of stops) stop();
        });
  await main(outside);
  calledOff?.();
  return { summary, lines, annotations, outputs, report: written.at(-1) ?? '' };
}

/** A workflow like `examples/rollback.yml`. */
export const ROLLBACK_WORKFLOW = `on:
  workflow_dispatch:
    inputs:
      version:
        default: previous
      reason:
        required: true
jobs:
  rollback:
    steps:
      - uses: beanstalk-rollout/beanstalk-rollout@v1
        with:
          operation: rollback
          to-version: \${{ inputs.version }}
          comment: \${{ inputs.reason }}
          environment-name: shop-prod
`;

const FILES = { '.github/workflows/rollback.yml': ROLLBACK_WORKFLOW };
const ROLLING = { strategy: 'rolling', 'batch-size': '25%' };

/** The endings that a reader of summaries meets, by name. */
export const PAGE_RUNS: Readonly<Record<string, () => Promise<Pages>>> = {
  'rolling-succeeded': () => pagesOf(new World(), { inputs: ROLLING, files: FILES }),
  'rolling-failed-and-put-back': () =>
    pagesOf(new World(), {
      inputs: { ...ROLLING, 'batch-size': '50%' },
      files: FILES,
      scenario: {
        versions: {
          v2: { command: 'fails', output: 'Instance deployment: the application did not start within 10 seconds.' },
        },
      },
    }),
  'blue-green-succeeded': () =>
    pagesOf(new PairWorld({ idle: 'v0' }), { inputs: { strategy: 'blue-green', bake: '3m' }, files: FILES }),
  'dry-run': () => pagesOf(new World(), { inputs: { ...ROLLING, 'dry-run': 'true' }, files: FILES }),
  cancelled: () => pagesOf(new World(), { inputs: ROLLING, files: FILES, cancelAfter: minutes(3) }),
  'large-rolling': () =>
    pagesOf(new World({ environment: { instances: 60 } }), {
      inputs: { strategy: 'rolling', 'batch-size': '10' },
      files: FILES,
    }),
};
