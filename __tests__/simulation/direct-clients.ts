/**
 * SDK clients that hand their commands to the simulated service without signature, HTTP and XML: several times as quick,
 * with the same faults, limits and stale answers. Some of the runs speak through the real SDK, so that both stay honest.
 */

import type { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import type { ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Route53Client } from '@aws-sdk/client-route-53';
import type { S3Client } from '@aws-sdk/client-s3';
import type { AwsClients } from '../../src/adapters/aws/clients.js';
import type { Clock } from '../../src/ports/clock.js';
import type { Random } from '../../src/ports/random.js';
import { operations as scaling } from '../../src/simulator/autoscaling/operations.js';
import { operations as balancing } from '../../src/simulator/elbv2/operations.js';
import { operations as naming } from '../../src/simulator/route53/operations.js';
import type { Simulator } from '../../src/simulator/service.js';
import { ServiceError } from '../../src/simulator/service-error.js';
import type { ObjectBytes } from '../../src/simulator/storage/object-bytes.js';
import { createAutoScalingService } from '../../src/simulator/wire/autoscaling.js';
import { createBeanstalkService, performBeanstalk, refreshHistory } from '../../src/simulator/wire/beanstalk.js';
import type { CallLog } from '../../src/simulator/wire/call-log.js';
import { type Effects, effectsOf } from '../../src/simulator/wire/effects.js';
import { createElbv2Service } from '../../src/simulator/wire/elbv2.js';
import { createFaults } from '../../src/simulator/wire/faults.js';
import { ConnectionReset, parseAddress, type WireResponse } from '../../src/simulator/wire/http.js';
import { askModel } from '../../src/simulator/wire/model-service.js';
import { createRateLimits } from '../../src/simulator/wire/rate-limit.js';
import { createRoute53Service } from '../../src/simulator/wire/route53.js';
import { createS3Service } from '../../src/simulator/wire/s3.js';
import type { Service } from '../../src/simulator/wire/service.js';
import { createReadHistory } from '../../src/simulator/wire/stale.js';

export interface DirectParts {
  readonly simulator: Simulator;
  readonly objects: ObjectBytes;
  /** Slow answers wait on it. */
  readonly clock: Clock;
  readonly random: Random;
  readonly calls: CallLog;
}

type Input = Readonly<Record<string, unknown>>;
/** One command of the SDK, by its operation. */
type Answer = (action: string, input: Input) => Promise<Readonly<Record<string, unknown>>>;

interface SdkCommand {
  readonly constructor: { readonly name: string };
  readonly input: Input;
}

/** What stands before a request: the process may be gone, or the answer may get lost on the way back. */
export type Passing = <T>(action: string, input: Input, send: () => Promise<T>) => Promise<T>;

export interface DirectService {
  readonly beanstalk: Answer;
  readonly loadBalancing: Answer;
  readonly autoScaling: Answer;
  readonly naming: Answer;
  /** Remembers what reads would answer now, for those that will be stale. */
  readonly remember: () => void;
  readonly s3: (action: string, input: Input) => Promise<Readonly<Record<string, unknown>> | 'unknown'>;
}

/** As the SDK throws what a service has refused. */
const refused = (error: ServiceError): Error =>
  Object.assign(new Error(error.message), { name: error.code, $metadata: { httpStatusCode: error.status } });

/** As a socket says it. */
export const connectionBroken = (): Error =>
  Object.assign(new Error('read ECONNRESET'), { name: 'TimeoutError', code: 'ECONNRESET', syscall: 'read' });

/** One account as all its clients see it: they share limits, faults and history. */
export function createDirectService(parts: DirectParts): DirectService {
  const { simulator, random, calls, clock } = parts;
  const faults = createFaults(
    () => simulator.scenario,
    () => simulator.now(),
    random,
  );
  const history = createReadHistory();
  const remembers = (): boolean => faults.includes('stale-read');
  const options = { simulator, history, remembers, rateLimits: createRateLimits() };
  const beanstalk = createBeanstalkService(options);
  const s3 = createS3Service({
    objects: parts.objects,
    region: simulator.region,
    accountId: simulator.accountId,
    random,
    now: () => simulator.now(),
  });

  const carried = async <T>(
    service: Service,
    action: string,
    input: Input,
    act: (requestId: string, effects: Effects) => T | Promise<T>,
  ): Promise<T> => {
    const requestId = random.uuid();
    const effects = effectsOf(faults.hitting(action), service, action, undefined);
    const time = new Date(simulator.now()).toISOString();
    const log = (status: number): void =>
      calls.add({
        service: service.name,
        action,
        status,
        input,
        time,
        wallTime: time,
        durationMilliseconds: 0,
        requestId,
      });
    const wait = effects.slowSeconds > 0 ? () => clock.sleep(effects.slowSeconds * 1_000) : undefined;
    try {
      if (effects.before !== undefined) {
        await wait?.();
        effects.before();
      }
      const answer = await act(requestId, effects);
      await wait?.();
      if (effects.resetAfter) throw new ConnectionReset();
      log(200);
      return answer;
    } catch (error) {
      if (error instanceof ConnectionReset) {
        log(0);
        throw connectionBroken();
      }
      if (!(error instanceof ServiceError)) throw error;
      log(error.status);
      throw refused(error);
    }
  };

  const modelled =
    (service: Service, known: readonly string[]): Answer =>
    (name, input) =>
      carried(service, name, input, (requestId, { distortion }) => ({
        ...askModel(simulator, service.name, known, { operation: { name }, input, requestId, distortion }),
        $metadata: { requestId },
      }));

  return {
    remember: () => refreshHistory(options, 'settling'),
    loadBalancing: modelled(createElbv2Service(simulator), Object.keys(balancing)),
    autoScaling: modelled(createAutoScalingService(simulator), Object.keys(scaling)),
    naming: modelled(createRoute53Service(simulator), Object.keys(naming)),
    beanstalk: (action, input) =>
      carried(beanstalk, action, input, (requestId, { distortion }) => {
        const result = performBeanstalk(options, { name: action, input, requestId, distortion });
        return { ...result, $metadata: { requestId } };
      }),
    s3: async (action, input) => {
      if (!SIMPLE.has(action)) return 'unknown';
      return carried(s3, action, input, async (requestId) => {
        const request = {
          method: METHODS[action] ?? 'GET',
          url: `/${text(input, 'Bucket')}/${text(input, 'Key')}`,
          headers: headersOf(input),
          body: bodyOf(input.Body),
        };
        if (request.body !== undefined) request.headers['content-length'] = String(request.body.length);
        const call = { request, address: parseAddress(request.url), requestId, identity: undefined };
        const answer = await s3.prepare(call, new Uint8Array(0)).perform({ empty: false, staleSeconds: 0 });
        return fromS3(answer);
      });
    },
  };
}

const METHODS: Readonly<Record<string, string>> = { GetObject: 'GET', HeadObject: 'HEAD', PutObject: 'PUT' };
const SIMPLE = new Set(Object.keys(METHODS));

const text = (input: Input, name: string): string => (typeof input[name] === 'string' ? input[name] : '');

function bodyOf(body: unknown): Uint8Array | undefined {
  if (body === undefined) return undefined;
  if (typeof body === 'string') return Buffer.from(body, 'utf8');
  if (body instanceof Uint8Array) return body;
  throw new TypeError('texts and bytes only');
}

const HEADERS: Readonly<Record<string, string>> = {
  IfMatch: 'if-match',
  IfNoneMatch: 'if-none-match',
  Range: 'range',
  ContentType: 'content-type',
  ExpectedBucketOwner: 'x-amz-expected-bucket-owner',
};

function headersOf(input: Input): Record<string, string> {
  const named = Object.entries(HEADERS).flatMap(([member, header]) =>
    typeof input[member] === 'string' ? [[header, input[member]] as const] : [],
  );
  const metadata = Object.entries((input.Metadata ?? {}) as Record<string, string>);
  return Object.fromEntries([...named, ...metadata.map(([name, value]) => [`x-amz-meta-${name}`, value] as const)]);
}

function fromS3({ headers, body, status }: WireResponse): Readonly<Record<string, unknown>> {
  const modified = headers['last-modified'];
  const metadata = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  const stream = Object.assign(body instanceof Uint8Array ? [body] : body, {
    transformToString: async (): Promise<string> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of stream as AsyncIterable<Uint8Array>) pieces.push(piece);
      return Buffer.concat(pieces).toString('utf8');
    },
  });
  return {
    $metadata: { httpStatusCode: status },
    ETag: headers.etag,
    ContentLength: Number(headers['content-length'] ?? 0),
    Metadata: Object.fromEntries(metadata.map(([name, value]) => [name.slice('x-amz-meta-'.length), value])),
    Body: stream,
    ...(modified === undefined ? {} : { LastModified: new Date(modified) }),
  };
}

