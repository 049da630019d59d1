/** Any registry that speaks the OCI distribution API: a HEAD for the manifest, with a token fetched where one is asked for. */
import { createHash } from 'node:crypto';
import type { ImageReference } from '../../domain/image.js';
import { type Milliseconds, seconds } from '../../domain/time.js';
import type { DigestAnswer } from '../../ports/registry.js';
import { type Exchanged, exchange } from '../system/http.js';
import type { Env } from '../system/proxy.js';

const LIMIT: Milliseconds = seconds(20);
/** A manifest with all its platforms is a few kilobytes; registries refuse more than 4 MB (OCI distribution specification). */
const LARGEST_MANIFEST = 4 * 1_048_576;
const LARGEST_TOKEN = 256 * 1_024;

/** Single images and lists of images for several processors, in both dialects. */
export const MANIFEST_TYPES: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

export async function ociDigest(image: ImageReference, auth: string | undefined, env: Env): Promise<DigestAnswer> {
  const base = baseOf(image.registry);
  const url = `${base}/v2/${image.repository}/manifests/${image.digest ?? image.tag ?? 'latest'}`;
  const ask = (method: 'HEAD' | 'GET', token?: string): Promise<Exchanged> => {
    const headers = { accept: MANIFEST_TYPES.join(', '), ...(token === undefined ? {} : { authorization: token }) };
    return exchange({ url, method, headers, timeout: LIMIT, limitBytes: LARGEST_MANIFEST }, env);
  };
  let answer = await ask('HEAD');
  let token: string | undefined;
  if (answer.kind === 'answered' && answer.status === 401) {
    const made = await authorize(answer.headers['www-authenticate'] ?? '', image, auth, base, env);
    if ('because' in made) return { kind: 'unknown', because: made.because };
    token = made.authorization;
    answer = await ask('HEAD', token);
  }
  if (answer.kind === 'answered' && answer.status === 200 && digestIn(answer) === undefined) {
    answer = await ask('GET', token);
  }
  return judge(answer, image);
}

function judge(answer: Exchanged, { registry, digest }: ImageReference): DigestAnswer {
  if (answer.kind === 'unanswered') return { kind: 'unknown', because: `${registry}: ${answer.because}` };
  const { status, body } = answer;
  if (status === 404) return { kind: 'missing', because: `${registry} answered 404` };
  if (status !== 200) return { kind: 'unknown', because: `${registry} answered ${status}` };
  // The digest of a manifest is the one of its bytes (OCI image specification), for registries that do not say it.
  const found = digest ?? digestIn(answer) ?? (body === '' ? undefined : `sha256:${sha256(body)}`);
  return found === undefined
    ? { kind: 'unknown', because: `${registry} does not tell its digest` }
    : { kind: 'found', digest: found };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function digestIn(answer: Extract<Exchanged, { kind: 'answered' }>): string | undefined {
  const said = answer.headers['docker-content-digest'] ?? '';
  return /^sha256:[0-9a-f]{64}$/.test(said) ? said : undefined;
}

/** Registries on this machine are asked without TLS, as Docker does. */
function baseOf(registry: string): string {
  if (registry === 'docker.io') return 'https://registry-1.docker.io';
  return `${isLocal(registry.replace(/:\d+$/, '')) ? 'http' : 'https'}://${registry}`;
}

const isLocal = (host: string): boolean => host === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(host);

type Authorization = { readonly authorization: string } | { readonly because: string };

/** Distribution registry documentation, "Token authentication specification". */
async function authorize(
  challenge: string,
  image: ImageReference,
  auth: string | undefined,
  base: string,
  env: Env,
): Promise<Authorization> {
  const { registry, repository } = image;
  const basic = auth === undefined ? undefined : `Basic ${Buffer.from(auth, 'utf8').toString('base64')}`;
  const scheme = /^\s*(\w+)/.exec(challenge)?.[1]?.toLowerCase();
  if (scheme === 'basic') {
    return basic === undefined
      ? { because: `${registry} asks for a password, and there is no \`docker-registry-auth\`` }
      : { authorization: basic };
  }
  const realm = parameter(challenge, 'realm');
  if (scheme !== 'bearer' || realm === undefined || !URL.canParse(realm)) {
    return { because: `${registry} answered 401 in a way that is not understood` };
  }
  const url = new URL(realm);
  // Where the token is fetched is the registry's word: a password goes nowhere unencrypted because of it.
  if (url.protocol !== 'https:' && !(base.startsWith('http:') && isLocal(url.hostname))) {
    return { because: `${registry} wants its tokens fetched without TLS` };
  }
  const service = parameter(challenge, 'service');
  if (service !== undefined) url.searchParams.set('service', service);
  url.searchParams.set('scope', `repository:${repository}:pull`);
  const headers: Record<string, string> = basic === undefined ? {} : { authorization: basic };
  const answer = await exchange(
    { url: url.href, method: 'GET', headers, timeout: LIMIT, limitBytes: LARGEST_TOKEN },
    env,
  );
  if (answer.kind === 'unanswered') return { because: `${url.hostname}: ${answer.because}` };
  const token = answer.status === 200 ? tokenIn(answer.body) : undefined;
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  return {
    because: `${url.hostname} gave no token (status ${answer.status})${auth === undefined ? '; the image may be private, see `docker-registry-auth`' : ''}`,
  };
}

const parameter = (challenge: string, name: string): string | undefined =>
  new RegExp(`[\\s,]${name}="([^"]*)"`, 'i').exec(challenge)?.[1];

function tokenIn(body: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null) return undefined;
    const { token, access_token: other } = answer as Readonly<Record<string, unknown>>;
    const found = typeof token === 'string' ? token : other;
    // It becomes a header.
    return typeof found === 'string' && /^[\x21-\x7e]+$/.test(found) ? found : undefined;
  } catch {
    return undefined;
  }
}
