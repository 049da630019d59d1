/** The records of a zip (PKWARE's APPNOTE.txt), compression, and how the writing of one fails. */
import { ActionError } from '../../domain/problem.js';
import type { EntryToPack } from '../../ports/archives.js';
import { messageOf } from '../system/errors.js';

/** As `zip` and most tools by default. */
export const LEVEL = 6;

/** File types in the upper half of a Unix mode (stat(2)). */
const FILE_TYPES = { file: 0o100_000, text: 0o100_000, directory: 0o040_000, symlink: 0o120_000 } as const;

/** Of an entry, when it has been packed. */
export interface Packed {
  readonly entry: EntryToPack;
  /** Without compression, else by deflate. */
  readonly stored: boolean;
  readonly crc: number;
  /** Of the original. */
  readonly bytes: number;
  readonly packedBytes: number;
  /** Where its local header is in the archive. */
  readonly offset: number;
}

/** Symbolic links have no permissions of their own. */
export const modeOf = (entry: EntryToPack): number => (entry.kind === 'symlink' ? 0o777 : entry.mode);

const SIGNATURES = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
} as const;
/** 1 January 1980, 00:00, the first moment that the format knows: the same everywhere, as it has no time zone. */
const DATE = 33;
/** "Version needed": 2.0 for deflate, 4.5 for Zip64; 3 in the upper byte of "made by" is Unix. */
const NEEDED = { classic: 20, zip64: 45 } as const;
const MADE_ON_UNIX = 3 << 8;
const METHODS = { stored: 0, deflated: 8 } as const;
const NAME_IN_UTF8 = 1 << 11;
/** These say that the number is elsewhere, in a Zip64 record. */
const ELSEWHERE = { two: 0xffff, four: 0xffffffff } as const;
/** Files that may reach four gigabytes once compressed, too: deflate adds a little to what it cannot compress. */
const LARGE = 0xff000000;

const isLarge = ({ bytes, entry }: Packed): boolean =>
  Math.max(bytes, entry.kind === 'file' ? entry.bytes : 0) >= LARGE;

/** What stands before the data of an entry. As long before its numbers are known as after. */
export function localHeader(packed: Packed): Buffer {
  const large = isLarge(packed);
  const name = nameOf(packed.entry);
  const record = blank(30 + name.bytes + (large ? 20 : 0));
  record.writeUInt32LE(SIGNATURES.local, 0);
  writeCommon(record, 4, packed, name, large);
  record.writeUInt16LE(large ? 20 : 0, 28);
  record.write(name.text, 30, 'utf8');
  if (large) writeZip64(record, 30 + name.bytes, [packed.bytes, packed.packedBytes]);
  return record;
}

/** What the directory at the end of the archive says of an entry. */
export function centralRecord(packed: Packed): Buffer {
  const large = isLarge(packed) || packed.offset >= ELSEWHERE.four;
  const name = nameOf(packed.entry);
  const record = blank(46 + name.bytes + (large ? 28 : 0));
  record.writeUInt32LE(SIGNATURES.central, 0);
  record.writeUInt16LE(MADE_ON_UNIX | (large ? NEEDED.zip64 : NEEDED.classic), 4);
  writeCommon(record, 6, packed, name, large);
  record.writeUInt16LE(large ? 28 : 0, 30);
  record.writeUInt32LE(((FILE_TYPES[packed.entry.kind] | modeOf(packed.entry)) << 16) >>> 0, 38);
  record.writeUInt32LE(large ? ELSEWHERE.four : packed.offset, 42);
  record.write(name.text, 46, 'utf8');
  if (large) writeZip64(record, 46 + name.bytes, [packed.bytes, packed.packedBytes, packed.offset]);
  return record;
}

