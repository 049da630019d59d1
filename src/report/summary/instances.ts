/** What each instance runs, how it is, and why: those that are not as they should be first. Pure. */
import type { InstanceHealth } from '../../domain/instance.js';
import { foreignMarkdown } from '../foreign-markdown.js';
import type { RunRecord } from '../record.js';
import { instancesTitle, plural } from '../words.js';
import { healthText } from './facts.js';
import type { Rows } from './page.js';

/** Causes of one instance, in characters. */
const CAUSES = 400;

function isAsWanted({ status, deployment, causes }: InstanceHealth, wanted: string | undefined): boolean {
  if (status !== 'Ok' && status !== 'Info') return false;
  return causes.length === 0 && (wanted === undefined || deployment?.versionLabel === wanted);
}

function row({ id, status, causes, deployment }: InstanceHealth): string {
  const cells = [
    foreignMarkdown(id, 40),
    foreignMarkdown(deployment?.versionLabel ?? '', 100),
    deployment?.id === undefined ? '–' : String(deployment.id),
    deployment?.status ?? '–',
    healthText(status),
    foreignMarkdown(causes.join('; '), CAUSES),
  ];
  return `| ${cells.join(' | ')} |`;
}

const HEAD = '| Instance | Runs | Deployment | State | Health | Causes |\n| --- | --- | --- | --- | --- | --- |\n';

/** `isOpen`: not folded away. */
export function instanceRows(record: RunRecord, isOpen: boolean): Rows | undefined {
  const { instances, plan } = record;
  if (instances.length === 0 || record.outcome.state === 'planned') return undefined;
  const wanted = plan?.versionLabel;
  const odd = instances.filter((one) => !isAsWanted(one, wanted));
  const fine = instances.filter((one) => isAsWanted(one, wanted));
  const what = instancesTitle(record.outcome);
  const lines = [...odd, ...fine].map((one, place) => ({ text: row(one), place }));
  const more = (shown: number): string =>
    shown < lines.length ? ` (${shown} of ${plural(lines.length, 'instance')}; the rest is in the JSON report)` : '';
  return isOpen
    ? { head: (shown) => `### ${what}${more(shown)}\n\n${HEAD}`, lines, foot: '' }
    : {
        head: (shown) => `<details><summary>${what}${more(shown)}</summary>\n\n${HEAD}`,
        lines,
        foot: '\n\n</details>',
      };
}
