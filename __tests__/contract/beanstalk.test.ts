/** What Elastic Beanstalk promises the action, through the SDK adapter: the same in this process and over HTTP. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Environment } from '../../src/domain/environment.js';
import type { ActionError } from '../../src/domain/problem.js';
import { type AwsWorld, awsWorld, TRANSPORTS } from '../support/aws-world.js';

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no problem',
    (error: ActionError) => error.problem.code,
  );

describe.each(TRANSPORTS)('Elastic Beanstalk %s', (transport) => {
  let world: AwsWorld;
  beforeEach(async () => {
    world = await awsWorld(transport);
  });
  afterEach(() => world.close());

  const production = async (): Promise<Environment> => {
    const found = await world.beanstalk.environmentNamed('shop', 'shop-production');
    if (found === undefined) throw new Error('the environment is missing');
    return found;
  };
  const deployment = (environmentId: string, versionLabel: string) => ({
    environmentId,
    versionLabel,
    options: [],
    removeOptions: [],
  });
  const publish = async (label: string) => {
    const bucket = await world.beanstalk.storageBucket();
    world.objects.put(bucket, `shop/${label}.zip`, Buffer.from('zip'));
    return world.beanstalk.createVersion({
      application: 'shop',
      label,
      description: `about ${label}`,
      bundle: { bucket, key: `shop/${label}.zip` },
      tags: { team: 'web' },
    });
  };

  it('finds an environment by name, and none where there is none', async () => {
    expect(await production()).toMatchObject({
      name: 'shop-production',
      application: 'shop',
      status: 'Ready',
      versionLabel: 'v1',
      tier: 'WebServer',
      abortable: false,
    });
    expect(await world.beanstalk.environmentNamed('shop', 'none')).toBeUndefined();
    expect(await world.beanstalk.environmentNamed('other', 'shop-production')).toBeUndefined();
    expect((await world.beanstalk.environments('shop')).map(({ name }) => name).sort()).toEqual([
      'shop-basic',
      'shop-production',
    ]);
    expect(await world.beanstalk.applicationExists('shop')).toBe(true);
    expect(await world.beanstalk.applicationExists('none')).toBe(false);
  });

  it('carries out an update whose events bear the request id of the answer', async () => {
    const { id } = await production();
    await publish('v2');
    const { requestId } = await world.beanstalk.update(deployment(id, 'v2'));
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await world.beanstalk.environment(id))?.status).toBe('Updating');
    world.pass(900);
    expect(await world.beanstalk.environment(id)).toMatchObject({ status: 'Ready', versionLabel: 'v2' });
    const events = await world.beanstalk.events(id, 0);
    expect(events.filter((event) => event.requestId === requestId).length).toBeGreaterThan(2);
    const since = events[3]?.date ?? 0;
    expect(await world.beanstalk.events(id, since)).toEqual(events.filter(({ date }) => date >= since));
    expect(await world.beanstalk.newestEvents(id, 2)).toEqual(events.slice(-2));
    expect(events.map(({ date }) => date)).toEqual(events.map(({ date }) => date).sort((a, b) => a - b));
    const { instances, refreshedAt } = await world.beanstalk.instances(id);
    expect(instances.map(({ deployment: running }) => running?.versionLabel)).toEqual(['v2', 'v2', 'v2']);
    expect(refreshedAt).toBeGreaterThan(0);
    expect([...(await world.beanstalk.instanceIds(id))].sort()).toEqual(
      instances.map((instance) => instance.id).sort(),
    );
  });

  it('refuses by name what cannot be done', async () => {
    const { id } = await production();
    expect(await codeOf(world.beanstalk.update(deployment(id, 'nowhere')))).toBe('version-missing');
    expect(await codeOf(world.beanstalk.abort(id))).toBe('environment-busy');
    await publish('v2');
    expect(await codeOf(publish('v2'))).toBe('version-exists');
    await world.beanstalk.update(deployment(id, 'v2'));
    expect(await codeOf(world.beanstalk.update(deployment(id, 'v1')))).toBe('environment-busy');
    await world.beanstalk.abort(id);
    const basic = await world.beanstalk.environmentNamed('shop', 'shop-basic');
    expect(await codeOf(world.beanstalk.instances(basic?.id ?? ''))).toBe('enhanced-health-off');
    expect(await codeOf(world.beanstalk.health(basic?.id ?? ''))).toBe('enhanced-health-off');
  });

  it('keeps versions with what was said about them', async () => {
    const created = await publish('v2');
    expect(created).toMatchObject({ label: 'v2', status: 'Unprocessed', description: 'about v2' });
    expect(await world.beanstalk.version('shop', 'v2')).toMatchObject({ label: 'v2', bundle: { key: 'shop/v2.zip' } });
    expect(await world.beanstalk.version('shop', 'none')).toBeUndefined();
  });

  it('reads the deployed settings and checks new ones', async () => {
    const [settings] = await world.beanstalk.settings('shop', 'shop-production');
    expect(settings?.deploymentStatus).toBe('deployed');
    expect(settings?.options.length).toBeGreaterThan(20);
    const wrong = { namespace: 'aws:elasticbeanstalk:command', name: 'DeploymentPolicy', value: 'Sometimes' };
    const right = { ...wrong, value: 'Rolling' };
    const validate = (option: typeof wrong) => world.beanstalk.validate('shop', 'shop-production', [option], []);
    expect(await validate(right)).toEqual([]);
    const messages = await validate(wrong).catch((error: ActionError) => [
      { severity: 'error', message: error.problem.what },
    ]);
    expect(messages).toEqual([expect.objectContaining({ severity: 'error' })]);
    expect(await world.beanstalk.validate('shop', 'shop-production', [], [])).toEqual([]);
  });

  it('hands out the last lines of logs', async () => {
    const { id } = await production();
    await world.beanstalk.requestTailLogs(id);
    world.pass(120);
    const logs = await world.beanstalk.tailLogs(id);
    expect(logs).toHaveLength(3);
    const text = await world.beanstalk.download(logs[0]?.url ?? '', 100_000);
    expect(text.length).toBeGreaterThan(0);
    expect(await world.beanstalk.download(logs[0]?.url ?? '', 5)).toBe(text.slice(-5));
    const error = await world.beanstalk
      .download((logs[0]?.url ?? '').replace('.out', '.gone'), 5)
      .catch((e: ActionError) => e);
    expect(JSON.stringify((error as ActionError).problem)).not.toContain('X-Amz-Signature');
  });

  it('is asked again when it throttles, fails or hangs up; each attempt counts', async () => {
    const before = world.beanstalk.calls;
    world.faults(
      { kind: 'throttle', action: 'DescribeEnvironments', times: 2 },
      { kind: 'server-error', status: 503, action: 'DescribeEnvironments', skip: 2, times: 1 },
      { kind: 'reset', when: 'before', action: 'DescribeEnvironments', skip: 3, times: 1 },
    );
    expect((await production()).status).toBe('Ready');
    expect(world.beanstalk.calls - before).toBe(5);
  });

  it('is asked once by a caller that looks again by itself', async () => {
    world.faults({ kind: 'throttle', action: 'DescribeEnvironments' });
    const before = world.oneLook.calls;
    await expect(world.oneLook.environment('e-1')).rejects.toMatchObject({
      problem: { code: 'throttled' },
      nature: 'transient',
    });
    expect(world.oneLook.calls - before).toBe(1);
    expect(world.beanstalk.calls).toBe(world.oneLook.calls);
  });

  it('may have acted when its answer is lost, and then is not asked twice', async () => {
    const { id } = await production();
    await publish('v2');
    world.faults({ kind: 'reset', when: 'after', action: 'UpdateEnvironment' });
    await expect(world.beanstalk.update(deployment(id, 'v2'))).rejects.toMatchObject({
      answerLost: true,
      nature: 'transient',
    });
    expect(world.calls().filter((call) => call.startsWith('UpdateEnvironment'))).toHaveLength(1);
    expect((await world.beanstalk.environment(id))?.status).toBe('Updating');
  });

  it('has certainly not acted when it throttles a change', async () => {
    const { id } = await production();
    await publish('v2');
    world.faults({ kind: 'throttle', action: 'UpdateEnvironment', times: 2 });
    expect((await world.oneLook.update(deployment(id, 'v2'))).requestId).not.toBe('');
  });

  it('says at once that credentials expired or a permission is missing', async () => {
    world.faults({ kind: 'expired-credentials', action: 'DescribeEvents' });
    await expect(world.beanstalk.events('e-1', 0)).rejects.toMatchObject({
      problem: { code: 'credentials-expired' },
      nature: 'permanent',
    });
    world.faults({ kind: 'lost-permission', answer: 'denied', action: 'DescribeEvents' });
    await expect(world.beanstalk.events('e-1', 0)).rejects.toMatchObject({
      problem: { code: 'permission-denied', hint: expect.stringContaining('elasticbeanstalk:DescribeEvents') },
      nature: 'permanent',
    });
  });

  it('answers an empty list as one', async () => {
    world.faults({ kind: 'lost-permission', answer: 'empty', action: '*' });
    expect(await world.beanstalk.environmentNamed('shop', 'shop-production')).toBeUndefined();
    expect(await world.beanstalk.events('e-1', 0)).toEqual([]);
  });
});
