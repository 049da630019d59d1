/** Whole runs with versions that Elastic Beanstalk builds: states, failures, labels that are used up. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { directoryOf, removeTemporary } from '../support/bundle-tree.js';
import { BUILD, clusterWorld, ECR, role, run, textOf } from '../support/cluster-world.js';
import { startRun } from '../support/runs.js';
import { SHOP, World } from '../support/world.js';

afterEach(removeTemporary);

const built = (more: Readonly<Record<string, string>> = {}) => ({ 'build-configuration': BUILD, ...more });
const version = async (world: World, label: string) => world.ports.beanstalk.version(SHOP.application, label);
const calls = (world: World, action: string): number =>
  world.wire.calls.list(0).filter((one) => one.action === action).length;
const BUNDLES = 'elasticbeanstalk-us-east-1-123456789012';

describe('an image that Elastic Beanstalk builds', () => {
  it('is waited for from Building to Processed, and deployed by the digest that came of it', async () => {
    const world = clusterWorld();
    const ended = await run(world, built({ 'version-label': 'nine' }));
    expect(ended.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'nine' });
    expect(textOf(ended)).toMatch(/Version nine is Building[\s\S]*Version nine is Processed/);
    const made = await version(world, 'nine');
    expect(made?.status).toBe('Processed');
    expect(made?.image).toMatch(/@sha256:[0-9a-f]{64}$/);
    expect(made?.build).toEqual({ type: 'docker', serviceRole: role('image-build') });
  });

  it('is not built again for the same files, and is for the same files built in another way', async () => {
    const world = clusterWorld();
    await run(world, built({ 'version-label': 'nine' }));
    const same = await run(world, built({ 'version-label': 'nine' }));
    expect(same.outputs).toMatchObject({ outcome: 'unchanged', 'version-label': 'nine' });
    const other = JSON.stringify({
      Type: 'docker',
      CodeBuildServiceRole: role('image-build'),
      ComputeType: 'BUILD_GENERAL1_LARGE',
    });
    const again = await run(world, { 'build-configuration': other, 'version-label': 'nine' });
    expect(again.outputs.outcome).toBe('succeeded');
    expect(again.outputs['version-label']).toMatch(/^nine-[0-9a-f]{8}$/);
  });

  it('that fails shows what the service says, and changes nothing; its label is never used again', async () => {
    const world = clusterWorld();
    world.scenario({ versions: { nine: { build: 'fails' } } });
    const failed = await run(world, built({ 'version-label': 'nine' }));
    expect(failed.outputs).toMatchObject({ outcome: 'failed', restored: 'not-needed' });
    expect(failed.outputs['outcome-reason']).toContain(
      'The image of version nine could not be built, so nothing was deployed',
    );
    expect(failed.outputs['outcome-reason']).toContain('Elastic Beanstalk says: “');
    expect(failed.outputs['outcome-reason']).toMatch(/CodeBuild build arn:aws:codebuild:/);
    expect(textOf(failed)).toContain('docs/errors.md#image-build-failed');
    expect(calls(world, 'UpdateEnvironment')).toBe(0);

    world.scenario({});
    const next = await run(world, built({ 'version-label': 'nine' }));
    expect(textOf(next)).toContain('Version nine exists already, and Elastic Beanstalk could not process it.');
    expect(next.outputs.outcome).toBe('succeeded');
    expect(next.outputs['version-label']).toMatch(/^nine-[0-9a-f]{8}$/);
    expect((await version(world, 'nine'))?.status).toBe('Failed');
    const existing = await run(world, { 'version-source': 'existing', 'version-label': 'nine' });
    expect(textOf(existing)).toContain('used up until its version is deleted');
  });

  it('that is Processed without an image has failed (a Dockerfile that is not there)', async () => {
    const world = clusterWorld();
    const nowhere = JSON.stringify({
      Type: 'docker',
      CodeBuildServiceRole: role('image-build'),
      DockerfileLocation: 'deploy/Dockerfile',
    });
    const ended = await run(world, { 'build-configuration': nowhere, 'version-label': 'nine' });
    expect((await version(world, 'nine'))?.status).toBe('Processed');
    expect(ended.outputs['outcome-reason']).toContain('Version nine is Processed, but has no image');
    expect(calls(world, 'UpdateEnvironment')).toBe(0);
  });

  it('that somebody has begun is waited for, not begun again', async () => {
    const world = clusterWorld();
    const workspace = { 'version-label': 'nine' };
    const first = startRun(world, {
      inputs: { 'version-source': '', ...built(workspace) },
      workspace: await directoryOf({ Dockerfile: 'FROM scratch', 'index.js': '// one' }),
      loses: () => {
        if (first.lines.some((line) => line.includes('is Building'))) first.cancel();
        return false;
      },
    });
    await first.ended;
    expect(first.outputs.outcome).toBe('cancelled');
    expect(textOf(first)).toContain('may go on building the image of version nine');
    const state = (await version(world, 'nine'))?.status;
    const second = await run(world, built(workspace));
    expect(second.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'nine' });
    expect(['Building', 'Processed']).toContain(state);
    expect(calls(world, 'CreateApplicationVersion')).toBe(1);
  });

  it('an existing version that is still processed is waited for; one that was never processed is refused', async () => {
    const world = clusterWorld();
    await run(world, built({ 'version-label': 'nine', 'dry-run': 'true' }));
    const build = { Type: 'docker', CodeBuildServiceRole: role('image-build') };
    await run(world, built({ 'version-label': 'source' }));
    const { bundle } = (await version(world, 'source')) ?? {};
    const from = { S3Bucket: bundle?.bucket ?? BUNDLES, S3Key: bundle?.key ?? '' };
    const create = (label: string, process: boolean) =>
      world.somebody('CreateApplicationVersion', {
        ApplicationName: 'shop',
        VersionLabel: label,
        SourceBundle: from,
        ImageConfiguration: { Build: build },
        Process: process,
      });
    create('theirs', true);
    const waited = await run(world, { 'version-source': 'existing', 'version-label': 'theirs' });
    expect(waited.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'theirs' });
    expect(textOf(waited)).toContain('Wait until version theirs is processed');
    create('never', false);
    const never = await run(world, { 'version-source': 'existing', 'version-label': 'never' });
    expect(textOf(never)).toContain('created without being processed');
  });
});

describe('what does not fit the kind of environment', () => {
  const updates = (world: World): number => calls(world, 'UpdateEnvironment');

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a bundle of files', {}, 'cluster-needs-image'],
    [
      'an image for the Docker platform',
      { 'docker-image': 'ghcr.io/acme/shop:1', 'docker-port': '80' },
      'cluster-needs-image',
    ],
    ['a version that is a bundle', { 'version-source': 'existing', 'version-label': 'v2' }, 'cluster-needs-image'],
    [
      'options of instances',
      { 'image-uri': `${ECR}/shop:5`, 'option-settings': '{"aws:autoscaling:asg": {"MinSize": "2"}}' },
      'option-of-other-tier',
    ],
    [
      'other roles',
      {
        'image-uri': `${ECR}/shop:5`,
        'option-settings': `{"aws:elasticbeanstalk:eks": {"node-role": "${role('other')}"}}`,
      },
      'cluster-setting-fixed',
    ],
    ['batches', { 'image-uri': `${ECR}/shop:5`, strategy: 'rolling', 'batch-size': '1' }, 'input-of-other-tier'],
    [
      'pods that cannot move',
      { 'image-uri': `${ECR}/shop:5`, strategy: 'rolling', 'max-surge': '0', 'max-unavailable': '0%' },
      'pods-cannot-move',
    ],
    [
      'another processor',
      { 'build-configuration': JSON.stringify({ ...JSON.parse(BUILD), Architecture: 'arm64' }) },
      'image-of-other-architecture',
    ],
    [
      'another platform',
      { 'version-source': 'none', 'environment-variables': 'A=1', 'solution-stack-name': 'x' },
      'platform-differs',
    ],
    ['a command on an instance', { 'image-uri': `${ECR}/shop:5`, 'post-deploy-command': 'ls' }, 'no-shell'],
  ])('%s is refused on a cluster before anything is changed', async (_, inputs, code) => {
    const world = clusterWorld();
    const refused = await run(world, inputs);
    expect(refused.outputs.outcome).toBe('failed');
    if (code !== 'no-shell') expect(textOf(refused)).toContain(`docs/errors.md#${code}`);
    else expect(textOf(refused)).toContain('is a Cluster environment');
    expect(updates(world)).toBe(0);
    expect(calls(world, 'CreateApplicationVersion')).toBe(0);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['an image', { 'image-uri': `${ECR}/shop:5` }, 'image-needs-cluster'],
    ['a build', { 'build-configuration': BUILD }, 'image-needs-cluster'],
    [
      'options of pods',
      { 'version-source': 'none', 'option-settings': '{"aws:elasticbeanstalk:eks:environment": {"cpu": "1"}}' },
      'option-of-other-tier',
    ],
    [
      'surges',
      { 'version-source': 'existing', 'version-label': 'v2', strategy: 'rolling', 'max-surge': '1' },
      'input-of-other-tier',
    ],
    [
      'recreate',
      { 'version-source': 'existing', 'version-label': 'v2', strategy: 'recreate' },
      'strategy-needs-cluster-environment',
    ],
  ])('%s is refused on instances before anything is changed', async (_, inputs, code) => {
    const world = new World();
    const refused = await run(world, inputs);
    expect(textOf(refused)).toContain(`docs/errors.md#${code}`);
    expect(updates(world)).toBe(0);
  });
});

describe('what only the service can refuse', () => {
  const option = (name: string, value: string) =>
    JSON.stringify({ 'aws:elasticbeanstalk:eks:environment': { [name]: value } });

  it('subnets that it does not show: its words, and the remedy', async () => {
    const world = clusterWorld();
    const inputs = { 'version-source': 'none', 'option-settings': option('subnets', 'subnet-0a,subnet-0b') };
    const refused = await run(world, inputs);
    expect(refused.outputs).toMatchObject({ outcome: 'failed', restored: 'not-needed' });
    expect(textOf(refused)).toContain('Changes to EKS cluster configuration (subnets and IAM roles)');
    expect(textOf(refused)).toContain('docs/errors.md#cluster-setting-fixed');
    expect(textOf(refused)).toContain('swap the CNAMEs');
  });

  it('an option that there is not, before anything is changed', async () => {
    const world = clusterWorld();
    const refused = await run(world, { 'version-source': 'none', 'option-settings': option('cpus', '2') });
    expect(textOf(refused)).toContain('docs/errors.md#invalid-option');
    expect(calls(world, 'UpdateEnvironment')).toBe(0);
  });
});

describe('the way back on a cluster', () => {
  it('goes to the version from before, whose image is the same by its digest', async () => {
    const world = clusterWorld();
    await run(world, { 'image-uri': `${ECR}/shop:5`, 'version-label': 'five' });
    const five = (await version(world, 'five'))?.image;
    await run(world, { 'image-uri': `${ECR}/shop:6`, 'version-label': 'six' });
    const back = await run(world, { operation: 'rollback' });
    expect(back.outputs).toMatchObject({
      outcome: 'succeeded',
      'version-label': 'five',
      'previous-version-label': 'six',
    });
    expect((await version(world, 'five'))?.image).toBe(five);
  });

  it('needs no bundle that an image was built from', async () => {
    const world = clusterWorld();
    await run(world, built({ 'version-label': 'nine' }));
    const { bundle } = (await version(world, 'nine')) ?? {};
    world.objects.remove(bundle?.bucket ?? '', bundle?.key ?? '');
    await run(world, { 'image-uri': `${ECR}/shop:6`, 'version-label': 'six' });
    const back = await run(world, { operation: 'rollback' });
    expect(back.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'nine' });
  });

  it('warns of a version that names its image by a tag, which may mean another one by now', async () => {
    const world = clusterWorld();
    world.somebody('CreateApplicationVersion', {
      ApplicationName: 'shop',
      VersionLabel: 'tagged',
      ImageConfiguration: { Source: { Uri: `${ECR}/shop:stable` } },
    });
    const back = await run(world, { operation: 'rollback', 'to-version': 'tagged' });
    expect(back.outputs).toMatchObject({ outcome: 'succeeded', 'version-label': 'tagged' });
    expect(textOf(back)).toContain(`warning: Version tagged names its image by a tag (${ECR}/shop:stable)`);
  });

  it('refuses versions of the other kind', async () => {
    const world = clusterWorld();
    const back = await run(world, { operation: 'rollback', 'to-version': 'v2' });
    expect(textOf(back)).toContain('docs/errors.md#cluster-needs-image');
  });

  it('variables are one option there: single ones are set and removed, the others stay', async () => {
    const world = clusterWorld();
    await run(world, { 'version-source': 'none', 'environment-variables': 'COLOUR=blue\nSIZE=9' });
    await run(world, { 'version-source': 'none', 'environment-variables': 'COLOUR=red\nSIZE=' });
    const [settings] = await world.ports.beanstalk.settings(SHOP.application, SHOP.name);
    const value = settings?.options.find(({ name }) => name === 'env-variables')?.value ?? '';
    expect(JSON.parse(value)).toMatchObject({ COLOUR: 'red' });
    expect(JSON.parse(value)).not.toHaveProperty('SIZE');
    const same = await run(world, { 'version-source': 'none', 'environment-variables': 'COLOUR=red' });
    expect(same.outputs.outcome).toBe('unchanged');
  });
});
