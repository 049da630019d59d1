/** What a workflow file says, as far as it is played: what starts it, its jobs with their matrices, their steps. */
import { evaluate, expanded, type Scope, type Value } from './expressions.js';

export type Texts = Readonly<Record<string, string>>;

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly strategy?: { readonly matrix?: Matrix };
  readonly permissions?: Texts;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly outputs?: Texts;
  /** Of a job that calls another workflow; it has no steps. */
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly Step[];
}

type Matrix = { readonly include?: readonly Combination[] } & Readonly<Record<string, readonly Value[] | undefined>>;
type Combination = Readonly<Record<string, Value>>;

interface Filter {
  readonly types?: readonly string[];
  readonly branches?: readonly string[];
  readonly paths?: readonly string[];
  readonly inputs?: Readonly<Record<string, { readonly default?: Value }>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
}

export interface Workflow {
  readonly on: string | readonly string[] | Readonly<Record<string, Filter | null>>;
  readonly permissions?: Texts;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What starts the workflow. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, Value>>;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  /** `refs/heads/main` when nothing else is said. */
  readonly ref?: string;
  readonly repository: string;
  readonly token: string;
  /** Paths that a push or a pull request changes, for `paths`; absent: everything that could be asked for. */
  readonly changed?: readonly string[];
}

/** Without `types` a pull request starts a workflow when it is opened, pushed to or opened again (GitHub docs). */
const USUAL: readonly string[] = ['opened', 'synchronize', 'reopened'];

export function listens({ on }: Workflow, event: WorkflowEvent): boolean {
  if (typeof on === 'string') return on === event.name;
  if (isList(on)) return on.includes(event.name);
  if (!Object.hasOwn(on, event.name)) return false;
  const { types, branches, paths } = on[event.name] ?? {};
  const { payload, changed } = event;
  const isAboutPull = event.name.startsWith('pull_request');
  const branch = isAboutPull ? baseOf(payload.pull_request) : refOf(event).replace(/^refs\/heads\//, '');
  return (
    (!isAboutPull || (types ?? USUAL).includes(String(payload.action))) &&
    (branches === undefined || branch === undefined || branches.some((pattern) => matches(pattern, branch))) &&
    (paths === undefined ||
      changed === undefined ||
      changed.some((path) => paths.some((pattern) => matches(pattern, path))))
  );
}

export const refOf = ({ ref }: WorkflowEvent): string => ref ?? 'refs/heads/main';

const isList = (value: unknown): value is readonly string[] => Array.isArray(value);

function baseOf(pull: Value | undefined): string | undefined {
  const base = typeof pull === 'object' && pull !== null && 'base' in pull ? pull.base : undefined;
  return typeof base === 'object' && base !== null && 'ref' in base ? String(base.ref) : undefined;
}

/** `*` stays within a part of a path, `**` does not (GitHub docs, "Filter pattern cheat sheet"). */
function matches(pattern: string, text: string): boolean {
  const parts = pattern.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*';
    return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`).test(text);
}

/** Defaults of a workflow's own inputs, under those that are given. */
export function inputsOf({ on }: Workflow, name: string, given: Combination): Combination {
  const declared = typeof on === 'string' || isList(on) ? undefined : on[name]?.inputs;
  const defaults = Object.entries(declared ?? {}).flatMap(([input, declaration]): [string, Value][] =>
    declaration.default === undefined ? [] : [[input, declaration.default]],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/** What a called workflow hands back, as expressions. */
export function returnsOf({ on }: Workflow): Texts {
  const declared = typeof on === 'string' || isList(on) ? undefined : on.workflow_call?.outputs;
  return Object.fromEntries(Object.entries(declared ?? {}).map(([name, { value }]) => [name, value]));
}

/**
 * Every combination of a matrix, and what `include` adds: to those that it contradicts in none of their own values, else as
 * one more (GitHub docs, "Running variations of jobs in a workflow").
 */
export function combinationsOf({ strategy }: Job): readonly Combination[] {
  const { include = [], ...axes } = strategy?.matrix ?? {};
  let product: Combination[] = [{}];
  for (const [name, values] of Object.entries(axes)) {
    product = product.flatMap((one) => (values ?? []).map((value) => ({ ...one, [name]: value })));
  }
  const hasAxes = Object.keys(axes).length > 0;
  if (!hasAxes && include.length > 0) return include;
  const more: Combination[] = [];
  for (const extra of include) {
    const fits = (one: Combination): boolean =>
      Object.keys(axes).every((name) => extra[name] === undefined || extra[name] === one[name]);
    if (product.some(fits)) product = product.map((one) => (fits(one) ? { ...one, ...extra } : one));
    else more.push(extra);
  }
  return [...product, ...more];
}

export const expandedAll = (given: Readonly<Record<string, unknown>> | undefined, scope: Scope): Texts =>
  Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, expanded(String(value ?? ''), scope)]));

/** For the inputs of a called workflow, which keep their kind: `false` is not the text "false". */
export function valuesOf(given: Readonly<Record<string, unknown>> | undefined, scope: Scope): Combination {
  const evaluated = (value: unknown): Value => {
    if (typeof value === 'boolean' || typeof value === 'number') return value;
    const [, expression] = /^\s*\$\{\{((?:(?!\}\}).)*)\}\}\s*$/s.exec(String(value)) ?? [];
    return expression === undefined ? expanded(String(value), scope) : evaluate(expression, scope);
  };
  return Object.fromEntries(Object.entries(given ?? {}).map(([name, value]) => [name, evaluated(value)]));
}
