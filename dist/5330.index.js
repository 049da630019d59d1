export const id = 5330;
export const ids = [5330];
export const modules = {

/***/ 45330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aftermathLines: () => (/* binding */ aftermathLines),
/* harmony export */   aftermathSummary: () => (/* binding */ aftermathSummary),
/* harmony export */   withAftermath: () => (/* binding */ withAftermath)
/* harmony export */ });
/* unused harmony export aftermathSentence */
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73071);
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3646);
/* harmony import */ var _foreign_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99250);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97406);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64503);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68330);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58191);







/** The state of things in a sentence. */
function aftermathSentence(stopped, found) {
    const who = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .name */ .UU)(stopped.environmentName);
    const { environment, gap } = found;
    if (environment === undefined)
        return `What ${who} runs now is not known: ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(gap ?? 'no answer')}`;
    const runs = environment.versionLabel === undefined ? 'no version' : (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .name */ .UU)(environment.versionLabel);
    const health = environment.healthStatus ?? environment.health;
    const after = found.waited >= 1_000 ? ` after ${(0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(found.waited)}` : '';
    if (environment.status === 'Ready')
        return `${who} is Ready${after} and runs ${runs}; its health is ${health}.`;
    return `${who} is still ${environment.status}${after}; it names ${runs}, its health is ${health}.`;
}
function aftermathLines(stopped, found) {
    const console = (0,_links_js__WEBPACK_IMPORTED_MODULE_5__/* .consoleUrl */ .B9)(stopped.region, stopped.environmentId);
    const lines = [
        aftermathSentence(stopped, found),
        ...(found.instances.length === 0 ? [] : (0,_table_js__WEBPACK_IMPORTED_MODULE_6__/* .textTable */ .e)((0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .instanceRows */ .pH)(found.instances))),
        ...(found.environment !== undefined && found.gap !== undefined
            ? [`Last failed look: ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(found.gap)}`]
            : []),
        ...(console === undefined ? [] : [`The environment in the AWS console: ${console}`]),
        `Everything that was seen: ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(stopped.reportPath)}`,
    ];
    return lines.map(_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutCommands */ .Df);
}
function aftermathSummary(stopped, found) {
    const [head = [], ...rows] = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .instanceRows */ .pH)(found.instances.slice(0, 200));
    const table = rows.length === 0
        ? ''
        : `\n\n${(0,_table_js__WEBPACK_IMPORTED_MODULE_6__/* .markdownTable */ .Q)([head, ...rows.map((row) => row.map((cell) => (0,_foreign_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignMarkdown */ .g_)(cell)))])}`;
    return `## 🛑 Beanstalk Rollout, after it was stopped\n\n${(0,_foreign_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignMarkdown */ .g_)(aftermathSentence(stopped, found), 600)}${table}\n`;
}
/** What the post phase found, added to a report; `undefined` when the text is not a report. */
function withAftermath(text, aftermath) {
    let report;
    try {
        report = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (typeof report !== 'object' || report === null || Array.isArray(report))
        return undefined;
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .printableJson */ .et)({ ...report, aftermath });
}
//# sourceMappingURL=aftermath.js.map

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

//# sourceMappingURL=5330.index.js.map