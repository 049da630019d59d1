/** Warms a side up that has no traffic yet: asks it until it answers well, so often in a row, within a limit of time. */
import { addressOf } from '../domain/cluster.js';
import type { WarmUp } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import { formatDuration, type Milliseconds, seconds } from '../domain/time.js';
import type { StepEnd } from './perform.js';
import type { Run } from './run.js';

const BODY_LIMIT = 64 * 1_024;
const ANSWER_LIMIT = seconds(20);
/** After a bad answer the application gets a moment; after a good one it is asked again at once. */
const PAUSE: Milliseconds = seconds(1);

interface Count {
  sent: number;
  good: number;
  inARow: number;
  /** The last bad answer, as a clause. Foreign text. */
  why: string;
}

export async function warmUp(run: Run, wish: WarmUp): Promise<StepEnd> {
  const { ports, cancel, say } = run.request;
  const { clock } = ports;
  const since = clock.now();
  const giveUpAt = Math.min(since + wish.limit, run.rollout.deadline);
  const host = (await ports.beanstalk.environment(run.target.id))?.cname;
  const count: Count = { sent: 0, good: 0, inARow: 0, why: 'nothing was asked' };
  if (host === undefined) return failed(run, `${run.target.name} shows no CNAME that could be asked`);
  for (;;) {
    if (cancel.aborted) return { step: 'cancelled' };
    await askOnce(run, host, wish, count);
    if (cancel.aborted) return { step: 'cancelled' };
    const took = clock.now() - since;
    if (count.inARow >= wish.requests) {
      say({ type: 'notice', text: `${run.target.name} is warm: ${counted(count)} in ${formatDuration(took)}.` });
      return { step: 'done' };
    }
    const isOver = clock.now() >= giveUpAt;
    if (isOver) return failed(run, `${count.why}; ${counted(count)} in ${formatDuration(took)}`);
    if (count.inARow === 0) await clock.sleep(Math.min(PAUSE, giveUpAt - clock.now()), cancel);
  }
}

async function askOnce(run: Run, host: string, wish: WarmUp, count: Count): Promise<void> {
  const { ports, cancel } = run.request;
  const url = addressOf(host, wish);
  const since = ports.clock.now();
  const answer = await ports.http.get({ url, timeout: ANSWER_LIMIT, limitBytes: BODY_LIMIT, signal: cancel });
  const took = ports.clock.now() - since;
  const why =
    answer.kind === 'unanswered'
      ? `${url} did not answer: ${answer.because}`
      : !wish.statuses.some(({ from, to }) => answer.status >= from && answer.status <= to)
        ? `${url} answered with ${answer.status}`
        : wish.within !== undefined && took > wish.within
          ? `${url} took ${formatDuration(took)}, longer than ${formatDuration(wish.within)}`
          : undefined;
  count.sent += 1;
  count.good += why === undefined ? 1 : 0;
  count.inARow = why === undefined ? count.inARow + 1 : 0;
  count.why = why ?? count.why;
}

const counted = ({ sent, good, inARow }: Count): string =>
  `${good} of ${sent} answers were good, the last ${inARow} in a row`;

function failed(run: Run, why: string): StepEnd {
  const problem: Problem = {
    code: 'warm-up-failed',
    blame: 'you',
    what: `${run.target.name} did not warm up: ${why}.`,
    hint: 'Ask the URL yourself from a place like the runner; warm-up-requests, -for and -within decide what is enough.',
    input: 'warm-up-path',
  };
  return { step: 'failed', run, problem };
}
