/** Files of the bundle that the platform starts, and which it can only start when they are executable. Pure. */

/** AWS guide, "Buildfile and Procfile": both hold lines `name: command`. */
export const STARTING_FILES: readonly string[] = ['Procfile', 'Buildfile'];

/**
 * Paths, relative to the bundle, that a Procfile or Buildfile starts by their own name. What is started by an interpreter
 * (`node server.js`) needs no executable bit, and other words are programs of the platform.
 */
export function startedPrograms(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line) => /^[A-Za-z0-9_-]+:\s*(\S.*)$/.exec(line)?.[1] ?? [])
    .flatMap((command) => {
      const words = command.split(/\s+/).filter((word) => word !== 'exec' && !/^[A-Za-z_]\w*=/.test(word));
      const [first = ''] = words;
      const path = first.replace(/^["']|["']$/g, '').replace(/^(\.\/)+/, '');
      return path === '' || path.startsWith('/') ? [] : [path];
    });
}
