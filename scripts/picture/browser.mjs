/** A headless Chromium from the machine, and Mermaid from the registry into a temporary directory; both may be missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** As GitHub's pages are: 1012 pixels is the width of a job summary on a common screen. */
const WIDTH = 1012;
/** The rest of a longer page says in tables what is above it. */
const HIGHEST = 2_000;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--virtual-time-budget=20000'];
/** Of the version that github.com renders diagrams with. */
const MERMAID = 'mermaid@11';

export function findBrowser() {
  return NAMES.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
}

/** Address of Mermaid's bundle; `undefined` when it cannot be fetched: diagrams are then shown as their source. */
export function fetchMermaid(directory) {
  const args = ['install', '--prefix', directory, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', MERMAID];
  spawnSync('npm', args, { stdio: 'ignore', shell: process.platform === 'win32' });
  const bundle = join(directory, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js');
  return existsSync(bundle) ? pathToFileURL(bundle).href : undefined;
}

/** The page writes its height into its title once every diagram is drawn. */
function heightOf(browser, address) {
  const { stdout } = spawnSync(browser, [...FLAGS, `--window-size=${WIDTH},800`, '--dump-dom', address], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return Number(/<title>(\d+)<\/title>/.exec(stdout)?.[1] ?? 2_000);
}

/** Takes a picture of a page, from its top. */
export function photograph(browser, file, png) {
  const address = pathToFileURL(file).href;
  const height = Math.min(HIGHEST, heightOf(browser, address));
  const args = [...FLAGS, `--window-size=${WIDTH},${height}`, `--screenshot=${png}`, address];
  const { status, stderr } = spawnSync(browser, args, { encoding: 'utf8' });
  if (status !== 0 || !existsSync(png)) throw new Error(`${browser} took no picture of ${file}: ${stderr}`);
}
