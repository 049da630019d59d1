/** Bundles as they are made on Windows: backslashes, no executable bits, and the same bundle as anywhere else. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { zipArchives } from '../../src/adapters/bundle/archives.js';
import { systemFiles } from '../../src/adapters/system/files.js';
import { systemRandom } from '../../src/adapters/system/random.js';
import { makeBundle } from '../../src/bundle/make.js';
import { startedPrograms } from '../../src/bundle/programs.js';
import { selectFiles } from '../../src/bundle/select.js';
import { read } from '../../src/inputs/read.js';
import type { Files } from '../../src/ports/files.js';
import { directoryOf, listener, removeTemporary, type Tree, temporary } from '../support/bundle-tree.js';
import { inputHost } from '../support/recording-host.js';

afterEach(removeTemporary);

const DRIVE = 'D:\\a\\shop\\shop';

/** The directory as Windows shows it: under a drive, both separators taken, backslashes answered, no modes. */
function onWindows(root: string): Files {
  const here = (path: string): string => {
    const plain = path.replaceAll('\\', '/');
    const drive = DRIVE.replaceAll('\\', '/');
    return plain.toLowerCase().startsWith(drive.toLowerCase())
      ? `${root}${plain.slice(drive.length)}`
      : plain.replace(/^C:/, '');
  };
  const there = (path: string): string => {
    const inside = path === root || path.startsWith(`${root}/`);
    return (inside ? `${DRIVE}${path.slice(root.length)}` : `C:${path}`).replaceAll('/', '\\');
  };
  return {
    stat: async (path) => {
      const found = await systemFiles.stat(here(path));
      return found === undefined ? undefined : { ...found, mode: found.kind === 'directory' ? 0o755 : 0o644 };
    },
    list: (path) => systemFiles.list(here(path)),
    readText: (path) => systemFiles.readText(here(path)),
    writeText: (path, text) => systemFiles.writeText(here(path), text),
    readLink: async (path) => (await systemFiles.readLink(here(path))).replaceAll('/', '\\'),
    realPath: async (path) => there(await systemFiles.realPath(here(path))),
  };
}

const TREE: Tree = {
  Procfile: 'web: ./bin/start --port 5000\nworker: node worker.js\n',
  'bin/start': { text: '#!/bin/bash\n', mode: 0o755 },
  'worker.js': '',
  'lib/a/b.js': '',
  '.platform/hooks/predeploy/01_migrate.sh': { text: '#!/bin/bash\n', mode: 0o755 },
  '.gitignore': 'lib/a/c.js\n',
  'lib/a/c.js': '',
  current: { link: 'lib/a' },
};

describe('a bundle that is made on Windows', () => {
  it('has slashes, links and executable bits as one from Linux', async () => {
    const root = await directoryOf(TREE);
    const request = { exclude: [], symlinks: 'preserve' } as const;
    const linux = await selectFiles({ root, ...request }, systemFiles);
    const windows = await selectFiles({ root: DRIVE, ...request }, onWindows(root));
    const shown = (entries: typeof linux.entries) =>
      entries.map((entry) => [entry.path, entry.kind, entry.mode, entry.kind === 'symlink' ? entry.target : '']);
    expect(shown(windows.entries)).toEqual(shown(linux.entries));
    expect(windows.excluded).toEqual(linux.excluded);
    expect(windows.notices.join()).toContain(
      'Made executable in the bundle: .platform/hooks/predeploy/01_migrate.sh, bin/start.',
    );
    expect(linux.notices).toEqual([]);
  });

  it('follows links inside of the directory, and none out of it', async () => {
    const root = await directoryOf({ ...TREE, out: { link: '../../etc' } });
    const { problems, entries } = await selectFiles({ root: DRIVE, exclude: [], symlinks: 'follow' }, onWindows(root));
    expect(entries.map(({ path }) => path)).toContain('current/b.js');
    expect(problems.map(({ code }) => code)).toEqual(['symlink-escapes']);
  });

  it('is found by inputs with either separator, and so is the configuration of the EB CLI', async () => {
    const root = await directoryOf({
      'out/app.zip': 'PK',
      '.elasticbeanstalk/config.yml': 'global: {application_name: shop, default_region: eu-west-1}',
    });
    for (const path of ['out/app.zip', 'out\\app.zip', 'd:\\A\\shop\\shop\\out\\app.zip']) {
      const host = inputHost(
        { 'environment-name': 'shop-prod', 'deployment-package-path': path },
        { workspace: DRIVE },
      );
      const outcome = await read(host, onWindows(root));
      expect(outcome).toMatchObject({
        kind: 'settings',
        settings: { application: 'shop', bundle: { kind: 'archive', path: expect.stringMatching(/\\out\\app\.zip$/) } },
      });
    }
  });
});

describe('programs that the platform starts', () => {
  it.each([
    ['web: ./start.sh', ['start.sh']],
    ['web: bin/server -p 5000', ['bin/server']],
    ['web: exec ./bin/server', ['bin/server']],
    ['web: PORT=5000 NODE_ENV=production ./bin/server', ['bin/server']],
    ['web: "./start.sh"', ['start.sh']],
    ['web: /usr/bin/java -jar app.jar', []],
    ['# web: ./start.sh', []],
    ['no line of it', []],
    ['web: ./a\r\nworker: b\r\n', ['a', 'b']],
  ])('%j starts %j', (text, programs) => expect(startedPrograms(text)).toEqual(programs));

  it('become executable wherever the bit was lost, and others do not', async () => {
    const path = await directoryOf({ Procfile: 'web: ./run.sh\nworker: node work.js', 'run.sh': '', 'work.js': '' });
    const to = `${await temporary()}/out.zip`;
    const heard = listener();
    const ports = { files: systemFiles, archives: zipArchives, random: systemRandom };
    const source = { kind: 'directory', path, exclude: [], symlinks: 'preserve' } as const;
    expect(await makeBundle(source, to, ports, heard.say)).toMatchObject({ ok: true });
    const modes = (await zipArchives.list(to)).entries.map((entry) => [entry.path, entry.mode & 0o111]);
    expect(modes).toEqual([
      ['Procfile', 0],
      ['run.sh', 0o111],
      ['work.js', 0],
    ]);
    expect(heard.notices()).toEqual(['Made executable in the bundle: run.sh.']);
  });
});
