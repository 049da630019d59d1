export const id = 9176;
export const ids = [9176,7646];
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
        return (0,http.exchange)({ url, method, headers, timeout: LIMIT, limitBytes: LARGEST_MANIFEST }, env);
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
    const answer = await (0,http.exchange)({ url: url.href, method: 'GET', headers, timeout: LIMIT, limitBytes: LARGEST_TOKEN }, env);
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
        const [{ BatchGetImageCommand }, ecr] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(7127), __webpack_require__.e(744), __webpack_require__.e(9291)]).then(__webpack_require__.bind(__webpack_require__, 89291)), client()]);
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

/***/ }),

/***/ 97646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createHttp: () => (/* binding */ createHttp),
/* harmony export */   exchange: () => (/* binding */ exchange),
/* harmony export */   proxyFor: () => (/* reexport safe */ _proxy_js__WEBPACK_IMPORTED_MODULE_3__.iJ)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41692);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57000);
/** One request as `curl` would send it: over `HTTP_PROXY` and `HTTPS_PROXY` unless `NO_PROXY` names the host. */





function createHttp(env) {
    return {
        get: async (request) => {
            const answer = await exchange({ ...request, method: 'GET', headers: {} }, env);
            if (answer.kind === 'unanswered')
                return answer;
            const { kind, status, body } = answer;
            return { kind, status, body };
        },
    };
}
/** Never fails. */
function exchange(request, env) {
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
            const { method, headers, limitBytes } = request;
            const answered = (response) => read(response, limitBytes, end, failed);
            send({ url: new URL(request.url), method, headers, env, signal: stop.signal, answered, failed });
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
        headers: headersOf(response),
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
const headersOf = (response) => Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
function send(sending) {
    const { url, method, env, signal, answered, failed } = sending;
    const headers = { 'user-agent': 'beanstalk-rollout', accept: '*/*', connection: 'close', ...sending.headers };
    const proxy = (0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__/* .proxyFor */ .iJ)(url, env);
    if (proxy === undefined) {
        const request = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
        request(url, { method, agent: false, headers, signal }, answered).on('error', failed).end();
    }
    else if (url.protocol === 'http:') {
        // A proxy is given the whole address.
        const request = proxy.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
        const at = { ...(0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__/* .proxyAddress */ .nD)(proxy), method, path: url.href, agent: false };
        request({ ...at, headers: { ...headers, ...(0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__/* .proxyAuthorization */ .YB)(proxy), host: url.host }, signal }, answered)
            .on('error', failed)
            .end();
    }
    else {
        const opened = (socket) => {
            const secure = (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.connect)({ socket, servername: url.hostname });
            secure.on('error', failed);
            // Without `agent`: even `false` would make one, which connects by itself.
            (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, { method, createConnection: () => secure, headers, signal }, answered)
                .on('error', failed)
                .end();
        };
        (0,_proxy_js__WEBPACK_IMPORTED_MODULE_3__/* .openTunnel */ .X)({ proxy, to: `${url.hostname}:${url.port || 443}`, signal, opened, failed });
    }
}
//# sourceMappingURL=http.js.map

/***/ }),

/***/ 57000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openTunnel),
/* harmony export */   YB: () => (/* binding */ proxyAuthorization),
/* harmony export */   ft: () => (/* binding */ proxyGap),
/* harmony export */   iJ: () => (/* binding */ proxyFor),
/* harmony export */   nD: () => (/* binding */ proxyAddress)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77030);
/** Which proxy an address goes through, by the variables that `curl` reads, and tunnels through it. */



/** The proxy of a URL; small letters win over capitals, as for `curl`. Only HTTP proxies; `undefined`: directly. */
function proxyFor(url, env) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const text = lookUp(env, name) ?? lookUp(env, 'all_proxy');
    if (text === undefined || isDirect(url, lookUp(env, 'no_proxy') ?? ''))
        return undefined;
    const full = text.includes('://') ? text : `http://${text}`;
    const proxy = URL.canParse(full) ? new URL(full) : undefined;
    return proxy !== undefined && /^https?:$/.test(proxy.protocol) ? proxy : undefined;
}
/** A sentence when a proxy is wished that is none for HTTP, as `socks5://…`: then calls go directly. */
function proxyGap(env) {
    const wished = ['https_proxy', 'http_proxy', 'all_proxy'].map((name) => [name, lookUp(env, name)]);
    const wrong = wished.find(([, text]) => text?.includes('://') === true && !/^https?:\/\//i.test(text));
    if (wrong === undefined)
        return undefined;
    const scheme = /^[a-z0-9.+-]*/i.exec(wrong[1] ?? '')?.[0];
    return `${wrong[0].toUpperCase()} names a proxy of the kind ${scheme}, which is not followed: only HTTP proxies are.`;
}
function lookUp(env, name) {
    const found = [env[name], env[name.toUpperCase()]].find((value) => value !== undefined && value.trim() !== '');
    return found?.trim();
}
/**
 * `NO_PROXY`: names with everything below them (a dot or `*.` before a name changes nothing), addresses, ranges such as
 * `10.0.0.0/8`, each for one port where one is given; or `*`. Separated by commas or blanks.
 */
function isDirect(url, exceptions) {
    const host = url.hostname
        .toLowerCase()
        .replace(/^\[|\]$/g, '')
        .replace(/\.$/, '');
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    return exceptions
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => entry !== '' && (entry === '*' || names(entry, host, port)));
}
function names(entry, host, port) {
    const range = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(entry);
    if (range !== null)
        return inRange(host, range[1] ?? '', Number(range[2]));
    // An IPv6 address has colons of its own; with a port it stands in brackets.
    const [, bracketed, ofBracketed] = /^\[([^\]]*)\](?::(\d+))?$/.exec(entry) ?? [];
    const [, plain, ofPlain] = (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(entry) === 6 ? [undefined, entry] : (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []);
    const wantedPort = ofBracketed ?? ofPlain;
    if (wantedPort !== undefined && wantedPort !== port)
        return false;
    const name = (bracketed ?? plain ?? '').replace(/^\*?\./, '').replace(/\.$/, '');
    if (name === '')
        return false;
    return host === name || ((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(host) === 0 && host.endsWith(`.${name}`));
}
function inRange(host, network, prefix) {
    const version = (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(host);
    if (version === 0 || version !== (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(network) || prefix > (version === 4 ? 32 : 128))
        return false;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    const list = new node_net__WEBPACK_IMPORTED_MODULE_2__.BlockList();
    list.addSubnet(network, prefix, family);
    return list.check(host, family);
}
function proxyAuthorization(proxy) {
    if (proxy.username === '')
        return {};
    const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
/** Host and port of a proxy, as Node's client wants them. */
const proxyAddress = (proxy) => ({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80)),
});
/** CONNECT. */
function openTunnel({ proxy, to, signal, opened, failed }) {
    const send = proxy.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
    const headers = { ...proxyAuthorization(proxy), host: to };
    const stopping = signal === undefined ? {} : { signal };
    send({ ...proxyAddress(proxy), method: 'CONNECT', path: to, agent: false, headers, ...stopping })
        .on('connect', (response, socket) => {
        if (response.statusCode === 200)
            return opened(socket);
        socket.destroy();
        failed(new Error(`the proxy answered CONNECT with ${response.statusCode}`));
    })
        .on('response', (response) => {
        response.resume();
        failed(new Error(`the proxy answered CONNECT with ${response.statusCode}`));
    })
        .on('error', failed)
        .end();
}
//# sourceMappingURL=proxy.js.map

/***/ })

};

//# sourceMappingURL=9176.index.js.map