export const id = 396;
export const ids = [396];
export const modules = {

/***/ 396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createCloudWatchService: () => (/* binding */ createCloudWatchService)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8104);
/* harmony import */ var _cloudwatch_alarms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6654);
/* harmony import */ var _cloudwatch_metrics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2686);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2402);
/* harmony import */ var _json_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3128);
/* harmony import */ var _model_service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5569);
/* harmony import */ var _query_service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8638);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7663);
/**
 * The CloudWatch end of the wire. Its clients speak three protocols: the SDK for JavaScript and botocore JSON 1.0, older
 * ones Query, some others CBOR, which is refused by name. Loaded when somebody first asks for it.
 */








const KNOWN = [...Object.keys(_cloudwatch_alarms_js__WEBPACK_IMPORTED_MODULE_0__/* .operations */ .zU), ...Object.keys(_cloudwatch_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .operations */ .z)];
const typeOf = ({ headers }) => headers['content-type'] ?? '';
/** Creates the service that credential scopes call `monitoring`. */
function createCloudWatchService(simulator) {
    const operations = (0,_schema_js__WEBPACK_IMPORTED_MODULE_6__/* .operationsOf */ .CF)(_aws_sdk_client_cloudwatch__WEBPACK_IMPORTED_MODULE_7__);
    const perform = (call) => (0,_model_service_js__WEBPACK_IMPORTED_MODULE_4__/* .askModel */ .$)(simulator, 'cloudwatch', KNOWN, call);
    const json = (0,_json_service_js__WEBPACK_IMPORTED_MODULE_3__/* .createJsonService */ .c)({
        name: 'monitoring',
        target: 'GraniteServiceVersion20100801',
        version: '1.0',
        queryErrors: true,
        operations,
        perform,
    });
    const query = (0,_query_service_js__WEBPACK_IMPORTED_MODULE_5__/* .createQueryService */ .y)({
        name: 'monitoring',
        version: '2010-08-01',
        namespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
        operations,
        perform,
    });
    const of = (request) => (typeOf(request).startsWith('application/x-amz-json') ? json : query);
    return {
        ...query,
        prepare: (call, body) => {
            if (typeOf(call.request).startsWith('application/cbor')) {
                throw new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._('NotImplemented', 'The simulated CloudWatch speaks JSON and Query, not CBOR.', 501);
            }
            return of(call.request).prepare(call, body);
        },
        refuse: (call, error, body) => of(call.request).refuse(call, error, body),
        refusals: {
            ...query.refusals,
            // The names of IAM actions are not those of credential scopes.
            denied: (action, identity) => {
                const denied = query.refusals.denied(action, identity);
                return new _service_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ServiceError */ ._(denied.code, denied.message.replaceAll('monitoring:', 'cloudwatch:'), denied.status);
            },
        },
    };
}
//# sourceMappingURL=cloudwatch.js.map

/***/ }),

/***/ 3128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ createJsonService)
/* harmony export */ });
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7708);
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2402);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6620);
/* harmony import */ var _query_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6742);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7663);
/** An AWS JSON service (`X-Amz-Target`, JSON 1.1 or 1.0), for the operations that the SDK's schemas describe. */