const present = (input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

/** Clients that speak directly where they can; what is asked seldom goes through the SDK's own. */
export function directClients(
  service: DirectService,
  through: AwsClients,
  { passing, requestHandler }: { readonly passing: Passing; readonly requestHandler: unknown },
): AwsClients {
  const sendTo =
    (answer: Answer) =>
    async (command: SdkCommand): Promise<unknown> => {
      const action = command.constructor.name.replace(/Command$/, '');
      const given = present(command.input);
      return passing(action, given, () => answer(action, given));
    };
  /** What the adapters need of a client. */
  const client = (answer: Answer): unknown => ({ send: sendTo(answer), config: { requestHandler } });
  const sendToS3 = async (command: SdkCommand, ...rest: readonly unknown[]): Promise<unknown> => {
    const action = command.constructor.name.replace(/Command$/, '');
    const given = present(command.input);
    if (!SIMPLE.has(action)) {
      const client = await through.s3();
      return Reflect.apply(client.send, client, [command, ...rest]);
    }
    return passing(action, given, () => service.s3(action, given));
  };
  return {
    ...through,
    beanstalk: async () => client(service.beanstalk) as ElasticBeanstalkClient,
    loadBalancing: async () => client(service.loadBalancing) as ElasticLoadBalancingV2Client,
    autoScaling: async () => client(service.autoScaling) as AutoScalingClient,
    route53: async () => client(service.naming) as Route53Client,
    s3: async () => ({ send: sendToS3 }) as unknown as S3Client,
  };
}
