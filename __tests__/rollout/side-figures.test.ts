import { describe, expect, it } from '@jest/globals';
import type { FigurePlace, JudgeRules } from '../../src/domain/judgement.js';
import { ActionError } from '../../src/domain/problem.js';
import { type Instant, minutes, seconds } from '../../src/domain/time.js';
import type { MetricQuery, MetricSpan } from '../../src/ports/metrics.js';
import { type FigurePorts, sideReader } from '../../src/rollout/side-figures.js';

const RULES: JudgeRules = {
  maxP99: 400,
  maxP99Ratio: 1.5,
  minRequests: 50,
  confidence: 99,
  failureLimit: 1,
  maxStepExtension: 0,
  onInconclusive: 'warn',
};
const GROUP = (name: string): FigurePlace => ({ kind: 'target-group', loadBalancer: 'app/a/1', targetGroup: name });
const ENVIRONMENT: FigurePlace = { kind: 'environment', environment: { id: 'e-1', name: 'shop' } };
const START = minutes(100);

interface Asked {
  readonly query: MetricQuery;
  readonly span: MetricSpan;
}

/** A side of each name, with the same figures in every minute; the last minutes have not arrived. */
function world(figures: Readonly<Record<string, { readonly requests: number; readonly p99: number }>>) {
  let now: Instant = START;
  const asked: Asked[] = [];
  const health: { readonly requests: number; readonly refreshedAt: Instant }[] = [];
  const ports: FigurePorts = {
    clock: { now: () => now },
    metrics: {
      points: async (queries, span) => {
        const found = new Map<string, { at: Instant; value: number }[]>();
        for (const query of queries) {
          asked.push({ query, span });
          const of = figures[query.dimensions.TargetGroup ?? ''];
          const value = { RequestCount: of?.requests, TargetResponseTime: of?.p99 }[query.name];
          const points: { at: Instant; value: number }[] = [];
          for (let at = span.from; at < span.to && value !== undefined; at += span.period) {
            points.push({ at, value: query.statistic.startsWith('TC') ? 2 : value });
          }
          found.set(query.id, points);
        }
        return found;
      },
    },
    beanstalk: {
      health: async () => {
        const seen = health.shift();
        if (seen === undefined) {
          throw new ActionError({ code: 'enhanced-health-off', blame: 'you', what: 'Basic.', hint: 'Enhance.' });
        }
        const { requests: requestCount, refreshedAt } = seen;
        const none = { status2xx: 0, status3xx: 0, status4xx: 0 };
        const requests = { windowSeconds: 10, requestCount, ...none, status5xx: 1, p99: 0.25 };
        return { status: 'Ok', color: 'Green', causes: [], refreshedAt, requests };
      },
    },
  };
  return {
    ports,
    asked,
    health,
    at: (moment: Instant): void => {
      now = moment;
    },
  };
}

describe('figures of both sides', () => {
  it('come from the minute of the shift on, and end two minutes in the past', async () => {
    const { ports, asked, at } = world({ old: { requests: 900, p99: 0.2 }, new: { requests: 100, p99: 0.25 } });
    const reader = sideReader(ports, { stable: GROUP('old'), canary: GROUP('new') }, START + seconds(20));
    at(START + minutes(5) + seconds(30));
    const { stable, canary } = await reader.read(RULES);
    for (const { span } of asked) expect(span).toEqual({ from: START, to: START + minutes(3), period: minutes(1) });
    expect([stable.requests, canary.requests, stable.p99, canary.p99]).toEqual([2_700, 300, 200, 250]);
    expect(canary.from).toBe(START + seconds(20));
  });

  it('slow requests are counted against the limit of the user, and that of the old side', async () => {
    const { ports, asked, at } = world({ old: { requests: 900, p99: 0.2 }, new: { requests: 100, p99: 0.25 } });
    const reader = sideReader(ports, { stable: GROUP('old'), canary: GROUP('new') }, START);
    at(START + minutes(4));
    const { canary } = await reader.read(RULES);
    const counts = asked.filter(({ query }) => query.statistic.startsWith('TC'));
    expect(counts.map(({ query }) => [query.dimensions.TargetGroup, query.statistic])).toEqual([
      ['new', 'TC(0.4:)'],
      ['new', 'TC(0.3:)'],
    ]);
    expect(canary.slower).toEqual([
      { than: 400, requests: 4 },
      { than: 300, requests: 4 },
    ]);
  });

  it('before a minute has arrived nothing is asked, and nothing is known', async () => {
    const { ports, asked, at } = world({ old: { requests: 900, p99: 0.2 } });
    const reader = sideReader(ports, { stable: GROUP('old'), canary: GROUP('new') }, START);
    at(START + minutes(1));
    const { stable } = await reader.read(RULES);
    expect([asked.length, stable.requests, stable.windows.length]).toEqual([0, 0, 0]);
  });

  it('without metrics they are samples of health; one that was not refreshed is not counted twice', async () => {
    const { ports, health, at } = world({});
    const reader = sideReader(ports, { stable: ENVIRONMENT, canary: GROUP('new') }, START);
    health.push({ requests: 40, refreshedAt: 1 }, { requests: 40, refreshedAt: 1 }, { requests: 60, refreshedAt: 2 });
    for (const moment of [10, 20, 30, 40]) {
      at(START + seconds(moment));
      // The last one is refused: with basic health there are none.
      await reader.sample();
    }
    const { stable } = await reader.read(RULES);
    expect(stable).toMatchObject({ source: 'environment-health', requests: 100, errors5xx: 2, p99: 250 });
    expect(stable.windows.map((one) => one.at)).toEqual([START + seconds(10), START + seconds(30)]);
  });
});
