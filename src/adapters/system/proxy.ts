/** Which proxy an address goes through, by the variables that `curl` reads, and tunnels through it. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type Socket } from 'node:net';

export type Env = Readonly<Record<string, string | undefined>>;

/** The proxy of a URL; small letters win over capitals, as for `curl`. Only HTTP proxies; `undefined`: directly. */
export function proxyFor(url: URL, env: Env): URL | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const text = lookUp(env, name) ?? lookUp(env, 'all_proxy');
  if (text === undefined || isDirect(url, lookUp(env, 'no_proxy') ?? '')) return undefined;
  const full = text.includes('://') ? text : `http://${text}`;
  const proxy = URL.canParse(full) ? new URL(full) : undefined;
  return proxy !== undefined && /^https?:$/.test(proxy.protocol) ? proxy : undefined;
}

/** A sentence when a proxy is wished that is none for HTTP, as `socks5://…`: then calls go directly. */
export function proxyGap(env: Env): string | undefined {
  const wished = ['https_proxy', 'http_proxy', 'all_proxy'].map((name) => [name, lookUp(env, name)] as const);
  const wrong = wished.find(([, text]) => text?.includes('://') === true && !/^https?:\/\//i.test(text));
  if (wrong === undefined) return undefined;
  const scheme = /^[a-z0-9.+-]*/i.exec(wrong[1] ?? '')?.[0];
  return `${wrong[0].toUpperCase()} names a proxy of the kind ${scheme}, which is not followed: only HTTP proxies are.`;
}

function lookUp(env: Env, name: string): string | undefined {
  const found = [env[name], env[name.toUpperCase()]].find((value) => value !== undefined && value.trim() !== '');
  return found?.trim();
}

/**
 * `NO_PROXY`: names with everything below them (a dot or `*.` before a name changes nothing), addresses, ranges such as
 * `10.0.0.0/8`, each for one port where one is given; or `*`. Separated by commas or blanks.
 */
function isDirect(url: URL, exceptions: string): boolean {
  const host = url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return exceptions
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && (entry === '*' || names(entry, host, port)));
}

function names(entry: string, host: string, port: string): boolean {
  const range = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(entry);
  if (range !== null) return inRange(host, range[1] ?? '', Number(range[2]));
  // An IPv6 address has colons of its own; with a port it stands in brackets.
  const [, bracketed, ofBracketed] = /^\[([^\]]*)\](?::(\d+))?$/.exec(entry) ?? [];
  const [, plain, ofPlain] = isIP(entry) === 6 ? [undefined, entry] : (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []);
  const wantedPort = ofBracketed ?? ofPlain;
  if (wantedPort !== undefined && wantedPort !== port) return false;
  const name = (bracketed ?? plain ?? '').replace(/^\*?\./, '').replace(/\.$/, '');
  if (name === '') return false;
  return host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
}

function inRange(host: string, network: string, prefix: number): boolean {
  const version = isIP(host);
  if (version === 0 || version !== isIP(network) || prefix > (version === 4 ? 32 : 128)) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list.check(host, family);
}

export function proxyAuthorization(proxy: URL): Readonly<Record<string, string>> {
  if (proxy.username === '') return {};
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** Host and port of a proxy, as Node's client wants them. */
export const proxyAddress = (proxy: URL) => ({
  host: proxy.hostname.replace(/^\[|\]$/g, ''),
  port: Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80)),
});

export interface TunnelOptions {
  readonly proxy: URL;
  /** `host:port` at the far end. */
  readonly to: string;
  readonly signal?: AbortSignal;
  readonly opened: (socket: Socket) => void;
  readonly failed: (error: Error) => void;
}

/** CONNECT. */
export function openTunnel({ proxy, to, signal, opened, failed }: TunnelOptions): void {
  const send = proxy.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = { ...proxyAuthorization(proxy), host: to };
  const stopping = signal === undefined ? {} : { signal };
  send({ ...proxyAddress(proxy), method: 'CONNECT', path: to, agent: false, headers, ...stopping })
    .on('connect', (response, socket) => {
      if (response.statusCode === 200) return opened(socket);
      socket.destroy();
      failed(new Error(`the proxy answered CONNECT with ${response.statusCode}`));
    })
    .on('response', (response) => {
      response.resume();
      failed(new Error(`the proxy answered CONNECT with ${response.statusCode}`));
    })
    .on('error', failed)
    .end();
}
