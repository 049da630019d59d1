/** One request as `curl` would send it: over `HTTP_PROXY` and `HTTPS_PROXY` unless `NO_PROXY` names the host. */
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Http, HttpAnswer, HttpRequest } from '../../ports/http.js';
import { type Env, openTunnel, proxyAddress, proxyAuthorization, proxyFor } from './proxy.js';

export { proxyFor } from './proxy.js';

export function createHttp(env: Env): Http {
  return {
    get: async (request) => {
      const answer = await exchange({ ...request, method: 'GET', headers: {} }, env);
      if (answer.kind === 'unanswered') return answer;
      const { kind, status, body } = answer;
      return { kind, status, body };
    },
  };
}

export interface ExchangeRequest extends HttpRequest {
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
}

export type Exchanged =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: string;
      /** By names in small letters. */
      readonly headers: Readonly<Record<string, string | undefined>>;
    }
  | Extract<HttpAnswer, { kind: 'unanswered' }>;

/** Never fails. */
export function exchange(request: ExchangeRequest, env: Env): Promise<Exchanged> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const end = (answer: Exchanged): void => {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', cancel);
      resolve(answer);
      stop.abort();
    };
    const cancel = (): void => end({ kind: 'unanswered', because: 'the run was asked to stop' });
    const timer = setTimeout(
      () => end({ kind: 'unanswered', because: `there was no answer within ${request.timeout / 1_000} s` }),
      request.timeout,
    );
    if (request.signal?.aborted) return cancel();
    request.signal?.addEventListener('abort', cancel, { once: true });
    const failed = (error: Error): void => end({ kind: 'unanswered', because: reasonOf(error) });
    try {
      const { method, headers, limitBytes } = request;
      const answered = (response: IncomingMessage): void => read(response, limitBytes, end, failed);
      send({ url: new URL(request.url), method, headers, env, signal: stop.signal, answered, failed });
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

const reasonOf = (error: Error): string =>
  'code' in error ? `${error.message} (${String(error.code)})` : error.message;

function read(
  response: IncomingMessage,
  limitBytes: number,
  end: (answer: Exchanged) => void,
  failed: (error: Error) => void,
): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  const done = (): void =>
    end({
      kind: 'answered',
      status: response.statusCode ?? 0,
      body: Buffer.concat(parts).subarray(0, limitBytes).toString('utf8'),
      headers: headersOf(response),
    });
  response.on('data', (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
    if (bytes >= limitBytes) done();
  });
  response.on('end', done);
  response.on('error', failed);
}

const headersOf = (response: IncomingMessage): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );

interface Sending {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  readonly env: Env;
  readonly signal: AbortSignal;
  readonly answered: (response: IncomingMessage) => void;
  readonly failed: (error: Error) => void;
}

function send(sending: Sending): void {
  const { url, method, env, signal, answered, failed } = sending;
  const headers = { 'user-agent': 'beanstalk-rollout', accept: '*/*', connection: 'close', ...sending.headers };
  const proxy = proxyFor(url, env);
  if (proxy === undefined) {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    request(url, { method, agent: false, headers, signal }, answered).on('error', failed).end();
  } else if (url.protocol === 'http:') {
    // A proxy is given the whole address.
    const request = proxy.protocol === 'https:' ? requestHttps : requestHttp;
    const at = { ...proxyAddress(proxy), method, path: url.href, agent: false } as const;
    request({ ...at, headers: { ...headers, ...proxyAuthorization(proxy), host: url.host }, signal }, answered)
      .on('error', failed)
      .end();
  } else {
    const opened = (socket: Socket): void => {
      const secure = connectTls({ socket, servername: url.hostname });
      secure.on('error', failed);
      // Without `agent`: even `false` would make one, which connects by itself.
      requestHttps(url, { method, createConnection: () => secure, headers, signal }, answered)
        .on('error', failed)
        .end();
    };
    openTunnel({ proxy, to: `${url.hostname}:${url.port || 443}`, signal, opened, failed });
  }
}
