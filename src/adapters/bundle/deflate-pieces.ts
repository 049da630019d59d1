/** Reads, measures and compresses pieces of files: the work that is done in threads. */

/** What a thread is told of a piece. */
export interface PieceToDeflate {
  readonly source: string;
  readonly from: number;
  readonly bytes: number;
  readonly isLast: boolean;
}

export interface Deflated {
  /** For each piece, in their order: the CRC-32 of its original, and how many bytes of `data` are its own. */
  readonly pieces: readonly { readonly crc: number; readonly packedBytes: number }[];
  /** One after the other. */
  readonly data: Uint8Array<ArrayBuffer>;
}

/** `changed`: the path of a file that is shorter or longer than it was. */
export type Answer = Deflated | { readonly changed: string };

/** Given, because a thread starts from the text of this function alone. */
export interface DeflateTools {
  readonly fs: Pick<typeof import('node:fs'), 'openSync' | 'readSync' | 'closeSync'>;
  readonly zlib: Pick<typeof import('node:zlib'), 'crc32' | 'deflateRawSync' | 'constants'>;
  readonly level: number;
  /** Room for the largest piece and one byte. */
  readonly room: Buffer;
}

/**
 * Synchronous, because a thread has nothing else to do, and a promise for each step of 30,000 files costs more than the
 * steps. Throws what the file system throws. Uses nothing but its parameters.
 */
export function deflatePieces(pieces: readonly PieceToDeflate[], { fs, zlib, level, room }: DeflateTools): Answer {
  const { Z_FINISH, Z_SYNC_FLUSH } = zlib.constants;
  const packed: Uint8Array[] = [];
  const numbers: { crc: number; packedBytes: number }[] = [];
  let total = 0;
  for (const { source, from, bytes, isLast } of pieces) {
    // One more than there should be: a file that has grown is noticed.
    const wanted = isLast ? bytes + 1 : bytes;
    const file = fs.openSync(source, 'r');
    let read = 0;
    try {
      for (let more = -1; more !== 0 && read < wanted; read += more) {
        more = fs.readSync(file, room, read, wanted - read, from + read);
      }
    } finally {
      fs.closeSync(file);
    }
    if (read !== bytes) return { changed: source };
    const original = room.subarray(0, bytes);
    const data = zlib.deflateRawSync(original, {
      level,
      // All but the last end between two blocks and two bytes: what follows is read on as the same stream.
      finishFlush: isLast ? Z_FINISH : Z_SYNC_FLUSH,
      // One buffer is enough for nearly everything.
      chunkSize: Math.max(1024, bytes >> 1),
    });
    packed.push(data);
    numbers.push({ crc: zlib.crc32(original), packedBytes: data.length });
    total += data.length;
  }
  const data = new Uint8Array(total);
  let at = 0;
  for (const one of packed) {
    data.set(one, at);
    at += one.length;
  }
  return { pieces: numbers, data };
}
