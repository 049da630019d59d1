/**
 * Decides whether an update has settled as intended. Pure: knowledge and a moment in, a judgement out.
 *
 * Reached needs all of: the operation was seen to begin · Ready · the requested label, option values or a newer deployment
 * · every instance in service on that deployment · health accepted, computed after the end and held. Events explain and
 * speed up. What cannot be told is waited for and then a failure that says so; it never becomes a success.
 */

import type { Proof } from '../domain/outcome.js';
import type { UpdateExpectation } from '../domain/plan.js';
import { formatDuration, type Instant } from '../domain/time.js';
import { type FailureCode, failed, reached, type Verdict, waiting } from '../domain/verdict.js';
import { ALLOWANCES } from './allowances.js';
import { findConfiguration } from './configuration-proof.js';
import type { Finding } from './finding.js';
import { asksInstances, findFleet, nameComers } from './fleet.js';
import { findHealth, type HealthRules } from './health-gate.js';
import type { Knowledge, Reading } from './knowledge.js';
import { findLabel, wasAborted } from './label.js';
import { findPods } from './pods.js';

export interface Judgement {
  readonly verdict: Verdict;
  /** How strong the proof is that the verdict rests on. */
  readonly proof: Proof;
  readonly phase: 'beginning' | 'running' | 'proving';
  /** Readings that would bring the verdict forward, the most wanted first. */
  readonly wants: readonly Reading[];
  /** Our clock: the next moment at which waiting alone can change the verdict. */
  readonly dueAt?: Instant;
}

export function judgeSettled(
  expects: UpdateExpectation,
  rules: HealthRules,
  known: Knowledge,
  now: Instant,
): Judgement {
  const beforeEnd = judgePresence(known) ?? judgeBeginning(known) ?? judgeStatus(known);
  return beforeEnd ?? judgeResult(expects, rules, known, now);
}

/** The environment exists, can be seen, and is still the same one. */
function judgePresence(known: Knowledge): Judgement | undefined {
  const { environment, absentSince, absentAt } = known;
  if (environment !== undefined && environment.id !== known.baseline.environmentId) {
    return failing('environment-gone', `the environment was replaced: its id is ${environment.id} now`);
  }
  if (environment?.status === 'Terminating' || environment?.status === 'Terminated') {
    const verb = environment.status === 'Terminated' ? 'was terminated' : 'is being terminated';
    return failing('environment-gone', `the environment ${verb} before the update was proven`);
  }
  if (absentSince === undefined) return undefined;
  const span = (absentAt ?? absentSince) - absentSince;
  if (span >= ALLOWANCES.absent) return absent(known, span);
  return pending('running', 'DescribeEnvironments answers without the environment', ['environment', 'events']);
}

function absent(known: Knowledge, since: number): Judgement {
  if (known.events.terminationByOthers !== undefined) {
    return failing('environment-gone', 'the environment was terminated before the update was proven');
  }
  const never = known.environment === undefined ? 'has never shown the environment' : 'no longer shows the environment';
  const permission = 'elasticbeanstalk:DescribeEnvironments';
  return failing(
    'cannot-tell',
    `DescribeEnvironments ${never} for ${formatDuration(since)}: it is gone, or the permission ${permission} is missing`,
  );
}

function judgeBeginning(known: Knowledge): Judgement | undefined {
  if (known.began !== undefined) return undefined;
  // By what was read: looks that were throttled have seen nothing.
  const waited = Math.min(known.environmentAt ?? 0, known.eventsAt ?? 0) - known.askedAt;
  const wants: readonly Reading[] = ['events', 'environment'];
  if (waited < ALLOWANCES.notStarted)
    return pending('beginning', 'the update was accepted and has not begun yet', wants);
  const blind = known.events.readings > 0 && known.events.seen === 0 && known.events.incredibleInARow > 0;
  const span = formatDuration(waited);
  return blind
    ? failing(
        'cannot-tell',
        `no beginning was seen within ${span} and DescribeEvents answers an empty list: the permission elasticbeanstalk:DescribeEvents may be missing`,
      )
    : failing('not-started', `the update was accepted, but nothing shows that it began within ${span}`);
}

