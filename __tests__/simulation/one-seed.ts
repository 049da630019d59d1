/** Plays one seed, or one plot, and tells everything about it: `npm run test:soak -- --seed N`. */
import { breachesOf } from './invariants.js';
import { play } from './play.js';
import type { Plot } from './plot.js';
import { playSeed, tellBroken } from './soak.js';
import { writePlot } from './write-plot.js';

const [given = '', text] = process.argv.slice(2);
const plot: Plot = given === 'plot' ? (JSON.parse(text ?? '') as Plot) : writePlot(Number(given));
const played = await play(plot);
console.log(JSON.stringify(plot, null, 1));
for (const { part, lines, outputs, wasKilled, startedAt, endedAt, requests } of played.runs) {
  const lasted = `${Math.round((endedAt - startedAt) / 1_000)} s, ${requests} calls`;
  console.log(`\n=== ${part}: ${wasKilled ? 'killed' : outputs.outcome} (${lasted})\n${lines.join('\n')}`);
}
for (const deed of played.deeds) console.log(JSON.stringify(deed));
const breaches = breachesOf(played);
if (breaches.length === 0) console.log('\nNo rule is broken.');
else if (given === 'plot') for (const { invariant, what } of breaches) console.log(`\nBROKEN ${invariant}: ${what}`);
else {
  const { broken } = await playSeed(plot.seed, { shrinks: true });
  console.log(broken === undefined ? '\nIt broke a rule once, and not again.' : `\nBROKEN\n${tellBroken(broken)}`);
}
process.exitCode = breaches.length === 0 ? 0 : 1;
