/** A stand-in for the model behind the wire: it records what reaches it and answers what a test tells it to. */
import type { Instant } from '../../src/domain/time.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import type { Seed, ServiceCall, Simulator } from '../../src/simulator/service.js';

export interface FakeSimulator extends Simulator {
  readonly received: ServiceCall[];
  readonly seeds: Seed[];
  settled: number;
  /** Moves the simulated clock. */
  advance(seconds: number): void;
}

type Answer = (call: ServiceCall) => Readonly<Record<string, unknown>> | undefined;

/** Answers by operation name; an operation without an answer has no result. */
export function fakeSimulator(
  answers: Readonly<Record<string, Answer>> = {},
  start: Instant = 1_000_000_000_000,
): FakeSimulator {
  let scenario: Scenario = {};
  let now = start;
  const received: ServiceCall[] = [];
  const seeds: Seed[] = [];
  return {
    region: 'us-east-1',
    accountId: '123456789012',
    received,
    seeds,
    settled: 0,
    now: () => now,
    advance: (seconds) => {
      now += seconds * 1_000;
    },
    call: (call) => {
      received.push(call);
      return answers[call.action]?.(call);
    },
    settle() {
      this.settled += 1;
    },
    state: () => ({ hello: 'world' }),
    get scenario() {
      return scenario;
    },
    setScenario: (next) => {
      scenario = next;
    },
    seed: (seed) => {
      seeds.push(seed);
    },
    save: () => ({}),
    restore: () => {},
  };
}
