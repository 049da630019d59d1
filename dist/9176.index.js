export const id = 9176;
export const ids = [9176];
export const modules = {

/***/ 16782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ errorFacts)
/* harmony export */ });
/* harmony import */ var _system_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66761);
/** The few facts about a failed AWS call that decide anything, read from an SDK error, a network error or anything else. */

/** The call never left this machine, or found nobody to talk to. */
const UNREACHED = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENETDOWN',
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'SELF_SIGNED_CERT_IN_CHAIN',
]);
/** The connection broke, or nothing came for too long: the service may have acted. */
const BROKEN = new Set([
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'ESOCKETTIMEDOUT',
    'ERR_STREAM_PREMATURE_CLOSE',
    'ERR_PROXY_TUNNEL',
    'UND_ERR_SOCKET',
    'HPE_INVALID_CONSTANT',
    'TimeoutError',
]);
const text = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
function errorFacts(error) {
    const status = Number((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, '$metadata'), 'httpStatusCode') ?? 0);
    const name = text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'name')) ?? 'Error';
    const message = (text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'message')) ?? '').replace(/\s+/g, ' ').trim();
    const codes = networkCodes(error);
    const unreached = codes.find((code) => UNREACHED.has(code));
    const broken = codes.find((code) => BROKEN.has(code));
    if (status > 0 || (unreached === undefined && broken === undefined))
        return { name, message, status };
    // A connection that timed out while it was being made carries no code, only these words (@smithy/node-http-handler).
    const connecting = /did not establish a connection/.test(message);
    return {
        name: unreached ?? broken ?? name,
        message,
        status: 0,
        network: unreached !== undefined || connecting ? 'unreached' : 'broken',
    };
}
/** Network codes hide at several depths: Node puts them into `code`, aggregates and causes. */
function networkCodes(error, depth = 0) {
    if (depth > 3 || typeof error !== 'object' || error === null)
        return [];
    const inner = (0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'errors');
    // The SDK turns an error of another realm into a text (`asSdkError` of @smithy/core); its code is still in there.
    const wrapped = /^AWS SDK error wrapper for .*\b(E[A-Z]{3,})\b/.exec(text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'message')) ?? '')?.[1];
    return [
        ...[text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'code')), text((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'name')), wrapped].filter((code) => code !== undefined),
        ...(Array.isArray(inner) ? inner.flatMap((each) => networkCodes(each, depth + 1)) : []),
        ...networkCodes((0,_system_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(error, 'cause'), depth + 1),
    ];
}
//# sourceMappingURL=error-facts.js.map

/***/ }),

/***/ 19176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRegistry: () => (/* binding */ createRegistry)
});

// EXTERNAL MODULE: ./lib/domain/image.js
var domain_image = __webpack_require__(26321);
// EXTERNAL MODULE: ./lib/adapters/aws/error-facts.js
var error_facts = __webpack_require__(16782);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __webpack_require__(66761);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
// EXTERNAL MODULE: ./lib/adapters/system/http.js
var http = __webpack_require__(97646);
;// CONCATENATED MODULE: ./lib/adapters/registry/oci.js
/** Any registry that speaks the OCI distribution API: a HEAD for the manifest, with a token fetched where one is asked for. */



