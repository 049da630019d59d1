export const id = 7323;
export const ids = [7323];
export const modules = {

/***/ 54867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ eventOf),
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   Eb: () => (/* binding */ present),
/* harmony export */   QV: () => (/* binding */ configurationOf),
/* harmony export */   Wr: () => (/* binding */ healthOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   hR: () => (/* binding */ instanceOf),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39505);

function present(members) {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
/** The member of `known` that `value` spells, whatever its capitals. */
function among(known, value) {
    const wanted = value?.toLowerCase();
    return known.find((each) => each.toLowerCase() === wanted);
}
const STATUSES = [
    'Aborting',
    'Launching',
    'LinkingFrom',
    'LinkingTo',
    'Ready',
    'Terminated',
    'Terminating',
    'Updating',
];
const COLORS = ['Green', 'Yellow', 'Red', 'Grey'];
const TIERS = ['WebServer', 'Worker', 'Cluster'];
const SEVERITIES = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const VERSION_STATUSES = ['Unprocessed', 'Processing', 'Building', 'Processed', 'Failed'];
const DEPLOYMENT_STATUSES = ['In Progress', 'Deployed', 'Failed'];
const CONFIGURATION_STATUSES = ['deployed', 'pending', 'failed'];
const instant = (date) => {
    const time = date?.getTime();
    return time === undefined || Number.isNaN(time) ? undefined : time;
};
/** Grey is what the service itself shows when it cannot tell. */
const color = (value) => among(COLORS, value) ?? 'Grey';
const healthStatus = (value) => among(_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_STATUSES */ .i9, value) ?? 'Unknown';
/** `undefined` for a row without an id or a name, which cannot be told apart from others. */
function environmentOf(row) {
    const { EnvironmentId: id, EnvironmentName: name } = row;
    if (id === undefined || name === undefined)
        return undefined;
    return {
        id,
        name,
        application: row.ApplicationName ?? '',
        status: among(STATUSES, row.Status) ?? 'Unrecognised',
        health: color(row.Health),
        abortable: row.AbortableOperationInProgress ?? false,
        tier: among(TIERS, row.Tier?.Name) ?? 'WebServer',
        ...present({
            arn: row.EnvironmentArn,
            versionLabel: row.VersionLabel,
            healthStatus: row.HealthStatus === undefined ? undefined : healthStatus(row.HealthStatus),
            cname: row.CNAME,
            endpointUrl: row.EndpointURL,
            platformArn: row.PlatformArn,
            solutionStack: row.SolutionStackName,
            dateCreated: instant(row.DateCreated),
            dateUpdated: instant(row.DateUpdated),
        }),
    };
}
/** `undefined` for an event without a date: it could not be put in order. */
function eventOf(row) {
    const date = instant(row.EventDate);
    if (date === undefined)
        return undefined;
    return {
        date,
        message: row.Message ?? '',
        severity: among(SEVERITIES, row.Severity) ?? 'INFO',
        ...present({
            requestId: row.RequestId,
            environmentName: row.EnvironmentName,
            versionLabel: row.VersionLabel,
        }),
    };
}
function metricsOf(row) {
    if (row === undefined)
        return undefined;
    return {
        windowSeconds: row.Duration ?? 10,
        requestCount: row.RequestCount ?? 0,
        status2xx: row.StatusCodes?.Status2xx ?? 0,
        status3xx: row.StatusCodes?.Status3xx ?? 0,
        status4xx: row.StatusCodes?.Status4xx ?? 0,
        status5xx: row.StatusCodes?.Status5xx ?? 0,
        ...present({ p50: row.Latency?.P50, p90: row.Latency?.P90, p99: row.Latency?.P99 }),
    };
}
function instanceOf(row) {
    if (row.InstanceId === undefined)
        return undefined;
    const { Deployment: deployment } = row;
    return {
        id: row.InstanceId,
        status: healthStatus(row.HealthStatus),
        color: color(row.Color),
        causes: row.Causes ?? [],
        ...present({
            launchedAt: instant(row.LaunchedAt),
            requests: metricsOf(row.ApplicationMetrics),
            deployment: deployment === undefined
                ? undefined
                : {
                    status: among(DEPLOYMENT_STATUSES, deployment.Status) ?? 'Unrecognised',
                    ...present({
                        versionLabel: deployment.VersionLabel,
                        id: deployment.DeploymentId,
                        time: instant(deployment.DeploymentTime),
                    }),
                },
        }),
    };
}
function healthOf(answer) {
    return {
        status: healthStatus(answer.HealthStatus),
        color: color(answer.Color),
        causes: answer.Causes ?? [],
        ...present({ refreshedAt: instant(answer.RefreshedAt), requests: metricsOf(answer.ApplicationMetrics) }),
    };
}
function configurationOf(row) {
    const options = (row.OptionSettings ?? []).flatMap((option) => {
        const { Namespace: namespace, OptionName: name, Value: value } = option;
        // Options without a value have their default; what that is, only the platform knows.
        if (namespace === undefined || name === undefined || value === undefined)
            return [];
        return [{ namespace, name, value, ...present({ resource: option.ResourceName }) }];
    });
    return {
        options,
        ...present({
            deploymentStatus: among(CONFIGURATION_STATUSES, row.DeploymentStatus),
            dateUpdated: instant(row.DateUpdated),
        }),
    };
}
function versionOf(row) {
    const { ApplicationName: application, VersionLabel: label, SourceBundle: bundle } = row;
    if (application === undefined || label === undefined)
        return undefined;
    const located = bundle?.S3Bucket !== undefined && bundle.S3Key !== undefined;
    return {
        application,
        label,
        status: among(VERSION_STATUSES, row.Status) ?? 'Unrecognised',
        ...present({
            description: row.Description,
            bundle: located ? { bucket: bundle.S3Bucket ?? '', key: bundle.S3Key ?? '' } : undefined,
            dateCreated: instant(row.DateCreated),
            arn: row.ApplicationVersionArn,
        }),
    };
}
const messageOf = ({ Severity, Message, Namespace, OptionName }) => ({
    severity: Severity === 'warning' ? 'warning' : 'error',
    message: Message ?? '',
    ...present({ namespace: Namespace, name: OptionName }),
});
//# sourceMappingURL=beanstalk-model.js.map

/***/ }),

