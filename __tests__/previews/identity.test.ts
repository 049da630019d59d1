import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { looksLikePreview, previewCnames, previewNames } from '../../src/previews/identity.js';

describe('names of previews', () => {
  it.each([
    ['acme/shop', 17, undefined, 'shop-pr-17'],
    ['acme/Shop_Web.App', 3, undefined, 'shop-web-app-pr-3'],
    ['acme/shop', 17, 'Api', 'api-pr-17'],
    ['acme/---', 1, undefined, 'preview-pr-1'],
    ['acme/日本', 1, undefined, 'preview-pr-1'],
  ])('%s #%d with the name %s is called %s', (repository, pullRequest, name, wanted) => {
    expect(previewNames({ repository, pullRequest, ...(name === undefined ? {} : { name }) })[0]).toBe(wanted);
  });

  it('what has to be cut keeps its number, and a hash tells it from what begins alike', () => {
    const long = 'a-repository-whose-name-is-far-too-long-for-elastic-beanstalk';
    const [one] = previewNames({ repository: `acme/${long}-one`, pullRequest: 12_345 });
    const [two] = previewNames({ repository: `acme/${long}-two`, pullRequest: 12_345 });
    expect(one).toMatch(/^a-repository-.*-[0-9a-z]{6}-pr-12345$/);
    expect(one).not.toBe(two);
    expect(one?.length).toBeGreaterThan(36);
  });

  it('repositories of one name and two owners differ in the second name, and case does not count', () => {
    const second = (repository: string): string | undefined => previewNames({ repository, pullRequest: 1 })[1];
    expect(second('acme/shop')).not.toBe(second('other/shop'));
    expect(second('acme/shop')).toBe(second('Acme/Shop'));
  });

  it('are taken by the service, whatever repository and number are', () => {
    const number = fc.integer({ min: 1, max: 2_147_483_647 });
    const name = fc.option(fc.string({ unit: 'grapheme', maxLength: 80 }), { nil: undefined });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), number, name, (repository, pullRequest, given) => {
        const identity = { repository, pullRequest, ...(given === undefined ? {} : { name: given }) };
        for (const one of previewNames(identity)) {
          expect(one).toMatch(/^(?!-)[a-z0-9-]{4,40}(?<!-)$/);
          expect(looksLikePreview(one)).toBe(true);
          expect(one.endsWith(`-pr-${pullRequest}`)).toBe(true);
        }
        for (const one of previewCnames(identity, given)) expect(one).toMatch(/^(?!-)[a-z0-9-]{4,63}(?<!-)$/);
      }),
      { numRuns: 300 },
    );
  });
});
