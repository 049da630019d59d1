export const id = 2821;
export const ids = [2821];
export const modules = {

/***/ 32821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   environmentOf: () => (/* binding */ environmentOf),
/* harmony export */   laidOver: () => (/* binding */ laidOver),
/* harmony export */   readEbConfig: () => (/* binding */ readEbConfig)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77708);
/** What `.elasticbeanstalk/config.yml` of the EB CLI says, as far as it means something here. Pure; the text is foreign. */


/** `because` continues "The file …". */
function readEbConfig(text) {
    let content;
    try {
        // Aliases are limited by the parser; nobody writes tags of other languages.
        content = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text.replace(/^\uFEFF/, ''), { logLevel: 'error', schema: 'core' });
    }
    catch (error) {
        const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
        return { because: `is not valid YAML: ${first.replace(/:?\s*$/, '')}` };
    }
    if (content === null || content === undefined)
        return { config: { environments: {} } };
    if (!(0,_domain_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(content))
        return { because: 'does not consist of sections such as `global:`' };
    const wrong = [];
    const section = (of, name, path) => {
        const found = Object.hasOwn(of, name) ? of[name] : undefined;
        if (found === undefined || found === null || (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found))
            return found ?? {};
        wrong.push(path);
        return {};
    };
    const word = (of, name, path) => {
        const found = Object.hasOwn(of, name) ? of[name] : undefined;
        if (found === undefined || found === null)
            return undefined;
        if (typeof found === 'string' || typeof found === 'number')
            return String(found).trim();
        wrong.push(path);
        return undefined;
    };
    const global = section(content, 'global', 'global');
    const branches = section(content, 'branch-defaults', 'branch-defaults');
    const environments = {};
    for (const branch of Object.keys(branches)) {
        const path = `branch-defaults.${branch}`;
        const environment = word(section(branches, branch, path), 'environment', `${path}.environment`);
        if (environment !== undefined)
            Object.defineProperty(environments, branch, { value: environment, enumerable: true });
    }
    const config = {
        ...given('application', word(global, 'application_name', 'global.application_name')),
        ...given('region', word(global, 'default_region', 'global.default_region')),
        ...given('profile', word(global, 'profile', 'global.profile')),
        ...given('sourceControl', word(global, 'sc', 'global.sc')),
        environments,
        ...given('artifact', word(section(content, 'deploy', 'deploy'), 'artifact', 'deploy.artifact')),
    };
    return wrong.length === 0 ? { config } : { because: `has something else than a text or a section at ${wrong[0]}` };
}
const given = (key, value) => 
// A computed key loses its literal type, hence the cast.
(value === undefined || value === '' ? {} : { [key]: value });
/** `config.yml` is stronger than `config.global.yml`, as in the EB CLI. */
const laidOver = (upper, lower) => ({
    ...lower,
    ...upper,
    environments: { ...lower.environments, ...upper.environments },
});
/** The environment of a branch. Without `sc`, the EB CLI knows no branches and takes the one called `default`. */
function environmentOf(config, branch) {
    const name = config.sourceControl === undefined ? 'default' : branch;
    return name !== undefined && Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
}
//# sourceMappingURL=eb-config.js.map

/***/ })

};

//# sourceMappingURL=2821.index.js.map