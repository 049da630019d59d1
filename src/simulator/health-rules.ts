/** How health is judged: pure rules from what an instance sends and what the model knows to statuses and cause texts. */
import type { Instant } from '../domain/time.js';
import type { InstanceVitals, RequestMetrics, TargetHealth } from './runtime/runtime.js';
import type { HealthColor, HealthStatus, Instance, InstanceDeployment } from './world.js';

export interface Judgement {
  readonly status: HealthStatus;
  readonly causes: readonly string[];
}

/** AWS guide, "Health colors and statuses". */
const COLORS: Readonly<Record<HealthStatus, HealthColor>> = {
  NoData: 'Grey',
  Unknown: 'Grey',
  Pending: 'Grey',
  Suspended: 'Grey',
  Ok: 'Green',
  Info: 'Green',
  Warning: 'Yellow',
  Degraded: 'Red',
  Severe: 'Red',
};

export const colorOf = (status: HealthStatus): HealthColor => COLORS[status];

/** From good to bad. What is not known counts as worse than Ok and better than Warning. */
const BADNESS: Readonly<Record<HealthStatus, number>> = {
  Ok: 0,
  Info: 1,
  Pending: 1,
  Unknown: 1,
  Suspended: 1,
  NoData: 2,
  Warning: 3,
  Degraded: 4,
  Severe: 5,
};

export const isWorse = (one: HealthStatus, other: HealthStatus): boolean => BADNESS[one] > BADNESS[other];
export const isBad = (status: HealthStatus): boolean => BADNESS[status] >= BADNESS.NoData;

/** Whether a status counts as a passed check under `HealthCheckSuccessThreshold`. */
export function passes(status: HealthStatus, threshold: string): boolean {
  switch (status) {
    case 'Ok':
      return true;
    case 'Info':
    case 'Warning':
      return threshold !== 'Ok';
    case 'Degraded':
      return threshold === 'Degraded' || threshold === 'Severe';
    case 'Severe':
      return threshold === 'Severe';
    case 'NoData':
    case 'Unknown':
    case 'Pending':
    case 'Suspended':
      return false;
  }
}

/** "5 seconds", "1 minute", "2 minutes": causes never say more than one unit. */
export function spoken(milliseconds: number): string {
  const total = Math.max(0, Math.round(milliseconds / 1_000));
  const count = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'}`;
  if (total < 120) return count(total, 'second');
  if (total < 7_200) return count(Math.floor(total / 60), 'minute');
  return count(Math.floor(total / 3_600), 'hour');
}

