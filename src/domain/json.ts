/** Data from outside: JSON texts, and values of which nothing is known yet. */

/** Anything with members; whoever reads one of them looks at its type first. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `undefined` when the text is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Of option values that are JSON: the same object in another order, or with other spaces, is the same value. The text in
 * one form; `undefined` when it is no JSON object or list.
 */
export function canonicalJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      isObject(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value,
    );
  } catch {
    return undefined;
  }
}
