/** The ending after a command on an instance has failed: no traffic for the new side, or the way back of an update in place. */
import type { Evidence, Outcome } from '../domain/outcome.js';
import type { Problem } from '../domain/problem.js';
import { gatherEvidence } from './evidence.js';
import type { LogExcerpt } from './found.js';
import { failedOutcome } from './outcomes.js';
import { endGate } from './pair-endings.js';
import type { Run } from './run.js';
import { isPair } from './traffic.js';
import { undoAll } from './undo.js';

/** `log`: what the command has written. */
export async function endCommand(run: Run, problem: Problem, log: LogExcerpt | undefined): Promise<Outcome> {
  const { rollout } = run;
  const outcome = isPair(rollout) ? await endGate(run, problem) : await endInPlace(run, problem);
  const evidence = outcome.evidence === undefined ? {} : { evidence: withLog(outcome.evidence, log) };
  return { ...outcome, ...evidence, stillRunning: [...outcome.stillRunning, ...rollout.leftovers] };
}

const withLog = (evidence: Evidence, log: LogExcerpt | undefined): Evidence =>
  log === undefined ? evidence : { ...evidence, logs: [log] };

/** The deployment itself is proven; whether it stays is what `on-failure` says. */
async function endInPlace(run: Run, problem: Problem): Promise<Outcome> {
  const { rollout } = run;
  const { settings, snapshot } = rollout.request;
  const isUndone = settings.onFailure === 'rollback' && rollout.undo.length > 0;
  const evidence = await gatherEvidence(run, snapshot.target.instances !== undefined);
  const back = isUndone ? await undoAll(rollout) : undefined;
  const shout = back?.restored === 'failed' ? 'THE ROLLBACK FAILED. ' : '';
  return failedOutcome({
    reason: `${problem.what} ${shout}${back?.reason ?? 'The new version was deployed and stays.'}`,
    problem,
    proof: rollout.proven?.proof ?? 'none',
    restored: back?.restored ?? 'no',
    stillRunning: back?.stillRunning ?? [],
    evidence,
  });
}
