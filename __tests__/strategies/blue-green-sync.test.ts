/** What an idle side that is there already gets of the live one's settings. */
import { describe, expect, it } from '@jest/globals';
import type { OptionSetting } from '../../src/domain/environment.js';
import { alignment } from '../../src/strategies/blue-green-sync.js';
import { givenChange, givenTarget } from '../support/given-environment.js';

const GROUP = 'aws:autoscaling:asg';
const LAUNCH = 'aws:autoscaling:launchconfiguration';
const size = (value: string, resource?: string): OptionSetting => ({
  namespace: GROUP,
  name: 'MinSize',
  value,
  ...(resource === undefined ? {} : { resource }),
});
const type = (value: string, resource: string): OptionSetting => ({
  namespace: LAUNCH,
  name: 'InstanceType',
  value,
  resource,
});

/** Two instances are what both ask for, where nothing else is said. */
const rest = (options: readonly OptionSetting[]): readonly OptionSetting[] =>
  options.some(({ name }) => name === 'MinSize') ? [] : [size('2', 'AWSEBAutoScalingGroup')];

function around(live: readonly OptionSetting[], idle: readonly OptionSetting[], change: readonly OptionSetting[] = []) {
  const side = (options: readonly OptionSetting[]) => ({
    ...givenTarget({ size: 2 }),
    settings: { options: [...options, ...rest(options)] },
  });
  const { options } = alignment({ ...givenChange(), options: change }, side(live), side(idle), []).around;
  return options.map(({ name, value, resource }) => [name, value, ...(resource === undefined ? [] : [resource])]);
}

describe('an idle side', () => {
  it.each<readonly [string, readonly OptionSetting[], readonly OptionSetting[], readonly (readonly string[])[]]>([
    [
      'gets the size of the live one',
      [size('2', 'AWSEBAutoScalingGroup')],
      [size('1', 'AWSEBAutoScalingGroup')],
      [['MinSize', '2']],
    ],
    [
      'is left alone with the same size',
      [size('2', 'AWSEBAutoScalingGroup')],
      [size('2', 'AWSEBAutoScalingGroup')],
      [],
    ],
    [
      'is left alone when only the resource has another name',
      [type('t3.small', 'AWSEBAutoScalingLaunchConfiguration')],
      [type('t3.small', 'AWSEBEC2LaunchTemplate')],
      [],
    ],
    [
      'gets the instance type under whatever resource it has there',
      [type('t3.large', 'AWSEBAutoScalingLaunchConfiguration')],
      [type('t3.small', 'AWSEBEC2LaunchTemplate')],
      [['InstanceType', 't3.large']],
    ],
  ])('%s', (_, live, idle, expected) => expect(around(live, idle)).toEqual(expected));

  it('gets what the run asks for, and not the value of the live side', () => {
    expect(around([size('2', 'AWSEBAutoScalingGroup')], [size('1', 'AWSEBAutoScalingGroup')], [size('4')])).toEqual([
      ['MinSize', '4'],
    ]);
  });
});
