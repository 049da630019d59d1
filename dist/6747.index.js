export const id = 6747;
export const ids = [6747,9338];
export const modules = {

/***/ 17915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ oneIn)
/* harmony export */ });
/** What comes about more often than this by chance says nothing. */
const OFTEN = 0.05;
/** How rarely something comes about by chance: `once in 200 looks`; nobody needs to know more than a million. */
function oneIn(chance) {
    if (chance >= OFTEN)
        return 'often';
    if (chance < 1e-6)
        return 'less than once in a million looks';
    const times = 1 / chance;
    const digits = 10 ** Math.max(0, Math.floor(Math.log10(times)) - 1);
    return `once in ${Math.round(times / digits) * digits} looks`;
}
//# sourceMappingURL=judgement.js.map

/***/ }),

/***/ 49338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ candidateLines),
/* harmony export */   QK: () => (/* binding */ candidatesMarkdown)
/* harmony export */ });
/* unused harmony export candidateRows */
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3646);
/* harmony import */ var _foreign_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99250);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68330);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);




const VERDICTS = {
    proven: 'proven good',
    seen: 'was healthy',
    'put-away': 'put away by a rollback',
    unrecorded: 'not recorded',
};
const BUNDLES = { present: 'yes', gone: 'GONE', unknown: 'not known' };
/** Of `undefined` dates and commits a dash. */
function candidateRows(candidates) {
    const rows = candidates.map((one) => [
        `${one.runs ? '▸ ' : '  '}${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU)(one.label)}`,
        one.at === undefined ? '–' : `${new Date(one.at).toISOString().slice(0, 16).replace('T', ' ')}`,
        one.commit === undefined ? '–' : (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(one.commit.slice(0, 7), 7),
        VERDICTS[one.verdict],
        BUNDLES[one.bundle],
        (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(one.comment ?? '', 80),
    ]);
    return [['version', 'when (UTC)', 'commit', 'verdict', 'bundle', 'note'], ...rows];
}
const TITLE = 'Versions to roll back to (▸ runs now)';
function candidateLines(candidates) {
    return candidates.length === 0 ? [] : [TITLE, ...(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .textTable */ .e)(candidateRows(candidates))];
}
function candidatesMarkdown(candidates) {
    if (candidates.length === 0)
        return '';
    const [head = [], ...rows] = candidateRows(candidates);
    return `### ${TITLE}\n\n${(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .markdownTable */ .Q)([head, ...rows.map((row) => row.map((cell) => (0,_foreign_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignMarkdown */ .g_)(cell.trim())))])}`;
}
//# sourceMappingURL=candidates.js.map

/***/ }),

/***/ 36406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ takeDecisions),
/* harmony export */   b: () => (/* binding */ decisionsOf)
/* harmony export */ });
const SHARE = 'percent of requests to the new version';
const ERRORS = 'percent of 5xx answers';
const LATENCY = 'p99 in milliseconds';
const decisionsOf = ({ progress }) => progress.flatMap((one) => (one.type === 'decision' ? [one.decision] : []));
/** Nothing for a run that has judged nothing. */
function takeDecisions(record, book) {
    const decisions = decisionsOf(record);
    if (decisions.length === 0)
        return;
    takeShares(record, book);
    const sides = [
        ['old version', decisions.flatMap(({ figures }) => figures.stable.windows)],
        ['new version', decisions.flatMap(({ figures }) => figures.canary.windows)],
    ];
    for (const [name, windows] of sides) {
        for (const { at, requests, errors5xx, p99 } of inOrder(windows)) {
            if (requests > 0)
                book.add({ name, unit: ERRORS }, at, (100 * errors5xx) / requests);
            if (p99 !== undefined)
                book.add({ name, unit: LATENCY }, at, p99);
        }
    }
}
function takeShares({ progress, startedAt }, book) {
    const set = { name: 'as set', unit: SHARE };
    book.add(set, startedAt, 0);
    for (const one of progress) {
        if (one.type === 'decision') {
            const { at, weight, measuredShare, result } = one.decision;
            book.add(set, at, weight);
            if (measuredShare !== undefined)
                book.add({ name: 'as measured', unit: SHARE }, at, measuredShare);
            if (result === 'restore')
                book.add(set, at + 1, 0);
        }
        // What has failed may have set nothing.
        if (one.type !== 'step-ended' || one.end !== 'done')
            continue;
        if (one.step.kind === 'shift')
            book.add(set, one.at, one.step.weight);
        if (one.step.kind === 'restore')
            book.add(set, one.at, 0);
    }
}
/** Each look reads the minutes of its step again; the newest reading of a minute counts. */
function inOrder(windows) {
    return [...new Map(windows.map((one) => [one.at, one])).values()].sort((one, other) => one.at - other.at);
}
//# sourceMappingURL=decision-series.js.map

/***/ }),

/***/ 97406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ce: () => (/* binding */ reportDocument),
/* harmony export */   et: () => (/* binding */ printableJson),
/* harmony export */   l4: () => (/* binding */ reportJson)
/* harmony export */ });
/* harmony import */ var _decisions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79581);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70867);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80545);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85660);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51451);





/** Goes up when a member changes its meaning or disappears. */
const SCHEMA = 1;
const iso = (at) => new Date(at).toISOString();
/** A message without what must not be printed, and without what stands elsewhere in the report. */
function entry(progress) {
    const { at, ...rest } = progress;
    const time = iso(at);
    switch (rest.type) {
        case 'planned':
            return { at: time, type: rest.type };
        case 'ended':
            return { at: time, type: rest.type, state: rest.outcome.state };
        case 'step-started':
        case 'step-ended':
            return { at: time, ...rest, step: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .shownStep */ .u8)(rest.step) };
        case 'event-seen':
            return { at: time, type: rest.type, event: { ...rest.event, date: iso(rest.event.date) } };
        case 'decision':
            return { at: time, type: rest.type, decision: (0,_decisions_js__WEBPACK_IMPORTED_MODULE_0__/* .shownDecision */ .qM)(rest.decision) };
        case 'candidates':
        case 'notice':
        case 'warning':
        case 'bundle-entry-summary':
        case 'upload-progress':
        case 'waiting-for-environment':
        case 'view':
        case 'verdict':
        case 'instances':
        case 'look-failed':
        case 'traffic-moved':
        case 'cancel-requested':
            return { at: time, ...rest };
    }
}
function before(snapshot) {
    const { environment, instances, health, instanceIds, blindSpots } = snapshot.target;
    return { takenAt: iso(snapshot.takenAt), environment, instances, health, instanceIds, blindSpots };
}
function asked(record) {
    if (record.settings === undefined)
        return undefined;
    const { environmentVariables, options, strategy, allStrategies: _unused, ...rest } = record.settings;
    return {
        ...rest,
        strategy: strategy.name,
        options: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .shownOptions */ .O4)(options),
        environmentVariables: { set: Object.keys(environmentVariables.set), remove: environmentVariables.remove },
    };
}
function phase({ startedAt, endedAt, batches, ...rest }) {
    const span = (of) => ({ startedAt: iso(of.startedAt), endedAt: iso(of.endedAt) });
    return { ...rest, ...span({ startedAt, endedAt }), batches: batches.map((batch) => ({ ...batch, ...span(batch) })) };
}
function reportDocument(record) {
    return {
        schema: SCHEMA,
        startedAt: iso(record.startedAt),
        endedAt: iso(record.endedAt),
        durationSeconds: Math.round((record.endedAt - record.startedAt) / 1_000),
        apiCalls: record.apiCalls,
        outcome: record.outcome,
        problems: record.problems,
        settings: asked(record),
        before: record.snapshot === undefined ? undefined : before(record.snapshot),
        plan: record.plan === undefined ? undefined : (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .shownPlan */ .vJ)(record.plan),
        comparison: record.comparison,
        standing: (0,_standing_js__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .YP)(record),
        timeline: (0,_timeline_js__WEBPACK_IMPORTED_MODULE_3__/* .timelineOf */ .h)(record).map(phase),
        series: (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .seriesOf */ .Lf)(record).map(({ points, ...rest }) => ({
            ...rest,
            points: points.map(({ at, value }) => ({ at: iso(at), value })),
        })),
        lastView: record.view,
        instances: record.instances,
        progress: record.progress.map(entry),
    };
}
const reportJson = (record) => printableJson(reportDocument(record));
/** Texts are raw, but so written that the file can be printed in a log: no command of the runner, nothing invisible. */
function printableJson(document) {
    const text = JSON.stringify(document, null, 1);
    return `${text.replaceAll('##[', '##\\u005b').replaceAll(INVISIBLE, escaped)}\n`;
}
/** What `JSON.stringify` leaves as it is: further control characters, line ends of Unicode, bidirectional marks. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
//# sourceMappingURL=json.js.map

/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputsOf)
/* harmony export */ });
/* unused harmony export planJson */
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39505);
/* harmony import */ var _domain_snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66178);
/* harmony import */ var _domain_standing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86634);
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3646);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70867);
/** The outputs of the step: all of them on every ending, empty where nothing is known. */





