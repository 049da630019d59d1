import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../../src/domain/environment.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { ActionError } from '../../src/domain/problem.js';
import { minutes, seconds } from '../../src/domain/time.js';
import { main } from '../../src/main.js';
import { saveForPost } from '../../src/report/saved.js';
import { instance, outcome, plan, settings, snapshot } from './given.js';
import { outside } from './outside.js';

const REPORT = '/tmp/report.json';
const STOPPED = {
  region: 'eu-west-1',
  environmentId: 'e-abc',
  environmentName: 'shop',
  reportPath: REPORT,
  wait: true,
};

const state = (stopped: object = STOPPED) => ({ stopped: JSON.stringify(stopped) });
const environment = (status: Environment['status']): Environment => ({ ...snapshot().target.environment, status });
const trouble = (nature: 'transient' | 'permanent') =>
  new ActionError({ code: 'x', blame: 'aws', what: `A ${nature} failure.`, hint: '' }, { nature });

/** A service that answers these one after the other, the last of them for ever. */
function service(...answers: readonly (Environment | ActionError | undefined)[]) {
  let looks = 0;
  return {
    looks: () => looks,
    environment: async () => {
      const answer = answers[Math.min(looks, answers.length - 1)];
      looks += 1;
      if (answer instanceof ActionError) throw answer;
      return answer;
    },
    instances: async () => ({ instances: [instance('i-1', 'v1'), instance('i-2', 'v1')] }),
  };
}

describe('the post phase', () => {
  it.each([
    ['after an ordinary ending', { stopped: '' }],
    ['after a main phase that died before it saved anything: it never deploys instead', {}],
  ])('has nothing to do %s, and asks nobody', async (_, saved) => {
    const world = outside({ state: saved, connect: () => Promise.reject(new Error('asked')) });
    await main(world);
    expect([world.lines, world.summaryText, world.failures]).toEqual([[], '', 0]);
  });

  it('waits until the environment is Ready, says what each instance runs, and adds it to the report', async () => {
    const beanstalk = service(environment('Aborting'), environment('Aborting'), environment('Ready'));
    const world = outside({ state: state(), beanstalk });
    world.written.set(REPORT, '{"schema":1}');
    await main(world);
    expect(beanstalk.looks()).toBe(3);
    expect(world.lines.join('\n')).toContain('shop is Ready after 10s and runs v1');
    expect(world.lines.filter((line) => /i-\d +v1/.test(line))).toHaveLength(2);
    expect(JSON.parse(world.written.get(REPORT) ?? '')).toMatchObject({
      schema: 1,
      aftermath: { waited: seconds(10) },
    });
    expect(world.summaryText).toContain('i-2');
    expect(world.failures).toBe(0);
  });

  it('adds no secret to the report, although an instance repeats it', async () => {
    const beanstalk = {
      ...service(environment('Ready')),
      instances: async () => ({
        instances: [{ ...instance('i-1', 'v1'), causes: ['cannot connect with hunter2-and-more'] }],
      }),
    };
    const inputs = { 'environment-variables': 'DB_PASSWORD=hunter2-and-more' };
    const world = outside({ inputs, state: state(), beanstalk });
    world.written.set(REPORT, '{"schema":1}');
    await main(world);
    const told = [...world.lines, world.summaryText, world.written.get(REPORT)].join('\n');
    expect(told).toContain('cannot connect with ***');
    expect(told).not.toContain('hunter2');
  });

  it('looks again after a passing failure, and tells a lasting one at once', async () => {
    const passing = outside({ state: state(), beanstalk: service(trouble('transient'), environment('Ready')) });
    await main(passing);
    expect(passing.lines.join('\n')).toContain('shop is Ready');
    const beanstalk = service(trouble('permanent'));
    const lasting = outside({ state: state(), beanstalk });
    await main(lasting);
    expect(beanstalk.looks()).toBe(1);
    expect(lasting.lines.join('\n')).toContain('not known: A permanent failure.');
    expect(lasting.failures).toBe(0);
  });

  it('gives up before the runner would end it, and says what it saw last', async () => {
    const world = outside({ state: state(), beanstalk: service(environment('Aborting')) });
    const startedAt = world.clock.now();
    await main(world);
    expect(world.clock.now() - startedAt).toBeLessThan(minutes(4));
    expect(world.clock.now() - startedAt).toBeGreaterThan(minutes(3));
    expect(world.lines.join('\n')).toContain('shop is still Aborting');
  });

  it('looks once when the update was left running on purpose', async () => {
    const beanstalk = service(environment('Updating'));
    await main(outside({ state: state({ ...STOPPED, wait: false }), beanstalk }));
    expect(beanstalk.looks()).toBe(1);
  });

  it('survives a connection that cannot be made and a report that is gone', async () => {
    const world = outside({ state: state(), connect: () => Promise.reject(new Error('::error::no credentials')) });
    await main(world);
    expect(world.lines.join('\n')).toContain('not known');
    expect(world.lines.every((line) => !line.startsWith('::'))).toBe(true);
    expect(world.failures).toBe(0);
  });

  it('never fails the job, not even when an exception comes from where nobody waits for it', async () => {
    const world = outside({ state: state(), connect: () => new Promise(() => {}) });
    const ended = main(world);
    setImmediate(() => world.crash(new Error('socket hang up')));
    await ended;
    expect(world.lines.join('\n')).toContain('socket hang up');
    expect([world.failures, world.left]).toEqual([0, [0]]);
  });
});

describe('what the main phase saves', () => {
  const report = { known: { settings: settings(), plan: plan() }, path: REPORT };
  const savedAfter = (ending?: Outcome) => {
    const world = outside();
    saveForPost(world, report, ending);
    return world.saved.stopped;
  };

  it('is enough to go on when the process is killed in the middle', () => {
    expect(JSON.parse(savedAfter() ?? '')).toMatchObject({
      environmentId: 'e-abcdefghij',
      reportPath: REPORT,
      wait: true,
    });
  });

  it('is taken back by an ending that leaves nothing behind', () => {
    expect(savedAfter(outcome())).toBe('');
    expect(savedAfter(outcome({ state: 'failed' }))).toBe('');
    expect(savedAfter(outcome({ state: 'cancelled' }))).toBe('');
    expect(savedAfter(outcome({ state: 'cancelled', stillRunning: ['An abort.'] }))).not.toBe('');
  });
});
