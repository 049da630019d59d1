export const id = 6401;
export const ids = [6401];
export const modules = {

/***/ 95966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ defaultLabel),
/* harmony export */   CK: () => (/* binding */ bundleKey),
/* harmony export */   Dn: () => (/* binding */ recordedHash),
/* harmony export */   Pp: () => (/* binding */ acceptableLabel),
/* harmony export */   iT: () => (/* binding */ HASH_TAG),
/* harmony export */   je: () => (/* binding */ extensionOf),
/* harmony export */   kg: () => (/* binding */ existingLabel),
/* harmony export */   oF: () => (/* binding */ withSuffix),
/* harmony export */   pn: () => (/* binding */ HASH_METADATA),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* unused harmony export digestOf */
/** Elastic Beanstalk API reference: version labels have 1 to 100 characters and no `/`; descriptions have up to 200. */
const LABEL_LIMIT = 100;
const DESCRIPTION_LIMIT = 200;
const short = (hash) => hash.slice(0, 8);
/** `<sha7>-<hash8>`: the commit for people, the hash because two builds of one commit may differ. */
function defaultLabel(commit, hash) {
    return commit === undefined ? `bundle-${short(hash)}` : `${commit.slice(0, 7)}-${short(hash)}`;
}
/**
 * The label as the service accepts it, for people who deploy under a branch's name. Equal to `wished` in nearly every
 * case; where not, the caller says so.
 */
function acceptableLabel(wished, hash) {
    const clean = withoutForbidden(wished);
    if (!/[\p{L}\p{N}\p{S}]/u.test(clean))
        return defaultLabel(undefined, hash);
    // Cut labels get the hash, or two long branch names with the same beginning would meet.
    return isShortEnough(clean) ? clean : withSuffix(clean, hash);
}
/** The label under which `acceptableLabel` would have made a version, for looking one up; too long ones are no label. */
function existingLabel(wished) {
    const clean = withoutForbidden(wished);
    return clean !== '' && isShortEnough(clean) ? clean : undefined;
}
/** Composed, because `é` as one character and as two would be two labels that look the same. */
const withoutForbidden = (wished) => wished.normalize('NFC').replace(/[/\\]/g, '-').replace(/\p{C}/gu, '').trim();
const isShortEnough = (label) => [...label].length <= LABEL_LIMIT;
/** `<label>-<hash8>`, cut so that the whole fits. */
function withSuffix(label, hash) {
    const room = LABEL_LIMIT - 9;
    return `${[...label].slice(0, room).join('')}-${short(hash)}`;
}
function extensionOf(path) {
    const extension = /\.(war|jar)$/i.exec(path)?.[1]?.toLowerCase();
    return extension === 'war' || extension === 'jar' ? extension : 'zip';
}
/**
 * `<application>/<label>-<hash>.zip`. The hash makes the key safe to share and never worth overwriting; the rest is for
 * people, in the characters that S3 calls safe.
 */
function bundleKey(application, label, hash, extension = 'zip') {
    return `${keyPart(application)}/${keyPart(label)}-${hash}.${extension}`;
}
const keyPart = (text) => {
    const safe = text.replace(/[^A-Za-z0-9!_.*'()-]/g, '_').replace(/^\.+/, '_');
    return safe === '' ? '_' : safe;
};
/** What people read in the console, with the hash at its end. */
function describe(comment, commit, hash, what = 'bundle') {
    const record = `[${what} sha256:${hash}]`;
    const said = [comment, commit === undefined ? '' : `commit ${commit.slice(0, 40)}`]
        .map((part) => part.replace(/[\p{C}\s]+/gu, ' ').trim())
        .filter((part) => part !== '')
        .join(' · ');
    const room = DESCRIPTION_LIMIT - record.length - 1;
    const cut = [...said].length > room ? `${[...said].slice(0, room - 1).join('')}…` : said;
    return cut === '' ? record : `${cut} ${record}`;
}
const HASH_TAG = 'beanstalk-rollout:bundle-sha256';
/** Metadata of the object in S3 (`x-amz-meta-bundle-sha256`). */
const HASH_METADATA = 'bundle-sha256';
/** The hash of what a version holds, when it was recorded; key and image first, because they cannot be edited. */
function recordedHash({ bundle, image, description }) {
    const inKey = /-([0-9a-f]{64})\.(?:zip|war|jar)$/.exec(bundle?.key ?? '')?.[1];
    const inImage = bundle === undefined ? digestOf(image) : undefined;
    return inKey ?? inImage ?? /\[(?:bundle|image) sha256:([0-9a-f]{64})\]$/.exec(description ?? '')?.[1];
}
/** The hexadecimal digits of the digest that an image is named by. */
const digestOf = (image) => /@sha256:([0-9a-f]{64})$/.exec(image ?? '')?.[1];
//# sourceMappingURL=label.js.map

/***/ }),

/***/ 79473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ alarmProblem),
/* harmony export */   LI: () => (/* binding */ refuseAlarms),
/* harmony export */   Wk: () => (/* binding */ inconclusiveProblem),
/* harmony export */   eX: () => (/* binding */ judgeAlarms)
/* harmony export */ });
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11129);
/** CloudWatch alarms as a gate: what they say of a rollout, before it and while it runs. Pure. */

const LONGEST_REASON = 240;
/** What the alarms say together. `ALARM` fails, also when another alarm has no data; one that is not there cannot tell. */
function judgeAlarms(names, readings) {
    return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .together */ .bs)(names.map((name) => judgeAlarm(name, readings.find((one) => one.name === name))));
}
function judgeAlarm(name, reading) {
    switch (reading?.state) {
        case 'ALARM':
            return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .fails */ .c6)(`the alarm ${name} is in ALARM${because(reading.reason)}`);
        case 'OK':
            return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .passes */ .WE)(`the alarm ${name} is OK`);
        case 'INSUFFICIENT_DATA':
            return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .cannotTell */ .JM)(`the alarm ${name} has not enough data (INSUFFICIENT_DATA)`);
        case undefined:
            return (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .cannotTell */ .JM)(`the alarm ${name} is not shown any more`);
    }
}
function because(reason) {
    const text = reason.replace(/\s+/g, ' ').trim();
    if (text === '')
        return '';
    return `: “${text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text}”`;
}
/**
 * Reasons against a rollout before anything is changed: an alarm that does not exist guards nothing, and one that is in
 * ALARM already would put every rollout back.
 */
function refuseAlarms(names, readings) {
    return names.flatMap((name) => {
        const reading = readings.find((one) => one.name === name);
        if (reading === undefined)
            return [missing(name)];
        return reading.state === 'ALARM' ? [active(reading)] : [];
    });
}
const missing = (name) => ({
    code: 'alarm-missing',
    blame: 'you',
    what: `There is no alarm ${name} in this account and region (or it is not visible).`,
    hint: 'Correct the name in `alarms` (capitals count), and allow cloudwatch:DescribeAlarms on it.',
    input: 'alarms',
});
const active = ({ name, reason }) => ({
    code: 'alarm-active',
    blame: 'you',
    what: `The alarm ${name} is in ALARM already${because(reason)}, so nothing is begun: it could not tell a bad version from what is wrong now.`,
    hint: 'Mend what it warns of first. When this very deployment is the cure, leave the alarm out of `alarms` for this run.',
    input: 'alarms',
});
/** An alarm went off: the clause says which and why. `when` goes before it. */
const alarmProblem = (why, when = '') => ({
    code: 'alarm-went-off',
    blame: 'you',
    what: `${when === '' ? capitalised(why) : `${when}, ${why}`}.`,
    hint: 'Look at the metric behind the alarm over the time of the rollout; mend the version and deploy again.',
});
/** `on-inconclusive: fail`: what cannot be told is no success. */
const inconclusiveProblem = (why) => ({
    code: 'inconclusive',
    blame: 'you',
    what: `${capitalised(why)}, and \`on-inconclusive: fail\` takes that for a failure.`,
    hint: 'Let the alarm have data before the rollout ends (more traffic, `treat missing data`), or set `on-inconclusive: warn`.',
    input: 'on-inconclusive',
});
const capitalised = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
//# sourceMappingURL=alarm.js.map

/***/ }),

/***/ 83231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ coupledDatabase),
/* harmony export */   X: () => (/* binding */ isCname)
/* harmony export */ });
const DATABASE = 'aws:rds:dbinstance';
function coupledDatabase(options) {
    const value = (name) => {
        const found = options.find((one) => one.namespace === DATABASE && one.name === name)?.value;
        return found === '' ? undefined : found;
    };
    const coupled = value('HasCoupledDatabase');
    const engine = value('DBEngine');
    const isThere = coupled === undefined ? (engine ?? value('DBInstanceClass')) !== undefined : coupled === 'true';
    if (!isThere)
        return undefined;
    const policy = ['Snapshot', 'Retain'].find((one) => one === value('DBDeletionPolicy'));
    return { ...(engine === undefined ? {} : { engine }), deletionPolicy: policy ?? 'Delete' };
}
/** `shop` and `shop.eu-west-1.elasticbeanstalk.com` both mean an environment's CNAME. */
function isCname(cname, wished) {
    if (cname === undefined)
        return false;
    const [left, right] = [cname.toLowerCase(), wished.toLowerCase()];
    return right.includes('.') ? left === right : left.split('.')[0] === right;
}
//# sourceMappingURL=creation.js.map

/***/ }),

/***/ 26401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./lib/bundle/image-files.js
var image_files = __webpack_require__(38399);
// EXTERNAL MODULE: ./lib/bundle/label.js
var bundle_label = __webpack_require__(95966);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(11591);
;// CONCATENATED MODULE: ./lib/bundle/identity.js

function decideLabel(question) {
    const { label, hash, existing, onConflict, suffixed } = question;
    if (existing === undefined)
        return { kind: 'create' };
    const recorded = (0,bundle_label/* recordedHash */.Dn)(existing);
    if (recorded === hash && whySpent(existing) === undefined)
        return { kind: 'same-content', version: existing };
    const why = conflict(existing, recorded, hash);
    if (suffixed || onConflict === 'fail')
        return { kind: 'refuse', problem: taken(label, why, suffixed) };
    if (onConflict === 'suffix') {
        const next = (0,bundle_label/* withSuffix */.oF)(label, hash);
        return { kind: 'try', label: next, said: `${why} This bundle becomes version ${next}.` };
    }
    if (whySpent(existing) !== undefined)
        return { kind: 'refuse', problem: taken(label, why, suffixed) };
    return {
        kind: 'as-it-is',
        version: existing,
        said: `${why} It is deployed as it is (on-label-conflict: reuse): the bundle of this run is NOT what will run.`,
    };
}
/**
 * A clause when nothing can be deployed under this label any more: a version that failed keeps it until it is deleted, one
 * that was created without being processed is never built, and a build may end without an image.
 */
function whySpent({ status, build, image }) {
    if (status === 'Failed')
        return 'Elastic Beanstalk could not process it';
    if (build === undefined || image !== undefined)
        return undefined;
    if (status === 'Unprocessed')
        return 'its image is never built, because it was created without being processed';
    return status === 'Processed' ? 'its build has ended without an image' : undefined;
}
function conflict(existing, recorded, hash) {
    const there = `Version ${existing.label} exists already`;
    const spent = whySpent(existing);
    if (spent !== undefined)
        return `${there}, and ${spent}.`;
    return recorded === undefined
        ? `${there}, and nothing tells what it holds.`
        : `${there} with other content (${recorded.slice(0, 8)}, this bundle is ${hash.slice(0, 8)}).`;
}
const taken = (label, why, suffixed) => ({
    code: 'version-label-taken',
    blame: 'you',
    what: why,
    hint: suffixed
        ? 'Choose another version-label, or delete that version.'
        : `Choose another version-label than ${label}, or set on-label-conflict: suffix.`,
    input: 'version-label',
});
//# sourceMappingURL=identity.js.map
// EXTERNAL MODULE: ./lib/bundle/make.js + 6 modules
var make = __webpack_require__(447);
// EXTERNAL MODULE: ./lib/domain/image.js
var domain_image = __webpack_require__(26321);
// EXTERNAL MODULE: ./lib/bundle/image.js
var bundle_image = __webpack_require__(55453);
;// CONCATENATED MODULE: ./lib/bundle/registry-image.js
/** A version that names an image in a registry: by the digest that its tag has now, so that it means the same image for ever. */



