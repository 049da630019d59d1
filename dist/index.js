import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 21916:
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

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
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

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
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

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 7775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ onDemand)
/* harmony export */ });
/** Ports that most runs ask late or never: their code is loaded with the first question, not before the first API call. */
/** Stands for the port that `load` makes, once. `names`: all that can be asked of it. Each throws what `load` has thrown. */
function onDemand(names, load) {
    let loading;
    const ask = (name) => async (...given) => {
        loading ??= load();
        const port = await loading;
        return port[name](...given);
    };
    // All members are there, by the type of `names`, and each has the type of the member that it asks: hence the casts.
    return Object.fromEntries(Object.keys(names).map((name) => [name, ask(name)]));
}
//# sourceMappingURL=on-demand.js.map

/***/ }),

/***/ 66761:
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

/***/ 16046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ acceptedOn),
/* harmony export */   YN: () => (/* binding */ healthIn),
/* harmony export */   gb: () => (/* binding */ shownHealth),
/* harmony export */   xn: () => (/* binding */ tasteOfHealth)
/* harmony export */ });
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(39505);
/** Whether one sight of an environment's health is what the user accepts. Pure; how long it must last is judged elsewhere. */

/** `unclear`: grey, or a status that says nothing. `compared`: for `not-worse`, the health to compare with. */
/**
 * Cluster environments are Grey while nobody asks them, and always without a load balancer: that is no failure (AWS guide,
 * health of Beanstalk Cluster environments).
 */
const acceptedOn = (tier, accepted) => tier !== 'Cluster' || accepted.kind === 'any' ? accepted : { ...accepted, greyIsIdle: true };
function tasteOfHealth(accepted, seen, compared) {
    if (accepted.kind !== 'any' && accepted.greyIsIdle === true && seen.health === 'Grey')
        return 'good';
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
/** Info follows every good update for about a minute and a half (observed), so it is never worse than Ok. */
function notWorse(seen, compared) {
    if (seen.healthStatus === 'Ok' || seen.healthStatus === 'Info')
        return 'good';
    const worse = seen.healthStatus !== undefined && compared?.healthStatus !== undefined
        ? (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .isWorse */ .Bx)(seen.healthStatus, compared.healthStatus)
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

/***/ }),

/***/ 88705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ isMeant),
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   FI: () => (/* binding */ touched),
/* harmony export */   R1: () => (/* binding */ differing),
/* harmony export */   _p: () => (/* binding */ raisesDeploymentId),
/* harmony export */   el: () => (/* binding */ sameKey),
/* harmony export */   sU: () => (/* binding */ changesInstances),
/* harmony export */   y4: () => (/* binding */ replacesInstances)
/* harmony export */ });
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(85360);

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
/**
 * Whether a deployed setting is the one that is meant. The service names a resource with many options, for example
 * `AWSEBAutoScalingLaunchConfiguration` (AWS API reference, ConfigurationOptionSetting: ResourceName); who asks for one
 * hardly ever does.
 */
const isMeant = (wished, deployed) => wished.resource === undefined
    ? wished.namespace === deployed.namespace && wished.name === deployed.name
    : sameKey(wished, deployed);
/** Only environment properties are sure to be a deployment of their own to every instance, and so to raise its id. */
const raisesDeploymentId = (change) => change.version !== undefined || touched(change).some((key) => PROPERTY_NAMESPACES.includes(key.namespace));
/** Those of `wished` that are not deployed with that very value. */
function differing(wished, deployed) {
    return wished.filter((one) => !deployed.some((other) => isMeant(one, other) && one.value === other.value));
}
/** Those of `wished` that exist now. */
function present(wished, deployed) {
    return wished.filter((one) => deployed.some((other) => isMeant(one, other)));
}
//# sourceMappingURL=changes.js.map

/***/ }),

/***/ 92466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A1: () => (/* binding */ subnetSet),
/* harmony export */   DF: () => (/* binding */ variablesIn),
/* harmony export */   DV: () => (/* binding */ weakProof),
/* harmony export */   Ev: () => (/* binding */ EKS_ENVIRONMENT_NAMESPACE),
/* harmony export */   Ix: () => (/* binding */ EKS_ROLLING_NAMESPACE),
/* harmony export */   JU: () => (/* binding */ isCluster),
/* harmony export */   OW: () => (/* binding */ isClusterNamespace),
/* harmony export */   Tu: () => (/* binding */ CLUSTER_ROLES),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   dz: () => (/* binding */ schemeOf),
/* harmony export */   ed: () => (/* binding */ CLUSTER_NAMESPACES),
/* harmony export */   es: () => (/* binding */ ENVIRONMENT_VARIABLES),
/* harmony export */   gM: () => (/* binding */ IMMUTABLE_OPTIONS),
/* harmony export */   gP: () => (/* binding */ EKS_DEPLOYMENT_NAMESPACE),
/* harmony export */   gT: () => (/* binding */ MAX_UNAVAILABLE),
/* harmony export */   i$: () => (/* binding */ DEPLOYMENT_STRATEGY),
/* harmony export */   jN: () => (/* binding */ podShape),
/* harmony export */   kR: () => (/* binding */ EKS_SCALING_NAMESPACE),
/* harmony export */   uk: () => (/* binding */ MAX_SURGE),
/* harmony export */   v1: () => (/* binding */ SUBNETS),
/* harmony export */   zx: () => (/* binding */ LOAD_BALANCER_TYPE)
/* harmony export */ });
/* unused harmony exports EKS_NAMESPACE, CLUSTER_ROLE, NODE_ROLE, OBSERVABILITY_ROLE */
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(39505);
/** Beanstalk Cluster: environments on Amazon EKS, as their options describe them (AWS guide, "General options for Beanstalk Cluster environments"). */

const EKS_NAMESPACE = 'aws:elasticbeanstalk:eks';
const EKS_ENVIRONMENT_NAMESPACE = 'aws:elasticbeanstalk:eks:environment';
const EKS_DEPLOYMENT_NAMESPACE = 'aws:elasticbeanstalk:eks:environment:deployment';
const EKS_ROLLING_NAMESPACE = 'aws:elasticbeanstalk:eks:environment:deployment:strategy:rolling';
const EKS_SCALING_NAMESPACE = 'aws:elasticbeanstalk:eks:environment:autoscaling';
const EKS_READINESS_NAMESPACE = 'aws:elasticbeanstalk:eks:environment:readiness-probe';
/** All that a Cluster environment takes; any other namespace is an InvalidParameterValueException. */
const CLUSTER_NAMESPACES = [
    EKS_NAMESPACE,
    EKS_ENVIRONMENT_NAMESPACE,
    EKS_DEPLOYMENT_NAMESPACE,
    EKS_ROLLING_NAMESPACE,
    EKS_SCALING_NAMESPACE,
    `${EKS_SCALING_NAMESPACE}:trigger`,
    `${EKS_SCALING_NAMESPACE}:behavior`,
    EKS_READINESS_NAMESPACE,
    `${EKS_ENVIRONMENT_NAMESPACE}:liveness-probe`,
    `${EKS_ENVIRONMENT_NAMESPACE}:startup-probe`,
    `${EKS_NAMESPACE}:alb`,
    `${EKS_NAMESPACE}:observability`,
];
const isClusterNamespace = (namespace) => CLUSTER_NAMESPACES.includes(namespace);
const key = (namespace, name) => ({ namespace, name });
const CLUSTER_ROLE = key(EKS_NAMESPACE, 'cluster-role');
const NODE_ROLE = key(EKS_NAMESPACE, 'node-role');
const OBSERVABILITY_ROLE = key(EKS_ENVIRONMENT_NAMESPACE, 'observability-role');
/** Needed for every Cluster environment, and the same for all of them on one cluster. */
const CLUSTER_ROLES = [CLUSTER_ROLE, NODE_ROLE, OBSERVABILITY_ROLE];
/** Decides the cluster: environments with the same set of subnets share one, whatever their order. */
const SUBNETS = key(EKS_ENVIRONMENT_NAMESPACE, 'subnets');
/** Fixed when the environment is created (AWS guide). */
const IMMUTABLE_OPTIONS = [...CLUSTER_ROLES, SUBNETS];
const ENVIRONMENT_VARIABLES = key(EKS_ENVIRONMENT_NAMESPACE, 'env-variables');
const LOAD_BALANCER_TYPE = key(EKS_ENVIRONMENT_NAMESPACE, 'load-balancer-type');
const DEPLOYMENT_STRATEGY = key(EKS_DEPLOYMENT_NAMESPACE, 'strategy');
const MAX_SURGE = key(EKS_ROLLING_NAMESPACE, 'max-surge');
const MAX_UNAVAILABLE = key(EKS_ROLLING_NAMESPACE, 'max-unavailable');
/** The service compares the values of its options without their capitals nowhere: they are taken as they are written. */
function podShape(options) {
    const read = ({ namespace, name }, otherwise) => {
        const value = (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, namespace, name)?.trim();
        return value === undefined || value === '' ? otherwise : value;
    };
    const count = (name, otherwise) => {
        const value = Number(read(key(EKS_SCALING_NAMESPACE, name), String(otherwise)));
        return Number.isInteger(value) && value > 0 ? value : otherwise;
    };
    const minReplicas = count('min-replica', 1);
    return {
        strategy: read(DEPLOYMENT_STRATEGY, 'RollingUpdate') === 'Recreate' ? 'Recreate' : 'RollingUpdate',
        maxSurge: read(MAX_SURGE, '1'),
        maxUnavailable: read(MAX_UNAVAILABLE, '0'),
        minReplicas,
        maxReplicas: Math.max(count('max-replica', 10), minReplicas),
        hasReadinessProbe: read(key(EKS_READINESS_NAMESPACE, 'enabled'), 'false').toLowerCase() === 'true',
        hasLoadBalancer: read(LOAD_BALANCER_TYPE, 'ALB') !== 'None',
    };
}
const isCluster = ({ environment }) => environment.tier === 'Cluster';
/** Cluster environments answer over HTTPS only: port 80 is closed (AWS guide). */
const schemeOf = (tier) => (tier === 'Cluster' ? 'https' : 'http');
/** Address of a request to a host; `secure`: of a Cluster environment. */
const addressOf = (host, { path, secure }) => `${secure === true ? 'https' : 'http'}://${host}${path}`;
/** A list of subnets as a set: their order says nothing. */
const subnetSet = (value) => (value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .sort()
    .join(',');
/** The variables of the application, which are one option, a JSON object; `undefined` when it is none. */
function variablesIn(options) {
    const text = (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, ENVIRONMENT_VARIABLES.namespace, ENVIRONMENT_VARIABLES.name)?.trim();
    if (text === undefined || text === '')
        return {};
    try {
        const found = JSON.parse(text);
        return typeof found === 'object' && found !== null && !Array.isArray(found)
            ? found
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** Why the proof of an update of pods is weaker than one by instances. */
function weakProof({ hasReadinessProbe, hasLoadBalancer }) {
    return [
        ...(hasReadinessProbe
            ? []
            : [
                'The readiness probe is off (readiness-probe enabled=false): a pod counts as ready as soon as its container runs, so a broken image that starts passes the rollout. Nothing proves that the application answers.',
            ]),
        ...(hasLoadBalancer
            ? []
            : [
                'The environment has no load balancer (load-balancer-type=None): its health is always Grey and proves nothing.',
            ]),
    ];
}
//# sourceMappingURL=cluster.js.map

/***/ }),

/***/ 45184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ goesOnUnheard),
/* harmony export */   If: () => (/* binding */ cancelledUnanswered),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Vh: () => (/* binding */ cancelledEarly),
/* harmony export */   lM: () => (/* binding */ planned),
/* harmony export */   mw: () => (/* binding */ broken)
/* harmony export */ });
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(11591);

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
function cancelledUnanswered(inHand) {
    return {
        ...BARE,
        state: 'cancelled',
        reason: 'Stopped on request; the service did not answer in time to say what has become of the update.',
        restored: 'no',
        stillRunning: [goesOnUnheard(inHand, 'running or being aborted')],
    };
}
/** A sentence about what may go on in the account by itself. */
function goesOnUnheard({ environmentName, step }, how = 'running') {
    if (step?.kind === 'swap')
        return `The swap of CNAMEs from ${step.from.name} to ${step.to.name} may still take place.`;
    if (step !== undefined && 'canary' in step) {
        return `${step.canary.name} may still get a share of the requests, or keep one: run the job with \`operation: abort\`.`;
    }
    const name = step !== undefined && 'environment' in step ? step.environment.name : environmentName;
    if (step?.kind === 'terminate' || (step?.kind === 'retire' && step.how === 'terminate')) {
        return `The termination of ${name} may still be under way.`;
    }
    if (step?.kind === 'create' || step?.kind === 'create-environment') {
        return `The creation of ${name} may still be under way.`;
    }
    return `An update of ${name} may still be ${how}.`;
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

/***/ 39505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   HN: () => (/* binding */ colorOf),
/* harmony export */   L7: () => (/* binding */ shows),
/* harmony export */   TN: () => (/* binding */ optionValue),
/* harmony export */   _b: () => (/* binding */ isFromBefore),
/* harmony export */   gT: () => (/* binding */ HEALTH_COLORS),
/* harmony export */   hK: () => (/* binding */ holdsCname),
/* harmony export */   i9: () => (/* binding */ HEALTH_STATUSES),
/* harmony export */   it: () => (/* binding */ LABEL_LAG)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73071);
/** An Elastic Beanstalk environment as the service describes it, and what its states and colours mean. */

/** Ready, yet still the old label: AWS's own deploy action allows 30 s before it speaks of a rollback. */
const LABEL_LAG = (0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA)(60);
const HEALTH_COLORS = ['Green', 'Yellow', 'Red', 'Grey'];
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
/** Whether this label is what it shows; without a label nobody has asked for one. */
const shows = ({ versionLabel }, label) => label !== undefined && label === versionLabel;
/** Whether users reach it by this CNAME; names of DNS have no case. */
const holdsCname = (environment, cname) => environment?.cname?.toLowerCase() === cname.toLowerCase();
/**
 * Whether an answer is older than one that is known: DateUpdated moves on with every operation (observed), and answers of
 * the service may go back in time.
 */
const isFromBefore = (seen, known) => seen?.dateUpdated !== undefined &&
    known?.dateUpdated !== undefined &&
    seen.id === known.id &&
    seen.dateUpdated < known.dateUpdated;
function optionValue(options, namespace, name) {
    return options.find((option) => option.namespace === namespace && option.name === name)?.value;
}
//# sourceMappingURL=environment.js.map

/***/ }),

/***/ 85360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ instancesPerBatch),
/* harmony export */   G2: () => (/* binding */ PROPERTIES_NAMESPACE),
/* harmony export */   QI: () => (/* binding */ ENVIRONMENT_NAMESPACE),
/* harmony export */   Uw: () => (/* binding */ ROLLING_UPDATE_NAMESPACE),
/* harmony export */   X$: () => (/* binding */ DEPLOYMENT_POLICIES),
/* harmony export */   aP: () => (/* binding */ fleetOf),
/* harmony export */   cp: () => (/* binding */ AUTO_SCALING_NAMESPACE),
/* harmony export */   iE: () => (/* binding */ policyIn),
/* harmony export */   oW: () => (/* binding */ batchCount),
/* harmony export */   qK: () => (/* binding */ batchIn),
/* harmony export */   w_: () => (/* binding */ formatBatch),
/* harmony export */   xj: () => (/* binding */ HEALTH_NAMESPACE)
/* harmony export */ });
/* harmony import */ var _cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(92466);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(39505);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3775);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73071);
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
    const read = (namespace, name) => (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(options, namespace, name);
    const single = read(ENVIRONMENT_NAMESPACE, 'EnvironmentType') === 'SingleInstance';
    const worker = target.environment.tier === 'Worker';
    const cluster = target.environment.tier === 'Cluster';
    const pods = (0,_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .podShape */ .jN)(options);
    const minSize = cluster ? pods.minReplicas : single ? 1 : numberOr(read(AUTO_SCALING_NAMESPACE, 'MinSize'), 1);
    // Without the permission for one of the two its list is empty, and so is the list of an environment without instances:
    // both count only as far as Auto Scaling may really have none.
    const seen = Math.max(target.instances?.instances.length ?? 0, target.instanceIds.length);
    const counted = seen > 0 || (target.instances !== undefined && minSize === 0);
    const enhanced = !cluster && (read(HEALTH_NAMESPACE, 'SystemType') === 'enhanced' || target.instances !== undefined);
    const ids = (target.instances?.instances ?? []).flatMap((one) => one.deployment?.id ?? []);
    const sick = sicknessOf(target, read(HEALTH_NAMESPACE, 'HealthCheckSuccessThreshold'));
    return {
        size: counted ? seen : minSize,
        counted,
        minSize,
        maxSize: cluster
            ? pods.maxReplicas
            : single
                ? 1
                : numberOr(read(AUTO_SCALING_NAMESPACE, 'MaxSize'), Math.max(4, minSize)),
        singleInstance: single,
        worker,
        cluster,
        loadBalancer: cluster
            ? pods.hasLoadBalancer
                ? 'application'
                : 'none'
            : single || worker
                ? 'none'
                : loadBalancerOf(read(ENVIRONMENT_NAMESPACE, 'LoadBalancerType')),
        enhancedHealth: enhanced,
        policy: policyIn(options),
        batch: batchIn(options),
        commandTimeout: (0,_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(numberOr(read(_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMAND_NAMESPACE */ .K, 'Timeout'), 600)),
        ignoresHealth: read(_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMAND_NAMESPACE */ .K, 'IgnoreHealthCheck') === 'true',
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
    const value = (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(options, _strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMAND_NAMESPACE */ .K, 'DeploymentPolicy');
    return DEPLOYMENT_POLICIES.find((policy) => policy === value) ?? 'AllAtOnce';
}
/** The service's default is all instances at once: 100 %. */
function batchIn(options) {
    const size = numberOr((0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(options, _strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMAND_NAMESPACE */ .K, 'BatchSize'), 100);
    return (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(options, _strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMAND_NAMESPACE */ .K, 'BatchSizeType') === 'Fixed'
        ? { kind: 'count', count: size }
        : { kind: 'percent', percent: size };
}
function rollingUpdatesOf(options) {
    if ((0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(options, ROLLING_UPDATE_NAMESPACE, 'RollingUpdateEnabled') !== 'true')
        return 'Disabled';
    const type = (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(options, ROLLING_UPDATE_NAMESPACE, 'RollingUpdateType');
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
    if (healthStatus !== undefined && (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .isWorse */ .Bx)(healthStatus, passing) === true)
        return `its health is ${healthStatus}`;
    const instances = target.instances?.instances ?? [];
    const sick = instances.filter((one) => (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .isWorse */ .Bx)(one.status, passing) === true);
    if (sick.length > 0)
        return `${sick.length} of ${instances.length} instances are ${sick[0]?.status ?? 'sick'} or worse`;
    const colourOnly = healthStatus === undefined && target.instances === undefined;
    return colourOnly && (health === 'Red' || health === 'Yellow') ? `its health is ${health}` : undefined;
}
//# sourceMappingURL=fleet.js.map

/***/ }),

/***/ 11129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 82726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K6: () => (/* binding */ refuseFixedHosts),
/* harmony export */   Ob: () => (/* binding */ judgeRouting),
/* harmony export */   pT: () => (/* binding */ sharedBalancerOf)
/* harmony export */ });
/* unused harmony exports hostFits, whyElsewhere */
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(39505);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11129);
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

/***/ 26321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   gO: () => (/* binding */ ecrRegistry),
/* harmony export */   tO: () => (/* binding */ imageName),
/* harmony export */   zZ: () => (/* binding */ parseImage)
/* harmony export */ });
/** References of container images, as `docker pull` takes them. */
const HUB = 'docker.io';
/** OCI distribution specification, "Pulling manifests": the grammars of names and tags. */
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\d{1,5})?$/;
/** Answers a clause that continues "`docker-image` is "x", which …" when it is no reference. */
function parseImage(text) {
    const [named = '', digest, ...more] = text.split('@');
    if (more.length > 0)
        return { because: 'has more than one `@`' };
    if (digest !== undefined && !DIGEST.test(digest))
        return { because: 'has a digest that is not `sha256:` and 64 digits' };
    const { registry, rest } = splitRegistry(named);
    if (!HOST.test(registry))
        return { because: 'names a registry that is no host name' };
    const colon = rest.lastIndexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    if (tag !== undefined && !TAG.test(tag))
        return { because: 'has a tag that no registry takes' };
    const repository = registry === HUB && !path.includes('/') ? `library/${path}` : path;
    if (repository.length > 255 || !repository.split('/').every((part) => COMPONENT.test(part))) {
        return {
            because: 'is not of the form `registry/repository:tag` (small letters, digits, and `.`, `_`, `-` between them)',
        };
    }
    const shown = tag ?? (digest === undefined ? 'latest' : undefined);
    return {
        image: {
            registry,
            repository,
            ...(shown === undefined ? {} : { tag: shown }),
            ...(digest === undefined ? {} : { digest }),
        },
    };
}
/** The part before the first `/` is a registry when it looks like a host, as for `docker pull`. */
function splitRegistry(named) {
    const cut = named.indexOf('/');
    const first = cut < 0 ? '' : named.slice(0, cut);
    if (!/[.:]/.test(first) && first !== 'localhost')
        return { registry: HUB, rest: named };
    const registry = first === 'index.docker.io' ? HUB : first;
    return { registry, rest: named.slice(cut + 1) };
}
/** By digest alone when there is one: a tag beside it says nothing that holds. */
function imageName({ registry, repository, tag, digest }) {
    return `${registry}/${repository}${digest === undefined ? `:${tag ?? 'latest'}` : `@${digest}`}`;
}
/** A private registry of Amazon ECR: whose it is, and where (Amazon ECR user guide, "Private registries"). */
function ecrRegistry(registry) {
    const host = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws|on\.amazonwebservices\.com\.cn)$/;
    const [, account, region] = host.exec(registry) ?? [];
    return account === undefined || region === undefined ? undefined : { account, region };
}
//# sourceMappingURL=image.js.map

/***/ }),

/***/ 6180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   Al: () => (/* binding */ document),
/* harmony export */   IQ: () => (/* binding */ withDefault),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73071);
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
const text = (accepts, rule) => ({
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
/** Nobody waits longer; and a number of any length is still one that can be counted with. */
const A_YEAR = (0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .hours */ .c$)(365 * 24);
/** A span of time; a bare number means seconds, as in AWS's own action. */
const duration = (least, most = A_YEAR) => ({
    accepts: 'a duration such as `90s`, `10m` or `1h30m` (a bare number means seconds)',
    read: (given) => {
        const span = (0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(given);
        if (span === undefined)
            return { because: 'is not a duration' };
        if (span < least)
            return { because: `is shorter than ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(least)}` };
        if (span > most)
            return { because: `is longer than ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(most)}` };
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
const document = (accepts) => ({
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

/***/ }),

/***/ 77708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   U4: () => (/* binding */ parsedJson),
/* harmony export */   dj: () => (/* binding */ canonicalJson)
/* harmony export */ });
/** Data from outside: JSON texts, and values of which nothing is known yet. */
/** Anything with members; whoever reads one of them looks at its type first. */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** `undefined` when the text is no JSON. */
function parsedJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/**
 * Of option values that are JSON: the same object in another order, or with other spaces, is the same value. The text in
 * one form; `undefined` when it is no JSON object or list.
 */
function canonicalJson(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return JSON.stringify(JSON.parse(text), (_, value) => isObject(value)
            ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
            : value);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=json.js.map

/***/ }),

/***/ 23417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ unfinishedIn),
/* harmony export */   Fv: () => (/* binding */ renewed),
/* harmony export */   gx: () => (/* binding */ holderWords),
/* harmony export */   il: () => (/* binding */ decideLock),
/* harmony export */   j0: () => (/* binding */ heldWords),
/* harmony export */   li: () => (/* binding */ lockText),
/* harmony export */   mF: () => (/* binding */ readLock),
/* harmony export */   pK: () => (/* binding */ freed),
/* harmony export */   v$: () => (/* binding */ takeoverWords)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(77708);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73071);
/* harmony import */ var _unfinished_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40839);
/** The deploy lock of an environment: who holds it, why, until when, and who may take it. Pure. */



/** What was left undone by whoever had the lock. */
function unfinishedIn(document) {
    return document?.state === 'held' ? document.lock.unfinished : document?.unfinished;
}
const freed = (unfinished) => unfinished === undefined ? { state: 'free' } : { state: 'free', unfinished };
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
    const left = from.unfinished === undefined ? '' : ` ${(0,_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .unfinishedWords */ .b9)(from.unfinished)}`;
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
    const left = unfinishedIn(document);
    const unfinished = left === undefined ? {} : { unfinished: (0,_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenUnfinished */ .bj)(left) };
    if (document.state === 'free')
        return `${JSON.stringify({ schema: SCHEMA, state: 'free', ...unfinished })}\n`;
    const { lock } = document;
    const iso = (at) => new Date(at).toISOString();
    const shown = { ...lock, ...unfinished, takenAt: iso(lock.takenAt), expiresAt: iso(lock.expiresAt) };
    return `${JSON.stringify({ schema: SCHEMA, state: 'held', lock: shown }, null, 1)}\n`;
}
/** Reads what `lockText` has written; `undefined` for anything else, which is then neither overwritten nor believed. */
function readLock(text) {
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parsedJson */ .U4)(text);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(found) || found.schema !== SCHEMA)
        return undefined;
    if (found.state === 'free')
        return freed((0,_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .readUnfinished */ .ML)(found.unfinished));
    const lock = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(found.lock) ? lockOf(found.lock) : undefined;
    return lock === undefined || found.state !== 'held' ? undefined : { state: 'held', lock };
}
function lockOf(entry) {
    const { nonce, reason, lifetime } = entry;
    const [takenAt, expiresAt] = [instantOf(entry.takenAt), instantOf(entry.expiresAt)];
    const holder = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(entry.holder) ? holderOf(entry.holder) : undefined;
    if (typeof nonce !== 'string' || nonce === '' || holder === undefined)
        return undefined;
    if (takenAt === undefined || expiresAt === undefined)
        return undefined;
    if (typeof lifetime !== 'number' || !Number.isFinite(lifetime) || lifetime <= 0)
        return undefined;
    const said = typeof reason === 'string' ? reason : '';
    const unfinished = (0,_unfinished_js__WEBPACK_IMPORTED_MODULE_1__/* .readUnfinished */ .ML)(entry.unfinished);
    const left = unfinished === undefined ? {} : { unfinished };
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
//# sourceMappingURL=lock.js.map

/***/ }),

/***/ 25772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isFailure)
/* harmony export */ });
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
//# sourceMappingURL=outcome.js.map

/***/ }),

/***/ 11591:
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

/***/ 13645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ isShare),
/* harmony export */   Jn: () => (/* binding */ routeWords),
/* harmony export */   fN: () => (/* binding */ SHORTEST_HOLD),
/* harmony export */   tC: () => (/* binding */ shareOf)
/* harmony export */ });
const shareOf = ({ shares }, environmentId) => shares[environmentId] ?? 0;
/** Weights are whole numbers whose quotient is the share: so near counts as equal. */
const NEAR = 0.75;
const isShare = (reading, environmentId, percent) => Math.abs(shareOf(reading, environmentId) - percent) < NEAR;
/** Seconds to a change's effect are one thing, caches of resolvers another: the shortest time that a step says anything. */
const SHORTEST_HOLD = { alb: 60_000, route53: 180_000 };
function routeWords(route) {
    switch (route.kind) {
        case 'alb':
            return `the rule ${route.ruleArn.split('/').at(-1) ?? ''} of the load balancer`;
        case 'route53':
            return `the records of ${route.recordName}`;
    }
}
//# sourceMappingURL=route.js.map

/***/ }),

/***/ 72965:
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

/***/ 66178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ sidesIn)
/* harmony export */ });
/** The environment, and the other one of the two where there is one. */
const sidesIn = (target) => target.pair?.idle === undefined ? [target] : [target, target.pair.idle];
//# sourceMappingURL=snapshot.js.map

/***/ }),

/***/ 86634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ME: () => (/* binding */ standingBefore),
/* harmony export */   ZY: () => (/* binding */ readStanding),
/* harmony export */   kK: () => (/* binding */ labelBefore)
/* harmony export */ });
/* harmony import */ var _accepted_health_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(16046);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(39505);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(77708);
/** What an environment was before a rollout: the way back leads there, and health is compared with it. Pure. */



/**
 * What a rollout of `versionLabel` finds. What an earlier run has left without a proof counts only when it is well: nobody
 * wants to go back to what is sick, and going back to a version from itself would be no way back.
 */
function standingBefore({ environment, former }, versionLabel) {
    const { versionLabel: label } = environment;
    const now = { ...(0,_accepted_health_js__WEBPACK_IMPORTED_MODULE_0__/* .healthIn */ .YN)(environment), ...(label === undefined ? {} : { versionLabel: label }) };
    if (former === undefined)
        return now;
    const { by: _, ...before } = former;
    if (versionLabel !== undefined && label === versionLabel)
        return before;
    // A rollout of what was there before cannot go back to itself, either.
    if (versionLabel !== undefined && former.versionLabel === versionLabel)
        return now;
    return (0,_accepted_health_js__WEBPACK_IMPORTED_MODULE_0__/* .tasteOfHealth */ .xn)({ kind: 'not-worse' }, now, before) === 'bad' ? before : now;
}
/** The label that a way back leads to; `undefined` when there was none, or no environment. */
const labelBefore = ({ creation, target }, versionLabel) => (creation === undefined ? standingBefore(target, versionLabel).versionLabel : undefined);
/** Reads what was written as JSON; `undefined` for anything else. */
function readStanding(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return undefined;
    const health = _environment_js__WEBPACK_IMPORTED_MODULE_1__/* .HEALTH_COLORS */ .gT.find((one) => one === value.health);
    if (health === undefined)
        return undefined;
    const healthStatus = _environment_js__WEBPACK_IMPORTED_MODULE_1__/* .HEALTH_STATUSES */ .i9.find((one) => one === value.healthStatus);
    const { versionLabel } = value;
    return {
        health,
        ...(healthStatus === undefined ? {} : { healthStatus }),
        ...(typeof versionLabel === 'string' ? { versionLabel } : {}),
    };
}
//# sourceMappingURL=standing.js.map

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

/***/ 73071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Gx: () => (/* binding */ minutes),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   _3: () => (/* binding */ days),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   c$: () => (/* binding */ hours)
/* harmony export */ });
/** Instants and spans of time, and how people write them. No bare number of time crosses a function elsewhere. */
const seconds = (count) => count * 1_000;
const minutes = (count) => count * 60_000;
const hours = (count) => count * 3_600_000;
const days = (count) => count * 86_400_000;
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

/***/ 40839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   He: () => (/* binding */ owedBy),
/* harmony export */   Ix: () => (/* binding */ mergeOwed),
/* harmony export */   ML: () => (/* binding */ readUnfinished),
/* harmony export */   Pc: () => (/* binding */ owedWords),
/* harmony export */   b9: () => (/* binding */ unfinishedWords),
/* harmony export */   bj: () => (/* binding */ writtenUnfinished),
/* harmony export */   iS: () => (/* binding */ leftSet),
/* harmony export */   uD: () => (/* binding */ stillOwed)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(88705);
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(85360);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(77708);
/* harmony import */ var _standing_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(86634);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3775);
/** What a run leaves undone when it dies: kept in the deploy lock, found and put right by the next run. Pure. */





/** Only settings of this kind are ever written down: what applications are told may be secret. */
const LENT_NAMESPACES = [_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMAND_NAMESPACE */ .K, _strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .TRAFFIC_SPLITTING_NAMESPACE */ .v, _fleet_js__WEBPACK_IMPORTED_MODULE_1__/* .AUTO_SCALING_NAMESPACE */ .cp];
/**
 * What the plan itself puts right at its end, or on its way back: an option that is set more than once in the plan has its
 * last value in the end; one that only the way back sets for a while has the value from before.
 */
