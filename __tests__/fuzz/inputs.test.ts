/** Whatever a workflow writes into inputs: settings, or problems in words, never a crash, a hang or a secret. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INPUT_NAMES } from '../../src/inputs/declarations.js';
import { read } from '../../src/inputs/read.js';
import { foreignLines } from '../../src/report/foreign.js';
import { inputHost, memoryFiles } from '../support/recording-host.js';
import { controls, nasty, PATIENCE, runs } from './fuzzing.js';

const SOUND = {
  'aws-region': 'us-east-1',
  'application-name': 'shop',
  'environment-name': 'shop-prod',
  'version-source': 'existing',
  'version-label': 'v2',
};

const files = memoryFiles({
  '/w/app.js': 'x',
  '/w/settings.json': '[{"Namespace":"a"}]',
  '/w/.ebextensions/a.config': 'a: [',
});

/** Values that belong to some input, so that wrong ones meet right ones. */
const plausible = fc.constantFrom(
  ...['deploy', 'rollback', 'preview', 'sweep', 'terminate', 'lock', 'promote', 'abort', 'prepare', 'pause', 'resume'],
  ...[
    'blue-green',
    'canary',
    'rolling',
    'immutable',
    'traffic-splitting',
    'recreate',
    'true',
    'false',
    '30%',
    '2',
    '5m',
  ],
  ...[
    'A=b',
    'settings.json',
    '[{"Namespace":"aws:autoscaling:asg","OptionName":"MinSize","Value":"2"}]',
    'app.js',
    '.',
  ],
);

const value = fc.oneof(nasty, plausible);
const given = fc.dictionary(fc.constantFrom(...INPUT_NAMES), value, { maxKeys: 8 });

describe('any inputs', () => {
  it(
    'are settings, or problems that can be printed',
    async () => {
      await fc.assert(
        fc.asyncProperty(given, fc.boolean(), async (some, isSound) => {
          const outcome = await read(inputHost({ ...(isSound ? SOUND : {}), ...some }), files);
          if (outcome.kind !== 'refused') return;
          expect(outcome.problems.length).toBeGreaterThan(0);
          for (const { code, what, hint } of outcome.problems) {
            expect(code).toMatch(/^[a-z0-9-]+$/);
            expect(what.trim()).not.toBe('');
            expect(hint.trim()).not.toBe('');
            for (const line of foreignLines(what))
              expect(/^\s*(::|##\[)/.test(line) ? line : controls(line)).toEqual([]);
          }
        }),
        runs(400),
      );
    },
    PATIENCE,
  );

  it.each(['option-settings', 'environment-variables', 'environments', 'environment-tags', 'build-configuration'])(
    'documents of %s are read, or refused in words',
    async (name) => {
      const document = fc.oneof(
        nasty,
        fc.json({ maxDepth: 4 }),
        fc.array(fc.record({ Namespace: nasty, OptionName: nasty, Value: nasty })).map((list) => JSON.stringify(list)),
        fc.dictionary(nasty, nasty).map((pairs) =>
          Object.entries(pairs)
            .map(([key, text]) => `${key}=${text}`)
            .join('\n'),
        ),
      );
      await fc.assert(
        fc.asyncProperty(document, async (text) => {
          const outcome = await read(inputHost({ ...SOUND, [name]: text }), files);
          expect(outcome.kind).toMatch(/^(settings|several|refused)$/);
        }),
        runs(60),
      );
    },
    PATIENCE,
  );

  it(
    'tell no secret in what they refuse',
    async () => {
      const SECRET = 'hunter2CorrectHorse';
      const secrets = {
        'github-token': SECRET,
        'docker-registry-auth': `kim:${SECRET}`,
        'environment-variables': `API_TOKEN=${SECRET}`,
      };
      await fc.assert(
        fc.asyncProperty(given, async (some) => {
          const outcome = await read(inputHost({ ...SOUND, ...some, ...secrets }), files);
          if (outcome.kind === 'refused') expect(JSON.stringify(outcome.problems)).not.toContain(SECRET);
        }),
        runs(150),
      );
    },
    PATIENCE,
  );

  it.each(['bake', 'timeout', 'stable-for', 'health-grace', 'busy-timeout', 'lock-expiry', 'canary-steps'])(
    'spans of %s are finite, or refused',
    async (name) => {
      const span = fc.oneof(
        nasty,
        fc
          .tuple(fc.double(), fc.constantFrom('s', 'm', 'h', 'd', 'ms', ''))
          .map(([number, unit]) => `${number}${unit}`),
        fc
          .array(fc.tuple(fc.integer(), fc.integer()).map(([share, time]) => `${share}%:${time}m`))
          .map((all) => all.join(',')),
      );
      await fc.assert(
        fc.asyncProperty(span, async (text) => {
          const strategy = name === 'canary-steps' ? 'canary' : name === 'bake' ? 'blue-green' : '';
          const outcome = await read(inputHost({ ...SOUND, strategy, [name]: text }), files);
          const numbers = JSON.stringify(outcome, (_, each: unknown) =>
            typeof each === 'number' && !Number.isFinite(each) ? 'not finite' : each,
          );
          expect(numbers).not.toContain('not finite');
        }),
        runs(60),
      );
    },
    PATIENCE,
  );
});
