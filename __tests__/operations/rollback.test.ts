import { describe, expect, it } from '@jest/globals';
import type { InstanceHealth } from '../../src/domain/instance.js';
import type { Release } from '../../src/domain/releases.js';
import type { ApplicationVersion } from '../../src/domain/version.js';
import { atRisk } from '../../src/operations/lifecycle.js';
import { candidatesOf, chooseRelease, type RollbackQuestion } from '../../src/operations/rollback.js';
import { givenSnapshot } from '../support/given-environment.js';

const release = (label: string, more: Partial<Release> = {}): Release => ({
  label,
  at: Date.UTC(2026, 10, 20),
  verdict: 'proven',
  operation: 'deploy',
  environmentId: 'e-1',
  proof: 'instances',
  ...more,
});

const version = (label: string, day: number): ApplicationVersion => ({
  application: 'shop',
  label,
  status: 'Unprocessed',
  dateCreated: Date.UTC(2026, 10, day),
  bundle: { bucket: 'b', key: `${label}.zip` },
});

const running = (...labels: readonly string[]): readonly Partial<InstanceHealth>[] =>
  labels.map((versionLabel, at) => ({
    id: `i-${at}`,
    deployment: { versionLabel, id: Number(versionLabel.slice(1)), status: 'Deployed' },
  }));

function question(over: Partial<RollbackQuestion> & { readonly runs?: readonly string[] } = {}): RollbackQuestion {
  const { runs = ['v3', 'v3'], ...more } = over;
  const { target } = givenSnapshot({
    size: runs.length,
    environment: { versionLabel: runs[0] ?? 'v3' },
    instances: running(...runs),
  });
  const versions = [version('v1', 1), version('v2', 2), version('v3', 3)];
  return {
    toVersion: 'previous',
    target,
    releases: [release('v3'), release('v2'), release('v1')],
    versions,
    bundles: new Map(versions.map(({ label }) => [label, true])),
    toldByEvents: [],
    ...more,
  };
}

const answer = (...given: Parameters<typeof question>): string => {
  const chosen = chooseRelease(question(...given));
  return chosen.kind === 'target' ? chosen.label : `${chosen.problem.what} ${chosen.problem.hint}`;
};

describe('previous', () => {
  it.each([
    ['the last good one before the one that runs', {}, 'v2'],
    ['of an older one that runs, the one before that', { runs: ['v2'] }, 'v1'],
    [
      'after a rollback not what the rollback has put away',
      {
        runs: ['v2'],
        releases: [
          release('v2', { operation: 'rollback', insteadOf: 'v3' }),
          release('v3'),
          release('v2'),
          release('v1'),
        ],
      },
      'v1',
    ],
    ['of a version that nobody has recorded, the last recorded one', { runs: ['v4'] }, 'v3'],
    // The service keeps the old label on a fleet that a failed deployment has left mixed.
    ['of a fleet that is not whole, what was good before the newest deployment on it', { runs: ['v3', 'v4'] }, 'v3'],
    ['without a record, what the events name', { releases: [], toldByEvents: ['v3', 'v1', 'v2'] }, 'v1'],
  ] as const)('%s', (_, given, label) => {
    expect(answer(given as Partial<RollbackQuestion>)).toBe(label);
  });

  it.each([
    [
      'nothing was good before',
      { runs: ['v1'] },
      /No version is recorded as good .* before v1.*`to-version`: v3 \(proven good\), v2/,
    ],
    [
      'there is no record, and events tell nothing',
      { releases: [] },
      /no record of good versions.*`to-version`: v2 \(not recorded\), v1/,
    ],
    [
      'its bundle is gone',
      {
        bundles: new Map([
          ['v2', false],
          ['v1', true],
        ]),
      },
      /bundle of version v2 is not in S3 any more.*`to-version`: v1 \(proven good\)\./,
    ],
    ['it was deleted', { versions: [version('v1', 1), version('v3', 3)] }, /v2 does not exist.*v1/],
  ] as const)('refuses with candidates when %s', (_, given, said) => {
    expect(answer(given as Partial<RollbackQuestion>)).toMatch(said);
  });

  it('says plainly that events prove nothing', () => {
    const chosen = chooseRelease(question({ releases: [], toldByEvents: ['v2'] }));
    expect(chosen.kind === 'target' && chosen.said.join(' ')).toMatch(
      /no record .* v2 is what its events say .* Nobody has proven/,
    );
  });
});

describe('a label', () => {
  it('is taken when it exists with its bundle', () => {
    expect(answer({ toVersion: 'v1' })).toBe('v1');
  });

  it('that was never good here is said to be so', () => {
    const chosen = chooseRelease(question({ toVersion: 'v1', releases: [release('v3')] }));
    expect(chosen.kind === 'target' && chosen.said.join(' ')).toContain('nobody has proven that it was good there');
  });

  it.each([
    ['v9', /Version v9 does not exist/],
    ['v1', /bundle of version v1 is not in S3/],
  ])('%s is refused when it cannot be deployed', (toVersion, said) => {
    expect(answer({ toVersion, bundles: new Map([['v1', false]]) })).toMatch(said);
  });
});

it('candidates: recorded good ones first, then what was put away, then the rest; what runs and what is gone is marked', () => {
  const releases = [
    release('v2', { operation: 'rollback', insteadOf: 'v3', comment: 'too slow' }),
    release('v3'),
    release('v2', { commit: 'abcdef1234' }),
  ];
  const found = candidatesOf(
    question({
      runs: ['v2'],
      releases,
      bundles: new Map([
        ['v2', true],
        ['v3', false],
      ]),
      versions: [...question().versions, version('v4', 4)],
    }),
  );
  expect(found.map(({ label, verdict, bundle, runs }) => [label, verdict, bundle, runs])).toEqual([
    ['v2', 'proven', 'present', true],
    ['v3', 'put-away', 'gone', false],
    ['v4', 'unrecorded', 'unknown', false],
    ['v1', 'unrecorded', 'unknown', false],
  ]);
  expect(found[0]?.comment).toBe('too slow');
});

describe('lifecycle policies', () => {
  const now = Date.UTC(2026, 10, 21);
  const versions = [version('v1', 1), version('v2', 2), version('v3', 3)];
  it.each([
    ['a large limit', { maxCount: 200 }, 'v3', 0],
    ['a limit that is about to be reached', { maxCount: 4 }, 'v1', 1],
    ['an old version', { maxAgeDays: 10 }, 'v2', 1],
    ['a young version', { maxAgeDays: 30 }, 'v3', 0],
    ['a version that is gone already', { maxCount: 1 }, 'v0', 0],
  ] as const)('%s', (_, lifecycle, way, warnings) => {
    expect(atRisk({ lifecycle, versions, way, now })).toHaveLength(warnings);
  });
});
