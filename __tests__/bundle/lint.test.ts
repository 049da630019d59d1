import { describe, expect, it } from '@jest/globals';
import { isLinted, lint } from '../../src/bundle/lint.js';

const entriesOf = (texts: Readonly<Record<string, string>>, mode = 0o755) =>
  Object.keys(texts).map((path) => ({ path, kind: 'file' as const, mode }));

function check(texts: Readonly<Record<string, string>>, mode?: number) {
  const linted = Object.entries(texts).filter(([path]) => isLinted(path));
  const { errors, warnings } = lint({ entries: entriesOf(texts, mode), texts: new Map(linted) });
  return {
    errors: errors.map(({ code, what }) => `${code}: ${what}`),
    warnings: warnings.map(({ code }) => code),
  };
}

const APP = { 'server.js': '' };

describe('a bundle without mistakes', () => {
  it.each([
    ['.ebextensions/a.config', 'option_settings:\n  aws:elasticbeanstalk:command:\n    Timeout: 600\n'],
    [
      '.ebextensions/json.config',
      '{\n\t"option_settings": [\n\t\t{"namespace": "a", "option_name": "b", "value": "c"}\n\t]\n}\n',
    ],
    ['.ebextensions/flow.config', '{option_settings: {a: {b: c}}}\n'],
    [
      '.ebextensions/cfn.config',
      'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Name: !Ref Other\n    Size: \'`{"Ref": "X"}`\'\n',
    ],
    ['.ebextensions/empty.config', '# nothing yet\n'],
    ['.ebextensions/bom.config', '\uFEFFcommands:\n  01_x:\n    command: echo\n'],
    ['Procfile', 'web: node server.js\nworker_2: node worker.js\n\n# a comment\n'],
    ['Dockerrun.aws.json', '{"AWSEBDockerrunVersion": "1", "Image": {"Name": "x"}}'],
    ['Dockerrun.aws.json', '{"AWSEBDockerrunVersion": 2, "containerDefinitions": []}'],
    ['package.json', '{"name": "x"}'],
    ['cron.yaml', 'version: 1\ncron: []\n'],
    ['.platform/hooks/predeploy/01.sh', '#!/bin/bash\necho 1\n'],
    ['.platform/hooks/predeploy/binary', '\u007FELF\u0000\r\n'],
  ])('%s passes', (path, text) => {
    expect(check({ ...APP, [path]: text })).toEqual({ errors: [], warnings: [] });
  });

  it('has its WEB-INF in a directory of its own', () => {
    expect(check({ 'WEB-INF/web.xml': '' }).warnings).toEqual([]);
  });
});

describe('mistakes for which a bundle is refused', () => {
  it.each([
    ['.ebextensions/a.config', 'option_settings:\n  a: b\n bad: c\n', 'yaml-syntax', 'line 3'],
    ['.ebextensions/a.config', 'option_settings:\n  a: "open\n', 'yaml-syntax', 'line'],
    ['.ebextensions/a.config', 'option_settings:\n\tnamespace: a\n', 'yaml-syntax', 'line 2, column 1: a tab is used'],
    ['.ebextensions/a.config', '{"option_settings": [}', 'yaml-syntax', 'line 1'],
    ['.ebextensions/a.config', '- one\n- two\n', 'ebextensions-not-a-mapping', 'top level'],
    ['docker-compose.yml', 'services:\n  web: [\n', 'yaml-syntax', 'line'],
    ['Dockerrun.aws.json', '{"AWSEBDockerrunVersion": 1,}', 'json-syntax', 'Dockerrun.aws.json'],
    ['Dockerrun.aws.json', '{"Image": {}}', 'dockerrun-version', 'no AWSEBDockerrunVersion'],
    ['Dockerrun.aws.json', '{"AWSEBDockerrunVersion": 7}', 'dockerrun-version', '7'],
    ['package.json', '{"name": "x",\n "a": }', 'json-syntax', 'package.json'],
    ['Procfile', 'web: node server.js\nnode worker.js\n', 'procfile-syntax', 'line 2'],
    ['Procfile', 'web:\n', 'procfile-syntax', 'line 1'],
    ['Procfile', '\n', 'procfile-empty', 'no process'],
    ['.platform/hooks/predeploy/01.sh', '#!/bin/bash\r\necho 1\r\n', 'hook-line-ends', 'CRLF'],
    ['.platform/confighooks/postdeploy/x', 'echo 1\r\n', 'hook-line-ends', 'CRLF'],
    ['.platform/scripts/shared.sh', 'echo 1\r\n', 'hook-line-ends', 'CRLF'],
  ])('%s: %j is %s', (path, text, code, words) => {
    const { errors } = check({ ...APP, [path]: text });
    expect(errors).toEqual([expect.stringContaining(`${code}: `)]);
    expect(errors[0]).toContain(words);
    expect(errors[0]).toContain(path);
  });

  it('are all told at once', () => {
    const { errors } = check({
      '.ebextensions/1.config': 'a: [',
      '.ebextensions/2.config': '\tb: 1',
      Procfile: 'oops',
      'Dockerrun.aws.json': '{',
      '.platform/hooks/prebuild/1.sh': '#!/bin/sh\r\n',
    });
    expect(errors.map((each) => each.split(':')[0]).sort()).toEqual([
      'hook-line-ends',
      'json-syntax',
      'procfile-syntax',
      'yaml-syntax',
      'yaml-syntax',
    ]);
  });
});

describe('likely mistakes that are only warned of', () => {
  it.each([
    [{ 'app/server.js': '', 'app/Procfile': '' }, 'bundle-single-folder'],
    [{ ...APP, '.ebextensions/options.yml': 'a: 1' }, 'ebextensions-ignored'],
    [{ ...APP, '.ebextensions/a.config': 'option_setings:\n  a: b\n' }, 'ebextensions-unknown-key'],
    [{ ...APP, '.ebextensions/a.config': 'commands: {}\ncommands: {}\n' }, 'yaml-duplicate-key'],
    [{ ...APP, Procfile: 'web: node server.js\r\n' }, 'procfile-line-ends'],
    [{ ...APP, '.platform/hooks/predeploy/x.sh': 'echo 1\n' }, 'hook-without-shebang'],
  ])('%j: %s', (texts, code) => {
    expect(check(texts)).toEqual({ errors: [], warnings: [code] });
  });

  it('suggests the section that was meant', () => {
    const { warnings } = lint({ entries: [], texts: new Map([['.ebextensions/a.config', 'option_setings: {}']]) });
    expect(warnings[0]?.hint).toBe('Did you mean "option_settings"?');
  });

  it('names hooks that are not executable in an archive', () => {
    expect(check({ ...APP, '.platform/hooks/predeploy/x.sh': '#!/bin/sh\n' }, 0o644).warnings).toEqual([
      'hook-not-executable',
    ]);
  });

  it('survives a file made to exhaust the parser', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let index = 1; index < 12; index += 1) {
      const before = String.fromCharCode(96 + index);
      const name = String.fromCharCode(97 + index);
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`);
    }
    const began = performance.now();
    expect(check({ ...APP, '.ebextensions/bomb.config': bomb.join('\n') }).errors).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
