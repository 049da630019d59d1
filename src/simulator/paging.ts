/** Pages of a list: how many at most, and the token that leads to the next. */
import { type Input, numberOf, textOf } from './context.js';
import { ServiceError } from './service-error.js';

/** A page and, when more follow, the token for them. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken?: string;
}

/**
 * Cuts the page that the request asks for. Without a number of records the answer has everything, up to `most`.
 * The token is opaque to clients; it holds the place in the list as it is now.
 */
export function pageOf<Item>(items: readonly Item[], input: Input, most: number, member = 'MaxRecords'): Page<Item> {
  const size = Math.min(numberOf(input, member) ?? most, most);
  if (size < 1) throw new ServiceError('ValidationError', `Value '${size}' at '${member}' must be at least 1.`);
  const token = textOf(input, 'NextToken');
  const start = token === undefined ? 0 : placeOf(token);
  const end = start + size;
  return {
    items: items.slice(start, end),
    ...(end < items.length ? { nextToken: tokenOf(end) } : {}),
  };
}

const tokenOf = (place: number): string => Buffer.from(`place:${place}`).toString('base64');

function placeOf(token: string): number {
  const [, place] = /^place:(\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? [];
  if (place === undefined) throw new ServiceError('InvalidParameterValue', 'Invalid NextToken.');
  return Number(place);
}