/***/ 47619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ pages),
/* harmony export */   iF: () => (/* binding */ sdkOption),
/* harmony export */   qG: () => (/* binding */ accepted),
/* harmony export */   uF: () => (/* binding */ createCaller)
/* harmony export */ });
/* harmony import */ var _beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54867);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37415);
/* harmony import */ var _sdk_beanstalk_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8982);



function createCaller(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .createPatience */ .s)({ ...options, mode: options.patience });
    const send = async (operation, mutates, run) => {
        const client = await options.clients.beanstalk();
        return patience({ service: 'elasticbeanstalk', operation, mutates }, () => run(client, _sdk_beanstalk_js__WEBPACK_IMPORTED_MODULE_2__));
    };
    return {
        patience,
        read: (operation, run) => send(operation, false, run),
        change: (operation, run) => send(operation, true, run),
    };
}
/** Reads on until there is no token, or the token repeats (which would never end). */
async function pages(read) {
    const found = [];
    for (let token;;) {
        const page = await read((0,_beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ NextToken: token }));
        found.push(page);
        if (page.NextToken === undefined || page.NextToken === '' || page.NextToken === token)
            return found;
        token = page.NextToken;
    }
}
const sdkOption = (option) => ({
    Namespace: option.namespace,
    OptionName: option.name,
    ...(0,_beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ Value: option.value, ResourceName: option.resource }),
});
const accepted = (answer) => ({
    requestId: answer.$metadata.requestId ?? '',
});
//# sourceMappingURL=calls.js.map

/***/ }),

/***/ 77323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAwsClients: () => (/* reexport */ createAwsClients),
  createCloud: () => (/* binding */ createCloud)
});

