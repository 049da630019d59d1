export const id = 472;
export const ids = [472];
export const modules = {

/***/ 4472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollOut: () => (/* binding */ rollOut)
});

// EXTERNAL MODULE: ./lib/domain/endings.js
var endings = __webpack_require__(5184);
// EXTERNAL MODULE: ./lib/domain/problem.js
var problem = __webpack_require__(1591);
// EXTERNAL MODULE: ./lib/domain/time.js
var domain_time = __webpack_require__(3071);
;// CONCATENATED MODULE: ./lib/watch/allowances.js
/** How long the service may lag behind itself before a judge takes its answers at their word. One table, with reasons. */

const ALLOWANCES = {
    /**
     * An accepted update whose beginning nobody can see: the opening event is written before the answer and was readable
     * after 1.7 s (observed), so minutes of nothing are no lag.
     */
    notStarted: (0,domain_time/* minutes */.Gx)(3),
    /** DescribeEnvironments answers without the environment: eventual consistency, or a permission that was lost. */
    absent: (0,domain_time/* minutes */.Gx)(2),
    /** Ready, yet still the old label: AWS's own deploy action allows 30 s before it speaks of a rollback. */
    labelLag: (0,domain_time/* seconds */.YA)(60),
    /** Ready, yet instances with another deployment: agents report every 10 s, removed instances stay listed for a while. */
    fleetLag: (0,domain_time/* seconds */.YA)(90),
    /** Ready, yet other option values in DescribeConfigurationSettings. */
    settingsLag: (0,domain_time/* seconds */.YA)(60),
    /** Instances or health that were not computed anew since the end, although agents report every 10 s. */
    refresh: (0,domain_time/* minutes */.Gx)(5),
    /** Basic health tells no refresh time; its checks run every 10 s (AWS guide, "Basic health reporting"). */
    basicRefresh: (0,domain_time/* seconds */.YA)(15),
    /** DateUpdated has not moved although an event announced the end so long ago: then it does not move. */
    unmovedDate: (0,domain_time/* seconds */.YA)(90),
};
//# sourceMappingURL=allowances.js.map
;// CONCATENATED MODULE: ./lib/domain/verdict.js
/** The three answers of a judge. "Cannot tell" is waiting, with that reason; it never becomes success by itself. */
const waiting = (reason) => ({ verdict: 'waiting', reason });
const reached = (reason) => ({ verdict: 'reached', reason });
const failed = (code, reason) => ({ verdict: 'failed', code, reason });
//# sourceMappingURL=verdict.js.map
// EXTERNAL MODULE: ./lib/domain/environment.js
var environment = __webpack_require__(9505);
;// CONCATENATED MODULE: ./lib/watch/configuration-proof.js
/** Judges whether requested option values are deployed, by reading them back. Pure; never shows a value. */


const VARIABLES = 'aws:elasticbeanstalk:application:environment';
function asksSettings(expects) {
    return expects.options.length + expects.removedOptions.length > 0;
}
function findConfiguration(expects, known) {
    if (!asksSettings(expects))
        return { found: 'proven' };
    const { readySince, settings, settingsAt } = known;
    if (readySince === undefined)
        return { found: 'pending', reason: 'the update has not ended', wants: [] };
    if (settings === undefined || settingsAt === undefined || settingsAt < readySince) {
        return { found: 'pending', reason: 'the option settings have not been read back yet', wants: ['settings'] };
    }
    const deployed = settings.find((entry) => (entry.deploymentStatus ?? 'deployed') === 'deployed');
    const isOver = settingsAt - readySince >= ALLOWANCES.settingsLag;
    if (deployed === undefined)
        return withoutSettings(isOver);
    const wrong = [
        ...expects.options.filter((option) => !isDeployed(option, deployed)),
        ...expects.removedOptions.filter((option) => !isRemoved(option, deployed)),
    ];
    if (wrong.length === 0)
        return { found: 'proven', note: 'the requested option settings are deployed' };
    return notDeployed(wrong, settings, known, isOver, readySince);
}
function withoutSettings(isOver) {
    const reason = 'DescribeConfigurationSettings shows no deployed settings';
    if (!isOver)
        return { found: 'pending', reason, wants: ['settings'] };
    const permission = 'elasticbeanstalk:DescribeConfigurationSettings';
    return { found: 'failed', code: 'cannot-tell', reason: `${reason}; the permission ${permission} may be missing` };
}
function notDeployed(wrong, settings, known, isOver, readySince) {
    const names = wrong.map((option) => `${option.namespace} ${option.name}`).join(', ');
    const isDraftFailed = settings.some((entry) => entry.deploymentStatus === 'failed');
    const isAnnounced = known.events.failures.length > 0;
    if (!isOver && !isAnnounced && !isDraftFailed) {
        const reason = `not deployed yet: ${names}`;
        return { found: 'pending', reason, wants: ['settings'], dueAt: readySince + ALLOWANCES.settingsLag };
    }
    const draft = isDraftFailed ? '; the service keeps them as a draft that failed' : '';
    return {
        found: 'failed',
        code: 'configuration-failed',
        reason: `the environment is Ready without the requested settings: ${names}${draft}`,
    };
}
function isDeployed(option, deployed) {
    const value = deployedValue(option, deployed);
    // Passwords are not shown, or shown as asterisks: they cannot be compared.
    if (value === undefined)
        return /password/i.test(option.name);
    return /^\*+$/.test(value) || normalise(value) === normalise(option.value);
}
/** Only environment variables vanish; every other option falls back to a default that only the service knows. */
function isRemoved(option, deployed) {
    return option.namespace !== VARIABLES || (deployedValue(option, deployed) ?? '') === '';
}
function deployedValue(option, deployed) {
    if (option.resource === undefined)
        return (0,environment/* optionValue */.TN)(deployed.options, option.namespace, option.name);
    return deployed.options.find((entry) => entry.namespace === option.namespace && entry.name === option.name && entry.resource === option.resource)?.value;
}
/** The service writes booleans its own way and may sort lists (subnets, security groups). */
function normalise(value) {
    const trimmed = value.trim();
    if (/^(true|false)$/i.test(trimmed))
        return trimmed.toLowerCase();
    return trimmed.includes(',')
        ? trimmed
            .split(',')
            .map((part) => part.trim())
            .sort()
            .join(',')
        : trimmed;
}
//# sourceMappingURL=configuration-proof.js.map
// EXTERNAL MODULE: ./lib/watch/meanings.js
var meanings = __webpack_require__(2303);
;// CONCATENATED MODULE: ./lib/watch/event-facts.js

const NO_FACTS = {
    readings: 0,
    incredibleInARow: 0,
    seen: 0,
    batchesEnded: 0,
    temporaryGroup: false,
    additionalBatch: false,
    cleaningUp: false,
    failures: [],
    configurationFailures: [],
    errors: [],
    completed: [],
    addedIds: new Set(),
    removedIds: new Set(),
};
/** The health that an event announces, if it is such an event. */
function announcedHealth(event) {
    const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
    return meaning?.kind === 'health' ? meaning.to : undefined;
}
function learnFromEvents(facts, fresh, credible, at) {
    const counted = {
        ...facts,
        readings: facts.readings + 1,
        incredibleInARow: credible ? 0 : facts.incredibleInARow + 1,
        seen: facts.seen + fresh.length,
    };
    const next = fresh.reduce(withEvent, counted);
    const ended = next.completed.length + next.failures.length > 0;
    return ended && next.endHintAt === undefined ? { ...next, endHintAt: at } : next;
}
function withEvent(facts, event) {
    const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
    switch (event.attribution) {
        case 'own':
            return withMeaning(withOwn(facts, event), event, meaning);
        case 'shared':
            return meaning === undefined ? facts : withShared(facts, meaning);
        case 'other':
            return meaning === undefined ? facts : withOther(facts, event, meaning);
    }
}
function withOwn(facts, event) {
    const isError = event.severity === 'ERROR' || event.severity === 'FATAL';
    return {
        ...facts,
        newestOwn: Math.max(facts.newestOwn ?? event.date, event.date),
        firstOwn: Math.min(facts.firstOwn ?? event.date, event.date),
        errors: isError ? [...facts.errors, event] : facts.errors,
    };
}
function withMeaning(facts, event, meaning) {
    switch (meaning?.kind) {
        case 'batch-started':
            return { ...facts, batch: Math.max(facts.batch ?? 0, meaning.batch) };
        case 'batch-ended':
            return { ...facts, batchesEnded: Math.max(facts.batchesEnded, meaning.batch) };
        case 'instances-done':
            return withDone(facts, meaning);
        case 'temporary-group':
            return { ...facts, temporaryGroup: true };
        case 'additional-batch':
            return { ...facts, additionalBatch: true };
        case 'cleaning-up':
            return { ...facts, cleaningUp: true };
        case 'deployment-failed':
        case 'operation-failed':
            return { ...facts, failures: [...facts.failures, event] };
        case 'configuration-failed':
        case 'reverted':
            return {
                ...facts,
                failures: [...facts.failures, event],
                configurationFailures: [...facts.configurationFailures, event],
            };
        case 'completed':
            return { ...facts, completed: [...facts.completed, event] };
        case 'instances-added':
        case 'instances-removed':
            return withShared(facts, meaning);
        case 'started':
        case 'aborted':
        case 'failure-detail':
        case 'version-deployed':
        case 'configuration-deployed':
        case 'health':
        case 'logs-pulled':
        case 'logs-failed':
        case undefined:
            return facts;
    }
}
function withDone(facts, { done, total }) {
    const next = { ...facts, done: { done, total } };
    return facts.batch === undefined || facts.instancesPerBatch !== undefined || done === 0
        ? next
        : { ...next, instancesPerBatch: done / facts.batch };
}
/** Health transitions and the comings and goings of instances carry no request id (observed). */
function withShared(facts, meaning) {
    if (meaning.kind === 'instances-added') {
        return { ...facts, addedIds: new Set([...facts.addedIds, ...meaning.ids]) };
    }
    if (meaning.kind === 'instances-removed') {
        return { ...facts, removedIds: new Set([...facts.removedIds, ...meaning.ids]) };
    }
    return facts;
}
function withOther(facts, event, meaning) {
    const isAbort = meaning.kind === 'aborted' || (meaning.kind === 'started' && meaning.operation === 'abort');
    if (isAbort)
        return { ...facts, abortByOthers: event };
    if (meaning.kind !== 'started')
        return facts;
    switch (meaning.operation) {
        case 'terminate':
            return { ...facts, terminationByOthers: event };
        case 'update':
        case 'rebuild':
        case 'restart':
            // Late news of an operation before ours is no news.
            return facts.firstOwn !== undefined && event.date > facts.firstOwn ? { ...facts, updateByOthers: event } : facts;
        case 'create':
        case 'swap':
        case 'abort':
        case 'application':
            return facts;
    }
}
//# sourceMappingURL=event-facts.js.map
;// CONCATENATED MODULE: ./lib/watch/knowledge.js


