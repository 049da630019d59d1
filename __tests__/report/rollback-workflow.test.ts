import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findRollbackWorkflow, rollbackCommand, rollbackWorkflow } from '../../src/report/rollback-workflow.js';
import { ROLLBACK_WORKFLOW } from '../support/page-runs.js';
import { RUN } from './given.js';

const HERE = { ...RUN, repository: 'acme/shop', runId: '12' };

describe("the repository's own rollback button", () => {
  it('is found in the example of this project, with the names of its inputs', () => {
    const text = readFileSync(new URL('../../examples/rollback.yml', import.meta.url), 'utf8');
    expect(rollbackWorkflow('rollback.yml', text)).toEqual({
      file: 'rollback.yml',
      version: 'version',
      reason: 'reason',
    });
  });

  it.each([
    ['has no button', ROLLBACK_WORKFLOW.replace('workflow_dispatch', 'push')],
    ['does something else', ROLLBACK_WORKFLOW.replace('operation: rollback', 'operation: deploy')],
  ])('is not a workflow that %s', (_, text) => {
    expect(rollbackWorkflow('a.yml', text)).toBeUndefined();
  });

  it('is not a file whose name could mean anything else', () => {
    expect(rollbackWorkflow('a b.yml', ROLLBACK_WORKFLOW)).toBeUndefined();
    expect(rollbackWorkflow('$(x).yml', ROLLBACK_WORKFLOW)).toBeUndefined();
  });

  it('is looked for among all workflows, and its absence is no error', async () => {
    const texts: Readonly<Record<string, string>> = { 'ci.yml': 'on: push', 'back.yaml': ROLLBACK_WORKFLOW };
    const files = {
      list: async () => ['README.md', ...Object.keys(texts)],
      readText: async (path: string) => texts[path.split('/').at(-1) ?? ''] ?? '',
    };
    expect((await findRollbackWorkflow(files, '/w'))?.file).toBe('back.yaml');
    const nothing = { ...files, list: () => Promise.reject(new Error('ENOENT')) };
    expect(await findRollbackWorkflow(nothing, '/w')).toBeUndefined();
  });

  it.each([
    ['v1', 'v1'],
    ['3f2a91c-0a1b2c3d', '3f2a91c-0a1b2c3d'],
    ['$(touch x)', 'previous'],
    ["v1' ; rm -rf /", 'previous'],
    ['-f x', 'previous'],
    ['v1\nrm', 'previous'],
  ])('is pressed by a command in which the label %j stands as %s', (version, written) => {
    const workflow = { file: 'rollback.yml', version: 'version' };
    expect(rollbackCommand(workflow, { version, environment: 'shop' }, HERE)).toBe(
      `gh workflow run rollback.yml --repo acme/shop -f version=${written}`,
    );
  });

  it('has no command when the name of the environment could mean something to a shell', () => {
    const workflow = { file: 'rollback.yml', environment: 'where' };
    expect(rollbackCommand(workflow, { environment: 'a;b' }, HERE)).toBeUndefined();
    expect(rollbackCommand(workflow, { environment: 'shop' }, RUN)).toBe('gh workflow run rollback.yml -f where=shop');
  });
});
