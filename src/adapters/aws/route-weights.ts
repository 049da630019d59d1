/** Dividing what two ends have of the requests by whole numbers, and texts that are equal when nothing foreign has changed. Pure. */

export interface Weights {
  readonly stable: number;
  readonly canary: number;
}

/** Freely chosen sums are percent. */
const PERCENT = 100;
/** Whole weights come so near to a share at worst, in percentage points, or they are refused. */
const NEAR = 0.5;

/**
 * Weights that give the canary `percent` of what the two have together, while others keep their share: then the sum of
 * the two stays as it is. `undefined`: whole numbers of that size cannot express it, or the two have nothing to divide.
 */
export function divided(percent: number, sumOfBoth: number, sumOfOthers: number): Weights | undefined {
  const sum = sumOfOthers === 0 ? PERCENT : sumOfBoth;
  const canary = Math.round((sum * percent) / 100);
  const isNear = sum > 0 && Math.abs((canary * 100) / sum - percent) <= NEAR;
  return isNear ? { stable: sum - canary, canary } : undefined;
}

/** JSON with the members of every object in the order of their names; absent members are left out. */
export function stableText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part) || part instanceof Date) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
