import { describe, expect, it } from '@jest/globals';
import type { OptionSetting } from '../../src/domain/environment.js';
import type { InstanceHealth } from '../../src/domain/instance.js';
import { seconds } from '../../src/domain/time.js';
import { nameComers } from '../../src/watch/fleet.js';
import {
  type Case,
  EXPECTS,
  environment,
  events,
  GOOD,
  health,
  instance,
  instances,
  judge,
  knowing,
  ready,
  type Step,
  THEIR_START,
  updating,
  verdictOf,
} from '../support/knowledge.js';

/** GOOD without what `drop` names, plus more. */
const good = (...more: readonly Step[]): readonly Step[] => [...GOOD, ...more];
const without = (of: Step[1]['of'], ...more: readonly Step[]): readonly Step[] => [
  ...GOOD.filter(([, seen]) => seen.of !== of),
  ...more,
];

type Row = readonly [name: string, given: Case, verdict: string];

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('%s', (_, given, verdict) => {
      expect(verdictOf(given)).toBe(verdict);
    });
  });
}

describe('all proofs together', () => {
  it('make a success that says what it rests on', () => {
    const { verdict, proof } = judge({ steps: GOOD });
    expect(verdict).toEqual({
      verdict: 'reached',
      reason: 'the environment is Ready on v2; all 2 instances report deployment 2; health Ok held for 31s',
    });
    expect(proof).toBe('instances');
  });

  it('are no instances’ word where there is none', () => {
    const { verdict, proof } = judge({ expects: { instances: 0 }, steps: without('instances', instances(62, [])) });
    expect(verdict.reason).toBe(
      'the environment is Ready on v2; there is no instance that could report it; health Ok held for 31s',
    );
    expect(proof).toBe('environment');
  });
});

table('the beginning', [
  [
    'Ready with the new label before anything was seen to begin is no end',
    { steps: [ready(1, { dateUpdated: THEIR_START - seconds(3_600) })] },
    'waiting',
  ],
  [
    'an accepted update that never begins fails',
    {
      steps: [
        ready(181, { versionLabel: 'v1', dateUpdated: THEIR_START - seconds(3_600) }),
        events(181, { message: 'x', attribution: 'other' }),
      ],
    },
    'not-started',
  ],
  [
    'events that stay hidden make it unknowable',
    {
      steps: [
        ready(181, { versionLabel: 'v1', dateUpdated: THEIR_START - seconds(3_600) }),
        [181, { of: 'events', fresh: [], credible: false }],
      ],
    },
    'cannot-tell',
  ],
  [
    'looks that were throttled prove no absence',
    { steps: [ready(5, { versionLabel: 'v1', dateUpdated: THEIR_START - seconds(3_600) })], now: 600 },
    'waiting',
  ],
  [
    'a Ready of before, read after the beginning was announced, is no rollback',
    {
      steps: [
        events(2, { message: 'Environment update is starting.' }),
        ...[3, 40, 70, 100].map((after) =>
          ready(after, { versionLabel: 'v1', dateUpdated: THEIR_START - seconds(3_600) }),
        ),
      ],
    },
    'waiting',
  ],
  [
    'a Ready of before, read after the end was announced, is given time to catch up',
    {
      steps: [
        events(2, { message: 'Environment update is starting.' }),
        events(38, { message: 'Environment update completed successfully.' }),
        ...[40, 80, 119].map((after) =>
          ready(after, { versionLabel: 'v1', dateUpdated: THEIR_START - seconds(3_600) }),
        ),
      ],
    },
    'waiting',
  ],
  [
    'a newer DateUpdated is a beginning',
    {
      steps: [
        ready(5, { dateUpdated: THEIR_START + seconds(4) }),
        instances(6),
        health(6),
        ready(40, { dateUpdated: THEIR_START + seconds(4) }),
      ],
    },
    'reached',
  ],
]);

