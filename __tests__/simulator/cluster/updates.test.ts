/** Updates of Cluster environments: rolling, all at once, back again by themselves; drift, restarts, abort, logs, swap. */
import {
  AbortEnvironmentUpdateCommand,
  DescribeConfigurationSettingsCommand,
  DescribeInstancesHealthCommand,
  RebuildEnvironmentCommand,
  RequestEnvironmentInfoCommand,
  RestartAppServerCommand,
  SwapEnvironmentCNAMEsCommand,
  TerminateEnvironmentCommand,
} from '@aws-sdk/client-elastic-beanstalk';
import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '../../../src/simulator/scenario.js';
import { readZipTexts } from '../../../src/simulator/storage/zip-entries.js';
import { BUCKET, ClusterService, EKS, option, refusal, seeded } from '../../support/cluster-service.js';

const DEPLOYMENT = `${EKS}:environment:deployment`;
const ROLLING = `${DEPLOYMENT}:strategy:rolling`;
const RECREATE = { [DEPLOYMENT]: { strategy: 'Recreate' } };
const PROBED = { [`${EKS}:environment:readiness-probe`]: { enabled: 'true' } };

async function shop(scenario: Scenario = {}, rest: object = {}): Promise<ClusterService> {
  const service = new ClusterService(seeded(rest), scenario);
  service.pass(60);
  await service.version('v2');
  return service;
}

/** The fewest pods that get requests and the most that run, over these seconds, and what runs at the end. */
async function watched(service: ClusterService, span: number) {
  const { EnvironmentId = '' } = await service.environment();
  const serving: number[] = [];
  const running: number[] = [];
  for (let second = 0; second < span; second += 1) {
    service.pass(1);
    const targets = service.runtime.routing(EnvironmentId)?.targets ?? [];
    serving.push(targets.filter(({ state }) => state === 'registered').length);
    running.push(targets.length);
  }
  const labels = service.runtime.instanceIds.map((id) => service.runtime.serves(id));
  return { fewest: Math.min(...serving), most: Math.max(...running), labels };
}

describe('a rolling update', () => {
  it('keeps its capacity with the defaults: one pod more, none less', async () => {
    const service = await shop();
    const answer = await service.update({ VersionLabel: 'v2' });
    expect(answer).toMatchObject({ Status: 'Updating', VersionLabel: 'v2', AbortableOperationInProgress: false });
    expect((await service.environment()).VersionLabel).toBe('v1');
    const { fewest, labels } = await watched(service, 300);
    expect(fewest).toBe(3);
    expect(labels).toEqual(['v2', 'v2', 'v2']);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v2' });
    expect((await service.messages({ EnvironmentName: 'shop-prod' })).slice(-1)).toEqual([
      'INFO Environment update completed successfully.',
    ]);
  });

  it.each([
    ['1', '0', 4],
    ['0', '1', 3],
    ['100%', '0', 4],
    ['0', '50%', 2],
    ['25%', '25%', 3],
    ['0', '0', 3],
  ])('of four pods with max-surge %s and max-unavailable %s leaves %i', async (surge, unavailable, fewest) => {
    const options = { [ROLLING]: { 'max-surge': surge, 'max-unavailable': unavailable } };
    const service = await shop({}, { instances: 4, options });
    await service.update({ VersionLabel: 'v2' });
    const seen = await watched(service, 400);
    expect(seen.fewest).toBe(fewest);
    expect(seen.labels).toEqual(['v2', 'v2', 'v2', 'v2']);
  });

  it('takes the strategy that comes with the version', async () => {
    const service = await shop();
    await service.update({ VersionLabel: 'v2', OptionSettings: [option(DEPLOYMENT, 'strategy', 'Recreate')] });
    expect((await watched(service, 200)).fewest).toBe(0);
  });
});

describe('an earlier version', () => {
  it('is deployed again with the image that it was made of', async () => {
    const service = await shop();
    const image = (await service.versionNow('v1'))?.ImageSource?.Uri;
    expect(image).toMatch(/@sha256:/);
    await service.update({ VersionLabel: 'v2' });
    service.pass(300);
    await service.update({ VersionLabel: 'v1' });
    const { labels } = await watched(service, 300);
    expect(labels).toEqual(['v1', 'v1', 'v1']);
    expect((await service.environment()).VersionLabel).toBe('v1');
    expect((await service.versionNow('v1'))?.ImageSource?.Uri).toBe(image);
  });
});

describe('Recreate', () => {
  it('ends all pods before it starts new ones', async () => {
    const service = await shop({}, { options: RECREATE });
    await service.update({ VersionLabel: 'v2' });
    const { fewest, most, labels } = await watched(service, 200);
    expect([fewest, most]).toEqual([0, 3]);
    expect(labels).toEqual(['v2', 'v2', 'v2']);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v2' });
  });
});

