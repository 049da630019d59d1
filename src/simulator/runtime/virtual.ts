/**
 * Instances without processes: numbers that follow the scenario and the model's own time. For tests on a virtual clock.
 * The model tells every moment (`moment`) and the scenario (`play`); nothing else moves it, so runs repeat exactly.
 */
import { type Instant, minutes, seconds } from '../../domain/time.js';
import type { CommandBehaviour, Scenario, VersionBehaviour } from '../scenario.js';
import { failureLog } from './played-log.js';
import { PlayedNames } from './played-names.js';
import { NO_REQUESTS, playRequests, requestsOf, shareByRules } from './played-requests.js';
import { PlayedTargets } from './played-targets.js';
import { RequestMinutes } from './request-minutes.js';
import type {
  BalancerRouting,
  CommandState,
  InstanceCommand,
  InstanceVitals,
  Routing,
  Runtime,
  TargetHealth,
} from './runtime.js';

interface Job {
  readonly command: InstanceCommand;
  readonly begunAt: Instant;
  readonly behaviour: VersionBehaviour;
}

interface PlayedScript {
  readonly begunAt: Instant;
  readonly behaviour: CommandBehaviour;
}

interface VirtualInstance {
  readonly environmentId: string;
  /** The newest command. */
  job?: Job;
  /** The command whose application runs: the newest one that succeeded. */
  serving?: Job;
  readonly scripts: Map<string, PlayedScript>;
}

interface Entrance {
  readonly kind: 'load-balancer' | 'single-instance';
  readonly endpoint: string;
  routing?: Routing;
  /** Of this routing. */
  targets?: PlayedTargets;
  /** Since when a target is registered in its group. */
  readonly registeredAt: Map<string, Instant>;
  readonly drainingSince: Map<string, Instant>;
}

/** What a virtual runtime shows to tests, beyond what the model needs. */
export interface VirtualRuntime extends Runtime {
  /** Instances that are running now. */
  readonly instanceIds: readonly string[];
  /** What this instance serves: the label of its newest successful deployment. */
  serves(instanceId: string): string | undefined;
  routing(environmentId: string): Routing | undefined;
  /** The environment that a CNAME leads to. */
  nameTarget(cname: string): string | undefined;
}

const PLAIN: VersionBehaviour = {};
const QUICK: CommandState = { state: 'running' };
const NOTES = ["Instance deployment used the commands in your 'Procfile' to initiate startup of your application."];

