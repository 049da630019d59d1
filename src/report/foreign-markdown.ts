/** Text that others wrote, inside Markdown, HTML and diagrams: summaries and comments. Lines of a log are in `foreign.ts`. */
import { cut, foreignLines, foreignText, type LineLimits, PREFIX } from './foreign.js';

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Foreign text inside Markdown, also inside a table: a code span that nothing in the text can close. `–` when empty. */
export function foreignMarkdown(text: string, limit = 300): string {
  const inner = foreignText(text, limit);
  if (inner === '') return '–';
  const fence = '`'.repeat(longestRun(inner, '`') + 1);
  const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
  // Inside a table a bar ends the cell even in a code span, unless it is escaped (GitHub Flavored Markdown, "Tables").
  // A backslash before it would undo the escape, so a bar becomes a look-alike there.
  return `${fence}${pad}${inner.replaceAll('|', '¦')}${pad}${fence}`;
}

/**
 * A word that means nothing to Markdown, nor to what GitHub makes of texts (mentions, links, issue numbers, emoji, formulas):
 * letters and digits, joined by single hyphens, points or apostrophes, with the punctuation of a sentence around it.
 */
const PLAIN_WORD =
  /^["'(]{0,2}(?!www\.|GH-\d)[\p{L}\p{M}\p{N}]+(?:[-.'’/][\p{L}\p{M}\p{N}]+)*(?:%|\(s\))?[)"']{0,2}[.,;:!?…]?[)"']{0,2}$|^[–—→·%]$/iu;

/** Punctuation beside a code span. */
const PLAIN_MARK = /^["'(]{1,2}$|^[)"'.,;:!?…]{1,3}$/;

/** Code in a sentence of ours: a pair of backticks with words, not letters, around it. */
const CODE = /(?<=^|[\s("'])`([^`]+)`(?=$|[\s)"'.,;:!?…])/g;

/** A sentence with foreign words in it, inside Markdown: plain words stay as they are, anything else is set as code. */
export function foreignProse(text: string, limit = 1_000): string {
  const line = foreignText(text, limit);
  let prose = '';
  let from = 0;
  for (const match of line.matchAll(CODE)) {
    prose = beside(prose, wordsOf(line.slice(from, match.index), prose === ''));
    prose = beside(prose, foreignMarkdown(match[1] ?? '', limit));
    from = match.index + match[0].length;
  }
  return beside(prose, wordsOf(line.slice(from), prose === ''));
}

/** Two code spans must not touch: their fences would become one. */
const beside = (left: string, right: string): string =>
  left.endsWith('`') && right.startsWith('`') ? `${left} ${right}` : left + right;

/** Blanks at its ends stay, since something may follow. At the beginning a number with a point would begin a list. */
function wordsOf(text: string, isFirst: boolean): string {
  const parts: { plain: boolean; text: string }[] = [];
  for (const word of text.split(/ +/)) {
    if (word === '') continue;
    const startsList = isFirst && parts.length === 0 && /^\d+[.)]$/.test(word);
    const plain = (PLAIN_WORD.test(word) || PLAIN_MARK.test(word)) && !startsList;
    const last = parts.at(-1);
    if (last !== undefined && last.plain === plain) last.text += ` ${word}`;
    else parts.push({ plain, text: word });
  }
  const said = parts.map((part) => (part.plain ? part.text : codeWords(part.text, text.length))).join(' ');
  return `${text.startsWith(' ') ? ' ' : ''}${said}${text.endsWith(' ') && said !== '' ? ' ' : ''}`;
}

/** The full stop of a sentence stays outside of the code. */
function codeWords(text: string, limit: number): string {
  const end = /[\p{L}\p{N}](?<stop>[.,;:])$/u.exec(text)?.groups?.stop ?? '';
  return `${foreignMarkdown(end === '' ? text : text.slice(0, -1), limit)}${end}`;
}

/** Foreign text as a label in a Mermaid diagram: letters, digits and blanks, nothing that its grammar knows. */
export function foreignMermaid(text: string, limit = 60): string {
  const plain = foreignText(text, limit * 4)
    .replaceAll(/[^\p{L}\p{N}.-]+/gu, ' ')
    .trim();
  return cut(plain, limit).replaceAll('…', '..');
}

/** Foreign lines as a fenced block that nothing in them can close. */
export function foreignBlock(text: string, limits: LineLimits = {}): string {
  const body = foreignLines(text, limits)
    .map((line) => line.slice(PREFIX.length))
    .join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
  return `${fence}text\n${body}\n${fence}`;
}

/** Foreign text inside an HTML element of a Markdown page (`<summary>`), where Markdown is not read. */
export function foreignHtml(text: string, limit = 300): string {
  return foreignText(text, limit)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
