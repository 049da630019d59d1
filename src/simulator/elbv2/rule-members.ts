/** Conditions and actions of listener rules: checked, and completed as DescribeRules answers them. API reference, CreateRule. */
import { type Context, flagOf, type Input, listOf, numberOf, recordOf, recordsOf, textOf } from '../context.js';
import { ServiceError } from '../service-error.js';
import { type Balancer, targetGroupsOf } from './model.js';

/** ALB guide, "Quotas": target groups in a forward action; weights are 0 to 999, sticky for up to a week. */
const MOST_GROUPS = 5;
const MOST_WEIGHT = 999;
const LONGEST_STICKINESS = 604_800;

const validation = (message: string): ServiceError => new ServiceError('ValidationError', message);

const CONFIGS: Readonly<Record<string, string>> = {
  'host-header': 'HostHeaderConfig',
  'path-pattern': 'PathPatternConfig',
  'http-header': 'HttpHeaderConfig',
};

/** Only what the simulated load balancer can tell apart; other fields are refused by name. */
export function readConditions(given: readonly Input[]): readonly Input[] {
  if (given.length === 0) throw validation('A condition must be specified');
  return given.map((condition) => {
    const field = textOf(condition, 'Field') ?? '';
    const member = CONFIGS[field];
    if (member === undefined) {
      throw new ServiceError('NotImplemented', `The simulator does not know the condition ${field}.`, 501);
    }
    const config = recordOf(condition, member) ?? {};
    const values = (listOf(config, 'Values') ?? listOf(condition, 'Values') ?? []).map(String);
    if (values.length === 0) throw validation(`A condition value must be specified`);
    if (field === 'http-header') {
      const name = textOf(config, 'HttpHeaderName');
      if (name === undefined) throw validation(`A header name must be specified`);
      return { Field: field, [member]: { HttpHeaderName: name, Values: values } };
    }
    return { Field: field, Values: values, [member]: { Values: values } };
  });
}

const FINAL: readonly string[] = ['forward', 'redirect', 'fixed-response'];
const BEFORE: readonly string[] = ['authenticate-oidc', 'authenticate-cognito', 'jwt-validation'];

/** The last action decides; what comes before it is kept as it is. */
export function readActions(
  context: Context,
  balancer: Balancer,
  given: readonly Input[],
  before: readonly Input[] = [],
): readonly Input[] {
  const sorted = [...given].sort((one, other) => (numberOf(one, 'Order') ?? 1) - (numberOf(other, 'Order') ?? 1));
  if (sorted.length === 0) throw validation('At least one action must be specified');
  return sorted.map((action, index) => {
    const type = textOf(action, 'Type') ?? '';
    const isLast = index === sorted.length - 1;
    if (!(isLast ? FINAL : BEFORE).includes(type)) {
      throw new ServiceError(
        'InvalidLoadBalancerAction',
        'The last action must be a forward, redirect or fixed-response action, and only the last one.',
      );
    }
    const read = type === 'forward' ? readForward(context, balancer, action) : readOther(action, before);
    return sorted.length === 1 ? read : { ...read, Order: index + 1 };
  });
}

/**
 * API reference, AuthenticateOidcActionConfig: a secret is needed, or the one that is there already is named; answers hold
 * neither.
 */
function readOther(action: Input, before: readonly Input[]): Input {
  const oidc = recordOf(action, 'AuthenticateOidcConfig');
  if (oidc === undefined) return action;
  const { ClientSecret, UseExistingClientSecret, ...told } = oidc;
  const hasSecret = before.some((one) => recordOf(one, 'AuthenticateOidcConfig')?.ClientId === told.ClientId);
  if (ClientSecret === undefined && !(UseExistingClientSecret === true && hasSecret)) {
    throw new ServiceError('InvalidLoadBalancerAction', 'A client secret must be specified');
  }
  return { ...action, AuthenticateOidcConfig: told };
}

function readForward(context: Context, balancer: Balancer, action: Input): Input {
  const single = textOf(action, 'TargetGroupArn');
  const config = recordOf(action, 'ForwardConfig');
  const tuples = config === undefined ? [] : recordsOf(config, 'TargetGroups');
  const groups = (tuples.length > 0 ? tuples : [{ TargetGroupArn: single }]).map((tuple) => ({
    TargetGroupArn: textOf(tuple, 'TargetGroupArn') ?? '',
    Weight: numberOf(tuple, 'Weight') ?? 1,
  }));
  if (single !== undefined && (groups.length > 1 || groups[0]?.TargetGroupArn !== single)) {
    throw validation('TargetGroupArn and ForwardConfig must name the same, single target group');
  }
  if (groups.length > MOST_GROUPS) {
    throw new ServiceError('TooManyTargetGroups', `An action may have at most ${MOST_GROUPS} target groups`);
  }
  const known = targetGroupsOf(context);
  for (const { TargetGroupArn, Weight } of groups) {
    const found = known.find(({ arn }) => arn === TargetGroupArn);
    if (found === undefined) {
      throw new ServiceError('TargetGroupNotFound', `Target groups '${TargetGroupArn}' not found`);
    }
    // A target group serves one load balancer (ALB guide, "Quotas").
    if (found.balancerArn !== balancer.arn) {
      throw new ServiceError(
        'TargetGroupAssociationLimit',
        `The following target groups cannot be associated with more than one load balancer: ${TargetGroupArn}`,
      );
    }
    if (!Number.isInteger(Weight) || Weight < 0 || Weight > MOST_WEIGHT) {
      throw validation(`The weight ${Weight} must be between 0 and ${MOST_WEIGHT}`);
    }
  }
  const [only, ...others] = groups;
  return {
    Type: 'forward',
    ...(only !== undefined && others.length === 0 ? { TargetGroupArn: only.TargetGroupArn } : {}),
    ForwardConfig: { TargetGroups: groups, TargetGroupStickinessConfig: stickiness(config) },
  };
}

function stickiness(config: Input | undefined): Input {
  const given = config === undefined ? undefined : recordOf(config, 'TargetGroupStickinessConfig');
  if (given === undefined || flagOf(given, 'Enabled') !== true) return { Enabled: false };
  const length = numberOf(given, 'DurationSeconds');
  if (length === undefined || length < 1 || length > LONGEST_STICKINESS) {
    throw validation(`DurationSeconds must be between 1 and ${LONGEST_STICKINESS}`);
  }
  return { Enabled: true, DurationSeconds: length };
}
