/** What in a plot would make it right that a rollout does not succeed. Without any of it a failure is a false one. */
import type { Fault, VersionBehaviour } from '../../src/simulator/scenario.js';
import type { Deed, Played, PlayedRun } from './play.js';
import { type Actor, isPair, type Plot } from './plot.js';

/** A version that instances take and keep, in the time they have for it. */
const isGood = ({ commandSeconds: _, ...rest }: VersionBehaviour): boolean => Object.keys(rest).length === 0;

/** A version that can never be called healthy, from its first moment on. Basic health sees only who answers no more. */
export const isBadFromStart = (plot: Plot): boolean => {
  const { version, ground } = plot;
  if (version.onlyOrdinals !== undefined) return false;
  if (version.command === 'fails' || version.command === 'times-out') return true;
  // While health flaps the service calls the environment Ok half of the time, whatever its instances say.
  if (has(plot, 'flapping-health')) return false;
  return version.health === 'Severe' || (version.health === 'Degraded' && ground.enhancedHealth);
};

/** So long all of them may fail. */
const BORNE_SECONDS = 90;

/** So often one call may fail in a row. */
export const BORNE_TIMES = 2;

/** Faults that a rollout has to bear: whatever of these there are, a good version gets through. */
function isBorne(fault: Fault): boolean {
  switch (fault.kind) {
    case 'throttle':
    case 'server-error':
    case 'reset':
      return (
        (fault.probability ?? 1) < 0.5 || shortWindow(fault) || (fault.times ?? Number.POSITIVE_INFINITY) <= BORNE_TIMES
      );
    case 'slow-answer':
    case 'stale-read':
    case 'label-lag':
    case 'late-events':
    case 'duplicate-events':
    case 'lost-events':
    case 'foreign-event':
      return true;
    default:
      return false;
  }
}

const shortWindow = ({
  fromSecond = 0,
  toSecond = Number.POSITIVE_INFINITY,
}: Extract<Fault, { readonly action: string }>) => toSecond - fromSecond <= BORNE_SECONDS;

/** Each of several faults can be borne, and too few answers are left of all of them together. */
const TOO_MANY_FAIL = 0.6;

/** The share of all calls that fail. */
const failing = (faults: readonly Fault[]): number =>
  1 -
  faults.reduce((left, fault) => {
    const { kind } = fault;
    const isOften = kind === 'throttle' || kind === 'server-error' || kind === 'reset';
    return isOften && fault.action === '*' ? left * (1 - (fault.probability ?? 0)) : left;
  }, 1);

/** The health that a rollout accepts may be that of before. */
const IMPATIENT: readonly string[] = ['timeout', 'on-busy'];

/** What Auto Scaling does is no reason by itself. */
export const isScaling = ({ kind }: Actor): boolean => kind === 'scales' || kind === 'replaces-instance';

/** Whatever becomes of the preview then, nobody has to fail. */
const isBorneFrom = (actor: Actor): boolean => isScaling(actor) || actor.kind === 'closes-pull-request';

/**
 * An instance that comes in the middle of an update in place has the old version, and nothing gives it the new one: then the
 * update has not reached every instance.
 */
const mixes = ({ actor, refused, isOvertaken }: Deed): boolean =>
  isScaling(actor) && refused === undefined && isOvertaken === true;

/** Auto Scaling may have left instances with another version, which is right only when the run says so. */
export const isMixed = ({ deeds }: Played): boolean => deeds.some(mixes);

/** With two sides the one that has the traffic is judged by what its users get, and they get nothing for a while. */
const interrupts = (plot: Plot, { leavesNobody, refused }: Deed): boolean =>
  isPair(plot) && leavesNobody === true && refused === undefined;

export function reasonsNotToSucceed(plot: Plot, deeds: readonly Deed[] = []): readonly string[] {
  const { version, faults, actors, cancelAt, stopAt, darkAt, inputs } = plot;
  return [
    ...(isGood(version) ? [] : ['the version is not good']),
    ...faults.filter((fault) => !isBorne(fault)).map(({ kind }) => kind),
    ...(failing(faults) >= TOO_MANY_FAIL ? ['too many calls fail'] : []),
    ...actors.filter((actor) => !isBorneFrom(actor)).map(({ kind }) => `somebody ${kind}`),
    ...deeds.filter((deed) => interrupts(plot, deed)).map(() => 'nobody served for a while'),
    ...deeds.filter(mixes).map(({ actor }) => `somebody ${actor.kind} in the middle of an update`),
    ...(cancelAt === undefined && stopAt === undefined ? [] : ['it is asked to stop']),
    ...(darkAt === undefined || darkAt.seconds <= BORNE_SECONDS ? [] : ['the network is down for minutes']),
    ...IMPATIENT.filter((name) => inputs[name] !== undefined),
  ];
}

/** Faults that keep a run from doing, or from seeing, what it wants. */
export const isHandicapped = ({ faults, darkAt }: Plot): boolean =>
  darkAt !== undefined ||
  faults.some((fault) => 'action' in fault && fault.kind !== 'stale-read' && fault.kind !== 'slow-answer');

export const has = ({ faults }: Plot, ...kinds: readonly Fault['kind'][]): boolean =>
  faults.some(({ kind }) => kinds.includes(kind));

/** Nobody can know of what somebody else did so shortly before: answers are stale for up to thirty seconds. */
export const TOO_LATE = 90_000;

/** Whether somebody else has been at work shortly before this run ended: another run, or a person. */
export const isStirred = (played: Played, run: PlayedRun): boolean => {
  const { endedAt } = run;
  return (
    played.deeds.some(
      ({ actor, refused, at }) =>
        !isScaling(actor) &&
        actor.kind !== 'pipeline' &&
        refused === undefined &&
        at > endedAt - TOO_LATE &&
        at <= endedAt,
    ) ||
    played.runs.some(
      (one) =>
        one !== run &&
        (one.part === 'other' || run.part === 'other') &&
        one.startedAt <= endedAt &&
        one.endedAt > endedAt - TOO_LATE,
    )
  );
};
