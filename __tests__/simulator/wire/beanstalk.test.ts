import * as sdk from '@aws-sdk/client-elastic-beanstalk';
import {
  AbortEnvironmentUpdateCommand,
  CreateEnvironmentCommand,
  DescribeConfigurationOptionsCommand,
  DescribeEnvironmentsCommand,
  DescribeEventsCommand,
  DescribeInstancesHealthCommand,
  TerminateEnvironmentCommand,
  UpdateTagsForResourceCommand,
} from '@aws-sdk/client-elastic-beanstalk';
import { describe, expect, it } from '@jest/globals';
import type { NormalizedSchema } from '@smithy/core/schema';
import { XMLParser } from 'fast-xml-parser';
import { ServiceError } from '../../../src/simulator/service-error.js';
import { operationsOf, requiredMembers } from '../../../src/simulator/wire/schema.js';
import { form, signed } from '../../support/signed-request.js';
import { beanstalkClient, testWire, textOf } from '../../support/wire.js';

const VERSION = '2010-12-01';
const post = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  signed('POST', '/', form({ Version: VERSION, ...parameters }), { headers });

describe('Elastic Beanstalk through the AWS SDK', () => {
  it('carries strings, flags, dates, numbers, lists and structures both ways unchanged', async () => {
    const environment = {
      EnvironmentName: 'shop & <co> "quoted" \u00e9\u{1f600}',
      DateCreated: new Date('2026-11-21T09:00:00.123Z'),
      AbortableOperationInProgress: false,
      Health: 'Green' as const,
      Tier: { Name: 'WebServer', Type: 'Standard', Version: '1.0' },
      EnvironmentLinks: [{ LinkName: 'a', EnvironmentName: 'b' }],
      Resources: { LoadBalancer: { LoadBalancerName: 'lb', Listeners: [{ Protocol: 'HTTP', Port: 80 }] } },
    };
    const { wire, simulator } = testWire({
      DescribeEnvironments: () => ({ Environments: [environment, {}], NextToken: 'next' }),
    });
    const since = new Date('2026-01-02T03:04:05.678Z');
    const input = {
      ApplicationName: 'a b+c&d=e/f%',
      EnvironmentNames: ['one', 'two'],
      IncludeDeleted: true,
      IncludedDeletedBackTo: since,
      MaxRecords: 7,
    };
    const answer = await beanstalkClient(wire).send(new DescribeEnvironmentsCommand(input));
    expect(answer.Environments).toEqual([environment, {}]);
    expect(answer.NextToken).toBe('next');
    expect(simulator.received).toMatchObject([{ action: 'DescribeEnvironments', input }]);
    expect(answer.$metadata.requestId).toBe(simulator.received[0]?.requestId);
  });

  it('gives CreateEnvironment and TerminateEnvironment a bare environment description', async () => {
    const description = () => ({ EnvironmentName: 'shop', Status: 'Launching' });
    const { wire, simulator } = testWire({ CreateEnvironment: description, TerminateEnvironment: description });
    const client = beanstalkClient(wire);
    const OptionSettings = [
      { Namespace: 'aws:elasticbeanstalk:application:environment', OptionName: 'KEY', Value: 'a=b&c d' },
      { Namespace: 'aws:autoscaling:asg', OptionName: 'MinSize', Value: '' },
    ];
    const created = await client.send(new CreateEnvironmentCommand({ ApplicationName: 'a', OptionSettings, Tags: [] }));
    const ended = await client.send(new TerminateEnvironmentCommand({ EnvironmentName: 'shop' }));
    expect([created.EnvironmentName, ended.Status]).toEqual(['shop', 'Launching']);
    expect(simulator.received[0]?.input).toEqual({ ApplicationName: 'a', OptionSettings, Tags: [] });
  });

  it('answers operations without a result, with numbers that are floats, and with empty lists', async () => {
    const { wire } = testWire({
      DescribeInstancesHealth: () => ({
        RefreshedAt: new Date(5_000),
        InstanceHealthList: [
          {
            InstanceId: 'i-1',
            Causes: [],
            ApplicationMetrics: { Latency: { P99: 0.125 }, RequestCount: 3 },
            System: { LoadAverage: [0.5, 1] },
          },
        ],
      }),
      DescribeConfigurationOptions: () => ({ Options: [] }),
    });
    const client = beanstalkClient(wire);
    const aborted = await client.send(new AbortEnvironmentUpdateCommand({ EnvironmentName: 'shop' }));
    expect(aborted.$metadata.httpStatusCode).toBe(200);
    const health = await client.send(
      new DescribeInstancesHealthCommand({ EnvironmentName: 'shop', AttributeNames: ['All'] }),
    );
    expect(health.RefreshedAt).toEqual(new Date(5_000));
    expect(health.InstanceHealthList).toEqual([
      {
        InstanceId: 'i-1',
        Causes: [],
        ApplicationMetrics: { Latency: { P99: 0.125 }, RequestCount: 3 },
        System: { LoadAverage: [0.5, 1] },
      },
    ]);
    expect((await client.send(new DescribeConfigurationOptionsCommand({}))).Options).toEqual([]);
  });

  it("hands the model's refusals on with code, text and request id", async () => {
    const { wire } = testWire({
      DescribeEvents: () => {
        throw new ServiceError('InvalidParameterValue', "No Environment found for EnvironmentName = '<x>'.");
      },
      UpdateTagsForResource: () => {
        throw new ServiceError('OperationInProgressFailure', 'busy', 400);
      },
    });
    const client = beanstalkClient(wire);
    await expect(client.send(new DescribeEventsCommand({}))).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: "No Environment found for EnvironmentName = '<x>'.",
      $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    await expect(client.send(new UpdateTagsForResourceCommand({ ResourceArn: 'arn' }))).rejects.toBeInstanceOf(
      sdk.OperationInProgressException,
    );
  });

  it('turns a bug of the model into an internal failure that says so', async () => {
    const { wire } = testWire({
      DescribeEvents: () => {
        throw new TypeError('oops');
      },
    });
    await expect(beanstalkClient(wire).send(new DescribeEventsCommand({}))).rejects.toMatchObject({
      name: 'InternalFailure',
      message: expect.stringContaining('oops'),
    });
  });
});

