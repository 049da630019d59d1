/**
 * The only way by which text that others wrote (events, causes, logs, labels, names, error texts) reaches people: in lines
 * here, in Markdown in `foreign-markdown.ts`.
 */

const ESC = String.fromCharCode(0x1b);
const CSI = String.fromCharCode(0x9b);
const BEL = String.fromCharCode(0x07);

/** Terminal sequences: operating system commands (titles, links), then control sequences (colours, cursor), then the rest. */
const TERMINAL_SEQUENCES = new RegExp(
  [
    `${ESC}[\\]PX^_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?`,
    `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]?`,
    `${ESC}[ -/]*[0-~]?`,
  ].join('|'),
  'g',
);

/**
 * Control, format (bidirectional overrides, zero width, soft hyphen), private, broken surrogates, odd line ends. Made when
 * it is needed: V8 looks through all characters for Unicode's classes, and every start would wait for that.
 */
const INVISIBLE = String.raw`[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]`;
const invisible = (): RegExp => {
  madeInvisible ??= new RegExp(INVISIBLE, 'gu');
  return madeInvisible;
};
let madeInvisible: RegExp | undefined;

const LINE_ENDS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;
export const PREFIX = '│ ';

/** Longest line, in characters, that a log shows of foreign text. */
const LINE_LIMIT = 500;

/**
 * Breaks what the runner would take for a command. `::name::` counts only at the start of a line, so a line that begins
 * with our own words or {@link PREFIX} is safe, but the older `##[name]` is found anywhere in a line
 * (actions/runner, ActionCommand.TryParse).
 */
export function withoutCommands(line: string): string {
  const broken = line.replaceAll('##[', '## [');
  return broken.trimStart().startsWith('::') ? PREFIX + broken : broken;
}

export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, Math.max(0, limit - 1)).join('')}…`;
}

/** Nearly every event is plain: the search for what hides in it is spared. */
const PRINTABLE = /^[\x20-\x7e]*$/;

function harmless(line: string): string {
  if (PRINTABLE.test(line)) return line.replaceAll('##[', '## [');
  return line.replace(TERMINAL_SEQUENCES, '').replaceAll('\t', '  ').replace(invisible(), '').replaceAll('##[', '## [');
}

/** Foreign text as part of a line that begins with our own words: one line, nothing invisible, at most `limit` characters. */
export function foreignText(text: string, limit: number = LINE_LIMIT): string {
  const lines = PRINTABLE.test(text) ? [text] : text.split(LINE_ENDS);
  const line = lines
    .map((part) => harmless(part).trim())
    .filter((part) => part !== '')
    .join(' ');
  return cut(line, limit).replaceAll('##[', '## [');
}

export interface LineLimits {
  readonly lines?: number;
  readonly characters?: number;
}

/** Foreign text as lines of its own, each behind the marker `│ `; says how many lines it left out. */
export function foreignLines(text: string, limits: LineLimits = {}): readonly string[] {
  const most = limits.lines ?? 200;
  const all = text.split(LINE_ENDS).map((line) => harmless(line).trimEnd());
  while (all.length > 1 && all.at(-1) === '') all.pop();
  const shown = all.slice(0, most).map((line) => PREFIX + cut(line, limits.characters ?? LINE_LIMIT));
  return all.length > most ? [...shown, `${PREFIX}… ${all.length - most} more lines`] : shown;
}
