/** The runtime of real processes behind real HTTP proxies: what the simulator's users see and measure. */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant, Milliseconds } from '../../domain/time.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { Balancing } from '../network/balancing.js';
import { CertificateAuthority } from '../network/certificates.js';
import { Entrance } from '../network/entrance.js';
import { NameProxy } from '../network/name-proxy.js';
import { answersHealthy } from '../network/target-health.js';
import type { ObjectStore } from '../storage/object-store.js';
import { Guardian } from './guardian.js';
import { Instance, type InstanceSurroundings } from './instance.js';
import { paceOf } from './pace.js';
import { Ports } from './ports.js';
import { RequestMinutes } from './request-minutes.js';
import type { Routing, Runtime } from './runtime.js';

export interface ProcessRuntimeOptions {
  /** Where the source bundles are. */
  readonly objects: Pick<ObjectStore, 'file'>;
  /** Simulated time: for logs and for the window of request metrics. */
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
  /** Instances get their directories in here; they are removed again. */
  readonly dataDirectory: string;
  /** Told, in one line, what a user of the simulator may want to know. */
  readonly log: (line: string) => void;
  readonly region: string;
  /** How many times faster `clock` is than the wall; default 1. Health checks, delays and pauses are shortened by it. */
  readonly speed?: number;
  /** Simulated time for which a client's resolver holds where a name leads; default 0. */
  readonly nameTimeToLive?: Milliseconds;
  /** Names that the service does not give out lead into the real network. Default: nowhere. */
  readonly passesOtherNames?: boolean;
}

export interface ProcessRuntime extends Runtime {
  /** A forward proxy (`HTTP_PROXY`) through which the environments' names can be asked. */
  readonly proxyUrl: string;
  /** What clients of https names have to trust (PEM). */
  readonly certificate: string;
}

/** Looks at the health check path of an instance that no load balancer checks, this often. */
const PROBE_INTERVAL: Milliseconds = 10_000;
const LEAST_REAL_PROBE_INTERVAL: Milliseconds = 100;
const PROBE_TIMEOUT: Milliseconds = 2_000;
/** How long requests of a target on its way out may take at least, in reality. */
const LEAST_REAL_DRAIN: Milliseconds = 2_000;
/** On `close`, applications have this long (in reality) to end by themselves. */
const CLOSING_GRACE: Milliseconds = 500;

/** Opens the runtime. POSIX only: hooks, signals and process groups are those of an Amazon Linux instance. */
export async function createProcessRuntime(options: ProcessRuntimeOptions): Promise<ProcessRuntime> {
  // A simulator that was killed could not tidy up.
  await rm(join(options.dataDirectory, 'instances'), { recursive: true, force: true });
  await mkdir(options.dataDirectory, { recursive: true });
  const world = new ProcessWorld(options);
  const authority = new CertificateAuthority(Date.now());
  const proxy = await NameProxy.open({
    authority,
    now: () => options.clock.now(),
    entranceOf: (environmentId) => world.entranceOf(environmentId),
    environmentAt: (endpoint) => world.environmentAt(endpoint),
    random: options.random,
    ...(options.nameTimeToLive === undefined ? {} : { nameTimeToLive: options.nameTimeToLive }),
    ...(options.passesOtherNames === undefined ? {} : { passesOtherNames: options.passesOtherNames }),
  });
  return {
    proxyUrl: proxy.url,
    certificate: authority.certificate,
    launch: (launch) => world.launch(launch),
    command: (instanceId, command) => world.instance(instanceId)?.command(command),
    // What was asked of an instance that has gone in the meantime never ends, as on the service: it times out.
    commandState: (instanceId) => world.instance(instanceId)?.commandState ?? { state: 'running' },
    vitals: (instanceId, now) => world.vitals(instanceId, now),
    requestMinutes: (environmentId) => world.requestMinutes(environmentId),
    logTail: (instanceId) => world.instance(instanceId)?.log.tail() ?? '',
    startScript: (instanceId, script) => world.instance(instanceId)?.scripts.start(script),
    scriptState: (instanceId, scriptId) => world.instance(instanceId)?.scripts.state(scriptId),
    stopScript: (instanceId, scriptId) => world.instance(instanceId)?.scripts.stop(scriptId),
    terminate: (instanceId) => world.terminate(instanceId),
    openEntrance: (environmentId, kind, endpoint, isSecure) =>
      world.openEntrance(environmentId, kind, endpoint, isSecure),
    balance: (balancers) => world.balancing.set(balancers),
    route: (routing) => world.route(routing),
    targetHealth: (environmentId, instanceId) => world.entranceOf(environmentId)?.targetHealth(instanceId) ?? 'unused',
    closeEntrance: (environmentId) => world.closeEntrance(environmentId),
    pointName: (cname, environmentId) => proxy.point(cname, environmentId),
    publish: (names) => proxy.publish(names),
    close: async () => {
      await Promise.all([proxy.close(), world.close()]);
    },
  };
}

