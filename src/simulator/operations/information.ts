/** Log requests: RequestEnvironmentInfo gathers logs of all instances into the storage bucket, RetrieveEnvironmentInfo links to them. */
import { minutes, seconds } from '../../domain/time.js';
import { isCluster, notOfClusters } from '../cluster/cluster.js';
import {
  type Context,
  environmentEvent,
  type Input,
  invalidParameter,
  type Operations,
  type Output,
  requiredText,
  requireEnvironment,
  requireReady,
} from '../context.js';
import { activeInstances } from '../instances.js';
import { about, hexadecimal } from '../random.js';
import { zipTexts } from '../storage/zip-writer.js';
import { type Script, wait } from '../timeline.js';
import type { Environment, LogRequest } from '../world.js';
import { storageBucket } from './account.js';

/** AWS guide, "Viewing logs": the objects are removed after fifteen minutes. */
const KEPT = minutes(15);

type InfoType = LogRequest['infoType'];

function infoTypeOf(input: Input): InfoType {
  const type = requiredText(input, 'InfoType');
  if (type === 'tail' || type === 'bundle' || type === 'analyze') return type;
  throw invalidParameter(
    `Value ${type} at 'InfoType' failed to satisfy constraint: Member must satisfy enum value set: [tail, bundle, analyze]`,
  );
}

function requestInformation(context: Context, input: Input, requestId: string): undefined {
  const environment = requireEnvironment(context, input);
  const infoType = infoTypeOf(input);
  if (isCluster(environment) && infoType !== 'analyze') throw notOfClusters('Tail and bundle logs');
  requireReady(environment);
  const request: LogRequest = { infoType, requestedAt: context.now(), state: 'pending', entries: [] };
  environment.logRequests[infoType] = request;
  const tell = (severity: 'INFO' | 'ERROR', message: string): void =>
    environmentEvent(context, environment, { severity, message, requestId });
  tell('INFO', 'requestEnvironmentInfo is starting.');
  // Gathering logs is no operation of the environment: it stays Ready, and an update may begin meanwhile.
  context.timeline.run(gather(context, environment, request, tell));
}

function* gather(
  context: Context,
  environment: Environment,
  request: LogRequest,
  tell: (severity: 'INFO' | 'ERROR', message: string) => void,
): Script {
  yield* wait(about(context.random, seconds(1.5)));
  tell('INFO', 'Requested environment info from each instance.');
  yield* wait(about(context.random, seconds(request.infoType === 'analyze' ? 55 : 9)));
  const instances = activeInstances(environment);
  if (instances.length === 0) {
    request.state = 'failed';
    tell('ERROR', 'Failed to pull logs for environment instances.');
    return;
  }
  const named = request.infoType === 'analyze' ? instances.slice(0, 1) : instances;
  request.entries = named.map(({ id }) => ({
    instanceId: id,
    sampleTimestamp: context.now(),
    message: writeLogs(context, environment, request.infoType, id),
  }));
  request.state = 'ready';
  tell(
    'INFO',
    request.infoType === 'analyze' ? 'AI analysis request has completed.' : 'Pulled logs for environment instances.',
  );
}

/** Puts an instance's logs into the storage bucket for a quarter of an hour and answers their key. */
function writeLogs(context: Context, environment: Environment, infoType: InfoType, instanceId: string): string {
  const bucket = storageBucket(context);
  if (!context.objects.hasBucket(bucket)) context.objects.createBucket(bucket);
  const folder = `resources/environments/logs/${infoType}/${environment.id}/${instanceId}`;
  const stamp = context.now();
  const key = {
    tail: `${folder}/TailLogs-${stamp}.out`,
    bundle: `${folder}/BundleLogs-${stamp}.zip`,
    analyze: `${folder}/Analysis-${stamp}.txt`,
  }[infoType];
  const log = context.runtime.logTail(instanceId);
  const { objects } = context;
  switch (infoType) {
    case 'tail':
      objects.putText(bucket, key, log, 'text/plain');
      break;
    case 'bundle':
      objects.putBytes?.(bucket, key, zipTexts([{ name: 'var/log/eb-engine.log', text: log }]), 'application/zip');
      break;
    case 'analyze':
      objects.putText(
        bucket,
        key,
        `The simulator does not analyze. These are the logs of ${instanceId}:\n\n${log}`,
        'text/plain',
      );
      break;
  }
  context.timeline.after(KEPT, () => objects.remove(bucket, key));
  return key;
}

function retrieveInformation(context: Context, input: Input): Output {
  const environment = requireEnvironment(context, input);
  const infoType = infoTypeOf(input);
  const request = environment.logRequests[infoType];
  const entries = request?.state === 'ready' ? request.entries : [];
  const bucket = storageBucket(context);
  return {
    EnvironmentInfo: entries.map(({ instanceId, sampleTimestamp, message }) => ({
      InfoType: infoType,
      Ec2InstanceId: instanceId,
      SampleTimestamp: new Date(sampleTimestamp),
      Message: context.presign?.(bucket, message) ?? unservedUrl(context, bucket, message),
    })),
  };
}

/** Without a wire nothing answers: the URL only has the shape of a presigned one. */
function unservedUrl(context: Context, bucket: string, key: string): string {
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Expires': '900',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': hexadecimal(context.random, 64),
  });
  return `https://${bucket}.s3.${context.region}.amazonaws.com/${key}?${query}`;
}

export const operations: Operations = {
  RequestEnvironmentInfo: requestInformation,
  RetrieveEnvironmentInfo: retrieveInformation,
};
