import { describe, expect, it } from '@jest/globals';
import { marked } from 'marked';
import {
  commentBody,
  marker,
  ourComment,
  type PreviewNews,
  type PreviewState,
  previewUrl,
} from '../../src/previews/comment.js';
import { PAYLOADS } from '../support/hostile.js';

const AT = Date.UTC(2026, 10, 21, 9, 5);
const KEY = 'shop/shop';

describe('the comment', () => {
  it.each<readonly [PreviewState, RegExp]>([
    ['deploying', /being deployed/],
    ['ready', /is ready/],
    ['failed', /could not be deployed/],
    ['sleeping', /sleeps[\s\S]*next push wakes it/],
    ['gone', /is removed/],
    ['waiting', /No preview yet/],
  ])('says %s, behind the marker that finds it again', (state, words) => {
    const body = commentBody(KEY, { state, at: AT });
    expect(body.startsWith(`${marker(KEY)}\n`)).toBe(true);
    expect(body).toMatch(words);
    expect(body).toContain('2026-11-21 09:05 UTC');
  });

  it('shows the address only while there is one', () => {
    const cname = 'shop-pr-17.us-east-1.elasticbeanstalk.com';
    expect(commentBody(KEY, { state: 'ready', at: AT, cname })).toContain(`<http://${cname}>`);
    expect(commentBody(KEY, { state: 'gone', at: AT, cname })).not.toContain(cname);
  });

  it.each(Object.entries(PAYLOADS))('shows %s as text, whatever it is part of', (_, text) => {
    const news: PreviewNews = {
      state: 'failed',
      at: AT,
      environmentName: text,
      versionLabel: text,
      commit: text,
      cname: text,
      health: text,
      because: text,
      hint: text,
      run: text,
    };
    const body = commentBody(KEY, news);
    const plain = commentBody(KEY, { ...news, ...Object.fromEntries(TEXTS.map((name) => [name, 'x y'])) });
    // The page has the same elements, in the same order, as with harmless texts.
    expect(elements(body)).toEqual(elements(plain));
    expect(body.length).toBeLessThan(10_000);
  });

  it('makes no address of what is none', () => {
    for (const text of [...Object.values(PAYLOADS), 'a b', 'javascript:alert(1)', 'evil.example/path', '']) {
      expect(previewUrl(text)).toBeUndefined();
    }
  });

  it('a key cannot end its marker', () => {
    expect(marker('a --> <b> -- c')).toBe('<!-- beanstalk-rollout:preview a-b-c -->');
  });
});

const TEXTS = ['environmentName', 'versionLabel', 'commit', 'cname', 'health', 'because', 'hint', 'run'] as const;

/** Tags of the page without their attributes, and without those of code, which is a dash when nothing can be shown. */
const elements = (markdown: string): readonly string[] =>
  [...String(marked.parse(markdown, { async: false })).matchAll(/<\/?([a-z0-9]+)|<!--/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.endsWith('code'));

describe('finding it again', () => {
  const mark = marker(KEY);
  const comment = (id: number, author: string, body = `${mark}\nx`) => ({ id, author, body, url: '' });

  it.each([
    ['the bot’s own', [comment(1, 'github-actions[bot]')], undefined, 1],
    ['not that of a person who has copied the marker', [comment(1, 'mallory'), comment(2, 'app[bot]')], undefined, 2],
    ['not a comment that only quotes it', [comment(1, 'app[bot]', `> ${mark}`)], undefined, undefined],
    ['that of the person whose token it is', [comment(1, 'mallory'), comment(2, 'Kim')], 'kim', 2],
    ['not a bot’s when we write as a person', [comment(1, 'app[bot]')], 'kim', undefined],
    ['the first of several', [comment(1, 'app[bot]'), comment(2, 'app[bot]')], undefined, 1],
    ['not that of another preview', [comment(1, 'app[bot]', marker('shop/api'))], undefined, undefined],
  ])('%s', (_, comments, viewer, id) => {
    expect(ourComment(comments, mark, viewer)?.id).toBe(id);
  });
});
