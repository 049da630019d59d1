/** The simulated Elastic Load Balancing through its SDK client: what environments have, what may be changed, and what is refused. */
import {
  CreateRuleCommand,
  DeleteRuleCommand,
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  ModifyListenerCommand,
  ModifyRuleCommand,
  type Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, it } from '@jest/globals';
import { minutes } from '../../../src/domain/time.js';
import { inProcessHandler } from '../../../src/simulator/wire/in-process.js';
import { IDLE, PairWorld, PRODUCTION } from '../../support/pair-world.js';
import { TEST_KEY } from '../../support/wire.js';
import { World } from '../../support/world.js';

const clientOf = (world: World): ElasticLoadBalancingV2Client =>
  new ElasticLoadBalancingV2Client({
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:4566',
    credentials: TEST_KEY,
    requestHandler: inProcessHandler(world.wire),
    maxAttempts: 1,
  });

const sharing = (): PairWorld => new PairWorld({ idle: 'v1', environment: { sharedLoadBalancer: 'front' } });

interface Front {
  readonly client: ElasticLoadBalancingV2Client;
  readonly listenerArn: string;
  readonly rules: () => Promise<readonly (Omit<Rule, 'Conditions'> & { readonly hosts: readonly string[] })[]>;
  /** Target group of an environment, found by its tags. */
  readonly group: (environment: string) => Promise<string>;
}

async function frontOf(world: World): Promise<Front> {
  const client = clientOf(world);
  const balancers = await client.send(new DescribeLoadBalancersCommand({ Names: ['front'] }));
  const LoadBalancerArn = balancers.LoadBalancers?.[0]?.LoadBalancerArn ?? '';
  const listeners = await client.send(new DescribeListenersCommand({ LoadBalancerArn }));
  const listenerArn = listeners.Listeners?.[0]?.ListenerArn ?? '';
  const described = await client.send(new DescribeTargetGroupsCommand({ LoadBalancerArn }));
  const arns = (described.TargetGroups ?? []).map(({ TargetGroupArn = '' }) => TargetGroupArn);
  const tags = await client.send(new DescribeTagsCommand({ ResourceArns: arns }));
  return {
    client,
    listenerArn,
    rules: async () => {
      const answer = await client.send(new DescribeRulesCommand({ ListenerArn: listenerArn }));
      return (answer.Rules ?? []).map(({ Conditions = [], ...rule }) => ({
        ...rule,
        hosts: Conditions.flatMap((one) => one.HostHeaderConfig?.Values ?? []),
      }));
    },
    group: async (environment) =>
      tags.TagDescriptions?.find(({ Tags = [] }) =>
        Tags.some(({ Key, Value }) => Key === 'elasticbeanstalk:environment-name' && Value === environment),
      )?.ResourceArn ?? '',
  };
}

const weights = (blue: string, green: string, share: number, sticky?: number) => [
  {
    Type: 'forward' as const,
    ForwardConfig: {
      TargetGroups: [
        { TargetGroupArn: blue, Weight: 100 - share },
        { TargetGroupArn: green, Weight: share },
      ],
      ...(sticky === undefined ? {} : { TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: sticky } }),
    },
  },
];

describe('a load balancer of its own', () => {
  it('has a listener that gives everything to the target group, whose targets are the instances', async () => {
    const world = new World();
    const client = clientOf(world);
    const [balancer] = (await client.send(new DescribeLoadBalancersCommand({}))).LoadBalancers ?? [];
    expect(balancer).toMatchObject({ Type: 'application', DNSName: expect.stringMatching(/elb\.amazonaws\.com$/) });
    const [listener] =
      (await client.send(new DescribeListenersCommand({ LoadBalancerArn: balancer?.LoadBalancerArn }))).Listeners ?? [];
    const [group] = (await client.send(new DescribeTargetGroupsCommand({}))).TargetGroups ?? [];
    expect(listener?.DefaultActions?.[0]).toMatchObject({ Type: 'forward', TargetGroupArn: group?.TargetGroupArn });
    const health = await client.send(new DescribeTargetHealthCommand({ TargetGroupArn: group?.TargetGroupArn }));
    const states = health.TargetHealthDescriptions?.map(({ TargetHealth }) => TargetHealth?.State);
    expect(states).toEqual(['healthy', 'healthy', 'healthy', 'healthy']);
  });

  it('has a second target group, with weights, while traffic is split', async () => {
    const world = new World();
    world.somebody('UpdateEnvironment', {
      EnvironmentName: 'shop-prod',
      OptionSettings: [
        { Namespace: 'aws:elasticbeanstalk:command', OptionName: 'DeploymentPolicy', Value: 'TrafficSplitting' },
        { Namespace: 'aws:elasticbeanstalk:trafficsplitting', OptionName: 'NewVersionPercent', Value: '30' },
      ],
    });
    world.clock.advance(minutes(5));
    world.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v2' });
    let found: readonly (number | undefined)[] = [];
    for (let minute = 0; minute < 20 && !found.includes(30); minute += 1) {
      world.clock.advance(minutes(0.5));
      world.simulator.settle();
      const [listener] = (await clientOf(world).send(new DescribeListenersCommand({}))).Listeners ?? [];
      found = (listener?.DefaultActions?.[0]?.ForwardConfig?.TargetGroups ?? []).map(({ Weight }) => Weight);
    }
    expect(found).toEqual([70, 30]);
  });
});

