/** A simulated service on a virtual clock and virtual instances, with the calls and looks that model tests need. */
import { type Milliseconds, seconds } from '../../src/domain/time.js';
import { VirtualClock } from '../../src/simulator/clocks.js';
import { seededRandom } from '../../src/simulator/random.js';
import { createVirtualRuntime, type VirtualRuntime } from '../../src/simulator/runtime/virtual.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import type { Seed, Simulator } from '../../src/simulator/service.js';
import { createSimulator } from '../../src/simulator/simulator.js';
import { createMemoryStore } from '../../src/simulator/storage/memory-store.js';

export interface SeenEvent {
  readonly date: number;
  readonly severity: string;
  readonly message: string;
  readonly requestId: string | undefined;
}

export interface SeenInstance {
  readonly id: string;
  readonly runs: string | undefined;
  readonly deployment: { versionLabel: string; deploymentId: number; status: string } | undefined;
  readonly traffic: string;
  readonly targetGroup: string;
  readonly target: string | undefined;
  readonly healthStatus: string;
}

export interface Seen {
  readonly Status: string;
  readonly Health: string;
  readonly HealthStatus?: string;
  readonly VersionLabel?: string;
  readonly AbortableOperationInProgress: boolean;
  readonly DateUpdated: Date;
  readonly [member: string]: unknown;
}

type SeedEnvironment = NonNullable<Seed['environments']>[number];

export class Model {
  readonly clock = new VirtualClock();
  readonly runtime: VirtualRuntime = createVirtualRuntime();
  readonly store = createMemoryStore(() => this.clock.now());
  readonly simulator: Simulator;
  #requests = 0;

  constructor(options: { readonly scenario?: Scenario; readonly seed?: number } = {}) {
    this.simulator = createSimulator({
      clock: this.clock,
      random: seededRandom(options.seed ?? 7),
      runtime: this.runtime,
      objects: this.store,
      ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
    });
  }

  /** An environment `shop-prod` that runs `v1`, with a version `v2` to deploy; it has settled when this returns. */
  static running(environment: Partial<SeedEnvironment> = {}, scenario?: Scenario): Model {
    const model = new Model(scenario === undefined ? {} : { scenario });
    model.simulator.seed({
      environments: [{ application: 'shop', name: 'shop-prod', versionLabel: 'v1', instances: 2, ...environment }],
    });
    model.call('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'v2' });
    model.advance(seconds(60));
    return model;
  }

  /** Answers the output; dates and ids as the model gives them. */
  call(action: string, input: Readonly<Record<string, unknown>>, requestId = this.nextId()): Record<string, unknown> {
    return { ...this.simulator.call({ action, input, requestId }) };
  }

  nextId(): string {
    this.#requests += 1;
    return `request-${this.#requests}`;
  }

  advance(span: Milliseconds): void {
    this.clock.advance(span);
    this.simulator.settle();
  }

  deploy(label = 'v2', more: Readonly<Record<string, unknown>> = {}): Seen {
    return this.call(
      'UpdateEnvironment',
      { EnvironmentName: 'shop-prod', VersionLabel: label, ...more },
      'the-update',
    ) as unknown as Seen;
  }

  configure(namespace: string, options: Readonly<Record<string, string>>): Seen {
    const settings = Object.entries(options).map(([OptionName, Value]) => ({
      Namespace: namespace,
      OptionName,
      Value,
    }));
    return this.call(
      'UpdateEnvironment',
      { EnvironmentName: 'shop-prod', OptionSettings: settings },
      'the-update',
    ) as unknown as Seen;
  }

  environment(name = 'shop-prod'): Seen {
    const answer = this.call('DescribeEnvironments', { EnvironmentNames: [name] });
    const [environment] = answer.Environments as Seen[];
    if (environment === undefined) throw new Error(`${name} is not listed`);
    return environment;
  }

  instances(name = 'shop-prod'): readonly SeenInstance[] {
    const state = this.simulator.state() as { environments: { name: string; instances: SeenInstance[] }[] };
    return state.environments.find((environment) => environment.name === name)?.instances ?? [];
  }

  /** Oldest first. */
  events(input: Readonly<Record<string, unknown>> = { EnvironmentName: 'shop-prod' }): readonly SeenEvent[] {
    const { Events } = this.call('DescribeEvents', input) as {
      Events: { EventDate: Date; Severity: string; Message: string; RequestId?: string }[];
    };
    return Events.map((event) => ({
      date: event.EventDate.getTime(),
      severity: event.Severity,
      message: event.Message,
      requestId: event.RequestId,
    })).reverse();
  }

  /** Advances second by second until the environment is Ready; answers how long that took. Looks at each step. */
  untilReady(look: (second: number) => void = () => {}, patience = 3 * 3_600): Milliseconds {
    const start = this.clock.now();
    for (let second = 0; second < patience; second += 1) {
      look(second);
      if (this.environment().Status === 'Ready') return this.clock.now() - start;
      this.advance(seconds(1));
    }
    throw new Error('The environment did not become Ready.');
  }

  /** Advances until an event with this text is there. */
  untilEvent(message: string, patience = 3 * 3_600): void {
    for (let second = 0; second < patience; second += 1) {
      if (this.events().some((event) => event.message === message)) return;
      this.advance(seconds(1));
    }
    throw new Error(`There was no event: ${message}`);
  }

  async close(): Promise<void> {
    await this.runtime.close();
    this.store.dispose();
  }
}

/** Messages with instance ids, group names and counts of seconds made equal, so that runs can be compared. */
export function plain(message: string): string {
  return message
    .replace(/i-0[0-9a-f]{16}|i-[0-9a-f]{8,17}/g, 'i-x')
    .replace(/awseb-e-\S+(?=\.|$)/g, 'group')
    .replace(/running for \d+ (second|minute)s?/g, 'running for N')
    .replace(/completed \d+ (second|minute)s? ago and took \d+ (second|minute)s?/g, 'completed N ago and took N')
    .trimEnd();
}
