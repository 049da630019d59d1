import { describe, expect, it } from '@jest/globals';
import type { Step } from '../../src/domain/plan.js';
import { type Milliseconds, minutes, seconds } from '../../src/domain/time.js';
import { rollOut } from '../../src/rollout/roll-out.js';
import { bundle } from '../support/given-environment.js';
import { settingsOf, World } from '../support/world.js';

/** A rollout whose upload takes an hour, stopped after ten seconds; cleaning up behind the upload takes `cleanUp`. */
async function stoppedUpload(cleanUp: Milliseconds) {
  const world = new World();
  const settings = settingsOf({});
  const { plan, snapshot } = await world.plan(settings, 'v2');
  const upload: Step = {
    kind: 'publish-version',
    application: 'shop',
    source: bundle('v9'),
  };
  const cancel = new AbortController();
  let isClean = false;
  const store = {
    ...world.ports.store,
    put: async () => {
      await world.clock.sleep(minutes(60), cancel.signal);
      await world.clock.sleep(cleanUp);
      isClean = true;
      throw new Error('the upload was broken off');
    },
  };
  const startedAt = world.clock.now();
  const done = world.clock.at(startedAt + seconds(10), () => cancel.abort());
  const outcome = await rollOut({
    plan: { ...plan, steps: [upload, ...plan.steps.filter(({ kind }) => kind !== 'publish-version')] },
    snapshot,
    settings,
    ports: { ...world.ports, store },
    say: () => undefined,
    cancel: cancel.signal,
  });
  done();
  return { outcome, isClean, took: world.clock.now() - startedAt - seconds(10) };
}

describe('a request to stop in the middle of an upload', () => {
  it('waits until the upload has removed its unfinished parts', async () => {
    const { outcome, isClean } = await stoppedUpload(seconds(1));
    expect(outcome).toMatchObject({ state: 'cancelled', restored: 'not-needed' });
    expect(isClean).toBe(true);
  });

  it('does not wait longer than the runner does', async () => {
    const { outcome, took } = await stoppedUpload(seconds(60));
    expect(outcome.state).toBe('cancelled');
    expect(took).toBeLessThanOrEqual(seconds(6));
  });
});
