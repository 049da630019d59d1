/** `npm test [-- jest arguments]`: installs and compiles what is missing, runs jest under Node 24, ends in `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureReady, ROOT } from './bootstrap.mjs';
import { node24 } from './node24.mjs';

/** What `test-counts.mjs` has written; `undefined` when jest did not come so far. */
function counts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

await ensureReady({ compile: true });
const directory = mkdtempSync(join(tmpdir(), 'beanstalk-rollout-test-'));
const resultFile = join(directory, 'result.json');
console.log('Running the tests (jest) …');
const jest = spawnSync(
  node24(),
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join('node_modules', 'jest', 'bin', 'jest.js'),
    '--reporters=default',
    `--reporters=${join(ROOT, 'scripts', 'test-counts.mjs')}`,
    '--maxWorkers=2',
    ...process.argv.slice(2),
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      TEST_COUNTS_FILE: resultFile,
    },
  },
);
const { passed, failed, skipped } = counts(resultFile) ?? { passed: 0, failed: 1, skipped: 0 };
rmSync(directory, { recursive: true, force: true });
const ok = jest.status === 0 && failed === 0;
// Jest may fail for other reasons than a test (a threshold, an open handle, no test found): that is a failure, too.
const shown = ok || failed > 0 ? failed : 1;
console.log(`\n${passed} passed, ${shown} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = ok ? 0 : 1;
