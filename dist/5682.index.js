export const id = 5682;
export const ids = [5682,642];
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

/***/ 55682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createBundleStore: () => (/* binding */ createBundleStore)
});

// EXTERNAL MODULE: ./lib/adapters/aws/beanstalk-model.js
var beanstalk_model = __webpack_require__(54867);
// EXTERNAL MODULE: ./lib/adapters/aws/calls.js
var calls = __webpack_require__(47619);
// EXTERNAL MODULE: ./lib/adapters/aws/download.js
var download = __webpack_require__(74968);
// EXTERNAL MODULE: ./lib/adapters/aws/error-facts.js
var error_facts = __webpack_require__(16782);
// EXTERNAL MODULE: ./lib/adapters/aws/identity.js
var identity = __webpack_require__(10642);
// EXTERNAL MODULE: ./lib/adapters/aws/patience.js
var aws_patience = __webpack_require__(37415);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/adapters/system/errors.js
var errors = __webpack_require__(66761);
;// CONCATENATED MODULE: ./lib/adapters/aws/upload.js
/**
 * Uploads a file to S3 in constant memory: in one request when it is small, else in parallel parts that are read, sent,
 * checksummed and repeated one by one. Not `@aws-sdk/lib-storage`: its abort does not wait until the started upload is
 * removed, and it sends each part once only unless the client retries by itself.
 */





