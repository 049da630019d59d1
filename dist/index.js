import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 7515:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 6761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   bD: () => (/* binding */ messageOf)
/* harmony export */ });
/** What foreign errors say about themselves. Asked by shape, because an error may come from another realm or be no `Error`. */
/** A member of something whose type is not known. */
function member(value, name) {
    return typeof value === 'object' && value !== null && name in value
        ? value[name]
        : undefined;
}
/** The system's short name for an error, for example `EACCES`; else what it calls itself. */
const codeOf = (error) => String(member(error, 'code') ?? member(error, 'name') ?? error);
const messageOf = (error) => String(member(error, 'message') ?? error);
//# sourceMappingURL=errors.js.map

/***/ }),

/***/ 8705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   FI: () => (/* binding */ touched),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   _p: () => (/* binding */ raisesDeploymentId),
/* harmony export */   el: () => (/* binding */ sameKey),
/* harmony export */   sU: () => (/* binding */ changesInstances),
/* harmony export */   y4: () => (/* binding */ replacesInstances)
/* harmony export */ });
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5360);

const PROPERTY_NAMESPACES = [
    _fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .PROPERTIES_NAMESPACE */ .G2,
    'aws:elasticbeanstalk:application:environmentsecrets',
];
/** Changed on the running instances, by a deployment of the configuration under the deployment policy. */
const changesInstances = (key) => PROPERTY_NAMESPACES.includes(key.namespace) ||
    key.namespace.startsWith('aws:elasticbeanstalk:container:') ||
    key.namespace.startsWith('aws:elasticbeanstalk:environment:proxy');
/** Options of the launch template that can change without a new instance are few; the namespaces are taken as a whole. */
const REPLACING = ['aws:autoscaling:launchconfiguration', 'aws:ec2:instances', 'aws:ec2:vpc'];
/** Takes effect only on new instances: the service replaces them under its rolling update settings, not the policy. */
const replacesInstances = (key) => REPLACING.includes(key.namespace);
const touched = (change) => [...change.options, ...change.removeOptions];
const sameKey = (left, right) => left.namespace === right.namespace && left.name === right.name && (left.resource ?? '') === (right.resource ?? '');
/** Only environment properties are sure to be a deployment of their own to every instance, and so to raise its id. */
const raisesDeploymentId = (change) => change.version !== undefined || touched(change).some((key) => PROPERTY_NAMESPACES.includes(key.namespace));
/** Those of `wished` that are not deployed with that very value. */
function differing(wished, deployed) {
    return wished.filter((one) => !deployed.some((other) => sameKey(one, other) && one.value === other.value));
}
/** Those of `wished` that exist now. */
function present(wished, deployed) {
    return wished.filter((one) => deployed.some((other) => sameKey(one, other)));
}
//# sourceMappingURL=changes.js.map

/***/ }),

/***/ 3231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 5184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   If: () => (/* binding */ cancelledUnanswered),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Vh: () => (/* binding */ cancelledEarly),
/* harmony export */   lM: () => (/* binding */ planned),
/* harmony export */   mw: () => (/* binding */ broken)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1591);

const BARE = { proof: 'none', restored: 'not-needed', stillRunning: [] };
/** Nothing was changed, because of these problems (at least one). */
function refused(problems) {
    const [first] = problems;
    if (first === undefined)
        throw new Error('a refusal without a problem');
    const reason = problems.length === 1 ? first.what : `${problems.length} problems; nothing was changed.`;
    return { ...BARE, state: 'failed', reason, problem: first };
}
/** What would be done: the end of a dry run. */
function planned(plan) {
    const reason = plan.unchanged ?? 'This is what would be done; nothing was changed (dry run).';
    return { ...BARE, state: 'planned', reason };
}
/** Stopped before anything was changed. */
function cancelledEarly() {
    return { ...BARE, state: 'cancelled', reason: 'Stopped on request before anything was changed.' };
}
/** Stopped, and something did not answer in time: what the service does now is not known here. */
function cancelledUnanswered(environmentName) {
    return {
        ...BARE,
        state: 'cancelled',
        reason: 'Stopped on request; the service did not answer in time to say what has become of the update.',
        restored: 'no',
        stillRunning: [`An update of ${environmentName} may still be running or being aborted.`],
    };
}
/** The outside world failed, or there is a bug: the only place where an exception becomes an outcome. */
function broken(error) {
    const problem = error instanceof _problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l
        ? error.problem
        : {
            code: 'internal',
            blame: 'us',
            what: `An unexpected error ended the run: ${error instanceof Error ? error.message : String(error)}.`,
            hint: 'Run the job again with debug logging and report this with the log; look at the environment before you deploy again.',
        };
    return { ...BARE, state: 'failed', reason: problem.what, problem };
}
//# sourceMappingURL=endings.js.map

/***/ }),

/***/ 9505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   HN: () => (/* binding */ colorOf),
/* harmony export */   TN: () => (/* binding */ optionValue),
/* harmony export */   i9: () => (/* binding */ HEALTH_STATUSES)
/* harmony export */ });
const HEALTH_STATUSES = [
    'NoData',
    'Unknown',
    'Pending',
    'Ok',
    'Info',
    'Warning',
    'Degraded',
    'Severe',
    'Suspended',
];
/** The colour that the service shows for a status (AWS guide, "Health colors and statuses"). */
function colorOf(status) {
    switch (status) {
        case 'Ok':
        case 'Info':
            return 'Green';
        case 'Warning':
            return 'Yellow';
        case 'Degraded':
        case 'Severe':
            return 'Red';
        case 'NoData':
        case 'Unknown':
        case 'Pending':
        case 'Suspended':
            return 'Grey';
    }
}
/** Lower is better; the grey ones are "cannot tell" and have no rank. */
const RANK = { Ok: 0, Info: 1, Warning: 2, Degraded: 3, Severe: 4 };
/** `true` when `status` is no better and no worse than known, and worse than `baseline`; `undefined` when it cannot be told. */
function isWorse(status, baseline) {
    const left = RANK[status];
    const right = RANK[baseline];
    return left === undefined || right === undefined ? undefined : left > right;
}
function optionValue(options, namespace, name) {
    return options.find((option) => option.namespace === namespace && option.name === name)?.value;
}
//# sourceMappingURL=environment.js.map

/***/ }),

/***/ 5360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ instancesPerBatch),
/* harmony export */   G2: () => (/* binding */ PROPERTIES_NAMESPACE),
/* harmony export */   X$: () => (/* binding */ DEPLOYMENT_POLICIES),
/* harmony export */   aP: () => (/* binding */ fleetOf),
/* harmony export */   cp: () => (/* binding */ AUTO_SCALING_NAMESPACE),
/* harmony export */   iE: () => (/* binding */ policyIn),
/* harmony export */   oW: () => (/* binding */ batchCount),
/* harmony export */   qK: () => (/* binding */ batchIn),
/* harmony export */   xj: () => (/* binding */ HEALTH_NAMESPACE)
/* harmony export */ });
/* unused harmony exports ENVIRONMENT_NAMESPACE, ROLLING_UPDATE_NAMESPACE, formatBatch */
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9505);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3775);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3071);
/** What an environment's settings and instances say about its shape: how many, behind what, under which policy, how healthy. */



const ENVIRONMENT_NAMESPACE = 'aws:elasticbeanstalk:environment';
const HEALTH_NAMESPACE = 'aws:elasticbeanstalk:healthreporting:system';
const AUTO_SCALING_NAMESPACE = 'aws:autoscaling:asg';
const ROLLING_UPDATE_NAMESPACE = 'aws:autoscaling:updatepolicy:rollingupdate';
/** Environment properties ("environment variables" of the application). */
const PROPERTIES_NAMESPACE = 'aws:elasticbeanstalk:application:environment';
const DEPLOYMENT_POLICIES = [
    'AllAtOnce',
    'Rolling',
    'RollingWithAdditionalBatch',
    'Immutable',
    'TrafficSplitting',
];
function fleetOf(target) {
    const options = target.settings.options;
    const read = (namespace, name) => (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, namespace, name);
    const single = read(ENVIRONMENT_NAMESPACE, 'EnvironmentType') === 'SingleInstance';
    const worker = target.environment.tier === 'Worker';
    const minSize = single ? 1 : numberOr(read(AUTO_SCALING_NAMESPACE, 'MinSize'), 1);
    const seen = target.instances?.instances.length ?? target.instanceIds.length;
    const counted = seen > 0 || target.instances !== undefined;
    const enhanced = read(HEALTH_NAMESPACE, 'SystemType') === 'enhanced' || target.instances !== undefined;
    const ids = (target.instances?.instances ?? []).flatMap((one) => one.deployment?.id ?? []);
    const sick = sicknessOf(target, read(HEALTH_NAMESPACE, 'HealthCheckSuccessThreshold'));
    return {
        size: counted ? seen : minSize,
        counted,
        minSize,
        maxSize: single ? 1 : numberOr(read(AUTO_SCALING_NAMESPACE, 'MaxSize'), Math.max(4, minSize)),
        singleInstance: single,
        worker,
        cluster: target.environment.tier === 'Cluster',
        loadBalancer: single || worker ? 'none' : loadBalancerOf(read(ENVIRONMENT_NAMESPACE, 'LoadBalancerType')),
        enhancedHealth: enhanced,
        policy: policyIn(options),
        batch: batchIn(options),
        commandTimeout: (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(numberOr(read(_strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'Timeout'), 600)),
        ignoresHealth: read(_strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'IgnoreHealthCheck') === 'true',
        rollingUpdates: rollingUpdatesOf(options),
        ...(sick === undefined ? {} : { sick }),
        ...(ids.length === 0 ? {} : { deploymentId: Math.max(...ids) }),
    };
}
function numberOr(text, otherwise) {
    const value = Number(text);
    return text === undefined || text.trim() === '' || !Number.isFinite(value) ? otherwise : value;
}
/** The API's default is `classic` (AWS guide, "General options"). */
function loadBalancerOf(type) {
    return type === 'application' || type === 'network' ? type : 'classic';
}
/** The policy that these options amount to; the service's default is `AllAtOnce`. */
function policyIn(options) {
    const value = (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, _strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'DeploymentPolicy');
    return DEPLOYMENT_POLICIES.find((policy) => policy === value) ?? 'AllAtOnce';
}
/** The service's default is all instances at once: 100 %. */
function batchIn(options) {
    const size = numberOr((0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, _strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'BatchSize'), 100);
    return (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, _strategy_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_NAMESPACE */ .K, 'BatchSizeType') === 'Fixed'
        ? { kind: 'count', count: size }
        : { kind: 'percent', percent: size };
}
function rollingUpdatesOf(options) {
    if ((0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, ROLLING_UPDATE_NAMESPACE, 'RollingUpdateEnabled') !== 'true')
        return 'Disabled';
    const type = (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, ROLLING_UPDATE_NAMESPACE, 'RollingUpdateType');
    return type === 'Health' || type === 'Immutable' ? type : 'Time';
}
/** Instances of one batch: a percentage is rounded down, and there is always at least one. */
function instancesPerBatch(batch, size) {
    const wished = batch.kind === 'count' ? batch.count : Math.floor((size * batch.percent) / 100);
    return Math.max(1, Math.min(wished, Math.max(1, size)));
}
function batchCount(batch, size) {
    return Math.max(1, Math.ceil(size / instancesPerBatch(batch, size)));
}
function formatBatch(batch) {
    return batch.kind === 'percent' ? `${batch.percent}%` : String(batch.count);
}
/** Worse than what counts as a passed check (`HealthCheckSuccessThreshold`, `Ok` unless set; Info passes as Ok does). */
function sicknessOf(target, threshold) {
    const passing = threshold === 'Warning' || threshold === 'Degraded' || threshold === 'Severe' ? threshold : 'Info';
    const { healthStatus, health } = target.environment;
    if (healthStatus !== undefined && (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorse */ .Bx)(healthStatus, passing) === true)
        return `its health is ${healthStatus}`;
    const instances = target.instances?.instances ?? [];
    const sick = instances.filter((one) => (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorse */ .Bx)(one.status, passing) === true);
    if (sick.length > 0)
        return `${sick.length} of ${instances.length} instances are ${sick[0]?.status ?? 'sick'} or worse`;
    const colourOnly = healthStatus === undefined && target.instances === undefined;
    return colourOnly && (health === 'Red' || health === 'Yellow') ? `its health is ${health}` : undefined;
}
//# sourceMappingURL=fleet.js.map

/***/ }),

/***/ 3417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ renewed),
/* harmony export */   gx: () => (/* binding */ holderWords),
/* harmony export */   il: () => (/* binding */ decideLock),
/* harmony export */   j0: () => (/* binding */ heldWords),
/* harmony export */   li: () => (/* binding */ lockText),
/* harmony export */   mF: () => (/* binding */ readLock),
/* harmony export */   v$: () => (/* binding */ takeoverWords)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3071);
/** The deploy lock of an environment: who holds it, why, until when, and who may take it. Pure. */

function decideLock(seen, wish) {
    if (seen === undefined)
        return { decision: 'free' };
    const document = readLock(seen.text);
    if (document === undefined)
        return { decision: 'unreadable' };
    if (document.state === 'free')
        return { decision: 'free' };
    const { lock } = document;
    if (lock.nonce === wish.nonce)
        return { decision: 'ours' };
    const remaining = lock.lifetime - Math.max(seen.age, seen.watchedFor);
    if (remaining <= 0)
        return { decision: 'take-over', from: lock, because: 'expired' };
    if (isEarlierAttempt(lock.holder, wish.holder)) {
        return { decision: 'take-over', from: lock, because: 'earlier-attempt' };
    }
    if (isSamePerson(lock.holder, wish.holder))
        return { decision: 'take-over', from: lock, because: 'same-person' };
    return { decision: 'held', by: lock, remaining };
}
/** GitHub starts an attempt of a run only when the one before it has ended ("Re-running workflows and jobs"). */
function isEarlierAttempt(before, now) {
    return (before.kind === 'run' &&
        now.kind === 'run' &&
        before.runId !== undefined &&
        before.runId === now.runId &&
        before.repository === now.repository &&
        before.runAttempt !== undefined &&
        now.runAttempt !== undefined &&
        before.runAttempt < now.runAttempt);
}
/** Whoever locks twice means to change the reason or the time. */
const isSamePerson = (before, now) => before.kind === 'person' && now.kind === 'person' && before.actor !== undefined && before.actor === now.actor;
const renewed = (lock, now) => ({ ...lock, expiresAt: now + lock.lifetime });
/** A noun phrase: who it is, and since when. Foreign text. */
function holderWords({ holder, takenAt }) {
    const { actor, repository, run, runId, runAttempt, operation } = holder;
    const since = `since ${new Date(takenAt).toISOString()}`;
    if (holder.kind === 'person') {
        return `${actor ?? 'somebody'} (operation: ${operation}, ${since}${run === undefined ? '' : `, ${run}`})`;
    }
    if (runId === undefined)
        return `a run outside GitHub Actions (${operation}, ${since})`;
    const attempt = runAttempt === undefined || runAttempt === 1 ? '' : `, attempt ${runAttempt}`;
    const by = actor === undefined ? '' : ` of ${actor}`;
    return `run ${runId}${attempt}${by} in ${repository ?? 'some repository'} (${operation}, ${since}${run === undefined ? '' : `, ${run}`})`;
}
/** A sentence about a lock that stands in the way. Foreign text. */
function heldWords(environment, lock, remaining) {
    const reason = lock.reason === '' ? '' : ` Reason: ${lock.reason.replace(/[.\s]+$/, '')}.`;
    const until = lock.holder.kind === 'person'
        ? ` It ends by itself in ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(remaining)}.`
        : ` It ends by itself in ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(remaining)} unless its run renews it.`;
    return `The deploy lock of ${environment} is held by ${holderWords(lock)}.${reason}${until}`;
}
/** A sentence about a lock that was taken from somebody. Foreign text. */
function takeoverWords(environment, from, because) {
    const lock = `the deploy lock of ${environment} from ${holderWords(from)}`;
    const left = from.unfinished === undefined ? '' : ` ${from.unfinished}`;
    switch (because) {
        case 'expired':
            return from.holder.kind === 'person'
                ? `Took ${lock}: its time is over.`
                : `Took over ${lock}: it was not renewed for ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(from.lifetime)}, so that run is dead.${left}`;
        case 'earlier-attempt':
            return `Took over ${lock}: this run is a later attempt of the same one.${left}`;
        case 'same-person':
            return `Replaced ${lock}, which is the same person.`;
    }
}
const SCHEMA = 1;
function lockText(document) {
    if (document.state === 'free')
        return `${JSON.stringify({ schema: SCHEMA, state: 'free' })}\n`;
    const { lock } = document;
    const iso = (at) => new Date(at).toISOString();
    const shown = { ...lock, takenAt: iso(lock.takenAt), expiresAt: iso(lock.expiresAt) };
    return `${JSON.stringify({ schema: SCHEMA, state: 'held', lock: shown }, null, 1)}\n`;
}
/** Reads what `lockText` has written; `undefined` for anything else, which is then neither overwritten nor believed. */
function readLock(text) {
    const found = parsed(text);
    if (!isObject(found) || found.schema !== SCHEMA)
        return undefined;
    if (found.state === 'free')
        return { state: 'free' };
    const lock = isObject(found.lock) ? lockOf(found.lock) : undefined;
    return lock === undefined || found.state !== 'held' ? undefined : { state: 'held', lock };
}
function lockOf(entry) {
    const { nonce, reason, lifetime, unfinished } = entry;
    const [takenAt, expiresAt] = [instantOf(entry.takenAt), instantOf(entry.expiresAt)];
    const holder = isObject(entry.holder) ? holderOf(entry.holder) : undefined;
    if (typeof nonce !== 'string' || nonce === '' || holder === undefined)
        return undefined;
    if (takenAt === undefined || expiresAt === undefined)
        return undefined;
    if (typeof lifetime !== 'number' || !Number.isFinite(lifetime) || lifetime <= 0)
        return undefined;
    const said = typeof reason === 'string' ? reason : '';
    const left = typeof unfinished === 'string' ? { unfinished } : {};
    return { nonce, holder, reason: said, ...left, takenAt, expiresAt, lifetime };
}
function holderOf(entry) {
    const { kind, operation, runAttempt } = entry;
    if ((kind !== 'run' && kind !== 'person') || typeof operation !== 'string')
        return undefined;
    const texts = ['repository', 'runId', 'run', 'actor'];
    const more = Object.fromEntries(texts.flatMap((name) => (typeof entry[name] === 'string' ? [[name, entry[name]]] : [])));
    return { kind, operation, ...more, ...(typeof runAttempt === 'number' ? { runAttempt } : {}) };
}
function instantOf(value) {
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? undefined : at;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
//# sourceMappingURL=lock.js.map

/***/ }),

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ ActionError)
/* harmony export */ });
/** What is wrong, who can mend it, and how: the only form in which the action refuses or gives up. */
/** The outside world failed. Always carries the original error as its cause. */
class ActionError extends Error {
    name = 'ActionError';
    problem;
    nature;
    /** For mutating calls: the service may have acted although no answer arrived. Look before repeating. */
    answerLost;
    constructor(problem, options = {}) {
        super(problem.what, { cause: options.cause });
        this.problem = problem;
        this.nature = options.nature ?? 'permanent';
        this.answerLost = options.answerLost ?? false;
    }
}
//# sourceMappingURL=problem.js.map

/***/ }),

/***/ 2965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf),
/* harmony export */   g: () => (/* binding */ passwordsIn)
/* harmony export */ });
/** What in a named value must not appear in any log. */
/** Words that tell a secret by its name; `key` as a word of its own, so that MONKEY_MODE is none. */
const SECRET_NAME = /secret|token|passw|passphrase|pwd|credential|private|api_?key|access_?key|(?:^|[^a-z])keys?(?:[^a-z]|$)|auth(?!or(?!i))|dsn/i;
/** `postgres://user:password@host/…`, also several of them in one value. A password may hold an `@` of its own. */
const PASSWORD_IN_URL = /:\/\/[^/\s:@]*:([^/\s]+)@/g;
/** Shorter ones ("1", "on", "{") would tear holes into every line of the log, and so would the words below. */
const SHORTEST = 4;
const ORDINARY = /^(?:true|false|none|null|undefined|enabled?|disabled?|default|required|optional|auto|info|debug)$/i;
/** Texts to mask for this variable or option, each without line ends; empty when it holds no secret. */
function secretsOf(name, value) {
    // `encryptionKey` is read as `encryption_Key`.
    const isSecret = SECRET_NAME.test(name.replace(/([a-z\d])([A-Z])/g, '$1_$2'));
    const lines = isSecret || value.search(PASSWORD_IN_URL) >= 0 ? value.split(/[\r\n]+/).map((line) => line.trim()) : [];
    return [...new Set([...lines.filter(isWorthMasking), ...passwordsIn(value)])];
}
/** Passwords of the URLs in a text, as they are written there and as they are meant; not the shortest. */
function passwordsIn(text) {
    const written = [...text.matchAll(PASSWORD_IN_URL)].map(([, password = '']) => password);
    return [...new Set(written.flatMap((password) => [password, decoded(password)]))].filter(isWorthMasking);
}
const isWorthMasking = (text) => text.length >= SHORTEST && !ORDINARY.test(text);
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
//# sourceMappingURL=secrets.js.map

/***/ }),

/***/ 9896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $z: () => (/* binding */ whyNoSwap),
/* harmony export */   aF: () => (/* binding */ findSides),
/* harmony export */   sm: () => (/* binding */ whyNoRetiring)
/* harmony export */ });
/* unused harmony exports partnerOf, firstLabel, idlePrefixOf */
const LONGEST_NAME = 40;
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
function findSides(question) {
    const { environmentName, environments, wish } = question;
    const otherName = wish.idleName ?? partnerOf(environmentName);
    if (otherName === environmentName)
        return refused(sameName(environmentName));
    if (otherName.length > LONGEST_NAME)
        return refused(longName(otherName));
    const pair = [environmentName, otherName].flatMap((name) => environments.find((one) => one.name === name) ?? []);
    const problem = pair.map((one) => unusable(one, question)).find((one) => one !== undefined);
    if (problem !== undefined)
        return refused(problem);
    const [first, second] = pair;
    if (first === undefined)
        return refused(bothMissing(environmentName, otherName));
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
function unusable(environment, { application }) {
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
    if (environment.tier !== 'WebServer') {
        return {
            code: 'strategy-needs-web-tier',
            blame: 'you',
            what: `\`blue-green\` is not possible with ${name}: a ${environment.tier} environment has no CNAME that could be swapped.`,
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
        if (side.tier !== 'WebServer')
            return `${side.name} is a ${side.tier} environment`;
        if (side.status !== 'Ready')
            return `${side.name} is ${side.status}`;
        if (side.cname === undefined)
            return `${side.name} shows no CNAME`;
    }
    if (from === undefined || to === undefined || from.id === to.id)
        return 'the two sides are one environment';
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

/***/ 3775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ COMMAND_NAMESPACE),
/* harmony export */   v: () => (/* binding */ TRAFFIC_SPLITTING_NAMESPACE)
/* harmony export */ });
const COMMAND_NAMESPACE = 'aws:elasticbeanstalk:command';
const TRAFFIC_SPLITTING_NAMESPACE = 'aws:elasticbeanstalk:trafficsplitting';
//# sourceMappingURL=strategy.js.map

/***/ }),

/***/ 3071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   c$: () => (/* binding */ hours)
/* harmony export */ });
/** Instants and spans of time, and how people write them. No bare number of time crosses a function elsewhere. */
const seconds = (count) => count * 1_000;
const minutes = (count) => count * 60_000;
const hours = (count) => count * 3_600_000;
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/**
 * Reads `90`, `90s`, `10m`, `1h30m`, `500ms` or `1d`. A bare number means seconds, as in AWS's own action.
 * Answers `undefined` for anything else, so that the caller can name the input that was wrong.
 */
function parseDuration(text) {
    const trimmed = text.trim().toLowerCase();
    if (/^\d+(\.\d+)?$/.test(trimmed))
        return Math.round(Number(trimmed) * 1_000);
    if (!/^(\d+(\.\d+)?(ms|s|m|h|d)\s*)+$/.test(trimmed))
        return undefined;
    let total = 0;
    for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
        total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
    }
    return Math.round(total);
}
/** Writes a span as people say it: `850ms`, `9s`, `1m40s`, `2h05m`. */
function formatDuration(span) {
    if (span < 1_000)
        return `${Math.max(0, Math.round(span))}ms`;
    const total = Math.round(span / 1_000);
    const two = (value) => String(value).padStart(2, '0');
    if (total < 60)
        return `${total}s`;
    if (total < 3_600)
        return `${Math.floor(total / 60)}m${two(total % 60)}s`;
    return `${Math.floor(total / 3_600)}h${two(Math.floor((total % 3_600) / 60))}m`;
}
//# sourceMappingURL=time.js.map

/***/ }),

/***/ 5691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1939);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9815);
/** The action's entry for its main phase; the post phase comes here through `dist/post.js` (scripts/build.mjs). */


await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)((0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .wire */ .O)());
//# sourceMappingURL=index.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ giveBack),
/* harmony export */   x: () => (/* binding */ holdLock)
/* harmony export */ });
/* harmony import */ var _domain_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3417);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3071);
/** A lock that this run holds: renewed in the background while the run lives, and given back at its end. */



/** A lock is renewed three times in its lifetime: two failures in a row do not lose it. */
const RENEWALS = 3;
const TRIES = 4;
function holdLock(context, place, taken) {
    const { ports, say } = context;
    const stop = new AbortController();
    let lock = taken;
    const renewing = keepRenewing(context, place, () => lock, stop.signal);
    return {
        place,
        lock,
        note: async (unfinished) => {
            lock = { ...lock, unfinished };
            await renewOnce(ports, place, lock);
        },
        release: async () => {
            stop.abort();
            await renewing;
            const end = await giveBack(ports, place, lock.nonce);
            if (end !== 'released' && end !== 'not-ours')
                say({ type: 'notice', text: notReleased(place, lock, end.because) });
        },
    };
}
const notReleased = (place, lock, because) => `The lock of ${place.environment} could not be given back (${because.replace(/\.$/, '')}); it ends by itself ${Math.round(lock.lifetime / 1_000)}s after it was renewed last.`;
async function keepRenewing(context, place, lock, stop) {
    const { ports, say } = context;
    const usual = lock().lifetime / RENEWALS;
    let pause = usual;
    let isFailing = false;
    while (!stop.aborted) {
        await ports.clock.sleep(pause, stop);
        if (stop.aborted)
            return;
        const end = await renewOnce(ports, place, lock());
        if (stop.aborted)
            return;
        switch (end.renewal) {
            case 'renewed':
                isFailing = false;
                pause = usual;
                continue;
            case 'failed':
                if (!isFailing)
                    say({ type: 'notice', text: `The lock of ${place.environment} could not be renewed: ${end.because}` });
                isFailing = true;
                pause = Math.min(usual, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(10));
                continue;
            case 'lost':
                say({ type: 'warning', problem: lostProblem(place, end.to) });
                return;
        }
    }
}
async function renewOnce({ documents, clock }, place, lock) {
    const { bucket, key } = place;
    try {
        const found = await documents.read(bucket, key);
        const document = found === undefined ? undefined : (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .readLock */ .mF)(found.text);
        const now = document?.state === 'held' ? document.lock : undefined;
        if (found === undefined || now?.nonce !== lock.nonce)
            return { renewal: 'lost', to: now };
        const text = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockText */ .li)({ state: 'held', lock: (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .renewed */ .Fv)(lock, clock.now()) });
        const written = await documents.write({ bucket, key, text, replaces: found.etag });
        return written === 'written' ? { renewal: 'renewed' } : { renewal: 'failed', because: 'it was written meanwhile.' };
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l))
            throw error;
        return { renewal: 'failed', because: error.problem.what };
    }
}
const lostProblem = ({ environment }, to) => ({
    code: 'lock-lost',
    blame: 'you',
    what: `The lock of ${environment} is no longer held by this run: ${to === undefined ? 'somebody removed it' : `${(0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .holderWords */ .gx)(to)} has it now`}.`,
    hint: 'The rollout goes on, since half of it would be worse. Another run may begin beside it: watch the environment.',
});
/** Gives a lock back when it has this nonce. */
async function giveBack({ documents, clock }, place, nonce) {
    const { bucket, key } = place;
    let because = 'it was written by others again and again';
    for (let tries = 0; tries < TRIES; tries += 1) {
        if (tries > 0)
            await clock.sleep((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(0.25));
        try {
            const found = await documents.read(bucket, key);
            const document = found === undefined ? undefined : (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .readLock */ .mF)(found.text);
            if (found === undefined || document?.state !== 'held' || document.lock.nonce !== nonce)
                return 'not-ours';
            const text = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockText */ .li)({ state: 'free' });
            if ((await documents.write({ bucket, key, text, replaces: found.etag })) === 'written')
                return 'released';
        }
        catch (error) {
            if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l))
                throw error;
            because = error.problem.what;
            if (!error.answerLost && error.nature === 'permanent')
                break;
        }
    }
    return { because };
}
//# sourceMappingURL=held-lock.js.map

/***/ }),

/***/ 8482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K$: () => (/* binding */ PACE),
/* harmony export */   TL: () => (/* binding */ lockKey),
/* harmony export */   gj: () => (/* binding */ lockBucket),
/* harmony export */   qL: () => (/* binding */ lockBucketByName)
/* harmony export */ });
/** First pace of whoever waits for a lock, then a slower one. */
const PACE = { first: 5_000, later: 15_000 };
/**
 * One lock for each environment, beside the bundles. Names of environments are unique in a region and have only letters,
 * digits and hyphens; a bucket is in one region.
 */
const lockKey = (environment) => `beanstalk-rollout/locks/${environment}.json`;
/** The bucket that locks are kept in. Throws `ActionError`. */
async function lockBucket(bucket, { beanstalk }) {
    return bucket ?? (await beanstalk.storageBucket());
}
/** The same without a call that could create it: by its documented name; `undefined` when the account is unknown. */
async function lockBucketByName(bucket, region, { identity }) {
    if (bucket !== undefined)
        return bucket;
    const caller = await identity.caller();
    return caller === undefined ? undefined : `elasticbeanstalk-${region}-${caller.account}`;
}
//# sourceMappingURL=lock-place.js.map

/***/ }),

/***/ 7675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ runHolder),
/* harmony export */   hF: () => (/* binding */ createLocks),
/* harmony export */   wO: () => (/* binding */ lockedProblem)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1591);
/* harmony import */ var _held_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(898);
/* harmony import */ var _lock_place_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8482);
/* harmony import */ var _take_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7832);




function createLocks(request) {
    const { settings, say } = request;
    const nonce = request.ports.random.uuid();
    let held = [];
    let isOff = settings.mode === 'off';
    let bucket = request.bucket;
    const saved = (places) => places.map((place) => ({ place, nonce }));
    const takeOne = async (place, timeout) => {
        request.onPlaces(saved([...held.map((one) => one.place), place]));
        const taken = await (0,_take_js__WEBPACK_IMPORTED_MODULE_3__/* .takeLock */ .H)({ ...request, place, timeout, wish: wishOf(request, nonce) });
        switch (taken.taken) {
            case 'taken':
                held = [...held, (0,_held_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .holdLock */ .x)(request, place, taken.lock)];
                return { locked: 'yes', moved: false };
            case 'cancelled':
                return { locked: 'cancelled' };
            case 'held':
                return timeout === 0 && settings.mode === 'wait'
                    ? 'held'
                    : { locked: 'refused', problem: lockedProblem(taken.what, settings) };
            case 'unavailable':
                return unavailable(taken.problem);
        }
    };
    /** Without a lock the service and `on-busy` still keep two rollouts apart, less politely. */
    const unavailable = (problem) => {
        if (settings.isAskedFor)
            return { locked: 'refused', problem };
        isOff = true;
        say({ type: 'warning', problem: unlockedProblem(problem) });
        return { locked: 'yes', moved: false };
    };
    const take = async (environments) => {
        try {
            for (const environment of [...new Set(environments)].sort()) {
                if (isOff)
                    break;
                bucket ??= await (0,_lock_place_js__WEBPACK_IMPORTED_MODULE_2__/* .lockBucket */ .gj)(undefined, request.buckets);
                const place = { bucket, key: (0,_lock_place_js__WEBPACK_IMPORTED_MODULE_2__/* .lockKey */ .TL)(environment), environment };
                const end = await takeOne(place, settings.mode === 'fail' ? 0 : Math.max(1, settings.timeout));
                if (end !== 'held' && end.locked !== 'yes')
                    return end;
            }
            return { locked: 'yes', moved: false };
        }
        catch (error) {
            if (request.cancel.aborted)
                return { locked: 'cancelled' };
            if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
                throw error;
            return unavailable(error.problem);
        }
    };
    const release = async () => {
        const had = held;
        held = [];
        await Promise.all(had.map((one) => one.release()));
        request.onPlaces([]);
    };
    return {
        take,
        release,
        note: async (environment, unfinished) => {
            await Promise.all(held.filter(({ place }) => place.environment === environment).map((one) => one.note(unfinished)));
        },
        extend: async (environments) => {
            const names = held.map(({ place }) => place.environment);
            const more = [...new Set(environments)].filter((name) => !names.includes(name)).sort();
            for (const environment of more) {
                if (isOff || bucket === undefined)
                    break;
                const end = await takeOne({ bucket, key: (0,_lock_place_js__WEBPACK_IMPORTED_MODULE_2__/* .lockKey */ .TL)(environment), environment }, 0);
                if (end === 'held') {
                    // Holding one lock while waiting for another, two runs could wait for each other for ever.
                    await release();
                    const again = await take([...names, ...more]);
                    return again.locked === 'yes' ? { locked: 'yes', moved: true } : again;
                }
                if (end.locked !== 'yes')
                    return end;
            }
            return { locked: 'yes', moved: false };
        },
    };
}
function wishOf({ ports, settings, holder, reason }, nonce) {
    const takenAt = ports.clock.now();
    return { nonce, holder, reason, takenAt, expiresAt: takenAt + settings.expiry, lifetime: settings.expiry };
}
function runHolder(run, operation, kind = 'run') {
    const { repository, runId, runAttempt, actor, serverUrl } = run;
    const isKnown = repository !== undefined && runId !== undefined;
    return {
        kind,
        operation,
        ...(repository === undefined ? {} : { repository }),
        ...(runId === undefined ? {} : { runId }),
        ...(runAttempt === undefined ? {} : { runAttempt }),
        ...(actor === undefined ? {} : { actor }),
        ...(isKnown ? { run: `${serverUrl ?? 'https://github.com'}/${repository}/actions/runs/${runId}` } : {}),
    };
}
const lockedProblem = (what, settings) => ({
    code: 'environment-locked',
    blame: 'you',
    what,
    hint: settings.mode === 'fail'
        ? 'Run the job again when the lock is free, or set `deploy-lock: wait`.'
        : 'Run the job again when the lock is free, or give it more time with `lock-timeout`; a lock that a person left is removed with `operation: unlock`.',
});
const unlockedProblem = (problem) => ({
    ...problem,
    what: `The deploy lock could not be taken, so this run goes on without one: ${problem.what}`,
    hint: `${problem.hint} To do without the lock for good, set \`deploy-lock: off\`.`,
});
//# sourceMappingURL=locks.js.map

