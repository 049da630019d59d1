/** What must hold after every run, whatever happened. Pure: each looks at what was played and answers what is wrong. */
import { aboutOf, isGoodEnd, ofEach, unsettled } from './each-run.js';
import { eventsComplete, eventsInOrder, eventsOnce } from './event-invariants.js';
import { outputsAreTrue } from './output-invariants.js';
import type { Deed, Played, PlayedRun } from './play.js';
import { isPair, isPreview, isShared } from './plot.js';
import { previewGoes, productionUntouched, whyNotGone, wronglyTerminated } from './preview-invariants.js';
import { has, isBadFromStart, isHandicapped, isMixed, isStirred, reasonsNotToSucceed } from './reasons.js';
import { reportOf } from './reported.js';
import { PRODUCTION, SECRET_KEY } from './stage.js';
import { NOBODY_SERVES, reached, serving } from './truth.js';
import {
  goesOnIsTrue,
  heardOnce,
  leftSetIsTrue,
  nothingChangedIsTrue,
  notNeededIsTrue,
  whoServesIsTrue,
} from './word-invariants.js';
import { SECRETS } from './write-later.js';

export interface Invariant {
  readonly name: string;
  /** One sentence for each breach. */
  readonly breaches: (played: Played) => readonly string[];
}

const endsProperly = (played: Played): readonly string[] =>
  played.runs.flatMap((run) => {
    if (run.crash !== undefined) return [`${run.part}: an exception left main: ${run.crash}`];
    if (run.wasKilled) return [];
    if (run.isStuck) return [`${run.part}: it has not ended after ${(run.endedAt - run.startedAt) / 3_600_000} hours`];
    const report = reportOf(run);
    if (report === undefined) return [`${run.part}: it has left no report`];
    const codes = [report.outcome.problem?.code, ...report.problems.map(({ code }) => code)];
    return codes.includes('internal') ? [`${run.part}: a bug: ${report.outcome.reason}`] : [];
  });

/** A reason that says of this very instance that nobody can tell what it runs. */
const isNamedIn = (reason: string, what: string): boolean => {
  const id = /^i-[0-9a-f]+/.exec(what)?.[0];
  return id !== undefined && reason.includes(id) && reason.includes('basic health does not tell what');
};

/** Health is compared with that of before the run that was killed, which only a lock remembers: it says that it has none. */
const isForgotten = ({ part, inputs, lines }: PlayedRun): boolean =>
  part === 'again' &&
  inputs['accept-health'] === 'not-worse' &&
  lines.some((line) => line.includes('this run goes on without one'));

const noFalseSuccess = ofEach((run, { outcome }, played) => {
  if (!isGoodEnd(outcome.state) || isStirred(played, run)) return [];
  const left = whyNotGone(played, run);
  if (left !== undefined) return left;
  const environment = aboutOf(played, run);
  const label = run.outputs['version-label'] ?? '';
  if (environment === undefined) return [`${outcome.state}, but the environment is gone`];
  // An update of somebody else that began a moment ago, which nobody can have seen.
  const { operation } = environment;
  if (operation !== undefined && run.endedAt - Date.parse(operation.startedAt) < 90_000) return [];
  const wrong = unsettled(played, run, environment, label);
  // Basic health tells nothing of instances, and the outcome says that its proof is no stronger.
  if (outcome.proof !== 'instances' && (has(played.plot, 'instance-keeps-old-version') || isMixed(played))) return [];
  // Instances that came meanwhile are named then, as ones of which nobody knows it.
  const unnamed = wrong.filter((what) => outcome.proof === 'instances' || !isNamedIn(outcome.reason, what));
  if (unnamed.length > 0) return [`${outcome.state} with ${label}, but ${unnamed.join(', ')}`];
  if (isForgotten(run)) return [];
  if (label === 'v2' && wrong.length === 0 && isBadFromStart(played.plot) && outcome.state === 'succeeded')
    return [`succeeded with a version that is ${JSON.stringify(played.plot.version)}`];
  return [];
});

const MUTATING = /^(Create(?!StorageLocation)|Update|Delete|Swap|Terminate|Abort|Restart|Rebuild|Apply|Modify|Change)/;

/** So often a call that changes something is sent before it is given up. */
const TRIES = 4;

