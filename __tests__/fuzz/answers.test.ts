/** Whatever comes over the wire in place of an answer: a value of ours or an ActionError, and never an endless wait. */
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { HttpResponse } from '@smithy/core/protocols';
import fc from 'fast-check';
import { createBeanstalk } from '../../src/adapters/aws/beanstalk.js';
import { createAwsClients } from '../../src/adapters/aws/clients.js';
import { createDocuments } from '../../src/adapters/aws/documents.js';
import { seededRandom } from '../../src/simulator/random.js';
import { damaged, nasty, onlyActionErrors, PATIENCE, runs } from './fuzzing.js';

const EVENTS = `<DescribeEventsResponse xmlns="http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/"><DescribeEventsResult><Events><member><EventDate>2026-11-21T09:00:00.123Z</EventDate><Message>Environment update is starting.</Message><Severity>INFO</Severity><RequestId>r-1</RequestId><ApplicationName>shop</ApplicationName></member></Events></DescribeEventsResult><ResponseMetadata><RequestId>x</RequestId></ResponseMetadata></DescribeEventsResponse>`;
const ENVIRONMENTS = `<DescribeEnvironmentsResponse xmlns="http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/"><DescribeEnvironmentsResult><Environments><member><EnvironmentId>e-abc</EnvironmentId><EnvironmentName>shop-prod</EnvironmentName><Status>Ready</Status><Health>Green</Health><DateUpdated>2026-11-21T09:00:00Z</DateUpdated></member></Environments></DescribeEnvironmentsResult></DescribeEnvironmentsResponse>`;
const HEALTH = `<DescribeInstancesHealthResponse xmlns="http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/"><DescribeInstancesHealthResult><InstanceHealthList><member><InstanceId>i-1</InstanceId><HealthStatus>Ok</HealthStatus><Color>Green</Color><Causes><member>x</member></Causes><Deployment><VersionLabel>v1</VersionLabel><DeploymentId>3</DeploymentId><Status>Deployed</Status></Deployment></member></InstanceHealthList><RefreshedAt>2026-11-21T09:00:00Z</RefreshedAt></DescribeInstancesHealthResult></DescribeInstancesHealthResponse>`;
const ERROR = `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameterValue</Code><Message>No Environment found</Message></Error><RequestId>x</RequestId></ErrorResponse>`;

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const answer: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom(200, 200, 200, 204, 301, 400, 403, 404, 412, 429, 500, 503, 599),
  body: fc.oneof(
    ...[EVENTS, ENVIRONMENTS, HEALTH, ERROR].map((text) => damaged(Buffer.from(text))),
    nasty.map((text) => Buffer.from(text)),
    nasty.map((text) => Buffer.from(EVENTS.replace('Environment update is starting.', text))),
    fc.json().map((text) => Buffer.from(text)),
  ),
});

function portsAnswering(answers: readonly Answer[]) {
  let now = 0;
  let calls = 0;
  const clock = {
    now: () => now,
    sleep: async (span: number) => {
      now += span;
    },
  };
  const clients = createAwsClients({
    region: 'us-east-1',
    version: '0',
    env: {},
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: async () => {
        const { status, body } = answers[calls % answers.length] ?? { status: 500, body: Buffer.alloc(0) };
        calls += 1;
        // One page leads to the next for ever: nobody may follow that for ever.
        if (calls > 2_000) throw new Error('endless');
        return { response: new HttpResponse({ statusCode: status, headers: {}, body: Readable.from([body]) }) };
      },
    },
  });
  const parts = { clients, clock, random: seededRandom(1) };
  return {
    beanstalk: createBeanstalk({ ...parts, patience: 'patient' }),
    documents: createDocuments(parts),
    calls: () => calls,
  };
}

describe('any answer', () => {
  it(
    'of Elastic Beanstalk is read, or refused as what it is',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 3 }), async (answers) => {
          const { beanstalk, calls } = portsAnswering(answers);
          await onlyActionErrors(() => beanstalk.events('e-abc', 0));
          await onlyActionErrors(() => beanstalk.environmentNamed('shop', 'shop-prod'));
          await onlyActionErrors(() => beanstalk.instances('e-abc'));
          await onlyActionErrors(() => beanstalk.health('e-abc'));
          await onlyActionErrors(() => beanstalk.settings('shop', 'shop-prod'));
          await onlyActionErrors(() => beanstalk.update({ environmentId: 'e-abc', options: [], removeOptions: [] }));
          expect(calls()).toBeLessThan(2_000);
        }),
        runs(25),
      );
    },
    PATIENCE,
  );

  it(
    'of S3 is read, or refused as what it is',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 3 }), async (answers) => {
          const { documents } = portsAnswering(answers);
          await onlyActionErrors(() => documents.read('bucket', 'key'));
          await onlyActionErrors(() => documents.write({ bucket: 'bucket', key: 'key', text: '{}' }));
          await onlyActionErrors(() => documents.keys('bucket', 'prefix'));
        }),
        runs(25),
      );
    },
    PATIENCE,
  );
});
