/** Inputs that say when a rollout counts as done, how long it may take, and what happens when it does not go well. */
import { choice, duration, flag, optional, withDefault, words } from '../domain/input.js';
import { hours, minutes, seconds } from '../domain/time.js';
import { HEALTH_WORDS } from './accepted-health.js';

export const PROOF_INPUTS = {
  'accept-health': withDefault(words(HEALTH_WORDS), 'Ok, Info', {
    help: 'Health that counts as success, as statuses or colours; `not-worse` compares with the health before the rollout.',
  }),
  'stable-for': withDefault(duration(0, hours(6)), '30s', {
    help: 'How long accepted health must last without a bad sample.',
  }),
  'health-grace': withDefault(duration(0, hours(6)), '5m', {
    help: 'How long to wait for accepted health after the update has ended.',
  }),
  'wait-for-deployment': withDefault(flag, 'true', {
    help: '`false`: end as soon as the update has been accepted, with the outcome `started`.',
    aws: true,
  }),
  'wait-for-environment-recovery': withDefault(flag, 'true', {
    help: '`false`: health is shown, not judged, and the outcome says so.',
    aws: true,
  }),
  'poll-interval': optional(duration(250, minutes(5)), {
    help: 'Fixed time between two looks; without it the pace adapts to what is going on.',
  }),
} as const;

export const ENDING_INPUTS = {
  timeout: optional(duration(seconds(1)), {
    help: 'Limit for the whole rollout from its first step, after any wait for a busy environment; without it, it is computed from the strategy and the size of the environment.',
  }),
  'deployment-timeout': optional(duration(seconds(1)), {
    help: 'The same as `timeout`; seconds when no unit is given, and without the upper limit of 3600.',
    aws: true,
  }),
  'on-failure': withDefault(choice(['rollback', 'abort', 'none']), 'rollback', {
    help: 'When the rollout has failed: put back what was there before, code and settings, and prove it (see docs/rollback.md); only abort what still runs; or leave everything as it is.',
  }),
  'on-timeout': withDefault(choice(['leave', 'abort']), 'leave', {
    help: 'When time is up: leave the update running and say so, or abort it.',
  }),
  'on-cancel': withDefault(choice(['abort', 'leave']), 'abort', {
    help: 'When the workflow is cancelled: abort the update that this run started, or leave it running.',
  }),
  'on-busy': withDefault(choice(['wait', 'fail', 'abort-ours']), 'wait', {
    help: 'When the environment is busy with another operation: wait for its end, fail, or abort it when an earlier run of this action started it. The plan is made when it is Ready.',
  }),
  'busy-timeout': withDefault(duration(0, hours(12)), '15m', {
    help: 'How long to wait for a busy environment.',
  }),
  'logs-on-failure': withDefault(choice(['tail', 'none']), 'tail', {
    help: 'Fetch the lines of the deployment log that matter when the rollout fails.',
  }),
  'job-summary': withDefault(flag, 'true', { help: 'Write a summary of the rollout to the page of the run.' }),
} as const;
