/** Requests to the application that is deployed: what a user would get. */
import type { Milliseconds } from '../domain/time.js';

export interface HttpRequest {
  readonly url: string;
  readonly timeout: Milliseconds;
  /** No more of the body is read than this. */
  readonly limitBytes: number;
  readonly signal?: AbortSignal;
}

export type HttpAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  /** No answer: a clause that says why. Foreign text. */
  | { readonly kind: 'unanswered'; readonly because: string };

export interface Http {
  /** One GET, redirects not followed, no connection kept (a name may lead elsewhere the next time). Never fails. */
  get(request: HttpRequest): Promise<HttpAnswer>;
}
