import { describe, expect, it } from '@jest/globals';
import type { Progress, ProgressMessage, RolloutView } from '../../src/domain/progress.js';
import { minutes, seconds } from '../../src/domain/time.js';
import { Annotations } from '../../src/report/annotations.js';
import { Log } from '../../src/report/log.js';
import { roughly, viewLine } from '../../src/report/words.js';
import { event, forecast, instance, outcome, plan, record, recordingHost, START } from './given.js';

const problem = (code: string, what: string) => ({ code, blame: 'aws', what, hint: 'Do this.' }) as const;

function log(dryRun = false) {
  const host = recordingHost();
  const listener = new Log(host, new Annotations(host), () => dryRun);
  const hear = (message: ProgressMessage, after = 0): void =>
    listener.hear({ ...message, at: START + after } as Progress);
  return { host, listener, hear, text: () => host.lines.join('\n') };
}

const VIEW: RolloutView = {
  status: 'Updating',
  health: 'Ok',
  batch: { current: 2, total: 4 },
  updated: { done: 4, total: 8 },
  wantedLabel: '3f2a91c',
  requests: {
    windowSeconds: 10,
    requestCount: 1000,
    status2xx: 1000,
    status3xx: 0,
    status4xx: 0,
    status5xx: 0,
    p99: 0.084,
  },
  remaining: seconds(100),
};

describe('the progress line', () => {
  it('says batch, instances, errors, latency and what is left', () => {
    expect(viewLine(VIEW)).toBe(
      'batch 2 of 4 · 4 of 8 instances on 3f2a91c · 5xx 0.0 % · p99 84 ms · about 1m40s left',
    );
  });

  it('says what basic health can tell, and bad health always', () => {
    expect(viewLine({ status: 'Updating', health: 'Grey' })).toBe('Updating · health Grey');
    expect(viewLine({ ...VIEW, health: 'Severe' })).toContain('health Severe');
  });

  it('says health, and no batch any more, once the environment is Ready', () => {
    expect(viewLine({ ...VIEW, status: 'Ready', health: 'Info', remaining: seconds(20) })).toBe(
      'Ready · 4 of 8 instances on 3f2a91c · health Info · 5xx 0.0 % · p99 84 ms · about 20s left',
    );
  });

  it('does not come again for what it does not show', () => {
    const { host, hear } = log();
    hear({ type: 'view', environment: 'shop-prod', view: { ...VIEW, health: 'Ok' }, elapsed: 0 }, 0);
    hear(
      { type: 'view', environment: 'shop-prod', view: { ...VIEW, health: 'Info', versionLabel: 'v2' }, elapsed: 1 },
      1,
    );
    expect(host.lines).toHaveLength(1);
  });

  it.each([
    [0.4, '5s'],
    [63, '1m05s'],
    [100, '1m40s'],
    [463, '7m40s'],
    [1321, '22m'],
    [3720, '1h02m'],
  ])('%d seconds that nobody knows exactly are %s', (span, words) => {
    expect(roughly(seconds(span))).toBe(words);
  });

  it('comes at once when something changed and every half minute when nothing did', () => {
    const { host, hear } = log();
    for (let at = 0; at < seconds(70); at += seconds(5))
      hear({ type: 'view', environment: 'shop-prod', view: VIEW, elapsed: at }, at);
    expect(host.lines).toHaveLength(3);
    hear(
      {
        type: 'view',
        environment: 'shop-prod',
        view: { ...VIEW, updated: { done: 5, total: 8 } },
        elapsed: seconds(71),
      },
      seconds(71),
    );
    expect(host.lines.at(-1)).toContain('5 of 8 instances');
  });
});

