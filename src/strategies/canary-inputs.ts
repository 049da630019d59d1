/** The inputs of `canary`: in which steps the requests move, and by what. */
import type { CanaryStep } from '../domain/canary.js';
import { choice, count, duration, type Kind, optional, type ValuesOf, withDefault } from '../domain/input.js';
import type { PreviewHeader, Route } from '../domain/route.js';
import { days, formatDuration, minutes, parseDuration, seconds } from '../domain/time.js';
import { PAIR_INPUTS, PAIR_OPERATIONS } from './blue-green-inputs.js';
import { HOLD_INPUTS, JUDGE_INPUTS } from './judge-inputs.js';

const OPERATIONS = [...PAIR_OPERATIONS, 'pause', 'resume'] as const;

const SHORTEST = minutes(1);
const MOST = 20;

/** `5%:5m, 25%:10m`: each more than the one before; what follows the last is everything. */
export const canarySteps: Kind<readonly CanaryStep[]> = {
  accepts: 'ascending shares with the time that each is held, such as `5%:5m, 25%:10m, 50%:10m`',
  read: (given) => {
    const found: CanaryStep[] = [];
    for (const part of given.split(/[,\n]/).map((one) => one.trim())) {
      if (part === '') continue;
      const [, percent, span] = /^(\d{1,3})\s*%?\s*:\s*(\S+)$/.exec(part) ?? [];
      const hold = span === undefined ? undefined : parseDuration(span);
      if (percent === undefined || hold === undefined)
        return { because: `holds "${part}", which is no \`percent:time\``, wrong: part };
      const weight = Number(percent);
      if (weight < 1 || weight > 99)
        return { because: `holds "${part}", and a step is between 1 and 99 %`, wrong: part };
      if (hold < SHORTEST)
        return { because: `holds "${part}", and a step takes ${formatDuration(SHORTEST)} at least`, wrong: part };
      if (weight <= (found.at(-1)?.weight ?? 0)) return { because: `does not ascend at "${part}"`, wrong: part };
      found.push({ weight, hold });
    }
    if (found.length > MOST) return { because: `has ${found.length} steps; ${MOST} are the most` };
    return found.length === 0 ? { because: 'names no step' } : { value: found };
  },
};

/** ALB guide, "Listener rules": `arn:aws:elasticloadbalancing:region:account:listener-rule/app/name/id/id/id`. */
const ruleArn: Kind<string> = {
  accepts: 'the ARN of a listener rule of an Application Load Balancer',
  read: (given) =>
    /^arn:aws[\w-]*:elasticloadbalancing:[a-z0-9-]+:\d{12}:listener-rule\/app\/[\w-]+(\/[\da-f]+){3}$/.test(given)
      ? { value: given }
      : { because: 'is not the ARN of a rule (a listener has another kind of ARN)' },
};

/** ALB guide, "HTTP header conditions": names of up to 40 characters, values of up to 128. */
const previewHeader: Kind<PreviewHeader> = {
  accepts: 'a header such as `X-Preview: yes`, as a rule asks for it',
  read: (given) => {
    const [, name, value] = /^([A-Za-z0-9_-]{1,40})\s*:\s*(\S.{0,127})$/.exec(given) ?? [];
    return name === undefined || value === undefined
      ? { because: 'is no `name: value`' }
      : { value: { name, value: value.trim() } };
  },
};

const zoneId: Kind<string> = {
  accepts: 'the id of a hosted zone, such as `Z0123456789ABC`',
  read: (given) => {
    const id = given.replace(/^\/?hostedzone\//, '');
    return /^[A-Z0-9]{1,32}$/.test(id) ? { value: id } : { because: 'is not the id of a hosted zone' };
  },
};

const recordName: Kind<string> = {
  accepts: 'a name in the hosted zone, such as `shop.example.com`',
  read: (given) => {
    const name = given.replace(/\.$/, '').toLowerCase();
    return /^(?=.{1,255}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/.test(name)
      ? { value: name }
      : { because: 'is not a name (no scheme, no path, no wildcard)' };
  },
};

export const CANARY_INPUTS = {
  'canary-steps': withDefault(canarySteps, '5%:5m, 25%:10m, 50%:10m', {
    help: 'Shares of the requests that the new side gets one after the other, and how long each is held and judged; all of them follow the last step (`canary`).',
    operations: OPERATIONS,
  }),
  router: optional(choice(['alb', 'route53']), {
    help: 'What divides the requests: the weights of a rule on a load balancer that both environments share, or weighted alias records of a name. Without it the inputs for the one or the other decide (`canary`).',
    operations: OPERATIONS,
  }),
  'listener-rule-arn': optional(ruleArn, {
    help: 'Rule of your own on the shared load balancer, with the host that users ask for (`router: alb`).',
    operations: OPERATIONS,
  }),
  'process-port': optional(count(1, 65_535), {
    help: 'Port of the process that gets the requests, where an environment has several (`router: alb`).',
    operations: OPERATIONS,
  }),
  'canary-sticky-for': optional(duration(seconds(1), days(7)), {
    help: 'How long a client stays on the side that it met first; without it the setting of the rule stays as it is (`router: alb`).',
    operations: OPERATIONS,
  }),
  'preview-header': optional(previewHeader, {
    help: 'Header with which requests see the new side before it has a share; a rule of your own for it has to be on the same listener (`router: alb`).',
    operations: OPERATIONS,
  }),
  'hosted-zone-id': optional(zoneId, {
    help: 'Hosted zone that holds the name (`router: route53`).',
    operations: OPERATIONS,
  }),
  'record-name': optional(recordName, {
    help: 'Name that users ask for; its records become weighted aliases of the two load balancers (`router: route53`).',
    operations: OPERATIONS,
  }),
  ...PAIR_INPUTS,
  ...JUDGE_INPUTS,
  ...HOLD_INPUTS,
} as const;

export type CanaryOptions = ValuesOf<typeof CANARY_INPUTS>;

/** `undefined` when too little is given; what is missing is said where the inputs are checked together. */
export function routeOf(options: CanaryOptions): Route | undefined {
  const { 'listener-rule-arn': rule, 'hosted-zone-id': zone, 'record-name': name, router } = options;
  if (router !== 'route53' && rule !== undefined) {
    const { 'process-port': processPort, 'canary-sticky-for': stickyFor } = options;
    return {
      kind: 'alb',
      ruleArn: rule,
      ...(processPort === undefined ? {} : { processPort }),
      ...(stickyFor === undefined ? {} : { stickyFor }),
    };
  }
  return router !== 'alb' && zone !== undefined && name !== undefined
    ? { kind: 'route53', zoneId: zone, recordName: name }
    : undefined;
}
