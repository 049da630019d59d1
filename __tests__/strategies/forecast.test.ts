import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { hours, minutes, seconds } from '../../src/domain/time.js';
import { learn } from '../../src/strategies/durations.js';
import { STRATEGY_NAMES } from '../../src/strategies/index.js';
import {
  CLUSTER,
  configured,
  eventsOf,
  type Given,
  givenChange,
  givenTarget,
  SINGLE,
  underPolicy,
  WORKER,
} from '../support/given-environment.js';

const transcript = (name: string) => {
  const file = new URL(`../fixtures/transcripts/${name}.json`, import.meta.url);
  const { events } = JSON.parse(readFileSync(file, 'utf8')) as { events: { time: string; message: string }[] };
  return eventsOf(events);
};
const ROLLING = transcript('01-rolling-clb-two-instances-success');
const IMMUTABLE = transcript('03-immutable-three-instances-success');

describe('lengths of phases are learned from earlier updates', () => {
  it('of a rolling deployment', () => {
    const lessons = learn(ROLLING);
    expect(lessons.get('opening')).toBe(seconds(6));
    expect(lessons.get('command')).toBe(seconds(10));
    // 16:04:45 to 16:07:11 and the same for the second batch.
    expect(lessons.get('register')).toBeGreaterThan(minutes(2));
    expect(lessons.get('register')).toBeLessThan(minutes(3));
    expect(lessons.has('at-once')).toBe(false);
    expect(lessons.has('clean-up')).toBe(false);
  });

  it('of an immutable deployment: clean-up is most of it', () => {
    const lessons = learn(IMMUTABLE);
    expect(lessons.get('clean-up')).toBe(minutes(7) + seconds(51));
    expect(lessons.get('attach')).toBe(minutes(2) + seconds(18));
    expect(lessons.get('health')).toBeGreaterThan(minutes(1));
    expect(lessons.has('at-once')).toBe(false);
  });

  it('of a deployment to all instances', () => {
    expect(learn(transcript('49-all-at-once-docs-2018')).get('at-once')).toBe(seconds(26));
  });

  it('of several updates the median counts', () => {
    const update = (start: string, length: number) => {
      const from = Date.parse(start);
      const at = (offset: number) => new Date(from + offset).toISOString();
      return [
        { time: at(0), message: 'Environment update is starting.' },
        { time: at(5_000), message: 'Deploying new version to instance(s).' },
        { time: at(5_000 + length), message: 'New application version was deployed to running EC2 instances.' },
        { time: at(5_000 + length), message: 'Environment update completed successfully.' },
      ];
    };
    const events = eventsOf([
      ...update('2026-01-01T10:00:00Z', 20_000),
      ...update('2026-01-02T10:00:00Z', 600_000),
      ...update('2026-01-03T10:00:00Z', 30_000),
    ]);
    expect(learn(events).get('at-once')).toBe(30_000);
  });

  it('nothing is learned from an update that failed, is incomplete, or has not ended', () => {
    expect(learn(transcript('06-all-at-once-single-failure-engine-error')).size).toBe(0);
    expect(learn(ROLLING.filter((event) => !event.message.startsWith('Environment update completed'))).size).toBe(0);
    expect(learn(ROLLING.filter((event) => !event.message.startsWith('Environment update is starting'))).size).toBe(0);
    expect(learn([]).size).toBe(0);
  });
});

const forecast = (name: (typeof STRATEGY_NAMES)[number], given: Given = {}, inputs = {}) =>
  configured(name, inputs).forecast(givenChange(), givenTarget(given));

