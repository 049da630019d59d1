/** What plots got later, decided apart from the rest: so what a seed means stays the same, but for the seeds that are met. */
import type { Fault } from '../../src/simulator/scenario.js';
import type { Dice } from './dice.js';
import type { Actor, Inputs, Plot } from './plot.js';
import { PREVIEW_INPUTS } from './pull-request.js';
import { BORNE_TIMES } from './reasons.js';
import { blueGreen, canary, type Shape } from './shapes.js';

/** For the dice of what is decided here. */
export const LATER = 0x2f6e2b1;

/** Secrets among the inputs: no run may show them anywhere. */
export const SECRETS = [
  'hunter2-correct-horse',
  'ghs_16C7e42F292c6912E7710c838347Ae178B4a',
  'p4ssw0rd-of-the-queue',
] as const;

/** Somebody besides those of the plot: Auto Scaling, which needs room between its limits. */
function withScaling(plot: Plot, dice: Dice): Plot {
  const { ground, actors } = plot;
  const side = ground.idle === undefined ? 'live' : dice.pick(['live', 'idle'] as const);
  const come = Array.from({ length: dice.whole(1, 2) }, (): Actor => {
    const at = dice.whole(1, 500);
    return dice.chance(0.5)
      ? { kind: 'scales', at, side, instances: dice.whole(1, 6) }
      : { kind: 'replaces-instance', at, side, index: dice.whole(0, 4) };
  });
  const options = { ...ground.options, 'aws:autoscaling:asg': { MinSize: '1', MaxSize: '6' } };
  return { ...plot, ground: { ...ground, options }, actors: [...actors, ...come] };
}

/** Inputs that mean the same wherever it is deployed. */
const KEPT: readonly string[] = [
  ...['on-failure', 'on-cancel', 'timeout', 'on-timeout', 'on-busy', 'accept-health', 'environment-variables'],
];

const kept = ({ inputs }: Plot): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => KEPT.includes(name)));

/** The preview of a pull request, which somebody closes meanwhile; versions, faults and endings are those of the plot. */
function ofPreview(plot: Plot, dice: Dice): Plot {
  const { enhancedHealth } = plot.ground;
  const size = dice.pick(['single-instance', 'single-instance', 'one-instance', 'as-model']);
  const token = dice.chance(0.6) ? { 'github-token': SECRETS[1] } : {};
  return {
    ...plot,
    ground: {
      ...{ instances: dice.whole(1, 2), loadBalancer: 'application', tier: 'WebServer', enhancedHealth, options: {} },
      preview: dice.pick(['none', 'none', 'v0']),
    },
    inputs: { ...PREVIEW_INPUTS, 'preview-size': size, ...kept(plot), ...token },
    actors: dice.chance(0.85) ? [{ kind: 'closes-pull-request', at: dice.whole(1, 700) }] : [],
  };
}

/** Asked to stop around a call that changes something, where most can go wrong. */
function withStop({ cancelAt: _, killAt: __, ...plot }: Plot, dice: Dice): Plot {
  return { ...plot, stopAt: { change: dice.whole(1, 8), when: dice.pick(['sent', 'sent', 'answered'] as const) } };
}

const CHANGING_CALLS = [
  ...['UpdateEnvironment', 'UpdateEnvironment', 'SwapEnvironmentCNAMEs', 'CreateEnvironment'],
  ...['TerminateEnvironment', 'AbortEnvironmentUpdate', 'ModifyRule', 'PutObject'],
];

/** The connection breaks at a call that changes something: nobody hears whether it has arrived. */
const lostCall = (dice: Dice): Fault => ({
  ...{ kind: 'reset', when: dice.pick(['after', 'after', 'before'] as const), action: dice.pick(CHANGING_CALLS) },
  ...{ skip: dice.whole(0, 2), times: dice.whole(1, BORNE_TIMES) },
});