table('status', [
  ...(['Updating', 'Aborting', 'Launching', 'LinkingFrom', 'LinkingTo', 'Unrecognised'] as const).map(
    (status): Row => [`${status} is waited for`, { steps: good(ready(95, { status })) }, 'waiting'],
  ),
  ['Terminating is the end of it', { steps: good(ready(95, { status: 'Terminating' })) }, 'environment-gone'],
  ['Terminated is the end of it', { steps: good(ready(95, { status: 'Terminated' })) }, 'environment-gone'],
  ['another environment of the same name is not ours', { steps: good(ready(95, { id: 'e-2' })) }, 'environment-gone'],
  ['one empty answer is not gone', { steps: good([95, { of: 'environment', environment: undefined }]) }, 'waiting'],
  [
    'empty answers for minutes cannot be told from a lost permission',
    {
      steps: good(
        [95, { of: 'environment', environment: undefined }],
        [216, { of: 'environment', environment: undefined }],
      ),
    },
    'cannot-tell',
  ],
  [
    'empty answers after a termination was announced are its end',
    {
      steps: good(
        [95, { of: 'environment', environment: undefined }],
        events(96, { message: 'terminateEnvironment is starting.', attribution: 'other', requestId: 'theirs' }),
        [216, { of: 'environment', environment: undefined }],
      ),
    },
    'environment-gone',
  ],
]);

const old = (after: number): Step => ready(after, { versionLabel: 'v1' });

table('the label', [
  ['may lag for a minute', { steps: [updating, old(60), old(110)] }, 'waiting'],
  ['that stays the old one means rolled back', { steps: [updating, old(60), old(121)] }, 'rolled-back'],
  [
    'that lags and then comes is a success',
    {
      steps: [
        updating,
        old(60),
        old(100),
        ...GOOD.slice(2).map(([after, seen]): Step => [after + 60, seen]),
        instances(125),
        health(125),
        ready(160),
      ],
    },
    'reached',
  ],
  [
    'that is a third one means that somebody else deployed',
    { steps: [updating, ready(60, { versionLabel: 'v9' }), ready(62, { versionLabel: 'v9' })] },
    'wrong-version',
  ],
  [
    'a failure that the service announced needs no minute',
    {
      steps: [updating, events(59, { message: 'Failed to deploy application.', severity: 'ERROR' }), old(60), old(62)],
    },
    'deployment-failed',
  ],
  [
    'but a single reading',
    {
      steps: [updating, events(59, { message: 'Failed to deploy application.', severity: 'ERROR' }), old(60)],
    },
    'waiting',
  ],
  [
    'an INFO can announce the failure of a configuration',
    {
      steps: [
        updating,
        events(59, { message: 'The environment was reverted to the previous configuration setting.' }),
        old(60),
        old(62),
      ],
    },
    'configuration-failed',
  ],
  [
    "a failure of somebody else's operation hastens nothing",
    {
      steps: [
        updating,
        events(59, { message: 'Failed to deploy application.', attribution: 'other', requestId: 'theirs' }),
        old(60),
        old(62),
      ],
    },
    'waiting',
  ],
  [
    'Aborting that nobody here asked for means aborted by others',
    { steps: [updating, ready(30, { status: 'Aborting' }), old(60), old(62)] },
    'aborted-elsewhere',
  ],
  [
    'an ERROR event alone is no failure',
    {
      steps: [
        ...GOOD.slice(0, 2),
        events(30, { message: 'Error occurred during build: x', severity: 'ERROR' }),
        ...GOOD.slice(2),
      ],
    },
    'reached',
  ],
  [
    'a failure text that the whole state refutes is no failure',
    {
      steps: [
        ...GOOD.slice(0, 2),
        events(30, { message: 'Failed to deploy application.', severity: 'ERROR' }),
        ...GOOD.slice(2),
      ],
    },
    'reached',
  ],
  [
    'a success text without the state is no success',
    { steps: [updating, events(50, { message: 'Environment update completed successfully.' }), old(60), old(121)] },
    'rolled-back',
  ],
]);

