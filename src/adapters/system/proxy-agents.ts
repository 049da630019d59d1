/** Agents for Node's HTTP clients that follow the proxy variables, address by address, in every release of Node. */
import { type AgentOptions, type ClientRequest, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent, type AgentOptions as HttpsAgentOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { type Env, openTunnel, proxyAddress, proxyAuthorization, proxyFor } from './proxy.js';

interface Target {
  readonly host?: string | null | undefined;
  readonly port?: number | string | null | undefined;
  readonly servername?: string | undefined;
}

const urlOf = (scheme: 'http' | 'https', { host, port }: Target): URL => {
  const name = host ?? 'localhost';
  return new URL(`${scheme}://${name.includes(':') ? `[${name}]` : name}:${port ?? ''}`);
};

/** HTTPS through a tunnel, so that the proxy sees names and no more. */
class TunnellingAgent extends HttpsAgent {
  readonly #env: Env;

  constructor(options: HttpsAgentOptions, env: Env) {
    super(options);
    this.#env = env;
  }

  override createConnection(
    options: HttpsAgentOptions & Target,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const url = urlOf('https', options);
    const proxy = proxyFor(url, this.#env);
    if (proxy === undefined || callback === undefined) return super.createConnection(options, callback);
    const failed = (error: Error): void => (callback as (error: Error) => void)(error);
    const to = `${url.hostname}:${url.port || 443}`;
    openTunnel({
      proxy,
      to,
      opened: (socket) => {
        const name =
          options.servername === undefined || options.servername === '' ? {} : { servername: options.servername };
        callback(null, connectTls({ ca: options.ca, socket, ...name }));
      },
      failed,
    });
    return undefined;
  }
}

/** What Node calls for each request; not part of its types. */
type AddRequest = (request: ClientRequest, options: Target & Readonly<Record<string, unknown>>) => void;
const addRequest: unknown = Reflect.get(HttpAgent.prototype, 'addRequest');

/** Plain HTTP: the proxy is given the whole address. */
class ForwardingAgent extends HttpAgent {
  readonly #env: Env;

  constructor(options: AgentOptions, env: Env) {
    super(options);
    this.#env = env;
  }

  addRequest(request: ClientRequest, options: Target & Readonly<Record<string, unknown>>): void {
    const url = urlOf('http', options);
    const proxy = proxyFor(url, this.#env);
    let at = options;
    if (proxy !== undefined) {
      request.path = `${url.origin}${request.path}`;
      for (const [name, value] of Object.entries(proxyAuthorization(proxy))) request.setHeader(name, value);
      at = { ...options, ...proxyAddress(proxy) };
    }
    (addRequest as AddRequest).call(this, request, at);
  }
}

/** For clients that take one agent a scheme. `env`: the variables; without any, the agents are Node's own. */
export function proxyAgents(options: AgentOptions, env: Env): { readonly http: HttpAgent; readonly https: HttpsAgent } {
  const isSet = ['https_proxy', 'http_proxy', 'all_proxy'].some(
    (name) => (env[name] ?? '') !== '' || (env[name.toUpperCase()] ?? '') !== '',
  );
  if (!isSet) return { http: new HttpAgent(options), https: new HttpsAgent(options) };
  return { http: new ForwardingAgent(options, env), https: new TunnellingAgent(options, env) };
}
