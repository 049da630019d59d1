/**
 * A whole world in one process on one virtual clock: the simulated service behind its wire, the real adapters of the
 * action in front of it, and a deployment planned and carried out as the action does it.
 */
import { createBeanstalk } from '../../src/adapters/aws/beanstalk.js';
import { createBundleStore } from '../../src/adapters/aws/bundle-store.js';
import { createAwsClients } from '../../src/adapters/aws/clients.js';
import { createAlarms, createMetrics } from '../../src/adapters/aws/cloudwatch.js';
import { createDocuments } from '../../src/adapters/aws/documents.js';
import { createLoadBalancers } from '../../src/adapters/aws/elbv2.js';
import { createRouters } from '../../src/adapters/aws/routers.js';
import { createInstanceCommands } from '../../src/adapters/aws/ssm.js';
import type { Outcome } from '../../src/domain/outcome.js';
import type { Plan } from '../../src/domain/plan.js';
import type { ProgressMessage } from '../../src/domain/progress.js';
import type { DeploySettings } from '../../src/domain/settings.js';
import type { Snapshot } from '../../src/domain/snapshot.js';
import type { Change, ConfiguredStrategy } from '../../src/domain/strategy.js';
import { type Instant, type Milliseconds, minutes, seconds } from '../../src/domain/time.js';
import { observe } from '../../src/observe.js';
import { planDeploy } from '../../src/operations/deploy.js';
import type { Files } from '../../src/ports/files.js';
import type { HttpAnswer } from '../../src/ports/http.js';
import { type RolloutPorts, rollOut } from '../../src/rollout/roll-out.js';
import { seededRandom } from '../../src/simulator/random.js';
import { createVirtualRuntime } from '../../src/simulator/runtime/virtual.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import type { Seed, Simulator } from '../../src/simulator/service.js';
import { createSimulator } from '../../src/simulator/simulator.js';
import { createMemoryStore } from '../../src/simulator/storage/memory-store.js';
import { inProcessHandler } from '../../src/simulator/wire/in-process.js';
import { createPresigner } from '../../src/simulator/wire/presign.js';
import { createWire, type Wire } from '../../src/simulator/wire/wire.js';
import { STRATEGIES, type StrategyName } from '../../src/strategies/index.js';
import { PatientClock } from './patient-clock.js';
import { TEST_KEY } from './wire.js';

export const SHOP = { application: 'shop', name: 'shop-prod' } as const;

const ENDPOINT = 'http://127.0.0.1:4566';

type SeedEnvironment = NonNullable<Seed['environments']>[number];

export interface WorldOptions {
  readonly environment?: Partial<SeedEnvironment>;
  readonly seed?: number;
  /** Further environments beside the shop. */
  readonly others?: readonly SeedEnvironment[];
  readonly region?: string;
  /** Of another world, for two regions of one run. */
  readonly clock?: PatientClock;
}

export class World {
  readonly clock: PatientClock;
  readonly region: string;
  readonly objects = createMemoryStore(() => this.clock.now());
  readonly runtime = createVirtualRuntime();
  /** Versions whose application answers every request with 500. */
  readonly broken = new Set<string>();
  readonly simulator: Simulator;
  readonly wire: Wire;
  readonly ports: RolloutPorts;
  readonly said: (ProgressMessage & { readonly at: Instant })[] = [];

