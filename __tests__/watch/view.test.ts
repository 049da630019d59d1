import { describe, expect, it } from '@jest/globals';
import type { InstanceHealth } from '../../src/domain/instance.js';
import { minutes, seconds } from '../../src/domain/time.js';
import { elapsedSince } from '../../src/watch/elapsed.js';
import { type Schedule, viewOf } from '../../src/watch/view.js';
import {
  EXPECTS,
  events,
  instance,
  instances,
  knowing,
  OUR_START,
  ready,
  type Step,
  updating,
} from '../support/knowledge.js';

const SCHEDULE: Schedule = {
  askedAt: OUR_START,
  expectedDuration: minutes(5),
  stableFor: seconds(30),
  fleetSize: 4,
};
const STARTED = events(2, { message: 'Environment update is starting.' });

const viewAfter = (after: number, steps: readonly Step[], schedule: Partial<Schedule> = {}) =>
  viewOf(EXPECTS, knowing(steps), { ...SCHEDULE, ...schedule }, OUR_START + seconds(after));

const old = (id: string): InstanceHealth => instance(id, 'v1', 1);
const deploying = (id: string): InstanceHealth =>
  instance(id, 'v2', 2, { deployment: { versionLabel: 'v2', id: 2, status: 'In Progress' } });
const fleet = (make: (id: string) => InstanceHealth, ...ids: readonly string[]) => ids.map((id) => make(id));

describe('how many instances run the version', () => {
  const GROUP = events(3, { message: 'Created temporary auto scaling group awseb-x.' });
  const OLD = fleet(old, 'i-1', 'i-2', 'i-3', 'i-4');
  const IN_PLACE: readonly Step[] = [updating, STARTED];
  const REPLACING: readonly Step[] = [updating, STARTED, GROUP];

  it.each<[string, readonly Step[], readonly InstanceHealth[], string]>([
    ['half of a batch-wise one', IN_PLACE, [...fleet(instance, 'i-1', 'i-2'), ...fleet(old, 'i-3', 'i-4')], '2 of 4'],
    ['instances that still deploy it', IN_PLACE, fleet(deploying, 'i-1', 'i-2', 'i-3', 'i-4'), '0 of 4'],
    ['an additional batch, which is one more to do', IN_PLACE, [instance('i-5'), ...OLD], '1 of 5'],
    ['one new instance beside all old ones', REPLACING, [instance('i-5'), ...OLD], '1 of 4'],
    ['a new fleet beside the old one', REPLACING, [...fleet(instance, 'i-5', 'i-6', 'i-7', 'i-8'), ...OLD], '4 of 4'],
    ['a new fleet that has grown', REPLACING, fleet(instance, 'i-5', 'i-6', 'i-7', 'i-8', 'i-9'), '5 of 5'],
  ])('%s', (_, begun, list, shown) => {
    const { updated } = viewAfter(30, [...begun, instances(25, list)]);
    expect(`${updated?.done} of ${updated?.total}`).toBe(shown);
  });

  it('after the end every instance counts', () => {
    const list = [...fleet(instance, 'i-5', 'i-6', 'i-7', 'i-8'), old('i-1')];
    expect(viewAfter(70, [updating, STARTED, ready(60), instances(62, list)]).updated).toEqual({ done: 4, total: 5 });
  });
});

describe('what is left', () => {
  it('is what the usual duration leaves, and the time for which health must hold', () => {
    expect(viewAfter(60, [updating, STARTED]).remaining).toBe(minutes(4) + seconds(30));
  });

  it('goes by the time of the service when that runs faster than ours', () => {
    const rehearsal = [updating, STARTED, instances(182, fleet(old, 'i-1', 'i-2', 'i-3', 'i-4'))];
    expect(viewAfter(4, rehearsal).remaining).toBe(minutes(2) + seconds(30));
    expect(elapsedSince(knowing(rehearsal), OUR_START, OUR_START + seconds(4))).toBe(seconds(180));
  });

  it('goes by our time when the answers of the service lag', () => {
    expect(elapsedSince(knowing([updating, STARTED]), OUR_START, OUR_START + seconds(90))).toBe(seconds(90));
  });

  it('is never less than the instances that have not had their turn need', () => {
    const half = instances(200, [...fleet(instance, 'i-1', 'i-2'), ...fleet(old, 'i-3', 'i-4')]);
    expect(viewAfter(290, [updating, STARTED, half]).remaining).toBe(minutes(2.5) + seconds(30));
    expect(viewAfter(900, [updating, STARTED, half]).remaining).toBe(minutes(2.5) + seconds(30));
  });

  it('is not told when it takes longer than usual and nothing shows how far it is', () => {
    expect(viewAfter(301, [updating, STARTED])).not.toHaveProperty('remaining');
  });

  it('is the hold of health once the environment is Ready, and nothing after that', () => {
    const ended = [updating, STARTED, ready(60)];
    expect(viewAfter(70, ended).remaining).toBe(seconds(20));
    expect(viewAfter(95, ended)).not.toHaveProperty('remaining');
    expect(viewAfter(70, ended, { stableFor: 0 })).not.toHaveProperty('remaining');
  });
});
