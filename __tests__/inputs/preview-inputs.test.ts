import { describe, expect, it } from '@jest/globals';
import type { PreviewSettings } from '../../src/domain/preview.js';
import { hours, minutes } from '../../src/domain/time.js';
import { problemsFor, readGiven } from './given.js';

const PREVIEW = { operation: 'preview', 'environment-name': '', 'template-environment': 'shop-staging' };
const SWEEP = { operation: 'sweep', 'environment-name': '' };

async function previewsFor(given: Readonly<Record<string, string>>): Promise<PreviewSettings> {
  const outcome = await readGiven(given);
  if (outcome.kind === 'preview') return outcome.preview;
  throw new Error(outcome.kind === 'refused' ? outcome.problems.map(({ what }) => what).join('\n') : outcome.kind);
}

describe('inputs of previews', () => {
  it('are those of a deployment that may create its environment, and of its termination', async () => {
    const settings = await previewsFor({
      ...PREVIEW,
      'preview-label': 'preview',
      'max-previews': '5',
      'preview-ttl': '3d',
      'cname-prefix': 'acme-shop',
      'github-token': 't0ken',
    });
    expect(settings.wish).toEqual({
      label: 'preview',
      most: 5,
      expiresAfter: hours(72),
      size: 'single-instance',
      sleeps: false,
      idle: hours(4),
      token: 't0ken',
    });
    expect(settings.deployment).toMatchObject({
      ok: true,
      settings: {
        operation: 'deploy',
        creation: { source: { kind: 'environment', name: 'shop-staging' }, cnamePrefix: 'acme-shop' },
        bundle: { kind: 'directory' },
      },
    });
    expect(settings.removal).toMatchObject({ operation: 'terminate', termination: { allowDatabaseDeletion: false } });
    expect(settings.removal).not.toHaveProperty('bundle');
  });

  it('that sleep have a group that can be scaled to zero', async () => {
    const { wish } = await previewsFor({ ...PREVIEW, 'preview-sleep': 'true' });
    expect(wish).toMatchObject({ sleeps: true, size: 'one-instance' });
  });

  it('the first-time command has the time that commands have', async () => {
    const given = { ...PREVIEW, 'preview-first-command': 'bin/seed', 'command-timeout': '3m' };
    const { deployment } = await previewsFor(given);
    expect(deployment).toMatchObject({ settings: { commands: { atCreation: 'bin/seed', timeout: minutes(3) } } });
  });

  it('who allows an empty database lets it go with the preview', async () => {
    const { removal } = await previewsFor({ ...PREVIEW, 'allow-empty-database': 'true' });
    expect(removal.termination).toMatchObject({ allowDatabaseDeletion: true });
  });

  it('what only a deployment needs does not stop a removal', async () => {
    const settings = await previewsFor({
      ...PREVIEW,
      'deployment-package-path': 'not-there.zip',
      'option-settings': 'not-there.yml',
      'batch-size': '3',
    });
    expect(settings.deployment.ok).toBe(false);
    expect(settings.removal.operation).toBe('terminate');
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['a name of one environment', { ...PREVIEW, 'environment-name': 'shop-prod' }, 'environment-name'],
    [
      'a creation that is forbidden',
      { ...PREVIEW, 'create-environment-if-not-exists': 'false' },
      'create-environment-if-not-exists',
    ],
    [
      'sleep on a single instance',
      { ...PREVIEW, 'preview-sleep': 'true', 'preview-size': 'single-instance' },
      'preview-sleep',
    ],
    [
      'a command after an end that is not waited for',
      { ...PREVIEW, 'preview-first-command': 'x', 'wait-for-deployment': 'false' },
      'preview-first-command',
    ],
    ['a name that is too long', { ...PREVIEW, 'preview-name': 'x'.repeat(31) }, 'preview-name'],
    ['a life of minutes', { ...PREVIEW, 'preview-ttl': '5m' }, 'preview-ttl'],
    ['no previews at all', { ...PREVIEW, 'max-previews': '0' }, 'max-previews'],
    ['a label for a sweep', { ...SWEEP, 'preview-label': 'x' }, 'preview-label'],
    ['an input of previews elsewhere', { 'preview-ttl': '3d' }, 'preview-ttl'],
    ['an input that nobody knows', { ...PREVIEW, 'preview-labels': 'x' }, 'preview-labels'],
  ])('refuse %s', async (_, given, input) => {
    expect((await problemsFor(given)).map((problem) => problem.input)).toEqual([input]);
  });

  it('a strategy of two environments is told when something would be deployed', async () => {
    const settings = await previewsFor({
      ...PREVIEW,
      strategy: 'blue-green',
      'production-cname': 'shop.eu-west-1.elasticbeanstalk.com',
    });
    expect(settings.deployment).toMatchObject({ ok: false, problems: [{ input: 'strategy' }] });
  });

  it('a sweep needs a region and an application, and nothing else', async () => {
    const { wish } = await previewsFor({ ...SWEEP, 'preview-sleep': 'true', 'preview-idle': '30m' });
    expect(wish).toMatchObject({ sleeps: true, idle: minutes(30) });
  });
});
