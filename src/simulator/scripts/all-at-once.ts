/** All at once: every instance gets the command at the same moment, behind the load balancer, without a health gate. */
import { activeInstances, hasLoadBalancer, register } from '../instances.js';
import type { Script } from '../timeline.js';
import { allSucceeded, executeCommand, tellCommandFailure } from './commands.js';
import { slowBatch } from './slow-batch.js';
import { type Ending, pause, say, type Update } from './update.js';

export function* allAtOnce(update: Update): Script<Ending> {
  if (update.kind === 'deploy') {
    yield* pause(update, 16);
    say(update, 'INFO', 'Deploying new version to instance(s).');
    yield* pause(update, 18);
  } else yield* pause(update, 12);
  const instances = activeInstances(update.environment);
  update.fleetSize = instances.length;
  const report = yield* executeCommand(update, instances);
  yield* slowBatch(update, 1);
  if (!allSucceeded(report)) {
    yield* tellCommandFailure(update, report);
    return 'failed';
  }
  // An earlier failure may have left instances outside; a successful deployment takes the whole fleet in.
  const outside = instances.filter((instance) => instance.traffic === 'none');
  if (hasLoadBalancer(update.environment) && outside.length > 0) register(update.context, update.environment, outside);
  yield* pause(update, 24);
  return 'succeeded';
}
