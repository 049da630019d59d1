import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createInstanceCommands } from '../../../src/adapters/aws/ssm.js';
import { ActionError } from '../../../src/domain/problem.js';
import { minutes } from '../../../src/domain/time.js';
import type { InstanceCommands, ScriptRequest } from '../../../src/ports/instance-commands.js';
import { seededRandom } from '../../../src/simulator/random.js';
import type { Scenario } from '../../../src/simulator/scenario.js';
import { type AwsWorld, awsWorld } from '../../support/aws-world.js';

let world: AwsWorld;
let commands: InstanceCommands;
let instanceId: string;

beforeEach(async () => {
  world = await awsWorld('in process');
  commands = createInstanceCommands({ clients: world.clients, clock: world.clock, random: seededRandom(3) });
  world.pass(60);
  const environment = await world.beanstalk.environmentNamed('shop', 'shop-production');
  [instanceId = ''] = await world.beanstalk.instanceIds(environment?.id ?? '');
});
afterEach(() => world.close());

const request = (more: Partial<ScriptRequest> = {}): ScriptRequest => ({
  instanceId,
  script: 'cd /\nmigrate',
  directory: '/var/app/current',
  timeout: minutes(2),
  mark: 'Beanstalk Rollout 1',
  ...more,
});
const scenario = (scenario: Scenario): void => world.simulator.setScenario(scenario);
const failure = async (work: Promise<unknown>): Promise<ActionError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ActionError)) throw new Error(`no ActionError but ${String(error)}`);
  return error;
};

describe('a script on an instance', () => {
  it.each([
    [0, 'Success'],
    [3, 'Failed'],
  ])('that ends with %i says so, with its output', async (exitCode, details) => {
    scenario({ commands: { migrate: { exitCode, output: 'one\ntwo\n', seconds: 5 } } });
    const id = await commands.send(request());
    expect(await commands.read(instanceId, id)).toBeUndefined();
    world.pass(2);
    expect(await commands.read(instanceId, id)).toMatchObject({ state: 'running', output: '' });
    world.pass(5);
    expect(await commands.read(instanceId, id)).toEqual({ state: 'ended', exitCode, output: 'one\ntwo\n', details });
  });

  it('that takes longer than it may is ended', async () => {
    scenario({ commands: { migrate: { seconds: 1_000 } } });
    const id = await commands.send(request());
    world.pass(140);
    expect(await commands.read(instanceId, id)).toMatchObject({ state: 'running' });
    world.pass(20);
    expect(await commands.read(instanceId, id)).toMatchObject({ state: 'timed-out', details: 'ExecutionTimedOut' });
  });

  it('can be cancelled', async () => {
    scenario({ commands: { migrate: { seconds: 1_000 } } });
    const id = await commands.send(request());
    world.pass(2);
    await commands.cancel(instanceId, id);
    expect(await commands.read(instanceId, id)).toMatchObject({ state: 'cancelled' });
  });

  it('that never reaches its instance is undelivered after two minutes', async () => {
    world.faults({ kind: 'lost-agents' });
    const id = await commands.send(request());
    world.pass(110);
    expect(await commands.read(instanceId, id)).toMatchObject({ state: 'waiting' });
    world.pass(20);
    expect(await commands.read(instanceId, id)).toMatchObject({ state: 'undelivered', details: 'DeliveryTimedOut' });
  });

  it('is found by its mark and nothing else', async () => {
    const id = await commands.send(request());
    world.pass(1);
    const second = await commands.send(request());
    await commands.send(request({ mark: 'Beanstalk Rollout 2' }));
    expect(await commands.find(instanceId, 'Beanstalk Rollout 1')).toEqual([id, second]);
    expect(await commands.find('i-0000000000other', 'Beanstalk Rollout 1')).toEqual([]);
  });
});

describe('a script that cannot be sent', () => {
  it('to an instance that Systems Manager does not know names the policy that is missing', async () => {
    world.faults({ kind: 'unmanaged-instances' });
    const { problem, answerLost } = await failure(commands.send(request()));
    expect(problem.code).toBe('instance-not-managed');
    expect(problem.hint).toContain('AmazonSSMManagedInstanceCore');
    expect(answerLost).toBe(false);
  });

  it('without the permission names it', async () => {
    world.faults({ kind: 'lost-permission', answer: 'denied', action: 'SendCommand' });
    const { problem, answerLost } = await failure(commands.send(request()));
    expect(problem).toMatchObject({ code: 'permission-denied' });
    expect(problem.what).toContain('ssm:SendCommand');
    expect(answerLost).toBe(false);
  });

  it('because the connection broke is not sent twice, and may have been carried out', async () => {
    world.faults({ kind: 'reset', when: 'after', action: 'SendCommand', times: 1 });
    const { answerLost } = await failure(commands.send(request()));
    expect(answerLost).toBe(true);
    expect(await commands.find(instanceId, 'Beanstalk Rollout 1')).toHaveLength(1);
  });

  it('while the service throttles is sent again', async () => {
    world.faults({ kind: 'throttle', action: 'SendCommand', times: 2 });
    const sent = commands.send(request());
    for (let step = 0; step < 20; step += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      world.clock.advance(1_000);
    }
    expect(await sent).not.toBe('');
    expect(world.calls().filter((call) => call.startsWith('SendCommand'))).toEqual([
      'SendCommand 400',
      'SendCommand 400',
      'SendCommand 200',
    ]);
  });
});
