/** Knowledge as a test needs it: a good end of a deployment of v2 over v1, from which a test takes away or spoils something. */
import type { Environment } from '../../src/domain/environment.js';
import type { EnvironmentEvent, SeenEvent } from '../../src/domain/event.js';
import type { InstanceHealth } from '../../src/domain/instance.js';
import type { UpdateExpectation } from '../../src/domain/plan.js';
import { type Instant, minutes, seconds } from '../../src/domain/time.js';
import type { HealthRules } from '../../src/watch/health-gate.js';
import { type Judgement, judgeSettled } from '../../src/watch/judges.js';
import { type Baseline, beginKnowing, type Knowledge, learn, type Observation } from '../../src/watch/knowledge.js';

/** Our clock and the service's are years apart: whoever mixes them up fails every test. */
export const OUR_START: Instant = 5_000_000;
export const THEIR_START: Instant = Date.UTC(2026, 10, 21, 9, 0, 0);

export const RULES: HealthRules = {
  accepted: { kind: 'statuses', statuses: ['Ok', 'Info'], colors: ['Green'] },
  stableFor: seconds(30),
  healthGrace: minutes(5),
};

export const EXPECTS: UpdateExpectation = {
  versionLabel: 'v2',
  previousVersionLabel: 'v1',
  previousDeploymentId: 1,
  options: [],
  removedOptions: [],
  enhancedHealth: true,
  instances: 2,
  raisesDeploymentId: true,
};

export const BASELINE: Baseline = {
  environmentId: 'e-1',
  versionLabel: 'v1',
  health: 'Green',
  healthStatus: 'Ok',
  dateUpdated: THEIR_START - minutes(60),
};

export function environment(more: Partial<Environment> = {}): Environment {
  return {
    id: 'e-1',
    name: 'shop-prod',
    application: 'shop',
    status: 'Ready',
    versionLabel: 'v2',
    health: 'Green',
    healthStatus: 'Ok',
    abortable: false,
    tier: 'WebServer',
    dateUpdated: THEIR_START + seconds(60),
    ...more,
  };
}

export function instance(
  id: string,
  label = 'v2',
  deploymentId = 2,
  more: Partial<InstanceHealth> = {},
): InstanceHealth {
  return {
    id,
    status: 'Ok',
    color: 'Green',
    causes: [],
    deployment: { versionLabel: label, id: deploymentId, status: 'Deployed' },
    ...more,
  };
}

type Unplaced = Observation extends infer O ? (O extends Observation ? Omit<O, 'at'> : never) : never;

/** An observation so many seconds after the update was asked for, on our clock. */
export type Step = readonly [after: number, seen: Unplaced];

export const updating: Step = [
  1,
  {
    of: 'environment',
    environment: environment({ status: 'Updating', versionLabel: 'v1', health: 'Grey', dateUpdated: THEIR_START }),
  },
];

export const ready = (after = 60, more: Partial<Environment> = {}): Step => [
  after,
  { of: 'environment', environment: environment(more) },
];

/** Computed by the service so many seconds after the update began, on its clock. */
export const instances = (
  after: number,
  list: readonly InstanceHealth[] = [instance('i-1'), instance('i-2')],
): Step => [after, { of: 'instances', reading: { instances: list, refreshedAt: THEIR_START + seconds(after) } }];

export const health = (after: number, status: 'Ok' | 'Info' | 'Warning' | 'Severe' | 'NoData' = 'Ok'): Step => [
  after,
  { of: 'health', reading: { status, color: 'Green', causes: [], refreshedAt: THEIR_START + seconds(after) } },
];

export const events = (
  after: number,
  ...list: readonly (Partial<SeenEvent> & { readonly message: string })[]
): Step => [
  after,
  { of: 'events', credible: true, fresh: list.map((one) => ({ ...seen(after, one.message), ...one })) },
];

export const seen = (after: number, message: string, more: Partial<EnvironmentEvent> = {}): SeenEvent => ({
  date: THEIR_START + seconds(after),
  message,
  severity: 'INFO',
  attribution: 'own',
  requestId: 'ours',
  ...more,
});

/** Everything that a success needs, judged at second 95: health has held since second 62. */
export const GOOD: readonly Step[] = [
  updating,
  events(2, { message: 'Environment update is starting.' }),
  ready(60),
  events(61, { message: 'Environment update completed successfully.', date: THEIR_START + seconds(60) }),
  instances(62),
  health(62),
  ready(80),
  ready(93),
];

export function knowing(steps: readonly Step[], baseline: Baseline = BASELINE): Knowledge {
  return steps.reduce<Knowledge>(
    (known, [after, observed]) => learn(known, { ...observed, at: OUR_START + seconds(after) } as Observation),
    beginKnowing(baseline, OUR_START),
  );
}

export interface Case {
  readonly expects?: Partial<UpdateExpectation>;
  readonly rules?: Partial<HealthRules>;
  readonly baseline?: Partial<Baseline>;
  readonly steps: readonly Step[];
  /** Seconds after the update was asked for; default: of the last observation. */
  readonly now?: number;
}

export function judge(given: Case): Judgement {
  const after = given.now ?? given.steps.at(-1)?.[0] ?? 0;
  return judgeSettled(
    { ...EXPECTS, ...given.expects },
    { ...RULES, ...given.rules },
    knowing(given.steps, { ...BASELINE, ...given.baseline }),
    OUR_START + seconds(after),
  );
}

/** `reached`, `waiting`, or the code of the failure. */
export function verdictOf(given: Case): string {
  const { verdict } = judge(given);
  return verdict.verdict === 'failed' ? verdict.code : verdict.verdict;
}
