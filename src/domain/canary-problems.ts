/** What speaks against steering a canary from another run. */
import type { Problem } from './problem.js';

export const needsRoute = (operation: string): Problem => ({
  code: 'contradicting-inputs',
  blame: 'you',
  what: `\`operation: ${operation}\` needs a canary.`,
  hint: 'Add `strategy: canary` and what divides the requests, as in the job that you mean.',
  input: 'strategy',
});

export const noCanary = (operation: string, environment: string): Problem => ({
  code: 'no-canary',
  blame: 'you',
  what: `No run carries out a canary of ${environment} now, so there is nothing to ${operation}.`,
  hint: 'Look at the run that you meant. When it died, `operation: promote` goes on from the shares that are there, and `operation: abort` gives everything back.',
  input: 'operation',
});
