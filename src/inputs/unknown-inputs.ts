/** Inputs that nobody declared: named, with the one that was probably meant. Never ignored. */
import type { Problem } from '../domain/problem.js';
import { INPUT_NAMES } from './declarations.js';
import { didYouMean } from './did-you-mean.js';
import { replacementFor } from './other-actions.js';

/** Inputs of AWS's own action for Cluster environments. */
const CLUSTER: Readonly<Record<string, string>> = {
  'image-uri':
    'Remove it. For an environment on the Docker platform, `docker-image` makes the bundle that runs an image.',
  'build-configuration': 'Remove it; build the image in a step before this one.',
};

/** `given`: as the runner spells them in `INPUT_*`, in capitals. */
export function unknownInputs(given: readonly string[], lookUp: (name: string) => string): readonly Problem[] {
  const names = given.map((name) => name.toLowerCase());
  return names.filter((name) => !INPUT_NAMES.includes(name)).map((name) => unknown(name, lookUp));
}

function unknown(name: string, lookUp: (name: string) => string): Problem {
  const what = `There is no input \`${name}\`.`;
  const cluster = Object.hasOwn(CLUSTER, name) ? CLUSTER[name] : undefined;
  if (cluster !== undefined) {
    return {
      code: 'cluster-input',
      blame: 'you',
      what: `\`${name}\` is about Cluster environments (Elastic Beanstalk on Amazon EKS), which this release does not deploy to.`,
      hint: cluster,
      input: name,
    };
  }
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
