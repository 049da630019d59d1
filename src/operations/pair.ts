/** `promote` and `abort`: the second half of a rollout over two environments, in a job of its own. What is there tells everything. */
import { shows } from '../domain/environment.js';
import type { Plan } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import type { Instant } from '../domain/time.js';
import { type DeployRequest, type EarlyRequest, planDeploy, refuseDeploy } from './deploy.js';
import type { Planned } from './operation.js';

const needsPair = (operation: string): Problem => ({
  code: 'contradicting-inputs',
  blame: 'you',
  what: `\`operation: ${operation}\` needs a strategy with two environments.`,
  hint: 'Add `strategy: blue-green` or `strategy: canary`, as in the job before.',
  input: 'strategy',
});

export function refusePrepare(request: EarlyRequest): readonly Problem[] {
  return request.settings.strategy.pair === undefined ? [needsPair('prepare')] : refuseDeploy(request);
}

/** `prepare`: everything before traffic moves. */
export function planPrepare(request: DeployRequest): Planned {
  const problems = refusePrepare(request);
  return problems.length > 0 ? refusedLike(request, problems) : planDeploy(request);
}

export function refusePromote(request: EarlyRequest): readonly Problem[] {
  const { settings, snapshot } = request;
  const { target } = snapshot;
  if (settings.strategy.pair === undefined) return [needsPair('promote')];
  const label = promotedLabel(request);
  // Promoted already, by an earlier attempt: what is left of it is finished.
  if (shows(target.environment, label)) return refuseDeploy(request);
  const problem =
    whyNotPrepared(target, label) ?? (settings.versionLabel === undefined ? whyFromBefore(target) : undefined);
  return [...refuseDeploy(request), ...(problem === undefined ? [] : [problem])];
}

const promotedLabel = ({ settings, snapshot }: EarlyRequest): string | undefined =>
  settings.versionLabel ?? snapshot.target.pair?.idle?.environment.versionLabel;

/** `promote`: proves the idle side again and moves the traffic there. */
export function planPromote(request: DeployRequest): Planned {
  const problems = refusePromote(request);
  const label = promotedLabel(request);
  if (problems.length > 0) return refusedLike(request, problems);
  return planDeploy({ ...request, ...(label === undefined ? {} : { version: { kind: 'existing', label } }) });
}

/** With the table of all strategies where the deployment itself is refused. */
function refusedLike(request: DeployRequest, problems: readonly Problem[]): Planned {
  const planned = request.settings.strategy.pair === undefined ? undefined : planDeploy(request);
  return planned?.kind === 'refused' ? { ...planned, problems } : { kind: 'refused', problems };
}

function whyNotPrepared(live: EnvironmentSnapshot, label: string | undefined): Problem | undefined {
  const { pair, environment } = live;
  const idle = pair?.idle?.environment;
  const refuse = (what: string): Problem => ({
    code: 'nothing-prepared',
    blame: 'you',
    what,
    hint: 'Run `operation: prepare` first, in the same workflow, and give its output `version-label` to this one.',
    input: 'operation',
  });
  if (idle === undefined)
    return refuse(`There is no ${pair?.idleName ?? 'idle environment'} beside ${environment.name}.`);
  if (label === undefined) return refuse(`${idle.name} runs no version.`);
  if (idle.versionLabel !== label) {
    return refuse(
      `${idle.name} is on ${idle.versionLabel ?? 'no version'}, not on ${label}: it was not prepared, or something else was prepared since.`,
    );
  }
  return undefined;
}

/**
 * Without a label nobody has said what is to be promoted, and after a rollout that has ended meanwhile, or an attempt before
 * this one, the side without traffic is the one from before: promoting it would take the release back.
 */
function whyFromBefore(target: EnvironmentSnapshot): Problem | undefined {
  const { environment, pair } = target;
  const { idle } = pair ?? {};
  if (idle === undefined || !isFromBefore(target)) return undefined;
  const { name, versionLabel: former = 'no version' } = idle.environment;
  return {
    code: 'nothing-prepared',
    blame: 'you',
    what: `${name} has had ${former} for longer than ${environment.name} has had ${environment.versionLabel ?? 'its version'}: nothing was prepared since, and promoting it would take the release back.`,
    hint: `The way back is \`operation: rollback\`. To promote ${former} all the same, give it as \`version-label\`.`,
    input: 'version-label',
  };
}

