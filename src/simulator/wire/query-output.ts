/** Writes the result of an AWS Query call, as XML or as JSON, by the operation's published schema. */
import type { NormalizedSchema } from '@smithy/core/schema';
import { escapeXml } from './xml.js';

type XmlWriter = (value: unknown) => string;

/** Writers are built once per schema: a page of a thousand events walks no schema at all. */
const writers = new Map<unknown, XmlWriter>();

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isoDate = (value: unknown): string => (value instanceof Date ? value : new Date(Number(value))).toISOString();

function structureWriter(schema: NormalizedSchema): XmlWriter {
  const members: { readonly name: string; readonly open: string; readonly close: string; readonly write: XmlWriter }[] =
    [];
  for (const [name, member] of schema.structIterator()) {
    const tag = member.getMergedTraits().xmlName ?? name;
    members.push({ name, open: `<${tag}>`, close: `</${tag}>`, write: writerOf(member) });
  }
  return (value) => {
    if (!isRecord(value)) return '';
    let xml = '';
    for (const member of members) {
      const part = value[member.name];
      if (part !== undefined && part !== null) xml += member.open + member.write(part) + member.close;
    }
    return xml;
  };
}

function listWriter(schema: NormalizedSchema): XmlWriter {
  const member = schema.getValueSchema();
  const tag = member.getMergedTraits().xmlName ?? 'member';
  const write = writerOf(member);
  return (value) => {
    if (!Array.isArray(value)) return '';
    let xml = '';
    for (const item of value) xml += `<${tag}>${write(item)}</${tag}>`;
    return xml;
  };
}

function mapWriter(schema: NormalizedSchema): XmlWriter {
  const write = writerOf(schema.getValueSchema());
  return (value) => {
    if (!isRecord(value)) return '';
    const entry = ([key, item]: [string, unknown]): string =>
      `<entry><key>${escapeXml(key)}</key><value>${write(item)}</value></entry>`;
    return Object.entries(value).map(entry).join('');
  };
}

function writerOf(schema: NormalizedSchema): XmlWriter {
  const key = schema.getSchema();
  const known = writers.get(key);
  if (known !== undefined) return known;
  const write = schema.isStructSchema()
    ? structureWriter(schema)
    : schema.isListSchema()
      ? listWriter(schema)
      : schema.isMapSchema()
        ? mapWriter(schema)
        : schema.isTimestampSchema()
          ? isoDate
          : (value: unknown): string => escapeXml(String(value));
  writers.set(key, write);
  return write;
}

/** The members of a result as XML, without an element around them. Members that the schema does not name are left out. */
export function resultXml(schema: NormalizedSchema, result: Readonly<Record<string, unknown>>): string {
  return writerOf(schema)(result);
}

/** The members of a result as the service's JSON dialect has them: dates are seconds since 1970 with a fraction. */
export function resultJson(schema: NormalizedSchema, value: unknown): unknown {
  if (schema.isStructSchema()) {
    if (!isRecord(value)) return undefined;
    const json: Record<string, unknown> = {};
    for (const [name, member] of schema.structIterator()) {
      const part = value[name];
      if (part !== undefined && part !== null) json[name] = resultJson(member, part);
    }
    return json;
  }
  if (schema.isListSchema()) {
    const member = schema.getValueSchema();
    return Array.isArray(value) ? value.map((item) => resultJson(member, item)) : [];
  }
  return schema.isTimestampSchema() ? new Date(isoDate(value)).getTime() / 1_000 : value;
}
