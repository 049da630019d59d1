/** A canary: its steps, and what is written down of one in flight so that other runs can see and steer it. Pure. */
import { isObject, parsedJson } from './json.js';
import type { EnvironmentRef } from './plan.js';
import type { Route } from './route.js';
import { formatDuration, type Instant, type Milliseconds } from './time.js';

/** So much of the requests, for at least so long. */
export interface CanaryStep {
  /** Percent, 1 to 99; what follows the last step is 100. */
  readonly weight: number;
  readonly hold: Milliseconds;
}

export const stepsWords = (steps: readonly CanaryStep[]): string =>
  steps.map(({ weight, hold }) => `${weight}%:${formatDuration(hold)}`).join(', ');

/** What somebody wants of a canary in flight. */
export type CanaryWish = 'promote' | 'pause' | 'resume' | 'abort';

export const CANARY_WISHES: readonly CanaryWish[] = ['promote', 'pause', 'resume', 'abort'];

/**
 * A canary in flight, in S3 beside the deploy locks. What it says of weights is for people: the weights themselves are read
 * from the route. It tells which side is the canary while both have requests.
 */
export interface CanaryRecord {
  /** Of the run that carries it out; who comes later writes its own. */
  readonly nonce: string;
  readonly stable: EnvironmentRef;
  readonly canary: EnvironmentRef;
  readonly route: Route;
  readonly versionLabel: string;
  /** `ended`: there is none in flight; kept as the memory of the last one. */
  readonly state: 'running' | 'paused' | 'ended';
  /** From 1; 0 before the first. */
  readonly step: number;
  readonly steps: number;
  /** As it was last set, in percent. */
  readonly weight: number;
  readonly since: Instant;
  /** Address of the page of the run. */
  readonly run?: string;
  readonly wish?: { readonly operation: CanaryWish; readonly nonce: string; readonly by: string };
  /** The `nonce` of the last wish that the run has taken up. */
  readonly answered?: string;
}

/** One for each pair, whichever of the two is named first. */
export const canaryKey = (one: string, other: string): string =>
  `beanstalk-rollout/canaries/${[one, other].sort().join('_')}.json`;

const SCHEMA = 1;

export const canaryText = (record: CanaryRecord): string =>
  `${JSON.stringify({ schema: SCHEMA, ...record }, null, 1)}\n`;

/** Reads what `canaryText` has written; `undefined` for anything else. */
export function readCanary(text: string): CanaryRecord | undefined {
  const found = parsedJson(text);
  if (!isObject(found) || found.schema !== SCHEMA) return undefined;
  const { nonce, versionLabel, state, step, steps, weight, since, run, answered } = found;
  const [stable, canary, route] = [refOf(found.stable), refOf(found.canary), routeOf(found.route)];
  if (stable === undefined || canary === undefined || route === undefined) return undefined;
  if (typeof nonce !== 'string' || typeof versionLabel !== 'string') return undefined;
  if (state !== 'running' && state !== 'paused' && state !== 'ended') return undefined;
  if (!isNumber(step) || !isNumber(steps) || !isNumber(weight) || !isNumber(since)) return undefined;
  const wish = wishOf(found.wish);
  return {
    ...{ nonce, stable, canary, route, versionLabel, state, step, steps, weight, since },
    ...(typeof run === 'string' ? { run } : {}),
    ...(wish === undefined ? {} : { wish }),
    ...(typeof answered === 'string' ? { answered } : {}),
  };
}

function wishOf(value: unknown): CanaryRecord['wish'] {
  if (!isObject(value) || typeof value.nonce !== 'string' || typeof value.by !== 'string') return undefined;
  const operation = CANARY_WISHES.find((one) => one === value.operation);
  return operation === undefined ? undefined : { operation, nonce: value.nonce, by: value.by };
}

function refOf(value: unknown): EnvironmentRef | undefined {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.name !== 'string') return undefined;
  return { id: value.id, name: value.name };
}

function routeOf(value: unknown): Route | undefined {
  if (!isObject(value)) return undefined;
  const { kind, ruleArn, processPort, stickyFor, zoneId, recordName } = value;
  if (kind === 'alb' && typeof ruleArn === 'string') {
    return {
      kind,
      ruleArn,
      ...(isNumber(processPort) ? { processPort } : {}),
      ...(isNumber(stickyFor) ? { stickyFor } : {}),
    };
  }
  return kind === 'route53' && typeof zoneId === 'string' && typeof recordName === 'string'
    ? { kind, zoneId, recordName }
    : undefined;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