/** All outputs of a job may have 1 MB together (GitHub, "Workflow syntax", jobs.<id>.outputs); this one takes a quarter. */
const PLAN_LIMIT = 256 * 1024;
const REASON_LIMIT = 2_000;
function isColor(health) {
    return health === 'Green' || health === 'Yellow' || health === 'Red' || health === 'Grey';
}
/** The plan as JSON, with less in it when it would be too long; what was left out is named. */
function planJson(plan, limit = PLAN_LIMIT) {
    const full = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .shownPlan */ .vJ)(plan);
    const shapes = [
        full,
        { ...full, comparison: [], leftOut: ['comparison'] },
        {
            ...full,
            comparison: [],
            steps: full.steps.map(({ kind }) => ({ kind })),
            leftOut: ['comparison', 'step details'],
        },
    ];
    for (const shape of shapes) {
        const text = JSON.stringify(shape);
        if (new TextEncoder().encode(text).length <= limit)
            return text;
    }
    return JSON.stringify({ operation: plan.operation, strategy: plan.strategy, leftOut: ['everything else'] });
}
function highestDeploymentId(record) {
    const ids = record.instances.flatMap(({ deployment }) => (deployment?.id === undefined ? [] : [deployment.id]));
    return ids.length === 0 ? '' : String(Math.max(...ids));
}
/** AWS's own action says `create` or `update`. */
function actionType({ snapshot, outcome, plan }) {
    if (outcome.created !== undefined || snapshot?.creation !== undefined)
        return 'create';
    if (snapshot === undefined)
        return '';
    return plan?.operation === 'terminate' ? 'terminate' : 'update';
}
/** Where a run did not come to a rollout, the sides are as they were seen. */
function sidesBefore(target) {
    if (target?.pair === undefined)
        return undefined;
    const { pair, environment } = target;
    const idle = pair.idle?.environment;
    return { productionCname: pair.productionCname, live: environment, ...(idle === undefined ? {} : { idle }) };
}
/** Of two sides the one that serves: what was watched last may have been the other one. */
function lastSeen({ views, plan, snapshot }, live) {
    // Of an environment that did not exist nothing was seen before.
    const known = snapshot === undefined || snapshot.creation !== undefined ? [] : (0,_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .sidesIn */ .O)(snapshot.target);
    const name = live?.name ?? plan?.environment.name ?? snapshot?.target.environment.name;
    const found = name === undefined ? undefined : views.get(name);
    return found ?? known.find(({ environment }) => environment.name === name)?.environment;
}
/** Name to value, as declared in `domain/outputs.ts`. */
function outputsOf(record) {
    const { plan, report, ...texts } = valuesOf(record);
    // One line each, with nothing invisible: other steps put them into files and messages. JSON and the path stay as they are.
    const lines = Object.entries(texts).map(([name, value]) => [name, (0,_foreign_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignText */ .qk)(value, REASON_LIMIT)]);
    return { plan, report, ...Object.fromEntries(lines) };
}
/** Nothing but a host name becomes part of an address. */
function previewUrl({ settings, snapshot, outcome }) {
    if (settings?.operation !== 'deploy' || settings.creation?.isPreview !== true)
        return '';
    const cname = outcome.created?.cname ?? snapshot?.target.environment.cname ?? '';
    return /^[\w-]+(\.[\w-]+)+$/.test(cname) ? `http://${cname}` : '';
}
function valuesOf(record) {
    const { outcome, plan, snapshot } = record;
    const { created } = outcome;
    const sides = outcome.sides ?? sidesBefore(snapshot?.target);
    // Of an environment that did not exist there was nothing before.
    const before = snapshot?.creation === undefined ? snapshot?.target.environment : undefined;
    const isGone = plan?.operation === 'terminate' && outcome.state === 'succeeded';
    const last = lastSeen(record, sides?.live);
    const health = isGone ? 'Grey' : last?.health;
    return {
        'environment-url': sides?.productionCname ?? created?.cname ?? before?.cname ?? '',
        'environment-id': sides?.live?.id ?? created?.id ?? before?.id ?? '',
        'environment-status': isGone ? 'Terminated' : (last?.status ?? ''),
        'environment-health': health === undefined ? '' : isColor(health) ? health : (0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .colorOf */ .HN)(health),
        'deployment-action-type': actionType(record),
        'version-label': plan?.versionLabel ?? before?.versionLabel ?? '',
        outcome: outcome.state,
        'outcome-reason': outcome.reason,
        restored: outcome.restored,
        'previous-version-label': snapshot === undefined ? '' : ((0,_domain_standing_js__WEBPACK_IMPORTED_MODULE_1__/* .labelBefore */ .kK)(snapshot, plan?.versionLabel) ?? ''),
        'deployment-id': highestDeploymentId(record),
        'bundle-sha256': plan?.bundleHash ?? '',
        'live-environment-name': sides?.live?.name ?? '',
        'idle-environment-name': sides?.idle?.name ?? '',
        'environments-result': '',
        'preview-url': previewUrl(record),
        plan: plan === undefined ? '' : planJson(plan),
        report: record.reportPath ?? '',
        'duration-seconds': String(Math.round((record.endedAt - record.startedAt) / 1_000)),
        'api-calls': String(record.apiCalls),
    };
}
//# sourceMappingURL=outputs.js.map

/***/ }),

/***/ 40240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ rollbackCommand),
/* harmony export */   Ol: () => (/* binding */ rollbackPage),
/* harmony export */   rm: () => (/* binding */ findRollbackWorkflow)
/* harmony export */ });
/* unused harmony export rollbackWorkflow */
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64503);

const FILES_LOOKED_AT = 100;
const LONGEST = 200_000;
/** The input of the workflow that this input of the action is fed from: `to-version: ${{ inputs.version }}`. */
function fedFrom(text, input) {
    const found = new RegExp(`^\\s*${input}:\\s*['"]?\\$\\{\\{\\s*(?:github\\.event\\.)?inputs\\.([A-Za-z_][\\w-]*)\\s*\\}\\}['"]?\\s*$`, 'm');
    return found.exec(text)?.[1];
}
/** Reads a workflow file; `undefined` when it is not one that rolls back and has a button. */
function rollbackWorkflow(file, text) {
    if (!/^[\w.-]+\.ya?ml$/.test(file) || text.length > LONGEST)
        return undefined;
    if (!/^\s*(?:on:\s*)?workflow_dispatch\b/m.test(text) || !/^\s*operation:\s*['"]?rollback['"]?\s*$/m.test(text))
        return undefined;
    const version = fedFrom(text, 'to-version');
    const reason = fedFrom(text, 'comment');
    const environment = fedFrom(text, 'environment-name');
    return {
        file,
        ...(version === undefined ? {} : { version }),
        ...(reason === undefined ? {} : { reason }),
        ...(environment === undefined ? {} : { environment }),
    };
}
/** Looks through the workflows of the checkout. Never throws: a link that is missing is no reason for anything. */
async function findRollbackWorkflow(files, workspace) {
    const directory = `${workspace}/.github/workflows`;
    try {
        for (const file of (await files.list(directory)).slice(0, FILES_LOOKED_AT)) {
            if (!/\.ya?ml$/.test(file))
                continue;
            const found = rollbackWorkflow(file, await files.readText(`${directory}/${file}`));
            if (found !== undefined)
                return found;
        }
    }
    catch {
        // No checkout, or one without workflows.
    }
    return undefined;
}
/** A word that needs no quotes in any shell. */
const SHELL_WORD = /^[A-Za-z0-9][\w.+-]{0,99}$/;
/**
 * The command that presses the button, for somebody to copy into a terminal: nothing in it but words that no shell takes
 * for anything else. `undefined` when the environment's name is not such a word although the workflow asks for it.
 */
function rollbackCommand(workflow, wish, run) {
    const { version = 'previous', environment } = wish;
    if (workflow.environment !== undefined && !SHELL_WORD.test(environment))
        return undefined;
    const repository = (0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryUrl */ .Ek)(run) === undefined ? undefined : run.repository;
    const because = /^\d+$/.test(run.runId ?? '') ? `put-away-after-run-${run.runId}` : 'put-away';
    return [
        `gh workflow run ${workflow.file}`,
        ...(repository === undefined ? [] : [`--repo ${repository}`]),
        ...(workflow.version === undefined
            ? []
            : [`-f ${workflow.version}=${SHELL_WORD.test(version) ? version : 'previous'}`]),
        ...(workflow.environment === undefined ? [] : [`-f ${workflow.environment}=${environment}`]),
        ...(workflow.reason === undefined ? [] : [`-f ${workflow.reason}=${because}`]),
    ].join(' ');
}
/** The page with the button; `undefined` outside of a repository. */
function rollbackPage(workflow, run) {
    const repository = (0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryUrl */ .Ek)(run);
    return repository === undefined ? undefined : `${repository}/actions/workflows/${workflow.file}`;
}
//# sourceMappingURL=rollback-workflow.js.map

/***/ }),

