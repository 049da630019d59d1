/** A whole run of the action, from its inputs to its report, against the simulated service on one virtual clock. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { zipArchives } from '../../src/adapters/bundle/archives.js';
import { systemFiles } from '../../src/adapters/system/files.js';
import { type Milliseconds, seconds } from '../../src/domain/time.js';
import { main } from '../../src/main.js';
import type { Archives } from '../../src/ports/archives.js';
import type { Files } from '../../src/ports/files.js';
import type { Host } from '../../src/ports/host.js';
import type { Cloud } from '../../src/ports/outside.js';
import { outside, type RememberingOutside } from '../report/outside.js';
import { directoryOf, removeTemporary } from '../support/bundle-tree.js';
import { World } from '../support/world.js';

const INPUTS = {
  'aws-region': 'us-east-1',
  'application-name': 'shop',
  'environment-name': 'shop-prod',
  'version-label': 'v2',
  'version-source': 'existing',
};

interface Elsewhere {
  readonly host?: Partial<Host>;
  readonly archives?: Archives;
  readonly files?: Files;
  readonly cancelAfter?: Milliseconds;
}

async function run(
  world: World,
  inputs: Readonly<Record<string, string>> = {},
  { host = {}, archives = zipArchives, files, cancelAfter }: Elsewhere = {},
): Promise<RememberingOutside> {
  const { documents } = world.ports;
  if (documents === undefined) throw new Error('a world has documents');
  const cloud: Cloud = {
    beanstalk: world.ports.beanstalk,
    watchBeanstalk: world.ports.watchBeanstalk ?? world.ports.beanstalk,
    store: world.ports.store,
    documents,
    instanceCommands: world.ports.instanceCommands,
    identity: { caller: async () => undefined },
    alarms: world.ports.alarms,
    metrics: world.ports.metrics,
    loadBalancers: world.ports.loadBalancers,
    routers: world.ports.routers,
  };
  const runner = outside({ inputs: { ...INPUTS, ...inputs }, connect: async () => cloud, host });
  const { clock } = world;
  const { writeText } = runner.files;
  Object.assign(runner, { clock, archives: async () => archives, files: { ...runner.files, ...files, writeText } });
  if (cancelAfter !== undefined) clock.at(clock.now() + cancelAfter, () => runner.cancel());
  await main(runner);
  return runner;
}

/** A deployment of somebody else that is under way. */
function busy(world = new World()): World {
  world.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v3' });
  return world;
}

const text = ({ lines }: RememberingOutside): string => lines.join('\n');
const report = (runner: RememberingOutside) => JSON.parse([...runner.written.values()][0] ?? '{}');
const codesOf = (runner: RememberingOutside): string[] =>
  report(runner).problems.map(({ code }: { readonly code: string }) => code);
const updates = (world: World): number =>
  world.wire.calls.list(0).filter(({ action }) => action === 'UpdateEnvironment').length;

describe('an environment that is busy when it is first looked at', () => {
  it('is waited for before anything is planned: the plan goes from what the other deployment has left', async () => {
    const runner = await run(busy());
    expect(runner.outputs).toMatchObject({ outcome: 'succeeded', 'previous-version-label': 'v3' });
    expect(text(runner).indexOf('waiting until it is Ready')).toBeGreaterThan(-1);
    expect(text(runner).indexOf('waiting until it is Ready')).toBeLessThan(text(runner).indexOf('Plan for v2'));
  });

  it('and that other deployment may make this one needless', async () => {
    const world = busy();
    const runner = await run(world, { 'version-label': 'v3' });
    expect(runner.outputs).toMatchObject({ outcome: 'unchanged', 'version-label': 'v3' });
    expect(report(runner).outcome.proof).toBe('instances');
    expect(updates(world)).toBe(0);
  });

  it('ends the run with on-busy: fail, unplanned and saying what keeps it busy', async () => {
    const world = busy();
    const runner = await run(world, { 'on-busy': 'fail' });
    expect(runner.outputs).toMatchObject({ outcome: 'failed', plan: '', restored: 'not-needed' });
    expect(runner.outputs['outcome-reason']).toContain('Environment update is starting.');
    expect(updates(world)).toBe(0);
  });

  it('is given up after busy-timeout', async () => {
    const world = busy();
    const began = world.clock.now();
    const runner = await run(world, { 'busy-timeout': '20s' });
    expect(runner.outputs['outcome-reason']).toContain('20s of waiting');
    expect(world.clock.now() - began).toBeLessThan(40_000);
  });

  it('does not hold a dry run up, which says that it looks at a moving state', async () => {
    const world = busy();
    const began = world.clock.now();
    const runner = await run(world, { 'dry-run': 'true' });
    expect(runner.outputs.outcome).toBe('planned');
    expect(runner.annotations.join()).toContain('shop-prod is Updating: this plan looks at a moving state');
    expect(world.clock.now()).toBe(began);
  });

  it('can be cancelled while it is waited for', async () => {
    const world = busy();
    const runner = await run(world, {}, { cancelAfter: seconds(12) });
    expect(runner.outputs).toMatchObject({ outcome: 'cancelled', restored: 'not-needed' });
    expect(updates(world)).toBe(0);
  });
});