describe('the log of a rollout', () => {
  it('prints an event with time and severity, and says when it is of another request', () => {
    const { host, hear } = log();
    hear({ type: 'event-seen', event: event('Environment update is starting.') });
    hear({ type: 'event-seen', event: event('Somebody else.', { severity: 'WARN', attribution: 'other' }) });
    expect(host.lines).toEqual([
      '09:30:00  INFO  │ Environment update is starting.',
      '09:30:00  WARN  │ Somebody else. (another request)',
    ]);
  });

  it('lets no event message become a command, and makes no annotation of an ERROR event', () => {
    const { host, hear } = log();
    hear({ type: 'event-seen', event: event('x\n::error::fake\n##[group]fake', { severity: 'ERROR' }) });
    expect(host.annotations).toEqual([]);
    for (const line of host.lines) {
      expect(line.trimStart().startsWith('::')).toBe(false);
      expect(line).not.toContain('##[');
    }
  });

  it('shows the plan in a sentence, folds its details, and warns before anything starts', () => {
    const { host, hear } = log();
    hear({ type: 'planned', plan: plan({ warnings: ['All instances stop at once.'] }) });
    expect(host.lines[0]).toBe(
      'Plan for v2 to shop-prod: rolling, 3 steps · about 6m00s · never below 3 of 4 instances · no downtime',
    );
    expect(host.lines[1]).toBe('▼ The plan in full');
    expect(host.lines.at(-1)).toBe('▲');
    expect(host.annotations).toMatchObject([{ level: 'warning', message: 'All instances stop at once.' }]);
  });

  it('says plainly that all instances stop at once', () => {
    const { host, hear } = log();
    const atOnce = forecast('all-at-once', { lowestCapacity: 0, downtime: 'seconds' });
    hear({ type: 'planned', plan: plan({ forecast: atOnce }) });
    expect(host.lines[0]).toContain('down to 0 of 4 instances · some seconds of downtime');
  });

  it('folds what was left out of a bundle, and nothing where nothing was', () => {
    const { host, hear } = log();
    hear({ type: 'bundle-entry-summary', included: 1, bytes: 2_000, excluded: [] });
    expect(host.lines).toEqual(['Bundle: 1 file, 2.0 kB']);
    hear({ type: 'bundle-entry-summary', included: 6, bytes: 2_000, excluded: [{ path: '.env', rule: 'built-in' }] });
    expect(host.lines).toContain('▼ Bundle: 6 files, 2.0 kB; 1 left out');
  });

  it('never prints the value of an environment variable or of a secret option', () => {
    const { text, hear } = log(true);
    hear({ type: 'planned', plan: plan() });
    expect(text()).toContain('MODE = (hidden)');
    expect(text()).toContain('Timeout = 600');
    expect(text()).not.toMatch(/value-of-a-variable|hunter2/);
  });

  it('compares all strategies openly in a dry run, with the reason for those that are refused', () => {
    const { host, hear } = log(true);
    const refused = forecast('traffic-splitting', { refusals: ['It needs an Application Load Balancer.'] });
    hear({ type: 'planned', plan: plan({ comparison: [...plan().comparison, refused] }) });
    expect(host.lines.some((line) => line.startsWith('▼'))).toBe(false);
    const table = host.lines.slice(host.lines.findIndex((line) => line.includes('Every strategy')) + 1);
    expect(table[0]).toMatch(
      /strategy +duration +lowest capacity +extra instance-hours +downtime +both versions +way back/,
    );
    expect(table.find((line) => line.includes('all-at-once'))).toMatch(/~6m00s +0 of 4 +0 +seconds/);
    expect(table.find((line) => line.includes('▸ rolling'))).toMatch(/3 of 4/);
    expect(table.find((line) => line.includes('traffic-splitting'))).toContain('not here: It needs an Application');
    const column = table[0]?.indexOf('duration') ?? -1;
    expect(table.slice(1).every((line) => line[column - 1] === ' ' && line[column] !== ' ')).toBe(true);
  });

  it('closes every group it opened, also when the end comes inside one', () => {
    const { host, listener, hear } = log();
    const [publish] = plan().steps;
    if (publish === undefined) throw new Error('no step');
    hear({ type: 'step-started', index: 0, count: 3, step: publish });
    listener.conclude(record({ outcome: outcome({ state: 'failed', reason: 'No.' }) }));
    const opened = host.lines.filter((line) => line.startsWith('▼')).length;
    expect(host.lines.filter((line) => line === '▲')).toHaveLength(opened);
  });

  it('says how a step has ended, and calls it proven only when it was watched and is', () => {
    const { host, hear } = log();
    const [, update, settle] = plan().steps;
    if (update === undefined || settle === undefined) throw new Error('no step');
    const ends = ['done', 'failed', 'timed-out', 'not-awaited'] as const;
    for (const end of ends) {
      hear({ type: 'step-started', index: 2, count: 3, step: settle });
      // What looked proven may still miss its events.
      hear({ type: 'verdict', verdict: { verdict: 'reached', reason: 'x' } });
      hear({ type: 'step-ended', index: 2, count: 3, step: settle, end, took: seconds(16) });
    }
    hear({ type: 'step-started', index: 1, count: 3, step: update });
    hear({ type: 'step-ended', index: 1, count: 3, step: update, end: 'failed', took: seconds(0) });
    expect(host.lines.filter((line) => /^Step \d of \d [a-z]/.test(line))).toEqual([
      'Step 3 of 3 proven after 16s',
      'Step 3 of 3 failed after 16s',
      'Step 3 of 3 ran out of time after 16s',
      'Step 3 of 3 was left to go on after 16s',
      'Step 2 of 3 failed',
    ]);
  });

  it('tells a failing look once, then once a minute, and at once when the failure is another', () => {
    const { host, hear } = log();
    for (let count = 1; count <= 30; count += 1) {
      hear({ type: 'look-failed', problem: problem('throttled', 'Rate exceeded.'), inARow: count }, seconds(4) * count);
    }
    expect(host.lines).toHaveLength(2);
    hear({ type: 'look-failed', problem: problem('service-failed', 'Oops.'), inARow: 31 }, minutes(2) + seconds(2));
    expect(host.lines.at(-1)).toContain('Oops.');
  });

  it('annotates ten warnings and prints the rest as lines', () => {
    const { host, hear } = log();
    for (let count = 0; count < 15; count += 1) hear({ type: 'warning', problem: problem('x', `Warning ${count}.`) });
    expect(host.annotations).toHaveLength(10);
    expect(host.lines).toHaveLength(5);
  });
});

