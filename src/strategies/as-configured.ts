/** `as-configured`: the environment's own deployment policy decides. */
import { ownPolicy, underPolicy } from './policies.js';

export const asConfigured = underPolicy({
  summary: "the environment's own deployment policy decides",
  choose: 'the environment is configured as you want it',
  inputs: {},
  refuses: () => [],
  policy: (_options, target, change) => ownPolicy(change, target),
  wish: () => undefined,
});
