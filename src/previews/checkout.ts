/** Which commit the workspace holds, and whether that is the one that shall be deployed: never by accident the base. */
import { ActionError, type Problem } from '../domain/problem.js';
import type { BundleSource } from '../domain/settings.js';
import type { Files } from '../ports/files.js';
import { isCommit } from './event.js';

export interface CheckoutFacts {
  /** Name of the event that started the run. */
  readonly eventName: string | undefined;
  /** What shall be deployed. */
  readonly headCommit: string;
  /** `GITHUB_SHA`: with `pull_request` the merge with the base, with `pull_request_target` the base itself. */
  readonly runCommit: string | undefined;
  readonly source: BundleSource | undefined;
  /** What is checked out; absent when nothing tells. */
  readonly checkedOut: string | undefined;
}

export type CheckoutVerdict =
  | { readonly verdict: 'right' }
  /** It may be, and the log says why nobody knows. */
  | { readonly verdict: 'unproven'; readonly notice: string }
  | { readonly verdict: 'wrong'; readonly problem: Problem };

/** Pure. */
export function judgeCheckout(facts: CheckoutFacts): CheckoutVerdict {
  const { checkedOut, eventName, headCommit, runCommit, source } = facts;
  if (source === undefined || source.kind === 'existing-version' || checkedOut === headCommit)
    return { verdict: 'right' };
  const head = headCommit.slice(0, 7);
  if (eventName === 'pull_request' && checkedOut !== undefined && checkedOut === runCommit) {
    const notice = `The workspace holds the merge of ${head} with its base (the default of actions/checkout): that is what is deployed, under a label with ${head}.`;
    return { verdict: 'unproven', notice };
  }
  if (checkedOut === undefined && (source.kind === 'archive' || eventName === 'pull_request')) {
    const what = source.kind === 'archive' ? 'the package was made' : 'the files are';
    return { verdict: 'unproven', notice: `There is no checkout, so nothing proves that ${what} from commit ${head}.` };
  }
  return { verdict: 'wrong', problem: wrong(facts) };
}

const wrong = ({ checkedOut, eventName, headCommit, runCommit }: CheckoutFacts): Problem => {
  const base = eventName === 'pull_request_target' && checkedOut === runCommit ? ', the base of the pull request' : '';
  const found =
    checkedOut === undefined ? 'no checkout that says its commit' : `commit ${checkedOut.slice(0, 7)}${base}`;
  return {
    code: 'preview-wrong-checkout',
    blame: 'you',
    what: `The workspace holds ${found}, but the head of the pull request is ${headCommit.slice(0, 7)}.`,
    hint: 'Check the head commit out (with.ref of actions/checkout: the SHA in github.event.pull_request.head.sha); docs/previews.md shows it for forks and for runs by hand.',
  };
};

/** The commit that is checked out at `directory` or above it, up to the workspace; `undefined` when none can be told. */
export async function checkedOutCommit(
  files: Files,
  workspace: string,
  source: BundleSource,
): Promise<string | undefined> {
  const start = 'path' in source ? source.path : workspace;
  for (const directory of upTo(start, workspace)) {
    const git = `${directory}/.git`;
    const head = await textOf(files, `${git}/HEAD`);
    if (head === undefined) continue;
    if (isCommit(head)) return head;
    const ref = /^ref: (refs\/[^\s]+)$/.exec(head)?.[1];
    // The path must stay where git keeps its refs.
    if (ref === undefined || ref.includes('..')) return undefined;
    const loose = await textOf(files, `${git}/${ref}`);
    return loose !== undefined && isCommit(loose) ? loose : packed(await textOf(files, `${git}/packed-refs`), ref);
  }
  return undefined;
}

/** The directory and those above it, the workspace last. */
function upTo(start: string, workspace: string): readonly string[] {
  const found: string[] = [];
  let path = start;
  while (path.length > workspace.length && path.startsWith(workspace)) {
    found.push(path);
    path = path.replace(/[/\\]+[^/\\]*$/, '');
  }
  return [...found, workspace];
}

function packed(text: string | undefined, ref: string): string | undefined {
  const line = text?.split(/\r?\n/).find((one) => one.endsWith(` ${ref}`));
  const commit = line?.slice(0, line.indexOf(' '));
  return commit !== undefined && isCommit(commit) ? commit : undefined;
}

async function textOf(files: Files, path: string): Promise<string | undefined> {
  try {
    return (await files.stat(path))?.kind === 'file' ? (await files.readText(path)).trim() : undefined;
  } catch (error) {
    if (error instanceof ActionError) return undefined;
    throw error;
  }
}
