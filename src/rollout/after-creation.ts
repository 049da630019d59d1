/** What is said when an environment of ours did not come up: what there is of it now, and that nobody has removed it. */
import type { Outcome } from '../domain/outcome.js';
import type { Rollout, Run } from './run.js';

/**
 * A failed creation is left as it is, whatever `on-failure` says: its instances and logs are what tells why, and
 * terminating is only ever done when it is asked for by id. The service itself throws some away at once.
 */
export function afterCreation(run: Run, outcome: Outcome): Outcome {
  const { ours, watch, target } = run;
  if (ours?.isCreation !== true) return outcome;
  const { known } = watch;
  const [error] = known?.events.errors ?? [];
  const status = known?.environment?.status;
  const isGone = status === 'Terminating' || status === 'Terminated';
  const cause =
    error === undefined || outcome.reason.includes(error.message) ? '' : ` Elastic Beanstalk says: ${error.message}`;
  const left = isGone
    ? ` The service has removed ${target.name} again by itself.`
    : ` ${target.name} (${target.id}) was created and is left as it is: deploy a mended version to it, or remove it with \`operation: terminate\`.`;
  const reason = `${isGone ? `The creation of ${target.name} failed.` : outcome.reason}${cause}${left}`;
  const problem = outcome.problem;
  return {
    ...outcome,
    reason,
    ...(problem === undefined ? {} : { problem: { ...problem, what: isGone ? `${reason}` : problem.what } }),
  };
}

/** The environment that the plan is about, when this rollout has created it. */
export function createdBy({ runs, request }: Rollout): Pick<Outcome, 'created'> {
  const run = runs.get(request.plan.environment.name);
  if (run?.ours?.isCreation !== true) return {};
  const cname = run.watch.known?.environment?.cname ?? run.environment?.cname;
  return { created: { id: run.target.id, ...(cname === undefined ? {} : { cname }) } };
}
