/** Exact binomial statistics: how likely figures at least so bad are by chance, and within which bounds a share lies. */

/** Lanczos' approximation of ln Γ(x) for x > 0 (Numerical Recipes, 3rd edition, section 6.1). */
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;

function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const t = x + 6.5;
  const series = LANCZOS.reduce((sum, one, index) => sum + one / (x + index), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** Regularised incomplete beta function Iₓ(a, b) by Lentz' continued fraction (Numerical Recipes, section 6.4). */
function incompleteBeta(a: number, b: number): (x: number) => number {
  const constant = lnGamma(a + b) - lnGamma(a) - lnGamma(b);
  return (x) => {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const front = Math.exp(constant + a * Math.log(x) + b * Math.log1p(-x));
    if (x > (a + 1) / (a + b + 2)) return 1 - (front * betaFraction(1 - x, b, a)) / b;
    return (front * betaFraction(x, a, b)) / a;
  };
}

function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const kept = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-11) break;
  }
  return fraction;
}

/** P(X ≥ `count`) when each of `of` trials succeeds with probability `share`: the exact one-sided binomial test. */
export const chanceOfAtLeast = (count: number, of: number, share: number): number => chanceByShare(count, of)(share);

function chanceByShare(count: number, of: number): (share: number) => number {
  if (count <= 0) return () => 1;
  if (count > of) return () => 0;
  return incompleteBeta(count, of - count + 1);
}

/**
 * The share that `count` of `of` leave possible, at the least, with an error of `alpha` (C. J. Clopper and E. S. Pearson,
 * "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934).
 */
export function lowestShare(count: number, of: number, alpha: number): number {
  if (count <= 0) return 0;
  const chance = chanceByShare(count, of);
  return shareWhere(0, count / of, (share) => chance(share) >= alpha);
}

/** The same at the most. */
export function highestShare(count: number, of: number, alpha: number): number {
  if (count >= of) return 1;
  const chance = chanceByShare(count + 1, of);
  return shareWhere(count / of, 1, (share) => 1 - chance(share) <= alpha);
}

/** Where between two shares a condition that becomes true turns, to a millionth. */
function shareWhere(from: number, to: number, holds: (share: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

export interface Count {
  readonly count: number;
  readonly of: number;
}

/**
 * By how much the share of `one` is higher than that of `other`, at the least: the bounds of both shares joined by
 * Newcombe's method 10 (R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics
 * in Medicine 17, 1998), with exact bounds instead of Wilson's, which are too sure of themselves where errors are rare.
 */
export function lowestDifference(one: Count, other: Count, alpha: number): number {
  const [share, base] = [one.count / one.of, other.count / other.of];
  const below = share - lowestShare(one.count, one.of, alpha);
  const above = highestShare(other.count, other.of, alpha) - base;
  return share - base - Math.hypot(below, above);
}

const SMALLEST = 1e-12;
/** How often something comes about that comes about more often than this is of no interest, and answered as this. */
const USUAL = 0.05;

/** How likely a difference like this is by chance, when the share of `one` is not more than `margin` above that of `other`. */
export function chanceOfDifference(one: Count, other: Count, margin: number): number {
  if (one.of <= 0 || other.of <= 0) return 1;
  if (one.count / one.of - other.count / other.of <= margin) return 1;
  if (lowestDifference(one, other, SMALLEST) > margin) return SMALLEST;
  if (lowestDifference(one, other, USUAL) <= margin) return USUAL;
  // The bound rises with alpha: where it passes the margin is the chance, to three per cent of itself.
  let [low, high] = [Math.log(SMALLEST), Math.log(USUAL)];
  for (let step = 0; step < 10; step += 1) {
    const middle = (low + high) / 2;
    if (lowestDifference(one, other, Math.exp(middle)) > margin) high = middle;
    else low = middle;
  }
  return Math.exp(high);
}

/** Fewest requests with which a true share is seen above `limit` with probability `power`, at an error of `alpha`. */
export function requestsToSee(share: number, limit: number, alpha: number, power: number): number {
  let [low, high] = [1, 10_000_000];
  while (low < high) {
    const of = Math.floor((low + high) / 2);
    if (powerOf(share, limit, alpha, of) >= power) high = of;
    else low = of + 1;
  }
  return low;
}

function powerOf(share: number, limit: number, alpha: number, of: number): number {
  let [low, high] = [0, of + 1];
  while (low < high) {
    const count = Math.floor((low + high) / 2);
    if (chanceOfAtLeast(count, of, limit) <= alpha) high = count;
    else low = count + 1;
  }
  return chanceOfAtLeast(low, of, share);
}
