import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { zipArchives } from '../../src/adapters/bundle/archives.js';
import { systemFiles } from '../../src/adapters/system/files.js';
import { systemRandom } from '../../src/adapters/system/random.js';
import type { ImageSource } from '../../src/bundle/image.js';
import { platformProblems } from '../../src/bundle/image-files.js';
import { makeBundle } from '../../src/bundle/make.js';
import type { DigestAnswer } from '../../src/ports/registry.js';
import { directoryOf, listener, removeTemporary, type Tree, temporary } from '../support/bundle-tree.js';

afterEach(removeTemporary);

const ONE = `sha256:${'1'.repeat(64)}`;
const TWO = `sha256:${'2'.repeat(64)}`;
const IMAGE = { registry: 'ghcr.io', repository: 'acme/shop', tag: 'v1' };

interface Asked {
  readonly answer?: DigestAnswer;
  readonly tree?: Tree;
  readonly source?: Partial<ImageSource>;
}

async function make({ answer = { kind: 'found', digest: ONE }, tree = { 'server.js': 'x' }, source = {} }: Asked = {}) {
  const directory = await directoryOf(tree);
  const to = join(await temporary(), 'out.zip');
  const heard = listener();
  const asked: (string | undefined)[] = [];
  const registry = {
    digest: async (_: unknown, auth?: string) => {
      asked.push(auth);
      return answer;
    },
  };
  const ports = { files: systemFiles, archives: zipArchives, random: systemRandom, registry };
  const wish: ImageSource = {
    kind: 'image',
    image: IMAGE,
    port: 8080,
    format: 'dockerrun',
    directory,
    exclude: [],
    symlinks: 'preserve',
    ...source,
  };
  const made = await makeBundle(wish, to, ports, heard.say);
  const texts = made.ok ? await zipArchives.texts(to, () => true, 100_000) : new Map<string, string>();
  const entries = made.ok ? (await zipArchives.list(to)).entries : [];
  return { made, texts, entries, heard, asked, bytes: made.ok ? await readFile(to) : undefined };
}

const hashOf = ({ made }: Awaited<ReturnType<typeof make>>): string => (made.ok ? made.bundle.hash : 'none');
const codesOf = ({ made }: Awaited<ReturnType<typeof make>>): readonly string[] =>
  made.ok ? [] : made.problems.map(({ code }) => code);

