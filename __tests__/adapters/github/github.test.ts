import { describe, expect, it } from '@jest/globals';
import { testGitHub } from '../../support/github.js';

describe('GitHub over the adapter', () => {
  const NEW = {
    ref: 'main',
    environment: 'shop-prod',
    description: 'v2 with rolling',
    transient: false,
    production: true,
    payload: { version: 'v2' },
  } as const;

  it('reads a pull request, also one whose fork is gone', async () => {
    const pulls = [
      { number: 7, title: 'Faster <b>', headCommit: 'a'.repeat(40), headBranch: 'fast', labels: ['preview'] },
      { number: 8, headRepository: 'kim/shop', state: 'closed' as const },
      { number: 9, headRepository: null },
    ];
    const { github, wrong } = testGitHub({ repositories: [{ name: 'acme/shop', pulls }] });
    expect(await github.pullRequest(7)).toEqual({
      number: 7,
      state: 'open',
      title: 'Faster <b>',
      headCommit: 'a'.repeat(40),
      headBranch: 'fast',
      headRepository: 'acme/shop',
      labels: ['preview'],
    });
    expect(await github.pullRequest(8)).toMatchObject({ state: 'closed', headRepository: 'kim/shop' });
    expect(wrong).toEqual([]);
    // Not what the description says (a repository is required there), but what GitHub does.
    expect(await github.pullRequest(9)).not.toHaveProperty('headRepository');
    expect(wrong).not.toEqual([]);
  });

  it('says that there is no such pull request only when the repository itself can be read', async () => {
    const seen = testGitHub();
    expect(await seen.github.pullRequest(7)).toBeUndefined();
    expect(seen.exchanges.map(({ operationId, status }) => `${operationId} ${status}`)).toEqual([
      'pulls/get 404',
      'repos/get 200',
    ]);
    const hidden = testGitHub({}, { repository: 'acme/other' });
    await expect(hidden.github.pullRequest(7)).rejects.toMatchObject({ problem: { code: 'github-refused' } });
  });

  it('writes, changes and lists comments over several pages', async () => {
    const comments = Array.from({ length: 205 }, (_, index) => ({ pull: 7, body: `number ${index}`, author: 'kim' }));
    const { github, wrong, repository } = testGitHub({
      repositories: [{ name: 'acme/shop', pulls: [{ number: 7 }], comments }],
    });
    const made = await github.createComment(7, 'hello');
    await github.updateComment(made.id, 'hello again');
    const all = await github.comments(7);
    expect(all).toHaveLength(206);
    expect(all[0]).toMatchObject({ body: 'number 0', author: 'kim' });
    expect(all.at(-1)).toEqual({ ...made, body: 'hello again', author: 'github-actions[bot]' });
    expect(made.url).toContain(`/acme/shop/pull/7#issuecomment-${made.id}`);
    expect(repository().comments.at(-1)?.body).toBe('hello again');
    expect(wrong).toEqual([]);
  });

  it('records deployments without merging anything and without waiting for checks', async () => {
    const { github, wrong, repository } = testGitHub();
    const id = await github.createDeployment(NEW);
    await github.setDeploymentStatus(id, {
      state: 'success',
      description: 'x'.repeat(200),
      environmentUrl: 'http://shop.example.com',
      logUrl: 'https://github.com/acme/shop/actions/runs/1',
    });
    const [record] = repository().deployments;
    expect(record).toMatchObject({ id, environment: 'shop-prod', production: true, payload: { version: 'v2' } });
    expect(record?.statuses[0]?.description).toHaveLength(140);
    expect(await github.deployments('shop-prod')).toEqual([
      { id, environment: 'shop-prod', ref: 'main', commit: record?.sha, payload: { version: 'v2' } },
    ]);
    expect(await github.deployments('other')).toEqual([]);
    expect(await github.newestDeployments()).toHaveLength(1);
    expect(await github.deploymentStatuses(id)).toEqual([
      { state: 'success', logUrl: 'https://github.com/acme/shop/actions/runs/1' },
    ]);
    expect(wrong).toEqual([]);
  });

  it('knows who may write, and as whom it writes', async () => {
    const { github, wrong } = testGitHub({
      repositories: [{ name: 'acme/shop', collaborators: { kim: 'write', nobody: null } }],
    });
    expect(await github.permission('kim')).toBe('write');
    expect(await github.permission('acme')).toBe('admin');
    expect(await github.permission('stranger')).toBe('read');
    expect(await github.permission('nobody')).toBe('none');
    expect(await github.viewer()).toBeUndefined();
    const person = testGitHub({ tokens: { pat: { login: 'kim' } } }, { token: 'pat' });
    expect(await person.github.viewer()).toBe('kim');
    expect([...wrong, ...person.wrong]).toEqual([]);
  });
});
