/** The rule of a composite alarm: `ALARM("a") AND NOT (OK(b) OR FALSE)` (API reference, PutCompositeAlarm). Pure. */
import { ServiceError } from '../service-error.js';
import type { AlarmState } from './alarm.js';

export type RuleNode =
  | { readonly kind: 'is'; readonly state: AlarmState; readonly alarm: string }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: RuleNode }
  | { readonly kind: 'and' | 'or'; readonly left: RuleNode; readonly right: RuleNode };

const TOKEN =
  /\s*(?:(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"([^"]+)"|'([^']+)'|([^()"'\s]+))\s*\)|(TRUE|FALSE)\b|(AND|OR|NOT)\b|([()]))/y;

type Token =
  | { readonly kind: 'node'; readonly node: RuleNode }
  | { readonly kind: 'word'; readonly word: 'AND' | 'OR' | 'NOT' | '(' | ')' };

function tokensOf(rule: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of rule.matchAll(new RegExp(TOKEN.source, 'gy'))) {
    const [whole, state, double, single, bare, constant, word, bracket] = match;
    end = match.index + whole.length;
    if (state !== undefined) {
      const alarm = (double ?? single ?? bare ?? '').replace(/^arn:aws[\w-]*:cloudwatch:[^:]*:\d*:alarm:/, '');
      tokens.push({ kind: 'node', node: { kind: 'is', state: state as AlarmState, alarm } });
    } else if (constant !== undefined) {
      tokens.push({ kind: 'node', node: { kind: 'constant', value: constant === 'TRUE' } });
    } else tokens.push({ kind: 'word', word: (word ?? bracket) as 'AND' });
  }
  if (rule.slice(end).trim() !== '') throw invalid(rule);
  return tokens;
}

const invalid = (rule: string): ServiceError =>
  new ServiceError('ValidationError', `AlarmRule must not contain invalid syntax: ${rule}`);

/** @throws ServiceError when the text is no rule. */
export function parseRule(rule: string): RuleNode {
  const tokens = tokensOf(rule);
  let at = 0;
  const isNext = (word: string): boolean => {
    const token = tokens[at];
    return token?.kind === 'word' && token.word === word;
  };
  const factor = (): RuleNode => {
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'node') return token.node;
    if (token?.kind === 'word' && token.word === 'NOT') return { kind: 'not', of: factor() };
    if (token?.kind === 'word' && token.word === '(') {
      const inner = either();
      if (!isNext(')')) throw invalid(rule);
      at += 1;
      return inner;
    }
    throw invalid(rule);
  };
  const both = (): RuleNode => {
    let left = factor();
    while (isNext('AND')) {
      at += 1;
      left = { kind: 'and', left, right: factor() };
    }
    return left;
  };
  const either = (): RuleNode => {
    let left = both();
    while (isNext('OR')) {
      at += 1;
      left = { kind: 'or', left, right: both() };
    }
    return left;
  };
  const node = either();
  if (at < tokens.length) throw invalid(rule);
  return node;
}

/** Whether the rule holds; an alarm that is not there has no data. */
export function holds(node: RuleNode, stateOf: (alarm: string) => AlarmState): boolean {
  switch (node.kind) {
    case 'is':
      return stateOf(node.alarm) === node.state;
    case 'constant':
      return node.value;
    case 'not':
      return !holds(node.of, stateOf);
    case 'and':
      return holds(node.left, stateOf) && holds(node.right, stateOf);
    case 'or':
      return holds(node.left, stateOf) || holds(node.right, stateOf);
  }
}