describe('the bundle of an image', () => {
  it('holds a Dockerrun.aws.json with the digest, and nothing of the application', async () => {
    const { texts, heard } = await make();
    expect([...texts.keys()]).toEqual(['Dockerrun.aws.json']);
    expect(JSON.parse(texts.get('Dockerrun.aws.json') ?? '')).toEqual({
      AWSEBDockerrunVersion: '1',
      Image: { Name: `ghcr.io/acme/shop@${ONE}`, Update: 'true' },
      Ports: [{ ContainerPort: 8080 }],
    });
    expect(heard.notices().join()).toContain(`ghcr.io/acme/shop:v1 is ${ONE}`);
    expect(heard.warnings()).toEqual([]);
  });

  it('or a docker-compose.yml that publishes the port and hands over the environment properties', async () => {
    const { texts } = await make({ source: { format: 'compose' } });
    expect([...texts.keys()]).toEqual(['docker-compose.yml']);
    expect(parse(texts.get('docker-compose.yml') ?? '')).toEqual({
      services: {
        web: { image: `ghcr.io/acme/shop@${ONE}`, restart: 'always', ports: ['80:8080'], env_file: ['.env'] },
      },
    });
  });

  it('brings .ebextensions and .platform of the directory, hooks executable, without what is excluded', async () => {
    const { entries, heard } = await make({
      tree: {
        'server.js': 'x',
        'docker-compose.yml': 'services: {}',
        '.ebextensions/a.config': 'option_settings: {}',
        '.ebextensions/no.config': 'option_settings: {}',
        '.platform/hooks/predeploy/01.sh': '#!/bin/bash\n',
        'deep/.ebextensions/b.config': 'x',
      },
      source: { exclude: ['no.config'] },
    });
    expect(entries.map(({ path }) => path)).toEqual([
      '.ebextensions/a.config',
      '.platform/hooks/predeploy/01.sh',
      'Dockerrun.aws.json',
    ]);
    expect(entries.find(({ path }) => path.endsWith('01.sh'))?.mode).toBe(0o755);
    // What is the image's business is not listed as left out.
    const summary = heard.said.find(({ type }) => type === 'bundle-entry-summary');
    expect(summary).toMatchObject({ included: 3, excluded: [{ path: '.ebextensions/no.config' }] });
  });

  it('is checked as any other: wrong configuration beside the image is refused', async () => {
    expect(codesOf(await make({ tree: { '.ebextensions/a.config': 'a: [1' } }))).toEqual(['yaml-syntax']);
  });

  it('is the same bundle for the same digest, whatever the tag, and another one for another digest', async () => {
    const first = await make();
    const again = await make({ source: { image: { ...IMAGE, tag: 'v2' } }, tree: { other: 'y' } });
    expect(hashOf(again)).toBe(hashOf(first));
    expect(again.bytes?.equals(first.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(hashOf(await make({ answer: { kind: 'found', digest: TWO } }))).not.toBe(hashOf(first));
  });

  it('says when the digest is not known, and counts as new in every run', async () => {
    const answer = { kind: 'unknown', because: 'ghcr.io answered 403' } as const;
    const [one, two] = [await make({ answer }), await make({ answer })];
    expect(one.heard.warnings()).toEqual(['image-not-resolved']);
    expect(one.texts.get('Dockerrun.aws.json')).toContain('ghcr.io/acme/shop:v1');
    expect(hashOf(one)).not.toBe(hashOf(two));
  });

  it('needs no registry for an image that is named by its digest', async () => {
    const image = { registry: 'ghcr.io', repository: 'acme/shop', digest: TWO };
    const { heard, texts } = await make({ answer: { kind: 'unknown', because: 'x' }, source: { image } });
    expect(heard.warnings()).toEqual([]);
    expect(texts.get('Dockerrun.aws.json')).toContain(TWO);
  });

  it('is not made of an image that is not there', async () => {
    expect(codesOf(await make({ answer: { kind: 'missing', because: 'x answered 404' } }))).toEqual(['image-missing']);
  });

  it('asks the registry with the given password, which no record of the settings shows', async () => {
    const source = { auth: () => 'kim:s3cret' };
    expect((await make({ source })).asked).toEqual(['kim:s3cret']);
    expect(JSON.stringify({ bundle: source })).not.toContain('s3cret');
  });
});

describe('the platform of an image', () => {
  it.each([
    ['64bit Amazon Linux 2023 v4.9.1 running Docker', 'compose', true],
    ['64bit Amazon Linux 2 v4.0.4 running Docker', 'compose', true],
    ['64bit Amazon Linux 2018.03 v2.16.2 running Docker 19.03.13-ce', 'dockerrun', true],
    ['64bit Amazon Linux 2018.03 v2.16.2 running Docker 19.03.13-ce', 'compose', false],
    ['arn:aws:elasticbeanstalk:us-east-1::platform/Docker running on 64bit Amazon Linux 2023/4.9.1', 'dockerrun', true],
    ['Docker running on 64bit Amazon Linux 2023', 'dockerrun', true],
    ['64bit Amazon Linux 2023 v4.4.1 running ECS', 'dockerrun', false],
    ['64bit Amazon Linux 2018.03 v2.26 running Multi-container Docker 19.03.13-ce (Generic)', 'dockerrun', false],
    ['64bit Debian jessie v2.16.0 running Go 1.4 (Preconfigured - Docker)', 'dockerrun', false],
    ['64bit Amazon Linux 2023 v6.7.4 running Node.js 24', 'dockerrun', false],
  ] as const)('%s with %s: %s', (platform, format, fits) => {
    const problems = platformProblems(platform, format);
    expect(problems.map(({ code }) => code)).toEqual(fits ? [] : ['image-needs-docker-platform']);
    for (const { hint } of problems) expect(hint).toMatch(/Amazon Linux 2023/);
  });

  it('that nobody knows yet is no reason against it', () => expect(platformProblems(undefined, 'compose')).toEqual([]));
});
