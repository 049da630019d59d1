export const id = 4898;
export const ids = [4898];
export const modules = {

/***/ 35688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FR: () => (/* binding */ emptyRecord),
/* harmony export */   Pe: () => (/* binding */ recordText),
/* harmony export */   _h: () => (/* binding */ withRelease),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   mC: () => (/* binding */ lastGood),
/* harmony export */   qU: () => (/* binding */ putAway),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* unused harmony export LONGEST_RECORD */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77708);
/** The record of releases of an environment: which versions were proven good on it, when, and how it came to them. Pure. */

/** Older ones are dropped: a record is read on every deployment. */
const LONGEST_RECORD = 50;
const emptyRecord = (environment) => ({ environment, releases: [] });
/** With one more release. The same version proven again replaces its entry, so that the record tells versions apart. */
function withRelease(record, release) {
    const [newest, ...rest] = record.releases;
    const isSame = newest?.label === release.label &&
        newest.environmentId === release.environmentId &&
        newest.operation === release.operation;
    const earlier = isSame ? rest : record.releases;
    return { ...record, releases: [release, ...earlier].slice(0, LONGEST_RECORD) };
}
/** Releases of this very environment, newest first. */
function releasesOf(record, environmentId) {
    return record.releases.filter((release) => release.environmentId === environmentId);
}
/** Versions that a rollback has put away and that no later deployment has brought back. */
function putAway(releases) {
    const away = new Set();
    for (const release of [...releases].reverse()) {
        away.delete(release.label);
        if (release.insteadOf !== undefined && release.insteadOf !== release.label)
            away.add(release.insteadOf);
    }
    return away;
}
/** The newest `count` different versions that were good here and were not put away: what a way back needs. */
function lastGood(releases, count) {
    const away = putAway(releases);
    const labels = releases.map(({ label }) => label).filter((label) => !away.has(label));
    return [...new Set(labels)].slice(0, count);
}
const SCHEMA = 1;
function recordText(record) {
    return `${JSON.stringify({ schema: SCHEMA, ...record }, null, 1)}\n`;
}
/** Reads what `recordText` has written. `undefined` for anything else: what cannot be understood is not overwritten. */
function readRecord(text) {
    const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedJson */ .U4)(text);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(found) || found.schema !== SCHEMA)
        return undefined;
    const { environment, releases } = found;
    if (typeof environment !== 'string' || !Array.isArray(releases))
        return undefined;
    return { environment, releases: releases.flatMap((entry) => releaseOf(entry) ?? []) };
}
const PROOFS = ['instances', 'environment', 'none'];
function releaseOf(entry) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(entry))
        return undefined;
    const { label, at, operation, environmentId } = entry;
    if (typeof label !== 'string' || label === '' || typeof at !== 'number' || !Number.isFinite(at))
        return undefined;
    if (typeof operation !== 'string' || typeof environmentId !== 'string')
        return undefined;
    const proof = PROOFS.find((one) => one === entry.proof) ?? 'none';
    const verdict = entry.verdict === 'seen' ? 'seen' : 'proven';
    const texts = ['strategy', 'commit', 'bundleHash', 'insteadOf', 'comment', 'run'];
    const more = Object.fromEntries(texts.flatMap((name) => (typeof entry[name] === 'string' ? [[name, entry[name]]] : [])));
    return { label, at, verdict, operation, environmentId, proof, ...more };
}
//# sourceMappingURL=releases.js.map

/***/ }),

/***/ 48912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ prunable),
  s: () => (/* binding */ pruneVersions)
});

// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
;// CONCATENATED MODULE: ./lib/domain/prune.js
/** Oldest first. Nothing when the current version is unknown, because then nobody can tell what is older. */
function planPrune({ versions, keep, deployed, good, current }) {
    const since = versions.find(({ label }) => label === current)?.dateCreated;
    if (since === undefined)
        return [];
    const newestFirst = [...versions].sort((left, right) => (right.dateCreated ?? 0) - (left.dateCreated ?? 0));
    const going = newestFirst.slice(keep).filter(({ label, status, dateCreated }) => {
        const isOlder = dateCreated !== undefined && dateCreated < since;
        const isIdle = status !== 'Processing' && status !== 'Building' && status !== 'Unrecognised';
        return isOlder && isIdle && label !== current && !deployed.has(label) && !good.has(label);
    });
    const staying = new Set(versions.filter((one) => !going.includes(one)).flatMap((one) => bundleOf(one) ?? []));
    return going.reverse().map((one) => {
        const bundle = bundleOf(one);
        return { label: one.label, withBundle: bundle !== undefined && !staying.has(bundle) };
    });
}
const bundleOf = ({ bundle }) => bundle === undefined ? undefined : `${bundle.bucket}/${bundle.key}`;
//# sourceMappingURL=prune.js.map
// EXTERNAL MODULE: ./lib/domain/releases.js
var releases = __webpack_require__(35688);
// EXTERNAL MODULE: ./lib/rollout/record.js
var record = __webpack_require__(87920);
;// CONCATENATED MODULE: ./lib/rollout/prune.js
/** Deletes old versions after a success (`prune-versions`). What cannot be read protects everything; failures are warnings. */




