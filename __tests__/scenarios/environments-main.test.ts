import { describe, expect, it } from '@jest/globals';
import { described, ROLES, STACK } from '../support/environment-world.js';
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
