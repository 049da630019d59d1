/** Whole runs that deploy an image: the digest decides what is new, the platform whether it is possible. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { DigestAnswer } from '../../src/ports/registry.js';
import { removeTemporary, temporary } from '../support/bundle-tree.js';
import { ROLES } from '../support/environment-world.js';
import { type Running, startRun } from '../support/runs.js';
import { World } from '../support/world.js';

afterEach(removeTemporary);

const OPTIONS = JSON.stringify(
  ROLES.map(({ namespace, name, value }) => ({ Namespace: namespace, OptionName: name, Value: value })),
);
const INPUTS = {
  'version-source': '',
  'version-label': '',
  'environment-name': 'shop-docker',
  'docker-image': 'ghcr.io/acme/shop:stable',
  'docker-port': '8080',
};
const CREATE = { 'solution-stack-name': '64bit Amazon Linux 2023 v4.9.1 running Docker', 'option-settings': OPTIONS };
const digest = (digit: string): DigestAnswer => ({ kind: 'found', digest: `sha256:${digit.repeat(64)}` });

async function run(
  world: World,
  answer: DigestAnswer,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Running> {
  Object.assign(world.ports, { registry: { digest: () => Promise.resolve(answer) } });
  const workspace = join(await temporary(), 'w');
  await mkdir(workspace);
  const running = startRun(world, { inputs: { ...INPUTS, ...inputs }, workspace });
  await running.ended;
  return running;
}

describe('an image on the Docker platform', () => {
  it('is deployed by its digest: unchanged while the tag means the same, a new version when it moves', async () => {
    const world = new World();
    const first = await run(world, digest('1'), CREATE);
    expect(first.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'create' });
    expect(first.lines.join('\n')).toContain(`ghcr.io/acme/shop:stable is sha256:${'1'.repeat(64)}`);

    const same = await run(world, digest('1'), { 'docker-image': 'ghcr.io/acme/shop:v7' });
    expect(same.outputs).toMatchObject({ outcome: 'unchanged', 'version-label': first.outputs['version-label'] });

    const moved = await run(world, digest('2'));
    expect(moved.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'update' });
    expect(moved.outputs['version-label']).not.toBe(first.outputs['version-label']);
    expect(moved.outputs['previous-version-label']).toBe(first.outputs['version-label']);
  });

  it('is deployed anew by a tag that nobody resolves, and the plan says so', async () => {
    const world = new World();
    const unknown: DigestAnswer = { kind: 'unknown', because: 'ghcr.io answered 403' };
    const first = await run(world, unknown, CREATE);
    expect(first.lines.join('\n')).toContain('could not be found out: ghcr.io answered 403');
    const second = await run(world, unknown);
    expect(second.outputs).toMatchObject({ outcome: 'succeeded' });
    expect(second.outputs['version-label']).not.toBe(first.outputs['version-label']);
  });

  it('is refused before anything is changed where it cannot run, or is not there', async () => {
    const world = new World();
    const node = await run(world, digest('1'), { 'environment-name': 'shop-prod' });
    expect(node.outputs).toMatchObject({ outcome: 'failed', 'version-label': 'v1' });
    expect(node.lines.join('\n')).toContain('needs the Docker platform');
    const ecs = { ...CREATE, 'solution-stack-name': '64bit Amazon Linux 2023 v4.4.1 running ECS' };
    expect((await run(world, digest('1'), ecs)).lines.join('\n')).toContain('Dockerrun.aws.json of version 2');
    const gone = await run(world, { kind: 'missing', because: 'ghcr.io answered 404' }, CREATE);
    expect(gone.lines.join('\n')).toContain('The registry has no image ghcr.io/acme/shop:stable');
    const labels = JSON.stringify(world.simulator.state());
    expect(labels).not.toContain('shop-docker');
  });
});
