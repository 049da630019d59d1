/** Brings the head commit of a pull request to its preview, and tells the pull request about it. */
import type { Environment } from '../domain/environment.js';
import type { Outcome } from '../domain/outcome.js';
import type { Plan } from '../domain/plan.js';
import { isSamePreview } from '../domain/preview.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { DeploySettings } from '../domain/settings.js';
import type { GitHub, PullRequest } from '../ports/github.js';
import type { Cloud } from '../ports/outside.js';
import { checkedOutCommit, judgeCheckout } from './checkout.js';
import type { PreviewNews } from './comment.js';
import { superseded } from './decide.js';
import { gatherFacts } from './facts.js';
import { ownerOf } from './look.js';
import { type MayBegin, nothingDone, type PreviewRequest, pageOf, pullRequestNow, withinReason } from './previewing.js';
import { removePreview } from './remove-preview.js';
import { createTeller, previewKey, type Teller } from './tell.js';
import { deploymentOf, type TranslationFacts } from './translate.js';

export interface DeployWish {
  readonly pull: PullRequest;
  readonly repository: string;
  readonly github: GitHub | undefined;
}

export async function deployPreview(request: PreviewRequest, wish: DeployWish): Promise<Outcome> {
  const { settings, outside, say, cancel } = request;
  const { deployment } = settings;
  if (!deployment.ok) return request.refuse(deployment.problems);
  const { settings: template } = deployment;
  for (const text of deployment.notices) say({ type: 'notice', text });
  const wrong = await checkCheckout(request, template, wish.pull);
  if (wrong !== undefined) return request.refuse([wrong]);

  const cloud = await outside.connect(template.region, cancel);
  const gathered = await gatherFacts(request, { ...wish, template, cloud });
  if (gathered.gathered === 'refused') return request.refuse([gathered.problem]);
  const { facts } = gathered;
  const { host } = outside;
  const teller = createTeller({
    github: template.dryRun ? undefined : wish.github,
    say,
    key: previewKey(template.application, facts.owner),
    number: wish.pull.number,
    run: pageOf(host.run),
  });
  const translated = deploymentOf(template, settings.wish, facts);
  if (!translated.ok) {
    await tellRefusal(request, teller, wish, translated.problem);
    return request.refuse([translated.problem]);
  }
  if (template.dryRun)
    return request.carryOut(translated.settings, cloud, { mayBegin: () => Promise.resolve(undefined) });
  return carryOut(request, { ...wish, cloud, teller, facts, settings: translated.settings });
}

interface Carrying extends DeployWish {
  readonly cloud: Cloud;
  readonly teller: Teller;
  readonly facts: TranslationFacts;
  readonly settings: DeploySettings;
}

async function carryOut(request: PreviewRequest, carrying: Carrying): Promise<Outcome> {
  const { outside, say, cancel } = request;
  const { pull, github, settings, teller, cloud, facts } = carrying;
  const startedAt = outside.clock.now();
  const news = newsOf(request, carrying);
  let stopped: 'closed' | 'superseded' | undefined;
  const mayBegin: MayBegin = async (plan) => {
    const now = await pullRequestNow(github, pull.number, say);
    if (now?.state === 'closed') stopped = 'closed';
    else if (now !== undefined && now.headCommit !== pull.headCommit) stopped = 'superseded';
    if (stopped === 'closed') return nothingDone(`no preview is deployed: pull request #${pull.number} was closed`);
    if (stopped === 'superseded') return nothingDone(`no preview is deployed: ${superseded(pull)}`);
    const refusal = await notOurs(request, plan, carrying);
    if (refusal === undefined) await tellBeginning(request, carrying, news);
    return refusal;
  };
  const outcome = await request.carryOut(settings, cloud, { mayBegin });
  if (!cancel.aborted && stopped !== 'superseded' && isOver(stopped, await pullRequestNow(github, pull.number, say))) {
    await teller.deploymentEnds('inactive', 'The pull request was closed');
    const because = `pull request #${pull.number} was closed while its preview was being deployed`;
    return removePreview(request, {
      number: pull.number,
      closed: true,
      because,
      repository: carrying.repository,
      github,
    });
  }
  if (stopped === 'superseded') {
    await teller.deploymentEnds('inactive', 'A newer commit took its place');
    return outcome;
  }
  const environment = cancel.aborted ? undefined : await seen(cloud, settings);
  const took = outside.clock.now() - startedAt;
  await withinReason(
    tellEnd({ teller, outcome, environment, news, took, facts, at: outside.clock.now() }),
    outside.clock,
    cancel,
  );
  return outcome;
}

