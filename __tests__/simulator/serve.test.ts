import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parseSettings } from '../../src/simulator/serve-settings.js';
import { exported, type SimulatorProcess, startSimulatorProcess } from '../support/simulator-process.js';

const running: SimulatorProcess[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function serve(...args: string[]): SimulatorProcess {
  const started = startSimulatorProcess(args);
  running.push(started);
  return started;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beanstalk-serve-'));
  folders.push(folder);
  return folder;
}

const leftOf = (pid: number | undefined): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`beanstalk-simulator-${pid}-`));

describe('npm run simulator', () => {
  it('prints one ready line and then exports, and ends without a trace on SIGTERM', async () => {
    const simulator = serve('--port', '0', '--runtime', 'virtual', '--region', 'eu-central-1');
    const lines = await simulator.ready;
    const url = /^ready (http:\/\/127\.0\.0\.1:\d+)$/.exec(lines[0] ?? '')?.[1] ?? '';
    expect(lines.slice(1).every((line) => /^export \w+=\S+$/.test(line))).toBe(true);
    expect(exported(lines)).toEqual({
      AWS_ENDPOINT_URL: url,
      GITHUB_API_URL: `${url}/_github/api/v3`,
      AWS_ACCESS_KEY_ID: 'AKIASIMULATOR0000001',
      AWS_SECRET_ACCESS_KEY: expect.any(String),
      AWS_REGION: 'eu-central-1',
      AWS_DEFAULT_REGION: 'eu-central-1',
    });
    expect(await (await fetch(`${url}/_simulator/health`)).json()).toMatchObject({ status: 'ok' });
    simulator.child.kill('SIGTERM');
    expect(await simulator.ended).toMatchObject({ code: 0, stderr: '' });
    await expect(fetch(`${url}/_simulator/health`)).rejects.toThrow();
    expect(leftOf(simulator.child.pid)).toEqual([]);
  });

  it('offers the proxy for names with the process runtime, and still ends without a trace', async () => {
    const simulator = serve('--port', '0');
    const { HTTP_PROXY: proxy, NO_PROXY: direct } = exported(await simulator.ready);
    expect([proxy, direct]).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+/), '127.0.0.1,localhost']);
    simulator.child.kill('SIGINT');
    expect(await simulator.ended).toMatchObject({ code: 0 });
    expect(leftOf(simulator.child.pid)).toEqual([]);
  });

  it('ends over HTTP, and with its parent when told to', async () => {
    const [byRequest, byParent] = [
      serve('--port', '0', '--runtime', 'virtual'),
      serve('--port', '0', '--runtime', 'virtual', '--stop-with-parent'),
    ];
    const { AWS_ENDPOINT_URL: url } = exported(await byRequest.ready);
    await byParent.ready;
    byParent.child.stdin?.end();
    expect((await fetch(`${url}/_simulator/stop`, { method: 'POST' })).status).toBe(200);
    expect([(await byRequest.ended).code, (await byParent.ended).code]).toEqual([0, 0]);
  });

  it('clears away what a simulator that was killed could not', async () => {
    const killed = serve('--port', '0', '--runtime', 'virtual');
    await killed.ready;
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(leftOf(killed.child.pid)).toHaveLength(1);
    await serve('--port', '0', '--runtime', 'virtual').ready;
    expect(leftOf(killed.child.pid)).toEqual([]);
  });

  it('says in one line that the port is taken', async () => {
    const first = serve('--port', '0', '--runtime', 'virtual');
    const port = new URL(exported(await first.ready).AWS_ENDPOINT_URL ?? '').port;
    const second = await serve('--port', port, '--runtime', 'virtual').ended;
    expect(second).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} is taken. Choose another one with --port, or any free one with --port 0.\n`,
    });
  });

  it('starts with a seed and a scenario, and keeps its world in the state file', async () => {
    const folder = newFolder();
    const [seed, scenario, state] = ['seed.yml', 'scenario.json', 'state.json'].map((name) => join(folder, name));
    writeFileSync(
      seed ?? '',
      'applications: [{ name: shop }]\nenvironments: [{ application: shop, name: shop-prod, versionLabel: v1 }]\n',
    );
    writeFileSync(scenario ?? '', '{"rateLimit":false}');
    const common = ['--port', '0', '--runtime', 'virtual', '--state', state ?? ''];
    const first = serve(...common, '--seed', seed ?? '', '--scenario', scenario ?? '');
    const { AWS_ENDPOINT_URL: url } = exported(await first.ready);
    expect(await (await fetch(`${url}/_simulator/scenario`)).json()).toEqual({ rateLimit: false });
    first.child.kill('SIGTERM');
    await first.ended;
    expect(JSON.parse(readFileSync(state ?? '', 'utf8'))).toBeDefined();
    const second = serve(...common);
    const { AWS_ENDPOINT_URL: again } = exported(await second.ready);
    expect(JSON.stringify(await (await fetch(`${again}/_simulator/state`)).json())).toContain('shop-prod');
    expect(existsSync(`${state}.data`)).toBe(true);
  });
});

describe('the command line', () => {
  it('has defaults', () => {
    expect(parseSettings([], 'linux')).toEqual({
      kind: 'settings',
      settings: {
        port: 4_566,
        speed: 1,
        runtime: 'processes',
        region: 'us-east-1',
        accountId: '123456789012',
        stopWithParent: false,
      },
    });
    expect(parseSettings([], 'win32')).toMatchObject({ settings: { runtime: 'virtual' } });
    expect(parseSettings(['--share-clock'], 'linux')).toMatchObject({ settings: { sharesClock: true } });
    expect(parseSettings(['--help'], 'linux')).toEqual({ kind: 'help' });
  });

  it('reports every problem at once', () => {
    const wrong = [
      '--port',
      '99999',
      '--speed',
      '0',
      '--runtime',
      'docker',
      '--region',
      'Mars',
      '--account',
      '1',
      '--scenario',
      '/nowhere.json',
    ];
    const parsed = parseSettings(wrong, 'linux');
    expect(parsed.kind === 'problems' ? parsed.problems : []).toEqual([
      '--port 99999: must be a port, 0 to 65535.',
      '--speed 0: must be a number above 0 and at most 100000.',
      '--runtime docker: must be processes or virtual.',
      '--region Mars: must look like us-east-1.',
      '--account 1: must have twelve digits.',
      expect.stringMatching(/^--scenario \/nowhere\.json: ENOENT/),
    ]);
  });

  it('names an option it does not know', () => {
    expect(parseSettings(['--prot', '1'], 'linux')).toEqual({
      kind: 'problems',
      problems: [expect.stringContaining('--prot')],
    });
  });
});