// EXTERNAL MODULE: ./lib/adapters/on-demand.js
var on_demand = __webpack_require__(7775);
// EXTERNAL MODULE: ./lib/adapters/aws/beanstalk-model.js
var beanstalk_model = __webpack_require__(54867);
// EXTERNAL MODULE: ./lib/adapters/aws/calls.js
var calls = __webpack_require__(47619);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
;// CONCATENATED MODULE: ./lib/adapters/aws/version-image.js

/** AWS API reference, CreateApplicationVersion: a build never starts without `Process`. */
function sourceOf({ bundle, image, build }) {
    const located = bundle === undefined ? {} : { SourceBundle: { S3Bucket: bundle.bucket, S3Key: bundle.key } };
    if (image !== undefined)
        return { ImageConfiguration: { Source: { Uri: image } } };
    if (build === undefined)
        return { ...located, Process: false };
    return {
        ...located,
        Process: true,
        ImageConfiguration: {
            Build: {
                Type: build.type,
                CodeBuildServiceRole: build.serviceRole,
                ...(0,beanstalk_model/* present */.Eb)({
                    DockerfileLocation: build.dockerfileLocation,
                    Buildpack: build.buildpack,
                    Architecture: build.architecture,
                    ComputeType: build.computeType,
                    TimeoutInMinutes: build.timeoutMinutes,
                }),
            },
        },
    };
}
/** The image's part of a version, as far as the service shows it. */
function imageOf(row) {
    const { ImageSource: source, ImageBuildConfiguration: build, BuildArn: buildArn } = row;
    const image = source?.Uri === '' ? undefined : source?.Uri;
    return (0,beanstalk_model/* present */.Eb)({ image, build: buildOf(build), buildArn });
}
function buildOf(row) {
    if (row === undefined)
        return undefined;
    return {
        type: row.Type?.toLowerCase() === 'buildpack' ? 'buildpack' : 'docker',
        serviceRole: row.CodeBuildServiceRole ?? '',
        ...(0,beanstalk_model/* present */.Eb)({
            dockerfileLocation: row.DockerfileLocation,
            buildpack: row.Buildpack,
            architecture: row.Architecture,
            computeType: row.ComputeType,
            timeoutMinutes: row.TimeoutInMinutes,
        }),
    };
}
//# sourceMappingURL=version-image.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/versions.js





