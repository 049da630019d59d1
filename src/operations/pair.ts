/** `promote` and `abort`: the second half of a blue-green rollout, in a job of its own. What is there tells everything. */
import type { Plan } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import { type DeployRequest, planDeploy } from './deploy.js';
import type { Planned } from './operation.js';

const needsPair = (operation: string): Problem => ({
  code: 'contradicting-inputs',
  blame: 'you',
  what: `\`operation: ${operation}\` needs a strategy with two environments.`,
  hint: 'Add `strategy: blue-green`, as in the job before.',
  input: 'strategy',
});

/** `prepare`: everything before traffic moves. */
export function planPrepare(request: DeployRequest): Planned {
  if (request.settings.strategy.pair === undefined) return { kind: 'refused', problems: [needsPair('prepare')] };
  return planDeploy(request);
}

/** `promote`: proves the idle side again and moves the traffic there. */
export function planPromote(request: DeployRequest): Planned {
  const { settings, snapshot } = request;
  const { target } = snapshot;
  if (settings.strategy.pair === undefined) return { kind: 'refused', problems: [needsPair('promote')] };
  const label = settings.versionLabel ?? target.pair?.idle?.environment.versionLabel;
  const version = label === undefined ? {} : { version: { kind: 'existing', label } as const };
  // Promoted already, by an earlier attempt: what is left of it is finished.
  if (label !== undefined && target.environment.versionLabel === label) return planDeploy({ ...request, ...version });
  const problem = whyNotPrepared(target, label);
  return problem === undefined
    ? planDeploy({ ...request, ...version })
    : { kind: 'refused', problems: [...settings.strategy.refuses(target), problem] };
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

/** `abort`: gives up what was prepared. The live side is not touched. */
export function planAbort({ settings, snapshot }: DeployRequest): Planned {
  const { target } = snapshot;
  const { pair } = target;
  if (settings.strategy.pair === undefined || pair === undefined) {
    return { kind: 'refused', problems: [needsPair('abort')] };
  }
  const { environment } = target;
  const idle = pair.idle?.environment;
  const change = { application: settings.application, options: [], removeOptions: [], restorePolicy: false };
  const nothing = idle === undefined ? `there is no ${pair.idleName}, so nothing was prepared` : undefined;
  const ref = { id: idle?.id ?? '', name: pair.idleName };
  const plan: Plan = {
    operation: 'abort',
    strategy: settings.strategy.name,
    environment: { id: environment.id, name: environment.name },
    application: settings.application,
    steps:
      idle === undefined
        ? []
        : [
            { kind: 'stop', environment: ref },
            ...(settings.strategy.finish?.(change, target) ?? []).filter(({ kind }) => kind !== 'bake'),
          ],
    forecast: settings.strategy.forecast(change, target),
    comparison: [],
    warnings: target.blindSpots,
    timeout: settings.timeout ?? settings.strategy.deadline(change, target),
    ...(nothing === undefined ? {} : { unchanged: nothing }),
  };
  return { kind: 'plan', plan };
}
