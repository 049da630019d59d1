/** From findings to a decision: hold, extend, raise or restore. */
import { together } from '../domain/gate.js';
import type {
  Decision,
  DecisionResult,
  JudgeRules,
  Look,
  RuleFinding,
  SideFigures,
  Sides,
} from '../domain/judgement.js';
import type { Instant, Milliseconds } from '../domain/time.js';
import { measuredShare } from './figures.js';
import { judgeRules } from './rules.js';

export interface Judged {
  readonly at: Instant;
  readonly rules: JudgeRules;
  readonly look: Look;
  readonly step: number;
  readonly steps: number;
  readonly weight: number;
  readonly figures: Sides<SideFigures>;
  /** Of gates without statistics: health, alarms, probes. */
  readonly others: readonly RuleFinding[];
  /** So much longer the step may still take for more evidence. */
  readonly extensionLeft: Milliseconds;
}

/** One decision, with everything it follows from. Never raises by silence: what cannot be told is said. */
export function decide(judged: Judged): Decision {
  const { at, rules, look, step, steps, weight, figures, others, extensionLeft } = judged;
  const findings = [...judgeRules(rules, figures, look), ...others];
  const finding = together(findings.map((one) => one.finding));
  const share = measuredShare(figures);
  const result = resultOf(finding.result, look, extensionLeft, rules);
  return {
    at,
    step,
    steps,
    look: look.look,
    weight,
    ...(share === undefined ? {} : { measuredShare: share }),
    figures,
    findings,
    finding,
    result,
    why: finding.why,
  };
}

function resultOf(
  result: 'pass' | 'fail' | 'inconclusive',
  { isLast }: Look,
  extensionLeft: Milliseconds,
  { onInconclusive }: JudgeRules,
): DecisionResult {
  if (result === 'fail') return 'restore';
  if (!isLast) return 'hold';
  if (result === 'pass') return 'raise';
  if (extensionLeft > 0) return 'extend';
  return onInconclusive === 'fail' ? 'restore' : 'raise';
}
