/** The plan for an environment that does not exist yet: its application, the version, the creation, and the proof. */
import { sameKey } from '../domain/changes.js';
import type { CreationModel } from '../domain/creation.js';
import type { OptionSetting } from '../domain/environment.js';
import { HEALTH_NAMESPACE, PROPERTIES_NAMESPACE } from '../domain/fleet.js';
import type { CreationBase, EnvironmentRef, Forecast, Step, UpdateExpectation, VersionSource } from '../domain/plan.js';
import type { DeploySettings } from '../domain/settings.js';
import { type Milliseconds, minutes, seconds } from '../domain/time.js';
import { buildTime, versionIn } from '../domain/version-source.js';
import {
  clusterCreationWarnings,
  clusterExpectation,
  clusterOptionsOf,
  fewestPods,
  LONGEST_CLUSTER_CREATION,
  usualClusterCreation,
} from './cluster-creation.js';
import { commandTime, withCommands } from './command-steps.js';
import { type CreationRequest, creationProblems, plannedValue } from './creation-problems.js';
import { warnOfOptions } from './invalid-options.js';
import type { Planned } from './operation.js';

/** Public logs: three to eight minutes behind a load balancer. */
const USUAL_CREATION = minutes(5);
/** Four resources that wait for each other, and a deployment command of up to an hour on the instances. */
const LONGEST_CREATION = minutes(60);

export function planCreation(request: CreationRequest): Planned {
  const { settings, facts, version } = request;
  const problems = creationProblems(request);
  const base = facts.model === undefined ? undefined : baseOf(facts.model);
  if (problems.length > 0 || base === undefined || version === undefined) return { kind: 'refused', problems };
  const environment: EnvironmentRef = { id: '', name: settings.environmentName };
  const steps = withCommands(stepsOf(request, environment, base, version), settings.commands);
  return {
    kind: 'plan',
    plan: {
      operation: 'deploy',
      strategy: 'create',
      environment,
      application: settings.application,
      ...versionIn(version),
      steps,
      forecast: forecastOf(request),
      comparison: [],
      warnings: warningsOf(request),
      timeout: settings.timeout ?? longest(request, version) + commandTime(steps),
    },
  };
}

function longest({ settings, wish }: CreationRequest, version: VersionSource): Milliseconds {
  const creation = wish.tier === 'Cluster' ? LONGEST_CLUSTER_CREATION : LONGEST_CREATION;
  return creation + settings.healthGrace + settings.stableFor + uploadTime(version) + buildTime(version);
}

const usual = (request: CreationRequest): Milliseconds =>
  request.wish.tier === 'Cluster' ? usualClusterCreation(request) : USUAL_CREATION;

function stepsOf(
  request: CreationRequest,
  environment: EnvironmentRef,
  base: CreationBase,
  version: VersionSource,
): readonly Step[] {
  const { settings, wish, facts } = request;
  const { application } = settings;
  const isOnCluster = wish.tier === 'Cluster';
  return [
    ...(facts.applicationExists ? [] : [{ kind: 'create-application' as const, application }]),
    { kind: 'publish-version', application, source: version },
    {
      kind: 'create-environment',
      environment,
      base,
      ...(wish.cnamePrefix === undefined ? {} : { cnamePrefix: wish.cnamePrefix }),
      tier: wish.tier,
      tags: wish.tags,
      versionLabel: version.label,
      options: isOnCluster
        ? clusterOptionsOf(settings, wish.options ?? [])
        : wishedOptions(settings, wish.options ?? []),
      removeOptions: isOnCluster
        ? []
        : settings.environmentVariables.remove.map((name) => ({ namespace: PROPERTIES_NAMESPACE, name })),
    },
    {
      kind: 'settle',
      environment,
      expects: {
        versionLabel: version.label,
        // A new environment shows its version whether it came up or not: the label alone proves nothing.
        previousVersionLabel: version.label,
        options: [],
        removedOptions: [],
        ...(isOnCluster ? clusterExpectation(request) : instancesOf(request)),
        raisesDeploymentId: true,
      },
      expectedDuration: usual(request),
    },
  ];
}

