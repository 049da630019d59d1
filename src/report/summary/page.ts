/** A page of Markdown that never exceeds its limit: parts of a known size first, then lists that take what room is left. Pure. */

const encoder = new TextEncoder();

/** Size as GitHub counts it. */
export const byteLength = (text: string): number => encoder.encode(text).length;

/** A list of lines with a head and a foot: as many lines as there is room for. */
export interface Rows {
  /** Before the lines; told how many are shown. */
  head(shown: number): string;
  /** Cheapest to lose last; shown in the order of `place`. */
  readonly lines: readonly { readonly text: string; readonly place: number }[];
  readonly foot: string;
}

/** Line ends and the difference between two heads. */
const SPARE = 200;

/** The lines that fit into `room` bytes, most wanted first; '' when not even one does. */
export function fitRows(rows: Rows, room: number): string {
  let left = room - byteLength(rows.head(rows.lines.length)) - byteLength(rows.foot) - SPARE;
  const shown: { readonly text: string; readonly place: number }[] = [];
  for (const line of rows.lines) {
    const size = byteLength(line.text) + 1;
    if (size > left) break;
    left -= size;
    shown.push(line);
  }
  if (shown.length === 0) return '';
  const ordered = [...shown].sort((one, other) => one.place - other.place).map(({ text }) => text);
  return `${rows.head(shown.length)}${ordered.join('\n')}${rows.foot}`;
}

/** The first characters of `text` that fit into `room` bytes, ending at a line's end. */
export function fitLines(lines: readonly string[], room: number): readonly string[] {
  let left = room;
  const fitting: string[] = [];
  for (const line of lines) {
    left -= byteLength(line) + 1;
    if (left < 0) break;
    fitting.push(line);
  }
  return fitting;
}

/** Something folded. The title is harmless in HTML; Markdown inside needs the empty lines around it. */
export function folded(title: string, body: string): string {
  return body === '' ? '' : `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** Paragraphs, without the empty ones. */
export const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
