/** Files of the workspace, as far as deciding code needs them. Paths are absolute; separators are the platform's. */

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'symlink' | 'other';
  readonly bytes: number;
  /** Permission bits, for example 0o755. */
  readonly mode: number;
}

export interface Files {
  stat(path: string): Promise<FileStat | undefined>;
  /** Names in a directory, sorted by code unit. */
  list(path: string): Promise<readonly string[]>;
  readText(path: string): Promise<string>;
  writeText(path: string, text: string): Promise<void>;
  /** The target of a symlink, as written. */
  readLink(path: string): Promise<string>;
  /** The path with every symlink followed. */
  realPath(path: string): Promise<string>;
}
