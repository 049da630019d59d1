/**
 * The locks of a run about several environments: all of them are held from before the first look until the last ending,
 * since a wave that failed may put an earlier one back. Taken in a fixed order, so that two runs never wait for each other.
 */
import type { Say } from '../domain/progress.js';
import type { Locked, Locks } from '../lock/locks.js';
import { locksFor } from '../lock/rollout-locks.js';
import { type Saved, saveLocks } from '../lock/saved-locks.js';
import type { Outside } from '../ports/outside.js';
import type { Part } from './part.js';

export interface WaveLocks {
  take(): Promise<Locked>;
  /** Once the plans are known: the environments that each of them touches. */
  extend(touched: (part: Part) => readonly string[]): Promise<Locked>;
  /** Where what this environment's rollout leaves undone is written down. */
  of(part: Part): Pick<Locks, 'note' | 'unfinished' | 'forget'>;
  /** How much earlier runs have left undone, in all. */
  undone(): number;
  /** Gives all of them back. */
  readonly release: Locks['release'];
}

/** Locks lie in a bucket: those of a region together, unless an environment names a bucket of its own. */
const keyOf = ({ settings }: Part): string => JSON.stringify([settings.region, settings.bucket ?? '']);

const NO_LOCKS: Pick<Locks, 'note' | 'unfinished' | 'forget'> = {
  note: () => Promise.resolve(),
  unfinished: () => [],
  forget: () => {},
};

interface Group {
  readonly key: string;
  readonly parts: readonly Part[];
  readonly locks: Locks;
}

export function createWaveLocks(parts: readonly Part[], outside: Outside, say: Say, cancel: AbortSignal): WaveLocks {
  const saved = new Map<string, Saved>();
  const groups = [...new Set(parts.map(keyOf))].sort().flatMap((key): readonly Group[] => {
    const own = parts.filter((part) => keyOf(part) === key);
    const [first] = own;
    if (first === undefined) return [];
    const { settings, cloud } = first;
    const locks = locksFor(settings, outside, cloud, say, cancel, (held) => {
      saved.set(key, { region: settings.region, locks: held });
      saveLocks(outside.host, [...saved.values()]);
    });
    return [{ key, parts: own, locks }];
  });
  const each = async (work: (group: Group) => Promise<Locked>): Promise<Locked> => {
    let moved = false;
    for (const group of groups) {
      const locked = await work(group);
      if (locked.locked !== 'yes') return locked;
      moved ||= locked.moved;
    }
    return { locked: 'yes', moved };
  };
  return {
    take: () => each(({ locks, parts: own }) => locks.take(own.map(({ settings }) => settings.environmentName))),
    extend: (touched) => each(({ locks, parts: own }) => locks.extend(own.flatMap(touched))),
    of: (part) => groups.find(({ key }) => key === keyOf(part))?.locks ?? NO_LOCKS,
    undone: () => groups.reduce((sum, { locks }) => sum + locks.unfinished().length, 0),
    release: async () => {
      await Promise.all(groups.map(({ locks }) => locks.release()));
    },
  };
}
