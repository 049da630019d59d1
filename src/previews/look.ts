/** Finds previews: environments that look like one, and whose tags prove it. Changes nothing. */
import type { Environment } from '../domain/environment.js';
import { type PreviewOwner, previewOwner } from '../domain/preview.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import { looksLikePreview } from './identity.js';
import type { Preview } from './translate.js';

type Looking = Pick<Beanstalk, 'environments' | 'tags'>;

/** Codes with which the service says itself that there is no such environment. */
const DENIALS: readonly string[] = ['environment-missing', 'application-missing'];

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

/**
 * No environment at all is shown, which is also the answer to a caller without the permission: then only the service's word
 * that it knows none of these names proves that they are absent. Throws `ActionError`.
 */
export async function whyNotAbsent(
  application: string,
  names: readonly string[],
  beanstalk: Pick<Beanstalk, 'settings'>,
): Promise<Problem | undefined> {
  for (const name of names) {
    try {
      await beanstalk.settings(application, name);
      return hidden(application, name);
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const { code } = error.problem;
      if (code === 'permission-denied') return hidden(application, name);
      if (!DENIALS.includes(code)) throw error;
    }
  }
  return undefined;
}

const hidden = (application: string, name: string): Problem => ({
  code: 'absence-not-proven',
  blame: 'you',
  what: `DescribeEnvironments shows no environment at all, but DescribeConfigurationSettings does not deny that ${application} has ${name}: nobody can say that the preview is gone.`,
  hint: 'Allow elasticbeanstalk:DescribeEnvironments and elasticbeanstalk:DescribeConfigurationSettings; without a permission Elastic Beanstalk answers an empty list.',
});

/** `undefined`: nothing says that it is a preview. Throws `ActionError`. */
export async function ownerOf(
  environment: Environment,
  beanstalk: Pick<Beanstalk, 'tags'>,
): Promise<PreviewOwner | undefined> {
  return environment.arn === undefined ? undefined : previewOwner(await beanstalk.tags(environment.arn));
}
