/** The workflows that people copy: they are valid, safe to copy, and use only inputs and outputs that exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { OUTPUTS } from '../src/domain/outputs.js';
import { STRATEGIES } from '../src/strategies/index.js';
import { problemsFor, WORKSPACE } from './inputs/given.js';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
}
interface Asks {
  readonly inputs: Readonly<Record<string, { readonly default?: unknown; readonly options?: readonly string[] }>>;
}
interface Job {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly strategy?: { readonly matrix: { readonly include: readonly Readonly<Record<string, string>>[] } };
  /** A job that calls another workflow has none. */
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: { readonly workflow_dispatch?: Asks; readonly workflow_call?: Asks } & Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
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
/** In the documents: what a workflow looks like afterwards, next to what it was before with something else. */
const inDocuments = readdirSync(new URL('../docs', import.meta.url))
  .filter((file) => /^(migrate-from-.*|docker-image)\.md$/.test(file))
  .flatMap((file) =>
    [...root(`docs/${file}`).matchAll(/```yaml\n(.*?)```/gs)]
      .map((found): [string, string] => [`docs/${file}`, found[1] ?? ''])
      .filter(([, text]) => text.includes('beanstalk-rollout/beanstalk-rollout@')),
  );
const WORKFLOWS = [...inReadme, ...inFiles, ...inDocuments];

type Combination = Readonly<Record<string, string>>;

