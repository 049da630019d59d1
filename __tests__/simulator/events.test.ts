/** DescribeEvents: filters, order, pages, and speed with a long log. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import { EventLog } from '../../src/simulator/event-log.js';
import { Model } from '../support/model.js';

interface Answer {
  readonly Events: readonly { readonly EventDate: Date; readonly Message: string; readonly Severity: string }[];
  readonly NextToken?: string;
}

const describeEvents = (model: Model, input: Readonly<Record<string, unknown>>): Answer =>
  model.call('DescribeEvents', input) as unknown as Answer;

function deployed(): Model {
  const model = Model.running({}, { versions: { v2: { command: 'fails' } } });
  model.deploy();
  model.untilReady();
  model.advance(seconds(60));
  return model;
}

describe('DescribeEvents', () => {
  it('answers newest first', () => {
    const dates = describeEvents(deployed(), { EnvironmentName: 'shop-prod' }).Events.map(({ EventDate }) =>
      EventDate.getTime(),
    );
    expect(dates.length).toBeGreaterThan(5);
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
  });

  it('takes StartTime as inclusive and EndTime as exclusive', () => {
    const model = deployed();
    const all = describeEvents(model, { EnvironmentName: 'shop-prod' }).Events;
    const middle = all[3]?.EventDate ?? new Date(0);
    const from = describeEvents(model, { EnvironmentName: 'shop-prod', StartTime: middle }).Events;
    const until = describeEvents(model, { EnvironmentName: 'shop-prod', EndTime: middle }).Events;
    expect(from.at(-1)?.EventDate).toEqual(middle);
    expect(from.length + until.length).toBe(all.length);
    expect(until.every(({ EventDate }) => EventDate < middle)).toBe(true);
  });

  it.each([
    ['ERROR', ['ERROR']],
    ['WARN', ['ERROR', 'WARN']],
    ['INFO', ['ERROR', 'INFO', 'WARN']],
    ['TRACE', ['ERROR', 'INFO', 'WARN']],
    ['FATAL', []],
  ])('takes Severity %s as this or higher', (Severity, expected) => {
    const { Events } = describeEvents(deployed(), { EnvironmentName: 'shop-prod', Severity });
    expect([...new Set(Events.map((event) => event.Severity))].sort()).toEqual(expected);
  });

  it('hides health behind a request id', () => {
    const { Events } = describeEvents(deployed(), { RequestId: 'the-update' });
    expect(Events.length).toBeGreaterThan(5);
    expect(Events.filter(({ Message }) => Message.startsWith('Environment health'))).toEqual([]);
  });

  it('finds events by application, version, and id, and leaves absent members out', () => {
    const model = deployed();
    const versions = describeEvents(model, { ApplicationName: 'shop', VersionLabel: 'v2' }).Events;
    expect(versions.map(({ Message }) => Message)).toContain('Created new Application Version: v2');
    expect(versions[0]).not.toHaveProperty('EnvironmentName');
    const id = model.environment().EnvironmentId;
    const byId = describeEvents(model, { EnvironmentId: id }).Events;
    expect(byId).toEqual(describeEvents(model, { EnvironmentName: 'shop-prod' }).Events);
    expect(byId[0]).not.toHaveProperty('VersionLabel');
    expect(describeEvents(model, { EnvironmentName: 'nobody' }).Events).toEqual([]);
  });

  it('pages without loss or repetition while new events come', () => {
    const model = deployed();
    const all = describeEvents(model, { EnvironmentName: 'shop-prod' }).Events.map(({ Message }) => Message);
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const page = describeEvents(model, {
        EnvironmentName: 'shop-prod',
        MaxRecords: 3,
        ...(token === undefined ? {} : { NextToken: token }),
      });
      expect(page.Events.length).toBeLessThanOrEqual(3);
      seen.push(...page.Events.map(({ Message }) => Message));
      token = page.NextToken;
      if (seen.length === 3) model.deploy('v1');
    } while (token !== undefined);
    expect(seen).toEqual(all);
  });

  it('refuses a number of records that the service does not take, and a token that is none', () => {
    const model = deployed();
    for (const input of [{ MaxRecords: 0 }, { MaxRecords: 1_001 }, { NextToken: '!' }, { Severity: 'LOUD' }]) {
      expect(() => describeEvents(model, input)).toThrow();
    }
  });

  it('forgets events after six weeks', () => {
    const model = deployed();
    const saved = model.simulator.save() as { events: { date: number }[] };
    const days = (count: number): number => model.clock.now() - count * 86_400_000;
    for (const [index, event] of saved.events.entries()) event.date = days(index === 0 ? 41 : 43);
    model.simulator.restore(saved);
    expect(describeEvents(model, {}).Events).toHaveLength(1);
  });
});

describe('the event log', () => {
  const event = (date: number, message: string) => ({ date, severity: 'INFO' as const, message, environmentId: 'e-1' });

  it('keeps the order of events that come late, and the order of coming among equals', () => {
    const log = new EventLog();
    for (const [date, message] of [
      [10, 'a'],
      [30, 'b'],
      [20, 'late'],
      [30, 'c'],
    ] as const)
      log.add(event(date, message));
    expect(log.candidates({ environmentId: 'e-1' }).map(({ message }) => message)).toEqual(['a', 'late', 'b', 'c']);
  });

  it('answers from a log of 100,000 events and 1,000 environments in well under 20 ms', () => {
    const model = new Model();
    model.simulator.seed({
      environments: Array.from({ length: 1_000 }, (_, index) => ({
        application: 'shop',
        name: `shop-${index}`,
        instances: 1,
      })),
    });
    const saved = model.simulator.save() as { environments: { id: string; name: string }[]; events: unknown[] };
    const now = model.clock.now();
    for (let index = 0; index < 100_000; index += 1) {
      const { id, name } = saved.environments[index % 1_000] ?? { id: '', name: '' };
      saved.events.push({
        sequence: index,
        date: now - 100_000 + index,
        severity: index % 50 === 0 ? 'ERROR' : 'INFO',
        message: `line ${index}`,
        applicationName: 'shop',
        environmentId: id,
        environmentName: name,
      });
    }
    model.simulator.restore(saved);
    const times: number[] = [];
    for (let index = 0; index < 60; index += 1) {
      const begin = performance.now();
      if (index % 3 === 0) expect(describeEvents(model, { EnvironmentName: `shop-${index}` }).Events).toHaveLength(100);
      if (index % 3 === 1) expect(describeEvents(model, { ApplicationName: 'shop' }).Events).toHaveLength(1_000);
      if (index % 3 === 2)
        expect(describeEvents(model, { Severity: 'ERROR', MaxRecords: 1_000 }).Events).toHaveLength(1_000);
      times.push(performance.now() - begin);
    }
    const median = [...times].sort((a, b) => a - b)[30] ?? 0;
    expect(median).toBeLessThan(20);
  });
});
