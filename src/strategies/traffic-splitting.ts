/** `traffic-splitting`: new instances get a share of the requests for some minutes before they get all of them. */
import { count, percent, withDefault } from '../domain/input.js';
import { minutes } from '../domain/time.js';
import { refuseCluster, refuseOtherLoadBalancers, refuseSingleInstance, refuseWorker } from './cautions.js';
import { policyRequest } from './in-place.js';
import { JUDGE_INPUTS, judgeRules } from './judge-inputs.js';
import { underPolicy } from './policies.js';

export const trafficSplitting = underPolicy({
  summary: 'policy TrafficSplitting: new instances get a share of the requests first, then all',
  choose: 'real requests should judge the version before everybody gets it',
  inputs: {
    // Ranges: AWS guide, namespace aws:elasticbeanstalk:trafficsplitting.
    'traffic-percent': withDefault(percent(1, 100), '10', {
      help: 'Share of the requests that the new instances get while they are evaluated (`traffic-splitting`).',
    }),
    'evaluation-minutes': withDefault(count(3, 600), '5', {
      help: 'Minutes of evaluation before the new instances get all requests (`traffic-splitting`).',
    }),
    ...JUDGE_INPUTS,
  },
  refuses: (target) => [
    ...refuseCluster(target, 'traffic-splitting'),
    ...refuseSingleInstance(target, 'traffic-splitting'),
    ...refuseWorker(target, 'traffic-splitting'),
    ...refuseOtherLoadBalancers(target, 'traffic-splitting'),
  ],
  policy: (options) => ({
    policy: 'TrafficSplitting',
    batch: { kind: 'percent', percent: 100 },
    evaluation: minutes(options['evaluation-minutes']),
  }),
  wish: (policy, options) => policyRequest(policy, options['traffic-percent']),
  judging: (options) => ({
    rules: judgeRules(options),
    percent: options['traffic-percent'],
    evaluation: minutes(options['evaluation-minutes']),
  }),
});
