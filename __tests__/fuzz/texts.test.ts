/** Foreign texts and files: events, payloads of GitHub, ignore files, configuration files, archives. */

import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { zipArchives } from '../../src/adapters/bundle/archives.js';
import { createExclusion } from '../../src/bundle/exclusion.js';
import { lint } from '../../src/bundle/lint.js';
import type { EnvironmentEvent } from '../../src/domain/event.js';
import { readEbConfig } from '../../src/inputs/eb-config.js';
import { previewEvent } from '../../src/previews/event.js';
import { foreignText, withoutCommands } from '../../src/report/foreign.js';
import {
  foreignBlock,
  foreignHtml,
  foreignMarkdown,
  foreignMermaid,
  foreignProse,
} from '../../src/report/foreign-markdown.js';
import { learnFromEvents, NO_FACTS } from '../../src/watch/event-facts.js';
import { meaningOf } from '../../src/watch/meanings.js';
import { openStream, takeEvents } from '../../src/watch/stream.js';
import { removeTemporary, temporary, zipOf } from '../support/bundle-tree.js';
import { payload } from '../support/preview-world.js';
import { controls, damaged, nasty, onlyActionErrors, PATIENCE, runs } from './fuzzing.js';

const event: fc.Arbitrary<EnvironmentEvent> = fc.record(
  {
    date: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    message: fc.oneof(
      nasty,
      fc
        .tuple(nasty, nasty)
        .map(([one, other]) => `Batch ${one}: Starting application deployment on instance(s) [${other}].`),
      nasty.map((text) => `Environment health has transitioned from Ok to ${text}. ${text}`),
    ),
    severity: fc.constantFrom('TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'),
    requestId: nasty,
  },
  { requiredKeys: ['date', 'message', 'severity'] },
);

describe('any event', () => {
  it(
    'is told exactly once, however often and in whatever order it is read',
    () => {
      fc.assert(
        fc.property(fc.array(event, { maxLength: 30 }), fc.array(fc.nat(), { maxLength: 6 }), (events, cuts) => {
          let state = openStream([]);
          const told: EnvironmentEvent[] = [];
          for (const cut of [...cuts, events.length]) {
            const taken = takeEvents(state, events.slice(0, cut % (events.length + 1)), new Set(['r-1']));
            state = taken.state;
            told.push(...taken.fresh);
          }
          const last = takeEvents(state, events, new Set());
          told.push(...last.fresh);
          const text = (list: readonly EnvironmentEvent[]) =>
            list
              .map(({ date, message, severity, requestId }) => JSON.stringify([date, message, severity, requestId]))
              .sort();
          expect(text(told)).toEqual(text(events));
        }),
        runs(200),
      );
    },
    PATIENCE,
  );

  it(
    'is understood or passed over, never a crash',
    () => {
      fc.assert(
        fc.property(fc.array(event, { maxLength: 10 }), (events) => {
          for (const { message } of events) meaningOf(message);
          const seen = events.map((one) => ({ ...one, attribution: 'own' as const }));
          learnFromEvents(NO_FACTS, seen, true, 0);
        }),
        runs(300),
      );
    },
    PATIENCE,
  );

  it(
    'is harmless in every place where it is shown',
    () => {
      fc.assert(
        fc.property(nasty, (text) => {
          const line = withoutCommands(foreignText(text));
          expect(controls(line)).toEqual([]);
          expect(line).not.toMatch(/^\s*(::|##\[)/);
          expect(foreignMarkdown(text)).not.toMatch(/[\r\n]/);
          expect(foreignHtml(text)).not.toMatch(/<(?!\/?(?:code|br)\b)/);
          for (const show of [foreignProse, foreignMermaid, foreignBlock]) expect(show(text)).not.toContain('\u001b');
        }),
        runs(400),
      );
    },
    PATIENCE,
  );
});

describe('any payload of GitHub', () => {
  it(
    'is an event, or a problem',
    () => {
      const good = Buffer.from(payload({ action: 'opened' }));
      const text = fc.oneof(
        nasty,
        fc.json(),
        damaged(good).map((bytes) => bytes.toString('utf8')),
      );
      fc.assert(
        fc.property(fc.constantFrom('pull_request', 'pull_request_target', 'push', 'schedule'), text, (name, body) => {
          const seen = previewEvent(name, body);
          if (seen.kind === 'pull-request') expect(seen.pull.headCommit).toMatch(/^[0-9a-f]{40,64}$/);
        }),
        runs(300),
      );
    },
    PATIENCE,
  );
});

describe('any file of a bundle', () => {
  it(
    'as ignore rules decides about any path',
    () => {
      const rules = fc.array(
        fc.oneof(nasty, fc.constantFrom('*', '!*', '**/', '!/a', '\\', '[', '[a-', 'a/**/b', '#x', ' ')),
      );
      const path = fc.array(fc.stringMatching(/^[\w.-]{1,8}$/), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(rules, path, fc.boolean(), (lines, parts, isDirectory) => {
          const name = parts.filter((part) => part !== '.' && part !== '..').join('/');
          if (name === '') return;
          const exclusion = createExclusion(lines, '.ebignore');
          for (const inner of [exclusion, exclusion.with({ base: '', text: lines.join('\n') })])
            expect(typeof inner.decide(name, isDirectory).include).toBe('boolean');
        }),
        runs(200),
      );
    },
    PATIENCE,
  );

  it(
    'as configuration is read, or complained about',
    () => {
      const path = fc.constantFrom(
        '.ebextensions/a.config',
        'Procfile',
        'Dockerrun.aws.json',
        'cron.yaml',
        '.platform/hooks/x.sh',
      );
      fc.assert(
        fc.property(path, fc.oneof(nasty, fc.json()), (name, text) => {
          const entry = { path: name, kind: 'file', mode: 0o644, bytes: text.length, crc32: 0 } as const;
          lint({ entries: [entry], texts: new Map([[name, text]]) });
          readEbConfig(text);
        }),
        runs(300),
      );
    },
    PATIENCE,
  );
});

describe('any archive', () => {
  let whole: Buffer;
  beforeAll(async () => {
    whole = readFileSync(
      await zipOf([
        { path: 'a.js', text: 'x' },
        { path: '.ebextensions/a.config', text: 'files: {}' },
      ]),
    );
  });
  afterAll(removeTemporary);

  it(
    'is listed and read, or refused as no archive',
    async () => {
      const path = join(await temporary(), 'damaged.zip');
      await fc.assert(
        fc.asyncProperty(damaged(whole), async (bytes) => {
          await writeFile(path, bytes);
          await onlyActionErrors(() => zipArchives.list(path));
          await onlyActionErrors(() => zipArchives.texts(path, () => true, 1_000));
        }),
        runs(150),
      );
    },
    PATIENCE,
  );
});
