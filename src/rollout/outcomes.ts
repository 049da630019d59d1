/** How a rollout's endings are told: sentences, problems and what is left in the account. */
import type { Evidence, Outcome, Restored } from '../domain/outcome.js';
import type { Problem } from '../domain/problem.js';
import { formatDuration, seconds } from '../domain/time.js';
import type { FailureCode } from '../domain/verdict.js';
import type { Knowledge } from '../watch/knowledge.js';
import { wasAborted } from '../watch/label.js';
import type { OurUpdate, Rollout, Run, UpdateStep } from './run.js';

/** A clause as a sentence. */
export function sentence(clause: string): string {
  const trimmed = clause.trim();
  const end = /[.!?…]$/.test(trimmed) ? '' : '.';
  // A label or a name at the start keeps its own spelling.
  return /^[a-z]+ /.test(trimmed) ? `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${end}` : `${trimmed}${end}`;
}

export function purposeWords(purpose: UpdateStep['purpose']): string {
  switch (purpose) {
    case 'set-policy':
      return 'setting the deployment policy';
    case 'deploy':
      return 'the deployment';
    case 'restore-policy':
      return 'putting back the deployment policy';
    case 'configure':
      return 'the change of settings';
    case 'undo':
      return 'putting back what was there before';
  }
}

const HINTS: Readonly<Record<FailureCode, { readonly blame: Problem['blame']; readonly hint: string }>> = {
  'rolled-back': {
    blame: 'you',
    hint: 'Read the evidence for why the version did not start, mend it and deploy again.',
  },
  'wrong-version': {
    blame: 'you',
    hint: 'Something else deploys to this environment; give the job a concurrency group and deploy again.',
  },
  'deployment-failed': {
    blame: 'you',
    hint: 'Read the causes and the log of the instances, mend the version and deploy again.',
  },
  'configuration-failed': { blame: 'you', hint: 'Correct the option settings named there and deploy again.' },
  'split-fleet': {
    blame: 'aws',
    hint: 'Deploy one version again to all instances, and look at those that kept the other one.',
  },
  unhealthy: {
    blame: 'you',
    hint: 'Read the causes; accept-health, stable-for and health-grace decide what counts as healthy.',
  },
  'aborted-elsewhere': {
    blame: 'you',
    hint: 'Find out who aborted it; deploy again to bring all instances to one version.',
  },
  'environment-gone': { blame: 'you', hint: 'Create the environment again, or correct environment-name.' },
  'not-started': { blame: 'aws', hint: 'Look at the events of the environment and run the job again.' },
  'alarm-went-off': {
    blame: 'you',
    hint: 'Look at the metric behind the alarm over the time of the rollout; mend the version and deploy again.',
  },
  'worse-than-before': {
    blame: 'you',
    hint: 'The report has the figures of both sides; mend the version and deploy again. docs/judging.md says which limits there are.',
  },
  inconclusive: { blame: 'you', hint: 'Give the gate something to judge by, or set `on-inconclusive: warn`.' },
  'cannot-tell': {
    blame: 'you',
    hint: 'Check the permissions of the role (docs/permissions.md) and look at the environment before you deploy again.',
  },
};

export function verdictProblem(code: FailureCode, reason: string): Problem {
  const { blame, hint } = HINTS[code];
  return { code, blame, what: sentence(reason), hint };
}

/** A sentence: an abort was asked for, and what it leaves behind. */
export function abortWords(
  { watch, target }: Pick<Run, 'watch' | 'target'>,
  { step }: OurUpdate,
  by: '' | ' by somebody else' = '',
): string {
  const what = `${purposeWords(step.purpose)} of ${target.name}`;
  const told = `Elastic Beanstalk was told${by} to abort ${what}, which becomes Ready by itself`;
  if (step.versionLabel === undefined) return `${told}.`;
  // AWS guide, "Immutable environment updates" and "Traffic-splitting deployments": an abort terminates the new instances.
  const left = watch.known?.events.temporaryGroup
    ? 'its new instances are terminated and the old ones go on serving'
    : 'a version that was deployed in place may be left on some of the instances';
  return `${told}; ${left}.`;
}

/** What was seen so long ago may have ended meanwhile. */
const LATELY = seconds(10);

