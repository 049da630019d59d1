/** Two ways back: a version that cannot start is put away by the run that brought it, a good but unwanted one by a button. */
import { summariseCapacity } from '../capacity.js';
import { endingOf, runStep, type StepResult, shownLines, verdictOf } from '../runner.js';
import { INSTANCES, inputs, openShop, stateOf, watchShop, workspaceOf } from '../shop.js';
import type { Stage, Story, StoryRow } from '../story.js';
import { summariseTraffic } from '../traffic.js';

const BUCKET_MS = 250;
const LOOK_MS = 100;

export const rollback: Story = {
  name: 'rollback',
  summary:
    'A broken version half way through the fleet is taken back by itself; an unwanted one by a button, without a build.',
  async play(stage) {
    await openShop(stage);
    await deploy(stage, 'v1', { strategy: 'all-at-once' });
    stage.say('A version that cannot start, in two batches: the run itself puts v1 back.');
    const failed = await watched(stage, 'rolling, on-failure: rollback', 'v1', () =>
      deploy(stage, 'bad-start', { strategy: 'rolling', 'batch-size': '50%' }),
    );
    const good = await deploy(stage, 'v2', { strategy: 'rolling', 'batch-size': '50%' });
    stage.say('v2 works, but nobody likes it: a person presses the button.');
    const pressed = await watched(stage, 'operation: rollback', 'v1', () => goBack(stage));
    const acts = [failed, pressed];
    return {
      broken: [
        ...(failed.step.exitCode === 1 && failed.step.outputs.outcome === 'failed'
          ? []
          : [`The broken version ended with ${endingOf(failed.step)}, ${failed.step.outputs.outcome}.`]),
        ...(failed.step.outputs.restored === 'yes' ? [] : [`Restored after it: ${failed.step.outputs.restored}.`]),
        ...(failed.wasMixed ? [] : ['The fleet was never mixed, so nothing had to be repaired.']),
        ...(good.outputs.outcome === 'succeeded' ? [] : [`v2 ended in ${good.outputs.outcome}.`]),
        ...(pressed.step.outputs.outcome === 'succeeded' && pressed.step.outputs['version-label'] === 'v1'
          ? []
          : [`The button ended in ${pressed.step.outputs.outcome} on ${pressed.step.outputs['version-label']}.`]),
        ...acts.flatMap(({ title, isBack }) => (isBack ? [] : [`${title}: not every instance runs v1 again.`])),
      ],
      rows: acts.map(({ row }) => row),
      charts: [],
      excerpts: acts.map(({ title, step }) => ({
        title: `What the action said: ${title}`,
        lines: shownLines(step.lines),
      })),
    };
  },
};

async function deploy(stage: Stage, release: string, more: Readonly<Record<string, string>>): Promise<StepResult> {
  const workspace = await workspaceOf(stage, release);
  return (await runStep(stage.step({ workspace, inputs: inputs(release, more) }))).main;
}

/** One workflow_dispatch: nothing is built, nothing is uploaded. */
async function goBack(stage: Stage): Promise<StepResult> {
  const { 'source-directory': _, 'version-label': __, ...shared } = inputs('', {});
  const asked = { ...shared, operation: 'rollback', 'to-version': 'previous', comment: 'nobody likes it' };
  return (await runStep(stage.step({ workspace: await workspaceOf(stage, 'v1'), inputs: asked }))).main;
}

interface Act {
  readonly title: string;
  readonly step: StepResult;
  readonly row: StoryRow;
  readonly wasMixed: boolean;
  readonly isBack: boolean;
}

async function watched(stage: Stage, title: string, wanted: string, play: () => Promise<StepResult>): Promise<Act> {
  const watch = await watchShop(stage);
  const fleet = watchFleet(stage, wanted);
  const step = await play();
  const { mixedMs, wasMixed } = await fleet.stop();
  const traffic = summariseTraffic(await watch.load.stop(), BUCKET_MS);
  const capacity = summariseCapacity(await watch.capacity.stop());
  const { instances } = await stateOf(stage);
  const isBack = instances.every(
    ({ deployment }) => deployment?.versionLabel === wanted && deployment.status === 'Deployed',
  );
  const back = Math.round((mixedMs / 1_000) * stage.speed);
  const outcome = verdictOf(step);
  return {
    title,
    step,
    wasMixed,
    isBack,
    row: {
      strategy: title,
      simulatedSeconds: Math.round((step.milliseconds / 1_000) * stage.speed),
      served: traffic.served,
      failed: traffic.failed,
      lowestHealthy: capacity.lowestHealthy,
      capacity: INSTANCES,
      extraInstances: capacity.extraInstances,
      versionsSeen: traffic.versions.map(({ version }) => version).join(', '),
      verdict: `${outcome}; ${back} s from the first other instance until all run ${wanted}`,
    },
  };
}

/** For how long not every instance ran the wanted version. */
function watchFleet(
  stage: Stage,
  wanted: string,
): { stop(): Promise<{ readonly mixedMs: number; readonly wasMixed: boolean }> } {
  let first: number | undefined;
  let last = 0;
  let wasMixed = false;
  let isOver = false;
  const look = async (): Promise<void> => {
    while (!isOver) {
      const { instances } = await stateOf(stage);
      const labels = new Set(instances.map(({ deployment }) => deployment?.versionLabel));
      wasMixed ||= labels.size > 1;
      const isWhole = instances.every(
        ({ deployment }) => deployment?.versionLabel === wanted && deployment.status === 'Deployed',
      );
      if (!isWhole) {
        first ??= Date.now();
        last = Date.now();
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  };
  const looking = look();
  return {
    stop: async () => {
      isOver = true;
      await looking;
      return { mixedMs: first === undefined ? 0 : last - first, wasMixed };
    },
  };
}
