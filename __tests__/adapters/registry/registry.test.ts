/** Registries as they speak: OCI distribution with tokens, and Amazon ECR's JSON, over real sockets on the loopback. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createAwsClients } from '../../../src/adapters/aws/clients.js';
import { createRegistry } from '../../../src/adapters/registry/registry.js';
import { parseImage } from '../../../src/domain/image.js';
import type { DigestAnswer } from '../../../src/ports/registry.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const MANIFEST = '{"schemaVersion":2}';
const DIGEST = `sha256:${createHash('sha256').update(MANIFEST).digest('hex')}`;

interface Behaviour {
  /** `user:password` that is let in; absent: everybody is. */
  readonly password?: string;
  readonly scheme?: 'Bearer' | 'Basic';
  /** Realm instead of the registry's own. */
  readonly realm?: string;
  readonly saysDigest?: boolean;
  readonly status?: number;
}

/** A registry with `team/shop:1`, which hands out tokens and wants to see them. */
async function registry(behaviour: Behaviour = {}) {
  const seen: string[] = [];
  const asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
  const wanted =
    behaviour.password === undefined ? undefined : `Basic ${Buffer.from(behaviour.password).toString('base64')}`;
  const host: string = await serve((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    const { authorization } = request.headers;
    seen.push(`${request.method} ${url.pathname}`);
    asked.push({ path: url.pathname, authorization });
    if (url.pathname === '/token') {
      const isAllowed = wanted === undefined || authorization === wanted;
      const scope = url.searchParams.get('scope');
      response.writeHead(isAllowed ? 200 : 401).end(isAllowed ? JSON.stringify({ token: `for-${scope}` }) : '{}');
      return;
    }
    const expected = behaviour.scheme === 'Basic' ? wanted : 'Bearer for-repository:team/shop:pull';
    if (authorization !== expected) {
      const realm = behaviour.realm ?? `http://${host}/token`;
      const challenge =
        behaviour.scheme === 'Basic' ? 'Basic realm="x"' : `Bearer realm="${realm}",service="registry.test"`;
      response.writeHead(401, { 'www-authenticate': challenge }).end();
      return;
    }
    if (behaviour.status !== undefined) return void response.writeHead(behaviour.status).end();
    if (!['/v2/team/shop/manifests/1', `/v2/team/shop/manifests/${DIGEST}`].includes(url.pathname)) {
      return void response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
    }
    const digest = behaviour.saysDigest === false ? {} : { 'docker-content-digest': DIGEST };
    response.writeHead(200, digest).end(request.method === 'HEAD' ? undefined : MANIFEST);
  });
  return { host, seen, asked };
}

const NO_ECR = () => Promise.reject(new Error('not a registry of Amazon ECR'));

async function digestOf(name: string, auth?: string, env: Record<string, string> = {}): Promise<DigestAnswer> {
  const read = parseImage(name);
  if (!('image' in read)) throw new Error(read.because);
  return createRegistry({ env, ecr: NO_ECR }).digest(read.image, auth);
}

