/**
 * Which of two environments serves: decided by the CNAME that the service returns, never by names. Pure.
 *
 * A swap exchanges CNAMEs and leaves names where they are (AWS guide, "Blue/Green deployments"), so a name says nothing
 * about who is live. Whatever is not perfectly clear is refused with its reason: a wrong guess would deploy to production.
 */
import type { Environment } from './environment.js';
import type { Problem } from './problem.js';
import { bothMissing, LONGEST_NAME, longName, ofTwoTiers, sameName, unclear } from './sides-problems.js';
import type { PairWish } from './strategy.js';

export interface SidesQuestion {
  readonly application: string;
  /** Either of the two. */
  readonly environmentName: string;
  readonly wish: PairWish;
  /** Every environment of the region that can be seen and is not terminated. */
  readonly environments: readonly Environment[];
}

export interface Sides {
  readonly productionCname: string;
  readonly live: Environment;
  readonly idle?: Environment;
  readonly idleName: string;
  /** For a CNAME of the idle side, should it have to be created. */
  readonly idlePrefix: string;
}

export type SidesAnswer =
  | { readonly kind: 'sides'; readonly sides: Sides }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** AWS API reference, CreateEnvironment: CNAMEPrefix. */
const LONGEST_PREFIX = 63;

/** `shop-blue` and `shop-green` belong together; so do `shop` and `shop-idle`. */
export function partnerOf(name: string): string {
  if (name.endsWith('-blue')) return `${name.slice(0, -'blue'.length)}green`;
  if (name.endsWith('-green')) return `${name.slice(0, -'green'.length)}blue`;
  return name.endsWith('-idle') ? name.slice(0, -'-idle'.length) : `${name}-idle`;
}

export const firstLabel = (cname: string): string => (cname.split('.')[0] ?? '').toLowerCase();

const sameHost = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** A host name in full, or only its first part. */
const holds = ({ cname }: Environment, wished: string): boolean =>
  cname !== undefined && (wished.includes('.') ? sameHost(cname, wished) : firstLabel(cname) === wished.toLowerCase());

/** The CNAME that an idle side is created with, so that the pair can be told apart later by its CNAMEs alone. */
const IDLE = /-idle(-[a-z0-9]{1,8})?$/;

export const idlePrefixOf = (productionCname: string): string =>
  `${firstLabel(productionCname).slice(0, LONGEST_PREFIX - '-idle-00000000'.length)}-idle`;

/** `idle` is the production prefix with `-idle`, and perhaps a suffix from when that was taken. */
function isIdleOf(idle: string, production: string): boolean {
  const rest = firstLabel(idle).replace(idlePrefixOf(production), '');
  return !IDLE.test(firstLabel(production)) && /^(-[a-z0-9]{1,8})?$/.test(rest);
}

