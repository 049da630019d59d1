/** The examples that deploy, played from their own YAML for pushes. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { push } from './events.js';
import { type StageOptions, WorkflowStage } from './stage.js';

let stage: WorkflowStage | undefined;
afterEach(() => stage?.close());
const open = (options: StageOptions): WorkflowStage => {
  stage = new WorkflowStage(options);
  return stage;
};

const shop = (name: string, more = {}) => ({ application: 'shop', name, versionLabel: 'v0', instances: 2, ...more });
const PRODUCTION = shop('shop-production', { loadBalancer: 'application' });
const STAGING = shop('shop-staging');
const PAIR = [shop('shop-blue', { cnamePrefix: 'shop' }), shop('shop-green', { cnamePrefix: 'shop-idle' })];
const PARTS = ['api', 'web'].map((part) => ({
  ...shop(`shop-${part}-production`),
  application: `shop-${part}`,
}));
const MAIL = shop('shop-mail', { tier: 'Worker' });
const WEB = shop('shop-web');

interface Case {
  readonly example: string;
  readonly environments: StageOptions['environments'];
  readonly elsewhere?: StageOptions['environments'];
  /** Who runs the version afterwards. */
  readonly on: readonly string[];
  /** The strategies of its steps, one after the other; several environments at a time have none in common. */
  readonly strategies: readonly string[];
  readonly prints?: RegExp;
  readonly label?: RegExp;
}

const production = (example: string, strategy: string, prints?: RegExp): Case => ({
  example,
  environments: [PRODUCTION],
  on: ['shop-production'],
  strategies: [strategy],
  ...(prints === undefined ? {} : { prints }),
});
const pair = (example: string, steps: number, prints?: RegExp): Case => ({
  example,
  environments: PAIR,
  on: ['shop-green'],
  strategies: Array.from({ length: steps }, () => 'blue-green'),
  ...(prints === undefined ? {} : { prints }),
});

const CASES: readonly Case[] = [
  production('all-at-once', 'all-at-once'),
  production('as-configured', 'as-configured'),
  production(
    'deploy',
    'rolling-with-additional-batch',
    /^1111111-\w{8} runs at http:\/\/shop-production\..*before, v0 ran/,
  ),
  production('immutable', 'immutable'),
  production('migrate', 'rolling'),
  production('rolling', 'rolling'),
  production('traffic-splitting', 'traffic-splitting'),
  pair('blue-green', 1, /^Live is shop-green$/m),
  pair('migrate-before-swap', 1),
  pair('promote-after-approval', 2),
  {
    example: 'staging-then-production',
    environments: [STAGING, PRODUCTION],
    on: ['shop-staging', 'shop-production'],
    strategies: ['all-at-once', 'rolling-with-additional-batch'],
  },
  {
    example: 'monorepo',
    environments: PARTS,
    on: ['shop-api-production', 'shop-web-production'],
    strategies: ['rolling', 'rolling-with-additional-batch'],
    label: /^(api|web)-[0-9a-f]{64}$/,
  },
  {
    example: 'several-environments',
    environments: [MAIL, WEB],
    elsewhere: [MAIL, WEB],
    on: ['shop-mail', 'shop-web'],
    strategies: [],
    prints: /eu-west-1 shop-mail succeeded[\s\S]*us-east-1 shop-web succeeded/,
  },
];

const strategyOf = (plan: string | undefined): string | undefined =>
  plan === undefined || plan === '' ? undefined : (JSON.parse(plan) as { readonly strategy?: string }).strategy;

describe('a push', () => {
  it.each(CASES)(
    'plays examples/$example.yml to a green end',
    async ({ example, on, strategies, prints, label, ...world }) => {
      const there = open(world);
      const { jobs, runs, scripts } = await there.play(`examples/${example}.yml`, push());
      expect(jobs.map(({ conclusion }) => conclusion)).toEqual(jobs.map(() => 'success'));
      expect(jobs.length).toBeGreaterThan(0);
      expect(runs.map(({ outputs }) => outputs.outcome)).toEqual(runs.map(() => 'succeeded'));
      expect(runs.flatMap(({ outputs }) => strategyOf(outputs.plan) ?? [])).toEqual(strategies);
      for (const { lines } of runs) expect(lines.filter((line) => line.startsWith('error: '))).toEqual([]);
      for (const name of on) expect((await there.environment(name))?.versionLabel).toMatch(label ?? /^1111111-\w{8}$/);
      expect(scripts.map(({ printed }) => printed).join('')).toMatch(prints ?? /^$/);
    },
  );

  it('is there for every example that a push starts', () => {
    const directory = new URL('../../examples/', import.meta.url);
    const started = readdirSync(directory).filter((name) => {
      const { on } = parse(readFileSync(new URL(name, directory), 'utf8')) as { readonly on: object };
      return Object.hasOwn(on, 'push');
    });
    // Of these tell cluster.test.ts and canary.test.ts.
    const onCluster = ['cluster-build.yml', 'cluster-image.yml', 'recreate.yml'];
    const byRule = ['canary.yml'];
    const cases = [...CASES.map(({ example }) => `${example}.yml`), ...onCluster, ...byRule];
    expect(cases.sort()).toEqual(started.sort());
  });

  it('to another branch, or of files that are no application, starts nothing', async () => {
    const there = open({ environments: PARTS });
    const { jobs } = await there.play('examples/monorepo.yml', push('v1', { ref: 'refs/heads/faster' }));
    const docs = await there.play('examples/monorepo.yml', push('v1', { changed: ['docs/web.md', 'README.md'] }));
    const code = await there.play('examples/monorepo.yml', push('v1', { changed: ['docs/web.md', 'web/server.js'] }));
    expect([jobs.length, docs.jobs.length, code.jobs.length]).toEqual([0, 0, 1]);
  });

  it('of a monorepo leaves alone what it has not changed', async () => {
    const there = open({ environments: PARTS });
    const first = await there.play('examples/monorepo.yml', push('v1'));
    there.release = 'v2';
    const { runs } = await there.play('examples/monorepo.yml', push('v2'));
    expect(runs.map(({ outputs }) => outputs.outcome)).toEqual(['unchanged', 'succeeded']);
    const labels = (played: typeof runs) => played.map(({ outputs }) => outputs['version-label']);
    expect(labels(runs)[0]).toBe(labels(first.runs)[0]);
    expect(labels(runs)[1]).not.toBe(labels(first.runs)[1]);
  });

  it('that fails on staging never comes to production', async () => {
    const there = open({ environments: [STAGING, PRODUCTION] });
    there.world.scenario({ faults: [{ kind: 'lost-permission', answer: 'denied', action: 'UpdateEnvironment' }] });
    const { jobs, runs } = await there.play('examples/staging-then-production.yml', push());
    expect(jobs.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['staging', 'failure'],
      ['production', 'skipped'],
    ]);
    expect(runs).toHaveLength(1);
    expect((await there.environment('shop-production'))?.versionLabel).toBe('v0');
  });

  it('deploys to production the very version that staging has proven', async () => {
    const there = open({ environments: [STAGING, PRODUCTION] });
    const { runs } = await there.play('examples/staging-then-production.yml', push());
    const [staging, production] = runs;
    expect(production?.outputs['version-label']).toBe(staging?.outputs['version-label']);
    expect(production?.lines.join('\n')).not.toMatch(/uploaded|Bundle: /);
  });
});
