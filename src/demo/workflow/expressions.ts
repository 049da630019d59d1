/** GitHub's expressions (`${{ … }}` and `if:`) in the workflows that are played, evaluated by GitHub's own library. */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export interface Scope {
  /** `github`, `inputs`, `steps`, `env`, `vars`, `secrets`, … */
  readonly contexts: Readonly<Record<string, Value>>;
  /** Of the job so far, for `success()`, `failure()` and `cancelled()`. */
  readonly status: 'success' | 'failure' | 'cancelled';
  /** Hash of the files of the workspace that the patterns name; absent: nobody can look. */
  readonly hashFiles?: (patterns: readonly string[]) => string;
}

/** Contexts that are there although nothing is in them (GitHub docs, "Contexts reference"). */
const CONTEXTS = [
  'github',
  'env',
  'vars',
  'job',
  'jobs',
  'steps',
  'runner',
  'secrets',
  'strategy',
  'matrix',
  'needs',
  'inputs',
];

/** A value with every `${{ … }}` in it replaced; anything but a text as it is. */
export function expanded(text: string, scope: Scope): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => result(expression, scope).coerceString());
}

/** Whether a job or a step runs. Without a function of the status it runs only while all went well. */
export function condition(text: string | undefined, scope: Scope): boolean {
  const bare = (text ?? '').trim().replace(/^\$\{\{(.*)\}\}$/s, '$1');
  if (bare === '') return scope.status === 'success';
  const asksStatus = /\b(?:success|failure|always|cancelled)\s*\(/.test(bare);
  // As GitHub makes a condition of any value: it is negated twice.
  return (asksStatus || scope.status === 'success') && evaluate(`!!(${bare})`, scope) === true;
}

/** Throws for what is no expression. */
export function evaluate(expression: string, scope: Scope): Value {
  return JSON.parse(JSON.stringify(result(expression, scope), data.replacer)) as Value;
}

function result(expression: string, scope: Scope): data.ExpressionData {
  const functions = functionsOf(scope);
  const names = [...new Set([...CONTEXTS, ...Object.keys(scope.contexts)])];
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, names, functions).parse();
  const contexts = new data.Dictionary(...names.map((key) => ({ key, value: known(scope.contexts[key] ?? {}) })));
  const byName = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
  return new Evaluator(parsed, contexts, byName).evaluate();
}

const known = (value: Value): data.ExpressionData =>
  JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData;

/** What the library leaves to whoever runs a workflow. */
function functionsOf({ status, hashFiles }: Scope): FunctionDefinition[] {
  const ofStatus = (name: string, isSo: boolean): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(isSo),
  });
  return [
    ofStatus('success', status === 'success'),
    ofStatus('failure', status === 'failure'),
    ofStatus('cancelled', status === 'cancelled'),
    ofStatus('always', true),
    {
      name: 'hashFiles',
      minArgs: 1,
      maxArgs: 255,
      call: (...patterns) => new data.StringData(hashFiles?.(patterns.map((one) => one.coerceString())) ?? ''),
    },
  ];
}
