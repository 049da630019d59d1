/** One seed decides everything: environment, strategy, version, faults, other people, cancellation and kill. */
import type { Fault, VersionBehaviour } from '../../src/simulator/scenario.js';
import { Dice } from './dice.js';
import type { Actor, Ground, Inputs, Plot } from './plot.js';
import { LATER, SECRETS, withLater } from './write-later.js';

/** One of so many runs speaks through the SDK. */
const THROUGH_SDK = 8;

type Shape = (dice: Dice) => Pick<Plot, 'ground' | 'inputs'>;

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
  'blue-green': (dice) => ({
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
  }),
  canary: (dice) => ({
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
  }),
  rollback: (dice) => ({
    ground: groundOf(dice),
    inputs: { operation: 'rollback', 'to-version': 'v2', 'version-source': '', 'version-label': '' },
  }),
};

const VERSIONS: readonly ((dice: Dice) => VersionBehaviour)[] = [
  () => ({ command: 'fails' }),
  () => ({ command: 'fails', onlyOrdinals: [1] }),
  () => ({ command: 'times-out' }),
  () => ({ health: 'Severe' }),
  () => ({ health: 'Severe', onlyOrdinals: [0] }),
  () => ({ health: 'Degraded' }),
  (dice) => ({
    laterHealth: { afterSeconds: dice.whole(20, 400), health: dice.pick(['Severe', 'Degraded', 'Warning']) },
  }),
  () => ({ errorShare: 0.4, requestsPerSecond: 20 }),
  (dice) => ({ commandSeconds: dice.whole(30, 110) }),
];

const window = (dice: Dice): { readonly fromSecond: number; readonly toSecond: number } => {
  const fromSecond = dice.whole(0, 500);
  // Shorter than the two minutes for which a call is sent again.
  return { fromSecond, toSecond: fromSecond + dice.whole(10, 90) };
};

/** Nothing of this kind may change how a rollout ends. */
export const NOISE: readonly ((dice: Dice) => Fault)[] = [
  (dice) => ({ kind: 'throttle', action: '*', probability: dice.pick([0.1, 0.4]) }),
  (dice) => ({ kind: 'throttle', action: dice.pick(['DescribeEvents', 'DescribeEnvironments']), ...window(dice) }),
  (dice) => ({ kind: 'server-error', status: dice.pick([500, 502, 503, 504]), action: '*', probability: 0.25 }),
  (dice) => ({ kind: 'reset', when: 'before', action: '*', probability: dice.pick([0.1, 0.2]) }),
  (dice) => ({ kind: 'reset', when: 'after', action: '*', probability: dice.pick([0.1, 0.2]) }),
  (dice) => ({ kind: 'slow-answer', action: '*', seconds: dice.whole(1, 5), probability: 0.3 }),
  (dice) => ({ kind: 'stale-read', action: '*', seconds: dice.whole(5, 30) }),
  (dice) => ({ kind: 'label-lag', seconds: dice.whole(5, 30) }),
  (dice) => ({ kind: 'late-events', contains: dice.pick(['i', 'instance', 'Deployment']), seconds: dice.whole(5, 60) }),
  (dice) => ({ kind: 'lost-events', contains: dice.pick(['update', 'deployed', 'Batch', 'health']) }),
  () => ({ kind: 'duplicate-events', contains: 'e' }),
  (dice) => ({
    kind: 'foreign-event',
    severity: dice.pick(['INFO', 'WARN', 'ERROR']),
    message: dice.pick(['Managed platform update is starting.', 'Failed to deploy application.', '::error::x `y` <b>']),
    afterSeconds: dice.whole(1, 200),
  }),
];

