/**
 * Holds a share of the requests until it has passed or was found to be worse (`judged-hold.ts`). Meanwhile it hears what other
 * runs wish (promote, pause, resume, abort), and sees when somebody else changes the shares.
 */
import type { CanaryWish } from '../domain/canary.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { BetweenTwo, ObserveStep } from '../domain/share-steps.js';
import { formatDuration, type Instant, type Milliseconds, seconds } from '../domain/time.js';
import { unlessStopped } from '../watch/stop.js';
import { answerWish, noteCanary, openWish } from './canary-record.js';
import { judgedHold } from './judged-hold.js';
import type { StepEnd } from './perform.js';
import { type Rollout, runOf } from './run.js';
import { type OpenRoute, routersOf, routeToWatch, whyNotOurs } from './share.js';

/** How often the shares are read again while they are held. */
const READ_EVERY: Milliseconds = seconds(30);

export async function performObserve(rollout: Rollout, step: ObserveStep): Promise<StepEnd> {
  const run = runOf(rollout, step.canary);
  const open = await routeToWatch(rollout, step);
  await noteCanary(rollout, step, { state: 'running', step: step.step, weight: step.weight });
  rollout.share ??= { between: step, weight: step.weight, isMoving: false };
  const { stable, canary } = open.ends;
  const steering = new Steering(rollout, step, open);
  const holding = judgedHold(rollout, {
    step,
    places: { stable: stable.figures, canary: canary.figures },
    targets: () => routersOf(rollout).targets(canary),
    wish: () => steering.hear(),
  });
  // It reads at many places; a request to stop leaves behind what does not answer.
  const end = (await unlessStopped(holding, rollout.request.cancel)) ?? { held: 'cancelled' };
  switch (end.held) {
    case 'passed':
    case 'promoted':
      return { step: 'done' };
    case 'cancelled':
      return { step: 'cancelled' };
    case 'failed':
      return { step: 'failed', run, problem: end.problem };
    case 'aborted': {
      const problem = steering.problem ?? aborted(step, 'Somebody');
      return problem.code === 'route-changed' ? { step: 'refused', problem } : { step: 'failed', run, problem };
    }
  }
}

/** What others wish or do while a share is held, also after the last step: the bake asks it, too. */
export class Steering {
  readonly #rollout: Rollout;
  readonly #step: BetweenTwo & { readonly weight: number };
  readonly #open: OpenRoute;
  #isPaused = false;
  #readAt: Instant;
  /** Why it has ended by itself. */
  problem: Problem | undefined;

  constructor(rollout: Rollout, step: BetweenTwo & { readonly weight: number }, open: OpenRoute) {
    this.#rollout = rollout;
    this.#step = step;
    this.#open = open;
    this.#readAt = rollout.request.ports.clock.now();
  }

  /** `abort` also when the shares are no longer ours, or time is up: `problem` says which. */
  async hear(): Promise<'pause' | 'promote' | 'abort' | undefined> {
    this.problem = await this.#whyOver();
    if (this.problem !== undefined) return 'abort';
    const wish = await openWish(this.#rollout);
    // Whoever has asked this run to stop has the last word.
    if (wish === undefined || this.#rollout.request.cancel.aborted) return this.#isPaused ? 'pause' : undefined;
    const { operation, by, nonce } = wish;
    this.#rollout.request.say({ type: 'notice', text: `\`operation: ${operation}\` was asked for by ${by}.` });
    this.#isPaused = operation === 'pause' || (operation === 'abort' && this.#isPaused);
    await answerWish(this.#rollout, nonce, this.#isPaused ? 'paused' : 'running');
    return this.#after(operation, by);
  }

  #after(operation: CanaryWish, by: string): 'pause' | 'promote' | 'abort' | undefined {
    switch (operation) {
      case 'abort':
        this.problem = aborted(this.#step, by);
        return 'abort';
      case 'promote':
      case 'pause':
        return operation;
      case 'resume':
        return undefined;
    }
  }

  async #whyOver(): Promise<Problem | undefined> {
    const { ports, say } = this.#rollout.request;
    const now = ports.clock.now();
    if (!this.#isPaused && now >= this.#rollout.deadline) return timeIsUp(this.#step, this.#rollout);
    if (now - this.#readAt < READ_EVERY) return undefined;
    this.#readAt = now;
    try {
      const { environmentId } = this.#open.ends.canary;
      return whyNotOurs(this.#rollout, this.#step, await this.#open.router.read(), environmentId);
    } catch (error) {
      if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
      say({ type: 'look-failed', problem: error.problem, inARow: 1 });
      return undefined;
    }
  }
}

export const aborted = ({ weight }: { readonly weight: number }, by: string): Problem => ({
  code: 'canary-aborted',
  blame: 'you',
  what: `The canary was ended at ${weight} % of the requests by \`operation: abort\` (${by}).`,
  hint: 'Nothing more has to be done when the old side has all requests again.',
});

const timeIsUp = ({ weight }: { readonly weight: number }, { request }: Rollout): Problem => ({
  code: 'timed-out',
  blame: 'you',
  what: `After ${formatDuration(request.plan.timeout)} time was up, while the new side had ${weight} % of the requests.`,
  hint: 'Give it more time with `timeout`, or fewer and shorter steps.',
});
