/** JSON files of a bundle. */
import type { Problem } from '../domain/problem.js';
import type { Findings } from './findings.js';

export function lintJson(path: string, text: string): Findings {
  const { problem } = parse(path, text);
  return { errors: problem === undefined ? [] : [problem], warnings: [] };
}

/** AWS guide, "Docker configuration": the file needs `AWSEBDockerrunVersion`, and its versions are 1, 2 and 3. */
export function lintDockerrun(path: string, text: string): Findings {
  const { problem, value } = parse(path, text);
  if (problem !== undefined) return { errors: [problem], warnings: [] };
  const version =
    typeof value === 'object' && value !== null && 'AWSEBDockerrunVersion' in value
      ? value.AWSEBDockerrunVersion
      : undefined;
  if (['1', '2', '3'].includes(String(version))) return { errors: [], warnings: [] };
  const wrong: Problem = {
    code: 'dockerrun-version',
    blame: 'you',
    what:
      version === undefined
        ? `${path} has no AWSEBDockerrunVersion.`
        : `${path} has AWSEBDockerrunVersion ${JSON.stringify(version)}, which does not exist.`,
    hint: 'Set AWSEBDockerrunVersion to 1 (one container), 2 (ECS) or 3 (with docker-compose.yml).',
  };
  return { errors: [wrong], warnings: [] };
}

function parse(path: string, text: string): { readonly problem?: Problem; readonly value?: unknown } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
    return {
      problem: {
        code: 'json-syntax',
        blame: 'you',
        what: `${path}${line === undefined ? '' : `, line ${line}`}: ${message.replace(/\.$/, '')}.`,
        hint: 'Correct the JSON; comments and trailing commas are not allowed.',
      },
    };
  }
}
