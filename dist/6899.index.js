export const id = 6899;
export const ids = [6899];
export const modules = {

/***/ 49851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ tooLate),
/* harmony export */   YU: () => (/* binding */ wishReplaced),
/* harmony export */   bN: () => (/* binding */ noShareYet),
/* harmony export */   jm: () => (/* binding */ needsRoute),
/* harmony export */   ur: () => (/* binding */ noCanary)
/* harmony export */ });
const needsRoute = (operation) => ({
    code: 'contradicting-inputs',
    blame: 'you',
    what: `\`operation: ${operation}\` needs a canary.`,
    hint: 'Add `strategy: canary` and what divides the requests, as in the job that you mean.',
    input: 'strategy',
});
const noCanary = (operation, environment) => ({
    code: 'no-canary',
    blame: 'you',
    what: `No run carries out a canary of ${environment} now, so there is nothing to ${operation}.`,
    hint: 'Look at the run that you meant. When it died, `operation: promote` goes on from the shares that are there, and `operation: abort` gives everything back.',
    input: 'operation',
});
/** `live`: who has the requests now. */
const tooLate = ({ canary, versionLabel }, live) => ({
    code: 'no-canary',
    blame: 'you',
    what: `The canary of ${versionLabel} on ${canary.name}, whose step was to be passed, has ended meanwhile: ${live} has the requests. Nothing was moved.`,
    hint: 'Look at how it has ended. If it was given back and is wanted all the same, `operation: promote` begins with its first step.',
    input: 'operation',
});
/** Only the last wish counts, and one to end the canary before all others. */
const wishReplaced = (wished, { operation, by }) => ({
    code: 'wish-replaced',
    blame: 'you',
    what: `\`operation: ${operation}\` was asked for by ${by}, and takes the place of this ${wished}.`,
    hint: 'Look at the run that carries the canary out. If it is still wanted, ask again.',
    input: 'operation',
});
const noShareYet = ({ canary, versionLabel }) => ({
    code: 'no-canary',
    blame: 'you',
    what: `${canary.name} has no share of the requests yet: ${versionLabel} is only being brought there, so no step can be passed.`,
    hint: 'Ask again when it has one. `operation: abort` keeps it from getting one.',
    input: 'operation',
});
//# sourceMappingURL=canary-problems.js.map

/***/ }),

/***/ 41206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ readCanary),
/* harmony export */   BQ: () => (/* binding */ CANARY_WISHES),
/* harmony export */   c6: () => (/* binding */ canaryText),
/* harmony export */   sL: () => (/* binding */ canaryKey)
/* harmony export */ });
/* unused harmony export stepsWords */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77708);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73071);
/** A canary: its steps, and what is written down of one in flight so that other runs can see and steer it. Pure. */


const stepsWords = (steps) => steps.map(({ weight, hold }) => `${weight}%:${formatDuration(hold)}`).join(', ');
const CANARY_WISHES = ['promote', 'pause', 'resume', 'abort'];
/** One for each pair, whichever of the two is named first. */
const canaryKey = (one, other) => `beanstalk-rollout/canaries/${[one, other].sort().join('_')}.json`;
const SCHEMA = 1;
const canaryText = (record) => `${JSON.stringify({ schema: SCHEMA, ...record }, null, 1)}\n`;
/** Reads what `canaryText` has written; `undefined` for anything else. */
function readCanary(text) {
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedJson */ .U4)(text);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found) || found.schema !== SCHEMA)
        return undefined;
    const { nonce, versionLabel, state, step, steps, weight, since, run, answered } = found;
    const [stable, canary, route] = [refOf(found.stable), refOf(found.canary), routeOf(found.route)];
    if (stable === undefined || canary === undefined || route === undefined)
        return undefined;
    if (typeof nonce !== 'string' || typeof versionLabel !== 'string')
        return undefined;
    if (state !== 'running' && state !== 'paused' && state !== 'ended')
        return undefined;
    if (!isNumber(step) || !isNumber(steps) || !isNumber(weight) || !isNumber(since))
        return undefined;
    const wish = wishOf(found.wish);
    return {
        ...{ nonce, stable, canary, route, versionLabel, state, step, steps, weight, since },
        ...(typeof run === 'string' ? { run } : {}),
        ...(wish === undefined ? {} : { wish }),
        ...(typeof answered === 'string' ? { answered } : {}),
    };
}
function wishOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) || typeof value.nonce !== 'string' || typeof value.by !== 'string')
        return undefined;
    const operation = CANARY_WISHES.find((one) => one === value.operation);
    return operation === undefined ? undefined : { operation, nonce: value.nonce, by: value.by };
}
function refOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) || typeof value.id !== 'string' || typeof value.name !== 'string')
        return undefined;
    return { id: value.id, name: value.name };
}
function routeOf(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value))
        return undefined;
    const { kind, ruleArn, processPort, stickyFor, zoneId, recordName } = value;
    if (kind === 'alb' && typeof ruleArn === 'string') {
        return {
            kind,
            ruleArn,
            ...(isNumber(processPort) ? { processPort } : {}),
            ...(isNumber(stickyFor) ? { stickyFor } : {}),
        };
    }
    return kind === 'route53' && typeof zoneId === 'string' && typeof recordName === 'string'
        ? { kind, zoneId, recordName }
        : undefined;
}
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
//# sourceMappingURL=canary.js.map

/***/ }),

/***/ 55306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aF: () => (/* binding */ findSides),
  de: () => (/* binding */ firstLabel),
  _$: () => (/* binding */ idlePrefixOf),
  sO: () => (/* binding */ namedPair),
  o5: () => (/* binding */ partnerOf),
  sm: () => (/* binding */ whyNoRetiring),
  $z: () => (/* binding */ whyNoSwap)
});

;// CONCATENATED MODULE: ./lib/domain/sides-problems.js
const LONGEST_NAME = 40;
const unclear = (why, input) => ({
    code: 'sides-unclear',
    blame: 'you',
    what: `It is not clear which environment is live: ${why}.`,
    hint: 'Set `production-cname` to the host name that users ask for, and look at both environments in the console.',
    ...(input === undefined ? {} : { input }),
});
const sameName = (name) => ({
    code: 'sides-unclear',
    blame: 'you',
    what: `\`environment-name\` and \`idle-environment-name\` are both ${name}.`,
    hint: 'They are the two environments that take turns: give each its own name.',
    input: 'idle-environment-name',
});
/** Nobody has published whether a swap between the two kinds works; HTTPS with one certificate for each name speaks against it. */
const ofTwoTiers = (first, second) => ({
    code: 'sides-of-two-tiers',
    blame: 'you',
    what: `${first.name} is a ${first.tier} and ${second.name} a ${second.tier} environment, and traffic is swapped only between environments of one kind.`,
    hint: 'Set `idle-environment-name` to an environment of the same kind, or to a free name.',
    input: 'idle-environment-name',
});
const longName = (name) => ({
    code: 'sides-unclear',
    blame: 'you',
    what: `The other side would be called ${name}, which is longer than ${LONGEST_NAME} characters.`,
    hint: 'Set `idle-environment-name`.',
    input: 'idle-environment-name',
});
const bothMissing = (name, other) => ({
    code: 'environment-missing',
    blame: 'you',
    what: `Neither ${name} nor ${other} can be seen.`,
    hint: 'Create the first environment before the first blue-green deployment; when it exists, check `aws-region`, `application-name` and the permission elasticbeanstalk:DescribeEnvironments (without it Elastic Beanstalk answers an empty list).',
    input: 'environment-name',
});
//# sourceMappingURL=sides-problems.js.map
;// CONCATENATED MODULE: ./lib/domain/sides.js

