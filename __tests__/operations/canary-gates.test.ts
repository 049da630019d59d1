/** Where alarms and commands stand among the steps of a canary. Pure. */
import { describe, expect, it } from '@jest/globals';
import type { Step } from '../../src/domain/plan.js';
import { minutes } from '../../src/domain/time.js';
import { withAlarms } from '../../src/operations/alarm-steps.js';
import { withCommands } from '../../src/operations/command-steps.js';
import { stepsText } from '../support/steps-text.js';

const BETWEEN = {
  route: { kind: 'route53', zoneId: 'Z1', recordName: 'shop.example.com' },
  stable: { id: 'e-1', name: 'blue' },
  canary: { id: 'e-2', name: 'green' },
} as const;
const RULES = { minRequests: 1, confidence: 99, failureLimit: 0, maxStepExtension: 0, onInconclusive: 'warn' } as const;
const STEPS: readonly Step[] = [
  {
    kind: 'gate',
    environment: BETWEEN.canary,
    gate: { kind: 'proven', proof: { versionLabel: 'v2', enhancedHealth: true, instances: 2 } },
  },
  { kind: 'shift', ...BETWEEN, before: 0, weight: 5, targets: 1 },
  { kind: 'observe', ...BETWEEN, weight: 5, step: 1, steps: 1, span: minutes(1), rules: RULES },
  { kind: 'shift', ...BETWEEN, before: 5, weight: 100, targets: 2 },
  { kind: 'bake', environment: BETWEEN.canary, productionCname: 'shop.example.com', span: minutes(1), shares: BETWEEN },
];

describe('a canary', () => {
  it('asks the alarms before the first share, and watches them from then on', () => {
    const alarms = { names: ['errors'], onInconclusive: 'warn' } as const;
    const { steps } = withAlarms({ steps: STEPS, warnings: [] } as never, {
      watch: alarms,
      warnings: [],
      problems: [],
    });
    expect(steps.map(({ kind }) => kind)).toEqual(['gate', 'gate', 'shift', 'observe', 'shift', 'bake']);
    expect(steps[1]).toMatchObject({ environment: BETWEEN.stable, gate: { kind: 'alarms' } });
    expect(steps.flatMap((step) => ('alarms' in step ? [step.kind] : []))).toEqual(['observe', 'bake']);
  });

  it('runs commands when the version is proven, and when it has all requests', () => {
    const commands = { preTraffic: 'bin/migrate', postDeploy: 'bin/tidy', timeout: minutes(5) };
    expect(stepsText(withCommands(STEPS, commands)).split('\n')).toEqual([
      'gate: proven',
      'pre-traffic-command on green: bin/migrate',
      'shift 0 -> 5 % blue -> green',
      'observe 1/1 5 % 60 s',
      'shift 5 -> 100 % blue -> green',
      'post-deploy-command on green: bin/tidy',
      'bake green 60 s',
    ]);
  });
});
