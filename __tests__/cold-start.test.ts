import { describe, expect, it } from '@jest/globals';
import { type Source, sources } from './support/source.js';

const SOURCES = new Map(sources().map((source) => [source.file, source]));

/** Imports that are carried out: neither types, nor what is loaded later. */
const imported = ({ file, text }: Source): readonly string[] =>
  [...text.matchAll(/^(?:import|export) (?!type )[^;']*? from '(\.[^']+)'/gm)].map(([, name = '']) =>
    new URL(name, `file:///${file}`).pathname.slice(1).replace(/\.js$/, '.ts'),
  );

/** What is loaded together with a file, itself included. */
function loadedWith(entry: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const source = SOURCES.get(file);
    if (source === undefined) throw new Error(`${file} is not there`);
    if (found.has(file)) continue;
    found.add(file);
    open.push(...imported(source));
  }
  return found;
}

const AT_START = loadedWith('index.ts');

describe('what is loaded before the first API call', () => {
  it('reads the settings', () => {
    expect(AT_START).toContain('inputs/read.ts');
    expect(AT_START).toContain('strategies/index.ts');
  });

  it.each([
    ['plans', ['planning.ts', 'prepare.ts', 'observe.ts', 'operations/index.ts', 'operations/deploy.ts']],
    ['carries out', ['rollout/roll-out.ts', 'watch/judges.ts']],
    ['tells what happens', ['report/log.ts', 'report/words.ts', 'report/foreign-markdown.ts']],
    ['asks the application, or runs what the user gave', ['adapters/system/http.ts', 'adapters/runner/commands.ts']],
    ['comes after the main phase', ['post.ts']],
    ['tells an ending', ['report/the-end.ts', 'report/json.ts', 'report/outputs.ts', 'report/summary/summary.ts']],
    ['is for few runs', ['waves/several.ts', 'previews/operate.ts', 'steering.ts', 'lock/operate.ts']],
    ['makes bundles', ['bundle/resolve.ts', 'adapters/bundle/archives.ts']],
    ['talks to AWS', ['adapters/aws/cloud.ts', 'adapters/aws/clients.ts']],
  ])('nothing that %s', (_, files) => {
    expect(files.filter((file) => !SOURCES.has(file))).toEqual([]);
    expect(files.filter((file) => AT_START.has(file))).toEqual([]);
  });

  it('of the clients of Elastic Beanstalk and S3 only what is imported by its name', () => {
    const whole = [...SOURCES.values()].filter(
      ({ file, text }) =>
        file.startsWith('adapters/') && /import\('@aws-sdk\/client-(elastic-beanstalk|s3)'\)/.test(text),
    );
    expect(whole.map(({ file }) => file)).toEqual([]);
    // All that is asked of AWS is one file of the bundle: each further one would be looked for, read and compiled in turn.
    expect(
      [...(SOURCES.get('wire.ts')?.text ?? '').matchAll(/import\('\.\/adapters\/aws\/([^']+)'\)/g)].map(
        ([, name]) => name,
      ),
    ).toEqual(['cloud.js', 'role.js']);
  });

  it('of the ports of AWS only those that every run asks at once', () => {
    const ports = ['routers', 'bundle-store', 'upload', 'ssm', 'cloudwatch', 'elbv2', 'documents'];
    const questions = ['environments', 'creation', 'logs', 'download'];
    const late = [...ports, ...questions, 'problems', 'problem-table'].map((name) => `adapters/aws/${name}.ts`);
    const early = loadedWith('adapters/aws/cloud.ts');
    expect(late.filter((file) => early.has(file) || !SOURCES.has(file))).toEqual([]);
  });

  it('no regular expression with classes of Unicode, for which V8 looks through all characters', () => {
    const early = [...AT_START, ...loadedWith('adapters/aws/cloud.ts')];
    const reads = (text: string): boolean =>
      text.split('\n').some((line) => line.includes('\\p{') && !line.includes('String.raw`'));
    expect(early.filter((file) => reads(SOURCES.get(file)?.text ?? ''))).toEqual([]);
    expect(reads(SOURCES.get('bundle/label.ts')?.text ?? '')).toBe(true);
  });

  it('neither globals nor modules of Node that bring others with them', () => {
    const costly = /\bperformance\.|from 'node:(perf_hooks|zlib|http2|worker_threads|child_process|timers\/promises)'/;
    const early = [...AT_START, ...loadedWith('adapters/aws/cloud.ts')];
    expect(early.filter((file) => costly.test(SOURCES.get(file)?.text ?? ''))).toEqual([]);
  });
});