/** AWS API reference, CreateEnvironment: CNAMEPrefix. */
const LONGEST_PREFIX = 63;
/** `shop-blue` and `shop-green` belong together; so do `shop` and `shop-idle`. */
function partnerOf(name) {
    if (name.endsWith('-blue'))
        return `${name.slice(0, -'blue'.length)}green`;
    if (name.endsWith('-green'))
        return `${name.slice(0, -'green'.length)}blue`;
    return name.endsWith('-idle') ? name.slice(0, -'-idle'.length) : `${name}-idle`;
}
const firstLabel = (cname) => (cname.split('.')[0] ?? '').toLowerCase();
const sameHost = (left, right) => left.toLowerCase() === right.toLowerCase();
/** A host name in full, or only its first part. */
const holds = ({ cname }, wished) => cname !== undefined && (wished.includes('.') ? sameHost(cname, wished) : firstLabel(cname) === wished.toLowerCase());
/** The CNAME that an idle side is created with, so that the pair can be told apart later by its CNAMEs alone. */
const IDLE = /-idle(-[a-z0-9]{1,8})?$/;
const idlePrefixOf = (productionCname) => `${firstLabel(productionCname).slice(0, LONGEST_PREFIX - '-idle-00000000'.length)}-idle`;
/** `idle` is the production prefix with `-idle`, and perhaps a suffix from when that was taken. */
function isIdleOf(idle, production) {
    const rest = firstLabel(idle).replace(idlePrefixOf(production), '');
    return !IDLE.test(firstLabel(production)) && /^(-[a-z0-9]{1,8})?$/.test(rest);
}
function namedPair(question) {
    const { environmentName, environments, wish } = question;
    const refuse = (problem) => ({ kind: 'refused', problem });
    const otherName = wish.idleName ?? partnerOf(environmentName);
    if (otherName === environmentName)
        return refuse(sameName(environmentName));
    if (otherName.length > LONGEST_NAME)
        return refuse(longName(otherName));
    const pair = [environmentName, otherName].flatMap((name) => environments.find((one) => one.name === name) ?? []);
    const problem = pair.map((one) => unusable(one, question)).find((one) => one !== undefined);
    if (problem !== undefined)
        return refuse(problem);
    const [first, second] = pair;
    if (first === undefined)
        return refuse(bothMissing(environmentName, otherName));
    if (second !== undefined && first.tier !== second.tier)
        return refuse(ofTwoTiers(first, second));
    return { kind: 'pair', first, second, otherName };
}
function findSides(question) {
    const { environmentName, environments, wish } = question;
    const named = namedPair(question);
    if (named.kind === 'refused')
        return named;
    const { first, second, otherName } = named;
    const pair = second === undefined ? [first] : [first, second];
    if (second !== undefined && first.cname !== undefined && second.cname !== undefined) {
        if (sameHost(first.cname, second.cname)) {
            return refused(unclear(`${first.name} and ${second.name} both show the CNAME ${first.cname}`));
        }
    }
    const live = wish.productionCname === undefined ? byConvention(pair) : byWish(pair, wish.productionCname, environments);
    if (!('id' in live))
        return refused(live);
    if (live.cname === undefined)
        return refused(unclear(`${live.name} shows no CNAME`));
    const idle = pair.find((one) => one !== live);
    return {
        kind: 'sides',
        sides: {
            productionCname: live.cname,
            live,
            ...(idle === undefined ? {} : { idle }),
            idleName: live.name === environmentName ? otherName : environmentName,
            idlePrefix: idlePrefixOf(live.cname),
        },
    };
}
function byWish(pair, wished, environments) {
    const holders = pair.filter((one) => holds(one, wished));
    const [live] = holders;
    const names = pair.map(({ name }) => name).join(' and ');
    if (holders.length > 1)
        return unclear(`${names} both hold a CNAME that begins with ${wished}`, 'production-cname');
    if (live !== undefined)
        return live;
    const third = environments.find((one) => holds(one, wished));
    const has = pair.map(({ name, cname }) => `${name} holds ${cname ?? 'none'}`).join(', ');
    return unclear(third === undefined
        ? `no environment holds the production CNAME ${wished} (${has})`
        : `${third.name} holds the production CNAME ${wished}, and it is none of the two (${has})`, 'production-cname');
}
/** Without `production-cname`: the CNAME of an idle side is that of production with `-idle`. */
function byConvention(pair) {
    const [first, second] = pair;
    if (first === undefined)
        return unclear('there is no environment');
    if (second === undefined) {
        if (first.cname !== undefined && IDLE.test(firstLabel(first.cname))) {
            return unclear(`only ${first.name} is there, and its CNAME ${first.cname} is that of an idle side`, 'production-cname');
        }
        return first;
    }
    const candidates = pair.filter((one) => {
        const other = one === first ? second : first;
        if (one.cname === undefined)
            return false;
        // An environment that is being created may not show a CNAME yet.
        if (other.cname === undefined)
            return other.status === 'Launching' && !IDLE.test(firstLabel(one.cname));
        return isIdleOf(other.cname, one.cname);
    });
    const [live] = candidates;
    if (candidates.length === 1 && live !== undefined)
        return live;
    return unclear(`the CNAMEs ${first.cname ?? 'none'} of ${first.name} and ${second.cname ?? 'none'} of ${second.name} do not tell which one is production`, 'production-cname');
}
function unusable(environment, { application, wish }) {
    const { name } = environment;
    if (environment.application !== application) {
        return {
            code: 'side-of-other-application',
            blame: 'you',
            what: `${name} belongs to the application ${environment.application}, not to ${application}.`,
            hint: 'Names of environments are unique in a region; set `idle-environment-name` to a free one.',
            input: 'idle-environment-name',
        };
    }
    const canSwap = environment.tier === 'WebServer' || (environment.tier === 'Cluster' && wish.route === undefined);
    if (!canSwap) {
        return {
            code: 'strategy-needs-web-tier',
            blame: 'you',
            what: wish.route === undefined
                ? `\`blue-green\` is not possible with ${name}: a ${environment.tier} environment has no CNAME that could be swapped.`
                : `\`canary\` is not possible with ${name}: a ${environment.tier} environment has no requests that could be shared out.`,
            hint: 'Use `rolling`, `rolling-with-additional-batch` or `immutable`.',
            input: 'strategy',
        };
    }
    if (environment.status === 'Terminating' || environment.status === 'Terminated') {
        return {
            code: 'side-terminating',
            blame: 'you',
            what: `${name} is ${environment.status}.`,
            hint: 'Run the job again when it is gone: a new idle side is created then.',
        };
    }
    return undefined;
}
const refused = (problem) => ({ kind: 'refused', problem });
/**
 * Why traffic must not be moved now, in a sentence; `undefined` when both sides are as they must be. The last look before
 * a swap: what was so a minute ago is no reason to believe that it still is.
 */
