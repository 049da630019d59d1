import { describe, expect, it } from '@jest/globals';
import type { Step } from '../support/knowledge.js';
import { type Case, events, judge, RULES, ready, updating, verdictOf } from '../support/knowledge.js';

const PODS = { enhancedHealth: false, instances: 0, pods: { readinessProbe: true, loadBalancer: true } } as const;
const ACCEPTED = { ...RULES.accepted, greyIsIdle: true as const };

/** A good end, on a cluster: nothing but the environment and its events. */
const END: readonly Step[] = [
  updating,
  events(2, { message: 'Environment update is starting.' }),
  ready(60, { tier: 'Cluster' }),
  events(61, { message: 'Environment update completed successfully.' }),
  ready(80, { tier: 'Cluster' }),
  ready(115, { tier: 'Cluster' }),
];
const pods = (given: Partial<Case> = {}): Case => ({
  steps: END,
  ...given,
  expects: { ...PODS, ...given.expects },
  rules: { accepted: ACCEPTED },
});
const error = (more = {}): Step => events(50, { message: 'Pods are in CrashLoopBackOff.', severity: 'ERROR', ...more });
const withError = (more = {}): readonly Step[] => [...END.slice(0, 2), error(more), ...END.slice(2)];

describe('an update of pods', () => {
  it('is proven by the environment alone, and says so', () => {
    const { verdict, proof } = judge(pods());
    expect(verdict.verdict).toBe('reached');
    expect(verdict.reason).toContain('pods cannot be asked what they run, and no error was told of');
    expect(verdict.reason).not.toContain('readiness');
    expect(proof).toBe('environment');
  });

  it('says that nothing answers for the pods without a readiness probe', () => {
    const { verdict } = judge(pods({ expects: { pods: { readinessProbe: false, loadBalancer: true } } }));
    expect(verdict.reason).toContain('without a readiness probe nothing shows that they answer');
  });

  it.each<[string, Case, string]>([
    [
      'an error of ours fails it, although it is Ready, Green and on the label',
      pods({ steps: withError() }),
      'deployment-failed',
    ],
    ['so does a fatal one', pods({ steps: withError({ severity: 'FATAL' }) }), 'deployment-failed'],
    ['so does one without a request id', pods({ steps: withError({ attribution: 'shared' }) }), 'deployment-failed'],
    ['one of somebody else does not', pods({ steps: withError({ attribution: 'other' }) }), 'reached'],
    ['a warning does not', pods({ steps: withError({ severity: 'WARN' }) }), 'reached'],
    [
      'nor one that an update before has left',
      pods({ steps: withError(), expects: { pods: { ...PODS.pods, forgivesErrors: true } } }),
      'reached',
    ],
    [
      'the label from before is a rollback, whatever colour there is',
      pods({ steps: [...END.slice(0, 2), ready(60, { versionLabel: 'v1' }), ready(121, { versionLabel: 'v1' })] }),
      'rolled-back',
    ],
    ['Grey is idle, and no failure', pods({ steps: END.map((step) => grey(step)) }), 'reached'],
    ['Red is a failure', pods({ steps: [...END.map((step) => red(step)), red(ready(400))] }), 'unhealthy'],
  ])('%s', (_, given, verdict) => {
    expect(verdictOf(given)).toBe(verdict);
  });

  it('an error on a Standard environment only makes it suspicious', () => {
    const standard: Case = { steps: withError(), expects: { enhancedHealth: false, instances: 0 } };
    expect(verdictOf(standard)).toBe('reached');
  });
});

function coloured(step: Step, health: 'Grey' | 'Red', healthStatus: 'NoData' | 'Severe'): Step {
  const [after, seen] = step;
  if (seen.of !== 'environment' || seen.environment?.status !== 'Ready') return step;
  return [after, { ...seen, environment: { ...seen.environment, health, healthStatus } }];
}
function grey(step: Step): Step {
  return coloured(step, 'Grey', 'NoData');
}
function red(step: Step): Step {
  return coloured(step, 'Red', 'Severe');
}
