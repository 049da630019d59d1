/**
 * `npm run picture`: plays the in-place story and puts its table into the README and its charts into docs/images/.
 * `npm run picture -- summary`: pictures of job summaries (scripts/picture/summaries.mjs).
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady, ROOT } from './bootstrap.mjs';

const BEGIN = '<!-- measured:strategies -->';
const END = '<!-- /measured:strategies -->';

const [what, ...names] = process.argv.slice(2);
if (what !== undefined) {
  await ensureReady();
  const { pictureComments, pictureSummaries } = await import('./picture/summaries.mjs');
  if (what === 'summary') pictureSummaries(names);
  else if (what === 'comment') pictureComments();
  else throw new Error(`There is no picture of ${what}; there are: summary, comment.`);
  process.exit();
}
await ensureReady({ compile: true });
const played = spawnSync(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), 'in-place'], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (played.status !== 0) process.exit(played.status ?? 1);

const { HEAD, cells } = await import('../lib/demo/page.js');
const rows = JSON.parse(readFileSync(join(ROOT, 'demo-report', 'rows.json'), 'utf8'));
const line = (values) => `| ${values.join(' | ')} |`;
const table = [line(HEAD), line(HEAD.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [before, rest] = readme.split(BEGIN);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined) throw new Error(`README.md has no ${BEGIN} … ${END}`);
writeFileSync(join(ROOT, 'README.md'), `${before}${BEGIN}\n${table}\n${END}${after}`);
mkdirSync(join(ROOT, 'docs', 'images'), { recursive: true });
copyFileSync(join(ROOT, 'demo-report', 'strategies.svg'), join(ROOT, 'docs', 'images', 'strategies.svg'));
console.log('Wrote the table into README.md and the charts into docs/images/strategies.svg.');
