/** The simulated GitHub behind the wire: `/_github/api/v3/…`, shaped like a GitHub Enterprise Server's, faults included. */
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import {
  badCredentials,
  type GitHubAnswer,
  type GitHubRequest,
  notAccessible,
  refused,
  secondaryLimit,
  serverError,
} from '../github/answers.js';
import { createGitHub, type SimulatedGitHub } from '../github/github.js';
import type { Scenario } from '../scenario.js';
import type { Simulator } from '../service.js';
import type { LoggedCall } from './call-log.js';
import { createFaults, type WireFault } from './faults.js';
import { type Address, ConnectionReset, textResponse, type WireRequest, type WireResponse, wholeBody } from './http.js';

/** No bucket can be called so, which keeps it apart from S3's addresses. */
export const GITHUB_PATH = '/_github/';
const ROOT = '/_github/api/v3';
/** Faults of the wire hit calls of AWS unless their `action` begins so: `github:repos/create-deployment`, `github:*`. */
const MARK = 'github:';
const MAX_BODY = 10_000_000;
/** GitHub docs, on secondary limits: "wait for at least one minute before retrying". */
const RETRY_AFTER = 60;

export interface GitHubWireOptions {
  /** The simulated time, and the scenario with its faults. */
  readonly simulator: Pick<Simulator, 'now' | 'scenario'>;
  readonly clock: Clock;
  readonly random: Random;
}

type Log = (
  call: Pick<LoggedCall, 'service' | 'action' | 'status' | 'input'> & { readonly errorCode?: string },
) => void;

export interface GitHubWire {
  readonly github: SimulatedGitHub;
  /** Throws `ConnectionReset` when the scenario breaks the connection. */
  handle(request: WireRequest, address: Address, log: Log): Promise<WireResponse>;
}

/** The part of a scenario that is meant for GitHub. The same object as long as the scenario is the same: faults are counted. */
function forGitHub(scenario: () => Scenario): () => Scenario {
  let from: Scenario | undefined;
  let filtered: Scenario = {};
  return () => {
    const current = scenario();
    if (current === from) return filtered;
    from = current;
    const faults = (current.faults ?? []).flatMap((fault) =>
      'action' in fault && fault.action.startsWith(MARK) ? [{ ...fault, action: fault.action.slice(MARK.length) }] : [],
    );
    filtered = { faults };
    return filtered;
  };
}

function tokenOf({ headers }: WireRequest): string | undefined {
  return /^(?:token|bearer)\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

const parsed = (bytes: Uint8Array): { readonly value: unknown } | undefined => {
  if (bytes.length === 0) return { value: undefined };
  try {
    return { value: JSON.parse(Buffer.from(bytes).toString('utf8')) };
  } catch {
    return undefined;
  }
};

function instead(faults: readonly WireFault[]): GitHubAnswer | undefined {
  for (const fault of faults) {
    if (fault.kind === 'throttle') return secondaryLimit(fault.retryAfterSeconds ?? RETRY_AFTER);
    if (fault.kind === 'server-error') return serverError(fault.status);
    if (fault.kind === 'expired-credentials') return badCredentials();
    if (fault.kind === 'lost-permission') return notAccessible();
    if (fault.kind === 'reset' && fault.when === 'before') throw new ConnectionReset();
  }
  return undefined;
}

export function createGitHubWire({ simulator, clock, random }: GitHubWireOptions): GitHubWire {
  const now = (): Instant => simulator.now();
  const github = createGitHub({ now });
  const scenario = forGitHub(() => simulator.scenario);
  const faults = createFaults(scenario, now, random);

  const answer = async (request: GitHubRequest, action: string): Promise<GitHubAnswer> => {
    const hitting = faults.hitting(action);
    const slow = hitting.reduce((sum, fault) => sum + (fault.kind === 'slow-answer' ? fault.seconds : 0), 0);
    if (slow > 0) await clock.sleep(slow * 1_000);
    const refusal = instead(hitting);
    if (refusal !== undefined) return refusal;
    const answered = github.answer(request);
    if (hitting.some((fault) => fault.kind === 'reset')) throw new ConnectionReset();
    return answered;
  };

  return {
    github,
    handle: async (request, { path, parameters }, log) => {
      const token = tokenOf(request);
      const server = `http://${request.headers.host ?? '127.0.0.1'}/_github`;
      const asked = { method: request.method, path: path.slice(ROOT.length) };
      const action = github.operationId(asked) ?? `${request.method} ${path}`;
      const body = parsed((await wholeBody(request, MAX_BODY)) ?? new Uint8Array(0));
      const input = body?.value;
      const end = (status: number, errorCode?: string): void =>
        log({
          service: 'github',
          action,
          status,
          input: (input ?? Object.fromEntries(parameters)) as Readonly<Record<string, unknown>>,
          ...(errorCode === undefined ? {} : { errorCode }),
        });
      if (body === undefined) {
        end(400);
        return shown(refused(400, 'Problems parsing JSON'));
      }
      try {
        const query = Object.fromEntries(parameters);
        const call = { ...asked, query, body: input, server, ...(token === undefined ? {} : { token }) };
        const found = await answer(call, action);
        end(found.status);
        return shown(found);
      } catch (error) {
        if (error instanceof ConnectionReset) end(0, 'ECONNRESET');
        throw error;
      }
    },
  };
}

const shown = ({ status, headers, body }: GitHubAnswer): WireResponse =>
  body === undefined
    ? { status, headers, body: new Uint8Array(0) }
    : textResponse(status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
