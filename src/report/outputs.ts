/** The outputs of the step: all of them on every ending, empty where nothing is known. */
import { colorOf, type HealthColor, type HealthStatus } from '../domain/environment.js';
import type { SidesNow } from '../domain/outcome.js';
import type { OutputName } from '../domain/outputs.js';
import type { EnvironmentRef, Plan } from '../domain/plan.js';
import { type EnvironmentSnapshot, sidesIn } from '../domain/snapshot.js';
import { labelBefore } from '../domain/standing.js';
import { foreignText } from './foreign.js';
import type { RunRecord } from './record.js';
import { shownPlan } from './secrets.js';

/** All outputs of a job may have 1 MB together (GitHub, "Workflow syntax", jobs.<id>.outputs); this one takes a quarter. */
const PLAN_LIMIT = 256 * 1024;
const REASON_LIMIT = 2_000;

function isColor(health: HealthStatus | HealthColor): health is HealthColor {
  return health === 'Green' || health === 'Yellow' || health === 'Red' || health === 'Grey';
}

/** The plan as JSON, with less in it when it would be too long; what was left out is named. */
export function planJson(plan: Plan, limit = PLAN_LIMIT): string {
  const full = shownPlan(plan);
  const shapes: readonly unknown[] = [
    full,
    { ...full, comparison: [], leftOut: ['comparison'] },
    {
      ...full,
      comparison: [],
      steps: full.steps.map(({ kind }) => ({ kind })),
      leftOut: ['comparison', 'step details'],
    },
  ];
  for (const shape of shapes) {
    const text = JSON.stringify(shape);
    if (new TextEncoder().encode(text).length <= limit) return text;
  }
  return JSON.stringify({ operation: plan.operation, strategy: plan.strategy, leftOut: ['everything else'] });
}

function highestDeploymentId(record: RunRecord): string {
  const ids = record.instances.flatMap(({ deployment }) => (deployment?.id === undefined ? [] : [deployment.id]));
  return ids.length === 0 ? '' : String(Math.max(...ids));
}

/** AWS's own action says `create` or `update`. */
function actionType({ snapshot, outcome, plan }: RunRecord): string {
  if (outcome.created !== undefined || snapshot?.creation !== undefined) return 'create';
  if (snapshot === undefined) return '';
  return plan?.operation === 'terminate' ? 'terminate' : 'update';
}

/** Where a run did not come to a rollout, the sides are as they were seen. */
function sidesBefore(target: EnvironmentSnapshot | undefined): SidesNow | undefined {
  if (target?.pair === undefined) return undefined;
  const { pair, environment } = target;
  const idle = pair.idle?.environment;
  return { productionCname: pair.productionCname, live: environment, ...(idle === undefined ? {} : { idle }) };
}

/** Of two sides the one that serves: what was watched last may have been the other one. */
function lastSeen({ views, plan, snapshot }: RunRecord, live: EnvironmentRef | undefined) {
  // Of an environment that did not exist nothing was seen before.
  const known = snapshot === undefined || snapshot.creation !== undefined ? [] : sidesIn(snapshot.target);
  const name = live?.name ?? plan?.environment.name ?? snapshot?.target.environment.name;
  const found = name === undefined ? undefined : views.get(name);
  return found ?? known.find(({ environment }) => environment.name === name)?.environment;
}

/** Name to value, as declared in `domain/outputs.ts`. */
export function outputsOf(record: RunRecord): Readonly<Record<OutputName, string>> {
  const { plan, report, ...texts } = valuesOf(record);
  // One line each, with nothing invisible: other steps put them into files and messages. JSON and the path stay as they are.
  const lines = Object.entries(texts).map(([name, value]) => [name, foreignText(value, REASON_LIMIT)]);
  return { plan, report, ...(Object.fromEntries(lines) as typeof texts) };
}

/** Nothing but a host name becomes part of an address. */
function previewUrl({ settings, snapshot, outcome }: RunRecord): string {
  if (settings?.operation !== 'deploy' || settings.creation?.isPreview !== true) return '';
  const cname = outcome.created?.cname ?? snapshot?.target.environment.cname ?? '';
  return /^[\w-]+(\.[\w-]+)+$/.test(cname) ? `http://${cname}` : '';
}

function valuesOf(record: RunRecord): Readonly<Record<OutputName, string>> {
  const { outcome, plan, snapshot } = record;
  const { created } = outcome;
  const sides = outcome.sides ?? sidesBefore(snapshot?.target);
  // Of an environment that did not exist there was nothing before.
  const before = snapshot?.creation === undefined ? snapshot?.target.environment : undefined;
  const isGone = plan?.operation === 'terminate' && outcome.state === 'succeeded';
  const last = lastSeen(record, sides?.live);
  const health = isGone ? 'Grey' : last?.health;
  return {
    'environment-url': sides?.productionCname ?? created?.cname ?? before?.cname ?? '',
    'environment-id': sides?.live?.id ?? created?.id ?? before?.id ?? '',
    'environment-status': isGone ? 'Terminated' : (last?.status ?? ''),
    'environment-health': health === undefined ? '' : isColor(health) ? health : colorOf(health),
    'deployment-action-type': actionType(record),
    'version-label': plan?.versionLabel ?? before?.versionLabel ?? '',
    outcome: outcome.state,
    'outcome-reason': outcome.reason,
    restored: outcome.restored,
    'previous-version-label': snapshot === undefined ? '' : (labelBefore(snapshot, plan?.versionLabel) ?? ''),
    'deployment-id': highestDeploymentId(record),
    'bundle-sha256': plan?.bundleHash ?? '',
    'live-environment-name': sides?.live?.name ?? '',
    'idle-environment-name': sides?.idle?.name ?? '',
    'environments-result': '',
    'preview-url': previewUrl(record),
    plan: plan === undefined ? '' : planJson(plan),
    report: record.reportPath ?? '',
    'duration-seconds': String(Math.round((record.endedAt - record.startedAt) / 1_000)),
    'api-calls': String(record.apiCalls),
  };
}
