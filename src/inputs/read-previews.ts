/**
 * Settings of previews: the inputs of an ordinary deployment, and of an ordinary termination, whose environment is named
 * later. What only a deployment needs is no problem of a pull request that was closed, whose job checks nothing out.
 */
import { readInputs } from '../domain/input.js';
import type { PreviewTemplate } from '../domain/preview.js';
import type { DeploySettings } from '../domain/settings.js';
import type { PreviewOperationName } from '../operations/names.js';
import type { Files } from '../ports/files.js';
import type { Host } from '../ports/host.js';
import { COMMAND_INPUTS } from './command-inputs.js';
import { STRATEGY_INPUTS } from './declarations.js';
import { CREATION_INPUTS } from './environment-inputs.js';
import { IMAGE_INPUTS } from './image-inputs.js';
import { contradiction, problemOf } from './input-problems.js';
import { contradictionsOfPreviews, PREVIEW_INPUTS, previewWish } from './preview-inputs.js';
import type { InputsOutcome, OneRead } from './read.js';
import { CONFIGURATION_INPUTS } from './target-inputs.js';
import { unknownInputs } from './unknown-inputs.js';
import { VERSION_INPUTS } from './version-inputs.js';

type LookUp = (name: string) => string;
type ReadOne = (host: Host, files: Files, lookUp: LookUp) => Promise<OneRead>;

/** Stands where the name of the environment will be. */
const NAMED_LATER = 'preview';

/** Of no matter when nothing is deployed, and perhaps not even readable without a checkout. */
const ONLY_FOR_DEPLOYMENTS: ReadonlySet<string> = new Set(
  [
    'strategy',
    'restore-policy',
    ...Object.keys({
      ...VERSION_INPUTS,
      ...IMAGE_INPUTS,
      ...CONFIGURATION_INPUTS,
      ...CREATION_INPUTS,
      ...COMMAND_INPUTS,
    }),
    ...[...STRATEGY_INPUTS.keys()].filter((name) => name !== 'production-cname'),
  ].filter((name) => name !== 's3-bucket-name' && name !== 'comment'),
);

export async function readPreviews(
  operation: PreviewOperationName,
  host: Host,
  files: Files,
  readOne: ReadOne,
): Promise<InputsOutcome> {
  const given: LookUp = (name) => host.input(name);
  const own = readInputs(PREVIEW_INPUTS, given);
  const removal = await readOne(host, files, forRemoval(given));
  const deployment = operation === 'sweep' ? undefined : await readOne(host, files, forDeployment(given));
  const problems = [
    ...unknownInputs(host.givenInputs(), given),
    ...own.failures.map(problemOf),
    ...contradictionsOfPreviews(operation, own.values, given),
    ...removal.problems,
  ];
  if (problems.length > 0 || removal.settings === undefined) return { kind: 'refused', problems };
  const token = given('github-token').trim();
  host.mask(token);
  return {
    kind: 'preview',
    preview: {
      operation,
      wish: previewWish(own.values, token),
      deployment: template(deployment, own.values['preview-first-command'], given),
      removal: removal.settings,
    },
  };
}

function forRemoval(given: LookUp): LookUp {
  const set: Readonly<Record<string, string>> = {
    operation: 'terminate',
    'environment-name': NAMED_LATER,
    // Who lets a preview have an empty database of its own lets it go with the preview.
    'allow-database-deletion': given('allow-empty-database').trim() || given('allow-database-deletion'),
  };
  return (name) => set[name] ?? (ONLY_FOR_DEPLOYMENTS.has(name) ? '' : given(name));
}

function forDeployment(given: LookUp): LookUp {
  const set: Readonly<Record<string, string>> = {
    operation: 'deploy',
    'environment-name': NAMED_LATER,
    'create-environment-if-not-exists': 'true',
  };
  return (name) => set[name] ?? given(name);
}

function template(read: OneRead | undefined, firstCommand: string | undefined, given: LookUp): PreviewTemplate {
  if (read?.settings === undefined || read.problems.length > 0) return { ok: false, problems: read?.problems ?? [] };
  const { settings } = read;
  if (settings.strategy.pair !== undefined) {
    const { name } = settings.strategy;
    return {
      ok: false,
      problems: [
        contradiction(
          'strategy',
          `\`strategy: ${name}\` works on two environments, and a preview is one.`,
          'Leave it out for `operation: preview`.',
        ),
      ],
    };
  }
  return { ok: true, settings: withFirstCommand(settings, firstCommand, given), notices: read.notices };
}

function withFirstCommand(settings: DeploySettings, atCreation: string | undefined, given: LookUp): DeploySettings {
  if (atCreation === undefined) return settings;
  const timeout = readInputs(COMMAND_INPUTS, given).values['command-timeout'];
  return { ...settings, commands: { timeout, ...settings.commands, atCreation } };
}
