export const id = 2262;
export const ids = [2262];
export const modules = {

/***/ 71633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ gitHubOf)
/* harmony export */ });
/** With the token of the step, in the post phase too. `undefined`: there is none, or no repository to speak of. */
async function gitHubOf({ host, github }) {
    const token = host.input('github-token').trim();
    if (token === '' || host.run.repository === undefined)
        return undefined;
    host.mask(token);
    return github(token);
}
//# sourceMappingURL=connect.js.map

/***/ }),

/***/ 72262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRecords: () => (/* binding */ createRecords)
});

// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
// EXTERNAL MODULE: ./lib/github/connect.js
var connect = __webpack_require__(71633);
// EXTERNAL MODULE: ./lib/domain/cluster.js
var cluster = __webpack_require__(92466);
// EXTERNAL MODULE: ./lib/domain/standing.js
var standing = __webpack_require__(86634);
;// CONCATENATED MODULE: ./lib/github/decide.js
/** What GitHub is told of a rollout: which record it gets, and how that one ends. Pure. */


/** Marks records as ours: those of others are read, never written. */
const BY = 'beanstalk-rollout';
/** `record`: a new one; `retire`: the earlier ones become inactive when it has succeeded; `nothing`: GitHub is told nothing. */
function tellingOf({ settings, plan }) {
    if (settings.deploymentRecord === undefined || settings.dryRun || plan.steps.length === 0)
        return 'nothing';
    switch (settings.operation) {
        case 'deploy':
        case 'rollback':
        case 'promote':
            return 'record';
        case 'terminate':
            return 'retire';
        // The idle side of a pair is nothing that anybody uses.
        case 'prepare':
        case 'abort':
        case 'pause':
        case 'resume':
            return 'nothing';
    }
}
/** Commits that the record could be of, the likeliest first: a rollback goes to an older one, if it is known. */
function refsOf({ settings, plan }) {
    const candidate = plan.candidates?.find(({ label }) => label === plan.versionLabel)?.commit;
    const earlier = settings.operation === 'deploy' ? undefined : candidate;
    return [...new Set([earlier, settings.commit])].filter((one) => one !== undefined);
}
/** `nonce`: of this record and no other, by which it is found again when the answer was lost. */
function newRecord({ settings, plan, snapshot }, ref, nonce) {
    const { operation, environmentName, application } = settings;
    const before = (0,standing/* labelBefore */.kK)(snapshot, plan.versionLabel);
    const what = plan.versionLabel ?? 'configuration';
    return {
        ref,
        environment: environmentName,
        description: oneLine(`${operation === 'deploy' ? '' : `${operation}: `}${what} with ${plan.strategy}`),
        transient: false,
        production: isProduction(environmentName),
        payload: {
            by: BY,
            nonce,
            operation,
            application,
            environment: environmentName,
            region: settings.region,
            strategy: plan.strategy,
            ...(plan.versionLabel === undefined ? {} : { version: plan.versionLabel }),
            ...(before === undefined ? {} : { previousVersion: before }),
            ...(plan.bundleHash === undefined ? {} : { bundleSha256: plan.bundleHash }),
        },
    };
}
/** An environment that users work with, as far as its name says so: `shop-prod`, `production`, `live`. */
const isProduction = (name) => /(^|[^a-z])(prod|production|live)([^a-z]|$)/i.test(name);
const ours = ({ payload }) => payload.by === BY;
const begins = (logUrl) => ({
    state: 'in_progress',
    description: 'The rollout has begun.',
    ...(logUrl === undefined ? {} : { logUrl }),
});
/** What stands at the end. A run that was not to wait leaves it in progress: nobody has seen the end. */
function ends(outcome, snapshot, logUrl) {
    const cname = outcome.sides?.productionCname ?? outcome.created?.cname ?? snapshot.target.environment.cname;
    return {
        state: endState(outcome),
        description: oneLine(outcome.reason),
        ...(cname === undefined || !/^[\w.-]+$/.test(cname)
            ? {}
            : { environmentUrl: `${(0,cluster/* schemeOf */.dz)(snapshot.target.environment.tier)}://${cname}` }),
        ...(logUrl === undefined ? {} : { logUrl }),
    };
}
function endState({ state }) {
    switch (state) {
        case 'succeeded':
        case 'unchanged':
            return 'success';
        case 'failed':
        case 'timed-out':
        case 'cancelled':
            return 'failure';
        case 'planned':
        case 'started':
            return 'in_progress';
    }
}
/** For a process that was gone before it knew. */
const endedUnknown = (logUrl) => ({
    state: 'failure',
    description: 'The run ended before its outcome was known.',
    ...(logUrl === undefined ? {} : { logUrl }),
});
/** Which of the newest records GitHub may have made for the job itself, the likeliest first. */
function suspects(newest, commit) {
    const others = newest.filter((one) => !ours(one));
    const sameCommit = others.filter((one) => one.commit === commit);
    return [...sameCommit, ...others.filter((one) => one.commit !== commit)].slice(0, 10);
}
/**
 * Whether these are the statuses of a record that GitHub keeps for this very job, because it has an `environment:`. GitHub
 * links them to the job's page. Without the job's id any job of the run is taken for it.
 */
