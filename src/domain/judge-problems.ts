/** What a judged version is told with when it may not have more traffic. */
import { alarmProblem } from './alarm.js';
import type { Decision } from './judgement.js';
import type { Problem } from './problem.js';

/** The problem of a decision that sends a version back. */
export function sentBack(decision: Decision): Problem {
  const failing = decision.findings.filter(({ finding }) => finding.result === 'fail');
  const alarm = failing.find(({ rule }) => rule === 'alarms');
  if (alarm !== undefined) return alarmProblem(alarm.finding.why);
  return failing.length > 0 ? worse(decision) : notJudged(decision);
}

const worse = ({ why, weight }: Decision): Problem => ({
  code: 'worse-than-before',
  blame: 'you',
  what: `With ${weight}% of the requests, the new version was found to be worse: ${why}.`,
  hint: 'The report has the figures of both sides minute by minute. Mend the version and deploy again; docs/judging.md says which limits there are.',
});

const notJudged = ({ why, weight }: Decision): Problem => ({
  code: 'inconclusive',
  blame: 'you',
  what: `With ${weight}% of the requests, the new version could not be judged, and \`on-inconclusive: fail\` takes that for a failure: ${why}.`,
  hint: 'Give it more traffic or time (`canary-steps`, `evaluation-minutes`, `max-step-extension`), lower `min-requests`, or set `on-inconclusive: warn`.',
  input: 'on-inconclusive',
});

/** It passes although it could not be judged, because that is what was asked for. */
export const passedUnjudged = (decision: Decision): Problem => ({
  ...notJudged(decision),
  what: `With ${decision.weight}% of the requests, the new version could not be judged: ${decision.why}. The rollout goes on, as \`on-inconclusive: warn\` says.`,
});

export const notConfirmed = (why: string): Problem => ({
  code: 'not-confirmed',
  blame: 'you',
  what: `Nobody has confirmed the new version in time: ${why}.`,
  hint: '`confirm-url` must answer 200 within `confirm-timeout`; every other answer means “not yet”.',
  input: 'confirm-url',
});
