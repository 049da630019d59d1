/** From what is there to what shall be done: makes and checks the bundle, asks the service about options. Changes nothing. */
import { platformProblems } from './bundle/image-files.js';
import { existingLabel } from './bundle/label.js';
import { type BundleMaking, type Resolution, resolveVersion, versionProblems } from './bundle/resolve.js';
import type { CreationFacts, CreationModel } from './domain/creation.js';
import type { HostRouting } from './domain/host-rules.js';
import type { OptionMessage } from './domain/option-rules.js';
import type { Plan, VersionSource } from './domain/plan.js';
import { ActionError, type Problem } from './domain/problem.js';
import type { Say } from './domain/progress.js';
import type { CreationWish, Settings } from './domain/settings.js';
import type { Snapshot } from './domain/snapshot.js';
import { alarmsBefore, withAlarms } from './operations/alarm-steps.js';
import { planCreation, wishedOptions } from './operations/create-environment.js';
import { creationProblems } from './operations/creation-problems.js';
import { deployChange } from './operations/deploy.js';
import { OPERATIONS } from './operations/index.js';
import { withInconclusive } from './operations/judge-steps.js';
import type { Planned } from './operations/operation.js';
import { planAbort } from './operations/pair.js';
import { balancerOfPair, refuseHostRules, withRouting } from './operations/shared-balancer.js';
import { planTermination } from './operations/terminate.js';
import { tierProblems, versionTierProblems, versionWarnings } from './operations/tier-problems.js';
import type { Beanstalk } from './ports/beanstalk.js';
import type { Cloud, Outside } from './ports/outside.js';
import type { RollbackResolution } from './releases.js';

export type { BundleMaking } from './bundle/resolve.js';

export interface PrepareRequest {
  readonly settings: Settings;
  readonly snapshot: Snapshot;
  readonly outside: Outside;
  readonly cloud: Cloud;
  readonly say: Say;
  /** Of a run that makes its bundle once for several environments. */
  readonly making?: BundleMaking;
}

/**
 * What needs no bundle is asked first, because making one may take minutes; when that refuses the run already, the bundle
 * is only looked at, so that all problems are told together. Throws `ActionError` when AWS or the disk cannot be asked.
 */
export async function prepare({
  settings: asked,
  snapshot,
  outside,
  cloud,
  say,
  making,
}: PrepareRequest): Promise<Planned> {
  const settings = withLabelAsMade(asked);
  if (settings.operation === 'terminate') return planTermination({ settings, snapshot });
  // What is given up needs no version, not even one that exists.
  if (settings.operation === 'abort' && snapshot.creation === undefined) return planAbort({ settings, snapshot });
  const back = settings.operation === 'rollback' ? await goingBack(settings, snapshot, cloud, say) : undefined;
  const { early: reasons, plan } = await questions(settings, snapshot, cloud);
  const version = back?.kind === 'target' ? back.version : unmade(settings);
  const gates = await askGates(settings, snapshot, cloud, () => plan(version));
  const early = [...reasons, ...gates.problems];
  if (back?.kind === 'unclear') return { kind: 'refused', problems: [...early, back.problem] };

  const { temporary } = outside.host.run;
  const shared = making === undefined ? {} : { making };
  const asPorts = { ...outside, ...cloud, temporary, archives: await outside.archives(), ...shared };
  const ports = withoutVersions(asPorts, snapshot);
  if (early.length > 0) {
    const problems = [...early, ...(back === undefined ? await versionProblems(settings, ports, say) : [])];
    const refused = plan(back?.version ?? unmade(settings));
    return refused.kind === 'refused' ? { ...refused, problems } : { kind: 'refused', problems };
  }
  const resolved = back === undefined ? await resolveVersion(settings, ports, say) : found(back);
  if (!resolved.ok) return { kind: 'refused', problems: resolved.problems };
  const { tier } = snapshot.target.environment;
  const unfit = versionTierProblems(tier, settings.environmentName, resolved.existing);
  if (unfit.length > 0) return { kind: 'refused', problems: unfit };
  const made = plan(resolved.source);
  if (made.kind === 'refused' || snapshot.creation !== undefined) return made;
  const guarded = gates.guard(withWarnings(made.plan, versionWarnings(resolved.existing)));

  const { oldVersions } = await import('./releases.js');
  const old = await oldVersions(settings, guarded, snapshot, cloud);
  const candidates = back === undefined ? {} : { candidates: back.candidates };
  return { kind: 'plan', plan: { ...guarded, ...old, ...candidates } };
}

const withWarnings = (plan: Plan, more: readonly string[]): Plan =>
  more.length === 0 || plan.unchanged !== undefined ? plan : { ...plan, warnings: [...plan.warnings, ...more] };

interface Gates {
  readonly problems: readonly Problem[];
  readonly guard: (plan: Plan) => Plan;
}

/** What must be asked of the account beforehand: alarms, and the rules of a load balancer that two sides share. */
async function askGates(settings: Settings, snapshot: Snapshot, cloud: Cloud, wouldBe: () => Planned): Promise<Gates> {
  const { names = [] } = settings.alarms ?? {};
  const alarms = alarmsBefore(settings, names.length === 0 ? [] : await cloud.alarms.read(names), wouldBe);
  const balancer = balancerOfPair(settings, snapshot);
  const routing = balancer === undefined ? undefined : await readRouting(balancer, cloud);
  const unread = routing !== undefined && 'unread' in routing ? routing.unread : undefined;
  const stays = routing === undefined || 'unread' in routing ? [] : refuseHostRules(settings, snapshot, routing);
  return {
    problems: [...alarms.problems, ...stays],
    guard: (plan) => withInconclusive(withRouting(withAlarms(plan, alarms), balancer, unread), settings.onInconclusive),
  };
}

