/**
 * `npm run picture -- summary [name …]` and `-- comment`: real runs in a simulated world, their job summaries or comments as
 * GitHub shows them, and pictures of those in docs/images/. Without a Chromium the pages are written, and the pictures stay.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../bootstrap.mjs';
import { node24 } from '../node24.mjs';
import { fetchMermaid, findBrowser, photograph } from './browser.mjs';
import { githubPage } from './github-page.mjs';

/** A picture in a repository is fetched by everybody who clones it. */
const LARGEST = 300_000;

function writePages(script, directory, names) {
  const support = join(ROOT, '__tests__', 'support');
  const loader = pathToFileURL(join(support, 'run-typescript.mjs')).href;
  const args = ['--import', loader, join(support, script), directory, ...names];
  const { status } = spawnSync(node24(), args, { stdio: 'inherit', cwd: ROOT });
  if (status !== 0) throw new Error('the runs could not be played');
}

export const pictureSummaries = (names) => picture('write-pages.ts', 'summary-', names);

export const pictureComments = () => picture('write-comments.ts', '', []);

/** Pages are `<name>.md`, their pictures `<prefix><name>.png`. */
function picture(script, prefix, names) {
  const directory = mkdtempSync(join(tmpdir(), 'beanstalk-rollout-pictures-'));
  writePages(script, directory, names);
  const mermaid = fetchMermaid(directory);
  if (mermaid === undefined) console.log('Mermaid cannot be fetched: diagrams are shown as their source.');
  const browser = findBrowser();
  const images = join(ROOT, 'docs', 'images');
  mkdirSync(images, { recursive: true });
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.md'))) {
    const name = file.replace(/\.md$/, '');
    const page = join(directory, `${name}.html`);
    writeFileSync(page, githubPage(readFileSync(join(directory, file), 'utf8'), mermaid));
    if (browser === undefined || mermaid === undefined) continue;
    const png = join(images, `${prefix}${name}.png`);
    photograph(browser, page, png);
    const { size } = statSync(png);
    if (size > LARGEST) throw new Error(`${png} has ${size} bytes, more than ${LARGEST}`);
    console.log(`docs/images/${prefix}${name}.png (${Math.round(size / 1000)} kB)`);
  }
  console.log(`The pages are in ${directory}${browser === undefined ? '; no Chromium was found for pictures' : ''}.`);
}