const LIMIT = (0,time/* seconds */.YA)(20);
/** A manifest with all its platforms is a few kilobytes; registries refuse more than 4 MB (OCI distribution specification). */
const LARGEST_MANIFEST = 4 * 1_048_576;
const LARGEST_TOKEN = 256 * 1_024;
/** Single images and lists of images for several processors, in both dialects. */
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
async function ociDigest(image, auth, env) {
    const base = baseOf(image.registry);
    const url = `${base}/v2/${image.repository}/manifests/${image.digest ?? image.tag ?? 'latest'}`;
    const ask = (method, token) => {
        const headers = { accept: MANIFEST_TYPES.join(', '), ...(token === undefined ? {} : { authorization: token }) };
        return (0,http/* exchange */.cv)({ url, method, headers, timeout: LIMIT, limitBytes: LARGEST_MANIFEST }, env);
    };
    let answer = await ask('HEAD');
    let token;
    if (answer.kind === 'answered' && answer.status === 401) {
        const made = await authorize(answer.headers['www-authenticate'] ?? '', image, auth, base, env);
        if ('because' in made)
            return { kind: 'unknown', because: made.because };
        token = made.authorization;
        answer = await ask('HEAD', token);
    }
    if (answer.kind === 'answered' && answer.status === 200 && digestIn(answer) === undefined) {
        answer = await ask('GET', token);
    }
    return judge(answer, image);
}
function judge(answer, { registry, digest }) {
    if (answer.kind === 'unanswered')
        return { kind: 'unknown', because: `${registry}: ${answer.because}` };
    const { status, body } = answer;
    if (status === 404)
        return { kind: 'missing', because: `${registry} answered 404` };
    if (status !== 200)
        return { kind: 'unknown', because: `${registry} answered ${status}` };
    // The digest of a manifest is the one of its bytes (OCI image specification), for registries that do not say it.
    const found = digest ?? digestIn(answer) ?? (body === '' ? undefined : `sha256:${sha256(body)}`);
    return found === undefined
        ? { kind: 'unknown', because: `${registry} does not tell its digest` }
        : { kind: 'found', digest: found };
}
const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text, 'utf8').digest('hex');
function digestIn(answer) {
    const said = answer.headers['docker-content-digest'] ?? '';
    return /^sha256:[0-9a-f]{64}$/.test(said) ? said : undefined;
}
/** Registries on this machine are asked without TLS, as Docker does. */
function baseOf(registry) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    return `${isLocal(registry.replace(/:\d+$/, '')) ? 'http' : 'https'}://${registry}`;
}
const isLocal = (host) => host === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(host);
/** Distribution registry documentation, "Token authentication specification". */
async function authorize(challenge, image, auth, base, env) {
    const { registry, repository } = image;
    const basic = auth === undefined ? undefined : `Basic ${Buffer.from(auth, 'utf8').toString('base64')}`;
    const scheme = /^\s*(\w+)/.exec(challenge)?.[1]?.toLowerCase();
    if (scheme === 'basic') {
        return basic === undefined
            ? { because: `${registry} asks for a password, and there is no \`docker-registry-auth\`` }
            : { authorization: basic };
    }
    const realm = parameter(challenge, 'realm');
    if (scheme !== 'bearer' || realm === undefined || !URL.canParse(realm)) {
        return { because: `${registry} answered 401 in a way that is not understood` };
    }
    const url = new URL(realm);
    // Where the token is fetched is the registry's word: a password goes nowhere unencrypted because of it.
    if (url.protocol !== 'https:' && !(base.startsWith('http:') && isLocal(url.hostname))) {
        return { because: `${registry} wants its tokens fetched without TLS` };
    }
    const service = parameter(challenge, 'service');
    if (service !== undefined)
        url.searchParams.set('service', service);
    url.searchParams.set('scope', `repository:${repository}:pull`);
    const headers = basic === undefined ? {} : { authorization: basic };
    const answer = await (0,http/* exchange */.cv)({ url: url.href, method: 'GET', headers, timeout: LIMIT, limitBytes: LARGEST_TOKEN }, env);
    if (answer.kind === 'unanswered')
        return { because: `${url.hostname}: ${answer.because}` };
    const token = answer.status === 200 ? tokenIn(answer.body) : undefined;
    if (token !== undefined)
        return { authorization: `Bearer ${token}` };
    return {
        because: `${url.hostname} gave no token (status ${answer.status})${auth === undefined ? '; the image may be private, see `docker-registry-auth`' : ''}`,
    };
}
const parameter = (challenge, name) => new RegExp(`[\\s,]${name}="([^"]*)"`, 'i').exec(challenge)?.[1];
function tokenIn(body) {
    try {
        const answer = JSON.parse(body);
        if (typeof answer !== 'object' || answer === null)
            return undefined;
        const { token, access_token: other } = answer;
        const found = typeof token === 'string' ? token : other;
        // It becomes a header.
        return typeof found === 'string' && /^[\x21-\x7e]+$/.test(found) ? found : undefined;
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=oci.js.map
;// CONCATENATED MODULE: ./lib/adapters/registry/ecr.js



/** Amazon ECR API reference, BatchGetImage. */
async function ecrDigest(image, account, client) {
    const { registry, repository, tag, digest } = image;
    try {
        const [{ BatchGetImageCommand }, ecr] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(6515), __webpack_require__.e(7127), __webpack_require__.e(9291)]).then(__webpack_require__.bind(__webpack_require__, 89291)), client()]);
        const answer = await ecr.send(new BatchGetImageCommand({
            registryId: account,
            repositoryName: repository,
            // Both together would be refused where they differ, and the digest says it all.
            imageIds: [digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }],
            acceptedMediaTypes: [...MANIFEST_TYPES],
        }));
        const found = answer.images?.[0]?.imageId?.imageDigest;
        if (found !== undefined)
            return { kind: 'found', digest: found };
        const [failure] = answer.failures ?? [];
        if (failure?.failureCode === 'ImageNotFound')
            return { kind: 'missing', because: `${registry} has no such image` };
        return { kind: 'unknown', because: failure?.failureReason ?? `${registry} answered without an image` };
    }
    catch (error) {
        if ((0,error_facts/* errorFacts */.u)(error).name === 'RepositoryNotFoundException') {
            return { kind: 'missing', because: `${registry} has no repository ${repository}` };
        }
        return { kind: 'unknown', because: (0,errors/* messageOf */.bD)(error) };
    }
}
//# sourceMappingURL=ecr.js.map
;// CONCATENATED MODULE: ./lib/adapters/registry/registry.js



function createRegistry({ env, ecr }) {
    return {
        digest: (image, auth) => {
            const own = (0,domain_image/* ecrRegistry */.gO)(image.registry);
            return own === undefined ? ociDigest(image, auth, env) : ecrDigest(image, own.account, () => ecr(own.region));
        },
    };
}
//# sourceMappingURL=registry.js.map

/***/ })

};

//# sourceMappingURL=9176.index.js.map