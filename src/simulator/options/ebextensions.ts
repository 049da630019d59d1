/**
 * Option settings that a source bundle brings along: `.ebextensions/*.config`, in alphabetical order, YAML or JSON.
 * They are the weakest layer: whatever was set through the API wins (AWS guide, "Configuration options", precedence).
 */

import { parseDocument } from 'yaml';
import { isObject } from '../../domain/json.js';
import type { ObjectStore } from '../storage/object-store.js';
import { readZipTexts } from '../storage/zip-entries.js';
import type { ApplicationVersion, Options } from '../world.js';
import type { OptionScope } from './catalogue.js';
import { type OptionSetting, toOptions } from './setting.js';
import { validateOptions } from './validate.js';

/** What the bundle sets. With problems nothing is deployed: each is the text of an ERROR event, in order. */
export interface BundleOptions {
  readonly options: Options;
  readonly problems: readonly string[];
}

const PROPERTIES = 'aws:elasticbeanstalk:application:environment';
const CONFIG = /^\.ebextensions\/[^/]+\.config$/;
const NOTHING: BundleOptions = { options: {}, problems: [] };

/**
 * Reads the version's bundle and judges its settings for an environment. A version without a bundle, or whose bundle is
 * no zip (a jar's name does not matter, a plain file's does), sets nothing.
 */
export function readBundleOptions(
  objects: ObjectStore,
  version: ApplicationVersion | undefined,
  environment: OptionScope,
): BundleOptions {
  if (version?.sourceBundle === undefined) return NOTHING;
  const files = readZipTexts(objects, version.sourceBundle, (name) => CONFIG.test(name));
  return files === undefined ? NOTHING : judgeConfigFiles(files, version.label, environment);
}

/** The same from texts by file name. */
export function judgeConfigFiles(
  files: ReadonlyMap<string, string>,
  versionLabel: string,
  environment: OptionScope,
): BundleOptions {
  const settings: OptionSetting[] = [];
  const problems: string[] = [];
  for (const [name, content] of files) {
    const parsed = parseConfig(content);
    if ('problem' in parsed) problems.push(invalidFile(name, versionLabel, parsed.problem, content));
    else settings.push(...parsed.settings);
  }
  if (problems.length > 0) return { options: {}, problems };
  const invalid = validateOptions(settings, environment).filter((message) => message.severity === 'error');
  if (invalid.length > 0) {
    return {
      options: {},
      problems: [
        '"option_settings" in one of the configuration files failed validation. More details to follow.',
        ...invalid.map((message) => message.message),
      ],
    };
  }
  return { options: toOptions(settings), problems: [] };
}

/** Which of the bundle's files are broken: what processing a version looks at before anything is deployed. */
export function brokenFiles(objects: ObjectStore, version: ApplicationVersion): readonly string[] {
  if (version.sourceBundle === undefined) return [];
  const files = readZipTexts(objects, version.sourceBundle, (name) => CONFIG.test(name) || name === 'env.yaml');
  return [...(files ?? [])].filter(([, content]) => 'problem' in parseConfig(content)).map(([name]) => name);
}

type Parsed = { readonly settings: readonly OptionSetting[] } | { readonly problem: string };

function parseConfig(content: string): Parsed {
  const source = parseDocument(content);
  const problem = source.errors[0];
  if (problem !== undefined) return { problem: problem.message };
  const document: unknown = source.toJS();
  if (document === null || document === undefined) return { settings: [] };
  if (!isObject(document)) return { problem: 'The file must hold a mapping.' };
  const settings = document.option_settings;
  if (settings === undefined || settings === null) return { settings: [] };
  return { settings: Array.isArray(settings) ? listed(settings) : nested(settings) };
}

/** `- namespace: …`, `option_name: …`, `value: …`; without a namespace it is an environment property. */
const listed = (items: readonly unknown[]): readonly OptionSetting[] =>
  items.filter(isObject).map((item) => ({
    namespace: scalar(item.namespace) ?? PROPERTIES,
    optionName: scalar(item.option_name) ?? '',
    value: scalar(item.value) ?? '',
  }));

/** `namespace:` over `option: value`. */
const nested = (settings: unknown): readonly OptionSetting[] =>
  Object.entries(isObject(settings) ? settings : {}).flatMap(([namespace, values]) =>
    Object.entries(isObject(values) ? values : {}).map(([optionName, value]) => ({
      namespace,
      optionName,
      value: scalar(value) ?? '',
    })),
  );

function scalar(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** The wording of the service, which reports both of its parsers. */
function invalidFile(name: string, versionLabel: string, problem: string, content: string): string {
  const first = content.trimStart()[0] ?? '';
  const yaml = problem.split('\n')[0]?.replace(/:$/, '') ?? problem;
  return (
    `The configuration file ${name} in application version ${versionLabel} contains invalid YAML or JSON. ` +
    `YAML exception: Invalid Yaml: ${yaml}, JSON exception: Invalid JSON: Unexpected character (${first}) at position 0.. ` +
    'Update the configuration file.'
  );
}
