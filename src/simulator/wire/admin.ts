/** The simulator's own pages under `/_simulator/`: state, call log, scenario, seed, health and stop. Not signed. */
import type { SimulatedGitHub } from '../github/github.js';
import type { Scenario } from '../scenario.js';
import type { Seed, Simulator } from '../service.js';
import { ServiceError } from '../service-error.js';
import type { CallLog } from './call-log.js';
import { type Address, parameter, textResponse, type WireRequest, type WireResponse, wholeBody } from './http.js';

export interface AdminOptions {
  readonly simulator: Simulator;
  readonly github: SimulatedGitHub;
  readonly calls: CallLog;
  /** Called by `POST /_simulator/stop`, after the answer. */
  readonly onStop?: () => void;
}

const MAX_BODY = 10_000_000;

const json = (status: number, value: unknown): WireResponse =>
  textResponse(status, 'application/json', `${JSON.stringify(value)}\n`);

const problem = (status: number, message: string): WireResponse => json(status, { error: message });

async function jsonBody(request: WireRequest): Promise<Readonly<Record<string, unknown>> | string> {
  const body = await wholeBody(request, MAX_BODY);
  if (body === undefined) return `The body is longer than ${MAX_BODY} bytes.`;
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
    return 'The body must be a JSON object.';
  } catch (error) {
    return `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function change(options: AdminOptions, request: WireRequest, page: 'scenario' | 'seed'): Promise<WireResponse> {
  const body = await jsonBody(request);
  if (typeof body === 'string') return problem(400, body);
  if (page === 'scenario') {
    const { faults } = body as { readonly faults?: unknown };
    if (faults !== undefined && !Array.isArray(faults)) return problem(400, 'faults must be a list.');
    options.simulator.setScenario(body as Scenario);
  } else {
    const { github, ...seed } = body as Seed;
    options.simulator.seed(seed);
    if (github !== undefined) options.github.seed(github);
  }
  return json(200, { ok: true });
}

/** Answers a request to `/_simulator/…`. */
export async function answerAdmin(
  options: AdminOptions,
  request: WireRequest,
  address: Address,
): Promise<WireResponse> {
  // A web page in a browser on this machine must not be able to change or stop anything.
  if (request.headers.origin !== undefined) return problem(403, 'Not for web pages of other origins.');
  const page = `${request.method} ${address.path.slice('/_simulator/'.length)}`;
  try {
    switch (page) {
      case 'GET health':
        return json(200, {
          status: 'ok',
          time: new Date(options.simulator.now()).toISOString(),
          calls: options.calls.total,
        });
      case 'GET state':
        return json(200, { ...(options.simulator.state() as object), github: options.github.state() });
      case 'GET calls':
        return json(200, {
          total: options.calls.total,
          calls: options.calls.list(Number(parameter(address, 'since') ?? 0) || 0),
        });
      case 'GET scenario':
        return json(200, options.simulator.scenario);
      case 'POST scenario':
        return await change(options, request, 'scenario');
      case 'POST seed':
        return await change(options, request, 'seed');
      case 'POST stop':
        if (options.onStop !== undefined) setImmediate(options.onStop);
        return json(200, { ok: true });
      default:
        return problem(
          404,
          `No page ${page}. There are: GET health, GET state, GET calls, GET scenario, POST scenario, POST seed, POST stop.`,
        );
    }
  } catch (error) {
    const status = error instanceof ServiceError ? error.status : 400;
    return problem(status, error instanceof Error ? error.message : String(error));
  }
}
