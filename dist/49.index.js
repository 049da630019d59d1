export const id = 49;
export const ids = [49];
export const modules = {

/***/ 5966:
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
function describe(comment, commit, hash) {
    const record = `[bundle sha256:${hash}]`;
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
/** The hash of what a version holds, when it was recorded; the key first, because it cannot be edited. */
function recordedHash(version) {
    const inKey = /-([0-9a-f]{64})\.(?:zip|war|jar)$/.exec(version.bundle?.key ?? '')?.[1];
    return inKey ?? /\[bundle sha256:([0-9a-f]{64})\]$/.exec(version.description ?? '')?.[1];
}
//# sourceMappingURL=label.js.map

/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ alarmProblem),
/* harmony export */   LI: () => (/* binding */ refuseAlarms),
/* harmony export */   Wk: () => (/* binding */ inconclusiveProblem),
/* harmony export */   eX: () => (/* binding */ judgeAlarms)
/* harmony export */ });
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1129);
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

/***/ 1129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JM: () => (/* binding */ cannotTell),
/* harmony export */   WE: () => (/* binding */ passes),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   c6: () => (/* binding */ fails)
/* harmony export */ });
/** What a gate has found: three answers, because "cannot tell" is neither good nor bad. Pure; used before, during and after a shift of traffic. */
const passes = (why) => ({ result: 'pass', why });
const fails = (why) => ({ result: 'fail', why });
const cannotTell = (why) => ({ result: 'inconclusive', why });
const ORDER = ['fail', 'inconclusive', 'pass'];
/** Of several gates the worst counts; its sentence names every gate that found the same. Nothing to ask is a pass. */
function together(findings) {
    const worst = ORDER.find((result) => findings.some((one) => one.result === result)) ?? 'pass';
    const why = findings
        .filter(({ result }) => result === worst)
        .map((one) => one.why)
        .join('; ');
    return { result: worst, why: why === '' ? 'there is nothing to ask' : why };
}
//# sourceMappingURL=gate.js.map

/***/ }),

/***/ 2726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K6: () => (/* binding */ refuseFixedHosts),
/* harmony export */   Ob: () => (/* binding */ judgeRouting),
/* harmony export */   pT: () => (/* binding */ sharedBalancerOf)
/* harmony export */ });
/* unused harmony exports hostFits, whyElsewhere */
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9505);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1129);
/**
 * Host names on a load balancer that two environments share: where the rules send them, and what a swap of CNAMEs does not
 * move. Pure.
 *
 * AWS guide, "Configuring a shared Application Load Balancer": requests are routed by rules whose host is the environment's
 * CNAME, and rules cannot be updated through the environment later. Whether a swap exchanges the hosts of these rules is
 * not documented, so it is read.
 */


