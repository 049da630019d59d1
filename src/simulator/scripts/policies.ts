/** Which deployment policy rules an update: the environment's, as far as it can be had there. */
import { isSingleInstance, loadBalancerKind } from '../resources.js';
import { allAtOnce } from './all-at-once.js';
import { immutable } from './immutable.js';
import { rolling } from './rolling.js';
import { rollingWithAdditionalBatch } from './rolling-with-additional-batch.js';
import { trafficSplitting } from './traffic-splitting.js';
import { type Policy, policyName, type Update } from './update.js';

/** AWS guide, "Deployment options": single instances know only all at once and immutable, traffic splitting needs an ALB. */
export function policyOf(update: Update): Policy {
  const { environment } = update;
  const single = isSingleInstance(environment);
  switch (policyName(update)) {
    case 'Immutable':
      return immutable;
    case 'Rolling':
      return single ? allAtOnce : rolling;
    case 'RollingWithAdditionalBatch':
      return single ? allAtOnce : rollingWithAdditionalBatch;
    case 'TrafficSplitting':
      return loadBalancerKind(environment) === 'application' ? trafficSplitting : allAtOnce;
    default:
      return allAtOnce;
  }
}
