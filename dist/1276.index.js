export const id = 1276;
export const ids = [1276];
export const modules = {

/***/ 61276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitHub: () => (/* binding */ createGitHub)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 21 modules
var utils = __webpack_require__(61845);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __webpack_require__(66761);
;// CONCATENATED MODULE: ./lib/adapters/github/error-facts.js
/** The few facts about a failed call to GitHub that decide anything. */


const UNREACHED = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const oneLine = (value) => `${value ?? ''}`.replace(/\s+/g, ' ').trim().slice(0, 300);
/** Octokit's error of an answer carries the answer; without one, the error of the connection is its cause. */
function factsOf(error) {
    const response = (0,errors/* member */.Dc)(error, 'response');
    const status = (0,errors/* member */.Dc)(response, 'status');
    if (typeof status !== 'number')
        return nothing(error);
    const headers = (0,errors/* member */.Dc)(response, 'headers');
    const text = oneLine((0,errors/* member */.Dc)(error, 'message')).replace(/ - https?:\/\/\S+$/, '');
    const after = Number((0,errors/* member */.Dc)(headers, 'retry-after') ?? Number.NaN);
    // GitHub docs, "Rate limits for the REST API": 403 or 429, with `x-ratelimit-remaining: 0` or a `retry-after`.
    const isLimit = status === 429 ||
        (status === 403 &&
            (`${(0,errors/* member */.Dc)(headers, 'x-ratelimit-remaining')}` === '0' || /rate limit/i.test(text) || after >= 0));
    return {
        kind: 'answered',
        status,
        message: text,
        isLimit,
        ...(Number.isFinite(after) && after >= 0 ? { retryAfter: (0,time/* seconds */.YA)(after) } : {}),
    };
}
function nothing(error) {
    const chain = [error];
    for (let depth = 0; depth < 4; depth += 1)
        chain.push((0,errors/* member */.Dc)(chain.at(-1), 'cause'));
    const isUnreached = chain.some((one) => {
        const inner = (0,errors/* member */.Dc)(one, 'errors');
        const each = Array.isArray(inner) ? inner : [];
        return [one, ...each].some((other) => UNREACHED.has((0,errors/* member */.Dc)(other, 'code')));
    });
    return { kind: 'nothing', message: oneLine((0,errors/* member */.Dc)(error, 'message')) || 'the connection broke', isUnreached };
}
//# sourceMappingURL=error-facts.js.map
;// CONCATENATED MODULE: ./lib/adapters/github/calls.js
/** One call to GitHub: a few attempts within a time limit, and what went wrong as a problem that names the permission. */



const ATTEMPTS = 3;
const FIRST_WAIT = (0,time/* seconds */.YA)(1);
function createCalls(options) {
    const send = (told, call) => limited(options, told, call);
    const unless = async (status, told, call) => {
        try {
            return await send(told, call);
        }
        catch (error) {
            const facts = error instanceof problem/* ActionError */.l ? factsOf(error.cause) : undefined;
            if (facts?.kind === 'answered' && facts.status === status && !facts.isLimit)
                return undefined;
            throw error;
        }
    };
    return {
        send,
        unlessMissing: (told, call) => unless(404, told, call),
        unlessRefused: (told, call) => unless(403, told, call),
        rejected: (told, words) => rejection(told, { kind: 'answered', status: 200, message: words, isLimit: false }, undefined),
    };
}
/** The limit holds over all attempts, and for an answer that never comes. */
async function limited({ clock, limit, repository }, told, call) {
    const stop = new AbortController();
    const done = new AbortController();
    const over = clock.sleep(limit, done.signal).then(() => {
        if (done.signal.aborted)
            return new Promise(() => { });
        stop.abort();
        throw tooLate(told, limit);
    });
    try {
        const { signal } = stop;
        return await Promise.race([
            attempts(told, () => call({ signal }), { clock, signal, until: clock.now() + limit }),
            over,
        ]);
    }
    catch (error) {
        if (error instanceof problem/* ActionError */.l)
            throw error;
        throw problemOf(told, repository, error);
    }
    finally {
        done.abort();
    }
}
async function attempts(told, call, { clock, signal, until }) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await call();
        }
        catch (error) {
            const wait = waitAfter(error, told, attempt);
            if (signal.aborted || wait === undefined || clock.now() + wait >= until)
                throw error;
            await clock.sleep(wait, signal);
        }
    }
}
/** How long to wait before it is sent again; `undefined`: never. */
function waitAfter(error, { repeat }, attempt) {
    const facts = factsOf(error);
    if (attempt >= ATTEMPTS)
        return undefined;
    const backOff = FIRST_WAIT * 2 ** (attempt - 1);
    if (facts.kind === 'nothing')
        return facts.isUnreached || repeat === 'always' ? backOff : undefined;
    // GitHub docs, "Best practices": wait as long as `retry-after` says; without it, at least a minute.
    if (facts.isLimit)
        return facts.retryAfter ?? (0,time/* seconds */.YA)(60);
    return facts.status >= 500 && repeat === 'always' ? backOff : undefined;
}
const tooLate = ({ what }, limit) => new problem/* ActionError */.l({
    code: 'github-unreachable',
    blame: 'github',
    what: `GitHub did not answer within ${(0,time/* formatDuration */.a3)(limit)} when it was asked to let this run ${what}.`,
    hint: 'Look at githubstatus.com, and at the network and the proxy variables of the runner.',
}, { nature: 'transient', answerLost: true });
function problemOf(told, repository, error) {
    const facts = factsOf(error);
    if (facts.kind === 'nothing')
        return unreachable(told, facts, error);
    if (facts.isLimit)
        return limitReached(told, error);
    if (facts.status === 401)
        return wrongToken(told, error);
    if (facts.status === 403 || facts.status === 404)
        return refusal(told, facts, repository, error);
    if (facts.status >= 500)
        return unavailable(told, facts, error);
    return rejection(told, facts, error);
}
const unreachable = ({ what }, { message, isUnreached }, cause) => new problem/* ActionError */.l({
    code: 'github-unreachable',
    blame: 'github',
    what: `GitHub could not be reached to ${what}: ${message}.`,
    hint: 'Check the network of the runner, the proxy variables, and on GitHub Enterprise Server its certificate (`NODE_EXTRA_CA_CERTS`).',
}, { cause, nature: 'transient', answerLost: !isUnreached });
const unavailable = ({ what }, { status, message }, cause) => new problem/* ActionError */.l({
    code: 'github-unreachable',
    blame: 'github',
    what: `GitHub answered with an error of its own (${status}: ${message}) when this run wanted to ${what}.`,
    hint: 'Look at githubstatus.com.',
}, { cause, nature: 'transient', answerLost: true });
const limitReached = ({ what }, cause) => new problem/* ActionError */.l({
    code: 'github-limited',
    blame: 'github',
    what: `GitHub limits how often this repository's workflows may call it, and so would not let this run ${what}.`,
    hint: 'Run fewer workflows at once, or give `github-token` the token of a GitHub App, which has a limit of its own.',
}, { cause, nature: 'transient' });
const wrongToken = ({ what }, cause) => new problem/* ActionError */.l({
    code: 'github-refused',
    blame: 'you',
    what: `GitHub does not know the token with which this run wanted to ${what}.`,
    hint: 'Leave `github-token` out, or give it a token that is still valid.',
    input: 'github-token',
}, { cause });
function refusal({ what, permission }, { status, message }, repository, cause) {
    const missing = `the API does not show it to this token, or a GitHub Enterprise Server has no such call`;
    return new problem/* ActionError */.l({
        code: 'github-refused',
        blame: 'you',
        what: `GitHub would not let this run ${what} in ${repository} (${status}: ${status === 404 ? missing : message}).`,
        hint: `Add \`${permission}\` below \`permissions:\` of the job; a pull request from a fork never gets more than \`read\`.`,
    }, { cause });
}
const rejection = ({ what }, { status, message }, cause) => new problem/* ActionError */.l({
    code: 'github-rejected',
    blame: 'github',
    what: `GitHub refused what this run sent to ${what} (${status}: ${message}).`,
    hint: 'The words of GitHub in the message name what does not fit.',
}, { cause });
//# sourceMappingURL=calls.js.map
;// CONCATENATED MODULE: ./lib/adapters/github/github.js
/** GitHub's REST API over Octokit, as `@actions/github` sets it up: base address, proxies and token of the job. */
// Not the package's main file: that one reads the payload of the event, and fails when it is not there.



