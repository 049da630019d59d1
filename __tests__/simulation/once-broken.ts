/** Seeds that once broke a rule, with what it was, and the smallest plot that broke it: a seed means another plot when the generator changes. */
import type { Plot } from './plot.js';
import { PREVIEW_INPUTS } from './pull-request.js';
import { SECRETS } from './write-later.js';

export interface OnceBroken {
  readonly seed: number;
  readonly was: string;
  readonly plot?: Plot;
}

const ground = (policy: string, timeout = '600', batch = '1'): Plot['ground'] => ({
  instances: 1,
  loadBalancer: 'application',
  tier: 'WebServer',
  enhancedHealth: true,
  options: {
    'aws:elasticbeanstalk:command': {
      DeploymentPolicy: policy,
      BatchSizeType: 'Fixed',
      BatchSize: batch,
      Timeout: timeout,
    },
  },
});

const GOOD = { speaks: 'directly', version: {}, actors: [] } as const;

export const ONCE_BROKEN: readonly OnceBroken[] = [
  { seed: 897, was: 'stale answers older than the scenario had asked for' },
  {
    seed: 2310,
    was: 'after its span a bake that was still in doubt looked again and again without a pause',
    plot: {
      ...GOOD,
      seed: 2310,
      ground: { ...ground('RollingWithAdditionalBatch'), idle: 'v0' },
      inputs: { strategy: 'blue-green', bake: '6m' },
      faults: [{ kind: 'flapping-health', health: 'Warning', everySeconds: 42 }],
    },
  },
  {
    seed: 2084,
    was: 'events that cannot be read to their end were asked for twice a second for two minutes',
    plot: {
      ...GOOD,
      seed: 2084,
      ground: { ...ground('Immutable'), loadBalancer: 'none', tier: 'Worker' },
      inputs: {},
      faults: [{ kind: 'lost-permission', answer: 'empty', action: 'DescribeEvents', fromSecond: 41 }],
    },
  },
  {
    seed: 2586,
    was: 'what a way back had begun when its time was up was not said to go on',
    plot: {
      ...GOOD,
      seed: 2586,
      ground: ground('Immutable'),
      inputs: { strategy: 'traffic-splitting', timeout: '3m' },
      faults: [
        { kind: 'aborted-by-someone', afterSeconds: 154 },
        { kind: 'updated-by-someone', label: 'v3', afterSeconds: 108 },
        { kind: 'throttle', action: '*', probability: 0.4 },
      ],
    },
  },
  {
    seed: 92854397,
    was: 'shares were given back after two lost answers to the write of weights, not four',
    plot: {
      ...GOOD,
      seed: 92854397,
      ground: { ...ground('RollingWithAdditionalBatch'), instances: 2, idle: 'v0', route: 'alb' },
      inputs: {
        strategy: 'canary',
        'idle-environment-name': 'shop-prod-idle',
        'canary-steps': '20%:2m, 50%:2m',
        'max-step-extension': '3m',
        bake: '2m',
      },
      faults: [
        { kind: 'throttle', action: 'DescribeEvents', fromSecond: 399, toSecond: 443 },
        { kind: 'server-error', status: 503, action: '*', probability: 0.25 },
      ],
    },
  },
  {
    seed: 92854638,
    was: 'an environment that could not be read was asked for each second once there was no time left, without end',
    plot: {
      ...GOOD,
      seed: 92854638,
      ground: { ...ground('Immutable'), idle: 'v0', route: 'alb' },
      inputs: { strategy: 'canary', 'idle-environment-name': 'shop-prod-idle', timeout: '4m' },
      faults: [
        { kind: 'reset', when: 'before', action: '*', fromSecond: 60, toSecond: 547 },
        { kind: 'server-error', status: 503, action: '*', probability: 0.25 },
      ],
    },
  },
  {
    seed: 92854695,
    was: 'a run that could read nothing was to tell of the update of one that was killed',
    plot: {
      ...GOOD,
      seed: 92854695,
      ground: ground('Rolling'),
      inputs: {},
      faults: [{ kind: 'lost-permission', answer: 'denied', action: '*', fromSecond: 76 }],
      killAt: { request: 28, when: 'before' },
    },
  },
  {
    seed: 405383121,
    was: 'an abort at the deadline was not said to go on when nothing could be put back',
    plot: {
      ...GOOD,
      seed: 405383121,
      ground: ground('RollingWithAdditionalBatch'),
      inputs: { timeout: '4m', 'on-timeout': 'abort' },
      faults: [{ kind: 'expired-credentials', action: '*', fromSecond: 269 }],
    },
  },
  {
    seed: 405383518,
    was: 'a degraded version had not to succeed although the service called its environment Ok',
    plot: {
      ...GOOD,
      seed: 405383518,
      ground: ground('Immutable'),
      inputs: { strategy: 'all-at-once' },
      version: { health: 'Degraded' },
      faults: [{ kind: 'flapping-health', health: 'Severe', everySeconds: 55 }],
    },
  },
  { seed: 405383955, was: 'a side that could not be looked at now and then was called unproven' },
  {
    seed: 405383970,
    was: 'an update whose answer was lost was not said to go on when nobody could look for it any longer',
    plot: {
      ...GOOD,
      seed: 405383970,
      ground: ground('Immutable'),
      inputs: {},
      faults: [
        { kind: 'expired-credentials', action: '*', fromSecond: 29 },
        { kind: 'server-error', status: 503, action: '*', probability: 0.25 },
        { kind: 'reset', when: 'after', action: '*', probability: 0.1 },
        { kind: 'slow-answer', action: '*', seconds: 3, probability: 0.3 },
        { kind: 'stale-read', action: '*', seconds: 24 },
      ],
    },
  },
  {
    seed: 260419653,
    was: 'traffic given back to the old side was to find the version of before there, and not what somebody had deployed',
    plot: {
      ...GOOD,
      seed: 260419653,
      ground: { ...ground('AllAtOnce'), idle: 'v0' },
      inputs: { strategy: 'blue-green', timeout: '4m' },
      faults: [],
      actors: [{ kind: 'deploys', at: 70, label: 'v3' }],
    },
  },
  { seed: 260420249, was: 'the old side was said to be live when a stop came too late to give it the requests back' },
  {
    seed: 492041906,
    was: 'while two thirds of the calls failed every second look before success left out the events',
    plot: {
      ...GOOD,
      seed: 492041906,
      ground: { ...ground('AllAtOnce', '120'), loadBalancer: 'none' },
      inputs: {},
      faults: [
        { kind: 'throttle', action: '*', probability: 0.4 },
        { kind: 'server-error', status: 502, action: '*', probability: 0.25 },
        { kind: 'reset', when: 'before', action: '*', probability: 0.2 },
        { kind: 'slow-answer', action: '*', seconds: 3, probability: 0.3 },
        { kind: 'lost-events', contains: 'deployed' },
      ],
    },
  },
  {
    seed: 492042726,
    was: 'a swap whose answer was lost, and that nobody saw in time, was held for that of somebody else',
  },
  {
    seed: 663394585,
    was: 'an old side that somebody had begun to update was to be Ready when it got its requests back',
    plot: {
      ...GOOD,
      seed: 663394585,
      ground: { ...ground('Immutable'), idle: 'v0', route: 'alb' },
      inputs: {
        strategy: 'canary',
        'idle-environment-name': 'shop-prod-idle',
        'canary-steps': '50%:1m',
        'max-step-extension': '3m',
        bake: '2m',
        'on-cancel': 'leave',
      },
      version: { errorShare: 0.4, requestsPerSecond: 20 },
      faults: [{ kind: 'slow-batch', batch: 1, seconds: 880 }],
      actors: [{ kind: 'sets-variable', at: 254 }],
    },
  },
  {
    seed: 52081,
    was: 'an environment that was waited for could be looked at too seldom to be read once while every second call failed',
    plot: {
      ...GOOD,
      seed: 52081,
      ground: { ...ground('Rolling'), idle: 'v0', route: 'alb' },
      inputs: {
        strategy: 'canary',
        'idle-environment-name': 'shop-prod-idle',
        'canary-steps': '20%:2m, 50%:2m',
        'max-step-extension': '3m',
        bake: '30s',
        'accept-health': 'not-worse',
      },
      faults: [
        { kind: 'throttle', action: '*', probability: 0.4 },
        { kind: 'server-error', status: 503, action: '*', probability: 0.25 },
      ],
    },
  },
  {
    seed: 91058,
    was: 'the creation of an environment was given up after three lost answers, not four',
    plot: {
      ...GOOD,
      seed: 91058,
      ground: { ...ground('AllAtOnce'), instances: 2, options: {}, preview: 'none' },
      inputs: { ...PREVIEW_INPUTS, 'preview-size': 'single-instance', 'github-token': SECRETS[1] },
      faults: [
        { kind: 'server-error', status: 500, action: '*', probability: 0.25 },
        { kind: 'label-lag', seconds: 12 },
      ],
    },
  },
  {
    seed: 586986165,
    was: 'answers older than what had been read already showed an update as ended, and it was not said to go on',
    plot: {
      ...GOOD,
      seed: 586986165,
      ground: ground('RollingWithAdditionalBatch'),
      inputs: {},
      faults: [
        { kind: 'expired-credentials', action: '*', fromSecond: 25 },
        { kind: 'slow-answer', action: '*', seconds: 3, probability: 0.3 },
        { kind: 'stale-read', action: '*', seconds: 13 },
      ],
    },
  },
  {
    seed: 586986646,
    was: 'an update whose answer was lost was said not to have begun, although no look at it had succeeded',
    plot: {
      ...GOOD,
      seed: 586986646,
      ground: { ...ground('RollingWithAdditionalBatch'), idle: 'v0', route: 'alb' },
      inputs: { strategy: 'canary' },
      faults: [
        { kind: 'throttle', action: '*', probability: 0.4 },
        { kind: 'server-error', status: 503, action: '*', probability: 0.25 },
        { kind: 'reset', when: 'before', action: '*', probability: 0.1 },
        { kind: 'reset', when: 'after', action: '*', probability: 0.2 },
      ],
    },
  },
  {
    seed: 915314346,
    was: 'an update whose answer was lost in ten minutes without network was taken for somebody else’s, and what it changed was said to be back',
    plot: {
      ...GOOD,
      seed: 915314346,
      ground: { ...ground('AllAtOnce'), instances: 4 },
      inputs: { strategy: 'traffic-splitting' },
      faults: [
        { kind: 'reset', when: 'before', action: '*', fromSecond: 60, toSecond: 300 },
        { kind: 'reset', when: 'after', action: '*', probability: 0.2 },
        { kind: 'lost-events', contains: 'update' },
      ],
    },
  },
  {
    seed: 915314467,
    was: 'a version that somebody else had deployed to the new side while it baked was called ours',
    plot: {
      ...GOOD,
      seed: 915314467,
      ground: { ...ground('AllAtOnce'), idle: 'v0' },
      inputs: { strategy: 'blue-green' },
      faults: [{ kind: 'updated-by-someone', label: 'v3', afterSeconds: 184 }],
    },
  },
  {
    seed: 915315765,
    was: 'an update whose answer was lost was not said to go on when the environment was found busy with it',
    plot: {
      ...GOOD,
      seed: 915315765,
      ground: { ...ground('Rolling'), instances: 3 },
      inputs: { strategy: 'rolling', 'batch-size': '50%', 'on-busy': 'fail' },
      version: { health: 'Degraded' },
      faults: [
        { kind: 'throttle', action: '*', probability: 0.4 },
        { kind: 'reset', when: 'after', action: '*', probability: 0.2 },
        { kind: 'stale-read', action: '*', seconds: 25 },
      ],
    },
  },
  {
    seed: 915318582,
    was: 'an update of the way back that may have begun was not said to go on, because the one before it had ended',
    plot: {
      ...GOOD,
      seed: 915318582,
      ground: { ...ground('Immutable'), instances: 4, loadBalancer: 'none', tier: 'Worker' },
      inputs: { strategy: 'rolling' },
      version: { command: 'fails' },
      faults: [
        { kind: 'expired-credentials', action: '*', fromSecond: 295 },
        { kind: 'reset', when: 'after', action: '*', probability: 0.2 },
      ],
    },
  },
  {
    seed: 915314072,
    was: 'a stale answer to who asks for the newest event alone was empty, so that all were told again',
  },
  { seed: 915317030, was: 'a canary was carried on with fewer instances than the old side had by then' },
  {
    seed: 202612067,
    was: 'while the service was throttled, the wish of other runs was read again and again, and what is judged had to wait',
    plot: {
      ...GOOD,
      seed: 202612067,
      ground: { ...ground('AllAtOnce', '120'), idle: 'v0', route: 'alb' },
      inputs: { strategy: 'canary', bake: '30s' },
      faults: [{ kind: 'throttle', action: '*', probability: 0.4 }],
    },
  },
  {
    seed: 202612951,
    was: 'a request to stop while the old side went away did not say that its termination goes on',
    plot: {
      ...GOOD,
      seed: 202612951,
      ground: { ...ground('Rolling'), instances: 3, enhancedHealth: false, idle: 'v0' },
      inputs: { strategy: 'blue-green', bake: '2m', retire: 'terminate' },
      faults: [],
      cancelAt: 498,
    },
  },
  {
    seed: 202613141,
    was: '"serves as before" was said of a side that somebody else had taken the traffic from meanwhile',
    plot: {
      ...GOOD,
      seed: 202613141,
      ground: { ...ground('AllAtOnce'), idle: 'v0' },
      inputs: { strategy: 'blue-green' },
      version: { errorShare: 0.4, requestsPerSecond: 20 },
      faults: [],
      actors: [{ kind: 'swaps', at: 266 }],
    },
  },
  {
    seed: 202614153,
    was: 'a release was called good although somebody else had moved the traffic away before the end',
    plot: {
      ...GOOD,
      seed: 202614153,
      ground: { ...ground('AllAtOnce', '600', '2'), idle: 'none' },
      inputs: { strategy: 'blue-green', bake: '30s', retire: 'scale-down' },
      faults: [],
      actors: [{ kind: 'swaps', at: 399 }],
    },
  },
  {
    seed: 202615017,
    was: 'an update whose answer was lost was not said to be perhaps going on when nothing could be seen any longer',
    plot: {
      ...GOOD,
      seed: 202615017,
      ground: {
        instances: 1,
        loadBalancer: 'application',
        tier: 'WebServer',
        enhancedHealth: true,
        options: {
          'aws:elasticbeanstalk:command': {
            DeploymentPolicy: 'Immutable',
            BatchSizeType: 'Fixed',
            BatchSize: '1',
            Timeout: '600',
          },
          'aws:elasticbeanstalk:application:environment': { LEVEL: 'info' },
        },
      },
      inputs: { operation: 'rollback', 'to-version': 'v2', 'version-label': '' },
      faults: [
        { kind: 'lost-permission', answer: 'empty', action: '*', fromSecond: 13 },
        { kind: 'reset', when: 'after', action: '*', probability: 0.1 },
        { kind: 'stale-read', action: '*', seconds: 15 },
      ],
    },
  },
  {
    seed: 202617221,
    was: 'what was before was said to be back after somebody else had deployed since',
    plot: {
      ...GOOD,
      seed: 202617221,
      ground: { ...ground('Rolling', '600', '2'), instances: 2 },
      inputs: { strategy: 'rolling-with-additional-batch', 'environment-variables': 'API_TOKEN=hunter2-correct-horse' },
      version: { command: 'fails' },
      faults: [
        { kind: 'reset', when: 'before', action: '*', probability: 0.2 },
        { kind: 'label-lag', seconds: 18 },
      ],
      actors: [{ kind: 'deploys', at: 422, label: 'v3' }],
    },
  },
  {
    seed: 202617741,
    was: 'a creation whose answer was lost and whose first events came late was not known by its own events',
    plot: {
      ...GOOD,
      seed: 202617741,
      ground: {
        instances: 1,
        loadBalancer: 'application',
        tier: 'WebServer',
        enhancedHealth: true,
        options: {},
        preview: 'none',
      },
      inputs: {
        operation: 'preview',
        'environment-name': '',
        'template-environment': 'shop-prod',
        'option-settings':
          '{"aws:autoscaling:launchconfiguration":{"IamInstanceProfile":"aws-elasticbeanstalk-ec2-role"},"aws:elasticbeanstalk:environment":{"ServiceRole":"aws-elasticbeanstalk-service-role"}}',
      },
      faults: [
        { kind: 'reset', when: 'after', action: '*', probability: 0.1 },
        { kind: 'stale-read', action: '*', seconds: 15 },
      ],
    },
  },
  {
    seed: 202618649,
    was: 'a busy side was taken for a swap whose answer was lost, and asked about every two seconds',
    plot: {
      ...GOOD,
      seed: 202618649,
      ground: { ...ground('Immutable', '120'), idle: 'none' },
      inputs: { strategy: 'blue-green', 'smoke-test-path': '/' },
      faults: [{ kind: 'server-error', status: 504, action: '*', probability: 0.25 }],
      actors: [
        { kind: 'resizes', at: 342, instances: 5 },
        { kind: 'restarts', at: 176 },
      ],
    },
  },
  {
    seed: 202619645,
    was: 'an environment without any instance was Green with basic health',
    plot: {
      ...GOOD,
      seed: 202619645,
      ground: { ...ground('Rolling', '120', '2'), instances: 3, enhancedHealth: false },
      inputs: {},
      faults: [{ kind: 'no-capacity' }],
      actors: [{ kind: 'updates-platform', at: 171 }],
    },
  },
  {
    seed: 202619731,
    was: 'a swap whose answers were lost was given up sooner than other calls',
    plot: {
      ...GOOD,
      seed: 202619731,
      ground: {
        instances: 3,
        loadBalancer: 'application',
        tier: 'WebServer',
        enhancedHealth: false,
        options: {
          'aws:elasticbeanstalk:command': {
            DeploymentPolicy: 'Rolling',
            BatchSizeType: 'Fixed',
            BatchSize: '2',
            Timeout: '600',
          },
          'aws:elasticbeanstalk:application:environment': { LEVEL: 'info' },
        },
        idle: 'v0',
      },
      inputs: { strategy: 'blue-green' },
      faults: [
        { kind: 'server-error', status: 504, action: '*', probability: 0.25 },
        { kind: 'reset', when: 'before', action: '*', probability: 0.1 },
      ],
    },
  },
  {
    seed: 300003616,
    was: 'a side that was no longer shown was looked at every three seconds until time was up',
    plot: {
      ...GOOD,
      seed: 300003616,
      ground: { ...ground('AllAtOnce'), idle: 'v0' },
      inputs: { strategy: 'blue-green' },
      faults: [{ kind: 'lost-permission', answer: 'empty', action: 'DescribeEnvironments', fromSecond: 192 }],
    },
  },
  {
    seed: 300009612,
    was: 'a swap that had happened was not seen, because four readings in a row never all succeeded',
    plot: {
      ...GOOD,
      seed: 300009612,
      ground: { ...ground('RollingWithAdditionalBatch'), idle: 'v0' },
      inputs: { strategy: 'blue-green', 'smoke-test-path': '/' },
      faults: [
        { kind: 'throttle', action: '*', probability: 0.4 },
        { kind: 'server-error', status: 502, action: '*', probability: 0.25 },
      ],
    },
  },
  {
    seed: 500001681,
    was: 'what was before was said to be back, when only the settings were and somebody else had deployed meanwhile',
    plot: {
      ...GOOD,
      seed: 500001681,
      ground: { ...ground('Rolling'), instances: 2 },
      inputs: { strategy: 'traffic-splitting' },
      faults: [{ kind: 'stale-read', action: '*', seconds: 20 }],
      actors: [{ kind: 'deploys', at: 65, label: 'v3' }],
    },
  },
  {
    seed: 600006899,
    was: 'a request to stop, when the look at who serves failed, said that the old side serves as before',
    plot: {
      ...GOOD,
      seed: 600006899,
      ground: { ...ground('RollingWithAdditionalBatch', '120'), instances: 2, idle: 'v0' },
      inputs: { strategy: 'blue-green' },
      faults: [
        { kind: 'throttle', action: '*', probability: 0.4 },
        { kind: 'reset', when: 'after', action: '*', probability: 0.2 },
      ],
      actors: [{ kind: 'swaps', at: 194 }],
      cancelAt: 438,
    },
  },
  {
    seed: 600008263,
    was: 'an empty list of instances, for want of a permission, was taken for an environment without any, and for proof',
    plot: {
      ...GOOD,
      seed: 600008263,
      ground: ground('AllAtOnce'),
      inputs: {},
      faults: [
        { kind: 'lost-permission', answer: 'empty', action: 'DescribeInstancesHealth', fromSecond: 253 },
        { kind: 'instance-keeps-old-version', count: 1 },
      ],
      killAt: { request: 23, when: 'before' },
    },
  },
  {
    seed: 700008073,
    was: 'while looks failed and were far apart the health that was missing had no turn, until time was up',
    plot: {
      ...GOOD,
      seed: 700008073,
      ground: ground('AllAtOnce', '120'),
      inputs: {},
      faults: [
        { kind: 'throttle', action: '*', probability: 0.4 },
        { kind: 'throttle', action: 'DescribeEnvironments', fromSecond: 498, toSecond: 562 },
        { kind: 'server-error', status: 500, action: '*', probability: 0.25 },
        { kind: 'slow-answer', action: '*', seconds: 3, probability: 0.3 },
      ],
    },
  },
  {
    seed: 800000420,
    was: 'what was before was said to be back with its settings alone, when no instance was left',
  },
  {
    seed: 1400008681,
    was: 'when Auto Scaling had replaced all instances twice, the one that came was not waited for',
  },
  {
    seed: 1400008371,
    was: 'that an update with a lost answer had been seen to move was forgotten when every later look failed',
    plot: {
      ...GOOD,
      seed: 1400008371,
      ground: {
        ...ground('RollingWithAdditionalBatch'),
        options: {
          ...ground('RollingWithAdditionalBatch').options,
          'aws:elasticbeanstalk:application:environment': { LEVEL: 'info' },
        },
      },
      inputs: { strategy: 'traffic-splitting', 'environment-variables': `API_TOKEN=${SECRETS[0]}` },
      faults: [
        { kind: 'throttle', action: '*', probability: 0.4 },
        { kind: 'reset', when: 'after', action: '*', probability: 0.2 },
        { kind: 'lost-events', contains: 'update' },
      ],
    },
  },
  {
    seed: 1400004817,
    was: 'both sides of a swap were read one by one, in each look for a swap whose answer was lost',
    plot: {
      ...GOOD,
      seed: 1400004817,
      ground: {
        ...ground('RollingWithAdditionalBatch'),
        options: {
          ...ground('RollingWithAdditionalBatch').options,
          'aws:autoscaling:asg': { MinSize: '1', MaxSize: '6' },
        },
        idle: 'none',
      },
      inputs: { strategy: 'blue-green' },
      faults: [
        { kind: 'server-error', status: 502, action: '*', probability: 0.25 },
        { kind: 'reset', when: 'before', action: '*', probability: 0.1 },
      ],
    },
  },
  {
    seed: 1500006317,
    was: 'a plan beside a live side that somebody was changing said that it would wait for it',
    plot: {
      ...GOOD,
      seed: 1500006317,
      ground: { ...ground('Rolling', '120'), instances: 2, idle: 'v0', route: 'alb' },
      inputs: { strategy: 'canary', timeout: '4m' },
      faults: [],
      actors: [{ kind: 'deploys', at: 34, label: 'v3' }],
      killAt: { request: 62, when: 'after' },
    },
  },
  {
    seed: 1600002026,
    was: 'a bake whose looks were slow did not hear a request to stop, and the old side was said to be live',
    plot: {
      ...GOOD,
      seed: 1600002026,
      ground: {
        ...ground('AllAtOnce'),
        options: {
          ...ground('AllAtOnce').options,
          'aws:elasticbeanstalk:application:environment': { LEVEL: 'info' },
        },
        idle: 'v0',
      },
      inputs: { strategy: 'blue-green', bake: '2m', 'smoke-test-path': '/' },
      faults: [
        { kind: 'reset', when: 'after', action: '*', probability: 0.1 },
        { kind: 'slow-answer', action: '*', seconds: 5, probability: 0.3 },
      ],
      cancelAt: 289,
    },
  },
  {
    seed: 1400009771,
    was: 'late events of the first swap were taken for the swap back, which had never arrived',
    plot: {
      ...GOOD,
      seed: 1400009771,
      ground: { ...ground('RollingWithAdditionalBatch', '120'), idle: 'none' },
      inputs: { strategy: 'blue-green', 'smoke-test-path': '/', timeout: '3m' },
      faults: [
        { kind: 'server-error', status: 503, action: '*', probability: 0.25 },
        { kind: 'late-events', contains: 'i', seconds: 48 },
      ],
      killAt: { request: 49, when: 'before' },
    },
  },
  {
    seed: 1700005798,
    was: 'under basic health a deployment was good although somebody had aborted another one after it, half way',
    plot: {
      ...GOOD,
      seed: 1700005798,
      ground: { ...ground('AllAtOnce'), loadBalancer: 'none', enhancedHealth: false },
      inputs: { strategy: 'all-at-once' },
      faults: [{ kind: 'updated-by-someone', label: 'v3', afterSeconds: 118 }],
      actors: [{ kind: 'aborts', at: 153 }],
    },
  },
  {
    seed: 1800007253,
    was: 'under basic health the simulated environment was Green while its only instance was replaced',
  },
  {
    seed: 1900006165,
    was: 'a plan was made from a label that lagged behind what a dead run had deployed, and then took it for somebody else’s',
  },
  {
    seed: 1900007008,
    was: 'a proof that came with the deadline, and events that could not be read then, were looked for without an end',
  },
  {
    seed: 2000007554,
    was: 'a run that found its preview removed by another one, and said so, was held to have deployed it',
  },
  {
    seed: 2100002385,
    was: 'an update whose call was not answered in time, after a request to stop, was not said to go on',
  },
  {
    seed: 100000006,
    was: 'what a way back had asked for when a request to stop came was not said to go on',
    plot: {
      ...GOOD,
      seed: 100000006,
      ground: ground('AllAtOnce'),
      inputs: {},
      version: { command: 'fails' },
      faults: [],
      stopAt: { change: 3, when: 'sent' },
    },
  },
  {
    seed: 2300005555,
    was: 'a swap back that was on its way when a request to stop came was called failed, and not said to go on',
    plot: {
      ...GOOD,
      seed: 2300005555,
      ground: { ...ground('Rolling', '600', '2'), enhancedHealth: false, idle: 'v0' },
      inputs: { strategy: 'blue-green', timeout: '4m' },
      faults: [
        { kind: 'reset', when: 'after', action: '*', probability: 0.1 },
        { kind: 'slow-answer', action: '*', seconds: 2, probability: 0.3 },
      ],
      cancelAt: 255,
    },
  },
  {
    seed: 100001444,
    was: 'an update whose answer took three seconds was held to be one that could have been aborted',
    plot: {
      ...GOOD,
      seed: 100001444,
      ground: ground('Immutable'),
      inputs: {},
      faults: [{ kind: 'slow-answer', seconds: 3, action: '*', probability: 0.3 }],
      stopAt: { change: 2, when: 'sent' },
    },
  },
  {
    seed: 2500001776,
    was: 'a side was not proven before it got traffic, because events that prove nothing could not be read',
  },
  {
    seed: 2600000312,
    was: 'with basic health an instance that came during a deployment was vouched for, although nobody knew what it runs',
  },
  {
    seed: 2600008024,
    was: 'a plan was made from the label of the live side, which lagged behind what somebody had deployed there',
  },
  {
    seed: 2700009352,
    was: 'an update whose answer was lost, and of which nobody could see anything, was not said to go on',
  },
  {
    seed: 2800004054,
    was: 'what was sick before and is so again was said to be back, and proven, without a word about that',
  },
  {
    seed: 2900006446,
    was: 'with a network that was down the old side was said to serve as before, while somebody had swapped the names',
  },
  {
    seed: 2900009674,
    was: 'with `on-failure: none` traffic was said to stay on the old side, although a share, and perhaps all of it, had moved',
  },
  {
    seed: 3100005112,
    was: 'the policy was put back, while somebody deployed whose label came late: a success was told with a version that had gone',
  },
  {
    seed: 3100004564,
    was: 'what a run that died had left sick was found no worse than it was before, and called a success',
    plot: {
      ...GOOD,
      seed: 3100004564,
      ground: ground('Rolling'),
      inputs: { strategy: 'all-at-once', 'restore-policy': 'true', 'accept-health': 'not-worse' },
      version: { health: 'Severe' },
      faults: [{ kind: 'label-lag', seconds: 24 }],
      killAt: { request: 99, when: 'before' },
    },
  },
  {
    seed: 3200008380,
    was: 'with a permission that went away neither side was said to serve',
    plot: {
      ...GOOD,
      seed: 3200008380,
      ground: { ...ground('Immutable', '600', '2'), idle: 'none' },
      inputs: { strategy: 'blue-green' },
      faults: [{ kind: 'lost-permission', answer: 'empty', action: 'DescribeEnvironments', fromSecond: 180 }],
    },
  },
  {
    seed: 3300001312,
    was: 'the version was put back, and lost all its instances while the policy was put back: it was said to be there, and proven',
  },
  {
    seed: 77001896,
    was: 'behind shares the old side was said to serve as before, while somebody had terminated it',
    plot: {
      ...GOOD,
      seed: 77001896,
      ground: { ...ground('Immutable', '120', '2'), idle: 'v0', route: 'alb' },
      inputs: { strategy: 'canary' },
      faults: [],
      actors: [{ kind: 'terminates', at: 160, side: 'live' }],
    },
  },
  {
    seed: 77000087,
    was: 'an instance that Auto Scaling had only just brought, right before the swap, ended the rollout',
    plot: {
      ...GOOD,
      seed: 77000087,
      ground: {
        ...ground('AllAtOnce'),
        instances: 2,
        options: {
          ...ground('AllAtOnce').options,
          'aws:elasticbeanstalk:application:environment': { LEVEL: 'info' },
          'aws:autoscaling:asg': { MinSize: '1', MaxSize: '6' },
        },
        idle: 'none',
      },
      inputs: { strategy: 'blue-green', bake: '6m' },
      faults: [{ kind: 'reset', when: 'before', action: 'SwapEnvironmentCNAMEs', skip: 0, times: 1 }],
      actors: [
        { kind: 'scales', at: 191, side: 'idle', instances: 4 },
        { kind: 'replaces-instance', at: 286, side: 'idle', index: 0 },
      ],
    },
  },
  {
    seed: 78000545,
    was: 'an update that was thought to be lost had arrived: its version was called the one from before',
    plot: {
      ...GOOD,
      seed: 78000545,
      ground: { ...ground('AllAtOnce', '600', '2'), loadBalancer: 'none' },
      inputs: { 'on-failure': 'none' },
      version: { health: 'Severe', onlyOrdinals: [0] },
      faults: [{ kind: 'lost-events', contains: 'update' }],
      darkAt: { change: 2, lost: 'answer', seconds: 408 },
    },
  },
  {
    seed: 3600009640,
    was: 'with basic health a version was said to be back, and proven, without a word that nobody knows what the instances run',
  },
  {
    seed: 80000026,
    was: 'a fleet that an aborted update of a dead run had left mixed was the measure for `not-worse`',
    plot: {
      ...GOOD,
      seed: 80000026,
      ground: ground('AllAtOnce'),
      inputs: { 'accept-health': 'not-worse' },
      version: { health: 'Degraded' },
      faults: [
        { kind: 'aborted-by-someone', afterSeconds: 46 },
        { kind: 'server-error', status: 503, action: '*', probability: 0.25 },
      ],
      killAt: { request: 80, when: 'before' },
    },
  },
  {
    seed: 3900001401,
    was: 'putting the deployment policy back was aborted, and nobody said that the policy of the rollout stays',
  },
  {
    seed: 4000000036,
    was: 'an update that had ended long ago was said to go on, by a run that could not look any more',
  },
  {
    seed: 4000001229,
    was: 'an update that had been aborted long ago was said to be being aborted',
  },
  {
    seed: 91001203,
    was: 'of two updates, one of which was ours, the second was aborted while nobody could look: the label was taken for proof',
    plot: {
      ...GOOD,
      seed: 91001203,
      ground: { ...ground('AllAtOnce', '600', '2'), enhancedHealth: false },
      inputs: {},
      faults: [],
      actors: [
        { kind: 'aborts', at: 204 },
        { kind: 'deploys', at: 143, label: 'v3' },
      ],
      darkAt: { change: 2, lost: 'answer', seconds: 1006 },
    },
  },
  {
    seed: 91001462,
    was: 'an instance that only came, for one that Auto Scaling had taken right before a swap, ended the rollout',
    plot: {
      ...GOOD,
      seed: 91001462,
      ground: {
        ...ground('RollingWithAdditionalBatch', '120'),
        instances: 2,
        options: {
          ...ground('RollingWithAdditionalBatch', '120').options,
          'aws:autoscaling:asg': { MinSize: '1', MaxSize: '6' },
        },
        idle: 'none',
      },
      inputs: { strategy: 'blue-green', 'smoke-test-path': '/' },
      faults: [
        { kind: 'server-error', status: 503, action: '*', probability: 0.25 },
        { kind: 'reset', when: 'before', action: '*', probability: 0.1 },
      ],
      actors: [{ kind: 'replaces-instance', at: 386, side: 'idle', index: 1 }],
    },
  },
  {
    seed: 4200000000,
    was: 'the status of the side that was watched last was told as that of the side that serves',
  },
  {
    seed: 4200000082,
    was: 'a side that was terminated was told as the idle one',
  },
  {
    seed: 92000186,
    was: 'an update whose answer was not heard was taken for somebody else’s, and nothing was said to go on',
    plot: {
      ...GOOD,
      seed: 92000186,
      ground: ground('Rolling', '600', '2'),
      inputs: { strategy: 'rolling', 'batch-size': '1' },
      faults: [{ kind: 'reset', when: 'after', action: '*', probability: 0.1 }],
      darkAt: { change: 2, lost: 'call', seconds: 207 },
      stopAt: { change: 4, when: 'sent' },
    },
  },
  {
    seed: 4800007905,
    was: 'what a dead canary had left to put back on a side with a share of the requests was to be put back first, which is refused',
  },
  {
    seed: 5000001093,
    was: 'the policy that the way back had set, whose end could not be read, was told as the one of the rollout',
  },
  {
    seed: 5000005527,
    was: 'the policy that the way back had set, and could not prove, was told as the one of the rollout',
  },
  {
    seed: 932050125,
    was: 'a creation that was found when its time was up was said to go on, although it was Ready',
    plot: {
      ...GOOD,
      seed: 932050125,
      ground: {
        ...{ instances: 1, loadBalancer: 'application', tier: 'WebServer', enhancedHealth: true, options: {} },
        preview: 'none',
      },
      inputs: { ...PREVIEW_INPUTS, timeout: '4m' },
      faults: [{ kind: 'reset', when: 'before', action: '*', fromSecond: 60, toSecond: 414 }],
      darkAt: { change: 3, lost: 'answer', seconds: 205 },
    },
  },
  {
    seed: 5100005178,
    was: 'an update that had begun was said to go on when the environment had been seen Ready, with the date from before it',
  },
];
