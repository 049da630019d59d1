/** Codes of canaries: of what divides the requests, and of steering from another run. */
import type { CodeEntry } from './code-entry.js';

export const CANARY_CODES = {
  'route-not-found': {
    meaning: 'The rule, the hosted zone or the name whose weights were to be set does not exist, or is not visible.',
    doing: 'Correct `listener-rule-arn`, `hosted-zone-id` or `record-name`.',
  },
  'route-unusable': {
    meaning:
      'The rule or the records are there, but shares of requests for the two environments cannot be set in them.',
    doing: 'The message says why; docs/canary.md has what a route must look like.',
  },
  'route-changed': {
    meaning: 'Somebody else has changed the rule or the records while they were in use, so nothing more was written.',
    doing:
      'Find out who sets them. `operation: abort` gives all requests back to the old side; a new run goes on from there.',
  },
  'route-unclear': {
    meaning: 'Both sides have a share of the requests, and nothing tells which one is the canary.',
    doing: 'Give all requests to one side by hand, in the rule or the records, and run the job again.',
  },
  'process-port-needed': {
    meaning: 'The environment has several processes with a target group each, and nobody has said which one serves.',
    doing: 'Set `process-port`.',
  },
  'targets-unhealthy': {
    meaning: 'The load balancer does not see enough healthy targets on the side that was to get more requests.',
    doing: 'Look at the health check of the process and at the instances; the requests stayed where they were.',
  },
  'no-canary': {
    meaning: '`promote`, `pause`, `resume` or `abort` found no canary in flight that could be steered.',
    doing: 'Look at the run that you meant; a canary that has ended needs a new deployment.',
  },
  'wish-replaced': {
    meaning:
      'Before the run that carries out the canary had answered, somebody else has asked it for something else: the last wish counts, and `abort` before all others.',
    doing: 'Look at that run; ask again if it is still wanted.',
  },
  'canary-not-recorded': {
    meaning: 'The small document that tells other runs of the canary could not be written to S3.',
    doing:
      'Allow s3:GetObject and s3:PutObject on `beanstalk-rollout/canaries/` of the bucket; the canary itself goes on.',
  },
  'canary-aborted': {
    meaning: 'Somebody has asked for the end of the canary with `operation: abort`.',
    doing: 'Nothing: the old side has all requests. The message says who it was.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
