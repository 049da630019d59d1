/**
 * Records of rollouts in GitHub's list of deployments. They are made beside the rollout, which never waits for GitHub;
 * whatever GitHub does not take is said, and changes nothing else.
 */
import type { Outcome } from '../domain/outcome.js';
import { ActionError, type Problem } from '../domain/problem.js';
import type { Say } from '../domain/progress.js';
import { type Milliseconds, seconds } from '../domain/time.js';
import type { GitHub } from '../ports/github.js';
import type { Outside } from '../ports/outside.js';
import { gitHubOf } from './connect.js';
import {
  begins,
  endedUnknown,
  ends,
  isOfJob,
  logPage,
  newRecord,
  ours,
  type Rollout,
  refsOf,
  suspects,
  tellingOf,
} from './decide.js';
import { type SavedRecord, saveRecords } from './saved.js';

/** So long the end of a run waits for GitHub, all in all. */
const PATIENCE: Milliseconds = seconds(10);
/** Earlier records that are looked at when there is a new one. */
const MOST_EARLIER = 5;

export interface RecordRequest extends Rollout {
  readonly say: Say;
  readonly cancel: AbortSignal;
}

export interface RolloutRecord {
  /** Never fails. After a request to stop it leaves the rest to the post phase. A later end takes the place of an earlier. */
  end(outcome: Outcome): Promise<void>;
}

/** Of one run, which may be about several environments. */
export interface Records {
  /** Answers at once. */
  begin(request: RecordRequest): RolloutRecord;
}

type Ports = Pick<Outside, 'host' | 'clock' | 'random' | 'github'>;

const NOTHING: RolloutRecord = { end: () => Promise.resolve() };

export function createRecords(outside: Ports): Records {
  const open = new Map<number, SavedRecord>();
  const save = (): void => saveRecords(outside.host, [...open.values()]);
  return {
    begin: (request) => {
      switch (tellingOf(request)) {
        case 'nothing':
          return NOTHING;
        case 'record':
          return begin(outside, request, open, save);
        case 'retire':
          return retirement(outside, request);
      }
    },
  };
}

function begin(
  outside: Ports,
  request: RecordRequest,
  open: Map<number, SavedRecord>,
  save: () => void,
): RolloutRecord {
  const { host } = outside;
  const { settings, snapshot, cancel } = request;
  const environment = settings.environmentName;
  const logUrl = logPage(host.run);
  let made: Made | undefined;
  // What the post phase would write.
  let last = endedUnknown(logUrl);
  const keep = (): void => {
    if (made === undefined) return;
    open.set(made.id, { id: made.id, environment, end: last });
    save();
  };
  const making = telling(request, async (): Promise<void> => {
    made = await create(outside, request);
    keep();
    if (made === undefined || cancel.aborted) return;
    await made.github.setDeploymentStatus(made.id, begins(logUrl));
  });
  return {
    end: (outcome) => {
      const end = ends(outcome, snapshot, logUrl);
      // Before anything is waited for: the post phase knows how it ended, whatever happens now.
      last = end;
      keep();
      if (cancel.aborted) return Promise.resolve();
      const finish = async (): Promise<void> => {
        await making;
        if (made === undefined) return;
        const { github, id } = made;
        keep();
        await github.setDeploymentStatus(id, end);
        open.delete(id);
        save();
        if (end.state === 'success') await retire(github, environment, id);
      };
      return inTime(outside, request, finish);
    },
  };
}

interface Made {
  readonly github: GitHub;
  readonly id: number;
}

/** `undefined`: there is none, for a reason that was said. */
async function create(outside: Ports, request: RecordRequest): Promise<Made | undefined> {
  const { settings, say } = request;
  const github = await gitHubOf(outside);
  const refs = refsOf(request);
  if (github === undefined || refs.length === 0) {
    withoutGround(request, github === undefined ? 'there is no token for GitHub' : 'nothing says which commit this is');
    return undefined;
  }
  const wish = settings.deploymentRecord;
  if (wish?.when === 'auto' && (await jobHasRecord(github, outside, request))) {
    say({
      type: 'notice',
      text: 'The job has an `environment:`, so GitHub itself keeps the record of this deployment.',
    });
    return undefined;
  }
  const nonce = outside.random.uuid();
  for (const [index, ref] of refs.entries()) {
    try {
      return { github, id: await createOnce(github, request, ref, nonce) };
    } catch (error) {
      // The commit of an older version may be gone from the repository.
      const isRejected = error instanceof ActionError && error.problem.code === 'github-rejected';
      if (!isRejected || index === refs.length - 1) throw error;
    }
  }
  return undefined;
}

