/** Swap, terminate, restart, rebuild: operations that take time, with their events and effects. */
import { describe, expect, it } from '@jest/globals';
import { type TestService, testService } from '../../support/service.js';

type Row = Readonly<Record<string, unknown>>;
const LABELS = { application: 'shop', versionLabel: 'v1' };

const pair = (): TestService =>
  testService({
    environments: [
      { ...LABELS, name: 'shop-blue', cnamePrefix: 'shop' },
      { ...LABELS, name: 'shop-green', cnamePrefix: 'shop-next', versionLabel: 'v2' },
    ],
  });

const SHOP = 'shop.us-east-1.elasticbeanstalk.com';
const NEXT = 'shop-next.us-east-1.elasticbeanstalk.com';

describe('a swap of CNAMEs', () => {
  it('exchanges the names and nothing else, with its events on both environments', () => {
    const service = pair();
    const [blue, green] = [service.environment('shop-blue'), service.environment('shop-green')];
    service.call('SwapEnvironmentCNAMEs', {
      SourceEnvironmentName: 'shop-blue',
      DestinationEnvironmentName: 'shop-green',
    });
    expect(service.environment('shop-blue')).toMatchObject({ Status: 'Updating', CNAME: SHOP });
    expect(service.environment('shop-green').Status).toBe('Updating');
    expect(service.refusal('UpdateEnvironment', { EnvironmentName: 'shop-green', VersionLabel: 'v1' })).toContain(
      'Must be Ready.',
    );
    service.pass(6);
    expect(service.environment('shop-blue')).toMatchObject({
      Status: 'Ready',
      CNAME: NEXT,
      EndpointURL: blue.EndpointURL,
      VersionLabel: 'v1',
    });
    expect(service.environment('shop-green')).toMatchObject({
      Status: 'Ready',
      CNAME: SHOP,
      EndpointURL: green.EndpointURL,
      VersionLabel: 'v2',
    });
    expect(service.runtime.nameTarget(SHOP)).toBe(green.EnvironmentId);
    expect(service.runtime.nameTarget(NEXT)).toBe(blue.EnvironmentId);
    const swap = "environments 'shop-blue' and 'shop-green'.";
    expect(service.messages('shop-blue').filter((message) => !message.includes('health'))).toEqual([
      'swapEnvironmentCNAMEs is starting.',
      `Swapping CNAMEs for ${swap}`,
      `'${NEXT}' now points to '${blue.EndpointURL}'.`,
      `Completed swapping CNAMEs for ${swap}`,
    ]);
    expect(service.messages('shop-green')).toContain(`'${SHOP}' now points to '${green.EndpointURL}'.`);
    expect(new Set(service.events({ EnvironmentName: 'shop-blue' }).map((event) => event.RequestId)).size).toBe(1);
  });

  it('by ids, done twice, is undone', () => {
    const service = pair();
    const input = {
      SourceEnvironmentId: service.environment('shop-blue').EnvironmentId,
      DestinationEnvironmentId: service.environment('shop-green').EnvironmentId,
    };
    for (let round = 0; round < 2; round += 1) {
      service.call('SwapEnvironmentCNAMEs', input);
      service.pass(6);
    }
    expect(service.environment('shop-blue').CNAME).toBe(SHOP);
    expect(service.runtime.nameTarget(SHOP)).toBe(input.SourceEnvironmentId);
  });
});