/** A version can be unknown to UpdateEnvironment for a moment after its creation (einaregilsson/beanstalk-deploy#58). */
const VERSION_LAG = (0,time/* minutes */.Gx)(1);
function versionOf(row) {
    const version = (0,beanstalk_model/* versionOf */.E4)(row);
    return version === undefined ? undefined : { ...version, ...imageOf(row) };
}
/** What explains a failed build is said in a few lines. */
const MOST_ERRORS = 20;
function versionCalls(options) {
    const { clock } = options;
    const { read, change } = (0,calls/* createCaller */.uF)(options);
    const { createdVersions: created } = options.clients;
    let bucket;
    const update = (request) => change('UpdateEnvironment', async (client, sdk) => (0,calls/* accepted */.qG)(await client.send(new sdk.UpdateEnvironmentCommand({
        EnvironmentId: request.environmentId,
        ...(0,beanstalk_model/* present */.Eb)({ VersionLabel: request.versionLabel }),
        ...(request.options.length > 0 ? { OptionSettings: request.options.map(calls/* sdkOption */.iF) } : {}),
        ...(request.removeOptions.length > 0 ? { OptionsToRemove: request.removeOptions.map(calls/* sdkOption */.iF) } : {}),
    }))));
    return {
        version: (application, label) => read('DescribeApplicationVersions', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeApplicationVersionsCommand({ ApplicationName: application, VersionLabels: [label] }));
            return (answer.ApplicationVersions ?? [])
                .flatMap((row) => versionOf(row) ?? [])
                .find((row) => row.label === label);
        }),
        versions: async (application) => {
            const found = await (0,calls/* pages */.Bd)((NextToken) => read('DescribeApplicationVersions', (client, sdk) => client.send(new sdk.DescribeApplicationVersionsCommand({ ApplicationName: application, ...NextToken }))));
            return found.flatMap((page) => page.ApplicationVersions ?? []).flatMap((row) => versionOf(row) ?? []);
        },
        versionErrors: (application, label) => read('DescribeEvents', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeEventsCommand({
                ApplicationName: application,
                VersionLabel: label,
                Severity: 'ERROR',
                MaxRecords: MOST_ERRORS,
            }));
            return (answer.Events ?? []).flatMap((row) => (0,beanstalk_model/* eventOf */.A6)(row) ?? []).reverse();
        }),
        // Deleting what is gone already succeeds, so a lost answer may be repeated.
        deleteVersion: (application, label, withBundle) => read('DeleteApplicationVersion', async (client, sdk) => {
            await client.send(new sdk.DeleteApplicationVersionCommand({
                ApplicationName: application,
                VersionLabel: label,
                DeleteSourceBundle: withBundle,
            }));
        }),
        versionLifecycle: (application) => read('DescribeApplications', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeApplicationsCommand({ ApplicationNames: [application] }));
            const found = (answer.Applications ?? []).find((each) => each.ApplicationName === application);
            return lifecycleOf(found?.ResourceLifecycleConfig?.VersionLifecycleConfig);
        }),
        createVersion: (request) => change('CreateApplicationVersion', async (client, sdk) => {
            const answer = await client.send(new sdk.CreateApplicationVersionCommand({
                ApplicationName: request.application,
                VersionLabel: request.label,
                Description: request.description,
                ...sourceOf(request),
                AutoCreateApplication: false,
                ...(Object.keys(request.tags).length > 0
                    ? { Tags: Object.entries(request.tags).map(([Key, Value]) => ({ Key, Value })) }
                    : {}),
            }));
            created.set(request.label, clock.now());
            const version = answer.ApplicationVersion === undefined ? undefined : versionOf(answer.ApplicationVersion);
            return version ?? { ...request, status: 'Unrecognised' };
        }),
        storageBucket: async () => {
            // Idempotent: the bucket of the account and region is answered whether it was there or not, and stays the same.
            bucket ??= await read('CreateStorageLocation', async (client, sdk) => {
                const answer = await client.send(new sdk.CreateStorageLocationCommand({}));
                if (answer.S3Bucket === undefined)
                    throw noBucket();
                return answer.S3Bucket;
            });
            return bucket;
        },
        update: async (request) => {
            const { versionLabel = '' } = request;
            const until = (created.get(versionLabel) ?? Number.NEGATIVE_INFINITY) + VERSION_LAG;
            for (;;) {
                try {
                    return await update(request);
                }
                catch (error) {
                    const unknownYet = error instanceof problem/* ActionError */.l && error.problem.code === 'version-missing';
                    if (!unknownYet || clock.now() >= until || options.signal?.aborted)
                        throw error;
                    await clock.sleep((0,time/* seconds */.YA)(2), options.signal);
                }
            }
        },
        abort: (environmentId) => change('AbortEnvironmentUpdate', async (client, sdk) => (0,calls/* accepted */.qG)(await client.send(new sdk.AbortEnvironmentUpdateCommand({ EnvironmentId: environmentId })))),
    };
}
function lifecycleOf(config) {
    const count = config?.MaxCountRule?.Enabled === true ? config.MaxCountRule.MaxCount : undefined;
    const age = config?.MaxAgeRule?.Enabled === true ? config.MaxAgeRule.MaxAgeInDays : undefined;
    return count === undefined && age === undefined ? undefined : (0,beanstalk_model/* present */.Eb)({ maxCount: count, maxAgeDays: age });
}
const noBucket = () => new problem/* ActionError */.l({
    code: 'bucket-unusable',
    blame: 'aws',
    what: 'Elastic Beanstalk answered CreateStorageLocation without the name of a bucket.',
    hint: 'Run it again, or name a bucket of your own.',
});
//# sourceMappingURL=versions.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/beanstalk.js




