/** Rules about the preview of a pull request: it goes with it, what is said of it is true, and production is only its model. */
import type { LoggedCall } from '../../src/simulator/wire/call-log.js';
import { aboutOf, isGoodEnd } from './each-run.js';
import type { Played, PlayedRun } from './play.js';
import { isPreview, seesGitHub } from './plot.js';
import { PREVIEW } from './pull-request.js';
import { reportOf } from './reported.js';
import { NAME } from './stage.js';

const closedAt = ({ deeds }: Played): number | undefined =>
  deeds.find(({ actor }) => actor.kind === 'closes-pull-request')?.at;

/** A run that has removed the preview, or says that there is none, or that another one has removed it. */
const says = ({ part, outputs }: PlayedRun): 'gone' | 'deployed' =>
  part === 'other' ||
  outputs['deployment-action-type'] === 'terminate' ||
  (outputs.outcome === 'unchanged' &&
    / it has no preview in | was removed meanwhile/.test(outputs['outcome-reason'] ?? ''))
    ? 'gone'
    : 'deployed';

/** What is wrong with a good end that says that the preview is gone; `undefined`: it says that it was deployed. */
export function whyNotGone(played: Played, run: PlayedRun): readonly string[] | undefined {
  if (!isPreview(played.plot)) return undefined;
  const isRefused = run.outputs['environment-id'] === '' && run.outputs.outcome === 'unchanged';
  if (says(run) === 'deployed' && !isRefused) return undefined;
  const left = aboutOf(played, run);
  // Nobody has seen one, and what another run is making is that run's to remove.
  if (left === undefined || run.outputs.outcome === 'unchanged') return [];
  return [`${run.outputs.outcome}, but ${left.name} is still ${left.status}`];
}

/** It could not do what it should, and says so. */
const isGood = (run: PlayedRun): boolean => {
  const report = reportOf(run);
  return report !== undefined && isGoodEnd(report.outcome.state) && report.outcome.stillRunning.length === 0;
};

/**
 * After everybody has ended nothing of a closed pull request is left, unless a run says so: the one that was begun by the
 * closing, which removes what it finds, or those that were deploying, which ask GitHub at the end. Without GitHub these do
 * not hear of it, and say that nobody looks.
 */
export function previewGoes(played: Played): readonly string[] {
  const { plot, runs, afterwards } = played;
  const left = afterwards.environments.find(({ name }) => isPreview(plot) && name === PREVIEW);
  const closing = runs.find(({ part }) => part === 'other');
  if (left === undefined || closing === undefined || !isGood(closing)) return [];
  const others = runs.filter(({ part, wasKilled }) => part !== 'other' && !wasKilled);
  const isTheirs = closing.outputs.outcome === 'unchanged';
  const since = isTheirs ? closing.startedAt : closing.endedAt;
  const mayBeLeft = seesGitHub(plot)
    ? isTheirs && !others.every(isGood)
    : others.some(({ endedAt }) => endedAt >= since);
  return mayBeLeft ? [] : [`the pull request is closed, and ${left.name} is left ${left.status}`];
}

const CHANGING =
  /^(Create(?!StorageLocation|ApplicationVersion|ConfigurationTemplate)|Update|Delete|Swap|Terminate|Abort|Restart|Rebuild)/;

/** Production is read, and nothing else. */
export function productionUntouched(played: Played): readonly string[] {
  if (!isPreview(played.plot)) return [];
  const production = played.afterwards.environments.find(({ name }) => name === NAME);
  const isOfProduction = ({ action, input }: LoggedCall): boolean =>
    CHANGING.test(action) && (input.EnvironmentId === production?.id || input.EnvironmentName === NAME);
  const touched = played.calls.filter(isOfProduction).map(({ action }) => `${action} was called for ${NAME}`);
  return production?.versionLabel === 'v1' ? touched : [...touched, `${NAME} is not what it was`];
}

/** Only the preview goes: because its pull request is closed, or because the run that has made it undoes that. */
export function wronglyTerminated(played: Played, { input, time }: LoggedCall): readonly string[] {
  const known = played.runs.flatMap(({ truth }) => truth.environments).find(({ id }) => id === input.EnvironmentId);
  const closed = closedAt(played);
  const mayGo = played.plot.ground.preview === 'none' || (closed !== undefined && closed <= Date.parse(time));
  if (known?.name === PREVIEW && mayGo) return [];
  return [`${known?.name ?? 'an environment'} was terminated although nobody had asked for it`];
}
