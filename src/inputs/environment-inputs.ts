/** Inputs of environments that are created or terminated, and what they mean together. */
import type { EnvironmentTier } from '../domain/environment.js';
import type { ImageReference } from '../domain/image.js';
import { choice, flag, type Kind, optional, readInputs, text, withDefault } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import type { CreationSource, CreationWish, TerminationWish } from '../domain/settings.js';
import type { ImageBuild } from '../domain/version.js';
import { isForCluster } from './cluster-inputs.js';
import { contradiction } from './input-problems.js';

const DEPLOY: readonly string[] = ['deploy'];
const TERMINATE: readonly string[] = ['terminate'];

/** AWS API reference, CreateEnvironment: EnvironmentName. */
const ENVIRONMENT = {
  pattern: /^(?!-)[A-Za-z0-9-]{4,40}(?<!-)$/,
  because: 'is not an environment name (4 to 40 letters, digits and hyphens, no hyphen at the ends)',
};

/** AWS guide, "Tagging environments": the limits. */
const MOST_TAGS = 47;

const tags: Kind<Readonly<Record<string, string>>> = {
  accepts: '`key=value` lines',
  read: (given) => {
    const found: Record<string, string> = {};
    for (const [index, line] of given.split(/\r?\n/).entries()) {
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('#')) continue;
      const [, key, value] = /^([^=]*[^=\s])\s*=\s*(.*)$/.exec(trimmed) ?? [];
      if (key === undefined || value === undefined) return { because: `has no \`key=value\` on line ${index + 1}` };
      if (key.length > 128 || value.length > 256) return { because: `has a tag that is too long on line ${index + 1}` };
      if (/^(aws|elasticbeanstalk):/i.test(key)) return { because: `uses the reserved tag ${key}`, wrong: key };
      if (Object.hasOwn(found, key)) return { because: `names ${key} twice`, wrong: key };
      Object.defineProperty(found, key, { value, enumerable: true });
    }
    return Object.keys(found).length > MOST_TAGS ? { because: `holds more than ${MOST_TAGS} tags` } : { value: found };
  },
};

export const CREATION_INPUTS = {
  'create-environment-if-not-exists': optional(flag, {
    help: 'Create the environment when it certainly does not exist; see docs/environments.md. Without it: only when a platform and both roles in `option-settings` describe a whole environment.',
    operations: DEPLOY,
    aws: true,
  }),
  'create-application-if-not-exists': optional(flag, {
    help: 'Create the application too when it does not exist. Without it: only together with an environment that platform and both roles describe.',
    operations: DEPLOY,
    aws: true,
  }),
  'cname-prefix': optional(
    text('4 to 63 letters, digits and hyphens', { pattern: /^[A-Za-z0-9-]{4,63}$/, because: 'is not a CNAME prefix' }),
    {
      help: 'First part of the CNAME of an environment that is created; without it Elastic Beanstalk makes one up.',
      operations: DEPLOY,
      aws: true,
    },
  ),
  'platform-branch': optional(text('a name like `Node.js 24 running on 64bit Amazon Linux 2023`'), {
    help: 'Create the environment on the newest version of this platform branch.',
    operations: DEPLOY,
  }),
  'template-name': optional(text('the name of a saved configuration'), {
    help: 'Create the environment from this saved configuration of the application; `option-settings` are stronger.',
    operations: DEPLOY,
  }),
  'template-environment': optional(text('the name of an environment', ENVIRONMENT), {
    help: 'Create the environment with the settings that this environment of the application has then; `option-settings` are stronger.',
    operations: DEPLOY,
  }),
  'environment-tier': withDefault(choice(['WebServer', 'Worker', 'Cluster']), 'WebServer', {
    help: 'Tier of an environment that is created; with `image-uri` or `build-configuration` it is Cluster.',
    operations: DEPLOY,
  }),
  'environment-tags': optional(tags, {
    help: 'Tags of an environment that is created, one `key=value` a line.',
    operations: DEPLOY,
  }),
  'allow-empty-database': withDefault(flag, 'false', {
    help: '`true`: create from an environment with a database of its own, although the new one gets another, empty one.',
    operations: DEPLOY,
  }),
} as const;

export const TERMINATION_INPUTS = {
  'confirm-environment-id': optional(
    text('an id like `e-abcdefghij`', { pattern: /^e-[a-z0-9]+$/, because: 'is not the id of an environment' }),
    { help: 'Id of the environment to terminate; it must be the one that the names mean.', operations: TERMINATE },
  ),
  'allow-database-deletion': withDefault(flag, 'false', {
    help: '`true`: terminate the environment although its own database goes with it (DBDeletionPolicy `Delete` or `Snapshot`).',
    operations: TERMINATE,
  }),
} as const;

interface CreationGiven {
  readonly operation?: string | undefined;
  readonly 'create-environment-if-not-exists'?: boolean | undefined;
  readonly 'create-application-if-not-exists'?: boolean | undefined;
  readonly 'cname-prefix'?: string | undefined;
  readonly 'platform-branch'?: string | undefined;
  readonly 'solution-stack-name'?: string | undefined;
  readonly 'platform-arn'?: string | undefined;
  readonly 'template-name'?: string | undefined;
  readonly 'template-environment'?: string | undefined;
  readonly 'environment-tier'?: EnvironmentTier | undefined;
  readonly 'image-uri'?: ImageReference | undefined;
  readonly 'build-configuration'?: ImageBuild | undefined;
  readonly 'environment-tags'?: Readonly<Record<string, string>> | undefined;
  readonly 'allow-empty-database'?: boolean | undefined;
  readonly 'environment-name'?: string | undefined;
  readonly 'confirm-environment-id'?: string | undefined;
  readonly 'allow-database-deletion'?: boolean | undefined;
}

