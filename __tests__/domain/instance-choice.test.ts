import { describe, expect, it } from '@jest/globals';
import type { HealthStatus } from '../../src/domain/environment.js';
import type { InstanceHealth } from '../../src/domain/instance.js';
import { chooseInstance } from '../../src/domain/instance-choice.js';

type Row = readonly [
  id: string,
  status: HealthStatus,
  label: string,
  deployment: number,
  state?: 'Failed' | 'In Progress',
];

const instanceOf = ([id, status, versionLabel, deployment, state = undefined]: Row): InstanceHealth => ({
  id,
  status,
  color: 'Green',
  causes: [],
  deployment: { id: deployment, versionLabel, status: state ?? 'Deployed' },
});

describe('the instance that a command runs on', () => {
  it.each<readonly [string, readonly Row[], string | undefined]>([
    [
      'is the one with the lowest id of equals',
      [
        ['i-3', 'Ok', 'v2', 5],
        ['i-1', 'Ok', 'v2', 5],
        ['i-2', 'Info', 'v2', 5],
      ],
      'i-1',
    ],
    [
      'is healthy rather than first',
      [
        ['i-1', 'Severe', 'v2', 5],
        ['i-2', 'Warning', 'v2', 5],
        ['i-3', 'Ok', 'v2', 5],
      ],
      'i-3',
    ],
    [
      'has the newest deployment, even of the same version',
      [
        ['i-1', 'Ok', 'v2', 4],
        ['i-2', 'Ok', 'v2', 5],
      ],
      'i-2',
    ],
    [
      'runs the wanted version',
      [
        ['i-1', 'Ok', 'v1', 6],
        ['i-2', 'Degraded', 'v2', 5],
      ],
      'i-2',
    ],
    [
      'is none whose deployment failed',
      [
        ['i-1', 'Ok', 'v2', 5, 'Failed'],
        ['i-2', 'Ok', 'v2', 5],
      ],
      'i-2',
    ],
    ['is none whose deployment is on its way', [['i-1', 'Ok', 'v2', 5, 'In Progress']], undefined],
    ['is none when nobody runs the version', [['i-1', 'Ok', 'v1', 5]], undefined],
    ['is none of an empty fleet', [], undefined],
  ])('%s', (_, rows, chosen) => {
    expect(chooseInstance(rows.map(instanceOf), 'v2')?.id).toBe(chosen);
    expect(chooseInstance(rows.map(instanceOf).reverse(), 'v2')?.id).toBe(chosen);
  });

  it('runs whatever is newest when no version is asked for', () => {
    expect(
      chooseInstance([instanceOf(['i-1', 'Ok', 'v1', 5]), instanceOf(['i-2', 'Ok', 'v9', 6])], undefined)?.id,
    ).toBe('i-2');
  });
});
