/** Inputs about GitHub itself: with which token the action asks and tells it. */
import { optional, text } from '../domain/input.js';

export const GITHUB_INPUTS = {
  'github-token': optional(
    { ...text('a token'), secret: true },
    {
      help: 'Token for what is told to GitHub and asked of it: comments, deployments, pull requests. Usually the one of the job; its `permissions` say what it may do.',
      operations: ['deploy', 'rollback', 'prepare', 'promote', 'abort', 'terminate', 'preview', 'sweep'],
      fromRunner: 'github.token',
    },
  ),
} as const;
