/** Plays the jobs of a real workflow file for an event, as far as our steps and their neighbours need it: no matrix, no services. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { condition, expanded, type Scope, type Value } from './expressions.js';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, { readonly types?: readonly string[] } | null>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What starts the workflow. */
export interface WorkflowEvent {
  readonly name: string;
  readonly payload: Readonly<Record<string, Value>>;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  readonly repository: string;
  readonly token: string;
}

/** A step that uses an action: what it is given, with every expression evaluated. */
export interface UsedAction {
  /** `owner/name`, without the ref. */
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Variables that tell the action about the event. */
  readonly env: Readonly<Record<string, string>>;
}

export interface UsedResult {
  readonly succeeded: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface PlayedJob {
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'skipped';
}

export interface PlayRequest {
  /** Path of the YAML. */
  readonly file: string;
  readonly event: WorkflowEvent;
  /** For the event's payload. */
  readonly directory: string;
  /** Carries out a step that uses an action; every action of the workflow comes here. */
  readonly use: (used: UsedAction) => Promise<UsedResult>;
}

/** Answers no job at all when the workflow does not listen to the event. */
export async function playWorkflow(request: PlayRequest): Promise<readonly PlayedJob[]> {
  const { event, directory } = request;
  const workflow = parse(await readFile(request.file, 'utf8')) as Workflow;
  if (!listens(workflow, event)) return [];
  const eventPath = join(directory, 'event.json');
  await writeFile(eventPath, JSON.stringify(event.payload));
  const env = {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_SHA: event.sha,
    GITHUB_REPOSITORY: event.repository,
  };
  const played: PlayedJob[] = [];
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const needs = typeof job.needs === 'string' ? [job.needs] : (job.needs ?? []);
    const wait = needs.every((one) => played.some((other) => other.name === one && other.conclusion === 'success'));
    const status = wait ? 'success' : 'failure';
    const conclusion = condition(job.if, scopeOf(event, {}, status)) ? await playJob(job, request, env) : 'skipped';
    played.push({ name, conclusion });
  }
  return played;
}

/** Without `types` a pull request starts a workflow when it is opened, pushed to or opened again (GitHub docs). */
const USUAL: readonly string[] = ['opened', 'synchronize', 'reopened'];

function listens({ on }: Workflow, { name, payload }: WorkflowEvent): boolean {
  if (!Object.hasOwn(on, name)) return false;
  if (!name.startsWith('pull_request')) return true;
  return (on[name]?.types ?? USUAL).includes(String(payload.action));
}

async function playJob(
  job: Job,
  { event, use }: PlayRequest,
  env: Readonly<Record<string, string>>,
): Promise<'success' | 'failure'> {
  const steps: Record<string, Value> = {};
  let status: 'success' | 'failure' = 'success';
  for (const step of job.steps) {
    const scope = scopeOf(event, steps, status);
    if (!condition(step.if, scope)) continue;
    // Scripts would need a shell, and none of the workflows that are played here has one.
    if (step.uses === undefined) throw new Error(`a step that runs a script is not played: ${step.run ?? ''}`);
    const inputs = Object.fromEntries(
      Object.entries(step.with ?? {}).map(([name, value]) => [name, expanded(String(value), scope)]),
    );
    const [action = ''] = step.uses.split('@');
    const { succeeded, outputs } = await use({ action, inputs, env });
    if (!succeeded) status = 'failure';
    const outcome = succeeded ? 'success' : 'failure';
    if (step.id !== undefined) steps[step.id] = { outputs, outcome, conclusion: outcome };
  }
  return status;
}

const scopeOf = (
  { name, payload, sha, repository, token }: WorkflowEvent,
  steps: Readonly<Record<string, Value>>,
  status: Scope['status'],
): Scope => ({
  contexts: {
    github: { event_name: name, event: payload, sha, repository, token },
    inputs: (payload.inputs as Value | undefined) ?? {},
    steps,
    env: {},
    vars: {},
    secrets: { GITHUB_TOKEN: token },
  },
  status,
});

/** Inputs that the workflow does not give, as the runner fills them in from `action.yml`. */
export async function withDefaults(
  actionFile: string,
  given: Readonly<Record<string, string>>,
  token: string,
): Promise<Readonly<Record<string, string>>> {
  const { inputs } = parse(await readFile(actionFile, 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: unknown }>>;
  };
  const scope: Scope = { contexts: { github: { token } }, status: 'success' };
  const defaults = Object.entries(inputs).flatMap(([name, input]): [string, string][] =>
    input.default === undefined ? [] : [[name, expanded(String(input.default), scope)]],
  );
  return { ...Object.fromEntries(defaults), ...given };
}
