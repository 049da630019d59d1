/**
 * `npm run test:mutation [-- part of a rule or file] [--stages N]`: breaks each rule of scripts/mutation/mutations.mjs in
 * turn, in a copy of the sources, and runs the tests: some test must fail for each. A rule that nothing defends is printed,
 * and fails this.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureReady, ROOT } from '../bootstrap.mjs';
import { node24 } from '../node24.mjs';
import { MUTATIONS } from './mutations.mjs';

/** From the quickest to the slowest: most rules fall to the first. */
const STAGES = [
  ['__tests__/watch', '__tests__/rollout', '__tests__/domain', '__tests__/operations'],
  ['__tests__/scenarios/canary-steered.test.ts'],
  ['way-back-stopped', 'creation-stopped', 'blue-green', 'lost-answers', 'rollback'].map(
    (story) => `__tests__/scenarios/${story}.test.ts`,
  ),
  ['pair-states', 'pair-meanwhile', 'pair-rollback'].map((story) => `__tests__/scenarios/${story}.test.ts`),
  [
    '__tests__/trust',
    ...['verdict-matrix', 'troubles', 'judged-splitting'].map((story) => `__tests__/scenarios/${story}.test.ts`),
  ],
  ['__tests__/scenarios'],
  // Seeds that once broke a rule.
  ['__tests__/simulation/simulation.test.ts', '-t', 'breaks no rule any more'],
];

const { values, positionals: wanted } = parseArgs({
  options: { stages: { type: 'string', default: String(STAGES.length) } },
  allowPositionals: true,
});
const stages = STAGES.slice(0, Number(values.stages));
await ensureReady();
const chosen = MUTATIONS.filter(({ file, rule }) => wanted.every((word) => `${file} ${rule}`.includes(word)));
const missing = MUTATIONS.filter(({ file, from }) => readFileSync(join(ROOT, file), 'utf8').split(from).length !== 2);
for (const { file, rule } of missing) console.error(`not found exactly once in ${file}: ${rule}`);

const waiting = chosen.filter((one) => !missing.includes(one));
const survived = [];
const began = performance.now();

async function worker() {
  const copy = mkdtempSync(join(tmpdir(), 'beanstalk-rollout-mutation-'));
  try {
    for (const name of ['src', '__tests__', 'docs', 'examples', 'scripts', '.github']) {
      cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    }
    for (const name of [
      'package.json',
      'jest.config.mjs',
      'tsconfig.json',
      'tsconfig.test.json',
      'action.yml',
      'README.md',
    ]) {
      cpSync(join(ROOT, name), join(copy, name));
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    for (let mutation = waiting.shift(); mutation !== undefined; mutation = waiting.shift()) {
      const stage = await firstFailing(copy, mutation);
      console.log(`${stage === undefined ? 'SURVIVED' : `caught (${stage})`}  ${mutation.file}: ${mutation.rule}`);
      if (stage === undefined) survived.push(mutation);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A test that fails anyway would catch everything: what a stage says counts when it passes without a mutation. */
const controls = STAGES.map(() => undefined);

function control(copy, index) {
  controls[index] ??= test(copy, STAGES[index]).then(({ passed, said }) => {
    if (!passed) throw new Error(`stage ${index + 1} fails without a mutation:\n${said}`);
  });
  return controls[index];
}

/** Which stage has noticed; `undefined`: none. */
async function firstFailing(copy, { file, from, to }) {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  for (const [index, paths] of stages.entries()) {
    await control(copy, index);
    writeFileSync(
      path,
      whole.replace(from, () => to),
    );
    const { passed } = await test(copy, paths);
    writeFileSync(path, whole);
    if (!passed) return index + 1;
  }
  return undefined;
}

function test(cwd, paths) {
  return new Promise((resolve, reject) => {
    const args = [
      join(ROOT, 'node_modules/jest/bin/jest.js'),
      '--silent',
      '--bail',
      '--maxWorkers=1',
      '--passWithNoTests',
      ...paths,
    ];
    const env = { ...process.env, CI: 'true', NODE_OPTIONS: '--experimental-vm-modules --no-warnings' };
    const child = spawn(node24(), args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece) => (said += String(piece)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ passed: code === 0, said }));
  });
}

if (chosen.length === 0) throw new Error('No such mutation.');
await Promise.all(Array.from({ length: Math.min(availableParallelism(), chosen.length) }, worker));
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(
  `\n${chosen.length - survived.length - missing.length} of ${chosen.length} mutations caught in ${minutes} min`,
);
if (survived.length + missing.length > 0) process.exitCode = 1;
