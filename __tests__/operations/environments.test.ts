import { describe, expect, it } from '@jest/globals';
import { coupledDatabase, isCname } from '../../src/domain/creation.js';
import type { OptionSetting } from '../../src/domain/environment.js';
import type { TerminationWish } from '../../src/domain/settings.js';
import { planCreation } from '../../src/operations/create-environment.js';
import { planTermination } from '../../src/operations/terminate.js';
import { ROLES, STACK, wish } from '../support/environment-world.js';
import { bundle, existing, givenSnapshot, givenTarget } from '../support/given-environment.js';
import { stepsText } from '../support/steps-text.js';
import { settingsOf } from '../support/world.js';

const database = (options: Readonly<Record<string, string>>): OptionSetting[] =>
  Object.entries(options).map(([name, value]) => ({ namespace: 'aws:rds:dbinstance', name, value }));

describe('a coupled database', () => {
  it.each([
    [{}, undefined],
    [{ HasCoupledDatabase: 'false', DBEngine: 'postgres' }, undefined],
    [{ DBEngine: 'postgres' }, { engine: 'postgres', deletionPolicy: 'Delete' }],
    [{ HasCoupledDatabase: 'true' }, { deletionPolicy: 'Delete' }],
    [{ HasCoupledDatabase: 'true', DBDeletionPolicy: 'Snapshot' }, { deletionPolicy: 'Snapshot' }],
    [{ HasCoupledDatabase: 'true', DBDeletionPolicy: 'Retain' }, { deletionPolicy: 'Retain' }],
  ])('%j', (options, expected) => {
    expect(coupledDatabase(database(options))).toEqual(expected);
  });
});

it('a CNAME is compared as a whole, or by its first part', () => {
  const cname = 'Shop.us-east-1.elasticbeanstalk.com';
  expect([isCname(cname, 'shop'), isCname(cname, 'shop.us-east-1.elasticbeanstalk.com')]).toEqual([true, true]);
  expect([isCname(cname, 'sho'), isCname(cname, 'shop.eu-west-1.elasticbeanstalk.com')]).toEqual([false, false]);
  expect(isCname(undefined, 'shop')).toBe(false);
});