/** Whether the answer of a creation was lost is found out before anything is created twice. */
async function createOnce(github: GitHub, request: RecordRequest, ref: string, nonce: string): Promise<number> {
  try {
    return await github.createDeployment(newRecord(request, ref, nonce));
  } catch (error) {
    if (!(error instanceof ActionError && error.answerLost)) throw error;
    const all = await github.deployments(request.settings.environmentName);
    const found = all.find(({ payload }) => payload.nonce === nonce);
    if (found === undefined) throw error;
    return found.id;
  }
}

async function jobHasRecord(github: GitHub, { host }: Ports, { settings }: RecordRequest): Promise<boolean> {
  const newest = await github.newestDeployments();
  for (const { id } of suspects(newest, host.run.commit)) {
    if (isOfJob(await github.deploymentStatuses(id), host.run, settings.deploymentRecord?.jobId)) return true;
  }
  return false;
}

/** GitHub itself makes earlier records inactive, but not those of production environments. */
async function retire(github: GitHub, environment: string, except?: number): Promise<void> {
  const earlier = (await github.deployments(environment)).filter((one) => ours(one) && one.id !== except);
  for (const { id } of earlier.slice(0, MOST_EARLIER)) {
    const [newest] = await github.deploymentStatuses(id);
    if (newest?.state !== 'success') continue;
    const description = except === undefined ? 'The environment was terminated.' : 'Another deployment took its place.';
    await github.setDeploymentStatus(id, { state: 'inactive', description });
  }
}

function retirement(outside: Ports, request: RecordRequest): RolloutRecord {
  return {
    end: ({ state }) => {
      if (state !== 'succeeded' || request.cancel.aborted) return Promise.resolve();
      return inTime(outside, request, async () => {
        const github = await gitHubOf(outside);
        if (github !== undefined) await retire(github, request.settings.environmentName);
        else withoutGround(request, 'there is no token for GitHub');
      });
    },
  };
}

/** What GitHub does not take, and what it does not take in time. */
async function inTime({ clock }: Ports, request: RecordRequest, work: () => Promise<void>): Promise<void> {
  const { cancel } = request;
  const done = new AbortController();
  // A request to stop ends the patience, too: then the post phase goes on.
  const stop = (): void => done.abort();
  cancel.addEventListener('abort', stop, { once: true });
  const late = clock.sleep(PATIENCE, done.signal).then(() => 'late' as const);
  const end = await Promise.race([telling(request, work), late]);
  cancel.removeEventListener('abort', stop);
  done.abort();
  if (end === 'late' && !cancel.aborted) tell(request, tooLate());
}

async function telling<T>(request: RecordRequest, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    tell(request, error instanceof ActionError ? error.problem : undefined);
    return undefined;
  }
}

/** Nobody has asked for a record with `auto`: a job that may not make any is no cause for an annotation. */
function tell({ settings, say }: RecordRequest, why: Problem | undefined): void {
  const problem = notRecorded(settings.environmentName, why);
  const isQuiet = settings.deploymentRecord?.when === 'auto' && why?.code === 'github-refused';
  if (isQuiet) say({ type: 'notice', text: `${problem.what} ${problem.hint}` });
  else say({ type: 'warning', problem });
}

function withoutGround({ settings, say }: RecordRequest, because: string): void {
  const { what, hint } = notRecorded(settings.environmentName, undefined, because);
  if (settings.deploymentRecord?.when === 'auto') say({ type: 'notice', text: what });
  else say({ type: 'warning', problem: { code: 'deployment-not-recorded', blame: 'you', what, hint } });
}

const tooLate = (): Problem => ({
  code: 'github-unreachable',
  blame: 'github',
  what: 'There was no answer in time.',
  hint: 'Look at githubstatus.com.',
});

function notRecorded(environment: string, why: Problem | undefined, because?: string): Problem {
  const reason = because === undefined ? `: ${why?.what ?? 'something unexpected happened.'}` : `: ${because}.`;
  return {
    code: 'deployment-not-recorded',
    blame: why?.blame ?? 'github',
    what: `The rollout is not affected, but GitHub has no complete record of this deployment of ${environment}${reason}`,
    hint: why?.hint ?? 'Give `github-token`, and the job `deployments: write`, or set `github-deployment: false`.',
  };
}
