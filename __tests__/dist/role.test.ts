import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStage, printed, run, type Stage } from '../support/runner.js';

const ROLE = 'arn:aws:iam::123456789012:role/deploy-shop';
const SHOP = { 'aws-region': 'us-east-1', 'application-name': 'shop', 'environment-name': 'shop-role' };
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const TOKEN = `${encoded({ alg: 'RS256' })}.${encoded({ sub: 'repo:acme/shop:ref:refs/heads/main' })}.signature`;

/** GitHub's provider of ID tokens, as a job meets it. */
async function openProvider() {
  const asked: { readonly url: string; readonly authorization: string }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '' });
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ value: TOKEN }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token-of-the-runner',
    },
    close: () => server.close(),
  };
}

let stage: Stage;
let provider: Awaited<ReturnType<typeof openProvider>>;
beforeAll(async () => {
  [stage, provider] = await Promise.all([openStage({ speed: 20 }), openProvider()]);
  await stage.post('/_simulator/seed', {
    environments: [{ application: 'shop', name: 'shop-role', versionLabel: 'v1', instances: 1 }],
  });
});
afterAll(async () => {
  provider?.close();
  await stage?.close();
});

describe('dist/index.js with role-to-assume', () => {
  it('needs no other credentials, and prints neither its token nor its session', async () => {
    const step = await stage.step({
      ...SHOP,
      'version-label': 'v1',
      'version-source': 'existing',
      'role-to-assume': ROLE,
    });
    const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, AWS_SESSION_TOKEN: ___, ...env } = step.env ?? {};
    const main = await run({ ...step, env: { ...env, ...provider.env } });
    expect(main.outputs.outcome).toBe('unchanged');
    expect(provider.asked).toEqual([
      { url: '/token?api-version=2.0&audience=sts.amazonaws.com', authorization: 'Bearer token-of-the-runner' },
    ]);
    const calls = (await stage.calls()).map(({ action }) => action);
    expect(calls).toContain('AssumeRoleWithWebIdentity');
    const unmasked = main.lines.filter((line) => !line.startsWith('::add-mask::')).join('\n');
    expect(unmasked).not.toContain(TOKEN);
    expect(printed(main)).toContain('::add-mask::');
    expect(JSON.stringify(main.outputs)).not.toContain('Simulator//////////');
  }, 60_000);

  it('says what to do when the role is none, before any call', async () => {
    const step = await stage.step({ ...SHOP, 'role-to-assume': 'deploy-shop' });
    const main = await run(step);
    expect(main.exitCode).toBe(1);
    expect(printed(main)).toContain('is not the ARN of a role');
  }, 60_000);
});
