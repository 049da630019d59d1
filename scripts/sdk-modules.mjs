/**
 * The AWS SDK comes twice in its packages: as CommonJS, which Node and ncc take by default, and as ES modules, of which a
 * bundler takes only what is used. The second is half as long, and the first API call comes that much sooner
 * (docs/decisions/0008-cold-start.md). ncc cannot be told which to take, except by `paths` in a tsconfig.json.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bootstrap.mjs';

/** Whose packages have both forms, file by file from the same sources. */
const SCOPES = ['@aws', '@aws-sdk', '@smithy'];

/** From what an import says (`@smithy/core/retry`) to its ES module, for each package that has one. */
function esModules() {
  const found = SCOPES.flatMap((scope) => {
    const directory = join('node_modules', scope);
    if (!existsSync(join(ROOT, directory))) return [];
    return readdirSync(join(ROOT, directory)).flatMap((name) => esModulesOf(`${scope}/${name}`));
  });
  if (found.length === 0) throw new Error('No package of the AWS SDK has ES modules any more: see docs/decisions.');
  return Object.fromEntries(found);
}

function esModulesOf(name) {
  const { exports, module } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
  const files = exports === undefined ? [['.', module]] : Object.entries(exports).map(([at, to]) => [at, to.module]);
  return files
    .filter(([, file]) => typeof file === 'string' && file.endsWith('.js'))
    .map(([at, file]) => [
      join(name, at).replaceAll('\\', '/'),
      [`node_modules/${join(name, file).replaceAll('\\', '/')}`],
    ]);
}

/** Writes the file and says how a process hears of it: `tsconfig-paths`, which ncc uses, reads this variable. */
export function withEsModules(file) {
  writeFileSync(file, JSON.stringify({ compilerOptions: { baseUrl: ROOT, paths: esModules() } }, undefined, 2));
  return { ...process.env, TS_NODE_PROJECT: file };
}