const MIB = 1_048_576;
/** Below this one request is quicker than the three round trips of a multipart upload. */
const SINGLE_REQUEST_LIMIT = 16 * MIB;
/** 500 MB are 63 parts; S3 allows parts from 5 MiB and 10,000 of them. */
const PART_BYTES = 8 * MIB;
/** Parts under way at a time: what bounds the memory (each is one buffer). */
const PARALLEL = 4;
const call = (operation) => ({ service: 's3', operation, mutates: false });
function createUpload(options) {
    return async (request) => {
        const client = await options.clients.s3();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
        const file = await openBundle(request.path);
        const target = { Bucket: request.bucket, Key: request.key, ...(0,identity.expectedOwner)(request.bucket) };
        const upload = { client, sdk, file, patience: options.patience, request, target };
        try {
            return request.bytes <= SINGLE_REQUEST_LIMIT ? await putWhole(upload) : await putParts(upload);
        }
        catch (error) {
            if (request.signal?.aborted)
                throw cancelled(error);
            throw error;
        }
        finally {
            await file.close();
        }
    };
}
async function putWhole({ client, sdk, file, patience, request, target }) {
    const body = await readPart(file, 0, Buffer.allocUnsafeSlow(request.bytes), request.path);
    const answer = await refusedIfThere(() => 
    // Safe to repeat: with If-None-Match a second attempt cannot overwrite what the first one has stored.
    patience(call('PutObject'), () => client.send(new sdk.PutObjectCommand({
        ...target,
        Body: body,
        ContentType: 'application/zip',
        ChecksumAlgorithm: 'CRC32',
        IfNoneMatch: '*',
        Metadata: { ...request.metadata },
    }), abortable(request.signal))));
    request.onProgress?.(request.bytes, request.bytes);
    return answer;
}
async function putParts(upload) {
    const { client, sdk, patience, request, target } = upload;
    const { UploadId } = await patience(call('CreateMultipartUpload'), () => client.send(new sdk.CreateMultipartUploadCommand({
        ...target,
        ContentType: 'application/zip',
        ChecksumAlgorithm: 'CRC32',
        Metadata: { ...request.metadata },
    }), abortable(request.signal)));
    try {
        const Parts = await sendParts(upload, UploadId);
        const answer = await refusedIfThere(() => complete(upload, UploadId, Parts));
        if (answer === 'exists')
            await discard(upload, UploadId);
        return answer;
    }
    catch (error) {
        await discard(upload, UploadId);
        throw error;
    }
}
/** Repeating a completion whose answer was lost finds no upload any more: then the object tells. */
async function complete(upload, UploadId, Parts) {
    const { client, sdk, patience, request, target } = upload;
    const MultipartUpload = { Parts };
    const once = { ...target, UploadId, IfNoneMatch: '*', MultipartUpload };
    try {
        await patience(call('CompleteMultipartUpload'), () => client.send(new sdk.CompleteMultipartUploadCommand(once), abortable(request.signal)));
    }
    catch (error) {
        if ((0,error_facts/* errorFacts */.u)(error instanceof problem/* ActionError */.l ? error.cause : error).name !== 'NoSuchUpload')
            throw error;
        await patience(call('HeadObject'), () => client.send(new sdk.HeadObjectCommand(target)));
    }
}
/** Several lanes take the next part each until there is none; the first failure stops them all. */
async function sendParts(upload, UploadId) {
    const { client, sdk, file, patience, request, target } = upload;
    const count = Math.ceil(request.bytes / PART_BYTES);
    const parts = [];
    const stop = new AbortController();
    const signal = request.signal === undefined ? stop.signal : AbortSignal.any([request.signal, stop.signal]);
    let next = 0;
    let sent = 0;
    const lane = async () => {
        // One buffer a lane, used again for each of its parts: new ones would wait for the garbage collector by the hundred.
        const buffer = Buffer.allocUnsafeSlow(PART_BYTES);
        while (next < count && !signal.aborted) {
            const index = next;
            next += 1;
            const offset = index * PART_BYTES;
            const part = buffer.subarray(0, Math.min(PART_BYTES, request.bytes - offset));
            const body = await readPart(file, offset, part, request.path);
            const PartNumber = index + 1;
            const { ETag, ChecksumCRC32 } = await patience(call('UploadPart'), () => client.send(new sdk.UploadPartCommand({ ...target, UploadId, PartNumber, Body: body, ChecksumAlgorithm: 'CRC32' }), abortable(signal)));
            parts[index] = { PartNumber, ETag, ...(ChecksumCRC32 === undefined ? {} : { ChecksumCRC32 }) };
            sent += body.length;
            request.onProgress?.(sent, request.bytes);
        }
    };
    const lanes = Array.from({ length: Math.min(PARALLEL, count) }, () => lane().catch((error) => {
        stop.abort();
        throw error;
    }));
    // All lanes must have ended before the upload is discarded, or a late part would bring it back.
    const ended = await Promise.allSettled(lanes);
    const failed = ended.find((each) => each.status === 'rejected' && !isAbort(each.reason)) ?? ended.find(isRejected);
    if (failed !== undefined && isRejected(failed))
        throw failed.reason;
    if (request.signal?.aborted)
        throw cancelled(request.signal.reason);
    return parts;
}
const isRejected = (each) => each.status === 'rejected';
const isAbort = (error) => error instanceof problem/* ActionError */.l && (0,errors/* member */.Dc)(error.cause, 'name') === 'AbortError';
/** Parts of an upload that is not completed cost money until they are removed. Tried even when cancelled. */
async function discard({ client, sdk, patience, target }, UploadId) {
    try {
        await patience(call('AbortMultipartUpload'), () => client.send(new sdk.AbortMultipartUploadCommand({ ...target, UploadId })));
    }
    catch {
        // The failure that led here is the one to report; a lifecycle rule of the bucket removes such leftovers.
    }
}
/** 412: there is an object of that key. 409: another upload of the same key has just won. Both mean: it is there. */
async function refusedIfThere(send) {
    try {
        await send();
        return 'stored';
    }
    catch (error) {
        const { status, name } = (0,error_facts/* errorFacts */.u)(error instanceof problem/* ActionError */.l ? error.cause : error);
        if (status === 412 || name === 'ConditionalRequestConflict')
            return 'exists';
        throw error;
    }
}
/** Fills the buffer from `offset` on: a file that shrank meanwhile must not become a short bundle. */
async function readPart(file, offset, buffer, path) {
    for (let filled = 0; filled < buffer.length;) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, offset + filled);
        if (bytesRead === 0)
            throw changed(path);
        filled += bytesRead;
    }
    return buffer;
}
async function openBundle(path) {
    try {
        return await (0,promises_.open)(path, 'r');
    }
    catch (error) {
        throw new problem/* ActionError */.l({
            code: 'bundle-missing',
            blame: 'you',
            what: `The bundle ${path} cannot be opened for upload.`,
            hint: 'Keep the file until this step has ended.',
        }, { cause: error });
    }
}
const abortable = (signal) => (signal === undefined ? {} : { abortSignal: signal });
const changed = (path) => new problem/* ActionError */.l({
    code: 'bundle-changed',
    blame: 'you',
    what: `The bundle ${path} became shorter while it was uploaded.`,
    hint: 'Let no other step write to it at the same time.',
});
const cancelled = (cause) => new problem/* ActionError */.l({
    code: 'cancelled',
    blame: 'you',
    what: 'The upload of the bundle was cancelled; nothing of it is left in the bucket.',
    hint: 'Run it again when you want to deploy this version.',
}, { cause });
//# sourceMappingURL=upload.js.map
;// CONCATENATED MODULE: ./lib/adapters/aws/bundle-store.js







