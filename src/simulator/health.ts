/** The health agent: every ten seconds it looks at each instance, counts passed checks, and tells when health changed. */
import { HEALTH_STATUSES } from '../domain/environment.js';
import { type Instant, minutes, seconds } from '../domain/time.js';
import { isCluster } from './cluster/cluster.js';
import { refreshCluster } from './cluster/health.js';
import { type Context, environmentEvent, faultsOf, optionValue } from './context.js';
import { colorOf, isBad, isWorse, type Judgement, judgeFleet, judgeInstance, passes, spoken } from './health-rules.js';
import { activeInstances, hasLoadBalancer, isEnhanced } from './instances.js';
import type { RequestMetrics } from './runtime/runtime.js';
import type { Environment, HealthColor, HealthStatus, Instance } from './world.js';

/** AWS guide: the agent reports every ten seconds. */
const INTERVAL = seconds(10);
const MINUTE = minutes(1);
/** AWS guide: an environment's status falls only after three failed checks within a minute. */
const SAMPLES_TO_FALL = 3;

/** Starts the agent. It is the only effect that is always on the timeline. */
export function startHealth(context: Context): void {
  const look = (): void => {
    for (const environment of context.world.environments.values()) {
      if (environment.status !== 'Terminated') refresh(context, environment);
    }
    context.timeline.after(INTERVAL, look);
  };
  context.timeline.after(INTERVAL, look);
}

