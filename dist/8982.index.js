export const id = 8982;
export const ids = [8982];
export const modules = {

/***/ 8982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AbortEnvironmentUpdateCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_0__.E),
/* harmony export */   CheckDNSAvailabilityCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_1__.Q),
/* harmony export */   CreateApplicationCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_2__.O),
/* harmony export */   CreateApplicationVersionCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_3__.m),
/* harmony export */   CreateConfigurationTemplateCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_4__.E),
/* harmony export */   CreateEnvironmentCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_5__.R),
/* harmony export */   CreateStorageLocationCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_6__.U),
/* harmony export */   DeleteApplicationVersionCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_7__.X),
/* harmony export */   DeleteConfigurationTemplateCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_8__.B),
/* harmony export */   DescribeApplicationVersionsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_10__.Q),
/* harmony export */   DescribeApplicationsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_9__.U),
/* harmony export */   DescribeConfigurationOptionsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_11__.x),
/* harmony export */   DescribeConfigurationSettingsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_12__.y),
/* harmony export */   DescribeEnvironmentHealthCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_13__.q),
/* harmony export */   DescribeEnvironmentResourcesCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_14__.P),
/* harmony export */   DescribeEnvironmentsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_15__.$),
/* harmony export */   DescribeEventsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_16__.w),
/* harmony export */   DescribeInstancesHealthCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_17__.f),
/* harmony export */   ElasticBeanstalkClient: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_18__.E),
/* harmony export */   ListPlatformBranchesCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_19__.X),
/* harmony export */   ListPlatformVersionsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_20__.E),
/* harmony export */   ListTagsForResourceCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_21__.a),
/* harmony export */   RequestEnvironmentInfoCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_22__.U),
/* harmony export */   RetrieveEnvironmentInfoCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_23__.D),
/* harmony export */   SwapEnvironmentCNAMEsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_24__.Z),
/* harmony export */   TerminateEnvironmentCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_25__.i),
/* harmony export */   UpdateEnvironmentCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_26__.i),
/* harmony export */   ValidateConfigurationSettingsCommand: () => (/* reexport safe */ _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_27__.F)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82948);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46418);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96912);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94556);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29506);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34925);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74372);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31461);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(98705);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(10076);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(79626);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(25325);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(17842);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(32678);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(80371);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(28875);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(48530);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(10777);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(10282);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(63151);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(49768);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(6610);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(36052);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(14741);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(41739);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(21410);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(46164);
/* harmony import */ var _aws_sdk_client_elastic_beanstalk__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(91489);
/**
 * What is used of the SDK's client of Elastic Beanstalk. Imported by its names, so that the bundle holds no more of it: the
 * first API call waits until all of this is compiled.
 */

//# sourceMappingURL=sdk-beanstalk.js.map

/***/ })

};

//# sourceMappingURL=8982.index.js.map