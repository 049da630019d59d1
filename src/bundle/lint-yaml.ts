/** YAML (or JSON) syntax of configuration files, with file and line; for `.ebextensions` also what the keys are called. */
import { closest, distance } from 'fastest-levenshtein';
import { isMap, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Problem } from '../domain/problem.js';
import type { Findings } from './findings.js';

/** AWS guide, "Adding AWS resources" and "Customizing software on Linux servers": the keys of a `.config` file. */
const SECTIONS: readonly string[] = [
  'option_settings',
  'packages',
  'groups',
  'users',
  'sources',
  'files',
  'commands',
  'services',
  'container_commands',
  'Resources',
  'Outputs',
  'Mappings',
  'Parameters',
  'Conditions',
  'Metadata',
];

export function lintConfigFile(path: string, text: string): Findings {
  // A JSON file may be indented with tabs, which YAML does not allow.
  const json = text.trimStart().startsWith('{') ? jsonKeys(text) : undefined;
  if (json !== undefined) return { errors: [], warnings: unknownSections(path, json) };
  const syntax = lintYaml(path, text);
  if (syntax.errors.length > 0) return syntax;
  const { contents } = parse(text, new LineCounter());
  if (contents === null || (isScalar(contents) && contents.value === null)) return syntax;
  if (!isMap(contents)) return { errors: [noMapping(path)], warnings: syntax.warnings };
  const keys = contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key)));
  return { errors: [], warnings: [...syntax.warnings, ...unknownSections(path, [...new Set(keys)])] };
}

export function lintYaml(path: string, text: string): Findings {
  const lines = new LineCounter();
  const { errors } = parse(text, lines);
  const found = errors.map((error) => ({
    duplicate: error.code === 'DUPLICATE_KEY',
    problem: syntaxError(path, error, lines),
  }));
  return {
    // The first error makes the parser stumble over what follows; more of them would only confuse.
    errors: found
      .filter(({ duplicate }) => !duplicate)
      .slice(0, 1)
      .map(({ problem }) => problem),
    warnings: found.filter(({ duplicate }) => duplicate).map(({ problem }) => problem),
  };
}

const parse = (text: string, lineCounter: LineCounter) =>
  parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter, prettyErrors: false, logLevel: 'error', strict: true });

/** The keys of a JSON object, or `undefined` when the text is none. */
function jsonKeys(text: string): readonly string[] | undefined {
  try {
    return Object.keys(JSON.parse(text) as object);
  } catch {
    return undefined;
  }
}

function syntaxError(path: string, error: YAMLError, lines: LineCounter): Problem {
  const { line, col } = lines.linePos(error.pos[0]);
  const tab = error.code === 'TAB_AS_INDENT';
  const duplicate = error.code === 'DUPLICATE_KEY';
  return {
    code: duplicate ? 'yaml-duplicate-key' : 'yaml-syntax',
    blame: 'you',
    what: `${path}, line ${line}, column ${col}: ${tab ? 'a tab is used for indentation' : firstSentence(error.message)}.`,
    hint: tab
      ? 'YAML allows spaces only: replace the tab.'
      : duplicate
        ? 'Only the last of the two would count: bring them together.'
        : 'Correct the YAML; the deployment would fail on the instances because of it.',
  };
}

const firstSentence = (message: string): string => (message.split('\n')[0] ?? message).replace(/[.:]\s*$/, '');

const noMapping = (path: string): Problem => ({
  code: 'ebextensions-not-a-mapping',
  blame: 'you',
  what: `${path} does not hold sections such as option_settings at its top level.`,
  hint: 'Begin the file with a section, for example "option_settings:".',
});

const unknownSections = (path: string, keys: readonly string[]): readonly Problem[] =>
  keys.filter((key) => !SECTIONS.includes(key)).map((key) => unknownSection(path, key));

function unknownSection(path: string, key: string): Problem {
  const near = closest(key, [...SECTIONS]);
  const meant = distance(key.toLowerCase(), near.toLowerCase()) <= 3 ? `Did you mean "${near}"?` : '';
  return {
    code: 'ebextensions-unknown-key',
    blame: 'you',
    what: `${path} has the top-level key "${key}", which Elastic Beanstalk does not know.`,
    hint: meant === '' ? `Known are ${SECTIONS.join(', ')}.` : meant,
  };
}
