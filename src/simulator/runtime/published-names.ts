/** Names of users' own zones: where each leads, in which shares. Pure. */

export interface NameAnswer {
  /** A host name or an address: of an environment, of a load balancer, or another name of the zones. */
  readonly leadsTo: string;
  /** Relative. */
  readonly weight: number;
  /** Given only while its target is healthy, as long as another one is. */
  readonly checksTarget: boolean;
}

/** `name` in lower case, without a dot at the end. */
export interface PublishedName {
  readonly name: string;
  readonly answers: readonly NameAnswer[];
}

/**
 * The shares in which a name's answers are given, in their order; they add up to 1. Developer guide, "How Route 53
 * chooses records when health checking is configured" and "Weighted routing": answers without weight are chosen when all
 * others are unhealthy; when all weights are 0, all count alike; when nobody is healthy, everybody counts as healthy.
 */
export function sharesOf(answers: readonly NameAnswer[], isHealthy: (leadsTo: string) => boolean): readonly number[] {
  const usable = answers.map((one) => !one.checksTarget || isHealthy(one.leadsTo));
  const open = usable.includes(true) ? usable : answers.map(() => true);
  const weighted = answers.map(({ weight }, index) => (open[index] === true ? weight : 0));
  const sum = weighted.reduce((total, one) => total + one, 0);
  if (sum > 0) return weighted.map((one) => one / sum);
  const count = open.filter(Boolean).length;
  return open.map((one) => (one ? 1 / count : 0));
}
