/**
 * The only polling loop: look, learn, say, judge, sleep, until a verdict, the deadline or a request to stop.
 *
 * One watch per rollout, because the event stream belongs to the rollout: a second stream would repeat or lose events.
 * What a failed call means is decided here: "look again later" never ends a wait, "will not get better" ends it at once.
 */
import type { Environment } from '../domain/environment.js';
import type { EnvironmentEvent, SeenEvent } from '../domain/event.js';
import type { EnvironmentRef } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import type { Instant, Milliseconds } from '../domain/time.js';
import type { Beanstalk } from '../ports/beanstalk.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import type { Knowledge, Observation, Reading } from './knowledge.js';
import { Session, type SettleEnd, type SettleRequest, type Spent } from './session.js';
import { unlessStopped } from './stop.js';
import {
  drainFrom,
  OVERLAP,
  openStream,
  overlapFrom,
  readFrom,
  type StreamState,
  type Taken,
  takeEvents,
} from './stream.js';

export type { SettleEnd, SettleRequest } from './session.js';

export interface WatchParts {
  readonly beanstalk: Beanstalk;
  readonly clock: Clock;
  readonly random: Random;
  readonly say: Say;
  readonly cancel: AbortSignal;
  readonly environment: EnvironmentRef;
  readonly application: string;
  readonly pollInterval?: Milliseconds;
}

export interface Glance {
  readonly environment: Environment | undefined;
  /** Not given out before, oldest first. */
  readonly fresh: readonly SeenEvent[];
}

type LookResult = { readonly problem?: Problem; readonly eventsRead: boolean };

export class RolloutWatch {
  readonly #parts: WatchParts;
  readonly #own = new Set<string>();
  #stream: StreamState = openStream([]);
  #isAnchored = false;
  #awaitsOpening = false;
  #failedInARow = 0;
  #highestDeploymentId: number | undefined;
  #known: Knowledge | undefined;
  #spent: Spent | undefined;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Sets the anchor: must be called before the first write. `beanstalk` may retry by itself. Throws `ActionError`. */
  async anchor(beanstalk: Beanstalk): Promise<void> {
    const { id } = this.#parts.environment;
    this.#isAnchored = true;
    const newest = (await beanstalk.newestEvents(id, 1)).at(-1);
    this.#stream = openStream(newest === undefined ? [] : await beanstalk.events(id, newest.date - OVERLAP));
  }

  /** The stream has its anchor. */
  get isAnchored(): boolean {
    return this.#isAnchored;
  }

  /** One look at the environment and its events, for whoever waits for something else than an update. Throws `ActionError`. */
  async glance(): Promise<Glance> {
    const { beanstalk, environment } = this.#parts;
    const found = await beanstalk.environment(environment.id);
    return { environment: found, fresh: await this.events() };
  }

  /** What the environment has said since the last look. Throws `ActionError`. */
  async events(): Promise<readonly SeenEvent[]> {
    const { beanstalk, environment } = this.#parts;
    return this.#take(await beanstalk.events(environment.id, readFrom(this.#stream))).fresh;
  }

  #take(read: readonly EnvironmentEvent[]): Pick<Taken, 'fresh' | 'credible'> {
    if (this.#awaitsOpening) this.#adopt(read);
    const taken = takeEvents(this.#stream, read, this.#own);
    this.#stream = taken.state;
    for (const event of taken.fresh) this.#parts.say({ type: 'event-seen', event });
    return taken;
  }

  #adopt(read: readonly EnvironmentEvent[]): void {
    const opening = read.find(({ requestId }) => requestId !== undefined)?.requestId;
    if (opening === undefined) return;
    this.own(opening);
    this.#awaitsOpening = false;
  }

  /** The environment was created by this rollout, which was not told its request id: its first event will tell. */
  ownFromTheStart(): void {
    this.#awaitsOpening = true;
  }

  /** Events that carry this request id are ours. */
  own(requestId: string): void {
    if (requestId !== '') this.#own.add(requestId);
  }

  isOwn(requestId: string): boolean {
    return this.#own.has(requestId);
  }

