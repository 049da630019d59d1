/** Ports that are loaded when they are asked for the first time. */
import { describe, expect, it } from '@jest/globals';
import { onDemand } from '../../src/adapters/on-demand.js';

interface Port {
  double(value: number): Promise<number>;
  fail(): Promise<never>;
}

const NAMES = { double: true, fail: true } as const;

const portThat = (loads: () => void) =>
  onDemand<Port>(NAMES, async () => {
    loads();
    return { double: async (value) => value * 2, fail: async () => Promise.reject(new Error('the port says no')) };
  });

describe('a port on demand', () => {
  it('is loaded once, with the first question', async () => {
    let loaded = 0;
    const port = portThat(() => {
      loaded += 1;
    });
    expect(loaded).toBe(0);
    expect(await Promise.all([port.double(2), port.double(4)])).toEqual([4, 8]);
    await expect(port.fail()).rejects.toThrow('the port says no');
    expect(loaded).toBe(1);
  });

  it('has all its members, also for who takes it apart', async () => {
    const { double } = { ...portThat(() => {}) };
    expect(await double(3)).toBe(6);
  });

  it('answers each question with what kept it from being loaded', async () => {
    const port = onDemand<Port>(NAMES, () => Promise.reject(new Error('it is not there')));
    await expect(port.double(1)).rejects.toThrow('it is not there');
    await expect(port.fail()).rejects.toThrow('it is not there');
  });
});