describe('the forecast of a strategy', () => {
  it('compares them for four instances', () => {
    const rows = STRATEGY_NAMES.filter((name) => name !== 'recreate').map((name) => {
      const it = forecast(name, underPolicy('AllAtOnce', { BatchSize: '50' }));
      return [name, `${it.lowestCapacity}/${it.capacity}`, `+${it.extraInstances}`, it.downtime, it.versionsSideBySide];
    });
    expect(rows).toEqual([
      ['as-configured', '0/4', '+0', 'seconds', false],
      ['all-at-once', '0/4', '+0', 'seconds', false],
      ['rolling', '2/4', '+0', 'none', true],
      ['rolling-with-additional-batch', '4/4', '+2', 'none', true],
      ['immutable', '4/4', '+4', 'none', true],
      ['traffic-splitting', '4/4', '+4', 'none', true],
      ['blue-green', '4/4', '+4', 'none', true],
      ['canary', '4/4', '+4', 'none', true],
    ]);
  });

  it('takes longer the more is kept up', () => {
    const durations = ['all-at-once', 'rolling', 'rolling-with-additional-batch', 'traffic-splitting'] as const;
    const lengths = durations.map(
      (name) => forecast(name, {}, name.startsWith('rolling') ? { 'batch-size': '2' } : {}).duration,
    );
    expect(lengths).toEqual([...lengths].sort((left, right) => left - right));
    expect(lengths[0]).toBeLessThan(minutes(2));
  });

  it('grows with the number of batches', () => {
    const one = forecast('rolling', {}, { 'batch-size': '1' }).duration;
    const two = forecast('rolling', {}, { 'batch-size': '2' }).duration;
    expect(one / two).toBeGreaterThan(1.8);
  });

  it('rounds a share of instances down, to at least one', () => {
    expect(forecast('rolling', { size: 4 }, { 'batch-size': '30%' }).lowestCapacity).toBe(3);
    expect(forecast('rolling', { size: 8 }, { 'batch-size': '30%' }).lowestCapacity).toBe(6);
    expect(forecast('rolling', { size: 2 }, { 'batch-size': '1%' }).lowestCapacity).toBe(1);
  });

  it('adds the evaluation of traffic splitting', () => {
    const short = forecast('traffic-splitting', {}, { 'evaluation-minutes': '3' }).duration;
    const long = forecast('traffic-splitting', {}, { 'evaluation-minutes': '33' }).duration;
    expect(long - short).toBe(minutes(30));
  });

  it('counts extra instance-hours', () => {
    const { extraInstanceHours, duration } = forecast('traffic-splitting');
    expect(extraInstanceHours).toBeCloseTo((4 * duration) / hours(1), 2);
  });

  it('says that it was learned only when most of it was', () => {
    const learned = forecast('rolling', { size: 2, ...underPolicy('Rolling'), events: ROLLING }, { 'batch-size': '1' });
    expect(learned.durationBasis).toBe('learned');
    // The deployment in the log took 5m51s.
    expect(learned.duration).toBeGreaterThan(minutes(5));
    expect(learned.duration).toBeLessThan(minutes(8));
    expect(forecast('immutable', { events: ROLLING }).durationBasis).toBe('estimated');
    expect(forecast('all-at-once', { ...underPolicy('Rolling'), events: ROLLING }).durationBasis).toBe('estimated');
    expect(forecast('immutable', { size: 3, events: IMMUTABLE }).durationBasis).toBe('learned');
  });

  it('a worker waits three minutes for its checks instead of two', () => {
    expect(forecast('rolling', WORKER, { 'batch-size': '4' }).duration).toBeGreaterThan(
      forecast('rolling', {}, { 'batch-size': '4' }).duration,
    );
  });

  it('of a batched policy on a single instance is that of all at once', () => {
    const given: Given = { ...SINGLE, options: { ...SINGLE.options, ...underPolicy('Rolling').options } };
    expect(forecast('as-configured', given)).toMatchObject({ downtime: 'seconds', lowestCapacity: 0 });
  });

  it('is there, with the refusals, for a strategy that is refused', () => {
    const refused = forecast('traffic-splitting', SINGLE);
    expect(refused.refusals.join()).toContain('single-instance');
    expect(refused.duration).toBeGreaterThan(0);
  });

  it('knows little of a cluster, and says so', () => {
    expect(forecast('as-configured', CLUSTER)).toMatchObject({ downtime: 'unknown', durationBasis: 'estimated' });
  });

  it('of an option that replaces instances without rolling updates promises nothing', () => {
    const options = [{ namespace: 'aws:ec2:instances', name: 'InstanceTypes', value: 't3.small' }];
    const { version: _, ...change } = givenChange({ options });
    expect(configured('rolling').forecast(change, givenTarget())).toMatchObject({
      downtime: 'unknown',
      lowestCapacity: 0,
    });
  });

  it('of an option of the service alone costs nothing', () => {
    const { version: _, ...change } = givenChange({
      options: [{ namespace: 'aws:autoscaling:asg', name: 'MaxSize', value: '9' }],
    });
    expect(configured('immutable').forecast(change, givenTarget())).toMatchObject({
      lowestCapacity: 4,
      extraInstances: 0,
      downtime: 'none',
    });
  });
});

describe('the deadline of a strategy', () => {
  const deadline = (name: (typeof STRATEGY_NAMES)[number], given: Given = {}, inputs = {}) =>
    configured(name, inputs).deadline(givenChange(), givenTarget(given));

  it('allows one command timeout and four minutes per batch', () => {
    const policy = underPolicy('Rolling', { BatchSizeType: 'Fixed', BatchSize: '1', Timeout: '900' });
    expect(deadline('rolling', policy)).toBeGreaterThanOrEqual(4 * (seconds(900) + minutes(4)));
    const longer = underPolicy('Rolling', { BatchSizeType: 'Fixed', BatchSize: '1', Timeout: '1800' });
    expect(deadline('rolling', longer) - deadline('rolling', policy)).toBe(4 * seconds(900));
  });

  it('is never under 30 minutes for immutable, nor under 40 and the evaluation for traffic splitting', () => {
    const quick = { Timeout: '1' };
    expect(deadline('immutable', { size: 1, ...underPolicy('Immutable', quick) })).toBeGreaterThanOrEqual(minutes(30));
    const split = { size: 1, ...underPolicy('TrafficSplitting', quick) };
    expect(deadline('traffic-splitting', split, { 'evaluation-minutes': '600' })).toBeGreaterThanOrEqual(minutes(640));
  });

  it('has room for the updates around the deployment', () => {
    const alone = deadline('immutable', underPolicy('Immutable'));
    expect(deadline('immutable') - alone).toBe(minutes(10));
  });

  it.each(STRATEGY_NAMES)('%s: is at least twice what is expected', (name) => {
    const target = givenTarget({ size: 20 });
    expect(configured(name).deadline(givenChange(), target)).toBeGreaterThanOrEqual(
      2 * configured(name).forecast(givenChange(), target).duration,
    );
  });
});
