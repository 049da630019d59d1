/** Names, limits, commands, and what becomes of a preview when GitHub does not listen. */
import { describe, expect, it } from '@jest/globals';
import { gitHubOver } from '../support/github.js';
import { PreviewWorld } from '../support/preview-world.js';

describe('when GitHub does not listen', () => {
  it('no token: the preview is deployed all the same, and what nobody was told is said', async () => {
    const stage = new PreviewWorld();
    const ended = await stage.on({ action: 'opened' }, { inputs: { 'github-token': '' } });
    expect(ended.outputs.outcome).toBe('succeeded');
    expect(ended.lines.join('\n')).toMatch(/no token for GitHub, so the pull request gets no comment/);
    expect(stage.comments()).toEqual([]);
  });

  it.each([
    ['may not write', { kind: 'lost-permission', answer: 'denied', action: 'github:*' }],
    ['is down', { kind: 'server-error', status: 503, action: 'github:*' }],
    ['limits us', { kind: 'throttle', retryAfterSeconds: 3_600, action: 'github:*' }],
  ] as const)(
    '%s: the preview is deployed, with one warning for each thing',
    async (_, fault) => {
      const stage = new PreviewWorld();
      stage.world.scenario({ faults: [fault] });
      const ended = await stage.on({ action: 'opened' });
      expect(ended.outputs.outcome).toBe('succeeded');
      expect(await stage.environment()).toMatchObject({ status: 'Ready', versionLabel: 'v2' });
      const warnings = ended.lines.filter((line) => line.includes('could not be written'));
      expect(warnings.filter((line) => line.includes('comment')).length).toBe(1);
      expect(warnings.filter((line) => line.includes('deployment could not')).length).toBe(1);
    },
    30_000,
  );

  it('a server that has none of this (404), as an older one of an enterprise: the same, and the end of it, too', async () => {
    const stage = new PreviewWorld();
    const { github } = gitHubOver(stage.world.wire, stage.world.clock, { repository: 'acme/elsewhere' });
    const wish = { github: stage.world.clock.holding(github) };
    const opened = await stage.on({ action: 'opened' }, wish);
    expect(opened.outputs.outcome).toBe('succeeded');
    const said = opened.lines.filter((line) => line.includes('404'));
    for (const what of ['comment', 'GitHub deployment']) {
      expect(said.filter((line) => line.includes(`the ${what}`) && line.includes('could not be written'))).toHaveLength(
        1,
      );
    }
    const closed = await stage.on({ action: 'closed' }, wish);
    expect(closed.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'terminate' });
    expect(await stage.environment()).toBeUndefined();
    expect(closed.hasFailed()).toBe(false);
  }, 30_000);

  it('a token that may only read: the preview goes with its pull request, and what stays unsaid is said', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' });
    const read = { contents: 'read', 'pull-requests': 'read', deployments: 'read' } as const;
    stage.github({ tokens: { 'token-of-the-job': read } });
    stage.pull({ number: 17, state: 'closed' });
    const closed = await stage.on({ action: 'closed' });
    expect(closed.outputs.outcome).toBe('succeeded');
    expect(closed.lines.join('\n')).toMatch(
      /comment on the pull request could not be written[\s\S]*pull-requests: write/,
    );
    expect(stage.comments()[0]).toContain('Preview is ready');
  }, 30_000);

  it('a comment of somebody else with our marker is left alone', async () => {
    const stage = new PreviewWorld();
    const body = '<!-- beanstalk-rollout:preview shop/shop -->\nnot ours';
    stage.github({ repositories: [{ name: 'acme/shop', comments: [{ pull: 17, body, author: 'mallory' }] }] });
    await stage.on({ action: 'opened' });
    expect(stage.told.comments.map(({ author }) => author)).toEqual(['mallory', 'github-actions[bot]']);
    expect(stage.comments()[0]).toBe(body);
  });
});

