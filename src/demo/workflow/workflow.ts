/** Plays the jobs of a real workflow file for an event, as far as our steps and their neighbours need it: no services, no containers. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { condition, expanded, type Scope, type Value } from './expressions.js';
import {
  combinationsOf,
  expandedAll,
  inputsOf,
  type Job,
  listens,
  refOf,
  returnsOf,
  type Step,
  type Texts,
  valuesOf,
  type Workflow,
  type WorkflowEvent,
} from './model.js';

export type { WorkflowEvent } from './model.js';

/** A step that uses an action: what it is given, with every expression evaluated. */
export interface UsedAction {
  /** `owner/name`, without the ref. */
  readonly action: string;
  readonly inputs: Texts;
  /** Variables that tell the action about the event, and those that the workflow sets. */
  readonly env: Texts;
  /** What the token of the job may do. */
  readonly permissions: Texts;
}

/** A step that runs a script. */
export interface Script {
  readonly text: string;
  readonly env: Texts;
}

export interface UsedResult {
  readonly succeeded: boolean;
  readonly outputs: Texts;
}

export interface PlayedJob {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly outputs: Texts;
}

type Conclusion = 'success' | 'failure' | 'skipped';

export interface PlayRequest {
  /** Path of the YAML; workflows that it calls lie beside it. */
  readonly file: string;
  readonly event: WorkflowEvent;
  /** For the event's payload. */
  readonly directory: string;
  /** Carries out a step that uses an action; every action of the workflow comes here. */
  readonly use: (used: UsedAction) => Promise<UsedResult>;
  /** Carries out a script; absent: a workflow that has one is not played. */
  readonly run?: (script: Script) => Promise<UsedResult>;
  /** Looks at the workspace as the step before has left it. */
  readonly hashFiles?: (patterns: readonly string[]) => string;
}

/** Where a job stands. */
interface Place extends PlayRequest {
  readonly workflow: Workflow;
  readonly inputs: Readonly<Record<string, Value>>;
  readonly env: Texts;
  readonly needs: Readonly<Record<string, Value>>;
}

/** Answers no job at all when the workflow does not listen to the event. */
export async function playWorkflow(request: PlayRequest): Promise<readonly PlayedJob[]> {
  const { event, directory, file } = request;
  const workflow = await readWorkflow(file);
  if (!listens(workflow, event)) return [];
  const eventPath = join(directory, 'event.json');
  await writeFile(eventPath, JSON.stringify(event.payload));
  const env = {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_SHA: event.sha,
    GITHUB_REF: refOf(event),
    GITHUB_REPOSITORY: event.repository,
  };
  const given = event.payload.inputs;
  const asked = typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {};
  const inputs = inputsOf(workflow, event.name, asked as Readonly<Record<string, Value>>);
  return playJobs({ ...request, workflow, inputs, env, needs: {} });
}

const readWorkflow = async (file: string): Promise<Workflow> => parse(await readFile(file, 'utf8')) as Workflow;

/** One after the other, each when those that it needs are over. */
async function playJobs(place: Place): Promise<readonly PlayedJob[]> {
  const played: PlayedJob[] = [];
  const open = new Map(Object.entries(place.workflow.jobs));
  while (open.size > 0) {
    const [name, job] = [...open].find(([, one]) => needsOf(one).every((need) => !open.has(need))) ?? [];
    if (name === undefined || job === undefined) throw new Error('the jobs wait for each other');
    open.delete(name);
    const waited = needsOf(job).map((need) => played.find((other) => other.name === need));
    const needs = Object.fromEntries(
      waited.flatMap((one) =>
        one === undefined ? [] : [[one.name, { result: one.conclusion, outputs: one.outputs }]],
      ),
    );
    const status = waited.every((one) => one?.conclusion === 'success') ? 'success' : 'failure';
    const there = { ...place, needs };
    const runs = condition(job.if, scopeOf(there, { status }));
    played.push({ name, ...(runs ? await playMatrix(job, there) : { conclusion: 'skipped', outputs: {} }) });
  }
  return played;
}

const needsOf = ({ needs }: Job): readonly string[] => (typeof needs === 'string' ? [needs] : (needs ?? []));

type Ended = Omit<PlayedJob, 'name'>;

