/** A rule as what divides requests, against the simulated Elastic Load Balancing: what is written, kept, refused, looked up. */
import { ModifyRuleCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from '@jest/globals';
import { ActionError, type Problem } from '../../../src/domain/problem.js';
import type { Route, RouteReading } from '../../../src/domain/route.js';
import { IDLE } from '../../support/pair-world.js';
import { HOST, RouteWorld } from '../../support/route-world.js';
import { SHOP, type WorldOptions } from '../../support/world.js';

async function open(
  options: WorldOptions = {},
  more: { readonly processPort?: number; readonly stickyFor?: number } = {},
) {
  const world = new RouteWorld({ ...options, shares: true });
  const route = await world.alb(more);
  const ends = await world.ends(route);
  const router = await world.routers.between(route, ends);
  const shares = ({ shares: found }: RouteReading) =>
    [world.pair.stable.id, world.pair.canary.id].map((id) => found[id]);
  return { world, route, ends, router, shares };
}

/** The problem that a call ends with. */
const problemOf = async (work: Promise<unknown>): Promise<Partial<Problem>> =>
  work.then(
    () => ({ code: 'none' }),
    (error: unknown) => (error instanceof ActionError ? error.problem : { code: String(error) }),
  );

describe('the ends of a rule', () => {
  it('are the target groups of the Auto Scaling groups, with the dimensions of their metrics', async () => {
    const { ends, world } = await open();
    expect(ends.stable).toMatchObject({
      kind: 'alb',
      environmentId: world.pair.stable.id,
      figures: {
        kind: 'target-group',
        loadBalancer: expect.stringMatching(/^app\/front\/[0-9a-f]+$/),
        targetGroup: expect.stringMatching(/^targetgroup\/awseb-/),
      },
      isSticky: false,
    });
    expect(await world.routers.targets(ends.canary)).toEqual({ healthy: 2, total: 2 });
  });

  const processes = {
    'aws:elasticbeanstalk:environment:process:default': { StickinessEnabled: 'true' },
    'aws:elasticbeanstalk:environment:process:api': { Port: '8080' },
  };
  it('need a port where there are several processes', async () => {
    const options = { environment: { options: processes } };
    expect(await problemOf(open(options))).toMatchObject({
      code: 'process-port-needed',
      what: expect.stringContaining('80, 8080'),
    });
    expect(await problemOf(open(options, { processPort: 81 }))).toMatchObject({ code: 'process-port-needed' });
    const { ends } = await open(options, { processPort: 80 });
    expect(ends.stable).toMatchObject({ isSticky: true });
  });

  it('are refused on a load balancer of their own', async () => {
    const { route } = await open();
    const world = new RouteWorld({ shares: false });
    const problem = await problemOf(world.routers.end(route, world.pair.canary));
    expect(problem).toMatchObject({
      code: 'route-unusable',
      what: expect.stringContaining(`${IDLE} stands behind app/awseb-`),
    });
  });
});

describe('a rule', () => {
  it('tells the shares that are really there, and the host', async () => {
    const { world, router, route, shares } = await open();
    expect(await router.read()).toMatchObject({ shares: { [world.pair.stable.id]: 100 }, elsewhere: 0, host: HOST });
    const { world: other, router: rule } = await open();
    const Actions = await weighted(other, 1, 3);
    await other.balancing.send(new ModifyRuleCommand({ RuleArn: (await other.rule('10')).RuleArn, Actions }));
    expect(shares(await router.read())).toEqual([100, undefined]);
    expect(Object.values((await rule.read()).shares)).toEqual([25, 75]);
    expect(route.kind).toBe('alb');
  });

  it('gets other weights, and keeps everything else byte for byte', async () => {
    const { world, router, shares } = await open();
    const before = await world.rules();
    const start = await router.read();
    const first = await router.set(5, start);
    expect(shares(first)).toEqual([95, 5]);
    expect(first.fingerprint).toBe(start.fingerprint);
    const second = await router.set(50, first);
    expect(shares(second)).toEqual([50, 50]);
    const all = await router.set(100, second);
    expect(shares(all)).toEqual([0, 100]);
    const end = await router.finish(all);
    expect(shares(end)).toEqual([undefined, 100]);
    expect((await world.rule('10')).Actions?.map(({ Type }) => Type)).toEqual(['authenticate-oidc', 'forward']);
    expect(foreign(await world.rules())).toEqual(foreign(before));
  });

  it('gives everything back, and takes the canary out', async () => {
    const { world, router, shares } = await open();
    const start = await router.read();
    const before = foreign(await world.rules());
    const restored = await router.restore(await router.set(25, start));
    expect(shares(restored)).toEqual([100, undefined]);
    expect(restored.fingerprint).toBe(start.fingerprint);
    expect(foreign(await world.rules())).toEqual(before);
  });

  it('makes clients stay only when asked, and keeps what was there otherwise', async () => {
    const { world, router } = await open({}, { stickyFor: 60_000 });
    await router.set(5, await router.read());
    const sticky = async () => (await world.rule('10')).Actions?.at(-1)?.ForwardConfig?.TargetGroupStickinessConfig;
    expect(await sticky()).toEqual({ Enabled: true, DurationSeconds: 60 });
    const ends = await world.ends(await world.alb());
    const plain = await world.routers.between(await world.alb(), ends);
    await plain.set(10, await plain.read());
    expect(await sticky()).toEqual({ Enabled: true, DurationSeconds: 60 });
  });

  it('leaves the share of others alone, and refuses what their weights do not allow', async () => {
    const { world, router, shares } = await open({
      others: [{ ...SHOP, name: 'shop-third', sharedLoadBalancer: 'front' }],
    });
    const third = await world.routers.end(await world.alb(), world.ref('shop-third'));
    const Actions = await weighted(world, 80, 0);
    const groups = Actions.at(-1)?.ForwardConfig?.TargetGroups ?? [];
    const thirdArn = third.kind === 'alb' ? third.targetGroupArn : '';
    const RuleArn = (await world.rule('10')).RuleArn;
    const write = async (Weight: number): Promise<void> => {
      const TargetGroups = [...groups, { TargetGroupArn: thirdArn, Weight }];
      const last = { Type: 'forward' as const, Order: 2, ForwardConfig: { TargetGroups } };
      await world.balancing.send(new ModifyRuleCommand({ RuleArn, Actions: [...Actions.slice(0, -1), last] }));
    };
    await write(20);
    const start = await router.read();
    expect(start.elsewhere).toBe(20);
    const after = await router.set(25, start);
    expect(shares(after)).toEqual([60, 20]);
    expect(after).toMatchObject({ elsewhere: 20, fingerprint: start.fingerprint });
    await world.balancing.send(new ModifyRuleCommand({ RuleArn, Actions: await weighted(world, 1, 0, thirdArn) }));
    expect(await problemOf(router.set(5, await router.read()))).toMatchObject({ code: 'route-unusable' });
  });

  it('stops where somebody else has changed it, and writes nothing', async () => {
    const { world, router } = await open();
    const expected = await router.set(5, await router.read());
    const RuleArn = (await world.rule('10')).RuleArn;
    await world.balancing.send(new ModifyRuleCommand({ RuleArn, Actions: await weighted(world, 1, 1) }));
    const before = await world.rules();
    expect(await problemOf(router.set(10, expected))).toMatchObject({ code: 'route-changed' });
    expect(await world.rules()).toEqual(before);
    const Conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/shop/*'] } }];
    const read = await router.read();
    await world.balancing.send(new ModifyRuleCommand({ RuleArn, Conditions }));
    expect(await problemOf(router.restore(read))).toMatchObject({ code: 'route-changed' });
  });

  it('does not end while the old side has requests', async () => {
    const { router } = await open();
    const half = await router.set(50, await router.read());
    expect(await problemOf(router.finish(half))).toMatchObject({ code: 'route-unusable' });
  });

  it.each(['before', 'after'] as const)(
    'is looked up when the connection broke %s the service has acted',
    async (when) => {
      const { world, router, shares } = await open();
      const start = await router.read();
      world.scenario({ faults: [{ kind: 'reset', when, action: 'ModifyRule', times: 1 }] });
      expect(shares(await router.set(5, start))).toEqual([95, 5]);
      const writes = world.wire.calls.list(0).filter(({ action }) => action === 'ModifyRule');
      expect(writes).toHaveLength(when === 'before' ? 2 : 1);
    },
  );

  it('is written again while the service cannot answer, and given up after four times', async () => {
    const { world, router, shares } = await open();
    const start = await router.read();
    const fault = { kind: 'server-error', status: 503, action: 'ModifyRule' } as const;
    world.scenario({ faults: [{ ...fault, times: 3 }] });
    const half = await router.set(50, start);
    expect(shares(half)).toEqual([50, 50]);
    world.scenario({ faults: [fault] });
    expect(await problemOf(router.set(60, half))).toMatchObject({ code: 'service-unavailable' });
    const writes = world.wire.calls.list(0).filter(({ action }) => action === 'ModifyRule');
    expect(writes).toHaveLength(8);
  });

  const unusable: readonly (readonly [string, string, string])[] = [
    ['the default rule', 'default', 'is the default rule'],
    ["the environment's own", '1', 'was made by Elastic Beanstalk'],
  ];
  it.each(unusable)('cannot be %s', async (_, priority, what) => {
    const { world } = await open();
    const ruleArn = (await world.rules()).find(({ Priority }) => Priority === priority)?.RuleArn ?? '';
    const route: Route = { kind: 'alb', ruleArn };
    expect(await problemOf(world.routers.read(route, []))).toMatchObject({
      code: 'route-unusable',
      what: expect.stringContaining(what),
    });
  });

  it('must be there', async () => {
    const { world, route } = await open();
    const ruleArn = route.kind === 'alb' ? `${route.ruleArn.slice(0, -1)}z` : '';
    expect(await problemOf(world.routers.read({ kind: 'alb', ruleArn }, []))).toMatchObject({
      code: 'route-not-found',
    });
  });
});

/** Everything but the target groups of the production rule. */
const foreign = (rules: Awaited<ReturnType<RouteWorld['rules']>>): string =>
  JSON.stringify(
    rules.map((rule) =>
      rule.Priority === '10' ? { ...rule, Actions: rule.Actions?.filter(({ Type }) => Type !== 'forward') } : rule,
    ),
  );

/** The production rule's actions with these weights for the pair, as somebody else would write them. */
async function weighted(world: RouteWorld, stable: number, canary: number, other?: string) {
  const ends = await world.ends(await world.alb());
  const arns = [ends.stable, ends.canary].map((end) => (end.kind === 'alb' ? end.targetGroupArn : ''));
  const TargetGroups = [
    { TargetGroupArn: arns[0], Weight: stable },
    { TargetGroupArn: arns[1], Weight: canary },
    ...(other === undefined ? [] : [{ TargetGroupArn: other, Weight: 1 }]),
  ];
  const [sign] = (await world.rule('10')).Actions ?? [];
  const { AuthenticateOidcConfig } = sign ?? {};
  const kept = { ...sign, AuthenticateOidcConfig: { ...AuthenticateOidcConfig, UseExistingClientSecret: true } };
  return [kept, { Type: 'forward' as const, Order: 2, ForwardConfig: { TargetGroups } }] as NonNullable<
    ConstructorParameters<typeof ModifyRuleCommand>[0]['Actions']
  >;
}
