/** Rollouts in the state of the step: what the post phase looks after when the main phase could not. */
import type { Outcome } from '../domain/outcome.js';
import type { Outside } from '../ports/outside.js';
import type { Stopped } from './aftermath.js';
import type { Report } from './report.js';

/** Name in the step's state. */
const STOPPED = 'stopped';

/** Told by the file that the runner starts, not by saved state: a main phase that died at once has saved none. */
export const isPostPhase = ({ host }: Outside): boolean => host.run.isPost === true;

/** What the report knows of an environment, and how its rollout has ended. */
type Told = Pick<Report, 'known' | 'path'> & { readonly parts?: Report['parts'] };

/**
 * Called before the rollout, in case that the process is killed, and again with its outcome: the post phase has something
 * to do only when something of ours was left running.
 */
export function saveForPost({ host }: Outside, report: Told, outcome?: Outcome): void {
  const { parts, path } = report;
  if (parts !== undefined) {
    const begun = parts.filter(({ hasBegun }) => hasBegun);
    const left = begun.flatMap(({ known, ending }) => stoppedOf(known, path, ending?.outcome) ?? []);
    host.saveState(STOPPED, left.length === 0 ? '' : JSON.stringify(left));
    return;
  }
  if (report.known.settings === undefined || report.known.plan === undefined) return;
  const left = stoppedOf(report.known, path, outcome);
  host.saveState(STOPPED, left === undefined ? '' : JSON.stringify(left));
}

function stoppedOf({ settings, plan }: Report['known'], reportPath: string, outcome?: Outcome): Stopped | undefined {
  const isLeft = outcome === undefined || (outcome.state === 'cancelled' && outcome.stillRunning.length > 0);
  if (settings === undefined || plan === undefined || !isLeft) return undefined;
  return {
    region: settings.region,
    environmentId: outcome?.created?.id ?? plan.environment.id,
    environmentName: plan.environment.name,
    reportPath,
    wait: settings.onCancel === 'abort',
  };
}

/** A run about several environments has left a list. */
export function savedByMain({ host }: Outside): readonly Stopped[] {
  const saved = host.state(STOPPED);
  if (saved === '') return [];
  // Written by our own main phase; nothing else can write to the state of a step.
  const stopped = JSON.parse(saved) as Stopped | readonly Stopped[];
  return 'environmentId' in stopped ? [stopped] : stopped;
}
