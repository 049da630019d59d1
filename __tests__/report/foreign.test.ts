import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foreignLines, foreignText, withoutCommands } from '../../src/report/foreign.js';
import {
  foreignBlock,
  foreignHtml,
  foreignMarkdown,
  foreignMermaid,
  foreignProse,
} from '../../src/report/foreign-markdown.js';
import { shapeOf } from '../support/markdown.js';

const ESC = '\u001b';

const HOSTILE = [
  '::error::gotcha',
  '  ::stop-commands::token',
  '\u00a0::add-mask::the',
  '##[error]gotcha',
  'in the middle ##[group]x',
  `##${ESC}[0m[error]split by colour`,
  '#\u200b#[error]split by zero width',
  '###[[error]',
  'first\n::warning::second',
  'first\r::warning::second',
  'first\u2028::warning::second',
  `${ESC}[31mred${ESC}[0m`,
  `${ESC}]8;;https://evil.example${ESC}\\link${ESC}]8;;${ESC}\\`,
  `${ESC}]0;title\u0007`,
  `${ESC}${ESC}[2Jcleared`,
  '\u009b2Jcleared',
  '\u202egnp.exe',
  '``` \n# heading',
  '`code` and ``more``',
  '<img src=x onerror=alert(1)>',
  '</summary></details><script>',
  '| a | b |',
  'a\\|b',
  '[link](https://evil.example)',
  '\ud800 lone surrogate',
  '',
  '\n\n\n',
];

/** Hostile fragments glued together in any way, beside arbitrary unicode. */
const text = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 })
    .map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom('#', '[', ':', '`', '|', '\\', ESC, '\u200b', '\n', '<', ' '), { maxLength: 20 })
    .map((parts) => parts.join('')),
);

const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function expectHarmless(line: string): void {
  expect(line).not.toMatch(invisible);
  expect(line).not.toContain('##[');
  expect(line.trimStart().startsWith('::')).toBe(false);
}

describe('foreign text', () => {
  it('as lines never forms a workflow command, a terminal sequence or a hidden character', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        for (const line of foreignLines(hostile)) {
          expect(line.startsWith('│ ')).toBe(true);
          expectHarmless(line);
        }
      }),
    );
  });

  it('inside a line of ours is one line without any of these', () => {
    fc.assert(fc.property(text, (hostile) => expectHarmless(`event: ${foreignText(hostile)}`)));
  });

  it('printed as a whole line is caught by the last guard', () => {
    fc.assert(fc.property(text, (hostile) => expectHarmless(withoutCommands(foreignText(hostile)))));
  });

  it('breaks a command that only appears where two harmless texts meet', () => {
    expectHarmless(withoutCommands(`${foreignText('label##')}${foreignText('[error]x')}`));
  });

  it('keeps what people need to read', () => {
    expect(foreignText(`Instance ${ESC}[1mi-0123${ESC}[0m is "Severe": 100 % of requests – ümläut ✓`)).toBe(
      'Instance i-0123 is "Severe": 100 % of requests – ümläut ✓',
    );
    expect(foreignLines('a\r\n  b\tc\n')).toEqual(['│ a', '│   b  c']);
  });

  it('never exceeds its limits and says when it cut', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (hostile, limit) => {
        expect([...foreignText(hostile, limit)].length).toBeLessThanOrEqual(limit + 10);
      }),
    );
    expect(foreignText('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(foreignLines('1\n2\n3\n4', { lines: 2 })).toEqual(['│ 1', '│ 2', '│ … 2 more lines']);
  });

  it('in Markdown is one code span that it cannot leave, in a table cell it cannot leave either', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        const span = foreignMarkdown(hostile);
        expect(span).not.toContain('|');
        expect(span).not.toContain('\n');
        if (span === '–') return;
        const fence = /^`+/.exec(span)?.[0] ?? '';
        expect(span.endsWith(fence)).toBe(true);
        const inner = span.slice(fence.length, -fence.length);
        for (const run of inner.match(/`+/g) ?? []) expect(run.length).not.toBe(fence.length);
      }),
    );
  });

  it('in a block cannot close the fence', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        const [open = '', ...rest] = foreignBlock(hostile).split('\n');
        const fence = open.replace('text', '');
        expect(rest.pop()).toBe(fence);
        expect(rest.some((line) => line.trim().startsWith(fence))).toBe(false);
      }),
    );
  });

  it('in HTML leaves no tag and no quote', () => {
    fc.assert(fc.property(text, (hostile) => expect(foreignHtml(hostile)).not.toMatch(/[<>"']/)));
  });

  it.each(HOSTILE)('is harmless in every form: %j', (hostile) => {
    for (const line of foreignLines(hostile)) expectHarmless(line);
    expectHarmless(`x ${foreignMarkdown(hostile)}`);
    expectHarmless(`x ${foreignHtml(hostile)}`);
  });
});

describe('foreign text in a sentence', () => {
  it.each([
    [
      'The environment is Ready on v2; all 4 instances report it.',
      'The environment is Ready on v2; all 4 instances report it.',
    ],
    ['stays so (`restore-policy: true` puts it back).', 'stays so (`restore-policy: true` puts it back).'],
    ['1. x', '`1`. x'],
    ['GH-12 of @octocat', '`GH-12` of `@octocat`'],
    ['see www.evil.example now', 'see `www.evil.example` now'],
    ['@x`a`', '`` @x`a` ``'],
    ['x@( `a` )@y', '`x@(` `a` `)@y`'],
  ])('%j is %j', (text, prose) => {
    expect(foreignProse(text)).toBe(prose);
  });

  it('is one paragraph of plain words and code, whatever it is', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        const { blocks, links, html, images, texts } = shapeOf(`begin ${foreignProse(hostile)} end`);
        expect({ blocks, links, html, images }).toEqual({ blocks: ['paragraph'], links: [], html: [], images: [] });
        for (const plain of texts) expect(plain).not.toMatch(/[@#<>[\]*_~$|\\`]/);
      }),
    );
  });

  it('as a label in a diagram is letters, digits, points and hyphens', () => {
    fc.assert(fc.property(text, (hostile) => expect(foreignMermaid(hostile)).toMatch(/^[\p{L}\p{N} .-]*$/u)));
  });
});