/** Enough calls of one kind got lost that a run may have given up. */
const tooManyLost = ({ calls, runs }: Played): boolean => {
  const failed = calls.filter(({ status }) => status === 0 || status >= 500).map(({ action }) => action);
  const lost = [...failed, ...runs.flatMap(({ dark }) => dark)].filter((action) => MUTATING.test(action));
  return lost.some((action) => lost.filter((one) => one === action).length >= TRIES);
};

/** Without a lock, which it has said, nobody keeps the run for a closed pull request from taking the preview away. */
const isTakenUnlocked = (run: PlayedRun, { plot, deeds }: Played, code: string | undefined): boolean =>
  isPreview(plot) &&
  code === 'environment-gone' &&
  deeds.some(({ actor }) => actor.kind === 'closes-pull-request') &&
  run.lines.some((line) => line.includes('lock-unreadable'));

const noFalseFailure = ofEach((run, { outcome }, played) => {
  if (isTakenUnlocked(run, played, outcome.problem?.code)) return [];
  const isOthers = run.part === 'other' && !isPreview(played.plot);
  if (isOthers || isGoodEnd(outcome.state) || tooManyLost(played)) return [];
  return reasonsNotToSucceed(played.plot, played.deeds).length === 0 ? [`${outcome.state}: ${outcome.reason}`] : [];
});

/** Who holds production at a moment. */
const holderAt = ({ holdings }: Played, at: number) => holdings.findLast((one) => one.at <= at)?.holder;

const productionStaysGood = (played: Played): readonly string[] => {
  const { plot, holdings, runs, deeds } = played;
  if (!isPair(plot) || deeds.some(({ actor }) => actor.kind === 'swaps')) return [];
  if (plot.faults.some(({ kind }) => kind === 'terminated-by-someone')) return [];
  if (isBadFromStart(plot) && holdings.some(({ labels }) => labels.includes('v2')))
    return ['users were led to a version that had failed its gates'];
  return runs.flatMap((run) => {
    const report = reportOf(run);
    if (report?.outcome.restored !== 'yes' || isStirred(played, run)) return [];
    return reached(run.truth, PRODUCTION)
      .filter(({ versionLabel }) => versionLabel === 'v2' && run.outputs['previous-version-label'] !== 'v2')
      .map(({ name }) => `${run.part}: what was before is said to be back, but users reach ${name} with v2`);
  });
};

const nothingLiveTerminated = (played: Played): readonly string[] =>
  played.calls
    .filter(({ action, status }) => action === 'TerminateEnvironment' && (status === 200 || status === 0))
    .flatMap((call) => {
      if (isPreview(played.plot)) return wronglyTerminated(played, call);
      const { input, time } = call;
      const holder = holderAt(played, Date.parse(time));
      if (!isPair(played.plot)) return ['an environment was terminated although nobody had asked for it'];
      return holder !== undefined && holder.id === input.EnvironmentId
        ? [`${holder.name} was terminated while it held production`]
        : [];
    });

/** The request ids of all calls that our runs have made. */
const ownIds = ({ calls }: Played): ReadonlySet<string> => new Set(calls.map(({ requestId }) => requestId));

const nothingGoesOnUnsaid = ofEach((run, { outcome, problems, plan }, played) => {
  if (outcome.stillRunning.length > 0 || outcome.state === 'started') return [];
  // A run that was refused, or could read too little for a plan, has begun nothing: what goes on is of one before it.
  if (problems.length > 0 || plan === undefined) return [];
  // Answers that go back in time can show an update as ended that has not: who is asked to stop then cannot wait for better.
  if (outcome.state === 'cancelled' && has(played.plot, 'stale-read')) return [];
  if (played.runs.some(({ part }) => part === 'other')) return [];
  const own = ownIds(played);
  return run.truth.environments
    .filter(({ operation }) => operation !== undefined && own.has(operation.requestId))
    .map(
      ({ name, operation }) =>
        `${outcome.state}, and nothing is said to go on, but an ${operation?.kind} of ${name} does`,
    );
});