/***/ }),

/***/ 7832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ takeLock)
/* harmony export */ });
/* harmony import */ var _domain_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3417);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3071);
/* harmony import */ var _lock_place_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8482);
/** Takes a lock, waiting for it when somebody else holds it. A lost answer is looked up, never guessed. */




const SAID_EVERY = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(30);
const LOST_AT_MOST = 4;
async function takeLock(request) {
    const { clock } = request.ports;
    const startedAt = clock.now();
    const told = waitingLines(request, startedAt);
    let look;
    try {
        for (let lost = 0;;) {
            if (request.cancel.aborted)
                return { taken: 'cancelled' };
            look = await lookAt(request, look);
            const decision = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .decideLock */ .il)(seenOf(look, clock.now()), request.wish);
            switch (decision.decision) {
                case 'ours':
                    return taken(request, undefined);
                case 'unreadable':
                    return { taken: 'unavailable', problem: notALock(request.place) };
                case 'held': {
                    const waited = clock.now() - startedAt;
                    const what = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .heldWords */ .j0)(request.place.environment, decision.by, decision.remaining);
                    if (waited >= request.timeout)
                        return { taken: 'held', by: decision.by, what, waited };
                    told(what);
                    await clock.sleep(pause(waited, request.timeout, decision.remaining), request.cancel);
                    break;
                }
                case 'free':
                case 'take-over': {
                    const written = await write(request, look);
                    if (written === 'written')
                        return taken(request, decision);
                    if (written === 'conflict' && look.unreadable !== undefined) {
                        return { taken: 'unavailable', problem: look.unreadable };
                    }
                    if (written === 'lost')
                        lost += 1;
                    if (lost >= LOST_AT_MOST)
                        return { taken: 'unavailable', problem: unanswered(request.place) };
                    await clock.sleep((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(1), request.cancel);
                }
            }
        }
    }
    catch (error) {
        if (request.cancel.aborted)
            return { taken: 'cancelled' };
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l))
            throw error;
        return { taken: 'unavailable', problem: error.problem };
    }
}
function taken({ place, say, wish }, decision) {
    if (decision?.decision !== 'take-over')
        return { taken: 'taken', lock: wish };
    say({ type: 'notice', text: (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .takeoverWords */ .v$)(place.environment, decision.from, decision.because) });
    return { taken: 'taken', lock: wish, from: decision.from };
}
async function lookAt({ ports, place }, before) {
    const { documents, clock } = ports;
    try {
        const found = await documents.read(place.bucket, place.key);
        const isSame = before !== undefined && found !== undefined && before.found?.text === found.text;
        return { found, since: isSame ? before.since : clock.now() };
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l) || error.problem.code !== 'permission-denied')
            throw error;
        return { found: undefined, since: clock.now(), unreadable: error.problem };
    }
}
const seenOf = ({ found, since }, now) => found === undefined ? undefined : { text: found.text, age: found.age, watchedFor: now - since };
async function write({ ports, place, wish }, { found }) {
    const { bucket, key } = place;
    const text = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockText */ .li)({ state: 'held', lock: wish });
    try {
        return await ports.documents.write({ bucket, key, text, ...(found === undefined ? {} : { replaces: found.etag }) });
    }
    catch (error) {
        if (error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l && error.answerLost)
            return 'lost';
        throw error;
    }
}
/** At the latest when the lock ends by itself, and when the time to wait does. */
function pause(waited, timeout, remaining) {
    const pace = waited < (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(60) ? _lock_place_js__WEBPACK_IMPORTED_MODULE_3__/* .PACE */ .K$.first : _lock_place_js__WEBPACK_IMPORTED_MODULE_3__/* .PACE */ .K$.later;
    return Math.max(250, Math.min(pace, timeout - waited, remaining));
}
/** Says who holds the lock: at once, when that changes, and every half minute. */
function waitingLines({ say, ports, place }, startedAt) {
    let holder = '';
    let saidAt = Number.NEGATIVE_INFINITY;
    return (what) => {
        const now = ports.clock.now();
        const who = what.split(' It ends by itself')[0] ?? what;
        if (who === holder && now - saidAt < SAID_EVERY)
            return;
        holder = who;
        saidAt = now;
        const waited = Math.round((now - startedAt) / 1_000);
        say({ type: 'notice', text: `Waiting for the lock of ${place.environment} (${waited}s so far). ${what}` });
    };
}
const notALock = ({ bucket, key }) => ({
    code: 'lock-unreadable',
    blame: 'you',
    what: `The object ${key} in the bucket ${bucket} is no lock that this release of the action can read.`,
    hint: 'Use one release of the action for an environment, or delete the object.',
});
const unanswered = ({ bucket, key }) => ({
    code: 'lock-unreadable',
    blame: 'aws',
    what: `S3 did not answer when the lock ${key} was to be written to the bucket ${bucket}.`,
    hint: 'Run the job again.',
});
//# sourceMappingURL=take.js.map

/***/ }),

/***/ 1939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/domain/endings.js
var endings = __nccwpck_require__(5184);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __nccwpck_require__(3071);
;// CONCATENATED MODULE: ./lib/domain/input.js
/** How an input is declared (kind, default, help), the type a declaration stands for, and the kinds of text that can be read. */

const ALL_SO_FAR = ['deploy'];
const required = (kind, described) => ({
    operations: ALL_SO_FAR,
    ...described,
    kind,
    presence: 'always',
});
const optional = (kind, described) => ({
    operations: ALL_SO_FAR,
    ...described,
    kind,
    presence: 'sometimes',
});
const withDefault = (kind, text, described) => ({
    operations: ALL_SO_FAR,
    ...described,
    kind,
    default: text,
    presence: 'always',
});
/** Reads every declared input; an empty text counts as not given. Never stops at the first failure. */
function readInputs(declarations, lookUp) {
    const values = {};
    const failures = [];
    for (const [name, declaration] of Object.entries(declarations)) {
        const given = lookUp(name).trim();
        const text = given === '' ? declaration.default : given;
        if (text === undefined) {
            if (declaration.presence === 'always')
                failures.push({ name, state: 'missing', declaration });
            continue;
        }
        const reading = declaration.kind.read(text);
        if ('value' in reading)
            values[name] = reading.value;
        else
            failures.push({ name, state: 'wrong', text, declaration, ...reading });
    }
    // The one cast of the input machinery: the record was filled from the declarations themselves.
    return { values: values, failures };
}
const input_text = (accepts, rule) => ({
    accepts,
    read: (given) => (rule === undefined || rule.pattern.test(given) ? { value: given } : { because: rule.because }),
});
/** The booleans of YAML 1.2, as the runner's own toolkit reads them. */
const flag = {
    accepts: '`true` or `false`',
    choices: ['true', 'false'],
    read: (given) => {
        if (/^(true|True|TRUE)$/.test(given))
            return { value: true };
        if (/^(false|False|FALSE)$/.test(given))
            return { value: false };
        return { because: 'is neither `true` nor `false`', wrong: given };
    },
};
const choice = (choices) => ({
    accepts: choices.map((one) => `\`${one}\``).join(', '),
    choices,
    read: (given) => {
        const found = choices.find((one) => one === given);
        return found === undefined ? { because: 'is none of its values', wrong: given } : { value: found };
    },
});
/** A whole number within limits. */
const count = (least, most) => ({
    accepts: `a whole number from ${least} to ${most}`,
    read: (given) => within(given, /^\d+$/, least, most, 'a whole number'),
});
/** Whole percents, with or without the sign. */
const percent = (least, most) => ({
    accepts: `a percentage from ${least} to ${most}, with or without \`%\``,
    read: (given) => within(given.replace(/\s*%$/, ''), /^\d+$/, least, most, 'a whole percentage'),
});
function within(given, shape, least, most, what) {
    if (!shape.test(given))
        return { because: `is not ${what}` };
    const value = Number(given);
    return value < least || value > most ? { because: `is not between ${least} and ${most}` } : { value };
}
/** A span of time; a bare number means seconds, as in AWS's own action. */
const duration = (least, most) => ({
    accepts: 'a duration such as `90s`, `10m` or `1h30m` (a bare number means seconds)',
    read: (given) => {
        const span = (0,time/* parseDuration */.E9)(given);
        if (span === undefined)
            return { because: 'is not a duration' };
        if (span < least)
            return { because: `is shorter than ${(0,time/* formatDuration */.a3)(least)}` };
        if (most !== undefined && span > most)
            return { because: `is longer than ${(0,time/* formatDuration */.a3)(most)}` };
        return { value: span };
    },
});
/** Entries on lines of their own or separated by commas; empty ones and `#` comments are left out. */
const list = (accepts) => ({
    accepts,
    read: (given) => ({
        value: given
            .split(/\r?\n/)
            .filter((line) => !line.trim().startsWith('#'))
            .flatMap((line) => line.split(','))
            .map((entry) => entry.trim())
            .filter((entry) => entry !== ''),
    }),
});
/** A list of words out of a given set, in any case; answered as the set spells them. */
const words = (choices) => ({
    accepts: `a list out of ${choices.map((one) => `\`${one}\``).join(', ')}`,
    choices,
    read: (given) => {
        const entries = given
            .split(/[,\n]/)
            .map((entry) => entry.trim())
            .filter((entry) => entry !== '');
        const found = [];
        for (const entry of entries) {
            const match = choices.find((one) => one.toLowerCase() === entry.toLowerCase());
            if (match === undefined)
                return { because: `holds "${entry}", which is none of its values`, wrong: entry };
            if (!found.includes(match))
                found.push(match);
        }
        return found.length === 0 ? { because: 'is an empty list' } : { value: found };
    },
});
/** Names of environment properties may hold letters, digits and `_ . : / + \ - @` (AWS guide, "Environment properties"). */
const PAIR_NAME = /^[A-Za-z0-9_.:/+\\@-]{1,128}$/;
/** `KEY=value` lines. Values may be secrets, so failures name lines, never what stands there. */
const pairs = {
    accepts: '`KEY=value` lines; `KEY=` removes the key',
    secret: true,
    read: (given) => {
        const set = {};
        const remove = [];
        for (const [index, line] of given.split(/\r?\n/).entries()) {
            const trimmed = line.trim();
            if (trimmed === '' || trimmed.startsWith('#'))
                continue;
            const split = trimmed.indexOf('=');
            if (split < 0)
                return { because: `has no \`=\` on line ${index + 1}` };
            const name = trimmed.slice(0, split).trim();
            if (!PAIR_NAME.test(name))
                return { because: `has no valid name before the \`=\` on line ${index + 1}` };
            if (Object.hasOwn(set, name) || remove.includes(name))
                return { because: `names ${name} twice` };
            const value = trimmed.slice(split + 1).trim();
            if (value === '')
                remove.push(name);
            else
                Object.defineProperty(set, name, { value, enumerable: true });
        }
        return { value: { set, remove } };
    },
};
/** JSON or YAML, inline or in a file; `inputs/` parses it, because a parser is no business of the domain. */
const input_document = (accepts) => ({
    accepts,
    secret: true,
    read: (given) => ({ value: given }),
});
/** A path relative to the workspace, or absolute and inside it. Whether it is there is checked by `inputs/`. */
const path = (place) => ({
    accepts: `the path of a ${place} inside the workspace`,
    place,
    read: (given) => (given.includes('\0') ? { because: 'holds a character that no path can hold' } : { value: given }),
});
//# sourceMappingURL=input.js.map
// EXTERNAL MODULE: ./lib/operations/index.js + 1 modules
var operations = __nccwpck_require__(9184);
// EXTERNAL MODULE: ./lib/domain/changes.js
var changes = __nccwpck_require__(8705);
// EXTERNAL MODULE: ./lib/domain/fleet.js
var domain_fleet = __nccwpck_require__(5360);
// EXTERNAL MODULE: ./lib/domain/strategy.js
var strategy = __nccwpck_require__(3775);
;// CONCATENATED MODULE: ./lib/strategies/durations.js

/** Messages are the observed wordings; one that is not recognised is no loss but an estimate instead of a lesson. */
const MARKS = [
    {
        phase: 'opening',
        from: /^Environment update is starting\./,
        to: /^(Deploying new version to instance|Immutable deployment policy enabled|Rolling with Additional Batch|Batch 1: Starting)/,
    },
    {
        phase: 'at-once',
        from: /^Deploying new version to instance\(s\)\./,
        to: /^New application version was deployed to running EC2 instances\./,
    },
    {
        phase: 'deregister',
        from: /^Batch \d+: De-registering instance/,
        to: /^Batch \d+: Starting application deployment command execution/,
    },
    {
        phase: 'command',
        from: /^Batch \d+: Starting application deployment command execution/,
        to: /^Batch \d+: Completed application deployment command execution/,
    },
    {
        phase: 'register',
        from: /^Batch \d+: Registering instance/,
        to: /^Batch \d+: Completed application deployment\./,
    },
    {
        phase: 'launch',
        from: /^(Immutable deployment policy enabled|Rolling with Additional Batch)/,
        to: /^(Adding new instance\(s\)|Batch 1: \d+ EC2 instance\(s\) .* launched)/,
    },
    {
        phase: 'health',
        from: /^Waiting for instance\(s\) .* to pass health checks/,
        to: /^(Test instance passed health checks|Detached new instance)/,
    },
    {
        phase: 'attach',
        from: /^Detached new instance/,
        to: /^Deployment succeeded\. Terminating old instances/,
    },
    {
        phase: 'clean-up',
        from: /^Deployment succeeded\. Terminating old instances/,
        to: /^Environment update completed successfully\./,
    },
    {
        phase: 'settings',
        from: /^Updating environment .*'s configuration settings\./,
        to: /^Successfully deployed new configuration to environment\./,
    },
];
const START = /^Environment update is starting\./;
const END = /^Environment update completed successfully\./;
/** In-place deployments in batches, or with new instances, also carry the lines of the `at-once` phase. */
const IN_BATCHES = /^(Batch \d+:|Immutable deployment policy|Rolling with Additional Batch|Created temporary auto scaling)/;
const DEPLOYS = /^(Deploying new version|New application version was deployed)/;
const FAILS = /^(Failed to|Unsuccessful command|During an aborted deployment|The environment was reverted)/;
/** The median length of each phase in those of the environment's earlier updates that are there from start to good end. */
function learn(recentEvents) {
    const samples = new Map();
    for (const update of earlierUpdates(recentEvents)) {
        const inBatches = update.some((event) => IN_BATCHES.test(event.message));
        const deploys = update.some((event) => DEPLOYS.test(event.message));
        for (const { phase, from, to } of MARKS) {
            if ((phase === 'at-once' && inBatches) || (phase === 'settings' && (deploys || inBatches)))
                continue;
            samples.set(phase, [...(samples.get(phase) ?? []), ...spans(update, from, to)]);
        }
    }
    const lessons = new Map();
    for (const [phase, spansOfPhase] of samples) {
        const middle = [...spansOfPhase].sort((left, right) => left - right)[Math.floor(spansOfPhase.length / 2)];
        if (middle !== undefined)
            lessons.set(phase, middle);
    }
    return lessons;
}
/** Complete, successful updates, each oldest event first. */
function earlierUpdates(newestFirst) {
    const updates = [];
    let open;
    // Reversed before sorting: equal dates keep the order in which the service wrote them.
    for (const event of [...newestFirst].reverse().sort((left, right) => left.date - right.date)) {
        if (START.test(event.message))
            open = [];
        if (open === undefined)
            continue;
        open.push(event);
        if (FAILS.test(event.message))
            open = undefined;
        else if (END.test(event.message)) {
            updates.push(open);
            open = undefined;
        }
    }
    return updates;
}
function spans(update, from, to) {
    const found = [];
    let since;
    for (const event of update) {
        if (since !== undefined && to.test(event.message)) {
            found.push(event.date - since);
            since = undefined;
        }
        // The first of several "from" lines counts: the health wait is announced once per group.
        if (from.test(event.message))
            since ??= event.date;
    }
    return found;
}
/**
 * Typical lengths where nothing was learned. Twelve good checks, ten seconds apart, are two minutes, and eighteen of
 * a worker are three (AWS guide, "Enhanced health": rolling deployments); the rest are rounded from event logs that
 * users have published (for example https://github.com/aws/aws-elastic-beanstalk-cli/issues/50).
 */
function typical(phase, of) {
    switch (phase) {
        case 'opening':
            return (0,time/* seconds */.YA)(10);
        case 'at-once':
            return (0,time/* seconds */.YA)(60);
        case 'deregister':
            return (0,time/* seconds */.YA)(20);
        case 'command':
            return (0,time/* seconds */.YA)(30);
        case 'register':
            return of.enhancedHealth ? (0,time/* seconds */.YA)(of.worker ? 205 : 145) : (0,time/* seconds */.YA)(45);
        case 'launch':
            return (0,time/* minutes */.Gx)(2);
        case 'health':
            return of.enhancedHealth ? (0,time/* seconds */.YA)(of.worker ? 185 : 125) : (0,time/* seconds */.YA)(60);
        case 'attach':
            return (0,time/* seconds */.YA)(140);
        case 'clean-up':
            // Seen: 3m12s for one instance, 7m51s for three; connections drain side by side, so it does not grow for ever.
            return Math.min((0,time/* minutes */.Gx)(12), (0,time/* seconds */.YA)(60 + 140 * Math.max(1, of.instances)));
        case 'settings':
            return (0,time/* seconds */.YA)(40);
    }
}
//# sourceMappingURL=durations.js.map
;// CONCATENATED MODULE: ./lib/strategies/forecast.js
/** Numbers of a plan before it starts: duration, capacity, extra instances, and the longest the service may take. */




/** `updates`: those around the deployment itself that only set or restore the policy. */
function figures(policy, change, target, updates) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    const lessons = learn(target.recentEvents);
    const shape = fleet.cluster
        ? clusterShape(fleet)
        : deploysToInstances(change)
            ? shapeOf(policy, fleet)
            : settingsOnly(change, fleet);
    const own = add(shape.course, lessons, fleet);
    const around = add([
        ['opening', updates],
        ['settings', updates],
    ], lessons, fleet);
    const duration = own.total + around.total + shape.evaluation;
    return {
        duration,
        durationBasis: own.learned * 2 >= own.total ? 'learned' : 'estimated',
        lowestCapacity: shape.lowest,
        capacity: fleet.size,
        extraInstances: shape.extra,
        extraInstanceHours: round((shape.extra * shape.extraShare * duration) / (0,time/* hours */.c$)(1)),
        downtime: fleet.cluster ? 'unknown' : downtimeOf(change, fleet, shape.lowest),
        versionsSideBySide: shape.sideBySide,
        wayBack: shape.wayBack,
    };
}
/** One number for a `settle` step: the usual length of the deployment without the updates around it. */
function usualDuration(policy, change, target) {
    return figures(policy, change, target, 0).duration;
}
function usualSettingsDuration(target) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    return add([
        ['opening', 1],
        ['settings', 1],
    ], learn(target.recentEvents), fleet).total;
}
const deploysToInstances = (change) => (0,changes/* raisesDeploymentId */._p)(change) || (0,changes/* touched */.FI)(change).some(changes/* changesInstances */.sU);
function downtimeOf(change, fleet, lowest) {
    if ((0,changes/* touched */.FI)(change).some(changes/* replacesInstances */.y4))
        return fleet.rollingUpdates === 'Disabled' ? 'unknown' : 'none';
    return lowest === 0 ? 'seconds' : 'none';
}
function add(course, lessons, fleet) {
    const of = { enhancedHealth: fleet.enhancedHealth, worker: fleet.worker, instances: fleet.size };
    let total = 0;
    let learned = 0;
    for (const [phase, times] of course) {
        const lesson = lessons.get(phase);
        total += times * (lesson ?? typical(phase, of));
        if (lesson !== undefined)
            learned += times * lesson;
    }
    return { total, learned };
}
const round = (value) => Math.round(value * 100) / 100;
const REDEPLOY = 'the version from before is deployed again, all at once';
function shapeOf({ policy, batch, evaluation }, fleet) {
    const size = fleet.size;
    const several = size > 1 ? 1 : 0;
    const batches = (0,domain_fleet/* batchCount */.oW)(batch, size);
    const perBatch = (0,domain_fleet/* instancesPerBatch */.Ec)(batch, size);
    const balanced = fleet.loadBalancer === 'none' ? 0 : 1;
    const nothing = { evaluation: 0, extra: 0, extraShare: 0, sideBySide: false };
    const inBatches = [
        ['deregister', balanced * batches],
        ['command', batches],
        ['register', batches],
    ];
    switch (policy) {
        case 'AllAtOnce':
            return {
                ...nothing,
                course: [
                    ['opening', 1],
                    ['at-once', 1],
                ],
                lowest: 0,
                wayBack: REDEPLOY,
            };
        case 'Rolling':
            return {
                ...nothing,
                course: [['opening', 1], ...inBatches],
                lowest: Math.max(0, size - perBatch),
                sideBySide: batches > 1,
                wayBack: `finished batches keep the new one until ${REDEPLOY}`,
            };
        case 'RollingWithAdditionalBatch':
            return {
                ...nothing,
                course: [['opening', 1], ['launch', 1], ['register', 1], ...inBatches],
                lowest: size,
                extra: perBatch,
                extraShare: 1,
                sideBySide: true,
                wayBack: `finished batches keep the new one until ${REDEPLOY}`,
            };
        case 'Immutable':
            return {
                ...nothing,
                course: [
                    ['opening', 1],
                    ['launch', 1 + several],
                    ['health', 1 + several],
                    ['attach', 1],
                    ['clean-up', 1],
                ],
                lowest: size,
                extra: size,
                extraShare: size > 1 ? 0.75 : 1,
                sideBySide: true,
                wayBack: 'the old instances stay; the new ones are terminated',
            };
        case 'TrafficSplitting':
            return {
                course: [
                    ['opening', 1],
                    ['launch', 1],
                    ['health', 1],
                    ['attach', 1],
                    ['clean-up', 1],
                ],
                evaluation,
                lowest: size,
                extra: size,
                extraShare: 1,
                sideBySide: true,
                wayBack: 'all requests go to the old instances again',
            };
    }
}
/** Cluster environments roll pods and go back by themselves when that fails; little else is known of them. */
function clusterShape(fleet) {
    return {
        course: [['launch', 3]],
        evaluation: 0,
        lowest: fleet.size,
        extra: 0,
        extraShare: 0,
        sideBySide: true,
        wayBack: 'the service rolls back by itself',
    };
}
function settingsOnly(change, fleet) {
    const replaces = (0,changes/* touched */.FI)(change).some(changes/* replacesInstances */.y4);
    const nothing = { evaluation: 0, extra: 0, extraShare: 0, sideBySide: false };
    return {
        ...nothing,
        course: replaces
            ? [
                ['opening', 1],
                ['launch', fleet.size],
                ['health', fleet.size],
            ]
            : [
                ['opening', 1],
                ['settings', 1],
            ],
        lowest: replaces ? Math.max(0, fleet.rollingUpdates === 'Disabled' ? 0 : fleet.size - 1) : fleet.size,
        wayBack: 'set the options to their earlier values',
    };
}
/** What the service adds to the command timeout by itself (AWS guide, "Deployment policies and settings"). */
const GRACE = (0,time/* minutes */.Gx)(4);
/**
 * The longest that the service itself may take, with room for launches and cleaning up: one command timeout per
 * batch, and never under 30 (immutable) or 40 minutes (traffic splitting), which published event logs come near to.
 */
function longest(policy, change, target, updates) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    const around = (0,time/* minutes */.Gx)(10) * updates;
    const twice = 2 * figures(policy, change, target, updates).duration;
    if (fleet.cluster)
        return Math.max((0,time/* minutes */.Gx)(40), twice);
    if (!deploysToInstances(change)) {
        const replaced = (0,changes/* touched */.FI)(change).some(changes/* replacesInstances */.y4) ? fleet.size * (0,time/* minutes */.Gx)(30) : 0;
        return Math.max((0,time/* minutes */.Gx)(20) + replaced + around, twice);
    }
    const command = fleet.commandTimeout + GRACE;
    const batches = (0,domain_fleet/* batchCount */.oW)(policy.batch, fleet.size);
    return Math.max(longestUnder(policy, command, batches, fleet.size) + around, twice);
}
function longestUnder({ policy, evaluation }, command, batches, size) {
    const replacing = (0,time/* minutes */.Gx)(10) + (0,time/* minutes */.Gx)(2) * size;
    switch (policy) {
        case 'AllAtOnce':
            return command + (0,time/* minutes */.Gx)(5);
        case 'Rolling':
            return command * batches + (0,time/* minutes */.Gx)(5);
        case 'RollingWithAdditionalBatch':
            return command * (batches + 1) + (0,time/* minutes */.Gx)(15);
        case 'Immutable':
            return Math.max((0,time/* minutes */.Gx)(30), 2 * command + replacing);
        case 'TrafficSplitting':
            return Math.max((0,time/* minutes */.Gx)(40), command + replacing) + evaluation;
    }
}
//# sourceMappingURL=forecast.js.map
;// CONCATENATED MODULE: ./lib/strategies/way-back.js
/**
 * The way back of an update in place, as steps: the version and the options from before, all at once.
 *
 * All at once, whatever the environment's policy is: a health-gated policy waits for instances that may be sick because
 * of what is being taken back, and every minute of waiting is a minute of the failure. It costs some seconds of downtime.
 */




const POLICY = { namespace: strategy/* COMMAND_NAMESPACE */.K, name: 'DeploymentPolicy' };
const AT_ONCE = { ...POLICY, value: 'AllAtOnce' };
const ALL = { kind: 'percent', percent: 100 };
const keyOf = ({ namespace, name, resource }) => resource === undefined ? { namespace, name } : { namespace, name, resource };
/** The former values of options that are about to be changed, added or removed. */
function formerOptions(set, removed, deployed) {
    const changed = (0,changes/* differing */.R1)(set, deployed);
    const had = [...changed, ...(0,changes/* present */.Eb)(removed, deployed)].flatMap((one) => deployed.filter((other) => (0,changes/* sameKey */.el)(one, other)));
    const isHidden = (one) => /^\*+$/.test(one.value);
    return {
        options: had.filter((one) => !isHidden(one)),
        removeOptions: changed.filter((one) => !deployed.some((other) => (0,changes/* sameKey */.el)(one, other))).map(keyOf),
        unknown: had.filter(isHidden).map(keyOf),
    };
}
const refOf = ({ environment }) => ({
    id: environment.id,
    name: environment.name,
});
/** Takes a change of the policy back, in an update of its own. */
function undoPolicy(set, target) {
    const former = formerOptions(set, [], target.settings.options);
    if (former.options.length + former.removeOptions.length === 0)
        return [];
    return settingSteps('restore-policy', former, target);
}
/**
 * Takes a deployment back. `atWork` is the policy that rules the environment by then; `isPolicyPutBack` says that the
 * undo of an earlier step puts the policy back anyway.
 */
function undoDeployment(change, target, atWork, isPolicyPutBack) {
    const { environment, settings } = target;
    const former = formerOptions(change.options, change.removeOptions, settings.options);
    const label = change.version === undefined ? undefined : environment.versionLabel;
    // An environment that never had a version has no way back to one.
    if (change.version !== undefined && label === undefined)
        return [];
    if (label === undefined && former.options.length + former.removeOptions.length === 0)
        return [];
    const back = backwards(change, former, label);
    const needsPolicy = atWork !== 'AllAtOnce' && !(0,domain_fleet/* fleetOf */.aP)(target).cluster && (0,changes/* raisesDeploymentId */._p)(back);
    const atOnce = { options: [AT_ONCE], removeOptions: [], unknown: [] };
    return [
        ...(needsPolicy ? settingSteps('set-policy', atOnce, target) : []),
        ...redeploying(back, former, target),
        ...(needsPolicy && !isPolicyPutBack ? undoPolicy([AT_ONCE], target) : []),
    ];
}
/** The way back as a change, for durations. */
const backwards = (change, former, label) => ({
    application: change.application,
    options: former.options,
    removeOptions: former.removeOptions,
    restorePolicy: false,
    ...(label === undefined ? {} : { version: { kind: 'existing', label } }),
});
function redeploying(back, former, target) {
    const environment = refOf(target);
    const label = back.version === undefined ? {} : { versionLabel: back.version.label };
    const { options, removeOptions } = former;
    return [
        { kind: 'update', environment, purpose: 'undo', ...label, options, removeOptions },
        {
            kind: 'settle',
            environment,
            expects: {
                ...expected(target),
                ...label,
                options,
                removedOptions: removeOptions,
                raisesDeploymentId: (0,changes/* raisesDeploymentId */._p)(back),
            },
            expectedDuration: usualDuration({ policy: 'AllAtOnce', batch: ALL, evaluation: 0 }, back, target),
        },
    ];
}
function settingSteps(purpose, { options, removeOptions }, target) {
    const environment = refOf(target);
    return [
        { kind: 'update', environment, purpose, options, removeOptions },
        {
            kind: 'settle',
            environment,
            expects: { ...expected(target), options, removedOptions: removeOptions, raisesDeploymentId: false },
            expectedDuration: usualSettingsDuration(target),
        },
    ];
}
/** By the time of the way back other labels and deployment ids have been seen; the rollout brings them up to date. */
function expected(target) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    return {
        enhancedHealth: fleet.enhancedHealth,
        instances: fleet.counted ? Math.min(fleet.size, fleet.minSize) : fleet.enhancedHealth ? fleet.minSize : 0,
    };
}
/** What the user should know beforehand about a way back that this run would go by itself. */
function wayBackCautions(change, target) {
    const { environment, settings } = target;
    const { unknown } = formerOptions(change.options, change.removeOptions, settings.options);
    const names = unknown.map(({ namespace, name }) => `${namespace}:${name}`).join(', ');
    return [
        ...(change.version !== undefined && environment.versionLabel === undefined
            ? ['The environment has no version yet, so there is none to go back to.']
            : []),
        ...(unknown.length > 0 ? [`A rollback cannot put ${names} back: Elastic Beanstalk does not show its value.`] : []),
    ];
}
//# sourceMappingURL=way-back.js.map
;// CONCATENATED MODULE: ./lib/strategies/in-place.js
/** Updating the environment that serves, under one of the service's deployment policies: shared by all strategies that do so. */





const command = (name, value) => ({ namespace: strategy/* COMMAND_NAMESPACE */.K, name, value });
/** The options that make this policy rule. */
function policyRequest(policy, trafficPercent) {
    return {
        policy: policy.policy,
        options: [
            command('DeploymentPolicy', policy.policy),
            ...batchOptions(policy),
            ...(policy.policy === 'TrafficSplitting' && trafficPercent !== undefined
                ? [
                    { namespace: strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v, name: 'NewVersionPercent', value: String(trafficPercent) },
                    {
                        namespace: strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v,
                        name: 'EvaluationTime',
                        value: String(Math.round(policy.evaluation / 60_000)),
                    },
                ]
                : []),
        ],
    };
}
function batchOptions({ policy, batch }) {
    if (policy !== 'Rolling' && policy !== 'RollingWithAdditionalBatch')
        return [];
    return batch.kind === 'percent'
        ? [command('BatchSizeType', 'Percentage'), command('BatchSize', String(batch.percent))]
        : [command('BatchSizeType', 'Fixed'), command('BatchSize', String(batch.count))];
}
const POLICY_OPTIONS = ['DeploymentPolicy', 'BatchSizeType', 'BatchSize'];
const setsPolicy = (key) => key.namespace === strategy/* COMMAND_NAMESPACE */.K && key.name === 'DeploymentPolicy';
/** Options that shape a deployment: sent together with a version they do not rule that very deployment. */
const shapesDeployment = (key) => (key.namespace === strategy/* COMMAND_NAMESPACE */.K && POLICY_OPTIONS.includes(key.name)) ||
    key.namespace === strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v;
/**
 * A policy is a setting of the environment, and one sent together with a version has been reported not to rule that
 * very deployment (https://github.com/aws/aws-sdk-ruby/issues/1394), so it goes first, in an update of its own.
 */
function policyMove(wish, change, target) {
    const deployed = target.settings.options;
    if (!touchesInstances(change))
        return { set: [], restore: [], unset: [] };
    // Options of the user's own that shape a deployment travel with the policy, and stay as he set them.
    const asked = change.options.filter(shapesDeployment);
    const wished = (0,changes/* differing */.R1)(wish?.options ?? [], deployed).filter((one) => !asked.some((other) => (0,changes/* sameKey */.el)(one, other)));
    const before = wished.map((one) => deployed.find((other) => (0,changes/* sameKey */.el)(one, other)));
    return {
        set: [...wished, ...asked],
        restore: change.restorePolicy ? before.filter((one) => one !== undefined) : [],
        unset: change.restorePolicy ? wished.filter((_, at) => before[at] === undefined).map(in_place_keyOf) : [],
    };
}
const in_place_keyOf = ({ namespace, name, resource }) => resource === undefined ? { namespace, name } : { namespace, name, resource };
/** The deployment policy rules updates that bring something to the instances: a version, or properties. */
const touchesInstances = (change) => change.version !== undefined || (0,changes/* touched */.FI)(change).some(changes/* changesInstances */.sU);
/** How many updates a move adds around the deployment. */
const updatesAround = (move) => (move.set.length > 0 ? 1 : 0) + (move.restore.length + move.unset.length > 0 ? 1 : 0);
/** Publish, set the policy, deploy, put the policy back: each update followed by the proof that it settled. */
function inPlaceSteps(change, target, policy, wish) {
    const move = policyMove(wish, change, target);
    const together = {
        ...change,
        options: change.options.filter((one) => move.set.length === 0 || !shapesDeployment(one)),
    };
    return [
        ...publishing(change),
        ...(move.set.length > 0 ? settingUpdate('set-policy', target, move.set, [], target.environment.versionLabel) : []),
        ...deploying(together, target, policy, wish?.policy, move),
        ...(move.restore.length + move.unset.length > 0
            ? settingUpdate('restore-policy', target, move.restore, move.unset, change.version?.label ?? target.environment.versionLabel)
            : []),
    ];
}
function publishing({ application, version }) {
    if (version === undefined || version.kind === 'existing')
        return [];
    // A version whose object has gone from the bucket is published again: to the same place, with the same content.
    if (version.reuse.version && version.reuse.object)
        return [];
    return [{ kind: 'publish-version', application, source: version }];
}
const in_place_refOf = (target) => ({
    id: target.environment.id,
    name: target.environment.name,
});
function settingUpdate(purpose, target, options, removeOptions, runningLabel) {
    const environment = in_place_refOf(target);
    const undo = purpose === 'set-policy' ? undoPolicy(options, target) : [];
    return [
        { kind: 'update', environment, purpose, options, removeOptions, ...(undo.length === 0 ? {} : { undo }) },
        {
            kind: 'settle',
            environment,
            expects: {
                ...expectationOf(target, runningLabel),
                options,
                removedOptions: removeOptions,
                raisesDeploymentId: false,
            },
            expectedDuration: usualSettingsDuration(target),
        },
    ];
}
function deploying(change, target, policy, shown, move) {
    const environment = in_place_refOf(target);
    const undo = undoDeployment(change, target, policy.policy, move.set.some(setsPolicy));
    const label = change.version === undefined ? {} : { versionLabel: change.version.label };
    return [
        {
            kind: 'update',
            environment,
            purpose: 'deploy',
            ...label,
            options: change.options,
            removeOptions: change.removeOptions,
            ...(undo.length === 0 ? {} : { undo }),
        },
        {
            kind: 'settle',
            environment,
            expects: {
                ...expectationOf(target, target.environment.versionLabel),
                ...label,
                options: change.options,
                removedOptions: change.removeOptions,
                raisesDeploymentId: (0,changes/* raisesDeploymentId */._p)(change),
                ...(shown === undefined || !touchesInstances(change) ? {} : { policy: shown }),
            },
            expectedDuration: usualDuration(policy, change, target),
        },
    ];
}
/** What every settle of this environment is compared with. */
function expectationOf(target, runningLabel) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    return {
        ...(runningLabel === undefined ? {} : { previousVersionLabel: runningLabel }),
        ...(fleet.deploymentId === undefined ? {} : { previousDeploymentId: fleet.deploymentId }),
        enhancedHealth: fleet.enhancedHealth,
        // Auto Scaling may take instances away meanwhile, but not under the minimum; a fleet at zero stays at zero.
        instances: fleet.counted ? Math.min(fleet.size, fleet.minSize) : fleet.enhancedHealth ? fleet.minSize : 0,
    };
}
//# sourceMappingURL=in-place.js.map
;// CONCATENATED MODULE: ./lib/strategies/cautions.js
/** What speaks against a strategy on an environment: refusals before anything is changed, and sentences to read before it starts. */



