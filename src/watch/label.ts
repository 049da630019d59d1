/** Judges the version label of an environment that is Ready again, and what is left when a label cannot tell. Pure. */
import type { SeenEvent } from '../domain/event.js';
import type { UpdateExpectation } from '../domain/plan.js';
import { formatDuration, type Milliseconds } from '../domain/time.js';
import { ALLOWANCES } from './allowances.js';
import { asksSettings } from './configuration-proof.js';
import type { Finding } from './finding.js';
import type { Knowledge } from './knowledge.js';

/** Ready readings in a row after which a hint (a failure event, an abort, a third label) ends the allowance early. */
const SURE = 2;

/** `fleetAsked`: instances will prove the deployment, so a label that did not change need not. */
export function findLabel(expects: UpdateExpectation, known: Knowledge, fleetAsked: boolean): Finding {
  const shown = known.environment?.versionLabel;
  const wanted = expects.versionLabel ?? expects.previousVersionLabel;
  if (wanted !== undefined && shown !== wanted) return otherLabel(expects, known, shown, wanted);
  const isTold = expects.versionLabel !== undefined && expects.versionLabel !== expects.previousVersionLabel;
  const mixed = fleetAsked || expects.pods !== undefined ? undefined : mixedByOthers(expects, known);
  if (mixed !== undefined) return mixed;
  const late = fleetAsked ? undefined : lateByOthers(known);
  if (late !== undefined) return late;
  if (isTold || fleetAsked || asksSettings(expects)) return { found: 'proven' };
  return withoutDiscriminator(known);
}

/** After an update of somebody else the label of before may still be shown for a while, and nobody asks the instances. */
function lateByOthers({ events, environmentAt, readySince = 0 }: Knowledge): Finding | undefined {
  const dueAt = readySince + ALLOWANCES.labelLag;
  if (events.updateByOthers === undefined || (environmentAt ?? readySince) >= dueAt) return undefined;
  const reason = 'an update of somebody else has ended, whose label may come later';
  return { found: 'pending', reason, wants: ['environment', 'events'], dueAt };
}

/**
 * An update of somebody else that was aborted or failed after ours: the environment shows the label of before it, and some
 * instances may run theirs ("some instances may have deployed the new application version", observed).
 */
function mixedByOthers({ versionLabel }: UpdateExpectation, { events }: Knowledge): Finding | undefined {
  const { updateByOthers, abortByOthers, failureByOthers } = events;
  if (versionLabel === undefined || updateByOthers === undefined) return undefined;
  const isAborted = abortByOthers !== undefined && abortByOthers.date > updateByOthers.date;
  if (!isAborted && failureByOthers === undefined) return undefined;
  const how = isAborted ? 'was aborted' : 'failed';
  return {
    found: 'failed',
    code: 'cannot-tell',
    reason: `an update that somebody else began after ours ${how}: some instances may run its version, and basic health does not tell what they run`,
  };
}

/**
 * The same label, no instances to ask, no option to read back: state cannot tell success from failure. Then a failure
 * that an event announced, or an abort, stands unrefuted.
 */
function withoutDiscriminator(known: Knowledge): Finding {
  if (wasAborted(known)) return { found: 'failed', code: 'aborted-elsewhere', reason: 'somebody aborted the update' };
  const [failure] = known.events.failures;
  if (failure === undefined) return { found: 'proven' };
  const code = known.events.configurationFailures.length > 0 ? 'configuration-failed' : 'deployment-failed';
  return { found: 'failed', code, reason: `Elastic Beanstalk says: ${quote(failure)}` };
}

function otherLabel(expects: UpdateExpectation, known: Knowledge, shown: string | undefined, wanted: string): Finding {
  const readySince = known.readySince ?? 0;
  // By when it was read: a look that was throttled has seen nothing.
  const waited = (known.environmentAt ?? readySince) - readySince;
  const isThird = shown !== undefined && shown !== expects.previousVersionLabel;
  const isHinted = isThird || wasAborted(known) || known.events.failures.length > 0;
  const isOver = waited >= ALLOWANCES.labelLag || (isHinted && known.readyInARow >= SURE);
  if (!isOver) {
    const reason = `the environment is Ready and still shows ${shown ?? 'no version'}, not ${wanted}`;
    return { found: 'pending', reason, wants: ['environment', 'events'], dueAt: readySince + ALLOWANCES.labelLag };
  }
  if (shown === undefined) {
    return { found: 'failed', code: 'cannot-tell', reason: 'the environment is Ready and shows no version label' };
  }
  return isThird ? thirdLabel(known, shown, wanted) : previousLabel(known, shown, wanted, waited);
}

function thirdLabel(known: Knowledge, shown: string, wanted: string): Finding {
  const who = known.events.updateByOthers === undefined ? '' : '; an update of somebody else started after ours';
  return {
    found: 'failed',
    code: 'wrong-version',
    reason: `the environment is Ready on ${shown}, which is neither ${wanted} nor what it had before${who}`,
  };
}

function previousLabel(known: Knowledge, shown: string, wanted: string, since: Milliseconds): Finding {
  const state = `the environment is Ready on ${shown} again, not on ${wanted}`;
  if (wasAborted(known)) {
    return { found: 'failed', code: 'aborted-elsewhere', reason: `somebody aborted the update: ${state}` };
  }
  const [failure] = known.events.failures;
  if (failure === undefined) {
    const reason = `${state}, for ${formatDuration(since)}, and no event said why`;
    const [error] = known.events.errors;
    return {
      found: 'failed',
      code: 'rolled-back',
      reason: error === undefined ? reason : `${state}; the first error was: ${quote(error)}`,
    };
  }
  const code = known.events.configurationFailures.length > 0 ? 'configuration-failed' : 'deployment-failed';
  const cause = known.events.errors[0] ?? failure;
  return { found: 'failed', code, reason: `${state}; Elastic Beanstalk says: ${quote(cause)}` };
}

/** `Aborting` was seen, or an event told of an abort, and it was not ours. */
export function wasAborted(known: Knowledge): boolean {
  return !known.abortedByUs && (known.abortingSeen || known.events.abortByOthers !== undefined);
}

const LONGEST_QUOTE = 300;

function quote(event: SeenEvent): string {
  return event.message.length > LONGEST_QUOTE ? `${event.message.slice(0, LONGEST_QUOTE)}…` : event.message;
}
