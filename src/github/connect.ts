/** GitHub as this run may speak to it. */
import type { GitHub } from '../ports/github.js';
import type { Outside } from '../ports/outside.js';

/** With the token of the step, in the post phase too. `undefined`: there is none, or no repository to speak of. */
export async function gitHubOf({ host, github }: Pick<Outside, 'host' | 'github'>): Promise<GitHub | undefined> {
  const token = host.input('github-token').trim();
  if (token === '' || host.run.repository === undefined) return undefined;
  host.mask(token);
  return github(token);
}
