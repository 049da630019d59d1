import { describe, expect, it } from '@jest/globals';
import { contains, insideWorkspace } from '../../src/inputs/workspace-path.js';

describe('paths stay inside the workspace', () => {
  it.each([
    ['/w', 'app.zip', '/w/app.zip'],
    ['/w/', './app//x/', '/w/app/x'],
    ['/w', '.', '/w'],
    ['/w', 'a/../b', '/w/b'],
    ['/w', '/w/app', '/w/app'],
    ['/w', '/w/../w/app', '/w/app'],
    ['/w', '..', undefined],
    ['/w', '../w2/app', undefined],
    ['/w', '/w2/app', undefined],
    ['/w', '/', undefined],
    ['/w', '../../../../../etc/passwd', undefined],
    ['/w', 'a/../../etc', undefined],
    ['/w', '..app', '/w/..app'],
    ['D:\\a\\repo', 'out/app.zip', 'D:\\a\\repo\\out\\app.zip'],
    ['D:\\a\\repo', 'd:/A/Repo/app.zip', 'd:\\A\\Repo\\app.zip'],
    ['D:\\a\\repo', '..\\other', undefined],
    ['D:\\a\\repo', 'C:\\Windows', undefined],
    ['D:\\a\\repo', '\\Windows', undefined],
  ])('from %s to %s is %s', (workspace, given, expected) => {
    expect(insideWorkspace(workspace, given)).toBe(expected);
  });

  it('a longer name is not inside', () => {
    expect(contains('/w', '/w2')).toBe(false);
    expect(contains('/w', '/w')).toBe(true);
    expect(contains('/', '/anything')).toBe(true);
  });
});
