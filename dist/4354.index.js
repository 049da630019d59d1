export const id = 4354;
export const ids = [4354,2262];
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

/***/ }),

/***/ 54354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploySeveral: () => (/* binding */ deploySeveral),
  reportsOf: () => (/* binding */ reportsOf)
});

// UNUSED EXPORTS: endingsOf

// EXTERNAL MODULE: ./lib/domain/endings.js
var endings = __webpack_require__(45184);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/domain/waves.js
var waves = __webpack_require__(61818);
// EXTERNAL MODULE: ./lib/lock/rollout-locks.js
var rollout_locks = __webpack_require__(19411);
// EXTERNAL MODULE: ./lib/planning.js + 7 modules
var planning = __webpack_require__(66899);
;// CONCATENATED MODULE: ./lib/domain/outputs.js
/** The outputs of the step, declared once: set on every ending, empty where nothing is known. */
const OUTPUTS = {
    'environment-url': { help: 'Host name of the environment (CNAME, without a scheme).', aws: true },
    'environment-id': { help: 'Id of the environment.', aws: true },
    'environment-status': {
        help: 'Status of the environment when it was last looked at, for example `Ready`.',
        aws: true,
    },
    'environment-health': { help: 'Colour of its health when it was last looked at, for example `Green`.', aws: true },
    'deployment-action-type': {
        help: '`create`, `update` or `terminate`; empty when the environment was not found.',
        aws: true,
    },
    'version-label': {
        help: 'Label of the version that was deployed (it may have a suffix, see `on-label-conflict`).',
        aws: true,
    },
    outcome: {
        help: '`unchanged`, `planned`, `started`, `succeeded`, `failed`, `timed-out` or `cancelled`.',
    },
    'outcome-reason': { help: 'One sentence: what happened, and why we say so.' },
    restored: { help: 'Whether what was there before is there again: `not-needed`, `yes`, `no` or `failed`.' },
    'previous-version-label': {
        help: 'Label that the way back leads to: the one that the environment had before, or the one before that when a run has left its own there without a proof.',
    },
    'deployment-id': { help: 'Number of the deployment, as the instances report it (enhanced health only).' },
    'bundle-sha256': {
        help: 'SHA-256 over the entries of the bundle: equal for the same files, whenever they are zipped.',
    },
    'live-environment-name': {
        help: 'Environment that holds the production CNAME at the end (strategies with two environments); empty when neither does.',
    },
    'idle-environment-name': { help: 'The other one of the two environments, if there is one.' },
    'environments-result': {
        help: 'With `environments`: JSON list with `environment`, `region`, `application`, `wave`, `state`, `version`, `previousVersion`, `url`, `id`, `restored` and `reason` of each; see docs/several-environments.md.',
    },
    'preview-url': {
        help: 'With `operation: preview`: address of the preview (`http://…`); empty when there is none, or none any more.',
    },
    plan: { help: 'The plan as JSON: steps, forecast, comparison of all strategies, warnings.' },
    report: { help: 'Path of the JSON report: every event, sample and decision.' },
    'duration-seconds': { help: 'Duration of the whole run.' },
    'api-calls': { help: 'Calls to AWS, repeated ones included.' },
};
//# sourceMappingURL=outputs.js.map
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(91116);
// EXTERNAL MODULE: ./lib/report/ending.js
var report_ending = __webpack_require__(44443);
// EXTERNAL MODULE: ./lib/report/foreign.js
var foreign = __webpack_require__(3646);
// EXTERNAL MODULE: ./lib/report/foreign-markdown.js
var foreign_markdown = __webpack_require__(99250);
// EXTERNAL MODULE: ./lib/report/json.js
var json = __webpack_require__(97406);
// EXTERNAL MODULE: ./lib/report/listeners.js
var listeners = __webpack_require__(74891);
// EXTERNAL MODULE: ./lib/report/log.js + 2 modules
var report_log = __webpack_require__(24265);
// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __webpack_require__(8568);
// EXTERNAL MODULE: ./lib/report/record.js + 1 modules
var record = __webpack_require__(38997);
// EXTERNAL MODULE: ./lib/report/summary/summary.js + 9 modules
var summary = __webpack_require__(10357);
// EXTERNAL MODULE: ./lib/report/table.js
var report_table = __webpack_require__(68330);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/waves.js
/** A run about several environments, told: each has its own log lines and record; at the end one table and a part for each. */















