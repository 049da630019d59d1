/** The environment all stories deploy to: `shop-production`, four instances behind an Application Load Balancer. */
import { join } from 'node:path';
import { type CapacitySample, type CapacityWatch, lookAtCapacity, watchCapacity } from './capacity.js';
import { type RunningLoad, startLoad } from './load.js';
import { materialiseRelease } from './releases.js';
import type { Stage } from './story.js';

export const APPLICATION = 'shop';
export const ENVIRONMENT = 'shop-production';
export const INSTANCES = 4;

/** What `GET /_simulator/state` says of an instance, as far as stories read it. */
interface StateInstance {
  readonly id: string;
  readonly deployment?: { readonly versionLabel: string; readonly status: string };
}

export interface StateEnvironment {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly versionLabel?: string;
  readonly cname?: string;
  readonly instances: readonly StateInstance[];
}

export async function stateOf(stage: Stage): Promise<StateEnvironment> {
  const state = (await stage.simulator.get('/_simulator/state')) as {
    readonly environments: readonly StateEnvironment[];
  };
  const found = state.environments.find(
    (environment) => environment.name === ENVIRONMENT && environment.status !== 'Terminated',
  );
  if (found === undefined) throw new Error(`the simulator has no environment ${ENVIRONMENT}`);
  return found;
}

/** Seeds the environment with AWS's sample application; the first deployment is the action's own. */
export async function openShop(stage: Stage): Promise<void> {
  await stage.simulator.post('/_simulator/seed', {
    applications: [{ name: APPLICATION }],
    environments: [
      {
        application: APPLICATION,
        name: ENVIRONMENT,
        cnamePrefix: ENVIRONMENT,
        versionLabel: 'sample',
        instances: INSTANCES,
        loadBalancer: 'application',
        enhancedHealth: true,
      },
    ],
  });
}

/** The inputs that every story's deployment shares: the service's hour passes in a minute, so waits are shorter too. */
export function inputs(label: string, more: Readonly<Record<string, string>>): Record<string, string> {
  return {
    'aws-region': 'eu-west-1',
    'application-name': APPLICATION,
    'environment-name': ENVIRONMENT,
    'source-directory': '.',
    'version-label': label,
    'stable-for': '1s',
    'health-grace': '30s',
    'poll-interval': '400ms',
    ...more,
  };
}

/** A release as a checked-out workspace of its own. */
export async function workspaceOf(stage: Stage, release: string): Promise<string> {
  const workspace = join(stage.directory, 'workspaces', release);
  await materialiseRelease(release, workspace);
  return workspace;
}

/** Users, and somebody who counts the instances, while a deployment runs. */
export async function watchShop(
  stage: Stage,
): Promise<{ readonly load: RunningLoad; readonly capacity: CapacityWatch }> {
  const { cname } = await stateOf(stage);
  const proxyUrl = stage.simulator.env.HTTP_PROXY ?? stage.simulator.env.http_proxy;
  if (cname === undefined || proxyUrl === undefined) throw new Error('the simulator offers no name to ask');
  const load = startLoad({ proxyUrl, url: `http://${cname}/`, ratePerSecond: 40, timeoutMs: 5_000 });
  return { load, capacity: watchCapacity(() => sample(stage), 100) };
}

/** By the wall clock, as the requests are, so that both fit into one chart. */
async function sample(stage: Stage): Promise<CapacitySample | undefined> {
  const seen = await lookAtCapacity(stage.simulator.endpoint, ENVIRONMENT);
  return seen === undefined ? undefined : { ...seen, at: Date.now() };
}

/** Resolves when the environment is Ready again (the simulator's state, not the action's word). */
export async function settled(stage: Stage, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if ((await stateOf(stage)).status === 'Ready') return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
