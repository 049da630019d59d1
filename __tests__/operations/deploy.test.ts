import { describe, expect, it } from '@jest/globals';
import type { DeploySettings } from '../../src/domain/settings.js';
import { minutes, seconds } from '../../src/domain/time.js';
import { type DeployRequest, deployChange, planDeploy } from '../../src/operations/deploy.js';
import { STRATEGY_NAMES } from '../../src/strategies/index.js';
import {
  bundle,
  CLUSTER,
  configured,
  existing,
  type Given,
  givenSnapshot,
  SINGLE,
  underPolicy,
} from '../support/given-environment.js';
import { stepsText } from '../support/steps-text.js';

const SETTINGS: DeploySettings = {
  operation: 'deploy',
  dryRun: false,
  region: 'eu-west-1',
  application: 'shop',
  environmentName: 'shop-prod',
  strategy: configured('as-configured'),
  allStrategies: () => STRATEGY_NAMES.map((name) => configured(name)),
  onLabelConflict: 'suffix',
  comment: '',
  options: [],
  environmentVariables: { set: {}, remove: [] },
  restorePolicy: false,
  acceptHealth: { kind: 'statuses', statuses: ['Ok', 'Info'], colors: ['Green'] },
  stableFor: seconds(30),
  healthGrace: minutes(5),
  onFailure: 'abort',
  onTimeout: 'leave',
  onCancel: 'abort',
  onBusy: 'wait',
  busyTimeout: minutes(15),
  waitForDeployment: true,
  logsOnFailure: 'tail',
  jobSummary: true,
};

const request = (
  settings: Partial<DeploySettings>,
  given: Given = {},
  over: Partial<DeployRequest> = {},
): DeployRequest => ({
  settings: { ...SETTINGS, ...settings },
  snapshot: givenSnapshot(given),
  version: existing(),
  validation: [],
  ...over,
});

function planned(...parameters: Parameters<typeof request>) {
  const result = planDeploy(request(...parameters));
  if (result.kind === 'refused') throw new Error(result.problems.map((one) => one.what).join('\n'));
  return result.plan;
}

const withoutVersion = (settings: Partial<DeploySettings>, given: Given = {}) => {
  const { version: _, ...rest } = request(settings, given);
  const result = planDeploy(rest);
  if (result.kind === 'refused') throw new Error('refused');
  return result.plan;
};

const PROPERTIES = 'aws:elasticbeanstalk:application:environment';
const VARIABLES: Given = { options: { [PROPERTIES]: { MODE: 'a', OLD: 'x' } } };

describe('what a deployment changes', () => {
  it('is only what differs: equal values and absent removals are left out', () => {
    const change = deployChange(
      request(
        {
          options: [
            { namespace: 'aws:elasticbeanstalk:command', name: 'Timeout', value: '600' },
            { namespace: 'aws:elasticbeanstalk:command', name: 'IgnoreHealthCheck', value: 'true' },
          ],
          environmentVariables: { set: { MODE: 'a', NEW: '1' }, remove: ['OLD', 'NEVER'] },
        },
        VARIABLES,
      ),
    );
    expect(change.options.map((one) => `${one.name}=${one.value}`)).toEqual(['IgnoreHealthCheck=true', 'NEW=1']);
    expect(change.removeOptions).toEqual([{ namespace: PROPERTIES, name: 'OLD' }]);
  });

  it('goes with the version in one update', () => {
    const plan = planned({ environmentVariables: { set: { MODE: 'b' }, remove: ['OLD'] } }, VARIABLES);
    expect(stepsText(plan.steps)).toBe('deploy: v2 MODE=b -OLD\n  settled: v2, from v1, deployment > 7, 4 instances');
  });
});

