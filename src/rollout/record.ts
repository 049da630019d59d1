/**
 * The record of good versions of an environment: one small document in the bucket of the bundles, written after a proof.
 * Two runs that write at the same time both get their entry in: a write is based on what was read, or is made again.
 */
import { recordedHash } from '../bundle/label.js';
import type { Outcome } from '../domain/outcome.js';
import { ActionError, type Problem } from '../domain/problem.js';
import {
  emptyRecord,
  type Release,
  type ReleaseRecord,
  readRecord,
  recordText,
  releasesOf,
  withRelease,
} from '../domain/releases.js';
import { seconds } from '../domain/time.js';
import type { Documents } from '../ports/documents.js';
import type { Rollout } from './run.js';
import { movedLast } from './traffic.js';

const FOLDER = '.beanstalk-rollout';

/** Where the records of an application are; names may hold spaces and more. */
export const recordsPrefix = (application: string): string => `${FOLDER}/${encodeURIComponent(application)}/`;

export const recordKey = (application: string, environment: string): string =>
  `${recordsPrefix(application)}${encodeURIComponent(environment)}/releases.json`;

/** Throws `ActionError`; also when there is something that is no record of ours. */
export async function readReleases(
  documents: Documents,
  bucket: string,
  application: string,
  environment: string,
): Promise<{ readonly record: ReleaseRecord; readonly etag?: string }> {
  const key = recordKey(application, environment);
  const found = await documents.read(bucket, key);
  if (found === undefined) return { record: emptyRecord(environment) };
  const record = readRecord(found.text);
  if (record === undefined) throw new ActionError(unreadable(bucket, key));
  return { record, etag: found.etag };
}

const ATTEMPTS = 5;

/** After a proven success. A record that cannot be written is a warning: the deployment stands. */
export async function recordRelease(rollout: Rollout, outcome: Outcome): Promise<void> {
  const { ports, plan, settings, say, cancel } = rollout.request;
  const release = releaseOf(rollout, outcome);
  const { documents } = ports;
  if (documents === undefined || release === undefined || cancel.aborted) return;
  const name = deployedTo(rollout)?.name ?? plan.environment.name;
  try {
    const bucket = settings.bucket ?? (await ports.beanstalk.storageBucket());
    const hash = hashOf(rollout, release.label);
    const entry = hash === undefined ? release : { ...release, bundleHash: hash };
    for (let attempt = 1; ; attempt += 1) {
      const { record, etag } = await readReleases(documents, bucket, plan.application, name);
      const isFirst = releasesOf(record, release.environmentId).length === 0;
      const before = isFirst ? seenBefore(rollout, release) : undefined;
      const text = recordText(withRelease(before === undefined ? record : withRelease(record, before), entry));
      const key = recordKey(plan.application, name);
      const written = await write(documents, { bucket, key, text, ...(etag === undefined ? {} : { replaces: etag }) });
      if (written) break;
      if (attempt >= ATTEMPTS) throw new ActionError(contended(bucket, key));
      await ports.clock.sleep(seconds(ports.random.next()) * attempt, cancel);
    }
    say({ type: 'notice', text: `Recorded ${release.label} as good on ${name}.` });
    await recordOtherSide(rollout, release, documents, bucket);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    say({ type: 'warning', problem: notRecorded(release.label, error.problem) });
  }
}

/**
 * Of two environments the version from before runs on the other one: it is the way back, so the record of that one begins
 * with it. Not when that has a record already, or somebody begins one at this moment.
 */
async function recordOtherSide(
  rollout: Rollout,
  release: Release,
  documents: Documents,
  bucket: string,
): Promise<void> {
  const { plan, snapshot } = rollout.request;
  const { id, name } = snapshot.target.environment;
  if (snapshot.target.pair === undefined || id === release.environmentId) return;
  const before = seenBefore(rollout, { ...release, environmentId: id });
  if (before === undefined) return;
  const { record, etag } = await readReleases(documents, bucket, plan.application, name);
  if (releasesOf(record, id).length > 0) return;
  const text = recordText(withRelease(record, before));
  const key = recordKey(plan.application, name);
  await write(documents, { bucket, key, text, ...(etag === undefined ? {} : { replaces: etag }) });
}

/** `false`: somebody else was quicker. A lost answer counts as that, too: what is there by then is read again. */
async function write(documents: Documents, request: Parameters<Documents['write']>[0]): Promise<boolean> {
  try {
    return (await documents.write(request)) === 'written';
  } catch (error) {
    if (!(error instanceof ActionError) || !error.answerLost) throw error;
    return (await documents.read(request.bucket, request.key))?.text === request.text;
  }
}

