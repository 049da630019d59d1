import {
  DescribeEnvironmentsCommand,
  DescribeEventsCommand,
  UpdateEnvironmentCommand,
} from '@aws-sdk/client-elastic-beanstalk';
import { HeadBucketCommand, ListBucketsCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../../src/simulator/random.js';
import type { Fault } from '../../../src/simulator/scenario.js';
import { createFaults } from '../../../src/simulator/wire/faults.js';
import { beanstalkClient, s3Client, testWire } from '../../support/wire.js';

const events = new DescribeEventsCommand({ EnvironmentName: 'shop' });

/** The names of the errors that `count` calls end in; `ok` for none. */
async function outcomes(count: number, call: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    names.push(
      await call().then(
        () => 'ok',
        (error: { readonly name: string; readonly code?: string }) => error.code ?? error.name,
      ),
    );
  }
  return names;
}

describe('faults of the wire', () => {
  const refusals: readonly [Fault, string, number][] = [
    [{ kind: 'throttle', action: 'DescribeEvents' }, 'Throttling', 400],
    [{ kind: 'server-error', status: 500, action: '*' }, 'InternalFailure', 500],
    [{ kind: 'server-error', status: 503, action: '*' }, 'ServiceUnavailable', 503],
    [{ kind: 'expired-credentials', action: '*' }, 'ExpiredToken', 403],
    [{ kind: 'lost-permission', answer: 'denied', action: '*' }, 'AccessDenied', 403],
  ];
  it.each(refusals)('%j is refused with %s', async (fault, name, httpStatusCode) => {
    const { wire, simulator } = testWire();
    simulator.setScenario({ faults: [fault] });
    await expect(beanstalkClient(wire).send(events)).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
    expect(simulator.received).toEqual([]);
    expect(wire.calls.list()).toMatchObject([{ action: 'DescribeEvents', status: httpStatusCode, errorCode: name }]);
  });

  it('hits only its action, after `skip` calls, `times` times', async () => {
    const { wire, simulator } = testWire();
    simulator.setScenario({ faults: [{ kind: 'throttle', action: 'DescribeEvents', skip: 1, times: 2 }] });
    const client = beanstalkClient(wire);
    expect(await outcomes(5, () => client.send(events))).toEqual(['ok', 'Throttling', 'Throttling', 'ok', 'ok']);
    expect(await outcomes(1, () => client.send(new DescribeEnvironmentsCommand({})))).toEqual(['ok']);
  });

  it('hits only between its seconds on the simulated clock', async () => {
    const { wire, simulator } = testWire();
    simulator.setScenario({ faults: [{ kind: 'throttle', action: '*', fromSecond: 10, toSecond: 20 }] });
    const client = beanstalkClient(wire);
    const seen: string[] = [];
    for (const step of [0, 9, 2, 8, 2]) {
      simulator.advance(step);
      seen.push(...(await outcomes(1, () => client.send(events))));
    }
    expect(seen).toEqual(['ok', 'ok', 'Throttling', 'Throttling', 'ok']);
  });

  it('with a probability hits about that share, the same calls for the same seed', () => {
    const run = (seed: number): string => {
      const scenario = { faults: [{ kind: 'throttle', action: '*', probability: 0.3 } as const] };
      const faults = createFaults(
        () => scenario,
        () => 0,
        seededRandom(seed),
      );
      return Array.from({ length: 1_000 }, () => (faults.hitting('X').length > 0 ? '1' : '0')).join('');
    };
    expect(run(7)).toBe(run(7));
    expect(run(7)).not.toBe(run(8));
    expect(run(7).replaceAll('0', '').length).toBeGreaterThan(240);
    expect(run(7).replaceAll('0', '').length).toBeLessThan(360);
  });

  it('breaks the connection before the model has seen the call, or after it has acted', async () => {
    for (const [when, reached] of [
      ['before', 0],
      ['after', 1],
    ] as const) {
      const { wire, simulator } = testWire();
      simulator.setScenario({ faults: [{ kind: 'reset', when, action: 'UpdateEnvironment' }] });
      const lost = beanstalkClient(wire).send(new UpdateEnvironmentCommand({ EnvironmentName: 'shop' }));
      await expect(lost).rejects.toMatchObject({ name: 'TimeoutError', code: 'ECONNRESET' });
      expect(simulator.received).toHaveLength(reached);
      expect(wire.calls.list()).toMatchObject([{ status: 0, errorCode: 'ECONNRESET' }]);
    }
  });

  it('delays an answer on the injected clock, not on the wall', async () => {
    const { wire, simulator, clock } = testWire();
    simulator.setScenario({ faults: [{ kind: 'slow-answer', action: '*', seconds: 600 }] });
    const [before, started] = [clock.now(), Date.now()];
    await beanstalkClient(wire).send(events);
    expect(clock.now() - before).toBe(600_000);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('empties lists for permissions that are lost silently, and refuses writes', async () => {
    const { wire, simulator } = testWire({ DescribeEvents: () => ({ Events: [{ Message: 'm' }], NextToken: 'more' }) });
    simulator.setScenario({ faults: [{ kind: 'lost-permission', answer: 'empty', action: '*' }] });
    const client = beanstalkClient(wire);
    const answer = await client.send(events);
    expect([answer.Events, answer.NextToken]).toEqual([[], undefined]);
    await expect(client.send(new UpdateEnvironmentCommand({}))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('is not authorized to perform: elasticbeanstalk:UpdateEnvironment'),
    });
  });

  it('speaks S3 to S3 clients', async () => {
    const { wire, simulator } = testWire();
    simulator.setScenario({
      faults: [
        { kind: 'throttle', action: 'ListBuckets' },
        { kind: 'expired-credentials', action: 'HeadBucket' },
      ],
    });
    await expect(s3Client(wire).send(new ListBucketsCommand({}))).rejects.toMatchObject({
      name: 'SlowDown',
      $metadata: { httpStatusCode: 503 },
    });
    await expect(s3Client(wire).send(new HeadBucketCommand({ Bucket: 'bucket' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('stale reads', () => {
  it('answer with the world of some seconds ago', async () => {
    let label = 'v1';
    const { wire, simulator } = testWire({
      DescribeEnvironments: () => ({ Environments: [{ EnvironmentName: 'shop', VersionLabel: label }] }),
      UpdateEnvironment: () => {
        label = 'v2';
        return {};
      },
    });
    simulator.setScenario({ faults: [{ kind: 'stale-read', action: 'DescribeEnvironments', seconds: 30 }] });
    const client = beanstalkClient(wire);
    const read = async (): Promise<string | undefined> =>
      (await client.send(new DescribeEnvironmentsCommand({ EnvironmentNames: ['shop'] }))).Environments?.[0]
        ?.VersionLabel;
    const labels = [await read()];
    simulator.advance(60);
    await client.send(new UpdateEnvironmentCommand({ EnvironmentName: 'shop' }));
    for (const step of [1, 28, 2]) {
      simulator.advance(step);
      labels.push(await read());
    }
    expect(labels).toEqual(['v1', 'v1', 'v1', 'v2']);
  });

  it('are exact on a server, which settles between the calls of a client', async () => {
    let label = 'v1';
    const { wire, simulator } = testWire({ DescribeEnvironments: () => ({ Environments: [{ VersionLabel: label }] }) });
    simulator.setScenario({ faults: [{ kind: 'stale-read', action: 'DescribeEnvironments', seconds: 30 }] });
    const client = beanstalkClient(wire);
    const read = async () => (await client.send(new DescribeEnvironmentsCommand({}))).Environments?.[0]?.VersionLabel;
    const labels = [await read()];
    for (let second = 1; second <= 75; second += 1) {
      simulator.advance(1);
      if (second === 40) label = 'v2';
      wire.settle();
      if (second === 69 || second === 71) labels.push(await read());
    }
    expect(labels).toEqual(['v1', 'v1', 'v2']);
  });

  it('hide the newest events, also from who asks for the newest alone', async () => {
    const { wire, simulator } = testWire({
      DescribeEvents: ({ input: { EndTime, MaxRecords } }) => ({
        Events: [9, 31, 50]
          .map((age) => ({ EventDate: new Date(simulator.now() - age * 1_000), Message: `${age} s old` }))
          .filter(({ EventDate }) => !(EndTime instanceof Date) || EventDate < EndTime)
          .slice(0, typeof MaxRecords === 'number' ? MaxRecords : 1_000),
      }),
    });
    simulator.setScenario({ faults: [{ kind: 'stale-read', action: 'DescribeEvents', seconds: 30 }] });
    const read = async (command: DescribeEventsCommand) =>
      (await beanstalkClient(wire).send(command)).Events?.map(({ Message }) => Message);
    expect(await read(events)).toEqual(['31 s old', '50 s old']);
    expect(await read(new DescribeEventsCommand({ MaxRecords: 1 }))).toEqual(['31 s old']);
  });
});

describe("the service's own rate limit", () => {
  it('allows bursts of fifteen and two a second after that, for each of the two operations', async () => {
    const { wire, simulator } = testWire();
    const client = beanstalkClient(wire);
    const call = () => client.send(events);
    expect(await outcomes(17, call)).toEqual([...Array(15).fill('ok'), 'Throttling', 'Throttling']);
    expect(await outcomes(1, () => client.send(new DescribeEnvironmentsCommand({})))).toEqual(['ok']);
    simulator.advance(1);
    expect(await outcomes(3, call)).toEqual(['ok', 'ok', 'Throttling']);
    simulator.advance(3_600);
    expect(await outcomes(16, call)).toEqual([...Array(15).fill('ok'), 'Throttling']);
  });

  it('is worded as AWS words it, and can be switched off', async () => {
    const { wire, simulator } = testWire();
    const client = beanstalkClient(wire);
    await outcomes(15, () => client.send(events));
    await expect(client.send(events)).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Rate exceeded',
      $metadata: { httpStatusCode: 400 },
    });
    simulator.setScenario({ rateLimit: false });
    expect(await outcomes(40, () => client.send(events))).toEqual(Array(40).fill('ok'));
  });
});