const withLostCalls = (plot: Plot, dice: Dice): Plot => ({
  ...plot,
  faults: [...plot.faults, ...Array.from({ length: dice.whole(1, 2) }, () => lostCall(dice))],
});

/** The network goes down right there, for a moment or for minutes. */
const withDark = ({ killAt: _, ...plot }: Plot, dice: Dice): Plot => ({
  ...plot,
  darkAt: {
    change: dice.whole(1, 5),
    lost: dice.pick(['answer', 'answer', 'call'] as const),
    seconds: dice.pick([30, 80, 200, 400, 1_000]) + dice.whole(0, 10),
  },
});

/** What is asked for by a run of its own: it has neither a version nor a checkout. */
const asked = (operation: string, at: number, inputs: Inputs): Actor => {
  const { bake: _, 'smoke-test-path': __, retire: ___, ...same } = inputs;
  return { kind: 'pipeline', at, label: '', inputs: { ...same, 'version-source': '', operation } };
};

/** A canary whose requests are divided by records of a name; resolvers follow late, so its steps are longer. */
const namedCanary: Shape = (dice) => {
  const { ground, inputs } = canary(dice);
  const steps = { 'canary-steps': dice.pick(['50%:3m', '20%:3m, 50%:4m']) };
  return { ground: { ...ground, route: 'route53' }, inputs: { ...inputs, ...steps } };
};

/** A pair whose traffic other runs move, too: a canary is held, passed on or ended, a release is taken back. */
function steered(plot: Plot, dice: Dice): Plot {
  const { ground, inputs } = dice.pick([canary, canary, namedCanary, blueGreen])(dice);
  const wishes =
    ground.route === undefined
      ? ['rollback', 'promote', 'abort']
      : ['abort', 'abort', 'promote', 'promote', 'pause', 'rollback'];
  const steers = Array.from({ length: dice.whole(1, 2) }, (): readonly Actor[] => {
    const [wish, at] = [dice.pick(wishes), dice.whole(1, 1_000)];
    const goesOn = wish === 'pause' && dice.chance(0.7) ? [asked('resume', at + dice.whole(20, 600), inputs)] : [];
    return [asked(wish, at, inputs), ...goesOn];
  }).flat();
  const actors = dice.chance(0.3) ? plot.actors : [];
  return { ...plot, ground, inputs: { ...inputs, ...kept(plot) }, actors: [...actors, ...steers] };
}

function named(plot: Plot, dice: Dice): Plot {
  const { ground, inputs } = namedCanary(dice);
  return { ...plot, ground, inputs: { ...inputs, ...kept(plot) } };
}

/** What the same call is called there. */
const inNames = ({ faults, ...plot }: Plot): Plot => ({
  ...plot,
  faults: faults.map((fault) =>
    'action' in fault && fault.action === 'ModifyRule' ? { ...fault, action: 'ChangeResourceRecordSets' } : fault,
  ),
});

type Change = (plot: Plot, dice: Dice) => Plot;

const both =
  (first: Change, then: Change): Change =>
  (plot, dice) =>
    then(first(plot, dice), dice);

/** Of a hundred plots, one after the other; the rest stay as they are. */
const SHARES: readonly (readonly [plots: number, change: Change])[] = [
  [12, withScaling],
  [6, ofPreview],
  [6, withStop],
  [2, both(ofPreview, withStop)],
  [3, withLostCalls],
  [1, both(withLostCalls, withStop)],
  [2, withDark],
  [1, both(withDark, withStop)],
  [4, steered],
  [1, both(steered, withStop)],
  [3, named],
  [1, both(named, withStop)],
  [1, both(both(named, withLostCalls), inNames)],
  [1, both(named, withDark)],
];

export function withLater(plot: Plot, dice: Dice): Plot {
  let left = dice.whole(1, 100);
  for (const [plots, change] of SHARES) {
    if (left <= plots) return change(plot, dice);
    left -= plots;
  }
  return plot;
}
