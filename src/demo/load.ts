/** Asks a URL at a constant rate, through the name proxy, as users would while a deployment runs. */
import { Agent, request } from 'node:http';
import type { Milliseconds } from '../domain/time.js';
import type { RequestRecord } from './traffic.js';

export interface LoadRequest {
  /** The forward proxy that knows the environments' names. */
  readonly proxyUrl: string;
  /** What to ask, by the environment's CNAME: `http://demo.us-east-1.elasticbeanstalk.com/`. */
  readonly url: string;
  /** Open loop: so many requests are sent each second, however slow the answers are (but see `mostOpen`). */
  readonly ratePerSecond: number;
  /** With so many requests unanswered, the next one waits: a machine that is too slow is asked less. Default: no limit. */
  readonly mostOpen?: number;
  /** Without an answer for so long, a request has failed; default 10 s. */
  readonly timeoutMs?: Milliseconds;
}

export interface RunningLoad {
  /** What was answered or has failed so far, in the order of the ends. */
  readonly records: readonly RequestRecord[];
  /** Sends nothing more, and resolves with all records when the last request has ended. */
  stop(): Promise<readonly RequestRecord[]>;
}

/** How often due requests are sent: short against any outage worth seeing. */
const TICK: Milliseconds = 5;

export function startLoad(load: LoadRequest): RunningLoad {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const records: RequestRecord[] = [];
  const open = new Set<Promise<void>>();
  const { mostOpen = Number.POSITIVE_INFINITY } = load;
  const startedAt = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * load.ratePerSecond);
    for (; sent < due && open.size < mostOpen; sent += 1) {
      const asked = ask(load, agent).then((record) => {
        records.push(record);
      });
      open.add(asked);
      void asked.finally(() => open.delete(asked));
    }
  }, TICK);
  return {
    records,
    stop: async () => {
      clearInterval(timer);
      await Promise.all(open);
      agent.destroy();
      return records;
    },
  };
}

/** Sends one request; never rejects, because a failed request is a result. */
function ask({ proxyUrl, url, timeoutMs = 10_000 }: LoadRequest, agent: Agent): Promise<RequestRecord> {
  const at = Date.now();
  const startedAt = performance.now();
  const latency = (): Milliseconds => performance.now() - startedAt;
  const proxy = new URL(proxyUrl);
  const headers = { host: new URL(url).host };
  return new Promise((resolve) => {
    const fail = (error: Error & { readonly code?: string }): void =>
      resolve({ at, error: error.code ?? error.message, latencyMs: latency() });
    const asked = request(
      { host: proxy.hostname, port: proxy.port, path: url, headers, agent, timeout: timeoutMs },
      (response) => {
        const version = response.headers['x-app-version'];
        response.resume();
        response.once('error', fail);
        response.once('end', () =>
          resolve({
            at,
            status: response.statusCode ?? 0,
            ...(typeof version === 'string' ? { version } : {}),
            latencyMs: latency(),
          }),
        );
      },
    );
    asked.once('timeout', () => asked.destroy(new Error('timeout')));
    asked.once('error', fail);
    asked.end();
  });
}
