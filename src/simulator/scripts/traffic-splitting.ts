/**
 * Traffic splitting: a full new fleet in a second target group gets its share of requests while health is watched, then
 * everything. Nobody has published its events: the lines about traffic are the simulator's own (BEHAVIOUR.md).
 */
import { minutes } from '../../domain/time.js';
import { activeInstances, applyRouting, isLeaving } from '../instances.js';
import { type Script, until } from '../timeline.js';
import type { Instance } from '../world.js';
import { tellHealthFailure } from './gates.js';
import { adopt, createTemporaryGroup, discardNew, enter, launchNew, retireOld } from './new-fleet.js';
import { type Ending, evaluationMinutes, ignoresHealth, newVersionPercent, pause, say, type Update } from './update.js';

export function* trafficSplitting(update: Update): Script<Ending> {
  const { context, environment } = update;
  const old = activeInstances(environment);
  update.fleetSize = old.length;
  yield* pause(update, 11);
  say(
    update,
    'INFO',
    `Traffic splitting deployment policy enabled. Launching ${old.length} instance(s) with the new settings.`,
  );
  yield* createTemporaryGroup(update);
  const arriving = yield* launchNew(update, Math.max(1, old.length), 'split', { quiet: false });
  if (arriving === undefined || !(yield* provesItself(update, arriving))) {
    yield* discardNew(update);
    return 'failed';
  }
  environment.splitPercent = 100;
  applyRouting(context, environment);
  say(update, 'INFO', 'Evaluation completed. Routing all traffic to the new version.');
  yield* pause(update, 20);
  yield* adopt(update);
  yield* retireOld(update);
  yield* joinDefaultGroup(update);
  return 'succeeded';
}

/** Healthy at first, and still healthy after its share of traffic for the evaluation time. */
function* provesItself(update: Update, arriving: readonly Instance[]): Script<boolean> {
  const { context, environment } = update;
  yield* pause(update, 3);
  if (!(yield* enter(update, arriving, arriving))) return false;
  const percent = newVersionPercent(update);
  environment.splitPercent = percent;
  applyRouting(context, environment);
  const span = evaluationMinutes(update);
  say(update, 'INFO', `Routing ${percent}% of traffic to the new version for ${span} minute(s) of evaluation.`);
  // One failed check in a row of twelve is noise; three in a row are a failed evaluation.
  let failedChecks = 0;
  let lastLook = 0;
  const failed = yield* until(() => {
    if (environment.health.refreshedAt === lastLook) return false;
    lastLook = environment.health.refreshedAt;
    failedChecks = arriving.some((one) => one.passedChecks === 0 && !isLeaving(one)) ? failedChecks + 1 : 0;
    return failedChecks >= 3 && !ignoresHealth(update);
  }, minutes(span));
  if (failed) tellHealthFailure(update, arriving);
  return !failed;
}

/** The second target group becomes the environment's target group: no target moves, so no request is lost. */
function* joinDefaultGroup(update: Update): Script {
  const { context, environment } = update;
  for (const instance of activeInstances(environment)) instance.targetGroup = 'default';
  environment.splitPercent = 0;
  applyRouting(context, environment);
  yield* pause(update, 2);
}
