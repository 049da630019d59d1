/** Updates of Cluster environments: plain Kubernetes, in one of two ways. What in-place strategies say and ask there. */
import {
  DEPLOYMENT_STRATEGY,
  isCluster,
  MAX_SURGE,
  MAX_UNAVAILABLE,
  type PodShape,
  type PodStrategy,
  podShape,
  weakProof,
} from '../domain/cluster.js';
import type { OptionKey, OptionSetting } from '../domain/environment.js';
import { type Kind, optional } from '../domain/input.js';
import type { UpdateExpectation } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import type { Change, PolicyRequest } from '../domain/strategy.js';
import type { Policy } from './forecast.js';
import type { PolicyMove } from './in-place.js';

/** As Kubernetes takes it: a number, or a share of the replicas. */
const podCount: Kind<string> = {
  accepts: 'a number of pods such as `1`, or a share such as `25%`',
  read: (given) => {
    const [, digits, sign] = /^(\d{1,4})\s*(%?)$/.exec(given) ?? [];
    if (digits === undefined || sign === undefined) return { because: 'is neither a number nor a share' };
    if (sign === '%' && Number(digits) > 100) return { because: 'is more than 100%' };
    return { value: `${Number(digits)}${sign}` };
  },
};

/** AWS guide, namespace aws:elasticbeanstalk:eks:environment:deployment:strategy:rolling. */
export const POD_INPUTS = {
  'max-surge': optional(podCount, {
    help: "Pods that may run beyond the wished number during a rolling update of a Cluster environment; without it the environment's own value stays (1 unless set).",
  }),
  'max-unavailable': optional(podCount, {
    help: "Pods that may be missing during a rolling update of a Cluster environment; without it the environment's own value stays (0 unless set).",
  }),
} as const;

export interface PodWish {
  readonly strategy: PodStrategy;
  readonly maxSurge?: string | undefined;
  readonly maxUnavailable?: string | undefined;
}

/** What the environment will be like when the wish is fulfilled. */
export function wishedShape(wish: PodWish | undefined, target: EnvironmentSnapshot, change?: Change): PodShape {
  const shape = podShape([...(change?.options ?? []), ...target.settings.options]);
  if (wish === undefined) return shape;
  const { maxSurge = shape.maxSurge, maxUnavailable = shape.maxUnavailable } = wish;
  return { ...shape, strategy: wish.strategy, maxSurge, maxUnavailable };
}

/** Options that make it rule. Those that have their default already are left alone. */
export function podRequest(wish: PodWish, target: EnvironmentSnapshot): PolicyRequest {
  const now = podShape(target.settings.options);
  const wished: readonly (readonly [OptionKey, string | undefined, string])[] = [
    [DEPLOYMENT_STRATEGY, wish.strategy, now.strategy],
    [MAX_SURGE, wish.maxSurge, now.maxSurge],
    [MAX_UNAVAILABLE, wish.maxUnavailable, now.maxUnavailable],
  ];
  const options = wished.flatMap(([key, value, present]): readonly OptionSetting[] =>
    value === undefined || value === present ? [] : [{ ...key, value }],
  );
  return { options };
}

/** In the words of the policies of Standard environments: a batch is what may be missing at the same time. */
export const podPolicy = (shape: PodShape): Policy => ({
  policy: shape.strategy === 'Recreate' ? 'AllAtOnce' : 'Rolling',
  batch: { kind: 'count', count: shape.strategy === 'Recreate' ? shape.minReplicas : missingPods(shape) },
  evaluation: 0,
});

/** Kubernetes rounds a share down for what may be missing, and up for what may be more (Kubernetes, "Deployments"). */
function missingPods({ maxUnavailable, minReplicas }: PodShape): number {
  const value = Number(maxUnavailable.replace('%', ''));
  const pods = maxUnavailable.endsWith('%') ? Math.floor((minReplicas * value) / 100) : value;
  return Math.min(minReplicas, Number.isFinite(pods) ? pods : 0);
}

const isZero = (value: string): boolean => Number(value.replace('%', '')) === 0;

export function refusePodNumbers(wish: PodWish, target: EnvironmentSnapshot): readonly Problem[] {
  const { maxSurge, maxUnavailable } = wishedShape(wish, target);
  if (!isZero(maxSurge) || !isZero(maxUnavailable)) return [];
  return [
    {
      code: 'pods-cannot-move',
      blame: 'you',
      what: `With max-surge ${maxSurge} and max-unavailable ${maxUnavailable} no pod of ${target.environment.name} could ever be replaced.`,
      hint: 'At least one of the two has to be more than 0.',
      input: wish.maxSurge === undefined ? 'max-unavailable' : 'max-surge',
    },
  ];
}

/** Sentences to read before an update of this shape. */
export function podCautions(shape: PodShape, change: Change, move: PolicyMove): readonly string[] {
  const set = move.set.map((one) => `${one.name}=${one.value}`).join(', ');
  const after = change.restorePolicy
    ? 'what was there before is put back at the end'
    : 'it stays so afterwards (`restore-policy: true` puts it back)';
  return [
    ...(set === '' ? [] : [`The environment is set to ${set} first, in an update of its own; ${after}.`]),
    ...(change.version === undefined ? [] : replacing(shape)),
    ...(change.version === undefined ? [] : weakProof(shape)),
    ...taggedImage(change),
  ];
}

function replacing(shape: PodShape): readonly string[] {
  if (shape.strategy === 'Recreate') {
    return [
      'Recreate stops every pod before the first new one starts: nothing answers until the new ones are up (`rolling` keeps them).',
    ];
  }
  const left = shape.minReplicas - missingPods(shape);
  return left > 0
    ? []
    : [`max-unavailable ${shape.maxUnavailable} allows all of ${shape.minReplicas} pods to be missing at once.`];
}

/** Said with the plan too, because the way back rests on it. */
function taggedImage({ version }: Change): readonly string[] {
  if (version?.kind !== 'image' || version.uri.includes('@sha256:')) return [];
  return [
    `The version names its image by a tag (${version.uri}), whose digest could not be found out: pods that start later, and a rollback to this version, may run another image.`,
  ];
}

/** How updates of this environment are judged; nothing for those of Standard environments. */
export function podExpectation(target: EnvironmentSnapshot, change?: Change): Pick<UpdateExpectation, 'pods'> {
  if (!isCluster(target)) return {};
  const shape = podShape([...(change?.options ?? []), ...target.settings.options]);
  return { pods: { readinessProbe: shape.hasReadinessProbe, loadBalancer: shape.hasLoadBalancer } };
}
