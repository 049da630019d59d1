/** The workflows that people copy: they are valid, safe to copy, and use only inputs and outputs that exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { OUTPUTS } from '../src/domain/outputs.js';
import { problemsFor } from './inputs/given.js';

interface Job {
  readonly steps: readonly {
    readonly id?: string;
    readonly uses?: string;
    readonly with?: Readonly<Record<string, unknown>>;
    readonly run?: string;
  }[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const inReadme = [...root('README.md').matchAll(/```yaml\n(.*?)```/gs)].map((found, at): [string, string] => [
  `README, workflow ${at + 1}`,
  found[1] ?? '',
]);
const inFiles = readdirSync(new URL('../examples', import.meta.url)).map((file): [string, string] => [
  `examples/${file}`,
  root(`examples/${file}`),
]);
const WORKFLOWS = [...inReadme, ...inFiles];

/** What the runner hands over: texts, with expressions replaced by something of that kind. */
const asGiven = (inputs: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, String(value).replace(/\$\{\{.*?\}\}/g, 'x1')]),
  );

describe.each(WORKFLOWS)('%s', (_, text) => {
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const ours = steps.filter(({ uses }) => uses?.startsWith('beanstalk-rollout/'));

  it('gives this action inputs that it takes', async () => {
    expect(ours).toHaveLength(1);
    for (const step of ours) expect(await problemsFor(asGiven(step.with))).toEqual([]);
  });

  it('fetches credentials by OIDC, for the region that it deploys to, with no more permissions than that', () => {
    const credentials = steps.find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'));
    expect(credentials?.with?.['aws-region']).toBe(ours[0]?.with?.['aws-region']);
    expect(workflow.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(text).not.toMatch(/aws-secret-access-key/);
  });

  it('deploys one at a time and is never broken off by the next, or only looks', () => {
    const isDry = String(ours[0]?.with?.['dry-run']) === 'true';
    if (!isDry) expect(workflow.concurrency?.['cancel-in-progress']).toBe(false);
    expect(Object.keys(workflow.on)).toEqual([isDry ? 'pull_request' : 'push']);
  });

  it('reads only outputs that exist, and never inside a script', () => {
    for (const [, output] of text.matchAll(/steps\.\w+\.outputs\.([\w-]+)/g)) {
      expect(Object.keys(OUTPUTS)).toContain(output);
    }
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});
