/** Every state that two environments may be in when a run begins: how it ends, and what it never does. */
import { describe, it } from '@jest/globals';
import {
  both,
  type Case,
  CREATION,
  create,
  deploy,
  expectCase,
  MOVES,
  moment,
  quiet,
  RETIRE,
  resize,
  SICK,
  SWAP,
  sick,
  side,
  swap,
  TERMINATION,
  TURN,
  terminate,
  UPDATE,
  waits,
} from '../support/pair-cases.js';
import { IDLE } from '../support/pair-world.js';

const CASES: readonly Case[] = [
  // As they should be
  { what: 'both are well', ...MOVES },
  { what: 'the idle side is missing', world: { idle: 'none' }, ...MOVES, changes: CREATION },
  {
    what: 'the idle side is missing, and its CNAME is taken',
    world: { idle: 'none' },
    scenario: { faults: [{ kind: 'cname-taken', prefix: IDLE }] },
    ...MOVES,
    changes: CREATION,
  },
  {
    what: 'the idle side was terminated long ago',
    first: both(terminate(IDLE), waits, waits),
    ...MOVES,
    changes: CREATION,
  },
  { what: 'the sides have changed places since', first: both(swap, waits), ...MOVES, live: ['shop-prod', 'v2'] },
  { what: 'the job names the idle side', inputs: { 'environment-name': IDLE }, ...MOVES },
  {
    what: 'the CNAMEs do not tell, and production is named',
    world: { idle: 'none', others: [side({ name: IDLE, cnamePrefix: 'other' })] },
    inputs: { 'production-cname': 'shop-prod' },
    ...MOVES,
  },
  {
    what: 'the version is live already',
    first: both(deploy('shop-prod', 'v2'), waits),
    ends: ['unchanged', /run v2 already/],
    live: ['shop-prod', 'v2'],
  },
  {
    what: 'the version is on the idle side already',
    first: both(deploy(IDLE, 'v2'), waits),
    ...MOVES,
    changes: [SWAP],
  },
  { what: 'the old side is retired', first: quiet, inputs: RETIRE, ...MOVES, changes: [...TURN, TERMINATION] },
  {
    what: 'the old side still answers',
    inputs: RETIRE,
    ...MOVES,
    ends: ['succeeded', /shop-prod was left as it is, because after 15m00s it still answers/],
  },
  // Busy
  { what: 'a swap is under way', first: swap, ...MOVES, live: ['shop-prod', 'v2'] },
  { what: 'the idle side is busy', first: deploy(IDLE, 'v3'), ...MOVES },
  { what: 'the live side is busy', first: deploy('shop-prod', 'v3'), ...MOVES },
  {
    what: 'the idle side is being created',
    world: { idle: 'none' },
    first: both(create, moment),
    ...MOVES,
    changes: [UPDATE, ...TURN],
  },
  {
    what: 'the idle side was scaled down',
    first: both(resize(IDLE, 1), waits, waits),
    ...MOVES,
    changes: [UPDATE, ...TURN],
  },
  {
    what: 'the idle side is being created, and not listed yet',
    world: { idle: 'none' },
    first: create,
    ends: ['failed', /already exists.*shop-prod serves as before/],
    changes: ['CreateConfigurationTemplate'],
  },
  {
    what: 'the idle side is busy, and nobody waits',
    first: deploy(IDLE, 'v3'),
    inputs: { 'on-busy': 'fail' },
    ends: ['failed', /shop-prod-idle is Updating, not Ready/],
  },
  { what: 'the idle side is terminating', first: terminate(IDLE), ends: ['failed', /shop-prod-idle is Terminating/] },
  {
    what: 'the live side is terminating',
    first: terminate('shop-prod'),
    ends: ['failed', /shop-prod is Terminating/],
    live: 'nobody',
  },
  // Sick
  { what: 'the live side is red', first: both(sick, deploy('shop-prod', 'v3'), waits), scenario: SICK, ...MOVES },
  { what: 'the idle side is red', first: both(sick, deploy(IDLE, 'v3'), waits), scenario: SICK, ...MOVES },
  {
    what: 'the version is sick',
    scenario: { versions: { v2: { health: 'Severe' } } },
    ends: ['failed', /Health is Severe.*Traffic was not moved: shop-prod serves as before/],
    changes: [UPDATE],
  },
  {
    what: 'the version does not start',
    scenario: { versions: { v2: { command: 'fails' } } },
    ends: ['failed', /Instance deployment failed.*shop-prod serves as before/],
    changes: [UPDATE],
  },
  {
    what: 'the version reaches some instances only',
    scenario: { faults: [{ kind: 'instance-keeps-old-version', count: 1 }] },
    ends: ['failed', /1 of 2 instances does not run v2.*shop-prod serves as before/],
    changes: [UPDATE],
  },
  {
    what: 'the version goes bad under load',
    scenario: { versions: { v2: { laterHealth: { afterSeconds: 100, health: 'Severe' } } } },
    inputs: { bake: '10m' },
    ends: ['failed', /shop-prod has all the traffic again/],
    changes: [...TURN, SWAP],
  },
  // Not what was meant
  {
    what: 'the CNAMEs do not tell who is live',
    world: { idle: 'none', others: [side({ name: IDLE, cnamePrefix: 'other' })] },
    ends: ['failed', /do not tell which one is production/],
  },
  {
    what: 'nobody holds the production CNAME',
    inputs: { 'production-cname': 'www' },
    ends: ['failed', /no environment holds the production CNAME www/],
  },
  {
    what: 'a third environment holds the production CNAME',
    world: { others: [side({ name: 'third', cnamePrefix: 'www' })] },
    inputs: { 'production-cname': 'www' },
    ends: ['failed', /third holds the production CNAME www/],
  },
  {
    what: 'only an idle side is left',
    world: {
      idle: 'none',
      environment: { cnamePrefix: 'shop-prod-idle' },
      others: [side({ name: 'holder', cnamePrefix: 'shop-prod' })],
    },
    ends: ['failed', /only shop-prod is there/],
    live: ['holder', 'v1'],
  },
  {
    what: 'the idle name belongs to another application',
    world: { idle: 'none', others: [side({ name: IDLE, cnamePrefix: IDLE, application: 'cart' })] },
    ends: ['failed', /shop-prod-idle belongs to the application cart/],
  },
  {
    what: 'the idle side is a worker',
    world: { idle: 'none', others: [side({ name: IDLE, tier: 'Worker' })] },
    ends: ['failed', /a Worker environment has no CNAME/],
  },
  {
    what: 'both sides have a database of their own',
    world: { environment: { options: { 'aws:rds:dbinstance': { HasCoupledDatabase: 'true' } } } },
    ends: ['failed', /2 problems; nothing was changed/],
  },
  {
    what: 'nothing is visible for want of a permission',
    scenario: { faults: [{ kind: 'lost-permission', answer: 'empty', action: 'DescribeEnvironments' }] },
    ends: ['failed', /Neither shop-prod nor shop-prod-idle can be seen/],
  },
];

describe('two environments', () => {
  it.each(CASES)('$what', expectCase);
});