/** Of the report of one environment; the whole has its own. */
class EnvironmentReport {
    say;
    /** Its name, with the region where the run has several. */
    title;
    /** Counted from 1. */
    wave;
    settings;
    #ports;
    #recorder = new record/* Recorder */.v();
    #known;
    #startedAt;
    #hasBegun = false;
    #ended;
    constructor(ports, settings, wave, title) {
        this.#ports = ports;
        this.settings = settings;
        this.wave = wave;
        this.title = title;
        this.#known = { settings };
        this.#startedAt = ports.clock.now();
        const notes = titledNotes(ports.annotations, title);
        const log = new report_log.Log(titled(ports.host, title), notes, () => settings.dryRun);
        this.say = (0,listeners/* fanOut */.Y)(ports.clock, [log, this.#recorder], (text) => (0,annotations/* warnOfReporting */.S)(notes, text));
    }
    get known() {
        return this.#known;
    }
    get step() {
        return this.#recorder.step;
    }
    learn(more) {
        this.#known = { ...this.#known, ...more };
        if (more.plan !== undefined)
            this.say({ type: 'planned', plan: more.plan });
    }
    /** Its rollout begins: what went before is no part of its duration. */
    begin() {
        this.#hasBegun = true;
        this.#startedAt = this.#ports.clock.now();
    }
    /** May be called again, when an ending turns out not to be the last word. */
    end(state, outcome) {
        this.#ended = { at: this.#ports.clock.now(), state, outcome };
        this.say({ type: 'ended', outcome });
    }
    get hasBegun() {
        return this.#hasBegun;
    }
    get ending() {
        if (this.#ended === undefined)
            return undefined;
        const { state, outcome } = this.#ended;
        return { title: this.title, wave: this.wave, state, outcome };
    }
    /** Everything about it, as the only environment of a run would have it. Only after its end. */
    record() {
        if (this.#ended === undefined)
            return undefined;
        const { at, outcome } = this.#ended;
        const { problems = [], ...known } = this.#known;
        return this.#recorder.record({
            problems,
            ...known,
            startedAt: this.#startedAt,
            endedAt: at,
            outcome,
            // Environments of a region share its connection.
            apiCalls: 0,
        });
    }
}
/** Lines of several environments stand between each other, so each says whose it is, and none is folded away. */
function titled(host, title) {
    const line = (text) => host.line(text === '' ? '' : `[${title}] ${text}`);
    return {
        line,
        group: line,
        endGroup: () => { },
        debug: (text) => host.debug(`[${title}] ${text}`),
        run: host.run,
    };
}
const titledNotes = (all, title) => ({
    add: (level, message, heading) => all.add(level, `${title}: ${message}`, heading),
    // The one place that is kept free is for the verdict about all of them.
    verdict: (message, heading) => all.add('error', `${title}: ${message}`, heading),
});
/** All of them together. */
class SeveralReport {
    environments;
    writesSummary;
    #ports;
    constructor(ports, environments, writesSummary) {
        this.#ports = ports;
        this.environments = environments;
        this.writesSummary = writesSummary;
    }
    #rows() {
        return this.environments.flatMap((report) => {
            // The run has ended before it came to this one.
            if (report.ending === undefined)
                report.end('not-started', (0,waves/* notStarted */.DY)('Nothing was changed here.'));
            const [record, { ending }] = [report.record(), report];
            return record === undefined || ending === undefined
                ? []
                : [{ report, record, ending, outputs: (0,outputs/* outputsOf */.Y)(record) }];
        });
    }
    outputs(whole) {
        const rows = this.#rows();
        const shared = (key) => {
            const values = new Set(rows.map(({ outputs }) => outputs[key]));
            return values.size === 1 ? ([...values][0] ?? '') : '';
        };
        const none = Object.fromEntries(Object.keys(OUTPUTS).map((key) => [key, '']));
        const own = (0,outputs/* outputsOf */.Y)(whole);
        const plans = rows.flatMap(({ report, outputs }) => outputs.plan === '' ? [] : [`{"environment":${JSON.stringify(report.title)},"plan":${outputs.plan}}`]);
        return {
            ...none,
            outcome: own.outcome,
            'outcome-reason': own['outcome-reason'],
            restored: own.restored,
            report: own.report,
            'duration-seconds': own['duration-seconds'],
            'api-calls': own['api-calls'],
            'version-label': shared('version-label'),
            'previous-version-label': shared('previous-version-label'),
            'bundle-sha256': shared('bundle-sha256'),
            'deployment-action-type': shared('deployment-action-type'),
            plan: withinLimit(`[${plans.join(',')}]`),
            'environments-result': JSON.stringify(rows.map(resultOf)),
        };
    }
    json(whole) {
        const environments = this.#rows().map(({ record, ending, report }) => ({
            environment: report.settings.environmentName,
            region: report.settings.region,
            wave: ending.wave,
            state: ending.state,
            ...(0,json/* reportDocument */.ce)(record),
            apiCalls: undefined,
        }));
        return (0,json/* printableJson */.et)({ ...(0,json/* reportDocument */.ce)(whole), environments });
    }
    /** A part for each that failed, then the table. */
    log() {
        const { host } = this.#ports;
        const rows = this.#rows();
        for (const { record, ending, report } of rows.filter((row) => (0,waves/* hasFailed */.WN)(row.ending))) {
            const say = titled(host, report.title);
            host.line('');
            say.line((0,words/* headline */.Pl)(ending.outcome));
            for (const line of (0,report_ending/* endingLines */.Dh)(record, host.run).slice(0, -1))
                say.line(line);
        }
        host.line('');
        for (const line of (0,report_table/* textTable */.e)(tableOf(rows)))
            host.line((0,foreign/* foreignText */.qk)(line, 1_000));
    }
    summary(whole, run, limit) {
        const rows = this.#rows();
        const [head = [], ...body] = tableOf(rows);
        const table = (0,report_table/* markdownTable */.Q)([head, ...body.map((row) => row.map((cell) => (0,foreign_markdown/* foreignMarkdown */.g_)(cell)))]);
        const share = Math.floor((limit * 0.8) / Math.max(rows.length, 1));
        const parts = rows
            .filter(({ ending }) => ending.state !== 'not-started')
            .map(({ record, ending, report }) => {
            const button = whole.rollbackWorkflow === undefined ? {} : { rollbackWorkflow: whole.rollbackWorkflow };
            const text = withoutTitle((0,summary/* summaryMarkdown */.e)({ ...record, ...button }, run, share));
            const open = (0,waves/* hasFailed */.WN)(ending) ? ' open' : '';
            const title = (0,foreign_markdown/* foreignHtml */._b)(`${report.title}: ${ending.state}`);
            return `<details${open}><summary>${title}</summary>\n\n${text}\n\n</details>`;
        });
        const problems = whole.problems.map(({ what, hint }) => `- ${(0,foreign_markdown/* foreignProse */.gS)(what, 500)} ${(0,foreign_markdown/* foreignProse */.gS)(hint, 300)}`);
        const verdict = (0,foreign_markdown/* foreignProse */.gS)((0,words/* headline */.Pl)(whole.outcome), 1_000);
        const title = `## Beanstalk Rollout: ${this.environments.length} environments`;
        return [title, verdict, problems.join('\n'), rows.length === 0 ? '' : table, ...parts]
            .filter((part) => part !== '')
            .join('\n\n')
            .concat('\n');
    }
}
/** All outputs of a job may have 1 MB together; each of several plans has been shortened by itself already. */
const withinLimit = (text) => (text.length <= 256 * 1024 ? text : '');
const withoutTitle = (markdown) => markdown.replace(/^## [^\n]*\n+/, '').trim();
const REASON_LIMIT = 500;
/** For the steps that follow. Names and labels as the service has them; whoever prints them has to be careful. */
function resultOf({ report, ending, outputs }) {
    const { environmentName, region, application } = report.settings;
    return {
        environment: environmentName,
        region,
        application,
        wave: ending.wave,
        state: ending.state,
        version: outputs['version-label'],
        previousVersion: outputs['previous-version-label'],
        url: outputs['environment-url'],
        id: outputs['environment-id'],
        restored: outputs.restored,
        reason: (0,foreign/* foreignText */.qk)(ending.outcome.reason, REASON_LIMIT),
    };
}
/** Cells are harmless in a log; escape them again for Markdown. */
function tableOf(rows) {
    const head = ['environment', 'wave', 'state', 'version', 'before', 'proof', 'restored', 'took'];
    return [
        head,
        ...rows.map(({ report, record, ending, outputs }) => [
            (0,words/* name */.UU)(report.title),
            String(ending.wave),
            ending.state,
            outputs['version-label'] === '' ? '–' : (0,words/* name */.UU)(outputs['version-label']),
            outputs['previous-version-label'] === '' ? '–' : (0,words/* name */.UU)(outputs['previous-version-label']),
            ending.outcome.proof === 'none' ? '–' : ending.outcome.proof,
            ending.outcome.restored === 'not-needed' ? '–' : ending.outcome.restored,
            ending.state === 'not-started' ? '–' : (0,time/* formatDuration */.a3)(record.endedAt - record.startedAt),
        ]),
    ];
}
//# sourceMappingURL=waves.js.map
// EXTERNAL MODULE: ./lib/github/records.js + 1 modules
var github_records = __webpack_require__(72262);
;// CONCATENATED MODULE: ./lib/waves/part.js
/** Names are unique in a region; with several regions a name alone says too little. */
function titleOf({ environmentName, region }, hasRegions) {
    return hasRegions ? `${environmentName} (${region})` : environmentName;
}
/** Does the work for each, so many at a time and in their order; `goesOn` is asked before each one begins. */
async function sideBySide(all, most, work, goesOn = () => true) {
    const waiting = [...all];
    const worker = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            if (!goesOn())
                return;
            await work(next);
        }
    };
    await Promise.all(Array.from({ length: Math.min(most, all.length) }, worker));
}
//# sourceMappingURL=part.js.map
;// CONCATENATED MODULE: ./lib/waves/carry-out.js
/** Wave after wave: environments of a wave side by side, nothing new after a failure, and the way back of all if asked. */






