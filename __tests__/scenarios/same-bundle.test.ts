/** The same files again: nothing is uploaded, and what the version holds is told all the same. */
import { afterAll, expect, it } from '@jest/globals';
import { directoryOf, removeTemporary } from '../support/bundle-tree.js';
import { wholeRun } from '../support/runs.js';
import { World } from '../support/world.js';

afterAll(removeTemporary);

it('names the hash of a bundle that is there already, in a run that changes nothing and in one that does', async () => {
  const workspace = await directoryOf({ 'server.js': '// r1', Procfile: 'web: node server.js' });
  const inputs = { 'version-source': 'auto', 'source-directory': '.', 'version-label': 'r1' };
  const world = new World();
  const first = await wholeRun(world, { inputs, workspace });
  expect(first.outputs.outcome).toBe('succeeded');
  const hash = first.outputs['bundle-sha256'];
  expect(hash).toMatch(/^[0-9a-f]{64}$/);

  const again = await wholeRun(world, { inputs, workspace });
  expect(again.outputs).toMatchObject({ outcome: 'unchanged', 'bundle-sha256': hash });

  const changed = await wholeRun(world, { inputs: { ...inputs, 'environment-variables': 'LEVEL=info' }, workspace });
  expect(changed.outputs).toMatchObject({ outcome: 'succeeded', 'bundle-sha256': hash });
  const uploads = world.wire.calls
    .list()
    .filter(({ action, input }) => action === 'PutObject' && /\.zip$/.test(`${input.Key}`));
  expect(uploads).toHaveLength(1);
});
