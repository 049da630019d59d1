/** The record of good versions over several runs, a rollback by it, and what is pruned: on the simulated service. */
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../src/domain/problem.js';
import { readRecord } from '../../src/domain/releases.js';
import type { DeploySettings } from '../../src/domain/settings.js';
import { planDeploy } from '../../src/operations/deploy.js';
import type { Documents } from '../../src/ports/documents.js';
import { oldVersions, resolveRollback } from '../../src/releases.js';
import { recordKey } from '../../src/rollout/record.js';
import { rollOut } from '../../src/rollout/roll-out.js';
import { settingsOf, World } from '../support/world.js';

async function recordOf(world: World) {
  const bucket = await world.ports.beanstalk.storageBucket();
  const found = await documentsOf(world).read(bucket, recordKey('shop', 'shop-prod'));
  return readRecord(found?.text ?? '')?.releases ?? [];
}

function documentsOf(world: World): Documents {
  const { documents } = world.ports;
  if (documents === undefined) throw new Error('the world has no documents');
  return documents;
}

const cloudOf = (world: World) => ({ ...world.ports, documents: documentsOf(world) });

/** `operation: rollback` as main carries it out. */
async function rollBack(world: World, toVersion: string, over: Partial<DeploySettings> = {}) {
  const settings = settingsOf({ settings: { operation: 'rollback', toVersion, comment: 'users complain', ...over } });
  const snapshot = await world.snapshot('v1');
  const back = await resolveRollback(settings, snapshot, cloudOf(world));
  if (back.kind === 'unclear') throw new ActionError(back.problem);
  const made = planDeploy({ settings, snapshot, validation: [], version: back.version });
  if (made.kind === 'refused') throw new Error('refused');
  const callsBefore = world.wire.calls.total;
  const outcome = await rollOut({
    plan: made.plan,
    snapshot,
    settings,
    ports: world.ports,
    say: (message) => world.said.push({ ...message, at: world.clock.now() }),
    cancel: new AbortController().signal,
    run: 'https://github.com/octo/shop/actions/runs/7',
  });
  return { outcome, back, calls: world.wire.calls.list(callsBefore).map(({ action }) => action) };
}

const warnings = (world: World): readonly string[] =>
  world.said.flatMap((message) => (message.type === 'warning' ? [message.problem.code] : []));

describe('the record', () => {
  it('begins with what ran before, grows by what is proven, and never by what failed', async () => {
    const world = new World();
    await world.deploy({ label: 'v2' });
    await world.deploy({ label: 'v3', scenario: { versions: { v3: { command: 'fails' } } } });
    expect((await recordOf(world)).map(({ label, verdict, proof }) => [label, verdict, proof])).toEqual([
      ['v2', 'proven', 'instances'],
      ['v1', 'seen', 'instances'],
    ]);
  });

  it('what ran before is not called good when it was not well', async () => {
    const world = new World();
    await world.deploy({
      label: 'v1',
      again: true,
      settings: { acceptHealth: { kind: 'any' } },
      scenario: { versions: { v1: { health: 'Severe' } } },
    });
    const labels = (await recordOf(world)).map(({ label }) => label);
    await world.deploy({ label: 'v2', settings: { acceptHealth: { kind: 'any' } } });
    expect(labels).toEqual(['v1']);
  });

  it('two runs that write at the same time both get their entry in', async () => {
    const world = new World();
    const documents = documentsOf(world);
    let others = 0;
    const { read } = documents;
    Object.assign(documents, {
      read: async (bucket: string, key: string) => {
        const found = await read(bucket, key);
        // Somebody else writes between our look and our write, three times.
        if (others < 3) {
          others += 1;
          const label = `other-${others}`;
          const record = readRecord(found?.text ?? '') ?? { environment: 'shop-prod', releases: [] };
          const entry = {
            label,
            at: others,
            verdict: 'proven',
            operation: 'deploy',
            environmentId: 'e-other',
            proof: 'none',
          };
          const text = JSON.stringify({ schema: 1, ...record, releases: [entry, ...record.releases] });
          await documents.write({ bucket, key, text, ...(found === undefined ? {} : { replaces: found.etag }) });
        }
        return found;
      },
    });
    await world.deploy({ label: 'v2' });
    expect((await recordOf(world)).map(({ label }) => label)).toEqual(['v2', 'v1', 'other-3', 'other-2', 'other-1']);
  });

  it.each([
    ['the answer is lost', { kind: 'reset', action: 'PutObject', when: 'after', times: 1 }, ['v2', 'v1'], []],
    [
      'writing is not allowed',
      { kind: 'lost-permission', action: 'PutObject', answer: 'denied' },
      [],
      ['record-not-written'],
    ],
  ] as const)('%s: the deployment stands', async (_, fault, labels, codes) => {
    const world = new World();
    const { outcome } = await world.deploy({ label: 'v2', scenario: { faults: [fault] } });
    world.scenario({});
    expect(outcome.state).toBe('succeeded');
    expect((await recordOf(world)).map(({ label }) => label)).toEqual(labels);
    expect(warnings(world)).toEqual(codes);
  });

  it('is not written over something that is no record', async () => {
    const world = new World();
    const bucket = await world.ports.beanstalk.storageBucket();
    const key = recordKey('shop', 'shop-prod');
    await documentsOf(world).write({ bucket, key, text: 'mine' });
    const { outcome } = await world.deploy({ label: 'v2' });
    expect(outcome.state).toBe('succeeded');
    expect((await documentsOf(world).read(bucket, key))?.text).toBe('mine');
    expect(warnings(world)).toEqual(['record-not-written']);
  });
});

