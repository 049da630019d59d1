/** The simulated account that a plot plays in, with its environments as they are before anybody deploys. */
import { createBeanstalk } from '../../src/adapters/aws/beanstalk.js';
import { createBundleStore } from '../../src/adapters/aws/bundle-store.js';
import { type AwsClients, createAwsClients } from '../../src/adapters/aws/clients.js';
import { createAlarms, createMetrics } from '../../src/adapters/aws/cloudwatch.js';
import { createDocuments } from '../../src/adapters/aws/documents.js';
import { createLoadBalancers } from '../../src/adapters/aws/elbv2.js';
import { createIdentity } from '../../src/adapters/aws/identity.js';
import { roleCredentials, type Session } from '../../src/adapters/aws/role.js';
import { createRouters } from '../../src/adapters/aws/routers.js';
import { createInstanceCommands } from '../../src/adapters/aws/ssm.js';
import { createGitHub } from '../../src/adapters/github/github.js';
import { type Milliseconds, minutes } from '../../src/domain/time.js';
import type { GitHub } from '../../src/ports/github.js';
import type { HttpAnswer } from '../../src/ports/http.js';
import type { Cloud } from '../../src/ports/outside.js';
import type { Random } from '../../src/ports/random.js';
import { seededRandom } from '../../src/simulator/random.js';
import type { BalancerRouting } from '../../src/simulator/runtime/runtime.js';
import { createVirtualRuntime } from '../../src/simulator/runtime/virtual.js';
import type { Seed, Simulator } from '../../src/simulator/service.js';
import { createSimulator } from '../../src/simulator/simulator.js';
import { createMemoryStore } from '../../src/simulator/storage/memory-store.js';
import { inProcessHandler } from '../../src/simulator/wire/in-process.js';
import { inProcessFetch } from '../../src/simulator/wire/in-process-fetch.js';
import { createPresigner } from '../../src/simulator/wire/presign.js';
import { createWire, type Wire } from '../../src/simulator/wire/wire.js';
import { createDirectService, directClients, type Passing } from './direct-clients.js';
import { type Inputs, isPreview, type Plot } from './plot.js';
import { PREVIEW, PREVIEW_TAGS, REPOSITORY, seededPull } from './pull-request.js';
import { sharesByName, sharesByRule } from './shares.js';
import { SteppedClock } from './stepped-clock.js';
import { type TrueWorld, trueWorld } from './truth.js';

export const APPLICATION = 'shop';
export const NAME = 'shop-prod';
export const IDLE = 'shop-prod-idle';
export const PRODUCTION = 'shop-prod.us-east-1.elasticbeanstalk.com';
export const REGION = 'us-east-1';
/** Of the account; no run may show it. */
export const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const KEY = { accessKeyId: 'AKIDSIMULATION', secretAccessKey: SECRET_KEY };
const ENDPOINT = 'http://127.0.0.1:4566';
const ROLE = { arn: 'arn:aws:iam::123456789012:role/deploy-shop', sessionName: 'simulation' };

/** So often it is remembered what reads would answer. */
const MEMORY: Milliseconds = 4_000;

const ZONE = 'ZSHOP0000001';
const HOST = 'shop.example.com';
const PRODUCTION_RECORD = {
  ...{ Name: HOST, Type: 'A' },
  AliasTarget: { DNSName: NAME, EvaluateTargetHealth: true },
};
const PRODUCTION_RULE = {
  loadBalancer: 'front',
  Priority: 10,
  Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [HOST] } }],
  Actions: [{ Type: 'forward', TargetGroupArn: NAME }],
};

type SeedEnvironment = NonNullable<Seed['environments']>[number];

export class Stage {
  readonly clock = new SteppedClock();
  readonly random: Random;
  readonly objects = createMemoryStore(() => this.clock.now());
  readonly runtime = createVirtualRuntime();
  #balancers: readonly BalancerRouting[] = [];
  readonly simulator: Simulator;
  readonly wire: Wire;
  readonly plot: Plot;
  readonly #service: ReturnType<typeof createDirectService>;