const SOURCES = [
  'platform-branch',
  'solution-stack-name',
  'platform-arn',
  'template-name',
  'template-environment',
] as const;

/** Only for creations; the others also say what an environment that exists must run on. */
const ONLY_FOR_CREATION = ['platform-branch', 'template-name', 'template-environment', 'environment-tags'] as const;

/** Absent unless an environment may be created. */
export function creationWish(values: CreationGiven): CreationWish | undefined {
  if (values['create-environment-if-not-exists'] !== true || values.operation !== 'deploy') return undefined;
  const source = sourceOf(values);
  const cnamePrefix = values['cname-prefix'];
  return {
    application: values['create-application-if-not-exists'] === true,
    ...(source === undefined ? {} : { source }),
    tier: isForCluster(values) ? 'Cluster' : (values['environment-tier'] ?? 'WebServer'),
    tags: values['environment-tags'] ?? {},
    ...(cnamePrefix === undefined ? {} : { cnamePrefix }),
    allowEmptyDatabase: values['allow-empty-database'] === true,
  };
}

function sourceOf(values: CreationGiven): CreationSource | undefined {
  const { 'platform-branch': branch, 'solution-stack-name': stack, 'platform-arn': arn } = values;
  const { 'template-name': template, 'template-environment': environment } = values;
  if (branch !== undefined) return { kind: 'branch', name: branch };
  if (stack !== undefined) return { kind: 'stack', solutionStack: stack };
  if (arn !== undefined) return { kind: 'platform', arn };
  if (template !== undefined) return { kind: 'template', name: template };
  return environment === undefined ? undefined : { kind: 'environment', name: environment };
}

const PRODUCTION_CNAME = optional(
  text('a host name, or its first part', {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    because: 'is not a host name (no scheme, no path)',
  }),
  { help: 'CNAME whose environment is never terminated.', operations: TERMINATE },
);

export function terminationWish(values: CreationGiven, lookUp: (name: string) => string): TerminationWish | undefined {
  if (values.operation !== 'terminate') return undefined;
  const confirmedId = values['confirm-environment-id'];
  // Declared by `blue-green`, whose other inputs mean nothing here.
  const productionCname = readInputs({ 'production-cname': PRODUCTION_CNAME }, lookUp).values['production-cname'];
  return {
    ...(confirmedId === undefined ? {} : { confirmedId }),
    ...(productionCname === undefined ? {} : { productionCname }),
    allowDatabaseDeletion: values['allow-database-deletion'] === true,
  };
}

export function environmentContradictions(values: CreationGiven, lookUp: (name: string) => string): readonly Problem[] {
  const given = (name: string): boolean => lookUp(name).trim() !== '';
  const creates = values['create-environment-if-not-exists'] === true;
  const sources = SOURCES.filter(given);
  return [
    ...(creates && sources.length > 1
      ? [
          contradiction(
            sources[1] ?? '',
            `${sources.map((one) => `\`${one}\``).join(' and ')} are given, and an environment is created from one of them.`,
            'Keep one of them.',
          ),
        ]
      : []),
    ...ONLY_FOR_CREATION.filter((name) => given(name) && !creates).map((name) =>
      contradiction(
        name,
        `\`${name}\` is given, but nothing is created without \`create-environment-if-not-exists: true\`.`,
        'Set that too, or remove it.',
      ),
    ),
    ...(values['create-application-if-not-exists'] === true && !creates && given('create-environment-if-not-exists')
      ? [
          contradiction(
            'create-application-if-not-exists',
            '`create-application-if-not-exists: true` needs `create-environment-if-not-exists: true`: a new application has no environment yet.',
            'Set that too, or remove it.',
          ),
        ]
      : []),
    ...tierContradictions(values, creates),
    ...terminationContradictions(values, given, lookUp),
  ];
}

function tierContradictions(values: CreationGiven, creates: boolean): readonly Problem[] {
  const model = values['template-environment'];
  return [
    ...(creates && values['environment-tier'] === 'Worker' && values['cname-prefix'] !== undefined
      ? [contradiction('cname-prefix', 'A worker environment has no CNAME.', 'Remove `cname-prefix`.')]
      : []),
    ...(model !== undefined && model === values['environment-name']
      ? [
          contradiction(
            'template-environment',
            '`template-environment` and `environment-name` are the same environment.',
            'Name the environment whose settings are copied.',
          ),
        ]
      : []),
  ];
}

function terminationContradictions(
  values: CreationGiven,
  given: (name: string) => boolean,
  lookUp: (name: string) => string,
): readonly Problem[] {
  if (values.operation === 'terminate') {
    const { failures } = readInputs({ 'production-cname': PRODUCTION_CNAME }, lookUp);
    return failures.map(() =>
      contradiction('production-cname', '`production-cname` is not a host name.', 'Write it without scheme and path.'),
    );
  }
  if (!given('confirm-environment-id')) return [];
  return [
    contradiction(
      'confirm-environment-id',
      `\`confirm-environment-id\` is given, but \`operation: ${values.operation ?? 'deploy'}\` terminates nothing.`,
      'Set `operation: terminate`, or remove it.',
    ),
  ];
}
