/** The examples of canaries, played from their own YAML: a push that moves the requests, and a button that steers it. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { canaryKey, readCanary } from '../../src/domain/canary.js';
import { dispatch, push } from './events.js';
import { WorkflowStage } from './stage.js';

const BLUE = { application: 'shop', versionLabel: 'v0', instances: 2, sharedLoadBalancer: 'front' };
const example = readFileSync(new URL('../../examples/canary.yml', import.meta.url), 'utf8');

let stage: WorkflowStage | undefined;
afterEach(() => stage?.close());

/** Two environments behind a rule that gives the shop's host to the first of them. */
function open(): WorkflowStage {
  stage = new WorkflowStage({
    environments: [
      { ...BLUE, name: 'shop-blue', cnamePrefix: 'shop' },
      { ...BLUE, name: 'shop-green', cnamePrefix: 'shop-idle' },
    ],
  });
  const { simulator } = stage.world;
  simulator.seed({
    alarms: [{ AlarmName: 'shop-checkout-errors' }],
    listenerRules: [
      {
        loadBalancer: 'front',
        Priority: 10,
        Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['shop.example.com'] } }],
        Actions: [{ Type: 'forward', TargetGroupArn: 'shop-blue' }],
      },
    ],
  });
  const named = /listener-rule-arn: (\S+)/.exec(example)?.[1] ?? '';
  stage.names.set(named, ruleOf(simulator));
  return stage;
}

function ruleOf({ call }: WorkflowStage['world']['simulator']): string {
  const ask = (action: string, input: object): Record<string, readonly Record<string, string>[]> =>
    call({ action, input: { ...input }, requestId: 'test' }) as Record<string, readonly Record<string, string>[]>;
  const [balancer] = ask('DescribeLoadBalancers', {}).LoadBalancers ?? [];
  const [listener] = ask('DescribeListeners', { LoadBalancerArn: balancer?.LoadBalancerArn }).Listeners ?? [];
  const rules = ask('DescribeRules', { ListenerArn: listener?.ListenerArn }).Rules ?? [];
  return rules.find(({ Priority }) => Priority === '10')?.RuleArn ?? '';
}

/** By the wall clock: the virtual one must not run ahead of what the workflow still has to read. */
async function untilShared({ world }: WorkflowStage): Promise<void> {
  const key = canaryKey('shop-blue', 'shop-green');
  const record = () => readCanary(world.objects.text('elasticbeanstalk-eu-west-1-123456789012', key) ?? '');
  while ((record()?.weight ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('examples/canary.yml', () => {
  it('moves the requests of a push share by share, all of them in the end', async () => {
    const there = open();
    const { jobs, runs } = await there.play('examples/canary.yml', push());
    expect(runs[0]?.outputs).toMatchObject({ outcome: 'succeeded', 'live-environment-name': 'shop-green' });
    expect(jobs).toMatchObject([{ conclusion: 'success' }]);
    expect((await there.environment('shop-green'))?.versionLabel).toMatch(/^1111111-/);
    expect((await there.environment('shop-blue'))?.versionLabel).toBe('v0');
  }, 90_000);
});

describe('examples/canary-control.yml', () => {
  it('ends a canary that the run of a push carries out', async () => {
    const there = open();
    const pushed = there.play('examples/canary.yml', push());
    await untilShared(there);
    const asked = await there.play('examples/canary-control.yml', dispatch({ what: 'abort' }));
    expect(asked.jobs).toMatchObject([{ conclusion: 'success' }]);
    const { runs } = await pushed;
    expect(runs[0]?.outputs).toMatchObject({ outcome: 'failed', 'live-environment-name': 'shop-blue' });
    expect(runs[0]?.outputs['outcome-reason']).toContain('`operation: abort`');
  }, 90_000);
});