const contentType = ({ version = '1.1' }) => `application/x-amz-json-${version}`;
const malformed = (path) => new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('SerializationException', `Unexpected value at ${path === '' ? 'the root' : path}`);
/** Unknown members are refused by name (AWS ignores them): whoever sends one expects something of it. */
function readValue(schema, value, path) {
    if (schema.isStructSchema()) {
        if (!(0,_domain_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
            throw malformed(path);
        return readStructure(schema, value, path);
    }
    if (schema.isListSchema()) {
        if (!Array.isArray(value))
            throw malformed(path);
        const element = schema.getValueSchema();
        return value.map((item, index) => readValue(element, item, `${path}.${index}`));
    }
    if (schema.isMapSchema()) {
        if (!(0,_domain_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
            throw malformed(path);
        const element = schema.getValueSchema();
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readValue(element, item, `${path}.${key}`)]));
    }
    if (schema.isTimestampSchema()) {
        if (typeof value !== 'number')
            throw malformed(path);
        return new Date(value * 1_000);
    }
    const type = schema.isBooleanSchema() ? 'boolean' : schema.isNumericSchema() ? 'number' : 'string';
    if (typeof value !== type)
        throw malformed(path);
    return value;
}
function readStructure(schema, given, path) {
    const members = schema.getMemberSchemas();
    const read = {};
    for (const [name, value] of Object.entries(given)) {
        const member = Object.hasOwn(members, name) ? members[name] : undefined;
        const at = path === '' ? name : `${path}.${name}`;
        if (member === undefined)
            throw new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('ValidationException', `${at} is not a member of the request.`);
        if (value !== null && value !== undefined)
            read[name] = readValue(member, value, at);
    }
    for (const name of (0,_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .requiredMembers */ .Fh)(schema)) {
        if (read[name] !== undefined)
            continue;
        const member = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('ValidationException', `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must not be null`);
    }
    return read;
}
function inputOf(operation, body) {
    let given;
    try {
        given = JSON.parse(Buffer.from(body).toString('utf8') || '{}');
    }
    catch {
        throw malformed('');
    }
    if (!(0,_domain_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(given))
        throw malformed('');
    return operation.input === undefined ? {} : readStructure(operation.input, given, '');
}
const headersOf = ({ requestId }) => ({ 'x-amzn-requestid': requestId });
function prepare(options, call, body) {
    const [target, action = ''] = (call.request.headers['x-amz-target'] ?? '').split('.');
    const operation = target === options.target ? options.operations.get(action) : undefined;
    if (call.request.method !== 'POST' || operation === undefined)
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('UnknownOperationException', '');
    const input = inputOf(operation, body);
    return {
        action,
        input,
        perform: async (distortion) => {
            const { requestId, identity } = call;
            const result = options.perform({ operation, input, requestId, identity, distortion }) ?? {};
            const json = operation.output === undefined ? {} : (0,_query_output_js__WEBPACK_IMPORTED_MODULE_2__/* .resultJson */ .y)(operation.output, result);
            return (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textResponse */ .rR)(200, contentType(options), JSON.stringify(json), headersOf(call));
        },
    };
}
function refuse(options, call, error) {
    const json = { __type: error.code, message: error.message };
    const type = error.status >= 500 ? 'Receiver' : 'Sender';
    const headers = options.queryErrors === true ? { 'x-amzn-query-error': `${error.code};${type}` } : {};
    return (0,_http_js__WEBPACK_IMPORTED_MODULE_1__/* .textResponse */ .rR)(error.status, contentType(options), JSON.stringify(json), { ...headersOf(call), ...headers });
}
/** The names that JSON services give to what Query services call otherwise (AWS API reference, common errors). */
function signatureError(problem) {
    switch (problem.kind) {
        case 'missing':
            return new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('MissingAuthenticationTokenException', 'Missing Authentication Token');
        case 'malformed':
            return new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('IncompleteSignatureException', problem.detail);
        case 'unknown-key':
        case 'wrong-token':
            return new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('UnrecognizedClientException', 'The security token included in the request is invalid.');
        case 'expired-token':
            return new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('ExpiredTokenException', 'The security token included in the request is expired');
        case 'skewed':
        case 'presigned-expired':
            return new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('InvalidSignatureException', 'Signature expired: its date is too far from now');
        case 'wrong-region':
            return new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('InvalidSignatureException', 'Credential should be scoped to a valid region.');
        case 'mismatch':
            return new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('InvalidSignatureException', 'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.');
    }
}
/** Creates the protocol side of a JSON service around `options.perform`. */
function createJsonService(options) {
    return {
        name: options.name,
        signsBody: true,
        allowsAnonymous: () => false,
        prepare: (call, body) => prepare(options, call, body),
        refuse: (call, error) => refuse(options, call, error),
        signatureError: (problem) => signatureError(problem),
        refusals: {
            throttled: () => new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('ThrottlingException', 'Rate exceeded'),
            unavailable: (status) => new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('InternalServerError', 'An error occurred on the server side.', status),
            expired: () => new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('ExpiredTokenException', 'The security token included in the request is expired'),
            denied: (action, identity) => {
                const permission = `${options.name}:${action}`;
                return new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('AccessDeniedException', `User: ${identity?.arn ?? 'anonymous'} is not authorized to perform: ${permission} because no identity-based policy allows the ${permission} action`);
            },
        },
    };
}
//# sourceMappingURL=json-service.js.map

/***/ }),

/***/ 5569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ askModel)
/* harmony export */ });
/* harmony import */ var _service_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2402);

/** Hands the call to the model. `service` is the name of IAM actions, for the refusal of what is not simulated. */
function askModel(simulator, service, known, { operation, input, requestId, distortion }) {
    const { name } = operation;
    if (!known.includes(name)) {
        throw new _service_error_js__WEBPACK_IMPORTED_MODULE_0__/* .ServiceError */ ._('NotImplemented', `The simulator does not know ${service}:${name}.`, 501);
    }
    const result = simulator.call({ action: name, input, requestId });
    if (!distortion.empty || result === undefined)
        return result;
    return Object.fromEntries(Object.entries(result).map(([key, value]) => [key, Array.isArray(value) ? [] : value]));
}
//# sourceMappingURL=model-service.js.map

/***/ })

};

//# sourceMappingURL=396.index.js.map