async function rollOutWaves(request) {
    const { several, planned, cancel, report } = request;
    const ended = [];
    const records = (0,github_records.createRecords)(request.outside);
    const recordOf = new Map();
    const record = (one) => {
        const { settings, report: own } = one.part;
        const begun = records.begin({ ...one, settings, say: own.say, cancel });
        recordOf.set(one.part, begun);
        return begun;
    };
    const goesOn = () => !cancel.aborted && !ended.some(({ part }) => isFailure(part));
    for (const [index, of] of several.waves.entries()) {
        const wave = planned.filter(({ part }) => part.report.wave === index + 1);
        if (!goesOn())
            break;
        const names = wave.map(({ part }) => part.report.title).join(', ');
        report.say({ type: 'notice', text: `Wave ${index + 1} of ${several.waves.length}: ${names}.` });
        if (of.length !== wave.length)
            throw new Error('an environment without a plan');
        await sideBySide(wave, several.maxParallel, async (one) => {
            const current = await asItIsNow(request, one);
            const open = current === undefined ? undefined : await rollOne(request, current, record(current));
            if (open !== undefined)
                ended.push({ part: one.part, open });
        }, goesOn);
    }
    await afterwards(request, ended);
    if (several.onWaveFailure === 'rollback-all') {
        const endings = ended.map(({ part, open }) => recordOf.get(part)?.end(part.report.ending?.outcome ?? open.outcome));
        await Promise.all(endings);
    }
    return (0,waves/* outcomeOfAll */.FW)(planned.flatMap(({ part }) => part.report.ending ?? []), cancel.aborted);
}
/**
 * A plan of a later wave may be an hour old. The locks keep other runs away, not people: when the environment has changed
 * since, it is looked at and planned anew. `undefined`: it has its ending already.
 */
