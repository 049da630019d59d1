import { describe, expect, it } from '@jest/globals';
import { condition, evaluate, expanded, type Scope } from '../../src/demo/workflow/expressions.js';

const SCOPE: Scope = {
  contexts: {
    github: {
      event_name: 'pull_request',
      repository: 'octo-org/shop',
      event: { action: 'opened', number: 17, pull_request: { labels: [{ name: 'preview' }, { name: 'docs' }] } },
    },
    inputs: { dry: true, name: '' },
    steps: { rollout: { outputs: { 'environment-url': 'shop.example' } } },
  },
  status: 'success',
  hashFiles: (patterns) => `hash of ${patterns.join(' and ')}`,
};

/** As a workflow writes it. */
const inside = (text: string): string => `$\{{ ${text} }}`;

describe('expressions', () => {
  it.each([
    ["github.event.action == 'opened'", true],
    ["github.event.action != 'Opened'", false],
    ['github.event.number > 16 && github.event.number <= 17', true],
    ["github['event_name']", 'pull_request'],
    ['steps.rollout.outputs.environment-url', 'shop.example'],
    ['github.nothing.at.all', null],
    ["inputs.name || 'main'", 'main'],
    ["inputs.dry && 'look' || 'do'", 'look'],
    ['!inputs.dry', false],
    ["contains(github.event.pull_request.labels.*.name, 'docs')", true],
    ["contains('Hello', 'ell') && startsWith('abc', 'AB') && endsWith('abc', 'c')", true],
    ["format('{0}-pr-{1}', 'shop', github.event.number)", 'shop-pr-17'],
    ['fromJSON(\'{"a": 1}\').a', 1],
    ["'it''s'", "it's"],
    ["(1 == 2 || true) && 'yes'", 'yes'],
    ["'' == 0", true],
    ["hashFiles('web/**', format('{0}/**', 'api'))", 'hash of web/** and api/**'],
  ])('%s', (text, value) => {
    expect(evaluate(text, SCOPE)).toEqual(value);
  });

  it('stand inside of texts', () => {
    expect(expanded(`pr-${inside('github.event.number')} of ${inside('github.repository')}`, SCOPE)).toBe(
      'pr-17 of octo-org/shop',
    );
    expect(JSON.parse(expanded(inside('toJSON(inputs)'), SCOPE))).toEqual({ dry: true, name: '' });
  });

  it.each(['github.', "'open", 'nothing(1)', '1 2', 'a ~ b'])('%s is refused', (text) => {
    expect(() => evaluate(text, SCOPE)).toThrow();
  });

  it.each<readonly [string | undefined, Scope['status'], boolean]>([
    [undefined, 'success', true],
    [undefined, 'failure', false],
    ["github.event.action == 'opened'", 'failure', false],
    ['always()', 'failure', true],
    [inside('failure()'), 'failure', true],
    ['failure()', 'success', false],
    ['cancelled()', 'cancelled', true],
    ['success()', 'success', true],
  ])('if: %s after %s', (text, status, runs) => {
    expect(condition(text, { ...SCOPE, status })).toBe(runs);
  });
});
