/** The operations by name: the values of the input `operation`. What they do is loaded later (`index.ts`). */

export const OPERATION_SUMMARIES = {
  deploy: 'bring a version, or changed options, to an environment',
  rollback: 'bring an earlier version back to an environment, without a build',
  prepare: 'bring a version to the idle side and prove it there, without moving traffic',
  promote: 'prove the idle side again and move the traffic there, or pass the step of a canary',
  terminate: 'remove an environment that its id confirms, and never the one in production',
  abort: 'give up what was prepared on the idle side, or give everything back in the middle of a canary',
  pause: 'hold a canary that another run carries out at its share',
  resume: 'let a paused canary go on',
} as const;

export type OperationName = keyof typeof OPERATION_SUMMARIES;

/** These touch nothing but the deploy lock, so they need no plan (`lock/operate.ts`). */
export const LOCK_OPERATION_SUMMARIES = {
  lock: 'keep every deployment away from an environment for a while',
  unlock: 'remove the deploy lock of an environment, whoever holds it',
} as const;

export type LockOperationName = keyof typeof LOCK_OPERATION_SUMMARIES;

/** They turn into deployments and terminations of the environments of pull requests (`previews/`). */
export const PREVIEW_OPERATION_SUMMARIES = {
  preview: 'give a pull request an environment of its own, bring its newest commit there, remove it at its end',
  sweep: 'remove previews whose pull request is closed or that have expired',
} as const;

export type PreviewOperationName = keyof typeof PREVIEW_OPERATION_SUMMARIES;

export const isOperationName = (name: string): name is OperationName => Object.hasOwn(OPERATION_SUMMARIES, name);

export const isLockOperation = (name: string): name is LockOperationName =>
  Object.hasOwn(LOCK_OPERATION_SUMMARIES, name);

export const isPreviewOperation = (name: string): name is PreviewOperationName =>
  Object.hasOwn(PREVIEW_OPERATION_SUMMARIES, name);

export const OPERATION_NAMES: readonly (OperationName | LockOperationName | PreviewOperationName)[] = [
  ...Object.keys(OPERATION_SUMMARIES).filter(isOperationName),
  ...Object.keys(LOCK_OPERATION_SUMMARIES).filter(isLockOperation),
  ...Object.keys(PREVIEW_OPERATION_SUMMARIES).filter(isPreviewOperation),
];
