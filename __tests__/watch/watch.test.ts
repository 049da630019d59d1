import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../../src/domain/environment.js';
import type { EnvironmentEvent } from '../../src/domain/event.js';
import { ActionError } from '../../src/domain/problem.js';
import type { ProgressMessage } from '../../src/domain/progress.js';
import { type Milliseconds, minutes, seconds } from '../../src/domain/time.js';
import { VirtualClock } from '../../src/simulator/clocks.js';
import { OVERLAP } from '../../src/watch/stream.js';
import { RolloutWatch, type SettleEnd } from '../../src/watch/watch.js';
import { fakeBeanstalk } from '../support/fake-beanstalk.js';
import { BASELINE, EXPECTS, environment, instance, OUR_START, RULES, THEIR_START } from '../support/knowledge.js';

const problem = (code: string) => ({ code, blame: 'aws', what: 'x', hint: 'y' }) as const;
const transient = (): ActionError => new ActionError(problem('throttled'), { nature: 'transient' });

/** A deployment that ends well ten seconds after it was asked for, unless a test has it otherwise. */
class Service {
  readonly clock = new VirtualClock(OUR_START);
  readonly said: ProgressMessage[] = [];
  readonly looks: { readonly at: Milliseconds; readonly call: string; readonly since?: number }[] = [];
  readonly cancel = new AbortController();
  environment: (elapsed: Milliseconds) => Environment | undefined = (elapsed) =>
    elapsed < seconds(10)
      ? environment({ status: 'Updating', versionLabel: 'v1', dateUpdated: THEIR_START })
      : environment({ dateUpdated: THEIR_START + seconds(10) });
  events: (elapsed: Milliseconds) => readonly EnvironmentEvent[] = () => [opening];
  fails: (call: string, elapsed: Milliseconds) => Error | undefined = () => undefined;
  hangs = false;

  async settle(deadline: Milliseconds = minutes(30), pollInterval?: Milliseconds): Promise<SettleEnd> {
    const watch = new RolloutWatch({
      beanstalk: this.#port(),
      clock: this.clock,
      random: { next: () => 0.5, uuid: () => 'x' },
      say: (message) => this.said.push(message),
      cancel: this.cancel.signal,
      environment: { id: 'e-1', name: 'shop-prod' },
      application: 'shop',
      ...(pollInterval === undefined ? {} : { pollInterval }),
    });
    await watch.anchor(fakeBeanstalk({ newestEvents: async () => [before], events: async () => [before] }));
    watch.own('ours');
    return watch.settle({
      expects: EXPECTS,
      rules: RULES,
      baseline: BASELINE,
      askedAt: OUR_START,
      expectedDuration: seconds(10),
      deadline: OUR_START + deadline,
      shape: { before: new Set() },
    });
  }

  get elapsed(): Milliseconds {
    return this.clock.now() - OUR_START;
  }

  /** Texts of the events, in the order in which they were said. */
  get texts(): readonly string[] {
    return this.said.flatMap((message) => (message.type === 'event-seen' ? [message.event.message] : []));
  }

  #port() {
    const answer = async <T>(call: string, make: () => T, since?: number): Promise<T> => {
      this.looks.push({ at: this.elapsed, call, ...(since === undefined ? {} : { since }) });
      const error = this.fails(call, this.elapsed);
      if (error !== undefined) throw error;
      if (this.hangs) return new Promise<T>(() => {});
      return make();
    };
    const refreshedAt = (): number => THEIR_START + this.elapsed;
    return fakeBeanstalk({
      environment: () => answer('environment', () => this.environment(this.elapsed)),
      events: (_, since) =>
        answer('events', () => [before, ...this.events(this.elapsed)].filter(({ date }) => date >= since), since),
      instances: () =>
        answer('instances', () => ({ instances: [instance('i-1'), instance('i-2')], refreshedAt: refreshedAt() })),
      health: () =>
        answer('health', () => ({ status: 'Ok', color: 'Green', causes: [], refreshedAt: refreshedAt() }) as const),
    });
  }
}

const event = (after: Milliseconds, message: string, more: Partial<EnvironmentEvent> = {}): EnvironmentEvent => ({
  date: THEIR_START + after,
  message,
  severity: 'INFO',
  requestId: 'ours',
  ...more,
});
const before = event(-minutes(10), 'Environment health has been set to GREEN', { requestId: 'theirs' });
const opening = event(0, 'Environment update is starting.');

