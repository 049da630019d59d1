/** The Cluster workflows of AWS's own action, with nothing changed but the line that names the action. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { RUNNER_DEFAULTS } from '../inputs/given.js';
import { directoryOf, removeTemporary } from '../support/bundle-tree.js';
import { ECR, role, withRegistry } from '../support/cluster-world.js';
import { startRun } from '../support/runs.js';
import { World } from '../support/world.js';

afterEach(removeTemporary);

const SECRETS: Readonly<Record<string, string>> = {
  'secrets.CLUSTER_ROLE_ARN': role('cluster'),
  'secrets.NODE_ROLE_ARN': role('node'),
  'secrets.OBSERVABILITY_ROLE_ARN': role('observability'),
  'secrets.CODEBUILD_ROLE_ARN': role('image-build'),
  'steps.ecr.outputs.registry': ECR,
};

interface Workflow {
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: {
    readonly deploy: {
      readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[];
    };
  };
}

/** The inputs of the step, as the runner hands them over. */
function inputsOf(file: string, sha: string): Readonly<Record<string, string>> {
  const url = new URL(`../fixtures/aws-action/cluster/${file}`, import.meta.url);
  const { env, jobs } = parse(readFileSync(url, 'utf8')) as Workflow;
  const step = jobs.deploy.steps.find(({ uses }) => uses?.startsWith('aws-actions/aws-elasticbeanstalk-deploy'));
  const known: Readonly<Record<string, string>> = {
    ...SECRETS,
    ...Object.fromEntries(Object.entries(env).map(([name, value]) => [`env.${name}`, value])),
    'github.sha': sha,
  };
  return Object.fromEntries(
    Object.entries(step?.with ?? {}).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{\s*(.*?)\s*\}\}/g, (whole, expression: string) => known[expression] ?? whole),
    ]),
  );
}

async function push(world: World, file: string, sha: string) {
  const workspace = await directoryOf({ Dockerfile: 'FROM scratch', 'index.js': `// ${sha}` });
  const BARE = { 'version-source': '', 'version-label': '' };
  const inputs = { ...RUNNER_DEFAULTS, ...BARE, ...inputsOf(file, sha) };
  const running = startRun(world, { inputs, workspace, run: { commit: sha } });
  await running.ended;
  return running;
}

describe('the Cluster workflows of AWS’s own action', () => {
  it.each(['prebuilt-image.yml', 'build-from-source.yml'])(
    '%s creates application and environment the first time, and updates them the next',
    async (file) => {
      const world = withRegistry(new World());
      const first = await push(world, file, '1'.repeat(40));
      expect(first.lines.filter((line) => line.startsWith('error'))).toEqual([]);
      expect(first.outputs).toMatchObject({
        outcome: 'succeeded',
        'deployment-action-type': 'create',
        'version-label': `cluster-${'1'.repeat(40)}`,
        'environment-status': 'Ready',
      });
      for (const name of ['environment-url', 'environment-id', 'environment-health'])
        expect(first.outputs[name]).not.toBe('');

      const second = await push(world, file, '2'.repeat(40));
      expect(second.lines.filter((line) => line.startsWith('error'))).toEqual([]);
      expect(second.outputs).toMatchObject({
        outcome: 'succeeded',
        'deployment-action-type': 'update',
        'previous-version-label': `cluster-${'1'.repeat(40)}`,
        'version-label': `cluster-${'2'.repeat(40)}`,
      });
    },
  );
});
