/** What is to be packed, cut into pieces of bounded size that can be read and compressed side by side. */
import type { EntryToPack } from '../../ports/archives.js';

export type FileEntry = EntryToPack & { readonly kind: 'file' };

/** A part of a file, or a whole entry. */
export interface Piece {
  readonly entry: EntryToPack;
  /** Where it begins in the file. */
  readonly from: number;
  readonly bytes: number;
  readonly isLast: boolean;
}

export type FilePiece = Piece & { readonly entry: FileEntry };

/**
 * Larger files are cut here. Each piece is compressed without knowledge of the one before, which costs a few bytes in a
 * thousand and lets all cores work on one file.
 */
export const PIECE_BYTES = 1024 * 1024;
const BATCH_FILES = 64;

/** Neighbours together, in their order. What is in a batch follows from the entries alone. */
export function* batchesOf(entries: readonly EntryToPack[]): Generator<readonly Piece[]> {
  let batch: Piece[] = [];
  let bytes = 0;
  for (const entry of entries) {
    for (const piece of piecesOf(entry)) {
      if (batch.length > 0 && (bytes + piece.bytes > PIECE_BYTES || batch.length === BATCH_FILES)) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      batch.push(piece);
      bytes += piece.bytes;
    }
  }
  if (batch.length > 0) yield batch;
}

function* piecesOf(entry: EntryToPack): Generator<Piece> {
  const bytes = entry.kind === 'file' ? entry.bytes : 0;
  for (let from = 0; from + PIECE_BYTES < bytes; from += PIECE_BYTES) {
    yield { entry, from, bytes: PIECE_BYTES, isLast: false };
  }
  const rest = bytes === 0 ? 0 : ((bytes - 1) % PIECE_BYTES) + 1;
  yield { entry, from: bytes - rest, bytes: rest, isLast: true };
}

export const isOfFile = (piece: Piece): piece is FilePiece => piece.entry.kind === 'file';
