/**
 * Several environments in one run: locks → look and plan (all of them) → every problem at once, or wave after wave → the
 * outcome of all. One bundle, one upload per bucket, one version per application.
 */
import { cancelledEarly, planned, refused } from '../domain/endings.js';
import type { Outcome } from '../domain/outcome.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { SeveralSettings } from '../domain/settings.js';
import type { Unfinished } from '../domain/unfinished.js';
import { namedProblems, notStarted, outcomeOfAll } from '../domain/waves.js';
import { giveBackLocks, lockedEnvironments, tellWhoLocks } from '../lock/rollout-locks.js';
import { type Made, plan } from '../planning.js';
import type { Outside } from '../ports/outside.js';
import type { BundleMaking } from '../prepare.js';
import type { Report } from '../report/report.js';
import { EnvironmentReport, SeveralReport } from '../report/waves.js';
import { type Planned, rollOutWaves } from './carry-out.js';
import { connectAll } from './clouds.js';
import { type Part, sideBySide, titleOf } from './part.js';
import { makingOnce } from './publish-once.js';
import { createWaveLocks } from './wave-locks.js';

export interface SeveralRequest {
  readonly several: SeveralSettings;
  readonly outside: Outside;
  readonly report: Report;
  readonly cancel: AbortSignal;
  /** Address of the page of this run. */
  readonly run?: string;
  /** Called before the first rollout, in case that the process is killed. */
  readonly save: () => void;
  /** Masks the number of the account of each connection, when that is asked for. */
  readonly hidesAccount: boolean;
}

/** A report for each environment, under which the whole run is told from here on. */
export function reportsOf({ several, outside, report }: Pick<SeveralRequest, 'several' | 'outside' | 'report'>) {
  const all = several.waves.flat();
  const hasRegions = new Set(all.map(({ region }) => region)).size > 1;
  const ports = { host: outside.host, clock: outside.clock, annotations: report.annotations };
  const environments = several.waves.flatMap((wave, index) =>
    wave.map((settings) => new EnvironmentReport(ports, settings, index + 1, titleOf(settings, hasRegions))),
  );
  const told = new SeveralReport(outside, environments, several.jobSummary);
  report.tellAs(told);
  return told;
}

/** Throws `ActionError` when AWS cannot be asked at all. */
export async function deploySeveral(request: SeveralRequest, told: SeveralReport): Promise<Outcome> {
  const { several, outside, report, cancel } = request;
  const regions = several.waves.flat().map(({ region }) => region);
  const clouds = await connectAll(outside, regions, report.say, cancel);
  if (request.hidesAccount)
    for (const { identity } of clouds.values())
      outside.host.mask((await identity.caller())?.account ?? '', 'identifier');
  const parts = told.environments.flatMap((one): readonly Part[] => {
    const cloud = clouds.get(one.settings.region);
    return cloud === undefined ? [] : [{ settings: one.settings, cloud, report: one }];
  });
  if (several.dryRun) return rehearse(request, parts);
  const locks = createWaveLocks(parts, outside, report.say, cancel);
  try {
    let locked = await locks.take();
    for (;;) {
      if (locked.locked === 'refused') return refuse(report, parts, [locked.problem]);
      if (locked.locked === 'cancelled') return cancelledEarly();
      const undone = locks.undone();
      const made = await planAll(request, parts, (part) => locks.of(part).unfinished());
      if (made.kind === 'cancelled' || cancel.aborted) return cancelledEarly();
      if (made.kind === 'refused') return refuse(report, parts, made.problems);
      const planOf = new Map(made.planned.map((one) => [one.part, one.plan]));
      locked = await locks.extend((part) => {
        const found = planOf.get(part);
        return found === undefined ? [] : lockedEnvironments(found);
      });
      if (locked.locked !== 'yes' || locked.moved) continue;
      // The lock of another side may tell of something undone, too: then the plan has to know of it.
      if (locks.undone() > undone) continue;
      return await rollOutWaves({ ...request, planned: made.planned, again: made.again, locks });
    }
  } finally {
    await giveBackLocks(locks, outside.clock, cancel);
  }
}