describe('an update that fails', () => {
  const cases: readonly (readonly [string, Scenario, object])[] = [
    ['its container crashes', { versions: { v2: { command: 'fails', output: 'Cannot find module' } } }, {}],
    ['its container never starts', { versions: { v2: { command: 'times-out' } } }, {}],
    ['it fails its readiness probe', { versions: { v2: { health: 'Severe' } } }, { options: PROBED }],
    ['it crashes under Recreate', { versions: { v2: { command: 'fails' } } }, { options: RECREATE }],
  ];

  it.each(cases)('rolls back by itself and ends Ready when %s', async (_, scenario, rest) => {
    const service = await shop(scenario, rest);
    const { $metadata } = await service.update({ VersionLabel: 'v2' });
    const { labels } = await watched(service, 800);
    expect(labels).toEqual(['v1', 'v1', 'v1']);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1', Health: 'Green' });
    const errors = await service.messages({ Severity: 'ERROR', RequestId: $metadata.requestId });
    expect(errors[0]).toMatch(/^ERROR Deployment of application version 'v2' made no progress for 10 minutes\./);
    expect(errors.at(-1)).toBe('ERROR Failed to deploy application.');
  });

  it('is not noticed without a readiness probe when the application starts and answers with errors', async () => {
    const service = await shop({ versions: { v2: { health: 'Severe', errorShare: 0.9 } } });
    await service.update({ VersionLabel: 'v2' });
    service.pass(400);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v2', Health: 'Red' });
    expect(await service.messages({ Severity: 'ERROR' })).toEqual([]);
  });

  it('may leave no error at all: only the label tells', async () => {
    const service = await shop({ faults: [{ kind: 'silent-rollback', label: 'v2' }] });
    await service.update({ VersionLabel: 'v2' });
    const { labels } = await watched(service, 400);
    expect(labels).toEqual(['v1', 'v1', 'v1']);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1', Health: 'Green' });
    expect(await service.messages({ Severity: 'ERROR' })).toEqual([]);
  });

  it('fails while the cluster has drifted, and works again afterwards', async () => {
    const change = "The add-on 'coredns' was removed";
    const service = await shop({ faults: [{ kind: 'cluster-drift', change }] });
    await service.update({ VersionLabel: 'v2' });
    service.pass(60);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
    expect(await service.messages({ Severity: 'ERROR' })).toEqual([
      `ERROR Cluster drift detected for environment 'shop-prod'. ${change}. Service will skip cluster maintenance for this environment.`,
      'ERROR Failed to deploy application.',
    ]);
    await service.create({ EnvironmentName: 'shop-next' });
    service.pass(30);
    expect((await service.environment('shop-next')).Status).toBe('Terminated');
    service.simulator.setScenario({ rateLimit: false });
    await service.update({ VersionLabel: 'v2' });
    service.pass(300);
    expect((await service.environment()).VersionLabel).toBe('v2');
  });

  it('cannot mount secrets without an application role', async () => {
    const service = await shop();
    const secrets = option(`${EKS}:environment`, 'secrets', '{"KEY":"arn:aws:secretsmanager:us-east-1:1:secret:k"}');
    await service.update({ OptionSettings: [secrets] });
    service.pass(700);
    expect((await service.environment()).Status).toBe('Ready');
    expect(await service.messages({ Severity: 'ERROR' })).toContain('ERROR Failed to deploy configuration.');
  });
});

describe('a change of options', () => {
  it.each([
    ['the load balancer', option(`${EKS}:alb`, 'healthcheck-path', '/health'), false],
    ['the replicas', option(`${EKS}:environment:autoscaling`, 'min-replica', '4'), false],
    ['the port', option(`${EKS}:environment`, 'service-port', '3000'), true],
    ['the variables', option(`${EKS}:environment`, 'env-variables', '{"COLOUR":"blue"}'), true],
    ['the memory', option(`${EKS}:environment`, 'memory', '1Gi'), true],
  ])('of %s replaces pods only where it must', async (_, setting, replaces) => {
    const service = await shop();
    const before = service.runtime.instanceIds;
    await service.update({ OptionSettings: [setting] });
    service.pass(300);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
    const kept = service.runtime.instanceIds.filter((id) => before.includes(id));
    expect(kept).toHaveLength(replaces ? 0 : 3);
    expect(service.runtime.instanceIds).toHaveLength(setting.OptionName === 'min-replica' ? 4 : 3);
    const answer = await service.client.send(
      new DescribeConfigurationSettingsCommand({ ApplicationName: 'shop', EnvironmentName: 'shop-prod' }),
    );
    const settings = answer.ConfigurationSettings?.[0]?.OptionSettings ?? [];
    expect(settings).toContainEqual(setting);
  });
});

