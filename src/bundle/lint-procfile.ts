/** The lines of a `Procfile`. */
import type { Problem } from '../domain/problem.js';
import type { Findings } from './findings.js';

/** AWS guide, "Buildfile and Procfile": lines must match this. */
const LINE = /^[A-Za-z0-9_-]+:\s*[^\s].*$/;

export function lintProcfile(path: string, text: string): Findings {
  const errors: Problem[] = [];
  const warnings: Problem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  lines.forEach((line, index) => {
    const bare = line.replace(/\r$/, '');
    if (bare.trim() === '' || bare.trimStart().startsWith('#')) return;
    if (!LINE.test(bare)) errors.push(wrongLine(path, index + 1, bare));
  });
  if (errors.length === 0 && lines.every((line) => line.trim() === '' || line.trimStart().startsWith('#'))) {
    errors.push({
      code: 'procfile-empty',
      blame: 'you',
      what: `${path} names no process.`,
      hint: 'Add a line such as "web: node server.js", or remove the file.',
    });
  }
  if (text.includes('\r\n')) {
    warnings.push({
      code: 'procfile-line-ends',
      blame: 'you',
      what: `${path} has Windows line ends.`,
      hint: 'Save it with LF line ends: the carriage return becomes part of the command.',
    });
  }
  return { errors, warnings };
}

const wrongLine = (path: string, line: number, text: string): Problem => ({
  code: 'procfile-syntax',
  blame: 'you',
  what: `${path}, line ${line}: "${text.slice(0, 80)}" is not of the form "name: command".`,
  hint: 'Write one process a line, for example "web: node server.js".',
});
