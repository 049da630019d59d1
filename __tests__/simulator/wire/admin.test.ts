import { DescribeEventsCommand } from '@aws-sdk/client-elastic-beanstalk';
import { describe, expect, it } from '@jest/globals';
import { createCallLog } from '../../../src/simulator/wire/call-log.js';
import type { Wire } from '../../../src/simulator/wire/wire.js';
import { beanstalkClient, testWire, textOf } from '../../support/wire.js';

async function ask(wire: Wire, method: string, page: string, body?: string, headers: Record<string, string> = {}) {
  const response = await wire.handle({
    method,
    url: `/_simulator/${page}`,
    headers,
    body: body === undefined ? undefined : Buffer.from(body),
  });
  return { status: response.status, json: JSON.parse(await textOf(response.body)) };
}

describe("the simulator's own pages", () => {
  it('show health and state', async () => {
    const { wire } = testWire();
    expect(await ask(wire, 'GET', 'health')).toEqual({
      status: 200,
      json: { status: 'ok', time: '2001-09-09T01:46:40.000Z', calls: 0 },
    });
    const gitHub = { repositories: [], tokens: [] };
    expect(await ask(wire, 'GET', 'state')).toEqual({ status: 200, json: { hello: 'world', github: gitHub } });
  });

  it('list every API call with both clocks, its answer and what it asked for', async () => {
    const { wire, simulator } = testWire({}, { wallClock: { now: () => Date.now() } });
    await beanstalkClient(wire).send(new DescribeEventsCommand({ EnvironmentName: 'shop' }));
    simulator.advance(60);
    await beanstalkClient(wire).send(new DescribeEventsCommand({ EnvironmentName: 'barn' }));
    const { json } = await ask(wire, 'GET', 'calls');
    expect(json).toMatchObject({
      total: 2,
      calls: [
        {
          sequence: 1,
          time: '2001-09-09T01:46:40.000Z',
          service: 'elasticbeanstalk',
          action: 'DescribeEvents',
          status: 200,
          requestId: simulator.received[0]?.requestId,
          input: { EnvironmentName: 'shop' },
        },
        {
          sequence: 2,
          time: '2001-09-09T01:47:40.000Z',
          input: { EnvironmentName: 'barn' },
          durationMilliseconds: expect.any(Number),
          wallTime: expect.stringMatching(/^20/),
        },
      ],
    });
    expect((await ask(wire, 'GET', 'calls?since=1')).json.calls).toHaveLength(1);
  });

  it('set scenario and seed', async () => {
    const { wire, simulator } = testWire();
    const scenario = { faults: [{ kind: 'throttle', action: '*' }] };
    expect(await ask(wire, 'POST', 'scenario', JSON.stringify(scenario))).toEqual({ status: 200, json: { ok: true } });
    expect(simulator.scenario).toEqual(scenario);
    expect((await ask(wire, 'GET', 'scenario')).json).toEqual(scenario);
    const seed = { applications: [{ name: 'shop' }] };
    await ask(wire, 'POST', 'seed', JSON.stringify(seed));
    expect(simulator.seeds).toEqual([seed]);
  });

  it('stop the process that asked to be told', async () => {
    let stops = 0;
    const { wire } = testWire(
      {},
      {
        options: {
          onStop: () => {
            stops += 1;
          },
        },
      },
    );
    expect(await ask(wire, 'POST', 'stop')).toEqual({ status: 200, json: { ok: true } });
    await new Promise((resolve) => setImmediate(resolve));
    expect(stops).toBe(1);
  });

  it.each([
    ['GET', 'nothing', undefined, 404, 'There are: GET health'],
    ['POST', 'scenario', 'not json', 400, 'not JSON'],
    ['POST', 'scenario', '[]', 400, 'JSON object'],
    ['POST', 'scenario', '{"faults":{}}', 400, 'faults must be a list'],
  ])('refuse %s %s with %s', async (method, page, body, status, text) => {
    const { wire } = testWire();
    expect(await ask(wire, method, page, body)).toEqual({ status, json: { error: expect.stringContaining(text) } });
  });

  it('refuse web pages', async () => {
    const { wire } = testWire();
    expect(await ask(wire, 'POST', 'stop', undefined, { origin: 'https://example.com' })).toMatchObject({
      status: 403,
    });
  });
});

describe('the call log', () => {
  it('keeps the newest calls only, and counts all', () => {
    const log = createCallLog(10);
    const call = {
      time: '',
      wallTime: '',
      service: 's',
      action: 'a',
      status: 200,
      durationMilliseconds: 0,
      requestId: '',
      input: {},
    };
    for (let index = 0; index < 1_005; index += 1) log.add(call);
    expect(log.total).toBe(1_005);
    expect(log.list().map(({ sequence }) => sequence)).toEqual([
      996, 997, 998, 999, 1_000, 1_001, 1_002, 1_003, 1_004, 1_005,
    ]);
    expect(log.list(1_003).map(({ sequence }) => sequence)).toEqual([1_004, 1_005]);
  });
});
