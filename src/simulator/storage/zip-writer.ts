/** Writes a small zip in memory, synchronously and uncompressed: the log bundles that the service gathers. */
import { zipSync } from 'fflate';

/** Zip dates have no time zone: the local parts of this moment are what is written, the same everywhere. */
const DATE = new Date(1980, 0, 1, 0, 0, 0);

/** A zip with these texts, in the order given. */
export const zipTexts = (files: readonly { readonly name: string; readonly text: string }[]): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(files.map(({ name, text }) => [name, Buffer.from(text, 'utf8')])), {
      level: 0,
      mtime: DATE,
    }),
  );
