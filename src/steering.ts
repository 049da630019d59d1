/**
 * Steers a canary that another run carries out: the wish is written into the small document that the run looks at while it
 * holds a share. When no run lives any more, whoever wishes acts itself.
 */
import {
  CANARY_WISHES,
  type CanaryRecord,
  type CanaryWish,
  canaryKey,
  canaryText,
  readCanary,
} from './domain/canary.js';
import { noCanary, noShareYet, wishReplaced } from './domain/canary-problems.js';
import { readLock } from './domain/lock.js';
import type { Outcome } from './domain/outcome.js';
import { ActionError, type Problem } from './domain/problem.js';
import type { Say } from './domain/progress.js';
import type { DeploySettings } from './domain/settings.js';
import { partnerOf } from './domain/sides.js';
import { type Milliseconds, minutes, seconds } from './domain/time.js';
import { lockBucketByName, lockKey } from './lock/lock-place.js';
import type { Cloud, Outside } from './ports/outside.js';

export interface SteeringRequest {
  readonly settings: DeploySettings;
  readonly outside: Outside;
  readonly cloud: Cloud;
  readonly say: Say;
  readonly cancel: AbortSignal;
  /** Who asks, as a noun phrase. */
  readonly by: string;
}

export type Steered =
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** No run carries one out: the operation acts by itself. `meant`: the canary that was in flight when it was wished. */
  | { readonly kind: 'nobody'; readonly meant?: CanaryRecord };

/** A run looks every ten seconds; giving back takes longer where name servers have to know it. */
const PATIENCE: Milliseconds = minutes(1.5);
const PATIENCE_FOR_ABORT: Milliseconds = minutes(5);
/** Without its lock a run is dead, unless it takes none (`deploy-lock: off`): then it hears within two looks. */
const WITHOUT_LOCK: Milliseconds = seconds(30);
const EVERY: Milliseconds = seconds(3);
/** A lock lasts for minutes. */
const LIVES_EVERY: Milliseconds = seconds(15);
const ATTEMPTS = 8;

export function steeringWish({ operation, strategy, dryRun }: DeploySettings): CanaryWish | undefined {
  if (strategy.pair?.route === undefined || dryRun) return undefined;
  return CANARY_WISHES.find((wish) => wish === operation);
}

/** Throws `ActionError` when S3 cannot be asked. */
export async function steerCanary(request: SteeringRequest, wish: CanaryWish): Promise<Steered> {
  const { settings, outside, cloud, say, cancel } = request;
  const { clock } = outside;
  const nobody = (meant?: CanaryRecord): Steered => {
    if (wish === 'pause' || wish === 'resume')
      return { kind: 'refused', problem: noCanary(wish, settings.environmentName) };
    return meant === undefined ? { kind: 'nobody' } : { kind: 'nobody', meant };
  };
  const place = await placeOf(request);
  const found = place === undefined ? undefined : await readRecord(cloud, place);
  if (place === undefined || found === undefined || found.record.state === 'ended') return nobody();
  const isHeld = await isAlive(request, place, found.record);
  // Nothing can be passed before the first share; a run that has died before it is no canary in flight.
  if (wish === 'promote' && found.record.weight === 0)
    return isHeld ? { kind: 'refused', problem: noShareYet(found.record) } : nobody();
  const own = { operation: wish, nonce: outside.random.uuid(), by: request.by };
  const written = await writeWish(request, place, own);
  if (written === undefined) return nobody(found.record);
  const { nonce } = written.wish;
  if (nonce !== own.nonce && wish !== 'abort') return { kind: 'refused', problem: wishReplaced(wish, written.wish) };
  say({ type: 'notice', text: `Asked the run that carries out the canary${pageOf(written)}: ${wish}.` });
  const patience = wish === 'abort' ? PATIENCE_FOR_ABORT : PATIENCE;
  const since = clock.now();
  let lives = isHeld;
  let askedAt = since;
  let hasShare = written.weight > 0;
  while (!cancel.aborted && clock.now() - since < (lives ? patience : WITHOUT_LOCK)) {
    await clock.sleep(EVERY, cancel);
    const now = (await readRecord(cloud, place))?.record;
    if (now === undefined || now.nonce !== written.nonce) return nobody(written);
    const isHeard = now.answered === nonce;
    hasShare = now.weight > 0;
    if (isHeard && (wish !== 'abort' || now.state === 'ended')) return done(heardWords(wish, now));
    const asks = isHeld && clock.now() - askedAt >= LIVES_EVERY;
    if (asks) askedAt = clock.now();
    const isOver = now.state === 'ended' || (asks && !(await isAlive(request, place, now)));
    if (!isHeard && isOver) return nobody(written);
    if (!isHeard && now.wish !== undefined && now.wish.nonce !== nonce)
      return { kind: 'refused', problem: wishReplaced(wish, now.wish) };
    lives ||= isHeard;
  }
  if (!lives) return nobody(written);
  return {
    kind: 'done',
    outcome: {
      state: 'started',
      reason: `The wish is written down (${wish}), and the run has not answered it yet: it looks ${hasShare ? 'while it holds a share' : 'before users reach the new version, which they do not yet'}.`,
      proof: 'none',
      restored: 'not-needed',
      stillRunning: [`The canary of ${written.canary.name} goes on.`],
    },
  };
}