/** So many different good versions of each environment stay: what runs, and two ways back. */
const GOOD_PER_ENVIRONMENT = 3;
/** One run deletes no more: each is a call, and the limits of the service are shared. */
const MOST = 100;
/** What may go, as things are now. Throws `ActionError` when anything that protects a version cannot be read. */
async function prunable(request, { beanstalk, documents }) {
    const { application, bucket, keep, current, createdAt } = request;
    const [known, environments, keys] = await Promise.all([
        beanstalk.versions(application),
        beanstalk.environments(application),
        documents.keys(bucket, (0,record/* recordsPrefix */.b7)(application)),
    ]);
    // An empty list is also the answer to somebody who may not see them.
    if (environments.length === 0)
        throw new problem/* ActionError */.l(noEnvironments(application));
    const deployed = new Set(environments.flatMap(({ versionLabel }) => versionLabel ?? []));
    for (const { id, healthStatus, tier } of environments) {
        // Pods cannot be asked; what an update is bringing there is the label that was asked for last.
        if (healthStatus === undefined || tier === 'Cluster')
            continue;
        const { instances } = await beanstalk.instances(id);
        for (const { deployment } of instances)
            if (deployment?.versionLabel !== undefined)
                deployed.add(deployment.versionLabel);
    }
    const good = new Set();
    for (const key of keys.filter((one) => one.endsWith('/releases.json'))) {
        const record = (0,releases/* readRecord */.aE)((await documents.read(bucket, key))?.text ?? '');
        if (record === undefined)
            throw new problem/* ActionError */.l(unreadable(bucket, key));
        for (const id of new Set(record.releases.map(({ environmentId }) => environmentId))) {
            for (const label of (0,releases/* lastGood */.mC)((0,releases/* releasesOf */.w0)(record, id), GOOD_PER_ENVIRONMENT))
                good.add(label);
        }
    }
    const isNew = createdAt !== undefined && !known.some(({ label }) => label === current);
    const fresh = { application, label: current, status: 'Unprocessed' };
    const versions = isNew ? [...known, { ...fresh, dateCreated: createdAt }] : known;
    return planPrune({ versions, keep, deployed, good, current }).slice(0, MOST);
}
/** After a proven success. */
async function pruneVersions(rollout) {
    const { ports, plan, settings, say, cancel } = rollout.request;
    const { pruneVersions: keep } = settings;
    const { documents } = ports;
    if (keep === undefined || documents === undefined || plan.versionLabel === undefined)
        return;
    const deleted = [];
    try {
        const { application, versionLabel: current } = plan;
        const bucket = settings.bucket ?? (await ports.beanstalk.storageBucket());
        const going = await prunable({ application, bucket, keep, current }, { beanstalk: ports.beanstalk, documents });
        for (const { label, withBundle } of going) {
            if (cancel.aborted)
                break;
            await deleteOne(rollout, label, withBundle, deleted);
        }
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        say({ type: 'warning', problem: notPruned('Old versions were not looked for', error.problem) });
    }
    const count = deleted.length === 1 ? 'One old version was' : `${deleted.length} old versions were`;
    if (deleted.length > 0)
        say({ type: 'notice', text: `${count} deleted: ${deleted.join(', ')}.` });
}
async function deleteOne(rollout, label, withBundle, deleted) {
    const { ports, plan, say } = rollout.request;
    try {
        await ports.beanstalk.deleteVersion(plan.application, label, withBundle);
        deleted.push(label);
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        say({ type: 'warning', problem: notPruned(`Version ${label} was not deleted`, error.problem) });
    }
}
const notPruned = (what, problem) => ({
    ...problem,
    code: 'not-pruned',
    what: `${what}: ${problem.what}`,
});
const noEnvironments = (application) => ({
    code: 'permission-denied',
    blame: 'you',
    what: `DescribeEnvironments shows no environment of ${application}, so nobody can say which versions are in use.`,
    hint: 'Allow elasticbeanstalk:DescribeEnvironments for all environments of the application.',
});
const unreadable = (bucket, key) => ({
    code: 'record-unreadable',
    blame: 'you',
    what: `s3://${bucket}/${key} is not a record of releases that this release can read.`,
    hint: 'Remove or restore that object; a newer release of this action may have written it.',
});
//# sourceMappingURL=prune.js.map

/***/ }),

/***/ 87920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b7: () => (/* binding */ recordsPrefix),
/* harmony export */   tl: () => (/* binding */ readReleases),
/* harmony export */   ty: () => (/* binding */ recordRelease)
/* harmony export */ });
/* unused harmony exports recordKey, deployedTo */
/* harmony import */ var _bundle_label_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95966);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11591);
/* harmony import */ var _domain_releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35688);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73071);
/* harmony import */ var _traffic_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59864);
/**
 * The record of good versions of an environment: one small document in the bucket of the bundles, written after a proof.
 * Two runs that write at the same time both get their entry in: a write is based on what was read, or is made again.
 */





