export const id = 5820;
export const ids = [5820];
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


function createCaller(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .createPatience */ .s)({ ...options, mode: options.patience });
    const send = async (operation, mutates, run) => {
        const client = await options.clients.beanstalk();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(6114)]).then(__webpack_require__.t.bind(__webpack_require__, 76114, 19));
        return patience({ service: 'elasticbeanstalk', operation, mutates }, () => run(client, sdk));
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

/***/ 95820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAlarms: () => (/* binding */ createAlarms),
/* harmony export */   createMetrics: () => (/* binding */ createMetrics)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11591);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47619);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37415);



/** API reference: names in one DescribeAlarms, queries in one GetMetricData. */
const NAMES_AT_ONCE = 100;
const QUERIES_AT_ONCE = 500;
function callerOf(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .createPatience */ .s)({ ...options, mode: options.patience });
    return async (operation, run) => {
        const client = await options.clients.cloudWatch();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
        return patience({ service: 'cloudwatch', operation, mutates: false }, () => run(client, sdk));
    };
}
const slices = (items, size) => Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
function createAlarms(options) {
    const call = callerOf(options);
    const ask = async (names, types) => {
        const found = [];
        for (const AlarmNames of slices(names, NAMES_AT_ONCE)) {
            const answers = await (0,_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .pages */ .Bd)((token) => call('DescribeAlarms', (client, sdk) => client.send(new sdk.DescribeAlarmsCommand({
                AlarmNames: [...AlarmNames],
                AlarmTypes: [...types],
                MaxRecords: NAMES_AT_ONCE,
                ...token,
            }))));
            found.push(...answers.flatMap(readingsIn));
        }
        return found;
    };
    return {
        read: async (names) => {
            if (names.length === 0)
                return [];
            const found = await ask(names, ['MetricAlarm', 'CompositeAlarm']);
            const others = names.filter((name) => !found.some((one) => one.name === name));
            if (others.length === 0)
                return found;
            // Younger than the two classes above: a region that does not know it refuses the value.
            return [...found, ...(await ask(others, ['LogAlarm']).catch(noneIfUnknown))];
        },
    };
}
function noneIfUnknown(error) {
    if (error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l && error.problem.code === 'refused-by-aws')
        return [];
    throw error;
}
function readingsIn(answer) {
    const { MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] } = answer;
    return [...MetricAlarms, ...CompositeAlarms, ...LogAlarms].flatMap((alarm) => {
        const { AlarmName: name, StateValue: value, StateReason: reason = '', StateUpdatedTimestamp: at } = alarm;
        if (name === undefined)
            return [];
        // A state that is not known yet is no good news.
        const state = value === 'OK' || value === 'ALARM' ? value : 'INSUFFICIENT_DATA';
        return [{ name, state, reason, ...(at === undefined ? {} : { since: at.getTime() }) }];
    });
}
function createMetrics(options) {
    const call = callerOf(options);
    return {
        points: async (queries, { from, to, period }) => {
            const found = new Map(queries.map(({ id }) => [id, []]));
            for (const some of slices(queries, QUERIES_AT_ONCE)) {
                const MetricDataQueries = some.map((query) => ({
                    Id: query.id,
                    MetricStat: {
                        Metric: {
                            Namespace: query.namespace,
                            MetricName: query.name,
                            Dimensions: Object.entries(query.dimensions).map(([Name, Value]) => ({ Name, Value })),
                        },
                        Period: period / 1_000,
                        Stat: query.statistic,
                    },
                }));
                const answers = await (0,_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .pages */ .Bd)((token) => call('GetMetricData', (client, sdk) => client.send(new sdk.GetMetricDataCommand({
                    StartTime: new Date(from),
                    EndTime: new Date(to),
                    ScanBy: 'TimestampAscending',
                    MetricDataQueries,
                    ...token,
                }))));
                for (const { Id = '', Timestamps = [], Values = [] } of answers.flatMap(({ MetricDataResults = [] }) => MetricDataResults)) {
                    for (const [index, at] of Timestamps.entries())
                        found.get(Id)?.push({ at: at.getTime(), value: Values[index] ?? 0 });
                }
            }
            return found;
        },
    };
}
//# sourceMappingURL=cloudwatch.js.map

/***/ })

};

//# sourceMappingURL=5820.index.js.map