describe('a shared load balancer', () => {
  it('has a rule for the CNAME of each environment, and a 404 for the rest', async () => {
    const front = await frontOf(sharing());
    expect((await front.rules()).map(({ Priority, hosts }) => [Priority, hosts])).toEqual([
      ['1', [PRODUCTION]],
      ['2', [`${IDLE}.us-east-1.elasticbeanstalk.com`]],
      ['default', []],
    ]);
  });

  it('keeps the hosts of its rules at a swap, unless a scenario says otherwise: which is right is not documented', async () => {
    for (const follows of [false, true]) {
      const world = sharing();
      world.scenario({ hostRulesFollowSwap: follows });
      world.somebody('SwapEnvironmentCNAMEs', { SourceEnvironmentName: 'shop-prod', DestinationEnvironmentName: IDLE });
      world.advance(minutes(1));
      const [first] = await (await frontOf(world)).rules();
      expect(first?.hosts).toEqual([follows ? `${IDLE}.us-east-1.elasticbeanstalk.com` : PRODUCTION]);
    }
  });

  it('takes rules with weights, changes and deletes them, and says what they are', async () => {
    const world = sharing();
    const { client, listenerArn: ListenerArn, group, rules } = await frontOf(world);
    const [blue, green] = [await group('shop-prod'), await group(IDLE)];
    const Conditions = [{ Field: 'host-header', HostHeaderConfig: { Values: ['www.example.com'] } }];
    const made = await client.send(
      new CreateRuleCommand({ ListenerArn, Priority: 10, Conditions, Actions: weights(blue, green, 0) }),
    );
    const RuleArn = made.Rules?.[0]?.RuleArn ?? '';
    await client.send(new ModifyRuleCommand({ RuleArn, Actions: weights(blue, green, 25, 300) }));
    const read = await client.send(new DescribeRulesCommand({ RuleArns: [RuleArn] }));
    expect(read.Rules?.[0]).toMatchObject({
      Priority: '10',
      Conditions: [{ Field: 'host-header', Values: ['www.example.com'] }],
      Actions: [
        {
          ForwardConfig: {
            TargetGroups: [
              { TargetGroupArn: blue, Weight: 75 },
              { TargetGroupArn: green, Weight: 25 },
            ],
            TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 300 },
          },
        },
      ],
    });
    await client.send(new DeleteRuleCommand({ RuleArn }));
    expect((await rules()).map(({ Priority }) => Priority)).toEqual(['1', '2', 'default']);
  });

  it('moves played traffic by the weights of the rule', async () => {
    const world = sharing();
    const { client, listenerArn: ListenerArn, group } = await frontOf(world);
    const [blue, green] = [await group('shop-prod'), await group(IDLE)];
    await client.send(
      new CreateRuleCommand({
        ListenerArn,
        Priority: 10,
        Conditions: [{ Field: 'host-header', Values: ['www.example.com'] }],
        Actions: weights(blue, green, 25),
      }),
    );
    world.advance(minutes(4));
    const countOf = (name: string): number => {
      const id = world.sides().find((side) => side.name === name)?.id ?? '';
      return world.runtime.requestMinutes(id).at(-2)?.requests ?? 0;
    };
    expect(countOf(IDLE) / (countOf(IDLE) + countOf('shop-prod'))).toBeCloseTo(0.25, 5);
  });

  it('refuses in the words of the service', async () => {
    const world = sharing();
    const { client, listenerArn: ListenerArn, group } = await frontOf(world);
    const blue = await group('shop-prod');
    const Conditions = [{ Field: 'path-pattern', Values: ['/x'] }];
    const forward = (TargetGroupArn: string) => [{ Type: 'forward' as const, TargetGroupArn }];
    const refused = async (input: object, name: string): Promise<void> => {
      const full = { ListenerArn, Conditions, Priority: 10, Actions: forward(blue), ...input };
      await expect(client.send(new CreateRuleCommand(full))).rejects.toMatchObject({ name });
    };
    await refused({ Priority: 1 }, 'PriorityInUseException');
    await refused({ ListenerArn: `${ListenerArn}0` }, 'ListenerNotFoundException');
    await refused({ Actions: forward(`${blue}0`) }, 'TargetGroupNotFoundException');
    await refused({ Actions: weights(blue, blue, -900) }, 'ValidationError');
    const noEnd = [{ Type: 'authenticate-oidc' as const, AuthenticateOidcConfig: undefined }];
    await refused({ Actions: noEnd }, 'InvalidLoadBalancerActionException');
    await refused({ Conditions: [{ Field: 'source-ip', Values: ['10.0.0.0/8'] }] }, 'NotImplemented');
    await expect(client.send(new DeleteRuleCommand({ RuleArn: 'arn:x' }))).rejects.toMatchObject({
      name: 'RuleNotFoundException',
    });
  });

  it('loses the rule and target group of an environment that is terminated, and stays itself', async () => {
    const world = sharing();
    world.somebody('TerminateEnvironment', { EnvironmentName: IDLE });
    world.advance(minutes(20));
    const front = await frontOf(world);
    expect((await front.rules()).map(({ Priority }) => Priority)).toEqual(['1', 'default']);
    expect(await front.group(IDLE)).toBe('');
  });

  it('is there again, with its rules, after the world was saved and restored', async () => {
    const world = sharing();
    const { client, listenerArn: ListenerArn, group } = await frontOf(world);
    const DefaultActions = weights(await group('shop-prod'), await group(IDLE), 40);
    await client.send(new ModifyListenerCommand({ ListenerArn, DefaultActions }));
    const saved: unknown = JSON.parse(JSON.stringify(world.simulator.save()));
    const other = new World();
    other.simulator.restore(saved);
    const rules = await (await frontOf(other)).rules();
    expect(rules.map(({ Priority }) => Priority)).toEqual(['1', '2', 'default']);
    expect(rules.at(-1)).toMatchObject({
      Actions: [{ ForwardConfig: { TargetGroups: [{ Weight: 60 }, { Weight: 40 }] } }],
    });
  });
});
