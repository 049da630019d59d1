/** The few facts about a failed call to GitHub that decide anything. */
import { type Milliseconds, seconds } from '../../domain/time.js';
import { member } from '../system/errors.js';

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** GitHub's words, on one line, without the address of the documentation. Foreign text. */
  readonly message: string;
  /** One of the rate limits, primary or secondary. */
  readonly isLimit: boolean;
  readonly retryAfter?: Milliseconds;
}

export interface Nothing {
  readonly kind: 'nothing';
  readonly message: string;
  /** The call never left this machine, or found nobody to talk to. */
  readonly isUnreached: boolean;
}

const UNREACHED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const oneLine = (value: unknown): string => `${value ?? ''}`.replace(/\s+/g, ' ').trim().slice(0, 300);

/** Octokit's error of an answer carries the answer; without one, the error of the connection is its cause. */
export function factsOf(error: unknown): Answered | Nothing {
  const response = member(error, 'response');
  const status = member(response, 'status');
  if (typeof status !== 'number') return nothing(error);
  const headers = member(response, 'headers');
  const text = oneLine(member(error, 'message')).replace(/ - https?:\/\/\S+$/, '');
  const after = Number(member(headers, 'retry-after') ?? Number.NaN);
  // GitHub docs, "Rate limits for the REST API": 403 or 429, with `x-ratelimit-remaining: 0` or a `retry-after`.
  const isLimit =
    status === 429 ||
    (status === 403 &&
      (`${member(headers, 'x-ratelimit-remaining')}` === '0' || /rate limit/i.test(text) || after >= 0));
  return {
    kind: 'answered',
    status,
    message: text,
    isLimit,
    ...(Number.isFinite(after) && after >= 0 ? { retryAfter: seconds(after) } : {}),
  };
}

function nothing(error: unknown): Nothing {
  const chain: unknown[] = [error];
  for (let depth = 0; depth < 4; depth += 1) chain.push(member(chain.at(-1), 'cause'));
  const isUnreached = chain.some((one) => {
    const inner = member(one, 'errors');
    const each = Array.isArray(inner) ? inner : [];
    return [one, ...each].some((other) => UNREACHED.has(member(other, 'code')));
  });
  return { kind: 'nothing', message: oneLine(member(error, 'message')) || 'the connection broke', isUnreached };
}
