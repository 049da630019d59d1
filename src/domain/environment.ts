/** An Elastic Beanstalk environment as the service describes it, and what its states and colours mean. */
import { type Instant, type Milliseconds, seconds } from './time.js';

/** Ready, yet still the old label: AWS's own deploy action allows 30 s before it speaks of a rollback. */
export const LABEL_LAG: Milliseconds = seconds(60);

/** `EnvironmentStatus` of the API, plus `Unrecognised` for a value that this release does not know (never a proof of anything). */
export type EnvironmentStatus =
  | 'Aborting'
  | 'Launching'
  | 'LinkingFrom'
  | 'LinkingTo'
  | 'Ready'
  | 'Terminated'
  | 'Terminating'
  | 'Updating'
  | 'Unrecognised';

/** `EnvironmentHealth`: the colour; basic health has nothing else. */
export type HealthColor = 'Green' | 'Yellow' | 'Red' | 'Grey';

export const HEALTH_COLORS: readonly HealthColor[] = ['Green', 'Yellow', 'Red', 'Grey'];

/** `EnvironmentHealthStatus` of enhanced health. */
export type HealthStatus =
  | 'NoData'
  | 'Unknown'
  | 'Pending'
  | 'Ok'
  | 'Info'
  | 'Warning'
  | 'Degraded'
  | 'Severe'
  | 'Suspended';

export const HEALTH_STATUSES: readonly HealthStatus[] = [
  'NoData',
  'Unknown',
  'Pending',
  'Ok',
  'Info',
  'Warning',
  'Degraded',
  'Severe',
  'Suspended',
];

/** The colour that the service shows for a status (AWS guide, "Health colors and statuses"). */
export function colorOf(status: HealthStatus): HealthColor {
  switch (status) {
    case 'Ok':
    case 'Info':
      return 'Green';
    case 'Warning':
      return 'Yellow';
    case 'Degraded':
    case 'Severe':
      return 'Red';
    case 'NoData':
    case 'Unknown':
    case 'Pending':
    case 'Suspended':
      return 'Grey';
  }
}

/** Lower is better; the grey ones are "cannot tell" and have no rank. */
const RANK: Partial<Record<HealthStatus, number>> = { Ok: 0, Info: 1, Warning: 2, Degraded: 3, Severe: 4 };

/** `true` when `status` is no better and no worse than known, and worse than `baseline`; `undefined` when it cannot be told. */
export function isWorse(status: HealthStatus, baseline: HealthStatus): boolean | undefined {
  const left = RANK[status];
  const right = RANK[baseline];
  return left === undefined || right === undefined ? undefined : left > right;
}

export type EnvironmentTier = 'WebServer' | 'Worker' | 'Cluster';

export interface Environment {
  readonly id: string;
  readonly name: string;
  /** Absent only in answers that leave it out. */
  readonly arn?: string;
  readonly application: string;
  readonly status: EnvironmentStatus;
  /** Absent while nothing was ever deployed, and in some answers. */
  readonly versionLabel?: string;
  readonly health: HealthColor;
  /** Only with enhanced health. */
  readonly healthStatus?: HealthStatus;
  /** `AbortableOperationInProgress`. */
  readonly abortable: boolean;
  readonly tier: EnvironmentTier;
  readonly cname?: string;
  readonly endpointUrl?: string;
  readonly platformArn?: string;
  readonly solutionStack?: string;
  readonly dateCreated?: Instant;
  readonly dateUpdated?: Instant;
}

/** Whether this label is what it shows; without a label nobody has asked for one. */
export const shows = ({ versionLabel }: Environment, label: string | undefined): boolean =>
  label !== undefined && label === versionLabel;

/** Whether users reach it by this CNAME; names of DNS have no case. */
export const holdsCname = (environment: Pick<Environment, 'cname'> | undefined, cname: string): boolean =>
  environment?.cname?.toLowerCase() === cname.toLowerCase();

/**
 * Whether an answer is older than one that is known: DateUpdated moves on with every operation (observed), and answers of
 * the service may go back in time.
 */
export const isFromBefore = (
  seen: Pick<Environment, 'id' | 'dateUpdated'> | undefined,
  known: Pick<Environment, 'id' | 'dateUpdated'> | undefined,
): boolean =>
  seen?.dateUpdated !== undefined &&
  known?.dateUpdated !== undefined &&
  seen.id === known.id &&
  seen.dateUpdated < known.dateUpdated;

/** One value of an environment's configuration. All values are strings on the wire. */
export interface OptionSetting {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
  readonly resource?: string;
}

export type OptionKey = Omit<OptionSetting, 'value'>;

/** `DescribeConfigurationSettings`: what is deployed, or a draft on its way. */
export interface ConfigurationSettings {
  /** Absent for templates; `failed` and `pending` are drafts. */
  readonly deploymentStatus?: 'deployed' | 'pending' | 'failed';
  readonly dateUpdated?: Instant;
  readonly options: readonly OptionSetting[];
}

export function optionValue(options: readonly OptionSetting[], namespace: string, name: string): string | undefined {
  return options.find((option) => option.namespace === namespace && option.name === name)?.value;
}