const refusal = (code, what, hint) => ({
    code,
    blame: 'you',
    what,
    hint,
    input: 'strategy',
});
/** Cluster environments run on Kubernetes, which rolls in its own way; deployment policies do not exist there. */
function refuseCluster(target, strategy) {
    if (target.environment.tier !== 'Cluster')
        return [];
    return [
        refusal('strategy-needs-standard-environment', `\`${strategy}\` is not possible on ${target.environment.name}: a Cluster environment has only its own rolling update.`, 'Use `strategy: as-configured`.'),
    ];
}
function refuseSingleInstance(target, strategy) {
    if (!(0,domain_fleet/* fleetOf */.aP)(target).singleInstance)
        return [];
    return [
        refusal('strategy-needs-several-instances', `\`${strategy}\` is not possible on ${target.environment.name}: it is a single-instance environment.`, 'Use `immutable` (no downtime) or `all-at-once`, or make it a load-balanced environment.'),
    ];
}
function refuseWorker(target, strategy) {
    if (target.environment.tier !== 'Worker')
        return [];
    return [
        refusal('strategy-needs-web-tier', `\`${strategy}\` is not possible on ${target.environment.name}: a worker environment has no requests to split.`, 'Use `rolling`, `rolling-with-additional-batch` or `immutable`.'),
    ];
}
function refuseOtherLoadBalancers(target, strategy) {
    const { loadBalancer } = (0,domain_fleet/* fleetOf */.aP)(target);
    if (loadBalancer === 'application' || loadBalancer === 'none')
        return [];
    return [
        refusal('strategy-needs-application-load-balancer', `\`${strategy}\` is not possible on ${target.environment.name}: it needs an Application Load Balancer, and this one is a ${loadBalancer} load balancer.`, 'Use `immutable` or `rolling-with-additional-batch`; the type of a load balancer is fixed when the environment is created.'),
    ];
}
/** A fixed batch may not be larger than the group can become (AWS guide, `BatchSize`). */
function refuseLargeBatch(target, batch) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    if (batch.kind === 'percent' || batch.count <= fleet.maxSize || fleet.singleInstance)
        return [];
    return [
        {
            code: 'batch-size-too-large',
            blame: 'you',
            what: `\`batch-size\` is ${batch.count}, but ${target.environment.name} never has more than ${fleet.maxSize} instances.`,
            hint: `Use at most ${fleet.maxSize}, or a percentage.`,
            input: 'batch-size',
        },
    ];
}
/** Sentences for an update under this policy. */
function cautions(policy, batch, change, target, move) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    return [
        ...policyMoves(policy, change, fleet, move),
        ...(isDeployment(change) ? deploymentCautions(policy, batch, fleet) : []),
        ...optionCautions(policy, change, fleet),
    ];
}
const isDeployment = (change) => change.version !== undefined || (0,changes/* touched */.FI)(change).some(changes/* changesInstances */.sU);
function policyMoves(policy, change, fleet, move) {
    if (move.set.length === 0)
        return [];
    const set = move.set.map((one) => `${one.name}=${one.value}`).join(', ');
    const from = fleet.policy === policy ? '' : ` (deployment policy ${fleet.policy} becomes ${policy})`;
    const after = change.restorePolicy
        ? 'what was there before is put back at the end'
        : 'it stays so afterwards (`restore-policy: true` puts it back)';
    return [`The environment is set to ${set} first, in an update of its own${from}; ${after}.`];
}
function deploymentCautions(policy, batch, fleet) {
    if (fleet.size === 0) {
        return ['The environment has no instance now: nothing can prove that the version runs, and no request is served.'];
    }
    switch (policy) {
        case 'AllAtOnce':
            return fleet.cluster
                ? []
                : ['All instances are updated at the same time: expect some seconds without an answer.'];
        case 'Rolling':
            return [...gated(policy, fleet), ...wholeFleet(batch, fleet)];
        case 'RollingWithAdditionalBatch':
            return [...gated(policy, fleet), ...room((0,domain_fleet/* instancesPerBatch */.Ec)(batch, fleet.size))];
        case 'Immutable':
        case 'TrafficSplitting':
            return [...needsEnhancedHealth(policy, fleet), ...room(fleet.size)];
    }
}
function wholeFleet(batch, fleet) {
    return (0,domain_fleet/* instancesPerBatch */.Ec)(batch, fleet.size) >= fleet.size
        ? [`One batch holds all ${fleet.size} instances: expect some seconds without an answer.`]
        : [];
}
/** Every instance of a batch has to pass twelve checks in a row (AWS guide, "Enhanced health"): a sick one never does. */
function gated(policy, fleet) {
    if (fleet.sick === undefined || fleet.ignoresHealth)
        return [];
    return [
        `The environment is not well (${fleet.sick}) and ${policy} waits for every batch to be healthy: unless this version mends it, the deployment cannot pass. ` +
            '`immutable` or `all-at-once` can, or a lower HealthCheckSuccessThreshold.',
    ];
}
function needsEnhancedHealth(policy, fleet) {
    return fleet.enhancedHealth
        ? []
        : [`${policy} relies on enhanced health to judge the new instances; this environment has basic health.`];
}
const room = (more) => [
    `Up to ${more} more instance${more === 1 ? ' runs' : 's run'} for a while: the account's EC2 quota and the subnets must have room for ${more === 1 ? 'it' : 'them'}.`,
];
const names = (keys) => keys.map((key) => `${key.namespace}:${key.name}`).join(', ');
function optionCautions(policy, change, fleet) {
    const replacing = (0,changes/* touched */.FI)(change).filter(changes/* replacesInstances */.y4);
    const resources = (0,changes/* touched */.FI)(change).filter((key) => !(0,changes/* changesInstances */.sU)(key) && !shapesDeployment(key));
    const found = [];
    if (replacing.length > 0) {
        const how = fleet.rollingUpdates === 'Disabled'
            ? 'all at once, because rolling updates are off'
            : `by the rolling update type ${fleet.rollingUpdates}`;
        found.push(`${names(replacing)} replaces the instances (${how}), whatever the deployment policy is.`);
    }
    if (change.version !== undefined &&
        resources.length > 0 &&
        (policy === 'Immutable' || policy === 'TrafficSplitting')) {
        found.push(`Elastic Beanstalk refuses to change resources in the same update as an ${policy} deployment: change ${names(resources)} in a run of its own.`);
    }
    if (fleet.rollingUpdates === 'Immutable' && policy !== 'Immutable' && resources.length > 0 && isDeployment(change)) {
        found.push('RollingUpdateType is Immutable, which Elastic Beanstalk accepts together with a deployment only when the deployment policy is Immutable too.');
    }
    return found;
}
//# sourceMappingURL=cautions.js.map
// EXTERNAL MODULE: ./lib/domain/environment.js
var domain_environment = __nccwpck_require__(9505);
;// CONCATENATED MODULE: ./lib/strategies/batch-size.js
const batchSize = {
    accepts: 'a share such as `30%` (1% to 100%) or a number of instances such as `2`',
    read: (given) => {
        const [, digits, sign] = /^(\d+)\s*(%?)$/.exec(given) ?? [];
        if (digits === undefined)
            return { because: 'is neither a share nor a number of instances' };
        const value = Number(digits);
        if (value < 1)
            return { because: 'is less than one' };
        if (sign === '%') {
            return value > 100 ? { because: 'is more than 100%' } : { value: { kind: 'percent', percent: value } };
        }
        return value > 10_000 ? { because: 'is more than 10000 instances' } : { value: { kind: 'count', count: value } };
    },
};
//# sourceMappingURL=batch-size.js.map
;// CONCATENATED MODULE: ./lib/strategies/strategy.js
/** How a strategy is written: its options are typed inside, and erased for the registry. */

function strategy_strategy(definition) {
    return {
        summary: definition.summary,
        choose: definition.choose,
        inputs: definition.inputs,
        configure: (name, lookUp) => {
            const { values, failures } = readInputs(definition.inputs, lookUp);
            return failures.length > 0 ? { failures } : { configured: configured(name, definition, values) };
        },
    };
}
function configured(name, definition, options) {
    const refuses = (target) => definition.refuses({ target, options });
    return {
        name,
        ...(definition.pair === undefined ? {} : { pair: definition.pair(options) }),
        refuses,
        warns: (change, target) => definition.warns({ change, target, options }),
        steps: (change, target) => definition.steps({ change, target, options }),
        finish: (change, target) => definition.finish?.({ change, target, options }) ?? [],
        forecast: (change, target) => ({
            strategy: name,
            ...definition.forecast({ change, target, options }),
            refusals: refuses(target).map((problem) => problem.what),
        }),
        deadline: (change, target) => definition.deadline({ change, target, options }),
    };
}
//# sourceMappingURL=strategy.js.map
;// CONCATENATED MODULE: ./lib/strategies/policies.js
/** The service's deployment policies as strategies: what the five have in common. */











/** The input that `rolling` and `rolling-with-additional-batch` share. */
const BATCH_SIZE = {
    'batch-size': optional(batchSize, {
        help: "Instances per batch, as a share or a number (`rolling`, `rolling-with-additional-batch`); without it the environment's own batch size stays, or becomes 30% when that would be all instances at once.",
    }),
};
/** The wished batch, the environment's own, or 30 % when its own one is everything (the service's default). */
function batchFor(wished, target) {
    if (wished !== undefined)
        return wished;
    const own = (0,domain_fleet/* batchIn */.qK)(target.settings.options);
    return own.kind === 'percent' && own.percent >= 100 ? { kind: 'percent', percent: 30 } : own;
}
/** The policy that the environment would use if nobody said anything, after the user's own options. */
function ownPolicy(change, target) {
    const options = [...change.options, ...target.settings.options];
    const configured = (0,domain_fleet/* policyIn */.iE)(options);
    const evaluation = Number((0,domain_environment/* optionValue */.TN)(options, strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v, 'EvaluationTime') ?? '5');
    // What the service does with a batched policy on one instance is not documented; with one instance it comes to the same.
    const batched = configured === 'Rolling' || configured === 'RollingWithAdditionalBatch';
    return {
        policy: (0,domain_fleet/* fleetOf */.aP)(target).singleInstance && batched ? 'AllAtOnce' : configured,
        batch: (0,domain_fleet/* batchIn */.qK)(options),
        evaluation: (0,time/* minutes */.Gx)(Number.isFinite(evaluation) ? evaluation : 5),
    };
}
/** A strategy that updates the serving environment under one policy. */
function underPolicy(definition) {
    return strategy_strategy({
        summary: definition.summary,
        choose: definition.choose,
        inputs: definition.inputs,
        refuses: ({ target, options }) => definition.refuses(target, options),
        warns: ({ change, target, options }) => {
            const policy = definition.policy(options, target, change);
            const move = policyMove(definition.wish(policy, options), change, target);
            return [...cautions(policy.policy, policy.batch, change, target, move), ...wayBackCautions(change, target)];
        },
        steps: ({ change, target, options }) => {
            const policy = definition.policy(options, target, change);
            return inPlaceSteps(change, target, policy, definition.wish(policy, options));
        },
        forecast: ({ change, target, options }) => {
            const policy = definition.policy(options, target, change);
            const move = policyMove(definition.wish(policy, options), change, target);
            return figures(policy, change, target, updatesAround(move));
        },
        deadline: ({ change, target, options }) => {
            const policy = definition.policy(options, target, change);
            const move = policyMove(definition.wish(policy, options), change, target);
            return longest(policy, change, target, updatesAround(move));
        },
    });
}
//# sourceMappingURL=policies.js.map
;// CONCATENATED MODULE: ./lib/strategies/all-at-once.js
/** `all-at-once`: every instance takes the version at the same time. */




const allAtOnce = underPolicy({
    summary: 'policy AllAtOnce: every instance at the same time',
    choose: 'some seconds of downtime do not matter and speed does',
    inputs: {},
    refuses: (target) => refuseCluster(target, 'all-at-once'),
    policy: () => ({ policy: 'AllAtOnce', batch: { kind: 'percent', percent: 100 }, evaluation: (0,time/* minutes */.Gx)(0) }),
    wish: (policy) => policyRequest(policy),
});
//# sourceMappingURL=all-at-once.js.map
;// CONCATENATED MODULE: ./lib/strategies/as-configured.js
/** `as-configured`: the environment's own deployment policy decides. */

const asConfigured = underPolicy({
    summary: "the environment's own deployment policy decides",
    choose: 'the environment is configured as you want it',
    inputs: {},
    refuses: () => [],
    policy: (_options, target, change) => ownPolicy(change, target),
    wish: () => undefined,
});
//# sourceMappingURL=as-configured.js.map
;// CONCATENATED MODULE: ./lib/strategies/blue-green-inputs.js
/** The inputs of `blue-green`: which two environments, what must hold before and after traffic moves, what becomes of the old side. */


