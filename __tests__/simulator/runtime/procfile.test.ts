import { describe, expect, it } from '@jest/globals';
import { parseProcfile, planStart, type StartFiles } from '../../../src/simulator/runtime/procfile.js';

const files = (given: Partial<StartFiles>): StartFiles => ({
  procfile: undefined,
  packageJson: undefined,
  hasAppJs: false,
  hasServerJs: false,
  ...given,
});
const started = (given: Partial<StartFiles>): unknown => {
  const plan = planStart(files(given));
  return plan.kind === 'start' ? plan.entries.map(({ name, command }) => `${name}: ${command}`) : plan.reason;
};

describe('a Procfile', () => {
  it.each<[string, unknown]>([
    ['web: node server.js\n', [{ name: 'web', command: 'node server.js' }]],
    [
      'web:   node a.js\n\n# a comment\njobs_1: sh run.sh',
      [
        { name: 'web', command: 'node a.js' },
        { name: 'jobs_1', command: 'sh run.sh' },
      ],
    ],
    ['node server.js', undefined],
    ['web:', undefined],
    ['my web: x', undefined],
    ['web: a\nweb: b', undefined],
    ['\n', undefined],
  ])('%j is read as %j', (text, entries) => expect(parseProcfile(text)).toEqual(entries));
});

describe('what is started', () => {
  const start = '{"scripts":{"start":"node main.js"}}';
  it.each<[string, Partial<StartFiles>, unknown]>([
    ['the Procfile before everything', { procfile: 'web: a', packageJson: start, hasAppJs: true }, ['web: a']],
    ['the start script of package.json', { packageJson: start, hasAppJs: true }, ['web: node main.js']],
    ['app.js before server.js', { hasAppJs: true, hasServerJs: true }, ['web: node app.js']],
    ['server.js', { packageJson: '{}', hasServerJs: true }, ['web: node server.js']],
    ['nothing', {}, 'failed to generate a Procfile'],
    [
      'nothing with a broken package.json',
      { procfile: 'web: a', packageJson: '{' },
      'package.json could not be parsed as JSON',
    ],
  ])('is %s', (_what, given, expected) => expect(started(given)).toEqual(expected));

  it('notes a package.json without a Node.js version', () => {
    const notes = (packageJson: string): number => {
      const plan = planStart(files({ procfile: 'web: a', packageJson }));
      return plan.kind === 'start'
        ? plan.notes.filter((note) => note.includes("didn't specify a Node.js version")).length
        : -1;
    };
    expect(notes('{}')).toBe(1);
    expect(notes('{"engines":{"node":"22"}}')).toBe(0);
  });
});
