import { describe, expect, it } from '@jest/globals';
import { CLUSTER, configured, type Given, givenChange, givenTarget } from '../support/given-environment.js';
import { stepsText } from '../support/steps-text.js';

const EKS = 'aws:elasticbeanstalk:eks:environment';
const cluster = (options: Given['options'] = {}): Given => ({ ...CLUSTER, basicHealth: true, options });
const SURGE = `${EKS}:deployment:strategy:rolling`;
const target = (given: Given) => givenTarget({ ...given, size: 0 });
const change = (more = {}) => givenChange({ version: { kind: 'existing', label: 'v2' }, ...more });

const steps = (name: 'rolling' | 'recreate' | 'as-configured', given: Given, inputs = {}) =>
  stepsText(configured(name, inputs).steps(change(), target(given)));
const codes = (inputs: Readonly<Record<string, string>>, given: Given) =>
  configured('rolling', inputs)
    .refuses(target(given))
    .map(({ code, input }) => [code, input]);

describe('`rolling` on a cluster', () => {
  it.each<[string, Given, Record<string, string>, string[]]>([
    ['leaves what is the default already alone', cluster(), { 'max-surge': '1', 'max-unavailable': '0' }, []],
    ['leaves the environment its own values', cluster({ [SURGE]: { 'max-surge': '3' } }), {}, []],
    ['sets what differs, first', cluster(), { 'max-surge': '25%' }, ['set-policy: max-surge=25%']],
    [
      'comes back from Recreate',
      cluster({ [`${EKS}:deployment`]: { strategy: 'Recreate' } }),
      { 'max-unavailable': '1' },
      ['set-policy: strategy=RollingUpdate max-unavailable=1'],
    ],
  ])('%s', (_, given, inputs, expected) => {
    const lines = steps('rolling', given, inputs).split('\n');
    expect(lines.filter((line) => line.startsWith('set-policy'))).toEqual(expected);
    expect(lines.filter((line) => line.startsWith('deploy'))).toEqual(['deploy: v2']);
  });

  it.each<[Record<string, string>, Given, (string | undefined)[][]]>([
    [{ 'batch-size': '1' }, cluster(), [['input-of-other-tier', 'batch-size']]],
    [{ 'max-surge': '0' }, cluster(), [['pods-cannot-move', 'max-surge']]],
    [
      { 'max-unavailable': '0%' },
      cluster({ [SURGE]: { 'max-surge': '0' } }),
      [['pods-cannot-move', 'max-unavailable']],
    ],
    [{ 'max-surge': '0', 'max-unavailable': '1' }, cluster(), []],
    [
      { 'max-surge': '1', 'max-unavailable': '1' },
      {},
      [
        ['input-of-other-tier', 'max-surge'],
        ['input-of-other-tier', 'max-unavailable'],
      ],
    ],
  ])('with %j is refused where it means nothing', (inputs, given, expected) => {
    expect(codes(inputs, given)).toEqual(expected);
  });

  it.each<[Record<string, string>, string, number]>([
    [{}, '4', 4],
    [{ 'max-unavailable': '1' }, '4', 3],
    [{ 'max-unavailable': '30%' }, '4', 3],
    [{ 'max-unavailable': '20%' }, '4', 4],
    [{ 'max-unavailable': '100%' }, '4', 0],
  ])('with %j of %s pods never has fewer than %i', (inputs, replicas, lowest) => {
    const given = cluster({ [`${EKS}:autoscaling`]: { 'min-replica': replicas } });
    const forecast = configured('rolling', inputs).forecast(change(), target(given));
    expect([forecast.lowestCapacity, forecast.capacity]).toEqual([lowest, 4]);
  });

  it.each(['', 'x', '-1', '101%', '1.5', '12345'])('does not take "%s" for a number of pods', (text) => {
    const read = () => configured('rolling', { 'max-surge': text });
    if (text === '') expect(read).not.toThrow();
    else expect(read).toThrow('max-surge');
  });
});

