/** What rules ask of each run: whether it ended well, what it was about, whether that has settled. */
import type { Played, PlayedRun } from './play.js';
import { isPair, isPreview } from './plot.js';
import { PREVIEW } from './pull-request.js';
import { isScaling, TOO_LATE } from './reasons.js';
import { type Reported, reportOf } from './reported.js';
import { NAME, PRODUCTION } from './stage.js';
import { existing, liveOf, NOBODY_SERVES, settledOn, type TrueEnvironment } from './truth.js';

export const isGoodEnd = (state: string | undefined): boolean => state === 'succeeded' || state === 'unchanged';

const PAIRS: readonly string[] = ['blue-green', 'canary'];

/** Another run may deploy to one side of a pair as if there were no other. */
export const knowsPair = ({ plot }: Played, { part, inputs }: PlayedRun): boolean =>
  isPair(plot) && (part !== 'other' || PAIRS.includes(inputs.strategy ?? ''));

/** The environment that a run is about: with a pair, the one that users reach. */
export const aboutOf = (played: Played, run: PlayedRun): TrueEnvironment | undefined => {
  const { plot } = played;
  const { truth } = run;
  if (knowsPair(played, run)) return liveOf(truth, PRODUCTION);
  const wanted = isPreview(plot) ? PREVIEW : NAME;
  return existing(truth).find(({ name }) => name === wanted);
};

export const ofEach =
  (check: (run: PlayedRun, report: Reported, played: Played) => readonly string[]) =>
  (played: Played): readonly string[] =>
    played.runs.flatMap((run) => {
      const report = reportOf(run);
      if (run.wasKilled || report === undefined) return [];
      return check(run, report, played).map((breach) => `${run.part}: ${breach}`);
    });

/** What is missing; an instance that Auto Scaling has taken a moment ago, and whose successor only comes, is nobody's error. */
export function unsettled(
  { deeds }: Played,
  { endedAt }: PlayedRun,
  environment: TrueEnvironment,
  label: string,
): readonly string[] {
  const isTaken = deeds.some(
    ({ actor, refused, at }) => isScaling(actor) && refused === undefined && at <= endedAt && at > endedAt - TOO_LATE,
  );
  return settledOn(environment, label).filter((what) => !(isTaken && what.endsWith(NOBODY_SERVES)));
}
