/** Hundreds of simulated rollouts, other ones in each run of the suite; and seeds that once broke a rule, played again for ever. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { breachesOf } from './invariants.js';
import { largePlot } from './large-plot.js';
import { ONCE_BROKEN } from './once-broken.js';
import { play } from './play.js';
import { playSeed } from './soak.js';
import { writePlot } from './write-plot.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** On a machine that has much else to do. */
const PATIENCE = 240_000;

/** `SEEDS=2000 npm test -- simulation` for more. */
const SEEDS = Number(process.env.SEEDS ?? 500);

/** Where the seeds begin; absent: anywhere, so that each run of the suite plays others. */
const FROM = process.env.FIRST_SEED === undefined ? [] : ['--first', process.env.FIRST_SEED];

function soak(args: readonly string[]): Promise<{ readonly code: number | null; readonly text: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'soak.mjs'), ...args], { cwd: ROOT });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += String(piece)));
    child.on('close', (code) => resolve({ code, text }));
  });
}

describe('simulated rollouts', () => {
  it(
    `break no rule, whatever the seed: ${SEEDS} fresh ones`,
    async () => {
      const { code, text } = await soak(['--seeds', String(SEEDS), ...FROM]);
      if (code !== 0) throw new Error(text);
      expect(text).toMatch(new RegExp(`^${SEEDS} seeds from \\d+ on`));
      expect(text).toContain('0 seeds broke a rule');
    },
    2 * PATIENCE,
  );

  it(
    'have the right verdict after six hours of evaluation, with a long history and ten minutes without network',
    async () => {
      const played = await play(largePlot({ instances: 3, pastEvents: 5_000, evaluationMinutes: 360 }));
      const [run] = played.runs;
      expect(breachesOf(played)).toEqual([]);
      expect(run?.outputs.outcome).toBe('succeeded');
      expect((run?.endedAt ?? 0) - (run?.startedAt ?? 0)).toBeGreaterThan(6 * 3_600_000);
      expect(run?.lines.join('\n')).toContain('ECONNRESET');
      const taken = played.calls.filter(({ action, status }) => action === 'AssumeRole' && status === 200);
      expect(taken.length).toBeGreaterThan(6);
    },
    PATIENCE,
  );

  it(
    'play the same run again from the same seed',
    async () => {
      for (const seed of [4, 11, 16]) {
        const [one, other] = [await play(writePlot(seed)), await play(writePlot(seed))];
        const seen = ({ runs, calls }: typeof one) => ({
          lines: runs.map(({ lines }) => lines),
          outputs: runs.map(({ outputs }) => ({ ...outputs, report: '' })),
          calls: calls.map(({ action, time }) => `${time} ${action}`),
        });
        expect(seen(other)).toEqual(seen(one));
      }
    },
    PATIENCE,
  );

  it.each(ONCE_BROKEN)(
    'seed $seed breaks no rule any more: $was',
    async ({ seed }) => {
      const { broken } = await playSeed(seed);
      expect(broken?.breaches).toBeUndefined();
    },
    PATIENCE,
  );

  it.each(ONCE_BROKEN.flatMap(({ plot, ...rest }) => (plot === undefined ? [] : [{ plot, ...rest }])))(
    'the smallest plot of seed $seed breaks no rule any more: $was',
    async ({ plot }) => {
      expect(breachesOf(await play(plot))).toEqual([]);
    },
    PATIENCE,
  );
});
