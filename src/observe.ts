/** The only reading phase before deciding: what the environment is, runs, and has been through. Changes nothing. */
import type { ConfigurationSettings, Environment } from './domain/environment.js';
import { optionValue } from './domain/environment.js';
import { HEALTH_NAMESPACE } from './domain/fleet.js';
import type { EnvironmentHealthReading, InstancesReading } from './domain/instance.js';
import { ActionError, type Problem } from './domain/problem.js';
import type { CreationWish } from './domain/settings.js';
import type { EnvironmentSnapshot, Snapshot } from './domain/snapshot.js';
import type { PairWish } from './domain/strategy.js';
import type { Instant } from './domain/time.js';
import type { ApplicationVersion } from './domain/version.js';
import { observeMissing } from './observe-missing.js';
import { observePair } from './observe-pair.js';
import { observeRoute, type RoutePorts } from './observe-route.js';
import type { Beanstalk } from './ports/beanstalk.js';
import type { Clock } from './ports/clock.js';
import type { Identity } from './ports/identity.js';

/** Enough for the last deployments of a fleet of some size, and one page of the service. */
const EVENTS_TO_LEARN_FROM = 300;

export interface ObserveRequest {
  readonly application: string;
  readonly environmentName: string;
  readonly region: string;
  /** Present for strategies that work on two environments; the name is then that of either. */
  readonly pair?: PairWish;
  /** Where canaries are written down, when it is not the service's own bucket. */
  readonly bucket?: string;
  /** `operation: abort`: the old side is who was it before, whatever it has now. */
  readonly goesBack?: boolean;
  /** Present when the environment may be created. */
  readonly creation?: CreationWish;
  /** Looked up when given; it may not exist yet. */
  readonly versionLabel?: string;
}

export interface ObservePorts extends Pick<RoutePorts, 'documents'>, Partial<Pick<RoutePorts, 'routers'>> {
  readonly beanstalk: Beanstalk;
  readonly clock: Clock;
  /** Asked only when nothing is visible: whose credentials these are is then the first question. */
  readonly identity: Identity;
}

export type Observed =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Eight calls at most for an environment that is there. Throws `ActionError` when the environment or its settings
 * cannot be read; what only serves the proof or the forecast becomes a blind spot with a name.
 */
export async function observe(request: ObserveRequest, ports: ObservePorts): Promise<Observed> {
  const { beanstalk, clock } = ports;
  const takenAt = clock.now();
  const pair = request.pair === undefined ? undefined : await observeSides(request, request.pair, ports);
  if (pair?.kind === 'refused') {
    // With neither of the two there is no traffic yet that would have to be moved: the first one is simply created.
    const mayCreate = request.creation !== undefined && pair.problem.code === 'environment-missing';
    return mayCreate ? absent(request, takenAt, ports) : { kind: 'refused', problems: [pair.problem] };
  }
  const environment =
    pair?.target.environment ?? (await beanstalk.environmentNamed(request.application, request.environmentName));
  if (environment === undefined) return absent(request, takenAt, ports);
  const label = environment.versionLabel;
  const wished = request.versionLabel;
  const [target, previousVersion, version] = await Promise.all([
    pair?.target ?? observeEnvironment(environment, beanstalk),
    label === undefined ? undefined : lookUpVersion(beanstalk, request.application, label),
    wished === undefined || wished === label ? undefined : beanstalk.version(request.application, wished),
  ]);
  const wanted = wished !== undefined && wished === label ? previousVersion?.version : version;
  return {
    kind: 'snapshot',
    snapshot: {
      takenAt,
      target: { ...target, blindSpots: [...target.blindSpots, ...(previousVersion?.blindSpots ?? [])] },
      ...(wanted === undefined ? {} : { version: wanted }),
      ...(previousVersion?.version === undefined ? {} : { previousVersion: previousVersion.version }),
    },
  };
}

