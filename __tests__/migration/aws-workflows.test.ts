/** Workflows for AWS's own action, played as they are: only what stands behind the line that names the action is ours. */
import { readdirSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { dispatch, push } from '../examples/events.js';
import { SHA, WorkflowStage } from '../examples/stage.js';
import { removeTemporary, zipOf } from '../support/bundle-tree.js';

const FIXTURES = '__tests__/fixtures/aws-action';
const WORKFLOWS = readdirSync(new URL('../fixtures/aws-action/', import.meta.url)).filter((name) =>
  name.endsWith('.yml'),
);

let stage: WorkflowStage | undefined;
afterEach(() => stage?.close());
afterAll(removeTemporary);

/** Packs nothing: it brings an archive that was made before, with other content each time. */
async function packs(world: WorkflowStage, text: string): Promise<void> {
  const archive = await zipOf([{ path: 'Procfile', text: `web: ${text}` }]);
  world.program('zip', `for one; do case "$one" in *.zip) cp '${archive}' "$one";; esac; done`);
}

describe('a workflow for AWS’s own action', () => {
  it.each(WORKFLOWS)('%s creates the environment at the first push, and updates it by the button', async (name) => {
    stage = new WorkflowStage({
      environments: [],
      region: 'us-east-1',
      ours: 'aws-actions/aws-elasticbeanstalk-deploy',
    });
    await packs(stage, 'one');
    const first = await stage.play(`${FIXTURES}/${name}`, push('v1'));
    expect(first.jobs).toMatchObject([{ name: 'deploy', conclusion: 'success' }]);
    const kind = name.replace('.yml', '');
    expect(first.runs[0]?.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-action-type': 'create',
      'version-label': `${kind}-${SHA.v1}`,
    });
    await packs(stage, 'two');
    const second = await stage.play(`${FIXTURES}/${name}`, { ...dispatch({}), sha: SHA.v2 });
    expect(second.jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(second.runs[0]?.outputs).toMatchObject({ 'deployment-action-type': 'update', outcome: 'succeeded' });
    expect((await stage.environment(`${kind}-shop-env`))?.versionLabel).toBe(`${kind}-${SHA.v2}`);
  });
});
