/** What an operation is: settings and snapshot in, a plan or every reason against it out. Pure. */
import type { Forecast, Plan } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';

export type Planned =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | {
      readonly kind: 'refused';
      readonly problems: readonly Problem[];
      /** Every strategy for this environment, so that another one can be chosen. */
      readonly comparison?: readonly Forecast[];
    };
