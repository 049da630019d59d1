/** Whether somebody else has begun something on an environment since our update: then it is not ours to change any more. */
import { ActionError } from '../domain/problem.js';
import { meaningOf } from '../watch/meanings.js';
import type { Run } from './run.js';

/** A clause, or `undefined` when nothing shows anybody else. Unreadable events show nobody: the service will refuse. */
export async function foreignWork(run: Run): Promise<string | undefined> {
  const { firstOwn, unclaimed } = run.watch.known?.events ?? {};
  const since = firstOwn ?? unclaimed?.date;
  if (since === undefined) return undefined;
  try {
    const events = await run.reader.events(run.target.id, run.watch.since);
    const opening = events.findLast((event) => {
      const meaning = meaningOf(event.message);
      if (meaning?.kind !== 'started' || event.date <= since) return false;
      // An abort is no work of its own, and one of ours may have lost its answer.
      const isWork = meaning.operation !== 'abort' && meaning.operation !== 'application';
      return isWork && event.requestId !== undefined && !run.watch.isOwn(event.requestId);
    });
    if (opening === undefined) return undefined;
    const at = new Date(opening.date).toISOString();
    return `somebody else has begun something on the environment since (“${opening.message}”, ${at}, request ${opening.requestId ?? '?'})`;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return undefined;
  }
}
