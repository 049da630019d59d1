/** Rules about events: each is told once, in order, and none is left out. */
import { aboutOf, isGoodEnd, ofEach } from './each-run.js';
import type { TrueEvent } from './play.js';
import { isPair } from './plot.js';
import { has, isHandicapped } from './reasons.js';
import { eventsIn, type ReportedEvent } from './reported.js';

const keyOf = (date: number, { message, severity }: { readonly message: string; readonly severity: string }): string =>
  `${date} ${severity} ${message}`;

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

export const eventsOnce = ofEach((_, report, played) => {
  if (has(played.plot, 'duplicate-events')) return [];
  const truth = counted([...played.events.values()].flat().map((event) => keyOf(event.date, event)));
  const told = counted(eventsIn(report).map((event) => keyOf(Date.parse(event.date), event)));
  return [...told]
    .filter(([key, count]) => count > (truth.get(key) ?? 0))
    .map(([key, count]) => `an event is told ${count} times, but there are ${truth.get(key) ?? 0} of it: ${key}`);
});

export const eventsInOrder = ofEach((_, report, { plot }) => {
  if (isPair(plot)) return [];
  let newest = 0;
  return eventsIn(report).flatMap((event) => {
    const date = Date.parse(event.date);
    // Instance events have whole seconds, so that the order within a second says nothing.
    const isWrong = date < Math.floor(newest / 1_000) * 1_000 && event.late !== true;
    newest = Math.max(newest, date);
    return isWrong ? [`an event is told after newer ones: ${event.date} ${event.message}`] : [];
  });
});

/** So long after its moment an event may become readable. */
const READABLE: number = 15_000;

function missing(truth: readonly TrueEvent[], told: readonly ReportedEvent[], until: number): readonly string[] {
  const first = Date.parse(told[0]?.date ?? '');
  if (Number.isNaN(first)) return [];
  const counts = new Map(counted(told.map((event) => keyOf(Date.parse(event.date), event))));
  return truth
    .filter(({ date }) => date > first && date < until)
    .filter((event) => {
      const key = keyOf(event.date, event);
      const left = counts.get(key) ?? 0;
      counts.set(key, left - 1);
      return left <= 0;
    })
    .map(({ date, message }) => `an event is not told: ${new Date(date).toISOString()} ${message}`);
}

export const eventsComplete = ofEach((run, report, played) => {
  const { plot } = played;
  if (isPair(plot) || isHandicapped(plot) || !isGoodEnd(report.outcome.state)) return [];
  if (has(plot, 'late-events', 'lost-events', 'duplicate-events', 'stale-read')) return [];
  const id = aboutOf(played, run)?.id ?? '';
  return missing(played.events.get(id) ?? [], eventsIn(report), run.endedAt - READABLE);
});
