/** What others do to two environments while a run works on them: it ends cleanly, and harms nothing of theirs. */
import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../src/simulator/random.js';
import {
  both,
  type Case,
  create,
  deploy,
  expectCase,
  later,
  MOVES,
  play,
  quiet,
  RETIRE,
  resize,
  SWAP,
  swap,
  TERMINATION,
  TURN,
  terminate,
  UPDATE,
  waits,
} from '../support/pair-cases.js';
import { IDLE, type PairWorld, PRODUCTION } from '../support/pair-world.js';

const CASES: readonly Case[] = [
  {
    what: 'somebody swaps before the deployment',
    meanwhile: { at: UPDATE, act: swap },
    ends: ['failed', /shop-prod-idle holds .* now, so it is the live side.*shop-prod-idle has the traffic now/],
    live: [IDLE, 'v1'],
  },
  {
    what: 'somebody swaps right before the swap',
    meanwhile: { at: SWAP, act: swap },
    ends: ['failed', /Traffic was not moved: shop-prod no longer holds .*shop-prod-idle has the traffic now/],
    changes: [UPDATE],
    live: [IDLE, 'v2'],
  },
  {
    what: 'somebody swaps back while the new side bakes',
    meanwhile: later(SWAP, 20, swap),
    inputs: { bake: '5m' },
    ends: ['failed', /somebody else has moved the traffic while it was baking\. shop-prod has the traffic now/],
    changes: TURN,
  },
  {
    what: 'somebody terminates the idle side before the deployment',
    meanwhile: { at: UPDATE, act: terminate(IDLE) },
    ends: ['failed', /shop-prod-idle is Terminating.*shop-prod serves as before/],
  },
  {
    what: 'somebody terminates the idle side right before the swap',
    meanwhile: { at: SWAP, act: terminate(IDLE) },
    ends: ['failed', /Traffic was not moved: shop-prod-idle is Terminating\. shop-prod serves as before/],
    changes: [UPDATE],
  },
  {
    what: 'somebody terminates the live side right before the swap',
    meanwhile: { at: SWAP, act: terminate('shop-prod') },
    ends: ['failed', /shop-prod is Terminating\. Neither side serves/],
    changes: [UPDATE],
    live: 'nobody',
  },
  {
    what: 'somebody deploys to the idle side right before the swap',
    meanwhile: { at: SWAP, act: deploy(IDLE, 'v3') },
    ends: ['failed', /shop-prod-idle is on v3, not on v2\. shop-prod serves as before/],
    changes: [UPDATE],
  },
  {
    what: 'somebody deploys to the live side right before the swap',
    meanwhile: { at: SWAP, act: deploy('shop-prod', 'v3') },
    ...MOVES,
  },
  {
    what: 'somebody makes the new side smaller right before the swap',
    meanwhile: { at: SWAP, act: resize(IDLE, 1) },
    ends: ['failed', /on shop-prod-idle only 1 of at least 2 instances are in service\. shop-prod serves as before/],
    changes: [UPDATE],
  },
  {
    what: 'the service shows the two sides as they were before the swap',
    scenario: { faults: [{ kind: 'stale-read', action: 'DescribeEnvironments', seconds: 20 }] },
    ...MOVES,
  },
  {
    what: 'somebody replaces the idle side between the look and the deployment',
    meanwhile: { at: 'DescribeApplicationVersions', act: both(terminate(IDLE), waits, waits, create, waits, waits) },
    ends: ['failed', /shop-prod serves as before/],
  },
  {
    what: 'somebody creates the idle side in the same moment',
    world: { idle: 'none' },
    meanwhile: { at: 'CheckDNSAvailability', act: create },
    ends: ['failed', /already exists.*shop-prod serves as before/],
    changes: ['CreateConfigurationTemplate'],
  },
  {
    what: 'somebody deploys to the new side while it bakes',
    meanwhile: later(SWAP, 20, deploy(IDLE, 'v3')),
    inputs: { bake: '5m' },
    ends: ['failed', /shop-prod-idle is on v3, not on v2: somebody else has deployed to it while it was baking/],
    changes: TURN,
    live: [IDLE, 'v3'],
  },
  {
    what: 'somebody terminates the old side while the new one bakes',
    meanwhile: later(SWAP, 20, terminate('shop-prod')),
    inputs: { bake: '5m' },
    ...MOVES,
  },
  {
    what: 'somebody terminates the new side while it bakes',
    meanwhile: later(SWAP, 20, terminate(IDLE)),
    inputs: { bake: '5m' },
    ends: ['failed', /shop-prod-idle is Terminating: somebody else takes it away.*Neither side serves/],
    changes: TURN,
    live: 'nobody',
  },
  {
    what: 'somebody swaps back right before the old side is retired',
    first: quiet,
    meanwhile: { at: TERMINATION, act: swap },
    inputs: RETIRE,
    ends: ['failed', /Somebody else has moved the traffic since; shop-prod was left as it is, because shop-prod holds/],
    changes: TURN,
    live: ['shop-prod', 'v3'],
  },
];

describe('while a run works on two environments', () => {
  it.each(CASES)('$what', expectCase);
});

type Act = (world: PairWorld) => void;

/** A failure names its seed: `SEEDS=200 npm test -- pair-meanwhile` for more. */
const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 8) }, (_, index) => index + 1);
const ACTS: readonly [Act, ...Act[]] = [
  swap,
  terminate(IDLE),
  terminate('shop-prod'),
  deploy(IDLE, 'v3'),
  deploy('shop-prod', 'v3'),
  deploy(IDLE, 'v1'),
  resize(IDLE, 1),
];
const MOMENTS: readonly [string, ...string[]] = [
  UPDATE,
  SWAP,
  'DescribeEvents',
  'DescribeInstancesHealth',
  'DescribeEnvironments',
  TERMINATION,
];

/** Whoever is refused by the service has done nothing. */
const tried =
  (act: Act): Act =>
  (world) => {
    try {
      act(world);
    } catch {}
  };

describe('whatever others do at whatever moment', () => {
  it.each(SEEDS)('no unproven side gets the traffic, and no live one is touched, seed %i', async (seed) => {
    const random = seededRandom(seed * 101);
    const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random.next() * list.length)] ?? list[0];
    const { world, witness, run } = await play({
      what: '',
      ends: ['', /./],
      first: random.next() < 0.5 ? tried(pick(ACTS)) : quiet,
      meanwhile: {
        at: pick(MOMENTS),
        nth: 1 + Math.floor(random.next() * 4),
        when: random.next() < 0.5 ? 'before' : 'after',
        act: tried(pick(ACTS)),
      },
      inputs: { retire: pick(['keep', 'terminate', 'scale-down']) },
    });
    const { outcome, 'outcome-reason': reason, 'live-environment-name': told } = run.outputs;
    expect({ reason, wrongs: witness.wrongs('v2') }).toEqual({ reason, wrongs: [] });
    const [live, ...more] = world.sides().filter(({ cname }) => cname === PRODUCTION);
    expect(more).toEqual([]);
    if (outcome === 'succeeded' || outcome === 'unchanged')
      expect({ reason, name: live?.name }).toEqual({ reason, name: told });
  });
});
