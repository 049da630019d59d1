/** A running start: applications and environments as if they had been created some time ago. */
import { seconds } from '../domain/time.js';
import { seedAlarm } from './cloudwatch/alarms.js';
import { isCluster } from './cluster/cluster.js';
import { variablesOf } from './cluster/pods.js';
import { seedCluster, seedImage } from './cluster/seed.js';
import type { Context } from './context.js';
import { seedRule } from './elbv2/seed-rule.js';
import { addSharedBalancer } from './elbv2/shared.js';
import { launchInstance, register } from './instances.js';
import { addEnvironment, addSampleVersion, SAMPLE_LABEL } from './new-environment.js';
import { layerOptions } from './options/setting.js';
import { DEFAULT_PLATFORM, platformArn } from './platform-list.js';
import { seedZone } from './route53/seed-zone.js';
import { startCommand } from './scripts/commands.js';
import { openEntrance } from './scripts/launch.js';
import { desiredSize } from './scripts/resize.js';
import type { Seed } from './service.js';
import type { Application, Environment, Instance, Options } from './world.js';

type SeededEnvironment = NonNullable<Seed['environments']>[number];

export function seedWorld(context: Context, seed: Seed): void {
  for (const { name } of seed.applications ?? []) seedApplication(context, name);
  for (const { name } of seed.loadBalancers ?? []) addSharedBalancer(context, name);
  for (const image of seed.images ?? []) seedImage(context, image);
  for (const environment of seed.environments ?? []) {
    if (environment.tier === 'Cluster')
      seedCluster(context, environment, seedApplication(context, environment.application));
    else seedEnvironment(context, environment);
  }
  for (const rule of seed.listenerRules ?? []) seedRule(context, rule);
  for (const zone of seed.hostedZones ?? []) seedZone(context, zone);
  for (const alarm of seed.alarms ?? []) seedAlarm(context, alarm);
  seedPast(context, seed.pastEvents ?? 0);
}

/** Oldest first, so that the log takes each at its end; they end with the moment before now. */
function seedPast(context: Context, count: number): void {
  const environments = [...context.world.environments.values()];
  for (let index = 0; index < count; index += 1) {
    const environment = environments[index % environments.length];
    if (environment === undefined) return;
    context.events.add({
      date: context.now() - seconds(count - index),
      severity: 'INFO',
      message: 'Environment update completed successfully.',
      applicationName: environment.applicationName,
      environmentId: environment.id,
      environmentName: environment.name,
    });
  }
}

function seedApplication(context: Context, name: string): Application {
  const known = context.world.applications.get(name);
  if (known !== undefined) return known;
  const now = context.now();
  const application: Application = {
    name,
    arn: `arn:aws:elasticbeanstalk:${context.region}:${context.accountId}:application/${name}`,
    dateCreated: now,
    dateUpdated: now,
    versions: new Map(),
    templates: new Map(),
  };
  context.world.applications.set(name, application);
  return application;
}

function seedEnvironment(context: Context, seeded: SeededEnvironment): void {
  const application = seedApplication(context, seeded.application);
  const label = seeded.versionLabel ?? SAMPLE_LABEL;
  addSampleVersion(context, application, label);
  const environment = addEnvironment(context, {
    application,
    name: seeded.name,
    versionLabel: label,
    tier: seeded.tier ?? 'WebServer',
    platform: {
      arn: platformArn(context.region, DEFAULT_PLATFORM),
      solutionStackName: DEFAULT_PLATFORM.solutionStackName,
    },
    options: layerOptions(optionsOf(seeded), sharingOptions(context, seeded)),
    cnamePrefix: seeded.cnamePrefix ?? seeded.name,
  });
  environment.status = 'Ready';
  environment.deploymentCounter = 1;
  environment.expectedDeploymentId = 1;
  openEntrance(context, environment);
  startFleet(context, environment, seeded.instances ?? desiredSize(environment.options, 0));
}

function sharingOptions(context: Context, { sharedLoadBalancer: name }: SeededEnvironment): Options {
  if (name === undefined) return {};
  return {
    'aws:elasticbeanstalk:environment': { LoadBalancerIsShared: 'true' },
    'aws:elbv2:loadbalancer': { SharedLoadBalancer: addSharedBalancer(context, name).arn },
  };
}

function optionsOf(seeded: SeededEnvironment): Options {
  const kind = seeded.loadBalancer ?? 'application';
  const instances = seeded.instances ?? (kind === 'none' ? 1 : 2);
  const environmentOptions: Record<string, string> =
    kind === 'none' && seeded.tier !== 'Worker'
      ? { EnvironmentType: 'SingleInstance' }
      : { EnvironmentType: 'LoadBalanced', ...(kind === 'none' ? {} : { LoadBalancerType: kind }) };
  const defaults: Options = {
    'aws:elasticbeanstalk:environment': environmentOptions,
    'aws:elasticbeanstalk:healthreporting:system': {
      SystemType: seeded.enhancedHealth === false ? 'basic' : 'enhanced',
    },
    'aws:autoscaling:asg': { MinSize: String(instances), MaxSize: String(Math.max(4, instances)) },
  };
  return layerOptions(
    defaults,
    Object.fromEntries(Object.entries(seeded.options ?? {}).map(([k, v]) => [k, { ...v }])),
  );
}

/** Launches the instances of an environment that is Ready, and lets them come up without events. */
export function startFleet(context: Context, environment: Environment, count: number): void {
  const place = { group: 'permanent', targetGroup: 'default' } as const;
  const instances = Array.from({ length: count }, () => launchInstance(context, environment, place));
  deployQuietly(context, environment, instances);
}

/** The expected version on these instances, taken as deployed at once; real processes take the moments they need. */
export function deployQuietly(context: Context, environment: Environment, instances: readonly Instance[]): void {
  const enhanced = environment.options['aws:elasticbeanstalk:healthreporting:system']?.SystemType === 'enhanced';
  for (const [ordinal, instance] of instances.entries()) {
    startCommand(context, environment, instance, {
      kind: 'deploy',
      deploymentId: environment.expectedDeploymentId,
      versionLabel: environment.versionLabel ?? SAMPLE_LABEL,
      environmentVariables: isCluster(environment)
        ? variablesOf(environment.options)
        : (environment.options['aws:elasticbeanstalk:application:environment'] ?? {}),
      ordinal,
    });
    const { deployment } = instance;
    if (deployment !== undefined) instance.deployment = { ...deployment, status: 'Deployed' };
    instance.runs = environment.versionLabel;
    instance.health = { status: 'Ok', causes: [], since: context.now() };
  }
  register(context, environment, instances);
  if (isCluster(environment)) return;
  environment.health.color = 'Green';
  environment.health.announced = enhanced ? 'Ok' : 'Green';
  if (enhanced) environment.health.status = 'Ok';
}