/** The content of such a version, or why there is none. Asks the registry; changes nothing. */
async function registryImage(source, { comment, commit }, ports, say) {
    const resolved = await (0,bundle_image/* resolveImage */.A)({ ...source, input: 'image-uri' }, ports, say);
    if ('problem' in resolved)
        return resolved;
    const { image } = resolved;
    const uri = (0,domain_image/* imageName */.tO)(image);
    // What a tag means is not known: each run counts as new, so that none is taken for deployed already.
    const hash = image.digest?.slice('sha256:'.length) ?? ports.archives.sha256(`${uri} ${ports.random.uuid()}`);
    return {
        hash,
        create: async (label) => ({
            kind: 'image',
            label,
            uri,
            hash,
            description: (0,bundle_label/* describe */.q0)(comment, commit, hash, 'image'),
        }),
        reuse: async ({ label }) => ({ kind: 'existing', label }),
    };
}
//# sourceMappingURL=registry-image.js.map
;// CONCATENATED MODULE: ./lib/bundle/resolve.js
/** Finds out, before anything is planned, which version is meant: makes and checks the bundle, then looks at what is there. */





const MAKING = { make: make/* makeBundle */.ND, check: make/* checkBundle */.Jp };
/** Uploads nothing and creates no version. Throws `ActionError` when AWS cannot be asked. */
async function resolveVersion(settings, ports, say) {
    const { bundle: source } = settings;
    if (source === undefined)
        return { ok: true };
    if (source.kind === 'existing-version')
        return existingVersion(settings.application, source.label, ports, say);
    if (source.kind === 'registry-image') {
        const resolved = await registryImage(source, settings, ports, say);
        return 'problem' in resolved ? refuse(resolved.problem) : withLabel(settings, resolved, ports, say);
    }
    const to = `${ports.temporary}/beanstalk-rollout-${ports.random.uuid()}.zip`;
    const { making = MAKING } = ports;
    const made = await making.make(source, to, ports, say);
    return made.ok ? withLabel(settings, bundleContent(settings, made.bundle, ports), ports, say) : made;
}
/** The problems that `resolveVersion` would find without making a bundle: for a run that is refused anyway. */
async function versionProblems(settings, ports, say) {
    const { application, bundle: source } = settings;
    if (source === undefined)
        return [];
    if (source.kind === 'registry-image') {
        const resolved = await registryImage(source, settings, ports, say);
        return 'problem' in resolved ? [resolved.problem] : [];
    }
    if (source.kind !== 'existing-version')
        return (ports.making ?? MAKING).check(source, ports, say);
    const found = await existingVersion(application, source.label, ports, say);
    return found.ok ? [] : found.problems;
}
async function existingVersion(application, wished, { beanstalk, store }, say) {
    const label = (0,bundle_label/* existingLabel */.kg)(wished) ?? wished;
    if (label !== wished)
        say(otherLabel(wished, label));
    const existing = await beanstalk.version(application, label);
    if (existing === undefined)
        return refuse(noVersion(application, label));
    const spent = whySpent(existing);
    if (spent !== undefined)
        return refuse(failedVersion(label, spent));
    const isAwaited = existing.status === 'Processing' || existing.status === 'Building';
    // Pods fetch the image, not the bundle that it was built from.
    const needed = existing.image === undefined ? existing.bundle : undefined;
    if (needed !== undefined && (await isGone(needed, store)))
        return refuse(noObject(label));
    return { ok: true, source: { kind: 'existing', label, ...(isAwaited ? { awaited: true } : {}) }, existing };
}
const refuse = (problem) => ({ ok: false, problems: [problem] });
/** A bundle from which an image is built is another content with every other way to build it. */
function bundleContent(settings, made, ports) {
    const { imageBuild } = settings;
    const hash = imageBuild === undefined ? made.hash : ports.archives.sha256(JSON.stringify([made.hash, written(imageBuild)]));
    const bundle = { ...made, hash };
    return {
        hash,
        create: (label) => newVersion(settings, bundle, label, ports),
        reuse: (version) => sameVersion(settings, bundle, version, ports),
    };
}
/** The same settings in another order are the same. */
const written = (build) => Object.entries(build).sort(([one], [other]) => (one < other ? -1 : 1));
async function withLabel(settings, { hash, create, reuse }, ports, say) {
    const wished = settings.versionLabel ?? (0,bundle_label/* defaultLabel */.AB)(settings.commit, hash);
    let label = (0,bundle_label/* acceptableLabel */.Pp)(wished, hash);
    if (label !== wished)
        say(otherLabel(wished, label));
    for (let suffixed = false;; suffixed = true) {
        const existing = await ports.beanstalk.version(settings.application, label);
        const decision = decideLabel({
            label,
            hash,
            existing,
            onConflict: settings.onLabelConflict,
            suffixed,
        });
        switch (decision.kind) {
            case 'create':
                return { ok: true, source: await create(label) };
            case 'same-content':
                return {
                    ok: true,
                    source: await reuse(decision.version),
                    existing: decision.version,
                };
            case 'as-it-is':
                say({ type: 'warning', problem: bundleUnused(decision.said) });
                return existingVersion(settings.application, decision.version.label, ports, say);
            case 'refuse':
                return refuse(decision.problem);
            case 'try':
                say({ type: 'notice', text: decision.said });
                label = decision.label;
        }
    }
}
async function newVersion(settings, bundle, label, ports) {
    const key = (0,bundle_label/* bundleKey */.CK)(settings.application, label, bundle.hash, (0,bundle_label/* extensionOf */.je)(bundle.path));
    const bucket = settings.bucket ?? (settings.dryRun ? undefined : await ports.beanstalk.storageBucket());
    // Asking for the service's bucket would create it where there is none yet: a dry run does not, and shows its pattern.
    const location = { bucket: bucket ?? `elasticbeanstalk-${settings.region}-<account>`, key };
    const object = bucket !== undefined && (await holds(location, bundle, ports.store));
    return sourceOf(settings, bundle, label, location, { object, version: false });
}
/** The version is there; its object may have been removed from the bucket, then it is uploaded to the same place again. */
async function sameVersion(settings, bundle, version, ports) {
    // An image that is built needs its bundle no more.
    if (version.bundle === undefined || version.image !== undefined)
        return { kind: 'existing', label: version.label };
    const object = !(await isGone(version.bundle, ports.store));
    return sourceOf(settings, bundle, version.label, version.bundle, { object, version: true });
}
function sourceOf(settings, bundle, label, location, reuse) {
    const description = (0,bundle_label/* describe */.q0)(settings.comment, settings.commit, bundle.hash);
    const build = settings.imageBuild === undefined ? {} : { build: settings.imageBuild };
    return { kind: 'bundle', label, ...bundle, location, description, ...build, reuse };
}
/** Whether the object is there and says that it is this bundle; an upload finds out the rest. */
async function holds({ bucket, key }, bundle, store) {
    try {
        return (await store.head(bucket, key))?.metadata[bundle_label/* HASH_METADATA */.pn] === bundle.hash;
    }
    catch (error) {
        return orUnknown(error, false);
    }
}
/** `true` only when S3 says so; without the permission to look, the version counts as whole. */
async function isGone({ bucket, key }, store) {
    try {
        return (await store.head(bucket, key)) === undefined;
    }
    catch (error) {
        return orUnknown(error, false);
    }
}
function orUnknown(error, value) {
    if (error instanceof problem/* ActionError */.l && error.problem.code === 'permission-denied')
        return value;
    throw error;
}
const otherLabel = (wished, label) => ({
    type: 'notice',
    text: `Elastic Beanstalk does not take the version label ${wished} as it is; ${label} is used.`,
});
const noVersion = (application, label) => ({
    code: 'version-missing',
    blame: 'you',
    what: `Application ${application} has no version ${label} (or the credentials may not see it).`,
    hint: 'Check version-label; give source-directory or deployment-package-path to create the version in this run.',
    input: 'version-label',
});
const failedVersion = (label, spent) => ({
    code: 'version-failed',
    blame: 'you',
    what: `Version ${label} cannot be deployed: ${spent}.`,
    hint: 'Deploy the bundle under another label; this one is used up until its version is deleted.',
    input: 'version-label',
});
const noObject = (label) => ({
    code: 'object-missing',
    blame: 'you',
    what: `The bundle of version ${label} is not in S3 any more; instances could not fetch it.`,
    hint: 'Give source-directory or deployment-package-path, so that the version is made anew.',
    input: 'version-label',
});
const bundleUnused = (said) => ({
    code: 'bundle-not-used',
    blame: 'you',
    what: said,
    hint: 'Set on-label-conflict: suffix to deploy the bundle of this run.',
    input: 'on-label-conflict',
});
//# sourceMappingURL=resolve.js.map
// EXTERNAL MODULE: ./lib/domain/alarm.js
var alarm = __webpack_require__(79473);
;// CONCATENATED MODULE: ./lib/operations/alarm-steps.js
/** Puts the alarms into a plan: a gate before traffic moves, and a watch while the version is deployed and while it bakes. Pure. */

/**
 * With two sides the alarms of production say nothing of the side that serves nobody: there they are asked right before
 * the swap and from then on. In place they are watched from the moment the deployment begins.
 */
function withAlarms(plan, { watch: alarms, warnings }) {
    if (plan.steps.length === 0)
        return plan;
    if (alarms === undefined)
        return { ...plan, warnings: [...plan.warnings, ...warnings] };
    const moves = plan.steps.some(({ kind }) => kind === 'swap' || kind === 'bake' || kind === 'observe');
    return {
        ...plan,
        steps: plan.steps.flatMap((step, at) => guarded(step, plan.steps[at - 1], alarms, moves)),
        warnings: [...plan.warnings, ...warnings],
    };
}
function guarded(step, before, alarms, moves) {
    switch (step.kind) {
        case 'swap':
            return [{ kind: 'gate', environment: step.from, gate: { kind: 'alarms', alarms } }, step];
        case 'shift':
            return step.before > 0
                ? [step]
                : [{ kind: 'gate', environment: step.stable, gate: { kind: 'alarms', alarms } }, step];
        case 'observe':
        case 'bake':
            return [{ ...step, alarms }];
        case 'settle':
            return !moves && before?.kind === 'update' && before.purpose === 'deploy' ? [{ ...step, alarms }] : [step];
        case 'publish-version':
        case 'update':
        case 'create':
        case 'create-application':
        case 'create-environment':
        case 'terminate':
        case 'run-command':
        case 'gate':
        case 'stop':
        case 'retire':
        case 'restore':
        case 'detach':
        case 'preview':
            return [step];
    }
}
/**
 * What is a cure must not be kept away by what it cures: a rollback, and the rest of a bake that an earlier run has left
 * (`wouldBe` is what the plan would be), go on although an alarm is in ALARM.
 */
function alarmsBefore({ alarms, operation }, readings, wouldBe) {
    if (alarms === undefined)
        return { problems: [], warnings: [] };
    const problems = (0,alarm/* refuseAlarms */.LI)(alarms.names, readings);
    const isActive = (name) => readings.some((one) => one.name === name && one.state === 'ALARM');
    const active = alarms.names.filter(isActive);
    const warnings = readings
        .filter(({ state }) => state === 'INSUFFICIENT_DATA')
        .map(({ name }) => `The alarm ${name} has not enough data at the moment (INSUFFICIENT_DATA): it guards nothing yet.`);
    if (active.length === 0)
        return { problems, watch: alarms, warnings };
    const missing = problems.filter(({ code }) => code !== 'alarm-active');
    if (operation === 'rollback') {
        const names = alarms.names.filter((name) => !isActive(name));
        const said = `In ALARM already, so not watched during this rollback: ${active.join(', ')}.`;
        const watch = names.length === 0 ? {} : { watch: { ...alarms, names } };
        return { problems: missing, ...watch, warnings: [...warnings, said] };
    }
    const planned = wouldBe();
    const bakesOnly = planned.kind === 'plan' && planned.plan.steps[0]?.kind === 'bake';
    return bakesOnly ? { problems: missing, watch: alarms, warnings } : { problems, warnings };
}
//# sourceMappingURL=alarm-steps.js.map
// EXTERNAL MODULE: ./lib/domain/changes.js
var changes = __webpack_require__(88705);
// EXTERNAL MODULE: ./lib/domain/fleet.js
var fleet = __webpack_require__(85360);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
;// CONCATENATED MODULE: ./lib/domain/version-source.js
/** Where the version of a plan comes from: it exists, or it is made from a bundle or an image. */