describe('the XML of Elastic Beanstalk', () => {
  it('has wrapper, result, namespace and request id where AWS has them', async () => {
    const { wire } = testWire({
      CheckDNSAvailability: () => ({ Available: true, FullyQualifiedCNAME: 'x.us-east-1.elasticbeanstalk.com' }),
    });
    const response = await wire.handle(post({ Action: 'CheckDNSAvailability', CNAMEPrefix: 'x' }));
    const text = await textOf(response.body);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(text);
    expect(parsed).toEqual({
      CheckDNSAvailabilityResponse: {
        '@_xmlns': 'http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/',
        CheckDNSAvailabilityResult: { Available: true, FullyQualifiedCNAME: 'x.us-east-1.elasticbeanstalk.com' },
        ResponseMetadata: { RequestId: response.headers['x-amzn-requestid'] },
      },
    });
    expect(response.headers['content-type']).toBe('text/xml');
    expect(response.headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });

  it('puts the request id of an error beside it, not into metadata', async () => {
    const { wire } = testWire();
    const response = await wire.handle(post({ Action: 'CreateApplication' }));
    expect(response.status).toBe(400);
    expect(new XMLParser().parse(await textOf(response.body))).toEqual({
      ErrorResponse: {
        Error: {
          Type: 'Sender',
          Code: 'ValidationError',
          Message:
            "1 validation error detected: Value null at 'applicationName' failed to satisfy constraint: Member must not be null",
        },
        RequestId: response.headers['x-amzn-requestid'],
      },
    });
  });

  it('leaves out the result element of exactly the operations that have none', () => {
    const without = [...operationsOf(sdk).values()]
      .filter((operation) => operation.output === undefined)
      .map(({ name }) => name);
    expect(without.sort()).toEqual([
      'AbortEnvironmentUpdate',
      'AssociateEnvironmentOperationsRole',
      'DeleteApplication',
      'DeleteApplicationVersion',
      'DeleteConfigurationTemplate',
      'DeleteEnvironmentConfiguration',
      'DisassociateEnvironmentOperationsRole',
      'RebuildEnvironment',
      'RequestEnvironmentInfo',
      'RestartAppServer',
      'SwapEnvironmentCNAMEs',
      'UpdateTagsForResource',
    ]);
  });

  it('writes control characters, which XML cannot carry, as replacement characters', async () => {
    const { wire } = testWire({
      DescribeEvents: () => ({ Events: [{ Message: 'a\u0000\u001b[31mred\u001b\r\nb\tc\ud800' }] }),
    });
    const answer = await beanstalkClient(wire).send(new DescribeEventsCommand({}));
    expect(answer.Events?.[0]?.Message).toBe('a\ufffd\ufffd[31mred\ufffd\r\nb\tc\ufffd');
  });
});

describe('what the Query protocol refuses', () => {
  const cases: readonly [string, Record<string, string>, string, string][] = [
    ['no action', { Version: VERSION }, 'MissingAction', 'missing an action'],
    [
      'an unknown action',
      { Version: VERSION, Action: 'MakeCoffee' },
      'InvalidAction',
      'Could not find operation MakeCoffee for version 2010-12-01',
    ],
    ['another version', { Version: '2009-01-01', Action: 'DescribeEvents' }, 'InvalidAction', 'for version 2009-01-01'],
    ['no version', { Action: 'DescribeEvents' }, 'InvalidAction', 'NO_VERSION_SPECIFIED'],
    [
      'an unknown parameter',
      { Version: VERSION, Action: 'DescribeEvents', Colour: 'red' },
      'InvalidQueryParameter',
      'Colour',
    ],
    [
      'an unknown nested parameter',
      { Version: VERSION, Action: 'UpdateEnvironment', 'OptionSettings.member.1.Nmae': 'x' },
      'InvalidQueryParameter',
      'OptionSettings.1.member.Nmae',
    ],
    [
      'a parameter of an operation that has none',
      { Version: VERSION, Action: 'CreateStorageLocation', Bucket: 'x' },
      'InvalidQueryParameter',
      'Bucket',
    ],
    [
      'a name that every object has',
      { Version: VERSION, Action: 'DescribeEvents', constructor: 'x' },
      'InvalidQueryParameter',
      'constructor',
    ],
    [
      'members below a text',
      { Version: VERSION, Action: 'DescribeEvents', 'ApplicationName.member.1': 'x' },
      'InvalidQueryParameter',
      'ApplicationName.member',
    ],
    [
      'a flag that is none',
      { Version: VERSION, Action: 'DescribeEnvironments', IncludeDeleted: 'maybe' },
      'MalformedInput',
      'IncludeDeleted',
    ],
    [
      'a number that is none',
      { Version: VERSION, Action: 'DescribeEvents', MaxRecords: 'ten' },
      'MalformedInput',
      'MaxRecords',
    ],
    [
      'a date that is none',
      { Version: VERSION, Action: 'DescribeEvents', StartTime: 'yesterday' },
      'MalformedInput',
      'ISO8601',
    ],
    [
      'a list without member',
      { Version: VERSION, Action: 'DescribeEnvironments', 'EnvironmentNames.1': 'x' },
      'MalformedInput',
      'EnvironmentNames.1',
    ],
    [
      'a list index that is none',
      { Version: VERSION, Action: 'DescribeEnvironments', 'EnvironmentNames.member.x': 'x' },
      'MalformedInput',
      'member.x',
    ],
    [
      'a missing nested member',
      {
        Version: VERSION,
        Action: 'CreateApplicationVersion',
        ApplicationName: 'a',
        VersionLabel: 'b',
        'SourceBuildInformation.SourceType': 'Git',
      },
      'ValidationError',
      "'sourceBuildInformation.sourceRepository'",
    ],
  ];
  it.each(cases)('%s', async (_, parameters, code, text) => {
    const { wire, simulator } = testWire();
    const response = await wire.handle(signed('POST', '/', form(parameters)));
    const { Error: error } = new XMLParser().parse(await textOf(response.body)).ErrorResponse;
    expect({ status: response.status, code: error.Code, text: error.Message }).toEqual({
      status: 400,
      code,
      text: expect.stringContaining(text),
    });
    expect(simulator.received).toEqual([]);
  });
});

describe('older dialects of the Query protocol', () => {
  const dates: readonly [string, string][] = [
    ['2023-03-28T04:56:42.047Z', '2023-03-28T04:56:42.047Z'],
    ['2023-03-28 04:56:42.047000+00:00', '2023-03-28T04:56:42.047Z'],
    ['20230328T045642Z', '2023-03-28T04:56:42.000Z'],
    ['2023-03-28T06:56:42+02:00', '2023-03-28T04:56:42.000Z'],
    ['2023-03-28', '2023-03-28T00:00:00.000Z'],
    ['1679979402', '2023-03-28T04:56:42.000Z'],
  ];
  it.each(dates)('reads the date %s', async (sent, read) => {
    const { wire, simulator } = testWire();
    await wire.handle(post({ Action: 'DescribeEvents', StartTime: sent }));
    expect(simulator.received[0]?.input.StartTime).toEqual(new Date(read));
  });

  it('takes GET with Operation= and lists spelled members', async () => {
    const { wire, simulator } = testWire({ DescribeEnvironments: () => ({ Environments: [] }) });
    const query =
      'Operation=DescribeEnvironments&Version=2010-12-01&EnvironmentNames.members.1=a%20b&EnvironmentNames.members.2=c';
    const response = await wire.handle(signed('GET', `/?${query}`, ''));
    expect(response.status).toBe(200);
    expect(simulator.received[0]?.input).toEqual({ EnvironmentNames: ['a b', 'c'] });
  });

  it('answers JSON to those who accept it, with dates as seconds', async () => {
    const { wire } = testWire({
      DescribeEvents: () => ({
        Events: [{ EventDate: new Date(1_679_979_402_046), Message: 'm "q"', Severity: 'INFO' }],
      }),
    });
    const response = await wire.handle(post({ Action: 'DescribeEvents' }, { accept: 'application/json' }));
    expect(JSON.parse(await textOf(response.body))).toEqual({
      DescribeEventsResponse: {
        DescribeEventsResult: { Events: [{ EventDate: 1_679_979_402.046, Message: 'm "q"', Severity: 'INFO' }] },
        ResponseMetadata: { RequestId: response.headers['x-amzn-requestid'] },
      },
    });
    const refused = await wire.handle(post({ Action: 'Nothing' }, { accept: 'application/json' }));
    expect(JSON.parse(await textOf(refused.body)).Error).toMatchObject({
      Code: 'InvalidAction',
      Message: expect.stringContaining('Nothing'),
    });
  });

  it('lets the undocumented clone source of the EB CLI through to the model', async () => {
    const { wire, simulator } = testWire();
    await wire.handle(
      post({
        Action: 'CreateEnvironment',
        ApplicationName: 'a',
        'TemplateSpecification.TemplateSource.EnvironmentName': 'blue',
      }),
    );
    expect(simulator.received[0]?.input).toEqual({
      ApplicationName: 'a',
      TemplateSpecification: { TemplateSource: { EnvironmentName: 'blue' } },
    });
  });
});

describe('all operations of the published API', () => {
  it.each([...operationsOf(sdk)])('%s reaches the model', async (name, operation) => {
    const { wire, simulator } = testWire({ [name]: () => ({}) });
    const Command = (sdk as unknown as Record<string, new (input: object) => never>)[`${name}Command`];
    if (Command === undefined) throw new Error(`The SDK has no ${name}Command`);
    await beanstalkClient(wire).send(new Command(requiredOf(operation.input)));
    expect(simulator.received.map(({ action }) => action)).toEqual([name]);
  });
});

/** Every required member, filled with the simplest value of its type. */
function requiredOf(schema: NormalizedSchema | undefined): Record<string, unknown> {
  if (schema === undefined) return {};
  const members = schema.getMemberSchemas();
  return Object.fromEntries(
    requiredMembers(schema).map((name) => {
      const type = members[name];
      if (type?.isListSchema()) return [name, []];
      // A structure without members cannot be sent in a form at all.
      return [
        name,
        type?.isStructSchema() ? { [Object.keys(type.getMemberSchemas())[0] ?? '']: 'x', ...requiredOf(type) } : 'x',
      ];
    }),
  );
}
