/**
 * The world as JSON, and back. Scripts cannot be saved, so an operation that was open is lost on restore: its
 * environment is Ready on the last successful version, without temporary instances and without a terminal event.
 */
import type { Alarm } from './cloudwatch/alarm.js';
import { type Cluster, scheduleDeletion } from './cluster/cluster.js';
import type { Image } from './cluster/image.js';
import type { Context } from './context.js';
import type { ListenerRule, SharedBalancer } from './elbv2/balancer.js';
import { applyRouting } from './instances.js';
import { publish } from './route53/publish.js';
import type { HostedZone } from './route53/zone.js';
import { openEntrance } from './scripts/launch.js';
import { deployQuietly } from './seed.js';
import type { Application, ApplicationVersion, Environment, LoggedEvent, Template } from './world.js';

const FORMAT = 1;

interface Saved {
  readonly format: typeof FORMAT;
  readonly applications: readonly (Omit<Application, 'versions' | 'templates'> & {
    readonly versions: readonly ApplicationVersion[];
    readonly templates: readonly Template[];
  })[];
  readonly environments: readonly Environment[];
  readonly tags: readonly (readonly [string, Record<string, string>])[];
  readonly platforms: readonly (readonly [string, Readonly<Record<string, unknown>>])[];
  readonly events: readonly LoggedEvent[];
  /** Absent in worlds that were saved by earlier releases. */
  readonly alarms?: readonly Alarm[];
  readonly balancers?: readonly SharedBalancer[];
  readonly listenerRules?: readonly ListenerRule[];
  readonly defaultActions?: readonly (readonly [string, readonly Readonly<Record<string, unknown>>[]])[];
  readonly clusters?: readonly Cluster[];
  readonly images?: readonly Image[];
  readonly hostedZones?: readonly HostedZone[];
}

export function saveWorld({ events, world }: Context): unknown {
  const saved: Saved = {
    format: FORMAT,
    applications: [...world.applications.values()].map((application) => ({
      ...application,
      versions: [...application.versions.values()],
      templates: [...application.templates.values()],
    })),
    environments: [...world.environments.values()],
    tags: [...world.tags],
    platforms: [...world.platforms],
    events: events.candidates({}),
    alarms: [...world.alarms.values()],
    balancers: [...world.balancers.values()],
    listenerRules: [...world.listenerRules.values()],
    defaultActions: [...world.defaultActions],
    clusters: [...world.clusters.values()],
    images: [...world.images.values()],
    hostedZones: [...world.hostedZones.values()],
  };
  // A copy: what was saved does not change with the world.
  return JSON.parse(JSON.stringify(saved));
}

/** Processing is a script too: what was under way has not happened. */
const settled = (version: ApplicationVersion): ApplicationVersion =>
  version.status === 'PROCESSING' || version.status === 'BUILDING' ? { ...version, status: 'UNPROCESSED' } : version;

const isSaved = (value: unknown): value is Saved =>
  typeof value === 'object' && value !== null && (value as { readonly format?: unknown }).format === FORMAT;

/** Replaces the world. Throws when the text is not one that `saveWorld` wrote. */
export function restoreWorld(context: Context, saved: unknown): void {
  if (!isSaved(saved)) throw new Error(`This is not a saved world of format ${FORMAT}.`);
  const { world } = context;
  for (const environment of world.environments.values()) forget(context, environment);
  const { alarms, balancers, listenerRules, defaultActions, hostedZones, recordChanges, clusters, images } = world;
  const kept = [alarms, balancers, listenerRules, defaultActions, hostedZones, recordChanges, clusters, images];
  for (const map of [world.applications, world.environments, world.tags, world.platforms, world.commands, ...kept]) {
    map.clear();
  }
  for (const application of saved.applications) {
    world.applications.set(application.name, {
      ...application,
      versions: new Map(application.versions.map((version) => [version.label, settled(version)])),
      templates: new Map(application.templates.map((template) => [template.name, template])),
    });
  }
  for (const [arn, tags] of saved.tags) world.tags.set(arn, tags);
  for (const [arn, platform] of saved.platforms) world.platforms.set(arn, platform);
  for (const alarm of structuredClone(saved.alarms ?? [])) world.alarms.set(alarm.name, alarm);
  for (const balancer of saved.balancers ?? []) world.balancers.set(balancer.arn, balancer);
  for (const rule of structuredClone(saved.listenerRules ?? [])) world.listenerRules.set(rule.arn, rule);
  for (const [arn, actions] of saved.defaultActions ?? []) world.defaultActions.set(arn, actions);
  restoreClusters(context, saved);
  // What was on its way to the servers has arrived.
  for (const zone of structuredClone(saved.hostedZones ?? []))
    world.hostedZones.set(zone.id, { ...zone, answered: zone.records });
  context.events.clear();
  for (const { sequence: _, ...event } of saved.events) context.events.add(event);
  for (const environment of structuredClone(saved.environments)) revive(context, environment);
  publish(context);
}

/** A stack that was being made is there; a deletion that was due is due again, from the start. */
function restoreClusters(context: Context, saved: Saved): void {
  const { clusters, images } = context.world;
  for (const image of structuredClone(saved.images ?? [])) images.set(`${image.repository}@${image.digest}`, image);
  for (const one of structuredClone(saved.clusters ?? [])) {
    const cluster: Cluster = { ...one, state: 'active' };
    clusters.set(cluster.arn, cluster);
    if (cluster.emptySince !== undefined) scheduleDeletion(context, cluster);
  }
}

/** Takes what runs for an environment out of the runtime. */
function forget(context: Context, environment: Environment): void {
  context.running.get(environment.id)?.stop();
  context.running.delete(environment.id);
  if (environment.status === 'Terminated') return;
  for (const instance of environment.instances) context.runtime.terminate(instance.id);
  if (environment.endpoint !== undefined) context.runtime.closeEntrance(environment.id);
  if (environment.cname !== undefined) context.runtime.pointName(environment.cname, undefined);
}

/** Puts a saved environment into the world and starts what it runs. */
function revive(context: Context, environment: Environment): void {
  context.world.environments.set(environment.id, environment);
  if (environment.status === 'Terminated') return;
  const terminating = environment.status === 'Terminating';
  delete environment.operation;
  delete environment.resources.temporaryGroup;
  environment.abortable = false;
  environment.splitPercent = 0;
  environment.status = terminating ? 'Terminated' : 'Ready';
  if (terminating) {
    environment.terminatedAt = context.now();
    environment.instances = [];
    return;
  }
  environment.instances = environment.instances.filter(
    (instance) => instance.group === 'permanent' && instance.lifecycle !== 'Terminating',
  );
  for (const instance of environment.instances) {
    context.runtime.launch({
      instanceId: instance.id,
      environmentId: environment.id,
      environmentName: environment.name,
    });
  }
  const counter = environment.deploymentCounter;
  environment.expectedDeploymentId = Math.max(1, environment.expectedDeploymentId);
  environment.deploymentCounter = Math.max(1, counter);
  openEntrance(context, environment);
  deployQuietly(context, environment, environment.instances);
  applyRouting(context, environment);
}
