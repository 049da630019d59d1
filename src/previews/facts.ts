/** Gathers what the translation of a pull request needs: whose environments are there, which names are free. Changes nothing. */
import { isSamePreview, isSameRepository, type PreviewOwner } from '../domain/preview.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { DeploySettings } from '../domain/settings.js';
import { seconds } from '../domain/time.js';
import type { PullRequest } from '../ports/github.js';
import type { Cloud } from '../ports/outside.js';
import { previewBase, previewCnames, previewNames } from './identity.js';
import { findPreviews } from './look.js';
import type { PreviewRequest } from './previewing.js';
import { isAsleep, type Preview, type TranslationFacts } from './translate.js';

export interface Gathering {
  readonly pull: PullRequest;
  readonly repository: string;
  readonly template: DeploySettings;
  readonly cloud: Cloud;
}

export type Gathered =
  | { readonly gathered: 'facts'; readonly facts: TranslationFacts }
  | { readonly gathered: 'refused'; readonly problem: Problem };

const EVERY = seconds(10);

/** Throws `ActionError` when the environments cannot be listed. */
export async function gatherFacts(request: PreviewRequest, gathering: Gathering): Promise<Gathered> {
  const { settings, say } = request;
  const { pull, repository, template, cloud } = gathering;
  const { wish } = settings;
  const identity = { repository, pullRequest: pull.number, ...(wish.name === undefined ? {} : { name: wish.name }) };
  const names = previewNames(identity);
  const owner: PreviewOwner = {
    name: previewBase(identity),
    repository,
    pullRequest: pull.number,
    ...(wish.expiresAfter === undefined ? {} : { expiresAfter: wish.expiresAfter }),
  };
  const { application } = template;
  // Tags of all previews are read only when they have to be counted.
  const found = await findPreviews(application, cloud.beanstalk, wish.most === undefined ? names : undefined);
  for (const { environment, problem } of found.unread) {
    if (names.includes(environment.name)) return { gathered: 'refused', problem };
    say({ type: 'warning', problem });
  }
  const present = found.previews.find((one) => isSamePreview(one.owner, owner));
  // What is going cannot be updated, and its name is free only when it is gone.
  const existing =
    present !== undefined && (await isGoneWhenWaitedFor(present, request, gathering)) ? undefined : present;
  const others = found.previews.filter(
    (one) =>
      isSameRepository(one.owner.repository, repository) &&
      one.owner.pullRequest !== pull.number &&
      one.environment.status !== 'Terminating',
  );
  const triedCnames = previewCnames(identity, template.creation?.cnamePrefix);
  return {
    gathered: 'facts',
    facts: {
      owner,
      headCommit: pull.headCommit,
      ...(existing === undefined ? {} : { existing }),
      asleep: existing !== undefined && (await sleeps(existing, cloud)),
      others,
      names,
      takenNames: found.names.filter((name) => name !== present?.environment.name),
      triedCnames,
      freeCnames: existing === undefined ? await firstFree(triedCnames, gathering) : [],
    },
  };
}

async function isGoneWhenWaitedFor(
  { environment }: Preview,
  { outside, say, cancel }: PreviewRequest,
  { cloud, template }: Gathering,
): Promise<boolean> {
  if (environment.status !== 'Terminating') return environment.status === 'Terminated';
  say({ type: 'notice', text: `${environment.name} is being terminated; it is created anew when it is gone.` });
  const giveUpAt = outside.clock.now() + template.busyTimeout;
  while (!cancel.aborted) {
    const now = await cloud.beanstalk.environment(environment.id);
    if (now === undefined || now.status === 'Terminated') return true;
    if (outside.clock.now() >= giveUpAt) throw new ActionError(stillGoing(environment.name));
    await outside.clock.sleep(EVERY, cancel);
  }
  return false;
}

const stillGoing = (name: string): Problem => ({
  code: 'environment-busy',
  blame: 'you',
  what: `${name} is still being terminated after \`busy-timeout\`, so the preview cannot be created again under its name.`,
  hint: 'Run the job again when it is gone.',
});

async function sleeps({ environment }: Preview, { beanstalk }: Cloud): Promise<boolean> {
  const described = await beanstalk.settings(environment.application, environment.name);
  const deployed = described.find((one) => one.deploymentStatus === 'deployed') ?? described[0];
  return isAsleep(deployed?.options ?? []);
}

/** The best CNAME prefix that is free now; nothing when none is. */
async function firstFree(prefixes: readonly string[], { cloud, template }: Gathering): Promise<readonly string[]> {
  if (template.creation?.tier === 'Worker') return [];
  for (const prefix of prefixes) if (await cloud.beanstalk.dnsAvailable(prefix)) return [prefix];
  return [];
}
