/** Immutable: one new instance proves the version, a full new fleet joins it, then the old one goes. */
import { activeInstances } from '../instances.js';
import type { Script } from '../timeline.js';
import { adopt, createTemporaryGroup, discardNew, enter, launchNew, newInstances, retireOld } from './new-fleet.js';
import { type Ending, pause, say, type Update } from './update.js';

export function* immutable(update: Update): Script<Ending> {
  const old = activeInstances(update.environment);
  update.fleetSize = old.length;
  yield* pause(update, 11);
  say(
    update,
    'INFO',
    'Immutable deployment policy enabled. Launching one instance with the new settings to verify health.',
  );
  yield* createTemporaryGroup(update);
  if (!(yield* fleetIsHealthy(update, Math.max(1, old.length)))) {
    yield* discardNew(update);
    return 'failed';
  }
  yield* adopt(update);
  yield* retireOld(update);
  return 'succeeded';
}

function* fleetIsHealthy(update: Update, size: number): Script<boolean> {
  const test = yield* launchNew(update, 1, 'default', { quiet: false });
  if (test === undefined) return false;
  yield* pause(update, 3);
  if (!(yield* enter(update, test, test))) return false;
  if (size === 1) return true;
  say(update, 'INFO', 'Test instance passed health checks. Launching remaining new instances.');
  const rest = yield* launchNew(update, size - 1, 'default', { quiet: true });
  if (rest === undefined) return false;
  yield* pause(update, 50);
  say(update, 'INFO', 'Successfully launched all instances.');
  yield* pause(update, 1);
  return yield* enter(update, rest, newInstances(update));
}
