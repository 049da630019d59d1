/** The service's deployment policies as strategies: what the five have in common. */

import { isCluster } from '../domain/cluster.js';
import { optionValue } from '../domain/environment.js';
import { batchIn, fleetOf, policyIn } from '../domain/fleet.js';
import type { Declarations, ValuesOf } from '../domain/input.js';
import { optional } from '../domain/input.js';
import type { SplitJudging } from '../domain/judgement.js';
import type { Step } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import { type BatchSize, type Change, type PolicyRequest, TRAFFIC_SPLITTING_NAMESPACE } from '../domain/strategy.js';
import { minutes } from '../domain/time.js';
import { batchSize } from './batch-size.js';
import { cautions } from './cautions.js';
import { figures, longest, type Policy } from './forecast.js';
import { inPlaceSteps, policyMove, updatesAround } from './in-place.js';
import { type PodWish, podCautions, podPolicy, podRequest, wishedShape } from './pods.js';
import { type Situation, type Strategy, strategy } from './strategy.js';
import { wayBackCautions } from './way-back.js';

/** The input that `rolling` and `rolling-with-additional-batch` share. */
export const BATCH_SIZE = {
  'batch-size': optional(batchSize, {
    help: "Instances per batch, as a share or a number (`rolling`, `rolling-with-additional-batch`); without it the environment's own batch size stays, or becomes 30% when that would be all instances at once.",
  }),
} as const;

/** The wished batch, the environment's own, or 30 % when its own one is everything (the service's default). */
export function batchFor(wished: BatchSize | undefined, target: EnvironmentSnapshot): BatchSize {
  if (wished !== undefined) return wished;
  const own = batchIn(target.settings.options);
  return own.kind === 'percent' && own.percent >= 100 ? { kind: 'percent', percent: 30 } : own;
}

/** The policy that the environment would use if nobody said anything, after the user's own options. */
export function ownPolicy(change: Change, target: EnvironmentSnapshot): Policy {
  if (isCluster(target)) return podPolicy(wishedShape(undefined, target, change));
  const options = [...change.options, ...target.settings.options];
  const configured = policyIn(options);
  const evaluation = Number(optionValue(options, TRAFFIC_SPLITTING_NAMESPACE, 'EvaluationTime') ?? '5');
  // What the service does with a batched policy on one instance is not documented; with one instance it comes to the same.
  const batched = configured === 'Rolling' || configured === 'RollingWithAdditionalBatch';
  return {
    policy: fleetOf(target).singleInstance && batched ? 'AllAtOnce' : configured,
    batch: batchIn(options),
    evaluation: minutes(Number.isFinite(evaluation) ? evaluation : 5),
  };
}

interface PolicyStrategy<D extends Declarations> {
  readonly summary: string;
  readonly choose: string;
  readonly inputs: D;
  refuses(target: EnvironmentSnapshot, options: ValuesOf<D>): readonly Problem[];
  policy(options: ValuesOf<D>, target: EnvironmentSnapshot, change: Change): Policy;
  /** `undefined`: the environment's own policy is left alone. */
  wish(policy: Policy, options: ValuesOf<D>): PolicyRequest | undefined;
  /** New instances are judged against old ones while the service evaluates them. */
  judging?(options: ValuesOf<D>): SplitJudging;
  /** The same for Cluster environments. */
  pods?(options: ValuesOf<D>): PodWish;
}

/** A strategy that updates the serving environment under one policy, or, on a cluster, in one of its two ways. */
export function underPolicy<const D extends Declarations>(definition: PolicyStrategy<D>): Strategy {
  const asked = ({ change, target, options }: Situation<D>) => {
    const policy = definition.policy(options, target, change);
    const wish = wishOf(definition, policy, target, options);
    return { policy, wish, move: policyMove(wish, change, target) };
  };
  return strategy<D>({
    summary: definition.summary,
    choose: definition.choose,
    inputs: definition.inputs,
    refuses: ({ target, options }) => definition.refuses(target, options),
    warns: (situation) => {
      const { change, target, options } = situation;
      const { policy, move } = asked(situation);
      const own = isCluster(target)
        ? podCautions(wishedShape(definition.pods?.(options), target, change), change, move)
        : cautions(policy.policy, policy.batch, change, target, move);
      const blind =
        definition.judging === undefined || fleetOf(target).enhancedHealth
          ? []
          : ['The new instances are not judged against the old ones, because that takes enhanced health.'];
      return [...own, ...blind, ...wayBackCautions(change, target)];
    },
    steps: (situation) => {
      const { policy, wish } = asked(situation);
      const steps = inPlaceSteps(situation.change, situation.target, policy, wish);
      const judging = definition.judging?.(situation.options);
      return judging === undefined ? steps : withJudging(steps, judging);
    },
    forecast: (situation) => {
      const { policy, move } = asked(situation);
      return figures(policy, situation.change, situation.target, updatesAround(move));
    },
    deadline: (situation) => {
      const { policy, move } = asked(situation);
      return longest(policy, situation.change, situation.target, updatesAround(move));
    },
  });
}

/** Only what deploys has two kinds of instances, and only enhanced health tells them apart. */
const withJudging = (steps: readonly Step[], judging: SplitJudging): readonly Step[] =>
  steps.map((step) =>
    step.kind === 'settle' && step.expects.raisesDeploymentId && step.expects.enhancedHealth
      ? { ...step, judging }
      : step,
  );

function wishOf<D extends Declarations>(
  definition: PolicyStrategy<D>,
  policy: Policy,
  target: EnvironmentSnapshot,
  options: ValuesOf<D>,
): PolicyRequest | undefined {
  if (!isCluster(target)) return definition.wish(policy, options);
  const pods = definition.pods?.(options);
  return pods === undefined ? undefined : podRequest(pods, target);
}
