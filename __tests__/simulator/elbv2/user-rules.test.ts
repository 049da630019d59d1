/** Rules of users on a shared load balancer: whose traffic they leave, what they keep secret, and what is told of them. */
import {
  DescribeRulesCommand,
  DescribeTargetGroupAttributesCommand,
  ModifyRuleCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from '@jest/globals';
import { minutes } from '../../../src/domain/time.js';
import { IDLE } from '../../support/pair-world.js';
import { HOST, RouteWorld } from '../../support/route-world.js';
import { SHOP, type WorldOptions } from '../../support/world.js';

const open = (options: WorldOptions = {}): RouteWorld => new RouteWorld({ ...options, shares: true });

/** Requests of the last two minutes, by the name of an environment. */
function requestsOf(world: RouteWorld, name: string): number {
  world.simulator.settle();
  const recent = world.runtime
    .requestMinutes(world.ref(name).id)
    .filter(({ minute }) => minute > world.clock.now() - minutes(2));
  return recent.reduce((sum, { requests }) => sum + requests, 0);
}

describe('rules of users', () => {
  it('leave no played traffic to an environment beside them, and all of it to those of other applications', () => {
    const other = { application: 'blog', name: 'blog-prod', versionLabel: 'v1', sharedLoadBalancer: 'front' };
    const world = open({ others: [other] });
    world.clock.advance(minutes(4));
    expect(requestsOf(world, SHOP.name)).toBeGreaterThan(100);
    expect(requestsOf(world, IDLE)).toBe(0);
    expect(requestsOf(world, 'blog-prod')).toBeGreaterThan(100);
  });

  it('keep the secret of a sign-in, which a change must name', async () => {
    const world = open();
    const { RuleArn, Actions = [] } = await world.rule('10');
    expect(JSON.stringify(Actions)).not.toMatch(/ClientSecret/);
    expect(Actions[0]?.AuthenticateOidcConfig).toMatchObject({
      ClientId: 'shop',
      AuthenticationRequestExtraParams: { display: 'page' },
      SessionTimeout: 3600,
    });
    const modify = (config: object) => {
      const [sign, forward] = Actions;
      const AuthenticateOidcConfig = { ...sign?.AuthenticateOidcConfig, ...config } as NonNullable<
        NonNullable<typeof sign>['AuthenticateOidcConfig']
      >;
      const changed = [{ ...sign, Type: 'authenticate-oidc' as const, AuthenticateOidcConfig }];
      const { TargetGroupArn: _, ...last } = forward ?? { Type: 'forward' as const };
      return world.balancing.send(
        new ModifyRuleCommand({ RuleArn, Actions: [...changed, { ...last, Type: 'forward' }] }),
      );
    };
    await expect(modify({})).rejects.toMatchObject({ name: 'InvalidLoadBalancerActionException' });
    await modify({ UseExistingClientSecret: true });
    await expect(modify({ UseExistingClientSecret: true, ClientId: 'another' })).rejects.toMatchObject({
      name: 'InvalidLoadBalancerActionException',
    });
    expect((await world.rule('10')).Actions).toEqual(Actions);
  });

  it('stand beside the default rule, which is told by its ARN, too', async () => {
    const world = open();
    const last = await world.rule('default');
    const { Rules } = await world.balancing.send(new DescribeRulesCommand({ RuleArns: [last.RuleArn ?? ''] }));
    expect(Rules).toEqual([last]);
    expect(last.IsDefault).toBe(true);
  });

  it('stand in the state, with weights by environment', async () => {
    const world = open();
    const { loadBalancers } = world.simulator.state() as { loadBalancers: { rules: object[] }[] };
    expect(loadBalancers[0]?.rules.at(-1)).toMatchObject({
      arn: (await world.rule('10')).RuleArn,
      priority: 10,
      hosts: [HOST],
      weights: [{ environment: SHOP.name, weight: 1 }],
    });
  });

  it('lead to target groups whose stickiness is told', async () => {
    const options = { 'aws:elasticbeanstalk:environment:process:default': { StickinessEnabled: 'true' } };
    const world = open({ environment: { options } });
    const end = await world.routers.end(await world.alb(), world.pair.stable);
    const TargetGroupArn = end.kind === 'alb' ? end.targetGroupArn : '';
    const { Attributes } = await world.balancing.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }));
    expect(Attributes).toContainEqual({ Key: 'stickiness.enabled', Value: 'true' });
  });
});
