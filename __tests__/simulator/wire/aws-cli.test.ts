import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeEnvironmentsCommand, ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exported, type SimulatorProcess, startSimulatorProcess } from '../../support/simulator-process.js';

/** A client that nobody here wrote: Debian's package, or else the first one on the path. */
const command = ['/usr/bin/aws', 'aws'].find((candidate) => {
  try {
    execFileSync(candidate, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
if (command === undefined) console.warn('The AWS CLI is not installed: its test is skipped. (apt-get install awscli)');

const BUCKET = 'elasticbeanstalk-us-east-1-123456789012';
const STACK = '64bit Amazon Linux 2023 v6.7.4 running Node.js 24';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

(command === undefined ? describe.skip : describe)(`the AWS CLI (${command})`, () => {
  let simulator: SimulatorProcess;
  let folder: string;
  let environment: Record<string, string>;
  let endpoint: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'beanstalk-cli-'));
    // Deploying v2 takes five seconds of the wall: long enough to be refused something meanwhile.
    const scenario = join(folder, 'scenario.json');
    writeFileSync(scenario, JSON.stringify({ versions: { v2: { commandSeconds: 590 } } }));
    simulator = startSimulatorProcess(['--port', '0', '--runtime', 'virtual', '--speed', '40', '--scenario', scenario]);
    const { AWS_ENDPOINT_URL: url = '', ...rest } = exported(await simulator.ready);
    endpoint = url;
    environment = {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      AWS_PAGER: '',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...rest,
    };
  });
  afterAll(async () => {
    simulator.child.kill('SIGTERM');
    await simulator.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const all = ['--endpoint-url', endpoint, '--output', 'json', ...args];
      execFile(command ?? 'aws', all, { env: environment, cwd: folder, timeout: 60_000 }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
      );
    });
  const eb = async (...args: string[]) => {
    const { code, stdout, stderr } = await run('elasticbeanstalk', ...args);
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    return stdout.trim() === '' ? undefined : JSON.parse(stdout);
  };
  const refusal = async (...args: string[]): Promise<string> => (await run('elasticbeanstalk', ...args)).stderr.trim();
  const named = (name: string): string[] => ['--environment-name', name];

  /** A new environment with two instances and enhanced health. */
  const create = (name: string) =>
    eb(
      'create-environment',
      '--application-name',
      'shop',
      ...named(name),
      '--cname-prefix',
      name,
      '--version-label',
      'v1',
      '--solution-stack-name',
      STACK,
      '--option-settings',
      'Namespace=aws:elasticbeanstalk:healthreporting:system,OptionName=SystemType,Value=enhanced',
      'Namespace=aws:elasticbeanstalk:environment,OptionName=ServiceRole,Value=aws-elasticbeanstalk-service-role',
      'Namespace=aws:autoscaling:launchconfiguration,OptionName=IamInstanceProfile,Value=aws-elasticbeanstalk-ec2-role',
      'Namespace=aws:autoscaling:asg,OptionName=MinSize,Value=2',
    );

  const describeBoth = async () => {
    const { Environments } = await eb('describe-environments', '--environment-names', 'blue', 'green');
    return Object.fromEntries(Environments.map((one: Record<string, string>) => [one.EnvironmentName, one]));
  };

  async function versions(): Promise<void> {
    await eb('create-application', '--application-name', 'shop', '--description', "CLI's shop");
    expect(await refusal('create-application', '--application-name', 'shop')).toBe(
      'An error occurred (InvalidParameterValue) when calling the CreateApplication operation: Application shop already exists.',
    );
    expect(await eb('create-storage-location')).toEqual({ S3Bucket: BUCKET });
    // A zip archive without entries is one: 22 bytes. The second file is large enough for several parts.
    writeFileSync(join(folder, 'v1.zip'), Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1'));
    writeFileSync(join(folder, 'big.bin'), Buffer.alloc(9_000_000, 'beanstalk'));
    for (const file of ['v1.zip', 'big.bin']) {
      expect(await run('s3', 'cp', '--no-progress', file, `s3://${BUCKET}/shop/${file}`)).toMatchObject({
        code: 0,
        stderr: '',
      });
    }
    expect(await run('s3', 'cp', '--no-progress', `s3://${BUCKET}/shop/big.bin`, 'back.bin')).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(readFileSync(join(folder, 'back.bin')).equals(readFileSync(join(folder, 'big.bin')))).toBe(true);
    for (const label of ['v1', 'v2']) {
      const bundle = `S3Bucket=${BUCKET},S3Key=shop/v1.zip`;
      const answer = await eb(
        'create-application-version',
        '--application-name',
        'shop',
        '--version-label',
        label,
        '--source-bundle',
        bundle,
      );
      expect(answer.ApplicationVersion).toMatchObject({
        VersionLabel: label,
        SourceBundle: { S3Bucket: BUCKET, S3Key: 'shop/v1.zip' },
      });
    }
  }

  /** The CLI's own waiters look every twenty seconds; this one makes theirs succeed at the first look. */
  async function untilReady(...names: string[]): Promise<void> {
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = new ElasticBeanstalkClient({ region: 'us-east-1', endpoint, credentials });
    const input = new DescribeEnvironmentsCommand({ EnvironmentNames: names });
    const isReady = ({ Status }: { readonly Status?: string | undefined }): boolean =>
      Status === 'Ready' || Status === 'Terminated';
    while (!(await client.send(input)).Environments?.every(isReady))
      await new Promise((resolve) => setTimeout(resolve, 300));
    client.destroy();
  }

  async function update(): Promise<void> {
    expect((await create('blue')).Status).toBe('Launching');
    await create('green');
    await untilReady('blue', 'green');
    await eb('wait', 'environment-exists', '--environment-names', 'blue', 'green');
    expect(await refusal('update-environment', ...named('blue'), '--version-label', 'v9')).toContain(
      "No Application Version named 'v9' found.",
    );
    expect(await eb('update-environment', ...named('blue'), '--version-label', 'v2')).toMatchObject({
      Status: 'Updating',
    });
    expect(await refusal('update-environment', ...named('blue'), '--version-label', 'v1')).toBe(
      'An error occurred (InvalidParameterValue) when calling the UpdateEnvironment operation: Environment named blue is in an invalid state for this operation. Must be Ready.',
    );
    await untilReady('blue');
    await eb('wait', 'environment-updated', '--environment-names', 'blue');
    expect((await describeBoth()).blue).toMatchObject({ Status: 'Ready', VersionLabel: 'v2' });
  }

  async function look(): Promise<void> {
    const all = await eb('describe-events', ...named('blue'));
    const paged = await eb('describe-events', ...named('blue'), '--page-size', '3');
    const messages = ({ Events }: { readonly Events: readonly { readonly Message: string }[] }) =>
      Events.map(({ Message }) => Message);
    expect(messages(paged)).toEqual(messages(all));
    expect(messages(all)).toContain('New application version was deployed to running EC2 instances.');
    const some = await eb('describe-events', ...named('blue'), '--max-items', '4', '--page-size', '2');
    expect([messages(some), typeof some.NextToken]).toEqual([messages(all).slice(0, 4), 'string']);
    const rest = await eb(
      'describe-events',
      ...named('blue'),
      '--max-items',
      '2',
      '--page-size',
      '2',
      '--starting-token',
      some.NextToken,
    );
    expect(messages(rest)).toEqual(messages(all).slice(4, 6));
    const health = await eb('describe-instances-health', ...named('blue'), '--attribute-names', 'All');
    expect(health.InstanceHealthList).toHaveLength(2);
    expect(health.InstanceHealthList[0]).toMatchObject({ Deployment: { VersionLabel: 'v2', Status: 'Deployed' } });
  }

  async function logs(): Promise<void> {
    await eb('request-environment-info', ...named('blue'), '--info-type', 'tail');
    let found: { readonly EnvironmentInfo: readonly { readonly Message: string }[] } = { EnvironmentInfo: [] };
    for (let attempt = 0; attempt < 20 && found.EnvironmentInfo.length < 2; attempt += 1) {
      found = await eb('retrieve-environment-info', ...named('blue'), '--info-type', 'tail');
    }
    expect(found.EnvironmentInfo).toHaveLength(2);
    const log = await fetch(found.EnvironmentInfo[0]?.Message ?? '');
    expect([log.status, await log.text()]).toEqual([200, expect.stringContaining('/var/log/')]);
  }

  async function swapAndTerminate(): Promise<void> {
    const before = await describeBoth();
    await eb('swap-environment-cnames', '--source-environment-name', 'blue', '--destination-environment-name', 'green');
    let after = await describeBoth();
    for (let attempt = 0; attempt < 10 && after.blue.Status !== 'Ready'; attempt += 1) after = await describeBoth();
    expect([after.blue.CNAME, after.green.CNAME]).toEqual([before.green.CNAME, before.blue.CNAME]);
    expect(await eb('terminate-environment', ...named('green'))).toMatchObject({ Status: 'Terminating' });
    await untilReady('green');
    await eb('wait', 'environment-terminated', '--environment-names', 'green');
  }

  it('drives the simulator from the first application to the last environment', async () => {
    await versions();
    await update();
    await look();
    await logs();
    await swapAndTerminate();
    expect(await refusal('describe-environment-health', ...named('nobody'))).toContain(
      'An error occurred (InvalidParameterValue)',
    );
    expect(JSON.parse((await run('sts', 'get-caller-identity')).stdout)).toMatchObject({ Account: '123456789012' });
    expect((await run('ec2', 'describe-instances')).stderr).toContain('The simulator does not know the service ec2.');
  }, 240_000);
});
