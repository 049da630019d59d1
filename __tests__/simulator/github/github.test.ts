import { describe, expect, it } from '@jest/globals';
import { inProcessFetch } from '../../../src/simulator/wire/in-process-fetch.js';
import { API_URL, testGitHub } from '../../support/github.js';
import { checkedFetch, DESCRIPTION } from '../../support/github-openapi.js';

type Seed = Parameters<typeof testGitHub>[0];

/** Calls as anybody's script would make them, held against GitHub's description. */
function opened(seed: Seed = {}, token: string | undefined = 'any') {
  const world = testGitHub(seed);
  const { fetch, wrong, exchanges } = checkedFetch(inProcessFetch(world.wire));
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${API_URL}${path}`, {
      method,
      headers: token === undefined ? {} : { authorization: `token ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { ...world, call, wrong, exchanges };
}

const SHOP = '/repos/acme/shop';
const DEPLOYMENT = { ref: 'main', auto_merge: false, required_contexts: [], environment: 'staging' };

describe('the simulated GitHub', () => {
  it('answers every operation that the description here has, in its shape', async () => {
    const { call, wrong, exchanges } = opened({
      repositories: [{ name: 'acme/shop', pulls: [{ number: 7 }] }],
      tokens: { any: { deployments: 'write', issues: 'write', login: 'kim' } },
    });
    const comment = await call('POST', `${SHOP}/issues/7/comments`, { body: 'hello' });
    const record = await call('POST', `${SHOP}/deployments`, DEPLOYMENT);
    const calls: readonly (readonly [string, string, unknown?])[] = [
      ['GET', '/rate_limit'],
      ['GET', '/user'],
      ['GET', SHOP],
      ['GET', `${SHOP}/collaborators/kim/permission`],
      ['GET', `${SHOP}/pulls`],
      ['GET', `${SHOP}/pulls/7`],
      ['GET', `${SHOP}/issues/7/comments`],
      ['GET', `${SHOP}/issues/comments/${comment.body.id}`],
      ['PATCH', `${SHOP}/issues/comments/${comment.body.id}`, { body: 'again' }],
      ['DELETE', `${SHOP}/issues/comments/${comment.body.id}`],
      ['POST', `${SHOP}/issues/7/labels`, { labels: ['preview'] }],
      ['GET', `${SHOP}/issues/7/labels`],
      ['DELETE', `${SHOP}/issues/7/labels/preview`],
      ['GET', `${SHOP}/deployments`],
      ['GET', `${SHOP}/deployments/${record.body.id}`],
      ['POST', `${SHOP}/deployments/${record.body.id}/statuses`, { state: 'inactive' }],
      ['GET', `${SHOP}/deployments/${record.body.id}/statuses`],
      ['DELETE', `${SHOP}/deployments/${record.body.id}`],
    ];
    for (const [method, path, body] of calls) expect((await call(method, path, body)).status).toBeLessThan(300);
    expect(wrong).toEqual([]);
    const described = Object.values(DESCRIPTION.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(exchanges.map(({ operationId }) => operationId))).toEqual(new Set(described));
  });

  it('refuses as GitHub does', async () => {
    const { call, wrong } = opened();
    const record = await call('POST', `${SHOP}/deployments`, DEPLOYMENT);
    const status = `${SHOP}/deployments/${record.body.id}/statuses`;
    expect(await call('POST', status, { state: 'success', description: 'x'.repeat(141) })).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: [{ field: 'description' }] },
    });
    expect(await call('POST', status, { state: 'success', environment_url: 'javascript:1' })).toMatchObject({
      status: 422,
    });
    // Every check of the commit must be green, and the job's own is not.
    expect(await call('POST', `${SHOP}/deployments`, { ref: 'main' })).toMatchObject({ status: 409 });
    expect(await call('GET', '/repos/acme/none')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    expect(wrong).toEqual([]);
  });

  it('knows no other refs when it was told of some', async () => {
    const { call } = opened({ repositories: [{ name: 'acme/shop', refs: { main: 'a'.repeat(40) } }] });
    expect((await call('POST', `${SHOP}/deployments`, DEPLOYMENT)).body.sha).toBe('a'.repeat(40));
    expect(await call('POST', `${SHOP}/deployments`, { ...DEPLOYMENT, ref: 'gone' })).toMatchObject({
      status: 422,
      body: { message: 'No ref found for: gone' },
    });
  });

  it('makes earlier successes inactive, but none of production, and none that is transient', async () => {
    const { call, repository } = opened();
    const succeed = async (more: object): Promise<void> => {
      const { body } = await call('POST', `${SHOP}/deployments`, { ...DEPLOYMENT, ...more });
      await call('POST', `${SHOP}/deployments/${body.id}/statuses`, { state: 'success' });
    };
    for (const more of [{}, { transient_environment: true }, { production_environment: true }, {}]) await succeed(more);
    expect(repository().deployments.map(({ state }) => state)).toEqual(['inactive', 'success', 'success', 'success']);
  });

  it.each([
    ['no token', undefined, 'POST', 401],
    ['an unknown token', 'other', 'POST', 401],
    ['a token that may only read', 'reader', 'POST', 403],
    ['a token that may write', 'writer', 'POST', 201],
    ['a token for something else, and a public repository', 'nothing', 'GET', 200],
  ])('%s', async (_, token, method, status) => {
    const tokens = { reader: { deployments: 'read' }, writer: { deployments: 'write' }, nothing: {} } as const;
    const world = opened({ tokens }, token);
    // `undefined` would take the default of the helper.
    const answer =
      token === undefined
        ? await inProcessFetch(world.wire)(`${API_URL}${SHOP}/deployments`, {
            method,
            body: JSON.stringify(DEPLOYMENT),
          })
        : await world.call(method, `${SHOP}/deployments`, method === 'GET' ? undefined : DEPLOYMENT);
    expect(answer.status).toBe(status);
  });

  it('counts the calls of the hour, shows the limit, and never a token', async () => {
    const { call, wire } = opened({ remaining: 1, tokens: { any: { deployments: 'read' } } });
    expect((await call('GET', SHOP)).headers.get('x-ratelimit-remaining')).toBe('0');
    const refused = await call('GET', SHOP);
    expect(refused.status).toBe(403);
    expect(refused.body.message).toMatch(/rate limit exceeded/);
    expect(Object.keys(wire.github.state() as object)).toContain('repositories');
    expect(JSON.stringify([wire.github.state(), wire.calls.list()])).not.toContain('"any"');
  });

  it('is the same after it was saved and restored', async () => {
    const { call, wire } = opened();
    await call('POST', `${SHOP}/deployments`, DEPLOYMENT);
    const other = testGitHub();
    other.wire.github.restore(JSON.parse(JSON.stringify(wire.github.save())));
    expect(other.wire.github.state()).toEqual(wire.github.state());
  });
});

describe('the check against the description', () => {
  it.each([
    ['an unknown member', 'POST', { ...DEPLOYMENT, sha: 'x' }, /unknown sha/],
    ['a missing member', 'POST', { auto_merge: false, required_contexts: [] }, /required property 'ref'/],
    ['a member of the wrong type', 'POST', { ...DEPLOYMENT, auto_merge: 'no' }, /auto_merge must be boolean/],
    ['an operation that is not described', 'PUT', undefined, /not in the description/],
  ])('finds %s', async (_, method, body, finding) => {
    const { call, wrong } = opened();
    await call(method, `${SHOP}/deployments`, body);
    expect(wrong.join('\n')).toMatch(finding);
  });
});
