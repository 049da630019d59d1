/** `operation: sweep`: looks through all previews of a repository, and removes or puts to sleep those whose time has come. */
import { planned } from '../domain/endings.js';
import type { Outcome } from '../domain/outcome.js';
import { isSameRepository } from '../domain/preview.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { GitHub } from '../ports/github.js';
import type { Cloud } from '../ports/outside.js';
import { findPreviews } from './look.js';
import {
  gitHubOf,
  isTerminated,
  type MayBegin,
  type MayPlan,
  nothingDone,
  type PreviewRequest,
  pageOf,
  withinReason,
  withoutRepository,
} from './previewing.js';
import { tellGone } from './remove-preview.js';
import { type Fate, fateOf, type PullRequestReading } from './sweep.js';
import { createTeller, previewKey, type Teller } from './tell.js';
import { isAsleep, type Preview, removalOf, sleepOf } from './translate.js';

interface Judged {
  readonly preview: Preview;
  readonly fate: Fate;
}

/** Throws `ActionError` when the environments cannot be listed. */
export async function runSweep(request: PreviewRequest): Promise<Outcome> {
  const { settings, outside, say, cancel } = request;
  const { removal } = settings;
  const { repository } = outside.host.run;
  if (repository === undefined) return request.refuse([withoutRepository()]);
  const github = await gitHubOf(request);
  if (github === undefined) return request.refuse([withoutEyes()]);
  const cloud = await outside.connect(removal.region, cancel);
  const { previews, unread } = await findPreviews(removal.application, cloud.beanstalk);
  for (const { environment, problem } of unread) say({ type: 'warning', problem: unproven(environment.name, problem) });
  const judged: Judged[] = [];
  for (const preview of previews.filter(({ owner }) => isSameRepository(owner.repository, repository))) {
    const fate = await fateNow(request, { preview, repository, github, cloud });
    judged.push({ preview, fate });
    tellFate(request, preview, fate);
  }
  const due = judged.filter(({ fate }) => fate.fate !== 'keep');
  if (removal.dryRun) return planned({ unchanged: listed(judged) });
  const ended: { judged: Judged; outcome: Outcome }[] = [];
  for (const one of due) {
    if (cancel.aborted) break;
    ended.push({ judged: one, outcome: await carryOut(request, one, repository, github, cloud) });
  }
  return summed(judged, ended, cancel.aborted);
}

async function fateNow(
  { settings, outside }: PreviewRequest,
  parts: { preview: Preview; repository: string; github: GitHub; cloud: Cloud },
): Promise<Fate> {
  const { preview, repository, github, cloud } = parts;
  const reading = await read(github, preview.owner.pullRequest);
  const facts = { repository, now: outside.clock.now(), wish: settings.wish };
  const fate = fateOf(preview, facts, reading, false);
  // Its settings are worth a call only when it would be put to sleep otherwise.
  return fate.fate === 'sleep' ? fateOf(preview, facts, reading, await sleeps(preview, cloud)) : fate;
}

async function read(github: GitHub, number: number): Promise<PullRequestReading> {
  try {
    const pull = await github.pullRequest(number);
    return pull === undefined ? { read: 'unknown' } : { read: 'shown', pull };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { read: 'failed', problem: error.problem };
  }
}

/** What cannot be read is taken as awake and refused later, with the reason. */
async function sleeps({ environment }: Preview, { beanstalk }: Cloud): Promise<boolean> {
  const described = await beanstalk.settings(environment.application, environment.name);
  const deployed = described.find((one) => one.deploymentStatus === 'deployed') ?? described[0];
  return isAsleep(deployed?.options ?? []);
}

function tellFate({ say }: PreviewRequest, { environment }: Preview, fate: Fate): void {
  if (fate.fate === 'keep' && fate.doubt === true) {
    const problem = {
      code: 'preview-kept',
      blame: 'github' as const,
      what: `${environment.name} is kept: ${fate.because}`,
    };
    say({ type: 'warning', problem: { ...problem, hint: 'Look at it, and terminate it by hand if nobody needs it.' } });
    return;
  }
  say({ type: 'notice', text: `${environment.name}: ${WORDS[fate.fate]}, because ${fate.because}.` });
}

const WORDS: Readonly<Record<Fate['fate'], string>> = { remove: 'removed', sleep: 'put to sleep', keep: 'kept' };