export function createVirtualRuntime(region = 'us-east-1'): VirtualRuntime {
  const instances = new Map<string, VirtualInstance>();
  const entrances = new Map<string, Entrance>();
  const names = new Map<string, string>();
  const minutesOf = new Map<string, RequestMinutes>();
  let now: Instant = 0;
  let playedUntil: Instant = 0;
  let balancers: readonly BalancerRouting[] = [];
  let scenario: Scenario = {};

  const behaviourOf = ({ versionLabel, ordinal }: InstanceCommand): VersionBehaviour => {
    const behaviour = scenario.versions?.[versionLabel] ?? scenario.versions?.['*'] ?? PLAIN;
    return behaviour.onlyOrdinals?.includes(ordinal) === false ? PLAIN : behaviour;
  };

  const stateOf = (job: Job): CommandState => {
    const { behaviour, begunAt, command } = job;
    const age = now - begunAt;
    const fate = command.kind === 'restart' ? 'succeeds' : (behaviour.command ?? 'succeeds');
    if (fate === 'times-out' || age < seconds(behaviour.commandSeconds ?? 10)) return QUICK;
    if (fate === 'succeeds') return { state: 'succeeded', notes: command.kind === 'deploy' ? NOTES : [] };
    const output = behaviour.output ?? 'Engine execution has encountered an error.';
    return { state: 'failed', returnCode: behaviour.returnCode ?? 1, output, log: failureLog(command, output) };
  };

  const playedNames = new PlayedNames({
    now: () => now,
    environmentAt: (host) => names.get(host) ?? [...entrances].find(([, { endpoint }]) => endpoint === host)?.[0],
    isHealthy: (id) => {
      const serving = (entrances.get(id)?.routing?.targets ?? []).map((one) => instances.get(one.instanceId)?.serving);
      return serving.some((job) => job !== undefined && statusOf(job, now) !== 'Severe');
    },
  });

  /** The part of its full traffic that an environment has, by rules and by names. */
  const wholeShare = (environmentId: string): number =>
    shareByRules(balancers, environmentId) * playedNames.share(environmentId);

  const share = (instanceId: string, environmentId: string): number => {
    const targets = entrances.get(environmentId)?.targets;
    const own = targets?.of(instanceId);
    if (targets === undefined || own?.state !== 'registered') return 0;
    return wholeShare(environmentId) * targets.share(own.group);
  };

  /** What has been served since the last time goes into the minutes, before anything changes. */
  const playUntilNow = (): void => {
    const span = { from: playedUntil, to: now };
    playedUntil = now;
    // The first moment of all is no stretch of time.
    if (span.from === 0 || span.to <= span.from) return;
    for (const [environmentId, { targets }] of entrances) {
      const record = minutesOf.get(environmentId) ?? new RequestMinutes();
      minutesOf.set(environmentId, record);
      if (targets === undefined) continue;
      for (const { behaviour, group, count } of targets.alike((id) => instances.get(id)?.serving?.behaviour)) {
        const each = wholeShare(environmentId) * targets.share(group);
        playRequests(record, group, behaviour, { ...span, share: each * count });
      }
    }
  };

  /** Lets a command that has succeeded by now become what the instance serves. */
  const catchUp = (instance: VirtualInstance): void => {
    const { job } = instance;
    if (job === undefined || job === instance.serving || stateOf(job).state !== 'succeeded') return;
    playUntilNow();
    instance.serving = job;
  };

  return {
    moment: (next) => {
      now = next;
      // Whatever changes the requests plays those before it; minutes are all that is asked for.
      if (now - playedUntil >= (playedNames.isAsked ? seconds(1) : minutes(1))) playUntilNow();
    },
    play: (next) => {
      playUntilNow();
      scenario = next;
    },
    launch: ({ instanceId, environmentId }) => {
      instances.set(instanceId, { environmentId, scripts: new Map() });
    },
    command: (instanceId, command) => {
      const instance = instances.get(instanceId);
      if (instance === undefined) return;
      catchUp(instance);
      instance.job = { command, begunAt: now, behaviour: behaviourOf(command) };
    },
    commandState: (instanceId) => {
      const instance = instances.get(instanceId);
      if (instance?.job === undefined) return QUICK;
      catchUp(instance);
      return stateOf(instance.job);
    },
    vitals: (instanceId, at) => {
      const instance = instances.get(instanceId);
      if (instance === undefined) return SILENT;
      catchUp(instance);
      if (instance.serving === undefined) return { ...SILENT, reporting: instance.job !== undefined };
      return vitalsOf(instance.serving, at, share(instanceId, instance.environmentId));
    },
    requestMinutes: (environmentId) => {
      playUntilNow();
      return minutesOf.get(environmentId)?.all ?? [];
    },
    logTail: (instanceId) => {
      const job = instances.get(instanceId)?.job;
      const state = job === undefined ? QUICK : stateOf(job);
      if (state.state === 'failed') return state.log;
      return `/var/log/web.stdout.log\n----------------------------------------\nweb: listening on 5000 (${job?.command.versionLabel ?? 'nothing deployed'})\n`;
    },
    startScript: (instanceId, { id, script }) => {
      const played = Object.entries(scenario.commands ?? {}).find(([part]) => script.includes(part));
      instances.get(instanceId)?.scripts.set(id, { begunAt: now, behaviour: played?.[1] ?? {} });
    },
    scriptState: (instanceId, scriptId) => {
      const played = instances.get(instanceId)?.scripts.get(scriptId);
      if (played === undefined) return undefined;
      const { exitCode = 0, output = '', seconds: length = 2 } = played.behaviour;
      return now - played.begunAt < seconds(length) ? { output: '' } : { exitCode, output };
    },
    stopScript: (instanceId, scriptId) => {
      instances.get(instanceId)?.scripts.delete(scriptId);
    },
    terminate: (instanceId) => {
      playUntilNow();
      instances.delete(instanceId);
    },
    openEntrance: (environmentId, kind, shared) => {
      const known = entrances.get(environmentId);
      if (known !== undefined) return { endpoint: known.endpoint };
      const invented =
        kind === 'load-balancer'
          ? `awseb-${environmentId.slice(2)}-${entrances.size + 1}.${region}.elb.amazonaws.com`
          : `192.0.2.${(entrances.size % 250) + 1}`;
      const endpoint = shared ?? invented;
      entrances.set(environmentId, { kind, endpoint, registeredAt: new Map(), drainingSince: new Map() });
      return { endpoint };
    },
    balance: (next) => {
      playUntilNow();
      balancers = next;
    },
    route: (routing) => {
      const entrance = entrances.get(routing.environmentId);
      if (entrance === undefined) return;
      playUntilNow();
      entrance.routing = routing;
      entrance.targets = new PlayedTargets(routing);
      noteSince(entrance.registeredAt, routing, 'registered', now);
      noteSince(entrance.drainingSince, routing, 'draining', now);
    },
    targetHealth: (environmentId, instanceId): TargetHealth => {
      const entrance = entrances.get(environmentId);
      const instance = instances.get(instanceId);
      const target = entrance?.targets?.of(instanceId);
      if (entrance?.routing === undefined || target === undefined || instance === undefined) return 'unused';
      const draining = entrance.drainingSince.get(instanceId);
      if (target.state === 'draining') {
        const delay = seconds(entrance.routing.deregistrationDelaySeconds);
        return now - (draining ?? now) < delay ? 'draining' : 'unused';
      }
      catchUp(instance);
      // A load balancer calls a new target healthy after its first good check (AWS guide, target group health checks).
      const age = now - (entrance.registeredAt.get(instanceId) ?? now);
      if (age < seconds(entrance.routing.healthCheck.intervalSeconds)) return 'initial';
      if (instance.serving === undefined) return 'unhealthy';
      return statusOf(instance.serving, now) === 'Severe' ? 'unhealthy' : 'healthy';
    },
    closeEntrance: (environmentId) => {
      playUntilNow();
      entrances.delete(environmentId);
    },
    pointName: (cname, environmentId) => {
      if (environmentId === undefined) names.delete(cname);
      else names.set(cname, environmentId);
    },
    publish: (next) => {
      playUntilNow();
      playedNames.publish(next);
    },
    close: async () => {
      instances.clear();
      entrances.clear();
      names.clear();
    },
    get instanceIds() {
      return [...instances.keys()];
    },
    serves: (instanceId) => {
      const instance = instances.get(instanceId);
      if (instance !== undefined) catchUp(instance);
      return instance?.serving?.command.versionLabel;
    },
    routing: (environmentId) => entrances.get(environmentId)?.routing,
    nameTarget: (cname) => names.get(cname),
  };
}

function noteSince(
  since: Map<string, Instant>,
  routing: Routing,
  state: 'registered' | 'draining',
  now: Instant,
): void {
  const present = new Set(
    routing.targets.filter((target) => target.state === state).map((target) => target.instanceId),
  );
  for (const id of since.keys()) if (!present.has(id)) since.delete(id);
  for (const id of present) if (!since.has(id)) since.set(id, now);
}

/** The health that a version's behaviour gives at a moment. */
function statusOf({ behaviour, begunAt }: Job, now: Instant): NonNullable<InstanceVitals['status']> {
  const { health = 'Ok', laterHealth } = behaviour;
  const ended = begunAt + seconds(behaviour.commandSeconds ?? 10);
  return laterHealth !== undefined && now - ended >= seconds(laterHealth.afterSeconds) ? laterHealth.health : health;
}

const SILENT: InstanceVitals = { reporting: false, passing: undefined, requests: NO_REQUESTS, causes: [] };

function vitalsOf(job: Job, now: Instant, share: number): InstanceVitals {
  const status = statusOf(job, now);
  return {
    reporting: true,
    passing: status !== 'Severe',
    requests: requestsOf(job.behaviour, share),
    causes: [],
    status,
  };
}