function owedBy(plan, environment, before) {
    const forward = plan.steps.flatMap((step) => touches(step, environment));
    const backward = plan.steps.flatMap((step) => ('undo' in step ? (step.undo ?? []) : []));
    const lent = backward.flatMap((step) => step.kind === 'update' && step.purpose === 'set-policy' ? touches(step, environment) : []);
    const keys = [...forward, ...lent].map(({ key }) => key);
    const each = keys.filter((key, at) => keys.findIndex((one) => (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .sameKey */ .el)(one, key)) === at);
    return each.flatMap((key) => {
        const own = forward.filter((touch) => (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .sameKey */ .el)(touch.key, key));
        const back = lent.filter((touch) => (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .sameKey */ .el)(touch.key, key));
        const isPutBack = own.length > 1;
        if (!isPutBack && (back.length === 0 || before === undefined))
            return [];
        const deployed = before?.settings.options.find((one) => (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .isMeant */ .EZ)(key, one))?.value;
        const last = isPutBack ? own.at(-1)?.value : deployed;
        const values = [...(isPutBack ? own.slice(0, -1) : []), ...back].flatMap(({ value }) => value ?? []);
        const during = [...new Set(values)].filter((value) => value !== last);
        return during.length === 0 ? [] : [{ ...key, ...(last === undefined ? {} : { before: last }), during }];
    });
}
/** Of what is owed, the part that these steps have set and not put back, each with the value that it has got. */
function leftSet(owed, steps, environment) {
    const done = steps.flatMap((step) => touches(step, environment));
    return owed.flatMap((one) => {
        const value = done.findLast(({ key }) => (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .sameKey */ .el)(key, one))?.value;
        return value === undefined || !one.during.includes(value) ? [] : [{ ...one, value }];
    });
}
function touches(step, environment) {
    if (step.kind !== 'update' && step.kind !== 'create' && step.kind !== 'create-environment')
        return [];
    if (step.environment.name !== environment)
        return [];
    return [
        ...step.options.map((option) => ({ key: keyOf(option), value: option.value })),
        ...step.removeOptions.map((key) => ({ key: keyOf(key) })),
    ].filter(({ key }) => LENT_NAMESPACES.includes(key.namespace));
}
const keyOf = ({ namespace, name, resource }) => resource === undefined ? { namespace, name } : { namespace, name, resource };
/** The older one knows the value from before; both may have set something. */
function mergeOwed(older, newer) {
    const added = newer.filter((one) => !older.some((other) => (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .sameKey */ .el)(one, other)));
    const merged = older.map((one) => {
        const again = newer.find((other) => (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .sameKey */ .el)(one, other));
        return again === undefined ? one : { ...one, during: [...new Set([...one.during, ...again.during])] };
    });
    return [...merged, ...added];
}
/** Of what is owed, the part that the environment really shows. */
function stillOwed(owed, deployed) {
    return owed.filter((one) => {
        const value = deployed.find((other) => (0,_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .isMeant */ .EZ)(one, other))?.value;
        return value !== undefined && value !== one.before && one.during.includes(value);
    });
}
/** A clause: what goes back to what. */
const owedWords = (owed) => owed.map(({ name, before }) => (before === undefined ? `${name} unset` : `${name}=${before}`)).join(', ');
/** A sentence for whoever takes the lock over. */
function unfinishedWords({ environment, owed, versionLabel }) {
    const what = versionLabel === undefined ? '' : `It was bringing ${versionLabel} to ${environment}.`;
    const back = owed.length === 0 ? '' : `At its end it was to put settings of ${environment} back (${owedWords(owed)}).`;
    return [what, back].filter((one) => one !== '').join(' ');
}
/** Reads what was written as JSON; `undefined` for anything else. */
function readUnfinished(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value))
        return undefined;
    const { environment, versionLabel, owed, since, by } = value;
    const unproven = readUnproven(value.unproven);
    const at = typeof since === 'string' ? Date.parse(since) : Number.NaN;
    if (typeof environment !== 'string' || Number.isNaN(at) || !Array.isArray(owed))
        return undefined;
    return {
        environment,
        ...(typeof versionLabel === 'string' ? { versionLabel } : {}),
        ...(unproven === undefined ? {} : { unproven }),
        owed: owed.flatMap(owedOption),
        since: at,
        by: typeof by === 'string' ? by : 'an earlier run',
    };
}
function readUnproven(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value))
        return undefined;
    const { versionLabel } = value;
    const before = (0,_standing_js__WEBPACK_IMPORTED_MODULE_2__/* .readStanding */ .ZY)(value.before);
    return typeof versionLabel !== 'string' || before === undefined ? undefined : { versionLabel, before };
}
/** What is written: dates for people. */
const writtenUnfinished = (unfinished) => ({
    ...unfinished,
    since: new Date(unfinished.since).toISOString(),
});
function owedOption(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value))
        return [];
    const { namespace, name, resource, before, during } = value;
    if (typeof namespace !== 'string' || typeof name !== 'string' || !Array.isArray(during))
        return [];
    if (!LENT_NAMESPACES.includes(namespace))
        return [];
    return [
        {
            namespace,
            name,
            ...(typeof resource === 'string' ? { resource } : {}),
            ...(typeof before === 'string' ? { before } : {}),
            during: during.filter((one) => typeof one === 'string'),
        },
    ];
}
//# sourceMappingURL=unfinished.js.map

/***/ }),

/***/ 61818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ notStarted),
/* harmony export */   FW: () => (/* binding */ outcomeOfAll),
/* harmony export */   IA: () => (/* binding */ namedProblems),
/* harmony export */   WN: () => (/* binding */ hasFailed)
/* harmony export */ });
const FAILED = ['failed', 'timed-out', 'cancelled'];
const hasFailed = ({ state }) => FAILED.includes(state);
/** What is the same for every environment belongs to the run: it is told once, and of none of them. */
function namedProblems(found) {
    const keyOf = ({ code, what, hint }) => JSON.stringify([code, what, hint]);
    const counts = new Map();
    for (const { problems } of found)
        for (const key of new Set(problems.map(keyOf)))
            counts.set(key, (counts.get(key) ?? 0) + 1);
    const isCommon = (problem) => found.length > 1 && counts.get(keyOf(problem)) === found.length;
    return [
        ...(found[0]?.problems ?? []).filter(isCommon),
        ...found.flatMap(({ title, problems }) => problems.filter((one) => !isCommon(one)).map((one) => ({ ...one, what: `${title}: ${one.what}` }))),
    ];
}
/** Succeeded only when every environment has. */
function outcomeOfAll(endings, isCancelled) {
    const failed = endings.filter(hasFailed);
    const state = stateOfAll(endings, isCancelled);
    const first = failed.find(({ outcome }) => outcome.problem !== undefined);
    const problem = first?.outcome.problem;
    return {
        state,
        reason: reasonOf(endings, state),
        ...(problem === undefined || first === undefined ? {} : { problem: withTitle(first.title, problem) }),
        proof: weakestProof(endings),
        restored: restoredOfAll(endings),
        stillRunning: endings.flatMap(({ outcome }) => outcome.stillRunning),
    };
}
const withTitle = (title, problem) => ({ ...problem, what: `${title}: ${problem.what}` });
function stateOfAll(endings, isCancelled) {
    const states = new Set(endings.map(({ state }) => state));
    const failed = endings.filter(hasFailed);
    if (isCancelled && (states.has('cancelled') || states.has('not-started')))
        return 'cancelled';
    if (failed.length > 0 || states.has('put-back') || states.has('not-started'))
        return failed.length > 0 && failed.every(({ state }) => state === 'timed-out') ? 'timed-out' : 'failed';
    if (states.has('started'))
        return 'started';
    if (states.has('planned'))
        return 'planned';
    return states.has('succeeded') ? 'succeeded' : 'unchanged';
}
const COUNTED = {
    succeeded: 'succeeded',
    unchanged: 'had nothing to do',
    planned: 'planned',
    started: 'started and not waited for',
    failed: 'failed',
    'timed-out': 'timed out',
    cancelled: 'stopped',
    'put-back': 'put back',
    'not-started': 'not started',
};
function reasonOf(endings, state) {
    const parts = Object.entries(COUNTED).flatMap(([key, words]) => {
        const of = endings.filter((one) => one.state === key);
        return of.length === 0 ? [] : [`${of.length} ${words}${isGood(key) ? '' : ` (${listed(of)})`}`];
    });
    const [failed] = endings.filter(hasFailed);
    const why = failed === undefined || state === 'cancelled' ? '' : ` ${failed.title}: ${failed.outcome.reason}`;
    return `Of ${endings.length} environments ${parts.join(', ')}.${why}`;
}
const isGood = (state) => ['succeeded', 'unchanged', 'planned', 'started'].includes(state);
function listed(endings) {
    const shown = endings.slice(0, 5).map(({ title }) => title);
    const more = endings.length - shown.length;
    return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
const PROOFS = ['none', 'environment', 'instances'];
/** The chain is as strong as its weakest link. */
function weakestProof(endings) {
    const ended = endings.filter(({ state }) => state !== 'not-started');
    return PROOFS.find((proof) => ended.some(({ outcome }) => outcome.proof === proof)) ?? 'none';
}
/** `yes` only when nothing of this run is left anywhere. */
function restoredOfAll(endings) {
    const bad = endings.some((one) => hasFailed(one) || one.state === 'put-back');
    if (!bad)
        return 'not-needed';
    const each = endings.map(({ state, outcome }) => (state === 'succeeded' ? 'no' : outcome.restored));
    return ['failed', 'no', 'yes'].find((one) => each.includes(one)) ?? 'not-needed';
}
/** An environment whose turn did not come. */
function notStarted(because) {
    return { state: 'cancelled', reason: because, proof: 'none', restored: 'not-needed', stillRunning: [] };
}
//# sourceMappingURL=waves.js.map

/***/ }),

/***/ 75691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77002);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(95805);
/** The action's entry for its main phase; the post phase comes here through `dist/post.js` (scripts/build.mjs). */


await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)((0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .wire */ .O)());
//# sourceMappingURL=index.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 13443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ acceptedHealth),
/* harmony export */   h: () => (/* binding */ HEALTH_WORDS)
/* harmony export */ });
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(39505);
/** Which health counts as proof, from the words of the input `accept-health`. */

const HEALTH_WORDS = [..._domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_STATUSES */ .i9, ..._domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_COLORS */ .gT, 'not-worse'];
const isColor = (word) => _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_COLORS */ .gT.some((color) => color === word);
const isStatus = (word) => _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_STATUSES */ .i9.some((status) => status === word);
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
        statuses: _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_STATUSES */ .i9.filter((status) => statuses.includes(status) || colors.includes((0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .colorOf */ .HN)(status))),
        colors: _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_COLORS */ .gT.filter((color) => colors.includes(color) || statuses.some((status) => (0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .colorOf */ .HN)(status) === color)),
    };
}
//# sourceMappingURL=accepted-health.js.map

/***/ }),

/***/ 14957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ clusterContradictions),
/* harmony export */   PS: () => (/* binding */ CLUSTER_INPUTS),
/* harmony export */   ef: () => (/* binding */ registryImageSource),
/* harmony export */   y9: () => (/* binding */ isForCluster)
/* harmony export */ });
/* harmony import */ var _domain_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(92466);
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(39505);
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6180);
/* harmony import */ var _did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(37178);
/* harmony import */ var _image_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(17260);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8502);
/** Inputs of versions for Cluster environments: an image in a registry, or how one is built; and what they mean together. */






const COMPUTE_TYPES = ['BUILD_GENERAL1_SMALL', 'BUILD_GENERAL1_MEDIUM', 'BUILD_GENERAL1_LARGE'];
const MEMBERS = [
    'Type',
    'DockerfileLocation',
    'Buildpack',
    'Architecture',
    'CodeBuildServiceRole',
    'ComputeType',
    'TimeoutInMinutes',
];
/** As the service names the members (AWS API reference, ImageBuildConfiguration). */
const build = {
    accepts: 'a JSON object such as `{"Type": "docker", "CodeBuildServiceRole": "arn:aws:iam::123456789012:role/build"}`',
    read: (given) => {
        const found = objectIn(given);
        if (found === undefined)
            return { because: 'is not a JSON object' };
        const unknown = Object.keys(found).find((name) => !MEMBERS.some((one) => one === name));
        if (unknown !== undefined) {
            const meant = (0,_did_you_mean_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .a)(unknown, MEMBERS);
            return { because: `has a member ${unknown}${meant === undefined ? '' : ` (${meant}?)`}`, wrong: unknown };
        }
        return buildOf(found);
    },
};
function objectIn(text) {
    try {
        const found = JSON.parse(text);
        return typeof found === 'object' && found !== null && !Array.isArray(found)
            ? Object.fromEntries(Object.entries(found))
            : undefined;
    }
    catch {
        return undefined;
    }
}
function buildOf(found) {
    const text = (name) => {
        const value = found[name];
        return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    // The service takes `Docker` too, and then ends without an image (README of AWS's action): it is sent in small letters.
    const type = ['docker', 'buildpack'].find((one) => one === text('Type')?.toLowerCase());
    if (type === undefined)
        return { because: 'has no `Type` of `docker` or `buildpack`' };
    const serviceRole = text('CodeBuildServiceRole');
    if (serviceRole === undefined)
        return { because: 'has no `CodeBuildServiceRole`, with which CodeBuild builds the image' };
    const buildpack = text('Buildpack');
    const dockerfileLocation = text('DockerfileLocation');
    if (type === 'buildpack' && buildpack === undefined)
        return { because: 'is of `Type` buildpack and has no `Buildpack`' };
    if (type === 'docker' && buildpack !== undefined)
        return { because: 'is of `Type` docker and has a `Buildpack`' };
    if (type === 'buildpack' && dockerfileLocation !== undefined) {
        return { because: 'is of `Type` buildpack and has a `DockerfileLocation`' };
    }
    const architecture = ['amd64', 'arm64'].find((one) => one === text('Architecture'));
    if (found.Architecture !== undefined && architecture === undefined) {
        return { because: 'has an `Architecture` that is neither `amd64` nor `arm64`' };
    }
    const computeType = COMPUTE_TYPES.find((one) => one === text('ComputeType'));
    if (found.ComputeType !== undefined && computeType === undefined) {
        return { because: `has a \`ComputeType\` that is none of ${COMPUTE_TYPES.join(', ')}` };
    }
    const timeoutMinutes = found.TimeoutInMinutes === undefined ? undefined : Number(found.TimeoutInMinutes);
    if (timeoutMinutes !== undefined &&
        !(Number.isInteger(timeoutMinutes) && timeoutMinutes >= 5 && timeoutMinutes <= 480)) {
        return { because: 'has a `TimeoutInMinutes` that is no whole number from 5 to 480' };
    }
    return {
        value: {
            type,
            serviceRole,
            ...(dockerfileLocation === undefined ? {} : { dockerfileLocation }),
            ...(buildpack === undefined ? {} : { buildpack }),
            ...(architecture === undefined ? {} : { architecture }),
            ...(computeType === undefined ? {} : { computeType }),
            ...(timeoutMinutes === undefined ? {} : { timeoutMinutes }),
        },
    };
}
const CLUSTER_INPUTS = {
    'image-uri': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(_image_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .imageReference */ .rA, {
        help: 'Image to run on a Cluster environment; the version names it by the digest that its tag has now; see docs/cluster.md.',
        aws: true,
    }),
    'build-configuration': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)(build, {
        help: 'How Elastic Beanstalk builds an image from the bundle for a Cluster environment, as JSON with the members of ImageBuildConfiguration; see docs/cluster.md.',
        aws: true,
    }),
};
const registryImageSource = ({ 'image-uri': image }) => image === undefined ? undefined : { kind: 'registry-image', image };
/** What is deployed is an image, which only Cluster environments run. */
const isForCluster = (values) => values['image-uri'] !== undefined || values['build-configuration'] !== undefined;
const NEITHER_WITH = ['deployment-package-path', 'source-directory', 'docker-image'];
const PLATFORMS = [
    'solution-stack-name',
    'platform-arn',
    'platform-branch',
    'template-name',
    'template-environment',
];
/** A version has one source, and a Cluster environment neither platform nor template. `given`: also of what could not be read. */
function clusterContradictions(values, options, given) {
    const inputs = ['image-uri', 'build-configuration'].filter(given);
    const creates = values['create-environment-if-not-exists'] === true;
    const isCluster = inputs.length > 0 || (creates && values['environment-tier'] === 'Cluster');
    return [
        ...inputs.flatMap((input) => sources(input, given, values['version-source'] ?? 'auto')),
        ...(isCluster ? platforms(inputs[0] ?? 'environment-tier', given) : []),
        ...(inputs.length > 0 && given('environment-tier') && values['environment-tier'] === 'Worker'
            ? [
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .contradiction */ .qX)('environment-tier', `\`${inputs[0]}\` is for Cluster environments, and \`environment-tier\` is Worker.`, 'Remove one of the two.'),
            ]
            : []),
        ...withoutAddress(options, given),
    ];
}
function sources(input, given, source) {
    const others = input === 'image-uri' ? [...NEITHER_WITH, 'build-configuration'] : ['docker-image'];
    return [
        ...others
            .filter(given)
            .map((other) => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .contradiction */ .qX)(input, `Both \`${input}\` and \`${other}\` are given, and a version has one source.`, 'Keep one of them.')),
        ...(source === 'existing' || source === 'none'
            ? [
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .contradiction */ .qX)(input, `\`${input}\` is given, but with \`version-source: ${source}\` no version is made.`, 'Remove one of the two.'),
            ]
            : []),
    ];
}
function platforms(input, given) {
    return PLATFORMS.filter(given).map((platform) => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .contradiction */ .qX)(platform, `\`${platform}\` is given, and a Cluster environment (\`${input}\`) has neither platform nor template.`, 'Remove one of the two.'));
}
/** Without a load balancer there is no CNAME (AWS guide). */
function withoutAddress(options, given) {
    const { namespace, name } = _domain_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .LOAD_BALANCER_TYPE */ .zx;
    if ((0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .optionValue */ .TN)(options, namespace, name) !== 'None' || !given('cname-prefix'))
        return [];
    return [
        (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .contradiction */ .qX)('cname-prefix', `\`cname-prefix\` is given, but with ${name}=None a Cluster environment has no CNAME.`, 'Remove one of the two.'),
    ];
}
//# sourceMappingURL=cluster-inputs.js.map

/***/ }),

/***/ 80136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G8: () => (/* binding */ commandContradictions),
/* harmony export */   GP: () => (/* binding */ COMMAND_INPUTS),
/* harmony export */   Jd: () => (/* binding */ commandSettings),
/* harmony export */   Mm: () => (/* binding */ SCRIPT)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73071);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8502);
/** Inputs for the user's own commands on one instance (docs/hooks.md). */



const SCRIPT = (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('a shell command, or several lines of them', {
    // The whole request may have 64 KB, and the script is part of it.
    pattern: /^.{1,20000}$/su,
    because: 'is longer than 20,000 characters',
});
const COMMAND_INPUTS = {
    'pre-traffic-command': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(SCRIPT, {
        help: 'Shell command that runs once, on exactly one instance of the new side, before it gets traffic (database migrations); when it fails, traffic does not move. Only with `strategy: blue-green` or `canary`.',
        operations: ['deploy', 'prepare', 'promote'],
    }),
    'post-deploy-command': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(SCRIPT, {
        help: 'Shell command that runs once, on exactly one instance, after the deployment is proven, and with `blue-green` after traffic has moved; when it fails, the rollout has failed.',
        operations: ['deploy', 'promote'],
    }),
    'command-timeout': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(5), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(12)), '10m', {
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
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .contradiction */ .qX)('pre-traffic-command', `\`pre-traffic-command\` is given, but with \`strategy: ${chosen.name}\` there is no moment at which the new version is there and has no traffic yet.`, 'Use `strategy: blue-green` or `canary`, or a platform hook (`.platform/hooks/predeploy`) in the bundle, or `post-deploy-command`.'),
            ]
            : []),
        ...(postDeploy !== undefined && values['wait-for-deployment'] === false
            ? [
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .contradiction */ .qX)('post-deploy-command', '`post-deploy-command` is given, but `wait-for-deployment: false` ends before the deployment does.', 'Remove one of the two.'),
            ]
            : []),
    ];
}
//# sourceMappingURL=command-inputs.js.map

/***/ }),

/***/ 99524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s7: () => (/* binding */ COMMON_INPUTS),
  Qh: () => (/* binding */ INPUT_NAMES),
  Q$: () => (/* binding */ STRATEGY_INPUTS)
});

// UNUSED EXPORTS: INPUT_GROUPS

// EXTERNAL MODULE: ./lib/strategies/index.js + 23 modules
var strategies = __nccwpck_require__(96193);
// EXTERNAL MODULE: ./lib/inputs/cluster-inputs.js
var cluster_inputs = __nccwpck_require__(14957);
// EXTERNAL MODULE: ./lib/inputs/command-inputs.js
var command_inputs = __nccwpck_require__(80136);
// EXTERNAL MODULE: ./lib/inputs/environment-inputs.js
var environment_inputs = __nccwpck_require__(90372);
// EXTERNAL MODULE: ./lib/inputs/gate-inputs.js
var gate_inputs = __nccwpck_require__(29994);
// EXTERNAL MODULE: ./lib/inputs/github-inputs.js
var github_inputs = __nccwpck_require__(60326);
// EXTERNAL MODULE: ./lib/inputs/image-inputs.js
var image_inputs = __nccwpck_require__(17260);
// EXTERNAL MODULE: ./lib/inputs/lock-inputs.js
var lock_inputs = __nccwpck_require__(874);
// EXTERNAL MODULE: ./lib/domain/input.js
var input = __nccwpck_require__(6180);
;// CONCATENATED MODULE: ./lib/inputs/migration-inputs.js
/** Inputs of aws-actions/aws-elasticbeanstalk-deploy that are accepted so that its workflows run unchanged; what differs is said. */

const MIGRATION_INPUTS = {
    'use-existing-application-version-if-available': (0,input/* optional */.lq)(input/* flag */.Jt, {
        help: '`true` means `on-label-conflict: reuse`, `false` means `on-label-conflict: fail`; without it a label that exists with other content is never deployed by mistake.',
        aws: true,
    }),
    'create-s3-bucket-if-not-exists': (0,input/* withDefault */.IQ)(input/* flag */.Jt, 'true', {
        help: 'Accepted; Elastic Beanstalk itself provides its bucket when it is missing, and a bucket of your own must exist.',
        aws: true,
    }),
    'max-retries': (0,input/* optional */.lq)((0,input/* count */.U9)(0, 10), {
        help: 'Accepted without effect: calls are repeated as often as their kind of failure deserves.',
        aws: true,
    }),
    'retry-delay': (0,input/* optional */.lq)((0,input/* count */.U9)(1, 60), {
        help: 'Accepted without effect: pauses follow what the service answers.',
        aws: true,
    }),
    'mask-resource-identifiers': (0,input/* withDefault */.IQ)(input/* flag */.Jt, 'false', {
        help: '`true`: the account, the bucket, and the names that inputs give (application, environment, version) are masked in log and summary.',
        aws: true,
    }),
    'verbose-logging': (0,input/* withDefault */.IQ)(input/* flag */.Jt, 'false', {
        help: "Accepted without effect: the runner's debug logging shows every call.",
        aws: true,
    }),
};
//# sourceMappingURL=migration-inputs.js.map
// EXTERNAL MODULE: ./lib/inputs/preview-inputs.js
var preview_inputs = __nccwpck_require__(40927);
// EXTERNAL MODULE: ./lib/inputs/rollback-inputs.js
var rollback_inputs = __nccwpck_require__(18203);
// EXTERNAL MODULE: ./lib/inputs/rollout-inputs.js
var rollout_inputs = __nccwpck_require__(2668);
// EXTERNAL MODULE: ./lib/inputs/target-inputs.js
var target_inputs = __nccwpck_require__(70840);
// EXTERNAL MODULE: ./lib/inputs/version-inputs.js
var version_inputs = __nccwpck_require__(81967);
// EXTERNAL MODULE: ./lib/inputs/waves-inputs.js
var waves_inputs = __nccwpck_require__(28441);
;// CONCATENATED MODULE: ./lib/inputs/declarations.js















const COMMON_INPUTS = {
    ...target_inputs/* TARGET_INPUTS */.g,
    ...version_inputs/* VERSION_INPUTS */.h,
    ...image_inputs/* IMAGE_INPUTS */.EW,
    ...cluster_inputs/* CLUSTER_INPUTS */.PS,
    ...rollback_inputs/* ROLLBACK_INPUTS */.D,
    ...target_inputs/* CONFIGURATION_INPUTS */.P,
    ...rollout_inputs/* PROOF_INPUTS */.t,
    ...gate_inputs/* GATE_INPUTS */.K,
    ...command_inputs/* COMMAND_INPUTS */.GP,
    ...rollout_inputs/* ENDING_INPUTS */.M,
    ...environment_inputs/* CREATION_INPUTS */.Ax,
    ...environment_inputs/* TERMINATION_INPUTS */.XA,
    ...lock_inputs/* LOCK_INPUTS */.kc,
    ...waves_inputs/* WAVES_INPUTS */.L_,
    ...github_inputs/* GITHUB_INPUTS */.W,
    ...MIGRATION_INPUTS,
};
/** Inputs of the strategies by name, with the strategies that read them. */
const STRATEGY_INPUTS = gather();
function gather() {
    const found = new Map();
    for (const [strategy, { inputs }] of Object.entries(strategies/* STRATEGIES */.Y)) {
        for (const [name, declaration] of Object.entries(inputs)) {
            const strategies = [...(found.get(name)?.strategies ?? []), strategy];
            found.set(name, { declaration, strategies });
        }
    }
    return found;
}
/** All inputs as `action.yml` and the README show them. */
const INPUT_GROUPS = [
    { title: 'What, where, how', inputs: target_inputs/* TARGET_INPUTS */.g },
    {
        title: 'Of single strategies',
        inputs: Object.fromEntries([...STRATEGY_INPUTS].map(([name, { declaration }]) => [name, declaration])),
    },
    { title: 'The version', inputs: version_inputs/* VERSION_INPUTS */.h },
    { title: 'A container image', inputs: image_inputs/* IMAGE_INPUTS */.EW },
    { title: 'A container image on a cluster', inputs: cluster_inputs/* CLUSTER_INPUTS */.PS },
    { title: 'Earlier versions', inputs: rollback_inputs/* ROLLBACK_INPUTS */.D },
    { title: 'Configuration', inputs: target_inputs/* CONFIGURATION_INPUTS */.P },
    { title: 'What counts as success', inputs: rollout_inputs/* PROOF_INPUTS */.t },
    { title: 'Gates', inputs: gate_inputs/* GATE_INPUTS */.K },
    { title: 'Commands on an instance', inputs: command_inputs/* COMMAND_INPUTS */.GP },
    { title: 'Limits and endings', inputs: rollout_inputs/* ENDING_INPUTS */.M },
    { title: 'Creating an environment', inputs: environment_inputs/* CREATION_INPUTS */.Ax },
    { title: 'Terminating an environment', inputs: environment_inputs/* TERMINATION_INPUTS */.XA },
    { title: 'One rollout at a time', inputs: lock_inputs/* LOCK_INPUTS */.kc },
    { title: 'Several environments', inputs: waves_inputs/* WAVES_INPUTS */.L_ },
    { title: 'Previews of pull requests', inputs: preview_inputs/* PREVIEW_INPUTS */.pK },
    { title: 'GitHub', inputs: github_inputs/* GITHUB_INPUTS */.W },
    { title: "Accepted from AWS's own action", inputs: MIGRATION_INPUTS },
];
const INPUT_NAMES = INPUT_GROUPS.flatMap(({ inputs }) => Object.keys(inputs));
//# sourceMappingURL=declarations.js.map

/***/ }),

/***/ 37178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21916);
/** The known word that a mistyped one was probably meant to be. */

const plain = (word) => word.toLowerCase().replaceAll('_', '-');
/** `undefined` when nothing is near enough: a wrong guess is worse than none. */
function didYouMean(word, known) {
    if (known.length === 0 || word === '')
        return undefined;
    const byPlain = new Map(known.map((one) => [plain(one), one]));
    const nearest = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(plain(word), [...byPlain.keys()]);
    const allowed = Math.max(1, Math.floor(Math.max(word.length, nearest.length) / 3));
    if ((0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(plain(word), nearest) <= allowed)
        return byPlain.get(nearest);
    // "label" for "version-label", "rolling-extra" for "rolling": a part that only one of them has.
    const parts = known.filter((one) => plain(word).length >= 4 && plain(one).split('-').includes(plain(word)));
    return parts.length === 1 ? parts[0] : undefined;
}
//# sourceMappingURL=did-you-mean.js.map

/***/ }),

/***/ 90372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ CREATION_INPUTS),
/* harmony export */   X8: () => (/* binding */ creationWish),
/* harmony export */   XA: () => (/* binding */ TERMINATION_INPUTS),
/* harmony export */   i9: () => (/* binding */ terminationWish),
/* harmony export */   wp: () => (/* binding */ environmentContradictions)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _cluster_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(14957);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8502);



const DEPLOY = ['deploy'];
const TERMINATE = ['terminate'];
/** AWS API reference, CreateEnvironment: EnvironmentName. */
const ENVIRONMENT = {
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
    'create-environment-if-not-exists': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, {
        help: 'Create the environment when it certainly does not exist; see docs/environments.md. Without it: only when a platform and both roles in `option-settings` describe a whole environment.',
        operations: DEPLOY,
        aws: true,
    }),
    'create-application-if-not-exists': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, {
        help: 'Create the application too when it does not exist. Without it: only together with an environment that platform and both roles describe.',
        operations: DEPLOY,
        aws: true,
    }),
    'cname-prefix': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('4 to 63 letters, digits and hyphens', { pattern: /^[A-Za-z0-9-]{4,63}$/, because: 'is not a CNAME prefix' }), {
        help: 'First part of the CNAME of an environment that is created; without it Elastic Beanstalk makes one up.',
        operations: DEPLOY,
        aws: true,
    }),
    'platform-branch': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('a name like `Node.js 24 running on 64bit Amazon Linux 2023`'), {
        help: 'Create the environment on the newest version of this platform branch.',
        operations: DEPLOY,
    }),
    'template-name': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the name of a saved configuration'), {
        help: 'Create the environment from this saved configuration of the application; `option-settings` are stronger.',
        operations: DEPLOY,
    }),
    'template-environment': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the name of an environment', ENVIRONMENT), {
        help: 'Create the environment with the settings that this environment of the application has then; `option-settings` are stronger.',
        operations: DEPLOY,
    }),
    'environment-tier': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['WebServer', 'Worker', 'Cluster']), 'WebServer', {
        help: 'Tier of an environment that is created; with `image-uri` or `build-configuration` it is Cluster.',
        operations: DEPLOY,
    }),
    'environment-tags': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(tags, {
        help: 'Tags of an environment that is created, one `key=value` a line.',
        operations: DEPLOY,
    }),
    'allow-empty-database': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'false', {
        help: '`true`: create from an environment with a database of its own, although the new one gets another, empty one.',
        operations: DEPLOY,
    }),
};
const TERMINATION_INPUTS = {
    'confirm-environment-id': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('an id like `e-abcdefghij`', { pattern: /^e-[a-z0-9]+$/, because: 'is not the id of an environment' }), { help: 'Id of the environment to terminate; it must be the one that the names mean.', operations: TERMINATE }),
    'allow-database-deletion': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'false', {
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
        tier: (0,_cluster_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .isForCluster */ .y9)(values) ? 'Cluster' : (values['environment-tier'] ?? 'WebServer'),
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
const PRODUCTION_CNAME = (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('a host name, or its first part', {
    pattern: /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/,
    because: 'is not a host name (no scheme, no path)',
}), { help: 'CNAME whose environment is never terminated.', operations: TERMINATE });
function terminationWish(values, lookUp) {
    if (values.operation !== 'terminate')
        return undefined;
    const confirmedId = values['confirm-environment-id'];
    // Declared by `blue-green`, whose other inputs mean nothing here.
    const productionCname = (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .Ko)({ 'production-cname': PRODUCTION_CNAME }, lookUp).values['production-cname'];
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
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .contradiction */ .qX)(sources[1] ?? '', `${sources.map((one) => `\`${one}\``).join(' and ')} are given, and an environment is created from one of them.`, 'Keep one of them.'),
            ]
            : []),
        ...ONLY_FOR_CREATION.filter((name) => given(name) && !creates).map((name) => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .contradiction */ .qX)(name, `\`${name}\` is given, but nothing is created without \`create-environment-if-not-exists: true\`.`, 'Set that too, or remove it.')),
        ...(values['create-application-if-not-exists'] === true && !creates && given('create-environment-if-not-exists')
            ? [
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .contradiction */ .qX)('create-application-if-not-exists', '`create-application-if-not-exists: true` needs `create-environment-if-not-exists: true`: a new application has no environment yet.', 'Set that too, or remove it.'),
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
            ? [(0,_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .contradiction */ .qX)('cname-prefix', 'A worker environment has no CNAME.', 'Remove `cname-prefix`.')]
            : []),
        ...(model !== undefined && model === values['environment-name']
            ? [
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .contradiction */ .qX)('template-environment', '`template-environment` and `environment-name` are the same environment.', 'Name the environment whose settings are copied.'),
            ]
            : []),
    ];
}
function terminationContradictions(values, given, lookUp) {
    if (values.operation === 'terminate') {
        const { failures } = (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .Ko)({ 'production-cname': PRODUCTION_CNAME }, lookUp);
        return failures.map(() => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .contradiction */ .qX)('production-cname', '`production-cname` is not a host name.', 'Write it without scheme and path.'));
    }
    if (!given('confirm-environment-id'))
        return [];
    return [
        (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .contradiction */ .qX)('confirm-environment-id', `\`confirm-environment-id\` is given, but \`operation: ${values.operation ?? 'deploy'}\` terminates nothing.`, 'Set `operation: terminate`, or remove it.'),
    ];
}
//# sourceMappingURL=environment-inputs.js.map

