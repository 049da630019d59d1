/**
 * The SDK clients: made once, loaded when they are first needed (a cold start pays for Elastic Beanstalk only), with
 * our user agent, time limits, the proxies of the environment, and every request counted. They never retry by
 * themselves; `patience.ts` does.
 */
import type { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { ElasticBeanstalkClientConfig } from '@aws-sdk/client-elastic-beanstalk';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Route53Client } from '@aws-sdk/client-route-53';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { STSClient } from '@aws-sdk/client-sts';
import { type Instant, type Milliseconds, minutes, seconds } from '../../domain/time.js';
import { proxyGap } from '../system/proxy.js';
import { proxyAgents } from '../system/proxy-agents.js';
import { ElasticBeanstalkClient } from './sdk-beanstalk.js';

export interface AwsClientOptions {
  readonly region: string;
  /** Release of the action, for the user agent. */
  readonly version: string;
  /** The process's environment: proxies and endpoints are read from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absent: the SDK's default chain (environment, web identity, profile, instance role). */
  readonly credentials?: NonNullable<ElasticBeanstalkClientConfig['credentials']>;
  /** Instead of sockets: the simulator in this process. */
  readonly requestHandler?: NonNullable<ElasticBeanstalkClientConfig['requestHandler']>;
  /** Instead of AWS: overrides `AWS_ENDPOINT_URL`, which the SDK reads by itself. */
  readonly endpoint?: string;
}

/** Requests sent, by service; retries, pages and parts of uploads count too. */
export interface CallCounter {
  readonly count: number;
  add(): void;
}

export interface AwsClients {
  readonly region: string;
  beanstalk(): Promise<ElasticBeanstalkClient>;
  ecr(): Promise<ECRClient>;
  s3(): Promise<S3Client>;
  ssm(): Promise<SSMClient>;
  sts(): Promise<STSClient>;
  cloudWatch(): Promise<CloudWatchClient>;
  loadBalancing(): Promise<ElasticLoadBalancingV2Client>;
  autoScaling(): Promise<AutoScalingClient>;
  route53(): Promise<Route53Client>;
  readonly beanstalkCalls: CallCounter;
  readonly storeCalls: CallCounter;
  readonly commandCalls: CallCounter;
  /** CloudWatch, Elastic Load Balancing, Auto Scaling and Route 53. */
  readonly gateCalls: CallCounter;
  /** Version labels that were created through these clients, and when: they may be unknown to other calls for a moment. */
  readonly createdVersions: Map<string, Instant>;
  /** A sentence when proxy variables are set that cannot be followed. */
  readonly proxyGap: string | undefined;
  /** Closes idle connections, so that the process can end at once. */
  close(): void;
}

const CONNECT_LIMIT: Milliseconds = seconds(10);
/** From sending a request to the head of its answer. Elastic Beanstalk answers within a second or two. */
const ANSWER_LIMIT: Milliseconds = seconds(45);
/** The same for S3, where sending the request includes sending a part of a bundle over a slow line. */
const UPLOAD_LIMIT: Milliseconds = minutes(10);
/** Silence on a connection, also in the middle of a body. */
const SILENCE_LIMIT: Milliseconds = seconds(60);