async function asItIsNow(request, one) {
    const { part, snapshot } = one;
    const { cloud, report } = part;
    const { environment } = snapshot.target;
    if (report.wave === 1 || snapshot.creation !== undefined)
        return one;
    try {
        const now = await cloud.beanstalk.environment(environment.id);
        const isSame = now?.versionLabel === environment.versionLabel && now?.dateUpdated === environment.dateUpdated;
        if (now !== undefined && isSame)
            return one;
        report.say({ type: 'notice', text: 'It has changed since it was planned: looking at it again.' });
        const made = await request.again(part);
        if (made.kind === 'plan')
            return { part, plan: made.plan, snapshot: made.snapshot };
        if (made.kind === 'refused')
            report.end('failed', (0,endings/* refused */.J5)(made.problems));
        return undefined;
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        // The rollout itself will find out, and tell.
        return one;
    }
}
const isFailure = ({ report }) => report.ending !== undefined && (0,waves/* hasFailed */.WN)(report.ending);
/** Exceptions that are no failure of the outside are bugs: the others end in their own way before it is told. */
async function rollOne(request, { part, plan, snapshot }, record) {
    const { outside, cancel, run, save, several } = request;
    const { settings, cloud, report } = part;
    const locks = request.locks.of(part);
    const unfinished = locks.unfinished();
    report.begin();
    save();
    try {
        await (0,rollout_locks/* noteUnfinished */.sh)(locks, plan, snapshot, { at: outside.clock.now(), run: outside.host.run });
        const { rollOutOpen } = await Promise.all(/* import() */[__webpack_require__.e(4898), __webpack_require__.e(3740)]).then(__webpack_require__.bind(__webpack_require__, 83740));
        const ports = { ...outside, ...cloud };
        const asked = { plan, snapshot, settings, ports, say: report.say, cancel, unfinished };
        const open = await rollOutOpen(run === undefined ? asked : { ...asked, run });
        (0,rollout_locks/* settleUnfinished */.R3)(locks, plan, snapshot, open.outcome);
        report.end(open.outcome.state, open.outcome);
        // What may still be put back is no success yet.
        if (several.onWaveFailure === 'stop')
            await record.end(open.outcome);
        return open;
    }
    catch (error) {
        report.end('failed', { ...(0,endings/* broken */.mw)(error), restored: 'no' });
        return undefined;
    }
    finally {
        save();
    }
}
async function afterwards(request, ended) {
    const { several, planned, cancel } = request;
    const [failed] = planned.filter(({ part }) => isFailure(part));
    const because = cancel.aborted
        ? 'Not started, because the run was asked to stop.'
        : `Not started, because ${failed?.part.report.title ?? 'another environment'} failed.`;
    for (const { part } of planned) {
        if (part.report.ending === undefined)
            part.report.end('not-started', (0,waves/* notStarted */.DY)(because));
    }
    if (failed !== undefined && several.onWaveFailure === 'rollback-all' && !cancel.aborted) {
        await putAllBack(request, ended, failed.part.report.title);
    }
    // Only a success that stands is worth remembering.
    for (const { part, open } of ended)
        if (part.report.ending?.state === 'succeeded')
            await open.keepHouse();
}
/** The last wave first, as what came later may need what was there before it. */
async function putAllBack(request, ended, culprit) {
    const { several, save } = request;
    const changed = ended.filter(({ part }) => part.report.ending?.state === 'succeeded');
    for (const wave of [...several.waves.keys()].reverse()) {
        const own = changed.filter(({ part }) => part.report.wave === wave + 1);
        await sideBySide(own, several.maxParallel, async ({ part, open }) => {
            const { report } = part;
            report.say({ type: 'notice', text: `Putting back what was there before, because ${culprit} failed.` });
            const back = await open.takeBack();
            const reason = `${open.outcome.reason} Then ${culprit} failed. ${back.reason}`;
            const { restored, stillRunning } = back;
            const outcome = { ...open.outcome, state: 'failed', reason, restored, stillRunning };
            report.end(back.restored === 'yes' ? 'put-back' : 'failed', outcome);
            save();
        });
    }
}
//# sourceMappingURL=carry-out.js.map
// EXTERNAL MODULE: ./lib/bundle/make.js + 6 modules
var make = __webpack_require__(447);
;// CONCATENATED MODULE: ./lib/waves/publish-once.js
/** What several environments need in common is made once: the bundle, its upload per bucket, the version per application. */

