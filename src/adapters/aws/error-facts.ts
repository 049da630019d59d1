/** The few facts about a failed AWS call that decide anything, read from an SDK error, a network error or anything else. */
import { member } from '../system/errors.js';

export interface ErrorFacts {
  /** AWS's error code, else the network code, else the class of the error. */
  readonly name: string;
  /** The service's words, on one line. Foreign text. */
  readonly message: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** No answer: the service was `unreached` for certain, or the connection was `broken` at an unknown moment. */
  readonly network?: 'unreached' | 'broken';
}

/** The call never left this machine, or found nobody to talk to. */
const UNREACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'CERT_HAS_EXPIRED',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
]);

/** The connection broke, or nothing came for too long: the service may have acted. */
const BROKEN: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_PROXY_TUNNEL',
  'UND_ERR_SOCKET',
  'HPE_INVALID_CONSTANT',
  'TimeoutError',
]);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function errorFacts(error: unknown): ErrorFacts {
  const status = Number(member(member(error, '$metadata'), 'httpStatusCode') ?? 0);
  const name = text(member(error, 'name')) ?? 'Error';
  const message = (text(member(error, 'message')) ?? '').replace(/\s+/g, ' ').trim();
  const codes = networkCodes(error);
  const unreached = codes.find((code) => UNREACHED.has(code));
  const broken = codes.find((code) => BROKEN.has(code));
  if (status > 0 || (unreached === undefined && broken === undefined)) return { name, message, status };
  // A connection that timed out while it was being made carries no code, only these words (@smithy/node-http-handler).
  const connecting = /did not establish a connection/.test(message);
  return {
    name: unreached ?? broken ?? name,
    message,
    status: 0,
    network: unreached !== undefined || connecting ? 'unreached' : 'broken',
  };
}

/** Network codes hide at several depths: Node puts them into `code`, aggregates and causes. */
function networkCodes(error: unknown, depth = 0): readonly string[] {
  if (depth > 3 || typeof error !== 'object' || error === null) return [];
  const inner = member(error, 'errors');
  // The SDK turns an error of another realm into a text (`asSdkError` of @smithy/core); its code is still in there.
  const wrapped = /^AWS SDK error wrapper for .*\b(E[A-Z]{3,})\b/.exec(text(member(error, 'message')) ?? '')?.[1];
  return [
    ...[text(member(error, 'code')), text(member(error, 'name')), wrapped].filter((code) => code !== undefined),
    ...(Array.isArray(inner) ? inner.flatMap((each) => networkCodes(each, depth + 1)) : []),
    ...networkCodes(member(error, 'cause'), depth + 1),
  ];
}
