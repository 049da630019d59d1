import { describe, expect, it } from '@jest/globals';
import { readOptionSettings } from '../../src/inputs/option-settings.js';
import { problemsFor, settingsFor, WORKSPACE } from './given.js';

const ASG = 'aws:autoscaling:asg';
const MAX = { namespace: ASG, name: 'MaxSize', value: '8' };

describe('option settings', () => {
  it.each([
    ["AWS's list as JSON", `[{"Namespace":"${ASG}","OptionName":"MaxSize","Value":"8"}]`],
    ['a list as YAML', `- Namespace: ${ASG}\n  OptionName: MaxSize\n  Value: 8\n`],
    ['a list as in .ebextensions', `- namespace: ${ASG}\n  option_name: MaxSize\n  value: 8\n`],
    ['a map as JSON', `{"${ASG}":{"MaxSize":"8"}}`],
    ['a map as YAML', `${ASG}:\n  MaxSize: 8\n`],
  ])('%s', (_, text) => {
    expect(readOptionSettings(text)).toEqual({ kind: 'options', options: [MAX] });
  });

  it.each([
    ['0123', '0123'],
    ['true', 'true'],
    ['1e3', '1e3'],
    ['"null"', 'null'],
    ['2026-01-01', '2026-01-01'],
    ['""', ''],
  ])('keep the text as it was written: %s', (text, value) => {
    expect(readOptionSettings(`a:b:\n  Name: ${text}`)).toEqual({
      kind: 'options',
      options: [{ namespace: 'a:b', name: 'Name', value }],
    });
  });

  it('a resource name goes along', () => {
    const text =
      '[{"Namespace":"aws:autoscaling:scheduledaction","OptionName":"MinSize","Value":"1","ResourceName":"night"}]';
    expect(readOptionSettings(text)).toMatchObject({ options: [{ resource: 'night' }] });
  });

  it.each([
    ['{"a:b": {"X": 1', /neither JSON nor YAML: line 1/],
    ['a:b:\n  X: 1\n   Y: 2', /neither JSON nor YAML: line \d/],
    ['[{"Namespace":"a:b","Value":"1"}]', /no OptionName in entry 1/],
    ['[{"OptionName":"x","Value":"1"}]', /no Namespace in entry 1/],
    ['[{"Namespace":"a:b","OptionName":"X"}]', /no Value in entry 1/],
    ['[{"Namespace":"a:b","OptionName":"X","Value":"1","Colour":"red"}]', /unexpected in entry 1: Colour/],
    ['["a:b"]', /no Namespace in entry 1/],
    ['{"a:b": "x"}', /no map of options under a:b/],
    ['{"MaxSize": {"x": "8"}}', /"MaxSize", which is not a namespace/],
    ['{"a:b": {"X": {"Y": "1"}}}', /no plain value for X/],
    ['{"a:b": {"X": null}}', /no value for X/],
    ['a:b:\n  X:\n', /no value for X/],
    [
      '[{"Namespace":"a:b","OptionName":"X","Value":"1"},{"Namespace":"a:b","OptionName":"X","Value":"2"}]',
      /sets X in a:b twice/,
    ],
    ['a:b:\n  X: 1\n  X: 2\n', /neither JSON nor YAML/],
  ])('%s is refused', (text, because) => {
    const read = readOptionSettings(text);
    expect(read.kind === 'wrong' ? read.because.join('\n') : read).toMatch(because);
  });

  it('all that is wrong in a list is said at once', () => {
    const read = readOptionSettings('[{"Value":"1"},{"Namespace":"a:b"}]');
    expect(read.kind === 'wrong' && read.because.length).toBe(4);
  });

  it('a word is the path of a file', async () => {
    expect(readOptionSettings('config/options.yml')).toEqual({ kind: 'file', path: 'config/options.yml' });
    expect((await settingsFor({ 'option-settings': 'options.yml' })).options).toEqual([MAX]);
  });

  it.each([
    ['missing.yml', 'path-not-found'],
    ['../options.yml', 'path-outside-workspace'],
    ['link/passwd', 'path-outside-workspace'],
    ['app', 'path-of-wrong-kind'],
    ['server.js', 'wrong-input'],
    ['broken.yml', 'wrong-input'],
    ['huge.yml', 'wrong-input'],
  ])('a file at %s is refused: %s', async (path, code) => {
    const files = { ...WORKSPACE, '/w/broken.yml': '{', '/w/huge.yml': 'x'.repeat(300_000) };
    const problems = await problemsFor({ 'option-settings': path }, files);
    expect(problems.map((one) => one.code)).toEqual([code]);
  });

  it('a bomb of aliases is no way to spend the memory of the runner', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[at]}`).join(',')}]`),
    ].join('\n');
    expect(readOptionSettings(bomb)).toMatchObject({ kind: 'wrong' });
  });
});
