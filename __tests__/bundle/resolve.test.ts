import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { zipArchives } from '../../src/adapters/bundle/archives.js';
import { systemFiles } from '../../src/adapters/system/files.js';
import { bundleHash } from '../../src/bundle/hash.js';
import { resolveVersion } from '../../src/bundle/resolve.js';
import type { VersionSource } from '../../src/domain/plan.js';
import type { BundleSource, DeploySettings } from '../../src/domain/settings.js';
import { publishVersion } from '../../src/rollout/publish.js';
import { seededRandom } from '../../src/simulator/random.js';
import { type AwsWorld, awsWorld } from '../support/aws-world.js';
import { listener, removeTemporary, temporary, zipOf } from '../support/bundle-tree.js';

type Wished = Partial<Pick<DeploySettings, 'versionLabel' | 'onLabelConflict' | 'commit' | 'bucket' | 'dryRun'>>;

const CHANGES = ['CreateApplicationVersion', 'PutObject', 'CreateMultipartUpload', 'UpdateEnvironment'];

let world: AwsWorld;
let path = '';
let hash = '';
beforeEach(async () => {
  world = await awsWorld('in process');
  path = await zipOf([{ path: 'Procfile', text: 'web: node server.js\n' }]);
  hash = bundleHash((await zipArchives.list(path)).entries, zipArchives);
});
afterEach(async () => {
  await world.close();
  await removeTemporary();
});

async function resolve(wished: Wished = {}, bundle: BundleSource | undefined = { kind: 'archive', path }) {
  const heard = listener();
  const resolution = await resolveVersion(
    {
      application: 'shop',
      region: 'us-east-1',
      onLabelConflict: 'suffix',
      comment: '',
      dryRun: false,
      ...(bundle === undefined ? {} : { bundle }),
      ...wished,
    },
    {
      beanstalk: world.beanstalk,
      store: world.store,
      files: systemFiles,
      archives: zipArchives,
      random: seededRandom(3),
      temporary: await temporary(),
    },
    heard.say,
  );
  const changed = world.calls().filter((call) => CHANGES.some((name) => call.startsWith(name)));
  return { resolution, changed, ...heard };
}

async function publish(source: VersionSource) {
  const heard = listener();
  await publishVersion({ kind: 'publish-version', application: 'shop', source }, world, heard.say);
  return heard;
}

async function sourceOf(wished: Wished = {}): Promise<VersionSource> {
  const { resolution } = await resolve(wished);
  if (!resolution.ok || resolution.source === undefined) throw new Error('nothing to publish');
  return resolution.source;
}

const uploads = (): number => world.calls().filter((call) => call.startsWith('PutObject')).length;
const creations = (): number => world.calls().filter((call) => call.startsWith('CreateApplicationVersion')).length;

describe('which version is meant', () => {
  it('is a new one under the default label, and nothing is changed to find out', async () => {
    const { resolution, changed } = await resolve({ commit: '3f2a91c0aabb' });
    expect(resolution).toMatchObject({
      ok: true,
      source: {
        kind: 'bundle',
        label: `3f2a91c-${hash.slice(0, 8)}`,
        hash,
        path,
        location: {
          bucket: 'elasticbeanstalk-us-east-1-123456789012',
          key: `shop/3f2a91c-${hash.slice(0, 8)}-${hash}.zip`,
        },
        description: `commit 3f2a91c0aabb [bundle sha256:${hash}]`,
        reuse: { object: false, version: false },
      },
    });
    expect(changed).toEqual([]);
  });

  it('is the one that a run before has made of the same content: nothing is uploaded or created again', async () => {
    await publish(await sourceOf({ versionLabel: 'v7' }));
    const { resolution } = await resolve({ versionLabel: 'v7' });
    expect(resolution).toMatchObject({
      source: { label: 'v7', reuse: { object: true, version: true } },
      existing: { label: 'v7' },
    });
    await publish(await sourceOf({ versionLabel: 'v7' }));
    expect([uploads(), creations()]).toEqual([1, 1]);
  });

  it('is a suffixed one when the label holds something else, and the run after that finds it again', async () => {
    const { resolution, notices } = await resolve({ versionLabel: 'v1' });
    const label = `v1-${hash.slice(0, 8)}`;
    expect(resolution).toMatchObject({ ok: true, source: { label } });
    expect(notices().join()).toContain(`becomes version ${label}`);
    await publish(await sourceOf({ versionLabel: 'v1' }));
    expect((await resolve({ versionLabel: 'v1' })).resolution).toMatchObject({
      source: { label, reuse: { version: true } },
    });
  });

  it('is refused, or taken as it is, when on-label-conflict says so', async () => {
    const refused = await resolve({ versionLabel: 'v1', onLabelConflict: 'fail' });
    expect(refused.resolution).toMatchObject({ ok: false, problems: [{ code: 'version-label-taken' }] });
    const reused = await resolve({ versionLabel: 'v1', onLabelConflict: 'reuse' });
    expect(reused.resolution).toMatchObject({ ok: true, source: { kind: 'existing', label: 'v1' } });
    expect(reused.warnings()).toEqual(['bundle-not-used']);
  });

  it('has an allowed label, and the change is said', async () => {
    const { resolution, notices } = await resolve({ versionLabel: 'feature/x' });
    expect(resolution).toMatchObject({ source: { label: 'feature-x' } });
    expect(notices().join()).toContain('feature-x is used');
  });

  it('is uploaded again when its object is gone', async () => {
    const first = await sourceOf({ versionLabel: 'v7' });
    await publish(first);
    if (first.kind === 'bundle') world.objects.remove(first.location.bucket, first.location.key);
    const again = await sourceOf({ versionLabel: 'v7' });
    expect(again).toMatchObject({ reuse: { object: false, version: true } });
    await publish(again);
    expect(again.kind === 'bundle' && world.objects.head(again.location.bucket, again.location.key)).toBeTruthy();
    expect(creations()).toBe(1);
  });

  it('is an existing one by label, which must be there with its bundle', async () => {
    const existing = (label: string) => resolve({}, { kind: 'existing-version', label });
    expect((await existing('v1')).resolution).toMatchObject({ ok: true, source: { kind: 'existing', label: 'v1' } });
    expect((await existing('none')).resolution).toMatchObject({ problems: [{ code: 'version-missing' }] });
    const source = await sourceOf({ versionLabel: 'v7' });
    await publish(source);
    if (source.kind === 'bundle') world.objects.remove(source.location.bucket, source.location.key);
    expect((await existing('v7')).resolution).toMatchObject({ problems: [{ code: 'object-missing' }] });
  });

  it('is none when only the configuration changes', async () => {
    const heard = await resolveVersion(
      { application: 'shop', region: 'r', onLabelConflict: 'suffix', comment: '', dryRun: false },
      { ...world, files: systemFiles, archives: zipArchives, random: seededRandom(1), temporary: '/tmp' },
      listener().say,
    );
    expect(heard).toEqual({ ok: true });
  });

  it('is found out in a dry run without even asking for a bucket', async () => {
    const { resolution } = await resolve({ dryRun: true });
    expect(resolution).toMatchObject({ source: { location: { bucket: 'elasticbeanstalk-us-east-1-<account>' } } });
    expect(world.calls().join()).not.toContain('CreateStorageLocation');
  });

  it('is not asked for when the bundle is bad', async () => {
    const { resolution } = await resolve({}, { kind: 'archive', path: '/nowhere/app.zip' });
    expect(resolution).toMatchObject({ ok: false, problems: [{ code: 'bundle-missing' }] });
    expect(world.calls()).toEqual([]);
  });

  it('is found out without the permission to look into S3', async () => {
    await publish(await sourceOf({ versionLabel: 'v7' }));
    world.faults({ kind: 'lost-permission', answer: 'denied', action: 'HeadObject' });
    expect((await resolve({ versionLabel: 'v7' })).resolution).toMatchObject({
      source: { reuse: { object: true, version: true } },
    });
  });
});

