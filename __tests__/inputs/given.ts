/** Reading inputs in tests: the required ones are there, the workspace holds an application. */
import { COMMON_INPUTS } from '../../src/inputs/declarations.js';
import { type InputsOutcome, read } from '../../src/inputs/read.js';
import { inputHost, memoryFiles } from '../support/recording-host.js';

export const REQUIRED = { 'aws-region': 'eu-west-1', 'application-name': 'shop', 'environment-name': 'shop-prod' };

export const WORKSPACE = {
  '/w/server.js': 'x',
  '/w/dist/app.zip': 'PK',
  '/w/app/server.js': 'x',
  '/w/link': '-> /etc',
  '/w/inner': '-> /w/app',
  '/w/options.yml': 'aws:autoscaling:asg:\n  MaxSize: 8\n',
  '/etc/passwd': 'root',
};

/** What the runner hands over when the workflow says nothing: the defaults that `action.yml` declares. */
export const RUNNER_DEFAULTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(COMMON_INPUTS).flatMap(([name, declaration]) =>
    declaration.default === undefined ? [] : [[name, declaration.default]],
  ),
);

export const readGiven = (
  given: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = WORKSPACE,
): Promise<InputsOutcome> =>
  read(inputHost({ ...required(given), ...given }, { defaults: RUNNER_DEFAULTS }), memoryFiles(files));

/** `environments` stands in place of the name, and previews have names of their own. */
const required = ({
  environments,
  operation = '',
}: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  environments === undefined && !['preview', 'sweep'].includes(operation)
    ? REQUIRED
    : { ...REQUIRED, 'environment-name': '' };

export async function settingsFor(
  given: Readonly<Record<string, string>>,
  files = WORKSPACE as Record<string, string>,
) {
  const outcome = await readGiven(given, files);
  if (outcome.kind === 'refused') throw new Error(outcome.problems.map((one) => one.what).join('\n'));
  if (outcome.kind !== 'settings') throw new Error('these inputs are not about one environment');
  return outcome.settings;
}

export async function problemsFor(
  given: Readonly<Record<string, string>>,
  files = WORKSPACE as Record<string, string>,
) {
  const outcome = await readGiven(given, files);
  return outcome.kind === 'refused' ? outcome.problems : [];
}