const FOLDER = '.beanstalk-rollout';
/** Where the records of an application are; names may hold spaces and more. */
const recordsPrefix = (application) => `${FOLDER}/${encodeURIComponent(application)}/`;
const recordKey = (application, environment) => `${recordsPrefix(application)}${encodeURIComponent(environment)}/releases.json`;
/** Throws `ActionError`; also when there is something that is no record of ours. */
async function readReleases(documents, bucket, application, environment) {
    const key = recordKey(application, environment);
    const found = await documents.read(bucket, key);
    if (found === undefined)
        return { record: (0,_domain_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyRecord */ .FR)(environment) };
    const record = (0,_domain_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .readRecord */ .aE)(found.text);
    if (record === undefined)
        throw new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(unreadable(bucket, key));
    return { record, etag: found.etag };
}
const ATTEMPTS = 5;
/** After a proven success. A record that cannot be written is a warning: the deployment stands. */
async function recordRelease(rollout, outcome) {
    const { ports, plan, settings, say, cancel } = rollout.request;
    const release = releaseOf(rollout, outcome);
    const { documents } = ports;
    if (documents === undefined || release === undefined || cancel.aborted)
        return;
    const name = deployedTo(rollout)?.name ?? plan.environment.name;
    try {
        const bucket = settings.bucket ?? (await ports.beanstalk.storageBucket());
        const hash = hashOf(rollout, release.label);
        const entry = hash === undefined ? release : { ...release, bundleHash: hash };
        for (let attempt = 1;; attempt += 1) {
            const { record, etag } = await readReleases(documents, bucket, plan.application, name);
            const isFirst = (0,_domain_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .releasesOf */ .w0)(record, release.environmentId).length === 0;
            const before = isFirst ? seenBefore(rollout, release) : undefined;
            const text = (0,_domain_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .recordText */ .Pe)((0,_domain_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .withRelease */ ._h)(before === undefined ? record : (0,_domain_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .withRelease */ ._h)(record, before), entry));
            const key = recordKey(plan.application, name);
            const written = await write(documents, { bucket, key, text, ...(etag === undefined ? {} : { replaces: etag }) });
            if (written)
                break;
            if (attempt >= ATTEMPTS)
                throw new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l(contended(bucket, key));
            await ports.clock.sleep((0,_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(ports.random.next()) * attempt, cancel);
        }
        say({ type: 'notice', text: `Recorded ${release.label} as good on ${name}.` });
        await recordOtherSide(rollout, release, documents, bucket);
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l))
            throw error;
        say({ type: 'warning', problem: notRecorded(release.label, error.problem) });
    }
}
/**
 * Of two environments the version from before runs on the other one: it is the way back, so the record of that one begins
 * with it. Not when that has a record already, or somebody begins one at this moment.
 */
async function recordOtherSide(rollout, release, documents, bucket) {
    const { plan, snapshot } = rollout.request;
    const { id, name } = snapshot.target.environment;
    if (snapshot.target.pair === undefined || id === release.environmentId)
        return;
    const before = seenBefore(rollout, { ...release, environmentId: id });
    if (before === undefined)
        return;
    const { record, etag } = await readReleases(documents, bucket, plan.application, name);
    if ((0,_domain_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .releasesOf */ .w0)(record, id).length > 0)
        return;
    const text = (0,_domain_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .recordText */ .Pe)((0,_domain_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .withRelease */ ._h)(record, before));
    const key = recordKey(plan.application, name);
    await write(documents, { bucket, key, text, ...(etag === undefined ? {} : { replaces: etag }) });
}
/** `false`: somebody else was quicker. A lost answer counts as that, too: what is there by then is read again. */
async function write(documents, request) {
    try {
        return (await documents.write(request)) === 'written';
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .l) || !error.answerLost)
            throw error;
        return (await documents.read(request.bucket, request.key))?.text === request.text;
    }
}
/**
 * The environment that the version was brought to: with two environments not the one that the plan began with. Where it was
 * already, and only had to be given the traffic, it is the one that has it now.
 */
