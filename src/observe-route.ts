/** The two environments of a canary: who has which share of the requests, and everything that plan and proof look at of both. */
import { type CanaryRecord, canaryKey, readCanary } from './domain/canary.js';
import type { Environment } from './domain/environment.js';
import { ActionError, type Problem } from './domain/problem.js';
import type { Route, RouteEnd } from './domain/route.js';
import { type RouteSnapshot, sidesByRoute } from './domain/route-sides.js';
import { firstLabel, idlePrefixOf, namedPair } from './domain/sides.js';
import type { EnvironmentSnapshot } from './domain/snapshot.js';
import type { PairWish } from './domain/strategy.js';
import type { Beanstalk } from './ports/beanstalk.js';
import type { Documents } from './ports/documents.js';
import type { Identity } from './ports/identity.js';
import type { Routers } from './ports/routers.js';

export interface RoutePorts {
  readonly beanstalk: Beanstalk;
  readonly identity: Identity;
  readonly documents?: Documents;
  readonly routers: Routers;
  readonly observeOne: (environment: Environment) => Promise<EnvironmentSnapshot>;
}

export interface RouteRequest {
  readonly application: string;
  readonly environmentName: string;
  readonly region: string;
  readonly bucket?: string;
  readonly wish: PairWish;
  readonly route: Route;
  readonly versionLabel?: string;
  readonly goesBack?: boolean;
}

export type ObservedRoute =
  | { readonly kind: 'pair'; readonly target: EnvironmentSnapshot }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** What the user has to mend of a route is a refusal like any other; everything else that fails is thrown. */
const REFUSALS: readonly string[] = ['route-not-found', 'route-unusable', 'process-port-needed'];

export async function observeRoute(request: RouteRequest, ports: RoutePorts): Promise<ObservedRoute> {
  try {
    return await look(request, ports);
  } catch (error) {
    if (error instanceof ActionError && REFUSALS.includes(error.problem.code)) {
      return { kind: 'refused', problem: error.problem };
    }
    throw error;
  }
}

async function look(request: RouteRequest, ports: RoutePorts): Promise<ObservedRoute> {
  const { route } = request;
  const { routers, beanstalk } = ports;
  const named = namedPair({ ...request, environments: await beanstalk.environments() });
  if (named.kind === 'refused') return named;
  const { first, second } = named;
  // Asked now, so that a run with a header that no rule has is refused before anything is changed.
  if (request.wish.preview !== undefined) await routers.preview(route, request.wish.preview);
  const ends: RouteEnd[] = [];
  for (const side of [first, second]) {
    // One that is being created may have nothing yet that requests could go to, and so has none.
    if (side !== undefined && side.status !== 'Launching') ends.push(await routers.end(route, side));
  }
  const reading = await routers.read(route, ends);
  const { record, blindSpots } = await recorded(request, [first.name, named.otherName], ports);
  const sides = sidesByRoute({
    route,
    reading,
    first,
    second,
    goesBack: request.goesBack ?? false,
    ...(record === undefined ? {} : { record }),
    ...(request.versionLabel === undefined ? {} : { versionLabel: request.versionLabel }),
  });
  if (sides.kind === 'refused') return sides;
  const { stable, canary } = sides;
  const idleName = canary?.name ?? (stable.name === first.name ? named.otherName : first.name);
  const seen: RouteSnapshot = {
    route,
    reading,
    share: canary === undefined ? 0 : (reading.shares[canary.id] ?? 0),
    ...(sides.record === undefined ? {} : { record: sides.record }),
  };
  return { kind: 'pair', target: await bothSides({ stable, canary, idleName, seen, blindSpots }, ports.observeOne) };
}

interface Found {
  readonly stable: Environment;
  readonly canary: Environment | undefined;
  readonly idleName: string;
  readonly seen: RouteSnapshot;
  readonly blindSpots: readonly string[];
}

async function bothSides(
  { stable, canary, idleName, seen, blindSpots }: Found,
  observeOne: RoutePorts['observeOne'],
): Promise<EnvironmentSnapshot> {
  const [live, idle] = await Promise.all([observeOne(stable), canary === undefined ? undefined : observeOne(canary)]);
  const own = stable.cname ?? stable.name;
  return {
    ...live,
    blindSpots: [...live.blindSpots, ...(idle?.blindSpots ?? []), ...blindSpots],
    pair: {
      productionCname: seen.reading.host ?? own,
      idleName,
      // The names of the two stay where they are; a new one only has to be free.
      idlePrefix: idlePrefixOf(firstLabel(own).replace(/-idle(-[a-z0-9]{1,8})?$/, '')),
      route: seen,
      ...(idle === undefined ? {} : { idle }),
    },
  };
}

/** What is written of a canary in flight. What cannot be read is no news, and said. */
async function recorded(
  { bucket: given, region }: RouteRequest,
  [one, other]: readonly [string, string],
  { documents, identity }: RoutePorts,
): Promise<{ readonly record?: CanaryRecord; readonly blindSpots: readonly string[] }> {
  if (documents === undefined) return { blindSpots: [] };
  try {
    const account = given === undefined ? (await identity.caller())?.account : undefined;
    const bucket = given ?? (account === undefined ? undefined : `elasticbeanstalk-${region}-${account}`);
    if (bucket === undefined) return { blindSpots: [] };
    const found = await documents.read(bucket, canaryKey(one, other));
    const record = found === undefined ? undefined : readCanary(found.text);
    return { ...(record === undefined ? {} : { record }), blindSpots: [] };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { blindSpots: [`Whether a canary is in flight could not be read: ${error.problem.what}`] };
  }
}
