/** What divides requests between two environments, by Elastic Load Balancing or Route 53. Loaded on first use. */
import type { Sides } from '../../domain/judgement.js';
import type { Route, RouteEnd } from '../../domain/route.js';
import type { Router, Routers } from '../../ports/routers.js';
import { createRouteCalls, type RoutersOptions } from './route-calls.js';
import { type AlbEnd, albEnd, targetsOf } from './route-ends.js';
import { albRouter, readAlb } from './router-alb.js';
import { previewRoute } from './router-preview.js';
import { nameEnd, nameRouter, readNames } from './router-route53.js';
import type { NameEnd } from './router-route53-records.js';

export function createRouters(options: RoutersOptions): Routers {
  const calls = createRouteCalls(options);
  return {
    end: (route, environment) => {
      switch (route.kind) {
        case 'alb':
          return albEnd(calls, route, environment);
        case 'route53':
          return nameEnd(calls, route, environment);
      }
    },
    read: (route, ends) => {
      switch (route.kind) {
        case 'alb':
          return readAlb(calls, route, ends);
        case 'route53':
          return readNames(calls, route, ends);
      }
    },
    between: async (route, ends): Promise<Router> => {
      switch (route.kind) {
        case 'alb':
          return albRouter(
            calls,
            route,
            bothOf<AlbEnd>(route, ends, (end) => (end.kind === 'alb' ? end : undefined)),
          );
        case 'route53':
          return nameRouter(
            calls,
            route,
            bothOf<NameEnd>(route, ends, (end) => (end.kind === 'route53' ? end : undefined)),
          );
      }
    },
    preview: async (route, header) => {
      if (route.kind !== 'alb') throw new Error('only rules have headers');
      return previewRoute(calls, route, header);
    },
    targets: (end) => targetsOf(calls, end),
  };
}

/** Ends are those of their own route, by the way in which they are made. */
function bothOf<End>(route: Route, ends: Sides<RouteEnd>, of: (end: RouteEnd) => End | undefined): Sides<End> {
  const [stable, canary] = [of(ends.stable), of(ends.canary)];
  if (stable === undefined || canary === undefined) throw new Error(`ends of another route than ${route.kind}`);
  return { stable, canary };
}
