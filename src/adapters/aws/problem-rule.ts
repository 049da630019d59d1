/** What a rule of the table of AWS errors is made of, and the words that its rules share. */
import type { Blame, Nature } from '../../domain/problem.js';
import type { ErrorFacts } from './error-facts.js';

/** Which call failed: the operation as AWS names it, and whether it changes something. */
export interface CallInfo {
  readonly service:
    | 'elasticbeanstalk'
    | 's3'
    | 'ssm'
    | 'sts'
    | 'cloudwatch'
    | 'elasticloadbalancing'
    | 'autoscaling'
    | 'route53';
  readonly operation: string;
  readonly mutates: boolean;
}

/** The first rule that matches tells what the error means. */
export interface Rule {
  readonly matches: (facts: ErrorFacts) => boolean;
  readonly code: string;
  readonly blame: Blame;
  readonly nature: Nature;
  /** Default `false` for transient rules, which then count as a lost answer; permanent refusals are certain anyway. */
  readonly refusedUnseen?: boolean;
  readonly what: (facts: ErrorFacts, call: CallInfo) => string;
  readonly hint: (facts: ErrorFacts, call: CallInfo) => string;
}

export const named =
  (...names: readonly string[]) =>
  (facts: ErrorFacts): boolean =>
    names.includes(facts.name);

export const says =
  (pattern: RegExp) =>
  (facts: ErrorFacts): boolean =>
    pattern.test(facts.message);

export const quoted = (facts: ErrorFacts): string => (facts.message === '' ? facts.name : `"${facts.message}"`);
/** The answer as it was, for whatever has no words of its own. */
export const answered = (facts: ErrorFacts, call: CallInfo): string =>
  `AWS answered ${call.operation} with ${quoted(facts)}.`;

/** The IAM action of an operation, where its name differs from `<service>:<operation>`. */
const IAM_ACTIONS: Readonly<Record<string, string>> = {
  HeadObject: 's3:GetObject',
  ListObjectsV2: 's3:ListBucket',
  CreateMultipartUpload: 's3:PutObject',
  UploadPart: 's3:PutObject',
  CompleteMultipartUpload: 's3:PutObject',
};

/** The action that was denied: from the service's words when they name one (it may be another service's), else the call's own. */
export function deniedAction(facts: Pick<ErrorFacts, 'message'>, call: CallInfo): string {
  const own = `${call.service}:${call.operation}`;
  const inText = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)/.exec(facts.message)?.[1] ?? own;
  return inText === own ? (IAM_ACTIONS[call.operation] ?? own) : inText;
}
