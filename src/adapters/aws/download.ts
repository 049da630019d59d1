/** Reads the end of a presigned URL with the HTTP stack of the SDK clients: same proxies, same time limits. */
import type { Readable } from 'node:stream';

/** The members of a request and an answer that the SDK's request handlers read and give. */
interface PlainRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
}

type Handle = (
  request: never,
) => Promise<{ readonly response: { readonly statusCode: number; readonly body?: unknown } }>;

/** At most `limitBytes` from the end of what is behind `url`. The URL is a secret: it is in no message. */
export async function download(handle: Handle, url: string, limitBytes: number): Promise<string> {
  const { protocol, hostname, port, pathname, search, host } = new URL(url);
  const request: PlainRequest = {
    method: 'GET',
    protocol,
    hostname,
    ...(port === '' ? {} : { port: Number(port) }),
    // The signature covers the query as it stands: it is passed on untouched.
    path: `${pathname}${search}`,
    query: {},
    headers: { host, range: `bytes=-${limitBytes}` },
  };
  const { response } = await handle(request as never);
  const { statusCode, body } = response;
  const text = await endOf(body as Readable | Uint8Array | undefined, limitBytes);
  if (statusCode === 200 || statusCode === 206) return text;
  // An empty object has no range that could be answered.
  if (statusCode === 416) return '';
  throw Object.assign(new Error(`HTTP ${statusCode}`), {
    name: statusCode === 404 ? 'NoSuchKey' : `Http${statusCode}`,
    $metadata: { httpStatusCode: statusCode },
  });
}

/** Reads a whole body, keeping its last `limitBytes` only: a server may ignore the range. */
export async function endOf(
  body: Readable | AsyncIterable<Uint8Array> | Uint8Array | undefined,
  limitBytes: number,
): Promise<string> {
  if (body === undefined) return '';
  if (body instanceof Uint8Array) return new TextDecoder().decode(body.subarray(-limitBytes));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array | string>) {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    chunks.push(bytes);
    size += bytes.length;
    while (chunks[0] !== undefined && size - chunks[0].length >= limitBytes) size -= chunks.shift()?.length ?? 0;
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(-limitBytes));
}

/** Reads a whole body that is no longer than `limitBytes`; of a longer one nothing is kept. */
export async function wholeOf(body: AsyncIterable<Uint8Array> | undefined, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > limitBytes) throw new Error(`the object is larger than ${limitBytes} bytes`);
    chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }
  return Buffer.concat(chunks);
}
