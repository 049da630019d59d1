export const id = 9729;
export const ids = [9729];
export const modules = {

/***/ 99729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oldVersions: () => (/* binding */ oldVersions),
  resolveRollback: () => (/* binding */ resolveRollback)
});

// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
// EXTERNAL MODULE: ./lib/domain/releases.js
var domain_releases = __webpack_require__(35688);
// EXTERNAL MODULE: ./lib/domain/standing.js
var standing = __webpack_require__(86634);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
;// CONCATENATED MODULE: ./lib/operations/lifecycle.js
/** Whether the application's own lifecycle rule would delete the version that a way back needs. Pure. */

const DAY = (0,time/* hours */.c$)(24);
/** The rule runs whenever a version is created, and spares only versions in use (AWS guide, "Application version lifecycle"). */
function atRisk({ lifecycle, versions, way, now }) {
    const { maxCount, maxAgeDays } = lifecycle;
    const version = versions.find(({ label }) => label === way);
    const created = version?.dateCreated;
    if (created === undefined)
        return [];
    const newer = versions.filter(({ dateCreated }) => (dateCreated ?? 0) > created).length;
    // The one of this run, and the next one after it.
    const isBeyond = maxCount !== undefined && newer + 2 >= maxCount;
    const isOld = maxAgeDays !== undefined && now - created >= (maxAgeDays - 1) * DAY;
    if (!isBeyond && !isOld)
        return [];
    const rule = isBeyond ? `keeps ${maxCount} versions` : `deletes versions after ${maxAgeDays} days`;
    return [
        `The lifecycle policy of the application ${rule}: it may delete ${way}, the way back from this deployment, as soon as ${way} is not in use any more.`,
    ];
}
//# sourceMappingURL=lifecycle.js.map
;// CONCATENATED MODULE: ./lib/operations/rollback.js

