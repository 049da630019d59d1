/** Two processes of the action at once on one environment, against the simulator as a third. */

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openStage, printed, run, type Stage } from '../support/runner.js';

/** As compiled: what is bundled from it is the matter of the other tests here. */
const ACTION = join(fileURLToPath(new URL('../..', import.meta.url)), 'lib', 'index.js');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ speed: 60 });
  await stage.post('/_simulator/seed', {
    applications: [{ name: 'shop' }],
    environments: [{ application: 'shop', name: 'shop-twice', versionLabel: 'v0', instances: 2 }],
  });
});
afterAll(() => stage?.close());

const deploy = async (label: string) => ({
  ...(await stage.step(
    {
      'aws-region': 'us-east-1',
      'application-name': 'shop',
      'environment-name': 'shop-twice',
      'version-label': label,
      'stable-for': '1s',
      'poll-interval': '500ms',
    },
    { Procfile: 'web: node server.js', 'server.js': `// ${label}` },
  )),
  action: ACTION,
});

it('deploy one after the other', async () => {
  // The first takes its time, so that the second comes while it is at work, however slow this machine is.
  await stage.post('/_simulator/scenario', { versions: { one: { commandSeconds: 300 } } });
  const begun = run(await deploy('one'));
  while (!(await stage.calls()).some(({ action }) => action === 'UpdateEnvironment')) await sleep(20);
  const [first, second] = await Promise.all([begun, run(await deploy('two'))]);
  expect([first.outputs.outcome, second.outputs.outcome]).toEqual(['succeeded', 'succeeded']);
  expect(printed(first)).not.toContain('Waiting for the lock');
  expect(printed(second)).toContain('Waiting for the lock of shop-twice');
  expect(second.outputs['previous-version-label']).toBe(first.outputs['version-label']);
  const calls = (await stage.calls()).map(({ action }) => action);
  expect(calls.filter((action) => action === 'UpdateEnvironment')).toHaveLength(2);
  expect(calls).not.toContain('AbortEnvironmentUpdate');
}, 60_000);