const WORK: Readonly<Record<InstanceDeployment['kind'], string>> = {
  deploy: 'application deployment',
  configure: 'configuration update',
  restart: 'application restart',
  initialize: 'initialization',
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** For so long an instance tells of a deployment that has ended. */
const REMEMBERED = 120_000;

export interface InstanceSight {
  readonly instance: Instance;
  readonly vitals: InstanceVitals;
  /** Absent for instances that stand behind no load balancer. */
  readonly target: TargetHealth | undefined;
  /** What it should run; absent while an operation is changing that. */
  readonly expected: { readonly versionLabel: string; readonly deploymentId: number } | undefined;
  readonly now: Instant;
}

/** The first rule that has something to say decides. */
export function judgeInstance(sight: InstanceSight): Judgement {
  const { instance, vitals, now } = sight;
  const { deployment, imposed } = instance;
  if (imposed !== undefined && imposed.from <= now)
    return { status: imposed.health, causes: [imposedCause(imposed.health)] };
  if (!vitals.reporting) return silent(instance, now);
  if (deployment?.status === 'In Progress') {
    const running = spoken(now - deployment.startedAt);
    const initial = deployment.kind === 'initialize';
    return {
      status: initial ? 'Pending' : 'Info',
      causes: [`Performing ${WORK[deployment.kind]} (running for ${running}).`],
    };
  }
  if (deployment === undefined) {
    return {
      status: 'Pending',
      causes: [`Performing initialization (running for ${spoken(now - instance.launchedAt)}).`],
    };
  }
  if (deployment.status === 'Failed') return { status: 'Degraded', causes: [failedCause(deployment)] };
  return judgeDeployed(sight, deployment);
}

function judgeDeployed(
  { instance, vitals, target, expected, now }: InstanceSight,
  deployment: InstanceDeployment,
): Judgement {
  if (expected !== undefined && instance.unnoticed !== true && deployment.deploymentId !== expected.deploymentId) {
    return {
      status: 'Degraded',
      causes: [
        `Incorrect application version "${deployment.versionLabel}" (deployment ${deployment.deploymentId}). Expected version "${expected.versionLabel}" (deployment ${expected.deploymentId}).`,
      ],
    };
  }
  if (vitals.status !== undefined && vitals.status !== 'Ok') {
    return { status: vitals.status, causes: vitals.causes.length > 0 ? vitals.causes : [imposedCause(vitals.status)] };
  }
  if (vitals.passing === false || target === 'unhealthy') {
    const since = spoken(now - (instance.failingSince ?? now));
    return {
      status: 'Severe',
      causes: [`Process default has been unhealthy for ${since} (Target.FailedHealthChecks).`, ...vitals.causes],
    };
  }
  if (vitals.passing === undefined || target === 'initial') {
    return { status: 'Info', causes: ['ELB health is not available yet.', ...vitals.causes] };
  }
  const requests = judgeRequests(vitals.requests);
  if (requests.status !== 'Ok') return { ...requests, causes: [...requests.causes, ...vitals.causes] };
  const age = now - deployment.time;
  if (age > REMEMBERED || deployment.kind === 'initialize') return { status: 'Ok', causes: vitals.causes };
  const took = spoken(deployment.time - deployment.startedAt);
  return {
    status: 'Ok',
    causes: [`${capital(WORK[deployment.kind])} completed ${spoken(age)} ago and took ${took}.`, ...vitals.causes],
  };
}

function silent(instance: Instance, now: Instant): Judgement {
  const age = now - instance.launchedAt;
  if (instance.deployment === undefined || instance.deployment.status === 'In Progress') {
    return { status: 'Pending', causes: [`Performing initialization (running for ${spoken(age)}).`] };
  }
  return { status: 'NoData', causes: ['Instance has not sent any data recently.'] };
}

const failedCause = ({ time, failure }: InstanceDeployment): string =>
  `Application deployment failed at ${new Date(time).toISOString().replace(/\.\d+/, '')} with exit status ${failure?.returnCode ?? 1} and error: ${failure?.output ?? 'Engine execution has encountered an error.'}`;

function imposedCause(status: HealthStatus): string {
  const share = { Warning: '12.5', Degraded: '40.0', Severe: '100.0' }[status as string] ?? '1.0';
  return `${share} % of the requests are failing with HTTP 5xx.`;
}

/** Fewer requests in ten seconds than this say nothing (six a minute). */
const ENOUGH_REQUESTS = 1;
/** Shares from which on failing requests count. AWS publishes no numbers; these are the simulator's. */
const SHARES: readonly (readonly [number, HealthStatus])[] = [
  [0.5, 'Severe'],
  [0.25, 'Degraded'],
  [0.05, 'Warning'],
];

/** Health by the share of 5xx; 4xx count as one step milder, since clients may be at fault. */
export function judgeRequests(requests: RequestMetrics): Judgement {
  const { requestCount, status4xx, status5xx } = requests;
  if (requestCount === 0) return { status: 'Ok', causes: [] };
  const percent = (count: number): string => ((count / requestCount) * 100).toFixed(1);
  const failing = status5xx / requestCount;
  const erring = status4xx / requestCount;
  const causes = [
    ...(failing >= 0.05 ? [`${percent(status5xx)} % of the requests are failing with HTTP 5xx.`] : []),
    ...(erring >= 0.5 ? [`${percent(status4xx)} % of the requests are erroring with HTTP 4xx.`] : []),
  ];
  if (causes.length === 0) return { status: 'Ok', causes };
  if (requestCount <= ENOUGH_REQUESTS) {
    const rate = (requestCount * 6).toFixed(1);
    return {
      status: 'Info',
      causes: [`${causes[0]} Insufficient request rate (${rate} requests/min) to determine application health.`],
    };
  }
  const byFailing = SHARES.find(([share]) => failing >= share)?.[1] ?? 'Ok';
  return { status: byFailing === 'Ok' ? 'Warning' : byFailing, causes };
}

/**
 * The fleet's health from its instances'. Half of the fleet or more in a state counts fully, fewer count one step milder;
 * a fleet with wrong versions is degraded however few they are (AWS guide, enhanced health).
 */
export function judgeFleet(instances: readonly Judgement[], requests: RequestMetrics): Judgement {
  const total = instances.length;
  if (total === 0) return { status: 'Unknown', causes: ['There are no instances.'] };
  const silentOnes = instances.filter(({ status }) => status === 'NoData' || status === 'Pending').length;
  if (silentOnes === total) return { status: 'Severe', causes: ['None of the instances are sending data.'] };
  const sick = instances.filter(({ status }) => isBad(status));
  if (sick.length === 0) return { status: 'Ok', causes: [] };
  const worst = sick.reduce<HealthStatus>((least, { status }) => (isWorse(status, least) ? status : least), 'Warning');
  const causes = fleetCauses(sick, total, requests);
  const wrong = sick.some(({ causes: [first] }) => first?.startsWith('Incorrect application version'));
  const status = sick.length * 2 >= total ? worst : milder(worst);
  return { status: wrong && isWorse('Degraded', status) ? 'Degraded' : status, causes };
}

function milder(status: HealthStatus): HealthStatus {
  if (status === 'Severe') return 'Degraded';
  return status === 'Degraded' ? 'Warning' : 'Info';
}

function fleetCauses(sick: readonly Judgement[], total: number, requests: RequestMetrics): readonly string[] {
  const having = (start: string): number =>
    sick.filter(({ causes }) => causes.some((cause) => cause.startsWith(start))).length;
  const on = (count: number): string =>
    count === total ? 'on all instances' : `on ${count} out of ${total} instances`;
  const causes: string[] = [];
  const incorrect = having('Incorrect application version');
  if (incorrect > 0) {
    const expected = sick
      .flatMap((one) => one.causes)
      .find((cause) => cause.startsWith('Incorrect'))
      ?.match(/Expected .*/)?.[0];
    causes.push(
      `Incorrect application version found on ${incorrect} out of ${total} instances. ${expected ?? ''}`.trim(),
    );
  }
  const failed = having('Application deployment failed');
  if (failed > 0) causes.push(`Command failed ${on(failed)}.`);
  const unhealthy = having('Process default');
  if (unhealthy > 0) causes.push(`ELB processes are not healthy ${on(unhealthy)}.`);
  if (judgeRequests(requests).status !== 'Ok') causes.push(...judgeRequests(requests).causes);
  const rest = sick.flatMap((one) => one.causes).find((cause) => cause.includes('% of the requests'));
  if (rest !== undefined && causes.length === 0) causes.push(rest);
  return causes.length > 0 ? causes : [`Impaired services ${on(sick.length)}.`];
}
