/** Why an environment cannot be created as wished: everything that can be known before anything is written. Pure. */
import type { CreationFacts, CreationModel } from '../domain/creation.js';
import { coupledDatabase } from '../domain/creation.js';
import { type OptionKey, type OptionSetting, optionValue } from '../domain/environment.js';
import type { OptionMessage } from '../domain/option-rules.js';
import type { VersionSource } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { CreationWish, DeploySettings } from '../domain/settings.js';
import { clusterCreationProblems } from './cluster-creation.js';
import { refuseInvalidOptions } from './invalid-options.js';

export interface CreationRequest {
  readonly settings: DeploySettings;
  readonly wish: CreationWish;
  readonly facts: CreationFacts;
  readonly version?: VersionSource;
  /** What is held against the options that the environment would get. */
  readonly validation?: readonly OptionMessage[];
}

const INSTANCE_PROFILE = { namespace: 'aws:autoscaling:launchconfiguration', name: 'IamInstanceProfile' };
const SERVICE_ROLE = { namespace: 'aws:elasticbeanstalk:environment', name: 'ServiceRole' };

export function creationProblems(request: CreationRequest): readonly Problem[] {
  const { settings, facts, wish, version, validation = [] } = request;
  return [
    ...refuseWithoutVersion(settings, version),
    ...refuseTaken(wish, facts),
    ...refuseModel(settings, wish, facts.model),
    ...(wish.tier === 'Cluster' ? clusterCreationProblems(request) : refuseWithoutRoles(request)),
    ...refuseInvalidOptions(validation),
  ];
}

/** The value that the new environment will have, as far as it is told: ours first, then the model's. */
export function plannedValue(
  { settings, wish, facts: { model } }: CreationRequest,
  { namespace, name }: OptionKey,
): string | undefined {
  const inherited = model === undefined ? [] : inheritedOptions(model);
  const given = optionValue(settings.options, namespace, name) ?? optionValue(wish.options ?? [], namespace, name);
  const value = given ?? optionValue(inherited, namespace, name);
  return value === '' ? undefined : value;
}

function inheritedOptions(model: CreationModel): readonly OptionSetting[] {
  switch (model.kind) {
    case 'template':
      return model.options ?? [];
    case 'environment':
      return model.found?.options ?? [];
    case 'stack':
    case 'platform':
    case 'branch':
    case 'cluster':
      return [];
  }
}

const you = (problem: Omit<Problem, 'blame'>): Problem => ({ ...problem, blame: 'you' });

function refuseWithoutVersion({ environmentName }: DeploySettings, version?: VersionSource): readonly Problem[] {
  if (version !== undefined) return [];
  return [
    you({
      code: 'creation-without-version',
      input: 'version-source',
      what: `${environmentName} does not exist, and without a version it would be created with AWS's sample application.`,
      hint: 'Give a bundle or a `version-label`, or create the environment first.',
    }),
  ];
}

function refuseTaken({ cnamePrefix }: CreationWish, { cnameFree }: CreationFacts): readonly Problem[] {
  if (cnamePrefix === undefined || cnameFree !== false) return [];
  return [
    you({
      code: 'cname-taken',
      input: 'cname-prefix',
      what: `The CNAME prefix ${cnamePrefix} is taken in this region, so the environment could not be created with it.`,
      hint: 'Prefixes are unique over all accounts. If it is your environment that holds it, this environment may exist under another name; else choose another prefix.',
    }),
  ];
}

function refuseModel(settings: DeploySettings, wish: CreationWish, model?: CreationModel): readonly Problem[] {
  const { application, environmentName } = settings;
  if (model === undefined) {
    return [
      you({
        code: 'creation-without-source',
        input: 'create-environment-if-not-exists',
        what: `${environmentName} does not exist, and nothing says what to create it from.`,
        hint: 'Give one of `platform-branch`, `solution-stack-name`, `platform-arn`, `template-name` or `template-environment`.',
      }),
    ];
  }
  switch (model.kind) {
    case 'stack':
    case 'platform':
    case 'cluster':
      return [];
    case 'branch':
      return model.branch?.newest === undefined ? [noBranch(model)] : [];
    case 'template':
      return model.options === undefined
        ? [
            you({
              code: 'template-missing',
              input: 'template-name',
              what: `The application ${application} has no saved configuration ${model.name}.`,
              hint: 'Correct `template-name`; saved configurations belong to one application.',
            }),
          ]
        : refuseDatabase(wish, model.name, model.options, 'template-name');
    case 'environment':
      return refuseModelEnvironment(application, wish, model);
  }
}

