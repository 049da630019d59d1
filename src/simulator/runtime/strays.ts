/** Processes of an application that have left its process group (daemons), found by a mark in their environment. */
import { readdir, readFile } from 'node:fs/promises';

/**
 * Kills every process whose environment contains `mark`, as systemd kills everything in a service's control group.
 * Needs Linux's `/proc`; elsewhere it does nothing.
 */
export async function killStrays(mark: string): Promise<void> {
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  await Promise.all(
    processes.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
      if (!environment.includes(mark)) return;
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It has ended by itself since the look.
      }
    }),
  );
}
