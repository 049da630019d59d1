/** Two environments that take turns, in the simulator of a stage: started by `dist/index.js`, looked at as the service shows them. */
import type { StepRequest } from '../../src/demo/runner.js';
import type { Stage } from './runner.js';

const REGION_SUFFIX = '.us-east-1.elasticbeanstalk.com';
const FILES = {
  'server.js': 'require("http").createServer().listen(process.env.PORT)',
  Procfile: 'web: node server.js',
};
const LOOKS = 400;

/** A side as `GET /_simulator/state` tells it. */
export interface ShownSide {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly health: string;
  readonly cname?: string;
  readonly versionLabel?: string;
  readonly instances: readonly {
    readonly deployment?: { readonly versionLabel: string; readonly status: string };
  }[];
}

export const productionOf = (name: string): string => `${name}${REGION_SUFFIX}`;

/** A live side on v0, and an idle one on v0 or none. */
export async function seedPair(stage: Stage, name: string, idle: 'none' | 'v0'): Promise<void> {
  const side = {
    application: 'shop',
    versionLabel: 'v0',
    instances: 2,
    loadBalancer: 'application',
    enhancedHealth: true,
  };
  await stage.post('/_simulator/seed', {
    applications: [{ name: 'shop' }],
    environments: [
      { ...side, name, cnamePrefix: name },
      ...(idle === 'none' ? [] : [{ ...side, name: `${name}-idle`, cnamePrefix: `${name}-idle` }]),
    ],
  });
}

export function releasePair(
  stage: Stage,
  name: string,
  label: string,
  more: Readonly<Record<string, string>> = {},
): Promise<StepRequest> {
  const inputs = {
    'aws-region': 'us-east-1',
    'application-name': 'shop',
    'environment-name': name,
    'source-directory': '.',
    'version-label': label,
    strategy: 'blue-green',
    bake: '1s',
    'stable-for': '1s',
    'poll-interval': '300ms',
    ...more,
  };
  return stage.step(inputs, { ...FILES, 'release.txt': label });
}

/** Both sides as the simulator's state shows them, not as the action says. */
export async function sidesOf(stage: Stage, name: string): Promise<readonly ShownSide[]> {
  const state = (await stage.get('/_simulator/state')) as { readonly environments: readonly ShownSide[] };
  return state.environments.filter((one) => [name, `${name}-idle`].includes(one.name) && one.status !== 'Terminated');
}

/** When nothing of the pair moves any more. */
export async function sidesAtRest(stage: Stage, name: string): Promise<readonly ShownSide[]> {
  for (let look = 0; look < LOOKS; look += 1) {
    const sides = await sidesOf(stage, name);
    if (sides.length > 0 && sides.every(({ status }) => status === 'Ready')) return sides;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} does not come to rest: ${JSON.stringify(await sidesOf(stage, name))}`);
}

/** What each instance of a side runs, without repetitions. */
export const labelsOf = ({ instances }: ShownSide): readonly string[] => [
  ...new Set(instances.map(({ deployment }) => deployment?.versionLabel ?? '?')),
];