/** What a plan says of its version: its label, and what its bundle holds, also when nothing of it has to be uploaded again. */
const versionIn = (source) => ({
    versionLabel: source.label,
    ...(source.kind === 'bundle' ? { bundleHash: source.hash } : {}),
});
/** AWS API reference, ImageBuildConfiguration: a build that has not ended by then is stopped; and some minutes to begin. */
function buildTime(source) {
    if (source.kind === 'bundle' && source.build !== undefined)
        return (0,time/* minutes */.Gx)((source.build.timeoutMinutes ?? 60) + 10);
    // Of a build that others have begun nobody knows the limit.
    return source.kind === 'existing' && source.awaited === true ? (0,time/* minutes */.Gx)(70) : 0;
}
//# sourceMappingURL=version-source.js.map
// EXTERNAL MODULE: ./lib/domain/cluster.js
var cluster = __webpack_require__(92466);
// EXTERNAL MODULE: ./lib/domain/environment.js
var environment = __webpack_require__(39505);
// EXTERNAL MODULE: ./lib/domain/json.js
var domain_json = __webpack_require__(77708);
;// CONCATENATED MODULE: ./lib/operations/pod-options.js
/** Options of Cluster environments: what is really different, and variables, which are one option there. Pure. */




/** Lists of subnets are sets, and JSON has no order. */
function sameValue(option, deployed) {
    if (option.value === deployed)
        return true;
    if ((0,changes/* sameKey */.el)(option, cluster/* SUBNETS */.v1))
        return (0,cluster/* subnetSet */.A1)(option.value) === (0,cluster/* subnetSet */.A1)(deployed);
    const json = (0,domain_json/* canonicalJson */.dj)(option.value);
    return json !== undefined && json === (0,domain_json/* canonicalJson */.dj)(deployed);
}
/**
 * `options` with the variables merged into `env-variables`: over those that are given there, or else over those that the
 * environment has.
 */
function withVariables({ options, environmentVariables: { set, remove } }, deployed) {
    if (Object.keys(set).length + remove.length === 0)
        return options;
    const before = (0,cluster/* variablesIn */.DF)([...options, ...deployed]) ?? {};
    const merged = Object.entries({ ...before, ...set }).filter(([name]) => !remove.includes(name));
    return [
        ...options.filter((one) => !(0,changes/* sameKey */.el)(one, cluster/* ENVIRONMENT_VARIABLES */.es)),
        { ...cluster/* ENVIRONMENT_VARIABLES */.es, value: JSON.stringify(Object.fromEntries(merged)) },
    ];
}
/** Those that do not have their value yet. */
const differingPods = (wished, deployed) => wished.filter((one) => {
    const value = (0,environment/* optionValue */.TN)(deployed, one.namespace, one.name);
    // Nothing is shown where the default rules; an empty object is no variable.
    if (value === undefined)
        return !((0,changes/* sameKey */.el)(one, cluster/* ENVIRONMENT_VARIABLES */.es) && one.value === '{}');
    return !sameValue(one, value);
});
//# sourceMappingURL=pod-options.js.map
;// CONCATENATED MODULE: ./lib/operations/cluster-creation.js
/** What is particular to the creation of a Cluster environment: three roles, subnets, the cluster that they lead to. Pure. */





/** The first environment on a set of subnets brings its cluster along: 15 to 20 minutes (AWS guide); later ones take minutes. */
const FIRST_CREATION = (0,time/* minutes */.Gx)(18);
const LATER_CREATION = (0,time/* minutes */.Gx)(6);
/** What AWS's own action allows for either. */
const LONGEST_CLUSTER_CREATION = (0,time/* minutes */.Gx)(40);
const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const SUBNET_LIST = /^subnet-[0-9a-f]+(,subnet-[0-9a-f]+)*$/;
const you = (problem) => ({
    ...problem,
    blame: 'you',
    input: 'option-settings',
});
/** `option-settings` and what is weaker, with the variables among them. */
function clusterOptionsOf(settings, weaker) {
    const options = [
        ...weaker.filter((one) => !settings.options.some((other) => (0,changes/* sameKey */.el)(one, other))),
        ...settings.options,
    ];
    return withVariables({ ...settings, options }, []);
}
const givenValue = ({ settings, wish }, { namespace, name }) => {
    const value = (0,environment/* optionValue */.TN)(clusterOptionsOf(settings, wish.options ?? []), namespace, name)?.trim();
    return value === '' ? undefined : value;
};
/** Everything that can be known beforehand; whether a role exists is not among it. */
function clusterCreationProblems(request) {
    return [...missingRoles(request), ...strangeRoles(request), ...strangeSubnets(request), ...otherRoles(request)];
}
const shown = ({ namespace, name }) => `${name} (${namespace})`;
function missingRoles(request) {
    const missing = cluster/* CLUSTER_ROLES */.Tu.filter((key) => givenValue(request, key) === undefined);
    if (missing.length === 0)
        return [];
    return [
        you({
            code: 'creation-without-roles',
            what: `${request.settings.environmentName} cannot be created on a cluster without ${missing.map(shown).join(' and ')}.`,
            hint: 'Set the ARNs of all three roles in `option-settings`; usual names are aws-elasticbeanstalk-eks-cluster-role, -eks-node-role and -eks-observability-role under the path /service-role/.',
        }),
    ];
}
/** A wrong path is accepted by the API and fails minutes later (AWS guide); what is no ARN at all shows at once. */
function strangeRoles(request) {
    return cluster/* CLUSTER_ROLES */.Tu.flatMap((key) => {
        const value = givenValue(request, key);
        if (value === undefined || ROLE.test(value))
            return [];
        return [
            you({
                code: 'cluster-setting-wrong',
                what: `${shown(key)} is "${value}", which is not the ARN of a role.`,
                hint: 'Write it as arn:aws:iam::123456789012:role/service-role/aws-elasticbeanstalk-eks-…, with its path.',
            }),
        ];
    });
}
function strangeSubnets(request) {
    const value = givenValue(request, cluster/* SUBNETS */.v1);
    if (value === undefined || SUBNET_LIST.test((0,cluster/* subnetSet */.A1)(value)))
        return [];
    return [
        you({
            code: 'cluster-setting-wrong',
            what: `${shown(cluster/* SUBNETS */.v1)} is "${value}", which is no list of subnets.`,
            hint: 'Write their ids with commas between them: subnet-0123456789abcdef0,subnet-….',
        }),
    ];
}
/** Whoever has the same set of subnets is on the same cluster, and the service rejects other roles there. */
function neighboursOf(request) {
    const { model } = request.facts;
    if (model?.kind !== 'cluster')
        return [];
    const wished = (0,cluster/* subnetSet */.A1)(givenValue(request, cluster/* SUBNETS */.v1));
    return model.neighbours.filter(({ options }) => (0,cluster/* subnetSet */.A1)((0,environment/* optionValue */.TN)(options, cluster/* SUBNETS */.v1.namespace, cluster/* SUBNETS */.v1.name)) === wished);
}
function otherRoles(request) {
    return neighboursOf(request)
        .slice(0, 1)
        .flatMap(({ name, options }) => {
        const others = cluster/* CLUSTER_ROLES */.Tu.flatMap((key) => {
            const [own, theirs] = [givenValue(request, key), (0,environment/* optionValue */.TN)(options, key.namespace, key.name)];
            const differs = own !== undefined && theirs !== undefined && theirs !== '' && own !== theirs;
            return differs ? [`${key.name} is ${own}, there it is ${theirs}`] : [];
        });
        if (others.length === 0)
            return [];
        return [
            you({
                code: 'cluster-roles-differ',
                what: `${request.settings.environmentName} would be on the cluster of ${name}, because both have the same subnets, but not with its roles: ${others.join('; ')}.`,
                hint: 'Take the same three roles, or other subnets, which lead to another cluster.',
            }),
        ];
    });
}
/** Sentences to read before it starts. */
function clusterCreationWarnings(request) {
    const { settings, wish } = request;
    const isFirst = neighboursOf(request).length === 0;
    const shape = (0,cluster/* podShape */.jN)(clusterOptionsOf(settings, wish.options ?? []));
    return [
        isFirst
            ? 'No other environment with these subnets can be seen, so a cluster (Amazon EKS) is created with it: 15 to 20 minutes, and a price by the hour until up to three hours after its last environment is terminated.'
            : 'It shares the cluster of the other environments with these subnets.',
        ...(givenValue(request, cluster/* SUBNETS */.v1) === undefined
            ? ['Without `subnets` it gets the public subnets of the default VPC.']
            : []),
        'Subnets and roles cannot be changed later. Whether the roles exist, under this path, and trust the right services is not checked: the service finds out minutes later.',
        ...(0,cluster/* weakProof */.DV)(shape),
    ];
}
const usualClusterCreation = (request) => neighboursOf(request).length === 0 ? FIRST_CREATION : LATER_CREATION;
/** There are no instances that could prove anything. */
function clusterExpectation({ settings, wish, }) {
    const shape = (0,cluster/* podShape */.jN)(clusterOptionsOf(settings, wish.options ?? []));
    const pods = { readinessProbe: shape.hasReadinessProbe, loadBalancer: shape.hasLoadBalancer };
    return { enhancedHealth: false, instances: 0, pods };
}
/** Pods that are there at least. */
const fewestPods = ({ settings, wish }) => (0,cluster/* podShape */.jN)(clusterOptionsOf(settings, wish.options ?? [])).minReplicas;
//# sourceMappingURL=cluster-creation.js.map
;// CONCATENATED MODULE: ./lib/operations/command-steps.js
/** Where the user's commands on an instance stand among the steps of a strategy. Pure: the strategies know nothing of them. */


/** Besides its own time: until the agent of a new instance is known, the script is delivered, and its end is told. */
const OVERHEAD = (0,time/* minutes */.Gx)(8);
/** The steps with the commands among them. Steps that deploy nothing (the rest of an earlier run) stay as they are. */
function withCommands(steps, commands) {
    if (commands === undefined)
        return steps;
    return withPostDeploy(withPreTraffic(steps, commands), commands);
}
/**
 * As soon as the new side is proven, before anybody asks it: the checks that follow then see what the command has done.
 * Also when the version was there already: an earlier run may have failed at this very command.
 */
