/** Which rule keeps a path out of the bundle: the exclude patterns, `.ebignore`, the built-in list, `.gitignore`, in this order. */
import ignore, { type Ignore } from 'ignore';
import { BUILT_IN_PATTERNS, buildOutputIn, isSecretPattern } from './rules.js';

export type Decision =
  | { readonly include: false; readonly rule: string; readonly pattern: string; readonly builtIn: boolean }
  /** `asked`: a `!` pattern says so. `secret`: it would be left out as one otherwise. `buildOutput`: `.gitignore` lists it. */
  | { readonly include: true; readonly asked?: true; readonly secret?: true; readonly buildOutput?: string };

/** The rules of one file, or of one list. `base` is the directory they belong to ('' is the root). */
interface Layer {
  readonly name: string;
  readonly base: string;
  readonly rules: Ignore;
  /** Then it has nothing to say, which 30,000 files need not ask for. */
  readonly isEmpty?: boolean;
}

export interface IgnoreFile {
  /** Directory of the file, '' for the root. */
  readonly base: string;
  readonly text: string;
}

/** Immutable: a directory with an ignore file of its own makes a new one for what is in it. */
export interface Exclusion {
  decide(path: string, isDirectory: boolean): Decision;
  with(file: IgnoreFile): Exclusion;
}

export type IgnoreFileName = '.ebignore' | '.gitignore';

/** Capitals count, as for git on Linux, where the bundle will run. Built-in rules take any. */
const AS_GIT = { ignorecase: false };

export function createExclusion(exclude: readonly string[], fileName: IgnoreFileName | undefined): Exclusion {
  const given: Layer = { name: 'exclude', base: '', rules: ignore(AS_GIT).add(exclude), isEmpty: exclude.length === 0 };
  const builtIn: Layer = { name: 'built-in', base: '', rules: ignore().add(BUILT_IN_PATTERNS) };
  return withLayers(given, builtIn, fileName, []);
}

function withLayers(
  given: Layer,
  builtIn: Layer,
  fileName: IgnoreFileName | undefined,
  files: readonly Layer[],
): Exclusion {
  return {
    with: ({ base, text }) => {
      const layer = {
        name: base === '' ? `${fileName}` : `${base}/${fileName}`,
        base,
        rules: ignore(AS_GIT).add(text),
      };
      // Deeper files come first: they have the last word, as in git.
      return withLayers(given, builtIn, fileName, [layer, ...files]);
    },
    decide: (path, isDirectory) => {
      const chosen = fileName === '.ebignore' ? [given, ...files] : [given];
      for (const layer of chosen) {
        const answer = ask(layer, path, isDirectory);
        if (answer === 'include') {
          const kept = ask(builtIn, path, isDirectory);
          const secret = typeof kept === 'object' && isSecretPattern(kept.pattern);
          return { include: true, asked: true, ...(secret ? { secret } : {}) };
        }
        if (answer !== undefined) return out(layer, answer.pattern, false);
      }
      const kept = ask(builtIn, path, isDirectory);
      if (typeof kept === 'object') return out(builtIn, kept.pattern, true);
      return fileName === '.gitignore' ? byGit(files, path, isDirectory) : { include: true };
    },
  };
}

function byGit(files: readonly Layer[], path: string, isDirectory: boolean): Decision {
  for (const layer of files) {
    const answer = ask(layer, path, isDirectory);
    if (answer === 'include') return { include: true };
    if (answer === undefined) continue;
    const buildOutput = buildOutputIn(answer.pattern);
    return buildOutput === undefined ? out(layer, answer.pattern, false) : { include: true, buildOutput };
  }
  return { include: true };
}

const out = (layer: Layer, pattern: string, builtIn: boolean): Decision => ({
  include: false,
  rule: `${layer.name}: ${pattern}`,
  pattern,
  builtIn,
});

/** What a layer says about this very path. */
function ask(layer: Layer, path: string, isDirectory: boolean): 'include' | { readonly pattern: string } | undefined {
  if (layer.isEmpty) return undefined;
  const relative = layer.base === '' ? path : path.slice(layer.base.length + 1);
  const cut = relative.lastIndexOf('/');
  // The directory is being read although this layer keeps it out: a stronger one has overruled it, with all it holds.
  if (cut > 0 && layer.rules.test(`${relative.slice(0, cut)}/`).ignored) return undefined;
  const result = layer.rules.test(isDirectory ? `${relative}/` : relative);
  if (result.ignored) return { pattern: result.rule?.pattern ?? '' };
  return result.unignored ? 'include' : undefined;
}