async function readRouting(
  balancer: string,
  { loadBalancers }: Cloud,
): Promise<HostRouting | { readonly unread: string }> {
  try {
    return {
      rules: await loadBalancers.rules(balancer),
      environments: await loadBalancers.environments(balancer),
    };
  } catch (error) {
    if (!(error instanceof ActionError) || error.problem.code.startsWith('credentials')) throw error;
    return { unread: `${error.problem.what} ${error.problem.hint}` };
  }
}

interface Questions {
  /** Every reason against the run that can be told without its bundle. */
  readonly early: readonly Problem[];
  readonly plan: (version: VersionSource | undefined) => Planned;
}

async function questions(settings: Settings, snapshot: Snapshot, { beanstalk }: Cloud): Promise<Questions> {
  const { application, creation: wish } = settings;
  const { creation: facts } = snapshot;
  if (facts !== undefined) {
    if (wish === undefined) throw new Error('a creation that was not asked for');
    const validation = await validateNew(settings, wish, facts, beanstalk);
    const request = { settings, wish, facts, validation };
    return {
      early: [
        ...creationProblems({ ...request, ...given(unmade(settings)) }),
        ...imageProblems(settings, platformOfModel(facts.model)),
        ...tierProblems({ settings, tier: wish.tier, name: settings.environmentName }),
      ],
      plan: (version) => planCreation({ ...request, ...given(version) }),
    };
  }
  const { options, removeOptions } = deployChange({ settings, snapshot });
  // Of two environments the named one may be the one that is missing; the other one gets the settings of the live one.
  const { environment, settings: deployed } = snapshot.target;
  // What the service would refuse as a whole needs no opinion about its values.
  const strange = tierProblems({ settings, ...environment, deployed: deployed.options });
  const validation =
    strange.length > 0 ? [] : await beanstalk.validate(application, environment.name, options, removeOptions);
  const { plan, refuses } = OPERATIONS[settings.operation];
  const request = { settings, snapshot, validation };
  const { platformArn, solutionStack } = environment;
  const early = [...refuses(request), ...strange, ...imageProblems(settings, solutionStack ?? platformArn)];
  return { early, plan: (version) => plan({ ...request, ...given(version) }) };
}

/** A permission that is missing is told, and leaves it to the creation to find what is wrong. */
async function validateNew(
  settings: Settings,
  { options: weaker = [] }: CreationWish,
  { model }: CreationFacts,
  beanstalk: Beanstalk,
): Promise<readonly OptionMessage[]> {
  // Which options there are cannot be asked for the tier Cluster: DescribeConfigurationOptions takes none.
  if (model === undefined || model.kind === 'cluster') return [];
  try {
    return await beanstalk.validateNew(settings.application, model, wishedOptions(settings, weaker));
  } catch (error) {
    if (!(error instanceof ActionError) || error.problem.code !== 'permission-denied') throw error;
    return [{ severity: 'warning', message: `The options could not be checked beforehand: ${error.problem.what}` }];
  }
}

const imageProblems = ({ bundle }: Settings, platform: string | undefined): readonly Problem[] =>
  bundle?.kind === 'image' ? platformProblems(platform, bundle.format) : [];

/** Absent where it is not said: a saved configuration has one of its own. */
function platformOfModel(model: CreationModel | undefined): string | undefined {
  switch (model?.kind) {
    case 'stack':
      return model.solutionStack;
    case 'platform':
      return model.arn;
    case 'branch':
      return model.name;
    case 'environment':
      return model.found?.environment.solutionStack ?? model.found?.environment.platformArn;
    case 'template':
    case 'cluster':
    case undefined:
      return undefined;
  }
}

const given = (version: VersionSource | undefined): { readonly version?: VersionSource } =>
  version === undefined ? {} : { version };

/** Stands for the version that would be deployed, where only it matters that there would be one. */
function unmade({ bundle, versionLabel }: Settings): VersionSource | undefined {
  return bundle === undefined ? undefined : { kind: 'existing', label: versionLabel ?? 'the bundle' };
}

/** What is promoted was made by an earlier run, under a label that the service takes. */
function withLabelAsMade(settings: Settings): Settings {
  const { operation, versionLabel } = settings;
  if (operation !== 'promote' || versionLabel === undefined) return settings;
  return { ...settings, versionLabel: existingLabel(versionLabel) ?? versionLabel };
}

/** Which version a rollback means; the candidates are told when somebody has to choose. */
async function goingBack(
  settings: PrepareRequest['settings'],
  snapshot: Snapshot,
  cloud: Cloud,
  say: Say,
): Promise<RollbackResolution> {
  const { resolveRollback } = await import('./releases.js');
  const back = await resolveRollback(settings, snapshot, cloud);
  if (back.kind === 'unclear' || settings.dryRun) say({ type: 'candidates', candidates: back.candidates });
  if (back.kind === 'target') for (const text of back.said) say({ type: 'notice', text });
  return back;
}

const found = (back: Extract<RollbackResolution, { readonly kind: 'target' }>): Resolution => ({
  ok: true,
  source: back.version,
  ...(back.existing === undefined ? {} : { existing: back.existing }),
});

/** An application that does not exist yet has no versions, which the service would say as a refusal. */
function withoutVersions<P extends { readonly beanstalk: Beanstalk }>(
  ports: P,
  { creation }: Snapshot,
): Omit<P, 'beanstalk'> & { readonly beanstalk: Pick<Beanstalk, 'version' | 'storageBucket'> } {
  if (creation === undefined || creation.applicationExists) return ports;
  const storageBucket = (): Promise<string> => ports.beanstalk.storageBucket();
  return { ...ports, beanstalk: { version: () => Promise.resolve(undefined), storageBucket } };
}
