/** The way back after AbortEnvironmentUpdate. What it leaves behind depends on the policy that was under way. */
import { activeInstances, hasLoadBalancer, register } from '../instances.js';
import { endOperation, READY_AFTER_LAST_EVENT } from '../operation.js';
import { type Script, wait } from '../timeline.js';
import { commandsOver } from './commands.js';
import { revertConfiguration, tellMixed } from './endings.js';
import { discardNew } from './new-fleet.js';
import { withdrawAdditional } from './rolling-with-additional-batch.js';
import { pause, say, type Update } from './update.js';

/**
 * AWS guide, "Canceling": a version deployment stops where it is, a configuration is rolled back, a second fleet is
 * thrown away. Nobody has published the events; those here are assumed (BEHAVIOUR.md).
 */
export function* abortUpdate(update: Update): Script {
  const { context, environment, operation } = update;
  yield* pause(update, 2);
  yield* commandsOver(context, activeInstances(environment));
  const replaced = environment.instances.some((instance) => instance.group === 'temporary');
  if (replaced) yield* discardNew(update);
  yield* withdrawAdditional(update);
  const outside = activeInstances(environment).filter((instance) => instance.traffic !== 'registered');
  if (hasLoadBalancer(environment) && outside.length > 0) register(context, environment, outside);
  delete environment.resources.temporaryGroup;
  delete environment.draft;
  const version = operation.change?.versionLabel !== undefined;
  if (version) {
    yield* pause(update, 4);
    tellMixed(update);
    say(update, 'INFO', 'Environment update was aborted.');
    yield* wait(READY_AFTER_LAST_EVENT);
  } else yield* revertConfiguration(update);
  endOperation(context, environment, { outcome: 'aborted', deploys: version ? 'version' : 'configuration' });
}
