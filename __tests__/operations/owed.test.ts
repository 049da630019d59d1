/** Where a plan puts back what an earlier run has left set on the new side of a canary. Pure. */
import { describe, expect, it } from '@jest/globals';
import type { RouteSnapshot } from '../../src/domain/route-sides.js';
import type { EnvironmentSnapshot } from '../../src/domain/snapshot.js';
import type { Unfinished } from '../../src/domain/unfinished.js';
import { withOwed } from '../../src/operations/owed.js';
import { plan } from '../report/given.js';
import { configured, type Given, givenChange, givenTarget } from '../support/given-environment.js';

const RULE = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/front/0011/2233/4455';
const SIZE = { namespace: 'aws:autoscaling:asg', name: 'MinSize' } as const;
const SHARED: Given = {
  options: {
    'aws:elasticbeanstalk:environment': { LoadBalancerIsShared: 'true' },
    'aws:elbv2:loadbalancer': { SharedLoadBalancer: 'arn:shared' },
    'aws:autoscaling:asg': { MinSize: '3' },
  },
};
const IDLE: Unfinished = {
  environment: 'shop-prod-idle',
  owed: [{ ...SIZE, before: '1', during: ['3'] }],
  since: 0,
  by: 'run 1 of kim',
};

/** The new side has this share of the requests already. */
function target(share: number): EnvironmentSnapshot {
  const live = givenTarget(SHARED);
  const idle = givenTarget({ ...SHARED, environment: { id: 'e-idle', name: 'shop-prod-idle', versionLabel: 'v2' } });
  const route: RouteSnapshot = {
    route: { kind: 'alb', ruleArn: RULE },
    reading: { shares: { [live.environment.id]: 100 - share, 'e-idle': share }, elsewhere: 0, fingerprint: 'f' },
    share,
  };
  return {
    ...live,
    pair: { productionCname: 'shop.example.com', idle, idleName: 'shop-prod-idle', idlePrefix: 'x', route },
  };
}

/** Kinds of steps; the one that puts the size back by its option. */
function kinds(share: number, retire: string): readonly string[] {
  const seen = target(share);
  const inputs = { 'listener-rule-arn': RULE, 'canary-steps': '50%:2m', retire };
  const steps = configured('canary', inputs).steps(givenChange(), seen);
  // Another run has left it: this plan sets no size itself.
  const own = steps.filter(({ kind }) => kind !== 'update' && kind !== 'settle');
  const made = withOwed(plan({ steps: own }), { takenAt: 0, target: seen }, [IDLE]);
  return made.steps.map((step) => (step.kind === 'update' ? step.options.map(({ name }) => name).join() : step.kind));
}

describe('the size that a dead canary has left raised', () => {
  it('goes back before anything else, as long as nobody reaches that side', () => {
    expect(kinds(0, 'keep').slice(0, 2)).toEqual(['MinSize', 'settle']);
  });

  it('goes back when the requests are decided about: an update of a side with a share is refused', () => {
    expect(kinds(50, 'keep').slice(-3)).toEqual(['bake', 'MinSize', 'settle']);
  });

  it('goes back before the old side retires, which may stay and end the plan', () => {
    expect(kinds(50, 'terminate').slice(-4)).toEqual(['detach', 'MinSize', 'settle', 'retire']);
  });
});