function whyNoSwap(from, to, expected) {
    for (const [side, id] of [
        [from, expected.from],
        [to, expected.to],
    ]) {
        if (side === undefined)
            return 'one of the two environments is no longer shown by DescribeEnvironments';
        if (side.id !== id)
            return `${side.name} was replaced: its id is ${side.id} now`;
        if (side.application !== expected.application)
            return `${side.name} belongs to ${side.application}`;
        if (side.tier === 'Worker')
            return `${side.name} is a ${side.tier} environment`;
        if (side.status !== 'Ready')
            return `${side.name} is ${side.status}`;
        if (side.cname === undefined)
            return `${side.name} shows no CNAME`;
    }
    if (from === undefined || to === undefined || from.id === to.id)
        return 'the two sides are one environment';
    if (from.tier !== to.tier)
        return `${from.name} is a ${from.tier} environment and ${to.name} a ${to.tier} one`;
    if (!sameHost(from.cname ?? '', expected.productionCname)) {
        return `${from.name} no longer holds ${expected.productionCname} (${to.name} holds ${to.cname ?? 'none'})`;
    }
    if (sameHost(to.cname ?? '', expected.productionCname))
        return `${to.name} holds ${expected.productionCname} too`;
    if (expected.versionLabel !== undefined && to.versionLabel !== expected.versionLabel) {
        return `${to.name} is on ${to.versionLabel ?? 'no version'}, not on ${expected.versionLabel}`;
    }
    return undefined;
}
/**
 * Why the old side must not be retired, in a sentence; `undefined` when it may. It is never the holder of the production
 * CNAME, and never an environment that cannot be proven to be the one that was meant.
 */
function whyNoRetiring(old, live, expected) {
    if (old === undefined || old.id !== expected.old.id)
        return `${expected.old.name} is no longer shown as what it was`;
    if (old.name !== expected.old.name || old.application !== expected.application) {
        return `${old.id} is ${old.name} of ${old.application} now`;
    }
    if (old.status !== 'Ready')
        return `${old.name} is ${old.status}`;
    if (old.cname === undefined)
        return `${old.name} shows no CNAME, so nobody can tell that it has no traffic`;
    if (sameHost(old.cname, expected.productionCname))
        return `${old.name} holds the production CNAME`;
    if (live === undefined || live.id !== expected.live || live.id === old.id)
        return 'the live side is not shown';
    if (live.cname === undefined || !sameHost(live.cname, expected.productionCname)) {
        return `${live.name} does not hold the production CNAME`;
    }
    if (live.status !== 'Ready')
        return `the live side ${live.name} is ${live.status}`;
    if (live.health === 'Red')
        return `the live side ${live.name} is Red`;
    return undefined;
}
//# sourceMappingURL=sides.js.map

/***/ }),

/***/ 45967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HS: () => (/* binding */ laggingLabels),
/* harmony export */   cc: () => (/* binding */ standsStill),
/* harmony export */   xA: () => (/* binding */ busyEnvironment)
/* harmony export */ });
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39505);
/** Whose state a plan is made from, and whether it stands still. Pure. */

/** Whether its plan says what comes after which version. Otherwise it takes an environment as it is, and its steps wait where they have to. */
const PLANS_FROM_VERSIONS = {
    deploy: true,
    rollback: true,
    prepare: true,
    promote: true,
    abort: false,
    pause: false,
    resume: false,
    terminate: false,
};
/**
 * Ready a moment ago, and every instance names another version than the environment does: its label comes later (AWS's own
 * deploy action allows 30 s for it). A plan made from the old one would take the new one for somebody else's, or would lead
 * back to what was there before it. Of two sides either may. Who gives up, or takes an environment away, does not wait for it.
 */
function laggingLabels({ operation }, { target }) {
    if (!PLANS_FROM_VERSIONS[operation])
        return [];
    return [target, target.pair?.idle].flatMap((side) => (side === undefined ? [] : lagging(side)));
}
function lagging({ environment, instances }) {
    const labels = new Set((instances?.instances ?? []).map(({ deployment }) => deployment?.versionLabel));
    const [label] = labels;
    const differs = labels.size === 1 && label !== undefined && label !== environment.versionLabel;
    const lags = environment.status === 'Ready' && differs && wasJustUpdated(environment, instances?.refreshedAt);
    return lags ? [{ environment, label }] : [];
}
/** On the service's clock. Later the two differ for good: a deployment has failed and left them so. */
function wasJustUpdated({ dateUpdated }, seenAt) {
    return dateUpdated === undefined || seenAt === undefined || seenAt - dateUpdated < _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL_LAG */ .it;
}
/** The environment to wait for before planning; `undefined` when the plan can be made from what was seen. */
function busyEnvironment({ operation, versionLabel }, { target, creation }) {
    // Nothing is planned from the state of an environment that is absent.
    if (creation !== undefined || !PLANS_FROM_VERSIONS[operation])
        return undefined;
    // Promoted already: what the other side is busy with does not matter any more.
    if (operation === 'promote' && (0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .shows */ .L7)(target.environment, versionLabel))
        return undefined;
    // Of two sides the idle one is changed, or given the traffic; the swap itself waits for the live one.
    const changed = target.pair === undefined ? target : target.pair.idle;
    return changed === undefined || changed.environment.status === 'Ready' ? undefined : changed.environment;
}
/** Whether a plan can be made from what was seen. */
const standsStill = (settings, snapshot) => busyEnvironment(settings, snapshot) === undefined && laggingLabels(settings, snapshot).length === 0;
//# sourceMappingURL=settled-state.js.map

/***/ }),

/***/ 88967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ refuseSteering),
/* harmony export */   pW: () => (/* binding */ refuseTooLate),
/* harmony export */   vL: () => (/* binding */ planSteering)
/* harmony export */ });
/* harmony import */ var _domain_canary_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49851);
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39505);


/** Reached only when no run has taken the wish up. */
function refuseSteering({ settings }) {
    const { environmentName, operation, strategy } = settings;
    return [strategy.pair?.route === undefined ? (0,_domain_canary_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .needsRoute */ .jm)(operation) : (0,_domain_canary_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .noCanary */ .ur)(operation, environmentName)];
}
const planSteering = (request) => ({
    kind: 'refused',
    problems: refuseSteering(request),
});
/**
 * A canary that was to be passed on (`meant`) and that nobody answered for: when it is still in flight its run has died, and
 * it goes on from the shares that are there. When it has ended meanwhile, given back by somebody or by its own verdict, a
 * canary of the same version would begin anew, which nobody has asked for.
 */
function refuseTooLate(meant, { settings, snapshot }) {
    const { environment, pair } = snapshot.target;
    if (settings.operation !== 'promote' || pair?.route === undefined)
        return [];
    const { record, share } = pair.route;
    const isInFlight = share > 0 && (record === undefined || record.nonce === meant.nonce);
    return isInFlight || (0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .shows */ .L7)(environment, settings.versionLabel) ? [] : [(0,_domain_canary_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .tooLate */ .Bg)(meant, environment.name)];
}
//# sourceMappingURL=steer.js.map

/***/ }),

/***/ 66899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./lib/domain/environment.js
var domain_environment = __webpack_require__(39505);
// EXTERNAL MODULE: ./lib/domain/fleet.js
var fleet = __webpack_require__(85360);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
;// CONCATENATED MODULE: ./lib/observe-missing.js