function withPreTraffic(steps, { preTraffic, timeout }) {
    const proof = steps.findIndex((step) => step.kind === 'gate' && step.gate.kind === 'proven');
    const gate = steps[proof];
    if (preTraffic === undefined || gate?.kind !== 'gate' || gate.gate.kind !== 'proven')
        return steps;
    const { versionLabel } = gate.gate.proof;
    const { environment } = gate;
    const step = {
        kind: 'run-command',
        environment,
        input: 'pre-traffic-command',
        command: preTraffic,
        timeout,
        versionLabel,
    };
    return [...steps.slice(0, proof + 1), step, ...steps.slice(proof + 1)];
}
/** With two sides after the swap and the question to production, before the bake; in place after the deployment is proven. */
function withPostDeploy(steps, { atCreation, postDeploy, timeout }) {
    const creates = steps.some((step) => step.kind === 'create-environment');
    const place = placeAfter(steps);
    if (place === undefined)
        return steps;
    const { at, environment, versionLabel } = place;
    const wished = [
        ...(creates && atCreation !== undefined ? [['preview-first-command', atCreation]] : []),
        ...(postDeploy === undefined ? [] : [['post-deploy-command', postDeploy]]),
    ];
    const commands = wished.map(([input, command]) => ({
        kind: 'run-command',
        environment,
        input,
        command,
        timeout,
        ...(versionLabel === undefined ? {} : { versionLabel }),
    }));
    return [...steps.slice(0, at), ...commands, ...steps.slice(at)];
}
function placeAfter(steps) {
    const swapped = steps.findIndex((step) => step.kind === 'swap');
    const swap = steps[swapped];
    if (swap?.kind === 'swap') {
        const isAsked = steps[swapped + 1]?.kind === 'gate';
        return {
            at: swapped + (isAsked ? 2 : 1),
            environment: swap.to,
            versionLabel: swap.proof?.versionLabel,
        };
    }
    const full = steps.findIndex((step) => step.kind === 'shift' && step.weight === 100);
    const shift = steps[full];
    if (shift?.kind === 'shift') {
        const proof = steps.flatMap((one) => one.kind === 'gate' && one.gate.kind === 'proven' ? [one.gate.proof] : [])[0];
        return { at: full + 1, environment: shift.canary, versionLabel: proof?.versionLabel };
    }
    // Only prepared: traffic moves in another run.
    if (steps.some((step) => step.kind === 'gate'))
        return undefined;
    const deployed = steps.findIndex((step) => (step.kind === 'update' && step.purpose === 'deploy') ||
        step.kind === 'create' ||
        step.kind === 'create-environment');
    const settle = steps[deployed + 1];
    if (deployed < 0 || settle?.kind !== 'settle')
        return undefined;
    return { at: deployed + 2, environment: settle.environment, versionLabel: settle.expects.versionLabel };
}
/** What the commands add to the time that a rollout may take. */
function commandTime(steps) {
    return steps.reduce((sum, step) => sum + (step.kind === 'run-command' ? step.timeout + OVERHEAD : 0), 0);
}
/** Why commands cannot be run on this environment. */
function commandProblems({ commands }, target) {
    const input = commands?.preTraffic === undefined ? 'post-deploy-command' : 'pre-traffic-command';
    if (commands?.preTraffic === undefined && commands?.postDeploy === undefined)
        return [];
    const { name, solutionStack, platformArn } = target.environment;
    const platform = solutionStack ?? platformArn ?? '';
    const why = /windows/i.test(platform)
        ? `${name} runs on Windows, and commands are shell scripts`
        : (0,fleet/* fleetOf */.aP)(target).cluster
            ? `${name} is a Cluster environment, which has no instances that a command could run on`
            : undefined;
    if (why === undefined)
        return [];
    return [
        {
            code: 'command-not-possible',
            blame: 'you',
            what: `\`${input}\` is not possible: ${why}.`,
            hint: 'Remove it.',
            input,
        },
    ];
}
//# sourceMappingURL=command-steps.js.map
// EXTERNAL MODULE: ./lib/domain/creation.js
var creation = __webpack_require__(83231);
;// CONCATENATED MODULE: ./lib/operations/invalid-options.js
const named = ({ namespace, name }) => name === undefined ? '' : `${namespace === undefined ? '' : `${namespace}:`}${name}: `;
const refuseInvalidOptions = (messages) => messages
    .filter(({ severity }) => severity === 'error')
    .map((one) => (FIXED.test(one.message) ? fixed(one) : invalid(one)));
/** The exact words of the AWS guide, about an environment that exists. */
const FIXED = /Changes to EKS cluster configuration \(subnets and IAM roles\)/i;
const fixed = (one) => ({
    code: 'cluster-setting-fixed',
    blame: 'you',
    what: `Elastic Beanstalk does not accept an option: ${named(one)}${one.message}`,
    hint: 'Take the subnets and roles that it has, or create a new environment with others and swap the CNAMEs.',
    input: 'option-settings',
});
const invalid = (one) => ({
    code: 'invalid-option',
    blame: 'you',
    what: `Elastic Beanstalk does not accept an option: ${named(one)}${one.message}`,
    hint: 'Correct it in `option-settings` or `environment-variables`; names and values are in the AWS guide, "General options for all environments".',
    input: 'option-settings',
});
const warnOfOptions = (messages) => messages.filter(({ severity }) => severity === 'warning').map((one) => `${named(one)}${one.message}`);
//# sourceMappingURL=invalid-options.js.map
;// CONCATENATED MODULE: ./lib/operations/creation-problems.js




const INSTANCE_PROFILE = { namespace: 'aws:autoscaling:launchconfiguration', name: 'IamInstanceProfile' };
const SERVICE_ROLE = { namespace: 'aws:elasticbeanstalk:environment', name: 'ServiceRole' };
function creationProblems(request) {
    const { settings, facts, wish, version, validation = [] } = request;
    return [
        ...refuseWithoutVersion(settings, version),
        ...refuseTaken(wish, facts),
        ...refuseModel(settings, wish, facts.model),
        ...(wish.tier === 'Cluster' ? clusterCreationProblems(request) : refuseWithoutRoles(request)),
        ...refuseInvalidOptions(validation),
    ];
}
/** The value that the new environment will have, as far as it is told: ours first, then the model's. */
function plannedValue({ settings, wish, facts: { model } }, { namespace, name }) {
    const inherited = model === undefined ? [] : inheritedOptions(model);
    const given = (0,environment/* optionValue */.TN)(settings.options, namespace, name) ?? (0,environment/* optionValue */.TN)(wish.options ?? [], namespace, name);
    const value = given ?? (0,environment/* optionValue */.TN)(inherited, namespace, name);
    return value === '' ? undefined : value;
}
function inheritedOptions(model) {
    switch (model.kind) {
        case 'template':
            return model.options ?? [];
        case 'environment':
            return model.found?.options ?? [];
        case 'stack':
        case 'platform':
        case 'branch':
        case 'cluster':
            return [];
    }
}
const creation_problems_you = (problem) => ({ ...problem, blame: 'you' });
function refuseWithoutVersion({ environmentName }, version) {
    if (version !== undefined)
        return [];
    return [
        creation_problems_you({
            code: 'creation-without-version',
            input: 'version-source',
            what: `${environmentName} does not exist, and without a version it would be created with AWS's sample application.`,
            hint: 'Give a bundle or a `version-label`, or create the environment first.',
        }),
    ];
}
function refuseTaken({ cnamePrefix }, { cnameFree }) {
    if (cnamePrefix === undefined || cnameFree !== false)
        return [];
    return [
        creation_problems_you({
            code: 'cname-taken',
            input: 'cname-prefix',
            what: `The CNAME prefix ${cnamePrefix} is taken in this region, so the environment could not be created with it.`,
            hint: 'Prefixes are unique over all accounts. If it is your environment that holds it, this environment may exist under another name; else choose another prefix.',
        }),
    ];
}
function refuseModel(settings, wish, model) {
    const { application, environmentName } = settings;
    if (model === undefined) {
        return [
            creation_problems_you({
                code: 'creation-without-source',
                input: 'create-environment-if-not-exists',
                what: `${environmentName} does not exist, and nothing says what to create it from.`,
                hint: 'Give one of `platform-branch`, `solution-stack-name`, `platform-arn`, `template-name` or `template-environment`.',
            }),
        ];
    }
    switch (model.kind) {
        case 'stack':
        case 'platform':
        case 'cluster':
            return [];
        case 'branch':
            return model.branch?.newest === undefined ? [noBranch(model)] : [];
        case 'template':
            return model.options === undefined
                ? [
                    creation_problems_you({
                        code: 'template-missing',
                        input: 'template-name',
                        what: `The application ${application} has no saved configuration ${model.name}.`,
                        hint: 'Correct `template-name`; saved configurations belong to one application.',
                    }),
                ]
                : refuseDatabase(wish, model.name, model.options, 'template-name');
        case 'environment':
            return refuseModelEnvironment(application, wish, model);
    }
}
const noBranch = ({ name, branch }) => creation_problems_you({
    code: 'platform-branch-missing',
    input: 'platform-branch',
    what: branch === undefined
        ? `There is no platform branch "${name}" in this region.`
        : `The platform branch "${name}" has no version that can be used.`,
    hint: 'Names are like "Node.js 24 running on 64bit Amazon Linux 2023"; `aws elasticbeanstalk list-platform-branches` lists them.',
});
function refuseModelEnvironment(application, wish, { name, found }) {
    const problem = (what, hint) => creation_problems_you({ code: 'template-environment-unusable', input: 'template-environment', what: what, hint: hint });
    if (found === undefined) {
        return [
            problem(`The application ${application} shows no environment ${name} that could be copied.`, 'Correct `template-environment`, or allow elasticbeanstalk:DescribeEnvironments for it.'),
        ];
    }
    const { environment, options } = found;
    if (environment.status === 'Terminating' || environment.status === 'Terminated') {
        return [problem(`${name} is ${environment.status}, so its settings cannot be copied.`, 'Name another one.')];
    }
    const { tier } = wish;
    if (environment.tier !== tier) {
        return [
            problem(`${name} is a ${environment.tier} environment, and \`environment-tier\` is ${tier}.`, 'Set `environment-tier` to the tier of the environment that is copied.'),
        ];
    }
    return refuseDatabase(wish, name, options, 'template-environment');
}
/** A saved configuration may be meant to bring a database, but never one that goes again with a pull request. */
function refuseDatabase({ allowEmptyDatabase, isPreview }, name, options, input) {
    const database = (0,creation/* coupledDatabase */.I)(options);
    if (database === undefined || allowEmptyDatabase)
        return [];
    if (input === 'template-name' && isPreview !== true)
        return [];
    return [
        creation_problems_you({
            code: 'coupled-database',
            input,
            what: `${name} has a database of its own${database.engine === undefined ? '' : ` (${database.engine})`}: the new environment would get another, empty one, not this one.`,
            hint: 'Decouple the database first (AWS guide, "Adding a database to your environment"), or set `allow-empty-database: true`.',
        }),
    ];
}
/** Without an instance profile the service ends the creation at once and throws the environment away. */
function refuseWithoutRoles(request) {
    const { model } = request.facts;
    const isUnknown = (model?.kind === 'template' && model.options === undefined) ||
        (model?.kind === 'environment' && model.found === undefined);
    if (isUnknown)
        return [];
    const missing = [INSTANCE_PROFILE, SERVICE_ROLE].filter((key) => plannedValue(request, key) === undefined);
    if (missing.length === 0)
        return misshapenRoles(request);
    const names = missing.map(({ namespace, name }) => `${name} (${namespace})`).join(' and ');
    return [
        creation_problems_you({
            code: 'creation-without-roles',
            input: 'option-settings',
            what: `${request.settings.environmentName} cannot be created without ${names}.`,
            hint: 'Set them in `option-settings`; usual names are aws-elasticbeanstalk-ec2-role and aws-elasticbeanstalk-service-role.',
        }),
    ];
}
/** Names of IAM, or ARNs of the right kind (IAM user guide, "IAM identifiers"). Whether they exist only IAM could tell. */
const SHAPES = [
    {
        key: INSTANCE_PROFILE,
        kind: 'an instance profile',
        shape: /^(arn:aws[\w-]*:iam::\d{12}:instance-profile\/)?[\w+=,.@/-]+$/,
    },
    { key: SERVICE_ROLE, kind: 'a role', shape: /^(arn:aws[\w-]*:iam::\d{12}:role\/)?[\w+=,.@/-]+$/ },
];
function misshapenRoles(request) {
    return SHAPES.filter(({ key, shape }) => !shape.test(plannedValue(request, key) ?? '')).map(({ key, kind }) => creation_problems_you({
        code: 'creation-role-unusable',
        input: 'option-settings',
        what: `${key.name} (${key.namespace}) is neither the name nor the ARN of ${kind}.`,
        hint: 'Give its name, or its ARN: that of an instance profile has `:instance-profile/` in it, that of a role `:role/`.',
    }));
}
//# sourceMappingURL=creation-problems.js.map
;// CONCATENATED MODULE: ./lib/operations/create-environment.js
/** The plan for an environment that does not exist yet: its application, the version, the creation, and the proof. */








