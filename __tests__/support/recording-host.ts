/** A runner and a workspace in memory, for tests of code that reads inputs and files. */
import { ActionError } from '../../src/domain/problem.js';
import type { FileStat, Files } from '../../src/ports/files.js';
import type { Host, RunFacts } from '../../src/ports/host.js';

export interface InputHost extends Host {
  readonly masked: readonly string[];
}

/** Hands over the given inputs as a runner does: the defaults of `action.yml` are given, too, when `defaults` has them. */
export function inputHost(
  given: Readonly<Record<string, string>>,
  options: {
    readonly workspace?: string;
    readonly defaults?: Readonly<Record<string, string>>;
    readonly commit?: string;
  } = {},
): InputHost {
  const inputs = new Map(
    Object.entries({ ...options.defaults, ...given }).map(([name, value]) => [name.toUpperCase(), value]),
  );
  const masked: string[] = [];
  const run: RunFacts = {
    workspace: options.workspace ?? '/w',
    temporary: '/tmp',
    debug: false,
    ...(options.commit === undefined ? {} : { commit: options.commit }),
  };
  return {
    input: (name) => (inputs.get(name.toUpperCase()) ?? '').trim(),
    givenInputs: () => [...inputs].filter(([, value]) => value !== '').map(([name]) => name),
    output: () => {},
    line: () => {},
    group: () => {},
    endGroup: () => {},
    annotate: () => {},
    debug: () => {},
    mask: (secret) => void masked.push(secret),
    summary: async () => false,
    fail: () => {},
    saveState: () => {},
    state: () => '',
    run,
    flush: async () => {},
    onCancel: () => {},
    onCrash: () => {},
    masked,
  };
}

const missing = (path: string): ActionError =>
  new ActionError({ code: 'file-unreadable', blame: 'you', what: `${path} could not be read.`, hint: 'Check it.' });

/** Paths to texts; `-> target` makes a symbolic link. Directories follow from the paths. */
export function memoryFiles(tree: Readonly<Record<string, string>>): Files {
  const paths = Object.keys(tree);
  const isDirectory = (path: string): boolean => paths.some((one) => one.startsWith(path === '/' ? '/' : `${path}/`));
  const linkOf = (path: string): string | undefined => /^-> (.*)$/.exec(tree[path] ?? '')?.[1];
  const realPath = (path: string): string => {
    const parts = path.split('/');
    for (let length = 2; length <= parts.length; length += 1) {
      const target = linkOf(parts.slice(0, length).join('/'));
      if (target !== undefined) return realPath([target, ...parts.slice(length)].join('/'));
    }
    return path;
  };
  const stat = (path: string): FileStat | undefined => {
    const parent = path.slice(0, path.lastIndexOf('/'));
    const real = `${realPath(parent)}${path.slice(parent.length)}`;
    if (linkOf(real) !== undefined) return { kind: 'symlink', bytes: 0, mode: 0o777 };
    if (real in tree) return { kind: 'file', bytes: (tree[real] ?? '').length, mode: 0o644 };
    return isDirectory(real) ? { kind: 'directory', bytes: 0, mode: 0o755 } : undefined;
  };
  return {
    stat: async (path) => stat(path),
    list: async (path) => {
      if (!isDirectory(path)) throw missing(path);
      const names = paths
        .filter((one) => one.startsWith(`${path}/`))
        .map((one) => one.slice(path.length + 1).split('/')[0] ?? '');
      return [...new Set(names)].sort();
    },
    readText: async (path) => {
      const text = tree[realPath(path)];
      if (text === undefined) throw missing(path);
      return text;
    },
    writeText: async () => {},
    readLink: async (path) => linkOf(path) ?? '',
    realPath: async (path) => {
      const real = realPath(path);
      if (!(real in tree) && !isDirectory(real)) throw missing(path);
      return real;
    },
  };
}