/** The environment as the point of comparison of an update that is about to be asked for. */
function baselineOf(environment) {
    return {
        environmentId: environment.id,
        health: environment.health,
        ...(environment.dateUpdated === undefined ? {} : { dateUpdated: environment.dateUpdated }),
        ...(environment.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
        ...(environment.healthStatus === undefined ? {} : { healthStatus: environment.healthStatus }),
    };
}
function beginKnowing(baseline, askedAt) {
    return {
        askedAt,
        baseline,
        environmentReadings: 0,
        absentInARow: 0,
        leftReady: false,
        abortingSeen: false,
        abortedByUs: false,
        readyInARow: 0,
        unavailable: {},
        samples: [],
        events: NO_FACTS,
    };
}
function learn(known, seen) {
    switch (seen.of) {
        case 'environment':
            return seen.environment === undefined
                ? withoutEnvironment(known, seen.at)
                : withEnvironment(known, seen.environment, seen.at);
        case 'events':
            return withEvents(known, seen.fresh, seen.credible, seen.at);
        case 'instances':
            return withInstances(known, seen.reading, seen.at);
        case 'health':
            return withSample({ ...known, health: seen.reading, healthAt: seen.at }, { at: seen.at, health: seen.reading.status, source: 'reading', ...dated(seen.reading.refreshedAt) });
        case 'settings':
            return { ...known, settings: seen.settings, settingsAt: seen.at };
        case 'unavailable':
            return { ...known, unavailable: { ...known.unavailable, [seen.reading]: seen.problem } };
    }
}
/**
 * The service's date of the update's end: readings older than this say nothing about the result. `DateUpdated` equals the
 * last event's second or follows it within one (observed). `undefined` while it has not ended or no date is known.
 */
function endDate(known) {
    if (known.readySince === undefined)
        return undefined;
    const dates = [known.readyDateUpdated, known.events.newestOwn].filter((date) => date !== undefined);
    return dates.length === 0 ? undefined : Math.max(...dates);
}
function withoutEnvironment(known, at) {
    return {
        ...known,
        environmentReadings: known.environmentReadings + 1,
        absentInARow: known.absentInARow + 1,
        absentSince: known.absentSince ?? at,
        absentAt: at,
    };
}
function withEnvironment(before, environment, at) {
    const { absentSince: _, absentAt: __, ...known } = before;
    const leftReady = known.leftReady || (environment.status !== 'Ready' && environment.status !== 'Unrecognised');
    const next = {
        ...known,
        environment,
        environmentAt: at,
        environmentReadings: known.environmentReadings + 1,
        absentInARow: 0,
        leftReady,
        abortingSeen: known.abortingSeen || environment.status === 'Aborting',
    };
    const began = beganBecauseOf(next, environment, at);
    return withReadiness(began === undefined ? next : { ...next, began }, environment, at);
}
function beganBecauseOf(known, environment, at) {
    if (known.began !== undefined)
        return known.began;
    // The service refuses updates of environments that are not Ready: whatever runs after it accepted ours is ours.
    if (environment.status === 'Updating' || environment.status === 'Aborting')
        return { by: 'updating', at };
    const { dateUpdated } = known.baseline;
    if (dateUpdated !== undefined && environment.dateUpdated !== undefined && environment.dateUpdated > dateUpdated) {
        return { by: 'date-updated', at };
    }
    return undefined;
}
function withReadiness(known, environment, at) {
    if (environment.status !== 'Ready' || !isAfterTheUpdate(known, environment, at))
        return withoutReadiness(known);
    const next = {
        ...known,
        readySince: known.readySince ?? at,
        readyInARow: known.readyInARow + 1,
        ...(environment.dateUpdated === undefined ? {} : { readyDateUpdated: environment.dateUpdated }),
    };
    return withSample(next, { at, health: environment.healthStatus ?? environment.health, source: 'environment' });
}
/**
 * A Ready that was read before the update was noticed, or from a replica that lags, is not its end. DateUpdated moves with
 * every operation (observed), so the same DateUpdated as before means: that is still the moment before. Only when an event
 * has announced the end long ago is the date taken to be one that does not move.
 */
function isAfterTheUpdate(known, environment, at) {
    if (known.began === undefined)
        return false;
    if (known.leftReady)
        return true;
    const { dateUpdated } = known.baseline;
    if (dateUpdated === undefined || environment.dateUpdated === undefined)
        return true;
    if (environment.dateUpdated > dateUpdated)
        return true;
    const { endHintAt } = known.events;
    return endHintAt !== undefined && at - endHintAt >= ALLOWANCES.unmovedDate;
}
function withoutReadiness(known) {
    const { readySince: _, readyDateUpdated: __, ...rest } = known;
    return { ...rest, readyInARow: 0, samples: [] };
}
function withEvents(known, fresh, credible, at) {
    const events = learnFromEvents(known.events, fresh, credible, at);
    const began = known.began ?? (fresh.some((event) => event.attribution === 'own') ? { by: 'event', at } : undefined);
    const next = { ...known, events, eventsAt: at, ...(began === undefined ? {} : { began }) };
    return healthSamplesOf(fresh, at).reduce(withSample, next);
}
function healthSamplesOf(fresh, at) {
    return fresh.flatMap((event) => {
        const health = event.attribution === 'shared' ? announcedHealth(event) : undefined;
        return health === undefined ? [] : [{ at, health, source: 'event', date: event.date }];
    });
}
function withInstances(known, reading, at) {
    const ids = reading.instances.map((instance) => instance.deployment?.id ?? 0);
    const highest = Math.max(known.highestDeploymentId ?? 0, ...ids);
    return { ...known, instances: reading, instancesAt: at, ...(highest > 0 ? { highestDeploymentId: highest } : {}) };
}
function withSample(known, sample) {
    return known.readySince === undefined ? known : { ...known, samples: [...known.samples, sample] };
}
function dated(date) {
    return date === undefined ? {} : { date };
}
//# sourceMappingURL=knowledge.js.map
;// CONCATENATED MODULE: ./lib/watch/fleet.js



/** Whether instances are asked at all: not with basic health, and not for updates that leave them as they are. */
function asksInstances(expects, known) {
    return expects.enhancedHealth && expects.raisesDeploymentId && known.unavailable.instances === undefined;
}
/** Lags are measured by when the instances were read, not by now: a look that was throttled has seen nothing. */
function findFleet(expects, known) {
    const { readySince, instances: reading, instancesAt } = known;
    if (readySince === undefined)
        return { found: 'pending', reason: 'the update has not ended', wants: [] };
    if (reading === undefined || instancesAt === undefined || !isAfterEnd(reading, known)) {
        return notRefreshed(readySince, instancesAt);
    }
    const waited = instancesAt - readySince;
    if (reading.instances.length === 0 && expects.instances > 0)
        return emptyFleet(waited);
    const fleet = sortFleet(expects, known, reading);
    if (fleet.behind.length > 0)
        return split(expects, known, fleet, waited, readySince);
    const count = fleet.current.length;
    if (count < expects.instances && waited < ALLOWANCES.fleetLag) {
        const reason = `${count} of at least ${expects.instances} instances report the deployment`;
        return { found: 'pending', reason, wants: ['instances'], dueAt: readySince + ALLOWANCES.fleetLag };
    }
    if (count === 0 && expects.instances > 0) {
        return { found: 'failed', code: 'cannot-tell', reason: 'no instance in service says what it runs' };
    }
    return { found: 'proven', note: fleetNote(fleet, expects) };
}
/** The instances, each with what it says it runs: for people. Foreign text inside. */
function describeInstances(instances) {
    return instances.map((instance) => `${instance.id} ${describeDeployment(instance)}`).join(', ');
}
function sortFleet(expects, known, reading) {
    const end = endDate(known);
    const passing = reading.instances.filter((instance) => known.events.removedIds.has(instance.id) || isJustLaunched(instance, end));
    const serving = reading.instances.filter((instance) => !passing.includes(instance));
    const newest = Math.max(0, ...serving.map((instance) => instance.deployment?.id ?? 0));
    const isCurrent = (instance) => runsTheDeployment(instance, expects, known, newest);
    return {
        current: serving.filter(isCurrent),
        behind: serving.filter((instance) => !isCurrent(instance)),
        passing,
    };
}
function runsTheDeployment(instance, expects, known, newestId) {
    const { deployment } = instance;
    if (deployment === undefined || deployment.status !== 'Deployed')
        return false;
    if (expects.versionLabel !== undefined && deployment.versionLabel !== expects.versionLabel)
        return false;
    if (!expects.raisesDeploymentId)
        return true;
    if (deployment.id !== undefined && deployment.id < newestId)
        return false;
    if (expects.previousDeploymentId !== undefined)
        return (deployment.id ?? 0) > expects.previousDeploymentId;
    // Without the id from before, a new label is told by the label, and an equal one by the date of the deployment.
    return expects.versionLabel !== expects.previousVersionLabel || deployedSince(deployment.time, known);
}
/** Deployment times come from instances and have whole seconds (observed). */
function deployedSince(time, known) {
    const { firstOwn } = known.events;
    return time !== undefined && firstOwn !== undefined && time >= firstOwn - (0,domain_time/* seconds */.YA)(1);
}
/** Launched by Auto Scaling at the end or after it: gets the current version without being part of the update. */
function isJustLaunched(instance, end) {
    const isUndeployed = instance.deployment === undefined || instance.deployment.status === 'In Progress';
    return (isUndeployed && instance.launchedAt !== undefined && end !== undefined && instance.launchedAt >= end - (0,domain_time/* seconds */.YA)(1));
}
function isAfterEnd(reading, known) {
    const end = endDate(known);
    if (reading.refreshedAt === undefined || end === undefined) {
        return known.instancesAt !== undefined && known.instancesAt > (known.readySince ?? 0);
    }
    return reading.refreshedAt >= end;
}
function notRefreshed(readySince, readAt) {
    const reason = 'the instances have not reported since the update ended';
    const waitedFor = (readAt ?? readySince) - readySince;
    if (waitedFor < ALLOWANCES.refresh)
        return { found: 'pending', reason, wants: ['instances'] };
    const waited = (0,domain_time/* formatDuration */.a3)(waitedFor);
    return { found: 'failed', code: 'cannot-tell', reason: `${reason} ${waited} ago, so nobody can say what they run` };
}
function emptyFleet(waited) {
    const reason = 'DescribeInstancesHealth answers an empty list';
    if (waited < ALLOWANCES.absent)
        return { found: 'pending', reason, wants: ['instances'] };
    return {
        found: 'failed',
        code: 'cannot-tell',
        reason: `${reason}, which is also its answer to a caller without the permission elasticbeanstalk:DescribeInstancesHealth`,
    };
}
function split(expects, known, fleet, waited, readySince) {
    const count = fleet.behind.length;
    const total = count + fleet.current.length;
    const wanted = expects.versionLabel === undefined ? 'the deployment' : expects.versionLabel;
    const which = `${count} of ${total} instances ${count === 1 ? 'does' : 'do'} not run ${wanted}: ${describeInstances(fleet.behind)}`;
    // An event that announced the failure makes waiting for laggards pointless.
    if (waited < ALLOWANCES.fleetLag && known.events.failures.length === 0) {
        return { found: 'pending', reason: which, wants: ['instances'], dueAt: readySince + ALLOWANCES.fleetLag };
    }
    if (fleet.current.length === 0)
        return { found: 'failed', code: 'deployment-failed', reason: which };
    const rest = `; the others: ${describeInstances(fleet.current)}`;
    return { found: 'failed', code: 'split-fleet', reason: `${which}${rest}` };
}
function fleetNote(fleet, expects) {
    const count = fleet.current.length;
    const id = fleet.current[0]?.deployment?.id;
    const fewer = count < expects.instances ? ` (${expects.instances} were expected)` : '';
    const deployment = id === undefined ? 'the deployment' : `deployment ${id}`;
    return `${count === 1 ? 'its only instance reports' : `all ${count} instances report`} ${deployment}${fewer}`;
}
function describeDeployment(instance) {
    const { deployment } = instance;
    if (deployment === undefined)
        return 'reports no deployment';
    const id = deployment.id === undefined ? '' : ` (deployment ${deployment.id})`;
    const status = deployment.status === 'Deployed' ? '' : `, ${deployment.status}`;
    return `runs ${deployment.versionLabel ?? 'no version'}${id}${status}`;
}
//# sourceMappingURL=fleet.js.map
;// CONCATENATED MODULE: ./lib/watch/health-gate.js
/** Judges health after an update's end: accepted, computed after the end, and held without a bad sample. Pure. */




/** Finds out whether health holds; `enhanced` says whether statuses with refresh times can be had. */
function findHealth(rules, known, enhanced, now) {
    if (rules.accepted.kind === 'any')
        return { found: 'proven', note: 'health is not judged, as asked' };
    const { readySince } = known;
    if (readySince === undefined)
        return { found: 'pending', reason: 'the update has not ended', wants: [] };
    const graceEnd = readySince + rules.healthGrace;
    const samples = enhanced ? refreshedSamples(known) : settledSamples(known, readySince);
    // An announcement may arrive late: it can interrupt the hold, but what was looked at is what health is.
    const last = samples.findLast((sample) => sample.source !== 'event');
    if (last === undefined) {
        return withoutSample(known, enhanced, graceEnd + (enhanced ? ALLOWANCES.refresh : ALLOWANCES.basicRefresh));
    }
    const taste = tasteOf(rules.accepted, last.health, known);
    if (taste !== 'good')
        return notGood(taste, last, graceEnd, now, rules);
    return holding(rules, samples, known, last);
}
/** Samples that are newer than the update's end: all that follow the first reading computed after it. */
function refreshedSamples(known) {
    const end = endDate(known);
    const afterEnd = (sample) => sample.date === undefined || end === undefined || sample.date >= end;
    const first = known.samples.findIndex((sample) => sample.source === 'reading' && afterEnd(sample));
    return first < 0 ? [] : known.samples.slice(first).filter(afterEnd);
}
/** Basic health has no refresh time: samples count once its checks have run again. */
function settledSamples(known, readySince) {
    return known.samples.filter((sample) => sample.at - readySince >= ALLOWANCES.basicRefresh);
}
function withoutSample(known, enhanced, patience) {
    const reason = enhanced
        ? 'health has not been computed anew since the update ended'
        : 'basic health needs some seconds to be checked anew';
    const readAt = (enhanced ? known.healthAt : known.environmentAt) ?? 0;
    if (readAt < patience)
        return { found: 'pending', reason, wants: enhanced ? ['health'] : ['environment'] };
    const shown = known.health?.status ?? known.environment?.healthStatus ?? known.environment?.health ?? 'nothing';
    return { found: 'failed', code: 'cannot-tell', reason: `${reason}; the last that was shown is ${shown}` };
}
function notGood(taste, last, graceEnd, now, rules) {
    const { health } = last;
    const wanted = describeAccepted(rules.accepted);
    // The last word is a look made when the grace was over, not one from before.
    if (last.at < graceEnd) {
        const left = (0,domain_time/* formatDuration */.a3)(Math.max(0, graceEnd - now));
        const reason = `health is ${health}, accepted is ${wanted} (${left} of grace left)`;
        return { found: 'pending', reason, wants: [], dueAt: graceEnd };
    }
    const within = `within ${(0,domain_time/* formatDuration */.a3)(rules.healthGrace)} after the update ended`;
    return taste === 'bad'
        ? { found: 'failed', code: 'unhealthy', reason: `health is ${health} and did not hold at ${wanted} ${within}` }
        : {
            found: 'failed',
            code: 'cannot-tell',
            reason: `health is ${health}, which tells nothing, and did not become ${wanted} ${within}`,
        };
}
function holding(rules, samples, known, last) {
    const lastBad = samples.findLastIndex((sample) => tasteOf(rules.accepted, sample.health, known) !== 'good');
    const since = samples[lastBad + 1]?.at ?? last.at;
    const held = last.at - since;
    if (held >= rules.stableFor) {
        const note = rules.stableFor === 0 ? `health is ${last.health}` : `health ${last.health} held for ${(0,domain_time/* formatDuration */.a3)(held)}`;
        return { found: 'proven', note };
    }
    return {
        found: 'pending',
        reason: `health is ${last.health} and has held for ${(0,domain_time/* formatDuration */.a3)(held)} of ${(0,domain_time/* formatDuration */.a3)(rules.stableFor)}`,
        wants: [],
        dueAt: since + rules.stableFor,
    };
}
function tasteOf(accepted, health, known) {
    if (isAccepted(accepted, health, known))
        return 'good';
    const color = isStatus(health) ? (0,environment/* colorOf */.HN)(health) : health;
    return color === 'Grey' ? 'unclear' : 'bad';
}
function isAccepted(accepted, health, known) {
    switch (accepted.kind) {
        case 'any':
            return true;
        case 'statuses':
            return isStatus(health) ? accepted.statuses.includes(health) : accepted.colors.includes(health);
        case 'not-worse':
            return isNotWorse(health, known);
    }
}
/** Info follows every good update for about a minute and a half (observed), so it is never worse than Ok. */
function isNotWorse(health, known) {
    if (isStatus(health)) {
        if (health === 'Ok' || health === 'Info')
            return true;
        const baseline = known.baseline.healthStatus;
        return baseline !== undefined && (0,environment/* isWorse */.Bx)(health, baseline) === false;
    }
    const rank = { Green: 0, Yellow: 1, Red: 2, Grey: Number.NaN };
    return health === 'Green' || rank[health] <= rank[known.baseline.health];
}
function isStatus(health) {
    return environment/* HEALTH_STATUSES */.i9.some((status) => status === health);
}
function describeAccepted(accepted) {
    switch (accepted.kind) {
        case 'any':
            return 'anything';
        case 'statuses':
            return accepted.statuses.length > 0 ? accepted.statuses.join(' or ') : accepted.colors.join(' or ');
        case 'not-worse':
            return 'no worse than before';
    }
}
//# sourceMappingURL=health-gate.js.map
;// CONCATENATED MODULE: ./lib/watch/label.js



/** Ready readings in a row after which a hint (a failure event, an abort, a third label) ends the allowance early. */
const SURE = 2;
/** `fleetAsked`: instances will prove the deployment, so a label that did not change need not. */
function findLabel(expects, known, fleetAsked) {
    const shown = known.environment?.versionLabel;
    const wanted = expects.versionLabel ?? expects.previousVersionLabel;
    if (wanted !== undefined && shown !== wanted)
        return otherLabel(expects, known, shown, wanted);
    const isTold = expects.versionLabel !== undefined && expects.versionLabel !== expects.previousVersionLabel;
    if (isTold || fleetAsked || asksSettings(expects))
        return { found: 'proven' };
    return withoutDiscriminator(known);
}
/**
 * The same label, no instances to ask, no option to read back: state cannot tell success from failure. Then a failure
 * that an event announced, or an abort, stands unrefuted.
 */
function withoutDiscriminator(known) {
    if (wasAborted(known))
        return { found: 'failed', code: 'aborted-elsewhere', reason: 'somebody aborted the update' };
    const [failure] = known.events.failures;
    if (failure === undefined)
        return { found: 'proven' };
    const code = known.events.configurationFailures.length > 0 ? 'configuration-failed' : 'deployment-failed';
    return { found: 'failed', code, reason: `Elastic Beanstalk says: ${quote(failure)}` };
}
function otherLabel(expects, known, shown, wanted) {
    const readySince = known.readySince ?? 0;
    // By when it was read: a look that was throttled has seen nothing.
    const waited = (known.environmentAt ?? readySince) - readySince;
    const isThird = shown !== undefined && shown !== expects.previousVersionLabel;
    const isHinted = isThird || wasAborted(known) || known.events.failures.length > 0;
    const isOver = waited >= ALLOWANCES.labelLag || (isHinted && known.readyInARow >= SURE);
    if (!isOver) {
        const reason = `the environment is Ready and still shows ${shown ?? 'no version'}, not ${wanted}`;
        return { found: 'pending', reason, wants: ['environment', 'events'], dueAt: readySince + ALLOWANCES.labelLag };
    }
    if (shown === undefined) {
        return { found: 'failed', code: 'cannot-tell', reason: 'the environment is Ready and shows no version label' };
    }
    return isThird ? thirdLabel(known, shown, wanted) : previousLabel(known, shown, wanted, waited);
}
function thirdLabel(known, shown, wanted) {
    const who = known.events.updateByOthers === undefined ? '' : '; an update of somebody else started after ours';
    return {
        found: 'failed',
        code: 'wrong-version',
        reason: `the environment is Ready on ${shown}, which is neither ${wanted} nor what it had before${who}`,
    };
}
function previousLabel(known, shown, wanted, since) {
    const state = `the environment is Ready on ${shown} again, not on ${wanted}`;
    if (wasAborted(known)) {
        return { found: 'failed', code: 'aborted-elsewhere', reason: `somebody aborted the update: ${state}` };
    }
    const [failure] = known.events.failures;
    if (failure === undefined) {
        const reason = `${state}, for ${(0,domain_time/* formatDuration */.a3)(since)}, and no event said why`;
        const [error] = known.events.errors;
        return {
            found: 'failed',
            code: 'rolled-back',
            reason: error === undefined ? reason : `${state}; the first error was: ${quote(error)}`,
        };
    }
    const code = known.events.configurationFailures.length > 0 ? 'configuration-failed' : 'deployment-failed';
    const cause = known.events.errors[0] ?? failure;
    return { found: 'failed', code, reason: `${state}; Elastic Beanstalk says: ${quote(cause)}` };
}
/** `Aborting` was seen, or an event told of an abort, and it was not ours. */
function wasAborted(known) {
    return !known.abortedByUs && (known.abortingSeen || known.events.abortByOthers !== undefined);
}
const LONGEST_QUOTE = 300;
function quote(event) {
    return event.message.length > LONGEST_QUOTE ? `${event.message.slice(0, LONGEST_QUOTE)}…` : event.message;
}
//# sourceMappingURL=label.js.map
;// CONCATENATED MODULE: ./lib/watch/judges.js
/**
 * Decides whether an update has settled as intended. Pure: knowledge and a moment in, a judgement out.
 *
 * Reached needs all of: the operation was seen to begin · Ready · the requested label, option values or a newer deployment
 * · every instance in service on that deployment · health accepted, computed after the end and held. Events explain and
 * speed up. What cannot be told is waited for and then a failure that says so; it never becomes a success.
 */







function judgeSettled(expects, rules, known, now) {
    const beforeEnd = judgePresence(known) ?? judgeBeginning(known) ?? judgeStatus(known);
    return beforeEnd ?? judgeResult(expects, rules, known, now);
}
/** The environment exists, can be seen, and is still the same one. */
function judgePresence(known) {
    const { environment, absentSince, absentAt } = known;
    if (environment !== undefined && environment.id !== known.baseline.environmentId) {
        return failing('environment-gone', `the environment was replaced: its id is ${environment.id} now`);
    }
    if (environment?.status === 'Terminating' || environment?.status === 'Terminated') {
        const verb = environment.status === 'Terminated' ? 'was terminated' : 'is being terminated';
        return failing('environment-gone', `the environment ${verb} while the update ran`);
    }
    if (absentSince === undefined)
        return undefined;
    const span = (absentAt ?? absentSince) - absentSince;
    if (span >= ALLOWANCES.absent)
        return absent(known, span);
    return pending('running', 'DescribeEnvironments answers without the environment', ['environment', 'events']);
}
function absent(known, since) {
    if (known.events.terminationByOthers !== undefined) {
        return failing('environment-gone', 'the environment was terminated while the update ran');
    }
    const never = known.environment === undefined ? 'has never shown the environment' : 'no longer shows the environment';
    const permission = 'elasticbeanstalk:DescribeEnvironments';
    return failing('cannot-tell', `DescribeEnvironments ${never} for ${(0,domain_time/* formatDuration */.a3)(since)}: it is gone, or the permission ${permission} is missing`);
}
function judgeBeginning(known) {
    if (known.began !== undefined)
        return undefined;
    // By what was read: looks that were throttled have seen nothing.
    const waited = Math.min(known.environmentAt ?? 0, known.eventsAt ?? 0) - known.askedAt;
    const wants = ['events', 'environment'];
    if (waited < ALLOWANCES.notStarted)
        return pending('beginning', 'the update was accepted and has not begun yet', wants);
    const blind = known.events.readings > 0 && known.events.seen === 0 && known.events.incredibleInARow > 0;
    const span = (0,domain_time/* formatDuration */.a3)(waited);
    return blind
        ? failing('cannot-tell', `no beginning was seen within ${span} and DescribeEvents answers an empty list: the permission elasticbeanstalk:DescribeEvents may be missing`)
        : failing('not-started', `the update was accepted, but nothing shows that it began within ${span}`);
}
function judgeStatus(known) {
    if (known.readySince !== undefined)
        return undefined;
    const wants = ['environment', 'events'];
    const status = known.environment?.status;
    switch (status) {
        case undefined:
            return pending('running', 'the environment has not been seen yet', wants);
        case 'Ready':
            return pending('running', 'the environment still shows the moment before the update', wants);
        case 'Updating':
            return pending('running', updatingReason(known), wants);
        case 'Aborting':
            return pending('running', known.abortedByUs ? 'our update is being aborted' : 'somebody aborts the update', wants);
        case 'Launching':
        case 'LinkingFrom':
        case 'LinkingTo':
        case 'Terminating':
        case 'Terminated':
            return pending('running', `the environment is ${status}`, wants);
        case 'Unrecognised':
            return pending('running', 'the environment has a status that this release does not know', wants);
    }
}
function updatingReason(known) {
    if (known.events.updateByOthers !== undefined)
        return 'the environment is busy with an update of somebody else';
    if (known.events.cleaningUp)
        return 'the new instances serve; old ones are being removed';
    const { done } = known.events;
    return done === undefined
        ? 'the update is in progress'
        : `the update is in progress: ${done.done} of ${done.total} instances have run it`;
}
/** Ready again: what is the environment now? */
function judgeResult(expects, rules, known, now) {
    const fleetAsked = asksInstances(expects, known);
    const enhanced = expects.enhancedHealth && known.unavailable.health === undefined && known.unavailable.instances === undefined;
    const label = findLabel(expects, known, fleetAsked);
    const findings = [
        label,
        findConfiguration(expects, known),
        fleetAsked ? explainFleet(findFleet(expects, known), known) : { found: 'proven' },
        findHealth(rules, known, enhanced, now),
    ];
    const failure = findings.find((finding) => finding.found === 'failed');
    const proof = fleetAsked ? 'instances' : 'environment';
    if (failure?.found === 'failed') {
        return { verdict: failed(failure.code, failure.reason), proof, phase: 'proving', wants: [] };
    }
    const open = findings.filter((finding) => finding.found === 'pending');
    const [first] = open;
    if (first !== undefined)
        return stillProving(first.reason, open, proof);
    return { verdict: reached(successReason(expects, findings, known)), proof, phase: 'proving', wants: [] };
}
/** An abort or a failure that events told of names the cause of a fleet that did not change as a whole. */
function explainFleet(finding, known) {
    if (finding.found !== 'failed' || finding.code === 'cannot-tell')
        return finding;
    return wasAborted(known)
        ? { ...finding, code: 'aborted-elsewhere', reason: `somebody aborted the update; ${finding.reason}` }
        : finding;
}
function stillProving(reason, open, proof) {
    const wants = [...new Set(open.flatMap((finding) => finding.wants))];
    const dues = open.flatMap((finding) => (finding.dueAt === undefined ? [] : [finding.dueAt]));
    return {
        verdict: waiting(reason),
        proof,
        phase: 'proving',
        wants,
        ...(dues.length === 0 ? {} : { dueAt: Math.min(...dues) }),
    };
}
function successReason(expects, findings, known) {
    const head = expects.versionLabel === undefined
        ? 'the environment is Ready'
        : `the environment is Ready on ${expects.versionLabel}`;
    const notes = findings.flatMap((finding) => finding.found === 'proven' && finding.note !== undefined ? [finding.note] : []);
    const doubts = known.events.errors.length + known.events.failures.filter((event) => event.severity === 'INFO').length;
    const doubt = doubts === 0 ? [] : [`although ${doubts} ${doubts === 1 ? 'event' : 'events'} of the update spoke of errors`];
    return [head, ...notes, ...doubt].join('; ');
}
function failing(code, reason) {
    return { verdict: failed(code, reason), proof: 'environment', phase: 'running', wants: [] };
}
function pending(phase, reason, wants) {
    return { verdict: waiting(reason), proof: 'none', phase, wants };
}
//# sourceMappingURL=judges.js.map
;// CONCATENATED MODULE: ./lib/watch/elapsed.js
/**
 * The larger of the two: our clock runs ahead while answers lag, and the service's runs ahead where its time is faster
 * than ours (a rehearsal against a simulated service). Both are differences within one clock; the clocks never meet.
 */
function elapsedSince(known, askedAt, now) {
    return Math.max(now - askedAt, serviceElapsed(known), 0);
}
/** From the first event of ours to the newest date that any answer has shown since. */
function serviceElapsed({ events, instances, health }) {
    if (events.firstOwn === undefined)
        return 0;
    const dates = [events.newestOwn, instances?.refreshedAt, health?.refreshedAt].filter((date) => date !== undefined);
    return Math.max(events.firstOwn, ...dates) - events.firstOwn;
}
//# sourceMappingURL=elapsed.js.map
;// CONCATENATED MODULE: ./lib/watch/pace.js
/**
 * Decides when to look next and which (at most two) calls the look makes. Pure: no clock, no call.
 *
 * DescribeEvents and DescribeEnvironments are limited to about two a second for the whole account and region, shared with
 * the console and every other pipeline, so a look is rare where nothing is expected and quick where something is:
 *
 *   asked ·· begins ········ quiet middle ········ near the expected end ·· Ready ·· proof held ·· drained
 *     1 s      5 s             8 to 12 s                  5 s                2.5–8 s        1 s
 */


/** Calls that may have been sent so long after the start before the pace slows down: some 70 in ten minutes. */
const BUDGET = { base: 20, perSecond: 0.085 };
const LONGEST = (0,domain_time/* minutes */.Gx)(1);
const NEAR = (0,domain_time/* seconds */.YA)(5);
function planLook(judgement, known, pacing, now) {
    const readings = chooseReadings(judgement, known, pacing, now);
    return { at: now + Math.round(chooseInterval(judgement, known, pacing, now, readings.length)), readings };
}
/** The last reading before success is believed: events and environment once more, a second later. */
function planDrain(pacing, now) {
    return { at: now + Math.min((0,domain_time/* seconds */.YA)(1), pacing.pollInterval ?? (0,domain_time/* seconds */.YA)(1)), readings: ['environment', 'events'] };
}
function chooseInterval(judgement, known, pacing, now, calls) {
    const slowed = 2 ** Math.min(pacing.failedInARow, 5);
    if (pacing.pollInterval !== undefined)
        return Math.min(pacing.pollInterval * slowed, Math.max(LONGEST, pacing.pollInterval));
    const wished = interval(judgement, known, pacing, now);
    const stretched = judgement.phase === 'running' ? Math.max(wished, stretch(pacing, now, calls)) : wished;
    const spread = stretched * slowed * (0.9 + 0.2 * pacing.jitter);
    const planned = Math.min(spread, LONGEST);
    return pacing.failedInARow > 0 ? planned : untilDue(planned, judgement.dueAt, now);
}
function interval(judgement, known, pacing, now) {
    switch (judgement.phase) {
        case 'beginning':
            return pacing.looks < 3 ? (0,domain_time/* seconds */.YA)(1) : pacing.looks < 8 ? (0,domain_time/* seconds */.YA)(3) : (0,domain_time/* seconds */.YA)(8);
        case 'running':
            return runningInterval(known, pacing, now);
        case 'proving':
            return provingInterval(judgement, known, now);
    }
}
function runningInterval(known, pacing, now) {
    const { endHintAt } = known.events;
    // An event announced the end: the state follows within a second or two.
    if (endHintAt !== undefined && now - endHintAt < (0,domain_time/* seconds */.YA)(30))
        return (0,domain_time/* seconds */.YA)(1.5);
    const elapsed = elapsedSince(known, pacing.askedAt, now);
    const expected = pacing.expectedDuration;
    const window = Math.max(expected / 10, (0,domain_time/* seconds */.YA)(15));
    if (Math.abs(elapsed - expected) <= window || elapsed < (0,domain_time/* seconds */.YA)(15))
        return NEAR;
    return Math.min(Math.max(expected / 50, (0,domain_time/* seconds */.YA)(8)), (0,domain_time/* seconds */.YA)(12));
}
/** Right after Ready the missing proofs arrive within an agent's ten seconds; a long hold needs no hurry until its end. */
function provingInterval(judgement, known, now) {
    const proving = now - (known.readySince ?? now);
    if (judgement.wants.length > 0 && proving < (0,domain_time/* seconds */.YA)(20))
        return (0,domain_time/* seconds */.YA)(2.5);
    const untilDue = judgement.dueAt === undefined ? (0,domain_time/* seconds */.YA)(30) : judgement.dueAt - now;
    // Agents report every ten seconds: a hold looked at more often shows the same sample twice.
    return Math.min(Math.max(untilDue / 4, judgement.wants.length > 0 ? NEAR : (0,domain_time/* seconds */.YA)(8)), (0,domain_time/* seconds */.YA)(15));
}
/** Longer pauses when more calls were sent than the elapsed time allows. */
function stretch(pacing, now, calls) {
    const allowed = BUDGET.base + (BUDGET.perSecond * (now - pacing.askedAt)) / 1_000;
    return pacing.calls > allowed ? (0,domain_time/* seconds */.YA)(calls / BUDGET.perSecond) : 0;
}
/** Looks exactly when waiting alone is over, rather than some seconds before and again after. */
function untilDue(planned, dueAt, now) {
    if (dueAt === undefined || dueAt <= now)
        return planned;
    return dueAt - now <= planned * 1.5 ? dueAt - now : planned;
}
function chooseReadings(judgement, known, pacing, now) {
    const usual = ['environment', 'events'];
    switch (judgement.phase) {
        case 'beginning':
            return usual;
        case 'running':
            return runningReadings(known, pacing, now);
        case 'proving':
            return provingReadings(judgement, pacing) ?? usual;
    }
}
/** Mostly both; now and then the instances, which show how far it is; events alone while the budget is short. */
function runningReadings(known, pacing, now) {
    const isAnnounced = known.events.endHintAt !== undefined;
    const isBlind = known.events.incredibleInARow > 0 || known.absentInARow > 0;
    if (isAnnounced || isBlind)
        return ['environment', 'events'];
    const canAskInstances = pacing.asksInstances && known.unavailable.instances === undefined;
    const turn = pacing.looks % 3;
    if (turn === 2 && canAskInstances)
        return ['environment', 'instances'];
    const allowed = BUDGET.base + (BUDGET.perSecond * (now - pacing.askedAt)) / 1_000;
    return pacing.calls < allowed * 0.7 || turn === 2 ? ['environment', 'events'] : ['events'];
}
/** What is missing and the usual pair take turns: a status that moves on must not be missed over a proof that lags. */
function provingReadings(judgement, pacing) {
    if (judgement.wants.length === 0 || pacing.looks % 2 === 0)
        return undefined;
    return judgement.wants.slice(0, 2);
}
//# sourceMappingURL=pace.js.map
;// CONCATENATED MODULE: ./lib/watch/shape.js
/** A sentence when what is seen contradicts the wished policy; `undefined` while nothing does. */
function contradictsPolicy(expects, known, shape) {
    const { policy } = expects;
    if (policy === undefined || !expects.raisesDeploymentId || known.readySince !== undefined)
        return undefined;
    const seen = seenInstead(policy, expects, known, shape);
    return seen === undefined ? undefined : `The deployment policy ${policy} was asked for, but ${seen}.`;
}
function seenInstead(policy, expects, known, shape) {
    const changing = changingInstances(expects, known);
    const kept = changing.filter((instance) => shape.before.has(instance.id));
    switch (policy) {
        case 'AllAtOnce':
            if (known.events.temporaryGroup)
                return 'a temporary group of new instances is launched';
            return known.events.batch !== undefined && known.events.batch > 1 ? 'instances change in batches' : undefined;
        case 'Rolling':
            if (known.events.temporaryGroup)
                return 'a temporary group of new instances is launched';
            if (known.events.additionalBatch)
                return 'an additional batch of instances is launched';
            return tooManyAtOnce(kept, shape);
        case 'RollingWithAdditionalBatch':
            if (known.events.temporaryGroup)
                return 'a temporary group of new instances is launched';
            return tooManyAtOnce(kept, shape);
        case 'Immutable':
        case 'TrafficSplitting':
            return kept.length > 0 ? `${kept.length} of the old instances are changed in place` : undefined;
    }
}
/** Instances on which the new deployment runs right now. */
function changingInstances(expects, known) {
    const previous = expects.previousDeploymentId ?? 0;
    return (known.instances?.instances ?? []).filter(({ deployment }) => deployment?.status === 'In Progress' && (deployment.id ?? 0) > previous);
}
function tooManyAtOnce(changing, shape) {
    if (shape.batch === undefined || changing.length <= shape.batch)
        return undefined;
    return `${changing.length} instances change at once where a batch holds ${shape.batch}`;
}
//# sourceMappingURL=shape.js.map
;// CONCATENATED MODULE: ./lib/watch/view.js


function viewOf(expects, known, schedule, now) {
    const { environment } = known;
    const health = healthOf(known);
    const requests = requestsOf(known);
    const updated = updatedInstances(expects, known, schedule.fleetSize);
    const remaining = remainingTime(known, schedule, updated, now);
    return {
        status: environment?.status ?? 'Unrecognised',
        ...(environment?.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
        ...(health === undefined ? {} : { health }),
        ...batchOf(known),
        ...(updated === undefined ? {} : { updated }),
        ...(expects.versionLabel === undefined ? {} : { wantedLabel: expects.versionLabel }),
        ...(requests === undefined ? {} : { requests }),
        ...(remaining === undefined ? {} : { remaining }),
    };
}
/** Whichever reading is newer. */
function healthOf({ environment, environmentAt, health, healthAt }) {
    const shown = environment?.healthStatus ?? environment?.health;
    if (health === undefined || shown === undefined)
        return health?.status ?? shown;
    return (healthAt ?? 0) >= (environmentAt ?? 0) ? health.status : shown;
}
/** DescribeEnvironmentHealth sums requests up itself; while it is not asked, the instances' numbers are summed up here. */
function requestsOf({ health, healthAt, instances, instancesAt }) {
    if (health?.requests !== undefined && (healthAt ?? 0) >= (instancesAt ?? 0))
        return health.requests;
    const all = instances?.instances.flatMap(({ requests }) => (requests === undefined ? [] : [requests])) ?? [];
    const [first] = all;
    if (first === undefined)
        return undefined;
    const sum = (pick) => all.reduce((total, one) => total + pick(one), 0);
    const slowest = all.flatMap(({ p99 }) => (p99 === undefined ? [] : [p99]));
    return {
        windowSeconds: first.windowSeconds,
        requestCount: sum((one) => one.requestCount),
        status2xx: sum((one) => one.status2xx),
        status3xx: sum((one) => one.status3xx),
        status4xx: sum((one) => one.status4xx),
        status5xx: sum((one) => one.status5xx),
        ...(slowest.length === 0 ? {} : { p99: Math.max(...slowest) }),
    };
}
function batchOf(known) {
    const { batch, done, instancesPerBatch } = known.events;
    if (batch === undefined)
        return {};
    if (done === undefined || instancesPerBatch === undefined)
        return { batch: { current: batch } };
    return { batch: { current: batch, total: Math.max(batch, Math.ceil(done.total / instancesPerBatch)) } };
}
/**
 * Events tell sooner that a batch has run; instances tell what they really run. Where a whole fleet of new instances takes
 * over, the total is that fleet, not old and new together; an additional batch counts, because all of them have their turn.
 */
function updatedInstances(expects, known, fleetSize) {
    const told = known.events.done;
    if (known.instances === undefined || !expects.raisesDeploymentId)
        return told;
    const fleet = sortFleet(expects, known, known.instances);
    const seen = fleet.current.length + fleet.behind.length;
    const isOver = known.readySince !== undefined;
    const isReplaced = known.events.temporaryGroup && !isOver && fleetSize > 0;
    const wanted = isReplaced ? Math.min(seen, fleetSize) : seen;
    const total = Math.max(wanted, fleet.current.length);
    const done = told?.total === total && !isOver ? told.done : 0;
    return { done: Math.max(fleet.current.length, done), total };
}
/**
 * Until the proof: what the usual duration leaves, but not less than the share of the instances that have not had their
 * turn, and then the time for which health must hold. `undefined` when it takes longer than usual and nobody can tell.
 */
function remainingTime(known, { askedAt, expectedDuration, stableFor }, updated, now) {
    if (known.readySince !== undefined)
        return positive(known.readySince + stableFor - now);
    const left = expectedDuration - elapsedSince(known, askedAt, now);
    const isUnderWay = updated !== undefined && updated.done > 0;
    const toCome = isUnderWay ? (1 - updated.done / Math.max(updated.total, 1)) * expectedDuration : 0;
    const running = positive(Math.max(left, toCome));
    return running === undefined ? undefined : running + stableFor;
}
const positive = (span) => (span > 0 ? span : undefined);
//# sourceMappingURL=view.js.map
;// CONCATENATED MODULE: ./lib/watch/session.js







/** One wait for one update. */
class Session {
    #request;
    #parts;
    #known;
    #judgement;
    #looks = 0;
    #calls = 0;
    #drainingSince;
    #said = '';
    #warned = false;
    constructor(request, parts) {
        this.#request = request;
        this.#parts = parts;
        this.#known = beginKnowing(request.baseline, request.askedAt);
        this.#judgement = judgeSettled(request.expects, request.rules, this.#known, request.askedAt);
    }
    get known() {
        return this.#known;
    }
    get isDraining() {
        return this.#drainingSince !== undefined;
    }
    plan(failedInARow, jitter, now) {
        const { askedAt, expectedDuration, expects } = this.#request;
        const { pollInterval } = this.#parts;
        const pacing = {
            askedAt,
            expectedDuration,
            looks: this.#looks,
            calls: this.#calls,
            failedInARow,
            asksInstances: expects.enhancedHealth && expects.raisesDeploymentId,
            jitter,
            ...(pollInterval === undefined ? {} : { pollInterval }),
        };
        if (this.isDraining && failedInARow === 0)
            return planDrain(pacing, now);
        return planLook(this.#judgement, this.#known, pacing, now);
    }
    lookStarts(calls) {
        this.#looks += 1;
        this.#calls += calls;
    }
    learn(seen) {
        this.#known = learn(this.#known, seen);
    }
    /** Answers how the wait has ended, or `undefined` to look again. */
    judge(eventsRead, now) {
        const { expects, rules, deadline } = this.#request;
        const known = this.#known;
        this.#judgement = judgeSettled(expects, rules, known, now);
        const { verdict, proof } = this.#judgement;
        this.#sayWhereItStands(verdict, now);
        if (verdict.verdict === 'failed')
            return { end: 'judged', verdict, proof, known };
        if (verdict.verdict === 'waiting')
            this.#drainingSince = undefined;
        else {
            if (this.#drainingSince !== undefined && eventsRead)
                return { end: 'judged', verdict, proof, known };
            this.#drainingSince ??= now;
            const spent = now - this.#drainingSince;
            if (spent >= ALLOWANCES.absent && known.events.incredibleInARow > 2)
                return { end: 'judged', verdict: undrained(spent), proof, known };
        }
        // What was proven by the last look before the deadline still gets its drain.
        const isDrainDue = this.#drainingSince === now;
        return now >= deadline && !isDrainDue ? { end: 'timed-out', reason: verdict.reason, known } : undefined;
    }
    #sayWhereItStands(verdict, now) {
        const { expects, askedAt, expectedDuration, rules, shape } = this.#request;
        const { say } = this.#parts;
        const stableFor = rules.accepted.kind === 'any' ? 0 : rules.stableFor;
        const schedule = { askedAt, expectedDuration, stableFor, fleetSize: shape.before.size };
        const view = viewOf(expects, this.#known, schedule, now);
        say({ type: 'view', view, elapsed: now - askedAt });
        if (verdict.reason !== this.#said)
            say({ type: 'verdict', verdict });
        this.#said = verdict.reason;
        const contradiction = this.#warned ? undefined : contradictsPolicy(expects, this.#known, shape);
        if (contradiction === undefined)
            return;
        this.#warned = true;
        say({ type: 'warning', problem: policyProblem(contradiction) });
    }
}
function policyProblem(what) {
    return {
        code: 'policy-not-at-work',
        blame: 'aws',
        what,
        hint: 'Watch the capacity of this deployment; set the policy in an update of its own before the next one.',
    };
}
function undrained(spent) {
    const reason = `the state shows success, but for ${(0,domain_time/* formatDuration */.a3)(spent)} the events could not be read to their end; the permission elasticbeanstalk:DescribeEvents may be missing`;
    return { verdict: 'failed', code: 'cannot-tell', reason };
}
//# sourceMappingURL=session.js.map
// EXTERNAL MODULE: ./lib/watch/stop.js
var stop = __webpack_require__(5147);
;// CONCATENATED MODULE: ./lib/watch/stream.js

/** How far back each reading goes: instance events arrive seconds, instance list events up to minutes late (observed). */
const OVERLAP = (0,domain_time/* minutes */.Gx)(3);
/** Begins a stream. `history` are the events around the anchor, read before the first write; they are never given out. */
function openStream(history) {
    const anchor = newestDate(history, undefined);
    return { anchor, newest: anchor, taken: occurrences(history) };
}
/** Where the next reading starts (inclusive). `0` reads everything: there was no event at all before the first write. */
function readFrom(state) {
    return state.newest === undefined ? 0 : Math.max(0, state.newest - OVERLAP);
}
/** Where the final reading starts: the whole rollout once more, for events that came later than the overlap. */
function drainFrom(state) {
    return state.anchor === undefined ? 0 : Math.max(0, state.anchor - OVERLAP);
}
/** Takes one complete reading (all pages, from `readFrom` or `drainFrom` on). `own` holds the request ids of this rollout. */
function takeEvents(state, reading, own) {
    const taken = new Map(state.taken);
    const counted = new Map();
    const fresh = [];
    for (const event of inOrder(reading)) {
        const key = identity(event);
        const occurrence = (counted.get(key) ?? 0) + 1;
        counted.set(key, occurrence);
        if (occurrence <= (taken.get(key) ?? 0))
            continue;
        taken.set(key, occurrence);
        const seen = { ...event, attribution: attribute(event, own) };
        fresh.push(isLate(event, state.newest) ? { ...seen, late: true } : seen);
    }
    const newest = newestDate(reading, state.newest);
    const credible = state.newest === undefined || reading.some((event) => event.date >= (state.newest ?? 0));
    return { state: { anchor: state.anchor, newest, taken }, fresh, credible };
}
function attribute(event, own) {
    if (event.requestId === undefined)
        return 'shared';
    return own.has(event.requestId) ? 'own' : 'other';
}
/** Oldest first. The sort is stable: events of one date keep the service's order. */
function inOrder(events) {
    return [...events].sort((left, right) => left.date - right.date);
}
/**
 * Instance events carry whole seconds (observed), so one of 12:00:05.000 may rightly follow a control-plane event of
 * 12:00:05.400: only what is older than the newest event's second is late.
 */
function isLate(event, newest) {
    return newest !== undefined && event.date < Math.floor(newest / 1_000) * 1_000;
}
function identity(event) {
    return JSON.stringify([event.date, event.severity, event.requestId ?? null, event.message]);
}
function occurrences(events) {
    const counts = new Map();
    for (const event of events)
        counts.set(identity(event), (counts.get(identity(event)) ?? 0) + 1);
    return counts;
}
function newestDate(events, known) {
    return events.reduce((newest, event) => (newest === undefined || event.date > newest ? event.date : newest), known);
}
//# sourceMappingURL=stream.js.map
;// CONCATENATED MODULE: ./lib/watch/watch.js




class RolloutWatch {
    #parts;
    #own = new Set();
    #stream = openStream([]);
    #failedInARow = 0;
    #highestDeploymentId;
    #known;
    constructor(parts) {
        this.#parts = parts;
    }
    /** Sets the anchor: must be called before the first write. `beanstalk` may retry by itself. Throws `ActionError`. */
    async anchor(beanstalk) {
        const { id } = this.#parts.environment;
        const newest = (await beanstalk.newestEvents(id, 1)).at(-1);
        this.#stream = openStream(newest === undefined ? [] : await beanstalk.events(id, newest.date - OVERLAP));
    }
    /** Events that carry this request id are ours. */
    own(requestId) {
        if (requestId !== '')
            this.#own.add(requestId);
    }
    isOwn(requestId) {
        return this.#own.has(requestId);
    }
    /** Where events after the anchor start, for looks that must not disturb the stream. */
    get since() {
        return readFrom(this.#stream);
    }
    /** Date of the newest event known; events of an update that is asked for now come after it. */
    get newestEvent() {
        return this.#stream.newest;
    }
    /** Of the update that is or was watched last. */
    get known() {
        return this.#known;
    }
    /** The highest deployment id that any instance has reported so far. */
    get highestDeploymentId() {
        return this.#highestDeploymentId;
    }
    /** Watches one update until it has settled, in whatever way. */
    async settle(request) {
        const { clock, cancel, random } = this.#parts;
        const session = new Session(request, this.#parts);
        this.#failedInARow = 0;
        for (;;) {
            this.#known = session.known;
            const look = session.plan(this.#failedInARow, random.next(), clock.now());
            await clock.sleep(Math.max(0, Math.min(look.at, request.deadline) - clock.now()), cancel);
            if (cancel.aborted)
                return { end: 'cancelled', known: session.known };
            const result = await this.#look(look.readings, session);
            this.#known = session.known;
            if (cancel.aborted)
                return { end: 'cancelled', known: session.known };
            if (result.problem !== undefined)
                return { end: 'broken', problem: result.problem, known: session.known };
            const end = session.judge(result.eventsRead, clock.now());
            if (end !== undefined)
                return end;
        }
    }
    /** Makes the readings one after the other: events after the state, so that they are at least as new. */
    async #look(readings, session) {
        let eventsRead = false;
        let failures = 0;
        session.lookStarts(readings.length);
        for (const reading of readings) {
            try {
                const seen = await (0,stop/* unlessStopped */.O)(this.#read(reading, session), this.#parts.cancel);
                if (seen === undefined)
                    return { eventsRead };
                session.learn(seen);
                this.#highestDeploymentId = Math.max(this.#highestDeploymentId ?? 0, session.known.highestDeploymentId ?? 0);
                if (seen.of === 'events')
                    eventsRead = seen.credible;
            }
            catch (error) {
                if (!(error instanceof problem/* ActionError */.l))
                    throw error;
                if (error.problem.code === 'enhanced-health-off') {
                    session.learn({ of: 'unavailable', at: this.#parts.clock.now(), reading, problem: error.problem });
                    continue;
                }
                // A terminated environment is unknown to some calls at once; DescribeEnvironments tells what has become of it.
                const isHopeless = error.nature === 'permanent' && error.problem.code !== 'environment-missing';
                if (isHopeless)
                    return { problem: error.problem, eventsRead };
                failures += 1;
                this.#parts.say({ type: 'look-failed', problem: error.problem, inARow: this.#failedInARow + 1 });
            }
        }
        // Part of an answer is better than none: only looks without any slow the pace down further and further.
        this.#failedInARow = failures < readings.length ? Math.min(failures, 1) : this.#failedInARow + 1;
        return { eventsRead };
    }
    async #read(reading, session) {
        const { beanstalk, clock, environment, application, say } = this.#parts;
        switch (reading) {
            case 'environment': {
                const found = await beanstalk.environment(environment.id);
                return { of: 'environment', at: clock.now(), environment: found };
            }
            case 'events': {
                const since = session.isDraining ? drainFrom(this.#stream) : readFrom(this.#stream);
                const taken = takeEvents(this.#stream, await beanstalk.events(environment.id, since), this.#own);
                this.#stream = taken.state;
                for (const event of taken.fresh)
                    say({ type: 'event-seen', event });
                return { of: 'events', at: clock.now(), fresh: taken.fresh, credible: taken.credible };
            }
            case 'instances': {
                const found = await beanstalk.instances(environment.id);
                say({ type: 'instances', instances: found.instances });
                return { of: 'instances', at: clock.now(), reading: found };
            }
            case 'health': {
                const found = await beanstalk.health(environment.id);
                return { of: 'health', at: clock.now(), reading: found };
            }
            case 'settings': {
                const found = await beanstalk.settings(application, environment.name);
                return { of: 'settings', at: clock.now(), settings: found };
            }
        }
    }
}
//# sourceMappingURL=watch.js.map
// EXTERNAL MODULE: ./lib/rollout/busy.js
var busy = __webpack_require__(576);
;// CONCATENATED MODULE: ./lib/rollout/outcomes.js
/** A clause as a sentence. */
function sentence(clause) {
    const trimmed = clause.trim();
    const end = /[.!?…]$/.test(trimmed) ? '' : '.';
    // A label or a name at the start keeps its own spelling.
    return /^[a-z]+ /.test(trimmed) ? `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${end}` : `${trimmed}${end}`;
}
function purposeWords(purpose) {
    switch (purpose) {
        case 'set-policy':
            return 'setting the deployment policy';
        case 'deploy':
            return 'the deployment';
        case 'restore-policy':
            return 'putting the deployment policy back';
    }
}
const HINTS = {
    'rolled-back': {
        blame: 'you',
        hint: 'Read the evidence for why the version did not start, mend it and deploy again.',
    },
    'wrong-version': {
        blame: 'you',
        hint: 'Something else deploys to this environment; give the job a concurrency group and deploy again.',
    },
    'deployment-failed': {
        blame: 'you',
        hint: 'Read the causes and the log of the instances, mend the version and deploy again.',
    },
    'configuration-failed': { blame: 'you', hint: 'Correct the option settings named there and deploy again.' },
    'split-fleet': {
        blame: 'aws',
        hint: 'Deploy one version again to all instances, and look at those that kept the other one.',
    },
    unhealthy: {
        blame: 'you',
        hint: 'Read the causes; accept-health, stable-for and health-grace decide what counts as healthy.',
    },
    'aborted-elsewhere': {
        blame: 'you',
        hint: 'Find out who aborted it; deploy again to bring all instances to one version.',
    },
    'environment-gone': { blame: 'you', hint: 'Create the environment again, or correct environment-name.' },
    'not-started': { blame: 'aws', hint: 'Look at the events of the environment and run the job again.' },
    'cannot-tell': {
        blame: 'you',
        hint: 'Check the permissions of the role (docs/permissions.md) and look at the environment before you deploy again.',
    },
};
function verdictProblem(code, reason) {
    const { blame, hint } = HINTS[code];
    return { code, blame, what: sentence(reason), hint };
}
/** What goes on in the account after an ending, as far as it is known. */
function whatStillRuns(ours, known, environmentName) {
    if (ours === undefined || known?.readySince !== undefined)
        return [];
    const id = ours.requestId === undefined ? '' : ` (request ${ours.requestId})`;
    const what = `${purposeWords(ours.step.purpose)} of ${environmentName}${id}`;
    if (known?.environment?.status === 'Terminating' || known?.environment?.status === 'Terminated')
        return [];
    if (known?.began === undefined)
        return [`Elastic Beanstalk may have begun ${what}; nothing was seen of it yet.`];
    return [
        `Elastic Beanstalk goes on with ${what}; the environment becomes Ready by itself, and nobody here watches how it ends.`,
    ];
}
function failedOutcome(parts) {
    const { evidence, ...rest } = parts;
    return { state: 'failed', ...rest, ...(evidence === undefined ? {} : { evidence }) };
}
/**
 * Whether what was there before is there: proven only when the environment shows its old label and every instance says so
 * too (an immutable deployment that failed leaves the old instances untouched).
 */
function restoredBy(previousLabel, known, evidence) {
    const isOld = previousLabel !== undefined && known?.environment?.versionLabel === previousLabel;
    const instances = evidence.instances;
    const allOld = instances.length > 0 &&
        instances.every(({ deployment }) => deployment?.status === 'Deployed' && deployment.versionLabel === previousLabel);
    return isOld && known?.readySince !== undefined && allOld ? 'not-needed' : 'no';
}
/** What a failed deployment leaves behind, said plainly. */
function leftBehind(evidence, restored, onFailure) {
    if (restored === 'not-needed')
        return 'Every instance runs the version from before.';
    const groups = new Map();
    for (const { deployment } of evidence.instances) {
        const label = deployment?.versionLabel ?? 'no version';
        const group = deployment?.status === 'Deployed' ? label : `${label} (${deployment?.status ?? 'nothing reported'})`;
        groups.set(group, (groups.get(group) ?? 0) + 1);
    }
    const parts = [...groups].map(([group, count]) => `${count} on ${group}`).join(', ');
    const fleet = groups.size > 1 ? `The instances are mixed: ${parts}. ` : '';
    const undone = onFailure === 'rollback' ? 'Nothing was rolled back: this release does not undo a deployment yet.' : '';
    return `${fleet}${undone}`.trim();
}
//# sourceMappingURL=outcomes.js.map
;// CONCATENATED MODULE: ./lib/rollout/cancel.js




/** The runner kills the process 7.5 s after SIGINT; the parts below stay under six in all. */
const LIMITS = { answer: (0,domain_time/* seconds */.YA)(2.2), peek: (0,domain_time/* seconds */.YA)(0.6), abort: (0,domain_time/* seconds */.YA)(2.8), cleanUp: (0,domain_time/* seconds */.YA)(4) };
/** The ending after a request to stop. Fires at most one abort, within a second, and only for an update of ours. */
async function endCancelled(run) {
    const { settings, say, plan } = run.request;
    const wantsAbort = settings.onCancel === 'abort';
    // Nothing of ours runs in the environment while the bundle is on its way, so the two never add up.
    if (run.ours === undefined && run.publishing !== undefined)
        await within(run, settled(run.publishing), LIMITS.cleanUp);
    if (run.asking !== undefined)
        await within(run, run.asking, LIMITS.answer);
    const isOngoing = run.ours !== undefined && !run.hasEnded;
    say({ type: 'cancel-requested', aborting: wantsAbort && isOngoing });
    const aborted = wantsAbort && isOngoing ? await abortOurs(run) : undefined;
    return {
        state: 'cancelled',
        reason: cancelReason(run, aborted),
        proof: run.proven?.proof ?? 'none',
        restored: run.hasChanged && run.proven === undefined ? 'no' : 'not-needed',
        stillRunning: afterAbort(run, aborted, plan.environment.name),
    };
}
/**
 * Aborts our update if it still runs and is certainly ours. A peek right before makes sure that what runs is not already
 * somebody else's update, started after ours has ended; a peek that takes too long does not hold the abort up.
 */
async function abortOurs(run) {
    const { ours } = run;
    if (ours === undefined || run.hasEnded)
        return { abort: 'spared', because: 'no update of ours is in progress' };
    const peeked = await within(run, peek(run, ours), LIMITS.peek);
    if (peeked !== undefined && peeked.because !== undefined)
        return { abort: 'spared', because: peeked.because };
    if (!ours.isCertain && peeked?.isConfirmed !== true) {
        return { abort: 'spared', because: 'the answer to our update was lost, and nothing shows that what runs is ours' };
    }
    const call = run.request.ports.beanstalk.abort(ours.step.environment.id).then((accepted) => {
        run.watch.own(accepted.requestId);
        return { abort: 'sent' };
    }, (error) => {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return { abort: 'failed', because: `the service refused it: ${error.problem.what}` };
    });
    return (await within(run, call, LIMITS.abort)) ?? { abort: 'failed', because: 'the service has not answered it yet' };
}
async function peek(run, ours) {
    const { id } = ours.step.environment;
    try {
        const [environment, events, isConfirmed] = await Promise.all([
            run.reader.environment(id),
            run.reader.events(id, run.watch.since),
            ours.isCertain ? true : showsOurVersion(run, ours),
        ]);
        const began = run.watch.known?.began !== undefined;
        if (environment?.status === 'Ready' && began)
            return { because: 'our update has ended by itself', isConfirmed };
        const opening = events.findLast((event) => (0,meanings/* meaningOf */.Pr)(event.message)?.kind === 'started');
        const isForeign = opening?.requestId !== undefined &&
            opening.date > (run.watch.known?.events.firstOwn ?? Number.POSITIVE_INFINITY) &&
            !run.watch.isOwn(opening.requestId);
        return isForeign ? { because: 'what runs now was started by somebody else', isConfirmed } : { isConfirmed };
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
async function showsOurVersion(run, ours) {
    const { versionLabel } = ours.step;
    if (versionLabel === undefined || versionLabel === ours.baseline.versionLabel)
        return false;
    const { instances } = await run.reader.instances(ours.step.environment.id);
    return instances.some(({ deployment }) => deployment?.versionLabel === versionLabel);
}
const settled = (work) => work.then(() => undefined, () => undefined);
/** The answer of `work`, or `undefined` when it takes longer. Works after the request to stop, too. */
async function within(run, work, span) {
    const timer = new AbortController();
    const timeout = run.request.ports.clock.sleep(span, timer.signal).then(() => undefined);
    try {
        return await Promise.race([work, timeout]);
    }
    finally {
        timer.abort();
    }
}
function cancelReason(run, aborted) {
    if (run.proven !== undefined)
        return `Stopped on request after the deployment was proven: ${run.proven.reason}.`;
    const { ours } = run;
    if (ours === undefined)
        return 'Stopped on request before the environment was changed.';
    const what = purposeWords(ours.step.purpose);
    if (run.hasEnded)
        return `Stopped on request; ${what} had ended, and nothing further was started.`;
    switch (aborted?.abort) {
        case undefined:
            return `Stopped on request; ${what} was left to go on.`;
        case 'sent':
            return `Stopped on request; ${what} is being aborted.`;
        case 'spared':
            return `Stopped on request; nothing was aborted, because ${aborted.because}.`;
        case 'failed':
            return `Stopped on request; ${what} could not be aborted: ${aborted.because.replace(/\.$/, '')}.`;
    }
}
/** What is left in the account after an abort was tried. */
function afterAbort(run, aborted, environmentName) {
    if (run.ours === undefined || run.hasEnded)
        return [];
    if (aborted?.abort !== 'sent')
        return whatStillRuns(run.ours, run.watch.known, environmentName);
    const what = purposeWords(run.ours.step.purpose);
    // AWS guide, "Immutable environment updates" and "Traffic-splitting deployments": an abort terminates the new instances.
    const left = run.watch.known?.events.temporaryGroup
        ? 'its new instances are terminated and the old ones go on serving'
        : 'a version that was deployed in place may be left on some of the instances';
    return [`Elastic Beanstalk is aborting ${what} of ${environmentName}, which becomes Ready by itself; ${left}.`];
}
//# sourceMappingURL=cancel.js.map
;// CONCATENATED MODULE: ./lib/rollout/relevant-lines.js
/** Shortens a log to the lines that matter: those that speak of trouble, with their surroundings, and the end. Pure. */
const USUAL_SIZE = { lines: 40, lineLength: 400 };
const TROUBLE = /\b(error|fatal|fail(ed|ure|ing)?|exception|traceback|panic|critical|denied|refused|cannot|not found|no such|killed|out of memory|oom|exit(ed)? (code|status|with)|unhandled|uncaught|timed? ?out|segfault|syntaxerror|eaddrinuse|enoent|eacces)\b|\berr!|^\s+at\s/i;
const BEFORE = 2;
const AFTER = 2;
/** Lines of the end that are kept even when they say nothing of trouble. */
const LAST = 8;
function relevantLines(text, size = USUAL_SIZE) {
    const all = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    const wanted = all.length <= size.lines ? new Set(all.keys()) : indexesOf(all, size.lines);
    const lines = [];
    let isCut = false;
    let previous = -1;
    for (const index of [...wanted].sort((left, right) => left - right)) {
        if (index > previous + 1)
            lines.push('…');
        previous = index;
        const line = all[index] ?? '';
        isCut ||= line.length > size.lineLength;
        lines.push(line.length > size.lineLength ? `${line.slice(0, size.lineLength)}…` : line);
    }
    return { lines, truncated: isCut || wanted.size < all.length };
}
/** The newest trouble first, until the room is used up: the last failure is the one that ended it. */
function indexesOf(all, room) {
    const chosen = new Set();
    const choose = (index) => {
        if (index >= 0 && index < all.length && chosen.size < room)
            chosen.add(index);
    };
    for (let index = all.length - 1; index >= all.length - LAST; index -= 1)
        choose(index);
    for (let index = all.length - 1; index >= 0 && chosen.size < room; index -= 1) {
        if (!TROUBLE.test(all[index] ?? ''))
            continue;
        for (let near = index + AFTER; near >= index - BEFORE; near -= 1)
            choose(near);
    }
    return chosen;
}
//# sourceMappingURL=relevant-lines.js.map
;// CONCATENATED MODULE: ./lib/rollout/deployment-log.js

/** The service caps the log at 1 MB; its end tells how the deployment went. */
const LIMIT_BYTES = 256 * 1_024;
async function deploymentLogs(run) {
    const { ports, plan } = run.request;
    const requestId = run.ours?.requestId;
    if (requestId === undefined)
        return { found: [], gaps: [] };
    const bucket = await ports.beanstalk.storageBucket();
    const prefix = `resources/environments/logs/deployments/${plan.environment.id}/`;
    const objects = await ports.store.list(bucket, prefix);
    const ours = objects.filter((object) => object.key.includes(requestId));
    const newest = ours.reduce((best, object) => (best === undefined || object.lastModified > best.lastModified ? object : best), undefined);
    if (newest === undefined) {
        return { found: [], gaps: ['The platform left no deployment log in the storage bucket for this deployment.'] };
    }
    const text = await ports.store.readEnd(bucket, newest.key, LIMIT_BYTES);
    const { lines, truncated } = relevantLines(text);
    return { found: [{ source: `s3://${bucket}/${newest.key}`, lines, truncated }], gaps: [] };
}
//# sourceMappingURL=deployment-log.js.map
;// CONCATENATED MODULE: ./lib/rollout/tail-logs.js


const WAIT = (0,domain_time/* seconds */.YA)(75);
const EVERY = (0,domain_time/* seconds */.YA)(4);
/** Tail logs are the last hundred lines of each main log (AWS guide, "Viewing logs"). */
const tail_logs_LIMIT_BYTES = 128 * 1_024;
const MOST_INSTANCES = 3;
/** After the first file, so long for those of the other instances. */
const STRAGGLERS = (0,domain_time/* seconds */.YA)(8);
async function tailLogs(run, instances, giveUpAt) {
    const { ports, plan } = run.request;
    const { id } = plan.environment;
    const environment = await ports.beanstalk.environment(id);
    if (environment?.status !== 'Ready') {
        const status = environment?.status ?? 'gone';
        return { found: [], gaps: [`The environment is ${status}, and logs are only handed out while it is Ready.`] };
    }
    const known = new Set((await filesBefore(run)).map(sampleOf));
    await ports.beanstalk.requestTailLogs(id);
    const files = await awaitFiles(run, known, instances.length, Math.min(giveUpAt, ports.clock.now() + WAIT));
    if (files.length === 0) {
        return { found: [], gaps: [`The instances handed out no logs within ${(0,domain_time/* formatDuration */.a3)(WAIT)}.`] };
    }
    const chosen = worstFirst(files, instances).slice(0, MOST_INSTANCES);
    const found = [];
    for (const file of chosen) {
        const { lines, truncated } = relevantLines(await ports.beanstalk.download(file.url, tail_logs_LIMIT_BYTES));
        found.push({ source: `tail logs of ${file.instanceId}`, lines, truncated });
    }
    const left = files.length - chosen.length;
    return { found, gaps: left > 0 ? [`The logs of ${left} more instances are left out.`] : [] };
}
/** Files of an earlier request, which the service goes on handing out; none is no error. */
async function filesBefore(run) {
    return run.request.ports.beanstalk.tailLogs(run.request.plan.environment.id).catch(() => []);
}
async function awaitFiles(run, known, instances, giveUpAt) {
    const { ports, plan, cancel } = run.request;
    let newest = [];
    let firstAt;
    while (!cancel.aborted && ports.clock.now() < giveUpAt) {
        await ports.clock.sleep(EVERY, cancel);
        if (cancel.aborted)
            break;
        newest = (await ports.beanstalk.tailLogs(plan.environment.id)).filter((file) => !known.has(sampleOf(file)));
        if (newest.length > 0)
            firstAt ??= ports.clock.now();
        const isComplete = instances > 0 && newest.length >= instances;
        if (isComplete || (firstAt !== undefined && ports.clock.now() - firstAt >= STRAGGLERS))
            break;
    }
    return newest;
}
/** The same sample has the same instance and moment; its link is signed anew each time. */
function sampleOf(file) {
    return `${file.instanceId} ${file.sampledAt ?? file.url.split('?')[0]}`;
}
/** Instances whose deployment failed first, then the sick ones. */
function worstFirst(files, instances) {
    const badness = (file) => {
        const instance = instances.find(({ id }) => id === file.instanceId);
        if (instance?.deployment?.status === 'Failed')
            return 0;
        if (instance?.color === 'Red')
            return 1;
        return instance?.color === 'Green' ? 3 : 2;
    };
    return [...files].sort((left, right) => badness(left) - badness(right));
}
//# sourceMappingURL=tail-logs.js.map
;// CONCATENATED MODULE: ./lib/rollout/evidence.js
/**
 * Gathers what helps to understand a failure: causes, what each instance runs, and the lines of a log that matter.
 * Never fails the report: whatever cannot be had becomes a gap with its reason. All texts are foreign.
 */




/** All of it together takes no longer than this, tail logs included. */
const EVIDENCE_LIMIT = (0,domain_time/* seconds */.YA)(100);
/** `enhancedHealth`: basic health knows neither causes nor instances. */
async function gatherEvidence(run, enhancedHealth) {
    const { ports, settings, cancel, plan } = run.request;
    const { id } = plan.environment;
    const giveUpAt = ports.clock.now() + EVIDENCE_LIMIT;
    const health = enhancedHealth ? await attempt('health', undefined, () => ports.beanstalk.health(id)) : basic;
    const instances = enhancedHealth
        ? await attempt('instances', [], async () => (await ports.beanstalk.instances(id)).instances)
        : noInstances;
    const wantsLogs = settings.logsOnFailure === 'tail' && !cancel.aborted;
    const logs = wantsLogs ? await gatherLogs(run, instances.found, giveUpAt) : { found: [], gaps: [] };
    return {
        environmentCauses: health.found?.causes ?? [],
        instances: instances.found,
        ...(health.found === undefined ? {} : { health: health.found }),
        logs: logs.found,
        gaps: [...health.gaps, ...instances.gaps, ...logs.gaps],
    };
}
const basic = {
    found: undefined,
    gaps: ['Basic health gives no causes and does not tell what each instance runs; enhanced health does.'],
};
const noInstances = { found: [], gaps: [] };
/** The deployment log of newer platforms is at hand at once; the tail of the logs has to be asked for. */
async function gatherLogs(run, instances, giveUpAt) {
    const deployment = await attempt('the deployment log', { found: [], gaps: [] }, () => deploymentLogs(run));
    if (deployment.found.found.length > 0)
        return { found: deployment.found.found, gaps: [...deployment.gaps, ...deployment.found.gaps] };
    const tail = await attempt('the logs of the instances', { found: [], gaps: [] }, () => tailLogs(run, instances, giveUpAt));
    return {
        found: tail.found.found,
        gaps: [...deployment.gaps, ...deployment.found.gaps, ...tail.gaps, ...tail.found.gaps],
    };
}
async function attempt(what, otherwise, gather) {
    try {
        return { found: await gather(), gaps: [] };
    }
    catch (error) {
        // Whatever goes wrong here, the failure that is being explained must be reported.
        const why = error instanceof problem/* ActionError */.l ? error.problem.what : `${String(error)}.`;
        return { found: otherwise, gaps: [`Could not read ${what}: ${why}`] };
    }
}
//# sourceMappingURL=evidence.js.map
// EXTERNAL MODULE: ./lib/domain/fleet.js
var fleet = __webpack_require__(5360);
;// CONCATENATED MODULE: ./lib/rollout/ask.js






/** So long a lost call is looked for: a begun update was readable within two seconds (observed). */
const SEARCH = (0,domain_time/* seconds */.YA)(45);
const LOST_AT_MOST = 4;
async function askForUpdate(run, step) {
    const { ports, cancel, settings } = run.request;
    const giveUpAt = Math.min(run.deadline, ports.clock.now() + Math.max(settings.busyTimeout, (0,domain_time/* minutes */.Gx)(1)));
    let environment = run.environment;
    for (let lost = 0;;) {
        if (cancel.aborted)
            return { asked: 'cancelled' };
        if (environment === undefined) {
            const readiness = await (0,busy/* awaitReady */.k)(run, giveUpAt, ports.clock.now() + (0,domain_time/* seconds */.YA)(5));
            if (readiness.readiness === 'cancelled')
                return { asked: 'cancelled' };
            if (readiness.readiness === 'refused')
                return { asked: 'refused', problem: readiness.problem };
            environment = readiness.environment;
        }
        const sent = await send(run, step, environment);
        if (sent === 'cancelled')
            return { asked: 'cancelled' };
        if (!(sent instanceof problem/* ActionError */.l))
            return { asked: 'accepted' };
        const isBusy = sent.problem.code === 'environment-busy' && settings.onBusy !== 'fail';
        // Busy after a lost answer: it may be busy with the very update that was lost.
        if (sent.answerLost || (lost > 0 && sent.problem.code === 'environment-busy')) {
            const found = await searchLost(run, step, environment);
            if (found !== 'nothing')
                return { asked: found };
            lost += 1;
            if (lost >= LOST_AT_MOST)
                return { asked: 'refused', problem: sent.problem };
            run.request.say({ type: 'notice', text: 'The call for the update never arrived; it is sent once more.' });
        }
        else if (!isBusy && sent.nature === 'permanent')
            return { asked: 'refused', problem: sent.problem };
        if (ports.clock.now() >= giveUpAt)
            return { asked: 'refused', problem: sent.problem };
        environment = undefined;
    }
}
async function send(run, step, environment) {
    const { ports, cancel } = run.request;
    const askedAt = ports.clock.now();
    const call = ports.beanstalk.update({
        environmentId: step.environment.id,
        options: step.options,
        removeOptions: step.removeOptions,
        ...(step.versionLabel === undefined ? {} : { versionLabel: step.versionLabel }),
    });
    const asking = call.then((accepted) => take(run, step, environment, askedAt, accepted));
    // A cancellation waits for this for a moment: what was asked for must be known before it can be aborted.
    run.asking = asking.catch(() => undefined);
    try {
        const answer = await (0,stop/* unlessStopped */.O)(asking, cancel);
        if (answer === undefined)
            return 'cancelled';
        run.asking = undefined;
        return 'accepted';
    }
    catch (error) {
        run.asking = undefined;
        if (!(error instanceof problem/* ActionError */.l))
            throw error;
        return error;
    }
}
function take(run, step, environment, askedAt, accepted) {
    run.watch.own(accepted.requestId);
    return remember(run, {
        step,
        askedAt,
        isCertain: true,
        baseline: baselineOf(environment),
        ...(accepted.requestId === '' ? {} : { requestId: accepted.requestId }),
    });
}
function remember(run, update) {
    run.ours = update;
    run.hasEnded = false;
    run.hasChanged = true;
    return update;
}
/** Looks for an update that began after the call whose answer was lost. */
async function searchLost(run, step, environment) {
    const { ports, cancel, say } = run.request;
    const { clock } = ports;
    const askedAt = clock.now();
    say({ type: 'notice', text: 'The answer to the update was lost; looking for whether it has begun.' });
    const presumed = { step, askedAt, isCertain: false, baseline: baselineOf(environment) };
    while (clock.now() - askedAt < SEARCH) {
        await clock.sleep((0,domain_time/* seconds */.YA)(3), cancel);
        if (cancel.aborted)
            return 'cancelled';
        const seen = await sightings(run);
        if (seen === undefined)
            continue;
        const opening = seen.openings.length === 1 ? seen.openings[0]?.requestId : undefined;
        if (opening !== undefined) {
            run.watch.own(opening);
            remember(run, { ...presumed, requestId: opening });
            return 'accepted';
        }
        const isMoving = seen.environment !== undefined && seen.environment.status !== 'Ready';
        // Two openings: one of them is ours, nobody can say which. State will tell how it ends.
        if (seen.openings.length > 1 || (isMoving && clock.now() - askedAt > SEARCH / 2)) {
            remember(run, presumed);
            return 'accepted';
        }
    }
    return 'nothing';
}
async function sightings(run) {
    const { watch, reader, request } = run;
    const { id } = request.plan.environment;
    const after = watch.newestEvent ?? 0;
    try {
        const events = await reader.events(id, watch.since);
        const openings = events.filter((event) => {
            const meaning = (0,meanings/* meaningOf */.Pr)(event.message);
            return event.date > after && meaning?.kind === 'started' && meaning.operation === 'update';
        });
        return { openings, environment: await reader.environment(id) };
    }
    catch (error) {
        if (!(error instanceof problem/* ActionError */.l) || error.nature === 'permanent')
            throw error;
        request.say({ type: 'look-failed', problem: error.problem, inARow: 1 });
        return undefined;
    }
}
//# sourceMappingURL=ask.js.map
// EXTERNAL MODULE: ./lib/bundle/label.js
var label = __webpack_require__(5966);
;// CONCATENATED MODULE: ./lib/rollout/publish.js
/** Brings a version into being: its object in S3, then the version itself. What is there already is compared, never overwritten. */


/** A creation whose answer was lost, or that lost a race, is looked up; this often it is tried in all. */
const ATTEMPTS = 3;
/** Afterwards the version exists with the content of the step. Throws `ActionError`. */
async function publishVersion(step, ports, say, signal) {
    const { source } = step;
    if (source.kind === 'existing')
        return;
    if (!source.reuse.object)
        await upload(source, ports.store, say, signal);
    if (!source.reuse.version)
        await create(step.application, source, ports.beanstalk, say);
}
async function upload(source, store, say, signal) {
    const { bucket, key } = source.location;
    const answer = await store.put({
        bucket,
        key,
        path: source.path,
        bytes: source.bytes,
        metadata: { [label/* HASH_METADATA */.pn]: source.hash },
        onProgress: (sent, total) => say({ type: 'upload-progress', sent, total }),
        ...(signal === undefined ? {} : { signal }),
    });
    if (answer === 'stored')
        return;
    const found = await store.head(bucket, key);
    if (found?.metadata[label/* HASH_METADATA */.pn] !== source.hash)
        throw new problem/* ActionError */.l(foreignObject(source));
    say({ type: 'notice', text: 'The bundle is in S3 already; nothing was uploaded.' });
}
async function create(application, source, beanstalk, say) {
    let tags = { [label/* HASH_TAG */.iT]: source.hash };
    for (let attempt = 1;; attempt += 1) {
        try {
            const { label, description, location: bundle } = source;
            await beanstalk.createVersion({ application, label, description, bundle, tags });
            return;
        }
        catch (error) {
            if (!(error instanceof problem/* ActionError */.l))
                throw error;
            if (mayNotTag(error) && Object.keys(tags).length > 0) {
                // The key and the description hold the hash too.
                tags = {};
                continue;
            }
            if (!error.answerLost && error.problem.code !== 'version-exists')
                throw error;
            const found = await beanstalk.version(application, source.label);
            if (found !== undefined) {
                if ((0,label/* recordedHash */.Dn)(found) !== source.hash)
                    throw new problem/* ActionError */.l(otherContent(source), { cause: error });
                say({ type: 'notice', text: `Version ${source.label} exists with this very content.` });
                return;
            }
            if (attempt >= ATTEMPTS)
                throw error;
        }
    }
}
const mayNotTag = ({ problem }) => problem.code === 'permission-denied' && /elasticbeanstalk:AddTags/.test(problem.what);
const foreignObject = ({ location }) => ({
    code: 'bundle-object-conflict',
    blame: 'you',
    what: `There is another object at s3://${location.bucket}/${location.key}.`,
    hint: 'Nothing in S3 is ever overwritten: remove that object, or choose another version-label.',
});
const otherContent = ({ label }) => ({
    code: 'version-label-taken',
    blame: 'you',
    what: `Somebody else created version ${label} with other content at the same moment.`,
    hint: 'Run this again, or choose another version-label.',
    input: 'version-label',
});
//# sourceMappingURL=publish.js.map
;// CONCATENATED MODULE: ./lib/rollout/perform.js
/** Carries out one step of a plan. A new kind of step does not compile until it has its case here. */




async function perform(run, step) {
    switch (step.kind) {
        case 'publish-version': {
            const { ports, say, cancel } = run.request;
            run.publishing = publishVersion(step, ports, say, cancel);
            await (0,stop/* unlessStopped */.O)(run.publishing, cancel);
            return cancel.aborted ? { step: 'cancelled' } : { step: 'done' };
        }
        case 'update':
            return performUpdate(run, step);
        case 'settle':
            return performSettle(run, step);
    }
}
async function performUpdate(run, step) {
    const asked = await askForUpdate(run, step);
    switch (asked.asked) {
        case 'accepted':
            return { step: 'done' };
        case 'refused':
            return { step: 'refused', problem: asked.problem };
        case 'cancelled':
            return { step: 'cancelled' };
    }
}
async function performSettle(run, step) {
    const { ours, watch, request } = run;
    if (ours === undefined)
        throw new Error('a settle without an update before it');
    const isDeployment = ours.step.purpose === 'deploy';
    if (isDeployment && !request.settings.waitForDeployment)
        return { step: 'left-running' };
    const end = await watch.settle({
        expects: expectationOf(run, step),
        rules: rulesOf(run),
        baseline: ours.baseline,
        askedAt: ours.askedAt,
        expectedDuration: step.expectedDuration,
        deadline: run.deadline,
        shape: shapeOf(run),
    });
    run.hasEnded = end.known.readySince !== undefined;
    if (end.end === 'cancelled')
        return { step: 'cancelled' };
    if (end.end !== 'judged' || end.verdict.verdict !== 'reached')
        return { step: 'not-settled', end, settle: step };
    run.environment = end.known.environment;
    if (isDeployment)
        run.proven = { reason: end.verdict.reason, proof: end.proof };
    return { step: 'done' };
}
/** Brings what the plan knew up to date: an update before this one may have raised the deployment id, or ended otherwise. */
function expectationOf(run, { expects }) {
    const seen = run.watch.highestDeploymentId ?? 0;
    const previousId = Math.max(expects.previousDeploymentId ?? 0, seen);
    const label = run.ours?.baseline.versionLabel;
    return {
        ...expects,
        ...(label === undefined ? {} : { previousVersionLabel: label }),
        ...(previousId > 0 ? { previousDeploymentId: previousId } : {}),
    };
}
/** Health is proof of a deployment. A policy changes no instance: an environment that was sick before may be sick after it. */
function rulesOf(run) {
    const { acceptHealth, stableFor, healthGrace } = run.request.settings;
    const isDeployment = run.ours?.step.purpose === 'deploy';
    return { accepted: isDeployment ? acceptHealth : { kind: 'any' }, stableFor, healthGrace };
}
/** Instances from before, and how many of them a batch may take: from the settings with what this rollout has set. */
function shapeOf(run) {
    const { snapshot, plan } = run.request;
    const set = plan.steps.flatMap((step) => step.kind === 'update' && step.purpose === 'set-policy' ? step.options : []);
    const before = snapshot.target.instances?.instances.map(({ id }) => id) ?? snapshot.target.instanceIds;
    return {
        before: new Set(before),
        batch: (0,fleet/* instancesPerBatch */.Ec)((0,fleet/* batchIn */.qK)([...set, ...snapshot.target.settings.options]), before.length),
    };
}
/** The ending of a rollout that does not wait. */
function startedOutcome(run) {
    const id = run.ours?.requestId === undefined ? '' : ` (request ${run.ours.requestId})`;
    return {
        state: 'started',
        reason: `The deployment was started${id} and is not waited for, as asked; nobody has proven how it ends.`,
        proof: 'none',
        restored: 'not-needed',
        stillRunning: [`Elastic Beanstalk deploys to ${run.request.plan.environment.name}.`],
    };
}
//# sourceMappingURL=perform.js.map
;// CONCATENATED MODULE: ./lib/rollout/failures.js





/** `rest`: the steps that were still to come; of these only putting the policy back is carried out. */
async function endUnsettled(run, end, settle, rest) {
    if (end.end === 'timed-out')
        return endTimedOut(run, end.reason, settle);
    if (end.end === 'broken')
        return endBroken(run, end.problem);
    if (end.verdict.verdict !== 'failed')
        throw new Error('a reached verdict is no failure');
    return endFailed(run, verdictProblem(end.verdict.code, end.verdict.reason), end, settle, rest);
}
async function endFailed(run, problem, end, settle, rest) {
    const { settings, plan } = run.request;
    const purpose = run.ours?.step.purpose ?? 'deploy';
    const aborted = settings.onFailure === 'abort' && !run.hasEnded ? await abortOurs(run) : undefined;
    const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
    const restored = purpose === 'deploy' ? restoredBy(run.ours?.baseline.versionLabel, end.known, evidence) : 'no';
    const policy = purpose === 'deploy' && run.hasEnded ? await putPolicyBack(run, rest) : '';
    return failedOutcome({
        reason: [
            ...(purpose === 'deploy' ? [problem.what] : [otherPurpose(run, problem)]),
            ...(purpose === 'deploy' ? [leftBehind(evidence, restored, settings.onFailure)] : []),
            ...(policy === '' ? [] : [policy]),
        ].join(' '),
        problem,
        proof: end.proof,
        restored: run.proven === undefined ? restored : 'failed',
        stillRunning: afterAbort(run, aborted, plan.environment.name),
        evidence,
    });
}
/** A failure of an update around the deployment says what it means for the deployment. */
function otherPurpose(run, problem) {
    if (run.proven !== undefined) {
        return `The deployment is proven (${run.proven.reason}), but the deployment policy could not be put back: ${problem.what}`;
    }
    return `The deployment policy could not be set, so nothing was deployed: ${problem.what}`;
}
/** A failed deployment does not keep a policy that was only meant for it. */
async function putPolicyBack(run, rest) {
    const at = rest.findIndex((step) => step.kind === 'update' && step.purpose === 'restore-policy');
    if (at < 0 || run.request.cancel.aborted)
        return '';
    const steps = rest.slice(at);
    run.environment = run.watch.known?.environment;
    for (const [index, step] of steps.entries()) {
        run.request.say({ type: 'step-started', index, count: steps.length, step });
        const end = await perform(run, step);
        if (end.step !== 'done')
            return 'The deployment policy could not be put back either.';
    }
    return 'The deployment policy of before was put back.';
}
async function endTimedOut(run, waitedFor, settle) {
    const { settings, plan } = run.request;
    const purpose = run.ours?.step.purpose ?? 'deploy';
    const what = purposeWords(purpose);
    const aborted = settings.onTimeout === 'abort' ? await abortOurs(run) : undefined;
    const evidence = await gatherEvidence(run, settle.expects.enhancedHealth);
    const span = (0,domain_time/* formatDuration */.a3)(plan.timeout);
    const reason = `After ${span} ${what} was not proven: ${waitedFor}.`;
    return {
        state: 'timed-out',
        reason: [reason, ...(aborted === undefined ? [] : [abortSentence(aborted)])].join(' '),
        problem: {
            code: 'timed-out',
            blame: 'you',
            what: reason,
            hint: 'Look at the environment; give it more time with timeout, or let on-timeout: abort stop it.',
        },
        proof: run.proven?.proof ?? 'none',
        restored: run.proven === undefined ? 'no' : 'failed',
        stillRunning: afterAbort(run, aborted, plan.environment.name),
        evidence,
    };
}
function abortSentence(aborted) {
    switch (aborted.abort) {
        case 'sent':
            return 'It is being aborted.';
        case 'spared':
            return `Nothing was aborted, because ${aborted.because}.`;
        case 'failed':
            return sentence(`It could not be aborted: ${aborted.because}`);
    }
}
/** A call failed for good: nobody can watch any longer. What was started goes on. */
async function endBroken(run, problem) {
    const { settings, plan } = run.request;
    const isOngoing = run.ours !== undefined && !run.hasEnded;
    const aborted = isOngoing && settings.onFailure === 'abort' ? await abortOurs(run) : undefined;
    const lost = isOngoing ? ' The update could not be watched to its end, so nobody has proven how it ends.' : '';
    return failedOutcome({
        reason: `${problem.what}${lost}`,
        problem,
        proof: run.proven?.proof ?? 'none',
        restored: run.hasChanged ? 'no' : 'not-needed',
        stillRunning: afterAbort(run, aborted, plan.environment.name),
    });
}
//# sourceMappingURL=failures.js.map
;// CONCATENATED MODULE: ./lib/rollout/roll-out.js
/**
 * Carries out a plan: the only writing phase of the action.
 *
 *     busy? → anchor of the event stream → publish · update · settle · … → outcome (with evidence when it failed)
 *
 * `rollOut(request)` never throws for what the outside world does: every ending is an `Outcome`. It says `step-started`,
 * `step-ended`, `event-seen`, `instances`, `view`, `verdict`, `warning`, `waiting-for-environment`, `look-failed`,
 * `cancel-requested` and `notice`; it does not say `planned` and `ended`, which belong to the caller, and sets no outputs.
 * An unchanged plan ends at once in `unchanged`. `dry-run` is the caller's: a plan that is only shown is never given here.
 *
 * Who waits: `request.cancel` ends every wait; the rollout then returns within seven seconds, with one abort sent within
 * the first if an update of ours is in progress and `on-cancel` is `abort`. The deadline is `plan.timeout` after the first
 * step; waiting for a busy environment before that is bounded by `busy-timeout`.
 */








async function rollOut(request) {
    const { plan } = request;
    if (plan.unchanged !== undefined) {
        const proof = plan.unchangedProof ?? 'none';
        return { state: 'unchanged', reason: sentence(plan.unchanged), proof, restored: 'not-needed', stillRunning: [] };
    }
    const run = beginRun(request);
    try {
        const problem = await prepare(run);
        if (request.cancel.aborted)
            return await endCancelled(run);
        if (problem !== undefined)
            return refusedOutcome(run, problem);
        return await carryOut(run);
    }
    catch (error) {
        // A request to stop may break off whatever was being waited for.
        if (request.cancel.aborted)
            return await endCancelled(run);
        return error instanceof problem/* ActionError */.l ? await endBroken(run, error.problem) : withWhatRuns(run, (0,endings/* broken */.mw)(error));
    }
}
function beginRun(request) {
    const { ports, plan, settings, say, cancel } = request;
    const reader = ports.watchBeanstalk ?? ports.beanstalk;
    const watch = new RolloutWatch({
        beanstalk: reader,
        clock: ports.clock,
        random: ports.random,
        say,
        cancel,
        environment: plan.environment,
        application: plan.application,
        ...(settings.pollInterval === undefined ? {} : { pollInterval: settings.pollInterval }),
    });
    return {
        request,
        watch,
        reader,
        deadline: Number.POSITIVE_INFINITY,
        environment: undefined,
        ours: undefined,
        asking: undefined,
        publishing: undefined,
        hasEnded: false,
        hasChanged: false,
        proven: undefined,
    };
}
/** Everything before the first write: the environment must be Ready, and the event stream needs its anchor. */
async function prepare(run) {
    const { plan, ports, settings } = run.request;
    if (!plan.steps.some((step) => step.kind === 'update'))
        return undefined;
    const readiness = await (0,busy/* awaitReady */.k)(run, ports.clock.now() + settings.busyTimeout);
    if (readiness.readiness === 'refused')
        return readiness.problem;
    if (readiness.readiness === 'cancelled')
        return undefined;
    run.environment = readiness.environment;
    await run.watch.anchor(ports.beanstalk);
    return undefined;
}
async function carryOut(run) {
    const { plan, ports, say } = run.request;
    const count = plan.steps.length;
    run.deadline = ports.clock.now() + plan.timeout;
    for (const [index, step] of plan.steps.entries()) {
        if (run.request.cancel.aborted)
            return endCancelled(run);
        const startedAt = ports.clock.now();
        say({ type: 'step-started', index, count, step });
        const end = await perform(run, step);
        // A step that was stopped has not ended by itself: what is told next is the request to stop.
        if (end.step !== 'cancelled')
            say({ type: 'step-ended', index, count, step, took: ports.clock.now() - startedAt });
        switch (end.step) {
            case 'done':
                continue;
            case 'cancelled':
                return endCancelled(run);
            case 'refused':
                return refusedOutcome(run, end.problem);
            case 'left-running':
                return startedOutcome(run);
            case 'not-settled':
                return endUnsettled(run, end.end, end.settle, plan.steps.slice(index + 1));
        }
    }
    return succeeded(run);
}
function succeeded(run) {
    const reason = run.proven?.reason ?? 'every step of the plan was carried out';
    return {
        state: 'succeeded',
        reason: sentence(reason),
        proof: run.proven?.proof ?? 'none',
        restored: 'not-needed',
        stillRunning: [],
    };
}
/** The service, or the environment's state, refused a step. */
function refusedOutcome(run, problem) {
    const before = run.proven === undefined ? '' : `The deployment itself is proven: ${run.proven.reason}. `;
    return {
        state: 'failed',
        reason: `${before}${problem.what}`,
        problem,
        proof: run.proven?.proof ?? 'none',
        restored: run.hasChanged ? 'no' : 'not-needed',
        stillRunning: [],
    };
}
function withWhatRuns(run, outcome) {
    const stillRunning = run.hasEnded ? [] : whatStillRuns(run.ours, run.watch.known, run.request.plan.environment.name);
    return { ...outcome, restored: run.hasChanged ? 'no' : 'not-needed', stillRunning };
}
//# sourceMappingURL=roll-out.js.map

/***/ })

};

//# sourceMappingURL=472.index.js.map