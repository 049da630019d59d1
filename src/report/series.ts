/** Values over time, by name: what a chart draws and the report keeps. Pure. */
import type { InstanceHealth } from '../domain/instance.js';
import type { Instant } from '../domain/time.js';
import { takeDecisions } from './decision-series.js';
import type { RunRecord } from './record.js';
import { environmentOf } from './timeline.js';
import { name } from './words.js';

export interface Point {
  readonly at: Instant;
  readonly value: number;
}

/** A value holds from its point to the next one. */
export interface Series {
  /** What is counted, for example `on v2` or `healthy`. Harmless in a log. */
  readonly name: string;
  /** Series of one unit (and one group) share a chart: `instances`, `percent of requests`. */
  readonly unit: string;
  /** Whose values they are, for example an environment; absent: the whole run's. Foreign text. */
  readonly group?: string;
  /** Oldest first, only where the value changes. */
  readonly points: readonly Point[];
}

/** Versions with a line of their own; a fleet in a rollout has two. */
const MOST_VERSIONS = 4;

/** Collects points, and keeps those that say something new. */
export class SeriesBook {
  readonly #series = new Map<string, { name: string; unit: string; group?: string; points: Point[] }>();

  add(of: { readonly name: string; readonly unit: string; readonly group?: string }, at: Instant, value: number): void {
    const key = JSON.stringify([of.group, of.unit, of.name]);
    const known = this.#series.get(key) ?? { ...of, points: [] };
    this.#series.set(key, known);
    if (known.points.at(-1)?.value !== value) known.points.push({ at, value });
  }

  has(of: { readonly name: string; readonly unit: string; readonly group?: string }): boolean {
    return this.#series.has(JSON.stringify([of.group, of.unit, of.name]));
  }

  all(): readonly Series[] {
    return [...this.#series.values()];
  }
}

/** Instances by the version that each of them says it runs; one that changes just now runs none. */
function byVersion(instances: readonly InstanceHealth[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { deployment } of instances) {
    if (deployment?.versionLabel === undefined || deployment.status !== 'Deployed') continue;
    counts.set(deployment.versionLabel, (counts.get(deployment.versionLabel) ?? 0) + 1);
  }
  return counts;
}

const isHealthy = ({ status }: InstanceHealth): boolean => status === 'Ok' || status === 'Info';

/** How many instances were healthy, and how many ran which version, at each look; empty with basic health. */
export function seriesOf(record: RunRecord): readonly Series[] {
  const book = new SeriesBook();
  const versions = new Map<string, Set<string>>();
  takeDecisions(record, book);
  let environment = record.snapshot?.target.environment.name;
  const take = (at: Instant, instances: readonly InstanceHealth[]): void => {
    const group = environment === undefined ? {} : { group: environment };
    const counts = byVersion(instances);
    const known = versions.get(environment ?? '') ?? new Set<string>();
    versions.set(environment ?? '', known);
    for (const label of counts.keys()) if (known.size < MOST_VERSIONS) known.add(label);
    // First, so that it has the same colour everywhere.
    book.add({ name: 'healthy', unit: 'instances', ...group }, at, instances.filter(isHealthy).length);
    for (const label of known)
      book.add({ name: `on ${name(label)}`, unit: 'instances', ...group }, at, counts.get(label) ?? 0);
  };
  const before = record.snapshot?.target.instances?.instances ?? [];
  if (before.length > 0) take(record.startedAt, before);
  for (const progress of record.progress) {
    if (progress.type === 'step-started') environment = environmentOf(progress.step) ?? environment;
    if (progress.type === 'instances' && progress.instances.length > 0) take(progress.at, progress.instances);
  }
  return book.all();
}

/** The value that holds at a moment; `undefined` before the first point. */
export function valueAt({ points }: Series, at: Instant): number | undefined {
  return points.findLast((point) => point.at <= at)?.value;
}
