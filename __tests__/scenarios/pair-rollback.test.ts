/** The way back of a blue-green release by a button: the kept old side gets the traffic again, and nothing is deployed. */
import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import { PairWorld, PRODUCTION } from '../support/pair-world.js';
import { type Running, wholeRun } from '../support/runs.js';

const PAIR = { strategy: 'blue-green', bake: '1m', 'smoke-test-path': '/', 'smoke-test-body': 'version {version}' };
const BACK = { ...PAIR, operation: 'rollback', 'version-source': '', 'version-label': '', 'to-version': 'previous' };

/** How often a run looks at a swap that is under way. */
const POLL = seconds(2);

interface Pressed {
  readonly world: PairWorld;
  readonly running: Running;
  /** Names and inputs of the calls of the way back that change something. */
  readonly changes: readonly string[];
}

async function release(world: PairWorld, label: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { outputs, lines } = await wholeRun(world, { inputs: { ...PAIR, 'version-label': label, ...more } });
  if (outputs.outcome !== 'succeeded') throw new Error(lines.join('\n'));
  world.advance(minutes(30));
}

async function released(...labels: readonly string[]): Promise<PairWorld> {
  const world = new PairWorld({ idle: 'none' });
  for (const label of labels) await release(world, label);
  return world;
}

async function press(world: PairWorld, more: Readonly<Record<string, string>> = {}): Promise<Pressed> {
  const before = world.wire.calls.total;
  const running = await wholeRun(world, { inputs: { ...BACK, ...more } });
  const changes = world.wire.calls
    .list(before)
    .filter(
      ({ action }) => !/^(Describe|List|Get|Head|Check|Validate|Request|Retrieve|CreateStorageLocation)/.test(action),
    )
    .filter(({ input }) => !/locks|releases\.json/.test(String(input.Key ?? '')))
    .map(({ action }) => action);
  return { world, running, changes };
}

describe('the button after a blue-green release whose old side was kept', () => {
  it('is one swap: nothing is built, uploaded or deployed', async () => {
    const { world, running, changes } = await press(await released('v2'));
    expect(`${running.outputs.outcome}: ${running.outputs['outcome-reason']}`).toMatch(/^succeeded: /);
    expect(changes).toEqual(['SwapEnvironmentCNAMEs']);
    expect(world.live()).toMatchObject({ name: 'shop-prod', versionLabel: 'v1' });
    expect(running.outputs).toMatchObject({ 'version-label': 'v1', 'live-environment-name': 'shop-prod' });
  });

  it('answers with the old version within two polls of the end of the swap', async () => {
    const world = await released('v2');
    let [isMoved, answers] = [Number.NaN, Number.NaN];
    const look = async (): Promise<void> => {
      const answer = await world.ports.http.get({ url: `http://${PRODUCTION}/`, timeout: 1_000, limitBytes: 1_000 });
      if (Number.isNaN(isMoved) && world.live().name === 'shop-prod') isMoved = world.clock.now();
      if (answer.kind === 'answered' && answer.body === 'version v1') answers = world.clock.now();
      else world.clock.at(world.clock.now() + POLL / 4, () => void look());
    };
    await look();
    const { running } = await press(world);
    expect(running.outputs.outcome).toBe('succeeded');
    expect(answers - isMoved).toBeLessThanOrEqual(2 * POLL);
    const asked = running.lines.findIndex((line) => line.includes('Completed swapping CNAMEs'));
    expect(asked).toBeGreaterThan(0);
  });

  it('pressed twice goes on to the release before, not to and fro', async () => {
    const world = await released('v2', 'v3');
    await press(world);
    expect(world.live().versionLabel).toBe('v2');
    world.advance(minutes(30));
    const { running } = await press(world);
    expect(running.outputs['outcome-reason']).toContain('v1');
    expect(world.live().versionLabel).toBe('v1');
  });

  it('does not give traffic to a kept side that has gone bad since', async () => {
    const world = await released('v2');
    world.broken.add('v1');
    const { running, changes } = await press(world, { 'smoke-test-interval': '1s', 'smoke-test-attempts': '2' });
    expect(running.outputs.outcome).toBe('failed');
    expect(changes).toEqual([]);
    expect(world.live()).toMatchObject({ versionLabel: 'v2', status: 'Ready' });
  });

  it('deploys to the idle side first when that runs something else by now', async () => {
    const world = await released('v2', 'v3');
    const { running, changes } = await press(world, { 'to-version': 'v1' });
    expect(`${running.outputs.outcome}: ${running.outputs['outcome-reason']}`).toMatch(/^succeeded: /);
    expect(changes).toEqual(['UpdateEnvironment', 'SwapEnvironmentCNAMEs']);
    expect(world.live()).toMatchObject({ versionLabel: 'v1', status: 'Ready' });
  });

  it('knows the version of a side that was terminated, and creates one for it', async () => {
    const world = new PairWorld({ idle: 'none' });
    world.scenario({ versions: { '*': { requestsPerSecond: 0 } } });
    await release(world, 'v2');
    await release(world, 'v3', { retire: 'terminate' });
    expect(world.sides().map(({ versionLabel }) => versionLabel)).toEqual(['v3']);
    const { running, changes } = await press(world);
    expect(`${running.outputs.outcome}: ${running.outputs['outcome-reason']}`).toMatch(/^succeeded: /);
    expect(changes).toContain('CreateEnvironment');
    expect(world.live()).toMatchObject({ versionLabel: 'v2', status: 'Ready' });
  });

  it('changes nothing in a dry run, and names the swap', async () => {
    const { world, running, changes } = await press(await released('v2'), { 'dry-run': 'true' });
    expect(running.outputs.outcome).toBe('planned');
    expect(changes).toEqual([]);
    expect(running.lines.join('\n')).toContain(`Move ${PRODUCTION} from shop-prod-idle to shop-prod`);
    expect(world.live().versionLabel).toBe('v2');
  });
});