describe('operation rollback', () => {
  it('previous: back to the last good version, and from there to the one before it', async () => {
    const world = new World();
    await world.deploy({ label: 'v2' });
    await world.deploy({ label: 'v3' });
    const first = await rollBack(world, 'previous');
    expect(first.outcome).toMatchObject({ state: 'succeeded', proof: 'instances' });
    expect(first.outcome.reason).toContain('Ready on v2');
    expect(first.calls).not.toContain('CreateApplicationVersion');
    expect((await recordOf(world))[0]).toMatchObject({
      label: 'v2',
      operation: 'rollback',
      insteadOf: 'v3',
      comment: 'users complain',
      run: 'https://github.com/octo/shop/actions/runs/7',
    });
    const second = await rollBack(world, 'previous');
    expect(second.outcome.reason).toContain('Ready on v1');
    await expect(rollBack(world, 'previous')).rejects.toThrow(/No version is recorded as good on shop-prod before v1/);
  });

  it('to what runs everywhere already: unchanged, and nothing is called but reads', async () => {
    const world = new World();
    await world.deploy({ label: 'v2' });
    const { outcome, calls } = await rollBack(world, 'v2');
    expect(outcome.state).toBe('unchanged');
    expect(calls).toEqual([]);
  });

  it('repairs a fleet that a failed deployment has left mixed', async () => {
    const world = new World({
      environment: {
        options: {
          'aws:elasticbeanstalk:command': { DeploymentPolicy: 'Rolling', BatchSizeType: 'Fixed', BatchSize: '2' },
        },
      },
    });
    await world.deploy({ label: 'v2' });
    await world.deploy({ label: 'v3', scenario: { versions: { v3: { command: 'fails', onlyOrdinals: [2] } } } });
    world.scenario({});
    const { outcome, back } = await rollBack(world, 'previous');
    expect(back).toMatchObject({ version: { label: 'v2' } });
    expect(outcome).toMatchObject({ state: 'succeeded', proof: 'instances' });
  });
});

describe('pruning', () => {
  it('deletes only what is old, unused and no way back, and plans the same beforehand', async () => {
    const world = new World();
    for (const label of ['old-1', 'old-2', 'old-3']) {
      world.clock.advance(1_000);
      world.somebody('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: label });
    }
    world.clock.advance(1_000);
    world.somebody('CreateApplicationVersion', { ApplicationName: 'shop', VersionLabel: 'new' });
    const settings = settingsOf({ settings: { pruneVersions: 2 } });
    const { plan, snapshot } = await world.plan(settings, 'new');
    const planned = await oldVersions(settings, plan, snapshot, cloudOf(world));
    const { outcome } = await world.deploy({ label: 'new', settings: { pruneVersions: 2 } });
    expect(outcome.state).toBe('succeeded');
    const left = (await world.ports.beanstalk.versions('shop')).map(({ label }) => label).sort();
    // v1 is the way back; of the others the newest two stay.
    expect(left).toEqual(['new', 'old-3', 'v1']);
    expect([...(planned.prune ?? [])].sort()).toEqual(['old-1', 'old-2', 'v2', 'v3']);
  });

  it('deletes nothing when it cannot be told what is in use', async () => {
    const world = new World();
    const { environments } = world.ports.beanstalk;
    Object.assign(world.ports.beanstalk, { environments: async () => [] });
    const { outcome } = await world.deploy({ label: 'v3', settings: { pruneVersions: 1 } });
    Object.assign(world.ports.beanstalk, { environments });
    expect(outcome.state).toBe('succeeded');
    expect(await world.ports.beanstalk.versions('shop')).toHaveLength(3);
    expect(warnings(world)).toEqual(['not-pruned']);
  });
});
