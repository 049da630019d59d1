/** Errors of what divides requests between environments: rules of load balancers, and records (API references of both). */
import { answered, named, type Rule } from './problem-rule.js';

export const ROUTE_RULES: readonly Rule[] = [
  {
    matches: named('RuleNotFoundException', 'NoSuchHostedZone'),
    code: 'route-not-found',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Check listener-rule-arn, or hosted-zone-id, and that it belongs to this account and region.',
  },
  {
    matches: named(
      'InvalidChangeBatch',
      'NoSuchHealthCheck',
      'TargetGroupNotFoundException',
      'TargetGroupAssociationLimitException',
      'TooManyUniqueTargetGroupsPerLoadBalancerException',
      'InvalidLoadBalancerActionException',
      'IncompatibleProtocolsException',
      'OperationNotPermittedException',
      'UnsupportedProtocolException',
    ),
    code: 'route-unusable',
    blame: 'you',
    nature: 'permanent',
    what: answered,
    hint: () => 'Nothing was changed. docs/canary.md has what the rule or the records must look like.',
  },
];
