/** Processes of an application that have left its process group (daemons), found by a mark in their environment. */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Milliseconds } from '../../domain/time.js';

const POLL: Milliseconds = 10;
/** SIGKILL cannot be refused; longer than this only a process in uninterruptible sleep takes. */
const AFTER_KILL: Milliseconds = 2_000;

/**
 * Kills every process whose environment contains `mark`, as systemd kills everything in a service's control group, and
 * resolves when none is left: one that is killed may have begun another a moment before, and takes its time to go.
 * Needs Linux's `/proc`; elsewhere it does nothing.
 */
export async function killStrays(mark: string): Promise<void> {
  for (let waited = 0; waited < AFTER_KILL; waited += POLL) {
    const strays = await processesWith(mark);
    if (strays.length === 0) return;
    for (const pid of strays) kill(pid);
    await sleep(POLL);
  }
}

/** What has ended and was not reaped yet has no environment any more. */
async function processesWith(mark: string): Promise<readonly number[]> {
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    processes.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      return environment.includes(mark) ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself since the look.
  }
}
