/** Rolling: batch after batch out of the load balancer, updated, back in, and healthy before the next one. */
import { activeInstances, hasLoadBalancer } from '../instances.js';
import { loadBalancerKind } from '../resources.js';
import { type Script, wait } from '../timeline.js';
import type { Instance } from '../world.js';
import { allSucceeded, executeCommand, tellCommandFailure } from './commands.js';
import { passHealth, putIn, takeOut, tellHealthFailure } from './gates.js';
import { slowBatch } from './slow-batch.js';
import { batchSize, chunks, type Ending, idsOf, pause, say, type Update } from './update.js';

export function* rolling(update: Update): Script<Ending> {
  yield* pause(update, 6);
  if (update.kind === 'deploy') say(update, 'INFO', 'Deploying new version to instance(s).');
  yield* pause(update, 2);
  const instances = activeInstances(update.environment);
  update.fleetSize = instances.length;
  let number = 0;
  for (const batch of chunks(instances, batchSize(update))) {
    number += 1;
    const ending = yield* oneBatch(update, number, batch, instances.length);
    if (ending === 'failed') return 'failed';
  }
  yield* pause(update, 5);
  return 'succeeded';
}

/** One batch of running instances. `total` is the size of the fleet in "x of n instances". */
export function* oneBatch(update: Update, number: number, batch: readonly Instance[], total: number): Script<Ending> {
  const tell = (text: string): void => say(update, 'INFO', `Batch ${number}: ${text}`);
  tell(`Starting application deployment on instance(s) [${idsOf(batch)}].`);
  // Observed with classic load balancers; with target groups there is only the gap.
  if (loadBalancerKind(update.environment) === 'classic') {
    yield* pause(update, 1);
    tell('De-registering instance(s) from the load balancer and waiting for them to go out of service.');
  }
  yield* takeOut(update, batch);
  tell('Starting application deployment command execution.');
  return yield* workOnBatch(update, number, batch, total);
}

/** The part of a batch that new instances have too: command, registration, gate. */
export function* workOnBatch(
  update: Update,
  number: number,
  batch: readonly Instance[],
  total: number,
): Script<Ending> {
  const tell = (text: string): void => say(update, 'INFO', `Batch ${number}: ${text}`);
  yield* pause(update, 2);
  const report = yield* executeCommand(update, batch);
  yield* slowBatch(update, number);
  if (!allSucceeded(report)) {
    yield* tellCommandFailure(update, report);
    return 'failed';
  }
  tell('Completed application deployment command execution.');
  yield* wait(12);
  say(
    update,
    'INFO',
    `Command execution completed on ${Math.min(update.operation.touched, total)} of ${total} instances in environment.`,
  );
  if (hasLoadBalancer(update.environment)) {
    yield* wait(15);
    tell('Registering instance(s) with the load balancer and waiting for them to be healthy. ');
  }
  putIn(update, batch);
  if (!(yield* passHealth(update, batch))) {
    tellHealthFailure(update, batch);
    yield* wait(31);
    return 'failed';
  }
  tell('Completed application deployment.');
  yield* wait(18);
  return 'succeeded';
}
