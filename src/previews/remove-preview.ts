/** Terminates the preview of a pull request, proven by its tags, and says so on the pull request. */
import type { Outcome } from '../domain/outcome.js';
import { isSamePreview } from '../domain/preview.js';
import type { GitHub } from '../ports/github.js';
import { previewBase, previewNames } from './identity.js';
import { findPreviews, whyNotAbsent } from './look.js';
import { isTerminated, nothingDone, type PreviewRequest, pageOf, pullRequestNow, withinReason } from './previewing.js';
import { createTeller, previewKey, type Teller } from './tell.js';
import { removalOf } from './translate.js';

export interface RemovalWish {
  readonly number: number;
  /** Because the pull request is closed, and not only its label taken off. */
  readonly closed: boolean;
  readonly because: string;
  readonly repository: string;
  readonly github: GitHub | undefined;
}

export async function removePreview(request: PreviewRequest, wish: RemovalWish): Promise<Outcome> {
  const { settings, outside, say, cancel } = request;
  const { removal } = settings;
  const { number, repository, github, because } = wish;
  const cloud = await outside.connect(removal.region, cancel);
  const { name } = settings.wish;
  const identity = { repository, pullRequest: number, ...(name === undefined ? {} : { name }) };
  const owner = { ...identity, name: previewBase(identity) };
  const names = previewNames(identity);
  const found = await findPreviews(removal.application, cloud.beanstalk, names);
  const [unread] = found.unread;
  if (unread !== undefined) return request.refuse([unread.problem]);
  const preview = found.previews.find((one) => isSamePreview(one.owner, owner));
  const isBlank = found.names.length === 0;
  const unseen = isBlank ? await whyNotAbsent(removal.application, names, cloud.beanstalk) : undefined;
  if (unseen !== undefined) return request.refuse([unseen]);
  const teller = createTeller({
    github: removal.dryRun ? undefined : github,
    say,
    key: previewKey(removal.application, owner),
    number,
    run: pageOf(outside.host.run),
  });
  const told = { at: () => outside.clock.now(), because };
  if (preview === undefined) {
    await tellGone(teller, names[0] ?? '', told);
    return nothingDone(`${because}, and it has no preview in ${removal.application}`);
  }
  const settingsOfIt = removalOf(removal, preview);
  let isGone = false;
  const outcome = await request.carryOut(settingsOfIt, cloud, {
    mayPlan: async () => {
      isGone = await isTerminated(preview, cloud, request);
      return isGone ? nothingDone(`${because}, and ${preview.environment.name} was removed meanwhile`) : undefined;
    },
    mayBegin: async () => {
      if (!wish.closed) return undefined;
      const now = await pullRequestNow(github, number, say);
      return now?.state === 'open'
        ? nothingDone(`pull request #${number} was opened again, so its preview stays`)
        : undefined;
    },
  });
  if (isGone || outcome.state === 'succeeded') {
    await withinReason(tellGone(teller, preview.environment.name, told), outside.clock, cancel);
  }
  return outcome;
}

export async function tellGone(
  teller: Teller,
  environmentName: string,
  { at, because }: { readonly at: () => number; readonly because: string },
): Promise<void> {
  await teller.comment({ state: 'gone', at: at(), environmentName, because }, 'update');
  await teller.deploymentsInactive(environmentName, 'The preview is removed');
}
