/** Inputs of aws-actions/aws-elasticbeanstalk-deploy that are accepted so that its workflows run unchanged; what differs is said. */
import { count, flag, optional, withDefault } from '../domain/input.js';

export const MIGRATION_INPUTS = {
  'use-existing-application-version-if-available': optional(flag, {
    help: '`true` means `on-label-conflict: reuse`, `false` means `on-label-conflict: fail`; without it a label that exists with other content is never deployed by mistake.',
    aws: true,
  }),
  'create-s3-bucket-if-not-exists': withDefault(flag, 'true', {
    help: 'Accepted; Elastic Beanstalk itself provides its bucket when it is missing, and a bucket of your own must exist.',
    aws: true,
  }),
  'max-retries': optional(count(0, 10), {
    help: 'Accepted without effect: calls are repeated as often as their kind of failure deserves.',
    aws: true,
  }),
  'retry-delay': optional(count(1, 60), {
    help: 'Accepted without effect: pauses follow what the service answers.',
    aws: true,
  }),
  'mask-resource-identifiers': withDefault(flag, 'false', {
    help: '`true`: the account, the bucket, and the names that inputs give (application, environment, version) are masked in log and summary.',
    aws: true,
  }),
  'verbose-logging': withDefault(flag, 'false', {
    help: "Accepted without effect: the runner's debug logging shows every call.",
    aws: true,
  }),
} as const;
