export const id = 529;
export const ids = [529];
export const modules = {

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

/***/ }),

/***/ 1529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRoute53Service: () => (/* binding */ createRoute53Service)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-es/index.js + 112 modules
var dist_es = __webpack_require__(9295);
// EXTERNAL MODULE: ./lib/simulator/route53/operations.js
var operations = __webpack_require__(5620);
// EXTERNAL MODULE: ./lib/simulator/service-error.js
var service_error = __webpack_require__(2402);
// EXTERNAL MODULE: ./lib/simulator/wire/model-service.js
var model_service = __webpack_require__(5569);
// EXTERNAL MODULE: ./lib/simulator/wire/http.js
var http = __webpack_require__(6620);
// EXTERNAL MODULE: ./lib/simulator/wire/query-output.js
var query_output = __webpack_require__(6742);
// EXTERNAL MODULE: ./lib/simulator/wire/query-service.js + 1 modules
var query_service = __webpack_require__(8638);
// EXTERNAL MODULE: ./node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 28 modules
var XMLParser = __webpack_require__(8879);
// EXTERNAL MODULE: ./lib/domain/json.js
var json = __webpack_require__(7708);
// EXTERNAL MODULE: ./lib/simulator/wire/schema.js
var wire_schema = __webpack_require__(7663);
;// CONCATENATED MODULE: ./lib/simulator/wire/rest-xml-input.js
/** Reads the input of a REST-XML call (labels of the path, parameters of the query, an XML body) by the published schema. */




const parser = new XMLParser/* default */.A({ parseTagValue: false, ignoreAttributes: true, trimValues: false });
const malformed = (message) => new service_error/* ServiceError */._('InvalidInput', message);
const blank = (value) => typeof value === 'string' && value.trim() === '';
function structureOf(schema, value, path) {
    if (!(0,json/* isObject */.Gv)(value) && !blank(value))
        throw malformed(`Invalid XML ; ${path} must have elements`);
    const given = (0,json/* isObject */.Gv)(value) ? value : {};
    const read = {};
    const known = new Set();
    for (const [name, member] of schema.structIterator()) {
        const tag = String(member.getMergedTraits().xmlName ?? name);
        known.add(tag);
        const part = given[tag];
        if (part !== undefined)
            read[name] = memberOf(member, part, `${path}/${name}`);
    }
    const unknown = Object.keys(given).find((tag) => !known.has(tag) && tag !== '#text');
    if (unknown !== undefined)
        throw malformed(`Invalid XML ; ${path} has no element ${unknown}`);
    for (const name of (0,wire_schema/* requiredMembers */.Fh)(schema)) {
        if (read[name] === undefined)
            throw malformed(`Invalid XML ; ${path} needs the element ${name}`);
    }
    return read;
}
function memberOf(schema, value, path) {
    if (schema.isListSchema()) {
        const item = schema.getValueSchema();
        const tag = String(item.getMergedTraits().xmlName ?? 'member');
        const inner = (0,json/* isObject */.Gv)(value) ? value[tag] : undefined;
        if (inner === undefined)
            return [];
        return (Array.isArray(inner) ? inner : [inner]).map((one) => memberOf(item, one, `${path}/${tag}`));
    }
    if (schema.isStructSchema())
        return structureOf(schema, value, path);
    if (typeof value !== 'string')
        throw malformed(`Invalid XML ; ${path} must be a text`);
    return scalarOf(schema, value, path);
}
function scalarOf(schema, text, path) {
    if (schema.isBooleanSchema()) {
        if (text === 'true' || text === 'false')
            return text === 'true';
        throw malformed(`${path} must be true or false`);
    }
    if (schema.isNumericSchema()) {
        if (text.trim() !== '' && Number.isFinite(Number(text)))
            return Number(text);
        throw malformed(`${path} must be a number`);
    }
    return text;
}
/** The members that the body of a call holds. @throws ServiceError `InvalidInput`. */
function readBody(schema, root, body) {
    let document;
    try {
        document = parser.parse(Buffer.from(body).toString('utf8'), true);
    }
    catch {
        throw malformed('Invalid XML ; the body is not well-formed');
    }
    const found = (0,json/* isObject */.Gv)(document) ? document[root] : undefined;
    if (found === undefined)
        throw malformed(`Invalid XML ; ${root} is expected`);
    const read = {};
    for (const [name, member] of schema.structIterator()) {
        const { httpLabel, httpQuery } = member.getMergedTraits();
        const part = (0,json/* isObject */.Gv)(found) ? found[name] : undefined;
        if (httpLabel === undefined && httpQuery === undefined && part !== undefined) {
            read[name] = memberOf(member, part, name);
        }
    }
    return read;
}
/** The members that stand in the query string. Others are read over, as the service does. */
function readQuery(schema, parameters) {
    const read = {};
    for (const [name, member] of schema.structIterator()) {
        const key = member.getMergedTraits().httpQuery;
        const value = key === undefined ? undefined : parameters.find(([sent]) => sent === key)?.[1];
        if (value !== undefined)
            read[name] = scalarOf(member, value, name);
    }
    return read;
}
//# sourceMappingURL=rest-xml-input.js.map
// EXTERNAL MODULE: ./lib/simulator/wire/xml.js
var wire_xml = __webpack_require__(9307);
;// CONCATENATED MODULE: ./lib/simulator/wire/rest-xml-service.js
/** A REST-XML service such as Route 53: a path and a document in, a document out, for any operation of the SDK's schemas. */






