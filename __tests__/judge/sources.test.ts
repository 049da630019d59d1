import { describe, expect, it } from '@jest/globals';
import type { InstanceHealth, RequestMetrics } from '../../src/domain/instance.js';
import { minutes } from '../../src/domain/time.js';
import { figureQueries, figuresOf, slowerQuery, windowsOf } from '../../src/judge/metric-figures.js';
import { splitInstances, windowOf } from '../../src/judge/split.js';

const points = (...values: readonly (readonly [number, number])[]) =>
  values.map(([minute, value]) => ({ at: minutes(minute), value }));

describe('points of a load balancer', () => {
  it('a minute without a request count is not known; one without 5xx had none', () => {
    const windows = windowsOf({
      requests: points([0, 100], [2, 50]),
      errors: [points([0, 3], [1, 7]), points()],
      p99: points([0, 0.25], [1, 9]),
    });
    expect(windows).toEqual([
      { at: 0, requests: 100, errors5xx: 3, p99: 250 },
      { at: minutes(2), requests: 50, errors5xx: 0 },
    ]);
  });

  it('5xx of the load balancer itself are requests, too', () => {
    const windows = windowsOf({ requests: points([0, 2]), errors: [points([0, 1]), points([0, 9])], p99: [] });
    expect(windows).toEqual([{ at: 0, requests: 10, errors5xx: 10 }]);
  });

  it('slow requests are counted over all minutes; a count without a point was not made', () => {
    const span = { from: 0, to: minutes(2) };
    const slower = new Map([
      [300, points([0, 1.5], [1, 2])],
      [500, points()],
    ]);
    expect(figuresOf(span, [], slower).slower).toEqual([{ than: 300, requests: 3.5 }]);
  });

  it.each([
    [
      { kind: 'target-group', loadBalancer: 'app/a/1', targetGroup: 'targetgroup/g/2' } as const,
      'AWS/ApplicationELB',
      { LoadBalancer: 'app/a/1', TargetGroup: 'targetgroup/g/2' },
      1,
      'TargetResponseTime',
    ],
    [
      { kind: 'application', loadBalancer: 'app/a/1' } as const,
      'AWS/ApplicationELB',
      { LoadBalancer: 'app/a/1' },
      2,
      'TargetResponseTime',
    ],
    [
      { kind: 'classic', loadBalancer: 'awseb-e-1' } as const,
      'AWS/ELB',
      { LoadBalancerName: 'awseb-e-1' },
      2,
      'Latency',
    ],
  ])('are asked for by the dimensions of the place: %j', (place, namespace, dimensions, errors, latency) => {
    const queries = figureQueries(place);
    expect(queries.requests).toEqual({ namespace, name: 'RequestCount', dimensions, statistic: 'Sum' });
    expect(queries.errors).toHaveLength(errors);
    expect(queries.p99).toMatchObject({ name: latency, statistic: 'p99' });
    expect(slowerQuery(place, 330)).toEqual({ namespace, name: latency, dimensions, statistic: 'TC(0.33:)' });
  });
});

const requests = (requestCount: number, status5xx: number, p99?: number): RequestMetrics => ({
  windowSeconds: 10,
  requestCount,
  status2xx: requestCount - status5xx,
  status3xx: 0,
  status4xx: 0,
  status5xx,
  ...(p99 === undefined ? {} : { p99 }),
});

const instance = (id: string, deployment: InstanceHealth['deployment'], own?: RequestMetrics): InstanceHealth => ({
  id,
  status: 'Ok',
  color: 'Green',
  causes: [],
  ...(deployment === undefined ? {} : { deployment }),
  ...(own === undefined ? {} : { requests: own }),
});

const deployed = (versionLabel: string, id?: number) => ({
  versionLabel,
  status: 'Deployed' as const,
  ...(id === undefined ? {} : { id }),
});

describe('instances of one environment', () => {
  const ids = (group: readonly InstanceHealth[] | undefined) => group?.map(({ id }) => id);

  it('are old and new by deployment id, also with the same label', () => {
    const all = [instance('a', deployed('v1', 4)), instance('b', deployed('v1', 5)), instance('c', deployed('v1', 6))];
    const split = splitInstances(all, { previousDeploymentId: 4, versionLabel: 'v1', previousVersionLabel: 'v1' });
    expect([ids(split?.stable), ids(split?.canary)]).toEqual([['a'], ['b', 'c']]);
  });

  it('or by label where no id is known', () => {
    const all = [instance('a', deployed('v1')), instance('b', deployed('v2'))];
    const split = splitInstances(all, { versionLabel: 'v2', previousVersionLabel: 'v1' });
    expect([ids(split?.stable), ids(split?.canary)]).toEqual([['a'], ['b']]);
    expect(splitInstances(all, { versionLabel: 'v2', previousVersionLabel: 'v2' })).toBeUndefined();
  });

  it('count only when they serve, and only when there are both kinds', () => {
    const busy = instance('b', { versionLabel: 'v2', id: 5, status: 'In Progress' });
    expect(splitInstances([instance('a', deployed('v1', 4)), busy], { previousDeploymentId: 4 })).toBeUndefined();
    expect(splitInstances([instance('b', deployed('v2', 5))], { previousDeploymentId: 4 })).toBeUndefined();
  });

  it('add up to one window; the p99 of each weighs as much as its requests', () => {
    const all = [
      instance('a', deployed('v1', 4), requests(300, 3, 0.1)),
      instance('b', deployed('v1', 4), requests(100, 1, 0.3)),
      instance('c', deployed('v1', 4), requests(100, 0)),
      instance('d', deployed('v1', 4)),
    ];
    expect(windowOf(all, 7)).toEqual({ at: 7, requests: 500, errors5xx: 4, p99: 150 });
    expect(windowOf([], 7)).toEqual({ at: 7, requests: 0, errors5xx: 0 });
  });
});
