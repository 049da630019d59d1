/** Zip archives on disk: yazl writes them, yauzl reads them; streams throughout, so that memory does not grow with them. */
import { createHash } from 'node:crypto';
import type { Archives } from '../../ports/archives.js';
import { listArchive, readTexts } from './zip-reader.js';
import { packArchive } from './zip-writer.js';

export const zipArchives: Archives = {
  pack: packArchive,
  list: listArchive,
  texts: readTexts,
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
};
