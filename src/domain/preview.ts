/** What a preview is: an environment that belongs to one pull request, and the tags that prove it. */
import type { Problem } from './problem.js';
import type { DeploySettings } from './settings.js';
import { formatDuration, hours, type Milliseconds, parseDuration } from './time.js';

/** How large a preview is when it is created; see docs/previews.md. */
export type PreviewSize = 'single-instance' | 'one-instance' | 'as-model';

/** What the workflow asks of its previews. */
export interface PreviewWish {
  /** First part of the environments' names; absent: the name of the repository. */
  readonly name?: string;
  /** Only pull requests with this label have a preview. */
  readonly label?: string;
  /** So many previews of this repository at a time. */
  readonly most?: number;
  /** So long after its last update a preview is removed. */
  readonly expiresAfter?: Milliseconds;
  readonly size: PreviewSize;
  /** Previews without an update for `idle` are scaled to zero. */
  readonly sleeps: boolean;
  readonly idle: Milliseconds;
  /** For events that belong to no pull request. */
  readonly pullRequest?: number;
  readonly token?: string;
}

/** An ordinary run, but for the name of its environment; or why there could be none. */
export type PreviewTemplate =
  | { readonly ok: true; readonly settings: DeploySettings; readonly notices: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `operation: preview` and `operation: sweep`. */
export interface PreviewSettings {
  readonly operation: 'preview' | 'sweep';
  readonly wish: PreviewWish;
  /** Matters only when something is deployed: a pull request that was closed needs no bundle. */
  readonly deployment: PreviewTemplate;
  readonly removal: DeploySettings;
}

/** Tags that a preview is created with. None of them ever changes: to change a tag is an update of the environment. */
export const PREVIEW_TAGS = {
  /** Which of several previews of one pull request it is. */
  name: 'beanstalk-rollout:preview',
  repository: 'beanstalk-rollout:repository',
  pullRequest: 'beanstalk-rollout:pull-request',
  /** Head commit that it was created from; what it runs now says its version. */
  createdFrom: 'beanstalk-rollout:created-from',
  /** After its last update (`DateUpdated`); `never`. */
  expiresAfter: 'beanstalk-rollout:expires-after',
} as const;

/** Who a preview belongs to, as its tags say it. */
export interface PreviewOwner {
  /** First part of its name: the repository's name, or `preview-name`. */
  readonly name: string;
  /** `owner/name`, as GitHub spells it. */
  readonly repository: string;
  readonly pullRequest: number;
  readonly createdFrom?: string;
  readonly expiresAfter?: Milliseconds;
}

export function previewTags(owner: PreviewOwner): Readonly<Record<string, string>> {
  return {
    [PREVIEW_TAGS.name]: owner.name,
    [PREVIEW_TAGS.repository]: owner.repository,
    [PREVIEW_TAGS.pullRequest]: String(owner.pullRequest),
    ...(owner.createdFrom === undefined ? {} : { [PREVIEW_TAGS.createdFrom]: owner.createdFrom }),
    [PREVIEW_TAGS.expiresAfter]: owner.expiresAfter === undefined ? 'never' : daysAndHours(owner.expiresAfter),
  };
}

/** `undefined`: these are not the tags of a preview. */
export function previewOwner(tags: Readonly<Record<string, string>>): PreviewOwner | undefined {
  const name = tags[PREVIEW_TAGS.name];
  const repository = tags[PREVIEW_TAGS.repository];
  const number = tags[PREVIEW_TAGS.pullRequest] ?? '';
  if (name === undefined || repository === undefined || repository === '' || !/^[1-9]\d{0,9}$/.test(number))
    return undefined;
  const createdFrom = tags[PREVIEW_TAGS.createdFrom];
  const expiresAfter = parseDuration(tags[PREVIEW_TAGS.expiresAfter] ?? '');
  return {
    name,
    repository,
    pullRequest: Number(number),
    ...(createdFrom === undefined ? {} : { createdFrom }),
    ...(expiresAfter === undefined ? {} : { expiresAfter }),
  };
}

/** Whether two of them belong to the same pull request and are the same preview of it. */
export const isSamePreview = (left: PreviewOwner, right: PreviewOwner): boolean =>
  left.name === right.name &&
  left.pullRequest === right.pullRequest &&
  isSameRepository(left.repository, right.repository);

/** GitHub tells repositories apart without regard to case. */
export const isSameRepository = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** `7d`, `36h`: written so that `parseDuration` reads it again, and the tag editor shows it well. */
export function daysAndHours(span: Milliseconds): string {
  if (span >= hours(24) && span % hours(24) === 0) return `${span / hours(24)}d`;
  return span % hours(1) === 0 ? `${span / hours(1)}h` : formatDuration(span);
}
