/** What a failed AWS call means for whoever made it: the problem to show, whether to look again, whether it may have acted. */
import { ActionError, type Nature, type Problem } from '../../domain/problem.js';
import { errorFacts } from './error-facts.js';
import { answered, type CallInfo } from './problem-rule.js';
import { RULES } from './problem-table.js';

/** What may be done about a failed call by whoever made it. */
export interface Diagnosis {
  readonly problem: Problem;
  readonly nature: Nature;
  /** The service certainly has not acted: the same call may be sent again. */
  readonly refusedUnseen: boolean;
}

/** Reads an error of an AWS call. */
export function diagnose(error: unknown, call: CallInfo): Diagnosis {
  const facts = errorFacts(error);
  const rule = RULES.find(({ matches }) => matches(facts));
  if (rule === undefined) {
    return {
      problem: {
        code: 'refused-by-aws',
        blame: facts.status > 0 ? 'you' : 'us',
        what: `${answered(facts, call).replace(/\.$/, '')} (${facts.name}).`,
        hint: 'Read the answer above; it names what AWS does not accept.',
      },
      nature: 'permanent',
      refusedUnseen: facts.status >= 400 && facts.status < 500,
    };
  }
  return {
    problem: { code: rule.code, blame: rule.blame, what: rule.what(facts, call), hint: rule.hint(facts, call) },
    nature: rule.nature,
    refusedUnseen: rule.refusedUnseen ?? rule.nature === 'permanent',
  };
}

/** The error that leaves the adapters. A mutating call that may have been carried out says so. */
export function actionError(error: unknown, call: CallInfo): ActionError {
  if (error instanceof ActionError) return error;
  const { problem, nature, refusedUnseen } = diagnose(error, call);
  return new ActionError(problem, { cause: error, nature, answerLost: call.mutates && !refusedUnseen });
}
