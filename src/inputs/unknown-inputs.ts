/** Inputs that nobody declared: named, with the one that was probably meant. Never ignored. */
import type { Problem } from '../domain/problem.js';
import { INPUT_NAMES } from './declarations.js';
import { didYouMean } from './did-you-mean.js';
import { replacementFor } from './other-actions.js';

/** `given`: as the runner spells them in `INPUT_*`, in capitals. */
export function unknownInputs(given: readonly string[], lookUp: (name: string) => string): readonly Problem[] {
  const names = given.map((name) => name.toLowerCase());
  return names.filter((name) => !INPUT_NAMES.includes(name)).map((name) => unknown(name, lookUp));
}

function unknown(name: string, lookUp: (name: string) => string): Problem {
  const what = `There is no input \`${name}\`.`;
  const replacement = replacementFor(name);
  if (replacement !== undefined) {
    return { code: 'renamed-input', blame: 'you', what, hint: replacement.hint(lookUp(name)), input: name };
  }
  return { code: 'unknown-input', blame: 'you', what, hint: nearest(name), input: name };
}

function nearest(name: string): string {
  const meant = didYouMean(name, INPUT_NAMES);
  return meant === undefined ? 'The inputs are listed in the README.' : `Did you mean \`${meant}\`?`;
}
