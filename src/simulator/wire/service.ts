/** What the pipeline of `wire.ts` asks of each simulated AWS service. */
import type { ServiceError } from '../service-error.js';
import type { Identity } from './credentials.js';
import type { Address, WireRequest, WireResponse } from './http.js';
import type { SignatureProblem } from './signature.js';

/** One request on its way through a service. */
export interface Call {
  readonly request: WireRequest;
  readonly address: Address;
  readonly requestId: string;
  /** Who calls; `undefined` for a call that needs no signature. */
  readonly identity: Identity | undefined;
}

/** How an answer departs from the truth because a scenario wants it. */
export interface Distortion {
  /** Lists come back empty, as the service does for resources one may not see. */
  readonly empty: boolean;
  /** The answer describes the world as it was so many simulated seconds ago. */
  readonly staleSeconds: number;
}

/** A request that a service has understood: what it asks for, and how to do it. */
export interface Prepared {
  /** The API operation's name, for example `UpdateEnvironment` or `PutObject`. */
  readonly action: string;
  /** Input members for the call log. */
  readonly input: Readonly<Record<string, unknown>>;
  perform(distortion: Distortion): Promise<WireResponse>;
}

export interface Service {
  readonly name: string;
  /** Query services sign their body; S3 signs a header with its hash and streams the body. */
  readonly signsBody: boolean;
  /** Whether this action may come without a signature. */
  allowsAnonymous(request: WireRequest, address: Address, body: Uint8Array): boolean;
  /** Reads the request. Throws ServiceError for what it does not understand. */
  prepare(call: Call, body: Uint8Array): Prepared;
  /** An error in the service's own format. */
  refuse(call: Call, error: ServiceError, body: Uint8Array): WireResponse;
  signatureError(problem: SignatureProblem, context: SignatureContext): ServiceError;
  /** The refusals a scenario can ask for. */
  readonly refusals: {
    throttled(action: string): ServiceError;
    unavailable(status: number): ServiceError;
    expired(): ServiceError;
    denied(action: string, identity: Identity | undefined): ServiceError;
  };
}

export interface SignatureContext {
  readonly wallNow: number;
  readonly region: string;
}
