export const id = 3525;
export const ids = [3525];
export const modules = {

/***/ 63525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findRollbackWorkflow: () => (/* reexport safe */ _rollback_workflow_js__WEBPACK_IMPORTED_MODULE_2__.rm),
/* harmony export */   outputsOf: () => (/* reexport safe */ _outputs_js__WEBPACK_IMPORTED_MODULE_1__.Y),
/* harmony export */   reportJson: () => (/* reexport safe */ _json_js__WEBPACK_IMPORTED_MODULE_0__.l4),
/* harmony export */   summaryMarkdown: () => (/* reexport safe */ _summary_summary_js__WEBPACK_IMPORTED_MODULE_3__.e)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97406);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8568);
/* harmony import */ var _rollback_workflow_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40240);
/* harmony import */ var _summary_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10357);
/** What is told only when a run has ended: outputs, the JSON report, the summary. One file of the bundle, loaded then. */




//# sourceMappingURL=the-end.js.map

/***/ })

};

//# sourceMappingURL=3525.index.js.map