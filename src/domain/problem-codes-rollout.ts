/** Codes of rollouts that did not end as intended. */
import type { CodeEntry } from './code-entry.js';
import type { FailureCode } from './verdict.js';

const VERDICTS = {
  'rolled-back': {
    meaning: 'The environment is Ready again on the version it had before: the service took the new one back.',
    doing: 'Read the causes and log lines of the report, mend the version, and deploy again.',
  },
  'wrong-version': {
    meaning: 'The environment is Ready on a version that is neither the wanted one nor the one before.',
    doing: 'Somebody else deployed meanwhile: let one workflow at a time deploy to an environment (`concurrency`).',
  },
  'deployment-failed': {
    meaning: 'The service says that the deployment failed, and the state of environment and instances agrees.',
    doing: 'Read which instance failed with what, and the lines of its deployment log, in the report.',
  },
  'configuration-failed': {
    meaning: 'Options were refused after the update had begun, or the service reverted them.',
    doing: 'Read the error events of the report; a failed draft can be discarded in the console.',
  },
  'split-fleet': {
    meaning: 'The environment says that it is done, but not all instances run the same deployment.',
    doing: 'Deploy again (`immutable` replaces every instance), or replace the instances that the report lists.',
  },
  unhealthy: {
    meaning:
      'The version was deployed, but health was not accepted within `health-grace`, or did not last for `stable-for`.',
    doing:
      'Read the causes in the report. Is another health acceptable, set `accept-health`; is it only slow, raise `health-grace`.',
  },
  'aborted-elsewhere': {
    meaning: 'Somebody, or another run, aborted the update.',
    doing: 'Find out who did; the report lists what each instance runs now.',
  },
  'environment-gone': {
    meaning: 'The environment was terminated or replaced meanwhile.',
    doing: 'Find out who did; create it again before the next deployment.',
  },
  'not-started': {
    meaning: 'The update was accepted but never seen to begin.',
    doing: 'Look at the events of the environment, and run it again.',
  },
  'alarm-went-off': {
    meaning:
      'A CloudWatch alarm of `alarms` went off while the version was deployed, before traffic moved, or after it had.',
    doing: 'The message has its name and reason: look at its metric over the time of the rollout.',
  },
  'worse-than-before': {
    meaning: 'The new version had a share of the traffic, and its errors, latency or health were worse than allowed.',
    doing: 'The message has the numbers of both sides, the report has them minute by minute; mend the version.',
  },
  inconclusive: {
    meaning: 'A gate could not tell, and `on-inconclusive: fail` takes that for a failure.',
    doing: 'Give it something to judge by (more time, more traffic), or set `on-inconclusive: warn`.',
  },
  'cannot-tell': {
    meaning: 'The proof could not be read, and what cannot be proven is no success.',
    doing: 'Allow the permission that the message names; the deployment itself may be fine.',
  },
} as const satisfies Readonly<Record<FailureCode, CodeEntry>>;

export const ROLLOUT_CODES = {
  ...VERDICTS,
  'alarm-missing': {
    meaning: 'There is no CloudWatch alarm of a name in `alarms`. Nothing was changed.',
    doing: 'Correct the name; capitals count. An alarm of another region or account cannot be read.',
  },
  'alarm-active': {
    meaning: 'An alarm of `alarms` is in ALARM before the rollout begins. Nothing was changed.',
    doing: 'Mend what it warns of, or leave it out for a run that is the cure.',
  },
  'not-confirmed': {
    meaning: '`confirm-url` has not answered 200 within `confirm-timeout`.',
    doing: 'Confirm it, or find out why the page says no; then deploy again.',
  },
  'environment-busy': {
    meaning: 'Another operation runs on the environment, and it did not end in time (or `on-busy` says not to wait).',
    doing: 'Wait for its end, raise `busy-timeout`, and let one workflow at a time deploy to an environment.',
  },
  'environment-locked': {
    meaning: 'Another run, or a person, holds the deploy lock of the environment, and did not give it back in time.',
    doing: 'The message says who and why. Run it again later, or remove the lock with `operation: unlock`.',
  },
  'lock-lost': {
    meaning:
      'The deploy lock was taken away while the rollout went on: it was removed, or S3 could not be reached to renew it.',
    doing: 'Look whether another run has begun on the environment.',
  },
  'lock-unreadable': {
    meaning: 'The deploy lock could be neither taken nor told from somebody else’s.',
    doing: 'Allow reading and writing `beanstalk-rollout/locks/` in the bucket, or set `deploy-lock: off`.',
  },
  'policy-not-at-work': {
    meaning: 'The rollout does not look like the wished deployment policy: batches or groups do not fit.',
    doing: 'Watch the capacity of this deployment, and look which policy the environment is configured with.',
  },
  'rollback-failed': {
    meaning: 'The deployment failed, and putting back what was there before failed too.',
    doing:
      'Look at the environment now: the report lists what each instance runs. `operation: rollback` tries it again.',
  },
  'record-unreadable': {
    meaning: 'The record of good versions in S3 is not one that this release can read.',
    doing: 'Remove or restore the object that the message names.',
  },
  'record-not-written': {
    meaning: 'A version was proven good, but that could not be written to the record of good versions.',
    doing: 'Allow s3:GetObject and s3:PutObject for `.beanstalk-rollout/` in the bucket of the bundles.',
  },
  'not-pruned': {
    meaning: 'Old versions were not deleted after a success, because something could not be read or was refused.',
    doing: 'Allow what the message names; nothing else is affected.',
  },
  'environment-taken': {
    meaning: 'Somebody else began something on the environment before this run could put back what was there.',
    doing: 'Find out who deploys to the environment besides this workflow, and give them one concurrency group.',
  },
  'instance-command-failed': {
    meaning:
      'A command on an instance ended with another exit code than 0, took too long, or never reached the instance.',
    doing: 'Read its output in the log and the report; docs/hooks.md says where it runs and with which variables.',
  },
  'timed-out': {
    meaning: 'The rollout did not end within `timeout`; the message says what still runs.',
    doing: 'Look at the environment: the update may still succeed. Raise `timeout` when it usually takes longer.',
  },
  internal: {
    meaning: 'A mistake in this action ended the run.',
    doing:
      'Run the job again with debug logging, report it with the log, and look at the environment before you deploy again.',
  },
  cancelled: {
    meaning: 'The workflow was cancelled; the message says whether the update was aborted.',
    doing: 'Run it again; with in-place strategies some instances may run the new version until then.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
