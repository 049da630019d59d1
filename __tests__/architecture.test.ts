import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
// Plain JavaScript: the script that writes the files uses the same functions.
import { actionYml, between, errorsMd, inputTables, outputTable, strategyTable } from '../scripts/generate-texts.mjs';
import { OUTPUTS } from '../src/domain/outputs.js';
import { CODE_GROUPS, PROBLEM_CODES } from '../src/domain/problem-codes.js';
import { INPUT_GROUPS, INPUT_NAMES, STRATEGY_INPUTS } from '../src/inputs/declarations.js';
import { OPERATION_NAMES } from '../src/operations/names.js';
import { STRATEGIES, STRATEGY_NAMES } from '../src/strategies/index.js';
import { codeOf, existsInRoot, importsOf, readRoot, type Source, sources } from './support/source.js';

const SOURCES = sources();
const folderOf = (file: string): string =>
  file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');

/** Who may import whom: folders and files of `src/`, and packages (`*`: any, `node:*`: of Node). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ports: ['domain'],
  strategies: ['domain'],
  operations: ['domain'],
  inputs: ['operations', 'strategies', 'domain', 'ports', 'yaml', 'fastest-levenshtein'],
  bundle: ['domain', 'ports', 'yaml', 'ignore', 'fastest-levenshtein'],
  watch: ['domain', 'ports'],
  judge: ['domain'],
  rollout: ['watch', 'judge', 'bundle', 'domain', 'ports'],
  report: ['domain', 'ports'],
  lock: ['domain', 'ports'],
  github: ['domain', 'ports'],
  'observe-missing': ['domain', 'ports'],
  'observe-pair': ['domain', 'ports'],
  'observe-route': ['domain', 'ports'],
  observe: ['observe-missing', 'observe-pair', 'observe-route', 'domain', 'ports'],
  settled: ['observe', 'operations', 'rollout', 'watch', 'domain', 'ports'],
  prepare: ['bundle', 'operations', 'releases', 'domain', 'ports'],
  planning: ['observe', 'settled', 'prepare', 'operations', 'domain', 'ports'],
  releases: ['operations', 'rollout', 'watch', 'domain', 'ports'],
  post: ['github', 'lock', 'report', 'domain', 'ports'],
  waves: ['planning', 'prepare', 'bundle', 'github', 'lock', 'rollout', 'report', 'domain', 'ports'],
  previews: ['report', 'domain', 'ports'],
  steering: ['lock', 'domain', 'ports'],
  main: [
    'steering',
    'inputs',
    'github',
    'lock',
    'planning',
    'waves',
    'previews',
    'post',
    'operations',
    'rollout',
    'report',
    'domain',
    'ports',
  ],
  wire: ['adapters', 'domain', 'ports'],
  index: ['main', 'wire'],
  adapters: ['domain', 'ports', '*', 'node:*'],
  simulator: ['domain', 'ports', '*', 'node:*'],
  rehearsal: ['simulator', '*', 'node:*'],
  demo: ['simulator', 'domain', 'ports', '*', 'node:*'],
};

const isPackage = (name: string): boolean => !name.endsWith('.ts') && !name.endsWith('.json');

function isAllowed(folder: string, imported: string): boolean {
  const allowed = MAY_IMPORT[folder] ?? [];
  if (!isPackage(imported)) return folderOf(imported) === folder || allowed.includes(folderOf(imported));
  if (imported.startsWith('node:')) return allowed.includes('node:*');
  return allowed.includes('*') || allowed.includes(imported);
}

const violations = (source: Source): string[] =>
  importsOf(source)
    .filter((imported) => !isAllowed(folderOf(source.file), imported))
    .map((imported) => `${source.file} imports ${imported}`);

describe('layers', () => {
  it('every folder of src has a rule', () => {
    expect([...new Set(SOURCES.map(({ file }) => folderOf(file)))].filter((one) => !(one in MAY_IMPORT))).toEqual([]);
  });

  it('imports go only where the architecture allows', () => {
    expect(SOURCES.flatMap(violations)).toEqual([]);
  });

  it('a planted violation is caught, however it is written', () => {
    const planted = [
      "import { a } from '../adapters/aws/clients.js';",
      "import type { b } from '../rollout/run.js';",
      "export { c } from '../report/log.js';",
      "const d = await import('node:fs');",
      "import '../simulator/simulator.js';",
      "import {\n  e,\n  f,\n} from 'yaml';",
    ];
    for (const line of planted) expect(violations({ file: 'domain/x.ts', text: `${line}\n` })).toHaveLength(1);
    expect(violations({ file: 'report/x.ts', text: "import { Plan } from '../domain/plan.js';\n" })).toEqual([]);
  });

  it('nothing but the simulator, the rehearsal and the demo imports the simulator', () => {
    const guests = SOURCES.filter(({ file }) => !/^(simulator|rehearsal|demo)\//.test(file));
    expect(guests.flatMap((source) => importsOf(source).filter((one) => one.startsWith('simulator/')))).toEqual([]);
  });
});

/** Adapters of the world, of the simulator, and the demo, which is a script. */
const TOUCHES_THE_WORLD =
  /^(adapters|demo|rehearsal|simulator\/(runtime|storage|wire|network))\/|^simulator\/(serve|clocks|start-simulator)\.ts$/;
