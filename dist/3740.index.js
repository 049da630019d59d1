export const id = 3740;
export const ids = [3740];
export const modules = {

/***/ 95966:
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
/* unused harmony export digestOf */
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
function describe(comment, commit, hash, what = 'bundle') {
    const record = `[${what} sha256:${hash}]`;
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
/** The hash of what a version holds, when it was recorded; key and image first, because they cannot be edited. */
function recordedHash({ bundle, image, description }) {
    const inKey = /-([0-9a-f]{64})\.(?:zip|war|jar)$/.exec(bundle?.key ?? '')?.[1];
    const inImage = bundle === undefined ? digestOf(image) : undefined;
    return inKey ?? inImage ?? /\[(?:bundle|image) sha256:([0-9a-f]{64})\]$/.exec(description ?? '')?.[1];
}
/** The hexadecimal digits of the digest that an image is named by. */
const digestOf = (image) => /@sha256:([0-9a-f]{64})$/.exec(image ?? '')?.[1];
//# sourceMappingURL=label.js.map

/***/ }),

/***/ 79473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ alarmProblem),
/* harmony export */   LI: () => (/* binding */ refuseAlarms),
/* harmony export */   Wk: () => (/* binding */ inconclusiveProblem),
/* harmony export */   eX: () => (/* binding */ judgeAlarms)
/* harmony export */ });
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11129);
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

/***/ 83231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ coupledDatabase),
/* harmony export */   X: () => (/* binding */ isCname)
/* harmony export */ });
const DATABASE = 'aws:rds:dbinstance';
function coupledDatabase(options) {
    const value = (name) => {
        const found = options.find((one) => one.namespace === DATABASE && one.name === name)?.value;
        return found === '' ? undefined : found;
    };
    const coupled = value('HasCoupledDatabase');
    const engine = value('DBEngine');
    const isThere = coupled === undefined ? (engine ?? value('DBInstanceClass')) !== undefined : coupled === 'true';
    if (!isThere)
        return undefined;
    const policy = ['Snapshot', 'Retain'].find((one) => one === value('DBDeletionPolicy'));
    return { ...(engine === undefined ? {} : { engine }), deletionPolicy: policy ?? 'Delete' };
}
/** `shop` and `shop.eu-west-1.elasticbeanstalk.com` both mean an environment's CNAME. */
function isCname(cname, wished) {
    if (cname === undefined)
        return false;
    const [left, right] = [cname.toLowerCase(), wished.toLowerCase()];
    return right.includes('.') ? left === right : left.split('.')[0] === right;
}
//# sourceMappingURL=creation.js.map

/***/ }),

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

/***/ 83740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollOut: () => (/* binding */ rollOut),
  rollOutOpen: () => (/* binding */ rollOutOpen)
});

// EXTERNAL MODULE: ./lib/domain/endings.js
var endings = __webpack_require__(45184);
// EXTERNAL MODULE: ./lib/domain/problem.js
var domain_problem = __webpack_require__(11591);
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
var busy = __webpack_require__(20576);
// EXTERNAL MODULE: ./lib/domain/canary.js
var domain_canary = __webpack_require__(41206);
// EXTERNAL MODULE: ./lib/domain/time.js
var domain_time = __webpack_require__(73071);
// EXTERNAL MODULE: ./lib/rollout/within.js
var within = __webpack_require__(62454);
;// CONCATENATED MODULE: ./lib/rollout/canary-record.js
/**
 * What is written down of a canary in flight: one small document beside the deploy locks. Other runs see by it who is the
 * canary, and steer it by a wish in it. A document that cannot be written never fails a rollout: it is said once.
 */




const ATTEMPTS = 5;
/**
 * A canary that has no share yet: its version is only being brought to the new side, and may take its time. From now on an
 * `abort` reaches this run, which looks once more before users meet the new version.
 */
async function announceCanary(rollout) {
    const first = firstShift(rollout);
    if (first === undefined || first.before > 0 || [first.stable, first.canary].some(({ id }) => id === ''))
        return;
    await noteCanary(rollout, first, { state: 'running', step: 0, weight: 0 });
}
const firstShift = ({ request }) => request.plan.steps.find((step) => step.kind === 'shift');
/** It has ended without a share for anybody. */
async function withdrawCanary(rollout) {
    const { note } = rollout;
    const first = firstShift(rollout);
    if (note === undefined || note.record.state === 'ended' || hasShare(rollout) || first === undefined)
        return;
    const { cancel, ports } = rollout.request;
    const ending = endNote(rollout, first, 0);
    await (cancel.aborted ? (0,within/* within */.u)(ports.clock, ending, NOTE_IN_A_HURRY) : ending);
}
/** The new side has one, or may get one by a write that is on its way. */
const hasShare = ({ share }) => share !== undefined && (share.weight > 0 || share.isMoving);
/** The runner waits seven seconds for everything, the report included. */
const NOTE_IN_A_HURRY = (0,domain_time/* seconds */.YA)(0.6);
/** Writes where the canary stands. What others have wished meanwhile stays in it. */
async function noteCanary(rollout, between, standing) {
    await saying(rollout, async () => {
        const { note } = rollout;
        const since = rollout.request.ports.clock.now();
        // That of a canary which was given back first says how it has ended.
        const isOver = note === undefined || note.record.state === 'ended';
        const found = isOver ? await beginNote(rollout, between) : note;
        if (found === undefined)
            return;
        const isMoved = standing.weight !== undefined && standing.weight !== found.record.weight;
        await write(rollout, found, (record) => ({ ...record, ...standing, ...(isMoved ? { since } : {}) }));
    });
}
/** The wish of another run that nobody has taken up yet. */
async function openWish(rollout) {
    const { note } = rollout;
    const { documents } = rollout.request.ports;
    if (note === undefined || documents === undefined)
        return undefined;
    try {
        // What is judged meanwhile must not wait for S3: whoever holds a share looks again within seconds.
        const found = await documents.look(note.bucket, note.key);
        const record = found === undefined ? undefined : (0,domain_canary/* readCanary */.B4)(found.text);
        if (found === undefined || record === undefined || record.nonce !== note.record.nonce)
            return undefined;
        rollout.note = { ...note, record, etag: found.etag };
        return [undefined, record.answered, note.answered].includes(record.wish?.nonce) ? undefined : record.wish;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        rollout.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return undefined;
    }
}
async function answerWish(rollout, nonce, state) {
    if (rollout.note === undefined)
        return;
    const note = { ...rollout.note, answered: nonce };
    rollout.note = note;
    await saying(rollout, () => write(rollout, note, (record) => ({ ...record, state })));
}
/** None is in flight any more: also one of an earlier run, which this one has brought to its end. */
async function endNote(rollout, between, weight) {
    await saying(rollout, async () => {
        const place = rollout.note ?? (await findNote(rollout, between));
        if (place === undefined || place.record.state === 'ended')
            return;
        const { wish } = place.record;
        // Whoever wanted it to end has what they wanted; any other wish has come too late.
        const note = wish?.operation === 'abort' && weight === 0 ? { ...place, answered: wish.nonce } : place;
        await write(rollout, note, (record) => ({ ...record, state: 'ended', weight }));
    });
}
async function placeOf(rollout, { stable, canary }) {
    const { ports, settings } = rollout.request;
    const bucket = settings.bucket ?? (await ports.beanstalk.storageBucket());
    return { bucket, key: (0,domain_canary/* canaryKey */.sL)(stable.name, canary.name) };
}
async function findNote(rollout, between) {
    const { documents } = rollout.request.ports;
    if (documents === undefined)
        return undefined;
    const place = await placeOf(rollout, between);
    const found = await documents.read(place.bucket, place.key);
    const record = found === undefined ? undefined : (0,domain_canary/* readCanary */.B4)(found.text);
    return found === undefined || record === undefined ? undefined : { ...place, record, etag: found.etag };
}
/** A new one takes the place of whatever an earlier run has left. */
async function beginNote(rollout, between) {
    const { ports, plan, run } = rollout.request;
    const { documents } = ports;
    if (documents === undefined)
        return undefined;
    const place = await placeOf(rollout, between);
    const found = await documents.read(place.bucket, place.key);
    const ref = ({ name }) => ({ id: rollout.runs.get(name)?.target.id ?? '', name });
    const record = {
        nonce: ports.random.uuid(),
        stable: between.stable.id === '' ? ref(between.stable) : between.stable,
        canary: between.canary.id === '' ? ref(between.canary) : between.canary,
        route: between.route,
        versionLabel: plan.versionLabel ?? '',
        state: 'running',
        step: 0,
        steps: plan.steps.filter(({ kind }) => kind === 'observe').length,
        weight: 0,
        since: ports.clock.now(),
        ...(run === undefined ? {} : { run }),
    };
    return { ...place, record, ...(found === undefined ? {} : { etag: found.etag }) };
}
/** Based on what is there: another run may have written its wish since. */
async function write(rollout, note, change) {
    const { ports, cancel } = rollout.request;
    const { documents } = ports;
    if (documents === undefined)
        return;
    let { record, etag } = note;
    for (let attempt = 1;; attempt += 1) {
        const { answered, bucket, key } = note;
        const next = { ...change(record), ...(answered === undefined ? {} : { answered }) };
        let written = etag;
        const onWritten = (tag) => {
            written = tag;
        };
        const text = (0,domain_canary/* canaryText */.c6)(next);
        const end = await documents.write({
            bucket,
            key,
            text,
            onWritten,
            ...(etag === undefined ? {} : { replaces: etag }),
        });
        if (end === 'written') {
            rollout.note = {
                ...{ bucket, key, record: next },
                ...(written === undefined ? {} : { etag: written }),
                ...(answered === undefined ? {} : { answered }),
            };
            return;
        }
        if (attempt >= ATTEMPTS)
            throw new domain_problem/* ActionError */.l(contended(bucket, key));
        await ports.clock.sleep((0,domain_time/* seconds */.YA)(ports.random.next()), cancel);
        const found = await documents.read(bucket, key);
        const seen = found === undefined ? undefined : (0,domain_canary/* readCanary */.B4)(found.text);
        etag = found?.etag;
        // Of our own document only the wish can have changed; one of another run is replaced.
        if (seen?.nonce === record.nonce)
            record = { ...record, ...(seen.wish === undefined ? {} : { wish: seen.wish }) };
    }
}
async function saying(rollout, work) {
    try {
        await work();
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        rollout.request.say({ type: 'warning', problem: notWritten(error.problem) });
    }
}
const notWritten = (problem) => ({
    code: 'canary-not-recorded',
    blame: problem.blame,
    what: `Where the canary stands could not be written down: ${problem.what}`,
    hint: `${problem.hint} Until then other runs cannot pause, promote or abort it.`,
});
const contended = (bucket, key) => ({
    code: 'canary-not-recorded',
    blame: 'you',
    what: `s3://${bucket}/${key} was changed by others each time it was about to be written.`,
    hint: 'Let one workflow at a time deploy to these environments (concurrency).',
});
//# sourceMappingURL=canary-record.js.map
// EXTERNAL MODULE: ./lib/watch/meanings.js
var meanings = __webpack_require__(52303);
// EXTERNAL MODULE: ./lib/domain/route.js
var domain_route = __webpack_require__(13645);
// EXTERNAL MODULE: ./lib/watch/stop.js
var watch_stop = __webpack_require__(85147);
// EXTERNAL MODULE: ./lib/domain/gate.js
var gate = __webpack_require__(11129);
// EXTERNAL MODULE: ./lib/domain/alarm.js
var domain_alarm = __webpack_require__(79473);
;// CONCATENATED MODULE: ./lib/domain/judge-problems.js
/** What a judged version is told with when it may not have more traffic. */

/** The problem of a decision that sends a version back. */
function sentBack(decision) {
    const failing = decision.findings.filter(({ finding }) => finding.result === 'fail');
    const alarm = failing.find(({ rule }) => rule === 'alarms');
    if (alarm !== undefined)
        return (0,domain_alarm/* alarmProblem */.By)(alarm.finding.why);
    return failing.length > 0 ? worse(decision) : notJudged(decision);
}
const worse = ({ why, weight }) => ({
    code: 'worse-than-before',
    blame: 'you',
    what: `With ${weight}% of the requests, the new version was found to be worse: ${why}.`,
    hint: 'The report has the figures of both sides minute by minute. Mend the version and deploy again; docs/judging.md says which limits there are.',
});
const notJudged = ({ why, weight }) => ({
    code: 'inconclusive',
    blame: 'you',
    what: `With ${weight}% of the requests, the new version could not be judged, and \`on-inconclusive: fail\` takes that for a failure: ${why}.`,
    hint: 'Give it more traffic or time (`canary-steps`, `evaluation-minutes`, `max-step-extension`), lower `min-requests`, or set `on-inconclusive: warn`.',
    input: 'on-inconclusive',
});
/** It passes although it could not be judged, because that is what was asked for. */
const passedUnjudged = (decision) => ({
    ...notJudged(decision),
    what: `With ${decision.weight}% of the requests, the new version could not be judged: ${decision.why}. The rollout goes on, as \`on-inconclusive: warn\` says.`,
});
const notConfirmed = (why) => ({
    code: 'not-confirmed',
    blame: 'you',
    what: `Nobody has confirmed the new version in time: ${why}.`,
    hint: '`confirm-url` must answer 200 within `confirm-timeout`; every other answer means “not yet”.',
    input: 'confirm-url',
});
//# sourceMappingURL=judge-problems.js.map
;// CONCATENATED MODULE: ./lib/judge/figures.js
/** What the windows amount to. `slower` comes from a source that can count it. */
function addUp(source, span, windows, slower = []) {
    const sum = (of) => windows.reduce((total, one) => total + of(one), 0);
    const p99 = weightedP99(windows);
    return {
        from: span.from,
        to: span.to,
        source,
        windows,
        requests: sum((one) => one.requests),
        errors5xx: sum((one) => one.errors5xx),
        ...(p99 === undefined ? {} : { p99 }),
        slower,
    };
}
function weightedP99(windows) {
    let [total, requests] = [0, 0];
    for (const one of windows) {
        if (one.p99 === undefined || one.requests <= 0)
            continue;
        total += one.p99 * one.requests;
        requests += one.requests;
    }
    return requests === 0 ? undefined : Math.round(total / requests);
}
/**
 * Percent of all requests that the canary answered since its weight was set; nothing without requests. The minute in which it
 * was set has requests of both weights: good for a comparison of both sides, not for this.
 */
function measuredShare({ stable, canary }) {
    const since = ({ windows, from }) => windows.reduce((sum, { at, requests }) => sum + (at < from ? 0 : requests), 0);
    const [old, fresh] = [since(stable), since(canary)];
    return old + fresh === 0 ? undefined : (100 * fresh) / (old + fresh);
}
/** Windows in which both sides had requests and a p99, side by side. */
function sameWindows({ stable, canary }) {
    const old = new Map(stable.windows.map((one) => [one.at, one]));
    return canary.windows.flatMap((one) => {
        const other = old.get(one.at);
        return other === undefined ? [] : [{ stable: other, canary: one }];
    });
}
//# sourceMappingURL=figures.js.map
// EXTERNAL MODULE: ./lib/domain/judgement.js
var judgement = __webpack_require__(17915);
;// CONCATENATED MODULE: ./lib/judge/statistics.js
/** Exact binomial statistics: how likely figures at least so bad are by chance, and within which bounds a share lies. */
/** Lanczos' approximation of ln Γ(x) for x > 0 (Numerical Recipes, 3rd edition, section 6.1). */
const LANCZOS = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];
function lnGamma(x) {
    if (x < 0.5)
        return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
    const t = x + 6.5;
    const series = LANCZOS.reduce((sum, one, index) => sum + one / (x + index), 0.9999999999998099);
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}
/** Regularised incomplete beta function Iₓ(a, b) by Lentz' continued fraction (Numerical Recipes, section 6.4). */
function incompleteBeta(a, b) {
    const constant = lnGamma(a + b) - lnGamma(a) - lnGamma(b);
    return (x) => {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        const front = Math.exp(constant + a * Math.log(x) + b * Math.log1p(-x));
        if (x > (a + 1) / (a + b + 2))
            return 1 - (front * betaFraction(1 - x, b, a)) / b;
        return (front * betaFraction(x, a, b)) / a;
    };
}
function betaFraction(x, a, b) {
    const tiny = 1e-300;
    const kept = (value) => (Math.abs(value) < tiny ? tiny : value);
    let c = 1;
    let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
    let fraction = d;
    for (let m = 1; m <= 500; m += 1) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / kept(1 + even * d);
        c = kept(1 + even / c);
        fraction *= d * c;
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / kept(1 + odd * d);
        c = kept(1 + odd / c);
        fraction *= d * c;
        if (Math.abs(d * c - 1) < 1e-11)
            break;
    }
    return fraction;
}
/** P(X ≥ `count`) when each of `of` trials succeeds with probability `share`: the exact one-sided binomial test. */
const chanceOfAtLeast = (count, of, share) => chanceByShare(count, of)(share);
function chanceByShare(count, of) {
    if (count <= 0)
        return () => 1;
    if (count > of)
        return () => 0;
    return incompleteBeta(count, of - count + 1);
}
/**
 * The share that `count` of `of` leave possible, at the least, with an error of `alpha` (C. J. Clopper and E. S. Pearson,
 * "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934).
 */
function lowestShare(count, of, alpha) {
    if (count <= 0)
        return 0;
    const chance = chanceByShare(count, of);
    return shareWhere(0, count / of, (share) => chance(share) >= alpha);
}
/** The same at the most. */
function highestShare(count, of, alpha) {
    if (count >= of)
        return 1;
    const chance = chanceByShare(count + 1, of);
    return shareWhere(count / of, 1, (share) => 1 - chance(share) <= alpha);
}
/** Where between two shares a condition that becomes true turns, to a millionth. */
function shareWhere(from, to, holds) {
    let [low, high] = [from, to];
    for (let step = 0; step < 20; step += 1) {
        const middle = (low + high) / 2;
        if (holds(middle))
            high = middle;
        else
            low = middle;
    }
    return (low + high) / 2;
}
/**
 * By how much the share of `one` is higher than that of `other`, at the least: the bounds of both shares joined by
 * Newcombe's method 10 (R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics
 * in Medicine 17, 1998), with exact bounds instead of Wilson's, which are too sure of themselves where errors are rare.
 */
function lowestDifference(one, other, alpha) {
    const [share, base] = [one.count / one.of, other.count / other.of];
    const below = share - lowestShare(one.count, one.of, alpha);
    const above = highestShare(other.count, other.of, alpha) - base;
    return share - base - Math.hypot(below, above);
}
const SMALLEST = 1e-12;
/** How often something comes about that comes about more often than this is of no interest, and answered as this. */
const USUAL = 0.05;
/** How likely a difference like this is by chance, when the share of `one` is not more than `margin` above that of `other`. */
function chanceOfDifference(one, other, margin) {
    if (one.of <= 0 || other.of <= 0)
        return 1;
    if (one.count / one.of - other.count / other.of <= margin)
        return 1;
    if (lowestDifference(one, other, SMALLEST) > margin)
        return SMALLEST;
    if (lowestDifference(one, other, USUAL) <= margin)
        return USUAL;
    // The bound rises with alpha: where it passes the margin is the chance, to three per cent of itself.
    let [low, high] = [Math.log(SMALLEST), Math.log(USUAL)];
    for (let step = 0; step < 10; step += 1) {
        const middle = (low + high) / 2;
        if (lowestDifference(one, other, Math.exp(middle)) > margin)
            high = middle;
        else
            low = middle;
    }
    return Math.exp(high);
}
/** Fewest requests with which a true share is seen above `limit` with probability `power`, at an error of `alpha`. */
function requestsToSee(share, limit, alpha, power) {
    let [low, high] = [1, 10_000_000];
    while (low < high) {
        const of = Math.floor((low + high) / 2);
        if (powerOf(share, limit, alpha, of) >= power)
            high = of;
        else
            low = of + 1;
    }
    return low;
}
function powerOf(share, limit, alpha, of) {
    let [low, high] = [0, of + 1];
    while (low < high) {
        const count = Math.floor((low + high) / 2);
        if (chanceOfAtLeast(count, of, limit) <= alpha)
            high = count;
        else
            low = count + 1;
    }
    return chanceOfAtLeast(low, of, share);
}
//# sourceMappingURL=statistics.js.map
;// CONCATENATED MODULE: ./lib/judge/rules.js
/** The rules with statistics: errors and latency of the new side, by themselves and against the old side in the same minutes. */





/** One of a hundred requests is slower than the p99, by what the word means. */
const SLOW_SHARE = 0.01;
/** A p99 of fewer requests is only their slowest one; the EB CLI marks it as unsure below this number, too. */
const P99_NEEDS = 100;
/** In so much of its windows a side may have a p99 above its true one by chance alone. */
const WINDOWS_ABOVE = 0.5;
/** What is this unlikely by chance, and yet not proven, is looked at for longer. */
const SUSPICIOUS = 0.05;
/**
 * From which chance on a rule says "worse". The error that is allowed over the whole rollout is shared out evenly among all
 * looks and rules (Bonferroni), so that looking every minute does not make a good version fail sooner or later.
 */
function thresholdOf(rules, { looksInAll }) {
    const rulesInPlay = [rules.max5xxPercent, rules.max5xxIncrease, rules.maxP99, rules.maxP99Ratio].filter((limit) => limit !== undefined).length;
    return (1 - rules.confidence / 100) / (Math.max(1, looksInAll) * Math.max(1, rulesInPlay));
}
/** Limits of latency for which the requests of the new side that were slower must be counted. */
function latencyLimits(rules, stable) {
    const relative = relativeLimit(rules, stable);
    return [...new Set([rules.maxP99, relative])].filter((limit) => limit !== undefined);
}
const relativeLimit = ({ maxP99Ratio }, { p99 }) => maxP99Ratio === undefined || p99 === undefined ? undefined : Math.round(maxP99Ratio * p99);
function judgeRules(rules, figures, look) {
    const threshold = thresholdOf(rules, look);
    return [
        enoughRequests(rules, figures),
        ...errorsAlone(rules, figures, threshold),
        ...errorsCompared(rules, figures, threshold),
        ...latencyAlone(rules, figures, threshold),
        ...latencyCompared(rules, figures, threshold),
    ];
}
function enoughRequests({ minRequests }, { canary }) {
    const { requests } = canary;
    const text = `the new side answered ${requests === 0 ? 'no request' : plural(requests, 'request')} that we know of`;
    const finding = requests >= minRequests ? (0,gate/* passes */.WE)(text) : (0,gate/* cannotTell */.JM)(`${text}, and ${minRequests} are needed to judge it`);
    return { rule: 'requests', finding, canary: requests, limit: minRequests };
}
function errorsAlone({ max5xxPercent: limit }, { canary }, threshold) {
    if (limit === undefined || canary.requests === 0)
        return [];
    const chance = chanceOfAtLeast(canary.errors5xx, canary.requests, limit / 100);
    const what = `${errorsOf(canary)}, and ${percentage(limit)} are allowed`;
    return [
        {
            rule: 'max-5xx-percent',
            finding: byChance(what, chance, threshold),
            canary: shareOf(canary),
            limit,
            chance,
            threshold,
        },
    ];
}
function errorsCompared({ max5xxIncrease: limit, minRequests }, { stable, canary }, threshold) {
    if (limit === undefined || canary.requests === 0)
        return [];
    if (stable.requests < minRequests)
        return [tooFewOld('max-5xx-increase', stable, minRequests)];
    const chance = chanceOfDifference(errorCount(canary), errorCount(stable), limit / 100);
    const points = shareOf(canary) - shareOf(stable);
    const what = `${errorsOf(canary)}, the old side ${percentage(shareOf(stable))} in the same minutes (${plural(stable.requests, 'request')}): ${difference(points)}, and ${limit} more are allowed`;
    const numbers = { canary: shareOf(canary), stable: shareOf(stable), limit, chance, threshold };
    return [{ rule: 'max-5xx-increase', finding: byChance(what, chance, threshold), ...numbers }];
}
function latencyAlone({ maxP99: limit }, { canary }, threshold) {
    if (limit === undefined || canary.requests === 0)
        return [];
    const above = canary.windows.filter((one) => one.p99 !== undefined);
    const slow = slowCount(canary, limit, {
        count: above.filter((one) => (one.p99 ?? 0) > limit).length,
        of: above.length,
    });
    const numbers = { ...(canary.p99 === undefined ? {} : { canary: canary.p99 }), limit };
    if (slow === undefined)
        return [{ rule: 'max-p99', finding: (0,gate/* cannotTell */.JM)(NO_LATENCY), ...numbers }];
    const what = `${slow.text}, which at most ${slow.allowed} may be (p99 ${latency(canary)})`;
    const finding = byChance(what, slow.chance, threshold);
    return [{ rule: 'max-p99', finding, ...numbers, chance: slow.chance, threshold }];
}
function latencyCompared(rules, figures, threshold) {
    const { maxP99Ratio: ratio } = rules;
    const { stable, canary } = figures;
    if (ratio === undefined || canary.requests === 0)
        return [];
    if (stable.requests < P99_NEEDS)
        return [tooFewOld('max-p99-ratio', stable, P99_NEEDS)];
    const limit = relativeLimit(rules, stable);
    const both = sameWindows(figures).filter((one) => one.stable.p99 !== undefined && one.canary.p99 !== undefined);
    const above = both.filter((one) => (one.canary.p99 ?? 0) > ratio * (one.stable.p99 ?? 0)).length;
    const slow = limit === undefined ? undefined : slowCount(canary, limit, { count: above, of: both.length });
    if (limit === undefined || slow === undefined) {
        return [{ rule: 'max-p99-ratio', finding: (0,gate/* cannotTell */.JM)(NO_LATENCY), limit: ratio }];
    }
    const what = `${slow.text}, ${ratio} times the old side's p99 (${latency(stable)}), which at most ${slow.allowed} may be (p99 ${latency(canary)})`;
    const finding = byChance(what, slow.chance, threshold);
    const numbers = {
        ...(canary.p99 === undefined ? {} : { canary: canary.p99 }),
        ...(stable.p99 === undefined ? {} : { stable: stable.p99 }),
    };
    return [{ rule: 'max-p99-ratio', finding, ...numbers, limit: ratio, chance: slow.chance, threshold }];
}
const NO_LATENCY = 'nothing is told of the latency of both sides';
/**
 * Requests slower than the limit, which is exact: a p99 within it leaves one of a hundred (quantile test; W. J. Conover,
 * "Practical Nonparametric Statistics", section 3.2). A source that cannot count them tells in how many windows the p99 was
 * above it, of which half may be (sign test, ibid., section 3.4).
 */
