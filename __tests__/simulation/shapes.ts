/** What is rolled out where: for every strategy that can be, environments as they may be and the inputs that ask for it. */
import type { Dice } from './dice.js';
import type { Ground, Inputs, Plot } from './plot.js';

export type Shape = (dice: Dice) => Pick<Plot, 'ground' | 'inputs'>;

const groundOf = (dice: Dice, over: Partial<Ground> = {}): Ground => ({
  instances: dice.pick([1, 2, 2, 3, 4, 5]),
  loadBalancer: dice.pick(['application', 'application', 'application', 'network', 'classic']),
  tier: 'WebServer',
  enhancedHealth: !dice.chance(0.1),
  options: {
    'aws:elasticbeanstalk:command': {
      DeploymentPolicy: dice.pick(['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable']),
      BatchSizeType: 'Fixed',
      BatchSize: String(dice.whole(1, 2)),
      Timeout: dice.pick(['600', '600', '120']),
    },
    ...(dice.chance(0.3) ? { 'aws:elasticbeanstalk:application:environment': { LEVEL: 'info' } } : {}),
  },
  ...over,
});

const under = (ground: Ground, policy: string): Ground => ({
  ...ground,
  options: {
    ...ground.options,
    'aws:elasticbeanstalk:command': { ...ground.options['aws:elasticbeanstalk:command'], DeploymentPolicy: policy },
  },
});

const restoring = (dice: Dice): Inputs => (dice.chance(0.3) ? { 'restore-policy': 'true' } : {});

export const blueGreen: Shape = (dice) => ({
  ground: groundOf(dice, {
    instances: dice.whole(1, 3),
    enhancedHealth: !dice.chance(0.1),
    idle: dice.pick(['none', 'v0', 'v0']),
  }),
  inputs: {
    strategy: 'blue-green',
    bake: dice.pick(['30s', '2m', '6m']),
    ...(dice.chance(0.6) ? { 'smoke-test-path': '/' } : {}),
    ...(dice.chance(0.25) ? { retire: dice.pick(['terminate', 'scale-down']) } : {}),
  },
});

export const canary: Shape = (dice) => ({
  ground: groundOf(dice, {
    ...{ loadBalancer: 'application', enhancedHealth: true, idle: 'v0', route: 'alb' },
    instances: dice.whole(1, 3),
  }),
  inputs: {
    strategy: 'canary',
    'idle-environment-name': 'shop-prod-idle',
    'canary-steps': dice.pick(['50%:1m', '20%:2m, 50%:2m']),
    'max-step-extension': '3m',
    bake: dice.pick(['30s', '2m']),
  },
});

/** One for every strategy that can be rolled out here; what it needs besides environments is seeded in `stage.ts`. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  'as-configured': (dice) => ({ ground: groundOf(dice), inputs: {} }),
  'single-instance': (dice) => ({
    ground: under(groundOf(dice, { loadBalancer: 'none', instances: 1 }), dice.pick(['AllAtOnce', 'Immutable'])),
    inputs: dice.chance(0.5) ? {} : { strategy: 'all-at-once' },
  }),
  worker: (dice) => ({
    ground: groundOf(dice, { tier: 'Worker', loadBalancer: 'none' }),
    inputs: dice.chance(0.5) ? {} : { strategy: 'rolling', 'batch-size': '1' },
  }),
  'all-at-once': (dice) => ({ ground: groundOf(dice), inputs: { strategy: 'all-at-once', ...restoring(dice) } }),
  rolling: (dice) => ({
    ground: groundOf(dice, { instances: dice.whole(2, 5) }),
    inputs: { strategy: 'rolling', 'batch-size': dice.pick(['1', '2', '50%']), ...restoring(dice) },
  }),
  'rolling-with-additional-batch': (dice) => ({
    ground: groundOf(dice, { instances: dice.whole(2, 4) }),
    inputs: { strategy: 'rolling-with-additional-batch', 'batch-size': dice.pick(['1', '30%']), ...restoring(dice) },
  }),
  immutable: (dice) => ({ ground: groundOf(dice), inputs: { strategy: 'immutable', ...restoring(dice) } }),
  'traffic-splitting': (dice) => ({
    ground: groundOf(dice, { loadBalancer: 'application', instances: dice.whole(2, 4), enhancedHealth: true }),
    inputs: {
      strategy: 'traffic-splitting',
      'evaluation-minutes': String(dice.whole(3, 6)),
      'traffic-percent': dice.pick(['10', '30']),
    },
  }),
  'blue-green': blueGreen,
  canary,
  rollback: (dice) => ({
    ground: groundOf(dice),
    inputs: { operation: 'rollback', 'to-version': 'v2', 'version-source': '', 'version-label': '' },
  }),
};
