/** Why it failed: causes that the service names, log lines, and what could not be read. Pure. */
import { foreignBlock, foreignMarkdown, foreignProse } from '../foreign-markdown.js';
import type { RunRecord } from '../record.js';
import { byteLength, paragraphs } from './page.js';

/** Log files shown at most, one for each instance. */
const MOST_LOGS = 20;
const LINES = 100;
/** Of all log lines together, in bytes. */
const ROOM = 200 * 1024;

function causes(record: RunRecord): string {
  const found = record.outcome.evidence;
  const all = [...new Set([...(found?.environmentCauses ?? []), ...(found?.health?.causes ?? [])])];
  if (all.length === 0) return '';
  return `### Causes named by the service\n\n${foreignBlock(all.join('\n'), { lines: 50 })}`;
}

function logs(record: RunRecord): string {
  let room = ROOM;
  const shown: string[] = [];
  for (const { source, lines, truncated } of record.outcome.evidence?.logs.slice(0, MOST_LOGS) ?? []) {
    // The end of a log is where the error stands.
    const left = lines.length > LINES ? ', its last lines' : truncated ? ', shortened' : '';
    const block = `${foreignMarkdown(source, 200)}${left}\n\n${foreignBlock(lines.slice(-LINES).join('\n'), { lines: LINES })}`;
    room -= byteLength(block);
    if (room < 0) break;
    shown.push(block);
  }
  return shown.length === 0 ? '' : paragraphs('### Log lines that matter', ...shown);
}

function gaps(record: RunRecord): string {
  const all = record.outcome.evidence?.gaps.slice(0, 20) ?? [];
  return all.length === 0 ? '' : `Could not be read:\n\n${all.map((gap) => `- ${foreignProse(gap, 300)}`).join('\n')}`;
}

export const evidence = (record: RunRecord): string => paragraphs(causes(record), logs(record), gaps(record));
