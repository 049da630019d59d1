/** What GitHub is told of a rollout: which record it gets, and how that one ends. Pure. */
import { schemeOf } from '../domain/cluster.js';
import type { Outcome } from '../domain/outcome.js';
import type { Plan } from '../domain/plan.js';
import type { DeploySettings } from '../domain/settings.js';
import type { Snapshot } from '../domain/snapshot.js';
import { labelBefore } from '../domain/standing.js';
import type { DeploymentStatus, GitHubDeployment, NewDeployment, WrittenStatus } from '../ports/github.js';
import type { RunFacts } from '../ports/host.js';

/** Marks records as ours: those of others are read, never written. */
const BY = 'beanstalk-rollout';

export interface Rollout {
  readonly settings: DeploySettings;
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

/** `record`: a new one; `retire`: the earlier ones become inactive when it has succeeded; `nothing`: GitHub is told nothing. */
export function tellingOf({ settings, plan }: Rollout): 'record' | 'retire' | 'nothing' {
  if (settings.deploymentRecord === undefined || settings.dryRun || plan.steps.length === 0) return 'nothing';
  switch (settings.operation) {
    case 'deploy':
    case 'rollback':
    case 'promote':
      return 'record';
    case 'terminate':
      return 'retire';
    // The idle side of a pair is nothing that anybody uses.
    case 'prepare':
    case 'abort':
    case 'pause':
    case 'resume':
      return 'nothing';
  }
}

/** Commits that the record could be of, the likeliest first: a rollback goes to an older one, if it is known. */
export function refsOf({ settings, plan }: Rollout): readonly string[] {
  const candidate = plan.candidates?.find(({ label }) => label === plan.versionLabel)?.commit;
  const earlier = settings.operation === 'deploy' ? undefined : candidate;
  return [...new Set([earlier, settings.commit])].filter((one) => one !== undefined);
}

/** `nonce`: of this record and no other, by which it is found again when the answer was lost. */
export function newRecord({ settings, plan, snapshot }: Rollout, ref: string, nonce: string): NewDeployment {
  const { operation, environmentName, application } = settings;
  const before = labelBefore(snapshot, plan.versionLabel);
  const what = plan.versionLabel ?? 'configuration';
  return {
    ref,
    environment: environmentName,
    description: oneLine(`${operation === 'deploy' ? '' : `${operation}: `}${what} with ${plan.strategy}`),
    transient: false,
    production: isProduction(environmentName),
    payload: {
      by: BY,
      nonce,
      operation,
      application,
      environment: environmentName,
      region: settings.region,
      strategy: plan.strategy,
      ...(plan.versionLabel === undefined ? {} : { version: plan.versionLabel }),
      ...(before === undefined ? {} : { previousVersion: before }),
      ...(plan.bundleHash === undefined ? {} : { bundleSha256: plan.bundleHash }),
    },
  };
}

/** An environment that users work with, as far as its name says so: `shop-prod`, `production`, `live`. */
export const isProduction = (name: string): boolean => /(^|[^a-z])(prod|production|live)([^a-z]|$)/i.test(name);

export const ours = ({ payload }: GitHubDeployment): boolean => payload.by === BY;

export const begins = (logUrl: string | undefined): DeploymentStatus => ({
  state: 'in_progress',
  description: 'The rollout has begun.',
  ...(logUrl === undefined ? {} : { logUrl }),
});

/** What stands at the end. A run that was not to wait leaves it in progress: nobody has seen the end. */
export function ends(outcome: Outcome, snapshot: Snapshot, logUrl: string | undefined): DeploymentStatus {
  const cname = outcome.sides?.productionCname ?? outcome.created?.cname ?? snapshot.target.environment.cname;
  return {
    state: endState(outcome),
    description: oneLine(outcome.reason),
    ...(cname === undefined || !/^[\w.-]+$/.test(cname)
      ? {}
      : { environmentUrl: `${schemeOf(snapshot.target.environment.tier)}://${cname}` }),
    ...(logUrl === undefined ? {} : { logUrl }),
  };
}

function endState({ state }: Outcome): DeploymentStatus['state'] {
  switch (state) {
    case 'succeeded':
    case 'unchanged':
      return 'success';
    case 'failed':
    case 'timed-out':
    case 'cancelled':
      return 'failure';
    case 'planned':
    case 'started':
      return 'in_progress';
  }
}

/** For a process that was gone before it knew. */
export const endedUnknown = (logUrl: string | undefined): DeploymentStatus => ({
  state: 'failure',
  description: 'The run ended before its outcome was known.',
  ...(logUrl === undefined ? {} : { logUrl }),
});

/** Which of the newest records GitHub may have made for the job itself, the likeliest first. */
export function suspects(newest: readonly GitHubDeployment[], commit: string | undefined): readonly GitHubDeployment[] {
  const others = newest.filter((one) => !ours(one));
  const sameCommit = others.filter((one) => one.commit === commit);
  return [...sameCommit, ...others.filter((one) => one.commit !== commit)].slice(0, 10);
}

/**
 * Whether these are the statuses of a record that GitHub keeps for this very job, because it has an `environment:`. GitHub
 * links them to the job's page. Without the job's id any job of the run is taken for it.
 */
export function isOfJob(statuses: readonly WrittenStatus[], { runId }: RunFacts, jobId: string | undefined): boolean {
  if (runId === undefined || !/^\d+$/.test(runId)) return false;
  const job = jobId !== undefined && /^\d+$/.test(jobId) ? jobId : '\\d+';
  const page = new RegExp(`/actions/runs/${runId}/job/${job}(?:$|[/?#])`);
  return statuses.some(({ logUrl }) => logUrl !== undefined && page.test(logUrl));
}

/** Page of this attempt of the run. */
export function logPage({ serverUrl, repository, runId, runAttempt }: RunFacts): string | undefined {
  if (serverUrl === undefined || repository === undefined || runId === undefined) return undefined;
  const attempt = runAttempt === undefined ? '' : `/attempts/${runAttempt}`;
  return `${serverUrl}/${repository}/actions/runs/${runId}${attempt}`;
}

/** Foreign text in a field of one line. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