/** Public logs: three to eight minutes behind a load balancer. */
const USUAL_CREATION = (0,time/* minutes */.Gx)(5);
/** Four resources that wait for each other, and a deployment command of up to an hour on the instances. */
const LONGEST_CREATION = (0,time/* minutes */.Gx)(60);
function planCreation(request) {
    const { settings, facts, version } = request;
    const problems = creationProblems(request);
    const base = facts.model === undefined ? undefined : baseOf(facts.model);
    if (problems.length > 0 || base === undefined || version === undefined)
        return { kind: 'refused', problems };
    const environment = { id: '', name: settings.environmentName };
    const steps = withCommands(stepsOf(request, environment, base, version), settings.commands);
    return {
        kind: 'plan',
        plan: {
            operation: 'deploy',
            strategy: 'create',
            environment,
            application: settings.application,
            ...versionIn(version),
            steps,
            forecast: forecastOf(request),
            comparison: [],
            warnings: warningsOf(request),
            timeout: settings.timeout ?? longest(request, version) + commandTime(steps),
        },
    };
}
function longest({ settings, wish }, version) {
    const creation = wish.tier === 'Cluster' ? LONGEST_CLUSTER_CREATION : LONGEST_CREATION;
    return creation + settings.healthGrace + settings.stableFor + uploadTime(version) + buildTime(version);
}
const usual = (request) => request.wish.tier === 'Cluster' ? usualClusterCreation(request) : USUAL_CREATION;
function stepsOf(request, environment, base, version) {
    const { settings, wish, facts } = request;
    const { application } = settings;
    const isOnCluster = wish.tier === 'Cluster';
    return [
        ...(facts.applicationExists ? [] : [{ kind: 'create-application', application }]),
        { kind: 'publish-version', application, source: version },
        {
            kind: 'create-environment',
            environment,
            base,
            ...(wish.cnamePrefix === undefined ? {} : { cnamePrefix: wish.cnamePrefix }),
            tier: wish.tier,
            tags: wish.tags,
            versionLabel: version.label,
            options: isOnCluster
                ? clusterOptionsOf(settings, wish.options ?? [])
                : wishedOptions(settings, wish.options ?? []),
            removeOptions: isOnCluster
                ? []
                : settings.environmentVariables.remove.map((name) => ({ namespace: fleet/* PROPERTIES_NAMESPACE */.G2, name })),
        },
        {
            kind: 'settle',
            environment,
            expects: {
                versionLabel: version.label,
                // A new environment shows its version whether it came up or not: the label alone proves nothing.
                previousVersionLabel: version.label,
                options: [],
                removedOptions: [],
                ...(isOnCluster ? clusterExpectation(request) : instancesOf(request)),
                raisesDeploymentId: true,
            },
            expectedDuration: usual(request),
        },
    ];
}
/** Whether there is enhanced health shows when instances are asked. */
function instancesOf(request) {
    const instances = Number(plannedValue(request, { namespace: 'aws:autoscaling:asg', name: 'MinSize' }) ?? 1);
    return { enhancedHealth: true, instances: Number.isInteger(instances) && instances >= 0 ? instances : 1 };
}
/** All that it gets beside what it is made from; of two values for one option that of the run counts. */
function wishedOptions({ options, environmentVariables }, weaker) {
    const variables = Object.entries(environmentVariables.set).map(([name, value]) => ({
        namespace: fleet/* PROPERTIES_NAMESPACE */.G2,
        name,
        value,
    }));
    return [...weaker.filter((one) => !options.some((other) => (0,changes/* sameKey */.el)(one, other))), ...options, ...variables];
}
function baseOf(model) {
    switch (model.kind) {
        case 'cluster':
            return { kind: 'cluster' };
        case 'stack':
            return { kind: 'stack', solutionStack: model.solutionStack };
        case 'platform':
            return { kind: 'platform', arn: model.arn };
        case 'branch':
            return model.branch?.newest === undefined ? undefined : { kind: 'platform', arn: model.branch.newest.arn };
        case 'template':
            return model.options === undefined ? undefined : { kind: 'template', name: model.name };
        case 'environment': {
            const { found } = model;
            return found === undefined
                ? undefined
                : { kind: 'environment', environment: { id: found.environment.id, name: model.name } };
        }
    }
}
function warningsOf(request) {
    const { settings, wish, facts } = request;
    const { model } = facts;
    const found = [
        `${settings.environmentName} does not exist and will be created.`,
        ...warnOfOptions(request.validation ?? []),
    ];
    if (model?.kind === 'branch')
        found.push(...branchWarnings(model.name, model.branch?.lifecycle));
    if (model?.kind === 'environment') {
        found.push(`The settings of ${model.name} are copied; its name, CNAME, version, tags, database, and whatever was changed outside of Elastic Beanstalk are not.`);
    }
    if (wish.tier === 'Cluster')
        found.push(...clusterCreationWarnings(request));
    else if (plannedValue(request, { namespace: fleet/* HEALTH_NAMESPACE */.xj, name: 'SystemType' }) !== 'enhanced') {
        found.push('Enhanced health is not asked for (`SystemType: enhanced`): without it no instance says what it runs, and the proof is weaker.');
    }
    if (wish.cnamePrefix === undefined && wish.tier !== 'Worker') {
        found.push('Without `cname-prefix` Elastic Beanstalk makes the host name up.');
    }
    return found;
}
function branchWarnings(name, lifecycle) {
    switch (lifecycle) {
        case 'retired':
            return [`The platform branch "${name}" is retired: it gets no updates any more, not even for security.`];
        case 'deprecated':
            return [`The platform branch "${name}" is deprecated and will be retired.`];
        case 'beta':
            return [`The platform branch "${name}" is a beta, which is not meant for production.`];
    }
    return [];
}
function uploadTime(version) {
    return version.kind === 'bundle' && !version.reuse.object
        ? (0,time/* minutes */.Gx)(5) + (0,time/* seconds */.YA)(Math.ceil(version.bytes / 500_000))
        : 0;
}
function forecastOf(request) {
    const isOnCluster = request.wish.tier === 'Cluster';
    const instances = isOnCluster ? fewestPods(request) : instancesOf(request).instances || 1;
    return {
        strategy: 'create',
        duration: usual(request),
        durationBasis: 'estimated',
        lowestCapacity: 0,
        capacity: instances,
        extraInstances: instances,
        extraInstanceHours: 0,
        downtime: 'none',
        versionsSideBySide: false,
        wayBack: 'there was nothing before: a failed creation stays for a look, and `operation: terminate` removes it',
        refusals: [],
    };
}
//# sourceMappingURL=create-environment.js.map
// EXTERNAL MODULE: ./lib/domain/accepted-health.js
var accepted_health = __webpack_require__(16046);
// EXTERNAL MODULE: ./lib/domain/standing.js
var standing = __webpack_require__(86634);
;// CONCATENATED MODULE: ./lib/operations/unchanged.js
/** When there is nothing to do: proven by what every instance says, not by the environment's label alone. */


/** `undefined` when the rollout has to take place. "Cannot tell" means that it has to. */
function whyUnchanged(change, settings, target, running) {
    if (change.options.length + change.removeOptions.length > 0)
        return undefined;
    const { version } = change;
    // Settings are the environment's: no instance is asked for them.
    if (version === undefined)
        return { reason: 'every option and variable has its value already', proof: 'environment' };
    // A bundle that has yet to become a version cannot be running; one whose object is gone has to be uploaded again.
    if (version.kind !== 'existing' && !(version.kind === 'bundle' && version.reuse.version && version.reuse.object)) {
        return undefined;
    }
    const { environment, instances, draft } = target;
    if (environment.versionLabel !== version.label || environment.status !== 'Ready')
        return undefined;
    if (draft !== undefined || !accepts(settings.acceptHealth, target, version.label))
        return undefined;
    if (environment.tier === 'Cluster')
        return unchangedPods(version.label, running);
    const reports = instances?.instances ?? [];
    const ids = new Set(reports.map((one) => one.deployment?.id));
    const everywhere = reports.every(({ deployment }) => deployment?.versionLabel === version.label && deployment.status === 'Deployed');
    if (reports.length === 0 || !everywhere || ids.size !== 1)
        return undefined;
    const all = reports.length === 1 ? 'the only instance runs' : `all ${reports.length} instances run`;
    const health = environment.healthStatus === undefined ? '' : `, health is ${environment.healthStatus}`;
    return { reason: `${all} ${version.label} already${health}, and no option differs`, proof: 'instances' };
}
/** No pod can be asked: the label has to do, and only an image that is named by its digest is the same for ever. */
function unchangedPods(label, running) {
    if (running?.label !== label || running.image?.includes('@sha256:') !== true)
        return undefined;
    return {
        reason: `the environment is Ready on ${label} already, whose image is named by its digest, and no option differs`,
        proof: 'environment',
    };
}
function accepts(accepted, target, label) {
    const { environment, former } = target;
    // Nothing is worse than itself; a run that was not proven may have made it worse.
    if (accepted.kind === 'not-worse' && former === undefined)
        return true;
    const before = (0,standing/* standingBefore */.ME)(target, label);
    return (0,accepted_health/* tasteOfHealth */.xn)((0,accepted_health/* acceptedOn */.$5)(environment.tier, accepted), (0,accepted_health/* healthIn */.YN)(environment), before) === 'good';
}
//# sourceMappingURL=unchanged.js.map
;// CONCATENATED MODULE: ./lib/operations/deploy.js
/** `deploy`: a version, options and variables for an environment that exists, planned from what is there. */









