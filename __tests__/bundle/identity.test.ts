import { describe, expect, it } from '@jest/globals';
import { decideLabel, type LabelQuestion } from '../../src/bundle/identity.js';
import {
  acceptableLabel,
  bundleKey,
  defaultLabel,
  describe as descriptionOf,
  existingLabel,
  extensionOf,
  recordedHash,
  withSuffix,
} from '../../src/bundle/label.js';
import type { ApplicationVersion } from '../../src/domain/version.js';

const HASH = 'a1b2c3d4'.repeat(8);
const OTHER = 'ffffffff'.repeat(8);

const version = (members: Partial<ApplicationVersion> = {}): ApplicationVersion => ({
  application: 'shop',
  label: 'v1',
  status: 'Unprocessed',
  ...members,
});
const holding = (hash: string, members: Partial<ApplicationVersion> = {}): ApplicationVersion =>
  version({ bundle: { bucket: 'b', key: bundleKey('shop', 'v1', hash) }, ...members });

describe('labels', () => {
  it('tell commit and content by default', () => {
    expect(defaultLabel('3f2a91c0aabb', HASH)).toBe('3f2a91c-a1b2c3d4');
    expect(defaultLabel(undefined, HASH)).toBe('bundle-a1b2c3d4');
  });

  it.each([
    ['v1.2.3', 'v1.2.3'],
    ['feature/login', 'feature-login'],
    ['a\\b', 'a-b'],
    ['  padded ', 'padded'],
    ['line\nbreak\u202E', 'linebreak'],
    ['日本語', '日本語'],
    ['', 'bundle-a1b2c3d4'],
    ['../..', 'bundle-a1b2c3d4'],
    ['cafe\u0301', 'caf\u00e9'],
    ['x'.repeat(100), 'x'.repeat(100)],
    ['x'.repeat(101), `${'x'.repeat(91)}-a1b2c3d4`],
    ['🚀'.repeat(101), `${'🚀'.repeat(91)}-a1b2c3d4`],
  ])('%j becomes %j', (wished, accepted) => {
    expect(acceptableLabel(wished, HASH)).toBe(accepted);
  });

  it.each([
    ['feature/login', 'feature-login'],
    ['v1.2.3', 'v1.2.3'],
    ['x'.repeat(101), undefined],
    ['', undefined],
  ])('%j names the existing version %j', (wished, label) => {
    expect(existingLabel(wished)).toBe(label);
  });

  it('stay within a hundred characters with their suffix', () => {
    expect(withSuffix('v1', HASH)).toBe('v1-a1b2c3d4');
    expect([...withSuffix('x'.repeat(100), HASH)]).toHaveLength(100);
  });
});

describe('keys in S3', () => {
  it.each([
    ['shop', 'v1', `shop/v1-${HASH}.zip`],
    ['my shop', 'feature/login', `my_shop/feature_login-${HASH}.zip`],
    ['日本', 'été?&#', `__/_t____-${HASH}.zip`],
    ['..', '../../x', `_/__.._x-${HASH}.zip`],
  ])('of %s %s are %s', (application, label, key) => {
    expect(bundleKey(application, label, HASH)).toBe(key);
  });

  it('keep the extensions that platforms tell apart', () => {
    expect(bundleKey('shop', 'v1', HASH, extensionOf('/x/app.WAR'))).toBe(`shop/v1-${HASH}.war`);
    expect(extensionOf('/x/app.tar.gz')).toBe('zip');
  });
});

describe('the record of what a version holds', () => {
  it('fits into a description, whatever the comment', () => {
    expect(descriptionOf('', undefined, HASH)).toBe(`[bundle sha256:${HASH}]`);
    expect(descriptionOf('by ann\n::error::', 'abc', HASH)).toBe(
      `by ann ::error:: · commit abc [bundle sha256:${HASH}]`,
    );
    const long = descriptionOf('é'.repeat(500), 'abc', HASH);
    expect([...long].length).toBeLessThanOrEqual(200);
    expect(recordedHash(version({ description: long }))).toBe(HASH);
  });

  it('is read from the key first, because a description can be edited', () => {
    expect(recordedHash(holding(HASH, { description: `[bundle sha256:${OTHER}]` }))).toBe(HASH);
    expect(recordedHash(version({ description: `x [bundle sha256:${OTHER}]` }))).toBe(OTHER);
  });

  it('is not taken from a comment', () => {
    const description = descriptionOf(`[bundle sha256:${OTHER}]`, undefined, HASH);
    expect(recordedHash(version({ description }))).toBe(HASH);
  });

  it('is missing for versions that others made', () => {
    expect(recordedHash(version({ description: 'v1', bundle: { bucket: 'b', key: 'shop/v1.zip' } }))).toBeUndefined();
  });
});

describe('a label that is taken', () => {
  const ask = (question: Partial<LabelQuestion>) =>
    decideLabel({ label: 'v1', hash: HASH, existing: undefined, onConflict: 'suffix', suffixed: false, ...question });

  it.each<[string, Partial<LabelQuestion>, string]>([
    ['nothing', {}, 'create'],
    ['the same content', { existing: holding(HASH) }, 'same-content'],
    ['other content, suffix', { existing: holding(OTHER) }, 'try'],
    ['other content, fail', { existing: holding(OTHER), onConflict: 'fail' }, 'refuse'],
    ['other content, reuse', { existing: holding(OTHER), onConflict: 'reuse' }, 'as-it-is'],
    ['unknown content, suffix', { existing: version() }, 'try'],
    ['unknown content, reuse', { existing: version(), onConflict: 'reuse' }, 'as-it-is'],
    ['unknown content, fail', { existing: version(), onConflict: 'fail' }, 'refuse'],
    ['the same content, failed to process', { existing: holding(HASH, { status: 'Failed' }) }, 'try'],
    ['a failed version, reuse', { existing: holding(OTHER, { status: 'Failed' }), onConflict: 'reuse' }, 'refuse'],
    ['other content under the suffixed label', { existing: holding(OTHER), suffixed: true }, 'refuse'],
    ['the same content, fail', { existing: holding(HASH), onConflict: 'fail' }, 'same-content'],
  ])('by %s', (_, question, kind) => {
    expect(ask(question).kind).toBe(kind);
  });

  it('says plainly what will run instead', () => {
    expect(ask({ existing: holding(OTHER) })).toMatchObject({
      label: 'v1-a1b2c3d4',
      said: 'Version v1 exists already with other content (ffffffff, this bundle is a1b2c3d4). This bundle becomes version v1-a1b2c3d4.',
    });
    expect(ask({ existing: version(), onConflict: 'reuse' })).toMatchObject({
      said: expect.stringContaining('the bundle of this run is NOT what will run'),
    });
  });
});
