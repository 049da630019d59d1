import { describe, expect, it } from '@jest/globals';
import { acceptedOn, tasteOfHealth } from '../../src/domain/accepted-health.js';
import { addressOf, CLUSTER_NAMESPACES, podShape, subnetSet, variablesIn } from '../../src/domain/cluster.js';
import { canonicalJson } from '../../src/domain/json.js';

const EKS = 'aws:elasticbeanstalk:eks:environment';
const option = (namespace: string, name: string, value: string) => ({ namespace, name, value });

describe('what the options of a Cluster environment say', () => {
  it('has twelve namespaces, all below one', () => {
    expect(new Set(CLUSTER_NAMESPACES).size).toBe(12);
    for (const namespace of CLUSTER_NAMESPACES) expect(namespace).toMatch(/^aws:elasticbeanstalk:eks(:|$)/);
  });

  it('has the defaults of the guide', () => {
    expect(podShape([])).toEqual({
      strategy: 'RollingUpdate',
      maxSurge: '1',
      maxUnavailable: '0',
      minReplicas: 1,
      maxReplicas: 10,
      hasReadinessProbe: false,
      hasLoadBalancer: true,
    });
  });

  it('is read from them', () => {
    const given = [
      option(`${EKS}:deployment`, 'strategy', 'Recreate'),
      option(`${EKS}:deployment:strategy:rolling`, 'max-surge', '25%'),
      option(`${EKS}:deployment:strategy:rolling`, 'max-unavailable', '2'),
      option(`${EKS}:autoscaling`, 'min-replica', '12'),
      option(`${EKS}:readiness-probe`, 'enabled', 'True'),
      option(EKS, 'load-balancer-type', 'None'),
    ];
    expect(podShape(given)).toEqual({
      strategy: 'Recreate',
      maxSurge: '25%',
      maxUnavailable: '2',
      minReplicas: 12,
      maxReplicas: 12,
      hasReadinessProbe: true,
      hasLoadBalancer: false,
    });
  });

  it('takes subnets as a set', () => {
    expect(subnetSet('subnet-b, subnet-a')).toBe(subnetSet('subnet-a,subnet-b'));
    expect(subnetSet('subnet-a')).not.toBe(subnetSet('subnet-b'));
    expect(subnetSet(undefined)).toBe('');
  });

  it.each([
    ['nothing', [], {}],
    ['an object', [option(EKS, 'env-variables', '{"A": "1", "PORT": 8080}')], { A: '1', PORT: 8080 }],
    ['something hidden', [option(EKS, 'env-variables', '****')], undefined],
    ['a list', [option(EKS, 'env-variables', '[1]')], undefined],
  ])('reads variables of %s', (_, given, expected) => {
    expect(variablesIn(given)).toEqual(expected);
  });

  it('is asked over HTTPS', () => {
    expect(addressOf('shop.example', { path: '/health', secure: true })).toBe('https://shop.example/health');
    expect(addressOf('shop.example', { path: '/health' })).toBe('http://shop.example/health');
  });
});

describe('JSON as a value of an option', () => {
  it('means the same in another order and with other spaces', () => {
    expect(canonicalJson('{"b": {"y": 1, "x": 2}, "a": [2, 1]}')).toBe(canonicalJson('{"a":[2,1],"b":{"x":2,"y":1}}'));
    expect(canonicalJson('[2, 1]')).not.toBe(canonicalJson('[1, 2]'));
    for (const text of ['', 'true', '{', 'a,b']) expect(canonicalJson(text)).toBeUndefined();
  });
});

describe('health on a cluster', () => {
  const strict = { kind: 'statuses', statuses: ['Ok', 'Info'], colors: ['Green'] } as const;
  it.each([
    ['Cluster', 'Grey', 'good'],
    ['Cluster', 'Yellow', 'bad'],
    ['Cluster', 'Red', 'bad'],
    ['WebServer', 'Grey', 'unclear'],
  ] as const)('of a %s environment that is %s is %s', (tier, health, taste) => {
    expect(tasteOfHealth(acceptedOn(tier, strict), { health }, undefined)).toBe(taste);
  });

  it('is not worse for being idle', () => {
    const accepted = acceptedOn('Cluster', { kind: 'not-worse' });
    expect(
      tasteOfHealth(accepted, { health: 'Grey', healthStatus: 'NoData' }, { health: 'Green', healthStatus: 'Ok' }),
    ).toBe('good');
    expect(tasteOfHealth(accepted, { health: 'Red' }, { health: 'Green' })).toBe('bad');
  });
});
