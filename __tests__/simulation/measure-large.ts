/** A process of its own for `npm run bench -- large`: plays the largest rollout and tells what it needed. */
import { breachesOf, callBudget } from './invariants.js';
import { LARGE, largePlot } from './large-plot.js';
import { play } from './play.js';
import { Stage } from './stage.js';
import './soak.js';

const startedAt = performance.now();
const plot = largePlot(LARGE);
// The same account once more: what it takes is not what the action takes.
const standing = new Stage(plot);
const emptyBytes = process.memoryUsage().rss;
const played = await play(plot);
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
    /** Of the whole process: the simulated service with its instances and events, and the action. */
    peakBytes: process.resourceUsage().maxRSS * 1_024,
    /** Of the same process with the simulated service, before the action begins. */
    emptyBytes,
    environments: standing.truth().environments.length,
    took: performance.now() - startedAt,
  }),
);
