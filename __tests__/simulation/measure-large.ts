/** A process of its own for `npm run bench -- large`: plays the largest rollout and tells what it needed. */
import { breachesOf } from './invariants.js';
import { LARGE, largePlot } from './large-plot.js';
import { play } from './play.js';
import './soak.js';

const startedAt = performance.now();
const played = await play(largePlot(LARGE));
const [run] = played.runs;
const written = [...(run?.written.values() ?? [])].reduce((sum, text) => sum + text.length, 0);
console.log(
  JSON.stringify({
    outcome: run?.outputs.outcome,
    reason: run?.outputs['outcome-reason'],
    breaches: breachesOf(played),
    hours: ((run?.endedAt ?? 0) - (run?.startedAt ?? 0)) / 3_600_000,
    calls: run?.requests,
    reportBytes: written,
    /** Of the whole process: the simulated service with its instances and events, and the action. */
    peakBytes: process.resourceUsage().maxRSS * 1_024,
    took: performance.now() - startedAt,
  }),
);
