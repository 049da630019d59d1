/** Classes of error in changing things (docs/trust.md): what is there, what others do, and what has no way back. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import type { Fault, Scenario } from '../../src/simulator/scenario.js';
import { directoryOf, removeTemporary } from '../support/bundle-tree.js';
import { IDLE, PairWorld, PRODUCTION } from '../support/pair-world.js';
import { type Running, startRun, wholeRun } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';
import { lookAt } from './naive-tools.js';

afterEach(removeTemporary);

const faults = (...list: readonly Fault[]): Scenario => ({ faults: list });
const count = (world: World, action: string): number =>
  world.wire.calls.list(0).filter((call) => call.action === action).length;
/** Everything that anybody could read of a run. */
const all = (run: Running): string =>
  [
    ...run.lines,
    ...run.summaries,
    ...run.written.values(),
    ...Object.values(run.outputs),
    ...Object.values(run.state),
  ].join('\n');

describe('12. the same label is not the same content', () => {
  const BUNDLED = { 'version-source': 'auto', 'source-directory': '.', 'version-label': 'r1' };
  const workspace = (text: string): Promise<string> =>
    directoryOf({ 'server.js': text, Procfile: 'web: node server.js' });
  const versions = async (world: World) =>
    (await world.ports.beanstalk.versions(SHOP.application)).filter(({ label }) => label.startsWith('r1'));

  it('the same content is reused, and uploaded once', async () => {
    const world = new World();
    await wholeRun(world, { inputs: BUNDLED, workspace: await workspace('// one') });
    const again = await wholeRun(world, { inputs: BUNDLED, workspace: await workspace('// one') });
    expect(again.outputs.outcome).toBe('unchanged');
    expect(await versions(world)).toHaveLength(1);
  });

  it('other content under a label that is taken gets a label of its own; what there was stays', async () => {
    const world = new World();
    const first = await wholeRun(world, { inputs: BUNDLED, workspace: await workspace('// one') });
    const second = await wholeRun(world, { inputs: BUNDLED, workspace: await workspace('// two') });
    expect(second.outputs).toMatchObject({ outcome: 'succeeded' });
    expect(second.outputs['version-label']).not.toBe(first.outputs['version-label']);
    const bundles = (await versions(world)).map(({ bundle }) => `${bundle?.bucket}/${bundle?.key}`);
    expect(new Set(bundles).size).toBe(2);
  });

  it('or is refused before anything is changed', async () => {
    const world = new World();
    await wholeRun(world, { inputs: BUNDLED, workspace: await workspace('// one') });
    const updates = count(world, 'UpdateEnvironment');
    const refused = await wholeRun(world, {
      inputs: { ...BUNDLED, 'on-label-conflict': 'fail' },
      workspace: await workspace('// two'),
    });
    expect(refused.outputs.outcome).toBe('failed');
    expect(count(world, 'UpdateEnvironment')).toBe(updates);
  });
});

