/** What a listener rule says of the shares of two target groups, and the actions that say otherwise. Pure. */
import type { Action, Rule, TargetGroupTuple } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Sides } from '../../domain/judgement.js';
import type { Route, RouteEnd, RouteReading } from '../../domain/route.js';
import { notFound, unusable } from './route-calls.js';
import type { AlbEnd } from './route-ends.js';
import { divided, stableText } from './route-weights.js';

export type AlbRoute = Extract<Route, { readonly kind: 'alb' }>;

/** API reference, TargetGroupTuple: weights are 0 to 999. */
const MOST_WEIGHT = 999;

const hostsOf = ({ Conditions = [] }: Rule): readonly string[] =>
  Conditions.filter(({ Field }) => Field === 'host-header').flatMap(
    (one) => one.HostHeaderConfig?.Values ?? one.Values ?? [],
  );

/** In the order in which they are carried out: the last one forwards, redirects or answers. */
const ordered = ({ Actions = [] }: Rule): readonly Action[] =>
  [...Actions].sort((one, other) => (one.Order ?? 0) - (other.Order ?? 0));

const groupsOf = (action: Action | undefined): readonly TargetGroupTuple[] => {
  const weighted = action?.ForwardConfig?.TargetGroups ?? [];
  const single = action?.TargetGroupArn;
  return weighted.length > 0 || single === undefined ? weighted : [{ TargetGroupArn: single, Weight: 1 }];
};

/** The rule's forward action. @throws ActionError `route-unusable` for rules whose weights cannot be set. */
function forwardOf(rule: Rule): Action {
  const name = `The rule ${rule.RuleArn ?? ''}`;
  if (rule.IsDefault === true) {
    throw unusable(
      `${name} is the default rule of its listener.`,
      'Make a rule for the production host, with the same forward action, and name that one.',
    );
  }
  const hosts = hostsOf(rule);
  if (hosts.length > 0 && hosts.every((host) => host.toLowerCase().endsWith('.elasticbeanstalk.com'))) {
    throw unusable(
      `${name} was made by Elastic Beanstalk for ${hosts.join(', ')}, and goes with that environment.`,
      'Make a rule of your own, for the host that your users ask for.',
    );
  }
  const action = ordered(rule).at(-1);
  if (action?.Type === 'forward') return action;
  throw unusable(
    `${name} ends with ${action?.Type ?? 'no action'}, and not with forward.`,
    'A rule whose last action forwards to target groups is needed.',
  );
}

const weightOf = (groups: readonly TargetGroupTuple[], arn: string): number =>
  groups.find(({ TargetGroupArn }) => TargetGroupArn === arn)?.Weight ?? 0;

const sumOf = (groups: readonly TargetGroupTuple[]): number => groups.reduce((sum, { Weight = 1 }) => sum + Weight, 0);

export function readingOf(route: AlbRoute, rule: Rule, ends: readonly RouteEnd[]): RouteReading {
  const forward = forwardOf(rule);
  const groups = groupsOf(forward);
  const own = ends.filter((end): end is AlbEnd => end.kind === 'alb');
  const isOwn = (arn: string | undefined): boolean => own.some(({ targetGroupArn }) => targetGroupArn === arn);
  const sum = sumOf(groups);
  const percent = (weight: number): number => (sum === 0 ? 0 : (weight * 100) / sum);
  const there = own.filter(({ targetGroupArn }) => groups.some((one) => one.TargetGroupArn === targetGroupArn));
  const others = groups.filter(({ TargetGroupArn }) => !isOwn(TargetGroupArn));
  const [host, ...more] = hostsOf(rule);
  return {
    shares: Object.fromEntries(
      there.map((end) => [end.environmentId, percent(weightOf(groups, end.targetGroupArn))] as const),
    ),
    elsewhere: percent(sumOf(others)),
    ...(host !== undefined && more.length === 0 && !/[*?]/.test(host) ? { host } : {}),
    fingerprint: fingerprintOf(route, rule, others, sum),
  };
}

function fingerprintOf(route: AlbRoute, rule: Rule, others: readonly TargetGroupTuple[], sum: number): string {
  const { Conditions, Priority, Transforms } = rule;
  const [last, ...before] = [...ordered(rule)].reverse();
  const { TargetGroupArn: _, ForwardConfig, Order: ___, ...rest } = last ?? { Type: undefined };
  const { TargetGroups: __, TargetGroupStickinessConfig, ...config } = ForwardConfig ?? {};
  const sticky =
    route.stickyFor === undefined && TargetGroupStickinessConfig?.Enabled === true ? TargetGroupStickinessConfig : {};
  const foreign = others
    .map(({ TargetGroupArn, Weight = 1 }) => [TargetGroupArn, Weight === 0 ? '0' : `${Weight}/${sum}`])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return stableText({ Conditions, Priority, Transforms, before: before.map(shown), rest, config, sticky, foreign });
}

