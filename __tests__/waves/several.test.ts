import { describe, expect, it } from '@jest/globals';
import { ended, labelsIn, regions, resultsOf, start, statesOf, WORKERS_AFTER_WEB } from './waves-world.js';

describe('several environments in one run', () => {
  it('are deployed to wave after wave, each proven, with the workers of a wave side by side', async () => {
    const worlds = regions();
    const running = await ended(worlds, { environments: WORKERS_AFTER_WEB });
    expect(running.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'v2', restored: 'not-needed' });
    expect(running.hasFailed()).toBe(false);
    expect(await labelsIn(worlds.us)).toEqual({ 'shop-prod': 'v2', 'shop-mail': 'v2', 'shop-pdf': 'v2' });
    expect(resultsOf(running).map(({ environment, wave, state }) => [environment, wave, state])).toEqual([
      ['shop-prod', 1, 'succeeded'],
      ['shop-mail', 2, 'succeeded'],
      ['shop-pdf', 2, 'succeeded'],
    ]);
    const updates = worlds.us.wire.calls.list().filter(({ action }) => action === 'UpdateEnvironment');
    const [web, mail, pdf] = updates.map(({ time }) => Date.parse(time)).sort((left, right) => left - right);
    expect(updates).toHaveLength(3);
    expect((mail ?? 0) - (web ?? 0)).toBeGreaterThan(60_000);
    expect((pdf ?? 0) - (mail ?? 0)).toBeLessThan(10_000);
  });

  it('say in every line whose it is, and end in one table', async () => {
    const running = await ended(regions(), { environments: WORKERS_AFTER_WEB });
    expect(running.lines.some((line) => line.startsWith('[shop-mail] '))).toBe(true);
    expect(running.lines.some((line) => /^ *shop-pdf +2 +succeeded +v2 +v1/.test(line))).toBe(true);
    const [summary = ''] = running.summaries;
    expect(summary).toContain('3 environments');
    expect(summary.match(/<details/g)?.length).toBeGreaterThanOrEqual(3);
    const report = JSON.parse([...running.written.values()].at(-1) ?? '') as { environments: object[] };
    expect(report.environments).toMatchObject([
      { environment: 'shop-prod', wave: 1, state: 'succeeded' },
      { environment: 'shop-mail', wave: 2 },
      { environment: 'shop-pdf', wave: 2 },
    ]);
  });

  it('may be in two regions: each has the version of its own region', async () => {
    const worlds = regions();
    const environments = '- [shop-prod, {name: shop-prod, region: eu-west-1}]';
    const running = await ended(worlds, { environments });
    expect(statesOf(running)).toEqual({ 'shop-prod us-east-1': 'succeeded', 'shop-prod eu-west-1': 'succeeded' });
    expect((await labelsIn(worlds.eu))['shop-prod']).toBe('v2');
    expect(running.lines.some((line) => line.startsWith('[shop-prod (eu-west-1)] '))).toBe(true);
  });

  it('are only planned by a dry run', async () => {
    const worlds = regions();
    const running = await ended(worlds, { environments: WORKERS_AFTER_WEB, 'dry-run': 'true' });
    expect(running.outputs.outcome).toBe('planned');
    expect(new Set(Object.values(statesOf(running)))).toEqual(new Set(['planned']));
    expect(JSON.parse(running.outputs.plan ?? '')).toHaveLength(3);
    expect(worlds.us.wire.calls.list().some(({ action }) => action === 'UpdateEnvironment')).toBe(false);
  });

  it('that have it all already are unchanged, and the others are brought to it', async () => {
    const worlds = regions();
    await ended(worlds, { environments: '- shop-prod' });
    const running = await ended(worlds, { environments: WORKERS_AFTER_WEB });
    expect(statesOf(running)).toMatchObject({ 'shop-prod us-east-1': 'unchanged', 'shop-mail us-east-1': 'succeeded' });
    expect(running.outputs.outcome).toBe('succeeded');
  });

  it('are each looked at before anything is changed: every problem of every one of them at once', async () => {
    const worlds = regions();
    const environments = `
- shop-prod
- - {name: shop-mail, strategy: blue-green}
  - {name: shop-none, region: eu-west-1}
  - {name: shop-pdf, strategy: traffic-splitting}
`;
    const running = await ended(worlds, { environments });
    const text = running.lines.join('\n');
    expect(running.outputs.outcome).toBe('failed');
    expect(text).toMatch(/shop-mail \(us-east-1\): `blue-green` is not possible/);
    expect(text).toMatch(/shop-none \(eu-west-1\): /);
    expect(text).toMatch(/shop-pdf \(us-east-1\): `traffic-splitting` is not possible/);
    expect(await labelsIn(worlds.us)).toMatchObject({ 'shop-prod': 'v1' });
    expect(running.state.locks).toBe('');
  });

  it('are waited for when another run holds one of them, and locked until the last has ended', async () => {
    const worlds = regions();
    const first = start(worlds, { environments: WORKERS_AFTER_WEB });
    const second = start(worlds, { environments: '- shop-pdf', 'version-label': 'v3' });
    await Promise.all([first.ended, second.ended]);
    expect([first.outputs.outcome, second.outputs.outcome]).toEqual(['succeeded', 'succeeded']);
    expect([first.lines, second.lines].some((lines) => lines.join('\n').includes('lock'))).toBe(true);
  });
});
