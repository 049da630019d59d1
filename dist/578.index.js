export const id = 578;
export const ids = [578];
export const modules = {

/***/ 9578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAwsClients: () => (/* binding */ createAwsClients)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3071);
/**
 * The SDK clients: made once, loaded when they are first needed (a cold start pays for Elastic Beanstalk only), with
 * our user agent, time limits, the proxies of the environment, and every request counted. They never retry by
 * themselves; `patience.ts` does.
 */



const CONNECT_LIMIT = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(10);
/** From sending a request to the head of its answer. Elastic Beanstalk answers within a second or two. */
const ANSWER_LIMIT = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(45);
/** The same for S3, where sending the request includes sending a part of a bundle over a slow line. */
const UPLOAD_LIMIT = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .minutes */ .Gx)(10);
/** Silence on a connection, also in the middle of a body. */
const SILENCE_LIMIT = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_2__/* .seconds */ .YA)(60);
function createAwsClients(options) {
    const beanstalkCalls = counter();
    const storeCalls = counter();
    const commandCalls = counter();
    const identityCalls = counter();
    const made = [];
    const proxy = proxyOf(options.env);
    const common = commonConfig(options);
    const handler = (answerLimit) => options.requestHandler ?? handlerOptions(proxy.agentOptions, answerLimit);
    const counted = (client, calls) => {
        client.middlewareStack.add((next) => (args) => {
            calls.add();
            return next(args);
        }, { step: 'finalizeRequest', priority: 'low', name: 'countCalls' });
        made.push(client);
        return client;
    };
    return {
        region: options.region,
        beanstalk: once(async () => {
            const { ElasticBeanstalkClient } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(114)]).then(__webpack_require__.t.bind(__webpack_require__, 6114, 19));
            return counted(new ElasticBeanstalkClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), beanstalkCalls);
        }),
        s3: once(async () => {
            const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
            return counted(new S3Client({ ...common, requestHandler: handler(UPLOAD_LIMIT), forcePathStyle: customEndpoint(options) }), storeCalls);
        }),
        ssm: once(async () => {
            const { SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(736)]).then(__webpack_require__.t.bind(__webpack_require__, 4736, 19));
            return counted(new SSMClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), commandCalls);
        }),
        sts: once(async () => {
            const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
            return counted(new STSClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), identityCalls);
        }),
        beanstalkCalls,
        storeCalls,
        commandCalls,
        createdVersions: new Map(),
        proxyGap: proxy.gap,
        close: () => {
            for (const client of made)
                client.destroy();
        },
    };
}
const commonConfig = (options) => ({
    region: options.region,
    maxAttempts: 1,
    customUserAgent: [['beanstalk-rollout', options.version]],
    ...(options.credentials === undefined ? {} : { credentials: options.credentials }),
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
});
/** Endpoints that are not AWS's have no host name per bucket. */
const customEndpoint = ({ endpoint, env }) => [endpoint, env.AWS_ENDPOINT_URL, env.AWS_ENDPOINT_URL_S3].some((url) => url !== undefined && url !== '');
const handlerOptions = (agentOptions, answerLimit) => ({
    connectionTimeout: CONNECT_LIMIT,
    requestTimeout: answerLimit,
    throwOnRequestTimeout: true,
    socketTimeout: SILENCE_LIMIT,
    httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true, maxSockets: 50, ...agentOptions }),
    httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent({ keepAlive: true, maxSockets: 50, ...agentOptions }),
});
const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
/** Never through a proxy: this machine, and where instances and containers get their credentials. */
const ALWAYS_DIRECT = '127.0.0.1,localhost,::1,169.254.169.254,169.254.170.2';
/** The SDK ignores proxy variables; agents of Node 24.5 and newer follow them (Node docs: http.Agent, `proxyEnv`). */
function proxyOf(env) {
    if (!PROXY_VARIABLES.some((name) => (env[name] ?? '') !== ''))
        return { agentOptions: {}, gap: undefined };
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major < 24 || (major === 24 && minor < 5)) {
        return {
            agentOptions: {},
            gap: `Proxy variables are set, but Node ${process.versions.node} cannot follow them: calls go to AWS directly. Node 24.5 or newer can.`,
        };
    }
    const direct = [env.NO_PROXY ?? env.no_proxy ?? '', ALWAYS_DIRECT].filter((part) => part !== '').join(',');
    return { agentOptions: { proxyEnv: { ...env, NO_PROXY: direct, no_proxy: direct } }, gap: undefined };
}
function counter() {
    let count = 0;
    return {
        get count() {
            return count;
        },
        add: () => {
            count += 1;
        },
    };
}
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}
//# sourceMappingURL=clients.js.map

/***/ })

};

//# sourceMappingURL=578.index.js.map