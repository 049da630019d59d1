/** The traffic entrance of an environment: a load balancer with its targets, or the address of a single instance. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pace } from '../runtime/pace.js';
import type { Routing, Target, TargetHealth } from '../runtime/runtime.js';
import { answerFailure, ReverseProxy } from './reverse-proxy.js';
import { TargetChoice } from './target-choice.js';
import { TargetHealthCheck } from './target-health.js';

export interface EntranceSurroundings {
  /** Where an instance's application listens at this moment. */
  readonly portOf: (instanceId: string) => number | undefined;
  /** Called for each request that was given to an instance of a target group; latency in real seconds. */
  readonly onAnswered: (instanceId: string, status: number, latencySeconds: number, group: Target['group']) => void;
  readonly pace: Pace;
  /** Its clients speak https, and port 80 is closed. */
  readonly isSecure?: boolean;
  /** A load balancer whose rules decide before this entrance does; `false`: there is none. */
  readonly dispatch?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

interface ActiveTarget {
  target: Target;
  /** Absent while draining, and where nothing is checked (single instance). */
  check: TargetHealthCheck | undefined;
  /** Runs while the deregistration delay does. */
  delay: NodeJS.Timeout | undefined;
}

/** Above every client's own: a server that closes idle connections first would break requests on their way. */
const KEEP_ALIVE = 75_000;

export class Entrance {
  readonly kind: 'load-balancer' | 'single-instance';
  readonly endpoint: string;
  readonly #surroundings: EntranceSurroundings;
  readonly #proxy = new ReverseProxy();
  readonly #choice = new TargetChoice();
  readonly #targets = new Map<string, ActiveTarget>();
  /** Requests that an instance is answering at this moment. */
  readonly #inFlight = new Map<string, number>();
  readonly #server: Server;
  readonly #listening: Promise<void>;
  #splitPercent = 0;

  constructor(kind: 'load-balancer' | 'single-instance', endpoint: string, surroundings: EntranceSurroundings) {
    this.kind = kind;
    this.endpoint = endpoint;
    this.#surroundings = surroundings;
    this.#server = createServer({ keepAliveTimeout: KEEP_ALIVE }, (request, response) =>
      this.handle(request, response),
    );
    this.#listening = new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.#listening.catch(() => {});
  }

  get isSecure(): boolean {
    return this.#surroundings.isSecure === true;
  }

  /** The loopback port of the entrance's own server. */
  async port(): Promise<number> {
    await this.#listening;
    return (this.#server.address() as AddressInfo).port;
  }

  /** Makes targets, weights and health checks as described; what stays the same goes on undisturbed. */
  route(routing: Routing): void {
    this.#splitPercent = routing.splitPercent;
    const wished = new Map(routing.targets.map((target) => [target.instanceId, target]));
    for (const instanceId of this.#targets.keys()) if (!wished.has(instanceId)) this.#drop(instanceId);
    for (const target of wished.values()) {
      if (target.state === 'draining') this.#drain(target, routing);
      else this.#register(target, routing);
    }
  }

  targetHealth(instanceId: string): TargetHealth {
    const active = this.#targets.get(instanceId);
    if (active === undefined) return 'unused';
    if (active.target.state === 'draining') return active.delay === undefined ? 'unused' : 'draining';
    return active.check?.state ?? 'healthy';
  }

  /** Whether any of its targets is healthy: what records that evaluate their target ask. */
  get isHealthy(): boolean {
    return [...this.#targets.values()].some(
      ({ target, check }) => target.state === 'registered' && (check?.state ?? 'healthy') === 'healthy',
    );
  }

  /** How many requests an instance is answering. */
  inFlight(instanceId: string): number {
    return this.#inFlight.get(instanceId) ?? 0;
  }

  /** Whether new requests may go to the instance. */
  isRegistered(instanceId: string): boolean {
    return this.#targets.get(instanceId)?.target.state === 'registered';
  }

  /** Answers one request of a client that has found its way here by a name. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    if (this.#surroundings.dispatch?.(request, response) !== true) this.give(request, response);
  }

  /** Gives a request to one of its targets; `cookie`: set beside those of the application. */
  give(request: IncomingMessage, response: ServerResponse, cookie?: string): void {
    const instanceId = this.#choice.next(this.#candidates(), this.#splitPercent);
    if (instanceId === undefined) {
      answerFailure(
        response,
        this.kind === 'load-balancer' ? 503 : 502,
        this.kind === 'load-balancer' ? 'load-balancer' : 'nginx',
      );
      return;
    }
    const startedAt = performance.now();
    const group = this.#targets.get(instanceId)?.target.group ?? 'default';
    this.#inFlight.set(instanceId, this.inFlight(instanceId) + 1);
    this.#proxy.forward(request, response, this.#surroundings.portOf(instanceId), cookie, (status) => {
      const seconds = (performance.now() - startedAt) / 1_000;
      this.#inFlight.set(instanceId, this.inFlight(instanceId) - 1);
      // nginx logs a client that went away as 499.
      this.#surroundings.onAnswered(instanceId, status === 0 ? 499 : status, seconds, group);
    });
  }

  async close(): Promise<void> {
    for (const instanceId of [...this.#targets.keys()]) this.#drop(instanceId);
    await this.#listening.catch(() => {});
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #candidates(): readonly {
    readonly instanceId: string;
    readonly group: Target['group'];
    readonly health: TargetHealth;
  }[] {
    return [...this.#targets.values()]
      .filter(({ target }) => target.state === 'registered')
      .map(({ target }) => ({ ...target, health: this.targetHealth(target.instanceId) }));
  }

  #register(target: Target, { healthCheck }: Routing): void {
    const active = this.#targets.get(target.instanceId);
    if (active?.target.state === 'registered') {
      // Moving between target groups keeps the health: the instance is the same.
      active.target = target;
      if (active.check !== undefined) active.check.settings = healthCheck;
      return;
    }
    clearTimeout(active?.delay);
    const { portOf, pace } = this.#surroundings;
    const check =
      this.kind === 'load-balancer'
        ? new TargetHealthCheck(() => portOf(target.instanceId), healthCheck, pace)
        : undefined;
    this.#targets.set(target.instanceId, { target, check, delay: undefined });
  }

  /** No new requests from now on; those that run are not touched, so they end as the application lets them. */
  #drain(target: Target, { deregistrationDelaySeconds }: Routing): void {
    const active = this.#targets.get(target.instanceId);
    if (active?.target.state === 'draining') return;
    active?.check?.stop();
    const draining: ActiveTarget = { target, check: undefined, delay: undefined };
    this.#targets.set(target.instanceId, draining);
    // The target shows as draining for the whole delay, also without requests (AWS guide: "Deregistration delay").
    draining.delay = setTimeout(
      () => {
        draining.delay = undefined;
      },
      this.#surroundings.pace(deregistrationDelaySeconds * 1_000),
    );
  }

  #drop(instanceId: string): void {
    if (this.inFlight(instanceId) === 0) this.#inFlight.delete(instanceId);
    const active = this.#targets.get(instanceId);
    active?.check?.stop();
    clearTimeout(active?.delay);
    this.#targets.delete(instanceId);
  }
}
