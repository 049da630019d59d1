import { describe, expect, it } from '@jest/globals';
import { minutes, seconds } from '../../src/domain/time.js';
import {
  ended,
  labelsIn,
  type Regions,
  regions,
  resultsOf,
  start,
  statesOf,
  WORKERS_AFTER_WEB,
} from './waves-world.js';

/** The update of this environment is aborted by a person. */
function abortedOn({ us }: Regions, environment: string): void {
  us.scenario({ faults: [{ kind: 'aborted-by-someone', environment, afterSeconds: 20 }] });
}

const THREE_WAVES = `${WORKERS_AFTER_WEB}
- {name: shop-prod, region: eu-west-1}
`;

describe('when one of several environments fails', () => {
  it('nothing more is started, the others of its wave end in their own way, and proven ones stay', async () => {
    const worlds = regions();
    abortedOn(worlds, 'shop-mail');
    const running = await ended(worlds, { environments: THREE_WAVES });
    expect(statesOf(running)).toEqual({
      'shop-prod us-east-1': 'succeeded',
      'shop-mail us-east-1': 'failed',
      'shop-pdf us-east-1': 'succeeded',
      'shop-prod eu-west-1': 'not-started',
    });
    expect(running.outputs).toMatchObject({ outcome: 'failed', restored: 'no' });
    expect(running.outputs['outcome-reason']).toContain('shop-mail (us-east-1)');
    expect(running.hasFailed()).toBe(true);
    expect(await labelsIn(worlds.us)).toMatchObject({ 'shop-prod': 'v2', 'shop-pdf': 'v2' });
    expect(await labelsIn(worlds.eu)).toEqual({ 'shop-prod': 'v1' });
    expect(running.lines.some((line) => /^ *shop-prod \(eu-west-1\) +3 +not-started/.test(line))).toBe(true);
  });

  it('does not start what waits in the same wave', async () => {
    const worlds = regions();
    abortedOn(worlds, 'shop-mail');
    const running = await ended(worlds, { environments: '- [shop-mail, shop-pdf]', 'max-parallel': '1' });
    expect(statesOf(running)).toEqual({ 'shop-mail us-east-1': 'failed', 'shop-pdf us-east-1': 'not-started' });
  });

  it('puts back what this run has changed anywhere, proven again, with `rollback-all`', async () => {
    const worlds = regions();
    abortedOn(worlds, 'shop-mail');
    const running = await ended(worlds, { environments: THREE_WAVES, 'on-wave-failure': 'rollback-all' });
    expect(statesOf(running)).toEqual({
      'shop-prod us-east-1': 'put-back',
      'shop-mail us-east-1': 'failed',
      'shop-pdf us-east-1': 'put-back',
      'shop-prod eu-west-1': 'not-started',
    });
    expect(await labelsIn(worlds.us)).toMatchObject({ 'shop-prod': 'v1', 'shop-pdf': 'v1' });
    expect(running.outputs.outcome).toBe('failed');
    expect(running.hasFailed()).toBe(true);
    const web = resultsOf(running).find(({ environment }) => environment === 'shop-prod');
    expect(web).toMatchObject({ restored: 'yes' });
    // What was put back is not remembered as good.
    expect(running.lines.join('\n')).not.toContain('Recorded v2 as good');
  });

  it('puts nothing back where somebody else has begun something since', async () => {
    const worlds = regions();
    abortedOn(worlds, 'shop-mail');
    const running = start(worlds, { environments: THREE_WAVES, 'on-wave-failure': 'rollback-all' });
    const isSecondWave = (): boolean => running.lines.some((line) => line.startsWith('Wave 2'));
    while (!isSecondWave()) await worlds.us.clock.sleep(seconds(5));
    worlds.us.somebody('UpdateEnvironment', { EnvironmentName: 'shop-prod', VersionLabel: 'v3' });
    await running.ended;
    const web = resultsOf(running).find(
      ({ environment, region }) => environment === 'shop-prod' && region === 'us-east-1',
    );
    expect(web).toMatchObject({ state: 'failed', restored: 'no' });
    expect(web?.reason).toContain('somebody else');
    expect((await labelsIn(worlds.us))['shop-prod']).toBe('v3');
  });
});