const same: Case['expects'] = { versionLabel: 'v1', previousVersionLabel: 'v1' };
const sameSteps = (list: readonly Step[]): readonly Step[] => [
  updating,
  old(60),
  ...list,
  health(62),
  old(80),
  old(93),
];

table('the same label again', [
  [
    'is proven by a higher deployment id',
    { expects: same, steps: sameSteps([instances(62, [instance('i-1', 'v1', 2), instance('i-2', 'v1', 2)])]) },
    'reached',
  ],
  [
    'is not proven by the deployment id of before',
    { expects: same, steps: sameSteps([instances(62, [instance('i-1', 'v1', 1), instance('i-2', 'v1', 1)])]) },
    'waiting',
  ],
  [
    'fails when the id never rises',
    { expects: same, steps: [...sameSteps([]), instances(152, [instance('i-1', 'v1', 1), instance('i-2', 'v1', 1)])] },
    'deployment-failed',
  ],
  [
    'splits the fleet when it rises on some',
    { expects: same, steps: [...sameSteps([]), instances(152, [instance('i-1', 'v1', 2), instance('i-2', 'v1', 1)])] },
    'split-fleet',
  ],
  [
    'aborted by somebody leaves the fleet as it was, and that is why',
    {
      expects: same,
      steps: [
        updating,
        ready(30, { status: 'Aborting', versionLabel: 'v1' }),
        old(60),
        instances(152, [instance('i-1', 'v1', 1), instance('i-2', 'v1', 1)]),
      ],
    },
    'aborted-elsewhere',
  ],
  [
    'under basic health rests on state and the absence of a failure',
    { expects: { ...same, enhancedHealth: false }, steps: [updating, old(60), old(76), old(107)] },
    'reached',
  ],
  [
    'under basic health fails by an announced failure that nothing refutes',
    {
      expects: { ...same, enhancedHealth: false },
      steps: [
        updating,
        events(50, { message: 'Failed to deploy application.', severity: 'ERROR' }),
        old(60),
        old(76),
        old(107),
      ],
    },
    'deployment-failed',
  ],
]);

const fleet = (...list: readonly ReturnType<typeof instance>[]): readonly Step[] =>
  without('instances', instances(94, list));
const fleetLater = (...list: readonly ReturnType<typeof instance>[]): readonly Step[] =>
  without('instances', instances(151, list));

/** Launched by Auto Scaling after the end. */
const COMING: InstanceHealth = {
  id: 'i-0abcdef3',
  status: 'Pending',
  color: 'Grey',
  causes: [],
  launchedAt: THEIR_START + seconds(140),
};

/** Launched by Auto Scaling while the update ran. */
const scaled = (deployment: NonNullable<ReturnType<typeof instance>['deployment']>) =>
  instance('i-3', 'v2', 2, { launchedAt: THEIR_START + seconds(40), deployment });

