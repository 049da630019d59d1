import { describe, expect, it } from '@jest/globals';
import type { Progress } from '../../src/domain/progress.js';
import { Annotations } from '../../src/report/annotations.js';
import { LateLog } from '../../src/report/late-log.js';
import { Log } from '../../src/report/log.js';
import { recordingHost, START } from './given.js';

const notice = (text: string): Progress => ({ type: 'notice', text, at: START });

function given(hear?: (progress: Progress) => void) {
  const host = recordingHost();
  const log = new Log(host, new Annotations(host));
  if (hear !== undefined) log.hear = hear;
  const failures: unknown[] = [];
  let loads = 0;
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const late = new LateLog(
    async () => {
      loads += 1;
      await arrived;
      return log;
    },
    (error) => failures.push(error),
  );
  return { host, late, failures, arrive: () => arrive(), loads: () => loads };
}

describe('the log that is loaded late', () => {
  it('is not loaded before there is something to tell, and once', async () => {
    const { late, loads, arrive, host } = given();
    expect(loads()).toBe(0);
    late.hear(notice('one'));
    late.hear(notice('two'));
    expect(host.lines).toEqual([]);
    arrive();
    await late.ready();
    late.hear(notice('three'));
    expect(loads()).toBe(1);
    expect(host.lines).toEqual(['one', 'two', 'three']);
  });

  it('says once what it fails at, and is told nothing more', async () => {
    const { late, failures, arrive } = given(() => {
      throw new Error('no line');
    });
    late.hear(notice('one'));
    late.hear(notice('two'));
    arrive();
    await late.ready();
    late.hear(notice('three'));
    expect(failures).toEqual([new Error('no line')]);
  });

  it('throws what it fails at later, for who hands the messages out', async () => {
    const { late, arrive } = given(() => {
      throw new Error('no line');
    });
    arrive();
    await late.ready();
    expect(() => late.hear(notice('one'))).toThrow('no line');
  });

  it('that cannot be loaded fails nobody who tells something, only who needs it', async () => {
    const late = new LateLog(
      () => Promise.reject(new Error('a part of the bundle is missing')),
      () => undefined,
    );
    late.hear(notice('one'));
    await expect(late.ready()).rejects.toThrow('a part of the bundle is missing');
  });
});
