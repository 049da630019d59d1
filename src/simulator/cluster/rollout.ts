/** How pods of one template are replaced by those of another: rolling, all at once, and back again when it fails. */
import { type Milliseconds, seconds } from '../../domain/time.js';
import type { Context } from '../context.js';
import { EKS_DEPLOYMENT, EKS_ROLLING } from '../options/catalogue-cluster.js';
import type { Speaker } from '../scripts/update.js';
import { type Script, until, wait } from '../timeline.js';
import type { Environment, Instance } from '../world.js';
import { admit, clusterOption, endPods, isNoticed, isReady, type PodTemplate, podsOf, startPod } from './pods.js';

/** Kubernetes gives up on a deployment that has made no progress for so long. */
export const PROGRESS_DEADLINE: Milliseconds = seconds(600);
const NOTICED_WITHIN = seconds(30);

export type RolloutEnd = 'succeeded' | 'failed';

/** A count, or a share of the replicas: rounded up for the surge, down for what may be missing (Kubernetes). */
const amount = (text: string, replicas: number, round: (value: number) => number): number =>
  text.endsWith('%') ? round((Number(text.slice(0, -1)) / 100) * replicas) : Number(text);

export function bounds(template: PodTemplate, replicas: number): { readonly surge: number; readonly missing: number } {
  const surge = amount(clusterOption(template.options, EKS_ROLLING, 'max-surge'), replicas, Math.ceil);
  const missing = amount(clusterOption(template.options, EKS_ROLLING, 'max-unavailable'), replicas, Math.floor);
  // Kubernetes: when both are nothing, one may be missing, else nothing could ever move.
  return surge === 0 && missing === 0 ? { surge: 0, missing: 1 } : { surge, missing };
}

export function* rollOut(work: Speaker, template: PodTemplate, replicas: number): Script<RolloutEnd> {
  return clusterOption(template.options, EKS_DEPLOYMENT, 'strategy') === 'Recreate'
    ? yield* recreate(work, template, replicas)
    : yield* rollingUpdate(work, template, replicas);
}

const isOf = ({ deploymentId }: PodTemplate, { deployment }: Instance): boolean =>
  deployment?.deploymentId === deploymentId;

const isUp = ({ deployment }: Instance): boolean => deployment?.status === 'Deployed';

interface Stand {
  readonly fresh: readonly Instance[];
  readonly old: readonly Instance[];
  readonly available: number;
}

function standOf({ environment }: Speaker, template: PodTemplate): Stand {
  const pods = podsOf(environment);
  return {
    fresh: pods.filter((pod) => isOf(template, pod)),
    old: pods.filter((pod) => !isOf(template, pod)),
    available: pods.filter(isUp).length,
  };
}

/** New pods up to the surge, old ones away down to what may be missing, until all are new. */
function* rollingUpdate(work: Speaker, template: PodTemplate, replicas: number): Script<RolloutEnd> {
  const { context, environment } = work;
  const { surge, missing } = bounds(template, replicas);
  for (;;) {
    const before = standOf(work, template);
    const total = before.fresh.length + before.old.length;
    start(work, template, Math.min(replicas - before.fresh.length, replicas + surge - total));
    endPods(context, environment, spare(before, replicas - missing));
    const { fresh, old } = standOf(work, template);
    const waiting = fresh.filter((pod) => !isUp(pod));
    if (waiting.length === 0 && fresh.length >= replicas && old.length === 0) return 'succeeded';
    if (waiting.length > 0 && !(yield* awaitReady(work, template, waiting))) return 'failed';
    if (waiting.length === 0) yield* wait(seconds(2));
  }
}

/** Old pods that may go: those that are not up first, and of the others so many that `least` stay available. */
function spare({ available, old }: Stand, least: number): readonly Instance[] {
  const down = old.filter((pod) => !isUp(pod));
  const up = old.filter(isUp);
  return [...down, ...up.slice(0, Math.max(0, available - least))];
}

/** AWS guide: takes all of them down, then starts the new version. */
function* recreate(work: Speaker, template: PodTemplate, replicas: number): Script<RolloutEnd> {
  const { context, environment } = work;
  endPods(context, environment, standOf(work, template).old);
  yield* until(() => environment.instances.every((pod) => isOf(template, pod)), seconds(60));
  return yield* fill(work, template, replicas);
}

/** Starts what is missing and waits until all are ready. */
export function* fill(work: Speaker, template: PodTemplate, replicas: number): Script<RolloutEnd> {
  for (;;) {
    start(work, template, replicas - standOf(work, template).fresh.length);
    const waiting = standOf(work, template).fresh.filter((pod) => !isUp(pod));
    if (waiting.length === 0) return 'succeeded';
    if (!(yield* awaitReady(work, template, waiting))) return 'failed';
  }
}

function start({ context, environment, operation }: Speaker, template: PodTemplate, count: number): void {
  for (let index = 0; index < count; index += 1) {
    startPod(context, environment, template, operation.touched);
    operation.touched += 1;
  }
}

/** Until at least one of them is ready and the load balancer knows it; `false` after the progress deadline. */
function* awaitReady(work: Speaker, template: PodTemplate, waiting: readonly Instance[]): Script<boolean> {
  const { context, environment } = work;
  const ready = (): readonly Instance[] =>
    waiting.filter((pod) => isReady(context, environment, pod, template.options));
  if (!(yield* until(() => ready().length > 0, PROGRESS_DEADLINE))) return false;
  const admitted = ready();
  for (const pod of admitted) admit(context, environment, pod);
  yield* until(() => admitted.every((pod) => isNoticed(context, environment, pod)), NOTICED_WITHIN);
  return true;
}

/** The pods of the failed template go, and those of the last good one are all there again. */
export function* rollBack(work: Speaker, failed: PodTemplate, good: PodTemplate, replicas: number): Script {
  endPods(work.context, work.environment, standOf(work, failed).fresh);
  yield* fill(work, good, replicas);
}

/** Ends pods beyond the wanted number, or starts what is missing of the template that runs. */
export function* scale(work: Speaker, template: PodTemplate, replicas: number): Script<RolloutEnd> {
  const pods = podsOf(work.environment);
  endPods(work.context, work.environment, pods.slice(replicas));
  return yield* fill(work, template, replicas);
}

/** The template of what runs: pods that come later are made from it. */
export const currentTemplate = (context: Context, environment: Environment): PodTemplate => ({
  label: environment.versionLabel ?? '',
  options: environment.options,
  deploymentId: environment.expectedDeploymentId,
  replicaSet: replicaSetOf(environment) ?? context.random.uuid().slice(0, 8),
});

/** `deployment-<environment>-<replica set>-<pod>`. */
const replicaSetOf = ({ expectedDeploymentId, instances }: Environment): string | undefined =>
  instances
    .find(({ deployment }) => deployment?.deploymentId === expectedDeploymentId)
    ?.id.split('-')
    .at(-2);
