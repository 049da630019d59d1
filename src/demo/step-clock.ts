/**
 * Loaded into a step of the action before anything else (`node --import`): its clock is the simulated one, which runs
 * faster than the wall's and from another moment. So a step can wait minutes of CloudWatch in seconds, with the bundle as
 * it is. `DEMO_CLOCK` holds speed, a moment of the wall, and the simulated moment that was then.
 */
import { promisify } from 'node:util';

const [speed = 1, wall = 0, simulated = 0] = (process.env.DEMO_CLOCK ?? '1 0 0').split(' ').map(Number);

const RealDate = Date;
const now = (): number => Math.floor(simulated + (RealDate.now() - wall) * speed);

globalThis.Date = class extends RealDate {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) super(now());
    else super(...(given as [number]));
  }
  static override now(): number {
    return now();
  }
} as DateConstructor;

const [realTimeout, realInterval] = [globalThis.setTimeout, globalThis.setInterval];
type Callback = (...given: unknown[]) => void;

const timeout = (callback: Callback, span = 0, ...given: unknown[]) => realTimeout(callback, span / speed, ...given);
const interval = (callback: Callback, span = 0, ...given: unknown[]) => realInterval(callback, span / speed, ...given);
const asPromise = (span: number, value: unknown) => new Promise((done) => timeout(() => done(value), span));
globalThis.setTimeout = Object.assign(timeout, { [promisify.custom]: asPromise }) as unknown as typeof setTimeout;
globalThis.setInterval = interval as unknown as typeof setInterval;

const began = performance.now();
const realPerformance = performance.now.bind(performance);
performance.now = () => began + (realPerformance() - began) * speed;
