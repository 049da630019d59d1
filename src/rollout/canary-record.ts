/**
 * What is written down of a canary in flight: one small document beside the deploy locks. Other runs see by it who is the
 * canary, and steer it by a wish in it. A document that cannot be written never fails a rollout: it is said once.
 */
import { type CanaryRecord, canaryKey, canaryText, readCanary } from '../domain/canary.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { BetweenTwo, ShiftStep } from '../domain/share-steps.js';
import { seconds } from '../domain/time.js';
import type { Rollout } from './run.js';
import { within } from './within.js';

const ATTEMPTS = 5;

/** What this run knows of its document. */
export interface CanaryNote {
  readonly bucket: string;
  readonly key: string;
  /** As it was last seen or written. */
  readonly record: CanaryRecord;
  readonly etag?: string;
  /** The last wish that this run has taken up, also when it could not write that down: nobody's wish is carried out twice. */
  readonly answered?: string;
}

type Standing = Pick<CanaryRecord, 'state' | 'step' | 'weight'>;

/**
 * A canary that has no share yet: its version is only being brought to the new side, and may take its time. From now on an
 * `abort` reaches this run, which looks once more before users meet the new version.
 */
export async function announceCanary(rollout: Rollout): Promise<void> {
  const first = firstShift(rollout);
  if (first === undefined || first.before > 0 || [first.stable, first.canary].some(({ id }) => id === '')) return;
  await noteCanary(rollout, first, { state: 'running', step: 0, weight: 0 });
}

const firstShift = ({ request }: Rollout): ShiftStep | undefined =>
  request.plan.steps.find((step): step is ShiftStep => step.kind === 'shift');

/** It has ended without a share for anybody. */
export async function withdrawCanary(rollout: Rollout): Promise<void> {
  const { note } = rollout;
  const first = firstShift(rollout);
  if (note === undefined || note.record.state === 'ended' || hasShare(rollout) || first === undefined) return;
  const { cancel, ports } = rollout.request;
  const ending = endNote(rollout, first, 0);
  await (cancel.aborted ? within(ports.clock, ending, NOTE_IN_A_HURRY) : ending);
}

/** The new side has one, or may get one by a write that is on its way. */
export const hasShare = ({ share }: Rollout): boolean => share !== undefined && (share.weight > 0 || share.isMoving);

/** The runner waits seven seconds for everything, the report included. */
export const NOTE_IN_A_HURRY = seconds(0.6);

/** Writes where the canary stands. What others have wished meanwhile stays in it. */
export async function noteCanary(rollout: Rollout, between: BetweenTwo, standing: Partial<Standing>): Promise<void> {
  await saying(rollout, async () => {
    const { note } = rollout;
    const since = rollout.request.ports.clock.now();
    // That of a canary which was given back first says how it has ended.
    const isOver = note === undefined || note.record.state === 'ended';
    const found = isOver ? await beginNote(rollout, between) : note;
    if (found === undefined) return;
    const isMoved = standing.weight !== undefined && standing.weight !== found.record.weight;
    await write(rollout, found, (record) => ({ ...record, ...standing, ...(isMoved ? { since } : {}) }));
  });
}

/** The wish of another run that nobody has taken up yet. */
export async function openWish(rollout: Rollout): Promise<NonNullable<CanaryRecord['wish']> | undefined> {
  const { note } = rollout;
  const { documents } = rollout.request.ports;
  if (note === undefined || documents === undefined) return undefined;
  try {
    // What is judged meanwhile must not wait for S3: whoever holds a share looks again within seconds.
    const found = await documents.look(note.bucket, note.key);
    const record = found === undefined ? undefined : readCanary(found.text);
    if (found === undefined || record === undefined || record.nonce !== note.record.nonce) return undefined;
    rollout.note = { ...note, record, etag: found.etag };
    return [undefined, record.answered, note.answered].includes(record.wish?.nonce) ? undefined : record.wish;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    rollout.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
    return undefined;
  }
}

export async function answerWish(rollout: Rollout, nonce: string, state: CanaryRecord['state']): Promise<void> {
  if (rollout.note === undefined) return;
  const note = { ...rollout.note, answered: nonce };
  rollout.note = note;
  await saying(rollout, () => write(rollout, note, (record) => ({ ...record, state })));
}