/** What the runner hands over: texts, with expressions replaced by what they stand for, or by something of that kind. */
function asGiven({ on, env }: Workflow, inputs: Step['with'] = {}, matrix: Combination = {}): Record<string, string> {
  const standsFor = (expression: string): string => {
    const [context, name = ''] = expression.split('.');
    const asked = (on.workflow_dispatch ?? on.workflow_call)?.inputs[name];
    // Of `inputs.version-label == '' && 'bundle' || 'existing'`, for an input that has this very default.
    if (/^[\w.-]+ == '' && '(\w+)' \|\| '\w+'$/.test(expression)) return 'bundle';
    if (context === 'matrix' && matrix[name] !== undefined) return matrix[name];
    if (context === 'inputs' && asked !== undefined) return String(asked.default ?? asked.options?.[0] ?? 'name-1');
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

/** The checked-out repository, with all directories that an example names. */
const CHECKOUT = { ...WORKSPACE, '/w/api/server.js': 'x', '/w/web/server.js': 'x' };

const isOurs = ({ uses }: Step): boolean => uses?.startsWith('beanstalk-rollout/beanstalk-rollout@v0') === true;
/** Only the deploy lock, which is there for being taken while a deployment runs. */
const isLock = ({ with: inputs }: Step): boolean => inputs?.['deploy-lock'] === 'fail';
/** Speaks to the run that carries a canary out, and so must not wait for it. */
const isSteering = ({ with: inputs }: Step): boolean => inputs?.strategy === 'canary' && inputs.operation !== undefined;
/** Deploys to a simulator inside the job: no account, no credentials. */
const isRehearsal = (job: { readonly steps: readonly Step[] }): boolean =>
  job.steps.some(({ uses }) => uses?.startsWith('beanstalk-rollout/beanstalk-rollout/simulator@v0'));
/** An environment that only this pull request has. */
const isPreview = ({ with: inputs }: Step): boolean =>
  inputs?.operation === 'preview' || String(inputs?.['environment-name']).includes('github.event.number');
const isGuarded = (step: Step): boolean => isPreview(step) && step.with?.['preview-label'] !== undefined;
/** Removes previews, and nothing else. */
const isSweep = ({ with: inputs }: Step): boolean => inputs?.operation === 'sweep';
/** Tells a pull request about its environment. */
const tells = ({ with: inputs }: Step): boolean => ['preview', 'sweep'].includes(String(inputs?.operation));

describe.each(WORKFLOWS)('%s', (_, text) => {
  const workflow = parse(text) as Workflow;
  const everyJob = Object.values(workflow.jobs);
  const jobs = everyJob.flatMap(({ steps: own, ...job }) => (own === undefined ? [] : [{ ...job, steps: own }]));
  const steps = jobs.flatMap((job) => job.steps);
  const ours = steps.filter(isOurs);

  it('gives this action inputs that it takes', async () => {
    for (const job of jobs) {
      const [step, ...further] = job.steps.filter(isOurs);
      expect(step).toBeDefined();
      expect(further).toEqual([]);
      for (const combination of job.strategy?.matrix.include ?? [{}]) {
        expect(await problemsFor(asGiven(workflow, step?.with, combination), CHECKOUT)).toEqual([]);
      }
    }
  });

  it('calls only workflows that are there, with inputs that they take', () => {
    for (const { uses, with: inputs, steps: own } of everyJob) {
      if (own !== undefined) continue;
      const file = /^\.\/\.github\/workflows\/([\w-]+\.yml)$/.exec(uses ?? '')?.[1];
      const { on } = parse(root(`examples/${file}`)) as Workflow;
      expect(Object.keys(on.workflow_call?.inputs ?? {})).toEqual(expect.arrayContaining(Object.keys(inputs ?? {})));
    }
  });

  it('fetches credentials by OIDC, for the region that it deploys to, with no more permissions than that', () => {
    for (const job of jobs.filter((each) => !isRehearsal(each))) {
      const credentials = job.steps.find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@v6'));
      expect(credentials?.with?.['aws-region']).toBe(job.steps.find(isOurs)?.with?.['aws-region']);
    }
    const token = jobs.length > 0 && jobs.every(isRehearsal) ? {} : { 'id-token': 'write' };
    const writes = ours.some(tells) ? { 'pull-requests': 'write', deployments: 'write' } : {};
    expect(workflow.permissions).toEqual({ contents: 'read', ...token, ...writes });
    expect(text).not.toMatch(/aws-secret-access-key/);
  });

  it('deploys one at a time and is never broken off by the next, or only looks', () => {
    const changing = jobs
      .filter((job) => !isRehearsal(job))
      .flatMap((job) => job.steps.filter(isOurs))
      .filter((step) => String(step.with?.['dry-run']) !== 'true');
    if (!changing.every((step) => isLock(step) || isSteering(step)))
      expect(workflow.concurrency?.['cancel-in-progress']).toBe(false);
    const onlyCalls = jobs.length === 0;
    const forPullRequests = !onlyCalls && (changing.length === 0 || changing.every(isPreview));
    const [trigger, ...further] = Object.keys(workflow.on);
    expect(further).toEqual([]);
    const bySchedule = changing.length > 0 && changing.every(isSweep);
    const others = bySchedule ? ['schedule'] : ['push', 'workflow_dispatch', 'workflow_call'];
    // The event with credentials for forks is only for what a label of a maintainer guards.
    const ofForks = changing.length > 0 && changing.every(isGuarded) ? ['pull_request_target'] : [];
    expect(forPullRequests ? ['pull_request', ...ofForks] : others).toContain(trigger);
    // A pull request from a fork gets no credentials.
    if (forPullRequests && !jobs.every(isRehearsal))
      expect(text).toContain(
        `github.event.pull_request.head.repo.full_name ${trigger === 'pull_request' ? '=' : '!'}= github.repository`,
      );
  });

  it('reads only outputs that exist, and never inside a script', () => {
    const others = steps.filter((step) => !isOurs(step)).map(({ id }) => id);
    for (const [, output] of text.matchAll(/needs\.\w+\.outputs\.([\w-]+)/g))
      expect(Object.keys(OUTPUTS)).toContain(output);
    for (const [, step, output] of text.matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)) {
      if (!others.includes(step)) expect(Object.keys(OUTPUTS)).toContain(output);
    }
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});

describe('the examples', () => {
  const deployedBy = inFiles.flatMap(([, text]) => {
    const { on, jobs } = parse(text) as Workflow;
    if (!Object.hasOwn(on, 'push')) return [];
    return Object.values(jobs).flatMap(({ steps = [] }) => steps.filter(isOurs).map((step) => step.with?.strategy));
  });

  it.each(Object.keys(STRATEGIES))('bring a push to production with the strategy %s', (strategy) => {
    expect(deployedBy).toContain(strategy);
  });
});
