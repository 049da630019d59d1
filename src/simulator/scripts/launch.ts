/** CreateEnvironment over time: resources, instances, the first deployment, health. */
import { seconds } from '../../domain/time.js';
import { isCluster } from '../cluster/cluster.js';
import { type Context, effectiveOptions, environmentEvent, faultsOf } from '../context.js';
import { addEnvironmentRule } from '../elbv2/rules.js';
import { steer } from '../elbv2/steer.js';
import { announceAdded, isEnhanced, launchInstance, register } from '../instances.js';
import { endOperation, READY_AFTER_LAST_EVENT } from '../operation.js';
import { readBundleOptions } from '../options/ebextensions.js';
import { scopeOf } from '../options/setting.js';
import { type Script, until, wait } from '../timeline.js';
import type { Environment, Instance, Operation } from '../world.js';
import { allSucceeded, type CommandReport, executeCommand, tellCommandSummary } from './commands.js';
import { noCapacity } from './launching.js';
import { desiredSize } from './resize.js';
import { pause, type Speaker, say, type Update } from './update.js';

export function* launchEnvironment(context: Context, environment: Environment, operation: Operation): Script {
  const { resources } = environment;
  const [refusal] = faultsOf(context, 'launch-refused');
  if (refusal !== undefined) {
    yield* refuseLaunch(context, environment, operation, refusal.message ?? NO_PROFILE);
    return;
  }
  const version = context.world.applications
    .get(environment.applicationName)
    ?.versions.get(environment.versionLabel ?? '');
  const bundle = readBundleOptions(context.objects, version, scopeOf(environment));
  environment.bundleOptions = bundle.options;
  const options = effectiveOptions(environment);
  environment.deploymentCounter = 1;
  environment.expectedDeploymentId = 1;
  operation.deploymentId = 1;
  const update: Update = {
    context,
    environment,
    operation,
    deploymentId: 1,
    label: environment.versionLabel ?? '',
    oldLabel: undefined,
    kind: 'deploy',
    options,
    layers: { api: environment.options, bundle: bundle.options },
    fleetSize: desiredSize(options, 0),
  };
  yield* wait(seconds(1.5));
  openBucket(update);
  for (const problem of bundle.problems) say(update, 'ERROR', problem);
  yield* createEntrance(update);
  yield* pause(update, 62);
  const [missing] = faultsOf(context, 'no-capacity');
  if (missing !== undefined) {
    yield* failResources(update, missing.message ?? noCapacity(context.region));
    return;
  }
  say(update, 'INFO', `Created Auto Scaling group named: ${resources.autoScalingGroup}`);
  yield* wait(42);
  say(update, 'INFO', 'Waiting for EC2 instances to launch. This may take a few minutes.');
  const place = { group: 'permanent', targetGroup: 'default' } as const;
  const instances = Array.from({ length: update.fleetSize }, () => launchInstance(context, environment, place));
  announceAdded(context, environment, instances, seconds(28));
  yield* createScaling(update);
  yield* createBalancer(update);
  yield* pause(update, 8);
  const report = yield* executeCommand(update, instances);
  yield* conclude(update, instances, report);
}

const NO_PROFILE = 'Environment must have instance profile associated with it.';

/** Refused before there is anything of it: two errors within a tenth of a second, then it is Terminated (public log). */
function* refuseLaunch(context: Context, environment: Environment, operation: Operation, reason: string): Script {
  const { requestId } = operation;
  yield* wait(seconds(2));
  environmentEvent(context, environment, { severity: 'ERROR', message: reason, requestId });
  yield* wait(98);
  environmentEvent(context, environment, { severity: 'ERROR', message: 'Failed to launch environment.', requestId });
  endOperation(context, environment, { outcome: 'failed', deploys: 'nothing', status: 'Terminated' });
  environment.terminatedAt = context.now();
}

export function openBucket(update: Speaker): void {
  const { accountId, objects, region } = update.context;
  const bucket = `elasticbeanstalk-${region}-${accountId}`;
  if (!objects.hasBucket(bucket)) objects.createBucket(bucket);
  say(update, 'INFO', `Using ${bucket} as Amazon S3 storage bucket for environment data.`);
}

function* createEntrance(update: Update): Script {
  const { loadBalancer, securityGroups, elasticIp, queueUrl } = update.environment.resources;
  yield* pause(update, 13);
  if (queueUrl !== undefined) say(update, 'INFO', `Created SQS queue named: ${queueUrl}`);
  if (loadBalancer?.targetGroupName !== undefined)
    say(update, 'INFO', `Created target group named: ${loadBalancer.targetGroupName}`);
  for (const group of securityGroups) {
    yield* wait(53);
    say(update, 'INFO', `Created security group named: ${group}`);
  }
  if (loadBalancer?.kind === 'classic') say(update, 'INFO', `Created load balancer named: ${loadBalancer.name}`);
  if (elasticIp !== undefined) {
    yield* pause(update, 14);
    openEntrance(update.context, update.environment);
    say(update, 'INFO', `Created EIP: ${update.environment.endpoint ?? elasticIp}`);
  }
}