/** Under the lock, so that two runs at a time do not begin a comment each. */
async function tellBeginning(request: PreviewRequest, carrying: Carrying, news: News): Promise<void> {
  const { pull, settings, teller } = carrying;
  await teller.comment({ ...news, state: 'deploying', at: request.outside.clock.now() }, 'create');
  await teller.deploymentBegins(pull, settings.environmentName, {
    application: settings.application,
    commit: pull.headCommit,
    pullRequest: String(pull.number),
  });
}

type News = Omit<PreviewNews, 'state' | 'at'>;

const isOver = (stopped: string | undefined, now: PullRequest | undefined): boolean =>
  stopped === 'closed' || now?.state === 'closed';

interface End {
  readonly teller: Teller;
  readonly outcome: Outcome;
  readonly environment: Environment | undefined;
  readonly news: News;
  readonly took: number;
  readonly facts: TranslationFacts;
  readonly at: number;
}

async function tellEnd({ teller, outcome, environment, news, took, facts, at }: End): Promise<void> {
  const cname = environment?.cname ?? outcome.created?.cname ?? facts.existing?.environment.cname;
  const health = environment?.healthStatus ?? environment?.health;
  const ended = {
    ...news,
    at,
    took,
    ...(environment?.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
    ...(cname === undefined ? {} : { cname }),
    ...(health === undefined ? {} : { health }),
  };
  switch (outcome.state) {
    case 'succeeded':
    case 'unchanged':
    case 'planned':
      await teller.comment({ ...ended, state: 'ready' }, 'create');
      return teller.deploymentEnds('success', outcome.reason, cname);
    case 'started':
      return teller.comment({ ...ended, state: 'deploying', because: outcome.reason }, 'create');
    case 'failed':
    case 'timed-out':
    case 'cancelled': {
      const hint = outcome.problem?.hint;
      const why = { because: outcome.reason, ...(hint === undefined ? {} : { hint }) };
      await teller.comment({ ...ended, state: 'failed', ...why }, 'create');
      return teller.deploymentEnds('failure', outcome.reason, cname);
    }
  }
}

function newsOf({ settings }: PreviewRequest, carrying: Carrying): News {
  const { pull, settings: deployment, facts } = carrying;
  const { expiresAfter } = settings.wish;
  const cname = facts.existing?.environment.cname;
  return {
    environmentName: deployment.environmentName,
    commit: pull.headCommit,
    ...(cname === undefined ? {} : { cname }),
    ...(expiresAfter === undefined ? {} : { expiresAfter }),
  };
}

async function tellRefusal(
  request: PreviewRequest,
  teller: Teller,
  { pull }: DeployWish,
  problem: Problem,
): Promise<void> {
  const state = problem.code === 'preview-limit' ? 'waiting' : 'failed';
  const at = request.outside.clock.now();
  await teller.comment({ state, at, commit: pull.headCommit, because: problem.what, hint: problem.hint }, 'create');
}

/** An environment that has come into being since it was looked for must prove whose it is, too. */
async function notOurs(
  request: PreviewRequest,
  plan: Plan,
  { facts, cloud, pull }: Carrying,
): Promise<Outcome | undefined> {
  const { id, name } = plan.environment;
  if (id === '' || id === facts.existing?.environment.id) return undefined;
  const environment = await cloud.beanstalk.environment(id);
  const owner = environment === undefined ? undefined : await ownerOf(environment, cloud.beanstalk);
  if (owner !== undefined && isSamePreview(owner, facts.owner)) {
    return undefined;
  }
  return request.refuse([
    {
      code: 'preview-name-taken',
      blame: 'you',
      what: `${name} has just appeared, and its tags do not say that it is the preview of pull request #${pull.number}.`,
      hint: 'Look who has created it, and run the job again.',
    },
  ]);
}

async function checkCheckout(
  { outside, say }: PreviewRequest,
  { bundle }: DeploySettings,
  pull: PullRequest,
): Promise<Problem | undefined> {
  const { eventName, commit, workspace } = outside.host.run;
  const checkedOut = bundle === undefined ? undefined : await checkedOutCommit(outside.files, workspace, bundle);
  const facts = { eventName, headCommit: pull.headCommit, runCommit: commit, source: bundle, checkedOut };
  const judged = judgeCheckout(facts);
  if (judged.verdict === 'unproven') say({ type: 'notice', text: judged.notice });
  return judged.verdict === 'wrong' ? judged.problem : undefined;
}

/** As it is at the end; the comment goes without it when it cannot be read. */
async function seen(
  { beanstalk }: Cloud,
  { application, environmentName }: DeploySettings,
): Promise<Environment | undefined> {
  try {
    return await beanstalk.environmentNamed(application, environmentName);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return undefined;
  }
}