export function createAwsClients(options: AwsClientOptions): AwsClients {
  const beanstalkCalls = counter();
  const storeCalls = counter();
  const commandCalls = counter();
  const gateCalls = counter();
  const identityCalls = counter();
  const made: { destroy(): void }[] = [];
  const common = commonConfig(options);
  const handler = (answerLimit: Milliseconds) =>
    options.requestHandler ?? handlerOptions(agentsFor(options), answerLimit);
  const counted = <C extends Countable>(client: C, calls: CallCounter): C => {
    client.middlewareStack.add(
      (next) => (args) => {
        calls.add();
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name: 'countCalls' },
    );
    made.push(client);
    return client;
  };
  return {
    region: options.region,
    beanstalk: once(async () => {
      return counted(new ElasticBeanstalkClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), beanstalkCalls);
    }),
    ecr: once(async () => {
      const { ECRClient } = await import('@aws-sdk/client-ecr');
      return counted(new ECRClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), commandCalls);
    }),
    s3: once(async () => {
      const { S3Client } = await import('./sdk-s3.js');
      return counted(
        new S3Client({ ...common, requestHandler: handler(UPLOAD_LIMIT), forcePathStyle: customEndpoint(options) }),
        storeCalls,
      );
    }),
    ssm: once(async () => {
      const { SSMClient } = await import('@aws-sdk/client-ssm');
      return counted(new SSMClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), commandCalls);
    }),
    sts: once(async () => {
      const { STSClient } = await import('@aws-sdk/client-sts');
      return counted(new STSClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), identityCalls);
    }),
    cloudWatch: once(async () => {
      const { CloudWatchClient } = await import('@aws-sdk/client-cloudwatch');
      return counted(new CloudWatchClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
    }),
    loadBalancing: once(async () => {
      const { ElasticLoadBalancingV2Client } = await import('@aws-sdk/client-elastic-load-balancing-v2');
      return counted(new ElasticLoadBalancingV2Client({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
    }),
    autoScaling: once(async () => {
      const { AutoScalingClient } = await import('@aws-sdk/client-auto-scaling');
      return counted(new AutoScalingClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
    }),
    route53: once(async () => {
      const { Route53Client } = await import('@aws-sdk/client-route-53');
      return counted(new Route53Client({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
    }),
    beanstalkCalls,
    storeCalls,
    commandCalls,
    gateCalls,
    createdVersions: new Map(),
    proxyGap: proxyGap(options.env),
    close: () => {
      for (const client of made) client.destroy();
    },
  };
}

/** The part of any SDK client that counting needs. */
interface Countable {
  readonly middlewareStack: {
    add(
      middleware: <A, R>(next: (args: A) => Promise<R>) => (args: A) => Promise<R>,
      options: { readonly step: 'finalizeRequest'; readonly priority: 'low'; readonly name: string },
    ): void;
  };
  destroy(): void;
}

const commonConfig = (options: AwsClientOptions) => ({
  region: options.region,
  maxAttempts: 1,
  customUserAgent: [['beanstalk-rollout', options.version]] satisfies [string, string][],
  ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
  ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
});

/** Endpoints that are not AWS's have no host name per bucket. */
const customEndpoint = ({ endpoint, env }: AwsClientOptions): boolean =>
  [endpoint, env.AWS_ENDPOINT_URL, env.AWS_ENDPOINT_URL_S3].some((url) => url !== undefined && url !== '');

const handlerOptions = (agents: ReturnType<typeof proxyAgents>, answerLimit: Milliseconds) => ({
  connectionTimeout: CONNECT_LIMIT,
  requestTimeout: answerLimit,
  throwOnRequestTimeout: true,
  socketTimeout: SILENCE_LIMIT,
  httpAgent: agents.http,
  httpsAgent: agents.https,
});

/** Never through a proxy: this machine, and where instances and containers get their credentials. */
const ALWAYS_DIRECT = '127.0.0.0/8,localhost,::1,169.254.169.254,169.254.170.2,fd00:ec2::254';

/** The SDK ignores proxy variables, and Node's own support of them takes `NO_PROXY` differently from everything else. */
function agentsFor({ env }: AwsClientOptions): ReturnType<typeof proxyAgents> {
  const direct = `${(env.no_proxy ?? '') === '' ? (env.NO_PROXY ?? '') : env.no_proxy},${ALWAYS_DIRECT}`;
  return proxyAgents({ keepAlive: true, maxSockets: 50 }, { ...env, no_proxy: direct });
}

function counter(): CallCounter {
  let count = 0;
  return {
    get count() {
      return count;
    },
    add: () => {
      count += 1;
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