function* createScaling(update: Update): Script {
  const { scalingPolicies, alarms } = update.environment.resources;
  yield* pause(update, 15);
  for (const policy of scalingPolicies) {
    say(update, 'INFO', `Created Auto Scaling group policy named: ${policy}`);
    yield* wait(45);
  }
  for (const alarm of alarms) {
    say(update, 'INFO', `Created CloudWatch alarm named: ${alarm}`);
    yield* wait(40);
  }
}

function* createBalancer(update: Update): Script {
  const { context, environment } = update;
  const { loadBalancer } = environment.resources;
  if (loadBalancer !== undefined && loadBalancer.kind !== 'classic') {
    yield* pause(update, 34);
    if (loadBalancer.shared !== true) {
      say(update, 'INFO', `Created load balancer named: ${loadBalancer.name}`);
      yield* wait(63);
      say(update, 'INFO', `Created Load Balancer listener named: ${loadBalancer.listenerName}`);
    }
  } else yield* pause(update, 20);
  if (environment.endpoint === undefined) openEntrance(context, environment);
}

/** The environment's address exists from here on: DescribeEnvironments shows EndpointURL and CNAME. Workers have none. */
export function openEntrance(context: Context, environment: Environment): void {
  const isHidden = isCluster(environment) && environment.resources.loadBalancer === undefined;
  if (environment.tier.name === 'Worker' || isHidden) return;
  const kind = environment.resources.loadBalancer === undefined ? 'single-instance' : 'load-balancer';
  const { loadBalancer } = environment.resources;
  const shared = loadBalancer?.shared === true ? context.world.balancers.get(loadBalancer.name)?.dnsName : undefined;
  const { endpoint } = context.runtime.openEntrance(environment.id, kind, shared, isCluster(environment));
  environment.endpoint = endpoint;
  if (kind === 'single-instance') environment.resources.elasticIp = endpoint;
  if (environment.cname !== undefined) context.runtime.pointName(environment.cname, environment.id);
  addEnvironmentRule(context, environment);
  steer(context);
}

function* conclude(update: Update, instances: readonly Instance[], report: CommandReport): Script {
  const { context, environment } = update;
  register(context, environment, instances);
  if (!allSucceeded(report)) {
    yield* tellCommandSummary(update, report);
    yield* pause(update, 62);
    const reason =
      report.failed.length > 0
        ? 'with errors. For more information, see troubleshooting documentation.'
        : 'with command timeouts. Try increasing the timeout period.';
    say(update, 'ERROR', `Create environment operation is complete, but ${reason}`);
    yield* finish(update, 'failed');
    return;
  }
  // A creation can be called a success while health is Severe: after two minutes it does not wait for health any longer.
  const healthy = (): boolean => !isEnhanced(environment) || environment.health.announced === 'Ok';
  yield* until(healthy, seconds(120));
  yield* pause(update, 10);
  if (environment.cname !== undefined) {
    say(update, 'INFO', `Application available at ${environment.cname}.`);
    yield* pause(update, 1);
  }
  say(update, 'INFO', `Successfully launched environment: ${environment.name}`);
  yield* finish(update, 'succeeded');
}

function* finish({ context, environment }: Update, outcome: 'succeeded' | 'failed'): Script {
  yield* wait(READY_AFTER_LAST_EVENT);
  endOperation(context, environment, { outcome, deploys: 'version' });
}

/** The stack could not be made: the environment stays, without what is missing, and says so in an INFO event. */
function* failResources(update: Update, reason: string): Script {
  const { context, environment } = update;
  const { stackName, autoScalingGroup } = environment.resources;
  say(
    update,
    'ERROR',
    `Stack named '${stackName}' aborted operation. Current state: 'CREATE_FAILED'  Reason: The following resource(s) failed to create: [AWSEBAutoScalingGroup].`,
  );
  say(update, 'ERROR', `Creating Auto Scaling group named: ${autoScalingGroup} failed Reason: ${reason}`);
  yield* wait(seconds(1));
  environmentEvent(context, environment, {
    severity: 'INFO',
    message: `Launched environment: ${environment.name}. However, there were issues during launch. See event log for details.`,
    requestId: update.operation.requestId,
  });
  yield* finish(update, 'failed');
}