async function rehearse(request: SeveralRequest, parts: readonly Part[]): Promise<Outcome> {
  const left = new Map<Part, readonly Unfinished[]>();
  for (const part of parts) left.set(part, await tellWhoLocks(part.settings, part.cloud, part.report.say));
  const made = await planAll(request, parts, (part) => left.get(part) ?? []);
  if (made.kind === 'cancelled') return cancelledEarly();
  if (made.kind === 'refused') return refuse(request.report, parts, made.problems);
  for (const one of made.planned) one.part.report.end('planned', planned(one.plan));
  return outcomeOfAll(endingsOf(parts), false);
}

export const endingsOf = (parts: readonly Pick<Part, 'report'>[]) =>
  parts.flatMap(({ report }) => (report.ending === undefined ? [] : [report.ending]));

function refuse(report: Report, parts: readonly Part[], problems: readonly Problem[]): Outcome {
  report.learn({ problems });
  for (const part of parts) {
    if (part.report.ending === undefined) part.report.end('not-started', notStarted('Nothing was changed anywhere.'));
  }
  return refused(problems);
}

type PlannedAll =
  | { readonly kind: 'planned'; readonly planned: readonly Planned[]; readonly again: (part: Part) => Promise<Made> }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'cancelled' };

/** Nothing is changed before every environment has a plan: all problems of all of them are told together. */
async function planAll(
  request: SeveralRequest,
  parts: readonly Part[],
  unfinished: (part: Part) => readonly Unfinished[],
): Promise<PlannedAll> {
  const { several, report } = request;
  const making = makingOnce(report.say);
  const again = (part: Part): Promise<Made> => planOne(request, part, making, unfinished(part));
  const results = new Map<Part, Made>();
  await sideBySide(parts, several.maxParallel, async (part) => {
    results.set(part, await again(part));
  });
  const made = parts.flatMap((part) => {
    const one = results.get(part);
    return one === undefined ? [] : [{ part, one }];
  });
  if (made.some(({ one }) => one.kind === 'cancelled')) return { kind: 'cancelled' };
  const found = made.map(({ part, one }) => ({
    title: part.report.title,
    problems: one.kind === 'refused' ? one.problems : [],
  }));
  const ready = made.flatMap(({ part, one }): readonly Planned[] =>
    one.kind === 'plan' ? [{ part, plan: one.plan, snapshot: one.snapshot }] : [],
  );
  const problems = [...namedProblems(found), ...overlaps(ready)];
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'planned', planned: ready, again };
}

async function planOne(
  request: SeveralRequest,
  part: Part,
  making: BundleMaking,
  unfinished: readonly Unfinished[],
): Promise<Made> {
  const { outside, cancel } = request;
  const { settings, cloud, report } = part;
  try {
    const made = await plan({ settings, outside, cloud, report, cancel, making, unfinished });
    if (made.kind === 'refused' && made.comparison !== undefined) report.learn({ comparison: made.comparison });
    if (made.kind === 'refused') report.end('not-started', refused(made.problems));
    return made;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    if (cancel.aborted) return { kind: 'cancelled' };
    report.end('not-started', refused([error.problem]));
    return { kind: 'refused', problems: [error.problem] };
  }
}

/** A strategy of two environments touches one that nobody has listed; two plans for one environment would collide. */
function overlaps(planned: readonly Planned[]): readonly Problem[] {
  const touched = planned.flatMap(({ part, plan: made }) =>
    lockedEnvironments(made).map((name) => ({ part, name, key: `${part.settings.region} ${name}` })),
  );
  return touched
    .filter(({ key }, at) => touched.findIndex((other) => other.key === key) !== at)
    .map(({ part, name }) => ({
      code: 'contradicting-inputs',
      blame: 'you',
      what: `${part.report.title}: its plan touches ${name}, which another plan of this run touches, too.`,
      hint: 'Keep one of the two in `environments`.',
      input: 'environments',
    }));
}
