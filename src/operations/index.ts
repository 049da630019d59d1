/** What each operation that makes a plan does: one line each. Their names are in `names.ts`. */
import { planDeploy, refuseDeploy } from './deploy.js';
import type { OperationName } from './names.js';
import { planAbort, planPrepare, planPromote, refuseAbort, refusePrepare, refusePromote } from './pair.js';
import { planSteering, refuseSteering } from './steer.js';
import { planTermination, refuseTermination } from './terminate.js';

export const OPERATIONS = {
  deploy: { refuses: refuseDeploy, plan: planDeploy },
  rollback: { refuses: refuseDeploy, plan: planDeploy },
  prepare: { refuses: refusePrepare, plan: planPrepare },
  promote: { refuses: refusePromote, plan: planPromote },
  terminate: { refuses: refuseTermination, plan: planTermination },
  abort: { refuses: refuseAbort, plan: planAbort },
  pause: { refuses: refuseSteering, plan: planSteering },
  resume: { refuses: refuseSteering, plan: planSteering },
} as const satisfies Readonly<Record<OperationName, unknown>>;