/** What the environment runs: of a fleet that is not whole, what was begun last. */
function runningLabel({ environment, instances }) {
    const deployments = (instances?.instances ?? []).flatMap(({ deployment }) => deployment ?? []);
    const newest = [...deployments].sort((left, right) => (right.id ?? 0) - (left.id ?? 0))[0];
    return newest?.versionLabel ?? environment.versionLabel;
}
function chooseRelease(question) {
    return question.toVersion === 'previous' ? previous(question) : usable(question, question.toVersion, []);
}
/** The last version that was good here before the one that runs now; versions that a rollback has put away do not count. */
function previous(question) {
    const { releases, target } = question;
    const running = runningLabel(target);
    const at = releases.findIndex(({ label }) => label === running);
    const away = (0,domain_releases/* putAway */.qU)(releases);
    const earlier = releases.slice(at + 1).filter(({ label }) => label !== running && !away.has(label));
    const [last] = earlier;
    if (last !== undefined) {
        const how = last.verdict === 'proven' ? 'was proven good here' : 'ran here, healthy, when the record began';
        return usable(question, last.label, [`${last.label} ${how} on ${dayOf(last.at)}.`]);
    }
    if (releases.length > 0)
        return unclear(question, `No version is recorded as good on ${target.environment.name} before ${running ?? 'the present one'}.`);
    const told = question.toldByEvents.find((label) => label !== running);
    if (told === undefined)
        return unclear(question, `There is no record of good versions for ${target.environment.name}, and its events do not name the version before.`);
    return usable(question, told, [
        `There is no record of good versions for ${target.environment.name}: ${told} is what its events say was deployed before. Nobody has proven that it was good.`,
    ]);
}
function usable(question, label, said) {
    const { versions, bundles, releases, target } = question;
    const version = versions.find((one) => one.label === label);
    if (version === undefined)
        return unclear(question, `Version ${label} does not exist (any more).`);
    if (version.status === 'Failed')
        return unclear(question, `Elastic Beanstalk could not process version ${label}.`);
    if (bundles.get(label) === false)
        return unclear(question, `The bundle of version ${label} is not in S3 any more.`);
    const isKnown = releases.some((one) => one.label === label) || said.length > 0;
    const never = `Nothing is recorded of ${label} on ${target.environment.name}: nobody has proven that it was good there.`;
    return { kind: 'target', label, said: isKnown ? said : [...said, never] };
}
function unclear(question, what) {
    const good = candidatesOf(question).filter(({ bundle, runs }) => bundle !== 'gone' && !runs);
    const listed = good.slice(0, 5).map(({ label, verdict }) => `${label} (${VERDICT_WORDS[verdict]})`);
    return {
        kind: 'unclear',
        problem: {
            code: 'rollback-unclear',
            blame: 'you',
            what: `It is not clear what to roll back to: ${what}`,
            hint: listed.length === 0
                ? 'There is no other version that could be deployed; deploy one from the repository.'
                : `Name one with \`to-version\`: ${listed.join(', ')}.`,
            input: 'to-version',
        },
    };
}
const VERDICT_WORDS = {
    proven: 'proven good',
    seen: 'was healthy',
    'put-away': 'put away by a rollback',
    unrecorded: 'not recorded',
};
const dayOf = (at) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const MOST_CANDIDATES = 20;
/** Recorded good versions first, the newest first; then the others by their creation. */
function candidatesOf({ target, releases, versions, bundles }) {
    const running = runningLabel(target);
    const away = (0,domain_releases/* putAway */.qU)(releases);
    const good = (0,domain_releases/* lastGood */.mC)(releases, releases.length);
    const recorded = [...good, ...[...away].filter((label) => !good.includes(label))];
    const newestFirst = [...versions].sort((left, right) => (right.dateCreated ?? 0) - (left.dateCreated ?? 0));
    const others = newestFirst.map(({ label }) => label).filter((label) => !recorded.includes(label));
    return [...recorded, ...others].slice(0, MOST_CANDIDATES).map((label) => {
        const release = releases.find((one) => one.label === label);
        const version = versions.find((one) => one.label === label);
        const at = release?.at ?? version?.dateCreated;
        const commit = release?.commit ?? commitOf(version);
        const bundle = version === undefined ? false : bundles.get(label);
        return {
            label,
            verdict: away.has(label) ? 'put-away' : (release?.verdict ?? 'unrecorded'),
            bundle: bundle === undefined ? 'unknown' : bundle ? 'present' : 'gone',
            runs: label === running,
            ...(at === undefined ? {} : { at }),
            ...(commit === undefined ? {} : { commit }),
            ...(release?.comment === undefined ? {} : { comment: release.comment }),
        };
    });
}
/** Descriptions of versions that this action made hold the commit. */
function commitOf(version) {
    return /\bcommit ([0-9a-f]{7,40}) \[(?:bundle|image) sha256:/.exec(version?.description ?? '')?.[1];
}
//# sourceMappingURL=rollback.js.map
// EXTERNAL MODULE: ./lib/rollout/prune.js + 1 modules
var prune = __webpack_require__(48912);
// EXTERNAL MODULE: ./lib/rollout/record.js
var record = __webpack_require__(87920);
// EXTERNAL MODULE: ./lib/watch/meanings.js
var meanings = __webpack_require__(52303);
;// CONCATENATED MODULE: ./lib/releases.js








/** Throws `ActionError` when versions or the record cannot be read. */
async function resolveRollback(settings, snapshot, cloud) {
    const { target } = snapshot;
    const [versions, bucket] = await Promise.all([
        cloud.beanstalk.versions(settings.application),
        settings.bucket ?? cloud.beanstalk.storageBucket(),
    ]);
    const releases = await recorded(settings, snapshot, bucket, cloud);
    const question = {
        toVersion: settings.toVersion ?? 'previous',
        target,
        releases,
        versions,
        bundles: new Map(),
        toldByEvents: toldBy(target.recentEvents),
    };
    const likely = candidatesOf(question);
    const asked = settings.toVersion === undefined ? [] : [settings.toVersion];
    const bundles = await findBundles([...asked, ...likely.map(({ label }) => label)], versions, cloud);
    const known = { ...question, bundles };
    const candidates = candidatesOf(known);
    const answer = chooseRelease(known);
    if (answer.kind === 'unclear')
        return { kind: 'unclear', problem: answer.problem, candidates };
    const existing = versions.find(({ label }) => label === answer.label);
    return {
        kind: 'target',
        version: { kind: 'existing', label: answer.label },
        said: answer.said,
        candidates,
        ...(existing === undefined ? {} : { existing }),
    };
}
/**
 * Newest first. Of two environments that take turns both records count, also when one side was terminated meanwhile, or was
 * created anew since: each proved its versions for the same users.
 */
async function recorded({ application }, { target: { environment, pair } }, bucket, { documents }) {
    const read = async (name) => (await (0,record/* readReleases */.tl)(documents, bucket, application, name)).record;
    if (pair === undefined)
        return (0,domain_releases/* releasesOf */.w0)(await read(environment.name), environment.id);
    const records = await Promise.all([read(environment.name), read(pair.idleName)]);
    return records.flatMap(({ releases }) => releases).sort((left, right) => right.at - left.at);
}
function toldBy(events) {
    return events.flatMap(({ message, versionLabel }) => {
        const meaning = (0,meanings/* meaningOf */.Pr)(message);
        const endedWell = meaning?.kind === 'version-deployed' || meaning?.kind === 'completed';
        return endedWell && versionLabel !== undefined ? [versionLabel] : [];
    });
}
/** Whether the bundles are there; a label is missing where nobody could tell. */
async function findBundles(labels, versions, { store }) {
    const found = await Promise.all([...new Set(labels)].map(async (label) => {
        const { bundle, image } = versions.find((one) => one.label === label) ?? {};
        // What pods run is the image; the bundle that it was built from may be gone.
        if (image !== undefined)
            return [[label, true]];
        if (bundle === undefined)
            return [];
        try {
            return [[label, (await store.head(bundle.bucket, bundle.key)) !== undefined]];
        }
        catch (error) {
            if (!(error instanceof problem/* ActionError */.l))
                throw error;
            return [];
        }
    }));
    return new Map(found.flat());
}
/** What the plan says of old versions: which would be pruned, and whether the way back is in danger. Never fails a plan. */
async function oldVersions(settings, plan, snapshot, cloud) {
    const label = plan.versionLabel;
    if (label === undefined || plan.unchanged !== undefined)
        return { warnings: plan.warnings };
    const now = snapshot.takenAt;
    const [risk, pruning] = await Promise.all([
        orNothing(() => lifecycleRisk(settings, snapshot, label, now, cloud)),
        settings.pruneVersions === undefined
            ? undefined
            : plannedPruning(settings, settings.pruneVersions, label, now, cloud),
    ]);
    return {
        warnings: [...plan.warnings, ...(risk ?? []), ...(pruning?.gap === undefined ? [] : [pruning.gap])],
        ...(pruning?.labels === undefined ? {} : { prune: pruning.labels }),
    };
}
async function lifecycleRisk(settings, snapshot, next, now, { beanstalk }) {
    const way = (0,standing/* labelBefore */.kK)(snapshot, next);
    if (way === undefined || way === next)
        return [];
    const lifecycle = await beanstalk.versionLifecycle(settings.application);
    if (lifecycle === undefined)
        return [];
    return atRisk({ lifecycle, versions: await beanstalk.versions(settings.application), way, now });
}
async function plannedPruning(settings, keep, current, createdAt, { beanstalk, documents }) {
    try {
        const { application } = settings;
        const bucket = settings.bucket ?? (await beanstalk.storageBucket());
        const going = await (0,prune/* prunable */.W)({ application, bucket, keep, current, createdAt }, { beanstalk, documents });
        return { labels: going.map(({ label }) => label) };
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return { gap: `Which versions could be pruned cannot be told: ${error.problem.what}` };
    }
}
/** A warning is not worth a permission. */
async function orNothing(read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
//# sourceMappingURL=releases.js.map

/***/ })

};

//# sourceMappingURL=9729.index.js.map