describe('the ending', () => {
  const failed = record({
    outcome: outcome({
      state: 'failed',
      reason: 'The instances run different versions.',
      problem: problem('split-fleet', 'The instances run different versions.'),
      restored: 'no',
      proof: 'instances',
      stillRunning: ['The update of shop-prod goes on.'],
      evidence: {
        environmentCauses: ['Incorrect application version found on 1 out of 2 instances.\n::error::fake'],
        instances: [],
        logs: [
          { source: 'i-2/eb-engine.log', lines: ['boom', 'the disk: error 28', '::stop-commands::x'], truncated: true },
        ],
        gaps: ['The deployment log: access denied.'],
      },
    }),
    instances: [instance('i-1', 'v2'), instance('i-2', 'v1', { status: 'Severe', causes: ['Application crashed.'] })],
  });

  it('of a failure begins with one error and tells instances, causes, logs, what runs on and what to do', () => {
    const { host, listener, text } = log();
    listener.conclude(failed);
    expect(host.annotations).toHaveLength(1);
    expect(host.annotations[0]).toMatchObject({
      level: 'error',
      message: 'Failed: The instances run different versions. Do this.\nThe last error in the log: the disk: error 28',
    });
    expect(host.lines.find((line) => line.includes('i-2 '))).toMatch(
      /i-2 +v1 +7 +Deployed +Severe +Application crashed\./,
    );
    for (const part of [
      'Incorrect application version',
      'i-2/eb-engine.log (shortened)',
      '│ boom',
      'access denied',
      'The update of shop-prod goes on.',
      'docs/errors.md#split-fleet',
      'https://eu-west-1.console.aws.amazon.com/elasticbeanstalk/home?region=eu-west-1#/environment/dashboard?environmentId=e-abcdefghij',
      '/tmp/report.json',
    ]) {
      expect(text()).toContain(part);
    }
    expect(host.lines.every((line) => !line.trimStart().startsWith('::'))).toBe(true);
  });

  it('of a failure that was put right tells what ran when it had failed, not what runs now', () => {
    const { listener, text } = log();
    listener.conclude(failed);
    expect(text()).toContain('What each instance runs\n');
    const other = log();
    other.listener.conclude({ ...failed, outcome: { ...failed.outcome, restored: 'yes' } });
    expect(other.text()).toContain('What each instance ran when it had failed\n');
    expect(other.text()).not.toContain('What each instance runs');
  });

  it('of refused settings lists every problem in one annotation and in the log', () => {
    const { host, listener, text } = log();
    const problems = Array.from({ length: 20 }, (_, index) => problem('bad-input', `Input ${index} is wrong.`));
    listener.conclude(
      record({ problems, outcome: outcome({ state: 'failed', reason: '20 problems.', proof: 'none' }) }),
    );
    expect(host.annotations).toHaveLength(1);
    for (let index = 0; index < 20; index += 1) {
      expect(host.annotations[0]?.message).toContain(`Input ${index} is wrong.`);
      expect(text()).toContain(`Input ${index} is wrong.`);
    }
  });

  it('of a success is a sentence, its proof and its cost, without any annotation', () => {
    const { host, listener } = log();
    listener.conclude(record());
    expect(host.annotations).toEqual([]);
    expect(host.lines).toEqual([
      '',
      'Succeeded: shop-prod runs v2 on all 4 instances.',
      'Proof: each instance reported it.',
      'Took 5m00s, 41 API calls.',
    ]);
  });

  it('of a large fleet shows only the instances that are not as they should be', () => {
    const { listener, text } = log();
    const instances = Array.from({ length: 60 }, (_, index) => instance(`i-${index}-`, index === 42 ? 'v1' : 'v2'));
    listener.conclude(record({ instances, outcome: outcome({ state: 'failed', reason: 'Split.' }) }));
    expect(text()).toContain('i-42-');
    expect(text()).not.toContain('i-41-');
    expect(text()).toContain('and 59 more');
  });
});
