/** Shortens a log to the lines that matter: those that speak of trouble, with their surroundings, and the end. Pure. */

export interface Excerpt {
  readonly lines: readonly string[];
  readonly truncated: boolean;
}

export interface ExcerptSize {
  /** Lines at most, and characters of one line at most. */
  readonly lines: number;
  readonly lineLength: number;
}

export const USUAL_SIZE: ExcerptSize = { lines: 40, lineLength: 400 };

const TROUBLE =
  /\b(error|fatal|fail(ed|ure|ing)?|exception|traceback|panic|critical|denied|refused|cannot|not found|no such|killed|out of memory|oom|exit(ed)? (code|status|with)|unhandled|uncaught|timed? ?out|segfault|syntaxerror|eaddrinuse|enoent|eacces)\b|\berr!|^\s+at\s/i;
const BEFORE = 2;
const AFTER = 2;
/** Lines of the end that are kept even when they say nothing of trouble. */
const LAST = 8;

export function relevantLines(text: string, size: ExcerptSize = USUAL_SIZE): Excerpt {
  const all = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const wanted = all.length <= size.lines ? new Set(all.keys()) : indexesOf(all, size.lines);
  const lines: string[] = [];
  let isCut = false;
  let previous = -1;
  for (const index of [...wanted].sort((left, right) => left - right)) {
    if (index > previous + 1) lines.push('…');
    previous = index;
    const line = all[index] ?? '';
    isCut ||= line.length > size.lineLength;
    lines.push(line.length > size.lineLength ? `${line.slice(0, size.lineLength)}…` : line);
  }
  return { lines, truncated: isCut || wanted.size < all.length };
}

/** The newest trouble first, until the room is used up: the last failure is the one that ended it. */
function indexesOf(all: readonly string[], room: number): Set<number> {
  const chosen = new Set<number>();
  const choose = (index: number): void => {
    if (index >= 0 && index < all.length && chosen.size < room) chosen.add(index);
  };
  for (let index = all.length - 1; index >= all.length - LAST; index -= 1) choose(index);
  for (let index = all.length - 1; index >= 0 && chosen.size < room; index -= 1) {
    if (!TROUBLE.test(all[index] ?? '')) continue;
    for (let near = index + AFTER; near >= index - BEFORE; near -= 1) choose(near);
  }
  return chosen;
}
