/** The inputs of `canary`: what can be written, and what must not stand together. */
import { describe, expect, it } from '@jest/globals';
import { minutes } from '../../src/domain/time.js';
import { CANARY_INPUTS, canarySteps } from '../../src/strategies/canary-inputs.js';
import { problemsFor, settingsFor } from './given.js';

const RULE = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/front/0011/2233/4455';
const ALB = { strategy: 'canary', 'listener-rule-arn': RULE };
const ROUTE53 = { strategy: 'canary', 'hosted-zone-id': '/hostedzone/Z1', 'record-name': 'Shop.example.com.' };

describe('the steps of a canary', () => {
  it.each([
    [
      '5%:5m, 25%:10m',
      [
        [5, 5],
        [25, 10],
      ],
    ],
    [
      '5:300\n 50 % : 90m',
      [
        [5, 5],
        [50, 90],
      ],
    ],
    ['99%:60s,', [[99, 1]]],
  ])('can be written as %j', (text, expected) => {
    const steps = expected.map(([weight = 0, hold = 0]) => ({ weight, hold: minutes(hold) }));
    expect(canarySteps.read(text)).toEqual({ value: steps });
  });

  it.each([
    ['', 'names no step'],
    ['5%', 'which is no `percent:time`'],
    ['0%:5m', 'between 1 and 99'],
    ['100%:5m', 'between 1 and 99'],
    ['5%:59s', 'takes 1m00s at least'],
    ['25%:5m, 25%:5m', 'does not ascend'],
    ['25%:5m, 5%:5m', 'does not ascend'],
    [Array.from({ length: 21 }, (_, at) => `${at + 1}%:1m`).join(), 'has 21 steps'],
  ])('are refused as %j', (text, because) => {
    expect(canarySteps.read(text)).toMatchObject({ because: expect.stringContaining(because) });
  });
});

describe('what divides the requests', () => {
  it.each([
    [ALB, { kind: 'alb', ruleArn: RULE }],
    [
      { ...ALB, router: 'alb', 'process-port': '8080', 'canary-sticky-for': '2m' },
      { kind: 'alb', ruleArn: RULE, processPort: 8080, stickyFor: minutes(2) },
    ],
    [ROUTE53, { kind: 'route53', zoneId: 'Z1', recordName: 'shop.example.com' }],
  ])('is %j', async (inputs, route) => {
    expect((await settingsFor(inputs)).strategy.pair?.route).toEqual(route);
  });

  it.each([
    [{ strategy: 'canary' }, ['missing-input listener-rule-arn']],
    [{ strategy: 'canary', router: 'alb' }, ['missing-input listener-rule-arn']],
    [{ strategy: 'canary', router: 'route53' }, ['missing-input hosted-zone-id', 'missing-input record-name']],
    [{ strategy: 'canary', 'record-name': 'shop.example.com' }, ['missing-input hosted-zone-id']],
    [{ ...ALB, ...ROUTE53 }, ['contradicting-inputs hosted-zone-id', 'contradicting-inputs record-name']],
    [{ ...ROUTE53, router: 'route53', 'process-port': '80' }, ['contradicting-inputs process-port']],
    [{ ...ROUTE53, 'canary-steps': '5%:179s' }, ['contradicting-inputs canary-steps']],
    [
      { ...ALB, 'listener-rule-arn': RULE.replace('eu-west-1', 'us-east-1') },
      ['contradicting-inputs listener-rule-arn'],
    ],
    [{ ...ALB, 'listener-rule-arn': RULE.replace('listener-rule', 'listener') }, ['wrong-input listener-rule-arn']],
    [{ ...ALB, 'wait-for-deployment': 'false' }, ['contradicting-inputs wait-for-deployment']],
    [{ ...ALB, strategy: 'blue-green' }, ['contradicting-inputs listener-rule-arn']],
  ])('is refused as %j', async (inputs, expected) => {
    const found = (await problemsFor(inputs)).map(({ code, input }) => `${code} ${input ?? ''}`);
    expect(found).toEqual(expected);
  });

  it.each(['pause', 'resume', 'promote', 'abort'])(
    'is enough for `operation: %s`, which builds nothing',
    async (operation) => {
      expect(await settingsFor({ ...ALB, operation })).toMatchObject({ operation });
    },
  );

  it('no default of its own looks as if it had been given', () => {
    for (const { help } of Object.values(CANARY_INPUTS)) expect(help).not.toBe('');
  });
});
