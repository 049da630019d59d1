/** Decisions about a version that had a share of the traffic: a row each, and the last one rule by rule. Pure. */
import { type Decision, oneIn, type RuleFinding, type SideFigures } from '../../domain/judgement.js';
import { formatDuration } from '../../domain/time.js';
import { decisionsOf } from '../decision-series.js';
import { DECISION_WORDS } from '../decisions.js';
import { foreignProse } from '../foreign-markdown.js';
import type { RunRecord } from '../record.js';
import { markdownTable } from '../table.js';
import { timeOfDay } from '../words.js';
import { folded, paragraphs } from './page.js';

/** Of the table that is always seen, and of the folded one. */
const MOST_SHOWN = 25;
const MOST_ROWS = 150;
const LONGEST_WHY = 400;

const HEAD = [
  'Time (UTC)',
  'Step',
  'Share (measured)',
  'Old: requests, 5xx, p99',
  'New: requests, 5xx, p99',
  'Decision',
  'Why',
];

export function decisionsSection(record: Pick<RunRecord, 'progress'>): string {
  const all = decisionsOf(record);
  const last = all.at(-1);
  if (last === undefined) return '';
  const telling = all.filter((one, index) => one.result !== 'hold' || index === all.length - 1);
  const shown = telling.slice(-MOST_SHOWN);
  const rest = all.length > shown.length ? markdownTable([HEAD, ...all.slice(-MOST_ROWS).map(row)]) : '';
  return paragraphs(
    '### How the new version was judged',
    markdownTable([HEAD, ...shown.map(row)]),
    folded('The last decision, rule by rule', markdownTable([RULE_HEAD, ...last.findings.map(ruleRow)])),
    folded(`All ${all.length} looks`, rest),
  );
}

const row = (one: Decision): readonly string[] => [
  timeOfDay(one.at),
  `${one.step} of ${one.steps}`,
  `${one.weight}%${one.measuredShare === undefined ? '' : ` (${one.measuredShare.toFixed(1)}%)`}`,
  figures(one.figures.stable),
  figures(one.figures.canary),
  one.result === 'raise' && one.finding.result === 'inconclusive' ? 'passed without proof' : DECISION_WORDS[one.result],
  one.finding.result === 'pass' ? '' : foreignProse(one.why, LONGEST_WHY),
];

function figures({ requests, errors5xx, p99 }: SideFigures): string {
  if (requests === 0) return 'nothing known';
  const share = Number(((100 * errors5xx) / requests).toFixed(2));
  return `${requests.toLocaleString('en-US')}, ${share}%, ${p99 === undefined ? '–' : formatDuration(p99)}`;
}

const RULE_HEAD = ['Rule', 'New', 'Old', 'Limit', 'By chance', 'Finding'];
const FINDINGS = { pass: 'passed', fail: 'worse', inconclusive: 'cannot tell' } as const;

const ruleRow = ({ rule, canary, stable, limit, chance, threshold, finding }: RuleFinding): readonly string[] => [
  rule,
  rounded(canary),
  rounded(stable),
  rounded(limit),
  chance === undefined ? '' : `${oneIn(chance)}${threshold === undefined ? '' : ` (worse from ${oneIn(threshold)})`}`,
  finding.result === 'pass' ? FINDINGS.pass : `${FINDINGS[finding.result]}: ${foreignProse(finding.why, LONGEST_WHY)}`,
];

const rounded = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toFixed(2))));