const BANNED: readonly (readonly [string, RegExp])[] = [
  ['Date.now', /\bDate\.now\b/],
  ['new Date()', /\bnew Date\(\s*\)/],
  ['a timer', /\b(setTimeout|setInterval|setImmediate)\b/],
  ['process', /\bprocess\s*\./],
  ['Math.random', /\bMath\.random\b/],
];

describe('time, randomness and the process', () => {
  const usesOf = ({ file, text }: Source): string[] =>
    BANNED.filter(([, pattern]) => pattern.test(codeOf(text))).map(([name]) => `${file} uses ${name}`);

  it('are reached through ports everywhere but in adapters', () => {
    expect(SOURCES.filter(({ file }) => !TOUCHES_THE_WORLD.test(file)).flatMap(usesOf)).toEqual([]);
  });

  it('are found in code, not in comments and texts', () => {
    expect(usesOf({ file: 'x.ts', text: 'const a = Date.now();' })).toHaveLength(1);
    expect(
      usesOf({ file: 'x.ts', text: "// Date.now\nconst a = 'ends the process. Then';\n/* setTimeout */" }),
    ).toEqual([]);
  });
});

describe('deciding code', () => {
  /** Files of otherwise deciding folders that wait for the outside world. */
  const WAITS = [
    'watch/watch.ts',
    'watch/stop.ts',
    'report/report.ts',
    'report/late-log.ts',
    'report/rollback-workflow.ts',
  ];
  it('is not async', () => {
    const waiting = SOURCES.filter(({ file }) => /^(domain|strategies|operations|watch|judge|report)\//.test(file))
      .filter(({ file }) => !WAITS.includes(file))
      .filter(({ text }) => /\b(async|await)\b/.test(codeOf(text)));
    expect(waiting.map(({ file }) => file)).toEqual([]);
  });
});

describe('files', () => {
  it('have at most 300 lines, or say in their head why not', () => {
    const long = SOURCES.filter(({ text }) => text.split('\n').length > 301);
    expect(
      long.filter(({ text }) => !/Longer than 300 lines because /.test(text.slice(0, 1_500))).map(({ file }) => file),
    ).toEqual([]);
  });

  it('open with a sentence about what lives there', () => {
    expect(SOURCES.filter(({ text }) => !/^\/(\*\*|\/)/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('have no default exports, any, non-null assertions or switched-off checks', () => {
    const wrong = SOURCES.filter(
      ({ text }) =>
        /\bexport default\b|:\s*any\b|\bas any\b|[\w)\]]!(\.|;|,|\))/.test(codeOf(text)) ||
        /@ts-(ignore|expect-error|nocheck)|biome-ignore/.test(text),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

describe('the bundle', () => {
  const dist = existsInRoot('dist/index.js') ? it : it.skip;
  dist('holds no simulator', () => {
    const marks = ['AKIASIMULATOR', '_simulator/'];
    const texts = ['dist/index.js', 'dist/index.js.map'].filter(existsInRoot).map(readRoot);
    for (const text of texts) for (const mark of marks) expect(text.includes(mark)).toBe(false);
    for (const text of texts) expect(/lib\/simulator\/|src\/simulator\//.test(text)).toBe(false);
  });

  it('would show the marks if it did', () => {
    const simulator = SOURCES.filter(({ file }) => file.startsWith('simulator/'))
      .map(({ text }) => text)
      .join('\n');
    expect(simulator).toContain('AKIASIMULATOR');
    expect(simulator).toContain('_simulator/');
  });
});

describe('what is generated', () => {
  const inputs = { groups: INPUT_GROUPS, strategyInputs: STRATEGY_INPUTS, outputs: OUTPUTS };
  const action = parse(readRoot('action.yml')) as {
    inputs: Record<string, { description: string; required: boolean; default?: string }>;
    outputs: Record<string, { description: string }>;
    runs: Record<string, string>;
  };

  it('action.yml is what the declarations say', () => {
    expect(readRoot('action.yml')).toBe(actionYml(inputs));
    expect(Object.keys(action.inputs).sort()).toEqual([...INPUT_NAMES].sort());
    expect(Object.keys(action.outputs)).toEqual(Object.keys(OUTPUTS));
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/index.js',
      post: 'dist/post.js',
      'post-if': 'always()',
    });
  });

  it('inputs of single strategies have no default there: it would look as if it had been given', () => {
    for (const name of STRATEGY_INPUTS.keys()) expect(action.inputs[name]).not.toHaveProperty('default');
  });

  it('the README has the tables', () => {
    const readme = readRoot('README.md');
    const texts = { inputs: inputTables(inputs), outputs: outputTable(OUTPUTS), strategies: strategyTable(STRATEGIES) };
    for (const [name, text] of Object.entries(texts)) expect(readme).toBe(between(readme, name, text));
  });

  it('docs/errors.md has every code', () => {
    expect(readRoot('docs/errors.md')).toBe(errorsMd(CODE_GROUPS));
  });

  it('no input is declared twice, and every one has a sentence', () => {
    expect(new Set(INPUT_NAMES).size).toBe(INPUT_NAMES.length);
    for (const { inputs: group } of INPUT_GROUPS) {
      for (const { help, operations } of Object.values(group)) {
        expect(help).toMatch(/^[A-Z`].*[^ ]\.$/);
        for (const operation of operations) expect(OPERATION_NAMES).toContain(operation);
      }
    }
  });

  it('every strategy has its section, and no section is left over', () => {
    const titles = [...readRoot('docs/strategies.md').matchAll(/^## `([a-z-]+)`$/gm)].map(([, title]) => title);
    expect(titles).toEqual(STRATEGY_NAMES);
  });
});

describe('problem codes', () => {
  const product = SOURCES.filter(
    ({ file }) => !/^(simulator|demo)\//.test(file) && !file.startsWith('domain/problem-codes'),
  );
  /** Codes stand behind `code:`, or are the first argument of a small function that makes a problem of them. */
  const used = new Set(
    product.flatMap(({ text }) =>
      [
        ...[...text.matchAll(/\bcode:\s*([^,;{}]*)/g)].flatMap(([, expression]) => [
          ...(expression ?? '').matchAll(/'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'/g),
        ]),
        ...text.matchAll(/\b(?:refusal|problem|failed|failing)\(\s*'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'/g),
      ].map(([, code]) => code ?? ''),
    ),
  );

  it('that are used are explained in docs/errors.md', () => {
    const others = [...used].filter((code) => !PROBLEM_CODES.includes(code));
    expect(others).toEqual([]);
  });

  it('that are explained are used', () => {
    expect(PROBLEM_CODES.filter((code) => !used.has(code))).toEqual([]);
  });

  it('have one entry each, in two sentences', () => {
    expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length);
    for (const { codes } of CODE_GROUPS) {
      for (const { meaning, doing } of Object.values(codes)) {
        expect(meaning).toMatch(/\.$/);
        expect(doing).toMatch(/\.$/);
      }
    }
  });
});
