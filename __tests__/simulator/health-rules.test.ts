/** Health: how instances and fleets are judged. */
import { describe, expect, it } from '@jest/globals';
import {
  type InstanceSight,
  judgeFleet,
  judgeInstance,
  judgeRequests,
  passes,
  spoken,
} from '../../src/simulator/health-rules.js';
import type { InstanceVitals } from '../../src/simulator/runtime/runtime.js';
import type { Instance } from '../../src/simulator/world.js';

const NOW = 1_000_000;
const QUIET = { requestCount: 0, status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
const fine: InstanceVitals = { reporting: true, passing: true, requests: QUIET, causes: [] };
const requests = (status2xx: number, status5xx: number, status4xx = 0) => ({
  requestCount: status2xx + status4xx + status5xx,
  status2xx,
  status3xx: 0,
  status4xx,
  status5xx,
});

const deployed: NonNullable<Instance['deployment']> = {
  versionLabel: 'v2',
  deploymentId: 2,
  status: 'Deployed',
  time: NOW - 23_000,
  startedAt: NOW - 49_000,
  kind: 'deploy',
};

const instance = (more: Partial<Instance> = {}): Instance => ({
  id: 'i-1',
  launchedAt: NOW - 300_000,
  availabilityZone: 'us-east-1a',
  instanceType: 't3.micro',
  group: 'permanent',
  lifecycle: 'InService',
  traffic: 'registered',
  targetGroup: 'default',
  deployment: deployed,
  runs: 'v2',
  health: { status: 'Ok', causes: [], since: 0 },
  passedChecks: 0,
  failingSince: undefined,
  ...more,
});

const sight = (more: Partial<InstanceSight> = {}): InstanceSight => ({
  instance: instance(),
  vitals: fine,
  target: 'healthy',
  expected: { versionLabel: 'v2', deploymentId: 2 },
  now: NOW,
  ...more,
});

describe('an instance', () => {
  it.each<[string, Partial<InstanceSight>, string, string | undefined]>([
    ['after a deployment', {}, 'Ok', 'Application deployment completed 23 seconds ago and took 26 seconds.'],
    ['long after it', { now: NOW + 600_000 }, 'Ok', undefined],
    [
      'during a deployment',
      { instance: instance({ deployment: { ...deployed, status: 'In Progress', startedAt: NOW - 3_000 } }) },
      'Info',
      'Performing application deployment (running for 3 seconds).',
    ],
    [
      'that starts',
      { instance: instance({ deployment: undefined, launchedAt: NOW - 41_000 }) },
      'Pending',
      'Performing initialization (running for 41 seconds).',
    ],
    [
      'whose command failed',
      {
        instance: instance({
          deployment: {
            ...deployed,
            status: 'Failed',
            time: Date.UTC(2026, 0, 2, 3, 4, 5),
            failure: { returnCode: 1, output: 'No.' },
          },
        }),
      },
      'Degraded',
      'Application deployment failed at 2026-01-02T03:04:05Z with exit status 1 and error: No.',
    ],
    [
      'with another version than expected',
      { expected: { versionLabel: 'v1', deploymentId: 1 } },
      'Degraded',
      'Incorrect application version "v2" (deployment 2). Expected version "v1" (deployment 1).',
    ],
    [
      'of which nothing is heard',
      { vitals: { ...fine, reporting: false } },
      'NoData',
      'Instance has not sent any data recently.',
    ],
    [
      'that fails its checks',
      { vitals: { ...fine, passing: false }, instance: instance({ failingSince: NOW - 40_000 }) },
      'Severe',
      'Process default has been unhealthy for 40 seconds (Target.FailedHealthChecks).',
    ],
    ['that the load balancer does not know yet', { target: 'initial' }, 'Info', 'ELB health is not available yet.'],
    [
      'with failing requests',
      { vitals: { ...fine, requests: requests(60, 40) } },
      'Degraded',
      '40.0 % of the requests are failing with HTTP 5xx.',
    ],
  ])('%s', (_title, more, status, cause) => {
    const judgement = judgeInstance(sight(more));
    expect(judgement.status).toBe(status);
    expect(judgement.causes[0]).toBe(cause);
  });
});

describe('requests', () => {
  it.each([
    [requests(100, 0), 'Ok'],
    [requests(99, 1), 'Ok'],
    [requests(90, 10), 'Warning'],
    [requests(70, 30), 'Degraded'],
    [requests(10, 90), 'Severe'],
    [requests(20, 0, 80), 'Warning'],
    [requests(0, 1), 'Info'],
  ])('%j mean %s', (metrics, status) => {
    expect(judgeRequests(metrics).status).toBe(status);
  });

  it('say when there are too few of them', () => {
    expect(judgeRequests(requests(0, 0, 1)).causes).toEqual([
      '100.0 % of the requests are erroring with HTTP 4xx. Insufficient request rate (6.0 requests/min) to determine application health.',
    ]);
  });
});

describe('a fleet', () => {
  const ok = { status: 'Ok', causes: [] } as const;
  const down = {
    status: 'Severe',
    causes: ['Process default has been unhealthy for 40 seconds (Target.FailedHealthChecks).'],
  } as const;
  const wrong = {
    status: 'Degraded',
    causes: ['Incorrect application version "v2" (deployment 2). Expected version "v1" (deployment 1).'],
  } as const;
  it.each([
    ['of good instances', [ok, ok], 'Ok', []],
    ['that is down', [down, down], 'Severe', ['ELB processes are not healthy on all instances.']],
    [
      'with one of four down',
      [down, ok, ok, ok],
      'Degraded',
      ['ELB processes are not healthy on 1 out of 4 instances.'],
    ],
    [
      'with one wrong version',
      [wrong, ok, ok, ok],
      'Degraded',
      ['Incorrect application version found on 1 out of 4 instances. Expected version "v1" (deployment 1).'],
    ],
    [
      'of which nothing is heard',
      [{ status: 'NoData', causes: [] } as const],
      'Severe',
      ['None of the instances are sending data.'],
    ],
    ['without instances', [], 'Unknown', ['There are no instances.']],
  ])('%s', (_title, judgements, status, causes) => {
    expect(judgeFleet(judgements, QUIET)).toEqual({ status, causes });
  });
});

it.each([
  ['Ok', 'Ok', true],
  ['Info', 'Ok', false],
  ['Warning', 'Warning', true],
  ['Degraded', 'Warning', false],
  ['Severe', 'Severe', true],
  ['Pending', 'Severe', false],
] as const)('%s passes under the threshold %s: %s', (status, threshold, answer) => {
  expect(passes(status, threshold)).toBe(answer);
});

it.each([
  [1_000, '1 second'],
  [79_400, '79 seconds'],
  [125_000, '2 minutes'],
  [7_200_000, '2 hours'],
])('%d ms is said as %s', (span, text) => expect(spoken(span)).toBe(text));
