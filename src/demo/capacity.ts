/** How many instances served during a rollout: the lowest healthy capacity and the instances paid for beyond the usual. */
import type { Instant, Milliseconds } from '../domain/time.js';

/** An environment's instances at one moment. */
export interface CapacitySample {
  readonly at: Instant;
  readonly instances: readonly {
    readonly id: string;
    /** Whether the load balancer gives it new requests. */
    readonly inService: boolean;
    readonly healthy: boolean;
    /** The version it runs, where one is known. */
    readonly versionLabel?: string;
  }[];
}

export interface CapacitySummary {
  /** Instances at the beginning: what a rollout starts from and should come back to. */
  readonly usual: number;
  /** The fewest instances that were in service and healthy at the same time. */
  readonly lowestHealthy: number;
  /** The most instances at the same time. */
  readonly highestTotal: number;
  /** The most instances beyond the usual number at the same time. */
  readonly extraInstances: number;
  /** Sum over time of the instances beyond the usual number: seconds of one instance. */
  readonly extraInstanceSeconds: number;
  readonly points: readonly CapacityPoint[];
}

export interface CapacityPoint {
  readonly at: Instant;
  readonly healthy: number;
  readonly total: number;
}

/** Sums up samples in the order of time. Between two samples the earlier one holds. */
export function summariseCapacity(samples: readonly CapacitySample[]): CapacitySummary {
  const points = samples.map(pointOf);
  const usual = points[0]?.total ?? 0;
  const highestTotal = Math.max(usual, ...points.map(({ total }) => total));
  const extraMs = points.reduce((sum: Milliseconds, { at, total }, index) => {
    const until = points[index + 1]?.at ?? at;
    return sum + Math.max(0, total - usual) * (until - at);
  }, 0);
  return {
    usual,
    lowestHealthy: points.length === 0 ? 0 : Math.min(...points.map(({ healthy }) => healthy)),
    highestTotal,
    extraInstances: highestTotal - usual,
    extraInstanceSeconds: extraMs / 1_000,
    points,
  };
}

function pointOf({ at, instances }: CapacitySample): CapacityPoint {
  const healthy = instances.filter((instance) => instance.inService && instance.healthy).length;
  return { at, healthy, total: instances.length };
}

/** The members of the simulator's `GET /_simulator/state` that say what serves. */
export interface SimulatorState {
  /** Simulated time, ISO 8601. */
  readonly now: string;
  readonly environments: readonly {
    readonly name: string;
    readonly instances: readonly {
      readonly id: string;
      /** The version whose code runs. */
      readonly runs?: string;
      readonly deployment?: { readonly status: string };
      readonly traffic: 'none' | 'registered' | 'draining';
      /** The load balancer's own view of the instance. */
      readonly target?: string;
    }[];
  }[];
}

/**
 * The capacity of an environment by the simulator's state; `undefined` when there is no such environment. An instance
 * that is just being deployed to does not count as healthy: its application is down, though the load balancer may not
 * have noticed yet.
 */
export function capacityOf(state: SimulatorState, environmentName: string): CapacitySample | undefined {
  const environment = state.environments.find(({ name }) => name === environmentName);
  if (environment === undefined) return undefined;
  const instances = environment.instances.map(({ id, runs, deployment, traffic, target }) => ({
    id,
    inService: traffic === 'registered',
    healthy: target === 'healthy' && deployment?.status !== 'In Progress',
    ...(runs === undefined ? {} : { versionLabel: runs }),
  }));
  return { at: Date.parse(state.now), instances };
}

/** Asks a simulator (its endpoint, such as `http://127.0.0.1:4566`) for the capacity of an environment. */
export async function lookAtCapacity(endpoint: string, environmentName: string): Promise<CapacitySample | undefined> {
  const answer = await fetch(new URL('/_simulator/state', endpoint));
  return answer.ok ? capacityOf((await answer.json()) as SimulatorState, environmentName) : undefined;
}

export interface CapacityWatch {
  readonly samples: readonly CapacitySample[];
  stop(): Promise<readonly CapacitySample[]>;
}

/** Takes a sample every `everyMs` until stopped. A look that fails is left out: the simulator may just be busy. */
export function watchCapacity(look: () => Promise<CapacitySample | undefined>, everyMs: Milliseconds): CapacityWatch {
  const samples: CapacitySample[] = [];
  const ended = new AbortController();
  const loop = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      const sample = await look().catch(() => undefined);
      if (sample !== undefined) samples.push(sample);
      await pause(everyMs, ended.signal);
    }
  };
  const running = loop();
  return {
    samples,
    stop: async () => {
      ended.abort();
      await running;
      return samples;
    },
  };
}

function pause(span: Milliseconds, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, span);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
