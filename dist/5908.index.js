export const id = 5908;
export const ids = [5908];
export const modules = {

/***/ 5908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readOptionSettings: () => (/* binding */ readOptionSettings)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _domain_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88705);
/** Reads the input `option-settings`: AWS's list of settings or a map by namespace, as JSON or YAML. */


/**
 * `[{"Namespace": …, "OptionName": …, "Value": …}]` as in AWS's action (also with `namespace`, `option_name`, `value` as
 * in `.ebextensions`), or `{"<namespace>": {"<option>": "<value>"}}`. Values keep the text that was written: `0123` and
 * `true` are no number and no boolean here, because the service knows only strings.
 */
function readOptionSettings(text) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
        const { line, col } = lines.linePos(error.pos[0]);
        return wrong([`is neither JSON nor YAML: line ${line}, column ${col} (${error.code})`]);
    }
    const root = document.contents;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(root) && typeof root.value === 'string' && root.value.trim() !== '' && !root.value.includes('\n')) {
        return { kind: 'file', path: root.value.trim() };
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(root) && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(root))
        return wrong(['holds neither a list of settings nor a map from namespace to options']);
    const plain = plainOf(document);
    if (plain === undefined)
        return wrong(['uses aliases that lead nowhere, or more of them than options could need']);
    const found = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(root) ? fromList(asList(plain)) : fromMap(asMap(plain) ?? {});
    const because = [...nulls(root), ...found.because, ...repeated(found.options)];
    return because.length > 0 ? wrong(because) : { kind: 'options', options: found.options };
}
/** The parser throws on aliases without an anchor, and on so many that they could fill the memory. */
function plainOf(document) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch {
        return undefined;
    }
}
const wrong = (because) => ({ kind: 'wrong', because });
const asList = (value) => (Array.isArray(value) ? value : []);
const asMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
const MEMBERS = {
    namespace: 'namespace',
    optionname: 'name',
    option: 'name',
    value: 'value',
    resourcename: 'resource',
};
function fromList(entries) {
    const options = [];
    const because = [];
    for (const [index, entry] of entries.entries()) {
        const members = {};
        const unknown = [];
        for (const [key, value] of Object.entries(asMap(entry) ?? {})) {
            const member = MEMBERS[key.toLowerCase().replaceAll('_', '')];
            if (member === undefined || typeof value !== 'string')
                unknown.push(key);
            else
                members[member] = value;
        }
        const at = `entry ${index + 1}`;
        const { namespace, name, value, resource } = members;
        if (unknown.length > 0)
            because.push(`has something unexpected in ${at}: ${unknown.slice(0, 5).join(', ')}`);
        if (namespace === undefined || namespace === '')
            because.push(`has no Namespace in ${at}`);
        if (name === undefined || name === '')
            because.push(`has no OptionName in ${at}`);
        if (value === undefined)
            because.push(`has no Value in ${at}`);
        if (namespace !== undefined && name !== undefined && value !== undefined) {
            options.push({ namespace, name, value, ...(resource === undefined ? {} : { resource }) });
        }
    }
    return { options, because };
}
function fromMap(namespaces) {
    const options = [];
    const because = [];
    for (const [namespace, values] of Object.entries(namespaces)) {
        const map = asMap(values);
        if (!namespace.includes(':'))
            because.push(`names "${namespace.slice(0, 60)}", which is not a namespace such as aws:autoscaling:asg`);
        if (map === undefined) {
            because.push(`has no map of options under ${namespace.slice(0, 60)}`);
            continue;
        }
        for (const [name, value] of Object.entries(map)) {
            if (typeof value === 'string')
                options.push({ namespace, name, value });
            else
                because.push(`has no plain value for ${name.slice(0, 60)} in ${namespace.slice(0, 60)}`);
        }
    }
    return { options, because };
}
function repeated(options) {
    return options
        .filter((one, at) => options.findIndex((other) => (0,_domain_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .sameKey */ .el)(one, other)) !== at)
        .map((one) => `sets ${one.name} in ${one.namespace} twice`);
}
/** The failsafe schema reads `null` as a word; written without quotes it was surely not meant as one. */
function nulls(node, at = '') {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node))
        return [];
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return node.items.flatMap((item, index) => nulls(item, `entry ${index + 1}`));
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
        return node.items.flatMap(({ key, value }) => nulls(value, (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value).slice(0, 60) : at));
    }
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || node.type !== 'PLAIN')
        return [];
    return /^(null|~|)$/i.test(String(node.value ?? '')) ? [`has no value for ${at}`] : [];
}
//# sourceMappingURL=option-settings.js.map

/***/ })

};

//# sourceMappingURL=5908.index.js.map