const TROUBLE: readonly ((dice: Dice) => Fault)[] = [
  () => ({ kind: 'silent-rollback', label: 'v2' }),
  (dice) => ({ kind: 'instance-keeps-old-version', count: dice.whole(1, 2) }),
  (dice) => ({ kind: 'aborted-by-someone', afterSeconds: dice.whole(1, 200) }),
  (dice) => ({ kind: 'terminated-by-someone', afterSeconds: dice.whole(1, 200) }),
  (dice) => ({ kind: 'updated-by-someone', label: 'v3', afterSeconds: dice.whole(1, 200) }),
  (dice) => ({ kind: 'slow-batch', batch: dice.whole(1, 2), seconds: dice.whole(30, 900) }),
  () => ({ kind: 'no-capacity' }),
  (dice) => ({
    kind: 'sick-instance',
    index: dice.whole(0, 2),
    health: dice.pick(['Warning', 'Degraded', 'Severe']),
    afterSeconds: dice.whole(1, 300),
  }),
  (dice) => ({ kind: 'flapping-health', health: dice.pick(['Warning', 'Severe']), everySeconds: dice.whole(10, 60) }),
  (dice) => ({ kind: 'expired-credentials', action: '*', fromSecond: dice.whole(1, 400) }),
  (dice) => ({
    kind: 'lost-permission',
    answer: dice.pick(['denied', 'empty']),
    action: dice.pick(['*', 'DescribeEvents', 'DescribeEnvironments', 'DescribeInstancesHealth', 'PutObject']),
    fromSecond: dice.whole(0, 300),
  }),
  // The network is down.
  (dice) => ({ kind: 'reset', when: 'before', action: '*', ...window(dice) }),
  (dice) => ({ kind: 'reset', when: 'before', action: '*', fromSecond: 60, toSecond: dice.whole(200, 660) }),
];

const ACTORS: readonly ((dice: Dice, at: number) => Actor)[] = [
  (_, at) => ({ kind: 'deploys', at, label: 'v3' }),
  (_, at) => ({ kind: 'sets-variable', at }),
  (dice, at) => ({ kind: 'resizes', at, instances: dice.whole(1, 5) }),
  (_, at) => ({ kind: 'aborts', at }),
  (_, at) => ({ kind: 'restarts', at }),
  (_, at) => ({ kind: 'swaps', at }),
  (dice, at) => ({ kind: 'terminates', at, side: dice.pick(['live', 'idle']) }),
  (_, at) => ({ kind: 'updates-platform', at }),
  (dice, at) => ({
    kind: 'pipeline',
    at,
    label: 'v3',
    inputs: dice.pick<Inputs>([{}, { strategy: 'all-at-once' }, { 'on-busy': 'fail' }, { 'deploy-lock': 'fail' }]),
  }),
];

const ENDS: readonly Inputs[] = [
  {},
  {},
  {},
  { 'on-failure': 'none' },
  { 'on-failure': 'abort' },
  { 'on-cancel': 'leave' },
  { timeout: '4m', 'on-timeout': 'abort' },
  { timeout: '3m' },
  { 'on-busy': 'fail' },
  { 'accept-health': 'not-worse' },
];

const secretInputs = (dice: Dice): Inputs => ({
  ...(dice.chance(0.2) ? { 'environment-variables': `API_TOKEN=${SECRETS[0]}` } : {}),
  ...(dice.chance(0.2) ? { 'github-token': SECRETS[1], 'github-deployment': 'false' } : {}),
});

const several = <T>(dice: Dice, list: readonly ((dice: Dice) => T)[], probability: number): readonly T[] =>
  list.flatMap((make) => (dice.chance(probability) ? [make(dice)] : []));

function roughPlot(seed: number): Plot {
  const dice = new Dice(seed);
  const shape = SHAPES[dice.pick(Object.keys(SHAPES))];
  if (shape === undefined) throw new Error('no shape');
  const { ground, inputs } = shape(dice);
  const calm = dice.chance(0.35);
  const version = dice.chance(calm ? 0 : 0.45) ? dice.pick(VERSIONS)(dice) : {};
  const noise = dice.chance(0.7) ? several(dice, NOISE, 0.15) : [];
  const trouble = calm || dice.chance(0.5) ? [] : [dice.pick(TROUBLE)(dice), ...several(dice, TROUBLE, 0.05)];
  const stirs = !calm && dice.chance(0.4);
  const actors = stirs
    ? Array.from({ length: dice.whole(1, 2) }, () => dice.pick(ACTORS)(dice, dice.whole(1, 500)))
    : [];
  const ends = calm ? {} : dice.pick(ENDS);
  const cancels = dice.chance(0.12);
  const kills = !cancels && dice.chance(0.12);
  return {
    seed,
    speaks: seed % THROUGH_SDK === 0 ? 'through-sdk' : 'directly',
    ground,
    inputs: { ...inputs, ...ends, ...secretInputs(dice) },
    version,
    faults: [...trouble, ...noise],
    actors,
    ...(cancels ? { cancelAt: dice.whole(1, 500) } : {}),
    ...(kills ? { killAt: { request: dice.whole(1, 110), when: dice.pick(['before', 'after']) } as const } : {}),
  };
}

export const writePlot = (seed: number): Plot => withLater(roughPlot(seed), new Dice(seed ^ LATER));
