/** Who is the old side and who the canary, by the shares that are there; and what is written of a canary in flight. */
import { describe, expect, it } from '@jest/globals';
import { type CanaryRecord, canaryKey, canaryText, readCanary } from '../../src/domain/canary.js';
import type { Environment } from '../../src/domain/environment.js';
import { isShare } from '../../src/domain/route.js';
import { type RouteQuestion, sidesByRoute } from '../../src/domain/route-sides.js';

const side = (name: string, versionLabel: string): Environment => ({
  id: `e-${name}`,
  name,
  application: 'shop',
  status: 'Ready',
  health: 'Green',
  abortable: false,
  tier: 'WebServer',
  versionLabel,
});
const [BLUE, GREEN] = [side('blue', 'v1'), side('green', 'v2')];
const RECORD: CanaryRecord = {
  nonce: 'n',
  stable: { id: 'e-green', name: 'green' },
  canary: { id: 'e-blue', name: 'blue' },
  route: { kind: 'route53', zoneId: 'Z1', recordName: 'shop.example.com' },
  versionLabel: 'v1',
  state: 'running',
  step: 1,
  steps: 3,
  weight: 25,
  since: 7,
};

function ask(blue: number | undefined, green: number | undefined, more: Partial<RouteQuestion> = {}): string {
  const shares = {
    ...(blue === undefined ? {} : { 'e-blue': blue }),
    ...(green === undefined ? {} : { 'e-green': green }),
  };
  const answer = sidesByRoute({
    route: RECORD.route,
    reading: { shares, elsewhere: 0, fingerprint: '' },
    first: BLUE,
    second: GREEN,
    goesBack: false,
    ...more,
  });
  return answer.kind === 'sides' ? `${answer.stable.name} > ${answer.canary?.name ?? 'none'}` : answer.problem.code;
}

describe('the sides of a route', () => {
  it.each([
    ['the one with everything is the old side', ask(100, 0), 'blue > green'],
    ['whatever the order of the names is', ask(undefined, 100), 'green > blue'],
    ['weights are whole numbers', ask(99.6, 0.4), 'blue > green'],
    ['both have some, and the record says who is the canary', ask(25, 75, { record: RECORD }), 'green > blue'],
    ['also when the canary has more', ask(75, 25, { record: RECORD }), 'green > blue'],
    ['a record that has ended says nothing', ask(25, 75, { record: { ...RECORD, state: 'ended' } }), 'route-unclear'],
    [
      'nor does one of another environment of that name',
      ask(25, 75, { record: { ...RECORD, canary: { id: 'e-old', name: 'blue' } } }),
      'route-unclear',
    ],
    ['without a record the wished version is the canary', ask(25, 75, { versionLabel: 'v2' }), 'blue > green'],
    ['unless both or none run it', ask(25, 75, { versionLabel: 'v3' }), 'route-unclear'],
    ['a canary with everything is live', ask(100, 0, { record: RECORD }), 'blue > green'],
    ['but can be given up', ask(100, 0, { record: RECORD, goesBack: true }), 'green > blue'],
    [
      'one that had no share yet has nothing to give back',
      ask(100, 0, { record: { ...RECORD, step: 0, weight: 0 }, goesBack: true }),
      'blue > green',
    ],
    ['nobody has anything', ask(0, undefined), 'route-unusable'],
    [
      'others have a share',
      ask(50, 0, { reading: { shares: { 'e-blue': 50 }, elsewhere: 50, fingerprint: '' } }),
      'route-unusable',
    ],
    ['there is only one side', ask(100, undefined, { second: undefined }), 'blue > none'],
    ['which the route does not know', ask(undefined, undefined, { second: undefined }), 'route-unusable'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it('a share may be off by the rounding of weights, and not more', () => {
    const reading = { shares: { e: 33.3 }, elsewhere: 0, fingerprint: '' };
    expect([33, 34, 32, 0].map((percent) => isShare(reading, 'e', percent))).toEqual([true, true, false, false]);
  });
});

describe('the record of a canary', () => {
  it('is read as it was written, whichever side is named first', () => {
    const wish = { operation: 'pause', nonce: 'w', by: 'kim' } as const;
    for (const record of [RECORD, { ...RECORD, wish, run: 'https://example.com/1', answered: 'x' }]) {
      expect(readCanary(canaryText(record))).toEqual(record);
    }
    expect(canaryKey('b', 'a')).toBe(canaryKey('a', 'b'));
  });

  it.each([
    '',
    '{}',
    'null',
    '[]',
    canaryText(RECORD).replace('"schema": 1', '"schema": 2'),
    canaryText(RECORD).replace('"running"', '"dancing"'),
  ])('is nothing when it is %j', (text) => {
    expect(readCanary(text)).toBeUndefined();
  });
});