describe('limits and names', () => {
  it('one preview more than `max-previews` is refused, and the pull request is told what it waits for', async () => {
    const stage = new PreviewWorld();
    stage.pull({ number: 18 });
    const inputs = { 'max-previews': '1' };
    await stage.on({ action: 'opened' }, { inputs });
    const refused = await stage.on({ action: 'opened', number: 18 }, { inputs });
    expect(refused.outputs.outcome).toBe('failed');
    expect(refused.lines.join('\n')).toContain('preview-limit');
    expect(stage.comments(18)[0]).toMatch(/No preview yet[\s\S]*#17[\s\S]*Close one of these/);
    // The one that is there may be updated.
    const again = await stage.on({ action: 'synchronize' }, { inputs: { ...inputs, 'version-label': 'v3' } });
    expect(again.outputs.outcome).toBe('succeeded');
  }, 30_000);

  it('an environment of that name without our tags is never deployed to: the next name is taken', async () => {
    const others = [{ application: 'shop', name: 'shop-pr-17', versionLabel: 'v1', instances: 1 }];
    const stage = new PreviewWorld({ others });
    const ended = await stage.on({ action: 'opened' });
    expect(ended.outputs.outcome).toBe('succeeded');
    expect(await stage.environment('shop-pr-17')).toMatchObject({ versionLabel: 'v1' });
    const own = (await stage.world.ports.beanstalk.environments()).find(({ name }) => /^shop-\w{6}-pr-17$/.test(name));
    expect(own).toMatchObject({ versionLabel: 'v2' });
    stage.pull({ number: 17, state: 'closed' });
    await stage.on({ action: 'closed' });
    expect(await stage.environment('shop-pr-17')).toMatchObject({ status: 'Ready' });
    expect(await stage.environment(own?.name)).toBeUndefined();
  }, 30_000);

  it('a host name that somebody else has is not taken, and when all are the pull request hears it', async () => {
    const stage = new PreviewWorld();
    stage.world.scenario({ faults: [{ kind: 'cname-taken', prefix: 'shop-pr-17' }] });
    await stage.on({ action: 'opened' });
    const { cname = '' } = (await stage.environment()) ?? {};
    expect(cname).toMatch(/^shop-\w{6}-pr-17\./);
    const [prefix = ''] = cname.split('.');
    const other = new PreviewWorld();
    const faults = ['shop-pr-17', prefix].map((one) => ({ kind: 'cname-taken', prefix: one }) as const);
    other.world.scenario({ faults });
    expect((await other.on({ action: 'opened' })).outputs.outcome).toBe('failed');
    expect(other.comments()[0]).toMatch(/CNAME prefixes .* are taken/);
  }, 30_000);

  it('two previews of one pull request live side by side under two names', async () => {
    const stage = new PreviewWorld();
    await stage.on({ action: 'opened' }, { inputs: { 'preview-name': 'api' } });
    await stage.on({ action: 'opened' }, { inputs: { 'preview-name': 'web' } });
    expect(stage.comments()).toHaveLength(2);
    stage.pull({ number: 17, state: 'closed' });
    await stage.on({ action: 'closed' }, { inputs: { 'preview-name': 'web' } });
    expect(await stage.environment('web-pr-17')).toBeUndefined();
    expect(await stage.environment('api-pr-17')).toMatchObject({ status: 'Ready' });
  }, 30_000);
});

describe('what a preview is made from', () => {
  it('a model with a database of its own is refused, unless it is allowed', async () => {
    const options = { 'aws:rds:dbinstance': { HasCoupledDatabase: 'true', DBEngine: 'mysql' } };
    const stage = new PreviewWorld({ environment: { options } });
    const refused = await stage.on({ action: 'opened' });
    expect(refused.outputs.outcome).toBe('failed');
    expect(refused.lines.join('\n')).toContain('coupled-database');
    expect(stage.comments()[0]).toMatch(/could not be deployed[\s\S]*another, empty one/);
  }, 30_000);

  it('the first-time command runs once in the life of a preview', async () => {
    const stage = new PreviewWorld();
    const inputs = { 'preview-first-command': 'bin/seed' };
    const opened = await stage.on({ action: 'opened' }, { inputs });
    expect(opened.outputs.outcome).toBe('succeeded');
    const sent = (): number => stage.calls().filter((call) => call === 'SendCommand').length;
    expect(sent()).toBe(1);
    await stage.on({ action: 'synchronize' }, { inputs: { ...inputs, 'version-label': 'v3' } });
    expect(sent()).toBe(1);
  }, 30_000);

  it('a run by hand names its pull request, and deploys what GitHub says is its head', async () => {
    const stage = new PreviewWorld();
    const run = { eventName: 'workflow_dispatch' };
    const inputs = { 'pull-request-number': '17' };
    expect((await stage.on({ action: '' }, { run, inputs })).outputs.outcome).toBe('succeeded');
    expect(await stage.tags()).toMatchObject({ 'beanstalk-rollout:pull-request': '17' });
    const unknown = await stage.on({ action: '' }, { run, inputs: { 'pull-request-number': '4711' } });
    expect(unknown.lines.join('\n')).toContain('preview-pull-request-unknown');
    const none = await stage.on({ action: '' }, { run });
    expect(none.lines.join('\n')).toContain('preview-without-pull-request');
  }, 30_000);
});
