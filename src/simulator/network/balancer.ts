/** A load balancer with rules: finds the rule that fits a request, and the environment that the rule gives it to. */
import type { IncomingMessage } from 'node:http';
import type { Random } from '../../ports/random.js';
import type { BalancerAction, BalancerCondition, BalancerRouting, BalancerRule } from '../runtime/runtime.js';
import { WeightedChoice } from './weighted-choice.js';

/** ALB guide, "Sticky sessions": the cookie of target group stickiness. */
const COOKIE = 'AWSALBTG';

export type Decision =
  | { readonly kind: 'environment'; readonly environmentId: string; readonly cookie?: string }
  | Exclude<BalancerAction, { readonly kind: 'forward' }>
  /** The target group is gone, or no group has a weight. */
  | { readonly kind: 'nobody' };

/** `*` is any text, `?` any character; host names in any case (ALB guide, "Condition types for listener rules"). */
function fits(pattern: string, text: string, ignoreCase: boolean): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, ignoreCase ? 'is' : 's').test(text);
}

function holds(rule: BalancerRule, request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const path = (request.url ?? '/').replace(/\?.*$/s, '');
  const isMet = (condition: BalancerCondition): boolean => {
    switch (condition.on) {
      case 'host':
        return condition.values.some((pattern) => fits(pattern, host, true));
      case 'path':
        return condition.values.some((pattern) => fits(pattern, path, false));
      case 'header': {
        const value = request.headers[condition.name.toLowerCase()];
        return value !== undefined && condition.values.some((pattern) => fits(pattern, String(value), true));
      }
    }
  };
  return rule.conditions.every(isMet);
}

/** Decides where a request goes. */
export function decide({ rules }: BalancerRouting, request: IncomingMessage, random: Random, now: number): Decision {
  const rule = rules.find((one) => holds(one, request));
  if (rule === undefined) return { kind: 'nobody' };
  const { action } = rule;
  switch (action.kind) {
    case 'redirect':
      return { ...action, location: filledIn(action.location, request) };
    case 'fixed':
      return action;
    case 'forward':
      return chosen(action, request, random, now);
  }
}

function chosen(
  action: Extract<BalancerAction, { readonly kind: 'forward' }>,
  request: IncomingMessage,
  random: Random,
  now: number,
): Decision {
  const { targets, stickySeconds } = action;
  const stuck = stickySeconds === undefined ? undefined : cookieOf(request, now);
  // A group that is not in the action any more holds nobody; one with weight 0 keeps its clients.
  const kept = targets.find((one) => one.environmentId !== undefined && one.environmentId === stuck);
  const environmentId = kept === undefined ? byWeight(targets, random) : kept.environmentId;
  if (environmentId === undefined) return { kind: 'nobody' };
  const isNew = stickySeconds !== undefined && kept === undefined;
  return {
    kind: 'environment',
    environmentId,
    ...(isNew ? { cookie: cookieFor(environmentId, now + stickySeconds * 1_000, stickySeconds) } : {}),
  };
}

/** Each list of targets goes on where it was: a changed rule is another list. */
const choices = new WeakMap<object, WeightedChoice>();

function byWeight(
  targets: readonly { readonly environmentId?: string; readonly weight: number }[],
  random: Random,
): string | undefined {
  const choice = choices.get(targets) ?? new WeightedChoice(targets.map(({ weight }) => weight));
  choices.set(targets, choice);
  const place = choice.next(random);
  return place === undefined ? undefined : targets[place]?.environmentId;
}

/** Opaque to clients: the group, and until when it holds. */
const cookieFor = (environmentId: string, until: number, length: number): string => {
  const value = Buffer.from(`${environmentId}|${until}`).toString('base64url');
  return `${COOKIE}=${value}; Max-Age=${length}; Path=/`;
};

function cookieOf({ headers }: IncomingMessage, now: number): string | undefined {
  const value = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1];
  const [environmentId, until] = Buffer.from(value ?? '', 'base64url')
    .toString('utf8')
    .split('|');
  return Number(until) > now ? environmentId : undefined;
}

function filledIn(location: string, request: IncomingMessage): string {
  const [path = '/', query = ''] = (request.url ?? '/').split('?');
  const parts: Readonly<Record<string, string>> = {
    protocol: 'http',
    host: (request.headers.host ?? '').replace(/:\d+$/, ''),
    port: '80',
    path: path.slice(1),
    query,
  };
  return location
    .replace(/#\{(\w+)\}/g, (_, name: string) => parts[name] ?? '')
    .replace(/\?$/, '')
    .replace(/^HTTPS?(?=:)/, (scheme) => scheme.toLowerCase());
}
