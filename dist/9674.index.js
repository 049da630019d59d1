export const id = 9674;
export const ids = [9674];
export const modules = {

/***/ 20576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ missingEnvironment),
/* harmony export */   k: () => (/* binding */ awaitReady)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73071);
/* harmony import */ var _watch_meanings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52303);
/* harmony import */ var _watch_stop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85147);




/** What cannot be read is asked for at least so long, as any call is repeated, also when there is no time to wait. */
const UNREADABLE = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(2);
const LONGEST_PAUSE = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(1);
/**
 * Waits until the environment is Ready, as `on-busy` and `busy-timeout` say. `notBefore` is a first moment to look, after
 * the service has refused an update although it had shown Ready (tag updates leave an environment busy without saying so).
 */
async function awaitReady(run, giveUpAt, how = {}) {
    const { settings, ports, cancel, say } = run.request;
    const { clock } = ports;
    const { notBefore, onBusy = settings.onBusy } = how;
    const since = clock.now();
    let earlier = 'untold';
    if (notBefore !== undefined)
        await clock.sleep(notBefore - since, cancel);
    for (let inARow = 0;;) {
        if (cancel.aborted)
            return { readiness: 'cancelled' };
        const seen = await look(run, inARow);
        if (seen === 'stopped')
            return { readiness: 'cancelled' };
        inARow = seen.unreadable === undefined ? 0 : inARow + 1;
        if (seen.unreadable !== undefined) {
            const isOver = clock.now() >= Math.max(giveUpAt, since + UNREADABLE);
            if (isOver)
                return { readiness: 'refused', problem: seen.unreadable };
        }
        else {
            const { found } = seen;
            if (found === undefined)
                return { readiness: 'refused', problem: missingEnvironment(run.target.name) };
            if (found.status === 'Ready')
                return { readiness: 'ready', environment: found };
            if (found.status === 'Terminating' || found.status === 'Terminated') {
                return { readiness: 'refused', problem: terminating(found) };
            }
            if (onBusy === 'fail')
                return { readiness: 'refused', problem: busy(found, await whoIsBusy(run), 'fail') };
            if (onBusy === 'abort-ours' && earlier === 'untold')
                earlier = await abortEarlierRun(run, found);
            say({
                type: 'waiting-for-environment',
                environment: found.name,
                status: found.status,
                waited: clock.now() - since,
            });
            if (clock.now() >= giveUpAt) {
                const waited = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(clock.now() - since);
                return { readiness: 'refused', problem: busy(found, await whoIsBusy(run), waited) };
            }
        }
        await clock.sleep(pauseOf(run, clock.now() - since, inARow, giveUpAt - clock.now()), cancel);
    }
}
/** `left`: the time until it is given up, at whose end it is looked once more. */
function pauseOf(run, waited, inARow, left) {
    const usual = run.request.settings.pollInterval ?? (waited < (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(1) ? (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(5) : (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(15));
    // Slower while nothing can be read, but with looks enough that most of them may fail.
    const pause = Math.max(usual, Math.min(usual * 2 ** inARow, LONGEST_PAUSE));
    return left > 0 ? Math.min(pause, Math.max(left, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(1))) : pause;
}
async function look(run, inARow) {
    try {
        const reading = run.reader.environment(run.target.id).then((found) => ({ found }));
        return (await (0,_watch_stop_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessStopped */ .O)(reading, run.request.cancel)) ?? 'stopped';
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l) || error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: inARow + 1 });
        return { unreadable: error.problem };
    }
}
/** Who or what keeps it busy, as far as its events tell. Foreign text. */
async function whoIsBusy(run) {
    try {
        const events = await run.request.ports.beanstalk.newestEvents(run.target.id, 50);
        const opening = events.findLast((event) => (0,_watch_meanings_js__WEBPACK_IMPORTED_MODULE_2__/* .meaningOf */ .Pr)(event.message)?.kind === 'started');
        if (opening === undefined)
            return 'its events do not tell what runs';
        const id = opening.requestId === undefined ? '' : `, request ${opening.requestId}`;
        return `the newest operation is “${opening.message}” of ${new Date(opening.date).toISOString()}${id}`;
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
            throw error;
        return 'its events could not be read';
    }
}
/**
 * Aborts the running update when it is what a dead run of this action has left. Under the deploy lock nobody else of ours
 * deploys to the environment, and the lock says what the dead one was bringing there: instances must name that version as
 * on its way, and the update must have begun since. Whatever cannot be told is not aborted.
 */
