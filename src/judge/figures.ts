/** Figures of one side: added up from windows, compared in the same windows, and the share that each side really had. */
import type { FigureWindow, SideFigures, Sides } from '../domain/judgement.js';
import type { Instant, Milliseconds } from '../domain/time.js';

/** What the windows amount to. `slower` comes from a source that can count it. */
export function addUp(
  source: SideFigures['source'],
  span: { readonly from: Instant; readonly to: Instant },
  windows: readonly FigureWindow[],
  slower: SideFigures['slower'] = [],
): SideFigures {
  const sum = (of: (one: FigureWindow) => number): number => windows.reduce((total, one) => total + of(one), 0);
  const p99 = weightedP99(windows);
  return {
    from: span.from,
    to: span.to,
    source,
    windows,
    requests: sum((one) => one.requests),
    errors5xx: sum((one) => one.errors5xx),
    ...(p99 === undefined ? {} : { p99 }),
    slower,
  };
}

function weightedP99(windows: readonly FigureWindow[]): Milliseconds | undefined {
  let [total, requests] = [0, 0];
  for (const one of windows) {
    if (one.p99 === undefined || one.requests <= 0) continue;
    total += one.p99 * one.requests;
    requests += one.requests;
  }
  return requests === 0 ? undefined : Math.round(total / requests);
}

/**
 * Percent of all requests that the canary answered since its weight was set; nothing without requests. The minute in which it
 * was set has requests of both weights: good for a comparison of both sides, not for this.
 */
export function measuredShare({ stable, canary }: Sides<SideFigures>): number | undefined {
  const since = ({ windows, from }: SideFigures): number =>
    windows.reduce((sum, { at, requests }) => sum + (at < from ? 0 : requests), 0);
  const [old, fresh] = [since(stable), since(canary)];
  return old + fresh === 0 ? undefined : (100 * fresh) / (old + fresh);
}

/** Windows in which both sides had requests and a p99, side by side. */
export function sameWindows({ stable, canary }: Sides<SideFigures>): readonly Sides<FigureWindow>[] {
  const old = new Map(stable.windows.map((one) => [one.at, one]));
  return canary.windows.flatMap((one) => {
    const other = old.get(one.at);
    return other === undefined ? [] : [{ stable: other, canary: one }];
  });
}
