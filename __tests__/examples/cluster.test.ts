/** The examples for Cluster environments, and those of AWS's own action, played from their own YAML for a push. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { withRegistry } from '../support/cluster-world.js';
import { push } from './events.js';
import { type StageOptions, WorkflowStage } from './stage.js';

let stage: WorkflowStage | undefined;
afterEach(() => stage?.close());

function open(environments: StageOptions['environments']): WorkflowStage {
  stage = new WorkflowStage({ environments, files: { Dockerfile: 'FROM scratch' } });
  stage.program('docker', 'exit 0');
  withRegistry(stage.world);
  return stage;
}

const SHOP = { application: 'shop', name: 'shop-cluster', tier: 'Cluster', versionLabel: 'v0', instances: 2 } as const;

describe('a push', () => {
  it.each(['cluster-image', 'recreate'])('plays examples/%s.yml to a green end', async (example) => {
    const there = open([SHOP]);
    const { jobs, runs } = await there.play(`examples/${example}.yml`, push());
    expect(jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(runs[0]?.outputs).toMatchObject({ outcome: 'succeeded', 'environment-health': 'Green' });
    expect((await there.environment('shop-cluster'))?.versionLabel).toBe(runs[0]?.outputs['version-label']);
  });

  it('plays examples/cluster-build.yml to a green end, and creates what is missing', async () => {
    const there = open([]);
    const { jobs, runs } = await there.play('examples/cluster-build.yml', push());
    expect(jobs).toMatchObject([{ conclusion: 'success' }]);
    expect(runs[0]?.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'create' });
    expect((await there.environment('shop-cluster'))?.tier).toBe('Cluster');
  });
});