function createBundleStore(options) {
    const { clients } = options;
    const patience = (0,aws_patience/* createPatience */.s)({ ...options, mode: 'patient' });
    const read = async (operation, run) => {
        const client = await clients.s3();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
        return patience({ service: 's3', operation, mutates: false }, () => run(client, sdk));
    };
    const head = (bucket, key) => read('HeadObject', async (client, sdk) => {
        try {
            const answer = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key, ...(0,identity.expectedOwner)(bucket) }));
            return {
                key,
                bytes: answer.ContentLength ?? 0,
                lastModified: answer.LastModified?.getTime() ?? 0,
                metadata: answer.Metadata ?? {},
            };
        }
        catch (error) {
            if ((0,error_facts/* errorFacts */.u)(error).status === 404)
                return undefined;
            throw error;
        }
    });
    const upload = createUpload({ ...options, patience });
    return {
        head,
        // Asked first, so that a bundle that is there already costs no upload; `If-None-Match` then settles any race.
        put: async (request) => ((await head(request.bucket, request.key)) === undefined ? upload(request) : 'exists'),
        list: async (bucket, prefix) => {
            const found = await (0,calls/* pages */.Bd)(async ({ NextToken }) => {
                const answer = await read('ListObjectsV2', (client, sdk) => client.send(new sdk.ListObjectsV2Command({
                    Bucket: bucket,
                    Prefix: prefix,
                    ...(0,beanstalk_model/* present */.Eb)({ ContinuationToken: NextToken }),
                    ...(0,identity.expectedOwner)(bucket),
                })));
                return { contents: answer.Contents ?? [], ...(0,beanstalk_model/* present */.Eb)({ NextToken: answer.NextContinuationToken }) };
            });
            return found
                .flatMap((page) => page.contents)
                .flatMap((row) => row.Key === undefined
                ? []
                : [{ key: row.Key, bytes: row.Size ?? 0, lastModified: row.LastModified?.getTime() ?? 0, metadata: {} }]);
        },
        readEnd: (bucket, key, limitBytes) => read('GetObject', async (client, sdk) => {
            try {
                const answer = await client.send(new sdk.GetObjectCommand({
                    Bucket: bucket,
                    Key: key,
                    Range: `bytes=-${limitBytes}`,
                    ...(0,identity.expectedOwner)(bucket),
                }));
                return await (0,download/* endOf */.pJ)(answer.Body, limitBytes);
            }
            catch (error) {
                // An empty object has no range that could be answered.
                if ((0,error_facts/* errorFacts */.u)(error).status === 416)
                    return '';
                throw error;
            }
        }),
        readTexts: async (bucket, key, limitBytes) => {
            const bytes = await read('GetObject', async (client, sdk) => {
                const answer = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...(0,identity.expectedOwner)(bucket) }));
                return (0,download/* wholeOf */.l2)(answer.Body, 10 * limitBytes);
            });
            const { textsIn } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(5316)]).then(__webpack_require__.bind(__webpack_require__, 95316));
            return textsIn(bytes, limitBytes);
        },
        get calls() {
            return clients.storeCalls.count;
        },
    };
}
//# sourceMappingURL=bundle-store.js.map

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

/***/ 74968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RG: () => (/* binding */ download),
/* harmony export */   l2: () => (/* binding */ wholeOf),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/** At most `limitBytes` from the end of what is behind `url`. The URL is a secret: it is in no message. */
async function download(handle, url, limitBytes) {
    const { protocol, hostname, port, pathname, search, host } = new URL(url);
    const request = {
        method: 'GET',
        protocol,
        hostname,
        ...(port === '' ? {} : { port: Number(port) }),
        // The signature covers the query as it stands: it is passed on untouched.
        path: `${pathname}${search}`,
        query: {},
        headers: { host, range: `bytes=-${limitBytes}` },
    };
    const { response } = await handle(request);
    const { statusCode, body } = response;
    const text = await endOf(body, limitBytes);
    if (statusCode === 200 || statusCode === 206)
        return text;
    // An empty object has no range that could be answered.
    if (statusCode === 416)
        return '';
    throw Object.assign(new Error(`HTTP ${statusCode}`), {
        name: statusCode === 404 ? 'NoSuchKey' : `Http${statusCode}`,
        $metadata: { httpStatusCode: statusCode },
    });
}
/** Reads a whole body, keeping its last `limitBytes` only: a server may ignore the range. */
async function endOf(body, limitBytes) {
    if (body === undefined)
        return '';
    if (body instanceof Uint8Array)
        return new TextDecoder().decode(body.subarray(-limitBytes));
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        chunks.push(bytes);
        size += bytes.length;
        while (chunks[0] !== undefined && size - chunks[0].length >= limitBytes)
            size -= chunks.shift()?.length ?? 0;
    }
    return new TextDecoder().decode(Buffer.concat(chunks).subarray(-limitBytes));
}
/** Reads a whole body that is no longer than `limitBytes`; of a longer one nothing is kept. */
async function wholeOf(body, limitBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body ?? []) {
        size += chunk.length;
        if (size > limitBytes)
            throw new Error(`the object is larger than ${limitBytes} bytes`);
        chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    }
    return Buffer.concat(chunks);
}
//# sourceMappingURL=download.js.map

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

//# sourceMappingURL=5682.index.js.map