describe('the watch', () => {
  it('ends a good deployment a second after health has held', async () => {
    const service = new Service();
    const end = await service.settle();
    expect(end).toMatchObject({ end: 'judged', verdict: { verdict: 'reached' }, proof: 'instances' });
    expect(service.elapsed).toBeLessThanOrEqual(seconds(10 + 5 + 30 + 5 + 1));
  });

  it('drains the events from the anchor on before it believes a success', async () => {
    const service = new Service();
    await service.settle();
    const last = service.looks.filter(({ call }) => call === 'events').at(-1);
    expect(last).toEqual({ at: service.elapsed, call: 'events', since: before.date - OVERLAP });
  });

  it('says in the drain what came later than the overlap, once', async () => {
    const service = new Service();
    const long = event(minutes(4), 'much newer', { requestId: 'theirs' });
    const late = event(seconds(5), 'Instance deployment completed successfully.');
    // Shown so late that only a reading from the anchor on meets it again.
    service.events = (elapsed) => {
      const isDrain = service.looks.at(-1)?.since === before.date - OVERLAP && elapsed > seconds(20);
      return [opening, ...(isDrain ? [late] : []), ...(elapsed > seconds(12) ? [long] : [])];
    };
    await service.settle();
    expect(service.texts).toEqual([opening.message, long.message, late.message]);
  });

  it('is not done when the drain shows that the environment is busy again', async () => {
    const service = new Service();
    const usual = service.environment;
    let proven = 0;
    service.environment = (elapsed) => {
      const isProven = service.said.some(
        (message) => message.type === 'verdict' && message.verdict.verdict === 'reached',
      );
      if (isProven && proven === 0) proven = elapsed;
      return isProven && elapsed < proven + seconds(20) ? environment({ status: 'Updating' }) : usual(elapsed);
    };
    const end = await service.settle();
    expect(end).toMatchObject({ end: 'judged', verdict: { verdict: 'reached' } });
    expect(service.elapsed).toBeGreaterThan(proven + seconds(20) + RULES.stableFor);
  });

  it('makes its last look at the deadline, not an interval after it, and says what it waited for', async () => {
    const service = new Service();
    service.environment = () => environment({ status: 'Updating', dateUpdated: THEIR_START });
    const end = await service.settle(seconds(47));
    expect(end).toMatchObject({ end: 'timed-out', reason: 'the update is in progress' });
    expect(service.elapsed).toBe(seconds(47));
    expect(service.looks.at(-1)?.at).toBe(seconds(47));
  });

  it('reads the events once more when the proof comes with the deadline, and does not try again and again', async () => {
    const good = new Service();
    let proven = 0;
    good.fails = () => {
      const isProven = good.said.some(
        ({ type, ...one }) => type === 'verdict' && JSON.stringify(one).includes('reached'),
      );
      if (isProven && proven === 0) proven = good.elapsed;
      return undefined;
    };
    await good.settle();
    const service = new Service();
    service.fails = (call, elapsed) => {
      if (service.looks.length > 500) return new Error('it looks without end');
      return call === 'events' && elapsed >= proven - seconds(10) ? transient() : undefined;
    };
    const end = await service.settle(proven);
    expect(end).toMatchObject({
      end: 'timed-out',
      reason: expect.stringMatching(/^the state shows success \(.*\), but the events could not be read to their end$/),
    });
    expect(service.elapsed).toBe(proven);
  });

  it('is not ended by throttling, however long it lasts', async () => {
    const service = new Service();
    service.fails = (_, elapsed) => (elapsed < minutes(10) ? transient() : undefined);
    const end = await service.settle();
    expect(end).toMatchObject({ end: 'judged', verdict: { verdict: 'reached' } });
    expect(service.looks.filter(({ at }) => at < minutes(10)).length).toBeLessThan(60);
    expect(service.said.filter(({ type }) => type === 'look-failed').length).toBeGreaterThan(3);
  });

  it('is ended at once by what will not get better', async () => {
    const service = new Service();
    service.fails = (_, elapsed) =>
      elapsed > seconds(5) ? new ActionError(problem('credentials-expired')) : undefined;
    const end = await service.settle();
    expect(end).toMatchObject({ end: 'broken', problem: { code: 'credentials-expired' } });
    expect(service.elapsed).toBeLessThan(seconds(15));
  });

  it('goes on without instances when enhanced health turns out to be off', async () => {
    const service = new Service();
    service.fails = (call) =>
      call === 'instances' || call === 'health' ? new ActionError(problem('enhanced-health-off')) : undefined;
    const end = await service.settle();
    expect(end).toMatchObject({ end: 'judged', verdict: { verdict: 'reached' }, proof: 'environment' });
  });

  it('ends at a request to stop although a call hangs', async () => {
    const service = new Service();
    service.hangs = true;
    const ending = service.settle();
    while (service.looks.length === 0) await new Promise((resolve) => setImmediate(resolve));
    service.cancel.abort();
    expect(await ending).toMatchObject({ end: 'cancelled' });
  });

  it('never makes more than two calls a look', async () => {
    const service = new Service();
    await service.settle();
    const moments = [...new Set(service.looks.map(({ at }) => at))];
    for (const moment of moments) expect(service.looks.filter(({ at }) => at === moment).length).toBeLessThanOrEqual(2);
  });

  it('keeps a fixed interval', async () => {
    const service = new Service();
    await service.settle(minutes(30), seconds(6));
    const moments = [...new Set(service.looks.map(({ at }) => at))];
    // All but the drain, which follows the proof at once.
    expect(moments.slice(0, -1)).toEqual(moments.slice(0, -1).map((_, index) => seconds(6) * (index + 1)));
  });
});
