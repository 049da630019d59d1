import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../src/domain/problem.js';
import { minutes, seconds } from '../../src/domain/time.js';
import type { ApplicationVersion } from '../../src/domain/version.js';
import { awaitProcessed } from '../../src/rollout/processing.js';
import { fakeBeanstalk } from '../support/fake-beanstalk.js';
import { PatientClock } from '../support/patient-clock.js';

type Shown = Partial<ApplicationVersion> | 'absent' | 'throttled';

const BUILD = { type: 'docker', serviceRole: 'role' } as const;
const throttled = () =>
  new ActionError({ code: 'throttled', blame: 'aws', what: 'too fast', hint: 'wait' }, { nature: 'transient' });

/** What DescribeApplicationVersions shows, look after look; the last one stays. */
async function wait(shown: readonly Shown[], more: { builds?: boolean; limit?: number; cancelAt?: number } = {}) {
  const clock = new PatientClock();
  const startedAt = clock.now();
  const said: string[] = [];
  const cancel = new AbortController();
  if (more.cancelAt !== undefined) clock.at(startedAt + more.cancelAt, () => cancel.abort());
  let looks = 0;
  const beanstalk = fakeBeanstalk({
    version: () => {
      const one = shown[Math.min(looks, shown.length - 1)] ?? 'absent';
      looks += 1;
      if (one === 'throttled') return Promise.reject(throttled());
      return Promise.resolve(
        one === 'absent' ? undefined : { application: 'shop', label: 'v9', status: 'Building', ...one },
      );
    },
    versionErrors: () =>
      Promise.resolve([{ date: 0, severity: 'ERROR', message: 'exit status 1 of RUN npm ci', versionLabel: 'v9' }]),
  });
  const giveUpAt = startedAt + (more.limit ?? minutes(60));
  const wish = { application: 'shop', label: 'v9', builds: more.builds ?? true, giveUpAt };
  const say = (message: { type: string; text?: string }) => void said.push(message.text ?? message.type);
  const ended = await awaitProcessed(wish, { beanstalk, clock }, say, cancel.signal).then(
    () => undefined,
    (error: unknown) => (error instanceof ActionError ? error.problem : Promise.reject(error)),
  );
  return { problem: ended, took: clock.now() - startedAt, said };
}

const DONE: Shown = { status: 'Processed', image: 'x@sha256:1', build: BUILD };

describe('waiting for a version', () => {
  it.each<[string, readonly Shown[]]>([
    ['Building, then Processed with an image', [{ status: 'Building' }, { status: 'Building' }, DONE]],
    ['shown a moment after its creation', ['absent', 'absent', { status: 'Building' }, DONE]],
    ['Unprocessed for a moment', [{ status: 'Unprocessed' }, { status: 'Processing' }, DONE]],
    ['hard to look at', ['throttled', { status: 'Building' }, 'throttled', DONE]],
    ['of a state that nobody knows yet', [{ status: 'Unrecognised' }, DONE]],
    ['Processed a moment before its image is shown', [{ status: 'Processed' }, DONE]],
  ])('that is %s ends well', async (_, shown) => {
    expect((await wait(shown)).problem).toBeUndefined();
  });

  it('tells each state once', async () => {
    const { said } = await wait([{ status: 'Building' }, { status: 'Building' }, DONE]);
    expect(said).toEqual(['Version v9 is Building (after 0ms).', 'Version v9 is Processed (after 20s).']);
  });

  it('of files that are only checked needs no image', async () => {
    expect(
      (await wait([{ status: 'Processing' }, { status: 'Processed' }], { builds: false })).problem,
    ).toBeUndefined();
  });

  it('that has failed says what the service says, and where the log is', async () => {
    const { problem } = await wait([{ status: 'Failed', buildArn: 'arn:aws:codebuild:eu-west-1:1:build/shop:1' }]);
    expect(problem?.code).toBe('image-build-failed');
    expect(problem?.what).toContain('exit status 1 of RUN npm ci');
    expect(problem?.what).toContain('arn:aws:codebuild:eu-west-1:1:build/shop:1');
    expect(problem?.hint).toContain('used up');
    expect((await wait([{ status: 'Failed' }], { builds: false })).problem?.code).toBe('version-failed');
  });

  it.each<[string, readonly Shown[], string, number]>([
    ['is Processed without an image', [{ status: 'Processed' }], 'has no image', seconds(40)],
    ['never begins to be built', [{ status: 'Unprocessed' }], 'has never begun', minutes(6)],
    ['is not there', ['absent'], 'is not shown', minutes(2)],
    ['takes longer than its time', [{ status: 'Building' }], 'still Building', minutes(61)],
    ['cannot be looked at in its time', ['throttled'], 'not shown', minutes(61)],
  ])('that %s ends badly, in time', async (_, shown, words, within) => {
    const { problem, took } = await wait(shown);
    expect(problem?.what).toContain(words);
    expect(took).toBeLessThanOrEqual(within);
  });

  it('ends at once when it is asked to stop', async () => {
    const { problem, took } = await wait([{ status: 'Building' }], { cancelAt: seconds(25) });
    expect(problem).toBeUndefined();
    expect(took).toBeLessThan(seconds(31));
  });
});
