/** A service with something of everything, for tests of refusals. */
import { type TestService, testService } from './service.js';

export const BUCKET = 'elasticbeanstalk-us-east-1-123456789012';
export const STACK = '64bit Amazon Linux 2023 v6.7.4 running Node.js 24';

/** Two web environments and a worker of one application, a version `v1` with a bundle, a template, one busy environment. */
export function preparedShop(): TestService {
  const service = testService({
    environments: [
      { application: 'shop', name: 'shop-blue', versionLabel: 'v0' },
      { application: 'shop', name: 'shop-green', versionLabel: 'v0' },
      { application: 'shop', name: 'shop-busy', versionLabel: 'v0' },
      { application: 'shop', name: 'shop-jobs', tier: 'Worker', versionLabel: 'v0' },
      { application: 'old', name: 'shop-basic', versionLabel: 'v0', enhancedHealth: false },
    ],
  });
  service.call('CreateStorageLocation');
  service.objects.putText(BUCKET, 'shop/v1.zip', 'zip');
  service.call('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'v1' });
  service.call('CreateConfigurationTemplate', {
    ApplicationName: 'shop',
    TemplateName: 'saved',
    SolutionStackName: STACK,
  });
  service.call('UpdateEnvironment', { EnvironmentName: 'shop-busy', VersionLabel: 'v1' });
  return service;
}
