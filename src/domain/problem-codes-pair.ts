/** Codes of rollouts over two environments. */
import type { CodeEntry } from './code-entry.js';

export const PAIR_CODES = {
  'sides-unclear': {
    meaning: 'Which of the two environments is live cannot be told from the CNAMEs that the service returns.',
    doing: 'Set `production-cname`; look at both environments when the message speaks of neither or both.',
  },
  'sides-changed': {
    meaning: 'Somebody has swapped, created or replaced one of the two environments since the plan was made.',
    doing: 'Run the job again; give all jobs of the pair one `concurrency` group.',
  },
  'side-terminating': {
    meaning: 'One of the two environments is being terminated.',
    doing: 'Run the job again when it is gone.',
  },
  'side-of-other-application': {
    meaning: 'The name of the other side belongs to another application.',
    doing: 'Set `idle-environment-name` to a name that is free.',
  },
  'coupled-database': {
    meaning: 'An environment has a database of its own, which the other side does not share.',
    doing: 'Decouple the database, or set `allow-coupled-database: true` when nothing in it matters.',
  },
  'nothing-prepared': {
    meaning:
      '`operation: promote` found no idle side with the version that was to be promoted; or, without `version-label`, one that had its version before the live side got its own.',
    doing:
      'Run `operation: prepare` first, and hand its output `version-label` on. The way back is `operation: rollback`.',
  },
  'not-proven': {
    meaning: 'The idle side does not run the version on every instance, or its health did not hold.',
    doing: 'Look at the idle environment; traffic was not moved.',
  },
  'smoke-test-failed': {
    meaning: 'The application did not answer as `smoke-test-status` and `smoke-test-body` say.',
    doing: 'Ask the URL in the message from a place like the runner.',
  },
  'host-rule-stays': {
    meaning:
      'Both sides are behind one shared load balancer, and a rule of it keeps a host name on one side whatever the CNAMEs are.',
    doing:
      'Let the name be an alias of the production CNAME without a rule of its own, or move traffic by the weights of the rule.',
  },
  'warm-up-failed': {
    meaning: 'The idle side did not answer well so often in a row as `warm-up-requests` asks, within `warm-up-for`.',
    doing: 'The message has the counts and the last bad answer; traffic was not moved.',
  },
  'verify-command-failed': {
    meaning: '`verify-command` ended with another exit code than 0, took too long, or could not be run.',
    doing: 'Its output is in the log of the step.',
  },
  'swap-refused': {
    meaning: 'The last look before the swap found something that was not as it must be.',
    doing: 'Traffic was not moved; the message says what to look at.',
  },
  'swap-not-seen': {
    meaning: 'The CNAMEs do not show the swap that was asked for.',
    doing: 'Look at the CNAMEs of both environments before anything else.',
  },
  'bake-failed': {
    meaning: 'The new side went bad after traffic had moved; traffic was moved back unless `on-failure: none`.',
    doing:
      'Read causes and logs of the side that went bad, mend the version and deploy again. Where traffic was not moved back, run the job with `operation: rollback`, or `abort` for a canary.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
