import { describe, expect, it } from '@jest/globals';
import { read } from '../../src/inputs/read.js';
import { inputHost, memoryFiles } from '../support/recording-host.js';
import { problemsFor, REQUIRED, settingsFor, WORKSPACE } from './given.js';

const IMAGE = { 'docker-image': 'ghcr.io/acme/shop:v1', 'docker-port': '8080' };

describe('inputs of an image', () => {
  it('make it the source of the version, with the configuration of the directory', async () => {
    const { bundle } = await settingsFor({ ...IMAGE, 'source-directory': 'app', 'exclude-patterns': '*.bak' });
    expect(bundle).toEqual({
      kind: 'image',
      image: { registry: 'ghcr.io', repository: 'acme/shop', tag: 'v1' },
      port: 8080,
      format: 'dockerrun',
      directory: '/w/app',
      exclude: ['*.bak'],
      symlinks: 'preserve',
    });
  });

  it('need no checkout', async () => {
    const { bundle } = await settingsFor({ ...IMAGE, 'version-label': 'v1' }, {});
    expect(bundle?.kind).toBe('image');
  });

  it.each([
    [{ ...IMAGE, 'deployment-package-path': 'dist/app.zip' }, ['docker-image']],
    [{ ...IMAGE, 'version-source': 'existing', 'version-label': 'v1' }, ['docker-image']],
    [{ 'docker-image': 'nginx' }, ['docker-port']],
    [{ 'docker-port': '80' }, ['docker-port']],
    [{ 'docker-format': 'compose' }, ['docker-format']],
    [{ 'docker-registry-auth': 'a:b' }, ['docker-registry-auth']],
    [{ ...IMAGE, 'docker-image': 'https://ghcr.io/x' }, ['docker-image']],
    [{ ...IMAGE, 'docker-port': '99999' }, ['docker-port']],
  ])('%j: problems with %j', async (given, inputs) => {
    expect((await problemsFor(given)).map(({ input }) => input)).toEqual(inputs);
  });

  it('mask the password, and never show it', async () => {
    const host = inputHost({ ...REQUIRED, ...IMAGE, 'docker-registry-auth': 'kim:s3cret' });
    const outcome = await read(host, memoryFiles(WORKSPACE));
    expect(outcome.kind).toBe('settings');
    expect(host.masked).toEqual(['kim:s3cret', 's3cret']);
    expect(JSON.stringify(outcome)).not.toContain('s3cret');
    expect(JSON.stringify(await problemsFor({ ...IMAGE, 'docker-registry-auth': 's3cret' }))).not.toContain('s3cret');
  });
});
