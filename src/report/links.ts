/** Addresses that help to go on: the environment in the AWS console, the page about a problem. */
import type { RunFacts } from '../ports/host.js';

/** Console host by partition; the partition follows from the region's prefix (AWS General Reference, "Partitions"). */
function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  if (region.startsWith('eusc-')) return 'console.amazonaws-eusc.eu';
  return 'console.aws.amazon.com';
}

/** The environment's dashboard; `undefined` when the region or id is not of the usual form (both end up in an address). */
export function consoleUrl(region: string, environmentId: string): string | undefined {
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region) || !/^e-[a-z0-9]+$/.test(environmentId)) return undefined;
  const host = region.startsWith('us-gov-') ? consoleHost(region) : `${region}.${consoleHost(region)}`;
  return `https://${host}/elasticbeanstalk/home?region=${region}#/environment/dashboard?environmentId=${environmentId}`;
}

const SLUG = /^[\w.-]+\/[\w.-]+$/;

/** Page of the repository whose workflow runs; `undefined` outside of one. */
export function repositoryUrl({ serverUrl, repository }: RunFacts): string | undefined {
  if (serverUrl === undefined || repository === undefined || !SLUG.test(repository)) return undefined;
  return /^https?:\/\/[\w.:-]+$/.test(serverUrl) ? `${serverUrl}/${repository}` : undefined;
}

/** A page of this project's documents: a full address when the action's own repository is known, else the file's name. */
export function documentPage(file: string, run: RunFacts): string {
  if (run.actionRepository === undefined || !SLUG.test(run.actionRepository)) return file;
  const server = run.serverUrl ?? 'https://github.com';
  const ref = run.actionRef !== undefined && /^[\w./-]+$/.test(run.actionRef) ? run.actionRef : 'HEAD';
  return `${server}/${run.actionRepository}/blob/${ref}/${file}`;
}

/** Where a problem code is explained. */
export function errorPage(code: string, run: RunFacts): string {
  return documentPage(`docs/errors.md#${code.replace(/[^a-z0-9-]/g, '')}`, run);
}
