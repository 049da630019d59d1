import { describe, expect, it } from '@jest/globals';
import { createBeanstalk } from '../../../src/adapters/aws/beanstalk.js';
import { createAwsClients } from '../../../src/adapters/aws/clients.js';
import { type RoleParts, roleCredentials } from '../../../src/adapters/aws/role.js';
import { ActionError } from '../../../src/domain/problem.js';
import { hours, minutes } from '../../../src/domain/time.js';
import { VirtualClock } from '../../../src/simulator/clocks.js';
import { seededRandom } from '../../../src/simulator/random.js';
import { createVirtualRuntime } from '../../../src/simulator/runtime/virtual.js';
import type { Fault } from '../../../src/simulator/scenario.js';
import { createSimulator } from '../../../src/simulator/simulator.js';
import { createMemoryStore } from '../../../src/simulator/storage/memory-store.js';
import { inProcessHandler } from '../../../src/simulator/wire/in-process.js';
import { createWire } from '../../../src/simulator/wire/wire.js';
import { TEST_KEY } from '../../support/wire.js';

const ROLE = { arn: 'arn:aws:iam::123456789012:role/deploy-shop', sessionName: 'shop' };
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** As GitHub's provider makes them; STS looks at their shape, and the simulator at nothing more. */
const TOKEN = `${encoded({ alg: 'none' })}.${encoded({ sub: 'repo:acme/shop:ref:refs/heads/main', aud: 'sts.amazonaws.com' })}.x`;

/** A service whose sessions really end, and a rollout's client with the role. */
function world(more: Partial<RoleParts> = {}) {
  const clock = new VirtualClock();
  const objects = createMemoryStore(() => clock.now());
  const simulator = createSimulator({
    clock,
    objects,
    runtime: createVirtualRuntime(),
    random: seededRandom(7),
    presign: () => '',
  });
  simulator.seed({ environments: [{ application: 'shop', name: 'shop-prod', versionLabel: 'v1', instances: 1 }] });
  const wire = createWire({ simulator, objects, clock, credentialClock: clock });
  const common = {
    region: 'us-east-1',
    version: '0',
    env: {},
    endpoint: 'http://127.0.0.1:4566',
    requestHandler: inProcessHandler(wire),
  };
  const masked: string[] = [];
  const credentials = roleCredentials(ROLE, {
    clients: createAwsClients({ ...common, credentials: TEST_KEY }),
    clock,
    mask: (secret) => void masked.push(secret),
    ...more,
  });
  const clients = createAwsClients({ ...common, credentials });
  const beanstalk = createBeanstalk({ clients, clock, random: seededRandom(1), patience: 'one-look' });
  const count = (action: string): number => wire.calls.list(0).filter((call) => call.action === action).length;
  const faults = (...list: readonly Fault[]): void => simulator.setScenario({ faults: list });
  const look = () => beanstalk.environmentNamed('shop', 'shop-prod');
  return { clock, count, credentials, faults, look, masked };
}

async function problemOf(work: Promise<unknown>): Promise<ActionError> {
  const error: unknown = await work.then(() => undefined).catch((reason: unknown) => reason);
  if (error instanceof ActionError) return error;
  throw new Error(`expected an ActionError, not ${String(error)}`);
}

describe('a role', () => {
  it('is taken with an ID token of GitHub where there is one, and its secrets are masked', async () => {
    const { look, count, credentials, masked } = world({ idToken: async () => TOKEN });
    expect(await look()).toMatchObject({ name: 'shop-prod' });
    expect([count('AssumeRoleWithWebIdentity'), count('AssumeRole')]).toEqual([1, 0]);
    const { secretAccessKey, sessionToken } = await credentials();
    expect(masked).toEqual([TOKEN, secretAccessKey, sessionToken]);
  });

  it('else with the credentials of the job', async () => {
    const { look, count } = world();
    expect(await look()).toMatchObject({ name: 'shop-prod' });
    expect([count('AssumeRoleWithWebIdentity'), count('AssumeRole')]).toEqual([0, 1]);
  });

  it('is taken anew before each session ends, in a rollout of five hours, and never more than once at a time', async () => {
    const { look, clock, count } = world({ idToken: async () => TOKEN });
    for (let passed = 0; passed < hours(5); passed += minutes(5)) {
      expect(await Promise.all([look(), look(), look()])).toEqual(
        Array(3).fill(expect.objectContaining({ name: 'shop-prod' })),
      );
      clock.advance(minutes(5));
    }
    expect(count('AssumeRoleWithWebIdentity')).toBe(6);
  });

  it('keeps the session that it has when a new one cannot be had for the moment', async () => {
    const { look, clock, count, faults } = world({ idToken: async () => TOKEN });
    await look();
    clock.advance(minutes(55));
    faults({ kind: 'server-error', status: 503, action: 'AssumeRoleWithWebIdentity', times: 1 });
    expect(await look()).toMatchObject({ name: 'shop-prod' });
    expect(await look()).toMatchObject({ name: 'shop-prod' });
    expect(count('AssumeRoleWithWebIdentity')).toBeGreaterThanOrEqual(2);
    clock.advance(minutes(50));
    expect(await look()).toMatchObject({ name: 'shop-prod' });
  });

  it.each<[string, Partial<RoleParts>, Fault | undefined, RegExp, 'permanent' | 'transient']>([
    [
      'that may not be taken',
      { idToken: async () => TOKEN },
      { kind: 'lost-permission', answer: 'denied', action: 'AssumeRoleWithWebIdentity' },
      /trust policy/,
      'permanent',
    ],
    [
      'when there is no token',
      {},
      { kind: 'lost-permission', answer: 'denied', action: 'AssumeRole' },
      /id-token: write/,
      'permanent',
    ],
    ['when STS does not answer', {}, { kind: 'server-error', status: 503, action: 'AssumeRole' }, /.*/, 'transient'],
    [
      'when GitHub gives no token',
      {
        idToken: () => Promise.reject(new Error('status 500')),
      },
      undefined,
      /trust policy/,
      'transient',
    ],
    ['with a token that is none', { idToken: async () => 'rubbish' }, undefined, /trust policy/, 'permanent'],
  ])('%s is told as such, with what to do', async (_, parts, fault, hint, nature) => {
    const { look, faults } = world(parts);
    if (fault !== undefined) faults(fault);
    const error = await problemOf(look());
    expect(error.problem).toMatchObject({
      code: 'role-not-assumed',
      input: 'role-to-assume',
      hint: expect.stringMatching(hint),
    });
    expect(error.problem.what).toContain(ROLE.arn);
    expect(error.nature).toBe(nature);
  });
});
