export const id = 2283;
export const ids = [2283];
export const modules = {

/***/ 62283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createLoadBalancers: () => (/* binding */ createLoadBalancers)
/* harmony export */ });
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37415);

/** API reference, DescribeTags: ResourceArns. */
const TAGGED_AT_ONCE = 20;
const ENVIRONMENT_TAG = 'elasticbeanstalk:environment-id';
function createLoadBalancers(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .createPatience */ .s)({ ...options, mode: 'patient' });
    const call = async (operation, run) => {
        const client = await options.clients.loadBalancing();
        const sdk = await __webpack_require__.e(/* import() */ 6361).then(__webpack_require__.bind(__webpack_require__, 46361));
        return patience({ service: 'elasticloadbalancing', operation, mutates: false }, () => run(client, sdk));
    };
    return {
        rules: async (LoadBalancerArn) => {
            const listeners = await marked((marker) => call('DescribeListeners', (client, sdk) => client.send(new sdk.DescribeListenersCommand({ LoadBalancerArn, ...marker }))));
            const found = [];
            for (const listener of listeners.flatMap(({ Listeners = [] }) => Listeners)) {
                const { ListenerArn } = listener;
                const pages = await marked((marker) => call('DescribeRules', (client, sdk) => client.send(new sdk.DescribeRulesCommand({ ListenerArn, ...marker }))));
                found.push(...pages.flatMap(({ Rules = [] }) => Rules.map((rule) => ruleOf(listener, rule))));
            }
            return found;
        },
        environments: async (LoadBalancerArn) => {
            const pages = await marked((marker) => call('DescribeTargetGroups', (client, sdk) => client.send(new sdk.DescribeTargetGroupsCommand({ LoadBalancerArn, ...marker }))));
            const arns = pages.flatMap(({ TargetGroups = [] }) => TargetGroups.flatMap((one) => one.TargetGroupArn ?? []));
            const found = new Map();
            for (let at = 0; at < arns.length; at += TAGGED_AT_ONCE) {
                const ResourceArns = arns.slice(at, at + TAGGED_AT_ONCE);
                const { TagDescriptions = [] } = await call('DescribeTags', (client, sdk) => client.send(new sdk.DescribeTagsCommand({ ResourceArns })));
                for (const { ResourceArn = '', Tags = [] } of TagDescriptions) {
                    const id = Tags.find(({ Key }) => Key === ENVIRONMENT_TAG)?.Value;
                    if (id !== undefined)
                        found.set(ResourceArn, id);
                }
            }
            return found;
        },
    };
}
/** Reads on until there is no marker, or the marker repeats (which would never end). */
async function marked(read) {
    const found = [];
    for (let marker;;) {
        const page = await read(marker === undefined ? {} : { Marker: marker });
        found.push(page);
        if (page.NextMarker === undefined || page.NextMarker === '' || page.NextMarker === marker)
            return found;
        marker = page.NextMarker;
    }
}
function ruleOf({ ListenerArn = '', Port = 0 }, rule) {
    const { RuleArn = '', Priority = 'default', Conditions = [], Actions = [] } = rule;
    const isHost = (field) => field === 'host-header';
    const forward = Actions.find(({ Type }) => Type === 'forward');
    const weighted = forward?.ForwardConfig?.TargetGroups ?? [];
    const targets = weighted.length > 0 || forward?.TargetGroupArn === undefined
        ? weighted
        : [{ TargetGroupArn: forward.TargetGroupArn, Weight: 1 }];
    return {
        arn: RuleArn,
        listenerArn: ListenerArn,
        port: Port,
        priority: Priority === 'default' ? 'default' : Number(Priority),
        hosts: Conditions.filter(({ Field }) => isHost(Field)).flatMap((one) => one.HostHeaderConfig?.Values ?? one.Values ?? []),
        isNarrowed: Conditions.some(({ Field }) => !isHost(Field)),
        targets: targets.map(({ TargetGroupArn = '', Weight = 1 }) => ({ targetGroupArn: TargetGroupArn, weight: Weight })),
    };
}
//# sourceMappingURL=elbv2.js.map

/***/ })

};

//# sourceMappingURL=2283.index.js.map