/** Whether there is enhanced health shows when instances are asked. */
function instancesOf(request: CreationRequest): Pick<UpdateExpectation, 'enhancedHealth' | 'instances'> {
  const instances = Number(plannedValue(request, { namespace: 'aws:autoscaling:asg', name: 'MinSize' }) ?? 1);
  return { enhancedHealth: true, instances: Number.isInteger(instances) && instances >= 0 ? instances : 1 };
}

/** All that it gets beside what it is made from; of two values for one option that of the run counts. */
export function wishedOptions(
  { options, environmentVariables }: DeploySettings,
  weaker: readonly OptionSetting[],
): readonly OptionSetting[] {
  const variables = Object.entries(environmentVariables.set).map(([name, value]) => ({
    namespace: PROPERTIES_NAMESPACE,
    name,
    value,
  }));
  return [...weaker.filter((one) => !options.some((other) => sameKey(one, other))), ...options, ...variables];
}

function baseOf(model: CreationModel): CreationBase | undefined {
  switch (model.kind) {
    case 'cluster':
      return { kind: 'cluster' };
    case 'stack':
      return { kind: 'stack', solutionStack: model.solutionStack };
    case 'platform':
      return { kind: 'platform', arn: model.arn };
    case 'branch':
      return model.branch?.newest === undefined ? undefined : { kind: 'platform', arn: model.branch.newest.arn };
    case 'template':
      return model.options === undefined ? undefined : { kind: 'template', name: model.name };
    case 'environment': {
      const { found } = model;
      return found === undefined
        ? undefined
        : { kind: 'environment', environment: { id: found.environment.id, name: model.name } };
    }
  }
}

function warningsOf(request: CreationRequest): readonly string[] {
  const { settings, wish, facts } = request;
  const { model } = facts;
  const found: string[] = [
    `${settings.environmentName} does not exist and will be created.`,
    ...warnOfOptions(request.validation ?? []),
  ];
  if (model?.kind === 'branch') found.push(...branchWarnings(model.name, model.branch?.lifecycle));
  if (model?.kind === 'environment') {
    found.push(
      `The settings of ${model.name} are copied; its name, CNAME, version, tags, database, and whatever was changed outside of Elastic Beanstalk are not.`,
    );
  }
  if (wish.tier === 'Cluster') found.push(...clusterCreationWarnings(request));
  else if (plannedValue(request, { namespace: HEALTH_NAMESPACE, name: 'SystemType' }) !== 'enhanced') {
    found.push(
      'Enhanced health is not asked for (`SystemType: enhanced`): without it no instance says what it runs, and the proof is weaker.',
    );
  }
  if (wish.cnamePrefix === undefined && wish.tier !== 'Worker') {
    found.push('Without `cname-prefix` Elastic Beanstalk makes the host name up.');
  }
  return found;
}

function branchWarnings(name: string, lifecycle: string | undefined): readonly string[] {
  switch (lifecycle) {
    case 'retired':
      return [`The platform branch "${name}" is retired: it gets no updates any more, not even for security.`];
    case 'deprecated':
      return [`The platform branch "${name}" is deprecated and will be retired.`];
    case 'beta':
      return [`The platform branch "${name}" is a beta, which is not meant for production.`];
  }
  return [];
}

function uploadTime(version: VersionSource): number {
  return version.kind === 'bundle' && !version.reuse.object
    ? minutes(5) + seconds(Math.ceil(version.bytes / 500_000))
    : 0;
}

function forecastOf(request: CreationRequest): Forecast {
  const isOnCluster = request.wish.tier === 'Cluster';
  const instances = isOnCluster ? fewestPods(request) : instancesOf(request).instances || 1;
  return {
    strategy: 'create',
    duration: usual(request),
    durationBasis: 'estimated',
    lowestCapacity: 0,
    capacity: instances,
    extraInstances: instances,
    extraInstanceHours: 0,
    downtime: 'none',
    versionsSideBySide: false,
    wayBack: 'there was nothing before: a failed creation stays for a look, and `operation: terminate` removes it',
    refusals: [],
  };
}
