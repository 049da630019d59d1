/** The registry of operations: one line each; the values of the input `operation` follow from it. */
import { planDeploy, refuseDeploy } from './deploy.js';

export const OPERATIONS = {
  deploy: {
    summary: 'bring a version, or changed options, to an environment that exists',
    refuses: refuseDeploy,
    plan: planDeploy,
  },
} as const;

export type OperationName = keyof typeof OPERATIONS;

const isOperationName = (name: string): name is OperationName => Object.hasOwn(OPERATIONS, name);

export const OPERATION_NAMES: readonly OperationName[] = Object.keys(OPERATIONS).filter(isOperationName);
