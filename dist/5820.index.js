export const id = 5820;
export const ids = [5820];
export const modules = {

/***/ 95820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createAlarms: () => (/* binding */ createAlarms),
/* harmony export */   createMetrics: () => (/* binding */ createMetrics)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11591);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47619);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37415);



/** API reference: names in one DescribeAlarms, queries in one GetMetricData. */
const NAMES_AT_ONCE = 100;
const QUERIES_AT_ONCE = 500;
function callerOf(options) {
    const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .createPatience */ .s)({ ...options, mode: options.patience });
    return async (operation, run) => {
        const client = await options.clients.cloudWatch();
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(7127), __webpack_require__.e(8104)]).then(__webpack_require__.bind(__webpack_require__, 88104));
        return patience({ service: 'cloudwatch', operation, mutates: false }, () => run(client, sdk));
    };
}
const slices = (items, size) => Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
function createAlarms(options) {
    const call = callerOf(options);
    const ask = async (names, types) => {
        const found = [];
        for (const AlarmNames of slices(names, NAMES_AT_ONCE)) {
            const answers = await (0,_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .pages */ .Bd)((token) => call('DescribeAlarms', (client, sdk) => client.send(new sdk.DescribeAlarmsCommand({
                AlarmNames: [...AlarmNames],
                AlarmTypes: [...types],
                MaxRecords: NAMES_AT_ONCE,
                ...token,
            }))));
            found.push(...answers.flatMap(readingsIn));
        }
        return found;
    };
    return {
        read: async (names) => {
            if (names.length === 0)
                return [];
            const found = await ask(names, ['MetricAlarm', 'CompositeAlarm']);
            const others = names.filter((name) => !found.some((one) => one.name === name));
            if (others.length === 0)
                return found;
            // Younger than the two classes above: a region that does not know it refuses the value.
            return [...found, ...(await ask(others, ['LogAlarm']).catch(noneIfUnknown))];
        },
    };
}
function noneIfUnknown(error) {
    if (error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l && error.problem.code === 'refused-by-aws')
        return [];
    throw error;
}
function readingsIn(answer) {
    const { MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] } = answer;
    return [...MetricAlarms, ...CompositeAlarms, ...LogAlarms].flatMap((alarm) => {
        const { AlarmName: name, StateValue: value, StateReason: reason = '', StateUpdatedTimestamp: at } = alarm;
        if (name === undefined)
            return [];
        // A state that is not known yet is no good news.
        const state = value === 'OK' || value === 'ALARM' ? value : 'INSUFFICIENT_DATA';
        return [{ name, state, reason, ...(at === undefined ? {} : { since: at.getTime() }) }];
    });
}
function createMetrics(options) {
    const call = callerOf(options);
    return {
        points: async (queries, { from, to, period }) => {
            const found = new Map(queries.map(({ id }) => [id, []]));
            for (const some of slices(queries, QUERIES_AT_ONCE)) {
                const MetricDataQueries = some.map((query) => ({
                    Id: query.id,
                    MetricStat: {
                        Metric: {
                            Namespace: query.namespace,
                            MetricName: query.name,
                            Dimensions: Object.entries(query.dimensions).map(([Name, Value]) => ({ Name, Value })),
                        },
                        Period: period / 1_000,
                        Stat: query.statistic,
                    },
                }));
                const answers = await (0,_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .pages */ .Bd)((token) => call('GetMetricData', (client, sdk) => client.send(new sdk.GetMetricDataCommand({
                    StartTime: new Date(from),
                    EndTime: new Date(to),
                    ScanBy: 'TimestampAscending',
                    MetricDataQueries,
                    ...token,
                }))));
                for (const { Id = '', Timestamps = [], Values = [] } of answers.flatMap(({ MetricDataResults = [] }) => MetricDataResults)) {
                    for (const [index, at] of Timestamps.entries())
                        found.get(Id)?.push({ at: at.getTime(), value: Values[index] ?? 0 });
                }
            }
            return found;
        },
    };
}
//# sourceMappingURL=cloudwatch.js.map

/***/ })

};

//# sourceMappingURL=5820.index.js.map