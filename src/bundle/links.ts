/** Symbolic links of a bundle: kept or followed, but never a way out of the directory. */
import type { Problem } from '../domain/problem.js';
import type { FileStat, Files } from '../ports/files.js';

type Refused = { readonly kind: 'problem'; readonly problem: Problem };

/** Where a link leads: for `symlinks: follow`. */
export async function followLink(
  files: Files,
  realRoot: string,
  path: string,
  source: string,
): Promise<Refused | { readonly kind: 'at'; readonly source: string; readonly found: FileStat }> {
  const real = await realPathOrNothing(files, source);
  const found = real === undefined ? undefined : await files.stat(real);
  if (real === undefined || found === undefined) return refuse(dangling(path));
  return isInside(realRoot, real) ? { kind: 'at', source: real, found } : refuse(escaping(path));
}

/** The target to write into the bundle: for `symlinks: preserve`. A link to something that is made later is kept. */
export async function keepLink(
  files: Files,
  realRoot: string,
  path: string,
  source: string,
): Promise<Refused | { readonly kind: 'kept'; readonly target: string }> {
  const target = slashes(await files.readLink(source));
  // Both are asked: the written path must stay inside wherever the bundle is unpacked, and so must what it leads to here.
  if (isAbsolute(target) || climbsOut(path, target)) return refuse(escaping(path));
  const real = await realPathOrNothing(files, source);
  return real !== undefined && !isInside(realRoot, real) ? refuse(escaping(path)) : { kind: 'kept', target };
}

const refuse = (problem: Problem): Refused => ({ kind: 'problem', problem });
const slashes = (path: string): string => path.replaceAll('\\', '/');
const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Za-z]:/.test(path);

function isInside(root: string, path: string): boolean {
  return path === root || slashes(path).startsWith(`${slashes(root).replace(/\/$/, '')}/`);
}

/** Whether `target`, read from the directory of `path`, goes above the root at any point. */
function climbsOut(path: string, target: string): boolean {
  let depth = path.split('/').length - 1;
  for (const part of target.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

async function realPathOrNothing(files: Files, path: string): Promise<string | undefined> {
  try {
    return await files.realPath(path);
  } catch {
    return undefined;
  }
}

const escaping = (path: string): Problem => ({
  code: 'symlink-escapes',
  blame: 'you',
  what: `The symbolic link ${path} leads out of the directory that is bundled.`,
  hint: 'Copy what it points to into the directory, or leave the link out with an exclude pattern.',
});

const dangling = (path: string): Problem => ({
  code: 'symlink-dangling',
  blame: 'you',
  what: `The symbolic link ${path} leads to nothing, so it cannot be followed.`,
  hint: 'Remove the link, leave it out with an exclude pattern, or set symlinks: preserve.',
});
