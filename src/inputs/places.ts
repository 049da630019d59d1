/** Paths among the inputs: inside the workspace, there, and of the right kind; symbolic links do not lead out. */
import type { Problem } from '../domain/problem.js';
import { ActionError } from '../domain/problem.js';
import type { Files } from '../ports/files.js';
import { shown } from './input-problems.js';
import { contains, insideWorkspace } from './workspace-path.js';

export type Place = { readonly path: string } | { readonly problem: Problem };

const problem = (code: string, input: string, what: string, hint: string): Place => ({
  problem: { code, blame: 'you', what, hint, input },
});

/** The absolute path that an input names. Reads the file system, changes nothing. */
export async function place(
  files: Files,
  workspace: string,
  input: string,
  given: string,
  wanted: 'file' | 'directory',
): Promise<Place> {
  const outside = (): Place =>
    problem(
      'path-outside-workspace',
      input,
      `\`${input}\` is "${shown(given)}", which leads out of the workspace.`,
      'Put it inside the workspace and give its path from there.',
    );
  const path = insideWorkspace(workspace, given);
  if (path === undefined) return outside();
  try {
    if ((await files.stat(path)) === undefined) {
      return problem(
        'path-not-found',
        input,
        `\`${input}\` is "${shown(given)}", which is not there.`,
        `Give a ${wanted} inside the workspace; is there a step before this one that makes it or checks it out?`,
      );
    }
    const real = await files.realPath(path);
    if (!contains(await files.realPath(workspace), real)) return outside();
    const kind = (await files.stat(real))?.kind;
    if (kind !== wanted) {
      const found = kind === 'file' || kind === 'directory' ? `a ${kind}` : 'something else';
      return problem(
        'path-of-wrong-kind',
        input,
        `\`${input}\` is "${shown(given)}", which is ${found} and not a ${wanted}.`,
        `Give the path of a ${wanted}.`,
      );
    }
    return { path };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { problem: { ...error.problem, input } };
  }
}

/** Nothing that could go into a bundle: no checkout took place. */
export async function isEmptyWorkspace(files: Files, workspace: string): Promise<boolean> {
  try {
    return (await files.list(workspace)).every((name) => name === '.git');
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return true;
  }
}
