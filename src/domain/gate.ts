/** What a gate has found: three answers, because "cannot tell" is neither good nor bad. Pure; used before, during and after a shift of traffic. */

export type GateFinding =
  | { readonly result: 'pass'; readonly why: string }
  | { readonly result: 'fail'; readonly why: string }
  /** Too little is known; what follows from that is the user's choice (`on-inconclusive`). */
  | { readonly result: 'inconclusive'; readonly why: string };

/** What follows when a gate cannot tell. `warn`: go on, and say so. */
export type OnInconclusive = 'warn' | 'fail';

export const passes = (why: string): GateFinding => ({ result: 'pass', why });
export const fails = (why: string): GateFinding => ({ result: 'fail', why });
export const cannotTell = (why: string): GateFinding => ({ result: 'inconclusive', why });

const ORDER = ['fail', 'inconclusive', 'pass'] as const;

/** Of several gates the worst counts; its sentence names every gate that found the same. Nothing to ask is a pass. */
export function together(findings: readonly GateFinding[]): GateFinding {
  const worst = ORDER.find((result) => findings.some((one) => one.result === result)) ?? 'pass';
  const why = findings
    .filter(({ result }) => result === worst)
    .map((one) => one.why)
    .join('; ');
  return { result: worst, why: why === '' ? 'there is nothing to ask' : why };
}
