export const id = 4265;
export const ids = [4265];
export const modules = {

/***/ 44443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ endingLines),
/* harmony export */   kc: () => (/* binding */ errorText)
/* harmony export */ });
/* unused harmony exports instanceLines, nextLines */
/* harmony import */ var _domain_outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25772);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73071);
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3646);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64503);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68330);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58191);
/** The end of the log: verdict, what each instance runs, causes, log lines, what still runs, what to do next. Pure. */






/** Instances shown one by one; with more, those that are as they should be are only counted. */
const MOST_INSTANCES = 30;
function section(title, lines) {
    return lines.length === 0 ? [] : ['', title, ...lines];
}
/** What each instance runs; of many instances only those that differ from the majority. */
function instanceLines(record) {
    const { instances } = record;
    if (instances.length <= MOST_INSTANCES)
        return instances.length === 0 ? [] : (0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .textTable */ .e)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .instanceRows */ .pH)(instances));
    const wanted = record.plan?.versionLabel;
    const odd = instances.filter(({ status, deployment }) => (status !== 'Ok' && status !== 'Info') || deployment?.versionLabel !== wanted);
    const shown = odd.slice(0, MOST_INSTANCES);
    return [...(0,_table_js__WEBPACK_IMPORTED_MODULE_3__/* .textTable */ .e)((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .instanceRows */ .pH)(shown)), `  … and ${instances.length - shown.length} more`];
}
function logLines(evidence) {
    return (evidence?.logs ?? []).flatMap(({ source, lines, truncated }) => [
        `  ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(source, 200)}${truncated ? ' (shortened)' : ''}`,
        ...(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignLines */ .Y0)(lines.join('\n'), { lines: 80 }).map((line) => `  ${line}`),
    ]);
}
/** What to do next, with the addresses that help. */
function nextLines(record, run) {
    const problems = record.problems.length > 0 ? record.problems : [record.outcome.problem].filter((it) => it !== undefined);
    // The hints of several problems stand right behind each of them.
    const hints = problems.length === 1 ? problems.map(({ hint }) => `  ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(hint, 500)}`) : [];
    const codes = [...new Set(problems.map(({ code }) => (0,_links_js__WEBPACK_IMPORTED_MODULE_4__/* .errorPage */ .Wr)(code, run)))];
    const id = record.snapshot?.target.environment.id;
    const region = record.settings?.region;
    const console = id === undefined || region === undefined ? undefined : (0,_links_js__WEBPACK_IMPORTED_MODULE_4__/* .consoleUrl */ .B9)(region, id);
    return [
        ...hints,
        ...codes.slice(0, 3).map((page) => `  About this error: ${page}`),
        ...(console === undefined ? [] : [`  The environment in the AWS console: ${console}`]),
        ...(record.reportPath === undefined ? [] : [`  Everything that was seen: ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(record.reportPath)}`]),
    ];
}
function evidenceLines(record) {
    const { outcome } = record;
    const { evidence } = outcome;
    const causes = [...(evidence?.environmentCauses ?? []), ...(evidence?.health?.causes ?? [])];
    return [
        ...section((0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .instancesTitle */ .p3)(outcome), instanceLines(record)),
        ...section('Causes named by the service', [...new Set(causes)].flatMap((cause) => (0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignLines */ .Y0)(cause, { lines: 5 }))),
        ...section('Log lines that matter', logLines(evidence)),
        ...section('Could not be read', (evidence?.gaps ?? []).map((gap) => `  ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(gap)}`)),
    ];
}
/** Everything after the verdict's own sentence. */
function endingLines(record, run) {
    const { outcome, problems } = record;
    const cost = `Took ${(0,_domain_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(record.endedAt - record.startedAt)}, ${record.apiCalls} API calls.`;
    if (!(0,_domain_outcome_js__WEBPACK_IMPORTED_MODULE_5__/* .isFailure */ .N)(outcome.state)) {
        const isProven = outcome.state === 'succeeded' || (outcome.state === 'unchanged' && outcome.proof !== 'none');
        const proof = isProven ? [`Proof: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .proofWords */ .GF)(outcome)}.`] : [];
        const running = outcome.stillRunning.map((line) => `  ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(line)}`);
        return [...proof, ...section('Still running', running), cost];
    }
    // A run that was stopped tells below what becomes of its update.
    const restored = outcome.state === 'cancelled' ? undefined : (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .restoredWords */ .I9)(outcome);
    return [
        ...section('Problems', problems.length > 1 ? problems.flatMap(_words_js__WEBPACK_IMPORTED_MODULE_2__/* .problemLines */ .pb).map((line) => `  ${line}`) : []),
        ...(restored === undefined ? [] : [restored]),
        ...evidenceLines(record),
        ...section('Still running', outcome.stillRunning.map((line) => `  ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(line)}`)),
        ...section('What to do next', nextLines(record, run)),
        '',
        cost,
    ];
}
/** Characters of a list in an annotation; the runner cuts a message at 4096. */
const ANNOTATION_LIST = 3_500;
function withinAnnotation(lines) {
    let length = 0;
    const fitting = lines.filter((line) => {
        length += line.length + 1;
        return length <= ANNOTATION_LIST;
    });
    const more = lines.length - fitting.length;
    return more === 0 ? fitting : [...fitting, `- … and ${more} more in the log`];
}
/** The text of the one error annotation: the verdict, and every problem when there are several. */
function errorText(record) {
    const { outcome, problems } = record;
    if (problems.length > 1) {
        const list = problems.map(({ what, hint }) => `- ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(what, 300)} ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(hint, 200)}`);
        return [(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .headline */ .Pl)(outcome), ...withinAnnotation(list)].join('\n');
    }
    const hint = outcome.problem === undefined ? '' : ` ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(outcome.problem.hint, 500)}`;
    const error = lastError(outcome.evidence);
    const log = error === undefined ? '' : `\nThe last error in the log: ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignText */ .qk)(error, 500)}`;
    return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .headline */ .Pl)(outcome)}${hint}${log}`;
}
/** The line of the instances' logs that most probably names the cause. */
function lastError(evidence) {
    const lines = (evidence?.logs ?? []).flatMap((log) => log.lines.slice(-200));
    return lines.findLast((line) => /\b(error|fatal|exception|panic)\b/i.test(line));
}
//# sourceMappingURL=ending.js.map

/***/ }),

/***/ 24265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Log: () => (/* binding */ Log)
});

// EXTERNAL MODULE: ./lib/domain/outcome.js
var outcome = __webpack_require__(25772);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
// EXTERNAL MODULE: ./lib/report/candidates.js
var candidates = __webpack_require__(49338);
// EXTERNAL MODULE: ./lib/report/decisions.js
var decisions = __webpack_require__(79581);
// EXTERNAL MODULE: ./lib/report/ending.js
var ending = __webpack_require__(44443);
// EXTERNAL MODULE: ./lib/report/foreign.js
var foreign = __webpack_require__(3646);
// EXTERNAL MODULE: ./lib/report/secrets.js
var secrets = __webpack_require__(70867);
// EXTERNAL MODULE: ./lib/report/step-words.js + 1 modules
var step_words = __webpack_require__(12840);
// EXTERNAL MODULE: ./lib/report/table.js
var table = __webpack_require__(68330);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(58191);
;// CONCATENATED MODULE: ./lib/report/plan-text.js






const DOWNTIME = {
    none: 'no downtime',
    seconds: 'some seconds of downtime',
    unknown: 'downtime unknown',
};
/** The plan in a sentence. */
function planSentence(plan) {
    if (plan.operation === 'terminate') {
        return `Plan: terminate ${(0,words/* name */.UU)(plan.environment.name)} (${(0,words/* name */.UU)(plan.environment.id)}), about ${(0,time/* formatDuration */.a3)(plan.forecast.duration)}`;
    }
    const what = plan.versionLabel === undefined ? 'configuration' : (0,words/* name */.UU)(plan.versionLabel);
    const target = `${what} to ${(0,words/* name */.UU)(plan.environment.name)}`;
    if (plan.unchanged !== undefined)
        return `Nothing to do for ${target}: ${(0,foreign/* foreignText */.qk)(plan.unchanged)}`;
    const { forecast } = plan;
    const parts = [
        `${(0,words/* name */.UU)(plan.strategy)}, ${(0,words/* plural */.LS)(plan.steps.length, 'step')}`,
        `${forecast.durationBasis === 'learned' ? 'usually' : 'about'} ${(0,words/* roughly */.vB)(forecast.duration)}`,
        `${forecast.lowestCapacity === 0 ? 'down to' : 'never below'} ${forecast.lowestCapacity} of ${(0,words/* plural */.LS)(forecast.capacity, 'instance')}`,
        DOWNTIME[forecast.downtime],
    ];
    return `Plan for ${target}: ${parts.join(' · ')}`;
}
function optionLines(step) {
    if (step.kind === 'run-command')
        return [`       ${(0,foreign/* foreignText */.qk)(step.command, 200)}`];
    if (step.kind !== 'update')
        return [];
    const set = (0,secrets/* shownOptions */.O4)(step.options).map((option) => `       ${(0,words/* name */.UU)(option.namespace)} ${(0,words/* name */.UU)(option.name)} = ${(0,foreign/* foreignText */.qk)(option.value, 120)}`);
    const removed = step.removeOptions.map((option) => `       ${(0,words/* name */.UU)(option.namespace)} ${(0,words/* name */.UU)(option.name)} removed`);
    return [...set, ...removed];
}
/** Facts of a plan as label and text, for a log and for a page. */
function planFacts(plan) {
    const { forecast } = plan;
    const extra = forecast.extraInstances === 0
        ? 'none'
        : `${(0,words/* plural */.LS)(forecast.extraInstances, 'instance')}, ${forecast.extraInstanceHours.toFixed(2)} instance-hours`;
    return [
        [
            'duration',
            `${(0,words/* roughly */.vB)(forecast.duration)} (${forecast.durationBasis === 'learned' ? 'learned from this environment' : 'estimated'})`,
        ],
        ['gives up after', (0,time/* formatDuration */.a3)(plan.timeout)],
        ['lowest capacity', `${forecast.lowestCapacity} of ${(0,words/* plural */.LS)(forecast.capacity, 'instance')}`],
        ['extra capacity', extra],
        ['downtime', forecast.downtime === 'seconds' ? 'some seconds' : forecast.downtime],
        ['versions side by side', forecast.versionsSideBySide ? 'yes, for a while' : 'no'],
        ['way back', (0,foreign/* foreignText */.qk)(forecast.wayBack, 300)],
        ...(plan.prune === undefined ? [] : [['deleted afterwards', pruned(plan.prune)]]),
    ];
}
const pruned = (labels) => labels.length === 0 ? 'no version' : (0,foreign/* foreignText */.qk)(`${labels.length}: ${labels.join(', ')}`, 300);
/** The plan in full: steps with their options, then what it costs. */
function planLines(plan) {
    const steps = plan.steps.flatMap((step, index) => [`  ${index + 1}. ${(0,step_words/* stepTitle */.F)(step)}`, ...optionLines(step)]);
    return [...steps, ...(0,table/* textTable */.e)(planFacts(plan).map(([label, text]) => [label, text]))];
}
/** The table of `dry-run`: every strategy for this environment. */
function comparisonLines(comparison, chosen) {
    if (comparison.length === 0)
        return [];
    return [
        'Every strategy for this environment (~ estimated, ▸ chosen)',
        ...(0,table/* textTable */.e)((0,words/* forecastRows */.hm)(comparison, chosen)),
    ];
}
//# sourceMappingURL=plan-text.js.map
;// CONCATENATED MODULE: ./lib/report/repeats.js

/** Told apart to the second: the service dates the events of instances by whole seconds (observed). */
const keyOf = ({ date, severity, message, attribution }) => JSON.stringify([Math.floor(date / 1_000), severity, message, attribution]);
class Repeats {
    #counts = new Map();
    /** The lines to print now; none for an event that was printed already since the last `flush`. */
    lines(event) {
        const key = keyOf(event);
        const known = this.#counts.get(key);
        if (known !== undefined) {
            known.more += 1;
            return [];
        }
        this.#counts.set(key, { event, more: 0 });
        return (0,words/* eventLines */.Cl)(event);
    }
    /** The lines for those that came again; to be called when something else is told. */
    flush() {
        if (this.#counts.size === 0)
            return [];
        const again = [...this.#counts.values()].filter(({ more }) => more > 0);
        this.#counts.clear();
        return again.flatMap(({ event, more }) => {
            const lines = (0,words/* eventLines */.Cl)(event);
            return more === 1 ? lines : lines.map((line, index) => (index === 0 ? `${line} (${more} more times)` : line));
        });
    }
}
//# sourceMappingURL=repeats.js.map
;// CONCATENATED MODULE: ./lib/report/log.js
/** The log of the step while it runs: what was planned, each event once, where the rollout stands, how it ended. */










/** A progress line without news comes this often, and half as often once it is known that it takes its time. */
const QUIET = (0,time/* seconds */.YA)(30);
const LONG = (0,time/* minutes */.Gx)(5);
/** A step without a verdict that was over at once needs no line for its end. */
const AT_ONCE = (0,time/* seconds */.YA)(2);
/** Failed looks in a row are told at the 1st, then this seldom. */
const LOOK_FAILED_QUIET = (0,time/* minutes */.Gx)(1);
const WAITING_QUIET = (0,time/* seconds */.YA)(30);
const UPLOAD_QUIET = (0,time/* seconds */.YA)(5);
const PLAN_TITLE = 'Beanstalk Rollout: before it starts';
/** Excluded paths listed one by one. */
const MOST_EXCLUDED = 30;
const verdictText = ({ verdict, reason }) => `${verdict}: ${(0,foreign/* foreignText */.qk)(reason)}`;
/** What is watched is proven when it is done. */
const STEP_ENDS = {
    done: 'ended',
    failed: 'failed',
    'timed-out': 'ran out of time',
    'not-awaited': 'was left to go on',
};
/** When something of a kind was last printed, to print it seldom. */
class Throttle {
    #last;
    passes(at, quiet) {
        if (this.#last !== undefined && at - this.#last < quiet)
            return false;
        this.#last = at;
        return true;
    }
    reset(at) {
        this.#last = at;
    }
}
class Log {
    name = 'log';
    #host;
    #annotations;
    #views = new Throttle();
    #lookFailed = new Throttle();
    #waiting = new Throttle();
    #upload = new Throttle();
    #repeats = new Repeats();
    #lastView = '';
    #lastWaitingStatus = '';
    #lastLookFailed = '';
    #grouped = false;
    #dryRun;
    /** `dryRun`: whether the plan is the product, so that it is not folded away. Asked when the plan arrives. */
    constructor(host, annotations, dryRun = () => false) {
        this.#host = host;
        this.#annotations = annotations;
        this.#dryRun = dryRun;
    }
    hear(progress) {
        if (progress.type !== 'event-seen')
            this.#lines(this.#repeats.flush());
        switch (progress.type) {
            case 'planned':
                this.#plan(progress.plan);
                break;
            case 'candidates':
                this.#lines((0,candidates/* candidateLines */.HB)(progress.candidates));
                break;
            case 'step-started':
                this.#stepStarted(progress.index, progress.count, progress.step);
                break;
            case 'step-ended':
                this.#stepEnded(progress);
                break;
            case 'waiting-for-environment':
                this.#waitingFor(progress);
                break;
            case 'event-seen':
                this.#lines(this.#repeats.lines(progress.event));
                break;
            case 'view':
                this.#look(progress.at, progress.view, progress.elapsed);
                break;
            case 'look-failed':
                this.#failedLook(progress.at, progress.problem, progress.inARow);
                break;
            case 'notice':
            case 'warning':
            case 'bundle-entry-summary':
            case 'upload-progress':
            case 'verdict':
            case 'decision':
            case 'instances':
            case 'traffic-moved':
            case 'cancel-requested':
            case 'ended':
                this.#hearRest(progress);
                break;
        }
    }
    #hearRest(progress) {
        switch (progress.type) {
            case 'notice':
                this.#line((0,foreign/* foreignText */.qk)(progress.text, 1_000));
                break;
            case 'warning':
                this.#warn(progress.problem);
                break;
            case 'bundle-entry-summary':
                this.#bundle(progress);
                break;
            case 'upload-progress':
                this.#uploaded(progress.at, progress.sent, progress.total);
                break;
            case 'verdict':
                if (this.#host.run.debug)
                    this.#host.debug(verdictText(progress.verdict));
                break;
            case 'decision':
                this.#line((0,decisions/* decisionLine */.ZS)(progress.decision));
                break;
            case 'traffic-moved':
                this.#line(`${(0,words/* name */.UU)(progress.sides.live.name)} has the traffic of ${(0,words/* name */.UU)(progress.sides.productionCname)} now.`);
                break;
            case 'cancel-requested':
                this.#closeGroup();
                this.#line(`Asked to stop${progress.aborting ? ': aborting the update that this run started' : ''}.`);
                break;
            case 'ended':
                this.#closeGroup();
                break;
            case 'instances':
                break;
        }
    }
    /** The ending, verdict first. Called once, with everything known. */
    conclude(record) {
        this.#lines(this.#repeats.flush());
        this.#closeGroup();
        if (record.comparison !== undefined && record.settings !== undefined) {
            this.#lines(comparisonLines(record.comparison, record.settings.strategy.name));
        }
        this.#line('');
        if ((0,outcome/* isFailure */.N)(record.outcome.state)) {
            this.#annotations.verdict((0,ending/* errorText */.kc)(record), `Beanstalk Rollout: ${record.outcome.state}`);
        }
        else {
            this.#line((0,words/* headline */.Pl)(record.outcome));
        }
        this.#lines((0,ending/* endingLines */.Dh)(record, this.#host.run));
    }
    #line(text) {
        this.#host.line((0,foreign/* withoutCommands */.Df)(text));
    }
    #lines(lines) {
        for (const line of lines)
            this.#line(line);
    }
    #group(title) {
        this.#closeGroup();
        this.#host.group((0,foreign/* withoutCommands */.Df)(title));
        this.#grouped = true;
    }
    #closeGroup() {
        if (this.#grouped)
            this.#host.endGroup();
        this.#grouped = false;
    }
    #warn(problem) {
        const text = `${(0,foreign/* foreignText */.qk)(problem.what, 1_000)} ${(0,foreign/* foreignText */.qk)(problem.hint, 500)}`.trim();
        this.#annotations.add('warning', text, `Beanstalk Rollout: ${(0,foreign/* foreignText */.qk)(problem.code, 60)}`);
    }
    #bundle(summary) {
        const { included, bytes: size, excluded } = summary;
        const title = `Bundle: ${(0,words/* plural */.LS)(included, 'file')}, ${(0,words/* bytes */.ee)(size)}`;
        if (excluded.length === 0) {
            this.#line(title);
            return;
        }
        this.#group(`${title}; ${excluded.length} left out`);
        for (const { path, rule } of excluded.slice(0, MOST_EXCLUDED)) {
            this.#line(`  left out ${(0,foreign/* foreignText */.qk)(path, 200)} (${(0,foreign/* foreignText */.qk)(rule, 100)})`);
        }
        if (excluded.length > MOST_EXCLUDED)
            this.#line(`  … and ${excluded.length - MOST_EXCLUDED} more`);
        this.#closeGroup();
    }
    #plan(plan) {
        this.#closeGroup();
        this.#line(planSentence(plan));
        if (this.#dryRun()) {
            this.#lines(planLines(plan));
            this.#line('');
            this.#lines(comparisonLines(plan.comparison, plan.strategy));
        }
        else if (plan.steps.length > 0) {
            this.#group('The plan in full');
            this.#lines(planLines(plan));
            this.#closeGroup();
        }
        for (const warning of plan.warnings)
            this.#annotations.add('warning', (0,foreign/* foreignText */.qk)(warning, 1_000), PLAN_TITLE);
    }
    /** Short steps are folded; a watched step stays open, because a fold hides its live lines on GitHub. */
    #stepStarted(index, count, step) {
        const title = `Step ${index + 1} of ${count}: ${(0,step_words/* stepTitle */.F)(step)}`;
        this.#lastView = '';
        this.#upload.reset();
        if (step.kind === 'settle') {
            this.#closeGroup();
            this.#line(title);
        }
        else {
            this.#group(title);
        }
    }
    #stepEnded({ index, count, step, end, took }) {
        this.#closeGroup();
        if (end === 'done' && step.kind !== 'settle' && took < AT_ONCE)
            return;
        const how = end === 'done' && step.kind === 'settle' ? 'proven' : STEP_ENDS[end];
        const after = took < AT_ONCE ? '' : ` after ${(0,time/* formatDuration */.a3)(took)}`;
        this.#line(`Step ${index + 1} of ${count} ${how}${after}`);
    }
    #uploaded(at, sent, total) {
        if (sent < total && !this.#upload.passes(at, UPLOAD_QUIET))
            return;
        const percent = total > 0 ? Math.floor((100 * sent) / total) : 100;
        this.#line(`uploaded ${(0,words/* bytes */.ee)(sent)} of ${(0,words/* bytes */.ee)(total)} (${percent} %)`);
    }
    #waitingFor(progress) {
        if (progress.status === this.#lastWaitingStatus && !this.#waiting.passes(progress.at, WAITING_QUIET))
            return;
        this.#lastWaitingStatus = progress.status;
        this.#waiting.reset(progress.at);
        const waited = (0,time/* formatDuration */.a3)(progress.waited);
        this.#line(`${(0,words/* name */.UU)(progress.environment)} is ${progress.status}; waiting until it is Ready (${waited} so far)`);
    }
    #look(at, view, elapsed) {
        const identity = (0,words/* viewIdentity */.u$)(view);
        const quiet = elapsed < LONG ? QUIET : 2 * QUIET;
        if (identity === this.#lastView && !this.#views.passes(at, quiet))
            return;
        this.#lastView = identity;
        this.#views.reset(at);
        this.#line(`${(0,time/* formatDuration */.a3)(Math.max((0,time/* seconds */.YA)(1), elapsed)).padStart(7)}  ${(0,words/* viewLine */.co)(view)}`);
    }
    #failedLook(at, problem, inARow) {
        const isNew = problem.code !== this.#lastLookFailed;
        if (!isNew && !this.#lookFailed.passes(at, LOOK_FAILED_QUIET))
            return;
        this.#lastLookFailed = problem.code;
        this.#lookFailed.reset(at);
        const often = inARow > 1 ? ` (${inARow} times in a row)` : '';
        this.#line(`Looking again later${often}: ${(0,foreign/* foreignText */.qk)(problem.what)}`);
    }
}
//# sourceMappingURL=log.js.map

/***/ })

};

//# sourceMappingURL=4265.index.js.map