function slowCount(canary, limit, windows) {
    const counted = canary.slower.find(({ than }) => than === limit);
    if (counted !== undefined) {
        // Counts of CloudWatch are interpolated, and may be a little too high.
        const slow = Math.min(canary.requests, Math.floor(counted.requests));
        const text = `${slow} of ${plural(canary.requests, 'request')} took longer than ${(0,domain_time/* formatDuration */.a3)(limit)}`;
        return { text, allowed: '1%', chance: chanceOfAtLeast(slow, canary.requests, SLOW_SHARE) };
    }
    if (windows.of === 0)
        return undefined;
    const text = `in ${windows.count} of ${plural(windows.of, 'sample')} the p99 was above ${(0,domain_time/* formatDuration */.a3)(limit)}`;
    return { text, allowed: 'half', chance: chanceOfAtLeast(windows.count, windows.of, WINDOWS_ABOVE) };
}
function byChance(what, chance, threshold) {
    if (chance <= threshold)
        return (0,gate/* fails */.c6)(`${what}; by chance that comes about ${(0,judgement/* oneIn */.A)(chance)}`);
    if (chance < SUSPICIOUS)
        return (0,gate/* cannotTell */.JM)(`${what}; by chance that comes about ${(0,judgement/* oneIn */.A)(chance)}, which proves nothing yet`);
    return (0,gate/* passes */.WE)(what);
}
const tooFewOld = (rule, stable, needed) => ({
    rule,
    finding: (0,gate/* cannotTell */.JM)(`the old side answered only ${plural(stable.requests, 'request')} in the same minutes, and ${needed} are needed to compare`),
    stable: stable.requests,
    limit: needed,
});
const errorCount = ({ errors5xx, requests }) => ({ count: errors5xx, of: requests });
const shareOf = ({ errors5xx, requests }) => (requests === 0 ? 0 : (100 * errors5xx) / requests);
const errorsOf = (side) => `${side.errors5xx} of ${plural(side.requests, 'request')} to the new side ended in 5xx (${percentage(shareOf(side))})`;
const latency = ({ p99 }) => (p99 === undefined ? 'unknown' : (0,domain_time/* formatDuration */.a3)(p99));
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
const percentage = (value) => `${Number(value.toFixed(value < 1 ? 2 : 1))}%`;
const difference = (points) => `${Number(Math.abs(points).toFixed(2))} points ${points < 0 ? 'fewer' : 'more'}`;
//# sourceMappingURL=rules.js.map
;// CONCATENATED MODULE: ./lib/judge/judge.js
/** From findings to a decision: hold, extend, raise or restore. */



/** One decision, with everything it follows from. Never raises by silence: what cannot be told is said. */
function decide(judged) {
    const { at, rules, look, step, steps, weight, figures, others, extensionLeft } = judged;
    const findings = [...judgeRules(rules, figures, look), ...others];
    const finding = (0,gate/* together */.bs)(findings.map((one) => one.finding));
    const share = measuredShare(figures);
    const result = resultOf(finding.result, look, extensionLeft, rules);
    return {
        at,
        step,
        steps,
        look: look.look,
        weight,
        ...(share === undefined ? {} : { measuredShare: share }),
        figures,
        findings,
        finding,
        result,
        why: finding.why,
    };
}
function resultOf(result, { isLast }, extensionLeft, { onInconclusive }) {
    if (result === 'fail')
        return 'restore';
    if (!isLast)
        return 'hold';
    if (result === 'pass')
        return 'raise';
    if (extensionLeft > 0)
        return 'extend';
    return onInconclusive === 'fail' ? 'restore' : 'raise';
}
//# sourceMappingURL=judge.js.map
;// CONCATENATED MODULE: ./lib/judge/looks.js

const EVERY = (0,domain_time/* minutes */.Gx)(1);
/** Looks in one rollout while it is paused or waits to be confirmed, when they are twice as far apart each time. */
const RESTING_LOOKS = 10;
/** Looks at one share: one a minute, for as long as it may be extended. */
const looksIn = (span, { maxStepExtension }) => Math.ceil(span / EVERY) + Math.ceil(maxStepExtension / EVERY) + 1;
/** Of a whole plan, pauses included. */
function looksOf(steps) {
    const looks = steps.map((step) => (step.kind === 'observe' ? looksIn(step.span, step.rules) : 0));
    return looks.reduce((sum, one) => sum + one, RESTING_LOOKS);
}
//# sourceMappingURL=looks.js.map
// EXTERNAL MODULE: ./lib/domain/accepted-health.js
var accepted_health = __webpack_require__(16046);
// EXTERNAL MODULE: ./lib/domain/environment.js
var domain_environment = __webpack_require__(39505);
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
        return (0,domain_alarm/* judgeAlarms */.eX)(names, await ports.alarms.read(names));
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
        failed: (why) => (0,domain_alarm/* alarmProblem */.By)(why, when),
        unclear: domain_alarm/* inconclusiveProblem */.Wk,
    });
}
//# sourceMappingURL=alarm-watch.js.map
// EXTERNAL MODULE: ./lib/domain/cluster.js
var cluster = __webpack_require__(92466);
// EXTERNAL MODULE: ./lib/domain/standing.js
var standing = __webpack_require__(86634);
;// CONCATENATED MODULE: ./lib/rollout/as-before.js
/** With what the health after a way back is compared: with how it was before the rollout. Pure. */


/** The health that counts as proof on this kind of environment. */
const acceptedIn = ({ request: { settings, snapshot } }) => (0,accepted_health/* acceptedOn */.$5)(snapshot.target.environment.tier, settings.acceptHealth);
/** What the environment was before this rollout, or before one that has left its version there without a proof. */
const stoodBefore = ({ request: { plan, snapshot } }) => (0,standing/* standingBefore */.ME)(snapshot.target, plan.versionLabel);
/**
 * The version that was there before the deployment. It is not the one that the update found: a call for it that was thought
 * to be lost may have brought the new one already, or a run before this one.
 */
function labelStood(run) {
    const { environment, former } = run.request.snapshot.target;
    const found = run.ours?.baseline.versionLabel;
    const isOwn = former !== undefined || found === run.ours?.step.versionLabel;
    return run.target.id === environment.id && isOwn ? stoodBefore(run).versionLabel : found;
}
/** What was sick before the rollout need not be better after its undo; what was well has to be well again. */
function acceptedBefore(run) {
    const accepted = acceptedIn(run);
    const { environment } = run.request.snapshot.target;
    if (run.target.id !== environment.id || accepted.kind !== 'statuses')
        return accepted;
    return accepts(accepted, stoodBefore(run)) ? accepted : (0,accepted_health/* acceptedOn */.$5)(environment.tier, { kind: 'not-worse' });
}
/** After an undo: whether the environment is no better than nobody would accept, as it was before. A clause. */
function sickAsBefore(run) {
    const accepted = acceptedIn(run);
    const { environment } = run.request.snapshot.target;
    const now = run.watch.known?.environment;
    if (run.target.id !== environment.id || now === undefined || accepted.kind !== 'statuses')
        return undefined;
    if (accepts(accepted, stoodBefore(run)) || accepts(accepted, now))
        return undefined;
    return `${run.target.name} is ${now.healthStatus ?? now.health}, as it was before`;
}
function accepts({ statuses, colors }, { health, healthStatus }) {
    return healthStatus === undefined ? colors.includes(health) : statuses.includes(healthStatus);
}
/** With what the health of an update is compared: for a deployment, with what a run without a proof has found rather than left. */
function comparedWith(run, { step, baseline }) {
    const isLeft = step.purpose === 'deploy' && run.request.snapshot.target.former !== undefined;
    return step.purpose === 'undo' || isLeft ? baselineBefore(run, baseline) : baseline;
}
/** Health is compared with how it was before the rollout, not with how a failure has left it. */
function baselineBefore(run, baseline) {
    if (run.target.id !== run.request.snapshot.target.environment.id)
        return baseline;
    const { healthStatus: _, ...rest } = baseline;
    const { health, healthStatus } = stoodBefore(run);
    return { ...rest, health, ...(healthStatus === undefined ? {} : { healthStatus }) };
}
//# sourceMappingURL=as-before.js.map
;// CONCATENATED MODULE: ./lib/rollout/proof.js
/** One look at whether a side runs a version everywhere and is well: the last word before it gets traffic. */