/** Every environment has the same source, so the first one that asks is answered for all. `say` is the whole run's. */
function makingOnce(say) {
    let made;
    let checked;
    return {
        make: (source, to, ports) => {
            made ??= (0,make/* makeBundle */.ND)(source, to, ports, say);
            return made;
        },
        check: (source, ports) => {
            // Made already: what is wrong with it is known, and has been said.
            checked ??=
                made === undefined ? (0,make/* checkBundle */.Jp)(source, ports, say) : made.then((one) => (one.ok ? [] : one.problems));
            return checked;
        },
    };
}
/** Of one region. The one who comes second waits for the first, and finds the object there. */
function uploadingOnce(store) {
    const begun = new Map();
    return {
        ...store,
        put: async (request) => {
            const key = JSON.stringify([request.bucket, request.key]);
            for (let other = begun.get(key); other !== undefined; other = begun.get(key)) {
                // An upload that failed for one is tried by the next.
                if (await succeeds(other))
                    return 'exists';
                if (begun.get(key) === other)
                    begun.delete(key);
            }
            const own = store.put(request);
            begun.set(key, own);
            return own;
        },
    };
}
/** Of one region. */
function versionsOnce(beanstalk) {
    const begun = new Map();
    const keyOf = ({ application, label }) => JSON.stringify([application, label]);
    return {
        ...beanstalk,
        get calls() {
            return beanstalk.calls;
        },
        createVersion: async (request) => {
            const key = keyOf(request);
            for (let other = begun.get(key); other !== undefined; other = begun.get(key)) {
                if (await succeeds(other))
                    return other;
                if (begun.get(key) === other)
                    begun.delete(key);
            }
            const own = beanstalk.createVersion(request);
            begun.set(key, own);
            return own;
        },
    };
}
const succeeds = (work) => work.then(() => true, () => false);
//# sourceMappingURL=publish-once.js.map
;// CONCATENATED MODULE: ./lib/waves/rate.js
/** The rest is for the console and for other pipelines. */
const PER_SECOND = 1.5;
const BURST = 8;
function createTurns(clock, cancel, perSecond = PER_SECOND, burst = BURST) {
    const spacing = 1_000 / perSecond;
    // The moment up to which everything that was handed out is paid for; it may lie ahead by a burst.
    let paidUntil = Number.NEGATIVE_INFINITY;
    return async () => {
        if (cancel.aborted)
            return;
        const now = clock.now();
        paidUntil = Math.max(paidUntil, now - spacing * burst) + spacing;
        if (paidUntil > now)
            await clock.sleep(paidUntil - now, cancel);
    };
}
/** The same service, with a turn awaited before each of the calls that are scarce. */
function inTurn(beanstalk, turn) {
    return {
        ...beanstalk,
        get calls() {
            return beanstalk.calls;
        },
        environmentNamed: async (application, name) => {
            await turn();
            return beanstalk.environmentNamed(application, name);
        },
        environment: async (id) => {
            await turn();
            return beanstalk.environment(id);
        },
        environments: async (application) => {
            await turn();
            return beanstalk.environments(application);
        },
        events: async (id, since) => {
            await turn();
            return beanstalk.events(id, since);
        },
        newestEvents: async (id, count) => {
            await turn();
            return beanstalk.newestEvents(id, count);
        },
    };
}
//# sourceMappingURL=rate.js.map
;// CONCATENATED MODULE: ./lib/waves/clouds.js