  constructor(plot: Plot) {
    this.plot = plot;
    this.random = seededRandom(plot.seed + 1);
    // The SDK signs by the wall's clock, and the wire checks by it.
    const wallClock = { now: () => Date.now() };
    const presign = { baseUrl: () => ENDPOINT, accessKey: KEY, region: REGION, wallClock };
    this.simulator = createSimulator({
      clock: this.clock,
      region: REGION,
      random: seededRandom(plot.seed),
      runtime: {
        ...this.runtime,
        balance: (next) => {
          this.#balancers = next;
          this.runtime.balance(next);
        },
      },
      objects: this.objects,
      presign: createPresigner(presign),
    });
    const { simulator, objects } = this;
    const random = seededRandom(plot.seed + 2);
    this.wire = createWire({
      ...{ simulator, objects, random, clock: this.clock.inner },
      credentials: [{ ...KEY }],
      credentialClock: this.clock,
    });
    const { calls } = this.wire;
    this.#service = createDirectService({ simulator, objects, random, calls, clock: this.clock.inner });
    this.#seed();
    if (plot.faults.some(({ kind }) => kind === 'stale-read')) this.#remember();
  }

  /** Stale answers are as old as the fault says, and not as old as the last question. */
  #remember(): void {
    this.clock.at(this.clock.now() + MEMORY, () => {
      if (this.plot.speaks === 'directly') this.#service.remember();
      else this.wire.settle();
      this.#remember();
    });
  }

  #seed(): void {
    const { ground, version } = this.plot;
    const environment: SeedEnvironment = {
      application: APPLICATION,
      name: NAME,
      versionLabel: 'v1',
      ...{ instances: ground.instances, loadBalancer: ground.loadBalancer, tier: ground.tier },
      ...{ enhancedHealth: ground.enhancedHealth, options: ground.options },
      ...(ground.route === 'alb' ? { sharedLoadBalancer: 'front' } : {}),
    };
    const idle = { ...environment, name: IDLE, cnamePrefix: IDLE, versionLabel: ground.idle ?? 'v0' };
    const environments = ground.idle === 'v0' ? [environment, idle] : [environment];
    this.simulator.seed({
      environments,
      ...(ground.pastEvents === undefined ? {} : { pastEvents: ground.pastEvents }),
    });
    if (ground.route === 'alb') this.simulator.seed({ listenerRules: [PRODUCTION_RULE] });
    if (ground.route === 'route53')
      this.simulator.seed({ hostedZones: [{ name: 'example.com', id: ZONE, records: [PRODUCTION_RECORD] }] });
    this.somebody('CreateStorageLocation', {});
    for (const label of ['v2', 'v3']) {
      this.somebody('CreateApplicationVersion', { ApplicationName: APPLICATION, VersionLabel: label });
    }
    if (isPreview(this.plot)) this.#seedPreview(environment);
    this.clock.advance(minutes(2));
    this.simulator.settle();
    // Shares can be judged only where there are requests.
    const busy = ground.route === undefined ? {} : { requestsPerSecond: 100 };
    const versions = { v0: busy, v1: busy, v2: { ...busy, ...version } };
    this.simulator.setScenario({ versions, faults: this.plot.faults });
  }

  /** An earlier run has made it, so that its tags say whose it is. */
  #seedPreview(model: SeedEnvironment): void {
    this.pullRequest('open');
    if (this.plot.ground.preview !== 'v0') return;
    const small = { loadBalancer: 'none', instances: 1, sharedLoadBalancer: undefined } as const;
    const { sharedLoadBalancer: _, ...rest } = { ...model, ...small };
    this.simulator.seed({ environments: [{ ...rest, name: PREVIEW, cnamePrefix: PREVIEW, versionLabel: 'v0' }] });
    const { Environments } = this.somebody('DescribeEnvironments', { EnvironmentNames: [PREVIEW] }) as {
      readonly Environments: readonly { readonly EnvironmentArn: string }[];
    };
    this.somebody('UpdateTagsForResource', {
      ResourceArn: Environments[0]?.EnvironmentArn,
      TagsToAdd: Object.entries(PREVIEW_TAGS).map(([Key, Value]) => ({ Key, Value })),
    });
  }

  /** What GitHub knows of the pull request from now on. */
  pullRequest(state: 'open' | 'closed'): void {
    this.wire.github.seed({ repositories: [{ name: REPOSITORY, pulls: [seededPull(state)] }] });
  }

  /** GitHub as a job sees it with this token. */
  github(token: string): GitHub {
    const fetch = inProcessFetch(this.wire);
    const apiUrl = `${ENDPOINT}/_github/api/v3`;
    return createGitHub({ token, apiUrl, fetch, repository: REPOSITORY, version: '0.0.0', clock: this.clock.inner });
  }

  /** Somebody else's call, straight to the service; what it refuses is thrown. */
  somebody(action: string, input: Readonly<Record<string, unknown>>): unknown {
    return this.simulator.call({ action, input, requestId: `somebody-${this.clock.now()}-${action}` });
  }

  truth(): TrueWorld {
    const world = trueWorld(this.simulator);
    const { route } = this.plot.ground;
    if (route === undefined) return world;
    switch (route) {
      case 'alb':
        return { ...world, shares: sharesByRule(this.#balancers) };
      case 'route53':
        return { ...world, shares: sharesByName(this.simulator, HOST) };
    }
  }

  /** `DeploymentPolicy` of each environment, by its name. */
  policies(): Readonly<Record<string, string>> {
    const names = this.truth().environments.flatMap(({ name, status }) =>
      status.startsWith('Terminat') ? [] : [name],
    );
    return Object.fromEntries(names.flatMap((name) => this.#policyOf(name)));
  }

  #policyOf(name: string): readonly (readonly [name: string, policy: string])[] {
    const asked = { ApplicationName: APPLICATION, EnvironmentName: name };
    const { ConfigurationSettings } = this.somebody('DescribeConfigurationSettings', asked) as {
      readonly ConfigurationSettings: readonly {
        readonly OptionSettings: readonly { readonly OptionName: string; readonly Value?: string }[];
      }[];
    };
    const options = ConfigurationSettings[0]?.OptionSettings ?? [];
    const policy = options.find(({ OptionName }) => OptionName === 'DeploymentPolicy')?.Value;
    return policy === undefined ? [] : [[name, policy]];
  }

  /** What leads users to production, as the inputs name it. */
  routeInputs(): Inputs {
    const { route } = this.plot.ground;
    if (route === undefined) return {};
    switch (route) {
      case 'alb':
        return { 'listener-rule-arn': this.#ruleArn };
      case 'route53':
        return { 'hosted-zone-id': ZONE, 'record-name': HOST };
    }
  }

  get #ruleArn(): string {
    const { balancers } = this.simulator.save() as { balancers: { listeners: { arn: string }[] }[] };
    const ListenerArn = balancers[0]?.listeners[0]?.arn;
    const { Rules } = this.somebody('DescribeRules', { ListenerArn }) as {
      Rules: readonly { readonly Priority: string; readonly RuleArn: string }[];
    };
    return Rules.find(({ Priority }) => Priority === '10')?.RuleArn ?? '';
  }

  /** What a user of this name gets: the first instance behind it that serves anything. */
  answer(host: string): HttpAnswer {
    this.simulator.settle();
    const id = this.runtime.nameTarget(host);
    const behind = this.truth().environments.find((one) => one.id === id)?.instances ?? [];
    const label = behind.map((one) => this.runtime.serves(one.id)).find((one) => one !== undefined);
    if (label === undefined) return { kind: 'unanswered', because: `nobody serves ${host}` };
    return { kind: 'answered', status: 200, body: `version ${label}` };
  }

  /** The clients of one process. */
  #clients(passing: Passing): AwsClients {
    const handler = inProcessHandler(this.wire);
    const requestHandler: typeof handler = {
      ...handler,
      handle: (request, options) =>
        passing(request.method, { path: request.path }, async () => {
          const answer = await handler.handle(request, options);
          // Answers are dated by the wall, objects by the virtual clock.
          delete answer.response.headers.date;
          return answer;
        }),
    };
    const common = { region: REGION, version: '0.0.0', env: {}, endpoint: ENDPOINT, requestHandler };
    const own = createAwsClients({ ...common, credentials: KEY });
    const through = this.plot.assumesRole ? createAwsClients({ ...common, credentials: this.#sessions(own) }) : own;
    if (this.plot.speaks === 'through-sdk') return through;
    return directClients(this.#service, through, { passing, requestHandler });
  }

  /** As `role-to-assume` has them. */
  #sessions(clients: AwsClients): () => Promise<Session> {
    return roleCredentials(ROLE, { clients, clock: this.clock, mask: () => {} });
  }

  /** What a process is connected to; its calls hold the clock. */
  connect(random: Random, signal: AbortSignal, passing: Passing, mortal: <P extends object>(port: P) => P): Cloud {
    const clients = this.#clients(passing);
    const parts = { clients, clock: this.clock.inner, random, signal };
    return {
      beanstalk: mortal(createBeanstalk({ ...parts, patience: 'patient' })),
      watchBeanstalk: mortal(createBeanstalk({ ...parts, patience: 'one-look' })),
      store: mortal(createBundleStore(parts)),
      documents: mortal(createDocuments(parts)),
      identity: mortal(createIdentity(clients)),
      instanceCommands: mortal(createInstanceCommands(parts)),
      alarms: mortal(createAlarms({ ...parts, patience: 'patient' })),
      metrics: mortal(createMetrics({ ...parts, patience: 'one-look' })),
      loadBalancers: mortal(createLoadBalancers(parts)),
      routers: mortal(createRouters(parts)),
    };
  }
}
