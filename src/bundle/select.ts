/** Chooses the files of a directory for the bundle, and tells what was left out and why. */
import { ActionError, type Problem } from '../domain/problem.js';
import type { EntryToPack } from '../ports/archives.js';
import type { FileStat, Files } from '../ports/files.js';
import { createExclusion, type Decision, type Exclusion, type IgnoreFileName } from './exclusion.js';
import { followLink, keepLink } from './links.js';
import { STARTING_FILES, startedPrograms } from './programs.js';
import { isPlatformHook, isSecretPattern, mayHoldSecret, secretIn } from './rules.js';

export interface SelectionRequest {
  /** Absolute path of the directory. */
  readonly root: string;
  readonly exclude: readonly string[];
  readonly symlinks: 'preserve' | 'follow';
}

export interface Selection {
  /** Sorted by path, in code units. */
  readonly entries: readonly EntryToPack[];
  /** Directories are named once, not file by file. */
  readonly excluded: readonly { readonly path: string; readonly rule: string }[];
  /** Things done on the user's behalf, in a sentence each. */
  readonly notices: readonly string[];
  /** Secrets that were left out. */
  readonly secrets: readonly string[];
  /** Reasons why there can be no bundle. */
  readonly problems: readonly Problem[];
}

/** Larger files are not looked into for secrets: keys and tokens are small. */
const SECRET_LOOK_LIMIT = 65_536;

interface Walk {
  readonly files: Files;
  readonly request: SelectionRequest;
  readonly realRoot: string;
  readonly fileName: IgnoreFileName | undefined;
  readonly entries: EntryToPack[];
  readonly excluded: { readonly path: string; readonly rule: string }[];
  readonly secrets: string[];
  readonly problems: Problem[];
  readonly buildOutputs: Set<string>;
  readonly madeExecutable: string[];
  readonly broughtBack: string[];
}

/** A directory on the way: its path in the bundle, where it really is, and the real directories above it. */
interface Place {
  readonly path: string;
  readonly source: string;
  readonly above: readonly string[];
}

export async function selectFiles(request: SelectionRequest, files: Files): Promise<Selection> {
  const found = await files.stat(request.root);
  const kind = found?.kind === 'symlink' ? (await files.stat(await files.realPath(request.root)))?.kind : found?.kind;
  if (kind !== 'directory') throw new ActionError(noDirectory(request.root, kind !== undefined));
  const realRoot = await files.realPath(request.root);
  const names = await files.list(realRoot);
  const fileName = (['.ebignore', '.gitignore'] as const).find((name) => names.includes(name));
  const walk: Walk = {
    files,
    request,
    realRoot,
    // Without one at the root, `.gitignore` files deeper down still count.
    fileName: fileName ?? '.gitignore',
    entries: [],
    excluded: [],
    secrets: [],
    problems: [],
    buildOutputs: new Set(),
    madeExecutable: [],
    broughtBack: [],
  };
  const exclusion = createExclusion(request.exclude, walk.fileName);
  await readDirectory(walk, { path: '', source: realRoot, above: [] }, exclusion);
  await makeProgramsExecutable(walk);
  return {
    entries: walk.entries.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0)),
    excluded: walk.excluded,
    secrets: walk.secrets,
    problems: walk.problems,
    notices: noticesOf(walk),
  };
}

async function readDirectory(walk: Walk, place: Place, outer: Exclusion): Promise<void> {
  const { files, fileName } = walk;
  const names = await files.list(place.source);
  const ownRules = fileName !== undefined && names.includes(fileName);
  const exclusion = ownRules
    ? outer.with({ base: place.path, text: await files.readText(`${place.source}/${fileName}`) })
    : outer;
  const before = walk.entries.length;
  for (const name of names) {
    const path = place.path === '' ? name : `${place.path}/${name}`;
    const source = `${place.source}/${name}`;
    const found = await files.stat(source);
    if (found === undefined) throw new ActionError(vanished(path));
    await takeEntry(walk, place, exclusion, { path, name, source, found });
  }
  // An application may count on a directory being there; one that only held excluded files is not kept.
  if (names.length === 0 && place.path !== '' && walk.entries.length === before) {
    walk.entries.push({ kind: 'directory', path: place.path, mode: 0o755 });
  }
}

interface Candidate {
  readonly path: string;
  readonly name: string;
  readonly source: string;
  readonly found: FileStat;
}