/** What is different afterwards: only options that do not have their value, and only removals of what is there. */
function deployChange({ settings, snapshot, version }) {
    const deployed = snapshot.target.settings.options;
    if ((0,cluster/* isCluster */.JU)(snapshot.target)) {
        return changeOf(settings, version, differingPods(withVariables(settings, deployed), deployed), []);
    }
    const property = (name) => ({ namespace: fleet/* PROPERTIES_NAMESPACE */.G2, name });
    const variables = Object.entries(settings.environmentVariables.set).map(([name, value]) => ({
        ...property(name),
        value,
    }));
    return changeOf(settings, version, (0,changes/* differing */.R1)([...settings.options, ...variables], deployed), (0,changes/* present */.Eb)(settings.environmentVariables.remove.map(property), deployed));
}
function changeOf(settings, version, options, removeOptions) {
    return {
        application: settings.application,
        ...(version === undefined ? {} : { version }),
        options,
        removeOptions,
        restorePolicy: settings.restorePolicy,
        ...(settings.operation === 'prepare' || settings.operation === 'promote' ? { phase: settings.operation } : {}),
        ...(settings.operation === 'rollback' ? { isReturn: true } : {}),
    };
}
function planDeploy(request) {
    const { settings, snapshot, version } = request;
    const { target } = snapshot;
    const { strategy } = settings;
    const change = deployChange(request);
    const problems = refuseDeploy(request);
    const comparison = compare(settings, change, snapshot);
    if (problems.length > 0)
        return { kind: 'refused', problems, comparison };
    const settled = whyUnchanged(change, settings, target, snapshot.previousVersion);
    const rest = settled === undefined || settings.operation === 'prepare'
        ? []
        : (strategy.finish?.(change, target, snapshot.takenAt) ?? []);
    const unchanged = rest.length > 0 ? undefined : settled;
    const steps = unchanged === undefined ? withCommands(strategy.steps(change, target), settings.commands) : [];
    const { environment } = target;
    return {
        kind: 'plan',
        plan: {
            operation: settings.operation,
            strategy: strategy.name,
            environment: { id: environment.id, name: environment.name },
            application: settings.application,
            ...(version === undefined ? {} : versionIn(version)),
            steps: rest.length > 0 ? rest : steps,
            forecast: strategy.forecast(change, target),
            comparison,
            warnings: unchanged === undefined ? deploy_warningsOf(request, change) : [...withoutCommands(settings), ...target.blindSpots],
            timeout: settings.timeout ?? timeoutOf(settings, change, snapshot) + commandTime(steps),
            ...(unchanged === undefined ? {} : { unchanged: unchanged.reason, unchangedProof: unchanged.proof }),
        },
    };
}
/** Every reason against a deployment that can be told without its bundle. */
function refuseDeploy({ settings, snapshot, validation }) {
    return [
        ...settings.strategy.refuses(snapshot.target),
        ...commandProblems(settings, snapshot.target),
        ...refusePlatformMove(settings, snapshot),
        ...refuseInvalidOptions(validation),
    ];
}
function compare({ strategy, allStrategies }, change, { target }) {
    // What only Kubernetes knows is no choice for an environment of instances.
    const isStrange = (one) => one.name !== strategy.name && one.refuses(target).some(({ code }) => code === 'strategy-needs-cluster-environment');
    // The caller's own one may be configured in more detail than the list.
    return allStrategies()
        .filter((one) => !isStrange(one))
        .map((one) => (one.name === strategy.name ? strategy : one).forecast(change, target));
}
/** One deadline: what the service may take, the wait for health behind it, and the upload before it. */
function timeoutOf(settings, change, { target }) {
    const { version } = change;
    const upload = version?.kind === 'bundle' && !version.reuse.object
        ? // Half a megabyte a second is slow for a runner; the rest is for connections that have to be made again.
            (0,time/* minutes */.Gx)(5) + (0,time/* seconds */.YA)(Math.ceil(version.bytes / 500_000))
        : 0;
    const building = version === undefined ? 0 : buildTime(version);
    return settings.strategy.deadline(change, target) + settings.healthGrace + settings.stableFor + upload + building;
}
const withoutCommands = ({ commands }) => commands === undefined ? [] : ['Nothing is deployed, so no command is run on an instance.'];
function deploy_warningsOf({ settings, snapshot, validation }, change) {
    const { target } = snapshot;
    const draft = target.draft?.deploymentStatus;
    return [
        ...movingStates(target, settings.onBusy),
        ...settings.strategy.warns(change, target),
        ...warnOfOptions(validation),
        ...(draft === 'failed'
            ? ['A configuration change failed earlier, and the environment still shows its draft.']
            : []),
        ...((0,fleet/* fleetOf */.aP)(target).enhancedHealth || (0,fleet/* fleetOf */.aP)(target).cluster
            ? []
            : ['With basic health no instance says what it runs: the proof can only be the state of the environment.']),
        ...(settings.acceptHealth.kind === 'any'
            ? ['Health is shown, not judged (`wait-for-environment-recovery: false`).']
            : []),
        ...target.blindSpots,
    ];
}
/** Only a dry run plans at once; a real one looks again when the environment that it changes is Ready (`settled-state.ts`). */
function movingStates({ environment, pair }, onBusy) {
    const changed = pair === undefined ? environment : pair.idle?.environment;
    const serving = pair === undefined ? undefined : environment;
    const real = onBusy === 'fail' ? 'a real run is refused until it is Ready' : 'a real run waits until it is Ready and plans then';
    return [
        ...(changed === undefined || changed.status === 'Ready'
            ? []
            : [
                `${changed.name} is ${changed.status}: this plan looks at a moving state (capacity, version and options may change under it); ${real}.`,
            ]),
        ...(serving === undefined || serving.status === 'Ready'
            ? []
            : [
                `${serving.name}, which serves now, is ${serving.status}: somebody else is changing it. This run does not, but what a way back leads to may be another version than now.`,
            ]),
    ];
}
/** AWS's own action moves the platform when it differs; a deployment that silently replaces the platform is no deployment. */
function refusePlatformMove({ platform }, { target }) {
    const { solutionStack, platformArn, name } = target.environment;
    const refuse = (input, wished, has) => ({
        code: 'platform-differs',
        blame: 'you',
        what: `\`${input}\` is "${wished}", but ${name} runs on ${has === undefined ? 'another platform' : `"${has}"`}.`,
        hint: `Remove \`${input}\`: moving an environment to another platform is not part of this release.`,
        input,
    });
    return [
        ...(platform?.solutionStack !== undefined && platform.solutionStack !== solutionStack
            ? [refuse('solution-stack-name', platform.solutionStack, solutionStack)]
            : []),
        ...(platform?.arn !== undefined && platform.arn !== platformArn
            ? [refuse('platform-arn', platform.arn, platformArn)]
            : []),
    ];
}
//# sourceMappingURL=deploy.js.map
;// CONCATENATED MODULE: ./lib/operations/pair.js
/** `promote` and `abort`: the second half of a rollout over two environments, in a job of its own. What is there tells everything. */


const needsPair = (operation) => ({
    code: 'contradicting-inputs',
    blame: 'you',
    what: `\`operation: ${operation}\` needs a strategy with two environments.`,
    hint: 'Add `strategy: blue-green` or `strategy: canary`, as in the job before.',
    input: 'strategy',
});
function refusePrepare(request) {
    return request.settings.strategy.pair === undefined ? [needsPair('prepare')] : refuseDeploy(request);
}
/** `prepare`: everything before traffic moves. */
function planPrepare(request) {
    const problems = refusePrepare(request);
    return problems.length > 0 ? refusedLike(request, problems) : planDeploy(request);
}
function refusePromote(request) {
    const { settings, snapshot } = request;
    const { target } = snapshot;
    if (settings.strategy.pair === undefined)
        return [needsPair('promote')];
    const label = promotedLabel(request);
    // Promoted already, by an earlier attempt: what is left of it is finished.
    if ((0,environment/* shows */.L7)(target.environment, label))
        return refuseDeploy(request);
    const problem = whyNotPrepared(target, label) ?? (settings.versionLabel === undefined ? whyFromBefore(target) : undefined);
    return [...refuseDeploy(request), ...(problem === undefined ? [] : [problem])];
}
const promotedLabel = ({ settings, snapshot }) => settings.versionLabel ?? snapshot.target.pair?.idle?.environment.versionLabel;
/** `promote`: proves the idle side again and moves the traffic there. */
function planPromote(request) {
    const problems = refusePromote(request);
    const label = promotedLabel(request);
    if (problems.length > 0)
        return refusedLike(request, problems);
    return planDeploy({ ...request, ...(label === undefined ? {} : { version: { kind: 'existing', label } }) });
}
/** With the table of all strategies where the deployment itself is refused. */
function refusedLike(request, problems) {
    const planned = request.settings.strategy.pair === undefined ? undefined : planDeploy(request);
    return planned?.kind === 'refused' ? { ...planned, problems } : { kind: 'refused', problems };
}
function whyNotPrepared(live, label) {
    const { pair, environment } = live;
    const idle = pair?.idle?.environment;
    const refuse = (what) => ({
        code: 'nothing-prepared',
        blame: 'you',
        what,
        hint: 'Run `operation: prepare` first, in the same workflow, and give its output `version-label` to this one.',
        input: 'operation',
    });
    if (idle === undefined)
        return refuse(`There is no ${pair?.idleName ?? 'idle environment'} beside ${environment.name}.`);
    if (label === undefined)
        return refuse(`${idle.name} runs no version.`);
    if (idle.versionLabel !== label) {
        return refuse(`${idle.name} is on ${idle.versionLabel ?? 'no version'}, not on ${label}: it was not prepared, or something else was prepared since.`);
    }
    return undefined;
}
/**
 * Without a label nobody has said what is to be promoted, and after a rollout that has ended meanwhile, or an attempt before
 * this one, the side without traffic is the one from before: promoting it would take the release back.
 */
