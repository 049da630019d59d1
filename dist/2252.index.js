export const id = 2252;
export const ids = [2252];
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

/***/ 92252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   steerCanary: () => (/* binding */ steerCanary),
/* harmony export */   steeringWish: () => (/* binding */ steeringWish)
/* harmony export */ });
/* harmony import */ var _domain_canary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41206);
/* harmony import */ var _domain_canary_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49851);
/* harmony import */ var _domain_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23417);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11591);
/* harmony import */ var _domain_sides_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55306);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73071);
/* harmony import */ var _lock_lock_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38482);
/**
 * Steers a canary that another run carries out: the wish is written into the small document that the run looks at while it
 * holds a share. When no run lives any more, whoever wishes acts itself.
 */







/** A run looks every ten seconds; giving back takes longer where name servers have to know it. */
const PATIENCE = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .minutes */ .Gx)(1.5);
const PATIENCE_FOR_ABORT = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .minutes */ .Gx)(5);
/** Without its lock a run is dead, unless it takes none (`deploy-lock: off`): then it hears within two looks. */
const WITHOUT_LOCK = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(30);
const EVERY = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(3);
/** A lock lasts for minutes. */
const LIVES_EVERY = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(15);
const ATTEMPTS = 8;
function steeringWish({ operation, strategy, dryRun }) {
    if (strategy.pair?.route === undefined || dryRun)
        return undefined;
    return _domain_canary_js__WEBPACK_IMPORTED_MODULE_0__/* .CANARY_WISHES */ .BQ.find((wish) => wish === operation);
}
/** Throws `ActionError` when S3 cannot be asked. */
async function steerCanary(request, wish) {
    const { settings, outside, cloud, say, cancel } = request;
    const { clock } = outside;
    const nobody = (meant) => {
        if (wish === 'pause' || wish === 'resume')
            return { kind: 'refused', problem: (0,_domain_canary_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .noCanary */ .ur)(wish, settings.environmentName) };
        return meant === undefined ? { kind: 'nobody' } : { kind: 'nobody', meant };
    };
    const place = await placeOf(request);
    const found = place === undefined ? undefined : await readRecord(cloud, place);
    if (place === undefined || found === undefined || found.record.state === 'ended')
        return nobody();
    const isHeld = await isAlive(request, place, found.record);
    // Nothing can be passed before the first share; a run that has died before it is no canary in flight.
    if (wish === 'promote' && found.record.weight === 0)
        return isHeld ? { kind: 'refused', problem: (0,_domain_canary_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .noShareYet */ .bN)(found.record) } : nobody();
    const own = { operation: wish, nonce: outside.random.uuid(), by: request.by };
    const written = await writeWish(request, place, own);
    if (written === undefined)
        return nobody(found.record);
    const { nonce } = written.wish;
    if (nonce !== own.nonce && wish !== 'abort')
        return { kind: 'refused', problem: (0,_domain_canary_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .wishReplaced */ .YU)(wish, written.wish) };
    say({ type: 'notice', text: `Asked the run that carries out the canary${pageOf(written)}: ${wish}.` });
    const patience = wish === 'abort' ? PATIENCE_FOR_ABORT : PATIENCE;
    const since = clock.now();
    let lives = isHeld;
    let askedAt = since;
    let hasShare = written.weight > 0;
    while (!cancel.aborted && clock.now() - since < (lives ? patience : WITHOUT_LOCK)) {
        await clock.sleep(EVERY, cancel);
        const now = (await readRecord(cloud, place))?.record;
        if (now === undefined || now.nonce !== written.nonce)
            return nobody(written);
        const isHeard = now.answered === nonce;
        hasShare = now.weight > 0;
        if (isHeard && (wish !== 'abort' || now.state === 'ended'))
            return done(heardWords(wish, now));
        const asks = isHeld && clock.now() - askedAt >= LIVES_EVERY;
        if (asks)
            askedAt = clock.now();
        const isOver = now.state === 'ended' || (asks && !(await isAlive(request, place, now)));
        if (!isHeard && isOver)
            return nobody(written);
        if (!isHeard && now.wish !== undefined && now.wish.nonce !== nonce)
            return { kind: 'refused', problem: (0,_domain_canary_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .wishReplaced */ .YU)(wish, now.wish) };
        lives ||= isHeard;
    }
    if (!lives)
        return nobody(written);
    return {
        kind: 'done',
        outcome: {
            state: 'started',
            reason: `The wish is written down (${wish}), and the run has not answered it yet: it looks ${hasShare ? 'while it holds a share' : 'before users reach the new version, which they do not yet'}.`,
            proof: 'none',
            restored: 'not-needed',
            stillRunning: [`The canary of ${written.canary.name} goes on.`],
        },
    };
}
const pageOf = ({ run }) => (run === undefined ? '' : ` (${run})`);
const done = (reason) => ({
    kind: 'done',
    outcome: { state: 'succeeded', reason, proof: 'none', restored: 'not-needed', stillRunning: [] },
});
function heardWords(wish, record) {
    const { canary, stable, weight } = record;
    const where = `${canary.name} at ${Math.round(weight)} % of the requests`;
    switch (wish) {
        case 'pause':
            return `The canary is paused: ${where}, until \`operation: resume\`, \`promote\` or \`abort\`.`;
        case 'resume':
            return `The canary goes on: ${where}.`;
        case 'promote':
            return `The step was passed: ${canary.name} gets its next share.`;
        case 'abort':
            return `The canary was ended: ${stable.name} has all requests again.`;
    }
}
async function placeOf({ settings, cloud }) {
    const { bucket: given, environmentName, region, strategy } = settings;
    const bucket = await (0,_lock_lock_place_js__WEBPACK_IMPORTED_MODULE_4__/* .lockBucketByName */ .qL)(given, region, cloud);
    const other = strategy.pair?.idleName ?? (0,_domain_sides_js__WEBPACK_IMPORTED_MODULE_6__/* .partnerOf */ .o5)(environmentName);
    return bucket === undefined ? undefined : { bucket, key: (0,_domain_canary_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryKey */ .sL)(environmentName, other) };
}
async function readRecord({ documents }, { bucket, key }) {
    const found = await documents.read(bucket, key);
    const record = found === undefined ? undefined : (0,_domain_canary_js__WEBPACK_IMPORTED_MODULE_0__/* .readCanary */ .B4)(found.text);
    return found === undefined || record === undefined ? undefined : { record, etag: found.etag };
}
/** By the deploy lock, which a run renews as long as it lives. Without one nobody can tell, and the run has to answer. */
async function isAlive({ settings, cloud }, { bucket }, { stable }) {
    if (settings.lock === undefined || settings.lock.mode === 'off')
        return false;
    const found = await cloud.documents.read(bucket, (0,_lock_lock_place_js__WEBPACK_IMPORTED_MODULE_4__/* .lockKey */ .TL)(stable.name));
    const document = found === undefined ? undefined : (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .readLock */ .mF)(found.text);
    return found !== undefined && document?.state === 'held' && found.age < document.lock.lifetime;
}
/**
 * The record with this wish in it, which takes the place of what others have asked for and is not answered yet; but whoever
 * wants the canary to end is not outvoted, and then the record is the one with that wish. `undefined`: it has ended meanwhile.
 */
async function writeWish({ cloud, outside }, place, wish) {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const found = await readRecord(cloud, place);
        if (found === undefined || found.record.state === 'ended')
            return undefined;
        const { answered, wish: open } = found.record;
        if (open?.operation === 'abort' && open.nonce !== answered)
            return { ...found.record, wish: open };
        const record = { ...found.record, wish };
        const end = await cloud.documents.write({ ...place, text: (0,_domain_canary_js__WEBPACK_IMPORTED_MODULE_0__/* .canaryText */ .c6)(record), replaces: found.etag });
        if (end === 'written')
            return record;
        await outside.clock.sleep((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(outside.random.next()));
    }
    throw new _domain_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l(contended(place));
}
const contended = ({ bucket, key }) => ({
    code: 'canary-not-recorded',
    blame: 'you',
    what: `s3://${bucket}/${key} was changed by others each time it was about to be written.`,
    hint: 'Run it again.',
});
//# sourceMappingURL=steering.js.map

/***/ })

};

//# sourceMappingURL=2252.index.js.map