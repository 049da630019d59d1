import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../src/domain/problem.js';
import { seconds } from '../../src/domain/time.js';
import type { Beanstalk, VersionRequest } from '../../src/ports/beanstalk.js';
import type { BundleStore } from '../../src/ports/bundle-store.js';
import { sideBySide } from '../../src/waves/part.js';
import { uploadingOnce, versionsOnce } from '../../src/waves/publish-once.js';
import { createTurns } from '../../src/waves/rate.js';
import { PatientClock } from '../support/patient-clock.js';
import { regions, resultsOf, start } from './waves-world.js';

describe('one bundle for several environments', () => {
  it('is made once, uploaded once per bucket, and a version once per application and region', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'waves-'));
    const workspace = join(directory, 'shop');
    try {
      await mkdir(workspace);
      await writeFile(join(workspace, 'index.js'), 'console.log(1);\n');
      await writeFile(join(workspace, 'Procfile'), 'web: node index.js\n');
      const worlds = regions();
      const environments = '- [shop-prod, shop-mail, shop-pdf, {name: shop-prod, region: eu-west-1}]';
      const inputs = { environments, 'version-source': 'bundle', 'version-label': 'r7' };
      const running = start(worlds, inputs, { workspace });
      await running.ended;
      expect(running.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'r7' });
      expect(running.outputs['bundle-sha256']).toMatch(/^[0-9a-f]{64}$/);
      expect(resultsOf(running).map(({ version }) => version)).toEqual(['r7', 'r7', 'r7', 'r7']);
      expect(running.lines.filter((line) => line.includes('Bundle: '))).toHaveLength(1);
      for (const world of [worlds.us, worlds.eu]) {
        const calls = world.wire.calls.list();
        expect(
          calls.filter(({ action, input }) => action === 'CreateApplicationVersion' && input.VersionLabel === 'r7'),
        ).toHaveLength(1);
        const isUpload = (key: unknown): boolean => /^shop\/r7-[0-9a-f]{64}\.zip$/.test(String(key));
        const uploads = calls.filter(({ action, input }) => action === 'PutObject' && isUpload(input.Key));
        expect(uploads.map(({ status }) => status)).toEqual([200]);
      }
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

describe('what is made once', () => {
  const request = { bucket: 'b', key: 'k', path: '/x', bytes: 1, metadata: {} };
  const storeThat = (put: BundleStore['put']): BundleStore => ({ ...({} as BundleStore), put });

  it('waits for an upload that is under way, and finds the object there', async () => {
    let puts = 0;
    const store = uploadingOnce(
      storeThat(async () => {
        puts += 1;
        await Promise.resolve();
        return 'stored';
      }),
    );
    const answers = await Promise.all([
      store.put(request),
      store.put(request),
      store.put({ ...request, key: 'other' }),
    ]);
    expect([answers, puts]).toEqual([['stored', 'exists', 'stored'], 2]);
  });

  it('is tried by the next when it failed for one', async () => {
    let puts = 0;
    const failure = new ActionError({ code: 'x', blame: 'aws', what: 'No.', hint: '' });
    const store = uploadingOnce(
      storeThat(async () => {
        puts += 1;
        if (puts === 1) throw failure;
        return 'stored';
      }),
    );
    const answers = await Promise.allSettled([store.put(request), store.put(request), store.put(request)]);
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
      'failed',
      'stored',
      'exists',
    ]);
  });

  it('is a version, too', async () => {
    let created = 0;
    const make = async ({ application, label }: VersionRequest) => {
      created += 1;
      return { application, label, status: 'Processed' as const };
    };
    const beanstalk = versionsOnce({ ...({ calls: 0 } as Beanstalk), createVersion: make });
    const wish = { application: 'shop', label: 'v2', description: '', bundle: { bucket: 'b', key: 'k' }, tags: {} };
    const [one, other] = await Promise.all([beanstalk.createVersion(wish), beanstalk.createVersion(wish)]);
    await beanstalk.createVersion({ ...wish, application: 'mail' });
    expect([one.label, other.label, created]).toEqual(['v2', 'v2', 2]);
  });
});

describe('the measure of calls', () => {
  it('lets a burst through, then one at a time, and nobody waits once the run is asked to stop', async () => {
    const clock = new PatientClock();
    const stop = new AbortController();
    const turn = createTurns(clock, stop.signal, 2, 4);
    const startedAt = clock.now();
    const passed: number[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        await turn();
        passed.push(clock.now() - startedAt);
      }),
    );
    expect(passed.filter((at) => at === 0)).toHaveLength(4);
    expect(Math.max(...passed)).toBe(seconds(3));
    stop.abort();
    const at = clock.now();
    await turn();
    expect(clock.now()).toBe(at);
  });
});

describe('work side by side', () => {
  it('never exceeds its limit, and takes nothing new when it may not go on', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await sideBySide(
      [1, 2, 3, 4, 5, 6],
      2,
      async (one) => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        done.push(one);
      },
      () => done.length < 3,
    );
    expect(most).toBe(2);
    expect(done).toEqual([1, 2, 3, 4]);
  });
});
