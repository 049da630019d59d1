/**
 * The SDK clients: made once, loaded when they are first needed (a cold start pays for Elastic Beanstalk only), with
 * our user agent, time limits, the proxies of the environment, and every request counted. They never retry by
 * themselves; `patience.ts` does.
 */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { ElasticBeanstalkClient, ElasticBeanstalkClientConfig } from '@aws-sdk/client-elastic-beanstalk';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { STSClient } from '@aws-sdk/client-sts';
import { type Instant, type Milliseconds, minutes, seconds } from '../../domain/time.js';

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
  s3(): Promise<S3Client>;
  ssm(): Promise<SSMClient>;
  sts(): Promise<STSClient>;
  cloudWatch(): Promise<CloudWatchClient>;
  loadBalancing(): Promise<ElasticLoadBalancingV2Client>;
  readonly beanstalkCalls: CallCounter;
  readonly storeCalls: CallCounter;
  readonly commandCalls: CallCounter;
  /** CloudWatch and Elastic Load Balancing. */
  readonly gateCalls: CallCounter;
  /** Version labels that were created through these clients, and when: they may be unknown to other calls for a moment. */
  readonly createdVersions: Map<string, Instant>;
  /** A sentence when proxy variables are set that this Node cannot follow. */
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
  const proxy = proxyOf(options.env);
  const common = commonConfig(options);
  const handler = (answerLimit: Milliseconds) =>
    options.requestHandler ?? handlerOptions(proxy.agentOptions, answerLimit);
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
      const { ElasticBeanstalkClient } = await import('@aws-sdk/client-elastic-beanstalk');
      return counted(new ElasticBeanstalkClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), beanstalkCalls);
    }),
    s3: once(async () => {
      const { S3Client } = await import('@aws-sdk/client-s3');
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
    beanstalkCalls,
    storeCalls,
    commandCalls,
    gateCalls,
    createdVersions: new Map(),
    proxyGap: proxy.gap,
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

interface ProxyOptions {
  readonly proxyEnv?: Readonly<Record<string, string | undefined>>;
}

const handlerOptions = (agentOptions: ProxyOptions, answerLimit: Milliseconds) => ({
  connectionTimeout: CONNECT_LIMIT,
  requestTimeout: answerLimit,
  throwOnRequestTimeout: true,
  socketTimeout: SILENCE_LIMIT,
  httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 50, ...agentOptions }),
  httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: 50, ...agentOptions }),
});

const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
/** Never through a proxy: this machine, and where instances and containers get their credentials. */
const ALWAYS_DIRECT = '127.0.0.1,localhost,::1,169.254.169.254,169.254.170.2';

/** The SDK ignores proxy variables; agents of Node 24.5 and newer follow them (Node docs: http.Agent, `proxyEnv`). */
function proxyOf(env: AwsClientOptions['env']): {
  readonly agentOptions: ProxyOptions;
  readonly gap: string | undefined;
} {
  if (!PROXY_VARIABLES.some((name) => (env[name] ?? '') !== '')) return { agentOptions: {}, gap: undefined };
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 24 || (major === 24 && minor < 5)) {
    return {
      agentOptions: {},
      gap: `Proxy variables are set, but Node ${process.versions.node} cannot follow them: calls go to AWS directly. Node 24.5 or newer can.`,
    };
  }
  const direct = [env.NO_PROXY ?? env.no_proxy ?? '', ALWAYS_DIRECT].filter((part) => part !== '').join(',');
  return { agentOptions: { proxyEnv: { ...env, NO_PROXY: direct, no_proxy: direct } }, gap: undefined };
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