function refresh(context: Context, environment: Environment): void {
  environment.health.refreshedAt = context.now();
  if (isCluster(environment)) {
    announce(context, environment, refreshCluster(context, environment));
    return;
  }
  const requests = { requestCount: 0, status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
  const place = {
    balanced: hasLoadBalancer(environment),
    threshold: optionValue(
      environment,
      'aws:elasticbeanstalk:healthreporting:system',
      'HealthCheckSuccessThreshold',
      'Ok',
    ),
  };
  const fleet = activeInstances(environment).map((instance) => lookAt(context, environment, instance, requests, place));
  if (isEnhanced(environment)) refreshEnhanced(context, environment, judgeFleet(fleet, requests));
  else refreshBasic(context, environment);
  noteHealth(context, environment);
}

/** Three hours of minutes, for the metric EnvironmentHealth; with basic health there is none. */
function noteHealth({ healthHistory, now }: Context, environment: Environment): void {
  const { status } = environment.health;
  if (status === undefined) return;
  const history = healthHistory.get(environment.id) ?? new Map<Instant, string>();
  healthHistory.set(environment.id, history);
  history.set(Math.floor(now() / MINUTE) * MINUTE, status);
  const [oldest] = history.keys();
  if (oldest !== undefined && history.size > 180) history.delete(oldest);
}

function lookAt(
  context: Context,
  environment: Environment,
  instance: Instance,
  sum: Record<keyof Omit<RequestMetrics, 'latency'>, number>,
  { balanced, threshold }: { readonly balanced: boolean; readonly threshold: string },
): Judgement {
  const now = context.now();
  const vitals = context.runtime.vitals(instance.id, now);
  const behind = balanced && instance.traffic === 'registered';
  const target = behind ? context.runtime.targetHealth(environment.id, instance.id) : undefined;
  for (const key of ['requestCount', 'status2xx', 'status3xx', 'status4xx', 'status5xx'] as const) {
    sum[key] += vitals.requests[key];
  }
  const failing = vitals.passing === false || target === 'unhealthy';
  instance.failingSince = failing ? (instance.failingSince ?? now) : undefined;
  const settled = environment.operation === undefined && environment.versionLabel !== undefined;
  const judgement = judgeInstance({
    instance,
    vitals,
    target,
    expected: settled
      ? { versionLabel: environment.versionLabel ?? '', deploymentId: environment.expectedDeploymentId }
      : undefined,
    now,
  });
  instance.passedChecks = passes(judgement.status, threshold) ? instance.passedChecks + 1 : 0;
  const since = judgement.status === instance.health.status ? instance.health.since : now;
  instance.health = { ...judgement, since };
  return judgement;
}

function refreshEnhanced(context: Context, environment: Environment, fleet: Judgement): void {
  const judged = inContext(context, environment, fleet);
  const flapping = flappingHealth(context, environment);
  const next = flapping ?? steady(environment, judged);
  environment.health.color = colorOf(next.status);
  environment.health.status = next.status;
  environment.health.causes = next.causes;
  announce(context, environment, next);
}

/** What the operation under way, or the one that has just ended, makes of the fleet's health. */
function inContext(context: Context, environment: Environment, fleet: Judgement): Judgement {
  const { operation, health } = environment;
  const now = context.now();
  if (operation === undefined) return afterwards(context, environment, fleet);
  const running = `(running for ${spoken(now - operation.startedAt - seconds(5))})`;
  switch (operation.kind) {
    case 'create':
    case 'rebuild':
      return launching(context, environment, fleet, running);
    case 'terminate': {
      const gone = activeInstances(environment).length === 0;
      const causes = [`Terminate in progress ${running}.`];
      return gone
        ? { status: 'Severe', causes: [...causes, 'None of the instances are sending data.'] }
        : { status: 'Info', causes };
    }
    case 'update':
    case 'abort':
    case 'restart':
    case 'platform': {
      const causes = [progressCause(environment, running)];
      // AWS guide: during an operation the status is not lowered for failing checks until the command timeout is over.
      const patience = seconds(Number(optionValue(environment, 'aws:elasticbeanstalk:command', 'Timeout', '600')));
      const wasBad = health.announced !== undefined && isBad(asStatus(health.announced));
      const late = now - operation.startedAt > patience;
      if (isBad(fleet.status) && (wasBad || late))
        return { status: fleet.status, causes: [...fleet.causes, ...causes] };
      return { status: 'Info', causes: [...causes, ...(isBad(fleet.status) ? fleet.causes : [])] };
    }
    case 'swap':
    case 'tags':
      return fleet;
  }
}

function launching(context: Context, environment: Environment, fleet: Judgement, running: string): Judgement {
  const instances = activeInstances(environment);
  const none = instances.every((instance) => instance.health.status === 'Pending');
  const initialized = instances.length > 0 && instances.every((instance) => instance.deployment?.status === 'Deployed');
  if (initialized && fleet.status === 'Ok') {
    const done = Math.max(...instances.map((instance) => instance.deployment?.time ?? 0));
    const took = spoken(done - (environment.operation?.startedAt ?? environment.dateCreated));
    return {
      status: 'Ok',
      causes: [`Initialization completed ${spoken(context.now() - done)} ago and took ${took}.`],
    };
  }
  const failed = instances.some((instance) => instance.deployment?.status === 'Failed');
  if (failed) return fleet;
  return {
    status: 'Pending',
    causes: [`Initialization in progress ${running}.`, ...(none ? ['There are no instances.'] : [])],
  };
}

function progressCause(environment: Environment, running: string): string {
  const { operation } = environment;
  const configuration = operation?.change?.versionLabel === undefined;
  const work =
    operation?.kind === 'restart'
      ? 'Application restart'
      : configuration
        ? 'Configuration update'
        : 'Application update';
  const id = operation?.deploymentId;
  const instances = activeInstances(environment);
  const taking = instances.filter(({ deployment }) => deployment?.deploymentId === id);
  if (id === undefined || taking.length === 0) return `${work} in progress ${running}.`;
  const busy = Math.max(1, taking.filter(({ deployment }) => deployment?.status === 'In Progress').length);
  const done = taking.filter(({ deployment }) => deployment?.status === 'Deployed').length;
  const plural = (count: number): string => (count === 1 ? 'instance' : 'instances');
  return `${work} in progress on ${busy} ${plural(busy)}. ${done} out of ${instances.length} ${plural(instances.length)} completed ${running}.`;
}

/** After an operation health is Info for 50 to 90 seconds, then what the fleet is. */
function afterwards(context: Context, environment: Environment, fleet: Judgement): Judgement {
  const { lastOperation } = environment;
  if (lastOperation === undefined || fleet.status !== 'Ok') return fleet;
  if (lastOperation.kind === 'create' || lastOperation.kind === 'tags' || lastOperation.kind === 'swap') return fleet;
  const age = context.now() - lastOperation.endedAt;
  const tail = seconds(50 + (Math.floor(lastOperation.endedAt / 1_000) % 31));
  if (age > minutes(10)) return fleet;
  const configuration = lastOperation.deploys !== 'version';
  const work =
    lastOperation.kind === 'restart'
      ? 'Application restart'
      : configuration
        ? 'Configuration update'
        : 'Application update';
  const took = spoken(lastOperation.endedAt - lastOperation.startedAt);
  const causes = [`${work} completed ${spoken(age)} ago and took ${took}.`];
  return { status: age < tail ? 'Info' : 'Ok', causes: lastOperation.outcome === 'succeeded' ? causes : [] };
}

/** A fall needs three bad samples; a rise happens at once. */
function steady(environment: Environment, judged: Judgement): Judgement {
  const { health } = environment;
  const shown = health.status ?? (health.announced === undefined ? undefined : asStatus(health.announced));
  if (!isBad(judged.status)) {
    health.badSamples = 0;
    return judged;
  }
  health.badSamples += 1;
  if (shown === undefined || !isWorse(judged.status, shown) || health.badSamples >= SAMPLES_TO_FALL) return judged;
  return { status: shown, causes: health.causes };
}

function flappingHealth(context: Context, environment: Environment): Judgement | undefined {
  const [fault] = faultsOf(context, 'flapping-health');
  if (fault === undefined || environment.operation !== undefined) return undefined;
  const bad = Math.floor(context.now() / seconds(fault.everySeconds)) % 2 === 1;
  return bad
    ? { status: fault.health, causes: ['Impaired services on 1 out of 2 instances.'] }
    : { status: 'Ok', causes: [] };
}

const STATUSES: ReadonlySet<string> = new Set(HEALTH_STATUSES);
const isStatus = (value: string): value is HealthStatus => STATUSES.has(value);
const asStatus = (value: HealthStatus | HealthColor): HealthStatus => (isStatus(value) ? value : 'Unknown');

function announce(context: Context, environment: Environment, { status, causes }: Judgement): void {
  const before = environment.health.announced;
  if (before === status) return;
  environment.health.announced = status;
  const from = before === undefined ? '' : ` from ${before}`;
  const improves = before !== undefined && isWorse(asStatus(before), status);
  environmentEvent(context, environment, {
    severity: isBad(status) && !improves && status !== 'NoData' ? 'WARN' : 'INFO',
    message: [`Environment health has transitioned${from} to ${status}.`, ...causes].join(' '),
  });
}

/** AWS guide, "Basic health reporting": Green says that at least one instance is there and takes requests. */
function basicColor(instances: number, failing: number): HealthColor {
  if (failing === instances) return 'Red';
  return failing === 0 ? 'Green' : 'Yellow';
}

/**
 * Basic health knows colours only: grey while something is on, then what the load balancer's checks say. An instance that
 * Auto Scaling has launched passes none before it runs something.
 */
function refreshBasic(context: Context, environment: Environment): void {
  const { health, operation } = environment;
  delete health.status;
  health.causes = [];
  const instances = activeInstances(environment);
  const launched = instances.filter(
    ({ deployment }) => deployment !== undefined && deployment.status !== 'In Progress',
  );
  const launchingStill = launched.length < instances.length;
  const failing = launched.filter(
    (instance) => instance.failingSince !== undefined || instance.imposed !== undefined,
  ).length;
  const [flapping] = faultsOf(context, 'flapping-health');
  const flaps = flapping !== undefined && Math.floor(context.now() / seconds(flapping.everySeconds)) % 2 === 1;
  if (operation !== undefined && (operation.kind !== 'create' || launchingStill || instances.length === 0)) {
    health.color = 'Grey';
    return;
  }
  health.color = flaps ? 'Yellow' : basicColor(launched.length, failing);
  const before = health.announced;
  if (before === health.color) return;
  health.announced = health.color;
  const word = health.color.toUpperCase();
  environmentEvent(context, environment, {
    severity: health.color === 'Green' ? 'INFO' : health.color === 'Yellow' ? 'WARN' : 'ERROR',
    message:
      before === undefined || health.color === 'Green'
        ? `Environment health has been set to ${word}`
        : `Environment health has transitioned from ${before.toUpperCase()} to ${word}`,
  });
}
