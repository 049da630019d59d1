import { describe, expect, it } from '@jest/globals';
import { testService } from '../support/service.js';

describe('a seed', () => {
  it('gives its environments a past to page through, spread evenly and ending before now', () => {
    const environment = (name: string) => ({ application: 'shop', name, instances: 1, versionLabel: 'v0' });
    const service = testService({ environments: [environment('one'), environment('two')], pastEvents: 250 });
    const page = service.call('DescribeEvents', { EnvironmentName: 'one', MaxRecords: 100 }) as {
      readonly Events: readonly { readonly EventDate: Date }[];
      readonly NextToken?: string;
    };
    expect(page.Events).toHaveLength(100);
    expect(page.NextToken).toBeDefined();
    const rest = service.call('DescribeEvents', { EnvironmentName: 'one', NextToken: page.NextToken }) as typeof page;
    expect(rest.Events).toHaveLength(25);
    const dates = [...page.Events, ...rest.Events].map(({ EventDate }) => EventDate.getTime());
    expect(dates).toEqual([...dates].sort((left, right) => right - left));
  });
});
