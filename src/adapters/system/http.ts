/** One GET as `curl` would send it: over `HTTP_PROXY` and `HTTPS_PROXY` unless `NO_PROXY` names the host. */
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { connect as connectTls } from 'node:tls';
import type { Http, HttpAnswer, HttpRequest } from '../../ports/http.js';

type Env = Readonly<Record<string, string | undefined>>;

export function createHttp(env: Env): Http {
  return { get: (request) => get(request, env) };
}

function get(request: HttpRequest, env: Env): Promise<HttpAnswer> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const end = (answer: HttpAnswer): void => {
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
      send(
        new URL(request.url),
        env,
        stop.signal,
        (response) => read(response, request.limitBytes, end, failed),
        failed,
      );
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
  end: (answer: HttpAnswer) => void,
  failed: (error: Error) => void,
): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  const done = (): void =>
    end({
      kind: 'answered',
      status: response.statusCode ?? 0,
      body: Buffer.concat(parts).subarray(0, limitBytes).toString('utf8'),
    });
  response.on('data', (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
    if (bytes >= limitBytes) done();
  });
  response.on('end', done);
  response.on('error', failed);
}

function send(
  url: URL,
  env: Env,
  signal: AbortSignal,
  answered: (response: IncomingMessage) => void,
  failed: (error: Error) => void,
): void {
  const headers = { 'user-agent': 'beanstalk-rollout', accept: '*/*', connection: 'close' };
  const proxy = proxyFor(url, env);
  if (proxy === undefined) {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    request(url, { agent: false, headers, signal }, answered).on('error', failed).end();
  } else if (url.protocol === 'http:') {
    // A proxy is given the whole address.
    const at = { host: proxy.hostname, port: proxy.port || 80, path: url.href, agent: false } as const;
    requestHttp({ ...at, headers: { ...headers, ...authorization(proxy), host: url.host }, signal }, answered)
      .on('error', failed)
      .end();
  } else {
    tunnel(url, proxy, headers, signal, answered, failed);
  }
}

function tunnel(
  url: URL,
  proxy: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  answered: (response: IncomingMessage) => void,
  failed: (error: Error) => void,
): void {
  const to = `${url.hostname}:${url.port || 443}`;
  const at = { host: proxy.hostname, port: proxy.port || 80, method: 'CONNECT', path: to, agent: false } as const;
  requestHttp({ ...at, headers: { ...authorization(proxy), host: to }, signal })
    .on('connect', (response, socket) => {
      if (response.statusCode !== 200)
        return failed(new Error(`the proxy answered CONNECT with ${response.statusCode}`));
      const secure = connectTls({ socket, servername: url.hostname });
      secure.on('error', failed);
      requestHttps(url, { createConnection: () => secure, agent: false, headers, signal }, answered)
        .on('error', failed)
        .end();
    })
    .on('error', failed)
    .end();
}

function authorization(proxy: URL): Readonly<Record<string, string>> {
  if (proxy.username === '') return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** The proxy of a URL, by the variables that `curl` reads. */
export function proxyFor(url: URL, env: Env): URL | undefined {
  const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const text = env[name.toLowerCase()] ?? env[name] ?? '';
  if (text === '' || isDirect(url.hostname, env.no_proxy ?? env.NO_PROXY ?? '')) return undefined;
  const full = text.includes('://') ? text : `http://${text}`;
  return URL.canParse(full) ? new URL(full) : undefined;
}

/** `NO_PROXY`: names with everything below them, addresses, or `*`. */
function isDirect(host: string, exceptions: string): boolean {
  const wanted = host.toLowerCase();
  return exceptions.split(',').some((part) => {
    const name = part
      .trim()
      .toLowerCase()
      .replace(/^\*?\./, '')
      .replace(/:\d+$/, '');
    return name === '*' || (name !== '' && (wanted === name || wanted.endsWith(`.${name}`)));
  });
}