/** The operation that a method and a path mean. */
function find(options, request, address) {
    for (const operation of options.operations.values()) {
        const [method, path, status] = operation.http ?? ['', '', 0];
        if (method !== request.method)
            continue;
        const [plain = ''] = path.split('?');
        const names = [...plain.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
        const pattern = new RegExp(`^${plain.replace(/\{\w+\+?\}/g, '([^/]+)')}/?$`);
        const match = pattern.exec(address.path);
        if (match === null)
            continue;
        const labels = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? '')]));
        return { operation, status, labels };
    }
    return undefined;
}
function prepare(options, call, body) {
    const found = find(options, call.request, call.address);
    if (found === undefined) {
        const what = `${call.request.method} ${call.address.path}`;
        throw new service_error/* ServiceError */._('NotImplemented', `The simulator does not know ${options.name}: ${what}.`, 501);
    }
    const { operation, labels, status } = found;
    const schema = operation.input;
    const input = schema === undefined
        ? {}
        : {
            ...(body.length === 0 ? {} : readBody(schema, `${operation.name}Request`, body)),
            ...readQuery(schema, call.address.parameters),
            ...labels,
        };
    return {
        action: operation.name,
        input,
        perform: async (distortion) => {
            const { requestId, identity } = call;
            const result = options.perform({ operation, input, requestId, identity, distortion });
            return answer(options, call, operation, status, result ?? {});
        },
    };
}
const DECLARATION = '<?xml version="1.0"?>\n';
function answer({ namespace }, { requestId }, { name, output }, status, result) {
    const body = output === undefined ? '' : (0,query_output/* resultXml */.L)(output, result);
    const xml = `${DECLARATION}<${name}Response xmlns="${namespace}">${body}</${name}Response>`;
    return (0,http/* textResponse */.rR)(status, 'text/xml', xml, { 'x-amzn-requestid': requestId });
}
function refuse({ namespace }, { requestId }, error) {
    const type = error.status >= 500 ? 'Receiver' : 'Sender';
    const words = `<Code>${(0,wire_xml/* escapeXml */.X)(error.code)}</Code><Message>${(0,wire_xml/* escapeXml */.X)(error.message)}</Message>`;
    const xml = `${DECLARATION}<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type>${words}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
    return (0,http/* textResponse */.rR)(error.status, 'text/xml', xml, { 'x-amzn-requestid': requestId });
}
/** Creates the protocol side around `options.perform`; signatures are refused in the words of a Query service. */
function createRestXmlService(options) {
    const { name, namespace, operations, perform } = options;
    const query = (0,query_service/* createQueryService */.y)({ name, version: '', namespace, operations, perform });
    return {
        ...query,
        allowsAnonymous: () => false,
        prepare: (call, body) => prepare(options, call, body),
        refuse: (call, error) => refuse(options, call, error),
        refusals: { ...query.refusals, throttled: (action) => options.throttled(action) },
    };
}
//# sourceMappingURL=rest-xml-service.js.map
;// CONCATENATED MODULE: ./lib/simulator/wire/route53.js
/** The Route 53 end of the wire. Loaded when somebody first asks for it. */






const KNOWN = Object.keys(operations/* operations */.z);
/** API reference, ChangeResourceRecordSets: a request that comes while the one before it is worked on. */
const throttled = (action) => action === 'ChangeResourceRecordSets'
    ? new service_error/* ServiceError */._('PriorRequestNotComplete', 'The request was rejected because Route 53 was still processing a prior request.')
    : new service_error/* ServiceError */._('Throttling', 'Rate exceeded');
/** Creates the service that credential scopes call `route53`. It is one for all regions, and signs for us-east-1. */
function createRoute53Service(simulator) {
    return createRestXmlService({
        name: 'route53',
        namespace: 'https://route53.amazonaws.com/doc/2013-04-01/',
        operations: (0,wire_schema/* operationsOf */.CF)(dist_es),
        throttled,
        perform: (call) => (0,model_service/* askModel */.$)(simulator, 'route53', KNOWN, call),
    });
}
//# sourceMappingURL=route53.js.map

/***/ })

};

//# sourceMappingURL=529.index.js.map