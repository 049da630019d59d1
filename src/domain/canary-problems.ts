/** What speaks against steering a canary from another run. */
import type { CanaryRecord, CanaryWish } from './canary.js';
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

/** `live`: who has the requests now. */
export const tooLate = ({ canary, versionLabel }: CanaryRecord, live: string): Problem => ({
  code: 'no-canary',
  blame: 'you',
  what: `The canary of ${versionLabel} on ${canary.name}, whose step was to be passed, has ended meanwhile: ${live} has the requests. Nothing was moved.`,
  hint: 'Look at how it has ended. If it was given back and is wanted all the same, `operation: promote` begins with its first step.',
  input: 'operation',
});

/** Only the last wish counts, and one to end the canary before all others. */
export const wishReplaced = (wished: CanaryWish, { operation, by }: NonNullable<CanaryRecord['wish']>): Problem => ({
  code: 'wish-replaced',
  blame: 'you',
  what: `\`operation: ${operation}\` was asked for by ${by}, and takes the place of this ${wished}.`,
  hint: 'Look at the run that carries the canary out. If it is still wanted, ask again.',
  input: 'operation',
});

export const noShareYet = ({ canary, versionLabel }: CanaryRecord): Problem => ({
  code: 'no-canary',
  blame: 'you',
  what: `${canary.name} has no share of the requests yet: ${versionLabel} is only being brought there, so no step can be passed.`,
  hint: 'Ask again when it has one. `operation: abort` keeps it from getting one.',
  input: 'operation',
});
