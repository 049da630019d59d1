/** Judges health after an update's end: accepted, computed after the end, and held without a bad sample. Pure. */
import { colorOf, HEALTH_STATUSES, type HealthColor, type HealthStatus, isWorse } from '../domain/environment.js';
import type { AcceptedHealth } from '../domain/settings.js';
import { formatDuration, type Instant, type Milliseconds } from '../domain/time.js';
import { ALLOWANCES } from './allowances.js';
import type { Finding } from './finding.js';
import { endDate, type HealthSample, type Knowledge } from './knowledge.js';

export interface HealthRules {
  readonly accepted: AcceptedHealth;
  /** How long accepted health must hold. */
  readonly stableFor: Milliseconds;
  /** How long after the update's end health may take to become acceptable. */
  readonly healthGrace: Milliseconds;
}

type Taste = 'good' | 'bad' | 'unclear';

/** Finds out whether health holds; `enhanced` says whether statuses with refresh times can be had. */
export function findHealth(rules: HealthRules, known: Knowledge, enhanced: boolean, now: Instant): Finding {
  if (rules.accepted.kind === 'any') return { found: 'proven', note: 'health is not judged, as asked' };
  const { readySince } = known;
  if (readySince === undefined) return { found: 'pending', reason: 'the update has not ended', wants: [] };
  const graceEnd = readySince + rules.healthGrace;
  const samples = enhanced ? refreshedSamples(known) : settledSamples(known, readySince);
  // An announcement may arrive late: it can interrupt the hold, but what was looked at is what health is.
  const last = samples.findLast((sample) => sample.source !== 'event');
  if (last === undefined) {
    return withoutSample(known, enhanced, graceEnd + (enhanced ? ALLOWANCES.refresh : ALLOWANCES.basicRefresh));
  }
  const taste = tasteOf(rules.accepted, last.health, known);
  if (taste !== 'good') return notGood(taste, last, graceEnd, now, rules);
  return holding(rules, samples, known, last);
}

/** Samples that are newer than the update's end: all that follow the first reading computed after it. */
function refreshedSamples(known: Knowledge): readonly HealthSample[] {
  const end = endDate(known);
  const afterEnd = (sample: HealthSample): boolean =>
    sample.date === undefined || end === undefined || sample.date >= end;
  const first = known.samples.findIndex((sample) => sample.source === 'reading' && afterEnd(sample));
  return first < 0 ? [] : known.samples.slice(first).filter(afterEnd);
}

/** Basic health has no refresh time: samples count once its checks have run again. */
function settledSamples(known: Knowledge, readySince: Instant): readonly HealthSample[] {
  return known.samples.filter((sample) => sample.at - readySince >= ALLOWANCES.basicRefresh);
}

function withoutSample(known: Knowledge, enhanced: boolean, patience: Instant): Finding {
  const reason = enhanced
    ? 'health has not been computed anew since the update ended'
    : 'basic health needs some seconds to be checked anew';
  const readAt = (enhanced ? known.healthAt : known.environmentAt) ?? 0;
  if (readAt < patience) return { found: 'pending', reason, wants: enhanced ? ['health'] : ['environment'] };
  const shown = known.health?.status ?? known.environment?.healthStatus ?? known.environment?.health ?? 'nothing';
  return { found: 'failed', code: 'cannot-tell', reason: `${reason}; the last that was shown is ${shown}` };
}

function notGood(taste: Taste, last: HealthSample, graceEnd: Instant, now: Instant, rules: HealthRules): Finding {
  const { health } = last;
  const wanted = describeAccepted(rules.accepted);
  // The last word is a look made when the grace was over, not one from before.
  if (last.at < graceEnd) {
    const left = formatDuration(Math.max(0, graceEnd - now));
    const reason = `health is ${health}, accepted is ${wanted} (${left} of grace left)`;
    return { found: 'pending', reason, wants: [], dueAt: graceEnd };
  }
  const within = `within ${formatDuration(rules.healthGrace)} after the update ended`;
  return taste === 'bad'
    ? { found: 'failed', code: 'unhealthy', reason: `health is ${health} and did not hold at ${wanted} ${within}` }
    : {
        found: 'failed',
        code: 'cannot-tell',
        reason: `health is ${health}, which tells nothing, and did not become ${wanted} ${within}`,
      };
}

function holding(rules: HealthRules, samples: readonly HealthSample[], known: Knowledge, last: HealthSample): Finding {
  const lastBad = samples.findLastIndex((sample) => tasteOf(rules.accepted, sample.health, known) !== 'good');
  const since = samples[lastBad + 1]?.at ?? last.at;
  const held = last.at - since;
  if (held >= rules.stableFor) {
    const note =
      rules.stableFor === 0 ? `health is ${last.health}` : `health ${last.health} held for ${formatDuration(held)}`;
    return { found: 'proven', note };
  }
  return {
    found: 'pending',
    reason: `health is ${last.health} and has held for ${formatDuration(held)} of ${formatDuration(rules.stableFor)}`,
    wants: [],
    dueAt: since + rules.stableFor,
  };
}

function tasteOf(accepted: AcceptedHealth, health: HealthStatus | HealthColor, known: Knowledge): Taste {
  if (isAccepted(accepted, health, known)) return 'good';
  const color = isStatus(health) ? colorOf(health) : health;
  return color === 'Grey' ? 'unclear' : 'bad';
}

function isAccepted(accepted: AcceptedHealth, health: HealthStatus | HealthColor, known: Knowledge): boolean {
  const color = isStatus(health) ? colorOf(health) : health;
  if (accepted.kind !== 'any' && accepted.greyIsIdle === true && color === 'Grey') return true;
  switch (accepted.kind) {
    case 'any':
      return true;
    case 'statuses':
      return isStatus(health) ? accepted.statuses.includes(health) : accepted.colors.includes(health);
    case 'not-worse':
      return isNotWorse(health, known);
  }
}

/** Info follows every good update for about a minute and a half (observed), so it is never worse than Ok. */
function isNotWorse(health: HealthStatus | HealthColor, known: Knowledge): boolean {
  if (isStatus(health)) {
    if (health === 'Ok' || health === 'Info') return true;
    const baseline = known.baseline.healthStatus;
    return baseline !== undefined && isWorse(health, baseline) === false;
  }
  const rank: Readonly<Record<HealthColor, number>> = { Green: 0, Yellow: 1, Red: 2, Grey: Number.NaN };
  return health === 'Green' || rank[health] <= rank[known.baseline.health];
}

function isStatus(health: HealthStatus | HealthColor): health is HealthStatus {
  return HEALTH_STATUSES.some((status) => status === health);
}

function describeAccepted(accepted: AcceptedHealth): string {
  switch (accepted.kind) {
    case 'any':
      return 'anything';
    case 'statuses':
      return accepted.statuses.length > 0 ? accepted.statuses.join(' or ') : accepted.colors.join(' or ');
    case 'not-worse':
      return 'no worse than before';
  }
}
