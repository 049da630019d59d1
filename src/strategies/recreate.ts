/** `recreate`: on a Cluster environment, every pod stops before the first new one starts. */
import { refuseStandard } from './cautions.js';
import { podPolicy, wishedShape } from './pods.js';
import { underPolicy } from './policies.js';

const WISH = { strategy: 'Recreate' } as const;

export const recreate = underPolicy({
  summary: 'Cluster environments only: strategy Recreate, every pod stops before the first new one starts',
  choose: 'two versions must never run side by side, and some downtime does not matter',
  inputs: {},
  refuses: (target) => refuseStandard(target, 'recreate'),
  policy: (_options, target) => podPolicy(wishedShape(WISH, target)),
  wish: () => undefined,
  pods: () => WISH,
});
