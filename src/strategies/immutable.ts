/** `immutable`: a full set of new instances beside the old ones, which go only when all new ones are healthy. */
import { minutes } from '../domain/time.js';
import { refuseCluster } from './cautions.js';
import { policyRequest } from './in-place.js';
import { underPolicy } from './policies.js';

export const immutable = underPolicy({
  summary: 'policy Immutable: a full set of new instances, then the old ones go',
  choose: 'a failed deployment must leave the old instances untouched',
  inputs: {},
  refuses: (target) => refuseCluster(target, 'immutable'),
  policy: () => ({ policy: 'Immutable', batch: { kind: 'percent', percent: 100 }, evaluation: minutes(0) }),
  wish: (policy) => policyRequest(policy),
});
