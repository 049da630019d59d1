/** Brings a version into being: its object in S3, then the version itself. What is there already is compared, never overwritten. */
import { HASH_METADATA, HASH_TAG, recordedHash } from '../bundle/label.js';
import type { Step, VersionSource } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { BundleStore } from '../ports/bundle-store.js';

export interface PublishingPorts {
  readonly beanstalk: Pick<Beanstalk, 'version' | 'createVersion'>;
  readonly store: Pick<BundleStore, 'put' | 'head'>;
}

type PublishStep = Extract<Step, { kind: 'publish-version' }>;
type BundleVersion = Extract<VersionSource, { kind: 'bundle' }>;

/** A creation whose answer was lost, or that lost a race, is looked up; this often it is tried in all. */
const ATTEMPTS = 3;

/** Afterwards the version exists with the content of the step. Throws `ActionError`. */
export async function publishVersion(
  step: PublishStep,
  ports: PublishingPorts,
  say: Say,
  signal?: AbortSignal,
): Promise<void> {
  const { source } = step;
  if (source.kind === 'existing') return;
  if (!source.reuse.object) await upload(source, ports.store, say, signal);
  if (!source.reuse.version) await create(step.application, source, ports.beanstalk, say);
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
  source: BundleVersion,
  beanstalk: PublishingPorts['beanstalk'],
  say: Say,
): Promise<void> {
  let tags: Readonly<Record<string, string>> = { [HASH_TAG]: source.hash };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { label, description, location: bundle } = source;
      await beanstalk.createVersion({ application, label, description, bundle, tags });
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

const mayNotTag = ({ problem }: ActionError): boolean =>
  problem.code === 'permission-denied' && /elasticbeanstalk:AddTags/.test(problem.what);

const foreignObject = ({ location }: BundleVersion): Problem => ({
  code: 'bundle-object-conflict',
  blame: 'you',
  what: `There is another object at s3://${location.bucket}/${location.key}.`,
  hint: 'Nothing in S3 is ever overwritten: remove that object, or choose another version-label.',
});

const otherContent = ({ label }: BundleVersion): Problem => ({
  code: 'version-label-taken',
  blame: 'you',
  what: `Somebody else created version ${label} with other content at the same moment.`,
  hint: 'Run this again, or choose another version-label.',
  input: 'version-label',
});
