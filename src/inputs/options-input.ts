/** The input `option-settings`, inline or from a file of the workspace. */
import type { OptionSetting } from '../domain/environment.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { Files } from '../ports/files.js';
import { place } from './places.js';

const INPUT = 'option-settings';
/** An environment has some hundred options; a file of this size holds something else. */
const LARGEST_FILE = 256 * 1024;

export interface OptionsRead {
  readonly options: readonly OptionSetting[];
  readonly problems: readonly Problem[];
}

export async function readOptions(given: string | undefined, files: Files, workspace: string): Promise<OptionsRead> {
  if (given === undefined) return { options: [], problems: [] };
  // Loaded only here: most runs have no options, and a YAML parser is a large part of a short start.
  const { readOptionSettings } = await import('./option-settings.js');
  const inline = readOptionSettings(given);
  if (inline.kind === 'options') return { options: inline.options, problems: [] };
  if (inline.kind === 'wrong') return { options: [], problems: inline.because.map((one) => wrong(one)) };
  const found = await place(files, workspace, INPUT, inline.path, 'file');
  if ('problem' in found) return { options: [], problems: [found.problem] };
  try {
    const size = (await files.stat(await files.realPath(found.path)))?.bytes ?? 0;
    if (size > LARGEST_FILE)
      return { options: [], problems: [wrong(`names a file of ${size} bytes, more than ${LARGEST_FILE}`)] };
    const read = readOptionSettings(await files.readText(found.path));
    if (read.kind === 'options') return { options: read.options, problems: [] };
    const because =
      read.kind === 'file' ? ['holds no list of settings and no map from namespace to options'] : read.because;
    return { options: [], problems: because.map((one) => wrong(one, inline.path)) };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { options: [], problems: [{ ...error.problem, input: INPUT }] };
  }
}

const wrong = (because: string, file?: string): Problem => ({
  code: 'wrong-input',
  blame: 'you',
  what: `\`${INPUT}\` ${file === undefined ? '' : `(${file.slice(0, 100)}) `}${because}.`,
  hint: 'Write a list of `Namespace`, `OptionName` and `Value`, or a map from namespace to options, as JSON or YAML.',
  input: INPUT,
});
