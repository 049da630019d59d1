/** Forwards one HTTP request to an application on a loopback port, and says how it went. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createProxyServer, type ProxyServer } from 'http-proxy-3';
import type { Milliseconds } from '../../domain/time.js';

/** A load balancer's idle timeout (AWS guide: "Application Load Balancers", 60 seconds), in real time. */
const IDLE: Milliseconds = 60_000;

/** The words of the two servers that answer for an application which does not. */
const SERVERS = { 'load-balancer': 'awselb/2.0', nginx: 'nginx' } as const;
const REASONS = { 502: 'Bad Gateway', 503: 'Service Temporarily Unavailable', 504: 'Gateway Time-out' } as const;

/** Answers a request in the application's place, with the page that the real server would send. */
export function answerFailure(
  response: ServerResponse,
  status: keyof typeof REASONS,
  server: keyof typeof SERVERS = 'load-balancer',
): void {
  const title = `${status} ${REASONS[status]}`;
  const signature = server === 'nginx' ? '<hr><center>nginx</center>\r\n' : '';
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n${signature}</body>\r\n</html>\r\n`;
  response.writeHead(status, {
    server: SERVERS[server],
    'content-type': 'text/html',
    'content-length': Buffer.byteLength(page),
  });
  response.end(page);
}

export class ReverseProxy {
  readonly #proxy: ProxyServer;
  /** What the load balancer itself sets, beside the application's own. */
  readonly #cookies = new WeakMap<object, string>();

  constructor() {
    /*
     * `agent: false`: a connection of its own for every request. A kept connection that the application closes while
     * the next request is on its way would break that request, and a stopping application waits for idle connections.
     * On loopback a new connection costs a tenth of a millisecond; a lost request would cost the proof.
     */
    this.#proxy = createProxyServer({ xfwd: true, proxyTimeout: IDLE, agent: false });
    this.#proxy.on('proxyRes', (answer, _request, response) => {
      const cookie = this.#cookies.get(response);
      if (cookie !== undefined) answer.headers['set-cookie'] = [...(answer.headers['set-cookie'] ?? []), cookie];
      // The application died in the middle of its answer: the client must not take the half for the whole.
      answer.once('close', () => {
        if (!answer.complete) response.destroy();
      });
    });
  }

  /**
   * Forwards to 127.0.0.1:`port`; without a port, or where nobody listens, the client gets a 502.
   * `done` is called once, with the status that the client was given (0: it went away before).
   */
  forward(
    request: IncomingMessage,
    response: ServerResponse,
    port: number | undefined,
    cookie: string | undefined,
    done: (status: number) => void,
  ): void {
    if (cookie !== undefined) this.#cookies.set(response, cookie);
    response.once('close', () => done(response.headersSent ? response.statusCode : 0));
    const fail = (): void => {
      if (response.headersSent) response.destroy();
      else answerFailure(response, 502);
    };
    if (port === undefined) {
      fail();
      return;
    }
    this.#proxy.web(request, response, { target: { host: '127.0.0.1', port } }, fail);
  }
}
