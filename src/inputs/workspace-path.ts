/** Paths as workflows write them, kept inside the workspace. Text only; symbolic links are looked at where files are read. */

const isWindowsPath = (path: string): boolean => /^[A-Za-z]:[\\/]/.test(path);

/** The separator of the platform that this absolute path comes from. */
const separatorOf = (absolute: string): string => (isWindowsPath(absolute) || absolute.startsWith('\\\\') ? '\\' : '/');

/** Absolute and without `.` and `..`; `undefined` when it leads out of the workspace. */
export function insideWorkspace(workspace: string, given: string): string | undefined {
  const separator = separatorOf(workspace);
  const windows = separator === '\\';
  const same = windows ? given.replaceAll('/', '\\') : given;
  const absolute = windows ? isWindowsPath(same) || same.startsWith('\\') : same.startsWith('/');
  const from = absolute ? same : `${workspace}${separator}${same}`;
  const resolved = normalised(from, separator);
  return resolved !== undefined && contains(normalised(workspace, separator) ?? workspace, resolved)
    ? resolved
    : undefined;
}

/** The same path or one below it. Windows does not tell capitals from small letters. */
export function contains(workspace: string, path: string): boolean {
  const separator = separatorOf(workspace);
  const compared = (text: string): string => (separator === '\\' ? text.toLowerCase() : text);
  const root = compared(workspace.endsWith(separator) ? workspace : `${workspace}${separator}`);
  return compared(`${path}${separator}`).startsWith(root);
}

function normalised(path: string, separator: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split(separator)) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    if (part === '..') {
      // Above the root of the file system there is nothing.
      if (parts.length <= 1) return undefined;
      parts.pop();
    } else parts.push(part);
  }
  const joined = parts.join(separator);
  return joined === '' ? separator : joined;
}
