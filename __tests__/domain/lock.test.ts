import { describe, expect, it } from '@jest/globals';
import {
  decideLock,
  heldWords,
  holderWords,
  type Lock,
  type LockHolder,
  lockText,
  readLock,
  renewed,
  takeoverWords,
  unfinishedIn,
} from '../../src/domain/lock.js';
import { COMMAND_NAMESPACE } from '../../src/domain/strategy.js';
import { hours, minutes, seconds } from '../../src/domain/time.js';
import { type Unfinished, writtenUnfinished } from '../../src/domain/unfinished.js';

const NOW = Date.UTC(2026, 10, 21, 9, 0, 0);

const RUN: LockHolder = {
  kind: 'run',
  operation: 'deploy',
  repository: 'acme/shop',
  runId: '100',
  runAttempt: 1,
  run: 'https://github.com/acme/shop/actions/runs/100',
  actor: 'kim',
};
const PERSON: LockHolder = { kind: 'person', operation: 'lock', repository: 'acme/shop', runId: '90', actor: 'kim' };

const lockOf = (holder: LockHolder, more: Partial<Lock> = {}): Lock => ({
  nonce: 'theirs',
  holder,
  reason: 'sale',
  takenAt: NOW,
  expiresAt: NOW + minutes(5),
  lifetime: minutes(5),
  ...more,
});

const LEFT: Unfinished = {
  environment: 'shop-prod',
  versionLabel: 'v2',
  unproven: { versionLabel: 'v2', before: { versionLabel: 'v1', health: 'Green', healthStatus: 'Ok' } },
  owed: [{ namespace: COMMAND_NAMESPACE, name: 'DeploymentPolicy', before: 'Rolling', during: ['AllAtOnce'] }],
  since: NOW,
  by: 'run 100 of kim',
};

const held = (lock: Lock): string => lockText({ state: 'held', lock });
const OURS = { nonce: 'ours', holder: { ...RUN, runId: '101' } };

describe('whether a lock may be taken', () => {
  it('freely, when there has never been one', () => {
    expect(decideLock(undefined, OURS)).toEqual({ decision: 'free' });
  });

  type Row = readonly [
    title: string,
    text: string,
    decision: string,
    by?: { readonly age?: number; readonly watchedFor?: number; readonly holder?: LockHolder },
  ];
  it.each<Row>([
    ['free, when it was given back', lockText({ state: 'free' }), 'free'],
    ['ours, when an earlier call for it has arrived', held(lockOf(RUN, { nonce: 'ours' })), 'ours'],
    ['ours, even when it would have expired', held(lockOf(RUN, { nonce: 'ours' })), 'ours', { age: hours(9) }],
    ['not from a living run', held(lockOf(RUN)), 'held', { age: minutes(5) - 1 }],
    ['not from a living run, whoever started it', held(lockOf({ ...RUN, actor: 'kim' })), 'held'],
    ['from a run that has not renewed it', held(lockOf(RUN)), 'expired', { age: minutes(5) }],
    [
      'from a run that was watched not to renew it, whatever the dates say',
      held(lockOf(RUN)),
      'expired',
      { watchedFor: minutes(5) },
    ],
    [
      'from an earlier attempt of the same run',
      held(lockOf(RUN)),
      'earlier-attempt',
      { holder: { ...RUN, runAttempt: 2 } },
    ],
    ['not from the same attempt: another job of the run', held(lockOf(RUN)), 'held', { holder: RUN }],
    [
      'not from a later attempt',
      held(lockOf({ ...RUN, runAttempt: 3 })),
      'held',
      { holder: { ...RUN, runAttempt: 2 } },
    ],
    [
      'not from a run of this number in another repository',
      held(lockOf({ ...RUN, repository: 'acme/other' })),
      'held',
      { holder: { ...RUN, runAttempt: 2 } },
    ],
    [
      'not from a run without an attempt',
      held(lockOf({ kind: 'run', operation: 'deploy', runId: '100' })),
      'held',
      { holder: { kind: 'run', operation: 'deploy', runId: '100', runAttempt: 2 } },
    ],
    [
      'not from a run outside GitHub by another one outside',
      held(lockOf({ kind: 'run', operation: 'deploy' })),
      'held',
      { holder: { kind: 'run', operation: 'deploy' } },
    ],
    [
      'never from a person before the time is over',
      held(lockOf(PERSON, { lifetime: hours(4) })),
      'held',
      { age: hours(4) - 1 },
    ],
    [
      'not from a person by a later attempt of the run that locked',
      held(lockOf({ ...PERSON, runAttempt: 1 })),
      'held',
      { holder: { ...RUN, runId: '90', runAttempt: 2 } },
    ],
    [
      'not from a person by a run that the same person started',
      held(lockOf(PERSON)),
      'held',
      { holder: { ...RUN, actor: 'kim' } },
    ],
    ['from a person when the time is over', held(lockOf(PERSON, { lifetime: hours(4) })), 'expired', { age: hours(4) }],
    ['from a person by the same person', held(lockOf(PERSON)), 'same-person', { holder: PERSON }],
    ['not from a person by another person', held(lockOf(PERSON)), 'held', { holder: { ...PERSON, actor: 'lee' } }],
    ['not from a run by a person', held(lockOf(RUN)), 'held', { holder: PERSON }],
    ['not when it is no lock', 'hello', 'unreadable'],
    [
      'not when it is a lock of a later release',
      held(lockOf(RUN)).replace('"schema": 1', '"schema": 2'),
      'unreadable',
      { age: hours(9) },
    ],
    ['not when it has no lifetime', held(lockOf(RUN)).replace('"lifetime": 300000', '"lifetime": 0'), 'unreadable'],
  ])('%s', (_, text, decision, by = {}) => {
    const seen = { text, age: by.age ?? 0, watchedFor: by.watchedFor ?? 0 };
    const found = decideLock(seen, { ...OURS, holder: by.holder ?? OURS.holder });
    expect(found.decision === 'take-over' ? found.because : found.decision).toBe(decision);
  });

  it('says how long it still lasts', () => {
    const seen = { text: held(lockOf(RUN)), age: minutes(1), watchedFor: seconds(90) };
    expect(decideLock(seen, OURS)).toMatchObject({ decision: 'held', remaining: minutes(5) - seconds(90) });
  });
});

