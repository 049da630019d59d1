/** The user's own rule beside the production rule, for requests with a certain header. */
import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { PreviewHeader, Route } from '../../domain/route.js';
import { notFound, type RouteCalls, unusable } from './route-calls.js';
import type { AlbRoute } from './router-alb-rule.js';

/** ALB guide: the ARN of a rule is that of its listener with one part more. */
const listenerOf = (ruleArn: string): string =>
  ruleArn.replace(':listener-rule/', ':listener/').replace(/\/[^/]+$/, '');

/** Names of headers have no case (RFC 9110); values are compared as they are written in the rule. */
const asksFor = ({ Conditions = [] }: Rule, { name, value }: PreviewHeader): boolean =>
  Conditions.some(
    ({ Field, HttpHeaderConfig: header }) =>
      Field === 'http-header' &&
      header?.HttpHeaderName?.toLowerCase() === name.toLowerCase() &&
      header.Values?.includes(value) === true,
  );

export async function previewRoute(calls: RouteCalls, route: AlbRoute, header: PreviewHeader): Promise<Route> {
  const ListenerArn = listenerOf(route.ruleArn);
  const found: Rule[] = [];
  for (let Marker: string | undefined, isFirst = true; isFirst || Marker !== undefined; isFirst = false) {
    const page = await calls.balancing('DescribeRules', (client, sdk) =>
      client.send(new sdk.DescribeRulesCommand({ ListenerArn, ...(Marker === undefined ? {} : { Marker }) })),
    );
    found.push(...(page.Rules ?? []).filter((rule) => asksFor(rule, header)));
    Marker = page.NextMarker === '' ? undefined : page.NextMarker;
  }
  const [rule, ...more] = found;
  const what = `with the header ${header.name}: ${header.value}`;
  if (rule?.RuleArn === undefined) {
    throw notFound(
      `The listener of the rule ${route.ruleArn} has no rule ${what}.`,
      'Make one for the production host and this header, before the production rule, that leads to the environment that serves now.',
    );
  }
  if (more.length > 0 || rule.RuleArn === route.ruleArn) {
    throw unusable(
      `The listener of the rule ${route.ruleArn} has not exactly one other rule ${what}.`,
      'Give the header a value of its own.',
    );
  }
  const { stickyFor: _, ...same } = route;
  return { ...same, ruleArn: rule.RuleArn };
}
