/** Lets AWS SDK clients talk to the wire without a socket: `new ElasticBeanstalkClient({ requestHandler: inProcessHandler(wire) })`. */
import { Readable } from 'node:stream';
import {
  buildQueryString,
  type HttpHandler,
  type HttpHandlerOptions,
  type HttpRequest,
  HttpResponse,
} from '@smithy/core/protocols';
import { ConnectionReset, type WireRequest, type WireResponse } from './http.js';
import type { Wire } from './wire.js';

function bodyOf(body: unknown): Uint8Array | Readable | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return Buffer.from(body, 'utf8');
  if (body instanceof Readable) return body;
  // A view of the same bytes: the SDK's JSON protocol hides its text in a subclass that warns when it is read.
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw new TypeError('The in-process handler takes text, bytes and Node streams as bodies.');
}

/** As Node's client and the SDK's handler over it report a connection that broke. */
const broken = (): Error =>
  Object.assign(new Error('read ECONNRESET'), { name: 'TimeoutError', code: 'ECONNRESET', syscall: 'read' });

async function handled(wire: Wire, request: WireRequest): Promise<WireResponse> {
  try {
    return await wire.handle(request);
  } catch (error) {
    throw error instanceof ConnectionReset ? broken() : error;
  }
}

const aborted = (): Error => Object.assign(new Error('Request aborted'), { name: 'AbortError' });

/**
 * An SDK request handler over `wire.handle`. It never waits for real: a slow answer waits on the wire's injected clock,
 * a broken connection is thrown as the SDK throws
 * Node's `ECONNRESET`.
 */
export function inProcessHandler(wire: Wire): HttpHandler<Record<string, never>> {
  const handle = async (
    request: HttpRequest,
    options: HttpHandlerOptions = {},
  ): Promise<{ response: HttpResponse }> => {
    const signal = options.abortSignal;
    if (signal?.aborted === true) throw aborted();
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = value;
    headers.host ??= request.port === undefined ? request.hostname : `${request.hostname}:${request.port}`;
    const body = bodyOf(request.body);
    // What Node's HTTP client does for bodies of known length.
    if (body === undefined ? request.method !== 'GET' && request.method !== 'HEAD' : body instanceof Uint8Array) {
      headers['content-length'] ??= String(body instanceof Uint8Array ? body.length : 0);
    }
    const query = request.query === undefined ? '' : buildQueryString(request.query);
    const answered = handled(wire, {
      method: request.method,
      url: query === '' ? request.path : `${request.path}?${query}`,
      headers,
      body,
    });
    const answer = await (signal === undefined ? answered : Promise.race([answered, abortion(signal)]));
    const stream =
      answer.body instanceof Readable ? answer.body : Readable.from(answer.body.length === 0 ? [] : [answer.body]);
    return { response: new HttpResponse({ statusCode: answer.status, headers: { ...answer.headers }, body: stream }) };
  };
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle,
    destroy: () => {},
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  };
}

const abortion = (signal: { onabort?: unknown }): Promise<never> =>
  new Promise((_, reject) => {
    const target = signal as Partial<EventTarget> & { onabort?: unknown };
    if (typeof target.addEventListener === 'function')
      target.addEventListener('abort', () => reject(aborted()), { once: true });
    else target.onabort = () => reject(aborted());
  });
