/** What a decision was made of, without what the decision before it was made of, too. Pure. */
import type { Decision, FigureWindow, SideFigures } from '../domain/judgement.js';

/**
 * Each look at a step has all windows since the step began: kept with each, they would grow with the square of its time. Here
 * a decision has those that are new, or that were told otherwise before; its sums are still those of all of them.
 */
export function withNewWindows(decision: Decision, before: Decision | undefined): Decision {
  if (before === undefined) return decision;
  const { stable, canary } = decision.figures;
  return {
    ...decision,
    figures: {
      stable: onlyNew(stable, before.figures.stable),
      canary: onlyNew(canary, before.figures.canary),
    },
  };
}

function onlyNew(figures: SideFigures, before: SideFigures): SideFigures {
  // Of another step: what both have seen belongs to each of them.
  if (figures.from !== before.from || figures.source !== before.source) return figures;
  const known = new Map(before.windows.map((one) => [one.at, one]));
  return { ...figures, windows: figures.windows.filter((one) => !isSame(one, known.get(one.at))) };
}

const isSame = (one: FigureWindow, other: FigureWindow | undefined): boolean =>
  one.requests === other?.requests && one.errors5xx === other.errors5xx && one.p99 === other.p99;
