/** Where the traffic is, as far as a rollout over two environments has seen. */
import { type Environment, holdsCname, isFromBefore } from '../domain/environment.js';
import type { ServingSides, SidesNow } from '../domain/outcome.js';
import type { EnvironmentRef } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { isShare, type Route, shareOf } from '../domain/route.js';
import { seconds } from '../domain/time.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { Rollout, Run } from './run.js';
import { within } from './within.js';

/** The canary has all requests, by the last read back. */
export const hasAll = ({ share }: Rollout): boolean => share !== undefined && share.weight >= 100 && !share.isMoving;

/** The same while a write is on its way, by the last read back before it. */
const hadAllLast = (rollout: Rollout): boolean => hasAll(rollout) || rollout.share?.hadAll === true;

/** What this rollout has made of the shares, in a sentence; `undefined` when the old side has everything, as before. */
export function shareSentence({ share }: Rollout): string | undefined {
  if (share === undefined || (share.weight === 0 && !share.isMoving)) return undefined;
  const { stable, canary } = share.between;
  if (share.isMoving) return `Which share of the requests ${canary.name} has could not be seen in time.`;
  if (share.weight >= 100) return `${canary.name} has all requests.`;
  return `${canary.name} has ${Math.round(share.weight)} % of the requests, ${stable.name} the rest.`;
}

export const isPair = (rollout: Rollout): boolean => rollout.request.snapshot.target.pair !== undefined;

/**
 * What the outcome says of the sides: by the last look nobody may be live, and the old one may be terminated. `undefined`
 * for rollouts on one environment.
 */
export function sidesAtEnd(rollout: Rollout): SidesNow | undefined {
  const sides = sidesNow(rollout);
  if (sides === undefined) return undefined;
  const { live, idle, ...rest } = sides;
  return {
    ...rest,
    ...(isDeserted(rollout) ? {} : { live }),
    ...(idle === undefined || rollout.gone.includes(idle.id) ? {} : { idle }),
  };
}

/** By the last look nobody serves: a side that is gone does not, whatever its share of the requests is. */
function isDeserted(rollout: Rollout): boolean {
  if (!isByShares(rollout)) return rollout.holder === 'nobody';
  const live = sidesNow(rollout)?.live.id;
  return live !== undefined && rollout.sidesThere?.includes(live) === false;
}

/** Requests are divided between the sides by weights, not by who has a name. */
export const isByShares = ({ request }: Rollout): boolean => request.snapshot.target.pair?.route !== undefined;

/** Who is live, or was it last, by what this rollout has seen; `undefined` for rollouts on one environment. */
export function sidesNow(rollout: Rollout): ServingSides | undefined {
  const { pair, environment } = rollout.request.snapshot.target;
  if (pair === undefined) return undefined;
  const before: EnvironmentRef = { id: environment.id, name: environment.name };
  const idle = rollout.runs.get(pair.idleName)?.target ?? pair.idle?.environment;
  const other = idle === undefined || idle.id === '' ? undefined : { id: idle.id, name: idle.name };
  const { holder } = rollout;
  const moved = movedLast(rollout);
  const { productionCname } = pair;
  if (holder !== undefined && holder !== 'nobody') {
    const rest = holder.name === before.name ? other : before;
    return { productionCname, live: holder, ...(rest === undefined ? {} : { idle: rest }) };
  }
  const isMoved = moved !== undefined && moved.name !== before.name;
  const isShared = hadAllLast(rollout) && rollout.share?.between.canary.name !== before.name;
  // A canary that an earlier run has given everything, and that this one has taken back.
  const isBack = rollout.share?.weight === 0 && rollout.share.between.canary.name === before.name;
  if ((isMoved || isShared || isBack) && other !== undefined) {
    return { productionCname, live: other, idle: before };
  }
  return { productionCname, live: before, ...(other === undefined ? {} : { idle: other }) };
}

/** Where the newest swap that is proven has left the traffic; one that is on its way has not moved it yet. */
export function movedLast({ traffic }: Pick<Rollout, 'traffic'>): EnvironmentRef | undefined {
  let newest = traffic;
  while (newest?.state === 'moving') newest = newest.before;
  return newest?.step.to;
}

/** Where this run has left the traffic when that is not where it was. */
export function movedTo(rollout: Rollout): EnvironmentRef | undefined {
  return hasAll(rollout) ? rollout.share?.between.canary : movedLast(rollout);
}

/** Who has the production name by the last look, in a sentence, when others have moved it or taken away what had it. */
export function othersServe(rollout: Rollout): string | undefined {
  const { pair, environment } = rollout.request.snapshot.target;
  const { holder } = rollout;
  if (isDeserted(rollout)) return `Neither side serves ${pair?.productionCname ?? 'production'} now.`;
  if (holder === undefined || holder === 'nobody') return undefined;
  const expected = movedTo(rollout) ?? environment;
  return holder.name === expected.name ? undefined : `${holder.name} has the traffic now.`;
}

export const stillMoving = ({ traffic, share }: Rollout): readonly string[] => [
  ...(traffic?.state === 'moving'
    ? [`Elastic Beanstalk may still be moving ${traffic.step.productionCname} to ${traffic.step.to.name}.`]
    : []),
  ...(share?.isMoving
    ? [`${share.between.canary.name} may still get a share of the requests: run the job with \`operation: abort\`.`]
    : []),
];

