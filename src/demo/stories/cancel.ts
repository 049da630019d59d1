/** A workflow that is cancelled in the middle of an immutable deployment: aborted, gone in seconds, reported by the post step. */
import { shownLines, startStep } from '../runner.js';
import { inputs, openShop, settled, stateOf, workspaceOf } from '../shop.js';
import type { Story } from '../story.js';

/** The runner waits 7.5 s between SIGINT and SIGTERM. */
const GRACE_MS = 7_000;

export const cancel: Story = {
  name: 'cancel',
  summary: 'SIGINT in the middle of an immutable deployment: the update is aborted and the old version keeps serving.',
  async play(stage) {
    await openShop(stage);
    const first = await startStep(
      stage.step({ workspace: await workspaceOf(stage, 'v1'), inputs: inputs('v1', { strategy: 'all-at-once' }) }),
    );
    await first.result;
    const request = stage.step({
      workspace: await workspaceOf(stage, 'v2'),
      inputs: inputs('v2', { strategy: 'immutable' }),
    });
    const step = await startStep(request);
    await updating(stage);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    stage.say('The workflow is cancelled: the runner sends SIGINT.');
    const sent = performance.now();
    step.process.kill('SIGINT');
    const main = await step.result;
    const gone = performance.now() - sent;
    const post = await (await startStep(request, 'post', main.state)).result;
    await settled(stage, 60_000);
    const { instances, status } = await stateOf(stage);
    const calls = JSON.stringify(await stage.simulator.get('/_simulator/calls'));
    const broken = [
      ...(gone <= GRACE_MS ? [] : [`The process was gone only ${Math.round(gone)} ms after SIGINT.`]),
      ...(main.outputs.outcome === 'cancelled' ? [] : [`The outcome is ${main.outputs.outcome}, not cancelled.`]),
      ...(calls.includes('AbortEnvironmentUpdate') ? [] : ['The update was not aborted.']),
      ...(status === 'Ready' ? [] : [`The environment is ${status}.`]),
      ...(instances.every((instance) => instance.deployment?.versionLabel === 'v1')
        ? []
        : ['Not every instance runs v1 again.']),
    ];
    stage.say(`Gone ${Math.round(gone)} ms after SIGINT; environment ${status}, ${instances.length} instances.`);
    return {
      broken,
      rows: [],
      charts: [],
      excerpts: [
        { title: 'What the action said', lines: shownLines([...main.lines, '--- post step ---', ...post.lines]) },
      ],
    };
  },
};

async function updating(stage: Parameters<Story['play']>[0]): Promise<void> {
  for (let look = 0; look < 150; look += 1) {
    if ((await stateOf(stage)).status === 'Updating') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the deployment never began');
}