table('the instances', [
  ['must have been asked', { steps: without('instances') }, 'waiting'],
  [
    'must have reported since the end',
    {
      steps: without('instances', [
        94,
        {
          of: 'instances',
          reading: { instances: [instance('i-1'), instance('i-2')], refreshedAt: THEIR_START + seconds(59) },
        },
      ]),
    },
    'waiting',
  ],
  [
    'one with the old version is given a moment',
    { steps: fleet(instance('i-1'), instance('i-2', 'v1', 1)) },
    'waiting',
  ],
  [
    'one with the old version splits the fleet',
    { steps: fleetLater(instance('i-1'), instance('i-2', 'v1', 1)) },
    'split-fleet',
  ],
  [
    'one with the right label and an older deployment splits the fleet',
    { steps: fleetLater(instance('i-1', 'v2', 3), instance('i-2', 'v2', 2)) },
    'split-fleet',
  ],
  [
    'one whose deployment failed splits the fleet',
    {
      steps: fleetLater(
        instance('i-1'),
        instance('i-2', 'v2', 2, { deployment: { versionLabel: 'v2', id: 2, status: 'Failed' } }),
      ),
    },
    'split-fleet',
  ],
  [
    'all with the old version mean that nothing was deployed',
    { steps: fleetLater(instance('i-1', 'v1', 1), instance('i-2', 'v1', 1)) },
    'deployment-failed',
  ],
  [
    'one that Auto Scaling has just launched says nothing',
    {
      steps: [...GOOD, instances(151, [instance('i-1'), instance('i-2'), COMING])],
    },
    'reached',
  ],
  [
    'when Auto Scaling has replaced all of them, the one that comes is waited for',
    { steps: fleetLater(COMING) },
    'waiting',
  ],
  [
    'one that has gone before it came up is not waited for',
    {
      steps: [
        ...fleetLater(COMING),
        events(150, { message: 'Removed instance [i-0abcdef3] from your environment.', attribution: 'shared' }),
      ],
    },
    'cannot-tell',
  ],
  [
    'one that Auto Scaling has launched before the end is waited for while it comes up',
    {
      steps: fleetLater(instance('i-1'), instance('i-2'), scaled({ versionLabel: 'v2', id: 2, status: 'In Progress' })),
    },
    'waiting',
  ],
  [
    'but not for ever',
    {
      steps: without(
        'instances',
        instances(961, [
          instance('i-1'),
          instance('i-2'),
          scaled({ versionLabel: 'v2', id: 2, status: 'In Progress' }),
        ]),
      ),
    },
    'split-fleet',
  ],
  [
    'and when it has come with the old version it splits the fleet',
    { steps: fleetLater(instance('i-1'), instance('i-2'), scaled({ versionLabel: 'v1', id: 1, status: 'Deployed' })) },
    'split-fleet',
  ],
  [
    'one that was announced as removed says nothing',
    {
      steps: [
        ...GOOD,
        events(94, { message: 'Removed instance [i-0abcdef1] from your environment.', attribution: 'shared' }),
        instances(151, [instance('i-1'), instance('i-2'), instance('i-0abcdef1', 'v1', 1)]),
      ],
    },
    'reached',
  ],
  [
    'an empty list is a missing permission in the end',
    { steps: without('instances', instances(94, []), instances(181, [])) },
    'cannot-tell',
  ],
  ['an empty list is waited for at first', { steps: fleet() }, 'waiting'],
  ['fewer than expected are given a moment', { steps: fleet(instance('i-1')) }, 'waiting'],
  [
    'fewer than expected are no failure: Auto Scaling may have taken one',
    { steps: fleetLater(instance('i-1')) },
    'reached',
  ],
  [
    'that never report again leave it unknowable',
    {
      steps: without('instances', [
        361,
        { of: 'instances', reading: { instances: [instance('i-1')], refreshedAt: THEIR_START } },
      ]),
    },
    'cannot-tell',
  ],
]);

describe('a split fleet', () => {
  it('is told instance by instance', () => {
    const { verdict } = judge({ steps: fleetLater(instance('i-1'), instance('i-2', 'v1', 1)) });
    expect(verdict.reason).toBe(
      '1 of 2 instances does not run v2: i-2 runs v1 (deployment 1); the others: i-1 runs v2 (deployment 2)',
    );
  });

  it('does not say of a deployment that failed on an instance that it runs the version', () => {
    const failed = instance('i-2', 'v2', 2, {
      deployment: { versionLabel: 'v2', id: 2, status: 'Failed', time: THEIR_START + seconds(40) },
    });
    const { verdict } = judge({ steps: fleetLater(instance('i-1'), failed) });
    expect(verdict.reason).toMatch(
      /^1 of 2 instances does not run v2: i-2 has deployment 2 of v2: Failed; the others: i-1/,
    );
  });
});