async function abortEarlierRun(run, environment) {
    const { ports, say, unfinished = [] } = run.request;
    if (!environment.abortable || environment.status !== 'Updating')
        return 'untold';
    const left = unfinished.find((one) => one.environment === environment.name);
    if (left?.versionLabel === undefined) {
        say({ type: 'notice', text: `${NOT_OURS}: the deploy lock tells of no run of this action that has left one.` });
        return 'not-ours';
    }
    const label = await labelOnItsWay(run, environment);
    if (label === undefined)
        return 'untold';
    if (label !== left.versionLabel || !(await beganSince(run, left.since))) {
        const what = `${left.by} had left ${left.versionLabel} on its way; what runs brings ${label}, or began earlier`;
        say({ type: 'notice', text: `${NOT_OURS}: ${what}.` });
        return 'not-ours';
    }
    say({ type: 'notice', text: `Aborting the update to ${label}, which ${left.by} has left.` });
    try {
        await ports.beanstalk.abort(environment.id);
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
            throw error;
        say({ type: 'notice', text: 'The service does not abort it any more, so it is waited for.' });
    }
    return 'aborted';
}
const NOT_OURS = 'The update that runs is waited for, not aborted';
/** Clocks of a runner and of the service may differ by so much. */
const CLOCKS_DIFFER = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(1);
/** Whether the operation that runs was begun at that time or later. */
async function beganSince(run, since) {
    try {
        const events = await run.request.ports.beanstalk.newestEvents(run.target.id, 50);
        const opening = events.findLast((event) => (0,_watch_meanings_js__WEBPACK_IMPORTED_MODULE_2__/* .meaningOf */ .Pr)(event.message)?.kind === 'started');
        return opening !== undefined && opening.date >= since - CLOCKS_DIFFER;
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
            throw error;
        return false;
    }
}
/** The version of the newest deployment on any instance, where it is not what the environment shows. */
async function labelOnItsWay(run, environment) {
    try {
        const { instances } = await run.request.ports.beanstalk.instances(environment.id);
        const deployments = instances.flatMap(({ deployment }) => (deployment === undefined ? [] : [deployment]));
        const newest = [...deployments].sort((left, right) => (right.id ?? 0) - (left.id ?? 0))[0];
        return newest?.versionLabel === environment.versionLabel ? undefined : newest?.versionLabel;
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
            throw error;
        return undefined;
    }
}
function busy(environment, who, waited) {
    const span = waited === 'fail' ? '' : ` after ${waited} of waiting`;
    return {
        code: 'environment-busy',
        blame: 'you',
        what: `The environment ${environment.name} is ${environment.status}${span}, not Ready; ${who}.`,
        hint: waited === 'fail'
            ? 'Run the job again when it is Ready, or set on-busy: wait.'
            : 'Run the job again when it is Ready, or give it more time with busy-timeout.',
    };
}
/** Gone, or hidden for want of a permission: the service answers both alike. */
function missingEnvironment(name) {
    return {
        code: 'environment-missing',
        blame: 'you',
        what: `The environment ${name} is gone, or DescribeEnvironments no longer shows it to these credentials.`,
        hint: 'Check environment-name and the permission elasticbeanstalk:DescribeEnvironments.',
    };
}
function terminating(environment) {
    return {
        code: 'environment-gone',
        blame: 'you',
        what: `The environment ${environment.name} is ${environment.status}.`,
        hint: 'Create the environment again, or correct environment-name.',
    };
}
//# sourceMappingURL=busy.js.map

/***/ }),

/***/ 79674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   observeSettled: () => (/* binding */ observeSettled)
/* harmony export */ });
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39505);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73071);
/* harmony import */ var _operations_settled_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45967);
/* harmony import */ var _rollout_busy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20576);
/** Looks again until what was seen stands still: a plan made from a moving state would describe another environment. */




