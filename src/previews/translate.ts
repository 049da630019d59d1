/** From a pull request to an ordinary deployment of its environment, or the termination of it. Pure. */
import type { Environment, OptionSetting } from '../domain/environment.js';
import { AUTO_SCALING_NAMESPACE, ENVIRONMENT_NAMESPACE, ROLLING_UPDATE_NAMESPACE } from '../domain/fleet.js';
import { type PreviewOwner, type PreviewSize, type PreviewWish, previewTags } from '../domain/preview.js';
import type { Problem } from '../domain/problem.js';
import type { CreationWish, DeploySettings } from '../domain/settings.js';
import { COMMAND_NAMESPACE } from '../domain/strategy.js';

/** An environment whose tags say that it is a preview. */
export interface Preview {
  readonly environment: Environment;
  readonly owner: PreviewOwner;
}

export interface TranslationFacts {
  readonly owner: PreviewOwner;
  readonly headCommit: string;
  /** The preview that the pull request has. */
  readonly existing?: Preview;
  /** Scaled to zero. */
  readonly asleep: boolean;
  /** Other previews of this repository. */
  readonly others: readonly Preview[];
  /** Names to try, and which of them somebody else has. */
  readonly names: readonly string[];
  readonly takenNames: readonly string[];
  /** CNAME prefixes to try that are free now. */
  readonly freeCnames: readonly string[];
  readonly triedCnames: readonly string[];
}

export type Translation =
  | { readonly ok: true; readonly settings: DeploySettings }
  | { readonly ok: false; readonly problem: Problem };

/** One that does not exist is created; one that exists gets the version, and its capacity back when it sleeps. */
export function deploymentOf(template: DeploySettings, wish: PreviewWish, facts: TranslationFacts): Translation {
  const { existing, headCommit, names, takenNames } = facts;
  const environmentName = existing?.environment.name ?? names.find((one) => !takenNames.includes(one));
  if (environmentName === undefined) return refused(nameTaken(facts));
  const creation = template.creation;
  if (creation === undefined) throw new Error('a preview that may not be created');
  if (existing === undefined && wish.most !== undefined && facts.others.length >= wish.most) {
    return refused(limitReached(facts, wish.most));
  }
  const [cnamePrefix] = facts.freeCnames;
  const hasCname = creation.tier === 'WebServer';
  if (existing === undefined && hasCname && cnamePrefix === undefined) return refused(cnameTaken(facts));
  const { cnamePrefix: _, ...rest } = creation;
  const wished: CreationWish = {
    ...rest,
    ...(hasCname && cnamePrefix !== undefined ? { cnamePrefix } : {}),
    tags: { ...creation.tags, ...previewTags({ ...facts.owner, createdFrom: headCommit }) },
    options: sizeOptions(wish),
    isPreview: true,
  };
  return {
    ok: true,
    settings: {
      ...template,
      operation: 'deploy',
      environmentName,
      commit: headCommit,
      creation: wished,
      options: facts.asleep ? stronger(AWAKE, template.options) : template.options,
    },
  };
}

/** Scaled to zero: nothing to prove but that the service has done it, since without instances there is no health. */
export function sleepOf(template: DeploySettings, { environment }: Preview): DeploySettings {
  const { bundle: _, versionLabel: __, commands: ___, creation: ____, pruneVersions: _____, ...rest } = template;
  return {
    ...rest,
    operation: 'deploy',
    environmentName: environment.name,
    options: ASLEEP,
    environmentVariables: { set: {}, remove: [] },
    acceptHealth: { kind: 'any' },
  };
}

export function removalOf(template: DeploySettings, { environment }: Preview): DeploySettings {
  const { termination } = template;
  return {
    ...template,
    operation: 'terminate',
    application: environment.application,
    environmentName: environment.name,
    termination: { allowDatabaseDeletion: false, ...termination, confirmedId: environment.id },
  };
}

const option = (namespace: string, name: string, value: string): OptionSetting => ({ namespace, name, value });

const groupOf = (size: string): readonly OptionSetting[] =>
  ['MinSize', 'MaxSize'].map((name) => option(AUTO_SCALING_NAMESPACE, name, size));
const AWAKE = groupOf('1');
const ASLEEP = groupOf('0');

export const isAsleep = (options: readonly OptionSetting[]): boolean =>
  options.some((one) => one.namespace === AUTO_SCALING_NAMESPACE && one.name === 'MaxSize' && one.value === '0');

/** What a preview is created with unless `option-settings` says otherwise. The instance type is that of the model. */
function sizeOptions({ size, sleeps }: PreviewWish): readonly OptionSetting[] {
  const type: Readonly<Record<PreviewSize, readonly OptionSetting[]>> = {
    'single-instance': [option(ENVIRONMENT_NAMESPACE, 'EnvironmentType', 'SingleInstance'), ...AWAKE],
    'one-instance': [option(ENVIRONMENT_NAMESPACE, 'EnvironmentType', 'LoadBalanced'), ...AWAKE],
    'as-model': [],
  };
  if (size === 'as-model') return [];
  return [
    ...type[size],
    // With one instance there is nothing to roll over, and additional ones would only cost time.
    option(COMMAND_NAMESPACE, 'DeploymentPolicy', 'AllAtOnce'),
    // Updates of the platform would count as use, and nobody waits for them.
    option('aws:elasticbeanstalk:managedactions', 'ManagedActionsEnabled', 'false'),
    // With rolling updates the service refuses a group of zero (aws/aws-elastic-beanstalk-cli issue 74).
    ...(sleeps ? [option(ROLLING_UPDATE_NAMESPACE, 'RollingUpdateEnabled', 'false')] : []),
  ];
}

/** `given` wins where both say something. */
function stronger(weak: readonly OptionSetting[], given: readonly OptionSetting[]): readonly OptionSetting[] {
  const isGiven = (one: OptionSetting): boolean =>
    given.some(({ namespace, name }) => namespace === one.namespace && name === one.name);
  return [...weak.filter((one) => !isGiven(one)), ...given];
}

const refused = (problem: Problem): Translation => ({ ok: false, problem });

const nameTaken = ({ names, owner }: TranslationFacts): Problem => ({
  code: 'preview-name-taken',
  blame: 'you',
  what: `${names.join(' and ')} exist already, and their tags do not say that they are the preview of pull request #${owner.pullRequest} of ${owner.repository}; they are left alone.`,
  hint: 'Choose another `preview-name`, or remove those environments when nobody needs them.',
  input: 'preview-name',
});

const cnameTaken = ({ triedCnames }: TranslationFacts): Problem => ({
  code: 'preview-cname-taken',
  blame: 'you',
  what: `The CNAME prefixes ${triedCnames.join(' and ')} are taken in this region.`,
  hint: 'Prefixes are unique over all accounts: give another `cname-prefix` for your previews.',
  input: 'cname-prefix',
});

const limitReached = ({ others, owner }: TranslationFacts, most: number): Problem => ({
  code: 'preview-limit',
  blame: 'you',
  what: `${owner.repository} has ${others.length} previews (${others.map((one) => `#${one.owner.pullRequest}`).join(', ')}), and \`max-previews\` is ${most}.`,
  hint: 'Close one of these pull requests or take its label off, then run this job again; or raise `max-previews`.',
  input: 'max-previews',
});