/** ARN of the load balancer that the environment shares with others; `undefined` when it has one of its own. */
function sharedBalancerOf({ settings }) {
    const { options } = settings;
    if ((0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, 'aws:elasticbeanstalk:environment', 'LoadBalancerIsShared') !== 'true')
        return undefined;
    const arn = (0,_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .optionValue */ .TN)(options, 'aws:elbv2:loadbalancer', 'SharedLoadBalancer');
    return arn === '' ? undefined : arn;
}
/** ALB guide, "Host conditions": `*` is any text, `?` any character, in any case. */
function hostFits(pattern, host) {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    return new RegExp(`^${source}$`, 'i').test(host);
}
const rank = ({ priority }) => (priority === 'default' ? Number.POSITIVE_INFINITY : priority);
/** Ids of the environments that get requests by this rule. */
const receivers = (rule, { environments }) => new Set(rule.targets.filter(({ weight }) => weight > 0).map((one) => environments.get(one.targetGroupArn)));
/** Whether every listener gives requests for this host to this environment alone. `undefined` when it is so, else a clause. */
function whyElsewhere(routing, host, to) {
    for (const port of new Set(routing.rules.map((rule) => rule.port))) {
        const rule = routing.rules
            .filter((one) => one.port === port && !one.isNarrowed)
            .filter(({ hosts }) => hosts.length === 0 || hosts.some((pattern) => hostFits(pattern, host)))
            .sort((one, other) => rank(one) - rank(other))[0];
        // A listener that only redirects or refuses what no rule fits sends nobody to the wrong side.
        if (rule === undefined || rule.targets.length === 0)
            continue;
        const ids = receivers(rule, routing);
        if (ids.size === 1 && ids.has(to.id))
            continue;
        return `rule ${rule.priority} on port ${port} of the shared load balancer gives ${host} to ${[...ids].map((id) => id ?? 'a target group of somebody else').join(' and ')}, not to ${to.name} (${to.id})`;
    }
    return undefined;
}
const judgeRouting = (routing, host, to) => {
    const why = whyElsewhere(routing, host, to);
    return why === undefined ? (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .passes */ .WE)(`the shared load balancer gives ${host} to ${to.name}`) : (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .fails */ .c6)(why);
};
/**
 * Rules for other hosts than the two CNAMEs (`www.example.com`) that give their requests to the live side alone: a swap of
 * CNAMEs does not move them, and their users would stay on the old version.
 */
function refuseFixedHosts(routing, live, cnames) {
    const isCname = (host) => cnames.some((cname) => cname.toLowerCase() === host.toLowerCase());
    return routing.rules
        .map((rule) => ({ rule, others: rule.hosts.filter((host) => !isCname(host)) }))
        .filter(({ rule, others }) => {
        const ids = receivers(rule, routing);
        return others.length > 0 && ids.size === 1 && ids.has(live.id);
    })
        .map(({ rule, others }) => ({
        code: 'host-rule-stays',
        blame: 'you',
        what: `Rule ${rule.priority} on port ${rule.port} of the shared load balancer gives ${others.join(', ')} to ${live.name}, whatever CNAME it holds: a swap would leave these users on the old version.`,
        hint: 'Remove the rule and let the name be an alias of the production CNAME, or move the traffic by weights of the rule instead of a swap. `allow-host-rules: true` swaps nevertheless.',
        input: 'allow-host-rules',
    }));
}
//# sourceMappingURL=host-rules.js.map

/***/ }),

/***/ 9049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepare: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./lib/bundle/image-files.js
var image_files = __webpack_require__(8399);
// EXTERNAL MODULE: ./lib/bundle/label.js
var bundle_label = __webpack_require__(5966);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(1591);
;// CONCATENATED MODULE: ./lib/bundle/identity.js