async function takeEntry(walk: Walk, place: Place, exclusion: Exclusion, candidate: Candidate): Promise<void> {
  const { path, source, found } = candidate;
  const link = found.kind === 'symlink' && walk.request.symlinks === 'follow';
  const target = link
    ? await followLink(walk.files, walk.realRoot, path, source)
    : { kind: 'at' as const, source, found };
  if (target.kind === 'problem') {
    // What is left out anyway may point anywhere.
    if (exclusion.decide(path, false).include) walk.problems.push(target.problem);
    return;
  }
  const isDirectory = target.found.kind === 'directory';
  const hidden = link ? builtInRuleFor(walk, exclusion, target.source, isDirectory) : undefined;
  const own = exclusion.decide(path, isDirectory);
  // A link must not carry a secret into the bundle under another name, unless it is asked for by that name.
  const decision = hidden !== undefined && own.include && own.asked !== true ? hidden : own;
  if (!decision.include) {
    walk.excluded.push({ path: isDirectory ? `${path}/` : path, rule: decision.rule });
    if (decision.builtIn && isSecretPattern(decision.pattern)) walk.secrets.push(path);
    return;
  }
  if (decision.secret === true) walk.broughtBack.push(path);
  if (decision.buildOutput !== undefined) walk.buildOutputs.add(decision.buildOutput);
  switch (target.found.kind) {
    case 'directory': {
      const above = [...place.above, place.source];
      if (link && above.includes(target.source)) {
        walk.problems.push(cycle(path));
        return;
      }
      return readDirectory(walk, { path, source: target.source, above }, exclusion);
    }
    case 'file':
      return takeFile(walk, { ...candidate, source: target.source, found: target.found }, decision.asked === true);
    case 'symlink': {
      const kept = await keepLink(walk.files, walk.realRoot, path, source);
      if (kept.kind === 'problem') walk.problems.push(kept.problem);
      else walk.entries.push({ kind: 'symlink', path, mode: 0o777, target: kept.target });
      return;
    }
    case 'other':
      walk.excluded.push({ path, rule: 'not a regular file' });
      return;
  }
}

/** The built-in rule that keeps a real place, or a directory above it, out of the bundle. */
function builtInRuleFor(walk: Walk, exclusion: Exclusion, real: string, isDirectory: boolean): Decision | undefined {
  const parts = real
    .slice(walk.realRoot.length)
    .split(/[/\\]/)
    .filter((part) => part !== '');
  return parts
    .map((_, index) => exclusion.decide(parts.slice(0, index + 1).join('/'), isDirectory || index < parts.length - 1))
    .find((decision) => !decision.include && decision.builtIn);
}

async function takeFile(walk: Walk, candidate: Candidate, askedFor: boolean): Promise<void> {
  const { path, name, source, found } = candidate;
  if (mayHoldSecret(name) && found.bytes <= SECRET_LOOK_LIMIT) {
    const secret = secretIn(name, await walk.files.readText(source));
    if (secret !== undefined && askedFor) walk.broughtBack.push(path);
    else if (secret !== undefined) {
      walk.excluded.push({ path, rule: `built-in: ${secret}` });
      walk.secrets.push(path);
      return;
    }
  }
  const runs = isPlatformHook(path) && (found.mode & 0o111) === 0;
  if (runs) walk.madeExecutable.push(path);
  const mode = runs ? found.mode | 0o755 : found.mode;
  walk.entries.push({ kind: 'file', path, source, bytes: found.bytes, mode });
}

/** The bit is lost on Windows, and by archives and artifacts on the way to this job. */
async function makeProgramsExecutable(walk: Walk): Promise<void> {
  const started = new Set<string>();
  for (const entry of walk.entries) {
    if (entry.kind !== 'file' || !STARTING_FILES.includes(entry.path) || entry.bytes > SECRET_LOOK_LIMIT) continue;
    for (const program of startedPrograms(await walk.files.readText(entry.source))) started.add(program);
  }
  for (const [index, entry] of walk.entries.entries()) {
    if (entry.kind !== 'file' || !started.has(entry.path) || (entry.mode & 0o111) !== 0) continue;
    walk.entries[index] = { ...entry, mode: entry.mode | 0o755 };
    walk.madeExecutable.push(entry.path);
  }
}

function noticesOf(walk: Walk): readonly string[] {
  const notices: string[] = [];
  if (walk.buildOutputs.size > 0) {
    const names = [...walk.buildOutputs].sort().join(', ');
    notices.push(
      `Build output (${names}) is in the bundle although .gitignore lists it; write an .ebignore to decide for yourself.`,
    );
  }
  if (walk.madeExecutable.length > 0) {
    notices.push(`Made executable in the bundle: ${walk.madeExecutable.join(', ')}.`);
  }
  if (walk.broughtBack.length > 0) {
    notices.push(
      `In the bundle because a "!" pattern asks for it, although it looks like a secret: ${walk.broughtBack.join(', ')}.`,
    );
  }
  return notices;
}

const noDirectory = (root: string, exists: boolean): Problem => ({
  code: exists ? 'source-not-a-directory' : 'source-missing',
  blame: 'you',
  what: exists ? `${root} is not a directory.` : `There is no directory ${root}.`,
  hint: exists
    ? 'Give an archive as deployment-package-path instead of source-directory.'
    : 'Check source-directory, and that the step which checks out or builds the application ran in this job.',
});

const vanished = (path: string): Problem => ({
  code: 'file-vanished',
  blame: 'you',
  what: `${path} vanished while the bundle was put together.`,
  hint: 'Let no other step write to the directory at the same time.',
});

const cycle = (path: string): Problem => ({
  code: 'symlink-cycle',
  blame: 'you',
  what: `The symbolic link ${path} leads back to a directory that it is in.`,
  hint: 'Set symlinks: preserve, or leave the link out with an exclude pattern.',
});
