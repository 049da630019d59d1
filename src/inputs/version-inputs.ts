/** Inputs that say which version is deployed, and where its bundle comes from. */
import { choice, list, optional, path, text, withDefault } from '../domain/input.js';

/**
 * What a label can be made from: slashes, control characters and length are mended when its bundle is known. Unicode's
 * classes are made for labels that need them: V8 looks through all characters for that.
 */
const SPOKEN = String.raw`[\p{L}\p{N}\p{S}]`;
const LABEL = {
  pattern: { test: (given: string) => /[a-z0-9]/i.test(given) || new RegExp(SPOKEN, 'u').test(given) },
  because: 'has no letter and no digit',
};
/** Amazon S3 user guide, "Bucket naming rules". */
const BUCKET = { pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, because: 'is not a bucket name' };

export const VERSION_INPUTS = {
  'version-label': optional(text('a label with at least one letter or digit', LABEL), {
    help: 'Label of the version, for example a tag or a branch (`feature/x` becomes `feature-x`, and what is longer than 100 characters is cut); without it `<first 7 of the commit>-<first 8 of the content hash>`.',
    aws: true,
  }),
  'version-source': withDefault(choice(['auto', 'bundle', 'existing', 'none']), 'auto', {
    help: '`bundle`: make the version from the workspace or the given package; `existing`: deploy the version that `version-label` names; `none`: change only options and variables; `auto`: `bundle`, unless nothing is given and the workspace is empty.',
  }),
  'deployment-package-path': optional(path('file'), {
    help: 'Archive (zip, war, jar) that is the bundle.',
    aws: true,
  }),
  'source-directory': optional(path('directory'), {
    help: 'Directory to make the bundle from; without it and without a package it is the whole workspace.',
    aws: true,
  }),
  'exclude-patterns': optional(list('patterns as in `.gitignore`, separated by commas or line breaks'), {
    help: 'Patterns of files to leave out, on top of `.ebignore` (else `.gitignore`) and the built-in list.',
    aws: true,
  }),
  symlinks: withDefault(choice(['preserve', 'follow']), 'preserve', {
    help: 'Keep symbolic links as links, or put what they point to into the bundle.',
    aws: true,
  }),
  'on-label-conflict': withDefault(choice(['suffix', 'fail', 'reuse']), 'suffix', {
    help: 'What to do when the label exists with other content: deploy under `<label>-<hash>`, fail, or deploy what the label holds.',
  }),
  's3-bucket-name': optional(text('the name of a bucket', BUCKET), {
    help: "Bucket for bundles, in the environment's region; it must exist. Without it the bucket that Elastic Beanstalk provides is used.",
    aws: true,
  }),
  comment: withDefault(
    text('up to 150 characters', { pattern: /^.{0,150}$/su, because: 'is longer than 150 characters' }),
    '',
    {
      help: 'Sentence for the description of the version; of a rollback the reason, kept in the record of good versions.',
    },
  ),
} as const;
