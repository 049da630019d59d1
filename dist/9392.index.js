export const id = 9392;
export const ids = [9392,642];
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

/***/ 99392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDocuments: () => (/* binding */ createDocuments)
/* harmony export */ });
/* harmony import */ var _beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54867);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47619);
/* harmony import */ var _error_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16782);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10642);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37415);





function createDocuments(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .createPatience */ .s)({ ...options, mode: 'patient' });
    const call = async (operation, mutates, run) => {
        const client = await options.clients.s3();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
        return patience({ service: 's3', operation, mutates }, () => run(client, sdk));
    };
    return {
        read: (bucket, key) => call('GetObject', false, async (client, sdk) => {
            try {
                const command = new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_4__.expectedOwner)(bucket) });
                let answeredAt = Number.NaN;
                command.middlewareStack.add((next) => async (args) => {
                    const result = await next(args);
                    answeredAt = dateOf(result.response);
                    return result;
                }, { step: 'deserialize', name: 'readDate' });
                const answer = await client.send(command);
                const text = (await answer.Body?.transformToString('utf-8')) ?? '';
                const now = Number.isNaN(answeredAt) ? options.clock.now() : answeredAt;
                const age = Math.max(0, now - (answer.LastModified?.getTime() ?? now));
                return { text, etag: answer.ETag ?? '', age };
            }
            catch (error) {
                if ((0,_error_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .errorFacts */ .u)(error).status === 404)
                    return undefined;
                throw error;
            }
        }),
        write: ({ bucket, key, text, replaces, onWritten }) => call('PutObject', true, async (client, sdk) => {
            try {
                const answer = await client.send(new sdk.PutObjectCommand({
                    Bucket: bucket,
                    Key: key,
                    Body: text,
                    ContentType: 'application/json',
                    ...(replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces }),
                    ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_4__.expectedOwner)(bucket),
                }));
                if (answer.ETag !== undefined)
                    onWritten?.(answer.ETag);
                return 'written';
            }
            catch (error) {
                if (isConflict(error))
                    return 'conflict';
                throw error;
            }
        }),
        keys: async (bucket, prefix) => {
            const found = await (0,_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .pages */ .Bd)(async ({ NextToken }) => {
                const answer = await call('ListObjectsV2', false, (client, sdk) => client.send(new sdk.ListObjectsV2Command({
                    Bucket: bucket,
                    Prefix: prefix,
                    ...(0,_beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ ContinuationToken: NextToken }),
                    ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_4__.expectedOwner)(bucket),
                })));
                return { contents: answer.Contents ?? [], ...(0,_beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ NextToken: answer.NextContinuationToken }) };
            });
            return found.flatMap(({ contents }) => contents).flatMap(({ Key }) => Key ?? []);
        },
    };
}
/** When S3 answered, by its own clock; `NaN` when it did not say. */
function dateOf(response) {
    const headers = typeof response === 'object' && response !== null && 'headers' in response ? response.headers : {};
    const date = typeof headers === 'object' && headers !== null && 'date' in headers ? headers.date : undefined;
    return typeof date === 'string' ? Date.parse(date) : Number.NaN;
}
/** 412: written meanwhile; 409: two conditional writes at once; 404 for `If-Match`: removed meanwhile. */
const isConflict = (error) => [404, 409, 412].includes((0,_error_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .errorFacts */ .u)(error).status) && !isNoBucket(error);
const isNoBucket = (error) => (0,_error_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .errorFacts */ .u)(error).name === 'NoSuchBucket';
//# sourceMappingURL=documents.js.map

/***/ }),

/***/ 10642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createIdentity: () => (/* binding */ createIdentity),
/* harmony export */   expectedOwner: () => (/* binding */ expectedOwner)
/* harmony export */ });
function createIdentity(clients) {
    return {
        caller: async () => {
            try {
                const client = await clients.sts();
                const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
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

/***/ })

};

//# sourceMappingURL=9392.index.js.map