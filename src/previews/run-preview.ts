/** `operation: preview`: one event of a pull request, from the payload to the comment. */
import type { Outcome } from '../domain/outcome.js';
import { ActionError } from '../domain/problem.js';
import type { GitHub } from '../ports/github.js';
import { type DecisionFacts, decide } from './decide.js';
import { deployPreview } from './deploy-preview.js';
import { type PreviewEvent, previewEvent } from './event.js';
import { gitHubOf, nothingDone, type PreviewRequest, pullRequestNow, withoutRepository } from './previewing.js';
import { removePreview } from './remove-preview.js';

/** Throws `ActionError` when AWS cannot be asked for what has to be known first. */
export async function runPreview(request: PreviewRequest): Promise<Outcome> {
  const { settings, outside, say } = request;
  const { wish } = settings;
  const { repository, eventName } = outside.host.run;
  if (repository === undefined) return request.refuse([withoutRepository()]);
  const event = previewEvent(eventName, await payloadOf(request), wish.pullRequest);
  const github = event.kind === 'unclear' ? undefined : await gitHubOf(request);
  const intent = decide(event, await factsOf(event, repository, github, request));
  switch (intent.intent) {
    case 'refused':
      return request.refuse([intent.problem]);
    case 'nothing': {
      const outcome = nothingDone(`no preview is deployed: ${intent.because}`);
      say({ type: 'notice', text: outcome.reason });
      return outcome;
    }
    case 'remove':
      return removePreview(request, { ...intent, repository, github });
    case 'deploy':
      return deployPreview(request, { pull: intent.pull, repository, github });
  }
}

async function factsOf(
  event: PreviewEvent,
  repository: string,
  github: GitHub | undefined,
  { settings, say }: PreviewRequest,
): Promise<DecisionFacts> {
  const { label } = settings.wish;
  const number = event.kind === 'asked' ? event.number : event.kind === 'pull-request' ? event.pull.number : undefined;
  const now = number === undefined ? undefined : await pullRequestNow(github, number, say);
  const mayWrite = await senderMayWrite(event, repository, github);
  return {
    repository,
    ...(label === undefined ? {} : { label }),
    ...(now === undefined ? {} : { now }),
    ...(mayWrite === undefined ? {} : { senderMayWrite: mayWrite }),
  };
}

/** Asked only where it counts: who labels a pull request of a fork. */
async function senderMayWrite(
  event: PreviewEvent,
  repository: string,
  github: GitHub | undefined,
): Promise<boolean | undefined> {
  if (event.kind !== 'pull-request' || event.action !== 'labeled') return undefined;
  if (event.pull.headRepository?.toLowerCase() === repository.toLowerCase()) return undefined;
  try {
    const permission = await github?.permission(event.sender);
    return permission === undefined ? undefined : permission === 'admin' || permission === 'write';
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return undefined;
  }
}

async function payloadOf({ outside }: PreviewRequest): Promise<string | undefined> {
  const { eventPath } = outside.host.run;
  try {
    return eventPath === undefined ? undefined : await outside.files.readText(eventPath);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return undefined;
  }
}
