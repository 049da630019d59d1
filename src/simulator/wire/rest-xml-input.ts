/** Reads the input of a REST-XML call (labels of the path, parameters of the query, an XML body) by the published schema. */

import type { NormalizedSchema } from '@smithy/core/schema';
import { XMLParser } from 'fast-xml-parser';
import { isObject } from '../../domain/json.js';
import { ServiceError } from '../service-error.js';
import { requiredMembers } from './schema.js';

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, trimValues: false });

const malformed = (message: string): ServiceError => new ServiceError('InvalidInput', message);

const blank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

function structureOf(schema: NormalizedSchema, value: unknown, path: string): Record<string, unknown> {
  if (!isObject(value) && !blank(value)) throw malformed(`Invalid XML ; ${path} must have elements`);
  const given = isObject(value) ? value : {};
  const read: Record<string, unknown> = {};
  const known = new Set<string>();
  for (const [name, member] of schema.structIterator()) {
    const tag = String(member.getMergedTraits().xmlName ?? name);
    known.add(tag);
    const part = given[tag];
    if (part !== undefined) read[name] = memberOf(member, part, `${path}/${name}`);
  }
  const unknown = Object.keys(given).find((tag) => !known.has(tag) && tag !== '#text');
  if (unknown !== undefined) throw malformed(`Invalid XML ; ${path} has no element ${unknown}`);
  for (const name of requiredMembers(schema)) {
    if (read[name] === undefined) throw malformed(`Invalid XML ; ${path} needs the element ${name}`);
  }
  return read;
}

function memberOf(schema: NormalizedSchema, value: unknown, path: string): unknown {
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const tag = String(item.getMergedTraits().xmlName ?? 'member');
    const inner = isObject(value) ? value[tag] : undefined;
    if (inner === undefined) return [];
    return (Array.isArray(inner) ? inner : [inner]).map((one) => memberOf(item, one, `${path}/${tag}`));
  }
  if (schema.isStructSchema()) return structureOf(schema, value, path);
  if (typeof value !== 'string') throw malformed(`Invalid XML ; ${path} must be a text`);
  return scalarOf(schema, value, path);
}

function scalarOf(schema: NormalizedSchema, text: string, path: string): unknown {
  if (schema.isBooleanSchema()) {
    if (text === 'true' || text === 'false') return text === 'true';
    throw malformed(`${path} must be true or false`);
  }
  if (schema.isNumericSchema()) {
    if (text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
    throw malformed(`${path} must be a number`);
  }
  return text;
}

/** The members that the body of a call holds. @throws ServiceError `InvalidInput`. */
export function readBody(schema: NormalizedSchema, root: string, body: Uint8Array): Record<string, unknown> {
  let document: unknown;
  try {
    document = parser.parse(Buffer.from(body).toString('utf8'), true);
  } catch {
    throw malformed('Invalid XML ; the body is not well-formed');
  }
  const found = isObject(document) ? document[root] : undefined;
  if (found === undefined) throw malformed(`Invalid XML ; ${root} is expected`);
  const read: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const { httpLabel, httpQuery } = member.getMergedTraits();
    const part = isObject(found) ? found[name] : undefined;
    if (httpLabel === undefined && httpQuery === undefined && part !== undefined) {
      read[name] = memberOf(member, part, name);
    }
  }
  return read;
}

/** The members that stand in the query string. Others are read over, as the service does. */
export function readQuery(
  schema: NormalizedSchema,
  parameters: readonly (readonly [string, string])[],
): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, member] of schema.structIterator()) {
    const key = member.getMergedTraits().httpQuery;
    const value = key === undefined ? undefined : parameters.find(([sent]) => sent === key)?.[1];
    if (value !== undefined) read[name] = scalarOf(member, value, name);
  }
  return read;
}