describe('a termination', () => {
  it('deletes the resources in order and frees the names', () => {
    const service = pair();
    const before = service.environment('shop-blue');
    const answer = service.call('TerminateEnvironment', { EnvironmentName: 'shop-blue' });
    expect(answer).toMatchObject({ Status: 'Terminating', Health: 'Grey', EnvironmentId: before.EnvironmentId });
    expect(answer).not.toHaveProperty('VersionLabel');
    expect(service.refusal('TerminateEnvironment', { EnvironmentName: 'shop-blue' })).toContain('pending termination');
    expect(service.call('CheckDNSAvailability', { CNAMEPrefix: 'shop' }).Available).toBe(false);
    service.pass(170);
    expect(service.environment('shop-blue')).toMatchObject({ Status: 'Terminated', Health: 'Grey' });
    expect(service.call('CheckDNSAvailability', { CNAMEPrefix: 'shop' }).Available).toBe(true);
    expect(service.runtime.nameTarget(SHOP)).toBeUndefined();
    expect(service.runtime.instanceIds).toHaveLength(2);
    const kinds = service
      .messages('shop-blue')
      .filter((message) => !message.includes('health'))
      .map((message) => message.replace(/ named: .*/, ''));
    expect(kinds).toEqual([
      'terminateEnvironment is starting.',
      "Validating environment's EC2 instances have termination protection disabled before performing termination.",
      "Finished validating environment's EC2 instances for termination protection.",
      'Deleted CloudWatch alarm',
      'Deleted CloudWatch alarm',
      'Deleted Load Balancer listener',
      'Deleted Auto Scaling group policy',
      'Deleted Auto Scaling group policy',
      'Waiting for EC2 instances to terminate. This may take a few minutes.',
      'Deleted Auto Scaling group',
      'Deleted target group',
      'Deleted load balancer',
      'Deleted security group',
      'Deleted security group',
      'Deleting SNS topic for environment shop-blue.',
      'terminateEnvironment completed successfully.',
    ]);
    expect(service.messages('shop-blue').filter((message) => message.includes('health has transitioned'))).toEqual([
      expect.stringMatching(
        /^Environment health has transitioned from Ok to Info\. Terminate in progress \(running for \d+ seconds\)\.$/,
      ),
      expect.stringMatching(
        /^Environment health has transitioned from Info to Severe\. Terminate in progress \(running for .+\)\. None of the instances are sending data\.$/,
      ),
    ]);
  });

  it('leaves the row for an hour', () => {
    const service = pair();
    service.call('TerminateEnvironment', { EnvironmentName: 'shop-blue' });
    service.pass(180);
    service.clock.advance(3_600_000);
    expect(() => service.environment('shop-blue')).toThrow('There is no environment');
  });

  it('of a single instance gives its address back', () => {
    const service = testService({ environments: [{ ...LABELS, name: 'shop-solo', loadBalancer: 'none' }] });
    service.call('TerminateEnvironment', { EnvironmentName: 'shop-solo' });
    service.pass(170);
    expect(service.messages('shop-solo')).toContainEqual(expect.stringMatching(/^Deleted EIP: \d+\.\d+\.\d+\.\d+$/));
    expect(service.runtime.instanceIds).toEqual([]);
  });
});

describe('a restart', () => {
  it('restarts every instance and leaves versions and deployment ids alone', () => {
    const service = pair();
    const health = (): unknown =>
      (
        service.call('DescribeInstancesHealth', { EnvironmentName: 'shop-blue', AttributeNames: ['All'] })
          .InstanceHealthList as Row[]
      ).map(({ InstanceId, Deployment }) => [
        InstanceId,
        (Deployment as Row).VersionLabel,
        (Deployment as Row).DeploymentId,
        (Deployment as Row).Status,
      ]);
    service.pass(30);
    const before = health();
    service.call('RestartAppServer', { EnvironmentName: 'shop-blue' });
    expect(service.environment('shop-blue').Status).toBe('Updating');
    service.pass(40);
    expect(service.environment('shop-blue')).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
    expect(health()).toEqual(before);
    expect(service.messages('shop-blue').filter((message) => !message.includes('health'))).toEqual([
      'restartAppServer is starting.',
      'Instance deployment completed successfully.',
      'Instance deployment completed successfully.',
      'Restarted application server on all ec2 instances.',
    ]);
  });
});

describe('a rebuild', () => {
  it('makes everything anew under the old id, name and CNAME', () => {
    const service = pair();
    const before = service.environment('shop-blue');
    const old = [...service.runtime.instanceIds];
    service.call('RebuildEnvironment', { EnvironmentName: 'shop-blue' });
    expect(service.environment('shop-blue').Status).toBe('Updating');
    service.pass(600);
    expect(service.environment('shop-blue')).toMatchObject({
      Status: 'Ready',
      EnvironmentId: before.EnvironmentId,
      CNAME: SHOP,
      VersionLabel: 'v1',
    });
    expect(service.runtime.instanceIds.filter((id) => !old.includes(id))).toHaveLength(2);
    expect(service.runtime.nameTarget(SHOP)).toBe(before.EnvironmentId);
    expect(service.messages('shop-blue')).toContain('Successfully launched environment: shop-blue');
  });

  it('brings a terminated environment back while its names are free', () => {
    const service = pair();
    const { EnvironmentId } = service.environment('shop-blue');
    service.call('TerminateEnvironment', { EnvironmentId });
    service.pass(170);
    service.call('RebuildEnvironment', { EnvironmentId });
    service.pass(400);
    expect(service.environment('shop-blue')).toMatchObject({ Status: 'Ready', EnvironmentId, CNAME: SHOP });
  });

  it('is refused once somebody else has the CNAME', () => {
    const service = pair();
    const { EnvironmentId } = service.environment('shop-blue');
    service.call('TerminateEnvironment', { EnvironmentId });
    service.pass(170);
    service.simulator.seed({ environments: [{ ...LABELS, name: 'shop-thief', cnamePrefix: 'shop' }] });
    expect(service.refusal('RebuildEnvironment', { EnvironmentId })).toBe(
      'InvalidParameterValue: DNS name (shop) is not available.',
    );
  });
});
