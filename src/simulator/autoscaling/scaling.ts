/** What Auto Scaling does by itself, without an operation of the environment: instances come up, and instances leave. */
import { seconds } from '../../domain/time.js';
import { type Context, effectiveOptions, faultsOf } from '../context.js';
import {
  announceAdded,
  deregistrationDelaySeconds,
  drain,
  endInstance,
  hasLoadBalancer,
  isLeaving,
  launchInstance,
  register,
} from '../instances.js';
import { about } from '../random.js';
import type { InstanceCommand } from '../runtime/runtime.js';
import { finish, startCommand } from '../scripts/commands.js';
import { BOOT } from '../scripts/launching.js';
import { type Script, until, wait } from '../timeline.js';
import type { Environment, Instance } from '../world.js';

/** A first command may take so long; later its instance is left to itself. */
const PATIENCE = seconds(840);
/** The health service notices a new instance so much later, as in updates. */
const NOTICED = seconds(91);

type Place = Pick<Instance, 'group' | 'targetGroup'>;
type Version = Pick<InstanceCommand, 'versionLabel' | 'deploymentId' | 'environmentVariables'>;

/** Launches instances; without capacity nothing comes, and no event of the environment tells of it. */
export function launchBy(context: Context, environment: Environment, count: number, place: Place): void {
  if (faultsOf(context, 'no-capacity').length > 0) return;
  const instances = Array.from({ length: count }, () => launchInstance(context, environment, place));
  announceAdded(context, environment, instances, NOTICED);
  // A temporary group's launch settings are those of the deployment that made it.
  const version = place.group === 'temporary' ? underWay(environment) : undefined;
  for (const instance of instances) context.timeline.run(comeUp(context, environment, instance, version));
}

/** From this call on the instance is on its way out: it gets no new requests, and no command is awaited from it. */
export function removeBy(context: Context, environment: Environment, instance: Instance): void {
  const isServing = instance.traffic === 'registered';
  drain(context, environment, [instance]);
  instance.lifecycle = 'Terminating';
  context.timeline.run(leave(context, environment, instance, isServing));
}

function* leave(context: Context, environment: Environment, instance: Instance, isServing: boolean): Script {
  const delay = isServing && hasLoadBalancer(environment) ? deregistrationDelaySeconds(environment) : 3;
  yield* wait(about(context.random, seconds(delay + 2)));
  if (isOfWorld(context, environment)) endInstance(context, environment, instance);
}

/**
 * Boots, takes the version of the last successful deployment (AWS guide, "Deploying applications"), and goes behind the load
 * balancer. An update that gives the instance a command of its own has it from then on.
 */
function* comeUp(context: Context, environment: Environment, instance: Instance, given: Version | undefined): Script {
  const isHere = (): boolean =>
    isOfWorld(context, environment) && environment.instances.includes(instance) && !isLeaving(instance);
  const deployment = () => instance.deployment;
  yield* wait(about(context.random, seconds(BOOT)));
  if (!isHere() || deployment() !== undefined) return;
  const startedAt = context.now();
  startCommand(context, environment, instance, {
    kind: 'deploy',
    ordinal: environment.instances.indexOf(instance),
    ...(given ?? expected(environment)),
  });
  const isOurs = (): boolean => deployment()?.startedAt === startedAt;
  const state = () => context.runtime.commandState(instance.id);
  yield* until(() => !isHere() || !isOurs() || state().state !== 'running', PATIENCE);
  if (!isHere() || !isOurs()) return;
  if (deployment()?.status === 'In Progress') finish(context, instance, state());
  register(context, environment, [instance]);
}

/** A restored world has other environments under the same ids. */
const isOfWorld = ({ world }: Context, environment: Environment): boolean =>
  world.environments.get(environment.id) === environment && environment.status !== 'Terminated';

const PROPERTIES = 'aws:elasticbeanstalk:application:environment';

const expected = (environment: Environment): Version => ({
  deploymentId: environment.expectedDeploymentId,
  versionLabel: environment.versionLabel ?? '',
  environmentVariables: effectiveOptions(environment)[PROPERTIES] ?? {},
});

function underWay(environment: Environment): Version {
  const { change, deploymentId } = environment.operation ?? {};
  const usual = expected(environment);
  return {
    deploymentId: deploymentId ?? usual.deploymentId,
    versionLabel: change?.versionLabel ?? usual.versionLabel,
    environmentVariables: change?.options?.[PROPERTIES] ?? usual.environmentVariables,
  };
}
