/** docs/previews.md: complete, and true about names. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PREVIEW_TAGS } from '../../src/domain/preview.js';
import { INPUT_NAMES } from '../../src/inputs/declarations.js';
import { PREVIEW_INPUTS } from '../../src/inputs/preview-inputs.js';

const root = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const page = readFileSync(root('docs/previews.md'), 'utf8');
const codes = [...page.matchAll(/`([^`\n]+)`/g)].map((found) => found[1] ?? '');

describe('the page of previews', () => {
  it.each(Object.keys(PREVIEW_INPUTS))('tells of %s', (name) => {
    expect(codes.map((code) => code.replace(/:.*$/, ''))).toContain(name);
  });

  it.each(Object.values(PREVIEW_TAGS))('names the tag %s', (tag) => {
    expect(codes).toContain(tag);
  });

  it('names only inputs that exist', () => {
    const named = codes.filter((code) => /^(preview|template|platform|allow|max|pull|github)-[a-z-]+$/.test(code));
    const others = ['preview-url', 'preview-not-told', 'preview-wrong-checkout'];
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) if (!others.includes(name)) expect(INPUT_NAMES).toContain(name);
  });

  it('leads to pages and places that are there', () => {
    for (const [, path = '', , anchor] of page.matchAll(/\]\(((?!https?:)[^)#]+)(#([\w-]+))?\)/g)) {
      const file = root(`docs/${path}`);
      expect([path, existsSync(file)]).toEqual([path, true]);
      if (anchor === undefined) continue;
      const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      expect(headings).toContain(anchor);
    }
  });
});
