/** Rollouts of every kind against the policies of docs/policies/: what is called is allowed there, and what is allowed there is called. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { actionsOf, POLICIES, policyText } from '../scripts/policies.mjs';
import { type Milliseconds, minutes, seconds } from '../src/domain/time.js';
import type { Scenario } from '../src/simulator/scenario.js';
import { directoryOf, removeTemporary } from './support/bundle-tree.js';
import { CanaryWorld } from './support/canary-runs.js';
import { BUILD, clusterWorld, ECR, run as runPods } from './support/cluster-world.js';
import { described } from './support/environment-world.js';
import { PairWorld, PRODUCTION } from './support/pair-world.js';
import { HEAD, NEWER, PreviewWorld } from './support/preview-world.js';
import { startRun, wholeRun } from './support/runs.js';
import { World } from './support/world.js';

afterEach(removeTemporary);

/** IAM names of calls that are called otherwise (Service Authorization Reference, Amazon S3). */
const IAM: Readonly<Record<string, string>> = {
  's3:HeadObject': 's3:GetObject',
  's3:ListObjectsV2': 's3:ListBucket',
  's3:CreateMultipartUpload': 's3:PutObject',
  's3:UploadPart': 's3:PutObject',
  's3:CompleteMultipartUpload': 's3:PutObject',
};
/** Asked for with another call, without one of their own: tags of a new version; bundles are deleted as whoever asks. */
const ALONG: Readonly<Record<string, string>> = {
  'elasticbeanstalk:CreateApplicationVersion': 'elasticbeanstalk:AddTags',
  'elasticbeanstalk:DeleteApplicationVersion': 's3:DeleteObject',
};
const NO_PERMISSION_NEEDED = ['sts:GetCallerIdentity'];
/** Called only when the upload of a large bundle is broken off (`__tests__/adapters/aws/upload.test.ts`). */
const RARE = ['s3:AbortMultipartUpload'];

const called = (world: World, since: number): readonly string[] =>
  world.wire.calls
    .list(since)
    .filter(({ service }) => service !== 'github')
    .flatMap(({ service, action }) => {
      const name = IAM[`${service}:${action}`] ?? `${service.replace('monitoring', 'cloudwatch')}:${action}`;
      const along = ALONG[name];
      return NO_PERMISSION_NEEDED.includes(name) ? [] : [name, ...(along === undefined ? [] : [along])];
    });

type Inputs = Readonly<Record<string, string>>;
type Story = () => Promise<readonly string[]>;

const BUNDLED = { 'version-source': 'auto', 'source-directory': '.', 'version-label': 'r1' };
const FAILING: Scenario = { versions: { '*': { command: 'fails' } } };
const PAIR = { strategy: 'blue-green', 'production-cname': PRODUCTION, bake: '10s' };
const COMMAND = { 'post-deploy-command': 'bin/migrate', 'command-timeout': '5m' };
const NO_LOG = { 'aws:elasticbeanstalk:application:environment': { EB_DEPLOYMENT_LOG_S3_DISABLED: 'true' } };
const creating = (options: Readonly<Record<string, Readonly<Record<string, string>>>> = {}): Inputs => ({
  'environment-name': 'shop-new',
  'create-environment-if-not-exists': 'true',
  'platform-branch': 'Node.js 24 running on 64bit Amazon Linux 2023',
  'option-settings': JSON.stringify({
    'aws:autoscaling:launchconfiguration': { IamInstanceProfile: 'aws-elasticbeanstalk-ec2-role' },
    'aws:elasticbeanstalk:environment': { ServiceRole: 'aws-elasticbeanstalk-service-role' },
    ...options,
  }),
});
const ENHANCED = { 'aws:elasticbeanstalk:healthreporting:system': { SystemType: 'enhanced' } };

const plain = (): World => new World();
const suffering = (scenario: Scenario) => (): World => new World().scenario(scenario);

/** One run after the other in one world; each ends as it may. */
const runs =
  (world: () => World, ...inputs: readonly Inputs[]): Story =>
  async () => {
    const made = world();
    const since = made.wire.calls.total;
    const workspace = await directoryOf({ 'server.js': '//', Procfile: 'web: node server.js' });
    for (const one of inputs)
      await wholeRun(made, one['version-source'] === 'auto' ? { inputs: one, workspace } : { inputs: one });
    return called(made, since);
  };

const cancelled =
  (after: Milliseconds, inputs: Inputs = {}, world = plain): Story =>
  async () => {
    const made = world();
    const since = made.wire.calls.total;
    const running = startRun(made, { inputs });
    await made.clock.sleep(after);
    running.cancel();
    await running.ended;
    return called(made, since);
  };

/** A deployment that fails, one whose log is not in S3, and one that is cancelled. */
const troubles: readonly Story[] = [
  runs(suffering(FAILING), {}),
  runs(() => new World({ environment: { options: NO_LOG } }).scenario(FAILING), { 'logs-on-failure': 'tail' }),
  cancelled(seconds(30)),
];

/** Nobody asks the old side any more, so that it can go. */
const retired: Story = async () => {
  const world = new PairWorld({ idle: 'v1' });
  await world.go({ inputs: { bake: '10s' }, scenario: { versions: { '*': { requestsPerSecond: 0 } } } });
  world.advance(minutes(30));
  const since = world.wire.calls.total;
  await wholeRun(world, { inputs: { ...PAIR, 'version-label': 'v3', retire: 'terminate' } });
  return called(world, since);
};