/** Largest page of DescribeEvents and DescribeEnvironments (API reference). */
const PAGE = 1_000;
function createBeanstalk(options) {
    const { read } = (0,calls/* createCaller */.uF)(options);
    const environments = async (filter) => {
        const rows = await (0,calls/* pages */.Bd)((NextToken) => read('DescribeEnvironments', (client, sdk) => client.send(new sdk.DescribeEnvironmentsCommand({ ...filter, ...NextToken }))));
        return rows.flatMap((page) => page.Environments ?? []).flatMap((row) => (0,beanstalk_model/* environmentOf */.p7)(row) ?? []);
    };
    const byId = async (ids) => {
        const found = await environments({ EnvironmentIds: [...ids], IncludeDeleted: true });
        return ids.map((id) => found.find((each) => each.id === id));
    };
    const eventPage = (input, NextToken) => read('DescribeEvents', (client, sdk) => client.send(new sdk.DescribeEventsCommand({ ...input, ...NextToken })));
    return {
        environmentNamed: async (application, name) => {
            const found = await environments({
                ApplicationName: application,
                EnvironmentNames: [name],
                IncludeDeleted: false,
            });
            return found.find((each) => each.name === name && each.status !== 'Terminated');
        },
        environment: async (id) => (await byId([id]))[0],
        environmentsById: byId,
        environments: async (application) => {
            const found = await environments({ ...(0,beanstalk_model/* present */.Eb)({ ApplicationName: application }), IncludeDeleted: false });
            return found.filter((each) => each.status !== 'Terminated');
        },
        applicationExists: (name) => read('DescribeApplications', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeApplicationsCommand({ ApplicationNames: [name] }));
            return (answer.Applications ?? []).some((each) => each.ApplicationName === name);
        }),
        events: async (environmentId, since) => {
            const input = { EnvironmentId: environmentId, StartTime: new Date(since), MaxRecords: PAGE };
            const found = await (0,calls/* pages */.Bd)((token) => eventPage(input, token));
            return found
                .flatMap((page) => page.Events ?? [])
                .flatMap((row) => (0,beanstalk_model/* eventOf */.A6)(row) ?? [])
                .reverse();
        },
        newestEvents: async (environmentId, count) => {
            const answer = await eventPage({ EnvironmentId: environmentId, MaxRecords: Math.min(PAGE, Math.max(1, count)) }, {});
            return (answer.Events ?? []).flatMap((row) => (0,beanstalk_model/* eventOf */.A6)(row) ?? []).reverse();
        },
        instances: async (environmentId) => {
            const found = await (0,calls/* pages */.Bd)((NextToken) => read('DescribeInstancesHealth', (client, sdk) => client.send(new sdk.DescribeInstancesHealthCommand({
                EnvironmentId: environmentId,
                AttributeNames: ['All'],
                ...NextToken,
            }))));
            // Pages are computed one after the other: the oldest moment is the one that all of them have seen.
            const refreshed = found.flatMap((page) => page.RefreshedAt?.getTime() ?? []);
            return {
                instances: found.flatMap((page) => page.InstanceHealthList ?? []).flatMap((row) => (0,beanstalk_model/* instanceOf */.hR)(row) ?? []),
                ...(refreshed.length > 0 ? { refreshedAt: Math.min(...refreshed) } : {}),
                pages: found.length,
            };
        },
        health: (environmentId) => read('DescribeEnvironmentHealth', async (client, sdk) => (0,beanstalk_model/* healthOf */.Wr)(await client.send(new sdk.DescribeEnvironmentHealthCommand({ EnvironmentId: environmentId, AttributeNames: ['All'] })))),
        instanceIds: (environmentId) => read('DescribeEnvironmentResources', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeEnvironmentResourcesCommand({ EnvironmentId: environmentId }));
            return (answer.EnvironmentResources?.Instances ?? []).flatMap((instance) => instance.Id ?? []);
        }),
        settings: (application, environmentName) => read('DescribeConfigurationSettings', async (client, sdk) => {
            const answer = await client.send(new sdk.DescribeConfigurationSettingsCommand({
                ApplicationName: application,
                EnvironmentName: environmentName,
            }));
            return (answer.ConfigurationSettings ?? []).map(beanstalk_model/* configurationOf */.QV);
        }),
        // The API has no member for removals; an option that is only removed cannot be wrong.
        validate: (application, environmentName, settings) => {
            if (settings.length === 0)
                return Promise.resolve([]);
            return read('ValidateConfigurationSettings', async (client, sdk) => {
                const answer = await client.send(new sdk.ValidateConfigurationSettingsCommand({
                    ApplicationName: application,
                    EnvironmentName: environmentName,
                    OptionSettings: settings.map(calls/* sdkOption */.iF),
                }));
                return (answer.Messages ?? []).map(beanstalk_model/* messageOf */.bD);
            });
        },
        ...versionCalls(options),
        // Asked by strategies that work on two environments, by creations, and after failures.
        ...(0,on_demand/* onDemand */.h)({
            create: true,
            dnsAvailable: true,
            createTemplate: true,
            deleteTemplate: true,
            templateSettings: true,
            platformBranch: true,
            createApplication: true,
            validateNew: true,
            swapCnames: true,
            terminate: true,
            tags: true,
        }, async () => (await __webpack_require__.e(/* import() */ 7109).then(__webpack_require__.bind(__webpack_require__, 27109))).environmentCalls(options)),
        ...(0,on_demand/* onDemand */.h)({ requestTailLogs: true, tailLogs: true, download: true }, async () => (await __webpack_require__.e(/* import() */ 8371).then(__webpack_require__.bind(__webpack_require__, 18371))).logCalls(options)),
        get calls() {
            return options.clients.beanstalkCalls.count;
        },
    };
}
//# sourceMappingURL=beanstalk.js.map
// EXTERNAL MODULE: ./lib/adapters/aws/identity.js
var identity = __webpack_require__(10642);
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
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-elastic-beanstalk/dist-es/ElasticBeanstalkClient.js + 8 modules
var ElasticBeanstalkClient = __webpack_require__(10282);
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
            return counted(new ElasticBeanstalkClient/* ElasticBeanstalkClient */.E({ ...common, requestHandler: handler(ANSWER_LIMIT) }), beanstalkCalls);
        }),
        ecr: once(async () => {
            const { ECRClient } = await Promise.all(/* import() */[__webpack_require__.e(7127), __webpack_require__.e(9291)]).then(__webpack_require__.bind(__webpack_require__, 89291));
            return counted(new ECRClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), commandCalls);
        }),
        s3: once(async () => {
            const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(2291), __webpack_require__.e(1460), __webpack_require__.e(4043), __webpack_require__.e(1588), __webpack_require__.e(2453)]).then(__webpack_require__.bind(__webpack_require__, 52453));
            return counted(new S3Client({ ...common, requestHandler: handler(UPLOAD_LIMIT), forcePathStyle: customEndpoint(options) }), storeCalls);
        }),
        ssm: once(async () => {
            const { SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(7127), __webpack_require__.e(4829)]).then(__webpack_require__.bind(__webpack_require__, 54829));
            return counted(new SSMClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), commandCalls);
        }),
        sts: once(async () => {
            const { STSClient } = await __webpack_require__.e(/* import() */ 7455).then(__webpack_require__.bind(__webpack_require__, 47455));
            return counted(new STSClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), identityCalls);
        }),
        cloudWatch: once(async () => {
            const { CloudWatchClient } = await Promise.all(/* import() */[__webpack_require__.e(7127), __webpack_require__.e(8104)]).then(__webpack_require__.bind(__webpack_require__, 88104));
            return counted(new CloudWatchClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        loadBalancing: once(async () => {
            const { ElasticLoadBalancingV2Client } = await __webpack_require__.e(/* import() */ 6361).then(__webpack_require__.bind(__webpack_require__, 46361));
            return counted(new ElasticLoadBalancingV2Client({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        autoScaling: once(async () => {
            const { AutoScalingClient } = await __webpack_require__.e(/* import() */ 3386).then(__webpack_require__.bind(__webpack_require__, 23386));
            return counted(new AutoScalingClient({ ...common, requestHandler: handler(ANSWER_LIMIT) }), gateCalls);
        }),
        route53: once(async () => {
            const { Route53Client } = await Promise.all(/* import() */[__webpack_require__.e(2291), __webpack_require__.e(4043), __webpack_require__.e(8876)]).then(__webpack_require__.bind(__webpack_require__, 18876));
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
;// CONCATENATED MODULE: ./lib/adapters/aws/cloud.js




function createCloud(options) {
    const { clients } = options;
    return {
        beanstalk: createBeanstalk({ ...options, patience: 'patient' }),
        watchBeanstalk: createBeanstalk({ ...options, patience: 'one-look' }),
        store: (0,on_demand/* onDemand */.h)({ head: true, put: true, list: true, readEnd: true, readTexts: true }, async () => (await Promise.all(/* import() */[__webpack_require__.e(2291), __webpack_require__.e(1460), __webpack_require__.e(4043), __webpack_require__.e(1588), __webpack_require__.e(5682)]).then(__webpack_require__.bind(__webpack_require__, 55682))).createBundleStore(options)),
        documents: (0,on_demand/* onDemand */.h)({ read: true, look: true, write: true, keys: true }, async () => (await Promise.all(/* import() */[__webpack_require__.e(2291), __webpack_require__.e(1460), __webpack_require__.e(4043), __webpack_require__.e(1588), __webpack_require__.e(9392)]).then(__webpack_require__.bind(__webpack_require__, 99392))).createDocuments(options)),
        instanceCommands: (0,on_demand/* onDemand */.h)({ send: true, find: true, read: true, cancel: true }, async () => (await __webpack_require__.e(/* import() */ 807).then(__webpack_require__.bind(__webpack_require__, 807))).createInstanceCommands(options)),
        identity: (0,identity/* createIdentity */.D)(clients),
        alarms: (0,on_demand/* onDemand */.h)({ read: true }, async () => (await __webpack_require__.e(/* import() */ 5820).then(__webpack_require__.bind(__webpack_require__, 95820))).createAlarms({ ...options, patience: 'patient' })),
        metrics: (0,on_demand/* onDemand */.h)({ points: true }, async () => (await __webpack_require__.e(/* import() */ 5820).then(__webpack_require__.bind(__webpack_require__, 95820))).createMetrics({ ...options, patience: 'one-look' })),
        loadBalancers: (0,on_demand/* onDemand */.h)({ rules: true, environments: true }, async () => (await __webpack_require__.e(/* import() */ 2283).then(__webpack_require__.bind(__webpack_require__, 62283))).createLoadBalancers(options)),
        routers: (0,on_demand/* onDemand */.h)({ end: true, read: true, between: true, preview: true, targets: true }, async () => (await __webpack_require__.e(/* import() */ 2122).then(__webpack_require__.bind(__webpack_require__, 62122))).createRouters(options)),
        ...(clients.proxyGap === undefined ? {} : { gap: clients.proxyGap }),
    };
}
//# sourceMappingURL=cloud.js.map

/***/ }),

/***/ 10642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ createIdentity),
/* harmony export */   s: () => (/* binding */ expectedOwner)
/* harmony export */ });
function createIdentity(clients) {
    return {
        caller: async () => {
            try {
                const client = await clients.sts();
                const { GetCallerIdentityCommand } = await __webpack_require__.e(/* import() */ 7455).then(__webpack_require__.bind(__webpack_require__, 47455));
                const { Account: account, Arn: arn } = await client.send(new GetCallerIdentityCommand({}));
                return account === undefined || arn === undefined ? undefined : { account, arn };
            }
            catch {
                return undefined;
            }
        },
    };
}
/**
 * The bucket of Elastic Beanstalk carries its account in its name (AWS guide: `elasticbeanstalk-<region>-<account>`).
 * Told to S3, it keeps us from reading or writing a bucket of that name which belongs to somebody else.
 */
function expectedOwner(bucket) {
    const account = /^elasticbeanstalk-[a-z0-9-]+-(\d{12})$/.exec(bucket)?.[1];
    return account === undefined ? {} : { ExpectedBucketOwner: account };
}
//# sourceMappingURL=identity.js.map

/***/ }),

/***/ 37415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ createPatience)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73071);
/** When a failed call is sent again: never when it might act twice, and never longer than somebody wants to wait. */


const FIRST_DELAY = 250;
const LONGEST_DELAY = 15_000;
const LONGEST_IN_ALL = (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minutes */ .Gx)(2);
/** Exponential backoff with full jitter ("Exponential Backoff And Jitter", AWS Architecture Blog). */
function createPatience(options) {
    const { clock, random, mode } = options;
    return async (call, send) => {
        const signal = options.signal?.aborted ? undefined : options.signal;
        const stopped = () => signal?.aborted ?? false;
        const giveUpAt = clock.now() + LONGEST_IN_ALL;
        for (let attempt = 0;; attempt += 1) {
            try {
                return await send();
            }
            catch (error) {
                if (error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l)
                    throw error;
                // Loaded when something fails: the table of what the service says is long, and most calls succeed.
                const { actionError, diagnose } = await __webpack_require__.e(/* import() */ 600).then(__webpack_require__.bind(__webpack_require__, 10600));
                const delay = random.next() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** attempt);
                const tooLate = clock.now() + delay > giveUpAt;
                if (!mayRepeat(diagnose(error, call), call, mode) || tooLate || stopped())
                    throw actionError(error, call);
                await clock.sleep(delay, signal);
                if (stopped())
                    throw actionError(error, call);
            }
        }
    };
}
function mayRepeat({ nature, refusedUnseen }, call, mode) {
    if (nature !== 'transient')
        return false;
    return call.mutates ? refusedUnseen : mode === 'patient';
}
//# sourceMappingURL=patience.js.map