/***/ 80545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ seriesOf),
/* harmony export */   fK: () => (/* binding */ valueAt)
/* harmony export */ });
/* unused harmony export SeriesBook */
/* harmony import */ var _decision_series_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36406);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51451);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58191);



/** Versions with a line of their own; a fleet in a rollout has two. */
const MOST_VERSIONS = 4;
/** Collects points, and keeps those that say something new. */
class SeriesBook {
    #series = new Map();
    add(of, at, value) {
        const key = JSON.stringify([of.group, of.unit, of.name]);
        const known = this.#series.get(key) ?? { ...of, points: [] };
        this.#series.set(key, known);
        if (known.points.at(-1)?.value !== value)
            known.points.push({ at, value });
    }
    has(of) {
        return this.#series.has(JSON.stringify([of.group, of.unit, of.name]));
    }
    all() {
        return [...this.#series.values()];
    }
}
/** Instances by the version that each of them says it runs; one that changes just now runs none. */
function byVersion(instances) {
    const counts = new Map();
    for (const { deployment } of instances) {
        if (deployment?.versionLabel === undefined || deployment.status !== 'Deployed')
            continue;
        counts.set(deployment.versionLabel, (counts.get(deployment.versionLabel) ?? 0) + 1);
    }
    return counts;
}
const isHealthy = ({ status }) => status === 'Ok' || status === 'Info';
/** How many instances were healthy, and how many ran which version, at each look; empty with basic health. */
function seriesOf(record) {
    const book = new SeriesBook();
    const versions = new Map();
    (0,_decision_series_js__WEBPACK_IMPORTED_MODULE_2__/* .takeDecisions */ .B)(record, book);
    let environment = record.snapshot?.target.environment.name;
    const take = (at, instances) => {
        const group = environment === undefined ? {} : { group: environment };
        const counts = byVersion(instances);
        const known = versions.get(environment ?? '') ?? new Set();
        versions.set(environment ?? '', known);
        for (const label of counts.keys())
            if (known.size < MOST_VERSIONS)
                known.add(label);
        // First, so that it has the same colour everywhere.
        book.add({ name: 'healthy', unit: 'instances', ...group }, at, instances.filter(isHealthy).length);
        for (const label of known)
            book.add({ name: `on ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(label)}`, unit: 'instances', ...group }, at, counts.get(label) ?? 0);
    };
    const before = record.snapshot?.target.instances?.instances ?? [];
    if (before.length > 0)
        take(record.startedAt, before);
    for (const progress of record.progress) {
        if (progress.type === 'step-started')
            environment = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentOf */ .p)(progress.step) ?? environment;
        if (progress.type === 'instances' && progress.instances.length > 0)
            take(progress.at, progress.instances);
    }
    return book.all();
}
/** The value that holds at a moment; `undefined` before the first point. */
function valueAt({ points }, at) {
    return points.findLast((point) => point.at <= at)?.value;
}
//# sourceMappingURL=series.js.map

/***/ }),

/***/ 85660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   ro: () => (/* binding */ policyAfter)
/* harmony export */ });
/* unused harmony exports fleetNow, policyText */
/* harmony import */ var _domain_fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85360);

const has = (key, value) => (value === undefined || value === '' ? {} : { [key]: value });
function fleetNow(instances) {
    if (instances.length === 0)
        return undefined;
    const counts = new Map();
    for (const { deployment } of instances) {
        counts.set(deployment?.versionLabel, (counts.get(deployment?.versionLabel) ?? 0) + 1);
    }
    const versions = [...counts].map(([label, count]) => ({ ...(label === undefined ? {} : { label }), count }));
    return { count: instances.length, versions: versions.sort((left, right) => right.count - left.count) };
}
/** `Rolling, 30%`; a batch size only where the policy has batches. */
function policyText(options) {
    const policy = (0,_domain_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .policyIn */ .iE)(options);
    const isBatched = policy === 'Rolling' || policy === 'RollingWithAdditionalBatch';
    return isBatched ? `${policy}, ${(0,_domain_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBatch */ .w_)((0,_domain_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .batchIn */ .qK)(options))}` : policy;
}
/** What these steps leave of an environment's deployment policy; `undefined` when its settings are not known. */
function policyAfter(steps, snapshot, side) {
    const before = snapshot?.target.settings.options ?? [];
    if (before.length === 0)
        return undefined;
    const key = (option) => JSON.stringify([option.namespace, option.name]);
    const values = new Map(before.map((option) => [key(option), option]));
    for (const step of steps) {
        if (step.kind !== 'update' || step.environment.name !== side.environment)
            continue;
        for (const option of step.options)
            values.set(key(option), option);
        for (const option of step.removeOptions)
            values.delete(key(option));
    }
    return policyText([...values.values()]);
}
function sideBefore(record) {
    const { snapshot } = record;
    if (snapshot === undefined || snapshot.creation !== undefined)
        return undefined;
    const { environment, settings, instances } = snapshot.target;
    const fleet = fleetNow(instances?.instances ?? []);
    return {
        environment: environment.name,
        ...has('versionLabel', environment.versionLabel),
        ...has('platform', environment.solutionStack ?? environment.platformArn),
        ...(settings.options.length === 0 ? {} : { policy: policyText(settings.options) }),
        ...(fleet === undefined ? {} : { instances: fleet }),
        ...has('health', environment.healthStatus ?? environment.health),
    };
}
/** What the policy is at the end: certain after a success, and when everything was put back. */
function policyNow(record, before) {
    const { outcome, snapshot } = record;
    if (outcome.restored === 'yes' || outcome.state === 'unchanged')
        return before?.policy;
    if (outcome.state !== 'succeeded' || before === undefined)
        return undefined;
    const ended = record.progress.flatMap((each) => (each.type === 'step-ended' ? [each.step] : []));
    return policyAfter(ended, snapshot, before);
}
function versionNow(record, before, isSwapped) {
    const { outcome, plan, view } = record;
    if (outcome.restored === 'yes' || outcome.state === 'unchanged')
        return before?.versionLabel;
    if (outcome.sides !== undefined && !isSwapped)
        return before?.versionLabel;
    if (outcome.state === 'succeeded')
        return plan?.versionLabel ?? before?.versionLabel;
    return isSwapped ? plan?.versionLabel : view?.versionLabel;
}
/** Whether anything was asked of the service: before that, now is as before. */
function hasBegun({ progress }) {
    return progress.some((each) => each.type === 'step-started' && each.step.kind !== 'publish-version');
}
/** The evidence of a failure is older than what was put back since. */
function seenLast({ progress, instances }) {
    const seen = progress.findLast((each) => each.type === 'instances' && each.instances.length > 0);
    return seen?.type === 'instances' ? seen.instances : instances;
}
function sideNow(record, before) {
    const { outcome, plan, view } = record;
    if (!hasBegun(record) || plan === undefined || plan.operation === 'terminate')
        return undefined;
    if (outcome.sides !== undefined && outcome.sides.live === undefined)
        return undefined;
    const live = outcome.sides?.live?.name ?? before?.environment ?? plan.environment.name;
    const isSwapped = before !== undefined && live !== before.environment;
    // What was seen last is the idle side when no traffic has moved: it says nothing of the live one.
    const isSeen = outcome.sides === undefined || isSwapped;
    const fleet = isSeen ? fleetNow(seenLast(record)) : before?.instances;
    const idle = isSwapped ? record.snapshot?.target.pair?.idle : undefined;
    return {
        environment: live,
        ...has('versionLabel', versionNow(record, before, isSwapped)),
        ...has('platform', idle?.environment.solutionStack ?? idle?.environment.platformArn ?? before?.platform),
        ...has('policy', idle === undefined ? policyNow(record, before) : policyText(idle.settings.options)),
        ...(fleet === undefined ? {} : { instances: fleet }),
        ...has('health', isSeen ? view?.health : before?.health),
    };
}
function standingOf(record) {
    const before = sideBefore(record);
    const now = sideNow(record, before);
    return {
        ...(before === undefined ? {} : { before }),
        ...(now === undefined ? {} : { now }),
        ...has('idleBefore', record.snapshot?.target.pair?.idle?.environment.name),
        ...has('idleNow', record.outcome.sides?.idle?.name),
    };
}
//# sourceMappingURL=standing.js.map

