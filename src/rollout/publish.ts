/** Brings a version into being: its object in S3, the version itself, its image. What is there already is compared, never overwritten. */
import { HASH_METADATA, HASH_TAG, recordedHash } from '../bundle/label.js';
import type { Step, VersionSource } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { Instant } from '../domain/time.js';
import type { Beanstalk, VersionRequest } from '../ports/beanstalk.js';
import type { BundleStore } from '../ports/bundle-store.js';
import { awaitProcessed, type ProcessingPorts } from './processing.js';

export interface PublishingPorts extends ProcessingPorts {
  readonly beanstalk: Pick<Beanstalk, 'version' | 'versionErrors' | 'createVersion'>;
  readonly store: Pick<BundleStore, 'put' | 'head'>;
}

type PublishStep = Extract<Step, { kind: 'publish-version' }>;
type BundleVersion = Extract<VersionSource, { kind: 'bundle' }>;
type NewVersion = Extract<VersionSource, { kind: 'bundle' | 'image' }>;

/** A creation whose answer was lost, or that lost a race, is looked up; this often it is tried in all. */
const ATTEMPTS = 3;

/** Afterwards the version exists with the content of the step, and can be deployed. Throws `ActionError`. */
export async function publishVersion(
  step: PublishStep,
  ports: PublishingPorts,
  say: Say,
  signal?: AbortSignal,
  /** When a build that goes on is no longer waited for. */
  giveUpAt: Instant = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { application, source } = step;
  if (source.kind === 'bundle' && !source.reuse.object) await upload(source, ports.store, say, signal);
  const isNew = source.kind === 'image' || (source.kind === 'bundle' && !source.reuse.version);
  if (isNew) await create(application, source, ports.beanstalk, say);
  const builds = source.kind === 'bundle' && source.build !== undefined;
  const isAwaited = builds || (source.kind === 'existing' && source.awaited === true);
  if (!isAwaited || signal?.aborted === true) return;
  await awaitProcessed({ application, label: source.label, builds, giveUpAt }, ports, say, signal);
}

async function upload(
  source: BundleVersion,
  store: PublishingPorts['store'],
  say: Say,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { bucket, key } = source.location;
  const answer = await store.put({
    bucket,
    key,
    path: source.path,
    bytes: source.bytes,
    metadata: { [HASH_METADATA]: source.hash },
    onProgress: (sent, total) => say({ type: 'upload-progress', sent, total }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (answer === 'stored') return;
  const found = await store.head(bucket, key);
  if (found?.metadata[HASH_METADATA] !== source.hash) throw new ActionError(foreignObject(source));
  say({ type: 'notice', text: 'The bundle is in S3 already; nothing was uploaded.' });
}

async function create(
  application: string,
  source: NewVersion,
  beanstalk: PublishingPorts['beanstalk'],
  say: Say,
): Promise<void> {
  let tags: Readonly<Record<string, string>> = { [HASH_TAG]: source.hash };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { label, description } = source;
      await beanstalk.createVersion({ application, label, description, ...contentOf(source), tags });
      return;
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      if (mayNotTag(error) && Object.keys(tags).length > 0) {
        // The key and the description hold the hash too.
        tags = {};
        continue;
      }
      if (!error.answerLost && error.problem.code !== 'version-exists') throw error;
      const found = await beanstalk.version(application, source.label);
      if (found !== undefined) {
        if (recordedHash(found) !== source.hash) throw new ActionError(otherContent(source), { cause: error });
        say({ type: 'notice', text: `Version ${source.label} exists with this very content.` });
        return;
      }
      if (attempt >= ATTEMPTS) throw error;
    }
  }
}

function contentOf(source: NewVersion): Pick<VersionRequest, 'bundle' | 'image' | 'build'> {
  if (source.kind === 'image') return { image: source.uri };
  const { location: bundle, build } = source;
  return build === undefined ? { bundle } : { bundle, build };
}

const mayNotTag = ({ problem }: ActionError): boolean =>
  problem.code === 'permission-denied' && /elasticbeanstalk:AddTags/.test(problem.what);

const foreignObject = ({ location }: BundleVersion): Problem => ({
  code: 'bundle-object-conflict',
  blame: 'you',
  what: `There is another object at s3://${location.bucket}/${location.key}.`,
  hint: 'Nothing in S3 is ever overwritten: remove that object, or choose another version-label.',
});

const otherContent = ({ label }: NewVersion): Problem => ({
  code: 'version-label-taken',
  blame: 'you',
  what: `Somebody else created version ${label} with other content at the same moment.`,
  hint: 'Run this again, or choose another version-label.',
  input: 'version-label',
});
