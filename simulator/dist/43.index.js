export const id = 43;
export const ids = [43];
export const modules = {

/***/ 43:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createElbv2Service: () => (/* binding */ createElbv2Service)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6361);
/* harmony import */ var _elbv2_operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6728);
/* harmony import */ var _model_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);
/* harmony import */ var _query_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8638);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7663);
/** The Elastic Load Balancing end of the wire (version 2). Loaded when somebody first asks for it. */





const KNOWN = Object.keys(_elbv2_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .operations */ .z);
const OPERATIONS = (0,_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .operationsOf */ .CF)(_aws_sdk_client_elastic_load_balancing_v2__WEBPACK_IMPORTED_MODULE_4__);
/** Creates the service that credential scopes call `elasticloadbalancing`. */
function createElbv2Service(simulator) {
    return (0,_query_service_js__WEBPACK_IMPORTED_MODULE_2__/* .createQueryService */ .y)({
        name: 'elasticloadbalancing',
        version: '2015-12-01',
        namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
        operations: OPERATIONS,
        perform: (call) => (0,_model_service_js__WEBPACK_IMPORTED_MODULE_1__/* .askModel */ .$)(simulator, 'elasticloadbalancing', KNOWN, call),
    });
}
//# sourceMappingURL=elbv2.js.map

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

//# sourceMappingURL=43.index.js.map