import { describe, expect, it } from '@jest/globals';
import { OUTPUTS } from '../../src/domain/outputs.js';
import type { Progress } from '../../src/domain/progress.js';
import { aftermathLines, withAftermath } from '../../src/report/aftermath.js';
import { reportJson } from '../../src/report/json.js';
import { consoleUrl, errorPage } from '../../src/report/links.js';
import { fanOut } from '../../src/report/listeners.js';
import { outputsOf, planJson } from '../../src/report/outputs.js';
import { Recorder } from '../../src/report/record.js';
import { event, forecast, heard, instance, outcome, plan, RUN, record, START, settings, snapshot } from './given.js';

it('names the side that got the traffic, also in an ending that knows nothing of it', () => {
  const sides = { productionCname: 'shop', live: { id: 'e-2', name: 'idle' }, idle: { id: 'e-1', name: 'shop-prod' } };
  const recorder = new Recorder();
  recorder.hear({ at: START, type: 'traffic-moved', sides });
  const {
    progress: _p,
    view: _v,
    views: _vs,
    instances: _i,
    ...facts
  } = record({ outcome: outcome({ state: 'cancelled' }) });
  expect(outputsOf(recorder.record(facts))).toMatchObject({
    'live-environment-name': 'idle',
    'idle-environment-name': 'shop-prod',
  });
});

describe('outputs', () => {
  it('are of the side that serves, also when the other one was watched last', () => {
    const sides = { productionCname: 'shop', live: { id: 'e-abcdefghij', name: 'shop-prod' } };
    const views = new Map([['shop-prod-idle', { status: 'Updating', health: 'Severe' } as const]]);
    expect(outputsOf(record({ views, outcome: outcome({ state: 'cancelled', sides }) }))).toMatchObject({
      'environment-id': 'e-abcdefghij',
      'environment-status': 'Ready',
      'environment-health': 'Green',
      'live-environment-name': 'shop-prod',
      'idle-environment-name': '',
    });
  });

  it('tell a success in full', () => {
    const view = { status: 'Ready', health: 'Info' } as const;
    expect(
      outputsOf(
        record({ views: new Map([['shop-prod', view]]), instances: [instance('i-1', 'v2'), instance('i-2', 'v2')] }),
      ),
    ).toMatchObject({
      'environment-url': 'shop-prod.eu-west-1.elasticbeanstalk.com',
      'environment-id': 'e-abcdefghij',
      'environment-status': 'Ready',
      'environment-health': 'Green',
      'deployment-action-type': 'update',
      'version-label': 'v2',
      'previous-version-label': 'v1',
      outcome: 'succeeded',
      'deployment-id': '7',
      'bundle-sha256': 'c0ffee',
      'duration-seconds': '300',
      'api-calls': '41',
      report: '/tmp/report.json',
    });
  });

  it('are all there when nothing at all is known', () => {
    const { settings: _s, snapshot: _n, plan: _p, reportPath: _r, ...nothing } = record();
    const outputs = outputsOf({ ...nothing, outcome: outcome({ state: 'failed', reason: 'No.', proof: 'none' }) });
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(OUTPUTS).sort());
    expect(outputs).toMatchObject({ outcome: 'failed', 'environment-id': '', plan: '' });
  });

  it('hold a plan without values of variables, and never more than the limit', () => {
    expect(planJson(plan())).not.toMatch(/value-of-a-variable|hunter2/);
    expect(JSON.parse(planJson(plan()))).toMatchObject({ strategy: 'rolling', steps: [{}, {}, {}] });
    const many = plan({ comparison: Array.from({ length: 5_000 }, () => forecast('x', { wayBack: 'y'.repeat(200) })) });
    const text = planJson(many);
    expect(text.length).toBeLessThan(300_000);
    expect(JSON.parse(text)).toMatchObject({ leftOut: ['comparison'] });
  });
});

describe('the JSON report', () => {
  it('holds every event, view and decision with times people can read', () => {
    const progress: Progress[] = [
      ...heard(event('one'), event('two')),
      { at: START, type: 'verdict', verdict: { verdict: 'waiting', reason: 'Updating' } },
      { at: START, type: 'view', environment: 'shop-prod', view: { status: 'Updating' }, elapsed: 0 },
    ];
    const report = JSON.parse(reportJson(record({ progress })));
    expect(report).toMatchObject({ schema: 1, startedAt: '2026-11-21T09:30:00.000Z', apiCalls: 41 });
    expect(report.progress).toHaveLength(4);
    expect(report.progress[0]).toMatchObject({ type: 'event-seen', event: { message: 'one' } });
  });

  it('holds no value of an environment variable and no secret option', () => {
    const [, update, settle] = plan().steps;
    if (update === undefined || settle === undefined) throw new Error('no steps');
    const progress: Progress[] = [update, settle].flatMap((step) => [
      { at: START, type: 'step-started' as const, index: 1, count: 3, step },
      { at: START, type: 'planned' as const, plan: plan() },
    ]);
    const text = reportJson(
      record({
        progress,
        settings: settings({
          environmentVariables: { set: { MODE: 'value-of-a-variable' }, remove: [] },
          options: [{ namespace: 'aws:rds:dbinstance', name: 'DBPassword', value: 'hunter2hunter2' }],
        }),
      }),
    );
    expect(text).toContain('MODE');
    expect(text).not.toMatch(/value-of-a-variable|hunter2/);
  });

  it('takes what the post phase found, and refuses a text that is no report', () => {
    const text = withAftermath(reportJson(record()), { instances: [], waited: 5_000 });
    expect(JSON.parse(text ?? '')).toMatchObject({ schema: 1, aftermath: { waited: 5_000 } });
    expect(withAftermath('{', { instances: [], waited: 0 })).toBeUndefined();
    expect(withAftermath('[]', { instances: [], waited: 0 })).toBeUndefined();
  });
});