const OPERATIONS = ['deploy', 'prepare', 'promote', 'abort'];
/** AWS API reference, CreateEnvironment: EnvironmentName. */
const ENVIRONMENT = {
    pattern: /^(?!-)[A-Za-z0-9-]{4,40}(?<!-)$/,
    because: 'is not an environment name (4 to 40 letters, digits and hyphens, no hyphen at the ends)',
};
const HOST = {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    because: 'is not a host name (no scheme, no path)',
};
const PATH = { pattern: /^\/[^\s]*$/, because: 'does not begin with `/`, or holds a space' };
const statuses = {
    accepts: 'statuses and ranges such as `200` or `200-299, 401`',
    read: (given) => {
        const found = [];
        for (const part of given.split(',').map((one) => one.trim())) {
            const [, from, to] = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/.exec(part) ?? [];
            if (from === undefined)
                return { because: `holds "${part}", which is no HTTP status`, wrong: part };
            found.push({ from: Number(from), to: Number(to ?? from) });
        }
        return { value: found };
    },
};
/** Words as a shell would split them, quotes included; nothing is expanded, because no shell ever sees them. */
const commandLine = {
    accepts: 'a program and its arguments, with quotes where they hold spaces; not a shell line',
    read: (given) => {
        const words = [];
        const pattern = /\s*((?:[^\s"']|"(?:[^"\\]|\\.)*"|'[^']*')+)/gy;
        let end = 0;
        for (const match of given.matchAll(pattern)) {
            words.push(unquoted(match[1] ?? ''));
            end = match.index + match[0].length;
        }
        const [program, ...args] = words;
        if (given.slice(end).trim() !== '')
            return { because: 'has a quote that is not closed' };
        return program === undefined ? { because: 'names no program' } : { value: { program, args } };
    },
};
const unquoted = (word) => word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double, single) => double === undefined ? (single ?? '') : double.replace(/\\(["\\])/g, '$1'));
const BLUE_GREEN_INPUTS = {
    'production-cname': optional(input_text('a host name, or its first part', HOST), {
        help: 'CNAME that users ask for; the environment that holds it is the live one. Without it the two CNAMEs must tell: that of the idle side is the same with `-idle`.',
        operations: OPERATIONS,
    }),
    'idle-environment-name': optional(input_text('the name of an environment', ENVIRONMENT), {
        help: 'The other one of the two environments; without it `shop-blue` goes with `shop-green`, and `shop` with `shop-idle`. It is created when it is missing.',
        operations: OPERATIONS,
    }),
    'smoke-test-path': optional(input_text('a path such as `/health`', PATH), {
        help: 'Path that is asked on the idle side before traffic moves, and on production afterwards and while it bakes.',
        operations: OPERATIONS,
    }),
    'smoke-test-status': withDefault(statuses, '200', {
        help: 'Statuses that count as a good answer.',
        operations: OPERATIONS,
    }),
    'smoke-test-body': optional(input_text('a text'), {
        help: 'Text that a good answer contains; `{version}` stands for the label of the version.',
        operations: OPERATIONS,
    }),
    'smoke-test-attempts': withDefault(count(1, 1_000), '10', {
        help: 'How often the smoke test is tried before it has failed.',
        operations: OPERATIONS,
    }),
    'smoke-test-interval': withDefault(duration((0,time/* seconds */.YA)(0.1), (0,time/* hours */.c$)(1)), '10s', {
        help: 'Time between two tries.',
        operations: OPERATIONS,
    }),
    'verify-command': optional(commandLine, {
        help: 'Program that is run on the runner before traffic moves, with `ENVIRONMENT_URL` (of the idle side), `ENVIRONMENT_NAME` and `VERSION_LABEL`; an exit code other than 0 stops the rollout.',
        operations: OPERATIONS,
    }),
    'verify-timeout': withDefault(duration((0,time/* seconds */.YA)(1), (0,time/* hours */.c$)(6)), '10m', {
        help: 'How long `verify-command` may take.',
        operations: OPERATIONS,
    }),
    bake: withDefault(duration(0, (0,time/* hours */.c$)(24)), '10m', {
        help: 'How long the new side is watched after traffic has moved; when it goes bad, traffic moves back at once.',
        operations: OPERATIONS,
    }),
    retire: withDefault(choice(['keep', 'scale-down', 'terminate']), 'keep', {
        help: 'What becomes of the old side afterwards, once nobody asks it any more: keep it as it is (the way back in seconds), one instance, or terminate it.',
        operations: OPERATIONS,
    }),
    'allow-coupled-database': withDefault(flag, 'false', {
        help: 'Go on although an environment has a database of its own, which the other side does not share.',
        operations: OPERATIONS,
    }),
    'sticky-environment-variables': optional(list('names of environment variables, separated by commas or lines'), {
        help: 'Environment variables that stay with their environment; all others are brought to what the live side has.',
        operations: OPERATIONS,
    }),
};
function smokeOf(options, versionLabel) {
    const path = options['smoke-test-path'];
    if (path === undefined)
        return undefined;
    const body = options['smoke-test-body'];
    return {
        path,
        statuses: options['smoke-test-status'],
        ...(body === undefined ? {} : { body: body.replaceAll('{version}', versionLabel) }),
        attempts: options['smoke-test-attempts'],
        interval: options['smoke-test-interval'],
    };
}
function commandOf(options) {
    const command = options['verify-command'];
    return command === undefined ? undefined : { kind: 'command', ...command, timeout: options['verify-timeout'] };
}
/** Longest time that the gates before the swap may take. */
const gateTime = (options) => (options['smoke-test-path'] === undefined
    ? 0
    : options['smoke-test-attempts'] * (options['smoke-test-interval'] + (0,time/* minutes */.Gx)(0.5))) +
    (options['verify-command'] === undefined ? 0 : options['verify-timeout']);
//# sourceMappingURL=blue-green-inputs.js.map
;// CONCATENATED MODULE: ./lib/strategies/blue-green-sync.js
/** What an idle side needs so that it is configured like the live one, with this change on top. Pure. */


/** Options that belong to the application and its size; names and addresses of an environment's own resources do not. */
const FOLLOWS = [
    /^aws:elasticbeanstalk:application$/,
    /^aws:elasticbeanstalk:application:environment(secrets)?$/,
    /^aws:elasticbeanstalk:container:/,
    /^aws:elasticbeanstalk:environment:(proxy|process)/,
    /^aws:elasticbeanstalk:cloudwatch:logs/,
    /^aws:elasticbeanstalk:healthreporting:system$/,
    /^aws:autoscaling:trigger$/,
];
const FOLLOWING_OPTIONS = [
    { namespace: domain_fleet/* AUTO_SCALING_NAMESPACE */.cp, name: 'MinSize' },
    { namespace: domain_fleet/* AUTO_SCALING_NAMESPACE */.cp, name: 'MaxSize' },
    { namespace: 'aws:autoscaling:launchconfiguration', name: 'InstanceType' },
    { namespace: 'aws:autoscaling:launchconfiguration', name: 'IamInstanceProfile' },
    { namespace: 'aws:ec2:instances', name: 'InstanceTypes' },
];
const follows = (key) => FOLLOWS.some((pattern) => pattern.test(key.namespace)) || FOLLOWING_OPTIONS.some((one) => (0,changes/* sameKey */.el)(one, key));
const isProperty = (key) => key.namespace === domain_fleet/* PROPERTIES_NAMESPACE */.G2;
const isHidden = (option) => /^\*+$/.test(option.value);
/** As many instances as the live side has right now: its minimum, raised while the new side has no load to grow by. */
function capacityOptions(live) {
    const fleet = (0,domain_fleet/* fleetOf */.aP)(live);
    if (fleet.singleInstance || !fleet.counted || fleet.size <= fleet.minSize)
        return [];
    return [{ namespace: domain_fleet/* AUTO_SCALING_NAMESPACE */.cp, name: 'MinSize', value: String(Math.min(fleet.size, fleet.maxSize)) }];
}
function capacityBack(live) {
    if (capacityOptions(live).length === 0)
        return [];
    return [{ namespace: domain_fleet/* AUTO_SCALING_NAMESPACE */.cp, name: 'MinSize', value: String((0,domain_fleet/* fleetOf */.aP)(live).minSize) }];
}
const over = (stronger, weaker) => [
    ...stronger,
    ...weaker.filter((one) => !stronger.some((other) => (0,changes/* sameKey */.el)(one, other))),
];
function alignment(change, live, idle, sticky) {
    const isSticky = (key) => isProperty(key) && sticky.includes(key.name);
    const isRemoved = (key) => change.removeOptions.some((one) => (0,changes/* sameKey */.el)(one, key));
    const ofLive = live.settings.options.filter((one) => follows(one) && !isSticky(one) && !isHidden(one) && !isRemoved(one));
    const has = idle.settings.options;
    const wished = over(change.options, over(capacityOptions(live), ofLive));
    const options = wished.filter((one) => !has.some((other) => (0,changes/* sameKey */.el)(one, other) && other.value === one.value));
    const removeOptions = has
        .filter((one) => isProperty(one) && !isSticky(one) && !wished.some((other) => (0,changes/* sameKey */.el)(one, other)))
        .filter((one) => isRemoved(one) || !live.settings.options.some((other) => (0,changes/* sameKey */.el)(one, other)))
        .map(({ namespace, name }) => ({ namespace, name }));
    return {
        around: { options: options.filter((one) => !(0,changes/* changesInstances */.sU)(one)), removeOptions: [] },
        together: { options: options.filter(changes/* changesInstances */.sU), removeOptions },
    };
}
//# sourceMappingURL=blue-green-sync.js.map
;// CONCATENATED MODULE: ./lib/strategies/blue-green-steps.js







/** A launch with a load balancer; published event logs show three to eight minutes. */
const USUAL_CREATION = (0,time/* minutes */.Gx)(6);
const blue_green_steps_refOf = ({ environment }) => ({
    id: environment.id,
    name: environment.name,
});
const idleRef = (pair) => ({
    id: pair.idle?.environment.id ?? '',
    name: pair.idleName,
});
/** The version that the idle side is to run. */
const wantedLabel = (change, live) => change.version?.label ?? live.environment.versionLabel ?? '';
function blueGreenSteps(situation) {
    const { change, target } = situation;
    const { pair } = target;
    if (pair === undefined)
        return [];
    return [
        ...(change.phase === 'promote' ? [] : [...publishing(change), ...preparing(situation, pair)]),
        ...gates(situation, pair),
        ...(change.phase === 'prepare' ? [] : moving(situation, pair)),
    ];
}
/** Brings the version to the idle side; nothing when it is there already. */
function preparing({ change, target, options }, pair) {
    const label = wantedLabel(change, target);
    const { idle } = pair;
    if (idle === undefined)
        return creating(change, target, pair, label);
    const sticky = options['sticky-environment-variables'] ?? [];
    const { around, together } = alignment(change, target, idle, sticky);
    const configuring = around.options.length === 0 ? [] : blue_green_steps_settingSteps(idle, around.options);
    if (configuring.length === 0 && runsEverywhere(idle, label, target) && isEmpty(together))
        return [];
    const onIdle = {
        application: change.application,
        version: { kind: 'existing', label },
        options: together.options,
        removeOptions: together.removeOptions,
        restorePolicy: false,
    };
    const deploying = inPlaceSteps(onIdle, idle, ownPolicy(onIdle, idle), undefined).map((step) => {
        // The idle side serves nobody: what it ran before is nothing that would have to be put back.
        if (step.kind === 'update')
            return { ...step, undo: [] };
        return step.kind === 'settle' ? { ...step, expects: { ...step.expects, instances: sizeOf(target) } } : step;
    });
    return [...configuring, ...deploying];
}
const isEmpty = (part) => part.options.length + part.removeOptions.length === 0;
/** As the service shows it now; the gate proves it again. */
function runsEverywhere(idle, label, live) {
    const { environment, instances } = idle;
    if (environment.status !== 'Ready' || environment.versionLabel !== label || idle.draft !== undefined)
        return false;
    if (instances === undefined)
        return !(0,domain_fleet/* fleetOf */.aP)(idle).enhancedHealth;
    const ids = new Set(instances.instances.map(({ deployment }) => deployment?.id));
    return (instances.instances.length >= sizeOf(live) &&
        ids.size === 1 &&
        instances.instances.every(({ deployment }) => deployment?.versionLabel === label && deployment.status === 'Deployed'));
}
/** How many instances a side needs to carry what the live one carries now. */
const sizeOf = (live) => {
    const { size, counted, minSize } = (0,domain_fleet/* fleetOf */.aP)(live);
    return counted ? size : minSize;
};
function creating(change, live, pair, label) {
    const environment = idleRef(pair);
    const capacity = capacityOptions(live).filter((one) => !change.options.some((other) => other.namespace === one.namespace && other.name === one.name));
    const fleet = (0,domain_fleet/* fleetOf */.aP)(live);
    return [
        {
            kind: 'create',
            environment,
            from: blue_green_steps_refOf(live),
            cnamePrefix: pair.idlePrefix,
            versionLabel: label,
            options: [...change.options, ...capacity],
            removeOptions: change.removeOptions,
        },
        {
            kind: 'settle',
            environment,
            expects: {
                versionLabel: label,
                options: change.options,
                removedOptions: change.removeOptions,
                enhancedHealth: fleet.enhancedHealth,
                instances: sizeOf(live),
                raisesDeploymentId: true,
            },
            expectedDuration: USUAL_CREATION,
        },
    ];
}
function blue_green_steps_settingSteps(target, options) {
    return configureSteps(blue_green_steps_refOf(target), target, options);
}
/** An update of settings that change no version, of an environment whose other settings are those of `like`. */
function configureSteps(environment, like, options) {
    return [
        { kind: 'update', environment, purpose: 'configure', options, removeOptions: [] },
        {
            kind: 'settle',
            environment,
            expects: {
                options,
                removedOptions: [],
                enhancedHealth: (0,domain_fleet/* fleetOf */.aP)(like).enhancedHealth,
                instances: 0,
                raisesDeploymentId: false,
            },
            expectedDuration: usualSettingsDuration(like),
        },
    ];
}
function proofOf({ change, target }) {
    return {
        versionLabel: wantedLabel(change, target),
        enhancedHealth: (0,domain_fleet/* fleetOf */.aP)(target.pair?.idle ?? target).enhancedHealth,
        instances: sizeOf(target),
    };
}
function gates(situation, pair) {
    const environment = idleRef(pair);
    const smoke = smokeOf(situation.options, wantedLabel(situation.change, situation.target));
    const command = commandOf(situation.options);
    return [
        { kind: 'gate', environment, gate: { kind: 'proven', proof: proofOf(situation) } },
        ...(smoke === undefined ? [] : [{ kind: 'gate', environment, gate: { kind: 'smoke', test: smoke } }]),
        ...(command === undefined ? [] : [{ kind: 'gate', environment, gate: command }]),
    ];
}
/** Traffic back to where it was. `smoke` proves that the old version answers again. */
function swapBack(situation, from, to) {
    const { options, target } = situation;
    const productionCname = target.pair?.productionCname ?? '';
    const smoke = smokeOf(options, to.environment.versionLabel ?? '');
    const environment = blue_green_steps_refOf(to);
    return [
        { kind: 'swap', from, to: environment, productionCname },
        ...(smoke === undefined
            ? []
            : [{ kind: 'gate', environment, gate: { kind: 'smoke', test: smoke, host: productionCname } }]),
    ];
}
function moving(situation, pair) {
    const { change, target, options } = situation;
    const [from, to] = [blue_green_steps_refOf(target), idleRef(pair)];
    const { productionCname } = pair;
    const smoke = smokeOf(options, wantedLabel(change, target));
    const size = capacityBack(target);
    return [
        {
            kind: 'swap',
            from,
            to,
            productionCname,
            proof: proofOf(situation),
            undo: swapBack(situation, to, target),
        },
        ...(smoke === undefined
            ? []
            : [{ kind: 'gate', environment: to, gate: { kind: 'smoke', test: smoke, host: productionCname } }]),
        ...(options.bake === 0 ? [] : [bakeStep(to, productionCname, options.bake, smoke)]),
        ...(size.length === 0 ? [] : configureSteps(to, target, size)),
        ...retiring(situation, target, to),
    ];
}
function bakeStep(environment, productionCname, span, smoke) {
    return { kind: 'bake', environment, productionCname, span, ...(smoke === undefined ? {} : { smoke }) };
}
function retiring({ options, target }, old, live) {
    const { retire: how } = options;
    const fleet = (0,domain_fleet/* fleetOf */.aP)(old);
    if (how === 'keep' || (how === 'scale-down' && (fleet.singleInstance || fleet.maxSize <= 1)))
        return [];
    const environment = blue_green_steps_refOf(old);
    const productionCname = target.pair?.productionCname ?? '';
    const one = ['MinSize', 'MaxSize'].map((name) => ({ namespace: domain_fleet/* AUTO_SCALING_NAMESPACE */.cp, name, value: '1' }));
    return [
        { kind: 'retire', environment, live, productionCname, how },
        ...(how === 'terminate' ? [] : configureSteps(environment, old, one)),
    ];
}
/**
 * What an earlier run has left to do although the live side runs the version already: the rest of the bake, and the old
 * side. `sinceSwap` is on the service's clock; absent: no swap can be seen, or nobody can tell when it was.
 */
function finishingSteps(situation, sinceSwap) {
    const { change, target, options } = situation;
    const { pair } = target;
    const idle = pair?.idle;
    if (pair === undefined || idle === undefined || idle.environment.status !== 'Ready')
        return [];
    const live = blue_green_steps_refOf(target);
    const smoke = smokeOf(options, wantedLabel(change, target));
    const rest = sinceSwap === undefined ? 0 : options.bake - sinceSwap;
    const retire = retiring(situation, idle, live);
    if (rest <= 0)
        return retire;
    const baking = bakeStep(live, pair.productionCname, rest, smoke);
    return [{ ...baking, undo: swapBack(situation, live, idle) }, ...retire];
}
//# sourceMappingURL=blue-green-steps.js.map
;// CONCATENATED MODULE: ./lib/strategies/blue-green.js
/** `blue-green`: the version goes to a second environment, and traffic moves there by a swap of CNAMEs when it is proven. */









const DATABASE = 'aws:rds:dbinstance';
/** Finding out whether anybody still asks the old side takes at most so long; see `rollout/retire.ts`. */
const RETIRING = (0,time/* minutes */.Gx)(45);
const SWAPPING = (0,time/* minutes */.Gx)(10);
const blueGreen = strategy_strategy({
    summary: 'two environments: the version goes to the idle one, which then gets the traffic by a swap of CNAMEs',
    choose: 'there must be no downtime, and the way back must take seconds',
    inputs: BLUE_GREEN_INPUTS,
    pair: (options) => ({
        ...(options['production-cname'] === undefined ? {} : { productionCname: options['production-cname'] }),
        ...(options['idle-environment-name'] === undefined ? {} : { idleName: options['idle-environment-name'] }),
    }),
    refuses: ({ target, options }) => [
        ...refuseCluster(target, 'blue-green'),
        ...refuseWorker(target, 'blue-green'),
        ...(options['allow-coupled-database'] ? [] : refuseDatabases(target)),
    ],
    warns: (situation) => warnings(situation),
    steps: blueGreenSteps,
    finish: (situation) => finishingSteps(situation, sinceSwap(situation.target)),
    forecast: (situation) => blue_green_figures(situation),
    deadline: ({ change, target, options }) => {
        const { idle } = target.pair ?? {};
        const onIdle = idle === undefined ? (0,time/* minutes */.Gx)(45) : longest(ownPolicy(change, idle), change, idle, 1);
        return onIdle + gateTime(options) * 2 + SWAPPING + options.bake + (options.retire === 'keep' ? 0 : RETIRING);
    },
});
/** A database inside of an environment is its own: the other side has another one, and terminating takes it along. */
function refuseDatabases(live) {
    const sides = [live, ...(live.pair?.idle === undefined ? [] : [live.pair.idle])];
    return sides.filter(hasDatabase).map(({ environment }) => ({
        code: 'coupled-database',
        blame: 'you',
        what: `${environment.name} has a database of its own (${DATABASE}): the other side would work on another, empty one.`,
        hint: 'Decouple the database first (AWS guide, "Adding a database to your environment"), or set `allow-coupled-database: true` when it holds nothing that matters.',
        input: 'strategy',
    }));
}
function hasDatabase({ settings }) {
    const coupled = (0,domain_environment/* optionValue */.TN)(settings.options, DATABASE, 'HasCoupledDatabase');
    if (coupled !== undefined)
        return coupled === 'true';
    return ['DBEngine', 'DBInstanceClass'].some((name) => ((0,domain_environment/* optionValue */.TN)(settings.options, DATABASE, name) ?? '') !== '');
}
function warnings({ target, options, change }) {
    const { pair } = target;
    if (pair === undefined)
        return [];
    const found = [];
    const { idle } = pair;
    if (idle === undefined) {
        found.push(`${pair.idleName} does not exist: it is created from the settings of ${target.environment.name}, with ${(0,domain_fleet/* fleetOf */.aP)(target).size} instances, and stays (it costs as much).`);
    }
    else if (idle.environment.solutionStack !== target.environment.solutionStack) {
        found.push(`The two sides run on different platforms: ${idle.environment.name} on ${idle.environment.solutionStack ?? 'an unknown one'}.`);
    }
    if (options['smoke-test-path'] === undefined &&
        options['verify-command'] === undefined &&
        change.phase !== 'prepare') {
        found.push('Nobody asks the application itself before traffic moves: set `smoke-test-path` or `verify-command`.');
    }
    if (change.phase !== 'prepare') {
        found.push('After the swap resolvers may keep the old address for a minute or longer: both versions answer meanwhile.');
    }
    if (options.retire === 'terminate')
        found.push('The old side is terminated at the end: the way back is a new deployment then.');
    return found;
}
function blue_green_figures({ change, target, options }) {
    const { size } = (0,domain_fleet/* fleetOf */.aP)(target);
    const { idle } = target.pair ?? {};
    const onIdle = idle === undefined ? USUAL_CREATION : usualDuration(ownPolicy(change, idle), change, idle);
    const moves = change.phase !== 'prepare';
    const duration = onIdle + (0,time/* minutes */.Gx)(1) + (moves ? (0,time/* seconds */.YA)(10) + options.bake : 0);
    const extra = idle === undefined ? size : 0;
    return {
        duration,
        durationBasis: 'estimated',
        lowestCapacity: size,
        capacity: size,
        extraInstances: extra,
        extraInstanceHours: Math.round((100 * extra * duration) / (0,time/* hours */.c$)(1)) / 100,
        downtime: 'none',
        versionsSideBySide: moves,
        wayBack: 'traffic moves back to the old side by another swap, within seconds',
    };
}
/** On the service's clock: from the newest swap to the newest report of the health agents, which is seconds old. */
function sinceSwap({ recentEvents, health, instances }) {
    const swapped = recentEvents.filter((event) => /^Completed swapping CNAMEs for environments/.test(event.message));
    const now = health?.refreshedAt ?? instances?.refreshedAt;
    if (swapped.length === 0 || now === undefined)
        return undefined;
    return Math.max(0, now - Math.max(...swapped.map(({ date }) => date)));
}
//# sourceMappingURL=blue-green.js.map
;// CONCATENATED MODULE: ./lib/strategies/immutable.js
/** `immutable`: a full set of new instances beside the old ones, which go only when all new ones are healthy. */




const immutable = underPolicy({
    summary: 'policy Immutable: a full set of new instances, then the old ones go',
    choose: 'a failed deployment must leave the old instances untouched',
    inputs: {},
    refuses: (target) => refuseCluster(target, 'immutable'),
    policy: () => ({ policy: 'Immutable', batch: { kind: 'percent', percent: 100 }, evaluation: (0,time/* minutes */.Gx)(0) }),
    wish: (policy) => policyRequest(policy),
});
//# sourceMappingURL=immutable.js.map
;// CONCATENATED MODULE: ./lib/strategies/rolling.js
/** `rolling`: batch after batch, each out of service while it is updated. */




const rolling = underPolicy({
    summary: 'policy Rolling: batch after batch, each out of service while it is updated',
    choose: 'the rest of the fleet can carry the load of one batch',
    inputs: BATCH_SIZE,
    refuses: (target, options) => [
        ...refuseCluster(target, 'rolling'),
        ...refuseSingleInstance(target, 'rolling'),
        ...refuseLargeBatch(target, batchFor(options['batch-size'], target)),
    ],
    policy: (options, target) => ({
        policy: 'Rolling',
        batch: batchFor(options['batch-size'], target),
        evaluation: (0,time/* minutes */.Gx)(0),
    }),
    wish: (policy) => policyRequest(policy),
});
//# sourceMappingURL=rolling.js.map
;// CONCATENATED MODULE: ./lib/strategies/rolling-with-additional-batch.js
/** `rolling-with-additional-batch`: as `rolling`, with a batch of new instances first, so that capacity never drops. */




const rollingWithAdditionalBatch = underPolicy({
    summary: 'policy RollingWithAdditionalBatch: a new batch first, then batch after batch at full capacity',
    choose: 'capacity must not drop and extra cost should be small',
    inputs: BATCH_SIZE,
    refuses: (target, options) => [
        ...refuseCluster(target, 'rolling-with-additional-batch'),
        ...refuseSingleInstance(target, 'rolling-with-additional-batch'),
        ...refuseLargeBatch(target, batchFor(options['batch-size'], target)),
    ],
    policy: (options, target) => ({
        policy: 'RollingWithAdditionalBatch',
        batch: batchFor(options['batch-size'], target),
        evaluation: (0,time/* minutes */.Gx)(0),
    }),
    wish: (policy) => policyRequest(policy),
});
//# sourceMappingURL=rolling-with-additional-batch.js.map
;// CONCATENATED MODULE: ./lib/strategies/traffic-splitting.js
/** `traffic-splitting`: new instances get a share of the requests for some minutes before they get all of them. */





const trafficSplitting = underPolicy({
    summary: 'policy TrafficSplitting: new instances get a share of the requests first, then all',
    choose: 'real requests should judge the version before everybody gets it',
    inputs: {
        // Ranges: AWS guide, namespace aws:elasticbeanstalk:trafficsplitting.
        'traffic-percent': withDefault(percent(1, 100), '10', {
            help: 'Share of the requests that the new instances get while they are evaluated (`traffic-splitting`).',
        }),
        'evaluation-minutes': withDefault(count(3, 600), '5', {
            help: 'Minutes of evaluation before the new instances get all requests (`traffic-splitting`).',
        }),
    },
    refuses: (target) => [
        ...refuseCluster(target, 'traffic-splitting'),
        ...refuseSingleInstance(target, 'traffic-splitting'),
        ...refuseWorker(target, 'traffic-splitting'),
        ...refuseOtherLoadBalancers(target, 'traffic-splitting'),
    ],
    policy: (options) => ({
        policy: 'TrafficSplitting',
        batch: { kind: 'percent', percent: 100 },
        evaluation: (0,time/* minutes */.Gx)(options['evaluation-minutes']),
    }),
    wish: (policy, options) => policyRequest(policy, options['traffic-percent']),
});
//# sourceMappingURL=traffic-splitting.js.map
;// CONCATENATED MODULE: ./lib/strategies/index.js
/** The registry: a strategy is one file and one line here; names, inputs, documentation and error texts follow from it. */







const STRATEGIES = {
    'as-configured': asConfigured,
    'all-at-once': allAtOnce,
    rolling: rolling,
    'rolling-with-additional-batch': rollingWithAdditionalBatch,
    immutable: immutable,
    'traffic-splitting': trafficSplitting,
    'blue-green': blueGreen,
};
const isStrategyName = (name) => Object.hasOwn(STRATEGIES, name);
const STRATEGY_NAMES = Object.keys(STRATEGIES).filter(isStrategyName);
//# sourceMappingURL=index.js.map
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(1916);
;// CONCATENATED MODULE: ./lib/inputs/did-you-mean.js
/** The known word that a mistyped one was probably meant to be. */

const plain = (word) => word.toLowerCase().replaceAll('_', '-');
/** `undefined` when nothing is near enough: a wrong guess is worse than none. */
function didYouMean(word, known) {
    if (known.length === 0 || word === '')
        return undefined;
    const byPlain = new Map(known.map((one) => [plain(one), one]));
    const nearest = (0,mod/* closest */.kp)(plain(word), [...byPlain.keys()]);
    const allowed = Math.max(1, Math.floor(Math.max(word.length, nearest.length) / 3));
    if ((0,mod/* distance */.Io)(plain(word), nearest) <= allowed)
        return byPlain.get(nearest);
    // "label" for "version-label", "rolling-extra" for "rolling": a part that only one of them has.
    const parts = known.filter((one) => plain(word).length >= 4 && plain(one).split('-').includes(plain(word)));
    return parts.length === 1 ? parts[0] : undefined;
}
//# sourceMappingURL=did-you-mean.js.map
;// CONCATENATED MODULE: ./lib/inputs/input-problems.js

const LONGEST_VALUE = 60;
const shown = (value) => value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
function problemOf(failure) {
    const { name, declaration } = failure;
    const { accepts, choices, secret } = declaration.kind;
    if (failure.state === 'missing') {
        return {
            code: 'missing-input',
            blame: 'you',
            what: `\`${name}\` is missing.`,
            hint: `Give ${accepts}: ${declaration.help}`,
            input: name,
        };
    }
    const meant = failure.wrong === undefined || choices === undefined ? undefined : didYouMean(failure.wrong, choices);
    const what = secret === true ? `\`${name}\`` : `\`${name}\` is "${shown(failure.text)}", which`;
    return {
        code: 'wrong-input',
        blame: 'you',
        what: `${what} ${failure.because}.`,
        hint: meant === undefined ? `Write ${accepts}.` : `Did you mean \`${meant}\`? It can be ${accepts}.`,
        input: name,
    };
}
const contradiction = (input, what, hint) => ({
    code: 'contradicting-inputs',
    blame: 'you',
    what,
    hint,
    input,
});
//# sourceMappingURL=input-problems.js.map
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __nccwpck_require__(1591);
;// CONCATENATED MODULE: ./lib/inputs/workspace-path.js
/** Paths as workflows write them, kept inside the workspace. Text only; symbolic links are looked at where files are read. */
const isWindowsPath = (path) => /^[A-Za-z]:[\\/]/.test(path);
/** The separator of the platform that this absolute path comes from. */
const separatorOf = (absolute) => (isWindowsPath(absolute) || absolute.startsWith('\\\\') ? '\\' : '/');
/** Absolute and without `.` and `..`; `undefined` when it leads out of the workspace. */
function insideWorkspace(workspace, given) {
    const separator = separatorOf(workspace);
    const windows = separator === '\\';
    const same = windows ? given.replaceAll('/', '\\') : given;
    const absolute = windows ? isWindowsPath(same) || same.startsWith('\\') : same.startsWith('/');
    const from = absolute ? same : `${workspace}${separator}${same}`;
    const resolved = normalised(from, separator);
    return resolved !== undefined && contains(normalised(workspace, separator) ?? workspace, resolved)
        ? resolved
        : undefined;
}
/** The same path or one below it. Windows does not tell capitals from small letters. */
function contains(workspace, path) {
    const separator = separatorOf(workspace);
    const compared = (text) => (separator === '\\' ? text.toLowerCase() : text);
    const root = compared(workspace.endsWith(separator) ? workspace : `${workspace}${separator}`);
    return compared(`${path}${separator}`).startsWith(root);
}
function normalised(path, separator) {
    const parts = [];
    for (const part of path.split(separator)) {
        if (part === '.' || (part === '' && parts.length > 0))
            continue;
        if (part === '..') {
            // Above the root of the file system there is nothing.
            if (parts.length <= 1)
                return undefined;
            parts.pop();
        }
        else
            parts.push(part);
    }
    const joined = parts.join(separator);
    return joined === '' ? separator : joined;
}
//# sourceMappingURL=workspace-path.js.map
;// CONCATENATED MODULE: ./lib/inputs/places.js



const places_problem = (code, input, what, hint) => ({
    problem: { code, blame: 'you', what, hint, input },
});
/** The absolute path that an input names. Reads the file system, changes nothing. */
async function place(files, workspace, input, given, wanted) {
    const outside = () => places_problem('path-outside-workspace', input, `\`${input}\` is "${shown(given)}", which leads out of the workspace.`, 'Put it inside the workspace and give its path from there.');
    const path = insideWorkspace(workspace, given);
    if (path === undefined)
        return outside();
    try {
        if ((await files.stat(path)) === undefined) {
            return places_problem('path-not-found', input, `\`${input}\` is "${shown(given)}", which is not there.`, `Give a ${wanted} inside the workspace; is there a step before this one that makes it or checks it out?`);
        }
        const real = await files.realPath(path);
        if (!contains(await files.realPath(workspace), real))
            return outside();
        const kind = (await files.stat(real))?.kind;
        if (kind !== wanted) {
            const found = kind === 'file' || kind === 'directory' ? `a ${kind}` : 'something else';
            return places_problem('path-of-wrong-kind', input, `\`${input}\` is "${shown(given)}", which is ${found} and not a ${wanted}.`, `Give the path of a ${wanted}.`);
        }
        return { path };
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return { problem: { ...error.problem, input } };
    }
}
/** Nothing that could go into a bundle: no checkout took place. */
async function isEmptyWorkspace(files, workspace) {
    try {
        return (await files.list(workspace)).every((name) => name === '.git');
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return true;
    }
}
//# sourceMappingURL=places.js.map
;// CONCATENATED MODULE: ./lib/inputs/bundle-source.js


async function readBundleSource(values, files, workspace, lookUp) {
    const archive = values['deployment-package-path'];
    const directory = values['source-directory'];
    const problems = [];
    // Both are looked at even when only one may be given: a run shall name everything that is wrong.
    const archivePlace = archive === undefined ? undefined : await place(files, workspace, 'deployment-package-path', archive, 'file');
    const directoryPlace = directory === undefined ? undefined : await place(files, workspace, 'source-directory', directory, 'directory');
    for (const found of [archivePlace, directoryPlace]) {
        if (found !== undefined && 'problem' in found)
            problems.push(found.problem);
    }
    if (archive !== undefined && directory !== undefined) {
        problems.push(contradiction('source-directory', 'Both `deployment-package-path` and `source-directory` are given, and a version has one source.', 'Keep one of them.'));
    }
    const label = values['version-label'];
    const kind = await sourceKind(values, files, workspace);
    if (kind !== 'bundle') {
        problems.push(...withoutBundle(kind, values, lookUp('version-label') !== ''));
        return label === undefined || kind === 'none' || problems.length > 0
            ? { problems }
            : { source: { kind: 'existing-version', label }, problems };
    }
    if (problems.length > 0)
        return { problems };
    if (archivePlace !== undefined && 'path' in archivePlace) {
        return { source: { kind: 'archive', path: archivePlace.path }, problems };
    }
    return {
        source: {
            kind: 'directory',
            path: directoryPlace !== undefined && 'path' in directoryPlace ? directoryPlace.path : workspace,
            exclude: values['exclude-patterns'] ?? [],
            symlinks: values.symlinks ?? 'preserve',
        },
        problems,
    };
}
/** `auto`: without any source, a workspace that holds nothing can only mean an existing version, or none at all. */
async function sourceKind(values, files, workspace) {
    const asked = values['version-source'] ?? 'auto';
    if (asked !== 'auto')
        return asked;
    const given = values['deployment-package-path'] ?? values['source-directory'];
    // What was prepared is promoted or given up: there is nothing to bundle, whatever the workspace holds.
    if (values.operation === 'promote' || values.operation === 'abort') {
        return values['version-label'] === undefined ? 'none' : 'existing';
    }
    if (given !== undefined || !(await isEmptyWorkspace(files, workspace)))
        return 'bundle';
    if (values['version-label'] !== undefined)
        return 'existing';
    return values['option-settings'] !== undefined || values['environment-variables'] !== undefined ? 'none' : 'bundle';
}
function withoutBundle(kind, values, labelGiven) {
    const problems = [];
    for (const input of ['deployment-package-path', 'source-directory']) {
        if (values[input] !== undefined) {
            problems.push(contradiction(input, `\`${input}\` is given, but with \`version-source: ${kind}\` nothing is bundled.`, 'Remove one of the two.'));
        }
    }
    if (kind === 'existing' && !labelGiven) {
        problems.push(contradiction('version-label', '`version-source: existing` needs `version-label`.', 'Name the version to deploy.'));
    }
    if (kind === 'none' && labelGiven) {
        problems.push(contradiction('version-label', '`version-label` is given, but with `version-source: none` no version is deployed.', 'Use `version-source: existing` to deploy the version of that label, or remove the label.'));
    }
    if (kind === 'none' && values['option-settings'] === undefined && values['environment-variables'] === undefined) {
        problems.push(contradiction('version-source', '`version-source: none` without `option-settings` and `environment-variables` leaves nothing to do.', 'Say what shall change.'));
    }
    return problems;
}
//# sourceMappingURL=bundle-source.js.map
;// CONCATENATED MODULE: ./lib/inputs/command-inputs.js
/** Inputs for the user's own commands on one instance (docs/hooks.md). */



const SCRIPT = input_text('a shell command, or several lines of them', {
    // The whole request may have 64 KB, and the script is part of it.
    pattern: /^.{1,20000}$/su,
    because: 'is longer than 20,000 characters',
});
const COMMAND_INPUTS = {
    'pre-traffic-command': optional(SCRIPT, {
        help: 'Shell command that runs once, on exactly one instance of the new side, before it gets traffic (database migrations); when it fails, traffic does not move. Only with `strategy: blue-green`.',
        operations: ['deploy', 'prepare', 'promote'],
    }),
    'post-deploy-command': optional(SCRIPT, {
        help: 'Shell command that runs once, on exactly one instance, after the deployment is proven, and with `blue-green` after traffic has moved; when it fails, the rollout has failed.',
        operations: ['deploy', 'promote'],
    }),
    'command-timeout': withDefault(duration((0,time/* seconds */.YA)(5), (0,time/* hours */.c$)(12)), '10m', {
        help: 'How long `pre-traffic-command` and `post-deploy-command` may take, each.',
        operations: ['deploy', 'prepare', 'promote'],
    }),
};
function commandSettings(values) {
    const { 'pre-traffic-command': preTraffic, 'post-deploy-command': postDeploy, 'command-timeout': timeout } = values;
    if (timeout === undefined || (preTraffic === undefined && postDeploy === undefined))
        return undefined;
    return {
        ...(preTraffic === undefined ? {} : { preTraffic }),
        ...(postDeploy === undefined ? {} : { postDeploy }),
        timeout,
    };
}
function commandContradictions(values, chosen) {
    const { 'pre-traffic-command': preTraffic, 'post-deploy-command': postDeploy } = values;
    return [
        ...(preTraffic !== undefined && chosen !== undefined && chosen.pair === undefined
            ? [
                contradiction('pre-traffic-command', `\`pre-traffic-command\` is given, but with \`strategy: ${chosen.name}\` there is no moment at which the new version is there and has no traffic yet.`, 'Use `strategy: blue-green`, or a platform hook (`.platform/hooks/predeploy`) in the bundle, or `post-deploy-command`.'),
            ]
            : []),
        ...(postDeploy !== undefined && values['wait-for-deployment'] === false
            ? [
                contradiction('post-deploy-command', '`post-deploy-command` is given, but `wait-for-deployment: false` ends before the deployment does.', 'Remove one of the two.'),
            ]
            : []),
    ];
}
//# sourceMappingURL=command-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/environment-inputs.js
/** Inputs of environments that are created or terminated, and what they mean together. */


const DEPLOY = ['deploy'];
const TERMINATE = ['terminate'];
/** AWS API reference, CreateEnvironment: EnvironmentName. */
const environment_inputs_ENVIRONMENT = {
    pattern: /^(?!-)[A-Za-z0-9-]{4,40}(?<!-)$/,
    because: 'is not an environment name (4 to 40 letters, digits and hyphens, no hyphen at the ends)',
};
/** AWS guide, "Tagging environments": the limits. */
const MOST_TAGS = 47;
const tags = {
    accepts: '`key=value` lines',
    read: (given) => {
        const found = {};
        for (const [index, line] of given.split(/\r?\n/).entries()) {
            const trimmed = line.trim();
            if (trimmed === '' || trimmed.startsWith('#'))
                continue;
            const [, key, value] = /^([^=]*[^=\s])\s*=\s*(.*)$/.exec(trimmed) ?? [];
            if (key === undefined || value === undefined)
                return { because: `has no \`key=value\` on line ${index + 1}` };
            if (key.length > 128 || value.length > 256)
                return { because: `has a tag that is too long on line ${index + 1}` };
            if (/^(aws|elasticbeanstalk):/i.test(key))
                return { because: `uses the reserved tag ${key}`, wrong: key };
            if (Object.hasOwn(found, key))
                return { because: `names ${key} twice`, wrong: key };
            Object.defineProperty(found, key, { value, enumerable: true });
        }
        return Object.keys(found).length > MOST_TAGS ? { because: `holds more than ${MOST_TAGS} tags` } : { value: found };
    },
};
const CREATION_INPUTS = {
    'create-environment-if-not-exists': withDefault(flag, 'false', {
        help: 'Create the environment when it certainly does not exist; see docs/environments.md.',
        operations: DEPLOY,
        aws: true,
    }),
    'create-application-if-not-exists': withDefault(flag, 'false', {
        help: 'Create the application too when it does not exist; needs `create-environment-if-not-exists`.',
        operations: DEPLOY,
        aws: true,
    }),
    'cname-prefix': optional(input_text('4 to 63 letters, digits and hyphens', { pattern: /^[A-Za-z0-9-]{4,63}$/, because: 'is not a CNAME prefix' }), {
        help: 'First part of the CNAME of an environment that is created; without it Elastic Beanstalk makes one up.',
        operations: DEPLOY,
        aws: true,
    }),
    'platform-branch': optional(input_text('a name like `Node.js 24 running on 64bit Amazon Linux 2023`'), {
        help: 'Create the environment on the newest version of this platform branch.',
        operations: DEPLOY,
    }),
    'template-name': optional(input_text('the name of a saved configuration'), {
        help: 'Create the environment from this saved configuration of the application; `option-settings` are stronger.',
        operations: DEPLOY,
    }),
    'template-environment': optional(input_text('the name of an environment', environment_inputs_ENVIRONMENT), {
        help: 'Create the environment with the settings that this environment of the application has then; `option-settings` are stronger.',
        operations: DEPLOY,
    }),
    'environment-tier': withDefault(choice(['WebServer', 'Worker']), 'WebServer', {
        help: 'Tier of an environment that is created.',
        operations: DEPLOY,
    }),
    'environment-tags': optional(tags, {
        help: 'Tags of an environment that is created, one `key=value` a line.',
        operations: DEPLOY,
    }),
    'allow-empty-database': withDefault(flag, 'false', {
        help: '`true`: create from an environment with a database of its own, although the new one gets another, empty one.',
        operations: DEPLOY,
    }),
};
const TERMINATION_INPUTS = {
    'confirm-environment-id': optional(input_text('an id like `e-abcdefghij`', { pattern: /^e-[a-z0-9]+$/, because: 'is not the id of an environment' }), { help: 'Id of the environment to terminate; it must be the one that the names mean.', operations: TERMINATE }),
    'allow-database-deletion': withDefault(flag, 'false', {
        help: '`true`: terminate the environment although its own database goes with it (DBDeletionPolicy `Delete` or `Snapshot`).',
        operations: TERMINATE,
    }),
};
const SOURCES = [
    'platform-branch',
    'solution-stack-name',
    'platform-arn',
    'template-name',
    'template-environment',
];
/** Only for creations; the others also say what an environment that exists must run on. */
const ONLY_FOR_CREATION = ['platform-branch', 'template-name', 'template-environment', 'environment-tags'];
/** Absent unless an environment may be created. */
function creationWish(values) {
    if (values['create-environment-if-not-exists'] !== true || values.operation !== 'deploy')
        return undefined;
    const source = sourceOf(values);
    const cnamePrefix = values['cname-prefix'];
    return {
        application: values['create-application-if-not-exists'] === true,
        ...(source === undefined ? {} : { source }),
        tier: values['environment-tier'] ?? 'WebServer',
        tags: values['environment-tags'] ?? {},
        ...(cnamePrefix === undefined ? {} : { cnamePrefix }),
        allowEmptyDatabase: values['allow-empty-database'] === true,
    };
}
function sourceOf(values) {
    const { 'platform-branch': branch, 'solution-stack-name': stack, 'platform-arn': arn } = values;
    const { 'template-name': template, 'template-environment': environment } = values;
    if (branch !== undefined)
        return { kind: 'branch', name: branch };
    if (stack !== undefined)
        return { kind: 'stack', solutionStack: stack };
    if (arn !== undefined)
        return { kind: 'platform', arn };
    if (template !== undefined)
        return { kind: 'template', name: template };
    return environment === undefined ? undefined : { kind: 'environment', name: environment };
}
const PRODUCTION_CNAME = optional(input_text('a host name, or its first part', {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    because: 'is not a host name (no scheme, no path)',
}), { help: 'CNAME whose environment is never terminated.', operations: TERMINATE });
function terminationWish(values, lookUp) {
    if (values.operation !== 'terminate')
        return undefined;
    const confirmedId = values['confirm-environment-id'];
    // Declared by `blue-green`, whose other inputs mean nothing here.
    const productionCname = readInputs({ 'production-cname': PRODUCTION_CNAME }, lookUp).values['production-cname'];
    return {
        ...(confirmedId === undefined ? {} : { confirmedId }),
        ...(productionCname === undefined ? {} : { productionCname }),
        allowDatabaseDeletion: values['allow-database-deletion'] === true,
    };
}
function environmentContradictions(values, lookUp) {
    const given = (name) => lookUp(name).trim() !== '';
    const creates = values['create-environment-if-not-exists'] === true;
    const sources = SOURCES.filter(given);
    return [
        ...(creates && sources.length > 1
            ? [
                contradiction(sources[1] ?? '', `${sources.map((one) => `\`${one}\``).join(' and ')} are given, and an environment is created from one of them.`, 'Keep one of them.'),
            ]
            : []),
        ...ONLY_FOR_CREATION.filter((name) => given(name) && !creates).map((name) => contradiction(name, `\`${name}\` is given, but nothing is created without \`create-environment-if-not-exists: true\`.`, 'Set that too, or remove it.')),
        ...(values['create-application-if-not-exists'] === true && !creates
            ? [
                contradiction('create-application-if-not-exists', '`create-application-if-not-exists: true` needs `create-environment-if-not-exists: true`: a new application has no environment yet.', 'Set that too, or remove it.'),
            ]
            : []),
        ...tierContradictions(values, creates),
        ...terminationContradictions(values, given, lookUp),
    ];
}
function tierContradictions(values, creates) {
    const model = values['template-environment'];
    return [
        ...(creates && values['environment-tier'] === 'Worker' && values['cname-prefix'] !== undefined
            ? [contradiction('cname-prefix', 'A worker environment has no CNAME.', 'Remove `cname-prefix`.')]
            : []),
        ...(model !== undefined && model === values['environment-name']
            ? [
                contradiction('template-environment', '`template-environment` and `environment-name` are the same environment.', 'Name the environment whose settings are copied.'),
            ]
            : []),
    ];
}
function terminationContradictions(values, given, lookUp) {
    if (values.operation === 'terminate') {
        const { failures } = readInputs({ 'production-cname': PRODUCTION_CNAME }, lookUp);
        return failures.map(() => contradiction('production-cname', '`production-cname` is not a host name.', 'Write it without scheme and path.'));
    }
    if (!given('confirm-environment-id'))
        return [];
    return [
        contradiction('confirm-environment-id', `\`confirm-environment-id\` is given, but \`operation: ${values.operation ?? 'deploy'}\` terminates nothing.`, 'Set `operation: terminate`, or remove it.'),
    ];
}
//# sourceMappingURL=environment-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/accepted-health.js
/** Which health counts as proof, from the words of the input `accept-health`. */

const COLORS = ['Green', 'Yellow', 'Red', 'Grey'];
const HEALTH_WORDS = [...domain_environment/* HEALTH_STATUSES */.i9, ...COLORS, 'not-worse'];
const isColor = (word) => COLORS.some((color) => color === word);
const isStatus = (word) => domain_environment/* HEALTH_STATUSES */.i9.some((status) => status === word);
/**
 * Statuses judge enhanced health and colours basic health, so each side is filled from the other: `Green` accepts Ok
 * and Info, and `Ok, Info` accepts Green where there are only colours.
 */
function acceptedHealth(words) {
    if (words.includes('not-worse'))
        return { kind: 'not-worse' };
    const statuses = words.filter(isStatus);
    const colors = words.filter(isColor);
    return {
        kind: 'statuses',
        statuses: domain_environment/* HEALTH_STATUSES */.i9.filter((status) => statuses.includes(status) || colors.includes((0,domain_environment/* colorOf */.HN)(status))),
        colors: COLORS.filter((color) => colors.includes(color) || statuses.some((status) => (0,domain_environment/* colorOf */.HN)(status) === color)),
    };
}
//# sourceMappingURL=accepted-health.js.map
;// CONCATENATED MODULE: ./lib/inputs/rollout-inputs.js
/** Inputs that say when a rollout counts as done, how long it may take, and what happens when it does not go well. */



const PROOF_INPUTS = {
    'accept-health': withDefault(words(HEALTH_WORDS), 'Ok, Info', {
        help: 'Health that counts as success, as statuses or colours; `not-worse` compares with the health before the rollout.',
    }),
    'stable-for': withDefault(duration(0, (0,time/* hours */.c$)(6)), '30s', {
        help: 'How long accepted health must last without a bad sample.',
    }),
    'health-grace': withDefault(duration(0, (0,time/* hours */.c$)(6)), '5m', {
        help: 'How long to wait for accepted health after the update has ended.',
    }),
    'wait-for-deployment': withDefault(flag, 'true', {
        help: '`false`: end as soon as the update has been accepted, with the outcome `started`.',
        aws: true,
    }),
    'wait-for-environment-recovery': withDefault(flag, 'true', {
        help: '`false`: health is shown, not judged, and the outcome says so.',
        aws: true,
    }),
    'poll-interval': optional(duration(250, (0,time/* minutes */.Gx)(5)), {
        help: 'Fixed time between two looks; without it the pace adapts to what is going on.',
    }),
};
const ENDING_INPUTS = {
    timeout: optional(duration((0,time/* seconds */.YA)(1)), {
        help: 'Limit for the whole rollout from its first step, after any wait for a busy environment; without it, it is computed from the strategy and the size of the environment.',
    }),
    'deployment-timeout': optional(duration((0,time/* seconds */.YA)(1)), {
        help: 'The same as `timeout`; seconds when no unit is given, and without the upper limit of 3600.',
        aws: true,
    }),
    'on-failure': withDefault(choice(['rollback', 'abort', 'none']), 'rollback', {
        help: 'When the rollout has failed: put back what was there before, code and settings, and prove it (see docs/rollback.md); only abort what still runs; or leave everything as it is.',
    }),
    'on-timeout': withDefault(choice(['leave', 'abort']), 'leave', {
        help: 'When time is up: leave the update running and say so, or abort it.',
    }),
    'on-cancel': withDefault(choice(['abort', 'leave']), 'abort', {
        help: 'When the workflow is cancelled: abort the update that this run started, or leave it running.',
    }),
    'on-busy': withDefault(choice(['wait', 'fail', 'abort-ours']), 'wait', {
        help: 'When the environment is busy with another operation: wait for its end, fail, or abort it when an earlier run of this action started it. The plan is made when it is Ready.',
    }),
    'busy-timeout': withDefault(duration(0, (0,time/* hours */.c$)(12)), '15m', {
        help: 'How long to wait for a busy environment.',
    }),
    'logs-on-failure': withDefault(choice(['tail', 'none']), 'tail', {
        help: 'Fetch the lines of the deployment log that matter when the rollout fails.',
    }),
    'job-summary': withDefault(flag, 'true', { help: 'Write a summary of the rollout to the page of the run.' }),
};
//# sourceMappingURL=rollout-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/target-inputs.js
/** Inputs that say what is done, where, and under which strategy. */



/** `us-gov-west-1`, `mx-central-1`, `cn-north-1`: no list of prefixes, so that a new region needs no release. */
const REGION = { pattern: /^[a-z]{2,}(-[a-z]+)+-\d+$/, because: 'does not look like a region such as eu-west-1' };
/** AWS API reference, CreateEnvironment: EnvironmentName. */
const target_inputs_ENVIRONMENT = {
    pattern: /^(?!-)[A-Za-z0-9-]{4,40}(?<!-)$/,
    because: 'is not an environment name (4 to 40 letters, digits and hyphens, no hyphen at the ends)',
};
/** AWS API reference, CreateApplication: ApplicationName. */
const APPLICATION = {
    pattern: /^[^/]{1,100}$/,
    because: 'is not an application name (up to 100 characters, no slash)',
};
const TARGET_INPUTS = {
    'aws-region': required(input_text('a region such as `eu-west-1`', REGION), {
        help: 'Region of the environment.',
        aws: true,
    }),
    'application-name': required(input_text('the name of an application', APPLICATION), {
        help: 'Elastic Beanstalk application.',
        aws: true,
    }),
    'environment-name': required(input_text('the name of an environment', target_inputs_ENVIRONMENT), {
        help: 'Elastic Beanstalk environment to deploy to.',
        aws: true,
    }),
    operation: withDefault(choice(operations/* OPERATION_NAMES */.d0), 'deploy', {
        help: `What to do. ${Object.entries({ ...operations/* OPERATIONS */.xb, ...operations/* LOCK_OPERATIONS */.f$ })
            .map(([name, { summary }]) => `\`${name}\`: ${summary}`)
            .join('; ')}.`,
    }),
    'dry-run': withDefault(flag, 'false', {
        help: 'Show the plan and compare all strategies for this environment, in the log and on the page of the run; nothing is changed.',
    }),
    strategy: withDefault(choice(STRATEGY_NAMES), 'as-configured', {
        help: 'How the version reaches the instances; see docs/strategies.md.',
    }),
    'restore-policy': withDefault(flag, 'false', {
        help: "Put the environment's own deployment policy back when the strategy had to change it.",
    }),
};
const CONFIGURATION_INPUTS = {
    'option-settings': optional(input_document('JSON or YAML, or the path of a file in the workspace'), {
        help: 'Options to change in the same update: a list of `Namespace`, `OptionName`, `Value`, or a map from namespace to options, as JSON or YAML, inline or as the path of a file in the workspace.',
        aws: true,
    }),
    'environment-variables': optional(pairs, {
        help: 'Environment properties to set in the same update, one `KEY=value` a line; `KEY=` removes the key and all others stay; values are never printed.',
    }),
    'solution-stack-name': optional(input_text('the name of a solution stack'), {
        help: 'What a new environment is created on; an environment that exists must run on it already (it is never moved).',
        aws: true,
    }),
    'platform-arn': optional(input_text('the ARN of a platform version'), {
        help: 'What a new environment is created on; an environment that exists must run on it already (it is never moved).',
        aws: true,
    }),
};
//# sourceMappingURL=target-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/version-inputs.js
/** Inputs that say which version is deployed, and where its bundle comes from. */

/** What a label can be made from: slashes, control characters and length are mended when its bundle is known. */
const LABEL = { pattern: /[\p{L}\p{N}\p{S}]/u, because: 'has no letter and no digit' };
/** Amazon S3 user guide, "Bucket naming rules". */
const BUCKET = { pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, because: 'is not a bucket name' };
const VERSION_INPUTS = {
    'version-label': optional(input_text('a label with at least one letter or digit', LABEL), {
        help: 'Label of the version, for example a tag or a branch (`feature/x` becomes `feature-x`, and what is longer than 100 characters is cut); without it `<first 7 of the commit>-<first 8 of the content hash>`.',
        aws: true,
    }),
    'version-source': withDefault(choice(['auto', 'bundle', 'existing', 'none']), 'auto', {
        help: '`bundle`: make the version from the workspace or the given package; `existing`: deploy the version that `version-label` names; `none`: change only options and variables; `auto`: `bundle`, unless nothing is given and the workspace is empty.',
    }),
    'deployment-package-path': optional(path('file'), {
        help: 'Archive (zip, war, jar) that is the bundle.',
        aws: true,
    }),
    'source-directory': optional(path('directory'), {
        help: 'Directory to make the bundle from; without it and without a package it is the whole workspace.',
        aws: true,
    }),
    'exclude-patterns': optional(list('patterns as in `.gitignore`, separated by commas or line breaks'), {
        help: 'Patterns of files to leave out, on top of `.ebignore` (else `.gitignore`) and the built-in list.',
        aws: true,
    }),
    symlinks: withDefault(choice(['preserve', 'follow']), 'preserve', {
        help: 'Keep symbolic links as links, or put what they point to into the bundle.',
        aws: true,
    }),
    'on-label-conflict': withDefault(choice(['suffix', 'fail', 'reuse']), 'suffix', {
        help: 'What to do when the label exists with other content: deploy under `<label>-<hash>`, fail, or deploy what the label holds.',
    }),
    's3-bucket-name': optional(input_text('the name of a bucket', BUCKET), {
        help: "Bucket for bundles, in the environment's region; it must exist. Without it the bucket that Elastic Beanstalk provides is used.",
        aws: true,
    }),
    comment: withDefault(input_text('up to 150 characters', { pattern: /^.{0,150}$/su, because: 'is longer than 150 characters' }), '', {
        help: 'Sentence for the description of the version; of a rollback the reason, kept in the record of good versions.',
    }),
};
//# sourceMappingURL=version-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/lock-inputs.js
/** Inputs of the deploy lock, and the settings of the operations that only lock and unlock. */






const LOCK_INPUTS = {
    'deploy-lock': optional(choice(['wait', 'fail', 'off']), {
        help: 'When another run, or a person, holds the deploy lock of the environment: wait for it or fail; `off` takes no lock. Without it: `wait`, and a lock that cannot be taken for lack of a permission is a warning only. See docs/locks.md.',
    }),
    'lock-timeout': optional(duration(0, (0,time/* hours */.c$)(12)), {
        help: 'How long to wait for the deploy lock; without it `busy-timeout`.',
    }),
    'lock-expiry': optional(duration((0,time/* seconds */.YA)(10), (0,time/* hours */.c$)(24 * 30)), {
        help: 'How long the lock lasts after its run has renewed it last (default `5m`), or with `operation: lock` in all (default `4h`).',
    }),
};
/** Renewed three times in this time, so that a run that died is found out soon. */
const RUN_EXPIRY = (0,time/* minutes */.Gx)(5);
const PERSON_EXPIRY = (0,time/* hours */.c$)(4);
function lockSettings(values, expiry = RUN_EXPIRY) {
    return {
        mode: values['deploy-lock'] ?? 'wait',
        isAskedFor: values['deploy-lock'] !== undefined,
        timeout: values['lock-timeout'] ?? values['busy-timeout'],
        expiry: values['lock-expiry'] ?? expiry,
    };
}
const OPERATION_INPUTS = {
    'aws-region': TARGET_INPUTS['aws-region'],
    'application-name': TARGET_INPUTS['application-name'],
    'environment-name': TARGET_INPUTS['environment-name'],
    'dry-run': TARGET_INPUTS['dry-run'],
    's3-bucket-name': VERSION_INPUTS['s3-bucket-name'],
    comment: VERSION_INPUTS.comment,
    'busy-timeout': ENDING_INPUTS['busy-timeout'],
    ...LOCK_INPUTS,
};
/** Reads only the inputs that matter; the defaults of all others are handed over anyway and say nothing. */
function readLockOperation(operation, lookUp) {
    const { values, failures } = readInputs(OPERATION_INPUTS, lookUp);
    const off = values['deploy-lock'] === 'off' ? [offProblem(operation)] : [];
    const problems = [...failures.map(problemOf), ...off];
    if (problems.length > 0)
        return { problems };
    const bucket = values['s3-bucket-name'];
    return {
        settings: {
            operation,
            dryRun: values['dry-run'],
            region: values['aws-region'],
            application: values['application-name'],
            environmentName: values['environment-name'],
            ...(bucket === undefined ? {} : { bucket }),
            comment: values.comment,
            lock: lockSettings(values, PERSON_EXPIRY),
        },
    };
}
const offProblem = (operation) => ({
    code: 'contradicting-inputs',
    blame: 'you',
    what: `\`deploy-lock: off\` leaves nothing to do for \`operation: ${operation}\`.`,
    hint: 'Remove one of the two.',
    input: 'deploy-lock',
});
//# sourceMappingURL=lock-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/migration-inputs.js
/** Inputs of aws-actions/aws-elasticbeanstalk-deploy that are accepted so that its workflows run unchanged; what differs is said. */

const MIGRATION_INPUTS = {
    'use-existing-application-version-if-available': optional(flag, {
        help: '`true` means `on-label-conflict: reuse`, `false` means `on-label-conflict: fail`; without it a label that exists with other content is never deployed by mistake.',
        aws: true,
    }),
    'create-s3-bucket-if-not-exists': withDefault(flag, 'true', {
        help: 'Accepted; Elastic Beanstalk itself provides its bucket when it is missing, and a bucket of your own must exist.',
        aws: true,
    }),
    'max-retries': optional(count(0, 10), {
        help: 'Accepted without effect: calls are repeated as often as their kind of failure deserves.',
        aws: true,
    }),
    'retry-delay': optional(count(1, 60), {
        help: 'Accepted without effect: pauses follow what the service answers.',
        aws: true,
    }),
    'mask-resource-identifiers': withDefault(flag, 'false', {
        help: 'Accepted without effect: the log names the resources it is about.',
        aws: true,
    }),
    'verbose-logging': withDefault(flag, 'false', {
        help: "Accepted without effect: the runner's debug logging shows every call.",
        aws: true,
    }),
};
//# sourceMappingURL=migration-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/rollback-inputs.js
/** Inputs about earlier versions: which one to go back to, and how many old ones to keep. */


/** AWS API reference, CreateApplicationVersion: VersionLabel. */
const rollback_inputs_LABEL = {
    pattern: /^(?!\s)[^/\\\p{Cc}]{1,100}(?<!\s)$/u,
    because: 'is not a version label (up to 100 characters, no slash, no line break)',
};
const ROLLBACK_INPUTS = {
    'to-version': optional(input_text('`previous` or the label of a version', rollback_inputs_LABEL), {
        help: 'With `operation: rollback`: the version to go back to; `previous` (the default) is the last one that was proven good on this environment before the one that runs now.',
    }),
    'prune-versions': optional(count(1, 1_000), {
        help: 'After a success, delete old versions of the application with their bundles, all but the newest so many; versions that run anywhere, the last good ones of every environment and newer ones always stay.',
    }),
};
const BUILDING = [
    'version-label',
    'source-directory',
    'deployment-package-path',
    'exclude-patterns',
    'use-existing-application-version-if-available',
];
/** A rollback builds nothing, and nothing but a rollback goes back. */
function rollbackContradictions(values, lookUp) {
    if (values.operation !== 'rollback') {
        return values['to-version'] === undefined
            ? []
            : [
                contradiction('to-version', '`to-version` is given, but only `operation: rollback` goes back to a version.', 'Set `operation: rollback`, or name the version to deploy with `version-label`.'),
            ];
    }
    return [
        ...BUILDING.filter((name) => lookUp(name) !== '').map((name) => contradiction(name, `\`${name}\` is given, but a rollback deploys a version that exists and makes none.`, name === 'version-label' ? 'Name the version with `to-version`.' : 'Remove it.')),
        ...(values['wait-for-deployment'] === false
            ? [
                contradiction('wait-for-deployment', '`wait-for-deployment: false` does not wait for the proof that a rollback is about.', 'Remove it.'),
            ]
            : []),
    ];
}
//# sourceMappingURL=rollback-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/declarations.js









const COMMON_INPUTS = {
    ...TARGET_INPUTS,
    ...VERSION_INPUTS,
    ...ROLLBACK_INPUTS,
    ...CONFIGURATION_INPUTS,
    ...PROOF_INPUTS,
    ...COMMAND_INPUTS,
    ...ENDING_INPUTS,
    ...CREATION_INPUTS,
    ...TERMINATION_INPUTS,
    ...LOCK_INPUTS,
    ...MIGRATION_INPUTS,
};
/** Inputs of the strategies by name, with the strategies that read them. */
const STRATEGY_INPUTS = gather();
function gather() {
    const found = new Map();
    for (const [strategy, { inputs }] of Object.entries(STRATEGIES)) {
        for (const [name, declaration] of Object.entries(inputs)) {
            const strategies = [...(found.get(name)?.strategies ?? []), strategy];
            found.set(name, { declaration, strategies });
        }
    }
    return found;
}
/** All inputs as `action.yml` and the README show them. */
const INPUT_GROUPS = [
    { title: 'What, where, how', inputs: TARGET_INPUTS },
    {
        title: 'Of single strategies',
        inputs: Object.fromEntries([...STRATEGY_INPUTS].map(([name, { declaration }]) => [name, declaration])),
    },
    { title: 'The version', inputs: VERSION_INPUTS },
    { title: 'Earlier versions', inputs: ROLLBACK_INPUTS },
    { title: 'Configuration', inputs: CONFIGURATION_INPUTS },
    { title: 'What counts as success', inputs: PROOF_INPUTS },
    { title: 'Commands on an instance', inputs: COMMAND_INPUTS },
    { title: 'Limits and endings', inputs: ENDING_INPUTS },
    { title: 'Creating an environment', inputs: CREATION_INPUTS },
    { title: 'Terminating an environment', inputs: TERMINATION_INPUTS },
    { title: 'One rollout at a time', inputs: LOCK_INPUTS },
    { title: "Accepted from AWS's own action", inputs: MIGRATION_INPUTS },
];
const INPUT_NAMES = INPUT_GROUPS.flatMap(({ inputs }) => Object.keys(inputs));
//# sourceMappingURL=declarations.js.map
;// CONCATENATED MODULE: ./lib/inputs/contradictions.js







function contradictions(situation) {
    return [
        ...otherStrategies(situation),
        ...environmentContradictions(situation.values, situation.lookUp),
        ...policyTwice(situation),
        ...variablesTwice(situation),
        ...timeouts(situation),
        ...health(situation),
        ...notWaiting(situation),
        ...labelConflict(situation),
        ...packaging(situation),
        ...rollbackContradictions(situation.values, situation.lookUp),
    ];
}
/** Defaults of strategy inputs are never written to `action.yml`, so a text here was really given. */
function otherStrategies({ values, lookUp }) {
    const { strategy } = values;
    if (strategy === undefined || values.operation === 'terminate')
        return [];
    return [...STRATEGY_INPUTS]
        .filter(([name, { strategies }]) => lookUp(name) !== '' && !strategies.includes(strategy))
        .map(([name, { strategies }]) => contradiction(name, `\`${name}\` is given, but \`strategy: ${strategy}\` does not use it.`, `Remove it, or choose ${strategies.map((one) => `\`${one}\``).join(' or ')}.`));
}
function policyTwice({ values, options }) {
    if (values.strategy === undefined || values.strategy === 'as-configured')
        return [];
    return options
        .filter((one) => one.namespace === strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v ||
        (one.namespace === strategy/* COMMAND_NAMESPACE */.K && ['DeploymentPolicy', 'BatchSize', 'BatchSizeType'].includes(one.name)))
        .map((one) => contradiction('option-settings', `\`option-settings\` sets ${one.name}, which \`strategy: ${values.strategy ?? ''}\` sets too.`, 'Leave it to the strategy and its inputs, or use `strategy: as-configured`.'));
}
function variablesTwice({ values, options }) {
    const { set = {}, remove = [] } = values['environment-variables'] ?? {};
    return options
        .filter((one) => one.namespace === domain_fleet/* PROPERTIES_NAMESPACE */.G2)
        .filter((one) => remove.includes(one.name) || (Object.hasOwn(set, one.name) && set[one.name] !== one.value))
        .map((one) => contradiction('environment-variables', `\`environment-variables\` and \`option-settings\` disagree about ${one.name}.`, 'Keep it in one of them.'));
}
function timeouts({ values, lookUp }) {
    const { timeout, 'deployment-timeout': aws } = values;
    const both = timeout !== undefined && aws !== undefined && timeout !== aws;
    const limit = timeout ?? aws;
    // A short limit alone is fine: its default is what the runner hands over when nobody spoke of `stable-for`.
    const stable = ['', '30s'].includes(lookUp('stable-for')) ? undefined : values['stable-for'];
    return [
        ...(both
            ? [
                contradiction('deployment-timeout', `\`timeout\` is ${(0,time/* formatDuration */.a3)(timeout)} and \`deployment-timeout\` is ${(0,time/* formatDuration */.a3)(aws)}, and they mean the same.`, 'Keep `timeout`.'),
            ]
            : []),
        ...(limit !== undefined && stable !== undefined && limit <= stable
            ? [
                contradiction('stable-for', `\`stable-for\` is ${(0,time/* formatDuration */.a3)(stable)}, which does not fit into a limit of ${(0,time/* formatDuration */.a3)(limit)}.`, 'Raise `timeout` or lower `stable-for`.'),
            ]
            : []),
    ];
}
function health({ values, lookUp }) {
    const accepted = values['accept-health'] ?? [];
    const isDefault = ['', 'Ok, Info'].includes(lookUp('accept-health'));
    return [
        ...(accepted.includes('not-worse') && accepted.length > 1
            ? [contradiction('accept-health', '`accept-health` mixes `not-worse` with fixed values.', 'Keep one of the two.')]
            : []),
        ...(values['wait-for-environment-recovery'] === false && !isDefault
            ? [
                contradiction('accept-health', '`accept-health` is given, but `wait-for-environment-recovery: false` judges no health.', 'Remove one of the two.'),
            ]
            : []),
    ];
}
function notWaiting({ values }) {
    return values['wait-for-deployment'] === false && values['restore-policy'] === true
        ? [
            contradiction('restore-policy', '`restore-policy: true` needs the end of the deployment, and `wait-for-deployment: false` does not wait for it.', 'Remove one of the two.'),
        ]
        : [];
}
function labelConflict({ values }) {
    const aws = values['use-existing-application-version-if-available'];
    const ours = values['on-label-conflict'];
    // `suffix` is the default, which the runner hands over as if it had been given.
    if (aws === undefined || ours === undefined || ours === 'suffix' || ours === (aws ? 'reuse' : 'fail'))
        return [];
    return [
        contradiction('use-existing-application-version-if-available', `\`use-existing-application-version-if-available: ${aws}\` means \`on-label-conflict: ${aws ? 'reuse' : 'fail'}\`, but \`on-label-conflict\` is \`${ours}\`.`, 'Keep `on-label-conflict`.'),
    ];
}
function packaging({ values, source }) {
    if (values['exclude-patterns'] === undefined || source === undefined || source.kind === 'directory')
        return [];
    const instead = source.kind === 'archive' ? 'a given package is deployed as it is' : 'an existing version is deployed';
    return [
        contradiction('exclude-patterns', `\`exclude-patterns\` is given, but ${instead}.`, 'Remove it, or give `source-directory`.'),
    ];
}
//# sourceMappingURL=contradictions.js.map
;// CONCATENATED MODULE: ./lib/inputs/notices.js
function notices(values) {
    const reuse = values['use-existing-application-version-if-available'];
    const without = ['max-retries', 'retry-delay'].filter((name) => values[name] !== undefined);
    const ignored = ['mask-resource-identifiers', 'verbose-logging'].filter((name) => values[name]);
    return [
        ...[...without, ...ignored].map((name) => `\`${name}\` has no effect here.`),
        ...(reuse === undefined
            ? []
            : [
                `\`use-existing-application-version-if-available: ${reuse}\` is taken as \`on-label-conflict: ${reuse ? 'reuse' : 'fail'}\`.`,
            ]),
        ...(values['create-s3-bucket-if-not-exists']
            ? []
            : [
                '`create-s3-bucket-if-not-exists: false` has no effect: Elastic Beanstalk provides its own bucket when it is missing.',
            ]),
        ...(values['deployment-timeout'] === undefined
            ? []
            : ['`deployment-timeout` is taken as `timeout`: one limit for the whole rollout.']),
        ...(values['wait-for-deployment']
            ? []
            : ['`wait-for-deployment: false`: the run ends without knowing how the deployment ends.']),
    ];
}
//# sourceMappingURL=notices.js.map
;// CONCATENATED MODULE: ./lib/inputs/options-input.js


const INPUT = 'option-settings';
/** An environment has some hundred options; a file of this size holds something else. */
const LARGEST_FILE = 256 * 1024;
async function readOptions(given, files, workspace) {
    if (given === undefined)
        return { options: [], problems: [] };
    // Loaded only here: most runs have no options, and a YAML parser is a large part of a short start.
    const { readOptionSettings } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(908)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5908));
    const inline = readOptionSettings(given);
    if (inline.kind === 'options')
        return { options: inline.options, problems: [] };
    if (inline.kind === 'wrong')
        return { options: [], problems: inline.because.map((one) => wrong(one)) };
    const found = await place(files, workspace, INPUT, inline.path, 'file');
    if ('problem' in found)
        return { options: [], problems: [found.problem] };
    try {
        const size = (await files.stat(await files.realPath(found.path)))?.bytes ?? 0;
        if (size > LARGEST_FILE)
            return { options: [], problems: [wrong(`names a file of ${size} bytes, more than ${LARGEST_FILE}`)] };
        const read = readOptionSettings(await files.readText(found.path));
        if (read.kind === 'options')
            return { options: read.options, problems: [] };
        const because = read.kind === 'file' ? ['holds no list of settings and no map from namespace to options'] : read.because;
        return { options: [], problems: because.map((one) => wrong(one, inline.path)) };
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return { options: [], problems: [{ ...error.problem, input: INPUT }] };
    }
}
const wrong = (because, file) => ({
    code: 'wrong-input',
    blame: 'you',
    what: `\`${INPUT}\` ${file === undefined ? '' : `(${file.slice(0, 100)}) `}${because}.`,
    hint: 'Write a list of `Namespace`, `OptionName` and `Value`, or a map from namespace to options, as JSON or YAML.',
    input: INPUT,
});
//# sourceMappingURL=options-input.js.map
// EXTERNAL MODULE: ./lib/domain/secrets.js
var secrets = __nccwpck_require__(2965);
;// CONCATENATED MODULE: ./lib/inputs/secrets.js