function decideLabel(question) {
    const { label, hash, existing, onConflict, suffixed } = question;
    if (existing === undefined)
        return { kind: 'create' };
    const recorded = (0,bundle_label/* recordedHash */.Dn)(existing);
    if (recorded === hash && existing.status !== 'Failed')
        return { kind: 'same-content', version: existing };
    const why = conflict(existing, recorded, hash);
    if (suffixed || onConflict === 'fail')
        return { kind: 'refuse', problem: taken(label, why, suffixed) };
    if (onConflict === 'suffix') {
        const next = (0,bundle_label/* withSuffix */.oF)(label, hash);
        return { kind: 'try', label: next, said: `${why} This bundle becomes version ${next}.` };
    }
    if (existing.status === 'Failed')
        return { kind: 'refuse', problem: taken(label, why, suffixed) };
    return {
        kind: 'as-it-is',
        version: existing,
        said: `${why} It is deployed as it is (on-label-conflict: reuse): the bundle of this run is NOT what will run.`,
    };
}
function conflict(existing, recorded, hash) {
    const there = `Version ${existing.label} exists already`;
    if (existing.status === 'Failed')
        return `${there}, and Elastic Beanstalk could not process it.`;
    return recorded === undefined
        ? `${there}, and nothing tells what it holds.`
        : `${there} with other content (${recorded.slice(0, 8)}, this bundle is ${hash.slice(0, 8)}).`;
}
const taken = (label, why, suffixed) => ({
    code: 'version-label-taken',
    blame: 'you',
    what: why,
    hint: suffixed
        ? 'Choose another version-label.'
        : `Choose another version-label than ${label}, or set on-label-conflict: suffix.`,
    input: 'version-label',
});
//# sourceMappingURL=identity.js.map
// EXTERNAL MODULE: ./lib/bundle/make.js + 12 modules
var make = __webpack_require__(6244);
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
    const to = `${ports.temporary}/beanstalk-rollout-${ports.random.uuid()}.zip`;
    const { making = MAKING } = ports;
    const made = await making.make(source, to, ports, say);
    return made.ok ? withLabel(settings, made.bundle, ports, say) : made;
}
/** The problems that `resolveVersion` would find without making a bundle: for a run that is refused anyway. */
async function versionProblems({ application, bundle: source }, ports, say) {
    if (source === undefined)
        return [];
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
    if (existing.status === 'Failed')
        return refuse(failedVersion(label));
    if (existing.bundle !== undefined && (await isGone(existing.bundle, store)))
        return refuse(noObject(label));
    return { ok: true, source: { kind: 'existing', label }, existing };
}
const refuse = (problem) => ({ ok: false, problems: [problem] });
async function withLabel(settings, bundle, ports, say) {
    const wished = settings.versionLabel ?? (0,bundle_label/* defaultLabel */.AB)(settings.commit, bundle.hash);
    let label = (0,bundle_label/* acceptableLabel */.Pp)(wished, bundle.hash);
    if (label !== wished)
        say(otherLabel(wished, label));
    for (let suffixed = false;; suffixed = true) {
        const existing = await ports.beanstalk.version(settings.application, label);
        const decision = decideLabel({
            label,
            hash: bundle.hash,
            existing,
            onConflict: settings.onLabelConflict,
            suffixed,
        });
        switch (decision.kind) {
            case 'create':
                return { ok: true, source: await newVersion(settings, bundle, label, ports) };
            case 'same-content':
                return {
                    ok: true,
                    source: await sameVersion(settings, bundle, decision.version, ports),
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
    if (version.bundle === undefined)
        return { kind: 'existing', label: version.label };
    const object = !(await isGone(version.bundle, ports.store));
    return sourceOf(settings, bundle, version.label, version.bundle, { object, version: true });
}
function sourceOf(settings, bundle, label, location, reuse) {
    const description = (0,bundle_label/* describe */.q0)(settings.comment, settings.commit, bundle.hash);
    return { kind: 'bundle', label, ...bundle, location, description, reuse };
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
const failedVersion = (label) => ({
    code: 'version-failed',
    blame: 'you',
    what: `Elastic Beanstalk could not process version ${label}; it cannot be deployed.`,
    hint: 'Deploy the bundle under another label.',
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
var alarm = __webpack_require__(9473);
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
    const moves = plan.steps.some(({ kind }) => kind === 'swap' || kind === 'bake');
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
var changes = __webpack_require__(8705);
// EXTERNAL MODULE: ./lib/domain/fleet.js
var fleet = __webpack_require__(5360);
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(3071);
// EXTERNAL MODULE: ./lib/operations/command-steps.js
var command_steps = __webpack_require__(5357);
// EXTERNAL MODULE: ./lib/domain/creation.js
var creation = __webpack_require__(3231);
// EXTERNAL MODULE: ./lib/domain/environment.js
var environment = __webpack_require__(9505);
;// CONCATENATED MODULE: ./lib/operations/creation-problems.js


const INSTANCE_PROFILE = { namespace: 'aws:autoscaling:launchconfiguration', name: 'IamInstanceProfile' };
const SERVICE_ROLE = { namespace: 'aws:elasticbeanstalk:environment', name: 'ServiceRole' };
function creationProblems(request) {
    const { settings, facts, wish, version } = request;
    return [
        ...refuseWithoutVersion(settings, version),
        ...refuseTaken(wish, facts),
        ...refuseModel(settings, wish, facts.model),
        ...refuseWithoutRoles(request),
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
            return [];
    }
}
const you = (problem) => ({ ...problem, blame: 'you' });
function refuseWithoutVersion({ environmentName }, version) {
    if (version !== undefined)
        return [];
    return [
        you({
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
        you({
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
            you({
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
            return [];
        case 'branch':
            return model.branch?.newest === undefined ? [noBranch(model)] : [];
        case 'template':
            return model.options === undefined
                ? [
                    you({
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
const noBranch = ({ name, branch }) => you({
    code: 'platform-branch-missing',
    input: 'platform-branch',
    what: branch === undefined
        ? `There is no platform branch "${name}" in this region.`
        : `The platform branch "${name}" has no version that can be used.`,
    hint: 'Names are like "Node.js 24 running on 64bit Amazon Linux 2023"; `aws elasticbeanstalk list-platform-branches` lists them.',
});
function refuseModelEnvironment(application, wish, { name, found }) {
    const problem = (what, hint) => you({ code: 'template-environment-unusable', input: 'template-environment', what: what, hint: hint });
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
        you({
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
        return [];
    const names = missing.map(({ namespace, name }) => `${name} (${namespace})`).join(' and ');
    return [
        you({
            code: 'creation-without-roles',
            input: 'option-settings',
            what: `${request.settings.environmentName} cannot be created without ${names}.`,
            hint: 'Set them in `option-settings`; usual names are aws-elasticbeanstalk-ec2-role and aws-elasticbeanstalk-service-role.',
        }),
    ];
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
    const steps = (0,command_steps/* withCommands */.lZ)(stepsOf(request, environment, base, version), settings.commands);
    return {
        kind: 'plan',
        plan: {
            operation: 'deploy',
            strategy: 'create',
            environment,
            application: settings.application,
            versionLabel: version.label,
            steps,
            forecast: forecastOf(request),
            comparison: [],
            warnings: warningsOf(request),
            timeout: settings.timeout ?? longest(settings, version) + (0,command_steps/* commandTime */.Vp)(steps),
        },
    };
}
const longest = ({ healthGrace, stableFor }, version) => LONGEST_CREATION + healthGrace + stableFor + uploadTime(version);
function stepsOf(request, environment, base, version) {
    const { settings, wish, facts } = request;
    const { application } = settings;
    const instances = Number(plannedValue(request, { namespace: 'aws:autoscaling:asg', name: 'MinSize' }) ?? 1);
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
            options: wishedOptions(settings, wish.options ?? []),
            removeOptions: settings.environmentVariables.remove.map((name) => ({ namespace: fleet/* PROPERTIES_NAMESPACE */.G2, name })),
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
                // Whether there is enhanced health shows when instances are asked.
                enhancedHealth: true,
                instances: Number.isInteger(instances) && instances >= 0 ? instances : 1,
                raisesDeploymentId: true,
            },
            expectedDuration: USUAL_CREATION,
        },
    ];
}
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
    const found = [`${settings.environmentName} does not exist and will be created.`];
    if (model?.kind === 'branch')
        found.push(...branchWarnings(model.name, model.branch?.lifecycle));
    if (model?.kind === 'environment') {
        found.push(`The settings of ${model.name} are copied; its name, CNAME, version, tags, database, and whatever was changed outside of Elastic Beanstalk are not.`);
    }
    if (plannedValue(request, { namespace: fleet/* HEALTH_NAMESPACE */.xj, name: 'SystemType' }) !== 'enhanced') {
        found.push('Enhanced health is not asked for (`SystemType: enhanced`): without it no instance says what it runs, and the proof is weaker.');
    }
    if (wish.cnamePrefix === undefined && wish.tier === 'WebServer') {
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
    const instances = Number(plannedValue(request, { namespace: 'aws:autoscaling:asg', name: 'MinSize' }) ?? 1) || 1;
    return {
        strategy: 'create',
        duration: USUAL_CREATION,
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
// EXTERNAL MODULE: ./lib/operations/deploy.js + 1 modules
var deploy = __webpack_require__(5663);
// EXTERNAL MODULE: ./lib/operations/index.js + 1 modules
var operations = __webpack_require__(9184);
// EXTERNAL MODULE: ./lib/domain/host-rules.js
var host_rules = __webpack_require__(2726);
;// CONCATENATED MODULE: ./lib/operations/shared-balancer.js
/** Two environments behind one shared load balancer: reasons against a swap of CNAMEs, and the proof after it. Pure. */

/** The load balancer whose rules matter for this run; `undefined`: none does, because no traffic is moved between two sides behind one. */
function balancerOfPair({ operation, strategy }, { target }) {
    const moves = operation === 'deploy' || operation === 'promote' || operation === 'rollback';
    return moves && strategy.pair !== undefined && target.pair !== undefined ? (0,host_rules/* sharedBalancerOf */.pT)(target) : undefined;
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
// EXTERNAL MODULE: ./lib/operations/terminate.js
var terminate = __webpack_require__(1721);
;// CONCATENATED MODULE: ./lib/prepare.js
/** From what is there to what shall be done: makes and checks the bundle, asks the service about options. Changes nothing. */











/**
 * What needs no bundle is asked first, because making one may take minutes; when that refuses the run already, the bundle
 * is only looked at, so that all problems are told together. Throws `ActionError` when AWS or the disk cannot be asked.
 */
async function prepare({ settings: asked, snapshot, outside, cloud, say, making, }) {
    const settings = withLabelAsMade(asked);
    if (settings.operation === 'terminate')
        return (0,terminate/* planTermination */.C)({ settings, snapshot });
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
    const made = plan(resolved.source);
    if (made.kind === 'refused' || snapshot.creation !== undefined)
        return made;
    const guarded = gates.guard(made.plan);
    const { oldVersions } = await Promise.all(/* import() */[__webpack_require__.e(898), __webpack_require__.e(729)]).then(__webpack_require__.bind(__webpack_require__, 9729));
    const old = await oldVersions(settings, guarded, snapshot, cloud);
    const candidates = back === undefined ? {} : { candidates: back.candidates };
    return { kind: 'plan', plan: { ...guarded, ...old, ...candidates } };
}
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
        guard: (plan) => withRouting(withAlarms(plan, alarms), balancer, unread),
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
    const { application, creation: wish, environmentName } = settings;
    const { creation: facts } = snapshot;
    if (facts !== undefined) {
        if (wish === undefined)
            throw new Error('a creation that was not asked for');
        const request = { settings, wish, facts };
        return {
            early: [
                ...creationProblems({ ...request, ...given(unmade(settings)) }),
                ...imageProblems(settings, platformOfModel(facts.model)),
            ],
            plan: (version) => planCreation({ ...request, ...given(version) }),
        };
    }
    const { options, removeOptions } = (0,deploy/* deployChange */.AE)({ settings, snapshot });
    const validation = await beanstalk.validate(application, environmentName, options, removeOptions);
    const { plan, refuses } = operations/* OPERATIONS */.xb[settings.operation];
    const request = { settings, snapshot, validation };
    const { platformArn, solutionStack } = snapshot.target.environment;
    const early = [...refuses(request), ...imageProblems(settings, solutionStack ?? platformArn)];
    return { early, plan: (version) => plan({ ...request, ...given(version) }) };
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
    const { resolveRollback } = await Promise.all(/* import() */[__webpack_require__.e(898), __webpack_require__.e(729)]).then(__webpack_require__.bind(__webpack_require__, 9729));
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

//# sourceMappingURL=49.index.js.map