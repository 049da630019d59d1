import { describe, expect, it } from '@jest/globals';
import { MEANINGS, meaningOf } from '../../src/watch/meanings.js';

describe('meanings of event texts', () => {
  it.each([
    ['Environment update is starting.', { kind: 'started', operation: 'update' }],
    [
      'Batch 2: Starting application deployment on instance(s) [i-0b343ccb78497ecab].',
      { kind: 'batch-started', batch: 2 },
    ],
    ['Batch 2: Completed application deployment.', { kind: 'batch-ended', batch: 2 }],
    ['Command execution completed on 1 of 2 instances in environment.', { kind: 'instances-done', done: 1, total: 2 }],
    [
      'Rolling with Additional Batch deployment policy enabled. Launching  a new batch of 2 additional instance(s).',
      { kind: 'additional-batch', instances: 2 },
    ],
    ['Deployment succeeded. Terminating old instances and temporary Auto Scaling group.', { kind: 'cleaning-up' }],
    [
      'Added instances [i-05f2c36ffb09ec20e, i-0c415974c2a927bb8] to your environment.',
      { kind: 'instances-added', ids: ['i-05f2c36ffb09ec20e', 'i-0c415974c2a927bb8'] },
    ],
    [
      'Environment health has transitioned from Ok to Info. Application update in progress.',
      { kind: 'health', to: 'Info' },
    ],
    ['Environment health has transitioned to Pending. Initialization in progress.', { kind: 'health', to: 'Pending' }],
    ['Environment health has been set to GREEN', { kind: 'health', to: 'Green' }],
    ['Environment health has transitioned from YELLOW to RED', { kind: 'health', to: 'Red' }],
    ['Command execution completed on all instances. Summary: [Successful: 0, Failed: 1].', { kind: 'failure-detail' }],
    [
      'Launched environment: x. However, there were issues during launch. See event log for details.',
      { kind: 'operation-failed' },
    ],
    ['The environment was reverted to the previous configuration setting.', { kind: 'reverted' }],
  ])('%s', (text, meaning) => {
    expect(meaningOf(text)).toEqual(meaning);
  });

  it.each([
    'Instance deployment completed successfully.',
    'Command execution completed on all instances. Summary: [Successful: 4, Failed: 0].',
    'Something that nobody has ever seen',
    '',
  ])('has no meaning for: %s', (text) => {
    expect(meaningOf(text)).toBeUndefined();
  });

  it('does not take the clean-up of an immutable deployment for an end', () => {
    expect(
      meaningOf('Deployment succeeded. Terminating old instances and temporary Auto Scaling group.')?.kind,
    ).not.toBe('completed');
  });

  it('names a public source for every text', () => {
    for (const row of MEANINGS) expect(row.source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|github\.com)\//);
  });
});
