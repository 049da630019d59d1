/** The inputs of the sub-action `simulator/`, turned into the simulator's command line, or into every problem at once. */
import type { Seed } from '../simulator/service.js';

export interface RehearsalInputs {
  /** Command line of the simulator, without `--seed`. */
  readonly args: readonly string[];
  /** What `environments` and `application` ask for, on top of a seed file. */
  readonly seed: Seed;
  readonly names: boolean;
}

export type ReadInputs =
  | { readonly kind: 'inputs'; readonly inputs: RehearsalInputs }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** As CreateEnvironment takes it (AWS API reference). */
const ENVIRONMENT_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9-]{2,38})[A-Za-z0-9]$/;
/** An application's name may hold anything but a slash, up to 100 characters (AWS API reference). */
const APPLICATION_NAME = /^[^/\r\n]{1,100}$/;

/** `input` answers the raw input, trimmed, or ''. `path` makes a path of the workspace absolute. */
export function readInputs(input: (name: string) => string, path: (relative: string) => string): ReadInputs {
  const problems: string[] = [];
  const application = input('application') || 'rehearsal';
  if (!APPLICATION_NAME.test(application)) {
    problems.push(`application: "${application}" must be 1 to 100 characters without a slash.`);
  }
  const lines = input('environments').split(/\r?\n/);
  const environments = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => environmentOf(line, application, problems));
  const names = input('names') || 'true';
  if (names !== 'true' && names !== 'false') problems.push(`names: "${names}" must be true or false.`);
  if (problems.length > 0) return { kind: 'problems', problems };

  const given = (option: string, value: string): readonly string[] => (value === '' ? [] : [`--${option}=${value}`]);
  const file = (option: string): readonly string[] => given(option, input(option) && path(input(option)));
  const args = [
    ...given('port', input('port') || '0'),
    ...given('speed', input('speed') || '10'),
    ...given('runtime', input('runtime')),
    ...given('region', input('region')),
    ...file('scenario'),
    ...file('seed'),
    '--pass-other-names',
  ];
  const seed = { applications: [{ name: application }], environments };
  return { kind: 'inputs', inputs: { args, seed, names: names === 'true' } };
}

function environmentOf(
  line: string,
  standard: string,
  problems: string[],
): { readonly application: string; readonly name: string } {
  const [before, after] = line.split('/', 2);
  const [application, name] = after === undefined ? [standard, line] : [before ?? '', after];
  if (!ENVIRONMENT_NAME.test(name)) {
    problems.push(
      `environments: "${line}": an environment's name has 4 to 40 letters, digits and hyphens, no hyphen at its ends.`,
    );
  }
  if (after !== undefined && !APPLICATION_NAME.test(application)) {
    problems.push(`environments: "${line}": there must be the name of an application before the slash.`);
  }
  return { application, name };
}
