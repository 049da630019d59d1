/** `write-pages.ts <directory> [name …]`: the pages of real runs in a simulated world as files, for somebody to look at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_RUNS } from './page-runs.js';

const [directory = '.', ...names] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
for (const [name, play] of Object.entries(PAGE_RUNS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const pages = await play();
  writeFileSync(join(directory, `${name}.md`), pages.summary);
  writeFileSync(join(directory, `${name}.log`), `${pages.lines.join('\n')}\n`);
  writeFileSync(join(directory, `${name}.json`), pages.report);
  console.log(name);
}