describe('planning a creation', () => {
  const settings = settingsOf({
    settings: {
      environmentName: 'shop-new',
      options: [...ROLES, { namespace: 'aws:autoscaling:asg', name: 'MinSize', value: '3' }],
      environmentVariables: { set: { MODE: 'new' }, remove: [] },
    },
  });
  const stack = { kind: 'stack', solutionStack: STACK } as const;

  it('publishes, creates with options and variables, and proves as many instances as MinSize asks for', () => {
    const planned = planCreation({
      settings,
      wish: wish({ application: true }),
      facts: { applicationExists: false, model: stack },
      version: bundle(),
    });
    expect(planned.kind === 'plan' ? stepsText(planned.plan.steps) : planned.problems).toBe(
      [
        'create application shop',
        'publish v2',
        'create shop-new from stack with v2 IamInstanceProfile=aws-elasticbeanstalk-ec2-role ServiceRole=aws-elasticbeanstalk-service-role SystemType=enhanced MinSize=3 MODE=new',
        '  settled: v2, from v2, deployment > ?, 3 instances',
      ].join('\n'),
    );
  });

  it('finds the roles in the settings that are copied', () => {
    const found = { environment: givenTarget().environment, options: ROLES };
    const facts = { applicationExists: true, model: { kind: 'environment', name: 'shop-prod', found } } as const;
    expect(
      planCreation({ settings: { ...settings, options: [] }, wish: wish(), facts, version: existing() }).kind,
    ).toBe('plan');
  });

  it.each([
    ['no source', { applicationExists: true }, 'creation-without-source'],
    ['no roles', { applicationExists: true, model: stack }, 'creation-without-roles'],
    ['a CNAME that is taken', { applicationExists: true, model: stack, cnameFree: false }, 'cname-taken'],
    [
      'a branch without versions',
      { applicationExists: true, model: { kind: 'branch', name: 'X', branch: { name: 'X', lifecycle: 'beta' } } },
      'platform-branch-missing',
    ],
    [
      'a model with a database of its own',
      {
        applicationExists: true,
        model: {
          kind: 'environment',
          name: 'shop-prod',
          found: { environment: givenTarget().environment, options: database({ DBEngine: 'mysql' }) },
        },
      },
      'coupled-database',
    ],
    [
      'a model of the other tier',
      {
        applicationExists: true,
        model: {
          kind: 'environment',
          name: 'shop-prod',
          found: { environment: { ...givenTarget().environment, tier: 'Worker' as const }, options: [] },
        },
      },
      'template-environment-unusable',
    ],
  ] as const)('is refused with %s', (_, facts, code) => {
    const planned = planCreation({
      settings: { ...settings, options: [] },
      wish: wish({ cnamePrefix: 'shop-x' }),
      facts,
      version: existing(),
    });
    expect(planned.kind === 'refused' ? planned.problems.map((one) => one.code) : []).toContain(code);
  });

  it.each([
    ['a name', 'eb-profile', []],
    ['an ARN of an instance profile', 'arn:aws:iam::123456789012:instance-profile/eb', []],
    ['one in another partition, with a path', 'arn:aws-cn:iam::123456789012:instance-profile/team/eb', []],
    ['the ARN of a role', 'arn:aws:iam::123456789012:role/eb', ['creation-role-unusable']],
    ['two words', 'eb profile', ['creation-role-unusable']],
    ['a placeholder that was not replaced', '<PROFILE>', ['creation-role-unusable']],
  ])('takes for an instance profile: %s', (_, value, codes) => {
    const options = ROLES.map((one) => (one.name === 'IamInstanceProfile' ? { ...one, value } : one));
    const planned = planCreation({
      settings: { ...settings, options },
      wish: wish(),
      facts: { applicationExists: true, model: stack },
      version: existing(),
    });
    expect(planned.kind === 'refused' ? planned.problems.map((one) => one.code) : []).toEqual(codes);
  });

  it('is refused without a version, which would bring up a sample application', () => {
    const planned = planCreation({ settings, wish: wish(), facts: { applicationExists: true, model: stack } });
    expect(planned).toMatchObject({ kind: 'refused', problems: [{ code: 'creation-without-version' }] });
  });
});

describe('planning a termination', () => {
  const snapshot = (options: readonly OptionSetting[] = []) => {
    const given = givenSnapshot({ environment: { cname: 'shop.us-east-1.elasticbeanstalk.com' } });
    return {
      ...given,
      target: { ...given.target, settings: { options: [...given.target.settings.options, ...options] } },
    };
  };
  const plan = (termination: TerminationWish, options: readonly OptionSetting[] = []) =>
    planTermination({
      settings: settingsOf({ settings: { operation: 'terminate', termination } }),
      snapshot: snapshot(options),
    });
  const CONFIRMED = { confirmedId: 'e-abcdefghij', allowDatabaseDeletion: false } as const;

  it('shows one step, and warns of the free host name', () => {
    const planned = plan(CONFIRMED);
    expect(planned.kind === 'plan' ? stepsText(planned.plan.steps) : planned.problems).toBe(
      'terminate shop-prod (e-abcdefghij)',
    );
    expect(planned.kind === 'plan' ? planned.plan.warnings.join(' ') : '').toContain('free for anybody');
  });

  it.each([
    [{ allowDatabaseDeletion: false }, [], ['environment-not-confirmed']],
    [{ ...CONFIRMED, productionCname: 'shop' }, [], ['environment-in-production']],
    [CONFIRMED, database({ DBEngine: 'mysql' }), ['database-would-be-deleted']],
    [CONFIRMED, database({ DBEngine: 'mysql', DBDeletionPolicy: 'Snapshot' }), ['database-would-be-deleted']],
    [CONFIRMED, database({ DBEngine: 'mysql', DBDeletionPolicy: 'Retain' }), []],
    [{ ...CONFIRMED, allowDatabaseDeletion: true }, database({ DBEngine: 'mysql' }), []],
  ] as const)('%j with %j: %j', (termination, options, codes) => {
    const planned = plan(termination, options);
    expect(planned.kind === 'refused' ? planned.problems.map(({ code }) => code) : []).toEqual(codes);
  });
});
