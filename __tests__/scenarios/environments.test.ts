import { describe, expect, it } from '@jest/globals';
import { seconds } from '../../src/domain/time.js';
import type { Scenario } from '../../src/simulator/scenario.js';
import { described, ROLES, run, wish } from '../support/environment-world.js';
import { World } from '../support/world.js';

const count = (calls: readonly string[], action: string): number => calls.filter((one) => one === action).length;

describe('creating an environment that does not exist', () => {
  it('creates it on a solution stack and proves the version on its instances', async () => {
    const world = new World();
    const { outcome, calls } = await run(world, { settings: { creation: wish({ cnamePrefix: 'shop-fresh' }) } });
    expect(outcome).toMatchObject({ state: 'succeeded', proof: 'instances' });
    const made = await described(world, 'shop-new');
    expect(made).toMatchObject({ versionLabel: 'v2', cname: 'shop-fresh.us-east-1.elasticbeanstalk.com' });
    expect(outcome?.created).toEqual({ id: made?.id, cname: made?.cname });
    expect(count(calls, 'CreateEnvironment')).toBe(1);
  });

  it('takes the newest version of a platform branch', async () => {
    const world = new World();
    const branch = 'Node.js 22 running on 64bit Amazon Linux 2023';
    const { outcome } = await run(world, {
      settings: { creation: wish({ source: { kind: 'branch', name: branch } }) },
    });
    expect(outcome?.state).toBe('succeeded');
    expect((await described(world, 'shop-new'))?.solutionStack).toBe(
      '64bit Amazon Linux 2023 v6.7.4 running Node.js 22',
    );
  });

  it('warns of a retired platform branch', async () => {
    const branch = 'Node.js 20 running on 64bit Amazon Linux 2023';
    const { warnings } = await run(new World(), {
      settings: { creation: wish({ source: { kind: 'branch', name: branch } }) },
    });
    expect(warnings.join(' ')).toContain('is retired');
  });

  it('copies the settings of a live environment through a template that is gone afterwards', async () => {
    const world = new World();
    const { outcome, calls } = await run(world, {
      settings: { creation: wish({ source: { kind: 'environment', name: 'shop-prod' } }) },
    });
    expect(outcome).toMatchObject({ state: 'succeeded', proof: 'instances' });
    expect(count(calls, 'CreateConfigurationTemplate')).toBe(1);
    expect(count(calls, 'DeleteConfigurationTemplate')).toBe(1);
    const made = await described(world, 'shop-new');
    expect(made?.cname).not.toBe((await described(world, 'shop-prod'))?.cname);
    const instances = await world.ports.beanstalk.instances(made?.id ?? '');
    expect(instances.instances).toHaveLength(4);
  });

  it('creates from a saved configuration', async () => {
    const world = new World();
    const source = (await described(world, 'shop-prod'))?.id;
    world.somebody('CreateConfigurationTemplate', {
      ApplicationName: 'shop',
      TemplateName: 'base',
      EnvironmentId: source,
    });
    const { outcome } = await run(world, {
      settings: { creation: wish({ source: { kind: 'template', name: 'base' } }) },
    });
    expect(outcome?.state).toBe('succeeded');
  });

  it('gives a new environment its tags', async () => {
    const world = new World();
    const { outcome } = await run(world, { settings: { creation: wish({ tags: { team: 'web' } }) } });
    expect(outcome?.state).toBe('succeeded');
    const arn = `arn:aws:elasticbeanstalk:us-east-1:${world.simulator.accountId}:environment/shop/shop-new`;
    const answer = world.simulator.call({
      action: 'ListTagsForResource',
      input: { ResourceArn: arn },
      requestId: 'tags',
    });
    expect(JSON.stringify(answer)).toContain('"team"');
  });

  it('creates the application first when it is missing and asked for', async () => {
    const world = new World();
    const settings = { application: 'brand-new', creation: wish({ application: true }) };
    const { outcome, calls } = await run(world, { settings, label: 'v2' });
    // The version is not there either: the plan of this test publishes none, so the service refuses the creation.
    expect(outcome?.problem?.code).toBe('version-missing');
    expect(count(calls, 'CreateApplication')).toBe(1);
  });
});

