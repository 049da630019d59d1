/** Where names lead: a forward HTTP proxy that knows the simulated environments' names and nothing of the real network. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Instant, Milliseconds } from '../../domain/time.js';
import type { Random } from '../../ports/random.js';
import type { PublishedName } from '../runtime/published-names.js';
import type { CertificateAuthority } from './certificates.js';
import { isElsewhere, passOn } from './elsewhere.js';
import type { Entrance } from './entrance.js';
import { type Client, clientOf, Resolvers } from './resolvers.js';
import { SecureFront } from './secure-front.js';

export interface NameProxySettings {
  readonly now: () => Instant;
  /** The entrance of an environment, while there is one. */
  readonly entranceOf: (environmentId: string) => Entrance | undefined;
  /** The environment whose entrance has this host name or address (`…elb.amazonaws.com`, an IP address). */
  readonly environmentAt: (endpoint: string) => string | undefined;
  /** Simulated time for which a resolver holds an answer; see `resolvers.ts`. Default 0. */
  readonly nameTimeToLive?: Milliseconds;
  /** Signs the certificates of environments that speak https. */
  readonly authority: CertificateAuthority;
  /** For names with several answers. */
  readonly random: Random;
  /** Names that the service does not give out lead into the real network. Default: nowhere. */
  readonly passesOtherNames?: boolean;
}

type Found = { readonly entrance: Entrance } | { readonly problem: string };

/** See `entrance.ts`: the client must be the one that closes idle connections. */
const KEEP_ALIVE = 75_000;

export class NameProxy {
  readonly #settings: NameProxySettings;
  readonly #names: Resolvers;
  readonly #server: Server;
  readonly #tunnels = new Set<Duplex>();
  readonly #front: SecureFront;

  private constructor(settings: NameProxySettings) {
    this.#settings = settings;
    this.#front = new SecureFront(settings.authority);
    const { now, nameTimeToLive = 0, entranceOf, environmentAt, random } = settings;
    const isHealthy = (environmentId: string): boolean => entranceOf(environmentId)?.isHealthy ?? false;
    this.#names = new Resolvers(now, nameTimeToLive, { environmentAt, isHealthy, random });
    this.#server = createServer({ keepAliveTimeout: KEEP_ALIVE }, (request, response) =>
      this.#forward(request, response),
    );
    this.#server.on('connect', (request, socket, head) => void this.#tunnel(request, socket, head));
  }

  static async open(settings: NameProxySettings): Promise<NameProxy> {
    const proxy = new NameProxy(settings);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject);
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  /** What `HTTP_PROXY` is set to. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  point(name: string, environmentId: string | undefined): void {
    this.#names.point(name, environmentId);
  }

  publish(names: readonly PublishedName[]): void {
    this.#names.publish(names);
  }

  async close(): Promise<void> {
    for (const socket of this.#tunnels) socket.destroy();
    await this.#front.close();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #forward(request: IncomingMessage, response: ServerResponse): void {
    const url = requestUrl(request);
    if (url?.protocol === 'http:' && this.#passes(url.hostname)) {
      passOn(request, response, url);
      return;
    }
    const found =
      url === undefined
        ? { problem: 'the request names no host' }
        : this.#find(clientOfRequest(request), url.protocol, url.hostname, url.port);
    if (url === undefined || 'problem' in found) {
      const text = `Elastic Beanstalk simulator: ${'problem' in found ? found.problem : ''}\n`;
      response.writeHead(502, {
        'content-type': 'text/plain; charset=utf-8',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
      return;
    }
    request.url = `${url.pathname}${url.search}`;
    delete request.headers['proxy-connection'];
    delete request.headers['proxy-authorization'];
    request.headers.host = url.host;
    found.entrance.handle(request, response);
  }

  /** Some clients tunnel plain HTTP too. */
  async #tunnel(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(request.url ?? '') ?? [];
    if (this.#passes(host)) return this.#join(socket, connect({ host, port: Number(port) }), head);
    const isTls = port === '443';
    const rest = isTls || port === '80' ? '' : port;
    const found = this.#find(clientOfRequest(request), isTls ? 'https:' : 'http:', host, rest);
    const listener = 'problem' in found ? undefined : isTls ? this.#front : found.entrance;
    const entrancePort = await listener?.port().catch(() => undefined);
    if ('problem' in found || entrancePort === undefined) {
      const text = `Elastic Beanstalk simulator: ${'problem' in found ? found.problem : 'the environment is gone'}\n`;
      const headers = `content-type: text/plain; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close`;
      socket.end(`HTTP/1.1 502 Bad Gateway\r\n${headers}\r\n\r\n${text}`);
      return;
    }
    const onward = connect({ port: entrancePort, host: '127.0.0.1' });
    if (isTls) this.#front.lead(onward, found.entrance);
    this.#join(socket, onward, head);
  }

  #join(socket: Duplex, onward: Socket, head: Buffer): void {
    onward.once('connect', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const [end, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.#tunnels.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.#tunnels.delete(end);
        other.destroy();
      });
    }
  }

  #passes(hostname: string): boolean {
    const isKnown = this.#names.knows(hostname) || this.#settings.environmentAt(hostname) !== undefined;
    return this.#settings.passesOtherNames === true && !isKnown && isElsewhere(hostname);
  }

  #find(client: Client, protocol: string, hostname: string, port: string): Found {
    const name = hostname.toLowerCase();
    const environmentId = this.#names.knows(name)
      ? this.#names.lookUp(name, client)
      : this.#settings.environmentAt(name);
    if (environmentId === undefined) {
      return { problem: `no environment has the name ${hostname}, and this proxy leads nowhere else` };
    }
    const entrance = this.#settings.entranceOf(environmentId);
    if (entrance === undefined) {
      return { problem: `the environment of ${hostname} has no load balancer or address yet` };
    }
    if (port !== '')
      return { problem: `${hostname} answers on port ${entrance.isSecure ? 443 : 80} only, not on ${port}` };
    if (entrance.isSecure !== (protocol === 'https:')) return { problem: entrance.isSecure ? TLS_ONLY : NO_TLS };
    return { entrance };
  }
}

const clientOfRequest = ({ socket, headers }: IncomingMessage): Client =>
  clientOf(socket.remoteAddress, headers['proxy-authorization']);

const NO_TLS = 'Standard environments answer http on port 80 here; their https is not simulated';
const TLS_ONLY = 'Cluster environments answer https only, and port 80 is closed; ask through a tunnel (HTTPS_PROXY)';

/** The URL asked for: absolute (a proxy request), or by the Host header (somebody asks the proxy's port directly). */
function requestUrl(request: IncomingMessage): URL | undefined {
  const asked = request.url ?? '/';
  const absolute = asked.startsWith('/') ? `http://${request.headers.host ?? ''}${asked}` : asked;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}
