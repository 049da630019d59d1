import { describe, expect, it } from '@jest/globals';
import { differing, present } from '../../src/domain/changes.js';
import { formerOptions } from '../../src/strategies/way-back.js';

const PROFILE = { namespace: 'aws:autoscaling:launchconfiguration', name: 'IamInstanceProfile', value: 'role' };
/** As DescribeConfigurationSettings answers it. */
const DEPLOYED = { ...PROFILE, resource: 'AWSEBAutoScalingLaunchConfiguration' };
const SCHEDULED = { namespace: 'aws:autoscaling:scheduledaction', name: 'MinSize', value: '1', resource: 'night' };

describe('options that differ from what is deployed', () => {
  it.each([
    ['the same value under the resource that the service names', PROFILE, [DEPLOYED], 0],
    ['another value', { ...PROFILE, value: 'other' }, [DEPLOYED], 1],
    ['nothing deployed', PROFILE, [], 1],
    ['a resource that is asked for by name, and is another one', SCHEDULED, [{ ...SCHEDULED, resource: 'day' }], 1],
    ['a resource that is asked for by name', SCHEDULED, [SCHEDULED], 0],
  ])('%s', (_, wished, deployed, count) => {
    expect(differing([wished], deployed)).toHaveLength(count);
  });

  it('what is removed is found under its resource, too', () => {
    expect(present([{ namespace: PROFILE.namespace, name: PROFILE.name }], [DEPLOYED])).toHaveLength(1);
    expect(present([{ ...SCHEDULED, resource: 'day' }], [SCHEDULED])).toEqual([]);
  });
});

describe('the way back from an option', () => {
  it('puts the former value back under its resource, instead of taking the option out', () => {
    const former = formerOptions([{ ...PROFILE, value: 'other' }], [], [DEPLOYED]);
    expect(former).toMatchObject({ options: [DEPLOYED], removeOptions: [] });
  });
});