const cancelAborts = ofEach((run, { outcome }, played) => {
  const { plot } = played;
  if (outcome.state !== 'cancelled' || plot.inputs['on-cancel'] === 'leave') return [];
  // Nobody can wait for an answer that takes seconds: what may not be ours is not aborted, and is said to go on.
  if (has(plot, 'slow-answer') && outcome.reason.includes('our update was not answered')) return [];
  if (isHandicapped(plot) || has(plot, 'stale-read') || played.runs.some(({ part }) => part === 'other')) return [];
  const own = ownIds(played);
  return run.truth.environments
    .filter(({ operation, abortable }) => operation?.kind === 'update' && abortable && own.has(operation.requestId))
    .map(({ name }) => `an update of ${name} goes on that could have been aborted`);
});

const reportIsTrue = ofEach((run, report, played) => {
  const { outcome } = report;
  const { outputs, truth } = run;
  const wrong: string[] = [];
  if (outputs.outcome !== outcome.state) wrong.push(`output ${outputs.outcome}, report ${outcome.state}`);
  if (run.hasFailed !== ['failed', 'timed-out', 'cancelled'].includes(outcome.state))
    wrong.push(`the step ${run.hasFailed ? 'failed' : 'passed'} although the outcome is ${outcome.state}`);
  if (report.apiCalls > run.requests) wrong.push(`${report.apiCalls} calls are reported, ${run.requests} were made`);
  if (isStirred(played, run) || has(played.plot, 'stale-read')) return wrong;
  const environment = aboutOf(played, run);
  const live = outputs['live-environment-name'] ?? '';
  // Stopped while traffic was moved, it says that nobody could see in time what has become of it.
  const isUnseen =
    outcome.stillRunning.some((text) => /may still (get a share|be moving)/.test(text)) ||
    outcome.reason.includes('who serves now could not be seen');
  if (outcome.reason.includes('Neither side serves')) {
    if (live !== '') wrong.push(`neither side is said to serve, but ${live} to be live`);
    // One that never came up shows no name, and nobody answers there.
    const isThere = environment?.status.startsWith('Terminat') === false && serving(environment).length > 0;
    if (isThere) wrong.push(`neither side is said to serve, but users reach ${environment.name}`);
  }
  if (live !== '' && isPair(played.plot) && !isUnseen && live !== environment?.name && environment !== undefined)
    wrong.push(`${live} is said to be live, but users reach ${environment.name}`);
  const id = outputs['environment-id'] ?? '';
  if (id !== '' && !truth.environments.some((one) => one.id === id)) wrong.push(`there is no environment ${id}`);
  return wrong;
});

const restoredIsTrue = ofEach((run, { outcome, plan }, played) => {
  if (outcome.restored !== 'yes' || isStirred(played, run)) return [];
  const environment = aboutOf(played, run);
  if (environment === undefined) return ['what was before is said to be back, but the environment is gone'];
  const found = unsettled(played, run, environment, run.outputs['previous-version-label'] ?? 'v1');
  // Nobody was in service before either, and the run says so.
  // Basic health tells nothing of instances that kept another version, and the run says that it does not.
  const isBlind = outcome.reason.includes('basic health does not tell what each instance runs');
  const isKept = has(played.plot, 'instance-keeps-old-version') || isMixed(played);
  const wrong = found.filter(
    (what) =>
      !(what.endsWith(NOBODY_SERVES) && outcome.reason.includes('as it was before')) &&
      !(isBlind && isKept && /^i-\w+ runs /.test(what)),
  );
  // A label that lags, or an operation of somebody else that began a moment ago.
  if (has(played.plot, 'updated-by-someone', 'terminated-by-someone')) return [];
  // The way back leads to the old side as it was when traffic was taken from it: somebody may have been at work there.
  const isOthers = ({ refused, at }: Deed): boolean =>
    refused === undefined && at >= run.startedAt && at <= run.endedAt;
  const wasBusy = plan?.warnings.some((text) => text.includes('which serves now, is')) ?? false;
  if (isPair(played.plot) && (wasBusy || played.deeds.some(isOthers))) return [];
  // Somebody's own deployment, aborted half way by somebody: what this run had changed is back all the same.
  const others = played.deeds.filter(isOthers).map(({ actor }) => actor.kind);
  if (others.includes('deploys') && others.includes('aborts')) return [];
  return wrong.length > 0 ? [`what was before is said to be back, but ${wrong.join(', ')}`] : [];
});

