/** Inputs of gates that hold for every strategy. */
import { describe, expect, it } from '@jest/globals';
import { problemsFor, settingsFor } from './given.js';

const ARN = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:';

describe('alarms', () => {
  it.each([
    ['one name', 'shop 5xx', ['shop 5xx']],
    [
      'names by commas and lines, with blanks inside',
      'shop 5xx, latency\n\n  queue depth ,',
      ['shop 5xx', 'latency', 'queue depth'],
    ],
    ['ARNs, whose names may hold colons', `${ARN}a:b,${ARN}c`, ['a:b', 'c']],
    ['one of them twice', `latency, ${ARN}latency`, ['latency']],
  ])('are read: %s', async (_, alarms, names) => {
    expect((await settingsFor({ alarms })).alarms).toEqual({ names, onInconclusive: 'warn' });
  });

  it('that cannot tell are a failure when that is asked for', async () => {
    const { alarms } = await settingsFor({ alarms: 'a', 'on-inconclusive': 'fail' });
    expect(alarms).toEqual({ names: ['a'], onInconclusive: 'fail' });
  });

  it.each(['', ' , \n '])('that are none leave nothing: %j', async (alarms) => {
    expect(await settingsFor({ alarms })).not.toHaveProperty('alarms');
  });

  it.each([
    ['an ARN of something else', 'arn:aws:sns:eu-west-1:123456789012:topic', /ARN that is not one of an alarm/],
    ['a name of 256 characters', 'x'.repeat(256), /more than 255 characters/],
    ['101 of them', Array.from({ length: 101 }, (_, index) => `a${index}`).join(), /101 alarms; 100 are the most/],
  ])('are refused: %s', async (_, alarms, why) => {
    const problems = await problemsFor({ alarms });
    expect(problems.map(({ input }) => input)).toEqual(['alarms']);
    expect(problems[0]?.what).toMatch(why);
  });
});

describe('a run that does not wait', () => {
  const waits = { 'wait-for-deployment': 'false' };

  it.each([
    ['alarms, which nobody would hear', { alarms: 'a' }, ['alarms']],
    ['two environments, whose traffic nobody would move', { strategy: 'blue-green' }, ['wait-for-deployment']],
    ['a policy that nobody would put back', { strategy: 'rolling', 'restore-policy': 'true' }, ['restore-policy']],
    [
      'a rollback, which is about its proof',
      { operation: 'rollback', 'to-version': 'previous', alarms: 'a' },
      ['wait-for-deployment'],
    ],
  ])('has one clear problem with %s', async (_, given, inputs) => {
    const problems = await problemsFor({ ...waits, ...given });
    expect(problems.map(({ input }) => input)).toEqual(inputs);
  });

  it('may prepare the idle side', async () => {
    expect(await problemsFor({ ...waits, operation: 'prepare', strategy: 'blue-green' })).toEqual([]);
  });
});
