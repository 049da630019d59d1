/** What is known before an environment is created: that it does not exist, and what it would be made from. */
import type { Environment, OptionSetting } from './environment.js';

/** A platform branch as ListPlatformBranches shows it, with its newest version. */
export interface PlatformBranch {
  readonly name: string;
  readonly lifecycle: 'beta' | 'supported' | 'deprecated' | 'retired' | 'unknown';
  /** Absent when the branch has no version that can be used. */
  readonly newest?: { readonly arn: string; readonly version: string };
}

/** A Cluster environment that can be seen: whoever has its subnets shares its cluster, and must have its roles. */
export interface ClusterNeighbour {
  readonly name: string;
  readonly options: readonly OptionSetting[];
}

/** What the wished source of a creation turned out to be. An absent member: there is nothing of that name. */
export type CreationModel =
  /** A Cluster environment is made from its options alone. */
  | { readonly kind: 'cluster'; readonly neighbours: readonly ClusterNeighbour[] }
  | { readonly kind: 'stack'; readonly solutionStack: string }
  | { readonly kind: 'platform'; readonly arn: string }
  | { readonly kind: 'branch'; readonly name: string; readonly branch?: PlatformBranch }
  | { readonly kind: 'template'; readonly name: string; readonly options?: readonly OptionSetting[] }
  | {
      readonly kind: 'environment';
      readonly name: string;
      readonly found?: { readonly environment: Environment; readonly options: readonly OptionSetting[] };
    };

/** Read when the service itself has said that there is no such environment; an empty list alone is never enough. */
export interface CreationFacts {
  readonly applicationExists: boolean;
  /** Absent: nobody has said what the environment shall be made from. */
  readonly model?: CreationModel;
  /** Whether the wished CNAME prefix is free; absent when none is wished. */
  readonly cnameFree?: boolean;
}

const DATABASE = 'aws:rds:dbinstance';

/** A database inside of an environment, and what becomes of it when the environment is terminated. */
export interface CoupledDatabase {
  readonly engine?: string;
  /** `DBDeletionPolicy`; the service's default is `Delete` (AWS guide, "General options", `aws:rds:dbinstance`). */
  readonly deletionPolicy: 'Delete' | 'Snapshot' | 'Retain';
}

export function coupledDatabase(options: readonly OptionSetting[]): CoupledDatabase | undefined {
  const value = (name: string): string | undefined => {
    const found = options.find((one) => one.namespace === DATABASE && one.name === name)?.value;
    return found === '' ? undefined : found;
  };
  const coupled = value('HasCoupledDatabase');
  const engine = value('DBEngine');
  const isThere = coupled === undefined ? (engine ?? value('DBInstanceClass')) !== undefined : coupled === 'true';
  if (!isThere) return undefined;
  const policy = (['Snapshot', 'Retain'] as const).find((one) => one === value('DBDeletionPolicy'));
  return { ...(engine === undefined ? {} : { engine }), deletionPolicy: policy ?? 'Delete' };
}

/** `shop` and `shop.eu-west-1.elasticbeanstalk.com` both mean an environment's CNAME. */
export function isCname(cname: string | undefined, wished: string): boolean {
  if (cname === undefined) return false;
  const [left, right] = [cname.toLowerCase(), wished.toLowerCase()];
  return right.includes('.') ? left === right : left.split('.')[0] === right;
}