function observeSides(request: ObserveRequest, wish: PairWish, ports: ObservePorts) {
  const observeOne = (one: Environment): Promise<EnvironmentSnapshot> => observeEnvironment(one, ports.beanstalk);
  const { route } = wish;
  const { routers } = ports;
  if (route === undefined) return observePair({ ...request, wish }, { ...ports, observeOne });
  if (routers === undefined) throw new Error('a route without routers');
  return observeRoute({ ...request, wish, route }, { ...ports, routers, observeOne });
}

/** What is known of an environment that is not there: enough to create it when that is asked for and safe, or why not. */
async function absent(request: ObserveRequest, takenAt: Instant, ports: ObservePorts): Promise<Observed> {
  const { creation, application, environmentName: name } = request;
  if (creation === undefined) return { kind: 'refused', problems: [await whyMissing(request, ports)] };
  const missing = await observeMissing({ ...request, creation }, ports.beanstalk);
  switch (missing.kind) {
    case 'refused':
      return { kind: 'refused', problems: [missing.problem] };
    case 'no-application':
      return { kind: 'refused', problems: [await whyMissing(request, ports)] };
    case 'absent': {
      const environment: Environment = {
        id: '',
        name,
        application,
        status: 'Unrecognised',
        health: 'Grey',
        abortable: false,
        tier: creation.tier,
      };
      const target = { environment, settings: { options: [] }, instanceIds: [], recentEvents: [], blindSpots: [] };
      return { kind: 'snapshot', snapshot: { takenAt, creation: missing.facts, target } };
    }
  }
}

/** One environment with everything that plan and proof look at. */
export async function observeEnvironment(environment: Environment, beanstalk: Beanstalk): Promise<EnvironmentSnapshot> {
  const { id, application, name } = environment;
  const blindSpots: string[] = [];
  const orBlind = async <T>(what: string, reading: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await reading;
    } catch (error) {
      blindSpots.push(blindSpot(what, error));
      return otherwise;
    }
  };
  const [descriptions, instanceIds, events] = await Promise.all([
    beanstalk.settings(application, name),
    orBlind('the list of instances', beanstalk.instanceIds(id), []),
    orBlind('earlier events', beanstalk.newestEvents(id, EVENTS_TO_LEARN_FROM), []),
  ]);
  const settings = deployedOf(descriptions, environment);
  const draft = descriptions.find((one) => one !== settings && one.deploymentStatus !== 'deployed');
  const enhanced =
    environment.tier !== 'Cluster' &&
    (environment.healthStatus !== undefined ||
      optionValue(settings.options, HEALTH_NAMESPACE, 'SystemType') === 'enhanced');
  const [instances, health] = enhanced
    ? await Promise.all([
        orBlind<InstancesReading | undefined>('what each instance runs', readInstances(beanstalk, id), undefined),
        orBlind<EnvironmentHealthReading | undefined>('the causes of its health', beanstalk.health(id), undefined),
      ])
    : [undefined, undefined];
  return {
    environment,
    settings,
    ...(draft === undefined ? {} : { draft }),
    ...(instances === undefined ? {} : { instances }),
    ...(health === undefined ? {} : { health }),
    instanceIds,
    recentEvents: [...events].reverse(),
    blindSpots,
  };
}

/** An environment always has settings: an empty answer is a permission that is missing, not an empty environment. */
function deployedOf(descriptions: readonly ConfigurationSettings[], environment: Environment): ConfigurationSettings {
  const deployed = descriptions.find((one) => one.deploymentStatus === 'deployed') ?? descriptions[0];
  if (deployed !== undefined) return deployed;
  throw new ActionError({
    code: 'settings-not-visible',
    blame: 'you',
    what: `Elastic Beanstalk shows no settings for ${environment.name}.`,
    hint: 'Allow elasticbeanstalk:DescribeConfigurationSettings for this environment.',
  });
}

/** Basic health is no blind spot: there is nothing to see. */
async function readInstances(beanstalk: Beanstalk, id: string): Promise<InstancesReading | undefined> {
  try {
    return await beanstalk.instances(id);
  } catch (error) {
    if (error instanceof ActionError && error.problem.code === 'enhanced-health-off') return undefined;
    throw error;
  }
}