/***/ }),

/***/ 29994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ GATE_INPUTS),
/* harmony export */   N: () => (/* binding */ alarmWatch)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);

/** API reference, PutMetricAlarm: AlarmName; ARN of an alarm: `arn:aws:cloudwatch:region:account:alarm:name`. */
const LONGEST_NAME = 255;
const MOST_ALARMS = 100;
const ARN = /^arn:aws[\w-]*:cloudwatch:([a-z0-9-]+):(\d{12}):alarm:(.+)$/;
/** Names may hold spaces, so only commas and lines part them. */
const alarmNames = {
    accepts: 'names or ARNs of CloudWatch alarms, separated by commas or lines',
    read: (given) => {
        const names = [];
        for (const part of given.split(/[,\n]/).map((one) => one.trim())) {
            if (part === '')
                continue;
            const name = part.startsWith('arn:') ? ARN.exec(part)?.[3] : part;
            if (name === undefined)
                return { because: 'holds an ARN that is not one of an alarm', wrong: part };
            if (name.length > LONGEST_NAME)
                return { because: 'holds a name of more than 255 characters', wrong: part };
            if (!names.includes(name))
                names.push(name);
        }
        if (names.length > MOST_ALARMS)
            return { because: `holds ${names.length} alarms; ${MOST_ALARMS} are the most` };
        return { value: names };
    },
};
const OPERATIONS = ['deploy', 'promote', 'rollback'];
const GATE_INPUTS = {
    alarms: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(alarmNames, {
        help: 'CloudWatch alarms (metric or composite) that guard the rollout: one that is missing or in ALARM already refuses it before anything is changed; one that goes off while it runs, or while the new side bakes, ends it (see docs/gates.md).',
        operations: OPERATIONS,
    }),
    'on-inconclusive': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['warn', 'fail']), 'warn', {
        help: 'When a gate cannot tell in the end, for example because an alarm has not enough data: go on with a warning, or take it for a failure.',
        operations: OPERATIONS,
    }),
};
function alarmWatch(values) {
    const { alarms = [], 'on-inconclusive': onInconclusive } = values;
    return alarms.length === 0 ? undefined : { names: alarms, onInconclusive };
}
//# sourceMappingURL=gate-inputs.js.map

/***/ }),

/***/ 60326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ GITHUB_INPUTS),
/* harmony export */   n: () => (/* binding */ recordWish)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/** Inputs about GitHub itself: with which token the action asks and tells it, and whether it records deployments there. */

const RECORDED = ['deploy', 'rollback', 'promote', 'terminate'];
const GITHUB_INPUTS = {
    'github-token': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)({ ...(0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('a token'), secret: true }, {
        help: 'Token for what is told to GitHub and asked of it: comments, deployments, pull requests. Usually the one of the job; its `permissions` say what it may do.',
        operations: ['deploy', 'rollback', 'prepare', 'promote', 'abort', 'terminate', 'preview', 'sweep'],
        fromRunner: 'github.token',
    }),
    'github-deployment': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['auto', 'true', 'false']), 'auto', {
        help: "Record the rollout in GitHub's list of deployments (needs `deployments: write`); `auto`: only when the job has no `environment:`, for which GitHub keeps a record by itself.",
        operations: RECORDED,
    }),
    'github-job-id': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the id of the job', { pattern: /^\d+$/, because: 'is not a number' }), {
        help: "Id of the job in GitHub's API, by which `github-deployment: auto` knows the job's own record; the runner fills it in.",
        operations: RECORDED,
        fromRunner: 'job.check_run_id',
    }),
};
function recordWish(values) {
    const { 'github-deployment': when, 'github-job-id': jobId } = values;
    if (when === 'false')
        return undefined;
    return { when: when === 'true' ? 'always' : 'auto', ...(jobId === undefined ? {} : { jobId }) };
}
//# sourceMappingURL=github-inputs.js.map

/***/ }),

/***/ 17260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ IMAGE_INPUTS),
/* harmony export */   UR: () => (/* binding */ imageContradictions),
/* harmony export */   ZZ: () => (/* binding */ imageSource),
/* harmony export */   rA: () => (/* binding */ imageReference)
/* harmony export */ });
/* harmony import */ var _domain_image_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(26321);
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8502);
/** Inputs of a bundle that runs a container image, and what they mean together. */



const imageReference = {
    accepts: 'an image such as `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4` or `ghcr.io/acme/shop@sha256:…`',
    read: (given) => {
        const read = (0,_domain_image_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImage */ .zZ)(given);
        return 'image' in read ? { value: read.image } : read;
    },
};
const password = {
    ...(0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('`user:password`', { pattern: /^[^:\s]+:\S+$/, because: 'is not of the form `user:password`' }),
    secret: true,
};
const IMAGE_INPUTS = {
    'docker-image': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(imageReference, {
        help: 'Image to run, for environments on the Docker platform: the bundle is made for it, with the digest that its tag has now, and with `.ebextensions` and `.platform` of the source directory; see docs/docker-image.md.',
    }),
    'docker-port': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(1, 65_535), {
        help: 'Port on which the application in the container listens; needed with `docker-image`.',
    }),
    'docker-format': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['dockerrun', 'compose']), 'dockerrun', {
        help: '`dockerrun`: behind the proxy of the platform, with the environment properties in the environment of the container; `compose`: a `docker-compose.yml` that publishes the port itself.',
    }),
    'docker-registry-auth': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(password, {
        help: 'User and password with which the action asks a private registry for the digest; not needed for Amazon ECR, and never handed to the instances.',
    }),
};
/** `undefined` without `docker-image`. `directory`: where configuration files are taken from. */
function imageSource(values, directory) {
    const wished = values['docker-image'];
    const port = values['docker-port'];
    const auth = values['docker-registry-auth'];
    if (wished === undefined || port === undefined)
        return undefined;
    return {
        kind: 'image',
        image: wished,
        port,
        format: values['docker-format'] ?? 'dockerrun',
        ...(auth === undefined ? {} : { auth: () => auth }),
        directory,
        exclude: values['exclude-patterns'] ?? [],
        symlinks: values.symlinks ?? 'preserve',
    };
}
/** A version has one source, and an image needs to be reached. `given`: also of inputs that could not be read. */
function imageContradictions(values, given) {
    if (!given('docker-image'))
        return orphans(values, given);
    const source = values['version-source'] ?? 'auto';
    const problems = [];
    if (!given('docker-port')) {
        problems.push((0,_input_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .contradiction */ .qX)('docker-port', '`docker-image` needs `docker-port`: nothing else says where the application in the container is reached.', 'Give the port on which it listens.'));
    }
    if (given('deployment-package-path')) {
        problems.push((0,_input_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .contradiction */ .qX)('docker-image', 'Both `docker-image` and `deployment-package-path` are given, and a version has one source.', 'Keep one of them; configuration beside the image comes from `.ebextensions` and `.platform` of `source-directory`.'));
    }
    if (source === 'existing' || source === 'none') {
        problems.push((0,_input_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .contradiction */ .qX)('docker-image', `\`docker-image\` is given, but with \`version-source: ${source}\` nothing is bundled.`, 'Remove one of the two.'));
    }
    return problems;
}
function orphans(values, given) {
    const without = ['docker-port', 'docker-registry-auth'].filter(given);
    if (values['docker-format'] === 'compose')
        without.push('docker-format');
    return without.map((name) => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .contradiction */ .qX)(name, `\`${name}\` is given without \`docker-image\`.`, 'Give the image, or remove it.'));
}
//# sourceMappingURL=image-inputs.js.map

/***/ }),

/***/ 8502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   qX: () => (/* binding */ contradiction)
/* harmony export */ });
/* harmony import */ var _did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(37178);

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
    const meant = failure.wrong === undefined || choices === undefined ? undefined : (0,_did_you_mean_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(failure.wrong, choices);
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

/***/ }),

/***/ 874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hL: () => (/* binding */ lockSettings),
/* harmony export */   kc: () => (/* binding */ LOCK_INPUTS),
/* harmony export */   lp: () => (/* binding */ readLockOperation)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73071);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8502);
/* harmony import */ var _rollout_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2668);
/* harmony import */ var _target_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(70840);
/* harmony import */ var _version_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(81967);
/** Inputs of the deploy lock, and the settings of the operations that only lock and unlock. */






const LOCK_INPUTS = {
    'deploy-lock': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['wait', 'fail', 'off']), {
        help: 'When another run, or a person, holds the deploy lock of the environment: wait for it or fail; `off` takes no lock. Without it: `wait`, and a lock that cannot be taken for lack of a permission is a warning only. See docs/locks.md.',
    }),
    'lock-timeout': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(0, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(12)), {
        help: 'How long to wait for the deploy lock; without it `busy-timeout`.',
    }),
    'lock-expiry': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(10), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(24 * 30)), {
        help: 'How long the lock lasts after its run has renewed it last (default `5m`), or with `operation: lock` in all (default `4h`).',
    }),
};
/** Renewed twice in this time, so that a run that died is found out soon. */
const RUN_EXPIRY = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(5);
const PERSON_EXPIRY = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(4);
function lockSettings(values, expiry = RUN_EXPIRY) {
    return {
        mode: values['deploy-lock'] ?? 'wait',
        isAskedFor: values['deploy-lock'] !== undefined,
        timeout: values['lock-timeout'] ?? values['busy-timeout'],
        expiry: values['lock-expiry'] ?? expiry,
    };
}
const OPERATION_INPUTS = {
    'aws-region': _target_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .TARGET_INPUTS */ .g['aws-region'],
    'application-name': _target_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .TARGET_INPUTS */ .g['application-name'],
    'environment-name': _target_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .TARGET_INPUTS */ .g['environment-name'],
    'dry-run': _target_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .TARGET_INPUTS */ .g['dry-run'],
    's3-bucket-name': _version_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION_INPUTS */ .h['s3-bucket-name'],
    comment: _version_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION_INPUTS */ .h.comment,
    'busy-timeout': _rollout_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .ENDING_INPUTS */ .M['busy-timeout'],
    ...LOCK_INPUTS,
};
/** Reads only the inputs that matter; the defaults of all others are handed over anyway and say nothing. */
function readLockOperation(operation, lookUp) {
    const { values, failures } = (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .Ko)(OPERATION_INPUTS, lookUp);
    const off = values['deploy-lock'] === 'off' ? [offProblem(operation)] : [];
    const problems = [...failures.map(_input_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOf */ .Zw), ...off];
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

/***/ }),

/***/ 45806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readOptions)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(11591);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(26405);


const INPUT = 'option-settings';
/** An environment has some hundred options; a file of this size holds something else. */
const LARGEST_FILE = 256 * 1024;
async function readOptions(given, files, workspace) {
    if (given === undefined)
        return { options: [], problems: [] };
    // Loaded only here: most runs have no options, and a YAML parser is a large part of a short start.
    const { readOptionSettings } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(5908)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5908));
    const inline = readOptionSettings(given);
    if (inline.kind === 'options')
        return { options: inline.options, problems: [] };
    if (inline.kind === 'wrong')
        return { options: [], problems: inline.because.map((one) => wrong(one)) };
    const found = await (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .place */ .i)(files, workspace, INPUT, inline.path, 'file');
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
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
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

/***/ }),

/***/ 26405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  b: () => (/* binding */ isEmptyWorkspace),
  i: () => (/* binding */ place)
});

// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __nccwpck_require__(11591);
// EXTERNAL MODULE: ./lib/inputs/input-problems.js
var input_problems = __nccwpck_require__(8502);
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
    const outside = () => places_problem('path-outside-workspace', input, `\`${input}\` is "${(0,input_problems/* shown */.SP)(given)}", which leads out of the workspace.`, 'Put it inside the workspace and give its path from there.');
    const path = insideWorkspace(workspace, given);
    if (path === undefined)
        return outside();
    try {
        if ((await files.stat(path)) === undefined) {
            return places_problem('path-not-found', input, `\`${input}\` is "${(0,input_problems/* shown */.SP)(given)}", which is not there.`, `Give a ${wanted} inside the workspace; is there a step before this one that makes it or checks it out?`);
        }
        const real = await files.realPath(path);
        if (!contains(await files.realPath(workspace), real))
            return outside();
        const kind = (await files.stat(real))?.kind;
        if (kind !== wanted) {
            const found = kind === 'file' || kind === 'directory' ? `a ${kind}` : 'something else';
            return places_problem('path-of-wrong-kind', input, `\`${input}\` is "${(0,input_problems/* shown */.SP)(given)}", which is ${found} and not a ${wanted}.`, `Give the path of a ${wanted}.`);
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

/***/ }),

/***/ 40927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _k: () => (/* binding */ previewWish),
/* harmony export */   fN: () => (/* binding */ previewContradictions),
/* harmony export */   pK: () => (/* binding */ PREVIEW_INPUTS),
/* harmony export */   t9: () => (/* binding */ contradictionsOfPreviews)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73071);
/* harmony import */ var _operations_names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(24506);
/* harmony import */ var _command_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(80136);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8502);
/** Inputs of previews: environments of pull requests, and the sweep that looks after them (docs/previews.md). */





const PREVIEW = ['preview'];
const BOTH = ['preview', 'sweep'];
const PREVIEW_INPUTS = {
    'pull-request-number': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(1, 2_147_483_647), {
        help: 'Pull request to preview, for events that belong to none (workflow_dispatch, workflow_run).',
        operations: PREVIEW,
    }),
    'preview-name': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('up to 30 letters, digits and hyphens', {
        pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,28}[A-Za-z0-9])?$/,
        because: 'is not the beginning of an environment name',
    }), {
        help: 'What names of previews begin with, followed by `-pr-` and the number; without it the name of the repository. Two previews of one pull request need two names.',
        operations: PREVIEW,
    }),
    'preview-label': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the name of a label'), {
        help: 'Only pull requests with this label have a preview; pull requests from forks need it in any case.',
        operations: PREVIEW,
    }),
    'max-previews': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(1, 1_000), {
        help: 'So many previews of this repository at a time; one more is refused, and the pull request is told.',
        operations: PREVIEW,
    }),
    'preview-ttl': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(1), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(24 * 365)), {
        help: 'A preview expires so long after its last update; `operation: sweep` removes it then. Without it: never.',
        operations: BOTH,
    }),
    'preview-size': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['single-instance', 'one-instance', 'as-model']), {
        help: '`single-instance`: no load balancer; `one-instance`: a load balancer with one instance; `as-model`: as large as what it is made from. Without it: `single-instance`, or `one-instance` with `preview-sleep`.',
        operations: PREVIEW,
    }),
    'preview-sleep': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, {
        help: 'A preview that was not updated for `preview-idle` is scaled to zero by `operation: sweep`; the next push wakes it.',
        operations: BOTH,
    }),
    'preview-idle': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(10), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(24 * 365)), {
        help: 'How long after its last update a preview is put to sleep (default `4h`).',
        operations: ['sweep'],
    }),
    'preview-first-command': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_command_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .SCRIPT */ .Mm, {
        help: 'Shell command that runs once in the life of a preview, on its instance, when it has just been created (test data); see docs/hooks.md.',
        operations: PREVIEW,
    }),
};
const IDLE = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(4);
function previewWish(values, token) {
    const sleeps = values['preview-sleep'] === true;
    return {
        size: values['preview-size'] ?? (sleeps ? 'one-instance' : 'single-instance'),
        sleeps,
        idle: values['preview-idle'] ?? IDLE,
        ...given('name', values['preview-name']),
        ...given('label', values['preview-label']),
        ...given('most', values['max-previews']),
        ...given('expiresAfter', values['preview-ttl']),
        ...given('pullRequest', values['pull-request-number']),
        ...given('token', token === '' ? undefined : token),
    };
}
/** `{ key: value }`, or nothing when there is no value. */
const given = (key, value) => 
// A computed key loses its literal type, hence the cast.
(value === undefined ? {} : { [key]: value });
/** For every other operation: an input of previews there is a misunderstanding. */
function previewContradictions(operation, lookUp) {
    if ((0,_operations_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isPreviewOperation */ .Ow)(operation))
        return [];
    return Object.keys(PREVIEW_INPUTS)
        .filter((name) => lookUp(name).trim() !== '')
        .map((name) => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .contradiction */ .qX)(name, `\`${name}\` is given, but \`operation: ${operation === '' ? 'deploy' : operation}\` makes no previews.`, 'Set `operation: preview`, or remove it.'));
}
/** What does not go together with `operation: preview` or `sweep`. */
function contradictionsOfPreviews(operation, values, lookUp) {
    const isGiven = (name) => lookUp(name).trim() !== '';
    const named = ['environment-name', 'environments']
        .filter(isGiven)
        .map((name) => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .contradiction */ .qX)(name, `\`${name}\` is given, but with \`operation: ${operation}\` environments are named after pull requests.`, 'Remove it; `preview-name` says what their names begin with.'));
    return operation === 'sweep'
        ? [...named, ...notOfSweeps(isGiven)]
        : [
            ...named,
            ...unless(flagOf('create-environment-if-not-exists', lookUp) === false, mustCreate()),
            ...sizes(values),
            ...firstCommand(isGiven, lookUp),
        ];
}
const notOfSweeps = (isGiven) => Object.entries(PREVIEW_INPUTS)
    .filter(([name, { operations }]) => !operations.includes('sweep') && isGiven(name))
    .map(([name]) => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .contradiction */ .qX)(name, `\`${name}\` is given, but \`operation: sweep\` deploys nothing.`, 'Remove it here.'));
function sizes(values) {
    if (values['preview-sleep'] !== true || values['preview-size'] !== 'single-instance')
        return [];
    return [
        (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .contradiction */ .qX)('preview-sleep', '`preview-sleep: true` scales an Auto Scaling group to zero, and a single-instance environment always has one instance.', 'Set `preview-size: one-instance`, or leave it out.'),
    ];
}
function firstCommand(isGiven, lookUp) {
    if (!isGiven('preview-first-command') || flagOf('wait-for-deployment', lookUp) !== false)
        return [];
    return [
        (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .contradiction */ .qX)('preview-first-command', '`preview-first-command` is given, but `wait-for-deployment: false` ends before the preview is there.', 'Remove one of the two.'),
    ];
}
const mustCreate = () => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_4__/* .contradiction */ .qX)('create-environment-if-not-exists', '`create-environment-if-not-exists: false` leaves `operation: preview` nothing to do: a preview is created by its first run.', 'Remove it.');
const unless = (isWrong, problem) => (isWrong ? [problem] : []);
/** `undefined` when it is not given, or not well; the latter is somebody else's problem. */
function flagOf(name, lookUp) {
    const { values } = (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .Ko)({ [name]: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, { help: '' }) }, lookUp);
    return values[name];
}
//# sourceMappingURL=preview-inputs.js.map

/***/ }),

/***/ 18203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ROLLBACK_INPUTS),
/* harmony export */   H: () => (/* binding */ rollbackContradictions)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8502);
/** Inputs about earlier versions: which one to go back to, and how many old ones to keep. */


/** AWS API reference, CreateApplicationVersion: VersionLabel. */
const LABELLED = String.raw `^(?!\s)[^/\\\p{Cc}]{1,100}(?<!\s)$`;
const LABEL = {
    // Made when it is needed: Unicode's classes take their time.
    pattern: { test: (given) => new RegExp(LABELLED, 'u').test(given) },
    because: 'is not a version label (up to 100 characters, no slash, no line break)',
};
const ROLLBACK_INPUTS = {
    'to-version': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('`previous` or the label of a version', LABEL), {
        help: 'With `operation: rollback`: the version to go back to; `previous` (the default) is the last one that was proven good on this environment before the one that runs now.',
    }),
    'prune-versions': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(1, 1_000), {
        help: 'After a success, delete old versions of the application with their bundles, all but the newest so many; versions that run anywhere, the last good ones of every environment and newer ones always stay.',
    }),
};
const BUILDING = [
    'version-label',
    'source-directory',
    'deployment-package-path',
    'exclude-patterns',
    'image-uri',
    'build-configuration',
    'use-existing-application-version-if-available',
];
/** A rollback builds nothing, and nothing but a rollback goes back. */
function rollbackContradictions(values, lookUp) {
    if (values.operation !== 'rollback') {
        return values['to-version'] === undefined
            ? []
            : [
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .contradiction */ .qX)('to-version', '`to-version` is given, but only `operation: rollback` goes back to a version.', 'Set `operation: rollback`, or name the version to deploy with `version-label`.'),
            ];
    }
    return [
        ...BUILDING.filter((name) => lookUp(name) !== '').map((name) => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .contradiction */ .qX)(name, `\`${name}\` is given, but a rollback deploys a version that exists and makes none.`, name === 'version-label' ? 'Name the version with `to-version`.' : 'Remove it.')),
        ...(values['wait-for-deployment'] === false
            ? [
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .contradiction */ .qX)('wait-for-deployment', '`wait-for-deployment: false` does not wait for the proof that a rollback is about.', 'Remove it.'),
            ]
            : []),
    ];
}
//# sourceMappingURL=rollback-inputs.js.map

/***/ }),

/***/ 2668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ ENDING_INPUTS),
/* harmony export */   t: () => (/* binding */ PROOF_INPUTS)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73071);
/* harmony import */ var _accepted_health_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(13443);
/** Inputs that say when a rollout counts as done, how long it may take, and what happens when it does not go well. */



const PROOF_INPUTS = {
    'accept-health': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .words */ .aL)(_accepted_health_js__WEBPACK_IMPORTED_MODULE_2__/* .HEALTH_WORDS */ .h), 'Ok, Info', {
        help: 'Health that counts as success, as statuses or colours; `not-worse` compares with the health before the rollout.',
    }),
    'stable-for': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(0, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(6)), '30s', {
        help: 'How long accepted health must last without a bad sample.',
    }),
    'health-grace': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(0, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(6)), '5m', {
        help: 'How long to wait for accepted health after the update has ended.',
    }),
    'wait-for-deployment': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'true', {
        help: '`false`: end as soon as the update has been accepted, with the outcome `started`.',
        aws: true,
    }),
    'wait-for-environment-recovery': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'true', {
        help: '`false`: health is shown, not judged, and the outcome says so.',
        aws: true,
    }),
    'poll-interval': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(250, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(5)), {
        help: 'Fixed time between two looks; without it the pace adapts to what is going on.',
    }),
};
const ENDING_INPUTS = {
    timeout: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(1)), {
        help: 'Limit for the whole rollout from its first step, after any wait for a busy environment; without it, it is computed from the strategy and the size of the environment.',
    }),
    'deployment-timeout': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(1)), {
        help: 'The same as `timeout`; seconds when no unit is given, and without the upper limit of 3600.',
        aws: true,
    }),
    'on-failure': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['rollback', 'abort', 'none']), 'rollback', {
        help: 'When the rollout has failed: put back what was there before, code and settings, and prove it (see docs/rollback.md); only abort what still runs; or leave everything as it is.',
    }),
    'on-timeout': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['leave', 'abort']), 'leave', {
        help: 'When time is up: leave the update running and say so, or abort it.',
    }),
    'on-cancel': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['abort', 'leave']), 'abort', {
        help: 'When the workflow is cancelled: abort the update that this run started, or leave it running.',
    }),
    'on-busy': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['wait', 'fail', 'abort-ours']), 'wait', {
        help: 'When the environment is busy with another operation: wait for its end, fail, or abort it when an earlier run of this action started it. The plan is made when it is Ready.',
    }),
    'busy-timeout': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(0, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(12)), '15m', {
        help: 'How long to wait for a busy environment.',
    }),
    'logs-on-failure': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['tail', 'none']), 'tail', {
        help: 'Fetch the lines of the deployment log that matter when the rollout fails.',
    }),
    'job-summary': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'true', { help: 'Write a summary of the rollout to the page of the run.' }),
};
//# sourceMappingURL=rollout-inputs.js.map

/***/ }),

/***/ 70840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ CONFIGURATION_INPUTS),
/* harmony export */   g: () => (/* binding */ TARGET_INPUTS)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _operations_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24506);
/* harmony import */ var _strategies_index_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(96193);
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
const ROLE = {
    pattern: /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
    because: 'is not the ARN of a role (`arn:aws:iam::123456789012:role/deploy`)',
};
/** AWS API reference, AssumeRole: RoleSessionName. */
const SESSION_NAME = {
    pattern: /^[\w+=,.@-]{2,64}$/,
    because: 'is not 2 to 64 letters, digits and characters of +=,.@-_',
};
const TARGET_INPUTS = {
    'aws-region': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('a region such as `eu-west-1`', REGION), {
        help: 'Region of the environment.',
        aws: true,
        unless: 'environments',
    }),
    'application-name': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the name of an application', APPLICATION), {
        help: 'Elastic Beanstalk application.',
        aws: true,
        unless: 'environments',
    }),
    'environment-name': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .required */ .mw)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the name of an environment', ENVIRONMENT), {
        help: 'Elastic Beanstalk environment to deploy to.',
        aws: true,
        unless: 'environments',
    }),
    'role-to-assume': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the ARN of a role', ROLE), {
        help: 'Role to deploy with, in place of aws-actions/configure-aws-credentials: taken with an ID token of GitHub (`permissions: id-token: write`), else with the credentials that the job has; renewed before it ends, however long the rollout takes.',
    }),
    'role-session-name': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('a session name', SESSION_NAME), 'beanstalk-rollout', {
        help: 'Name of the session, as CloudTrail shows it (`role-to-assume`).',
    }),
    operation: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(_operations_names_js__WEBPACK_IMPORTED_MODULE_1__/* .OPERATION_NAMES */ .d0), 'deploy', {
        help: `What to do. ${Object.entries({
            ..._operations_names_js__WEBPACK_IMPORTED_MODULE_1__/* .OPERATION_SUMMARIES */ .n1,
            ..._operations_names_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCK_OPERATION_SUMMARIES */ .n8,
            ..._operations_names_js__WEBPACK_IMPORTED_MODULE_1__/* .PREVIEW_OPERATION_SUMMARIES */ .Us,
        })
            .map(([name, summary]) => `\`${name}\`: ${summary}`)
            .join('; ')}.`,
    }),
    'dry-run': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'false', {
        help: 'Show the plan and compare all strategies for this environment, in the log and on the page of the run; nothing is changed.',
    }),
    strategy: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(_strategies_index_js__WEBPACK_IMPORTED_MODULE_2__/* .STRATEGY_NAMES */ .n), 'as-configured', {
        help: 'How the version reaches the instances; see docs/strategies.md.',
    }),
    'restore-policy': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt, 'false', {
        help: "Put the environment's own deployment policy back when the strategy had to change it.",
    }),
};
const CONFIGURATION_INPUTS = {
    'option-settings': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .document */ .Al)('JSON or YAML, or the path of a file in the workspace'), {
        help: 'Options to change in the same update: a list of `Namespace`, `OptionName`, `Value`, or a map from namespace to options, as JSON or YAML, inline or as the path of a file in the workspace.',
        aws: true,
    }),
    'environment-variables': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .pairs */ .AS, {
        help: 'Environment properties to set in the same update, one `KEY=value` a line; `KEY=` removes the key and all others stay; values are never printed.',
    }),
    'solution-stack-name': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the name of a solution stack'), {
        help: 'What a new environment is created on; an environment that exists must run on it already (it is never moved).',
        aws: true,
    }),
    'platform-arn': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the ARN of a platform version'), {
        help: 'What a new environment is created on; an environment that exists must run on it already (it is never moved).',
        aws: true,
    }),
};
//# sourceMappingURL=target-inputs.js.map

/***/ }),

/***/ 76739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ unknownInputs)
});

// EXTERNAL MODULE: ./lib/inputs/declarations.js + 1 modules
var declarations = __nccwpck_require__(99524);
// EXTERNAL MODULE: ./lib/inputs/did-you-mean.js
var did_you_mean = __nccwpck_require__(37178);
;// CONCATENATED MODULE: ./lib/inputs/other-actions.js
/** Inputs of other actions and tools for Elastic Beanstalk, and what to write here instead. */
const renamed = (input) => ({ input, hint: () => `It is called \`${input}\` here.` });
const CREDENTIALS = {
    hint: () => 'Credentials come from the environment: remove it, and use aws-actions/configure-aws-credentials in a step before this one.',
};
const isOff = (value) => /^(false|no|0)$/i.test(value.trim());
/** Every input of einaregilsson/beanstalk-deploy (its action.yml, v22 and v23). */
const BEANSTALK_DEPLOY = {
    aws_access_key: CREDENTIALS,
    aws_secret_key: CREDENTIALS,
    aws_session_token: CREDENTIALS,
    region: renamed('aws-region'),
    application_name: renamed('application-name'),
    environment_name: renamed('environment-name'),
    version_label: renamed('version-label'),
    version_description: renamed('comment'),
    deployment_package: {
        input: 'deployment-package-path',
        hint: () => 'It is called `deployment-package-path` here; without a package, `version-source: existing` deploys the version that `version-label` names.',
    },
    existing_bucket_name: renamed('s3-bucket-name'),
    use_existing_version_if_available: {
        input: 'on-label-conflict',
        hint: (value) => isOff(value)
            ? 'Write `on-label-conflict: fail` instead.'
            : 'Write `on-label-conflict: reuse` instead; or leave it out, then the same content is never uploaded twice and other content gets a label of its own.',
    },
    wait_for_deployment: renamed('wait-for-deployment'),
    wait_for_environment_recovery: {
        input: 'health-grace',
        hint: (value) => /^\d+$/.test(value.trim())
            ? `Write \`health-grace: ${Number(value.trim())}s\` instead (it is a length of time there, and \`wait-for-environment-recovery\` is \`true\` or \`false\` here).`
            : 'It is called `health-grace` here, a duration such as `30s`.',
    },
    max_backoff_retries: {
        hint: () => 'Remove it: calls are repeated as often as their kind of failure deserves.',
    },
};
/** The name as the workflow wrote it may have capitals or hyphens; the runner hands over capitals. */
function replacementFor(name) {
    const plain = name.toLowerCase().replaceAll('-', '_');
    return Object.hasOwn(BEANSTALK_DEPLOY, plain) ? BEANSTALK_DEPLOY[plain] : undefined;
}
/** For the table in docs/migrate-from-beanstalk-deploy.md, which a test holds to this one. */
const REPLACED_INPUTS = Object.keys(BEANSTALK_DEPLOY);
//# sourceMappingURL=other-actions.js.map
;// CONCATENATED MODULE: ./lib/inputs/unknown-inputs.js



