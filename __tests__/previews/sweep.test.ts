import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../../src/domain/environment.js';
import { type PreviewWish, previewOwner, previewTags } from '../../src/domain/preview.js';
import { hours } from '../../src/domain/time.js';
import { fateOf, type PullRequestReading } from '../../src/previews/sweep.js';
import { pullRequest } from '../support/preview-world.js';

const NOW = Date.UTC(2026, 10, 21);
const OWNER = { name: 'shop', repository: 'acme/shop', pullRequest: 17 };
const environment = (over: Partial<Environment> = {}): Environment => ({
  id: 'e-1',
  name: 'shop-pr-17',
  application: 'shop',
  status: 'Ready',
  health: 'Green',
  abortable: false,
  tier: 'WebServer',
  dateUpdated: NOW - hours(10),
  ...over,
});
const OPEN: PullRequestReading = { read: 'shown', pull: pullRequest() };
const CLOSED: PullRequestReading = { read: 'shown', pull: pullRequest({ state: 'closed' }) };
const WISH: PreviewWish = { size: 'single-instance', sleeps: false, idle: hours(4) };
const problem = { code: 'github-limited', blame: 'github', what: 'Too many calls.', hint: 'Wait.' } as const;

interface Case {
  readonly environment?: Partial<Environment>;
  readonly owner?: Partial<typeof OWNER & { readonly expiresAfter: number }>;
  readonly wish?: Partial<PreviewWish>;
  readonly reading?: PullRequestReading;
  readonly asleep?: boolean;
}

const fate = ({ owner, wish, reading = OPEN, asleep = false, ...more }: Case) =>
  fateOf(
    { environment: environment(more.environment), owner: { ...OWNER, ...owner } },
    { repository: 'acme/shop', now: NOW, wish: { ...WISH, ...wish } },
    reading,
    asleep,
  );

describe('what becomes of a preview', () => {
  it.each<readonly [string, Case, 'remove' | 'sleep' | 'keep']>([
    ['its pull request is open', {}, 'keep'],
    ['its pull request is closed', { reading: CLOSED }, 'remove'],
    ['closed, but of another repository', { reading: CLOSED, owner: { repository: 'acme/other' } }, 'keep'],
    ['closed, of the same repository in capitals', { reading: CLOSED, owner: { repository: 'Acme/Shop' } }, 'remove'],
    ['closed, and going already', { reading: CLOSED, environment: { status: 'Terminating' } }, 'keep'],
    ['GitHub fails', { reading: { read: 'failed', problem } }, 'keep'],
    ['GitHub knows no such pull request', { reading: { read: 'unknown' } }, 'keep'],
    ['it has expired by its tag', { owner: { expiresAfter: hours(9) } }, 'remove'],
    ['it has not expired by its tag', { owner: { expiresAfter: hours(11) } }, 'keep'],
    [
      'the sweep says sooner than the tag',
      { owner: { expiresAfter: hours(99) }, wish: { expiresAfter: hours(5) } },
      'remove',
    ],
    ['expired, but GitHub fails', { owner: { expiresAfter: 1 }, reading: { read: 'failed', problem } }, 'keep'],
    ['it is idle', { wish: { sleeps: true } }, 'sleep'],
    ['it is idle, and sleep is not wished', {}, 'keep'],
    ['it sleeps', { wish: { sleeps: true }, asleep: true }, 'keep'],
    ['it was in use lately', { wish: { sleeps: true, idle: hours(11) } }, 'keep'],
    ['it is idle, but busy', { wish: { sleeps: true }, environment: { status: 'Updating' } }, 'keep'],
  ])('%s', (_, given, wanted) => {
    expect(fate(given).fate).toBe(wanted);
  });

  it('what cannot be told is said as a doubt', () => {
    expect(fate({ reading: { read: 'failed', problem } })).toMatchObject({
      doubt: true,
      because: expect.stringContaining('Too many calls'),
    });
    expect(fate({ reading: { read: 'unknown' } })).toMatchObject({ doubt: true });
    const { dateUpdated: _, ...undated } = environment();
    const facts = { repository: 'acme/shop', now: NOW, wish: WISH };
    expect(fateOf({ environment: undated, owner: OWNER }, facts, OPEN, false)).toMatchObject({ doubt: true });
  });
});

describe('tags of a preview', () => {
  it.each([hours(1), hours(36), hours(72), undefined])('are read as they were written (expires after %s)', (span) => {
    const owner = { ...OWNER, createdFrom: 'a'.repeat(40), ...(span === undefined ? {} : { expiresAfter: span }) };
    expect(previewOwner(previewTags(owner))).toEqual(owner);
  });

  it.each([
    {},
    { 'beanstalk-rollout:preview': 'shop', 'beanstalk-rollout:repository': 'acme/shop' },
    { ...previewTags(OWNER), 'beanstalk-rollout:pull-request': '0' },
    { ...previewTags(OWNER), 'beanstalk-rollout:pull-request': '17; rm' },
    { ...previewTags(OWNER), 'beanstalk-rollout:repository': '' },
  ])('that are not whole prove nothing', (tags) => {
    expect(previewOwner(tags)).toBeUndefined();
  });
});
