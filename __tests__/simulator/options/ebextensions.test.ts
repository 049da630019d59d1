/** Option settings inside a source bundle, read from a real zip. */
import { afterAll, describe, expect, it } from '@jest/globals';
import yazl from 'yazl';
import { brokenFiles, readBundleOptions } from '../../../src/simulator/options/ebextensions.js';
import { scopeOf } from '../../../src/simulator/options/setting.js';
import { createMemoryStore } from '../../../src/simulator/storage/memory-store.js';
import type { ApplicationVersion } from '../../../src/simulator/world.js';

const store = createMemoryStore();
afterAll(() => store.dispose());

async function zip(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) {
    archive.addBuffer(Buffer.from(content), name, { compress: !name.endsWith('stored.config') });
  }
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function versionOf(files: Readonly<Record<string, string>>): Promise<ApplicationVersion> {
  store.put('bundles', 'b.zip', await zip(files));
  return {
    applicationName: 'app',
    label: 'v1',
    arn: 'arn',
    status: 'UNPROCESSED',
    dateCreated: 0,
    dateUpdated: 0,
    sourceBundle: { bucket: 'bundles', key: 'b.zip' },
  };
}

const scope = scopeOf({ options: {} });

describe('option settings of a bundle', () => {
  it('are read from both forms, in file order, later files winning', async () => {
    const version = await versionOf({
      'index.js': 'not configuration: [',
      '.ebextensions/02.config':
        'option_settings:\n  aws:elasticbeanstalk:command:\n    Timeout: 700\n    IgnoreHealthCheck: true\n',
      '.ebextensions/01-stored.config':
        '{"option_settings": [{"option_name": "A", "value": 1}, {"namespace": "aws:elasticbeanstalk:command", "option_name": "Timeout", "value": "300"}]}',
      '.ebextensions/deeper/03.config': 'option_settings: {aws:elasticbeanstalk:command: {Timeout: 900}}',
      '.ebextensions/packages.config': 'packages:\n  yum:\n    git: []\n',
    });
    expect(readBundleOptions(store, version, scope)).toEqual({
      problems: [],
      options: {
        'aws:elasticbeanstalk:application:environment': { A: '1' },
        'aws:elasticbeanstalk:command': { Timeout: '700', IgnoreHealthCheck: 'true' },
      },
    });
  });

  it('of a broken file are a problem in the words of the service, and nothing is set', async () => {
    const version = await versionOf({
      '.ebextensions/01django.config': 'option_settings:\n  aws:elasticbeanstalk:command\n    Timeout: 7\n',
      '.ebextensions/02.config': 'option_settings: {aws:elasticbeanstalk:command: {Timeout: 900}}',
    });
    const { options, problems } = readBundleOptions(store, version, scope);
    expect(options).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^The configuration file \.ebextensions\/01django\.config in application version v1 contains invalid YAML or JSON\. YAML exception: Invalid Yaml: .+, JSON exception: Invalid JSON: .+ Update the configuration file\.$/,
    );
    expect(brokenFiles(store, version)).toEqual(['.ebextensions/01django.config']);
  });

  it('that fail validation are announced, then named', async () => {
    const version = await versionOf({
      '.ebextensions/a.config': 'option_settings: {aws:elasticbeanstalk:command: {Wrong: 1}}',
    });
    expect(readBundleOptions(store, version, scope).problems).toEqual([
      '"option_settings" in one of the configuration files failed validation. More details to follow.',
      "Invalid option specification (Namespace: 'aws:elasticbeanstalk:command', OptionName: 'Wrong'): Unknown configuration setting.",
    ]);
  });

  it.each([
    ['no bundle', undefined],
    ['an object that is gone', { bucket: 'bundles', key: 'gone.zip' }],
  ])('are none with %s', async (_what, sourceBundle) => {
    const { sourceBundle: _, ...version } = await versionOf({});
    const other = sourceBundle === undefined ? version : { ...version, sourceBundle };
    expect(readBundleOptions(store, other, scope)).toEqual({ options: {}, problems: [] });
  });

  it('are none when the bundle is no zip', async () => {
    const version = await versionOf({});
    store.put('bundles', 'b.zip', Buffer.from('plain text'));
    expect(readBundleOptions(store, version, scope)).toEqual({ options: {}, problems: [] });
    store.put('bundles', 'b.zip', Buffer.from(''));
    expect(readBundleOptions(store, version, scope)).toEqual({ options: {}, problems: [] });
  });
});
