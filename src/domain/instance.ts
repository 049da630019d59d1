/** What enhanced health knows of each instance: the only API that tells which version an instance runs. */
import type { HealthColor, HealthStatus } from './environment.js';
import type { Instant } from './time.js';

/** Requests of the last ten seconds, as the health agent counted them. */
export interface RequestMetrics {
  /** Seconds over which the numbers were taken, usually 10. */
  readonly windowSeconds: number;
  readonly requestCount: number;
  readonly status2xx: number;
  readonly status3xx: number;
  readonly status4xx: number;
  readonly status5xx: number;
  /** Seconds. */
  readonly p50?: number;
  readonly p90?: number;
  readonly p99?: number;
}

export interface InstanceHealth {
  readonly id: string;
  readonly status: HealthStatus;
  readonly color: HealthColor;
  /** The service's words: foreign text. */
  readonly causes: readonly string[];
  readonly launchedAt?: Instant;
  readonly deployment?: {
    readonly versionLabel?: string;
    /** Starts at 1 and goes up with each version deployment and each configuration change on the instances. */
    readonly id?: number;
    readonly status: 'In Progress' | 'Deployed' | 'Failed' | 'Unrecognised';
    readonly time?: Instant;
  };
  readonly requests?: RequestMetrics;
}

export interface InstancesReading {
  readonly instances: readonly InstanceHealth[];
  /** When the service computed this (its clock). Older than the end of an operation means: says nothing about it. */
  readonly refreshedAt?: Instant;
  /** Calls that the reading took, one for each page: what it costs to repeat it. */
  readonly pages?: number;
}

/** `DescribeEnvironmentHealth`. */
export interface EnvironmentHealthReading {
  readonly status: HealthStatus;
  readonly color: HealthColor;
  readonly causes: readonly string[];
  readonly refreshedAt?: Instant;
  readonly requests?: RequestMetrics;
}
