/** What to do next: the hint, the page about the problem, the environment in the console, the button that rolls back. Pure. */

import { isFailure } from '../../domain/outcome.js';
import { labelBefore } from '../../domain/standing.js';
import type { RunFacts } from '../../ports/host.js';
import { foreignMarkdown, foreignProse } from '../foreign-markdown.js';
import { consoleUrl, documentPage, errorPage } from '../links.js';
import type { RunRecord } from '../record.js';
import { rollbackCommand, rollbackPage } from '../rollback-workflow.js';
import { name } from '../words.js';

/** Addresses are made of checked parts only; what is no address (the action is a local one) is a file's name. */
const link = (title: string, page: string): string =>
  page.startsWith('https://') || page.startsWith('http://')
    ? `[${title}](${page})`
    : `${title}: ${foreignMarkdown(page, 200)}`;

function hints({ problems, outcome }: RunRecord): readonly string[] {
  if (problems.length > 1) return [];
  const problem = problems[0] ?? outcome.problem;
  return problem === undefined ? [] : [foreignProse(problem.hint, 500)];
}

function pages({ problems, outcome }: RunRecord, run: RunFacts): readonly string[] {
  const all = problems.length > 0 ? problems : [outcome.problem].filter((problem) => problem !== undefined);
  const codes = [...new Set(all.map(({ code }) => code))].slice(0, 5);
  return codes.map((code) => link(`About ${foreignMarkdown(code, 60)}`, errorPage(code, run)));
}

/** The label to go back to: what ran before, when it no longer does. */
function former(record: RunRecord): string | undefined {
  const { snapshot, outcome, plan } = record;
  const before = snapshot === undefined ? undefined : labelBefore(snapshot, plan?.versionLabel);
  const isUntouched = outcome.restored === 'yes' || (outcome.state === 'failed' && outcome.restored === 'not-needed');
  return isUntouched || before === plan?.versionLabel ? undefined : before;
}

/** For a run that has put another version there, or may have. */
function wayBack(record: RunRecord, run: RunFacts): readonly string[] {
  const { plan, outcome, rollbackWorkflow: workflow } = record;
  const isChanged = outcome.state === 'succeeded' || outcome.state === 'started' || isFailure(outcome.state);
  const version = former(record);
  if (plan === undefined || !isChanged || version === undefined || plan.operation === 'terminate') return [];
  const back = `Back to ${foreignMarkdown(name(version))}`;
  if (workflow === undefined) return [`${back}: ${link('how to roll back', documentPage('docs/rollback.md', run))}`];
  const page = rollbackPage(workflow, run);
  const command = rollbackCommand(workflow, { version, environment: plan.environment.name }, run);
  const button =
    page === undefined ? foreignMarkdown(workflow.file) : `[${workflow.file.replace(/[_~*]/g, '\\$&')}](${page})`;
  return [
    command === undefined ? `${back}: ${button}` : `${back}: ${button}, or\n\n  \`\`\`sh\n  ${command}\n  \`\`\``,
  ];
}

export function next(record: RunRecord, run: RunFacts): string {
  const { outcome, snapshot, settings } = record;
  const failed = isFailure(outcome.state);
  const id = snapshot?.target.environment.id;
  const console = !failed || id === undefined || settings === undefined ? undefined : consoleUrl(settings.region, id);
  const items = [
    ...(failed ? [...hints(record), ...pages(record, run)] : []),
    ...(console === undefined ? [] : [`[The environment in the AWS console](${console})`]),
    ...wayBack(record, run),
  ];
  if (items.length === 0) return '';
  const list = items.map((item) => `- ${item}`).join('\n');
  return failed ? `### What to do next\n\n${list}` : `### Way back\n\n${list}`;
}