describe('publishing a version', () => {
  it('uploads, creates, records the hash, and says how far it is', async () => {
    const source = await sourceOf({ versionLabel: 'v7' });
    const { said } = await publish(source);
    expect(said.filter(({ type }) => type === 'upload-progress').length).toBeGreaterThan(0);
    expect(await world.beanstalk.version('shop', 'v7')).toMatchObject({ description: expect.stringContaining(hash) });
    const created = world.wire.calls.list().find(({ action }) => action === 'CreateApplicationVersion');
    expect(JSON.stringify(created?.input)).toContain('beanstalk-rollout:bundle-sha256');
  });

  it('does nothing for a version that exists', async () => {
    await publish({ kind: 'existing', label: 'v1' });
    expect(world.calls()).toEqual([]);
  });

  it('looks a creation up whose answer was lost, instead of repeating it', async () => {
    const source = await sourceOf({ versionLabel: 'v7' });
    world.faults({ kind: 'reset', when: 'after', action: 'CreateApplicationVersion' });
    const { notices } = await publish(source);
    expect(notices().join()).toContain('exists with this very content');
    expect(creations()).toBe(1);
  });

  it('repeats a creation that the service has not seen', async () => {
    const source = await sourceOf({ versionLabel: 'v7' });
    world.faults({ kind: 'reset', when: 'before', action: 'CreateApplicationVersion', times: 1 });
    await publish(source);
    expect(await world.beanstalk.version('shop', 'v7')).toBeDefined();
  });

  it('accepts losing a race against the same content, and no other', async () => {
    const source = await sourceOf({ versionLabel: 'v7' });
    await publish(source);
    await publish(source);
    if (source.kind !== 'bundle') throw new Error('no bundle');
    const other = { ...source, hash: 'f'.repeat(64), reuse: { object: true, version: false } };
    await expect(publish(other)).rejects.toMatchObject({ problem: { code: 'version-label-taken' } });
  });

  it('never takes an object for the bundle that only has its key', async () => {
    const source = await sourceOf({ versionLabel: 'v7' });
    if (source.kind !== 'bundle') throw new Error('no bundle');
    world.objects.put(source.location.bucket, source.location.key, Buffer.from('theirs'));
    await expect(publish(source)).rejects.toMatchObject({ problem: { code: 'bundle-object-conflict' } });
    expect(world.objects.text(source.location.bucket, source.location.key)).toBe('theirs');
    expect(creations()).toBe(0);
  });

  it('does without tags where they are not allowed', async () => {
    const source = await sourceOf({ versionLabel: 'v7' });
    const tags: unknown[] = [];
    const { ActionError } = await import('../../src/domain/problem.js');
    const denied = { code: 'permission-denied', blame: 'you', what: 'no elasticbeanstalk:AddTags', hint: '' } as const;
    const beanstalk = {
      version: world.beanstalk.version,
      versionErrors: world.beanstalk.versionErrors,
      createVersion: (request: Parameters<typeof world.beanstalk.createVersion>[0]) => {
        tags.push(request.tags);
        if (Object.keys(request.tags).length > 0) return Promise.reject(new ActionError(denied));
        return world.beanstalk.createVersion(request);
      },
    };
    await publishVersion(
      { kind: 'publish-version', application: 'shop', source },
      { ...world, beanstalk },
      listener().say,
    );
    expect(tags).toEqual([{ 'beanstalk-rollout:bundle-sha256': hash }, {}]);
  });
});
