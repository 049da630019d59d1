export const id = 5317;
export const ids = [5317];
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

/***/ 15317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73071);
/* harmony import */ var _github_saved_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92672);
/* harmony import */ var _lock_saved_locks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27509);
/* harmony import */ var _report_saved_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6861);





/** GitHub ends a cancelled job after five minutes, whatever still runs (GitHub: "Workflow cancellation reference"). */
const LONGEST_WAIT = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(4) - (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(15);
const PACE = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(5);
async function post(outside) {
    const told = (0,_github_saved_js__WEBPACK_IMPORTED_MODULE_2__/* .endSavedRecords */ .J)(outside);
    await lookAtTheRest(outside);
    // Last: until the environment is Ready again, nobody else should begin.
    await (0,_lock_saved_locks_js__WEBPACK_IMPORTED_MODULE_3__/* .giveBackSaved */ .c)(outside);
    await told;
}
async function lookAtTheRest(outside) {
    const { host, clock } = outside;
    const all = (0,_report_saved_js__WEBPACK_IMPORTED_MODULE_4__/* .savedByMain */ .kJ)(outside);
    if (all.length === 0)
        return;
    const stop = new AbortController();
    host.onCancel(() => stop.abort());
    const startedAt = clock.now();
    host.line('The rollout was stopped; looking at what it left behind.');
    // Side by side: the time that is left is the same for all of them.
    const looked = await Promise.all(all.map(async (stopped) => ({ stopped, found: await lookUntilReady(outside, stopped, stop.signal, startedAt) })));
    const { aftermathLines, aftermathSummary } = await Promise.all(/* import() */[__webpack_require__.e(28), __webpack_require__.e(5330)]).then(__webpack_require__.bind(__webpack_require__, 45330));
    for (const { stopped, found } of looked)
        for (const line of aftermathLines(stopped, found))
            host.line(line);
    const texts = looked.map(({ stopped, found }) => aftermathSummary(stopped, found));
    const [summary, report] = await Promise.allSettled([host.summary(texts.join('\n')), complete(outside, looked)]);
    if (summary.status === 'rejected')
        host.line('The job summary could not be completed.');
    if (report.status === 'rejected')
        host.line('The JSON report of the main phase could not be completed.');
}
async function complete({ files }, looked) {
    const [first, ...more] = looked;
    if (first === undefined)
        return;
    const found = more.length === 0
        ? first.found
        : looked.map(({ stopped, found: one }) => ({ environmentName: stopped.environmentName, ...one }));
    const { reportPath } = first.stopped;
    const { withAftermath } = await Promise.all(/* import() */[__webpack_require__.e(28), __webpack_require__.e(5330)]).then(__webpack_require__.bind(__webpack_require__, 45330));
    const report = withAftermath(await files.readText(reportPath), found);
    if (report !== undefined)
        await files.writeText(reportPath, report);
}
async function lookUntilReady(outside, stopped, stop, startedAt) {
    const { clock, host } = outside;
    let environment;
    let gap;
    try {
        const { watchBeanstalk: beanstalk } = await outside.connect(stopped.region, stop);
        for (let looks = 0;; looks += 1) {
            try {
                environment = await lookUp(beanstalk, stopped);
                gap = environment === undefined ? 'The service no longer lists the environment.' : undefined;
            }
            catch (error) {
                if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
                    throw error;
                gap = error.problem.what;
                if (error.nature === 'permanent')
                    break;
            }
            const over = !stopped.wait || stop.aborted || clock.now() - startedAt + PACE > LONGEST_WAIT;
            if (isSettled(environment) || over)
                break;
            if (looks % 6 === 0)
                host.line(`Waiting until it is Ready (now ${environment?.status ?? 'not readable'}).`);
            await clock.sleep(PACE, stop);
        }
        const instances = await instancesOf(beanstalk, environment);
        return finished(instances);
    }
    catch (error) {
        gap ??= error instanceof Error ? error.message : String(error);
        return finished([]);
    }
    function finished(instances) {
        return {
            ...(environment === undefined ? {} : { environment }),
            ...(gap === undefined ? {} : { gap }),
            instances,
            waited: clock.now() - startedAt,
        };
    }
}
/** The id of an environment that was being created when the process was killed is not known: then it goes by its name. */
async function lookUp(beanstalk, { environmentId, environmentName }) {
    if (environmentId !== '')
        return beanstalk.environment(environmentId);
    return (await beanstalk.environments()).find(({ name }) => name === environmentName);
}
function isSettled(environment) {
    return environment?.status === 'Ready' || environment?.status === 'Terminated';
}
/** Basic health cannot tell; that is no failure. */
async function instancesOf(beanstalk, environment) {
    if (environment === undefined)
        return [];
    try {
        return (await beanstalk.instances(environment.id)).instances;
    }
    catch {
        return [];
    }
}
//# sourceMappingURL=post.js.map

/***/ })

};

//# sourceMappingURL=5317.index.js.map