/** `given`: as the runner spells them in `INPUT_*`, in capitals. */
function unknownInputs(given, lookUp) {
    const names = given.map((name) => name.toLowerCase());
    return names.filter((name) => !declarations/* INPUT_NAMES */.Qh.includes(name)).map((name) => unknown(name, lookUp));
}
function unknown(name, lookUp) {
    const what = `There is no input \`${name}\`.`;
    const replacement = replacementFor(name);
    if (replacement !== undefined) {
        return { code: 'renamed-input', blame: 'you', what, hint: replacement.hint(lookUp(name)), input: name };
    }
    return { code: 'unknown-input', blame: 'you', what, hint: nearest(name), input: name };
}
function nearest(name) {
    const meant = (0,did_you_mean/* didYouMean */.a)(name, declarations/* INPUT_NAMES */.Qh);
    return meant === undefined ? 'The inputs are listed in the README.' : `Did you mean \`${meant}\`?`;
}
//# sourceMappingURL=unknown-inputs.js.map

/***/ }),

/***/ 81967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ VERSION_INPUTS)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/** Inputs that say which version is deployed, and where its bundle comes from. */

/**
 * What a label can be made from: slashes, control characters and length are mended when its bundle is known. Unicode's
 * classes are made for labels that need them: V8 looks through all characters for that.
 */
const SPOKEN = String.raw `[\p{L}\p{N}\p{S}]`;
const LABEL = {
    pattern: { test: (given) => /[a-z0-9]/i.test(given) || new RegExp(SPOKEN, 'u').test(given) },
    because: 'has no letter and no digit',
};
/** Amazon S3 user guide, "Bucket naming rules". */
const BUCKET = { pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, because: 'is not a bucket name' };
const VERSION_INPUTS = {
    'version-label': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('a label with at least one letter or digit', LABEL), {
        help: 'Label of the version, for example a tag or a branch (`feature/x` becomes `feature-x`, and what is longer than 100 characters is cut); without it `<first 7 of the commit>-<first 8 of the content hash>`.',
        aws: true,
    }),
    'version-source': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['auto', 'bundle', 'existing', 'none']), 'auto', {
        help: '`bundle`: make the version from the workspace or the given package; `existing`: deploy the version that `version-label` names; `none`: change only options and variables; `auto`: `bundle`, unless nothing is given and the workspace is empty.',
    }),
    'deployment-package-path': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae)('file'), {
        help: 'Archive (zip, war, jar) that is the bundle.',
        aws: true,
    }),
    'source-directory': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .path */ .Ae)('directory'), {
        help: 'Directory to make the bundle from; without it and without a package it is the whole workspace.',
        aws: true,
    }),
    'exclude-patterns': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)('patterns as in `.gitignore`, separated by commas or line breaks'), {
        help: 'Patterns of files to leave out, on top of `.ebignore` (else `.gitignore`) and the built-in list.',
        aws: true,
    }),
    symlinks: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['preserve', 'follow']), 'preserve', {
        help: 'Keep symbolic links as links, or put what they point to into the bundle.',
        aws: true,
    }),
    'on-label-conflict': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['suffix', 'fail', 'reuse']), 'suffix', {
        help: 'What to do when the label exists with other content: deploy under `<label>-<hash>`, fail, or deploy what the label holds.',
    }),
    's3-bucket-name': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('the name of a bucket', BUCKET), {
        help: "Bucket for bundles, in the environment's region; it must exist. Without it the bucket that Elastic Beanstalk provides is used.",
        aws: true,
    }),
    comment: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)('up to 150 characters', { pattern: /^.{0,150}$/su, because: 'is longer than 150 characters' }), '', {
        help: 'Sentence for the description of the version; of a rollback the reason, kept in the record of good versions.',
    }),
};
//# sourceMappingURL=version-inputs.js.map

/***/ }),

/***/ 28441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ WAVES_INPUTS),
/* harmony export */   Oe: () => (/* binding */ ENTRY_KEYS),
/* harmony export */   f_: () => (/* binding */ wavesContradictions),
/* harmony export */   nR: () => (/* binding */ OWN_INPUTS),
/* harmony export */   wg: () => (/* binding */ inputOf)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _strategies_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(96193);
/* harmony import */ var _command_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(80136);
/* harmony import */ var _environment_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(90372);
/* harmony import */ var _gate_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(29994);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8502);
/* harmony import */ var _rollback_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(18203);
/* harmony import */ var _rollout_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2668);
/* harmony import */ var _target_inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(70840);
/* harmony import */ var _version_inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(81967);
/** Inputs of a run for several environments, and which inputs one of them may have for itself. */










const WAVES_INPUTS = {
    environments: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .document */ .Al)('a YAML list of waves'), {
        help: 'Several environments instead of `environment-name`, with one version: a YAML list of waves that follow one another; a wave is an environment or a list of environments that are deployed to side by side; an environment is a name, or a map with `name` and inputs of its own (`region`, `strategy`, `accept-health`, …). See docs/several-environments.md.',
    }),
    'max-parallel': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(1, 20), '5', {
        help: 'With `environments`: how many of a wave are deployed to at the same time.',
    }),
    'on-wave-failure': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['stop', 'rollback-all']), 'stop', {
        help: 'With `environments`, when one of them fails: start nothing more and let those that run end in their own way, or then also put back what this run has changed in the others.',
    }),
};
/** Shorter names for what nearly every entry has. */
const SHORT = {
    name: 'environment-name',
    region: 'aws-region',
    application: 'application-name',
};
/** Of the whole run, although their neighbours are not. */
const OF_THE_RUN = [
    'operation',
    'dry-run',
    'job-summary',
    'prune-versions',
    'create-application-if-not-exists',
];
/** Everything that may differ from one environment to the next. The version is one for all of them. */
const OWN_INPUTS = [
    ...new Set([
        ...Object.keys({
            ..._target_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .TARGET_INPUTS */ .g,
            ..._target_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .CONFIGURATION_INPUTS */ .P,
            ..._rollout_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .PROOF_INPUTS */ .t,
            ..._command_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_INPUTS */ .GP,
            ..._rollout_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .ENDING_INPUTS */ .M,
            ..._environment_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .CREATION_INPUTS */ .Ax,
            ..._gate_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .GATE_INPUTS */ .K,
            ..._rollback_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .ROLLBACK_INPUTS */ .D,
            's3-bucket-name': _version_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .VERSION_INPUTS */ .h['s3-bucket-name'],
        }),
        ...Object.values(_strategies_index_js__WEBPACK_IMPORTED_MODULE_1__/* .STRATEGIES */ .Y).flatMap(({ inputs }) => Object.keys(inputs)),
    ]),
].filter((name) => !OF_THE_RUN.includes(name));
/** Names that an entry may use, the short ones first. */
const ENTRY_KEYS = [...Object.keys(SHORT), ...OWN_INPUTS];
/** The input that a key of an entry stands for. */
const inputOf = (key) => SHORT[key] ?? key;
/** Without `environments` the other two mean nothing; their defaults are what the runner hands over anyway. */
function wavesContradictions(lookUp) {
    return ['max-parallel', 'on-wave-failure']
        .filter((name) => !['', WAVES_INPUTS[name].default].includes(lookUp(name).trim()))
        .map((name) => (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .contradiction */ .qX)(name, `\`${name}\` is given, but only a run with \`environments\` has waves.`, 'Remove it, or list the environments.'));
}
//# sourceMappingURL=waves-inputs.js.map

/***/ }),

/***/ 10898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ giveBack),
/* harmony export */   x: () => (/* binding */ holdLock)
/* harmony export */ });
/* harmony import */ var _domain_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(23417);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73071);
/** A lock that this run holds: renewed in the background while the run lives, and given back at its end. */



/** A lock is renewed twice in its lifetime; a renewal that fails is tried again every few seconds of the other half. */
const RENEWALS = 2;
const TRIES = 4;
/** `etag`: of the lock as it was taken, when that is known: who wrote last need not read before the next write. */
function holdLock(context, place, taken, etag) {
    const { ports, say } = context;
    const stop = new AbortController();
    let lock = taken;
    const written = { etag };
    const renewing = keepRenewing(context, place, () => lock, written, stop.signal);
    return {
        place,
        lock,
        unfinished: () => lock.unfinished,
        forget: (rest) => {
            const { unfinished: _, ...others } = lock;
            lock = rest === undefined ? others : { ...others, unfinished: rest };
        },
        note: async (unfinished) => {
            lock = { ...lock, unfinished };
            await renewOnce(ports, place, lock, written);
        },
        release: async () => {
            stop.abort();
            await renewing;
            const end = await giveBack(ports, place, lock.nonce, { unfinished: lock.unfinished, etag: written.etag });
            if (end !== 'released' && end !== 'not-ours')
                say({ type: 'notice', text: notReleased(place, lock, end.because) });
        },
    };
}
const notReleased = (place, lock, because) => `The lock of ${place.environment} could not be given back (${because.replace(/\.$/, '')}); it ends by itself ${Math.round(lock.lifetime / 1_000)}s after it was renewed last.`;
async function keepRenewing(context, place, lock, written, stop) {
    const { ports, say } = context;
    const usual = lock().lifetime / RENEWALS;
    let pause = usual;
    let failures = 0;
    while (!stop.aborted) {
        await ports.clock.sleep(pause, stop);
        if (stop.aborted)
            return;
        const end = await renewOnce(ports, place, lock(), written);
        if (stop.aborted)
            return;
        switch (end.renewal) {
            case 'renewed':
                failures = 0;
                pause = usual;
                continue;
            case 'failed':
                if (failures === 0)
                    say({ type: 'notice', text: `The lock of ${place.environment} could not be renewed: ${end.because}` });
                // Soon at first, because the lock runs out; a permission that is gone does not come back by asking for it.
                pause = Math.min(usual, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(10) * 2 ** failures);
                failures += 1;
                continue;
            case 'lost':
                say({ type: 'warning', problem: lostProblem(place, end.to) });
                return;
        }
    }
}
/** One call as a rule: only when somebody else has written meanwhile, or an answer was lost, it is read again. */
async function renewOnce({ documents, clock }, place, lock, last) {
    const { bucket, key } = place;
    const onWritten = (etag) => {
        last.etag = etag;
    };
    try {
        const text = () => (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockText */ .li)({ state: 'held', lock: (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .renewed */ .Fv)(lock, clock.now()) });
        const { etag } = last;
        last.etag = undefined;
        if (etag !== undefined) {
            const written = await documents.write({ bucket, key, text: text(), replaces: etag, onWritten });
            if (written === 'written')
                return { renewal: 'renewed' };
        }
        const found = await documents.read(bucket, key);
        const document = found === undefined ? undefined : (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .readLock */ .mF)(found.text);
        const now = document?.state === 'held' ? document.lock : undefined;
        if (found === undefined || now?.nonce !== lock.nonce)
            return { renewal: 'lost', to: now };
        const written = await documents.write({ bucket, key, text: text(), replaces: found.etag, onWritten });
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
/** Gives a lock back when it has this nonce. Without `leaving` what is written in it as undone stays. */
async function giveBack({ documents, clock }, place, nonce, leaving) {
    const { bucket, key } = place;
    let because = 'it was written by others again and again';
    for (let tries = 0; tries < TRIES; tries += 1) {
        if (tries > 0)
            await clock.sleep((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(0.25));
        try {
            if (tries === 0 && leaving?.etag !== undefined) {
                const text = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockText */ .li)((0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .freed */ .pK)(leaving.unfinished));
                if ((await documents.write({ bucket, key, text, replaces: leaving.etag })) === 'written')
                    return 'released';
            }
            const found = await documents.read(bucket, key);
            const document = found === undefined ? undefined : (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .readLock */ .mF)(found.text);
            if (found === undefined || document?.state !== 'held' || document.lock.nonce !== nonce)
                return 'not-ours';
            const text = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockText */ .li)((0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .freed */ .pK)(leaving === undefined ? (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .unfinishedIn */ .Fp)(document) : leaving.unfinished));
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

/***/ 38482:
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
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(11591);
/* harmony import */ var _held_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(10898);
/* harmony import */ var _lock_place_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(38482);
/* harmony import */ var _take_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(47832);




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
                held = [...held, (0,_held_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .holdLock */ .x)(request, place, taken.lock, taken.etag)];
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
        unfinished: () => held.flatMap((one) => one.unfinished() ?? []),
        note: async (unfinished) => {
            const own = held.filter(({ place }) => place.environment === unfinished.environment);
            await Promise.all(own.map((one) => one.note(unfinished)));
        },
        forget: (environments, rest = () => undefined) => {
            for (const one of held) {
                const left = one.unfinished();
                if (left !== undefined && environments.includes(one.place.environment))
                    one.forget(rest(left));
            }
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

/***/ 19411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HP: () => (/* binding */ lockedEnvironments),
/* harmony export */   Qu: () => (/* binding */ locksFor),
/* harmony export */   R3: () => (/* binding */ settleUnfinished),
/* harmony export */   VY: () => (/* binding */ giveBackLocks),
/* harmony export */   sK: () => (/* binding */ tellWhoLocks),
/* harmony export */   sh: () => (/* binding */ noteUnfinished)
/* harmony export */ });
/* harmony import */ var _domain_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(23417);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11591);
/* harmony import */ var _domain_snapshot_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(66178);
/* harmony import */ var _domain_standing_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(86634);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(73071);
/* harmony import */ var _domain_unfinished_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(40839);
/* harmony import */ var _lock_place_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(38482);
/* harmony import */ var _locks_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7675);
/* harmony import */ var _saved_locks_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(27509);
/** Which locks a rollout needs, and how the story takes and gives them back. */









/** Not longer, once the runner has asked to stop: the post phase can do it, too. */
const PATIENCE_AFTER_CANCEL = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(0.6);
function locksFor(settings, outside, cloud, say, cancel, save = (locks) => (0,_saved_locks_js__WEBPACK_IMPORTED_MODULE_7__/* .saveLocks */ .G)(outside.host, [{ region: settings.region, locks }])) {
    const { host, clock, random } = outside;
    const { bucket, comment, lock, operation } = settings;
    return (0,_locks_js__WEBPACK_IMPORTED_MODULE_6__/* .createLocks */ .hF)({
        ports: { documents: cloud.documents, clock, random },
        say,
        cancel,
        buckets: cloud,
        ...(bucket === undefined ? {} : { bucket }),
        settings: lock ?? { mode: 'off', isAskedFor: false, timeout: 0, expiry: 0 },
        holder: (0,_locks_js__WEBPACK_IMPORTED_MODULE_6__/* .runHolder */ .C2)(host.run, operation),
        reason: comment,
        onPlaces: save,
    });
}
/** Every environment that the plan may change: for two sides, both. */
function lockedEnvironments({ environment, steps }) {
    const names = steps.flatMap((step) => [
        ...('environment' in step ? [step.environment.name] : []),
        ...('from' in step ? [step.from.name] : []),
        ...('to' in step ? [step.to.name] : []),
        ...('live' in step ? [step.live.name] : []),
        ...('stable' in step ? [step.stable.name, step.canary.name] : []),
    ]);
    return [...new Set([environment.name, ...names])].sort();
}
/**
 * Says in the locks what is on its way, and which settings the plan puts back at its end: the next run sees only what was
 * set for the rollout. What an earlier run has left stays written until it is done.
 */
async function noteUnfinished(locks, plan, snapshot, now) {
    if (plan.unchanged !== undefined)
        return;
    const before = locks.unfinished();
    const { target } = snapshot;
    const known = (0,_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_8__/* .sidesIn */ .O)(target);
    for (const environment of lockedEnvironments(plan)) {
        const seen = known.find((one) => one.environment.name === environment);
        const earlier = before.find((one) => one.environment === environment);
        const owed = (0,_domain_unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .mergeOwed */ .Ix)(earlier?.owed ?? [], (0,_domain_unfinished_js__WEBPACK_IMPORTED_MODULE_4__/* .owedBy */ .He)(plan, environment, seen));
        const label = labelFor(plan, environment);
        if (owed.length === 0 && label === undefined && earlier === undefined)
            continue;
        const { at: since, run } = now;
        const by = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .holderWords */ .gx)({ holder: (0,_locks_js__WEBPACK_IMPORTED_MODULE_6__/* .runHolder */ .C2)(run, plan.operation), takenAt: since });
        // No way back deploys anything to a side that has no traffic.
        const isAlone = seen !== undefined && seen.pair === undefined && target.pair === undefined;
        const own = isAlone && label !== undefined ? { versionLabel: label, before: (0,_domain_standing_js__WEBPACK_IMPORTED_MODULE_2__/* .standingBefore */ .ME)(seen, label) } : undefined;
        const unproven = label === undefined ? earlier?.unproven : own;
        const what = {
            ...(label === undefined ? {} : { versionLabel: label }),
            ...(unproven === undefined ? {} : { unproven }),
        };
        await locks.note({ environment, owed, since, by, ...what });
    }
}
/** The version that the plan brings to this environment; the way back brings the one from before. */
function labelFor({ steps }, environment) {
    for (const step of steps) {
        const brings = step.kind === 'update' || step.kind === 'create' || step.kind === 'create-environment';
        if (brings && step.environment.name === environment && step.versionLabel !== undefined)
            return step.versionLabel;
    }
    return undefined;
}
/** After an ending that left nothing undone, the locks say so; after any other one they keep what is written. */
function settleUnfinished(locks, plan, { target }, outcome) {
    const environments = lockedEnvironments(plan);
    const { state, restored, stillRunning } = outcome;
    if (state === 'succeeded' || state === 'unchanged' || restored === 'yes') {
        locks.forget(environments);
        return;
    }
    if (state !== 'started' && stillRunning.length > 0)
        return;
    // Nothing runs, or what was begun on purpose and is not waited for; what was to be put back, or proven, still is.
    const isAsFound = state !== 'started' && restored === 'not-needed';
    locks.forget(environments, ({ versionLabel: _, unproven: brought, ...rest }) => {
        const unproven = isAsFound && rest.environment === target.environment.name ? unprovenAsFound(target) : brought;
        if (unproven !== undefined)
            return { ...rest, unproven };
        return rest.owed.length === 0 ? undefined : rest;
    });
}
/** What an earlier run has left without a proof is still there. */
function unprovenAsFound({ environment, former }) {
    const { versionLabel } = environment;
    if (former === undefined || versionLabel === undefined)
        return undefined;
    const { by: _, ...before } = former;
    return { versionLabel, before };
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
/**
 * For a dry run, which takes no lock: says who holds it, and answers what is written in it as undone. Whatever cannot be
 * read is no news.
 */
async function tellWhoLocks(settings, cloud, say) {
    const { bucket: given, environmentName, lock, region } = settings;
    if (lock === undefined || lock.mode === 'off')
        return [];
    try {
        const bucket = await (0,_lock_place_js__WEBPACK_IMPORTED_MODULE_5__/* .lockBucketByName */ .qL)(given, region, cloud);
        const found = bucket === undefined ? undefined : await cloud.documents.read(bucket, (0,_lock_place_js__WEBPACK_IMPORTED_MODULE_5__/* .lockKey */ .TL)(environmentName));
        const document = found === undefined ? undefined : (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .readLock */ .mF)(found.text);
        const unfinished = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .unfinishedIn */ .Fp)(document);
        const left = unfinished === undefined ? [] : [unfinished];
        if (found === undefined || document?.state !== 'held' || found.age >= document.lock.lifetime)
            return left;
        const what = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .heldWords */ .j0)(environmentName, document.lock, document.lock.lifetime - found.age);
        say({ type: 'notice', text: `${what} A deployment would ${lock.mode === 'fail' ? 'fail' : 'wait for it'}.` });
        // Of a run that lives nothing is left undone yet.
        return [];
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l))
            throw error;
        return [];
    }
}
//# sourceMappingURL=rollout-locks.js.map

/***/ }),

/***/ 27509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ saveLocks),
/* harmony export */   c: () => (/* binding */ giveBackSaved)
/* harmony export */ });
/* harmony import */ var _held_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(10898);

const LOCKS = 'locks';
/** Of every region in which the run holds some. */
function saveLocks(host, all) {
    const held = all.filter(({ locks }) => locks.length > 0);
    host.saveState(LOCKS, held.length === 0 ? '' : JSON.stringify(held));
}
/** Never fails: a lock that stays ends by itself. */
async function giveBackSaved(outside) {
    const text = outside.host.state(LOCKS);
    if (text === '')
        return;
    // Written by our own main phase; nothing else can write to the state of a step.
    const all = JSON.parse(text);
    for (const saved of all)
        await giveBackIn(outside, saved);
}
async function giveBackIn(outside, { region, locks }) {
    const { host, clock, random } = outside;
    try {
        const { documents } = await outside.connect(region, new AbortController().signal);
        for (const { place, nonce } of locks) {
            const end = await (0,_held_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .giveBack */ .F)({ documents, clock, random }, place, nonce);
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

/***/ }),

/***/ 47832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ takeLock)
/* harmony export */ });
/* harmony import */ var _domain_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(23417);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73071);
/* harmony import */ var _lock_place_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(38482);
/** Takes a lock, waiting for it when somebody else holds it. A lost answer is looked up, never guessed. */