/**
 * The environment that the version was brought to: with two environments not the one that the plan began with. Where it was
 * already, and only had to be given the traffic, it is the one that has it now.
 */
export function deployedTo(rollout: Rollout): { readonly id: string; readonly name: string } | undefined {
  const step = rollout.request.plan.steps.findLast(
    (one) =>
      (one.kind === 'update' && one.purpose === 'deploy' && one.versionLabel !== undefined) ||
      one.kind === 'create' ||
      one.kind === 'create-environment',
  );
  if (step === undefined) {
    if (rollout.share?.weight === 100) return rollout.share.between.canary;
    return movedLast(rollout);
  }
  if (step.kind !== 'update' && step.kind !== 'create' && step.kind !== 'create-environment') return undefined;
  const { name } = step.environment;
  const run = rollout.runs.get(name);
  const id = run?.environment?.id ?? run?.target.id ?? step.environment.id;
  return id === '' ? undefined : { id, name };
}

function releaseOf(rollout: Rollout, outcome: Outcome): Release | undefined {
  const { plan, settings, ports, run } = rollout.request;
  const target = deployedTo(rollout);
  if (outcome.state !== 'succeeded' || outcome.proof === 'none' || plan.versionLabel === undefined) return undefined;
  if (target === undefined) return undefined;
  const { versionLabel: before } = rollout.request.snapshot.target.environment;
  const isBack = settings.operation === 'rollback' && before !== undefined && before !== plan.versionLabel;
  return {
    label: plan.versionLabel,
    at: ports.clock.now(),
    verdict: 'proven',
    operation: settings.operation,
    environmentId: target.id,
    proof: outcome.proof,
    strategy: plan.strategy,
    ...(settings.commit === undefined || settings.operation === 'rollback' ? {} : { commit: settings.commit }),
    ...(isBack ? { insteadOf: before } : {}),
    ...(settings.comment === '' ? {} : { comment: settings.comment }),
    ...(run === undefined ? {} : { run }),
  };
}

/** What ran there, whole and healthy, when this action came to the environment: the first way back it has. */
function seenBefore(rollout: Rollout, release: Release): Release | undefined {
  const { snapshot, settings } = rollout.request;
  const { environment, instances } = snapshot.target;
  const label = environment.versionLabel;
  const { acceptHealth } = settings;
  if (environment.id !== release.environmentId || label === undefined || label === release.label) return undefined;
  if (snapshot.previousVersion === undefined || acceptHealth.kind !== 'statuses') return undefined;
  const isWell =
    environment.healthStatus === undefined
      ? acceptHealth.colors.includes(environment.health)
      : acceptHealth.statuses.includes(environment.healthStatus);
  const runs = instances?.instances ?? [];
  const isWhole = runs.every(
    ({ deployment }) => deployment?.versionLabel === label && deployment.status === 'Deployed',
  );
  if (!isWell || !isWhole || environment.status !== 'Ready') return undefined;
  const proof = runs.length > 0 ? 'instances' : 'environment';
  return { label, at: snapshot.takenAt, verdict: 'seen', operation: 'none', environmentId: environment.id, proof };
}

function hashOf(rollout: Rollout, label: string): string | undefined {
  const { plan, snapshot } = rollout.request;
  for (const step of plan.steps) {
    if (step.kind === 'publish-version' && step.source.kind !== 'existing') return step.source.hash;
  }
  return snapshot.version?.label === label ? recordedHash(snapshot.version) : undefined;
}

const unreadable = (bucket: string, key: string): Problem => ({
  code: 'record-unreadable',
  blame: 'you',
  what: `s3://${bucket}/${key} is not a record of releases that this release can read.`,
  hint: 'Remove or restore that object; a newer release of this action may have written it.',
});

const contended = (bucket: string, key: string): Problem => ({
  code: 'record-not-written',
  blame: 'you',
  what: `s3://${bucket}/${key} was changed by others each time it was about to be written.`,
  hint: 'Let one workflow at a time deploy to an environment (concurrency).',
});

const notRecorded = (label: string, problem: Problem): Problem => ({
  code: 'record-not-written',
  blame: problem.blame,
  what: `${label} could not be recorded as good: ${problem.what}`,
  hint: `${problem.hint} Until then \`to-version: previous\` does not know this version.`,
});
