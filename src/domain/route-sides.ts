/** Which of two environments is the old side and which the canary: decided by the shares that are really there. Pure. */
import type { CanaryRecord } from './canary.js';
import type { Environment } from './environment.js';
import type { Problem } from './problem.js';
import { type Route, type RouteReading, routeWords, shareOf } from './route.js';

/** What was found of a route before deciding. */
export interface RouteSnapshot {
  readonly route: Route;
  readonly reading: RouteReading;
  /** Percent of the requests that the side called idle has: more than 0 while a canary is in flight. */
  readonly share: number;
  /**
   * Of the canary in flight; absent when there is none, or nothing is written of it. One whose canary is the live side has
   * all requests already, and only its bake is left.
   */
  readonly record?: CanaryRecord;
}

export interface RouteQuestion {
  readonly route: Route;
  readonly reading: RouteReading;
  readonly first: Environment;
  readonly second: Environment | undefined;
  /** Where it could be read. */
  readonly record?: CanaryRecord;
  /** The version that is to become the new one, when the workflow says so. */
  readonly versionLabel?: string;
  /** `operation: abort`: who was the old side, even when it has nothing any more. */
  readonly goesBack: boolean;
}

export type RouteSides =
  | {
      readonly kind: 'sides';
      readonly stable: Environment;
      readonly canary: Environment | undefined;
      readonly record: CanaryRecord | undefined;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Weights are whole numbers: a share counts as all or nothing when it is this near. */
const NEAR = 0.75;

export function sidesByRoute(question: RouteQuestion): RouteSides {
  const { first, second, reading, route } = question;
  if (reading.elsewhere > NEAR) return refused(givesElsewhere(route, reading.elsewhere));
  const record = recordOfPair(question);
  if (second === undefined) {
    return shareOf(reading, first.id) < NEAR
      ? refused(leadsNowhere(route, first.name))
      : { kind: 'sides', stable: first, canary: undefined, record: undefined };
  }
  const sides = (stable: Environment): RouteSides => ({
    kind: 'sides',
    stable,
    canary: stable === first ? second : first,
    record,
  });
  const [one, other] = [shareOf(reading, first.id), shareOf(reading, second.id)];
  if (one < NEAR && other < NEAR) return refused(leadsNowhere(route, `${first.name} or ${second.name}`));
  const byRecord = record === undefined ? undefined : record.stable.id === first.id ? first : second;
  // One that has died before its first share has moved nothing that could go back.
  if (byRecord !== undefined && question.goesBack && (record?.weight ?? 0) > 0) return sides(byRecord);
  if (other < NEAR) return sides(first);
  if (one < NEAR) return sides(second);
  if (byRecord !== undefined) return sides(byRecord);
  const running = [first, second].filter((side) => side.versionLabel === question.versionLabel);
  const [canary] = running;
  if (question.versionLabel !== undefined && running.length === 1 && canary !== undefined) {
    return sides(canary === first ? second : first);
  }
  return refused(unclear(question, one, other));
}

/** One that speaks of other environments (a side was replaced since) says nothing. */
function recordOfPair({ record, first, second }: RouteQuestion): CanaryRecord | undefined {
  if (record === undefined || second === undefined || record.state === 'ended') return undefined;
  const ids = [record.stable.id, record.canary.id];
  return ids.includes(first.id) && ids.includes(second.id) && ids[0] !== ids[1] ? record : undefined;
}

const refused = (problem: Problem): RouteSides => ({ kind: 'refused', problem });

const inputOf = ({ kind }: Route): string => (kind === 'alb' ? 'listener-rule-arn' : 'record-name');

const givesElsewhere = (route: Route, share: number): Problem => ({
  code: 'route-unusable',
  blame: 'you',
  what: `${capital(routeWords(route))} also give ${Math.round(share)} % of the requests to something that is neither of the two environments.`,
  hint: 'Let it lead to the two environments alone.',
  input: inputOf(route),
});

const leadsNowhere = (route: Route, names: string): Problem => ({
  code: 'route-unusable',
  blame: 'you',
  what: `${capital(routeWords(route))} give no requests to ${names}, so nobody can tell which side serves.`,
  hint: 'Let it lead to the environment that serves now, with a weight of more than 0.',
  input: inputOf(route),
});

const unclear = ({ route, first, second }: RouteQuestion, one: number, other: number): Problem => ({
  code: 'route-unclear',
  blame: 'you',
  what: `By ${routeWords(route)} ${first.name} has ${Math.round(one)} % and ${second?.name ?? ''} ${Math.round(other)} % of the requests, and nothing is written of which one is the canary.`,
  hint: 'Give the label of the newer one as `version-label`, or all requests to one side by hand, and run the job again.',
  input: inputOf(route),
});

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