const SAID_EVERY = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(30);
const LOST_AT_MOST = 4;
async function takeLock(request) {
    const { clock } = request.ports;
    const startedAt = clock.now();
    const told = waitingLines(request, startedAt);
    let look;
    let etag;
    try {
        for (let lost = 0;;) {
            if (request.cancel.aborted)
                return { taken: 'cancelled' };
            look = await lookAt(request, look);
            const decision = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .decideLock */ .il)(seenOf(look, clock.now()), request.wish);
            switch (decision.decision) {
                case 'ours':
                    return taken(request, undefined, look, look.found?.etag);
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
                    const written = await write(request, look, (now) => {
                        etag = now;
                    });
                    if (written === 'written')
                        return taken(request, decision, look, etag);
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
function taken({ place, say, wish }, decision, { found }, etag) {
    const mine = { taken: 'taken', lock: inheriting(wish, found), ...(etag === undefined ? {} : { etag }) };
    if (decision?.decision !== 'take-over')
        return mine;
    say({ type: 'notice', text: (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .takeoverWords */ .v$)(place.environment, decision.from, decision.because) });
    return { ...mine, from: decision.from };
}
/** What the one before has left undone stays written, until it is done. */
function inheriting(wish, found) {
    const unfinished = found === undefined ? undefined : (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .unfinishedIn */ .Fp)((0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .readLock */ .mF)(found.text));
    return unfinished === undefined ? wish : { ...wish, unfinished };
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
async function write({ ports, place, wish }, { found }, onWritten) {
    const { bucket, key } = place;
    const text = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockText */ .li)({ state: 'held', lock: inheriting(wish, found) });
    try {
        const replaces = found === undefined ? {} : { replaces: found.etag };
        return await ports.documents.write({ bucket, key, text, onWritten, ...replaces });
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

/***/ 77002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/domain/endings.js
var endings = __nccwpck_require__(45184);
// EXTERNAL MODULE: ./lib/domain/outcome.js
var domain_outcome = __nccwpck_require__(25772);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __nccwpck_require__(73071);
// EXTERNAL MODULE: ./lib/domain/changes.js
var changes = __nccwpck_require__(88705);
// EXTERNAL MODULE: ./lib/domain/input.js
var input = __nccwpck_require__(6180);
// EXTERNAL MODULE: ./lib/operations/names.js
var names = __nccwpck_require__(24506);
// EXTERNAL MODULE: ./lib/strategies/index.js + 23 modules
var strategies = __nccwpck_require__(96193);
// EXTERNAL MODULE: ./lib/domain/cluster.js
var cluster = __nccwpck_require__(92466);
// EXTERNAL MODULE: ./lib/inputs/cluster-inputs.js
var cluster_inputs = __nccwpck_require__(14957);
;// CONCATENATED MODULE: ./lib/inputs/aws-creation.js
/** AWS's own action creates what is missing unless told otherwise; here a workflow is taken so only when it describes a whole environment. */


/** What aws-actions/aws-elasticbeanstalk-deploy demands in `option-settings` before it creates an environment. */
const ROLES = [
    { namespace: 'aws:autoscaling:launchconfiguration', name: 'IamInstanceProfile' },
    { namespace: 'aws:elasticbeanstalk:environment', name: 'ServiceRole' },
];
/**
 * Fills in the two inputs when they are not given. With a platform and both roles the workflow says all that its action
 * needs to create an environment, and it would: so may this one. Anything less creates nothing unless it is asked to, as
 * a mistyped name must not bring up an environment that nobody has described.
 */
function withCreation(values, options) {
    const isWhole = describesEnvironment(values, options);
    const environment = values['create-environment-if-not-exists'] ?? isWhole;
    const application = values['create-application-if-not-exists'] ?? (environment && isWhole);
    return {
        ...values,
        'create-environment-if-not-exists': environment,
        'create-application-if-not-exists': application,
    };
}
/** Said when a creation follows from what else is given. */
function creationNotice(given, options) {
    if (given['create-environment-if-not-exists'] !== undefined || !describesEnvironment(given, options))
        return undefined;
    const what = (0,cluster_inputs/* isForCluster */.y9)(given)
        ? 'An image and the roles of a Cluster environment'
        : 'Platform and roles of an environment';
    return `${what} are given, so it is created with them when it does not exist, as by the action of AWS; \`create-environment-if-not-exists: false\` prevents that.`;
}
function describesEnvironment(values, options) {
    if (values.operation !== undefined && values.operation !== 'deploy')
        return false;
    const isCluster = (0,cluster_inputs/* isForCluster */.y9)(values);
    if (!isCluster && values['solution-stack-name'] === undefined && values['platform-arn'] === undefined)
        return false;
    return (isCluster ? cluster/* CLUSTER_ROLES */.Tu : ROLES).every(({ namespace, name }) => options.some((one) => one.namespace === namespace && one.name === name && one.value !== ''));
}
//# sourceMappingURL=aws-creation.js.map
// EXTERNAL MODULE: ./lib/inputs/image-inputs.js
var image_inputs = __nccwpck_require__(17260);
// EXTERNAL MODULE: ./lib/inputs/input-problems.js
var input_problems = __nccwpck_require__(8502);
// EXTERNAL MODULE: ./lib/inputs/places.js + 1 modules
var places = __nccwpck_require__(26405);
;// CONCATENATED MODULE: ./lib/inputs/bundle-source.js




async function readBundleSource(values, files, workspace, lookUp) {
    const archive = values['deployment-package-path'];
    const directory = values['source-directory'];
    const problems = [];
    // Both are looked at even when only one may be given: a run shall name everything that is wrong.
    const archivePlace = archive === undefined ? undefined : await (0,places/* place */.i)(files, workspace, 'deployment-package-path', archive, 'file');
    const directoryPlace = directory === undefined ? undefined : await (0,places/* place */.i)(files, workspace, 'source-directory', directory, 'directory');
    for (const found of [archivePlace, directoryPlace]) {
        if (found !== undefined && 'problem' in found)
            problems.push(found.problem);
    }
    if (archive !== undefined && directory !== undefined) {
        problems.push((0,input_problems/* contradiction */.qX)('source-directory', 'Both `deployment-package-path` and `source-directory` are given, and a version has one source.', 'Keep one of them.'));
    }
    problems.push(...(0,image_inputs/* imageContradictions */.UR)(values, (name) => lookUp(name) !== ''));
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
    const registryImage = (0,cluster_inputs/* registryImageSource */.ef)(values);
    if (registryImage !== undefined)
        return { source: registryImage, problems };
    const image = (0,image_inputs/* imageSource */.ZZ)(values, directoryPlace !== undefined && 'path' in directoryPlace ? directoryPlace.path : workspace);
    if (image !== undefined)
        return { source: image, problems };
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
    const given = values['deployment-package-path'] ??
        values['source-directory'] ??
        values['docker-image'] ??
        values['image-uri'] ??
        values['build-configuration'];
    // What was prepared is promoted or given up: there is nothing to bundle, whatever the workspace holds.
    if (values.operation === 'promote' || values.operation === 'abort') {
        return values['version-label'] === undefined ? 'none' : 'existing';
    }
    if (given !== undefined || !(await (0,places/* isEmptyWorkspace */.b)(files, workspace)))
        return 'bundle';
    if (values['version-label'] !== undefined)
        return 'existing';
    return values['option-settings'] !== undefined || values['environment-variables'] !== undefined ? 'none' : 'bundle';
}
function withoutBundle(kind, values, labelGiven) {
    const problems = [];
    for (const input of ['deployment-package-path', 'source-directory']) {
        if (values[input] !== undefined) {
            problems.push((0,input_problems/* contradiction */.qX)(input, `\`${input}\` is given, but with \`version-source: ${kind}\` nothing is bundled.`, 'Remove one of the two.'));
        }
    }
    if (kind === 'existing' && !labelGiven) {
        problems.push((0,input_problems/* contradiction */.qX)('version-label', '`version-source: existing` needs `version-label`.', 'Name the version to deploy.'));
    }
    if (kind === 'none' && labelGiven) {
        problems.push((0,input_problems/* contradiction */.qX)('version-label', '`version-label` is given, but with `version-source: none` no version is deployed.', 'Use `version-source: existing` to deploy the version of that label, or remove the label.'));
    }
    const changesNothing = values['option-settings'] === undefined && values['environment-variables'] === undefined;
    const hasWork = values.operation === 'promote' || values.operation === 'abort';
    if (kind === 'none' && changesNothing && !hasWork) {
        problems.push((0,input_problems/* contradiction */.qX)('version-source', '`version-source: none` without `option-settings` and `environment-variables` leaves nothing to do.', 'Say what shall change.'));
    }
    return problems;
}
//# sourceMappingURL=bundle-source.js.map
// EXTERNAL MODULE: ./lib/inputs/command-inputs.js
var command_inputs = __nccwpck_require__(80136);
// EXTERNAL MODULE: ./lib/domain/fleet.js
var fleet = __nccwpck_require__(85360);
// EXTERNAL MODULE: ./lib/domain/strategy.js
var strategy = __nccwpck_require__(3775);
// EXTERNAL MODULE: ./lib/domain/route.js
var route = __nccwpck_require__(13645);
// EXTERNAL MODULE: ./lib/strategies/canary-inputs.js
var canary_inputs = __nccwpck_require__(14115);
;// CONCATENATED MODULE: ./lib/inputs/canary-contradictions.js
/** What divides the requests of a canary, checked together: what is missing, what does not belong together, what is too short. */




const ALB = ['listener-rule-arn', 'process-port', 'canary-sticky-for', 'preview-header'];
const ROUTE53 = ['hosted-zone-id', 'record-name'];
function canaryContradictions(values, lookUp) {
    const { operation, strategy } = values;
    if (strategy !== 'canary' || operation === 'terminate')
        return [];
    const given = (names) => names.filter((name) => lookUp(name).trim() !== '');
    const router = lookUp('router').trim();
    const [alb, route53] = [given(ALB), given(ROUTE53)];
    return [
        ...(router === '' ? undecided(alb, route53) : []),
        ...(router === 'alb' || (router === '' && alb.length > 0) ? forAlb(values, lookUp, route53) : []),
        ...(router === 'route53' || (router === '' && alb.length === 0 && route53.length > 0)
            ? forRoute53(lookUp, alb)
            : []),
    ];
}
function undecided(alb, route53) {
    if (alb.length > 0 || route53.length > 0)
        return [];
    return [
        missing('listener-rule-arn', '`strategy: canary` needs something that divides the requests, and nothing is named.', 'Give `listener-rule-arn` (a rule of a load balancer that both environments share), or `hosted-zone-id` and `record-name` (Route 53).'),
    ];
}
function forAlb({ 'aws-region': region }, lookUp, others) {
    const arn = lookUp('listener-rule-arn').trim();
    const there = /^arn:[^:]+:elasticloadbalancing:([^:]+):/.exec(arn)?.[1];
    return [
        ...others.map((name) => notBoth(name, 'alb')),
        ...(arn === '' ? [missing('listener-rule-arn', '`router: alb` needs `listener-rule-arn`.', RULE)] : []),
        ...(there !== undefined && region !== undefined && there !== region
            ? [
                (0,input_problems/* contradiction */.qX)('listener-rule-arn', `\`listener-rule-arn\` is a rule in ${there}, and \`aws-region\` is ${region}.`, 'Give the rule of the load balancer that the two environments share.'),
            ]
            : []),
    ];
}
function forRoute53(lookUp, others) {
    const lacking = ROUTE53.filter((name) => lookUp(name).trim() === '');
    const read = canary_inputs/* canarySteps */.i0.read(lookUp('canary-steps').trim());
    const short = 'value' in read ? read.value.find(({ hold }) => hold < route/* SHORTEST_HOLD */.fN.route53) : undefined;
    return [
        ...others.map((name) => notBoth(name, 'route53')),
        ...lacking.map((name) => missing(name, `\`router: route53\` needs \`${name}\`.`, 'It needs the hosted zone and the name that users ask for.')),
        ...(short === undefined
            ? []
            : [
                (0,input_problems/* contradiction */.qX)('canary-steps', `\`canary-steps\` holds ${short.weight} % for ${(0,time/* formatDuration */.a3)(short.hold)}, and with \`router: route53\` a step takes ${(0,time/* formatDuration */.a3)(route/* SHORTEST_HOLD */.fN.route53)} at least: so long it takes until resolvers have followed.`, 'Give each step three minutes or more.'),
            ]),
    ];
}
const RULE = 'Give the ARN of a rule of your own on the load balancer that both environments share.';
const missing = (input, what, hint) => ({
    code: 'missing-input',
    blame: 'you',
    what,
    hint,
    input,
});
const notBoth = (input, router) => (0,input_problems/* contradiction */.qX)(input, `\`${input}\` is given, but the requests are divided by ${router === 'alb' ? 'a rule of a load balancer' : 'records of Route 53'}.`, `Remove it, or set \`router: ${router === 'alb' ? 'route53' : 'alb'}\`.`);
//# sourceMappingURL=canary-contradictions.js.map
// EXTERNAL MODULE: ./lib/inputs/declarations.js + 1 modules
var declarations = __nccwpck_require__(99524);
// EXTERNAL MODULE: ./lib/inputs/environment-inputs.js
var environment_inputs = __nccwpck_require__(90372);
// EXTERNAL MODULE: ./lib/inputs/rollback-inputs.js
var rollback_inputs = __nccwpck_require__(18203);
;// CONCATENATED MODULE: ./lib/inputs/contradictions.js









function contradictions(situation) {
    return [
        ...otherStrategies(situation),
        ...(0,environment_inputs/* environmentContradictions */.wp)(situation.values, situation.lookUp),
        ...(0,cluster_inputs/* clusterContradictions */.BH)(situation.values, situation.options, (name) => situation.lookUp(name).trim() !== ''),
        ...policyTwice(situation),
        ...variablesTwice(situation),
        ...timeouts(situation),
        ...health(situation),
        ...notWaiting(situation),
        ...labelConflict(situation),
        ...packaging(situation),
        ...(0,rollback_inputs/* rollbackContradictions */.H)(situation.values, situation.lookUp),
        ...canaryContradictions(situation.values, situation.lookUp),
    ];
}
/** Defaults of strategy inputs are never written to `action.yml`, so a text here was really given. */
function otherStrategies({ values, lookUp }) {
    const { strategy } = values;
    if (strategy === undefined || values.operation === 'terminate')
        return [];
    return [...declarations/* STRATEGY_INPUTS */.Q$]
        .filter(([name, { strategies }]) => lookUp(name) !== '' && !strategies.includes(strategy))
        .map(([name, { strategies }]) => (0,input_problems/* contradiction */.qX)(name, `\`${name}\` is given, but \`strategy: ${strategy}\` does not use it.`, `Remove it, or choose ${strategies.map((one) => `\`${one}\``).join(' or ')}.`));
}
function policyTwice({ values, options }) {
    if (values.strategy === undefined || values.strategy === 'as-configured')
        return [];
    return options
        .filter((one) => one.namespace === strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v ||
        (one.namespace === strategy/* COMMAND_NAMESPACE */.K && ['DeploymentPolicy', 'BatchSize', 'BatchSizeType'].includes(one.name)))
        .map((one) => (0,input_problems/* contradiction */.qX)('option-settings', `\`option-settings\` sets ${one.name}, which \`strategy: ${values.strategy ?? ''}\` sets too.`, 'Leave it to the strategy and its inputs, or use `strategy: as-configured`.'));
}
function variablesTwice({ values, options }) {
    const { set = {}, remove = [] } = values['environment-variables'] ?? {};
    return options
        .filter((one) => one.namespace === fleet/* PROPERTIES_NAMESPACE */.G2)
        .filter((one) => remove.includes(one.name) || (Object.hasOwn(set, one.name) && set[one.name] !== one.value))
        .map((one) => (0,input_problems/* contradiction */.qX)('environment-variables', `\`environment-variables\` and \`option-settings\` disagree about ${one.name}.`, 'Keep it in one of them.'));
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
                (0,input_problems/* contradiction */.qX)('deployment-timeout', `\`timeout\` is ${(0,time/* formatDuration */.a3)(timeout)} and \`deployment-timeout\` is ${(0,time/* formatDuration */.a3)(aws)}, and they mean the same.`, 'Keep `timeout`.'),
            ]
            : []),
        ...(limit !== undefined && stable !== undefined && limit <= stable
            ? [
                (0,input_problems/* contradiction */.qX)('stable-for', `\`stable-for\` is ${(0,time/* formatDuration */.a3)(stable)}, which does not fit into a limit of ${(0,time/* formatDuration */.a3)(limit)}.`, 'Raise `timeout` or lower `stable-for`.'),
            ]
            : []),
    ];
}
function health({ values, lookUp }) {
    const accepted = values['accept-health'] ?? [];
    const isDefault = ['', 'Ok, Info'].includes(lookUp('accept-health'));
    return [
        ...(accepted.includes('not-worse') && accepted.length > 1
            ? [(0,input_problems/* contradiction */.qX)('accept-health', '`accept-health` mixes `not-worse` with fixed values.', 'Keep one of the two.')]
            : []),
        ...(values['wait-for-environment-recovery'] === false && !isDefault
            ? [
                (0,input_problems/* contradiction */.qX)('accept-health', '`accept-health` is given, but `wait-for-environment-recovery: false` judges no health.', 'Remove one of the two.'),
            ]
            : []),
    ];
}
/** Whatever comes after the deployment needs somebody who is still there. A rollback refuses it by itself. */
function notWaiting({ values }) {
    if (values['wait-for-deployment'] !== false || values.operation === 'rollback')
        return [];
    const { alarms = [], strategy, operation } = values;
    return [
        ...(values['restore-policy'] === true
            ? [
                (0,input_problems/* contradiction */.qX)('restore-policy', '`restore-policy: true` needs the end of the deployment, and `wait-for-deployment: false` does not wait for it.', 'Remove one of the two.'),
            ]
            : []),
        ...(alarms.length > 0
            ? [
                (0,input_problems/* contradiction */.qX)('alarms', '`alarms` guard a rollout while it runs, and with `wait-for-deployment: false` nobody would be there to hear them.', 'Remove one of the two.'),
            ]
            : []),
        ...((strategy === 'blue-green' || strategy === 'canary') && operation !== 'prepare'
            ? [
                (0,input_problems/* contradiction */.qX)('wait-for-deployment', `\`strategy: ${strategy}\` moves the traffic when the idle side is proven, and \`wait-for-deployment: false\` does not wait for that.`, 'Remove it; `operation: prepare` may be left running, and `promote` moves the traffic later.'),
            ]
            : []),
    ];
}
function labelConflict({ values }) {
    const aws = values['use-existing-application-version-if-available'];
    const ours = values['on-label-conflict'];
    // `suffix` is the default, which the runner hands over as if it had been given.
    if (aws === undefined || ours === undefined || ours === 'suffix' || ours === (aws ? 'reuse' : 'fail'))
        return [];
    return [
        (0,input_problems/* contradiction */.qX)('use-existing-application-version-if-available', `\`use-existing-application-version-if-available: ${aws}\` means \`on-label-conflict: ${aws ? 'reuse' : 'fail'}\`, but \`on-label-conflict\` is \`${ours}\`.`, 'Keep `on-label-conflict`.'),
    ];
}
function packaging({ values, source }) {
    if (values['exclude-patterns'] === undefined ||
        source === undefined ||
        source.kind === 'directory' ||
        source.kind === 'image')
        return [];
    const instead = deployedInstead(source.kind);
    return [
        (0,input_problems/* contradiction */.qX)('exclude-patterns', `\`exclude-patterns\` is given, but ${instead}.`, 'Remove it, or give `source-directory`.'),
    ];
}
function deployedInstead(kind) {
    switch (kind) {
        case 'archive':
            return 'a given package is deployed as it is';
        case 'registry-image':
            return 'an image that is there is deployed';
        case 'existing-version':
            return 'an existing version is deployed';
    }
}
//# sourceMappingURL=contradictions.js.map
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __nccwpck_require__(11591);
;// CONCATENATED MODULE: ./lib/inputs/eb-defaults.js
/** Inputs that are not given are taken from `.elasticbeanstalk/config.yml`, where a project of the EB CLI has them already. */



const FILE = '.elasticbeanstalk/config.yml';
/** Beneath it, and shared by projects. */
const GLOBAL_FILE = '.elasticbeanstalk/config.global.yml';
/** Such a file has a few lines; one of this size holds something else. */
const LARGEST_FILE = 64 * 1024;
/** Looks for the file only when something is not given that it may say. */
async function ebDefaults(host, files) {
    const nothing = { host, notices: [], problems: [], located: (problem) => problem };
    const wanted = wantedInputs(host);
    if (wanted.length === 0)
        return nothing;
    const read = await readFiles(files, host.run.workspace);
    if (read === undefined)
        return nothing;
    if ('problem' in read)
        return { ...nothing, problems: [read.problem] };
    const { config, environmentOf } = read;
    const branch = /^refs\/heads\/(.+)$/.exec(host.run.ref ?? '')?.[1];
    const all = {
        'application-name': found('global.application_name', config.application),
        'aws-region': found('global.default_region', config.region),
        'environment-name': found('branch-defaults', environmentOf(config, branch)),
        'deployment-package-path': found('deploy.artifact', config.artifact),
    };
    const defaults = new Map(wanted.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
    return {
        host: { ...host, input: (name) => host.input(name) || (defaults.get(name)?.value ?? '') },
        notices: noticesOf(config, defaults),
        problems: [],
        located: (problem) => located(problem, defaults, config, branch),
    };
}
const found = (key, value) => value === undefined ? undefined : { key, value };
/** The inputs that are missing and that the file may stand in for. */
function wantedInputs(host) {
    const isGiven = (name) => host.input(name) !== '';
    const operation = host.input('operation') || 'deploy';
    const several = isGiven('environments') || (0,names/* isPreviewOperation */.Ow)(operation);
    const bundles = ['deploy', 'prepare'].includes(operation) && ['', 'auto', 'bundle'].includes(host.input('version-source'));
    const sources = ['deployment-package-path', 'source-directory', 'docker-image', 'image-uri', 'exclude-patterns'];
    return [
        ...['application-name', 'aws-region'].filter((name) => !isGiven(name)),
        ...(several || isGiven('environment-name') ? [] : ['environment-name']),
        ...((0,names/* isLockOperation */.TK)(operation) || !bundles || sources.some(isGiven) ? [] : ['deployment-package-path']),
    ];
}
async function readFiles(files, workspace) {
    const texts = [];
    const names = [];
    for (const name of [FILE, GLOBAL_FILE]) {
        const read = await readFile(files, workspace, name);
        if (read === undefined)
            continue;
        if ('problem' in read)
            return read;
        texts.push(read.text);
        names.push(name);
    }
    if (texts.length === 0)
        return undefined;
    // Loaded only here: most repositories have no such file, and a YAML parser is a large part of a short start.
    const { environmentOf, laidOver, readEbConfig } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(2821)]).then(__nccwpck_require__.bind(__nccwpck_require__, 32821));
    let config = { environments: {} };
    for (const [index, text] of texts.entries()) {
        const read = readEbConfig(text);
        if ('because' in read)
            return { problem: malformed(names[index] ?? FILE, read.because) };
        config = laidOver(config, read.config);
    }
    return { config, environmentOf };
}
async function readFile(files, workspace, name) {
    try {
        if ((await files.stat(`${workspace}/${name}`)) === undefined)
            return undefined;
        const at = await (0,places/* place */.i)(files, workspace, name, name, 'file');
        if ('problem' in at) {
            const { input: _, ...problem } = at.problem;
            return { problem };
        }
        const bytes = (await files.stat(await files.realPath(at.path)))?.bytes ?? 0;
        if (bytes > LARGEST_FILE)
            return { problem: malformed(name, `has ${bytes} bytes, more than ${LARGEST_FILE}`) };
        return { text: await files.readText(at.path) };
    }
    catch (error) {
        if (error instanceof problem/* ActionError */.l)
            return { problem: error.problem };
        throw error;
    }
}
const malformed = (name, because) => ({
    code: 'eb-config-malformed',
    blame: 'you',
    what: `The file ${name} ${because}.`,
    hint: 'Correct it (`eb config` and `eb use` write it), or give `aws-region`, `application-name`, `environment-name` and what to deploy as inputs; then it is not read.',
});
function noticesOf(config, defaults) {
    if (defaults.size === 0)
        return [];
    const taken = [...defaults].map(([name, { key, value }]) => `\`${name}\` ${value} (${key})`).join(', ');
    const bundles = ['git', 'codecommit'].includes(config.sourceControl ?? '') && !defaults.has('deployment-package-path');
    return [
        `Taken from ${FILE}, since the inputs are not given: ${taken}.`,
        ...(config.profile === undefined
            ? []
            : [`\`profile\` in ${FILE} is not used: credentials come from the environment of the step.`]),
        ...(bundles
            ? [
                `\`sc: ${config.sourceControl}\` in ${FILE}: a bundle of the directory holds the files that are there, not those of the commit.`,
            ]
            : []),
    ];
}
function located(problem, defaults, config, branch) {
    const { input, what } = problem;
    if (input === undefined)
        return problem;
    const source = defaults.get(input);
    if (source !== undefined) {
        const label = `\`${input}\``;
        return { ...problem, what: what.replace(label, `${label} (from ${source.key} in ${FILE})`) };
    }
    if (input !== 'environment-name' || problem.code !== 'missing-input')
        return problem;
    const names = config.sourceControl === undefined ? 'default' : (branch ?? 'no branch');
    return { ...problem, hint: `${problem.hint} ${FILE} has no environment for ${names} in branch-defaults.` };
}
//# sourceMappingURL=eb-defaults.js.map
// EXTERNAL MODULE: ./lib/inputs/lock-inputs.js
var lock_inputs = __nccwpck_require__(874);
;// CONCATENATED MODULE: ./lib/inputs/notices.js

/** `values`: as they were given, before anything is filled in. */
function notices(values, options) {
    const creation = creationNotice(values, options);
    const reuse = values['use-existing-application-version-if-available'];
    const without = ['max-retries', 'retry-delay'].filter((name) => values[name] !== undefined);
    const ignored = ['verbose-logging'].filter((name) => values[name]);
    return [
        ...(creation === undefined ? [] : [creation]),
        ...[...without, ...ignored].map((name) => `\`${name}\` has no effect here.`),
        ...(values['mask-resource-identifiers']
            ? ['`mask-resource-identifiers: true`: the account and the names in the inputs are masked in log and summary.']
            : []),
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
            : [
                '`deployment-timeout` is taken as `timeout`: one limit for the whole rollout, not one for each of its phases.',
            ]),
        ...(values['create-application-if-not-exists'] === true &&
            values['create-environment-if-not-exists'] === undefined &&
            creation === undefined
            ? [
                '`create-application-if-not-exists` has no effect: an application is created together with its first environment, and nothing says what to create that from.',
            ]
            : []),
        ...(values['wait-for-deployment']
            ? []
            : ['`wait-for-deployment: false`: the run ends without knowing how the deployment ends.']),
    ];
}
//# sourceMappingURL=notices.js.map
// EXTERNAL MODULE: ./lib/inputs/options-input.js
var options_input = __nccwpck_require__(45806);
// EXTERNAL MODULE: ./lib/inputs/preview-inputs.js
var preview_inputs = __nccwpck_require__(40927);
// EXTERNAL MODULE: ./lib/domain/secrets.js
var secrets = __nccwpck_require__(72965);
;// CONCATENATED MODULE: ./lib/inputs/secrets.js
/** Values that look like secrets are masked before anything could print them. */




/** Variables are never printed by us; the mask also covers what the application's own logs repeat. */
function maskSecrets(host, values, options) {
    const variables = Object.entries(values['environment-variables']?.set ?? {});
    const properties = options
        .filter((one) => one.namespace === fleet/* PROPERTIES_NAMESPACE */.G2 || one.namespace === 'aws:rds:dbinstance')
        .map((one) => [one.name, one.value]);
    const registry = values['docker-registry-auth'];
    if (registry !== undefined) {
        host.mask(registry);
        host.mask(registry.slice(registry.indexOf(':') + 1));
    }
    const pods = Object.entries((0,cluster/* variablesIn */.DF)(options) ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
    maskVariables(host, [...variables, ...properties, ...pods]);
}
function maskVariables(host, variables) {
    for (const [name, value] of variables)
        for (const secret of (0,secrets/* secretsOf */.F)(name, value))
            host.mask(secret);
}
/** The same in the post phase, which reads no other inputs and yet adds to the report what instances say. */
function maskGivenVariables(host) {
    const given = input/* pairs */.AS.read(host.input('environment-variables'));
    if ('value' in given)
        maskVariables(host, Object.entries(given.value.set));
}
/** With `mask-resource-identifiers`: what names resources of the account; the account itself is masked when it is known. */
function maskIdentifiers(host, values) {
    if (values['mask-resource-identifiers'] !== true)
        return;
    for (const input of ['application-name', 'environment-name', 'version-label', 's3-bucket-name']) {
        const name = values[input];
        if (name !== undefined && name !== '')
            host.mask(name, 'identifier');
    }
}
//# sourceMappingURL=secrets.js.map
// EXTERNAL MODULE: ./lib/inputs/accepted-health.js
var accepted_health = __nccwpck_require__(13443);
// EXTERNAL MODULE: ./lib/inputs/gate-inputs.js
var gate_inputs = __nccwpck_require__(29994);
// EXTERNAL MODULE: ./lib/inputs/github-inputs.js
var github_inputs = __nccwpck_require__(60326);
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
        ...given('imageBuild', bundle === undefined ? undefined : values['build-configuration']),
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
        ...given('creation', (0,environment_inputs/* creationWish */.X8)(values)),
        ...given('termination', termination),
        ...given('commands', (0,command_inputs/* commandSettings */.Jd)(values)),
        ...given('alarms', (0,gate_inputs/* alarmWatch */.N)(values)),
        onInconclusive: values['on-inconclusive'],
        restorePolicy: values['restore-policy'],
        acceptHealth: values['wait-for-environment-recovery'] ? (0,accepted_health/* acceptedHealth */.G)(values['accept-health']) : { kind: 'any' },
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
        lock: (0,lock_inputs/* lockSettings */.hL)(values),
        logsOnFailure: values['logs-on-failure'],
        jobSummary: values['job-summary'],
        ...given('deploymentRecord', (0,github_inputs/* recordWish */.n)(values)),
    };
}
function settings_labelConflict(values) {
    const aws = values['use-existing-application-version-if-available'];
    return aws === undefined ? values['on-label-conflict'] : aws ? 'reuse' : 'fail';
}
//# sourceMappingURL=settings.js.map
// EXTERNAL MODULE: ./lib/inputs/unknown-inputs.js + 1 modules
var unknown_inputs = __nccwpck_require__(76739);
// EXTERNAL MODULE: ./lib/inputs/waves-inputs.js
var waves_inputs = __nccwpck_require__(28441);
;// CONCATENATED MODULE: ./lib/inputs/read.js
/** What the workflow gave → settings, or every problem with it in one go. The only place where inputs are read. */




















async function read(given, files) {
    const { host, notices: said, problems, located } = await ebDefaults(given, files);
    const outcome = await readInputsOf(host, files);
    if (outcome.kind === 'refused')
        return { ...outcome, problems: [...problems, ...outcome.problems.map(located)] };
    if (problems.length > 0)
        return { kind: 'refused', problems };
    return 'notices' in outcome ? { ...outcome, notices: [...said, ...outcome.notices] } : outcome;
}
async function readInputsOf(host, files) {
    const lookUp = (name) => host.input(name);
    const asked = lookUp('operation').trim();
    // They have few inputs of their own; every other operation works on the environment itself.
    if ((0,names/* isLockOperation */.TK)(asked)) {
        const read = (0,lock_inputs/* readLockOperation */.lp)(asked, lookUp);
        const problems = [...(0,unknown_inputs/* unknownInputs */.q)(host.givenInputs(), lookUp), ...('problems' in read ? read.problems : [])];
        return 'settings' in read && problems.length === 0
            ? { kind: 'lock', lock: read.settings }
            : { kind: 'refused', problems };
    }
    if ((0,names/* isPreviewOperation */.Ow)(asked)) {
        const { readPreviews } = await __nccwpck_require__.e(/* import() */ 9431).then(__nccwpck_require__.bind(__nccwpck_require__, 19431));
        return readPreviews(asked, host, files, readOne);
    }
    if (lookUp('environments').trim() !== '') {
        // Loaded only here: most runs have one environment, and no list to parse.
        const { readSeveral } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(8663)]).then(__nccwpck_require__.bind(__nccwpck_require__, 78663));
        return readSeveral(host, files, readOne);
    }
    const one = await readOne(host, files, lookUp);
    const problems = [
        ...(0,unknown_inputs/* unknownInputs */.q)(host.givenInputs(), lookUp),
        ...(0,waves_inputs/* wavesContradictions */.f_)(lookUp),
        ...(0,preview_inputs/* previewContradictions */.fN)(asked, lookUp),
        ...one.problems,
    ];
    const { settings } = one;
    return problems.length > 0 || settings === undefined
        ? { kind: 'refused', problems }
        : { kind: 'settings', settings, notices: one.notices, hidesAccount: one.hidesAccount };
}
const BUILDS_NOTHING = ['rollback', 'terminate', 'pause', 'resume'];
/** `lookUp` answers the inputs as this environment has them; `beneath`: options that its own ones lie on top of. */
async function readOne(host, files, lookUp, beneath = { options: [], problems: [] }) {
    const common = (0,input/* readInputs */.Ko)(declarations/* COMMON_INPUTS */.s7, lookUp);
    const given = common.values;
    const strategies = readStrategies(given.strategy, lookUp);
    const own = await (0,options_input/* readOptions */.T)(given['option-settings'], files, host.run.workspace);
    const options = [
        ...beneath.options.filter((one) => !own.options.some((other) => (0,changes/* sameKey */.el)(one, other))),
        ...own.options,
    ];
    maskSecrets(host, given, options);
    maskIdentifiers(host, given);
    const filled = withCreation(common.values, options);
    const values = filled;
    const hidesAccount = given['mask-resource-identifiers'] === true;
    // These build nothing: what lies in the workspace is no business of them.
    const bundle = values.operation !== undefined && BUILDS_NOTHING.includes(values.operation)
        ? { problems: [] }
        : await readBundleSource(values, files, host.run.workspace, lookUp);
    const problems = [
        ...[...common.failures, ...strategies.failures].map(input_problems/* problemOf */.Zw),
        ...beneath.problems,
        ...own.problems,
        ...bundle.problems,
        ...contradictions({ values, options, lookUp, source: bundle.source }),
        ...(0,command_inputs/* commandContradictions */.G8)(values, strategies.chosen),
    ];
    const { chosen } = strategies;
    const { operation } = common.values;
    if (problems.length > 0 || chosen === undefined || !(0,names/* isOperationName */.F)(operation))
        return { problems, notices: [], hidesAccount };
    const termination = (0,environment_inputs/* terminationWish */.i9)(values, lookUp);
    const settings = buildSettings({
        operation,
        values: filled,
        strategy: chosen,
        allStrategies: strategies.all,
        options,
        ...(bundle.source === undefined ? {} : { bundle: bundle.source }),
        ...(host.run.commit === undefined ? {} : { commit: host.run.commit }),
        ...(termination === undefined ? {} : { termination }),
    });
    return { settings, notices: notices(common.values, options), hidesAccount, problems };
}
/**
 * The chosen strategy with its inputs; the others, for the comparison, with those that they share with it and their
 * defaults, read when somebody compares. When the name of the strategy is wrong, the inputs are read for all of them: their
 * problems shall not wait for the next run.
 */
