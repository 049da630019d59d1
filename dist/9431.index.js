export const id = 9431;
export const ids = [9431];
export const modules = {

/***/ 19431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPreviews: () => (/* binding */ readPreviews)
/* harmony export */ });
/* harmony import */ var _domain_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6180);
/* harmony import */ var _command_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80136);
/* harmony import */ var _declarations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99524);
/* harmony import */ var _environment_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90372);
/* harmony import */ var _image_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17260);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8502);
/* harmony import */ var _preview_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40927);
/* harmony import */ var _target_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70840);
/* harmony import */ var _unknown_inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(76739);
/* harmony import */ var _version_inputs_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(81967);
/**
 * Settings of previews: the inputs of an ordinary deployment, and of an ordinary termination, whose environment is named
 * later. What only a deployment needs is no problem of a pull request that was closed, whose job checks nothing out.
 */










/** Stands where the name of the environment will be. */
const NAMED_LATER = 'preview';
/** Of no matter when nothing is deployed, and perhaps not even readable without a checkout. */
const ONLY_FOR_DEPLOYMENTS = new Set([
    'strategy',
    'restore-policy',
    ...Object.keys({
        ..._version_inputs_js__WEBPACK_IMPORTED_MODULE_9__/* .VERSION_INPUTS */ .h,
        ..._image_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .IMAGE_INPUTS */ .EW,
        ..._target_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .CONFIGURATION_INPUTS */ .P,
        ..._environment_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .CREATION_INPUTS */ .Ax,
        ..._command_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMAND_INPUTS */ .GP,
    }),
    ...[..._declarations_js__WEBPACK_IMPORTED_MODULE_2__/* .STRATEGY_INPUTS */ .Q$.keys()].filter((name) => name !== 'production-cname'),
].filter((name) => name !== 's3-bucket-name' && name !== 'comment'));
async function readPreviews(operation, host, files, readOne) {
    const given = (name) => host.input(name);
    const own = (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .Ko)(_preview_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .PREVIEW_INPUTS */ .pK, given);
    const removal = await readOne(host, files, forRemoval(given));
    const deployment = operation === 'sweep' ? undefined : await readOne(host, files, forDeployment(given));
    const problems = [
        ...(0,_unknown_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .unknownInputs */ .q)(host.givenInputs(), given),
        ...own.failures.map(_input_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemOf */ .Zw),
        ...(0,_preview_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .contradictionsOfPreviews */ .t9)(operation, own.values, given),
        ...removal.problems,
    ];
    if (problems.length > 0 || removal.settings === undefined)
        return { kind: 'refused', problems };
    const token = given('github-token').trim();
    host.mask(token);
    return {
        kind: 'preview',
        preview: {
            operation,
            wish: (0,_preview_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .previewWish */ ._k)(own.values, token),
            deployment: template(deployment, own.values['preview-first-command'], given),
            removal: removal.settings,
        },
    };
}
function forRemoval(given) {
    const set = {
        operation: 'terminate',
        'environment-name': NAMED_LATER,
        // Who lets a preview have an empty database of its own lets it go with the preview.
        'allow-database-deletion': given('allow-empty-database').trim() || given('allow-database-deletion'),
    };
    return (name) => set[name] ?? (ONLY_FOR_DEPLOYMENTS.has(name) ? '' : given(name));
}
function forDeployment(given) {
    const set = {
        operation: 'deploy',
        'environment-name': NAMED_LATER,
        'create-environment-if-not-exists': 'true',
    };
    return (name) => set[name] ?? given(name);
}
function template(read, firstCommand, given) {
    if (read?.settings === undefined || read.problems.length > 0)
        return { ok: false, problems: read?.problems ?? [] };
    const { settings } = read;
    if (settings.strategy.pair !== undefined) {
        const { name } = settings.strategy;
        return {
            ok: false,
            problems: [
                (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .contradiction */ .qX)('strategy', `\`strategy: ${name}\` works on two environments, and a preview is one.`, 'Leave it out for `operation: preview`.'),
            ],
        };
    }
    return { ok: true, settings: withFirstCommand(settings, firstCommand, given), notices: read.notices };
}
function withFirstCommand(settings, atCreation, given) {
    if (atCreation === undefined)
        return settings;
    const timeout = (0,_domain_input_js__WEBPACK_IMPORTED_MODULE_0__/* .readInputs */ .Ko)(_command_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMAND_INPUTS */ .GP, given).values['command-timeout'];
    return { ...settings, commands: { timeout, ...settings.commands, atCreation } };
}
//# sourceMappingURL=read-previews.js.map

/***/ })

};

//# sourceMappingURL=9431.index.js.map