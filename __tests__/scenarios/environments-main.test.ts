import { describe, expect, it } from '@jest/globals';
import { described, ROLES, STACK } from '../support/environment-world.js';
import { IDLE, PairWorld } from '../support/pair-world.js';
import { type Running, startRun } from '../support/runs.js';
import { World } from '../support/world.js';

const OPTIONS = JSON.stringify(
  ROLES.map(({ namespace, name, value }) => ({ Namespace: namespace, OptionName: name, Value: value })),
);
const CREATE = {
  'environment-name': 'shop-new',
  'create-environment-if-not-exists': 'true',
  'solution-stack-name': STACK,
  'option-settings': OPTIONS,
};

async function ended(world: World, inputs: Readonly<Record<string, string>>): Promise<Running> {
  const running = startRun(world, { inputs });
  await running.ended;
  return running;
}

describe('the whole action', () => {
  it('creates an environment, sets its outputs, and deploys to it the next time', async () => {
    const world = new World();
    const first = await ended(world, CREATE);
    const made = await described(world, 'shop-new');
    expect(first.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-action-type': 'create',
      'environment-id': made?.id,
      'environment-url': made?.cname,
      'version-label': 'v2',
      'previous-version-label': '',
    });
    const second = await ended(world, { ...CREATE, 'version-label': 'v3' });
    expect(second.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'update' });
  });

  it('only shows what it would create in a dry run', async () => {
    const world = new World();
    const { outputs } = await ended(world, { ...CREATE, 'dry-run': 'true' });
    expect(outputs).toMatchObject({ outcome: 'planned', 'deployment-action-type': 'create', 'environment-id': '' });
    expect(JSON.parse(outputs.plan ?? '').steps.map((step: { kind: string }) => step.kind)).toEqual([
      'publish-version',
      'create-environment',
      'settle',
    ]);
    expect(await described(world, 'shop-new')).toBeUndefined();
  });

  it('terminates only what the id confirms', async () => {
    const world = new World();
    const id = (await described(world, 'shop-prod'))?.id ?? '';
    const refused = await ended(world, { operation: 'terminate' });
    expect(refused.outputs).toMatchObject({ outcome: 'failed' });
    expect(refused.lines.join('\n')).toContain(`confirm-environment-id: ${id}`);
    const done = await ended(world, { operation: 'terminate', 'confirm-environment-id': id });
    expect(done.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-action-type': 'terminate',
      'environment-status': 'Terminated',
    });
    expect(await described(world, 'shop-prod')).toBeUndefined();
  });
});

describe('options of an environment that does not exist yet', () => {
  const BATCH = { Namespace: 'aws:elasticbeanstalk:command', OptionName: 'BatchSize', Value: '0' };
  const given = (...more: readonly object[]): string => JSON.stringify([...JSON.parse(OPTIONS), ...more]);
  const { 'solution-stack-name': _, ...without } = CREATE;
  const template = (world: World): void =>
    world.somebody('CreateConfigurationTemplate', {
      ApplicationName: 'shop',
      TemplateName: 'saved',
      SolutionStackName: STACK,
    });
  const SOURCES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['a solution stack', CREATE],
    ['a platform branch', { ...without, 'platform-branch': 'Node.js 24 running on 64bit Amazon Linux 2023' }],
    ['a saved configuration', { ...without, 'template-name': 'saved' }],
    ['a live environment', { ...without, 'template-environment': 'shop-prod' }],
  ];
  const WRITES = /^(Create|Update|Delete|Terminate|Put)/;

  it.each(SOURCES)('are judged before anything is created from %s', async (_what, inputs) => {
    const world = new World();
    template(world);
    const before = world.wire.calls.total;
    const { outputs, lines } = await ended(world, {
      ...inputs,
      'option-settings': given(BATCH),
      'application-name': 'shop',
      'deploy-lock': 'off',
    });
    expect(outputs).toMatchObject({ outcome: 'failed' });
    expect(lines.join('\n')).toMatch(/does not accept an option: aws:elasticbeanstalk:command:BatchSize/);
    const writes = world.wire.calls.list(before).filter(({ action }) => WRITES.test(action));
    expect(writes.map(({ action }) => action)).toEqual([]);
  });

  it('that the platform does not describe are a warning, and the service decides', async () => {
    const odd = { Namespace: 'aws:elasticbeanstalk:command', OptionName: 'NoSuch', Value: '1' };
    const { lines } = await ended(new World(), { ...CREATE, 'option-settings': given(odd), 'dry-run': 'true' });
    expect(lines.join('\n')).toContain(
      'aws:elasticbeanstalk:command:NoSuch: the platform does not describe this option',
    );
  });

  it('are left to the service when the permission to ask is missing', async () => {
    const world = new World();
    world.scenario({
      faults: [{ kind: 'lost-permission', answer: 'denied', action: 'DescribeConfigurationOptions' }],
    });
    const { outputs, lines } = await ended(world, CREATE);
    expect(outputs.outcome).toBe('succeeded');
    expect(lines.join('\n')).toMatch(/The options could not be checked beforehand: .*DescribeConfigurationOptions/);
  });

  it('are those of the live side when the named one of two is missing', async () => {
    const world = new PairWorld({ idle: 'v1' });
    world.somebody('SwapEnvironmentCNAMEs', {
      SourceEnvironmentName: 'shop-prod',
      DestinationEnvironmentName: IDLE,
    });
    world.advance(60_000);
    world.somebody('TerminateEnvironment', { EnvironmentName: 'shop-prod' });
    world.advance(600_000);
    const inputs = { strategy: 'blue-green', bake: '10s', 'environment-variables': 'A=1' };
    const { outputs } = await ended(world, inputs);
    expect(`${outputs.outcome}: ${outputs['outcome-reason']}`).toMatch(/^succeeded: /);
    expect(world.live().name).toBe('shop-prod');
  });
});

describe('an application that does not exist yet', () => {
  it('is created with its first environment, and neither is created when one of them cannot be', async () => {
    const world = new World();
    const inputs = { ...CREATE, 'application-name': 'cart', 'create-application-if-not-exists': 'true' };
    const before = world.wire.calls.total;
    const refused = await ended(world, { ...inputs, 'cname-prefix': 'shop-prod' });
    expect(refused.outputs.outcome).toBe('failed');
    const actions = world.wire.calls.list(before).map(({ action }) => action);
    expect(actions).not.toContain('CreateApplication');
  });
});