function deployedTo(rollout) {
    const step = rollout.request.plan.steps.findLast((one) => (one.kind === 'update' && one.purpose === 'deploy' && one.versionLabel !== undefined) ||
        one.kind === 'create' ||
        one.kind === 'create-environment');
    if (step === undefined) {
        if (rollout.share?.weight === 100)
            return rollout.share.between.canary;
        return (0,_traffic_js__WEBPACK_IMPORTED_MODULE_2__/* .movedLast */ .M$)(rollout);
    }
    if (step.kind !== 'update' && step.kind !== 'create' && step.kind !== 'create-environment')
        return undefined;
    const { name } = step.environment;
    const run = rollout.runs.get(name);
    const id = run?.environment?.id ?? run?.target.id ?? step.environment.id;
    return id === '' ? undefined : { id, name };
}
function releaseOf(rollout, outcome) {
    const { plan, settings, ports, run } = rollout.request;
    const target = deployedTo(rollout);
    if (outcome.state !== 'succeeded' || outcome.proof === 'none' || plan.versionLabel === undefined)
        return undefined;
    if (target === undefined)
        return undefined;
    const { versionLabel: before } = rollout.request.snapshot.target.environment;
    const isBack = settings.operation === 'rollback' && before !== undefined && before !== plan.versionLabel;
    return {
        label: plan.versionLabel,
        at: ports.clock.now(),
        verdict: 'proven',
        operation: settings.operation,
        environmentId: target.id,
        proof: outcome.proof,
        strategy: plan.strategy,
        ...(settings.commit === undefined || settings.operation === 'rollback' ? {} : { commit: settings.commit }),
        ...(isBack ? { insteadOf: before } : {}),
        ...(settings.comment === '' ? {} : { comment: settings.comment }),
        ...(run === undefined ? {} : { run }),
    };
}
/** What ran there, whole and healthy, when this action came to the environment: the first way back it has. */
function seenBefore(rollout, release) {
    const { snapshot, settings } = rollout.request;
    const { environment, instances } = snapshot.target;
    const label = environment.versionLabel;
    const { acceptHealth } = settings;
    if (environment.id !== release.environmentId || label === undefined || label === release.label)
        return undefined;
    if (snapshot.previousVersion === undefined || acceptHealth.kind !== 'statuses')
        return undefined;
    const isWell = environment.healthStatus === undefined
        ? acceptHealth.colors.includes(environment.health)
        : acceptHealth.statuses.includes(environment.healthStatus);
    const runs = instances?.instances ?? [];
    const isWhole = runs.every(({ deployment }) => deployment?.versionLabel === label && deployment.status === 'Deployed');
    if (!isWell || !isWhole || environment.status !== 'Ready')
        return undefined;
    const proof = runs.length > 0 ? 'instances' : 'environment';
    return { label, at: snapshot.takenAt, verdict: 'seen', operation: 'none', environmentId: environment.id, proof };
}
function hashOf(rollout, label) {
    const { plan, snapshot } = rollout.request;
    for (const step of plan.steps) {
        if (step.kind === 'publish-version' && step.source.kind !== 'existing')
            return step.source.hash;
    }
    return snapshot.version?.label === label ? (0,_bundle_label_js__WEBPACK_IMPORTED_MODULE_4__/* .recordedHash */ .Dn)(snapshot.version) : undefined;
}
const unreadable = (bucket, key) => ({
    code: 'record-unreadable',
    blame: 'you',
    what: `s3://${bucket}/${key} is not a record of releases that this release can read.`,
    hint: 'Remove or restore that object; a newer release of this action may have written it.',
});
const contended = (bucket, key) => ({
    code: 'record-not-written',
    blame: 'you',
    what: `s3://${bucket}/${key} was changed by others each time it was about to be written.`,
    hint: 'Let one workflow at a time deploy to an environment (concurrency).',
});
const notRecorded = (label, problem) => ({
    code: 'record-not-written',
    blame: problem.blame,
    what: `${label} could not be recorded as good: ${problem.what}`,
    hint: `${problem.hint} Until then \`to-version: previous\` does not know this version.`,
});
//# sourceMappingURL=record.js.map

/***/ }),

/***/ 59864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G2: () => (/* binding */ lookUpSwap),
/* harmony export */   Jn: () => (/* binding */ swapSentence),
/* harmony export */   M$: () => (/* binding */ movedLast),
/* harmony export */   SO: () => (/* binding */ isByShares),
/* harmony export */   Ug: () => (/* binding */ hasAll),
/* harmony export */   V7: () => (/* binding */ whyLive),
/* harmony export */   Zr: () => (/* binding */ trafficSentence),
/* harmony export */   bL: () => (/* binding */ shareSentence),
/* harmony export */   bW: () => (/* binding */ stillMoving),
/* harmony export */   e_: () => (/* binding */ unmovedSentence),
/* harmony export */   iI: () => (/* binding */ lookWhoIsLive),
/* harmony export */   rh: () => (/* binding */ movedTo),
/* harmony export */   tO: () => (/* binding */ isPair),
/* harmony export */   ts: () => (/* binding */ othersServe),
/* harmony export */   xA: () => (/* binding */ sidesNow),
/* harmony export */   xH: () => (/* binding */ sidesAtEnd)
/* harmony export */ });
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39505);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11591);
/* harmony import */ var _domain_route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13645);
/* harmony import */ var _domain_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73071);
/* harmony import */ var _within_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62454);
/** Where the traffic is, as far as a rollout over two environments has seen. */





