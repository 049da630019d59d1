import { afterEach, describe, expect, it } from '@jest/globals';
import { systemFiles } from '../../src/adapters/system/files.js';
import { type SelectionRequest, selectFiles } from '../../src/bundle/select.js';
import type { Files } from '../../src/ports/files.js';
import { directoryOf, removeTemporary, type Tree } from '../support/bundle-tree.js';

afterEach(removeTemporary);

async function select(tree: Tree, request: Partial<SelectionRequest> = {}, files: Files = systemFiles) {
  const root = await directoryOf(tree);
  const selection = await selectFiles({ root, exclude: [], symlinks: 'preserve', ...request }, files);
  return { ...selection, paths: selection.entries.map(({ path }) => path) };
}

const KEY = '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n';
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n';

describe('choosing the files of a directory', () => {
  it('takes everything, sorted, and keeps empty directories', async () => {
    const { paths } = await select({ 'z.js': '', 'a/b.js': '', 'B.js': '', 'logs/': '' });
    expect(paths).toEqual(['B.js', 'a/b.js', 'logs', 'z.js']);
  });

  it('leaves version control, editors and caches out, and names the rule', async () => {
    const { paths, excluded } = await select({
      'app.js': '',
      '.git/config': 'token',
      '.idea/workspace.xml': '',
      'node_modules/x/index.js': '',
      'node_modules/.cache/y': '',
      'lib/.DS_Store': '',
    });
    expect(paths).toEqual(['app.js', 'node_modules/x/index.js']);
    expect(excluded).toEqual([
      { path: '.git/', rule: 'built-in: .git' },
      { path: '.idea/', rule: 'built-in: .idea/' },
      { path: 'lib/.DS_Store', rule: 'built-in: .DS_Store' },
      { path: 'node_modules/.cache/', rule: 'built-in: node_modules/.cache/' },
    ]);
  });

  it('leaves secrets out and names them', async () => {
    const { paths, secrets } = await select({
      'app.js': '',
      '.env': 'A=1',
      '.env.production': 'A=1',
      '.env.example': 'A=',
      'certs/server.pem': KEY,
      'certs/global-bundle.pem': CERTIFICATE,
      'tls.key': KEY,
      id_rsa: 'x',
      '.aws/credentials': 'x',
      '.npmrc': '//registry.npmjs.org/:_authToken=npm_abc',
      'sub/.npmrc': `//registry.npmjs.org/:_authToken=\${NPM_TOKEN}\n`,
      'gha-creds-1a2b.json': '{}',
      'infra/terraform.tfstate': '{}',
    });
    expect(paths).toEqual(['.env.example', 'app.js', 'certs/global-bundle.pem', 'sub/.npmrc']);
    expect([...secrets].sort()).toEqual([
      '.aws',
      '.env',
      '.env.production',
      '.npmrc',
      'certs/server.pem',
      'gha-creds-1a2b.json',
      'id_rsa',
      'infra/terraform.tfstate',
      'tls.key',
    ]);
  });

  it.each([
    ['the exclude patterns', { exclude: ['!.env', '!*.pem', '!.aws/'] }, {}],
    ['.ebignore', {}, { '.ebignore': '!.env\n!*.pem\n!.aws/\n' }],
  ])('brings secrets back when %s say so explicitly', async (_, request, files) => {
    const { paths, secrets, notices } = await select(
      { '.env': 'A=1', 's.pem': KEY, '.aws/config': 'x', ...files },
      request,
    );
    expect(notices.join()).toContain('looks like a secret: .aws, .env, s.pem.');
    expect(paths).toEqual(expect.arrayContaining(['.env', 's.pem', '.aws/config']));
    expect(secrets).toEqual([]);
  });

  it('does not bring a secret back because of .gitignore', async () => {
    const { paths } = await select({ '.env': 'A=1', '.gitignore': '!.env\n' });
    expect(paths).toEqual(['.gitignore']);
  });

  it('follows .gitignore files, deeper ones having the last word', async () => {
    const { paths, excluded } = await select({
      '.gitignore': '*.log\n/local\n',
      'a.log': '',
      'local/x': '',
      'src/local/y': '',
      'src/b.log': '',
      'src/.gitignore': '!b.log\n*.tmp\n',
      'src/c.tmp': '',
      'c.tmp': '',
      'Upper.LOG': '',
    });
    expect(paths).toEqual(['.gitignore', 'Upper.LOG', 'c.tmp', 'src/.gitignore', 'src/b.log', 'src/local/y']);
    expect(excluded).toContainEqual({ path: 'src/c.tmp', rule: 'src/.gitignore: *.tmp' });
    expect(excluded).toContainEqual({ path: 'local/', rule: '.gitignore: /local' });
  });

  it('lets .ebignore replace .gitignore, as the EB CLI does', async () => {
    const { paths } = await select({
      '.gitignore': 'generated.js\n',
      '.ebignore': 'docs/\n',
      'generated.js': '',
      'docs/x.md': '',
    });
    expect(paths).toEqual(['.ebignore', '.gitignore', 'generated.js']);
  });

  it.each(['dist/', 'dist', '/dist', 'dist/*', '**/dist/**', 'web/build'])(
    'never drops build output that .gitignore lists as %s, and says so',
    async (pattern) => {
      const { paths, notices } = await select({
        '.gitignore': `node_modules/\n${pattern}\n`,
        'dist/app.js': '',
        'web/build/index.html': '',
        'node_modules/x/index.js': '',
      });
      expect(paths).toEqual(['.gitignore', 'dist/app.js', 'web/build/index.html']);
      expect(notices.join()).toContain('Build output');
    },
  );

  it('leaves build output out when .ebignore or the exclude patterns say so', async () => {
    expect((await select({ '.ebignore': 'dist/\n', 'dist/app.js': '', 'a.js': '' })).paths).toEqual([
      '.ebignore',
      'a.js',
    ]);
    const excluded = await select({ '.gitignore': 'dist/\n', 'dist/app.js': '', 'a.js': '' }, { exclude: ['dist/'] });
    expect(excluded.paths).toEqual(['.gitignore', 'a.js']);
  });

  it('brings back what .gitignore keeps out when the exclude patterns say so', async () => {
    const { paths } = await select(
      { '.gitignore': 'vendor/\n', 'vendor/x.php': '', 'a.php': '' },
      { exclude: ['!vendor/'] },
    );
    expect(paths).toEqual(['.gitignore', 'a.php', 'vendor/x.php']);
  });

  it('keeps modes, and makes platform hooks executable', async () => {
    const { entries, notices } = await select({
      'bin/run': { text: '', mode: 0o755 },
      'data.txt': { text: '', mode: 0o600 },
      '.platform/hooks/predeploy/01.sh': { text: '#!/bin/sh\n', mode: 0o644 },
      '.platform/confighooks/predeploy/02.sh': { text: '#!/bin/sh\n', mode: 0o750 },
      '.platform/nginx/nginx.conf': { text: '', mode: 0o644 },
    });
    expect(Object.fromEntries(entries.map(({ path, mode }) => [path, mode.toString(8)]))).toEqual({
      '.platform/confighooks/predeploy/02.sh': '750',
      '.platform/hooks/predeploy/01.sh': '755',
      '.platform/nginx/nginx.conf': '644',
      'bin/run': '755',
      'data.txt': '600',
    });
    expect(notices).toEqual(['Made executable in the bundle: .platform/hooks/predeploy/01.sh.']);
  });
});

