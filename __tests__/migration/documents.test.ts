/** The pages for people who come from something else: complete, and true about names. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { OUTPUTS } from '../../src/domain/outputs.js';
import { COMMON_INPUTS, INPUT_NAMES } from '../../src/inputs/declarations.js';
import { REPLACED_INPUTS, replacementFor } from '../../src/inputs/other-actions.js';
import { OPERATION_NAMES } from '../../src/operations/names.js';
import { problemsFor } from '../inputs/given.js';

const PAGES = ['aws-action', 'beanstalk-deploy', 'eb-cli', 'aws-cli'].map((name) => `docs/migrate-from-${name}.md`);
const root = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const blocks = (page: string): readonly string[] =>
  [...root(page).matchAll(/```yaml\n(.*?)```/gs)].map((found) => found[1] ?? '');

/** The rows of the table below a heading: what stands in its columns. */
function rowsOf(page: string, heading: string): readonly (readonly string[])[] {
  const section =
    root(page)
      .split(/^## /m)
      .find((one) => one.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| (.*) \|$/gm)].map((row) => (row[1] ?? '').split(' | '));
}

/** What is written as code. */
const codesIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');

describe.each(PAGES)('%s', (page) => {
  it('shows a workflow before and after, in this order', () => {
    const [before = '', after = '', ...others] = blocks(page);
    expect(others).toEqual([]);
    expect(before).not.toContain('beanstalk-rollout/');
    expect(after).toContain('uses: beanstalk-rollout/beanstalk-rollout@v0');
    for (const text of [before, after]) expect(() => parse(text)).not.toThrow();
  });

  it('says what is different', () => {
    expect(rowsOf(page, 'What changes in behaviour').length).toBeGreaterThan(5);
  });

  it('names only inputs, operations and pages that there are', () => {
    const ours = [...rowsOf(page, 'Inputs'), ...rowsOf(page, 'Commands')].map((row) => row.at(-1) ?? '').join(' ');
    for (const code of codesIn(ours)) {
      const [name = '', value = ''] = code.split(/: ?/);
      if (name === 'operation') expect(OPERATION_NAMES).toContain(value);
      if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name) && code.includes(':')) expect(INPUT_NAMES).toContain(name);
    }
    for (const [, path = ''] of root(page).matchAll(/\]\(([\w-]+\.md)/g)) {
      expect([path, existsSync(new URL(`../../docs/${path}`, import.meta.url))]).toEqual([path, true]);
    }
  });
});

describe('the page for the action of AWS', () => {
  const [page = ''] = PAGES;

  it('changes nothing but the line that names the action', () => {
    const [before = [], after = []] = blocks(page).map((text) => text.split('\n'));
    expect(before.length).toBe(after.length);
    const changed = before.flatMap((line, at) => (line === after[at] ? [] : [line.trim()]));
    expect(changed).toEqual(['- uses: aws-actions/aws-elasticbeanstalk-deploy@v1']);
  });

  it('has a row for every input that is shared', () => {
    const named = codesIn(
      rowsOf(page, 'Inputs')
        .map(([theirs = '']) => theirs)
        .join(' '),
    );
    const shared = Object.entries(COMMON_INPUTS).flatMap(([name, { aws }]) => (aws === true ? [name] : []));
    expect([...named].sort()).toEqual([...shared].sort());
  });

  it('names the outputs that are shared', () => {
    const names =
      'environment-url environment-id environment-status environment-health deployment-action-type version-label';
    for (const name of names.split(' ')) {
      expect(root(page)).toContain(`\`${name}\``);
      expect(Object.keys(OUTPUTS)).toContain(name);
    }
  });
});

describe('the page for einaregilsson/beanstalk-deploy', () => {
  const [, page = ''] = PAGES;

  it('has a row for every input of it', () => {
    const named = codesIn(
      rowsOf(page, 'Inputs')
        .map(([theirs = '']) => theirs)
        .join(' '),
    );
    expect([...named].sort()).toEqual([...REPLACED_INPUTS].sort());
  });

  it.each(REPLACED_INPUTS)('%s fails the run with the same advice', async (name) => {
    const [problem, ...others] = await problemsFor({ [name]: 'hunter2' });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'renamed-input', input: name });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    const input = replacementFor(name)?.input;
    const row = rowsOf(page, 'Inputs').find(([theirs = '']) => codesIn(theirs).includes(name));
    if (input === undefined) expect(row?.[1]).toMatch(/^none/);
    else {
      expect(INPUT_NAMES).toContain(input);
      expect(problem?.hint).toContain(input);
      expect(row?.[1]).toContain(input);
    }
  });

  it.each([
    ['wait_for_environment_recovery', '120', '`health-grace: 120s`'],
    ['wait_for_environment_recovery', 'soon', 'a duration'],
    ['use_existing_version_if_available', 'true', 'on-label-conflict: reuse'],
    ['use_existing_version_if_available', 'false', 'on-label-conflict: fail'],
    ['WAIT-FOR-ENVIRONMENT_RECOVERY', '5', '`health-grace: 5s`'],
    ['deployment_package', 'x.zip', '`version-source: existing`'],
  ])('%s: %s is answered with %s', async (name, value, hint) => {
    expect((await problemsFor({ [name]: value }))[0]?.hint).toContain(hint);
  });
});
