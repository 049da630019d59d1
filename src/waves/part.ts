/** One environment of a run about several: what it shall become, who is asked, and who is told. */
import type { DeploySettings } from '../domain/settings.js';
import type { Cloud } from '../ports/outside.js';
import type { EnvironmentReport } from '../report/waves.js';

export interface Part {
  readonly settings: DeploySettings;
  readonly cloud: Cloud;
  readonly report: EnvironmentReport;
}

/** Names are unique in a region; with several regions a name alone says too little. */
export function titleOf({ environmentName, region }: DeploySettings, hasRegions: boolean): string {
  return hasRegions ? `${environmentName} (${region})` : environmentName;
}

/** Does the work for each, so many at a time and in their order; `goesOn` is asked before each one begins. */
export async function sideBySide<T>(
  all: readonly T[],
  most: number,
  work: (one: T) => Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (!goesOn()) return;
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, worker));
}
