/** What of GitHub's workflows the player of them understands. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { combinationsOf, listens, type Workflow, type WorkflowEvent } from '../../src/demo/workflow/model.js';
import { playWorkflow } from '../../src/demo/workflow/workflow.js';

const EVENT: WorkflowEvent = { name: 'push', payload: {}, sha: 'a'.repeat(40), repository: 'o/r', token: 't' };
const PULL = { action: 'opened', pull_request: { base: { ref: 'main' } } };

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'beanstalk-rollout-workflow-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('an event', () => {
  const starts = (on: Workflow['on'], event: Partial<WorkflowEvent> = {}): boolean =>
    listens({ on, jobs: {} }, { ...EVENT, ...event });

  it.each<readonly [string, Workflow['on'], Partial<WorkflowEvent>, boolean]>([
    ['by its name', 'push', {}, true],
    ['as one of several', ['pull_request', 'push'], {}, true],
    ['not another', { schedule: null }, {}, false],
    ['of its branch', { push: { branches: ['main', 'release/*'] } }, { ref: 'refs/heads/release/1' }, true],
    ['not of a deeper branch', { push: { branches: ['release/*'] } }, { ref: 'refs/heads/release/1/a' }, false],
    ['that changes a path', { push: { paths: ['web/**'] } }, { changed: ['web/a/b.js'] }, true],
    ['not that changes another', { push: { paths: ['web/**', '*.yml'] } }, { changed: ['api/x.yml'] }, false],
    ['of a pull request by its usual kinds', { pull_request: null }, { name: 'pull_request', payload: PULL }, true],
    [
      'not by the others',
      { pull_request: null },
      { name: 'pull_request', payload: { ...PULL, action: 'closed' } },
      false,
    ],
    ['to another base', { pull_request: { branches: ['next'] } }, { name: 'pull_request', payload: PULL }, false],
  ])('starts a workflow %s', (_, on, event, expected) => {
    expect(starts(on, event)).toBe(expected);
  });
});

describe('a matrix', () => {
  const of = (matrix: object) => combinationsOf({ strategy: { matrix } } as Workflow['jobs'][string]);

  it('is every combination, and what is included', () => {
    expect(of({ a: [1, 2], b: ['x', 'y'] })).toHaveLength(4);
    expect(of({ include: [{ a: 1 }, { a: 2 }] })).toEqual([{ a: 1 }, { a: 2 }]);
    const included = of({ a: [1, 2], include: [{ a: 2, more: 'y' }, { a: 3 }, { all: 'z' }] });
    expect(included).toEqual([{ a: 1, all: 'z' }, { a: 2, more: 'y', all: 'z' }, { a: 3 }]);
    expect(combinationsOf({})).toEqual([{}]);
  });
});

const CALLED = `
on:
  workflow_call:
    inputs:
      dry: { type: boolean, default: true }
      name: { type: string, default: nobody }
    outputs:
      said: { value: "\${{ jobs.say.outputs.said }}" }
jobs:
  say:
    outputs: { said: "\${{ steps.it.outputs.said }}" }
    steps:
      - { id: it, if: "!inputs.dry", uses: "a/say@v1", with: { text: "hello \${{ inputs.name }}" } }
`;
const CALLER = `
on: push
env: { WHO: kim }
permissions: { contents: read }
jobs:
  late:
    needs: [call]
    if: always()
    steps: [{ uses: "a/say@v1", with: { text: "\${{ needs.call.result }}: \${{ needs.call.outputs.said }}" } }]
  call:
    uses: ./.github/workflows/called.yml
    with: { dry: false, name: "\${{ github.ref_name }}" }
  fails:
    steps:
      - run: "false \${{ env.WHO }}"
        env: { TOO: "1" }
      - uses: a/never@v1
      - if: failure()
        uses: a/say@v1
        with: { text: failed }
  skipped:
    needs: fails
    steps: [{ uses: "a/never@v1" }]
`;

describe('jobs', () => {
  it('wait for each other, hand on outputs, call other workflows, and stop at what fails', async () => {
    writeFileSync(join(directory, 'called.yml'), CALLED);
    writeFileSync(join(directory, 'caller.yml'), CALLER);
    const said: string[] = [];
    const scripts: string[] = [];
    const jobs = await playWorkflow({
      file: join(directory, 'caller.yml'),
      event: EVENT,
      directory,
      use: async ({ action, inputs, permissions }) => {
        said.push(`${action} ${inputs.text} ${JSON.stringify(permissions)}`);
        return { succeeded: true, outputs: { said: `<${inputs.text}>` } };
      },
      run: async ({ text, env }) => {
        scripts.push(`${text} ${env.WHO}${env.TOO} ${env.GITHUB_SHA?.slice(0, 2)}`);
        return { succeeded: false, outputs: {} };
      },
    });
    expect(Object.fromEntries(jobs.map(({ name, conclusion }) => [name, conclusion]))).toEqual({
      call: 'success',
      late: 'success',
      fails: 'failure',
      skipped: 'skipped',
    });
    expect(said.sort()).toEqual([
      'a/say failed {"contents":"read"}',
      'a/say hello main {}',
      'a/say success: <hello main> {"contents":"read"}',
    ]);
    expect(scripts).toEqual(['false kim kim1 aa']);
  });
});
