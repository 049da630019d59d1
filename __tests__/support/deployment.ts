/** A shop of four instances in the simulator of a stage, and deployments to it by `dist/index.js`. */
import { readFile } from 'node:fs/promises';
import type { StepRequest } from '../../src/demo/runner.js';
import type { Stage } from './runner.js';

const FILES = {
  'server.js': 'require("http").createServer().listen(process.env.PORT)',
  Procfile: 'web: node server.js',
};

/** An environment on v0 under this policy. */
export async function seedShop(stage: Stage, name: string, policy = 'AllAtOnce', instances = 4): Promise<void> {
  await stage.post('/_simulator/seed', {
    applications: [{ name: 'shop' }],
    environments: [
      {
        application: 'shop',
        name,
        versionLabel: 'v0',
        instances,
        loadBalancer: 'application',
        enhancedHealth: true,
        options: {
          'aws:elasticbeanstalk:command': { DeploymentPolicy: policy, BatchSizeType: 'Fixed', BatchSize: '1' },
        },
      },
    ],
  });
}

export function deployShop(
  stage: Stage,
  name: string,
  label: string,
  more: Readonly<Record<string, string>> = {},
): Promise<StepRequest> {
  const inputs = {
    'aws-region': 'us-east-1',
    'application-name': 'shop',
    'environment-name': name,
    'source-directory': '.',
    'version-label': label,
    'stable-for': '1s',
    'poll-interval': '500ms',
  };
  return stage.step({ ...inputs, ...more }, { ...FILES, 'release.txt': label });
}

/** The JSON report at the path that the output `report` names. */
export const reportOf = async (path: string | undefined) => JSON.parse(await readFile(path ?? '', 'utf8'));
