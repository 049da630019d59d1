/** The record of releases of an environment: which versions were proven good on it, when, and how it came to them. Pure. */
import { isObject, parsedJson } from './json.js';
import type { Proof } from './outcome.js';
import type { Instant } from './time.js';

export interface Release {
  readonly label: string;
  /** When it was proven, by the clock of the run. */
  readonly at: Instant;
  /** `seen`: it ran there, whole and healthy, before the first run of this action. */
  readonly verdict: 'proven' | 'seen';
  readonly operation: string;
  /** Of the environment: one of the same name that was created anew has another id, and proved nothing. */
  readonly environmentId: string;
  readonly proof: Proof;
  readonly strategy?: string;
  readonly commit?: string;
  readonly bundleHash?: string;
  /** Of a rollback: the version that was put away by it. */
  readonly insteadOf?: string;
  /** Why, in the words of whoever asked for it. Foreign text. */
  readonly comment?: string;
  /** Page of the run. */
  readonly run?: string;
}

/** Newest first. */
export interface ReleaseRecord {
  readonly environment: string;
  readonly releases: readonly Release[];
}

/** Older ones are dropped: a record is read on every deployment. */
export const LONGEST_RECORD = 50;

export const emptyRecord = (environment: string): ReleaseRecord => ({ environment, releases: [] });

/** With one more release. The same version proven again replaces its entry, so that the record tells versions apart. */
export function withRelease(record: ReleaseRecord, release: Release): ReleaseRecord {
  const [newest, ...rest] = record.releases;
  const isSame =
    newest?.label === release.label &&
    newest.environmentId === release.environmentId &&
    newest.operation === release.operation;
  const earlier = isSame ? rest : record.releases;
  return { ...record, releases: [release, ...earlier].slice(0, LONGEST_RECORD) };
}

/** Releases of this very environment, newest first. */
export function releasesOf(record: ReleaseRecord, environmentId: string): readonly Release[] {
  return record.releases.filter((release) => release.environmentId === environmentId);
}

/** Versions that a rollback has put away and that no later deployment has brought back. */
export function putAway(releases: readonly Release[]): ReadonlySet<string> {
  const away = new Set<string>();
  for (const release of [...releases].reverse()) {
    away.delete(release.label);
    if (release.insteadOf !== undefined && release.insteadOf !== release.label) away.add(release.insteadOf);
  }
  return away;
}

/** The newest `count` different versions that were good here and were not put away: what a way back needs. */
export function lastGood(releases: readonly Release[], count: number): readonly string[] {
  const away = putAway(releases);
  const labels = releases.map(({ label }) => label).filter((label) => !away.has(label));
  return [...new Set(labels)].slice(0, count);
}

const SCHEMA = 1;

export function recordText(record: ReleaseRecord): string {
  return `${JSON.stringify({ schema: SCHEMA, ...record }, null, 1)}\n`;
}

/** Reads what `recordText` has written. `undefined` for anything else: what cannot be understood is not overwritten. */
export function readRecord(text: string): ReleaseRecord | undefined {
  const found = parsedJson(text);
  if (!isObject(found) || found.schema !== SCHEMA) return undefined;
  const { environment, releases } = found;
  if (typeof environment !== 'string' || !Array.isArray(releases)) return undefined;
  return { environment, releases: releases.flatMap((entry: unknown) => releaseOf(entry) ?? []) };
}

const PROOFS: readonly Proof[] = ['instances', 'environment', 'none'];

function releaseOf(entry: unknown): Release | undefined {
  if (!isObject(entry)) return undefined;
  const { label, at, operation, environmentId } = entry;
  if (typeof label !== 'string' || label === '' || typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  if (typeof operation !== 'string' || typeof environmentId !== 'string') return undefined;
  const proof = PROOFS.find((one) => one === entry.proof) ?? 'none';
  const verdict = entry.verdict === 'seen' ? 'seen' : 'proven';
  const texts = ['strategy', 'commit', 'bundleHash', 'insteadOf', 'comment', 'run'] as const;
  const more = Object.fromEntries(
    texts.flatMap((name) => (typeof entry[name] === 'string' ? [[name, entry[name]]] : [])),
  );
  return { label, at, verdict, operation, environmentId, proof, ...more };
}
