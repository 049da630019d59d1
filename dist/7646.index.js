export const id = 7646;
export const ids = [7646];
export const modules = {

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

//# sourceMappingURL=7646.index.js.map