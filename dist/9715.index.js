export const id = 9715;
export const ids = [9715];
export const modules = {

/***/ 79715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAwsClients: () => (/* binding */ createAwsClients)
});

// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
// EXTERNAL MODULE: ./lib/adapters/system/proxy.js
var system_proxy = __webpack_require__(57000);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/adapters/system/proxy-agents.js
/** Agents for Node's HTTP clients that follow the proxy variables, address by address, in every release of Node. */




const urlOf = (scheme, { host, port }) => {
    const name = host ?? 'localhost';
    return new URL(`${scheme}://${name.includes(':') ? `[${name}]` : name}:${port ?? ''}`);
};
/** HTTPS through a tunnel, so that the proxy sees names and no more. */
class TunnellingAgent extends external_node_https_.Agent {
    #env;
    constructor(options, env) {
        super(options);
        this.#env = env;
    }
    createConnection(options, callback) {
        const url = urlOf('https', options);
        const proxy = (0,system_proxy/* proxyFor */.iJ)(url, this.#env);
        if (proxy === undefined || callback === undefined)
            return super.createConnection(options, callback);
        const failed = (error) => callback(error);
        const to = `${url.hostname}:${url.port || 443}`;
        (0,system_proxy/* openTunnel */.X)({
            proxy,
            to,
            opened: (socket) => {
                const name = options.servername === undefined || options.servername === '' ? {} : { servername: options.servername };
                callback(null, (0,external_node_tls_.connect)({ ca: options.ca, socket, ...name }));
            },
            failed,
        });
        return undefined;
    }
}
const addRequest = Reflect.get(external_node_http_.Agent.prototype, 'addRequest');
/** Plain HTTP: the proxy is given the whole address. */
class ForwardingAgent extends external_node_http_.Agent {
    #env;
    constructor(options, env) {
        super(options);
        this.#env = env;
    }
    addRequest(request, options) {
        const url = urlOf('http', options);
        const proxy = (0,system_proxy/* proxyFor */.iJ)(url, this.#env);
        let at = options;
        if (proxy !== undefined) {
            request.path = `${url.origin}${request.path}`;
            for (const [name, value] of Object.entries((0,system_proxy/* proxyAuthorization */.YB)(proxy)))
                request.setHeader(name, value);
            at = { ...options, ...(0,system_proxy/* proxyAddress */.nD)(proxy) };
        }
        addRequest.call(this, request, at);
    }
}
/** For clients that take one agent a scheme. `env`: the variables; without any, the agents are Node's own. */
function proxyAgents(options, env) {
    const isSet = ['https_proxy', 'http_proxy', 'all_proxy'].some((name) => (env[name] ?? '') !== '' || (env[name.toUpperCase()] ?? '') !== '');
    if (!isSet)
        return { http: new external_node_http_.Agent(options), https: new external_node_https_.Agent(options) };
    return { http: new ForwardingAgent(options, env), https: new TunnellingAgent(options, env) };
}
//# sourceMappingURL=proxy-agents.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/clients.js



const CONNECT_LIMIT = (0,time/* seconds */.YA)(10);
/** From sending a request to the head of its answer. Elastic Beanstalk answers within a second or two. */
const ANSWER_LIMIT = (0,time/* seconds */.YA)(45);
/** The same for S3, where sending the request includes sending a part of a bundle over a slow line. */
const UPLOAD_LIMIT = (0,time/* minutes */.Gx)(10);
/** Silence on a connection, also in the middle of a body. */
const SILENCE_LIMIT = (0,time/* seconds */.YA)(60);
function createAwsClients(options) {
    const beanstalkCalls = counter();
    const storeCalls = counter();
    const commandCalls = counter();
    const gateCalls = counter();
    const identityCalls = counter();
    const made = [];
    const common = commonConfig(options);
    const handler = (answerLimit) => options.requestHandler ?? handlerOptions(agentsFor(options), answerLimit);
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
            const { ElasticBeanstalkClient } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(6114)]).then(__webpack_require__.t.bind(__webpack_require__, 76114, 19));
            return counted(new ElasticBeanstalkClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), beanstalkCalls);
        }),
        ecr: once(async () => {
            const { ECRClient } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
            return counted(new ECRClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), commandCalls);
        }),
        s3: once(async () => {
            const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
            return counted(new S3Client({ ...common, requestHandler: handler(UPLOAD_LIMIT), forcePathStyle: customEndpoint(options) }), storeCalls);
        }),
        ssm: once(async () => {
            const { SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
            return counted(new SSMClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), commandCalls);
        }),
        sts: once(async () => {
            const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
            return counted(new STSClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), identityCalls);
        }),
        cloudWatch: once(async () => {
            const { CloudWatchClient } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
            return counted(new CloudWatchClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        loadBalancing: once(async () => {
            const { ElasticLoadBalancingV2Client } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 50586, 19));
            return counted(new ElasticLoadBalancingV2Client({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        autoScaling: once(async () => {
            const { AutoScalingClient } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(8932)]).then(__webpack_require__.t.bind(__webpack_require__, 48932, 19));
            return counted(new AutoScalingClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        route53: once(async () => {
            const { Route53Client } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(8621)]).then(__webpack_require__.t.bind(__webpack_require__, 8621, 19));
            return counted(new Route53Client({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        beanstalkCalls,
        storeCalls,
        commandCalls,
        gateCalls,
        createdVersions: new Map(),
        proxyGap: (0,system_proxy/* proxyGap */.ft)(options.env),
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
const handlerOptions = (agents, answerLimit) => ({
    connectionTimeout: CONNECT_LIMIT,
    requestTimeout: answerLimit,
    throwOnRequestTimeout: true,
    socketTimeout: SILENCE_LIMIT,
    httpAgent: agents.http,
    httpsAgent: agents.https,
});
/** Never through a proxy: this machine, and where instances and containers get their credentials. */
const ALWAYS_DIRECT = '127.0.0.0/8,localhost,::1,169.254.169.254,169.254.170.2,fd00:ec2::254';
/** The SDK ignores proxy variables, and Node's own support of them takes `NO_PROXY` differently from everything else. */
function agentsFor({ env }) {
    const direct = `${(env.no_proxy ?? '') === '' ? (env.NO_PROXY ?? '') : env.no_proxy},${ALWAYS_DIRECT}`;
    return proxyAgents({ keepAlive: true, maxSockets: 50 }, { ...env, no_proxy: direct });
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

//# sourceMappingURL=9715.index.js.map