function isOfJob(statuses, { runId }, jobId) {
    if (runId === undefined || !/^\d+$/.test(runId))
        return false;
    const job = jobId !== undefined && /^\d+$/.test(jobId) ? jobId : '\\d+';
    const page = new RegExp(`/actions/runs/${runId}/job/${job}(?:$|[/?#])`);
    return statuses.some(({ logUrl }) => logUrl !== undefined && page.test(logUrl));
}
/** Page of this attempt of the run. */
function logPage({ serverUrl, repository, runId, runAttempt }) {
    if (serverUrl === undefined || repository === undefined || runId === undefined)
        return undefined;
    const attempt = runAttempt === undefined ? '' : `/attempts/${runAttempt}`;
    return `${serverUrl}/${repository}/actions/runs/${runId}${attempt}`;
}
/** Foreign text in a field of one line. */
function oneLine(text) {
    return text
        .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu, ' ')
        .replace(/ {2,}/g, ' ')
        .trim();
}
//# sourceMappingURL=decide.js.map
// EXTERNAL MODULE: ./lib/github/saved.js
var saved = __webpack_require__(92672);
;// CONCATENATED MODULE: ./lib/github/records.js





/** So long the end of a run waits for GitHub, all in all. */
const PATIENCE = (0,time/* seconds */.YA)(10);
/** Earlier records that are looked at when there is a new one. */
const MOST_EARLIER = 5;
const NOTHING = { end: () => Promise.resolve() };
function createRecords(outside) {
    const open = new Map();
    const save = () => (0,saved/* saveRecords */.W)(outside.host, [...open.values()]);
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
function begin(outside, request, open, save) {
    const { host } = outside;
    const { settings, snapshot, cancel } = request;
    const environment = settings.environmentName;
    const logUrl = logPage(host.run);
    let made;
    // What the post phase would write.
    let last = endedUnknown(logUrl);
    const keep = () => {
        if (made === undefined)
            return;
        open.set(made.id, { id: made.id, environment, end: last });
        save();
    };
    const making = telling(request, async () => {
        made = await create(outside, request);
        keep();
        if (made === undefined || cancel.aborted)
            return;
        await made.github.setDeploymentStatus(made.id, begins(logUrl));
    });
    return {
        end: (outcome) => {
            const end = ends(outcome, snapshot, logUrl);
            // Before anything is waited for: the post phase knows how it ended, whatever happens now.
            last = end;
            keep();
            if (cancel.aborted)
                return Promise.resolve();
            const finish = async () => {
                await making;
                if (made === undefined)
                    return;
                const { github, id } = made;
                keep();
                await github.setDeploymentStatus(id, end);
                open.delete(id);
                save();
                if (end.state === 'success')
                    await retire(github, environment, id);
            };
            return inTime(outside, request, finish);
        },
    };
}
/** `undefined`: there is none, for a reason that was said. */
async function create(outside, request) {
    const { settings, say } = request;
    const github = await (0,connect/* gitHubOf */.T)(outside);
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
        }
        catch (error) {
            // The commit of an older version may be gone from the repository.
            const isRejected = error instanceof problem/* ActionError */.l && error.problem.code === 'github-rejected';
            if (!isRejected || index === refs.length - 1)
                throw error;
        }
    }
    return undefined;
}
/** Whether the answer of a creation was lost is found out before anything is created twice. */
async function createOnce(github, request, ref, nonce) {
    try {
        return await github.createDeployment(newRecord(request, ref, nonce));
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l && error.answerLost))
            throw error;
        const all = await github.deployments(request.settings.environmentName);
        const found = all.find(({ payload }) => payload.nonce === nonce);
        if (found === undefined)
            throw error;
        return found.id;
    }
}
async function jobHasRecord(github, { host }, { settings }) {
    const newest = await github.newestDeployments();
    for (const { id } of suspects(newest, host.run.commit)) {
        if (isOfJob(await github.deploymentStatuses(id), host.run, settings.deploymentRecord?.jobId))
            return true;
    }
    return false;
}
/** GitHub itself makes earlier records inactive, but not those of production environments. */
async function retire(github, environment, except) {
    const earlier = (await github.deployments(environment)).filter((one) => ours(one) && one.id !== except);
    for (const { id } of earlier.slice(0, MOST_EARLIER)) {
        const [newest] = await github.deploymentStatuses(id);
        if (newest?.state !== 'success')
            continue;
        const description = except === undefined ? 'The environment was terminated.' : 'Another deployment took its place.';
        await github.setDeploymentStatus(id, { state: 'inactive', description });
    }
}
function retirement(outside, request) {
    return {
        end: ({ state }) => {
            if (state !== 'succeeded' || request.cancel.aborted)
                return Promise.resolve();
            return inTime(outside, request, async () => {
                const github = await (0,connect/* gitHubOf */.T)(outside);
                if (github !== undefined)
                    await retire(github, request.settings.environmentName);
                else
                    withoutGround(request, 'there is no token for GitHub');
            });
        },
    };
}
/** What GitHub does not take, and what it does not take in time. */
async function inTime({ clock }, request, work) {
    const { cancel } = request;
    const done = new AbortController();
    // A request to stop ends the patience, too: then the post phase goes on.
    const stop = () => done.abort();
    cancel.addEventListener('abort', stop, { once: true });
    const late = clock.sleep(PATIENCE, done.signal).then(() => 'late');
    const end = await Promise.race([telling(request, work), late]);
    cancel.removeEventListener('abort', stop);
    done.abort();
    if (end === 'late' && !cancel.aborted)
        tell(request, tooLate());
}
async function telling(request, work) {
    try {
        return await work();
    }
    catch (error) {
        tell(request, error instanceof problem/* ActionError */.l ? error.problem : undefined);
        return undefined;
    }
}
/** Nobody has asked for a record with `auto`: a job that may not make any is no cause for an annotation. */
function tell({ settings, say }, why) {
    const problem = notRecorded(settings.environmentName, why);
    const isQuiet = settings.deploymentRecord?.when === 'auto' && why?.code === 'github-refused';
    if (isQuiet)
        say({ type: 'notice', text: `${problem.what} ${problem.hint}` });
    else
        say({ type: 'warning', problem });
}
function withoutGround({ settings, say }, because) {
    const { what, hint } = notRecorded(settings.environmentName, undefined, because);
    if (settings.deploymentRecord?.when === 'auto')
        say({ type: 'notice', text: what });
    else
        say({ type: 'warning', problem: { code: 'deployment-not-recorded', blame: 'you', what, hint } });
}
const tooLate = () => ({
    code: 'github-unreachable',
    blame: 'github',
    what: 'There was no answer in time.',
    hint: 'Look at githubstatus.com.',
});
function notRecorded(environment, why, because) {
    const reason = because === undefined ? `: ${why?.what ?? 'something unexpected happened.'}` : `: ${because}.`;
    return {
        code: 'deployment-not-recorded',
        blame: why?.blame ?? 'github',
        what: `The rollout is not affected, but GitHub has no complete record of this deployment of ${environment}${reason}`,
        hint: why?.hint ?? 'Give `github-token`, and the job `deployments: write`, or set `github-deployment: false`.',
    };
}
//# sourceMappingURL=records.js.map