async function carryOut(
  request: PreviewRequest,
  { preview, fate }: Judged,
  repository: string,
  github: GitHub,
  cloud: Cloud,
): Promise<Outcome> {
  const { settings, outside, say, cancel } = request;
  const isSleep = fate.fate === 'sleep';
  const wanted = isSleep ? sleepOf(settings.removal, preview) : removalOf(settings.removal, preview);
  const mayPlan: MayPlan = async () =>
    (await isTerminated(preview, cloud, request))
      ? nothingDone(`${preview.environment.name} was removed meanwhile`)
      : undefined;
  const mayBegin: MayBegin = async () => {
    // The lock may have been waited for: somebody may have pushed, or opened the pull request again.
    const [now] = (await findPreviews(wanted.application, cloud.beanstalk, [preview.environment.name])).previews;
    const again = now === undefined ? undefined : await fateNow(request, { preview: now, repository, github, cloud });
    return again?.fate === fate.fate
      ? undefined
      : nothingDone(`${preview.environment.name} is kept: ${again?.because ?? 'it is gone'}`);
  };
  const outcome = await request.carryOut(wanted, cloud, { mayPlan, mayBegin });
  if (outcome.state === 'succeeded') {
    const teller = createTeller({
      github,
      say,
      key: previewKey(preview.environment.application, preview.owner),
      number: preview.owner.pullRequest,
      run: pageOf(outside.host.run),
    });
    const at = (): number => outside.clock.now();
    const telling = isSleep
      ? tellAsleep(teller, preview, at())
      : tellGone(teller, preview.environment.name, { at, because: fate.because });
    await withinReason(telling, outside.clock, cancel);
  }
  return outcome;
}

function tellAsleep(teller: Teller, { environment }: Preview, at: number): Promise<void> {
  const { name, versionLabel } = environment;
  const version = versionLabel === undefined ? {} : { versionLabel };
  return teller.comment({ state: 'sleeping', at, environmentName: name, ...version }, 'update');
}

const listed = (judged: readonly Judged[]): string =>
  judged.length === 0
    ? 'There are no previews of this repository (dry run).'
    : `${judged.map(({ preview, fate }) => `${preview.environment.name}: ${WORDS[fate.fate]}, because ${fate.because}`).join('; ')}. Nothing was changed (dry run).`;

/** One ending of several runs: all well, or the first failure with its problem. */
function summed(
  judged: readonly Judged[],
  ended: readonly { readonly judged: Judged; readonly outcome: Outcome }[],
  isStopped: boolean,
): Outcome {
  const done = ended.filter(({ outcome }) => outcome.state === 'succeeded');
  const failed = ended.filter(({ outcome }) => outcome.state !== 'succeeded' && outcome.state !== 'unchanged');
  const count = (fate: Fate['fate']): number => done.filter((one) => one.judged.fate.fate === fate).length;
  const kept = judged.length - done.length - failed.length;
  const removed = count('remove');
  const did = `${removed} ${removed === 1 ? 'preview was' : 'previews were'} removed, ${count('sleep')} put to sleep, ${kept} kept`;
  const [first] = failed;
  const stillRunning = ended.flatMap(({ outcome }) => outcome.stillRunning);
  if (first !== undefined) {
    const names = failed.map((one) => one.judged.preview.environment.name).join(', ');
    const { outcome } = first;
    return { ...outcome, reason: `${did}; ${names} failed: ${outcome.reason}`, stillRunning };
  }
  if (isStopped) {
    return {
      state: 'cancelled',
      reason: `Stopped on request: ${did}.`,
      proof: 'none',
      restored: 'not-needed',
      stillRunning,
    };
  }
  if (done.length === 0) return nothingDone(judged.length === 0 ? 'there are no previews of this repository' : did);
  return { state: 'succeeded', reason: `${did}.`, proof: 'environment', restored: 'not-needed', stillRunning };
}

const withoutEyes = (): Problem => ({
  code: 'sweep-without-github',
  blame: 'you',
  what: 'Without GitHub nobody can say whether a pull request is still open, so no preview is removed.',
  hint: 'Give `github-token`, and the job `pull-requests: read`.',
  input: 'github-token',
});

const unproven = (name: string, { what, hint, blame }: Problem): Problem => ({
  code: 'preview-kept',
  blame,
  what: `${name} is kept: whether it is a preview could not be read (${what})`,
  hint,
});