  /** Where events after the anchor start, for looks that must not disturb the stream. */
  get since(): Instant {
    return overlapFrom(this.#stream);
  }

  /** Date of the newest event known; events of an update that is asked for now come after it. */
  get newestEvent(): Instant | undefined {
    return this.#stream.newest;
  }

  /** Of the update that is or was watched last. */
  get known(): Knowledge | undefined {
    return this.#known;
  }

  /** The highest deployment id that any instance has reported so far. */
  get highestDeploymentId(): number | undefined {
    return this.#highestDeploymentId;
  }

  /** Watches one update until it has settled, in whatever way. */
  async settle(request: SettleRequest): Promise<SettleEnd> {
    const { clock, random } = this.#parts;
    const { stop } = request;
    const cancel = stop === undefined ? this.#parts.cancel : AbortSignal.any([this.#parts.cancel, stop]);
    const session = new Session(request, this.#parts, this.#spent);
    this.#failedInARow = 0;
    for (;;) {
      this.#known = session.known;
      const look = session.plan(this.#failedInARow, random.next(), clock.now());
      await clock.sleep(Math.max(0, Math.min(look.at, request.deadline) - clock.now()), cancel);
      if (cancel.aborted) return { end: 'cancelled', known: session.known };
      const result = await this.#look(look.readings, session);
      this.#spent = session.spent;
      this.#known = session.known;
      if (cancel.aborted) return { end: 'cancelled', known: session.known };
      if (result.problem !== undefined) return { end: 'broken', problem: result.problem, known: session.known };
      const end = session.judge(result.eventsRead, clock.now());
      if (end !== undefined) return end;
    }
  }

  /** Makes the readings one after the other: events after the state, so that they are at least as new. */
  async #look(readings: readonly Reading[], session: Session): Promise<LookResult> {
    let eventsRead = false;
    let failures = 0;
    session.lookStarts(readings.length);
    for (const reading of readings) {
      try {
        const seen = await unlessStopped(this.#read(reading, session), this.#parts.cancel);
        if (seen === undefined) return { eventsRead };
        session.learn(seen);
        this.#highestDeploymentId = Math.max(this.#highestDeploymentId ?? 0, session.known.highestDeploymentId ?? 0);
        if (seen.of === 'events') eventsRead = seen.credible;
      } catch (error) {
        if (!(error instanceof ActionError)) throw error;
        if (error.problem.code === 'enhanced-health-off') {
          session.learn({ of: 'unavailable', at: this.#parts.clock.now(), reading, problem: error.problem });
          continue;
        }
        // A terminated environment is unknown to some calls at once; DescribeEnvironments tells what has become of it.
        const isHopeless = error.nature === 'permanent' && error.problem.code !== 'environment-missing';
        if (isHopeless) return { problem: error.problem, eventsRead };
        failures += 1;
        this.#parts.say({ type: 'look-failed', problem: error.problem, inARow: this.#failedInARow + 1 });
      }
    }
    // Part of an answer is better than none: only looks without any slow the pace down further and further.
    this.#failedInARow = failures < readings.length ? Math.min(failures, 1) : this.#failedInARow + 1;
    return { eventsRead };
  }

  async #read(reading: Reading, session: Session): Promise<Observation> {
    const { beanstalk, clock, environment, application, say } = this.#parts;
    switch (reading) {
      case 'environment': {
        const found = await beanstalk.environment(environment.id);
        return { of: 'environment', at: clock.now(), environment: found };
      }
      case 'events': {
        const since = session.isDraining ? drainFrom(this.#stream) : readFrom(this.#stream);
        const { fresh, credible } = this.#take(await beanstalk.events(environment.id, since));
        return { of: 'events', at: clock.now(), fresh, credible };
      }
      case 'instances': {
        const found = await beanstalk.instances(environment.id);
        say({ type: 'instances', instances: found.instances });
        return { of: 'instances', at: clock.now(), reading: found };
      }
      case 'health': {
        const found = await beanstalk.health(environment.id);
        return { of: 'health', at: clock.now(), reading: found };
      }
      case 'settings': {
        const found = await beanstalk.settings(application, environment.name);
        return { of: 'settings', at: clock.now(), settings: found };
      }
    }
  }
}
