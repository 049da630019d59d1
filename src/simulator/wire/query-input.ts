/** Reads the input of an AWS Query call (`A.B.member.1.C=value`) by the operation's published schema. */
import type { NormalizedSchema } from '@smithy/core/schema';
import { ServiceError } from '../service-error.js';
import { requiredMembers } from './schema.js';

/** What was sent, as a tree of the dotted names. */
interface Node {
  text: string | undefined;
  readonly children: Map<string, Node>;
}

/** Undocumented members that real clients send: they are read by the schema given here instead of the published one. */
export type ExtraMembers = Readonly<Record<string, NormalizedSchema>>;

const malformed = (message: string): ServiceError => new ServiceError('MalformedInput', message);

/** The front end's text for a value that breaks a constraint of the API's model. */
const constraint = (value: string, path: string, rule: string): ServiceError =>
  new ServiceError(
    'ValidationError',
    `1 validation error detected: Value ${value} at '${path}' failed to satisfy constraint: ${rule}`,
  );

function treeOf(parameters: readonly (readonly [string, string])[]): Node {
  const root: Node = { text: undefined, children: new Map() };
  for (const [name, value] of parameters) {
    let node = root;
    for (const part of name.split('.')) {
      let child = node.children.get(part);
      if (child === undefined) {
        child = { text: undefined, children: new Map() };
        node.children.set(part, child);
      }
      node = child;
    }
    if (node.text !== undefined) throw malformed(`Duplicate parameter: ${name}`);
    node.text = value;
  }
  return root;
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The wire's constraint messages name members in lower camel case: `applicationName`, `optionSettings.1.member.value`. */
const camel = (path: string): string =>
  path.replace(/(^|\.)([A-Z])/g, (_, dot: string, first: string) => dot + first.toLowerCase());

function readStructure(
  schema: NormalizedSchema,
  node: Node,
  path: string,
  extra: ExtraMembers,
): Record<string, unknown> {
  const members = schema.getMemberSchemas();
  const value: Record<string, unknown> = {};
  for (const [name, child] of node.children) {
    const member = members[name] ?? extra[name];
    if (member === undefined || !(Object.hasOwn(members, name) || Object.hasOwn(extra, name))) {
      throw new ServiceError('InvalidQueryParameter', `${join(path, name)} is not a parameter of ${schema.getName()}.`);
    }
    value[name] = readValue(member, child, join(path, name));
  }
  for (const name of requiredMembers(schema)) {
    if (value[name] === undefined) {
      throw constraint('null', camel(join(path, name)), 'Member must not be null');
    }
  }
  return value;
}

function readList(schema: NormalizedSchema, node: Node, path: string): unknown[] {
  if (node.children.size === 0) {
    if (node.text === undefined || node.text === '') return [];
    throw malformed(`Unexpected value for list ${path}`);
  }
  const items: [index: number, value: unknown][] = [];
  const element = schema.getValueSchema();
  for (const [name, holder] of node.children) {
    // `members` is what a widely used deployment client sends, and the service takes it.
    if (name !== 'member' && name !== 'members') throw malformed(`Unexpected list element ${join(path, name)}`);
    for (const [index, child] of holder.children) {
      if (!/^[1-9]\d{0,5}$/.test(index)) throw malformed(`Unexpected list element ${join(path, `${name}.${index}`)}`);
      items.push([Number(index), readValue(element, child, join(path, `${index}.member`))]);
    }
  }
  return items.sort(([a], [b]) => a - b).map(([, value]) => value);
}

function readMap(schema: NormalizedSchema, node: Node, path: string): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [index, entry] of node.children.get('entry')?.children ?? []) {
    const [key, item] = [entry.children.get('key')?.text, entry.children.get('value')];
    if (key === undefined || item === undefined)
      throw malformed(`Unexpected map entry ${join(path, `entry.${index}`)}`);
    value[key] = readValue(schema.getValueSchema(), item, join(path, key));
  }
  return value;
}

/** Reads extended ISO (`2023-03-28T04:56:42.047Z`, with a space too), basic ISO (`20230328T045642Z`) and epoch seconds. */
export function parseTimestamp(text: string): Date | undefined {
  const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  const extended = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?\s?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
    text,
  );
  const parts = basic ?? extended;
  if (parts !== null) {
    const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = parts;
    const [whole = '00', fraction = ''] = second.split('.');
    const date = new Date(
      `${year}-${month}-${day}T${hour}:${minute}:${whole}.${fraction.padEnd(3, '0').slice(0, 3)}${zone
        .toUpperCase()
        .replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`,
    );
    return Number.isNaN(date.getTime()) ? undefined : date;
  }
  return /^\d{9,11}(\.\d+)?$/.test(text) ? new Date(Number(text) * 1_000) : undefined;
}

function readScalar(schema: NormalizedSchema, text: string, path: string): unknown {
  if (schema.isBooleanSchema()) {
    if (/^true$/i.test(text)) return true;
    if (/^false$/i.test(text)) return false;
    throw malformed(`${path} must be true or false`);
  }
  if (schema.isNumericSchema()) {
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number)) throw malformed(`${path} must be a number`);
    return number;
  }
  if (schema.isTimestampSchema()) {
    const date = parseTimestamp(text);
    if (date === undefined) throw malformed(`timestamp must follow ISO8601: ${path}`);
    return date;
  }
  return text;
}

function readValue(schema: NormalizedSchema, node: Node, path: string): unknown {
  if (schema.isListSchema()) return readList(schema, node, path);
  if (schema.isMapSchema()) return readMap(schema, node, path);
  if (schema.isStructSchema()) {
    if (node.text !== undefined && node.text !== '') throw malformed(`Unexpected value for structure ${path}`);
    return readStructure(schema, node, path, {});
  }
  if (node.children.size > 0) {
    const [first = ''] = node.children.keys();
    throw new ServiceError('InvalidQueryParameter', `${join(path, first)} is not a parameter of this operation.`);
  }
  return readScalar(schema, node.text ?? '', path);
}

/**
 * Reads an operation's input. Unknown members are refused by name, missing required ones with the front end's text.
 * @throws ServiceError `InvalidQueryParameter`, `MalformedInput` or `ValidationError`.
 */
export function readQueryInput(
  schema: NormalizedSchema | undefined,
  action: string,
  parameters: readonly (readonly [string, string])[],
  extra: ExtraMembers = {},
): Record<string, unknown> {
  const tree = treeOf(parameters);
  if (schema !== undefined) return readStructure(schema, tree, '', extra);
  const [unknown] = tree.children.keys();
  if (unknown !== undefined) {
    throw new ServiceError('InvalidQueryParameter', `${unknown} is not a parameter of ${action}.`);
  }
  return {};
}
