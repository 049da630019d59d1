/** What a canary plans from the shares that are there, and what it refuses. Pure. */
import { describe, expect, it } from '@jest/globals';
import type { RouteSnapshot } from '../../src/domain/route-sides.js';
import type { EnvironmentSnapshot } from '../../src/domain/snapshot.js';
import { hours, minutes } from '../../src/domain/time.js';
import {
  CLUSTER,
  configured,
  existing,
  type Given,
  givenChange,
  givenTarget,
  SINGLE,
  WORKER,
} from '../support/given-environment.js';
import { stepsText } from '../support/steps-text.js';

const RULE = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/front/0011/2233/4455';
const INPUTS = { 'listener-rule-arn': RULE, 'canary-steps': '5%:2m, 25%:3m', bake: '4m' };
const SHARED: Given = {
  options: {
    'aws:elasticbeanstalk:environment': { LoadBalancerIsShared: 'true' },
    'aws:elbv2:loadbalancer': { SharedLoadBalancer: 'arn:shared' },
  },
};
const LABELS = (label: string): Given => ({
  environment: { id: 'e-idle', name: 'shop-prod-idle', versionLabel: label },
  instances: Array.from({ length: 4 }, () => ({
    deployment: { versionLabel: label, id: 3, status: 'Deployed' as const },
  })),
});

/** The shop with its other side, which has this share of the requests with this version. */
function target(share = 0, label = 'v1', more: Partial<RouteSnapshot> = {}, given: Given = {}): EnvironmentSnapshot {
  const live = givenTarget({ ...SHARED, ...given });
  const idle = givenTarget({ ...SHARED, ...LABELS(label) });
  const route: RouteSnapshot = {
    route: { kind: 'alb', ruleArn: RULE },
    reading: { shares: { [live.environment.id]: 100 - share, 'e-idle': share }, elsewhere: 0, fingerprint: 'f' },
    share,
    ...more,
  };
  return {
    ...live,
    pair: { productionCname: 'shop.example.com', idle, idleName: 'shop-prod-idle', idlePrefix: 'x', route },
  };
}

const plan = (of: EnvironmentSnapshot, inputs: Record<string, string> = {}, change = {}): string =>
  stepsText(configured('canary', { ...INPUTS, ...inputs }).steps(givenChange(change), of));

const SHARING = [
  'shift 0 -> 5 % shop-prod -> shop-prod-idle',
  'observe 1/2 5 % 120 s',
  'shift 5 -> 25 % shop-prod -> shop-prod-idle',
  'observe 2/2 25 % 180 s',
  'shift 25 -> 100 % shop-prod -> shop-prod-idle',
  'bake shop-prod-idle 240 s',
];

