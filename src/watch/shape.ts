/**
 * Checks that the wished deployment policy is the one at work: a policy that was sent together with a version is reported
 * not to rule that very deployment (https://github.com/aws/aws-sdk-ruby/issues/1394). Pure; warns, never judges.
 */
import type { InstanceHealth } from '../domain/instance.js';
import type { UpdateExpectation } from '../domain/plan.js';
import type { DeploymentPolicy } from '../domain/strategy.js';
import type { Knowledge } from './knowledge.js';

/** What one can see of a deployment that tells its policy. */
export interface Shape {
  /** Instances that were there before the update. */
  readonly before: ReadonlySet<string>;
  /** How many instances one batch of the environment's settings holds; `undefined` when unknown. */
  readonly batch?: number;
}

/** A sentence when what is seen contradicts the wished policy; `undefined` while nothing does. */
export function contradictsPolicy(expects: UpdateExpectation, known: Knowledge, shape: Shape): string | undefined {
  const { policy } = expects;
  if (policy === undefined || !expects.raisesDeploymentId || known.readySince !== undefined) return undefined;
  const seen = seenInstead(policy, expects, known, shape);
  return seen === undefined ? undefined : `The deployment policy ${policy} was asked for, but ${seen}.`;
}

function seenInstead(
  policy: DeploymentPolicy,
  expects: UpdateExpectation,
  known: Knowledge,
  shape: Shape,
): string | undefined {
  const changing = changingInstances(expects, known);
  const kept = changing.filter((instance) => shape.before.has(instance.id));
  switch (policy) {
    case 'AllAtOnce':
      if (known.events.temporaryGroup) return 'a temporary group of new instances is launched';
      return known.events.batch !== undefined && known.events.batch > 1 ? 'instances change in batches' : undefined;
    case 'Rolling':
      if (known.events.temporaryGroup) return 'a temporary group of new instances is launched';
      if (known.events.additionalBatch) return 'an additional batch of instances is launched';
      return tooManyAtOnce(kept, shape);
    case 'RollingWithAdditionalBatch':
      if (known.events.temporaryGroup) return 'a temporary group of new instances is launched';
      return tooManyAtOnce(kept, shape);
    case 'Immutable':
    case 'TrafficSplitting':
      return kept.length > 0 ? `${kept.length} of the old instances are changed in place` : undefined;
  }
}

/** Instances on which the new deployment runs right now. */
function changingInstances(expects: UpdateExpectation, known: Knowledge): readonly InstanceHealth[] {
  const previous = expects.previousDeploymentId ?? 0;
  return (known.instances?.instances ?? []).filter(
    ({ deployment }) => deployment?.status === 'In Progress' && (deployment.id ?? 0) > previous,
  );
}

function tooManyAtOnce(changing: readonly InstanceHealth[], shape: Shape): string | undefined {
  if (shape.batch === undefined || changing.length <= shape.batch) return undefined;
  return `${changing.length} instances change at once where a batch holds ${shape.batch}`;
}
