/** What an operation of the simulated GitHub is given, and the few things that several of them need. */
import type { Instant } from '../../domain/time.js';
import { answered, type GitHubAnswer, type GitHubRequest } from './answers.js';
import type { Permissions, Repository, World } from './world.js';

export interface OperationCall {
  readonly request: GitHubRequest;
  readonly world: World;
  readonly repository: Repository;
  /** The numbers and names out of the path, in order. */
  readonly parts: readonly string[];
  readonly now: Instant;
}

export interface Operation {
  /** As GitHub's description calls it: `repos/create-deployment`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the repository; a group for each of `parts`. */
  readonly path: RegExp;
  /** Any one of these is enough; none: reading a public repository needs nothing. */
  readonly needs: readonly (keyof Permissions)[];
  perform(call: OperationCall): GitHubAnswer;
}

/** A member of the request's body. */
export const given = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;

export function textOf(body: unknown, name: string, otherwise: string): string {
  const value = given(body, name);
  return typeof value === 'string' ? value : otherwise;
}

/** One page of a list, with GitHub's `Link` header when there are more (GitHub docs: "Using pagination in the REST API"). */
export function page({ request }: OperationCall, items: readonly unknown[]): GitHubAnswer {
  const size = Math.min(100, Math.max(1, Number(request.query.per_page ?? 30) || 30));
  const number = Math.max(1, Number(request.query.page ?? 1) || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const address = (to: number): string => {
    const query = new URLSearchParams({ ...request.query, per_page: String(size), page: String(to) });
    return `<${request.server}/api/v3${request.path}?${query}>`;
  };
  const links = [
    ...(number > 1 ? [`${address(1)}; rel="first"`, `${address(number - 1)}; rel="prev"`] : []),
    ...(number < last ? [`${address(number + 1)}; rel="next"`, `${address(last)}; rel="last"`] : []),
  ];
  const shown = items.slice((number - 1) * size, number * size);
  return answered(200, shown, links.length === 0 ? {} : { link: links.join(', ') });
}
