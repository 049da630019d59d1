/**
 * `npm run generate`: writes what follows from the declarations: action.yml, the tables of the README, docs/errors.md.
 * `--check` writes nothing and fails when a file is not what the declarations say, naming it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, ensureReady, ROOT } from './bootstrap.mjs';
import { actionYml, between, errorsMd, inputTables, outputTable, strategyTable } from './generate-texts.mjs';
import { POLICIES, policyText } from './policies.mjs';

await ensureReady();
compile();

const load = (file) => import(pathToFileURL(join(ROOT, 'lib', file)).href);
const [{ INPUT_GROUPS, STRATEGY_INPUTS }, { STRATEGIES }, { OUTPUTS }, { CODE_GROUPS }] = await Promise.all([
  load('inputs/declarations.js'),
  load('strategies/index.js'),
  load('domain/outputs.js'),
  load('domain/problem-codes.js'),
]);
const inputs = { groups: INPUT_GROUPS, strategyInputs: STRATEGY_INPUTS, outputs: OUTPUTS };

const current = (file) => {
  try {
    return readFileSync(join(ROOT, file), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
};

const readme = ['inputs', 'outputs', 'strategies'].reduce((text, name) => {
  const made = { inputs: inputTables(inputs), outputs: outputTable(OUTPUTS), strategies: strategyTable(STRATEGIES) };
  return between(text, name, made[name]);
}, current('README.md'));

const policies = Object.keys(POLICIES).map((name) => [`docs/policies/${name}.json`, policyText(name)]);
const wanted = {
  'action.yml': actionYml(inputs),
  'README.md': readme,
  'docs/errors.md': errorsMd(CODE_GROUPS),
  ...Object.fromEntries(policies),
};
const stale = Object.entries(wanted).filter(([file, text]) => current(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is not what the declarations in src/ say.`);
  if (stale.length > 0) {
    console.error('Run `npm run generate` and commit the result.');
    process.exitCode = 1;
  } else {
    console.log(`${Object.keys(wanted).join(', ')} are what the declarations in src/ say.`);
  }
} else {
  for (const [file, text] of stale) {
    writeFileSync(join(ROOT, file), text);
    console.log(`Wrote ${file}.`);
  }
  if (stale.length === 0) console.log('Nothing to do.');
}