/** The canary has all requests, by the last read back. */
const hasAll = ({ share }) => share !== undefined && share.weight >= 100 && !share.isMoving;
/** The same while a write is on its way, by the last read back before it. */
const hadAllLast = (rollout) => hasAll(rollout) || rollout.share?.hadAll === true;
/** What this rollout has made of the shares, in a sentence; `undefined` when the old side has everything, as before. */
function shareSentence({ share }) {
    if (share === undefined || (share.weight === 0 && !share.isMoving))
        return undefined;
    const { stable, canary } = share.between;
    if (share.isMoving)
        return `Which share of the requests ${canary.name} has could not be seen in time.`;
    if (share.weight >= 100)
        return `${canary.name} has all requests.`;
    return `${canary.name} has ${Math.round(share.weight)} % of the requests, ${stable.name} the rest.`;
}
const isPair = (rollout) => rollout.request.snapshot.target.pair !== undefined;
/**
 * What the outcome says of the sides: by the last look nobody may be live, and the old one may be terminated. `undefined`
 * for rollouts on one environment.
 */
function sidesAtEnd(rollout) {
    const sides = sidesNow(rollout);
    if (sides === undefined)
        return undefined;
    const { live, idle, ...rest } = sides;
    return {
        ...rest,
        ...(isDeserted(rollout) ? {} : { live }),
        ...(idle === undefined || rollout.gone.includes(idle.id) ? {} : { idle }),
    };
}
/** By the last look nobody serves: a side that is gone does not, whatever its share of the requests is. */
function isDeserted(rollout) {
    if (!isByShares(rollout))
        return rollout.holder === 'nobody';
    const live = sidesNow(rollout)?.live.id;
    return live !== undefined && rollout.sidesThere?.includes(live) === false;
}
/** Requests are divided between the sides by weights, not by who has a name. */
const isByShares = ({ request }) => request.snapshot.target.pair?.route !== undefined;
/** Who is live, or was it last, by what this rollout has seen; `undefined` for rollouts on one environment. */
function sidesNow(rollout) {
    const { pair, environment } = rollout.request.snapshot.target;
    if (pair === undefined)
        return undefined;
    const before = { id: environment.id, name: environment.name };
    const idle = rollout.runs.get(pair.idleName)?.target ?? pair.idle?.environment;
    const other = idle === undefined || idle.id === '' ? undefined : { id: idle.id, name: idle.name };
    const { holder } = rollout;
    const moved = movedLast(rollout);
    const { productionCname } = pair;
    if (holder !== undefined && holder !== 'nobody') {
        const rest = holder.name === before.name ? other : before;
        return { productionCname, live: holder, ...(rest === undefined ? {} : { idle: rest }) };
    }
    const isMoved = moved !== undefined && moved.name !== before.name;
    const isShared = hadAllLast(rollout) && rollout.share?.between.canary.name !== before.name;
    // A canary that an earlier run has given everything, and that this one has taken back.
    const isBack = rollout.share?.weight === 0 && rollout.share.between.canary.name === before.name;
    if ((isMoved || isShared || isBack) && other !== undefined) {
        return { productionCname, live: other, idle: before };
    }
    return { productionCname, live: before, ...(other === undefined ? {} : { idle: other }) };
}
/** Where the newest swap that is proven has left the traffic; one that is on its way has not moved it yet. */
function movedLast({ traffic }) {
    let newest = traffic;
    while (newest?.state === 'moving')
        newest = newest.before;
    return newest?.step.to;
}
/** Where this run has left the traffic when that is not where it was. */
function movedTo(rollout) {
    return hasAll(rollout) ? rollout.share?.between.canary : movedLast(rollout);
}
/** Who has the production name by the last look, in a sentence, when others have moved it or taken away what had it. */
function othersServe(rollout) {
    const { pair, environment } = rollout.request.snapshot.target;
    const { holder } = rollout;
    if (isDeserted(rollout))
        return `Neither side serves ${pair?.productionCname ?? 'production'} now.`;
    if (holder === undefined || holder === 'nobody')
        return undefined;
    const expected = movedTo(rollout) ?? environment;
    return holder.name === expected.name ? undefined : `${holder.name} has the traffic now.`;
}
const stillMoving = ({ traffic, share }) => [
    ...(traffic?.state === 'moving'
        ? [`Elastic Beanstalk may still be moving ${traffic.step.productionCname} to ${traffic.step.to.name}.`]
        : []),
    ...(share?.isMoving
        ? [`${share.between.canary.name} may still get a share of the requests: run the job with \`operation: abort\`.`]
        : []),
];
const LOOKING = { each: (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(0.8), all: (0,_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .seconds */ .YA)(4.5) };
/** A request to stop while a swap was on its way: looked up, so that the report can say who is live. */
async function lookUpSwap(rollout) {
    const { traffic } = rollout;
    const { ports } = rollout.request;
    if (traffic?.state !== 'moving')
        return;
    const giveUpAt = ports.clock.now() + LOOKING.all;
    const to = rollout.runs.get(traffic.step.to.name);
    while (to !== undefined && ports.clock.now() < giveUpAt) {
        try {
            const seen = await (0,_within_js__WEBPACK_IMPORTED_MODULE_4__/* .within */ .u)(ports.clock, rollout.reader.environment(to.target.id), LOOKING.each);
            if (seen?.status === 'Ready' && (0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsCname */ .hK)(seen, traffic.step.productionCname)) {
                rollout.traffic = { ...traffic, state: 'moved', since: ports.clock.now() };
                return;
            }
        }
        catch (error) {
            if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l))
                throw error;
        }
        await ports.clock.sleep(LOOKING.each);
    }
}
/** This run has not moved the traffic: where it is, as far as that could be seen. */
const unmovedSentence = (rollout) => rollout.sidesThere !== undefined
    ? `Traffic was not moved: ${sidesNow(rollout)?.live.name ?? rollout.request.plan.environment.name} serves as before.`
    : 'Traffic was not moved by this run; who serves now could not be seen.';
