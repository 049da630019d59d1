/** The workflows that people copy: they are valid, safe to copy, and use only inputs and outputs that exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { OUTPUTS } from '../src/domain/outputs.js';
import { problemsFor } from './inputs/given.js';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
}
interface Workflow {
  readonly on: {
    readonly workflow_dispatch?: {
      readonly inputs: Readonly<Record<string, { readonly default?: unknown; readonly options?: readonly string[] }>>;
    };
  } & Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
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
/** In the documents: what a workflow looks like afterwards, next to what it was before with something else. */
const inDocuments = readdirSync(new URL('../docs', import.meta.url))
  .filter((file) => /^(migrate-from-.*|docker-image)\.md$/.test(file))
  .flatMap((file) =>
    [...root(`docs/${file}`).matchAll(/```yaml\n(.*?)```/gs)]
      .map((found): [string, string] => [`docs/${file}`, found[1] ?? ''])
      .filter(([, text]) => text.includes('beanstalk-rollout/beanstalk-rollout@')),
  );
const WORKFLOWS = [...inReadme, ...inFiles, ...inDocuments];

/** What the runner hands over: texts, with expressions replaced by what they stand for, or by something of that kind. */
function asGiven({ on, env }: Workflow, inputs: Step['with'] = {}): Record<string, string> {
  const standsFor = (expression: string): string => {
    const [context, name = ''] = expression.split('.');
    const asked = on.workflow_dispatch?.inputs[name];
    if (context === 'inputs' && asked !== undefined) return String(asked.default ?? asked.options?.[0] ?? 'x1');
    if (name === 'environment' && expression.endsWith('.id')) return 'e-abcdefghij';
    return (context === 'env' ? env?.[name] : undefined) ?? 'x1';
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => standsFor(expression)),
    ]),
  );
}

const isOurs = ({ uses }: Step): boolean => uses?.startsWith('beanstalk-rollout/beanstalk-rollout@v0') === true;
/** Only the deploy lock, which is there for being taken while a deployment runs. */
const isLock = ({ with: inputs }: Step): boolean => inputs?.['deploy-lock'] === 'fail';
/** Deploys to a simulator inside the job: no account, no credentials. */
const isRehearsal = (job: { readonly steps: readonly Step[] }): boolean =>
  job.steps.some(({ uses }) => uses?.startsWith('beanstalk-rollout/beanstalk-rollout/simulator@v0'));
/** An environment that only this pull request has. */
const isPreview = ({ with: inputs }: Step): boolean =>
  inputs?.operation === 'preview' || String(inputs?.['environment-name']).includes('github.event.number');
/** Removes previews, and nothing else. */
const isSweep = ({ with: inputs }: Step): boolean => inputs?.operation === 'sweep';
/** Tells a pull request about its environment. */
const tells = ({ with: inputs }: Step): boolean => ['preview', 'sweep'].includes(String(inputs?.operation));

describe.each(WORKFLOWS)('%s', (_, text) => {
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);
  const ours = steps.filter(isOurs);

  it('gives this action inputs that it takes', async () => {
    for (const job of jobs) expect(job.steps.filter(isOurs)).toHaveLength(1);
    for (const step of ours) expect(await problemsFor(asGiven(workflow, step.with))).toEqual([]);
  });

  it('fetches credentials by OIDC, for the region that it deploys to, with no more permissions than that', () => {
    for (const job of jobs.filter((each) => !isRehearsal(each))) {
      const credentials = job.steps.find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@v6'));
      expect(credentials?.with?.['aws-region']).toBe(job.steps.find(isOurs)?.with?.['aws-region']);
    }
    const token = jobs.every(isRehearsal) ? {} : { 'id-token': 'write' };
    const writes = ours.some(tells) ? { 'pull-requests': 'write', deployments: 'write' } : {};
    expect(workflow.permissions).toEqual({ contents: 'read', ...token, ...writes });
    expect(text).not.toMatch(/aws-secret-access-key/);
  });

  it('deploys one at a time and is never broken off by the next, or only looks', () => {
    const changing = jobs
      .filter((job) => !isRehearsal(job))
      .flatMap((job) => job.steps.filter(isOurs))
      .filter((step) => String(step.with?.['dry-run']) !== 'true');
    if (!changing.every(isLock)) expect(workflow.concurrency?.['cancel-in-progress']).toBe(false);
    const forPullRequests = changing.length === 0 || changing.every(isPreview);
    const [trigger, ...further] = Object.keys(workflow.on);
    expect(further).toEqual([]);
    const bySchedule = changing.length > 0 && changing.every(isSweep);
    const others = bySchedule ? ['schedule'] : ['push', 'workflow_dispatch'];
    expect(forPullRequests ? ['pull_request'] : others).toContain(trigger);
    // A pull request from a fork gets no credentials.
    if (forPullRequests && !jobs.every(isRehearsal))
      expect(text).toContain('github.event.pull_request.head.repo.full_name == github.repository');
  });

  it('reads only outputs that exist, and never inside a script', () => {
    const others = steps.filter((step) => !isOurs(step)).map(({ id }) => id);
    for (const [, step, output] of text.matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)) {
      if (!others.includes(step)) expect(Object.keys(OUTPUTS)).toContain(output);
    }
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});
