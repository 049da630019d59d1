/** Finds previews: environments that look like one, and whose tags prove it. Changes nothing. */
import type { Environment } from '../domain/environment.js';
import { type PreviewOwner, previewOwner } from '../domain/preview.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import { looksLikePreview } from './identity.js';
import type { Preview } from './translate.js';

type Looking = Pick<Beanstalk, 'environments' | 'tags'>;

export interface Found {
  readonly previews: readonly Preview[];
  /** Names of all environments in the region, whoever has made them. */
  readonly names: readonly string[];
  /** They look like previews, but their tags could not be read. */
  readonly unread: readonly { readonly environment: Environment; readonly problem: Problem }[];
}

/**
 * Previews of one application, of whatever repository. `only`: tags of other names are not read. Throws `ActionError`
 * when the environments cannot be listed.
 */
export async function findPreviews(application: string, beanstalk: Looking, only?: readonly string[]): Promise<Found> {
  const all = await beanstalk.environments();
  const wanted = all.filter(
    (one) =>
      one.application === application && (only === undefined ? looksLikePreview(one.name) : only.includes(one.name)),
  );
  const previews: Preview[] = [];
  const unread: { environment: Environment; problem: Problem }[] = [];
  // One after the other: the account's other tools have to live with the service's limits, too.
  for (const environment of wanted) {
    try {
      const owner = await ownerOf(environment, beanstalk);
      if (owner !== undefined) previews.push({ environment, owner });
    } catch (error) {
      if (!(error instanceof ActionError) || error.problem.code.startsWith('credentials')) throw error;
      unread.push({ environment, problem: error.problem });
    }
  }
  return { previews, unread, names: all.map(({ name }) => name) };
}

/** `undefined`: nothing says that it is a preview. Throws `ActionError`. */
export async function ownerOf(
  environment: Environment,
  beanstalk: Pick<Beanstalk, 'tags'>,
): Promise<PreviewOwner | undefined> {
  return environment.arn === undefined ? undefined : previewOwner(await beanstalk.tags(environment.arn));
}
