/** Locks in the state of the step: what the post phase gives back when the main phase could not. */
import type { Host } from '../ports/host.js';
import type { Outside } from '../ports/outside.js';
import { giveBack } from './held-lock.js';
import type { SavedLock } from './locks.js';

const LOCKS = 'locks';

interface Saved {
  readonly region: string;
  readonly locks: readonly SavedLock[];
}

export function saveLocks(host: Pick<Host, 'saveState'>, region: string, locks: readonly SavedLock[]): void {
  const saved: Saved = { region, locks };
  host.saveState(LOCKS, locks.length === 0 ? '' : JSON.stringify(saved));
}

/** Never fails: a lock that stays ends by itself. */
export async function giveBackSaved(outside: Outside): Promise<void> {
  const { host, clock, random } = outside;
  const text = host.state(LOCKS);
  if (text === '') return;
  // Written by our own main phase; nothing else can write to the state of a step.
  const { region, locks } = JSON.parse(text) as Saved;
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
