/** What both writers of zips agree on: dates, modes, compression, what is told of an entry, and how they fail. */
import { ActionError } from '../../domain/problem.js';
import type { ArchiveEntry, EntryToPack } from '../../ports/archives.js';
import { messageOf } from '../system/errors.js';

/** Zip dates have no time zone: the local parts of this moment are what is written, the same everywhere. */
export const DATE = new Date(1980, 0, 1, 0, 0, 0);
/** As `zip` and most tools by default. */
export const LEVEL = 6;

/** File types in the upper half of a Unix mode (stat(2)). */
const FILE_TYPES = { file: 0o100_000, text: 0o100_000, directory: 0o040_000, symlink: 0o120_000 } as const;

/** Symbolic links have no permissions of their own. */
const permissionsOf = (entry: EntryToPack): number => (entry.kind === 'symlink' ? 0o777 : entry.mode);

/** File type and permissions. */
export const modeOf = (entry: EntryToPack): number => FILE_TYPES[entry.kind] | permissionsOf(entry);

export const asListed = (entry: EntryToPack, bytes: number, crc: number): ArchiveEntry => ({
  path: entry.path,
  kind: entry.kind === 'text' ? 'file' : entry.kind,
  mode: permissionsOf(entry),
  bytes,
  crc32: crc,
});

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
  const changed = error instanceof ChangedMeanwhile || messageOf(error).includes('unexpected number of bytes');
  return new ActionError(
    {
      code: 'bundle-not-made',
      blame: 'you',
      what: changed
        ? `A file changed while it was packed into ${to}.`
        : `The bundle ${to} could not be made: ${messageOf(error)}.`,
      hint: 'Check that every file is readable, that no other step writes to the directory, and that the disk has space left.',
    },
    { cause: error },
  );
}