async function playMatrix(job: Job, place: Place): Promise<Ended> {
  const ended: Ended[] = [];
  for (const matrix of combinationsOf(job)) {
    ended.push(
      await (job.uses === undefined ? playJob(job, place, matrix) : callWorkflow(job.uses, job, place, matrix)),
    );
  }
  const isGreen = ended.every(({ conclusion }) => conclusion !== 'failure');
  return {
    conclusion: isGreen ? 'success' : 'failure',
    outputs: Object.assign({}, ...ended.map(({ outputs }) => outputs)),
  };
}

async function callWorkflow(uses: string, job: Job, place: Place, matrix: Scope['contexts']): Promise<Ended> {
  const scope = scopeOf(place, { matrix });
  const file = join(dirname(place.file), basename(uses));
  const workflow = await readWorkflow(file);
  const inputs = inputsOf(workflow, 'workflow_call', valuesOf(job.with, scope));
  const played = await playJobs({ ...place, file, workflow, inputs, needs: {} });
  const jobs = Object.fromEntries(
    played.map(({ name, conclusion, outputs }) => [name, { result: conclusion, outputs }]),
  );
  const contexts = { ...scope.contexts, inputs, jobs };
  return {
    conclusion: played.some(({ conclusion }) => conclusion === 'failure') ? 'failure' : 'success',
    outputs: expandedAll(returnsOf(workflow), { ...scope, contexts }),
  };
}

async function playJob(job: Job, place: Place, matrix: Scope['contexts']): Promise<Ended> {
  const { workflow } = place;
  const steps: Record<string, Value> = {};
  let status: 'success' | 'failure' = 'success';
  let env = expandedAll(workflow.env, scopeOf(place, { matrix }));
  env = { ...env, ...expandedAll(job.env, scopeOf(place, { matrix, env })) };
  for (const step of job.steps ?? []) {
    const scope = scopeOf(place, { matrix, env, steps, status });
    if (!condition(step.if, scope)) continue;
    const variables = { ...place.env, ...env, ...expandedAll(step.env, scope) };
    const { succeeded, outputs } = await playStep(step, place, scope, {
      env: variables,
      permissions: job.permissions ?? workflow.permissions ?? {},
    });
    if (!succeeded) status = 'failure';
    const outcome = succeeded ? 'success' : 'failure';
    if (step.id !== undefined) steps[step.id] = { outputs, outcome, conclusion: outcome };
  }
  return { conclusion: status, outputs: expandedAll(job.outputs, scopeOf(place, { matrix, env, steps })) };
}

function playStep(
  step: Step,
  { use, run }: Place,
  scope: Scope,
  around: Pick<UsedAction, 'env' | 'permissions'>,
): Promise<UsedResult> {
  if (step.uses !== undefined) {
    const [action = ''] = step.uses.split('@');
    return use({ action, inputs: expandedAll(step.with, scope), ...around });
  }
  const text = expanded(step.run ?? '', scope);
  if (run === undefined) throw new Error(`a step that runs a script is not played: ${text}`);
  return run({ text, env: around.env });
}

interface Seen {
  readonly matrix?: Scope['contexts'];
  readonly env?: Texts;
  readonly steps?: Readonly<Record<string, Value>>;
  readonly status?: Scope['status'];
}

function scopeOf(place: Place, { matrix = {}, env = {}, steps = {}, status = 'success' }: Seen): Scope {
  const { event, inputs, needs, hashFiles } = place;
  const { name, payload, sha, repository, token } = event;
  const ref = refOf(event);
  const refName = ref.replace(/^refs\/\w+\//, '');
  const github = { event_name: name, event: payload, sha, repository, token, ref, ref_name: refName };
  const secrets = { GITHUB_TOKEN: token };
  const contexts = { github, inputs, needs, steps, env, matrix, secrets, vars: {} };
  return { contexts, status, ...(hashFiles === undefined ? {} : { hashFiles }) };
}

/** Inputs that the workflow does not give, as the runner fills them in from `action.yml`. */
export async function withDefaults(actionFile: string, given: Texts, token: string): Promise<Texts> {
  const { inputs } = parse(await readFile(actionFile, 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: unknown }>>;
  };
  const scope: Scope = { contexts: { github: { token } }, status: 'success' };
  const defaults = Object.entries(inputs).flatMap(([name, input]): [string, string][] =>
    input.default === undefined ? [] : [[name, expanded(String(input.default), scope)]],
  );
  return { ...Object.fromEntries(defaults), ...given };
}
