/** Reads single files out of a stored zip, synchronously: its directory and the few small entries the model asks for. */
import { inflateRawSync } from 'node:zlib';
import type { ObjectStore, OpenObject } from './object-store.js';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const LARGEST_COMMENT = 65_535;
const DEFLATED = 8;
const STORED = 0;

/** Entries larger than this are not configuration files. */
const LARGEST_ENTRY = 1_048_576;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The text of every entry whose name `wanted` takes, in name order. `undefined` when there is no such object, or it is no
 * zip. Entries that are too large for a configuration file, or stored in a way nobody uses, are left out.
 */
export function readZipTexts(
  objects: Pick<ObjectStore, 'open'>,
  { bucket, key }: { readonly bucket: string; readonly key: string },
  wanted: (name: string) => boolean,
): ReadonlyMap<string, string> | undefined {
  const object = objects.open(bucket, key);
  if (object === undefined) return undefined;
  try {
    const entries = readDirectory(object);
    if (entries === undefined) return undefined;
    const texts = new Map<string, string>();
    for (const entry of entries.filter(({ name }) => wanted(name)).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const text = readEntry(object, entry);
      if (text !== undefined) texts.set(entry.name, text);
    }
    return texts;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  } finally {
    object.close();
  }
}

function readDirectory(object: OpenObject): readonly Entry[] | undefined {
  const { size } = object;
  const tailStart = Math.max(0, size - END_SIZE - LARGEST_COMMENT);
  const tail = object.read(tailStart, size - tailStart);
  let place = tail.length - END_SIZE;
  while (place >= 0 && tail.readUInt32LE(place) !== END) place -= 1;
  if (place < 0) return undefined;
  const directory = locateDirectory(object, tail, place, tailStart);
  return parseDirectory(object.read(directory.offset, directory.length));
}

/** Large archives keep the place of their directory in a second, wider record before the end record. */
function locateDirectory(
  object: OpenObject,
  tail: Buffer,
  place: number,
  tailStart: number,
): { readonly offset: number; readonly length: number } {
  const length = tail.readUInt32LE(place + 12);
  const offset = tail.readUInt32LE(place + 16);
  const count = tail.readUInt16LE(place + 10);
  const wide = offset === 0xffffffff || length === 0xffffffff || count === 0xffff;
  const locator = tailStart + place - 20;
  if (!wide || locator < 0) return { offset, length };
  const pointer = object.read(locator, 20);
  if (pointer.readUInt32LE(0) !== LOCATOR_64) return { offset, length };
  const end = object.read(Number(pointer.readBigUInt64LE(8)), 56);
  if (end.readUInt32LE(0) !== END_64) return { offset, length };
  return { length: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
}

function parseDirectory(bytes: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY; ) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      compressedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(object: OpenObject, entry: Entry): string | undefined {
  if (entry.size > LARGEST_ENTRY || entry.compressedSize > LARGEST_ENTRY) return undefined;
  const header = object.read(entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = object.read(start, entry.compressedSize);
  if (entry.method === STORED) return bytes.toString('utf8');
  return entry.method === DEFLATED
    ? inflateRawSync(bytes, { maxOutputLength: LARGEST_ENTRY }).toString('utf8')
    : undefined;
}
