import { DescribeEventsCommand } from '@aws-sdk/client-elastic-beanstalk';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { DEFAULT_ACCESS_KEYS } from '../../../src/simulator/wire/credentials.js';
import { createPresigner } from '../../../src/simulator/wire/presign.js';
import { form, type SignSettings, signed } from '../../support/signed-request.js';
import { beanstalkClient, s3Client, stsClient, testWire, textOf } from '../../support/wire.js';

const NOW = Date.UTC(2026, 10, 21, 9, 30);
const ago = (minutes: number): Date => new Date(NOW - minutes * 60_000);
const describeEvents = form({ Action: 'DescribeEvents', Version: '2010-12-01' });
const wallClock = { now: () => NOW };

async function query(
  settings: SignSettings,
  tamper: (request: ReturnType<typeof signed>) => ReturnType<typeof signed> = (same) => same,
) {
  const { wire } = testWire({ DescribeEvents: () => ({ Events: [] }) }, { wallClock });
  const response = await wire.handle(tamper(signed('POST', '/', describeEvents, { at: new Date(NOW), ...settings })));
  const parsed = new XMLParser().parse(await textOf(response.body));
  return {
    status: response.status,
    code: parsed.ErrorResponse?.Error.Code,
    message: parsed.ErrorResponse?.Error.Message,
  };
}

async function s3(settings: SignSettings) {
  const { wire } = testWire({}, { wallClock });
  const response = await wire.handle(signed('GET', '/', '', { at: new Date(NOW), service: 's3', ...settings }));
  const parsed = new XMLParser().parse(await textOf(response.body));
  return { status: response.status, code: parsed.Error?.Code, message: parsed.Error?.Message };
}