/** Variables are never printed by us; the mask also covers what the application's own logs repeat. */
function maskSecrets(host, values, options) {
    const variables = Object.entries(values['environment-variables']?.set ?? {});
    const properties = options
        .filter((one) => one.namespace === domain_fleet/* PROPERTIES_NAMESPACE */.G2 || one.namespace === 'aws:rds:dbinstance')
        .map((one) => [one.name, one.value]);
    for (const [name, value] of [...variables, ...properties]) {
        for (const secret of (0,secrets/* secretsOf */.F)(name, value))
            host.mask(secret);
    }
}
//# sourceMappingURL=secrets.js.map
;// CONCATENATED MODULE: ./lib/inputs/settings.js




/** `{ key: value }`, or nothing when there is no value: optional members stay absent. */
const given = (key, value) => 
// A computed key loses its literal type, hence the cast.
(value === undefined ? {} : { [key]: value });
function buildSettings({ operation, values, strategy, allStrategies, options, bundle, commit, termination, }) {
    const stack = values['solution-stack-name'];
    const arn = values['platform-arn'];
    return {
        operation,
        dryRun: values['dry-run'],
        region: values['aws-region'],
        application: values['application-name'],
        environmentName: values['environment-name'],
        strategy,
        allStrategies,
        ...given('bundle', bundle),
        ...given('versionLabel', values['version-label']),
        onLabelConflict: settings_labelConflict(values),
        ...given('commit', commit),
        ...(values.operation === 'rollback' ? { toVersion: values['to-version'] ?? 'previous' } : {}),
        ...given('pruneVersions', values['prune-versions']),
        comment: values.comment,
        ...given('bucket', values['s3-bucket-name']),
        options,
        environmentVariables: values['environment-variables'] ?? { set: {}, remove: [] },
        ...(stack === undefined && arn === undefined
            ? {}
            : { platform: { ...given('solutionStack', stack), ...given('arn', arn) } }),
        ...given('creation', creationWish(values)),
        ...given('termination', termination),
        ...given('commands', commandSettings(values)),
        restorePolicy: values['restore-policy'],
        acceptHealth: values['wait-for-environment-recovery'] ? acceptedHealth(values['accept-health']) : { kind: 'any' },
        stableFor: values['stable-for'],
        healthGrace: values['health-grace'],
        ...given('timeout', values.timeout ?? values['deployment-timeout']),
        onFailure: values['on-failure'],
        onTimeout: values['on-timeout'],
        onCancel: values['on-cancel'],
        onBusy: values['on-busy'],
        busyTimeout: values['busy-timeout'],
        waitForDeployment: values['wait-for-deployment'],
        ...given('pollInterval', values['poll-interval']),
        lock: lockSettings(values),
        logsOnFailure: values['logs-on-failure'],
        jobSummary: values['job-summary'],
    };
}
function settings_labelConflict(values) {
    const aws = values['use-existing-application-version-if-available'];
    return aws === undefined ? values['on-label-conflict'] : aws ? 'reuse' : 'fail';
}
//# sourceMappingURL=settings.js.map
;// CONCATENATED MODULE: ./lib/inputs/unknown-inputs.js


/** What they are called in other actions for Elastic Beanstalk (einaregilsson/beanstalk-deploy), and here. */
const RENAMED = {
    region: 'aws-region',
    application_name: 'application-name',
    environment_name: 'environment-name',
    version_label: 'version-label',
    version_description: 'comment',
    deployment_package: 'deployment-package-path',
    wait_for_deployment: 'wait-for-deployment',
    wait_for_environment_recovery: 'health-grace',
    use_existing_version_if_available: 'on-label-conflict',
    existing_bucket_name: 's3-bucket-name',
};
const CREDENTIALS = ['aws_access_key', 'aws_secret_key', 'aws_session_token'];
/** Inputs of AWS's own action for Cluster environments. */
const CLUSTER = ['image-uri', 'build-configuration'];
/** `given`: as the runner spells them in `INPUT_*`, in capitals. */
function unknownInputs(given) {
    const names = given.map((name) => name.toLowerCase());
    return names.filter((name) => !INPUT_NAMES.includes(name)).map(unknown);
}
function unknown(name) {
    const renamed = RENAMED[name];
    if (renamed !== undefined) {
        return {
            code: 'renamed-input',
            blame: 'you',
            what: `There is no input \`${name}\`.`,
            hint: `It is called \`${renamed}\` here.`,
            input: name,
        };
    }
    return {
        code: 'unknown-input',
        blame: 'you',
        what: `There is no input \`${name}\`.`,
        hint: hintFor(name),
        input: name,
    };
}
function hintFor(name) {
    if (CREDENTIALS.includes(name)) {
        return 'Credentials come from the environment: use aws-actions/configure-aws-credentials in a step before this one.';
    }
    if (CLUSTER.includes(name))
        return 'Images and builds for Cluster environments are not part of this release.';
    const meant = didYouMean(name, INPUT_NAMES);
    return meant === undefined ? 'The inputs are listed in the README.' : `Did you mean \`${meant}\`?`;
}
//# sourceMappingURL=unknown-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/read.js
/** What the workflow gave → settings, or every problem with it in one go. The only place where inputs are read. */















async function read(host, files) {
    const lookUp = (name) => host.input(name);
    const asked = lookUp('operation').trim();
    // They have few inputs of their own; every other operation works on the environment itself.
    if ((0,operations/* isLockOperation */.TK)(asked)) {
        const read = readLockOperation(asked, lookUp);
        const problems = [...unknownInputs(host.givenInputs()), ...('problems' in read ? read.problems : [])];
        return 'settings' in read && problems.length === 0
            ? { kind: 'lock', lock: read.settings }
            : { kind: 'refused', problems };
    }
    const common = readInputs(COMMON_INPUTS, lookUp);
    const values = common.values;
    const strategies = readStrategies(values.strategy, lookUp);
    const options = await readOptions(values['option-settings'], files, host.run.workspace);
    maskSecrets(host, values, options.options);
    // These build nothing: what lies in the workspace is no business of them.
    const bundle = values.operation === 'rollback' || values.operation === 'terminate'
        ? { problems: [] }
        : await readBundleSource(values, files, host.run.workspace, lookUp);
    const problems = [
        ...unknownInputs(host.givenInputs()),
        ...[...common.failures, ...strategies.failures].map(problemOf),
        ...options.problems,
        ...bundle.problems,
        ...contradictions({ values, options: options.options, lookUp, source: bundle.source }),
        ...commandContradictions(values, strategies.chosen),
    ];
    const { chosen } = strategies;
    const { operation } = common.values;
    if (problems.length > 0 || chosen === undefined || !(0,operations/* isOperationName */.F)(operation))
        return { kind: 'refused', problems };
    const termination = terminationWish(values, lookUp);
    const settings = buildSettings({
        operation,
        values: common.values,
        strategy: chosen,
        allStrategies: strategies.all,
        options: options.options,
        ...(bundle.source === undefined ? {} : { bundle: bundle.source }),
        ...(host.run.commit === undefined ? {} : { commit: host.run.commit }),
        ...(termination === undefined ? {} : { termination }),
    });
    return { kind: 'settings', settings, notices: notices(common.values) };
}
/**
 * The chosen strategy with its inputs; the others, for the comparison, with those that they share with it and their
 * defaults. When the name of the strategy is wrong, the inputs are read for all of them: their problems shall not wait
 * for the next run.
 */
function readStrategies(chosen, lookUp) {
    const all = [];
    const failures = [];
    const counts = (input) => chosen === undefined || Object.hasOwn(STRATEGIES[chosen].inputs, input);
    for (const name of STRATEGY_NAMES) {
        const result = STRATEGIES[name].configure(name, (input) => (counts(input) ? lookUp(input) : ''));
        if ('configured' in result)
            all.push(result.configured);
        else
            failures.push(...result.failures.filter((one) => failures.every((other) => other.name !== one.name)));
    }
    const configured = all.find((one) => one.name === chosen);
    return { all, failures, ...(configured === undefined ? {} : { chosen: configured }) };
}
//# sourceMappingURL=read.js.map
// EXTERNAL MODULE: ./lib/domain/lock.js
var domain_lock = __nccwpck_require__(3417);
// EXTERNAL MODULE: ./lib/lock/lock-place.js
var lock_place = __nccwpck_require__(8482);
// EXTERNAL MODULE: ./lib/lock/locks.js
var locks = __nccwpck_require__(7675);
// EXTERNAL MODULE: ./lib/lock/held-lock.js
var held_lock = __nccwpck_require__(898);
;// CONCATENATED MODULE: ./lib/lock/saved-locks.js

const LOCKS = 'locks';
function saveLocks(host, region, locks) {
    const saved = { region, locks };
    host.saveState(LOCKS, locks.length === 0 ? '' : JSON.stringify(saved));
}
/** Never fails: a lock that stays ends by itself. */
async function giveBackSaved(outside) {
    const { host, clock, random } = outside;
    const text = host.state(LOCKS);
    if (text === '')
        return;
    // Written by our own main phase; nothing else can write to the state of a step.
    const { region, locks } = JSON.parse(text);
    try {
        const { documents } = await outside.connect(region, new AbortController().signal);
        for (const { place, nonce } of locks) {
            const end = await (0,held_lock/* giveBack */.F)({ documents, clock, random }, place, nonce);
            if (end === 'released')
                host.line(`Gave back the deploy lock of ${place.environment}, which the main phase had left.`);
            else if (end !== 'not-ours')
                host.line(`The deploy lock of ${place.environment} stays until it ends by itself.`);
        }
    }
    catch {
        host.line('The deploy lock could not be given back; it ends by itself.');
    }
}
//# sourceMappingURL=saved-locks.js.map
;// CONCATENATED MODULE: ./lib/lock/rollout-locks.js
/** Which locks a rollout needs, and how the story takes and gives them back. */






/** Not longer, once the runner has asked to stop: the post phase can do it, too. */
const PATIENCE_AFTER_CANCEL = (0,time/* seconds */.YA)(0.6);
function locksFor(settings, outside, cloud, say, cancel) {
    const { host, clock, random } = outside;
    const { bucket, comment, lock, operation, region } = settings;
    return (0,locks/* createLocks */.hF)({
        ports: { documents: cloud.documents, clock, random },
        say,
        cancel,
        buckets: cloud,
        ...(bucket === undefined ? {} : { bucket }),
        settings: lock ?? { mode: 'off', isAskedFor: false, timeout: 0, expiry: 0 },
        holder: (0,locks/* runHolder */.C2)(host.run, operation),
        reason: comment,
        onPlaces: (locks) => saveLocks(host, region, locks),
    });
}
/** Every environment that the plan may change: for two sides, both. */
function lockedEnvironments({ environment, steps }) {
    const names = steps.flatMap((step) => [
        ...('environment' in step ? [step.environment.name] : []),
        ...('from' in step ? [step.from.name] : []),
        ...('to' in step ? [step.to.name] : []),
        ...('live' in step ? [step.live.name] : []),
    ]);
    return [...new Set([environment.name, ...names])].sort();
}
/** Says in the lock which policy the plan puts back at its end: the next run sees only the one that was set for the rollout. */
async function noteUnfinished(locks, plan) {
    for (const step of plan.steps) {
        if (step.kind !== 'update' || step.purpose !== 'restore-policy')
            continue;
        const options = step.options.map(({ name, value }) => `${name}=${value}`);
        const removed = step.removeOptions.map(({ name }) => `${name} unset`);
        const back = [...options, ...removed].join(', ');
        await locks.note(step.environment.name, `At its end it was to put the policy of ${step.environment.name} back (${back}): look whether the environment has it.`);
    }
}
/** At the end of a run, however it ends. When the runner has asked to stop, only for a moment. */
async function giveBackLocks(locks, clock, cancel) {
    const done = new AbortController();
    const released = locks.release().finally(() => done.abort());
    await Promise.race([released, graceAfter(cancel, clock, done.signal)]);
}
async function graceAfter(cancel, clock, done) {
    await new Promise((resolve) => {
        if (cancel.aborted)
            resolve();
        cancel.addEventListener('abort', () => resolve(), { once: true });
        done.addEventListener('abort', () => resolve(), { once: true });
    });
    await clock.sleep(PATIENCE_AFTER_CANCEL, done);
}
/** For a dry run, which takes no lock: says who holds it. Whatever cannot be read is no news. */
async function tellWhoLocks(settings, cloud, say) {
    const { bucket: given, environmentName, lock, region } = settings;
    if (lock === undefined || lock.mode === 'off')
        return;
    try {
        const bucket = await (0,lock_place/* lockBucketByName */.qL)(given, region, cloud);
        const found = bucket === undefined ? undefined : await cloud.documents.read(bucket, (0,lock_place/* lockKey */.TL)(environmentName));
        const document = found === undefined ? undefined : (0,domain_lock/* readLock */.mF)(found.text);
        if (found === undefined || document?.state !== 'held' || found.age >= document.lock.lifetime)
            return;
        const what = (0,domain_lock/* heldWords */.j0)(environmentName, document.lock, document.lock.lifetime - found.age);
        say({ type: 'notice', text: `${what} A deployment would ${lock.mode === 'fail' ? 'fail' : 'wait for it'}.` });
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
    }
}
//# sourceMappingURL=rollout-locks.js.map
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
        source === undefined ? undefined : modelOf(source, application, exists, beanstalk),
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
// EXTERNAL MODULE: ./lib/domain/sides.js
var sides = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./lib/observe-pair.js


