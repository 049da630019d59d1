/** The versions that a rollback could go to, as a table. The cells are harmless in a log; escape them again for Markdown. Pure. */
import type { Candidate } from '../domain/plan.js';
import { foreignText } from './foreign.js';
import { foreignMarkdown } from './foreign-markdown.js';
import { markdownTable, textTable } from './table.js';
import { name } from './words.js';

const VERDICTS: Readonly<Record<Candidate['verdict'], string>> = {
  proven: 'proven good',
  seen: 'was healthy',
  'put-away': 'put away by a rollback',
  unrecorded: 'not recorded',
};

const BUNDLES: Readonly<Record<Candidate['bundle'], string>> = { present: 'yes', gone: 'GONE', unknown: 'not known' };

/** Of `undefined` dates and commits a dash. */
export function candidateRows(candidates: readonly Candidate[]): readonly (readonly string[])[] {
  const rows = candidates.map((one) => [
    `${one.runs ? '▸ ' : '  '}${name(one.label)}`,
    one.at === undefined ? '–' : `${new Date(one.at).toISOString().slice(0, 16).replace('T', ' ')}`,
    one.commit === undefined ? '–' : foreignText(one.commit.slice(0, 7), 7),
    VERDICTS[one.verdict],
    BUNDLES[one.bundle],
    foreignText(one.comment ?? '', 80),
  ]);
  return [['version', 'when (UTC)', 'commit', 'verdict', 'bundle', 'note'], ...rows];
}

const TITLE = 'Versions to roll back to (▸ runs now)';

export function candidateLines(candidates: readonly Candidate[]): readonly string[] {
  return candidates.length === 0 ? [] : [TITLE, ...textTable(candidateRows(candidates))];
}

export function candidatesMarkdown(candidates: readonly Candidate[]): string {
  if (candidates.length === 0) return '';
  const [head = [], ...rows] = candidateRows(candidates);
  return `### ${TITLE}\n\n${markdownTable([head, ...rows.map((row) => row.map((cell) => foreignMarkdown(cell.trim())))])}`;
}
