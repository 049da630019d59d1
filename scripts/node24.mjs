/** Where a Node of the major version that runs the action (24) or newer is: the host's own, or the one among the packages. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAJOR = 24;

/** @returns {string} absolute path of a Node ≥ 24; throws with what to do when there is none. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= MAJOR) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(ROOT, 'node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  const hint = `Install Node ${MAJOR} (https://nodejs.org) and run this again.`;
  if (!existsSync(path)) {
    throw new Error(
      `The action runs on Node ${MAJOR}; this is Node ${process.versions.node} and no newer one came with npm. ${hint}`,
    );
  }
  const tried = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (tried.status !== 0) throw new Error(`The Node ${MAJOR} that came with npm does not run on this machine. ${hint}`);
  return path;
}