function readStrategies(chosen, lookUp) {
    const counts = (input) => chosen === undefined || Object.hasOwn(strategies/* STRATEGIES */.Y[chosen].inputs, input);
    const configure = (name) => strategies/* STRATEGIES */.Y[name].configure(name, (input) => (counts(input) ? lookUp(input) : ''));
    const all = () => strategies/* STRATEGY_NAMES */.n.map(configure).flatMap((result) => ('configured' in result ? [result.configured] : []));
    if (chosen !== undefined) {
        const result = configure(chosen);
        return 'configured' in result
            ? { all, failures: [], chosen: result.configured }
            : { all, failures: result.failures };
    }
    const failures = strategies/* STRATEGY_NAMES */.n.map(configure).flatMap((result) => ('failures' in result ? result.failures : []));
    return { all, failures: failures.filter(({ name }, at) => failures.findIndex((one) => one.name === name) === at) };
}
//# sourceMappingURL=read.js.map
// EXTERNAL MODULE: ./lib/lock/rollout-locks.js
var rollout_locks = __nccwpck_require__(19411);
;// CONCATENATED MODULE: ./lib/report/concealed.js
const HIDDEN = '***';
/** Outputs with words of others in them. Names and ids stay whole, even with a secret like `prod`: later steps need them. */
const REPEATS_OTHERS = new Set(['outcome-reason', 'plan', 'environments-result']);
/** What is shorter would tear holes into every text. */
const SHORTEST = 4;
/** As it stands in JSON, which the report is, and which outputs may hold. */
const inJson = (secret) => JSON.stringify(secret).slice(1, -1);
/** Remembers secrets, and takes them out of texts. The longest first: one secret may be a part of another. */
class Secrets {
    #known = [];
    add(secret) {
        const lines = secret.split(/[\r\n]+/).filter((line) => line.trim().length >= SHORTEST);
        const added = [...new Set([...this.#known, ...lines.flatMap((line) => [line, inJson(line)])])];
        this.#known = added.sort((left, right) => right.length - left.length);
    }
    conceal = (text) => this.#known.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
    /** The same with texts somewhere in a value. */
    inside = (value) => {
        if (typeof value === 'string')
            return this.conceal(value);
        if (Array.isArray(value))
            return value.map(this.inside);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.inside(member)]));
    };
}
/** The outside, to which no secret is told that was masked before. What names resources is masked in the log alone. */
function concealing(outside) {
    const secrets = new Secrets();
    return {
        ...outside,
        host: concealedHost(outside.host, secrets),
        files: concealedFiles(outside.files, secrets),
        github: (token) => outside.github(token).then((github) => (github === undefined ? undefined : concealedGitHub(github, secrets))),
    };
}
function concealedHost(host, secrets) {
    const { conceal } = secrets;
    return {
        ...host,
        mask: (text, what) => {
            if (what !== 'identifier')
                secrets.add(text);
            host.mask(text, what);
        },
        output: (name, value) => host.output(name, REPEATS_OTHERS.has(name) ? conceal(value) : value),
        line: (text) => host.line(conceal(text)),
        group: (title) => host.group(conceal(title)),
        annotate: (level, message, title) => host.annotate(level, conceal(message), title),
        debug: (text) => host.debug(conceal(text)),
        summary: (markdown) => host.summary(conceal(markdown)),
    };
}
const concealedFiles = (files, { conceal }) => ({
    ...files,
    writeText: (path, text) => files.writeText(path, conceal(text)),
});
/** What is asked stays as it is, what is told does not; both are arguments, and no secret is ever a part of a question. */
const concealedGitHub = (github, { inside }) => new Proxy(github, {
    get: (target, name) => {
        const member = Reflect.get(target, name);
        if (typeof member !== 'function')
            return member;
        return (...args) => Reflect.apply(member, target, args.map(inside));
    },
});
//# sourceMappingURL=concealed.js.map
// EXTERNAL MODULE: ./lib/report/foreign.js
var foreign = __nccwpck_require__(3646);
// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __nccwpck_require__(91116);
;// CONCATENATED MODULE: ./lib/report/late-log.js
class LateLog {
    name = 'log';
    #load;
    #failed;
    #waiting = [];
    #log;
    #loading;
    #isBroken = false;
    /** `failed` hears what the log fails at while it is told what has waited for it; it is told nothing more then. */
    constructor(load, failed) {
        this.#load = load;
        this.#failed = failed;
    }
    /** Throws what the log fails at. */
    hear(progress) {
        if (this.#isBroken)
            return;
        if (this.#log !== undefined) {
            this.#log.hear(progress);
        }
        else {
            this.#waiting.push(progress);
            // Whoever needs it at the end hears of it.
            this.ready().catch(() => undefined);
        }
    }
    /** The log, after everything that waited for it. Rejects when it cannot be loaded. */
    ready() {
        this.#loading ??= this.#tellWaiting();
        return this.#loading;
    }
    async #tellWaiting() {
        const log = await this.#load();
        this.#log = log;
        try {
            for (const progress of this.#waiting.splice(0))
                log.hear(progress);
        }
        catch (error) {
            this.#isBroken = true;
            this.#failed(error);
        }
        return log;
    }
}
//# sourceMappingURL=late-log.js.map
// EXTERNAL MODULE: ./lib/report/listeners.js
var listeners = __nccwpck_require__(74891);
// EXTERNAL MODULE: ./lib/report/record.js + 1 modules
var record = __nccwpck_require__(38997);
;// CONCATENATED MODULE: ./lib/report/report.js





/** GitHub refuses a step summary above 1 MiB. */
const SUMMARY_LIMIT = 900 * 1024;
/** Not loaded before: the first API call does not wait for it. */
const ofTheEnd = () => Promise.all(/* import() */[__nccwpck_require__.e(28), __nccwpck_require__.e(6747), __nccwpck_require__.e(3525)]).then(__nccwpck_require__.bind(__nccwpck_require__, 63525));
class Report {
    say;
    path;
    /** Of the whole step. */
    annotations;
    #ports;
    #log;
    #recorder = new record/* Recorder */.v();
    #startedAt;
    #known = {};
    #telling;
    constructor(ports) {
        this.#ports = ports;
        this.#startedAt = ports.clock.now();
        this.annotations = new annotations/* Annotations */.r(ports.host);
        const load = async () => {
            const { Log } = await Promise.all(/* import() */[__nccwpck_require__.e(28), __nccwpck_require__.e(4265), __nccwpck_require__.e(9338)]).then(__nccwpck_require__.bind(__nccwpck_require__, 24265));
            return new Log(ports.host, this.annotations, () => this.#known.settings?.dryRun ?? false);
        };
        this.#log = new LateLog(load, (error) => this.#missing('log', error));
        this.path = `${ports.host.run.temporary}/beanstalk-rollout-${ports.random.uuid()}.json`;
        this.say = (0,listeners/* fanOut */.Y)(ports.clock, [this.#log, this.#recorder], (text) => (0,annotations/* warnOfReporting */.S)(this.annotations, text));
    }
    /** Settings, snapshot and plan as they become known. */
    learn(more) {
        this.#known = { ...this.#known, ...more };
        if (more.plan !== undefined)
            this.say({ type: 'planned', plan: more.plan });
    }
    /** From here on the run is about several environments. */
    tellAs(telling) {
        this.#telling = telling;
    }
    /** Absent when the run is about a single environment. */
    get parts() {
        return this.#telling?.environments;
    }
    get known() {
        return this.#known;
    }
    get step() {
        return this.#recorder.step;
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
        await this.#setOutputs(record);
        await this.#writeFile(record);
        await this.#concludeLog(record);
        if (this.#telling?.writesSummary ?? record.settings?.jobSummary ?? true) {
            await this.#writeSummary(record);
        }
    }
    async #setOutputs(record) {
        try {
            const outputs = this.#telling?.outputs(record) ?? (await ofTheEnd()).outputsOf(record);
            for (const [name, value] of Object.entries(outputs))
                this.#ports.host.output(name, value);
        }
        catch (error) {
            this.#missing('outputs', error);
        }
    }
    async #writeFile(record) {
        try {
            const json = this.#telling?.json(record) ?? (await ofTheEnd()).reportJson(record);
            await this.#ports.files.writeText(this.path, json);
        }
        catch (error) {
            this.#guarded('output', () => this.#ports.host.output('report', ''));
            this.#missing('JSON report', error);
        }
    }
    async #concludeLog(record) {
        const log = await this.#log.ready().catch((error) => this.#missing('log', error));
        this.#guarded('log', () => this.#telling?.log());
        this.#guarded('log', () => log?.conclude(record));
    }
    async #writeSummary(record) {
        try {
            const { host, files } = this.#ports;
            const { findRollbackWorkflow, summaryMarkdown } = await ofTheEnd();
            const rollbackWorkflow = await findRollbackWorkflow(files, host.run.workspace);
            const found = rollbackWorkflow === undefined ? {} : { rollbackWorkflow };
            const whole = { ...record, ...found };
            const several = this.#telling?.summary(whole, host.run, SUMMARY_LIMIT);
            await host.summary(several ?? summaryMarkdown(whole, host.run));
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
        const why = (0,foreign/* foreignText */.qk)(error instanceof Error ? error.message : String(error));
        try {
            (0,annotations/* warnOfReporting */.S)(this.annotations, `The ${what} could not be written: ${why}`);
        }
        catch {
            // Nothing is left to say it with; the outcome of the deployment stands.
        }
    }
}
//# sourceMappingURL=report.js.map
// EXTERNAL MODULE: ./lib/report/saved.js
var saved = __nccwpck_require__(6861);
// EXTERNAL MODULE: ./lib/domain/waves.js
var waves = __nccwpck_require__(61818);
;// CONCATENATED MODULE: ./lib/waves/endings.js
/** Endings that no environment has made itself: something hangs after a request to stop, or an exception came from nowhere. */


const NOT_STARTED = 'Not started, because the run was asked to stop.';
/** Environments that have ended stay as they are; of the others nobody has heard in time. */
function unansweredAmongSeveral(parts) {
    if (!parts.some(({ hasBegun }) => hasBegun))
        return (0,endings/* cancelledEarly */.Vh)();
    for (const part of parts) {
        if (part.ending !== undefined)
            continue;
        if (part.hasBegun)
            part.end('cancelled', (0,endings/* cancelledUnanswered */.If)(inHandOf(part)));
        else
            part.end('not-started', (0,waves/* notStarted */.DY)(NOT_STARTED));
    }
    return (0,waves/* outcomeOfAll */.FW)(endingsOf(parts), true);
}
function crashedAmongSeveral(parts, crash) {
    for (const part of parts) {
        if (part.ending !== undefined)
            continue;
        if (!part.hasBegun)
            part.end('not-started', (0,waves/* notStarted */.DY)('Not started, because of an unexpected error.'));
        else {
            const stillRunning = [(0,endings/* goesOnUnheard */.F$)(inHandOf(part))];
            part.end('failed', { ...crash, restored: 'no', stillRunning });
        }
    }
    return parts.some(({ hasBegun }) => hasBegun) ? { ...(0,waves/* outcomeOfAll */.FW)(endingsOf(parts), false), state: 'failed' } : crash;
}
const endingsOf = (parts) => parts.flatMap(({ ending }) => ending ?? []);
const inHandOf = ({ known, step }) => ({
    environmentName: known.settings?.environmentName ?? 'an environment',
    step,
});
//# sourceMappingURL=endings.js.map
;// CONCATENATED MODULE: ./lib/main.js











/** From SIGINT to SIGTERM the runner waits 7.5 seconds (actions/runner, ProcessInvoker); the rest is for the report. */
const PATIENCE_AFTER_CANCEL = (0,time/* seconds */.YA)(6.3);
/** The same while nothing but reading and packing goes on, which may be left where it is. */
const PATIENCE_BEFORE_ROLLOUT = (0,time/* seconds */.YA)(1);
async function main(everything) {
    const outside = concealing(everything);
    const { host } = outside;
    if ((0,saved/* isPostPhase */.YU)(outside)) {
        maskGivenVariables(host);
        const { post } = await __nccwpck_require__.e(/* import() */ 5317).then(__nccwpck_require__.bind(__nccwpck_require__, 15317));
        const crash = await Promise.race([post(outside), crashed(outside)]);
        if (crash !== undefined)
            host.line((0,foreign/* foreignText */.qk)(crash.reason));
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
    (0,saved/* saveForPost */.Tn)(outside, report, outcome);
    await report.conclude(outcome);
    const failed = (0,domain_outcome/* isFailure */.N)(outcome.state);
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
        if (asked.kind === 'lock')
            return await lockOrUnlock(asked.lock, outside, report, cancel);
        if (asked.kind === 'preview')
            return await previews(asked.preview, outside, report, cancel);
        for (const text of asked.notices)
            report.say({ type: 'notice', text });
        if (asked.kind === 'several')
            return await inWaves(asked, outside, report, cancel);
        const { settings } = asked;
        report.learn({ settings });
        const cloud = await outside.connect(settings.region, cancel);
        if (cloud.gap !== undefined)
            report.say({ type: 'notice', text: cloud.gap });
        if (asked.hidesAccount)
            outside.host.mask((await cloud.identity.caller())?.account ?? '', 'identifier');
        const steered = await steer(settings, outside, cloud, report, cancel);
        if ('state' in steered)
            return steered;
        return await carryOut({ settings, outside, cloud, report, cancel, ...steered });
    }
    catch (error) {
        return thrown(error, outside, report, cancel);
    }
}
const thrown = (error, outside, report, cancel) => cancel.aborted && !hasBegun(report) ? (0,endings/* cancelledEarly */.Vh)() : unexpected(outside, error);
/** A canary that another run carries out. Unless that is an outcome, nobody does, and this run acts itself. */
async function steer(settings, outside, cloud, report, cancel) {
    if (settings.strategy.pair?.route === undefined)
        return {};
    const { steerCanary, steeringWish } = await __nccwpck_require__.e(/* import() */ 2252).then(__nccwpck_require__.bind(__nccwpck_require__, 92252));
    const wish = steeringWish(settings);
    if (wish === undefined)
        return {};
    const { actor = 'somebody' } = outside.host.run;
    const page = pageOf(outside.host.run);
    const by = page === undefined ? actor : `${actor} (${page})`;
    const steered = await steerCanary({ settings, outside, cloud, say: report.say, cancel, by }, wish);
    switch (steered.kind) {
        case 'refused':
            return refuse(report, [steered.problem]);
        case 'done':
            return steered.outcome;
        case 'nobody':
            return steered.meant === undefined ? {} : { meant: steered.meant };
    }
}
/** One environment, under its lock. Never throws for what the outside does. */
async function carryOut(one) {
    const { settings, outside, cloud, report, cancel } = one;
    let locks;
    try {
        if (settings.dryRun) {
            const { plan } = await __nccwpck_require__.e(/* import() */ 6899).then(__nccwpck_require__.bind(__nccwpck_require__, 66899));
            const unfinished = await (0,rollout_locks/* tellWhoLocks */.sK)(settings, cloud, report.say);
            const made = await plan({ settings, outside, cloud, report, cancel, unfinished });
            return made.kind === 'plan' ? (0,endings/* planned */.lM)(made.plan) : unplanned(report, made);
        }
        locks = (0,rollout_locks/* locksFor */.Qu)(settings, outside, cloud, report.say, cancel);
        return await underLocks(locks, one);
    }
    catch (error) {
        return thrown(error, outside, report, cancel);
    }
    finally {
        if (locks !== undefined)
            await (0,rollout_locks/* giveBackLocks */.VY)(locks, outside.clock, cancel);
    }
}
/** Environments of pull requests: what is asked turns into ordinary runs, or into none. */
async function previews(settings, outside, report, cancel) {
    const { operatePreviews } = await __nccwpck_require__.e(/* import() */ 7985).then(__nccwpck_require__.bind(__nccwpck_require__, 37985));
    return operatePreviews({
        settings,
        outside,
        say: report.say,
        cancel,
        refuse: (problems) => refuse(report, problems),
        // A preview has a record of another kind, which goes with it.
        carryOut: ({ deploymentRecord: _, ...one }, cloud, asked) => {
            report.learn({ settings: one });
            return carryOut({ settings: one, outside, cloud, report, cancel, ...asked });
        },
    });
}
/** Several environments: what is needed for them is loaded only then. */
async function inWaves(asked, outside, report, cancel) {
    const { several, hidesAccount } = asked;
    const { deploySeveral, reportsOf } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(298), __nccwpck_require__.e(28), __nccwpck_require__.e(6747), __nccwpck_require__.e(6899), __nccwpck_require__.e(447), __nccwpck_require__.e(4265), __nccwpck_require__.e(4354)]).then(__nccwpck_require__.bind(__nccwpck_require__, 54354));
    const told = reportsOf({ several, outside, report });
    const run = pageOf(outside.host.run);
    const save = () => (0,saved/* saveForPost */.Tn)(outside, report);
    const request = { several, hidesAccount, outside, report, cancel, save };
    return deploySeveral(run === undefined ? request : { ...request, run }, told);
}
const hasBegun = ({ known, parts }) => parts === undefined ? known.plan !== undefined : parts.some((part) => part.hasBegun);
/** The lock comes before the look, so that what is seen stays true until the plan is carried out. */
async function underLocks(locks, { settings, outside, cloud, report, cancel, meant, mayPlan, mayBegin }) {
    let locked = await locks.take([settings.environmentName]);
    const { plan } = await __nccwpck_require__.e(/* import() */ 6899).then(__nccwpck_require__.bind(__nccwpck_require__, 66899));
    for (;;) {
        if (locked.locked === 'refused')
            return refuse(report, [locked.problem]);
        if (locked.locked === 'cancelled')
            return (0,endings/* cancelledEarly */.Vh)();
        const needless = await mayPlan?.();
        if (needless !== undefined)
            return needless;
        const unfinished = locks.unfinished();
        const asked = { settings, outside, cloud, report, cancel, unfinished };
        const made = await plan(meant === undefined ? asked : { ...asked, meant });
        if (made.kind !== 'plan')
            return unplanned(report, made);
        if (cancel.aborted)
            return (0,endings/* cancelledEarly */.Vh)();
        locked = await locks.extend((0,rollout_locks/* lockedEnvironments */.HP)(made.plan));
        if (locked.locked !== 'yes' || locked.moved)
            continue;
        // The lock of the other side may tell of something undone, too: then the plan has to know of it.
        if (locks.unfinished().length > unfinished.length)
            continue;
        const ending = await mayBegin?.(made.plan);
        if (ending !== undefined)
            return ending;
        await (0,rollout_locks/* noteUnfinished */.sh)(locks, made.plan, made.snapshot, { at: outside.clock.now(), run: outside.host.run });
        (0,saved/* saveForPost */.Tn)(outside, report);
        const { rollOut } = await Promise.all(/* import() */[__nccwpck_require__.e(4898), __nccwpck_require__.e(3740), __nccwpck_require__.e(1709)]).then(__nccwpck_require__.bind(__nccwpck_require__, 83740));
        const { createRecords } = await __nccwpck_require__.e(/* import() */ 2262).then(__nccwpck_require__.bind(__nccwpck_require__, 72262));
        const ports = { ...outside, ...cloud };
        const run = pageOf(outside.host.run);
        const request = { plan: made.plan, snapshot: made.snapshot, settings, ports, say: report.say, cancel, unfinished };
        const record = createRecords(outside).begin(request);
        const outcome = await rollOut({ ...request, ...(run === undefined ? {} : { run }) });
        (0,rollout_locks/* settleUnfinished */.R3)(locks, made.plan, made.snapshot, outcome);
        await record.end(outcome);
        return outcome;
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
    if (report?.parts !== undefined)
        return crashedAmongSeveral(report.parts, ending);
    const begun = report?.known.plan;
    if (begun === undefined)
        return ending;
    const stillRunning = [(0,endings/* goesOnUnheard */.F$)({ environmentName: begun.environment.name, step: report?.step })];
    return { ...ending, restored: 'no', stillRunning };
}
function unexpected({ host }, error) {
    if (host.run.debug && error instanceof Error)
        host.debug(error.stack ?? error.message);
    return (0,endings/* broken */.mw)(error);
}
/** A person keeps deployments away, or lets them in again: the environment itself is not looked at. */
async function lockOrUnlock(settings, outside, report, cancel) {
    const cloud = await outside.connect(settings.region, cancel);
    const { operateLock } = await __nccwpck_require__.e(/* import() */ 5219).then(__nccwpck_require__.bind(__nccwpck_require__, 85219));
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
    await clock.sleep(isReading ? PATIENCE_BEFORE_ROLLOUT : PATIENCE_AFTER_CANCEL);
    if (report.parts !== undefined)
        return unansweredAmongSeveral(report.parts);
    return begun === undefined
        ? (0,endings/* cancelledEarly */.Vh)()
        : (0,endings/* cancelledUnanswered */.If)({ environmentName: begun.environment.name, step: report.step });
}
//# sourceMappingURL=main.js.map

/***/ }),

/***/ 24506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isOperationName),
/* harmony export */   Ow: () => (/* binding */ isPreviewOperation),
/* harmony export */   TK: () => (/* binding */ isLockOperation),
/* harmony export */   Us: () => (/* binding */ PREVIEW_OPERATION_SUMMARIES),
/* harmony export */   d0: () => (/* binding */ OPERATION_NAMES),
/* harmony export */   n1: () => (/* binding */ OPERATION_SUMMARIES),
/* harmony export */   n8: () => (/* binding */ LOCK_OPERATION_SUMMARIES)
/* harmony export */ });
/** The operations by name: the values of the input `operation`. What they do is loaded later (`index.ts`). */
const OPERATION_SUMMARIES = {
    deploy: 'bring a version, or changed options, to an environment',
    rollback: 'bring an earlier version back to an environment, without a build',
    prepare: 'bring a version to the idle side and prove it there, without moving traffic',
    promote: 'prove the idle side again and move the traffic there, or pass the step of a canary',
    terminate: 'remove an environment that its id confirms, and never the one in production',
    abort: 'give up what was prepared on the idle side, or give everything back in the middle of a canary',
    pause: 'hold a canary that another run carries out at its share',
    resume: 'let a paused canary go on',
};
/** These touch nothing but the deploy lock, so they need no plan (`lock/operate.ts`). */
const LOCK_OPERATION_SUMMARIES = {
    lock: 'keep every deployment away from an environment for a while',
    unlock: 'remove the deploy lock of an environment, whoever holds it',
};
/** They turn into deployments and terminations of the environments of pull requests (`previews/`). */
const PREVIEW_OPERATION_SUMMARIES = {
    preview: 'give a pull request an environment of its own, bring its newest commit there, remove it at its end',
    sweep: 'remove previews whose pull request is closed or that have expired',
};
const isOperationName = (name) => Object.hasOwn(OPERATION_SUMMARIES, name);
const isLockOperation = (name) => Object.hasOwn(LOCK_OPERATION_SUMMARIES, name);
const isPreviewOperation = (name) => Object.hasOwn(PREVIEW_OPERATION_SUMMARIES, name);
const OPERATION_NAMES = [
    ...Object.keys(OPERATION_SUMMARIES).filter(isOperationName),
    ...Object.keys(LOCK_OPERATION_SUMMARIES).filter(isLockOperation),
    ...Object.keys(PREVIEW_OPERATION_SUMMARIES).filter(isPreviewOperation),
];
//# sourceMappingURL=names.js.map

/***/ }),

/***/ 91116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ warnOfReporting),
/* harmony export */   r: () => (/* binding */ Annotations)
/* harmony export */ });
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3646);

/** GitHub keeps ten per type and step; the last error is reserved for the verdict. */
const MOST = { error: 9, warning: 10, notice: 10 };
/** The runner cuts a message at 4096 characters (actions/runner, ExecutionContext). */
const LONGEST = 4_000;
/** Never ends in half a character. */
const shortened = (message) => message.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');
/** A warning of the reporting itself. Never throws further than the host does. */
const warnOfReporting = (annotations, text) => annotations.add('warning', text, 'Beanstalk Rollout: reporting');
/** Of one step: everybody who annotates in it has to share its room. */
class Annotations {
    #host;
    #count = { error: 0, warning: 0, notice: 0 };
    constructor(host) {
        this.#host = host;
    }
    add(level, message, title) {
        if (this.#count[level] >= MOST[level]) {
            this.#host.line((0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df)(`${level}: ${message}`));
            return;
        }
        this.#count[level] += 1;
        this.#host.annotate(level, shortened(message), title);
    }
    verdict(message, title) {
        this.#host.annotate('error', shortened(message), title);
    }
}
//# sourceMappingURL=annotations.js.map

/***/ }),

/***/ 3646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   H3: () => (/* binding */ PREFIX),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Y0: () => (/* binding */ foreignLines),
/* harmony export */   qk: () => (/* binding */ foreignText)
/* harmony export */ });
/**
 * The only way by which text that others wrote (events, causes, logs, labels, names, error texts) reaches people: in lines
 * here, in Markdown in `foreign-markdown.ts`.
 */
const ESC = String.fromCharCode(0x1b);
const CSI = String.fromCharCode(0x9b);
const BEL = String.fromCharCode(0x07);
/** Terminal sequences: operating system commands (titles, links), then control sequences (colours, cursor), then the rest. */
const TERMINAL_SEQUENCES = new RegExp([
    `${ESC}[\\]PX^_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?`,
    `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]?`,
    `${ESC}[ -/]*[0-~]?`,
].join('|'), 'g');
/**
 * Control, format (bidirectional overrides, zero width, soft hyphen), private, broken surrogates, odd line ends. Made when
 * it is needed: V8 looks through all characters for Unicode's classes, and every start would wait for that.
 */
const INVISIBLE = String.raw `[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]`;
const invisible = () => {
    madeInvisible ??= new RegExp(INVISIBLE, 'gu');
    return madeInvisible;
};
let madeInvisible;
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
    if (text.length <= limit)
        return text;
    const characters = [...text];
    return characters.length <= limit ? text : `${characters.slice(0, Math.max(0, limit - 1)).join('')}…`;
}
/** Nearly every event is plain: the search for what hides in it is spared. */
const PRINTABLE = /^[\x20-\x7e]*$/;
function harmless(line) {
    if (PRINTABLE.test(line))
        return line.replaceAll('##[', '## [');
    return line.replace(TERMINAL_SEQUENCES, '').replaceAll('\t', '  ').replace(invisible(), '').replaceAll('##[', '## [');
}
/** Foreign text as part of a line that begins with our own words: one line, nothing invisible, at most `limit` characters. */
function foreignText(text, limit = LINE_LIMIT) {
    const lines = PRINTABLE.test(text) ? [text] : text.split(LINE_ENDS);
    const line = lines
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
//# sourceMappingURL=foreign.js.map

/***/ }),

/***/ 74891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ fanOut)
/* harmony export */ });
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3646);

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
                    warn(`The listener "${listener.name}" failed and says nothing more; the deployment goes on: ${(0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(why)}`);
                }
                catch {
                    // Nothing is left to say it with.
                }
            }
        }
    };
}
//# sourceMappingURL=listeners.js.map

/***/ }),

/***/ 38997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ Recorder)
});

;// CONCATENATED MODULE: ./lib/report/new-windows.js
/**
 * Each look at a step has all windows since the step began: kept with each, they would grow with the square of its time. Here
 * a decision has those that are new, or that were told otherwise before; its sums are still those of all of them.
 */
function withNewWindows(decision, before) {
    if (before === undefined)
        return decision;
    const { stable, canary } = decision.figures;
    return {
        ...decision,
        figures: {
            stable: onlyNew(stable, before.figures.stable),
            canary: onlyNew(canary, before.figures.canary),
        },
    };
}
function onlyNew(figures, before) {
    // Of another step: what both have seen belongs to each of them.
    if (figures.from !== before.from || figures.source !== before.source)
        return figures;
    const known = new Map(before.windows.map((one) => [one.at, one]));
    return { ...figures, windows: figures.windows.filter((one) => !isSame(one, known.get(one.at))) };
}
const isSame = (one, other) => one.requests === other?.requests && one.errors5xx === other.errors5xx && one.p99 === other.p99;
//# sourceMappingURL=new-windows.js.map
;// CONCATENATED MODULE: ./lib/report/record.js

/** Beyond so many messages every second of those that only repeat a state goes. A two-hour rollout has about a thousand. */
const KEPT = 20_000;
/** The same for the readings of a large fleet, counted in instances: 100 readings of 500 of them, which take some 20 MB. */
const KEPT_INSTANCES = 50_000;
const isSample = ({ type }) => type === 'view' || type === 'upload-progress' || type === 'look-failed' || type === 'waiting-for-environment';
/** Collects progress for the report. Equal readings of the instances in a row are kept once. */
class Recorder {
    name = 'record';
    #progress = [];
    #limit = KEPT;
    #instanceCount = 0;
    #instances = [];
    #view;
    #views = new Map();
    #lastInstances = '';
    #lastDecision;
    #sides;
    #step;
    hear(progress) {
        if (progress.type === 'view') {
            this.#view = progress.view;
            this.#views.set(progress.environment, progress.view);
        }
        if (progress.type === 'traffic-moved')
            this.#sides = progress.sides;
        if (progress.type === 'step-started')
            this.#step = progress.step;
        if (progress.type === 'instances') {
            this.#instances = progress.instances;
            const now = JSON.stringify(progress.instances);
            if (now === this.#lastInstances)
                return;
            this.#lastInstances = now;
            this.#instanceCount += progress.instances.length;
        }
        this.#progress.push(progress.type === 'decision' ? this.#shortened(progress) : progress);
        if (this.#progress.length > this.#limit)
            this.#thinOut(isSample);
        if (this.#instanceCount > KEPT_INSTANCES)
            this.#thinOut(({ type }) => type === 'instances');
    }
    /** That was begun last. */
    get step() {
        return this.#step;
    }
    #shortened(progress) {
        const before = this.#lastDecision;
        this.#lastDecision = progress.decision;
        return { ...progress, decision: withNewWindows(progress.decision, before) };
    }
    /** Events, steps and verdicts all stay. */
    #thinOut(may) {
        let goes = false;
        this.#progress = this.#progress.filter((progress) => {
            if (may(progress))
                goes = !goes;
            return !(may(progress) && !goes);
        });
        this.#limit = Math.max(KEPT, this.#progress.length * 2);
        this.#instanceCount = this.#progress.reduce((sum, each) => sum + (each.type === 'instances' ? each.instances.length : 0), 0);
    }
    record(facts) {
        const evidence = facts.outcome.evidence?.instances ?? [];
        const instances = evidence.length > 0 ? evidence : (this.#instances ?? []);
        const before = facts.snapshot?.target.instances?.instances ?? [];
        // An ending that nobody has made (something hangs after a request to stop) knows nothing of the traffic.
        const sides = facts.outcome.sides ?? this.#sides;
        return {
            ...facts,
            outcome: { ...facts.outcome, ...(sides === undefined ? {} : { sides }) },
            ...(this.#view === undefined ? {} : { view: this.#view }),
            views: this.#views,
            instances: instances.length > 0 ? instances : before,
            progress: this.#progress,
        };
    }
}
//# sourceMappingURL=record.js.map

/***/ }),

/***/ 6861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Tn: () => (/* binding */ saveForPost),
/* harmony export */   YU: () => (/* binding */ isPostPhase),
/* harmony export */   kJ: () => (/* binding */ savedByMain)
/* harmony export */ });
/** Name in the step's state. */
const STOPPED = 'stopped';
/** Told by the file that the runner starts, not by saved state: a main phase that died at once has saved none. */
const isPostPhase = ({ host }) => host.run.isPost === true;
/**
 * Called before the rollout, in case that the process is killed, and again with its outcome: the post phase has something
 * to do only when something of ours was left running.
 */
function saveForPost({ host }, report, outcome) {
    const { parts, path } = report;
    if (parts !== undefined) {
        const begun = parts.filter(({ hasBegun }) => hasBegun);
        const left = begun.flatMap(({ known, ending }) => stoppedOf(known, path, ending?.outcome) ?? []);
        host.saveState(STOPPED, left.length === 0 ? '' : JSON.stringify(left));
        return;
    }
    if (report.known.settings === undefined || report.known.plan === undefined)
        return;
    const left = stoppedOf(report.known, path, outcome);
    host.saveState(STOPPED, left === undefined ? '' : JSON.stringify(left));
}
function stoppedOf({ settings, plan }, reportPath, outcome) {
    const isLeft = outcome === undefined || (outcome.state === 'cancelled' && outcome.stillRunning.length > 0);
    if (settings === undefined || plan === undefined || !isLeft)
        return undefined;
    return {
        region: settings.region,
        environmentId: outcome?.created?.id ?? plan.environment.id,
        environmentName: plan.environment.name,
        reportPath,
        wait: settings.onCancel === 'abort',
    };
}
/** A run about several environments has left a list. */
function savedByMain({ host }) {
    const saved = host.state(STOPPED);
    if (saved === '')
        return [];
    // Written by our own main phase; nothing else can write to the state of a step.
    const stopped = JSON.parse(saved);
    return 'environmentId' in stopped ? [stopped] : stopped;
}
//# sourceMappingURL=saved.js.map

/***/ }),

/***/ 25105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ warmUpOf),
/* harmony export */   Nl: () => (/* binding */ commandOf),
/* harmony export */   Nn: () => (/* binding */ PAIR_INPUTS),
/* harmony export */   V5: () => (/* binding */ BLUE_GREEN_INPUTS),
/* harmony export */   iE: () => (/* binding */ PAIR_OPERATIONS),
/* harmony export */   x1: () => (/* binding */ smokeOf),
/* harmony export */   xJ: () => (/* binding */ gateTime)
/* harmony export */ });
/* harmony import */ var _domain_cluster_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(92466);
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6180);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73071);
/** The inputs of `blue-green`: which two environments, what must hold before and after traffic moves, what becomes of the old side. */



const PAIR_OPERATIONS = ['deploy', 'prepare', 'promote', 'abort'];
const OPERATIONS = PAIR_OPERATIONS;
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
/** What `blue-green` and `canary` have in common. */
const PAIR_INPUTS = {
    'idle-environment-name': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('the name of an environment', ENVIRONMENT), {
        help: 'The other one of the two environments; without it `shop-blue` goes with `shop-green`, and `shop` with `shop-idle`. It is created when it is missing.',
        operations: OPERATIONS,
    }),
    'smoke-test-path': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('a path such as `/health`', PATH), {
        help: 'Path that is asked on the idle side before traffic moves, and on production afterwards and while it bakes.',
        operations: OPERATIONS,
    }),
    'smoke-test-status': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)(statuses, '200', {
        help: 'Statuses that count as a good answer.',
        operations: OPERATIONS,
    }),
    'smoke-test-body': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('a text'), {
        help: 'Text that a good answer contains; `{version}` stands for the label of the version.',
        operations: OPERATIONS,
    }),
    'smoke-test-attempts': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(1, 1_000), '10', {
        help: 'How often the smoke test is tried before it has failed.',
        operations: OPERATIONS,
    }),
    'smoke-test-interval': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(0.1), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .hours */ .c$)(1)), '10s', {
        help: 'Time between two tries.',
        operations: OPERATIONS,
    }),
    'warm-up-path': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('a path such as `/`', PATH), {
        help: 'Path that is asked on the idle side again and again before traffic moves, until it has answered well so often in a row; the statuses that count are those of `smoke-test-status`.',
        operations: OPERATIONS,
    }),
    'warm-up-requests': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(1, 10_000), '20', {
        help: 'How many good answers in a row warm the idle side up.',
        operations: OPERATIONS,
    }),
    'warm-up-for': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(1), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .hours */ .c$)(2)), '5m', {
        help: 'How long warming up may take; when it takes longer, traffic does not move.',
        operations: OPERATIONS,
    }),
    'warm-up-within': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(1, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .minutes */ .Gx)(1)), {
        help: 'How long a good answer may take while warming up; without it only the status counts.',
        operations: OPERATIONS,
    }),
    'verify-command': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)(commandLine, {
        help: 'Program that is run on the runner before traffic moves, with `ENVIRONMENT_URL` (of the idle side), `ENVIRONMENT_NAME` and `VERSION_LABEL`; an exit code other than 0 stops the rollout.',
        operations: OPERATIONS,
    }),
    'verify-timeout': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(1), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .hours */ .c$)(6)), '10m', {
        help: 'How long `verify-command` may take.',
        operations: OPERATIONS,
    }),
    bake: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(0, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .hours */ .c$)(24)), '10m', {
        help: 'How long the new side is watched after traffic has moved; when it goes bad, traffic moves back at once.',
        operations: OPERATIONS,
    }),
    retire: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(['keep', 'scale-down', 'terminate']), 'keep', {
        help: 'What becomes of the old side afterwards, once nobody asks it any more: keep it as it is (the way back in seconds), one instance, or terminate it.',
        operations: OPERATIONS,
    }),
    'allow-coupled-database': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)(_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, 'false', {
        help: 'Go on although an environment has a database of its own, which the other side does not share.',
        operations: OPERATIONS,
    }),
    'sticky-environment-variables': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)('names of environment variables, separated by commas or lines'), {
        help: 'Environment variables that stay with their environment; all others are brought to what the live side has.',
        operations: OPERATIONS,
    }),
};
const BLUE_GREEN_INPUTS = {
    'production-cname': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('a host name, or its first part', HOST), {
        help: 'CNAME that users ask for; the environment that holds it is the live one. Without it the two CNAMEs must tell: that of the idle side is the same with `-idle`.',
        operations: OPERATIONS,
    }),
    ...PAIR_INPUTS,
    'allow-host-rules': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .withDefault */ .IQ)(_domain_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt, 'false', {
        help: 'Swap although rules of a shared load balancer give host names such as `www.example.com` to the live side, whatever CNAME it holds.',
        operations: OPERATIONS,
    }),
};
/** `live`: its kind decides whether requests go over HTTPS. */
function smokeOf(options, versionLabel, live) {
    const path = options['smoke-test-path'];
    if (path === undefined)
        return undefined;
    const body = options['smoke-test-body'];
    return {
        path,
        ...secureOn(live),
        statuses: options['smoke-test-status'],
        ...(body === undefined ? {} : { body: body.replaceAll('{version}', versionLabel) }),
        attempts: options['smoke-test-attempts'],
        interval: options['smoke-test-interval'],
    };
}
const secureOn = (live) => live !== undefined && (0,_domain_cluster_js__WEBPACK_IMPORTED_MODULE_0__/* .isCluster */ .JU)(live) ? { secure: true } : {};
function warmUpOf(options, live) {
    const { 'warm-up-path': path, 'warm-up-within': within } = options;
    if (path === undefined)
        return undefined;
    return {
        path,
        ...secureOn(live),
        statuses: options['smoke-test-status'],
        requests: options['warm-up-requests'],
        limit: options['warm-up-for'],
        ...(within === undefined ? {} : { within }),
    };
}
function commandOf(options) {
    const command = options['verify-command'];
    return command === undefined ? undefined : { kind: 'command', ...command, timeout: options['verify-timeout'] };
}
/** Longest time that the gates before the swap may take. */
const gateTime = (options) => (options['warm-up-path'] === undefined ? 0 : options['warm-up-for'] + (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .minutes */ .Gx)(0.5)) +
    (options['smoke-test-path'] === undefined
        ? 0
        : options['smoke-test-attempts'] * (options['smoke-test-interval'] + (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .minutes */ .Gx)(0.5))) +
    (options['verify-command'] === undefined ? 0 : options['verify-timeout']);
