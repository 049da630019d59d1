/** Settings that a rollout has for its own time only, when it ends before it has put them back. */
import { sidesIn } from '../domain/snapshot.js';
import { leftSet, type OwedOption, owedBy } from '../domain/unfinished.js';
import type { OurUpdate, Rollout, Run } from './run.js';

/** A sentence for each environment that still has some of them. */
export const lentWords = (rollout: Rollout): readonly string[] =>
  [...rollout.runs.values()].flatMap((run) => (isLeaving(run) ? [] : lentOf(run)));

function lentOf({ target, asked, settled, request }: Run): readonly string[] {
  const { plan, snapshot } = request;
  const before = sidesIn(snapshot.target).find(({ environment }) => environment.name === target.name);
  const owed = owedBy(plan, target.name, before);
  // One that was found later to be ours has the step of one that was presumed.
  const proven = asked.slice(0, 1 + asked.findLastIndex(({ step }) => step === settled?.step));
  const after = (one: OwedOption, updates: readonly OurUpdate[]) =>
    leftSet(
      [one],
      updates.map(({ step }) => step),
      target.name,
    );
  // What may have put one of them back was not proven, or what may have set it, or set it anew.
  const left = owed.flatMap((one) => {
    const found = [proven, asked].map((updates) => after(one, updates)[0]?.value);
    const values = [...new Set(found)].filter((value) => value !== undefined);
    return values.length === 0 ? [] : [{ ...one, values, isSure: !found.includes(undefined) }];
  });
  if (left.length === 0) return [];
  const what = left.map(
    ({ name, values, before: former }) => `${name}=${values.join(' or ')} instead of ${former ?? 'its default'}`,
  );
  const how = left.every(({ isSure }) => isSure) ? 'still has' : 'may still have';
  return [`${target.name} ${how} what was set for this rollout only: ${what.join(', ')}.`];
}

/** What is terminated keeps nothing. */
const isLeaving = ({ target, watch, rollout }: Run): boolean =>
  rollout.leaving?.name === target.name || (watch.known?.environment?.status.startsWith('Terminat') ?? false);
