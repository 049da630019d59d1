/** What divides the requests of a canary, checked together: what is missing, what does not belong together, what is too short. */

import type { Problem } from '../domain/problem.js';
import { SHORTEST_HOLD } from '../domain/route.js';
import { formatDuration } from '../domain/time.js';
import { canarySteps } from '../strategies/canary-inputs.js';
import type { Given } from './declarations.js';
import { contradiction } from './input-problems.js';

const ALB = ['listener-rule-arn', 'process-port', 'canary-sticky-for', 'preview-header'] as const;
const ROUTE53 = ['hosted-zone-id', 'record-name'] as const;

type LookUp = (name: string) => string;

export function canaryContradictions(values: Given, lookUp: LookUp): readonly Problem[] {
  const { operation, strategy } = values;
  if (strategy !== 'canary' || operation === 'terminate') return [];
  const given = (names: readonly string[]): readonly string[] => names.filter((name) => lookUp(name).trim() !== '');
  const router = lookUp('router').trim();
  const [alb, route53] = [given(ALB), given(ROUTE53)];
  return [
    ...(router === '' ? undecided(alb, route53) : []),
    ...(router === 'alb' || (router === '' && alb.length > 0) ? forAlb(values, lookUp, route53) : []),
    ...(router === 'route53' || (router === '' && alb.length === 0 && route53.length > 0)
      ? forRoute53(lookUp, alb)
      : []),
  ];
}

function undecided(alb: readonly string[], route53: readonly string[]): readonly Problem[] {
  if (alb.length > 0 || route53.length > 0) return [];
  return [
    missing(
      'listener-rule-arn',
      '`strategy: canary` needs something that divides the requests, and nothing is named.',
      'Give `listener-rule-arn` (a rule of a load balancer that both environments share), or `hosted-zone-id` and `record-name` (Route 53).',
    ),
  ];
}

function forAlb({ 'aws-region': region }: Given, lookUp: LookUp, others: readonly string[]): readonly Problem[] {
  const arn = lookUp('listener-rule-arn').trim();
  const there = /^arn:[^:]+:elasticloadbalancing:([^:]+):/.exec(arn)?.[1];
  return [
    ...others.map((name) => notBoth(name, 'alb')),
    ...(arn === '' ? [missing('listener-rule-arn', '`router: alb` needs `listener-rule-arn`.', RULE)] : []),
    ...(there !== undefined && region !== undefined && there !== region
      ? [
          contradiction(
            'listener-rule-arn',
            `\`listener-rule-arn\` is a rule in ${there}, and \`aws-region\` is ${region}.`,
            'Give the rule of the load balancer that the two environments share.',
          ),
        ]
      : []),
  ];
}

function forRoute53(lookUp: LookUp, others: readonly string[]): readonly Problem[] {
  const lacking = ROUTE53.filter((name) => lookUp(name).trim() === '');
  const read = canarySteps.read(lookUp('canary-steps').trim());
  const short = 'value' in read ? read.value.find(({ hold }) => hold < SHORTEST_HOLD.route53) : undefined;
  return [
    ...others.map((name) => notBoth(name, 'route53')),
    ...lacking.map((name) =>
      missing(
        name,
        `\`router: route53\` needs \`${name}\`.`,
        'It needs the hosted zone and the name that users ask for.',
      ),
    ),
    ...(short === undefined
      ? []
      : [
          contradiction(
            'canary-steps',
            `\`canary-steps\` holds ${short.weight} % for ${formatDuration(short.hold)}, and with \`router: route53\` a step takes ${formatDuration(SHORTEST_HOLD.route53)} at least: so long it takes until resolvers have followed.`,
            'Give each step three minutes or more.',
          ),
        ]),
  ];
}

const RULE = 'Give the ARN of a rule of your own on the load balancer that both environments share.';

const missing = (input: string, what: string, hint: string): Problem => ({
  code: 'missing-input',
  blame: 'you',
  what,
  hint,
  input,
});

const notBoth = (input: string, router: 'alb' | 'route53'): Problem =>
  contradiction(
    input,
    `\`${input}\` is given, but the requests are divided by ${router === 'alb' ? 'a rule of a load balancer' : 'records of Route 53'}.`,
    `Remove it, or set \`router: ${router === 'alb' ? 'route53' : 'alb'}\`.`,
  );
