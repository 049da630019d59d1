import { describe, expect, it } from '@jest/globals';
import { formerOptions, wayBackCautions } from '../../src/strategies/way-back.js';
import { existing, givenTarget } from '../support/given-environment.js';

const NAMESPACE = 'aws:elasticbeanstalk:application:environment';
const option = (name: string, value: string) => ({ namespace: NAMESPACE, name, value });
const key = (name: string) => ({ namespace: NAMESPACE, name });

describe('former options', () => {
  it.each([
    ['changed', [option('A', '2')], [], [option('A', '1')], []],
    ['unchanged', [option('A', '1')], [], [], []],
    ['added', [option('NEW', 'x')], [], [], [key('NEW')]],
    ['removed', [], [key('A')], [option('A', '1')], []],
    ['removed, and never there', [], [key('NEW')], [], []],
  ] as const)('%s', (_, set, removed, options, removeOptions) => {
    const former = formerOptions(set, removed, [option('A', '1'), option('B', '1')]);
    expect(former).toEqual({ options, removeOptions, unknown: [] });
  });

  it('what the service masks cannot be put back, and the plan says so', () => {
    const deployed = [option('DB_PASSWORD', '*****')];
    expect(formerOptions([option('DB_PASSWORD', 'x')], [], deployed)).toEqual({
      options: [],
      removeOptions: [],
      unknown: [key('DB_PASSWORD')],
    });
    const target = givenTarget({ options: { [NAMESPACE]: { DB_PASSWORD: '*****' } } });
    const change = {
      application: 'shop',
      options: [option('DB_PASSWORD', 'x')],
      removeOptions: [],
      restorePolicy: false,
    };
    expect(wayBackCautions({ ...change, version: existing() }, target).join(' ')).toContain('DB_PASSWORD');
  });
});
