/** The registry of operations: one line each; the values of the input `operation` follow from it. */
import { planDeploy, refuseDeploy } from './deploy.js';
import { planAbort, planPrepare, planPromote, refuseAbort, refusePrepare, refusePromote } from './pair.js';
import { planSteering, refuseSteering } from './steer.js';
import { planTermination, refuseTermination } from './terminate.js';

export const OPERATIONS = {
  deploy: {
    summary: 'bring a version, or changed options, to an environment',
    refuses: refuseDeploy,
    plan: planDeploy,
  },
  rollback: {
    summary: 'bring an earlier version back to an environment, without a build',
    refuses: refuseDeploy,
    plan: planDeploy,
  },
  prepare: {
    summary: 'bring a version to the idle side and prove it there, without moving traffic',
    refuses: refusePrepare,
    plan: planPrepare,
  },
  promote: {
    summary: 'prove the idle side again and move the traffic there, or pass the step of a canary',
    refuses: refusePromote,
    plan: planPromote,
  },
  terminate: {
    summary: 'remove an environment that its id confirms, and never the one in production',
    refuses: refuseTermination,
    plan: planTermination,
  },
  abort: {
    summary: 'give up what was prepared on the idle side, or give everything back in the middle of a canary',
    refuses: refuseAbort,
    plan: planAbort,
  },
  pause: {
    summary: 'hold a canary that another run carries out at its share',
    refuses: refuseSteering,
    plan: planSteering,
  },
  resume: { summary: 'let a paused canary go on', refuses: refuseSteering, plan: planSteering },
} as const;

export type OperationName = keyof typeof OPERATIONS;

/** These touch nothing but the deploy lock, so they need no plan (`lock/operate.ts`). */
export const LOCK_OPERATIONS = {
  lock: { summary: 'keep every deployment away from an environment for a while' },
  unlock: { summary: 'remove the deploy lock of an environment, whoever holds it' },
} as const;

/** They turn into deployments and terminations of the environments of pull requests (`previews/`). */
export const PREVIEW_OPERATIONS = {
  preview: {
    summary: 'give a pull request an environment of its own, bring its newest commit there, remove it at its end',
  },
  sweep: { summary: 'remove previews whose pull request is closed or that have expired' },
} as const;

export type PreviewOperationName = keyof typeof PREVIEW_OPERATIONS;

export type LockOperationName = keyof typeof LOCK_OPERATIONS;

export const isOperationName = (name: string): name is OperationName => Object.hasOwn(OPERATIONS, name);
export const isLockOperation = (name: string): name is LockOperationName => Object.hasOwn(LOCK_OPERATIONS, name);

export const isPreviewOperation = (name: string): name is PreviewOperationName =>
  Object.hasOwn(PREVIEW_OPERATIONS, name);

export const OPERATION_NAMES: readonly (OperationName | LockOperationName | PreviewOperationName)[] = [
  ...Object.keys(OPERATIONS).filter(isOperationName),
  ...Object.keys(LOCK_OPERATIONS).filter(isLockOperation),
  ...Object.keys(PREVIEW_OPERATIONS).filter(isPreviewOperation),
];