/***/ }),

/***/ 10357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ summaryMarkdown)
});

// EXTERNAL MODULE: ./lib/domain/outcome.js
var domain_outcome = __webpack_require__(25772);
// EXTERNAL MODULE: ./lib/report/candidates.js
var candidates = __webpack_require__(49338);
// EXTERNAL MODULE: ./lib/report/foreign-markdown.js
var foreign_markdown = __webpack_require__(99250);
// EXTERNAL MODULE: ./lib/report/series.js
var report_series = __webpack_require__(80545);
// EXTERNAL MODULE: ./lib/report/step-words.js + 1 modules
var step_words = __webpack_require__(12840);
// EXTERNAL MODULE: ./lib/report/table.js
var report_table = __webpack_require__(68330);
// EXTERNAL MODULE: ./lib/report/timeline.js
var timeline = __webpack_require__(51451);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
;// CONCATENATED MODULE: ./lib/report/summary/page.js
/** A page of Markdown that never exceeds its limit: parts of a known size first, then lists that take what room is left. Pure. */
const encoder = new TextEncoder();
/** Size as GitHub counts it. */
const byteLength = (text) => encoder.encode(text).length;
/** Line ends and the difference between two heads. */
const SPARE = 200;
/** The lines that fit into `room` bytes, most wanted first; '' when not even one does. */
function fitRows(rows, room) {
    let left = room - byteLength(rows.head(rows.lines.length)) - byteLength(rows.foot) - SPARE;
    const shown = [];
    for (const line of rows.lines) {
        const size = byteLength(line.text) + 1;
        if (size > left)
            break;
        left -= size;
        shown.push(line);
    }
    if (shown.length === 0)
        return '';
    const ordered = [...shown].sort((one, other) => one.place - other.place).map(({ text }) => text);
    return `${rows.head(shown.length)}${ordered.join('\n')}${rows.foot}`;
}
/** The first characters of `text` that fit into `room` bytes, ending at a line's end. */
function fitLines(lines, room) {
    let left = room;
    const fitting = [];
    for (const line of lines) {
        left -= byteLength(line) + 1;
        if (left < 0)
            break;
        fitting.push(line);
    }
    return fitting;
}
/** Something folded. The title is harmless in HTML; Markdown inside needs the empty lines around it. */
function folded(title, body) {
    return body === '' ? '' : `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** Paragraphs, without the empty ones. */
const paragraphs = (...parts) => parts.filter((part) => part !== '').join('\n\n');
//# sourceMappingURL=page.js.map
;// CONCATENATED MODULE: ./lib/report/summary/chart.js
/** Values over time as a Mermaid `xychart-beta`, and the same facts as a table. Knows nothing of what the values mean. Pure. */






/** Points of a line: the axis has the width of a page. */
const POINTS = 48;
/** A chart with more lines cannot be read. */
const MOST_LINES = 5;
const MOST_CHARTS = 4;
const MOST_ROWS = 200;
/** GitHub's own colours for green, blue, orange, violet and red; older Mermaid versions that have no legend ignore nothing of it. */
const COLOURS = [
    ['🟩', '#2da44e'],
    ['🟦', '#0969da'],
    ['🟧', '#fb8f44'],
    ['🟪', '#8250df'],
    ['🟥', '#cf222e'],
];
/** Series of one unit and group belong on one chart; a chart in which nothing happens is left out. */
function chartsOf(all) {
    const charts = new Map();
    for (const series of all) {
        const { group, unit } = series;
        const key = JSON.stringify([group, unit]);
        const chart = charts.get(key) ?? { ...(group === undefined ? {} : { group }), unit, series: [] };
        charts.set(key, chart);
        if (chart.series.length < MOST_LINES)
            chart.series.push(series);
    }
    const moves = ({ points }) => points.length > 1;
    return [...charts.values()].filter(({ series }) => series.some(moves)).slice(0, MOST_CHARTS);
}
function windowOf({ series }, endedAt) {
    const from = Math.min(...series.map(({ points }) => points[0]?.at ?? endedAt));
    return { from, to: Math.max(endedAt, from + 1_000) };
}
function sampled(series, { from, to }) {
    const at = (index) => from + ((to - from) * index) / (POINTS - 1);
    return Array.from({ length: POINTS }, (_, index) => (0,report_series/* valueAt */.fK)(series, at(index)) ?? 0);
}
const number = (value) => String(Math.round(value * 100) / 100);
function chartDiagram(chart, endedAt) {
    const window = windowOf(chart, endedAt);
    const most = Math.max(1, ...chart.series.flatMap(({ points }) => points.map(({ value }) => value)));
    const palette = COLOURS.map(([, colour]) => colour).join(', ');
    return [
        '```mermaid',
        `%%{init: {"xyChart": {"width": 900, "height": 280}, "themeVariables": {"xyChart": {"plotColorPalette": "${palette}"}}}}%%`,
        'xychart-beta',
        `  x-axis "minutes" 0 --> ${number((window.to - window.from) / 60_000)}`,
        `  y-axis "${(0,foreign_markdown/* foreignMermaid */.mD)(chart.unit, 40)}" 0 --> ${number(most)}`,
        ...chart.series.map((series) => `  line [${sampled(series, window).map(number).join(', ')}]`),
        '```',
    ].join('\n');
}
/** A row for each moment at which one of the values changed. */
function chartTable(chart, endedAt) {
    const { from } = windowOf(chart, endedAt);
    const moments = [...new Set(chart.series.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
    const step = Math.ceil(moments.length / MOST_ROWS);
    const rows = moments
        .filter((_, index) => index % step === 0 || index === moments.length - 1)
        .map((at) => [
        (0,words/* timeOfDay */.rb)(at),
        (0,time/* formatDuration */.a3)(at - from),
        ...chart.series.map((series) => number((0,report_series/* valueAt */.fK)(series, at) ?? 0)),
    ]);
    const names = chart.series.map(({ name }) => (0,foreign_markdown/* foreignMarkdown */.g_)(name, 60));
    return (0,report_table/* markdownTable */.Q)([['Time (UTC)', 'After', ...names], ...rows]);
}
/** What line is what, since Mermaid draws no legend. */
const legend = ({ series }) => series.map(({ name }, index) => `${COLOURS[index]?.[0] ?? '▫️'} ${(0,foreign_markdown/* foreignProse */.gS)(name, 80)}`).join(' · ');
function chartSection(chart, endedAt) {
    const title = `${chart.unit.slice(0, 1).toUpperCase()}${chart.unit.slice(1)} over time`;
    const where = chart.group === undefined ? '' : ` on ${(0,foreign_markdown/* foreignProse */.gS)(chart.group, 60)}`;
    return paragraphs(`### ${(0,foreign_markdown/* foreignProse */.gS)(title, 80)}${where}`, legend(chart), chartDiagram(chart, endedAt), folded(`${(0,foreign_markdown/* foreignHtml */._b)(title, 80)}, as a table`, chartTable(chart, endedAt)));
}
//# sourceMappingURL=chart.js.map
// EXTERNAL MODULE: ./lib/domain/judgement.js
var judgement = __webpack_require__(17915);
// EXTERNAL MODULE: ./lib/report/decision-series.js
var decision_series = __webpack_require__(36406);
// EXTERNAL MODULE: ./lib/report/decisions.js
var decisions = __webpack_require__(79581);
;// CONCATENATED MODULE: ./lib/report/summary/decisions.js
/** Decisions about a version that had a share of the traffic: a row each, and the last one rule by rule. Pure. */








/** Of the table that is always seen, and of the folded one. */
const MOST_SHOWN = 25;
const decisions_MOST_ROWS = 150;
const LONGEST_WHY = 400;
const HEAD = [
    'Time (UTC)',
    'Step',
    'Share (measured)',
    'Old: requests, 5xx, p99',
    'New: requests, 5xx, p99',
    'Decision',
    'Why',
];
function decisionsSection(record) {
    const all = (0,decision_series/* decisionsOf */.b)(record);
    const last = all.at(-1);
    if (last === undefined)
        return '';
    const telling = all.filter((one, index) => one.result !== 'hold' || index === all.length - 1);
    const shown = telling.slice(-MOST_SHOWN);
    const rest = all.length > shown.length ? (0,report_table/* markdownTable */.Q)([HEAD, ...all.slice(-decisions_MOST_ROWS).map(row)]) : '';
    return paragraphs('### How the new version was judged', (0,report_table/* markdownTable */.Q)([HEAD, ...shown.map(row)]), folded('The last decision, rule by rule', (0,report_table/* markdownTable */.Q)([RULE_HEAD, ...last.findings.map(ruleRow)])), folded(`All ${all.length} looks`, rest));
}
const row = (one) => [
    (0,words/* timeOfDay */.rb)(one.at),
    `${one.step} of ${one.steps}`,
    `${one.weight}%${one.measuredShare === undefined ? '' : ` (${one.measuredShare.toFixed(1)}%)`}`,
    figures(one.figures.stable),
    figures(one.figures.canary),
    one.result === 'raise' && one.finding.result === 'inconclusive' ? 'passed without proof' : decisions/* DECISION_WORDS */.np[one.result],
    one.finding.result === 'pass' ? '' : (0,foreign_markdown/* foreignProse */.gS)(one.why, LONGEST_WHY),
];
function figures({ requests, errors5xx, p99 }) {
    if (requests === 0)
        return 'nothing known';
    const share = Number(((100 * errors5xx) / requests).toFixed(2));
    return `${requests.toLocaleString('en-US')}, ${share}%, ${p99 === undefined ? '–' : (0,time/* formatDuration */.a3)(p99)}`;
}
const RULE_HEAD = ['Rule', 'New', 'Old', 'Limit', 'By chance', 'Finding'];
const FINDINGS = { pass: 'passed', fail: 'worse', inconclusive: 'cannot tell' };
const ruleRow = ({ rule, canary, stable, limit, chance, threshold, finding }) => [
    rule,
    rounded(canary),
    rounded(stable),
    rounded(limit),
    chance === undefined ? '' : `${(0,judgement/* oneIn */.A)(chance)}${threshold === undefined ? '' : ` (worse from ${(0,judgement/* oneIn */.A)(threshold)})`}`,
    finding.result === 'pass' ? FINDINGS.pass : `${FINDINGS[finding.result]}: ${(0,foreign_markdown/* foreignProse */.gS)(finding.why, LONGEST_WHY)}`,
];
const rounded = (value) => (value === undefined ? '' : String(Number(value.toFixed(2))));
//# sourceMappingURL=decisions.js.map
;// CONCATENATED MODULE: ./lib/report/summary/events.js



/** Events that mattered, at most. */
const MOST = 25;
const MESSAGE = 500;
/** With more events than this, their messages are cut shorter, so that more of them fit. */
const MANY = 2_000;
const SHORT_MESSAGE = 200;
function eventsOf({ progress }) {
    return progress.flatMap((each) => (each.type === 'event-seen' ? [each.event] : []));
}
const isBad = ({ severity }) => severity === 'WARN' || severity === 'ERROR' || severity === 'FATAL';
/** Turning points among the INFO events, as the service words them (observed). Only for the eye: no verdict hangs on them. */
const TURNING_POINT = /^(Environment (update|health)|Batch \d|New application version|Rolled back|Command execution completed|Successfully|Deployment |Swapping|Completed swap|Added instance|Removed instance|(create|terminate|swap)Environment|Created Auto Scaling|Deleted Auto Scaling)/;
const matters = (event) => isBad(event) || TURNING_POINT.test(event.message);
const MARK = { WARN: '⚠️\u00a0', ERROR: '❌\u00a0', FATAL: '❌\u00a0' };
/** Rows of a table; with a column for the environment when there are several. */
class Table {
    #several;
    constructor(all) {
        this.#several = new Set(all.flatMap(({ environmentName }) => environmentName ?? [])).size > 1;
    }
    get head() {
        return ['Time (UTC)', 'Severity', ...(this.#several ? ['Environment'] : []), 'Event'];
    }
    cells(event, limit) {
        const whose = event.attribution === 'other' ? ' (another request)' : '';
        return [
            (0,words/* timeOfDay */.rb)(event.date),
            `${MARK[event.severity] ?? ''}${event.severity}`,
            ...(this.#several ? [(0,foreign_markdown/* foreignMarkdown */.g_)(event.environmentName ?? '', 60)] : []),
            `${(0,foreign_markdown/* foreignMarkdown */.g_)(event.message, limit)}${whose}`,
        ];
    }
}
/** The bad ones first, of the rest the newest; in the order of the service. */
function eventsThatMattered(all) {
    const chosen = all.filter(matters);
    if (chosen.length <= MOST)
        return chosen;
    const bad = chosen.filter(isBad).slice(-MOST);
    const rest = chosen.filter((event) => !isBad(event)).slice(-(MOST - bad.length) || chosen.length);
    const wanted = new Set(bad.length < MOST ? [...bad, ...rest] : bad);
    return chosen.filter((event) => wanted.has(event));
}
function mattered(all) {
    const shown = eventsThatMattered(all);
    if (shown.length === 0)
        return '';
    const table = new Table(all);
    return `### Events that mattered\n\n${(0,report_table/* markdownTable */.Q)([table.head, ...shown.map((event) => table.cells(event, MESSAGE))])}`;
}
/** All of them; where there is no room for all, the bad ones and the newest. */
function eventRows(all) {
    if (all.length === 0)
        return undefined;
    const limit = all.length > MANY ? SHORT_MESSAGE : MESSAGE;
    const table = new Table(all);
    const placed = all.map((event, place) => ({ event, place }));
    const wanted = [
        ...placed.filter(({ event }) => isBad(event)).reverse(),
        ...placed.filter(({ event }) => !isBad(event)).reverse(),
    ];
    return {
        head: (shown) => {
            const title = shown < all.length
                ? `${shown} of ${(0,words/* plural */.LS)(all.length, 'event')}: warnings, errors and the newest; all are in the JSON report`
                : (0,words/* plural */.LS)(all.length, 'event');
            return `<details><summary>${title}</summary>\n\n${(0,report_table/* markdownTable */.Q)([table.head])}\n`;
        },
        lines: wanted.map(({ event, place }) => ({
            place,
            get text() {
                return `| ${table.cells(event, limit).join(' | ')} |`;
            },
        })),
        foot: '\n\n</details>',
    };
}
//# sourceMappingURL=events.js.map
;// CONCATENATED MODULE: ./lib/report/summary/evidence.js
/** Why it failed: causes that the service names, log lines, and what could not be read. Pure. */


/** Log files shown at most, one for each instance. */
const MOST_LOGS = 20;
const LINES = 100;
/** Of all log lines together, in bytes. */
const ROOM = 200 * 1024;
function causes(record) {
    const found = record.outcome.evidence;
    const all = [...new Set([...(found?.environmentCauses ?? []), ...(found?.health?.causes ?? [])])];
    if (all.length === 0)
        return '';
    return `### Causes named by the service\n\n${(0,foreign_markdown/* foreignBlock */.qM)(all.join('\n'), { lines: 50 })}`;
}
function logs(record) {
    let room = ROOM;
    const shown = [];
    for (const { source, lines, truncated } of record.outcome.evidence?.logs.slice(0, MOST_LOGS) ?? []) {
        // The end of a log is where the error stands.
        const left = lines.length > LINES ? ', its last lines' : truncated ? ', shortened' : '';
        const block = `${(0,foreign_markdown/* foreignMarkdown */.g_)(source, 200)}${left}\n\n${(0,foreign_markdown/* foreignBlock */.qM)(lines.slice(-LINES).join('\n'), { lines: LINES })}`;
        room -= byteLength(block);
        if (room < 0)
            break;
        shown.push(block);
    }
    return shown.length === 0 ? '' : paragraphs('### Log lines that matter', ...shown);
}
function gaps(record) {
    const all = record.outcome.evidence?.gaps.slice(0, 20) ?? [];
    return all.length === 0 ? '' : `Could not be read:\n\n${all.map((gap) => `- ${(0,foreign_markdown/* foreignProse */.gS)(gap, 300)}`).join('\n')}`;
}
const evidence = (record) => paragraphs(causes(record), logs(record), gaps(record));
//# sourceMappingURL=evidence.js.map
// EXTERNAL MODULE: ./lib/report/links.js
var links = __webpack_require__(64503);
// EXTERNAL MODULE: ./lib/report/standing.js
var report_standing = __webpack_require__(85660);
;// CONCATENATED MODULE: ./lib/report/summary/facts.js
/** The head of the summary: the verdict in a sentence, then what was there, what is there, and how long it took. Pure. */








const MARKS = {
    unchanged: '➖',
    planned: '📝',
    started: '▶️',
    succeeded: '✅',
    failed: '❌',
    'timed-out': '⌛',
    cancelled: '🛑',
};
/** What it was about: `v2 on shop-prod`. */
function subject({ plan, settings }) {
    const where = (0,foreign_markdown/* foreignProse */.gS)(plan?.environment.name ?? settings?.environmentName ?? '', 100);
    const operation = plan?.operation ?? settings?.operation ?? 'deploy';
    const what = plan?.versionLabel === undefined ? '' : (0,foreign_markdown/* foreignProse */.gS)(plan.versionLabel, 100);
    const on = [what, where].filter((part) => part !== '').join(' on ');
    if (on === '')
        return '';
    return operation === 'deploy' ? `: ${on}` : `: ${(0,foreign_markdown/* foreignProse */.gS)(operation, 40)} ${on}`;
}
/** The verdict as a heading, and why we say so. */
function verdict(record) {
    const { state, reason, restored } = record.outcome;
    const back = (0,domain_outcome/* isFailure */.N)(state) && restored === 'yes' ? ', and put back' : '';
    return `## ${MARKS[state]} ${words/* STATE_WORDS */.I7[state]}${subject(record)}${back}\n\n${(0,foreign_markdown/* foreignProse */.gS)(reason, 2_000)}`;
}
/** Every problem, when the settings or the environment have several. */
function problems({ problems: all }) {
    if (all.length <= 1)
        return '';
    const shown = all.slice(0, 100).map(({ what, hint, input }) => {
        const at = input === undefined ? '' : `${(0,foreign_markdown/* foreignMarkdown */.g_)(input, 60)}: `;
        return `- ${at}${(0,foreign_markdown/* foreignProse */.gS)(what, 500)} ${(0,foreign_markdown/* foreignProse */.gS)(hint, 300)}`;
    });
    return [...shown, ...(all.length > 100 ? [`- … and ${all.length - 100} more`] : [])].join('\n');
}
const cell = (text) => (text === undefined ? '–' : (0,foreign_markdown/* foreignMarkdown */.g_)(text, 150));
/** Versions told one by one. */
const MOST_VERSIONS = 4;
function instancesText(fleet, wanted) {
    if (fleet === undefined)
        return '–';
    const [only] = fleet.versions;
    if (fleet.versions.length === 1 && only?.label === wanted)
        return String(fleet.count);
    const shown = fleet.versions.slice(0, MOST_VERSIONS).map(({ label, count }) => `${count} × ${cell(label)}`);
    const rest = fleet.versions.length > MOST_VERSIONS ? ', …' : '';
    return `${fleet.count}: ${shown.join(', ')}${rest}`;
}
const healthMark = {
    Ok: '🟢',
    Info: '🟢',
    Green: '🟢',
    Warning: '🟡',
    Yellow: '🟡',
    Degraded: '🔴',
    Severe: '🔴',
    Red: '🔴',
};
/** `🟢 Ok`; anything unknown is set as code. */
function healthText(health) {
    if (health === undefined)
        return '–';
    return /^[A-Z][A-Za-z]{1,11}$/.test(health) ? `${healthMark[health] ?? '⚪'}\u00a0${health}` : cell(health);
}
/** A row with nothing in it says nothing. */
const rowsOf = (rows) => rows.filter(([, before, now]) => before !== '–' || now !== '–');
/** What a deployment seldom changes is not worth reading twice. */
const unlessSame = (title, before, now) => [
    title,
    cell(before),
    before !== undefined && before === now ? 'the same' : cell(now),
];
function sideRows(before, now, standing) {
    const pair = standing.idleBefore !== undefined || standing.idleNow !== undefined;
    return rowsOf([
        ...(pair
            ? [
                ['Live', cell(before?.environment), cell(now?.environment)],
                ['Idle', cell(standing.idleBefore), cell(now === undefined ? undefined : standing.idleNow)],
            ]
            : []),
        ['Version', cell(before?.versionLabel), cell(now?.versionLabel)],
        [
            'Instances',
            instancesText(before?.instances, before?.versionLabel),
            instancesText(now?.instances, now?.versionLabel),
        ],
        ['Health', healthText(before?.health), healthText(now?.health)],
        unlessSame('Deployment policy', before?.policy, now?.policy),
        unlessSame('Platform', before?.platform, now?.platform),
    ]);
}
/** A dry run knows what would be there. */
function planned({ plan, snapshot }, before) {
    if (plan === undefined)
        return undefined;
    const label = plan.versionLabel ?? before?.versionLabel;
    const isPair = snapshot?.target.pair !== undefined;
    const policy = before === undefined || isPair ? undefined : (0,report_standing/* policyAfter */.ro)(plan.steps, snapshot, before);
    return {
        environment: plan.environment.name,
        ...(label === undefined ? {} : { versionLabel: label }),
        ...(before?.platform === undefined ? {} : { platform: before.platform }),
        ...(policy === undefined ? {} : { policy }),
    };
}
function duration({ plan, startedAt, endedAt }) {
    const forecast = plan?.steps.length === 0 ? undefined : plan?.forecast;
    const expected = forecast === undefined
        ? '–'
        : `${forecast.durationBasis === 'learned' ? 'usually' : 'about'} ${(0,words/* roughly */.vB)(forecast.duration)} expected`;
    return ['Duration', expected, (0,time/* formatDuration */.a3)(endedAt - startedAt)];
}
/** Three columns: what, before, now. */
function standingTable(record) {
    const standing = (0,report_standing/* standingOf */.YP)(record);
    const isPlan = record.outcome.state === 'planned';
    const now = isPlan ? planned(record, standing.before) : standing.now;
    const rows = sideRows(standing.before, now, standing);
    if (rows.length === 0)
        return '';
    const head = ['', 'Before', isPlan ? 'Planned' : 'Now'];
    return (0,report_table/* markdownTable */.Q)([head, ...rows, ...(isPlan ? [] : [duration(record)])]);
}
/** Where, how, and how sure. */
function context(record, run) {
    const { settings, plan, snapshot, outcome } = record;
    const environment = snapshot?.target.environment;
    const where = environment?.name ?? settings?.environmentName;
    const console = environment === undefined || settings === undefined ? undefined : (0,links/* consoleUrl */.B9)(settings.region, environment.id);
    const isProven = outcome.state === 'succeeded' || (outcome.state === 'unchanged' && outcome.proof !== 'none');
    const repository = (0,links/* repositoryUrl */.Ek)(run);
    const commit = run.commit !== undefined && /^[0-9a-f]{7,64}$/.test(run.commit) ? run.commit : undefined;
    return [
        ...(where === undefined ? [] : [`Environment ${(0,foreign_markdown/* foreignMarkdown */.g_)(where, 100)}`]),
        ...(settings === undefined ? [] : [(0,foreign_markdown/* foreignMarkdown */.g_)(settings.region, 40)]),
        ...(plan === undefined ? [] : [`strategy ${(0,foreign_markdown/* foreignMarkdown */.g_)(plan.strategy, 60)}`]),
        ...(commit === undefined || repository === undefined
            ? []
            : [`commit [\`${commit.slice(0, 7)}\`](${repository}/commit/${commit})`]),
        ...(isProven ? [`proof: ${(0,words/* proofWords */.GF)(outcome)}`] : []),
        ...(record.apiCalls === 0 ? [] : [(0,words/* plural */.LS)(record.apiCalls, 'API call')]),
        ...(console === undefined ? [] : [`[AWS console](${console})`]),
    ].join(' · ');
}
function head(record, run) {
    const { outcome } = record;
    // The reason has said it; the one case that needs somebody at once is said again.
    const restored = outcome.restored === 'failed' ? (0,words/* restoredWords */.I9)(outcome) : undefined;
    const running = outcome.stillRunning.slice(0, 20).map((line) => `- ${(0,foreign_markdown/* foreignProse */.gS)(line, 300)}`);
    return paragraphs(verdict(record), problems(record), restored === undefined ? '' : `**${restored}**`, standingTable(record), running.length === 0 ? '' : `Still running:\n\n${running.join('\n')}`, context(record, run));
}
//# sourceMappingURL=facts.js.map
;// CONCATENATED MODULE: ./lib/report/summary/gantt.js
/** Phases and batches of a run as a Mermaid `gantt`, and the same facts as a table. Pure. */





/** Bars of batches drawn in all; with more, neighbours share one. A Mermaid text may have 50 000 characters. */
const MOST_BATCHES = 40;
const MOST_PHASES = 60;
/** Shorter ones cannot be seen; a `gantt` counts whole seconds here. */
const SHORTEST = (0,time/* seconds */.YA)(1);
/** Written without a zone and shown as written, so that every reader sees UTC, as the events are dated. */
const moment = (at) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const TAGS = { done: 'done', failed: 'crit', stopped: 'active' };
/** Neighbouring batches in groups of `size`. */
function batchBars(batches, size) {
    const bars = [];
    for (let at = 0; at < batches.length; at += size) {
        const group = batches.slice(at, at + size);
        const [first] = group;
        const last = group.at(-1);
        if (first === undefined || last === undefined)
            continue;
        const numbers = first === last ? `Batch ${first.number}` : `Batches ${first.number} to ${last.number}`;
        const total = last.total === undefined ? '' : ` of ${last.total}`;
        bars.push({ label: `${numbers}${total}`, tag: 'active', startedAt: first.startedAt, endedAt: last.endedAt });
    }
    return bars;
}
function line({ label, tag, startedAt, endedAt }) {
    const end = Math.max(endedAt, startedAt + SHORTEST);
    return `  ${label} :${tag}, ${moment(startedAt)}, ${moment(end)}`;
}
/** Only environments that differ are worth a section of their own. */
function sectionOf({ direction, environment }, isPair) {
    const where = isPair && environment !== undefined ? ` ${(0,foreign_markdown/* foreignMermaid */.mD)(environment, 40)}` : '';
    return direction === 'back' ? `Way back${where}` : where === '' ? 'Rollout' : `Side${where}`;
}
/** Phases long enough to be seen, with their numbers in the table; what has failed is always drawn. */
function drawn(phases) {
    const span = Math.max(...phases.map(({ endedAt }) => endedAt)) - Math.min(...phases.map((phase) => phase.startedAt));
    return phases
        .map((phase, index) => [phase, index])
        .filter(([{ startedAt, endedAt, end }]) => endedAt - startedAt >= span / 100 || end !== 'done')
        .slice(0, MOST_PHASES);
}
const isBatched = ({ batches }) => batches.length > 1 || (batches[0]?.total ?? 1) > 1;
function ganttDiagram(phases) {
    const numbered = drawn(phases);
    const shown = numbered.map(([phase]) => phase);
    const size = Math.max(1, Math.ceil(shown.reduce((sum, { batches }) => sum + batches.length, 0) / MOST_BATCHES));
    const isPair = new Set(shown.flatMap(({ environment }) => environment ?? [])).size > 1;
    const lines = [];
    let section = '';
    for (const [phase, index] of numbered) {
        const its = phase.kind === 'before' ? section || 'Rollout' : sectionOf(phase, isPair);
        if (its !== section)
            lines.push(`  section ${its}`);
        section = its;
        const label = `${index + 1} ${(0,foreign_markdown/* foreignMermaid */.mD)(phase.title, 60)}`;
        lines.push(line({ ...phase, label, tag: TAGS[phase.end] }));
        if (isBatched(phase))
            lines.push(...batchBars(phase.batches, size).map(line));
    }
    return [
        '```mermaid',
        'gantt',
        '  dateFormat YYYY-MM-DD HH:mm:ss',
        '  axisFormat %H:%M:%S',
        '  todayMarker off',
        ...lines,
        '```',
    ].join('\n');
}
const ENDS = { done: 'done', failed: 'failed', stopped: 'stopped' };
/** The same as a table, batches told one by one. */
function phaseTable(phases) {
    const rows = phases
        .slice(0, MOST_PHASES)
        .flatMap((phase, index) => [
        [
            String(index + 1),
            `${phase.direction === 'back' ? 'Way back: ' : ''}${(0,foreign_markdown/* foreignProse */.gS)(phase.title, 200)}`,
            (0,words/* timeOfDay */.rb)(phase.startedAt),
            (0,time/* formatDuration */.a3)(phase.endedAt - phase.startedAt),
            ENDS[phase.end],
        ],
        ...(isBatched(phase) ? phase.batches.slice(0, 500) : []).map((batch) => [
            '',
            `Batch ${batch.number}${batch.total === undefined ? '' : ` of ${batch.total}`}`,
            (0,words/* timeOfDay */.rb)(batch.startedAt),
            (0,time/* formatDuration */.a3)(batch.endedAt - batch.startedAt),
            '',
        ]),
    ]);
    return (0,report_table/* markdownTable */.Q)([['', 'Phase', 'From (UTC)', 'Took', 'End'], ...rows]);
}
/** Nothing for a run that has only looked. */
function phasesSection(phases) {
    if (phases.length < 2)
        return '';
    return paragraphs('### Phases', ganttDiagram(phases), folded('Phases as a table', phaseTable(phases)));
}
/** Of a plan that has not been carried out: its steps, in words. */
const stepsText = (titles) => titles
    .slice(0, MOST_PHASES)
    .map((title, index) => `${index + 1}. ${(0,foreign_markdown/* foreignProse */.gS)(title, 200)}`)
    .join('\n');
//# sourceMappingURL=gantt.js.map
;// CONCATENATED MODULE: ./lib/report/summary/instances.js



/** Causes of one instance, in characters. */
const CAUSES = 400;
function isAsWanted({ status, deployment, causes }, wanted) {
    if (status !== 'Ok' && status !== 'Info')
        return false;
    return causes.length === 0 && (wanted === undefined || deployment?.versionLabel === wanted);
}
function instances_row({ id, status, causes, deployment }) {
    const cells = [
        (0,foreign_markdown/* foreignMarkdown */.g_)(id, 40),
        (0,foreign_markdown/* foreignMarkdown */.g_)(deployment?.versionLabel ?? '', 100),
        deployment?.id === undefined ? '–' : String(deployment.id),
        deployment?.status ?? '–',
        healthText(status),
        (0,foreign_markdown/* foreignMarkdown */.g_)(causes.join('; '), CAUSES),
    ];
    return `| ${cells.join(' | ')} |`;
}
const instances_HEAD = '| Instance | Runs | Deployment | State | Health | Causes |\n| --- | --- | --- | --- | --- | --- |\n';
/** `isOpen`: not folded away. */
function instanceRows(record, isOpen) {
    const { instances, plan } = record;
    if (instances.length === 0 || record.outcome.state === 'planned')
        return undefined;
    const wanted = plan?.versionLabel;
    const odd = instances.filter((one) => !isAsWanted(one, wanted));
    const fine = instances.filter((one) => isAsWanted(one, wanted));
    const what = (0,words/* instancesTitle */.p3)(record.outcome);
    const lines = [...odd, ...fine].map((one, place) => ({ text: instances_row(one), place }));
    const more = (shown) => shown < lines.length ? ` (${shown} of ${(0,words/* plural */.LS)(lines.length, 'instance')}; the rest is in the JSON report)` : '';
    return isOpen
        ? { head: (shown) => `### ${what}${more(shown)}\n\n${instances_HEAD}`, lines, foot: '' }
        : {
            head: (shown) => `<details><summary>${what}${more(shown)}</summary>\n\n${instances_HEAD}`,
            lines,
            foot: '\n\n</details>',
        };
}
//# sourceMappingURL=instances.js.map
// EXTERNAL MODULE: ./lib/domain/standing.js
var standing = __webpack_require__(86634);
// EXTERNAL MODULE: ./lib/report/rollback-workflow.js
var rollback_workflow = __webpack_require__(40240);
;// CONCATENATED MODULE: ./lib/report/summary/next.js
/** What to do next: the hint, the page about the problem, the environment in the console, the button that rolls back. Pure. */






/** Addresses are made of checked parts only; what is no address (the action is a local one) is a file's name. */
const next_link = (title, page) => page.startsWith('https://') || page.startsWith('http://')
    ? `[${title}](${page})`
    : `${title}: ${(0,foreign_markdown/* foreignMarkdown */.g_)(page, 200)}`;
function hints({ problems, outcome }) {
    if (problems.length > 1)
        return [];
    const problem = problems[0] ?? outcome.problem;
    return problem === undefined ? [] : [(0,foreign_markdown/* foreignProse */.gS)(problem.hint, 500)];
}
function pages({ problems, outcome }, run) {
    const all = problems.length > 0 ? problems : [outcome.problem].filter((problem) => problem !== undefined);
    const codes = [...new Set(all.map(({ code }) => code))].slice(0, 5);
    return codes.map((code) => next_link(`About ${(0,foreign_markdown/* foreignMarkdown */.g_)(code, 60)}`, (0,links/* errorPage */.Wr)(code, run)));
}
/** The label to go back to: what ran before, when it no longer does. */
function former(record) {
    const { snapshot, outcome, plan } = record;
    const before = snapshot === undefined ? undefined : (0,standing/* labelBefore */.kK)(snapshot, plan?.versionLabel);
    const isUntouched = outcome.restored === 'yes' || (outcome.state === 'failed' && outcome.restored === 'not-needed');
    return isUntouched || before === plan?.versionLabel ? undefined : before;
}
/** For a run that has put another version there, or may have. */
function wayBack(record, run) {
    const { plan, outcome, rollbackWorkflow: workflow } = record;
    const isChanged = outcome.state === 'succeeded' || outcome.state === 'started' || (0,domain_outcome/* isFailure */.N)(outcome.state);
    const version = former(record);
    if (plan === undefined || !isChanged || version === undefined || plan.operation === 'terminate')
        return [];
    const back = `Back to ${(0,foreign_markdown/* foreignMarkdown */.g_)((0,words/* name */.UU)(version))}`;
    if (workflow === undefined)
        return [`${back}: ${next_link('how to roll back', (0,links/* documentPage */.L8)('docs/rollback.md', run))}`];
    const page = (0,rollback_workflow/* rollbackPage */.Ol)(workflow, run);
    const command = (0,rollback_workflow/* rollbackCommand */.Ct)(workflow, { version, environment: plan.environment.name }, run);
    const button = page === undefined ? (0,foreign_markdown/* foreignMarkdown */.g_)(workflow.file) : `[${workflow.file.replace(/[_~*]/g, '\\$&')}](${page})`;
    return [
        command === undefined ? `${back}: ${button}` : `${back}: ${button}, or\n\n  \`\`\`sh\n  ${command}\n  \`\`\``,
    ];
}
function next(record, run) {
    const { outcome, snapshot, settings } = record;
    const failed = (0,domain_outcome/* isFailure */.N)(outcome.state);
    const id = snapshot?.target.environment.id;
    const console = !failed || id === undefined || settings === undefined ? undefined : (0,links/* consoleUrl */.B9)(settings.region, id);
    const items = [
        ...(failed ? [...hints(record), ...pages(record, run)] : []),
        ...(console === undefined ? [] : [`[The environment in the AWS console](${console})`]),
        ...wayBack(record, run),
    ];
    if (items.length === 0)
        return '';
    const list = items.map((item) => `- ${item}`).join('\n');
    return failed ? `### What to do next\n\n${list}` : `### Way back\n\n${list}`;
}
//# sourceMappingURL=next.js.map
;// CONCATENATED MODULE: ./lib/report/summary/summary.js
/**
 * The job summary: verdict, facts, what to do next, evidence, phases, charts, instances, events. Never larger than its
 * limit: everything but instances and events has a bounded size, and those two lists take what room is left. Pure.
 */

















/** GitHub refuses a step summary above 1 MiB; the rest is room for other writers of the same step. */
const LIMIT_BYTES = 900 * 1024;
/** Of what is left, instances take at most so much, so that there are events too. */
const INSTANCES_SHARE = 0.4;
function summary_candidates({ progress }) {
    const told = progress.findLast((each) => each.type === 'candidates');
    return told?.type === 'candidates' ? (0,candidates/* candidatesMarkdown */.QK)(told.candidates.slice(0, 100)) : '';
}
/** Of a dry run, whose product it is. */
function comparison({ outcome, plan, comparison: refused, settings }) {
    const forecasts = refused ?? (outcome.state === 'planned' ? plan?.comparison : undefined) ?? [];
    if (forecasts.length === 0)
        return '';
    const [heads = [], ...rows] = (0,words/* forecastRows */.hm)(forecasts.slice(0, 50), settings?.strategy.name ?? '');
    const cells = rows.map((row) => row.map((cell, column) => (column === 0 ? strategyCell(cell) : plainCell(cell))));
    return `### Every strategy for this environment\n\n${(0,report_table/* markdownTable */.Q)([heads, ...cells])}\n\n~ estimated from typical values, not learned from this environment`;
}
const strategyCell = (cell) => cell.startsWith('▸') ? `**▸** ${(0,foreign_markdown/* foreignMarkdown */.g_)(cell.slice(1))}` : (0,foreign_markdown/* foreignMarkdown */.g_)(cell);
/** Sentences read better without code. `~` twice would strike text out. */
const plainCell = (cell) => cell.startsWith('~') ? `\\~${(0,foreign_markdown/* foreignProse */.gS)(cell.slice(1), 100)}` : (0,foreign_markdown/* foreignProse */.gS)(cell, 300);
function plannedSteps({ outcome, plan }) {
    if (outcome.state !== 'planned' || plan === undefined || plan.steps.length === 0)
        return '';
    const warnings = plan.warnings.slice(0, 20).map((text) => `- ⚠️ ${(0,foreign_markdown/* foreignProse */.gS)(text, 500)}`);
    return paragraphs('### The plan', stepsText(plan.steps.map(step_words/* stepTitle */.F)), warnings.join('\n'));
}
function story(record) {
    const charts = chartsOf((0,report_series/* seriesOf */.Lf)(record)).map((chart) => chartSection(chart, record.endedAt));
    return paragraphs(decisionsSection(record), phasesSection((0,timeline/* timelineOf */.h)(record)), ...charts);
}
/** Everything of a bounded size; without the charts when even that is too much. */
function fixed(record, run, limit) {
    const failed = (0,domain_outcome/* isFailure */.N)(record.outcome.state);
    const first = paragraphs(head(record, run), failed ? next(record, run) : '');
    const why = failed ? evidence(record) : '';
    const events = failed ? mattered(eventsOf(record)) : '';
    const plan = paragraphs(summary_candidates(record), plannedSteps(record), comparison(record));
    const whole = paragraphs(first, plan, why, story(record), events, failed ? '' : next(record, run));
    const shorter = [() => whole, () => paragraphs(first, why, events), () => first, () => verdict(record)];
    for (const text of shorter)
        if (byteLength(text()) <= limit)
            return text();
    return '';
}
/** The summary as Markdown, below `limit` bytes. */
function summaryMarkdown(record, run, limit = LIMIT_BYTES) {
    let page = fixed(record, run, limit - 2);
    const append = (rows, share) => {
        if (rows === undefined)
            return;
        const text = fitRows(rows, (limit - byteLength(page) - 4) * share);
        if (text !== '')
            page = `${page}\n\n${text}`;
    };
    append(instanceRows(record, (0,domain_outcome/* isFailure */.N)(record.outcome.state)), INSTANCES_SHARE);
    append(eventRows(eventsOf(record)), 1);
    return `${page}\n`;
}
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 51451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ timelineOf),
/* harmony export */   p: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var _step_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12840);
/** When what went on: the phases of a run, and the batches within them, from what was said on the way. Pure. */

const PHASE_ENDS = {
    done: 'done',
    'not-awaited': 'done',
    failed: 'failed',
    'timed-out': 'failed',
};
/** The environment that a step is about; `undefined` for those that are about none, or two. */
function environmentOf(step) {
    return 'environment' in step ? step.environment.name : undefined;
}
/** Phases in the order in which they began. */
function timelineOf(record) {
    const walk = new Walk(record);
    for (const progress of record.progress)
        walk.hear(progress);
    return walk.end();
}
class Walk {
    #record;
    #phases = [];
    #open;
    #direction = 'there';
    #lastIndex = -1;
    constructor(record) {
        this.#record = record;
    }
    hear(progress) {
        if (progress.type === 'step-started')
            this.#begin(progress.step, progress.index, progress.at);
        else if (progress.type === 'step-ended')
            this.#close(progress.at, PHASE_ENDS[progress.end]);
        else if (progress.type === 'view' && this.#open !== undefined)
            this.#look(this.#open, progress);
    }
    #begin(step, index, at) {
        if (this.#phases.length === 0 && this.#open === undefined)
            this.#before(at);
        this.#close(at, 'stopped');
        // The way back counts its steps from the beginning.
        if (index <= this.#lastIndex)
            this.#direction = 'back';
        this.#lastIndex = index;
        this.#open = { step, direction: this.#direction, startedAt: at, batches: [] };
    }
    #before(until) {
        const { startedAt } = this.#record;
        const title = 'Look, check and plan';
        this.#phases.push({
            title,
            kind: 'before',
            direction: 'there',
            startedAt,
            endedAt: until,
            end: 'done',
            batches: [],
        });
    }
    #look(open, { at, view }) {
        const last = open.batches.at(-1);
        const now = view.status === 'Ready' ? undefined : view.batch;
        const isNew = now !== undefined && now.current > (last?.number ?? 0);
        if (last !== undefined && (now === undefined || isNew))
            last.endedAt ??= at;
        if (isNew)
            open.batches.push({ number: now.current, startedAt: last?.endedAt ?? at });
        const newest = open.batches.at(-1);
        if (newest !== undefined && now?.total !== undefined)
            newest.total = now.total;
    }
    #close(at, end) {
        const open = this.#open;
        if (open === undefined)
            return;
        const environment = environmentOf(open.step);
        this.#phases.push({
            title: (0,_step_words_js__WEBPACK_IMPORTED_MODULE_0__/* .stepTitle */ .F)(open.step),
            kind: open.step.kind,
            direction: open.direction,
            ...(environment === undefined ? {} : { environment }),
            startedAt: open.startedAt,
            endedAt: at,
            end,
            batches: open.batches.map((batch) => ({ ...batch, endedAt: batch.endedAt ?? at })),
        });
        this.#open = undefined;
    }
    end() {
        this.#close(this.#record.endedAt, 'stopped');
        return this.#phases;
    }
}
//# sourceMappingURL=timeline.js.map

/***/ })

};

//# sourceMappingURL=6747.index.js.map