/** Deployments of the simulated GitHub and their statuses (GitHub docs: "REST API endpoints for deployments"). */
import type { Instant } from '../../domain/time.js';
import { answered, type GitHubAnswer, invalid, notFound, refused } from './answers.js';
import { given, type Operation, type OperationCall, page, textOf } from './operation.js';
import { commitOf, nextId } from './seed.js';
import { deployment, status } from './shapes.js';
import { BOT, type Deployment, type Repository, type Status, type StatusState, type World } from './world.js';

const STATES: readonly string[] = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'];
/** "The maximum description length is 140 characters." */
const LONGEST_DESCRIPTION = 140;

const found = ({ repository, parts }: OperationCall): Deployment | undefined =>
  repository.deployments.find(({ id }) => id === Number(parts[0]));

export const stateOf = ({ statuses }: Deployment): StatusState | undefined => statuses.at(-1)?.state;

/** The commit of a ref; `undefined` when there is none. A commit is always there, its objects are not modelled. */
function commitBehind({ refs, pulls }: Repository, ref: string): string | undefined {
  const name = ref.replace(/^refs\/(heads|tags)\//, '');
  const known = Object.hasOwn(refs, name) ? refs[name] : undefined;
  if (known !== undefined) return known;
  const commits = [...Object.values(refs), ...pulls.map(({ headCommit }) => headCommit)];
  if (Object.keys(refs).length > 0) return commits.find((commit) => commit === ref);
  return /^[0-9a-f]{40}$/.test(ref) ? ref : commitOf(ref);
}

function create(call: OperationCall): GitHubAnswer {
  const { request, repository, world, now } = call;
  const { body } = request;
  const ref = given(body, 'ref');
  if (typeof ref !== 'string' || ref === '') return invalid('Deployment', 'ref', 'missing_field');
  const sha = commitBehind(repository, ref);
  if (sha === undefined) return refused(422, `No ref found for: ${ref}`);
  // Without a list every check of the commit must be green, and that of the job that asks never is.
  const contexts = given(body, 'required_contexts');
  if (!Array.isArray(contexts) || contexts.length > 0) {
    return refused(409, `Conflict: Commit status checks failed for ${ref}.`);
  }
  const environment = textOf(body, 'environment', 'production');
  const payload = given(body, 'payload');
  const description = given(body, 'description');
  const made: Deployment = {
    id: nextId(world),
    ref,
    sha,
    task: textOf(body, 'task', 'deploy'),
    environment,
    description: typeof description === 'string' ? description : null,
    payload:
      typeof payload === 'object' && payload !== null
        ? (payload as Readonly<Record<string, unknown>>)
        : `${payload ?? ''}`,
    transient: given(body, 'transient_environment') === true,
    production: Boolean(given(body, 'production_environment') ?? environment === 'production'),
    author: BOT,
    created: now,
    updated: now,
    statuses: [],
  };
  repository.deployments.push(made);
  return answered(201, deployment(made, repository, request.server));
}

function createStatus(call: OperationCall): GitHubAnswer {
  const { request, repository, world, now } = call;
  const { body } = request;
  const of = found(call);
  if (of === undefined) return notFound();
  const state = textOf(body, 'state', '');
  if (!STATES.includes(state))
    return invalid('DeploymentStatus', 'state', 'custom', 'state is not included in the list');
  const description = textOf(body, 'description', '');
  if ([...description].length > LONGEST_DESCRIPTION) {
    const tooLong = `description is too long (maximum is ${LONGEST_DESCRIPTION} characters)`;
    return invalid('DeploymentStatus', 'description', 'custom', tooLong);
  }
  for (const name of ['environment_url', 'log_url'] as const) {
    const url = textOf(body, name, '');
    if (url !== '' && !/^https?:\/\//.test(url))
      return invalid('DeploymentStatus', name, 'custom', `${name} must use http(s) scheme`);
  }
  const made: Status = {
    id: nextId(world),
    state: state as StatusState,
    description,
    environment: textOf(body, 'environment', of.statuses.at(-1)?.environment ?? of.environment),
    environmentUrl: textOf(body, 'environment_url', ''),
    logUrl: textOf(body, 'log_url', textOf(body, 'target_url', '')),
    author: BOT,
    created: now,
  };
  of.statuses.push(made);
  of.updated = now;
  if (state === 'success' && given(body, 'auto_inactive') !== false) retireOthers(world, repository, of, now);
  return answered(201, status(made, of, repository, request.server));
}

/** `auto_inactive`: the earlier successes of the same environment, unless it is transient or production. */
function retireOthers(world: World, { deployments }: Repository, newest: Deployment, now: Instant): void {
  for (const one of deployments) {
    if (one.id >= newest.id || one.environment !== newest.environment || one.transient || one.production) continue;
    if (stateOf(one) !== 'success') continue;
    one.statuses.push({
      id: nextId(world),
      state: 'inactive',
      description: '',
      environment: one.environment,
      environmentUrl: '',
      logUrl: '',
      author: BOT,
      created: now,
    });
  }
}

function remove(call: OperationCall): GitHubAnswer {
  const { deployments } = call.repository;
  const of = found(call);
  if (of === undefined) return notFound();
  const isOnly = deployments.filter(({ environment }) => environment === of.environment).length === 1;
  if (stateOf(of) !== 'inactive' && !isOnly) {
    return refused(
      422,
      'We cannot delete an active deployment unless it is the only deployment in a given environment.',
    );
  }
  deployments.splice(deployments.indexOf(of), 1);
  return answered(204);
}

const FILTERS = ['sha', 'ref', 'task', 'environment'] as const;

export const DEPLOYMENT_OPERATIONS: readonly Operation[] = [
  {
    id: 'repos/list-deployments',
    method: 'GET',
    path: /^\/deployments$/,
    needs: ['deployments'],
    perform: (call) => {
      const { query, server } = call.request;
      const fits = (one: Deployment): boolean =>
        FILTERS.every((name) => query[name] === undefined || query[name] === 'none' || query[name] === one[name]);
      const newestFirst = call.repository.deployments.filter(fits).reverse();
      return page(
        call,
        newestFirst.map((one) => deployment(one, call.repository, server)),
      );
    },
  },
  { id: 'repos/create-deployment', method: 'POST', path: /^\/deployments$/, needs: ['deployments'], perform: create },
  {
    id: 'repos/get-deployment',
    method: 'GET',
    path: /^\/deployments\/(\d+)$/,
    needs: ['deployments'],
    perform: (call) => {
      const of = found(call);
      return of === undefined ? notFound() : answered(200, deployment(of, call.repository, call.request.server));
    },
  },
  {
    id: 'repos/delete-deployment',
    method: 'DELETE',
    path: /^\/deployments\/(\d+)$/,
    needs: ['deployments'],
    perform: remove,
  },
  {
    id: 'repos/list-deployment-statuses',
    method: 'GET',
    path: /^\/deployments\/(\d+)\/statuses$/,
    needs: ['deployments'],
    perform: (call) => {
      const of = found(call);
      if (of === undefined) return notFound();
      return page(
        call,
        [...of.statuses].reverse().map((one) => status(one, of, call.repository, call.request.server)),
      );
    },
  },
  {
    id: 'repos/create-deployment-status',
    method: 'POST',
    path: /^\/deployments\/(\d+)\/statuses$/,
    needs: ['deployments'],
    perform: createStatus,
  },
];
