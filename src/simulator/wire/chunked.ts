/** Decodes `aws-chunked` bodies: `<hex size>[;chunk-signature=…]\r\n<bytes>\r\n … 0\r\n<trailers>\r\n`. */

const MAX_LINE = 16_384;

/** Bytes go in as they arrive; the payload comes out without copies. Chunk signatures are read over, not checked. */
export class ChunkedDecoder {
  #state: 'size' | 'data' | 'data-end' | 'trailer' | 'done' = 'size';
  #line = '';
  #left = 0;
  readonly trailers: Record<string, string> = {};

  /** Whether the last chunk and the trailers have arrived. */
  get finished(): boolean {
    return this.#state === 'done';
  }

  /** Answers the payload in these bytes. Throws a `RangeError` for what is no aws-chunked encoding. */
  push(bytes: Buffer): readonly Buffer[] {
    const payload: Buffer[] = [];
    let at = 0;
    while (at < bytes.length && this.#state !== 'done') {
      if (this.#state === 'data') {
        const piece = bytes.subarray(at, at + this.#left);
        payload.push(piece);
        at += piece.length;
        this.#left -= piece.length;
        if (this.#left === 0) this.#state = 'data-end';
        continue;
      }
      const end = bytes.indexOf(10, at);
      this.#line += bytes.toString('latin1', at, end < 0 ? bytes.length : end);
      if (this.#line.length > MAX_LINE) throw new RangeError('A line of the aws-chunked encoding is too long.');
      if (end < 0) break;
      at = end + 1;
      const line = this.#line.replace(/\r$/, '');
      this.#line = '';
      this.#take(line);
    }
    return payload;
  }

  #take(line: string): void {
    if (this.#state === 'data-end') {
      if (line !== '') throw new RangeError('A chunk of the aws-chunked encoding is longer than it says.');
      this.#state = 'size';
    } else if (this.#state === 'size') {
      const size = /^([0-9a-fA-F]{1,12})(;.*)?$/.exec(line)?.[1];
      if (size === undefined) throw new RangeError('A chunk of the aws-chunked encoding has no size.');
      this.#left = Number.parseInt(size, 16);
      this.#state = this.#left === 0 ? 'trailer' : 'data';
    } else if (line === '') {
      this.#state = 'done';
    } else {
      const cut = line.indexOf(':');
      this.trailers[line.slice(0, cut).trim().toLowerCase()] = line.slice(cut + 1).trim();
    }
  }

  /** Ends the input. Some clients leave out the empty line after the last chunk. */
  end(): void {
    if (this.#state === 'trailer') this.#state = 'done';
  }
}