table('health', [
  [
    'from before the end does not count',
    {
      steps: [
        ...without('health'),
        [
          94,
          {
            of: 'health',
            reading: { status: 'Ok', color: 'Green', causes: [], refreshedAt: THEIR_START + seconds(59) },
          },
        ],
      ],
    },
    'waiting',
  ],
  ['must hold', { steps: GOOD.slice(0, -1) }, 'waiting'],
  [
    'starts anew after a bad sample',
    { steps: [...GOOD.slice(0, -1), ready(85, { healthStatus: 'Warning', health: 'Yellow' }), ready(93), ready(115)] },
    'waiting',
  ],
  [
    'held again after a bad sample is good',
    { steps: [...GOOD.slice(0, -1), ready(85, { healthStatus: 'Warning', health: 'Yellow' }), ready(93), ready(124)] },
    'reached',
  ],
  [
    'starts anew after a bad transition between two looks',
    {
      steps: [
        ...GOOD.slice(0, -1),
        events(85, { message: 'Environment health has transitioned from Ok to Severe. x', attribution: 'shared' }),
        ready(93),
      ],
    },
    'waiting',
  ],
  [
    'a transition announced for before the end is no sample',
    {
      steps: [
        ...GOOD.slice(0, -1),
        events(85, {
          message: 'Environment health has transitioned from Ok to Severe. x',
          attribution: 'shared',
          date: THEIR_START + seconds(30),
        }),
        ready(93),
      ],
    },
    'reached',
  ],
  [
    'Info is accepted',
    {
      steps: GOOD.map(
        ([after, seen]): Step =>
          seen.of === 'environment' && seen.environment !== undefined
            ? [after, { of: 'environment', environment: { ...seen.environment, healthStatus: 'Info' } }]
            : [after, seen],
      ),
    },
    'reached',
  ],
  [
    'Grey is waited for',
    { steps: [...GOOD.slice(0, -1), ready(93, { healthStatus: 'NoData', health: 'Grey' })] },
    'waiting',
  ],
  [
    'Grey to the end of the grace cannot be told',
    { steps: [...GOOD, ready(361, { healthStatus: 'NoData', health: 'Grey' })] },
    'cannot-tell',
  ],
  [
    'bad within the grace is waited for',
    { steps: [...GOOD.slice(0, -1), ready(359, { healthStatus: 'Severe', health: 'Red' })] },
    'waiting',
  ],
  [
    'bad at the end of the grace is unhealthy',
    { steps: [...GOOD.slice(0, -1), ready(361, { healthStatus: 'Severe', health: 'Red' })] },
    'unhealthy',
  ],
  [
    'that has just become good at the end of the grace may still prove itself',
    { steps: [...GOOD.slice(0, -2), ready(350, { healthStatus: 'Severe', health: 'Red' }), ready(358), ready(370)] },
    'waiting',
  ],
  [
    'any: is not judged',
    {
      rules: { accepted: { kind: 'any' } },
      steps: [...without('health'), ready(94, { healthStatus: 'Severe', health: 'Red' })],
    },
    'reached',
  ],
  [
    'not worse: a bad one from before is no punishment',
    {
      rules: { accepted: { kind: 'not-worse' } },
      baseline: { healthStatus: 'Severe', health: 'Red' },
      steps: [
        ...without('health'),
        health(94, 'Severe'),
        ready(95, { healthStatus: 'Severe' }),
        ready(126, { healthStatus: 'Degraded' }),
      ],
    },
    'reached',
  ],
  [
    'not worse: worse is bad',
    {
      rules: { accepted: { kind: 'not-worse' } },
      baseline: { healthStatus: 'Warning', health: 'Yellow' },
      steps: [...GOOD.slice(0, -2), ready(361, { healthStatus: 'Severe', health: 'Red' })],
    },
    'unhealthy',
  ],
]);

