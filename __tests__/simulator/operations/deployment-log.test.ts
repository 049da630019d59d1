/** What a deployment leaves in the storage bucket: one log, of the first instance or of the first one that failed. */
import { describe, expect, it } from '@jest/globals';
import type { Scenario } from '../../../src/simulator/scenario.js';
import { type TestService, testService } from '../../support/service.js';

const BUCKET = 'elasticbeanstalk-us-east-1-123456789012';

function deploy(scenario: Scenario, options: Readonly<Record<string, string>> = {}): TestService {
  const service = testService(
    {
      environments: [
        {
          application: 'shop',
          name: 'shop-blue',
          versionLabel: 'v1',
          instances: 3,
          options: { 'aws:elasticbeanstalk:application:environment': options },
        },
      ],
    },
    scenario,
  );
  service.call('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'v2' });
  service.call('UpdateEnvironment', { EnvironmentName: 'shop-blue', VersionLabel: 'v2' });
  service.pass(180);
  return service;
}

function logsOf(service: TestService): readonly { readonly key: string; readonly text: string }[] {
  const { EnvironmentId } = service.environment('shop-blue');
  const prefix = `resources/environments/logs/deployments/${EnvironmentId}/`;
  return service.objects
    .list(BUCKET, prefix)
    .map(({ key }) => ({ key: key.slice(prefix.length), text: service.objects.text(BUCKET, key) ?? '' }));
}

describe('a deployment log', () => {
  it('is named by the request and tells of success', () => {
    const service = deploy({});
    const started = service.events().find((event) => event.Message === 'Environment update is starting.');
    const [log, ...others] = logsOf(service);
    expect(others).toEqual([]);
    expect(log?.key).toBe(`eb-deployment-${started?.RequestId}.log`);
    expect(log?.text).toContain('Engine execution has succeeded.');
  });

  it('is that of the instance that failed, although others succeeded', () => {
    const service = deploy({ versions: { v2: { command: 'fails', onlyOrdinals: [2], output: 'No such port' } } });
    const [log] = logsOf(service);
    expect(log?.text).toContain('No such port');
    expect(log?.text.trimEnd().split('\n').length).toBeLessThanOrEqual(50);
  });

  it('can be switched off by an environment property', () => {
    expect(logsOf(deploy({}, { EB_DEPLOYMENT_LOG_S3_DISABLED: 'true' }))).toEqual([]);
  });
});
