import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../src/domain/problem.js';
import { main } from '../../src/main.js';
import { outside } from './outside.js';

const INPUTS = {
  'aws-region': 'eu-west-1',
  'application-name': 'shop',
  'environment-name': 'shop-prod',
  'version-label': 'v2',
  'version-source': 'existing',
};

describe('the story of a run', () => {
  it('ends in outcome failed, code internal, when something unexpected is thrown, with outputs and report', async () => {
    const world = outside({ inputs: INPUTS, connect: () => Promise.reject(new TypeError('x is not a function')) });
    await main(world);
    expect(world.failures).toBe(1);
    expect(world.outputs).toMatchObject({
      outcome: 'failed',
      'api-calls': '7',
      report: '/tmp/beanstalk-rollout-uuid.json',
    });
    expect(world.outputs['outcome-reason']).toContain('x is not a function');
    expect(world.annotations).toHaveLength(1);
    const report = JSON.parse(world.written.get('/tmp/beanstalk-rollout-uuid.json') ?? '');
    expect(report.outcome.problem).toMatchObject({ code: 'internal', blame: 'us' });
    expect(world.lines.join('\n')).not.toMatch(/\bat .*\.ts:/);
  });

  it('takes the problem of a failure of the outside as it is', async () => {
    const problem = { code: 'credentials-missing', blame: 'you', what: 'No credentials.', hint: 'Give some.' } as const;
    const world = outside({ inputs: INPUTS, connect: () => Promise.reject(new ActionError(problem)) });
    await main(world);
    expect(world.annotations).toEqual(['error: Failed: No credentials. Give some.']);
    expect(world.lines.join('\n')).toContain('docs/errors.md#credentials-missing');
  });

  it('does not fail a run because a part of its report cannot be written', async () => {
    const broken = (): never => {
      throw new Error('disk full');
    };
    const world = outside({ inputs: { ...INPUTS, timeout: 'soon' }, host: { summary: broken } });
    Object.assign(world.files, { writeText: broken });
    await main(world);
    expect(world.failures).toBe(1);
    expect(world.outputs).toMatchObject({ outcome: 'failed', report: '' });
    expect(world.annotations.filter((line) => line.startsWith('error'))).toHaveLength(1);
    expect(world.annotations.filter((line) => line.includes('disk full'))).toHaveLength(2);
  });

  it('ends within the grace of the runner when the first call never answers', async () => {
    const world = outside({ inputs: INPUTS, connect: () => new Promise(() => {}) });
    const startedAt = world.clock.now();
    const ended = main(world);
    setImmediate(() => world.cancel());
    await ended;
    expect(world.clock.now() - startedAt).toBeLessThan(7_000);
    expect(world.outputs).toMatchObject({ outcome: 'cancelled' });
    expect(world.outputs['outcome-reason']).toContain('before anything was changed');
    expect(world.left).toEqual([1]);
  });

  it('ends in outcome failed when an exception comes from where nobody waits for it, whatever still hangs', async () => {
    const world = outside({ inputs: INPUTS, connect: () => new Promise(() => {}) });
    const ended = main(world);
    setImmediate(() => world.crash(new Error('socket hang up')));
    await ended;
    expect(world.outputs).toMatchObject({ outcome: 'failed' });
    expect(world.outputs['outcome-reason']).toContain('socket hang up');
    expect(world.annotations).toHaveLength(1);
    expect(world.left).toEqual([1]);
  });

  it('concludes when the runner can be told, and leaves when it has been', async () => {
    const told: string[] = [];
    const world = outside({
      inputs: {},
      host: { flush: async () => void told.push(world.outputs.outcome ?? 'nothing') },
    });
    Object.assign(world, { leave: () => void told.push('gone') });
    await main(world);
    expect(told).toEqual(['nothing', 'failed', 'gone']);
  });
});
