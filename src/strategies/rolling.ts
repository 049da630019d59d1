/** `rolling`: batch after batch, each out of service while it is updated; on a cluster, pod after pod. */
import { isCluster } from '../domain/cluster.js';
import type { ValuesOf } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import { minutes } from '../domain/time.js';
import { refuseInput, refuseLargeBatch, refuseSingleInstance } from './cautions.js';
import { policyRequest } from './in-place.js';
import { POD_INPUTS, type PodWish, podPolicy, refusePodNumbers, wishedShape } from './pods.js';
import { BATCH_SIZE, batchFor, underPolicy } from './policies.js';

const INPUTS = { ...BATCH_SIZE, ...POD_INPUTS } as const;
type Options = ValuesOf<typeof INPUTS>;

const podWish = (options: Options): PodWish => ({
  strategy: 'RollingUpdate',
  maxSurge: options['max-surge'],
  maxUnavailable: options['max-unavailable'],
});

export const rolling = underPolicy({
  summary: 'policy Rolling: batch after batch, each out of service while it is updated; on a cluster RollingUpdate',
  choose: 'the rest of the fleet can carry the load of one batch',
  inputs: INPUTS,
  refuses: (target, options) => (isCluster(target) ? refusePods(target, options) : refuseBatches(target, options)),
  policy: (options, target) =>
    isCluster(target)
      ? podPolicy(wishedShape(podWish(options), target))
      : { policy: 'Rolling', batch: batchFor(options['batch-size'], target), evaluation: minutes(0) },
  wish: (policy) => policyRequest(policy),
  pods: podWish,
});

function refusePods(target: EnvironmentSnapshot, options: Options): readonly Problem[] {
  return [
    ...(options['batch-size'] === undefined
      ? []
      : refuseInput('batch-size', target, 'Use `max-surge` and `max-unavailable`, which count pods.')),
    ...refusePodNumbers(podWish(options), target),
  ];
}

function refuseBatches(target: EnvironmentSnapshot, options: Options): readonly Problem[] {
  return [
    ...(['max-surge', 'max-unavailable'] as const)
      .filter((input) => options[input] !== undefined)
      .flatMap((input) => refuseInput(input, target, 'Use `batch-size`, which counts instances.')),
    ...refuseSingleInstance(target, 'rolling'),
    ...refuseLargeBatch(target, batchFor(options['batch-size'], target)),
  ];
}