/** As DescribeRules tells it, whichever number it has among the others. */
function shown({ Order: _, AuthenticateOidcConfig: oidc, ...action }: Action): Action {
  if (oidc === undefined) return { ...action };
  const { UseExistingClientSecret: __, ...told } = oidc;
  return { ...action, AuthenticateOidcConfig: told };
}

/** Whether clients stay on their side for as long as the user has asked. */
export function isStickyAsWished({ stickyFor }: AlbRoute, rule: Rule): boolean {
  if (stickyFor === undefined) return true;
  const { Enabled = false, DurationSeconds = 0 } = forwardOf(rule).ForwardConfig?.TargetGroupStickinessConfig ?? {};
  return Math.round(stickyFor / 1_000) === (Enabled ? DurationSeconds : 0);
}

/** What is wished of the two target groups; `undefined` takes one out of the rule. */
export interface WishedWeights {
  readonly stable: number | undefined;
  readonly canary: number | undefined;
}

/** @throws ActionError `route-unusable` when whole weights beside those of others cannot express the share. */
export function weightsFor(rule: Rule, ends: Sides<AlbEnd>, percent: number): { stable: number; canary: number } {
  const groups = groupsOf(forwardOf(rule));
  const both = weightOf(groups, ends.stable.targetGroupArn) + weightOf(groups, ends.canary.targetGroupArn);
  const weights = divided(percent, both, sumOf(groups) - both);
  if (weights !== undefined && Math.max(weights.stable, weights.canary) <= MOST_WEIGHT) return weights;
  throw unusable(
    `The two environments have ${both} of the rule's weights together, which cannot be divided so that one of them has ${percent} %.`,
    'Give the target groups of the rule weights that add up to 100.',
  );
}

/**
 * All actions of the rule, as ModifyRule replaces them: only the weights of the two groups are others (and the
 * stickiness, where the user has named one). The short form of a single target group would contradict the long one.
 */
export function actionsWith(route: AlbRoute, rule: Rule, ends: Sides<AlbEnd>, wished: WishedWeights): Action[] {
  const forward = forwardOf(rule);
  const groups = groupsOf(forward).map(({ TargetGroupArn, Weight = 1 }) => ({ TargetGroupArn, Weight }));
  const sides = [
    [ends.stable.targetGroupArn, wished.stable],
    [ends.canary.targetGroupArn, wished.canary],
  ] as const;
  let next = groups;
  for (const [TargetGroupArn, Weight] of sides) {
    const isThere = next.some((one) => one.TargetGroupArn === TargetGroupArn);
    if (Weight === undefined) next = next.filter((one) => one.TargetGroupArn !== TargetGroupArn);
    else if (!isThere) next = [...next, { TargetGroupArn, Weight }];
    else next = next.map((one) => (one.TargetGroupArn === TargetGroupArn ? { TargetGroupArn, Weight } : one));
  }
  const { TargetGroupArn: _, ...rest } = forward;
  const ForwardConfig = { ...forward.ForwardConfig, TargetGroups: next, ...stickiness(route, forward) };
  return ordered(rule).map((action) => (action === forward ? { ...rest, ForwardConfig } : kept(action)));
}

function stickiness({ stickyFor }: AlbRoute, { ForwardConfig }: Action) {
  if (stickyFor !== undefined) {
    const length = { DurationSeconds: Math.round(stickyFor / 1_000) };
    return { TargetGroupStickinessConfig: { Enabled: stickyFor > 0, ...(stickyFor > 0 ? length : {}) } };
  }
  const { TargetGroupStickinessConfig: own } = ForwardConfig ?? {};
  return own === undefined ? {} : { TargetGroupStickinessConfig: own };
}

/** API reference, AuthenticateOidcActionConfig: no answer holds the secret, and without it the one that is there must be named. */
function kept(action: Action): Action {
  const { AuthenticateOidcConfig: oidc } = action;
  return oidc === undefined
    ? action
    : { ...action, AuthenticateOidcConfig: { ...oidc, UseExistingClientSecret: true } };
}

export const onlyRule = (rules: readonly Rule[] | undefined, ruleArn: string): Rule => {
  const rule = (rules ?? []).find(({ RuleArn }) => RuleArn === ruleArn);
  if (rule !== undefined) return rule;
  throw notFound(`There is no listener rule ${ruleArn}.`, 'Correct listener-rule-arn.');
};