/** The side without traffic has had its version for longer than the other one. Where nobody can tell it is not known to. */
function isFromBefore({ instances, pair }: EnvironmentSnapshot): boolean {
  const { idle, route } = pair ?? {};
  const [liveSince, idleSince] = [deployedAt(instances), deployedAt(idle?.instances)];
  const isInFlight = route !== undefined && route.share > 0;
  return !isInFlight && liveSince !== undefined && idleSince !== undefined && idleSince < liveSince;
}

/** When a side got what it runs; instances that Auto Scaling has launched since say later. */
function deployedAt(reading: EnvironmentSnapshot['instances']): Instant | undefined {
  const times = (reading?.instances ?? []).flatMap(({ deployment }) => deployment?.time ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

export function refuseAbort({ settings, snapshot }: Pick<EarlyRequest, 'settings' | 'snapshot'>): readonly Problem[] {
  const { target } = snapshot;
  const { idle } = target.pair ?? {};
  if (settings.strategy.pair === undefined || target.pair === undefined) return [needsPair('abort')];
  // Whatever is under way there can be given up. Without shares the two halves of a rollout are jobs that may be run again.
  const hasShares = target.pair.route !== undefined;
  if (!hasShares || idle === undefined || idle.environment.status !== 'Ready' || !isFromBefore(target)) return [];
  return [nothingToAbort(target, idle)];
}

/** Whoever wants a release back that has all requests already has to know that this is not how. */
const nothingToAbort = ({ environment }: EnvironmentSnapshot, idle: EnvironmentSnapshot): Problem => ({
  code: 'nothing-prepared',
  blame: 'you',
  what: `There is nothing to abort: ${idle.environment.name} has had ${idle.environment.versionLabel ?? 'its version'} for longer than ${environment.name}, which has the traffic, has had ${environment.versionLabel ?? 'its own'}.`,
  hint: 'The way back of a release that has ended is `operation: rollback`.',
  input: 'operation',
});

/** The same, where it is not refused. */
function nothingInFlight(target: EnvironmentSnapshot): readonly string[] {
  const { environment, pair } = target;
  const { idle, route } = pair ?? {};
  if (idle === undefined || (route === undefined ? !isFromBefore(target) : route.share > 0)) return [];
  const what = route === undefined ? 'Nothing was prepared' : 'No canary is in flight';
  return [
    `${what}: ${environment.name} has all requests, and keeps them. The way back of a release that has ended is \`operation: rollback\`.`,
  ];
}

/** `abort`: gives up what was prepared. The live side is not touched. */
export function planAbort({ settings, snapshot }: Pick<EarlyRequest, 'settings' | 'snapshot'>): Planned {
  const { target } = snapshot;
  const { pair } = target;
  const problems = refuseAbort({ settings, snapshot });
  if (problems.length > 0 || pair === undefined) return { kind: 'refused', problems };
  const { environment } = target;
  const idle = pair.idle?.environment;
  const change = { application: settings.application, options: [], removeOptions: [], restorePolicy: false };
  const nothing = idle === undefined ? `there is no ${pair.idleName}, so nothing was prepared` : undefined;
  const ref = { id: idle?.id ?? '', name: pair.idleName };
  const given = settings.strategy.abort?.(change, target) ?? [];
  const plan: Plan = {
    operation: 'abort',
    strategy: settings.strategy.name,
    environment: { id: environment.id, name: environment.name },
    application: settings.application,
    steps:
      idle === undefined
        ? []
        : [
            ...(given.length > 0 ? given : [{ kind: 'stop', environment: ref } as const]),
            ...(settings.strategy.finish?.(change, target, snapshot.takenAt) ?? []).filter(
              ({ kind }) => kind !== 'bake',
            ),
          ],
    forecast: settings.strategy.forecast(change, target),
    comparison: [],
    warnings: [...target.blindSpots, ...nothingInFlight(target)],
    timeout: settings.timeout ?? settings.strategy.deadline(change, target),
    ...(nothing === undefined ? {} : { unchanged: nothing, unchangedProof: 'environment' }),
  };
  return { kind: 'plan', plan };
}
