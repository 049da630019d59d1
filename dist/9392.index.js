export const id = 9392;
export const ids = [9392,2453];
export const modules = {

/***/ 99392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDocuments: () => (/* binding */ createDocuments)
/* harmony export */ });
/* harmony import */ var _error_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16782);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10642);
/* harmony import */ var _s3_calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30578);



function createDocuments(options) {
    const { read, look, write, list } = (0,_s3_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .createS3Calls */ .S)(options);
    return {
        read: (bucket, key) => read('GetObject', getting(options, bucket, key)),
        look: (bucket, key) => look('GetObject', getting(options, bucket, key)),
        write: ({ bucket, key, text, replaces, onWritten }) => write('PutObject', async (client, sdk) => {
            try {
                const answer = await client.send(new sdk.PutObjectCommand({
                    Bucket: bucket,
                    Key: key,
                    Body: text,
                    ContentType: 'application/json',
                    ...(replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces }),
                    ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .expectedOwner */ .s)(bucket),
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
        keys: async (bucket, prefix) => (await list(bucket, prefix)).flatMap(({ Key }) => Key ?? []),
    };
}
const getting = ({ clock }, bucket, key) => async (client, sdk) => {
    try {
        const command = new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...(0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .expectedOwner */ .s)(bucket) });
        let answeredAt = Number.NaN;
        command.middlewareStack.add((next) => async (args) => {
            const result = await next(args);
            answeredAt = dateOf(result.response);
            return result;
        }, { step: 'deserialize', name: 'readDate' });
        const answer = await client.send(command);
        const text = (await answer.Body?.transformToString('utf-8')) ?? '';
        const now = Number.isNaN(answeredAt) ? clock.now() : answeredAt;
        const age = Math.max(0, now - (answer.LastModified?.getTime() ?? now));
        return { text, etag: answer.ETag ?? '', age };
    }
    catch (error) {
        if ((0,_error_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .errorFacts */ .u)(error).status === 404)
            return undefined;
        throw error;
    }
};
/** When S3 answered, by its own clock; `NaN` when it did not say. */
function dateOf(response) {
    const headers = typeof response === 'object' && response !== null && 'headers' in response ? response.headers : {};
    const date = typeof headers === 'object' && headers !== null && 'date' in headers ? headers.date : undefined;
    return typeof date === 'string' ? Date.parse(date) : Number.NaN;
}
/** 412: written meanwhile; 409: two conditional writes at once; 404 for `If-Match`: removed meanwhile. */
const isConflict = (error) => [404, 409, 412].includes((0,_error_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .errorFacts */ .u)(error).status) && !isNoBucket(error);
const isNoBucket = (error) => (0,_error_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .errorFacts */ .u)(error).name === 'NoSuchBucket';
//# sourceMappingURL=documents.js.map

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

//# sourceMappingURL=9392.index.js.map