describe('signatures of Query calls', () => {
  const refused: readonly [string, SignSettings, number, string, string][] = [
    [
      'an unknown key',
      { accessKeyId: 'AKIANOBODY' },
      403,
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
    ],
    [
      'a wrong secret',
      { secretAccessKey: 'wrong' },
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match',
    ],
    [
      'sixteen minutes late',
      { at: ago(16) },
      403,
      'SignatureDoesNotMatch',
      'Signature expired: 20261121T091400Z is now earlier than 20261121T091500Z (20261121T093000Z - 15 min.)',
    ],
    [
      'sixteen minutes early',
      { at: ago(-16) },
      403,
      'SignatureDoesNotMatch',
      'Signature not yet current: 20261121T094600Z is still later than 20261121T094500Z (20261121T093000Z + 15 min.)',
    ],
    [
      'another region',
      { region: 'eu-west-1' },
      403,
      'SignatureDoesNotMatch',
      'Credential should be scoped to a valid region.',
    ],
    ['another service', { service: 'cloudformation' }, 501, 'NotImplemented', 'cloudformation'],
  ];
  it.each(refused)('refuses %s', async (_, settings, status, code, message) => {
    expect(await query(settings)).toEqual({ status, code, message: expect.stringContaining(message) });
  });

  it.each([
    ['fourteen minutes late', { at: ago(14) }],
    ['fourteen minutes early', { at: ago(-14) }],
    ['any session token with a fixed key', { token: 'anything' }],
    ['the documented key', DEFAULT_ACCESS_KEYS[0]],
  ] satisfies readonly (readonly [string, SignSettings])[])('accepts %s', async (_, settings) => {
    expect(await query(settings)).toEqual({ status: 200 });
  });

  it('refuses a body that was changed after signing', async () => {
    const other = Buffer.from(describeEvents.replace('DescribeEvents', 'CreateStorageLocation'));
    expect(await query({}, (request) => ({ ...request, body: other }))).toMatchObject({
      code: 'SignatureDoesNotMatch',
    });
  });

  it('refuses a signed header that was changed', async () => {
    const change = (request: ReturnType<typeof signed>) => ({
      ...request,
      headers: { ...request.headers, host: 'elsewhere' },
    });
    expect(await query({}, change)).toMatchObject({ code: 'SignatureDoesNotMatch' });
  });

  it('refuses what is not signed at all', async () => {
    const strip = (request: ReturnType<typeof signed>) => ({
      ...request,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(await query({}, strip)).toEqual({
      status: 403,
      code: 'MissingAuthenticationToken',
      message: 'Request is missing Authentication Token',
    });
  });

  it.each([
    [
      'no signature',
      'AWS4-HMAC-SHA256 Credential=test/20261121/us-east-1/elasticbeanstalk/aws4_request, SignedHeaders=host',
      "requires 'Signature'",
    ],
    [
      'a short credential',
      'AWS4-HMAC-SHA256 Credential=test/20261121, SignedHeaders=host, Signature=00',
      '5 slash-delimited elements',
    ],
    ['another algorithm', 'Basic dGVzdDp0ZXN0', 'Unsupported authorization type'],
  ])('refuses an Authorization header with %s', async (_, authorization, message) => {
    const change = (request: ReturnType<typeof signed>) => ({
      ...request,
      headers: { ...request.headers, authorization },
    });
    expect(await query({}, change)).toEqual({
      status: 403,
      code: 'IncompleteSignature',
      message: expect.stringContaining(message),
    });
  });
});

describe('signatures of S3 calls', () => {
  const refused: readonly [string, SignSettings, number, string][] = [
    ['an unknown key', { accessKeyId: 'AKIANOBODY' }, 403, 'InvalidAccessKeyId'],
    ['a wrong secret', { secretAccessKey: 'wrong' }, 403, 'SignatureDoesNotMatch'],
    ['sixteen minutes late', { at: ago(16) }, 403, 'RequestTimeTooSkewed'],
    ['another region', { region: 'eu-west-1' }, 400, 'AuthorizationHeaderMalformed'],
  ];
  it.each(refused)('refuses %s', async (_, settings, status, code) => {
    expect(await s3(settings)).toMatchObject({ status, code });
  });

  it('refuses unsigned reads', async () => {
    const { wire } = testWire();
    const response = await wire.handle({
      method: 'GET',
      url: '/bucket/key',
      headers: { host: '127.0.0.1' },
      body: undefined,
    });
    expect(new XMLParser().parse(await textOf(response.body)).Error).toMatchObject({ Code: 'AccessDenied' });
  });
});

describe('the SDKs', () => {
  it('sign so that all three services on the one endpoint accept it', async () => {
    const { wire } = testWire({ DescribeEvents: () => ({ Events: [] }) });
    expect((await beanstalkClient(wire).send(new DescribeEventsCommand({}))).Events).toEqual([]);
    expect((await s3Client(wire).send(new ListBucketsCommand({}))).Buckets).toEqual([]);
    expect((await stsClient(wire).send(new GetCallerIdentityCommand({}))).Account).toBe('123456789012');
    expect(wire.calls.list().map(({ service, action }) => `${service}:${action}`)).toEqual([
      'elasticbeanstalk:DescribeEvents',
      's3:ListBuckets',
      'sts:GetCallerIdentity',
    ]);
  });

  it('correct their clock by the Date header, which is the wall clock', async () => {
    const { wire } = testWire(
      { DescribeEvents: () => ({ Events: [] }) },
      { wallClock: { now: () => Date.now() + 3_600_000 } },
    );
    const client = beanstalkClient(wire);
    await expect(client.send(new DescribeEventsCommand({}))).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(client.send(new DescribeEventsCommand({}))).resolves.toMatchObject({ Events: [] });
  });
});

describe('presigned URLs', () => {
  const url = (at: number) =>
    createPresigner({
      baseUrl: () => 'http://127.0.0.1:4566',
      accessKey: DEFAULT_ACCESS_KEYS[1] ?? DEFAULT_ACCESS_KEYS[0],
      region: 'us-east-1',
      wallClock: { now: () => at },
    })('bucket', 'a b/c+d.txt');
  const get = async (address: string) => {
    const { pathname, search, host } = new URL(address);
    const { wire } = testWire({}, { wallClock });
    const response = await wire.handle({
      method: 'GET',
      url: `${pathname}${search}`,
      headers: { host },
      body: undefined,
    });
    return new XMLParser().parse(await textOf(response.body)).Error;
  };

  it('are accepted while they last', async () => {
    expect(await get(url(NOW - 60_000))).toMatchObject({ Code: 'NoSuchBucket' });
  });
  it('end', async () => {
    expect(await get(url(NOW - 901_000))).toMatchObject({ Code: 'AccessDenied', Message: 'Request has expired' });
  });
  it('hold for their own path only', async () => {
    expect(await get(url(NOW).replace('c%2Bd', 'other'))).toMatchObject({ Code: 'SignatureDoesNotMatch' });
  });

  it('of version 2, which the first AWS CLI makes, are refused in words', async () => {
    expect(
      await get('http://127.0.0.1:4566/bucket/key?AWSAccessKeyId=test&Signature=x%3D&Expires=1795259096'),
    ).toMatchObject({
      Code: 'InvalidRequest',
      Message: expect.stringContaining('Please use AWS4-HMAC-SHA256'),
    });
  });
});
