export const id = 5682;
export const ids = [5682,2453];
export const modules = {

/***/ 55682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createBundleStore: () => (/* binding */ createBundleStore)
});

// EXTERNAL MODULE: ./lib/adapters/aws/download.js
var download = __webpack_require__(74968);
// EXTERNAL MODULE: ./lib/adapters/aws/error-facts.js
var error_facts = __webpack_require__(16782);
// EXTERNAL MODULE: ./lib/adapters/aws/identity.js
var identity = __webpack_require__(10642);
// EXTERNAL MODULE: ./lib/adapters/aws/s3-calls.js
var s3_calls = __webpack_require__(30578);
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
        const sdk = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 52453));
        const file = await openBundle(request.path);
        const target = { Bucket: request.bucket, Key: request.key, ...(0,identity/* expectedOwner */.s)(request.bucket) };
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
    const { read, list, patience } = (0,s3_calls/* createS3Calls */.S)(options);
    const head = (bucket, key) => read('HeadObject', async (client, sdk) => {
        try {
            const answer = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key, ...(0,identity/* expectedOwner */.s)(bucket) }));
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
    const upload = createUpload({ clients, patience });
    return {
        head,
        // Asked first, so that a bundle that is there already costs no upload; `If-None-Match` then settles any race.
        put: async (request) => ((await head(request.bucket, request.key)) === undefined ? upload(request) : 'exists'),
        list: async (bucket, prefix) => (await list(bucket, prefix)).flatMap((row) => row.Key === undefined
            ? []
            : [{ key: row.Key, bytes: row.Size ?? 0, lastModified: row.LastModified?.getTime() ?? 0, metadata: {} }]),
        readEnd: (bucket, key, limitBytes) => read('GetObject', async (client, sdk) => {
            try {
                const answer = await client.send(new sdk.GetObjectCommand({
                    Bucket: bucket,
                    Key: key,
                    Range: `bytes=-${limitBytes}`,
                    ...(0,identity/* expectedOwner */.s)(bucket),
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
                const answer = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...(0,identity/* expectedOwner */.s)(bucket) }));
                return (0,download/* wholeOf */.l2)(answer.Body, 10 * limitBytes);
            });
            const { textsIn } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(7977)]).then(__webpack_require__.bind(__webpack_require__, 97977));
            return textsIn(bytes, limitBytes);
        },
    };
}
//# sourceMappingURL=bundle-store.js.map

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

/***/ 30578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ createS3Calls)
/* harmony export */ });
/* harmony import */ var _beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54867);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47619);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10642);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37415);
/* harmony import */ var _sdk_s3_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52453);





function createS3Calls(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .createPatience */ .s)({ ...options, mode: 'patient' });
    const call = (mutates, patience) => async (operation, run) => {
        const client = await options.clients.s3();
        return patience({ service: 's3', operation, mutates }, () => run(client, _sdk_s3_js__WEBPACK_IMPORTED_MODULE_3__));
    };
    const read = call(false, patience);
    return {
        patience,
        read,
        look: call(false, (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .createPatience */ .s)({ ...options, mode: 'one-look' })),
        write: call(true, patience),
        list: async (bucket, prefix) => {
            const found = await (0,_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .pages */ .Bd)(async ({ NextToken }) => {
                const { Contents = [], NextContinuationToken } = await read('ListObjectsV2', (client, sdk) => client.send(new sdk.ListObjectsV2Command({
                    Bucket: bucket,
                    Prefix: prefix,
                    ...(0,_beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ ContinuationToken: NextToken }),
                    ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .expectedOwner */ .s)(bucket),
                })));
                return { Contents, ...(0,_beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__/* .present */ .Eb)({ NextToken: NextContinuationToken }) };
            });
            return found.flatMap(({ Contents }) => Contents);
        },
    };
}
//# sourceMappingURL=s3-calls.js.map

/***/ }),

/***/ 52453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AbortMultipartUploadCommand: () => (/* reexport safe */ _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_0__.t),
/* harmony export */   CompleteMultipartUploadCommand: () => (/* reexport safe */ _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_1__.G),
/* harmony export */   CreateMultipartUploadCommand: () => (/* reexport safe */ _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__.n),
/* harmony export */   GetObjectCommand: () => (/* reexport safe */ _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_3__.j),
/* harmony export */   HeadObjectCommand: () => (/* reexport safe */ _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__.l),
/* harmony export */   ListObjectsV2Command: () => (/* reexport safe */ _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_5__.u),
/* harmony export */   PutObjectCommand: () => (/* reexport safe */ _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_6__.w),
/* harmony export */   S3Client: () => (/* reexport safe */ _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_7__.Y),
/* harmony export */   UploadPartCommand: () => (/* reexport safe */ _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_8__.i)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61694);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5309);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49210);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10040);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7076);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59693);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35539);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27352);
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86963);
/** What is used of the SDK's client of S3, imported by its names, so that the bundle holds no more of it. */

//# sourceMappingURL=sdk-s3.js.map

/***/ })

};

//# sourceMappingURL=5682.index.js.map