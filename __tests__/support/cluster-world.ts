/** Cluster environments in a simulated world: what a run needs to deploy to one, and to create one. */
import { createAwsClients } from '../../src/adapters/aws/clients.js';
import { createRegistry } from '../../src/adapters/registry/registry.js';
import type { Registry } from '../../src/ports/registry.js';
import { inProcessHandler } from '../../src/simulator/wire/in-process.js';
import { directoryOf } from './bundle-tree.js';
import { type Running, startRun } from './runs.js';
import { TEST_KEY } from './wire.js';
import { World, type WorldOptions } from './world.js';

export const ACCOUNT = '123456789012';
export const ECR = `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com`;

/** As the simulator gives them to environments of its seed. */
export const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/aws-elasticbeanstalk-eks-${name}-role`;
const EKS = 'aws:elasticbeanstalk:eks';
const ENVIRONMENT = `${EKS}:environment`;

export const CLUSTER_ROLES = {
  [EKS]: { 'cluster-role': role('cluster'), 'node-role': role('node') },
  [ENVIRONMENT]: { 'observability-role': role('observability') },
} as const;

export const options = (...more: readonly Readonly<Record<string, Readonly<Record<string, string>>>>[]): string => {
  const merged: Record<string, Record<string, string>> = {};
  for (const layer of more)
    for (const [namespace, values] of Object.entries(layer)) merged[namespace] = { ...merged[namespace], ...values };
  return JSON.stringify(merged);
};

/** With a readiness probe, so that nothing is warned of. */
export const PROBED = { [`${ENVIRONMENT}:readiness-probe`]: { enabled: 'true' } };

export const BUILD = JSON.stringify({ Type: 'docker', CodeBuildServiceRole: role('image-build') });

/** A shop on a cluster, with two pods. */
export const clusterWorld = ({ environment, ...rest }: WorldOptions = {}): World =>
  withRegistry(new World({ ...rest, environment: { tier: 'Cluster', instances: 2, ...environment } }));

/** The simulator's own registry, asked as the action asks it. */
export function withRegistry(world: World): World {
  const clients = createAwsClients({
    region: world.region,
    version: '0.0.0',
    env: {},
    credentials: TEST_KEY,
    endpoint: 'http://127.0.0.1:4566',
    requestHandler: inProcessHandler(world.wire),
  });
  const registry: Registry = createRegistry({ env: {}, ecr: () => clients.ecr() });
  Object.assign(world.ports, { registry: world.clock.holding(registry) });
  return world;
}

/** Without the version that runs in tests have by themselves. */
const BARE = { 'version-source': '', 'version-label': '' };

export async function run(world: World, inputs: Readonly<Record<string, string>>): Promise<Running> {
  const workspace = await directoryOf({ Dockerfile: 'FROM scratch', 'index.js': `// ${inputs.code ?? 'one'}` });
  const { code: _, ...given } = inputs;
  const running = startRun(world, { inputs: { ...BARE, ...given }, workspace });
  await running.ended;
  return running;
}

export const textOf = ({ lines }: Running): string => lines.join('\n');
