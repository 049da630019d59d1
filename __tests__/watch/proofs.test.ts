/** Rules of the single proofs that no story as a whole would miss. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import { wasAborted } from '../../src/watch/label.js';
import {
  environment,
  events,
  GOOD,
  instance,
  instances,
  judge,
  knowing,
  ready,
  type Step,
  THEIR_START,
  updating,
  verdictOf,
} from '../support/knowledge.js';

const VARIABLE = { namespace: 'aws:elasticbeanstalk:application:environment', name: 'LEVEL' };

describe('an abort', () => {
  const aborted: readonly Step[] = [
    updating,
    [30, { of: 'environment', environment: environment({ status: 'Aborting' }) }],
    events(31, { message: 'The environment update was aborted.' }),
  ];

  it('of somebody else is one', () => expect(wasAborted(knowing(aborted))).toBe(true));
  it('of ours is nobody else’s', () => expect(wasAborted({ ...knowing(aborted), abortedByUs: true })).toBe(false));
});

describe('option settings', () => {
  const read = (...list: readonly (readonly [status: 'deployed' | 'pending', value: string])[]): Step => [
    62,
    {
      of: 'settings',
      settings: list.map(([deploymentStatus, value]) => ({ deploymentStatus, options: [{ ...VARIABLE, value }] })),
    },
  ];

  it('are those that are deployed, and not a draft that is told first', () => {
    const wished = { expects: { options: [{ ...VARIABLE, value: 'debug' }] } };
    expect(verdictOf({ ...wished, steps: [...GOOD, read(['pending', 'debug'], ['deployed', 'info'])] })).toBe(
      'waiting',
    );
    expect(verdictOf({ ...wished, steps: [...GOOD, read(['pending', 'info'], ['deployed', 'debug'])] })).toBe(
      'reached',
    );
  });

  it('that were to go are gone', () => {
    const wished = { expects: { removedOptions: [VARIABLE] } };
    expect(verdictOf({ ...wished, steps: [...GOOD, read(['deployed', 'info'])] })).toBe('waiting');
    expect(verdictOf({ ...wished, steps: [...GOOD, read(['deployed', ''])] })).toBe('reached');
  });
});

describe('instances', () => {
  const listed = (after: number, ...list: Parameters<typeof instances>[1] & {}): readonly Step[] => [
    ...GOOD.filter(([, { of }]) => of !== 'instances'),
    instances(after, list),
  ];

  it('of which none is listed point to a missing permission', () => {
    const { verdict } = judge({ steps: listed(200) });
    expect(verdict).toMatchObject({ verdict: 'failed', code: 'cannot-tell' });
    expect(verdict.reason).toContain('elasticbeanstalk:DescribeInstancesHealth');
  });

  it('run the version by its label, whatever the number of their deployment', () => {
    expect(verdictOf({ steps: listed(62, instance('i-1'), instance('i-2', 'v3')) })).toBe('waiting');
    expect(verdictOf({ steps: listed(200, instance('i-1'), instance('i-2', 'v3')) })).toBe('split-fleet');
  });
});

describe('an update whose answer was lost, seen only when everything had ended', () => {
  const theirs = { attribution: 'other', requestId: 'anybody' } as const;
  const begun = { message: 'Environment update is starting.', ...theirs } as const;
  const aborted = { message: 'Environment update was aborted.', ...theirs } as const;
  const at = (after: number) => ({ date: THEIR_START + seconds(after) });
  const verdict = (...list: Parameters<typeof events>[1][]) =>
    verdictOf({
      expects: { enhancedHealth: false, raisesDeploymentId: false },
      steps: [ready(900), events(901, ...list), ready(940), ready(990)],
    });

  it('is proven by its label', () => expect(verdict({ ...begun, ...at(2) })).toBe('reached'));

  it('is not, with basic health, when a second one was aborted: nobody knows which of the two was ours', () => {
    const two = [
      { ...begun, ...at(2) },
      { ...begun, requestId: 'another', ...at(300) },
    ] as const;
    expect(verdict(...two, { ...aborted, requestId: 'another', ...at(360) })).toBe('cannot-tell');
    expect(verdict(...two)).not.toBe('cannot-tell');
  });
});

describe('an answer that is older than one that was read already', () => {
  const before = { status: 'Updating', versionLabel: 'v1', dateUpdated: THEIR_START } as const;

  it('tells nothing', () => {
    const known = knowing([updating, ready(60), ready(70, before)]);
    expect(known.environment).toMatchObject({ status: 'Ready', versionLabel: 'v2' });
    expect(known.readySince).toBeDefined();
  });

  it('counts when for long nothing newer has come', () => {
    const late = seconds(60) + minutes(2);
    expect(knowing([updating, ready(60), ready(late / 1_000, before)]).environment).toMatchObject(before);
  });
});
