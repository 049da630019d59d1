/** Option values against what the service describes of them. */
import { describe, expect, it } from '@jest/globals';
import { judgeOptions, type OptionDescription } from '../../src/domain/option-rules.js';

const COMMAND = 'aws:elasticbeanstalk:command';
const option = (name: string, value: string, namespace = COMMAND) => ({ namespace, name, value });
const rule = (name: string, more: Partial<OptionDescription> = {}): OptionDescription => ({
  namespace: COMMAND,
  name,
  isList: false,
  values: [],
  ...more,
});
const DESCRIBED = [
  rule('BatchSizeType', { values: ['Percentage', 'Fixed'] }),
  rule('Flag', { values: ['true', 'false'] }),
  rule('Timeout', { min: 1, max: 3600 }),
  rule('Text', { maxLength: 4 }),
  rule('Names', { isList: true, values: ['a', 'b'], max: 3 }),
];

describe('an option of an environment that does not exist yet', () => {
  it.each([
    ['one of the values', option('BatchSizeType', 'Fixed'), []],
    ['in other capitals', option('Flag', 'True'), []],
    ['none of the values', option('BatchSizeType', 'Some'), ['error: its value must be one of Percentage, Fixed']],
    ['the least', option('Timeout', '1'), []],
    ['the most', option('Timeout', '3600'), []],
    ['too little', option('Timeout', '0'), ['error: its value is less than 1']],
    ['too much', option('Timeout', '3601'), ['error: its value is more than 3600']],
    ['no number', option('Timeout', 'soon'), ['error: its value must be a number']],
    ['too long', option('Text', 'abcde'), ['error: its value is longer than 4 characters']],
    ['a list', option('Names', 'a,b'), []],
    ['empty, which means not set', option('Timeout', ''), []],
    ['not described', option('Other', '1'), ['warning: the platform does not describe this option']],
    ['a variable', option('ANY', 'x', 'aws:elasticbeanstalk:application:environment'), []],
    ['of a process', option('Port', '80', 'aws:elasticbeanstalk:environment:process:api'), []],
    ['of a listener', option('Protocol', 'HTTPS', 'aws:elbv2:listener:443'), []],
  ])('%s', (_, one, expected) => {
    const found = judgeOptions([one], DESCRIBED);
    expect(found.map(({ severity, message }) => `${severity}: ${message}`)).toEqual(expected);
  });

  it('is never told with its value, which may be a secret', () => {
    const found = judgeOptions([option('Timeout', 'hunter2'), option('BatchSizeType', 'hunter2')], DESCRIBED);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});
