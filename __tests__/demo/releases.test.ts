import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { startLoad } from '../../src/demo/load.js';
import { materialiseRelease, releaseNames } from '../../src/demo/releases.js';
import { summariseTraffic } from '../../src/demo/traffic.js';
import { Stand } from '../support/process-runtime.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'releases-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('a release of the demo application', () => {
  it('is the application with its own files over it', async () => {
    await writeFile(join(directory, 'left-over.txt'), 'of an earlier release');
    await materialiseRelease('v2', directory);
    expect(JSON.parse(await readFile(join(directory, 'release.json'), 'utf8')).version).toBe('v2');
    expect(await readFile(join(directory, 'Procfile'), 'utf8')).toBe('web: node server.js\n');
    expect((await stat(join(directory, '.platform/hooks/predeploy/01_check_release.sh'))).mode & 0o111).toBe(0o111);
    const config = parse(await readFile(join(directory, '.ebextensions/01-application.config'), 'utf8'));
    expect(config.option_settings['aws:elasticbeanstalk:environment:process:default'].HealthCheckPath).toBe('/health');
    await expect(stat(join(directory, 'left-over.txt'))).rejects.toThrow('ENOENT');
  });

  it('names those that there are when asked for another', async () => {
    expect(await releaseNames()).toEqual(
      expect.arrayContaining(['bad-health', 'bad-hook', 'bad-start', 'slow-leak', 'v1', 'v2']),
    );
    await expect(materialiseRelease('v99', directory)).rejects.toThrow(/no release "v99".*bad-health.*v2/);
  });

  it('behaves on an instance as its name says', async () => {
    const stand = await Stand.open();
    try {
      const url = 'http://one.us-east-1.elasticbeanstalk.com/';
      stand.runtime.openEntrance('e-one', 'load-balancer');
      stand.runtime.pointName('one.us-east-1.elasticbeanstalk.com', 'e-one');
      const healthCheck = {
        path: '/health',
        intervalSeconds: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 2,
        timeoutSeconds: 5,
      };
      const deploy = async (release: string): Promise<string> => {
        await materialiseRelease(release, join(directory, release));
        await stand.versionFrom(release, join(directory, release));
        const state = await stand.run('i-1', release);
        return state.state === 'failed' ? state.log : state.state;
      };
      stand.launch('i-1');
      expect(await deploy('v1')).toBe('succeeded');
      stand.route(['i-1'], { healthCheck });
      await stand.healthy('i-1');
      const load = startLoad({ proxyUrl: stand.runtime.proxyUrl, url, ratePerSecond: 200 });
      expect(await deploy('bad-hook')).toContain('migration 0042 failed');
      const { served, failures, versions } = summariseTraffic(await load.stop(), 50);
      expect([failures, versions.map(({ version }) => version)]).toEqual([{}, ['v1']]);
      expect(served).toBeGreaterThan(0);
      expect(await deploy('v2')).toBe('succeeded');
      expect(await stand.ask(url)).toMatchObject({ status: 200, version: 'v2' });
      expect(await deploy('bad-start')).toContain('DATABASE_URL is not set');
      expect(await deploy('bad-health')).toBe('succeeded');
      const statuses = [await stand.ask(url), await stand.ask(url)].map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 500]);
      expect((await stand.ask(`${url}health`)).status).toBe(500);
    } finally {
      await stand.close();
    }
  });
});
