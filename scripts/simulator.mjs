/** `npm run simulator -- --port 4566 …`: the embedded Elastic Beanstalk alone, until it is interrupted. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureReady, ROOT } from './bootstrap.mjs';

await ensureReady({ compile: true });
const child = spawn(process.execPath, [join(ROOT, 'lib', 'simulator', 'serve.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// The terminal sends Ctrl-C to both; a `kill` of this process alone is passed on. The simulator decides when it is over.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
