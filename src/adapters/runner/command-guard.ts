/**
 * A small program between the action and a command of the user: `@actions/exec` starts it, and it starts the command in a
 * process group of its own, so that the whole group can be ended. `@actions/exec` itself offers no way to end what it runs.
 *
 * It is given to `node -e`, because the action is one file; arguments: a mark, the program, and the program's arguments.
 * It writes the mark and its own process id first. It ends the group when it is told to (SIGTERM, SIGINT), and when its
 * standard input closes: that is the action's end, whatever ended it.
 */
export const COMMAND_GUARD = `
const { spawn } = require('node:child_process');
const { writeSync } = require('node:fs');
const { constants } = require('node:os');
const [mark, program, ...args] = process.argv.slice(1);
const isWindows = process.platform === 'win32';
writeSync(1, mark + ' ' + process.pid + '\\n');
const child = spawn(program, args, { detached: !isWindows, stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
const end = (signal) => {
  if (child.pid === undefined) return;
  if (isWindows) {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => child.kill());
    return;
  }
  try { process.kill(-child.pid, signal); } catch {}
};
let isEnding = false;
const stop = () => {
  if (isEnding) return;
  isEnding = true;
  end('SIGTERM');
  // What ignores the polite signal, or has been left by a parent that did not.
  setTimeout(() => { end('SIGKILL'); process.exit(143); }, 1500);
};
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).on('close', stop).resume();
child.on('error', (error) => { writeSync(1, mark + ' failed ' + error.message + '\\n'); process.exit(127); });
child.on('exit', (code, signal) => {
  if (isEnding) return;
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
});
`;
