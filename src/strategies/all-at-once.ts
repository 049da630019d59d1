/** `all-at-once`: every instance takes the version at the same time. */
import { minutes } from '../domain/time.js';
import { refuseCluster } from './cautions.js';
import { policyRequest } from './in-place.js';
import { underPolicy } from './policies.js';

export const allAtOnce = underPolicy({
  summary: 'policy AllAtOnce: every instance at the same time',
  choose: 'some seconds of downtime do not matter and speed does',
  inputs: {},
  refuses: (target) => refuseCluster(target, 'all-at-once'),
  policy: () => ({ policy: 'AllAtOnce', batch: { kind: 'percent', percent: 100 }, evaluation: minutes(0) }),
  wish: (policy) => policyRequest(policy),
});
