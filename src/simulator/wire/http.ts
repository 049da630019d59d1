/** A request and an answer of the simulated endpoint, without a transport: `server.ts` and `in-process.ts` bring theirs. */
import type { Readable } from 'node:stream';

/** One HTTP request. Header names are in lower case. */
export interface WireRequest {
  readonly method: string;
  /** Path and query string, as sent (still percent-encoded). */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | Readable | undefined;
}

/** One HTTP answer. Header names are in lower case. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | Readable;
}

/** Thrown by `Wire.handle` when a scenario breaks the connection instead of answering. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
  readonly code = 'ECONNRESET';
  constructor() {
    super('read ECONNRESET');
  }
}

/** A request's address, taken apart but not normalised: signatures are computed over what was sent. */
export interface Address {
  /** Percent-encoded path. */
  readonly path: string;
  /** Decoded parameters in order; a parameter without `=` has an empty value. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Decodes `a=b&c=d`. `+` means a space in forms, and itself in a URL's query as S3 signs it. */
export function parseParameters(text: string, plusIsSpace: boolean): readonly (readonly [string, string])[] {
  if (text === '') return [];
  const parameters: (readonly [string, string])[] = [];
  for (const pair of (plusIsSpace ? text.replaceAll('+', ' ') : text).split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    parameters.push(cut < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, cut)), decoded(pair.slice(cut + 1))]);
  }
  return parameters;
}

/** Takes the address of a request apart. An absolute URL (as proxies send it) is accepted too. */
export function parseAddress(url: string): Address {
  const relative = url.replace(/^https?:\/\/[^/?]*/i, '');
  const cut = relative.indexOf('?');
  const path = cut < 0 ? relative : relative.slice(0, cut);
  return {
    path: path === '' ? '/' : path,
    parameters: cut < 0 ? [] : parseParameters(relative.slice(cut + 1), false),
  };
}

/** The value of a query parameter, or `undefined` when it was not sent. */
export function parameter(address: Address, name: string): string | undefined {
  return address.parameters.find(([key]) => key === name)?.[1];
}

/** The body as one piece. `limit` in bytes; answers `undefined` when the body is longer. */
export async function wholeBody(request: WireRequest, limit: number): Promise<Uint8Array | undefined> {
  const { body } = request;
  if (body === undefined) return new Uint8Array(0);
  if (body instanceof Uint8Array) return body.length > limit ? undefined : body;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > limit) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** An answer whose body is text. */
export function textResponse(
  status: number,
  contentType: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): WireResponse {
  const body = Buffer.from(text, 'utf8');
  return { status, headers: { 'content-type': contentType, 'content-length': String(body.length), ...headers }, body };
}
