/** Deletes old versions after a success (`prune-versions`). What cannot be read protects everything; failures are warnings. */
import { ActionError, type Problem } from '../domain/problem.js';
import { type Prunable, planPrune } from '../domain/prune.js';
import { lastGood, readRecord, releasesOf } from '../domain/releases.js';
import type { Instant } from '../domain/time.js';
import type { ApplicationVersion } from '../domain/version.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { Documents } from '../ports/documents.js';
import { recordsPrefix } from './record.js';
import type { Rollout } from './run.js';

/** So many different good versions of each environment stay: what runs, and two ways back. */
const GOOD_PER_ENVIRONMENT = 3;
/** One run deletes no more: each is a call, and the limits of the service are shared. */
const MOST = 100;

export interface PrunePorts {
  readonly beanstalk: Pick<Beanstalk, 'versions' | 'environments' | 'instances'>;
  readonly documents: Documents;
}

export interface PruneRequest {
  readonly application: string;
  readonly bucket: string;
  readonly keep: number;
  readonly current: string;
  /** The current version does not exist yet, and will be created about now. */
  readonly createdAt?: Instant;
}

/** What may go, as things are now. Throws `ActionError` when anything that protects a version cannot be read. */
export async function prunable(
  request: PruneRequest,
  { beanstalk, documents }: PrunePorts,
): Promise<readonly Prunable[]> {
  const { application, bucket, keep, current, createdAt } = request;
  const [known, environments, keys] = await Promise.all([
    beanstalk.versions(application),
    beanstalk.environments(application),
    documents.keys(bucket, recordsPrefix(application)),
  ]);
  // An empty list is also the answer to somebody who may not see them.
  if (environments.length === 0) throw new ActionError(noEnvironments(application));
  const deployed = new Set(environments.flatMap(({ versionLabel }) => versionLabel ?? []));
  for (const { id, healthStatus, tier } of environments) {
    // Pods cannot be asked; what an update is bringing there is the label that was asked for last.
    if (healthStatus === undefined || tier === 'Cluster') continue;
    const { instances } = await beanstalk.instances(id);
    for (const { deployment } of instances)
      if (deployment?.versionLabel !== undefined) deployed.add(deployment.versionLabel);
  }
  const good = new Set<string>();
  for (const key of keys.filter((one) => one.endsWith('/releases.json'))) {
    const record = readRecord((await documents.read(bucket, key))?.text ?? '');
    if (record === undefined) throw new ActionError(unreadable(bucket, key));
    for (const id of new Set(record.releases.map(({ environmentId }) => environmentId))) {
      for (const label of lastGood(releasesOf(record, id), GOOD_PER_ENVIRONMENT)) good.add(label);
    }
  }
  const isNew = createdAt !== undefined && !known.some(({ label }) => label === current);
  const fresh: ApplicationVersion = { application, label: current, status: 'Unprocessed' };
  const versions = isNew ? [...known, { ...fresh, dateCreated: createdAt }] : known;
  return planPrune({ versions, keep, deployed, good, current }).slice(0, MOST);
}

/** After a proven success. */
export async function pruneVersions(rollout: Rollout): Promise<void> {
  const { ports, plan, settings, say, cancel } = rollout.request;
  const { pruneVersions: keep } = settings;
  const { documents } = ports;
  if (keep === undefined || documents === undefined || plan.versionLabel === undefined) return;
  const deleted: string[] = [];
  try {
    const { application, versionLabel: current } = plan;
    const bucket = settings.bucket ?? (await ports.beanstalk.storageBucket());
    const going = await prunable({ application, bucket, keep, current }, { beanstalk: ports.beanstalk, documents });
    for (const { label, withBundle } of going) {
      if (cancel.aborted) break;
      await deleteOne(rollout, label, withBundle, deleted);
    }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    say({ type: 'warning', problem: notPruned('Old versions were not looked for', error.problem) });
  }
  const count = deleted.length === 1 ? 'One old version was' : `${deleted.length} old versions were`;
  if (deleted.length > 0) say({ type: 'notice', text: `${count} deleted: ${deleted.join(', ')}.` });
}

async function deleteOne(rollout: Rollout, label: string, withBundle: boolean, deleted: string[]): Promise<void> {
  const { ports, plan, say } = rollout.request;
  try {
    await ports.beanstalk.deleteVersion(plan.application, label, withBundle);
    deleted.push(label);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    say({ type: 'warning', problem: notPruned(`Version ${label} was not deleted`, error.problem) });
  }
}

const notPruned = (what: string, problem: Problem): Problem => ({
  ...problem,
  code: 'not-pruned',
  what: `${what}: ${problem.what}`,
});

const noEnvironments = (application: string): Problem => ({
  code: 'permission-denied',
  blame: 'you',
  what: `DescribeEnvironments shows no environment of ${application}, so nobody can say which versions are in use.`,
  hint: 'Allow elasticbeanstalk:DescribeEnvironments for all environments of the application.',
});

const unreadable = (bucket: string, key: string): Problem => ({
  code: 'record-unreadable',
  blame: 'you',
  what: `s3://${bucket}/${key} is not a record of releases that this release can read.`,
  hint: 'Remove or restore that object; a newer release of this action may have written it.',
});
