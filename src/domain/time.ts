/** Instants and spans of time, and how people write them. No bare number of time crosses a function elsewhere. */

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A span of time in milliseconds. */
export type Milliseconds = number;

export const seconds = (count: number): Milliseconds => count * 1_000;
export const minutes = (count: number): Milliseconds => count * 60_000;
export const hours = (count: number): Milliseconds => count * 3_600_000;
export const days = (count: number): Milliseconds => count * 86_400_000;

const UNITS: Readonly<Record<string, Milliseconds>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads `90`, `90s`, `10m`, `1h30m`, `500ms` or `1d`. A bare number means seconds, as in AWS's own action.
 * Answers `undefined` for anything else, so that the caller can name the input that was wrong.
 */
export function parseDuration(text: string): Milliseconds | undefined {
  const trimmed = text.trim().toLowerCase();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Math.round(Number(trimmed) * 1_000);
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d)\s*)+$/.test(trimmed)) return undefined;
  let total = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  }
  return Math.round(total);
}

/** Writes a span as people say it: `850ms`, `9s`, `1m40s`, `2h05m`. */
export function formatDuration(span: Milliseconds): string {
  if (span < 1_000) return `${Math.max(0, Math.round(span))}ms`;
  const total = Math.round(span / 1_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (total < 60) return `${total}s`;
  if (total < 3_600) return `${Math.floor(total / 60)}m${two(total % 60)}s`;
  return `${Math.floor(total / 3_600)}h${two(Math.floor((total % 3_600) / 60))}m`;
}
