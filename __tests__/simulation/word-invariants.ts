/** What a run says in words is so: its sentences are held against the simulated service. Pure. */
import { seconds } from '../../src/domain/time.js';
import { aboutOf, ofEach, unsettled } from './each-run.js';
import type { Played } from './play.js';
import { isPair, isPreview } from './plot.js';
import { has, isStirred } from './reasons.js';
import { PRODUCTION } from './stage.js';
import { liveOf, NOBODY_SERVES } from './truth.js';

const SERVES: readonly RegExp[] = [
  /(\S+) serves as before/g,
  /(\S+) has the traffic (?:now|and keeps it|of)/g,
  /(\S+) has all requests/g,
  /(\S+) has all the traffic/g,
];

/** Environments that a sentence calls live; the version label of "v1 serves as before" is none. */
const calledLive = (reason: string, names: readonly string[]): readonly string[] =>
  SERVES.flatMap((pattern) => [...reason.matchAll(pattern)].flatMap(([, name]) => name ?? [])).filter((name) =>
    names.includes(name),
  );

export const whoServesIsTrue = ofEach((run, { outcome }, played) => {
  if (!isPair(played.plot) || isStirred(played, run) || has(played.plot, 'stale-read')) return [];
  const { truth } = run;
  const live = liveOf(truth, PRODUCTION)?.name;
  const named = calledLive(
    outcome.reason,
    truth.environments.map(({ name }) => name),
  );
  return [...new Set(named)]
    .filter((name) => name !== live)
    .map((name) => `"${outcome.reason}" says that ${name} serves, but users reach ${live ?? 'nobody'}`);
});

const CHANGES_ENVIRONMENTS =
  /^(CreateEnvironment|UpdateEnvironment|SwapEnvironmentCNAMEs|TerminateEnvironment|RebuildEnvironment|ModifyRule|ChangeResourceRecordSets)$/;

const NOTHING_CHANGED = /before (?:the environment|anything) was changed|nothing was changed/i;

/** Calls of the only run there was that the service has carried out: it answered so, or its events tell of them. */
function carriedOut({ calls, events }: Played): readonly Played['calls'][number][] {
  const told = new Set([...events.values()].flatMap((each) => each.map(({ requestId }) => requestId)));
  return calls.filter(
    ({ action, status, requestId }) =>
      CHANGES_ENVIRONMENTS.test(action) && (status === 200 || (status === 0 && told.has(requestId))),
  );
}

/** A run that says that it has changed nothing has changed nothing. */
export const nothingChangedIsTrue = (played: Played): readonly string[] =>
  played.runs.length > 1
    ? []
    : ofEach((_, { outcome }) =>
        NOTHING_CHANGED.test(outcome.reason)
          ? carriedOut(played).map(({ action }) => `"${outcome.reason}", but it has called ${action}`)
          : [],
      )(played);

const LEFT_SET =
  /(\S+) (still has|may still have) what was set for this rollout only: .*?DeploymentPolicy=(\w+(?: or \w+)*)/g;

/** A policy that was to be there for the rollout only, and stays, is said to stay; nobody else sets policies here. */
export const leftSetIsTrue = ofEach((run, { outcome }, { policies, runs, plot }) => {
  const { before, afterwards } = policies;
  const { reason, state, stillRunning } = outcome;
  if (runs.length > 1 || isPreview(plot) || reason.includes('did not answer in time')) return [];
  const told = [...reason.matchAll(LEFT_SET)].map(([, name = '', how, policy = '']) => ({ name, how, policy }));
  const wrong = told.filter(
    ({ name, how, policy }) =>
      how === 'still has' &&
      stillRunning.length === 0 &&
      name in afterwards &&
      !policy.split(' or ').includes(afterwards[name] ?? ''),
  );
  const kept = Object.keys(before).filter((name) => name in afterwards && afterwards[name] !== before[name]);
  const untold =
    run.inputs['restore-policy'] === 'true' ? kept.filter((name) => !told.some((one) => one.name === name)) : [];
  return [
    ...wrong.map(({ name, policy }) => `${name} is said to still have ${policy}, and has ${afterwards[name]}`),
    ...untold.map(
      (name) => `${state}: ${name} had ${before[name]} and has ${afterwards[name]}, which nobody says (${reason})`,
    ),
  ];
});

/** Nothing has to be put back: then what was there before is there. */
export const notNeededIsTrue = ofEach((run, { outcome, plan }, played) => {
  const { state, restored, stillRunning } = outcome;
  const isBad = state === 'failed' || state === 'timed-out' || state === 'cancelled';
  if (!isBad || restored !== 'not-needed' || stillRunning.length > 0 || plan === undefined) return [];
  // What it has not changed itself is as it has found it, whatever a run before it has left.
  const isOurs = ({ time }: { readonly time: string }): boolean =>
    Date.parse(time) >= run.startedAt && Date.parse(time) <= run.endedAt;
  if (!carriedOut(played).some(isOurs)) return [];
  // What is proven stays: nobody wants it put back.
  if (outcome.reason.includes('after the deployment was proven')) return [];
  if (isPair(played.plot) || isPreview(played.plot) || isStirred(played, run)) return [];
  if (has(played.plot, 'stale-read', 'updated-by-someone', 'terminated-by-someone')) return [];
  // Somebody has deployed between the plan and the update: what the update found is what was there before it.
  const isOvertaken = played.deeds.some(
    ({ actor, refused, at }) => actor.kind === 'deploys' && refused === undefined && at >= run.startedAt,
  );
  if (isOvertaken) return [];
  const environment = aboutOf(played, run);
  const before = run.outputs['previous-version-label'];
  if (environment === undefined || before === undefined) return [];
  return (
    unsettled(played, run, environment, before)
      // What somebody else has under way is theirs; what is ours and goes on has a rule of its own.
      .filter((what) => !what.endsWith(NOBODY_SERVES) && !/ is [A-Z]\w+$/.test(what))
      .map((what) => `nothing has to be put back, it says (${outcome.reason}), but ${what}`)
  );
});

const ASKED_FOR = /`operation: \w+` was asked for by .*$/;

/** Each run wishes one thing, which is heard once by whom it is meant for. */
export const heardOnce = ({ runs }: Played): readonly string[] =>
  runs.flatMap(({ part, lines }) => {
    const heard = lines.flatMap((line) => ASKED_FOR.exec(line) ?? []);
    return heard.filter((one, index) => heard.indexOf(one) !== index).map((one) => `${part}: heard again: ${one}`);
  });

const GOES_ON = /Elastic Beanstalk goes on with .*? of (\S+?)(?: \(request| ?[;,]|$)/;

/** It was looked at so shortly before. */
const LATELY = seconds(12);

/** What is said to go on may have ended right before that, and not long ago. */
export const goesOnIsTrue = ofEach((run, { outcome }, played) => {
  // Events that are missing do not tell when it ended.
  if (has(played.plot, 'stale-read', 'silent-rollback', 'lost-events', 'late-events')) return [];
  return outcome.stillRunning.flatMap((line) => {
    const name = GOES_ON.exec(line)?.[1];
    const environment = run.truth.environments.find((one) => one.name === name);
    if (environment === undefined || environment.operation !== undefined || environment.status !== 'Ready') return [];
    const events = (played.events.get(environment.id) ?? []).filter(({ date }) => date <= run.endedAt);
    const since = run.endedAt - (events.at(-1)?.date ?? run.startedAt);
    return since < LATELY
      ? []
      : [`"${line}", and ${name} was Ready, without an event for ${since} ms (${outcome.reason})`];
  });
});
