/** The wire on a loopback port: `node:http` around `Wire.handle`, bodies streamed both ways. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ConnectionReset } from './http.js';
import type { Wire } from './wire.js';

export interface WireServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** How often the model is settled by itself, in wall-clock milliseconds; default 200. */
  readonly settleEvery?: number;
  /** Hears of errors that have no caller to go to. */
  readonly onError?: (error: unknown) => void;
}

export interface WireServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Takes no more requests, lets the running ones end for at most a second, and leaves no socket. */
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const GRACE = 1_000;

function headersOf(message: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

async function answer(wire: Wire, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const answered = await wire.handle({
    method: message.method ?? 'GET',
    url: message.url ?? '/',
    headers: headersOf(message),
    body: message,
  });
  response.writeHead(answered.status, { ...answered.headers });
  if (!(answered.body instanceof Readable)) {
    response.end(answered.body);
    return;
  }
  await pipeline(answered.body, response);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Starts to listen on loopback only. @throws the system's error when the port is taken. */
export async function startWireServer(wire: Wire, options: WireServerOptions): Promise<WireServer> {
  const server = createServer((message, response) => {
    answer(wire, message, response).catch((error: unknown) => {
      if (!(error instanceof ConnectionReset) && !response.destroyed) options.onError?.(error);
      if (error instanceof ConnectionReset) message.socket.resetAndDestroy();
      else response.destroy();
    });
  });
  // Uploads of hundreds of megabytes over a slow debugger must not be cut off.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  const port = await listen(server, options.port);
  const settling = setInterval(() => {
    try {
      wire.settle();
    } catch (error) {
      options.onError?.(error);
    }
  }, options.settleEvery ?? 200);
  return {
    port,
    url: `http://${LOOPBACK}:${port}`,
    close: async () => {
      clearInterval(settling);
      await close(server);
    },
  };
}
