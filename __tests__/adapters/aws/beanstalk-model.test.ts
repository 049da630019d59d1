import { describe, expect, it } from '@jest/globals';
import {
  configurationOf,
  environmentOf,
  eventOf,
  healthOf,
  instanceOf,
  versionOf,
} from '../../../src/adapters/aws/beanstalk-model.js';

/** Rows as a later release of the service could send them: members and values that this release does not know. */
const row = <T>(members: object): T => members as T;

describe('Elastic Beanstalk in our words', () => {
  it('takes an unknown status for a proof of nothing', () => {
    const found = environmentOf(
      row({
        EnvironmentId: 'e-1',
        EnvironmentName: 'shop',
        Status: 'Hibernating',
        Health: 'Mauve',
        HealthStatus: 'Meh',
        New: 1,
      }),
    );
    expect(found).toMatchObject({ status: 'Unrecognised', health: 'Grey', healthStatus: 'Unknown', tier: 'WebServer' });
  });

  it('leaves out what is missing instead of making it up', () => {
    const found = environmentOf(row({ EnvironmentId: 'e-1', EnvironmentName: 'shop', Status: 'Ready' }));
    expect(Object.keys(found ?? {}).sort()).toEqual([
      'abortable',
      'application',
      'health',
      'id',
      'name',
      'status',
      'tier',
    ]);
  });

  it('drops rows that cannot be told apart or put in order', () => {
    expect(environmentOf(row({ EnvironmentName: 'shop' }))).toBeUndefined();
    expect(eventOf(row({ Message: 'no date' }))).toBeUndefined();
    expect(eventOf(row({ EventDate: new Date(Number.NaN) }))).toBeUndefined();
    expect(instanceOf(row({ Causes: ['x'] }))).toBeUndefined();
    expect(versionOf(row({ VersionLabel: 'v1' }))).toBeUndefined();
  });

  it.each([
    ['UNPROCESSED', 'Unprocessed'],
    ['Processed', 'Processed'],
    ['FAILED', 'Failed'],
    ['Cooking', 'Unrecognised'],
  ])('brings the version status %s to %s', (sent, known) => {
    expect(versionOf(row({ ApplicationName: 'shop', VersionLabel: 'v1', Status: sent }))?.status).toBe(known);
  });

  it('reads what an instance runs', () => {
    const time = new Date('2026-11-21T09:00:00Z');
    expect(
      instanceOf(
        row({
          InstanceId: 'i-1',
          HealthStatus: 'Ok',
          Color: 'Green',
          Deployment: { VersionLabel: 'v2', DeploymentId: 7, Status: 'Deployed', DeploymentTime: time },
          ApplicationMetrics: { Duration: 10, RequestCount: 3, StatusCodes: { Status5xx: 1 }, Latency: { P99: 0.2 } },
        }),
      ),
    ).toEqual({
      id: 'i-1',
      status: 'Ok',
      color: 'Green',
      causes: [],
      deployment: { versionLabel: 'v2', id: 7, status: 'Deployed', time: time.getTime() },
      requests: {
        windowSeconds: 10,
        requestCount: 3,
        status2xx: 0,
        status3xx: 0,
        status4xx: 0,
        status5xx: 1,
        p99: 0.2,
      },
    });
  });

  it('keeps options without a value out: nobody said what they are', () => {
    const found = configurationOf(
      row({
        DeploymentStatus: 'deployed',
        OptionSettings: [
          { Namespace: 'n', OptionName: 'set', Value: '' },
          { Namespace: 'n', OptionName: 'unset' },
        ],
      }),
    );
    expect(found).toEqual({ deploymentStatus: 'deployed', options: [{ namespace: 'n', name: 'set', value: '' }] });
  });

  it('reads a health answer without metrics', () => {
    expect(healthOf(row({ HealthStatus: 'NoData', Color: 'Grey' }))).toEqual({
      status: 'NoData',
      color: 'Grey',
      causes: [],
    });
  });
});
