import { describe, expect, it } from '@jest/globals';
import { planPrune } from '../../src/domain/prune.js';
import {
  emptyRecord,
  LONGEST_RECORD,
  lastGood,
  putAway,
  type Release,
  readRecord,
  recordText,
  withRelease,
} from '../../src/domain/releases.js';
import type { ApplicationVersion } from '../../src/domain/version.js';

const release = (label: string, more: Partial<Release> = {}): Release => ({
  label,
  at: 1,
  verdict: 'proven',
  operation: 'deploy',
  environmentId: 'e-1',
  proof: 'instances',
  ...more,
});

const back = (label: string, insteadOf: string): Release => release(label, { operation: 'rollback', insteadOf });

describe('the record of good versions', () => {
  it('has the newest first, and one entry for a version that is proven again right away', () => {
    const record = ['v1', 'v2', 'v2', 'v3'].reduce(
      (all, label) => withRelease(all, release(label)),
      emptyRecord('shop'),
    );
    expect(record.releases.map(({ label }) => label)).toEqual(['v3', 'v2', 'v1']);
  });

  it('drops the oldest when it becomes too long to read each time', () => {
    const labels = Array.from({ length: LONGEST_RECORD + 5 }, (_, at) => `v${at}`);
    const record = labels.reduce((all, label) => withRelease(all, release(label)), emptyRecord('shop'));
    expect(record.releases).toHaveLength(LONGEST_RECORD);
    expect(record.releases[0]?.label).toBe(labels.at(-1));
  });

  it.each([
    ['nothing was put away', [release('v2'), release('v1')], []],
    ['a rollback puts the version away that it came from', [back('v1', 'v2'), release('v2'), release('v1')], ['v2']],
    ['a later deployment brings it back', [release('v2'), back('v1', 'v2'), release('v2')], []],
    ['two in a row', [back('v1', 'v2'), back('v2', 'v3'), release('v3'), release('v2'), release('v1')], ['v2', 'v3']],
  ] as const)('%s', (_, releases, away) => {
    expect([...putAway(releases)].sort()).toEqual(away);
  });

  it('names the last good versions, each once, without those put away', () => {
    expect(lastGood([back('v2', 'v3'), release('v3'), release('v2'), release('v1')], 3)).toEqual(['v2', 'v1']);
  });

  it('is read back as it was written', () => {
    const record = withRelease(
      emptyRecord('shop'),
      release('v1', { commit: 'abc', comment: 'first', run: 'https://x' }),
    );
    expect(readRecord(recordText(record))).toEqual(record);
  });

  it.each([
    ['no JSON', '{'],
    ['another document', '{"schema":1}'],
    ['a later schema', '{"schema":2,"environment":"shop","releases":[]}'],
    ['a list', '[]'],
  ])('%s is not read, so that nothing is written over it', (_, text) => {
    expect(readRecord(text)).toBeUndefined();
  });

  it('entries that make no sense are left out, the others stay', () => {
    const text = JSON.stringify({
      schema: 1,
      environment: 'shop',
      releases: [
        { label: 7 },
        null,
        { ...release('v1'), proof: 'magic', strategy: 3 },
        { ...release('v2'), at: 'now' },
      ],
    });
    expect(readRecord(text)?.releases).toEqual([release('v1', { proof: 'none' })]);
  });
});

describe('pruning', () => {
  const version = (label: string, day: number, more: Partial<ApplicationVersion> = {}): ApplicationVersion => ({
    application: 'shop',
    label,
    status: 'Unprocessed',
    dateCreated: day,
    bundle: { bucket: 'b', key: `${label}.zip` },
    ...more,
  });
  const versions = [version('v1', 1), version('v2', 2), version('v3', 3), version('v4', 4), version('v5', 5)];
  const prune = (more: Partial<Parameters<typeof planPrune>[0]> = {}) =>
    planPrune({ versions, keep: 2, deployed: new Set(), good: new Set(), current: 'v5', ...more });

  it.each([
    ['keeps the newest', {}, ['v1', 'v2', 'v3']],
    ['keeps everything when there are no more', { keep: 5 }, []],
    ['never one that runs anywhere', { deployed: new Set(['v1']) }, ['v2', 'v3']],
    ['never a last good one', { good: new Set(['v2', 'v3']) }, ['v1']],
    ['never one that is not older than the current', { current: 'v2', keep: 1 }, ['v1']],
    ['nothing when nobody can tell what is older', { current: 'v9' }, []],
    [
      'nothing that is still being built',
      { versions: [version('v1', 1, { status: 'Building' }), ...versions.slice(1)] },
      ['v2', 'v3'],
    ],
  ] as const)('%s', (_, more, labels) => {
    expect(prune(more).map(({ label }) => label)).toEqual(labels);
  });

  it('leaves a bundle that another version, which stays, has too', () => {
    const shared = { bucket: 'b', key: 'v5.zip' };
    const all = [version('v1', 1, { bundle: shared }), ...versions.slice(1)];
    expect(prune({ versions: all })).toEqual([
      { label: 'v1', withBundle: false },
      { label: 'v2', withBundle: true },
      { label: 'v3', withBundle: true },
    ]);
  });
});
