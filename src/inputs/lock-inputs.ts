/** Inputs of the deploy lock, and the settings of the operations that only lock and unlock. */
import { choice, duration, optional, readInputs, type ValuesOf } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import type { LockOperationSettings, LockSettings } from '../domain/settings.js';
import { hours, minutes, seconds } from '../domain/time.js';
import { problemOf } from './input-problems.js';
import { ENDING_INPUTS } from './rollout-inputs.js';
import { TARGET_INPUTS } from './target-inputs.js';
import { VERSION_INPUTS } from './version-inputs.js';

export const LOCK_INPUTS = {
  'deploy-lock': optional(choice(['wait', 'fail', 'off']), {
    help: 'When another run, or a person, holds the deploy lock of the environment: wait for it or fail; `off` takes no lock. Without it: `wait`, and a lock that cannot be taken for lack of a permission is a warning only. See docs/locks.md.',
  }),
  'lock-timeout': optional(duration(0, hours(12)), {
    help: 'How long to wait for the deploy lock; without it `busy-timeout`.',
  }),
  'lock-expiry': optional(duration(seconds(10), hours(24 * 30)), {
    help: 'How long the lock lasts after its run has renewed it last (default `5m`), or with `operation: lock` in all (default `4h`).',
  }),
} as const;

/** Renewed twice in this time, so that a run that died is found out soon. */
const RUN_EXPIRY = minutes(5);
const PERSON_EXPIRY = hours(4);

type LockValues = ValuesOf<typeof LOCK_INPUTS> & { readonly 'busy-timeout': number };

export function lockSettings(values: LockValues, expiry = RUN_EXPIRY): LockSettings {
  return {
    mode: values['deploy-lock'] ?? 'wait',
    isAskedFor: values['deploy-lock'] !== undefined,
    timeout: values['lock-timeout'] ?? values['busy-timeout'],
    expiry: values['lock-expiry'] ?? expiry,
  };
}

const OPERATION_INPUTS = {
  'aws-region': TARGET_INPUTS['aws-region'],
  'application-name': TARGET_INPUTS['application-name'],
  'environment-name': TARGET_INPUTS['environment-name'],
  'dry-run': TARGET_INPUTS['dry-run'],
  's3-bucket-name': VERSION_INPUTS['s3-bucket-name'],
  comment: VERSION_INPUTS.comment,
  'busy-timeout': ENDING_INPUTS['busy-timeout'],
  ...LOCK_INPUTS,
} as const;

/** Reads only the inputs that matter; the defaults of all others are handed over anyway and say nothing. */
export function readLockOperation(
  operation: LockOperationSettings['operation'],
  lookUp: (name: string) => string,
): { readonly settings: LockOperationSettings } | { readonly problems: readonly Problem[] } {
  const { values, failures } = readInputs(OPERATION_INPUTS, lookUp);
  const off = values['deploy-lock'] === 'off' ? [offProblem(operation)] : [];
  const problems = [...failures.map(problemOf), ...off];
  if (problems.length > 0) return { problems };
  const bucket = values['s3-bucket-name'];
  return {
    settings: {
      operation,
      dryRun: values['dry-run'],
      region: values['aws-region'],
      application: values['application-name'],
      environmentName: values['environment-name'],
      ...(bucket === undefined ? {} : { bucket }),
      comment: values.comment,
      lock: lockSettings(values, PERSON_EXPIRY),
    },
  };
}

const offProblem = (operation: string): Problem => ({
  code: 'contradicting-inputs',
  blame: 'you',
  what: `\`deploy-lock: off\` leaves nothing to do for \`operation: ${operation}\`.`,
  hint: 'Remove one of the two.',
  input: 'deploy-lock',
});