/** A swap takes four to six seconds (observed); while it runs nobody can say who is live. */
const SWAP_ENDS = (0,time/* seconds */.YA)(30);
const EVERY = (0,time/* seconds */.YA)(3);
async function observePair(request, { beanstalk, clock, observeOne }) {
    const giveUpAt = clock.now() + SWAP_ENDS;
    for (;;) {
        // Unfiltered: a production CNAME may be held by a third environment, and names are unique over all applications.
        const found = (0,sides/* findSides */.aF)({ ...request, environments: await beanstalk.environments() });
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
    const pair = request.pair === undefined
        ? undefined
        : await observePair({ ...request, wish: request.pair }, { beanstalk, clock, observeOne: (one) => observeEnvironment(one, beanstalk) });
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
            (0,domain_environment/* optionValue */.TN)(settings.options, domain_fleet/* HEALTH_NAMESPACE */.xj, 'SystemType') === 'enhanced');
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
// EXTERNAL MODULE: ./lib/operations/settled-state.js
var settled_state = __nccwpck_require__(5967);
;// CONCATENATED MODULE: ./lib/report/foreign.js
/** The only way by which text that others wrote (events, causes, logs, labels, names, error texts) reaches people. */
const ESC = String.fromCharCode(0x1b);
const CSI = String.fromCharCode(0x9b);
const BEL = String.fromCharCode(0x07);
/** Terminal sequences: operating system commands (titles, links), then control sequences (colours, cursor), then the rest. */
const TERMINAL_SEQUENCES = new RegExp([
    `${ESC}[\\]PX^_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?`,
    `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]?`,
    `${ESC}[ -/]*[0-~]?`,
].join('|'), 'g');
/** Control, format (bidirectional overrides, zero width, soft hyphen), private, broken surrogates, odd line ends. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const LINE_ENDS = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;
const PREFIX = '│ ';
/** Longest line, in characters, that a log shows of foreign text. */
const LINE_LIMIT = 500;
/**
 * Breaks what the runner would take for a command. `::name::` counts only at the start of a line, so a line that begins
 * with our own words or {@link PREFIX} is safe, but the older `##[name]` is found anywhere in a line
 * (actions/runner, ActionCommand.TryParse).
 */
function withoutCommands(line) {
    const broken = line.replaceAll('##[', '## [');
    return broken.trimStart().startsWith('::') ? PREFIX + broken : broken;
}
function cut(text, limit) {
    const characters = [...text];
    return characters.length <= limit ? text : `${characters.slice(0, Math.max(0, limit - 1)).join('')}…`;
}
function harmless(line) {
    return line.replace(TERMINAL_SEQUENCES, '').replaceAll('\t', '  ').replace(INVISIBLE, '').replaceAll('##[', '## [');
}
/** Foreign text as part of a line that begins with our own words: one line, nothing invisible, at most `limit` characters. */
function foreignText(text, limit = LINE_LIMIT) {
    const line = text
        .split(LINE_ENDS)
        .map((part) => harmless(part).trim())
        .filter((part) => part !== '')
        .join(' ');
    return cut(line, limit).replaceAll('##[', '## [');
}
/** Foreign text as lines of its own, each behind the marker `│ `; says how many lines it left out. */
function foreignLines(text, limits = {}) {
    const most = limits.lines ?? 200;
    const all = text.split(LINE_ENDS).map((line) => harmless(line).trimEnd());
    while (all.length > 1 && all.at(-1) === '')
        all.pop();
    const shown = all.slice(0, most).map((line) => PREFIX + cut(line, limits.characters ?? LINE_LIMIT));
    return all.length > most ? [...shown, `${PREFIX}… ${all.length - most} more lines`] : shown;
}
function longestRun(text, character) {
    let longest = 0;
    let run = 0;
    for (const each of text) {
        run = each === character ? run + 1 : 0;
        longest = Math.max(longest, run);
    }
    return longest;
}
/** Foreign text inside Markdown, also inside a table: a code span that nothing in the text can close. `–` when empty. */
function foreignMarkdown(text, limit = 300) {
    const inner = foreignText(text, limit);
    if (inner === '')
        return '–';
    const fence = '`'.repeat(longestRun(inner, '`') + 1);
    const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
    // Inside a table a bar ends the cell even in a code span, unless it is escaped (GitHub Flavored Markdown, "Tables").
    // A backslash before it would undo the escape, so a bar becomes a look-alike there.
    return `${fence}${pad}${inner.replaceAll('|', '¦')}${pad}${fence}`;
}
/** Foreign lines as a fenced block that nothing in them can close. */
function foreignBlock(text, limits = {}) {
    const body = foreignLines(text, limits)
        .map((line) => line.slice(PREFIX.length))
        .join('\n');
    const fence = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
    return `${fence}text\n${body}\n${fence}`;
}
/** Foreign text inside an HTML element of a Markdown page (`<summary>`), where Markdown is not read. */
function foreignHtml(text, limit = 300) {
    return foreignText(text, limit)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
//# sourceMappingURL=foreign.js.map
;// CONCATENATED MODULE: ./lib/report/links.js
/** Console host by partition; the partition follows from the region's prefix (AWS General Reference, "Partitions"). */
function consoleHost(region) {
    if (region.startsWith('cn-'))
        return 'console.amazonaws.cn';
    if (region.startsWith('us-gov-'))
        return 'console.amazonaws-us-gov.com';
    if (region.startsWith('eusc-'))
        return 'console.amazonaws-eusc.eu';
    return 'console.aws.amazon.com';
}
/** The environment's dashboard; `undefined` when the region or id is not of the usual form (both end up in an address). */
function consoleUrl(region, environmentId) {
    if (!/^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region) || !/^e-[a-z0-9]+$/.test(environmentId))
        return undefined;
    const host = region.startsWith('us-gov-') ? consoleHost(region) : `${region}.${consoleHost(region)}`;
    return `https://${host}/elasticbeanstalk/home?region=${region}#/environment/dashboard?environmentId=${environmentId}`;
}
/** Where a problem code is explained: a full address when the action's own repository is known, else the file's name. */
function errorPage(code, run) {
    const anchor = `docs/errors.md#${code.replace(/[^a-z0-9-]/g, '')}`;
    if (run.actionRepository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(run.actionRepository))
        return anchor;
    const server = run.serverUrl ?? 'https://github.com';
    const ref = run.actionRef !== undefined && /^[\w./-]+$/.test(run.actionRef) ? run.actionRef : 'HEAD';
    return `${server}/${run.actionRepository}/blob/${ref}/${anchor}`;
}
//# sourceMappingURL=links.js.map
;// CONCATENATED MODULE: ./lib/report/table.js
/** Tables: aligned columns for a log, pipes for Markdown. The cells are safe already; nothing is escaped here. */
function width(text) {
    return [...text].length;
}
/** Rows with aligned columns, the first row being the head; trailing spaces are cut. */
function textTable(rows, indent = '  ') {
    const columns = Math.max(0, ...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_, column) => Math.max(0, ...rows.map((row) => width(row[column] ?? ''))));
    return rows.map((row) => {
        const cells = row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))));
        return (indent + cells.join('  ')).trimEnd();
    });
}
/** A Markdown table; the first row is the head. */
function markdownTable(rows) {
    const [head = [], ...body] = rows;
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}
//# sourceMappingURL=table.js.map
;// CONCATENATED MODULE: ./lib/report/words.js


/** Longest label or name inside a sentence; labels may have 100 characters (AWS API reference, CreateApplicationVersion). */
const NAME_LIMIT = 100;
const words_name = (text) => foreignText(text, NAME_LIMIT);
/** Bytes as people say them: `640 B`, `12.3 kB`, `480 MB` (decimal, as the service's 500 MB limit is written). */
function bytes(count) {
    if (count < 1_000)
        return `${count} B`;
    const units = ['kB', 'MB', 'GB'];
    let value = count / 1_000;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1_000;
        unit += 1;
    }
    return `${value < 99.95 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? 'GB'}`;
}
function plural(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}
/** Time of day in UTC, as the service dates its events: `09:31:07`. */
function timeOfDay(at) {
    return new Date(at).toISOString().slice(11, 19);
}
function stepTitle(step) {
    switch (step.kind) {
        case 'publish-version': {
            const { source } = step;
            if (source.kind === 'existing')
                return `Use version ${words_name(source.label)}`;
            if (source.reuse.version)
                return `Use version ${words_name(source.label)}, which holds this very bundle`;
            const upload = source.reuse.object ? 'bundle already stored' : `upload ${bytes(source.bytes)}`;
            return `Create version ${words_name(source.label)} (${upload})`;
        }
        case 'update':
            return updateTitle(step);
        case 'settle':
            return step.expects.versionLabel === undefined
                ? `Watch ${words_name(step.environment.name)} until the configuration is proven`
                : `Watch ${words_name(step.environment.name)} until ${words_name(step.expects.versionLabel)} is proven on it`;
        case 'create':
            return `Create ${words_name(step.environment.name)} from the settings of ${words_name(step.from.name)}, with ${words_name(step.versionLabel)}`;
        case 'run-command':
            return `Run ${step.input} on one instance of ${words_name(step.environment.name)}`;
        case 'create-application':
            return `Create the application ${words_name(step.application)}`;
        case 'create-environment':
            return `Create ${words_name(step.environment.name)} ${baseWords(step.base)}, with ${words_name(step.versionLabel)}`;
        case 'terminate':
            return `Terminate ${words_name(step.environment.name)} (${words_name(step.environment.id)}) and watch until it is gone`;
        case 'gate':
            return gateTitle(step);
        case 'swap':
            return `Move ${words_name(step.productionCname)} from ${words_name(step.from.name)} to ${words_name(step.to.name)}`;
        case 'bake':
            return `Watch ${words_name(step.environment.name)} with all the traffic for ${(0,time/* formatDuration */.a3)(step.span)}`;
        case 'stop':
            return `Stop what an earlier run has in progress on ${words_name(step.environment.name)}`;
        case 'retire':
            return step.how === 'terminate'
                ? `Terminate ${words_name(step.environment.name)} once nobody asks it any more`
                : `Wait until nobody asks ${words_name(step.environment.name)} any more`;
    }
}
function baseWords(base) {
    switch (base.kind) {
        case 'stack':
            return `on ${words_name(base.solutionStack)}`;
        case 'platform':
            return `on ${words_name(base.arn)}`;
        case 'template':
            return `from the saved configuration ${words_name(base.name)}`;
        case 'environment':
            return `with the settings of ${words_name(base.environment.name)}`;
    }
}
function gateTitle({ gate, environment }) {
    switch (gate.kind) {
        case 'proven':
            return `Prove ${words_name(gate.proof.versionLabel)} on ${words_name(environment.name)}`;
        case 'smoke':
            return `Ask http://${words_name(gate.host ?? `the CNAME of ${environment.name}`)}${words_name(gate.test.path)}`;
        case 'command':
            return `Run ${words_name(gate.program)} against ${words_name(environment.name)}`;
    }
}
function updateTitle(step) {
    const where = words_name(step.environment.name);
    const changed = step.options.length + step.removeOptions.length;
    const options = changed === 0 ? '' : ` with ${plural(changed, 'option')}`;
    switch (step.purpose) {
        case 'set-policy':
            return `Set the deployment policy of ${where}`;
        case 'restore-policy':
            return `Put the deployment policy of ${where} back`;
        case 'undo':
            return `Put ${step.versionLabel === undefined ? 'the configuration' : words_name(step.versionLabel)} back on ${where}${options}`;
        case 'configure':
            return `Change ${plural(changed, 'option')} of ${where}`;
        case 'deploy':
            return step.versionLabel === undefined
                ? `Update the configuration of ${where}${options}`
                : `Deploy ${words_name(step.versionLabel)} to ${where}${options}`;
    }
}
/** A span that nobody knows exactly: to five seconds, ten seconds, or minutes, the longer it is. */
function roughly(span) {
    const to = (unit) => (0,time/* formatDuration */.a3)(Math.max(unit, Math.round(span / unit) * unit));
    if (span < (0,time/* minutes */.Gx)(2))
        return to((0,time/* seconds */.YA)(5));
    return span < (0,time/* minutes */.Gx)(10) ? to((0,time/* seconds */.YA)(10)) : to((0,time/* minutes */.Gx)(1)).replace(/m00s$/, 'm');
}
function requestWords(requests) {
    if (requests.requestCount <= 0)
        return [];
    const share = (100 * requests.status5xx) / requests.requestCount;
    const p99 = requests.p99 === undefined ? [] : [`p99 ${Math.round(requests.p99 * 1_000)} ms`];
    return [`5xx ${share.toFixed(1)} %`, ...p99];
}
/** `batch 2 of 4 · 4 of 8 instances on 3f2a91c · 5xx 0.0 % · p99 84 ms · about 1m40s left`. */
function viewLine(view) {
    const { requests, remaining } = view;
    const parts = [
        ...standing(view),
        ...(requests === undefined ? [] : requestWords(requests)),
        ...(remaining === undefined || remaining < 1_000 ? [] : [`about ${roughly(remaining)} left`]),
    ];
    return parts.join(' · ');
}
/** The part that changes only when something has happened. Once it is Ready health is what is waited for. */
function standing(view) {
    const { updated, health } = view;
    const isOver = view.status === 'Ready';
    const batch = isOver ? undefined : view.batch;
    const isFine = health === undefined || (!isOver && (health === 'Ok' || health === 'Info' || health === 'Green'));
    const label = view.wantedLabel ?? view.versionLabel;
    return [
        ...(view.status === 'Updating' && (batch !== undefined || updated !== undefined) ? [] : [view.status]),
        ...(batch === undefined ? [] : [`batch ${batch.current}${batch.total === undefined ? '' : ` of ${batch.total}`}`]),
        ...(updated === undefined
            ? []
            : [`${updated.done} of ${plural(updated.total, 'instance')}${label === undefined ? '' : ` on ${words_name(label)}`}`]),
        ...(isFine ? [] : [`health ${health}`]),
    ];
}
/** What must differ for a new progress line to be worth printing at once. */
function viewIdentity(view) {
    return standing(view).join(' · ');
}
/** Lines of one event: time, severity, words; a further line of a message is indented under the first. */
function eventLines(event) {
    const head = `${timeOfDay(event.date)}  ${event.severity.padEnd(5)} `;
    const whose = event.attribution === 'other' ? ' (another request)' : '';
    return foreignLines(event.message, { lines: 20, characters: 1_000 }).map((line, index) => index === 0 ? `${head}${line}${whose}` : `${' '.repeat(head.length)}${line}`);
}
/** Instances as a table: what each one runs, how it is, why. The cells are harmless in a log; escape them again for Markdown. */
function instanceRows(instances) {
    const rows = instances.map((instance) => [
        foreignText(instance.id, 40),
        instance.deployment?.versionLabel === undefined ? '–' : words_name(instance.deployment.versionLabel),
        instance.deployment?.id === undefined ? '–' : String(instance.deployment.id),
        instance.deployment?.status ?? '–',
        instance.status,
        foreignText(instance.causes.join('; '), 160),
    ]);
    return [['instance', 'runs', 'deployment', 'state', 'health', 'causes'], ...rows];
}
const STATE_WORDS = {
    unchanged: 'Unchanged',
    planned: 'Planned',
    started: 'Started',
    succeeded: 'Succeeded',
    failed: 'Failed',
    'timed-out': 'Timed out',
    cancelled: 'Cancelled',
};
/** The verdict in one sentence. */
function headline(outcome) {
    return `${STATE_WORDS[outcome.state]}: ${foreignText(outcome.reason, 1_000)}`;
}
/** Endings that fail the step. */
function isFailure(state) {
    switch (state) {
        case 'failed':
        case 'timed-out':
        case 'cancelled':
            return true;
        case 'unchanged':
        case 'planned':
        case 'started':
        case 'succeeded':
            return false;
    }
}
/** Whether what was there before is there again; `undefined` when the question does not arise. */
function restoredWords(outcome) {
    switch (outcome.restored) {
        case 'not-needed':
            return undefined;
        case 'yes':
            return 'What was there before is there again.';
        case 'no':
            return 'Nothing was put back by this run.';
        case 'failed':
            return 'Putting back what was there before FAILED: the environment needs a look now.';
    }
}
function proofWords(outcome) {
    switch (outcome.proof) {
        case 'instances':
            return 'each instance reported it';
        case 'environment':
            return 'the environment reported it, not its single instances';
        case 'none':
            return 'none';
    }
}
function problemLines(problem) {
    const input = problem.input === undefined ? '' : ` [${foreignText(problem.input, 60)}]`;
    return [`${foreignText(problem.what, 1_000)}${input}`, `  → ${foreignText(problem.hint, 500)}`];
}
const DOWNTIME = {
    none: 'none',
    seconds: 'seconds',
    unknown: 'unknown',
};
/** Every strategy for this environment, side by side. Cells are harmless in a log. */
function forecastRows(forecasts, chosen) {
    const head = [
        'strategy',
        'duration',
        'lowest capacity',
        'extra instance-hours',
        'downtime',
        'both versions',
        'way back',
    ];
    const rows = forecasts.map((forecast) => {
        const title = `${forecast.strategy === chosen ? '▸ ' : '  '}${words_name(forecast.strategy)}`;
        if (forecast.refusals.length > 0) {
            return [title, '–', '–', '–', '–', '–', `not here: ${foreignText(forecast.refusals.join(' '), 300)}`];
        }
        const basis = forecast.durationBasis === 'learned' ? '' : '~';
        return [
            title,
            `${basis}${roughly(forecast.duration)}`,
            `${forecast.lowestCapacity} of ${forecast.capacity}`,
            forecast.extraInstanceHours === 0 ? '0' : forecast.extraInstanceHours.toFixed(2),
            DOWNTIME[forecast.downtime],
            forecast.versionsSideBySide ? 'yes' : 'no',
            foreignText(forecast.wayBack, 300),
        ];
    });
    return [head, ...rows];
}
//# sourceMappingURL=words.js.map
;// CONCATENATED MODULE: ./lib/report/aftermath.js





/** The state of things in a sentence. */
function aftermathSentence(stopped, found) {
    const who = words_name(stopped.environmentName);
    const { environment, gap } = found;
    if (environment === undefined)
        return `What ${who} runs now is not known: ${foreignText(gap ?? 'no answer')}`;
    const runs = environment.versionLabel === undefined ? 'no version' : words_name(environment.versionLabel);
    const health = environment.healthStatus ?? environment.health;
    const after = found.waited >= 1_000 ? ` after ${(0,time/* formatDuration */.a3)(found.waited)}` : '';
    if (environment.status === 'Ready')
        return `${who} is Ready${after} and runs ${runs}; its health is ${health}.`;
    return `${who} is still ${environment.status}${after}; it names ${runs}, its health is ${health}.`;
}
function aftermathLines(stopped, found) {
    const console = consoleUrl(stopped.region, stopped.environmentId);
    const lines = [
        aftermathSentence(stopped, found),
        ...(found.instances.length === 0 ? [] : textTable(instanceRows(found.instances))),
        ...(found.environment !== undefined && found.gap !== undefined
            ? [`Last failed look: ${foreignText(found.gap)}`]
            : []),
        ...(console === undefined ? [] : [`The environment in the AWS console: ${console}`]),
        `Everything that was seen: ${foreignText(stopped.reportPath)}`,
    ];
    return lines.map(withoutCommands);
}
function aftermathSummary(stopped, found) {
    const [head = [], ...rows] = instanceRows(found.instances.slice(0, 200));
    const table = rows.length === 0
        ? ''
        : `\n\n${markdownTable([head, ...rows.map((row) => row.map((cell) => foreignMarkdown(cell)))])}`;
    return `## 🛑 Beanstalk Rollout, after it was stopped\n\n${foreignMarkdown(aftermathSentence(stopped, found), 600)}${table}\n`;
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
    return `${JSON.stringify({ ...report, aftermath }, null, 1)}\n`;
}
//# sourceMappingURL=aftermath.js.map
;// CONCATENATED MODULE: ./lib/post.js




/** Name in the step's state. */
const STOPPED = 'stopped';
/** GitHub ends a cancelled job after five minutes, whatever still runs (GitHub: "Workflow cancellation reference"). */
const LONGEST_WAIT = (0,time/* minutes */.Gx)(4) - (0,time/* seconds */.YA)(15);
const PACE = (0,time/* seconds */.YA)(5);
/** Told by the file that the runner starts, not by saved state: a main phase that died at once has saved none. */
const isPostPhase = ({ host }) => host.run.isPost === true;
/**
 * Called before the rollout, in case that the process is killed, and again with its outcome: the post phase has something
 * to do only when something of ours was left running.
 */
function saveForPost({ host }, report, outcome) {
    const { settings, plan } = report.known;
    if (settings === undefined || plan === undefined)
        return;
    const isLeft = outcome === undefined || (outcome.state === 'cancelled' && outcome.stillRunning.length > 0);
    const stopped = {
        region: settings.region,
        environmentId: outcome?.created?.id ?? plan.environment.id,
        environmentName: plan.environment.name,
        reportPath: report.path,
        wait: settings.onCancel === 'abort',
    };
    host.saveState(STOPPED, isLeft ? JSON.stringify(stopped) : '');
}
function savedByMain({ host }) {
    const saved = host.state(STOPPED);
    // Written by our own main phase; nothing else can write to the state of a step.
    return saved === '' ? undefined : JSON.parse(saved);
}
async function post(outside) {
    await lookAtTheRest(outside);
    // Last: until the environment is Ready again, nobody else should begin.
    await giveBackSaved(outside);
}
async function lookAtTheRest(outside) {
    const { host, clock, files } = outside;
    const stopped = savedByMain(outside);
    if (stopped === undefined)
        return;
    const stop = new AbortController();
    host.onCancel(() => stop.abort());
    const startedAt = clock.now();
    host.line('The rollout was stopped; looking at what it left behind.');
    const found = await lookUntilReady(outside, stopped, stop.signal, startedAt);
    for (const line of aftermathLines(stopped, found))
        host.line(line);
    const complete = async () => {
        const report = withAftermath(await files.readText(stopped.reportPath), found);
        if (report !== undefined)
            await files.writeText(stopped.reportPath, report);
    };
    const [summary, report] = await Promise.allSettled([host.summary(aftermathSummary(stopped, found)), complete()]);
    if (summary.status === 'rejected')
        host.line('The job summary could not be completed.');
    if (report.status === 'rejected')
        host.line('The JSON report of the main phase could not be completed.');
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
                if (!(error instanceof problem/* ActionError */.l))
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
;// CONCATENATED MODULE: ./lib/report/secrets.js
const HIDDEN = '(hidden)';
const ENVIRONMENT_VARIABLES = 'aws:elasticbeanstalk:application:environment';
const SECRET_NAME = /pass(word|wd|phrase)?|secret|token|credential|private|api[-_]?key|access[-_]?key|auth|dsn|_key$|conn(ection)?[-_]?str/i;
function isSecret(option) {
    return option.namespace === ENVIRONMENT_VARIABLES || SECRET_NAME.test(option.name);
}
/** Options as they may be shown: names always, values of environment variables and secrets never. */
function shownOptions(options) {
    return options.map((option) => (isSecret(option) ? { ...option, value: HIDDEN } : option));
}
function shownStep(step) {
    switch (step.kind) {
        case 'publish-version':
            return step;
        case 'update':
            return {
                ...step,
                options: shownOptions(step.options),
                ...(step.undo === undefined ? {} : { undo: step.undo.map(shownStep) }),
            };
        case 'create':
        case 'create-environment':
            return { ...step, options: shownOptions(step.options) };
        case 'run-command':
        case 'create-application':
        case 'terminate':
        case 'gate':
        case 'stop':
        case 'retire':
            return step;
        case 'swap':
        case 'bake':
            return { ...step, ...(step.undo === undefined ? {} : { undo: step.undo.map(shownStep) }) };
        case 'settle':
            return { ...step, expects: { ...step.expects, options: shownOptions(step.expects.options) } };
    }
}
function shownPlan(plan) {
    return { ...plan, steps: plan.steps.map(shownStep) };
}
//# sourceMappingURL=secrets.js.map
;// CONCATENATED MODULE: ./lib/report/json.js

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
            return { at: time, ...rest, step: shownStep(rest.step) };
        case 'event-seen':
            return { at: time, type: rest.type, event: { ...rest.event, date: iso(rest.event.date) } };
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
        options: shownOptions(options),
        environmentVariables: { set: Object.keys(environmentVariables.set), remove: environmentVariables.remove },
    };
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
        plan: record.plan === undefined ? undefined : shownPlan(record.plan),
        comparison: record.comparison,
        lastView: record.view,
        instances: record.instances,
        progress: record.progress.map(entry),
    };
}
function reportJson(record) {
    return `${JSON.stringify(reportDocument(record), null, 1)}\n`;
}
//# sourceMappingURL=json.js.map
;// CONCATENATED MODULE: ./lib/report/listeners.js

/** What the rest of the program speaks to. `warn` prints a line and must not throw. */
function fanOut(clock, listeners, warn) {
    const broken = new Set();
    return (message) => {
        const progress = { ...message, at: clock.now() };
        for (const listener of listeners) {
            if (broken.has(listener))
                continue;
            try {
                listener.hear(progress);
            }
            catch (error) {
                broken.add(listener);
                const why = error instanceof Error ? error.message : String(error);
                try {
                    warn(`The listener "${listener.name}" failed and says nothing more; the deployment goes on: ${foreignText(why)}`);
                }
                catch {
                    // Nothing is left to say it with.
                }
            }
        }
    };
}
//# sourceMappingURL=listeners.js.map
;// CONCATENATED MODULE: ./lib/report/annotations.js
/** GitHub keeps ten per type and step; the last error is reserved for the verdict. */
const MOST = { error: 9, warning: 10, notice: 10 };
/** The runner cuts a message at 4096 characters (actions/runner, ExecutionContext). */
const LONGEST = 4_000;
class Annotations {
    #host;
    #count = { error: 0, warning: 0, notice: 0 };
    constructor(host) {
        this.#host = host;
    }
    /** Annotates while there is room, and prints a plain line afterwards. `message` is harmless already. */
    add(level, message, title) {
        if (this.#count[level] >= MOST[level]) {
            this.#host.line(`${level}: ${message}`);
            return;
        }
        this.#count[level] += 1;
        this.#host.annotate(level, message.slice(0, LONGEST), title);
    }
    /** The one error at the end. Always goes through. */
    verdict(message, title) {
        this.#host.annotate('error', message.slice(0, LONGEST), title);
    }
}
//# sourceMappingURL=annotations.js.map
;// CONCATENATED MODULE: ./lib/report/candidates.js



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
        `${one.runs ? '▸ ' : '  '}${words_name(one.label)}`,
        one.at === undefined ? '–' : `${new Date(one.at).toISOString().slice(0, 16).replace('T', ' ')}`,
        one.commit === undefined ? '–' : foreignText(one.commit.slice(0, 7), 7),
        VERDICTS[one.verdict],
        BUNDLES[one.bundle],
        foreignText(one.comment ?? '', 80),
    ]);
    return [['version', 'when (UTC)', 'commit', 'verdict', 'bundle', 'note'], ...rows];
}
const TITLE = 'Versions to roll back to (▸ runs now)';
function candidateLines(candidates) {
    return candidates.length === 0 ? [] : [TITLE, ...textTable(candidateRows(candidates))];
}
function candidatesMarkdown(candidates) {
    if (candidates.length === 0)
        return '';
    const [head = [], ...rows] = candidateRows(candidates);
    return `### ${TITLE}\n\n${markdownTable([head, ...rows.map((row) => row.map((cell) => foreignMarkdown(cell.trim())))])}`;
}
//# sourceMappingURL=candidates.js.map
;// CONCATENATED MODULE: ./lib/report/ending.js





/** Instances shown one by one; with more, those that are as they should be are only counted. */
const MOST_INSTANCES = 30;
function section(title, lines) {
    return lines.length === 0 ? [] : ['', title, ...lines];
}
/** What each instance runs; of many instances only those that differ from the majority. */
function instanceLines(record) {
    const { instances } = record;
    if (instances.length <= MOST_INSTANCES)
        return instances.length === 0 ? [] : textTable(instanceRows(instances));
    const wanted = record.plan?.versionLabel;
    const odd = instances.filter(({ status, deployment }) => (status !== 'Ok' && status !== 'Info') || deployment?.versionLabel !== wanted);
    const shown = odd.slice(0, MOST_INSTANCES);
    return [...textTable(instanceRows(shown)), `  … and ${instances.length - shown.length} more`];
}
function logLines(evidence) {
    return (evidence?.logs ?? []).flatMap(({ source, lines, truncated }) => [
        `  ${foreignText(source, 200)}${truncated ? ' (shortened)' : ''}`,
        ...foreignLines(lines.join('\n'), { lines: 80 }).map((line) => `  ${line}`),
    ]);
}
/** What to do next, with the addresses that help. */
function nextLines(record, run) {
    const problems = record.problems.length > 0 ? record.problems : [record.outcome.problem].filter((it) => it !== undefined);
    // The hints of several problems stand right behind each of them.
    const hints = problems.length === 1 ? problems.map(({ hint }) => `  ${foreignText(hint, 500)}`) : [];
    const codes = [...new Set(problems.map(({ code }) => errorPage(code, run)))];
    const id = record.snapshot?.target.environment.id;
    const region = record.settings?.region;
    const console = id === undefined || region === undefined ? undefined : consoleUrl(region, id);
    return [
        ...hints,
        ...codes.slice(0, 3).map((page) => `  About this error: ${page}`),
        ...(console === undefined ? [] : [`  The environment in the AWS console: ${console}`]),
        ...(record.reportPath === undefined ? [] : [`  Everything that was seen: ${foreignText(record.reportPath)}`]),
    ];
}
function evidenceLines(record) {
    const { outcome } = record;
    const { evidence } = outcome;
    const causes = [...(evidence?.environmentCauses ?? []), ...(evidence?.health?.causes ?? [])];
    return [
        ...section(outcome.evidence === undefined ? 'What each instance ran when it was last seen' : 'What each instance runs', instanceLines(record)),
        ...section('Causes named by the service', [...new Set(causes)].flatMap((cause) => foreignLines(cause, { lines: 5 }))),
        ...section('Log lines that matter', logLines(evidence)),
        ...section('Could not be read', (evidence?.gaps ?? []).map((gap) => `  ${foreignText(gap)}`)),
    ];
}
/** Everything after the verdict's own sentence. */
function endingLines(record, run) {
    const { outcome, problems } = record;
    const cost = `Took ${(0,time/* formatDuration */.a3)(record.endedAt - record.startedAt)}, ${record.apiCalls} API calls.`;
    if (!isFailure(outcome.state)) {
        const isProven = outcome.state === 'succeeded' || (outcome.state === 'unchanged' && outcome.proof !== 'none');
        const proof = isProven ? [`Proof: ${proofWords(outcome)}.`] : [];
        const running = outcome.stillRunning.map((line) => `  ${foreignText(line)}`);
        return [...proof, ...section('Still running', running), cost];
    }
    // A run that was stopped tells below what becomes of its update.
    const restored = outcome.state === 'cancelled' ? undefined : restoredWords(outcome);
    return [
        ...section('Problems', problems.length > 1 ? problems.flatMap(problemLines).map((line) => `  ${line}`) : []),
        ...(restored === undefined ? [] : [restored]),
        ...evidenceLines(record),
        ...section('Still running', outcome.stillRunning.map((line) => `  ${foreignText(line)}`)),
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
        const list = problems.map(({ what, hint }) => `- ${foreignText(what, 300)} ${foreignText(hint, 200)}`);
        return [headline(outcome), ...withinAnnotation(list)].join('\n');
    }
    const hint = outcome.problem === undefined ? '' : ` ${foreignText(outcome.problem.hint, 500)}`;
    const error = lastError(outcome.evidence);
    const log = error === undefined ? '' : `\nThe last error in the log: ${foreignText(error, 500)}`;
    return `${headline(outcome)}${hint}${log}`;
}
/** The line of the instances' logs that most probably names the cause. */
function lastError(evidence) {
    const lines = (evidence?.logs ?? []).flatMap((log) => log.lines.slice(-200));
    return lines.findLast((line) => /\b(error|fatal|exception|panic)\b/i.test(line));
}
//# sourceMappingURL=ending.js.map
;// CONCATENATED MODULE: ./lib/report/plan-text.js





const plan_text_DOWNTIME = {
    none: 'no downtime',
    seconds: 'some seconds of downtime',
    unknown: 'downtime unknown',
};
/** The plan in a sentence. */
function planSentence(plan) {
    if (plan.operation === 'terminate') {
        return `Plan: terminate ${words_name(plan.environment.name)} (${words_name(plan.environment.id)}), about ${(0,time/* formatDuration */.a3)(plan.forecast.duration)}`;
    }
    const what = plan.versionLabel === undefined ? 'configuration' : words_name(plan.versionLabel);
    const target = `${what} to ${words_name(plan.environment.name)}`;
    if (plan.unchanged !== undefined)
        return `Nothing to do for ${target}: ${foreignText(plan.unchanged)}`;
    const { forecast } = plan;
    const parts = [
        `${words_name(plan.strategy)}, ${plural(plan.steps.length, 'step')}`,
        `${forecast.durationBasis === 'learned' ? 'usually' : 'about'} ${roughly(forecast.duration)}`,
        `${forecast.lowestCapacity === 0 ? 'down to' : 'never below'} ${forecast.lowestCapacity} of ${plural(forecast.capacity, 'instance')}`,
        plan_text_DOWNTIME[forecast.downtime],
    ];
    return `Plan for ${target}: ${parts.join(' · ')}`;
}
function optionLines(step) {
    if (step.kind === 'run-command')
        return [`       ${foreignText(step.command, 200)}`];
    if (step.kind !== 'update')
        return [];
    const set = shownOptions(step.options).map((option) => `       ${words_name(option.namespace)} ${words_name(option.name)} = ${foreignText(option.value, 120)}`);
    const removed = step.removeOptions.map((option) => `       ${words_name(option.namespace)} ${words_name(option.name)} removed`);
    return [...set, ...removed];
}
/** Facts of a plan as label and text, for a log and for a page. */
function planFacts(plan) {
    const { forecast } = plan;
    const extra = forecast.extraInstances === 0
        ? 'none'
        : `${plural(forecast.extraInstances, 'instance')}, ${forecast.extraInstanceHours.toFixed(2)} instance-hours`;
    return [
        [
            'duration',
            `${roughly(forecast.duration)} (${forecast.durationBasis === 'learned' ? 'learned from this environment' : 'estimated'})`,
        ],
        ['gives up after', (0,time/* formatDuration */.a3)(plan.timeout)],
        ['lowest capacity', `${forecast.lowestCapacity} of ${plural(forecast.capacity, 'instance')}`],
        ['extra capacity', extra],
        ['downtime', forecast.downtime === 'seconds' ? 'some seconds' : forecast.downtime],
        ['versions side by side', forecast.versionsSideBySide ? 'yes, for a while' : 'no'],
        ['way back', foreignText(forecast.wayBack, 300)],
        ...(plan.prune === undefined ? [] : [['deleted afterwards', pruned(plan.prune)]]),
    ];
}
const pruned = (labels) => labels.length === 0 ? 'no version' : foreignText(`${labels.length}: ${labels.join(', ')}`, 300);
/** The plan in full: steps with their options, then what it costs. */
function planLines(plan) {
    const steps = plan.steps.flatMap((step, index) => [`  ${index + 1}. ${stepTitle(step)}`, ...optionLines(step)]);
    return [...steps, ...textTable(planFacts(plan).map(([label, text]) => [label, text]))];
}
/** The table of `dry-run`: every strategy for this environment. */
function comparisonLines(comparison, chosen) {
    if (comparison.length === 0)
        return [];
    return [
        'Every strategy for this environment (~ estimated, ▸ chosen)',
        ...textTable(forecastRows(comparison, chosen)),
    ];
}
//# sourceMappingURL=plan-text.js.map
;// CONCATENATED MODULE: ./lib/report/log.js







