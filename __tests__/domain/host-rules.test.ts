/** Where a shared load balancer sends a host name, and what a swap of CNAMEs would not move. */
import { describe, expect, it } from '@jest/globals';
import {
  type HostRouting,
  type HostRule,
  hostFits,
  refuseFixedHosts,
  whyElsewhere,
} from '../../src/domain/host-rules.js';

const LIVE = { id: 'e-live', name: 'shop-blue' };
const IDLE = { id: 'e-idle', name: 'shop-green' };
const CNAME = 'shop.us-east-1.elasticbeanstalk.com';

const rule = (
  priority: HostRule['priority'],
  hosts: readonly string[],
  to: Record<string, number>,
  more = {},
): HostRule => ({
  port: 80,
  priority,
  hosts,
  isNarrowed: false,
  targets: Object.entries(to).map(([targetGroupArn, weight]) => ({ targetGroupArn, weight })),
  ...more,
});
const routing = (...rules: readonly HostRule[]): HostRouting => ({
  rules,
  environments: new Map([
    ['blue', LIVE.id],
    ['green', IDLE.id],
  ]),
});

describe('where a host goes', () => {
  it.each([
    ['the rule of the environment', [rule(1, [CNAME], { green: 1 }), rule('default', [], { blue: 1 })], undefined],
    ['capitals do not count', [rule(1, [CNAME.toUpperCase()], { green: 1 })], undefined],
    [
      'the first rule decides',
      [rule(2, [CNAME], { green: 1 }), rule(1, ['*.elasticbeanstalk.com'], { blue: 1 })],
      /rule 1 .* e-live/,
    ],
    [
      'a rule that asks for more is passed by',
      [rule(1, [CNAME], { blue: 1 }, { isNarrowed: true }), rule(2, [CNAME], { green: 1 })],
      undefined,
    ],
    ['the default action counts where no rule fits', [rule('default', [], { blue: 1 })], /rule default/],
    ['a default that forwards nowhere sends nobody to the wrong side', [rule('default', [], {})], undefined],
    ['weight 0 gets nothing', [rule(1, [CNAME], { blue: 0, green: 1 })], undefined],
    ['a share is not all', [rule(1, [CNAME], { blue: 1, green: 9 })], /e-live and e-idle/],
    ['each port counts', [rule(1, [CNAME], { green: 1 }), rule(1, [CNAME], { blue: 1 }, { port: 443 })], /port 443/],
    ['a target group of somebody else', [rule(1, [CNAME], { theirs: 1 })], /somebody else/],
  ] as const)('%s', (_, rules, why) => {
    const found = whyElsewhere(routing(...rules), CNAME, IDLE);
    if (why === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(why);
  });

  it('patterns have `*` and `?`, and dots are dots', () => {
    expect(hostFits('*.example.com', 'www.example.com')).toBe(true);
    expect(hostFits('www?.example.com', 'www2.example.com')).toBe(true);
    expect(hostFits('www.example.com', 'wwwxexample.com')).toBe(false);
  });
});

describe('names that a swap does not move', () => {
  const codes = (...rules: readonly HostRule[]): readonly string[] =>
    refuseFixedHosts(routing(...rules), LIVE, [CNAME]).map(({ what }) => what);

  it('are those that a rule gives to the live side alone', () => {
    expect(codes(rule(3, ['www.example.com', CNAME], { blue: 1 }))).toEqual([
      expect.stringMatching(/^Rule 3 on port 80 of the shared load balancer gives www\.example\.com to shop-blue/),
    ]);
  });

  it.each([
    ['the CNAMEs themselves', rule(1, [CNAME], { blue: 1 })],
    ['names of the idle side', rule(1, ['next.example.com'], { green: 1 })],
    ['names that both sides share by weight', rule(1, ['www.example.com'], { blue: 9, green: 1 })],
    ['names of somebody else', rule(1, ['www.example.com'], { theirs: 1 })],
    ['the default action', rule('default', [], { blue: 1 })],
  ] as const)('are not: %s', (_, one) => {
    expect(codes(one)).toEqual([]);
  });
});
