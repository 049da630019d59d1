/** Builders for tests of deciding code: say only what matters, the rest is a healthy load-balanced environment of four. */
import type { Environment, OptionSetting } from '../../src/domain/environment.js';
import type { EnvironmentEvent } from '../../src/domain/event.js';
import type { InstanceHealth } from '../../src/domain/instance.js';
import type { VersionSource } from '../../src/domain/plan.js';
import type { EnvironmentSnapshot, Snapshot } from '../../src/domain/snapshot.js';
import type { Change, ConfiguredStrategy } from '../../src/domain/strategy.js';
import { STRATEGIES, type StrategyName } from '../../src/strategies/index.js';

export interface Given {
  readonly size?: number;
  readonly options?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly environment?: Partial<Environment>;
  readonly basicHealth?: boolean;
  readonly instances?: readonly Partial<InstanceHealth>[];
  readonly events?: readonly EnvironmentEvent[];
  readonly blindSpots?: readonly string[];
}

const DEFAULTS = {
  'aws:elasticbeanstalk:environment': { EnvironmentType: 'LoadBalanced', LoadBalancerType: 'application' },
  'aws:elasticbeanstalk:healthreporting:system': { SystemType: 'enhanced' },
  'aws:elasticbeanstalk:command': {
    DeploymentPolicy: 'AllAtOnce',
    BatchSizeType: 'Percentage',
    BatchSize: '100',
    Timeout: '600',
    IgnoreHealthCheck: 'false',
  },
  'aws:elasticbeanstalk:trafficsplitting': { NewVersionPercent: '10', EvaluationTime: '5' },
};

const flat = (namespaces: Readonly<Record<string, Readonly<Record<string, string>>>>): OptionSetting[] =>
  Object.entries(namespaces).flatMap(([namespace, options]) =>
    Object.entries(options).map(([name, value]) => ({ namespace, name, value })),
  );

export function optionsOf(given: Given): OptionSetting[] {
  const size = String(given.size ?? 4);
  const base = { ...DEFAULTS, 'aws:autoscaling:asg': { MinSize: size, MaxSize: String((given.size ?? 4) * 2) } };
  const merged: Record<string, Record<string, string>> = structuredClone(base);
  if (given.basicHealth === true) merged['aws:elasticbeanstalk:healthreporting:system'] = { SystemType: 'basic' };
  for (const [namespace, options] of Object.entries(given.options ?? {})) {
    merged[namespace] = { ...merged[namespace], ...options };
  }
  return flat(merged);
}

export function givenTarget(given: Given = {}): EnvironmentSnapshot {
  const size = given.size ?? 4;
  const ids = Array.from({ length: size }, (_, at) => `i-${at + 1}`);
  const instances = ids.map(
    (id, at): InstanceHealth => ({
      id,
      status: 'Ok',
      color: 'Green',
      causes: [],
      deployment: { versionLabel: 'v1', id: 7, status: 'Deployed' },
      ...given.instances?.[at],
    }),
  );
  return {
    environment: {
      id: 'e-abcdefghij',
      name: 'shop-prod',
      application: 'shop',
      status: 'Ready',
      versionLabel: 'v1',
      health: 'Green',
      ...(given.basicHealth === true ? {} : { healthStatus: 'Ok' as const }),
      abortable: false,
      tier: 'WebServer',
      solutionStack: '64bit Amazon Linux 2023 v6.7.4 running Node.js 24',
      ...given.environment,
    },
    settings: { deploymentStatus: 'deployed', options: optionsOf(given) },
    ...(given.basicHealth === true ? {} : { instances: { instances } }),
    instanceIds: ids,
    recentEvents: given.events ?? [],
    blindSpots: given.blindSpots ?? [],
  };
}

export const givenSnapshot = (given: Given = {}): Snapshot => ({ takenAt: 0, target: givenTarget(given) });

export const SINGLE: Given = {
  size: 1,
  options: { 'aws:elasticbeanstalk:environment': { EnvironmentType: 'SingleInstance' } },
};
export const WORKER: Given = { environment: { tier: 'Worker' } };
export const CLUSTER: Given = { environment: { tier: 'Cluster' } };
export const behind = (type: string): Given => ({
  options: { 'aws:elasticbeanstalk:environment': { LoadBalancerType: type } },
});
export const underPolicy = (policy: string, more: Readonly<Record<string, string>> = {}): Given => ({
  options: { 'aws:elasticbeanstalk:command': { DeploymentPolicy: policy, ...more } },
});

export const existing = (label = 'v2'): VersionSource => ({ kind: 'existing', label });

export const bundle = (label = 'v2', reuse = { object: false, version: false }): VersionSource => ({
  kind: 'bundle',
  label,
  path: '/tmp/bundle.zip',
  hash: 'c0ffee',
  bytes: 1_000_000,
  location: { bucket: 'bucket', key: `shop/${label}-c0ffee.zip` },
  description: '',
  reuse,
});

export const givenChange = (over: Partial<Change> = {}): Change => ({
  application: 'shop',
  version: existing(),
  options: [],
  removeOptions: [],
  restorePolicy: false,
  ...over,
});

/** A strategy with these inputs; wrong ones are a mistake of the test. */
export function configured(name: StrategyName, inputs: Readonly<Record<string, string>> = {}): ConfiguredStrategy {
  const result = STRATEGIES[name].configure(name, (input) => inputs[input] ?? '');
  if ('failures' in result) throw new Error(result.failures.map((one) => one.name).join());
  return result.configured;
}

/** Events in the order in which a service answers: newest first. */
export function eventsOf(lines: readonly { readonly time: string; readonly message: string }[]): EnvironmentEvent[] {
  return lines.map(({ time, message }) => ({ date: Date.parse(time), message, severity: 'INFO' as const })).reverse();
}
