export const id = 5219;
export const ids = [5219];
export const modules = {

/***/ 85219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   operateLock: () => (/* binding */ operateLock)
/* harmony export */ });
/* harmony import */ var _domain_endings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45184);
/* harmony import */ var _domain_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23417);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11591);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73071);
/* harmony import */ var _lock_place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38482);
/* harmony import */ var _locks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7675);
/* harmony import */ var _take_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47832);
/** `operation: lock` and `operation: unlock`: a person keeps deployments away from an environment for a while. */







const DONE = { proof: 'none', restored: 'not-needed', stillRunning: [] };
const TRIES = 4;
/** Throws `ActionError` when AWS cannot be asked. */
async function operateLock(request) {
    const { settings, buckets } = request;
    const { environmentName: environment, region } = settings;
    const bucket = settings.dryRun
        ? await (0,_lock_place_js__WEBPACK_IMPORTED_MODULE_4__/* .lockBucketByName */ .qL)(settings.bucket, region, buckets)
        : await (0,_lock_place_js__WEBPACK_IMPORTED_MODULE_4__/* .lockBucket */ .gj)(settings.bucket, buckets);
    if (bucket === undefined)
        return (0,_domain_endings_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)([noBucket()]);
    const place = { bucket, key: (0,_lock_place_js__WEBPACK_IMPORTED_MODULE_4__/* .lockKey */ .TL)(environment), environment };
    if (settings.dryRun)
        return foretell(request, place);
    return settings.operation === 'lock' ? lock(request, place) : unlock(request, place);
}
async function lock(request, place) {
    const { settings, ports, run } = request;
    const takenAt = ports.clock.now();
    const { expiry, mode, timeout } = settings.lock;
    const wish = {
        nonce: ports.random.uuid(),
        holder: (0,_locks_js__WEBPACK_IMPORTED_MODULE_5__/* .runHolder */ .C2)(run, 'lock', 'person'),
        reason: settings.comment,
        takenAt,
        expiresAt: takenAt + expiry,
        lifetime: expiry,
    };
    const taken = await (0,_take_js__WEBPACK_IMPORTED_MODULE_6__/* .takeLock */ .H)({ ...request, place, wish, timeout: mode === 'fail' ? 0 : timeout });
    switch (taken.taken) {
        case 'taken': {
            const until = `for ${(0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(expiry)}, until ${new Date(takenAt + expiry).toISOString()}`;
            const reason = `${place.environment} is locked ${until}; \`operation: unlock\` ends it sooner.`;
            return { ...DONE, state: 'succeeded', reason };
        }
        case 'held':
            return (0,_domain_endings_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)([(0,_locks_js__WEBPACK_IMPORTED_MODULE_5__/* .lockedProblem */ .wO)(taken.what, settings.lock)]);
        case 'unavailable':
            return (0,_domain_endings_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)([taken.problem]);
        case 'cancelled':
            return { ...DONE, state: 'cancelled', reason: 'Stopped on request before anything was locked.' };
    }
}
async function presentLock({ ports }, place) {
    const found = await ports.documents.read(place.bucket, place.key);
    const document = found === undefined ? undefined : (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .readLock */ .mF)(found.text);
    if (found === undefined || document?.state !== 'held')
        return undefined;
    const { lock } = document;
    return { lock, remaining: lock.lifetime - found.age, etag: found.etag };
}
const isFree = (environment) => ({
    ...DONE,
    state: 'unchanged',
    reason: `Nobody holds the deploy lock of ${environment}.`,
});
async function unlock(request, place) {
    const { ports } = request;
    const { bucket, key, environment } = place;
    let removed;
    for (let tries = 0; tries < TRIES; tries += 1) {
        if (tries > 0)
            await ports.clock.sleep((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(1), request.cancel);
        const present = await presentLock(request, place);
        // Gone after a lost answer: it was this run that removed it.
        if (present === undefined)
            return removed === undefined ? isFree(environment) : unlocked(environment, removed);
        if (removed !== undefined && removed.nonce !== present.lock.nonce)
            return unlocked(environment, removed);
        try {
            const text = (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .lockText */ .li)((0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .freed */ .pK)(present.lock.unfinished));
            const written = await ports.documents.write({ bucket, key, text, replaces: present.etag });
            if (written === 'written')
                return unlocked(environment, present.lock);
        }
        catch (error) {
            if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .l) || !error.answerLost)
                throw error;
            removed = present.lock;
        }
    }
    return (0,_domain_endings_js__WEBPACK_IMPORTED_MODULE_0__/* .refused */ .J5)([changing(place)]);
}
function unlocked(environment, lock) {
    const why = lock.reason === '' ? '' : ` Its reason was: ${lock.reason}`;
    const alive = lock.holder.kind === 'run' ? ' If that run still lives, it goes on; a second one may now begin beside it.' : '';
    return {
        ...DONE,
        state: 'succeeded',
        reason: `Removed the deploy lock of ${environment} that ${(0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .holderWords */ .gx)(lock)} held.${alive}${why}`,
    };
}
/** What would be done. Reads only. */
async function foretell(request, place) {
    const { settings } = request;
    const { environment } = place;
    const present = await presentLock(request, place);
    const now = present === undefined
        ? `Nobody holds the deploy lock of ${environment}.`
        : present.remaining <= 0
            ? `The deploy lock of ${environment} has run out; ${(0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .holderWords */ .gx)(present.lock)} held it.`
            : (0,_domain_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .heldWords */ .j0)(environment, present.lock, present.remaining);
    const then = settings.operation === 'lock'
        ? `It would be locked for ${(0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDuration */ .a3)(settings.lock.expiry)}${present !== undefined && present.remaining > 0 ? ' as soon as it is free' : ''}.`
        : present === undefined
            ? 'Nothing would be done.'
            : 'It would be removed.';
    return { ...(0,_domain_endings_js__WEBPACK_IMPORTED_MODULE_0__/* .planned */ .lM)({ unchanged: `${now} ${then} Nothing was changed (dry run).` }) };
}
const noBucket = () => ({
    code: 'lock-unreadable',
    blame: 'you',
    what: 'The account of the credentials is unknown, so the name of the bucket that holds the locks is, too.',
    hint: 'Give the bucket with s3-bucket-name.',
});
const changing = ({ environment }) => ({
    code: 'lock-unreadable',
    blame: 'aws',
    what: `The lock of ${environment} was written by others again and again while it was to be removed.`,
    hint: 'Run the job again.',
});
//# sourceMappingURL=operate.js.map

/***/ })

};

//# sourceMappingURL=5219.index.js.map