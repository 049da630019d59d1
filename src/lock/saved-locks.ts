/** Locks in the state of the step: what the post phase gives back when the main phase could not. */
import type { Host } from '../ports/host.js';
import type { Outside } from '../ports/outside.js';
import { giveBack } from './held-lock.js';
import type { SavedLock } from './locks.js';

const LOCKS = 'locks';

export interface Saved {
  readonly region: string;
  readonly locks: readonly SavedLock[];
}

/** Of every region in which the run holds some. */
export function saveLocks(host: Pick<Host, 'saveState'>, all: readonly Saved[]): void {
  const held = all.filter(({ locks }) => locks.length > 0);
  host.saveState(LOCKS, held.length === 0 ? '' : JSON.stringify(held));
}

/** Never fails: a lock that stays ends by itself. */
export async function giveBackSaved(outside: Outside): Promise<void> {
  const text = outside.host.state(LOCKS);
  if (text === '') return;
  // Written by our own main phase; nothing else can write to the state of a step.
  const all = JSON.parse(text) as readonly Saved[];
  for (const saved of all) await giveBackIn(outside, saved);
}

async function giveBackIn(outside: Outside, { region, locks }: Saved): Promise<void> {
  const { host, clock, random } = outside;
  try {
    const { documents } = await outside.connect(region, new AbortController().signal);
    for (const { place, nonce } of locks) {
      const end = await giveBack({ documents, clock, random }, place, nonce);
      if (end === 'released')
        host.line(`Gave back the deploy lock of ${place.environment}, which the main phase had left.`);
      else if (end !== 'not-ours') host.line(`The deploy lock of ${place.environment} stays until it ends by itself.`);
    }
  } catch {
    host.line('The deploy lock could not be given back; it ends by itself.');
  }
}
