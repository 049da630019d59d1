export const id = 674;
export const ids = [674];
export const modules = {

/***/ 9674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   observeSettled: () => (/* binding */ observeSettled)
/* harmony export */ });
/* harmony import */ var _rollout_busy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(576);

/** Somebody may begin the next operation between the wait and the look; the rollout itself waits again, too. */
const MOST_ROUNDS = 5;
/** Waits as `on-busy` and `busy-timeout` say. Throws `ActionError` when looking is hopeless. */
async function observeSettled(request) {
    const { settings, snapshot, cloud, clock, say, cancel } = request;
    const giveUpAt = clock.now() + settings.busyTimeout;
    const { id, name } = snapshot.target.environment;
    const waiting = {
        request: {
            plan: { environment: { id, name }, application: settings.application },
            settings,
            ports: { beanstalk: cloud.beanstalk, clock },
            say,
            cancel,
        },
        reader: cloud.watchBeanstalk,
    };
    let seen = { kind: 'snapshot', snapshot };
    for (let round = 0; round < MOST_ROUNDS && !isSettled(seen); round += 1) {
        const readiness = await (0,_rollout_busy_js__WEBPACK_IMPORTED_MODULE_0__/* .awaitReady */ .k)(waiting, giveUpAt);
        if (readiness.readiness === 'cancelled')
            return { kind: 'cancelled' };
        if (readiness.readiness === 'refused')
            return { kind: 'refused', problems: [readiness.problem] };
        seen = await request.observe();
    }
    return seen;
}
const isSettled = (seen) => seen.kind === 'refused' || seen.snapshot.target.environment.status === 'Ready';
//# sourceMappingURL=settled.js.map

/***/ })

};

//# sourceMappingURL=674.index.js.map