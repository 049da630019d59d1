/** Answers of the simulated GitHub, errors in GitHub's own words (GitHub docs: "Troubleshooting the REST API"). */

export interface GitHubRequest {
  readonly method: string;
  /** Below the API's root: `/repos/octo-org/shop/deployments`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON body. */
  readonly body: unknown;
  /** Out of the Authorization header; absent when there was none. */
  readonly token?: string;
  /** `http://127.0.0.1:4566/_github`. */
  readonly server: string;
}

export interface GitHubAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined`: an answer without a body. */
  readonly body: unknown;
}

export const answered = (
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): GitHubAnswer => ({ status, headers, body });

const DOCS = 'https://docs.github.com/rest';

/** An error object, as all of them look. */
export const refused = (
  status: number,
  message: string,
  more: { readonly docs?: string; readonly errors?: unknown; readonly headers?: Record<string, string> } = {},
): GitHubAnswer =>
  answered(
    status,
    {
      message,
      ...(more.errors === undefined ? {} : { errors: more.errors }),
      documentation_url: more.docs ?? DOCS,
      status: String(status),
    },
    more.headers,
  );

export const notFound = (): GitHubAnswer => refused(404, 'Not Found');
/** No or a wrong token. */
export const badCredentials = (): GitHubAnswer => refused(401, 'Bad credentials');
export const authenticationRequired = (): GitHubAnswer => refused(401, 'Requires authentication');
/** The token of a workflow without the permission. */
export const notAccessible = (): GitHubAnswer => refused(403, 'Resource not accessible by integration');
export const serverError = (status: number): GitHubAnswer => refused(status, 'Server Error');

/** The primary limit: so many calls an hour. */
export const limitExceeded = (): GitHubAnswer =>
  refused(403, 'API rate limit exceeded for installation ID 1.', {
    docs: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
  });

/** The secondary limits: too much in a short time. */
export const secondaryLimit = (retryAfterSeconds: number): GitHubAnswer =>
  refused(
    403,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.',
    {
      docs: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
      headers: { 'retry-after': String(retryAfterSeconds) },
    },
  );

export const invalid = (resource: string, field: string, code: string, message?: string): GitHubAnswer =>
  refused(422, 'Validation Failed', {
    errors: [{ resource, field, code, ...(message === undefined ? {} : { message }) }],
  });