const LOOKING = { each: seconds(0.8), all: seconds(4.5) } as const;

/** A request to stop while a swap was on its way: looked up, so that the report can say who is live. */
export async function lookUpSwap(rollout: Rollout): Promise<void> {
  const { traffic } = rollout;
  const { ports } = rollout.request;
  if (traffic?.state !== 'moving') return;
  const giveUpAt = ports.clock.now() + LOOKING.all;
  const to = rollout.runs.get(traffic.step.to.name);
  while (to !== undefined && ports.clock.now() < giveUpAt) {
    try {
      const seen = await within(ports.clock, rollout.reader.environment(to.target.id), LOOKING.each);
      if (seen?.status === 'Ready' && holdsCname(seen, traffic.step.productionCname)) {
        rollout.traffic = { ...traffic, state: 'moved', since: ports.clock.now() };
        return;
      }
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
    }
    await ports.clock.sleep(LOOKING.each);
  }
}

/** This run has not moved the traffic: where it is, as far as that could be seen. */
export const unmovedSentence = (rollout: Rollout): string =>
  rollout.sidesThere !== undefined
    ? `Traffic was not moved: ${sidesNow(rollout)?.live.name ?? rollout.request.plan.environment.name} serves as before.`
    : 'Traffic was not moved by this run; who serves now could not be seen.';

/** Of a swap that is on its way, or of which nobody could see whether it is. */
export const swapSentence = ({ traffic }: Rollout): string | undefined =>
  traffic?.state === 'moving'
    ? `A swap of ${traffic.step.productionCname} to ${traffic.step.to.name} was asked for; whether it has happened could not be seen in time.`
    : undefined;

/** What a request to stop has left of the traffic, in a sentence. */
export function trafficSentence(rollout: Rollout): string | undefined {
  const sides = sidesNow(rollout);
  if (sides === undefined) return undefined;
  const others = othersServe(rollout);
  if (others !== undefined) return others;
  switch (rollout.traffic?.state) {
    case undefined:
      if (rollout.share !== undefined) return shareSentence(rollout) ?? `${sides.live.name} has all requests again.`;
      return unmovedSentence(rollout);
    case 'moving':
      return swapSentence(rollout);
    case 'moved':
      return `${sides.live.name} has the traffic and keeps it.`;
  }
}

const isThere = (one: Environment | undefined): one is Environment =>
  one !== undefined && !one.status.startsWith('Terminat');

/**
 * Others may have moved the traffic: who has it by a look of now. `false`: it could not be read, and everything is left as it
 * was known.
 */
export async function lookWhoIsLive(
  rollout: Rollout,
  reader: Pick<Beanstalk, 'environmentsById'> = rollout.request.ports.beanstalk,
): Promise<boolean> {
  const sides = sidesNow(rollout);
  if (sides === undefined || rollout.traffic?.state === 'moving') return true;
  const refs = [sides.live, ...(sides.idle === undefined ? [] : [sides.idle])];
  try {
    const found = await reader.environmentsById(refs.map(({ id }) => id));
    // Neither of the two: more likely the permission to see them has gone than both of them.
    if (found.every((one) => one === undefined)) return false;
    if (found.some((one) => isFromBefore(one, rollout.runs.get(one?.name ?? '')?.environment))) return false;
    const there = found.filter(isThere);
    const holder = there.find((one) => holdsCname(one, sides.productionCname));
    rollout.sidesThere = there.map(({ id }) => id);
    if (!isByShares(rollout)) rollout.holder = holder === undefined ? 'nobody' : { id: holder.id, name: holder.name };
    return true;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return false;
  }
}

/** The same by the shares: a side that users are given is not updated under them. */
async function whyShared({ rollout, target }: Run, route: Route): Promise<Problem | undefined> {
  const { routers } = rollout.request.ports;
  if (target.id === '') return undefined;
  const reading = await routers.read(route, [await routers.end(route, target)]);
  if (isShare(reading, target.id, 0)) return undefined;
  return {
    code: 'sides-changed',
    blame: 'you',
    what: `${target.name} has ${Math.round(shareOf(reading, target.id))} % of the requests now: somebody has given it a share since the plan was made.`,
    hint: 'Run the job again; give the jobs that work on these two environments one concurrency group.',
  };
}

/**
 * Right before an update of the side that has no traffic: it must not have been given the traffic meanwhile. What is
 * deployed there is not proven yet, and users must not meet it.
 */
export async function whyLive(run: Run): Promise<Problem | undefined> {
  const { rollout, target } = run;
  const sides = sidesNow(rollout);
  if (sides === undefined || sides.live.name === target.name) return undefined;
  const { route } = rollout.request.snapshot.target.pair ?? {};
  if (route !== undefined) return whyShared(run, route.route);
  const environment = await rollout.request.ports.beanstalk.environment(target.id);
  if (!holdsCname(environment, sides.productionCname)) return undefined;
  return {
    code: 'sides-changed',
    blame: 'you',
    what: `${target.name} holds ${sides.productionCname} now, so it is the live side: somebody has moved the traffic since the plan was made.`,
    hint: 'Run the job again; give the jobs that work on these two environments one concurrency group.',
  };
}