/** Changes nothing. Throws `ActionError` when the service cannot be asked. */
async function observeMissing(request, beanstalk) {
    const { application, environmentName, creation } = request;
    const denied = await denialOf(request, beanstalk);
    if (denied === undefined)
        return { kind: 'refused', problem: observe_missing_hidden(request) };
    const [exists, all, shown] = await Promise.all([
        beanstalk.applicationExists(application),
        beanstalk.environments(),
        // Asked twice: what was created a moment ago may not have been shown to the first look.
        beanstalk.environmentNamed(application, environmentName),
    ]);
    if (shown !== undefined)
        return { kind: 'refused', problem: appeared(environmentName) };
    const elsewhere = all.find((one) => one.name === environmentName);
    if (elsewhere !== undefined)
        return { kind: 'refused', problem: ofOther(environmentName, elsewhere.application) };
    if (exists !== (denied === 'environment'))
        return { kind: 'refused', problem: contradictory(request, exists) };
    if (!exists && !creation.application)
        return { kind: 'no-application' };
    const { cnamePrefix, source } = creation;
    const [model, cnameFree] = await Promise.all([
        creation.tier === 'Cluster'
            ? clusterModel(all, beanstalk)
            : source === undefined
                ? undefined
                : modelOf(source, application, exists, beanstalk),
        cnamePrefix === undefined ? undefined : beanstalk.dnsAvailable(cnamePrefix),
    ]);
    return {
        kind: 'absent',
        facts: {
            applicationExists: exists,
            ...(model === undefined ? {} : { model }),
            ...(cnameFree === undefined ? {} : { cnameFree }),
        },
    };
}
/** What the service says does not exist; `undefined` when it says no such thing. */
async function denialOf({ application, environmentName }, beanstalk) {
    try {
        await beanstalk.settings(application, environmentName);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        switch (error.problem.code) {
            case 'environment-missing':
                return (await applicationIsDenied(application, beanstalk)) ? 'application' : 'environment';
            case 'application-missing':
                return 'application';
            case 'permission-denied':
                return undefined;
        }
        throw error;
    }
}
/** The environment may be denied for want of its application; a template that cannot exist tells the two apart. */
async function applicationIsDenied(application, beanstalk) {
    if (await beanstalk.applicationExists(application))
        return false;
    try {
        await beanstalk.templateSettings(application, 'beanstalk-rollout-none');
        return false;
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return error.problem.code === 'application-missing';
    }
}
/** More than a few say the same. */
const MOST_NEIGHBOURS = 10;
/** What other Cluster environments are made of; one that cannot be read says nothing, and the service has the last word. */
async function clusterModel(all, beanstalk) {
    const others = all.filter(({ tier, status }) => tier === 'Cluster' && !status.startsWith('Terminat'));
    const neighbours = await Promise.all(others.slice(0, MOST_NEIGHBOURS).map(async ({ application, name }) => {
        try {
            const described = await beanstalk.settings(application, name);
            const deployed = described.find((one) => one.deploymentStatus === 'deployed') ?? described[0];
            return deployed === undefined ? [] : [{ name, options: deployed.options }];
        }
        catch (error) {
            if (!(error instanceof problem/* ActionError */.l) || error.problem.code.startsWith('credentials'))
                throw error;
            return [];
        }
    }));
    return { kind: 'cluster', neighbours: neighbours.flat() };
}
async function modelOf(source, application, applicationExists, beanstalk) {
    switch (source.kind) {
        case 'stack':
        case 'platform':
            return source;
        case 'branch': {
            const branch = await beanstalk.platformBranch(source.name);
            return { ...source, ...(branch === undefined ? {} : { branch }) };
        }
        case 'template': {
            const options = applicationExists
                ? await unlessMissing(beanstalk.templateSettings(application, source.name))
                : undefined;
            return { ...source, ...(options === undefined ? {} : { options }) };
        }
        case 'environment': {
            const environment = await beanstalk.environmentNamed(application, source.name);
            if (environment === undefined)
                return source;
            const described = await beanstalk.settings(application, source.name);
            const deployed = described.find((one) => one.deploymentStatus === 'deployed') ?? described[0];
            return deployed === undefined ? source : { ...source, found: { environment, options: deployed.options } };
        }
    }
}
async function unlessMissing(reading) {
    try {
        return await reading;
    }
    catch (error) {
        const code = error instanceof problem/* ActionError */.l ? error.problem.code : '';
        if (code === 'template-missing' || code === 'application-missing')
            return undefined;
        throw error;
    }
}
const observe_missing_hidden = ({ application, environmentName }) => ({
    code: 'absence-not-proven',
    blame: 'you',
    what: `DescribeEnvironments does not show ${environmentName}, but DescribeConfigurationSettings does not deny that ${application} has it: nothing is created on a guess.`,
    hint: 'Allow elasticbeanstalk:DescribeEnvironments and elasticbeanstalk:DescribeConfigurationSettings; without a permission Elastic Beanstalk answers an empty list.',
    input: 'create-environment-if-not-exists',
});
const contradictory = ({ application, environmentName }, exists) => ({
    code: 'absence-not-proven',
    blame: 'you',
    what: exists
        ? `DescribeApplications shows ${application}, but DescribeConfigurationSettings denies it.`
        : `DescribeApplications does not show ${application}, but DescribeConfigurationSettings only denies ${environmentName}: the application may be there without being visible.`,
    hint: 'Allow elasticbeanstalk:DescribeApplications, and check `aws-region` and the account; nothing is created on a guess.',
    input: 'create-environment-if-not-exists',
});
const appeared = (name) => ({
    code: 'name-taken',
    blame: 'you',
    what: `${name} has just appeared: somebody else creates it.`,
    hint: 'Run the job again when it is Ready, and give the jobs that deploy to it one concurrency group.',
});
const ofOther = (name, application) => ({
    code: 'name-taken',
    blame: 'you',
    what: `${name} exists already, in the application ${application}; names of environments are unique in a region.`,
    hint: 'Correct `application-name`, or choose another `environment-name`.',
    input: 'environment-name',
});
//# sourceMappingURL=observe-missing.js.map
// EXTERNAL MODULE: ./lib/domain/sides.js + 1 modules
var domain_sides = __webpack_require__(55306);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
;// CONCATENATED MODULE: ./lib/observe-pair.js


/** A swap takes four to six seconds (observed); while it runs nobody can say who is live. */
const SWAP_ENDS = (0,time/* seconds */.YA)(30);
const EVERY = (0,time/* seconds */.YA)(3);
async function observePair(request, { beanstalk, clock, observeOne }) {
    const giveUpAt = clock.now() + SWAP_ENDS;
    for (;;) {
        // Unfiltered: a production CNAME may be held by a third environment, and names are unique over all applications.
        const found = (0,domain_sides/* findSides */.aF)({ ...request, environments: await beanstalk.environments() });
        if (found.kind === 'refused')
            return found;
        const { live, idle } = found.sides;
        if ([live, idle].every((side) => side?.status !== 'Updating') || clock.now() >= giveUpAt) {
            return { kind: 'pair', target: await bothSides(found.sides, observeOne) };
        }
        await clock.sleep(EVERY);
    }
}
async function bothSides(sides, observeOne) {
    const [live, idle] = await Promise.all([
        observeOne(sides.live),
        sides.idle === undefined ? undefined : observeOne(sides.idle),
    ]);
    const { productionCname, idleName, idlePrefix } = sides;
    return {
        ...live,
        blindSpots: [...live.blindSpots, ...(idle?.blindSpots ?? [])],
        pair: { productionCname, idleName, idlePrefix, ...(idle === undefined ? {} : { idle }) },
    };
}
//# sourceMappingURL=observe-pair.js.map
// EXTERNAL MODULE: ./lib/domain/canary.js
var canary = __webpack_require__(41206);
// EXTERNAL MODULE: ./lib/domain/route.js
var domain_route = __webpack_require__(13645);
;// CONCATENATED MODULE: ./lib/domain/route-sides.js