/** What goes on in the account after an ending, as far as it is known. */
export function whatStillRuns({ ours, watch, target, request }: Run): readonly string[] {
  const watched = watch.known;
  if (ours === undefined) return [];
  // Of an update before this one, which has ended, nothing follows for this one.
  const known = watched !== undefined && watched.askedAt >= ours.askedAt ? watched : undefined;
  if (known?.readySince !== undefined) return [];
  const id = ours.requestId === undefined ? '' : ` (request ${ours.requestId})`;
  const work = ours.isCreation === true ? 'the creation' : purposeWords(ours.step.purpose);
  const what = `${work} of ${target.name}${id}`;
  if (known?.environment?.status === 'Terminating' || known?.environment?.status === 'Terminated') return [];
  if (known !== undefined && wasAborted(known)) return [abortWords({ watch, target }, ours, ' by somebody else')];
  if (known?.began === undefined) return [`Elastic Beanstalk may have begun ${what}; nothing was seen of it yet.`];
  if (known.environment?.status === 'Ready')
    return [
      `Elastic Beanstalk may still be busy with ${what}, although the environment was Ready when it was last seen.`,
    ];
  const ago = request.ports.clock.now() - (known.environmentAt ?? known.began.at);
  const goesOn =
    ago < LATELY
      ? `goes on with ${what}; the environment becomes Ready by itself`
      : `may still be busy with ${what}, as it was ${formatDuration(ago)} ago`;
  return [`Elastic Beanstalk ${goesOn}, and nobody here watches how it ends.`];
}

/** The same for every environment that the rollout has touched. */
export const whatRuns = (rollout: Pick<Rollout, 'runs' | 'creating'>): readonly string[] => [
  ...[...rollout.runs.values()].flatMap((run) => (run.hasEnded ? [] : whatStillRuns(run))),
  ...creatingWords(rollout),
];

/** A creation cannot be aborted: whoever does not know whether there is one can only say so. */
export const creatingWords = ({ creating }: Pick<Rollout, 'creating'>): readonly string[] =>
  creating === undefined ? [] : [`Elastic Beanstalk may be creating ${creating}: the call was not answered.`];

export const mayHaveChanged = ({ hasChanged, creating }: Pick<Rollout, 'hasChanged' | 'creating'>): boolean =>
  hasChanged || creating !== undefined;

export interface FailureParts {
  readonly reason: string;
  readonly problem: Problem;
  readonly proof: Outcome['proof'];
  readonly restored: Restored;
  readonly stillRunning: readonly string[];
  readonly evidence?: Evidence;
}

export function failedOutcome(parts: FailureParts): Outcome {
  const { evidence, ...rest } = parts;
  return { state: 'failed', ...rest, ...(evidence === undefined ? {} : { evidence }) };
}

/**
 * Whether what was there before is there: proven only when the environment shows its old label and every instance says so
 * too (an immutable deployment that failed leaves the old instances untouched).
 */
export function restoredBy(
  previousLabel: string | undefined,
  known: Knowledge | undefined,
  evidence: Evidence,
  /** There are no instances that could say it: the environment's word has to do. */
  pods = false,
): Restored {
  const isOld = previousLabel !== undefined && known?.environment?.versionLabel === previousLabel;
  const instances = evidence.instances;
  const allOld =
    instances.length > 0 &&
    instances.every(({ deployment }) => deployment?.status === 'Deployed' && deployment.versionLabel === previousLabel);
  return isOld && known?.readySince !== undefined && (allOld || pods) ? 'not-needed' : 'no';
}

/** What a failed deployment leaves behind, said plainly. */
export function leftBehind(evidence: Evidence, restored: Restored): string {
  if (restored === 'not-needed') {
    return evidence.instances.length > 0
      ? 'Every instance runs the version from before.'
      : 'The environment is Ready on the version from before.';
  }
  return fleetWords(evidence);
}

/** A sentence when the instances run different things, else nothing. */
export function fleetWords(evidence: Evidence): string {
  const groups = new Map<string, number>();
  for (const { deployment } of evidence.instances) {
    const label = deployment?.versionLabel ?? 'no version';
    const group = deployment?.status === 'Deployed' ? label : `${label} (${deployment?.status ?? 'nothing reported'})`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const parts = [...groups].map(([group, count]) => `${count} on ${group}`).join(', ');
  return groups.size > 1 ? `The instances are mixed: ${parts}.` : '';
}
