import { describe, expect, it } from '@jest/globals';
import { type RequestRecord, summariseTraffic } from '../../src/demo/traffic.js';

const served = (at: number, version = 'v1', latencyMs = 10): RequestRecord => ({ at, status: 200, version, latencyMs });
const refused = (at: number): RequestRecord => ({ at, error: 'ECONNREFUSED', latencyMs: 1 });
const answered = (at: number, status: number): RequestRecord => ({ at, status, latencyMs: 1 });

describe('the summary of a load test', () => {
  it('counts failures by what they were; a 404 is an answer', () => {
    const summary = summariseTraffic(
      [served(0), answered(1, 404), answered(2, 502), answered(3, 503), refused(4), refused(5)],
      10,
    );
    expect(summary).toMatchObject({ served: 2, failed: 4, failures: { 502: 1, 503: 1, ECONNREFUSED: 2 } });
  });

  it('groups requests by the time they were sent, in whatever order they ended, without gaps', () => {
    const summary = summariseTraffic(
      [refused(1_210), served(1_000), served(1_050, 'v2'), served(1_099, 'v2'), served(1_350)],
      100,
    );
    expect(summary.buckets).toEqual([
      { start: 1_000, served: 3, failed: 0, servedBy: { v1: 1, v2: 2 } },
      { start: 1_100, served: 0, failed: 0, servedBy: {} },
      { start: 1_200, served: 0, failed: 1, servedBy: {} },
      { start: 1_300, served: 1, failed: 0, servedBy: { v1: 1 } },
    ]);
  });

  it('names the versions in the order of their appearance', () => {
    const { versions } = summariseTraffic([served(5, 'v2'), served(0), served(9), answered(12, 200)], 10);
    expect(versions).toEqual([
      { version: 'v1', requests: 2, firstAt: 0, lastAt: 9 },
      { version: 'v2', requests: 1, firstAt: 5, lastAt: 5 },
      { version: '?', requests: 1, firstAt: 12, lastAt: 12 },
    ]);
  });

  it.each<[string, readonly RequestRecord[], number]>([
    ['none', [served(0), served(10)], 0],
    [
      'up to the next request that was served',
      [served(0), refused(10), refused(20), served(35), refused(40), served(50)],
      25,
    ],
    ['up to the end when it never came back', [served(0), refused(10), refused(70)], 60],
    ['not one while others answer', [refused(0), served(5), refused(10), served(15)], 5],
  ])('finds the longest outage: %s', (_what, records, expected) => {
    expect(summariseTraffic(records, 10).longestOutageMs).toBe(expected);
  });

  it('takes latencies of served requests only', () => {
    const records = Array.from({ length: 100 }, (_, index) => served(index, 'v1', index + 1));
    expect(summariseTraffic([...records, { at: 3, error: 'timeout', latencyMs: 9_999 }], 10).latency).toEqual({
      p50: 50,
      p90: 90,
      p99: 99,
      max: 100,
    });
    expect(summariseTraffic([], 10)).toEqual({
      served: 0,
      failed: 0,
      failures: {},
      versions: [],
      buckets: [],
      longestOutageMs: 0,
    });
  });
});