/** Expired credentials and the like end the run wherever they show first; only what concerns one reading is survived. */
function blindSpot(what: string, error: unknown): string {
  if (!(error instanceof ActionError)) throw error;
  const { code } = error.problem;
  if (code.startsWith('credentials')) throw error;
  return `Could not read ${what}: ${error.problem.what} ${error.problem.hint}`;
}

interface VersionLookUp {
  readonly version?: ApplicationVersion;
  readonly blindSpots: readonly string[];
}

async function lookUpVersion(beanstalk: Beanstalk, application: string, label: string): Promise<VersionLookUp> {
  try {
    const version = await beanstalk.version(application, label);
    return version === undefined
      ? {
          blindSpots: [
            `The version ${label}, which runs now, does not exist any more (or is not visible): there is no way back to it.`,
          ],
        }
      : { version, blindSpots: [] };
  } catch (error) {
    return { blindSpots: [blindSpot('the version that runs now', error)] };
  }
}

/** An empty answer is not "absent": what else is visible tells a wrong name from a missing permission or another region. */
async function whyMissing(request: ObserveRequest, { beanstalk, identity }: ObservePorts): Promise<Problem> {
  const { application, environmentName, region } = request;
  const [exists, all] = await Promise.all([beanstalk.applicationExists(application), beanstalk.environments()]);
  const noApplication = (what: string, hint: string): Problem => ({
    code: 'application-missing',
    blame: 'you',
    what,
    hint,
    input: 'application-name',
  });
  const noEnvironment = (what: string, hint: string): Problem => ({
    code: 'environment-missing',
    blame: 'you',
    what,
    hint,
    input: 'environment-name',
  });
  const elsewhere = all.find((one) => one.name === environmentName);
  if (elsewhere !== undefined) {
    return noApplication(
      `${environmentName} belongs to the application ${elsewhere.application}, not to ${application}.`,
      'Correct `application-name`.',
    );
  }
  const siblings = all.filter((one) => one.application === application).map((one) => one.name);
  if (siblings.length > 0) {
    return noEnvironment(
      `The application ${application} has no environment ${environmentName} in ${region}.`,
      `It has ${nearestFirst(environmentName, siblings)}; \`create-environment-if-not-exists: true\` creates a missing one.`,
    );
  }
  const caller = await identity.caller();
  const whose = caller === undefined ? '' : ` (the credentials are those of ${caller.arn})`;
  if (exists) {
    return noEnvironment(
      `The application ${application} shows no environment at all in ${region}${whose}.`,
      '`create-environment-if-not-exists: true` creates a missing one; when it exists, allow elasticbeanstalk:DescribeEnvironments for it: Elastic Beanstalk answers an empty list without that permission.',
    );
  }
  const applications = [...new Set(all.map((one) => one.application))];
  return noApplication(
    `There is no application ${application} in ${region}${all.length === 0 ? `, and nothing else of Elastic Beanstalk is visible there${whose}` : ''}.`,
    applications.length > 0
      ? `Visible are ${nearestFirst(application, applications)}.`
      : 'Check `aws-region` and the account of the credentials, and allow elasticbeanstalk:DescribeApplications and elasticbeanstalk:DescribeEnvironments.',
  );
}

const MOST_NAMES = 5;

/** The known names, those that resemble the wished one first. */
function nearestFirst(wished: string, known: readonly string[]): string {
  const likeness = (name: string): number => sharedPairs(wished.toLowerCase(), name.toLowerCase());
  const sorted = [...new Set(known)].sort((left, right) => likeness(right) - likeness(left) || (left < right ? -1 : 1));
  const more = sorted.length - MOST_NAMES;
  return `${sorted.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Share of neighbouring letters that both have (Dice). */
function sharedPairs(left: string, right: string): number {
  const pairsOf = (word: string): Set<string> =>
    new Set([...word].slice(1).map((letter, at) => `${word[at] ?? ''}${letter}`));
  const [one, other] = [pairsOf(left), pairsOf(right)];
  const common = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
