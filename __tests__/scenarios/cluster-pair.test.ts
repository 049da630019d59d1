/** Whole runs that create Cluster environments, and that move traffic between two of them. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { removeTemporary } from '../support/bundle-tree.js';
import {
  CLUSTER_ROLES,
  clusterWorld,
  ECR,
  options,
  role,
  run,
  textOf,
  withRegistry,
} from '../support/cluster-world.js';
import { SHOP, World } from '../support/world.js';

afterEach(removeTemporary);

const EKS = 'aws:elasticbeanstalk:eks';
const calls = (world: World, action: string): number =>
  world.wire.calls.list(0).filter((one) => one.action === action).length;
const named = async (world: World, name: string) =>
  (await world.ports.beanstalk.environments()).find((one) => one.name === name);

const creating = (
  more: Readonly<Record<string, string>> = {},
  ...layers: readonly Readonly<Record<string, Readonly<Record<string, string>>>>[]
) => ({
  'environment-name': 'shop-pods',
  'image-uri': `${ECR}/shop:5`,
  'option-settings': options(CLUSTER_ROLES, ...layers),
  ...more,
});
const subnets = (list: string) => ({ [`${EKS}:environment`]: { subnets: list } });

describe('a Cluster environment that does not exist', () => {
  it('is created with its three roles and without a platform; the first one brings the cluster along', async () => {
    const world = withRegistry(new World());
    const first = await run(world, creating({}, subnets('subnet-0a,subnet-0b')));
    expect(first.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-action-type': 'create',
      'environment-status': 'Ready',
    });
    const text = textOf(first);
    expect(text).toContain('a cluster (Amazon EKS) is created with it: 15 to 20 minutes');
    expect(text).toContain('Creating CloudFormation stack for cluster infrastructure');
    expect(text).toMatch(/gives up after +45m30s/);
    expect(Number(first.outputs['duration-seconds'])).toBeGreaterThan(10 * 60);
    expect((await named(world, 'shop-pods'))?.tier).toBe('Cluster');

    const second = await run(world, creating({ 'environment-name': 'shop-more' }, subnets('subnet-0b, subnet-0a')));
    expect(second.outputs.outcome).toBe('succeeded');
    expect(textOf(second)).toContain('It shares the cluster of the other environments with these subnets.');
    expect(Number(second.outputs['duration-seconds'])).toBeLessThan(10 * 60);

    const others = { [EKS]: { 'node-role': role('other') } };
    const third = await run(
      world,
      creating({ 'environment-name': 'shop-third' }, subnets('subnet-0a,subnet-0b'), others),
    );
    expect(textOf(third)).toContain('docs/errors.md#cluster-roles-differ');
    expect(textOf(third)).toContain(`node-role is ${role('other')}, there it is ${role('node')}`);
    expect(calls(world, 'CreateEnvironment')).toBe(2);
  });

  it('without a load balancer has no CNAME, and is proven Grey', async () => {
    const world = withRegistry(new World());
    const none = { [`${EKS}:environment`]: { 'load-balancer-type': 'None' } };
    const made = await run(world, creating({}, none));
    expect(made.outputs).toMatchObject({ outcome: 'succeeded', 'environment-url': '', 'environment-health': 'Grey' });
    const prefixed = await run(world, creating({ 'environment-name': 'shop-x1', 'cname-prefix': 'shop-x1' }, none));
    expect(textOf(prefixed)).toContain('with load-balancer-type=None a Cluster environment has no CNAME');
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a role is missing',
      {
        'option-settings': options({ [EKS]: { 'cluster-role': role('cluster') } }),
        'create-environment-if-not-exists': 'true',
      },
      'creation-without-roles',
    ],
    [
      'a role is no ARN',
      { 'option-settings': options(CLUSTER_ROLES, { [EKS]: { 'node-role': 'node-role' } }) },
      'cluster-setting-wrong',
    ],
    [
      'subnets are none',
      { 'option-settings': options(CLUSTER_ROLES, subnets('10.0.0.0/24')) },
      'cluster-setting-wrong',
    ],
    [
      'there is a platform',
      { 'solution-stack-name': '64bit Amazon Linux 2023 v6.7.4 running Node.js 24' },
      'contradicting-inputs',
    ],
    [
      'options are those of instances',
      { 'option-settings': options(CLUSTER_ROLES, { 'aws:autoscaling:asg': { MinSize: '1' } }) },
      'option-of-other-tier',
    ],
  ])('is not created when %s', async (_, inputs, code) => {
    const world = withRegistry(new World());
    const refused = await run(world, creating(inputs));
    expect(refused.outputs.outcome).toBe('failed');
    expect(textOf(refused)).toContain(`docs/errors.md#${code}`);
    expect(calls(world, 'CreateEnvironment')).toBe(0);
  });

  it('is not created from a mistyped name: an image alone describes no environment', async () => {
    const world = withRegistry(new World());
    const refused = await run(world, { 'environment-name': 'shop-prdo', 'image-uri': `${ECR}/shop:5` });
    expect(textOf(refused)).toContain('docs/errors.md#environment-missing');
    expect(calls(world, 'CreateEnvironment')).toBe(0);
  });
});

describe('blue-green between Cluster environments', () => {
  const deploy = (tag: string, more: Readonly<Record<string, string>> = {}) => ({
    strategy: 'blue-green',
    'image-uri': `${ECR}/shop:${tag}`,
    'version-label': tag,
    'smoke-test-path': '/',
    bake: '30s',
    ...more,
  });

  it('creates the other side from the options of the live one, asks it over HTTPS, swaps, and swaps back', async () => {
    const world = clusterWorld();
    const asked: string[] = [];
    const { http } = world.ports;
    const get: typeof http.get = (request) => {
      asked.push(request.url);
      return http.get(request);
    };
    Object.assign(world.ports, { http: { get } });
    const first = await run(world, deploy('five'));
    expect(first.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': 'shop-prod-idle' });
    expect(asked.length).toBeGreaterThan(2);
    for (const url of asked) expect(url).toMatch(/^https:\/\//);
    const [created] = await world.ports.beanstalk.settings(SHOP.application, 'shop-prod-idle');
    expect(created?.options.find(({ name }) => name === 'node-role')?.value).toBe(role('node'));
    expect(calls(world, 'CreateConfigurationTemplate')).toBe(0);

    const second = await run(world, deploy('six'));
    expect(second.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': 'shop-prod' });
    expect(calls(world, 'CreateEnvironment')).toBe(1);

    const updates = calls(world, 'UpdateEnvironment');
    const back = await run(world, { operation: 'rollback', strategy: 'blue-green', bake: '0' });
    expect(back.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'five' });
    expect(calls(world, 'UpdateEnvironment')).toBe(updates);
  });

  it('does not move traffic to a version that answers badly', async () => {
    const world = clusterWorld();
    world.broken.add('bad');
    const failed = await run(world, deploy('bad', { 'smoke-test-attempts': '2', 'smoke-test-interval': '1s' }));
    expect(failed.outputs).toMatchObject({ outcome: 'failed', 'live-environment-name': 'shop-prod' });
    expect(calls(world, 'SwapEnvironmentCNAMEs')).toBe(0);
  });

  it('refuses a pair of two kinds, because nobody has shown that their swap works', async () => {
    const world = clusterWorld({
      others: [{ application: 'shop', name: 'shop-prod-idle', versionLabel: 'v1', instances: 2 }],
    });
    const refused = await run(world, deploy('five'));
    expect(textOf(refused)).toContain('docs/errors.md#sides-of-two-tiers');
    expect(calls(world, 'CreateApplicationVersion')).toBe(0);
  });

  it('refuses a side without a CNAME', async () => {
    const world = clusterWorld({ environment: { loadBalancer: 'none' } });
    const refused = await run(world, deploy('five'));
    expect(textOf(refused)).toContain('docs/errors.md#sides-unclear');
  });
});