/** Weights are whole numbers: a share counts as all or nothing when it is this near. */
const NEAR = 0.75;
function sidesByRoute(question) {
    const { first, second, reading, route } = question;
    if (reading.elsewhere > NEAR)
        return refused(givesElsewhere(route, reading.elsewhere));
    const record = recordOfPair(question);
    if (second === undefined) {
        return (0,domain_route/* shareOf */.tC)(reading, first.id) < NEAR
            ? refused(leadsNowhere(route, first.name))
            : { kind: 'sides', stable: first, canary: undefined, record: undefined };
    }
    const sides = (stable) => ({
        kind: 'sides',
        stable,
        canary: stable === first ? second : first,
        record,
    });
    const [one, other] = [(0,domain_route/* shareOf */.tC)(reading, first.id), (0,domain_route/* shareOf */.tC)(reading, second.id)];
    if (one < NEAR && other < NEAR)
        return refused(leadsNowhere(route, `${first.name} or ${second.name}`));
    const byRecord = record === undefined ? undefined : record.stable.id === first.id ? first : second;
    // One that has died before its first share has moved nothing that could go back.
    if (byRecord !== undefined && question.goesBack && (record?.weight ?? 0) > 0)
        return sides(byRecord);
    if (other < NEAR)
        return sides(first);
    if (one < NEAR)
        return sides(second);
    if (byRecord !== undefined)
        return sides(byRecord);
    const running = [first, second].filter((side) => side.versionLabel === question.versionLabel);
    const [canary] = running;
    if (question.versionLabel !== undefined && running.length === 1 && canary !== undefined) {
        return sides(canary === first ? second : first);
    }
    return refused(unclear(question, one, other));
}
/** One that speaks of other environments (a side was replaced since) says nothing. */
function recordOfPair({ record, first, second }) {
    if (record === undefined || second === undefined || record.state === 'ended')
        return undefined;
    const ids = [record.stable.id, record.canary.id];
    return ids.includes(first.id) && ids.includes(second.id) && ids[0] !== ids[1] ? record : undefined;
}
const refused = (problem) => ({ kind: 'refused', problem });
const inputOf = ({ kind }) => (kind === 'alb' ? 'listener-rule-arn' : 'record-name');
const givesElsewhere = (route, share) => ({
    code: 'route-unusable',
    blame: 'you',
    what: `${capital((0,domain_route/* routeWords */.Jn)(route))} also give ${Math.round(share)} % of the requests to something that is neither of the two environments.`,
    hint: 'Let it lead to the two environments alone.',
    input: inputOf(route),
});
const leadsNowhere = (route, names) => ({
    code: 'route-unusable',
    blame: 'you',
    what: `${capital((0,domain_route/* routeWords */.Jn)(route))} give no requests to ${names}, so nobody can tell which side serves.`,
    hint: 'Let it lead to the environment that serves now, with a weight of more than 0.',
    input: inputOf(route),
});
const unclear = ({ route, first, second }, one, other) => ({
    code: 'route-unclear',
    blame: 'you',
    what: `By ${(0,domain_route/* routeWords */.Jn)(route)} ${first.name} has ${Math.round(one)} % and ${second?.name ?? ''} ${Math.round(other)} % of the requests, and nothing is written of which one is the canary.`,
    hint: 'Give the label of the newer one as `version-label`, or all requests to one side by hand, and run the job again.',
    input: inputOf(route),
});
const capital = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
//# sourceMappingURL=route-sides.js.map
;// CONCATENATED MODULE: ./lib/observe-route.js
/** The two environments of a canary: who has which share of the requests, and everything that plan and proof look at of both. */




/** What the user has to mend of a route is a refusal like any other; everything else that fails is thrown. */
const REFUSALS = ['route-not-found', 'route-unusable', 'process-port-needed'];
async function observeRoute(request, ports) {
    try {
        return await look(request, ports);
    }
    catch (error) {
        if (error instanceof problem/* ActionError */.l && REFUSALS.includes(error.problem.code)) {
            return { kind: 'refused', problem: error.problem };
        }
        throw error;
    }
}
async function look(request, ports) {
    const { route } = request;
    const { routers, beanstalk } = ports;
    const named = (0,domain_sides/* namedPair */.sO)({ ...request, environments: await beanstalk.environments() });
    if (named.kind === 'refused')
        return named;
    const { first, second } = named;
    // Asked now, so that a run with a header that no rule has is refused before anything is changed.
    if (request.wish.preview !== undefined)
        await routers.preview(route, request.wish.preview);
    const ends = [];
    for (const side of [first, second]) {
        // One that is being created may have nothing yet that requests could go to, and so has none.
        if (side !== undefined && side.status !== 'Launching')
            ends.push(await routers.end(route, side));
    }
    const reading = await routers.read(route, ends);
    const { record, blindSpots } = await recorded(request, [first.name, named.otherName], ports);
    const sides = sidesByRoute({
        route,
        reading,
        first,
        second,
        goesBack: request.goesBack ?? false,
        ...(record === undefined ? {} : { record }),
        ...(request.versionLabel === undefined ? {} : { versionLabel: request.versionLabel }),
    });
    if (sides.kind === 'refused')
        return sides;
    const { stable, canary } = sides;
    const idleName = canary?.name ?? (stable.name === first.name ? named.otherName : first.name);
    const seen = {
        route,
        reading,
        share: canary === undefined ? 0 : (reading.shares[canary.id] ?? 0),
        ...(sides.record === undefined ? {} : { record: sides.record }),
    };
    return { kind: 'pair', target: await observe_route_bothSides({ stable, canary, idleName, seen, blindSpots }, ports.observeOne) };
}
async function observe_route_bothSides({ stable, canary, idleName, seen, blindSpots }, observeOne) {
    const [live, idle] = await Promise.all([observeOne(stable), canary === undefined ? undefined : observeOne(canary)]);
    const own = stable.cname ?? stable.name;
    return {
        ...live,
        blindSpots: [...live.blindSpots, ...(idle?.blindSpots ?? []), ...blindSpots],
        pair: {
            productionCname: seen.reading.host ?? own,
            idleName,
            // The names of the two stay where they are; a new one only has to be free.
            idlePrefix: (0,domain_sides/* idlePrefixOf */._$)((0,domain_sides/* firstLabel */.de)(own).replace(/-idle(-[a-z0-9]{1,8})?$/, '')),
            route: seen,
            ...(idle === undefined ? {} : { idle }),
        },
    };
}
/** What is written of a canary in flight. What cannot be read is no news, and said. */
async function recorded({ bucket: given, region }, [one, other], { documents, identity }) {
    if (documents === undefined)
        return { blindSpots: [] };
    try {
        const account = given === undefined ? (await identity.caller())?.account : undefined;
        const bucket = given ?? (account === undefined ? undefined : `elasticbeanstalk-${region}-${account}`);
        if (bucket === undefined)
            return { blindSpots: [] };
        const found = await documents.read(bucket, (0,canary/* canaryKey */.sL)(one, other));
        const record = found === undefined ? undefined : (0,canary/* readCanary */.B4)(found.text);
        return { ...(record === undefined ? {} : { record }), blindSpots: [] };
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return { blindSpots: [`Whether a canary is in flight could not be read: ${error.problem.what}`] };
    }
}
//# sourceMappingURL=observe-route.js.map
;// CONCATENATED MODULE: ./lib/observe.js