const pageOf = ({ run }: CanaryRecord): string => (run === undefined ? '' : ` (${run})`);

const done = (reason: string): Steered => ({
  kind: 'done',
  outcome: { state: 'succeeded', reason, proof: 'none', restored: 'not-needed', stillRunning: [] },
});

function heardWords(wish: CanaryWish, record: CanaryRecord): string {
  const { canary, stable, weight } = record;
  const where = `${canary.name} at ${Math.round(weight)} % of the requests`;
  switch (wish) {
    case 'pause':
      return `The canary is paused: ${where}, until \`operation: resume\`, \`promote\` or \`abort\`.`;
    case 'resume':
      return `The canary goes on: ${where}.`;
    case 'promote':
      return `The step was passed: ${canary.name} gets its next share.`;
    case 'abort':
      return `The canary was ended: ${stable.name} has all requests again.`;
  }
}

interface Place {
  readonly bucket: string;
  readonly key: string;
}

async function placeOf({ settings, cloud }: SteeringRequest): Promise<Place | undefined> {
  const { bucket: given, environmentName, region, strategy } = settings;
  const bucket = await lockBucketByName(given, region, cloud);
  const other = strategy.pair?.idleName ?? partnerOf(environmentName);
  return bucket === undefined ? undefined : { bucket, key: canaryKey(environmentName, other) };
}

async function readRecord(
  { documents }: Cloud,
  { bucket, key }: Place,
): Promise<{ readonly record: CanaryRecord; readonly etag: string } | undefined> {
  const found = await documents.read(bucket, key);
  const record = found === undefined ? undefined : readCanary(found.text);
  return found === undefined || record === undefined ? undefined : { record, etag: found.etag };
}

/** By the deploy lock, which a run renews as long as it lives. Without one nobody can tell, and the run has to answer. */
async function isAlive(
  { settings, cloud }: SteeringRequest,
  { bucket }: Place,
  { stable }: CanaryRecord,
): Promise<boolean> {
  if (settings.lock === undefined || settings.lock.mode === 'off') return false;
  const found = await cloud.documents.read(bucket, lockKey(stable.name));
  const document = found === undefined ? undefined : readLock(found.text);
  return found !== undefined && document?.state === 'held' && found.age < document.lock.lifetime;
}

type Wished = CanaryRecord & Required<Pick<CanaryRecord, 'wish'>>;

/**
 * The record with this wish in it, which takes the place of what others have asked for and is not answered yet; but whoever
 * wants the canary to end is not outvoted, and then the record is the one with that wish. `undefined`: it has ended meanwhile.
 */
async function writeWish(
  { cloud, outside }: SteeringRequest,
  place: Place,
  wish: Wished['wish'],
): Promise<Wished | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = await readRecord(cloud, place);
    if (found === undefined || found.record.state === 'ended') return undefined;
    const { answered, wish: open } = found.record;
    if (open?.operation === 'abort' && open.nonce !== answered) return { ...found.record, wish: open };
    const record = { ...found.record, wish };
    const end = await cloud.documents.write({ ...place, text: canaryText(record), replaces: found.etag });
    if (end === 'written') return record;
    await outside.clock.sleep(seconds(outside.random.next()));
  }
  throw new ActionError(contended(place));
}

const contended = ({ bucket, key }: Place): Problem => ({
  code: 'canary-not-recorded',
  blame: 'you',
  what: `s3://${bucket}/${key} was changed by others each time it was about to be written.`,
  hint: 'Run it again.',
});