function judgeStatus(known: Knowledge): Judgement | undefined {
  if (known.readySince !== undefined) return undefined;
  const wants: readonly Reading[] = ['environment', 'events'];
  const status = known.environment?.status;
  switch (status) {
    case undefined:
      return pending('running', 'the environment has not been seen yet', wants);
    case 'Ready':
      return pending('running', 'the environment still shows the moment before the update', wants);
    case 'Updating':
      return pending('running', updatingReason(known), wants);
    case 'Aborting':
      return pending(
        'running',
        known.abortedByUs ? 'our update is being aborted' : 'somebody aborts the update',
        wants,
      );
    case 'Launching':
    case 'LinkingFrom':
    case 'LinkingTo':
    case 'Terminating':
    case 'Terminated':
      return pending('running', `the environment is ${status}`, wants);
    case 'Unrecognised':
      return pending('running', 'the environment has a status that this release does not know', wants);
  }
}

function updatingReason(known: Knowledge): string {
  if (known.events.updateByOthers !== undefined) return 'the environment is busy with an update of somebody else';
  if (known.events.cleaningUp) return 'the new instances serve; old ones are being removed';
  const { done } = known.events;
  return done === undefined
    ? 'the update is in progress'
    : `the update is in progress: ${done.done} of ${done.total} instances have run it`;
}

/** Ready again: what is the environment now? */
function judgeResult(expects: UpdateExpectation, rules: HealthRules, known: Knowledge, now: Instant): Judgement {
  const fleetAsked = asksInstances(expects, known);
  const enhanced =
    expects.enhancedHealth && known.unavailable.health === undefined && known.unavailable.instances === undefined;
  const label = findLabel(expects, known, fleetAsked);
  const findings: readonly Finding[] = [
    label,
    findConfiguration(expects, known),
    fleetAsked ? explainFleet(findFleet(expects, known), known) : nameComers(expects, known),
    // Another label says more about a failure than its first error does.
    label.found === 'proven' ? findPods(expects.pods, known) : { found: 'proven' },
    findHealth(rules, known, enhanced, now),
  ];
  const failure = findings.find((finding) => finding.found === 'failed');
  const hasInstances = (known.instances?.instances.length ?? 0) > 0;
  const proof: Proof = fleetAsked && hasInstances ? 'instances' : 'environment';
  if (failure?.found === 'failed') {
    return { verdict: failed(failure.code, failure.reason), proof, phase: 'proving', wants: [] };
  }
  const open = findings.filter((finding) => finding.found === 'pending');
  const [first] = open;
  if (first !== undefined) return stillProving(first.reason, open, proof);
  return { verdict: reached(successReason(expects, findings, known)), proof, phase: 'proving', wants: [] };
}

/** An abort or a failure that events told of names the cause of a fleet that did not change as a whole. */
function explainFleet(finding: Finding, known: Knowledge): Finding {
  if (finding.found !== 'failed' || finding.code === 'cannot-tell') return finding;
  return wasAborted(known)
    ? { ...finding, code: 'aborted-elsewhere', reason: `somebody aborted the update; ${finding.reason}` }
    : finding;
}

function stillProving(
  reason: string,
  open: readonly Extract<Finding, { found: 'pending' }>[],
  proof: Proof,
): Judgement {
  const wants = [...new Set(open.flatMap((finding) => finding.wants))];
  const dues = open.flatMap((finding) => (finding.dueAt === undefined ? [] : [finding.dueAt]));
  return {
    verdict: waiting(reason),
    proof,
    phase: 'proving',
    wants,
    ...(dues.length === 0 ? {} : { dueAt: Math.min(...dues) }),
  };
}

function successReason(expects: UpdateExpectation, findings: readonly Finding[], known: Knowledge): string {
  const head =
    expects.versionLabel === undefined
      ? 'the environment is Ready'
      : `the environment is Ready on ${expects.versionLabel}`;
  const notes = findings.flatMap((finding) =>
    finding.found === 'proven' && finding.note !== undefined ? [finding.note] : [],
  );
  const doubts = known.events.errors.length + known.events.failures.filter((event) => event.severity === 'INFO').length;
  const doubt =
    doubts === 0 ? [] : [`although ${doubts} ${doubts === 1 ? 'event' : 'events'} of the update spoke of errors`];
  return [head, ...notes, ...doubt].join('; ');
}

function failing(code: FailureCode, reason: string): Judgement {
  return { verdict: failed(code, reason), proof: 'environment', phase: 'running', wants: [] };
}

function pending(phase: Judgement['phase'], reason: string, wants: readonly Reading[]): Judgement {
  return { verdict: waiting(reason), proof: 'none', phase, wants };
}
