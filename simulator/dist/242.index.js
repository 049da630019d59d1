export const id = 242;
export const ids = [242];
export const modules = {

/***/ 4242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAutoScalingService: () => (/* binding */ createAutoScalingService)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3386);
/* harmony import */ var _autoscaling_operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1215);
/* harmony import */ var _model_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);
/* harmony import */ var _query_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8638);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7663);
/** The Auto Scaling end of the wire. Loaded when somebody first asks for it. */





const KNOWN = Object.keys(_autoscaling_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .operations */ .z);
const OPERATIONS = (0,_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .operationsOf */ .CF)(_aws_sdk_client_auto_scaling__WEBPACK_IMPORTED_MODULE_4__);
/** Creates the service that credential scopes call `autoscaling`. */
function createAutoScalingService(simulator) {
    return (0,_query_service_js__WEBPACK_IMPORTED_MODULE_2__/* .createQueryService */ .y)({
        name: 'autoscaling',
        version: '2011-01-01',
        namespace: 'http://autoscaling.amazonaws.com/doc/2011-01-01/',
        operations: OPERATIONS,
        perform: (call) => (0,_model_service_js__WEBPACK_IMPORTED_MODULE_1__/* .askModel */ .$)(simulator, 'autoscaling', KNOWN, call),
    });
}
//# sourceMappingURL=autoscaling.js.map

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

//# sourceMappingURL=242.index.js.map