/** The SDK adapters connected to a simulated service: in this process, or over HTTP. One virtual clock for both sides. */
import { createBeanstalk } from '../../src/adapters/aws/beanstalk.js';
import { createBundleStore } from '../../src/adapters/aws/bundle-store.js';
import { type AwsClients, createAwsClients } from '../../src/adapters/aws/clients.js';
import type { Beanstalk } from '../../src/ports/beanstalk.js';
import type { BundleStore } from '../../src/ports/bundle-store.js';
import { VirtualClock } from '../../src/simulator/clocks.js';
import { seededRandom } from '../../src/simulator/random.js';
import { createVirtualRuntime } from '../../src/simulator/runtime/virtual.js';
import type { Fault, Scenario } from '../../src/simulator/scenario.js';
import type { Seed, Simulator } from '../../src/simulator/service.js';
import { createSimulator } from '../../src/simulator/simulator.js';
import { createMemoryStore, type MemoryStore } from '../../src/simulator/storage/memory-store.js';
import { inProcessHandler } from '../../src/simulator/wire/in-process.js';
import { createPresigner } from '../../src/simulator/wire/presign.js';
import { startWireServer } from '../../src/simulator/wire/server.js';
import { createWire, type Wire } from '../../src/simulator/wire/wire.js';
import { TEST_KEY } from './wire.js';

export type Transport = 'in process' | 'over HTTP';
export const TRANSPORTS: readonly Transport[] = ['in process', 'over HTTP'];

export interface AwsWorld {
  readonly clients: AwsClients;
  readonly beanstalk: Beanstalk;
  readonly oneLook: Beanstalk;
  readonly store: BundleStore;
  readonly simulator: Simulator;
  readonly objects: MemoryStore;
  readonly clock: VirtualClock;
  readonly wire: Wire;
  /** Names of the calls so far, in order, with their HTTP status. */
  calls(): readonly string[];
  faults(...faults: readonly Fault[]): void;
  /** Lets simulated seconds pass. */
  pass(seconds: number): void;
  close(): Promise<void>;
}

export const SHOP: Seed = {
  environments: [
    {
      application: 'shop',
      name: 'shop-production',
      versionLabel: 'v1',
      instances: 3,
      loadBalancer: 'application',
      enhancedHealth: true,
    },
    { application: 'shop', name: 'shop-basic', versionLabel: 'v1', instances: 1, enhancedHealth: false },
  ],
};

export async function awsWorld(transport: Transport, seed: Seed = SHOP, scenario: Scenario = {}): Promise<AwsWorld> {
  const clock = new VirtualClock();
  const objects = createMemoryStore(() => clock.now());
  let baseUrl = 'http://127.0.0.1:4566';
  const simulator = createSimulator({
    clock,
    objects,
    runtime: createVirtualRuntime(),
    random: seededRandom(7),
    scenario,
    presign: createPresigner({
      baseUrl: () => baseUrl,
      accessKey: TEST_KEY,
      region: 'us-east-1',
      wallClock: { now: () => Date.now() },
    }),
  });
  simulator.seed(seed);
  const wire = createWire({ simulator, objects, clock });
  const server = transport === 'over HTTP' ? await startWireServer(wire, { port: 0, settleEvery: 60_000 }) : undefined;
  baseUrl = server?.url ?? baseUrl;
  const clients = createAwsClients({
    region: 'us-east-1',
    version: '0.0.0-test',
    env: {},
    credentials: TEST_KEY,
    endpoint: baseUrl,
    ...(server === undefined ? { requestHandler: inProcessHandler(wire) } : {}),
  });
  const options = { clients, clock, random: seededRandom(1) };
  return {
    clients,
    beanstalk: createBeanstalk({ ...options, patience: 'patient' }),
    oneLook: createBeanstalk({ ...options, patience: 'one-look' }),
    store: createBundleStore(options),
    simulator,
    objects,
    clock,
    wire,
    calls: () => wire.calls.list().map(({ action, status }) => `${action} ${status}`),
    faults: (...faults) => simulator.setScenario({ ...scenario, faults }),
    pass: (seconds) => {
      for (let passed = 0; passed < seconds; passed += 1) {
        clock.advance(1_000);
        simulator.settle();
      }
    },
    close: async () => {
      clients.close();
      await server?.close();
      objects.dispose();
    },
  };
}
