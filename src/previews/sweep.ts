/** What becomes of each preview when nobody pushes: removed, put to sleep, or kept, and why. Pure. */
import { daysAndHours, isSameRepository, type PreviewWish } from '../domain/preview.js';
import type { Problem } from '../domain/problem.js';
import { formatDuration, type Instant } from '../domain/time.js';
import type { PullRequest } from '../ports/github.js';
import type { Preview } from './translate.js';

/** What GitHub says about the pull request of a preview. */
export type PullRequestReading =
  | { readonly read: 'shown'; readonly pull: PullRequest }
  /** GitHub shows the repository, but no such pull request. */
  | { readonly read: 'unknown' }
  | { readonly read: 'failed'; readonly problem: Problem };

export interface SweepFacts {
  /** Whose workflow this is: previews of other repositories are none of its business. */
  readonly repository: string;
  /** The run's own clock; the spans that are compared are hours and days. */
  readonly now: Instant;
  readonly wish: PreviewWish;
}

export type Fate =
  | { readonly fate: 'remove'; readonly because: string }
  | { readonly fate: 'sleep'; readonly because: string }
  | { readonly fate: 'keep'; readonly because: string; readonly doubt?: true };

/** Only what is proven to be over is removed: whatever cannot be told keeps the preview. */
export function fateOf(
  preview: Preview,
  { repository, now, wish }: SweepFacts,
  reading: PullRequestReading,
  asleep: boolean,
): Fate {
  const { environment, owner } = preview;
  const name = `pull request #${owner.pullRequest}`;
  if (!isSameRepository(owner.repository, repository)) return keep(`it belongs to ${owner.repository}`);
  if (environment.status === 'Terminating' || environment.status === 'Terminated') return keep('it is going already');
  switch (reading.read) {
    case 'failed':
      return doubt(`GitHub could not be asked about ${name}: ${reading.problem.what}`);
    case 'unknown':
      return doubt(`GitHub shows no ${name}, which may have been moved or be out of the token's sight`);
    case 'shown':
      break;
  }
  if (reading.pull.state === 'closed') return { fate: 'remove', because: `${name} is closed` };
  const since = environment.dateUpdated ?? environment.dateCreated;
  if (since === undefined) return doubt('Elastic Beanstalk does not say when it was last updated');
  const unused = now - since;
  const limit = wish.expiresAfter ?? owner.expiresAfter;
  if (limit !== undefined && unused >= limit) {
    return {
      fate: 'remove',
      because: `its last update was ${formatDuration(unused)} ago, and it expires after ${daysAndHours(limit)}`,
    };
  }
  if (wish.sleeps && !asleep && unused >= wish.idle && environment.status === 'Ready') {
    return { fate: 'sleep', because: `its last update was ${formatDuration(unused)} ago` };
  }
  return keep(`${name} is open${asleep ? ', and it sleeps' : ''}`);
}

const keep = (because: string): Fate => ({ fate: 'keep', because });
const doubt = (because: string): Fate => ({ fate: 'keep', because, doubt: true });
