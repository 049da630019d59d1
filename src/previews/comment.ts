/** The one comment that a pull request has about its preview: found again by a hidden marker, written anew in place. Pure. */
import { daysAndHours } from '../domain/preview.js';
import { formatDuration, type Instant, type Milliseconds } from '../domain/time.js';
import type { IssueComment } from '../ports/github.js';
import { foreignMarkdown, foreignProse } from '../report/foreign-markdown.js';

/** `waiting`: there is none, although one could be wished for, and the comment says what it waits for. */
export type PreviewState = 'deploying' | 'ready' | 'failed' | 'sleeping' | 'gone' | 'waiting';

export interface PreviewNews {
  readonly state: PreviewState;
  readonly at: Instant;
  readonly environmentName?: string;
  readonly versionLabel?: string;
  readonly commit?: string;
  /** Host name of the environment. */
  readonly cname?: string;
  readonly health?: string;
  readonly took?: Milliseconds;
  /** Why; foreign text. */
  readonly because?: string;
  readonly hint?: string;
  /** Page of the run. */
  readonly run?: string;
  readonly expiresAfter?: Milliseconds;
}

const TITLES: Readonly<Record<PreviewState, string>> = {
  deploying: '⏳ Preview is being deployed',
  ready: '✅ Preview is ready',
  failed: '❌ Preview could not be deployed',
  sleeping: '💤 Preview sleeps',
  gone: '🗑️ Preview is removed',
  waiting: '⏸️ No preview yet',
};

/** Hidden, and the same for the whole life of the pull request. `key`: which of several previews of one pull request it is. */
export function marker(key: string): string {
  // Two hyphens would end the comment of HTML that it stands in.
  return `<!-- beanstalk-rollout:preview ${key.replace(/[^\w./-]+/g, '-').replace(/-{2,}/g, '-')} -->`;
}

/**
 * The comment to write anew. It must begin with the marker and be written by us: everybody can write a comment with our
 * marker into it, and what is in it could then be changed by its author whenever he likes. `viewer`: our login; absent
 * when we write as an app, whose login ends with `[bot]`, which no person's can.
 */
export function ourComment(
  comments: readonly IssueComment[],
  mark: string,
  viewer: string | undefined,
): IssueComment | undefined {
  const isOurs = (author: string): boolean =>
    viewer === undefined ? author.endsWith('[bot]') : author.toLowerCase() === viewer.toLowerCase();
  return comments.find(({ author, body }) => body.startsWith(mark) && isOurs(author));
}

export function commentBody(key: string, news: PreviewNews): string {
  const rows = rowsOf(news).map(([name, value]) => `| ${name} | ${value} |`);
  return [
    marker(key),
    `### ${TITLES[news.state]}`,
    '',
    ...(rows.length === 0 ? [] : ['| | |', '|---|---|', ...rows, '']),
    ...(news.because === undefined ? [] : [foreignProse(sentence(news.because)), '']),
    ...(news.hint === undefined ? [] : [`What to do: ${foreignProse(news.hint, 500)}`, '']),
    ...footOf(news),
  ]
    .join('\n')
    .trimEnd();
}

/** With a capital and a full stop, however it was said in the middle of another sentence. */
const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]\s*$/.test(words) ? '' : '.'}`;

function rowsOf(news: PreviewNews): readonly (readonly [string, string])[] {
  const { state, cname, versionLabel, commit, health, environmentName, took } = news;
  const isThere = state === 'ready' || state === 'failed' || state === 'sleeping' || state === 'deploying';
  return [
    ...(isThere && cname !== undefined ? [['URL', addressed(cname)] as const] : []),
    ...(versionLabel === undefined ? [] : [['Version', foreignMarkdown(versionLabel, 100)] as const]),
    ...(commit === undefined ? [] : [['Commit', foreignMarkdown(commit.slice(0, 7))] as const]),
    ...(health === undefined ? [] : [['Health', foreignMarkdown(health, 40)] as const]),
    ...(environmentName === undefined ? [] : [['Environment', foreignMarkdown(environmentName, 40)] as const]),
    ...(took === undefined ? [] : [['Took', formatDuration(took)] as const]),
    ['Updated', updatedWords(news)],
  ];
}

/** A link only when nothing in it could mean anything but a host name. */
function addressed(cname: string): string {
  const url = previewUrl(cname);
  return url === undefined ? foreignMarkdown(cname, 100) : `<${url}>`;
}

/** `undefined` for what is no host name. */
export function previewUrl(cname: string): string | undefined {
  return /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(cname) ? `http://${cname}` : undefined;
}

function updatedWords({ at, run }: PreviewNews): string {
  const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return run !== undefined && /^https?:\/\/[\w./:-]+$/.test(run) ? `[${when}](${run})` : when;
}

function footOf({ state, expiresAfter }: PreviewNews): readonly string[] {
  switch (state) {
    case 'deploying':
    case 'ready':
    case 'failed': {
      const early = expiresAfter === undefined ? '' : `, or ${daysAndHours(expiresAfter)} after its last update`;
      return [`<sub>It is removed when the pull request is closed${early}.</sub>`];
    }
    case 'sleeping':
      return ['<sub>It has no instances now. The next push wakes it.</sub>'];
    case 'gone':
    case 'waiting':
      return [];
  }
}
