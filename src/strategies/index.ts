/** The registry: a strategy is one file and one line here; names, inputs, documentation and error texts follow from it. */
import { allAtOnce } from './all-at-once.js';
import { asConfigured } from './as-configured.js';
import { blueGreen } from './blue-green.js';
import { canary } from './canary.js';
import { immutable } from './immutable.js';
import { recreate } from './recreate.js';
import { rolling } from './rolling.js';
import { rollingWithAdditionalBatch } from './rolling-with-additional-batch.js';
import type { Strategy } from './strategy.js';
import { trafficSplitting } from './traffic-splitting.js';

export const STRATEGIES = {
  'as-configured': asConfigured,
  'all-at-once': allAtOnce,
  rolling,
  'rolling-with-additional-batch': rollingWithAdditionalBatch,
  recreate,
  immutable,
  'traffic-splitting': trafficSplitting,
  'blue-green': blueGreen,
  canary,
} as const satisfies Readonly<Record<string, Strategy>>;

export type StrategyName = keyof typeof STRATEGIES;

const isStrategyName = (name: string): name is StrategyName => Object.hasOwn(STRATEGIES, name);

export const STRATEGY_NAMES: readonly StrategyName[] = Object.keys(STRATEGIES).filter(isStrategyName);
