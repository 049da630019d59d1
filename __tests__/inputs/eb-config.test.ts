import { describe, expect, it } from '@jest/globals';
import { type InputsOutcome, read } from '../../src/inputs/read.js';
import { inputHost, memoryFiles } from '../support/recording-host.js';
import { REQUIRED, RUNNER_DEFAULTS, WORKSPACE } from './given.js';

const FILE = '/w/.elasticbeanstalk/config.yml';
const CONFIG = `
branch-defaults:
  main:
    environment: shop-prod
    group_suffix: null
  feature/basket:
    environment: shop-basket
deploy:
  artifact: dist/app.zip
global:
  application_name: shop
  branch: null
  default_ec2_keyname: kim
  default_platform: Node.js 24 running on 64bit Amazon Linux 2023
  default_region: eu-west-1
  profile: eb-cli
  sc: git
  workspace_type: Application
`;

interface Asked {
  readonly given?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly ref?: string;
  readonly files?: Readonly<Record<string, string>>;
}

function reading({ given = {}, text = CONFIG, ref = 'refs/heads/main', files = {} }: Asked): Promise<InputsOutcome> {
  const host = inputHost(given, { defaults: RUNNER_DEFAULTS });
  return read({ ...host, run: { ...host.run, ref } }, memoryFiles({ ...WORKSPACE, [FILE]: text, ...files }));
}

async function settingsOf(asked: Asked) {
  const outcome = await reading(asked);
  if (outcome.kind !== 'settings') throw new Error(JSON.stringify(outcome));
  return outcome;
}

async function problemsOf(asked: Asked) {
  const outcome = await reading(asked);
  return outcome.kind === 'refused' ? outcome.problems : [];
}

describe('the configuration of the EB CLI', () => {
  it('stands in for what is not given, and that is said', async () => {
    const { settings, notices } = await settingsOf({});
    expect(settings).toMatchObject({
      application: 'shop',
      region: 'eu-west-1',
      environmentName: 'shop-prod',
      bundle: { kind: 'archive', path: '/w/dist/app.zip' },
    });
    for (const key of ['global.application_name', 'global.default_region', 'branch-defaults', 'deploy.artifact']) {
      expect(notices[0]).toContain(key);
    }
    expect(notices.join('\n')).toContain('`profile` in .elasticbeanstalk/config.yml is not used');
  });

  it('chooses the environment by the branch', async () => {
    expect((await settingsOf({ ref: 'refs/heads/feature/basket' })).settings.environmentName).toBe('shop-basket');
  });

  it.each([
    ['a branch without an environment', 'refs/heads/other', 'no environment for other'],
    ['a pull request', 'refs/pull/7/merge', 'no environment for no branch'],
    ['a branch called like a built-in member', 'refs/heads/constructor', 'no environment for constructor'],
  ])('has none for %s', async (_, ref, hint) => {
    const [problem, ...others] = await problemsOf({ ref });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'missing-input', input: 'environment-name' });
    expect(problem?.hint).toContain(hint);
  });

  it('means its branch `default` where there is no version control', async () => {
    const text =
      'global: {application_name: shop, default_region: eu-west-1, sc: null}\nbranch-defaults: {default: {environment: shop-dev}, main: {environment: shop-prod}}';
    expect((await settingsOf({ text })).settings.environmentName).toBe('shop-dev');
  });

  it('never overrules an input', async () => {
    const given = { ...REQUIRED, 'application-name': 'other', 'source-directory': 'app' };
    const { settings, notices } = await settingsOf({ given });
    expect(settings).toMatchObject({ application: 'other', bundle: { kind: 'directory', path: '/w/app' } });
    expect(notices).toEqual([]);
  });

  it.each([
    ['source-directory', 'app', 'directory'],
    ['exclude-patterns', '*.md', 'directory'],
    ['version-source', 'existing', 'existing-version'],
  ])('names no artifact when `%s` says what is deployed', async (name, value, kind) => {
    const { settings } = await settingsOf({ given: { [name]: value, 'version-label': 'v1' } });
    expect(settings.bundle?.kind).toBe(kind);
  });

  it('says that a bundle of the directory is not the commit', async () => {
    const { notices } = await settingsOf({ text: CONFIG.replace('artifact: dist/app.zip', 'artifact: null') });
    expect(notices.join('\n')).toContain('not those of the commit');
  });

  it('lies over config.global.yml', async () => {
    const files = {
      '/w/.elasticbeanstalk/config.global.yml': 'global: {application_name: base, default_region: us-east-1}',
    };
    const text = 'global: {application_name: shop}\nbranch-defaults: {default: {environment: shop-dev}}';
    expect((await settingsOf({ text, files })).settings).toMatchObject({ application: 'shop', region: 'us-east-1' });
  });

  it.each([
    ['no YAML', 'a: [1', 'is not valid YAML'],
    ['the same key twice', 'global: {}\nglobal: {}', 'is not valid YAML'],
    ['a list', '- a', 'does not consist of sections'],
    ['a list for a section', 'global: [a]', 'at global'],
    ['a section for a text', 'global: {application_name: {a: b}}', 'at global.application_name'],
    ['a text for a branch', 'branch-defaults: {main: shop}', 'at branch-defaults.main'],
    ['far too much', `# ${'x'.repeat(70_000)}`, 'bytes, more than'],
    [
      'aliases that explode',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((n, i) => `${n}: &${n} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}`,
      'is not valid YAML',
    ],
  ])('that holds %s is a problem that names the file', async (_, text, because) => {
    const found = (await problemsOf({ text })).filter(({ code }) => code === 'eb-config-malformed');
    expect(found).toHaveLength(1);
    expect(found[0]?.what).toContain('.elasticbeanstalk/config.yml');
    expect(found[0]?.what).toContain(because);
  });

  it('is not looked at when nothing is missing', async () => {
    const given = { ...REQUIRED, 'source-directory': 'app' };
    expect(await problemsOf({ given, text: 'a: [1' })).toEqual([]);
  });

  it('that leads out of the workspace is refused', async () => {
    const problems = await problemsOf({ text: '-> /etc/passwd' });
    expect(problems[0]).toMatchObject({ code: 'path-outside-workspace' });
    expect(JSON.stringify(problems)).not.toContain('root');
  });

  it.each([
    ['application-name', CONFIG.replace('application_name: shop', 'application_name: "a/b\\n::error::x"')],
    ['aws-region', CONFIG.replace('eu-west-1', 'Ireland')],
    ['environment-name', CONFIG.replace('environment: shop-prod', 'environment: "-x"')],
    ['deployment-package-path', CONFIG.replace('dist/app.zip', '../../secret.zip')],
    ['deployment-package-path', CONFIG.replace('dist/app.zip', 'dist/none.zip')],
  ])('is held to the rules of `%s`, and the problem says where the value stands', async (input, text) => {
    const problems = await problemsOf({ text });
    expect(problems.map((one) => one.input)).toEqual([input]);
    expect(problems[0]?.what).toMatch(/\(from [\w.-]+ in \.elasticbeanstalk\/config\.yml\)/);
  });
});
