import { describe, expect, it } from '@jest/globals';
import { RequestWindow } from '../../../src/simulator/runtime/request-metrics.js';

describe('the request metrics of an instance', () => {
  it('count by status class and forget what is older than ten seconds', () => {
    const window = new RequestWindow();
    for (const [at, status] of [
      [0, 500],
      [5_000, 200],
      [6_000, 304],
      [7_000, 404],
      [8_000, 503],
      [9_000, 200],
    ] as const) {
      window.record(at, status, 0.1);
    }
    expect(window.metrics(12_000)).toMatchObject({
      requestCount: 5,
      status2xx: 2,
      status3xx: 1,
      status4xx: 1,
      status5xx: 1,
    });
    expect(window.metrics(18_500)).toMatchObject({ requestCount: 1, status2xx: 1 });
    expect(window.metrics(40_000)).toEqual({ requestCount: 0, status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 });
  });

  it('give latency percentiles in seconds', () => {
    const window = new RequestWindow();
    for (let count = 1; count <= 1_000; count += 1) window.record(count, 200, count / 1_000);
    expect(window.metrics(1_000).latency).toEqual({
      P10: 0.1,
      P50: 0.5,
      P75: 0.75,
      P85: 0.85,
      P90: 0.9,
      P95: 0.95,
      P99: 0.99,
      P999: 0.999,
    });
  });

  it('stay bounded when requests never end', () => {
    const window = new RequestWindow();
    for (let count = 0; count < 50_000; count += 1) window.record(1_000, 200, 0.001);
    const { requestCount } = window.metrics(1_000);
    expect(requestCount).toBeLessThanOrEqual(20_000);
    expect(requestCount).toBeGreaterThanOrEqual(10_000);
  });
});