/** A progress line without news comes this often. */
const QUIET = (0,time/* seconds */.YA)(30);
/** Failed looks in a row are told at the 1st, then this seldom. */
const LOOK_FAILED_QUIET = (0,time/* minutes */.Gx)(1);
const WAITING_QUIET = (0,time/* seconds */.YA)(30);
const UPLOAD_QUIET = (0,time/* seconds */.YA)(5);
/** Excluded paths listed one by one. */
const MOST_EXCLUDED = 30;
const STEP_ENDS = {
    reached: 'proven',
    failed: 'failed',
    waiting: 'ended',
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
    #lastView = '';
    #lastVerdict = 'waiting';
    #lastWaitingStatus = '';
    #lastLookFailed = '';
    #grouped = false;
    #dryRun;
    /** `dryRun`: whether the plan is the product, so that it is not folded away. Asked when the plan arrives. */
    constructor(host, dryRun = () => false) {
        this.#host = host;
        this.#annotations = new Annotations({
            annotate: (level, message, title) => host.annotate(level, message, title),
            line: (text) => this.#line(text),
        });
        this.#dryRun = dryRun;
    }
    hear(progress) {
        switch (progress.type) {
            case 'planned':
                this.#plan(progress.plan);
                break;
            case 'candidates':
                this.#lines(candidateLines(progress.candidates));
                break;
            case 'step-started':
                this.#stepStarted(progress.index, progress.count, progress.step);
                break;
            case 'step-ended':
                this.#stepEnded(progress.index, progress.count, progress.step, progress.took);
                break;
            case 'waiting-for-environment':
                this.#waitingFor(progress);
                break;
            case 'event-seen':
                this.#lines(eventLines(progress.event));
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
            case 'instances':
            case 'cancel-requested':
            case 'ended':
                this.#hearRest(progress);
                break;
        }
    }
    #hearRest(progress) {
        switch (progress.type) {
            case 'notice':
                this.#line(foreignText(progress.text, 1_000));
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
                this.#judged(progress.verdict);
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
        this.#closeGroup();
        if (record.comparison !== undefined && record.settings !== undefined) {
            this.#lines(comparisonLines(record.comparison, record.settings.strategy.name));
        }
        this.#line('');
        if (isFailure(record.outcome.state)) {
            this.#annotations.verdict(errorText(record), `Beanstalk Rollout: ${record.outcome.state}`);
        }
        else {
            this.#line(headline(record.outcome));
        }
        this.#lines(endingLines(record, this.#host.run));
    }
    /** A warning of the reporting itself. Never throws further than the host does. */
    warn(text) {
        this.#annotations.add('warning', text);
    }
    #line(text) {
        this.#host.line(withoutCommands(text));
    }
    #lines(lines) {
        for (const line of lines)
            this.#line(line);
    }
    #group(title) {
        this.#closeGroup();
        this.#host.group(withoutCommands(title));
        this.#grouped = true;
    }
    #closeGroup() {
        if (this.#grouped)
            this.#host.endGroup();
        this.#grouped = false;
    }
    #warn(problem) {
        this.#annotations.add('warning', `${foreignText(problem.what, 1_000)} ${foreignText(problem.hint, 500)}`.trim());
    }
    #bundle(summary) {
        const { included, bytes: size, excluded } = summary;
        const title = `Bundle: ${plural(included, 'file')}, ${bytes(size)}`;
        if (excluded.length === 0) {
            this.#line(title);
            return;
        }
        this.#group(`${title}; ${excluded.length} left out`);
        for (const { path, rule } of excluded.slice(0, MOST_EXCLUDED)) {
            this.#line(`  left out ${foreignText(path, 200)} (${foreignText(rule, 100)})`);
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
            this.#annotations.add('warning', foreignText(warning, 1_000));
    }
    /** Short steps are folded; a watched step stays open, because a fold hides its live lines on GitHub. */
    #stepStarted(index, count, step) {
        const title = `Step ${index + 1} of ${count}: ${stepTitle(step)}`;
        this.#lastView = '';
        this.#lastVerdict = 'waiting';
        this.#upload.reset();
        if (step.kind === 'settle') {
            this.#closeGroup();
            this.#line(title);
        }
        else {
            this.#group(title);
        }
    }
    /** A step also ends when it failed; only the verdict of a watched step tells. */
    #stepEnded(index, count, step, took) {
        this.#closeGroup();
        const how = step.kind === 'settle' ? STEP_ENDS[this.#lastVerdict] : 'ended';
        this.#line(`Step ${index + 1} of ${count} ${how} after ${(0,time/* formatDuration */.a3)(took)}`);
    }
    #judged({ verdict, reason }) {
        this.#lastVerdict = verdict;
        if (this.#host.run.debug)
            this.#host.debug(`${verdict}: ${foreignText(reason)}`);
    }
    #uploaded(at, sent, total) {
        if (sent < total && !this.#upload.passes(at, UPLOAD_QUIET))
            return;
        const percent = total > 0 ? Math.floor((100 * sent) / total) : 100;
        this.#line(`uploaded ${bytes(sent)} of ${bytes(total)} (${percent} %)`);
    }
    #waitingFor(progress) {
        if (progress.status === this.#lastWaitingStatus && !this.#waiting.passes(progress.at, WAITING_QUIET))
            return;
        this.#lastWaitingStatus = progress.status;
        this.#waiting.reset(progress.at);
        const waited = (0,time/* formatDuration */.a3)(progress.waited);
        this.#line(`${words_name(progress.environment)} is ${progress.status}; waiting until it is Ready (${waited} so far)`);
    }
    #look(at, view, elapsed) {
        const identity = viewIdentity(view);
        if (identity === this.#lastView && !this.#views.passes(at, QUIET))
            return;
        this.#lastView = identity;
        this.#views.reset(at);
        this.#line(`${(0,time/* formatDuration */.a3)(elapsed).padStart(7)}  ${viewLine(view)}`);
    }
    #failedLook(at, problem, inARow) {
        const isNew = problem.code !== this.#lastLookFailed;
        if (!isNew && !this.#lookFailed.passes(at, LOOK_FAILED_QUIET))
            return;
        this.#lastLookFailed = problem.code;
        this.#lookFailed.reset(at);
        const often = inARow > 1 ? ` (${inARow} times in a row)` : '';
        this.#line(`Looking again later${often}: ${foreignText(problem.what)}`);
    }
}
//# sourceMappingURL=log.js.map
;// CONCATENATED MODULE: ./lib/report/outputs.js
/** The outputs of the step: all of them on every ending, empty where nothing is known. */



/** All outputs of a job may have 1 MB together (GitHub, "Workflow syntax", jobs.<id>.outputs); this one takes a quarter. */
const PLAN_LIMIT = 256 * 1024;
const REASON_LIMIT = 2_000;
function outputs_isColor(health) {
    return health === 'Green' || health === 'Yellow' || health === 'Red' || health === 'Grey';
}
/** The plan as JSON, with less in it when it would be too long; what was left out is named. */
function planJson(plan, limit = PLAN_LIMIT) {
    const full = shownPlan(plan);
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
function bundleHash(plan) {
    for (const step of plan?.steps ?? []) {
        if (step.kind === 'publish-version' && step.source.kind === 'bundle')
            return step.source.hash;
    }
    return '';
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
/** Name to value, as declared in `domain/outputs.ts`. */
function outputsOf(record) {
    const { outcome, plan, snapshot, view } = record;
    const { created } = outcome;
    const sides = outcome.sides ?? sidesBefore(snapshot?.target);
    // Of an environment that did not exist there was nothing before.
    const before = snapshot?.creation === undefined ? snapshot?.target.environment : undefined;
    const isGone = plan?.operation === 'terminate' && outcome.state === 'succeeded';
    const health = isGone ? 'Grey' : (view?.health ?? before?.health);
    return {
        'environment-url': sides?.productionCname ?? created?.cname ?? before?.cname ?? '',
        'environment-id': sides?.live.id ?? created?.id ?? before?.id ?? '',
        'environment-status': isGone ? 'Terminated' : (view?.status ?? before?.status ?? ''),
        'environment-health': health === undefined ? '' : outputs_isColor(health) ? health : (0,domain_environment/* colorOf */.HN)(health),
        'deployment-action-type': actionType(record),
        'version-label': plan?.versionLabel ?? before?.versionLabel ?? '',
        outcome: outcome.state,
        'outcome-reason': foreignText(outcome.reason, REASON_LIMIT),
        restored: outcome.restored,
        'previous-version-label': before?.versionLabel ?? '',
        'deployment-id': highestDeploymentId(record),
        'bundle-sha256': bundleHash(plan),
        'live-environment-name': sides?.live.name ?? '',
        'idle-environment-name': sides?.idle?.name ?? '',
        plan: plan === undefined ? '' : planJson(plan),
        report: record.reportPath ?? '',
        'duration-seconds': String(Math.round((record.endedAt - record.startedAt) / 1_000)),
        'api-calls': String(record.apiCalls),
    };
}
//# sourceMappingURL=outputs.js.map
;// CONCATENATED MODULE: ./lib/report/record.js
/** Progress messages kept at most; beyond it the oldest views go first. A two-hour rollout has about a thousand. */
const KEPT = 20_000;
/** Collects progress for the report. Equal readings of the instances in a row are kept once. */
class Recorder {
    name = 'record';
    #progress = [];
    #instances = [];
    #view;
    #lastInstances = '';
    hear(progress) {
        if (progress.type === 'view')
            this.#view = progress.view;
        if (progress.type === 'instances') {
            this.#instances = progress.instances;
            const now = JSON.stringify(progress.instances);
            if (now === this.#lastInstances)
                return;
            this.#lastInstances = now;
        }
        this.#progress.push(progress);
        if (this.#progress.length > KEPT)
            this.#forgetOneView();
    }
    #forgetOneView() {
        const index = this.#progress.findIndex(({ type }) => type === 'view' || type === 'upload-progress');
        this.#progress.splice(Math.max(0, index), 1);
    }
    record(facts) {
        const evidence = facts.outcome.evidence?.instances ?? [];
        const instances = evidence.length > 0 ? evidence : (this.#instances ?? []);
        const before = facts.snapshot?.target.instances?.instances ?? [];
        return {
            ...facts,
            ...(this.#view === undefined ? {} : { view: this.#view }),
            instances: instances.length > 0 ? instances : before,
            progress: this.#progress,
        };
    }
}
//# sourceMappingURL=record.js.map
;// CONCATENATED MODULE: ./lib/report/summary.js







/** GitHub refuses a step summary above 1 MiB; the rest is room for other writers of the same step. */
const LIMIT_BYTES = 900 * 1024;
const summary_MARKS = {
    unchanged: '➖',
    planned: '📝',
    started: '▶️',
    succeeded: '✅',
    failed: '❌',
    'timed-out': '⌛',
    cancelled: '🛑',
};
function facts(record) {
    const { settings, plan, snapshot, outcome } = record;
    const environment = snapshot?.target.environment;
    const rows = [['Outcome', outcome.state]];
    if (environment !== undefined)
        rows.push(['Environment', `${foreignMarkdown(environment.name)} in ${foreignMarkdown(environment.application)}`]);
    if (settings !== undefined)
        rows.push(['Region', foreignMarkdown(settings.region)]);
    if (plan?.versionLabel !== undefined)
        rows.push(['Version', foreignMarkdown(plan.versionLabel)]);
    if (environment?.versionLabel !== undefined)
        rows.push(['Version before', foreignMarkdown(environment.versionLabel)]);
    if (plan !== undefined)
        rows.push(['Strategy', foreignMarkdown(plan.strategy)]);
    if (outcome.state === 'succeeded')
        rows.push(['Proof', proofWords(outcome)]);
    const restored = restoredWords(outcome);
    if (restored !== undefined)
        rows.push(['Restored', restored]);
    rows.push(['Duration', (0,time/* formatDuration */.a3)(record.endedAt - record.startedAt)], ['API calls', String(record.apiCalls)]);
    const id = environment?.id;
    const console = id === undefined || settings === undefined ? undefined : consoleUrl(settings.region, id);
    if (console !== undefined)
        rows.push(['Console', `[open the environment](${console})`]);
    return markdownTable([['', ''], ...rows]);
}
/** Of a dry run, whose product it is. */
function comparison({ outcome, plan, comparison: refused, settings }) {
    const forecasts = refused ?? (outcome.state === 'planned' ? plan?.comparison : undefined) ?? [];
    if (forecasts.length === 0)
        return '';
    const [head = [], ...rows] = forecastRows(forecasts, settings?.strategy.name ?? '');
    const cells = rows.map((row) => row.map((cell) => foreignMarkdown(cell)));
    return `### Every strategy for this environment (~ estimated, ▸ chosen)\n\n${markdownTable([head, ...cells])}`;
}
function instances(record, most) {
    if (record.instances.length === 0 || most === 0)
        return '';
    const rows = record.instances
        .slice(0, most)
        .map((instance) => [
        foreignMarkdown(instance.id),
        foreignMarkdown(instance.deployment?.versionLabel ?? ''),
        instance.deployment?.id === undefined ? '–' : String(instance.deployment.id),
        instance.deployment?.status ?? '–',
        instance.status,
        foreignMarkdown(instance.causes.join('; ')),
    ]);
    const more = record.instances.length > most ? `\n\n… and ${record.instances.length - most} more instances.` : '';
    return `### What each instance runs\n\n${markdownTable([['Instance', 'Runs', 'Deployment', 'State', 'Health', 'Causes'], ...rows])}${more}`;
}
function evidence(record) {
    const found = record.outcome.evidence;
    if (found === undefined)
        return '';
    const causes = [...new Set([...found.environmentCauses, ...(found.health?.causes ?? [])])];
    const parts = [
        ...(causes.length === 0
            ? []
            : [`### Causes named by the service\n\n${foreignBlock(causes.join('\n'), { lines: 50 })}`]),
        ...found.logs.map(({ source, lines }) => `**${foreignMarkdown(source)}**\n\n${foreignBlock(lines.join('\n'), { lines: 100 })}`),
    ];
    return parts.join('\n\n');
}
function problems(record) {
    if (record.problems.length <= 1)
        return '';
    return record.problems.map(({ what, hint }) => `- ${foreignMarkdown(what)} ${foreignMarkdown(hint)}`).join('\n');
}
function next(record, run) {
    if (!isFailure(record.outcome.state))
        return '';
    const lines = nextLines(record, run);
    return lines.length === 0
        ? ''
        : `### What to do next\n\n${foreignBlock(lines.map((line) => line.trim()).join('\n'))}`;
}
function events(progress, most) {
    const seen = progress.flatMap((each) => (each.type === 'event-seen' ? [each.event] : []));
    if (seen.length === 0 || most === 0)
        return '';
    const rows = seen
        .slice(-most)
        .map((event) => [timeOfDay(event.date), event.severity, foreignMarkdown(event.message, 500)]);
    const title = seen.length > most ? `The last ${most} of ${seen.length} events` : plural(seen.length, 'event');
    return `<details><summary>${foreignHtml(title)} (UTC)</summary>\n\n${markdownTable([['Time', '', 'Event'], ...rows])}\n\n</details>`;
}
function candidates({ progress }) {
    const told = progress.findLast((each) => each.type === 'candidates');
    return told?.type === 'candidates' ? candidatesMarkdown(told.candidates) : '';
}
function compose(record, run, mostInstances, mostEvents) {
    const { outcome } = record;
    const parts = [
        `## ${summary_MARKS[outcome.state]} Beanstalk Rollout`,
        foreignMarkdown(outcome.reason, 1_000),
        problems(record),
        facts(record),
        candidates(record),
        comparison(record),
        ...(isFailure(outcome.state) ? [instances(record, mostInstances), evidence(record)] : []),
        next(record, run),
        events(record.progress, mostEvents),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
/** The summary as Markdown, below `limit` bytes: with fewer instances and events when needed. */
function summaryMarkdown(record, run, limit = LIMIT_BYTES) {
    const encoder = new TextEncoder();
    for (const most of [1_000, 200, 50, 10]) {
        const text = compose(record, run, most, most);
        if (encoder.encode(text).length <= limit)
            return text;
    }
    return compose({ ...record, problems: [], outcome: withoutEvidence(record) }, run, 0, 0);
}
function withoutEvidence(record) {
    const { evidence: _left, ...rest } = record.outcome;
    return rest;
}
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./lib/report/report.js







class Report {
    say;
    path;
    #ports;
    #log;
    #recorder = new Recorder();
    #startedAt;
    #known = {};
    constructor(ports) {
        this.#ports = ports;
        this.#startedAt = ports.clock.now();
        this.#log = new Log(ports.host, () => this.#known.settings?.dryRun ?? false);
        this.path = `${ports.host.run.temporary}/beanstalk-rollout-${ports.random.uuid()}.json`;
        this.say = fanOut(ports.clock, [this.#log, this.#recorder], (text) => this.#log.warn(text));
    }
    /** Settings, snapshot and plan as they become known. */
    learn(more) {
        this.#known = { ...this.#known, ...more };
        if (more.plan !== undefined)
            this.say({ type: 'planned', plan: more.plan });
    }
    get known() {
        return this.#known;
    }
    /** Outputs first (they are what other steps wait for), then the file, the log, the summary. Each alone may fail. */
    async conclude(outcome) {
        this.say({ type: 'ended', outcome });
        const record = this.#recorder.record({
            problems: [],
            ...this.#known,
            startedAt: this.#startedAt,
            endedAt: this.#ports.clock.now(),
            outcome,
            apiCalls: this.#ports.calls(),
            reportPath: this.path,
        });
        this.#guarded('outputs', () => this.#setOutputs(record));
        await this.#writeFile(record);
        this.#guarded('log', () => this.#log.conclude(record));
        if (record.settings?.jobSummary ?? true) {
            await this.#writeSummary(record);
        }
    }
    #setOutputs(record) {
        for (const [name, value] of Object.entries(outputsOf(record)))
            this.#ports.host.output(name, value);
    }
    async #writeFile(record) {
        try {
            await this.#ports.files.writeText(this.path, reportJson(record));
        }
        catch (error) {
            this.#guarded('output', () => this.#ports.host.output('report', ''));
            this.#missing('JSON report', error);
        }
    }
    async #writeSummary(record) {
        try {
            await this.#ports.host.summary(summaryMarkdown(record, this.#ports.host.run));
        }
        catch (error) {
            this.#missing('job summary', error);
        }
    }
    #guarded(what, work) {
        try {
            work();
        }
        catch (error) {
            this.#missing(what, error);
        }
    }
    #missing(what, error) {
        const why = foreignText(error instanceof Error ? error.message : String(error));
        try {
            this.#log.warn(`The ${what} could not be written: ${why}`);
        }
        catch {
            // Nothing is left to say it with; the outcome of the deployment stands.
        }
    }
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./lib/main.js
/** The story: read what is asked, look at what is there, plan, show the plan, carry it out, report. Only here a step fails. */










/** From SIGINT to SIGTERM the runner waits 7.5 seconds (actions/runner, ProcessInvoker); the rest is for the report. */
const main_PATIENCE_AFTER_CANCEL = (0,time/* seconds */.YA)(6.3);
/** The same while nothing but reading and packing goes on, which may be left where it is. */
const PATIENCE_BEFORE_ROLLOUT = (0,time/* seconds */.YA)(1);
async function main(outside) {
    const { host } = outside;
    if (isPostPhase(outside)) {
        const crash = await Promise.race([post(outside), crashed(outside)]);
        if (crash !== undefined)
            host.line(foreignText(crash.reason));
        await host.flush();
        return outside.leave(crash === undefined ? undefined : 0);
    }
    const stop = new AbortController();
    host.onCancel(() => stop.abort());
    const report = new Report(outside);
    const outcome = await Promise.race([
        deploy(outside, report, stop.signal),
        unanswered(outside, report, stop.signal),
        crashed(outside, report),
    ]);
    await host.flush();
    saveForPost(outside, report, outcome);
    await report.conclude(outcome);
    const failed = isFailure(outcome.state);
    if (failed)
        host.fail();
    await host.flush();
    // What did not end well may have left something that hangs.
    outside.leave(failed ? 1 : stop.signal.aborted ? 0 : undefined);
}
/** What is needed only after the first call is loaded after it: a wrong setting is told at once, and looking begins sooner. */
async function deploy(outside, report, cancel) {
    let locks;
    try {
        const asked = await read(outside.host, outside.files);
        if (asked.kind === 'refused')
            return refuse(report, asked.problems);
        if (asked.kind === 'lock')
            return await lockOrUnlock(asked.lock, outside, report, cancel);
        const { settings } = asked;
        report.learn({ settings });
        for (const text of asked.notices)
            report.say({ type: 'notice', text });
        const cloud = await outside.connect(settings.region, cancel);
        if (cloud.gap !== undefined)
            report.say({ type: 'notice', text: cloud.gap });
        if (settings.dryRun) {
            await tellWhoLocks(settings, cloud, report.say);
            const made = await plan(settings, outside, cloud, report, cancel);
            return made.kind === 'plan' ? (0,endings/* planned */.lM)(made.plan) : unplanned(report, made);
        }
        locks = locksFor(settings, outside, cloud, report.say, cancel);
        return await underLocks(locks, settings, outside, cloud, report, cancel);
    }
    catch (error) {
        if (cancel.aborted && report.known.plan === undefined)
            return (0,endings/* cancelledEarly */.Vh)();
        return unexpected(outside, error);
    }
    finally {
        if (locks !== undefined)
            await giveBackLocks(locks, outside.clock, cancel);
    }
}
/** The lock comes before the look, so that what is seen stays true until the plan is carried out. */
async function underLocks(locks, settings, outside, cloud, report, cancel) {
    let locked = await locks.take([settings.environmentName]);
    for (;;) {
        if (locked.locked === 'refused')
            return refuse(report, [locked.problem]);
        if (locked.locked === 'cancelled')
            return (0,endings/* cancelledEarly */.Vh)();
        const made = await plan(settings, outside, cloud, report, cancel);
        if (made.kind !== 'plan')
            return unplanned(report, made);
        if (cancel.aborted)
            return (0,endings/* cancelledEarly */.Vh)();
        locked = await locks.extend(lockedEnvironments(made.plan));
        if (locked.locked !== 'yes' || locked.moved)
            continue;
        await noteUnfinished(locks, made.plan);
        saveForPost(outside, report);
        const { rollOut } = await Promise.all(/* import() */[__nccwpck_require__.e(898), __nccwpck_require__.e(627)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1627));
        const ports = { ...outside, ...cloud };
        const run = pageOf(outside.host.run);
        const request = { plan: made.plan, snapshot: made.snapshot, settings, ports, say: report.say, cancel };
        return await rollOut({ ...request, ...(run === undefined ? {} : { run }) });
    }
}
/** Address of the page of this run. */
function pageOf({ serverUrl, repository, runId }) {
    if (serverUrl === undefined || repository === undefined || runId === undefined)
        return undefined;
    return `${serverUrl}/${repository}/actions/runs/${runId}`;
}
/** The ending when an exception comes from where nobody waits for it. Before the rollout nothing was changed. */
async function crashed(outside, report) {
    const error = await new Promise((resolve) => outside.host.onCrash(resolve));
    const ending = unexpected(outside, error);
    const begun = report?.known.plan;
    if (begun === undefined)
        return ending;
    const stillRunning = [`An update of ${begun.environment.name} may still be running.`];
    return { ...ending, restored: 'no', stillRunning };
}
function unexpected({ host }, error) {
    if (host.run.debug && error instanceof Error)
        host.debug(error.stack ?? error.message);
    return (0,endings/* broken */.mw)(error);
}
/** Looks at what is there, and plans. Changes nothing, unless `on-busy` is `abort-ours`. */
async function plan(settings, outside, cloud, report, cancel) {
    const seen = await look(settings, outside, cloud, report, cancel);
    if (seen.kind !== 'snapshot')
        return seen;
    const { snapshot } = seen;
    report.learn({ snapshot });
    const { prepare } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(298), __nccwpck_require__.e(953)]).then(__nccwpck_require__.bind(__nccwpck_require__, 953));
    const made = await prepare({ settings, snapshot, outside, cloud, say: report.say });
    if (made.kind === 'refused')
        return settings.dryRun ? made : { kind: 'refused', problems: made.problems };
    report.learn({ plan: made.plan });
    return { ...made, snapshot };
}
/** Looks at the environment; a busy one is waited for and looked at again, because a plan needs a settled state. */
async function look(settings, outside, cloud, report, cancel) {
    const { application, creation, environmentName, operation, region } = settings;
    const { say } = report;
    // One environment is terminated, whatever the strategy of its deployments is.
    const pair = operation === 'terminate' ? undefined : settings.strategy.pair;
    const wishes = { ...(pair === undefined ? {} : { pair }), ...(creation === undefined ? {} : { creation }) };
    const again = () => observe({ application, environmentName, region, ...wishes }, { ...outside, ...cloud });
    const seen = await again();
    if (seen.kind === 'refused' || settings.dryRun || (0,settled_state/* busyEnvironment */.x)(settings, seen.snapshot) === undefined)
        return seen;
    report.learn({ snapshot: seen.snapshot });
    const { observeSettled } = await __nccwpck_require__.e(/* import() */ 674).then(__nccwpck_require__.bind(__nccwpck_require__, 9674));
    return observeSettled({ settings, seen, observe: again, cloud, clock: outside.clock, say, cancel });
}
/** A person keeps deployments away, or lets them in again: the environment itself is not looked at. */
async function lockOrUnlock(settings, outside, report, cancel) {
    const cloud = await outside.connect(settings.region, cancel);
    const { operateLock } = await __nccwpck_require__.e(/* import() */ 219).then(__nccwpck_require__.bind(__nccwpck_require__, 5219));
    const { clock, random, host } = outside;
    const ports = { documents: cloud.documents, clock, random };
    return operateLock({ settings, ports, buckets: cloud, run: host.run, say: report.say, cancel });
}
function unplanned(report, made) {
    return made.kind === 'cancelled' ? (0,endings/* cancelledEarly */.Vh)() : refuse(report, made.problems, made.comparison);
}
function refuse(report, problems, comparison) {
    report.learn({ problems, ...(comparison === undefined ? {} : { comparison }) });
    return (0,endings/* refused */.J5)(problems);
}
/** The ending when something hangs although the runner has asked to stop. Never comes otherwise. */
async function unanswered({ clock }, report, cancel) {
    await new Promise((resolve) => cancel.addEventListener('abort', () => resolve(), { once: true }));
    const { plan: begun, settings } = report.known;
    // Without settings it may be the deploy lock that is being written.
    const isReading = begun === undefined && settings !== undefined;
    await clock.sleep(isReading ? PATIENCE_BEFORE_ROLLOUT : main_PATIENCE_AFTER_CANCEL);
    return begun === undefined ? (0,endings/* cancelledEarly */.Vh)() : (0,endings/* cancelledUnanswered */.If)(begun.environment.name);
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 5811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  AE: () => (/* binding */ deployChange),
  bJ: () => (/* binding */ planDeploy),
  c0: () => (/* binding */ refuseDeploy)
});

// EXTERNAL MODULE: ./lib/domain/changes.js
var changes = __nccwpck_require__(8705);
// EXTERNAL MODULE: ./lib/domain/fleet.js
var fleet = __nccwpck_require__(5360);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __nccwpck_require__(3071);
;// CONCATENATED MODULE: ./lib/operations/command-steps.js
/** Where the user's commands on an instance stand among the steps of a strategy. Pure: the strategies know nothing of them. */


/** Besides its own time: until the agent of a new instance is known, the script is delivered, and its end is told. */
const OVERHEAD = (0,time/* minutes */.Gx)(8);
/** The steps with the commands among them. Steps that deploy nothing (the rest of an earlier run) stay as they are. */
function withCommands(steps, commands) {
    if (commands === undefined)
        return steps;
    return withPostDeploy(withPreTraffic(steps, commands), commands);
}
/**
 * As soon as the new side is proven, before anybody asks it: the checks that follow then see what the command has done.
 * Also when the version was there already: an earlier run may have failed at this very command.
 */
function withPreTraffic(steps, { preTraffic, timeout }) {
    const proof = steps.findIndex((step) => step.kind === 'gate' && step.gate.kind === 'proven');
    const gate = steps[proof];
    if (preTraffic === undefined || gate?.kind !== 'gate' || gate.gate.kind !== 'proven')
        return steps;
    const { versionLabel } = gate.gate.proof;
    const { environment } = gate;
    const step = {
        kind: 'run-command',
        environment,
        input: 'pre-traffic-command',
        command: preTraffic,
        timeout,
        versionLabel,
    };
    return [...steps.slice(0, proof + 1), step, ...steps.slice(proof + 1)];
}
/** With two sides after the swap and the question to production, before the bake; in place after the deployment is proven. */
function withPostDeploy(steps, { postDeploy, timeout }) {
    const place = postDeploy === undefined ? undefined : placeAfter(steps);
    if (postDeploy === undefined || place === undefined)
        return steps;
    const { at, environment, versionLabel } = place;
    const step = {
        kind: 'run-command',
        environment,
        input: 'post-deploy-command',
        command: postDeploy,
        timeout,
        ...(versionLabel === undefined ? {} : { versionLabel }),
    };
    return [...steps.slice(0, at), step, ...steps.slice(at)];
}
function placeAfter(steps) {
    const swapped = steps.findIndex((step) => step.kind === 'swap');
    const swap = steps[swapped];
    if (swap?.kind === 'swap') {
        const isAsked = steps[swapped + 1]?.kind === 'gate';
        return {
            at: swapped + (isAsked ? 2 : 1),
            environment: swap.to,
            versionLabel: swap.proof?.versionLabel,
        };
    }
    // Only prepared: traffic moves in another run.
    if (steps.some((step) => step.kind === 'gate'))
        return undefined;
    const deployed = steps.findIndex((step) => (step.kind === 'update' && step.purpose === 'deploy') ||
        step.kind === 'create' ||
        step.kind === 'create-environment');
    const settle = steps[deployed + 1];
    if (deployed < 0 || settle?.kind !== 'settle')
        return undefined;
    return { at: deployed + 2, environment: settle.environment, versionLabel: settle.expects.versionLabel };
}
/** What the commands add to the time that a rollout may take. */
function commandTime(steps) {
    return steps.reduce((sum, step) => sum + (step.kind === 'run-command' ? step.timeout + OVERHEAD : 0), 0);
}
/** Why commands cannot be run on this environment. */
function commandProblems({ commands }, target) {
    const input = commands?.preTraffic === undefined ? 'post-deploy-command' : 'pre-traffic-command';
    if (commands?.preTraffic === undefined && commands?.postDeploy === undefined)
        return [];
    const { name, solutionStack, platformArn } = target.environment;
    const platform = solutionStack ?? platformArn ?? '';
    const why = /windows/i.test(platform)
        ? `${name} runs on Windows, and commands are shell scripts`
        : (0,fleet/* fleetOf */.aP)(target).cluster
            ? `${name} is a Cluster environment, which has no instances that a command could run on`
            : undefined;
    if (why === undefined)
        return [];
    return [
        {
            code: 'command-not-possible',
            blame: 'you',
            what: `\`${input}\` is not possible: ${why}.`,
            hint: 'Remove it.',
            input,
        },
    ];
}
//# sourceMappingURL=command-steps.js.map
;// CONCATENATED MODULE: ./lib/operations/unchanged.js
/** `undefined` when the rollout has to take place. "Cannot tell" means that it has to. */
function whyUnchanged(change, settings, target) {
    if (change.options.length + change.removeOptions.length > 0)
        return undefined;
    const { version } = change;
    // Settings are the environment's: no instance is asked for them.
    if (version === undefined)
        return { reason: 'every option and variable has its value already', proof: 'environment' };
    // A bundle that has yet to become a version cannot be running; one whose object is gone has to be uploaded again.
    if (version.kind === 'bundle' && !(version.reuse.version && version.reuse.object))
        return undefined;
    const { environment, instances, draft } = target;
    if (environment.versionLabel !== version.label || environment.status !== 'Ready')
        return undefined;
    if (draft !== undefined || !accepts(settings.acceptHealth, target))
        return undefined;
    const reports = instances?.instances ?? [];
    const ids = new Set(reports.map((one) => one.deployment?.id));
    const everywhere = reports.every(({ deployment }) => deployment?.versionLabel === version.label && deployment.status === 'Deployed');
    if (reports.length === 0 || !everywhere || ids.size !== 1)
        return undefined;
    const all = reports.length === 1 ? 'the only instance runs' : `all ${reports.length} instances run`;
    const health = environment.healthStatus === undefined ? '' : `, health is ${environment.healthStatus}`;
    return { reason: `${all} ${version.label} already${health}, and no option differs`, proof: 'instances' };
}
function accepts(accepted, { environment }) {
    switch (accepted.kind) {
        case 'any':
        case 'not-worse':
            return true;
        case 'statuses':
            return environment.healthStatus === undefined
                ? accepted.colors.includes(environment.health)
                : accepted.statuses.includes(environment.healthStatus);
    }
}
//# sourceMappingURL=unchanged.js.map
;// CONCATENATED MODULE: ./lib/operations/deploy.js
/** `deploy`: a version, options and variables for an environment that exists, planned from what is there. */





/** What is different afterwards: only options that do not have their value, and only removals of what is there. */
function deployChange({ settings, snapshot, version }) {
    const deployed = snapshot.target.settings.options;
    const property = (name) => ({ namespace: fleet/* PROPERTIES_NAMESPACE */.G2, name });
    const variables = Object.entries(settings.environmentVariables.set).map(([name, value]) => ({
        ...property(name),
        value,
    }));
    return {
        application: settings.application,
        ...(version === undefined ? {} : { version }),
        options: (0,changes/* differing */.R1)([...settings.options, ...variables], deployed),
        removeOptions: (0,changes/* present */.Eb)(settings.environmentVariables.remove.map(property), deployed),
        restorePolicy: settings.restorePolicy,
        ...(settings.operation === 'prepare' || settings.operation === 'promote' ? { phase: settings.operation } : {}),
    };
}
function planDeploy(request) {
    const { settings, snapshot, version } = request;
    const { target } = snapshot;
    const { strategy } = settings;
    const change = deployChange(request);
    const problems = refuseDeploy(request);
    const comparison = compare(settings, change, snapshot);
    if (problems.length > 0)
        return { kind: 'refused', problems, comparison };
    const settled = whyUnchanged(change, settings, target);
    const rest = settled === undefined || settings.operation === 'prepare' ? [] : (strategy.finish?.(change, target) ?? []);
    const unchanged = rest.length > 0 ? undefined : settled;
    const steps = unchanged === undefined ? withCommands(strategy.steps(change, target), settings.commands) : [];
    const { environment } = target;
    return {
        kind: 'plan',
        plan: {
            operation: settings.operation,
            strategy: strategy.name,
            environment: { id: environment.id, name: environment.name },
            application: settings.application,
            ...(version === undefined ? {} : { versionLabel: version.label }),
            steps: rest.length > 0 ? rest : steps,
            forecast: strategy.forecast(change, target),
            comparison,
            warnings: unchanged === undefined ? warningsOf(request, change) : [...withoutCommands(settings), ...target.blindSpots],
            timeout: settings.timeout ?? timeoutOf(settings, change, snapshot) + commandTime(steps),
            ...(unchanged === undefined ? {} : { unchanged: unchanged.reason, unchangedProof: unchanged.proof }),
        },
    };
}
/** Every reason against a deployment that can be told without its bundle. */
function refuseDeploy({ settings, snapshot, validation }) {
    return [
        ...settings.strategy.refuses(snapshot.target),
        ...commandProblems(settings, snapshot.target),
        ...refusePlatformMove(settings, snapshot),
        ...refuseInvalidOptions(validation),
    ];
}
function compare({ strategy, allStrategies }, change, { target }) {
    // The caller's own one may be configured in more detail than the list.
    return allStrategies.map((one) => (one.name === strategy.name ? strategy : one).forecast(change, target));
}
/** One deadline: what the service may take, the wait for health behind it, and the upload before it. */
function timeoutOf(settings, change, { target }) {
    const { version } = change;
    const upload = version?.kind === 'bundle' && !version.reuse.object
        ? // Half a megabyte a second is slow for a runner; the rest is for connections that have to be made again.
            (0,time/* minutes */.Gx)(5) + (0,time/* seconds */.YA)(Math.ceil(version.bytes / 500_000))
        : 0;
    return settings.strategy.deadline(change, target) + settings.healthGrace + settings.stableFor + upload;
}
const withoutCommands = ({ commands }) => commands === undefined ? [] : ['Nothing is deployed, so no command is run on an instance.'];
function warningsOf({ settings, snapshot, validation }, change) {
    const { target } = snapshot;
    const draft = target.draft?.deploymentStatus;
    const { status, name } = target.environment;
    return [
        ...(status === 'Ready' ? [] : [movingState(name, status, settings.onBusy)]),
        ...settings.strategy.warns(change, target),
        ...validation.filter((one) => one.severity === 'warning').map((one) => `${named(one)}${one.message}`),
        ...(draft === 'failed'
            ? ['A configuration change failed earlier, and the environment still shows its draft.']
            : []),
        ...((0,fleet/* fleetOf */.aP)(target).enhancedHealth || (0,fleet/* fleetOf */.aP)(target).cluster
            ? []
            : ['With basic health no instance says what it runs: the proof can only be the state of the environment.']),
        ...(settings.acceptHealth.kind === 'any'
            ? ['Health is shown, not judged (`wait-for-environment-recovery: false`).']
            : []),
        ...target.blindSpots,
    ];
}
/** Only a dry run plans at once; a real one looks again when the environment is Ready. */
function movingState(name, status, onBusy) {
    const real = onBusy === 'fail' ? 'a real run is refused until it is Ready' : 'a real run waits until it is Ready and plans then';
    return `${name} is ${status}: this plan looks at a moving state (capacity, version and options may change under it); ${real}.`;
}
const named = ({ namespace, name }) => name === undefined ? '' : `${namespace === undefined ? '' : `${namespace}:`}${name}: `;
const refuseInvalidOptions = (validation) => validation
    .filter((one) => one.severity === 'error')
    .map((one) => ({
    code: 'invalid-option',
    blame: 'you',
    what: `Elastic Beanstalk does not accept an option: ${named(one)}${one.message}`,
    hint: 'Correct it in `option-settings` or `environment-variables`; names and values are in the AWS guide, "General options for all environments".',
    input: 'option-settings',
}));
/** AWS's own action moves the platform when it differs; a deployment that silently replaces the platform is no deployment. */
function refusePlatformMove({ platform }, { target }) {
    const { solutionStack, platformArn, name } = target.environment;
    const refuse = (input, wished, has) => ({
        code: 'platform-differs',
        blame: 'you',
        what: `\`${input}\` is "${wished}", but ${name} runs on ${has === undefined ? 'another platform' : `"${has}"`}.`,
        hint: `Remove \`${input}\`: moving an environment to another platform is not part of this release.`,
        input,
    });
    return [
        ...(platform?.solutionStack !== undefined && platform.solutionStack !== solutionStack
            ? [refuse('solution-stack-name', platform.solutionStack, solutionStack)]
            : []),
        ...(platform?.arn !== undefined && platform.arn !== platformArn
            ? [refuse('platform-arn', platform.arn, platformArn)]
            : []),
    ];
}
//# sourceMappingURL=deploy.js.map

