/** `write-comments.ts <directory>`: the comment of a pull request in the states of a preview's life, for somebody to look at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minutes } from '../../src/domain/time.js';
import { PreviewWorld } from './preview-world.js';

const [directory = '.'] = process.argv.slice(2);
const HEAD = '3f2a91c4be0d6a1f5c7e8b9a0d1c2e3f4a5b6c7d';
const stage = new PreviewWorld();
stage.pull({ number: 17, headCommit: HEAD });
const inputs = { 'preview-ttl': '7d', 'version-label': 'v3' };
const run = { serverUrl: 'https://github.com' };
const comments: string[] = [];
const keep = (): void => void comments.push(...stage.comments());

const opened = stage.start({ action: 'opened', head: HEAD }, { inputs, run });
stage.world.clock.at(stage.world.clock.now() + minutes(1), keep);
await opened.ended;
keep();
stage.pull({ number: 17, headCommit: HEAD, state: 'closed' });
await stage.on({ action: 'closed', head: HEAD }, { inputs, run });
keep();

const box = (body: string): string =>
  `<div class="comment"><div class="author"><b>github-actions</b> <span>bot</span> commented</div>\n\n${body}\n\n</div>`;
mkdirSync(directory, { recursive: true });
writeFileSync(join(directory, 'comment.md'), `${comments.map(box).join('\n\n')}\n`);
console.log(`${comments.length} states`);