/** The one or two of them that are there, and what the other one is called; or why they are no pair. */
export type NamedPair =
  | {
      readonly kind: 'pair';
      readonly first: Environment;
      readonly second: Environment | undefined;
      readonly otherName: string;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

export function namedPair(question: SidesQuestion): NamedPair {
  const { environmentName, environments, wish } = question;
  const refuse = (problem: Problem): NamedPair => ({ kind: 'refused', problem });
  const otherName = wish.idleName ?? partnerOf(environmentName);
  if (otherName === environmentName) return refuse(sameName(environmentName));
  if (otherName.length > LONGEST_NAME) return refuse(longName(otherName));
  const pair = [environmentName, otherName].flatMap((name) => environments.find((one) => one.name === name) ?? []);
  const problem = pair.map((one) => unusable(one, question)).find((one) => one !== undefined);
  if (problem !== undefined) return refuse(problem);
  const [first, second] = pair;
  if (first === undefined) return refuse(bothMissing(environmentName, otherName));
  if (second !== undefined && first.tier !== second.tier) return refuse(ofTwoTiers(first, second));
  return { kind: 'pair', first, second, otherName };
}

export function findSides(question: SidesQuestion): SidesAnswer {
  const { environmentName, environments, wish } = question;
  const named = namedPair(question);
  if (named.kind === 'refused') return named;
  const { first, second, otherName } = named;
  const pair = second === undefined ? [first] : [first, second];
  if (second !== undefined && first.cname !== undefined && second.cname !== undefined) {
    if (sameHost(first.cname, second.cname)) {
      return refused(unclear(`${first.name} and ${second.name} both show the CNAME ${first.cname}`));
    }
  }
  const live =
    wish.productionCname === undefined ? byConvention(pair) : byWish(pair, wish.productionCname, environments);
  if (!('id' in live)) return refused(live);
  if (live.cname === undefined) return refused(unclear(`${live.name} shows no CNAME`));
  const idle = pair.find((one) => one !== live);
  return {
    kind: 'sides',
    sides: {
      productionCname: live.cname,
      live,
      ...(idle === undefined ? {} : { idle }),
      idleName: live.name === environmentName ? otherName : environmentName,
      idlePrefix: idlePrefixOf(live.cname),
    },
  };
}

function byWish(
  pair: readonly Environment[],
  wished: string,
  environments: readonly Environment[],
): Environment | Problem {
  const holders = pair.filter((one) => holds(one, wished));
  const [live] = holders;
  const names = pair.map(({ name }) => name).join(' and ');
  if (holders.length > 1) return unclear(`${names} both hold a CNAME that begins with ${wished}`, 'production-cname');
  if (live !== undefined) return live;
  const third = environments.find((one) => holds(one, wished));
  const has = pair.map(({ name, cname }) => `${name} holds ${cname ?? 'none'}`).join(', ');
  return unclear(
    third === undefined
      ? `no environment holds the production CNAME ${wished} (${has})`
      : `${third.name} holds the production CNAME ${wished}, and it is none of the two (${has})`,
    'production-cname',
  );
}

/** Without `production-cname`: the CNAME of an idle side is that of production with `-idle`. */
function byConvention(pair: readonly Environment[]): Environment | Problem {
  const [first, second] = pair;
  if (first === undefined) return unclear('there is no environment');
  if (second === undefined) {
    if (first.cname !== undefined && IDLE.test(firstLabel(first.cname))) {
      return unclear(
        `only ${first.name} is there, and its CNAME ${first.cname} is that of an idle side`,
        'production-cname',
      );
    }
    return first;
  }
  const candidates = pair.filter((one) => {
    const other = one === first ? second : first;
    if (one.cname === undefined) return false;
    // An environment that is being created may not show a CNAME yet.
    if (other.cname === undefined) return other.status === 'Launching' && !IDLE.test(firstLabel(one.cname));
    return isIdleOf(other.cname, one.cname);
  });
  const [live] = candidates;
  if (candidates.length === 1 && live !== undefined) return live;
  return unclear(
    `the CNAMEs ${first.cname ?? 'none'} of ${first.name} and ${second.cname ?? 'none'} of ${second.name} do not tell which one is production`,
    'production-cname',
  );
}

function unusable(environment: Environment, { application, wish }: SidesQuestion): Problem | undefined {
  const { name } = environment;
  if (environment.application !== application) {
    return {
      code: 'side-of-other-application',
      blame: 'you',
      what: `${name} belongs to the application ${environment.application}, not to ${application}.`,
      hint: 'Names of environments are unique in a region; set `idle-environment-name` to a free one.',
      input: 'idle-environment-name',
    };
  }
  const canSwap = environment.tier === 'WebServer' || (environment.tier === 'Cluster' && wish.route === undefined);
  if (!canSwap) {
    return {
      code: 'strategy-needs-web-tier',
      blame: 'you',
      what:
        wish.route === undefined
          ? `\`blue-green\` is not possible with ${name}: a ${environment.tier} environment has no CNAME that could be swapped.`
          : `\`canary\` is not possible with ${name}: a ${environment.tier} environment has no requests that could be shared out.`,
      hint: 'Use `rolling`, `rolling-with-additional-batch` or `immutable`.',
      input: 'strategy',
    };
  }
  if (environment.status === 'Terminating' || environment.status === 'Terminated') {
    return {
      code: 'side-terminating',
      blame: 'you',
      what: `${name} is ${environment.status}.`,
      hint: 'Run the job again when it is gone: a new idle side is created then.',
    };
  }
  return undefined;
}

const refused = (problem: Problem): SidesAnswer => ({ kind: 'refused', problem });

/**
 * Why traffic must not be moved now, in a sentence; `undefined` when both sides are as they must be. The last look before
 * a swap: what was so a minute ago is no reason to believe that it still is.
 */
export function whyNoSwap(
  from: Environment | undefined,
  to: Environment | undefined,
  expected: {
    readonly application: string;
    readonly productionCname: string;
    readonly from: string;
    readonly to: string;
    readonly versionLabel?: string;
  },
): string | undefined {
  for (const [side, id] of [
    [from, expected.from],
    [to, expected.to],
  ] as const) {
    if (side === undefined) return 'one of the two environments is no longer shown by DescribeEnvironments';
    if (side.id !== id) return `${side.name} was replaced: its id is ${side.id} now`;
    if (side.application !== expected.application) return `${side.name} belongs to ${side.application}`;
    if (side.tier === 'Worker') return `${side.name} is a ${side.tier} environment`;
    if (side.status !== 'Ready') return `${side.name} is ${side.status}`;
    if (side.cname === undefined) return `${side.name} shows no CNAME`;
  }
  if (from === undefined || to === undefined || from.id === to.id) return 'the two sides are one environment';
  if (from.tier !== to.tier) return `${from.name} is a ${from.tier} environment and ${to.name} a ${to.tier} one`;
  if (!sameHost(from.cname ?? '', expected.productionCname)) {
    return `${from.name} no longer holds ${expected.productionCname} (${to.name} holds ${to.cname ?? 'none'})`;
  }
  if (sameHost(to.cname ?? '', expected.productionCname)) return `${to.name} holds ${expected.productionCname} too`;
  if (expected.versionLabel !== undefined && to.versionLabel !== expected.versionLabel) {
    return `${to.name} is on ${to.versionLabel ?? 'no version'}, not on ${expected.versionLabel}`;
  }
  return undefined;
}

/**
 * Why the old side must not be retired, in a sentence; `undefined` when it may. It is never the holder of the production
 * CNAME, and never an environment that cannot be proven to be the one that was meant.
 */
export function whyNoRetiring(
  old: Environment | undefined,
  live: Environment | undefined,
  expected: {
    readonly application: string;
    readonly productionCname: string;
    readonly old: { readonly id: string; readonly name: string };
    readonly live: string;
  },
): string | undefined {
  if (old === undefined || old.id !== expected.old.id) return `${expected.old.name} is no longer shown as what it was`;
  if (old.name !== expected.old.name || old.application !== expected.application) {
    return `${old.id} is ${old.name} of ${old.application} now`;
  }
  if (old.status !== 'Ready') return `${old.name} is ${old.status}`;
  if (old.cname === undefined) return `${old.name} shows no CNAME, so nobody can tell that it has no traffic`;
  if (sameHost(old.cname, expected.productionCname)) return `${old.name} holds the production CNAME`;
  if (live === undefined || live.id !== expected.live || live.id === old.id) return 'the live side is not shown';
  if (live.cname === undefined || !sameHost(live.cname, expected.productionCname)) {
    return `${live.name} does not hold the production CNAME`;
  }
  if (live.status !== 'Ready') return `the live side ${live.name} is ${live.status}`;
  if (live.health === 'Red') return `the live side ${live.name} is Red`;
  return undefined;
}