/** The end of the archive, behind the directory of so many entries, which begins there and is so long. */
export function endRecords(entries: number, from: number, bytes: number): Buffer {
  const many = entries >= ELSEWHERE.two || from >= ELSEWHERE.four || bytes >= ELSEWHERE.four;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(SIGNATURES.end, 0);
  end.writeUInt16LE(many ? ELSEWHERE.two : entries, 8);
  end.writeUInt16LE(many ? ELSEWHERE.two : entries, 10);
  end.writeUInt32LE(many ? ELSEWHERE.four : bytes, 12);
  end.writeUInt32LE(many ? ELSEWHERE.four : from, 16);
  return many ? Buffer.concat([endRecords64(entries, from, bytes), end]) : end;
}

function endRecords64(entries: number, from: number, bytes: number): Buffer {
  const records = Buffer.alloc(56 + 20);
  records.writeUInt32LE(SIGNATURES.end64, 0);
  records.writeBigUInt64LE(44n, 4);
  records.writeUInt16LE(MADE_ON_UNIX | NEEDED.zip64, 12);
  records.writeUInt16LE(NEEDED.zip64, 14);
  for (const [index, value] of [entries, entries, bytes, from].entries())
    records.writeBigUInt64LE(BigInt(value), 24 + 8 * index);
  records.writeUInt32LE(SIGNATURES.locator64, 56);
  records.writeBigUInt64LE(BigInt(from + bytes), 64);
  records.writeUInt32LE(1, 72);
  return records;
}

/** The fields from "version needed" to "file name length", which both records of an entry have. */
function writeCommon(record: Buffer, at: number, packed: Packed, name: Name, large: boolean): void {
  record.writeUInt16LE(large ? NEEDED.zip64 : NEEDED.classic, at);
  record.writeUInt16LE(name.bytes === name.text.length ? 0 : NAME_IN_UTF8, at + 2);
  record.writeUInt16LE(packed.stored ? METHODS.stored : METHODS.deflated, at + 4);
  record.writeUInt16LE(DATE, at + 8);
  record.writeUInt32LE(packed.crc, at + 10);
  record.writeUInt32LE(large ? ELSEWHERE.four : packed.packedBytes, at + 14);
  record.writeUInt32LE(large ? ELSEWHERE.four : packed.bytes, at + 18);
  record.writeUInt16LE(name.bytes, at + 22);
}

/** The extra field of Zip64 (APPNOTE.txt, 4.5.3). */
function writeZip64(record: Buffer, at: number, values: readonly number[]): void {
  record.writeUInt16LE(1, at);
  record.writeUInt16LE(8 * values.length, at + 2);
  for (const [index, value] of values.entries()) record.writeBigUInt64LE(BigInt(value), at + 4 + 8 * index);
}

/** As many bytes as characters means ASCII, which every tool reads the same. */
interface Name {
  readonly text: string;
  readonly bytes: number;
}

function nameOf({ kind, path }: EntryToPack): Name {
  const text = kind === 'directory' && !path.endsWith('/') ? `${path}/` : path;
  return { text, bytes: Buffer.byteLength(text, 'utf8') };
}

/** Out of memory that small buffers share: there are two for each entry. */
const blank = (bytes: number): Buffer => Buffer.allocUnsafe(bytes).fill(0);

/** A file has another size than when it was listed: whatever would be packed is half of something. */
export class ChangedMeanwhile extends Error {}

export const tooLarge = (limitBytes: number, to: string): ActionError =>
  new ActionError({
    code: 'bundle-too-large',
    blame: 'you',
    what: `The bundle ${to} grew beyond ${Math.round(limitBytes / 1_048_576)} MB, the largest that Elastic Beanstalk takes.`,
    hint: 'Leave out what the application does not need: list it in .ebignore or in the exclude patterns.',
  });

export function unpackable(error: unknown, to: string): ActionError {
  if (error instanceof ActionError) return error;
  return new ActionError(
    {
      code: 'bundle-not-made',
      blame: 'you',
      what:
        error instanceof ChangedMeanwhile
          ? `A file changed while it was packed into ${to}.`
          : `The bundle ${to} could not be made: ${messageOf(error)}.`,
      hint: 'Check that every file is readable, that no other step writes to the directory, and that the disk has space left.',
    },
    { cause: error },
  );
}
