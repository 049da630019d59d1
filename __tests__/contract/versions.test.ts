/** What old versions and new environments promise the action, through the SDK adapter: in this process and over HTTP. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CreationModel } from '../../src/domain/creation.js';
import { ActionError } from '../../src/domain/problem.js';
import { type AwsWorld, awsWorld, TRANSPORTS } from '../support/aws-world.js';
import { STACK } from '../support/environment-world.js';

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no problem',
    (error: unknown) => (error instanceof ActionError ? error.problem.code : String(error)),
  );

describe.each(TRANSPORTS)('Elastic Beanstalk %s', (transport) => {
  let world: AwsWorld;
  let bucket = '';
  beforeEach(async () => {
    world = await awsWorld(transport);
    bucket = await world.beanstalk.storageBucket();
  });
  afterEach(() => world.close());

  const call = (action: string, input: Readonly<Record<string, unknown>>) =>
    world.simulator.call({ action, input, requestId: 'somebody' });
  const publish = async (label: string): Promise<void> => {
    world.objects.put(bucket, `shop/${label}.zip`, Buffer.from('zip'));
    await world.beanstalk.createVersion({
      application: 'shop',
      label,
      description: '',
      bundle: { bucket, key: `shop/${label}.zip` },
      tags: {},
    });
  };
  const labels = async (): Promise<readonly string[]> =>
    (await world.beanstalk.versions('shop')).map(({ label }) => label).sort();

  it.each([
    ['with its bundle', true, undefined],
    ['without its bundle', false, 'zip'],
  ])('deletes a version %s', async (_, withBundle, left) => {
    await publish('old');
    await world.beanstalk.deleteVersion('shop', 'old', withBundle);
    expect(await labels()).toEqual(['v1']);
    expect(world.objects.text(bucket, 'shop/old.zip')).toBe(left);
  });

  it('takes a version that is gone already for deleted, also when the first answer was lost', async () => {
    await publish('old');
    world.faults({ kind: 'reset', when: 'after', action: 'DeleteApplicationVersion', times: 1 });
    // Attempts wait for a while, on the clock of this test.
    const ticking = setInterval(() => world.pass(5), 5);
    expect(await codeOf(world.beanstalk.deleteVersion('shop', 'old', true))).toBe('no problem');
    expect(await codeOf(world.beanstalk.deleteVersion('shop', 'old', true))).toBe('no problem');
    clearInterval(ticking);
    expect(await labels()).toEqual(['v1']);
  });

  it('does not delete what an environment runs', async () => {
    expect(await codeOf(world.beanstalk.deleteVersion('shop', 'v1', true))).not.toBe('no problem');
    expect(await labels()).toEqual(['v1']);
  });

  it.each([
    ['none', undefined, undefined],
    ['a count', { MaxCountRule: { Enabled: true, MaxCount: 50, DeleteSourceFromS3: true } }, { maxCount: 50 }],
    ['an age', { MaxAgeRule: { Enabled: true, MaxAgeInDays: 30, DeleteSourceFromS3: false } }, { maxAgeDays: 30 }],
    ['one that is switched off', { MaxCountRule: { Enabled: false, MaxCount: 50 } }, undefined],
  ])('tells the rule that removes old versions: %s', async (_, config, expected) => {
    if (config !== undefined) {
      call('UpdateApplicationResourceLifecycle', {
        ApplicationName: 'shop',
        ResourceLifecycleConfig: {
          ServiceRole: 'arn:aws:iam::123456789012:role/aws-elasticbeanstalk-service-role',
          VersionLifecycleConfig: config,
        },
      });
    }
    expect(await world.beanstalk.versionLifecycle('shop')).toEqual(expected);
    expect(await world.beanstalk.versionLifecycle('none')).toBeUndefined();
  });

  const found = async (): Promise<CreationModel> => {
    const environment = await world.beanstalk.environmentNamed('shop', 'shop-production');
    if (environment === undefined) throw new Error('the environment is missing');
    return { kind: 'environment', name: environment.name, found: { environment, options: [] } };
  };
  const template = async (): Promise<CreationModel> => {
    call('CreateConfigurationTemplate', { ApplicationName: 'shop', TemplateName: 'saved', SolutionStackName: STACK });
    return { kind: 'template', name: 'saved', options: [] };
  };

  it.each([
    ['a solution stack', async (): Promise<CreationModel> => ({ kind: 'stack', solutionStack: STACK })],
    ['a saved configuration', template],
    ['a live environment', found],
  ])('judges options of an environment that would be created from %s', async (_, base) => {
    const policy = { namespace: 'aws:elasticbeanstalk:command', name: 'DeploymentPolicy' };
    const judged = async (value: string) =>
      (await world.beanstalk.validateNew('shop', await base(), [{ ...policy, value }])).map(({ severity, name }) => [
        severity,
        name,
      ]);
    expect(await judged('Sometimes')).toEqual([['error', 'DeploymentPolicy']]);
    expect(await world.beanstalk.validateNew('shop', await found(), [{ ...policy, value: 'Rolling' }])).toEqual([]);
  });

  it('is not asked about options where there are none, or nothing to create from', async () => {
    const before = world.calls().length;
    expect(await world.beanstalk.validateNew('shop', { kind: 'stack', solutionStack: STACK }, [])).toEqual([]);
    const option = { namespace: 'aws:elasticbeanstalk:command', name: 'Timeout', value: '0' };
    expect(await world.beanstalk.validateNew('shop', { kind: 'branch', name: 'none' }, [option])).toEqual([]);
    expect(world.calls().slice(before)).toEqual([]);
  });
});
