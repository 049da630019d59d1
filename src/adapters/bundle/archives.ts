/** Zip archives on disk: written here, read by yauzl. */
import { createHash } from 'node:crypto';
import type { Archives } from '../../ports/archives.js';
import { listArchive, readTexts } from './zip-reader.js';
import { packArchive } from './zip-writer.js';

export const zipArchives: Archives = {
  pack: (entries, to, limitBytes) => packArchive(entries, to, limitBytes),
  list: listArchive,
  texts: readTexts,
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
};