describe('the plan of a canary', () => {
  it('brings the version to the side without requests, and gives it share after share', () => {
    const lines = plan(target()).split('\n');
    expect(lines[0]).toBe('deploy: v2');
    expect(lines.slice(2)).toEqual(['gate: proven', ...SHARING]);
  });

  it('asks with every step, and in the bake, what the user asks', () => {
    const steps = configured('canary', {
      ...INPUTS,
      'smoke-test-path': '/',
      'verify-command': 'node x.mjs',
      'confirm-url': 'https://c.example.com/',
    }).steps(givenChange(), target());
    const observe = steps.find(({ kind }) => kind === 'observe');
    expect(observe).toMatchObject({
      smoke: { path: '/' },
      command: { program: 'node' },
      confirm: { url: 'https://c.example.com/' },
    });
    expect(steps.find(({ kind }) => kind === 'bake')).toMatchObject({
      smoke: { path: '/' },
      shares: { stable: { name: 'shop-prod' } },
    });
  });

  it.each([
    [5, ['shift 5 -> 5 % shop-prod -> shop-prod-idle', 'gate: proven', ...SHARING.slice(1)]],
    [
      10,
      [
        'shift 10 -> 10 % shop-prod -> shop-prod-idle',
        'gate: proven',
        'shift 10 -> 25 % shop-prod -> shop-prod-idle',
        ...SHARING.slice(3),
      ],
    ],
    [
      60,
      [
        'shift 60 -> 60 % shop-prod -> shop-prod-idle',
        'gate: proven',
        'shift 60 -> 100 % shop-prod -> shop-prod-idle',
        SHARING[5],
      ],
    ],
  ])('goes on from %i %% when that very version has them, and never with less', (share, expected) => {
    const of = target(share, 'v2');
    expect(plan(of).split('\n')).toEqual(expected);
    expect(configured('canary', INPUTS).warns(givenChange(), of).join()).toContain(
      `${share} % of the requests with v2 already`,
    );
    const [first] = configured('canary', INPUTS).steps(givenChange(), of);
    expect(first).toMatchObject({ undo: [{ kind: 'restore' }] });
  });

  it('gives everything back before another version goes to a side that has a share', () => {
    const lines = plan(target(25, 'v0')).split('\n');
    expect(lines.slice(0, 2)).toEqual(['restore shop-prod', 'deploy: v2']);
    expect(lines.slice(-6)).toEqual(SHARING);
    expect(configured('canary', INPUTS).warns(givenChange(), target(25, 'v0')).join()).toContain(
      'gets them all back first',
    );
  });

  it('prepares without a share, promotes without a deployment, and goes back to a proven version without steps', () => {
    expect(plan(target(), {}, { phase: 'prepare' })).not.toContain('shift');
    expect(plan(target(0, 'v2'), {}, { phase: 'promote' }).split('\n')).toEqual(['gate: proven', ...SHARING]);
    expect(plan(target(0, 'v2'), {}, { isReturn: true })).toContain('shift 0 -> 100 %');
    expect(plan(target(0, 'v2'), {}, { isReturn: true })).not.toContain('observe');
  });

  it('takes the old side out of the rule before it is terminated, and only then', () => {
    expect(plan(target(), { retire: 'terminate' }).split('\n').slice(-2)).toEqual([
      'detach shop-prod',
      'retire shop-prod: terminate',
    ]);
    expect(plan(target(), { retire: 'scale-down' })).not.toContain('detach');
  });

  it('needs targets in proportion to the share', () => {
    const steps = configured('canary', INPUTS).steps(givenChange(), target());
    expect(steps.flatMap((step) => (step.kind === 'shift' ? [step.targets] : []))).toEqual([1, 1, 4]);
  });

  it('finishes what an earlier run has left: the rest of the bake, by the record', () => {
    const live = {
      ...target(),
      environment: { ...target().environment, id: 'e-new', name: 'shop-prod-idle', versionLabel: 'v2' },
    };
    const record = { canary: { id: 'e-new', name: 'shop-prod-idle' }, weight: 100, since: 1_000 } as never;
    const of = { ...live, pair: { ...live.pair, route: { ...live.pair?.route, record } } } as EnvironmentSnapshot;
    const finish = (now: number) =>
      stepsText(configured('canary', INPUTS).finish?.(givenChange({ version: existing() }), of, now) ?? []);
    expect(finish(1_000 + minutes(1))).toBe('bake shop-prod-idle 180 s');
    expect(finish(1_000 + hours(1))).toBe('');
  });

  it('is given up by giving back first', () => {
    expect(stepsText(configured('canary', INPUTS).abort?.(givenChange(), target(25, 'v2')) ?? [])).toBe(
      'restore shop-prod\nstop shop-prod-idle',
    );
  });

  it('takes as long as its steps and the bake', () => {
    const strategy = configured('canary', INPUTS);
    expect(strategy.forecast(givenChange(), target(0, 'v2')).duration).toBeGreaterThan(minutes(9));
    expect(strategy.deadline(givenChange(), target())).toBeGreaterThan(minutes(9 + 20));
    const longer = configured('canary', {
      ...INPUTS,
      'confirm-url': 'https://c.example.com/',
      'confirm-timeout': '5h',
    });
    expect(longer.deadline(givenChange(), target())).toBeGreaterThan(hours(10));
  });
});

describe('a canary is refused', () => {
  const codes = (given: Given, inputs = {}) =>
    configured('canary', { ...INPUTS, ...inputs })
      .refuses(givenTarget(given))
      .map(({ code }) => code);
  it.each([
    ['with a load balancer of its own', {}, ['route-unusable']],
    ['not on a shared one', SHARED, []],
    [
      'on a single instance',
      {
        ...SINGLE,
        options: {
          ...SINGLE.options,
          ...SHARED.options,
          'aws:elasticbeanstalk:environment': { EnvironmentType: 'SingleInstance', LoadBalancerIsShared: 'true' },
        },
      },
      ['strategy-needs-several-instances'],
    ],
    ['for a worker', { ...WORKER, ...SHARED }, ['strategy-needs-web-tier']],
    ['for a cluster', { ...CLUSTER, ...SHARED }, ['strategy-needs-standard-environment']],
    [
      'with a database inside',
      { options: { ...SHARED.options, 'aws:rds:dbinstance': { HasCoupledDatabase: 'true' } } },
      ['coupled-database'],
    ],
  ])('%s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  it('without anything that divides requests; records need no shared load balancer', () => {
    expect(
      configured('canary')
        .refuses(givenTarget())
        .map(({ code }) => code),
    ).toEqual(['route-not-found']);
    const records = { 'listener-rule-arn': '', 'hosted-zone-id': 'Z1', 'record-name': 'shop.example.com' };
    expect(codes({}, records)).toEqual([]);
  });
});
