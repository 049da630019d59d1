/** Lets Octokit talk to the wire without a socket: `getOctokit(token, { request: { fetch: inProcessFetch(wire) } })`. */
import { Readable } from 'node:stream';
import { ConnectionReset, type WireResponse } from './http.js';
import type { Wire } from './wire.js';

/** The part of `fetch` that Octokit uses: text bodies, and whole answers. */
export type Fetch = (address: string, options?: FetchOptions) => Promise<Response>;

export interface FetchOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** As Node's `fetch` reports a connection that broke. */
const broken = (): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });

const aborted = (): Error => new DOMException('This operation was aborted', 'AbortError');

/** Answers without ever waiting for real: a slow answer waits on the wire's clock. */
export function inProcessFetch(wire: Pick<Wire, 'handle'>): Fetch {
  return async (address, { method = 'GET', headers = {}, body, signal } = {}) => {
    if (signal?.aborted === true) throw aborted();
    const url = new URL(address);
    const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const answering = wire
      .handle({
        method,
        url: `${url.pathname}${url.search}`,
        headers: { host: url.host, ...sent },
        body: body === undefined ? undefined : Buffer.from(body, 'utf8'),
      })
      .catch((error: unknown) => {
        throw error instanceof ConnectionReset ? broken() : error;
      });
    const abortion = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(aborted()), { once: true });
    });
    return responseOf(await Promise.race([answering, abortion]));
  };
}

async function responseOf({ status, headers, body }: WireResponse): Promise<Response> {
  const bytes = body instanceof Readable ? Buffer.concat(await body.toArray()) : Buffer.from(body);
  return new Response(status === 204 ? null : bytes, { status, headers: { ...headers } });
}
