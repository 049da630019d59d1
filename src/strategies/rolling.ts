/** `rolling`: batch after batch, each out of service while it is updated. */
import { minutes } from '../domain/time.js';
import { refuseCluster, refuseLargeBatch, refuseSingleInstance } from './cautions.js';
import { policyRequest } from './in-place.js';
import { BATCH_SIZE, batchFor, underPolicy } from './policies.js';

export const rolling = underPolicy({
  summary: 'policy Rolling: batch after batch, each out of service while it is updated',
  choose: 'the rest of the fleet can carry the load of one batch',
  inputs: BATCH_SIZE,
  refuses: (target, options) => [
    ...refuseCluster(target, 'rolling'),
    ...refuseSingleInstance(target, 'rolling'),
    ...refuseLargeBatch(target, batchFor(options['batch-size'], target)),
  ],
  policy: (options, target) => ({
    policy: 'Rolling',
    batch: batchFor(options['batch-size'], target),
    evaluation: minutes(0),
  }),
  wish: (policy) => policyRequest(policy),
});