/***/ }),

/***/ 92672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ endSavedRecords),
/* harmony export */   W: () => (/* binding */ saveRecords)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11591);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71633);
/** Records in the state of the step: what the post phase ends when the main phase could not. */


const DEPLOYMENTS = 'github-deployments';
function saveRecords(host, open) {
    host.saveState(DEPLOYMENTS, open.length === 0 ? '' : JSON.stringify(open));
}
/** Never fails: a record that stays in progress is wrong, and nothing depends on it. */
async function endSavedRecords(outside) {
    const { host } = outside;
    const text = host.state(DEPLOYMENTS);
    if (text === '')
        return;
    try {
        // Written by our own main phase; nothing else can write to the state of a step.
        const open = JSON.parse(text);
        const github = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_1__/* .gitHubOf */ .T)(outside);
        for (const { id, environment, end } of open) {
            await github?.setDeploymentStatus(id, end);
            if (github !== undefined)
                host.line(`The GitHub deployment of ${environment} ended as ${end.state}.`);
        }
    }
    catch (error) {
        const code = error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l ? error.problem.code : 'internal';
        host.line(`The GitHub deployment could not be ended (${code}); it stays in progress on GitHub.`);
    }
}
//# sourceMappingURL=saved.js.map

/***/ })

};

//# sourceMappingURL=2262.index.js.map