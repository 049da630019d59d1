/** Which old versions of an application may be deleted. Pure; whatever is not certain stays. */
import type { ApplicationVersion } from './version.js';

export interface PruneQuestion {
  /** All versions of the application. */
  readonly versions: readonly ApplicationVersion[];
  /** How many of the newest stay in any case. */
  readonly keep: number;
  /** Runs, or is on its way, in any environment. */
  readonly deployed: ReadonlySet<string>;
  /** The last good ones of any environment: ways back. */
  readonly good: ReadonlySet<string>;
  /** The version of this run: only older ones go. */
  readonly current: string;
}

export interface Prunable {
  readonly label: string;
  /** `false`: another version, which stays, has the same bundle. */
  readonly withBundle: boolean;
}

/** Oldest first. Nothing when the current version is unknown, because then nobody can tell what is older. */
export function planPrune({ versions, keep, deployed, good, current }: PruneQuestion): readonly Prunable[] {
  const since = versions.find(({ label }) => label === current)?.dateCreated;
  if (since === undefined) return [];
  const newestFirst = [...versions].sort((left, right) => (right.dateCreated ?? 0) - (left.dateCreated ?? 0));
  const going = newestFirst.slice(keep).filter(({ label, status, dateCreated }) => {
    const isOlder = dateCreated !== undefined && dateCreated < since;
    const isIdle = status !== 'Processing' && status !== 'Building' && status !== 'Unrecognised';
    return isOlder && isIdle && label !== current && !deployed.has(label) && !good.has(label);
  });
  const staying = new Set(versions.filter((one) => !going.includes(one)).flatMap((one) => bundleOf(one) ?? []));
  return going.reverse().map((one) => {
    const bundle = bundleOf(one);
    return { label: one.label, withBundle: bundle !== undefined && !staying.has(bundle) };
  });
}

const bundleOf = ({ bundle }: ApplicationVersion): string | undefined =>
  bundle === undefined ? undefined : `${bundle.bucket}/${bundle.key}`;
