/** The sub-action as a workflow uses it: simulator, deployment, a look at the application, and the end of the job. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorkspace, printed, ROOT, run, runPost } from '../support/runner.js';

const SIMULATOR = join(ROOT, 'simulator', 'dist', 'index.js');
let workspace: Awaited<ReturnType<typeof openWorkspace>>;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace?.close());

const start = async (inputs: Readonly<Record<string, string>>) => {
  const request = { ...(await workspace.step({})), action: SIMULATOR, inputs };
  return { request, main: await run(request) };
};

const built = existsSync(SIMULATOR) ? describe : describe.skip;
built('the simulator as a step of a workflow', () => {
  it('deploys to it in the next step, without any account, and stops it at the end', async () => {
    const inputs = {
      application: 'shop',
      environments: 'shop-web',
      speed: '60',
      runtime: 'virtual',
      region: 'eu-west-1',
    };
    const { request, main } = await start(inputs);
    expect(main.exitCode).toBe(0);
    const { endpoint = '' } = main.outputs;
    expect(main.exported).toMatchObject({ AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'eu-west-1' });
    expect(main.lines).toContain(`::add-mask::${main.exported.AWS_SECRET_ACCESS_KEY}`);

    const files = { 'index.js': 'console.log(1);', Procfile: 'web: node index.js' };
    const names = { 'application-name': 'shop', 'environment-name': 'shop-web', 'aws-region': 'eu-west-1' };
    const deployment = await run({ ...(await workspace.step(names, files)), env: main.exported });
    expect(`${deployment.outputs.outcome} ${deployment.exitCode}`).toBe('succeeded 0');

    const post = await runPost(request, main);
    expect(post.exitCode).toBe(0);
    expect(printed(post)).toMatch(/The simulator answered \d+ calls and has been asked to end/);
    await expect(ended(endpoint)).resolves.toBe(true);
  }, 60_000);

  it('names every wrong input, and starts nothing', async () => {
    const { main } = await start({ speed: 'fast', port: '-1' });
    expect(main.exitCode).toBe(1);
    expect(printed(main)).toContain('speed fast: must be a number');
    expect(printed(main)).toContain('port -1: must be a port');
    expect(main.exported).toEqual({});
  }, 20_000);
});

/** Whether nobody answers there any more, soon. */
async function ended(endpoint: string): Promise<boolean> {
  for (let look = 0; look < 50; look += 1) {
    try {
      await fetch(`${endpoint}/_simulator/health`);
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
