/** A version that cannot start: the action says what happened, instance by instance, and fails; nothing is glossed over. */
import { endingOf, runStep, shownLines } from '../runner.js';
import { inputs, openShop, workspaceOf } from '../shop.js';
import type { Story } from '../story.js';

export const badVersion: Story = {
  name: 'bad-version',
  summary:
    'A release that crashes at its start, deployed in two batches: red, with the reason, and what each instance runs.',
  async play(stage) {
    await openShop(stage);
    const good = await workspaceOf(stage, 'v1');
    const bad = await workspaceOf(stage, 'bad-start');
    const before = await runStep(stage.step({ workspace: good, inputs: inputs('v1', { strategy: 'all-at-once' }) }));
    const { main } = await runStep(
      stage.step({ workspace: bad, inputs: inputs('bad-start', { strategy: 'rolling', 'batch-size': '50%' }) }),
    );
    const said = main.lines.join('\n');
    const broken = [
      ...(before.main.exitCode === 0 ? [] : ['The good version before it was not deployed.']),
      ...(main.exitCode === 1 ? [] : [`The action ended with ${endingOf(main)} for a version that cannot start.`]),
      ...(main.outputs.outcome === 'failed' ? [] : [`The outcome is ${main.outputs.outcome}, not failed.`]),
      ...(/i-[0-9a-f]{8,}/.test(said) ? [] : ['No instance is named in the log.']),
      ...(said.includes('Cannot start') ? [] : ["The application's own words are missing from the log."]),
    ];
    return {
      broken,
      rows: [],
      charts: [],
      excerpts: [{ title: 'What the action said', lines: shownLines(main.lines) }],
    };
  },
};