interface Probe {
  readonly passing: boolean | undefined;
  readonly dueAt: number;
}

class ProcessWorld {
  readonly #options: ProcessRuntimeOptions;
  readonly #surroundings: InstanceSurroundings;
  readonly #instances = new Map<string, Instance>();
  readonly #entrances = new Map<string, Entrance>();
  readonly #routings = new Map<string, Routing>();
  readonly #probes = new Map<string, Probe>();
  /** They outlive the entrance: metrics of what is gone can still be asked for. */
  readonly #minutes = new Map<string, RequestMinutes>();
  readonly balancing: Balancing;
  /** Ends of instances and entrances that are under way. */
  readonly #endings = new Set<Promise<void>>();

  constructor(options: ProcessRuntimeOptions) {
    this.#options = options;
    this.balancing = new Balancing(
      options.random,
      () => options.clock.now(),
      (id) => this.#entrances.get(id),
    );
    // Not of `random`, which may be seeded: two simulators with the same mark would kill each other's processes.
    const runId = randomUUID();
    this.#surroundings = {
      dataDirectory: options.dataDirectory,
      runId,
      region: options.region,
      now: () => options.clock.now(),
      pace: paceOf(options.speed ?? 1),
      ports: new Ports(),
      guardian: new Guardian(runId),
      bundleFile: (bucket, key) => options.objects.file(bucket, key),
      drained: (instance) => this.#drained(instance),
    };
  }

  launch(launch: Parameters<Runtime['launch']>[0]): void {
    this.#instances.set(launch.instanceId, new Instance(launch, this.#surroundings));
  }

  instance(instanceId: string): Instance | undefined {
    return this.#instances.get(instanceId);
  }

  terminate(instanceId: string): void {
    const instance = this.#instances.get(instanceId);
    if (instance === undefined) return;
    this.#instances.delete(instanceId);
    this.#probes.delete(instanceId);
    this.#track(instance.end());
  }

  vitals(instanceId: string, now: Instant): ReturnType<Runtime['vitals']> {
    const instance = this.#instances.get(instanceId);
    if (instance === undefined) {
      const requests = { requestCount: 0, status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
      return { reporting: false, passing: undefined, requests, causes: [] };
    }
    const passing = this.#isPassing(instance);
    return {
      reporting: instance.isReporting,
      passing,
      requests: instance.requests.metrics(now),
      causes: instance.causes,
    };
  }

  openEntrance(
    environmentId: string,
    kind: Entrance['kind'],
    shared?: string,
    isSecure = false,
  ): { readonly endpoint: string } {
    const existing = this.#entrances.get(environmentId);
    if (existing !== undefined) return { endpoint: existing.endpoint };
    const entrance = new Entrance(kind, shared ?? this.#newEndpoint(kind), {
      portOf: (instanceId) => this.#instances.get(instanceId)?.port,
      onAnswered: (instanceId, status, latencySeconds, group) => {
        const at = this.#options.clock.now();
        this.#instances.get(instanceId)?.requests.record(at, status, latencySeconds);
        this.#minutes.get(environmentId)?.record(group, { at, status, seconds: latencySeconds });
      },
      pace: this.#surroundings.pace,
      isSecure,
      dispatch: (request, response) => this.balancing.dispatch(environmentId, request, response),
    });
    this.#entrances.set(environmentId, entrance);
    if (!this.#minutes.has(environmentId)) this.#minutes.set(environmentId, new RequestMinutes());
    const routing = this.#routings.get(environmentId);
    if (routing !== undefined) entrance.route(routing);
    entrance.port().then(
      (port) => this.#options.log(`${environmentId}: ${entrance.endpoint} answers on http://127.0.0.1:${port}`),
      (error: unknown) => this.#options.log(`${environmentId}: ${entrance.endpoint} cannot listen: ${String(error)}`),
    );
    return { endpoint: entrance.endpoint };
  }

  route(routing: Routing): void {
    this.#routings.set(routing.environmentId, routing);
    this.#entrances.get(routing.environmentId)?.route(routing);
  }

  closeEntrance(environmentId: string): void {
    const entrance = this.#entrances.get(environmentId);
    this.#entrances.delete(environmentId);
    this.#routings.delete(environmentId);
    if (entrance !== undefined) this.#track(entrance.close());
  }

  entranceOf(environmentId: string): Entrance | undefined {
    return this.#entrances.get(environmentId);
  }

  requestMinutes(environmentId: string): ReturnType<Runtime['requestMinutes']> {
    return this.#minutes.get(environmentId)?.all ?? [];
  }

  environmentAt(endpoint: string): string | undefined {
    for (const [environmentId, entrance] of this.#entrances) {
      if (entrance.endpoint.toLowerCase() === endpoint) return environmentId;
    }
    return undefined;
  }

  async close(): Promise<void> {
    for (const environmentId of [...this.#entrances.keys()]) this.closeEntrance(environmentId);
    for (const instance of this.#instances.values()) this.#track(instance.end(CLOSING_GRACE));
    this.#instances.clear();
    await Promise.all(this.#endings);
    await this.#surroundings.guardian.close();
  }

  /**
   * Auto Scaling ends an instance, and Elastic Beanstalk stops an application behind a load balancer, only after the
   * deregistration delay. That is milliseconds on a fast clock; requests take real time, so the delay gets a real floor.
   * An instance that is still registered (all at once) is not waited for: its requests are lost as they are in AWS.
   */
  async #drained(instance: Instance): Promise<void> {
    const entrance = this.#entrances.get(instance.environmentId);
    const delay = this.#routings.get(instance.environmentId)?.deregistrationDelaySeconds ?? 0;
    const deadline = performance.now() + this.#surroundings.pace(delay * 1_000, LEAST_REAL_DRAIN);
    while (entrance !== undefined && !entrance.isRegistered(instance.id) && entrance.inFlight(instance.id) > 0) {
      if (performance.now() > deadline) return;
      await sleep(5);
    }
  }

  #track(ending: Promise<void>): void {
    this.#endings.add(ending);
    void ending.finally(() => this.#endings.delete(ending));
  }

  #isPassing(instance: Instance): boolean | undefined {
    if (instance.isEmpty) return false;
    switch (this.#entrances.get(instance.environmentId)?.targetHealth(instance.id)) {
      case 'healthy':
        // A single instance's entrance checks nothing, so that its health is only a claim.
        if (this.#entrances.get(instance.environmentId)?.kind === 'load-balancer') return true;
        return this.#probe(instance);
      case 'unhealthy':
        return false;
      case 'initial':
      case 'draining':
      case 'unused':
      case undefined:
        return this.#probe(instance);
    }
  }

  /** Answers what the last look said, and looks again when that is due. */
  #probe(instance: Instance): boolean | undefined {
    const last = this.#probes.get(instance.id);
    const now = performance.now();
    if (instance.port === undefined || (last !== undefined && now < last.dueAt)) return last?.passing;
    const dueAt = now + this.#surroundings.pace(PROBE_INTERVAL, LEAST_REAL_PROBE_INTERVAL);
    this.#probes.set(instance.id, { passing: last?.passing, dueAt });
    const path = this.#routings.get(instance.environmentId)?.healthCheck.path ?? '/';
    void answersHealthy(instance.port, path, PROBE_TIMEOUT).then((passing) => {
      if (this.#instances.get(instance.id) === instance) this.#probes.set(instance.id, { passing, dueAt });
    });
    return last?.passing;
  }

  /** Names as Elastic Load Balancing gives them; addresses from the block that is reserved for benchmarks (RFC 2544). */
  #newEndpoint(kind: Entrance['kind']): string {
    const { random, region } = this.#options;
    const below = (limit: number): number => Math.floor(random.next() * limit);
    if (kind === 'single-instance') return `198.${18 + below(2)}.${below(256)}.${1 + below(254)}`;
    const suffix = random.uuid().replaceAll('-', '').slice(0, 13).toUpperCase();
    return `awseb--AWSEB-${suffix}-${100_000_000 + below(900_000_000)}.${region}.elb.amazonaws.com`;
  }
}
