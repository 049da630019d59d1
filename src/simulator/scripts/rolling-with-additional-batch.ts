/** Rolling with an additional batch: one batch of new instances first, so that capacity never falls, then as rolling. */
import { activeInstances, drain, endInstance, hasLoadBalancer } from '../instances.js';
import type { Script } from '../timeline.js';
import { bootInstances } from './launching.js';
import { oneBatch, workOnBatch } from './rolling.js';
import { batchSize, chunks, type Ending, idsOf, pause, say, type Update } from './update.js';

export function* rollingWithAdditionalBatch(update: Update): Script<Ending> {
  const { environment } = update;
  yield* pause(update, 8);
  const old = activeInstances(environment);
  const size = batchSize(update);
  say(
    update,
    'INFO',
    `Rolling with Additional Batch deployment policy enabled. Launching  a new batch of ${size} additional instance(s).`,
  );
  const extra = yield* bootInstances(update, size, { group: 'permanent', targetGroup: 'default' });
  if (extra === undefined) return 'failed';
  for (const instance of extra) instance.additional = true;
  const total = old.length + extra.length;
  update.fleetSize = total;
  say(
    update,
    'INFO',
    `Batch 1: ${extra.length} EC2 instance(s) [${idsOf(extra)}] launched. Deploying application version '${update.label}'.`,
  );
  let ending = yield* workOnBatch(update, 1, extra, total);
  let number = 1;
  for (const batch of chunks(old, size)) {
    if (ending === 'failed') break;
    number += 1;
    ending = yield* oneBatch(update, number, batch, total);
  }
  yield* withdrawAdditional(update);
  return ending;
}

/** Ends the additional batch, after success and after failure alike: the group is back at its size. */
export function* withdrawAdditional(update: Update): Script {
  const { context, environment } = update;
  const extra = activeInstances(environment).filter((instance) => instance.additional === true);
  if (extra.length === 0) return;
  if (hasLoadBalancer(environment)) {
    drain(context, environment, extra);
    yield* pause(update, 22);
  }
  for (const instance of extra) endInstance(context, environment, instance);
  yield* pause(update, 12);
}
