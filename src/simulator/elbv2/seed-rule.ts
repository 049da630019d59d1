/** Rules of users that were there before: made by CreateRule, with environments instead of target groups. */
import { isObject } from '../../domain/json.js';
import { type Context, environmentNamed, type Input } from '../context.js';
import type { Seed } from '../service.js';
import { createRule } from './rules.js';
import { addSharedBalancer } from './shared.js';

type SeededRule = NonNullable<Seed['listenerRules']>[number];

export function seedRule(context: Context, { loadBalancer, Tags, Actions, ...rule }: SeededRule): void {
  const [listener] = addSharedBalancer(context, loadBalancer).listeners;
  const actions = Actions.map((action) => withTargetGroups(context, action));
  const tags = Tags === undefined ? {} : { Tags };
  createRule(context, { ...rule, ...tags, ListenerArn: listener?.arn ?? '', Actions: actions });
}

/** Replaces names of environments, however deep they stand, by the ARN of their target group. */
function withTargetGroups(context: Context, input: Input): Input {
  const memberOf = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one: unknown) => memberOf(name, one));
    if (isObject(value)) return withTargetGroups(context, value);
    if (name !== 'TargetGroupArn' || typeof value !== 'string') return value;
    return environmentNamed(context, value)?.resources.loadBalancer?.targetGroupName ?? value;
  };
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, memberOf(name, value)]));
}
