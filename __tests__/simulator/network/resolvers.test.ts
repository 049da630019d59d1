import { describe, expect, it } from '@jest/globals';
import { clientOf, Resolvers } from '../../../src/simulator/network/resolvers.js';

const NAME = 'shop.us-east-1.elasticbeanstalk.com';
const given = (client: string): string => `Basic ${Buffer.from(client).toString('base64')}`;

describe('a resolver', () => {
  let now = 0;
  const open = (): Resolvers => {
    now = 0;
    const resolvers = new Resolvers(() => now, 60_000);
    resolvers.point(NAME, 'e-blue');
    return resolvers;
  };

  it('holds an answer from the question on, not from the change of the record', () => {
    const resolvers = open();
    const client = { id: 'one' };
    resolvers.lookUp(NAME, client);
    now = 50_000;
    resolvers.point(NAME, 'e-green');
    expect(resolvers.lookUp(NAME, client)).toBe('e-blue');
    now = 60_000;
    expect(resolvers.lookUp(NAME.toUpperCase(), client)).toBe('e-green');
  });

  it('does not make an answer younger by being asked again', () => {
    const resolvers = open();
    const client = { id: 'one' };
    resolvers.lookUp(NAME, client);
    resolvers.point(NAME, 'e-green');
    for (now = 10_000; now < 60_000; now += 10_000) expect(resolvers.lookUp(NAME, client)).toBe('e-blue');
    expect(resolvers.lookUp(NAME, client)).toBe('e-green');
  });

  it('does not hold that a name leads nowhere', () => {
    const resolvers = open();
    expect(resolvers.lookUp('new.elasticbeanstalk.com', { id: 'one' })).toBeUndefined();
    resolvers.point('new.elasticbeanstalk.com', 'e-new');
    expect(resolvers.lookUp('new.elasticbeanstalk.com', { id: 'one' })).toBe('e-new');
  });

  it('stays small, however many clients ask', () => {
    const resolvers = open();
    resolvers.lookUp(NAME, { id: 'first' });
    for (let client = 0; client < 10_000; client += 1) resolvers.lookUp(NAME, { id: `client-${client}` });
    resolvers.point(NAME, 'e-green');
    expect(resolvers.lookUp(NAME, { id: 'first' })).toBe('e-green');
    expect(resolvers.lookUp(NAME, { id: 'client-9999' })).toBe('e-blue');
  });
});

it.each([
  ['127.0.0.1', undefined, { id: '127.0.0.1' }],
  [undefined, undefined, { id: '' }],
  ['127.0.0.1', 'Bearer x', { id: '127.0.0.1' }],
  ['127.0.0.1', given('browser'), { id: '@browser' }],
  ['127.0.0.1', given('browser:'), { id: '@browser' }],
  ['127.0.0.1', given('old-phone:600'), { id: '@old-phone', holdsFor: 600_000 }],
  ['127.0.0.1', given('person:secret'), { id: '@person' }],
])('from %s with %s it is %j', (address, authorization, client) => {
  expect(clientOf(address, authorization)).toEqual(client);
});
