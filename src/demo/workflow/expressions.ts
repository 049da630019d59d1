/**
 * GitHub's expressions (`${{ … }}` and `if:`), as far as workflows for this action use them: contexts, literals, operators,
 * and the functions of the table below (GitHub docs, "Evaluate expressions in workflows and actions").
 */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

export interface Scope {
  /** `github`, `inputs`, `steps`, `env`, `vars`, `secrets`, … */
  readonly contexts: Readonly<Record<string, Value>>;
  /** Of the job so far, for `success()`, `failure()` and `cancelled()`. */
  readonly status: 'success' | 'failure' | 'cancelled';
  /** Hash of the files of the workspace that the patterns name; absent: nobody can look. */
  readonly hashFiles?: (patterns: readonly string[]) => string;
}

/** A value with every `${{ … }}` in it replaced; anything but a text as it is. */
export function expanded(text: string, scope: Scope): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => shown(evaluate(expression, scope)));
}

/** Whether a job or a step runs. Without a function of the status it runs only while all went well. */
export function condition(text: string | undefined, scope: Scope): boolean {
  const bare = (text ?? '').trim().replace(/^\$\{\{(.*)\}\}$/s, '$1');
  if (bare === '') return scope.status === 'success';
  const asksStatus = /\b(?:success|failure|always|cancelled)\s*\(/.test(bare);
  return (asksStatus || scope.status === 'success') && isTrue(evaluate(bare, scope));
}

/** Throws for what is no expression. */
export function evaluate(expression: string, scope: Scope): Value {
  const tokens = tokensOf(expression);
  const parser = new Parser(tokens, scope);
  const value = parser.or();
  if (parser.rest !== undefined) throw new Error(`unexpected ${parser.rest} in the expression ${expression}`);
  return value;
}

const TOKEN = /\s*(?:('(?:[^']|'')*')|(\d+(?:\.\d+)?)|([A-Za-z_][\w-]*)|(==|!=|<=|>=|&&|\|\||[!<>().,[\]*]))/y;

function tokensOf(text: string): readonly string[] {
  const found: string[] = [];
  const pattern = new RegExp(TOKEN);
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const match = pattern.exec(text);
    if (match === null) throw new Error(`not understood: ${text}`);
    found.push(match[0].trim());
  }
  return found;
}

class Parser {
  readonly #tokens: readonly string[];
  readonly #scope: Scope;
  #at = 0;

  constructor(tokens: readonly string[], scope: Scope) {
    this.#tokens = tokens;
    this.#scope = scope;
  }

  get rest(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(...wanted: readonly string[]): string | undefined {
    const token = this.rest;
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.#at += 1;
    return token;
  }

  #need(token: string): void {
    if (this.#take(token) === undefined) throw new Error(`${token} is missing before ${this.rest ?? 'the end'}`);
  }

  /** Both sides are read, also when the first one decides: nothing here has an effect. */
  or(): Value {
    let left = this.#and();
    while (this.#take('||') !== undefined) {
      const right = this.#and();
      left = isTrue(left) ? left : right;
    }
    return left;
  }

  #and(): Value {
    let left = this.#comparison();
    while (this.#take('&&') !== undefined) {
      const right = this.#comparison();
      left = isTrue(left) ? right : left;
    }
    return left;
  }

  #comparison(): Value {
    const left = this.#not();
    const operator = this.#take('==', '!=', '<', '<=', '>', '>=');
    return operator === undefined ? left : compared(left, operator, this.#not());
  }

  #not(): Value {
    return this.#take('!') === undefined ? this.#member() : !isTrue(this.#not());
  }

  #member(): Value {
    let value = this.#primary();
    for (;;) {
      if (this.#take('.') !== undefined) {
        value = memberOf(value, this.#name());
      } else if (this.#take('[') !== undefined) {
        value = memberOf(value, shown(this.or()));
        this.#need(']');
      } else return value;
    }
  }

  #name(): string {
    const token = this.rest;
    if (token === undefined) throw new Error('a name is missing');
    this.#at += 1;
    return token;
  }

  #primary(): Value {
    if (this.#take('(') !== undefined) {
      const value = this.or();
      this.#need(')');
      return value;
    }
    const token = this.#name();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (/^\d/.test(token)) return Number(token);
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'null') return null;
    if (this.#take('(') === undefined) return memberOf(this.#scope.contexts, token);
    const values: Value[] = [];
    while (this.#take(')') === undefined) {
      values.push(this.or());
      if (this.rest !== ')') this.#need(',');
    }
    return called(token, values, this.#scope);
  }
}

/** `*` takes the member of each: `labels.*.name`. Names count without regard to case. */
function memberOf(value: Value, name: string): Value {
  if (Array.isArray(value)) {
    const list = value as readonly Value[];
    if (name === '*') return list;
    return /^\d+$/.test(name) ? (list[Number(name)] ?? null) : list.map((one) => memberOf(one, name));
  }
  if (typeof value !== 'object' || value === null) return null;
  const found = Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found?.[1] ?? null;
}

function called(name: string, values: readonly Value[], { status, hashFiles }: Scope): Value {
  const [first = null, second = null] = values;
  const [left, right] = [shown(first).toLowerCase(), shown(second).toLowerCase()];
  switch (name) {
    case 'success':
      return status === 'success';
    case 'failure':
      return status === 'failure';
    case 'cancelled':
      return status === 'cancelled';
    case 'always':
      return true;
    case 'contains':
      return Array.isArray(first)
        ? first.some((one: Value) => compared(one, '==', second) === true)
        : left.includes(right);
    case 'startsWith':
      return left.startsWith(right);
    case 'endsWith':
      return left.endsWith(right);
    case 'format':
      return shown(first).replace(/\{(\d+)\}/g, (_, at: string) => shown(values[Number(at) + 1] ?? null));
    case 'toJSON':
      return JSON.stringify(first, null, 2);
    case 'hashFiles':
      return hashFiles?.(values.map(shown)) ?? '';
    case 'fromJSON':
      return JSON.parse(shown(first)) as Value;
    default:
      throw new Error(`there is no function ${name}`);
  }
}

const isTrue = (value: Value): boolean => value !== '' && value !== 0 && value !== false && value !== null;

function compared(left: Value, operator: string, right: Value): boolean {
  const texts = typeof left === 'string' && typeof right === 'string';
  const [one, other] = texts ? [left.toLowerCase(), right.toLowerCase()] : [numeric(left), numeric(right)];
  const isEqual = left === right || one === other;
  switch (operator) {
    case '==':
      return isEqual;
    case '!=':
      return !isEqual;
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    default:
      return one >= other;
  }
}

const numeric = (value: Value): number =>
  value === null ? 0 : typeof value === 'object' ? Number.NaN : value === '' ? 0 : Number(value);

export function shown(value: Value): string {
  if (value === null) return '';
  return typeof value === 'object' ? (Array.isArray(value) ? 'Array' : 'Object') : String(value);
}