const LIMIT = (0,time/* seconds */.YA)(10);
const API_VERSION = '2022-11-28';
/** "The maximum description length is 140 characters." */
const LONGEST_DESCRIPTION = 140;
const PAGE = 100;
/** An end for lists that never end. */
const MOST_PAGES = 100;
function createGitHub(options) {
    const { clock, limit = LIMIT, repository, version } = options;
    const octokit = new utils/* GitHub */.gq((0,utils/* getOctokitOptions */.EG)(options.token, {
        userAgent: `beanstalk-rollout/${version}`,
        ...(options.apiUrl === undefined ? {} : { baseUrl: options.apiUrl }),
        ...(options.fetch === undefined ? {} : { request: { fetch: options.fetch } }),
        // It would write deprecations of the API to the console, past the log.
        log: { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } },
    }));
    const [owner = '', repo = ''] = repository.split('/');
    const calls = createCalls({ clock, limit, repository });
    const within = { owner, repo, headers: { 'x-github-api-version': API_VERSION } };
    const request = { octokit, calls, within };
    return { ...pullRequests(request), ...deployments(request), ...people(request) };
}
function pullRequests({ octokit: { rest }, calls, within, }) {
    const writing = { permission: 'pull-requests: write' };
    return {
        pullRequest: async (number) => {
            const reading = {
                what: `read pull request #${number}`,
                permission: 'pull-requests: read',
                repeat: 'always',
            };
            const found = await calls.unlessMissing(reading, (request) => rest.pulls.get({ ...within, pull_number: number, request }));
            if (found !== undefined)
                return pullRequestOf(found.data);
            // A repository that may not be seen looks the same: then this is refused, too.
            await calls.send({ ...reading, what: 'read the repository' }, (request) => rest.repos.get({ ...within, request }));
            return undefined;
        },
        comments: (number) => pages((page) => calls.send({ what: `read the comments of pull request #${number}`, permission: 'pull-requests: read', repeat: 'always' }, (request) => rest.issues.listComments({ ...within, issue_number: number, per_page: PAGE, page, request }))).then((all) => all.map(commentOf)),
        createComment: async (number, body) => {
            const told = { ...writing, what: `comment on pull request #${number}`, repeat: 'when-refused' };
            const { data } = await calls.send(told, (request) => rest.issues.createComment({ ...within, issue_number: number, body, request }));
            return commentOf(data);
        },
        updateComment: async (id, body) => {
            await calls.send({ ...writing, what: 'update a comment', repeat: 'always' }, (request) => rest.issues.updateComment({ ...within, comment_id: id, body, request }));
        },
    };
}
function deployments({ octokit: { rest }, calls, within, }) {
    const reading = { what: 'read deployments', permission: 'deployments: read', repeat: 'always' };
    const writing = { permission: 'deployments: write' };
    return {
        createDeployment: async (deployment) => {
            const told = { ...writing, what: 'record a deployment', repeat: 'when-refused' };
            const { data } = await calls.send(told, (request) => rest.repos.createDeployment({ ...within, ...newDeployment(deployment), request }));
            if ('id' in data)
                return data.id;
            throw calls.rejected(told, data.message ?? 'there was no deployment in the answer');
        },
        setDeploymentStatus: async (id, status) => {
            await calls.send({ ...writing, what: 'write the status of a deployment', repeat: 'always' }, (request) => rest.repos.createDeploymentStatus({ ...within, deployment_id: id, ...newStatus(status), request }));
        },
        deployments: (environment) => pages((page) => calls.send(reading, (request) => rest.repos.listDeployments({ ...within, environment, per_page: PAGE, page, request }))).then((all) => all.map(deploymentOf)),
        newestDeployments: async () => {
            const { data } = await calls.send(reading, (request) => rest.repos.listDeployments({ ...within, per_page: PAGE, request }));
            return data.map(deploymentOf);
        },
        deploymentStatuses: async (id) => {
            const { data } = await calls.send(reading, (request) => rest.repos.listDeploymentStatuses({ ...within, deployment_id: id, per_page: PAGE, request }));
            return data.map(({ state, log_url }) => ({ state, ...(log_url ? { logUrl: log_url } : {}) }));
        },
    };
}
function people({ octokit: { rest }, calls, within }) {
    return {
        permission: async (login) => {
            const told = { what: 'read who may write', permission: 'contents: read', repeat: 'always' };
            const found = await calls.unlessMissing(told, (request) => rest.repos.getCollaboratorPermissionLevel({ ...within, username: login, request }));
            const permission = found?.data.permission;
            return permission === 'admin' || permission === 'write' || permission === 'read' ? permission : 'none';
        },
        viewer: async () => {
            const told = { what: 'read whose token this is', permission: 'metadata: read', repeat: 'always' };
            const { headers } = within;
            const found = await calls.unlessRefused(told, (request) => rest.users.getAuthenticated({ headers, request }));
            return found?.data.login;
        },
    };
}
async function pages(read) {
    const all = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const { data, headers } = await read(page);
        all.push(...data);
        if (!/rel="next"/.test(headers.link ?? ''))
            break;
    }
    return all;
}
const newDeployment = ({ ref, environment, description, transient, production, payload }) => ({
    ref,
    environment,
    description: shortened(description),
    payload: { ...payload },
    transient_environment: transient,
    production_environment: production,
    // GitHub would merge the default branch, and wait for every check of the commit: ours would be among them.
    auto_merge: false,
    required_contexts: [],
});
const newStatus = ({ state, description, environmentUrl, logUrl }) => ({
    state,
    description: shortened(description),
    ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
    ...(logUrl === undefined ? {} : { log_url: logUrl }),
});
function shortened(text) {
    const letters = [...text];
    return letters.length <= LONGEST_DESCRIPTION ? text : `${letters.slice(0, LONGEST_DESCRIPTION - 1).join('')}…`;
}
const pullRequestOf = ({ number, state, title, head, labels }) => ({
    number,
    state: state === 'closed' ? 'closed' : 'open',
    title,
    headCommit: head.sha,
    headBranch: head.ref,
    // The description of the API says that it is always there; of a deleted fork it is not.
    ...(head.repo === null ? {} : { headRepository: head.repo.full_name }),
    labels: labels.flatMap(({ name }) => (name === undefined ? [] : [name])),
});
const commentOf = ({ id, body, user, html_url }) => ({
    id,
    body: body ?? '',
    author: user?.login ?? 'ghost',
    url: html_url,
});
const deploymentOf = ({ id, environment, ref, sha, payload }) => ({
    id,
    environment,
    ref,
    commit: sha,
    payload: payloadOf(payload),
});
/** Whoever made the record may have sent a text, with JSON in it or not. */
function payloadOf(payload) {
    if (typeof payload !== 'string')
        return payload;
    try {
        const parsed = JSON.parse(payload);
        return typeof parsed === 'object' && parsed !== null ? parsed : {};
    }
    catch {
        return {};
    }
}
//# sourceMappingURL=github.js.map

/***/ })

};

//# sourceMappingURL=1276.index.js.map