/** What was there before a run and what is there at its end, in facts that a page and the JSON report share. Pure. */
import type { OptionKey, OptionSetting } from '../domain/environment.js';
import { batchIn, formatBatch, policyIn } from '../domain/fleet.js';
import type { InstanceHealth } from '../domain/instance.js';
import type { Step } from '../domain/plan.js';
import type { RunRecord } from './record.js';

/** Labels of versions and how many instances say that they run them; an instance that says nothing counts as `unknown`. */
export interface FleetNow {
  readonly count: number;
  readonly versions: readonly { readonly label?: string; readonly count: number }[];
}

/** The environment that serves. Members that nobody has read are absent. Texts are foreign. */
export interface Side {
  readonly environment: string;
  readonly versionLabel?: string;
  readonly platform?: string;
  readonly policy?: string;
  readonly instances?: FleetNow;
  readonly health?: string;
}

export interface Standing {
  /** Absent: there was no environment, or it was not looked at. */
  readonly before?: Side;
  /** As it was seen last; absent when the run has not come as far as changing anything. */
  readonly now?: Side;
  /** The other side, where there are two. */
  readonly idleBefore?: string;
  readonly idleNow?: string;
}

const has = <K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [P in K]?: string };

export function fleetNow(instances: readonly InstanceHealth[]): FleetNow | undefined {
  if (instances.length === 0) return undefined;
  const counts = new Map<string | undefined, number>();
  for (const { deployment } of instances) {
    counts.set(deployment?.versionLabel, (counts.get(deployment?.versionLabel) ?? 0) + 1);
  }
  const versions = [...counts].map(([label, count]) => ({ ...(label === undefined ? {} : { label }), count }));
  return { count: instances.length, versions: versions.sort((left, right) => right.count - left.count) };
}

/** `Rolling, 30%`; a batch size only where the policy has batches. */
export function policyText(options: readonly OptionSetting[]): string {
  const policy = policyIn(options);
  const isBatched = policy === 'Rolling' || policy === 'RollingWithAdditionalBatch';
  return isBatched ? `${policy}, ${formatBatch(batchIn(options))}` : policy;
}

/** What these steps leave of an environment's deployment policy; `undefined` when its settings are not known. */
export function policyAfter(steps: readonly Step[], snapshot: RunRecord['snapshot'], side: Side): string | undefined {
  const before = snapshot?.target.settings.options ?? [];
  if (before.length === 0) return undefined;
  const key = (option: OptionKey): string => JSON.stringify([option.namespace, option.name]);
  const values = new Map(before.map((option) => [key(option), option]));
  for (const step of steps) {
    if (step.kind !== 'update' || step.environment.name !== side.environment) continue;
    for (const option of step.options) values.set(key(option), option);
    for (const option of step.removeOptions) values.delete(key(option));
  }
  return policyText([...values.values()]);
}

function sideBefore(record: RunRecord): Side | undefined {
  const { snapshot } = record;
  if (snapshot === undefined || snapshot.creation !== undefined) return undefined;
  const { environment, settings, instances } = snapshot.target;
  const fleet = fleetNow(instances?.instances ?? []);
  return {
    environment: environment.name,
    ...has('versionLabel', environment.versionLabel),
    ...has('platform', environment.solutionStack ?? environment.platformArn),
    ...(settings.options.length === 0 ? {} : { policy: policyText(settings.options) }),
    ...(fleet === undefined ? {} : { instances: fleet }),
    ...has('health', environment.healthStatus ?? environment.health),
  };
}

/** What the policy is at the end: certain after a success, and when everything was put back. */
function policyNow(record: RunRecord, before: Side | undefined): string | undefined {
  const { outcome, snapshot } = record;
  if (outcome.restored === 'yes' || outcome.state === 'unchanged') return before?.policy;
  if (outcome.state !== 'succeeded' || before === undefined) return undefined;
  const ended = record.progress.flatMap((each) => (each.type === 'step-ended' ? [each.step] : []));
  return policyAfter(ended, snapshot, before);
}

function versionNow(record: RunRecord, before: Side | undefined, isSwapped: boolean): string | undefined {
  const { outcome, plan, view } = record;
  if (outcome.restored === 'yes' || outcome.state === 'unchanged') return before?.versionLabel;
  if (outcome.sides !== undefined && !isSwapped) return before?.versionLabel;
  if (outcome.state === 'succeeded') return plan?.versionLabel ?? before?.versionLabel;
  return isSwapped ? plan?.versionLabel : view?.versionLabel;
}

/** Whether anything was asked of the service: before that, now is as before. */
function hasBegun({ progress }: RunRecord): boolean {
  return progress.some((each) => each.type === 'step-started' && each.step.kind !== 'publish-version');
}

/** The evidence of a failure is older than what was put back since. */
function seenLast({ progress, instances }: RunRecord): readonly InstanceHealth[] {
  const seen = progress.findLast((each) => each.type === 'instances' && each.instances.length > 0);
  return seen?.type === 'instances' ? seen.instances : instances;
}

function sideNow(record: RunRecord, before: Side | undefined): Side | undefined {
  const { outcome, plan, view } = record;
  if (!hasBegun(record) || plan === undefined || plan.operation === 'terminate') return undefined;
  if (outcome.sides !== undefined && outcome.sides.live === undefined) return undefined;
  const live = outcome.sides?.live?.name ?? before?.environment ?? plan.environment.name;
  const isSwapped = before !== undefined && live !== before.environment;
  // What was seen last is the idle side when no traffic has moved: it says nothing of the live one.
  const isSeen = outcome.sides === undefined || isSwapped;
  const fleet = isSeen ? fleetNow(seenLast(record)) : before?.instances;
  const idle = isSwapped ? record.snapshot?.target.pair?.idle : undefined;
  return {
    environment: live,
    ...has('versionLabel', versionNow(record, before, isSwapped)),
    ...has('platform', idle?.environment.solutionStack ?? idle?.environment.platformArn ?? before?.platform),
    ...has('policy', idle === undefined ? policyNow(record, before) : policyText(idle.settings.options)),
    ...(fleet === undefined ? {} : { instances: fleet }),
    ...has('health', isSeen ? view?.health : before?.health),
  };
}

export function standingOf(record: RunRecord): Standing {
  const before = sideBefore(record);
  const now = sideNow(record, before);
  return {
    ...(before === undefined ? {} : { before }),
    ...(now === undefined ? {} : { now }),
    ...has('idleBefore', record.snapshot?.target.pair?.idle?.environment.name),
    ...has('idleNow', record.outcome.sides?.idle?.name),
  };
}
