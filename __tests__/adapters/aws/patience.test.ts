import { describe, expect, it } from '@jest/globals';
import { createPatience, type PatienceMode } from '../../../src/adapters/aws/patience.js';
import type { CallInfo } from '../../../src/adapters/aws/problem-rule.js';
import { ActionError } from '../../../src/domain/problem.js';
import { VirtualClock } from '../../../src/simulator/clocks.js';
import { seededRandom } from '../../../src/simulator/random.js';

const READ: CallInfo = { service: 'elasticbeanstalk', operation: 'DescribeEvents', mutates: false };
const CHANGE: CallInfo = { service: 'elasticbeanstalk', operation: 'UpdateEnvironment', mutates: true };

const throttled = Object.assign(new Error('Rate exceeded'), { name: 'Throttling', $metadata: { httpStatusCode: 400 } });
const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
const refusedConnection = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const denied = Object.assign(new Error('no'), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });

/** Sends a call that fails with these errors in turn, then succeeds. */
async function attempt(call: CallInfo, errors: readonly unknown[], mode: PatienceMode = 'patient') {
  const clock = new VirtualClock();
  const began = clock.now();
  let sent = 0;
  const patience = createPatience({ clock, random: seededRandom(1), mode });
  const result = await patience(call, async () => {
    const error = errors[sent];
    sent += 1;
    if (error !== undefined) throw error;
    return 'answer';
  }).catch((error: unknown) => error);
  return { sent, result, waited: clock.now() - began };
}

describe('patience with failed calls', () => {
  it('repeats a read until it is answered', async () => {
    const { sent, result } = await attempt(READ, [throttled, reset, throttled]);
    expect({ sent, result }).toEqual({ sent: 4, result: 'answer' });
  });

  it('gives up after about two minutes, with the problem of the last answer', async () => {
    const { sent, result, waited } = await attempt(
      READ,
      Array.from({ length: 1000 }, () => throttled),
    );
    expect(result).toMatchObject({ problem: { code: 'throttled' }, nature: 'transient' });
    expect(sent).toBeGreaterThan(8);
    expect(waited).toBeGreaterThan(60_000);
    expect(waited).toBeLessThanOrEqual(120_000);
  });

  it('sends a read once for a caller that looks again by itself', async () => {
    const { sent, result, waited } = await attempt(READ, [throttled], 'one-look');
    expect({ sent, waited }).toEqual({ sent: 1, waited: 0 });
    expect(result).toBeInstanceOf(ActionError);
  });

  it.each(['patient', 'one-look'] as const)(
    'repeats a change that certainly was not carried out (%s)',
    async (mode) => {
      const { sent, result } = await attempt(CHANGE, [throttled, refusedConnection], mode);
      expect({ sent, result }).toEqual({ sent: 3, result: 'answer' });
    },
  );

  it('never repeats a change whose answer was lost, and says so', async () => {
    const { sent, result } = await attempt(CHANGE, [reset]);
    expect(sent).toBe(1);
    expect(result).toMatchObject({ answerLost: true, nature: 'transient', problem: { code: 'connection-lost' } });
  });

  it('does not repeat what will not get better', async () => {
    expect(await attempt(READ, [denied])).toMatchObject({ sent: 1, waited: 0, result: { nature: 'permanent' } });
  });

  it('stops waiting when the run is cancelled, but is patient with what is sent afterwards', async () => {
    const clock = new VirtualClock();
    const cancel = new AbortController();
    const patience = createPatience({ clock, random: seededRandom(1), mode: 'patient', signal: cancel.signal });
    let sent = 0;
    const before = patience(READ, async () => {
      sent += 1;
      if (sent === 2) cancel.abort();
      throw throttled;
    });
    await expect(before).rejects.toMatchObject({ problem: { code: 'throttled' } });
    expect(sent).toBe(2);
    let again = 0;
    const answer = await patience(CHANGE, async () => {
      again += 1;
      if (again < 4) throw throttled;
      return 'aborted the update';
    });
    expect(answer).toBe('aborted the update');
  });
});
