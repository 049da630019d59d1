import { describe, expect, it } from '@jest/globals';
import { createBeanstalk } from '../../../src/adapters/aws/beanstalk.js';
import { type AwsClientOptions, createAwsClients } from '../../../src/adapters/aws/clients.js';
import { createIdentity, expectedOwner } from '../../../src/adapters/aws/identity.js';
import { seconds } from '../../../src/domain/time.js';
import { VirtualClock } from '../../../src/simulator/clocks.js';
import { seededRandom } from '../../../src/simulator/random.js';
import type { ServiceCall } from '../../../src/simulator/service.js';
import { ServiceError } from '../../../src/simulator/service-error.js';
import { inProcessHandler } from '../../../src/simulator/wire/in-process.js';
import { TEST_KEY, testWire } from '../../support/wire.js';

type Answer = (call: ServiceCall) => Readonly<Record<string, unknown>> | undefined;

function connected(answers: Readonly<Record<string, Answer>>, overrides: Partial<AwsClientOptions> = {}) {
  const { wire, simulator } = testWire(answers);
  const clock = new VirtualClock();
  const handler = inProcessHandler(wire);
  const headers: Record<string, string>[] = [];
  const clients = createAwsClients({
    region: 'us-east-1',
    version: '1.2.3',
    env: {},
    credentials: TEST_KEY,
    endpoint: 'http://127.0.0.1:4566',
    requestHandler: {
      ...handler,
      handle: (request: Parameters<typeof handler.handle>[0], options: Parameters<typeof handler.handle>[1]) => {
        headers.push(request.headers);
        return handler.handle(request, options);
      },
    },
    ...overrides,
  });
  const options = { clients, clock, random: seededRandom(1) };
  return {
    beanstalk: createBeanstalk({ ...options, patience: 'patient' }),
    oneLook: createBeanstalk({ ...options, patience: 'one-look' }),
    clients,
    clock,
    simulator,
    headers,
  };
}

const event = (index: number) => ({ EventDate: new Date(1_000 * index), Message: `event ${index}`, Severity: 'INFO' });

describe('reading page after page', () => {
  it('gathers all events, oldest first, from the moment that was asked for', async () => {
    const { beanstalk, simulator } = connected({
      DescribeEvents: ({ input }) =>
        input.NextToken === undefined
          ? { Events: [event(5), event(4)], NextToken: 'two' }
          : input.NextToken === 'two'
            ? { Events: [event(3)], NextToken: 'three' }
            : { Events: [event(2)] },
    });
    const events = await beanstalk.events('e-1', 1_500);
    expect(events.map(({ message }) => message)).toEqual(['event 2', 'event 3', 'event 4', 'event 5']);
    expect(simulator.received.map(({ input }) => (input.StartTime as Date).getTime())).toEqual([1_500, 1_500, 1_500]);
    expect(beanstalk.calls).toBe(3);
  });

  it('ends when the service repeats its token', async () => {
    const { beanstalk } = connected({
      DescribeEnvironments: () => ({
        Environments: [{ EnvironmentId: 'e-1', EnvironmentName: 'shop', Status: 'Ready' }],
        NextToken: 'again',
      }),
    });
    expect(await beanstalk.environments()).toHaveLength(2);
  });

  it('takes the oldest moment for instances that came on several pages', async () => {
    const page = (id: string, at: number, NextToken?: string) => ({
      InstanceHealthList: [{ InstanceId: id, HealthStatus: 'Ok', Color: 'Green' }],
      RefreshedAt: new Date(at),
      NextToken,
    });
    const { beanstalk } = connected({
      DescribeInstancesHealth: ({ input }) =>
        input.NextToken === undefined ? page('i-1', 9_000, 'n') : page('i-2', 5_000),
    });
    expect(await beanstalk.instances('e-1')).toMatchObject({
      instances: [{ id: 'i-1' }, { id: 'i-2' }],
      refreshedAt: 5_000,
      pages: 2,
    });
  });
});