const basic: Case['expects'] = { enhancedHealth: false };
const colour = (after: number, color: 'Green' | 'Red' | 'Grey'): Step => {
  const { healthStatus: _, ...rest } = environment({ health: color });
  return [after, { of: 'environment', environment: rest }];
};

const theirs = { attribution: 'other', requestId: 'theirs' } as const;
const greenAfter = (...told: readonly Parameters<typeof events>[1][]): readonly Step[] => [
  updating,
  events(2, { message: 'Environment update is starting.' }),
  events(20, { message: 'Environment update is starting.', ...theirs }),
  ...told.map((event, index) => events(30 + index, { ...theirs, ...event })),
  colour(60, 'Green'),
  colour(76, 'Green'),
  colour(107, 'Green'),
];

table('without instances to ask, after an update of somebody else', [
  [
    'the label of before may only be late',
    { expects: basic, steps: [...greenAfter({ message: 'Environment update completed successfully.' })] },
    'waiting',
  ],
  [
    'that comes late is another one',
    {
      expects: basic,
      steps: [
        ...greenAfter({ message: 'Environment update completed successfully.' }),
        [115, { of: 'environment', environment: environment({ versionLabel: 'v3' }) }],
        [125, { of: 'environment', environment: environment({ versionLabel: 'v3' }) }],
      ],
    },
    'wrong-version',
  ],
]);

table('basic health', [
  [
    'tells nothing of the instances when an update of somebody else after ours was aborted',
    { expects: basic, steps: greenAfter({ message: 'Environment update was aborted.' }) },
    'cannot-tell',
  ],
  [
    'nor when it has failed',
    { expects: basic, steps: greenAfter({ message: 'Failed to deploy application.', severity: 'ERROR' }) },
    'cannot-tell',
  ],
  [
    'believes the environment when the update of somebody else after ours went well',
    {
      expects: basic,
      steps: [...greenAfter({ message: 'Environment update completed successfully.' }), colour(121, 'Green')],
    },
    'reached',
  ],
  [
    'is judged by colour and time',
    { expects: basic, steps: [updating, colour(60, 'Green'), colour(76, 'Green'), colour(107, 'Green')] },
    'reached',
  ],
  [
    'right after the end may be left over',
    { expects: basic, steps: [updating, colour(60, 'Green'), colour(91, 'Green')] },
    'waiting',
  ],
  ['Grey is waited for', { expects: basic, steps: [updating, colour(60, 'Grey'), colour(100, 'Grey')] }, 'waiting'],
  [
    'Red in the end is unhealthy',
    { expects: basic, steps: [updating, colour(60, 'Red'), colour(361, 'Red')] },
    'unhealthy',
  ],
]);

it('an environment that was created, and is found when it is Ready, has begun before any event says so', () => {
  const created = { environmentId: 'e-1', health: 'Grey' } as const;
  expect(knowing([ready(1)], { ...created, isNew: true }).readySince).toBeDefined();
  expect(knowing([ready(1)], created).readySince).toBeUndefined();
});