const noBranch = ({ name, branch }: Extract<CreationModel, { kind: 'branch' }>): Problem =>
  you({
    code: 'platform-branch-missing',
    input: 'platform-branch',
    what:
      branch === undefined
        ? `There is no platform branch "${name}" in this region.`
        : `The platform branch "${name}" has no version that can be used.`,
    hint: 'Names are like "Node.js 24 running on 64bit Amazon Linux 2023"; `aws elasticbeanstalk list-platform-branches` lists them.',
  });

function refuseModelEnvironment(
  application: string,
  wish: CreationWish,
  { name, found }: Extract<CreationModel, { kind: 'environment' }>,
): readonly Problem[] {
  const problem = (what: string, hint: string): Problem =>
    you({ code: 'template-environment-unusable', input: 'template-environment', what: what, hint: hint });
  if (found === undefined) {
    return [
      problem(
        `The application ${application} shows no environment ${name} that could be copied.`,
        'Correct `template-environment`, or allow elasticbeanstalk:DescribeEnvironments for it.',
      ),
    ];
  }
  const { environment, options } = found;
  if (environment.status === 'Terminating' || environment.status === 'Terminated') {
    return [problem(`${name} is ${environment.status}, so its settings cannot be copied.`, 'Name another one.')];
  }
  const { tier } = wish;
  if (environment.tier !== tier) {
    return [
      problem(
        `${name} is a ${environment.tier} environment, and \`environment-tier\` is ${tier}.`,
        'Set `environment-tier` to the tier of the environment that is copied.',
      ),
    ];
  }
  return refuseDatabase(wish, name, options, 'template-environment');
}

/** A saved configuration may be meant to bring a database, but never one that goes again with a pull request. */
function refuseDatabase(
  { allowEmptyDatabase, isPreview }: CreationWish,
  name: string,
  options: readonly OptionSetting[],
  input: 'template-name' | 'template-environment',
): readonly Problem[] {
  const database = coupledDatabase(options);
  if (database === undefined || allowEmptyDatabase) return [];
  if (input === 'template-name' && isPreview !== true) return [];
  return [
    you({
      code: 'coupled-database',
      input,
      what: `${name} has a database of its own${database.engine === undefined ? '' : ` (${database.engine})`}: the new environment would get another, empty one, not this one.`,
      hint: 'Decouple the database first (AWS guide, "Adding a database to your environment"), or set `allow-empty-database: true`.',
    }),
  ];
}

/** Without an instance profile the service ends the creation at once and throws the environment away. */
function refuseWithoutRoles(request: CreationRequest): readonly Problem[] {
  const { model } = request.facts;
  const isUnknown =
    (model?.kind === 'template' && model.options === undefined) ||
    (model?.kind === 'environment' && model.found === undefined);
  if (isUnknown) return [];
  const missing = [INSTANCE_PROFILE, SERVICE_ROLE].filter((key) => plannedValue(request, key) === undefined);
  if (missing.length === 0) return misshapenRoles(request);
  const names = missing.map(({ namespace, name }) => `${name} (${namespace})`).join(' and ');
  return [
    you({
      code: 'creation-without-roles',
      input: 'option-settings',
      what: `${request.settings.environmentName} cannot be created without ${names}.`,
      hint: 'Set them in `option-settings`; usual names are aws-elasticbeanstalk-ec2-role and aws-elasticbeanstalk-service-role.',
    }),
  ];
}

/** Names of IAM, or ARNs of the right kind (IAM user guide, "IAM identifiers"). Whether they exist only IAM could tell. */
const SHAPES = [
  {
    key: INSTANCE_PROFILE,
    kind: 'an instance profile',
    shape: /^(arn:aws[\w-]*:iam::\d{12}:instance-profile\/)?[\w+=,.@/-]+$/,
  },
  { key: SERVICE_ROLE, kind: 'a role', shape: /^(arn:aws[\w-]*:iam::\d{12}:role\/)?[\w+=,.@/-]+$/ },
] as const;

function misshapenRoles(request: CreationRequest): readonly Problem[] {
  return SHAPES.filter(({ key, shape }) => !shape.test(plannedValue(request, key) ?? '')).map(({ key, kind }) =>
    you({
      code: 'creation-role-unusable',
      input: 'option-settings',
      what: `${key.name} (${key.namespace}) is neither the name nor the ARN of ${kind}.`,
      hint: 'Give its name, or its ARN: that of an instance profile has `:instance-profile/` in it, that of a role `:role/`.',
    }),
  );
}
