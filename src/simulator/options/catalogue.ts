/** The configuration options of environments: look one up, list those an environment has. */
import { CAPACITY_OPTIONS } from './catalogue-capacity.js';
import { CLUSTER_OPTIONS, EKS_ENVIRONMENT } from './catalogue-cluster.js';
import { SERVICE_OPTIONS } from './catalogue-service.js';
import { TRAFFIC_OPTIONS } from './catalogue-traffic.js';
import type { Applicability, ChangeClass, NamespaceSpec, OptionRow, OptionSpec } from './option.js';

export type TierName = 'WebServer' | 'Worker' | 'Cluster';

/** Everything about an environment that decides which options it has. */
export interface OptionScope {
  readonly tier: TierName;
  /** Solution stack name; absent: options of every platform. */
  readonly platform?: string;
  /** The value in force (set or default) of an option. */
  valueOf(namespace: string, optionName: string): string | undefined;
}

const NAMESPACES: readonly NamespaceSpec[] = [
  ...CAPACITY_OPTIONS,
  ...SERVICE_OPTIONS,
  ...TRAFFIC_OPTIONS,
  ...CLUSTER_OPTIONS,
];
const EXACT: ReadonlyMap<string, NamespaceSpec> = new Map(NAMESPACES.map((spec) => [spec.namespace, spec]));
const FAMILIES: readonly NamespaceSpec[] = NAMESPACES.filter((spec) => spec.namespace.endsWith(':*'));

const ENVIRONMENT = 'aws:elasticbeanstalk:environment';

function namespaceSpec(namespace: string): NamespaceSpec | undefined {
  const exact = EXACT.get(namespace);
  if (exact !== undefined) return exact;
  return FAMILIES.find((family) => {
    const prefix = family.namespace.slice(0, -1);
    return namespace.startsWith(prefix) && /^[A-Za-z0-9_-]+$/.test(namespace.slice(prefix.length));
  });
}

const specOf = (spec: NamespaceSpec, namespace: string, row: OptionRow, userDefined: boolean): OptionSpec => ({
  ...row,
  namespace,
  change: row.change ?? spec.change,
  applies: spec.applies ?? 'any',
  userDefined,
});

/** Looked up thousands of times a minute: every option is made once. */
const NAMED: ReadonlyMap<NamespaceSpec, ReadonlyMap<string, OptionSpec>> = new Map(
  NAMESPACES.map((spec) => [
    spec,
    new Map(spec.options.map((row) => [row.name, specOf(spec, spec.namespace, row, false)])),
  ]),
);

/**
 * The option with this name, or `undefined` when no environment (of this platform, when one is given) has it. Environment properties and the like are found under any name.
 */
export function findOption(namespace: string, optionName: string, platform?: string): OptionSpec | undefined {
  const spec = namespaceSpec(namespace);
  if (spec === undefined) return undefined;
  if (platform !== undefined && spec.platforms?.test(platform) === false) return undefined;
  const named = NAMED.get(spec)?.get(optionName);
  if (named !== undefined) return named.namespace === namespace ? named : { ...named, namespace };
  if (spec.anyName !== true || optionName === '') return undefined;
  return specOf(spec, namespace, { name: optionName, accepts: { kind: 'text' } }, true);
}

/** The value an option has when nobody sets it, as DescribeConfigurationOptions says. */
export function defaultOption(namespace: string, optionName: string): string | undefined {
  return findOption(namespace, optionName)?.initial;
}

/** What a change of the option does to the instances; unknown options touch nothing. */
export function changeClassOf(namespace: string, optionName: string): ChangeClass {
  return findOption(namespace, optionName)?.change ?? 'in-place';
}

/** The strongest class among several options: one replacement makes the whole update a replacement. */
export function strongestChange(
  options: readonly { readonly namespace: string; readonly optionName: string }[],
): ChangeClass {
  const classes = new Set(options.map((option) => changeClassOf(option.namespace, option.optionName)));
  if (classes.has('replacement')) return 'replacement';
  return classes.has('on-instance') ? 'on-instance' : 'in-place';
}

function isScalable(scope: OptionScope): boolean {
  return scope.valueOf(ENVIRONMENT, 'EnvironmentType') !== 'SingleInstance';
}

/** `none` for single instances and workers, else the option's value. Cluster environments have `application` or `none`. */
export function loadBalancerTypeOf(scope: OptionScope): 'none' | 'classic' | 'application' | 'network' {
  if (scope.tier === 'Cluster') {
    return scope.valueOf(EKS_ENVIRONMENT, 'load-balancer-type') === 'None' ? 'none' : 'application';
  }
  if (scope.tier === 'Worker' || !isScalable(scope)) return 'none';
  const type = scope.valueOf(ENVIRONMENT, 'LoadBalancerType');
  return type === 'application' || type === 'network' ? type : 'classic';
}

/** Whether an environment of this kind shows the option. */
export function hasOption(applies: Applicability, scope: OptionScope): boolean {
  if ((scope.tier === 'Cluster') !== (applies === 'cluster')) return false;
  const balancer = loadBalancerTypeOf(scope);
  switch (applies) {
    case 'any':
    case 'cluster':
      return true;
    case 'scalable':
      return isScalable(scope);
    case 'classic':
      return balancer === 'classic';
    case 'application':
      return balancer === 'application';
    case 'elbv2':
      return balancer === 'application' || balancer === 'network';
    case 'worker':
      return scope.tier === 'Worker';
    case 'web':
      return scope.tier === 'WebServer';
    case 'named-only':
      return false;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const IN_ORDER: readonly (readonly [NamespaceSpec, OptionSpec])[] = [...NAMED]
  .flatMap(([spec, options]) => [...options.values()].map((option) => [spec, option] as const))
  .sort(([, a], [, b]) => compare(a.namespace, b.namespace) || compare(a.name, b.name));

/** All options that an environment has without being told, in namespace and name order. */
export function optionsFor(scope: OptionScope): readonly OptionSpec[] {
  const shown = new Set(
    NAMESPACES.filter((spec) => hasOption(spec.applies ?? 'any', scope)).filter(
      (spec) => scope.platform === undefined || spec.platforms?.test(scope.platform) !== false,
    ),
  );
  return IN_ORDER.flatMap(([spec, option]) => (shown.has(spec) ? [option] : []));
}