describe('a run that must be refused', () => {
  const SINGLE = { options: { 'aws:elasticbeanstalk:environment': { EnvironmentType: 'SingleInstance' } } };
  const single = (): World => new World({ environment: { ...SINGLE, instances: 1 } });
  afterEach(removeTemporary);

  it('names what the strategy, the options and the bundle have against them in one go, and packs nothing', async () => {
    let packed = 0;
    const pack = () => {
      packed += 1;
      return Promise.reject(new Error('nothing is packed for a run that is refused'));
    };
    const workspace = await directoryOf({ '.ebextensions/a.config': 'a: [', 'server.js': 'x' });
    const inputs = { 'version-source': 'bundle', strategy: 'rolling', 'solution-stack-name': '64bit Something Else' };
    const runner = await run(single(), inputs, {
      host: { run: { workspace, temporary: '/tmp', debug: false } },
      archives: { ...zipArchives, pack },
      files: systemFiles,
    });
    expect(codesOf(runner)).toEqual(['strategy-needs-several-instances', 'platform-differs', 'yaml-syntax']);
    expect(packed).toBe(0);
  });

  it('so does a run that would create its environment', async () => {
    const workspace = await directoryOf({ '.ebextensions/a.config': 'a: [', 'server.js': 'x' });
    const inputs = {
      'environment-name': 'shop-new',
      'create-environment-if-not-exists': 'true',
      'solution-stack-name': '64bit Amazon Linux 2023 v6.6.2 running Node.js 22',
      'version-source': 'bundle',
    };
    const pack = () => Promise.reject(new Error('nothing is packed for a run that is refused'));
    const runner = await run(new World(), inputs, {
      host: { run: { workspace, temporary: '/tmp', debug: false } },
      archives: { ...zipArchives, pack },
      files: systemFiles,
    });
    expect(codesOf(runner)).toEqual(['creation-without-roles', 'yaml-syntax']);
  });

  it('and a rollback names what is against it on the environment together with what is against its target', async () => {
    const codes = codesOf(await run(single(), { operation: 'rollback', strategy: 'rolling', 'version-label': '' }));
    expect(codes[0]).toBe('strategy-needs-several-instances');
    expect(codes).toHaveLength(2);
  });

  it('names a version that is missing together with the rest', async () => {
    const runner = await run(single(), { strategy: 'rolling', 'version-label': 'never-made' });
    expect(codesOf(runner)).toEqual(['strategy-needs-several-instances', 'version-missing']);
  });

  it('shows in a dry run how the other strategies compare before it fails', async () => {
    const runner = await run(single(), { strategy: 'rolling', 'dry-run': 'true' });
    expect(runner.failures).toBe(1);
    expect(text(runner)).toMatch(/▸ rolling .*not here: `rolling` is not possible on shop-prod/);
    expect(text(runner)).toMatch(/ {2}immutable {2,}~?\d+m/);
    expect(runner.summaryText).toContain('immutable');
    expect(report(runner).comparison).toHaveLength(8);
  });

  it('and not without dry-run, where nobody asked for a comparison', async () => {
    const runner = await run(single(), { strategy: 'rolling' });
    expect(text(runner)).not.toContain('Every strategy for this environment');
  });
});

describe('a version named after a branch', () => {
  it('that an earlier job has made is found under its legal label', async () => {
    const world = new World();
    world.somebody('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'feature-x' });
    const runner = await run(world, { 'version-label': 'feature/x' });
    expect(text(runner)).toContain('does not take the version label feature/x as it is; feature-x is used');
    expect(runner.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'feature-x' });
  });
});
