/** Which side is live: a table of states, and properties over random ones. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Environment, EnvironmentStatus } from '../../src/domain/environment.js';
import { findSides, partnerOf, whyNoRetiring, whyNoSwap } from '../../src/domain/sides.js';
import type { PairWish } from '../../src/domain/strategy.js';

const HOST = 'shop.eu-west-1.elasticbeanstalk.com';
const IDLE_HOST = 'shop-idle.eu-west-1.elasticbeanstalk.com';

const environment = (name: string, cname: string | undefined, more: Partial<Environment> = {}): Environment => ({
  id: `e-${name}`,
  name,
  application: 'shop',
  status: 'Ready',
  health: 'Green',
  abortable: false,
  tier: 'WebServer',
  versionLabel: 'v1',
  ...(cname === undefined ? {} : { cname }),
  ...more,
});

const blue = (more: Partial<Environment> = {}, cname: string | undefined = HOST): Environment =>
  environment('shop-blue', cname, more);
const green = (more: Partial<Environment> = {}, cname: string | undefined = IDLE_HOST): Environment =>
  environment('shop-green', cname, more);

type Case = readonly [what: string, environments: readonly Environment[], ends: string, wish?: PairWish];

const CASES: readonly Case[] = [
  ['both are there, blue holds production', [blue(), green()], 'live shop-blue, idle shop-green'],
  ['both are there, green holds production', [blue({}, IDLE_HOST), green({}, HOST)], 'live shop-green, idle shop-blue'],
  ['the order of the answer says nothing', [green(), blue()], 'live shop-blue, idle shop-green'],
  ['only the named one is there', [blue()], 'live shop-blue, create shop-green'],
  ['only the other one is there, and it holds production', [green({}, HOST)], 'live shop-green, create shop-blue'],
  ['only an idle side is left', [blue({}, IDLE_HOST)], 'sides-unclear'],
  ['neither is there', [], 'environment-missing'],
  ['neither is there, but others are', [environment('other', HOST)], 'environment-missing'],
  [
    'CNAMEs that do not tell',
    [blue({}, 'a.eu-west-1.elasticbeanstalk.com'), green({}, 'b.eu-west-1.elasticbeanstalk.com')],
    'sides-unclear',
  ],
  [
    'CNAMEs that do not tell, and production is named',
    [blue({}, 'a.eu-west-1.elasticbeanstalk.com'), green({}, 'b.eu-west-1.elasticbeanstalk.com')],
    'live shop-green, idle shop-blue',
    { productionCname: 'b' },
  ],
  [
    'production is named in full, in other capitals',
    [blue(), green()],
    'live shop-blue, idle shop-green',
    { productionCname: HOST.toUpperCase() },
  ],
  ['production is named, and nobody holds it', [blue(), green()], 'sides-unclear', { productionCname: 'www' }],
  [
    'production is named, and a third environment holds it',
    [blue({}, 'x.eu-west-1.elasticbeanstalk.com'), green(), environment('third', HOST)],
    'sides-unclear',
    { productionCname: 'shop' },
  ],
  ['both hold the very same CNAME (an answer from two moments)', [blue(), green({}, HOST)], 'sides-unclear'],
  [
    'both hold the same first part in two regional forms',
    [blue(), green({}, 'shop.us-east-1.elasticbeanstalk.com')],
    'sides-unclear',
    { productionCname: 'shop' },
  ],
  [
    'both look like idle sides',
    [blue({}, IDLE_HOST), green({}, 'shop-idle-1234abcd.eu-west-1.elasticbeanstalk.com')],
    'sides-unclear',
  ],
  [
    'the idle one has a suffix because its name was taken',
    [blue(), green({}, 'shop-idle-1234abcd.eu-west-1.elasticbeanstalk.com')],
    'live shop-blue, idle shop-green',
  ],
  [
    'an idle CNAME of another production',
    [blue(), green({}, 'cart-idle.eu-west-1.elasticbeanstalk.com')],
    'sides-unclear',
  ],
  [
    'the idle one is being created and shows no CNAME yet',
    [blue(), environment('shop-green', undefined, { status: 'Launching' })],
    'live shop-blue, idle shop-green',
  ],
  ['one shows no CNAME although it is Ready', [blue(), environment('shop-green', undefined)], 'sides-unclear'],
  ['the live one shows no CNAME', [environment('shop-blue', undefined)], 'sides-unclear'],
  ['the idle one is being updated', [blue(), green({ status: 'Updating' })], 'live shop-blue, idle shop-green'],
  ['the idle one is being aborted', [blue(), green({ status: 'Aborting' })], 'live shop-blue, idle shop-green'],
  ['the idle one is terminating', [blue(), green({ status: 'Terminating' })], 'side-terminating'],
  ['the live one is terminating', [blue({ status: 'Terminating' }), green()], 'side-terminating'],
  [
    'the idle one is red (the next version may mend it)',
    [blue(), green({ health: 'Red' })],
    'live shop-blue, idle shop-green',
  ],
  [
    'the live one is red (the next version may mend it)',
    [blue({ health: 'Red' }), green()],
    'live shop-blue, idle shop-green',
  ],
  [
    'the idle name belongs to another application',
    [blue(), green({ application: 'cart' })],
    'side-of-other-application',
  ],
  [
    'the live name belongs to another application',
    [blue({ application: 'cart' }), green()],
    'side-of-other-application',
  ],
  ['the live one is a worker', [blue({ tier: 'Worker' })], 'strategy-needs-web-tier'],
  ['the idle one is a worker', [blue(), green({ tier: 'Worker' })], 'strategy-needs-web-tier'],
  ['the idle one is on a cluster', [blue(), green({ tier: 'Cluster' })], 'sides-of-two-tiers'],
  ['the live one is on a cluster', [blue({ tier: 'Cluster' }), green()], 'sides-of-two-tiers'],
  ['both names are the same', [blue()], 'sides-unclear', { idleName: 'shop-blue' }],
  [
    'the idle one has a name of its own',
    [blue(), environment('spare', IDLE_HOST)],
    'live shop-blue, idle spare',
    { idleName: 'spare' },
  ],
  ['a status that nobody knows', [blue({ status: 'Unrecognised' }), green()], 'live shop-blue, idle shop-green'],
];

const told = (environments: readonly Environment[], wish: PairWish = {}): string => {
  const answer = findSides({ application: 'shop', environmentName: 'shop-blue', wish, environments });
  if (answer.kind === 'refused') return answer.problem.code;
  const { live, idle, idleName } = answer.sides;
  return `live ${live.name}, ${idle === undefined ? `create ${idleName}` : `idle ${idle.name}`}`;
};

describe('the two sides', () => {
  it('are scripted in thirty states and more', () => expect(CASES.length).toBeGreaterThanOrEqual(30));
  // A rest parameter: a row without a wish must not be handed a callback in its place.
  it.each(CASES)('%s', (...[, environments, ends, wish]: Case) => expect(told(environments, wish)).toBe(ends));

  it('go together by name: blue with green, and any other with -idle', () => {
    expect(['a-blue', 'a-green', 'shop', 'shop-idle'].map(partnerOf)).toEqual([
      'a-green',
      'a-blue',
      'shop-idle',
      'shop',
    ]);
  });
});

const STATUSES: readonly EnvironmentStatus[] = [
  'Ready',
  'Updating',
  'Launching',
  'Aborting',
  'Terminating',
  'Terminated',
  'Unrecognised',
];

const anySide = (name: string): fc.Arbitrary<Environment | undefined> =>
  fc.option(
    fc
      .record({
        id: fc.constantFrom(`e-${name}`, 'e-replaced'),
        application: fc.constantFrom('shop', 'shop', 'shop', 'cart'),
        status: fc.constantFrom(...STATUSES, 'Ready' as const, 'Ready' as const),
        health: fc.constantFrom('Green', 'Yellow', 'Red', 'Grey'),
        tier: fc.constantFrom('WebServer', 'WebServer', 'WebServer', 'Worker', 'Cluster'),
        cname: fc.constantFrom(HOST, IDLE_HOST, 'else.eu-west-1.elasticbeanstalk.com', undefined),
        versionLabel: fc.constantFrom('v1', 'v2', undefined),
      } as const)
      .map(
        ({ cname, versionLabel, ...rest }): Environment => ({
          name,
          abortable: false,
          ...rest,
          ...(cname === undefined ? {} : { cname }),
          ...(versionLabel === undefined ? {} : { versionLabel }),
        }),
      ),
    { nil: undefined, freq: 8 },
  );

describe('over random states', () => {
  it('the live side always is the one that holds the production CNAME, and the idle side never is', () => {
    fc.assert(
      fc.property(
        anySide('shop-blue'),
        anySide('shop-green'),
        fc.constantFrom(undefined, 'shop', HOST),
        (one, other, wish) => {
          const environments = [one, other].flatMap((side) => side ?? []);
          const answer = findSides({
            application: 'shop',
            environmentName: 'shop-blue',
            wish: wish === undefined ? {} : { productionCname: wish },
            environments,
          });
          if (answer.kind === 'refused') return;
          const { live, idle, productionCname } = answer.sides;
          expect(live.cname).toBe(productionCname);
          if (wish !== undefined) expect(productionCname).toBe(HOST);
          expect(idle?.cname).not.toBe(productionCname);
          for (const side of [live, idle]) {
            if (side === undefined) continue;
            expect([side.application, side.tier]).toEqual(['shop', live.tier]);
            expect(side.tier).not.toBe('Worker');
            expect(['Terminating', 'Terminated']).not.toContain(side.status);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('traffic moves only from the holder to a Ready side with the proven version', () => {
    fc.assert(
      fc.property(anySide('shop-blue'), anySide('shop-green'), (from, to) => {
        const why = whyNoSwap(from, to, {
          application: 'shop',
          productionCname: HOST,
          from: 'e-shop-blue',
          to: 'e-shop-green',
          versionLabel: 'v2',
        });
        const may =
          from !== undefined &&
          to !== undefined &&
          [from, to].every(
            (side) =>
              side.status === 'Ready' &&
              side.tier !== 'Worker' &&
              side.application === 'shop' &&
              side.cname !== undefined,
          ) &&
          from.tier === to.tier &&
          from.id === 'e-shop-blue' &&
          to.id === 'e-shop-green' &&
          from.cname === HOST &&
          to.cname !== HOST &&
          to.versionLabel === 'v2';
        expect(why === undefined).toBe(may);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a side that may be live is never retired', () => {
    fc.assert(
      fc.property(anySide('shop-blue'), anySide('shop-green'), (old, live) => {
        const why = whyNoRetiring(old, live, {
          application: 'shop',
          productionCname: HOST,
          old: { id: 'e-shop-blue', name: 'shop-blue' },
          live: 'e-shop-green',
        });
        if (why !== undefined) return;
        expect(old).toMatchObject({ id: 'e-shop-blue', application: 'shop', status: 'Ready' });
        expect(old?.cname).not.toBe(HOST);
        expect(old?.cname).toBeDefined();
        expect(live).toMatchObject({ id: 'e-shop-green', cname: HOST, status: 'Ready' });
        expect(live?.health).not.toBe('Red');
      }),
      { numRuns: 2_000 },
    );
  });
});