async function connectAll(outside, regions, say, cancel) {
    const clouds = new Map();
    const gaps = new Set();
    for (const region of [...new Set(regions)].sort()) {
        const cloud = await outside.connect(region, cancel);
        if (cloud.gap !== undefined)
            gaps.add(cloud.gap);
        const turn = createTurns(outside.clock, cancel);
        clouds.set(region, {
            ...cloud,
            beanstalk: versionsOnce(inTurn(cloud.beanstalk, turn)),
            watchBeanstalk: inTurn(cloud.watchBeanstalk, turn),
            store: uploadingOnce(cloud.store),
        });
    }
    for (const text of gaps)
        say({ type: 'notice', text });
    return clouds;
}
//# sourceMappingURL=clouds.js.map
// EXTERNAL MODULE: ./lib/lock/saved-locks.js
var saved_locks = __webpack_require__(27509);
;// CONCATENATED MODULE: ./lib/waves/wave-locks.js


/** Locks lie in a bucket: those of a region together, unless an environment names a bucket of its own. */
const keyOf = ({ settings }) => JSON.stringify([settings.region, settings.bucket ?? '']);
const NO_LOCKS = {
    note: () => Promise.resolve(),
    unfinished: () => [],
    forget: () => { },
};
function createWaveLocks(parts, outside, say, cancel) {
    const saved = new Map();
    const groups = [...new Set(parts.map(keyOf))].sort().flatMap((key) => {
        const own = parts.filter((part) => keyOf(part) === key);
        const [first] = own;
        if (first === undefined)
            return [];
        const { settings, cloud } = first;
        const locks = (0,rollout_locks/* locksFor */.Qu)(settings, outside, cloud, say, cancel, (held) => {
            saved.set(key, { region: settings.region, locks: held });
            (0,saved_locks/* saveLocks */.G)(outside.host, [...saved.values()]);
        });
        return [{ key, parts: own, locks }];
    });
    const each = async (work) => {
        let moved = false;
        for (const group of groups) {
            const locked = await work(group);
            if (locked.locked !== 'yes')
                return locked;
            moved ||= locked.moved;
        }
        return { locked: 'yes', moved };
    };
    return {
        take: () => each(({ locks, parts: own }) => locks.take(own.map(({ settings }) => settings.environmentName))),
        extend: (touched) => each(({ locks, parts: own }) => locks.extend(own.flatMap(touched))),
        of: (part) => groups.find(({ key }) => key === keyOf(part))?.locks ?? NO_LOCKS,
        undone: () => groups.reduce((sum, { locks }) => sum + locks.unfinished().length, 0),
        release: async () => {
            await Promise.all(groups.map(({ locks }) => locks.release()));
        },
    };
}
//# sourceMappingURL=wave-locks.js.map
;// CONCATENATED MODULE: ./lib/waves/several.js
/**
 * Several environments in one run: locks → look and plan (all of them) → every problem at once, or wave after wave → the
 * outcome of all. One bundle, one upload per bucket, one version per application.
 */











