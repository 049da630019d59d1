/** A failed rollout of a large fleet: hundreds of instances, tens of thousands of events, all of their texts long. */
import type { Progress } from '../../src/domain/progress.js';
import { minutes, seconds } from '../../src/domain/time.js';
import type { RunRecord } from '../../src/report/record.js';
import { event, instance, outcome, plan, record, START } from './given.js';

export function largeRecord(instances: number, events: number): RunRecord {
  const [publish, update, settle] = plan().steps;
  if (publish === undefined || update === undefined || settle === undefined) throw new Error('no steps');
  const fleet = (done: number) =>
    Array.from({ length: instances }, (_, index) =>
      instance(`i-0123456789abcd${index}`, index < done ? 'v2' : 'v1', {
        status: index % 7 === 0 ? 'Severe' : 'Ok',
        causes: index % 7 === 0 ? [`Application crashed on this instance; ${'its heap is full. '.repeat(20)}`] : [],
      }),
    );
  const progress: Progress[] = [
    { at: START, type: 'step-started', index: 0, count: 3, step: publish },
    { at: START + seconds(5), type: 'step-ended', index: 0, count: 3, step: publish, end: 'done', took: seconds(5) },
    { at: START + seconds(5), type: 'step-started', index: 1, count: 3, step: update },
    { at: START + seconds(8), type: 'step-ended', index: 1, count: 3, step: update, end: 'done', took: seconds(3) },
    { at: START + seconds(8), type: 'step-started', index: 2, count: 3, step: settle },
  ];
  const looks = 400;
  for (let look = 0; look < looks; look += 1) {
    const at = START + seconds(10) + look * seconds(15);
    for (let each = 0; each < events / looks; each += 1) {
      const severity = each % 25 === 0 ? 'WARN' : 'INFO';
      const message = `Batch ${look}: Instance i-${each}: ${'deployment of the application goes on and on, '.repeat(8)}`;
      progress.push({ at, type: 'event-seen', event: event(message, { date: at + each, severity }) });
    }
    const done = Math.floor((instances * look) / looks);
    progress.push({ at, type: 'instances', instances: fleet(done) });
    const batch = { current: 1 + Math.floor(look / 2), total: looks / 2 };
    progress.push({
      at,
      type: 'view',
      environment: 'shop-prod',
      view: { status: 'Updating', batch, updated: { done, total: instances } },
      elapsed: at - START,
    });
  }
  return record({
    endedAt: START + minutes(105),
    progress,
    instances: fleet(instances - 1),
    outcome: outcome({
      state: 'failed',
      reason: 'The instances run different versions.',
      problem: { code: 'split-fleet', blame: 'aws', what: 'The instances differ.', hint: 'Look at them.' },
      evidence: {
        environmentCauses: Array.from({ length: 100 }, (_, index) => `cause ${index} ${'x'.repeat(500)}`),
        instances: fleet(instances - 1),
        logs: Array.from({ length: 50 }, (_, index) => ({
          source: `i-${index}/eb-engine.log`,
          lines: Array.from({ length: 1_000 }, () => 'é'.repeat(1_000)),
          truncated: true,
        })),
        gaps: [],
      },
    }),
  });
}
