/** Whole runs on Cluster environments: rolling pods, recreating them, and a verdict without instances. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Scenario } from '../../src/simulator/scenario.js';
import { removeTemporary } from '../support/bundle-tree.js';
import { clusterWorld, ECR, options, PROBED, run, textOf } from '../support/cluster-world.js';
import { startRun } from '../support/runs.js';
import { SHOP, type World } from '../support/world.js';

afterEach(removeTemporary);

const image = (tag: string): Readonly<Record<string, string>> => ({ 'image-uri': `${ECR}/shop:${tag}` });
const calls = (world: World): readonly string[] => world.wire.calls.list(0).map(({ action }) => action);
const updates = (world: World): number => calls(world).filter((one) => one === 'UpdateEnvironment').length;
const shop = async (world: World) =>
  (await world.ports.beanstalk.environments()).find(({ name }) => name === SHOP.name);
const version = async (world: World, label: string) => world.ports.beanstalk.version(SHOP.application, label);

describe('an image on a Cluster environment', () => {
  it('is deployed by the digest that its tag has, and what it runs already is unchanged', async () => {
    const world = clusterWorld();
    const first = await run(world, { ...image('v5'), 'version-label': 'five' });
    expect(first.outputs).toMatchObject({
      outcome: 'succeeded',
      'version-label': 'five',
      'environment-status': 'Ready',
    });
    expect((await version(world, 'five'))?.image).toMatch(/^123456789012\.dkr\.ecr\..*\/shop@sha256:[0-9a-f]{64}$/);
    expect((await version(world, 'five'))?.bundle).toBeUndefined();
    const again = await run(world, { ...image('v5'), 'version-label': 'five' });
    expect(again.outputs).toMatchObject({ outcome: 'unchanged', 'version-label': 'five' });
    expect(textOf(again)).toContain('named by its digest');
  });

  it('is proven by the environment alone, and a readiness probe that is off is said in plan and report', async () => {
    const world = clusterWorld();
    const off = await run(world, image('v5'));
    expect(textOf(off)).toContain('warning: The readiness probe is off');
    expect(off.outputs['outcome-reason']).toContain('without a readiness probe nothing shows that they answer');
    expect(textOf(off)).toContain('Proof: the environment reported it, not its single instances.');
    const on = await run(world, { ...image('v6'), 'option-settings': options(PROBED) });
    expect(textOf(on)).not.toContain('The readiness probe is off');
    expect(on.outputs['outcome-reason']).toContain('no error was told of');
    expect(on.outputs['outcome-reason']).not.toContain('readiness');
    // Neither pods nor an Auto Scaling group could be asked.
    expect(calls(world)).not.toContain('DescribeInstancesHealth');
  });

  it('with a tag that nobody resolves is deployed as it is, each time anew, and the plan says so', async () => {
    const world = clusterWorld();
    const registry = { digest: () => Promise.resolve({ kind: 'unknown', because: 'ECR answered 403' }) };
    Object.assign(world.ports, { registry });
    const first = await run(world, image('v5'));
    expect(first.outputs.outcome).toBe('succeeded');
    expect(textOf(first)).toContain('could not be found out: ECR answered 403');
    expect(textOf(first)).toContain('warning: The version names its image by a tag');
    expect((await version(world, first.outputs['version-label'] ?? ''))?.image).toBe(`${ECR}/shop:v5`);
    const second = await run(world, image('v5'));
    expect(second.outputs).toMatchObject({ outcome: 'succeeded' });
    expect(second.outputs['version-label']).not.toBe(first.outputs['version-label']);
  });

  it('that is not in the registry is refused before anything is changed', async () => {
    const world = clusterWorld();
    const registry = { digest: () => Promise.resolve({ kind: 'missing', because: 'no such image' }) };
    Object.assign(world.ports, { registry });
    const gone = await run(world, image('v5'));
    expect(textOf(gone)).toContain('The registry has no image');
    expect(calls(world)).not.toContain('CreateApplicationVersion');
    expect(updates(world)).toBe(0);
  });
});

describe('the strategies of a cluster', () => {
  it('`rolling` sets max-surge and max-unavailable in an update of its own, and puts them back when asked to', async () => {
    const world = clusterWorld({
      environment: { options: { 'aws:elasticbeanstalk:eks:environment:readiness-probe': { enabled: 'true' } } },
    });
    const inputs = { strategy: 'rolling', 'max-surge': '50%', 'max-unavailable': '1', 'restore-policy': 'true' };
    const rolled = await run(world, { ...image('v5'), ...inputs });
    expect(rolled.outputs.outcome).toBe('succeeded');
    expect(updates(world)).toBe(3);
    const [settings] = await world.ports.beanstalk.settings(SHOP.application, SHOP.name);
    const rolling = 'aws:elasticbeanstalk:eks:environment:deployment:strategy:rolling';
    const values = settings?.options
      .filter(({ namespace }) => namespace === rolling)
      .map(({ name, value }) => [name, value]);
    // Back to what the guide says are the defaults.
    expect(Object.fromEntries(values ?? [])).toEqual({ 'max-surge': '1', 'max-unavailable': '0' });
  });

  it('`recreate` stops every pod first, and says so', async () => {
    const world = clusterWorld();
    const recreated = await run(world, { ...image('v5'), strategy: 'recreate' });
    expect(recreated.outputs.outcome).toBe('succeeded');
    expect(textOf(recreated)).toContain('warning: Recreate stops every pod before the first new one starts');
    expect(textOf(recreated)).toContain('down to 0 of 2 instances');
    expect(updates(world)).toBe(2);
    const next = await run(world, { ...image('v6'), strategy: 'recreate' });
    expect(next.outputs.outcome).toBe('succeeded');
    // It is Recreate already.
    expect(updates(world)).toBe(3);
  });

  it.each(['all-at-once', 'rolling-with-additional-batch', 'immutable', 'traffic-splitting'])(
    '`%s` is refused before anything is changed, with what there is instead',
    async (strategy) => {
      const world = clusterWorld();
      const refused = await run(world, { ...image('v5'), strategy });
      expect(refused.outputs.outcome).toBe('failed');
      expect(textOf(refused)).toContain(`\`${strategy}\` is not possible on shop-prod`);
      expect(textOf(refused)).toContain('`rolling` (with `max-surge` and `max-unavailable`), `recreate`');
      expect(updates(world)).toBe(0);
      expect(calls(world)).not.toContain('CreateApplicationVersion');
    },
  );
});

describe('the verdict without instances', () => {
  const bad: Scenario = { versions: { bad: { command: 'fails' } } };

  it('finds an update that the service has rolled back by itself, though it ends Ready and Green', async () => {
    const world = clusterWorld();
    world.scenario(bad);
    const failed = await run(world, { ...image('v5'), 'version-label': 'bad' });
    expect(failed.outputs).toMatchObject({
      outcome: 'failed',
      restored: 'yes',
      'environment-status': 'Ready',
      'environment-health': 'Green',
    });
    expect(failed.outputs['outcome-reason']).toContain('Ready on v1 again, not on bad');
    expect(failed.outputs['outcome-reason']).toContain('The service has undone it itself: v1 serves as before');
    expect((await shop(world))?.versionLabel).toBe('v1');
    // Nothing was asked for a second time.
    expect(updates(world)).toBe(1);
  });

  it('shows the deployment log of this very update: what Kubernetes said, and the pods that did not come up', async () => {
    const world = clusterWorld();
    world.scenario(bad);
    const failed = await run(world, { ...image('v5'), 'version-label': 'bad' });
    const text = textOf(failed);
    expect(text).toMatch(/deployments\/e-\w+\/deployment-shop-prod-[\w-]+\.zip: 1-environment\/_k8Events\.txt/);
    expect(text).toContain('Engine execution has encountered an error');
    expect(text).not.toContain('could not read');
  });

  it('an error without a label to show it fails too: a change of options that the cluster refuses', async () => {
    const world = clusterWorld();
    world.scenario({ faults: [{ kind: 'cluster-drift', change: 'a node pool was deleted' }] });
    const failed = await run(world, { 'version-source': 'none', 'environment-variables': 'COLOUR=blue' });
    expect(failed.outputs.outcome).toBe('failed');
    expect(textOf(failed)).toContain('Cluster drift detected');
    expect(failed.outputs.restored).toBe('yes');
  });

  it('an idle environment is Grey, and that is no failure; Red is', async () => {
    const idle = clusterWorld({ environment: { loadBalancer: 'none' } });
    const grey = await run(idle, image('v5'));
    expect(grey.outputs).toMatchObject({ outcome: 'succeeded', 'environment-health': 'Grey', 'environment-url': '' });
    expect(textOf(grey)).toContain('its health is always Grey and proves nothing');
    const sick = clusterWorld();
    sick.scenario({ versions: { bad: { health: 'Severe' } } });
    const red = await run(sick, {
      ...image('v5'),
      'version-label': 'bad',
      'health-grace': '30s',
      'on-failure': 'none',
    });
    expect(red.outputs.outcome).toBe('failed');
  });

  it('`wait-for-deployment: false` ends as soon as the update is accepted', async () => {
    const started = await run(clusterWorld(), { ...image('v5'), 'wait-for-deployment': 'false' });
    expect(started.outputs.outcome).toBe('started');
  });

  it('a stopped run aborts nothing that the service does not call abortable', async () => {
    const world = clusterWorld();
    const running = startRun(world, {
      inputs: { ...image('v5'), 'version-source': '', 'version-label': '' },
      workspace: '/nowhere',
    });
    world.clock.at(world.clock.now() + 15_000, () => running.cancel());
    await running.ended;
    expect(running.outputs.outcome).toBe('cancelled');
    expect(running.outputs['outcome-reason']).toContain('Elastic Beanstalk says that nothing can be aborted there');
    expect(calls(world)).not.toContain('AbortEnvironmentUpdate');
  });
});
