/** The links of RetrieveEnvironmentInfo lead to the logs, over a real socket, without credentials. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { startSimulator } from '../../../src/simulator/start-simulator.js';
import { readZipNames } from '../../support/zip.js';

describe('the link to gathered logs', () => {
  it.each(['tail', 'bundle'])('of kind %s is served as it stands', async (InfoType) => {
    const running = await startSimulator({
      port: 0,
      speed: 200,
      region: 'us-east-1',
      accountId: '123456789012',
      runtime: 'virtual',
      stopWithParent: false,
      seed: { environments: [{ application: 'shop', name: 'shop-blue', versionLabel: 'v1', instances: 1 }] },
    });
    try {
      const call = (action: string) =>
        running.simulator.call({ action, input: { EnvironmentName: 'shop-blue', InfoType }, requestId: 'r' });
      call('RequestEnvironmentInfo');
      let links: readonly { readonly Message: string }[] = [];
      for (let attempt = 0; attempt < 100 && links.length === 0; attempt += 1) {
        await sleep(20);
        links = call('RetrieveEnvironmentInfo')?.EnvironmentInfo as typeof links;
      }
      const link = links[0]?.Message ?? '';
      expect(link.startsWith(running.url)).toBe(true);
      const answer = await fetch(link);
      expect(answer.status).toBe(200);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (InfoType === 'bundle') expect(await readZipNames(bytes)).toEqual(['var/log/eb-engine.log']);
      else expect(bytes.toString('utf8')).toContain('v1');
      expect((await fetch(link.replace(/Signature=./, 'Signature=x'))).status).toBe(403);
    } finally {
      await running.close();
    }
  });
});
