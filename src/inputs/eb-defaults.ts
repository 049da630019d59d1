/** Inputs that are not given are taken from `.elasticbeanstalk/config.yml`, where a project of the EB CLI has them already. */
import { ActionError, type Problem } from '../domain/problem.js';
import { isLockOperation, isPreviewOperation } from '../operations/names.js';
import type { Files } from '../ports/files.js';
import type { Host } from '../ports/host.js';
import type { EbConfig } from './eb-config.js';
import { place } from './places.js';

const FILE = '.elasticbeanstalk/config.yml';
/** Beneath it, and shared by projects. */
const GLOBAL_FILE = '.elasticbeanstalk/config.global.yml';
/** Such a file has a few lines; one of this size holds something else. */
const LARGEST_FILE = 64 * 1024;

/** One default: which input, what for, and where in the file it stands. */
interface Default {
  readonly value: string;
  readonly key: string;
}

export interface EbDefaults {
  /** The host with the defaults as if they were given. */
  readonly host: Host;
  readonly notices: readonly string[];
  readonly problems: readonly Problem[];
  /** The same problem, with the place in the file where its value comes from. */
  readonly located: (problem: Problem) => Problem;
}

/** Looks for the file only when something is not given that it may say. */
export async function ebDefaults(host: Host, files: Files): Promise<EbDefaults> {
  const nothing = { host, notices: [], problems: [], located: (problem: Problem) => problem };
  const wanted = wantedInputs(host);
  if (wanted.length === 0) return nothing;
  const read = await readFiles(files, host.run.workspace);
  if (read === undefined) return nothing;
  if ('problem' in read) return { ...nothing, problems: [read.problem] };
  const { config, environmentOf } = read;
  const branch = /^refs\/heads\/(.+)$/.exec(host.run.ref ?? '')?.[1];
  const all: Readonly<Record<string, Default | undefined>> = {
    'application-name': found('global.application_name', config.application),
    'aws-region': found('global.default_region', config.region),
    'environment-name': found('branch-defaults', environmentOf(config, branch)),
    'deployment-package-path': found('deploy.artifact', config.artifact),
  };
  const defaults = new Map(wanted.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]] as const])));
  return {
    host: { ...host, input: (name) => host.input(name) || (defaults.get(name)?.value ?? '') },
    notices: noticesOf(config, defaults),
    problems: [],
    located: (problem) => located(problem, defaults, config, branch),
  };
}

const found = (key: string, value: string | undefined): Default | undefined =>
  value === undefined ? undefined : { key, value };

/** The inputs that are missing and that the file may stand in for. */
function wantedInputs(host: Host): readonly string[] {
  const isGiven = (name: string): boolean => host.input(name) !== '';
  const operation = host.input('operation') || 'deploy';
  const several = isGiven('environments') || isPreviewOperation(operation);
  const bundles =
    ['deploy', 'prepare'].includes(operation) && ['', 'auto', 'bundle'].includes(host.input('version-source'));
  const sources = ['deployment-package-path', 'source-directory', 'docker-image', 'image-uri', 'exclude-patterns'];
  return [
    ...['application-name', 'aws-region'].filter((name) => !isGiven(name)),
    ...(several || isGiven('environment-name') ? [] : ['environment-name']),
    ...(isLockOperation(operation) || !bundles || sources.some(isGiven) ? [] : ['deployment-package-path']),
  ];
}

type FilesRead =
  | { readonly problem: Problem }
  | { readonly config: EbConfig; readonly environmentOf: typeof import('./eb-config.js').environmentOf };

async function readFiles(files: Files, workspace: string): Promise<FilesRead | undefined> {
  const texts: string[] = [];
  const names: string[] = [];
  for (const name of [FILE, GLOBAL_FILE]) {
    const read = await readFile(files, workspace, name);
    if (read === undefined) continue;
    if ('problem' in read) return read;
    texts.push(read.text);
    names.push(name);
  }
  if (texts.length === 0) return undefined;
  // Loaded only here: most repositories have no such file, and a YAML parser is a large part of a short start.
  const { environmentOf, laidOver, readEbConfig } = await import('./eb-config.js');
  let config: EbConfig = { environments: {} };
  for (const [index, text] of texts.entries()) {
    const read = readEbConfig(text);
    if ('because' in read) return { problem: malformed(names[index] ?? FILE, read.because) };
    config = laidOver(config, read.config);
  }
  return { config, environmentOf };
}

async function readFile(
  files: Files,
  workspace: string,
  name: string,
): Promise<{ readonly text: string } | { readonly problem: Problem } | undefined> {
  try {
    if ((await files.stat(`${workspace}/${name}`)) === undefined) return undefined;
    const at = await place(files, workspace, name, name, 'file');
    if ('problem' in at) {
      const { input: _, ...problem } = at.problem;
      return { problem };
    }
    const bytes = (await files.stat(await files.realPath(at.path)))?.bytes ?? 0;
    if (bytes > LARGEST_FILE) return { problem: malformed(name, `has ${bytes} bytes, more than ${LARGEST_FILE}`) };
    return { text: await files.readText(at.path) };
  } catch (error) {
    if (error instanceof ActionError) return { problem: error.problem };
    throw error;
  }
}

const malformed = (name: string, because: string): Problem => ({
  code: 'eb-config-malformed',
  blame: 'you',
  what: `The file ${name} ${because}.`,
  hint: 'Correct it (`eb config` and `eb use` write it), or give `aws-region`, `application-name`, `environment-name` and what to deploy as inputs; then it is not read.',
});

function noticesOf(config: EbConfig, defaults: ReadonlyMap<string, Default>): readonly string[] {
  if (defaults.size === 0) return [];
  const taken = [...defaults].map(([name, { key, value }]) => `\`${name}\` ${value} (${key})`).join(', ');
  const bundles =
    ['git', 'codecommit'].includes(config.sourceControl ?? '') && !defaults.has('deployment-package-path');
  return [
    `Taken from ${FILE}, since the inputs are not given: ${taken}.`,
    ...(config.profile === undefined
      ? []
      : [`\`profile\` in ${FILE} is not used: credentials come from the environment of the step.`]),
    ...(bundles
      ? [
          `\`sc: ${config.sourceControl}\` in ${FILE}: a bundle of the directory holds the files that are there, not those of the commit.`,
        ]
      : []),
  ];
}

function located(
  problem: Problem,
  defaults: ReadonlyMap<string, Default>,
  config: EbConfig,
  branch: string | undefined,
): Problem {
  const { input, what } = problem;
  if (input === undefined) return problem;
  const source = defaults.get(input);
  if (source !== undefined) {
    const label = `\`${input}\``;
    return { ...problem, what: what.replace(label, `${label} (from ${source.key} in ${FILE})`) };
  }
  if (input !== 'environment-name' || problem.code !== 'missing-input') return problem;
  const names = config.sourceControl === undefined ? 'default' : (branch ?? 'no branch');
  return { ...problem, hint: `${problem.hint} ${FILE} has no environment for ${names} in branch-defaults.` };
}
