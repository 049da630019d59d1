/** A process of its own for `npm run bench -- large`: plays the largest rollout and tells what it needed. */
import { breachesOf, callBudget } from './invariants.js';
import { LARGE, largePlot } from './large-plot.js';
import { play } from './play.js';
import { Stage } from './stage.js';
import './soak.js';

/** What is alive, in bytes: what the collector has only not come to yet is left out. `node --expose-gc`. */
function live(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const startedAt = performance.now();
const plot = largePlot(LARGE);
// The same account once more: what it takes is not what the action takes.
const standing = new Stage(plot);
const emptyBytes = live();
let mostBytes = 0;
const looks = setInterval(() => {
  mostBytes = Math.max(mostBytes, live());
}, 1_000);
const played = await play(plot);
clearInterval(looks);
const [run] = played.runs;
const written = [...(run?.written.values() ?? [])].reduce((sum, text) => sum + text.length, 0);
console.log(
  JSON.stringify({
    outcome: run?.outputs.outcome,
    reason: run?.outputs['outcome-reason'],
    breaches: breachesOf(played),
    hours: ((run?.endedAt ?? 0) - (run?.startedAt ?? 0)) / 3_600_000,
    calls: run?.requests,
    budget: Math.round(callBudget((run?.endedAt ?? 0) - (run?.startedAt ?? 0))),
    reportBytes: written,
    /** Alive at most: the sources, the simulated service with its instances and events, the action and its report. */
    liveBytes: Math.max(mostBytes, live()),
    /** The same before the action begins. */
    emptyBytes,
    /** Of the whole process, with everything that the collector has only not come to yet. */
    peakBytes: process.resourceUsage().maxRSS * 1_024,
    environments: standing.truth().environments.length,
    took: performance.now() - startedAt,
  }),
);