describe('the document', () => {
  it('reads back as it was written', () => {
    for (const document of [
      { state: 'free' },
      { state: 'held', lock: lockOf(RUN) },
      { state: 'free', unfinished: LEFT },
      { state: 'held', lock: lockOf(RUN, { unfinished: LEFT }) },
      { state: 'held', lock: lockOf({ kind: 'run', operation: 'rollback' }, { reason: '' }) },
    ] as const) {
      expect(readLock(lockText(document))).toEqual(document);
    }
  });

  it('changes when it is renewed, so that a watcher sees that its run lives', () => {
    const lock = lockOf(RUN);
    expect(held(renewed(lock, NOW + seconds(100)))).not.toBe(held(lock));
    expect(renewed(lock, NOW + seconds(100))).toMatchObject({ nonce: lock.nonce, expiresAt: NOW + seconds(400) });
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"schema":1,"state":"held"}',
    '{"schema":1,"state":"held","lock":{}}',
    '{"schema":1,"state":"maybe"}',
  ])('is not believed when it says %s', (text) => {
    expect(readLock(text)).toBeUndefined();
  });

  it.each([
    null,
    'v2',
    {},
    { versionLabel: 'v2' },
    { before: { health: 'Green' } },
    { versionLabel: 2, before: { health: 'Green' } },
    { versionLabel: 'v2', before: { health: 'Purple', versionLabel: 'v1' } },
  ])('is not believed in what it says of a version without a proof: %j', (unproven) => {
    const text = JSON.stringify({
      schema: 1,
      state: 'free',
      unfinished: writtenUnfinished({ ...LEFT, unproven: unproven as never }),
    });
    expect(unfinishedIn(readLock(text))).toMatchObject({ versionLabel: 'v2' });
    expect(unfinishedIn(readLock(text))?.unproven).toBeUndefined();
  });

  it('is believed field by field', () => {
    const before = { health: 'Red', healthStatus: 'Splendid', versionLabel: ['v1'] };
    const unproven = { versionLabel: 'v2', before } as never;
    const text = JSON.stringify({ schema: 1, state: 'free', unfinished: writtenUnfinished({ ...LEFT, unproven }) });
    expect(unfinishedIn(readLock(text))?.unproven).toEqual({ versionLabel: 'v2', before: { health: 'Red' } });
  });
});

describe('what is said', () => {
  it('names run, attempt, actor, repository and page', () => {
    expect(holderWords(lockOf({ ...RUN, runAttempt: 2 }))).toBe(
      'run 100, attempt 2 of kim in acme/shop (deploy, since 2026-11-21T09:00:00.000Z, https://github.com/acme/shop/actions/runs/100)',
    );
    expect(holderWords(lockOf({ kind: 'run', operation: 'deploy' }))).toContain('a run outside GitHub Actions');
    expect(holderWords(lockOf(PERSON))).toContain('kim (operation: lock');
  });

  it('gives the reason and the time that is left', () => {
    expect(heldWords('shop-prod', lockOf(PERSON), minutes(3))).toMatch(
      /^The deploy lock of shop-prod is held by kim .*\. Reason: sale\. It ends by itself in 3m00s\.$/,
    );
    expect(heldWords('shop-prod', lockOf(RUN, { reason: '' }), minutes(3))).toContain('unless its run renews it');
  });

  it('tells why a lock was taken over', () => {
    expect(takeoverWords('shop-prod', lockOf(RUN), 'expired')).toContain('it was not renewed for 5m00s');
    expect(takeoverWords('shop-prod', lockOf(RUN), 'earlier-attempt')).toContain('a later attempt');
    expect(takeoverWords('shop-prod', lockOf(PERSON), 'expired')).toContain('its time is over');
  });
});