describe('basic health, and an instance that Auto Scaling launched meanwhile', () => {
  const GROUP = "Auto Scaling Group 'awseb-e-1-stack-AWSEBAutoScalingGroup-1'";
  const shared = { attribution: 'shared' } as const;
  const reasonOf = (...told: readonly Step[]): string =>
    judge({
      expects: basic,
      steps: [
        updating,
        events(2, { message: 'Environment update is starting.' }),
        ...told,
        colour(60, 'Green'),
        colour(76, 'Green'),
        colour(107, 'Green'),
      ],
    }).verdict.reason;
  const added = (after: number, id: string): Step =>
    events(after, { ...shared, message: `Added EC2 instance '${id}' to ${GROUP}.` });
  const nobody = 'the environment is Ready on v2; health Green held for 31s';

  it('is named: nobody can say what it runs', () => {
    expect(reasonOf(added(40, 'i-0aaaaaaa1'))).toBe(
      'the environment is Ready on v2; i-0aaaaaaa1 came since it began, and basic health does not tell what it runs; health Green held for 31s',
    );
  });

  it('is not, when it came before, or has gone again', () => {
    expect(reasonOf(added(1, 'i-0aaaaaaa1'))).toBe(nobody);
    const gone = events(45, { ...shared, message: `Removed EC2 instance 'i-0aaaaaaa1' from ${GROUP}.` });
    expect(reasonOf(added(40, 'i-0aaaaaaa1'), gone)).toBe(nobody);
  });

  it('is told from those that the update itself brings', () => {
    const group = events(10, { message: 'Created temporary auto scaling group awseb-e-1-immutable-stack.' });
    expect(reasonOf(group, added(40, 'i-0aaaaaaa1'))).toBe(nobody);
    expect(reasonOf(group, added(40, 'i-0aaaaaaa1'), added(70, 'i-0bbbbbbb2'))).toContain('i-0bbbbbbb2 came after it');
  });

  it('is told from those of an environment that is created', () => {
    const known = knowing(
      [
        events(2, { message: 'createEnvironment is starting.' }),
        added(40, 'i-0aaaaaaa1'),
        colour(60, 'Green'),
        colour(76, 'Green'),
        colour(107, 'Green'),
      ],
      { environmentId: 'e-1', health: 'Grey' },
    );
    const note = nameComers({ ...EXPECTS, enhancedHealth: false }, known);
    expect(note).toEqual({ found: 'proven' });
  });
});

it('says that basic health proves by the environment only', () => {
  expect(
    judge({ expects: basic, steps: [updating, colour(60, 'Green'), colour(76, 'Green'), colour(107, 'Green')] }).proof,
  ).toBe('environment');
});

const option: OptionSetting = { namespace: 'aws:elasticbeanstalk:command', name: 'DeploymentPolicy', value: 'Rolling' };
const settings = (after: number, value: string, status: 'deployed' | 'failed' = 'deployed'): Step => [
  after,
  {
    of: 'settings',
    settings: [
      { deploymentStatus: 'deployed', options: [{ ...option, value }] },
      ...(status === 'failed' ? [{ deploymentStatus: status, options: [option] }] : []),
    ],
  },
];

function judgeSettings(steps: readonly Step[]): string {
  return verdictOf({
    expects: { versionLabel: 'v1', options: [option], raisesDeploymentId: false },
    rules: { accepted: { kind: 'any' } },
    steps: [updating, old(60), ...steps],
  });
}

describe('option settings', () => {
  it.each([
    ['must be read back', [], 'waiting'],
    ['that read back as wished are deployed', [settings(62, 'Rolling')], 'reached'],
    ['read before the end prove nothing', [settings(59, 'Rolling')], 'waiting'],
    ['may lag', [settings(62, 'AllAtOnce')], 'waiting'],
    ['with another value after a minute have failed', [settings(121, 'AllAtOnce')], 'configuration-failed'],
    ['whose draft failed have failed at once', [settings(62, 'AllAtOnce', 'failed')], 'configuration-failed'],
    [
      'with an older failed draft beside the wished values are deployed',
      [settings(62, 'Rolling', 'failed')],
      'reached',
    ],
  ] as const)('%s', (_, steps, verdict) => {
    expect(judgeSettings(steps)).toBe(verdict);
  });

  it('never show a value', () => {
    const secret = { namespace: 'aws:elasticbeanstalk:application:environment', name: 'TOKEN', value: 'hush' };
    const { verdict } = judge({
      expects: { versionLabel: 'v1', options: [secret], raisesDeploymentId: false },
      rules: { accepted: { kind: 'any' } },
      steps: [updating, old(60), settings(121, 'AllAtOnce')],
    });
    expect(verdict.reason).toContain('TOKEN');
    expect(verdict.reason).not.toContain('hush');
  });
});
