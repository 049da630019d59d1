/** The service's own presigned URLs pass the same check as those of the SDK. */
import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../../src/simulator/random.js';
import { createCredentials, DEFAULT_ACCESS_KEYS } from '../../../src/simulator/wire/credentials.js';
import { parseAddress } from '../../../src/simulator/wire/http.js';
import { createPresigner } from '../../../src/simulator/wire/presign.js';
import { checkSignature, sentSignature } from '../../../src/simulator/wire/signature.js';

const now = Date.UTC(2026, 10, 21, 9, 30, 0);
const presign = createPresigner({
  baseUrl: () => 'http://127.0.0.1:4566',
  accessKey: DEFAULT_ACCESS_KEYS[0],
  region: 'us-east-1',
  wallClock: { now: () => now },
});

async function check(url: string, wallNow: number) {
  const { host, pathname, search } = new URL(url);
  const request = { method: 'GET', url: `${pathname}${search}`, headers: { host } };
  const address = parseAddress(request.url);
  return checkSignature(request as never, address, sentSignature(request as never, address), undefined, {
    credentials: createCredentials(DEFAULT_ACCESS_KEYS, '123456789012', seededRandom(1)),
    wallNow,
    credentialNow: wallNow,
    regions: ['us-east-1'],
  });
}

describe('a presigned log URL', () => {
  const url = presign('logs-bucket', "resources/environments/logs/tail/e-1/i-1/Tail Logs (1)'s.out");

  it('is accepted for a quarter of an hour', async () => {
    expect(await check(url, now)).toMatchObject({ ok: true });
    expect(await check(url, now + 899_000)).toMatchObject({ ok: true });
    expect(await check(url, now + 901_000)).toMatchObject({ ok: false, problem: { kind: 'presigned-expired' } });
  });

  it('is refused when its key was changed', async () => {
    expect(await check(url.replace('e-1', 'e-2'), now)).toMatchObject({ ok: false, problem: { kind: 'mismatch' } });
  });
});
