/** Scripts in `.platform`: line ends and executable bits. */
import type { Problem } from '../domain/problem.js';
import type { BundleContent, Findings } from './findings.js';
import { isPlatformHook } from './rules.js';

export function hookFindings({ entries, texts }: BundleContent): Findings {
  const crlf = [...texts].filter(([path, text]) => isScript(path, text) && text.includes('\r\n')).map(([path]) => path);
  const hooks = entries.filter(({ kind, path }) => kind === 'file' && isPlatformHook(path));
  const notExecutable = hooks.filter(({ mode }) => (mode & 0o111) === 0).map(({ path }) => path);
  const noShebang = hooks.map(({ path }) => path).filter((path) => lacksShebang(texts.get(path)));
  return {
    errors: crlf.sort().map(windowsLineEnds),
    warnings: [
      ...notExecutable.map(notExecutableHook),
      ...noShebang.filter((path) => !crlf.includes(path)).map(withoutShebang),
    ],
  };
}

/** Programs may be hooks too; they have no lines. */
const isBinary = (text: string): boolean => text.includes('\u0000') || text.startsWith('\u007FELF');

function isScript(path: string, text: string): boolean {
  if (!path.startsWith('.platform/') || isBinary(text)) return false;
  return text.startsWith('#!') || path.endsWith('.sh') || isPlatformHook(path);
}

const lacksShebang = (text: string | undefined): boolean =>
  text !== undefined && !isBinary(text) && !text.startsWith('#!');

const windowsLineEnds = (path: string): Problem => ({
  code: 'hook-line-ends',
  blame: 'you',
  what: `${path} has Windows line ends (CRLF), with which Linux cannot run it.`,
  hint: 'Save it with LF line ends; "*.sh text eol=lf" in .gitattributes keeps git from changing them.',
});

/**
 * A warning, not an error: platform versions since 29 April 2022 set the bit themselves (AWS guide, "Platform hooks"),
 * and the environment may have one of those.
 */
const notExecutableHook = (path: string): Problem => ({
  code: 'hook-not-executable',
  blame: 'you',
  what: `${path} is not executable in the archive.`,
  hint: 'Run "chmod +x" on it before the archive is made; older platform versions fail the deployment otherwise.',
});

const withoutShebang = (path: string): Problem => ({
  code: 'hook-without-shebang',
  blame: 'you',
  what: `${path} is a platform hook without a first line such as "#!/bin/bash".`,
  hint: 'Add the line: without it the platform cannot tell what to run it with.',
});