describe('symbolic links', () => {
  it('are kept as links', async () => {
    const { entries, problems } = await select({
      'node_modules/x/cli.js': '',
      'node_modules/.bin/x': { link: '../x/cli.js' },
      later: { link: 'made/at/start' },
    });
    expect(problems).toEqual([]);
    expect(entries.filter(({ kind }) => kind === 'symlink')).toEqual([
      { kind: 'symlink', path: 'later', mode: 0o777, target: 'made/at/start' },
      { kind: 'symlink', path: 'node_modules/.bin/x', mode: 0o777, target: '../x/cli.js' },
    ]);
  });

  it.each(['/etc/passwd', '../outside', 'a/../../outside', 'C:\\secret'])('to %s are refused', async (link) => {
    const { problems, paths } = await select({ 'app.js': '', escape: { link } });
    expect(problems.map(({ code }) => code)).toEqual(['symlink-escapes']);
    expect(paths).toEqual(['app.js']);
  });

  it('that leave through another link are refused', async () => {
    const { problems } = await select({
      'app.js': '',
      'deep/er/up': { link: '../..' },
      sneaky: { link: 'deep/er/up/../../etc' },
    });
    expect(problems.map(({ what }) => what).join()).not.toContain('deep/er/up leads out');
    const real = await select({ 'deep/er/up': { link: '../..' }, sneaky: { link: 'deep/er/up/../' } });
    expect(real.problems.map(({ what }) => what)).toEqual([expect.stringContaining('sneaky')]);
  });

  it('are no matter when a rule keeps them out anyway', async () => {
    const { problems } = await select({ 'app.js': '', 'tmp/escape': { link: '/etc' } }, { exclude: ['tmp/'] });
    expect(problems).toEqual([]);
  });

  it('become what they lead to when they are followed', async () => {
    const { entries, problems } = await select(
      { 'shared/lib.js': 'x', copy: { link: 'shared' }, 'one.js': { link: 'shared/lib.js' } },
      { symlinks: 'follow' },
    );
    expect(problems).toEqual([]);
    expect(entries.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'file copy/lib.js',
      'file one.js',
      'file shared/lib.js',
    ]);
  });

  it('carry no secret into the bundle under another name', async () => {
    const tree: Tree = {
      'app.js': '',
      '.env': 'A=1',
      '.git/config': 'token',
      settings: { link: '.env' },
      repository: { link: '.git/config' },
    };
    const { paths, secrets } = await select(tree, { symlinks: 'follow' });
    expect(paths).toEqual(['app.js']);
    expect([...secrets].sort()).toEqual(['.env', 'settings']);
    expect((await select(tree, { symlinks: 'follow', exclude: ['!settings'] })).paths).toEqual(['app.js', 'settings']);
  });

  it('are refused when following them would never end, leave the directory, or find nothing', async () => {
    const { problems } = await select(
      {
        'app.js': '',
        'a/loop': { link: '..' },
        'b/self': { link: '.' },
        out: { link: '/etc' },
        nothing: { link: 'nowhere' },
      },
      { symlinks: 'follow' },
    );
    expect(problems.map(({ code, what }) => `${code}: ${what.split(' ')[3]}`).sort()).toEqual([
      'symlink-cycle: a/loop',
      'symlink-cycle: b/self',
      'symlink-dangling: nothing',
      'symlink-escapes: out',
    ]);
  });
});

describe('a bundle that would be incomplete', () => {
  it('is not made when a file vanishes', async () => {
    const files: Files = {
      ...systemFiles,
      stat: async (path) => (path.endsWith('b.js') ? undefined : systemFiles.stat(path)),
    };
    await expect(select({ 'a.js': '', 'b.js': '' }, {}, files)).rejects.toMatchObject({
      problem: { code: 'file-vanished', what: expect.stringContaining('b.js') },
    });
  });

  it('is not made when a directory cannot be read', async () => {
    const files: Files = {
      ...systemFiles,
      list: async (path) => {
        if (path.endsWith('private')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
        return systemFiles.list(path);
      },
    };
    await expect(select({ 'private/x': '' }, {}, files)).rejects.toThrow('EACCES');
  });

  it('is not made from something that is no directory', async () => {
    const root = await directoryOf({ 'app.zip': '' });
    const ask = (path: string) => selectFiles({ root: path, exclude: [], symlinks: 'preserve' }, systemFiles);
    await expect(ask(`${root}/app.zip`)).rejects.toMatchObject({ problem: { code: 'source-not-a-directory' } });
    await expect(ask(`${root}/none`)).rejects.toMatchObject({ problem: { code: 'source-missing' } });
  });
});
