/** What runs of previews need of the story and of the outside, and the questions that they ask GitHub. */
import type { Outcome } from '../domain/outcome.js';
import type { Plan } from '../domain/plan.js';
import type { PreviewSettings } from '../domain/preview.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { DeploySettings } from '../domain/settings.js';
import { type Milliseconds, minutes, seconds } from '../domain/time.js';
import type { Clock } from '../ports/clock.js';
import type { GitHub, PullRequest } from '../ports/github.js';
import type { RunFacts } from '../ports/host.js';
import type { Cloud, Outside } from '../ports/outside.js';
import type { Preview } from './translate.js';

/** Asked under the lock, when the plan is made and nothing is changed yet; an outcome ends the run there. */
export type MayBegin = (plan: Plan) => Promise<Outcome | undefined>;

/** Asked under the lock, before a plan is made: the lock may have been waited for; an outcome ends the run there. */
export type MayPlan = () => Promise<Outcome | undefined>;

export interface Questions {
  readonly mayPlan?: MayPlan;
  readonly mayBegin: MayBegin;
}

export interface PreviewRequest {
  readonly settings: PreviewSettings;
  readonly outside: Outside;
  readonly say: Say;
  readonly cancel: AbortSignal;
  /** The ending of a run that these problems stop before anything was changed. */
  readonly refuse: (problems: readonly Problem[]) => Outcome;
  /** An ordinary run of one environment, under its lock. Never throws for what the outside does. */
  readonly carryOut: (settings: DeploySettings, cloud: Cloud, questions: Questions) => Promise<Outcome>;
}

/** After the runner has asked to stop there are seconds left, and the report needs some of them. */
const LAST_WORDS: Milliseconds = seconds(1.5);

/** GitHub, when there is a token for it; without one previews work, and nobody hears of them. */
export async function gitHubOf({ settings, outside, say }: PreviewRequest): Promise<GitHub | undefined> {
  const { token } = settings.wish;
  const github = token === undefined ? undefined : await outside.github(token);
  if (github === undefined) {
    say({ type: 'warning', problem: withoutGitHub() });
  }
  return github;
}

/** The pull request as it is now; `undefined` when nobody can say, which is told. */
export async function pullRequestNow(
  github: GitHub | undefined,
  number: number,
  say: Say,
): Promise<PullRequest | undefined> {
  try {
    return await github?.pullRequest(number);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    say({ type: 'warning', problem: notAsked(number, error.problem) });
    return undefined;
  }
}

/** Telling takes as long as it takes, but not when the runner has asked to stop. */
export async function withinReason(telling: Promise<void>, clock: Clock, cancel: AbortSignal): Promise<void> {
  if (!cancel.aborted) return telling;
  await Promise.race([telling, clock.sleep(LAST_WORDS)]);
}

/** Another run may remove it at the same time: that one is waited for so long. */
const OTHERS: Milliseconds = minutes(20);
const LOOK_EVERY: Milliseconds = seconds(10);

/**
 * Whether a preview that was found has been terminated since. Only the service's own word counts: it shows terminated
 * environments for an hour, so that an answer without it says nothing. Throws `ActionError`.
 */
export async function isTerminated(
  { environment: { id } }: Preview,
  { beanstalk }: Pick<Cloud, 'beanstalk'>,
  { outside: { clock }, cancel }: Pick<PreviewRequest, 'outside' | 'cancel'>,
): Promise<boolean> {
  const until = clock.now() + OTHERS;
  for (;;) {
    const status = (await beanstalk.environment(id))?.status;
    if (status === 'Terminated') return true;
    if (status !== 'Terminating' || cancel.aborted || clock.now() >= until) return false;
    await clock.sleep(LOOK_EVERY, cancel);
  }
}

export const nothingDone = (reason: string): Outcome => ({
  state: 'unchanged',
  reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
  proof: 'none',
  restored: 'not-needed',
  stillRunning: [],
});

/** Address of the page of this run. */
export function pageOf({ serverUrl, repository, runId }: RunFacts): string | undefined {
  if (serverUrl === undefined || repository === undefined || runId === undefined) return undefined;
  return `${serverUrl}/${repository}/actions/runs/${runId}`;
}

const withoutGitHub = (): Problem => ({
  code: 'preview-not-told',
  blame: 'you',
  what: 'There is no token for GitHub, so the pull request gets no comment and no deployment, and nobody looks whether it was closed meanwhile.',
  hint: 'Give `github-token`, and the job `pull-requests: write` and `deployments: write`.',
});

const notAsked = (number: number, { what, hint, blame }: Problem): Problem => ({
  code: 'preview-not-asked',
  blame,
  what: `GitHub could not be asked how pull request #${number} is now: ${what}`,
  hint: `${hint} The job needs \`pull-requests: read\`.`,
});

export const withoutRepository = (): Problem => ({
  code: 'preview-without-repository',
  blame: 'you',
  what: 'Nothing says which repository this is (GITHUB_REPOSITORY), so no preview can be told from those of others.',
  hint: 'Run it as a step of a workflow.',
});
