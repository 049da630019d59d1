/** The writing operations of Elastic Load Balancing: rules, and the default action of a listener. */
import {
  type Context,
  type Input,
  numberOf,
  type Operations,
  type Output,
  recordsOf,
  requiredText,
  textOf,
} from '../context.js';
import { hexadecimal } from '../random.js';
import { ServiceError } from '../service-error.js';
import type { Environment } from '../world.js';
import type { ListenerRule } from './balancer.js';
import { shownListener, shownRule } from './describe.js';
import { type Balancer, requireListener, requireRule, rulesOf } from './model.js';
import { readActions, readConditions } from './rule-members.js';
import { steer } from './steer.js';

/** ALB guide, "Quotas": rules of a load balancer, and API reference, CreateRule: Priority. */
const MOST_RULES = 100;
const LAST_PRIORITY = 50_000;

const ruleArn = ({ random }: Context, listenerArn: string): string =>
  `${listenerArn.replace(':listener/', ':listener-rule/')}/${hexadecimal(random, 16)}`;

function requirePriority(context: Context, listenerArn: string, priority: number): void {
  if (!Number.isInteger(priority) || priority < 1 || priority > LAST_PRIORITY) {
    throw new ServiceError('ValidationError', `Priority must be between 1 and ${LAST_PRIORITY}`);
  }
  if (rulesOf(context, listenerArn).some((rule) => rule.priority === priority)) {
    throw new ServiceError('PriorityInUse', `Priority '${priority}' is currently in use`);
  }
}

function requireApplicationBalancer(balancer: Balancer): void {
  if (balancer.kind === 'application') return;
  throw new ServiceError('InvalidConfigurationRequest', 'Rules are for Application Load Balancers');
}

export function createRule(context: Context, input: Input): Output {
  const listenerArn = requiredText(input, 'ListenerArn');
  const { balancer } = requireListener(context, listenerArn);
  requireApplicationBalancer(balancer);
  const priority = numberOf(input, 'Priority') ?? 0;
  requirePriority(context, listenerArn, priority);
  if (balancer.listeners.flatMap(({ arn }) => rulesOf(context, arn)).length >= MOST_RULES) {
    throw new ServiceError('TooManyRules', `The load balancer has ${MOST_RULES} rules already`);
  }
  const rule: ListenerRule = {
    arn: ruleArn(context, listenerArn),
    listenerArn,
    priority,
    conditions: readConditions(recordsOf(input, 'Conditions')),
    actions: readActions(context, balancer, recordsOf(input, 'Actions')),
  };
  context.world.listenerRules.set(rule.arn, rule);
  const tags = recordsOf(input, 'Tags').map((tag) => [textOf(tag, 'Key') ?? '', textOf(tag, 'Value') ?? ''] as const);
  if (tags.length > 0) context.world.tags.set(rule.arn, Object.fromEntries(tags));
  steer(context);
  return { Rules: [shownRule(rule)] };
}

/** Replaces what is given, whole; what is not given stays. */
function modifyRule(context: Context, input: Input): Output {
  const rule = requireRule(context, requiredText(input, 'RuleArn'));
  const { balancer } = requireListener(context, rule.listenerArn);
  const [conditions, actions] = [recordsOf(input, 'Conditions'), recordsOf(input, 'Actions')];
  const read = {
    conditions: conditions.length === 0 ? rule.conditions : readConditions(conditions),
    actions: actions.length === 0 ? rule.actions : readActions(context, balancer, actions, rule.actions),
  };
  Object.assign(rule, read);
  steer(context);
  return { Rules: [shownRule(rule)] };
}

function deleteRule(context: Context, input: Input): Output {
  const rule = requireRule(context, requiredText(input, 'RuleArn'));
  context.world.listenerRules.delete(rule.arn);
  context.world.tags.delete(rule.arn);
  steer(context);
  return {};
}

function modifyListener(context: Context, input: Input): Output {
  const { balancer, listener } = requireListener(context, requiredText(input, 'ListenerArn'));
  for (const member of ['Port', 'Protocol', 'Certificates', 'SslPolicy', 'AlpnPolicy', 'MutualAuthentication']) {
    if (input[member] !== undefined) {
      throw new ServiceError('NotImplemented', `The simulator changes no ${member} of a listener.`, 501);
    }
  }
  requireApplicationBalancer(balancer);
  const actions = recordsOf(input, 'DefaultActions');
  if (actions.length > 0) context.world.defaultActions.set(listener.arn, readActions(context, balancer, actions));
  steer(context);
  return { Listeners: [shownListener(context, balancer, listener)] };
}

/**
 * The rule that Elastic Beanstalk makes on a shared load balancer: the host is the environment's CNAME, on port 80, behind
 * every rule that is there (guide, "Configuring a shared Application Load Balancer").
 */
export function addEnvironmentRule(context: Context, environment: Environment): void {
  const { loadBalancer } = environment.resources;
  if (loadBalancer?.shared !== true || environment.cname === undefined) return;
  const listenerArn = loadBalancer.listenerName;
  const existing = rulesOf(context, listenerArn);
  if (existing.some(({ environmentId }) => environmentId === environment.id)) return;
  const { balancer } = requireListener(context, listenerArn);
  const rule: ListenerRule = {
    arn: ruleArn(context, listenerArn),
    listenerArn,
    priority: (existing.at(-1)?.priority ?? 0) + 1,
    conditions: readConditions([{ Field: 'host-header', Values: [environment.cname] }]),
    actions: readActions(context, balancer, [{ Type: 'forward', TargetGroupArn: loadBalancer.targetGroupName }]),
    environmentId: environment.id,
  };
  context.world.listenerRules.set(rule.arn, rule);
}

/** What Elastic Beanstalk has made goes with the environment; rules of others stay, and lead to nobody. */
export function removeEnvironmentRules({ world }: Context, environment: Environment): void {
  for (const rule of [...world.listenerRules.values()]) {
    const own = rule.listenerArn === environment.resources.loadBalancer?.listenerName && !isShared(environment);
    if (rule.environmentId === environment.id || own) world.listenerRules.delete(rule.arn);
  }
}

const isShared = ({ resources }: Environment): boolean => resources.loadBalancer?.shared === true;

/** Only when a scenario says so: whether the service does it is not documented. */
export function swapHostRules({ world }: Context, one: Environment, other: Environment): void {
  for (const rule of world.listenerRules.values()) {
    const owner = [one, other].find(({ id }) => id === rule.environmentId);
    if (owner?.cname !== undefined) {
      rule.conditions = readConditions([{ Field: 'host-header', Values: [owner.cname] }]);
    }
  }
}

export const operations: Operations = {
  CreateRule: createRule,
  ModifyRule: modifyRule,
  DeleteRule: deleteRule,
  ModifyListener: modifyListener,
};