/** Of a swap that is on its way, or of which nobody could see whether it is. */
const swapSentence = ({ traffic }) => traffic?.state === 'moving'
    ? `A swap of ${traffic.step.productionCname} to ${traffic.step.to.name} was asked for; whether it has happened could not be seen in time.`
    : undefined;
/** What a request to stop has left of the traffic, in a sentence. */
function trafficSentence(rollout) {
    const sides = sidesNow(rollout);
    if (sides === undefined)
        return undefined;
    const others = othersServe(rollout);
    if (others !== undefined)
        return others;
    switch (rollout.traffic?.state) {
        case undefined:
            if (rollout.share !== undefined)
                return shareSentence(rollout) ?? `${sides.live.name} has all requests again.`;
            return unmovedSentence(rollout);
        case 'moving':
            return swapSentence(rollout);
        case 'moved':
            return `${sides.live.name} has the traffic and keeps it.`;
    }
}
const isThere = (one) => one !== undefined && !one.status.startsWith('Terminat');
/**
 * Others may have moved the traffic: who has it by a look of now. `false`: it could not be read, and everything is left as it
 * was known.
 */
async function lookWhoIsLive(rollout, reader = rollout.request.ports.beanstalk) {
    const sides = sidesNow(rollout);
    if (sides === undefined || rollout.traffic?.state === 'moving')
        return true;
    const refs = [sides.live, ...(sides.idle === undefined ? [] : [sides.idle])];
    try {
        const found = await reader.environmentsById(refs.map(({ id }) => id));
        // Neither of the two: more likely the permission to see them has gone than both of them.
        if (found.every((one) => one === undefined))
            return false;
        if (found.some((one) => (0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .isFromBefore */ ._b)(one, rollout.runs.get(one?.name ?? '')?.environment)))
            return false;
        const there = found.filter(isThere);
        const holder = there.find((one) => (0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsCname */ .hK)(one, sides.productionCname));
        rollout.sidesThere = there.map(({ id }) => id);
        if (!isByShares(rollout))
            rollout.holder = holder === undefined ? 'nobody' : { id: holder.id, name: holder.name };
        return true;
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .l))
            throw error;
        return false;
    }
}
/** The same by the shares: a side that users are given is not updated under them. */
async function whyShared({ rollout, target }, route) {
    const { routers } = rollout.request.ports;
    if (target.id === '')
        return undefined;
    const reading = await routers.read(route, [await routers.end(route, target)]);
    if ((0,_domain_route_js__WEBPACK_IMPORTED_MODULE_2__/* .isShare */ .GS)(reading, target.id, 0))
        return undefined;
    return {
        code: 'sides-changed',
        blame: 'you',
        what: `${target.name} has ${Math.round((0,_domain_route_js__WEBPACK_IMPORTED_MODULE_2__/* .shareOf */ .tC)(reading, target.id))} % of the requests now: somebody has given it a share since the plan was made.`,
        hint: 'Run the job again; give the jobs that work on these two environments one concurrency group.',
    };
}
/**
 * Right before an update of the side that has no traffic: it must not have been given the traffic meanwhile. What is
 * deployed there is not proven yet, and users must not meet it.
 */
async function whyLive(run) {
    const { rollout, target } = run;
    const sides = sidesNow(rollout);
    if (sides === undefined || sides.live.name === target.name)
        return undefined;
    const { route } = rollout.request.snapshot.target.pair ?? {};
    if (route !== undefined)
        return whyShared(run, route.route);
    const environment = await rollout.request.ports.beanstalk.environment(target.id);
    if (!(0,_domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsCname */ .hK)(environment, sides.productionCname))
        return undefined;
    return {
        code: 'sides-changed',
        blame: 'you',
        what: `${target.name} holds ${sides.productionCname} now, so it is the live side: somebody has moved the traffic since the plan was made.`,
        hint: 'Run the job again; give the jobs that work on these two environments one concurrency group.',
    };
}
//# sourceMappingURL=traffic.js.map

/***/ }),