/** A report for each environment, under which the whole run is told from here on. */
function reportsOf({ several, outside, report }) {
    const all = several.waves.flat();
    const hasRegions = new Set(all.map(({ region }) => region)).size > 1;
    const ports = { host: outside.host, clock: outside.clock, annotations: report.annotations };
    const environments = several.waves.flatMap((wave, index) => wave.map((settings) => new EnvironmentReport(ports, settings, index + 1, titleOf(settings, hasRegions))));
    const told = new SeveralReport(outside, environments, several.jobSummary);
    report.tellAs(told);
    return told;
}
/** Throws `ActionError` when AWS cannot be asked at all. */
async function deploySeveral(request, told) {
    const { several, outside, report, cancel } = request;
    const regions = several.waves.flat().map(({ region }) => region);
    const clouds = await connectAll(outside, regions, report.say, cancel);
    if (request.hidesAccount)
        for (const { identity } of clouds.values())
            outside.host.mask((await identity.caller())?.account ?? '', 'identifier');
    const parts = told.environments.flatMap((one) => {
        const cloud = clouds.get(one.settings.region);
        return cloud === undefined ? [] : [{ settings: one.settings, cloud, report: one }];
    });
    if (several.dryRun)
        return rehearse(request, parts);
    const locks = createWaveLocks(parts, outside, report.say, cancel);
    try {
        let locked = await locks.take();
        for (;;) {
            if (locked.locked === 'refused')
                return refuse(report, parts, [locked.problem]);
            if (locked.locked === 'cancelled')
                return (0,endings/* cancelledEarly */.Vh)();
            const undone = locks.undone();
            const made = await planAll(request, parts, (part) => locks.of(part).unfinished());
            if (made.kind === 'cancelled' || cancel.aborted)
                return (0,endings/* cancelledEarly */.Vh)();
            if (made.kind === 'refused')
                return refuse(report, parts, made.problems);
            const planOf = new Map(made.planned.map((one) => [one.part, one.plan]));
            locked = await locks.extend((part) => {
                const found = planOf.get(part);
                return found === undefined ? [] : (0,rollout_locks/* lockedEnvironments */.HP)(found);
            });
            if (locked.locked !== 'yes' || locked.moved)
                continue;
            // The lock of another side may tell of something undone, too: then the plan has to know of it.
            if (locks.undone() > undone)
                continue;
            return await rollOutWaves({ ...request, planned: made.planned, again: made.again, locks });
        }
    }
    finally {
        await (0,rollout_locks/* giveBackLocks */.VY)(locks, outside.clock, cancel);
    }
}
async function rehearse(request, parts) {
    const left = new Map();
    for (const part of parts)
        left.set(part, await (0,rollout_locks/* tellWhoLocks */.sK)(part.settings, part.cloud, part.report.say));
    const made = await planAll(request, parts, (part) => left.get(part) ?? []);
    if (made.kind === 'cancelled')
        return (0,endings/* cancelledEarly */.Vh)();
    if (made.kind === 'refused')
        return refuse(request.report, parts, made.problems);
    for (const one of made.planned)
        one.part.report.end('planned', (0,endings/* planned */.lM)(one.plan));
    return (0,waves/* outcomeOfAll */.FW)(endingsOf(parts), false);
}
const endingsOf = (parts) => parts.flatMap(({ report }) => (report.ending === undefined ? [] : [report.ending]));
function refuse(report, parts, problems) {
    report.learn({ problems });
    for (const part of parts) {
        if (part.report.ending === undefined)
            part.report.end('not-started', (0,waves/* notStarted */.DY)('Nothing was changed anywhere.'));
    }
    return (0,endings/* refused */.J5)(problems);
}
/** Nothing is changed before every environment has a plan: all problems of all of them are told together. */
async function planAll(request, parts, unfinished) {
    const { several, report } = request;
    const making = makingOnce(report.say);
    const again = (part) => planOne(request, part, making, unfinished(part));
    const results = new Map();
    await sideBySide(parts, several.maxParallel, async (part) => {
        results.set(part, await again(part));
    });
    const made = parts.flatMap((part) => {
        const one = results.get(part);
        return one === undefined ? [] : [{ part, one }];
    });
    if (made.some(({ one }) => one.kind === 'cancelled'))
        return { kind: 'cancelled' };
    const found = made.map(({ part, one }) => ({
        title: part.report.title,
        problems: one.kind === 'refused' ? one.problems : [],
    }));
    const ready = made.flatMap(({ part, one }) => one.kind === 'plan' ? [{ part, plan: one.plan, snapshot: one.snapshot }] : []);
    const problems = [...(0,waves/* namedProblems */.IA)(found), ...overlaps(ready)];
    return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'planned', planned: ready, again };
}
async function planOne(request, part, making, unfinished) {
    const { outside, cancel } = request;
    const { settings, cloud, report } = part;
    try {
        const made = await (0,planning.plan)({ settings, outside, cloud, report, cancel, making, unfinished });
        if (made.kind === 'refused' && made.comparison !== undefined)
            report.learn({ comparison: made.comparison });
        if (made.kind === 'refused')
            report.end('not-started', (0,endings/* refused */.J5)(made.problems));
        return made;
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        if (cancel.aborted)
            return { kind: 'cancelled' };
        report.end('not-started', (0,endings/* refused */.J5)([error.problem]));
        return { kind: 'refused', problems: [error.problem] };
    }
}
/** A strategy of two environments touches one that nobody has listed; two plans for one environment would collide. */
function overlaps(planned) {
    const touched = planned.flatMap(({ part, plan: made }) => (0,rollout_locks/* lockedEnvironments */.HP)(made).map((name) => ({ part, name, key: `${part.settings.region} ${name}` })));
    return touched
        .filter(({ key }, at) => touched.findIndex((other) => other.key === key) !== at)
        .map(({ part, name }) => ({
        code: 'contradicting-inputs',
        blame: 'you',
        what: `${part.report.title}: its plan touches ${name}, which another plan of this run touches, too.`,
        hint: 'Keep one of the two in `environments`.',
        input: 'environments',
    }));
}
//# sourceMappingURL=several.js.map

/***/ })

};

//# sourceMappingURL=4354.index.js.map