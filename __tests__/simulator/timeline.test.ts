/** Time in the model: order, catching up, conditions, stopping. And the clocks it runs on. */
import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import { ScaledClock, VirtualClock } from '../../src/simulator/clocks.js';
import { seededRandom } from '../../src/simulator/random.js';
import { type Script, Timeline, until, wait } from '../../src/simulator/timeline.js';

function given() {
  const clock = new VirtualClock(0);
  const moments: number[] = [];
  const timeline = new Timeline(clock, (now) => moments.push(now));
  const settleAt = (second: number): void => {
    clock.advance(seconds(second) - clock.now());
    timeline.settle();
  };
  return { clock, moments, timeline, settleAt };
}

describe('the timeline', () => {
  it('lets nothing happen before somebody settles, then everything at its own moment', () => {
    const { clock, timeline, moments, settleAt } = given();
    const happened: [string, number][] = [];
    timeline.at(3_000, () => happened.push(['later', timeline.now()]));
    timeline.at(1_000, () => happened.push(['sooner', timeline.now()]));
    clock.advance(10_000);
    expect(happened).toEqual([]);
    settleAt(10);
    expect(happened).toEqual([
      ['sooner', 1_000],
      ['later', 3_000],
    ]);
    expect(timeline.now()).toBe(10_000);
    expect(moments).toEqual([1_000, 3_000, 10_000]);
  });

  it('keeps the order of asking among effects of one moment', () => {
    const { timeline, settleAt } = given();
    const order: number[] = [];
    for (let index = 0; index < 50; index += 1) timeline.at(1_000, () => order.push(index));
    settleAt(2);
    expect(order).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  it('takes thousands of effects in any order', () => {
    const { timeline, settleAt } = given();
    const random = seededRandom(3);
    const seen: number[] = [];
    for (let index = 0; index < 5_000; index += 1)
      timeline.at(Math.floor(random.next() * 60_000), () => seen.push(timeline.now()));
    settleAt(61);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen).toHaveLength(5_000);
  });

  it('runs effects that effects ask for within the same settle, when they are due', () => {
    const { timeline, settleAt } = given();
    const seen: number[] = [];
    const again = (): void => {
      seen.push(timeline.now());
      if (seen.length < 10) timeline.after(1_000, again);
    };
    timeline.after(1_000, again);
    settleAt(4);
    expect(seen).toEqual([1_000, 2_000, 3_000, 4_000]);
  });

  it('is not re-entered by an effect that settles', () => {
    const { timeline, settleAt } = given();
    let count = 0;
    timeline.at(1_000, () => {
      timeline.settle();
      count += 1;
    });
    settleAt(5);
    expect(count).toBe(1);
  });
});

describe('a script', () => {
  it('does its first step at once and the rest in its own time', () => {
    const { timeline, settleAt } = given();
    const log: string[] = [];
    function* story(): Script {
      log.push(`begins ${timeline.now()}`);
      yield* wait(seconds(5));
      log.push(`goes on ${timeline.now()}`);
    }
    const running = timeline.run(story());
    expect(log).toEqual(['begins 0']);
    settleAt(60);
    expect(log).toEqual(['begins 0', 'goes on 5000']);
    expect(running.done).toBe(true);
  });

  it.each([
    [7, true, 7_000],
    [90, false, 30_000],
  ])('waits for a condition that comes at second %d, or for its end', (second, answer, at) => {
    const { timeline, settleAt } = given();
    let result: [boolean, number] | undefined;
    function* waiting(): Script {
      const came = yield* until(() => timeline.now() >= seconds(second), seconds(30));
      result = [came, timeline.now()];
    }
    timeline.run(waiting());
    settleAt(120);
    expect(result).toEqual([answer, at]);
  });

  it('can be stopped where it waits, and cleans up', () => {
    const { timeline, settleAt } = given();
    const log: string[] = [];
    function* endless(): Script {
      try {
        for (;;) {
          yield* wait(seconds(1));
          log.push('tick');
        }
      } finally {
        log.push('cleaned');
      }
    }
    const running = timeline.run(endless());
    settleAt(2);
    running.stop();
    running.stop();
    settleAt(10);
    expect(log).toEqual(['tick', 'tick', 'cleaned']);
  });
});

describe('the virtual clock', () => {
  it('moves only when somebody sleeps, and wakes sleepers in order', async () => {
    const clock = new VirtualClock(0);
    const woken: string[] = [];
    await Promise.all([
      clock.sleep(3_000).then(() => woken.push(`late ${clock.now()}`)),
      clock.sleep(1_000).then(() => woken.push(`early ${clock.now()}`)),
    ]);
    expect(woken).toEqual(['early 1000', 'late 3000']);
  });

  it('wakes at once when the signal aborts, without moving time', async () => {
    const clock = new VirtualClock(0);
    const controller = new AbortController();
    const sleeping = clock.sleep(60_000, controller.signal);
    controller.abort();
    await sleeping;
    expect(clock.now()).toBe(0);
    await clock.sleep(1_000, controller.signal);
    expect(clock.now()).toBe(0);
  });
});

it('the scaled clock runs faster than the wall from the wall’s moment on', async () => {
  const wall = new VirtualClock(50_000);
  const clock = new ScaledClock(wall, 60);
  expect(clock.now()).toBe(50_000);
  await clock.sleep(60_000);
  expect(wall.now()).toBe(51_000);
  expect(clock.now()).toBe(110_000);
});
