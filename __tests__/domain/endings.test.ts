/** What is said of an account when a run ends without having heard how its last step went. */
import { describe, expect, it } from '@jest/globals';
import { cancelledUnanswered, goesOnUnheard } from '../../src/domain/endings.js';
import type { Step } from '../../src/domain/plan.js';

const LIVE = { id: 'e-live', name: 'shop-prod' };
const IDLE = { id: 'e-idle', name: 'shop-prod-idle' };
const NAME = 'shop.us-east-1.elasticbeanstalk.com';
const ROUTE = {
  kind: 'alb',
  ruleArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/f/1/2/3',
} as never;
const NOTHING = { options: [], removeOptions: [] } as const;

const SAID: readonly (readonly [string, Step | undefined, string])[] = [
  ['nothing was begun', undefined, 'An update of shop-prod may still be running.'],
  [
    'the other side is updated',
    { kind: 'update', environment: IDLE, purpose: 'deploy', versionLabel: 'v2', ...NOTHING },
    'An update of shop-prod-idle may still be running.',
  ],
  [
    'the other side is made',
    { kind: 'create', environment: IDLE, from: LIVE, cnamePrefix: 'shop-idle', versionLabel: 'v2', ...NOTHING },
    'The creation of shop-prod-idle may still be under way.',
  ],
  [
    'the names are swapped',
    { kind: 'swap', from: LIVE, to: IDLE, productionCname: NAME },
    'The swap of CNAMEs from shop-prod to shop-prod-idle may still take place.',
  ],
  [
    'a share is given',
    { kind: 'shift', route: ROUTE, stable: LIVE, canary: IDLE, before: 5, weight: 50, targets: 1 },
    'shop-prod-idle may still get a share of the requests, or keep one: run the job with `operation: abort`.',
  ],
  [
    'the old side goes',
    { kind: 'retire', environment: LIVE, live: IDLE, productionCname: NAME, how: 'terminate' },
    'The termination of shop-prod may still be under way.',
  ],
  [
    'the old side is made smaller',
    { kind: 'retire', environment: LIVE, live: IDLE, productionCname: NAME, how: 'scale-down' },
    'An update of shop-prod may still be running.',
  ],
];

describe('an ending that has heard nothing more', () => {
  it.each(SAID)('when %s', (_when, step, said) => {
    expect(goesOnUnheard({ environmentName: 'shop-prod', step })).toBe(said);
  });

  it('after a request to stop, an update may be on its way back, too', () => {
    const step: Step = { kind: 'update', environment: IDLE, purpose: 'deploy', ...NOTHING };
    expect(cancelledUnanswered({ environmentName: 'shop-prod', step })).toMatchObject({
      state: 'cancelled',
      restored: 'no',
      stillRunning: ['An update of shop-prod-idle may still be running or being aborted.'],
    });
  });
});
