/** The virtual runtime: commands, health, traffic and load balancing as the scenario plays them. */
import { describe, expect, it } from '@jest/globals';
import type { InstanceCommand, Routing } from '../../src/simulator/runtime/runtime.js';
import { createVirtualRuntime, type VirtualRuntime } from '../../src/simulator/runtime/virtual.js';
import type { VersionBehaviour } from '../../src/simulator/scenario.js';

function given(behaviour: VersionBehaviour = {}): VirtualRuntime {
  const runtime = createVirtualRuntime();
  runtime.moment?.(0);
  runtime.play?.({ versions: { v2: behaviour } });
  runtime.launch({ instanceId: 'i-1', environmentId: 'e-1', environmentName: 'shop' });
  runtime.openEntrance('e-1', 'load-balancer');
  return runtime;
}

const command = (more: Partial<InstanceCommand> = {}): InstanceCommand => ({
  kind: 'deploy',
  deploymentId: 2,
  versionLabel: 'v2',
  environmentVariables: {},
  ordinal: 0,
  ...more,
});

const routing = (targets: Routing['targets'], splitPercent = 0): Routing => ({
  environmentId: 'e-1',
  targets,
  splitPercent,
  healthCheck: { path: '/', intervalSeconds: 15, healthyThreshold: 3, unhealthyThreshold: 5, timeoutSeconds: 5 },
  deregistrationDelaySeconds: 20,
});

describe('a command', () => {
  it('takes its seconds, then serves its version', () => {
    const runtime = given({ commandSeconds: 30 });
    runtime.command('i-1', command());
    runtime.moment?.(29_000);
    expect(runtime.commandState('i-1').state).toBe('running');
    expect(runtime.serves('i-1')).toBeUndefined();
    runtime.moment?.(30_000);
    expect(runtime.commandState('i-1').state).toBe('succeeded');
    expect(runtime.serves('i-1')).toBe('v2');
  });

  it('that fails keeps the version before', () => {
    const runtime = given({ command: 'fails', returnCode: 127, output: 'npm: not found' });
    runtime.command('i-1', command({ versionLabel: 'v1', deploymentId: 1 }));
    runtime.moment?.(10_000);
    runtime.command('i-1', command());
    runtime.moment?.(20_000);
    expect(runtime.commandState('i-1')).toMatchObject({ state: 'failed', returnCode: 127, output: 'npm: not found' });
    expect(runtime.serves('i-1')).toBe('v1');
    expect(runtime.logTail('i-1')).toContain('npm: not found');
  });

  it('that times out never ends', () => {
    const runtime = given({ command: 'times-out' });
    runtime.command('i-1', command());
    runtime.moment?.(86_400_000);
    expect(runtime.commandState('i-1').state).toBe('running');
  });

  it.each([
    [0, 'succeeded'],
    [1, 'failed'],
  ])('of ordinal %d has %s when only ordinal 1 is bad', (ordinal, state) => {
    const runtime = given({ command: 'fails', onlyOrdinals: [1] });
    runtime.command('i-1', command({ ordinal }));
    runtime.moment?.(10_000);
    expect(runtime.commandState('i-1').state).toBe(state);
  });
});

describe('vitals', () => {
  it('are silent before the first command and report from it on', () => {
    const runtime = given();
    expect(runtime.vitals('i-1', 0).reporting).toBe(false);
    runtime.command('i-1', command());
    expect(runtime.vitals('i-1', 0)).toMatchObject({ reporting: true, passing: undefined });
    runtime.moment?.(10_000);
    expect(runtime.vitals('i-1', 10_000)).toMatchObject({ passing: true, status: 'Ok' });
  });

  it('change when the scenario says so', () => {
    const runtime = given({ laterHealth: { afterSeconds: 60, health: 'Severe' } });
    runtime.command('i-1', command());
    runtime.moment?.(69_000);
    expect(runtime.vitals('i-1', 69_000).status).toBe('Ok');
    expect(runtime.vitals('i-1', 70_000)).toMatchObject({ status: 'Severe', passing: false });
  });

  it('count synthetic requests by the weight of the target group', () => {
    const runtime = given({ requestsPerSecond: 100, errorShare: 0.25 });
    runtime.command('i-1', command());
    runtime.moment?.(10_000);
    expect(runtime.vitals('i-1', 10_000).requests.requestCount).toBe(0);
    runtime.route(routing([{ instanceId: 'i-1', group: 'default', state: 'registered' }]));
    expect(runtime.vitals('i-1', 10_000).requests).toMatchObject({
      requestCount: 1_000,
      status5xx: 250,
      status2xx: 750,
    });
    runtime.route(
      routing(
        [
          { instanceId: 'i-1', group: 'split', state: 'registered' },
          { instanceId: 'i-0', group: 'default', state: 'registered' },
        ],
        10,
      ),
    );
    expect(runtime.vitals('i-1', 10_000).requests.requestCount).toBe(100);
  });
});

describe('the load balancer', () => {
  const registered = routing([{ instanceId: 'i-1', group: 'default', state: 'registered' }]);

  it('calls a target healthy after its first interval', () => {
    const runtime = given();
    runtime.command('i-1', command());
    runtime.moment?.(10_000);
    runtime.route(registered);
    expect(runtime.targetHealth('e-1', 'i-1')).toBe('initial');
    runtime.moment?.(25_000);
    expect(runtime.targetHealth('e-1', 'i-1')).toBe('healthy');
  });

  it('lets a draining target finish, then forgets it', () => {
    const runtime = given();
    runtime.command('i-1', command());
    runtime.moment?.(30_000);
    runtime.route(registered);
    runtime.moment?.(60_000);
    runtime.route(routing([{ instanceId: 'i-1', group: 'default', state: 'draining' }]));
    expect(runtime.targetHealth('e-1', 'i-1')).toBe('draining');
    runtime.moment?.(80_000);
    expect(runtime.targetHealth('e-1', 'i-1')).toBe('unused');
  });

  it('keeps the health of a target that moves to the other group', () => {
    const runtime = given();
    runtime.command('i-1', command());
    runtime.route(routing([{ instanceId: 'i-1', group: 'split', state: 'registered' }], 100));
    runtime.moment?.(60_000);
    runtime.route(registered);
    expect(runtime.targetHealth('e-1', 'i-1')).toBe('healthy');
  });

  it('calls a dead application unhealthy', () => {
    const runtime = given({ health: 'Severe' });
    runtime.command('i-1', command());
    runtime.moment?.(10_000);
    runtime.route(registered);
    runtime.moment?.(40_000);
    expect(runtime.targetHealth('e-1', 'i-1')).toBe('unhealthy');
  });
});

it('forgets everything when it closes', async () => {
  const runtime = given();
  runtime.pointName('shop.example', 'e-1');
  expect(runtime.nameTarget('shop.example')).toBe('e-1');
  await runtime.close();
  expect(runtime.instanceIds).toEqual([]);
  expect(runtime.nameTarget('shop.example')).toBeUndefined();
});
