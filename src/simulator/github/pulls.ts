/** Pull requests of the simulated GitHub, their comments and labels. Everything else of an issue is left out. */
import { answered, invalid, notFound, refused } from './answers.js';
import { given, type Operation, type OperationCall, page, textOf } from './operation.js';
import { nextId } from './seed.js';
import { comment, label, pull, repository, user, wholePull } from './shapes.js';
import { BOT, type Comment, type Permissions, type Pull } from './world.js';

/** GitHub refuses longer comments ("body is too long (maximum is 65536 characters)"). */
const LONGEST_BODY = 65_536;

const pullOf = ({ repository: { pulls }, parts }: OperationCall): Pull | undefined =>
  pulls.find(({ number }) => number === Number(parts[0]));

const commentOf = ({ repository: { comments }, parts }: OperationCall): Comment | undefined =>
  comments.find(({ id }) => id === Number(parts[0]));

/** The reason against a comment's text. */
function wrongBody(body: unknown) {
  const text = given(body, 'body');
  if (typeof text !== 'string' || text === '') return invalid('IssueComment', 'body', 'missing_field');
  if (text.length <= LONGEST_BODY) return undefined;
  return invalid('IssueComment', 'body', 'custom', `body is too long (maximum is ${LONGEST_BODY} characters)`);
}

const shownLabels = (call: OperationCall, of: Pull) =>
  of.labels.map((name) => label(name, call.repository, call.request.server));

const ON_PULLS: readonly (keyof Permissions)[] = ['pull-requests', 'issues'];

export const PULL_OPERATIONS: readonly Operation[] = [
  {
    id: 'repos/get',
    method: 'GET',
    path: /^$/,
    needs: [],
    perform: ({ repository: of, request }) => answered(200, repository(of, request.server)),
  },
  {
    id: 'repos/get-collaborator-permission-level',
    method: 'GET',
    path: /^\/collaborators\/([^/]+)\/permission$/,
    needs: [],
    perform: ({ repository: { collaborators, private: isPrivate }, parts: [login = ''], request }) => {
      const role = Object.hasOwn(collaborators, login) ? collaborators[login] : isPrivate ? 'none' : 'read';
      if (role === null || role === undefined) return refused(404, `${login} is not a user`);
      return answered(200, {
        permission: role,
        role_name: role,
        user: { ...user(login, request.server), role_name: role },
      });
    },
  },
  {
    id: 'pulls/list',
    method: 'GET',
    path: /^\/pulls$/,
    needs: ['pull-requests'],
    perform: (call) => {
      const { query, server } = call.request;
      const { state = 'open' } = query;
      const found = call.repository.pulls.filter(
        (one) =>
          (state === 'all' || one.state === state) &&
          (query.head === undefined || query.head === `${(one.headRepository ?? '').split('/')[0]}:${one.headBranch}`),
      );
      // Newest first is the default.
      return page(
        call,
        [...found].sort((a, b) => b.number - a.number).map((one) => pull(one, call.repository, server)),
      );
    },
  },
  {
    id: 'pulls/get',
    method: 'GET',
    path: /^\/pulls\/(\d+)$/,
    needs: ['pull-requests'],
    perform: (call) => {
      const found = pullOf(call);
      return found === undefined ? notFound() : answered(200, wholePull(found, call.repository, call.request.server));
    },
  },
  {
    id: 'issues/list-comments',
    method: 'GET',
    path: /^\/issues\/(\d+)\/comments$/,
    needs: ON_PULLS,
    perform: (call) => {
      const of = pullOf(call);
      if (of === undefined) return notFound();
      const found = call.repository.comments.filter((one) => one.pull === of.number);
      return page(
        call,
        found.map((one) => comment(one, call.repository, call.request.server)),
      );
    },
  },
  {
    id: 'issues/create-comment',
    method: 'POST',
    path: /^\/issues\/(\d+)\/comments$/,
    needs: ON_PULLS,
    perform: (call) => {
      const { request, now, world, repository: within } = call;
      const of = pullOf(call);
      if (of === undefined) return notFound();
      const wrong = wrongBody(request.body);
      if (wrong !== undefined) return wrong;
      const body = textOf(request.body, 'body', '');
      const made: Comment = { id: nextId(world), pull: of.number, body, author: BOT, created: now, updated: now };
      within.comments.push(made);
      return answered(201, comment(made, within, request.server));
    },
  },
  {
    id: 'issues/get-comment',
    method: 'GET',
    path: /^\/issues\/comments\/(\d+)$/,
    needs: ON_PULLS,
    perform: (call) => {
      const found = commentOf(call);
      return found === undefined ? notFound() : answered(200, comment(found, call.repository, call.request.server));
    },
  },
  {
    id: 'issues/update-comment',
    method: 'PATCH',
    path: /^\/issues\/comments\/(\d+)$/,
    needs: ON_PULLS,
    perform: (call) => {
      const found = commentOf(call);
      if (found === undefined) return notFound();
      const wrong = wrongBody(call.request.body);
      if (wrong !== undefined) return wrong;
      found.body = textOf(call.request.body, 'body', '');
      found.updated = call.now;
      return answered(200, comment(found, call.repository, call.request.server));
    },
  },
  {
    id: 'issues/delete-comment',
    method: 'DELETE',
    path: /^\/issues\/comments\/(\d+)$/,
    needs: ON_PULLS,
    perform: (call) => {
      const found = commentOf(call);
      if (found === undefined) return notFound();
      call.repository.comments.splice(call.repository.comments.indexOf(found), 1);
      return answered(204);
    },
  },
  {
    id: 'issues/list-labels-on-issue',
    method: 'GET',
    path: /^\/issues\/(\d+)\/labels$/,
    needs: ON_PULLS,
    perform: (call) => {
      const of = pullOf(call);
      return of === undefined ? notFound() : page(call, shownLabels(call, of));
    },
  },
  {
    id: 'issues/add-labels',
    method: 'POST',
    path: /^\/issues\/(\d+)\/labels$/,
    needs: ON_PULLS,
    perform: (call) => {
      const of = pullOf(call);
      if (of === undefined) return notFound();
      const names = given(call.request.body, 'labels');
      if (!Array.isArray(names)) return invalid('Label', 'labels', 'missing_field');
      of.labels = [...new Set([...of.labels, ...names.map(String)])];
      return answered(200, shownLabels(call, of));
    },
  },
  {
    id: 'issues/remove-label',
    method: 'DELETE',
    path: /^\/issues\/(\d+)\/labels\/(.+)$/,
    needs: ON_PULLS,
    perform: (call) => {
      const of = pullOf(call);
      const name = call.parts[1] ?? '';
      if (of === undefined || !of.labels.includes(name)) return notFound();
      of.labels = of.labels.filter((one) => one !== name);
      return answered(200, shownLabels(call, of));
    },
  },
];