describe('an environment of a later wave', () => {
  it('is planned anew when somebody has changed it while the waves before it ran', async () => {
    const worlds = regions();
    const running = start(worlds, { environments: '- shop-prod\n- shop-mail' });
    const isFirstWave = (): boolean => running.lines.some((line) => line.startsWith('Wave 1'));
    while (!isFirstWave()) await worlds.us.clock.sleep(seconds(1));
    worlds.us.somebody('UpdateEnvironment', { EnvironmentName: 'shop-mail', VersionLabel: 'v3' });
    await running.ended;
    expect(running.lines).toContain('[shop-mail] It has changed since it was planned: looking at it again.');
    const mail = JSON.parse(running.outputs['environments-result'] ?? '').at(-1);
    expect(mail).toMatchObject({ state: 'succeeded', version: 'v2', previousVersion: 'v3' });
  });
});

describe('a request to stop', () => {
  it('aborts the rollout of every environment at once, starts nothing more, and leaves the rest to the post phase', async () => {
    const worlds = regions();
    const running = start(worlds, { environments: '- [shop-mail, shop-pdf]\n- shop-prod' });
    const asked = (): number =>
      worlds.us.wire.calls.list().filter(({ action }) => action === 'UpdateEnvironment').length;
    while (asked() < 2) await worlds.us.clock.sleep(seconds(1));
    await worlds.us.clock.sleep(seconds(15));
    const at = worlds.us.clock.now();
    running.cancel();
    await running.ended;
    expect(worlds.us.clock.now() - at).toBeLessThan(seconds(7.5));
    const aborts = worlds.us.wire.calls.list().filter(({ action }) => action === 'AbortEnvironmentUpdate');
    expect(aborts).toHaveLength(2);
    for (const abort of aborts) expect(Date.parse(abort.time) - at).toBeLessThan(seconds(1));
    expect(statesOf(running)).toEqual({
      'shop-mail us-east-1': 'cancelled',
      'shop-pdf us-east-1': 'cancelled',
      'shop-prod us-east-1': 'not-started',
    });
    expect(running.outputs.outcome).toBe('cancelled');
    const left = JSON.parse(running.state.stopped ?? '') as { environmentName: string }[];
    expect(left.map(({ environmentName }) => environmentName).sort()).toEqual(['shop-mail', 'shop-pdf']);

    const post = start(worlds, {}, { state: running.state });
    await post.ended;
    expect(worlds.us.clock.now() - at).toBeLessThan(minutes(4));
    const told = post.lines.join('\n');
    expect(told).toMatch(/shop-mail is Ready/);
    expect(told).toMatch(/shop-pdf is Ready/);
  });
});

describe('the calls of several rollouts', () => {
  it('stay below what the service allows a region, and throttling costs no environment its proof', async () => {
    const worlds = regions();
    const environments = '- [shop-prod, shop-mail, shop-pdf]';
    const running = await ended(worlds, { environments });
    expect(running.outputs.outcome).toBe('succeeded');
    const scarce = worlds.us.wire.calls.list().filter(({ action }) => /^Describe(Events|Environments)$/.test(action));
    expect(scarce.filter(({ status }) => status !== 200)).toEqual([]);

    const throttled = regions();
    throttled.us.scenario({
      faults: ['DescribeEvents', 'DescribeEnvironments'].map((action) => ({
        kind: 'throttle' as const,
        action,
        probability: 0.3,
      })),
    });
    const again = await ended(throttled, { environments });
    expect(new Set(Object.values(statesOf(again)))).toEqual(new Set(['succeeded']));
  });
});
