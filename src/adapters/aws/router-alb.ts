/** A rule with weighted target groups as what divides requests: compared before, and read back after every write. */
import type { Action, Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Sides } from '../../domain/judgement.js';
import type { RouteEnd, RouteReading } from '../../domain/route.js';
import type { Router } from '../../ports/routers.js';
import { changedBySomebody, type RouteCalls, unusable, WRITES_AT_MOST, wasLost } from './route-calls.js';
import type { AlbEnd } from './route-ends.js';
import {
  type AlbRoute,
  actionsWith,
  isStickyAsWished,
  onlyRule,
  readingOf,
  type WishedWeights,
  weightsFor,
} from './router-alb-rule.js';

/** A rule that was just changed may be shown as it was for a moment. */
const LOOKS = 6;
const BETWEEN_LOOKS = 500;

async function ruleOf(calls: RouteCalls, route: AlbRoute): Promise<Rule> {
  const { Rules } = await calls.balancing('DescribeRules', (client, sdk) =>
    client.send(new sdk.DescribeRulesCommand({ RuleArns: [route.ruleArn] })),
  );
  return onlyRule(Rules, route.ruleArn);
}

export const readAlb = async (calls: RouteCalls, route: AlbRoute, ends: readonly RouteEnd[]): Promise<RouteReading> =>
  readingOf(route, await ruleOf(calls, route), ends);

export function albRouter(calls: RouteCalls, route: AlbRoute, ends: Sides<AlbEnd>): Router {
  const both = [ends.stable, ends.canary];
  const read = (rule: Rule): RouteReading => readingOf(route, rule, both);

  /** The rule as it is, when it is as expected. */
  const compared = async (expected: RouteReading): Promise<Rule> => {
    const rule = await ruleOf(calls, route);
    if (!isSame(read(rule), expected)) throw somebody(route, 'before its weights were set, so nothing was written');
    return rule;
  };
  const write = (Actions: Action[]): Promise<unknown> =>
    calls.balancing('ModifyRule', (client, sdk) =>
      client.send(new sdk.ModifyRuleCommand({ RuleArn: route.ruleArn, Actions })),
    );

  /** Reads until the rule is no longer as it was. */
  const readBack = async (before: RouteReading, wanted: RouteReading): Promise<RouteReading> => {
    for (let look = 1; ; look += 1) {
      const found = read(await ruleOf(calls, route));
      if (isSame(found, wanted) || look >= LOOKS || !isSame(found, before)) return found;
      await calls.clock.sleep(BETWEEN_LOOKS);
    }
  };

  const change = async (rule: Rule, wished: WishedWeights): Promise<RouteReading> => {
    const Actions = actionsWith(route, rule, ends, wished);
    const [before, wanted] = [read(rule), read({ ...rule, Actions })];
    if (isSame(before, wanted) && isStickyAsWished(route, rule)) return before;
    for (let attempt = 1; ; attempt += 1) {
      const lost = await write(Actions).then(
        () => undefined,
        (error: unknown) => {
          if (wasLost(error) && attempt < WRITES_AT_MOST) return { error };
          throw error;
        },
      );
      const found = await readBack(before, wanted);
      if (isSame(found, wanted)) return found;
      // Without an answer, and without an effect: it has not happened.
      if (lost !== undefined && isSame(found, before)) continue;
      throw somebody(route, 'while its weights were set');
    }
  };

  return {
    read: async () => read(await ruleOf(calls, route)),
    set: async (percent, expected) => {
      const rule = await compared(expected);
      return change(rule, weightsFor(rule, ends, percent));
    },
    finish: async (expected) => {
      const rule = await compared(expected);
      const { shares } = read(rule);
      if ((shares[ends.stable.environmentId] ?? 0) > 0 || (shares[ends.canary.environmentId] ?? 0) === 0) {
        throw unusable(
          'The old side still has requests by the rule, so it was not taken out of it.',
          'Give the new side all of them first.',
        );
      }
      const { canary } = weightsFor(rule, ends, 100);
      return change(rule, { stable: undefined, canary });
    },
    restore: async (expected) => {
      const rule = await compared(expected);
      const { stable } = weightsFor(rule, ends, 0);
      return change(rule, { stable, canary: undefined });
    },
  };
}

const SAME = 0.01;

/** The same for everybody else, and the same shares. */
function isSame(one: RouteReading, other: RouteReading): boolean {
  const ids = new Set([...Object.keys(one.shares), ...Object.keys(other.shares)]);
  return (
    one.fingerprint === other.fingerprint &&
    Math.abs(one.elsewhere - other.elsewhere) < SAME &&
    [...ids].every((id) => {
      const [a, b] = [one.shares[id], other.shares[id]];
      return a !== undefined && b !== undefined && Math.abs(a - b) < SAME;
    })
  );
}

const somebody = ({ ruleArn }: AlbRoute, when: string) =>
  changedBySomebody(`Somebody else has changed the rule ${ruleArn} ${when}.`);
