/** One call to GitHub: a few attempts within a time limit, and what went wrong as a problem that names the permission. */
import { ActionError } from '../../domain/problem.js';
import { formatDuration, type Instant, type Milliseconds, seconds } from '../../domain/time.js';
import type { Clock } from '../../ports/clock.js';
import { type Answered, factsOf, type Nothing } from './error-facts.js';

/** What the message of a failure says. */
export interface Told {
  /** Continues "GitHub would not let this run …". */
  readonly what: string;
  /** As it stands below `permissions:` of a job. */
  readonly permission: string;
  /** `when-refused`: what creates something is sent again only when GitHub has certainly not acted. */
  readonly repeat: 'always' | 'when-refused';
}

export interface Calls {
  send<T>(told: Told, call: Call<T>): Promise<T>;
  /** `undefined`: GitHub answered 404. */
  unlessMissing<T>(told: Told, call: Call<T>): Promise<T | undefined>;
  /** `undefined`: GitHub answered 403, and not because of a limit. */
  unlessRefused<T>(told: Told, call: Call<T>): Promise<T | undefined>;
  rejected(told: Told, words: string): ActionError;
}

type Call<T> = (request: { readonly signal: AbortSignal }) => Promise<T>;

interface Options {
  readonly clock: Clock;
  readonly limit: Milliseconds;
  readonly repository: string;
}

const ATTEMPTS = 3;
const FIRST_WAIT = seconds(1);

export function createCalls(options: Options): Calls {
  const send = <T>(told: Told, call: Call<T>): Promise<T> => limited(options, told, call);
  const unless = async <T>(status: number, told: Told, call: Call<T>): Promise<T | undefined> => {
    try {
      return await send(told, call);
    } catch (error) {
      const facts = error instanceof ActionError ? factsOf(error.cause) : undefined;
      if (facts?.kind === 'answered' && facts.status === status && !facts.isLimit) return undefined;
      throw error;
    }
  };
  return {
    send,
    unlessMissing: (told, call) => unless(404, told, call),
    unlessRefused: (told, call) => unless(403, told, call),
    rejected: (told, words) =>
      rejection(told, { kind: 'answered', status: 200, message: words, isLimit: false }, undefined),
  };
}

/** The limit holds over all attempts, and for an answer that never comes. */
async function limited<T>({ clock, limit, repository }: Options, told: Told, call: Call<T>): Promise<T> {
  const stop = new AbortController();
  const done = new AbortController();
  const over = clock.sleep(limit, done.signal).then((): never | Promise<never> => {
    if (done.signal.aborted) return new Promise<never>(() => {});
    stop.abort();
    throw tooLate(told, limit);
  });
  try {
    const { signal } = stop;
    return await Promise.race([
      attempts(told, () => call({ signal }), { clock, signal, until: clock.now() + limit }),
      over,
    ]);
  } catch (error) {
    if (error instanceof ActionError) throw error;
    throw problemOf(told, repository, error);
  } finally {
    done.abort();
  }
}

interface Time {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly until: Instant;
}

async function attempts<T>(told: Told, call: () => Promise<T>, { clock, signal, until }: Time): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const wait = waitAfter(error, told, attempt);
      if (signal.aborted || wait === undefined || clock.now() + wait >= until) throw error;
      await clock.sleep(wait, signal);
    }
  }
}

/** How long to wait before it is sent again; `undefined`: never. */
function waitAfter(error: unknown, { repeat }: Told, attempt: number): Milliseconds | undefined {
  const facts = factsOf(error);
  if (attempt >= ATTEMPTS) return undefined;
  const backOff = FIRST_WAIT * 2 ** (attempt - 1);
  if (facts.kind === 'nothing') return facts.isUnreached || repeat === 'always' ? backOff : undefined;
  // GitHub docs, "Best practices": wait as long as `retry-after` says; without it, at least a minute.
  if (facts.isLimit) return facts.retryAfter ?? seconds(60);
  return facts.status >= 500 && repeat === 'always' ? backOff : undefined;
}

const tooLate = ({ what }: Told, limit: Milliseconds): ActionError =>
  new ActionError(
    {
      code: 'github-unreachable',
      blame: 'github',
      what: `GitHub did not answer within ${formatDuration(limit)} when it was asked to let this run ${what}.`,
      hint: 'Look at githubstatus.com, and at the network and the proxy variables of the runner.',
    },
    { nature: 'transient', answerLost: true },
  );

function problemOf(told: Told, repository: string, error: unknown): ActionError {
  const facts = factsOf(error);
  if (facts.kind === 'nothing') return unreachable(told, facts, error);
  if (facts.isLimit) return limitReached(told, error);
  if (facts.status === 401) return wrongToken(told, error);
  if (facts.status === 403 || facts.status === 404) return refusal(told, facts, repository, error);
  if (facts.status >= 500) return unavailable(told, facts, error);
  return rejection(told, facts, error);
}

const unreachable = ({ what }: Told, { message, isUnreached }: Nothing, cause: unknown): ActionError =>
  new ActionError(
    {
      code: 'github-unreachable',
      blame: 'github',
      what: `GitHub could not be reached to ${what}: ${message}.`,
      hint: 'Check the network of the runner, the proxy variables, and on GitHub Enterprise Server its certificate (`NODE_EXTRA_CA_CERTS`).',
    },
    { cause, nature: 'transient', answerLost: !isUnreached },
  );

const unavailable = ({ what }: Told, { status, message }: Answered, cause: unknown): ActionError =>
  new ActionError(
    {
      code: 'github-unreachable',
      blame: 'github',
      what: `GitHub answered with an error of its own (${status}: ${message}) when this run wanted to ${what}.`,
      hint: 'Look at githubstatus.com.',
    },
    { cause, nature: 'transient', answerLost: true },
  );

const limitReached = ({ what }: Told, cause: unknown): ActionError =>
  new ActionError(
    {
      code: 'github-limited',
      blame: 'github',
      what: `GitHub limits how often this repository's workflows may call it, and so would not let this run ${what}.`,
      hint: 'Run fewer workflows at once, or give `github-token` the token of a GitHub App, which has a limit of its own.',
    },
    { cause, nature: 'transient' },
  );

const wrongToken = ({ what }: Told, cause: unknown): ActionError =>
  new ActionError(
    {
      code: 'github-refused',
      blame: 'you',
      what: `GitHub does not know the token with which this run wanted to ${what}.`,
      hint: 'Leave `github-token` out, or give it a token that is still valid.',
      input: 'github-token',
    },
    { cause },
  );

function refusal(
  { what, permission }: Told,
  { status, message }: Answered,
  repository: string,
  cause: unknown,
): ActionError {
  const missing = `the API does not show it to this token, or a GitHub Enterprise Server has no such call`;
  return new ActionError(
    {
      code: 'github-refused',
      blame: 'you',
      what: `GitHub would not let this run ${what} in ${repository} (${status}: ${status === 404 ? missing : message}).`,
      hint: `Add \`${permission}\` below \`permissions:\` of the job; a pull request from a fork never gets more than \`read\`.`,
    },
    { cause },
  );
}

const rejection = ({ what }: Told, { status, message }: Answered, cause: unknown): ActionError =>
  new ActionError(
    {
      code: 'github-rejected',
      blame: 'github',
      what: `GitHub refused what this run sent to ${what} (${status}: ${message}).`,
      hint: 'The words of GitHub in the message name what does not fit.',
    },
    { cause },
  );