describe('a registry that speaks the OCI distribution API', () => {
  it('hands out a token and tells the digest of a tag', async () => {
    const { host, seen } = await registry();
    expect(await digestOf(`${host}/team/shop:1`)).toEqual({ kind: 'found', digest: DIGEST });
    expect(seen).toEqual(['HEAD /v2/team/shop/manifests/1', 'GET /token', 'HEAD /v2/team/shop/manifests/1']);
  });

  it('lets a private image be asked with user and password, which go only to where tokens are', async () => {
    const { host, asked } = await registry({ password: 'kim:s3cret' });
    expect(await digestOf(`${host}/team/shop:1`, 'kim:s3cret')).toMatchObject({ kind: 'found' });
    const basic = asked.filter(({ authorization }) => authorization?.startsWith('Basic'));
    expect(basic.map(({ path }) => path)).toEqual(['/token']);
    expect(await digestOf(`${host}/team/shop:1`)).toMatchObject({
      kind: 'unknown',
      because: expect.stringContaining('docker-registry-auth'),
    });
    expect(await digestOf(`${host}/team/shop:1`, 'kim:wrong')).toMatchObject({ kind: 'unknown' });
  });

  it('may want the password itself', async () => {
    const { host } = await registry({ password: 'kim:s3cret', scheme: 'Basic' });
    expect(await digestOf(`${host}/team/shop:1`, 'kim:s3cret')).toEqual({ kind: 'found', digest: DIGEST });
    expect(await digestOf(`${host}/team/shop:1`)).toMatchObject({ kind: 'unknown' });
  });

  it('does not get a password sent somewhere without TLS', async () => {
    const { host } = await registry({ realm: 'http://tokens.example/token' });
    expect(await digestOf(`${host}/team/shop:1`, 'kim:s3cret')).toMatchObject({
      kind: 'unknown',
      because: expect.stringContaining('without TLS'),
    });
  });

  it('that tells no digest has it computed from the manifest', async () => {
    const { host } = await registry({ saysDigest: false });
    expect(await digestOf(`${host}/team/shop:1`)).toEqual({ kind: 'found', digest: DIGEST });
  });

  it('says that an image is missing, by tag or by digest', async () => {
    const { host } = await registry();
    expect(await digestOf(`${host}/team/shop:2`)).toMatchObject({ kind: 'missing' });
    expect(await digestOf(`${host}/team/shop@sha256:${'0'.repeat(64)}`)).toMatchObject({ kind: 'missing' });
    expect(await digestOf(`${host}/team/shop@${DIGEST}`)).toEqual({ kind: 'found', digest: DIGEST });
  });

  it.each([429, 500, 403])('that answers %d tells nothing', async (status) => {
    const { host } = await registry({ status });
    const answer = await digestOf(`${host}/team/shop:1`);
    expect(answer).toMatchObject({ kind: 'unknown', because: expect.stringContaining(String(status)) });
  });

  it('that nobody answers for is unknown, not missing', async () => {
    expect(await digestOf('127.0.0.1:1/team/shop:1')).toMatchObject({ kind: 'unknown' });
  });

  it('is asked through the proxy of the environment', async () => {
    const seen: (string | undefined)[] = [];
    const proxy = await serve((request, response) => {
      seen.push(request.url);
      response.writeHead(200, { 'docker-content-digest': DIGEST }).end();
    });
    await digestOf('localhost:5000/team/shop:1', undefined, { http_proxy: proxy });
    expect(seen).toEqual(['http://localhost:5000/v2/team/shop/manifests/1']);
  });
});

describe('a registry of Amazon ECR', () => {
  const NAME = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1';

  async function ask(status: number, answer: unknown, name = NAME) {
    const bodies: Record<string, unknown>[] = [];
    const regions: string[] = [];
    const endpoint = await serve((request, response) => {
      let text = '';
      request.on('data', (part) => {
        text += part;
      });
      request.on('end', () => {
        bodies.push({ target: request.headers['x-amz-target'], ...JSON.parse(text) });
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
      });
    });
    const ecr = (region: string) => {
      regions.push(region);
      const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
      return createAwsClients({ region, version: '1', env: {}, endpoint: `http://${endpoint}`, credentials }).ecr();
    };
    const read = parseImage(name);
    if (!('image' in read)) throw new Error(read.because);
    return { found: await createRegistry({ env: {}, ecr }).digest(read.image), bodies, regions };
  }

  it('is asked by BatchGetImage, in its own account and region', async () => {
    const { found, bodies, regions } = await ask(200, {
      images: [{ imageId: { imageDigest: DIGEST, imageTag: '1' } }],
    });
    expect(found).toEqual({ kind: 'found', digest: DIGEST });
    expect(regions).toEqual(['eu-west-1']);
    expect(bodies).toEqual([
      expect.objectContaining({
        target: 'AmazonEC2ContainerRegistry_V20150921.BatchGetImage',
        registryId: '123456789012',
        repositoryName: 'team/shop',
        imageIds: [{ imageTag: '1' }],
      }),
    ]);
  });

  it.each([
    ['an image', 200, { images: [], failures: [{ failureCode: 'ImageNotFound', failureReason: 'x' }] }, 'missing'],
    ['a repository', 400, { __type: 'RepositoryNotFoundException', message: 'x' }, 'missing'],
    ['a permission', 400, { __type: 'AccessDeniedException', message: 'not authorized' }, 'unknown'],
  ])('without %s', async (_, status, answer, kind) => {
    expect((await ask(status, answer)).found.kind).toBe(kind);
  });
});