  constructor(options: WorldOptions = {}) {
    this.clock = options.clock ?? new PatientClock();
    this.region = options.region ?? 'us-east-1';
    this.simulator = createSimulator({
      clock: this.clock,
      region: this.region,
      random: seededRandom(options.seed ?? 7),
      runtime: this.runtime,
      objects: this.objects,
      presign: createPresigner({
        baseUrl: () => ENDPOINT,
        accessKey: TEST_KEY,
        region: this.region,
        wallClock: { now: () => Date.now() },
      }),
    });
    this.wire = this.clock.serving(createWire({ simulator: this.simulator, objects: this.objects, clock: this.clock }));
    const random = seededRandom((options.seed ?? 7) + 1);
    const clients = createAwsClients({
      region: this.region,
      version: '0.0.0',
      env: {},
      credentials: TEST_KEY,
      endpoint: ENDPOINT,
      requestHandler: inProcessHandler(this.wire),
    });
    const parts = { clients, clock: this.clock, random };
    this.ports = {
      beanstalk: this.clock.holding(createBeanstalk({ ...parts, patience: 'patient' })),
      watchBeanstalk: this.clock.holding(createBeanstalk({ ...parts, patience: 'one-look' })),
      store: this.clock.holding(createBundleStore(parts)),
      documents: this.clock.holding(createDocuments(parts)),
      instanceCommands: this.clock.holding(createInstanceCommands(parts)),
      loadBalancers: this.clock.holding(createLoadBalancers(parts)),
      routers: this.clock.holding(createRouters(parts)),
      alarms: this.clock.holding(createAlarms({ ...parts, patience: 'patient' })),
      metrics: this.clock.holding(createMetrics({ ...parts, patience: 'one-look' })),
      clock: this.clock,
      random,
      files: NO_FILES,
      http: { get: ({ url }) => Promise.resolve(this.#answer(new URL(url).hostname)) },
      commands: { run: () => Promise.resolve({ kind: 'not-started', because: 'there are no commands here' }) },
    };
    this.simulator.seed({
      environments: [{ ...SHOP, versionLabel: 'v1', instances: 4, ...options.environment }, ...(options.others ?? [])],
    });
    this.#call('CreateStorageLocation', {});
    for (const label of ['v2', 'v3'])
      this.#call('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: label });
    // Lets the first health readings settle.
    this.clock.advance(minutes(2));
    this.simulator.settle();
  }

  /** What a user of this name would get: the version that the instances behind it serve. */
  #answer(host: string): HttpAnswer {
    this.simulator.settle();
    const environmentId = this.runtime.nameTarget(host);
    const state = this.simulator.state() as { environments: { id: string; instances: { id: string }[] }[] };
    const behind = state.environments.find(({ id }) => id === environmentId)?.instances ?? [];
    const label = behind.map(({ id }) => this.runtime.serves(id)).find((one) => one !== undefined);
    if (label === undefined) return { kind: 'unanswered', because: `nobody serves ${host}` };
    return { kind: 'answered', status: this.broken.has(label) ? 500 : 200, body: `version ${label}` };
  }

  scenario(scenario: Scenario): this {
    this.simulator.setScenario(scenario);
    return this;
  }

  /** Somebody else's call, straight to the service. */
  #call(action: string, input: Readonly<Record<string, unknown>>): void {
    this.simulator.call({ action, input, requestId: `somebody-${this.clock.now()}-${action}` });
  }

  somebody(action: string, input: Readonly<Record<string, unknown>>): void {
    this.#call(action, input);
  }

  async snapshot(label: string): Promise<Snapshot> {
    const observed = await observe(
      { application: SHOP.application, environmentName: SHOP.name, region: 'us-east-1', versionLabel: label },
      { ...this.ports, identity: { caller: async () => undefined } },
    );
    if (observed.kind !== 'snapshot') throw new Error(observed.problems.map(({ what }) => what).join(' '));
    return observed.snapshot;
  }

  async plan(settings: DeploySettings, label: string | undefined): Promise<{ plan: Plan; snapshot: Snapshot }> {
    const snapshot = await this.snapshot(label ?? 'v1');
    const planned = planDeploy({
      settings,
      snapshot,
      validation: [],
      ...(label === undefined ? {} : { version: { kind: 'existing', label } as const }),
    });
    if (planned.kind !== 'plan') throw new Error(planned.problems.map(({ what }) => what).join(' '));
    return { plan: planned.plan, snapshot };
  }