describe('what is left of Standard environments', () => {
  it('restarts its pods', async () => {
    const service = await shop();
    const before = service.runtime.instanceIds;
    await service.client.send(new RestartAppServerCommand({ EnvironmentName: 'shop-prod' }));
    service.pass(300);
    expect(service.runtime.instanceIds.some((id) => before.includes(id))).toBe(false);
    expect(await service.environment()).toMatchObject({ Status: 'Ready', VersionLabel: 'v1' });
  });

  it('cannot be aborted, rebuilt, or asked for logs of instances', async () => {
    const service = await shop();
    const { client } = service;
    await service.update({ VersionLabel: 'v2' });
    expect(await refusal(client.send(new AbortEnvironmentUpdateCommand({ EnvironmentName: 'shop-prod' })))).toMatch(
      /Must be pending deployment/,
    );
    service.pass(300);
    expect(await refusal(client.send(new RebuildEnvironmentCommand({ EnvironmentName: 'shop-prod' })))).toMatch(
      /^NotImplemented: Rebuilds of Cluster environments/,
    );
    const tail = new RequestEnvironmentInfoCommand({ EnvironmentName: 'shop-prod', InfoType: 'tail' });
    expect(await refusal(client.send(tail))).toMatch(/^NotImplemented/);
    await client.send(new RequestEnvironmentInfoCommand({ EnvironmentName: 'shop-prod', InfoType: 'analyze' }));
  });

  it('shows no instances', async () => {
    const service = await shop();
    const command = new DescribeInstancesHealthCommand({ EnvironmentName: 'shop-prod', AttributeNames: ['All'] });
    expect((await service.client.send(command)).InstanceHealthList ?? []).toEqual([]);
  });
});

describe('a swap', () => {
  const two = (other: object) => ({
    environments: [
      ...(seeded({ cnamePrefix: 'live' }).environments ?? []),
      { application: 'shop', name: 'shop-next', cnamePrefix: 'next', ...other },
    ],
  });
  const command = new SwapEnvironmentCNAMEsCommand({
    SourceEnvironmentName: 'shop-prod',
    DestinationEnvironmentName: 'shop-next',
  });

  it('exchanges the names of two Cluster environments', async () => {
    const service = new ClusterService(two({ tier: 'Cluster' }));
    service.pass(10);
    await service.client.send(command);
    service.pass(30);
    expect((await service.environment()).CNAME).toBe('next.us-east-1.elasticbeanstalk.com');
    expect((await service.environment('shop-next')).CNAME).toBe('live.us-east-1.elasticbeanstalk.com');
  });

  it('with a Standard environment, or without a name, is refused', async () => {
    const mixed = new ClusterService(two({}));
    expect(await refusal(mixed.client.send(command))).toMatch(/^NotImplemented: Swaps with Standard environments/);
    const nameless = new ClusterService(two({ tier: 'Cluster', loadBalancer: 'none' }));
    expect(await refusal(nameless.client.send(command))).toMatch(/does not have a CNAME to swap/);
  });
});

describe('the deployment log', () => {
  const logs = (service: ClusterService): readonly string[] =>
    service.objects.list(BUCKET, 'resources/environments/logs/deployments/').map(({ key }) => key);

  it('is a zip file with the events and one file for each pod, under the request id of the update', async () => {
    const service = await shop({ versions: { v2: { command: 'fails', output: 'Cannot find module' } } });
    const { $metadata, EnvironmentId } = await service.update({ VersionLabel: 'v2' });
    expect(logs(service)).toEqual([]);
    service.pass(800);
    const key = `resources/environments/logs/deployments/${EnvironmentId}/deployment-shop-prod-${$metadata.requestId}.zip`;
    expect(logs(service)).toEqual([key]);
    const texts = readZipTexts(service.objects, { bucket: BUCKET, key }, () => true);
    const names = [...(texts?.keys() ?? [])];
    expect(names[0]).toBe('1-environment/_k8Events.txt');
    expect(names.slice(1)).toHaveLength(4);
    const crashed = [...(texts?.values() ?? [])].filter((text) => text.includes('CrashLoopBackOff'));
    expect(crashed).toHaveLength(1);
    expect(crashed[0]).toMatch(/^=====EVENTS=====\n[\s\S]*BackOff[\s\S]*\n=====LOGS=====\n[\s\S]*Cannot find module/);
  });

  it('is there after creations, option changes, restarts and terminations, and not after a swap', async () => {
    const service = await shop();
    await service.update({ OptionSettings: [option(`${EKS}:environment`, 'memory', '1Gi')] });
    service.pass(300);
    await service.client.send(new RestartAppServerCommand({ EnvironmentName: 'shop-prod' }));
    service.pass(300);
    expect(logs(service)).toHaveLength(2);
    await service.client.send(new TerminateEnvironmentCommand({ EnvironmentName: 'shop-prod' }));
    service.pass(300);
    expect(logs(service)).toHaveLength(3);
    expect((await service.environment()).Status).toBe('Terminated');
    expect(service.runtime.instanceIds).toEqual([]);
  });
});