/** Enough for the last deployments of a fleet of some size, and one page of the service. */
const EVENTS_TO_LEARN_FROM = 300;
/**
 * Eight calls at most for an environment that is there. Throws `ActionError` when the environment or its settings
 * cannot be read; what only serves the proof or the forecast becomes a blind spot with a name.
 */
async function observe(request, ports) {
    const { beanstalk, clock } = ports;
    const takenAt = clock.now();
    const pair = request.pair === undefined ? undefined : await observeSides(request, request.pair, ports);
    if (pair?.kind === 'refused') {
        // With neither of the two there is no traffic yet that would have to be moved: the first one is simply created.
        const mayCreate = request.creation !== undefined && pair.problem.code === 'environment-missing';
        return mayCreate ? absent(request, takenAt, ports) : { kind: 'refused', problems: [pair.problem] };
    }
    const environment = pair?.target.environment ?? (await beanstalk.environmentNamed(request.application, request.environmentName));
    if (environment === undefined)
        return absent(request, takenAt, ports);
    const label = environment.versionLabel;
    const wished = request.versionLabel;
    const [target, previousVersion, version] = await Promise.all([
        pair?.target ?? observeEnvironment(environment, beanstalk),
        label === undefined ? undefined : lookUpVersion(beanstalk, request.application, label),
        wished === undefined || wished === label ? undefined : beanstalk.version(request.application, wished),
    ]);
    const wanted = wished !== undefined && wished === label ? previousVersion?.version : version;
    return {
        kind: 'snapshot',
        snapshot: {
            takenAt,
            target: { ...target, blindSpots: [...target.blindSpots, ...(previousVersion?.blindSpots ?? [])] },
            ...(wanted === undefined ? {} : { version: wanted }),
            ...(previousVersion?.version === undefined ? {} : { previousVersion: previousVersion.version }),
        },
    };
}
function observeSides(request, wish, ports) {
    const observeOne = (one) => observeEnvironment(one, ports.beanstalk);
    const { route } = wish;
    const { routers } = ports;
    if (route === undefined)
        return observePair({ ...request, wish }, { ...ports, observeOne });
    if (routers === undefined)
        throw new Error('a route without routers');
    return observeRoute({ ...request, wish, route }, { ...ports, routers, observeOne });
}
/** What is known of an environment that is not there: enough to create it when that is asked for and safe, or why not. */
async function absent(request, takenAt, ports) {
    const { creation, application, environmentName: name } = request;
    if (creation === undefined)
        return { kind: 'refused', problems: [await whyMissing(request, ports)] };
    const missing = await observeMissing({ ...request, creation }, ports.beanstalk);
    switch (missing.kind) {
        case 'refused':
            return { kind: 'refused', problems: [missing.problem] };
        case 'no-application':
            return { kind: 'refused', problems: [await whyMissing(request, ports)] };
        case 'absent': {
            const environment = {
                id: '',
                name,
                application,
                status: 'Unrecognised',
                health: 'Grey',
                abortable: false,
                tier: creation.tier,
            };
            const target = { environment, settings: { options: [] }, instanceIds: [], recentEvents: [], blindSpots: [] };
            return { kind: 'snapshot', snapshot: { takenAt, creation: missing.facts, target } };
        }
    }
}
/** One environment with everything that plan and proof look at. */
async function observeEnvironment(environment, beanstalk) {
    const { id, application, name } = environment;
    const blindSpots = [];
    const orBlind = async (what, reading, otherwise) => {
        try {
            return await reading;
        }
        catch (error) {
            blindSpots.push(blindSpot(what, error));
            return otherwise;
        }
    };
    const [descriptions, instanceIds, events] = await Promise.all([
        beanstalk.settings(application, name),
        orBlind('the list of instances', beanstalk.instanceIds(id), []),
        orBlind('earlier events', beanstalk.newestEvents(id, EVENTS_TO_LEARN_FROM), []),
    ]);
    const settings = deployedOf(descriptions, environment);
    const draft = descriptions.find((one) => one !== settings && one.deploymentStatus !== 'deployed');
    const enhanced = environment.tier !== 'Cluster' &&
        (environment.healthStatus !== undefined ||
            (0,domain_environment/* optionValue */.TN)(settings.options, fleet/* HEALTH_NAMESPACE */.xj, 'SystemType') === 'enhanced');
    const [instances, health] = enhanced
        ? await Promise.all([
            orBlind('what each instance runs', readInstances(beanstalk, id), undefined),
            orBlind('the causes of its health', beanstalk.health(id), undefined),
        ])
        : [undefined, undefined];
    return {
        environment,
        settings,
        ...(draft === undefined ? {} : { draft }),
        ...(instances === undefined ? {} : { instances }),
        ...(health === undefined ? {} : { health }),
        instanceIds,
        recentEvents: [...events].reverse(),
        blindSpots,
    };
}
/** An environment always has settings: an empty answer is a permission that is missing, not an empty environment. */
function deployedOf(descriptions, environment) {
    const deployed = descriptions.find((one) => one.deploymentStatus === 'deployed') ?? descriptions[0];
    if (deployed !== undefined)
        return deployed;
    throw new problem/* ActionError */.l({
        code: 'settings-not-visible',
        blame: 'you',
        what: `Elastic Beanstalk shows no settings for ${environment.name}.`,
        hint: 'Allow elasticbeanstalk:DescribeConfigurationSettings for this environment.',
    });
}
/** Basic health is no blind spot: there is nothing to see. */
async function readInstances(beanstalk, id) {
    try {
        return await beanstalk.instances(id);
    }
    catch (error) {
        if (error instanceof problem/* ActionError */.l && error.problem.code === 'enhanced-health-off')
            return undefined;
        throw error;
    }
}
/** Expired credentials and the like end the run wherever they show first; only what concerns one reading is survived. */
function blindSpot(what, error) {
    if (!(error instanceof problem/* ActionError */.l))
        throw error;
    const { code } = error.problem;
    if (code.startsWith('credentials'))
        throw error;
    return `Could not read ${what}: ${error.problem.what} ${error.problem.hint}`;
}
async function lookUpVersion(beanstalk, application, label) {
    try {
        const version = await beanstalk.version(application, label);
        return version === undefined
            ? {
                blindSpots: [
                    `The version ${label}, which runs now, does not exist any more (or is not visible): there is no way back to it.`,
                ],
            }
            : { version, blindSpots: [] };
    }
    catch (error) {
        return { blindSpots: [blindSpot('the version that runs now', error)] };
    }
}
/** An empty answer is not "absent": what else is visible tells a wrong name from a missing permission or another region. */
async function whyMissing(request, { beanstalk, identity }) {
    const { application, environmentName, region } = request;
    const [exists, all] = await Promise.all([beanstalk.applicationExists(application), beanstalk.environments()]);
    const noApplication = (what, hint) => ({
        code: 'application-missing',
        blame: 'you',
        what,
        hint,
        input: 'application-name',
    });
    const noEnvironment = (what, hint) => ({
        code: 'environment-missing',
        blame: 'you',
        what,
        hint,
        input: 'environment-name',
    });
    const elsewhere = all.find((one) => one.name === environmentName);
    if (elsewhere !== undefined) {
        return noApplication(`${environmentName} belongs to the application ${elsewhere.application}, not to ${application}.`, 'Correct `application-name`.');
    }
    const siblings = all.filter((one) => one.application === application).map((one) => one.name);
    if (siblings.length > 0) {
        return noEnvironment(`The application ${application} has no environment ${environmentName} in ${region}.`, `It has ${nearestFirst(environmentName, siblings)}; \`create-environment-if-not-exists: true\` creates a missing one.`);
    }
    const caller = await identity.caller();
    const whose = caller === undefined ? '' : ` (the credentials are those of ${caller.arn})`;
    if (exists) {
        return noEnvironment(`The application ${application} shows no environment at all in ${region}${whose}.`, '`create-environment-if-not-exists: true` creates a missing one; when it exists, allow elasticbeanstalk:DescribeEnvironments for it: Elastic Beanstalk answers an empty list without that permission.');
    }
    const applications = [...new Set(all.map((one) => one.application))];
    return noApplication(`There is no application ${application} in ${region}${all.length === 0 ? `, and nothing else of Elastic Beanstalk is visible there${whose}` : ''}.`, applications.length > 0
        ? `Visible are ${nearestFirst(application, applications)}.`
        : 'Check `aws-region` and the account of the credentials, and allow elasticbeanstalk:DescribeApplications and elasticbeanstalk:DescribeEnvironments.');
}
const MOST_NAMES = 5;
/** The known names, those that resemble the wished one first. */
function nearestFirst(wished, known) {
    const likeness = (name) => sharedPairs(wished.toLowerCase(), name.toLowerCase());
    const sorted = [...new Set(known)].sort((left, right) => likeness(right) - likeness(left) || (left < right ? -1 : 1));
    const more = sorted.length - MOST_NAMES;
    return `${sorted.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
/** Share of neighbouring letters that both have (Dice). */
function sharedPairs(left, right) {
    const pairsOf = (word) => new Set([...word].slice(1).map((letter, at) => `${word[at] ?? ''}${letter}`));
    const [one, other] = [pairsOf(left), pairsOf(right)];
    const common = [...one].filter((pair) => other.has(pair)).length;
    return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
//# sourceMappingURL=observe.js.map
// EXTERNAL MODULE: ./lib/domain/standing.js
var standing = __webpack_require__(86634);
;// CONCATENATED MODULE: ./lib/operations/former.js

/**
 * With what the environment was before a run that died, was stopped or could not put it back, as long as it is on the
 * version which that run has brought, or half way back from it. Of two sides the live one has the traffic, and no way back
 * deploys anything there.
 */
function withFormer(snapshot, unfinished) {
    const { target, creation } = snapshot;
    const { environment, pair } = target;
    const left = unfinished.find((one) => one.environment === environment.name);
    if (creation !== undefined || pair !== undefined || left?.unproven === undefined)
        return snapshot;
    const { versionLabel, before } = left.unproven;
    // Aborted half way it has the label from before, and instances of both.
    if (![versionLabel, before.versionLabel].includes(environment.versionLabel))
        return snapshot;
    return { ...snapshot, target: { ...target, former: { ...before, by: left.by } } };
}
/** Says where the way back leads when that is not what the environment shows. */
function tellingFormer(plan, { target }) {
    const { environment, former } = target;
    const { versionLabel: before } = (0,standing/* standingBefore */.ME)(target, plan.versionLabel);
    const isTold = former !== undefined && plan.steps.some((step) => 'undo' in step && bringsVersion(step.undo ?? []));
    if (!isTold || before === undefined || before === environment.versionLabel)
        return plan;
    const told = `${environment.versionLabel} was left on ${environment.name} without a proof by ${former.by}: the way back leads to ${before}, which was there before.`;
    return { ...plan, warnings: [...plan.warnings, told] };
}
const bringsVersion = (steps) => steps.some((step) => step.kind === 'update' && step.versionLabel !== undefined);
//# sourceMappingURL=former.js.map
// EXTERNAL MODULE: ./lib/domain/changes.js
var changes = __webpack_require__(88705);
// EXTERNAL MODULE: ./lib/domain/snapshot.js
var domain_snapshot = __webpack_require__(66178);
// EXTERNAL MODULE: ./lib/domain/strategy.js
var strategy = __webpack_require__(3775);
// EXTERNAL MODULE: ./lib/domain/unfinished.js
var domain_unfinished = __webpack_require__(40839);
;// CONCATENATED MODULE: ./lib/operations/owed.js
/**
 * What an earlier run has left undone becomes part of this plan: the strategy plans from the settings as they were meant to
 * be, and what the environment shows instead is put back by the plan's first update of it, or by one of its own. Pure.
 */






/** What the environments of the snapshot really show of it. */
function owingIn(snapshot, unfinished) {
    if (snapshot.creation !== undefined)
        return [];
    const { target } = snapshot;
    return (0,domain_snapshot/* sidesIn */.O)(target).flatMap((seen) => {
        const left = unfinished.find(({ environment }) => environment === seen.environment.name);
        const owed = (0,domain_unfinished/* stillOwed */.uD)(left?.owed ?? [], seen.settings.options);
        const hasShare = seen !== target && (target.pair?.route?.share ?? 0) > 0;
        return left === undefined || owed.length === 0 ? [] : [{ seen, owed, by: left.by, hasShare }];
    });
}
/** The snapshot that a strategy shall plan from: with the settings as they were before the run that died. */
function asOwed(snapshot, unfinished) {
    const owing = owingIn(snapshot, unfinished);
    if (owing.length === 0)
        return snapshot;
    const { target } = snapshot;
    const { pair } = target;
    const idle = pair?.idle === undefined ? {} : { idle: meant(pair.idle, owing) };
    return {
        ...snapshot,
        target: { ...meant(target, owing), ...(pair === undefined ? {} : { pair: { ...pair, ...idle } }) },
    };
}
function meant(seen, owing) {
    const owed = owing.find((one) => one.seen === seen)?.owed ?? [];
    const options = seen.settings.options.flatMap((one) => {
        const former = owed.find((other) => (0,changes/* isMeant */.EZ)(other, one));
        if (former === undefined)
            return [one];
        return former.before === undefined ? [] : [{ ...one, value: former.before }];
    });
    return { ...seen, settings: { ...seen.settings, options } };
}
/** `snapshot`: as it was seen, not as it was meant to be. */
function withOwed(plan, snapshot, unfinished) {
    if (plan.operation === 'terminate')
        return plan;
    return owingIn(snapshot, unfinished).reduce(payingBack, plan);
}
function payingBack(plan, owing) {
    const { seen, owed, by } = owing;
    const { name } = seen.environment;
    const steps = merged(plan.steps, owing) ?? inserted(plan.steps, owing);
    const { unchanged, unchangedProof, ...rest } = plan;
    const kept = steps.length > 0 || unchanged === undefined ? {} : { unchanged };
    const proof = kept.unchanged === undefined || unchangedProof === undefined ? {} : { unchangedProof };
    const told = `An earlier run has left settings of ${name} as it had set them for its own time (${by}): they go back to ${(0,domain_unfinished/* owedWords */.Pc)(owed)}, unless this rollout sets them itself.`;
    const timeout = plan.timeout + (0,time/* minutes */.Gx)(10);
    return { ...rest, ...kept, ...proof, steps, timeout, warnings: [...plan.warnings, told] };
}
const isOf = (step, { seen }) => step.kind === 'update' && step.environment.name === seen.environment.name;
/** Into the update of the policy that comes first anyway; `undefined` when there is none. */
function merged(steps, owing) {
    const at = steps.findIndex((step) => isOf(step, owing));
    const [update, settle] = steps.slice(at, at + 2);
    if (update?.kind !== 'update' || update.purpose !== 'set-policy' || settle?.kind !== 'settle')
        return undefined;
    const { owed, seen } = owing;
    const rest = owed.filter((one) => !sets(update, one));
    const has = (option) => seen.settings.options.some((other) => (0,changes/* isMeant */.EZ)(option, other) && other.value === option.value);
    const options = [...update.options, ...valuesOf(rest)].filter((option) => !has(option));
    const removeOptions = [...update.removeOptions, ...unsetOf(rest)];
    const before = steps.slice(0, at);
    const after = steps.slice(at + 2);
    if (options.length + removeOptions.length === 0)
        return [...before, ...undoneLater(after, owing, update)];
    const expects = { ...settle.expects, options, removedOptions: removeOptions };
    return [...before, { ...update, options, removeOptions }, { ...settle, expects }, ...after];
}
/** The dead run has set the policy already; should this rollout fail, it goes back all the same. */
function undoneLater(steps, owing, { undo = [] }) {
    const next = steps.findIndex((step) => isOf(step, owing));
    return steps.map((step, index) => index === next && step.kind === 'update' ? { ...step, undo: [...(step.undo ?? []), ...undo] } : step);
}
const sets = (step, key) => step.options.some((one) => (0,changes/* sameKey */.el)(one, key)) || step.removeOptions.some((one) => (0,changes/* sameKey */.el)(one, key));
/** An update of its own, before anything else happens to the environment; nothing when the plan sets all of it itself. */
function inserted(steps, owing) {
    const { seen } = owing;
    const first = steps.find((step) => isOf(step, owing));
    const owed = owing.owed.filter((one) => first?.kind !== 'update' || !sets(first, one));
    if (owed.length === 0)
        return steps;
    const { id, name } = seen.environment;
    const environment = { id, name };
    const [options, removeOptions] = [valuesOf(owed), unsetOf(owed)];
    const isPolicy = owed.some(({ namespace }) => [strategy/* COMMAND_NAMESPACE */.K, strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v].includes(namespace));
    const back = [
        { kind: 'update', environment, purpose: isPolicy ? 'restore-policy' : 'configure', options, removeOptions },
        {
            kind: 'settle',
            environment,
            expects: {
                options,
                removedOptions: removeOptions,
                enhancedHealth: (0,fleet/* fleetOf */.aP)(seen).enhancedHealth,
                instances: 0,
                raisesDeploymentId: false,
            },
            expectedDuration: (0,time/* minutes */.Gx)(1),
        },
    ];
    const at = owing.hasShare ? afterMoving(steps) : beforeChanging(steps, name);
    return [...steps.slice(0, at), ...back, ...steps.slice(at)];
}
/** What is published changes no environment; what still runs there must be stopped before. */
const beforeChanging = (steps, name) => steps.findLastIndex((step) => step.kind === 'publish-version' || (step.kind === 'stop' && step.environment.name === name)) + 1;
/** Where every plan puts capacity back: the old side may be left as it is, and the plan ends there. */
function afterMoving(steps) {
    const retire = steps.findIndex(({ kind }) => kind === 'retire');
    return retire < 0 ? steps.length : retire;
}
const valuesOf = (owed) => owed.flatMap(({ before, during: _, ...key }) => (before === undefined ? [] : [{ ...key, value: before }]));
const unsetOf = (owed) => owed.flatMap(({ before, during: _, ...key }) => (before === undefined ? [key] : []));
//# sourceMappingURL=owed.js.map
// EXTERNAL MODULE: ./lib/operations/settled-state.js
var settled_state = __webpack_require__(45967);
// EXTERNAL MODULE: ./lib/operations/steer.js
var steer = __webpack_require__(88967);
;// CONCATENATED MODULE: ./lib/planning.js





/** Looks at what is there, and plans. Changes nothing, unless `on-busy` is `abort-ours`. */
async function plan(request) {
    const { settings, outside, cloud, report, making, meant, unfinished = [] } = request;
    const seen = await planning_look(request);
    if (seen.kind !== 'snapshot')
        return seen;
    const snapshot = withFormer(asOwed(seen.snapshot, unfinished), unfinished);
    report.learn({ snapshot });
    const late = meant === undefined ? [] : (0,steer/* refuseTooLate */.pW)(meant, { settings, snapshot });
    if (late.length > 0)
        return { kind: 'refused', problems: late };
    // Loaded only here: what is needed after the first call is loaded after it.
    const { prepare } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(298), __webpack_require__.e(447), __webpack_require__.e(6401)]).then(__webpack_require__.bind(__webpack_require__, 26401));
    const asked = { settings, snapshot, outside, cloud, say: report.say };
    const made = await prepare(making === undefined ? asked : { ...asked, making });
    if (made.kind === 'refused')
        return settings.dryRun ? made : { kind: 'refused', problems: made.problems };
    const whole = tellingFormer(withOwed(made.plan, seen.snapshot, unfinished), snapshot);
    report.learn({ plan: whole });
    return { ...made, plan: whole, snapshot };
}
const routeWishes = ({ bucket, operation, versionLabel }) => ({
    goesBack: operation === 'abort',
    ...(bucket === undefined ? {} : { bucket }),
    ...(versionLabel === undefined ? {} : { versionLabel }),
});
/** Looks at the environment; one that does not stand still is waited for and looked at again: a plan needs a settled state. */
async function planning_look({ settings, outside, cloud, report, cancel, unfinished = [] }) {
    const { application, creation, environmentName, operation, region } = settings;
    const { say } = report;
    // One environment is terminated, whatever the strategy of its deployments is.
    const pair = operation === 'terminate' ? undefined : settings.strategy.pair;
    const wishes = {
        ...(pair === undefined ? {} : { pair }),
        ...(creation === undefined ? {} : { creation }),
        ...(pair?.route === undefined ? {} : routeWishes(settings)),
    };
    const again = () => observe({ application, environmentName, region, ...wishes }, { ...outside, ...cloud });
    const seen = await again();
    if (seen.kind === 'refused' || settings.dryRun || (0,settled_state/* standsStill */.cc)(settings, seen.snapshot))
        return seen;
    report.learn({ snapshot: seen.snapshot });
    const { observeSettled } = await __webpack_require__.e(/* import() */ 9674).then(__webpack_require__.bind(__webpack_require__, 79674));
    return observeSettled({ settings, seen, observe: again, cloud, clock: outside.clock, say, cancel, unfinished });
}
//# sourceMappingURL=planning.js.map

/***/ })

};

//# sourceMappingURL=6899.index.js.map