describe('an update of pods', () => {
  const probed = { [`${EKS}:readiness-probe`]: { enabled: 'true' } };
  const warnings = (given: Given) => configured('as-configured').warns(change(), target(given)).join('\n');

  it('warns of a readiness probe that is off, of Recreate, and of a missing load balancer', () => {
    expect(warnings(cluster(probed))).toBe('');
    expect(warnings(cluster())).toContain('The readiness probe is off');
    expect(warnings(cluster({ ...probed, [`${EKS}:deployment`]: { strategy: 'Recreate' } }))).toContain(
      'Recreate stops',
    );
    expect(warnings(cluster({ ...probed, [EKS]: { 'load-balancer-type': 'None' } }))).toContain('always Grey');
  });

  it('promises no downtime only with a probe', () => {
    const downtime = (given: Given) => configured('as-configured').forecast(change(), target(given)).downtime;
    expect(downtime(cluster(probed))).toBe('none');
    expect(downtime(cluster())).toBe('unknown');
    expect(downtime(cluster({ ...probed, [`${EKS}:deployment`]: { strategy: 'Recreate' } }))).toBe('seconds');
  });

  it('asks no instance for a proof, and expects what the update makes of the probe', () => {
    const given = target(cluster());
    const on = change({ options: [{ namespace: `${EKS}:readiness-probe`, name: 'enabled', value: 'true' }] });
    const settle = configured('as-configured')
      .steps(on, given)
      .find(({ kind }) => kind === 'settle');
    expect(settle).toMatchObject({
      expects: { enhancedHealth: false, pods: { readinessProbe: true, loadBalancer: true } },
    });
  });

  it('takes its version back without a policy of instances', () => {
    const [update] = configured('as-configured').steps(
      change(),
      target({ ...cluster(), environment: { tier: 'Cluster', versionLabel: 'v1' } }),
    );
    expect(update).toMatchObject({
      kind: 'update',
      undo: [{ purpose: 'undo', versionLabel: 'v1' }, { kind: 'settle' }],
    });
  });
});

describe('`blue-green` on a cluster', () => {
  const pair = { productionCname: 'shop.example', idleName: 'shop-idle', idlePrefix: 'shop-idle' };
  const live = (options: Given['options']) => ({ ...target(cluster(options)), pair });
  const asked = configured('blue-green', { 'smoke-test-path': '/health', 'warm-up-path': '/' });

  it('creates the other side from all that makes the live one, roles and subnets among it', () => {
    const options = { 'aws:elasticbeanstalk:eks': { 'node-role': 'role' }, [EKS]: { subnets: 'subnet-a', cpu: '1' } };
    const changed = change({ options: [{ namespace: EKS, name: 'cpu', value: '2' }] });
    const [created] = asked.steps(changed, live(options)).filter(({ kind }) => kind === 'create');
    expect(created).toMatchObject({ tier: 'Cluster', removeOptions: [] });
    const given = created?.kind === 'create' ? created.options.map(({ name, value }) => `${name}=${value}`) : [];
    expect(given.sort()).toEqual(['cpu=2', 'node-role=role', 'subnets=subnet-a']);
  });

  it('asks over HTTPS, before the swap, after it, and while it bakes', () => {
    const steps = JSON.stringify(asked.steps(change(), live({})));
    expect(steps.match(/"path":"\/health","secure":true/g)?.length).toBeGreaterThanOrEqual(3);
    expect(steps).not.toMatch(/"path":"[^"]*","statuses"/);
  });

  it('says which values the new side cannot get', () => {
    const warnings = asked.warns(change(), live({ [EKS]: { 'env-variables': '****' } })).join();
    expect(warnings).toContain('does not show env-variables');
  });

  it('brings an idle side to what the live one has, but never touches what is fixed there; some variables may stay', () => {
    const idle = target({
      ...cluster({ [EKS]: { subnets: 'subnet-b', cpu: '1', 'env-variables': '{"SIDE":"idle","A":"0"}' } }),
      environment: { tier: 'Cluster', id: 'e-idle', name: 'shop-idle', status: 'Ready', versionLabel: 'v0' },
    });
    const from = live({ [EKS]: { subnets: 'subnet-a', cpu: '2', 'env-variables': '{"SIDE":"live","A":"1"}' } });
    const sticky = configured('blue-green', { 'sticky-environment-variables': 'SIDE' });
    const steps = sticky.steps(change(), { ...from, pair: { ...pair, idle } });
    const update = steps.find((step) => step.kind === 'update');
    const given = update?.kind === 'update' ? update.options.map(({ name, value }) => `${name}=${value}`) : [];
    expect(given.sort()).toEqual(['cpu=2', 'env-variables={"A":"1","SIDE":"idle"}']);
  });
});
