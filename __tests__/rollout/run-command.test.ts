/** A command against a port that misbehaves in ways that the simulated service does not. */
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../src/domain/problem.js';
import { minutes } from '../../src/domain/time.js';
import type { InstanceCommands, Invocation, ScriptRequest } from '../../src/ports/instance-commands.js';
import { ALREADY_STARTED } from '../../src/rollout/instance-script.js';
import type { StepEnd } from '../../src/rollout/perform.js';
import { beginRollout } from '../../src/rollout/run.js';
import { type CommandStep, performCommand } from '../../src/rollout/run-command.js';
import { settingsOf, World } from '../support/world.js';

const ended = (exitCode: number, output = ''): Invocation => ({ state: 'ended', exitCode, output, details: 'Success' });
const lost = (): ActionError =>
  new ActionError(
    { code: 'connection-lost', blame: 'aws', what: 'The connection broke.', hint: '' },
    { nature: 'transient', answerLost: true },
  );

class Port implements InstanceCommands {
  readonly sent: ScriptRequest[] = [];
  readonly answers: (string | ActionError)[];
  readonly found: (readonly string[])[];
  readonly invocations: Readonly<Record<string, Invocation | undefined>>;

  constructor(
    answers: (string | ActionError)[],
    found: (readonly string[])[],
    invocations: Readonly<Record<string, Invocation | undefined>>,
  ) {
    this.answers = answers;
    this.found = found;
    this.invocations = invocations;
  }

  async send(request: ScriptRequest): Promise<string> {
    this.sent.push(request);
    const answer = this.answers.shift() ?? lost();
    if (answer instanceof ActionError) throw answer;
    return answer;
  }
  async find(): Promise<readonly string[]> {
    return this.found.shift() ?? [];
  }
  async read(_: string, commandId: string): Promise<Invocation | undefined> {
    return this.invocations[commandId];
  }
  async cancel(): Promise<void> {}
}

async function run(port: Port): Promise<StepEnd> {
  const world = new World();
  const { plan, snapshot } = await world.plan(settingsOf(), 'v2');
  const step: CommandStep = {
    kind: 'run-command',
    environment: plan.environment,
    input: 'post-deploy-command',
    command: 'migrate',
    timeout: minutes(1),
    versionLabel: 'v1',
  };
  const rollout = beginRollout({
    plan,
    snapshot,
    settings: settingsOf(),
    ports: { ...world.ports, instanceCommands: world.clock.holding(port) },
    say: () => {},
    cancel: new AbortController().signal,
  });
  return performCommand(rollout, step);
}

describe('a command whose answer was lost', () => {
  it('and that is found late, after it was sent again, is the one that is watched', async () => {
    const nothing = [[], [], [], [], []];
    const port = new Port([lost(), 'second'], [...nothing, ['first', 'second']], {
      first: ended(0, 'migrated\n'),
      second: ended(ALREADY_STARTED),
    });
    expect(await run(port)).toEqual({ step: 'done' });
    const [one, other] = port.sent;
    expect(port.sent).toHaveLength(2);
    expect(other).toEqual(one);
  });

  it('and whose first sending failed on the instance has failed', async () => {
    const port = new Port([lost(), 'second'], [[], [], [], [], [], ['first', 'second']], {
      first: ended(4, 'no\n'),
      second: ended(ALREADY_STARTED),
    });
    const end = await run(port);
    expect(end).toMatchObject({ step: 'failed', log: { lines: ['no'] } });
    expect(end.step === 'failed' && end.problem.what).toContain('ended with exit code 4');
  });

  it('every time is given up, and never called done', async () => {
    const end = await run(new Port([lost(), lost(), lost()], [], {}));
    expect(end).toMatchObject({ step: 'failed', problem: { code: 'connection-lost' } });
  });
});

describe('a command that nobody ever hears of', () => {
  it('is asked to stop in the end, and has failed', async () => {
    const end = await run(new Port(['silent'], [], {}));
    expect(end).toMatchObject({ step: 'failed', problem: { code: 'instance-command-failed' } });
    expect(end.step === 'failed' && end.problem.what).toContain('did not end in time');
  });
});
