/** What divides the requests between two environments, and how its weights are read and set. */
import type { Sides } from '../domain/judgement.js';
import type { EnvironmentRef } from '../domain/plan.js';
import type { PreviewHeader, Route, RouteEnd, RouteReading, TargetHealth } from '../domain/route.js';

/**
 * Both kinds of routes by one set of promises. Throws `ActionError` only, among them with the codes
 * `route-not-found` (no such rule, zone, or name), `route-unusable` (it is there, and its shares cannot be set: it
 * redirects, was made by Elastic Beanstalk itself, leads to another load balancer, holds other kinds of records …),
 * `process-port-needed` (the environment has several processes and nobody has said which) and `route-changed`.
 */
export interface Routers {
  /** Where the route leads when it gives requests to this environment, which has to be Ready. */
  end(route: Route, environment: EnvironmentRef): Promise<RouteEnd>;
  /** The shares that are really there, of these ends; the newest state, never a memory. */
  read(route: Route, ends: readonly RouteEnd[]): Promise<RouteReading>;
  /** Makes no call. */
  between(route: Route, ends: Sides<RouteEnd>): Promise<Router>;
  /** The user's own rule beside that of the route, for requests with this header; only of a load balancer. */
  preview(route: Route, header: PreviewHeader): Promise<Route>;
  /** `undefined` where it cannot be asked (a classic load balancer). */
  targets(end: RouteEnd): Promise<TargetHealth | undefined>;
}

/**
 * Every write compares first: when the route no longer is what `expected` says (shares or fingerprint) nothing is written,
 * and `route-changed` is thrown. It changes nothing but the shares of the two ends, reads them back, compares, and answers
 * what is there then. Neither service has conditional writes, so two writers within the same instant cannot be told
 * apart; what is read back is. A write whose answer was lost is looked up, and repeated only when it did not happen.
 */
export interface Router {
  read(): Promise<RouteReading>;
  /**
   * The canary gets this share of what the two have together (1 to 100), the stable side the rest; both stay in the
   * route, also with a weight of 0. With Route 53 it ends when all name servers answer it (INSYNC).
   */
  set(percent: number, expected: RouteReading): Promise<RouteReading>;
  /**
   * Everything to the canary, which must have it all already, and the stable side out of the route: an environment whose
   * target group is still in a rule cannot be terminated.
   */
  finish(expected: RouteReading): Promise<RouteReading>;
  /**
   * Everything to the stable side, whatever the shares are. On a load balancer the canary's target group goes out of the rule,
   * because clients that stickiness keeps there would stay with a weight of 0; a record keeps the weight 0.
   * `hurry`: on a request to stop, when name servers are not waited for.
   */
  restore(expected: RouteReading, hurry?: { readonly hurry: true }): Promise<RouteReading>;
}
