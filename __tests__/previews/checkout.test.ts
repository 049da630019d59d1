import { describe, expect, it } from '@jest/globals';
import type { BundleSource } from '../../src/domain/settings.js';
import type { Files } from '../../src/ports/files.js';
import { checkedOutCommit, judgeCheckout } from '../../src/previews/checkout.js';
import { BASE, HEAD } from '../support/preview-world.js';

const DIRECTORY: BundleSource = { kind: 'directory', path: '/w/app', exclude: [], symlinks: 'preserve' };
const ARCHIVE: BundleSource = { kind: 'archive', path: '/w/build/app.zip' };

describe('what is checked out', () => {
  const judged = (eventName: string, checkedOut: string | undefined, source: BundleSource = DIRECTORY) =>
    judgeCheckout({ eventName, headCommit: HEAD, runCommit: BASE, source, checkedOut });

  it.each([
    ['pull_request_target', HEAD, 'right'],
    ['pull_request_target', BASE, 'wrong'],
    ['pull_request_target', undefined, 'wrong'],
    ['workflow_dispatch', HEAD, 'right'],
    ['workflow_dispatch', BASE, 'wrong'],
    ['pull_request', HEAD, 'right'],
    // The merge with the base, which actions/checkout takes by itself.
    ['pull_request', BASE, 'unproven'],
    ['pull_request', undefined, 'unproven'],
    ['pull_request', 'd'.repeat(40), 'wrong'],
  ] as const)('%s with %s is %s', (eventName, checkedOut, verdict) => {
    expect(judged(eventName, checkedOut).verdict).toBe(verdict);
  });

  it('says that it is the base, because that is the usual mistake', () => {
    const verdict = judged('pull_request_target', BASE);
    expect(verdict.verdict === 'wrong' && verdict.problem.what).toContain('the base of the pull request');
  });

  it('a package without a checkout cannot be proven, one beside the base is refused', () => {
    expect(judged('pull_request_target', undefined, ARCHIVE).verdict).toBe('unproven');
    expect(judged('pull_request_target', BASE, ARCHIVE).verdict).toBe('wrong');
    expect(judged('pull_request_target', BASE, { kind: 'existing-version', label: 'v1' }).verdict).toBe('right');
  });
});

describe('the commit of a workspace', () => {
  const filesOf = (texts: Readonly<Record<string, string>>): Files => {
    const none = (): Promise<never> => Promise.reject(new Error('not expected'));
    return {
      stat: async (path) => (texts[path] === undefined ? undefined : { kind: 'file', bytes: 1, mode: 0o644 }),
      readText: async (path) => texts[path] ?? '',
      list: none,
      writeText: none,
      readLink: none,
      realPath: none,
    };
  };
  const packed = `# pack-refs with: peeled fully-peeled sorted\n${BASE} refs/heads/main\n${HEAD} refs/heads/faster\n`;

  it.each<readonly [string, Readonly<Record<string, string>>, string | undefined]>([
    ['detached', { '/w/.git/HEAD': `${HEAD}\n` }, HEAD],
    ['a branch', { '/w/.git/HEAD': 'ref: refs/heads/x\n', '/w/.git/refs/heads/x': `${HEAD}\n` }, HEAD],
    ['a packed branch', { '/w/.git/HEAD': 'ref: refs/heads/faster\n', '/w/.git/packed-refs': packed }, HEAD],
    ['a checkout beneath the workspace', { '/w/app/.git/HEAD': HEAD, '/w/.git/HEAD': BASE }, HEAD],
    ['a worktree, whose git is elsewhere', { '/w/.git': 'gitdir: /elsewhere' }, undefined],
    ['a ref that leads out', { '/w/.git/HEAD': 'ref: refs/../../x', '/w/.git/refs/../../x': HEAD }, undefined],
    ['no checkout', {}, undefined],
  ])('%s', async (_, texts, commit) => {
    expect(await checkedOutCommit(filesOf(texts), '/w', DIRECTORY)).toBe(commit);
  });
});
