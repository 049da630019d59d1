/** New instances during an update: launched, booted, or refused for want of capacity. */
import { seconds } from '../../domain/time.js';
import { faultsOf } from '../context.js';
import { announceAdded, launchInstance } from '../instances.js';
import type { Script } from '../timeline.js';
import type { Instance } from '../world.js';
import { pause, say, type Update } from './update.js';

/** Seconds until a new instance takes commands. */
export const BOOT = 55;

/** Launches so many instances and waits until they have booted; `undefined` when there is no capacity. */
export function* bootInstances(
  update: Update,
  count: number,
  place: Pick<Instance, 'group' | 'targetGroup'>,
): Script<readonly Instance[] | undefined> {
  const { context, environment } = update;
  const [missing] = faultsOf(context, 'no-capacity');
  if (missing !== undefined) {
    yield* pause(update, BOOT);
    const temporary = place.group === 'temporary';
    const group =
      (temporary ? environment.resources.temporaryGroup : undefined) ?? environment.resources.autoScalingGroup;
    const reason = missing.message ?? noCapacity(context.region);
    say(
      update,
      'ERROR',
      `${temporary ? 'Creating' : 'Updating'} Auto Scaling group named: ${group} failed Reason: ${reason}`,
    );
    return undefined;
  }
  const instances = Array.from({ length: count }, () => launchInstance(context, environment, place));
  announceAdded(context, environment, instances, seconds(91));
  yield* pause(update, BOOT);
  return instances;
}

export const noCapacity = (region: string): string =>
  `We currently do not have sufficient t3.micro capacity in the Availability Zone you requested (${region}a). Our system will be working on provisioning additional capacity.`;
