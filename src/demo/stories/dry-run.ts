/** What each strategy would cost on this environment, before anything is changed. */
import { endingOf, runStep, shownLines } from '../runner.js';
import { inputs, openShop, workspaceOf } from '../shop.js';
import type { Story } from '../story.js';

/** Calls that change something; a dry run sends none of them. */
const WRITES =
  /"(CreateApplicationVersion|UpdateEnvironment|AbortEnvironmentUpdate|PutObject|CreateMultipartUpload|UploadPart)"/;

export const dryRun: Story = {
  name: 'dry-run',
  summary: 'The plan and the comparison of all strategies for this environment; nothing is called but reads.',
  async play(stage) {
    await openShop(stage);
    const { main } = await runStep(
      stage.step({
        workspace: await workspaceOf(stage, 'v2'),
        inputs: inputs('v2', { strategy: 'immutable', 'dry-run': 'true' }),
      }),
    );
    const calls = JSON.stringify(await stage.simulator.get('/_simulator/calls'));
    const broken = [
      ...(main.exitCode === 0 && main.outputs.outcome === 'planned'
        ? []
        : [`The outcome is ${main.outputs.outcome}, ${endingOf(main)}.`]),
      ...(WRITES.test(calls) ? ['Something was written during a dry run.'] : []),
    ];
    return {
      broken,
      rows: [],
      charts: [],
      excerpts: [{ title: 'What the action said', lines: shownLines(main.lines) }],
    };
  },
};