/***/ }),

/***/ 9184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f$: () => (/* binding */ LOCK_OPERATIONS),
  xb: () => (/* binding */ OPERATIONS),
  d0: () => (/* binding */ OPERATION_NAMES),
  TK: () => (/* binding */ isLockOperation),
  F: () => (/* binding */ isOperationName)
});

// EXTERNAL MODULE: ./lib/operations/deploy.js + 2 modules
var deploy = __nccwpck_require__(5811);
;// CONCATENATED MODULE: ./lib/operations/pair.js

const needsPair = (operation) => ({
    code: 'contradicting-inputs',
    blame: 'you',
    what: `\`operation: ${operation}\` needs a strategy with two environments.`,
    hint: 'Add `strategy: blue-green`, as in the job before.',
    input: 'strategy',
});
function refusePrepare(request) {
    return request.settings.strategy.pair === undefined ? [needsPair('prepare')] : (0,deploy/* refuseDeploy */.c0)(request);
}
/** `prepare`: everything before traffic moves. */
function planPrepare(request) {
    const problems = refusePrepare(request);
    return problems.length > 0 ? refusedLike(request, problems) : (0,deploy/* planDeploy */.bJ)(request);
}
function refusePromote(request) {
    const { settings, snapshot } = request;
    const { target } = snapshot;
    if (settings.strategy.pair === undefined)
        return [needsPair('promote')];
    const label = promotedLabel(request);
    // Promoted already, by an earlier attempt: what is left of it is finished.
    if (label !== undefined && target.environment.versionLabel === label)
        return (0,deploy/* refuseDeploy */.c0)(request);
    const problem = whyNotPrepared(target, label);
    return [...(0,deploy/* refuseDeploy */.c0)(request), ...(problem === undefined ? [] : [problem])];
}
const promotedLabel = ({ settings, snapshot }) => settings.versionLabel ?? snapshot.target.pair?.idle?.environment.versionLabel;
/** `promote`: proves the idle side again and moves the traffic there. */
function planPromote(request) {
    const problems = refusePromote(request);
    const label = promotedLabel(request);
    if (problems.length > 0)
        return refusedLike(request, problems);
    return (0,deploy/* planDeploy */.bJ)({ ...request, ...(label === undefined ? {} : { version: { kind: 'existing', label } }) });
}
/** With the table of all strategies where the deployment itself is refused. */
function refusedLike(request, problems) {
    const planned = request.settings.strategy.pair === undefined ? undefined : (0,deploy/* planDeploy */.bJ)(request);
    return planned?.kind === 'refused' ? { ...planned, problems } : { kind: 'refused', problems };
}
function whyNotPrepared(live, label) {
    const { pair, environment } = live;
    const idle = pair?.idle?.environment;
    const refuse = (what) => ({
        code: 'nothing-prepared',
        blame: 'you',
        what,
        hint: 'Run `operation: prepare` first, in the same workflow, and give its output `version-label` to this one.',
        input: 'operation',
    });
    if (idle === undefined)
        return refuse(`There is no ${pair?.idleName ?? 'idle environment'} beside ${environment.name}.`);
    if (label === undefined)
        return refuse(`${idle.name} runs no version.`);
    if (idle.versionLabel !== label) {
        return refuse(`${idle.name} is on ${idle.versionLabel ?? 'no version'}, not on ${label}: it was not prepared, or something else was prepared since.`);
    }
    return undefined;
}
function refuseAbort({ settings, snapshot }) {
    return settings.strategy.pair === undefined || snapshot.target.pair === undefined ? [needsPair('abort')] : [];
}
/** `abort`: gives up what was prepared. The live side is not touched. */
function planAbort({ settings, snapshot }) {
    const { target } = snapshot;
    const { pair } = target;
    const problems = refuseAbort({ settings, snapshot });
    if (problems.length > 0 || pair === undefined)
        return { kind: 'refused', problems };
    const { environment } = target;
    const idle = pair.idle?.environment;
    const change = { application: settings.application, options: [], removeOptions: [], restorePolicy: false };
    const nothing = idle === undefined ? `there is no ${pair.idleName}, so nothing was prepared` : undefined;
    const ref = { id: idle?.id ?? '', name: pair.idleName };
    const plan = {
        operation: 'abort',
        strategy: settings.strategy.name,
        environment: { id: environment.id, name: environment.name },
        application: settings.application,
        steps: idle === undefined
            ? []
            : [
                { kind: 'stop', environment: ref },
                ...(settings.strategy.finish?.(change, target) ?? []).filter(({ kind }) => kind !== 'bake'),
            ],
        forecast: settings.strategy.forecast(change, target),
        comparison: [],
        warnings: target.blindSpots,
        timeout: settings.timeout ?? settings.strategy.deadline(change, target),
        ...(nothing === undefined ? {} : { unchanged: nothing }),
    };
    return { kind: 'plan', plan };
}
//# sourceMappingURL=pair.js.map
// EXTERNAL MODULE: ./lib/operations/terminate.js
var terminate = __nccwpck_require__(1721);
;// CONCATENATED MODULE: ./lib/operations/index.js
/** The registry of operations: one line each; the values of the input `operation` follow from it. */



const OPERATIONS = {
    deploy: {
        summary: 'bring a version, or changed options, to an environment',
        refuses: deploy/* refuseDeploy */.c0,
        plan: deploy/* planDeploy */.bJ,
    },
    rollback: {
        summary: 'bring an earlier version back to an environment, without a build',
        refuses: deploy/* refuseDeploy */.c0,
        plan: deploy/* planDeploy */.bJ,
    },
    prepare: {
        summary: 'bring a version to the idle side and prove it there, without moving traffic',
        refuses: refusePrepare,
        plan: planPrepare,
    },
    promote: {
        summary: 'prove the idle side again and move the traffic there',
        refuses: refusePromote,
        plan: planPromote,
    },
    terminate: {
        summary: 'remove an environment that its id confirms, and never the one in production',
        refuses: terminate/* refuseTermination */.H,
        plan: terminate/* planTermination */.C,
    },
    abort: { summary: 'give up what was prepared on the idle side', refuses: refuseAbort, plan: planAbort },
};
/** These touch nothing but the deploy lock, so they need no plan (`lock/operate.ts`). */
const LOCK_OPERATIONS = {
    lock: { summary: 'keep every deployment away from an environment for a while' },
    unlock: { summary: 'remove the deploy lock of an environment, whoever holds it' },
};
const isOperationName = (name) => Object.hasOwn(OPERATIONS, name);
const isLockOperation = (name) => Object.hasOwn(LOCK_OPERATIONS, name);
const OPERATION_NAMES = [
    ...Object.keys(OPERATIONS).filter(isOperationName),
    ...Object.keys(LOCK_OPERATIONS).filter(isLockOperation),
];
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 5967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ busyEnvironment)
/* harmony export */ });
/** The environment to wait for before planning; `undefined` when the plan can be made from what was seen. */
function busyEnvironment({ operation }, { target, creation }) {
    // Nothing is planned from the state of an environment that is absent.
    if (creation !== undefined)
        return undefined;
    switch (operation) {
        case 'deploy':
        case 'rollback':
        case 'prepare': {
            // Of two sides the idle one is changed; the swap itself waits for the live one.
            const changed = target.pair === undefined ? target : target.pair.idle;
            return changed === undefined || changed.environment.status === 'Ready' ? undefined : changed.environment;
        }
        // They take an environment as it is, and their steps wait where they have to.
        case 'promote':
        case 'abort':
        case 'terminate':
            return undefined;
    }
}
//# sourceMappingURL=settled-state.js.map

/***/ }),

/***/ 1721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ planTermination),
/* harmony export */   H: () => (/* binding */ refuseTermination)
/* harmony export */ });
/* harmony import */ var _domain_creation_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3231);
/* harmony import */ var _domain_fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5360);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3071);
/** `operation: terminate`: the plan to remove an environment, refused until it is proven to be the one that is meant. */



/** Several minutes behind a load balancer (AWS guide, "Terminate an environment"). */
const USUAL = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(5);
const LONGEST = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(60);
const NOTHING_CONFIRMED = { allowDatabaseDeletion: false };
function planTermination({ settings, snapshot }) {
    const { target } = snapshot;
    const { environment } = target;
    const wish = settings.termination ?? NOTHING_CONFIRMED;
    const problems = refuseTermination({ settings, snapshot });
    if (problems.length > 0)
        return { kind: 'refused', problems };
    const ref = { id: environment.id, name: environment.name };
    return {
        kind: 'plan',
        plan: {
            operation: 'terminate',
            strategy: 'terminate',
            environment: ref,
            application: settings.application,
            steps: [
                {
                    kind: 'terminate',
                    environment: ref,
                    application: settings.application,
                    ...(environment.cname === undefined ? {} : { cname: environment.cname }),
                    ...(wish.productionCname === undefined ? {} : { productionCname: wish.productionCname }),
                    expectedDuration: USUAL,
                },
            ],
            forecast: {
                strategy: 'terminate',
                duration: USUAL,
                durationBasis: 'estimated',
                lowestCapacity: 0,
                capacity: (0,_domain_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .fleetOf */ .aP)(target).size,
                extraInstances: 0,
                extraInstanceHours: 0,
                downtime: 'unknown',
                versionsSideBySide: false,
                wayBack: 'none in this action; Elastic Beanstalk can rebuild a terminated environment for 42 days, without its data',
                refusals: [],
            },
            comparison: [],
            warnings: warningsOf(target),
            timeout: settings.timeout ?? LONGEST,
        },
    };
}
/** Every reason against it. */
function refuseTermination({ settings, snapshot }) {
    const { target } = snapshot;
    const wish = settings.termination ?? NOTHING_CONFIRMED;
    return [...refuseProduction(wish, target), ...refuseUnproven(wish, target), ...refuseDatabase(wish, target)];
}
function refuseProduction({ productionCname }, { environment }) {
    if (productionCname === undefined || !(0,_domain_creation_js__WEBPACK_IMPORTED_MODULE_2__/* .isCname */ .X)(environment.cname, productionCname))
        return [];
    return [
        {
            code: 'environment-in-production',
            blame: 'you',
            what: `${environment.name} holds the production CNAME ${environment.cname ?? productionCname}, so it is not terminated.`,
            hint: 'Move the traffic away first, for example with `strategy: blue-green`; no other input overrides this.',
            input: 'production-cname',
        },
    ];
}
/** A name can be a typing error, or mean another environment than yesterday; an id is never used twice. */
function refuseUnproven({ confirmedId }, { environment }) {
    if (confirmedId === environment.id)
        return [];
    return [
        {
            code: 'environment-not-confirmed',
            blame: 'you',
            what: confirmedId === undefined
                ? `${environment.name} of ${environment.application} is ${environment.id}; nothing confirms that this is the one to terminate.`
                : `${environment.name} of ${environment.application} is ${environment.id}, not ${confirmedId}.`,
            hint: confirmedId === undefined
                ? `Look at it, and set \`confirm-environment-id: ${environment.id}\`.`
                : 'Either the name or the id is wrong, or the environment was replaced meanwhile.',
            input: 'confirm-environment-id',
        },
    ];
}
function refuseDatabase({ allowDatabaseDeletion }, { settings, environment }) {
    const fate = databaseFate(settings.options);
    if (fate === undefined || fate.isKept || allowDatabaseDeletion)
        return [];
    return [
        {
            code: 'database-would-be-deleted',
            blame: 'you',
            what: `${environment.name} has a database of its own, and ${fate.words}.`,
            hint: 'Decouple it first, or set DBDeletionPolicy to Retain in an update of its own (AWS guide, "Database lifecycle"); `allow-database-deletion: true` lets it go.',
            input: 'allow-database-deletion',
        },
    ];
}
function databaseFate(options) {
    const database = (0,_domain_creation_js__WEBPACK_IMPORTED_MODULE_2__/* .coupledDatabase */ .I)(options);
    switch (database?.deletionPolicy) {
        case undefined:
            return undefined;
        case 'Delete':
            return { isKept: false, words: 'its DBDeletionPolicy is Delete: the database goes with it, without a snapshot' };
        case 'Snapshot':
            return {
                isKept: false,
                words: 'its DBDeletionPolicy is Snapshot: the database goes with it, and a snapshot stays',
            };
        case 'Retain':
            return { isKept: true, words: 'its DBDeletionPolicy is Retain: the database stays, and costs as before' };
    }
}
function warningsOf({ environment, settings, blindSpots }) {
    const fate = databaseFate(settings.options);
    const { cname } = environment;
    return [
        ...(fate === undefined ? [] : [`${environment.name} has a database of its own; ${fate.words}.`]),
        ...(cname === undefined
            ? []
            : [
                `${cname} is free for anybody in the region afterwards: no DNS record may point to it any more (AWS guide, "Terminate an environment").`,
            ]),
        ...blindSpots,
    ];
}
//# sourceMappingURL=terminate.js.map

/***/ }),

/***/ 9815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ wire)
});

// UNUSED EXPORTS: VERSION

;// CONCATENATED MODULE: ./lib/adapters/runner/commands.js
function createCommands(env) {
    return { run: (request) => run(request, env) };
}
async function run(request, env) {
    const { exec } = await __nccwpck_require__.e(/* import() */ 260).then(__nccwpck_require__.bind(__nccwpck_require__, 1260));
    const variables = Object.fromEntries(Object.entries({ ...env, ...request.env }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    let timer;
    let cancel = () => { };
    const limit = new Promise((resolve) => {
        timer = setTimeout(() => resolve({ kind: 'timed-out' }), request.timeout);
        cancel = () => resolve({ kind: 'not-started', because: 'the run was asked to stop' });
        request.signal?.addEventListener('abort', cancel, { once: true });
    });
    const command = exec(quoted(request.program), [...request.args], {
        env: variables,
        silent: true,
        ignoreReturnCode: true,
        // exec must not wait for what a program has left running in the background.
        delay: 2_000,
        listeners: { stdline: request.onLine, errline: request.onLine },
    }).then((exitCode) => ({ kind: 'ended', exitCode }), (error) => ({
        kind: 'not-started',
        because: error instanceof Error ? error.message : String(error),
    }));
    try {
        return await Promise.race([command, limit]);
    }
    finally {
        clearTimeout(timer);
        request.signal?.removeEventListener('abort', cancel);
    }
}
/** exec splits its first argument as a command line: a path with spaces stays one word in quotes. */
const quoted = (program) => (/\s/.test(program) ? `"${program}"` : program);
//# sourceMappingURL=commands.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/adapters/runner/toolkit.js
/**
 * The runner's toolkit, `@actions/core`, loaded late: with it comes an HTTP stack that costs as much as everything else
 * before the first API call. Until it is there, what is to be told waits, and is then told in the order it was said.
 */
function lateToolkit(load) {
    const waiting = [];
    let core;
    let loading;
    let mayLoad = false;
    const ready = () => {
        mayLoad = true;
        loading ??= load().then((loaded) => {
            for (const step of waiting.splice(0))
                attempt(step, loaded);
            core = loaded;
            return loaded;
        });
        return loading;
    };
    return {
        ready,
        use: (step) => {
            if (core !== undefined)
                return step(core);
            waiting.push(step);
            if (mayLoad)
                void ready();
        },
        flush: async () => {
            mayLoad = true;
            if (waiting.length > 0)
                await ready();
        },
    };
}
/** Who asked for it has gone on: what fails now is said, and keeps nothing else from being told. */
function attempt(step, core) {
    try {
        step(core);
    }
    catch (error) {
        core.warning(`Something could not be handed to the runner: ${error instanceof Error ? error.message : error}`);
    }
}
//# sourceMappingURL=toolkit.js.map
;// CONCATENATED MODULE: ./lib/adapters/runner/host.js
/**
 * The GitHub Actions runner: inputs from `INPUT_*`, everything that is told through `@actions/core`. Two things do not wait
 * for it: inputs, and masks, which must come before anything that could hold a secret. In a plain terminal, where nobody
 * carries out workflow commands, lines are printed as they are.
 */




/** Signals with which runners (and people) ask to stop; Windows sends SIGBREAK where others send SIGTERM. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
function createRunnerHost(on) {
    const { env } = on;
    const inActions = env.GITHUB_ACTIONS === 'true';
    const print = (text) => on.write(`${text}${external_node_os_.EOL}`);
    const { use, ready, flush } = lateToolkit(() => on.loadToolkit().catch(giveUp));
    // Whatever lets the process end by itself: nothing that was told is left untold.
    on.on('beforeExit', () => void flush());
    return {
        input: (name) => (env[inputVariable(name)] ?? '').trim(),
        givenInputs: () => Object.entries(env)
            .filter(([name, value]) => name.startsWith('INPUT_') && (value ?? '').trim() !== '')
            .map(([name]) => name.slice('INPUT_'.length).toLowerCase()),
        output: (name, value) => {
            if (isFile(env.GITHUB_OUTPUT))
                use((core) => core.setOutput(name, value));
        },
        line: (text) => (inActions ? use((core) => core.info(text)) : print(text)),
        group: (title) => (inActions ? use((core) => core.startGroup(title)) : print(`▸ ${title}`)),
        endGroup: () => {
            if (inActions)
                use((core) => core.endGroup());
        },
        annotate: (level, message, title) => {
            if (inActions)
                use((core) => core[level](message, title === undefined ? {} : { title }));
            else
                print(`${level}: ${title === undefined ? '' : `${title}: `}${message}`);
        },
        debug: (text) => {
            if (inActions)
                use((core) => core.debug(text));
        },
        mask: (secret) => {
            if (!inActions)
                return;
            for (const line of secret.split(/[\r\n]+/))
                if (line.trim() !== '')
                    print(addMask(line));
        },
        summary: async (markdown) => {
            if (!isFile(env.GITHUB_STEP_SUMMARY))
                return false;
            const { summary } = await ready();
            await summary.emptyBuffer().addRaw(markdown, true).write();
            return true;
        },
        fail: () => use((core) => on.setExitCode(core.ExitCode.Failure)),
        saveState: (name, value) => {
            if (isFile(env.GITHUB_STATE))
                use((core) => core.saveState(name, value));
        },
        state: (name) => env[`STATE_${name}`] ?? '',
        flush,
        run: runFacts(env, on.cwd()),
        onCancel: (callback) => {
            let asked = false;
            for (const signal of STOP_SIGNALS) {
                on.on(signal, () => {
                    // The first request is answered in order; somebody who asks twice wants out at once.
                    if (asked)
                        void flush().then(() => on.exit(130));
                    else
                        callback();
                    asked = true;
                });
            }
        },
        onCrash: (callback) => on.on('uncaughtException', callback),
    };
    /** A part of the bundle is missing or damaged: there is nothing left to tell anything with. */
    function giveUp(error) {
        print(`The action's own files cannot be loaded: ${error instanceof Error ? error.message : error}`);
        return on.exit(1);
    }
}
/** The running process as the host needs it. */
function thisProcess() {
    return {
        env: process.env,
        cwd: () => process.cwd(),
        write: (text) => {
            process.stdout.write(text);
        },
        setExitCode: (code) => {
            process.exitCode = code;
        },
        exit: (code) => process.exit(code),
        on: (event, listener) => {
            // Signals that this platform lacks must not keep the action from starting.
            if (event === 'SIGBREAK' && process.platform !== 'win32')
                return;
            process.on(event, listener);
        },
        loadToolkit: () => Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(264)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7264)),
    };
}
/** The runner upper-cases names and turns blanks into `_`; hyphens stay. */
const inputVariable = (name) => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;
/** The one workflow command that does not wait for the toolkit; a line holds no line ends that would need escaping. */
const addMask = (line) => `::add-mask::${line.replace(/%/g, '%25')}`;
/** A plain terminal has no such files; the toolkit would print deprecated commands instead, or throw. */
const isFile = (path) => path !== undefined && path !== '' && (0,external_node_fs_.existsSync)(path);
function runFacts(env, cwd) {
    const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? '');
    const text = (value) => value === undefined || value === '' ? undefined : value;
    const optional = (key, value) => (value === undefined ? {} : { [key]: value });
    return {
        workspace: (0,external_node_path_.resolve)(text(env.GITHUB_WORKSPACE) ?? cwd),
        temporary: (0,external_node_path_.resolve)(text(env.RUNNER_TEMP) ?? (0,external_node_os_.tmpdir)()),
        ...optional('repository', text(env.GITHUB_REPOSITORY)),
        ...optional('commit', text(env.GITHUB_SHA)),
        ...optional('ref', text(env.GITHUB_REF)),
        ...optional('eventName', text(env.GITHUB_EVENT_NAME)),
        ...optional('runId', text(env.GITHUB_RUN_ID)),
        ...(Number.isInteger(attempt) && attempt > 0 ? { runAttempt: attempt } : {}),
        ...optional('actor', text(env.GITHUB_ACTOR)),
        ...optional('serverUrl', text(env.GITHUB_SERVER_URL)),
        ...optional('actionRepository', text(env.GITHUB_ACTION_REPOSITORY)),
        ...optional('actionRef', text(env.GITHUB_ACTION_REF)),
        debug: env.RUNNER_DEBUG === '1',
        // Set by dist/post.js (scripts/build.mjs).
        ...(env.BEANSTALK_ROLLOUT_PHASE === 'post' ? { isPost: true } : {}),
    };
}
//# sourceMappingURL=host.js.map
;// CONCATENATED MODULE: ./lib/adapters/system/clock.js
const systemClock = {
    now: () => Date.now(),
    sleep: (span, signal) => new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const wake = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', wake);
            resolve();
        };
        const timer = setTimeout(wake, Math.max(0, span));
        signal?.addEventListener('abort', wake, { once: true });
    }),
};
//# sourceMappingURL=clock.js.map
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __nccwpck_require__(1591);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __nccwpck_require__(6761);
;// CONCATENATED MODULE: ./lib/adapters/system/files.js
/** The file system. A path that is not there is an answer (`stat`) or a problem (everything else), never an empty text. */




const systemFiles = {
    stat: async (path) => {
        try {
            const found = await (0,promises_.lstat)(path);
            return { kind: kindOf(found), bytes: found.size, mode: modeOf(found) };
        }
        catch (error) {
            const code = (0,errors/* codeOf */.$N)(error);
            if (code === 'ENOENT' || code === 'ENOTDIR')
                return undefined;
            throw unreadable(path, error);
        }
    },
    list: (path) => reading(path, async () => (await (0,promises_.readdir)(path)).sort(byCodeUnit)),
    readText: (path) => reading(path, () => (0,promises_.readFile)(path, 'utf8')),
    readLink: (path) => reading(path, () => (0,promises_.readlink)(path)),
    realPath: (path) => reading(path, () => (0,promises_.realpath)(path)),
    writeText: async (path, text) => {
        try {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,promises_.writeFile)(path, text);
        }
        catch (error) {
            throw new problem/* ActionError */.l({
                code: 'file-not-written',
                blame: 'you',
                what: `The file ${path} could not be written (${(0,errors/* codeOf */.$N)(error)}).`,
                hint: 'Check that the directory exists, is writable for this user and has space left.',
            }, { cause: error });
        }
    },
};
async function reading(path, read) {
    try {
        return await read();
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
const unreadable = (path, error) => new problem/* ActionError */.l({
    code: 'file-unreadable',
    blame: 'you',
    what: `${path} could not be read (${(0,errors/* codeOf */.$N)(error)}).`,
    hint: 'Check that it exists, that this user may read it, and that no other step changes it at the same time.',
}, { cause: error });
const byCodeUnit = (left, right) => (left < right ? -1 : left > right ? 1 : 0);
function kindOf(found) {
    if (found.isSymbolicLink())
        return 'symlink';
    if (found.isDirectory())
        return 'directory';
    return found.isFile() ? 'file' : 'other';
}
/** Windows has no permission bits: what Node answers there would make every file writable and none executable. */
function modeOf(found) {
    if (process.platform === 'win32')
        return found.isDirectory() ? 0o755 : 0o644;
    return found.mode & 0o7777;
}
//# sourceMappingURL=files.js.map
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __nccwpck_require__(3053);
;// CONCATENATED MODULE: ./lib/adapters/system/first-request.js
/** Tells when the first HTTP request of this process is on its way: from then on, waiting is what time is spent with. */

/** Node docs: "Diagnostics Channel", HTTP: "Emitted when client starts a request". */
const STARTED = 'http.client.request.start';
/** Calls back once: when the whole request is with the operating system, or has failed before. */
function onFirstRequest(callback) {
    let told = false;
    const tell = () => {
        if (told)
            return;
        told = true;
        callback();
    };
    const started = (message) => {
        (0,external_node_diagnostics_channel_.unsubscribe)(STARTED, started);
        const { request } = message;
        request.once('finish', tell).once('close', tell);
    };
    (0,external_node_diagnostics_channel_.subscribe)(STARTED, started);
}
//# sourceMappingURL=first-request.js.map
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(1692);
;// CONCATENATED MODULE: ./lib/adapters/system/http.js
/** One GET as `curl` would send it: over `HTTP_PROXY` and `HTTPS_PROXY` unless `NO_PROXY` names the host. */



function createHttp(env) {
    return { get: (request) => get(request, env) };
}
function get(request, env) {
    return new Promise((resolve) => {
        const stop = new AbortController();
        const end = (answer) => {
            clearTimeout(timer);
            request.signal?.removeEventListener('abort', cancel);
            resolve(answer);
            stop.abort();
        };
        const cancel = () => end({ kind: 'unanswered', because: 'the run was asked to stop' });
        const timer = setTimeout(() => end({ kind: 'unanswered', because: `there was no answer within ${request.timeout / 1_000} s` }), request.timeout);
        if (request.signal?.aborted)
            return cancel();
        request.signal?.addEventListener('abort', cancel, { once: true });
        const failed = (error) => end({ kind: 'unanswered', because: reasonOf(error) });
        try {
            send(new URL(request.url), env, stop.signal, (response) => read(response, request.limitBytes, end, failed), failed);
        }
        catch (error) {
            failed(error instanceof Error ? error : new Error(String(error)));
        }
    });
}
const reasonOf = (error) => 'code' in error ? `${error.message} (${String(error.code)})` : error.message;
function read(response, limitBytes, end, failed) {
    const parts = [];
    let bytes = 0;
    const done = () => end({
        kind: 'answered',
        status: response.statusCode ?? 0,
        body: Buffer.concat(parts).subarray(0, limitBytes).toString('utf8'),
    });
    response.on('data', (part) => {
        parts.push(part);
        bytes += part.length;
        if (bytes >= limitBytes)
            done();
    });
    response.on('end', done);
    response.on('error', failed);
}
function send(url, env, signal, answered, failed) {
    const headers = { 'user-agent': 'beanstalk-rollout', accept: '*/*', connection: 'close' };
    const proxy = proxyFor(url, env);
    if (proxy === undefined) {
        const request = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
        request(url, { agent: false, headers, signal }, answered).on('error', failed).end();
    }
    else if (url.protocol === 'http:') {
        // A proxy is given the whole address.
        const at = { host: proxy.hostname, port: proxy.port || 80, path: url.href, agent: false };
        (0,external_node_http_.request)({ ...at, headers: { ...headers, ...authorization(proxy), host: url.host }, signal }, answered)
            .on('error', failed)
            .end();
    }
    else {
        tunnel(url, proxy, headers, signal, answered, failed);
    }
}
function tunnel(url, proxy, headers, signal, answered, failed) {
    const to = `${url.hostname}:${url.port || 443}`;
    const at = { host: proxy.hostname, port: proxy.port || 80, method: 'CONNECT', path: to, agent: false };
    (0,external_node_http_.request)({ ...at, headers: { ...authorization(proxy), host: to }, signal })
        .on('connect', (response, socket) => {
        if (response.statusCode !== 200)
            return failed(new Error(`the proxy answered CONNECT with ${response.statusCode}`));
        const secure = (0,external_node_tls_.connect)({ socket, servername: url.hostname });
        secure.on('error', failed);
        (0,external_node_https_.request)(url, { createConnection: () => secure, agent: false, headers, signal }, answered)
            .on('error', failed)
            .end();
    })
        .on('error', failed)
        .end();
}
function authorization(proxy) {
    if (proxy.username === '')
        return {};
    const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
/** The proxy of a URL, by the variables that `curl` reads. */
function proxyFor(url, env) {
    const name = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    const text = env[name.toLowerCase()] ?? env[name] ?? '';
    if (text === '' || isDirect(url.hostname, env.no_proxy ?? env.NO_PROXY ?? ''))
        return undefined;
    const full = text.includes('://') ? text : `http://${text}`;
    return URL.canParse(full) ? new URL(full) : undefined;
}
/** `NO_PROXY`: names with everything below them, addresses, or `*`. */
function isDirect(host, exceptions) {
    const wanted = host.toLowerCase();
    return exceptions.split(',').some((part) => {
        const name = part
            .trim()
            .toLowerCase()
            .replace(/^\*?\./, '')
            .replace(/:\d+$/, '');
        return name === '*' || (name !== '' && (wanted === name || wanted.endsWith(`.${name}`)));
    });
}
//# sourceMappingURL=http.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/adapters/system/random.js
/** Randomness from the operating system. */

const systemRandom = {
    next: () => (0,external_node_crypto_.randomBytes)(4).readUInt32BE() / 2 ** 32,
    uuid: () => (0,external_node_crypto_.randomUUID)(),
};
//# sourceMappingURL=random.js.map
// EXTERNAL MODULE: ./lib/domain/secrets.js
var secrets = __nccwpck_require__(2965);
;// CONCATENATED MODULE: ./lib/wire.js
/** The composition root: the only place that knows which adapter stands behind which port. What is big is loaded late. */








/** For the user agent of AWS calls; the one of package.json, which a test checks. */
const VERSION = '0.1.0';
/** Credentials of the job that must not appear anywhere, not even in what the service says. */
const SECRET_VARIABLES = ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
/** Addresses that may hold a password, and are part of what a connection says when it fails. */
const ADDRESS_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'AWS_ENDPOINT_URL'];
const LAST_WORDS = 100;
function wire() {
    const runner = thisProcess();
    const host = createRunnerHost(runner);
    for (const name of SECRET_VARIABLES)
        host.mask(runner.env[name] ?? '');
    for (const name of ADDRESS_VARIABLES)
        for (const secret of (0,secrets/* passwordsIn */.g)(runner.env[name] ?? ''))
            host.mask(secret);
    // From here on there is time to load what telling needs.
    onFirstRequest(() => void host.flush());
    const connections = [];
    const parts = { clock: systemClock, random: systemRandom };
    return {
        ...parts,
        host,
        files: systemFiles,
        http: createHttp(runner.env),
        commands: createCommands(runner.env),
        archives: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(730), __nccwpck_require__.e(844)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8844))).zipArchives,
        connect: async (region, signal) => {
            const [{ createAwsClients }, { createBeanstalk }, { createBundleStore }, { createDocuments }, { createIdentity }, { createInstanceCommands },] = await Promise.all([
                __nccwpck_require__.e(/* import() */ 578).then(__nccwpck_require__.bind(__nccwpck_require__, 9578)),
                Promise.all(/* import() */[__nccwpck_require__.e(619), __nccwpck_require__.e(535)]).then(__nccwpck_require__.bind(__nccwpck_require__, 535)),
                Promise.all(/* import() */[__nccwpck_require__.e(619), __nccwpck_require__.e(682)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5682)),
                Promise.all(/* import() */[__nccwpck_require__.e(619), __nccwpck_require__.e(392)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9392)),
                __nccwpck_require__.e(/* import() */ 642).then(__nccwpck_require__.bind(__nccwpck_require__, 642)),
                __nccwpck_require__.e(/* import() */ 807).then(__nccwpck_require__.bind(__nccwpck_require__, 807)),
            ]);
            const clients = createAwsClients({ region, version: VERSION, env: runner.env });
            connections.push({
                calls: () => clients.beanstalkCalls.count + clients.storeCalls.count + clients.commandCalls.count,
                close: () => clients.close(),
            });
            const options = { ...parts, clients, signal };
            return {
                beanstalk: createBeanstalk({ ...options, patience: 'patient' }),
                watchBeanstalk: createBeanstalk({ ...options, patience: 'one-look' }),
                store: createBundleStore(options),
                documents: createDocuments(options),
                instanceCommands: createInstanceCommands(options),
                identity: createIdentity(clients),
                ...(clients.proxyGap === undefined ? {} : { gap: clients.proxyGap }),
            };
        },
        calls: () => connections.reduce((sum, connection) => sum + connection.calls(), 0),
        leave: (code) => {
            for (const connection of connections)
                connection.close();
            // Some platforms write to pipes in the background: the last lines get a moment.
            if (code !== undefined)
                void systemClock.sleep(LAST_WORDS).then(() => runner.exit(code));
        },
    };
}
//# sourceMappingURL=wire.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

//# sourceMappingURL=index.js.map