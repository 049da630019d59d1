/** One seed decides everything: environment, strategy, version, faults, other people, cancellation and kill. */
import type { Fault, VersionBehaviour } from '../../src/simulator/scenario.js';
import { Dice } from './dice.js';
import type { Actor, Inputs, Plot } from './plot.js';
import { SHAPES } from './shapes.js';
import { LATER, SECRETS, withLater } from './write-later.js';

/** One of so many runs speaks through the SDK. */
const THROUGH_SDK = 8;

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
