export const id = 550;
export const ids = [550];
export const modules = {

/***/ 5966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ defaultLabel),
/* harmony export */   CK: () => (/* binding */ bundleKey),
/* harmony export */   Dn: () => (/* binding */ recordedHash),
/* harmony export */   Pp: () => (/* binding */ acceptableLabel),
/* harmony export */   iT: () => (/* binding */ HASH_TAG),
/* harmony export */   je: () => (/* binding */ extensionOf),
/* harmony export */   kg: () => (/* binding */ existingLabel),
/* harmony export */   oF: () => (/* binding */ withSuffix),
/* harmony export */   pn: () => (/* binding */ HASH_METADATA),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/** Elastic Beanstalk API reference: version labels have 1 to 100 characters and no `/`; descriptions have up to 200. */
const LABEL_LIMIT = 100;
const DESCRIPTION_LIMIT = 200;
const short = (hash) => hash.slice(0, 8);
/** `<sha7>-<hash8>`: the commit for people, the hash because two builds of one commit may differ. */
function defaultLabel(commit, hash) {
    return commit === undefined ? `bundle-${short(hash)}` : `${commit.slice(0, 7)}-${short(hash)}`;
}
/**
 * The label as the service accepts it, for people who deploy under a branch's name. Equal to `wished` in nearly every
 * case; where not, the caller says so.
 */
function acceptableLabel(wished, hash) {
    const clean = withoutForbidden(wished);
    if (!/[\p{L}\p{N}\p{S}]/u.test(clean))
        return defaultLabel(undefined, hash);
    // Cut labels get the hash, or two long branch names with the same beginning would meet.
    return isShortEnough(clean) ? clean : withSuffix(clean, hash);
}
/** The label under which `acceptableLabel` would have made a version, for looking one up; too long ones are no label. */
function existingLabel(wished) {
    const clean = withoutForbidden(wished);
    return clean !== '' && isShortEnough(clean) ? clean : undefined;
}
/** Composed, because `é` as one character and as two would be two labels that look the same. */
const withoutForbidden = (wished) => wished.normalize('NFC').replace(/[/\\]/g, '-').replace(/\p{C}/gu, '').trim();
const isShortEnough = (label) => [...label].length <= LABEL_LIMIT;
/** `<label>-<hash8>`, cut so that the whole fits. */
function withSuffix(label, hash) {
    const room = LABEL_LIMIT - 9;
    return `${[...label].slice(0, room).join('')}-${short(hash)}`;
}
function extensionOf(path) {
    const extension = /\.(war|jar)$/i.exec(path)?.[1]?.toLowerCase();
    return extension === 'war' || extension === 'jar' ? extension : 'zip';
}
/**
 * `<application>/<label>-<hash>.zip`. The hash makes the key safe to share and never worth overwriting; the rest is for
 * people, in the characters that S3 calls safe.
 */
function bundleKey(application, label, hash, extension = 'zip') {
    return `${keyPart(application)}/${keyPart(label)}-${hash}.${extension}`;
}
const keyPart = (text) => {
    const safe = text.replace(/[^A-Za-z0-9!_.*'()-]/g, '_').replace(/^\.+/, '_');
    return safe === '' ? '_' : safe;
};
/** What people read in the console, with the hash at its end. */
function describe(comment, commit, hash) {
    const record = `[bundle sha256:${hash}]`;
    const said = [comment, commit === undefined ? '' : `commit ${commit.slice(0, 40)}`]
        .map((part) => part.replace(/[\p{C}\s]+/gu, ' ').trim())
        .filter((part) => part !== '')
        .join(' · ');
    const room = DESCRIPTION_LIMIT - record.length - 1;
    const cut = [...said].length > room ? `${[...said].slice(0, room - 1).join('')}…` : said;
    return cut === '' ? record : `${cut} ${record}`;
}
const HASH_TAG = 'beanstalk-rollout:bundle-sha256';
/** Metadata of the object in S3 (`x-amz-meta-bundle-sha256`). */
const HASH_METADATA = 'bundle-sha256';
/** The hash of what a version holds, when it was recorded; the key first, because it cannot be edited. */
function recordedHash(version) {
    const inKey = /-([0-9a-f]{64})\.(?:zip|war|jar)$/.exec(version.bundle?.key ?? '')?.[1];
    return inKey ?? /\[bundle sha256:([0-9a-f]{64})\]$/.exec(version.description ?? '')?.[1];
}
//# sourceMappingURL=label.js.map

/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ alarmProblem),
/* harmony export */   LI: () => (/* binding */ refuseAlarms),
/* harmony export */   Wk: () => (/* binding */ inconclusiveProblem),
/* harmony export */   eX: () => (/* binding */ judgeAlarms)
/* harmony export */ });
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1129);
/** CloudWatch alarms as a gate: what they say of a rollout, before it and while it runs. Pure. */

const LONGEST_REASON = 240;
/** What the alarms say together. `ALARM` fails, also when another alarm has no data; one that is not there cannot tell. */
function judgeAlarms(names, readings) {
    return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .together */ .bs)(names.map((name) => judgeAlarm(name, readings.find((one) => one.name === name))));
}
function judgeAlarm(name, reading) {
    switch (reading?.state) {
        case 'ALARM':
            return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .fails */ .c6)(`the alarm ${name} is in ALARM${because(reading.reason)}`);
        case 'OK':
            return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .passes */ .WE)(`the alarm ${name} is OK`);
        case 'INSUFFICIENT_DATA':
            return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .cannotTell */ .JM)(`the alarm ${name} has not enough data (INSUFFICIENT_DATA)`);
        case undefined:
            return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .cannotTell */ .JM)(`the alarm ${name} is not shown any more`);
    }
}
function because(reason) {
    const text = reason.replace(/\s+/g, ' ').trim();
    if (text === '')
        return '';
    return `: “${text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text}”`;
}
/**
 * Reasons against a rollout before anything is changed: an alarm that does not exist guards nothing, and one that is in
 * ALARM already would put every rollout back.
 */
function refuseAlarms(names, readings) {
    return names.flatMap((name) => {
        const reading = readings.find((one) => one.name === name);
        if (reading === undefined)
            return [missing(name)];
        return reading.state === 'ALARM' ? [active(reading)] : [];
    });
}
const missing = (name) => ({
    code: 'alarm-missing',
    blame: 'you',
    what: `There is no alarm ${name} in this account and region (or it is not visible).`,
    hint: 'Correct the name in `alarms` (capitals count), and allow cloudwatch:DescribeAlarms on it.',
    input: 'alarms',
});
const active = ({ name, reason }) => ({
    code: 'alarm-active',
    blame: 'you',
    what: `The alarm ${name} is in ALARM already${because(reason)}, so nothing is begun: it could not tell a bad version from what is wrong now.`,
    hint: 'Mend what it warns of first. When this very deployment is the cure, leave the alarm out of `alarms` for this run.',
    input: 'alarms',
});
/** An alarm went off: the clause says which and why. `when` goes before it. */
const alarmProblem = (why, when = '') => ({
    code: 'alarm-went-off',
    blame: 'you',
    what: `${when === '' ? capitalised(why) : `${when}, ${why}`}.`,
    hint: 'Look at the metric behind the alarm over the time of the rollout; mend the version and deploy again.',
});
/** `on-inconclusive: fail`: what cannot be told is no success. */
const inconclusiveProblem = (why) => ({
    code: 'inconclusive',
    blame: 'you',
    what: `${capitalised(why)}, and \`on-inconclusive: fail\` takes that for a failure.`,
    hint: 'Let the alarm have data before the rollout ends (more traffic, `treat missing data`), or set `on-inconclusive: warn`.',
    input: 'on-inconclusive',
});
const capitalised = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
//# sourceMappingURL=alarm.js.map

/***/ }),

/***/ 1129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JM: () => (/* binding */ cannotTell),
/* harmony export */   WE: () => (/* binding */ passes),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   c6: () => (/* binding */ fails)
/* harmony export */ });
/** What a gate has found: three answers, because "cannot tell" is neither good nor bad. Pure; used before, during and after a shift of traffic. */
const passes = (why) => ({ result: 'pass', why });
const fails = (why) => ({ result: 'fail', why });
const cannotTell = (why) => ({ result: 'inconclusive', why });
const ORDER = ['fail', 'inconclusive', 'pass'];
/** Of several gates the worst counts; its sentence names every gate that found the same. Nothing to ask is a pass. */
function together(findings) {
    const worst = ORDER.find((result) => findings.some((one) => one.result === result)) ?? 'pass';
    const why = findings
        .filter(({ result }) => result === worst)
        .map((one) => one.why)
        .join('; ');
    return { result: worst, why: why === '' ? 'there is nothing to ask' : why };
}
//# sourceMappingURL=gate.js.map

/***/ }),

/***/ 2726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K6: () => (/* binding */ refuseFixedHosts),
/* harmony export */   Ob: () => (/* binding */ judgeRouting),
/* harmony export */   pT: () => (/* binding */ sharedBalancerOf)
/* harmony export */ });
/* unused harmony exports hostFits, whyElsewhere */
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9505);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1129);
/**
 * Host names on a load balancer that two environments share: where the rules send them, and what a swap of CNAMEs does not
 * move. Pure.
 *
 * AWS guide, "Configuring a shared Application Load Balancer": requests are routed by rules whose host is the environment's
 * CNAME, and rules cannot be updated through the environment later. Whether a swap exchanges the hosts of these rules is
 * not documented, so it is read.
 */


/** ARN of the load balancer that the environment shares with others; `undefined` when it has one of its own. */
function sharedBalancerOf({ settings }) {
    const { options } = settings;
    if ((0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, 'aws:elasticbeanstalk:environment', 'LoadBalancerIsShared') !== 'true')
        return undefined;
    const arn = (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, 'aws:elbv2:loadbalancer', 'SharedLoadBalancer');
    return arn === '' ? undefined : arn;
}
/** ALB guide, "Host conditions": `*` is any text, `?` any character, in any case. */
function hostFits(pattern, host) {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${source}$`, 'i').test(host);
}
const rank = ({ priority }) => (priority === 'default' ? Number.POSITIVE_INFINITY : priority);
/** Ids of the environments that get requests by this rule. */
const receivers = (rule, { environments }) => new Set(rule.targets.filter(({ weight }) => weight > 0).map((one) => environments.get(one.targetGroupArn)));
/** Whether every listener gives requests for this host to this environment alone. `undefined` when it is so, else a clause. */
function whyElsewhere(routing, host, to) {
    for (const port of new Set(routing.rules.map((rule) => rule.port))) {
        const rule = routing.rules
            .filter((one) => one.port === port && !one.isNarrowed)
            .filter(({ hosts }) => hosts.length === 0 || hosts.some((pattern) => hostFits(pattern, host)))
            .sort((one, other) => rank(one) - rank(other))[0];
        // A listener that only redirects or refuses what no rule fits sends nobody to the wrong side.
        if (rule === undefined || rule.targets.length === 0)
            continue;
        const ids = receivers(rule, routing);
        if (ids.size === 1 && ids.has(to.id))
            continue;
        return `rule ${rule.priority} on port ${port} of the shared load balancer gives ${host} to ${[...ids].map((id) => id ?? 'a target group of somebody else').join(' and ')}, not to ${to.name} (${to.id})`;
    }
    return undefined;
}
const judgeRouting = (routing, host, to) => {
    const why = whyElsewhere(routing, host, to);
    return why === undefined ? (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .passes */ .WE)(`the shared load balancer gives ${host} to ${to.name}`) : (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .fails */ .c6)(why);
};
/**
 * Rules for other hosts than the two CNAMEs (`www.example.com`) that give their requests to the live side alone: a swap of
 * CNAMEs does not move them, and their users would stay on the old version.
 */
function refuseFixedHosts(routing, live, cnames) {
    const isCname = (host) => cnames.some((cname) => cname.toLowerCase() === host.toLowerCase());
    return routing.rules
        .map((rule) => ({ rule, others: rule.hosts.filter((host) => !isCname(host)) }))
        .filter(({ rule, others }) => {
        const ids = receivers(rule, routing);
        return others.length > 0 && ids.size === 1 && ids.has(live.id);
    })
        .map(({ rule, others }) => ({
        code: 'host-rule-stays',
        blame: 'you',
        what: `Rule ${rule.priority} on port ${rule.port} of the shared load balancer gives ${others.join(', ')} to ${live.name}, whatever CNAME it holds: a swap would leave these users on the old version.`,
        hint: 'Remove the rule and let the name be an alias of the production CNAME, or move the traffic by weights of the rule instead of a swap. `allow-host-rules: true` swaps nevertheless.',
        input: 'allow-host-rules',
    }));
}
//# sourceMappingURL=host-rules.js.map

/***/ }),

/***/ 576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ awaitReady)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3071);
/* harmony import */ var _watch_meanings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2303);
/* harmony import */ var _watch_stop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5147);




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
        const found = await look(run, inARow);
        if (found === 'stopped')
            return { readiness: 'cancelled' };
        inARow = found === 'unreadable' ? inARow + 1 : 0;
        if (found !== 'unreadable') {
            if (found === undefined)
                return { readiness: 'refused', problem: missing(run.target.name) };
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
        const pause = (settings.pollInterval ?? (clock.now() - since < (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(1) ? (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(5) : (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(15))) *
            2 ** Math.min(inARow, 3);
        await clock.sleep(Math.max(0, Math.min(pause, Math.max(giveUpAt - clock.now(), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(1)))), cancel);
    }
}
async function look(run, inARow) {
    try {
        const reading = run.reader.environment(run.target.id).then((found) => ({ found }));
        const answer = await (0,_watch_stop_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessStopped */ .O)(reading, run.request.cancel);
        return answer === undefined ? 'stopped' : answer.found;
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l) || error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: inARow + 1 });
        return 'unreadable';
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
function missing(name) {
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

/***/ 7550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollOut: () => (/* binding */ rollOut),
  rollOutOpen: () => (/* binding */ rollOutOpen)
});

// EXTERNAL MODULE: ./lib/domain/endings.js
var endings = __webpack_require__(5184);
// EXTERNAL MODULE: ./lib/domain/problem.js
var domain_problem = __webpack_require__(1591);
;// CONCATENATED MODULE: ./lib/rollout/after-creation.js
/**
 * A failed creation is left as it is, whatever `on-failure` says: its instances and logs are what tells why, and
 * terminating is only ever done when it is asked for by id. The service itself throws some away at once.
 */
function afterCreation(run, outcome) {
    const { ours, watch, target } = run;
    if (ours?.isCreation !== true)
        return outcome;
    const { known } = watch;
    const [error] = known?.events.errors ?? [];
    const status = known?.environment?.status;
    const isGone = status === 'Terminating' || status === 'Terminated';
    const cause = error === undefined || outcome.reason.includes(error.message) ? '' : ` Elastic Beanstalk says: ${error.message}`;
    const left = isGone
        ? ` The service has removed ${target.name} again by itself.`
        : ` ${target.name} (${target.id}) was created and is left as it is: deploy a mended version to it, or remove it with \`operation: terminate\`.`;
    const reason = `${isGone ? `The creation of ${target.name} failed.` : outcome.reason}${cause}${left}`;
    const problem = outcome.problem;
    return {
        ...outcome,
        reason,
        ...(problem === undefined ? {} : { problem: { ...problem, what: isGone ? `${reason}` : problem.what } }),
    };
}
/** The environment that the plan is about, when this rollout has created it. */
function createdBy({ runs, request }) {
    const run = runs.get(request.plan.environment.name);
    if (run?.ours?.isCreation !== true)
        return {};
    const cname = run.watch.known?.environment?.cname ?? run.environment?.cname;
    return { created: { id: run.target.id, ...(cname === undefined ? {} : { cname }) } };
}
//# sourceMappingURL=after-creation.js.map
// EXTERNAL MODULE: ./lib/rollout/busy.js
var busy = __webpack_require__(576);
// EXTERNAL MODULE: ./lib/domain/time.js
var domain_time = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/watch/meanings.js
var meanings = __webpack_require__(2303);
;// CONCATENATED MODULE: ./lib/rollout/outcomes.js
/** A clause as a sentence. */
function sentence(clause) {
    const trimmed = clause.trim();
    const end = /[.!?…]$/.test(trimmed) ? '' : '.';
    // A label or a name at the start keeps its own spelling.
    return /^[a-z]+ /.test(trimmed) ? `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${end}` : `${trimmed}${end}`;
}
function purposeWords(purpose) {
    switch (purpose) {
        case 'set-policy':
            return 'setting the deployment policy';
        case 'deploy':
            return 'the deployment';
        case 'restore-policy':
            return 'putting the deployment policy back';
        case 'configure':
            return 'the change of settings';
        case 'undo':
            return 'putting back what was there before';
    }
}
const HINTS = {
    'rolled-back': {
        blame: 'you',
        hint: 'Read the evidence for why the version did not start, mend it and deploy again.',
    },
    'wrong-version': {
        blame: 'you',
        hint: 'Something else deploys to this environment; give the job a concurrency group and deploy again.',
    },
    'deployment-failed': {
        blame: 'you',
        hint: 'Read the causes and the log of the instances, mend the version and deploy again.',
    },
    'configuration-failed': { blame: 'you', hint: 'Correct the option settings named there and deploy again.' },
    'split-fleet': {
        blame: 'aws',
        hint: 'Deploy one version again to all instances, and look at those that kept the other one.',
    },
    unhealthy: {
        blame: 'you',
        hint: 'Read the causes; accept-health, stable-for and health-grace decide what counts as healthy.',
    },
    'aborted-elsewhere': {
        blame: 'you',
        hint: 'Find out who aborted it; deploy again to bring all instances to one version.',
    },
    'environment-gone': { blame: 'you', hint: 'Create the environment again, or correct environment-name.' },
    'not-started': { blame: 'aws', hint: 'Look at the events of the environment and run the job again.' },
    'alarm-went-off': {
        blame: 'you',
        hint: 'Look at the metric behind the alarm over the time of the rollout; mend the version and deploy again.',
    },
    inconclusive: { blame: 'you', hint: 'Give the gate something to judge by, or set `on-inconclusive: warn`.' },
    'cannot-tell': {
        blame: 'you',
        hint: 'Check the permissions of the role (docs/permissions.md) and look at the environment before you deploy again.',
    },
};
function verdictProblem(code, reason) {
    const { blame, hint } = HINTS[code];
    return { code, blame, what: sentence(reason), hint };
}
/** What goes on in the account after an ending, as far as it is known. */
function whatStillRuns(ours, known, environmentName) {
    if (ours === undefined || known?.readySince !== undefined)
        return [];
    const id = ours.requestId === undefined ? '' : ` (request ${ours.requestId})`;
    const what = `${purposeWords(ours.step.purpose)} of ${environmentName}${id}`;
    if (known?.environment?.status === 'Terminating' || known?.environment?.status === 'Terminated')
        return [];
    if (known?.began === undefined)
        return [`Elastic Beanstalk may have begun ${what}; nothing was seen of it yet.`];
    return [
        `Elastic Beanstalk goes on with ${what}; the environment becomes Ready by itself, and nobody here watches how it ends.`,
    ];
}
function failedOutcome(parts) {
    const { evidence, ...rest } = parts;
    return { state: 'failed', ...rest, ...(evidence === undefined ? {} : { evidence }) };
}
/**
 * Whether what was there before is there: proven only when the environment shows its old label and every instance says so
 * too (an immutable deployment that failed leaves the old instances untouched).
 */
function restoredBy(previousLabel, known, evidence) {
    const isOld = previousLabel !== undefined && known?.environment?.versionLabel === previousLabel;
    const instances = evidence.instances;
    const allOld = instances.length > 0 &&
        instances.every(({ deployment }) => deployment?.status === 'Deployed' && deployment.versionLabel === previousLabel);
    return isOld && known?.readySince !== undefined && allOld ? 'not-needed' : 'no';
}
/** What a failed deployment leaves behind, said plainly. */
function leftBehind(evidence, restored) {
    if (restored === 'not-needed')
        return 'Every instance runs the version from before.';
    return fleetWords(evidence);
}
/** A sentence when the instances run different things, else nothing. */
function fleetWords(evidence) {
    const groups = new Map();
    for (const { deployment } of evidence.instances) {
        const label = deployment?.versionLabel ?? 'no version';
        const group = deployment?.status === 'Deployed' ? label : `${label} (${deployment?.status ?? 'nothing reported'})`;
        groups.set(group, (groups.get(group) ?? 0) + 1);
    }
    const parts = [...groups].map(([group, count]) => `${count} on ${group}`).join(', ');
    return groups.size > 1 ? `The instances are mixed: ${parts}.` : '';
}
//# sourceMappingURL=outcomes.js.map
;// CONCATENATED MODULE: ./lib/rollout/within.js
/** The answer of `work`, or `undefined` when it takes longer. */
async function within(clock, work, span) {
    const timer = new AbortController();
    const timeout = clock.sleep(span, timer.signal).then(() => undefined);
    try {
        return await Promise.race([work, timeout]);
    }
    finally {
        timer.abort();
    }
}
//# sourceMappingURL=within.js.map
;// CONCATENATED MODULE: ./lib/rollout/traffic.js



const isPair = (rollout) => rollout.request.snapshot.target.pair !== undefined;
/** Who is live by what this rollout has seen; `undefined` for rollouts on one environment. */
function sidesNow(rollout) {
    const { pair, environment } = rollout.request.snapshot.target;
    if (pair === undefined)
        return undefined;
    const before = { id: environment.id, name: environment.name };
    const idle = rollout.runs.get(pair.idleName)?.target ?? pair.idle?.environment;
    const other = idle === undefined || idle.id === '' ? undefined : { id: idle.id, name: idle.name };
    const { traffic } = rollout;
    const { productionCname } = pair;
    if (traffic?.state === 'moved' && traffic.step.to.name !== before.name && other !== undefined) {
        return { productionCname, live: other, idle: before };
    }
    return { productionCname, live: before, ...(other === undefined ? {} : { idle: other }) };
}
const stillMoving = ({ traffic }) => traffic?.state === 'moving'
    ? [`Elastic Beanstalk may still be moving ${traffic.step.productionCname} to ${traffic.step.to.name}.`]
    : [];
const LOOKING = { each: (0,domain_time/* seconds */.YA)(0.8), all: (0,domain_time/* seconds */.YA)(4.5) };
/** A request to stop while a swap was on its way: looked up, so that the report can say who is live. */
async function lookUpSwap(rollout) {
    const { traffic } = rollout;
    const { ports } = rollout.request;
    if (traffic?.state !== 'moving')
        return;
    const giveUpAt = ports.clock.now() + LOOKING.all;
    const to = rollout.runs.get(traffic.step.to.name);
    while (to !== undefined && ports.clock.now() < giveUpAt) {
        try {
            const seen = await within(ports.clock, rollout.reader.environment(to.target.id), LOOKING.each);
            if (seen?.status === 'Ready' && seen.cname?.toLowerCase() === traffic.step.productionCname.toLowerCase()) {
                rollout.traffic = { ...traffic, state: 'moved', since: ports.clock.now() };
                return;
            }
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l))
                throw error;
        }
        await ports.clock.sleep(LOOKING.each);
    }
}
/** What a request to stop has left of the traffic, in a sentence. */
function trafficSentence(rollout) {
    const sides = sidesNow(rollout);
    if (sides === undefined)
        return undefined;
    switch (rollout.traffic?.state) {
        case undefined:
            return `Traffic was not moved: ${sides.live.name} serves as before.`;
        case 'moving':
            return `A swap of ${sides.productionCname} to ${rollout.traffic.step.to.name} was asked for; whether it has happened could not be seen in time.`;
        case 'moved':
            return `${sides.live.name} has the traffic and keeps it.`;
    }
}
/**
 * Right before an update of the side that has no traffic: it must not have been given the traffic meanwhile. What is
 * deployed there is not proven yet, and users must not meet it.
 */
async function whyLive(run) {
    const { rollout, target } = run;
    const sides = sidesNow(rollout);
    if (sides === undefined || sides.live.name === target.name)
        return undefined;
    const environment = await rollout.request.ports.beanstalk.environment(target.id);
    if (environment?.cname?.toLowerCase() !== sides.productionCname.toLowerCase())
        return undefined;
    return {
        code: 'sides-changed',
        blame: 'you',
        what: `${target.name} holds ${sides.productionCname} now, so it is the live side: somebody has moved the traffic since the plan was made.`,
        hint: 'Run the job again; give the jobs that work on these two environments one concurrency group.',
    };
}
//# sourceMappingURL=traffic.js.map
;// CONCATENATED MODULE: ./lib/rollout/cancel.js






/** The runner kills the process 7.5 s after SIGINT; the parts below stay under six in all. */
const LIMITS = { answer: (0,domain_time/* seconds */.YA)(2.2), peek: (0,domain_time/* seconds */.YA)(0.6), abort: (0,domain_time/* seconds */.YA)(2.8), cleanUp: (0,domain_time/* seconds */.YA)(4) };
/** The ending after a request to stop. Fires at most one abort, within a second, and only for an update of ours. */
async function endCancelled(rollout) {
    const { settings, say } = rollout.request;
    const run = touchedLast(rollout);
    const wantsAbort = settings.onCancel === 'abort';
    // Nothing of ours runs in any environment while the bundle is on its way, so the two never add up.
    if (run === undefined && rollout.publishing !== undefined) {
        await within(rollout.request.ports.clock, settled(rollout.publishing), LIMITS.cleanUp);
    }
    if (run?.asking !== undefined)
        await within(run.request.ports.clock, run.asking, LIMITS.answer);
    const isOngoing = run?.ours !== undefined && !run.hasEnded;
    say({ type: 'cancel-requested', aborting: wantsAbort && isOngoing });
    const aborted = wantsAbort && isOngoing ? await abortOurs(run) : undefined;
    await lookUpSwap(rollout);
    const traffic = trafficSentence(rollout);
    return {
        state: 'cancelled',
        reason: [cancelReason(rollout, run, aborted), ...(traffic === undefined ? [] : [traffic])].join(' '),
        proof: rollout.proven?.proof ?? 'none',
        restored: rollout.hasChanged && rollout.proven === undefined && traffic === undefined ? 'no' : 'not-needed',
        stillRunning: [
            ...(run === undefined ? [] : afterAbort(run, aborted)),
            ...stillMoving(rollout),
            ...rollout.leftovers,
        ],
    };
}
/** The environment of the step that was interrupted: of all that were touched at most one has something in progress. */
function touchedLast(rollout) {
    const runs = [...rollout.runs.values()];
    return (runs.find((run) => run.asking !== undefined) ??
        runs.find((run) => run.ours !== undefined && !run.hasEnded) ??
        runs.findLast((run) => run.ours !== undefined));
}
/**
 * Aborts our update if it still runs and is certainly ours. A peek right before makes sure that what runs is not already
 * somebody else's update, started after ours has ended; a peek that takes too long does not hold the abort up.
 */