describe('what is not created', () => {
  const cases: readonly (readonly [string, Parameters<typeof run>[1], string])[] = [
    ['an application that is not asked for', { settings: { application: 'nowhere' } }, 'application-missing'],
    [
      'a name of another application',
      { settings: { application: 'nowhere', environmentName: 'shop-prod' } },
      'environment-missing',
    ],
    ['without roles', { settings: { options: [] } }, 'creation-without-roles'],
    ['a CNAME that is taken', { settings: { creation: wish({ cnamePrefix: 'shop-prod' }) } }, 'cname-taken'],
    [
      'on an unknown branch',
      { settings: { creation: wish({ source: { kind: 'branch', name: 'Cobol 4' } }) } },
      'platform-branch-missing',
    ],
    [
      'from an unknown template',
      { settings: { creation: wish({ source: { kind: 'template', name: 'none' } }) } },
      'template-missing',
    ],
    [
      'from an unknown environment',
      { settings: { creation: wish({ source: { kind: 'environment', name: 'shop-none' } }) } },
      'template-environment-unusable',
    ],
  ];
  it.each(cases)('%s', async (_, asked, code) => {
    const world = new World();
    world.simulator.seed({ environments: [] });
    const { problems, calls } = await run(world, asked);
    expect(problems.map((one) => one.code)).toContain(code === 'environment-missing' ? 'name-taken' : code);
    expect(calls.filter((one) => /^(Create|Update|Delete)/.test(one))).toEqual([]);
  });

  it('an environment that exists, when the permission to see it is missing (empty answers)', async () => {
    const world = new World();
    for (const action of ['DescribeEnvironments', '*']) {
      const { problems, calls } = await run(world, {
        settings: { environmentName: 'shop-prod', creation: wish({ application: true }) },
        scenario: { faults: [{ kind: 'lost-permission', answer: 'empty', action }] },
      });
      expect(problems).toHaveLength(1);
      expect(calls.filter((one) => one.startsWith('Create'))).toEqual([]);
    }
  });

  it('a missing environment of an application that cannot be seen', async () => {
    const { problems } = await run(new World(), {
      settings: { creation: wish({ application: true }) },
      scenario: { faults: [{ kind: 'lost-permission', answer: 'empty', action: 'DescribeApplications' }] },
    });
    expect(problems.map(({ code }) => code)).toEqual(['absence-not-proven']);
  });
});

describe('when answers are lost', () => {
  it.each(['CreateEnvironment', 'CreateConfigurationTemplate', 'DeleteConfigurationTemplate'])(
    '%s: the run ends as if the answer had come, with one environment',
    async (action) => {
      const world = new World();
      const { outcome, calls } = await run(world, {
        settings: { creation: wish({ source: { kind: 'environment', name: 'shop-prod' } }) },
        atRollout: { faults: [{ kind: 'reset', when: 'after', action, times: 1 }] },
      });
      expect(outcome?.state).toBe('succeeded');
      expect(count(calls, 'CreateEnvironment')).toBe(1);
      expect((await world.ports.beanstalk.environments()).map(({ name }) => name).sort()).toEqual([
        'shop-new',
        'shop-prod',
      ]);
    },
  );
});

describe('a creation that fails', () => {
  it('with a version that does not start: evidence, and the environment is left for a look', async () => {
    const world = new World();
    const { outcome, calls } = await run(world, {
      settings: { onFailure: 'rollback' },
      atRollout: { versions: { v2: { command: 'fails' } } },
    });
    expect(outcome).toMatchObject({ state: 'failed' });
    expect(outcome?.reason).toContain('is left as it is');
    expect((await described(world, 'shop-new'))?.status).toBe('Ready');
    expect(count(calls, 'TerminateEnvironment') + count(calls, 'AbortEnvironmentUpdate')).toBe(0);
  });

  it('without enhanced health too, although the new environment shows the label', async () => {
    const { outcome } = await run(new World(), {
      settings: { options: ROLES.slice(0, 2) },
      atRollout: { versions: { v2: { command: 'fails' } } },
    });
    expect(outcome?.state).toBe('failed');
  });

  it('is told when the service throws it away at once', async () => {
    const { outcome } = await run(new World(), {
      settings: {},
      atRollout: { faults: [{ kind: 'launch-refused' }] },
    });
    expect(outcome).toMatchObject({ state: 'failed', problem: { code: 'environment-gone' } });
    expect(outcome?.reason).toContain('Environment must have instance profile associated with it.');
  });

  it('at the quota of environments: one problem, nothing left behind', async () => {
    const world = new World();
    const { outcome, calls } = await run(world, {
      settings: { creation: wish({ source: { kind: 'environment', name: 'shop-prod' } }) },
      atRollout: { faults: [{ kind: 'quota-reached', of: 'environments' }] },
    });
    expect(outcome?.problem?.code).toBe('quota');
    expect(count(calls, 'DeleteConfigurationTemplate')).toBe(1);
  });
});

