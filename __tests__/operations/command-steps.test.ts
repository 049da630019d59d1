/** Where commands stand among the steps, and when they are refused. */
import { describe, expect, it } from '@jest/globals';
import type { EnvironmentRef, Step } from '../../src/domain/plan.js';
import { minutes } from '../../src/domain/time.js';
import { commandContradictions, commandSettings } from '../../src/inputs/command-inputs.js';
import { commandProblems, commandTime, withCommands } from '../../src/operations/command-steps.js';
import { givenTarget } from '../support/given-environment.js';
import { configured, settingsOf } from '../support/world.js';

const [LIVE, NEW]: readonly [EnvironmentRef, EnvironmentRef] = [
  { id: 'e-1', name: 'live' },
  { id: 'e-2', name: 'new' },
];
const commands = { preTraffic: 'migrate', postDeploy: 'warm', timeout: minutes(3) };
const proof = { versionLabel: 'v2', enhancedHealth: true, instances: 2 };

const update = (purpose: 'set-policy' | 'deploy' | 'configure', environment = LIVE): Step => ({
  kind: 'update',
  environment,
  purpose,
  options: [],
  removeOptions: [],
});
const settle = (environment = LIVE): Step => ({
  kind: 'settle',
  environment,
  expects: {
    versionLabel: 'v2',
    options: [],
    removedOptions: [],
    enhancedHealth: true,
    instances: 2,
    raisesDeploymentId: true,
  },
  expectedDuration: 0,
});
const proven: Step = { kind: 'gate', environment: NEW, gate: { kind: 'proven', proof } };
const swap: Step = { kind: 'swap', from: LIVE, to: NEW, productionCname: 'shop.example', proof };
const smoke: Step = {
  kind: 'gate',
  environment: NEW,
  gate: { kind: 'smoke', test: { path: '/', statuses: [], attempts: 1, interval: 0 } },
};
const bake: Step = { kind: 'bake', environment: NEW, productionCname: 'shop.example', span: 1_000 };

const words = (steps: readonly Step[]): readonly string[] =>
  steps.map((step) =>
    step.kind === 'run-command'
      ? `${step.command} on ${step.environment.name} (${step.versionLabel ?? 'any'})`
      : step.kind === 'update'
        ? step.purpose
        : step.kind,
  );

describe('commands among the steps', () => {
  it.each<readonly [string, readonly Step[], readonly string[]]>([
    [
      'in place: after the proof of the deployment',
      [update('set-policy'), settle(), update('deploy'), settle()],
      ['set-policy', 'settle', 'deploy', 'settle', 'warm on live (v2)'],
    ],
    [
      'two sides: around the swap',
      [update('deploy', NEW), settle(NEW), proven, smoke, swap, smoke, bake],
      ['deploy', 'settle', 'gate', 'migrate on new (v2)', 'gate', 'swap', 'gate', 'warm on new (v2)', 'bake'],
    ],
    [
      'two sides, nobody asks: right behind the swap',
      [proven, swap, bake],
      ['gate', 'migrate on new (v2)', 'swap', 'warm on new (v2)', 'bake'],
    ],
    [
      'only prepared: nothing after traffic that has not moved',
      [update('deploy', NEW), settle(NEW), proven],
      ['deploy', 'settle', 'gate', 'migrate on new (v2)'],
    ],
    ['only settings: nothing', [update('configure'), settle()], ['configure', 'settle']],
    ['no step: nothing', [], []],
  ])('%s', (_, steps, expected) => {
    expect(words(withCommands(steps, commands))).toEqual(expected);
  });

  it('are none when none are given', () => {
    const steps = [proven, swap];
    expect(withCommands(steps, undefined)).toBe(steps);
    expect(words(withCommands(steps, { timeout: minutes(1) }))).toEqual(['gate', 'swap']);
  });

  it('give the rollout the time that they may take', () => {
    expect(commandTime([proven, swap])).toBe(0);
    expect(commandTime(withCommands([proven, swap], commands))).toBeGreaterThanOrEqual(2 * minutes(3));
  });
});

describe('commands are refused', () => {
  it('before traffic, with a strategy that has no such moment', () => {
    const values = { 'pre-traffic-command': 'migrate', 'command-timeout': minutes(1) };
    const [problem, ...others] = commandContradictions(values, configured('rolling'));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'contradicting-inputs', input: 'pre-traffic-command' });
    expect(problem?.what).toContain('strategy: rolling');
    expect(commandContradictions(values, configured('blue-green'))).toEqual([]);
  });

  it('after a deployment that is not waited for', () => {
    const values = { 'post-deploy-command': 'warm', 'wait-for-deployment': false };
    expect(commandContradictions(values, configured('rolling')).map(({ input }) => input)).toEqual([
      'post-deploy-command',
    ]);
  });

  it('on Windows', () => {
    const settings = settingsOf({ settings: { commands } });
    const target = givenTarget();
    const windows = {
      ...target,
      environment: { ...target.environment, solutionStack: '64bit Windows Server 2022 v2.15.1 running IIS 10.0' },
    };
    expect(commandProblems(settings, target)).toEqual([]);
    expect(commandProblems(settings, windows).map(({ code }) => code)).toEqual(['command-not-possible']);
    expect(commandProblems(settingsOf(), windows)).toEqual([]);
  });
});

describe('the inputs', () => {
  it('make no settings without a command', () => {
    expect(commandSettings({ 'command-timeout': minutes(10) })).toBeUndefined();
    expect(commandSettings({ 'command-timeout': minutes(10), 'post-deploy-command': 'warm' })).toEqual({
      postDeploy: 'warm',
      timeout: minutes(10),
    });
  });
});
