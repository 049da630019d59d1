/** Active health checks of one target, counted as a load balancer counts them. */
import { get } from 'node:http';
import type { Milliseconds } from '../../domain/time.js';
import type { Pace } from '../runtime/pace.js';
import type { Routing } from '../runtime/runtime.js';

export type HealthCheckSettings = Routing['healthCheck'];

/** Faster clocks must not turn a busy machine into a sick target. */
const LEAST_REAL_INTERVAL: Milliseconds = 50;
const LEAST_REAL_TIMEOUT: Milliseconds = 2_000;

/** AWS guide, "Health checks for target groups": the first check decides, later changes need the thresholds. */
export class TargetHealthCheck {
  readonly #port: () => number | undefined;
  readonly #pace: Pace;
  #settings: HealthCheckSettings;
  #state: 'initial' | 'healthy' | 'unhealthy' = 'initial';
  #streak = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(port: () => number | undefined, settings: HealthCheckSettings, pace: Pace) {
    this.#port = port;
    this.#settings = settings;
    this.#pace = pace;
    void this.#check();
  }

  get state(): 'initial' | 'healthy' | 'unhealthy' {
    return this.#state;
  }

  set settings(settings: HealthCheckSettings) {
    this.#settings = settings;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #check(): Promise<void> {
    const { path, timeoutSeconds, intervalSeconds } = this.#settings;
    const passed = await answersHealthy(this.#port(), path, this.#pace(timeoutSeconds * 1_000, LEAST_REAL_TIMEOUT));
    if (this.#stopped) return;
    this.#count(passed);
    this.#timer = setTimeout(() => void this.#check(), this.#pace(intervalSeconds * 1_000, LEAST_REAL_INTERVAL));
  }

  #count(passed: boolean): void {
    const { healthyThreshold, unhealthyThreshold } = this.#settings;
    if (this.#state === 'initial') {
      // One success is enough in the beginning; failures leave a target that still starts in `initial` for a while.
      this.#streak = passed ? 0 : this.#streak + 1;
      if (passed) this.#state = 'healthy';
      else if (this.#streak >= unhealthyThreshold) this.#change('unhealthy');
      return;
    }
    const agrees = passed === (this.#state === 'healthy');
    this.#streak = agrees ? 0 : this.#streak + 1;
    if (this.#state === 'healthy' && this.#streak >= unhealthyThreshold) this.#change('unhealthy');
    else if (this.#state === 'unhealthy' && this.#streak >= healthyThreshold) this.#change('healthy');
  }

  #change(state: 'healthy' | 'unhealthy'): void {
    this.#state = state;
    this.#streak = 0;
  }
}

/** Asks once. Healthy is status 200 alone, Elastic Load Balancing's default matcher. */
export function answersHealthy(port: number | undefined, path: string, timeout: Milliseconds): Promise<boolean> {
  if (port === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const headers = { 'user-agent': 'ELB-HealthChecker/2.0', connection: 'close' };
    try {
      const request = get({ host: '127.0.0.1', port, path: encodeURI(path), headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      });
      request.setTimeout(timeout, () => request.destroy(new Error('timeout')));
      request.once('error', () => resolve(false));
    } catch {
      // A health check path that is no path at all never passes.
      resolve(false);
    }
  });
}