/** None is in flight any more: also one of an earlier run, which this one has brought to its end. */
export async function endNote(rollout: Rollout, between: BetweenTwo, weight: number): Promise<void> {
  await saying(rollout, async () => {
    const place = rollout.note ?? (await findNote(rollout, between));
    if (place === undefined || place.record.state === 'ended') return;
    const { wish } = place.record;
    // Whoever wanted it to end has what they wanted; any other wish has come too late.
    const note = wish?.operation === 'abort' && weight === 0 ? { ...place, answered: wish.nonce } : place;
    await write(rollout, note, (record) => ({ ...record, state: 'ended', weight }));
  });
}

async function placeOf(rollout: Rollout, { stable, canary }: BetweenTwo) {
  const { ports, settings } = rollout.request;
  const bucket = settings.bucket ?? (await ports.beanstalk.storageBucket());
  return { bucket, key: canaryKey(stable.name, canary.name) };
}

async function findNote(rollout: Rollout, between: BetweenTwo): Promise<CanaryNote | undefined> {
  const { documents } = rollout.request.ports;
  if (documents === undefined) return undefined;
  const place = await placeOf(rollout, between);
  const found = await documents.read(place.bucket, place.key);
  const record = found === undefined ? undefined : readCanary(found.text);
  return found === undefined || record === undefined ? undefined : { ...place, record, etag: found.etag };
}

/** A new one takes the place of whatever an earlier run has left. */
async function beginNote(rollout: Rollout, between: BetweenTwo): Promise<CanaryNote | undefined> {
  const { ports, plan, run } = rollout.request;
  const { documents } = ports;
  if (documents === undefined) return undefined;
  const place = await placeOf(rollout, between);
  const found = await documents.read(place.bucket, place.key);
  const ref = ({ name }: BetweenTwo['canary']) => ({ id: rollout.runs.get(name)?.target.id ?? '', name });
  const record: CanaryRecord = {
    nonce: ports.random.uuid(),
    stable: between.stable.id === '' ? ref(between.stable) : between.stable,
    canary: between.canary.id === '' ? ref(between.canary) : between.canary,
    route: between.route,
    versionLabel: plan.versionLabel ?? '',
    state: 'running',
    step: 0,
    steps: plan.steps.filter(({ kind }) => kind === 'observe').length,
    weight: 0,
    since: ports.clock.now(),
    ...(run === undefined ? {} : { run }),
  };
  return { ...place, record, ...(found === undefined ? {} : { etag: found.etag }) };
}

/** Based on what is there: another run may have written its wish since. */
async function write(
  rollout: Rollout,
  note: CanaryNote,
  change: (record: CanaryRecord) => CanaryRecord,
): Promise<void> {
  const { ports, cancel } = rollout.request;
  const { documents } = ports;
  if (documents === undefined) return;
  let { record, etag } = note;
  for (let attempt = 1; ; attempt += 1) {
    const { answered, bucket, key } = note;
    const next = { ...change(record), ...(answered === undefined ? {} : { answered }) };
    let written = etag;
    const onWritten = (tag: string): void => {
      written = tag;
    };
    const text = canaryText(next);
    const end = await documents.write({
      bucket,
      key,
      text,
      onWritten,
      ...(etag === undefined ? {} : { replaces: etag }),
    });
    if (end === 'written') {
      rollout.note = {
        ...{ bucket, key, record: next },
        ...(written === undefined ? {} : { etag: written }),
        ...(answered === undefined ? {} : { answered }),
      };
      return;
    }
    if (attempt >= ATTEMPTS) throw new ActionError(contended(bucket, key));
    await ports.clock.sleep(seconds(ports.random.next()), cancel);
    const found = await documents.read(bucket, key);
    const seen = found === undefined ? undefined : readCanary(found.text);
    etag = found?.etag;
    // Of our own document only the wish can have changed; one of another run is replaced.
    if (seen?.nonce === record.nonce) record = { ...record, ...(seen.wish === undefined ? {} : { wish: seen.wish }) };
  }
}

async function saying(rollout: Rollout, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    rollout.request.say({ type: 'warning', problem: notWritten(error.problem) });
  }
}

const notWritten = (problem: Problem): Problem => ({
  code: 'canary-not-recorded',
  blame: problem.blame,
  what: `Where the canary stands could not be written down: ${problem.what}`,
  hint: `${problem.hint} Until then other runs cannot pause, promote or abort it.`,
});

const contended = (bucket: string, key: string): Problem => ({
  code: 'canary-not-recorded',
  blame: 'you',
  what: `s3://${bucket}/${key} was changed by others each time it was about to be written.`,
  hint: 'Let one workflow at a time deploy to these environments (concurrency).',
});