/***/ 62454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/** The answer of `work`, or `undefined` when it takes longer. */
async function within(clock, work, span) {
    const timer = new AbortController();
    const timeout = clock.sleep(span, timer.signal).then(() => undefined);
    try {
        return await Promise.race([work, timeout]);
    }
    finally {
        timer.abort();
    }
}
//# sourceMappingURL=within.js.map

/***/ }),

/***/ 52303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ meaningOf)
/* harmony export */ });
/* unused harmony exports instanceIdsIn, MEANINGS */
/* harmony import */ var _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39505);
/**
 * What the texts of events mean, with where each was seen in public. Hints only: they explain, they speed a verdict up,
 * and they make a success suspicious; no verdict hangs on a wording alone, because many wordings were never published
 * (traffic splitting, user aborts, the tear-down of a failed immutable deployment).
 */

const GUIDE = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg';
const CLI = 'https://github.com/aws/aws-elastic-beanstalk-cli/blob/master/ebcli/resources/strings.py';
const fixed = (meaning) => () => meaning;
const started = (operation) => fixed({ kind: 'started', operation });
const completed = (operation) => fixed({ kind: 'completed', operation });
const number = (text) => Number(text ?? 0);
/** Ids of instances in a text, in their order. */
function instanceIdsIn(text) {
    return text.match(/\bi-[0-9a-z]{6,}\b/g) ?? [];
}
const MEANINGS = [
    // Beginnings
    { text: /^Environment update is starting\./, means: started('update'), source: `${GUIDE}/eb3-deploy.html` },
    { text: /^createEnvironment is starting\./, means: started('create'), source: `${GUIDE}/eb3-events.html` },
    { text: /^terminateEnvironment is starting\./, means: started('terminate'), source: `${GUIDE}/eb3-terminate.html` },
    { text: /^rebuildEnvironment is starting\./, means: started('rebuild'), source: CLI },
    { text: /^restartAppServer is starting\./, means: started('restart'), source: CLI },
    { text: /^swapEnvironmentCNAMEs is starting\./, means: started('swap'), source: `${GUIDE}/eb3-swap.html` },
    { text: /^delete(Application|Environment) is starting\./, means: started('terminate'), source: CLI },
    { text: /^createApplication(Version)? is starting\./, means: started('application'), source: CLI },
    // Nobody has published the opening line of an abort; any operation of that name is taken as one.
    {
        text: /^abort\w* is starting\./i,
        means: started('abort'),
        source: `${GUIDE}/using-features.rollingupdates.cancel.html`,
    },
    // Progress
    {
        text: /^Batch (\d+): Starting application deployment on instance/,
        means: (match) => ({ kind: 'batch-started', batch: number(match[1]) }),
        source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
    },
    {
        text: /^Batch (\d+): \d+ EC2 instance\(s\) .*launched\. Deploying/,
        means: (match) => ({ kind: 'batch-started', batch: number(match[1]) }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/9',
    },
    {
        text: /^Batch (\d+): Completed application deployment\./,
        means: (match) => ({ kind: 'batch-ended', batch: number(match[1]) }),
        source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
    },
    {
        text: /^Command execution completed on (\d+) of (\d+) instances in environment\./,
        means: (match) => ({ kind: 'instances-done', done: number(match[1]), total: number(match[2]) }),
        source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
    },
    {
        text: /^Immutable deployment policy enabled\./,
        means: fixed({ kind: 'temporary-group' }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/91',
    },
    {
        text: /^Created temporary auto scaling group/i,
        means: fixed({ kind: 'temporary-group' }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/91',
    },
    {
        text: /^Rolling with Additional Batch deployment policy enabled\. Launching\s+a new batch of (\d+)/,
        means: (match) => ({ kind: 'additional-batch', instances: number(match[1]) }),
        source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/63',
    },
    {
        text: /^Deployment succeeded\. Terminating old instances/,
        means: fixed({ kind: 'cleaning-up' }),
        source: `${GUIDE}/environmentmgmt-updates-immutable.html`,
    },
    {
        // In brackets with enhanced health, between quotes with basic.
        text: /^(Added instances? \[|Adding instance '|Added EC2 instance ')/,
        means: (match) => ({ kind: 'instances-added', ids: instanceIdsIn(match.input ?? '') }),
        source: `${GUIDE}/eb3-events.html`,
    },
    {
        text: /^(Removed instances? \[|Removed EC2 instance ')/,
        means: (match) => ({ kind: 'instances-removed', ids: instanceIdsIn(match.input ?? '') }),
        source: `${GUIDE}/eb3-events.html`,
    },
    // Ends, good ones. None of them is proof.
    {
        text: /^New application version was deployed to running EC2 instances\./,
        means: fixed({ kind: 'version-deployed' }),
        source: `${GUIDE}/eb3-deploy.html`,
    },
    {
        text: /^Successfully deployed new configuration to environment\./,
        means: fixed({ kind: 'configuration-deployed' }),
        source: CLI,
    },
    {
        text: /^Environment update completed successfully\./,
        means: completed('update'),
        source: `${GUIDE}/eb3-deploy.html`,
    },
    { text: /^Successfully launched environment:/, means: completed('create'), source: `${GUIDE}/eb3-create.html` },
    { text: /^terminateEnvironment completed successfully\./, means: completed('terminate'), source: CLI },
    { text: /^deleteApplication completed successfully\./, means: completed('terminate'), source: CLI },
    { text: /^The application has been deleted successfully\./, means: completed('terminate'), source: CLI },
    { text: /^Completed swapping CNAMEs for environments/, means: completed('swap'), source: `${GUIDE}/eb3-swap.html` },
    { text: /^Restarted application server on all ec2 instances\./, means: completed('restart'), source: CLI },
    { text: /^createApplication(Version)? completed successfully\./, means: completed('application'), source: CLI },
    // Ends, bad ones: some of them are INFO.
    { text: /^Failed to deploy application\./, means: fixed({ kind: 'deployment-failed' }), source: CLI },
    {
        text: /^During an aborted deployment, some instances may have deployed/,
        means: fixed({ kind: 'deployment-failed' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    { text: /^Failed to deploy configuration\./, means: fixed({ kind: 'configuration-failed' }), source: CLI },
    {
        text: /^To enable immutable config and application deployments together, you must set both/,
        means: fixed({ kind: 'configuration-failed' }),
        source: 'https://github.com/hypothesis/deployment/pull/60',
    },
    {
        text: /^The environment was reverted to the previous configuration setting\./,
        means: fixed({ kind: 'reverted' }),
        source: CLI,
    },
    {
        text: /^(Update|Create) environment operation is complete, but with/,
        means: fixed({ kind: 'operation-failed' }),
        source: CLI,
    },
    { text: /^Failed to launch environment\./, means: fixed({ kind: 'operation-failed' }), source: CLI },
    {
        text: /^Launched environment: .*However, there were issues during launch\./,
        means: fixed({ kind: 'operation-failed' }),
        source: CLI,
    },
    { text: /^Failed to (create|delete) platform version/, means: fixed({ kind: 'operation-failed' }), source: CLI },
    {
        text: /^The environment termination step failed/,
        means: fixed({ kind: 'operation-failed' }),
        source: `${GUIDE}/AWSHowTo.eventbridge.html`,
    },
    {
        text: /^Unsuccessful command execution on instance id\(s\)/,
        means: fixed({ kind: 'failure-detail' }),
        source: 'https://github.com/einaregilsson/beanstalk-deploy/issues/86',
    },
    {
        text: /^Instance id\(s\) .* did not pass health check after command execution\./,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/using-features.rolling-version-deploy.html`,
    },
    {
        text: /^\[Instance: .*\] Command failed on instance\./,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    {
        text: /^Instance deployment failed\./,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    {
        text: /^Command execution completed on all instances\. Summary: \[.*(?:Failed|TimedOut): [1-9]/,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    {
        text: /^The following instances have not responded in the allowed command timeout time/,
        means: fixed({ kind: 'failure-detail' }),
        source: `${GUIDE}/troubleshooting-deployments.html`,
    },
    // Unpublished; matched loosely because it only explains a state that was seen anyway.
    {
        text: /\b(environment update|update|deployment) (was |has been |is being )?(aborted|cancelled|canceled)\b/i,
        means: fixed({ kind: 'aborted' }),
        source: `${GUIDE}/using-features.rollingupdates.cancel.html`,
    },
    // Health
    {
        text: /^Environment health has transitioned (?:from \w+ )?to (\w+)\./,
        means: (match) => healthMeaning(match[1] ?? ''),
        source: `${GUIDE}/health-enhanced-status.html`,
    },
    {
        text: /^Environment health has (?:been set|transitioned from \w+) to (GREEN|YELLOW|RED|GREY)/,
        means: (match) => healthMeaning(match[1] ?? ''),
        source: CLI,
    },
    // Logs
    { text: /^Pulled logs for environment instances\./, means: fixed({ kind: 'logs-pulled' }), source: CLI },
    { text: /^Failed to pull logs for environment instances\./, means: fixed({ kind: 'logs-failed' }), source: CLI },
];
/** What a text means, as far as it was ever published; `undefined` for every other text. */
function meaningOf(message) {
    for (const row of MEANINGS) {
        const match = message.match(row.text);
        const meaning = match === null ? undefined : row.means(match);
        if (meaning !== undefined)
            return meaning;
    }
    return undefined;
}
const COLORS = ['Green', 'Yellow', 'Red', 'Grey'];
function healthMeaning(word) {
    const name = word.toLowerCase();
    const to = _domain_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HEALTH_STATUSES */ .i9.find((status) => status.toLowerCase() === name) ??
        COLORS.find((color) => color.toLowerCase() === name);
    return to === undefined ? undefined : { kind: 'health', to };
}
//# sourceMappingURL=meanings.js.map

/***/ })

};

//# sourceMappingURL=4898.index.js.map