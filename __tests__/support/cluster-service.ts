/** Cluster environments behind the wire, asked by the official SDK clients, on a virtual clock. */
import {
  CreateApplicationVersionCommand,
  type CreateApplicationVersionCommandInput,
  CreateEnvironmentCommand,
  type CreateEnvironmentCommandInput,
  DescribeApplicationVersionsCommand,
  DescribeEnvironmentHealthCommand,
  DescribeEnvironmentsCommand,
  DescribeEventsCommand,
  type ElasticBeanstalkClient,
  type EnvironmentDescription,
  type EventDescription,
  UpdateEnvironmentCommand,
  type UpdateEnvironmentCommandInput,
} from '@aws-sdk/client-elastic-beanstalk';
import { seconds } from '../../src/domain/time.js';
import { VirtualClock } from '../../src/simulator/clocks.js';
import { seededRandom } from '../../src/simulator/random.js';
import { createVirtualRuntime, type VirtualRuntime } from '../../src/simulator/runtime/virtual.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import type { Seed, Simulator } from '../../src/simulator/service.js';
import { createSimulator } from '../../src/simulator/simulator.js';
import { createMemoryStore, type MemoryStore } from '../../src/simulator/storage/memory-store.js';
import { zipTexts } from '../../src/simulator/storage/zip-writer.js';
import { createWire, type Wire } from '../../src/simulator/wire/wire.js';
import { beanstalkClient } from './wire.js';

export const BUCKET = 'elasticbeanstalk-us-east-1-123456789012';
export const CLUSTER_TIER = { Name: 'Cluster', Type: 'EKS' } as const;
export const EKS = 'aws:elasticbeanstalk:eks';
export const ROLES = {
  cluster: 'arn:aws:iam::123456789012:role/service-role/aws-elasticbeanstalk-eks-cluster-role',
  node: 'arn:aws:iam::123456789012:role/service-role/aws-elasticbeanstalk-eks-node-role',
  observability: 'arn:aws:iam::123456789012:role/service-role/aws-elasticbeanstalk-eks-observability-role',
  build: 'arn:aws:iam::123456789012:role/service-role/aws-elasticbeanstalk-eks-image-build-role',
} as const;

export const option = (Namespace: string, OptionName: string, Value: string) => ({ Namespace, OptionName, Value });

/** The three roles, and subnets. */
export const place = (subnets = 'subnet-1,subnet-2') => [
  option(EKS, 'cluster-role', ROLES.cluster),
  option(EKS, 'node-role', ROLES.node),
  option(`${EKS}:environment`, 'observability-role', ROLES.observability),
  option(`${EKS}:environment`, 'subnets', subnets),
];

export class ClusterService {
  readonly clock = new VirtualClock();
  readonly objects: MemoryStore = createMemoryStore(() => this.clock.now());
  readonly runtime: VirtualRuntime = createVirtualRuntime();
  readonly simulator: Simulator;
  readonly wire: Wire;
  readonly client: ElasticBeanstalkClient;

  constructor(seed: Seed = {}, scenario: Scenario = {}) {
    const { clock, objects, runtime } = this;
    // Rate limits are not what these tests are about.
    const calm = { rateLimit: false, ...scenario };
    this.simulator = createSimulator({ clock, objects, runtime, random: seededRandom(11), scenario: calm });
    this.simulator.seed({ applications: [{ name: 'shop' }], ...seed });
    this.wire = createWire({ simulator: this.simulator, objects, clock });
    this.client = beanstalkClient(this.wire);
    objects.createBucket(BUCKET);
  }

  /** Lets simulated seconds pass, `step` at a time. */
  pass(count: number, step = 1): void {
    for (let passed = 0; passed < count; passed += step) {
      this.clock.advance(seconds(Math.min(step, count - passed)));
      this.simulator.settle();
    }
  }

  putBundle(key: string, files: Readonly<Record<string, string>>): { S3Bucket: string; S3Key: string } {
    const entries = Object.entries(files).map(([name, text]) => ({ name, text }));
    this.objects.putBytes?.(BUCKET, key, zipTexts(entries), 'application/zip');
    return { S3Bucket: BUCKET, S3Key: key };
  }

  create(input: Partial<CreateEnvironmentCommandInput> = {}) {
    return this.client.send(
      new CreateEnvironmentCommand({
        ApplicationName: 'shop',
        EnvironmentName: 'shop-prod',
        Tier: CLUSTER_TIER,
        OptionSettings: place(),
        ...input,
      }),
    );
  }

  update(input: Partial<UpdateEnvironmentCommandInput>) {
    return this.client.send(new UpdateEnvironmentCommand({ EnvironmentName: 'shop-prod', ...input }));
  }

  version(VersionLabel: string, input: Partial<CreateApplicationVersionCommandInput> = {}) {
    return this.client.send(
      new CreateApplicationVersionCommand({
        ApplicationName: 'shop',
        VersionLabel,
        ImageConfiguration: { Source: { Uri: `public.ecr.aws/shop/web:${VersionLabel}` } },
        ...input,
      }),
    );
  }

  async versionNow(label: string) {
    const command = new DescribeApplicationVersionsCommand({ ApplicationName: 'shop', VersionLabels: [label] });
    const { ApplicationVersions: [found] = [] } = await this.client.send(command);
    return found;
  }

  async environment(name = 'shop-prod'): Promise<EnvironmentDescription> {
    const { Environments: [found] = [] } = await this.client.send(
      new DescribeEnvironmentsCommand({ EnvironmentNames: [name] }),
    );
    if (found === undefined) throw new Error(`There is no environment ${name}`);
    return found;
  }

  health(EnvironmentName = 'shop-prod') {
    return this.client.send(new DescribeEnvironmentHealthCommand({ EnvironmentName, AttributeNames: ['All'] }));
  }

  /** Oldest first. */
  async events(filter: object = {}): Promise<readonly EventDescription[]> {
    const { Events = [] } = await this.client.send(new DescribeEventsCommand({ ApplicationName: 'shop', ...filter }));
    return [...Events].reverse();
  }

  async messages(filter: object = {}): Promise<readonly string[]> {
    return (await this.events(filter)).map(({ Severity, Message }) => `${Severity} ${Message}`);
  }
}

/** What a refused call says: `Code: message`. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return `${error.name}: ${error.message}`;
  }
  throw new Error('The call was not refused');
}

/** A Cluster environment that is there already, with the version v1. */
export const seeded = (rest: object = {}): Seed => ({
  environments: [
    { application: 'shop', name: 'shop-prod', tier: 'Cluster', versionLabel: 'v1', instances: 3, ...rest },
  ],
});
