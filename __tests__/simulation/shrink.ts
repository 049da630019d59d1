/** The smallest plot that still breaks the same rule: what is not needed for it is left out, one thing after the other. */
import { isPreview, type Plot } from './plot.js';
import { PREVIEW_INPUTS } from './pull-request.js';

/** Everything that could be left out, or be made simpler, by one step. */
export function simpler(plot: Plot): readonly Plot[] {
  const { cancelAt, killAt, ...rest } = plot;
  const { stopAt, ...unstopped } = plot;
  const { darkAt, ...light } = plot;
  const without = <T>(list: readonly T[], index: number): readonly T[] => list.filter((_, at) => at !== index);
  // Without these it would be about something else.
  const needed = isPreview(plot) ? Object.keys(PREVIEW_INPUTS) : [];
  const spare = Object.keys(plot.inputs).filter((name) => !needed.includes(name));
  const inputs = spare.map((name) => ({
    ...plot,
    inputs: Object.fromEntries(Object.entries(plot.inputs).filter(([other]) => other !== name)),
  }));
  return [
    ...(cancelAt === undefined ? [] : [killAt === undefined ? rest : { ...rest, killAt }]),
    ...(killAt === undefined ? [] : [cancelAt === undefined ? rest : { ...rest, cancelAt }]),
    ...(stopAt === undefined ? [] : [unstopped]),
    ...(darkAt === undefined ? [] : [light]),
    ...plot.actors.map((_, index) => ({ ...plot, actors: without(plot.actors, index) })),
    ...plot.faults.map((_, index) => ({ ...plot, faults: without(plot.faults, index) })),
    ...(Object.keys(plot.version).length === 0 ? [] : [{ ...plot, version: {} }]),
    ...inputs,
    ...(plot.speaks === 'directly' ? [] : [{ ...plot, speaks: 'directly' } as const]),
    ...(plot.ground.instances <= 1 ? [] : [{ ...plot, ground: { ...plot.ground, instances: 1 } }]),
    ...(plot.ground.instances <= 2 ? [] : [{ ...plot, ground: { ...plot.ground, instances: 2 } }]),
    ...(plot.ground.enhancedHealth ? [] : [{ ...plot, ground: { ...plot.ground, enhancedHealth: true } }]),
    ...(plot.ground.loadBalancer === 'application' || plot.ground.loadBalancer === 'none'
      ? []
      : [{ ...plot, ground: { ...plot.ground, loadBalancer: 'application' as const } }]),
  ];
}

/** `breaks` plays a plot and answers whether it breaks the rule that is looked for. */
export async function shrink(plot: Plot, breaks: (plot: Plot) => Promise<boolean>, tries = 200): Promise<Plot> {
  let smallest = plot;
  let left = tries;
  for (let found: Plot | undefined = plot; found !== undefined; ) {
    found = undefined;
    for (const candidate of simpler(smallest)) {
      if (left <= 0) return smallest;
      left -= 1;
      if (await breaks(candidate)) {
        found = candidate;
        smallest = candidate;
        break;
      }
    }
  }
  return smallest;
}
