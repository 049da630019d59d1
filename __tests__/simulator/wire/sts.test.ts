import { DescribeEventsCommand } from '@aws-sdk/client-elastic-beanstalk';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
} from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { beanstalkClient, s3Client, stsClient, testWire } from '../../support/wire.js';

const RoleArn = 'arn:aws:iam::123456789012:role/ci/deployer';
const jwt = (claims: object): string =>
  ['{"alg":"RS256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
const claims = {
  sub: 'repo:o/r:ref:refs/heads/main',
  aud: 'sts.amazonaws.com',
  iss: 'https://token.actions.githubusercontent.com',
};

type Issued =
  | {
      readonly AccessKeyId?: string | undefined;
      readonly SecretAccessKey?: string | undefined;
      readonly SessionToken?: string | undefined;
    }
  | undefined;
const credentials = (issued: Issued) => ({
  accessKeyId: issued?.AccessKeyId ?? '',
  secretAccessKey: issued?.SecretAccessKey ?? '',
  sessionToken: issued?.SessionToken ?? '',
});

describe('STS', () => {
  it('gives out credentials for an ID token without any signature, and they work everywhere', async () => {
    const { wire } = testWire({ DescribeEvents: () => ({ Events: [] }) });
    const anonymous = stsClient(wire, { credentials: { accessKeyId: '', secretAccessKey: '' } });
    const answer = await anonymous.send(
      new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: 'run-1', WebIdentityToken: jwt(claims) }),
    );
    expect(answer).toMatchObject({
      SubjectFromWebIdentityToken: claims.sub,
      Provider: 'token.actions.githubusercontent.com',
    });
    const settings = { credentials: credentials(answer.Credentials) };
    expect(await stsClient(wire, settings).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Arn: 'arn:aws:sts::123456789012:assumed-role/deployer/run-1',
      UserId: expect.stringMatching(/^AROA.+:run-1$/),
    });
    await expect(beanstalkClient(wire, settings).send(new DescribeEventsCommand({}))).resolves.toBeDefined();
    await expect(s3Client(wire, settings).send(new ListBucketsCommand({}))).resolves.toBeDefined();
    expect(JSON.stringify(wire.calls.list())).not.toContain(jwt(claims));
  });

  it('ends temporary credentials when it said so', async () => {
    let now = Date.now();
    const { wire } = testWire({ DescribeEvents: () => ({ Events: [] }) }, { credentialClock: { now: () => now } });
    const { Credentials: issued } = await stsClient(wire).send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run-2', DurationSeconds: 900 }),
    );
    expect(issued?.Expiration?.getTime()).toBe(Math.floor(now / 1_000) * 1_000 + 900_000);
    const settings = { credentials: credentials(issued) };
    now += 899_000;
    await expect(beanstalkClient(wire, settings).send(new DescribeEventsCommand({}))).resolves.toBeDefined();
    now += 2_000;
    await expect(beanstalkClient(wire, settings).send(new DescribeEventsCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(s3Client(wire, settings).send(new ListBucketsCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
    });
  });

  it('refuses temporary credentials without their token', async () => {
    const { wire } = testWire();
    const { Credentials: issued } = await stsClient(wire).send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: 'run-3' }),
    );
    const { accessKeyId, secretAccessKey } = credentials(issued);
    await expect(
      beanstalkClient(wire, { credentials: { accessKeyId, secretAccessKey } }).send(new DescribeEventsCommand({})),
    ).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it.each([
    ['a role that is none', { RoleArn: 'deployer' }, 'ValidationError', 'deployer is invalid'],
    ['a session that is too long', { DurationSeconds: 50_000 }, 'ValidationError', 'less than or equal to 43200'],
    ['a token that is none', { WebIdentityToken: 'not-a-token' }, 'InvalidIdentityToken', 'not a valid JWT'],
    ['a session name with spaces', { RoleSessionName: 'a b' }, 'ValidationError', 'roleSessionName'],
  ])('refuses %s', async (_, change, name, message) => {
    const { wire } = testWire();
    const input = { RoleArn, RoleSessionName: 'run', WebIdentityToken: jwt(claims), ...change };
    await expect(stsClient(wire).send(new AssumeRoleWithWebIdentityCommand(input))).rejects.toMatchObject({
      name: expect.stringContaining(name),
      message: expect.stringContaining(message),
    });
  });

  it('names an operation it does not know', async () => {
    const { wire } = testWire();
    await expect(stsClient(wire).send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('GetSessionToken'),
    });
  });
});
