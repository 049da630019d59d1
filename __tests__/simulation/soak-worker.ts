/** A process of its own that plays the seeds it is sent, and tells what it has seen of each. */
import { playSeed } from './soak.js';

process.on('message', (seed: number) => {
  playSeed(seed).then(
    (played) => process.send?.({ seed, ...played }),
    (error: unknown) => {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const broken = { seed, breaches: [{ invariant: 'the simulation works', what }] };
      process.send?.({ seed, tally: { runs: 0, calls: 0, outcomes: {} }, lasted: 0, broken });
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