/** Somebody may begin the next operation between the wait and the look; the rollout itself waits again, too. */
const MOST_ROUNDS = 5;
const LABEL_EVERY = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(10);
/** Looks again until the label of the environment is that of its instances, or as long as one may lag. */
async function labelled(request, first) {
    const { settings, observe, clock, cancel } = request;
    const giveUpAt = clock.now() + _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL_LAG */ .it;
    let seen = first;
    while (seen.kind === 'snapshot' && clock.now() < giveUpAt && !cancel.aborted) {
        const lagging = (0,_operations_settled_state_js__WEBPACK_IMPORTED_MODULE_2__/* .laggingLabels */ .HS)(settings, seen.snapshot);
        if (lagging.length === 0)
            break;
        await follow(request, lagging, giveUpAt);
        seen = await observe();
    }
    return seen;
}
/** By one call a look, until it can be worth to look at everything again. */
async function follow({ cloud, clock, cancel }, lagging, giveUpAt) {
    while (clock.now() < giveUpAt && !cancel.aborted) {
        await clock.sleep(LABEL_EVERY, cancel);
        for (const { environment, label } of lagging) {
            const now = await cloud.beanstalk.environment(environment.id);
            if (now?.status !== 'Ready' || now.versionLabel === label)
                return;
        }
    }
}
/** For a busy environment as `on-busy` and `busy-timeout` say, for a label that lags a minute at most. Throws `ActionError` when looking is hopeless. */
async function observeSettled(request) {
    const { settings, cloud, clock, say, cancel, unfinished } = request;
    const { application } = settings;
    const ports = { beanstalk: cloud.beanstalk, clock };
    const giveUpAt = clock.now() + settings.busyTimeout;
    const busyIn = (one) => (one.kind === 'refused' ? undefined : (0,_operations_settled_state_js__WEBPACK_IMPORTED_MODULE_2__/* .busyEnvironment */ .xA)(settings, one.snapshot));
    let { seen } = request;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const busy = busyIn(seen);
        if (busy === undefined) {
            seen = await labelled(request, seen);
            if (busyIn(seen) === undefined)
                break;
            continue;
        }
        const target = { id: busy.id, name: busy.name };
        const asked = { plan: { application }, settings, ports, say, cancel, unfinished };
        const waiting = { request: asked, reader: cloud.watchBeanstalk };
        const readiness = await (0,_rollout_busy_js__WEBPACK_IMPORTED_MODULE_3__/* .awaitReady */ .k)({ ...waiting, target }, giveUpAt);
        if (readiness.readiness === 'cancelled')
            return { kind: 'cancelled' };
        if (readiness.readiness === 'refused')
            return { kind: 'refused', problems: [readiness.problem] };
        seen = await request.observe();
    }
    return seen;
}
//# sourceMappingURL=settled.js.map

/***/ }),

/***/ 52303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ meaningOf)
/* harmony export */ });
/* unused harmony exports instanceIdsIn, MEANINGS */
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39505);
/**
 * What the texts of events mean, with where each was seen in public. Hints only: they explain, they speed a verdict up,
 * and they make a success suspicious; no verdict hangs on a wording alone, because many wordings were never published
 * (traffic splitting, user aborts, the tear-down of a failed immutable deployment).
 */

