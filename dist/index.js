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

/***/ 9896:
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
/* harmony export */   aP: () => (/* binding */ fleetOf),
/* harmony export */   iE: () => (/* binding */ policyIn),
/* harmony export */   oW: () => (/* binding */ batchCount),
/* harmony export */   qK: () => (/* binding */ batchIn),
/* harmony export */   xj: () => (/* binding */ HEALTH_NAMESPACE)
/* harmony export */ });
/* unused harmony exports ENVIRONMENT_NAMESPACE, AUTO_SCALING_NAMESPACE, ROLLING_UPDATE_NAMESPACE, DEPLOYMENT_POLICIES, formatBatch */
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
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1796);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4651);
/** The action's entry for its main phase; the post phase comes here through `dist/post.js` (scripts/build.mjs). */


await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)((0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .wire */ .O)());
//# sourceMappingURL=index.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1796:
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
const REDEPLOY = 'deploy the previous version again';
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
                wayBack: `${REDEPLOY}; finished batches keep the new one`,
            };
        case 'RollingWithAdditionalBatch':
            return {
                ...nothing,
                course: [['opening', 1], ['launch', 1], ['register', 1], ...inBatches],
                lowest: size,
                extra: perBatch,
                extraShare: 1,
                sideBySide: true,
                wayBack: `${REDEPLOY}; finished batches keep the new one`,
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
        unset: change.restorePolicy ? wished.filter((_, at) => before[at] === undefined).map(keyOf) : [],
    };
}
const keyOf = ({ namespace, name, resource }) => resource === undefined ? { namespace, name } : { namespace, name, resource };
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
        ...deploying(together, target, policy, wish?.policy),
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
const refOf = (target) => ({
    id: target.environment.id,
    name: target.environment.name,
});
function settingUpdate(purpose, target, options, removeOptions, runningLabel) {
    const environment = refOf(target);
    return [
        { kind: 'update', environment, purpose, options, removeOptions },
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
function deploying(change, target, policy, shown) {
    const environment = refOf(target);
    const label = change.version === undefined ? {} : { versionLabel: change.version.label };
    return [
        {
            kind: 'update',
            environment,
            purpose: 'deploy',
            ...label,
            options: change.options,
            removeOptions: change.removeOptions,
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
        refuses,
        warns: (change, target) => definition.warns({ change, target, options }),
        steps: (change, target) => definition.steps({ change, target, options }),
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
            return cautions(policy.policy, policy.batch, change, target, move);
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
;// CONCATENATED MODULE: ./lib/inputs/migration-inputs.js
/** Inputs of aws-actions/aws-elasticbeanstalk-deploy that are accepted so that its workflows run unchanged; what differs is said. */

const MIGRATION_INPUTS = {
    'use-existing-application-version-if-available': optional(flag, {
        help: '`true` means `on-label-conflict: reuse`, `false` means `on-label-conflict: fail`; without it a label that exists with other content is never deployed by mistake.',
        aws: true,
    }),
    'create-environment-if-not-exists': withDefault(flag, 'false', {
        help: 'Accepted; environments are not created in this release, and a missing one is a problem.',
        aws: true,
    }),
    'create-application-if-not-exists': withDefault(flag, 'false', {
        help: 'Accepted; applications are not created in this release, and a missing one is a problem.',
        aws: true,
    }),
    'create-s3-bucket-if-not-exists': withDefault(flag, 'true', {
        help: 'Accepted; Elastic Beanstalk itself provides its bucket when it is missing, and a bucket of your own must exist.',
        aws: true,
    }),
    'cname-prefix': optional(input_text('4 to 63 letters, digits and hyphens', { pattern: /^[A-Za-z0-9-]{4,63}$/, because: 'is not a CNAME prefix' }), {
        help: 'Accepted without effect: the CNAME is chosen when an environment is created.',
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
    'on-failure': withDefault(choice(['abort', 'none', 'rollback']), 'abort', {
        help: 'When the rollout has failed and the update still runs: abort it, or leave it alone (`rollback` is not available in this release).',
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
// EXTERNAL MODULE: ./lib/operations/index.js
var operations = __nccwpck_require__(8658);
;// CONCATENATED MODULE: ./lib/inputs/target-inputs.js
/** Inputs that say what is done, where, and under which strategy. */



/** `us-gov-west-1`, `mx-central-1`, `cn-north-1`: no list of prefixes, so that a new region needs no release. */
const REGION = { pattern: /^[a-z]{2,}(-[a-z]+)+-\d+$/, because: 'does not look like a region such as eu-west-1' };
/** AWS API reference, CreateEnvironment: EnvironmentName. */
const ENVIRONMENT = {
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
    'environment-name': required(input_text('the name of an environment', ENVIRONMENT), {
        help: 'Elastic Beanstalk environment to deploy to; it must exist.',
        aws: true,
    }),
    operation: withDefault(choice(operations/* OPERATION_NAMES */.d), 'deploy', {
        help: `What to do. ${Object.entries(operations/* OPERATIONS */.x)
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
        help: 'Accepted when it is what the environment runs on already; moving an environment to another platform is not part of this release.',
        aws: true,
    }),
    'platform-arn': optional(input_text('the ARN of a platform version'), {
        help: 'Accepted when it is what the environment runs on already; moving an environment to another platform is not part of this release.',
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
        help: 'Sentence for the description of the version.',
    }),
};
//# sourceMappingURL=version-inputs.js.map
;// CONCATENATED MODULE: ./lib/inputs/declarations.js





const COMMON_INPUTS = {
    ...TARGET_INPUTS,
    ...VERSION_INPUTS,
    ...CONFIGURATION_INPUTS,
    ...PROOF_INPUTS,
    ...ENDING_INPUTS,
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
    { title: 'Configuration', inputs: CONFIGURATION_INPUTS },
    { title: 'What counts as success', inputs: PROOF_INPUTS },
    { title: 'Limits and endings', inputs: ENDING_INPUTS },
    { title: "Accepted from AWS's own action", inputs: MIGRATION_INPUTS },
];
const INPUT_NAMES = INPUT_GROUPS.flatMap(({ inputs }) => Object.keys(inputs));
//# sourceMappingURL=declarations.js.map
;// CONCATENATED MODULE: ./lib/inputs/contradictions.js





function contradictions(situation) {
    return [
        ...otherStrategies(situation),
        ...policyTwice(situation),
        ...variablesTwice(situation),
        ...timeouts(situation),
        ...health(situation),
        ...notWaiting(situation),
        ...labelConflict(situation),
        ...packaging(situation),
        ...notYet(situation),
    ];
}
/** Defaults of strategy inputs are never written to `action.yml`, so a text here was really given. */
function otherStrategies({ values, lookUp }) {
    const { strategy } = values;
    if (strategy === undefined)
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
function notYet({ values }) {
    return values['on-failure'] === 'rollback'
        ? [
            {
                code: 'not-available',
                blame: 'you',
                what: '`on-failure: rollback` is not available in this release.',
                hint: 'Use `abort`; with `immutable` and `traffic-splitting` Elastic Beanstalk itself keeps the old instances.',
                input: 'on-failure',
            },
        ]
        : [];
}
//# sourceMappingURL=contradictions.js.map
;// CONCATENATED MODULE: ./lib/inputs/notices.js
function notices(values) {
    const reuse = values['use-existing-application-version-if-available'];
    const without = ['max-retries', 'retry-delay', 'cname-prefix'].filter((name) => values[name] !== undefined);
    const ignored = ['mask-resource-identifiers', 'verbose-logging'].filter((name) => values[name]);
    const creating = ['create-environment-if-not-exists', 'create-application-if-not-exists'].filter((name) => values[name]);
    return [
        ...[...without, ...ignored].map((name) => `\`${name}\` has no effect here.`),
        ...creating.map((name) => `\`${name}: true\` has no effect in this release: what is missing is reported, not created.`),
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
function buildSettings({ values, strategy, allStrategies, options, bundle, commit }) {
    const stack = values['solution-stack-name'];
    const arn = values['platform-arn'];
    return {
        operation: values.operation,
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
        comment: values.comment,
        ...given('bucket', values['s3-bucket-name']),
        options,
        environmentVariables: values['environment-variables'] ?? { set: {}, remove: [] },
        ...(stack === undefined && arn === undefined
            ? {}
            : { platform: { ...given('solutionStack', stack), ...given('arn', arn) } }),
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
    const common = readInputs(COMMON_INPUTS, lookUp);
    const values = common.values;
    const strategies = readStrategies(values.strategy, lookUp);
    const options = await readOptions(values['option-settings'], files, host.run.workspace);
    maskSecrets(host, values, options.options);
    const bundle = await readBundleSource(values, files, host.run.workspace, lookUp);
    const problems = [
        ...unknownInputs(host.givenInputs()),
        ...[...common.failures, ...strategies.failures].map(problemOf),
        ...options.problems,
        ...bundle.problems,
        ...contradictions({ values, options: options.options, lookUp, source: bundle.source }),
    ];
    const { chosen } = strategies;
    if (problems.length > 0 || chosen === undefined)
        return { kind: 'refused', problems };
    const settings = buildSettings({
        values: common.values,
        strategy: chosen,
        allStrategies: strategies.all,
        options: options.options,
        ...(bundle.source === undefined ? {} : { bundle: bundle.source }),
        ...(host.run.commit === undefined ? {} : { commit: host.run.commit }),
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
    const environment = await beanstalk.environmentNamed(request.application, request.environmentName);
    if (environment === undefined)
        return { kind: 'refused', problems: [await whyMissing(request, ports)] };
    const label = environment.versionLabel;
    const wished = request.versionLabel;
    const [target, previousVersion, version] = await Promise.all([
        observeEnvironment(environment, beanstalk),
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
        return noEnvironment(`The application ${application} has no environment ${environmentName} in ${region}.`, `It has ${nearestFirst(environmentName, siblings)}; environments are not created in this release.`);
    }
    const caller = await identity.caller();
    const whose = caller === undefined ? '' : ` (the credentials are those of ${caller.arn})`;
    if (exists) {
        return noEnvironment(`The application ${application} shows no environment at all in ${region}${whose}.`, 'Create the environment first; when it exists, allow elasticbeanstalk:DescribeEnvironments for it: Elastic Beanstalk answers an empty list without that permission.');
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
        environmentId: plan.environment.id,
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
                environment = await beanstalk.environment(stopped.environmentId);
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
            return { ...step, options: shownOptions(step.options) };
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
    ];
}
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
/** Name to value, as declared in `domain/outputs.ts`. */
function outputsOf(record) {
    const { outcome, plan, snapshot, view } = record;
    const before = snapshot?.target.environment;
    const health = view?.health ?? before?.health;
    return {
        'environment-url': before?.cname ?? '',
        'environment-id': before?.id ?? '',
        'environment-status': view?.status ?? before?.status ?? '',
        'environment-health': health === undefined ? '' : outputs_isColor(health) ? health : (0,domain_environment/* colorOf */.HN)(health),
        'deployment-action-type': before === undefined ? '' : 'update',
        'version-label': plan?.versionLabel ?? before?.versionLabel ?? '',
        outcome: outcome.state,
        'outcome-reason': foreignText(outcome.reason, REASON_LIMIT),
        restored: outcome.restored,
        'previous-version-label': before?.versionLabel ?? '',
        'deployment-id': highestDeploymentId(record),
        'bundle-sha256': bundleHash(plan),
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
function compose(record, run, mostInstances, mostEvents) {
    const { outcome } = record;
    const parts = [
        `## ${summary_MARKS[outcome.state]} Beanstalk Rollout`,
        foreignMarkdown(outcome.reason, 1_000),
        problems(record),
        facts(record),
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
const PATIENCE_AFTER_CANCEL = (0,time/* seconds */.YA)(6.3);
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
    try {
        const asked = await read(outside.host, outside.files);
        if (asked.kind === 'refused')
            return refuse(report, asked.problems);
        const { settings } = asked;
        report.learn({ settings });
        for (const text of asked.notices)
            report.say({ type: 'notice', text });
        const cloud = await outside.connect(settings.region, cancel);
        if (cloud.gap !== undefined)
            report.say({ type: 'notice', text: cloud.gap });
        const seen = await look(settings, outside, cloud, report, cancel);
        if (seen.kind === 'cancelled')
            return (0,endings/* cancelledEarly */.Vh)();
        if (seen.kind === 'refused')
            return refuse(report, seen.problems);
        report.learn({ snapshot: seen.snapshot });
        const { prepare } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(298), __nccwpck_require__.e(953)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8953));
        const made = await prepare({ settings, snapshot: seen.snapshot, outside, cloud, say: report.say });
        if (made.kind === 'refused')
            return refuse(report, made.problems, settings.dryRun ? made.comparison : undefined);
        report.learn({ plan: made.plan });
        if (settings.dryRun)
            return (0,endings/* planned */.lM)(made.plan);
        if (cancel.aborted)
            return (0,endings/* cancelledEarly */.Vh)();
        saveForPost(outside, report);
        const { rollOut } = await Promise.all(/* import() */[__nccwpck_require__.e(576), __nccwpck_require__.e(472)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4472));
        const ports = { ...outside, ...cloud };
        return await rollOut({ plan: made.plan, snapshot: seen.snapshot, settings, ports, say: report.say, cancel });
    }
    catch (error) {
        if (cancel.aborted && report.known.plan === undefined)
            return (0,endings/* cancelledEarly */.Vh)();
        return unexpected(outside, error);
    }
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
/** Looks at the environment; a busy one is waited for and looked at again, because a plan needs a settled state. */
async function look(settings, outside, cloud, report, cancel) {
    const { application, environmentName, region } = settings;
    const { say } = report;
    const again = () => observe({ application, environmentName, region }, { ...outside, ...cloud });
    const first = await again();
    if (first.kind === 'refused' || first.snapshot.target.environment.status === 'Ready' || settings.dryRun)
        return first;
    report.learn({ snapshot: first.snapshot });
    const { observeSettled } = await Promise.all(/* import() */[__nccwpck_require__.e(576), __nccwpck_require__.e(674)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9674));
    const { clock } = outside;
    return observeSettled({ settings, snapshot: first.snapshot, observe: again, cloud, clock, say, cancel });
}
/** `comparison`: shown with the refusal of a dry run, so that another strategy can be chosen. */
function refuse(report, problems, comparison) {
    report.learn({ problems, ...(comparison === undefined ? {} : { comparison }) });
    return (0,endings/* refused */.J5)(problems);
}
/** The ending when something hangs although the runner has asked to stop. Never comes otherwise. */
async function unanswered({ clock }, report, cancel) {
    await new Promise((resolve) => cancel.addEventListener('abort', () => resolve(), { once: true }));
    await clock.sleep(report.known.plan === undefined ? PATIENCE_BEFORE_ROLLOUT : PATIENCE_AFTER_CANCEL);
    const { plan: begun } = report.known;
    return begun === undefined ? (0,endings/* cancelledEarly */.Vh)() : (0,endings/* cancelledUnanswered */.If)(begun.environment.name);
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 5663:
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
    const unchanged = whyUnchanged(change, settings, target);
    const { environment } = target;
    return {
        kind: 'plan',
        plan: {
            operation: 'deploy',
            strategy: strategy.name,
            environment: { id: environment.id, name: environment.name },
            application: settings.application,
            ...(version === undefined ? {} : { versionLabel: version.label }),
            steps: unchanged === undefined ? strategy.steps(change, target) : [],
            forecast: strategy.forecast(change, target),
            comparison,
            warnings: unchanged === undefined ? warningsOf(request, change) : target.blindSpots,
            timeout: settings.timeout ?? timeoutOf(settings, change, snapshot),
            ...(unchanged === undefined ? {} : { unchanged: unchanged.reason, unchangedProof: unchanged.proof }),
        },
    };
}
/** Every reason against a deployment that can be told without its bundle. */
function refuseDeploy({ settings, snapshot, validation }) {
    return [
        ...settings.strategy.refuses(snapshot.target),
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

/***/ 8658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ OPERATION_NAMES),
/* harmony export */   x: () => (/* binding */ OPERATIONS)
/* harmony export */ });
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5663);
/** The registry of operations: one line each; the values of the input `operation` follow from it. */

const OPERATIONS = {
    deploy: {
        summary: 'bring a version, or changed options, to an environment that exists',
        refuses: _deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseDeploy */ .c0,
        plan: _deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .planDeploy */ .bJ,
    },
};
const isOperationName = (name) => Object.hasOwn(OPERATIONS, name);
const OPERATION_NAMES = Object.keys(OPERATIONS).filter(isOperationName);
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 4651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ wire)
});

// UNUSED EXPORTS: VERSION

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
        loadToolkit: () => __nccwpck_require__.e(/* import() */ 421).then(__nccwpck_require__.bind(__nccwpck_require__, 6421)),
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
        archives: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(730), __nccwpck_require__.e(844)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8844))).zipArchives,
        connect: async (region, signal) => {
            const [{ createAwsClients }, { createBeanstalk }, { createBundleStore }, { createIdentity }] = await Promise.all([
                __nccwpck_require__.e(/* import() */ 578).then(__nccwpck_require__.bind(__nccwpck_require__, 9578)),
                Promise.all(/* import() */[__nccwpck_require__.e(366), __nccwpck_require__.e(32)]).then(__nccwpck_require__.bind(__nccwpck_require__, 32)),
                Promise.all(/* import() */[__nccwpck_require__.e(366), __nccwpck_require__.e(682)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5682)),
                __nccwpck_require__.e(/* import() */ 642).then(__nccwpck_require__.bind(__nccwpck_require__, 642)),
            ]);
            const clients = createAwsClients({ region, version: VERSION, env: runner.env });
            connections.push({
                calls: () => clients.beanstalkCalls.count + clients.storeCalls.count,
                close: () => clients.close(),
            });
            const options = { ...parts, clients, signal };
            return {
                beanstalk: createBeanstalk({ ...options, patience: 'patient' }),
                watchBeanstalk: createBeanstalk({ ...options, patience: 'one-look' }),
                store: createBundleStore(options),
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