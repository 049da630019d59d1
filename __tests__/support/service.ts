/** A simulated service on a virtual clock, for tests of the model: calls, time, events. */
import { seconds } from '../../src/domain/time.js';
import { VirtualClock } from '../../src/simulator/clocks.js';
import { seededRandom } from '../../src/simulator/random.js';
import { createVirtualRuntime, type VirtualRuntime } from '../../src/simulator/runtime/virtual.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import type { Seed, Simulator } from '../../src/simulator/service.js';
import { ServiceError } from '../../src/simulator/service-error.js';
import { createSimulator } from '../../src/simulator/simulator.js';
import { createMemoryStore, type MemoryStore } from '../../src/simulator/storage/memory-store.js';

type Answer = Readonly<Record<string, unknown>>;

export interface TestEvent {
  readonly EventDate: Date;
  readonly Severity: string;
  readonly Message: string;
  readonly RequestId?: string;
  readonly EnvironmentName?: string;
  readonly VersionLabel?: string;
}

export interface TestService {
  readonly simulator: Simulator;
  readonly objects: MemoryStore;
  readonly runtime: VirtualRuntime;
  readonly clock: VirtualClock;
  /** Calls an operation and answers its output. */
  call(action: string, input?: Answer): Answer;
  /** Calls an operation that must be refused; answers `Code: message`. */
  refusal(action: string, input?: Answer): string;
  /** Lets simulated seconds pass, settling as a server would. */
  pass(count: number): void;
  /** Messages, oldest first, of one environment or (without a name) of everything. */
  messages(environmentName?: string): readonly string[];
  events(filter?: Answer): readonly TestEvent[];
  /** The row of DescribeEnvironments. */
  environment(name: string): Answer;
}

/** Region us-east-1, account 123456789012. */
export function testService(seed: Seed = {}, scenario: Scenario = {}): TestService {
  const clock = new VirtualClock();
  const objects = createMemoryStore(() => clock.now());
  const runtime = createVirtualRuntime();
  const simulator = createSimulator({ clock, objects, runtime, random: seededRandom(7), scenario });
  simulator.seed(seed);
  let count = 0;
  const call = (action: string, input: Answer = {}): Answer => {
    count += 1;
    return simulator.call({ action, input, requestId: `request-${count}` }) ?? {};
  };
  const events = (filter: Answer = {}): readonly TestEvent[] =>
    [...(call('DescribeEvents', filter).Events as readonly TestEvent[])].reverse();
  return {
    simulator,
    objects,
    runtime,
    clock,
    call,
    refusal: (action, input) => {
      try {
        call(action, input);
      } catch (error) {
        if (error instanceof ServiceError) return `${error.code}: ${error.message}`;
        throw error;
      }
      throw new Error(`${action} was not refused`);
    },
    pass: (span) => {
      for (let passed = 0; passed < span; passed += 1) {
        clock.advance(seconds(Math.min(1, span - passed)));
        simulator.settle();
      }
    },
    messages: (environmentName) =>
      events(environmentName === undefined ? {} : { EnvironmentName: environmentName }).map((event) => event.Message),
    events,
    environment: (name) => {
      const rows = call('DescribeEnvironments', { EnvironmentNames: [name] }).Environments as readonly Answer[];
      const [row] = rows;
      if (row === undefined) throw new Error(`There is no environment ${name}`);
      return row;
    },
  };
}
