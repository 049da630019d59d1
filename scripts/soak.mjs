/**
 * `npm run test:soak -- --seeds 10000 [--first S]`: simulated rollouts by the thousand, on every core, until a rule is broken.
 * `--seed N` plays one seed again, tells everything, and shrinks it to the smallest plot that still breaks the rule.
 */
import { fork, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureReady, ROOT } from './bootstrap.mjs';
import { node24 } from './node24.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    first: { type: 'string' },
    seed: { type: 'string' },
    plot: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const FLAGS = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  new URL('./typescript-sources.mjs', import.meta.url).href,
];
const inSimulation = (file) => join(ROOT, '__tests__', 'simulation', file);
await ensureReady();

if (values.seed !== undefined || values.plot !== undefined) {
  const what = values.plot === undefined ? [values.seed] : ['plot', values.plot];
  const { status } = spawnSync(node24(), [...FLAGS, inSimulation('one-seed.ts'), ...what], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const count = Number(values.seeds);
const first = values.first === undefined ? 1 + Math.floor(Math.random() * 1_000_000_000) : Number(values.first);
const workers = Math.min(count, Number(values.workers));
console.log(`${count} seeds from ${first} on, ${workers} processes`);
const startedAt = Date.now();
const broken = [];
const sum = { runs: 0, calls: 0, lasted: 0, outcomes: {} };
let next = first;
let done = 0;
let told = Date.now();

function hear({ tally, lasted, broken: one }) {
  done += 1;
  sum.runs += tally.runs;
  sum.calls += tally.calls;
  sum.lasted += lasted;
  for (const [name, times] of Object.entries(tally.outcomes)) sum.outcomes[name] = (sum.outcomes[name] ?? 0) + times;
  if (one !== undefined) {
    broken.push(one);
    const breaches = one.breaches.slice(0, 5).map(({ invariant, what }) => `  ${invariant}: ${what}`);
    console.log([`seed ${one.seed}`, ...breaches, `  again: npm run test:soak -- --seed ${one.seed}`].join('\n'));
  }
  if (Date.now() - told < 15_000) return;
  told = Date.now();
  console.log(`${done} of ${count} seeds, ${broken.length} broken`);
}

/** A simulated rollout takes a tenth of a second: one that takes so long never ends. */
const HANGS = 60_000;

/** One process after the other until there are no more seeds: one that hangs is ended and told. */
function lane() {
  return new Promise((resolve, reject) => {
    const child = fork(inSimulation('soak-worker.ts'), [], { execPath: node24(), execArgv: FLAGS });
    let seed;
    let timer;
    const more = () => {
      clearTimeout(timer);
      if (next >= first + count) return child.disconnect();
      seed = next;
      next += 1;
      timer = setTimeout(() => child.kill('SIGKILL'), HANGS);
      return child.send(seed);
    };
    child.on('message', (message) => {
      if (message !== 'ready') hear(message);
      more();
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) return resolve();
      const what = `the process ended with ${code ?? signal}; one that plays for ${HANGS / 1_000} s is killed`;
      const broken = { seed, breaches: [{ invariant: 'every run ends, and says how', what }] };
      hear({ tally: { runs: 0, calls: 0, outcomes: {} }, lasted: 0, broken });
      return lane().then(resolve, reject);
    });
  });
}
await Promise.all(Array.from({ length: workers }, lane));

const seconds = (Date.now() - startedAt) / 1_000;
const outcomes = Object.entries(sum.outcomes)
  .sort(([, one], [, other]) => other - one)
  .map(([name, times]) => `${times} ${name}`);
console.log(
  `${done} seeds, ${sum.runs} runs (${outcomes.join(', ')}), ${sum.calls} calls, ${Math.round(sum.lasted / 3_600_000)} simulated hours`,
);
console.log(
  `${seconds.toFixed(1)} s: ${Math.round((done / seconds) * 60)} seeds a minute, ${((seconds * 1_000 * workers) / Math.max(1, done)).toFixed(0)} ms of a process each`,
);
console.log(`${broken.length} seeds broke a rule`);
process.exitCode = broken.length === 0 ? 0 : 1;
