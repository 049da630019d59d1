export const id = 392;
export const ids = [392,642];
export const modules = {

/***/ 9392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDocuments: () => (/* binding */ createDocuments)
/* harmony export */ });
/* harmony import */ var _beanstalk_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4867);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7619);
/* harmony import */ var _error_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6782);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(642);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7254);





function createDocuments(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .createPatience */ .s)({ ...options, mode: 'patient' });
    const call = async (operation, mutates, run) => {
        const client = await options.clients.s3();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
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

/***/ 642:
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
                const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
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

//# sourceMappingURL=392.index.js.map