/** Reads the input `option-settings`: AWS's list of settings or a map by namespace, as JSON or YAML. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { sameKey } from '../domain/changes.js';
import type { OptionSetting } from '../domain/environment.js';

export type OptionSettingsRead =
  | { readonly kind: 'options'; readonly options: readonly OptionSetting[] }
  /** The text is a single word or path: a file is meant. */
  | { readonly kind: 'file'; readonly path: string }
  /** Each continues "`option-settings` …". Values are never repeated: they may be secrets. */
  | { readonly kind: 'wrong'; readonly because: readonly string[] };

/**
 * `[{"Namespace": …, "OptionName": …, "Value": …}]` as in AWS's action (also with `namespace`, `option_name`, `value` as
 * in `.ebextensions`), or `{"<namespace>": {"<option>": "<value>"}}`. Values keep the text that was written: `0123` and
 * `true` are no number and no boolean here, because the service knows only strings.
 */
export function readOptionSettings(text: string): OptionSettingsRead {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    return wrong([`is neither JSON nor YAML: line ${line}, column ${col} (${error.code})`]);
  }
  const root = document.contents;
  if (isScalar(root) && typeof root.value === 'string' && root.value.trim() !== '' && !root.value.includes('\n')) {
    return { kind: 'file', path: root.value.trim() };
  }
  if (!isSeq(root) && !isMap(root))
    return wrong(['holds neither a list of settings nor a map from namespace to options']);
  const plain = plainOf(document);
  if (plain === undefined) return wrong(['uses aliases that lead nowhere, or more of them than options could need']);
  const found = isSeq(root) ? fromList(asList(plain)) : fromMap(asMap(plain) ?? {});
  const because = [...nulls(root), ...found.because, ...repeated(found.options)];
  return because.length > 0 ? wrong(because) : { kind: 'options', options: found.options };
}

/** The parser throws on aliases without an anchor, and on so many that they could fill the memory. */
function plainOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

const wrong = (because: readonly string[]): OptionSettingsRead => ({ kind: 'wrong', because });

interface Found {
  readonly options: readonly OptionSetting[];
  readonly because: readonly string[];
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const asMap = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;

const MEMBERS: Readonly<Record<string, 'namespace' | 'name' | 'value' | 'resource'>> = {
  namespace: 'namespace',
  optionname: 'name',
  option: 'name',
  value: 'value',
  resourcename: 'resource',
};

function fromList(entries: readonly unknown[]): Found {
  const options: OptionSetting[] = [];
  const because: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const members: Partial<Record<'namespace' | 'name' | 'value' | 'resource', string>> = {};
    const unknown: string[] = [];
    for (const [key, value] of Object.entries(asMap(entry) ?? {})) {
      const member = MEMBERS[key.toLowerCase().replaceAll('_', '')];
      if (member === undefined || typeof value !== 'string') unknown.push(key);
      else members[member] = value;
    }
    const at = `entry ${index + 1}`;
    const { namespace, name, value, resource } = members;
    if (unknown.length > 0) because.push(`has something unexpected in ${at}: ${unknown.slice(0, 5).join(', ')}`);
    if (namespace === undefined || namespace === '') because.push(`has no Namespace in ${at}`);
    if (name === undefined || name === '') because.push(`has no OptionName in ${at}`);
    if (value === undefined) because.push(`has no Value in ${at}`);
    if (namespace !== undefined && name !== undefined && value !== undefined) {
      options.push({ namespace, name, value, ...(resource === undefined ? {} : { resource }) });
    }
  }
  return { options, because };
}

function fromMap(namespaces: Readonly<Record<string, unknown>>): Found {
  const options: OptionSetting[] = [];
  const because: string[] = [];
  for (const [namespace, values] of Object.entries(namespaces)) {
    const map = asMap(values);
    if (!namespace.includes(':'))
      because.push(`names "${namespace.slice(0, 60)}", which is not a namespace such as aws:autoscaling:asg`);
    if (map === undefined) {
      because.push(`has no map of options under ${namespace.slice(0, 60)}`);
      continue;
    }
    for (const [name, value] of Object.entries(map)) {
      if (typeof value === 'string') options.push({ namespace, name, value });
      else because.push(`has no plain value for ${name.slice(0, 60)} in ${namespace.slice(0, 60)}`);
    }
  }
  return { options, because };
}

function repeated(options: readonly OptionSetting[]): readonly string[] {
  return options
    .filter((one, at) => options.findIndex((other) => sameKey(one, other)) !== at)
    .map((one) => `sets ${one.name} in ${one.namespace} twice`);
}

/** The failsafe schema reads `null` as a word; written without quotes it was surely not meant as one. */
function nulls(node: unknown, at = ''): readonly string[] {
  if (isAlias(node)) return [];
  if (isSeq(node)) return node.items.flatMap((item, index) => nulls(item, `entry ${index + 1}`));
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => nulls(value, isScalar(key) ? String(key.value).slice(0, 60) : at));
  }
  if (!isScalar(node) || node.type !== 'PLAIN') return [];
  return /^(null|~|)$/i.test(String(node.value ?? '')) ? [`has no value for ${at}`] : [];
}