describe('the plan of a deployment', () => {
  it('names operation, strategy, environment, version and a deadline with room for health and upload', () => {
    const plan = planned({ strategy: configured('immutable') }, {}, { version: bundle() });
    expect(plan).toMatchObject({
      operation: 'deploy',
      strategy: 'immutable',
      environment: { id: 'e-abcdefghij', name: 'shop-prod' },
      application: 'shop',
      versionLabel: 'v2',
    });
    const uploaded = planned({ strategy: configured('immutable') });
    expect(plan.timeout - uploaded.timeout).toBe(minutes(5) + seconds(2));
    const patient = planned({ strategy: configured('immutable'), healthGrace: minutes(20), stableFor: minutes(10) });
    expect(patient.timeout - uploaded.timeout).toBe(minutes(15) + minutes(10) - seconds(30));
  });

  it.each([
    ['wait', 'a real run waits until it is Ready'],
    ['fail', 'a real run is refused until it is Ready'],
  ] as const)('of an environment in motion says so, with on-busy: %s', (onBusy, real) => {
    const plan = planned({ onBusy }, { environment: { status: 'Updating' } });
    expect(plan.warnings[0]).toContain('shop-prod is Updating: this plan looks at a moving state');
    expect(plan.warnings[0]).toContain(real);
    expect(planned({ onBusy }).warnings.join()).not.toContain('moving state');
  });

  it('has the deadline of the user when there is one, however long', () => {
    expect(planned({ timeout: minutes(600) }).timeout).toBe(minutes(600));
    expect(planned({ timeout: seconds(5) }).timeout).toBe(seconds(5));
  });

  it('compares all strategies, the refused ones too, and the chosen one with its own inputs', () => {
    const plan = planned({ strategy: configured('rolling', { 'batch-size': '1' }) });
    // Pods are no choice for an environment of instances.
    const names = STRATEGY_NAMES.filter((name) => name !== 'recreate');
    expect(plan.comparison.map((one) => one.strategy)).toEqual(names);
    expect(plan.comparison[names.indexOf('rolling')]).toEqual(plan.forecast);
    const single = planned({}, SINGLE).comparison.filter((one) => one.refusals.length > 0);
    expect(single.map((one) => one.strategy)).toEqual([
      'rolling',
      'rolling-with-additional-batch',
      'traffic-splitting',
      'canary',
    ]);
  });

  it('is data', () => {
    const plan = planned({ strategy: configured('traffic-splitting') }, {}, { version: bundle() });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it('is as a golden text', () => {
    const plan = planned(
      {
        strategy: configured('rolling', { 'batch-size': '50%' }),
        restorePolicy: true,
        environmentVariables: { set: { MODE: 'b' }, remove: [] },
      },
      { ...VARIABLES },
      { version: bundle() },
    );
    expect(`${stepsText(plan.steps)}\n\n${plan.warnings.join('\n')}`).toBe(
      `publish v2
set-policy: DeploymentPolicy=Rolling BatchSize=50
  settled: no version, from v1, same deployment, 4 instances
deploy: v2 MODE=b
  settled: v2, from v1, deployment > 7, Rolling, 4 instances
restore-policy: DeploymentPolicy=AllAtOnce BatchSize=100
  settled: no version, from v2, same deployment, 4 instances

The environment is set to DeploymentPolicy=Rolling, BatchSize=50 first, in an update of its own (deployment policy AllAtOnce becomes Rolling); what was there before is put back at the end.`,
    );
  });

  it('warns of blind spots, drafts, basic health and health that nobody judges', () => {
    expect(planned({}, { blindSpots: ['Could not read x.'] }).warnings).toContain('Could not read x.');
    expect(planned({}, { basicHealth: true }).warnings.join()).toContain('With basic health');
    expect(planned({ acceptHealth: { kind: 'any' } }).warnings.join()).toContain('not judged');
    const snapshot = givenSnapshot();
    const draft = {
      ...snapshot,
      target: { ...snapshot.target, draft: { deploymentStatus: 'failed' as const, options: [] } },
    };
    expect(planned({}, {}, { snapshot: draft }).warnings.join()).toContain('failed earlier');
    const validation = [{ severity: 'warning' as const, message: 'Old.', namespace: 'a:b', name: 'X' }];
    expect(planned({}, {}, { validation }).warnings).toContain('a:b:X: Old.');
  });
});

describe('a deployment is refused with every reason at once', () => {
  const codes = (...parameters: Parameters<typeof request>) => {
    const result = planDeploy(request(...parameters));
    return result.kind === 'refused' ? result.problems.map((one) => one.code) : [];
  };

  it('by the strategy, the platform and the options together', () => {
    const refused = codes(
      { strategy: configured('rolling'), platform: { solutionStack: '64bit Other', arn: 'arn:x' } },
      SINGLE,
      { validation: [{ severity: 'error', message: 'Invalid option value', namespace: 'a:b', name: 'X' }] },
    );
    expect(refused).toEqual([
      'strategy-needs-several-instances',
      'platform-differs',
      'platform-differs',
      'invalid-option',
    ]);
  });

  it('but not by the platform that it has', () => {
    expect(codes({ platform: { solutionStack: '64bit Amazon Linux 2023 v6.7.4 running Node.js 24' } })).toEqual([]);
  });

  it('and not on a cluster as configured', () => {
    expect(codes({}, CLUSTER)).toEqual([]);
    expect(codes({ strategy: configured('immutable') }, CLUSTER)).toEqual(['strategy-needs-standard-environment']);
  });
});

describe('nothing to do', () => {
  const same = existing('v1');
  const unchanged = (settings: Partial<DeploySettings> = {}, given: Given = {}, version = same) =>
    planned(settings, given, { version }).unchanged;

  it('when every instance says that it runs this very version, all is healthy, and no option differs', () => {
    const plan = planned({}, {}, { version: same });
    expect(plan.unchanged).toBe('all 4 instances run v1 already, health is Ok, and no option differs');
    expect(plan.unchangedProof).toBe('instances');
    expect(plan.steps).toEqual([]);
    expect(plan.comparison).not.toEqual([]);
  });

  it('also when the strategy would have another policy: nothing is deployed that it could rule', () => {
    expect(unchanged({ strategy: configured('immutable') }, underPolicy('Rolling'))).toBeDefined();
  });

  it('and with a bundle whose very content is that version', () => {
    expect(unchanged({}, {}, bundle('v1', { object: true, version: true }))).toBeDefined();
    expect(unchanged({}, {}, bundle('v1', { object: false, version: true }))).toBeUndefined();
    expect(unchanged({}, {}, bundle('v1', { object: true, version: false }))).toBeUndefined();
  });

  const rows: readonly (readonly [string, Given])[] = [
    [
      'one instance runs another version',
      { instances: [{ deployment: { versionLabel: 'v0', id: 7, status: 'Deployed' } }] },
    ],
    [
      'one instance failed to deploy it',
      { instances: [{ deployment: { versionLabel: 'v1', id: 7, status: 'Failed' } }] },
    ],
    [
      'one instance has an older deployment of it',
      { instances: [{ deployment: { versionLabel: 'v1', id: 6, status: 'Deployed' } }] },
    ],
    ['health is not accepted', { environment: { healthStatus: 'Degraded' } }],
    ['the environment is busy', { environment: { status: 'Updating' } }],
    ['the environment names another version', { environment: { versionLabel: 'v0' } }],
    ['basic health cannot tell what instances run', { basicHealth: true }],
    ['there is no instance to tell', { size: 0 }],
  ];
  it.each(rows)('not when %s', (_, given) => {
    const plan = planned({}, given, { version: same });
    expect(plan.unchanged).toBeUndefined();
    expect(stepsText(plan.steps)).toContain('deploy: v1');
  });

  it('not when an option or variable differs', () => {
    expect(unchanged({ environmentVariables: { set: { A: '1' }, remove: [] } })).toBeUndefined();
  });

  it('not while a configuration draft is there', () => {
    const snapshot = givenSnapshot();
    const draft = {
      ...snapshot,
      target: { ...snapshot.target, draft: { deploymentStatus: 'failed' as const, options: [] } },
    };
    expect(planned({}, {}, { version: same, snapshot: draft }).unchanged).toBeUndefined();
  });

  it('when only options were asked for and all have their value', () => {
    const asked = { environmentVariables: { set: { MODE: 'a' }, remove: ['NEVER'] } };
    expect(withoutVersion(asked, VARIABLES)).toMatchObject({
      unchanged: 'every option and variable has its value already',
      unchangedProof: 'environment',
    });
    expect(
      withoutVersion({ environmentVariables: { set: { MODE: 'b' }, remove: [] } }, VARIABLES).unchanged,
    ).toBeUndefined();
  });
});
