import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../src/domain/environment.js';
import { ActionError } from '../src/domain/problem.js';
import { observe } from '../src/observe.js';
import type { Beanstalk } from '../src/ports/beanstalk.js';
import { type Given, givenTarget } from './support/given-environment.js';

const REQUEST = { application: 'shop', environmentName: 'shop-prod', region: 'eu-west-1' };
const CLOCK = { now: () => 42, sleep: async () => {} };

const denied = (action: string) =>
  new ActionError({ code: 'permission-denied', blame: 'you', what: `May not ${action}.`, hint: 'Allow it.' });

/** A service that shows one environment; each method can be replaced, and says that it was called. */
function service(given: Given = {}, over: Partial<Beanstalk> = {}) {
  const target = givenTarget(given);
  const asked: string[] = [];
  const answers: Partial<Beanstalk> = {
    environmentNamed: async () => target.environment,
    environments: async () => [target.environment],
    applicationExists: async () => true,
    settings: async () => [target.settings],
    instanceIds: async () => target.instanceIds,
    newestEvents: async () => [...target.recentEvents].reverse(),
    instances: async () => target.instances ?? { instances: [] },
    health: async () => ({ status: 'Ok', color: 'Green', causes: [] }),
    version: async (application, label) => ({ application, label, status: 'Unprocessed' }),
    ...over,
  };
  const beanstalk = new Proxy({} as Beanstalk, {
    get: (_, name: keyof Beanstalk) => {
      asked.push(name);
      return answers[name];
    },
  });
  const identity = { caller: async () => ({ account: '123456789012', arn: 'arn:aws:iam::123456789012:role/deploy' }) };
  return { ports: { beanstalk, clock: CLOCK, identity }, asked };
}

async function snapshotOf(given: Given = {}, over: Partial<Beanstalk> = {}, request = {}) {
  const seen = await observe({ ...REQUEST, ...request }, service(given, over).ports);
  if (seen.kind === 'refused') throw new Error(seen.problems[0]?.what);
  return seen.snapshot;
}

describe('observing', () => {
  it('reads what is there with few calls', async () => {
    const { ports, asked } = service();
    const seen = await observe(REQUEST, ports);
    expect(seen).toMatchObject({
      kind: 'snapshot',
      snapshot: {
        takenAt: 42,
        target: {
          environment: { id: 'e-abcdefghij' },
          instances: { instances: { length: 4 } },
          health: { status: 'Ok' },
          blindSpots: [],
        },
        previousVersion: { label: 'v1' },
      },
    });
    expect(asked.length).toBeLessThanOrEqual(8);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('looks the wished version up, and not twice when it is the one that runs', async () => {
    expect(await snapshotOf({}, {}, { versionLabel: 'v2' })).toMatchObject({
      version: { label: 'v2' },
      previousVersion: { label: 'v1' },
    });
    const { ports, asked } = service();
    await observe({ ...REQUEST, versionLabel: 'v1' }, ports);
    expect(asked.filter((name) => name === 'version')).toHaveLength(1);
    expect(await snapshotOf({}, { version: async () => undefined }, { versionLabel: 'v2' })).not.toHaveProperty(
      'version',
    );
  });

  it('asks nothing of instances with basic health, and calls that no blind spot', async () => {
    const { ports, asked } = service({ basicHealth: true });
    const seen = await observe(REQUEST, ports);
    expect(asked).not.toContain('instances');
    expect(seen.kind === 'snapshot' && seen.snapshot.target).toMatchObject({ blindSpots: [] });
    const off = new ActionError({ code: 'enhanced-health-off', blame: 'you', what: 'x', hint: 'y' });
    const changed = await snapshotOf({}, { instances: () => Promise.reject(off) });
    expect(changed.target).not.toHaveProperty('instances');
    expect(changed.target.blindSpots).toEqual([]);
  });

  it('tells the deployed settings from a draft', async () => {
    const { settings } = givenTarget();
    const draft = { deploymentStatus: 'pending' as const, options: [] };
    const { target } = await snapshotOf({}, { settings: async () => [draft, settings] });
    expect(target.settings).toBe(settings);
    expect(target.draft).toBe(draft);
  });

  it('hands on events newest first', async () => {
    const event = (date: number) => ({ date, message: String(date), severity: 'INFO' as const });
    const { target } = await snapshotOf({}, { newestEvents: async () => [event(1), event(2)] });
    expect(target.recentEvents.map((one) => one.date)).toEqual([2, 1]);
  });

  it.each(['instances', 'health', 'instanceIds', 'newestEvents', 'version'] as const)(
    'names a blind spot when %s may not be read',
    async (method) => {
      const { target } = await snapshotOf({}, { [method]: () => Promise.reject(denied(method)) });
      expect(target.blindSpots).toHaveLength(1);
      expect(target.blindSpots[0]).toContain(`May not ${method}`);
    },
  );

  it.each(['environmentNamed', 'settings'] as const)('gives up when %s may not be read', async (method) => {
    const { ports } = service({}, { [method]: () => Promise.reject(denied(method)) });
    await expect(observe(REQUEST, ports)).rejects.toThrow(`May not ${method}`);
  });

  it('gives up on expired credentials wherever they show first', async () => {
    const expired = new ActionError({ code: 'credentials-expired', blame: 'you', what: 'Expired.', hint: 'x' });
    const { ports } = service({}, { newestEvents: () => Promise.reject(expired) });
    await expect(observe(REQUEST, ports)).rejects.toThrow('Expired.');
  });

  it('does not take an empty list of settings for an environment without settings', async () => {
    const { ports } = service({}, { settings: async () => [] });
    await expect(observe(REQUEST, ports)).rejects.toMatchObject({ problem: { code: 'settings-not-visible' } });
  });

  it('says when there is no way back because the running version is gone', async () => {
    const { target } = await snapshotOf({}, { version: async () => undefined });
    expect(target.blindSpots.join()).toContain('no way back');
  });
});

describe('an environment that is not there', () => {
  const named = (application: string, name: string): Environment => ({
    ...givenTarget().environment,
    application,
    name,
  });
  const rows: readonly (readonly [string, Partial<Beanstalk>, string, RegExp])[] = [
    [
      'a wrong name: the like ones come first',
      { environments: async () => ['jobs', 'shop-production', 'shop-prd'].map((name) => named('shop', name)) },
      'environment-missing',
      /shop-prd, shop-production, jobs/,
    ],
    [
      'another application has it',
      { environments: async () => [named('store', 'shop-prod')] },
      'application-missing',
      /belongs to the application store/,
    ],
    [
      'an application without visible environments: perhaps a permission',
      { environments: async () => [] },
      'environment-missing',
      /DescribeEnvironments/,
    ],
    [
      'no such application: those that are visible',
      { environments: async () => [named('shopp', 'x')], applicationExists: async () => false },
      'application-missing',
      /Visible are shopp/,
    ],
    [
      'nothing visible at all: region, account or permission',
      { environments: async () => [], applicationExists: async () => false },
      'application-missing',
      /credentials are those of arn:aws:iam::123456789012:role\/deploy.*aws-region.*DescribeApplications/,
    ],
  ];
  it.each(rows)('%s', async (_, over, code, text) => {
    const seen = await observe(REQUEST, service({}, { environmentNamed: async () => undefined, ...over }).ports);
    const [problem] = seen.kind === 'refused' ? seen.problems : [];
    expect(problem?.code).toBe(code);
    expect(`${problem?.what} ${problem?.hint}`).toMatch(text);
  });
});
