/** Tells the runtime how the load balancers with rules route, whenever a rule or an environment behind one has changed. */
import { type Context, flagOf, type Input, listOf, numberOf, recordOf, recordsOf, textOf } from '../context.js';
import type { BalancerAction, BalancerRouting, BalancerRule } from '../runtime/runtime.js';
import type { ListenerRule } from './balancer.js';
import { type Balancer, balancersOf, defaultActionsOf, rulesOf, targetGroupsOf } from './model.js';

/** An environment's own load balancer without a rule of anybody's needs no telling: all requests are the environment's. */
export function steer(context: Context): void {
  context.runtime.balance(
    balancersOf(context)
      .filter(({ kind }) => kind === 'application')
      .flatMap((balancer) => routingOf(context, balancer)),
  );
}

function routingOf(context: Context, balancer: Balancer): readonly BalancerRouting[] {
  const listener = balancer.listeners.find(({ port }) => port === 80);
  if (listener === undefined) return [];
  const rules = rulesOf(context, listener.arn);
  const isChanged = rules.length > 0 || context.world.defaultActions.has(listener.arn);
  if (!balancer.isShared && !isChanged) return [];
  const last: BalancerRule = {
    conditions: [],
    isOwn: !context.world.defaultActions.has(listener.arn),
    action: actionOf(context, defaultActionsOf(context, balancer, listener)),
  };
  return [
    {
      arn: balancer.arn,
      environmentIds: balancer.environments.map(({ id }) => id),
      besideIds: besideOf(context, balancer, rules),
      rules: [
        ...rules.map(
          (rule): BalancerRule => ({
            conditions: rule.conditions.map(conditionOf),
            isOwn: rule.environmentId !== undefined,
            action: actionOf(context, rule.actions),
          }),
        ),
        last,
      ],
    },
  ];
}

/** Environments that users' own rules leave out, while they lead to another of the same application. */
function besideOf(context: Context, { environments }: Balancer, rules: readonly ListenerRule[]): readonly string[] {
  const led = new Set(
    rules
      .filter(({ environmentId, conditions }) => environmentId === undefined && !isNarrow(conditions))
      .flatMap(({ actions }) => {
        const action = actionOf(context, actions);
        return action.kind === 'forward' ? action.targets.flatMap(({ environmentId }) => environmentId ?? []) : [];
      }),
  );
  const applications = environments.filter(({ id }) => led.has(id)).map(({ applicationName }) => applicationName);
  return environments
    .filter(({ id, applicationName }) => !led.has(id) && applications.includes(applicationName))
    .map(({ id }) => id);
}

/** A rule for a header is a way in for few, not where the users come from. */
const isNarrow = (conditions: ListenerRule['conditions']): boolean =>
  conditions.some((condition) => textOf(condition, 'Field') === 'http-header');

function conditionOf(condition: Input): BalancerRule['conditions'][number] {
  const header = recordOf(condition, 'HttpHeaderConfig');
  const values = (listOf(header ?? condition, 'Values') ?? []).map(String);
  if (header !== undefined) return { on: 'header', name: textOf(header, 'HttpHeaderName') ?? '', values };
  return { on: textOf(condition, 'Field') === 'path-pattern' ? 'path' : 'host', values };
}

function actionOf(context: Context, actions: readonly Input[]): BalancerAction {
  const action = actions.at(-1) ?? {};
  const fixed = recordOf(action, 'FixedResponseConfig');
  if (fixed !== undefined) {
    return {
      kind: 'fixed',
      status: Number(textOf(fixed, 'StatusCode') ?? 503),
      contentType: textOf(fixed, 'ContentType') ?? 'text/plain',
      body: textOf(fixed, 'MessageBody') ?? '',
    };
  }
  const redirect = recordOf(action, 'RedirectConfig');
  if (redirect !== undefined) {
    const part = (name: string, otherwise: string): string => textOf(redirect, name) ?? otherwise;
    const location = `${part('Protocol', '#{protocol}')}://${part('Host', '#{host}')}:${part('Port', '#{port}')}${part('Path', '/#{path}')}?${part('Query', '#{query}')}`;
    return { kind: 'redirect', status: textOf(redirect, 'StatusCode') === 'HTTP_301' ? 301 : 302, location };
  }
  const config = recordOf(action, 'ForwardConfig') ?? {};
  const groups = targetGroupsOf(context);
  const sticky = recordOf(config, 'TargetGroupStickinessConfig') ?? {};
  const length = numberOf(sticky, 'DurationSeconds');
  return {
    kind: 'forward',
    targets: recordsOf(config, 'TargetGroups').map((tuple) => {
      const group = groups.find(({ arn }) => arn === textOf(tuple, 'TargetGroupArn'));
      const weight = numberOf(tuple, 'Weight') ?? 1;
      return { ...(group === undefined ? {} : { environmentId: group.environment.id }), weight };
    }),
    ...(flagOf(sticky, 'Enabled') === true && length !== undefined ? { stickySeconds: length } : {}),
  };
}
