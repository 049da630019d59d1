/** What one configuration option is: its default, the values it takes, and what changing it does to the instances. */

/**
 * What the service does when the option changes.
 * AWS guide, "Configuration changes": `in-place` touches no instance, `on-instance` is a configuration deployment to the
 * running instances (with the environment's deployment policy), `replacement` exchanges the instances.
 */
export type ChangeClass = 'in-place' | 'on-instance' | 'replacement';

/** `ChangeSeverity` of DescribeConfigurationOptions. */
export type ChangeSeverity =
  | 'NoInterruption'
  | 'RestartApplicationServer'
  | 'RestartEnvironment'
  // Of Cluster environments (AWS agent guide for Cluster mode).
  | 'RestartRequired'
  | 'NoChange';

const SEVERITY_OF: Readonly<Record<ChangeClass, ChangeSeverity>> = {
  'in-place': 'NoInterruption',
  'on-instance': 'RestartApplicationServer',
  replacement: 'RestartEnvironment',
};

/** Which environments have the option. */
export type Applicability =
  | 'any'
  | 'scalable'
  | 'classic'
  | 'application'
  | 'elbv2'
  | 'worker'
  | 'web'
  | 'named-only'
  | 'cluster';

/** The values an option takes. */
export type Accepts =
  | { readonly kind: 'text'; readonly pattern?: string; readonly label?: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'json'; readonly of: 'object' | 'array' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number };

/** One row of the catalogue, inside a namespace. */
export interface OptionRow {
  readonly name: string;
  readonly accepts: Accepts;
  readonly initial?: string;
  /** Deviates from the namespace's change class. */
  readonly change?: ChangeClass;
  /** Can be given to CreateEnvironment only. */
  readonly fixedAtCreation?: boolean;
  /** Its value is never shown again (passwords). */
  readonly secret?: boolean;
}

/** A namespace with its options. */
export interface NamespaceSpec {
  /** Full name, or with `*` as the last part for one that carries a port or a name of the user's. */
  readonly namespace: string;
  readonly change: ChangeClass;
  readonly applies?: Applicability;
  /** Solution stack names that have this namespace; absent: all. */
  readonly platforms?: RegExp;
  /** The user invents the option names (environment properties). */
  readonly anyName?: boolean;
  readonly options: readonly OptionRow[];
}

/** An option of a concrete namespace. */
export interface OptionSpec extends OptionRow {
  readonly namespace: string;
  readonly change: ChangeClass;
  readonly applies: Applicability;
  /** The user invented the name. */
  readonly userDefined: boolean;
}

type Extra = Omit<OptionRow, 'name' | 'accepts' | 'initial'>;

const row = (name: string, accepts: Accepts, initial: string | undefined, extra: Extra | undefined): OptionRow => ({
  name,
  accepts,
  ...(initial === undefined ? {} : { initial }),
  ...extra,
});

/** What the service says of a change of this option. */
export const severityOf = ({ applies, change, fixedAtCreation }: OptionSpec): ChangeSeverity => {
  if (applies !== 'cluster') return SEVERITY_OF[change];
  if (fixedAtCreation === true) return 'NoChange';
  return change === 'in-place' ? 'NoInterruption' : 'RestartRequired';
};

export const text = (name: string, initial?: string, extra?: Extra): OptionRow =>
  row(name, { kind: 'text' }, initial, extra);

export const pattern = (name: string, source: string, label: string, initial?: string, extra?: Extra): OptionRow =>
  row(name, { kind: 'text', pattern: source, label }, initial, extra);

export const list = (name: string, initial?: string, extra?: Extra): OptionRow =>
  row(name, { kind: 'list' }, initial, extra);

export const flag = (name: string, initial?: 'true' | 'false', extra?: Extra): OptionRow =>
  row(name, { kind: 'flag' }, initial, extra);

export const oneOf = (name: string, values: readonly string[], initial?: string, extra?: Extra): OptionRow =>
  row(name, { kind: 'one-of', values }, initial, extra);

export const whole = (name: string, min: number, max: number, initial?: string, extra?: Extra): OptionRow =>
  row(name, { kind: 'whole', min, max }, initial, extra);

export const number = (name: string, min: number, max: number, initial?: string, extra?: Extra): OptionRow =>
  row(name, { kind: 'number', min, max }, initial, extra);
