/** What divides requests between two environments: a rule of a load balancer, or records of a name. Pure. */
import type { FigurePlace, Sides } from './judgement.js';
import type { Milliseconds } from './time.js';

/** What the user names. */
export type Route =
  /** A rule of the user's own on a load balancer that both environments share, with weighted target groups. */
  | {
      readonly kind: 'alb';
      readonly ruleArn: string;
      /** Which process of an environment with several of them: the port of its target group. */
      readonly processPort?: number;
      /** So long a client stays on the side that it met first; absent: the rule's own setting stays as it is. */
      readonly stickyFor?: Milliseconds;
    }
  /** Weighted alias records of one name in the user's hosted zone. */
  | { readonly kind: 'route53'; readonly zoneId: string; readonly recordName: string };

export type RouterName = Route['kind'];

/** What a request says that wants to see the new side before it has a share. */
export interface PreviewHeader {
  readonly name: string;
  readonly value: string;
}

/** Where the route leads when it gives requests to one environment. Read anew by every run: a rebuild replaces it. */
export type RouteEnd =
  | {
      readonly kind: 'alb';
      readonly environmentId: string;
      readonly targetGroupArn: string;
      readonly loadBalancerArn: string;
      readonly figures: FigurePlace;
      /** The target group keeps clients by a cookie of its own: the rule then needs stickiness, too (ALB guide, "Sticky sessions"). */
      readonly isSticky: boolean;
    }
  | {
      readonly kind: 'route53';
      readonly environmentId: string;
      /** Of the record that is there already, else the one that it will get. */
      readonly setIdentifier: string;
      /** The load balancer's own zone and name. */
      readonly alias: { readonly zoneId: string; readonly dnsName: string };
      /** `AAAA` beside `A` for a load balancer with both kinds of addresses. */
      readonly types: readonly ('A' | 'AAAA')[];
      readonly targetGroupArns: readonly string[];
      readonly figures: FigurePlace;
    };

export type RouteEnds = Sides<RouteEnd>;

/** What the route does at one moment. */
export interface RouteReading {
  /** By id of the environment: its share of the requests in percent, not rounded. One that the route does not lead to is absent. */
  readonly shares: Readonly<Record<string, number>>;
  /** The share of everybody else, in percent: not ours to move. */
  readonly elsewhere: number;
  /** The name that users ask for, where the route has exactly one without wildcards. */
  readonly host?: string;
  /**
   * Everything of the route that is not ours (conditions, priority, other actions and their order, other records, health
   * checks, stickiness that nobody asked us to set): equal texts mean that nobody else has changed it.
   */
  readonly fingerprint: string;
}

/** Targets of one end, as its load balancer sees them. */
export interface TargetHealth {
  readonly healthy: number;
  readonly total: number;
}

export const shareOf = ({ shares }: RouteReading, environmentId: string): number => shares[environmentId] ?? 0;

/** Weights are whole numbers whose quotient is the share: so near counts as equal. */
const NEAR = 0.75;

export const isShare = (reading: RouteReading, environmentId: string, percent: number): boolean =>
  Math.abs(shareOf(reading, environmentId) - percent) < NEAR;

/** Seconds to a change's effect are one thing, caches of resolvers another: the shortest time that a step says anything. */
export const SHORTEST_HOLD: Readonly<Record<RouterName, Milliseconds>> = { alb: 60_000, route53: 180_000 };

export function routeWords(route: Route): string {
  switch (route.kind) {
    case 'alb':
      return `the rule ${route.ruleArn.split('/').at(-1) ?? ''} of the load balancer`;
    case 'route53':
      return `the records of ${route.recordName}`;
  }
}
