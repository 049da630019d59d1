/** One connection per region for all environments of a run, with what they share: the pace of calls, uploads, versions. */
import type { Say } from '../domain/progress.js';
import type { Cloud, Outside } from '../ports/outside.js';
import { uploadingOnce, versionsOnce } from './publish-once.js';
import { createTurns, inTurn } from './rate.js';

export type Clouds = ReadonlyMap<string, Cloud>;

export async function connectAll(
  outside: Outside,
  regions: readonly string[],
  say: Say,
  cancel: AbortSignal,
): Promise<Clouds> {
  const clouds = new Map<string, Cloud>();
  const gaps = new Set<string>();
  for (const region of [...new Set(regions)].sort()) {
    const cloud = await outside.connect(region, cancel);
    if (cloud.gap !== undefined) gaps.add(cloud.gap);
    const turn = createTurns(outside.clock, cancel);
    clouds.set(region, {
      ...cloud,
      beanstalk: versionsOnce(inTurn(cloud.beanstalk, turn)),
      watchBeanstalk: inTurn(cloud.watchBeanstalk, turn),
      store: uploadingOnce(cloud.store),
    });
  }
  for (const text of gaps) say({ type: 'notice', text });
  return clouds;
}
