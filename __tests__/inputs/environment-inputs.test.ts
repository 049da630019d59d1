import { describe, expect, it } from '@jest/globals';
import { problemsFor, settingsFor } from './given.js';

const CREATE = { 'create-environment-if-not-exists': 'true' };
const STACK = { 'solution-stack-name': '64bit Amazon Linux 2023 v6.7.4 running Node.js 24' };

describe('inputs of a creation', () => {
  it('are off by default, whatever the platform inputs say', async () => {
    expect((await settingsFor(STACK)).creation).toBeUndefined();
  });

  it.each([
    [STACK, { kind: 'stack', solutionStack: STACK['solution-stack-name'] }],
    [{ 'platform-arn': 'arn:x' }, { kind: 'platform', arn: 'arn:x' }],
    [{ 'platform-branch': 'Node.js 24' }, { kind: 'branch', name: 'Node.js 24' }],
    [{ 'template-name': 'base' }, { kind: 'template', name: 'base' }],
    [{ 'template-environment': 'shop-staging' }, { kind: 'environment', name: 'shop-staging' }],
    [{}, undefined],
  ] as const)('%j', async (given, source) => {
    expect((await settingsFor({ ...CREATE, ...given })).creation?.source).toEqual(source);
  });

  it('reads tier, tags, CNAME prefix and the application', async () => {
    const { creation } = await settingsFor({
      ...CREATE,
      'create-application-if-not-exists': 'true',
      'environment-tags': 'team=web\n# who pays\ncost center = 7',
      'cname-prefix': 'shop-new',
    });
    expect(creation).toEqual({
      application: true,
      tier: 'WebServer',
      tags: { team: 'web', 'cost center': '7' },
      cnamePrefix: 'shop-new',
      allowEmptyDatabase: false,
    });
  });

  it.each([
    [{ ...CREATE, ...STACK, 'template-name': 'base' }, 'template-name'],
    [{ 'template-name': 'base' }, 'template-name'],
    [
      { 'create-application-if-not-exists': 'true', 'create-environment-if-not-exists': 'false' },
      'create-application-if-not-exists',
    ],
    [{ ...CREATE, 'environment-tier': 'Worker', 'cname-prefix': 'shop-new' }, 'cname-prefix'],
    [{ ...CREATE, 'template-environment': 'shop-prod' }, 'template-environment'],
    [{ ...CREATE, 'environment-tags': 'aws:team=web' }, 'environment-tags'],
    [{ ...CREATE, 'environment-tags': 'team' }, 'environment-tags'],
    [{ 'confirm-environment-id': 'e-abcdefghij' }, 'confirm-environment-id'],
  ])('%j is a problem of `%s`', async (given, input) => {
    expect((await problemsFor(given)).map((one) => one.input)).toEqual([input]);
  });
});

describe('inputs of a termination', () => {
  it('name the environment by its id, and the CNAME that is protected', async () => {
    const settings = await settingsFor({
      operation: 'terminate',
      'confirm-environment-id': 'e-abcdefghij',
      'production-cname': 'shop',
    });
    expect(settings.termination).toEqual({
      confirmedId: 'e-abcdefghij',
      productionCname: 'shop',
      allowDatabaseDeletion: false,
    });
    expect(settings.bundle).toBeUndefined();
  });

  it('refuse a CNAME that is no host name', async () => {
    const given = { operation: 'terminate', 'production-cname': 'http://shop/' };
    expect((await problemsFor(given)).map((one) => one.input)).toEqual(['production-cname']);
  });
});
