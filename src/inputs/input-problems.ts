/** Sentences about inputs: what is wrong with which value, and what could stand there. */
import type { InputFailure } from '../domain/input.js';
import type { Problem } from '../domain/problem.js';
import { didYouMean } from './did-you-mean.js';

const LONGEST_VALUE = 60;

export const shown = (value: string): string =>
  value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;

export function problemOf(failure: InputFailure): Problem {
  const { name, declaration } = failure;
  const { accepts, choices, secret } = declaration.kind;
  if (failure.state === 'missing') {
    return {
      code: 'missing-input',
      blame: 'you',
      what: `\`${name}\` is missing.`,
      hint: `Give ${accepts}: ${declaration.help}`,
      input: name,
    };
  }
  const meant = failure.wrong === undefined || choices === undefined ? undefined : didYouMean(failure.wrong, choices);
  const what = secret === true ? `\`${name}\`` : `\`${name}\` is "${shown(failure.text)}", which`;
  return {
    code: 'wrong-input',
    blame: 'you',
    what: `${what} ${failure.because}.`,
    hint: meant === undefined ? `Write ${accepts}.` : `Did you mean \`${meant}\`? It can be ${accepts}.`,
    input: name,
  };
}

export const contradiction = (input: string, what: string, hint: string): Problem => ({
  code: 'contradicting-inputs',
  blame: 'you',
  what,
  hint,
  input,
});