describe('the post phase', () => {
  const stopped = {
    region: 'eu-west-1',
    environmentId: 'e-abc',
    environmentName: 'shop',
    reportPath: '/r',
    wait: true,
  };
  const environment = { ...snapshot().target.environment, versionLabel: 'v1##[error]' };

  it('says in a sentence where the environment stands, and what each instance runs', () => {
    const lines = aftermathLines(stopped, { environment, instances: [instance('i-1', 'v1')], waited: 65_000 });
    expect(lines[0]).toBe('shop is Ready after 1m05s and runs v1## [error]; its health is Green.');
    expect(lines[2]).toMatch(/i-1 +v1/);
  });

  it('says that it does not know, and why', () => {
    const gap = 'The credentials have expired.';
    expect(aftermathLines(stopped, { instances: [], waited: 0, gap })[0]).toContain(`not known: ${gap}`);
    const updating = { ...environment, status: 'Updating' } as const;
    expect(aftermathLines(stopped, { environment: updating, instances: [], waited: 0 })[0]).toContain('still Updating');
  });
});

describe('the recorder', () => {
  const reading = (label: string): Progress => ({ at: START, type: 'instances', instances: [instance('i-1', label)] });

  it('keeps equal readings of the instances once, and knows the last', () => {
    const recorder = new Recorder();
    for (const label of ['v1', 'v1', 'v2', 'v2']) recorder.hear(reading(label));
    const { progress: _p, view: _v, views: _vs, instances: _i, ...facts } = record();
    const made = recorder.record(facts);
    expect(made.progress).toHaveLength(2);
    expect(made.instances[0]?.deployment?.versionLabel).toBe('v2');
  });
});

describe('the recorder of a very long run', () => {
  const { progress: _p, view: _v, views: _vs, instances: _i, ...facts } = record();

  it('keeps every event and every step, and every second view', () => {
    const recorder = new Recorder();
    for (let count = 0; count < 30_000; count += 1) {
      recorder.hear({
        at: START,
        type: 'view',
        environment: 'shop-prod',
        view: { status: 'Updating' },
        elapsed: count,
      });
      if (count % 3 === 0) recorder.hear({ at: START, type: 'event-seen', event: event(`${count}`) });
    }
    const { progress } = recorder.record(facts);
    expect(progress.filter(({ type }) => type === 'event-seen')).toHaveLength(10_000);
    expect(progress.length).toBeLessThan(30_000);
    expect(progress[0]).toMatchObject({ type: 'view', elapsed: 0 });
  });

  it('of a large fleet keeps readings from beginning to end, not all of them', () => {
    const recorder = new Recorder();
    for (let count = 0; count < 1_000; count += 1) {
      const instances = Array.from({ length: 500 }, (_, index) => instance(`i-${index}`, index < count ? 'v2' : 'v1'));
      recorder.hear({ at: START + count, type: 'instances', instances });
    }
    const { progress } = recorder.record(facts);
    expect(progress.length).toBeLessThanOrEqual(101);
    expect(progress.length).toBeGreaterThan(40);
    expect(progress[0]?.at).toBe(START);
  });
});

describe('listeners', () => {
  it('that fail are named once, and the others and the deployment go on', () => {
    const heardBy: string[] = [];
    const warnings: string[] = [];
    const say = fanOut(
      { now: () => START },
      [
        {
          name: 'bad',
          hear: () => {
            throw new Error('::error::no');
          },
        },
        { name: 'good', hear: (progress) => void heardBy.push(progress.type) },
      ],
      (text) => void warnings.push(text),
    );
    for (let count = 0; count < 3; count += 1) say({ type: 'notice', text: 'x' });
    expect(heardBy).toHaveLength(3);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('"bad"');
  });

  it('do no harm even when the warning cannot be given', () => {
    const fails = (): never => {
      throw new Error('no');
    };
    const say = fanOut({ now: () => START }, [{ name: 'bad', hear: fails }], fails);
    expect(() => say({ type: 'notice', text: 'x' })).not.toThrow();
  });
});

describe('links', () => {
  it.each([
    ['eu-west-1', 'https://eu-west-1.console.aws.amazon.com/'],
    ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
    ['us-gov-west-1', 'https://console.amazonaws-us-gov.com/'],
  ])('lead to the console of the partition of %s', (region, start) => {
    expect(consoleUrl(region, 'e-abc123')?.startsWith(start)).toBe(true);
  });

  it('are not made from odd regions or ids', () => {
    expect(consoleUrl('evil.example/', 'e-abc')).toBeUndefined();
    expect(consoleUrl('eu-west-1', 'e-1"><x')).toBeUndefined();
    expect(errorPage('split-fleet', RUN)).toBe('docs/errors.md#split-fleet');
    expect(errorPage('x', { ...RUN, actionRepository: 'o/r', actionRef: 'v1' })).toBe(
      'https://github.com/o/r/blob/v1/docs/errors.md#x',
    );
  });
});