describe('operation: terminate', () => {
  const terminate = { operation: 'terminate', environmentName: 'shop-prod', options: [] } as const;
  const confirmed = async (world: World) => ({
    ...terminate,
    termination: { confirmedId: (await described(world, 'shop-prod'))?.id ?? '', allowDatabaseDeletion: false },
  });

  it('is refused without the id, with the id of another one, and for the holder of the production CNAME', async () => {
    const world = new World();
    const id = (await described(world, 'shop-prod'))?.id ?? '';
    const refusals = [
      [{ allowDatabaseDeletion: false }, 'environment-not-confirmed'],
      [{ confirmedId: 'e-somethingel', allowDatabaseDeletion: false }, 'environment-not-confirmed'],
      [{ confirmedId: id, productionCname: 'shop-prod', allowDatabaseDeletion: false }, 'environment-in-production'],
    ] as const;
    for (const [termination, code] of refusals) {
      const { problems, calls } = await run(world, { settings: { ...terminate, termination } });
      expect(problems.map((one) => one.code)).toEqual([code]);
      expect(calls).not.toContain('TerminateEnvironment');
    }
  });

  it('watches until the environment is gone', async () => {
    const world = new World();
    const { outcome } = await run(world, { settings: await confirmed(world) });
    expect(outcome).toMatchObject({ state: 'succeeded', proof: 'environment' });
    expect(await described(world, 'shop-prod')).toBeUndefined();
  });

  it('looks a lost answer up and does not call twice', async () => {
    const world = new World();
    const { outcome, calls } = await run(world, {
      settings: await confirmed(world),
      atRollout: { faults: [{ kind: 'reset', when: 'after', action: 'TerminateEnvironment', times: 1 }] },
    });
    expect(outcome?.state).toBe('succeeded');
    expect(count(calls, 'TerminateEnvironment')).toBe(1);
  });

  it('says when it is asked to stop that the termination goes on, also when its answer was lost', async () => {
    const stopped = async (atRollout: Scenario, cancelAfter: number) => {
      const world = new World();
      return (await run(world, { settings: await confirmed(world), atRollout, cancelAfter })).outcome;
    };
    const told = await stopped({ faults: [] }, seconds(30));
    expect(told).toMatchObject({
      state: 'cancelled',
      reason: 'Stopped on request while shop-prod was being terminated.',
      stillRunning: [
        expect.stringMatching(/^Elastic Beanstalk is terminating shop-prod \(e-\w+\); that goes on by itself/),
      ],
    });
    const lost = { kind: 'reset', when: 'after', action: 'TerminateEnvironment', times: 1 } as const;
    const presumed = await stopped({ faults: [lost] }, seconds(3));
    expect(presumed?.stillRunning).toEqual([
      expect.stringMatching(/may be terminating shop-prod .*answer to the call was lost/),
    ]);
  });

  it('waits for an update of somebody else', async () => {
    const world = new World();
    const settings = await confirmed(world);
    world.somebody('UpdateEnvironment', { EnvironmentId: settings.termination.confirmedId, VersionLabel: 'v3' });
    expect((await run(world, { settings })).outcome?.state).toBe('succeeded');
  });

  it('does not touch what has got another CNAME since the plan was made', async () => {
    const world = new World();
    world.simulator.seed({
      environments: [{ application: 'shop', name: 'shop-other', versionLabel: 'v1', instances: 1 }],
    });
    const settings = await confirmed(world);
    const other = (await described(world, 'shop-other'))?.id;
    const { outcome, calls } = await run(world, {
      settings,
      meanwhile: () =>
        world.somebody('SwapEnvironmentCNAMEs', {
          SourceEnvironmentId: settings.termination.confirmedId,
          DestinationEnvironmentId: other,
        }),
    });
    expect(outcome).toMatchObject({ state: 'failed', problem: { code: 'environment-changed' } });
    expect(calls).not.toContain('TerminateEnvironment');
  });
});
