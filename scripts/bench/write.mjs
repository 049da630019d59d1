/** `--write`: one table in docs/benchmarks.md; rows of benchmarks that were not run again stay as they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { root, run } from './measure.mjs';

const PAGE = join(root, 'docs/benchmarks.md');
const HEAD = ['figure', 'ours', 'beside', 'ratio', 'bar', 'met', 'measured', 'command'];

/** `measured`: by benchmark, in the order of the table: its rows, and when and under what load they were measured. */
export async function writeTable(names, measured, node) {
  const kept = existing();
  const lines = names.flatMap((name) => {
    const fresh = measured.get(name);
    return fresh === undefined ? (kept.get(name) ?? []) : fresh.rows.map((row) => line(name, row, fresh));
  });
  const version = (await run(node, ['--version'])).out.trim();
  writeFileSync(PAGE, page(lines, version));
}

const command = (name) => `npm run bench -- ${name}`;

function line(name, { figure, ours, beside = '', ratio = '', bar = '', met, note = '' }, { date, load }) {
  const cells = [
    figure,
    ours,
    beside,
    ratio,
    bar,
    met === undefined ? note : met ? 'yes' : '**no**',
    `${date}, load ${load}`,
  ];
  return row([...cells, `\`${command(name)}\``]);
}

const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;

function existing() {
  const kept = new Map();
  let text = '';
  try {
    text = readFileSync(PAGE, 'utf8');
  } catch {
    return kept;
  }
  for (const found of text.split('\n')) {
    const name = /`npm run bench -- ([\w-]+)` \|$/.exec(found)?.[1];
    if (name !== undefined) kept.set(name, [...(kept.get(name) ?? []), found]);
  }
  return kept;
}

function page(lines, version) {
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${version}`;
  return `# Benchmarks

Made by \`npm run bench -- --write\`; do not edit. Each row is measured side by side in one run: figures of two machines, or of
two days, say nothing about each other. *Load* is the machine's load average before the benchmark began: above the number of
cores others were working beside it, and what is computed (not what is waited for) took longer than it would alone.

Last machine: ${machine}.

${row(HEAD)}
${row(HEAD.map(() => '---'))}
${lines.join('\n')}

## What is measured

- **Start**: from the start of the process to the first API call, beside \`node -e 0\`.
- **Provable end to exit**: the simulator's own state tells when the update had ended on the version on every instance with
  accepted health, and when health was computed anew after that; from then on the end can be proven. Every tool deploys the
  same version to the same environment of a simulator of its own, by the time of the wall. \`stable-for: 0s\` beside tools that
  do not hold; the row *health held for 30 s* is our default. A negative figure is a tool that was gone before the proof.
  beanstalk-deploy comes from npm, or from the checkout that \`BEANSTALK_DEPLOY\` names; its requests to AWS are led to the
  simulator.
- **Under the shared limit**: DescribeEvents and DescribeEnvironments, two calls a second for the whole account and region.
- **Bundling**: an installed \`node_modules\`, 30,000 files, from the directory to the checked bundle and its identity, beside
  \`zip -r\` at the same level and \`archiver\` from npm.
- **Upload**: the step that uploads, beside \`aws s3 cp\` without the time that \`aws --version\` takes, to the same simulator.
- **Requests lost**: the stories of \`npm start\`: real processes behind real proxies under a constant stream of requests.
- **Large rollout**: 500 instances, 50,000 events, six hours, ten minutes without network, in virtual time.
  *Live memory* is what a garbage collection each second has left, less the same before the action begins.
- **Simulated disasters**: \`npm run test:soak\`: whole runs with faults, other actors, cancellation and kills.

\`BENCH_ROUNDS\` and \`BENCH_SEEDS\` change how often.
`;
}
