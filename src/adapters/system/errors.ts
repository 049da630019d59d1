/** What foreign errors say about themselves. Asked by shape, because an error may come from another realm or be no `Error`. */

/** A member of something whose type is not known. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The system's short name for an error, for example `EACCES`; else what it calls itself. */
export const codeOf = (error: unknown): string => String(member(error, 'code') ?? member(error, 'name') ?? error);

export const messageOf = (error: unknown): string => String(member(error, 'message') ?? error);