/** Of a run, and for each minute that it lasts: more with two sides, more still with the metrics of both. */
const BUDGET = { base: 140, perMinute: 14 };
const PAIR_BUDGET = { base: 200, perMinute: 20 };
const CANARY_BUDGET = { base: 200, perMinute: 30 };

export const callBudget = (lasted: number, { base, perMinute } = BUDGET): number =>
  base + (perMinute * lasted) / 60_000;

const callsWithinBudget = ({ plot, runs }: Played): readonly string[] =>
  runs.flatMap((run) => {
    const lasted = run.endedAt - run.startedAt;
    const budget = isShared(plot) ? CANARY_BUDGET : isPair(plot) || isPreview(plot) ? PAIR_BUDGET : BUDGET;
    return run.requests > callBudget(lasted, budget)
      ? [`${run.part}: ${run.requests} calls in ${lasted / 1_000} s`]
      : [];
  });

/** Marks of presigned addresses are secrets, too. */
const FORBIDDEN: readonly string[] = [...SECRETS, SECRET_KEY, 'X-Amz-Signature='];

const secretsNowhere = (played: Played): readonly string[] =>
  played.runs.flatMap((run) => {
    const places: Readonly<Record<string, string>> = {
      log: run.lines.join('\n'),
      outputs: JSON.stringify(run.outputs),
      state: JSON.stringify(run.state),
      summary: run.summaries.join('\n'),
      ...Object.fromEntries(run.written),
    };
    return Object.entries(places).flatMap(([place, text]) =>
      FORBIDDEN.filter((secret) => text.includes(secret)).map((secret) => `${run.part}: ${place} holds ${secret}`),
    );
  });

const refusalChangesNothing = (played: Played): readonly string[] =>
  played.runs.length === 1
    ? ofEach((_, { problems }) =>
        problems.length === 0
          ? []
          : played.calls
              .filter(({ action }) => MUTATING.test(action))
              .map(({ action }) => `refused, but it has called ${action}`),
      )(played)
    : [];

const simulatorIsSound = ({ calls, plot }: Played): readonly string[] =>
  has(plot, 'server-error')
    ? []
    : calls.filter(({ status }) => status >= 500 && status !== 503).map(({ action, status }) => `${action}: ${status}`);

export const INVARIANTS: readonly Invariant[] = [
  { name: 'every run ends, and says how', breaches: endsProperly },
  { name: 'no false success', breaches: noFalseSuccess },
  { name: 'no false failure', breaches: noFalseFailure },
  { name: 'production never on a side that failed', breaches: productionStaysGood },
  { name: 'nothing live is terminated', breaches: nothingLiveTerminated },
  { name: 'a preview goes with its pull request', breaches: previewGoes },
  { name: 'production is only the model', breaches: productionUntouched },
  { name: 'what is said to go on does', breaches: goesOnIsTrue },
  { name: 'what goes on is said', breaches: nothingGoesOnUnsaid },
  { name: 'cancelling leaves nothing of ours running', breaches: cancelAborts },
  { name: 'every event once', breaches: eventsOnce },
  { name: 'events in order', breaches: eventsInOrder },
  { name: 'every event', breaches: eventsComplete },
  { name: 'the report is true', breaches: reportIsTrue },
  { name: 'what later steps are told is true', breaches: outputsAreTrue },
  { name: 'restored is true', breaches: restoredIsTrue },
  { name: 'who is said to serve does', breaches: whoServesIsTrue },
  { name: 'what is said to be unchanged is', breaches: nothingChangedIsTrue },
  { name: 'nothing needs to be put back where it is said so', breaches: notNeededIsTrue },
  { name: 'what is left as it was set is said', breaches: leftSetIsTrue },
  { name: 'what is asked for is done once', breaches: heardOnce },
  { name: 'calls within budget', breaches: callsWithinBudget },
  { name: 'secrets nowhere', breaches: secretsNowhere },
  { name: 'a refusal changes nothing', breaches: refusalChangesNothing },
  { name: 'the simulated service is sound', breaches: simulatorIsSound },
];

export interface Breach {
  readonly invariant: string;
  readonly what: string;
}

export const breachesOf = (played: Played): readonly Breach[] =>
  INVARIANTS.flatMap(({ name, breaches }) => breaches(played).map((what) => ({ invariant: name, what })));
