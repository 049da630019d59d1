/** Workflows for AWS's own action, with nothing changed but the line that names the action. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { OUTPUTS } from '../../src/domain/outputs.js';
import { INPUT_NAMES } from '../../src/inputs/declarations.js';
import { read } from '../../src/inputs/read.js';
import { REQUIRED, RUNNER_DEFAULTS, readGiven, settingsFor, WORKSPACE } from '../inputs/given.js';
import { directoryOf, removeTemporary, zipOf } from '../support/bundle-tree.js';
import { inputHost, memoryFiles } from '../support/recording-host.js';
import { type Running, startRun } from '../support/runs.js';
import { World } from '../support/world.js';

afterEach(removeTemporary);

/** Inputs and outputs of its action.yml, as of the release that brought Cluster environments. */
const THEIR_INPUTS =
  'aws-region application-name environment-name version-label deployment-package-path solution-stack-name platform-arn image-uri build-configuration create-environment-if-not-exists create-application-if-not-exists wait-for-deployment wait-for-environment-recovery deployment-timeout max-retries retry-delay use-existing-application-version-if-available create-s3-bucket-if-not-exists s3-bucket-name cname-prefix source-directory exclude-patterns symlinks option-settings mask-resource-identifiers verbose-logging';
const THEIR_OUTPUTS =
  'environment-url environment-id environment-status environment-health deployment-action-type version-label';

const FIXTURES = new URL('../fixtures/aws-action/', import.meta.url);
const WORKFLOWS = readdirSync(FIXTURES).filter((name) => name.endsWith('.yml'));
const SHA = '0123456789abcdef0123456789abcdef01234567';

interface Workflow {
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: {
    readonly deploy: {
      readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
    };
  };
}

/** The inputs of the step, as the runner hands them over. */
function inputsOf(file: string): Readonly<Record<string, string>> {
  const workflow = parse(readFileSync(new URL(file, FIXTURES), 'utf8')) as Workflow;
  const step = workflow.jobs.deploy.steps.find(({ uses }) =>
    uses?.startsWith('aws-actions/aws-elasticbeanstalk-deploy'),
  );
  return Object.fromEntries(
    Object.entries(step?.with ?? {}).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
        const [context, key = ''] = expression.split('.');
        return (context === 'env' ? workflow.env[key] : SHA) ?? '';
      }),
    ]),
  );
}

/** Without the inputs that runs in tests have by themselves. */
const BARE = { 'version-source': '', 'version-label': '' };

async function run(world: World, given: Readonly<Record<string, string>>, workspace: string): Promise<Running> {
  const running = startRun(world, {
    inputs: { ...RUNNER_DEFAULTS, ...BARE, ...given },
    workspace,
    run: { commit: SHA },
  });
  await running.ended;
  return running;
}

async function workspaceWith(text: string): Promise<string> {
  const workspace = await directoryOf({ 'README.md': 'x' });
  const zip = await zipOf([{ path: 'Procfile', text: `web: ${text}` }]);
  copyFileSync(zip, join(workspace, 'app.zip'));
  return workspace;
}

describe('the action of AWS and this one', () => {
  it('share every input and every output', () => {
    for (const name of THEIR_INPUTS.split(' ')) expect(INPUT_NAMES).toContain(name);
    for (const name of THEIR_OUTPUTS.split(' ')) expect(Object.keys(OUTPUTS)).toContain(name);
  });

  it.each(WORKFLOWS)(
    '%s creates application and environment the first time, and updates them the next',
    async (file) => {
      const world = new World();
      const inputs = inputsOf(file);
      expect(Object.keys(inputs).length).toBeGreaterThan(6);
      const first = await run(world, inputs, await workspaceWith('one'));
      expect(first.lines.filter((line) => line.startsWith('error'))).toEqual([]);
      expect(first.outputs).toMatchObject({
        outcome: 'succeeded',
        'deployment-action-type': 'create',
        'version-label': `${file.replace('.yml', '')}-${SHA}`,
        'environment-status': 'Ready',
        'environment-health': 'Green',
      });
      for (const name of THEIR_OUTPUTS.split(' ')) expect(first.outputs[name]).not.toBe('');

      const label = { 'version-label': 'next' };
      const second = await run(world, { ...inputs, ...label }, await workspaceWith('two'));
      expect(second.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-action-type': 'update', ...label });
    },
  );
});

describe('mask-resource-identifiers', () => {
  const NAMES = { 'version-label': 'v1', 'version-source': 'existing', 's3-bucket-name': 'shop-bundles' };
  const maskedWith = async (given: Readonly<Record<string, string>>) => {
    const host = inputHost({ ...REQUIRED, ...NAMES, ...given });
    const outcome = await read(host, memoryFiles(WORKSPACE));
    if (outcome.kind !== 'settings') throw new Error(JSON.stringify(outcome));
    return { masked: host.masked, outcome };
  };

  it('masks the names that inputs give, and the account as soon as it is known', async () => {
    const { masked, outcome } = await maskedWith({ 'mask-resource-identifiers': 'true' });
    expect(masked).toEqual(['shop', 'shop-prod', 'v1', 'shop-bundles']);
    expect(outcome.hidesAccount).toBe(true);
    expect(outcome.notices.join()).toContain('are masked');
  });

  it('masks nothing by itself', async () => {
    expect((await maskedWith({})).masked).toEqual([]);
  });
});

describe('creating what is missing, as that action does by default', () => {
  const whole = inputsOf('nodejs.yml');
  const settings = (given: Readonly<Record<string, string>>) =>
    settingsFor({ ...given, 'deployment-package-path': 'dist/app.zip' });

  it('is on when platform and roles describe an environment, and said', async () => {
    expect((await settings(whole)).creation).toMatchObject({ application: true, source: { kind: 'stack' } });
    const read = await readGiven({ ...whole, 'deployment-package-path': 'dist/app.zip' });
    expect(read.kind === 'settings' && read.notices.join()).toContain('`create-environment-if-not-exists: false`');
  });

  it.each([
    ['it is switched off', { 'create-environment-if-not-exists': 'false' }],
    ['there is no platform', { 'solution-stack-name': '' }],
    ['a role is missing', { 'option-settings': '{"aws:elasticbeanstalk:environment": {"ServiceRole": "r"}}' }],
  ])('is off when %s', async (_, change) => {
    expect((await settings({ ...whole, ...change })).creation).toBeUndefined();
  });

  it('leaves the application alone when only the environment is asked for', async () => {
    const given = { 'create-environment-if-not-exists': 'true', 'solution-stack-name': 'x' };
    expect((await settings(given)).creation?.application).toBe(false);
  });

  it('an application alone is not created, and that is said', async () => {
    const read = await readGiven({ 'create-application-if-not-exists': 'true' });
    expect(read.kind === 'settings' && read.notices.join()).toContain(
      '`create-application-if-not-exists` has no effect',
    );
  });
});
