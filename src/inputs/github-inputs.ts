/** Inputs about GitHub itself: with which token the action asks and tells it, and whether it records deployments there. */
import { choice, optional, text, withDefault } from '../domain/input.js';
import type { RecordWish } from '../domain/settings.js';

const RECORDED = ['deploy', 'rollback', 'promote', 'terminate'];

export const GITHUB_INPUTS = {
  'github-token': optional(
    { ...text('a token'), secret: true },
    {
      help: 'Token for what is told to GitHub and asked of it: comments, deployments, pull requests. Usually the one of the job; its `permissions` say what it may do.',
      operations: ['deploy', 'rollback', 'prepare', 'promote', 'abort', 'terminate', 'preview', 'sweep'],
      fromRunner: 'github.token',
    },
  ),
  'github-deployment': withDefault(choice(['auto', 'true', 'false']), 'auto', {
    help: "Record the rollout in GitHub's list of deployments (needs `deployments: write`); `auto`: only when the job has no `environment:`, for which GitHub keeps a record by itself.",
    operations: RECORDED,
  }),
  'github-job-id': optional(text('the id of the job', { pattern: /^\d+$/, because: 'is not a number' }), {
    help: "Id of the job in GitHub's API, by which `github-deployment: auto` knows the job's own record; the runner fills it in.",
    operations: RECORDED,
    fromRunner: 'job.check_run_id',
  }),
} as const;

interface RecordValues {
  readonly 'github-deployment': 'auto' | 'true' | 'false';
  readonly 'github-job-id'?: string | undefined;
}

export function recordWish(values: RecordValues): RecordWish | undefined {
  const { 'github-deployment': when, 'github-job-id': jobId } = values;
  if (when === 'false') return undefined;
  return { when: when === 'true' ? 'always' : 'auto', ...(jobId === undefined ? {} : { jobId }) };
}