  /** Plans on the present state; the scenario begins when the rollout does. */
  async deploy(wish: Wish): Promise<Deployed> {
    const settings = settingsOf(wish);
    const label = wish.label === null ? undefined : (wish.label ?? 'v2');
    const planned = await this.plan(settings, label);
    const { snapshot } = planned;
    const plan = wish.again === true ? redeploying(planned.plan, snapshot, settings, label) : planned.plan;
    if (wish.scenario !== undefined) this.scenario(wish.scenario);
    const callsBefore = this.wire.calls.total;
    const startedAt = this.clock.now();
    const cancel = new AbortController();
    const cancelling =
      wish.cancelAfter === undefined ? undefined : this.clock.at(startedAt + wish.cancelAfter, () => cancel.abort());
    const outcome = await rollOut({
      plan,
      snapshot,
      settings,
      ports: this.ports,
      say: (message) => this.said.push({ ...message, at: this.clock.now() }),
      cancel: cancel.signal,
    });
    cancelling?.();
    return {
      outcome,
      plan,
      took: this.clock.now() - startedAt,
      calls: this.wire.calls.list(callsBefore).map(({ action, time }) => ({ action, at: Date.parse(time) })),
    };
  }
}

export interface Wish {
  readonly strategy?: StrategyName;
  readonly inputs?: Readonly<Record<string, string>>;
  /** `null`: configuration only. Default `v2`. */
  readonly label?: string | null;
  readonly settings?: Partial<DeploySettings>;
  readonly scenario?: Scenario;
  readonly cancelAfter?: Milliseconds;
  /** Deploys a label that runs already, which the plan would otherwise leave alone. */
  readonly again?: boolean;
}

function redeploying(plan: Plan, snapshot: Snapshot, settings: DeploySettings, label: string | undefined): Plan {
  const { unchanged: _, ...rest } = plan;
  const change: Change = {
    application: SHOP.application,
    options: [],
    removeOptions: [],
    restorePolicy: false,
    ...(label === undefined ? {} : { version: { kind: 'existing', label } }),
  };
  return { ...rest, steps: settings.strategy.steps(change, snapshot.target) };
}

export interface Deployed {
  readonly outcome: Outcome;
  readonly plan: Plan;
  readonly took: Milliseconds;
  readonly calls: readonly { readonly action: string; readonly at: Instant }[];
}

export function configured(name: StrategyName, inputs: Readonly<Record<string, string>> = {}): ConfiguredStrategy {
  const read = STRATEGIES[name].configure(name, (input) => inputs[input] ?? '');
  if ('failures' in read) throw new Error(`inputs of ${name}: ${JSON.stringify(read.failures)}`);
  return read.configured;
}

export function settingsOf(wish: Wish = {}): DeploySettings {
  return {
    operation: 'deploy',
    dryRun: false,
    region: 'us-east-1',
    application: SHOP.application,
    environmentName: SHOP.name,
    strategy: configured(wish.strategy ?? 'as-configured', wish.inputs),
    allStrategies: () => [],
    onLabelConflict: 'suffix',
    comment: '',
    options: [],
    environmentVariables: { set: {}, remove: [] },
    restorePolicy: false,
    acceptHealth: { kind: 'statuses', statuses: ['Ok', 'Info'], colors: ['Green'] },
    stableFor: seconds(30),
    healthGrace: minutes(5),
    onFailure: 'none',
    onTimeout: 'leave',
    onCancel: 'abort',
    onBusy: 'wait',
    busyTimeout: minutes(15),
    waitForDeployment: true,
    logsOnFailure: 'tail',
    jobSummary: false,
    ...wish.settings,
  };
}

const NO_FILES: Files = {
  stat: () => Promise.resolve(undefined),
  list: () => Promise.resolve([]),
  readText: () => Promise.reject(new Error('no files here')),
  writeText: () => Promise.reject(new Error('no files here')),
  readLink: () => Promise.reject(new Error('no files here')),
  realPath: (path) => Promise.resolve(path),
};