const lasting = (why) => ({ why, passes: false });
/** `undefined` when nothing is missing. Throws `ActionError` when nobody can tell. */
async function whyUnproven(run, proof, environment) {
    const { name } = environment;
    if (environment.status !== 'Ready')
        return lasting(`${name} is ${environment.status}`);
    if (environment.versionLabel !== proof.versionLabel) {
        return lasting(`${name} is on ${environment.versionLabel ?? 'no version'}, not on ${proof.versionLabel}`);
    }
    const { snapshot, ports, say } = run.request;
    const live = (0,accepted_health/* healthIn */.YN)(snapshot.target.environment);
    if ((0,accepted_health/* tasteOfHealth */.xn)(acceptedIn(run), (0,accepted_health/* healthIn */.YN)(environment), live) !== 'good') {
        return lasting(`the health of ${name} is ${(0,accepted_health/* shownHealth */.gb)(environment)}`);
    }
    if (!proof.enhancedHealth)
        return undefined;
    try {
        const reading = await ports.beanstalk.instances(run.target.id);
        say({ type: 'instances', instances: reading.instances });
        const why = whyNotEverywhere(reading, proof);
        return why === undefined ? undefined : { why: `on ${name} ${why}`, passes: isOnlyComing(reading, proof) };
    }
    catch (error) {
        if (error instanceof domain_problem/* ActionError */.l && error.problem.code === 'enhanced-health-off')
            return undefined;
        throw error;
    }
}
/** Who does not report the version has not reported anything yet, or is at it; with them there are enough. */
function isOnlyComing({ instances }, { versionLabel, instances: least }) {
    const isComing = instances.every(({ deployment }) => deployment === undefined || isAtIt(deployment, versionLabel));
    return isComing && instances.length >= least;
}
const isAtIt = ({ versionLabel, status }, wanted) => versionLabel === wanted && (status === 'Deployed' || status === 'In Progress');
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
var host_rules = __webpack_require__(82726);
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
    labelLag: domain_environment/* LABEL_LAG */.it,
    /** Ready, yet instances with another deployment: agents report every 10 s, removed instances stay listed for a while. */
    fleetLag: (0,domain_time/* seconds */.YA)(90),
    /**
     * Ready, yet an instance that Auto Scaling launched while the update ran has not got its version: it boots, and its command
     * has ten minutes and four more (AWS guide, "Timeout", and what is added to it).
     */
    launching: (0,domain_time/* minutes */.Gx)(15),
    /** Ready, yet other option values in DescribeConfigurationSettings. */
    settingsLag: (0,domain_time/* seconds */.YA)(60),
    /** Instances or health that were not computed anew since the end, although agents report every 10 s. */
    refresh: (0,domain_time/* minutes */.Gx)(5),
    /** Basic health tells no refresh time; its checks run every 10 s (AWS guide, "Basic health reporting"). */
    basicRefresh: (0,domain_time/* seconds */.YA)(15),
    /** DateUpdated has not moved although an event announced the end so long ago: then it does not move. */
    unmovedDate: (0,domain_time/* seconds */.YA)(90),
    /** Answers older than one that was read already, and nothing newer for so long: then DateUpdated went back. */
    olderAnswer: (0,domain_time/* seconds */.YA)(90),
};
//# sourceMappingURL=allowances.js.map
// EXTERNAL MODULE: ./lib/domain/json.js
var domain_json = __webpack_require__(77708);
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
    // Some options of Cluster environments are JSON objects.
    const json = (0,domain_json/* canonicalJson */.dj)(trimmed);
    if (json !== undefined)
        return json;
    return trimmed.includes(',')
        ? trimmed
            .split(',')
            .map((part) => part.trim())
            .sort()
            .join(',')
        : trimmed;
}
//# sourceMappingURL=configuration-proof.js.map
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
    sharedErrors: [],
    completed: [],
    added: new Map(),
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
            return withShared(isError(event) ? { ...facts, sharedErrors: [...facts.sharedErrors, event] } : facts, event, meaning);
        case 'other':
            return meaning === undefined ? facts : withOther(facts, event, meaning);
    }
}
const isError = ({ severity }) => severity === 'ERROR' || severity === 'FATAL';
function withOwn(facts, event) {
    return {
        ...facts,
        newestOwn: Math.max(facts.newestOwn ?? event.date, event.date),
        firstOwn: Math.min(facts.firstOwn ?? event.date, event.date),
        errors: isError(event) ? [...facts.errors, event] : facts.errors,
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
            return withShared(facts, event, meaning);
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
function withShared(facts, { date }, meaning) {
    if (meaning?.kind === 'instances-added') {
        return { ...facts, added: new Map([...meaning.ids.map((id) => [id, date]), ...facts.added]) };
    }
    if (meaning?.kind === 'instances-removed') {
        return { ...facts, removedIds: new Set([...facts.removedIds, ...meaning.ids]) };
    }
    return facts;
}
const isFailure = ({ kind }) => kind === 'deployment-failed' || kind === 'operation-failed' || kind === 'configuration-failed' || kind === 'reverted';
function withOther(facts, event, meaning) {
    const isAbort = meaning.kind === 'aborted' || (meaning.kind === 'started' && meaning.operation === 'abort');
    if (isAbort)
        return { ...facts, abortByOthers: event };
    if (isFailure(meaning) && facts.updateByOthers !== undefined)
        return { ...facts, failureByOthers: event };
    if (meaning.kind !== 'started')
        return facts;
    switch (meaning.operation) {
        case 'terminate':
            return { ...facts, terminationByOthers: event };
        case 'update':
        case 'rebuild':
        case 'restart':
            return withOperationByOthers(facts, event, meaning.operation);
        case 'create':
        case 'swap':
        case 'abort':
        case 'application':
            return facts;
    }
}
function withOperationByOthers(facts, event, operation) {
    const { firstOwn, unclaimed } = facts;
    // Late news of an operation before ours is no news.
    if (firstOwn !== undefined)
        return event.date > firstOwn ? withUpdateByOthers(facts, event) : facts;
    // At most one of them is ours.
    if (unclaimed !== undefined)
        return withUpdateByOthers(facts, event);
    return operation === 'update' ? { ...facts, unclaimed: event } : facts;
}
function withUpdateByOthers({ failureByOthers: _, ...facts }, event) {
    return { ...facts, updateByOthers: event };
}
//# sourceMappingURL=event-facts.js.map
;// CONCATENATED MODULE: ./lib/watch/knowledge.js
/**
 * What is known about one update, from the moment it was asked for: a pure fold over observations. Must not judge.
 *
 * Two clocks meet here and are never compared. `at` fields are moments of our own clock and measure how long something
 * has been so; dates (`date`, `refreshedAt`, `dateUpdated`) are the service's and say what came before what over there.
 */



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
    if (isOldAnswer(environment, at, before)) {
        return { ...known, environmentReadings: known.environmentReadings + 1, absentInARow: 0 };
    }
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
/** It tells nothing. Only when nothing else has come for long DateUpdated is taken to be one that may go back. */
const isOldAnswer = (environment, at, { environment: known, environmentAt }) => (0,domain_environment/* isFromBefore */._b)(environment, known) && at - (environmentAt ?? at) < ALLOWANCES.olderAnswer;
function beganBecauseOf(known, environment, at) {
    if (known.began !== undefined)
        return known.began;
    // The service refuses updates of environments that are not Ready: whatever runs after it accepted ours is ours.
    if (environment.status === 'Updating' || environment.status === 'Aborting' || environment.status === 'Launching')
        return { by: 'updating', at };
    const { dateUpdated, isNew } = known.baseline;
    if (isNew)
        return { by: 'existing', at };
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
    // Auto Scaling has replaced all of them: the first one that comes will tell what they run.
    const isAwaited = count === 0 && fleet.passing.some((one) => isComing(one) && !known.events.removedIds.has(one.id));
    const patience = isAwaited ? ALLOWANCES.launching : ALLOWANCES.fleetLag;
    if (count < expects.instances && waited < patience) {
        const reason = `${count} of at least ${expects.instances} instances report the deployment`;
        return { found: 'pending', reason, wants: ['instances'], dueAt: readySince + patience };
    }
    if (count === 0 && expects.instances > 0) {
        return { found: 'failed', code: 'cannot-tell', reason: 'no instance in service says what it runs' };
    }
    return { found: 'proven', note: fleetNote(fleet, expects) };
}
/**
 * Where nobody can be asked what it runs: instances that Auto Scaling launched since the update began, which it may have
 * missed. No failure: mostly they come with the version. But the environment's word does not cover them.
 */
function nameComers({ versionLabel, raisesDeploymentId }, known) {
    const { added, removedIds, firstOwn, temporaryGroup, additionalBatch } = known.events;
    const isCreation = known.baseline.dateUpdated === undefined && known.baseline.versionLabel === undefined;
    const bringsOwn = temporaryGroup || additionalBatch || isCreation;
    const since = bringsOwn ? endDate(known) : firstOwn;
    if (versionLabel === undefined || !raisesDeploymentId || since === undefined)
        return { found: 'proven' };
    const came = [...added].filter(([id, date]) => date > since && !removedIds.has(id)).map(([id]) => id);
    if (came.length === 0)
        return { found: 'proven' };
    const when = bringsOwn ? 'after it' : 'since it began';
    const what = came.length === 1 ? 'it runs' : 'they run';
    return { found: 'proven', note: `${came.join(', ')} came ${when}, and basic health does not tell what ${what}` };
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
const isJustLaunched = (instance, end) => isComing(instance) && launchedSince(instance, end);
/** Launched while the update ran, and on its way to a version: which one, it will tell. */
const isStillComing = (instance, { events: { firstOwn } }) => isComing(instance) && launchedSince(instance, firstOwn);
const isComing = ({ deployment }) => deployment === undefined || deployment.status === 'In Progress';
const launchedSince = ({ launchedAt }, moment) => launchedAt !== undefined && moment !== undefined && launchedAt >= moment - (0,domain_time/* seconds */.YA)(1);
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
    const patience = fleet.behind.every((one) => isStillComing(one, known)) ? ALLOWANCES.launching : ALLOWANCES.fleetLag;
    // An event that announced the failure makes waiting for laggards pointless.
    if (waited < patience && known.events.failures.length === 0) {
        return { found: 'pending', reason: which, wants: ['instances'], dueAt: readySince + patience };
    }
    if (fleet.current.length === 0)
        return { found: 'failed', code: 'deployment-failed', reason: which };
    const scaled = fleet.behind.filter((one) => launchedSince(one, known.events.firstOwn)).length;
    const origin = scaled === 0 ? '' : ` (${scaled === count ? '' : `${scaled} of them `}launched while the update ran)`;
    const rest = `${origin}; the others: ${describeInstances(fleet.current)}`;
    return { found: 'failed', code: 'split-fleet', reason: `${which}${rest}` };
}
function fleetNote(fleet, expects) {
    const count = fleet.current.length;
    if (count === 0)
        return 'there is no instance that could report it';
    const id = fleet.current[0]?.deployment?.id;
    const fewer = count < expects.instances ? ` (${expects.instances} were expected)` : '';
    const deployment = id === undefined ? 'the deployment' : `deployment ${id}`;
    return `${count === 1 ? 'its only instance reports' : `all ${count} instances report`} ${deployment}${fewer}`;
}
function describeDeployment(instance) {
    const { deployment } = instance;
    if (deployment === undefined)
        return 'reports no deployment';
    const { id, status, versionLabel = 'no version' } = deployment;
    // What it serves with then, nobody says.
    if (status !== 'Deployed')
        return `has ${id === undefined ? 'a deployment' : `deployment ${id}`} of ${versionLabel}: ${status}`;
    return `runs ${versionLabel}${id === undefined ? '' : ` (deployment ${id})`}`;
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
    const color = isStatus(health) ? (0,domain_environment/* colorOf */.HN)(health) : health;
    if (accepted.kind !== 'any' && accepted.greyIsIdle === true && color === 'Grey')
        return true;
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
    const mixed = fleetAsked || expects.pods !== undefined ? undefined : mixedByOthers(expects, known);
    if (mixed !== undefined)
        return mixed;
    const late = fleetAsked ? undefined : lateByOthers(known);
    if (late !== undefined)
        return late;
    if (isTold || fleetAsked || asksSettings(expects))
        return { found: 'proven' };
    return withoutDiscriminator(known);
}
/** After an update of somebody else the label of before may still be shown for a while, and nobody asks the instances. */
function lateByOthers({ events, environmentAt, readySince = 0 }) {
    const dueAt = readySince + ALLOWANCES.labelLag;
    if (events.updateByOthers === undefined || (environmentAt ?? readySince) >= dueAt)
        return undefined;
    const reason = 'an update of somebody else has ended, whose label may come later';
    return { found: 'pending', reason, wants: ['environment', 'events'], dueAt };
}
/**
 * An update of somebody else that was aborted or failed after ours: the environment shows the label of before it, and some
 * instances may run theirs ("some instances may have deployed the new application version", observed).
 */
function mixedByOthers({ versionLabel }, { events }) {
    const { updateByOthers, abortByOthers, failureByOthers } = events;
    if (versionLabel === undefined || updateByOthers === undefined)
        return undefined;
    const isAborted = abortByOthers !== undefined && abortByOthers.date > updateByOthers.date;
    if (!isAborted && failureByOthers === undefined)
        return undefined;
    const how = isAborted ? 'was aborted' : 'failed';
    return {
        found: 'failed',
        code: 'cannot-tell',
        reason: `an update that somebody else began after ours ${how}: some instances may run its version, and basic health does not tell what they run`,
    };
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
;// CONCATENATED MODULE: ./lib/watch/pods.js
const pods_LONGEST_QUOTE = 300;
/**
 * A failed update may roll back by itself and end Ready with good colours, so Ready, the label and no ERROR since the
 * request are needed together (AWS guide, "Deploying to Beanstalk Cluster environments").
 */
function findPods(expects, known) {
    if (expects === undefined)
        return { found: 'proven' };
    const [error] = expects.forgivesErrors === true ? [] : [...known.events.errors, ...known.events.sharedErrors];
    if (error !== undefined) {
        const reason = `the environment is Ready, but since the update was asked for Elastic Beanstalk said: ${pods_quote(error)}`;
        return { found: 'failed', code: 'deployment-failed', reason };
    }
    const note = 'pods cannot be asked what they run, and no error was told of';
    return {
        found: 'proven',
        note: expects.readinessProbe ? note : `${note}; without a readiness probe nothing shows that they answer`,
    };
}
const pods_quote = ({ message }) => message.length > pods_LONGEST_QUOTE ? `${message.slice(0, pods_LONGEST_QUOTE)}…` : message;
//# sourceMappingURL=pods.js.map
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
        return failing('environment-gone', `the environment ${verb} before the update was proven`);
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
        return failing('environment-gone', 'the environment was terminated before the update was proven');
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
        fleetAsked ? explainFleet(findFleet(expects, known), known) : nameComers(expects, known),
        // Another label says more about a failure than its first error does.
        label.found === 'proven' ? findPods(expects.pods, known) : { found: 'proven' },
        findHealth(rules, known, enhanced, now),
    ];
    const failure = findings.find((finding) => finding.found === 'failed');
    const hasInstances = (known.instances?.instances.length ?? 0) > 0;
    const proof = fleetAsked && hasInstances ? 'instances' : 'environment';
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
;// CONCATENATED MODULE: ./lib/watch/agent-reports.js
/**
 * When the health agents report next, on our clock. Pure.
 *
 * What is proven by instances changes only with their reports, every ten seconds (AWS guide, "Enhanced health reporting and
 * monitoring"). A look right after a report sees all there is to see; looks between two of them see the same again.
 */


const PERIOD = (0,domain_time/* seconds */.YA)(10);
/** So long after a report its answer can be had. */
const ANSWERED = (0,domain_time/* seconds */.YA)(0.3);
const AT_ONCE = (0,domain_time/* seconds */.YA)(0.2);
/** Reports that come later than expected are waited for with pauses that double, up to this. */
const agent_reports_LONGEST = (0,domain_time/* seconds */.YA)(5);
/** Of what is wanted, so much is read in one look. */
const A_LOOK = 2;
/** When the next report can be read; `undefined`: nobody can tell. */
function nextReport(known, now) {
    const last = lastReport(known, now);
    if (last === undefined)
        return undefined;
    const rounds = Math.max(1, Math.ceil((now - last.at - ANSWERED) / PERIOD));
    return atLeast(last.at + rounds * PERIOD + pauseAfter(last), now + AT_ONCE);
}
/**
 * When the wanted readings can show what came after the update's end: now, when they have not been made since, or with the
 * first report after it. `undefined`: nobody can tell.
 */
function proofDue(known, wants, now) {
    const end = endDate(known);
    const { readySince } = known;
    const wanted = wants.slice(0, A_LOOK).filter((one) => one === 'instances' || one === 'health');
    if (end === undefined || readySince === undefined || wanted.length === 0)
        return undefined;
    const last = lastReport(known, now);
    if (last === undefined)
        return undefined;
    const unread = wanted.some((one) => ((one === 'health' ? known.healthAt : known.instancesAt) ?? 0) < readySince);
    if (last.date >= end && unread)
        return now + AT_ONCE;
    const rounds = Math.max(1, Math.ceil((end - last.date) / PERIOD));
    const due = last.at + rounds * PERIOD + pauseAfter(last);
    return atLeast(due, now + AT_ONCE);
}
/** How much of the service's own time has gone by since the update's end, by the newest report. */
function reportedSinceEnd(known) {
    const end = endDate(known);
    const { date } = newest(known) ?? {};
    return end === undefined || date === undefined ? 0 : Math.max(0, date - end);
}
const pauseAfter = ({ late }) => Math.min(ANSWERED + late, agent_reports_LONGEST);
const atLeast = (at, earliest) => Math.max(at, earliest);
/**
 * The service wrote the opening event right after it was asked, so `askedAt` and that event's date are the same moment on two
 * clocks, but for the time that the call took. The reading itself bounds this: its report was made before the answer, and
 * the one after it was not.
 */
function lastReport(known, now) {
    const reading = newest(known);
    const { firstOwn } = known.events;
    if (reading === undefined || firstOwn === undefined || isHurried(known, reading.date, now))
        return undefined;
    const { date, readAt } = reading;
    const presumed = date - firstOwn + known.askedAt;
    const earliest = readAt - PERIOD;
    return { date, at: Math.min(Math.max(presumed, earliest), readAt), late: Math.max(0, earliest - presumed) };
}
function newest({ instances, instancesAt, health, healthAt, }) {
    const readings = [
        { date: instances?.refreshedAt, readAt: instancesAt },
        { date: health?.refreshedAt, readAt: healthAt },
    ].flatMap(({ date, readAt }) => (date === undefined || readAt === undefined ? [] : [{ date, readAt }]));
    return readings.sort((left, right) => right.date - left.date || right.readAt - left.readAt)[0];
}
/** A rehearsal whose time is faster than ours: ten of its seconds are not ten of ours. */
function isHurried({ askedAt, events: { firstOwn = 0 } }, date, now) {
    return date - firstOwn > (now - askedAt) * 1.2 + PERIOD;
}
//# sourceMappingURL=agent-reports.js.map
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
 *     1 s      5 s             8 to 12 s             each report or 5 s      next report     1 s
 *
 * With enhanced health, looks near the end follow the reports of the health agents (agent-reports.ts): between two of them
 * nothing can be proven.
 */



/**
 * Calls that may have been sent so long after the start of the rollout before the pace slows down: some 55 in ten
 * minutes. A run of ten minutes may send 120; looking, the lock, asking and proving need the rest.
 */
const BUDGET = { base: 14, perSecond: 0.07 };
const pace_LONGEST = (0,domain_time/* minutes */.Gx)(1);
const NEAR = (0,domain_time/* seconds */.YA)(5);
const EVERY_PAGE = (0,domain_time/* seconds */.YA)(30);
function planLook(judgement, known, pacing, now) {
    const readings = chooseReadings(judgement, known, pacing, now);
    return { at: now + Math.round(chooseInterval(judgement, known, pacing, now, readings.length)), readings };
}
/**
 * The last reading before success is believed: events and environment once more, a second after the end, which may have gone
 * by already, as a report of the agents from then shows. When the events lack what the service has shown before, they are
 * read again with longer and longer pauses: minutes may pass until they are whole.
 */
function planDrain(known, pacing, now) {
    const { incredibleInARow } = known.events;
    const isLate = incredibleInARow === 0 && reportedSinceEnd(known) >= (0,domain_time/* seconds */.YA)(1);
    // A look of its own all the same.
    const pause = isLate ? (0,domain_time/* seconds */.YA)(0.05) : Math.min((0,domain_time/* seconds */.YA)(1) * 2 ** incredibleInARow, (0,domain_time/* seconds */.YA)(15));
    return { at: now + Math.min(pause, pacing.pollInterval ?? pause), readings: ['environment', 'events'] };
}
function chooseInterval(judgement, known, pacing, now, calls) {
    const slowed = 2 ** Math.min(pacing.failedInARow, 5);
    if (pacing.pollInterval !== undefined)
        return Math.min(pacing.pollInterval * slowed, Math.max(pace_LONGEST, pacing.pollInterval));
    const wished = interval(judgement, known, pacing, now);
    const isHurried = judgement.phase !== 'running' || isNearEnd(known, pacing, now);
    const stretched = isHurried ? wished : Math.max(wished, stretch(pacing, now, calls));
    const spread = stretched * slowed * (0.9 + 0.2 * pacing.jitter);
    const reported = pacing.failedInARow > 0 ? undefined : untilReport(judgement, known, pacing, now, stretched);
    if (reported !== undefined)
        return reported;
    const planned = Math.min(spread, pace_LONGEST);
    return pacing.failedInARow > 0 ? planned : untilDue(planned, judgement.dueAt, now);
}
/** Right after a report: the one that brings a proof, each one around the expected end, and before it the one nearest to `wished`. */
function untilReport(judgement, known, pacing, now, wished) {
    if (!pacing.asksInstances || pacing.settingsOnly || isAnnounced(known, now))
        return undefined;
    switch (judgement.phase) {
        case 'beginning':
            return undefined;
        case 'running': {
            const isNear = isNearEnd(known, pacing, now);
            const at = nextReport(known, isNear ? now : now + Math.max(0, wished - (0,domain_time/* seconds */.YA)(3)));
            return at === undefined ? undefined : at - now + (0,domain_time/* seconds */.YA)(isNear ? 0.2 : 1) * pacing.jitter;
        }
        case 'proving': {
            const at = isStateDue(known, now) ? undefined : proofDue(known, judgement.wants, now);
            return at === undefined ? undefined : at - now + (0,domain_time/* seconds */.YA)(0.2) * pacing.jitter;
        }
    }
}
/** While a proof lags the status may move on. */
const isStateDue = ({ environmentAt }, now) => now - (environmentAt ?? 0) > (0,domain_time/* seconds */.YA)(12);
/** An event announced the end: the state follows within a second or two. */
const isAnnounced = ({ events: { endHintAt }, readySince }, now) => readySince === undefined && endHintAt !== undefined && now - endHintAt < (0,domain_time/* seconds */.YA)(30);
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
    if (isAnnounced(known, now))
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
/** Around the expected end every second counts, and the window is short enough to be paid for; so when all have had their turn. */
const isNearEnd = (known, pacing, now) => Math.abs(elapsedSince(known, pacing.askedAt, now) - pacing.expectedDuration) <= windowOf(pacing) ||
    (pacing.calls < allowed(pacing, now) && haveAllHadTheirTurn(known));
/** New instances beside the old ones have the longest part still before them: those move over, and these go. */
const haveAllHadTheirTurn = ({ events: { done, temporaryGroup } }) => done !== undefined && done.done === done.total && !temporaryGroup;
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
    const isOver = known.events.endHintAt !== undefined;
    const isBlind = known.events.incredibleInARow > 0 || known.absentInARow > 0;
    if (isOver || isBlind)
        return ['environment', 'events'];
    if (pacing.settingsOnly)
        return pacing.looks % 6 === 5 ? ['environment', 'events'] : ['environment'];
    const canAskInstances = pacing.asksInstances && known.unavailable.instances === undefined;
    const turn = pacing.looks % 3;
    if (turn === 2 && canAskInstances && isWorthItsCalls(known, now))
        return ['environment', 'instances'];
    const isNear = isNearEnd(known, pacing, now);
    // One look a report: each has to show the state.
    if (isNear && canAskInstances && nextReport(known, now) !== undefined)
        return ['environment', 'events'];
    if (turn === 2 || (!isNear && pacing.calls < allowed(pacing, now) * 0.6))
        return ['environment', 'events'];
    return isNear && turn === 1 ? ['environment'] : ['events'];
}
/** A fleet of hundreds is told page by page, a call for each: so much rarer is it asked how far its instances are. */
const isWorthItsCalls = ({ instances, instancesAt }, now) => {
    const pages = instances?.pages ?? 1;
    return pages === 1 || now - (instancesAt ?? 0) >= pages * EVERY_PAGE;
};
/**
 * What is missing and the state take turns: a status that moves on must not be missed over a proof that lags. Events are
 * read now and then, and once more before success is believed: what they tell of meanwhile is judged then.
 */
function provingReadings(judgement, known, pacing, now) {
    const usual = pacing.looks % 4 < 2 ? ['environment', 'events'] : ['environment'];
    if (judgement.wants.length === 0)
        return usual;
    if (pacing.asksInstances && proofDue(known, judgement.wants, now) !== undefined) {
        if (!isStateDue(known, now))
            return judgement.wants.slice(0, A_LOOK);
        // When looks fail they are so far apart that the state is due each time: what is missing has its turn all the same.
        const [missing] = judgement.wants;
        const isStarved = missing !== undefined && pacing.looks % 2 === 1 && now - lastRead(known, missing) > (0,domain_time/* seconds */.YA)(30);
        return ['environment', isStarved && missing !== 'environment' ? missing : 'events'];
    }
    // The state was read a moment ago: that is how Ready is known.
    const isFresh = pacing.settingsOnly && known.readySince !== undefined && now - known.readySince < (0,domain_time/* seconds */.YA)(1);
    if (!isFresh && pacing.looks % 2 === 0)
        return usual;
    return judgement.wants.slice(0, A_LOOK);
}
function lastRead(known, reading) {
    const { environmentAt, eventsAt, instancesAt, healthAt, settingsAt } = known;
    const at = {
        environment: environmentAt,
        events: eventsAt,
        instances: instancesAt,
        health: healthAt,
        settings: settingsAt,
    };
    return at[reading] ?? known.askedAt;
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
        const drain = this.isDraining ? planDrain(this.#known, pacing, now) : undefined;
        if (drain !== undefined && failedInARow === 0)
            return drain;
        // Looks that failed are further apart, but what is missing stays the same.
        const { at, readings } = planLook(this.#judgement, this.#known, pacing, now);
        return { at, readings: drain?.readings ?? readings };
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
        const wasDraining = this.isDraining;
        if (verdict.verdict === 'waiting')
            this.#drainingSince = undefined;
        else {
            if (this.#drainingSince !== undefined && eventsRead)
                return { end: 'judged', verdict, proof, known };
            this.#drainingSince ??= now;
            const spent = now - this.#drainingSince;
            if (spent >= ALLOWANCES.absent && known.events.incredibleInARow > 2) {
                const unread = undrained(spent);
                this.#parts.say({ type: 'verdict', verdict: unread });
                return { end: 'judged', verdict: unread, proof, known };
            }
        }
        // What was proven by the last look before the deadline still gets its drain.
        const isDrainDue = this.isDraining && !wasDraining;
        return now >= deadline && !isDrainDue ? { end: 'timed-out', reason: missing(verdict), known } : undefined;
    }
    #sayWhereItStands(verdict, now) {
        const { expects, askedAt, expectedDuration, rules, shape } = this.#request;
        const { say, environment } = this.#parts;
        const stableFor = rules.accepted.kind === 'any' ? 0 : rules.stableFor;
        const schedule = { askedAt, expectedDuration, stableFor, fleetSize: shape.before.size };
        const view = viewOf(expects, this.#known, schedule, now);
        say({ type: 'view', environment: environment.name, view, elapsed: now - askedAt });
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
/** What is still missing when time is up: with everything proven it is the rest of the events. */
const missing = ({ verdict, reason }) => verdict === 'waiting' ? reason : `the state shows success (${reason}), but the events could not be read to their end`;
function undrained(spent) {
    const reason = `the state shows success, but for ${(0,domain_time/* formatDuration */.a3)(spent)} the events could not be read to their end; the permission elasticbeanstalk:DescribeEvents may be missing`;
    return { verdict: 'failed', code: 'cannot-tell', reason };
}
//# sourceMappingURL=session.js.map
;// CONCATENATED MODULE: ./lib/watch/stream.js

/** How far back each reading goes: instance events arrive seconds, instance list events up to minutes late (observed). */
const OVERLAP = (0,domain_time/* minutes */.Gx)(3);
/** Events in one answer (API reference, DescribeEvents): what a large fleet says in `OVERLAP` takes several. */
const AN_ANSWER = 1_000;
/** After so many readings without anything new, what is still to come is left to the final reading. */
const QUIET = 20;
/** Begins a stream. `history` are the events around the anchor, read before the first write; they are never given out. */
function openStream(history) {
    const anchor = newestDate(history, undefined);
    return { anchor, newest: anchor, taken: occurrences(history), quiet: 0, crowd: 0 };
}
/** What may still change from here on (inclusive). `0` is everything: there was no event at all before the first write. */
function overlapFrom({ newest }) {
    return newest === undefined ? 0 : Math.max(0, newest - OVERLAP);
}
/** Where the next reading starts (inclusive). */
function readFrom(state) {
    const { newest, quiet, crowd } = state;
    // A fleet of hundreds has spoken long ago: the same thousands of events are not read for hours, several calls each time.
    const isOver = newest !== undefined && quiet >= QUIET && crowd > AN_ANSWER;
    return isOver ? startOfSecond(newest) : overlapFrom(state);
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
    const quiet = fresh.length > 0 ? 0 : state.quiet + 1;
    const crowd = quiet > QUIET ? state.crowd : reading.length;
    return { state: { anchor: state.anchor, newest, taken, quiet, crowd }, fresh, credible };
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
    return newest !== undefined && event.date < startOfSecond(newest);
}
const startOfSecond = (date) => Math.floor(date / 1_000) * 1_000;
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
    #awaitsOpening = false;
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
        const { beanstalk, environment } = this.#parts;
        const found = await beanstalk.environment(environment.id);
        return { environment: found, fresh: await this.events() };
    }
    /** What the environment has said since the last look. Throws `ActionError`. */
    async events() {
        const { beanstalk, environment } = this.#parts;
        return this.#take(await beanstalk.events(environment.id, readFrom(this.#stream))).fresh;
    }
    #take(read) {
        if (this.#awaitsOpening)
            this.#adopt(read);
        const taken = takeEvents(this.#stream, read, this.#own);
        this.#stream = taken.state;
        for (const event of taken.fresh)
            this.#parts.say({ type: 'event-seen', event });
        return taken;
    }
    #adopt(read) {
        const opening = read.find(({ requestId }) => requestId !== undefined)?.requestId;
        if (opening === undefined)
            return;
        this.own(opening);
        this.#awaitsOpening = false;
    }
    /** The environment was created by this rollout, which was not told its request id: its first event will tell. */
    ownFromTheStart() {
        this.#awaitsOpening = true;
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
        return overlapFrom(this.#stream);
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
                const { fresh, credible } = this.#take(await beanstalk.events(environment.id, since));
                return { of: 'events', at: clock.now(), fresh, credible };
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
        holder: undefined,
        sidesThere: undefined,
        gone: [],
        share: undefined,
        shifting: undefined,
        routeOpened: undefined,
        routeSeen: undefined,
        note: undefined,
        leftovers: [],
        leaving: undefined,
        creating: undefined,
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
        asked: [],
        settled: undefined,
        asking: undefined,
        unanswered: undefined,
        hasEnded: false,
    };
    rollout.runs.set(target.name, run);
    return run;
}
/** The run of the environment that the plan is about. */
const mainRun = (rollout) => runOf(rollout, rollout.request.plan.environment);
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./lib/rollout/warm-up.js
/** Warms a side up that has no traffic yet: asks it until it answers well, so often in a row, within a limit of time. */


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
    const url = (0,cluster/* addressOf */.ci)(host, wish);
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
/** Gates: what must hold before a rollout goes on. Each says what it found, and fails with a reason. */








/** One answer of an application that is well takes milliseconds. */
const gates_ANSWER_LIMIT = (0,domain_time/* seconds */.YA)(20);
const gates_BODY_LIMIT = 256 * 1_024;
const gates_EVERY = (0,domain_time/* seconds */.YA)(10);
const gates_LONGEST_QUOTE = 120;
/** A look that fails is neither good nor bad; after so long without any other one nobody knows what was in between. */
const UNSEEN = (0,domain_time/* minutes */.Gx)(1);
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
    let [goodSince, goodAt] = [];
    for (;;) {
        if (cancel.aborted)
            return { step: 'cancelled' };
        const seen = await lookAt(run, proof);
        const now = clock.now();
        if (seen.look === 'good')
            [goodSince, goodAt] = [goodSince ?? now, now];
        else if (seen.look === 'bad' || now - (goodAt ?? 0) > UNSEEN)
            goodSince = undefined;
        if (seen.look === 'good' && goodSince !== undefined && now - goodSince >= hold) {
            const held = hold === 0 ? '' : `, and that held for ${(0,domain_time/* formatDuration */.a3)(now - goodSince)}`;
            const everywhere = proof.enhancedHealth ? ', every instance reports it' : '';
            const reason = `${run.target.name} runs ${proof.versionLabel}${everywhere}, health is accepted${held}`;
            run.rollout.proven ??= { reason, proof: proof.enhancedHealth ? 'instances' : 'environment' };
            say({ type: 'verdict', verdict: { verdict: 'reached', reason } });
            return { step: 'done' };
        }
        const why = seen.look === 'good' ? 'the proof must hold' : seen.why;
        say({ type: 'verdict', verdict: { verdict: 'waiting', reason: why } });
        const isOver = now >= giveUpAt + (seen.look === 'unreadable' ? UNSEEN : 0);
        if (isOver && seen.look !== 'good')
            return { step: 'failed', run, problem: notProven(why) };
        const pause = settings.pollInterval ?? gates_EVERY;
        const left = seen.look === 'good' ? (goodSince ?? now) + hold - now : pause;
        await clock.sleep(Math.min(pause, Math.max((0,domain_time/* seconds */.YA)(1), left)), cancel);
    }
}
async function lookAt(run, proof) {
    try {
        const environment = await run.reader.environment(run.target.id);
        await hearEvents(run);
        if (environment === undefined)
            return { look: 'bad', why: `${run.target.name} is not shown by DescribeEnvironments` };
        const why = await whyUnproven(run, proof, environment);
        return why === undefined ? { look: 'good' } : { look: 'bad', why: why.why };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return { look: 'unreadable', why: 'it could not be looked at' };
    }
}
/** Events are told, and prove nothing here: a reading that fails takes nothing from the look. */
async function hearEvents(run) {
    try {
        await run.watch.events();
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
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
            say({ type: 'notice', text: `${(0,cluster/* addressOf */.ci)(host, test)} answered well (try ${attempt} of ${test.attempts}).` });
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
    const url = (0,cluster/* addressOf */.ci)(host, test);
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
    const why = await runCommand(run, gate);
    if (run.request.cancel.aborted)
        return { step: 'cancelled' };
    return why === undefined ? { step: 'done' } : { step: 'failed', run, problem: commandProblem(why) };
}
/** A clause that says how the user's own check failed; `undefined` when it passed. */
async function runCommand(run, gate, more = {}) {
    const { ports, cancel, say, plan } = run.request;
    const environment = await ports.beanstalk.environment(run.target.id);
    const end = await ports.commands.run({
        program: gate.program,
        args: gate.args,
        env: {
            ENVIRONMENT_URL: environment?.cname === undefined ? '' : `${(0,cluster/* schemeOf */.dz)(environment.tier)}://${environment.cname}`,
            ENVIRONMENT_NAME: run.target.name,
            ENVIRONMENT_ID: run.target.id,
            APPLICATION_NAME: plan.application,
            VERSION_LABEL: environment?.versionLabel ?? '',
            ...more,
        },
        timeout: gate.timeout,
        signal: cancel,
        onLine: (line) => say({ type: 'notice', text: `verify-command: ${line}` }),
    });
    const command = `\`verify-command\` (${gate.program})`;
    switch (end.kind) {
        case 'ended':
            return end.exitCode === 0 ? undefined : `${command} ended with exit code ${end.exitCode}`;
        case 'timed-out':
            return `${command} did not end within ${(0,domain_time/* formatDuration */.a3)(gate.timeout)}`;
        case 'not-started':
            return `${command} could not be run: ${end.because}`;
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
const commandProblem = (why) => ({
    code: 'verify-command-failed',
    blame: 'you',
    what: `${why}.`,
    hint: 'Its output is in the log above; it gets the address in ENVIRONMENT_URL.',
    input: 'verify-command',
});
//# sourceMappingURL=gates.js.map
;// CONCATENATED MODULE: ./lib/rollout/hold-gates.js
/** Gates without statistics while a version has a share of the traffic: health, targets, alarms, requests, and what the user asks at the end. */








/** Not acceptable, yet no failure (a warning): so long it may last. */
const DOUBTFUL = (0,domain_time/* seconds */.YA)(60);
const hold_gates_ANSWER_LIMIT = (0,domain_time/* seconds */.YA)(20);
/** Keeps in mind what one look forgets: how often in a row something was bad, and since when it is doubtful. */
class HoldGates {
    #rollout;
    #step;
    #targets;
    #run;
    #findings = new Map();
    #bad = new Map();
    #doubtfulSince;
    #host;
    #commandPassed = false;
    #confirmSince;
    constructor(rollout, step, targets) {
        this.#rollout = rollout;
        this.#step = step;
        this.#targets = targets;
        this.#run = runOf(rollout, step.canary);
    }
    get findings() {
        return [...this.#findings].map(([rule, finding]) => ({ rule, finding }));
    }
    get hasFailed() {
        return [...this.#findings.values()].some(({ result }) => result === 'fail');
    }
    /** One look at everything that can be seen at any time. */
    async look() {
        await this.#ask('health', () => this.#health());
        await this.#ask('targets', () => this.#targetsHealthy());
        const { alarms, smoke } = this.#step;
        if (alarms !== undefined)
            this.#findings.set('alarms', await askAlarms(this.#rollout, alarms));
        if (smoke !== undefined)
            await this.#ask('smoke-test', () => this.#request());
    }
    /** What is asked once, when everything else has passed. `undefined`: passed. */
    async atEnd() {
        const { command, confirm } = this.#step;
        if (command !== undefined && !this.#commandPassed) {
            const why = await runCommand(this.#run, command, { ROLLOUT_WEIGHT: String(this.#step.weight) });
            if (why !== undefined)
                return { rule: 'verify-command', finding: (0,gate/* fails */.c6)(why) };
            this.#commandPassed = true;
        }
        return confirm === undefined ? undefined : this.#confirmed(confirm);
    }
    /** A look that fails for a while says nothing new; the finding from before stays. */
    async #ask(rule, look) {
        try {
            const finding = await look();
            if (finding === undefined)
                return;
            const bad = finding.result === 'fail' ? (this.#bad.get(rule) ?? 0) + 1 : 0;
            this.#bad.set(rule, bad);
            const isForgiven = bad > 0 && bad <= this.#step.rules.failureLimit;
            this.#findings.set(rule, isForgiven ? (0,gate/* cannotTell */.JM)(`${finding.why}, for the first time`) : finding);
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
                throw error;
            this.#rollout.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
            if (!this.#findings.has(rule))
                this.#findings.set(rule, (0,gate/* cannotTell */.JM)(`${rule} could not be looked at`));
        }
    }
    async #health() {
        const { settings, snapshot, ports } = this.#rollout.request;
        const seen = await this.#seenHealth();
        if (seen === undefined)
            return (0,gate/* cannotTell */.JM)(`${this.#step.canary.name} is not shown`);
        const why = `the health of ${this.#step.canary.name} is ${(0,accepted_health/* shownHealth */.gb)(seen)}`;
        const taste = (0,accepted_health/* tasteOfHealth */.xn)(settings.acceptHealth, seen, (0,accepted_health/* healthIn */.YN)(snapshot.target.environment));
        if (taste === 'good') {
            this.#doubtfulSince = undefined;
            return (0,gate/* passes */.WE)(why);
        }
        this.#doubtfulSince ??= ports.clock.now();
        const lasts = ports.clock.now() - this.#doubtfulSince >= DOUBTFUL;
        if (taste === 'unclear')
            return (0,gate/* cannotTell */.JM)(why);
        return seen.health === 'Red' || lasts ? (0,gate/* fails */.c6)(why) : (0,gate/* cannotTell */.JM)(why);
    }
    async #seenHealth() {
        try {
            const { status } = await this.#run.reader.health(this.#run.target.id);
            return { health: (0,domain_environment/* colorOf */.HN)(status), healthStatus: status };
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.problem.code !== 'enhanced-health-off')
                throw error;
        }
        const environment = await this.#run.reader.environment(this.#run.target.id);
        return environment === undefined ? undefined : (0,accepted_health/* healthIn */.YN)(environment);
    }
    async #targetsHealthy() {
        const targets = await this.#targets();
        if (targets === undefined)
            return undefined;
        const why = `${targets.healthy} of ${targets.total} targets of ${this.#step.canary.name} are healthy for the load balancer`;
        // Targets come and go with Auto Scaling; whether there are enough is asked before the weight is raised.
        return targets.healthy === 0 ? (0,gate/* fails */.c6)(why) : (0,gate/* passes */.WE)(why);
    }
    async #request() {
        const { smoke } = this.#step;
        if (smoke === undefined)
            return undefined;
        this.#host ??= (await this.#run.reader.environment(this.#run.target.id))?.cname;
        if (this.#host === undefined)
            return (0,gate/* cannotTell */.JM)(`${this.#step.canary.name} shows no CNAME that could be asked`);
        const why = await gates_askOnce(this.#rollout, this.#host, smoke);
        return why === undefined ? (0,gate/* passes */.WE)(`http://${this.#host}${smoke.path} answered well`) : (0,gate/* fails */.c6)(why);
    }
    /** Everything but 200 means “not yet”, until the time is over. */
    async #confirmed(confirm) {
        const { ports, cancel } = this.#rollout.request;
        this.#confirmSince ??= ports.clock.now();
        const answer = await ports.http.get({ url: confirm.url, timeout: hold_gates_ANSWER_LIMIT, limitBytes: 1_024, signal: cancel });
        if (answer.kind === 'answered' && answer.status === 200)
            return undefined;
        const said = answer.kind === 'answered' ? `answered ${answer.status}` : `did not answer (${answer.because})`;
        // What stands behind the path may be a secret.
        const why = `${confirm.url.replace(/[?#].*$/, '')} ${said}`;
        const isOver = ports.clock.now() - this.#confirmSince >= confirm.timeout;
        return { rule: 'confirm-url', finding: isOver ? (0,gate/* fails */.c6)(why) : (0,gate/* cannotTell */.JM)(`${why}, which is not 200 yet`) };
    }
}
//# sourceMappingURL=hold-gates.js.map
;// CONCATENATED MODULE: ./lib/judge/metric-figures.js

/**
 * ALB guide, "CloudWatch metrics", and classic load balancers, the same page. 5xx that a load balancer makes itself (nobody
 * behind it answered) are counted for the whole load balancer only, so they belong to a side that has one of its own.
 */
function figureQueries(place) {
    const ask = metricsOf(place);
    switch (place.kind) {
        case 'target-group':
            return {
                requests: ask('RequestCount', 'Sum'),
                errors: [ask('HTTPCode_Target_5XX_Count', 'Sum')],
                p99: ask('TargetResponseTime', 'p99'),
            };
        case 'application':
            return {
                requests: ask('RequestCount', 'Sum'),
                errors: [ask('HTTPCode_Target_5XX_Count', 'Sum'), ask('HTTPCode_ELB_5XX_Count', 'Sum')],
                p99: ask('TargetResponseTime', 'p99'),
            };
        case 'classic':
            return {
                requests: ask('RequestCount', 'Sum'),
                errors: [ask('HTTPCode_Backend_5XX', 'Sum'), ask('HTTPCode_ELB_5XX', 'Sum')],
                p99: ask('Latency', 'p99'),
            };
    }
}
/**
 * How many requests took longer: the trimmed count (CloudWatch guide, "Statistics definitions"). Unlike percentiles, counts
 * of minutes can be added up.
 */
function slowerQuery(place, than) {
    const name = place.kind === 'classic' ? 'Latency' : 'TargetResponseTime';
    return metricsOf(place)(name, `TC(${than / 1_000}:)`);
}
function metricsOf(place) {
    const namespace = place.kind === 'classic' ? 'AWS/ELB' : 'AWS/ApplicationELB';
    const dimensions = dimensionsOf(place);
    return (name, statistic) => ({ namespace, name, dimensions, statistic });
}
function dimensionsOf(place) {
    switch (place.kind) {
        case 'target-group':
            return { LoadBalancer: place.loadBalancer, TargetGroup: place.targetGroup };
        case 'application':
            return { LoadBalancer: place.loadBalancer };
        case 'classic':
            return { LoadBalancerName: place.loadBalancer };
    }
}
/**
 * Minutes with requests. One without a count of requests is left out: nothing is known of it. One with requests and without
 * 5xx had none (ALB guide: "reported if there is a nonzero value").
 */
function windowsOf({ requests, errors, p99 }) {
    const at = (points, when) => points.find((one) => one.at === when)?.value;
    return requests.flatMap(({ at: when, value }) => {
        const errors5xx = Math.round(errors.reduce((sum, points) => sum + (at(points, when) ?? 0), 0));
        const latency = at(p99, when);
        // Requests that nobody could be chosen for are not part of the count (ALB guide, RequestCount).
        const all = Math.max(Math.round(value), errors5xx);
        if (all === 0)
            return [];
        const told = latency === undefined ? {} : { p99: Math.round(latency * 1_000) };
        return [{ at: when, requests: all, errors5xx, ...told }];
    });
}
/** The figures of a side, with what was counted as slower. A limit without a single point was not counted. */
function figuresOf(span, windows, slower = new Map()) {
    const counted = [...slower].flatMap(([than, points]) => points.length === 0 ? [] : [{ than, requests: points.reduce((sum, { value }) => sum + value, 0) }]);
    return addUp('load-balancer', span, windows, counted);
}
//# sourceMappingURL=metric-figures.js.map
;// CONCATENATED MODULE: ./lib/rollout/side-figures.js





const MINUTE = (0,domain_time/* minutes */.Gx)(1);
/** Points of load balancers come one to three minutes late: what is younger may still be missing. */
const LATE = (0,domain_time/* minutes */.Gx)(2);
/** Samples of enhanced health of both sides within so much belong together. */
const TOGETHER = (0,domain_time/* seconds */.YA)(10);
/** Figures from this moment on, the minute around it included: both sides are compared in the same minutes. */
function sideReader(ports, places, since) {
    const { clock, beanstalk } = ports;
    const samples = { stable: new HealthSamples(beanstalk), canary: new HealthSamples(beanstalk) };
    return {
        sample: async () => {
            for (const side of ['stable', 'canary']) {
                const place = places[side];
                if (place.kind === 'environment')
                    await samples[side].take(place.environment.id, clock.now());
            }
        },
        read: async (rules) => {
            const span = { from: since, to: Math.floor((clock.now() - LATE) / MINUTE) * MINUTE };
            const readSide = (side, limits) => {
                const place = places[side];
                if (place.kind !== 'environment')
                    return readMetrics(ports, place, span, limits);
                return Promise.resolve(addUp('environment-health', { from: since, to: clock.now() }, samples[side].windows));
            };
            const stable = await readSide('stable', []);
            return { stable, canary: await readSide('canary', latencyLimits(rules, stable)) };
        },
    };
}
async function readMetrics({ metrics }, place, span, limits) {
    const from = Math.floor(span.from / MINUTE) * MINUTE;
    if (span.to <= from)
        return figuresOf(span, []);
    const { requests, errors, p99 } = figureQueries(place);
    const asked = {
        requests,
        p99,
        ...Object.fromEntries(errors.map((one, index) => [`errors${index}`, one])),
        ...Object.fromEntries(limits.map((limit, index) => [`slower${index}`, slowerQuery(place, limit)])),
    };
    const found = await metrics.points(Object.entries(asked).map(([id, query]) => ({ id, ...query })), { from, to: span.to, period: MINUTE });
    const points = (id) => found.get(id) ?? [];
    const windows = windowsOf({
        requests: points('requests'),
        errors: errors.map((_, index) => points(`errors${index}`)),
        p99: points('p99'),
    });
    return figuresOf(span, windows, new Map(limits.map((limit, index) => [limit, points(`slower${index}`)])));
}
/** Ten seconds at a time, as `DescribeEnvironmentHealth` tells them; a reading that has not moved is the one from before. */
class HealthSamples {
    #beanstalk;
    #windows = [];
    #refreshedAt;
    constructor(beanstalk) {
        this.#beanstalk = beanstalk;
    }
    get windows() {
        return this.#windows;
    }
    async take(environmentId, now) {
        try {
            const { requests, refreshedAt } = await this.#beanstalk.health(environmentId);
            if (requests === undefined || (refreshedAt !== undefined && refreshedAt === this.#refreshedAt))
                return;
            this.#refreshedAt = refreshedAt;
            if (requests.requestCount <= 0)
                return;
            const window = {
                at: Math.floor(now / TOGETHER) * TOGETHER,
                requests: requests.requestCount,
                errors5xx: requests.status5xx,
                ...(requests.p99 === undefined ? {} : { p99: Math.round(requests.p99 * 1_000) }),
            };
            // Decisions keep what they were made of.
            this.#windows = [...this.#windows, window];
        }
        catch (error) {
            // A sample that is missing is no evidence; whoever needs some will say that there is too little.
            if (error instanceof domain_problem/* ActionError */.l && error.problem.code === 'enhanced-health-off')
                return;
            if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
                throw error;
        }
    }
}
//# sourceMappingURL=side-figures.js.map
;// CONCATENATED MODULE: ./lib/rollout/judged-hold.js
/** Holds a version at its share of the traffic until it has passed, or was found to be worse: looks, judges, tells. */









/** Health agents report every ten seconds, and so are gates without statistics asked. */
const TICK = (0,domain_time/* seconds */.YA)(10);
/** Load balancers report by the minute, and so are figures judged. */
const judged_hold_EVERY = (0,domain_time/* minutes */.Gx)(1);
async function judgedHold(rollout, request) {
    return new JudgedHold(rollout, request).run();
}
class JudgedHold {
    #rollout;
    #request;
    #gates;
    #reader;
    #endsAt;
    #nextLook;
    #looks = 0;
    #restingLooks = 0;
    /** When the step's own time was over for the first time. */
    #overSince;
    #isPaused = false;
    /** Everything but the confirmation has passed. */
    #awaitsConfirmation = false;
    #figures;
    constructor(rollout, request) {
        this.#rollout = rollout;
        this.#request = request;
        const now = rollout.request.ports.clock.now();
        this.#endsAt = now + request.step.span;
        this.#nextLook = now + judged_hold_EVERY;
        this.#gates = new HoldGates(rollout, request.step, request.targets);
        const { clock, metrics } = rollout.request.ports;
        this.#reader = sideReader({ clock, metrics, beanstalk: rollout.reader }, request.places, now);
        const nothing = addUp('load-balancer', { from: now, to: now }, []);
        this.#figures = { stable: nothing, canary: nothing };
    }
    async run() {
        const { ports, cancel } = this.#rollout.request;
        for (;;) {
            const before = ports.clock.now();
            const untilEnd = this.#isPaused || this.#awaitsConfirmation ? TICK : this.#endsAt - before;
            const pause = Math.min(TICK, this.#nextLook - before, untilEnd);
            await ports.clock.sleep(Math.max((0,domain_time/* seconds */.YA)(1), pause), cancel);
            if (cancel.aborted)
                return { held: 'cancelled' };
            const wish = await this.#request.wish();
            if (wish === 'abort')
                return { held: 'aborted' };
            if (wish === 'promote')
                return { held: 'promoted' };
            if (this.#isPaused && wish !== 'pause')
                this.#nextLook = Math.min(this.#nextLook, before + judged_hold_EVERY);
            this.#isPaused = wish === 'pause';
            await this.#gates.look();
            await this.#reader.sample();
            if (cancel.aborted)
                return { held: 'cancelled' };
            const now = ports.clock.now();
            // Whoever pauses, or has to confirm, takes time that is not the rollout's.
            if (this.#isPaused || this.#awaitsConfirmation)
                this.#rollout.deadline += now - before;
            const end = await this.#judge(now);
            if (cancel.aborted)
                return { held: 'cancelled' };
            if (end !== undefined)
                return end;
        }
    }
    async #judge(now) {
        if (this.#gates.hasFailed)
            return this.#tell(this.#decide(now, this.#gates.findings, false));
        const isOver = !this.#isPaused && now >= this.#endsAt;
        if (now < this.#nextLook && !(isOver && !this.#awaitsConfirmation)) {
            return this.#awaitsConfirmation && isOver ? this.#askConfirmation(now) : undefined;
        }
        this.#planNextLook(now);
        const unread = await this.#read();
        const others = unread === undefined ? this.#gates.findings : [...this.#gates.findings, unread];
        if (isOver)
            this.#overSince ??= now;
        const decision = this.#decide(now, others, isOver);
        return decision.result === 'raise' ? this.#askAtEnd(now, decision) : this.#tell(decision);
    }
    /** A look costs a part of the error that is allowed; while somebody is waited for, looks become rarer and rarer. */
    #planNextLook(now) {
        this.#looks += 1;
        const rests = this.#isPaused || this.#awaitsConfirmation;
        if (rests)
            this.#restingLooks += 1;
        const isSpent = this.#restingLooks > RESTING_LOOKS;
        this.#nextLook = !rests ? now + judged_hold_EVERY : isSpent ? Number.POSITIVE_INFINITY : now + judged_hold_EVERY * 2 ** this.#restingLooks;
    }
    async #read() {
        try {
            this.#figures = await this.#reader.read(this.#request.step.rules);
            return undefined;
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
                throw error;
            this.#rollout.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
            return { rule: 'metrics', finding: (0,gate/* cannotTell */.JM)('the figures of this minute could not be read') };
        }
    }
    #decide(now, others, isLast) {
        const { step, steps, weight, rules } = this.#request.step;
        const over = this.#overSince === undefined ? 0 : now - this.#overSince;
        const look = { look: this.#looks, looksInAll: looksOf(this.#rollout.request.plan.steps), isLast };
        // Nobody's time runs out while somebody else is waited for.
        const extensionLeft = this.#awaitsConfirmation ? judged_hold_EVERY : rules.maxStepExtension - over;
        return decide({ at: now, rules, look, step, steps, weight, figures: this.#figures, others, extensionLeft });
    }
    /** Everything seen so far lets it pass: now what is asked only once, or until somebody has said yes. */
    async #askAtEnd(now, passed) {
        const last = await this.#gates.atEnd();
        if (this.#rollout.request.cancel.aborted)
            return { held: 'cancelled' };
        if (last === undefined)
            return this.#tell(passed);
        const findings = [...passed.findings, last];
        if (last.finding.result === 'fail')
            return this.#tell({ ...passed, findings, ...failedBy(last) });
        const isNew = !this.#awaitsConfirmation;
        this.#awaitsConfirmation = true;
        this.#endsAt = now;
        const waits = { ...passed, findings, result: 'hold', finding: last.finding, why: last.finding.why };
        return isNew ? this.#tell(waits) : undefined;
    }
    async #askConfirmation(now) {
        const decision = this.#decide(now, this.#gates.findings, true);
        return decision.result === 'raise' ? this.#askAtEnd(now, decision) : undefined;
    }
    #tell(decision) {
        const { say } = this.#rollout.request;
        say({ type: 'decision', decision });
        switch (decision.result) {
            case 'hold':
                return undefined;
            case 'extend':
                this.#endsAt = decision.at + judged_hold_EVERY;
                return undefined;
            case 'raise':
                if (decision.finding.result === 'inconclusive')
                    say({ type: 'warning', problem: passedUnjudged(decision) });
                return { held: 'passed' };
            case 'restore': {
                const unconfirmed = decision.findings.find(({ rule, finding }) => rule === 'confirm-url' && finding.result === 'fail');
                return { held: 'failed', problem: unconfirmed === undefined ? sentBack(decision) : notConfirmed(decision.why) };
            }
        }
    }
}
const failedBy = (last) => {
    const finding = (0,gate/* together */.bs)([last.finding]);
    return { finding, result: 'restore', why: finding.why };
};
//# sourceMappingURL=judged-hold.js.map
;// CONCATENATED MODULE: ./lib/rollout/observe-step.js







/** How often the shares are read again while they are held. */
const READ_EVERY = (0,domain_time/* seconds */.YA)(30);
async function performObserve(rollout, step) {
    const run = runOf(rollout, step.canary);
    const open = await routeToWatch(rollout, step);
    await noteCanary(rollout, step, { state: 'running', step: step.step, weight: step.weight });
    rollout.share ??= { between: step, weight: step.weight, isMoving: false };
    const { stable, canary } = open.ends;
    const steering = new Steering(rollout, step, open);
    const holding = judgedHold(rollout, {
        step,
        places: { stable: stable.figures, canary: canary.figures },
        targets: () => routersOf(rollout).targets(canary),
        wish: () => steering.hear(),
    });
    // It reads at many places; a request to stop leaves behind what does not answer.
    const end = (await (0,watch_stop/* unlessStopped */.O)(holding, rollout.request.cancel)) ?? { held: 'cancelled' };
    switch (end.held) {
        case 'passed':
        case 'promoted':
            return { step: 'done' };
        case 'cancelled':
            return { step: 'cancelled' };
        case 'failed':
            return { step: 'failed', run, problem: end.problem };
        case 'aborted': {
            const problem = steering.problem ?? aborted(step, 'Somebody');
            return problem.code === 'route-changed' ? { step: 'refused', problem } : { step: 'failed', run, problem };
        }
    }
}
/** What others wish or do while a share is held, also after the last step: the bake asks it, too. */
class Steering {
    #rollout;
    #step;
    #open;
    #isPaused = false;
    #readAt;
    /** Why it has ended by itself. */
    problem;
    constructor(rollout, step, open) {
        this.#rollout = rollout;
        this.#step = step;
        this.#open = open;
        this.#readAt = rollout.request.ports.clock.now();
    }
    /** `abort` also when the shares are no longer ours, or time is up: `problem` says which. */
    async hear() {
        this.problem = await this.#whyOver();
        if (this.problem !== undefined)
            return 'abort';
        const wish = await openWish(this.#rollout);
        // Whoever has asked this run to stop has the last word.
        if (wish === undefined || this.#rollout.request.cancel.aborted)
            return this.#isPaused ? 'pause' : undefined;
        const { operation, by, nonce } = wish;
        this.#rollout.request.say({ type: 'notice', text: `\`operation: ${operation}\` was asked for by ${by}.` });
        this.#isPaused = operation === 'pause' || (operation === 'abort' && this.#isPaused);
        await answerWish(this.#rollout, nonce, this.#isPaused ? 'paused' : 'running');
        return this.#after(operation, by);
    }
    #after(operation, by) {
        switch (operation) {
            case 'abort':
                this.problem = aborted(this.#step, by);
                return 'abort';
            case 'promote':
            case 'pause':
                return operation;
            case 'resume':
                return undefined;
        }
    }
    async #whyOver() {
        const { ports, say } = this.#rollout.request;
        const now = ports.clock.now();
        if (!this.#isPaused && now >= this.#rollout.deadline)
            return timeIsUp(this.#step, this.#rollout);
        if (now - this.#readAt < READ_EVERY)
            return undefined;
        this.#readAt = now;
        try {
            const { environmentId } = this.#open.ends.canary;
            return whyNotOurs(this.#rollout, this.#step, await this.#open.router.read(), environmentId);
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
                throw error;
            say({ type: 'look-failed', problem: error.problem, inARow: 1 });
            return undefined;
        }
    }
}
const aborted = ({ weight }, by) => ({
    code: 'canary-aborted',
    blame: 'you',
    what: `The canary was ended at ${weight} % of the requests by \`operation: abort\` (${by}).`,
    hint: 'Nothing more has to be done when the old side has all requests again.',
});
const timeIsUp = ({ weight }, { request }) => ({
    code: 'timed-out',
    blame: 'you',
    what: `After ${(0,domain_time/* formatDuration */.a3)(request.plan.timeout)} time was up, while the new side had ${weight} % of the requests.`,
    hint: 'Give it more time with `timeout`, or fewer and shorter steps.',
});
//# sourceMappingURL=observe-step.js.map
;// CONCATENATED MODULE: ./lib/rollout/share.js







/** Targets are checked every 15 s and count after three to five checks (AWS guide, aws:elasticbeanstalk:environment:process). */
const TARGETS_WAIT = (0,domain_time/* minutes */.Gx)(5);
const share_EVERY = (0,domain_time/* seconds */.YA)(5);
/** No environment is rebuilt in so short a time. */
const RECENT = (0,domain_time/* minutes */.Gx)(1);
async function performShare(rollout, step) {
    switch (step.kind) {
        case 'shift':
            return shift(rollout, step);
        case 'observe':
            return performObserve(rollout, step);
        case 'restore':
            return restore(rollout, step);
        case 'detach':
            return detach(rollout, step);
        case 'preview':
            return preview(rollout, step);
    }
}
const routersOf = ({ request }) => request.ports.routers;
/** Where both sides are reached is read anew by each step that writes: a rebuild replaces it. */
async function openRoute(rollout, step) {
    const routers = routersOf(rollout);
    const [stable, canary] = await Promise.all([
        routers.end(step.route, runOf(rollout, step.stable).target),
        routers.end(step.route, runOf(rollout, step.canary).target),
    ]);
    const ends = { stable, canary };
    const open = { ends, router: await routers.between(step.route, ends) };
    rollout.routeOpened = { ...open, at: rollout.request.ports.clock.now(), canary: step.canary.name };
    return open;
}
/** For whoever watches what was written a moment ago: with what was read then, ten calls less. */
async function routeToWatch(rollout, step) {
    const { routeOpened, request } = rollout;
    const isRecent = routeOpened !== undefined && request.ports.clock.now() - routeOpened.at < RECENT;
    return isRecent && routeOpened.canary === step.canary.name ? routeOpened : openRoute(rollout, step);
}
async function shift(rollout, step) {
    const { cancel } = rollout.request;
    const { ends, router } = await openRoute(rollout, step);
    const run = runOf(rollout, step.canary);
    const lacking = await awaitTargets(rollout, step, ends);
    if (cancel.aborted)
        return { step: 'cancelled' };
    if (lacking !== undefined)
        return { step: 'failed', run, problem: lacking };
    const reading = await router.read();
    if (cancel.aborted)
        return { step: 'cancelled' };
    const id = ends.canary.environmentId;
    // What the user sees as unchanged must be unchanged: also before the very first write.
    const why = whyForeign(rollout, step, reading, id);
    if (why !== undefined)
        return { step: 'refused', problem: why };
    const called = hasShare(rollout) ? undefined : await calledOff(rollout);
    if (cancel.aborted)
        return { step: 'cancelled' };
    if (called !== undefined)
        return { step: 'failed', run, problem: called };
    // Written down before: a run that dies between the two must be found.
    await noteCanary(rollout, step, { state: 'running', weight: step.weight });
    if (cancel.aborted)
        return { step: 'cancelled' };
    if (!(0,domain_route/* isShare */.GS)(reading, id, step.weight)) {
        const written = await moving(rollout, step, step.weight, () => router.set(step.weight, reading));
        if (written === undefined)
            return { step: 'cancelled' };
        rollout.routeSeen = written.fingerprint;
    }
    rollout.share = { between: step, weight: step.weight, isMoving: false };
    return cancel.aborted ? { step: 'cancelled' } : { step: 'done' };
}
/** Somebody has asked for the end of the canary before it had a share. Any other wish is heard while a share is held. */
async function calledOff(rollout) {
    const wish = await openWish(rollout);
    if (wish?.operation !== 'abort')
        return undefined;
    await answerWish(rollout, wish.nonce, 'running');
    return aborted({ weight: 0 }, wish.by);
}
/** Carries out a write of weights; `undefined` after a request to stop, which waits for it in its own time. */
async function moving(rollout, between, weight, write) {
    rollout.hasChanged = true;
    const before = rollout.share;
    const most = Math.max(weight, before?.weight ?? 0);
    const share = { between, weight: most, isMoving: true, hadAll: hadAll(before) };
    rollout.share = share;
    const writing = write().finally(() => {
        rollout.shifting = undefined;
    });
    rollout.shifting = writing.then(() => {
        if (rollout.share === share)
            rollout.share = { between, weight, isMoving: false };
    }, () => undefined);
    return (0,watch_stop/* unlessStopped */.O)(writing, rollout.request.cancel);
}
const hadAll = (share) => share?.isMoving === true ? share.hadAll === true : (share?.weight ?? 0) >= 100;
function whyForeign(rollout, step, reading, canaryId) {
    const seen = rollout.routeSeen ?? rollout.request.snapshot.target.pair?.route?.reading.fingerprint;
    if (seen !== undefined && seen !== reading.fingerprint)
        return changedByOthers(step);
    const mayBe = [step.before, step.weight].some((percent) => (0,domain_route/* isShare */.GS)(reading, canaryId, percent));
    return mayBe ? undefined : sharesChanged(step, (0,domain_route/* shareOf */.tC)(reading, canaryId));
}
/** While a share is held: whether it still is what this rollout has set. */
function whyNotOurs(rollout, step, reading, canaryId) {
    if (rollout.routeSeen !== undefined && rollout.routeSeen !== reading.fingerprint)
        return changedByOthers(step);
    if ((0,domain_route/* isShare */.GS)(reading, canaryId, step.weight))
        return undefined;
    return sharesChanged({ ...step, before: step.weight }, (0,domain_route/* shareOf */.tC)(reading, canaryId));
}
/** A problem when too few targets are healthy for the share that is to come. */
async function awaitTargets(rollout, step, { canary }) {
    const { ports, cancel } = rollout.request;
    const routers = routersOf(rollout);
    const giveUpAt = ports.clock.now() + TARGETS_WAIT;
    for (;;) {
        const targets = await routers.targets(canary);
        if (targets === undefined || targets.healthy >= step.targets || cancel.aborted)
            return undefined;
        if (ports.clock.now() >= giveUpAt)
            return fewTargets(step, targets.healthy, targets.total);
        await ports.clock.sleep(share_EVERY, cancel);
    }
}
async function restore(rollout, step) {
    const { router } = await openRoute(rollout, step);
    const written = await moving(rollout, step, 0, async () => router.restore(await router.read()));
    if (written === undefined)
        return { step: 'cancelled' };
    rollout.share = { between: step, weight: 0, isMoving: false };
    rollout.routeSeen = written.fingerprint;
    await endNote(rollout, step, 0);
    return { step: 'done' };
}
async function detach(rollout, step) {
    const { router } = await openRoute(rollout, step);
    const written = await router.finish(await router.read());
    rollout.routeSeen = written.fingerprint;
    await endNote(rollout, step, 100);
    return { step: 'done' };
}
/** By a rule of its own, in which the other side has no place: it may be terminated one day. */
async function preview(rollout, step) {
    const routers = routersOf(rollout);
    const { ends } = await openRoute(rollout, step);
    const router = await routers.between(await routers.preview(step.route, step.header), ends);
    const before = await router.read();
    if (rollout.request.cancel.aborted)
        return { step: 'cancelled' };
    rollout.hasChanged = true;
    if (step.shows === 'stable')
        await router.restore(before);
    else
        await router.finish(await router.set(100, before));
    return rollout.request.cancel.aborted ? { step: 'cancelled' } : { step: 'done' };
}
/** The runner kills the process 7.5 s after SIGINT; the weight goes back within the first. */
const HURRY = { answer: (0,domain_time/* seconds */.YA)(1.8), restore: (0,domain_time/* seconds */.YA)(3) };
/** After a request to stop: a write of shares that is on its way, for a moment. */
async function hearShares({ request, shifting }) {
    if (shifting !== undefined)
        await (0,within/* within */.u)(request.ports.clock, shifting, HURRY.answer);
}
/** A request to stop: everything to the old side first, before anything else is looked at. */
async function restoreInAHurry(rollout) {
    const { clock } = rollout.request.ports;
    await hearShares(rollout);
    const { share } = rollout;
    if (share === undefined || (share.weight === 0 && !share.isMoving))
        return;
    const { between } = share;
    rollout.share = { between, weight: share.weight, isMoving: true, hadAll: hadAll(share) };
    const giving = openRoute(rollout, between)
        .then(async ({ router }) => router.restore(await router.read(), { hurry: true }))
        .then(() => true, () => false);
    if ((await (0,within/* within */.u)(clock, giving, HURRY.restore)) !== true)
        return;
    // A write that was not heard out may still arrive, after this one.
    rollout.share = { between, weight: 0, isMoving: rollout.shifting !== undefined };
    await (0,within/* within */.u)(clock, endNote(rollout, between, 0), NOTE_IN_A_HURRY);
}
const fewTargets = ({ canary, targets }, healthy, total) => ({
    code: 'targets-unhealthy',
    blame: 'you',
    what: `${healthy} of ${total} targets of ${canary.name} are healthy for the load balancer, and ${targets} are needed before it gets more requests.`,
    hint: 'Look at the health check of its process (path, port, status) and at its instances.',
});
const HINT = 'Find out who else sets them. `operation: abort` gives everything back to the old side; a new run goes on from what is there.';
const sharesChanged = (step, share) => ({
    code: 'route-changed',
    blame: 'you',
    what: `${step.canary.name} has ${Math.round(share)} % of the requests by ${(0,domain_route/* routeWords */.Jn)(step.route)}, not ${Math.round(step.before)} % as this rollout has left it: somebody else has set the shares, and nothing more was written.`,
    hint: HINT,
});
const changedByOthers = ({ route }) => ({
    code: 'route-changed',
    blame: 'you',
    what: `Somebody else has changed ${(0,domain_route/* routeWords */.Jn)(route)} since this rollout looked at it, so nothing more was written.`,
    hint: HINT,
});
//# sourceMappingURL=share.js.map
// EXTERNAL MODULE: ./lib/rollout/traffic.js
var rollout_traffic = __webpack_require__(59864);
;// CONCATENATED MODULE: ./lib/rollout/hear-out.js
/** After a request to stop: what is on its way is heard out for a moment, so that what is told of it is true. */




/** The runner kills the process 7.5 s after SIGINT. */
const ANSWER = (0,domain_time/* seconds */.YA)(2.2);
/** The call for an update or a creation: its answer, or that nobody can know whether it has begun. */
async function hearAnswer(run) {
    if (run.asking !== undefined)
        await (0,within/* within */.u)(run.request.ports.clock, run.asking, ANSWER);
    // Slow or lost: the update may have begun.
    run.unanswered?.();
}
/** A way back that was left in the middle: users first, then what it has asked for. */
async function hearOut(rollout) {
    await restoreInAHurry(rollout);
    for (const run of rollout.runs.values())
        await hearAnswer(run);
    await (0,rollout_traffic/* lookUpSwap */.G2)(rollout);
}
//# sourceMappingURL=hear-out.js.map
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
            return 'putting back the deployment policy';
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
    'worse-than-before': {
        blame: 'you',
        hint: 'The report has the figures of both sides; mend the version and deploy again. docs/judging.md says which limits there are.',
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
/** A sentence: an abort was asked for, and what it leaves behind. */
function abortWords({ watch, target }, { step }, by = '') {
    const what = `${purposeWords(step.purpose)} of ${target.name}`;
    const told = `Elastic Beanstalk was told${by} to abort ${what}, which becomes Ready by itself`;
    if (step.versionLabel === undefined)
        return `${told}.`;
    // AWS guide, "Immutable environment updates" and "Traffic-splitting deployments": an abort terminates the new instances.
    const left = watch.known?.events.temporaryGroup
        ? 'its new instances are terminated and the old ones go on serving'
        : 'a version that was deployed in place may be left on some of the instances';
    return `${told}; ${left}.`;
}
/** What was seen so long ago may have ended meanwhile. */
const LATELY = (0,domain_time/* seconds */.YA)(10);
/** What goes on in the account after an ending, as far as it is known. */
function whatStillRuns({ ours, watch, target, request }) {
    const watched = watch.known;
    if (ours === undefined)
        return [];
    // Of an update before this one, which has ended, nothing follows for this one.
    const known = watched !== undefined && watched.askedAt >= ours.askedAt ? watched : undefined;
    if (known?.readySince !== undefined)
        return [];
    const id = ours.requestId === undefined ? '' : ` (request ${ours.requestId})`;
    const work = ours.isCreation === true ? 'the creation' : purposeWords(ours.step.purpose);
    const what = `${work} of ${target.name}${id}`;
    if (known?.environment?.status === 'Terminating' || known?.environment?.status === 'Terminated')
        return [];
    if (known !== undefined && wasAborted(known))
        return [abortWords({ watch, target }, ours, ' by somebody else')];
    if (known?.began === undefined)
        return [`Elastic Beanstalk may have begun ${what}; nothing was seen of it yet.`];
    if (known.environment?.status === 'Ready')
        return [
            `Elastic Beanstalk may still be busy with ${what}, although the environment was Ready when it was last seen.`,
        ];
    const ago = request.ports.clock.now() - (known.environmentAt ?? known.began.at);
    const goesOn = ago < LATELY
        ? `goes on with ${what}; the environment becomes Ready by itself`
        : `may still be busy with ${what}, as it was ${(0,domain_time/* formatDuration */.a3)(ago)} ago`;
    return [`Elastic Beanstalk ${goesOn}, and nobody here watches how it ends.`];
}
/** The same for every environment that the rollout has touched. */
const whatRuns = (rollout) => [
    ...[...rollout.runs.values()].flatMap((run) => (run.hasEnded ? [] : whatStillRuns(run))),
    ...creatingWords(rollout),
];
/** A creation cannot be aborted: whoever does not know whether there is one can only say so. */
const creatingWords = ({ creating }) => creating === undefined ? [] : [`Elastic Beanstalk may be creating ${creating}: the call was not answered.`];
const mayHaveChanged = ({ hasChanged, creating }) => hasChanged || creating !== undefined;
function failedOutcome(parts) {
    const { evidence, ...rest } = parts;
    return { state: 'failed', ...rest, ...(evidence === undefined ? {} : { evidence }) };
}
/**
 * Whether what was there before is there: proven only when the environment shows its old label and every instance says so
 * too (an immutable deployment that failed leaves the old instances untouched).
 */
function restoredBy(previousLabel, known, evidence, 
/** There are no instances that could say it: the environment's word has to do. */
pods = false) {
    const isOld = previousLabel !== undefined && known?.environment?.versionLabel === previousLabel;
    const instances = evidence.instances;
    const allOld = instances.length > 0 &&
        instances.every(({ deployment }) => deployment?.status === 'Deployed' && deployment.versionLabel === previousLabel);
    return isOld && known?.readySince !== undefined && (allOld || pods) ? 'not-needed' : 'no';
}
/** What a failed deployment leaves behind, said plainly. */
function leftBehind(evidence, restored) {
    if (restored === 'not-needed') {
        return evidence.instances.length > 0
            ? 'Every instance runs the version from before.'
            : 'The environment is Ready on the version from before.';
    }
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
;// CONCATENATED MODULE: ./lib/rollout/cancel.js








/** The runner kills the process 7.5 s after SIGINT; the parts below, after `hearAnswer`, stay under six with it. */
const LIMITS = {
    peek: (0,domain_time/* seconds */.YA)(0.6),
    look: (0,domain_time/* seconds */.YA)(2.5),
    abort: (0,domain_time/* seconds */.YA)(2.8),
    again: (0,domain_time/* seconds */.YA)(0.2),
    cleanUp: (0,domain_time/* seconds */.YA)(4),
};
/** The ending after a request to stop. Fires at most one abort, within a second, and only for an update of ours. */
async function endCancelled(rollout) {
    const { settings, say, ports } = rollout.request;
    const { clock } = ports;
    const run = touchedLast(rollout);
    const wantsAbort = settings.onCancel === 'abort';
    // By shares it does not matter when the sides are looked at, and there is no time to do it afterwards.
    const seenBeside = (0,rollout_traffic/* isByShares */.SO)(rollout) && (0,within/* within */.u)(clock, lookUntilSeen(rollout), LIMITS.look);
    // Users first: nobody watches the new side any longer.
    await (wantsAbort ? restoreInAHurry(rollout) : hearShares(rollout));
    // Nothing of ours runs in any environment while the bundle is on its way, so the two never add up.
    if (run === undefined && rollout.publishing !== undefined) {
        await (0,within/* within */.u)(clock, settled(rollout.publishing), LIMITS.cleanUp);
    }
    if (run !== undefined)
        await hearAnswer(run);
    // A swap of this run is watched or looked up; one of others before it would make a lie of "serves as before".
    const looked = seenBeside || (rollout.traffic === undefined && (0,within/* within */.u)(clock, lookUntilSeen(rollout), LIMITS.look));
    const isOngoing = run?.ours !== undefined && !run.hasEnded;
    say({ type: 'cancel-requested', aborting: wantsAbort && isOngoing });
    const aborted = wantsAbort && isOngoing ? await abortOurs(run) : undefined;
    await (0,rollout_traffic/* lookUpSwap */.G2)(rollout);
    await looked;
    const traffic = (0,rollout_traffic/* trafficSentence */.Zr)(rollout);
    return {
        state: 'cancelled',
        reason: [cancelReason(rollout, run, aborted), ...(traffic === undefined ? [] : [traffic])].join(' '),
        proof: rollout.proven?.proof ?? 'none',
        restored: mayHaveChanged(rollout) && rollout.proven === undefined && traffic === undefined ? 'no' : 'not-needed',
        stillRunning: [
            ...(run === undefined ? [] : afterAbort(run, aborted)),
            ...(0,rollout_traffic/* stillMoving */.bW)(rollout),
            ...leavingWords(rollout),
            ...creatingWords(rollout),
            ...rollout.leftovers,
        ],
    };
}
async function lookUntilSeen(rollout) {
    const { clock } = rollout.request.ports;
    const giveUpAt = clock.now() + LIMITS.look;
    while (!(await (0,rollout_traffic/* lookWhoIsLive */.iI)(rollout, rollout.reader)) && clock.now() < giveUpAt)
        await clock.sleep(LIMITS.again);
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
    const peeked = await (0,within/* within */.u)(run.request.ports.clock, peek(run, ours), LIMITS.peek);
    if (peeked?.hasEnded === true)
        run.hasEnded = true;
    if (peeked?.because !== undefined) {
        const { because, isAbortedByOthers = false } = peeked;
        return { abort: 'spared', because, isAbortedByOthers };
    }
    if (!ours.isCertain && peeked?.isConfirmed !== true) {
        return { abort: 'spared', because: NOBODY_KNOWS };
    }
    const call = run.request.ports.beanstalk.abort(run.target.id).then((accepted) => {
        run.watch.own(accepted.requestId);
        return { abort: 'sent' };
    }, (error) => {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return { abort: 'failed', because: `the service refused it: ${error.problem.what}` };
    });
    return ((await (0,within/* within */.u)(run.request.ports.clock, call, LIMITS.abort)) ?? {
        abort: 'failed',
        because: 'the service has not answered it yet',
    });
}
const NOBODY_KNOWS = 'our update was not answered, and nothing shows that what runs is ours';
async function peek(run, ours) {
    const { id } = ours.step.environment;
    try {
        const [environment, events, isConfirmed] = await Promise.all([
            run.reader.environment(id),
            run.reader.events(id, run.watch.since),
            ours.isCertain ? true : showsOurVersion(run, ours),
        ]);
        const began = run.watch.known?.began !== undefined;
        if (environment?.status === 'Ready' && began) {
            return { because: 'our update has ended by itself', isConfirmed, hasEnded: true };
        }
        // Nothing is published about aborts of Cluster environments, so the service's own word is asked for.
        if (environment?.tier === 'Cluster' && !environment.abortable) {
            return { because: 'Elastic Beanstalk says that nothing can be aborted there', isConfirmed };
        }
        const begun = begunByOthers(run, events);
        // What nobody has claimed may be ours all the same.
        if (begun !== undefined && (!ours.isCertain || ours.requestId === undefined))
            return { because: NOBODY_KNOWS, isConfirmed };
        switch (begun) {
            case undefined:
                return { isConfirmed };
            case 'abort':
                return { because: 'somebody else is aborting it already', isConfirmed, isAbortedByOthers: true };
            default:
                return { because: 'what runs now was started by somebody else', isConfirmed, hasEnded: true };
        }
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
/** What the newest opening event tells of, when it is not ours and came after ours. */
function begunByOthers(run, events) {
    const firstOwn = run.watch.known?.events.firstOwn ?? Number.POSITIVE_INFINITY;
    const openings = events.flatMap(({ message, date, requestId }) => {
        const meaning = (0,meanings/* meaningOf */.Pr)(message);
        return meaning?.kind === 'started' ? [{ operation: meaning.operation, date, requestId }] : [];
    });
    const newest = openings.findLast(({ operation }) => operation !== 'application');
    const isForeign = newest?.requestId !== undefined && newest.date > firstOwn && !run.watch.isOwn(newest.requestId);
    return isForeign ? newest.operation : undefined;
}
async function showsOurVersion(run, ours) {
    const { versionLabel } = ours.step;
    if (versionLabel === undefined || versionLabel === ours.baseline.versionLabel)
        return false;
    const { instances } = await run.reader.instances(run.target.id);
    return instances.some(({ deployment }) => deployment?.versionLabel === versionLabel);
}
const settled = (work) => work.then(() => undefined, () => undefined);
function cancelReason({ proven, leaving, creating }, run, aborted) {
    if (proven !== undefined)
        return `Stopped on request after the deployment was proven: ${proven.reason}.`;
    if (leaving !== undefined)
        return `Stopped on request while ${leaving.name} was being terminated.`;
    if (creating !== undefined)
        return `Stopped on request while ${creating} was being created.`;
    if (run?.ours === undefined)
        return 'Stopped on request before the environment was changed.';
    const what = purposeWords(run.ours.step.purpose);
    if (run.hasEnded) {
        const stays = run.ours.step.purpose === 'set-policy' ? ', the policy stays as it was set' : '';
        return `Stopped on request; ${what} had ended${stays}, and nothing further was started.`;
    }
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
/** A termination cannot be taken back: nothing is done about it but to tell. */
const leavingWords = ({ leaving }) => {
    if (leaving === undefined)
        return [];
    const { id, name, isCertain } = leaving;
    return isCertain
        ? [`Elastic Beanstalk is terminating ${name} (${id}); that goes on by itself.`]
        : [`Elastic Beanstalk may be terminating ${name} (${id}): the answer to the call was lost.`];
};
/** What is left in the account after an abort was tried. */
function afterAbort(run, aborted) {
    if (run.ours === undefined || run.hasEnded)
        return [];
    if (aborted?.abort === 'sent')
        return [abortWords(run, run.ours)];
    if (aborted?.abort === 'spared' && aborted.isAbortedByOthers)
        return [abortWords(run, run.ours, ' by somebody else')];
    return whatStillRuns(run);
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
;// CONCATENATED MODULE: ./lib/rollout/pod-logs.js
/** The deployment log of a Cluster environment: what Kubernetes and the pods have said, as a zip in the storage bucket. */


/** Of each file in it. */
const pod_logs_LIMIT_BYTES = 256 * 1_024;
const MOST_FILES = 4;
/** It is written at the end of an operation, as well as it goes; nobody promises it. */
const WAIT = (0,domain_time/* seconds */.YA)(20);
const pod_logs_EVERY = (0,domain_time/* seconds */.YA)(5);
/** What Kubernetes says comes first: why a pod did not start is often there, and nowhere else. */
const KUBERNETES = '_k8Events.txt';
/** `deployment-<environment>-<request id>.zip`; the request id is that of the update (AWS guide, "Deployment logs"). */
async function podLogs(run) {
    const { ports } = run.request;
    const requestId = run.ours?.requestId;
    if (requestId === undefined || requestId === '')
        return { found: [], gaps: [] };
    const bucket = await ports.beanstalk.storageBucket();
    const prefix = `resources/environments/logs/deployments/${run.target.id}/`;
    const log = await search(run, bucket, prefix, requestId);
    if (log === undefined) {
        const waited = (0,domain_time/* formatDuration */.a3)(WAIT);
        return { found: [], gaps: [`Elastic Beanstalk has left no deployment log of this operation within ${waited}.`] };
    }
    const texts = await ports.store.readTexts(bucket, log.key, pod_logs_LIMIT_BYTES);
    const files = [...texts].filter(([path]) => path.endsWith('.txt')).sort((one, other) => order(one) - order(other));
    const found = files.slice(0, MOST_FILES).map(([path, text]) => {
        const { lines, truncated } = relevantLines(text);
        return { source: `s3://${bucket}/${log.key}: ${path}`, lines, truncated };
    });
    const left = files.length - found.length;
    return { found, gaps: left > 0 ? [`${left} more files of the deployment log are left out.`] : [] };
}
/** Then the pods that did not come up; those that serve have little to say. */
function order([path, text]) {
    if (path.endsWith(KUBERNETES))
        return 0;
    return /\b(error|fatal|panic|exception|backoff|failed|unhealthy|oomkilled)/i.test(text) ? 1 : 2;
}
async function search(run, bucket, prefix, requestId) {
    const { ports, cancel } = run.request;
    const giveUpAt = ports.clock.now() + WAIT;
    for (;;) {
        const objects = await ports.store.list(bucket, prefix);
        const ours = objects.find(({ key }) => key.endsWith(`-${requestId}.zip`));
        if (ours !== undefined || cancel.aborted || ports.clock.now() >= giveUpAt)
            return ours;
        await ports.clock.sleep(pod_logs_EVERY, cancel);
    }
}
//# sourceMappingURL=pod-logs.js.map
;// CONCATENATED MODULE: ./lib/rollout/tail-logs.js


const tail_logs_WAIT = (0,domain_time/* seconds */.YA)(75);
const tail_logs_EVERY = (0,domain_time/* seconds */.YA)(4);
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
    const files = await awaitFiles(run, known, instances.length, Math.min(giveUpAt, ports.clock.now() + tail_logs_WAIT));
    if (files.length === 0) {
        return { found: [], gaps: [`The instances handed out no logs within ${(0,domain_time/* formatDuration */.a3)(tail_logs_WAIT)}.`] };
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
        await ports.clock.sleep(tail_logs_EVERY, cancel);
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
    if ((0,cluster/* isCluster */.JU)(run.request.snapshot.target))
        return podEvidence(run);
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
/** There are neither instances nor tail logs; what the pods have written is in the deployment log. */
async function podEvidence(run) {
    const { settings, cancel } = run.request;
    const wantsLogs = settings.logsOnFailure === 'tail' && !cancel.aborted;
    const logs = wantsLogs
        ? await attempt('the deployment log', { found: [], gaps: [] }, () => podLogs(run))
        : { found: { found: [], gaps: [] }, gaps: [] };
    return { environmentCauses: [], instances: [], logs: logs.found.found, gaps: [...logs.gaps, ...logs.found.gaps] };
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
var fleet = __webpack_require__(85360);
;// CONCATENATED MODULE: ./lib/rollout/foreign-work.js
/** Whether somebody else has begun something on an environment since our update: then it is not ours to change any more. */


/** A clause, or `undefined` when nothing shows anybody else. Unreadable events show nobody: the service will refuse. */
async function foreignWork(run) {
    const { firstOwn, unclaimed } = run.watch.known?.events ?? {};
    const since = firstOwn ?? unclaimed?.date;
    if (since === undefined)
        return undefined;
    try {
        const events = await run.reader.events(run.target.id, run.watch.since);
        const opening = events.findLast((event) => {
            const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
            if (meaning?.kind !== 'started' || event.date <= since)
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
;// CONCATENATED MODULE: ./lib/rollout/search.js
/** How long the effect of a call whose answer was lost is looked for. Without any look nobody knows that it had none. */

/** So much longer, and more seldom, when no look has succeeded meanwhile. */
const search_UNSEEN = { longer: (0,domain_time/* minutes */.Gx)(2), every: (0,domain_time/* seconds */.YA)(10) };
/** What was not seen so soon is looked for less often. */
const SOON = (0,domain_time/* seconds */.YA)(15);
const LATER = (0,domain_time/* seconds */.YA)(5);
function startSearch(now, span, every) {
    const giveUpAt = now + span;
    let hasSeen = false;
    return {
        get hasSeen() {
            return hasSeen;
        },
        seen: () => {
            hasSeen = true;
        },
        isOver: (at) => at >= (hasSeen ? giveUpAt : giveUpAt + search_UNSEEN.longer),
        pause: (at) => (at >= giveUpAt ? search_UNSEEN.every : at < now + SOON ? every : Math.max(every, LATER)),
    };
}
//# sourceMappingURL=search.js.map
;// CONCATENATED MODULE: ./lib/rollout/lost-update.js





/** So long a lost call is looked for: a begun update was readable within two seconds (observed). */
const SEARCH = (0,domain_time/* seconds */.YA)(45);
/** From here on it is ours to watch and to abort. */
function remember(run, update) {
    run.ours = update;
    run.asked = [...run.asked.filter(({ step }) => step !== update.step), update];
    run.hasEnded = false;
    run.rollout.hasChanged = true;
    return update;
}
/** Its answer was lost: it is ours, if it has begun. */
const presume = (run, step, environment, askedAt = run.request.ports.clock.now(), requestId) => remember(run, {
    step,
    askedAt,
    isCertain: false,
    baseline: baselineOf(environment),
    ...(requestId === undefined ? {} : { requestId }),
});
/** Looks for an update that began after the call whose answer was lost. `unseen`: no look has succeeded. */
async function searchLost(run, step, environment) {
    const { ports, cancel, say } = run.request;
    const { clock } = ports;
    const askedAt = clock.now();
    say({ type: 'notice', text: 'The answer to the update was lost; looking for whether it has begun.' });
    const search = startSearch(askedAt, SEARCH, (0,domain_time/* seconds */.YA)(3));
    let isMoving = false;
    while (!search.isOver(clock.now())) {
        await clock.sleep(search.pause(clock.now()), cancel);
        const seen = cancel.aborted ? undefined : await sightings(run, () => presume(run, step, environment, askedAt));
        if (cancel.aborted) {
            // Nobody looks for it any longer: it may have begun.
            presume(run, step, environment, askedAt);
            return 'cancelled';
        }
        if (seen === undefined)
            continue;
        search.seen();
        const opening = seen.openings.length === 1 ? seen.openings[0]?.requestId : undefined;
        if (opening !== undefined) {
            run.watch.own(opening);
            presume(run, step, environment, askedAt, opening);
            return 'accepted';
        }
        isMoving = seen.environment !== undefined && seen.environment.status !== 'Ready';
        // Two openings: one of them is ours, nobody can say which. State will tell how it ends.
        if (seen.openings.length > 1 || (isMoving && clock.now() - askedAt > SEARCH / 2)) {
            presume(run, step, environment, askedAt);
            return 'accepted';
        }
    }
    if (!search.hasSeen)
        return 'unseen';
    if (!isMoving)
        return 'nothing';
    // Seen once, soon after the call, and never again: what it was doing then nobody else has been seen to begin.
    presume(run, step, environment, askedAt);
    return 'accepted';
}
/** `undefined` when a look failed and is made again. Throws after `onHopeless` when it will not get better. */
async function sightings(run, onHopeless) {
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
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        if (error.nature === 'permanent') {
            onHopeless();
            throw error;
        }
        request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return undefined;
    }
}
//# sourceMappingURL=lost-update.js.map
;// CONCATENATED MODULE: ./lib/rollout/ask.js








const LOST_AT_MOST = 4;
async function askForUpdate(run, step) {
    const { ports, cancel, settings } = run.request;
    const giveUpAt = Math.min(run.rollout.deadline, ports.clock.now() + Math.max(settings.busyTimeout, (0,domain_time/* minutes */.Gx)(1)));
    let environment = run.environment;
    let lost;
    let timesLost = 0;
    let pause = (0,domain_time/* seconds */.YA)(0);
    /** What nobody could see may have begun. */
    const giveUp = (asked) => {
        if (lost?.isUnseen === true)
            presume(run, step, lost.before);
        return asked;
    };
    for (;;) {
        if (cancel.aborted)
            return giveUp({ asked: 'cancelled' });
        if (environment === undefined) {
            const ready = await readyAgain(run, step, { giveUpAt, notBefore: ports.clock.now() + pause }, lost);
            if ('asked' in ready)
                return ready;
            environment = ready.environment;
            if (lost !== undefined)
                lost = { ...lost, isUnseen: false };
        }
        const taken = await (0,rollout_traffic/* whyLive */.V7)(run);
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
        // Refused as busy after a lost answer: the same.
        if (sent.answerLost || (lost !== undefined && sent.problem.code === 'environment-busy')) {
            const found = await searchLost(run, step, environment);
            if (isFound(found))
                return { asked: found };
            lost = { before: environment, problem: sent.problem, isUnseen: found === 'unseen' };
            timesLost += 1;
            if (timesLost >= LOST_AT_MOST)
                return giveUp({ asked: 'refused', problem: sent.problem });
            if (!lost.isUnseen)
                sayOnceMore(run);
        }
        else if (!isBusy && sent.nature === 'permanent')
            return { asked: 'refused', problem: sent.problem };
        if (ports.clock.now() >= giveUpAt)
            return giveUp({ asked: 'refused', problem: sent.problem });
        environment = undefined;
        // It was refused although it had shown Ready: not again at once.
        pause = (0,domain_time/* seconds */.YA)(5);
    }
}
const isFound = (found) => found === 'accepted' || found === 'cancelled';
const sayOnceMore = ({ request }) => request.say({
    type: 'notice',
    text: 'Nothing shows that the call for the update has arrived; it is sent once more.',
});
/**
 * Ready for the update to be sent, once more. Busy after a lost answer, it may be busy with the very update that was lost:
 * that is looked for before anything is waited for; and so is, as soon as anything can be seen again, what nobody could see.
 */
async function readyAgain(run, step, { giveUpAt, notBefore }, lost) {
    const mayHaveBegun = () => {
        if (lost !== undefined)
            presume(run, step, lost.before);
    };
    const search = async () => (lost === undefined ? 'nothing' : searchLost(run, step, lost.before));
    let readiness = await orElse(mayHaveBegun, (0,busy/* awaitReady */.k)(run, giveUpAt, { notBefore, onBusy: 'fail' }));
    if (readiness.readiness === 'refused') {
        const found = await search();
        if (isFound(found))
            return { asked: found };
        const isBusy = readiness.problem.code === 'environment-busy' && found === 'nothing';
        if (isBusy)
            readiness = await (0,busy/* awaitReady */.k)(run, giveUpAt);
        else
            mayHaveBegun();
    }
    else if (readiness.readiness === 'ready' && lost?.isUnseen === true) {
        const found = await search();
        if (isFound(found))
            return { asked: found };
        if (found === 'unseen') {
            mayHaveBegun();
            return { asked: 'refused', problem: lost.problem };
        }
        sayOnceMore(run);
    }
    if (readiness.readiness === 'cancelled') {
        if (lost?.isUnseen === true)
            mayHaveBegun();
        return { asked: 'cancelled' };
    }
    return readiness.readiness === 'ready'
        ? { environment: readiness.environment }
        : { asked: 'refused', problem: readiness.problem };
}
async function orElse(onHopeless, work) {
    try {
        return await work;
    }
    catch (error) {
        onHopeless();
        throw error;
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
    const answered = () => {
        run.unanswered = undefined;
    };
    run.unanswered = () => presume(run, step, environment, askedAt);
    // A cancellation waits for this for a moment: what was asked for must be known before it can be aborted.
    run.asking = asking.then(answered, (error) => {
        if (!(error instanceof domain_problem/* ActionError */.l && error.answerLost))
            answered();
    });
    try {
        const answer = await (0,watch_stop/* unlessStopped */.O)(asking, cancel);
        if (answer === undefined)
            return 'cancelled';
        run.asking = undefined;
        return 'accepted';
    }
    catch (error) {
        run.asking = undefined;
        answered();
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
//# sourceMappingURL=ask.js.map
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
const bake_DOUBTFUL = (0,domain_time/* seconds */.YA)(60);
/** Environment and events are read in every so many looks; the rest reads only health. */
const FULL_LOOK = 3;
/** Answers without the environment for so long: it is gone, or nobody may see it any more. */
const UNSHOWN = (0,domain_time/* minutes */.Gx)(2);
const SAID_EVERY = (0,domain_time/* minutes */.Gx)(1);
async function performBake(rollout, step) {
    const { ports, cancel, say, settings } = rollout.request;
    const { clock } = ports;
    const run = runOf(rollout, step.environment);
    if (!run.watch.isAnchored && run.ours === undefined)
        await run.watch.anchor(ports.beanstalk);
    const since = clock.now();
    const every = settings.pollInterval ?? bake_EVERY;
    const steering = step.shares === undefined ? undefined : await steer(rollout, step.shares);
    let bad = 0;
    let strange = 0;
    let doubtfulSince;
    let unshownSince;
    let saidAt = since;
    for (let looks = 0;; looks += 1) {
        const left = since + step.span - clock.now();
        // Beyond its span it goes on only until a good sight, never without a pause.
        const isLate = left <= 0 && looks > 0 && left > -bake_DOUBTFUL;
        const pause = bad + strange > 0 || isLate ? Math.min(AGAIN, every) : every;
        await clock.sleep(left > 0 || looks === 0 ? Math.max(0, Math.min(pause, left)) : pause, cancel);
        if (cancel.aborted)
            return { step: 'cancelled' };
        const wish = await steering?.hear();
        if (cancel.aborted)
            return { step: 'cancelled' };
        if (wish === 'promote')
            return { step: 'done' };
        if (wish === 'abort' && steering?.problem !== undefined)
            return endedByOthers(run, steering.problem);
        const isFull = looks % FULL_LOOK === 0 || bad + strange > 0 || left <= every;
        const sight = await bake_look(run, step, { isFull, isEarly: clock.now() - since < ALLOWANCES.olderAnswer });
        if (cancel.aborted)
            return { step: 'cancelled' };
        if ('lost' in sight)
            return { step: 'refused', problem: sight.lost };
        if (sight.others === 'none')
            strange = 0;
        else if (sight.others !== undefined) {
            strange += 1;
            if (strange >= MOST_BAD)
                return { step: 'refused', problem: taken(run, sight.others.label) };
        }
        const alarms = step.alarms === undefined ? undefined : await askAlarms(rollout, step.alarms);
        if (cancel.aborted)
            return { step: 'cancelled' };
        const now = clock.now();
        if (sight.isShown !== undefined)
            unshownSince = sight.isShown ? undefined : (unshownSince ?? now);
        if (unshownSince !== undefined && now - unshownSince >= UNSHOWN)
            return { step: 'refused', problem: (0,busy/* missingEnvironment */.T)(run.target.name) };
        // An alarm has counted its own periods already: it is not looked at twice.
        if (alarms?.result === 'fail')
            return { step: 'failed', run, problem: (0,domain_alarm/* alarmProblem */.By)(alarms.why, afterMove(now - since)) };
        bad = sight.state === 'bad' ? bad + 1 : sight.state === 'unseen' ? bad : 0;
        if (sight.state === 'good')
            doubtfulSince = undefined;
        else if (sight.state === 'doubtful')
            doubtfulSince ??= now;
        if (sight.state !== 'good' || now - saidAt >= SAID_EVERY) {
            say({ type: 'notice', text: `${(0,domain_time/* formatDuration */.a3)(now - since)} of ${(0,domain_time/* formatDuration */.a3)(step.span)}: ${sight.why}.` });
            saidAt = now;
        }
        const isTooDoubtful = doubtfulSince !== undefined && now - doubtfulSince >= bake_DOUBTFUL;
        if (bad >= MOST_BAD || isTooDoubtful)
            return { step: 'failed', run, problem: gone(step, sight.why, now - since) };
        // The last word is a sight of the end, and it must be good.
        if (now - since >= step.span && sight.state === 'good' && strange === 0) {
            const problem = step.alarms === undefined ? undefined : await lastWord(rollout, step.alarms, afterMove(now - since));
            return problem === undefined ? { step: 'done' } : { step: 'failed', run, problem };
        }
        if (now >= rollout.deadline)
            return { step: 'failed', run, problem: bake_timeIsUp(rollout.request.plan.timeout, sight.why, now - since) };
    }
}
const endedByOthers = (run, problem) => problem.code === 'route-changed' ? { step: 'refused', problem } : { step: 'failed', run, problem };
/** A canary with all requests is still one: others may end it until the bake is over. */
async function steer(rollout, shares) {
    await noteCanary(rollout, shares, { state: 'running', weight: 100 });
    rollout.share ??= { between: shares, weight: 100, isMoving: false };
    return new Steering(rollout, { ...shares, weight: 100 }, await routeToWatch(rollout, shares));
}
/** `isEarly`: so soon after the move an answer may be one of before it. */
async function bake_look(run, step, { isFull, isEarly }) {
    try {
        const shownNow = isFull ? (await run.watch.glance()).environment : undefined;
        if (isFull && shownNow === undefined)
            return { state: 'unseen', why: notShown(step.environment.name), others: undefined, isShown: false };
        const environment = isEarly && (0,domain_environment/* isFromBefore */._b)(shownNow, run.environment) ? undefined : shownNow;
        const lost = whyLost(environment, step);
        if (lost !== undefined)
            return { lost };
        const seen = await readHealth(run, environment);
        const shown = isFull ? { isShown: true } : {};
        const health = { ...judgeHealth(run, seen), others: othersOn(run, environment), ...shown };
        if (health.state !== 'good' || step.smoke === undefined)
            return health;
        // By the production name either side could answer while shares are set.
        const host = step.shares === undefined ? step.productionCname : await ownName(run);
        const why = await gates_askOnce(run.rollout, host, step.smoke);
        return why === undefined ? health : { ...health, state: 'bad', why };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        run.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return { state: 'unseen', why: 'it could not be looked at', others: undefined };
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
    return read === undefined ? undefined : (0,accepted_health/* healthIn */.YN)(read);
}
function judgeHealth(run, seen) {
    if (seen === undefined)
        return { state: 'unseen', why: notShown(run.target.name) };
    const { settings, snapshot } = run.request;
    const why = `the health of ${run.target.name} is ${(0,accepted_health/* shownHealth */.gb)(seen)}`;
    switch ((0,accepted_health/* tasteOfHealth */.xn)(settings.acceptHealth, seen, (0,accepted_health/* healthIn */.YN)(snapshot.target.environment))) {
        case 'good':
            return { state: 'good', why };
        case 'unclear':
            return { state: 'doubtful', why };
        case 'bad':
            return { state: seen.health === 'Red' ? 'bad' : 'doubtful', why };
    }
}
const notShown = (name) => `${name} is not shown`;
async function ownName(run) {
    return (await run.reader.environment(run.target.id))?.cname ?? '';
}
function othersOn({ request }, environment) {
    const { versionLabel } = request.plan;
    if (environment?.status !== 'Ready' || environment.versionLabel === undefined)
        return undefined;
    const isOurs = versionLabel === undefined || environment.versionLabel === versionLabel;
    return isOurs ? 'none' : { label: environment.versionLabel };
}
/** Whoever it was has proven nothing here, and what is theirs is not taken back. */
const taken = ({ request, target }, label) => ({
    code: 'sides-changed',
    blame: 'you',
    what: `${target.name} is on ${label}, not on ${request.plan.versionLabel}: somebody else has deployed to it while it was baking.`,
    hint: 'Nothing was moved back, because what is live now is not of this run. Give all who deploy there one concurrency group.',
});
function whyLost(environment, step) {
    if (environment === undefined)
        return undefined;
    if (step.shares !== undefined && !environment.status.startsWith('Terminat'))
        return undefined;
    const { name, status } = environment;
    if ((0,domain_environment/* holdsCname */.hK)(environment, step.productionCname) && status !== 'Terminating' && status !== 'Terminated') {
        return undefined;
    }
    const what = status.startsWith('Terminat')
        ? `${name} is ${status}: somebody else takes it away while it bakes.`
        : `${name} no longer holds ${step.productionCname}: somebody else has moved the traffic while it was baking.`;
    return {
        code: 'sides-changed',
        blame: 'you',
        what,
        hint: 'Nothing was moved back, because what is live now is not of this run. Look at both environments.',
    };
}
const afterMove = (after) => `${(0,domain_time/* formatDuration */.a3)(after)} after the traffic had moved`;
const bake_timeIsUp = (timeout, why, after) => ({
    code: 'timed-out',
    blame: 'you',
    what: `After ${(0,domain_time/* formatDuration */.a3)(timeout)} time was up, ${afterMove(after)}: ${why}.`,
    hint: 'Give it more time with `timeout`, or a shorter `bake`.',
});
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
const create_ATTEMPTS = 4;
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
    // There are no templates of Cluster environments: their options are all that they are.
    const template = step.tier === undefined ? await saveSettings(rollout, from) : undefined;
    const run = runOf(rollout, step.environment);
    const request = {
        application: plan.application,
        name,
        cnamePrefix,
        versionLabel: step.versionLabel,
        ...(template === undefined ? {} : { template }),
        ...(step.tier === undefined ? {} : { tier: step.tier }),
        options: step.options,
        removeOptions: step.removeOptions,
        description: `The other side of ${step.from.name}`,
    };
    return launching(run, request, async () => {
        if (template !== undefined)
            await forget(rollout, template);
    });
}
/** Asks for the environment, and takes it as ours. `after` is called whatever came of it. */
async function launching(run, request, after) {
    const { cancel } = run.request;
    if (cancel.aborted) {
        // A request to stop waits for this for a moment, too.
        run.asking = after().catch(() => undefined);
        return { step: 'cancelled' };
    }
    run.rollout.creating = request.name;
    const asking = launch(run, request).finally(after);
    // A request to stop waits for this for a moment: what was created must be known.
    run.asking = asking.catch(() => undefined);
    const created = await (0,watch_stop/* unlessStopped */.O)(asking, cancel);
    if (created === undefined)
        return { step: 'cancelled' };
    run.asking = undefined;
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
            if (attempt >= create_ATTEMPTS)
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
/**
 * The creation, or what the service says against it; `undefined` when a request to stop came while it was looked for. Where it
 * is not known whether there is one, `creating` stays.
 */
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
            if (!mayBeOurs) {
                run.rollout.creating = undefined;
                return error;
            }
            say({ type: 'notice', text: `The answer to the creation of ${request.name} was lost; looking for it.` });
            if (await adopt(run, request, { requestId: '' }))
                return 'created';
            if (attempt >= create_ATTEMPTS && !cancel.aborted)
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
    if (requestId === undefined)
        run.watch.ownFromTheStart();
    else
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
        baseline: { environmentId: id, health: 'Grey', isNew: true },
        ...(requestId === undefined ? {} : { requestId }),
    };
    run.hasEnded = false;
    run.rollout.hasChanged = true;
    run.rollout.creating = undefined;
    return true;
}
/** By its name, which is unique in the region, and by our version: one of somebody else is not taken for ours. */
async function findByName(run, versionLabel) {
    const { ports, plan, cancel } = run.request;
    const search = startSearch(ports.clock.now(), create_SEARCH, (0,domain_time/* seconds */.YA)(3));
    while (!search.isOver(ports.clock.now()) && !cancel.aborted) {
        await ports.clock.sleep(search.pause(ports.clock.now()), cancel);
        try {
            const found = await run.reader.environmentNamed(plan.application, run.target.name);
            search.seen();
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
        return refused(create_environment_taken(cnamePrefix));
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
        case 'cluster':
            return {};
    }
}
const refused = (problem) => ({ step: 'refused', problem });
const create_environment_appeared = (name) => ({
    code: 'name-taken',
    blame: 'you',
    what: `${name} exists now, although it did not when the plan was made, so it was not created.`,
    hint: 'Run the job again, which deploys to it; give the jobs that deploy to it one concurrency group.',
});
const create_environment_taken = (prefix) => ({
    code: 'cname-taken',
    blame: 'you',
    what: `The CNAME prefix ${prefix} is taken now, although it was free when the plan was made.`,
    hint: 'Choose another `cname-prefix`.',
    input: 'cname-prefix',
});
//# sourceMappingURL=create-environment.js.map
;// CONCATENATED MODULE: ./lib/judge/split.js
/** Instances that serve: a deployment that is under way, or has failed, has no requests of its own. */
function splitInstances(instances, newness) {
    const serving = instances.filter(({ deployment }) => deployment?.status === 'Deployed');
    const canary = serving.filter((one) => isNew(one, newness));
    const stable = serving.filter((one) => !isNew(one, newness));
    return canary.length === 0 || stable.length === 0 ? undefined : { stable, canary };
}
function isNew({ deployment }, newness) {
    const { previousDeploymentId, versionLabel, previousVersionLabel } = newness;
    if (previousDeploymentId !== undefined && deployment?.id !== undefined)
        return deployment.id > previousDeploymentId;
    return (versionLabel !== undefined && versionLabel !== previousVersionLabel && deployment?.versionLabel === versionLabel);
}
/**
 * The requests of the last ten seconds of a group: counts are added up (so the EB CLI reads them, too), of the p99 that of
 * each instance weighs as much as its requests.
 */
function split_windowOf(instances, at) {
    let [requests, errors5xx, slow, told] = [0, 0, 0, 0];
    for (const { requests: one } of instances) {
        if (one === undefined || one.requestCount <= 0)
            continue;
        requests += one.requestCount;
        errors5xx += one.status5xx;
        if (one.p99 === undefined)
            continue;
        slow += one.p99 * one.requestCount;
        told += one.requestCount;
    }
    return { at, requests, errors5xx, ...(told === 0 ? {} : { p99: Math.round((slow / told) * 1_000) }) };
}
//# sourceMappingURL=split.js.map
;// CONCATENATED MODULE: ./lib/rollout/judged-splitting.js
/**
 * Judges a version while Elastic Beanstalk evaluates it under `TrafficSplitting`: new instances against old ones in the same
 * environment, by what each says of its requests. The service itself looks at health only, and only at the new ones.
 */









/** The health agents report every ten seconds. */
const judged_splitting_EVERY = (0,domain_time/* seconds */.YA)(10);
const LOOK_EVERY = (0,domain_time/* minutes */.Gx)(1);
/** The last look comes so long before the evaluation is over that there is time to stop the update. */
const BEFORE_ITS_END = (0,domain_time/* seconds */.YA)(40);
/** So many samples are taken in any evaluation, whatever they cost. */
const SAMPLES = 10;
/** Watches an update and judges meanwhile. A version that is worse ends the wait, which then stops the update. */
async function settleUnderJudging(run, step, settle) {
    const { cancel, say } = run.request;
    const [stop, ended] = [new AbortController(), new AbortController()];
    const judging = new JudgedSplitting(run, step);
    let broken;
    const watching = judging
        .watch(AbortSignal.any([ended.signal, cancel]))
        .catch((error) => {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        broken = error.problem;
    })
        .finally(() => (judging.problem === undefined && broken === undefined ? undefined : stop.abort()));
    const end = await settle(stop.signal).finally(() => ended.abort());
    await (0,watch_stop/* unlessStopped */.O)(watching, cancel);
    if (cancel.aborted)
        return end;
    const { known } = end;
    const isReached = end.end === 'judged' && end.verdict.verdict === 'reached';
    if (isReached && judging.problem === undefined)
        judging.lastWord();
    const { problem } = judging;
    if (problem !== undefined) {
        if (end.end === 'judged' && !isReached)
            return end;
        const code = problem.code === 'inconclusive' ? 'inconclusive' : 'worse-than-before';
        return { end: 'judged', verdict: failed(code, problem.what.replace(/\.$/, '')), proof: 'none', known };
    }
    if (broken !== undefined && !isReached && end.end === 'cancelled')
        return { end: 'broken', problem: broken, known };
    if (broken !== undefined)
        say({ type: 'warning', problem: broken });
    return end;
}
class JudgedSplitting {
    #run;
    #step;
    #windows = { stable: [], canary: [] };
    #pause = judged_splitting_EVERY;
    #refreshedAt;
    /** When both kinds of instances served for the first time; when the new ones had their first request. */
    #seenSince;
    #since;
    /** So much earlier than it was seen they may have had it. */
    #unseen = 0;
    #nextLook = Number.POSITIVE_INFINITY;
    #looks = 0;
    #isDone = false;
    /** Why the version is not to get all requests. */
    problem;
    constructor(run, step) {
        this.#run = run;
        this.#step = step;
    }
    async watch(ended) {
        const { clock } = this.#run.request.ports;
        while (!ended.aborted && !this.#isDone) {
            await clock.sleep(Math.min(this.#pause, this.#endsAt - clock.now()), ended);
            if (ended.aborted)
                return;
            await this.#sample();
            if (ended.aborted)
                return;
            const now = clock.now();
            if (now >= this.#nextLook || now >= this.#endsAt)
                this.#look(now, now >= this.#endsAt);
        }
    }
    /** What is known when the service is through with the version, and no last look was taken before. */
    lastWord() {
        if (!this.#isDone)
            this.#look(this.#run.request.ports.clock.now(), true);
    }
    /** No event says when the evaluation begins: with the first request, or, when there is none, not before both served. */
    get #endsAt() {
        const since = this.#since ?? this.#seenSince;
        if (since === undefined)
            return Number.POSITIVE_INFINITY;
        return since - this.#unseen + this.#step.judging.evaluation - BEFORE_ITS_END;
    }
    async #sample() {
        const { request, reader, target } = this.#run;
        try {
            const { instances, refreshedAt, pages } = await reader.instances(target.id);
            const unseen = this.#pause - judged_splitting_EVERY;
            this.#pause = this.#pauseAfter(pages);
            if (refreshedAt !== undefined && refreshedAt === this.#refreshedAt)
                return;
            this.#refreshedAt = refreshedAt;
            const groups = splitInstances(instances, this.#step.expects);
            if (groups === undefined)
                return;
            const now = request.ports.clock.now();
            const window = { stable: split_windowOf(groups.stable, now), canary: split_windowOf(groups.canary, now) };
            // Old instances without requests: nobody asks at all, or the new ones have everything already.
            this.#seenSince ??= now;
            if (window.stable.requests === 0)
                return;
            if (this.#since === undefined && window.canary.requests > 0) {
                this.#since = now;
                this.#unseen = unseen;
                this.#nextLook = now + Math.min(LOOK_EVERY, this.#step.judging.evaluation / 2);
            }
            // What the old ones did before there was anything to compare it with does not count.
            if (this.#since === undefined)
                return;
            const { stable, canary } = this.#windows;
            this.#windows = {
                stable: [...stable, window.stable],
                canary: window.canary.requests > 0 ? [...canary, window.canary] : canary,
            };
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
                throw error;
            request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        }
    }
    /** A large fleet is read page by page: all of its samples together cost no more calls than those of a small one. */
    #pauseAfter(pages = 1) {
        return Math.min(pages * judged_splitting_EVERY, Math.max(judged_splitting_EVERY, this.#step.judging.evaluation / SAMPLES));
    }
    #look(now, isLast) {
        const { say } = this.#run.request;
        this.#looks += 1;
        this.#nextLook = Math.max(now + (0,domain_time/* seconds */.YA)(1), Math.min(now + LOOK_EVERY, this.#endsAt));
        const decision = this.#decide(now, isLast);
        say({ type: 'decision', decision });
        this.#isDone = isLast || decision.result === 'restore';
        if (decision.result === 'restore')
            this.problem = sentBack(decision);
        if (decision.result === 'raise' && decision.finding.result === 'inconclusive') {
            say({ type: 'warning', problem: passedUnjudged(decision) });
        }
    }
    #decide(now, isLast) {
        const { rules, percent, evaluation } = this.#step.judging;
        const span = { from: this.#since ?? now, to: now };
        return decide({
            at: now,
            rules,
            // One more for the last word.
            look: { look: this.#looks, looksInAll: looksIn(evaluation, { maxStepExtension: 0 }) + 1, isLast },
            step: 1,
            steps: 1,
            weight: percent,
            figures: {
                stable: addUp('instance-health', span, this.#windows.stable),
                canary: addUp('instance-health', span, this.#windows.canary),
            },
            others: [],
            // The service evaluates for as long as it was told to.
            extensionLeft: 0,
        });
    }
}
//# sourceMappingURL=judged-splitting.js.map
// EXTERNAL MODULE: ./lib/bundle/label.js
var label = __webpack_require__(95966);
;// CONCATENATED MODULE: ./lib/rollout/processing.js
/** Waits until Elastic Beanstalk has made of a version what can be deployed: an image that it builds, files that it checks. */


const processing_EVERY = (0,domain_time/* seconds */.YA)(10);
/** A build that was asked for begins within seconds. */
const BEGINS_WITHIN = (0,domain_time/* minutes */.Gx)(5);
/** DescribeApplicationVersions may lag behind a creation. */
const APPEARS_WITHIN = (0,domain_time/* minutes */.Gx)(1);
/** After `Processed` the image may be shown a moment later. */
const IMAGE_WITHIN = (0,domain_time/* seconds */.YA)(30);
const processing_LONGEST_QUOTE = 300;
const MOST_QUOTES = 3;
/** Ends when the version can be deployed, or the run is asked to stop. Throws `ActionError` when it never will be. */
async function awaitProcessed({ application, label, builds, giveUpAt }, ports, say, cancel) {
    const { beanstalk, clock } = ports;
    const startedAt = clock.now();
    let processedAt;
    let shown;
    while (cancel?.aborted !== true) {
        const version = await processing_look(() => beanstalk.version(application, label), say);
        const now = clock.now();
        const waited = now - startedAt;
        if (version === 'unread') {
            if (now >= giveUpAt)
                throw new domain_problem/* ActionError */.l(tooLong(label, waited, shown));
            await clock.sleep(processing_EVERY, cancel);
            continue;
        }
        if (version !== undefined && version.status !== shown) {
            shown = version.status;
            say({ type: 'notice', text: `Version ${label} is ${version.status} (after ${(0,domain_time/* formatDuration */.a3)(waited)}).` });
        }
        switch (version?.status) {
            case 'Processed':
                if (!builds || version.image !== undefined)
                    return;
                processedAt ??= now;
                if (now - processedAt >= IMAGE_WITHIN)
                    throw await unbuilt(withoutImage(label), version, application, ports);
                break;
            case 'Failed':
                throw await unbuilt(builds ? failedBuild(label) : failedProcessing(label), version, application, ports);
            case 'Unprocessed':
                if (waited >= BEGINS_WITHIN)
                    throw new domain_problem/* ActionError */.l(neverBegun(label));
                break;
            case undefined:
                if (waited >= APPEARS_WITHIN)
                    throw new domain_problem/* ActionError */.l(vanished(label));
                break;
            case 'Processing':
            case 'Building':
            case 'Unrecognised':
                break;
        }
        if (now >= giveUpAt)
            throw new domain_problem/* ActionError */.l(tooLong(label, waited, version?.status));
        await clock.sleep(processing_EVERY, cancel);
    }
}
/** What will be better soon never ends the wait. */
async function processing_look(read, say) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return 'unread';
    }
}
/** With what the service says about it: its events name the reason, and CodeBuild has the log. */
async function unbuilt(problem, { label, buildArn }, application, { beanstalk }) {
    const events = await beanstalk.versionErrors(application, label).catch((error) => {
        if (error instanceof domain_problem/* ActionError */.l)
            return [];
        throw error;
    });
    const quotes = events.slice(-MOST_QUOTES).map(({ message }) => `“${message.slice(0, processing_LONGEST_QUOTE)}”`);
    const said = quotes.length === 0 ? '' : ` Elastic Beanstalk says: ${quotes.join(' ')}`;
    const log = buildArn === undefined ? '' : ` The log is that of the CodeBuild build ${buildArn}.`;
    return new domain_problem/* ActionError */.l({ ...problem, what: `${problem.what}${said}${log}` });
}
/** A label is used up by a failure: the version has to be deleted before another one can have it. */
const BURNT = 'Mend the build and run the job again: another label is used then, because this one is used up until its version is deleted.';
const failedBuild = (label) => ({
    code: 'image-build-failed',
    blame: 'you',
    what: `The image of version ${label} could not be built, so nothing was deployed.`,
    hint: BURNT,
    input: 'build-configuration',
});
const failedProcessing = (label) => ({
    code: 'version-failed',
    blame: 'you',
    what: `Elastic Beanstalk could not process version ${label}, so nothing was deployed.`,
    hint: BURNT,
});
const withoutImage = (label) => ({
    code: 'image-build-failed',
    blame: 'you',
    what: `Version ${label} is Processed, but has no image, so nothing was deployed.`,
    hint: `A Dockerfile that is not where \`DockerfileLocation\` says does that, and a \`Type\` that is not written \`docker\` or \`buildpack\`. ${BURNT}`,
    input: 'build-configuration',
});
const neverBegun = (label) => ({
    code: 'image-build-failed',
    blame: 'you',
    what: `Version ${label} is Unprocessed after ${(0,domain_time/* formatDuration */.a3)(BEGINS_WITHIN)}: its build has never begun.`,
    hint: 'It was created without being processed, which cannot be changed any more; delete the version, or choose another `version-label`.',
    input: 'version-label',
});
const vanished = (label) => ({
    code: 'version-missing',
    blame: 'you',
    what: `Version ${label} is not shown by DescribeApplicationVersions.`,
    hint: 'It was deleted meanwhile, or the permission elasticbeanstalk:DescribeApplicationVersions is missing.',
});
const tooLong = (label, waited, status) => ({
    code: 'image-build-failed',
    blame: 'you',
    what: `Version ${label} is still ${status ?? 'not shown'} after ${(0,domain_time/* formatDuration */.a3)(waited)}, so nothing was deployed.`,
    hint: 'A later run with the same content waits for the same build; `TimeoutInMinutes` in `build-configuration` and `timeout` decide how long.',
    input: 'build-configuration',
});
//# sourceMappingURL=processing.js.map
;// CONCATENATED MODULE: ./lib/rollout/publish.js
/** Brings a version into being: its object in S3, the version itself, its image. What is there already is compared, never overwritten. */



/** A creation whose answer was lost, or that lost a race, is looked up; this often it is tried in all. */
const publish_ATTEMPTS = 3;
/** Afterwards the version exists with the content of the step, and can be deployed. Throws `ActionError`. */
async function publishVersion(step, ports, say, signal, 
/** When a build that goes on is no longer waited for. */
giveUpAt = Number.POSITIVE_INFINITY) {
    const { application, source } = step;
    if (source.kind === 'bundle' && !source.reuse.object)
        await upload(source, ports.store, say, signal);
    const isNew = source.kind === 'image' || (source.kind === 'bundle' && !source.reuse.version);
    if (isNew)
        await create(application, source, ports.beanstalk, say);
    const builds = source.kind === 'bundle' && source.build !== undefined;
    const isAwaited = builds || (source.kind === 'existing' && source.awaited === true);
    if (!isAwaited || signal?.aborted === true)
        return;
    await awaitProcessed({ application, label: source.label, builds, giveUpAt }, ports, say, signal);
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
            const { label, description } = source;
            await beanstalk.createVersion({ application, label, description, ...contentOf(source), tags });
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
function contentOf(source) {
    if (source.kind === 'image')
        return { image: source.uri };
    const { location: bundle, build } = source;
    return build === undefined ? { bundle } : { bundle, build };
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
// EXTERNAL MODULE: ./lib/domain/sides.js + 1 modules
var sides = __webpack_require__(55306);
// EXTERNAL MODULE: ./lib/domain/creation.js
var creation = __webpack_require__(83231);
;// CONCATENATED MODULE: ./lib/rollout/terminate.js
/** Terminates one environment, after a last look that it is still the one that was meant, and watches until it is gone. */





const terminate_EVERY = (0,domain_time/* seconds */.YA)(5);
/** Answers without the environment for so long: it is gone, or nobody may see it any more. */
const terminate_UNSEEN = (0,domain_time/* minutes */.Gx)(2);
/** A termination that was asked for shows within seconds; Ready again after that means that it was given up. */
const terminate_BEGINS_WITHIN = (0,domain_time/* minutes */.Gx)(1);
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
        const asked = await askToGo(run);
        if (asked === 'asked')
            break;
        if (asked instanceof domain_problem/* ActionError */.l)
            return terminate_refused(asked.problem);
        if (ports.clock.now() >= giveUpAt)
            return terminate_refused(changed(step, 'the service did not take the call'));
    }
    const end = await untilGone(run, rollout.deadline);
    if (end.step === 'done') {
        rollout.proven = { reason: `${run.target.name} (${run.target.id}) is terminated`, proof: 'environment' };
    }
    return end;
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
async function askToGo({ rollout, request, target, watch }) {
    const { ports, cancel, say } = request;
    try {
        const { requestId } = await ports.beanstalk.terminate(target.id);
        watch.own(requestId);
        rollout.hasChanged = true;
        rollout.leaving = { ...target, isCertain: true };
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
            rollout.leaving ??= { ...target, isCertain: false };
            say({ type: 'notice', text: `The answer to the termination was lost; looking at ${target.name}.` });
        }
        await ports.clock.sleep(terminate_EVERY, cancel);
        return 'again';
    }
}
/** Watches an environment that was asked to go. What it is refused with tells why it is still there. */
async function untilGone(run, giveUpAt) {
    const end = await watchLeaving(run, giveUpAt);
    const { rollout, target } = run;
    if (end.step !== 'cancelled')
        rollout.leaving = undefined;
    if (end.step === 'done')
        rollout.gone = [...rollout.gone, target.id];
    return end;
}
async function watchLeaving(run, giveUpAt) {
    const { ports, cancel } = run.request;
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
            if (status === 'Terminated' || (status === undefined && isDone))
                return { step: 'done' };
            unseenSince = status === undefined ? (unseenSince ?? now) : undefined;
            if (unseenSince !== undefined && now - unseenSince >= terminate_UNSEEN)
                return terminate_refused(unseen(name));
            if (status === 'Ready' && now - since >= terminate_BEGINS_WITHIN)
                return terminate_refused(stayed(name, errors));
        }
        if (now >= giveUpAt)
            return terminate_refused(late(name, now - since, errors));
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
const late = (name, waited, errors) => ({
    code: 'timed-out',
    blame: 'you',
    what: `${name} is not terminated after ${(0,domain_time/* formatDuration */.a3)(waited)}${cause(errors)}`,
    hint: 'The termination goes on by itself; look at its events in the console.',
});
const unseen = (name) => ({
    code: 'cannot-tell',
    blame: 'you',
    what: `${name} was asked to terminate and is no longer shown; nothing says that it has ended.`,
    hint: 'Check the permissions elasticbeanstalk:DescribeEnvironments and elasticbeanstalk:DescribeEvents, and look at it in the console.',
});
//# sourceMappingURL=terminate.js.map
;// CONCATENATED MODULE: ./lib/rollout/retire.js
/**
 * What happens to the side that no longer has the traffic: nothing before resolvers have forgotten its address and its
 * requests have run dry, and nothing at all when it cannot be proven to be the one that nobody needs.
 */









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
        return left(old, why);
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
        // Pods cannot be asked: there all requests count.
        const isOnCluster = (0,cluster/* isCluster */.JU)(old.request.snapshot.target);
        const count = isOnCluster ? 1 : (await old.reader.instances(old.target.id)).instances.length;
        if (requests === undefined)
            return 0;
        return requests.requestCount / Math.max(1, requests.windowSeconds) / Math.max(1, count);
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
    if (step.shares !== undefined)
        return whyStillShared(rollout, step.shares, old);
    const [one, other] = await ports.beanstalk.environmentsById([old.target.id, live.id]);
    return (0,sides/* whyNoRetiring */.sm)(one, other, {
        application: plan.application,
        productionCname: step.productionCname,
        old: old.target,
        live: live.id,
    });
}
/** By the shares that are there now; the old side may be out of the route already. */
async function whyStillShared(rollout, { route, canary }, old) {
    const { ports, plan } = rollout.request;
    const live = runOf(rollout, canary).target;
    const [one, other] = await ports.beanstalk.environmentsById([old.target.id, live.id]);
    if (one === undefined || one.name !== old.target.name || one.application !== plan.application) {
        return `${old.target.name} is no longer shown as what it was`;
    }
    if (one.status !== 'Ready')
        return `${one.name} is ${one.status}`;
    if (other?.status !== 'Ready' || other.id === one.id || other.health === 'Red') {
        return `the live side ${live.name} is not Ready and well`;
    }
    const routers = routersOf(rollout);
    const reading = await routers.read(route, [await routers.end(route, live)]);
    return (0,domain_route/* isShare */.GS)(reading, live.id, 100) ? undefined : `${live.name} has not all requests`;
}
async function terminate(rollout, old, step) {
    const { ports, cancel } = rollout.request;
    const giveUpAt = ports.clock.now() + TERMINATING;
    for (;;) {
        // Looked at right before each call: a lost answer, or one that was refused, may have been followed by anything.
        const why = await whyKept(rollout, old, step);
        if (why !== undefined) {
            if (await isGoing(old))
                break;
            return left(old, why);
        }
        if (cancel.aborted)
            return { step: 'cancelled' };
        const asked = await askToGo(old);
        if (asked === 'asked')
            break;
        if (asked instanceof domain_problem/* ActionError */.l)
            throw asked;
        if (ports.clock.now() >= giveUpAt)
            return left(old, 'the service did not take the call');
    }
    const end = await untilGone(old, giveUpAt);
    return end.step === 'refused' ? { step: 'enough', note: end.problem.what } : end;
}
/** The version serves, so this is no failure; unless others have moved the traffic away from it. */
async function left({ rollout, target }, why) {
    await (0,rollout_traffic/* lookWhoIsLive */.iI)(rollout);
    if ((0,rollout_traffic/* othersServe */.ts)(rollout) !== undefined)
        return { step: 'refused', problem: movedAway(target.name, why) };
    return { step: 'enough', note: `${target.name} was left as it is, because ${why}` };
}
const movedAway = (name, why) => ({
    code: 'sides-changed',
    blame: 'you',
    what: `Somebody else has moved the traffic since; ${name} was left as it is, because ${why}.`,
    hint: 'Nothing was moved back, because what is live now is not of this run. Look at both environments.',
});
async function isGoing({ rollout, target }) {
    const status = (await rollout.request.ports.beanstalk.environment(target.id))?.status;
    return status === undefined || status === 'Terminating' || status === 'Terminated';
}
//# sourceMappingURL=retire.js.map
;// CONCATENATED MODULE: ./lib/domain/instance-choice.js
/** From the healthiest on; an instance that says nothing comes last. */
const RANK = {
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
    const difference = RANK[one.status] - RANK[other.status];
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
    const how = (await (0,within/* within */.u)(clock, asked, CANCEL_LIMIT)) ?? 'was asked to stop, without an answer yet';
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
;// CONCATENATED MODULE: ./lib/rollout/swap-sights.js
/** What can be seen of the two sides of a swap while most answers may fail. */


/** Of three readings some may fail, and what the others show is kept in `seen`: all of them together may never succeed. */
async function swap_sights_look({ rollout, from, to }, seen) {
    const fresh = [];
    let isWhole = true;
    const part = async (read) => {
        try {
            await read();
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.nature === 'permanent')
                throw error;
            isWhole = false;
            rollout.request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        }
    };
    await part(async () => {
        const [one, other] = await to.reader.environmentsById([from.target.id, to.target.id]);
        seen.from = (0,domain_environment/* isFromBefore */._b)(one, seen.from) ? seen.from : one;
        seen.to = (0,domain_environment/* isFromBefore */._b)(other, seen.to) ? seen.to : other;
    });
    for (const { watch } of [from, to])
        await part(async () => {
            fresh.push(...(await watch.events()));
        });
    return { fresh, isWhole };
}
/** The old side may not be shown: the name is given to one environment only. */
const isMoved = ({ step }, { from, to }) => (0,domain_environment/* holdsCname */.hK)(to, step.productionCname) && !(0,domain_environment/* holdsCname */.hK)(from, step.productionCname);
//# sourceMappingURL=swap-sights.js.map
;// CONCATENATED MODULE: ./lib/rollout/swap.js
/**
 * Moves the traffic: both sides are looked at once more, the swap is asked for once, and its effect is read back.
 *
 * A swap is symmetric: asked for twice, everything is as it was. So an answer that got lost is looked up, in the CNAMEs,
 * in the status of both sides and in their events, and it is asked for again only when a minute shows none of the three.
 */










/** A swap takes four to six seconds (observed). */
const swap_LONGEST = (0,domain_time/* minutes */.Gx)(10);
const swap_SEARCH = (0,domain_time/* minutes */.Gx)(1);
const swap_EVERY = (0,domain_time/* seconds */.YA)(2);
const swap_ATTEMPTS = 4;
async function performSwap(rollout, step) {
    const { ports, cancel } = rollout.request;
    const before = rollout.traffic;
    const pair = { rollout, step, from: runOf(rollout, step.from), to: runOf(rollout, step.to), before };
    for (const run of [pair.from, pair.to])
        if (!run.watch.isAnchored && run.ours === undefined)
            await run.watch.anchor(ports.beanstalk);
    let wasLost = false;
    for (let attempt = 1;; attempt += 1) {
        const found = await lookOnceMore(pair, wasLost);
        if (cancel.aborted)
            return { step: 'cancelled' };
        if (found === 'moved') {
            rollout.traffic = { step, state: 'moving', since: ports.clock.now(), before: pair.before };
            rollout.hasChanged = true;
            return awaitMoved(pair);
        }
        // It can be seen now, and has not moved.
        rollout.traffic = before;
        if (found !== undefined)
            return { step: 'refused', problem: found };
        if (attempt > swap_ATTEMPTS)
            return { step: 'refused', problem: neverSeen(step) };
        const asked = await ask(pair);
        if (cancel.aborted)
            return { step: 'cancelled' };
        if (asked !== 'nothing-happened' && typeof asked !== 'string')
            return { step: 'refused', problem: asked.problem };
        if (asked === 'accepted')
            return awaitMoved(pair);
        if (asked === 'presumed') {
            const end = await awaitMoved(pair);
            // Busy with something of others, and as before when that had ended: then ours has never arrived.
            if (end.step !== 'refused' || rollout.traffic !== before || attempt >= swap_ATTEMPTS)
                return end;
            wasLost = true;
            continue;
        }
        // Until somebody sees it, it may be moving.
        wasLost ||= rollout.traffic !== before;
    }
}
/**
 * Why traffic must not move now. Waits for sides that are busy, as `on-busy` says. `moved`: a swap whose answer was lost
 * has happened after all.
 */
async function lookOnceMore({ rollout, step, from, to }, wasLost) {
    const { ports, settings, cancel, plan, say } = rollout.request;
    const since = ports.clock.now();
    for (;;) {
        const [one, other] = await ports.beanstalk.environmentsById([from.target.id, to.target.id]);
        const waited = ports.clock.now() - since;
        const isOld = (0,domain_environment/* isFromBefore */._b)(one, from.environment) || (0,domain_environment/* isFromBefore */._b)(other, to.environment);
        if (isOld && waited < ALLOWANCES.olderAnswer) {
            await ports.clock.sleep((0,domain_time/* seconds */.YA)(5), cancel);
            if (cancel.aborted)
                return undefined;
            continue;
        }
        const { productionCname } = step;
        if (wasLost && (0,domain_environment/* holdsCname */.hK)(other, productionCname) && !(0,domain_environment/* holdsCname */.hK)(one, productionCname))
            return 'moved';
        const busy = [one, other].find((side) => side !== undefined && side.status !== 'Ready');
        const mayWait = settings.onBusy !== 'fail' && waited < settings.busyTimeout;
        if (busy !== undefined && mayWait && busy.status !== 'Terminating' && busy.status !== 'Terminated') {
            say({ type: 'waiting-for-environment', environment: busy.name, status: busy.status, waited });
            // Whoever is busy for longer than a minute is asked less often.
            await ports.clock.sleep(waited < swap_SEARCH ? (0,domain_time/* seconds */.YA)(5) : (0,domain_time/* seconds */.YA)(15), cancel);
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
        });
        if (why !== undefined)
            return notSwappable(why);
        const lacks = step.proof === undefined || other === undefined ? undefined : await whyUnproven(to, step.proof, other);
        if (lacks === undefined)
            return undefined;
        if (!lacks.passes || waited >= settings.healthGrace)
            return notSwappable(lacks.why);
        say({ type: 'verdict', verdict: { verdict: 'waiting', reason: lacks.why } });
        await ports.clock.sleep((0,domain_time/* seconds */.YA)(10), cancel);
        if (cancel.aborted)
            return undefined;
    }
}
/** `presumed`: its answer was lost, and one side is busy, with the swap or with something else. */
async function ask(pair) {
    const { rollout, step, from, to } = pair;
    const { ports, cancel, say } = rollout.request;
    rollout.traffic = { step, state: 'moving', since: ports.clock.now(), before: pair.before };
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
            rollout.traffic = pair.before;
            // Between the look and the call something else has begun: looked at again, and waited for.
            return error.problem.code === 'environment-busy' ? 'nothing-happened' : { problem: error.problem };
        }
        say({ type: 'notice', text: 'The answer to the swap was lost; looking for whether it has happened.' });
    }
    const search = startSearch(ports.clock.now(), swap_SEARCH, swap_EVERY);
    while (!search.isOver(ports.clock.now()) && !cancel.aborted) {
        await ports.clock.sleep(search.pause(ports.clock.now()), cancel);
        const seen = {};
        const { fresh, isWhole } = await swap_sights_look(pair, seen);
        if (isWhole)
            search.seen();
        const opening = fresh.find((event) => opensSwap(event) && !isOfBefore(pair, event));
        if (opening?.requestId !== undefined)
            for (const run of [from, to])
                run.watch.own(opening.requestId);
        const isMoving = [seen.from, seen.to].some((side) => side?.status === 'Updating');
        if (opening !== undefined || isMoved(pair, seen))
            return 'accepted';
        if (isMoving)
            return 'presumed';
    }
    return 'nothing-happened';
}
/** What an earlier swap of this run has said may be readable only now; DateUpdated is the end of the last operation. */
const isOfBefore = ({ from, to }, { date, requestId = '' }) => [from, to].some(({ watch, environment }) => watch.isOwn(requestId) || date < (environment?.dateUpdated ?? date));
const opensSwap = (event) => {
    const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
    return meaning?.kind === 'started' && meaning.operation === 'swap';
};
async function awaitMoved(pair) {
    const { rollout, step, from, to } = pair;
    const { ports, cancel, settings } = rollout.request;
    const { clock } = ports;
    const since = clock.now();
    let seen = {};
    let isLate = false;
    for (;;) {
        // Whatever takes longer than a minute is no swap alone, and is asked for less often.
        const pause = clock.now() - since < swap_SEARCH ? Math.min(swap_EVERY, settings.pollInterval ?? swap_EVERY) : (0,domain_time/* seconds */.YA)(15);
        await clock.sleep(pause, cancel);
        if (cancel.aborted)
            return { step: 'cancelled' };
        await swap_sights_look(pair, seen);
        if (cancel.aborted)
            return { step: 'cancelled' };
        const waited = clock.now() - since;
        const isReady = [seen.from, seen.to].every((side) => side?.status === 'Ready');
        if (isReady && isMoved(pair, seen)) {
            rollout.traffic = { step, state: 'moved', since: clock.now() };
            // Both have a new DateUpdated, with which an update that follows is compared.
            to.environment = seen.to;
            from.environment = seen.from;
            return { step: 'done' };
        }
        // What was seen in the first minute may be of before the swap.
        if (isReady && isLate)
            return notMoved(pair, 'both sides are Ready, and their CNAMEs are as before');
        if (waited >= swap_SEARCH && !isLate) {
            isLate = true;
            seen = {};
        }
        if (waited >= swap_LONGEST)
            return notMoved(pair, 'the swap has not come to an end');
    }
}
function notMoved({ rollout, step, before }, why) {
    const problem = {
        code: 'swap-not-seen',
        blame: 'aws',
        what: `The swap of ${step.productionCname} to ${step.to.name} was asked for, but ${why}.`,
        hint: 'Look at the CNAMEs of both environments before anything else; another run or a person may have swapped them back.',
    };
    if (why.startsWith('both'))
        rollout.traffic = before;
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
;// CONCATENATED MODULE: ./lib/rollout/perform.js
/** Carries out one step of a plan. A new kind of step does not compile until it has its case here. */



















/** For the log: how it has ended; `undefined`: it was stopped, and what is told next is the request to stop. */
function endingOf(end) {
    switch (end.step) {
        case 'done':
        case 'enough':
            return 'done';
        case 'refused':
        case 'failed':
            return 'failed';
        case 'left-running':
            return 'not-awaited';
        case 'not-settled':
            return end.end.end === 'timed-out' ? 'timed-out' : 'failed';
        case 'cancelled':
            return undefined;
    }
}
/** Says so when another side has the traffic afterwards. */
async function perform(rollout, step) {
    const before = (0,rollout_traffic/* sidesNow */.xA)(rollout)?.live.name;
    const end = await performKind(rollout, step);
    const sides = (0,rollout_traffic/* sidesNow */.xA)(rollout);
    if (sides !== undefined && sides.live.name !== before)
        rollout.request.say({ type: 'traffic-moved', sides });
    return end;
}
async function performKind(rollout, step) {
    const { cancel } = rollout.request;
    switch (step.kind) {
        case 'publish-version':
            return performPublish(rollout, step);
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
        // They look again and again, each time at much; a request to stop leaves behind what does not answer.
        case 'swap':
            return (await (0,watch_stop/* unlessStopped */.O)(performSwap(rollout, step), cancel)) ?? { step: 'cancelled' };
        case 'bake':
            return (await (0,watch_stop/* unlessStopped */.O)(performBake(rollout, step), cancel)) ?? { step: 'cancelled' };
        case 'shift':
        case 'observe':
        case 'restore':
        case 'detach':
        case 'preview':
            return performShare(rollout, step);
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
async function performPublish(rollout, step) {
    const { ports, say, cancel } = rollout.request;
    rollout.publishing = publishVersion(step, ports, say, cancel, rollout.deadline);
    await (0,watch_stop/* unlessStopped */.O)(rollout.publishing, cancel);
    if (!cancel.aborted)
        return { step: 'done' };
    const builds = step.source.kind === 'bundle' && step.source.build !== undefined;
    // The service offers no way to stop a build, and refuses to delete the version meanwhile.
    if (builds)
        rollout.leftovers = [...rollout.leftovers, buildGoesOn(step.source.label)];
    return { step: 'cancelled' };
}
const buildGoesOn = (label) => `Elastic Beanstalk may go on building the image of version ${label}; a later run with the same content uses it.`;
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
        baseline: comparedWith(run, ours),
        askedAt: ours.askedAt,
        expectedDuration: step.expectedDuration,
        deadline: run.rollout.deadline,
        shape: shapeOf(run),
    };
    const { alarms, judging } = step;
    const settle = (stop) => watch.settle(stop === undefined ? wait : { ...wait, stop });
    const guarded = (stop) => alarms === undefined
        ? settle(stop)
        : settleUnderAlarms(run, alarms, (own) => settle(stop === undefined ? own : AbortSignal.any([stop, own])));
    const end = await (judging === undefined ? guarded() : settleUnderJudging(run, { ...step, judging }, guarded));
    run.hasEnded = end.known.readySince !== undefined;
    if (end.end === 'cancelled')
        return { step: 'cancelled' };
    if (end.end !== 'judged' || end.verdict.verdict !== 'reached')
        return { step: 'not-settled', run, end, settle: step };
    run.environment = end.known.environment;
    run.settled = ours;
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
    const { stableFor, healthGrace } = run.request.settings;
    const purpose = run.ours?.step.purpose;
    switch (purpose) {
        case 'deploy':
            return { accepted: acceptedIn(run), stableFor, healthGrace };
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
    const ending = (restored, reason) => ({
        restored,
        reason,
        stillRunning: restored === 'yes' ? [] : [...whatRuns(rollout), ...(0,rollout_traffic/* stillMoving */.bW)(rollout)],
    });
    if (steps.length === 0)
        return ending('no', 'There is nothing to put back.');
    if (cancel.aborted)
        return ending('no', 'Nothing was put back, because the run was asked to stop.');
    // The way back must not fail for the time that the way there has used up.
    rollout.deadline = clock.now() + plan.timeout;
    rollout.undo = [];
    say({ type: 'notice', text: 'Putting back what was there before.' });
    for (const [index, step] of steps.entries()) {
        const startedAt = clock.now();
        const place = { index, count: steps.length, step };
        say({ type: 'step-started', ...place });
        const end = await undo_attempt(rollout, step, index === 0);
        const how = endingOf(end);
        if (how !== undefined)
            say({ type: 'step-ended', ...place, end: how, took: clock.now() - startedAt });
        if (end.step === 'refused' && end.problem.code === 'environment-taken')
            return ending('no', end.problem.what);
        if (end.step === 'cancelled') {
            await hearOut(rollout);
            return ending('no', 'The run was asked to stop while it put back what was there before.');
        }
        if (end.step !== 'done')
            return ending('failed', `What was there before could not be put back: ${why(end)}`);
    }
    const others = await whyNotAsBefore(rollout, steps);
    if (others !== undefined)
        return ending('no', others);
    const settled = settledIn(steps);
    const sick = settled.flatMap(({ environment }) => sickAsBefore(runOf(rollout, environment)) ?? []);
    const blind = settled.some(isBlind) ? ['basic health does not tell what each instance runs'] : [];
    return ending('yes', ['What was there before is back, and proven', ...new Set(sick), ...blind].join('; ').concat('.'));
}
/** A version is back by the word of the environment alone. */
const isBlind = ({ expects }) => expects.versionLabel !== undefined && !expects.enhancedHealth && expects.pods === undefined;
const settledIn = (steps) => steps.flatMap((step) => (step.kind === 'settle' ? [step] : []));
/**
 * Settings that are back prove nothing of the version and the instances: others may have been at work meanwhile. That holds
 * for settings only, and for those that go back after the version.
 */
async function whyNotAsBefore(rollout, steps) {
    const settled = settledIn(steps);
    for (const [at, { environment, expects }] of settled.entries()) {
        const isLast = !settled.slice(at + 1).some((later) => later.environment.name === environment.name);
        if (!isLast || expects.versionLabel !== undefined)
            continue;
        const run = runOf(rollout, environment);
        const back = settled.find((one) => one.environment.name === environment.name && one.expects.versionLabel !== undefined);
        const label = back?.expects.versionLabel ?? run.request.snapshot.target.environment.versionLabel;
        const why = otherVersion(run, label) ?? (await otherInstances(run, label));
        const { name } = run.target;
        const what = back === undefined ? `The configuration of ${name} was put back` : `${label} was put back on ${name}`;
        if (why !== undefined)
            return `${what}, but ${why}.`;
    }
    return undefined;
}
function otherVersion({ target, watch, request }, expected) {
    const { id } = request.snapshot.target.environment;
    const label = watch.known?.environment?.versionLabel;
    if (target.id === id && label !== undefined && label !== expected)
        return `it is on ${label} now, which somebody else has deployed; it was on ${expected ?? 'no version'}`;
    const update = watch.known?.events.updateByOthers;
    if (update === undefined)
        return undefined;
    const at = new Date(update.date).toISOString();
    return `somebody else has begun an update of it since (${at}, request ${update.requestId ?? '?'}): what is there now is theirs`;
}
async function otherInstances({ target, request }, expected) {
    const { environment, instances: before } = request.snapshot.target;
    if (target.id !== environment.id || before === undefined || before.instances.length === 0)
        return undefined;
    try {
        const { instances } = await request.ports.beanstalk.instances(target.id);
        if (instances.length === 0)
            return 'it has no instance in service now';
        const strange = instances.filter(({ deployment }) => deployment !== undefined && deployment.versionLabel !== expected);
        return strange.length === 0 ? undefined : `not every instance is as before: ${describeInstances(strange)}`;
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
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






const liveName = (rollout) => (0,rollout_traffic/* sidesNow */.xA)(rollout)?.live.name ?? rollout.request.plan.environment.name;
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
    await (0,rollout_traffic/* lookWhoIsLive */.iI)(run.rollout);
    return {
        ...failedOutcome({
            reason: `${problem.what} ${whoServes(run.rollout, problem)}`,
            problem,
            proof: end.end === 'judged' ? end.proof : 'none',
            restored: (0,rollout_traffic/* movedTo */.rh)(run.rollout) === undefined ? 'not-needed' : 'no',
            stillRunning: afterAbort(run, aborted),
            evidence,
        }),
        state: isTimeUp ? 'timed-out' : 'failed',
    };
}
function neverReached() {
    throw new Error('a reached verdict is no failure');
}
/** Absent when the old side has everything, as before. */
const movingSentence = (rollout) => (0,rollout_traffic/* shareSentence */.bL)(rollout) ?? (0,rollout_traffic/* swapSentence */.Jn)(rollout);
function untouched(rollout) {
    const moving = movingSentence(rollout);
    if (moving !== undefined)
        return moving;
    const moved = (0,rollout_traffic/* movedTo */.rh)(rollout);
    return moved === undefined ? (0,rollout_traffic/* unmovedSentence */.e_)(rollout) : `Traffic stays on ${moved.name}, which was proven.`;
}
/** Where others have moved the traffic, or taken away what had it, what this run had in mind tells nothing. */
const whoServes = (rollout, { code }) => (0,rollout_traffic/* othersServe */.ts)(rollout) ?? (code === 'swap-refused' ? `${liveName(rollout)} serves as before.` : untouched(rollout));
/** A gate or the bake has failed. With traffic on the new side the way back comes first, the evidence after it. */
async function endGate(run, problem) {
    const { rollout } = run;
    const { settings, snapshot, cancel } = rollout.request;
    const hasMoved = rollout.undo.length > 0;
    const back = hasMoved && settings.onFailure !== 'none' ? await undoAll(rollout) : undefined;
    const isEnhanced = snapshot.target.instances !== undefined;
    const evidence = await gatherEvidence(run, isEnhanced);
    if (!hasMoved)
        await (0,rollout_traffic/* lookWhoIsLive */.iI)(rollout);
    // Left in the middle, what it has moved by then is told.
    const left = back?.restored === 'no' && cancel.aborted ? (0,rollout_traffic/* trafficSentence */.Zr)(rollout) : undefined;
    const stays = hasMoved ? pair_endings_stayed(rollout) : whoServes(rollout, problem);
    const fate = back === undefined ? stays : [back.reason, ...(left === undefined ? [] : [left])].join(' ');
    const where = back?.restored === 'yes' ? ` ${liveName(rollout)} has all the traffic again.` : '';
    const shout = back?.restored === 'failed' ? 'THE WAY BACK FAILED. ' : '';
    return failedOutcome({
        reason: `${problem.what} ${shout}${fate}${where}`,
        problem: hasMoved ? { ...problem, hint: hintAfter(rollout, problem, back) } : problem,
        proof: rollout.proven?.proof ?? 'none',
        restored: back?.restored ?? (hasMoved ? 'no' : 'not-needed'),
        stillRunning: back?.stillRunning ?? (0,rollout_traffic/* stillMoving */.bW)(rollout),
        evidence,
    });
}
/** What went bad after the traffic had moved is without traffic only when the way back was gone to its end. */
function hintAfter({ share }, { code, hint }, back) {
    if (back?.restored === 'failed')
        return share === undefined ? LOOK_NOW : LOOK_AT_SHARES;
    if (back?.restored === 'yes' || code !== 'bake-failed')
        return hint;
    return `Users may still reach the version that went bad: run the job with \`operation: ${share === undefined ? 'rollback' : 'abort'}\` to bring them back, or deploy one that is mended.`;
}
/** With `on-failure: none` nothing is put back. */
function pair_endings_stayed(rollout) {
    const isUnseen = rollout.share?.isMoving === true || rollout.traffic?.state === 'moving';
    const shares = movingSentence(rollout);
    if (shares === undefined)
        return `Traffic stays on ${liveName(rollout)}, as asked.`;
    return isUnseen ? shares : `${shares} It stays so, as asked.`;
}
const LOOK_AT_SHARES = 'Look at the weights of the rule or the records and at the health of both environments now; `operation: abort` tries once more to give everything back.';
const LOOK_NOW = 'Look at the CNAMEs and the health of both environments now; a swap in the console moves the traffic at once.';
/** The service or the state of things has refused a step. */
async function endRefusedPair(rollout, problem) {
    // With a share of the requests on the new side nobody watches it any longer: it goes back, unless others set the shares.
    if ((0,rollout_traffic/* shareSentence */.bL)(rollout) !== undefined && rollout.undo.length > 0 && problem.code !== 'route-changed') {
        return endGate(runOf(rollout, rollout.share?.between.canary ?? rollout.request.plan.environment), problem);
    }
    await (0,rollout_traffic/* lookWhoIsLive */.iI)(rollout);
    const proven = rollout.proven === undefined ? '' : `${sentence(rollout.proven.reason)} `;
    return failedOutcome({
        reason: `${proven}${problem.what} ${whoServes(rollout, problem)}`,
        problem,
        proof: rollout.proven?.proof ?? 'none',
        restored: (0,rollout_traffic/* movedTo */.rh)(rollout) === undefined && movingSentence(rollout) === undefined ? 'not-needed' : 'no',
        stillRunning: [...whatRuns(rollout), ...(0,rollout_traffic/* stillMoving */.bW)(rollout)],
    });
}
//# sourceMappingURL=pair-endings.js.map
;// CONCATENATED MODULE: ./lib/rollout/command-endings.js





/** `log`: what the command has written. */
async function endCommand(run, problem, log) {
    const { rollout } = run;
    const outcome = (0,rollout_traffic/* isPair */.tO)(rollout) ? await endGate(run, problem) : await endInPlace(run, problem);
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
        stillRunning: back?.stillRunning ?? [],
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
        return notTried('There is nothing to put back.');
    const obstacle = (await foreignWork(run)) ?? (await missingVersion(run));
    return obstacle === undefined ? undoAll(rollout) : notTried(`Nothing was put back, because ${obstacle}.`);
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
        case 'worse-than-before':
        case 'inconclusive':
        case undefined:
            return undefined;
    }
}
async function carryOut(run, before, steps = run.rollout.undo) {
    const { rollout, request } = run;
    const undone = await undoAll(rollout, steps);
    const said = (text) => (before === '' ? text : `${before} ${text}`);
    const { stillRunning } = undone;
    if (undone.restored === 'yes')
        return { restored: 'yes', reason: said(undone.reason), stillRunning };
    if (request.cancel.aborted) {
        const going = stillRunning.length > 0 ? ' What was begun of it goes on in Elastic Beanstalk.' : '';
        return { restored: 'no', reason: said(`${undone.reason}${going}`), stillRunning };
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
const labelWords = (run) => stoodBefore(run).versionLabel ?? 'what was there';
/**
 * Immutable and traffic splitting deployments throw their new instances away, and options that could not be deployed are
 * reverted by the service: whether that is so is read, not believed. `false` when it is not, or cannot be told.
 */
async function isBackByItself(run, known, code) {
    const back = lastOf(run.ours?.step.undo ?? []);
    const former = stoodBefore(run).versionLabel;
    const { ours } = run;
    if (ours === undefined || back === undefined || former === undefined || code === 'unhealthy')
        return false;
    const changesVersion = ours.step.versionLabel !== undefined;
    // Then the label tells nothing: only a newer deployment on every instance would.
    if (changesVersion && ours.step.versionLabel === former)
        return false;
    // The service knows of nothing older than what this run has found.
    if (run.request.snapshot.target.environment.versionLabel !== former)
        return false;
    if (known.readySince !== undefined && known.environment?.versionLabel !== former)
        return false;
    const { pods } = back.expects;
    if (!back.expects.enhancedHealth && pods === undefined && changesVersion && !replacesInstances(run))
        return false;
    const { ports, say, plan, settings } = run.request;
    say({ type: 'notice', text: 'Looking whether everything is as it was before.' });
    const expects = {
        ...back.expects,
        versionLabel: former,
        ...(changesVersion ? { previousVersionLabel: ours.step.versionLabel } : {}),
        raisesDeploymentId: false,
        everyInstance: true,
        // What is judged is where the environment has come back to: the errors are those of the failed update.
        ...(pods === undefined ? {} : { pods: { ...pods, forgivesErrors: true } }),
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
        const { bundle, image } = version;
        // Pods fetch the image, not the bundle that it was built from.
        if (bundle === undefined || image !== undefined)
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
    const left = purpose === 'deploy' ? restoredOf(run, end, settle, evidence) : 'no';
    if (settings.onFailure === 'rollback' && run.rollout.proven === undefined) {
        const what = purpose === 'deploy' ? problem.what : otherPurpose(run, problem);
        return endRolledBack(run, { what, problem, proof: end.proof, evidence, left, aborted }, end);
    }
    const restored = left;
    const policy = purpose === 'deploy' && run.hasEnded ? await putPolicyBack(run, rest) : '';
    return failedOutcome({
        reason: [
            ...(purpose === 'deploy' ? [problem.what] : [otherPurpose(run, problem)]),
            purpose === 'deploy' ? leftBehind(evidence, restored) : '',
            policy,
        ]
            .filter((part) => part !== '')
            .join(' '),
        problem,
        proof: end.proof,
        restored: run.rollout.proven === undefined ? restored : 'failed',
        stillRunning: afterAbort(run, aborted),
        evidence,
    });
}
const restoredOf = (run, { known }, { expects }, evidence) => restoredBy(labelStood(run), known, evidence, expects.pods !== undefined);
/** The evidence is of the failure; only when the way back failed too, what the instances run is read anew. */
async function endRolledBack(run, failure, end) {
    const { ours } = run;
    const code = end.verdict.verdict === 'failed' ? end.verdict.code : undefined;
    const back = await wayBack(run, end.known, code);
    const restored = back.restored === 'no' && failure.left === 'not-needed' ? 'not-needed' : back.restored;
    const mixed = back.restored === 'yes' ? '' : fleetWords(failure.evidence);
    return failedOutcome({
        reason: [failure.what, mixed, back.reason].filter((part) => part !== '').join(' '),
        problem: back.problem === undefined ? failure.problem : { ...failure.problem, hint: back.problem.hint },
        proof: failure.proof,
        restored,
        stillRunning: run.ours === ours ? afterAbort(run, failure.aborted) : back.stillRunning,
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
        if (end.step === 'cancelled') {
            await hearOut(run.rollout);
            return 'The run was asked to stop while it put the deployment policy back.';
        }
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
    const { ours } = run;
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
            hint: run.hasEnded || aborted !== undefined
                ? 'Look at the environment, or give it more time with timeout.'
                : 'Look at the environment; give it more time with timeout, or let on-timeout: abort stop it.',
        },
        proof: run.rollout.proven?.proof ?? 'none',
        restored: run.rollout.proven === undefined ? (back?.restored ?? 'no') : 'failed',
        // A way back that has begun no update of its own leaves the one that failed.
        stillRunning: back === undefined || run.ours === ours ? afterAbort(run, aborted) : back.stillRunning,
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
// EXTERNAL MODULE: ./lib/domain/snapshot.js
var domain_snapshot = __webpack_require__(66178);
// EXTERNAL MODULE: ./lib/domain/unfinished.js
var unfinished = __webpack_require__(40839);
;// CONCATENATED MODULE: ./lib/rollout/lent.js
/** Settings that a rollout has for its own time only, when it ends before it has put them back. */


/** A sentence for each environment that still has some of them. */
const lentWords = (rollout) => [...rollout.runs.values()].flatMap((run) => (isLeaving(run) ? [] : lentOf(run)));
function lentOf({ target, asked, settled, request }) {
    const { plan, snapshot } = request;
    const before = (0,domain_snapshot/* sidesIn */.O)(snapshot.target).find(({ environment }) => environment.name === target.name);
    const owed = (0,unfinished/* owedBy */.He)(plan, target.name, before);
    // One that was found later to be ours has the step of one that was presumed.
    const proven = asked.slice(0, 1 + asked.findLastIndex(({ step }) => step === settled?.step));
    const after = (one, updates) => (0,unfinished/* leftSet */.iS)([one], updates.map(({ step }) => step), target.name);
    // What may have put one of them back was not proven, or what may have set it, or set it anew.
    const left = owed.flatMap((one) => {
        const found = [proven, asked].map((updates) => after(one, updates)[0]?.value);
        const values = [...new Set(found)].filter((value) => value !== undefined);
        return values.length === 0 ? [] : [{ ...one, values, isSure: !found.includes(undefined) }];
    });
    if (left.length === 0)
        return [];
    const what = left.map(({ name, values, before: former }) => `${name}=${values.join(' or ')} instead of ${former ?? 'its default'}`);
    const how = left.every(({ isSure }) => isSure) ? 'still has' : 'may still have';
    return [`${target.name} ${how} what was set for this rollout only: ${what.join(', ')}.`];
}
/** What is terminated keeps nothing. */
const isLeaving = ({ target, watch, rollout }) => rollout.leaving?.name === target.name || (watch.known?.environment?.status.startsWith('Terminat') ?? false);
//# sourceMappingURL=lent.js.map
// EXTERNAL MODULE: ./lib/rollout/prune.js + 1 modules
var prune = __webpack_require__(48912);
// EXTERNAL MODULE: ./lib/rollout/record.js
var record = __webpack_require__(87920);
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
/** A canary that has ended well is none any more; one that was given back has said so itself. */
async function closeNote(rollout, { state }) {
    const { request, share } = rollout;
    const { environment, pair } = request.snapshot.target;
    // Its canary had all requests already when this run looked, and nothing of it was left to do.
    const left = pair?.route?.record?.canary.id === environment.id ? pair.route.record : undefined;
    const between = (0,rollout_traffic/* hasAll */.Ug)(rollout) ? share?.between : share === undefined ? left : undefined;
    if ((state === 'succeeded' || state === 'unchanged') && between !== undefined)
        await endNote(rollout, between, 100);
}
async function rollOutOpen(request) {
    const { plan } = request;
    if (plan.unchanged !== undefined) {
        const proof = plan.unchangedProof ?? 'none';
        const reason = sentence(plan.unchanged);
        const outcome = { state: 'unchanged', reason, proof, restored: 'not-needed', stillRunning: [] };
        await closeNote(beginRollout(request), outcome);
        return {
            outcome,
            keepHouse: () => Promise.resolve(),
            takeBack: () => Promise.resolve({ restored: 'no', reason: 'There is nothing to put back.', stillRunning: [] }),
        };
    }
    const rollout = beginRollout(request);
    const ended = await roll_out_attempt(rollout);
    await closeNote(rollout, ended);
    await withdrawCanary(rollout);
    const sides = (0,rollout_traffic/* sidesAtEnd */.xH)(rollout);
    return {
        outcome: { ...withLent(rollout, ended), ...createdBy(rollout), ...(sides === undefined ? {} : { sides }) },
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
            return await refusedOutcome(rollout, problem);
        return await roll_out_carryOut(rollout);
    }
    catch (error) {
        // A request to stop may break off whatever was being waited for.
        if (request.cancel.aborted)
            return await endCancelled(rollout);
        if (error instanceof domain_problem/* ActionError */.l && (0,rollout_traffic/* isPair */.tO)(rollout))
            return await endRefusedPair(rollout, error.problem);
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
    // First goes back what an earlier canary has left.
    const announced = plan.steps.findIndex(({ kind }) => kind !== 'restore');
    for (const [index, step] of plan.steps.entries()) {
        if (index === announced)
            await announceCanary(rollout);
        if (cancel.aborted)
            return endCancelled(rollout);
        const startedAt = ports.clock.now();
        say({ type: 'step-started', index, count, step });
        registerUndo(rollout, step);
        const end = await perform(rollout, step);
        const how = endingOf(end);
        if (how !== undefined)
            say({ type: 'step-ended', index, count, step, end: how, took: ports.clock.now() - startedAt });
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
                if ((0,rollout_traffic/* isPair */.tO)(rollout))
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
    const refused = await refusedOutcome(rollout, problem);
    const own = 'undo' in step ? (step.undo?.length ?? 0) : 0;
    const rest = rollout.undo.slice(own);
    const { settings } = rollout.request;
    if ((0,rollout_traffic/* isPair */.tO)(rollout) || settings.onFailure !== 'rollback' || !rollout.hasChanged || rest.length === 0)
        return refused;
    // An update that may have begun, unseen, cannot be overtaken by another one.
    if (rollout.proven !== undefined || refused.stillRunning.length > 0)
        return refused;
    const undone = await undoAll(rollout, rest);
    const { restored, stillRunning } = undone;
    return { ...refused, reason: `${refused.reason} ${undone.reason}`, restored, stillRunning };
}
function succeeded(rollout, note) {
    const { proven, traffic } = rollout;
    const live = (0,rollout_traffic/* sidesNow */.xA)(rollout)?.live.name;
    const moved = traffic?.state === 'moved' ? `; ${live} has the traffic of ${traffic.step.productionCname}` : '';
    const shared = (0,rollout_traffic/* hasAll */.Ug)(rollout) || rollout.share?.weight === 0 ? `; ${live ?? ''} has all requests` : '';
    const more = note === undefined ? '' : ` ${sentence(note)}`;
    return {
        state: 'succeeded',
        reason: `${sentence(`${proven?.reason ?? 'every step of the plan was carried out'}${moved}${shared}`)}${more}`,
        proof: proven?.proof ?? 'none',
        restored: 'not-needed',
        stillRunning: [],
    };
}
/** The service, or the environment's state, refused a step. */
async function refusedOutcome(rollout, problem) {
    const { proven, hasChanged } = rollout;
    if ((0,rollout_traffic/* isPair */.tO)(rollout))
        return endRefusedPair(rollout, problem);
    const before = proven === undefined ? '' : `The deployment itself is proven: ${proven.reason}. `;
    return {
        state: 'failed',
        reason: `${before}${problem.what}`,
        problem,
        proof: proven?.proof ?? 'none',
        restored: hasChanged ? 'no' : 'not-needed',
        stillRunning: whatRuns(rollout),
    };
}
/** Whatever kept the rollout from its end, it has not put back what it would have put back there. */
const withLent = (rollout, outcome) => outcome.state === 'succeeded' || outcome.state === 'unchanged'
    ? outcome
    : { ...outcome, reason: [outcome.reason, ...lentWords(rollout)].join(' ') };
function withWhatRuns(rollout, outcome) {
    return { ...outcome, restored: mayHaveChanged(rollout) ? 'no' : 'not-needed', stillRunning: whatRuns(rollout) };
}
//# sourceMappingURL=roll-out.js.map

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

//# sourceMappingURL=3740.index.js.map