/** Codes of previews: environments of pull requests. */
import type { CodeEntry } from './code-entry.js';

export const PREVIEW_CODES = {
  'preview-without-pull-request': {
    meaning: 'The event that started the workflow belongs to no pull request, and no input names one.',
    doing: 'Start it on `pull_request`, or give `pull-request-number`.',
  },
  'preview-pull-request-unknown': {
    meaning: 'GitHub shows no pull request of the number that was given, so its head commit is unknown.',
    doing: 'Check `pull-request-number`, and give the job `pull-requests: read`.',
  },
  'preview-event-unreadable': {
    meaning: "The file with the event's payload is missing or does not describe a pull request.",
    doing: 'Run the step in the job that the event started; a container needs the file GITHUB_EVENT_PATH, too.',
  },
  'preview-without-repository': {
    meaning: 'Previews carry the name of their repository as a tag, and nothing says which repository this is.',
    doing: 'Run it as a step of a workflow.',
  },
  'preview-wrong-checkout': {
    meaning:
      'What is checked out is not the head commit of the pull request: with `pull_request_target` and with runs by hand it is the base unless the workflow says otherwise.',
    doing: 'Give actions/checkout the head commit as `ref`; docs/previews.md shows how.',
  },
  'preview-name-taken': {
    meaning: 'An environment of that name exists, and its tags do not prove that it is this preview.',
    doing: 'Choose another `preview-name`; an environment without the tags is never touched.',
  },
  'preview-cname-taken': {
    meaning: 'Every host name that a preview could have is taken in this region.',
    doing: 'Give a `cname-prefix` that only your previews use.',
  },
  'preview-limit': {
    meaning: 'There are as many previews as `max-previews` allows.',
    doing: 'Close a pull request that has one, or raise `max-previews`; then run the job again.',
  },
  'preview-not-told': {
    meaning: 'Comment or deployment could not be written on GitHub; the preview itself is not affected.',
    doing: 'Give the job `pull-requests: write` and `deployments: write`; a pull request from a fork never has them.',
  },
  'preview-not-asked': {
    meaning:
      'GitHub could not be asked how the pull request is now, so a pull request that was closed meanwhile goes unseen.',
    doing: 'Give the job `pull-requests: read`; `operation: sweep` removes what is left behind.',
  },
  'preview-kept': {
    meaning: 'A sweep has kept an environment because it could not prove that its time has come.',
    doing: 'Look at the reason in the message; terminate the environment by hand when nobody needs it.',
  },
  'sweep-without-github': {
    meaning: 'A sweep removes only previews whose pull request it has looked at, and it has no access to GitHub.',
    doing: 'Give `github-token`, and the job `pull-requests: read`.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