//# sourceMappingURL=blue-green-inputs.js.map

/***/ }),

/***/ 14115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ CANARY_INPUTS),
/* harmony export */   Lu: () => (/* binding */ routeOf),
/* harmony export */   i0: () => (/* binding */ canarySteps)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73071);
/* harmony import */ var _blue_green_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(25105);
/* harmony import */ var _judge_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(11318);




const OPERATIONS = [..._blue_green_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .PAIR_OPERATIONS */ .iE, 'pause', 'resume'];
const SHORTEST = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(1);
const MOST = 20;
/** `5%:5m, 25%:10m`: each more than the one before; what follows the last is everything. */
const canarySteps = {
    accepts: 'ascending shares with the time that each is held, such as `5%:5m, 25%:10m, 50%:10m`',
    read: (given) => {
        const found = [];
        for (const part of given.split(/[,\n]/).map((one) => one.trim())) {
            if (part === '')
                continue;
            const [, percent, span] = /^(\d{1,3})\s*%?\s*:\s*(\S+)$/.exec(part) ?? [];
            const hold = span === undefined ? undefined : (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(span);
            if (percent === undefined || hold === undefined)
                return { because: `holds "${part}", which is no \`percent:time\``, wrong: part };
            const weight = Number(percent);
            if (weight < 1 || weight > 99)
                return { because: `holds "${part}", and a step is between 1 and 99 %`, wrong: part };
            if (hold < SHORTEST)
                return { because: `holds "${part}", and a step takes ${(0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(SHORTEST)} at least`, wrong: part };
            if (weight <= (found.at(-1)?.weight ?? 0))
                return { because: `does not ascend at "${part}"`, wrong: part };
            found.push({ weight, hold });
        }
        if (found.length > MOST)
            return { because: `has ${found.length} steps; ${MOST} are the most` };
        return found.length === 0 ? { because: 'names no step' } : { value: found };
    },
};
/** ALB guide, "Listener rules": `arn:aws:elasticloadbalancing:region:account:listener-rule/app/name/id/id/id`. */
const ruleArn = {
    accepts: 'the ARN of a listener rule of an Application Load Balancer',
    read: (given) => /^arn:aws[\w-]*:elasticloadbalancing:[a-z0-9-]+:\d{12}:listener-rule\/app\/[\w-]+(\/[\da-f]+){3}$/.test(given)
        ? { value: given }
        : { because: 'is not the ARN of a rule (a listener has another kind of ARN)' },
};
/** ALB guide, "HTTP header conditions": names of up to 40 characters, values of up to 128. */
const previewHeader = {
    accepts: 'a header such as `X-Preview: yes`, as a rule asks for it',
    read: (given) => {
        const [, name, value] = /^([A-Za-z0-9_-]{1,40})\s*:\s*(\S.{0,127})$/.exec(given) ?? [];
        return name === undefined || value === undefined
            ? { because: 'is no `name: value`' }
            : { value: { name, value: value.trim() } };
    },
};
const zoneId = {
    accepts: 'the id of a hosted zone, such as `Z0123456789ABC`',
    read: (given) => {
        const id = given.replace(/^\/?hostedzone\//, '');
        return /^[A-Z0-9]{1,32}$/.test(id) ? { value: id } : { because: 'is not the id of a hosted zone' };
    },
};
const recordName = {
    accepts: 'a name in the hosted zone, such as `shop.example.com`',
    read: (given) => {
        const name = given.replace(/\.$/, '').toLowerCase();
        return /^(?=.{1,255}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/.test(name)
            ? { value: name }
            : { because: 'is not a name (no scheme, no path, no wildcard)' };
    },
};
const CANARY_INPUTS = {
    'canary-steps': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(canarySteps, '5%:5m, 25%:10m, 50%:10m', {
        help: 'Shares of the requests that the new side gets one after the other, and how long each is held and judged; all of them follow the last step (`canary`).',
        operations: OPERATIONS,
    }),
    router: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(['alb', 'route53']), {
        help: 'What divides the requests: the weights of a rule on a load balancer that both environments share, or weighted alias records of a name. Without it the inputs for the one or the other decide (`canary`).',
        operations: OPERATIONS,
    }),
    'listener-rule-arn': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(ruleArn, {
        help: 'Rule of your own on the shared load balancer, with the host that users ask for (`router: alb`).',
        operations: OPERATIONS,
    }),
    'process-port': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(1, 65_535), {
        help: 'Port of the process that gets the requests, where an environment has several (`router: alb`).',
        operations: OPERATIONS,
    }),
    'canary-sticky-for': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(1), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .days */ ._3)(7)), {
        help: 'How long a client stays on the side that it met first; without it the setting of the rule stays as it is (`router: alb`).',
        operations: OPERATIONS,
    }),
    'preview-header': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(previewHeader, {
        help: 'Header with which requests see the new side before it has a share; a rule of your own for it has to be on the same listener (`router: alb`).',
        operations: OPERATIONS,
    }),
    'hosted-zone-id': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(zoneId, {
        help: 'Hosted zone that holds the name (`router: route53`).',
        operations: OPERATIONS,
    }),
    'record-name': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(recordName, {
        help: 'Name that users ask for; its records become weighted aliases of the two load balancers (`router: route53`).',
        operations: OPERATIONS,
    }),
    ..._blue_green_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .PAIR_INPUTS */ .Nn,
    ..._judge_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .JUDGE_INPUTS */ .a_,
    ..._judge_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .HOLD_INPUTS */ .M7,
};
/** `undefined` when too little is given; what is missing is said where the inputs are checked together. */
function routeOf(options) {
    const { 'listener-rule-arn': rule, 'hosted-zone-id': zone, 'record-name': name, router } = options;
    if (router !== 'route53' && rule !== undefined) {
        const { 'process-port': processPort, 'canary-sticky-for': stickyFor } = options;
        return {
            kind: 'alb',
            ruleArn: rule,
            ...(processPort === undefined ? {} : { processPort }),
            ...(stickyFor === undefined ? {} : { stickyFor }),
        };
    }
    return router !== 'alb' && zone !== undefined && name !== undefined
        ? { kind: 'route53', zoneId: zone, recordName: name }
        : undefined;
}
//# sourceMappingURL=canary-inputs.js.map

/***/ }),

/***/ 96193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ STRATEGIES),
  n: () => (/* binding */ STRATEGY_NAMES)
});

