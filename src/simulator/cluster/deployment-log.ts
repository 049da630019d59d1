/** The deployment log of a Cluster environment: a zip file in the storage bucket, for each operation that has deployed. */
import type { Context } from '../context.js';
import { zipTexts } from '../storage/zip-writer.js';
import type { Environment, Instance } from '../world.js';
import { podsOf, podTrouble } from './pods.js';

/** AWS guide, "Viewing deployment logs": the log of a container is cut at 5 MiB. */
const MOST_CHARACTERS = 5 * 1_048_576;
const FOLDER = '1-environment';

export const clusterLogKey = ({ id, name }: Pick<Environment, 'id' | 'name'>, requestId: string): string =>
  `resources/environments/logs/deployments/${id}/deployment-${name}-${requestId}.zip`;

/** Gathers what the pods say at this moment. The upload is best effort: a store that keeps no bytes gets none. */
export function logDeployment(context: Context, environment: Environment, requestId: string): void {
  const { accountId, objects, region } = context;
  const bucket = `elasticbeanstalk-${region}-${accountId}`;
  if (!objects.hasBucket(bucket)) objects.createBucket(bucket);
  const files = [
    { name: `${FOLDER}/_k8Events.txt`, text: environmentEvents(context, environment) },
    ...podsOf(environment).map((pod) => ({
      name: `${FOLDER}/${pod.id}.txt`,
      text: podText(context, environment, pod),
    })),
  ];
  objects.putBytes?.(bucket, clusterLogKey(environment, requestId), zipTexts(files), 'application/zip');
}

const stamp = (at: number): string => new Date(at).toISOString().replace(/\.\d+/, '');

function environmentEvents(context: Context, environment: Environment): string {
  const replicas = podsOf(environment).length;
  return `${stamp(context.now())} Normal ScalingReplicaSet deployment/deployment-${environment.name}: ${replicas} replicas\n`;
}

/** Foreign text: the application's own output. */
function podText(context: Context, environment: Environment, pod: Instance): string {
  const trouble = podTrouble(context, environment, pod);
  const events = [
    `${stamp(pod.launchedAt)} Normal Scheduled`,
    ...(trouble === undefined ? [`${stamp(context.now())} Normal Started`] : []),
    ...(trouble === undefined ? [] : [`${stamp(context.now())} Warning ${REASONS[trouble] ?? 'Failed'} ${trouble}`]),
  ];
  const log = context.runtime.logTail(pod.id).slice(-MOST_CHARACTERS);
  return `=====EVENTS=====\n${events.join('\n')}\n=====LOGS=====\n${log}`;
}

const REASONS: Readonly<Record<string, string>> = { CrashLoopBackOff: 'BackOff' };