/***/ }),

/***/ 8982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AbortEnvironmentUpdateCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_0__.E),
/* harmony export */   CheckDNSAvailabilityCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_1__.Q),
/* harmony export */   CreateApplicationCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_2__.O),
/* harmony export */   CreateApplicationVersionCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_3__.m),
/* harmony export */   CreateConfigurationTemplateCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_4__.E),
/* harmony export */   CreateEnvironmentCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_5__.R),
/* harmony export */   CreateStorageLocationCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_6__.U),
/* harmony export */   DeleteApplicationVersionCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_7__.X),
/* harmony export */   DeleteConfigurationTemplateCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_8__.B),
/* harmony export */   DescribeApplicationVersionsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_10__.Q),
/* harmony export */   DescribeApplicationsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_9__.U),
/* harmony export */   DescribeConfigurationOptionsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_11__.x),
/* harmony export */   DescribeConfigurationSettingsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_12__.y),
/* harmony export */   DescribeEnvironmentHealthCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_13__.q),
/* harmony export */   DescribeEnvironmentResourcesCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_14__.P),
/* harmony export */   DescribeEnvironmentsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_15__.$),
/* harmony export */   DescribeEventsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_16__.w),
/* harmony export */   DescribeInstancesHealthCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_17__.f),
/* harmony export */   ElasticBeanstalkClient: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_18__.E),
/* harmony export */   ListPlatformBranchesCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_19__.X),
/* harmony export */   ListPlatformVersionsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_20__.E),
/* harmony export */   ListTagsForResourceCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_21__.a),
/* harmony export */   RequestEnvironmentInfoCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_22__.U),
/* harmony export */   RetrieveEnvironmentInfoCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_23__.D),
/* harmony export */   SwapEnvironmentCNAMEsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_24__.Z),
/* harmony export */   TerminateEnvironmentCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_25__.i),
/* harmony export */   UpdateEnvironmentCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_26__.i),
/* harmony export */   ValidateConfigurationSettingsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_27__.F)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82948);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46418);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96912);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94556);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29506);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34925);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74372);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31461);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(98705);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(10076);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(79626);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(25325);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(17842);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(32678);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(80371);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(28875);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(48530);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(10777);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(10282);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(63151);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(49768);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(6610);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(36052);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(14741);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(41739);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(21410);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(46164);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(91489);
/**
 * What is used of the SDK's client of Elastic Beanstalk. Imported by its names, so that the bundle holds no more of it: the
 * first API call waits until all of this is compiled.
 */

//# sourceMappingURL=sdk-beanstalk.js.map

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

//# sourceMappingURL=7323.index.js.map