// EXTERNAL MODULE: ./lib/domain/time.js
var time = __nccwpck_require__(73071);
// EXTERNAL MODULE: ./lib/domain/changes.js
var changes = __nccwpck_require__(88705);
// EXTERNAL MODULE: ./lib/domain/fleet.js
var domain_fleet = __nccwpck_require__(85360);
// EXTERNAL MODULE: ./lib/domain/cluster.js
var cluster = __nccwpck_require__(92466);
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
        case 'pods':
            // Nobody has published one yet: the image is pulled, the pods start and pass the checks of the load balancer.
            return (0,time/* minutes */.Gx)(4);
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
        ? clusterShape(policy, fleet)
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
        downtime: fleet.cluster ? downtimeOfPods(shape.lowest, target) : downtimeOf(change, fleet, shape.lowest),
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
/** Without a readiness probe a pod counts as ready before it answers. */
function downtimeOfPods(lowest, { settings }) {
    if (lowest === 0)
        return 'seconds';
    return (0,cluster/* podShape */.jN)(settings.options).hasReadinessProbe ? 'none' : 'unknown';
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
/** Pods: Recreate stops them all first; a rolling update lets as many be missing as it says. */
function clusterShape({ policy, batch }, fleet) {
    return {
        course: [['pods', 1]],
        evaluation: 0,
        lowest: Math.max(0, fleet.size - (batch.kind === 'count' ? batch.count : 0)),
        extra: 0,
        extraShare: 0,
        sideBySide: policy !== 'AllAtOnce',
        wayBack: 'a failed update is rolled back by the service; later the version from before is deployed again',
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
// EXTERNAL MODULE: ./lib/domain/input.js
var input = __nccwpck_require__(6180);
;// CONCATENATED MODULE: ./lib/strategies/pods.js
/** Updates of Cluster environments: plain Kubernetes, in one of two ways. What in-place strategies say and ask there. */


/** As Kubernetes takes it: a number, or a share of the replicas. */
const podCount = {
    accepts: 'a number of pods such as `1`, or a share such as `25%`',
    read: (given) => {
        const [, digits, sign] = /^(\d{1,4})\s*(%?)$/.exec(given) ?? [];
        if (digits === undefined || sign === undefined)
            return { because: 'is neither a number nor a share' };
        if (sign === '%' && Number(digits) > 100)
            return { because: 'is more than 100%' };
        return { value: `${Number(digits)}${sign}` };
    },
};
/** AWS guide, namespace aws:elasticbeanstalk:eks:environment:deployment:strategy:rolling. */
const POD_INPUTS = {
    'max-surge': (0,input/* optional */.lq)(podCount, {
        help: "Pods that may run beyond the wished number during a rolling update of a Cluster environment; without it the environment's own value stays (1 unless set).",
    }),
    'max-unavailable': (0,input/* optional */.lq)(podCount, {
        help: "Pods that may be missing during a rolling update of a Cluster environment; without it the environment's own value stays (0 unless set).",
    }),
};
/** What the environment will be like when the wish is fulfilled. */
function wishedShape(wish, target, change) {
    const shape = (0,cluster/* podShape */.jN)([...(change?.options ?? []), ...target.settings.options]);
    if (wish === undefined)
        return shape;
    const { maxSurge = shape.maxSurge, maxUnavailable = shape.maxUnavailable } = wish;
    return { ...shape, strategy: wish.strategy, maxSurge, maxUnavailable };
}
/** Options that make it rule. Those that have their default already are left alone. */
function podRequest(wish, target) {
    const now = (0,cluster/* podShape */.jN)(target.settings.options);
    const wished = [
        [cluster/* DEPLOYMENT_STRATEGY */.i$, wish.strategy, now.strategy],
        [cluster/* MAX_SURGE */.uk, wish.maxSurge, now.maxSurge],
        [cluster/* MAX_UNAVAILABLE */.gT, wish.maxUnavailable, now.maxUnavailable],
    ];
    const options = wished.flatMap(([key, value, present]) => value === undefined || value === present ? [] : [{ ...key, value }]);
    return { options };
}
/** In the words of the policies of Standard environments: a batch is what may be missing at the same time. */
const podPolicy = (shape) => ({
    policy: shape.strategy === 'Recreate' ? 'AllAtOnce' : 'Rolling',
    batch: { kind: 'count', count: shape.strategy === 'Recreate' ? shape.minReplicas : missingPods(shape) },
    evaluation: 0,
});
/** Kubernetes rounds a share down for what may be missing, and up for what may be more (Kubernetes, "Deployments"). */
function missingPods({ maxUnavailable, minReplicas }) {
    const value = Number(maxUnavailable.replace('%', ''));
    const pods = maxUnavailable.endsWith('%') ? Math.floor((minReplicas * value) / 100) : value;
    return Math.min(minReplicas, Number.isFinite(pods) ? pods : 0);
}
const isZero = (value) => Number(value.replace('%', '')) === 0;
function refusePodNumbers(wish, target) {
    const { maxSurge, maxUnavailable } = wishedShape(wish, target);
    if (!isZero(maxSurge) || !isZero(maxUnavailable))
        return [];
    return [
        {
            code: 'pods-cannot-move',
            blame: 'you',
            what: `With max-surge ${maxSurge} and max-unavailable ${maxUnavailable} no pod of ${target.environment.name} could ever be replaced.`,
            hint: 'At least one of the two has to be more than 0.',
            input: wish.maxSurge === undefined ? 'max-unavailable' : 'max-surge',
        },
    ];
}
/** Sentences to read before an update of this shape. */
function podCautions(shape, change, move) {
    const set = move.set.map((one) => `${one.name}=${one.value}`).join(', ');
    const after = change.restorePolicy
        ? 'what was there before is put back at the end'
        : 'it stays so afterwards (`restore-policy: true` puts it back)';
    return [
        ...(set === '' ? [] : [`The environment is set to ${set} first, in an update of its own; ${after}.`]),
        ...(change.version === undefined ? [] : replacing(shape)),
        ...(change.version === undefined ? [] : (0,cluster/* weakProof */.DV)(shape)),
        ...taggedImage(change),
    ];
}
function replacing(shape) {
    if (shape.strategy === 'Recreate') {
        return [
            'Recreate stops every pod before the first new one starts: nothing answers until the new ones are up (`rolling` keeps them).',
        ];
    }
    const left = shape.minReplicas - missingPods(shape);
    return left > 0
        ? []
        : [`max-unavailable ${shape.maxUnavailable} allows all of ${shape.minReplicas} pods to be missing at once.`];
}
/** Said with the plan too, because the way back rests on it. */
function taggedImage({ version }) {
    if (version?.kind !== 'image' || version.uri.includes('@sha256:'))
        return [];
    return [
        `The version names its image by a tag (${version.uri}), whose digest could not be found out: pods that start later, and a rollback to this version, may run another image.`,
    ];
}
/** How updates of this environment are judged; nothing for those of Standard environments. */
function podExpectation(target, change) {
    if (!(0,cluster/* isCluster */.JU)(target))
        return {};
    const shape = (0,cluster/* podShape */.jN)([...(change?.options ?? []), ...target.settings.options]);
    return { pods: { readinessProbe: shape.hasReadinessProbe, loadBalancer: shape.hasLoadBalancer } };
}
//# sourceMappingURL=pods.js.map
// EXTERNAL MODULE: ./lib/domain/standing.js
var standing = __nccwpck_require__(86634);
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
    const had = [...changed, ...(0,changes/* present */.Eb)(removed, deployed)].flatMap((one) => deployed.filter((other) => (0,changes/* isMeant */.EZ)(one, other)));
    const isHidden = (one) => /^\*+$/.test(one.value);
    return {
        options: had.filter((one) => !isHidden(one)),
        removeOptions: changed.filter((one) => !deployed.some((other) => (0,changes/* isMeant */.EZ)(one, other))).map(keyOf),
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
    const { settings } = target;
    const former = formerOptions(change.options, change.removeOptions, settings.options);
    const label = change.version === undefined ? undefined : (0,standing/* standingBefore */.ME)(target, change.version.label).versionLabel;
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
        ...podExpectation(target),
        instances: fleet.counted ? Math.min(fleet.size, fleet.minSize) : fleet.enhancedHealth ? fleet.minSize : 0,
    };
}
/** What the user should know beforehand about a way back that this run would go by itself. */
function wayBackCautions(change, target) {
    const { settings } = target;
    const { unknown } = formerOptions(change.options, change.removeOptions, settings.options);
    const names = unknown.map(({ namespace, name }) => `${namespace}:${name}`).join(', ');
    return [
        ...(change.version !== undefined && (0,standing/* standingBefore */.ME)(target, change.version.label).versionLabel === undefined
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
    key.namespace === strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v ||
    key.namespace === cluster/* EKS_DEPLOYMENT_NAMESPACE */.gP ||
    key.namespace === cluster/* EKS_ROLLING_NAMESPACE */.Ix;
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
    const before = wished.map((one) => deployed.find((other) => (0,changes/* isMeant */.EZ)(one, other)));
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
    if (version === undefined || (version.kind === 'existing' && version.awaited !== true))
        return [];
    // A version whose object has gone from the bucket is published again: to the same place, with the same content. One
    // whose image is being built is waited for.
    const isThere = version.kind === 'bundle' && version.reuse.version && version.reuse.object;
    if (isThere && version.build === undefined)
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
                ...podExpectation(target, change),
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
        ...podExpectation(target),
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
        refusal('strategy-needs-standard-environment', `\`${strategy}\` is not possible on ${target.environment.name}: a Cluster environment has no deployment policies, only its own RollingUpdate and Recreate.`, 'Use `rolling` (with `max-surge` and `max-unavailable`), `recreate`, `as-configured`, or `blue-green` between two Cluster environments.'),
    ];
}
/** The other way round: what only Kubernetes knows. */
function refuseStandard(target, strategy) {
    if (target.environment.tier === 'Cluster')
        return [];
    return [
        refusal('strategy-needs-cluster-environment', `\`${strategy}\` is not possible on ${target.environment.name}: it is a Standard environment, which has instances and no pods.`, 'Use `all-at-once`, which is the nearest to it, or another strategy.'),
    ];
}
/** An input that means something only on the other kind of environment. */
function refuseInput(input, target, hint) {
    const kind = target.environment.tier === 'Cluster' ? 'Cluster' : 'Standard';
    return [
        {
            code: 'input-of-other-tier',
            blame: 'you',
            what: `\`${input}\` is given, but ${target.environment.name} is a ${kind} environment, where it means nothing.`,
            hint,
            input,
        },
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
var environment = __nccwpck_require__(39505);
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
            const { values, failures } = (0,input/* readInputs */.Ko)(definition.inputs, lookUp);
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
        finish: (change, target, now) => definition.finish?.({ change, target, options, now }) ?? [],
        abort: (change, target) => definition.abort?.({ change, target, options }) ?? [],
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
    'batch-size': (0,input/* optional */.lq)(batchSize, {
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
    if ((0,cluster/* isCluster */.JU)(target))
        return podPolicy(wishedShape(undefined, target, change));
    const options = [...change.options, ...target.settings.options];
    const configured = (0,domain_fleet/* policyIn */.iE)(options);
    const evaluation = Number((0,environment/* optionValue */.TN)(options, strategy/* TRAFFIC_SPLITTING_NAMESPACE */.v, 'EvaluationTime') ?? '5');
    // What the service does with a batched policy on one instance is not documented; with one instance it comes to the same.
    const batched = configured === 'Rolling' || configured === 'RollingWithAdditionalBatch';
    return {
        policy: (0,domain_fleet/* fleetOf */.aP)(target).singleInstance && batched ? 'AllAtOnce' : configured,
        batch: (0,domain_fleet/* batchIn */.qK)(options),
        evaluation: (0,time/* minutes */.Gx)(Number.isFinite(evaluation) ? evaluation : 5),
    };
}
/** A strategy that updates the serving environment under one policy, or, on a cluster, in one of its two ways. */
function underPolicy(definition) {
    const asked = ({ change, target, options }) => {
        const policy = definition.policy(options, target, change);
        const wish = wishOf(definition, policy, target, options);
        return { policy, wish, move: policyMove(wish, change, target) };
    };
    return strategy_strategy({
        summary: definition.summary,
        choose: definition.choose,
        inputs: definition.inputs,
        refuses: ({ target, options }) => definition.refuses(target, options),
        warns: (situation) => {
            const { change, target, options } = situation;
            const { policy, move } = asked(situation);
            const own = (0,cluster/* isCluster */.JU)(target)
                ? podCautions(wishedShape(definition.pods?.(options), target, change), change, move)
                : cautions(policy.policy, policy.batch, change, target, move);
            const blind = definition.judging === undefined || (0,domain_fleet/* fleetOf */.aP)(target).enhancedHealth
                ? []
                : ['The new instances are not judged against the old ones, because that takes enhanced health.'];
            return [...own, ...blind, ...wayBackCautions(change, target)];
        },
        steps: (situation) => {
            const { policy, wish } = asked(situation);
            const steps = inPlaceSteps(situation.change, situation.target, policy, wish);
            const judging = definition.judging?.(situation.options);
            return judging === undefined ? steps : withJudging(steps, judging);
        },
        forecast: (situation) => {
            const { policy, move } = asked(situation);
            return figures(policy, situation.change, situation.target, updatesAround(move));
        },
        deadline: (situation) => {
            const { policy, move } = asked(situation);
            return longest(policy, situation.change, situation.target, updatesAround(move));
        },
    });
}
/** Only what deploys has two kinds of instances, and only enhanced health tells them apart. */
const withJudging = (steps, judging) => steps.map((step) => step.kind === 'settle' && step.expects.raisesDeploymentId && step.expects.enhancedHealth
    ? { ...step, judging }
    : step);
function wishOf(definition, policy, target, options) {
    if (!(0,cluster/* isCluster */.JU)(target))
        return definition.wish(policy, options);
    const pods = definition.pods?.(options);
    return pods === undefined ? undefined : podRequest(pods, target);
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
// EXTERNAL MODULE: ./lib/domain/snapshot.js
var snapshot = __nccwpck_require__(66178);
// EXTERNAL MODULE: ./lib/strategies/blue-green-inputs.js
var blue_green_inputs = __nccwpck_require__(25105);
;// CONCATENATED MODULE: ./lib/strategies/blue-green-pods.js
/** Two Cluster environments that take turns: what the other one needs to be configured like the live one. Pure. */



const isHidden = ({ value }) => /^\*+$/.test(value);
/** All that makes an environment what it is, its cluster included: there are no templates of Cluster environments. */
function podOptions(change, live) {
    const own = live.settings.options.filter((one) => (0,cluster/* isClusterNamespace */.OW)(one.namespace) && !isHidden(one));
    return [...own.filter((one) => !change.options.some((other) => (0,changes/* sameKey */.el)(one, other))), ...change.options];
}
/** What differs on the idle side, without what is fixed there. Variables in `sticky` stay as the idle side has them. */
function podAlignment(change, live, idle, sticky) {
    const has = idle.settings.options;
    return podOptions(change, live)
        .filter((one) => !cluster/* IMMUTABLE_OPTIONS */.gM.some((key) => (0,changes/* sameKey */.el)(key, one)))
        .map((one) => ((0,changes/* sameKey */.el)(one, cluster/* ENVIRONMENT_VARIABLES */.es) ? withSticky(one, has, sticky) : one))
        .filter((one) => (0,environment/* optionValue */.TN)(has, one.namespace, one.name) !== one.value);
}
function withSticky(option, has, sticky) {
    const [wished, own] = [(0,cluster/* variablesIn */.DF)([option]), (0,cluster/* variablesIn */.DF)(has)];
    if (sticky.length === 0 || wished === undefined || own === undefined)
        return option;
    const kept = Object.entries(wished).filter(([name]) => !sticky.includes(name));
    const stuck = Object.entries(own).filter(([name]) => sticky.includes(name));
    return { ...option, value: JSON.stringify(Object.fromEntries([...kept, ...stuck])) };
}
//# sourceMappingURL=blue-green-pods.js.map
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
const follows = (key) => FOLLOWS.some((pattern) => pattern.test(key.namespace)) || FOLLOWING_OPTIONS.some((one) => (0,changes/* isMeant */.EZ)(one, key));
/** The two sides may name the resource of one option differently, for example when one is older than launch templates. */
const wherever = (option) => {
    const { namespace, name, value } = option;
    return FOLLOWING_OPTIONS.some((one) => (0,changes/* isMeant */.EZ)(one, option)) ? { namespace, name, value } : option;
};
const isProperty = (key) => key.namespace === domain_fleet/* PROPERTIES_NAMESPACE */.G2;
const blue_green_sync_isHidden = (option) => /^\*+$/.test(option.value);
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
    ...weaker.filter((one) => !stronger.some((other) => (0,changes/* isMeant */.EZ)(other, one))),
];
function alignment(change, live, idle, sticky) {
    const isSticky = (key) => isProperty(key) && sticky.includes(key.name);
    const isRemoved = (key) => change.removeOptions.some((one) => (0,changes/* isMeant */.EZ)(one, key));
    const ofLive = live.settings.options
        .filter((one) => follows(one) && !isSticky(one) && !blue_green_sync_isHidden(one) && !isRemoved(one))
        .map(wherever);
    const has = idle.settings.options;
    const wished = over(change.options, over(capacityOptions(live), ofLive));
    const options = wished.filter((one) => !has.some((other) => (0,changes/* isMeant */.EZ)(one, other) && other.value === one.value));
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
/** The steps of a blue-green rollout: version on the idle side, gates, swap, bake, and what becomes of the old side. Pure. */










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
const NOTHING = { options: [], removeOptions: [] };
/** Brings the version to the idle side; nothing when it is there already. */
function preparing({ change, target, options }, pair) {
    const label = wantedLabel(change, target);
    const { idle } = pair;
    if (idle === undefined)
        return creating(change, target, pair, label);
    const sticky = options['sticky-environment-variables'] ?? [];
    const { around, together } = (0,cluster/* isCluster */.JU)(target)
        ? { around: NOTHING, together: { ...NOTHING, options: podAlignment(change, target, idle, sticky) } }
        : alignment(change, target, idle, sticky);
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
            ...((0,cluster/* isCluster */.JU)(live)
                ? { options: podOptions(change, live), removeOptions: [], tier: 'Cluster' }
                : { options: [...change.options, ...capacity], removeOptions: change.removeOptions }),
        },
        {
            kind: 'settle',
            environment,
            expects: {
                versionLabel: label,
                options: change.options,
                removedOptions: change.removeOptions,
                enhancedHealth: fleet.enhancedHealth,
                ...podExpectation(live, change),
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
                ...podExpectation(like),
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
    const smoke = (0,blue_green_inputs/* smokeOf */.x1)(situation.options, wantedLabel(situation.change, situation.target), situation.target);
    const command = (0,blue_green_inputs/* commandOf */.Nl)(situation.options);
    const warmUp = (0,blue_green_inputs/* warmUpOf */.IP)(situation.options, situation.target);
    return [
        { kind: 'gate', environment, gate: { kind: 'proven', proof: proofOf(situation) } },
        ...(warmUp === undefined ? [] : [{ kind: 'gate', environment, gate: { kind: 'warm-up', warmUp } }]),
        ...(smoke === undefined ? [] : [{ kind: 'gate', environment, gate: { kind: 'smoke', test: smoke } }]),
        ...(command === undefined ? [] : [{ kind: 'gate', environment, gate: command }]),
    ];
}
/** Traffic back to where it was. `smoke` proves that the old version answers again. */
function swapBack(situation, from, to) {
    const { options, target } = situation;
    const productionCname = target.pair?.productionCname ?? '';
    const smoke = (0,blue_green_inputs/* smokeOf */.x1)(options, to.environment.versionLabel ?? '', to);
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
    const smoke = (0,blue_green_inputs/* smokeOf */.x1)(options, wantedLabel(change, target), target);
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
    const one = ((0,cluster/* isCluster */.JU)(old) ? ['min-replica', 'max-replica'] : ['MinSize', 'MaxSize']).map((name) => ({
        namespace: (0,cluster/* isCluster */.JU)(old) ? cluster/* EKS_SCALING_NAMESPACE */.kR : domain_fleet/* AUTO_SCALING_NAMESPACE */.cp,
        name,
        value: '1',
    }));
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
    const smoke = (0,blue_green_inputs/* smokeOf */.x1)(options, wantedLabel(change, target), target);
    const rest = sinceSwap === undefined ? 0 : options.bake - sinceSwap;
    const retire = retiring(situation, idle, live);
    if (rest <= 0)
        return retire;
    const baking = bakeStep(live, pair.productionCname, rest, smoke);
    return [{ ...baking, undo: swapBack(situation, live, idle) }, ...retire];
}
//# sourceMappingURL=blue-green-steps.js.map
;// CONCATENATED MODULE: ./lib/strategies/pair-figures.js
/** What a rollout over two environments costs, whatever moves the traffic between them. */





/** `moving`: from the proof of the idle side to the end, when traffic moves at all. */
function pairFigures(change, target, { moving, wayBack }) {
    const { size } = (0,domain_fleet/* fleetOf */.aP)(target);
    const { idle } = target.pair ?? {};
    const onIdle = idle === undefined ? USUAL_CREATION : usualDuration(ownPolicy(change, idle), change, idle);
    const moves = change.phase !== 'prepare';
    const duration = onIdle + (0,time/* minutes */.Gx)(1) + (moves ? moving : 0);
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
        wayBack,
    };
}
//# sourceMappingURL=pair-figures.js.map
;// CONCATENATED MODULE: ./lib/strategies/blue-green.js
/** `blue-green`: the version goes to a second environment, and traffic moves there by a swap of CNAMEs when it is proven. */












const DATABASE = 'aws:rds:dbinstance';
/** Finding out whether anybody still asks the old side takes at most so long; see `rollout/retire.ts`. */
const RETIRING = (0,time/* minutes */.Gx)(45);
const SWAPPING = (0,time/* minutes */.Gx)(10);
const blueGreen = strategy_strategy({
    summary: 'two environments: the version goes to the idle one, which then gets the traffic by a swap of CNAMEs',
    choose: 'there must be no downtime, and the way back must take seconds',
    inputs: blue_green_inputs/* BLUE_GREEN_INPUTS */.V5,
    pair: (options) => ({
        ...(options['production-cname'] === undefined ? {} : { productionCname: options['production-cname'] }),
        ...(options['allow-host-rules'] ? { allowHostRules: true } : {}),
        ...(options['idle-environment-name'] === undefined ? {} : { idleName: options['idle-environment-name'] }),
    }),
    refuses: ({ target, options }) => [
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
        return onIdle + (0,blue_green_inputs/* gateTime */.xJ)(options) * 2 + SWAPPING + options.bake + (options.retire === 'keep' ? 0 : RETIRING);
    },
});
/** A database inside of an environment is its own: the other side has another one, and terminating takes it along. */
function refuseDatabases(live) {
    return (0,snapshot/* sidesIn */.O)(live)
        .filter(hasDatabase)
        .map(({ environment }) => ({
        code: 'coupled-database',
        blame: 'you',
        what: `${environment.name} has a database of its own (${DATABASE}): the other side would work on another, empty one.`,
        hint: 'Decouple the database first (AWS guide, "Adding a database to your environment"), or set `allow-coupled-database: true` when it holds nothing that matters.',
        input: 'strategy',
    }));
}
function hasDatabase({ settings }) {
    const coupled = (0,environment/* optionValue */.TN)(settings.options, DATABASE, 'HasCoupledDatabase');
    if (coupled !== undefined)
        return coupled === 'true';
    return ['DBEngine', 'DBInstanceClass'].some((name) => ((0,environment/* optionValue */.TN)(settings.options, DATABASE, name) ?? '') !== '');
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
    if ((0,cluster/* isCluster */.JU)(target))
        found.push(...podWarnings(target));
    if (options.retire === 'terminate')
        found.push('The old side is terminated at the end: the way back is a new deployment then.');
    return found;
}
/** How many pods there are now is nowhere to be seen: the new side begins with its fewest. */
function podWarnings({ settings, environment, pair }) {
    const shape = (0,cluster/* podShape */.jN)(settings.options);
    const hidden = settings.options.filter(({ value }) => /^\*+$/.test(value)).map(({ name }) => name);
    return [
        ...(pair?.idle === undefined && hidden.length > 0
            ? [
                `Elastic Beanstalk does not show ${hidden.join(', ')} of ${environment.name}, so the new side does not get it.`,
            ]
            : []),
        `The new side begins with ${shape.minReplicas} pods (min-replica) and grows as requests come: raise min-replica when the live side needs more than that right after the swap.`,
        ...(0,cluster/* weakProof */.DV)(shape),
    ];
}
const blue_green_figures = ({ change, target, options }) => pairFigures(change, target, {
    moving: (0,time/* seconds */.YA)(10) + options.bake,
    wayBack: 'traffic moves back to the old side by another swap, within seconds',
});
/** On the service's clock: from the newest swap to the newest report of the health agents, which is seconds old. */
function sinceSwap({ recentEvents, health, instances }) {
    const swapped = recentEvents.filter((event) => /^Completed swapping CNAMEs for environments/.test(event.message));
    const now = health?.refreshedAt ?? instances?.refreshedAt;
    if (swapped.length === 0 || now === undefined)
        return undefined;
    return Math.max(0, now - Math.max(...swapped.map(({ date }) => date)));
}
//# sourceMappingURL=blue-green.js.map
// EXTERNAL MODULE: ./lib/domain/host-rules.js
var host_rules = __nccwpck_require__(82726);
// EXTERNAL MODULE: ./lib/domain/route.js
var route = __nccwpck_require__(13645);
// EXTERNAL MODULE: ./lib/strategies/canary-inputs.js
var canary_inputs = __nccwpck_require__(14115);
// EXTERNAL MODULE: ./lib/strategies/judge-inputs.js
var judge_inputs = __nccwpck_require__(11318);
;// CONCATENATED MODULE: ./lib/strategies/canary-steps.js
/** The steps of a canary: version on the side without requests, gates, share by share, bake, and what becomes of the old side. Pure. */







/** Weights are whole numbers: shares this near count as equal. */
const NEAR = 0.75;
function partsOf(situation) {
    const { target } = situation;
    const { pair } = target;
    if (pair?.route === undefined)
        return undefined;
    const between = { route: pair.route.route, stable: blue_green_steps_refOf(target), canary: idleRef(pair) };
    return { ...situation, pair, route: pair.route, between };
}
function canaryPlan(situation) {
    const parts = partsOf(situation);
    if (parts === undefined)
        return [];
    const { change, pair, route, between } = parts;
    const isOn = goesOn(parts);
    const now = isOn ? route.share : 0;
    const givenBack = route.share > NEAR && !isOn ? [{ kind: 'restore', ...between }] : [];
    return [
        ...givenBack,
        ...(isOn || change.phase === 'promote' ? [] : [...publishing(change), ...preparing(parts, pair)]),
        // Says and proves where it goes on, before anything else; from here on there is a way back.
        ...(isOn ? [shift(parts, now, now, back(parts))] : []),
        ...previewing(parts),
        ...gates(parts, pair),
        ...(change.phase === 'prepare' ? [] : sharing(parts, now, isOn)),
    ];
}
/** From the moment that the new side has the version: also between `prepare` and `promote` people can look at it. */
function previewing({ between, options, route }) {
    const { 'preview-header': header } = options;
    if (header === undefined || route.route.kind !== 'alb')
        return [];
    const preview = { kind: 'preview', ...between, header };
    return [{ ...preview, shows: 'canary', undo: [{ ...preview, shows: 'stable' }] }];
}
/** The canary in flight has the very version that is wished, so it is carried on where it stands. */
function goesOn({ change, target }) {
    const { idle, route } = target.pair ?? {};
    const label = wantedLabel(change, target);
    if (route === undefined ||
        route.share <= NEAR ||
        idle === undefined ||
        change.options.length + change.removeOptions.length > 0)
        return false;
    const { environment, instances, draft } = idle;
    if (environment.status !== 'Ready' || environment.versionLabel !== label || draft !== undefined)
        return false;
    if (instances === undefined)
        return !(0,domain_fleet/* fleetOf */.aP)(idle).enhancedHealth;
    // The old side may have grown since (Auto Scaling): a side that is too small for it is made anew.
    return (instances.instances.length >= sizeOf(target) &&
        instances.instances.every(({ deployment }) => deployment?.versionLabel === label && deployment.status === 'Deployed'));
}
/** Everything to the old side again; it answers at once, so nothing more has to be asked. */
const back = ({ between }) => [{ kind: 'restore', ...between }];
function shift(parts, before, weight, undo) {
    return {
        kind: 'shift',
        ...parts.between,
        before,
        weight,
        targets: targetsFor(parts, weight),
        ...(undo === undefined ? {} : { undo }),
    };
}
/** Enough to carry the share: as many as the old side has for all requests, in proportion, and never none. */
const targetsFor = ({ target }, weight) => Math.max(1, Math.ceil(sizeOf(target) * (weight / 100)));
function sharing(parts, now, isOn) {
    const { change, options, pair, target } = parts;
    const all = change.isReturn === true ? [] : options['canary-steps'];
    const steps = [];
    let before = now;
    let undo = isOn ? undefined : back(parts);
    for (const [at, { weight, hold }] of all.entries()) {
        if (weight < now - NEAR)
            continue;
        if (weight > before + NEAR) {
            steps.push(shift(parts, before, weight, undo));
            undo = undefined;
        }
        steps.push(observe(parts, at + 1, weight, Math.max(hold, route/* SHORTEST_HOLD */.fN[parts.route.route.kind])));
        before = weight;
    }
    const size = capacityBack(target);
    return [
        ...steps,
        ...(before > 100 - NEAR ? [] : [shift(parts, before, 100, undo)]),
        ...bake(parts, options.bake),
        ...(size.length === 0 ? [] : configureSteps(idleRef(pair), target, size)),
        ...canary_steps_retiring(parts),
    ];
}
function observe(parts, step, weight, span) {
    const { between, options, change, target } = parts;
    const smoke = (0,blue_green_inputs/* smokeOf */.x1)(options, wantedLabel(change, target));
    const command = (0,blue_green_inputs/* commandOf */.Nl)(options);
    const confirm = (0,judge_inputs/* confirmOf */.KJ)(options);
    return {
        kind: 'observe',
        ...between,
        weight,
        step,
        steps: options['canary-steps'].length,
        span,
        rules: (0,judge_inputs/* judgeRules */.T_)(options),
        ...(smoke === undefined ? {} : { smoke }),
        ...(command === undefined ? {} : { command }),
        ...(confirm === undefined ? {} : { confirm }),
    };
}
function bake({ between, change, options, pair, target }, span, undo) {
    if (span <= 0)
        return [];
    const smoke = (0,blue_green_inputs/* smokeOf */.x1)(options, wantedLabel(change, target));
    return [
        {
            kind: 'bake',
            environment: between.canary,
            productionCname: pair.productionCname,
            span,
            shares: between,
            ...(smoke === undefined ? {} : { smoke }),
            ...(undo === undefined ? {} : { undo }),
        },
    ];
}
/** The old side has no requests any more. Out of the route before it goes, or its target group could not be deleted. */
function canary_steps_retiring({ between, options, pair, target }) {
    const { retire: how } = options;
    const fleet = (0,domain_fleet/* fleetOf */.aP)(target);
    if (how === 'keep' || (how === 'scale-down' && (fleet.singleInstance || fleet.maxSize <= 1)))
        return [];
    const { stable: environment, canary: live } = between;
    const one = ['MinSize', 'MaxSize'].map((name) => ({ namespace: domain_fleet/* AUTO_SCALING_NAMESPACE */.cp, name, value: '1' }));
    return [
        ...(how === 'terminate' ? [{ kind: 'detach', ...between }] : []),
        { kind: 'retire', environment, live, productionCname: pair.productionCname, how, shares: between },
        ...(how === 'terminate' ? [] : configureSteps(environment, target, one)),
    ];
}
/**
 * What an earlier run has left to do although its canary has all requests already: the rest of the bake, and the old side.
 * `sinceShift`: since it got them; absent: nobody knows.
 */
function finishCanary(situation, sinceShift) {
    const { target, options } = situation;
    const { pair } = target;
    const { idle, route } = pair ?? {};
    if (pair === undefined || idle === undefined || route === undefined || idle.environment.status !== 'Ready')
        return [];
    // Seen from the end of that rollout: the side called idle is the old one.
    const between = { route: route.route, stable: blue_green_steps_refOf(idle), canary: blue_green_steps_refOf(target) };
    const parts = { ...situation, target: idle, pair, route, between };
    const rest = sinceShift === undefined ? 0 : options.bake - sinceShift;
    const baking = bake({ ...parts, target }, rest, [{ kind: 'restore', ...between }]);
    return [...baking, ...canary_steps_retiring(parts)];
}
/** `operation: abort`: everything back to the old side, whatever is in flight. */
function abortCanary(situation) {
    const parts = partsOf(situation);
    if (parts?.pair.idle === undefined)
        return [];
    const { 'preview-header': header } = situation.options;
    const isSeen = header !== undefined && parts.route.route.kind === 'alb';
    return [
        { kind: 'restore', ...parts.between },
        ...(isSeen ? [{ kind: 'preview', ...parts.between, header, shows: 'stable' }] : []),
        { kind: 'stop', environment: parts.between.canary },
    ];
}
//# sourceMappingURL=canary-steps.js.map
;// CONCATENATED MODULE: ./lib/strategies/canary.js
/** `canary`: the version goes to a second environment, which gets the requests share by share while both are compared. */















/** Finding out whether anybody still asks the old side takes at most so long; see `rollout/retire.ts`. */
const canary_RETIRING = (0,time/* minutes */.Gx)(45);
/** Counting targets, the write, and until all name servers know it; see `rollout/share.ts`. */
const SHIFTING = (0,time/* minutes */.Gx)(7);
const canary = strategy_strategy({
    summary: 'two environments: the new side gets the requests share by share, judged against the old one',
    choose: 'real users should meet the new version a few at a time, and go back by themselves when it is worse',
    inputs: canary_inputs/* CANARY_INPUTS */.$8,
    pair: (options) => {
        const route = (0,canary_inputs/* routeOf */.Lu)(options);
        const { 'idle-environment-name': idleName, 'preview-header': preview } = options;
        return {
            ...(route === undefined ? {} : { route }),
            ...(route?.kind === 'alb' && preview !== undefined ? { preview } : {}),
            ...(idleName === undefined ? {} : { idleName }),
        };
    },
    refuses: ({ target, options }) => [
        ...refuseCluster(target, 'canary'),
        ...refuseSingleInstance(target, 'canary'),
        ...refuseWorker(target, 'canary'),
        ...refuseRoute(target, options),
        ...(options['allow-coupled-database'] ? [] : refuseDatabases(target)),
    ],
    warns: (situation) => canary_warnings(situation),
    steps: canaryPlan,
    finish: (situation) => finishCanary(situation, sinceShift(situation.target, situation.now)),
    abort: abortCanary,
    forecast: (situation) => canary_figures(situation),
    deadline: ({ change, target, options }) => {
        const { idle } = target.pair ?? {};
        const onIdle = idle === undefined ? (0,time/* minutes */.Gx)(45) : longest(ownPolicy(change, idle), change, idle, 1);
        const steps = options['canary-steps'].length + 1;
        const waiting = steps * (SHIFTING + options['max-step-extension']) + (0,judge_inputs/* confirmTime */.aV)(options, steps);
        const retiring = options.retire === 'keep' ? 0 : canary_RETIRING;
        return onIdle + (0,blue_green_inputs/* gateTime */.xJ)(options) * (steps + 1) + holding(target, options) + waiting + options.bake + retiring;
    },
});
/** All steps as long as they are held, extensions not counted. */
function holding(target, options) {
    const shortest = route/* SHORTEST_HOLD */.fN[target.pair?.route?.route.kind ?? 'alb'];
    return options['canary-steps'].reduce((sum, { hold }) => sum + Math.max(hold, shortest), 0);
}
function refuseRoute(target, options) {
    const route = (0,canary_inputs/* routeOf */.Lu)(options);
    const { name } = target.environment;
    if (route === undefined) {
        const what = '`canary` needs something that divides the requests, and none is named.';
        const hint = 'Set `listener-rule-arn` (a shared load balancer), or `hosted-zone-id` and `record-name` (Route 53).';
        return [{ code: 'route-not-found', blame: 'you', what, hint, input: 'router' }];
    }
    if (route.kind !== 'alb' || (0,host_rules/* sharedBalancerOf */.pT)(target) !== undefined)
        return [];
    return [
        {
            code: 'route-unusable',
            blame: 'you',
            what: `${name} has a load balancer of its own, and a rule can lead only to target groups behind its own load balancer: the other side could never be among them.`,
            hint: 'Use `router: route53`, or create both environments on a shared load balancer (it cannot be changed later).',
            input: 'router',
        },
    ];
}
function canary_warnings(situation) {
    const { target, options, change } = situation;
    const { pair } = target;
    if (pair?.route === undefined)
        return [];
    const { idle, route } = pair;
    const found = [];
    const share = Math.round(route.share);
    const label = wantedLabel(change, target);
    if (goesOn(situation)) {
        found.push(`${pair.idleName} has ${share} % of the requests with ${label} already: the canary goes on from there.`);
    }
    else if (share > 0) {
        found.push(`${pair.idleName} has ${share} % of the requests with ${idle?.environment.versionLabel ?? 'no version'}, of a canary that has not ended: ${target.environment.name} gets them all back first.`);
    }
    if (idle === undefined) {
        found.push(`${pair.idleName} does not exist: it is created from the settings of ${target.environment.name}, with ${(0,domain_fleet/* fleetOf */.aP)(target).size} instances, and stays (it costs as much).`);
    }
    if (change.phase === 'prepare')
        return found;
    if (route.route.kind === 'route53') {
        found.push('Resolvers keep answers for a minute and some for longer: the shares of the requests follow the weights slowly and roughly, and so does the way back.');
    }
    if (options['smoke-test-path'] === undefined && options['verify-command'] === undefined) {
        found.push('Nobody asks the application itself before users do: set `smoke-test-path` or `verify-command`.');
    }
    const shortest = Math.min(...options['canary-steps'].map(({ hold }) => hold));
    if (route.route.kind === 'alb' && (route.route.stickyFor ?? 0) >= shortest) {
        found.push(`Clients stay on their side for ${(0,time/* formatDuration */.a3)(route.route.stickyFor ?? 0)}, longer than the shortest step: the shares of the requests follow the weights late.`);
    }
    if (options.retire === 'terminate') {
        found.push('The old side is terminated at the end: the way back is a new deployment then.');
    }
    return found;
}
function canary_figures({ change, target, options }) {
    const slow = target.pair?.route?.route.kind === 'route53' ? 'within a minute or two, as resolvers forget' : 'within seconds';
    return pairFigures(change, target, {
        moving: (0,time/* seconds */.YA)(30) + holding(target, options) + options.bake,
        wayBack: `all requests go back to the old side by one call, ${slow}`,
    });
}
/** By the record of the canary that has all requests now: when it got them. */
function sinceShift({ environment, pair }, now) {
    const record = pair?.route?.record;
    if (record === undefined || record.canary.id !== environment.id || record.weight < 100)
        return undefined;
    return Math.max(0, now - record.since);
}
//# sourceMappingURL=canary.js.map
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
;// CONCATENATED MODULE: ./lib/strategies/recreate.js
/** `recreate`: on a Cluster environment, every pod stops before the first new one starts. */



const WISH = { strategy: 'Recreate' };
const recreate = underPolicy({
    summary: 'Cluster environments only: strategy Recreate, every pod stops before the first new one starts',
    choose: 'two versions must never run side by side, and some downtime does not matter',
    inputs: {},
    refuses: (target) => refuseStandard(target, 'recreate'),
    policy: (_options, target) => podPolicy(wishedShape(WISH, target)),
    wish: () => undefined,
    pods: () => WISH,
});
//# sourceMappingURL=recreate.js.map
;// CONCATENATED MODULE: ./lib/strategies/rolling.js
/** `rolling`: batch after batch, each out of service while it is updated; on a cluster, pod after pod. */






const INPUTS = { ...BATCH_SIZE, ...POD_INPUTS };
const podWish = (options) => ({
    strategy: 'RollingUpdate',
    maxSurge: options['max-surge'],
    maxUnavailable: options['max-unavailable'],
});
const rolling = underPolicy({
    summary: 'policy Rolling: batch after batch, each out of service while it is updated; on a cluster RollingUpdate',
    choose: 'the rest of the fleet can carry the load of one batch',
    inputs: INPUTS,
    refuses: (target, options) => ((0,cluster/* isCluster */.JU)(target) ? refusePods(target, options) : refuseBatches(target, options)),
    policy: (options, target) => (0,cluster/* isCluster */.JU)(target)
        ? podPolicy(wishedShape(podWish(options), target))
        : { policy: 'Rolling', batch: batchFor(options['batch-size'], target), evaluation: (0,time/* minutes */.Gx)(0) },
    wish: (policy) => policyRequest(policy),
    pods: podWish,
});
function refusePods(target, options) {
    return [
        ...(options['batch-size'] === undefined
            ? []
            : refuseInput('batch-size', target, 'Use `max-surge` and `max-unavailable`, which count pods.')),
        ...refusePodNumbers(podWish(options), target),
    ];
}
function refuseBatches(target, options) {
    return [
        ...['max-surge', 'max-unavailable']
            .filter((input) => options[input] !== undefined)
            .flatMap((input) => refuseInput(input, target, 'Use `batch-size`, which counts instances.')),
        ...refuseSingleInstance(target, 'rolling'),
        ...refuseLargeBatch(target, batchFor(options['batch-size'], target)),
    ];
}
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
        'traffic-percent': (0,input/* withDefault */.IQ)((0,input/* percent */.KN)(1, 100), '10', {
            help: 'Share of the requests that the new instances get while they are evaluated (`traffic-splitting`).',
        }),
        'evaluation-minutes': (0,input/* withDefault */.IQ)((0,input/* count */.U9)(3, 600), '5', {
            help: 'Minutes of evaluation before the new instances get all requests (`traffic-splitting`).',
        }),
        ...judge_inputs/* JUDGE_INPUTS */.a_,
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
    judging: (options) => ({
        rules: (0,judge_inputs/* judgeRules */.T_)(options),
        percent: options['traffic-percent'],
        evaluation: (0,time/* minutes */.Gx)(options['evaluation-minutes']),
    }),
});
//# sourceMappingURL=traffic-splitting.js.map
;// CONCATENATED MODULE: ./lib/strategies/index.js
/** The registry: a strategy is one file and one line here; names, inputs, documentation and error texts follow from it. */









const STRATEGIES = {
    'as-configured': asConfigured,
    'all-at-once': allAtOnce,
    rolling: rolling,
    'rolling-with-additional-batch': rollingWithAdditionalBatch,
    recreate: recreate,
    immutable: immutable,
    'traffic-splitting': trafficSplitting,
    'blue-green': blueGreen,
    canary: canary,
};
const isStrategyName = (name) => Object.hasOwn(STRATEGIES, name);
const STRATEGY_NAMES = Object.keys(STRATEGIES).filter(isStrategyName);
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 11318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KJ: () => (/* binding */ confirmOf),
/* harmony export */   M7: () => (/* binding */ HOLD_INPUTS),
/* harmony export */   T_: () => (/* binding */ judgeRules),
/* harmony export */   aV: () => (/* binding */ confirmTime),
/* harmony export */   a_: () => (/* binding */ JUDGE_INPUTS)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6180);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73071);


const OPERATIONS = ['deploy', 'promote', 'resume', 'rollback'];
/** A number with a fraction, within limits; `off` for a rule that has a default. */
function decimal({ least, most, what }, sign) {
    return {
        accepts: what,
        read: (given) => {
            const bare = given.replace(sign, '');
            if (!/^\d+(\.\d+)?$/.test(bare))
                return { because: `is not ${what}` };
            const value = Number(bare);
            return value < least || value > most ? { because: `is not between ${least} and ${most}` } : { value };
        },
    };
}
const orOff = (kind) => ({
    accepts: `${kind.accepts}, or \`off\``,
    read: (given) => (given === 'off' ? { value: 'off' } : kind.read(given)),
});
const percentage = decimal({ least: 0, most: 100, what: 'a percentage such as `1.5`' }, /\s*%$/);
const multiple = decimal({ least: 1, most: 100, what: 'a multiple such as `1.5`' }, /\s*x$/i);
const confidence = decimal({ least: 80, most: 99.99, what: 'a percentage such as `99`' }, /\s*%$/);
const whole = (least, most) => ({
    accepts: `a whole number from ${least} to ${most}`,
    read: (given) => {
        if (!/^\d+$/.test(given))
            return { because: 'is not a whole number' };
        const value = Number(given);
        return value < least || value > most ? { because: `is not between ${least} and ${most}` } : { value };
    },
});
const confirmUrl = {
    accepts: 'an address that begins with `https://` or `http://`',
    read: (given) => {
        if (!/^https?:\/\/[^\s/@]+(\/\S*)?$/.test(given) || !URL.canParse(given)) {
            return { because: 'is not an address that begins with `https://` or `http://`' };
        }
        return { value: given };
    },
};
const JUDGE_INPUTS = {
    'max-5xx-percent': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(percentage, {
        help: 'Most 5xx answers of the new version, in percent of its requests; what is surely above sends it back.',
        operations: OPERATIONS,
    }),
    'max-5xx-increase': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(orOff(percentage), '0.5', {
        help: 'How many percentage points more 5xx than the old version in the same minutes are allowed.',
        operations: OPERATIONS,
    }),
    'max-p99': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(1, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(1)), {
        help: 'Longest time within which the new version answers 99 of 100 requests.',
        operations: OPERATIONS,
    }),
    'max-p99-ratio': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(orOff(multiple), '1.5', {
        help: "How many times the old version's p99 of the same minutes that of the new one may be.",
        operations: OPERATIONS,
    }),
    'min-requests': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(whole(1, 1_000_000), '50', {
        help: 'Requests that the new version must have answered at one share before anything is said of it; with fewer it is inconclusive (`on-inconclusive`).',
        operations: OPERATIONS,
    }),
    confidence: (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(confidence, '99', {
        help: 'How sure a “worse” is over the whole rollout, in percent: with 99, one of a hundred good versions may be sent back by chance.',
        operations: OPERATIONS,
    }),
};
/** Only where a step can be held longer than planned. */
const HOLD_INPUTS = {
    'failure-limit': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(whole(0, 100), '1', {
        help: 'Bad looks in a row that are forgiven at health, targets and smoke test while a step holds its share; alarms and figures count at once.',
        operations: OPERATIONS,
    }),
    'max-step-extension': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(0, (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(24)), '10m', {
        help: 'How much longer than planned a step may take when the evidence does not suffice; then `on-inconclusive` decides.',
        operations: OPERATIONS,
    }),
    'confirm-url': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(confirmUrl, {
        help: 'Address that is asked at the end of each step until it answers 200; every other answer means “not yet”. The step holds its share meanwhile.',
        operations: OPERATIONS,
    }),
    'confirm-timeout': (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)((0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(1), (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .hours */ .c$)(24)), '1h', {
        help: 'How long `confirm-url` may say “not yet” before the version is sent back.',
        operations: OPERATIONS,
    }),
};
const limit = (name, value) => value === undefined || value === 'off' ? {} : { [name]: value };
/** `onInconclusive` is a common input, which reaches a strategy's steps afterwards. */
function judgeRules(options, onInconclusive = 'warn') {
    return {
        ...limit('max5xxPercent', options['max-5xx-percent']),
        ...limit('max5xxIncrease', options['max-5xx-increase']),
        ...limit('maxP99', options['max-p99']),
        ...limit('maxP99Ratio', options['max-p99-ratio']),
        minRequests: options['min-requests'],
        confidence: options.confidence,
        failureLimit: options['failure-limit'] ?? 0,
        maxStepExtension: options['max-step-extension'] ?? 0,
        onInconclusive,
    };
}
const confirmOf = (options) => {
    const url = options['confirm-url'];
    return url === undefined ? undefined : { url, timeout: options['confirm-timeout'] };
};
/** Longest time that waiting for a confirmation may take, over so many steps. */
const confirmTime = (options, steps) => options['confirm-url'] === undefined ? 0 : steps * (options['confirm-timeout'] + (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(1));
//# sourceMappingURL=judge-inputs.js.map

/***/ }),

/***/ 95805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ wire)
});

// UNUSED EXPORTS: VERSION

// EXTERNAL MODULE: ./lib/adapters/on-demand.js
var on_demand = __nccwpck_require__(7775);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
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
/** Standard output, without the stream: making it takes longer than all that is told before the first request. */
function write(text) {
    let rest = Buffer.from(text);
    try {
        while (rest.length > 0)
            rest = rest.subarray((0,external_node_fs_.writeSync)(1, rest));
    }
    catch {
        // A pipe that is full and does not wait: the stream does, for what is left.
        process.stdout.write(rest);
    }
}
/** The running process as the host needs it. */
function thisProcess() {
    return {
        env: process.env,
        cwd: () => process.cwd(),
        write,
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
        loadToolkit: () => Promise.all(/* import() */[__nccwpck_require__.e(1260), __nccwpck_require__.e(7264)]).then(__nccwpck_require__.bind(__nccwpck_require__, 57264)),
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
        ...optional('apiUrl', text(env.GITHUB_API_URL)),
        ...optional('eventPath', text(env.GITHUB_EVENT_PATH)),
        ...optional('actionRepository', text(env.GITHUB_ACTION_REPOSITORY)),
        ...optional('actionRef', text(env.GITHUB_ACTION_REF)),
        debug: env.RUNNER_DEBUG === '1',
        // Set by dist/post.js (scripts/build.mjs).
        ...(env.BEANSTALK_ROLLOUT_PHASE === 'post' ? { isPost: true } : {}),
    };
}
//# sourceMappingURL=host.js.map
;// CONCATENATED MODULE: ./lib/adapters/runner/id-token.js
/** ID tokens of GitHub (OIDC), by which AWS knows the job. */
/**
 * Asks for a token for AWS's STS; absent where the job may not ask for one (`permissions: id-token: write`), as GitHub's
 * documentation of OIDC says: the two variables are set only then.
 */
function idTokens(env) {
    if ((env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '') === '')
        return undefined;
    return async () => (await Promise.all(/* import() */[__nccwpck_require__.e(1260), __nccwpck_require__.e(7264)]).then(__nccwpck_require__.bind(__nccwpck_require__, 57264))).getIDToken('sts.amazonaws.com');
}
//# sourceMappingURL=id-token.js.map
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
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __nccwpck_require__(11591);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __nccwpck_require__(66761);
;// CONCATENATED MODULE: ./lib/adapters/system/files.js
/** The file system. A path that is not there is an answer (`stat`) or a problem (everything else), never an empty text. */





const systemFiles = {
    // Waiting for each of 30,000 files takes twenty times as long as asking does.
    stat: async (path) => {
        await turn();
        try {
            const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
            return found && { kind: kindOf(found), bytes: found.size, mode: modeOf(found) };
        }
        catch (error) {
            const code = (0,errors/* codeOf */.$N)(error);
            if (code === 'ENOENT' || code === 'ENOTDIR')
                return undefined;
            throw unreadable(path, error);
        }
    },
    list: (path) => reading(path, async () => {
        await turn();
        return (0,external_node_fs_.readdirSync)(path).sort(byCodeUnit);
    }),
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
/** Milliseconds without a look at anything else, such as a request to stop. */
const LONGEST_TURN = 20;
let turned = 0;
/** Lets everything else have its turn now and then. */
async function turn() {
    if (upFor() - turned < LONGEST_TURN)
        return;
    await new Promise((resolve) => setImmediate(resolve));
    turned = upFor();
}
/** Milliseconds of this process. Not by `performance`, for which Node loads ten modules before the first API call. */
const upFor = () => process.uptime() * 1_000;
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
var external_node_diagnostics_channel_ = __nccwpck_require__(53053);
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
var external_node_crypto_ = __nccwpck_require__(77598);
;// CONCATENATED MODULE: ./lib/adapters/system/random.js
/** Randomness from the operating system. */

const systemRandom = {
    next: () => (0,external_node_crypto_.randomBytes)(4).readUInt32BE() / 2 ** 32,
    uuid: () => (0,external_node_crypto_.randomUUID)(),
};
//# sourceMappingURL=random.js.map
// EXTERNAL MODULE: ./lib/domain/secrets.js
var secrets = __nccwpck_require__(72965);
;// CONCATENATED MODULE: ./lib/wire.js








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
        http: (0,on_demand/* onDemand */.h)({ get: true }, async () => (await __nccwpck_require__.e(/* import() */ 7646).then(__nccwpck_require__.bind(__nccwpck_require__, 97646))).createHttp(runner.env)),
        commands: (0,on_demand/* onDemand */.h)({ run: true }, async () => (await __nccwpck_require__.e(/* import() */ 7476).then(__nccwpck_require__.bind(__nccwpck_require__, 87476))).createCommands(runner.env)),
        archives: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(8175), __nccwpck_require__.e(9319)]).then(__nccwpck_require__.bind(__nccwpck_require__, 29319))).zipArchives,
        github: async (token) => {
            const { repository, apiUrl } = host.run;
            if (token === '' || repository === undefined)
                return undefined;
            const { createGitHub } = await Promise.all(/* import() */[__nccwpck_require__.e(1845), __nccwpck_require__.e(1276)]).then(__nccwpck_require__.bind(__nccwpck_require__, 61276));
            return createGitHub({
                token,
                repository,
                version: VERSION,
                clock: systemClock,
                ...(apiUrl === undefined ? {} : { apiUrl }),
            });
        },
        connect: async (region, signal) => {
            const { createAwsClients, createCloud } = await Promise.all(/* import() */[__nccwpck_require__.e(744), __nccwpck_require__.e(4818), __nccwpck_require__.e(48), __nccwpck_require__.e(7323)]).then(__nccwpck_require__.bind(__nccwpck_require__, 77323));
            const plain = { region, version: VERSION, env: runner.env };
            const role = roleOf(host);
            const credentials = role === undefined ? undefined : await assumedRole(role, createAwsClients(plain), host, runner.env);
            const withRole = { ...plain, ...(credentials === undefined ? {} : { credentials }) };
            const clients = createAwsClients(withRole);
            connections.push({
                calls: () => clients.beanstalkCalls.count +
                    clients.storeCalls.count +
                    clients.commandCalls.count +
                    clients.gateCalls.count,
                close: () => clients.close(),
            });
            return {
                ...createCloud({ ...parts, clients, signal }),
                registry: {
                    digest: async (image, auth) => {
                        const { createRegistry } = await __nccwpck_require__.e(/* import() */ 9176).then(__nccwpck_require__.bind(__nccwpck_require__, 19176));
                        const at = (place) => createAwsClients({ ...withRole, region: place });
                        const ecr = (place) => (place === region ? clients : at(place)).ecr();
                        return createRegistry({ env: runner.env, ecr }).digest(image, auth);
                    },
                },
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
/** Checked with the other inputs; needed in the post phase too, which reads no inputs. */
function roleOf(host) {
    const arn = host.input('role-to-assume');
    return arn === '' ? undefined : { arn, sessionName: host.input('role-session-name') || 'beanstalk-rollout' };
}
/** Its first session is taken at once: what is wrong with the role is told as such, not by the first call that needs it. */
async function assumedRole(role, clients, host, env) {
    const { roleCredentials } = await __nccwpck_require__.e(/* import() */ 7432).then(__nccwpck_require__.bind(__nccwpck_require__, 47432));
    const idToken = idTokens(env);
    const session = roleCredentials(role, {
        clients,
        clock: systemClock,
        mask: (secret) => host.mask(secret),
        ...(idToken === undefined ? {} : { idToken }),
    });
    await session();
    return session;
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
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
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
/******/ 		8792: 0
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
/******/ var __webpack_exports__ = __nccwpck_require__(75691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

//# sourceMappingURL=index.js.map