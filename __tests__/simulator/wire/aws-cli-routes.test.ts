/** The AWS CLI moves shares as a person would: rules of a load balancer, records of a name, and whose target groups are whose. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exported, type SimulatorProcess, startSimulatorProcess } from '../../support/simulator-process.js';

const command = ['/usr/bin/aws', 'aws'].find((candidate) => {
  try {
    execFileSync(candidate, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
if (command === undefined) console.warn('The AWS CLI is not installed: its test is skipped. (apt-get install awscli)');

const NAME = 'www.example.com';
const SEED = {
  loadBalancers: [{ name: 'front' }],
  environments: ['blue', 'green'].map((name) => ({
    application: 'shop',
    name: `shop-${name}`,
    versionLabel: 'v1',
    sharedLoadBalancer: 'front',
  })),
  listenerRules: [
    {
      loadBalancer: 'front',
      Priority: 10,
      Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [NAME] } }],
      Actions: [{ Type: 'forward', TargetGroupArn: 'shop-blue' }],
    },
  ],
  hostedZones: [
    { name: 'example.com', id: 'ZCLI', records: [{ Name: NAME, Type: 'A', AliasTarget: { DNSName: 'shop-blue' } }] },
  ],
};

(command === undefined ? describe.skip : describe)('the AWS CLI, on what divides requests', () => {
  let simulator: SimulatorProcess;
  let folder: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'beanstalk-cli-'));
    const seed = join(folder, 'seed.json');
    writeFileSync(seed, JSON.stringify(SEED));
    simulator = startSimulatorProcess(['--port', '0', '--runtime', 'virtual', '--speed', '100', '--seed', seed]);
    const given = exported(await simulator.ready);
    environment = {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      AWS_PAGER: '',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...given,
    };
  });
  afterAll(async () => {
    simulator.child.kill('SIGTERM');
    await simulator.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<{ readonly stdout: string; readonly stderr: string }> =>
    new Promise((resolve) => {
      const all = ['--endpoint-url', environment.AWS_ENDPOINT_URL ?? '', '--output', 'json', ...args];
      execFile(command ?? 'aws', all, { env: environment, cwd: folder, timeout: 60_000 }, (_, stdout, stderr) =>
        resolve({ stdout, stderr: stderr.trim() }),
      );
    });
  const aws = async (...args: string[]) => {
    const { stdout, stderr } = await run(...args);
    expect({ args, stderr }).toEqual({ args, stderr: '' });
    return JSON.parse(stdout);
  };

  async function moveTheRule(): Promise<void> {
    const { AutoScalingGroups } = await aws('autoscaling', 'describe-auto-scaling-groups');
    const groups: string[] = AutoScalingGroups.flatMap((one: { TargetGroupARNs: string[] }) => one.TargetGroupARNs);
    expect(groups).toHaveLength(2);
    const answer = await fetch(`${environment.AWS_ENDPOINT_URL}/_simulator/state`);
    const state = (await answer.json()) as { loadBalancers: { rules: { arn: string; priority: number }[] }[] };

    const rule = state.loadBalancers[0]?.rules.find(({ priority }) => priority === 10)?.arn ?? '';
    const TargetGroups = groups.map((TargetGroupArn, at) => ({ TargetGroupArn, Weight: at === 0 ? 75 : 25 }));
    const actions = JSON.stringify([{ Type: 'forward', ForwardConfig: { TargetGroups } }]);
    const { Rules } = await aws('elbv2', 'modify-rule', '--rule-arn', rule, '--actions', actions);
    expect(Rules[0].Actions[0].ForwardConfig.TargetGroups).toEqual(TargetGroups);
    expect(Rules[0].Conditions[0].HostHeaderConfig.Values).toEqual([NAME]);
  }

  async function moveTheRecord(): Promise<void> {
    const zone = ['--hosted-zone-id', 'ZCLI'];
    const { ResourceRecordSets } = await aws('route53', 'list-resource-record-sets', ...zone);
    const simple = ResourceRecordSets.find(({ Name }: { Name: string }) => Name === `${NAME}.`);
    const weighted = (SetIdentifier: string, Weight: number) => ({
      Action: 'CREATE',
      ResourceRecordSet: { ...simple, SetIdentifier, Weight },
    });
    const change = async (...Changes: unknown[]) => {
      const batch = ['--change-batch', JSON.stringify({ Comment: 'by hand', Changes })];
      return run('route53', 'change-resource-record-sets', ...zone, ...batch);
    };
    expect((await change(weighted('blue', 9))).stderr).toContain(
      '(InvalidChangeBatch) when calling the ChangeResourceRecordSets operation: [RRSet with DNS name www.example.com.',
    );
    const gone = { Action: 'DELETE', ResourceRecordSet: simple };
    const { stdout, stderr } = await change(gone, weighted('blue', 9), weighted('green', 1));
    expect(stderr).toBe('');
    const { Id, Status } = JSON.parse(stdout).ChangeInfo;
    expect(Status).toBe('PENDING');
    expect((await aws('route53', 'get-change', '--id', Id)).ChangeInfo).toMatchObject({
      Status: 'INSYNC',
      Comment: 'by hand',
    });
  }

  it('weights a rule and the records of a name', async () => {
    await moveTheRule();
    await moveTheRecord();
  }, 120_000);
});