const GUIDE = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg';
const CLI = 'https://github.com/aws/aws-elastic-beanstalk-cli/blob/master/ebcli/resources/strings.py';
const fixed = (meaning) => () => meaning;
const started = (operation) => fixed({ kind: 'started', operation });
const completed = (operation) => fixed({ kind: 'completed', operation });
const number = (text) => Number(text ?? 0);
/** Ids of instances in a text, in their order. */
function instanceIdsIn(text) {
    return text.match(/\bi-[0-9a-z]{6,}\b/g) ?? [];
}
const MEANINGS = [
    // Beginnings
    { text: /^Environment update is starting\./, means: started('update'), source: `${GUIDE}/eb3-deploy.html` },
    { text: /^createEnvironment is starting\./, means: started('create'), source: `${GUIDE}/eb3-events.html` },
    { text: /^terminateEnvironment is starting\./, means: started('terminate'), source: `${GUIDE}/eb3-terminate.html` },
    { text: /^rebuildEnvironment is starting\./, means: started('rebuild'), source: CLI },
    { text: /^restartAppServer is starting\./, means: started('restart'), source: CLI },
    { text: /^swapEnvironmentCNAMEs is starting\./, means: started('swap'), source: `${GUIDE}/eb3-swap.html` },
    { text: /^delete(Application|Environment) is starting\./, means: started('terminate'), source: CLI },
    { text: /^createApplication(Version)? is starting\./, means: started('application'), source: CLI },
    // Nobody has published the opening line of an abort; any operation of that name is taken as one.
    {
        text: /^abort\w* is starting\./i,
        means: started('abort'),
        source: `${GUIDE}/using-features.rollingupdates.cancel.html`,
    },
    // Progress
    {
        text: /^Batch (\d+): Starting application deployment on instance/,
        means: (match) => ({ kind: 'batch-started', batch: number(match[1]) }),
        source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
    },
    {
        text: /^Batch (\d+): \d+ EC2 instance\(s\) .*launched\. Deploying/,
        means: (match) => ({ kind: 'batch-started', batch: number(match[1]) }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/9',
    },
    {
        text: /^Batch (\d+): Completed application deployment\./,
        means: (match) => ({ kind: 'batch-ended', batch: number(match[1]) }),
        source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
    },
    {
        text: /^Command execution completed on (\d+) of (\d+) instances in environment\./,
        means: (match) => ({ kind: 'instances-done', done: number(match[1]), total: number(match[2]) }),
        source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
    },
    {
        text: /^Immutable deployment policy enabled\./,
        means: fixed({ kind: 'temporary-group' }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/91',
    },
    {
        text: /^Created temporary auto scaling group/i,
        means: fixed({ kind: 'temporary-group' }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/91',
    },
    {
        text: /^Rolling with Additional Batch deployment policy enabled\. Launching\s+a new batch of (\d+)/,
        means: (match) => ({ kind: 'additional-batch', instances: number(match[1]) }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/63',
    },
    {
        text: /^Deployment succeeded\. Terminating old instances/,
        means: fixed({ kind: 'cleaning-up' }),
        source: `${GUIDE}/environmentmgmt-updates-immutable.html`,
    },
    {
        // In brackets with enhanced health, between quotes with basic.
        text: /^(Added instances? \[|Adding instance '|Added EC2 instance ')/,
        means: (match) => ({ kind: 'instances-added', ids: instanceIdsIn(match.input ?? '') }),
        source: `${GUIDE}/eb3-events.html`,
    },
    {
        text: /^(Removed instances? \[|Removed EC2 instance ')/,
        means: (match) => ({ kind: 'instances-removed', ids: instanceIdsIn(match.input ?? '') }),
        source: `${GUIDE}/eb3-events.html`,
    },
    // Ends, good ones. None of them is proof.
    {
        text: /^New application version was deployed to running EC2 instances\./,
        means: fixed({ kind: 'version-deployed' }),
        source: `${GUIDE}/eb3-deploy.html`,
    },
    {
        text: /^Successfully deployed new configuration to environment\./,
        means: fixed({ kind: 'configuration-deployed' }),
        source: CLI,
    },
    {
        text: /^Environment update completed successfully\./,
        means: completed('update'),
        source: `${GUIDE}/eb3-deploy.html`,
    },
    { text: /^Successfully launched environment:/, means: completed('create'), source: `${GUIDE}/eb3-create.html` },
    { text: /^terminateEnvironment completed successfully\./, means: completed('terminate'), source: CLI },
    { text: /^deleteApplication completed successfully\./, means: completed('terminate'), source: CLI },
    { text: /^The application has been deleted successfully\./, means: completed('terminate'), source: CLI },
    { text: /^Completed swapping CNAMEs for environments/, means: completed('swap'), source: `${GUIDE}/eb3-swap.html` },
    { text: /^Restarted application server on all ec2 instances\./, means: completed('restart'), source: CLI },
    { text: /^createApplication(Version)? completed successfully\./, means: completed('application'), source: CLI },
    // Ends, bad ones: some of them are INFO.
    { text: /^Failed to deploy application\./, means: fixed({ kind: 'deployment-failed' }), source: CLI },
    {
        text: /^During an aborted deployment, some instances may have deployed/,
        means: fixed({ kind: 'deployment-failed' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    { text: /^Failed to deploy configuration\./, means: fixed({ kind: 'configuration-failed' }), source: CLI },
    {
        text: /^To enable immutable config and application deployments together, you must set both/,
        means: fixed({ kind: 'configuration-failed' }),
        source: 'https://github.com/hypothesis/deployment/pull/60',
    },
    {
        text: /^The environment was reverted to the previous configuration setting\./,
        means: fixed({ kind: 'reverted' }),
        source: CLI,
    },
    {
        text: /^(Update|Create) environment operation is complete, but with/,
        means: fixed({ kind: 'operation-failed' }),
        source: CLI,
    },
    { text: /^Failed to launch environment\./, means: fixed({ kind: 'operation-failed' }), source: CLI },
    {
        text: /^Launched environment: .*However, there were issues during launch\./,
        means: fixed({ kind: 'operation-failed' }),
        source: CLI,
    },
    { text: /^Failed to (create|delete) platform version/, means: fixed({ kind: 'operation-failed' }), source: CLI },
    {
        text: /^The environment termination step failed/,
        means: fixed({ kind: 'operation-failed' }),
        source: `${GUIDE}/AWSHowTo.eventbridge.html`,
    },
    {
        text: /^Unsuccessful command execution on instance id\(s\)/,
        means: fixed({ kind: 'failure-detail' }),
        source: 'https://github.com/einaregilsson/beanstalk-deploy/issues/86',
    },
    {
        text: /^Instance id\(s\) .* did not pass health check after command execution\./,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/using-features.rolling-version-deploy.html`,
    },
    {
        text: /^\[Instance: .*\] Command failed on instance\./,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    {
        text: /^Instance deployment failed\./,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    {
        text: /^Command execution completed on all instances\. Summary: \[.*(?:Failed|TimedOut): [1-9]/,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    {
        text: /^The following instances have not responded in the allowed command timeout time/,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    // Unpublished; matched loosely because it only explains a state that was seen anyway.
    {
        text: /\b(environment update|update|deployment) (was |has been |is being )?(aborted|cancelled|canceled)\b/i,
        means: fixed({ kind: 'aborted' }),
        source: `${GUIDE}/using-features.rollingupdates.cancel.html`,
    },
    // Health
    {
        text: /^Environment health has transitioned (?:from \w+ )?to (\w+)\./,
        means: (match) => healthMeaning(match[1] ?? ''),
        source: `${GUIDE}/health-enhanced-status.html`,
    },
    {
        text: /^Environment health has (?:been set|transitioned from \w+) to (GREEN|YELLOW|RED|GREY)/,
        means: (match) => healthMeaning(match[1] ?? ''),
        source: CLI,
    },
    // Logs
    { text: /^Pulled logs for environment instances\./, means: fixed({ kind: 'logs-pulled' }), source: CLI },
    { text: /^Failed to pull logs for environment instances\./, means: fixed({ kind: 'logs-failed' }), source: CLI },
];
/** What a text means, as far as it was ever published; `undefined` for every other text. */
function meaningOf(message) {
    for (const row of MEANINGS) {
        const match = message.match(row.text);
        const meaning = match === null ? undefined : row.means(match);
        if (meaning !== undefined)
            return meaning;
    }
    return undefined;
}
const COLORS = ['Green', 'Yellow', 'Red', 'Grey'];
function healthMeaning(word) {
    const name = word.toLowerCase();
    const to = _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_STATUSES */ .i9.find((status) => status.toLowerCase() === name) ??
        COLORS.find((color) => color.toLowerCase() === name);
    return to === undefined ? undefined : { kind: 'health', to };
}
//# sourceMappingURL=meanings.js.map

/***/ }),

/***/ 85147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ unlessStopped)
/* harmony export */ });
/** Lets a call that cannot be interrupted be left behind when the rollout is asked to stop. */
/** The answer of `work`, or `undefined` as soon as `signal` aborts. What `work` does afterwards is ignored. */
function unlessStopped(work, signal) {
    return new Promise((resolve, reject) => {
        const stop = () => resolve(undefined);
        if (signal.aborted)
            stop();
        signal.addEventListener('abort', stop, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
}
//# sourceMappingURL=stop.js.map

/***/ })

};

//# sourceMappingURL=9674.index.js.map