function whyFromBefore(target) {
    const { environment, pair } = target;
    const { idle } = pair ?? {};
    if (idle === undefined || !isFromBefore(target))
        return undefined;
    const { name, versionLabel: former = 'no version' } = idle.environment;
    return {
        code: 'nothing-prepared',
        blame: 'you',
        what: `${name} has had ${former} for longer than ${environment.name} has had ${environment.versionLabel ?? 'its version'}: nothing was prepared since, and promoting it would take the release back.`,
        hint: `The way back is \`operation: rollback\`. To promote ${former} all the same, give it as \`version-label\`.`,
        input: 'version-label',
    };
}
/** The side without traffic has had its version for longer than the other one. Where nobody can tell it is not known to. */
function isFromBefore({ instances, pair }) {
    const { idle, route } = pair ?? {};
    const [liveSince, idleSince] = [deployedAt(instances), deployedAt(idle?.instances)];
    const isInFlight = route !== undefined && route.share > 0;
    return !isInFlight && liveSince !== undefined && idleSince !== undefined && idleSince < liveSince;
}
/** When a side got what it runs; instances that Auto Scaling has launched since say later. */
function deployedAt(reading) {
    const times = (reading?.instances ?? []).flatMap(({ deployment }) => deployment?.time ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
}
function refuseAbort({ settings, snapshot }) {
    const { target } = snapshot;
    const { idle } = target.pair ?? {};
    if (settings.strategy.pair === undefined || target.pair === undefined)
        return [needsPair('abort')];
    // Whatever is under way there can be given up. Without shares the two halves of a rollout are jobs that may be run again.
    const hasShares = target.pair.route !== undefined;
    if (!hasShares || idle === undefined || idle.environment.status !== 'Ready' || !isFromBefore(target))
        return [];
    return [nothingToAbort(target, idle)];
}
/** Whoever wants a release back that has all requests already has to know that this is not how. */
const nothingToAbort = ({ environment }, idle) => ({
    code: 'nothing-prepared',
    blame: 'you',
    what: `There is nothing to abort: ${idle.environment.name} has had ${idle.environment.versionLabel ?? 'its version'} for longer than ${environment.name}, which has the traffic, has had ${environment.versionLabel ?? 'its own'}.`,
    hint: 'The way back of a release that has ended is `operation: rollback`.',
    input: 'operation',
});
/** The same, where it is not refused. */
function nothingInFlight(target) {
    const { environment, pair } = target;
    const { idle, route } = pair ?? {};
    if (idle === undefined || (route === undefined ? !isFromBefore(target) : route.share > 0))
        return [];
    const what = route === undefined ? 'Nothing was prepared' : 'No canary is in flight';
    return [
        `${what}: ${environment.name} has all requests, and keeps them. The way back of a release that has ended is \`operation: rollback\`.`,
    ];
}
/** `abort`: gives up what was prepared. The live side is not touched. */
function planAbort({ settings, snapshot }) {
    const { target } = snapshot;
    const { pair } = target;
    const problems = refuseAbort({ settings, snapshot });
    if (problems.length > 0 || pair === undefined)
        return { kind: 'refused', problems };
    const { environment } = target;
    const idle = pair.idle?.environment;
    const change = { application: settings.application, options: [], removeOptions: [], restorePolicy: false };
    const nothing = idle === undefined ? `there is no ${pair.idleName}, so nothing was prepared` : undefined;
    const ref = { id: idle?.id ?? '', name: pair.idleName };
    const given = settings.strategy.abort?.(change, target) ?? [];
    const plan = {
        operation: 'abort',
        strategy: settings.strategy.name,
        environment: { id: environment.id, name: environment.name },
        application: settings.application,
        steps: idle === undefined
            ? []
            : [
                ...(given.length > 0 ? given : [{ kind: 'stop', environment: ref }]),
                ...(settings.strategy.finish?.(change, target, snapshot.takenAt) ?? []).filter(({ kind }) => kind !== 'bake'),
            ],
        forecast: settings.strategy.forecast(change, target),
        comparison: [],
        warnings: [...target.blindSpots, ...nothingInFlight(target)],
        timeout: settings.timeout ?? settings.strategy.deadline(change, target),
        ...(nothing === undefined ? {} : { unchanged: nothing, unchangedProof: 'environment' }),
    };
    return { kind: 'plan', plan };
}
//# sourceMappingURL=pair.js.map
// EXTERNAL MODULE: ./lib/operations/steer.js
var steer = __webpack_require__(88967);
;// CONCATENATED MODULE: ./lib/operations/terminate.js
/** `operation: terminate`: the plan to remove an environment, refused until it is proven to be the one that is meant. */



/** Several minutes behind a load balancer (AWS guide, "Terminate an environment"). */
const USUAL = (0,time/* minutes */.Gx)(5);
const LONGEST = (0,time/* minutes */.Gx)(60);
const NOTHING_CONFIRMED = { allowDatabaseDeletion: false };
function planTermination({ settings, snapshot }) {
    const { target } = snapshot;
    const { environment } = target;
    const wish = settings.termination ?? NOTHING_CONFIRMED;
    const problems = refuseTermination({ settings, snapshot });
    if (problems.length > 0)
        return { kind: 'refused', problems };
    const ref = { id: environment.id, name: environment.name };
    return {
        kind: 'plan',
        plan: {
            operation: 'terminate',
            strategy: 'terminate',
            environment: ref,
            application: settings.application,
            steps: [
                {
                    kind: 'terminate',
                    environment: ref,
                    application: settings.application,
                    ...(environment.cname === undefined ? {} : { cname: environment.cname }),
                    ...(wish.productionCname === undefined ? {} : { productionCname: wish.productionCname }),
                    expectedDuration: USUAL,
                },
            ],
            forecast: {
                strategy: 'terminate',
                duration: USUAL,
                durationBasis: 'estimated',
                lowestCapacity: 0,
                capacity: (0,fleet/* fleetOf */.aP)(target).size,
                extraInstances: 0,
                extraInstanceHours: 0,
                downtime: 'unknown',
                versionsSideBySide: false,
                wayBack: 'none in this action; Elastic Beanstalk can rebuild a terminated environment for 42 days, without its data',
                refusals: [],
            },
            comparison: [],
            warnings: terminate_warningsOf(target),
            timeout: settings.timeout ?? LONGEST,
        },
    };
}
/** Every reason against it. */
function refuseTermination({ settings, snapshot }) {
    const { target } = snapshot;
    const wish = settings.termination ?? NOTHING_CONFIRMED;
    return [...refuseProduction(wish, target), ...refuseUnproven(wish, target), ...terminate_refuseDatabase(wish, target)];
}
function refuseProduction({ productionCname }, { environment }) {
    if (productionCname === undefined || !(0,creation/* isCname */.X)(environment.cname, productionCname))
        return [];
    return [
        {
            code: 'environment-in-production',
            blame: 'you',
            what: `${environment.name} holds the production CNAME ${environment.cname ?? productionCname}, so it is not terminated.`,
            hint: 'Move the traffic away first, for example with `strategy: blue-green`; no other input overrides this.',
            input: 'production-cname',
        },
    ];
}
/** A name can be a typing error, or mean another environment than yesterday; an id is never used twice. */
function refuseUnproven({ confirmedId }, { environment }) {
    if (confirmedId === environment.id)
        return [];
    return [
        {
            code: 'environment-not-confirmed',
            blame: 'you',
            what: confirmedId === undefined
                ? `${environment.name} of ${environment.application} is ${environment.id}; nothing confirms that this is the one to terminate.`
                : `${environment.name} of ${environment.application} is ${environment.id}, not ${confirmedId}.`,
            hint: confirmedId === undefined
                ? `Look at it, and set \`confirm-environment-id: ${environment.id}\`.`
                : 'Either the name or the id is wrong, or the environment was replaced meanwhile.',
            input: 'confirm-environment-id',
        },
    ];
}
function terminate_refuseDatabase({ allowDatabaseDeletion }, { settings, environment }) {
    const fate = databaseFate(settings.options);
    if (fate === undefined || fate.isKept || allowDatabaseDeletion)
        return [];
    return [
        {
            code: 'database-would-be-deleted',
            blame: 'you',
            what: `${environment.name} has a database of its own, and ${fate.words}.`,
            hint: 'Decouple it first, or set DBDeletionPolicy to Retain in an update of its own (AWS guide, "Database lifecycle"); `allow-database-deletion: true` lets it go.',
            input: 'allow-database-deletion',
        },
    ];
}
function databaseFate(options) {
    const database = (0,creation/* coupledDatabase */.I)(options);
    switch (database?.deletionPolicy) {
        case undefined:
            return undefined;
        case 'Delete':
            return { isKept: false, words: 'its DBDeletionPolicy is Delete: the database goes with it, without a snapshot' };
        case 'Snapshot':
            return {
                isKept: false,
                words: 'its DBDeletionPolicy is Snapshot: the database goes with it, and a snapshot stays',
            };
        case 'Retain':
            return { isKept: true, words: 'its DBDeletionPolicy is Retain: the database stays, and costs as before' };
    }
}
function terminate_warningsOf({ environment, settings, blindSpots }) {
    const fate = databaseFate(settings.options);
    const { cname } = environment;
    return [
        ...(fate === undefined ? [] : [`${environment.name} has a database of its own; ${fate.words}.`]),
        ...(cname === undefined
            ? []
            : [
                `${cname} is free for anybody in the region afterwards: no DNS record may point to it any more (AWS guide, "Terminate an environment").`,
            ]),
        ...(environment.tier === 'Cluster'
            ? ['Its cluster stays while other environments are on it, and for up to three hours after the last one.']
            : []),
        ...blindSpots,
    ];
}
//# sourceMappingURL=terminate.js.map
;// CONCATENATED MODULE: ./lib/operations/index.js
/** What each operation that makes a plan does: one line each. Their names are in `names.ts`. */




const OPERATIONS = {
    deploy: { refuses: refuseDeploy, plan: planDeploy },
    rollback: { refuses: refuseDeploy, plan: planDeploy },
    prepare: { refuses: refusePrepare, plan: planPrepare },
    promote: { refuses: refusePromote, plan: planPromote },
    terminate: { refuses: refuseTermination, plan: planTermination },
    abort: { refuses: refuseAbort, plan: planAbort },
    pause: { refuses: steer/* refuseSteering */.Y6, plan: steer/* planSteering */.vL },
    resume: { refuses: steer/* refuseSteering */.Y6, plan: steer/* planSteering */.vL },
};
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./lib/operations/judge-steps.js
/** Strategies do not see the common inputs, so their rules come with the default. */
function withInconclusive(plan, onInconclusive = 'warn') {
    const told = (rules) => ({ ...rules, onInconclusive });
    const tell = (step) => {
        if (step.kind === 'observe')
            return { ...step, rules: told(step.rules) };
        if (step.kind !== 'settle' || step.judging === undefined)
            return step;
        return { ...step, judging: { ...step.judging, rules: told(step.judging.rules) } };
    };
    return { ...plan, steps: plan.steps.map(tell) };
}
//# sourceMappingURL=judge-steps.js.map
// EXTERNAL MODULE: ./lib/domain/host-rules.js
var host_rules = __webpack_require__(82726);
;// CONCATENATED MODULE: ./lib/operations/shared-balancer.js
/** Two environments behind one shared load balancer: reasons against a swap of CNAMEs, and the proof after it. Pure. */

/** The load balancer whose rules matter for this run; `undefined`: none does, because no traffic is moved between two sides behind one. */
function balancerOfPair({ operation, strategy }, { target }) {
    const moves = operation === 'deploy' || operation === 'promote' || operation === 'rollback';
    // By shares of a rule the names do not move at all.
    const swaps = strategy.pair !== undefined && strategy.pair.route === undefined && target.pair !== undefined;
    return moves && swaps ? (0,host_rules/* sharedBalancerOf */.pT)(target) : undefined;
}
function refuseHostRules({ strategy }, { target }, routing) {
    if (strategy.pair?.allowHostRules === true || target.pair === undefined)
        return [];
    const { environment, pair } = target;
    const cnames = [pair.productionCname, environment.cname, pair.idle?.environment.cname].flatMap((one) => one ?? []);
    return (0,host_rules/* refuseFixedHosts */.K6)(routing, { id: environment.id, name: environment.name }, cnames);
}
const CAUTION = 'Both sides are behind one shared load balancer, which routes by host name; whether a swap of CNAMEs changes its rules is not documented by AWS. They are read after the swap, and traffic moves back when they still lead to the old side.';
/** `unread`: why the rules could not be read. Without them there is a caution, and no proof but that of the application. */
function withRouting(plan, loadBalancerArn, unread) {
    if (loadBalancerArn === undefined || !plan.steps.some(({ kind }) => kind === 'swap'))
        return plan;
    if (unread !== undefined) {
        const said = `Both sides are behind one shared load balancer, and its rules could not be read: ${unread}`;
        return { ...plan, warnings: [...plan.warnings, said] };
    }
    const proven = (step) => {
        if (step.kind !== 'swap')
            return [step];
        const gate = { kind: 'routed', loadBalancerArn, host: step.productionCname };
        return [step, { kind: 'gate', environment: step.to, gate }];
    };
    return { ...plan, steps: plan.steps.flatMap(proven), warnings: [...plan.warnings, CAUTION] };
}
//# sourceMappingURL=shared-balancer.js.map
;// CONCATENATED MODULE: ./lib/operations/tier-problems.js
/** What does not fit the kind of environment, Standard or Cluster: refused before anything is changed. Pure. */




function tierProblems(question) {
    return question.tier === 'Cluster'
        ? [
            ...withoutImage(question),
            ...otherNamespaces(question),
            ...immutableOptions(question),
            ...unreadableVariables(question),
            ...otherArchitecture(question),
        ]
        : [...imageElsewhere(question), ...clusterOptions(question)];
}
/** A version that exists, or that is rolled back to, has to be of the kind that the environment runs. */
function versionTierProblems(tier, name, version) {
    if (version === undefined)
        return [];
    const isImage = version.image !== undefined || version.build !== undefined;
    if (isImage === (tier === 'Cluster'))
        return [];
    return [
        isImage
            ? imageNeedsCluster(`Version ${version.label} is a container image`, name, 'version-label')
            : needsImage(`version ${version.label} is a bundle without an image`, name, 'version-label'),
    ];
}
/** What the user should read before a version that exists is deployed (again). */
function versionWarnings(version) {
    const { image, label } = version ?? {};
    if (image === undefined || image.includes('@sha256:'))
        return [];
    return [
        `Version ${label ?? ''} names its image by a tag (${image}): what that means now need not be what ran under this version before.`,
    ];
}
function withoutImage({ settings: { bundle, imageBuild }, name }) {
    switch (bundle?.kind) {
        case 'directory':
        case 'archive':
            return imageBuild === undefined ? [needsImage('a bundle of files would be deployed', name, 'image-uri')] : [];
        case 'image':
            return [needsImage('`docker-image` makes a bundle for the Docker platform', name, 'docker-image')];
        case 'registry-image':
        case 'existing-version':
        case undefined:
            return [];
    }
}
const needsImage = (why, name, input) => ({
    code: 'cluster-needs-image',
    blame: 'you',
    what: `${name} is a Cluster environment, which runs container images, and ${why}.`,
    hint: 'Give `image-uri`, or `build-configuration` so that Elastic Beanstalk builds an image from the bundle; `version-source: none` changes only options and variables.',
    input,
});
function imageElsewhere({ settings: { bundle, imageBuild }, name }) {
    const input = bundle?.kind === 'registry-image' ? 'image-uri' : imageBuild === undefined ? undefined : 'build-configuration';
    return input === undefined ? [] : [imageNeedsCluster(`\`${input}\` makes a version that is an image`, name, input)];
}
const imageNeedsCluster = (what, name, input) => ({
    code: 'image-needs-cluster',
    blame: 'you',
    what: `${what}, which only Cluster environments run, and ${name} is a Standard environment.`,
    hint: 'For the Docker platform, `docker-image` makes a bundle that runs an image; else deploy a bundle.',
    input,
});
const listed = (options) => options.map(({ namespace, name }) => `${namespace}:${name}`).join(', ');
function otherNamespaces({ settings: { options }, name }) {
    const others = options.filter(({ namespace }) => !(0,cluster/* isClusterNamespace */.OW)(namespace));
    if (others.length === 0)
        return [];
    return [
        {
            code: 'option-of-other-tier',
            blame: 'you',
            what: `${name} is a Cluster environment, which does not take ${listed(others)}.`,
            hint: `It takes the namespaces ${cluster/* CLUSTER_NAMESPACES */.ed.join(', ')}.`,
            input: 'option-settings',
        },
    ];
}
function clusterOptions({ settings: { options }, name }) {
    const others = options.filter(({ namespace }) => (0,cluster/* isClusterNamespace */.OW)(namespace));
    if (others.length === 0)
        return [];
    return [
        {
            code: 'option-of-other-tier',
            blame: 'you',
            what: `${name} is a Standard environment, which does not take ${listed(others)}.`,
            hint: 'Remove them: they are options of Cluster environments.',
            input: 'option-settings',
        },
    ];
}
/** The service refuses the update as a whole; what it does not show is left to it. */
function immutableOptions({ settings: { options }, name, deployed = [] }) {
    const moved = options.filter((one) => {
        if (!cluster/* IMMUTABLE_OPTIONS */.gM.some((key) => (0,changes/* sameKey */.el)(key, one)))
            return false;
        const value = (0,environment/* optionValue */.TN)(deployed, one.namespace, one.name);
        return value !== undefined && value !== '' && !sameValue(one, value);
    });
    if (moved.length === 0)
        return [];
    const subnets = moved.some((one) => (0,changes/* sameKey */.el)(one, cluster/* SUBNETS */.v1)) ? ' (their order does not matter)' : '';
    return [
        {
            code: 'cluster-setting-fixed',
            blame: 'you',
            what: `${listed(moved)} of ${name} would become another one${subnets}, and subnets and roles of a Cluster environment are fixed when it is created.`,
            hint: 'Take the values that it has, or create a new environment with the new ones and swap the CNAMEs.',
            input: 'option-settings',
        },
    ];
}
/** An image for one kind of processor does not run on nodes of the other. */
function otherArchitecture({ settings: { imageBuild, options }, name, deployed = [], }) {
    if (imageBuild === undefined)
        return [];
    const { architecture = 'amd64' } = imageBuild;
    const arch = (0,environment/* optionValue */.TN)([...options, ...deployed], cluster/* EKS_ENVIRONMENT_NAMESPACE */.Ev, 'arch') ?? 'amd64';
    if (arch === architecture)
        return [];
    return [
        {
            code: 'image-of-other-architecture',
            blame: 'you',
            what: `The image would be built for ${architecture}, and ${name} runs on ${arch}.`,
            hint: `Set \`Architecture\` to ${arch} in \`build-configuration\`.`,
            input: 'build-configuration',
        },
    ];
}
/** Variables are one JSON object there, which can be changed only when the rest of it can be read. */
function unreadableVariables({ settings, name, deployed = [] }) {
    const { set, remove } = settings.environmentVariables;
    if (Object.keys(set).length + remove.length === 0)
        return [];
    if ((0,cluster/* variablesIn */.DF)([...settings.options, ...deployed]) !== undefined)
        return [];
    return [
        {
            code: 'cluster-variables-unreadable',
            blame: 'you',
            what: `The variables of ${name} (env-variables) cannot be read as a JSON object, so single ones cannot be changed.`,
            hint: 'Set all of them: the option env-variables of aws:elasticbeanstalk:eks:environment in `option-settings`.',
            input: 'environment-variables',
        },
    ];
}
//# sourceMappingURL=tier-problems.js.map
;// CONCATENATED MODULE: ./lib/prepare.js
/** From what is there to what shall be done: makes and checks the bundle, asks the service about options. Changes nothing. */














/**
 * What needs no bundle is asked first, because making one may take minutes; when that refuses the run already, the bundle
 * is only looked at, so that all problems are told together. Throws `ActionError` when AWS or the disk cannot be asked.
 */
async function prepare({ settings: asked, snapshot, outside, cloud, say, making, }) {
    const settings = withLabelAsMade(asked);
    if (settings.operation === 'terminate')
        return planTermination({ settings, snapshot });
    // What is given up needs no version, not even one that exists.
    if (settings.operation === 'abort' && snapshot.creation === undefined)
        return planAbort({ settings, snapshot });
    const back = settings.operation === 'rollback' ? await goingBack(settings, snapshot, cloud, say) : undefined;
    const { early: reasons, plan } = await questions(settings, snapshot, cloud);
    const version = back?.kind === 'target' ? back.version : unmade(settings);
    const gates = await askGates(settings, snapshot, cloud, () => plan(version));
    const early = [...reasons, ...gates.problems];
    if (back?.kind === 'unclear')
        return { kind: 'refused', problems: [...early, back.problem] };
    const { temporary } = outside.host.run;
    const shared = making === undefined ? {} : { making };
    const asPorts = { ...outside, ...cloud, temporary, archives: await outside.archives(), ...shared };
    const ports = withoutVersions(asPorts, snapshot);
    if (early.length > 0) {
        const problems = [...early, ...(back === undefined ? await versionProblems(settings, ports, say) : [])];
        const refused = plan(back?.version ?? unmade(settings));
        return refused.kind === 'refused' ? { ...refused, problems } : { kind: 'refused', problems };
    }
    const resolved = back === undefined ? await resolveVersion(settings, ports, say) : found(back);
    if (!resolved.ok)
        return { kind: 'refused', problems: resolved.problems };
    const { tier } = snapshot.target.environment;
    const unfit = versionTierProblems(tier, settings.environmentName, resolved.existing);
    if (unfit.length > 0)
        return { kind: 'refused', problems: unfit };
    const made = plan(resolved.source);
    if (made.kind === 'refused' || snapshot.creation !== undefined)
        return made;
    const guarded = gates.guard(withWarnings(made.plan, versionWarnings(resolved.existing)));
    const { oldVersions } = await Promise.all(/* import() */[__webpack_require__.e(4898), __webpack_require__.e(9729)]).then(__webpack_require__.bind(__webpack_require__, 99729));
    const old = await oldVersions(settings, guarded, snapshot, cloud);
    const candidates = back === undefined ? {} : { candidates: back.candidates };
    return { kind: 'plan', plan: { ...guarded, ...old, ...candidates } };
}
const withWarnings = (plan, more) => more.length === 0 || plan.unchanged !== undefined ? plan : { ...plan, warnings: [...plan.warnings, ...more] };
/** What must be asked of the account beforehand: alarms, and the rules of a load balancer that two sides share. */
async function askGates(settings, snapshot, cloud, wouldBe) {
    const { names = [] } = settings.alarms ?? {};
    const alarms = alarmsBefore(settings, names.length === 0 ? [] : await cloud.alarms.read(names), wouldBe);
    const balancer = balancerOfPair(settings, snapshot);
    const routing = balancer === undefined ? undefined : await readRouting(balancer, cloud);
    const unread = routing !== undefined && 'unread' in routing ? routing.unread : undefined;
    const stays = routing === undefined || 'unread' in routing ? [] : refuseHostRules(settings, snapshot, routing);
    return {
        problems: [...alarms.problems, ...stays],
        guard: (plan) => withInconclusive(withRouting(withAlarms(plan, alarms), balancer, unread), settings.onInconclusive),
    };
}
async function readRouting(balancer, { loadBalancers }) {
    try {
        return {
            rules: await loadBalancers.rules(balancer),
            environments: await loadBalancers.environments(balancer),
        };
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l) || error.problem.code.startsWith('credentials'))
            throw error;
        return { unread: `${error.problem.what} ${error.problem.hint}` };
    }
}
async function questions(settings, snapshot, { beanstalk }) {
    const { application, creation: wish } = settings;
    const { creation: facts } = snapshot;
    if (facts !== undefined) {
        if (wish === undefined)
            throw new Error('a creation that was not asked for');
        const validation = await validateNew(settings, wish, facts, beanstalk);
        const request = { settings, wish, facts, validation };
        return {
            early: [
                ...creationProblems({ ...request, ...given(unmade(settings)) }),
                ...imageProblems(settings, platformOfModel(facts.model)),
                ...tierProblems({ settings, tier: wish.tier, name: settings.environmentName }),
            ],
            plan: (version) => planCreation({ ...request, ...given(version) }),
        };
    }
    const { options, removeOptions } = deployChange({ settings, snapshot });
    // Of two environments the named one may be the one that is missing; the other one gets the settings of the live one.
    const { environment, settings: deployed } = snapshot.target;
    // What the service would refuse as a whole needs no opinion about its values.
    const strange = tierProblems({ settings, ...environment, deployed: deployed.options });
    const validation = strange.length > 0 ? [] : await beanstalk.validate(application, environment.name, options, removeOptions);
    const { plan, refuses } = OPERATIONS[settings.operation];
    const request = { settings, snapshot, validation };
    const { platformArn, solutionStack } = environment;
    const early = [...refuses(request), ...strange, ...imageProblems(settings, solutionStack ?? platformArn)];
    return { early, plan: (version) => plan({ ...request, ...given(version) }) };
}
/** A permission that is missing is told, and leaves it to the creation to find what is wrong. */
async function validateNew(settings, { options: weaker = [] }, { model }, beanstalk) {
    // Which options there are cannot be asked for the tier Cluster: DescribeConfigurationOptions takes none.
    if (model === undefined || model.kind === 'cluster')
        return [];
    try {
        return await beanstalk.validateNew(settings.application, model, wishedOptions(settings, weaker));
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l) || error.problem.code !== 'permission-denied')
            throw error;
        return [{ severity: 'warning', message: `The options could not be checked beforehand: ${error.problem.what}` }];
    }
}
const imageProblems = ({ bundle }, platform) => bundle?.kind === 'image' ? (0,image_files/* platformProblems */.Sr)(platform, bundle.format) : [];
/** Absent where it is not said: a saved configuration has one of its own. */
function platformOfModel(model) {
    switch (model?.kind) {
        case 'stack':
            return model.solutionStack;
        case 'platform':
            return model.arn;
        case 'branch':
            return model.name;
        case 'environment':
            return model.found?.environment.solutionStack ?? model.found?.environment.platformArn;
        case 'template':
        case 'cluster':
        case undefined:
            return undefined;
    }
}
const given = (version) => version === undefined ? {} : { version };
/** Stands for the version that would be deployed, where only it matters that there would be one. */
function unmade({ bundle, versionLabel }) {
    return bundle === undefined ? undefined : { kind: 'existing', label: versionLabel ?? 'the bundle' };
}
/** What is promoted was made by an earlier run, under a label that the service takes. */
function withLabelAsMade(settings) {
    const { operation, versionLabel } = settings;
    if (operation !== 'promote' || versionLabel === undefined)
        return settings;
    return { ...settings, versionLabel: (0,bundle_label/* existingLabel */.kg)(versionLabel) ?? versionLabel };
}
/** Which version a rollback means; the candidates are told when somebody has to choose. */
async function goingBack(settings, snapshot, cloud, say) {
    const { resolveRollback } = await Promise.all(/* import() */[__webpack_require__.e(4898), __webpack_require__.e(9729)]).then(__webpack_require__.bind(__webpack_require__, 99729));
    const back = await resolveRollback(settings, snapshot, cloud);
    if (back.kind === 'unclear' || settings.dryRun)
        say({ type: 'candidates', candidates: back.candidates });
    if (back.kind === 'target')
        for (const text of back.said)
            say({ type: 'notice', text });
    return back;
}
const found = (back) => ({
    ok: true,
    source: back.version,
    ...(back.existing === undefined ? {} : { existing: back.existing }),
});
/** An application that does not exist yet has no versions, which the service would say as a refusal. */
function withoutVersions(ports, { creation }) {
    if (creation === undefined || creation.applicationExists)
        return ports;
    const storageBucket = () => ports.beanstalk.storageBucket();
    return { ...ports, beanstalk: { version: () => Promise.resolve(undefined), storageBucket } };
}
//# sourceMappingURL=prepare.js.map

/***/ })

};

//# sourceMappingURL=6401.index.js.map