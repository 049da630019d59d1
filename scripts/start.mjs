/** `npm start`: installs and compiles what is missing, then plays the stories under a Node that can run the action. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureReady, ROOT } from './bootstrap.mjs';
import { node24 } from './node24.mjs';

await ensureReady({ compile: true });
const child = spawn(node24(), [join(ROOT, 'lib', 'demo', 'main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: ROOT,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