describe('a version that was created a moment ago', () => {
  const unknown = (): never => {
    throw new ServiceError('InvalidParameterValue', "No Application Version named 'v2' found.");
  };
  const created: Answer = () => ({ ApplicationVersion: { ApplicationName: 'shop', VersionLabel: 'v2' } });
  const request = { environmentId: 'e-1', versionLabel: 'v2', options: [], removeOptions: [] };
  const creation = { application: 'shop', label: 'v2', description: '', bundle: { bucket: 'b', key: 'k' }, tags: {} };

  it('is waited for, also by a caller that looks once', async () => {
    let asked = 0;
    const { beanstalk, oneLook, clock } = connected({
      CreateApplicationVersion: created,
      UpdateEnvironment: () => {
        asked += 1;
        return asked < 4 ? unknown() : { EnvironmentId: 'e-1' };
      },
    });
    await beanstalk.createVersion(creation);
    const began = clock.now();
    await oneLook.update(request);
    expect(asked).toBe(4);
    expect(clock.now() - began).toBeLessThan(seconds(15));
  });

  it('is not waited for longer than a minute', async () => {
    const { beanstalk, clock } = connected({ CreateApplicationVersion: created, UpdateEnvironment: unknown });
    await beanstalk.createVersion(creation);
    const began = clock.now();
    await expect(beanstalk.update(request)).rejects.toMatchObject({ problem: { code: 'version-missing' } });
    expect(clock.now() - began).toBeLessThanOrEqual(seconds(62));
  });

  it('is missing at once when nobody here created it', async () => {
    const { beanstalk, clock, simulator } = connected({ UpdateEnvironment: unknown });
    const began = clock.now();
    await expect(beanstalk.update(request)).rejects.toMatchObject({ problem: { code: 'version-missing' } });
    expect([clock.now() - began, simulator.received.length]).toEqual([0, 1]);
  });
});

describe('the clients', () => {
  it('say who calls', async () => {
    const { beanstalk, headers } = connected({ DescribeApplications: () => ({ Applications: [] }) });
    expect(await beanstalk.applicationExists('shop')).toBe(false);
    expect(headers[0]?.['user-agent']).toContain('beanstalk-rollout/1.2.3');
  });

  it('send no member that was not asked for', async () => {
    const { beanstalk, simulator } = connected({ UpdateEnvironment: () => ({ EnvironmentId: 'e-1' }) });
    const option = { namespace: 'n', name: 'o', value: '', resource: 'r' };
    await beanstalk.update({
      environmentId: 'e-1',
      options: [option],
      removeOptions: [{ namespace: 'n', name: 'gone' }],
    });
    expect(simulator.received[0]?.input).toEqual({
      EnvironmentId: 'e-1',
      OptionSettings: [{ Namespace: 'n', OptionName: 'o', Value: '', ResourceName: 'r' }],
      OptionsToRemove: [{ Namespace: 'n', OptionName: 'gone' }],
    });
  });

  it('find out whose credentials they use, and do without when they may not', async () => {
    const { clients } = connected({});
    expect(await createIdentity(clients).caller()).toMatchObject({ account: '123456789012' });
    const hopeless = createAwsClients({
      region: 'us-east-1',
      version: '1',
      env: {},
      credentials: async () => Promise.reject(new Error('no')),
    });
    expect(await createIdentity(hopeless).caller()).toBeUndefined();
  });

  it('say when a proxy is wished that cannot be followed', () => {
    const gapWith = (env: Record<string, string>) => createAwsClients({ region: 'r', version: '1', env }).proxyGap;
    expect(gapWith({})).toBeUndefined();
    expect(gapWith({ HTTPS_PROXY: 'http://proxy:3128' })).toBeUndefined();
    expect(gapWith({ ALL_PROXY: 'socks5://user:secret@proxy:1080' })).toMatch(/^ALL_PROXY .* socks5, which is not/);
  });
});

describe('the owner of a bucket', () => {
  it.each([
    ['elasticbeanstalk-eu-west-1-123456789012', '123456789012'],
    ['elasticbeanstalk-us-gov-west-1-123456789012', '123456789012'],
    ['elasticbeanstalk-samples-eu-west-1', undefined],
    ['my-bucket-123456789012', undefined],
  ])('of %s is %s', (bucket, account) => {
    expect(expectedOwner(bucket).ExpectedBucketOwner).toBe(account);
  });
});