describe('15. no swap without proof, no termination of the way back', () => {
  const PAIR = { strategy: 'blue-green', 'production-cname': PRODUCTION, bake: '2m', retire: 'terminate' };

  it('a version that is sick on the idle side never gets the traffic', async () => {
    const world = new PairWorld({ idle: 'v1' });
    world.scenario({ versions: { v2: { health: 'Severe' } } });
    const done = await wholeRun(world, { inputs: { ...PAIR, 'health-grace': '1m' } });
    expect(done.outputs.outcome).toBe('failed');
    expect(count(world, 'SwapEnvironmentCNAMEs')).toBe(0);
    expect(world.live()).toMatchObject({ name: SHOP.name, versionLabel: 'v1', status: 'Ready' });
    expect(count(world, 'TerminateEnvironment')).toBe(0);
  });

  it('one that goes bad while it bakes goes back, to a side that was not terminated', async () => {
    const world = new PairWorld({ idle: 'v1' });
    world.scenario({ versions: { v2: { laterHealth: { afterSeconds: 150, health: 'Severe' } } } });
    const done = await wholeRun(world, { inputs: { ...PAIR, bake: '10m' } });
    expect(done.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    expect(world.live()).toMatchObject({ name: SHOP.name, versionLabel: 'v1' });
    expect(count(world, 'TerminateEnvironment')).toBe(0);
    expect(
      world
        .sides()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([SHOP.name, IDLE].sort());
  });
});

describe("16. somebody else's work is never aborted", () => {
  const busy = (): World => {
    const world = new World();
    world.somebody('UpdateEnvironment', { EnvironmentName: SHOP.name, VersionLabel: 'v3' });
    return world;
  };

  it('neither by a cancel while it is waited for', async () => {
    const world = busy();
    const running = startRun(world);
    await world.clock.sleep(seconds(15));
    running.cancel();
    await running.ended;
    expect(running.outputs.outcome).toBe('cancelled');
    expect(count(world, 'AbortEnvironmentUpdate')).toBe(0);
  });

  it('nor with on-busy: abort-ours, which is for our own', async () => {
    const world = busy();
    const done = await wholeRun(world, { inputs: { 'on-busy': 'abort-ours' } });
    expect(done.outputs).toMatchObject({ outcome: 'succeeded', 'previous-version-label': 'v3' });
    expect(count(world, 'AbortEnvironmentUpdate')).toBe(0);
  });

  it('nor when it began after ours had ended', async () => {
    const world = new World();
    world.scenario(faults({ kind: 'updated-by-someone', afterSeconds: 40, label: 'v3' }));
    const done = await wholeRun(world, { inputs: { 'on-failure': 'abort' } });
    expect(done.outputs.outcome).toBe('failed');
    world.clock.advance(minutes(10));
    expect(lookAt(world)).toMatchObject({ status: 'Ready', versionLabel: 'v3' });
  });
});

describe('17. nothing is cleaned up before the verdict, and never the way back', () => {
  it.each(['fails', 'succeeds'] as const)(
    'the version from before is there after a deployment that %s',
    async (command) => {
      const world = new World().scenario({ versions: { v2: { command } } });
      const done = await wholeRun(world, { inputs: { 'prune-versions': '1', 'on-failure': 'none' } });
      expect(done.outputs.outcome).toBe(command === 'fails' ? 'failed' : 'succeeded');
      expect(await world.ports.beanstalk.version(SHOP.application, 'v1')).toBeDefined();
      if (command === 'fails') expect(count(world, 'DeleteApplicationVersion')).toBe(0);
    },
  );
});

describe('18. a change in several parts is undone as a whole', () => {
  it('policy, options and version are what they were when the version fails', async () => {
    const world = new World();
    const before = await world.ports.beanstalk.settings(SHOP.application, SHOP.name);
    world.scenario({ versions: { v2: { command: 'fails' } } });
    const done = await wholeRun(world, {
      inputs: { strategy: 'rolling', 'batch-size': '1', 'environment-variables': 'FLAG=on' },
    });
    expect(done.outputs).toMatchObject({ outcome: 'failed', restored: 'yes' });
    world.scenario({});
    const [after] = await world.ports.beanstalk.settings(SHOP.application, SHOP.name);
    const text = (options: readonly { namespace: string; name: string; value?: string }[] = []): readonly string[] =>
      options.map(({ namespace, name, value }) => `${namespace} ${name}=${value}`).sort();
    expect(text(after?.options)).toEqual(text(before[0]?.options));
    expect(lookAt(world)).toMatchObject({ status: 'Ready', versionLabel: 'v1' });
  });
});

describe('19. a change whose answer is lost is looked up, not repeated', () => {
  it('an update', async () => {
    const world = new World().scenario(faults({ kind: 'reset', when: 'after', action: 'UpdateEnvironment', times: 1 }));
    expect((await wholeRun(world)).outputs.outcome).toBe('succeeded');
    expect(count(world, 'UpdateEnvironment')).toBe(1);
  });

  it('a swap, which a second call would take back', async () => {
    const world = new PairWorld({ idle: 'v1' });
    world.scenario(faults({ kind: 'reset', when: 'after', action: 'SwapEnvironmentCNAMEs', times: 1 }));
    const done = await wholeRun(world, {
      inputs: { strategy: 'blue-green', 'production-cname': PRODUCTION, bake: '1m' },
    });
    expect(done.outputs.outcome).toBe('succeeded');
    expect(count(world, 'SwapEnvironmentCNAMEs')).toBe(1);
    expect(world.live()).toMatchObject({ name: IDLE, versionLabel: 'v2' });
  });
});

describe('20. secrets stay secret', () => {
  it('a value of the environment is in no line, summary, output, report and saved state, whatever happens', async () => {
    const secret = 'hunter2-and-more';
    for (const command of ['succeeds', 'fails'] as const) {
      const world = new World().scenario({ versions: { v2: { command, output: `connecting with ${secret}` } } });
      const done = await wholeRun(world, { inputs: { 'environment-variables': `DB_PASSWORD=${secret}` } });
      expect(all(done)).toContain('DB_PASSWORD');
      expect(all(done)).not.toContain(secret);
      expect(all(done)).not.toMatch(/hunter|h\*+|\b16 characters/);
    }
  });

  it('files that hold secrets are left out of the bundle, and named', async () => {
    const world = new World();
    const workspace = await directoryOf({
      '.env': 'TOKEN=1',
      '.git/config': '[remote]',
      'server.js': '// one',
      Procfile: 'web: node server.js',
    });
    const done = await wholeRun(world, {
      inputs: { 'version-source': 'auto', 'source-directory': '.', 'version-label': 'r1' },
      workspace,
    });
    expect(done.outputs.outcome).toBe('succeeded');
    const version = await world.ports.beanstalk.version(SHOP.application, 'r1');
    const bytes = world.objects.bytes(version?.bundle?.bucket ?? '', version?.bundle?.key ?? '');
    expect(bytes).toBeDefined();
    const names = Buffer.from(bytes ?? new Uint8Array()).toString('latin1');
    expect(names).toContain('server.js');
    expect(names).not.toContain('.git/config');
    expect(names).not.toContain('.env');
  });
});