const pullRequests: Story = async () => {
  const stage = new PreviewWorld();
  const since = stage.world.wire.calls.total;
  const push = async (head: string) => ({
    inputs: BUNDLED,
    workspace: await directoryOf({ '.git/HEAD': `${head}\n`, 'server.js': head, Procfile: 'web: node server.js' }),
  });
  await stage.on({ action: 'opened' }, await push(HEAD));
  stage.pull({ number: 17, headCommit: NEWER });
  await stage.on({ action: 'synchronize', head: NEWER }, await push(NEWER));
  stage.pull({ number: 17, headCommit: NEWER, state: 'closed' });
  await stage.on({ action: 'closed', head: NEWER });
  await stage.sweep();
  return called(stage.world, since);
};

const terminated: Story = async () => {
  const world = new World();
  const since = world.wire.calls.total;
  const id = (await described(world, 'shop-prod'))?.id ?? '';
  await wholeRun(world, { inputs: { operation: 'terminate', 'confirm-environment-id': id } });
  // One that is not there: or may it not be seen?
  const other = { operation: 'terminate', 'environment-name': 'shop-none', 'confirm-environment-id': id };
  await wholeRun(world, { inputs: other });
  return called(world, since);
};

const pruned: Story = async () => {
  const world = new World();
  for (const label of ['old-1', 'old-2', 'new']) {
    world.clock.advance(minutes(60));
    world.somebody('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: label });
  }
  const since = world.wire.calls.total;
  await wholeRun(world, { inputs: { 'version-label': 'new', 'prune-versions': '1' } });
  return called(world, since);
};

const watched = (): World => {
  const world = new World();
  world.simulator.seed({ alarms: [{ AlarmName: 'errors' }] });
  return world;
};

/** A good one on a side that is created, whose old side goes; one that is sent back; and a bundle. */
const shared =
  (router: 'alb' | 'route53'): Story =>
  async () => {
    const world = new CanaryWorld(router, 'none');
    const since = world.wire.calls.total;
    const steps = { 'canary-steps': '50%:3m', 'max-step-extension': '0s', bake: '10s' };
    const workspace = await directoryOf({ 'server.js': '//', Procfile: 'web: node server.js' });
    world.scenario({ versions: { '*': { requestsPerSecond: 0 } } });
    await world.run({ ...BUNDLED, ...steps }, { workspace });
    await world.run({ ...steps, 'on-inconclusive': 'fail', 'logs-on-failure': 'tail' });
    await world.run({ ...steps, 'version-label': 'v3', retire: 'terminate' });
    return called(world, since);
  };

/** A good one with options, one that is built, one whose build fails, and one whose pods do not come up. */
const pods: Story = async () => {
  const world = clusterWorld();
  const since = world.wire.calls.total;
  await runPods(world, { 'image-uri': `${ECR}/shop:5`, 'environment-variables': 'A=1', strategy: 'rolling' });
  await runPods(world, { 'build-configuration': BUILD });
  world.scenario({ versions: { '*': { build: 'fails' } } });
  await runPods(world, { 'build-configuration': BUILD, code: 'two' });
  world.scenario({ versions: { bad: { command: 'fails' } } });
  await runPods(world, { 'image-uri': `${ECR}/shop:6`, 'version-label': 'bad' });
  return called(world, since);
};

/** What a policy that stands beside another one is for. */
const besides =
  (story: Story): Story =>
  async () =>
    (await story()).filter((action) => !actionsOf('in-place').includes(action));

const STORIES: Readonly<Record<keyof typeof POLICIES, readonly Story[]>> = {
  'in-place': [runs(plain, { ...BUNDLED, 'environment-variables': 'A=1', strategy: 'rolling' }), ...troubles],
  'blue-green': [runs(() => new PairWorld({ idle: 'none' }), { ...BUNDLED, ...PAIR }), retired, ...troubles],
  'canary-alb': [shared('alb'), ...troubles],
  'canary-route53': [shared('route53'), ...troubles],
  cluster: [pods],
  create: [
    runs(plain, { ...BUNDLED, ...creating(ENHANCED) }),
    runs(plain, creating()),
    runs(suffering(FAILING), creating(ENHANCED)),
    runs(suffering(FAILING), { ...creating({ ...ENHANCED, ...NO_LOG }), 'logs-on-failure': 'tail' }),
  ],
  rollback: [runs(plain, {}, { operation: 'rollback', 'version-label': '', 'version-source': '' }), ...troubles],
  terminate: [terminated],
  lock: [runs(plain, { operation: 'lock', comment: 'a look' }, { operation: 'unlock' })],
  preview: [pullRequests, ...troubles],
  'prune-versions': [besides(pruned)],
  commands: [
    runs(plain, COMMAND),
    runs(suffering({ faults: [{ kind: 'reset', when: 'after', action: 'SendCommand', times: 1 }] }), COMMAND),
    cancelled(minutes(3), COMMAND, suffering({ commands: { migrate: { seconds: 600 } } })),
  ].map(besides),
  alarms: [besides(runs(watched, { alarms: 'errors' }))],
};

describe.each(Object.keys(POLICIES) as (keyof typeof POLICIES)[])('the policy for %s', (name) => {
  it('allows what is called, and nothing else', async () => {
    const found = new Set<string>();
    for (const story of STORIES[name]) for (const action of await story()) found.add(action);
    expect([...found].sort()).toEqual(actionsOf(name).filter((action) => !RARE.includes(action)));
  }, 60_000);

  it('is the one of docs/policies', () => {
    expect(readFileSync(new URL(`../docs/policies/${name}.json`, import.meta.url), 'utf8')).toBe(policyText(name));
  });
});
