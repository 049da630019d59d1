/** Daemons of an application, which no process group holds together. */
import { spawn } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { killStrays } from '../../../src/simulator/runtime/strays.js';
import { processesWith, uniqueMark, until } from '../../support/process-runtime.js';

it('leaves none of them, nor what they have begun a moment before', async () => {
  if (process.platform !== 'linux') return;
  const mark = uniqueMark();
  // Each begins others all the time, in sessions of their own.
  for (let count = 0; count < 5; count += 1) {
    const loop = 'while :; do sleep 60 & sleep 0.05; done';
    spawn('/bin/sh', ['-c', loop], {
      env: { PATH: process.env.PATH ?? '', MARK: mark },
      detached: true,
      stdio: 'ignore',
    });
  }
  await until(async () => ((await processesWith(mark)).length > 20 ? true : undefined));
  await killStrays(mark);
  expect(await processesWith(mark)).toEqual([]);
});
