import { describe, expect, it } from '@jest/globals';
import type { SeveralSettings } from '../../src/domain/settings.js';
import { readGiven } from './given.js';

const WITHOUT_NAME = { 'environment-name': '' };

async function several(environments: string, more: Readonly<Record<string, string>> = {}): Promise<SeveralSettings> {
  const outcome = await readGiven({ ...WITHOUT_NAME, environments, ...more });
  if (outcome.kind === 'refused') throw new Error(outcome.problems.map(({ what }) => what).join('\n'));
  if (outcome.kind !== 'several') throw new Error(`read as ${outcome.kind}`);
  return outcome.several;
}

async function refused(environments: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const outcome = await readGiven({ ...WITHOUT_NAME, environments, ...more });
  return outcome.kind === 'refused' ? outcome.problems.map(({ what }) => what) : [];
}

const names = ({ waves }: SeveralSettings): readonly (readonly string[])[] =>
  waves.map((wave) => wave.map(({ environmentName }) => environmentName));

describe('the list of environments', () => {
  it.each([
    ['names, one wave each', '- web-app\n- worker', [['web-app'], ['worker']]],
    ['a list in the list: side by side', '- web-app\n- [mailer, worker]', [['web-app'], ['mailer', 'worker']]],
    ['maps', '- name: web-app\n- - name: mailer\n  - worker', [['web-app'], ['mailer', 'worker']]],
    ['JSON', '["web-app", ["mailer", {"name": "worker"}]]', [['web-app'], ['mailer', 'worker']]],
    ['names that look like numbers', '- 0123', [['0123']]],
  ])('takes %s', async (_, text, expected) => {
    expect(names(await several(text))).toEqual(expected);
  });

  it('gives each its own inputs over the common ones', async () => {
    const { waves, maxParallel, onWaveFailure } = await several(
      `
- name: web-app
  strategy: rolling
- - name: mailer
    region: us-west-2
    application: post
    accept-health: [Ok, Info, Warning]
    stable-for: 5s
  - worker
`,
      { 'batch-size': '50%', 'stable-for': '20s', 'max-parallel': '3', 'on-wave-failure': 'rollback-all' },
    );
    const [[web] = [], [mailer, worker] = []] = waves;
    expect([maxParallel, onWaveFailure]).toEqual([3, 'rollback-all']);
    expect([web?.strategy.name, mailer?.strategy.name]).toEqual(['rolling', 'as-configured']);
    expect([web?.stableFor, mailer?.stableFor, worker?.stableFor]).toEqual([20_000, 5_000, 20_000]);
    expect([mailer?.region, mailer?.application]).toEqual(['us-west-2', 'post']);
    expect(worker?.region).toBe(web?.region);
    expect(mailer?.acceptHealth).toMatchObject({ statuses: expect.arrayContaining(['Warning']) });
  });

  it('lays variables and options over the common ones, name by name', async () => {
    const { waves } = await several(
      `
- name: web-app
  environment-variables: {ROLE: web, DEBUG: ''}
  option-settings: {'aws:autoscaling:asg': {MinSize: '4'}}
- worker
`,
      {
        'environment-variables': 'ROLE=all\nDEBUG=1\nSHARED=yes',
        'option-settings': '{"aws:autoscaling:asg": {"MinSize": "1", "MaxSize": "8"}}',
      },
    );
    const [[web] = [], [worker] = []] = waves;
    expect(web?.environmentVariables).toEqual({ set: { ROLE: 'web', SHARED: 'yes' }, remove: ['DEBUG'] });
    expect(worker?.environmentVariables.set).toEqual({ ROLE: 'all', DEBUG: '1', SHARED: 'yes' });
    const sizes = web?.options.map(({ name, value }) => `${name}=${value}`).sort();
    expect(sizes).toEqual(['MaxSize=8', 'MinSize=4']);
  });

  it('lets one environment of an application clean up for all', async () => {
    const { waves } = await several('- web-app\n- worker\n- {name: far-away, region: us-west-2}', {
      'prune-versions': '5',
    });
    expect(waves.flat().map(({ pruneVersions }) => pruneVersions)).toEqual([5, undefined, 5]);
  });
});

describe('a list of environments that cannot be', () => {
  it.each([
    ['no list', 'web-app', /not a list/],
    ['empty', '[]', /empty list/],
    ['broken', '- [a', /neither JSON nor YAML: line/],
    ['a bomb of aliases', '- *nothing', /neither JSON nor YAML|not a list/],
    ['an entry without a name', '- {strategy: rolling}', /no name in wave 1/],
    ['an empty wave', '- web-app\n- []', /empty list in wave 2/],
    ['a key twice under two names', '- {name: web-app, environment-name: other}', /environment-name twice/],
    ['a name that is none', '- a', /environment-name.* is "a"/],
    ['an unknown key', '- {name: web-app, stratgy: rolling}', /web-app: `stratgy` is nothing/],
    ['a key of the whole run', '- {name: web-app, version-label: v1}', /web-app: `version-label` is nothing/],
    ['a name twice', '- web-app\n- [worker, web-app]', /web-app: `environments` names it twice/],
    [
      'a strategy that does not exist',
      '- web-app\n- {name: worker, strategy: rollin}',
      /worker: `strategy` is "rollin"/,
    ],
    ['an input that its strategy does not use', '- {name: web-app, batch-size: 3}\n- worker', /web-app: `batch-size`/],
  ])('says so: %s', async (_, text, expected) => {
    expect((await refused(text)).join('\n')).toMatch(expected);
  });

  it.each([
    ['both ways of naming', { 'environment-name': 'web-app' }, /Both `environment-name` and `environments`/],
    ['an operation for one', { operation: 'terminate' }, /`operation: terminate` is for one environment/],
    ['a common input that no strategy uses', { 'batch-size': '3' }, /no environment has a strategy that uses it/],
    ['no waiting between waves', { 'wait-for-deployment': 'false' }, /web-app: `wait-for-deployment: false`/],
    [
      'leaving and putting back',
      { 'on-wave-failure': 'rollback-all', 'on-failure': 'none' },
      /web-app: `on-failure: none`/,
    ],
    ['a new application', { 'create-application-if-not-exists': 'true' }, /not created in an application/],
  ])('says so: %s', async (_, more, expected) => {
    expect((await refused('- web-app\n- worker', more)).join('\n')).toMatch(expected);
  });

  it('tells what is wrong for all of them once, and everything else with its environment', async () => {
    const problems = await refused('- {name: web-app, stable-for: soon}\n- worker', { timeout: 'later' });
    expect(problems.filter((what) => what.includes('`timeout`'))).toEqual([expect.stringMatching(/^`timeout`/)]);
    expect(problems.filter((what) => what.includes('`stable-for`'))).toEqual([expect.stringMatching(/^web-app: /)]);
  });

  it('never repeats a value that may be a secret', async () => {
    const text =
      '- {name: web-app, environment-variables: {KEY: [s3cr3t]}}\n- {name: worker, environment-variables: s3cr3t}';
    const problems = await refused(text);
    expect(problems).not.toEqual([]);
    expect(problems.join('\n')).not.toContain('s3cr3t');
  });

  it('gives one bucket to one region only', async () => {
    const problems = await refused('- web-app\n- {name: worker, region: us-west-2}', { 's3-bucket-name': 'bundles' });
    expect(problems.join('\n')).toMatch(/a bucket belongs to one region/);
  });

  it('is no part of a run for one environment', async () => {
    const outcome = await readGiven({ 'on-wave-failure': 'rollback-all' });
    expect(outcome.kind).toBe('refused');
  });
});