async function abortOurs(run) {
    const { ours } = run;
    if (ours === undefined || run.hasEnded)
        return { abort: 'spared', because: 'no update of ours is in progress' };
    if (ours.isCreation)
        return { abort: 'spared', because: 'Elastic Beanstalk cannot abort a creation' };
    if (ours.step.purpose === 'undo')
        return { abort: 'spared', because: 'it puts back what was there before' };
    const peeked = await within(run.request.ports.clock, peek(run, ours), LIMITS.peek);
    if (peeked !== undefined && peeked.because !== undefined)
        return { abort: 'spared', because: peeked.because };
    if (!ours.isCertain && peeked?.isConfirmed !== true) {
        return { abort: 'spared', because: 'the answer to our update was lost, and nothing shows that what runs is ours' };
    }
    const call = run.request.ports.beanstalk.abort(run.target.id).then((accepted) => {
        run.watch.own(accepted.requestId);
        return { abort: 'sent' };
    }, (error) => {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return { abort: 'failed', because: `the service refused it: ${error.problem.what}` };
    });
    return ((await within(run.request.ports.clock, call, LIMITS.abort)) ?? {
        abort: 'failed',
        because: 'the service has not answered it yet',
    });
}
async function peek(run, ours) {
    const { id } = ours.step.environment;
    try {
        const [environment, events, isConfirmed] = await Promise.all([
            run.reader.environment(id),
            run.reader.events(id, run.watch.since),
            ours.isCertain ? true : showsOurVersion(run, ours),
        ]);
        const began = run.watch.known?.began !== undefined;
        if (environment?.status === 'Ready' && began)
            return { because: 'our update has ended by itself', isConfirmed };
        const opening = events.findLast((event) => (0,meanings/* meaningOf */.Pr)(event.message)?.kind === 'started');
        const isForeign = opening?.requestId !== undefined &&
            opening.date > (run.watch.known?.events.firstOwn ?? Number.POSITIVE_INFINITY) &&
            !run.watch.isOwn(opening.requestId);
        return isForeign ? { because: 'what runs now was started by somebody else', isConfirmed } : { isConfirmed };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
async function showsOurVersion(run, ours) {
    const { versionLabel } = ours.step;
    if (versionLabel === undefined || versionLabel === ours.baseline.versionLabel)
        return false;
    const { instances } = await run.reader.instances(run.target.id);
    return instances.some(({ deployment }) => deployment?.versionLabel === versionLabel);
}
const settled = (work) => work.then(() => undefined, () => undefined);
function cancelReason({ proven }, run, aborted) {
    if (proven !== undefined)
        return `Stopped on request after the deployment was proven: ${proven.reason}.`;
    if (run?.ours === undefined)
        return 'Stopped on request before the environment was changed.';
    const what = purposeWords(run.ours.step.purpose);
    if (run.hasEnded)
        return `Stopped on request; ${what} had ended, and nothing further was started.`;
    switch (aborted?.abort) {
        case undefined:
            return `Stopped on request; ${what} was left to go on.`;
        case 'sent':
            return `Stopped on request; ${what} is being aborted.`;
        case 'spared':
            return `Stopped on request; nothing was aborted, because ${aborted.because}.`;
        case 'failed':
            return `Stopped on request; ${what} could not be aborted: ${aborted.because.replace(/\.$/, '')}.`;
    }
}
/** What is left in the account after an abort was tried. */
function afterAbort(run, aborted) {
    const { name: environmentName } = run.target;
    if (run.ours === undefined || run.hasEnded)
        return [];
    if (aborted?.abort !== 'sent')
        return whatStillRuns(run.ours, run.watch.known, environmentName);
    const what = purposeWords(run.ours.step.purpose);
    // AWS guide, "Immutable environment updates" and "Traffic-splitting deployments": an abort terminates the new instances.
    const left = run.watch.known?.events.temporaryGroup
        ? 'its new instances are terminated and the old ones go on serving'
        : 'a version that was deployed in place may be left on some of the instances';
    return [`Elastic Beanstalk is aborting ${what} of ${environmentName}, which becomes Ready by itself; ${left}.`];
}
//# sourceMappingURL=cancel.js.map
;// CONCATENATED MODULE: ./lib/rollout/relevant-lines.js
/** Shortens a log to the lines that matter: those that speak of trouble, with their surroundings, and the end. Pure. */
const USUAL_SIZE = { lines: 40, lineLength: 400 };
const TROUBLE = /\b(error|fatal|fail(ed|ure|ing)?|exception|traceback|panic|critical|denied|refused|cannot|not found|no such|killed|out of memory|oom|exit(ed)? (code|status|with)|unhandled|uncaught|timed? ?out|segfault|syntaxerror|eaddrinuse|enoent|eacces)\b|\berr!|^\s+at\s/i;
const BEFORE = 2;
const AFTER = 2;
/** Lines of the end that are kept even when they say nothing of trouble. */
const LAST = 8;
function relevantLines(text, size = USUAL_SIZE) {
    const all = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const wanted = all.length <= size.lines ? new Set(all.keys()) : indexesOf(all, size.lines);
    const lines = [];
    let isCut = false;
    let previous = -1;
    for (const index of [...wanted].sort((left, right) => left - right)) {
        if (index > previous + 1)
            lines.push('…');
        previous = index;
        const line = all[index] ?? '';
        isCut ||= line.length > size.lineLength;
        lines.push(line.length > size.lineLength ? `${line.slice(0, size.lineLength)}…` : line);
    }
    return { lines, truncated: isCut || wanted.size < all.length };
}
/** The newest trouble first, until the room is used up: the last failure is the one that ended it. */
function indexesOf(all, room) {
    const chosen = new Set();
    const choose = (index) => {
        if (index >= 0 && index < all.length && chosen.size < room)
            chosen.add(index);
    };
    for (let index = all.length - 1; index >= all.length - LAST; index -= 1)
        choose(index);
    for (let index = all.length - 1; index >= 0 && chosen.size < room; index -= 1) {
        if (!TROUBLE.test(all[index] ?? ''))
            continue;
        for (let near = index + AFTER; near >= index - BEFORE; near -= 1)
            choose(near);
    }
    return chosen;
}
//# sourceMappingURL=relevant-lines.js.map
;// CONCATENATED MODULE: ./lib/rollout/deployment-log.js

/** The service caps the log at 1 MB; its end tells how the deployment went. */
const LIMIT_BYTES = 256 * 1_024;
async function deploymentLogs(run) {
    const { ports } = run.request;
    const requestId = run.ours?.requestId;
    if (requestId === undefined)
        return { found: [], gaps: [] };
    const bucket = await ports.beanstalk.storageBucket();
    const prefix = `resources/environments/logs/deployments/${run.target.id}/`;
    const objects = await ports.store.list(bucket, prefix);
    const ours = objects.filter((object) => object.key.includes(requestId));
    const newest = ours.reduce((best, object) => (best === undefined || object.lastModified > best.lastModified ? object : best), undefined);
    if (newest === undefined) {
        return { found: [], gaps: ['The platform left no deployment log in the storage bucket for this deployment.'] };
    }
    const text = await ports.store.readEnd(bucket, newest.key, LIMIT_BYTES);
    const { lines, truncated } = relevantLines(text);
    return { found: [{ source: `s3://${bucket}/${newest.key}`, lines, truncated }], gaps: [] };
}
//# sourceMappingURL=deployment-log.js.map
;// CONCATENATED MODULE: ./lib/rollout/tail-logs.js


const WAIT = (0,domain_time/* seconds */.YA)(75);
const EVERY = (0,domain_time/* seconds */.YA)(4);
/** Tail logs are the last hundred lines of each main log (AWS guide, "Viewing logs"). */
const tail_logs_LIMIT_BYTES = 128 * 1_024;
const MOST_INSTANCES = 3;
/** After the first file, so long for those of the other instances. */
const STRAGGLERS = (0,domain_time/* seconds */.YA)(8);
async function tailLogs(run, instances, giveUpAt) {
    const { ports } = run.request;
    const { id } = run.target;
    const environment = await ports.beanstalk.environment(id);
    if (environment?.status !== 'Ready') {
        const status = environment?.status ?? 'gone';
        return { found: [], gaps: [`The environment is ${status}, and logs are only handed out while it is Ready.`] };
    }
    const known = new Set((await filesBefore(run)).map(sampleOf));
    await ports.beanstalk.requestTailLogs(id);
    const files = await awaitFiles(run, known, instances.length, Math.min(giveUpAt, ports.clock.now() + WAIT));
    if (files.length === 0) {
        return { found: [], gaps: [`The instances handed out no logs within ${(0,domain_time/* formatDuration */.a3)(WAIT)}.`] };
    }
    const chosen = worstFirst(files, instances).slice(0, MOST_INSTANCES);
    const found = [];
    for (const file of chosen) {
        const { lines, truncated } = relevantLines(await ports.beanstalk.download(file.url, tail_logs_LIMIT_BYTES));
        found.push({ source: `tail logs of ${file.instanceId}`, lines, truncated });
    }
    const left = files.length - chosen.length;
    return { found, gaps: left > 0 ? [`The logs of ${left} more instances are left out.`] : [] };
}
/** Files of an earlier request, which the service goes on handing out; none is no error. */
async function filesBefore(run) {
    return run.request.ports.beanstalk.tailLogs(run.target.id).catch(() => []);
}
async function awaitFiles(run, known, instances, giveUpAt) {
    const { ports, cancel } = run.request;
    let newest = [];
    let firstAt;
    while (!cancel.aborted && ports.clock.now() < giveUpAt) {
        await ports.clock.sleep(EVERY, cancel);
        if (cancel.aborted)
            break;
        newest = (await ports.beanstalk.tailLogs(run.target.id)).filter((file) => !known.has(sampleOf(file)));
        if (newest.length > 0)
            firstAt ??= ports.clock.now();
        const isComplete = instances > 0 && newest.length >= instances;
        if (isComplete || (firstAt !== undefined && ports.clock.now() - firstAt >= STRAGGLERS))
            break;
    }
    return newest;
}
/** The same sample has the same instance and moment; its link is signed anew each time. */
function sampleOf(file) {
    return `${file.instanceId} ${file.sampledAt ?? file.url.split('?')[0]}`;
}
/** Instances whose deployment failed first, then the sick ones. */
function worstFirst(files, instances) {
    const badness = (file) => {
        const instance = instances.find(({ id }) => id === file.instanceId);
        if (instance?.deployment?.status === 'Failed')
            return 0;
        if (instance?.color === 'Red')
            return 1;
        return instance?.color === 'Green' ? 3 : 2;
    };
    return [...files].sort((left, right) => badness(left) - badness(right));
}
//# sourceMappingURL=tail-logs.js.map
;// CONCATENATED MODULE: ./lib/rollout/evidence.js
/**
 * Gathers what helps to understand a failure: causes, what each instance runs, and the lines of a log that matter.
 * Never fails the report: whatever cannot be had becomes a gap with its reason. All texts are foreign.
 */




/** All of it together takes no longer than this, tail logs included. */
const EVIDENCE_LIMIT = (0,domain_time/* seconds */.YA)(100);
/** `enhancedHealth`: basic health knows neither causes nor instances. */
async function gatherEvidence(run, enhancedHealth) {
    const { ports, settings, cancel } = run.request;
    const { id } = run.target;
    const giveUpAt = ports.clock.now() + EVIDENCE_LIMIT;
    const health = enhancedHealth ? await attempt('health', undefined, () => ports.beanstalk.health(id)) : basic;
    const instances = enhancedHealth
        ? await attempt('instances', [], async () => (await ports.beanstalk.instances(id)).instances)
        : noInstances;
    const wantsLogs = settings.logsOnFailure === 'tail' && !cancel.aborted;
    const logs = wantsLogs ? await gatherLogs(run, instances.found, giveUpAt) : { found: [], gaps: [] };
    return {
        environmentCauses: health.found?.causes ?? [],
        instances: instances.found,
        ...(health.found === undefined ? {} : { health: health.found }),
        logs: logs.found,
        gaps: [...health.gaps, ...instances.gaps, ...logs.gaps],
    };
}
const basic = {
    found: undefined,
    gaps: ['Basic health gives no causes and does not tell what each instance runs; enhanced health does.'],
};
const noInstances = { found: [], gaps: [] };
/** The deployment log of newer platforms is at hand at once; the tail of the logs has to be asked for. */
async function gatherLogs(run, instances, giveUpAt) {
    const deployment = await attempt('the deployment log', { found: [], gaps: [] }, () => deploymentLogs(run));
    if (deployment.found.found.length > 0)
        return { found: deployment.found.found, gaps: [...deployment.gaps, ...deployment.found.gaps] };
    const tail = await attempt('the logs of the instances', { found: [], gaps: [] }, () => tailLogs(run, instances, giveUpAt));
    return {
        found: tail.found.found,
        gaps: [...deployment.gaps, ...deployment.found.gaps, ...tail.gaps, ...tail.found.gaps],
    };
}
async function attempt(what, otherwise, gather) {
    try {
        return { found: await gather(), gaps: [] };
    }
    catch (error) {
        // Whatever goes wrong here, the failure that is being explained must be reported.
        const why = error instanceof domain_problem/* ActionError */.l ? error.problem.what : `${String(error)}.`;
        return { found: otherwise, gaps: [`Could not read ${what}: ${why}`] };
    }
}
//# sourceMappingURL=evidence.js.map
// EXTERNAL MODULE: ./lib/domain/fleet.js
var fleet = __webpack_require__(5360);
// EXTERNAL MODULE: ./lib/watch/stop.js
var watch_stop = __webpack_require__(5147);
// EXTERNAL MODULE: ./lib/domain/alarm.js
var alarm = __webpack_require__(9473);
// EXTERNAL MODULE: ./lib/domain/gate.js
var gate = __webpack_require__(1129);
;// CONCATENATED MODULE: ./lib/domain/verdict.js
/** The three answers of a judge. "Cannot tell" is waiting, with that reason; it never becomes success by itself. */
const waiting = (reason) => ({ verdict: 'waiting', reason });
const reached = (reason) => ({ verdict: 'reached', reason });
const failed = (code, reason) => ({
    verdict: 'failed',
    code,
    reason,
});
//# sourceMappingURL=verdict.js.map
;// CONCATENATED MODULE: ./lib/rollout/alarm-watch.js
/** Alarms while something else is being watched: asked again and again, until one goes off or the other has ended. */






/** Alarms are judged once a minute by the service, some every ten seconds. */
const alarm_watch_EVERY = (0,domain_time/* seconds */.YA)(15);
/** One look. A call that fails and may be made again cannot tell; others throw. */
async function askAlarms(rollout, { names }) {
    const { ports, say } = rollout.request;
    try {
        return (0,alarm/* judgeAlarms */.eX)(names, await ports.alarms.read(names));
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return (0,gate/* cannotTell */.JM)(`the alarms could not be read (${error.problem.what.replace(/\.$/, '')})`);
    }
}
/** Resolves with the reason when an alarm goes off; with `undefined` when `ended` aborts first. */
async function alarmGoesOff(rollout, alarms, ended) {
    const { clock } = rollout.request.ports;
    const every = rollout.request.settings.pollInterval ?? alarm_watch_EVERY;
    while (!ended.aborted) {
        await clock.sleep(every, ended);
        if (ended.aborted)
            return undefined;
        const finding = await askAlarms(rollout, alarms);
        if (finding.result === 'fail' && !ended.aborted)
            return finding.why;
    }
    return undefined;
}
/** What a gate's last word means: go on (`undefined`), or stop with a problem. An inconclusive one is never passed in silence. */
function afterFinding(rollout, finding, onInconclusive, problems) {
    switch (finding.result) {
        case 'pass':
            rollout.request.say({ type: 'notice', text: `Gate passed: ${finding.why}.` });
            return undefined;
        case 'fail':
            return problems.failed(finding.why);
        case 'inconclusive': {
            const problem = problems.unclear(finding.why);
            if (onInconclusive === 'fail')
                return problem;
            rollout.request.say({
                type: 'warning',
                problem: { ...problem, what: `A gate could not tell: ${finding.why}. The rollout goes on.` },
            });
            return undefined;
        }
    }
}
/** Watches an update with the alarms beside it. One that goes off ends the wait at once, as a failure with its reason. */
async function settleUnderAlarms(run, alarms, settle) {
    const { rollout } = run;
    const { cancel } = rollout.request;
    const stop = new AbortController();
    const ended = new AbortController();
    let wentOff;
    let broken;
    const watching = alarmGoesOff(rollout, alarms, AbortSignal.any([ended.signal, cancel]))
        .then((why) => {
        wentOff = why;
    })
        .catch((error) => {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        broken = error.problem;
    })
        .finally(() => stop.abort());
    const end = await settle(stop.signal).finally(() => ended.abort());
    // A request to stop has seconds: a call that is under way is left behind.
    await (0,watch_stop/* unlessStopped */.O)(watching, cancel);
    if (cancel.aborted)
        return end;
    const { known } = end;
    if (wentOff !== undefined) {
        return { end: 'judged', verdict: failed('alarm-went-off', wentOff), proof: 'none', known };
    }
    if (broken !== undefined)
        return { end: 'broken', problem: broken, known };
    if (end.end !== 'judged' || end.verdict.verdict !== 'reached')
        return end;
    const problem = await (0,watch_stop/* unlessStopped */.O)(lastWord(rollout, alarms), cancel);
    if (cancel.aborted)
        return { end: 'cancelled', known };
    if (problem === undefined)
        return end;
    const code = problem.code === 'inconclusive' ? 'inconclusive' : 'alarm-went-off';
    return { ...end, verdict: failed(code, problem.what.replace(/\.$/, '')) };
}
/** The alarms once more, at the end of what they guard. */
async function lastWord(rollout, alarms, when = '') {
    return afterFinding(rollout, await askAlarms(rollout, alarms), alarms.onInconclusive, {
        failed: (why) => (0,alarm/* alarmProblem */.By)(why, when),
        unclear: alarm/* inconclusiveProblem */.Wk,
    });
}
//# sourceMappingURL=alarm-watch.js.map
;// CONCATENATED MODULE: ./lib/rollout/as-before.js
/** What was sick before the rollout need not be better after its undo; what was well has to be well again. */
function acceptedBefore({ target, request: { settings, snapshot } }) {
    const { acceptHealth } = settings;
    const { environment } = snapshot.target;
    if (target.id !== environment.id || acceptHealth.kind !== 'statuses')
        return acceptHealth;
    return accepts(acceptHealth, environment) ? acceptHealth : { kind: 'not-worse' };
}
function accepts({ statuses, colors }, { health, healthStatus }) {
    return healthStatus === undefined ? colors.includes(health) : statuses.includes(healthStatus);
}
/** Health is compared with how it was before the rollout, not with how the failure has left it. */
function baselineBefore({ target, request: { snapshot } }, baseline) {
    const { environment } = snapshot.target;
    if (target.id !== environment.id)
        return baseline;
    const { healthStatus: _, ...rest } = baseline;
    const { health, healthStatus } = environment;
    return { ...rest, health, ...(healthStatus === undefined ? {} : { healthStatus }) };
}
//# sourceMappingURL=as-before.js.map
;// CONCATENATED MODULE: ./lib/watch/allowances.js
/** How long the service may lag behind itself before a judge takes its answers at their word. One table, with reasons. */

const ALLOWANCES = {
    /**
     * An accepted update whose beginning nobody can see: the opening event is written before the answer and was readable
     * after 1.7 s (observed), so minutes of nothing are no lag.
     */
    notStarted: (0,domain_time/* minutes */.Gx)(3),
    /** DescribeEnvironments answers without the environment: eventual consistency, or a permission that was lost. */
    absent: (0,domain_time/* minutes */.Gx)(2),
    /** Ready, yet still the old label: AWS's own deploy action allows 30 s before it speaks of a rollback. */
    labelLag: (0,domain_time/* seconds */.YA)(60),
    /** Ready, yet instances with another deployment: agents report every 10 s, removed instances stay listed for a while. */
    fleetLag: (0,domain_time/* seconds */.YA)(90),
    /** Ready, yet other option values in DescribeConfigurationSettings. */
    settingsLag: (0,domain_time/* seconds */.YA)(60),
    /** Instances or health that were not computed anew since the end, although agents report every 10 s. */
    refresh: (0,domain_time/* minutes */.Gx)(5),
    /** Basic health tells no refresh time; its checks run every 10 s (AWS guide, "Basic health reporting"). */
    basicRefresh: (0,domain_time/* seconds */.YA)(15),
    /** DateUpdated has not moved although an event announced the end so long ago: then it does not move. */
    unmovedDate: (0,domain_time/* seconds */.YA)(90),
};
//# sourceMappingURL=allowances.js.map
;// CONCATENATED MODULE: ./lib/watch/event-facts.js

const NO_FACTS = {
    readings: 0,
    incredibleInARow: 0,
    seen: 0,
    batchesEnded: 0,
    temporaryGroup: false,
    additionalBatch: false,
    cleaningUp: false,
    failures: [],
    configurationFailures: [],
    errors: [],
    completed: [],
    addedIds: new Set(),
    removedIds: new Set(),
};
/** The health that an event announces, if it is such an event. */
function announcedHealth(event) {
    const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
    return meaning?.kind === 'health' ? meaning.to : undefined;
}
function learnFromEvents(facts, fresh, credible, at) {
    const counted = {
        ...facts,
        readings: facts.readings + 1,
        incredibleInARow: credible ? 0 : facts.incredibleInARow + 1,
        seen: facts.seen + fresh.length,
    };
    const next = fresh.reduce(withEvent, counted);
    const ended = next.completed.length + next.failures.length > 0;
    return ended && next.endHintAt === undefined ? { ...next, endHintAt: at } : next;
}
function withEvent(facts, event) {
    const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
    switch (event.attribution) {
        case 'own':
            return withMeaning(withOwn(facts, event), event, meaning);
        case 'shared':
            return meaning === undefined ? facts : withShared(facts, meaning);
        case 'other':
            return meaning === undefined ? facts : withOther(facts, event, meaning);
    }
}
function withOwn(facts, event) {
    const isError = event.severity === 'ERROR' || event.severity === 'FATAL';
    return {
        ...facts,
        newestOwn: Math.max(facts.newestOwn ?? event.date, event.date),
        firstOwn: Math.min(facts.firstOwn ?? event.date, event.date),
        errors: isError ? [...facts.errors, event] : facts.errors,
    };
}
function withMeaning(facts, event, meaning) {
    switch (meaning?.kind) {
        case 'batch-started':
            return { ...facts, batch: Math.max(facts.batch ?? 0, meaning.batch) };
        case 'batch-ended':
            return { ...facts, batchesEnded: Math.max(facts.batchesEnded, meaning.batch) };
        case 'instances-done':
            return withDone(facts, meaning);
        case 'temporary-group':
            return { ...facts, temporaryGroup: true };
        case 'additional-batch':
            return { ...facts, additionalBatch: true };
        case 'cleaning-up':
            return { ...facts, cleaningUp: true };
        case 'deployment-failed':
        case 'operation-failed':
            return { ...facts, failures: [...facts.failures, event] };
        case 'configuration-failed':
        case 'reverted':
            return {
                ...facts,
                failures: [...facts.failures, event],
                configurationFailures: [...facts.configurationFailures, event],
            };
        case 'completed':
            return { ...facts, completed: [...facts.completed, event] };
        case 'instances-added':
        case 'instances-removed':
            return withShared(facts, meaning);
        case 'started':
        case 'aborted':
        case 'failure-detail':
        case 'version-deployed':
        case 'configuration-deployed':
        case 'health':
        case 'logs-pulled':
        case 'logs-failed':
        case undefined:
            return facts;
    }
}
function withDone(facts, { done, total }) {
    const next = { ...facts, done: { done, total } };
    return facts.batch === undefined || facts.instancesPerBatch !== undefined || done === 0
        ? next
        : { ...next, instancesPerBatch: done / facts.batch };
}
/** Health transitions and the comings and goings of instances carry no request id (observed). */
function withShared(facts, meaning) {
    if (meaning.kind === 'instances-added') {
        return { ...facts, addedIds: new Set([...facts.addedIds, ...meaning.ids]) };
    }
    if (meaning.kind === 'instances-removed') {
        return { ...facts, removedIds: new Set([...facts.removedIds, ...meaning.ids]) };
    }
    return facts;
}
function withOther(facts, event, meaning) {
    const isAbort = meaning.kind === 'aborted' || (meaning.kind === 'started' && meaning.operation === 'abort');
    if (isAbort)
        return { ...facts, abortByOthers: event };
    if (meaning.kind !== 'started')
        return facts;
    switch (meaning.operation) {
        case 'terminate':
            return { ...facts, terminationByOthers: event };
        case 'update':
        case 'rebuild':
        case 'restart':
            // Late news of an operation before ours is no news.
            return facts.firstOwn !== undefined && event.date > facts.firstOwn ? { ...facts, updateByOthers: event } : facts;
        case 'create':
        case 'swap':
        case 'abort':
        case 'application':
            return facts;
    }
}
//# sourceMappingURL=event-facts.js.map
;// CONCATENATED MODULE: ./lib/watch/knowledge.js


/** The environment as the point of comparison of an update that is about to be asked for. */
function baselineOf(environment) {
    return {
        environmentId: environment.id,
        health: environment.health,
        ...(environment.dateUpdated === undefined ? {} : { dateUpdated: environment.dateUpdated }),
        ...(environment.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
        ...(environment.healthStatus === undefined ? {} : { healthStatus: environment.healthStatus }),
    };
}
function beginKnowing(baseline, askedAt) {
    return {
        askedAt,
        baseline,
        environmentReadings: 0,
        absentInARow: 0,
        leftReady: false,
        abortingSeen: false,
        abortedByUs: false,
        readyInARow: 0,
        unavailable: {},
        samples: [],
        events: NO_FACTS,
    };
}
function learn(known, seen) {
    switch (seen.of) {
        case 'environment':
            return seen.environment === undefined
                ? withoutEnvironment(known, seen.at)
                : withEnvironment(known, seen.environment, seen.at);
        case 'events':
            return withEvents(known, seen.fresh, seen.credible, seen.at);
        case 'instances':
            return withInstances(known, seen.reading, seen.at);
        case 'health':
            return withSample({ ...known, health: seen.reading, healthAt: seen.at }, { at: seen.at, health: seen.reading.status, source: 'reading', ...dated(seen.reading.refreshedAt) });
        case 'settings':
            return { ...known, settings: seen.settings, settingsAt: seen.at };
        case 'unavailable':
            return { ...known, unavailable: { ...known.unavailable, [seen.reading]: seen.problem } };
    }
}
/**
 * The service's date of the update's end: readings older than this say nothing about the result. `DateUpdated` equals the
 * last event's second or follows it within one (observed). `undefined` while it has not ended or no date is known.
 */
function endDate(known) {
    if (known.readySince === undefined)
        return undefined;
    const dates = [known.readyDateUpdated, known.events.newestOwn].filter((date) => date !== undefined);
    return dates.length === 0 ? undefined : Math.max(...dates);
}
function withoutEnvironment(known, at) {
    return {
        ...known,
        environmentReadings: known.environmentReadings + 1,
        absentInARow: known.absentInARow + 1,
        absentSince: known.absentSince ?? at,
        absentAt: at,
    };
}
function withEnvironment(before, environment, at) {
    const { absentSince: _, absentAt: __, ...known } = before;
    const leftReady = known.leftReady || (environment.status !== 'Ready' && environment.status !== 'Unrecognised');
    const next = {
        ...known,
        environment,
        environmentAt: at,
        environmentReadings: known.environmentReadings + 1,
        absentInARow: 0,
        leftReady,
        abortingSeen: known.abortingSeen || environment.status === 'Aborting',
    };
    const began = beganBecauseOf(next, environment, at);
    return withReadiness(began === undefined ? next : { ...next, began }, environment, at);
}
function beganBecauseOf(known, environment, at) {
    if (known.began !== undefined)
        return known.began;
    // The service refuses updates of environments that are not Ready: whatever runs after it accepted ours is ours.
    if (environment.status === 'Updating' || environment.status === 'Aborting' || environment.status === 'Launching')
        return { by: 'updating', at };
    const { dateUpdated } = known.baseline;
    if (dateUpdated !== undefined && environment.dateUpdated !== undefined && environment.dateUpdated > dateUpdated) {
        return { by: 'date-updated', at };
    }
    return undefined;
}
function withReadiness(known, environment, at) {
    if (environment.status !== 'Ready' || !isAfterTheUpdate(known, environment, at))
        return withoutReadiness(known);
    const next = {
        ...known,
        readySince: known.readySince ?? at,
        readyInARow: known.readyInARow + 1,
        ...(environment.dateUpdated === undefined ? {} : { readyDateUpdated: environment.dateUpdated }),
    };
    return withSample(next, { at, health: environment.healthStatus ?? environment.health, source: 'environment' });
}
/**
 * A Ready that was read before the update was noticed, or from a replica that lags, is not its end. DateUpdated moves with
 * every operation (observed), so the same DateUpdated as before means: that is still the moment before. Only when an event
 * has announced the end long ago is the date taken to be one that does not move.
 */
function isAfterTheUpdate(known, environment, at) {
    if (known.began === undefined)
        return false;
    if (known.leftReady)
        return true;
    const { dateUpdated } = known.baseline;
    if (dateUpdated === undefined || environment.dateUpdated === undefined)
        return true;
    if (environment.dateUpdated > dateUpdated)
        return true;
    const { endHintAt } = known.events;
    return endHintAt !== undefined && at - endHintAt >= ALLOWANCES.unmovedDate;
}
function withoutReadiness(known) {
    const { readySince: _, readyDateUpdated: __, ...rest } = known;
    return { ...rest, readyInARow: 0, samples: [] };
}
function withEvents(known, fresh, credible, at) {
    const events = learnFromEvents(known.events, fresh, credible, at);
    const began = known.began ?? (fresh.some((event) => event.attribution === 'own') ? { by: 'event', at } : undefined);
    const next = { ...known, events, eventsAt: at, ...(began === undefined ? {} : { began }) };
    return healthSamplesOf(fresh, at).reduce(withSample, next);
}
function healthSamplesOf(fresh, at) {
    return fresh.flatMap((event) => {
        const health = event.attribution === 'shared' ? announcedHealth(event) : undefined;
        return health === undefined ? [] : [{ at, health, source: 'event', date: event.date }];
    });
}
function withInstances(known, reading, at) {
    const ids = reading.instances.map((instance) => instance.deployment?.id ?? 0);
    const highest = Math.max(known.highestDeploymentId ?? 0, ...ids);
    return { ...known, instances: reading, instancesAt: at, ...(highest > 0 ? { highestDeploymentId: highest } : {}) };
}
function withSample(known, sample) {
    return known.readySince === undefined ? known : { ...known, samples: [...known.samples, sample] };
}
function dated(date) {
    return date === undefined ? {} : { date };
}
//# sourceMappingURL=knowledge.js.map
;// CONCATENATED MODULE: ./lib/rollout/foreign-work.js
/** Whether somebody else has begun something on an environment since our update: then it is not ours to change any more. */


/** A clause, or `undefined` when nothing shows anybody else. Unreadable events show nobody: the service will refuse. */
async function foreignWork(run) {
    const firstOwn = run.watch.known?.events.firstOwn;
    if (firstOwn === undefined)
        return undefined;
    try {
        const events = await run.reader.events(run.target.id, run.watch.since);
        const opening = events.findLast((event) => {
            const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
            if (meaning?.kind !== 'started' || event.date <= firstOwn)
                return false;
            // An abort is no work of its own, and one of ours may have lost its answer.
            const isWork = meaning.operation !== 'abort' && meaning.operation !== 'application';
            return isWork && event.requestId !== undefined && !run.watch.isOwn(event.requestId);
        });
        if (opening === undefined)
            return undefined;
        const at = new Date(opening.date).toISOString();
        return `somebody else has begun something on the environment since (“${opening.message}”, ${at}, request ${opening.requestId ?? '?'})`;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
//# sourceMappingURL=foreign-work.js.map
;// CONCATENATED MODULE: ./lib/rollout/ask.js








/** So long a lost call is looked for: a begun update was readable within two seconds (observed). */
const SEARCH = (0,domain_time/* seconds */.YA)(45);
const LOST_AT_MOST = 4;
async function askForUpdate(run, step) {
    const { ports, cancel, settings } = run.request;
    const giveUpAt = Math.min(run.rollout.deadline, ports.clock.now() + Math.max(settings.busyTimeout, (0,domain_time/* minutes */.Gx)(1)));
    let environment = run.environment;
    let pause = (0,domain_time/* seconds */.YA)(0);
    for (let lost = 0;;) {
        if (cancel.aborted)
            return { asked: 'cancelled' };
        if (environment === undefined) {
            const readiness = await (0,busy/* awaitReady */.k)(run, giveUpAt, { notBefore: ports.clock.now() + pause });
            if (readiness.readiness === 'cancelled')
                return { asked: 'cancelled' };
            if (readiness.readiness === 'refused')
                return { asked: 'refused', problem: readiness.problem };
            environment = readiness.environment;
        }
        const taken = await whyLive(run);
        if (taken !== undefined)
            return { asked: 'refused', problem: taken };
        const foreign = step.purpose === 'undo' ? await foreignWork(run) : undefined;
        if (foreign !== undefined)
            return { asked: 'refused', problem: notOurs(foreign) };
        const sent = await send(run, step, environment);
        if (sent === 'cancelled')
            return { asked: 'cancelled' };
        if (!(sent instanceof domain_problem/* ActionError */.l))
            return { asked: 'accepted' };
        const isBusy = sent.problem.code === 'environment-busy' && settings.onBusy !== 'fail';
        // Busy after a lost answer: it may be busy with the very update that was lost.
        if (sent.answerLost || (lost > 0 && sent.problem.code === 'environment-busy')) {
            const found = await searchLost(run, step, environment);
            if (found !== 'nothing')
                return { asked: found };
            lost += 1;
            if (lost >= LOST_AT_MOST)
                return { asked: 'refused', problem: sent.problem };
            run.request.say({ type: 'notice', text: 'The call for the update never arrived; it is sent once more.' });
        }
        else if (!isBusy && sent.nature === 'permanent')
            return { asked: 'refused', problem: sent.problem };
        if (ports.clock.now() >= giveUpAt)
            return { asked: 'refused', problem: sent.problem };
        environment = undefined;
        // It was refused although it had shown Ready: not again at once.
        pause = (0,domain_time/* seconds */.YA)(5);
    }
}
/** Waiting for somebody else's update to end, only to overwrite it, would be no way back. */
const notOurs = (foreign) => ({
    code: 'environment-taken',
    blame: 'you',
    what: `Nothing was put back, because ${foreign}.`,
    hint: 'Find out who deploys to this environment besides this workflow, and give them one concurrency group.',
});
async function send(run, step, environment) {
    const { ports, cancel } = run.request;
    const askedAt = ports.clock.now();
    const call = ports.beanstalk.update({
        environmentId: run.target.id,
        options: step.options,
        removeOptions: step.removeOptions,
        ...(step.versionLabel === undefined ? {} : { versionLabel: step.versionLabel }),
    });
    const asking = call.then((accepted) => take(run, step, environment, askedAt, accepted));
    // A cancellation waits for this for a moment: what was asked for must be known before it can be aborted.
    run.asking = asking.catch(() => undefined);
    try {
        const answer = await (0,watch_stop/* unlessStopped */.O)(asking, cancel);
        if (answer === undefined)
            return 'cancelled';
        run.asking = undefined;
        return 'accepted';
    }
    catch (error) {
        run.asking = undefined;
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return error;
    }
}
function take(run, step, environment, askedAt, accepted) {
    run.watch.own(accepted.requestId);
    return remember(run, {
        step,
        askedAt,
        isCertain: true,
        baseline: baselineOf(environment),
        ...(accepted.requestId === '' ? {} : { requestId: accepted.requestId }),
    });
}
function remember(run, update) {
    run.ours = update;
    run.hasEnded = false;
    run.rollout.hasChanged = true;
    return update;
}
/** Looks for an update that began after the call whose answer was lost. */
async function searchLost(run, step, environment) {
    const { ports, cancel, say } = run.request;
    const { clock } = ports;
    const askedAt = clock.now();
    say({ type: 'notice', text: 'The answer to the update was lost; looking for whether it has begun.' });
    const presumed = { step, askedAt, isCertain: false, baseline: baselineOf(environment) };
    while (clock.now() - askedAt < SEARCH) {
        await clock.sleep((0,domain_time/* seconds */.YA)(3), cancel);
        if (cancel.aborted)
            return 'cancelled';
        const seen = await sightings(run);
        if (seen === undefined)
            continue;
        const opening = seen.openings.length === 1 ? seen.openings[0]?.requestId : undefined;
        if (opening !== undefined) {
            run.watch.own(opening);
            remember(run, { ...presumed, requestId: opening });
            return 'accepted';
        }
        const isMoving = seen.environment !== undefined && seen.environment.status !== 'Ready';
        // Two openings: one of them is ours, nobody can say which. State will tell how it ends.
        if (seen.openings.length > 1 || (isMoving && clock.now() - askedAt > SEARCH / 2)) {
            remember(run, presumed);
            return 'accepted';
        }
    }
    return 'nothing';
}
async function sightings(run) {
    const { watch, reader, request } = run;
    const { id } = run.target;
    const after = watch.newestEvent ?? 0;
    try {
        const events = await reader.events(id, watch.since);
        const openings = events.filter((event) => {
            const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
            return event.date > after && meaning?.kind === 'started' && meaning.operation === 'update';
        });
        return { openings, environment: await reader.environment(id) };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return undefined;
    }
}
//# sourceMappingURL=ask.js.map
// EXTERNAL MODULE: ./lib/domain/environment.js
var domain_environment = __webpack_require__(9505);
;// CONCATENATED MODULE: ./lib/domain/accepted-health.js
/** Whether one sight of an environment's health is what the user accepts. Pure; how long it must last is judged elsewhere. */

/** `unclear`: grey, or a status that says nothing. `compared`: for `not-worse`, the health to compare with. */
function tasteOfHealth(accepted, seen, compared) {
    switch (accepted.kind) {
        case 'any':
            return 'good';
        case 'statuses': {
            const isGood = seen.healthStatus === undefined
                ? accepted.colors.includes(seen.health)
                : accepted.statuses.includes(seen.healthStatus);
            return isGood ? 'good' : seen.health === 'Grey' ? 'unclear' : 'bad';
        }
        case 'not-worse':
            return notWorse(seen, compared);
    }
}
const RANK = { Green: 0, Yellow: 1, Red: 2, Grey: undefined };
function notWorse(seen, compared) {
    const worse = seen.healthStatus !== undefined && compared?.healthStatus !== undefined
        ? (0,domain_environment/* isWorse */.Bx)(seen.healthStatus, compared.healthStatus)
        : undefined;
    if (worse !== undefined)
        return worse ? 'bad' : 'good';
    const [now, before] = [RANK[seen.health], RANK[compared?.health ?? 'Green'] ?? 0];
    return now === undefined ? 'unclear' : now > before ? 'bad' : 'good';
}
const shownHealth = ({ health, healthStatus }) => healthStatus ?? health;
const healthIn = (environment) => ({
    health: environment.health,
    ...(environment.healthStatus === undefined ? {} : { healthStatus: environment.healthStatus }),
});
//# sourceMappingURL=accepted-health.js.map
;// CONCATENATED MODULE: ./lib/rollout/proof.js
/** One look at whether a side runs a version everywhere and is well: the last word before it gets traffic. */


/** A clause that says what is missing; `undefined` when nothing is. Throws `ActionError` when nobody can tell. */
async function whyUnproven(run, proof, environment) {
    const { name } = environment;
    if (environment.status !== 'Ready')
        return `${name} is ${environment.status}`;
    if (environment.versionLabel !== proof.versionLabel) {
        return `${name} is on ${environment.versionLabel ?? 'no version'}, not on ${proof.versionLabel}`;
    }
    const { settings, snapshot, ports, say } = run.request;
    const live = healthIn(snapshot.target.environment);
    if (tasteOfHealth(settings.acceptHealth, healthIn(environment), live) !== 'good') {
        return `the health of ${name} is ${shownHealth(environment)}`;
    }
    if (!proof.enhancedHealth)
        return undefined;
    try {
        const reading = await ports.beanstalk.instances(run.target.id);
        say({ type: 'instances', instances: reading.instances });
        const why = whyNotEverywhere(reading, proof);
        return why === undefined ? undefined : `on ${name} ${why}`;
    }
    catch (error) {
        if (error instanceof domain_problem/* ActionError */.l && error.problem.code === 'enhanced-health-off')
            return undefined;
        throw error;
    }
}
function whyNotEverywhere({ instances }, proof) {
    const current = instances.filter(({ deployment }) => deployment?.versionLabel === proof.versionLabel && deployment.status === 'Deployed');
    if (current.length < instances.length) {
        return `${instances.length - current.length} of ${instances.length} instances do not report ${proof.versionLabel}`;
    }
    // Fewer than the live side has could not carry its load.
    return current.length < proof.instances
        ? `only ${current.length} of at least ${proof.instances} instances are in service`
        : undefined;
}
//# sourceMappingURL=proof.js.map
// EXTERNAL MODULE: ./lib/domain/host-rules.js
var host_rules = __webpack_require__(2726);
;// CONCATENATED MODULE: ./lib/rollout/routed.js




/** Rules take effect within seconds; nobody has published how long the service takes to change them, if it does. */
const LONGEST = (0,domain_time/* minutes */.Gx)(2);
const routed_EVERY = (0,domain_time/* seconds */.YA)(5);
async function performRouted(run, gate) {
    const { ports, cancel, say } = run.request;
    const { clock } = ports;
    const since = clock.now();
    for (;;) {
        if (cancel.aborted)
            return { step: 'cancelled' };
        const finding = await look(run, gate);
        if (cancel.aborted)
            return { step: 'cancelled' };
        if (finding.result === 'pass') {
            say({ type: 'notice', text: `Gate passed: ${finding.why}.` });
            return { step: 'done' };
        }
        if (clock.now() - since >= LONGEST) {
            const what = `${(0,domain_time/* formatDuration */.a3)(clock.now() - since)} after the swap, ${finding.why}.`;
            const hint = 'A swap of CNAMEs alone does not move traffic here. Move it by the weights of a rule, or give each side a load balancer of its own.';
            return { step: 'failed', run, problem: { code: 'host-rule-stays', blame: 'you', what, hint } };
        }
        await clock.sleep(routed_EVERY, cancel);
    }
}
async function look(run, { loadBalancerArn, host }) {
    const { loadBalancers } = run.request.ports;
    try {
        const rules = await loadBalancers.rules(loadBalancerArn);
        const environments = await loadBalancers.environments(loadBalancerArn);
        return (0,host_rules/* judgeRouting */.Ob)({ rules, environments }, host, run.target);
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return (0,gate/* cannotTell */.JM)('the rules of the shared load balancer could not be read');
    }
}
//# sourceMappingURL=routed.js.map
;// CONCATENATED MODULE: ./lib/watch/configuration-proof.js
/** Judges whether requested option values are deployed, by reading them back. Pure; never shows a value. */


const VARIABLES = 'aws:elasticbeanstalk:application:environment';
function asksSettings(expects) {
    return expects.options.length + expects.removedOptions.length > 0;
}
function findConfiguration(expects, known) {
    if (!asksSettings(expects))
        return { found: 'proven' };
    const { readySince, settings, settingsAt } = known;
    if (readySince === undefined)
        return { found: 'pending', reason: 'the update has not ended', wants: [] };
    if (settings === undefined || settingsAt === undefined || settingsAt < readySince) {
        return { found: 'pending', reason: 'the option settings have not been read back yet', wants: ['settings'] };
    }
    const deployed = settings.find((entry) => (entry.deploymentStatus ?? 'deployed') === 'deployed');
    const isOver = settingsAt - readySince >= ALLOWANCES.settingsLag;
    if (deployed === undefined)
        return withoutSettings(isOver);
    const wrong = [
        ...expects.options.filter((option) => !isDeployed(option, deployed)),
        ...expects.removedOptions.filter((option) => !isRemoved(option, deployed)),
    ];
    if (wrong.length === 0)
        return { found: 'proven', note: 'the requested option settings are deployed' };
    return notDeployed(wrong, settings, known, isOver, readySince);
}
function withoutSettings(isOver) {
    const reason = 'DescribeConfigurationSettings shows no deployed settings';
    if (!isOver)
        return { found: 'pending', reason, wants: ['settings'] };
    const permission = 'elasticbeanstalk:DescribeConfigurationSettings';
    return { found: 'failed', code: 'cannot-tell', reason: `${reason}; the permission ${permission} may be missing` };
}
function notDeployed(wrong, settings, known, isOver, readySince) {
    const names = wrong.map((option) => `${option.namespace} ${option.name}`).join(', ');
    const isDraftFailed = settings.some((entry) => entry.deploymentStatus === 'failed');
    const isAnnounced = known.events.failures.length > 0;
    if (!isOver && !isAnnounced && !isDraftFailed) {
        const reason = `not deployed yet: ${names}`;
        return { found: 'pending', reason, wants: ['settings'], dueAt: readySince + ALLOWANCES.settingsLag };
    }
    const draft = isDraftFailed ? '; the service keeps them as a draft that failed' : '';
    return {
        found: 'failed',
        code: 'configuration-failed',
        reason: `the environment is Ready without the requested settings: ${names}${draft}`,
    };
}
function isDeployed(option, deployed) {
    const value = deployedValue(option, deployed);
    // Passwords are not shown, or shown as asterisks: they cannot be compared.
    if (value === undefined)
        return /password/i.test(option.name);
    return /^\*+$/.test(value) || normalise(value) === normalise(option.value);
}
/** Only environment variables vanish; every other option falls back to a default that only the service knows. */
function isRemoved(option, deployed) {
    return option.namespace !== VARIABLES || (deployedValue(option, deployed) ?? '') === '';
}
function deployedValue(option, deployed) {
    if (option.resource === undefined)
        return (0,domain_environment/* optionValue */.TN)(deployed.options, option.namespace, option.name);
    return deployed.options.find((entry) => entry.namespace === option.namespace && entry.name === option.name && entry.resource === option.resource)?.value;
}
/** The service writes booleans its own way and may sort lists (subnets, security groups). */
function normalise(value) {
    const trimmed = value.trim();
    if (/^(true|false)$/i.test(trimmed))
        return trimmed.toLowerCase();
    return trimmed.includes(',')
        ? trimmed
            .split(',')
            .map((part) => part.trim())
            .sort()
            .join(',')
        : trimmed;
}
//# sourceMappingURL=configuration-proof.js.map
;// CONCATENATED MODULE: ./lib/watch/fleet.js



/** Whether instances are asked at all: not with basic health, and not for updates that leave them as they are. */
function asksInstances(expects, known) {
    const isAsked = expects.raisesDeploymentId || expects.everyInstance === true;
    return expects.enhancedHealth && isAsked && known.unavailable.instances === undefined;
}
/** Lags are measured by when the instances were read, not by now: a look that was throttled has seen nothing. */
function findFleet(expects, known) {
    const { readySince, instances: reading, instancesAt } = known;
    if (readySince === undefined)
        return { found: 'pending', reason: 'the update has not ended', wants: [] };
    if (reading === undefined || instancesAt === undefined || !isAfterEnd(reading, known)) {
        return notRefreshed(readySince, instancesAt);
    }
    const waited = instancesAt - readySince;
    if (reading.instances.length === 0 && expects.instances > 0)
        return emptyFleet(waited);
    const fleet = sortFleet(expects, known, reading);
    if (fleet.behind.length > 0)
        return split(expects, known, fleet, waited, readySince);
    const count = fleet.current.length;
    if (count < expects.instances && waited < ALLOWANCES.fleetLag) {
        const reason = `${count} of at least ${expects.instances} instances report the deployment`;
        return { found: 'pending', reason, wants: ['instances'], dueAt: readySince + ALLOWANCES.fleetLag };
    }
    if (count === 0 && expects.instances > 0) {
        return { found: 'failed', code: 'cannot-tell', reason: 'no instance in service says what it runs' };
    }
    return { found: 'proven', note: fleetNote(fleet, expects) };
}
/** The instances, each with what it says it runs: for people. Foreign text inside. */
function describeInstances(instances) {
    return instances.map((instance) => `${instance.id} ${describeDeployment(instance)}`).join(', ');
}
function sortFleet(expects, known, reading) {
    const end = endDate(known);
    const passing = reading.instances.filter((instance) => known.events.removedIds.has(instance.id) || isJustLaunched(instance, end));
    const serving = reading.instances.filter((instance) => !passing.includes(instance));
    const newest = Math.max(0, ...serving.map((instance) => instance.deployment?.id ?? 0));
    const isCurrent = (instance) => runsTheDeployment(instance, expects, known, newest);
    return {
        current: serving.filter(isCurrent),
        behind: serving.filter((instance) => !isCurrent(instance)),
        passing,
    };
}
function runsTheDeployment(instance, expects, known, newestId) {
    const { deployment } = instance;
    if (deployment === undefined || deployment.status !== 'Deployed')
        return false;
    if (expects.versionLabel !== undefined && deployment.versionLabel !== expects.versionLabel)
        return false;
    if (!expects.raisesDeploymentId)
        return true;
    if (deployment.id !== undefined && deployment.id < newestId)
        return false;
    if (expects.previousDeploymentId !== undefined)
        return (deployment.id ?? 0) > expects.previousDeploymentId;
    // Without the id from before, a new label is told by the label, and an equal one by the date of the deployment.
    return expects.versionLabel !== expects.previousVersionLabel || deployedSince(deployment.time, known);
}
/** Deployment times come from instances and have whole seconds (observed). */
function deployedSince(time, known) {
    const { firstOwn } = known.events;
    return time !== undefined && firstOwn !== undefined && time >= firstOwn - (0,domain_time/* seconds */.YA)(1);
}
/** Launched by Auto Scaling at the end or after it: gets the current version without being part of the update. */
function isJustLaunched(instance, end) {
    const isUndeployed = instance.deployment === undefined || instance.deployment.status === 'In Progress';
    return (isUndeployed && instance.launchedAt !== undefined && end !== undefined && instance.launchedAt >= end - (0,domain_time/* seconds */.YA)(1));
}
function isAfterEnd(reading, known) {
    const end = endDate(known);
    if (reading.refreshedAt === undefined || end === undefined) {
        return known.instancesAt !== undefined && known.instancesAt > (known.readySince ?? 0);
    }
    return reading.refreshedAt >= end;
}
function notRefreshed(readySince, readAt) {
    const reason = 'the instances have not reported since the update ended';
    const waitedFor = (readAt ?? readySince) - readySince;
    if (waitedFor < ALLOWANCES.refresh)
        return { found: 'pending', reason, wants: ['instances'] };
    const waited = (0,domain_time/* formatDuration */.a3)(waitedFor);
    return { found: 'failed', code: 'cannot-tell', reason: `${reason} ${waited} ago, so nobody can say what they run` };
}
function emptyFleet(waited) {
    const reason = 'DescribeInstancesHealth answers an empty list';
    if (waited < ALLOWANCES.absent)
        return { found: 'pending', reason, wants: ['instances'] };
    return {
        found: 'failed',
        code: 'cannot-tell',
        reason: `${reason}, which is also its answer to a caller without the permission elasticbeanstalk:DescribeInstancesHealth`,
    };
}
function split(expects, known, fleet, waited, readySince) {
    const count = fleet.behind.length;
    const total = count + fleet.current.length;
    const wanted = expects.versionLabel === undefined ? 'the deployment' : expects.versionLabel;
    const which = `${count} of ${total} instances ${count === 1 ? 'does' : 'do'} not run ${wanted}: ${describeInstances(fleet.behind)}`;
    // An event that announced the failure makes waiting for laggards pointless.
    if (waited < ALLOWANCES.fleetLag && known.events.failures.length === 0) {
        return { found: 'pending', reason: which, wants: ['instances'], dueAt: readySince + ALLOWANCES.fleetLag };
    }
    if (fleet.current.length === 0)
        return { found: 'failed', code: 'deployment-failed', reason: which };
    const rest = `; the others: ${describeInstances(fleet.current)}`;
    return { found: 'failed', code: 'split-fleet', reason: `${which}${rest}` };
}
function fleetNote(fleet, expects) {
    const count = fleet.current.length;
    const id = fleet.current[0]?.deployment?.id;
    const fewer = count < expects.instances ? ` (${expects.instances} were expected)` : '';
    const deployment = id === undefined ? 'the deployment' : `deployment ${id}`;
    return `${count === 1 ? 'its only instance reports' : `all ${count} instances report`} ${deployment}${fewer}`;
}
function describeDeployment(instance) {
    const { deployment } = instance;
    if (deployment === undefined)
        return 'reports no deployment';
    const id = deployment.id === undefined ? '' : ` (deployment ${deployment.id})`;
    const status = deployment.status === 'Deployed' ? '' : `, ${deployment.status}`;
    return `runs ${deployment.versionLabel ?? 'no version'}${id}${status}`;
}
//# sourceMappingURL=fleet.js.map
;// CONCATENATED MODULE: ./lib/watch/health-gate.js
/** Judges health after an update's end: accepted, computed after the end, and held without a bad sample. Pure. */




/** Finds out whether health holds; `enhanced` says whether statuses with refresh times can be had. */
function findHealth(rules, known, enhanced, now) {
    if (rules.accepted.kind === 'any')
        return { found: 'proven', note: 'health is not judged, as asked' };
    const { readySince } = known;
    if (readySince === undefined)
        return { found: 'pending', reason: 'the update has not ended', wants: [] };
    const graceEnd = readySince + rules.healthGrace;
    const samples = enhanced ? refreshedSamples(known) : settledSamples(known, readySince);
    // An announcement may arrive late: it can interrupt the hold, but what was looked at is what health is.
    const last = samples.findLast((sample) => sample.source !== 'event');
    if (last === undefined) {
        return withoutSample(known, enhanced, graceEnd + (enhanced ? ALLOWANCES.refresh : ALLOWANCES.basicRefresh));
    }
    const taste = tasteOf(rules.accepted, last.health, known);
    if (taste !== 'good')
        return notGood(taste, last, graceEnd, now, rules);
    return holding(rules, samples, known, last);
}
/** Samples that are newer than the update's end: all that follow the first reading computed after it. */
function refreshedSamples(known) {
    const end = endDate(known);
    const afterEnd = (sample) => sample.date === undefined || end === undefined || sample.date >= end;
    const first = known.samples.findIndex((sample) => sample.source === 'reading' && afterEnd(sample));
    return first < 0 ? [] : known.samples.slice(first).filter(afterEnd);
}
/** Basic health has no refresh time: samples count once its checks have run again. */
function settledSamples(known, readySince) {
    return known.samples.filter((sample) => sample.at - readySince >= ALLOWANCES.basicRefresh);
}
function withoutSample(known, enhanced, patience) {
    const reason = enhanced
        ? 'health has not been computed anew since the update ended'
        : 'basic health needs some seconds to be checked anew';
    const readAt = (enhanced ? known.healthAt : known.environmentAt) ?? 0;
    if (readAt < patience)
        return { found: 'pending', reason, wants: enhanced ? ['health'] : ['environment'] };
    const shown = known.health?.status ?? known.environment?.healthStatus ?? known.environment?.health ?? 'nothing';
    return { found: 'failed', code: 'cannot-tell', reason: `${reason}; the last that was shown is ${shown}` };
}
function notGood(taste, last, graceEnd, now, rules) {
    const { health } = last;
    const wanted = describeAccepted(rules.accepted);
    // The last word is a look made when the grace was over, not one from before.
    if (last.at < graceEnd) {
        const left = (0,domain_time/* formatDuration */.a3)(Math.max(0, graceEnd - now));
        const reason = `health is ${health}, accepted is ${wanted} (${left} of grace left)`;
        return { found: 'pending', reason, wants: [], dueAt: graceEnd };
    }
    const within = `within ${(0,domain_time/* formatDuration */.a3)(rules.healthGrace)} after the update ended`;
    return taste === 'bad'
        ? { found: 'failed', code: 'unhealthy', reason: `health is ${health} and did not hold at ${wanted} ${within}` }
        : {
            found: 'failed',
            code: 'cannot-tell',
            reason: `health is ${health}, which tells nothing, and did not become ${wanted} ${within}`,
        };
}
function holding(rules, samples, known, last) {
    const lastBad = samples.findLastIndex((sample) => tasteOf(rules.accepted, sample.health, known) !== 'good');
    const since = samples[lastBad + 1]?.at ?? last.at;
    const held = last.at - since;
    if (held >= rules.stableFor) {
        const note = rules.stableFor === 0 ? `health is ${last.health}` : `health ${last.health} held for ${(0,domain_time/* formatDuration */.a3)(held)}`;
        return { found: 'proven', note };
    }
    return {
        found: 'pending',
        reason: `health is ${last.health} and has held for ${(0,domain_time/* formatDuration */.a3)(held)} of ${(0,domain_time/* formatDuration */.a3)(rules.stableFor)}`,
        wants: [],
        dueAt: since + rules.stableFor,
    };
}
function tasteOf(accepted, health, known) {
    if (isAccepted(accepted, health, known))
        return 'good';
    const color = isStatus(health) ? (0,domain_environment/* colorOf */.HN)(health) : health;
    return color === 'Grey' ? 'unclear' : 'bad';
}
function isAccepted(accepted, health, known) {
    switch (accepted.kind) {
        case 'any':
            return true;
        case 'statuses':
            return isStatus(health) ? accepted.statuses.includes(health) : accepted.colors.includes(health);
        case 'not-worse':
            return isNotWorse(health, known);
    }
}
/** Info follows every good update for about a minute and a half (observed), so it is never worse than Ok. */
function isNotWorse(health, known) {
    if (isStatus(health)) {
        if (health === 'Ok' || health === 'Info')
            return true;
        const baseline = known.baseline.healthStatus;
        return baseline !== undefined && (0,domain_environment/* isWorse */.Bx)(health, baseline) === false;
    }
    const rank = { Green: 0, Yellow: 1, Red: 2, Grey: Number.NaN };
    return health === 'Green' || rank[health] <= rank[known.baseline.health];
}
function isStatus(health) {
    return domain_environment/* HEALTH_STATUSES */.i9.some((status) => status === health);
}
function describeAccepted(accepted) {
    switch (accepted.kind) {
        case 'any':
            return 'anything';
        case 'statuses':
            return accepted.statuses.length > 0 ? accepted.statuses.join(' or ') : accepted.colors.join(' or ');
        case 'not-worse':
            return 'no worse than before';
    }
}
//# sourceMappingURL=health-gate.js.map
;// CONCATENATED MODULE: ./lib/watch/label.js



/** Ready readings in a row after which a hint (a failure event, an abort, a third label) ends the allowance early. */
const SURE = 2;
/** `fleetAsked`: instances will prove the deployment, so a label that did not change need not. */
function findLabel(expects, known, fleetAsked) {
    const shown = known.environment?.versionLabel;
    const wanted = expects.versionLabel ?? expects.previousVersionLabel;
    if (wanted !== undefined && shown !== wanted)
        return otherLabel(expects, known, shown, wanted);
    const isTold = expects.versionLabel !== undefined && expects.versionLabel !== expects.previousVersionLabel;
    if (isTold || fleetAsked || asksSettings(expects))
        return { found: 'proven' };
    return withoutDiscriminator(known);
}
/**
 * The same label, no instances to ask, no option to read back: state cannot tell success from failure. Then a failure
 * that an event announced, or an abort, stands unrefuted.
 */
function withoutDiscriminator(known) {
    if (wasAborted(known))
        return { found: 'failed', code: 'aborted-elsewhere', reason: 'somebody aborted the update' };
    const [failure] = known.events.failures;
    if (failure === undefined)
        return { found: 'proven' };
    const code = known.events.configurationFailures.length > 0 ? 'configuration-failed' : 'deployment-failed';
    return { found: 'failed', code, reason: `Elastic Beanstalk says: ${quote(failure)}` };
}
function otherLabel(expects, known, shown, wanted) {
    const readySince = known.readySince ?? 0;
    // By when it was read: a look that was throttled has seen nothing.
    const waited = (known.environmentAt ?? readySince) - readySince;
    const isThird = shown !== undefined && shown !== expects.previousVersionLabel;
    const isHinted = isThird || wasAborted(known) || known.events.failures.length > 0;
    const isOver = waited >= ALLOWANCES.labelLag || (isHinted && known.readyInARow >= SURE);
    if (!isOver) {
        const reason = `the environment is Ready and still shows ${shown ?? 'no version'}, not ${wanted}`;
        return { found: 'pending', reason, wants: ['environment', 'events'], dueAt: readySince + ALLOWANCES.labelLag };
    }
    if (shown === undefined) {
        return { found: 'failed', code: 'cannot-tell', reason: 'the environment is Ready and shows no version label' };
    }
    return isThird ? thirdLabel(known, shown, wanted) : previousLabel(known, shown, wanted, waited);
}
function thirdLabel(known, shown, wanted) {
    const who = known.events.updateByOthers === undefined ? '' : '; an update of somebody else started after ours';
    return {
        found: 'failed',
        code: 'wrong-version',
        reason: `the environment is Ready on ${shown}, which is neither ${wanted} nor what it had before${who}`,
    };
}
function previousLabel(known, shown, wanted, since) {
    const state = `the environment is Ready on ${shown} again, not on ${wanted}`;
    if (wasAborted(known)) {
        return { found: 'failed', code: 'aborted-elsewhere', reason: `somebody aborted the update: ${state}` };
    }
    const [failure] = known.events.failures;
    if (failure === undefined) {
        const reason = `${state}, for ${(0,domain_time/* formatDuration */.a3)(since)}, and no event said why`;
        const [error] = known.events.errors;
        return {
            found: 'failed',
            code: 'rolled-back',
            reason: error === undefined ? reason : `${state}; the first error was: ${quote(error)}`,
        };
    }
    const code = known.events.configurationFailures.length > 0 ? 'configuration-failed' : 'deployment-failed';
    const cause = known.events.errors[0] ?? failure;
    return { found: 'failed', code, reason: `${state}; Elastic Beanstalk says: ${quote(cause)}` };
}
/** `Aborting` was seen, or an event told of an abort, and it was not ours. */
function wasAborted(known) {
    return !known.abortedByUs && (known.abortingSeen || known.events.abortByOthers !== undefined);
}
const LONGEST_QUOTE = 300;
function quote(event) {
    return event.message.length > LONGEST_QUOTE ? `${event.message.slice(0, LONGEST_QUOTE)}…` : event.message;
}
//# sourceMappingURL=label.js.map
;// CONCATENATED MODULE: ./lib/watch/judges.js
/**
 * Decides whether an update has settled as intended. Pure: knowledge and a moment in, a judgement out.
 *
 * Reached needs all of: the operation was seen to begin · Ready · the requested label, option values or a newer deployment
 * · every instance in service on that deployment · health accepted, computed after the end and held. Events explain and
 * speed up. What cannot be told is waited for and then a failure that says so; it never becomes a success.
 */







function judgeSettled(expects, rules, known, now) {
    const beforeEnd = judgePresence(known) ?? judgeBeginning(known) ?? judgeStatus(known);
    return beforeEnd ?? judgeResult(expects, rules, known, now);
}
/** The environment exists, can be seen, and is still the same one. */
function judgePresence(known) {
    const { environment, absentSince, absentAt } = known;
    if (environment !== undefined && environment.id !== known.baseline.environmentId) {
        return failing('environment-gone', `the environment was replaced: its id is ${environment.id} now`);
    }
    if (environment?.status === 'Terminating' || environment?.status === 'Terminated') {
        const verb = environment.status === 'Terminated' ? 'was terminated' : 'is being terminated';
        return failing('environment-gone', `the environment ${verb} while the update ran`);
    }
    if (absentSince === undefined)
        return undefined;
    const span = (absentAt ?? absentSince) - absentSince;
    if (span >= ALLOWANCES.absent)
        return absent(known, span);
    return pending('running', 'DescribeEnvironments answers without the environment', ['environment', 'events']);
}
function absent(known, since) {
    if (known.events.terminationByOthers !== undefined) {
        return failing('environment-gone', 'the environment was terminated while the update ran');
    }
    const never = known.environment === undefined ? 'has never shown the environment' : 'no longer shows the environment';
    const permission = 'elasticbeanstalk:DescribeEnvironments';
    return failing('cannot-tell', `DescribeEnvironments ${never} for ${(0,domain_time/* formatDuration */.a3)(since)}: it is gone, or the permission ${permission} is missing`);
}
function judgeBeginning(known) {
    if (known.began !== undefined)
        return undefined;
    // By what was read: looks that were throttled have seen nothing.
    const waited = Math.min(known.environmentAt ?? 0, known.eventsAt ?? 0) - known.askedAt;
    const wants = ['events', 'environment'];
    if (waited < ALLOWANCES.notStarted)
        return pending('beginning', 'the update was accepted and has not begun yet', wants);
    const blind = known.events.readings > 0 && known.events.seen === 0 && known.events.incredibleInARow > 0;
    const span = (0,domain_time/* formatDuration */.a3)(waited);
    return blind
        ? failing('cannot-tell', `no beginning was seen within ${span} and DescribeEvents answers an empty list: the permission elasticbeanstalk:DescribeEvents may be missing`)
        : failing('not-started', `the update was accepted, but nothing shows that it began within ${span}`);
}
function judgeStatus(known) {
    if (known.readySince !== undefined)
        return undefined;
    const wants = ['environment', 'events'];
    const status = known.environment?.status;
    switch (status) {
        case undefined:
            return pending('running', 'the environment has not been seen yet', wants);
        case 'Ready':
            return pending('running', 'the environment still shows the moment before the update', wants);
        case 'Updating':
            return pending('running', updatingReason(known), wants);
        case 'Aborting':
            return pending('running', known.abortedByUs ? 'our update is being aborted' : 'somebody aborts the update', wants);
        case 'Launching':
        case 'LinkingFrom':
        case 'LinkingTo':
        case 'Terminating':
        case 'Terminated':
            return pending('running', `the environment is ${status}`, wants);
        case 'Unrecognised':
            return pending('running', 'the environment has a status that this release does not know', wants);
    }
}
function updatingReason(known) {
    if (known.events.updateByOthers !== undefined)
        return 'the environment is busy with an update of somebody else';
    if (known.events.cleaningUp)
        return 'the new instances serve; old ones are being removed';
    const { done } = known.events;
    return done === undefined
        ? 'the update is in progress'
        : `the update is in progress: ${done.done} of ${done.total} instances have run it`;
}
/** Ready again: what is the environment now? */
function judgeResult(expects, rules, known, now) {
    const fleetAsked = asksInstances(expects, known);
    const enhanced = expects.enhancedHealth && known.unavailable.health === undefined && known.unavailable.instances === undefined;
    const label = findLabel(expects, known, fleetAsked);
    const findings = [
        label,
        findConfiguration(expects, known),
        fleetAsked ? explainFleet(findFleet(expects, known), known) : { found: 'proven' },
        findHealth(rules, known, enhanced, now),
    ];
    const failure = findings.find((finding) => finding.found === 'failed');
    const proof = fleetAsked ? 'instances' : 'environment';
    if (failure?.found === 'failed') {
        return { verdict: failed(failure.code, failure.reason), proof, phase: 'proving', wants: [] };
    }
    const open = findings.filter((finding) => finding.found === 'pending');
    const [first] = open;
    if (first !== undefined)
        return stillProving(first.reason, open, proof);
    return { verdict: reached(successReason(expects, findings, known)), proof, phase: 'proving', wants: [] };
}
/** An abort or a failure that events told of names the cause of a fleet that did not change as a whole. */
function explainFleet(finding, known) {
    if (finding.found !== 'failed' || finding.code === 'cannot-tell')
        return finding;
    return wasAborted(known)
        ? { ...finding, code: 'aborted-elsewhere', reason: `somebody aborted the update; ${finding.reason}` }
        : finding;
}
function stillProving(reason, open, proof) {
    const wants = [...new Set(open.flatMap((finding) => finding.wants))];
    const dues = open.flatMap((finding) => (finding.dueAt === undefined ? [] : [finding.dueAt]));
    return {
        verdict: waiting(reason),
        proof,
        phase: 'proving',
        wants,
        ...(dues.length === 0 ? {} : { dueAt: Math.min(...dues) }),
    };
}
function successReason(expects, findings, known) {
    const head = expects.versionLabel === undefined
        ? 'the environment is Ready'
        : `the environment is Ready on ${expects.versionLabel}`;
    const notes = findings.flatMap((finding) => finding.found === 'proven' && finding.note !== undefined ? [finding.note] : []);
    const doubts = known.events.errors.length + known.events.failures.filter((event) => event.severity === 'INFO').length;
    const doubt = doubts === 0 ? [] : [`although ${doubts} ${doubts === 1 ? 'event' : 'events'} of the update spoke of errors`];
    return [head, ...notes, ...doubt].join('; ');
}
function failing(code, reason) {
    return { verdict: failed(code, reason), proof: 'environment', phase: 'running', wants: [] };
}
function pending(phase, reason, wants) {
    return { verdict: waiting(reason), proof: 'none', phase, wants };
}
//# sourceMappingURL=judges.js.map
;// CONCATENATED MODULE: ./lib/watch/elapsed.js
/**
 * The larger of the two: our clock runs ahead while answers lag, and the service's runs ahead where its time is faster
 * than ours (a rehearsal against a simulated service). Both are differences within one clock; the clocks never meet.
 */
function elapsedSince(known, askedAt, now) {
    return Math.max(now - askedAt, serviceElapsed(known), 0);
}
/** From the first event of ours to the newest date that any answer has shown since. */
function serviceElapsed({ events, instances, health }) {
    if (events.firstOwn === undefined)
        return 0;
    const dates = [events.newestOwn, instances?.refreshedAt, health?.refreshedAt].filter((date) => date !== undefined);
    return Math.max(events.firstOwn, ...dates) - events.firstOwn;
}
//# sourceMappingURL=elapsed.js.map
;// CONCATENATED MODULE: ./lib/watch/pace.js
/**
 * Decides when to look next and which (at most two) calls the look makes. Pure: no clock, no call.
 *
 * DescribeEvents and DescribeEnvironments are limited to about two a second for the whole account and region, shared with
 * the console and every other pipeline, so a look is rare where nothing is expected and quick where something is:
 *
 *   asked ·· begins ········ quiet middle ········ near the expected end ·· Ready ·· proof held ·· drained
 *     1 s      5 s             8 to 12 s                  5 s                2.5–8 s        1 s
 */


/**
 * Calls that may have been sent so long after the start of the rollout before the pace slows down: some 60 in ten
 * minutes. A run of ten minutes may send 120; looking, the lock, asking and proving need the rest.
 */
const BUDGET = { base: 14, perSecond: 0.08 };
const pace_LONGEST = (0,domain_time/* minutes */.Gx)(1);
const NEAR = (0,domain_time/* seconds */.YA)(5);
function planLook(judgement, known, pacing, now) {
    const readings = chooseReadings(judgement, known, pacing, now);
    return { at: now + Math.round(chooseInterval(judgement, known, pacing, now, readings.length)), readings };
}
/** The last reading before success is believed: events and environment once more, a second later. */
function planDrain(pacing, now) {
    return { at: now + Math.min((0,domain_time/* seconds */.YA)(1), pacing.pollInterval ?? (0,domain_time/* seconds */.YA)(1)), readings: ['environment', 'events'] };
}
function chooseInterval(judgement, known, pacing, now, calls) {
    const slowed = 2 ** Math.min(pacing.failedInARow, 5);
    if (pacing.pollInterval !== undefined)
        return Math.min(pacing.pollInterval * slowed, Math.max(pace_LONGEST, pacing.pollInterval));
    const wished = interval(judgement, known, pacing, now);
    const isHurried = judgement.phase !== 'running' || isNearEnd(known, pacing, now);
    const stretched = isHurried ? wished : Math.max(wished, stretch(pacing, now, calls));
    const spread = stretched * slowed * (0.9 + 0.2 * pacing.jitter);
    const planned = Math.min(spread, pace_LONGEST);
    return pacing.failedInARow > 0 ? planned : untilDue(planned, judgement.dueAt, now);
}
function interval(judgement, known, pacing, now) {
    switch (judgement.phase) {
        case 'beginning':
            return pacing.looks < 3 ? (0,domain_time/* seconds */.YA)(1) : pacing.looks < 8 ? (0,domain_time/* seconds */.YA)(3) : (0,domain_time/* seconds */.YA)(8);
        case 'running':
            return runningInterval(known, pacing, now);
        case 'proving':
            return provingInterval(judgement, known, now);
    }
}
function runningInterval(known, pacing, now) {
    const { endHintAt } = known.events;
    // An event announced the end: the state follows within a second or two.
    if (endHintAt !== undefined && now - endHintAt < (0,domain_time/* seconds */.YA)(30))
        return (0,domain_time/* seconds */.YA)(1.5);
    const elapsed = elapsedSince(known, pacing.askedAt, now);
    const expected = pacing.expectedDuration;
    if (isNearEnd(known, pacing, now))
        return NEAR;
    if (pacing.settingsOnly && elapsed < expected)
        return Math.min(Math.max(NEAR, expected - windowOf(pacing) - elapsed), (0,domain_time/* seconds */.YA)(8));
    if (elapsed < (0,domain_time/* seconds */.YA)(15))
        return NEAR;
    return Math.min(Math.max(expected / 50, (0,domain_time/* seconds */.YA)(8)), (0,domain_time/* seconds */.YA)(12));
}
const windowOf = ({ expectedDuration }) => Math.min(Math.max(expectedDuration / 10, (0,domain_time/* seconds */.YA)(15)), (0,domain_time/* minutes */.Gx)(1));
/** Around the expected end every second counts, and the window is short enough to be paid for. */
const isNearEnd = (known, pacing, now) => Math.abs(elapsedSince(known, pacing.askedAt, now) - pacing.expectedDuration) <= windowOf(pacing);
/** Right after Ready the missing proofs arrive within an agent's ten seconds; a long hold needs no hurry until its end. */
function provingInterval(judgement, known, now) {
    const proving = now - (known.readySince ?? now);
    if (judgement.wants.length > 0 && proving < (0,domain_time/* seconds */.YA)(20))
        return (0,domain_time/* seconds */.YA)(2.5);
    const untilDue = judgement.dueAt === undefined ? (0,domain_time/* seconds */.YA)(30) : judgement.dueAt - now;
    // Agents report every ten seconds: a hold looked at more often shows the same sample twice.
    return Math.min(Math.max(untilDue / 4, judgement.wants.length > 0 ? NEAR : (0,domain_time/* seconds */.YA)(8)), (0,domain_time/* seconds */.YA)(15));
}
/** Longer pauses when more calls were sent than the elapsed time allows. */
function stretch(pacing, now, calls) {
    return pacing.calls > allowed(pacing, now) ? (0,domain_time/* seconds */.YA)(calls / BUDGET.perSecond) : 0;
}
const allowed = ({ since }, now) => BUDGET.base + (BUDGET.perSecond * (now - since)) / 1_000;
/** Looks exactly when waiting alone is over, rather than some seconds before and again after. */
function untilDue(planned, dueAt, now) {
    if (dueAt === undefined || dueAt <= now)
        return planned;
    return dueAt - now <= planned * 1.5 ? dueAt - now : planned;
}
function chooseReadings(judgement, known, pacing, now) {
    const usual = ['environment', 'events'];
    switch (judgement.phase) {
        case 'beginning':
            return usual;
        case 'running':
            return runningReadings(known, pacing, now);
        case 'proving':
            return provingReadings(judgement, known, pacing, now);
    }
}
/**
 * Now and then the instances, which show how far it is; both others while there are calls to spare. When they are short,
 * or the end is near and the looks follow each other quickly, events and state take turns: either of them shows the end.
 */
function runningReadings(known, pacing, now) {
    const isAnnounced = known.events.endHintAt !== undefined;
    const isBlind = known.events.incredibleInARow > 0 || known.absentInARow > 0;
    if (isAnnounced || isBlind)
        return ['environment', 'events'];
    if (pacing.settingsOnly)
        return pacing.looks % 6 === 5 ? ['environment', 'events'] : ['environment'];
    const canAskInstances = pacing.asksInstances && known.unavailable.instances === undefined;
    const turn = pacing.looks % 3;
    if (turn === 2 && canAskInstances)
        return ['environment', 'instances'];
    const isNear = isNearEnd(known, pacing, now);
    if (turn === 2 || (!isNear && pacing.calls < allowed(pacing, now) * 0.6))
        return ['environment', 'events'];
    return isNear && turn === 1 ? ['environment'] : ['events'];
}
/**
 * What is missing and the state take turns: a status that moves on must not be missed over a proof that lags. Events are
 * read now and then, and once more before success is believed: what they tell of meanwhile is judged then.
 */
function provingReadings(judgement, known, pacing, now) {
    const usual = pacing.looks % 4 < 2 ? ['environment', 'events'] : ['environment'];
    if (judgement.wants.length === 0)
        return usual;
    // The state was read a moment ago: that is how Ready is known.
    const isFresh = pacing.settingsOnly && known.readySince !== undefined && now - known.readySince < (0,domain_time/* seconds */.YA)(1);
    if (!isFresh && pacing.looks % 2 === 0)
        return usual;
    return judgement.wants.slice(0, 2);
}
//# sourceMappingURL=pace.js.map
;// CONCATENATED MODULE: ./lib/watch/shape.js
/** A sentence when what is seen contradicts the wished policy; `undefined` while nothing does. */
function contradictsPolicy(expects, known, shape) {
    const { policy } = expects;
    if (policy === undefined || !expects.raisesDeploymentId || known.readySince !== undefined)
        return undefined;
    const seen = seenInstead(policy, expects, known, shape);
    return seen === undefined ? undefined : `The deployment policy ${policy} was asked for, but ${seen}.`;
}
function seenInstead(policy, expects, known, shape) {
    const changing = changingInstances(expects, known);
    const kept = changing.filter((instance) => shape.before.has(instance.id));
    switch (policy) {
        case 'AllAtOnce':
            if (known.events.temporaryGroup)
                return 'a temporary group of new instances is launched';
            return known.events.batch !== undefined && known.events.batch > 1 ? 'instances change in batches' : undefined;
        case 'Rolling':
            if (known.events.temporaryGroup)
                return 'a temporary group of new instances is launched';
            if (known.events.additionalBatch)
                return 'an additional batch of instances is launched';
            return tooManyAtOnce(kept, shape);
        case 'RollingWithAdditionalBatch':
            if (known.events.temporaryGroup)
                return 'a temporary group of new instances is launched';
            return tooManyAtOnce(kept, shape);
        case 'Immutable':
        case 'TrafficSplitting':
            return kept.length > 0 ? `${kept.length} of the old instances are changed in place` : undefined;
    }
}
/** Instances on which the new deployment runs right now. */
function changingInstances(expects, known) {
    const previous = expects.previousDeploymentId ?? 0;
    return (known.instances?.instances ?? []).filter(({ deployment }) => deployment?.status === 'In Progress' && (deployment.id ?? 0) > previous);
}
function tooManyAtOnce(changing, shape) {
    if (shape.batch === undefined || changing.length <= shape.batch)
        return undefined;
    return `${changing.length} instances change at once where a batch holds ${shape.batch}`;
}
//# sourceMappingURL=shape.js.map
;// CONCATENATED MODULE: ./lib/watch/view.js


function viewOf(expects, known, schedule, now) {
    const { environment } = known;
    const health = healthOf(known);
    const requests = requestsOf(known);
    const updated = updatedInstances(expects, known, schedule.fleetSize);
    const remaining = remainingTime(known, schedule, updated, now);
    return {
        status: environment?.status ?? 'Unrecognised',
        ...(environment?.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
        ...(health === undefined ? {} : { health }),
        ...batchOf(known),
        ...(updated === undefined ? {} : { updated }),
        ...(expects.versionLabel === undefined ? {} : { wantedLabel: expects.versionLabel }),
        ...(requests === undefined ? {} : { requests }),
        ...(remaining === undefined ? {} : { remaining }),
    };
}
/** Whichever reading is newer. */
function healthOf({ environment, environmentAt, health, healthAt }) {
    const shown = environment?.healthStatus ?? environment?.health;
    if (health === undefined || shown === undefined)
        return health?.status ?? shown;
    return (healthAt ?? 0) >= (environmentAt ?? 0) ? health.status : shown;
}
/** DescribeEnvironmentHealth sums requests up itself; while it is not asked, the instances' numbers are summed up here. */
function requestsOf({ health, healthAt, instances, instancesAt }) {
    if (health?.requests !== undefined && (healthAt ?? 0) >= (instancesAt ?? 0))
        return health.requests;
    const all = instances?.instances.flatMap(({ requests }) => (requests === undefined ? [] : [requests])) ?? [];
    const [first] = all;
    if (first === undefined)
        return undefined;
    const sum = (pick) => all.reduce((total, one) => total + pick(one), 0);
    const slowest = all.flatMap(({ p99 }) => (p99 === undefined ? [] : [p99]));
    return {
        windowSeconds: first.windowSeconds,
        requestCount: sum((one) => one.requestCount),
        status2xx: sum((one) => one.status2xx),
        status3xx: sum((one) => one.status3xx),
        status4xx: sum((one) => one.status4xx),
        status5xx: sum((one) => one.status5xx),
        ...(slowest.length === 0 ? {} : { p99: Math.max(...slowest) }),
    };
}
function batchOf(known) {
    const { batch, done, instancesPerBatch } = known.events;
    if (batch === undefined)
        return {};
    if (done === undefined || instancesPerBatch === undefined)
        return { batch: { current: batch } };
    return { batch: { current: batch, total: Math.max(batch, Math.ceil(done.total / instancesPerBatch)) } };
}
/**
 * Events tell sooner that a batch has run; instances tell what they really run. Where a whole fleet of new instances takes
 * over, the total is that fleet, not old and new together; an additional batch counts, because all of them have their turn.
 */
function updatedInstances(expects, known, fleetSize) {
    const told = known.events.done;
    if (known.instances === undefined || !expects.raisesDeploymentId)
        return told;
    const fleet = sortFleet(expects, known, known.instances);
    const seen = fleet.current.length + fleet.behind.length;
    const isOver = known.readySince !== undefined;
    const isReplaced = known.events.temporaryGroup && !isOver && fleetSize > 0;
    const wanted = isReplaced ? Math.min(seen, fleetSize) : seen;
    const total = Math.max(wanted, fleet.current.length);
    const done = told?.total === total && !isOver ? told.done : 0;
    return { done: Math.max(fleet.current.length, done), total };
}
/**
 * Until the proof: what the usual duration leaves, but not less than the share of the instances that have not had their
 * turn, and then the time for which health must hold. `undefined` when it takes longer than usual and nobody can tell.
 */
function remainingTime(known, { askedAt, expectedDuration, stableFor }, updated, now) {
    if (known.readySince !== undefined)
        return positive(known.readySince + stableFor - now);
    const left = expectedDuration - elapsedSince(known, askedAt, now);
    const isUnderWay = updated !== undefined && updated.done > 0;
    const toCome = isUnderWay ? (1 - updated.done / Math.max(updated.total, 1)) * expectedDuration : 0;
    const running = positive(Math.max(left, toCome));
    return running === undefined ? undefined : running + stableFor;
}
const positive = (span) => (span > 0 ? span : undefined);
//# sourceMappingURL=view.js.map
;// CONCATENATED MODULE: ./lib/watch/session.js







/** One wait for one update. */
class Session {
    #request;
    #parts;
    #spent;
    #known;
    #judgement;
    #looks = 0;
    #calls = 0;
    #drainingSince;
    #said = '';
    #warned = false;
    constructor(request, parts, spent) {
        this.#request = request;
        this.#parts = parts;
        this.#spent = spent ?? { since: request.askedAt, calls: 0 };
        this.#known = request.known ?? beginKnowing(request.baseline, request.askedAt);
        this.#judgement = judgeSettled(request.expects, request.rules, this.#known, request.askedAt);
    }
    get known() {
        return this.#known;
    }
    /** With what the waits before this one have spent. */
    get spent() {
        return { since: this.#spent.since, calls: this.#spent.calls + this.#calls };
    }
    get isDraining() {
        return this.#drainingSince !== undefined;
    }
    plan(failedInARow, jitter, now) {
        const { askedAt, expectedDuration, expects } = this.#request;
        const { pollInterval } = this.#parts;
        const pacing = {
            askedAt,
            expectedDuration,
            looks: this.#looks,
            ...this.spent,
            settingsOnly: expects.versionLabel === undefined && !expects.raisesDeploymentId && expects.everyInstance !== true,
            failedInARow,
            asksInstances: expects.enhancedHealth && expects.raisesDeploymentId,
            jitter,
            ...(pollInterval === undefined ? {} : { pollInterval }),
        };
        if (this.isDraining && failedInARow === 0)
            return planDrain(pacing, now);
        return planLook(this.#judgement, this.#known, pacing, now);
    }
    lookStarts(calls) {
        this.#looks += 1;
        this.#calls += calls;
    }
    learn(seen) {
        this.#known = learn(this.#known, seen);
    }
    /** Answers how the wait has ended, or `undefined` to look again. */
    judge(eventsRead, now) {
        const { expects, rules, deadline } = this.#request;
        const known = this.#known;
        this.#judgement = judgeSettled(expects, rules, known, now);
        const { verdict, proof } = this.#judgement;
        this.#sayWhereItStands(verdict, now);
        if (verdict.verdict === 'failed')
            return { end: 'judged', verdict, proof, known };
        if (verdict.verdict === 'waiting')
            this.#drainingSince = undefined;
        else {
            if (this.#drainingSince !== undefined && eventsRead)
                return { end: 'judged', verdict, proof, known };
            this.#drainingSince ??= now;
            const spent = now - this.#drainingSince;
            if (spent >= ALLOWANCES.absent && known.events.incredibleInARow > 2)
                return { end: 'judged', verdict: undrained(spent), proof, known };
        }
        // What was proven by the last look before the deadline still gets its drain.
        const isDrainDue = this.#drainingSince === now;
        return now >= deadline && !isDrainDue ? { end: 'timed-out', reason: verdict.reason, known } : undefined;
    }
    #sayWhereItStands(verdict, now) {
        const { expects, askedAt, expectedDuration, rules, shape } = this.#request;
        const { say } = this.#parts;
        const stableFor = rules.accepted.kind === 'any' ? 0 : rules.stableFor;
        const schedule = { askedAt, expectedDuration, stableFor, fleetSize: shape.before.size };
        const view = viewOf(expects, this.#known, schedule, now);
        say({ type: 'view', view, elapsed: now - askedAt });
        if (verdict.reason !== this.#said)
            say({ type: 'verdict', verdict });
        this.#said = verdict.reason;
        const contradiction = this.#warned ? undefined : contradictsPolicy(expects, this.#known, shape);
        if (contradiction === undefined)
            return;
        this.#warned = true;
        say({ type: 'warning', problem: policyProblem(contradiction) });
    }
}
function policyProblem(what) {
    return {
        code: 'policy-not-at-work',
        blame: 'aws',
        what,
        hint: 'Watch the capacity of this deployment; set the policy in an update of its own before the next one.',
    };
}
function undrained(spent) {
    const reason = `the state shows success, but for ${(0,domain_time/* formatDuration */.a3)(spent)} the events could not be read to their end; the permission elasticbeanstalk:DescribeEvents may be missing`;
    return { verdict: 'failed', code: 'cannot-tell', reason };
}
//# sourceMappingURL=session.js.map
;// CONCATENATED MODULE: ./lib/watch/stream.js

/** How far back each reading goes: instance events arrive seconds, instance list events up to minutes late (observed). */
const OVERLAP = (0,domain_time/* minutes */.Gx)(3);
/** Begins a stream. `history` are the events around the anchor, read before the first write; they are never given out. */
function openStream(history) {
    const anchor = newestDate(history, undefined);
    return { anchor, newest: anchor, taken: occurrences(history) };
}
/** Where the next reading starts (inclusive). `0` reads everything: there was no event at all before the first write. */
function readFrom(state) {
    return state.newest === undefined ? 0 : Math.max(0, state.newest - OVERLAP);
}
/** Where the final reading starts: the whole rollout once more, for events that came later than the overlap. */
function drainFrom(state) {
    return state.anchor === undefined ? 0 : Math.max(0, state.anchor - OVERLAP);
}
/** Takes one complete reading (all pages, from `readFrom` or `drainFrom` on). `own` holds the request ids of this rollout. */
function takeEvents(state, reading, own) {
    const taken = new Map(state.taken);
    const counted = new Map();
    const fresh = [];
    for (const event of inOrder(reading)) {
        const key = identity(event);
        const occurrence = (counted.get(key) ?? 0) + 1;
        counted.set(key, occurrence);
        if (occurrence <= (taken.get(key) ?? 0))
            continue;
        taken.set(key, occurrence);
        const seen = { ...event, attribution: attribute(event, own) };
        fresh.push(isLate(event, state.newest) ? { ...seen, late: true } : seen);
    }
    const newest = newestDate(reading, state.newest);
    const credible = state.newest === undefined || reading.some((event) => event.date >= (state.newest ?? 0));
    return { state: { anchor: state.anchor, newest, taken }, fresh, credible };
}
function attribute(event, own) {
    if (event.requestId === undefined)
        return 'shared';
    return own.has(event.requestId) ? 'own' : 'other';
}
/** Oldest first. The sort is stable: events of one date keep the service's order. */
function inOrder(events) {
    return [...events].sort((left, right) => left.date - right.date);
}
/**
 * Instance events carry whole seconds (observed), so one of 12:00:05.000 may rightly follow a control-plane event of
 * 12:00:05.400: only what is older than the newest event's second is late.
 */
function isLate(event, newest) {
    return newest !== undefined && event.date < Math.floor(newest / 1_000) * 1_000;
}
function identity(event) {
    return JSON.stringify([event.date, event.severity, event.requestId ?? null, event.message]);
}
function occurrences(events) {
    const counts = new Map();
    for (const event of events)
        counts.set(identity(event), (counts.get(identity(event)) ?? 0) + 1);
    return counts;
}
function newestDate(events, known) {
    return events.reduce((newest, event) => (newest === undefined || event.date > newest ? event.date : newest), known);
}
//# sourceMappingURL=stream.js.map
;// CONCATENATED MODULE: ./lib/watch/watch.js




class RolloutWatch {
    #parts;
    #own = new Set();
    #stream = openStream([]);
    #isAnchored = false;
    #failedInARow = 0;
    #highestDeploymentId;
    #known;
    #spent;
    constructor(parts) {
        this.#parts = parts;
    }
    /** Sets the anchor: must be called before the first write. `beanstalk` may retry by itself. Throws `ActionError`. */
    async anchor(beanstalk) {
        const { id } = this.#parts.environment;
        this.#isAnchored = true;
        const newest = (await beanstalk.newestEvents(id, 1)).at(-1);
        this.#stream = openStream(newest === undefined ? [] : await beanstalk.events(id, newest.date - OVERLAP));
    }
    /** The stream has its anchor. */
    get isAnchored() {
        return this.#isAnchored;
    }
    /** One look at the environment and its events, for whoever waits for something else than an update. Throws `ActionError`. */
    async glance() {
        const { beanstalk, environment, say } = this.#parts;
        const found = await beanstalk.environment(environment.id);
        const read = await beanstalk.events(environment.id, readFrom(this.#stream));
        const taken = takeEvents(this.#stream, read, this.#own);
        this.#stream = taken.state;
        for (const event of taken.fresh)
            say({ type: 'event-seen', event });
        return { environment: found, fresh: taken.fresh };
    }
    /** Events that carry this request id are ours. */
    own(requestId) {
        if (requestId !== '')
            this.#own.add(requestId);
    }
    isOwn(requestId) {
        return this.#own.has(requestId);
    }
    /** Where events after the anchor start, for looks that must not disturb the stream. */
    get since() {
        return readFrom(this.#stream);
    }
    /** Date of the newest event known; events of an update that is asked for now come after it. */
    get newestEvent() {
        return this.#stream.newest;
    }
    /** Of the update that is or was watched last. */
    get known() {
        return this.#known;
    }
    /** The highest deployment id that any instance has reported so far. */
    get highestDeploymentId() {
        return this.#highestDeploymentId;
    }
    /** Watches one update until it has settled, in whatever way. */
    async settle(request) {
        const { clock, random } = this.#parts;
        const { stop } = request;
        const cancel = stop === undefined ? this.#parts.cancel : AbortSignal.any([this.#parts.cancel, stop]);
        const session = new Session(request, this.#parts, this.#spent);
        this.#failedInARow = 0;
        for (;;) {
            this.#known = session.known;
            const look = session.plan(this.#failedInARow, random.next(), clock.now());
            await clock.sleep(Math.max(0, Math.min(look.at, request.deadline) - clock.now()), cancel);
            if (cancel.aborted)
                return { end: 'cancelled', known: session.known };
            const result = await this.#look(look.readings, session);
            this.#spent = session.spent;
            this.#known = session.known;
            if (cancel.aborted)
                return { end: 'cancelled', known: session.known };
            if (result.problem !== undefined)
                return { end: 'broken', problem: result.problem, known: session.known };
            const end = session.judge(result.eventsRead, clock.now());
            if (end !== undefined)
                return end;
        }
    }
    /** Makes the readings one after the other: events after the state, so that they are at least as new. */
    async #look(readings, session) {
        let eventsRead = false;
        let failures = 0;
        session.lookStarts(readings.length);
        for (const reading of readings) {
            try {
                const seen = await (0,watch_stop/* unlessStopped */.O)(this.#read(reading, session), this.#parts.cancel);
                if (seen === undefined)
                    return { eventsRead };
                session.learn(seen);
                this.#highestDeploymentId = Math.max(this.#highestDeploymentId ?? 0, session.known.highestDeploymentId ?? 0);
                if (seen.of === 'events')
                    eventsRead = seen.credible;
            }
            catch (error) {
                if (!(error instanceof domain_problem/* ActionError */.l))
                    throw error;
                if (error.problem.code === 'enhanced-health-off') {
                    session.learn({ of: 'unavailable', at: this.#parts.clock.now(), reading, problem: error.problem });
                    continue;
                }
                // A terminated environment is unknown to some calls at once; DescribeEnvironments tells what has become of it.
                const isHopeless = error.nature === 'permanent' && error.problem.code !== 'environment-missing';
                if (isHopeless)
                    return { problem: error.problem, eventsRead };
                failures += 1;
                this.#parts.say({ type: 'look-failed', problem: error.problem, inARow: this.#failedInARow + 1 });
            }
        }
        // Part of an answer is better than none: only looks without any slow the pace down further and further.
        this.#failedInARow = failures < readings.length ? Math.min(failures, 1) : this.#failedInARow + 1;
        return { eventsRead };
    }
    async #read(reading, session) {
        const { beanstalk, clock, environment, application, say } = this.#parts;
        switch (reading) {
            case 'environment': {
                const found = await beanstalk.environment(environment.id);
                return { of: 'environment', at: clock.now(), environment: found };
            }
            case 'events': {
                const since = session.isDraining ? drainFrom(this.#stream) : readFrom(this.#stream);
                const taken = takeEvents(this.#stream, await beanstalk.events(environment.id, since), this.#own);
                this.#stream = taken.state;
                for (const event of taken.fresh)
                    say({ type: 'event-seen', event });
                return { of: 'events', at: clock.now(), fresh: taken.fresh, credible: taken.credible };
            }
            case 'instances': {
                const found = await beanstalk.instances(environment.id);
                say({ type: 'instances', instances: found.instances });
                return { of: 'instances', at: clock.now(), reading: found };
            }
            case 'health': {
                const found = await beanstalk.health(environment.id);
                return { of: 'health', at: clock.now(), reading: found };
            }
            case 'settings': {
                const found = await beanstalk.settings(application, environment.name);
                return { of: 'settings', at: clock.now(), settings: found };
            }
        }
    }
}
//# sourceMappingURL=watch.js.map
;// CONCATENATED MODULE: ./lib/rollout/run.js

function beginRollout(request) {
    return {
        request,
        reader: request.ports.watchBeanstalk ?? request.ports.beanstalk,
        deadline: Number.POSITIVE_INFINITY,
        hasChanged: false,
        proven: undefined,
        undo: [],
        traffic: undefined,
        leftovers: [],
        publishing: undefined,
        runs: new Map(),
    };
}
/** The run of this environment; a new one, without an anchor yet, when no step has touched it so far. */
function runOf(rollout, environment) {
    const known = rollout.runs.get(environment.name);
    if (known !== undefined)
        return known;
    const { ports, plan, settings, say, cancel } = rollout.request;
    const target = { ...environment };
    const watch = new RolloutWatch({
        beanstalk: rollout.reader,
        clock: ports.clock,
        random: ports.random,
        say,
        cancel,
        environment: target,
        application: plan.application,
        ...(settings.pollInterval === undefined ? {} : { pollInterval: settings.pollInterval }),
    });
    const run = {
        rollout,
        request: rollout.request,
        reader: rollout.reader,
        target,
        watch,
        environment: undefined,
        ours: undefined,
        asking: undefined,
        hasEnded: false,
    };
    rollout.runs.set(target.name, run);
    return run;
}
/** The run of the environment that the plan is about. */
const mainRun = (rollout) => runOf(rollout, rollout.request.plan.environment);
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./lib/rollout/warm-up.js

const BODY_LIMIT = 64 * 1_024;
const ANSWER_LIMIT = (0,domain_time/* seconds */.YA)(20);
/** After a bad answer the application gets a moment; after a good one it is asked again at once. */
const PAUSE = (0,domain_time/* seconds */.YA)(1);
async function warmUp(run, wish) {
    const { ports, cancel, say } = run.request;
    const { clock } = ports;
    const since = clock.now();
    const giveUpAt = Math.min(since + wish.limit, run.rollout.deadline);
    const host = (await ports.beanstalk.environment(run.target.id))?.cname;
    const count = { sent: 0, good: 0, inARow: 0, why: 'nothing was asked' };
    if (host === undefined)
        return warm_up_failed(run, `${run.target.name} shows no CNAME that could be asked`);
    for (;;) {
        if (cancel.aborted)
            return { step: 'cancelled' };
        await askOnce(run, host, wish, count);
        if (cancel.aborted)
            return { step: 'cancelled' };
        const took = clock.now() - since;
        if (count.inARow >= wish.requests) {
            say({ type: 'notice', text: `${run.target.name} is warm: ${counted(count)} in ${(0,domain_time/* formatDuration */.a3)(took)}.` });
            return { step: 'done' };
        }
        const isOver = clock.now() >= giveUpAt;
        if (isOver)
            return warm_up_failed(run, `${count.why}; ${counted(count)} in ${(0,domain_time/* formatDuration */.a3)(took)}`);
        if (count.inARow === 0)
            await clock.sleep(Math.min(PAUSE, giveUpAt - clock.now()), cancel);
    }
}
async function askOnce(run, host, wish, count) {
    const { ports, cancel } = run.request;
    const url = `http://${host}${wish.path}`;
    const since = ports.clock.now();
    const answer = await ports.http.get({ url, timeout: ANSWER_LIMIT, limitBytes: BODY_LIMIT, signal: cancel });
    const took = ports.clock.now() - since;
    const why = answer.kind === 'unanswered'
        ? `${url} did not answer: ${answer.because}`
        : !wish.statuses.some(({ from, to }) => answer.status >= from && answer.status <= to)
            ? `${url} answered with ${answer.status}`
            : wish.within !== undefined && took > wish.within
                ? `${url} took ${(0,domain_time/* formatDuration */.a3)(took)}, longer than ${(0,domain_time/* formatDuration */.a3)(wish.within)}`
                : undefined;
    count.sent += 1;
    count.good += why === undefined ? 1 : 0;
    count.inARow = why === undefined ? count.inARow + 1 : 0;
    count.why = why ?? count.why;
}
const counted = ({ sent, good, inARow }) => `${good} of ${sent} answers were good, the last ${inARow} in a row`;
function warm_up_failed(run, why) {
    const problem = {
        code: 'warm-up-failed',
        blame: 'you',
        what: `${run.target.name} did not warm up: ${why}.`,
        hint: 'Ask the URL yourself from a place like the runner; warm-up-requests, -for and -within decide what is enough.',
        input: 'warm-up-path',
    };
    return { step: 'failed', run, problem };
}
//# sourceMappingURL=warm-up.js.map
;// CONCATENATED MODULE: ./lib/rollout/gates.js







/** One answer of an application that is well takes milliseconds. */
const gates_ANSWER_LIMIT = (0,domain_time/* seconds */.YA)(20);
const gates_BODY_LIMIT = 256 * 1_024;
const gates_EVERY = (0,domain_time/* seconds */.YA)(10);
const gates_LONGEST_QUOTE = 120;
async function performGate(rollout, step) {
    const run = runOf(rollout, step.environment);
    switch (step.gate.kind) {
        case 'proven':
            return holdProof(run, step.gate);
        case 'smoke':
            return smokeTest(run, step.gate);
        case 'command':
            return verify(run, step.gate);
        case 'alarms': {
            const problem = await lastWord(rollout, step.gate.alarms, 'Before traffic was moved');
            if (rollout.request.cancel.aborted)
                return { step: 'cancelled' };
            return problem === undefined ? { step: 'done' } : { step: 'failed', run, problem };
        }
        case 'routed':
            return performRouted(run, step.gate);
        case 'warm-up':
            return warmUp(run, step.gate.warmUp);
    }
}
/** What was proven by this very run a moment ago needs one more look; what an earlier run has left must hold anew. */
async function holdProof(run, { proof }) {
    const { ports, settings, cancel, say } = run.request;
    const { clock } = ports;
    const isFresh = run.ours !== undefined && run.hasEnded;
    const hold = isFresh || settings.acceptHealth.kind === 'any' ? 0 : settings.stableFor;
    const giveUpAt = Math.min(run.rollout.deadline, clock.now() + settings.healthGrace + hold);
    if (!run.watch.isAnchored && run.ours === undefined)
        await run.watch.anchor(ports.beanstalk);
    let goodSince;
    for (;;) {
        if (cancel.aborted)
            return { step: 'cancelled' };
        const why = await lookAt(run, proof);
        const now = clock.now();
        goodSince = why === undefined ? (goodSince ?? now) : undefined;
        if (goodSince !== undefined && now - goodSince >= hold) {
            const held = hold === 0 ? '' : `, and that held for ${(0,domain_time/* formatDuration */.a3)(now - goodSince)}`;
            const everywhere = proof.enhancedHealth ? ', every instance reports it' : '';
            const reason = `${run.target.name} runs ${proof.versionLabel}${everywhere}, health is accepted${held}`;
            run.rollout.proven ??= { reason, proof: proof.enhancedHealth ? 'instances' : 'environment' };
            say({ type: 'verdict', verdict: { verdict: 'reached', reason } });
            return { step: 'done' };
        }
        say({ type: 'verdict', verdict: { verdict: 'waiting', reason: why ?? 'the proof must hold' } });
        if (now >= giveUpAt && why !== undefined)
            return { step: 'failed', run, problem: notProven(why) };
        await clock.sleep(Math.min(settings.pollInterval ?? gates_EVERY, Math.max((0,domain_time/* seconds */.YA)(1), (goodSince ?? now) + hold - now)), cancel);
    }
}
async function lookAt(run, proof) {
    try {
        const { environment } = await run.watch.glance();
        if (environment === undefined)
            return `${run.target.name} is not shown by DescribeEnvironments`;
        return await whyUnproven(run, proof, environment);
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return 'it could not be looked at';
    }
}
async function smokeTest(run, { test, host: wished }) {
    const { ports, cancel, say } = run.request;
    const host = wished ?? (await ports.beanstalk.environment(run.target.id))?.cname;
    if (host === undefined) {
        return { step: 'failed', run, problem: smokeProblem(`${run.target.name} shows no CNAME that could be asked`) };
    }
    let why = '';
    for (let attempt = 1; attempt <= test.attempts; attempt += 1) {
        if (cancel.aborted)
            return { step: 'cancelled' };
        const answer = await gates_askOnce(run.rollout, host, test);
        if (cancel.aborted)
            return { step: 'cancelled' };
        if (answer === undefined) {
            say({ type: 'notice', text: `http://${host}${test.path} answered well (try ${attempt} of ${test.attempts}).` });
            return { step: 'done' };
        }
        if (answer !== why)
            say({ type: 'notice', text: `Smoke test, try ${attempt} of ${test.attempts}: ${answer}.` });
        why = answer;
        if (attempt < test.attempts)
            await ports.clock.sleep(test.interval, cancel);
    }
    if (cancel.aborted)
        return { step: 'cancelled' };
    const tries = test.attempts === 1 ? '' : `, ${test.attempts} times`;
    return { step: 'failed', run, problem: smokeProblem(`${why}${tries}`) };
}
/** A clause that says what is wrong with one answer; `undefined` when nothing is. Foreign text inside. */
async function gates_askOnce(rollout, host, test) {
    const { ports, cancel } = rollout.request;
    const url = `http://${host}${test.path}`;
    const answer = await ports.http.get({ url, timeout: gates_ANSWER_LIMIT, limitBytes: gates_BODY_LIMIT, signal: cancel });
    if (answer.kind === 'unanswered')
        return `${url} did not answer: ${answer.because}`;
    const { status, body } = answer;
    if (!test.statuses.some(({ from, to }) => status >= from && status <= to))
        return `${url} answered with ${status}`;
    if (test.body === undefined || body.includes(test.body))
        return undefined;
    const start = body.replace(/\s+/g, ' ').trim().slice(0, gates_LONGEST_QUOTE);
    return `${url} answered without “${test.body}”: “${start}”`;
}
async function verify(run, gate) {
    const { ports, cancel, say, plan } = run.request;
    const environment = await ports.beanstalk.environment(run.target.id);
    const end = await ports.commands.run({
        program: gate.program,
        args: gate.args,
        env: {
            ENVIRONMENT_URL: environment?.cname === undefined ? '' : `http://${environment.cname}`,
            ENVIRONMENT_NAME: run.target.name,
            ENVIRONMENT_ID: run.target.id,
            APPLICATION_NAME: plan.application,
            VERSION_LABEL: environment?.versionLabel ?? '',
        },
        timeout: gate.timeout,
        signal: cancel,
        onLine: (line) => say({ type: 'notice', text: `verify-command: ${line}` }),
    });
    if (cancel.aborted)
        return { step: 'cancelled' };
    switch (end.kind) {
        case 'ended':
            if (end.exitCode === 0)
                return { step: 'done' };
            return { step: 'failed', run, problem: commandProblem(gate, `ended with exit code ${end.exitCode}`) };
        case 'timed-out':
            return {
                step: 'failed',
                run,
                problem: commandProblem(gate, `did not end within ${(0,domain_time/* formatDuration */.a3)(gate.timeout)}`),
            };
        case 'not-started':
            return { step: 'failed', run, problem: commandProblem(gate, `could not be run: ${end.because}`) };
    }
}
const notProven = (why) => ({
    code: 'not-proven',
    blame: 'you',
    what: `The idle side is not proven: ${why}.`,
    hint: 'Look at the idle environment; `operation: prepare` or a new deployment brings the version there.',
});
const smokeProblem = (why) => ({
    code: 'smoke-test-failed',
    blame: 'you',
    what: `The smoke test failed: ${why}.`,
    hint: 'Ask the URL yourself from a place like the runner; smoke-test-status, -body, -attempts and -interval decide what is good.',
    input: 'smoke-test-path',
});
const commandProblem = (gate, how) => ({
    code: 'verify-command-failed',
    blame: 'you',
    what: `\`verify-command\` (${gate.program}) ${how}.`,
    hint: 'Its output is in the log above; it gets the address in ENVIRONMENT_URL.',
    input: 'verify-command',
});
//# sourceMappingURL=gates.js.map
;// CONCATENATED MODULE: ./lib/rollout/bake.js
/**
 * Watches the side that has the traffic now: its health, its requests to the application, and that it still has the name.
 * One bad sight is looked at again at once; a second one ends the bake, because every second of a bad release counts.
 */








const bake_EVERY = (0,domain_time/* seconds */.YA)(10);
/** After a bad sight: health agents report every ten seconds, the application can be asked at any time. */
const AGAIN = (0,domain_time/* seconds */.YA)(3);
/** Bad sights in a row that end it. */
const MOST_BAD = 2;
/** Not acceptable, yet no failure (a warning, grey): so long it may last. */
const DOUBTFUL = (0,domain_time/* seconds */.YA)(60);
/** Environment and events are read in every so many looks; the rest reads only health. */
const FULL_LOOK = 3;
const SAID_EVERY = (0,domain_time/* minutes */.Gx)(1);
async function performBake(rollout, step) {
    const { ports, cancel, say, settings } = rollout.request;
    const { clock } = ports;
    const run = runOf(rollout, step.environment);
    if (!run.watch.isAnchored && run.ours === undefined)
        await run.watch.anchor(ports.beanstalk);
    const since = clock.now();
    const every = settings.pollInterval ?? bake_EVERY;
    let bad = 0;
    let doubtfulSince;
    let saidAt = since;
    for (let looks = 0;; looks += 1) {
        const left = since + step.span - clock.now();
        const pause = bad > 0 ? Math.min(AGAIN, every) : every;
        await clock.sleep(Math.max(0, Math.min(pause, left)), cancel);
        if (cancel.aborted)
            return { step: 'cancelled' };
        const sight = await bake_look(run, step, looks % FULL_LOOK === 0 || bad > 0);
        if (cancel.aborted)
            return { step: 'cancelled' };
        if ('lost' in sight)
            return { step: 'refused', problem: sight.lost };
        const alarms = step.alarms === undefined ? undefined : await askAlarms(rollout, step.alarms);
        if (cancel.aborted)
            return { step: 'cancelled' };
        const now = clock.now();
        // An alarm has counted its own periods already: it is not looked at twice.
        if (alarms?.result === 'fail')
            return { step: 'failed', run, problem: (0,alarm/* alarmProblem */.By)(alarms.why, afterMove(now - since)) };
        bad = sight.state === 'bad' ? bad + 1 : sight.state === 'unseen' ? bad : 0;
        if (sight.state === 'good')
            doubtfulSince = undefined;
        else if (sight.state === 'doubtful')
            doubtfulSince ??= now;
        if (sight.state !== 'good' || now - saidAt >= SAID_EVERY) {
            say({ type: 'notice', text: `${(0,domain_time/* formatDuration */.a3)(now - since)} of ${(0,domain_time/* formatDuration */.a3)(step.span)}: ${sight.why}.` });
            saidAt = now;
        }
        const isTooDoubtful = doubtfulSince !== undefined && now - doubtfulSince >= DOUBTFUL;
        if (bad >= MOST_BAD || isTooDoubtful)
            return { step: 'failed', run, problem: gone(step, sight.why, now - since) };
        // The last word is a sight of the end, and it must be good.
        if (now - since >= step.span && sight.state === 'good') {
            const problem = step.alarms === undefined ? undefined : await lastWord(rollout, step.alarms, afterMove(now - since));
            return problem === undefined ? { step: 'done' } : { step: 'failed', run, problem };
        }
        if (now >= rollout.deadline)
            return { step: 'failed', run, problem: gone(step, `${sight.why}; time is up`, now - since) };
    }
}
async function bake_look(run, step, isFull) {
    try {
        const environment = isFull ? (await run.watch.glance()).environment : undefined;
        const lost = isFull ? whyLost(environment, step) : undefined;
        if (lost !== undefined)
            return { lost };
        const seen = await readHealth(run, environment);
        const health = judgeHealth(run, seen);
        if (health.state !== 'good' || step.smoke === undefined)
            return health;
        const why = await gates_askOnce(run.rollout, step.productionCname, step.smoke);
        return why === undefined ? health : { state: 'bad', why };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return { state: 'unseen', why: 'it could not be looked at' };
    }
}
/** Enhanced health tells more, and more quickly; with basic health the environment's colour is all there is. */
async function readHealth(run, environment) {
    const { ports, snapshot } = run.request;
    const isEnhanced = snapshot.target.instances !== undefined || snapshot.target.environment.healthStatus !== undefined;
    if (isEnhanced) {
        try {
            const { status } = await run.reader.health(run.target.id);
            return { health: (0,domain_environment/* colorOf */.HN)(status), healthStatus: status };
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.problem.code !== 'enhanced-health-off')
                throw error;
        }
    }
    const read = environment ?? (await ports.beanstalk.environment(run.target.id));
    return read === undefined ? undefined : healthIn(read);
}
function judgeHealth(run, seen) {
    if (seen === undefined)
        return { state: 'unseen', why: `${run.target.name} is not shown` };
    const { settings, snapshot } = run.request;
    const why = `the health of ${run.target.name} is ${shownHealth(seen)}`;
    switch (tasteOfHealth(settings.acceptHealth, seen, healthIn(snapshot.target.environment))) {
        case 'good':
            return { state: 'good', why };
        case 'unclear':
            return { state: 'doubtful', why };
        case 'bad':
            return { state: seen.health === 'Red' ? 'bad' : 'doubtful', why };
    }
}
function whyLost(environment, step) {
    if (environment === undefined)
        return undefined;
    const { name, cname, status } = environment;
    if (cname?.toLowerCase() === step.productionCname.toLowerCase() &&
        status !== 'Terminating' &&
        status !== 'Terminated') {
        return undefined;
    }
    return {
        code: 'sides-changed',
        blame: 'you',
        what: `${name} ${status.startsWith('Terminat') ? `is ${status}` : `no longer holds ${step.productionCname}`}: somebody else has moved the traffic while it was baking.`,
        hint: 'Nothing was moved back, because what is live now is not of this run. Look at both environments.',
    };
}
const afterMove = (after) => `${(0,domain_time/* formatDuration */.a3)(after)} after the traffic had moved`;
const gone = (step, why, after) => ({
    code: 'bake-failed',
    blame: 'you',
    what: `${afterMove(after)}, ${why}.`,
    hint: `${step.environment.name} still runs the version without traffic: read its causes and logs, mend it and deploy again.`,
});
//# sourceMappingURL=bake.js.map
;// CONCATENATED MODULE: ./lib/rollout/create.js




/** So long a lost creation is looked for; DescribeEnvironments may not show it at once. */
const create_SEARCH = (0,domain_time/* seconds */.YA)(60);
const ATTEMPTS = 3;
async function performCreate(rollout, step) {
    const { ports, cancel, plan } = rollout.request;
    const { name } = step.environment;
    if (cancel.aborted)
        return { step: 'cancelled' };
    if ((await ports.beanstalk.environmentNamed(plan.application, name)) !== undefined) {
        return { step: 'refused', problem: appeared(name) };
    }
    const from = runOf(rollout, step.from).target.id;
    const cnamePrefix = await freePrefix(rollout, step.cnamePrefix);
    if (cnamePrefix === undefined)
        return { step: 'refused', problem: noPrefix(step.cnamePrefix) };
    const template = await saveSettings(rollout, from);
    const run = runOf(rollout, step.environment);
    const request = {
        application: plan.application,
        name,
        cnamePrefix,
        versionLabel: step.versionLabel,
        template,
        options: step.options,
        removeOptions: step.removeOptions,
        description: `The other side of ${step.from.name}`,
    };
    return launching(run, request, () => forget(rollout, template));
}
/** Asks for the environment, and takes it as ours. `after` is called whatever came of it. */
async function launching(run, request, after) {
    const asking = launch(run, request).finally(after);
    // A request to stop waits for this for a moment: what was created must be known.
    run.asking = asking.catch(() => undefined);
    const created = await asking;
    run.asking = undefined;
    if (created === undefined)
        return { step: 'cancelled' };
    return created instanceof domain_problem/* ActionError */.l ? { step: 'refused', problem: created.problem } : { step: 'done' };
}
/** The wished prefix, or one with a suffix when somebody else in the region has it. */
async function freePrefix(rollout, wished) {
    const { beanstalk, random } = rollout.request.ports;
    for (const prefix of [wished, `${wished}-${random.uuid().slice(0, 8)}`, `${wished}-${random.uuid().slice(0, 8)}`]) {
        if (await beanstalk.dnsAvailable(prefix))
            return prefix;
    }
    return undefined;
}
async function saveSettings(rollout, environmentId) {
    const { ports, plan } = rollout.request;
    for (let attempt = 1;; attempt += 1) {
        const name = `beanstalk-rollout-${ports.random.uuid().slice(0, 8)}`;
        try {
            await ports.beanstalk.createTemplate(plan.application, name, environmentId);
            return name;
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || !error.answerLost)
                throw error;
            // Perhaps it is there: then it goes, and another one is made.
            await forget(rollout, name);
            if (attempt >= ATTEMPTS)
                throw error;
        }
    }
}
async function forget(rollout, template) {
    const { ports, plan, say } = rollout.request;
    try {
        await ports.beanstalk.deleteTemplate(plan.application, template);
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        say({ type: 'notice', text: `The configuration template ${template} could not be deleted; nobody needs it.` });
    }
}
/** The creation, or what the service says against it; `undefined` when a request to stop came while it was looked for. */
async function launch(run, request) {
    const { ports, say, cancel } = run.request;
    for (let attempt = 1;; attempt += 1) {
        try {
            if (await adopt(run, request, await ports.beanstalk.create(request)))
                return 'created';
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l))
                throw error;
            const mayBeOurs = error.answerLost || (attempt > 1 && error.problem.code === 'name-taken');
            if (!mayBeOurs)
                return error;
            say({ type: 'notice', text: `The answer to the creation of ${request.name} was lost; looking for it.` });
            if (await adopt(run, request, { requestId: '' }))
                return 'created';
            if (attempt >= ATTEMPTS)
                return error;
        }
        if (cancel.aborted)
            return undefined;
    }
}
/** Takes a created environment as ours. `false`: it is nowhere to be seen. */
async function adopt(run, request, created) {
    const { clock } = run.request.ports;
    const askedAt = clock.now();
    const id = created.environmentId ?? (await findByName(run, request.versionLabel));
    if (id === undefined)
        return false;
    run.target.id = id;
    const requestId = created.requestId === '' ? await openingOf(run) : created.requestId;
    if (requestId !== undefined)
        run.watch.own(requestId);
    const { versionLabel, options, removeOptions } = request;
    run.ours = {
        step: {
            kind: 'update',
            purpose: 'deploy',
            environment: { ...run.target },
            versionLabel,
            options,
            removeOptions,
        },
        askedAt,
        isCertain: true,
        isCreation: true,
        baseline: { environmentId: id, health: 'Grey' },
        ...(requestId === undefined ? {} : { requestId }),
    };
    run.hasEnded = false;
    run.rollout.hasChanged = true;
    return true;
}
/** By its name, which is unique in the region, and by our version: one of somebody else is not taken for ours. */
async function findByName(run, versionLabel) {
    const { ports, plan, cancel } = run.request;
    const giveUpAt = ports.clock.now() + create_SEARCH;
    while (ports.clock.now() < giveUpAt && !cancel.aborted) {
        await ports.clock.sleep((0,domain_time/* seconds */.YA)(3), cancel);
        try {
            const found = await run.reader.environmentNamed(plan.application, run.target.name);
            if (found !== undefined && (found.versionLabel ?? versionLabel) === versionLabel)
                return found.id;
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
                throw error;
        }
    }
    return undefined;
}
/** A name that was free had no events before: the opening is that of our call. */
async function openingOf(run) {
    try {
        const events = await run.request.ports.beanstalk.events(run.target.id, 0);
        return events.find((event) => {
            const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
            return meaning?.kind === 'started' && meaning.operation === 'create';
        })?.requestId;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
const appeared = (name) => ({
    code: 'sides-changed',
    blame: 'you',
    what: `${name} exists now, although it did not when the plan was made.`,
    hint: 'Somebody else works on this pair of environments: give these jobs one concurrency group and run this one again.',
});
const noPrefix = (prefix) => ({
    code: 'cname-taken',
    blame: 'you',
    what: `No CNAME that begins with ${prefix} is free in this region.`,
    hint: 'Create the idle environment by hand with a CNAME of your choice, and set `production-cname`.',
});
//# sourceMappingURL=create.js.map
;// CONCATENATED MODULE: ./lib/rollout/create-environment.js




/** So often an application is looked for whose creation got no answer. */
const LOOKS = 5;
const DESCRIPTION = 'Created by Beanstalk Rollout';
async function performCreateApplication({ request }, { application }) {
    const { ports, cancel } = request;
    if (cancel.aborted)
        return { step: 'cancelled' };
    try {
        await ports.beanstalk.createApplication(application, DESCRIPTION);
        return { step: 'done' };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        // Somebody else may have created it in the same moment: then it is there, which is all that matters.
        for (let look = 0; look < LOOKS && !cancel.aborted; look += 1) {
            if (await ports.beanstalk.applicationExists(application))
                return { step: 'done' };
            if (!error.answerLost)
                break;
            await ports.clock.sleep((0,domain_time/* seconds */.YA)(3), cancel);
        }
        return cancel.aborted ? { step: 'cancelled' } : { step: 'refused', problem: error.problem };
    }
}
async function performCreateEnvironment(rollout, step) {
    const { ports, cancel, plan } = rollout.request;
    const { application } = plan;
    const { environment, cnamePrefix, versionLabel, options, removeOptions, base, tier, tags } = step;
    if (cancel.aborted)
        return { step: 'cancelled' };
    const { name } = environment;
    // What the plan rests on is looked at once more, because the bundle may have taken minutes.
    if ((await ports.beanstalk.environmentNamed(application, name)) !== undefined)
        return refused(create_environment_appeared(name));
    if (cnamePrefix !== undefined && !(await ports.beanstalk.dnsAvailable(cnamePrefix))) {
        return refused(taken(cnamePrefix));
    }
    const template = base.kind === 'environment' ? await saveSettings(rollout, base.environment.id) : undefined;
    const request = {
        application,
        name,
        ...(cnamePrefix === undefined ? {} : { cnamePrefix }),
        versionLabel,
        ...baseOf(base, template),
        tier,
        tags,
        options,
        removeOptions,
        description: DESCRIPTION,
    };
    return launching(runOf(rollout, environment), request, async () => {
        if (template !== undefined)
            await forget(rollout, template);
    });
}
function baseOf(base, template) {
    switch (base.kind) {
        case 'stack':
            return { solutionStack: base.solutionStack };
        case 'platform':
            return { platformArn: base.arn };
        case 'template':
            return { template: base.name };
        case 'environment':
            return template === undefined ? {} : { template };
    }
}
const refused = (problem) => ({ step: 'refused', problem });
const create_environment_appeared = (name) => ({
    code: 'name-taken',
    blame: 'you',
    what: `${name} exists now, although it did not when the plan was made, so it was not created.`,
    hint: 'Run the job again, which deploys to it; give the jobs that deploy to it one concurrency group.',
});
const taken = (prefix) => ({
    code: 'cname-taken',
    blame: 'you',
    what: `The CNAME prefix ${prefix} is taken now, although it was free when the plan was made.`,
    hint: 'Choose another `cname-prefix`.',
    input: 'cname-prefix',
});
//# sourceMappingURL=create-environment.js.map
// EXTERNAL MODULE: ./lib/bundle/label.js
var label = __webpack_require__(5966);
;// CONCATENATED MODULE: ./lib/rollout/publish.js
/** Brings a version into being: its object in S3, then the version itself. What is there already is compared, never overwritten. */


/** A creation whose answer was lost, or that lost a race, is looked up; this often it is tried in all. */
const publish_ATTEMPTS = 3;
/** Afterwards the version exists with the content of the step. Throws `ActionError`. */
async function publishVersion(step, ports, say, signal) {
    const { source } = step;
    if (source.kind === 'existing')
        return;
    if (!source.reuse.object)
        await upload(source, ports.store, say, signal);
    if (!source.reuse.version)
        await create(step.application, source, ports.beanstalk, say);
}
async function upload(source, store, say, signal) {
    const { bucket, key } = source.location;
    const answer = await store.put({
        bucket,
        key,
        path: source.path,
        bytes: source.bytes,
        metadata: { [label/* HASH_METADATA */.pn]: source.hash },
        onProgress: (sent, total) => say({ type: 'upload-progress', sent, total }),
        ...(signal === undefined ? {} : { signal }),
    });
    if (answer === 'stored')
        return;
    const found = await store.head(bucket, key);
    if (found?.metadata[label/* HASH_METADATA */.pn] !== source.hash)
        throw new domain_problem/* ActionError */.l(foreignObject(source));
    say({ type: 'notice', text: 'The bundle is in S3 already; nothing was uploaded.' });
}
async function create(application, source, beanstalk, say) {
    let tags = { [label/* HASH_TAG */.iT]: source.hash };
    for (let attempt = 1;; attempt += 1) {
        try {
            const { label, description, location: bundle } = source;
            await beanstalk.createVersion({ application, label, description, bundle, tags });
            return;
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l))
                throw error;
            if (mayNotTag(error) && Object.keys(tags).length > 0) {
                // The key and the description hold the hash too.
                tags = {};
                continue;
            }
            if (!error.answerLost && error.problem.code !== 'version-exists')
                throw error;
            const found = await beanstalk.version(application, source.label);
            if (found !== undefined) {
                if ((0,label/* recordedHash */.Dn)(found) !== source.hash)
                    throw new domain_problem/* ActionError */.l(otherContent(source), { cause: error });
                say({ type: 'notice', text: `Version ${source.label} exists with this very content.` });
                return;
            }
            if (attempt >= publish_ATTEMPTS)
                throw error;
        }
    }
}
const mayNotTag = ({ problem }) => problem.code === 'permission-denied' && /elasticbeanstalk:AddTags/.test(problem.what);
const foreignObject = ({ location }) => ({
    code: 'bundle-object-conflict',
    blame: 'you',
    what: `There is another object at s3://${location.bucket}/${location.key}.`,
    hint: 'Nothing in S3 is ever overwritten: remove that object, or choose another version-label.',
});
const otherContent = ({ label }) => ({
    code: 'version-label-taken',
    blame: 'you',
    what: `Somebody else created version ${label} with other content at the same moment.`,
    hint: 'Run this again, or choose another version-label.',
    input: 'version-label',
});
//# sourceMappingURL=publish.js.map
// EXTERNAL MODULE: ./lib/domain/sides.js
var sides = __webpack_require__(9896);
;// CONCATENATED MODULE: ./lib/rollout/retire.js




/** Records of `elasticbeanstalk.com` are held for 60 s; some resolvers hold longer. */
const NAMES_HELD = (0,domain_time/* seconds */.YA)(90);
/** So long nobody may have asked. */
const DRY_FOR = (0,domain_time/* seconds */.YA)(30);
const PATIENCE = (0,domain_time/* minutes */.Gx)(15);
const TERMINATING = (0,domain_time/* minutes */.Gx)(25);
const retire_EVERY = (0,domain_time/* seconds */.YA)(10);
/** Requests per instance and second that health checks of a load balancer amount to at most. */
const HEALTH_CHECKS = 0.5;
async function performRetire(rollout, step) {
    const { ports, cancel, say } = rollout.request;
    const old = runOf(rollout, step.environment);
    if (!old.watch.isAnchored && old.ours === undefined)
        await old.watch.anchor(ports.beanstalk);
    const dry = await awaitDry(rollout, old);
    if (cancel.aborted)
        return { step: 'cancelled' };
    const why = dry ?? (await whyKept(rollout, old, step));
    if (cancel.aborted)
        return { step: 'cancelled' };
    if (why !== undefined)
        return { step: 'enough', note: `${old.target.name} was left as it is, because ${why}` };
    // From here on there is only the way forward.
    rollout.undo = [];
    if (step.how === 'scale-down')
        return { step: 'done' };
    say({ type: 'notice', text: `Nobody asks ${old.target.name} any more: it is terminated.` });
    return terminate(rollout, old, step);
}
/** A clause when it does not run dry. */
async function awaitDry(rollout, old) {
    const { ports, cancel, say } = rollout.request;
    const { clock } = ports;
    const start = clock.now();
    const forgotten = (rollout.traffic?.since ?? start) + NAMES_HELD;
    say({
        type: 'notice',
        text: `Waiting until resolvers have forgotten the old address and ${old.target.name} gets no requests.`,
    });
    await clock.sleep(Math.max(0, forgotten - start), cancel);
    let drySince;
    while (!cancel.aborted) {
        const rate = await requestRate(old);
        const now = clock.now();
        if (rate === undefined)
            return undefined;
        drySince = rate <= HEALTH_CHECKS ? (drySince ?? now) : undefined;
        if (drySince !== undefined && now - drySince >= DRY_FOR)
            return undefined;
        if (now - start >= PATIENCE) {
            return `after ${(0,domain_time/* formatDuration */.a3)(now - start)} it still answers ${rate.toFixed(1)} requests a second on each instance`;
        }
        await clock.sleep(retire_EVERY, cancel);
    }
    return undefined;
}
/** Per instance; `undefined` where nobody counts (basic health), so that only time can tell. */
async function requestRate(old) {
    try {
        const { requests } = await old.reader.health(old.target.id);
        const { instances } = await old.reader.instances(old.target.id);
        if (requests === undefined)
            return 0;
        return requests.requestCount / Math.max(1, requests.windowSeconds) / Math.max(1, instances.length);
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        if (error.problem.code === 'enhanced-health-off')
            return undefined;
        if (error.nature === 'permanent')
            throw error;
        return Number.POSITIVE_INFINITY;
    }
}
async function whyKept(rollout, old, step) {
    const { ports, plan } = rollout.request;
    const live = runOf(rollout, step.live).target;
    return (0,sides/* whyNoRetiring */.sm)(await ports.beanstalk.environment(old.target.id), await ports.beanstalk.environment(live.id), {
        application: plan.application,
        productionCname: step.productionCname,
        old: old.target,
        live: live.id,
    });
}
async function terminate(rollout, old, step) {
    const { ports, cancel, say } = rollout.request;
    const since = ports.clock.now();
    for (let isAsked = false;;) {
        if (!isAsked) {
            // Looked at right before each call: a lost answer may have been followed by anything.
            const why = await whyKept(rollout, old, step);
            if (why !== undefined && !(await isGoing(old))) {
                return { step: 'enough', note: `${old.target.name} was left as it is, because ${why}` };
            }
            isAsked = why !== undefined || (await ask(rollout, old));
        }
        const status = await statusOf(old);
        if (status === 'Terminated' || status === 'gone')
            return { step: 'done' };
        if (cancel.aborted)
            return { step: 'cancelled' };
        if (status === 'Ready')
            isAsked = ports.clock.now() - since < (0,domain_time/* minutes */.Gx)(1) && isAsked;
        if (ports.clock.now() - since >= TERMINATING) {
            say({ type: 'notice', text: `${old.target.name} is still ${status}; it is not waited for any longer.` });
            return { step: 'done' };
        }
        await ports.clock.sleep(retire_EVERY, cancel);
        if (cancel.aborted)
            return { step: 'cancelled' };
    }
}
/** `false`: it is looked at and asked for again. */
async function ask(rollout, old) {
    try {
        const { requestId } = await rollout.request.ports.beanstalk.terminate(old.target.id);
        old.watch.own(requestId);
        return true;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        if (!error.answerLost && error.nature === 'permanent')
            throw error;
        return isGoing(old);
    }
}
const isGoing = async (old) => {
    const status = await statusOf(old);
    return status === 'Terminating' || status === 'Terminated' || status === 'gone';
};
async function statusOf(old) {
    try {
        return (await old.watch.glance()).environment?.status ?? 'gone';
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        if (error.problem.code === 'environment-missing')
            return 'gone';
        if (error.nature === 'permanent')
            throw error;
        return 'not readable';
    }
}
//# sourceMappingURL=retire.js.map
;// CONCATENATED MODULE: ./lib/domain/instance-choice.js
/** From the healthiest on; an instance that says nothing comes last. */
const instance_choice_RANK = {
    Ok: 0,
    Info: 0,
    Warning: 1,
    Degraded: 2,
    Severe: 3,
    Pending: 4,
    Unknown: 4,
    NoData: 4,
    Suspended: 5,
};
/** Of the newest deployment, the healthiest, of these the one with the lowest id; `undefined` when none runs the version. */
function chooseInstance(instances, versionLabel) {
    const deployed = instances.filter(({ deployment }) => deployment?.status === 'Deployed' && (versionLabel === undefined || deployment.versionLabel === versionLabel));
    const newest = Math.max(...deployed.map(deploymentId));
    return deployed
        .filter((one) => deploymentId(one) === newest)
        .reduce((best, one) => (best === undefined || isBetter(one, best) ? one : best), undefined);
}
const deploymentId = ({ deployment }) => deployment?.id ?? 0;
function isBetter(one, other) {
    const difference = instance_choice_RANK[one.status] - instance_choice_RANK[other.status];
    return difference < 0 || (difference === 0 && one.id < other.id);
}
//# sourceMappingURL=instance-choice.js.map
;// CONCATENATED MODULE: ./lib/rollout/instance-script.js
const APPLICATION_DIRECTORY = '/var/app/current';
/** Exit code of a copy that came second. */
const ALREADY_STARTED = 213;
/** Exit code without the platform's tool: no Amazon Linux platform of Elastic Beanstalk. */
const NO_PLATFORM = 214;
/** Exit code of `timeout` (GNU coreutils). */
const OUT_OF_TIME = 124;
/** GetCommandInvocation shows 24,000 characters; some may have several bytes. */
const OUTPUT_BYTES = 20_000;
const TOOL = '/opt/elasticbeanstalk/bin/get-config';
/**
 * `timeout` leads a process group of its own, which a cancellation of the script does not reach: whoever is in that group
 * ends it when the script is gone before the command has ended.
 */
const WATCHED = 'while [ -e "$0/output" ]; do kill -0 "$1" || kill -KILL 0; sleep 1; done';
function instanceScript(command, nonce, timeout) {
    const limit = Math.max(1, Math.ceil(timeout / 1_000));
    return [
        `place=/var/app/.beanstalk-rollout-${nonce}`,
        `mkdir "$place" 2>/dev/null || exit ${ALREADY_STARTED}`,
        `[ -x ${TOOL} ] || { echo "${TOOL} is not there"; exit ${NO_PLATFORM}; }`,
        `for name in $(${TOOL} environment --output YAML | sed -n 's/^\\([A-Za-z_][A-Za-z0-9_]*\\):.*/\\1/p'); do`,
        `  value=$(${TOOL} environment -k "$name") && export "$name=$value"`,
        'done',
        `limit=; command -v timeout >/dev/null && limit='timeout -k 10 ${limit}'`,
        `$limit sh -c ${quoted(`(${WATCHED}) >/dev/null 2>&1 & exec bash -eo pipefail -c "$2"`)} "$place" $$ ${quoted(command)} >"$place/output" 2>&1 </dev/null`,
        'code=$?',
        `tail -c ${OUTPUT_BYTES} "$place/output"`,
        'rm -f "$place/output"',
        'exit $code',
    ].join('\n');
}
/**
 * As one word of a POSIX shell: nothing in it is special. Two braces never stand side by side, since Systems Manager puts
 * the value of a parameter in the place of `{{ssm:name}}` (Systems Manager user guide, "Using Parameter Store parameters
 * in Run Command"): an empty pair of quotes between them means nothing to the shell.
 */
const quoted = (text) => `'${text.replaceAll("'", "'\\''").replace(/\{(?=\{)/g, "{''")}'`;
//# sourceMappingURL=instance-script.js.map
;// CONCATENATED MODULE: ./lib/rollout/run-command.js
/**
 * A command of the user on exactly one instance: chosen, sent once, watched to its end. Its exit code decides.
 *
 * An answer that was lost is looked up by the command's mark; only when nothing is found, the script is sent again, and
 * refuses to begin a second time should the first one have arrived after all.
 */






/** An agent announces itself a minute or so after its instance was launched. */
const REGISTRATION = (0,domain_time/* minutes */.Gx)(4);
const REGISTRATION_PAUSE = (0,domain_time/* seconds */.YA)(10);
/** For the delivery of the script and of its end. */
const ROUNDABOUT = (0,domain_time/* minutes */.Gx)(3.5);
const SENDINGS = 3;
const LOOKS_FOR_LOST = 5;
const LOOK_PAUSE = (0,domain_time/* seconds */.YA)(3);
const FIRST_PAUSE = (0,domain_time/* seconds */.YA)(1);
const LONGEST_PAUSE = (0,domain_time/* seconds */.YA)(5);
const CANCEL_LIMIT = (0,domain_time/* seconds */.YA)(2.5);
const SHOWN_LINES = 300;
const EVIDENCE_LINES = 50;
/** What a command needs at most besides its own time. */
const commandOverhead = REGISTRATION + ROUNDABOUT;
async function performCommand(rollout, step) {
    const run = runOf(rollout, step.environment);
    const { ports, cancel, say } = rollout.request;
    const instanceId = await choose(run, step);
    if (cancel.aborted)
        return { step: 'cancelled' };
    if (instanceId === undefined)
        return run_command_failed(run, noInstance(step));
    say({ type: 'notice', text: `\`${step.input}\` runs on ${instanceId} of ${step.environment.name}.` });
    const nonce = ports.random.uuid();
    const job = {
        run,
        step,
        port: ports.instanceCommands,
        instanceId,
        mark: `Beanstalk Rollout ${nonce}`,
        giveUpAt: Math.min(rollout.deadline, ports.clock.now() + step.timeout + commandOverhead),
        isRepeated: false,
    };
    try {
        const sent = await run_command_send(job, instanceScript(step.command, nonce, step.timeout));
        return sent === undefined ? { step: 'cancelled' } : await watch(job, sent);
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        if (cancel.aborted)
            return { step: 'cancelled' };
        return run_command_failed(run, { ...error.problem, what: `\`${step.input}\`: ${error.problem.what}` });
    }
}
/** With basic health no instance says what it runs: then it is the one with the lowest id. */
async function choose(run, { versionLabel }) {
    const { beanstalk } = run.request.ports;
    try {
        const { instances } = await beanstalk.instances(run.target.id);
        return chooseInstance(instances, versionLabel)?.id;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.problem.code !== 'enhanced-health-off')
            throw error;
        return [...(await beanstalk.instanceIds(run.target.id))].sort()[0];
    }
}
/** The id of the command; `undefined` after a request to stop. */
async function run_command_send(job, script) {
    const { run, step, port, instanceId, mark } = job;
    const { ports, cancel, say } = run.request;
    const registeredBy = Math.min(job.giveUpAt, ports.clock.now() + REGISTRATION);
    for (let sendings = 1;;) {
        try {
            return await port.send({ instanceId, script, directory: APPLICATION_DIRECTORY, timeout: step.timeout, mark });
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l))
                throw error;
            if (error.answerLost) {
                const found = await lookUp(job);
                if (found !== undefined)
                    return found;
                if (cancel.aborted)
                    return undefined;
                if (sendings >= SENDINGS)
                    throw error;
                sendings += 1;
                job.isRepeated = true;
                continue;
            }
            if (error.problem.code !== 'instance-not-managed' || ports.clock.now() >= registeredBy)
                throw error;
            say({ type: 'look-failed', problem: error.problem, inARow: 1 });
            await ports.clock.sleep(REGISTRATION_PAUSE, cancel);
            if (cancel.aborted)
                return undefined;
        }
    }
}
async function lookUp({ run, port, instanceId, mark }) {
    const { ports, cancel } = run.request;
    for (let look = 0; look < LOOKS_FOR_LOST; look += 1) {
        const [found] = await port.find(instanceId, mark);
        if (found !== undefined || cancel.aborted)
            return found;
        await ports.clock.sleep(LOOK_PAUSE, cancel);
    }
    return undefined;
}
async function watch(job, sent) {
    const { run, step, port, instanceId } = job;
    const { ports, cancel, say } = run.request;
    let commandId = sent;
    for (let pause = FIRST_PAUSE, failures = 0;; pause = Math.min(LONGEST_PAUSE, pause * 1.5)) {
        if (cancel.aborted)
            return stopped(job, commandId);
        try {
            const seen = await port.read(instanceId, commandId);
            failures = 0;
            if (job.isRepeated && seen?.exitCode === ALREADY_STARTED) {
                const first = (await port.find(instanceId, job.mark)).find((id) => id !== commandId);
                job.isRepeated = false;
                commandId = first ?? commandId;
                continue;
            }
            if (seen !== undefined && seen.state !== 'waiting' && seen.state !== 'running')
                return judged(job, seen);
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
                throw error;
            failures += 1;
            say({ type: 'look-failed', problem: error.problem, inARow: failures });
        }
        if (ports.clock.now() >= job.giveUpAt) {
            await giveUp(job, commandId);
            return run_command_failed(run, problemOf(step, instanceId, 'did not end in time, and was asked to stop'));
        }
        await ports.clock.sleep(pause, cancel);
    }
}
async function stopped(job, commandId) {
    await giveUp(job, commandId);
    return { step: 'cancelled' };
}
/** A command that nobody watches any more is asked to stop; what it has done by then stays. */
async function giveUp({ run, step, port, instanceId }, commandId) {
    const { clock } = run.request.ports;
    const asked = port.cancel(instanceId, commandId).then(() => 'was asked to stop', () => 'could not be asked to stop');
    const how = (await within(clock, asked, CANCEL_LIMIT)) ?? 'was asked to stop, without an answer yet';
    run.rollout.leftovers = [
        `\`${step.input}\` was still running on ${instanceId} and ${how}; what it has done by then stays (command ${commandId} in Systems Manager).`,
    ];
}
function judged({ run, step, instanceId }, seen) {
    const { say } = run.request;
    const lines = seen.output.replace(/\n+$/, '').split('\n');
    if (seen.output.trim() !== '') {
        for (const line of lines.slice(-SHOWN_LINES))
            say({ type: 'notice', text: `${step.input}: ${line}` });
    }
    if (seen.state === 'ended' && seen.exitCode === 0)
        return { step: 'done' };
    const log = {
        source: `${step.input} on ${instanceId}`,
        lines: lines.slice(-EVIDENCE_LINES),
        truncated: lines.length > EVIDENCE_LINES,
    };
    const problem = problemOf(step, instanceId, howItEnded(step, seen));
    return seen.output.trim() === '' ? run_command_failed(run, problem) : { step: 'failed', run, problem, log };
}
function howItEnded(step, { state, exitCode, details }) {
    switch (state) {
        case 'ended':
            if (exitCode === OUT_OF_TIME)
                return `did not end within ${(0,domain_time/* formatDuration */.a3)(step.timeout)} (exit code 124)`;
            if (exitCode === NO_PLATFORM)
                return 'found no Amazon Linux platform of Elastic Beanstalk';
            if (exitCode === ALREADY_STARTED)
                return 'was started by a request that cannot be found any more';
            return `ended with exit code ${exitCode ?? 'unknown'}`;
        case 'timed-out':
            return `did not end within ${(0,domain_time/* formatDuration */.a3)(step.timeout)}`;
        case 'cancelled':
            return 'was cancelled by somebody else';
        case 'undelivered':
            return `did not reach the instance (${details})`;
        case 'waiting':
        case 'running':
            return 'has not ended';
    }
}
const run_command_failed = (run, problem) => ({ step: 'failed', run, problem });
const problemOf = ({ input }, instanceId, how) => ({
    code: 'instance-command-failed',
    blame: 'you',
    what: `\`${input}\` on ${instanceId} ${how}.`,
    hint: 'Its output is in the log above; docs/hooks.md says where it runs and with which variables.',
    input,
});
const noInstance = ({ input, versionLabel, environment }) => ({
    code: 'instance-command-failed',
    blame: 'you',
    what: `\`${input}\` was not run: no instance of ${environment.name} says that it runs ${versionLabel ?? 'a version'}.`,
    hint: 'Look at the instances of the environment.',
    input,
});
//# sourceMappingURL=run-command.js.map
;// CONCATENATED MODULE: ./lib/rollout/swap.js






/** A swap takes four to six seconds (observed). */
const swap_LONGEST = (0,domain_time/* minutes */.Gx)(10);
const swap_SEARCH = (0,domain_time/* minutes */.Gx)(1);
const swap_EVERY = (0,domain_time/* seconds */.YA)(2);
const swap_ATTEMPTS = 3;
async function performSwap(rollout, step) {
    const { ports, cancel } = rollout.request;
    const pair = { rollout, step, from: runOf(rollout, step.from), to: runOf(rollout, step.to) };
    for (const run of [pair.from, pair.to])
        if (!run.watch.isAnchored && run.ours === undefined)
            await run.watch.anchor(ports.beanstalk);
    for (let attempt = 1;; attempt += 1) {
        const problem = await lookOnceMore(pair);
        if (cancel.aborted)
            return { step: 'cancelled' };
        if (problem !== undefined)
            return { step: 'refused', problem };
        const asked = await swap_ask(pair);
        if (cancel.aborted)
            return { step: 'cancelled' };
        if (asked !== 'nothing-happened' && typeof asked !== 'string')
            return { step: 'refused', problem: asked.problem };
        if (asked === 'accepted')
            return awaitMoved(pair);
        rollout.traffic = undefined;
        if (attempt >= swap_ATTEMPTS)
            return { step: 'refused', problem: neverSeen(step) };
    }
}
/** Why traffic must not move now. Waits for sides that are busy, as `on-busy` says. */
async function lookOnceMore({ rollout, step, from, to }) {
    const { ports, settings, cancel, plan, say } = rollout.request;
    const since = ports.clock.now();
    for (;;) {
        const [one, other] = [
            await ports.beanstalk.environment(from.target.id),
            await ports.beanstalk.environment(to.target.id),
        ];
        const busy = [one, other].find((side) => side !== undefined && side.status !== 'Ready');
        const waited = ports.clock.now() - since;
        const mayWait = settings.onBusy !== 'fail' && waited < settings.busyTimeout;
        if (busy !== undefined && mayWait && busy.status !== 'Terminating' && busy.status !== 'Terminated') {
            say({ type: 'waiting-for-environment', environment: busy.name, status: busy.status, waited });
            await ports.clock.sleep((0,domain_time/* seconds */.YA)(5), cancel);
            if (cancel.aborted)
                return undefined;
            continue;
        }
        const why = (0,sides/* whyNoSwap */.$z)(one, other, {
            application: plan.application,
            productionCname: step.productionCname,
            from: from.target.id,
            to: to.target.id,
            ...(step.proof === undefined ? {} : { versionLabel: step.proof.versionLabel }),
        }) ?? (step.proof === undefined || other === undefined ? undefined : await whyUnproven(to, step.proof, other));
        return why === undefined ? undefined : notSwappable(why);
    }
}
async function swap_ask(pair) {
    const { rollout, step, from, to } = pair;
    const { ports, cancel, say } = rollout.request;
    rollout.traffic = { step, state: 'moving', since: ports.clock.now() };
    rollout.hasChanged = true;
    try {
        const accepted = await ports.beanstalk.swapCnames(from.target.id, to.target.id);
        for (const run of [from, to])
            run.watch.own(accepted.requestId);
        return 'accepted';
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        if (!error.answerLost) {
            rollout.traffic = undefined;
            // Between the look and the call something else has begun: looked at again, and waited for.
            return error.problem.code === 'environment-busy' ? 'nothing-happened' : { problem: error.problem };
        }
        say({ type: 'notice', text: 'The answer to the swap was lost; looking for whether it has happened.' });
    }
    const giveUpAt = ports.clock.now() + swap_SEARCH;
    while (ports.clock.now() < giveUpAt && !cancel.aborted) {
        await ports.clock.sleep(swap_EVERY, cancel);
        const seen = await swap_look(pair);
        if (seen === undefined)
            continue;
        const opening = [...seen.from.fresh, ...seen.to.fresh].find(opensSwap);
        if (opening?.requestId !== undefined)
            for (const run of [from, to])
                run.watch.own(opening.requestId);
        const isMoving = [seen.from, seen.to].some(({ environment }) => environment?.status === 'Updating');
        if (opening !== undefined || isMoving || isMoved(pair, seen))
            return 'accepted';
    }
    return 'nothing-happened';
}
const opensSwap = (event) => {
    const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
    return meaning?.kind === 'started' && meaning.operation === 'swap';
};
/** `undefined` when a look failed and is made again. */
async function swap_look({ rollout, from, to }) {
    try {
        return { from: await from.watch.glance(), to: await to.watch.glance() };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        rollout.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return undefined;
    }
}
const holdsName = (environment, cname) => environment?.cname?.toLowerCase() === cname.toLowerCase();
const isMoved = ({ step }, { from, to }) => holdsName(to.environment, step.productionCname) && !holdsName(from.environment, step.productionCname);
async function awaitMoved(pair) {
    const { rollout, step, from, to } = pair;
    const { ports, cancel, settings } = rollout.request;
    const since = ports.clock.now();
    for (;;) {
        await ports.clock.sleep(Math.min(swap_EVERY, settings.pollInterval ?? swap_EVERY), cancel);
        if (cancel.aborted)
            return { step: 'cancelled' };
        const seen = await swap_look(pair);
        if (cancel.aborted)
            return { step: 'cancelled' };
        const waited = ports.clock.now() - since;
        if (seen !== undefined) {
            const isReady = [seen.from, seen.to].every(({ environment }) => environment?.status === 'Ready');
            if (isReady && isMoved(pair, seen)) {
                rollout.traffic = { step, state: 'moved', since: ports.clock.now() };
                // Both have a new DateUpdated, with which an update that follows is compared.
                to.environment = seen.to.environment;
                from.environment = seen.from.environment;
                return { step: 'done' };
            }
            if (isReady && waited >= swap_SEARCH)
                return notMoved(pair, 'both sides are Ready, and their CNAMEs are as before');
        }
        if (waited >= swap_LONGEST)
            return notMoved(pair, 'the swap has not come to an end');
    }
}
function notMoved({ rollout, step }, why) {
    const problem = {
        code: 'swap-not-seen',
        blame: 'aws',
        what: `The swap of ${step.productionCname} to ${step.to.name} was accepted, but ${why}.`,
        hint: 'Look at the CNAMEs of both environments before anything else; another run or a person may have swapped them back.',
    };
    if (why.startsWith('both'))
        rollout.traffic = undefined;
    return { step: 'refused', problem };
}
const notSwappable = (why) => ({
    code: 'swap-refused',
    blame: 'you',
    what: `Traffic was not moved: ${why}.`,
    hint: 'Production was not touched. Run the job again when the two environments are as they should be.',
});
const neverSeen = ({ productionCname }) => ({
    code: 'swap-not-seen',
    blame: 'aws',
    what: `The call for the swap of ${productionCname} never arrived, several times.`,
    hint: 'Traffic has not moved. Run the job again.',
});
//# sourceMappingURL=swap.js.map
// EXTERNAL MODULE: ./lib/domain/creation.js
var creation = __webpack_require__(3231);
;// CONCATENATED MODULE: ./lib/rollout/terminate.js
/** Terminates one environment, after a last look that it is still the one that was meant, and watches until it is gone. */





const terminate_EVERY = (0,domain_time/* seconds */.YA)(5);
/** Answers without the environment for so long: it is gone, or nobody may see it any more. */
const UNSEEN = (0,domain_time/* minutes */.Gx)(2);
/** A termination that was asked for shows within seconds; Ready again after that means that it was given up. */
const BEGINS_WITHIN = (0,domain_time/* minutes */.Gx)(1);
const DONE = 'terminateEnvironment completed successfully.';
async function performTerminate(rollout, step) {
    const { ports, settings } = rollout.request;
    const run = runOf(rollout, step.environment);
    const giveUpAt = ports.clock.now() + settings.busyTimeout;
    if (!run.watch.isAnchored)
        await run.watch.anchor(ports.beanstalk);
    for (;;) {
        const before = await ports.beanstalk.environment(step.environment.id);
        const why = before === undefined ? 'it is no longer shown' : whyNot(before, step);
        if (why !== undefined)
            return terminate_refused(changed(step, why));
        if (before?.status === 'Terminating' || before?.status === 'Terminated')
            break;
        if (before?.status !== 'Ready') {
            const readiness = await (0,busy/* awaitReady */.k)(run, giveUpAt);
            if (readiness.readiness === 'refused')
                return terminate_refused(readiness.problem);
            if (readiness.readiness === 'cancelled')
                return { step: 'cancelled' };
            // Looked at again from the start: whoever was at work may have changed what it is.
            continue;
        }
        if (rollout.request.cancel.aborted)
            return { step: 'cancelled' };
        const asked = await terminate_ask(rollout, run);
        if (asked === 'asked')
            break;
        if (asked instanceof domain_problem/* ActionError */.l)
            return terminate_refused(asked.problem);
        if (ports.clock.now() >= giveUpAt)
            return terminate_refused(changed(step, 'the service did not take the call'));
    }
    return untilGone(rollout, run);
}
/** Why it is not the environment that was confirmed, in a clause. */
function whyNot(environment, step) {
    if (environment.id !== step.environment.id || environment.name !== step.environment.name)
        return 'it was replaced';
    if (environment.application !== step.application)
        return `it belongs to ${environment.application}`;
    const { cname } = environment;
    if (step.productionCname !== undefined && (0,creation/* isCname */.X)(cname, step.productionCname)) {
        return `it holds the production CNAME ${cname ?? step.productionCname} now`;
    }
    // A swap in between: whatever it holds now may be in use.
    if (step.cname !== undefined && cname !== undefined && cname !== step.cname) {
        return `it holds ${cname} now, and held ${step.cname} when the plan was made`;
    }
    return undefined;
}
/** The call names the id, which is never used twice: repeated after a lost answer it can hit nothing else. */
async function terminate_ask(rollout, run) {
    const { ports, cancel, say } = rollout.request;
    try {
        const { requestId } = await ports.beanstalk.terminate(run.target.id);
        run.watch.own(requestId);
        rollout.hasChanged = true;
        return 'asked';
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        const isBusy = error.problem.code === 'environment-busy';
        if (!error.answerLost && !isBusy && error.nature === 'permanent')
            return error;
        if (error.answerLost) {
            rollout.hasChanged = true;
            say({ type: 'notice', text: `The answer to the termination was lost; looking at ${run.target.name}.` });
        }
        await ports.clock.sleep(terminate_EVERY, cancel);
        return 'again';
    }
}
async function untilGone(rollout, run) {
    const { ports, cancel, plan } = rollout.request;
    const { name } = run.target;
    const since = ports.clock.now();
    const errors = [];
    let unseenSince;
    let isDone = false;
    for (;;) {
        if (cancel.aborted)
            return { step: 'cancelled' };
        const seen = await terminate_look(run);
        const now = ports.clock.now();
        if (seen !== undefined) {
            isDone ||= seen.messages.includes(DONE);
            errors.push(...seen.errors);
            const { status } = seen;
            if (status === 'Terminated' || (status === undefined && isDone)) {
                rollout.proven = { reason: `${name} (${run.target.id}) is terminated`, proof: 'environment' };
                return { step: 'done' };
            }
            unseenSince = status === undefined ? (unseenSince ?? now) : undefined;
            if (unseenSince !== undefined && now - unseenSince >= UNSEEN)
                return terminate_refused(unseen(name));
            if (status === 'Ready' && now - since >= BEGINS_WITHIN)
                return terminate_refused(stayed(name, errors));
        }
        if (now >= rollout.deadline)
            return terminate_refused(late(name, plan.timeout, errors));
        await ports.clock.sleep(terminate_EVERY, cancel);
    }
}
/** `undefined`: nothing could be read this time. */
async function terminate_look(run) {
    try {
        const { environment, fresh } = await run.watch.glance();
        return {
            status: environment?.status,
            messages: fresh.map(({ message }) => message),
            errors: fresh
                .filter(({ severity }) => severity === 'ERROR' || severity === 'FATAL')
                .map(({ message }) => message),
        };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        // Events of an environment that is gone may be refused; the next look asks for its state again.
        if (error.problem.code === 'environment-missing')
            return { status: undefined, messages: [], errors: [] };
        if (error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return undefined;
    }
}
const terminate_refused = (problem) => ({ step: 'refused', problem });
const changed = ({ environment }, why) => ({
    code: 'environment-changed',
    blame: 'you',
    what: `${environment.name} (${environment.id}) was not terminated, because ${why}.`,
    hint: 'Look at the environment, and run the job again when nobody else works on it.',
});
const cause = (errors) => errors[0] === undefined ? '' : `; Elastic Beanstalk says: ${errors[0]}`;
const stayed = (name, errors) => ({
    code: 'termination-failed',
    blame: 'you',
    what: `${name} was asked to terminate and is Ready again${cause(errors)}`,
    hint: 'Often a security group of somebody else refers to its own, or termination protection is on: mend that and run the job again.',
});
const late = (name, timeout, errors) => ({
    code: 'timed-out',
    blame: 'you',
    what: `${name} is not terminated after ${(0,domain_time/* formatDuration */.a3)(timeout)}${cause(errors)}`,
    hint: 'The termination goes on by itself; look at its events in the console.',
});
const unseen = (name) => ({
    code: 'cannot-tell',
    blame: 'you',
    what: `${name} was asked to terminate and is no longer shown; nothing says that it has ended.`,
    hint: 'Check the permissions elasticbeanstalk:DescribeEnvironments and elasticbeanstalk:DescribeEvents, and look at it in the console.',
});
//# sourceMappingURL=terminate.js.map
;// CONCATENATED MODULE: ./lib/rollout/perform.js
/** Carries out one step of a plan. A new kind of step does not compile until it has its case here. */
















async function perform(rollout, step) {
    switch (step.kind) {
        case 'publish-version': {
            const { ports, say, cancel } = rollout.request;
            rollout.publishing = publishVersion(step, ports, say, cancel);
            await (0,watch_stop/* unlessStopped */.O)(rollout.publishing, cancel);
            return cancel.aborted ? { step: 'cancelled' } : { step: 'done' };
        }
        case 'update':
            return performUpdate(runOf(rollout, step.environment), step);
        case 'settle':
            return performSettle(runOf(rollout, step.environment), step);
        case 'create':
            return performCreate(rollout, step);
        case 'run-command':
            return performCommand(rollout, step);
        case 'gate':
            return performGate(rollout, step);
        case 'swap':
            return performSwap(rollout, step);
        case 'bake':
            return performBake(rollout, step);
        case 'stop':
            return performStop(runOf(rollout, step.environment));
        case 'retire':
            return performRetire(rollout, step);
        case 'create-application':
            return performCreateApplication(rollout, step);
        case 'create-environment':
            return performCreateEnvironment(rollout, step);
        case 'terminate':
            return performTerminate(rollout, step);
    }
}
async function performStop(run) {
    const { ports, settings } = run.request;
    const readiness = await (0,busy/* awaitReady */.k)(run, ports.clock.now() + settings.busyTimeout, { onBusy: 'abort-ours' });
    if (readiness.readiness === 'refused')
        return { step: 'refused', problem: readiness.problem };
    return { step: readiness.readiness === 'cancelled' ? 'cancelled' : 'done' };
}
async function performUpdate(run, step) {
    const asked = await askForUpdate(run, step);
    switch (asked.asked) {
        case 'accepted':
            return { step: 'done' };
        case 'refused':
            return { step: 'refused', problem: asked.problem };
        case 'cancelled':
            return { step: 'cancelled' };
    }
}
async function performSettle(run, step) {
    const { ours, watch, request } = run;
    if (ours === undefined)
        throw new Error('a settle without an update before it');
    const isDeployment = ours.step.purpose === 'deploy';
    if (isDeployment && !request.settings.waitForDeployment)
        return { step: 'left-running', run };
    const wait = {
        expects: expectationOf(run, step),
        rules: rulesOf(run),
        baseline: ours.step.purpose === 'undo' ? baselineBefore(run, ours.baseline) : ours.baseline,
        askedAt: ours.askedAt,
        expectedDuration: step.expectedDuration,
        deadline: run.rollout.deadline,
        shape: shapeOf(run),
    };
    const end = step.alarms === undefined
        ? await watch.settle(wait)
        : await settleUnderAlarms(run, step.alarms, (stop) => watch.settle({ ...wait, stop }));
    run.hasEnded = end.known.readySince !== undefined;
    if (end.end === 'cancelled')
        return { step: 'cancelled' };
    if (end.end !== 'judged' || end.verdict.verdict !== 'reached')
        return { step: 'not-settled', run, end, settle: step };
    run.environment = end.known.environment;
    if (isDeployment)
        run.rollout.proven = { reason: end.verdict.reason, proof: end.proof };
    return { step: 'done' };
}
/** Brings what the plan knew up to date: an update before this one may have raised the deployment id, or ended otherwise. */
function expectationOf(run, { expects }) {
    const seen = run.watch.highestDeploymentId ?? 0;
    const previousId = Math.max(expects.previousDeploymentId ?? 0, seen);
    const label = run.ours?.baseline.versionLabel;
    return {
        ...expects,
        ...(label === undefined ? {} : { previousVersionLabel: label }),
        ...(previousId > 0 ? { previousDeploymentId: previousId } : {}),
    };
}
/** Health is proof of a deployment. A policy changes no instance: an environment that was sick before may be sick after it. */
function rulesOf(run) {
    const { acceptHealth, stableFor, healthGrace } = run.request.settings;
    const purpose = run.ours?.step.purpose;
    switch (purpose) {
        case 'deploy':
            return { accepted: acceptHealth, stableFor, healthGrace };
        case 'undo':
            return { accepted: acceptedBefore(run), stableFor, healthGrace };
        case 'set-policy':
        case 'restore-policy':
        case 'configure':
        case undefined:
            return { accepted: { kind: 'any' }, stableFor, healthGrace };
    }
}
/** Instances from before, and how many of them a batch may take: from the settings with what this rollout has set. */
function shapeOf(run) {
    const { snapshot, plan } = run.request;
    if (run.target.id !== snapshot.target.environment.id)
        return { before: new Set() };
    const set = plan.steps.flatMap((step) => step.kind === 'update' && step.purpose === 'set-policy' ? step.options : []);
    const before = snapshot.target.instances?.instances.map(({ id }) => id) ?? snapshot.target.instanceIds;
    return {
        before: new Set(before),
        batch: (0,fleet/* instancesPerBatch */.Ec)((0,fleet/* batchIn */.qK)([...set, ...snapshot.target.settings.options]), before.length),
    };
}
/** The ending of a rollout that does not wait. */
function startedOutcome(run) {
    const id = run.ours?.requestId === undefined ? '' : ` (request ${run.ours.requestId})`;
    return {
        state: 'started',
        reason: `The deployment was started${id} and is not waited for, as asked; nobody has proven how it ends.`,
        proof: 'none',
        restored: 'not-needed',
        stillRunning: [`Elastic Beanstalk deploys to ${run.target.name}.`],
    };
}
//# sourceMappingURL=perform.js.map
;// CONCATENATED MODULE: ./lib/rollout/undo.js



/** To be called before the step is carried out. The last thing done is the first to be undone. */
function registerUndo(rollout, step) {
    if (!('undo' in step) || step.undo === undefined)
        return;
    rollout.undo = [...step.undo, ...rollout.undo];
}
/** From here on there is only the way forward. */
function forgetUndo(rollout) {
    rollout.undo = [];
}
/**
 * Never throws for what the outside world does. A request to stop ends it between two steps and inside of waits. What is
 * in progress must have been stopped before: a step that has to update an environment waits until it is Ready.
 */
async function undoAll(rollout, steps = rollout.undo) {
    const { clock } = rollout.request.ports;
    const { say, cancel, plan } = rollout.request;
    if (steps.length === 0)
        return { restored: 'no', reason: 'There is nothing to put back.' };
    if (cancel.aborted)
        return { restored: 'no', reason: 'Nothing was put back, because the run was asked to stop.' };
    // The way back must not fail for the time that the way there has used up.
    rollout.deadline = clock.now() + plan.timeout;
    rollout.undo = [];
    say({ type: 'notice', text: 'Putting back what was there before.' });
    for (const [index, step] of steps.entries()) {
        const startedAt = clock.now();
        const place = { index, count: steps.length, step };
        say({ type: 'step-started', ...place });
        const end = await undo_attempt(rollout, step, index === 0);
        say({ type: 'step-ended', ...place, took: clock.now() - startedAt });
        if (end.step === 'refused' && end.problem.code === 'environment-taken')
            return { restored: 'no', reason: end.problem.what };
        if (end.step !== 'done')
            return { restored: 'failed', reason: `What was there before could not be put back: ${why(end)}` };
    }
    return { restored: 'yes', reason: 'What was there before is back, and proven.' };
}
async function undo_attempt(rollout, step, isFirst) {
    // What was read before an update that failed is no longer so: the environment is waited for anew.
    if (step.kind === 'update' && isFirst)
        runOf(rollout, step.environment).environment = undefined;
    try {
        return await perform(rollout, step);
    }
    catch (error) {
        if (rollout.request.cancel.aborted)
            return { step: 'cancelled' };
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return { step: 'refused', problem: error.problem };
    }
}
function why(end) {
    switch (end.step) {
        case 'refused':
            return end.problem.what;
        case 'cancelled':
            return 'the run was asked to stop.';
        case 'failed':
            return end.problem.what;
        case 'enough':
            return `${end.note}.`;
        case 'left-running':
            return 'it was not waited for.';
        case 'not-settled':
            switch (end.end.end) {
                case 'judged':
                    return `${end.end.verdict.reason}.`;
                case 'timed-out':
                    return `time was up; ${end.end.reason}.`;
                case 'broken':
                    return end.end.problem.what;
            }
    }
}
//# sourceMappingURL=undo.js.map
;// CONCATENATED MODULE: ./lib/rollout/pair-endings.js





const liveName = (rollout) => sidesNow(rollout)?.live.name ?? rollout.request.plan.environment.name;
/** The version did not settle on the idle side: traffic has not moved, so there is nothing that users would notice. */
async function endUnsettledIdle(run, end, settle) {
    const { settings } = run.request;
    const isTimeUp = end.end === 'timed-out';
    const problem = isTimeUp
        ? {
            code: 'timed-out',
            blame: 'you',
            what: `Time was up before ${run.target.name} was proven: ${end.reason}.`,
            hint: 'Look at the environment, or give it more time with timeout.',
        }
        : end.end === 'broken'
            ? end.problem
            : end.verdict.verdict === 'failed'
                ? verdictProblem(end.verdict.code, end.verdict.reason)
                : neverReached();
    const wantsAbort = isTimeUp ? settings.onTimeout === 'abort' : settings.onFailure !== 'none';
    const aborted = wantsAbort && !run.hasEnded ? await abortOurs(run) : undefined;
    const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
    return {
        ...failedOutcome({
            reason: `${problem.what} ${untouched(run.rollout)}`,
            problem,
            proof: end.end === 'judged' ? end.proof : 'none',
            restored: movedTo(run.rollout) === undefined ? 'not-needed' : 'no',
            stillRunning: afterAbort(run, aborted),
            evidence,
        }),
        state: isTimeUp ? 'timed-out' : 'failed',
    };
}
function neverReached() {
    throw new Error('a reached verdict is no failure');
}
const movedTo = ({ traffic }) => traffic?.state === 'moved' ? traffic.step.to : undefined;
function untouched(rollout) {
    const moved = movedTo(rollout);
    return moved === undefined
        ? `Traffic was not moved: ${liveName(rollout)} serves as before.`
        : `Traffic stays on ${moved.name}, which was proven.`;
}
/** A gate or the bake has failed. With traffic on the new side the way back comes first, the evidence after it. */
async function endGate(run, problem) {
    const { rollout } = run;
    const { settings, snapshot } = rollout.request;
    const hasMoved = rollout.undo.length > 0;
    const back = hasMoved && settings.onFailure !== 'none' ? await undoAll(rollout) : undefined;
    const isEnhanced = snapshot.target.instances !== undefined;
    const evidence = await gatherEvidence(run, isEnhanced);
    const fate = back?.reason ?? (hasMoved ? `Traffic stays on ${liveName(rollout)}, as asked.` : untouched(rollout));
    const where = back?.restored === 'yes' ? ` ${liveName(rollout)} has all the traffic again.` : '';
    const shout = back?.restored === 'failed' ? 'THE WAY BACK FAILED. ' : '';
    return failedOutcome({
        reason: `${problem.what} ${shout}${fate}${where}`,
        problem: back?.restored === 'failed' ? { ...problem, hint: LOOK_NOW } : problem,
        proof: rollout.proven?.proof ?? 'none',
        restored: back?.restored ?? (hasMoved ? 'no' : 'not-needed'),
        stillRunning: [],
        evidence,
    });
}
const LOOK_NOW = 'Look at the CNAMEs and the health of both environments now; a swap in the console moves the traffic at once.';
/** The service or the state of things has refused a step. */
function endRefusedPair(rollout, problem) {
    const proven = rollout.proven === undefined ? '' : `${sentence(rollout.proven.reason)} `;
    return failedOutcome({
        reason: `${proven}${problem.what} ${untouched(rollout)}`,
        problem,
        proof: rollout.proven?.proof ?? 'none',
        restored: movedTo(rollout) === undefined ? 'not-needed' : 'no',
        stillRunning: stillMoving(rollout),
    });
}
//# sourceMappingURL=pair-endings.js.map
;// CONCATENATED MODULE: ./lib/rollout/command-endings.js





/** `log`: what the command has written. */
async function endCommand(run, problem, log) {
    const { rollout } = run;
    const outcome = isPair(rollout) ? await endGate(run, problem) : await endInPlace(run, problem);
    const evidence = outcome.evidence === undefined ? {} : { evidence: withLog(outcome.evidence, log) };
    return { ...outcome, ...evidence, stillRunning: [...outcome.stillRunning, ...rollout.leftovers] };
}
const withLog = (evidence, log) => log === undefined ? evidence : { ...evidence, logs: [log] };
/** The deployment itself is proven; whether it stays is what `on-failure` says. */
async function endInPlace(run, problem) {
    const { rollout } = run;
    const { settings, snapshot } = rollout.request;
    const isUndone = settings.onFailure === 'rollback' && rollout.undo.length > 0;
    const evidence = await gatherEvidence(run, snapshot.target.instances !== undefined);
    const back = isUndone ? await undoAll(rollout) : undefined;
    const shout = back?.restored === 'failed' ? 'THE ROLLBACK FAILED. ' : '';
    return failedOutcome({
        reason: `${problem.what} ${shout}${back?.reason ?? 'The new version was deployed and stays.'}`,
        problem,
        proof: rollout.proven?.proof ?? 'none',
        restored: back?.restored ?? 'no',
        stillRunning: [],
        evidence,
    });
}
//# sourceMappingURL=command-endings.js.map
;// CONCATENATED MODULE: ./lib/rollout/way-back.js
/**
 * What `on-failure: rollback` does after a deployment that did not settle: first it looks whether everything is as it was
 * already, because the service has undone it itself; only then it carries out the undo of what this rollout has done.
 *
 * Judged like any deployment: version, option values, every instance, and a health that holds.
 */







/** `code`: how the update has failed; absent when its time was up and it was aborted. */
async function wayBack(run, known, code) {
    const { rollout } = run;
    const own = run.ours?.step.undo ?? [];
    const spared = run.request.cancel.aborted ? 'the run was asked to stop' : whySpared(known, code);
    if (spared !== undefined)
        return notTried(`Nothing was put back, because ${spared}.`);
    if (run.ours?.step.purpose === 'deploy' && (await isBackByItself(run, known, code))) {
        const rest = rollout.undo.slice(own.length);
        rollout.undo = [];
        const itself = `The service has undone it itself: ${labelWords(run)} serves as before, and that is proven.`;
        return rest.length === 0 ? { restored: 'yes', reason: itself, stillRunning: [] } : carryOut(run, itself, rest);
    }
    if (rollout.undo.length === 0)
        return notTried('There is nothing to put back.');
    const obstacle = (await foreignWork(run)) ?? (await missingVersion(run));
    return obstacle === undefined ? carryOut(run, '') : notTried(`Nothing was put back, because ${obstacle}.`);
}
/** Of a rollout that succeeded: what it has changed is put back, unless somebody else has begun something since. */
async function takeBack(rollout) {
    const run = mainRun(rollout);
    if (rollout.undo.length === 0)
        return { restored: 'no', reason: 'There is nothing to put back.' };
    const obstacle = (await foreignWork(run)) ?? (await missingVersion(run));
    if (obstacle !== undefined)
        return { restored: 'no', reason: `Nothing was put back, because ${obstacle}.` };
    return undoAll(rollout);
}
const notTried = (reason) => ({ restored: 'no', reason, stillRunning: [] });
/** Endings after which nothing of ours is there to undo, or nobody could tell whether undoing it has worked. */
function whySpared(known, code) {
    if (known.events.updateByOthers !== undefined || code === 'wrong-version') {
        return 'somebody else has deployed to the environment since, and that is not touched';
    }
    switch (code) {
        case 'environment-gone':
            return 'the environment is gone';
        case 'not-started':
            return 'nothing shows that anything was changed';
        case 'cannot-tell':
            return 'what cannot be read is not changed a second time: the deployment may be fine';
        case 'rolled-back':
        case 'deployment-failed':
        case 'configuration-failed':
        case 'split-fleet':
        case 'unhealthy':
        case 'aborted-elsewhere':
        case 'alarm-went-off':
        case 'inconclusive':
        case undefined:
            return undefined;
    }
}
async function carryOut(run, before, steps = run.rollout.undo) {
    const { rollout, request } = run;
    const undone = await undoAll(rollout, steps);
    const said = (text) => (before === '' ? text : `${before} ${text}`);
    if (undone.restored === 'yes')
        return { restored: 'yes', reason: said(undone.reason), stillRunning: [] };
    const stillRunning = run.hasEnded ? [] : whatStillRuns(run.ours, run.watch.known, run.target.name);
    if (request.cancel.aborted) {
        const going = stillRunning.length > 0 ? ' What was begun of it goes on in Elastic Beanstalk.' : '';
        const reason = `The run was asked to stop while it put back what was there before.${going}`;
        return { restored: 'no', reason: said(reason), stillRunning };
    }
    if (undone.restored === 'no')
        return { restored: 'no', reason: said(undone.reason), stillRunning };
    return {
        restored: 'failed',
        reason: said(`THE ROLLBACK FAILED. ${undone.reason}`),
        problem: {
            code: 'rollback-failed',
            blame: 'you',
            what: undone.reason,
            hint: 'Look at the environment now: the report lists what each instance runs; `operation: rollback` tries it again.',
        },
        stillRunning,
    };
}
const labelWords = (run) => run.request.snapshot.target.environment.versionLabel ?? 'what was there';
/**
 * Immutable and traffic splitting deployments throw their new instances away, and options that could not be deployed are
 * reverted by the service: whether that is so is read, not believed. `false` when it is not, or cannot be told.
 */
async function isBackByItself(run, known, code) {
    const back = lastOf(run.ours?.step.undo ?? []);
    const former = run.request.snapshot.target.environment.versionLabel;
    const { ours } = run;
    if (ours === undefined || back === undefined || former === undefined || code === 'unhealthy')
        return false;
    const changesVersion = ours.step.versionLabel !== undefined;
    // Then the label tells nothing: only a newer deployment on every instance would.
    if (changesVersion && ours.step.versionLabel === former)
        return false;
    if (known.readySince !== undefined && known.environment?.versionLabel !== former)
        return false;
    if (!back.expects.enhancedHealth && changesVersion && !replacesInstances(run))
        return false;
    const { ports, say, plan, settings } = run.request;
    say({ type: 'notice', text: 'Looking whether everything is as it was before.' });
    const expects = {
        ...back.expects,
        versionLabel: former,
        ...(changesVersion ? { previousVersionLabel: ours.step.versionLabel } : {}),
        raisesDeploymentId: false,
        everyInstance: true,
    };
    const end = await run.watch.settle({
        expects,
        rules: { ...settings, accepted: acceptedBefore(run) },
        baseline: baselineBefore(run, ours.baseline),
        askedAt: ours.askedAt,
        expectedDuration: 0,
        deadline: ports.clock.now() + plan.timeout,
        shape: { before: new Set() },
        known: { ...known, baseline: baselineBefore(run, known.baseline) },
    });
    run.hasEnded = end.known.readySince !== undefined;
    run.environment = end.known.environment;
    return end.end === 'judged' && end.verdict.verdict === 'reached';
}
const lastOf = (undo) => undo.flatMap((step, at) => {
    const next = undo[at + 1];
    return step.kind === 'update' && step.purpose === 'undo' && next?.kind === 'settle' ? [next] : [];
})[0];
/** Whether the policy at work brings new instances and leaves the old ones alone. */
function replacesInstances({ request: { plan, snapshot } }) {
    const set = plan.steps.flatMap((step) => step.kind === 'update' && step.purpose === 'set-policy' ? step.options : []);
    const policy = fleet/* DEPLOYMENT_POLICIES */.X$.find((one) => one === (0,fleet/* policyIn */.iE)([...set, ...snapshot.target.settings.options]));
    return policy === 'Immutable' || policy === 'TrafficSplitting';
}
/** A clause when the version from before cannot be deployed any more. */
async function missingVersion(run) {
    const { ports, plan } = run.request;
    const label = run.rollout.undo.flatMap((step) => step.kind === 'update' && step.purpose === 'undo' ? (step.versionLabel ?? []) : [])[0];
    if (label === undefined)
        return undefined;
    try {
        const version = await ports.beanstalk.version(plan.application, label);
        if (version === undefined)
            return `version ${label} does not exist any more`;
        const { bundle } = version;
        if (bundle === undefined)
            return undefined;
        const object = await ports.store.head(bundle.bucket, bundle.key);
        return object === undefined ? `the bundle of version ${label} is not in S3 any more` : undefined;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        // Without the permission to look the version counts as whole: the service will say.
        return error.problem.code === 'permission-denied'
            ? undefined
            : `version ${label} could not be looked up: ${error.problem.what.replace(/\.$/, '')}`;
    }
}
//# sourceMappingURL=way-back.js.map
;// CONCATENATED MODULE: ./lib/rollout/failures.js







/** `rest`: the steps that were still to come; of these only putting the policy back is carried out. */
async function endUnsettled(run, end, settle, rest) {
    if (end.end === 'timed-out')
        return endTimedOut(run, end.reason, settle);
    if (end.end === 'broken')
        return endBroken(run.rollout, run, end.problem);
    if (end.verdict.verdict !== 'failed')
        throw new Error('a reached verdict is no failure');
    return endFailed(run, verdictProblem(end.verdict.code, end.verdict.reason), end, settle, rest);
}
async function endFailed(run, problem, end, settle, rest) {
    const { settings } = run.request;
    const purpose = run.ours?.step.purpose ?? 'deploy';
    const aborted = settings.onFailure !== 'none' && !run.hasEnded ? await abortOurs(run) : undefined;
    const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
    const left = purpose === 'deploy' ? restoredBy(run.ours?.baseline.versionLabel, end.known, evidence) : 'no';
    if (settings.onFailure === 'rollback' && run.rollout.proven === undefined) {
        const what = purpose === 'deploy' ? problem.what : otherPurpose(run, problem);
        return endRolledBack(run, { what, problem, proof: end.proof, evidence, left, aborted }, end);
    }
    const restored = left;
    const policy = purpose === 'deploy' && run.hasEnded ? await putPolicyBack(run, rest) : '';
    return failedOutcome({
        reason: [
            ...(purpose === 'deploy' ? [problem.what] : [otherPurpose(run, problem)]),
            ...(purpose === 'deploy' ? [leftBehind(evidence, restored)] : []),
            ...(policy === '' ? [] : [policy]),
        ].join(' '),
        problem,
        proof: end.proof,
        restored: run.rollout.proven === undefined ? restored : 'failed',
        stillRunning: afterAbort(run, aborted),
        evidence,
    });
}
/** The evidence is of the failure; only when the way back failed too, what the instances run is read anew. */
async function endRolledBack(run, failure, end) {
    const isOurs = run.ours !== undefined && !run.hasEnded;
    const code = end.verdict.verdict === 'failed' ? end.verdict.code : undefined;
    const back = await wayBack(run, end.known, code);
    const restored = back.restored === 'no' && failure.left === 'not-needed' ? 'not-needed' : back.restored;
    const mixed = back.restored === 'yes' ? '' : fleetWords(failure.evidence);
    return failedOutcome({
        reason: [failure.what, mixed, back.reason].filter((part) => part !== '').join(' '),
        problem: back.problem === undefined ? failure.problem : { ...failure.problem, hint: back.problem.hint },
        proof: failure.proof,
        restored,
        stillRunning: isOurs ? afterAbort(run, failure.aborted) : back.stillRunning,
        evidence: back.restored === 'failed' ? await refreshed(run, failure.evidence) : failure.evidence,
    });
}
/** What each instance runs after a way back that failed: the most wanted thing to know. */
async function refreshed(run, evidence) {
    try {
        const { instances } = await run.reader.instances(run.target.id);
        run.request.say({ type: 'instances', instances });
        return { ...evidence, instances };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return { ...evidence, gaps: [...evidence.gaps, `What the instances run now: ${error.problem.what}`] };
    }
}
/** A failure of an update around the deployment says what it means for the deployment. */
function otherPurpose(run, problem) {
    if (run.rollout.proven !== undefined) {
        return `The deployment is proven (${run.rollout.proven.reason}), but the deployment policy could not be put back: ${problem.what}`;
    }
    return `The deployment policy could not be set, so nothing was deployed: ${problem.what}`;
}
/** A failed deployment does not keep a policy that was only meant for it. */
async function putPolicyBack(run, rest) {
    const at = rest.findIndex((step) => step.kind === 'update' && step.purpose === 'restore-policy');
    if (at < 0 || run.request.cancel.aborted)
        return '';
    const steps = rest.slice(at);
    run.environment = run.watch.known?.environment;
    for (const [index, step] of steps.entries()) {
        run.request.say({ type: 'step-started', index, count: steps.length, step });
        const end = await perform(run.rollout, step);
        if (end.step !== 'done')
            return 'The deployment policy could not be put back either.';
    }
    return 'The deployment policy of before was put back.';
}
async function endTimedOut(run, waitedFor, settle) {
    const { settings, plan } = run.request;
    const purpose = run.ours?.step.purpose ?? 'deploy';
    const what = purposeWords(purpose);
    const aborted = settings.onTimeout === 'abort' ? await abortOurs(run) : undefined;
    const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
    const back = await backAfterTimeout(run, aborted);
    const span = (0,domain_time/* formatDuration */.a3)(plan.timeout);
    const reason = `After ${span} ${what} was not proven: ${waitedFor}.`;
    return {
        state: 'timed-out',
        reason: [
            reason,
            ...(aborted === undefined || back?.restored === 'yes' ? [] : [abortSentence(aborted)]),
            ...(back === undefined ? [] : [back.reason]),
        ].join(' '),
        problem: {
            code: 'timed-out',
            blame: 'you',
            what: reason,
            hint: 'Look at the environment; give it more time with timeout, or let on-timeout: abort stop it.',
        },
        proof: run.rollout.proven?.proof ?? 'none',
        restored: run.rollout.proven === undefined ? (back?.restored ?? 'no') : 'failed',
        stillRunning: back === undefined ? afterAbort(run, aborted) : back.stillRunning,
        evidence: back?.restored === 'failed' ? await refreshed(run, evidence) : evidence,
    };
}
/** Only with `on-timeout: abort` is the time limit a reason to go back; an abort that did not take leaves the update alone. */
async function backAfterTimeout(run, aborted) {
    const { settings } = run.request;
    const { known } = run.watch;
    const isStopped = run.hasEnded || aborted?.abort === 'sent';
    if (settings.onTimeout !== 'abort' || settings.onFailure !== 'rollback' || !isStopped)
        return undefined;
    if (known === undefined || run.rollout.proven !== undefined)
        return undefined;
    return wayBack(run, { ...known, abortedByUs: aborted?.abort === 'sent' });
}
function abortSentence(aborted) {
    switch (aborted.abort) {
        case 'sent':
            return 'It is being aborted.';
        case 'spared':
            return `Nothing was aborted, because ${aborted.because}.`;
        case 'failed':
            return sentence(`It could not be aborted: ${aborted.because}`);
    }
}
/** A call failed for good: nobody can watch any longer. What was started goes on. */
async function endBroken(rollout, run, problem) {
    const { settings } = rollout.request;
    const isOngoing = run?.ours !== undefined && !run.hasEnded;
    const aborted = isOngoing && settings.onFailure !== 'none' ? await abortOurs(run) : undefined;
    const lost = isOngoing ? ' The update could not be watched to its end, so nobody has proven how it ends.' : '';
    return failedOutcome({
        reason: `${problem.what}${lost}`,
        problem,
        proof: rollout.proven?.proof ?? 'none',
        restored: rollout.hasChanged ? 'no' : 'not-needed',
        stillRunning: run === undefined ? [] : afterAbort(run, aborted),
    });
}
//# sourceMappingURL=failures.js.map
// EXTERNAL MODULE: ./lib/rollout/prune.js + 1 modules
var prune = __webpack_require__(8912);
// EXTERNAL MODULE: ./lib/rollout/record.js
var record = __webpack_require__(7920);
;// CONCATENATED MODULE: ./lib/rollout/roll-out.js
/**
 * Carries out a plan: the only writing phase of the action.
 *
 *     busy? → anchor of the event stream → publish · update · settle · … → outcome (with evidence when it failed)
 *
 * `rollOut(request)` never throws for what the outside world does: every ending is an `Outcome`. It says `step-started`,
 * `step-ended`, `event-seen`, `instances`, `view`, `verdict`, `warning`, `waiting-for-environment`, `look-failed`,
 * `cancel-requested` and `notice`; it does not say `planned` and `ended`, which belong to the caller, and sets no outputs.
 * An unchanged plan ends at once in `unchanged`. `dry-run` is the caller's: a plan that is only shown is never given here.
 *
 * Who waits: `request.cancel` ends every wait; the rollout then returns within seven seconds, with one abort sent within
 * the first if an update of ours is in progress and `on-cancel` is `abort`. The deadline is `plan.timeout` after the first
 * step; waiting for a busy environment before that is bounded by `busy-timeout`.
 */
















async function rollOut(request) {
    const ended = await rollOutOpen(request);
    await ended.keepHouse();
    return ended.outcome;
}
async function rollOutOpen(request) {
    const { plan } = request;
    if (plan.unchanged !== undefined) {
        const proof = plan.unchangedProof ?? 'none';
        const reason = sentence(plan.unchanged);
        return {
            outcome: { state: 'unchanged', reason, proof, restored: 'not-needed', stillRunning: [] },
            keepHouse: () => Promise.resolve(),
            takeBack: () => Promise.resolve({ restored: 'no', reason: 'There is nothing to put back.' }),
        };
    }
    const rollout = beginRollout(request);
    const ended = await roll_out_attempt(rollout);
    const sides = sidesNow(rollout);
    return {
        outcome: { ...ended, ...createdBy(rollout), ...(sides === undefined ? {} : { sides }) },
        keepHouse: () => keepHouse(rollout, ended),
        takeBack: () => takeBack(rollout),
    };
}
async function roll_out_attempt(rollout) {
    const { request } = rollout;
    try {
        const problem = await prepare(rollout);
        if (request.cancel.aborted)
            return await endCancelled(rollout);
        if (problem !== undefined)
            return refusedOutcome(rollout, problem);
        return await roll_out_carryOut(rollout);
    }
    catch (error) {
        // A request to stop may break off whatever was being waited for.
        if (request.cancel.aborted)
            return await endCancelled(rollout);
        if (error instanceof domain_problem/* ActionError */.l && isPair(rollout))
            return endRefusedPair(rollout, error.problem);
        return error instanceof domain_problem/* ActionError */.l
            ? await endBroken(rollout, mainRun(rollout), error.problem)
            : withWhatRuns(rollout, (0,endings/* broken */.mw)(error));
    }
}
/** Before the first write every environment that is updated must be Ready, and its event stream needs its anchor. */
async function prepare(rollout) {
    const { plan, ports, settings } = rollout.request;
    const giveUpAt = ports.clock.now() + settings.busyTimeout;
    // An environment without an id is created on the way.
    const targets = plan.steps.flatMap((step) => step.kind === 'update' && step.environment.id !== '' ? [step.environment] : []);
    for (const run of new Set(targets.map((target) => runOf(rollout, target)))) {
        const readiness = await (0,busy/* awaitReady */.k)(run, giveUpAt);
        if (readiness.readiness === 'refused')
            return readiness.problem;
        if (readiness.readiness === 'cancelled')
            return undefined;
        run.environment = readiness.environment;
        await run.watch.anchor(ports.beanstalk);
    }
    return undefined;
}
async function roll_out_carryOut(rollout) {
    const { plan, ports, say, cancel } = rollout.request;
    const count = plan.steps.length;
    rollout.deadline = ports.clock.now() + plan.timeout;
    for (const [index, step] of plan.steps.entries()) {
        if (cancel.aborted)
            return endCancelled(rollout);
        const startedAt = ports.clock.now();
        say({ type: 'step-started', index, count, step });
        registerUndo(rollout, step);
        const end = await perform(rollout, step);
        // A step that was stopped has not ended by itself: what is told next is the request to stop.
        if (end.step !== 'cancelled')
            say({ type: 'step-ended', index, count, step, took: ports.clock.now() - startedAt });
        switch (end.step) {
            case 'done':
                continue;
            case 'cancelled':
                return endCancelled(rollout);
            case 'refused':
                return refusedAfter(rollout, step, end.problem);
            case 'failed':
                if (step.kind === 'run-command')
                    return endCommand(end.run, end.problem, end.log);
                return endGate(end.run, end.problem);
            case 'enough':
                return succeeded(rollout, end.note);
            case 'left-running':
                return startedOutcome(end.run);
            case 'not-settled':
                if (isPair(rollout))
                    return endUnsettledIdle(end.run, end.end, end.settle);
                return afterCreation(end.run, await endUnsettled(end.run, end.end, end.settle, plan.steps.slice(index + 1)));
        }
    }
    return succeeded(rollout);
}
/** Never fails a rollout that has succeeded: what cannot be written is a warning. */
async function keepHouse(rollout, outcome) {
    if (outcome.state !== 'succeeded')
        return;
    await (0,record/* recordRelease */.ty)(rollout, outcome);
    await (0,prune/* pruneVersions */.s)(rollout);
}
/** A step that was refused has changed nothing; what was done before it is taken back. */
async function refusedAfter(rollout, step, problem) {
    const refused = refusedOutcome(rollout, problem);
    const own = 'undo' in step ? (step.undo?.length ?? 0) : 0;
    const rest = rollout.undo.slice(own);
    const { settings } = rollout.request;
    if (isPair(rollout) || settings.onFailure !== 'rollback' || !rollout.hasChanged || rest.length === 0)
        return refused;
    if (rollout.proven !== undefined)
        return refused;
    const undone = await undoAll(rollout, rest);
    return { ...refused, reason: `${refused.reason} ${undone.reason}`, restored: undone.restored };
}
function succeeded(rollout, note) {
    const { proven, traffic } = rollout;
    const moved = traffic?.state === 'moved' ? `; ${traffic.step.to.name} has the traffic of ${traffic.step.productionCname}` : '';
    const more = note === undefined ? '' : ` ${sentence(note)}`;
    return {
        state: 'succeeded',
        reason: `${sentence(`${proven?.reason ?? 'every step of the plan was carried out'}${moved}`)}${more}`,
        proof: proven?.proof ?? 'none',
        restored: 'not-needed',
        stillRunning: [],
    };
}
/** The service, or the environment's state, refused a step. */
function refusedOutcome(rollout, problem) {
    const { proven, hasChanged } = rollout;
    if (isPair(rollout))
        return endRefusedPair(rollout, problem);
    const before = proven === undefined ? '' : `The deployment itself is proven: ${proven.reason}. `;
    return {
        state: 'failed',
        reason: `${before}${problem.what}`,
        problem,
        proof: proven?.proof ?? 'none',
        restored: hasChanged ? 'no' : 'not-needed',
        stillRunning: [],
    };
}
function withWhatRuns(rollout, outcome) {
    const stillRunning = [...rollout.runs.values()].flatMap((run) => run.hasEnded ? [] : whatStillRuns(run.ours, run.watch.known, run.target.name));
    return { ...outcome, restored: rollout.hasChanged ? 'no' : 'not-needed', stillRunning };
}
//# sourceMappingURL=roll-out.js.map

/***/ }),

/***/ 5147:
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

//# sourceMappingURL=550.index.js.map