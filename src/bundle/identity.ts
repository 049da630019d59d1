/** Decides what a label means when there is a version of that name already. Pure: over what was found. */
import type { Problem } from '../domain/problem.js';
import type { ApplicationVersion, BundleHash } from '../domain/version.js';
import { recordedHash, withSuffix } from './label.js';

export interface LabelQuestion {
  /** The label as the service accepts it. */
  readonly label: string;
  readonly hash: BundleHash;
  /** The version of this label, if there is one. */
  readonly existing: ApplicationVersion | undefined;
  readonly onConflict: 'suffix' | 'fail' | 'reuse';
  /** The label has its suffix already: there is no further one to try. */
  readonly suffixed: boolean;
}

export type LabelDecision =
  /** The label is free. */
  | { readonly kind: 'create' }
  /** The version holds this very content. */
  | { readonly kind: 'same-content'; readonly version: ApplicationVersion }
  /** Look at this label instead. */
  | { readonly kind: 'try'; readonly label: string; readonly said: string }
  /** Deploy what the label holds. */
  | { readonly kind: 'as-it-is'; readonly version: ApplicationVersion; readonly said: string }
  | { readonly kind: 'refuse'; readonly problem: Problem };

export function decideLabel(question: LabelQuestion): LabelDecision {
  const { label, hash, existing, onConflict, suffixed } = question;
  if (existing === undefined) return { kind: 'create' };
  const recorded = recordedHash(existing);
  if (recorded === hash && whySpent(existing) === undefined) return { kind: 'same-content', version: existing };
  const why = conflict(existing, recorded, hash);
  if (suffixed || onConflict === 'fail') return { kind: 'refuse', problem: taken(label, why, suffixed) };
  if (onConflict === 'suffix') {
    const next = withSuffix(label, hash);
    return { kind: 'try', label: next, said: `${why} This bundle becomes version ${next}.` };
  }
  if (whySpent(existing) !== undefined) return { kind: 'refuse', problem: taken(label, why, suffixed) };
  return {
    kind: 'as-it-is',
    version: existing,
    said: `${why} It is deployed as it is (on-label-conflict: reuse): the bundle of this run is NOT what will run.`,
  };
}

/**
 * A clause when nothing can be deployed under this label any more: a version that failed keeps it until it is deleted, one
 * that was created without being processed is never built, and a build may end without an image.
 */
export function whySpent({ status, build, image }: ApplicationVersion): string | undefined {
  if (status === 'Failed') return 'Elastic Beanstalk could not process it';
  if (build === undefined || image !== undefined) return undefined;
  if (status === 'Unprocessed') return 'its image is never built, because it was created without being processed';
  return status === 'Processed' ? 'its build has ended without an image' : undefined;
}

function conflict(existing: ApplicationVersion, recorded: BundleHash | undefined, hash: BundleHash): string {
  const there = `Version ${existing.label} exists already`;
  const spent = whySpent(existing);
  if (spent !== undefined) return `${there}, and ${spent}.`;
  return recorded === undefined
    ? `${there}, and nothing tells what it holds.`
    : `${there} with other content (${recorded.slice(0, 8)}, this bundle is ${hash.slice(0, 8)}).`;
}

const taken = (label: string, why: string, suffixed: boolean): Problem => ({
  code: 'version-label-taken',
  blame: 'you',
  what: why,
  hint: suffixed
    ? 'Choose another version-label, or delete that version.'
    : `Choose another version-label than ${label}, or set on-label-conflict: suffix.`,
  input: 'version-label',
});
