/** `rolling-with-additional-batch`: as `rolling`, with a batch of new instances first, so that capacity never drops. */
import { minutes } from '../domain/time.js';
import { refuseCluster, refuseLargeBatch, refuseSingleInstance } from './cautions.js';
import { policyRequest } from './in-place.js';
import { BATCH_SIZE, batchFor, underPolicy } from './policies.js';

export const rollingWithAdditionalBatch = underPolicy({
  summary: 'policy RollingWithAdditionalBatch: a new batch first, then batch after batch at full capacity',
  choose: 'capacity must not drop and extra cost should be small',
  inputs: BATCH_SIZE,
  refuses: (target, options) => [
    ...refuseCluster(target, 'rolling-with-additional-batch'),
    ...refuseSingleInstance(target, 'rolling-with-additional-batch'),
    ...refuseLargeBatch(target, batchFor(options['batch-size'], target)),
  ],
  policy: (options, target) => ({
    policy: 'RollingWithAdditionalBatch',
    batch: batchFor(options['batch-size'], target),
    evaluation: minutes(0),
  }),
  wish: (policy) => policyRequest(policy),
});
