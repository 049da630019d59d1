/** `npm run test:mutation` breaks rules by their text: a change of the sources must not leave one without its text. */
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { MUTATIONS } from '../scripts/mutation/mutations.mjs';

it.each(MUTATIONS.map(({ file, rule, from }) => ({ file, rule, from })))(
  'the mutation of "$rule" finds its text in $file',
  ({ file, from }) => {
    expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').split(from)).toHaveLength(2);
  },
);
