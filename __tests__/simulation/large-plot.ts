/** The largest and longest rollout that is promised to work: many instances, a long history, hours of evaluation, sessions that end, no network for a while. */
import type { Plot } from './plot.js';

export interface Size {
  readonly instances: number;
  readonly pastEvents: number;
  readonly evaluationMinutes: number;
}

export const LARGE: Size = { instances: 500, pastEvents: 50_000, evaluationMinutes: 360 };

/** Traffic splitting, which launches as many instances again and evaluates them; the network is down for ten minutes of it. */
export const largePlot = ({ instances, pastEvents, evaluationMinutes }: Size): Plot => ({
  seed: 500,
  ...{ speaks: 'through-sdk', assumesRole: true },
  ground: {
    ...{ instances, pastEvents, loadBalancer: 'application', tier: 'WebServer', enhancedHealth: true },
    options: { 'aws:elasticbeanstalk:command': { DeploymentPolicy: 'TrafficSplitting', Timeout: '600' } },
  },
  inputs: {
    strategy: 'traffic-splitting',
    'evaluation-minutes': String(evaluationMinutes),
    'traffic-percent': '10',
  },
  version: {},
  faults: [{ kind: 'reset', when: 'before', action: '*', fromSecond: 3_600, toSecond: 4_200 }],
  actors: [],
});
