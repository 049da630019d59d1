/** The simulator as a process in the background of a job: it outlives the step that starts it, and ends in the post phase. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Ready, readReady } from '../simulator/ready-text.js';

export interface Background extends Ready {
  readonly pid: number;
}

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 30_000;

/** Starts it; what it prints goes to files, since nobody is left to read a pipe. Throws with what it has printed. */
export async function startInBackground(
  entry: string,
  args: readonly string[],
  files: { readonly out: string; readonly log: string },
): Promise<Background> {
  const out = openSync(files.out, 'w');
  const log = openSync(files.log, 'w');
  const child = spawn(process.execPath, [entry, ...args], { detached: true, stdio: ['ignore', out, log] });
  closeSync(out);
  closeSync(log);
  let ending: string | undefined;
  child.once('error', (error) => {
    ending = error.message;
  });
  child.once('exit', (code, signal) => {
    ending = `it ended with ${signal ?? code}`;
  });
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const ready = readReady(readFileSync(files.out, 'utf8'));
    if (ready !== undefined && child.pid !== undefined) {
      child.unref();
      return { ...ready, pid: child.pid };
    }
    if (ending === undefined && Date.now() > giveUpAt) ending = `it was not ready after ${PATIENCE_MS / 1_000} s`;
    if (ending !== undefined) {
      child.kill();
      throw new Error(`The simulator did not start: ${ending}.\n${readFileSync(files.log, 'utf8').trim()}`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}
