import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';

it('a step lives in the simulated time: dates, timers and measured spans', () => {
  const folder = mkdtempSync(join(tmpdir(), 'step-clock-'));
  try {
    const source = readFileSync(join(import.meta.dirname, '../../src/demo/step-clock.ts'), 'utf8');
    const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } } as const;
    writeFileSync(join(folder, 'clock.mjs'), transformSync(source, options).code);
    const program = `
      const [from, started] = [Date.now(), performance.now()];
      setTimeout(() => {
        const [span, measured] = [Date.now() - from, performance.now() - started];
        console.log(JSON.stringify({ from, span, measured, isDate: new Date() instanceof Date, fixed: new Date(5).getTime() }));
      }, 30_000);
      const cleared = setInterval(() => process.exit(1), 60_000);
      setTimeout(() => clearInterval(cleared), 30_000);`;
    writeFileSync(join(folder, 'program.mjs'), program);
    const env = { PATH: process.env.PATH ?? '', DEMO_CLOCK: `100 ${Date.now()} ${Date.UTC(2030, 0, 1)}` };
    const began = Date.now();
    const args = ['--import', `file://${join(folder, 'clock.mjs')}`, join(folder, 'program.mjs')];
    const told = JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' }));
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(new Date(told.from).getUTCFullYear()).toBe(2030);
    expect(told.span).toBeGreaterThanOrEqual(29_000);
    expect(told.measured).toBeGreaterThanOrEqual(29_000);
    expect(told).toMatchObject({ isDate: true, fixed: 5 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
