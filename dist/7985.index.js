export const id = 7985;
export const ids = [7985];
export const modules = {

/***/ 37985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  operatePreviews: () => (/* binding */ operatePreviews)
});

// EXTERNAL MODULE: ./lib/domain/problem.js
var domain_problem = __webpack_require__(11591);
;// CONCATENATED MODULE: ./lib/previews/decide.js
/** Commits or a new state; everything else that happens to a pull request changes nothing that is deployed. */
const DEPLOYS = ['opened', 'synchronize', 'reopened', 'ready_for_review'];
function decide(event, facts) {
    switch (event.kind) {
        case 'unclear':
            return { intent: 'refused', problem: event.problem };
        case 'asked':
            return forAsked(event.number, facts);
        case 'pull-request':
            return forEvent(event, facts);
    }
}
function forEvent(event, facts) {
    const { action, pull, label } = event;
    const { number } = pull;
    if (action === 'closed')
        return remove(number, `pull request #${number} is closed`);
    if (facts.now?.state === 'closed')
        return remove(number, `pull request #${number} was closed in the meantime`);
    const isOurLabel = facts.label !== undefined && label === facts.label;
    if (action === 'unlabeled') {
        return isOurLabel
            ? remove(number, `the label ${facts.label} was taken off`, false)
            : nothing('another label was taken off');
    }
    if (action === 'labeled' && !isOurLabel)
        return nothing('a label was put on that previews do not depend on');
    if (action !== 'labeled' && !DEPLOYS.includes(action))
        return nothing(`"${action}" changes nothing that is deployed`);
    const newer = facts.now !== undefined && facts.now.headCommit !== pull.headCommit;
    if (isFork(pull, facts))
        return forFork(event, facts, newer);
    if (newer)
        return nothing(superseded(pull));
    if (facts.label !== undefined && !isOurLabel && !hasLabel(facts.now ?? pull, facts.label)) {
        return nothing(`the pull request does not have the label ${facts.label}`);
    }
    return { intent: 'deploy', pull, fromFork: false };
}
/**
 * Code of a stranger runs with the role of the preview's instances: only for the very commit that was on top when a
 * maintainer put the label on. A later push needs the label again.
 */
function forFork({ action, name, pull, sender }, facts, newer) {
    if (facts.label === undefined) {
        return nothing('it comes from a fork, and without `preview-label` no maintainer can say that its code may run');
    }
    if (action !== 'labeled') {
        return nothing(`it comes from a fork: a maintainer who has read commit ${pull.headCommit.slice(0, 7)} has to put the label ${facts.label} on (once more, when it is there from an earlier commit)`);
    }
    if (name === 'pull_request') {
        return nothing('it comes from a fork, and GitHub gives the event pull_request of a fork no credentials (docs/previews.md, "Forks", says what does)');
    }
    if (newer)
        return nothing('commits were pushed after the label was put on; they need the label again');
    if (facts.now === undefined)
        return nothing('it comes from a fork, and GitHub could not be asked who put the label on');
    if (facts.senderMayWrite !== true) {
        return nothing(`it comes from a fork, and ${sender}, who put the label on, may not write to this repository`);
    }
    return { intent: 'deploy', pull, fromFork: true };
}
function forAsked(number, facts) {
    const { now } = facts;
    if (now === undefined)
        return { intent: 'refused', problem: unknownPullRequest(number, facts.repository) };
    if (now.state === 'closed')
        return remove(number, `pull request #${number} is closed`);
    if (isFork(now, facts)) {
        return nothing('it comes from a fork, whose commits are deployed only by the event of a label that a maintainer puts on');
    }
    return { intent: 'deploy', pull: now, fromFork: false };
}
/** Also when the repository of the head is gone: then nobody can say that it was ours. */
const isFork = ({ headRepository }, { repository }) => headRepository?.toLowerCase() !== repository.toLowerCase();
const hasLabel = ({ labels }, label) => labels.includes(label);
const superseded = ({ headCommit }) => `${headCommit.slice(0, 7)} is no longer the newest commit; the run of the newer one deploys that`;
const remove = (number, because, closed = true) => ({
    intent: 'remove',
    number,
    closed,
    because,
});
const nothing = (because) => ({ intent: 'nothing', because });
const unknownPullRequest = (number, repository) => ({
    code: 'preview-pull-request-unknown',
    blame: 'you',
    what: `GitHub shows no pull request #${number} in ${repository}, so there is no commit to deploy.`,
    hint: 'Check `pull-request-number`, give the job `pull-requests: read`, and hand its token over as `github-token`.',
    input: 'pull-request-number',
});
//# sourceMappingURL=decide.js.map
// EXTERNAL MODULE: ./lib/domain/time.js
var time = __webpack_require__(73071);
;// CONCATENATED MODULE: ./lib/domain/preview.js

/** Tags that a preview is created with. None of them ever changes: to change a tag is an update of the environment. */
const PREVIEW_TAGS = {
    /** Which of several previews of one pull request it is. */
    name: 'beanstalk-rollout:preview',
    repository: 'beanstalk-rollout:repository',
    pullRequest: 'beanstalk-rollout:pull-request',
    /** Head commit that it was created from; what it runs now says its version. */
    createdFrom: 'beanstalk-rollout:created-from',
    /** After its last update (`DateUpdated`); `never`. */
    expiresAfter: 'beanstalk-rollout:expires-after',
};
function previewTags(owner) {
    return {
        [PREVIEW_TAGS.name]: owner.name,
        [PREVIEW_TAGS.repository]: owner.repository,
        [PREVIEW_TAGS.pullRequest]: String(owner.pullRequest),
        ...(owner.createdFrom === undefined ? {} : { [PREVIEW_TAGS.createdFrom]: owner.createdFrom }),
        [PREVIEW_TAGS.expiresAfter]: owner.expiresAfter === undefined ? 'never' : daysAndHours(owner.expiresAfter),
    };
}
/** `undefined`: these are not the tags of a preview. */
function previewOwner(tags) {
    const name = tags[PREVIEW_TAGS.name];
    const repository = tags[PREVIEW_TAGS.repository];
    const number = tags[PREVIEW_TAGS.pullRequest] ?? '';
    if (name === undefined || repository === undefined || repository === '' || !/^[1-9]\d{0,9}$/.test(number))
        return undefined;
    const createdFrom = tags[PREVIEW_TAGS.createdFrom];
    const expiresAfter = (0,time/* parseDuration */.E9)(tags[PREVIEW_TAGS.expiresAfter] ?? '');
    return {
        name,
        repository,
        pullRequest: Number(number),
        ...(createdFrom === undefined ? {} : { createdFrom }),
        ...(expiresAfter === undefined ? {} : { expiresAfter }),
    };
}
/** Whether two of them belong to the same pull request and are the same preview of it. */
const isSamePreview = (left, right) => left.name === right.name &&
    left.pullRequest === right.pullRequest &&
    isSameRepository(left.repository, right.repository);
/** GitHub tells repositories apart without regard to case. */
const isSameRepository = (left, right) => left.toLowerCase() === right.toLowerCase();
/** `7d`, `36h`: written so that `parseDuration` reads it again, and the tag editor shows it well. */
function daysAndHours(span) {
    if (span >= (0,time/* hours */.c$)(24) && span % (0,time/* hours */.c$)(24) === 0)
        return `${span / (0,time/* hours */.c$)(24)}d`;
    return span % (0,time/* hours */.c$)(1) === 0 ? `${span / (0,time/* hours */.c$)(1)}h` : (0,time/* formatDuration */.a3)(span);
}
//# sourceMappingURL=preview.js.map
// EXTERNAL MODULE: ./lib/domain/json.js
var json = __webpack_require__(77708);
;// CONCATENATED MODULE: ./lib/previews/event.js
/** What GitHub's event says about a pull request. The payload was written by others: only what has the right shape is read. */

/** `asked`: the input `pull-request-number`, which counts where the event itself belongs to no pull request. */
function previewEvent(name, payload, asked) {
    if (name !== 'pull_request' && name !== 'pull_request_target') {
        return asked === undefined ? unclear(noPullRequest(name)) : { kind: 'asked', number: asked };
    }
    const event = record((0,json/* parsedJson */.U4)(payload ?? ''));
    const pull = pullRequestOf(event);
    const action = event_text(event.action);
    const sender = event_text(record(event.sender).login);
    if (pull === undefined || action === undefined || sender === undefined)
        return unclear(unreadable(name));
    const label = event_text(record(event.label).name);
    return { kind: 'pull-request', name, action, pull, sender, ...(label === undefined ? {} : { label }) };
}
function pullRequestOf(event) {
    const pull = record(event.pull_request);
    const head = record(pull.head);
    const number = pull.number;
    const headCommit = event_text(head.sha);
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 1)
        return undefined;
    if (headCommit === undefined || !isCommit(headCommit))
        return undefined;
    const headRepository = event_text(record(head.repo).full_name);
    const labels = Array.isArray(pull.labels) ? pull.labels : [];
    return {
        number,
        state: pull.state === 'closed' ? 'closed' : 'open',
        title: event_text(pull.title) ?? '',
        headCommit,
        headBranch: event_text(head.ref) ?? '',
        ...(headRepository === undefined ? {} : { headRepository }),
        labels: labels.flatMap((label) => event_text(record(label).name) ?? []),
    };
}
/** SHA-1, or SHA-256 in repositories that use it. */
const isCommit = (given) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(given);
const record = (value) => 
// The one cast: every field is looked at before it is used.
typeof value === 'object' && value !== null ? value : {};
const event_text = (value) => (typeof value === 'string' && value !== '' ? value : undefined);
const unclear = (problem) => ({ kind: 'unclear', problem });
const noPullRequest = (name) => ({
    code: 'preview-without-pull-request',
    blame: 'you',
    what: `The event ${name ?? '(none)'} belongs to no pull request, and \`pull-request-number\` names none.`,
    hint: 'Start the workflow on `pull_request`, or give `pull-request-number` (for example from an input of workflow_dispatch).',
    input: 'pull-request-number',
});
const unreadable = (name) => ({
    code: 'preview-event-unreadable',
    blame: 'github',
    what: `The payload of the event ${name} (GITHUB_EVENT_PATH) does not describe a pull request with its head commit.`,
    hint: 'Run the step in the job that the event started; a container needs the file, too.',
});
//# sourceMappingURL=event.js.map
;// CONCATENATED MODULE: ./lib/previews/checkout.js
/** Which commit the workspace holds, and whether that is the one that shall be deployed: never by accident the base. */


/** Pure. */
function judgeCheckout(facts) {
    const { checkedOut, eventName, headCommit, runCommit, source } = facts;
    if (source === undefined || source.kind === 'existing-version' || checkedOut === headCommit)
        return { verdict: 'right' };
    const head = headCommit.slice(0, 7);
    if (eventName === 'pull_request' && checkedOut !== undefined && checkedOut === runCommit) {
        const notice = `The workspace holds the merge of ${head} with its base (the default of actions/checkout): that is what is deployed, under a label with ${head}.`;
        return { verdict: 'unproven', notice };
    }
    if (checkedOut === undefined && (source.kind === 'archive' || eventName === 'pull_request')) {
        const what = source.kind === 'archive' ? 'the package was made' : 'the files are';
        return { verdict: 'unproven', notice: `There is no checkout, so nothing proves that ${what} from commit ${head}.` };
    }
    return { verdict: 'wrong', problem: wrong(facts) };
}
const wrong = ({ checkedOut, eventName, headCommit, runCommit }) => {
    const base = eventName === 'pull_request_target' && checkedOut === runCommit ? ', the base of the pull request' : '';
    const found = checkedOut === undefined ? 'no checkout that says its commit' : `commit ${checkedOut.slice(0, 7)}${base}`;
    return {
        code: 'preview-wrong-checkout',
        blame: 'you',
        what: `The workspace holds ${found}, but the head of the pull request is ${headCommit.slice(0, 7)}.`,
        hint: 'Check the head commit out (with.ref of actions/checkout: the SHA in github.event.pull_request.head.sha); docs/previews.md shows it for forks and for runs by hand.',
    };
};
/** The commit that is checked out at `directory` or above it, up to the workspace; `undefined` when none can be told. */
async function checkedOutCommit(files, workspace, source) {
    const start = 'path' in source ? source.path : workspace;
    for (const directory of upTo(start, workspace)) {
        const git = `${directory}/.git`;
        const head = await textOf(files, `${git}/HEAD`);
        if (head === undefined)
            continue;
        if (isCommit(head))
            return head;
        const ref = /^ref: (refs\/[^\s]+)$/.exec(head)?.[1];
        // The path must stay where git keeps its refs.
        if (ref === undefined || ref.includes('..'))
            return undefined;
        const loose = await textOf(files, `${git}/${ref}`);
        return loose !== undefined && isCommit(loose) ? loose : packed(await textOf(files, `${git}/packed-refs`), ref);
    }
    return undefined;
}
/** The directory and those above it, the workspace last. */
function upTo(start, workspace) {
    const found = [];
    let path = start;
    while (path.length > workspace.length && path.startsWith(workspace)) {
        found.push(path);
        path = path.replace(/[/\\]+[^/\\]*$/, '');
    }
    return [...found, workspace];
}
function packed(text, ref) {
    const line = text?.split(/\r?\n/).find((one) => one.endsWith(` ${ref}`));
    const commit = line?.slice(0, line.indexOf(' '));
    return commit !== undefined && isCommit(commit) ? commit : undefined;
}
async function textOf(files, path) {
    try {
        return (await files.stat(path))?.kind === 'file' ? (await files.readText(path)).trim() : undefined;
    }
    catch (error) {
        if (error instanceof domain_problem/* ActionError */.l)
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=checkout.js.map
;// CONCATENATED MODULE: ./lib/previews/identity.js
/** What the environment of a pull request is called, and its host name: within the service's limits, and never by chance. */
/** AWS API reference, CreateEnvironment: EnvironmentName has 4 to 40 characters, CNAMEPrefix 4 to 63. */
const NAME_LIMIT = 40;
const CNAME_LIMIT = 63;
const HASH_LENGTH = 6;
/**
 * Names to try, the best first. The second holds a hash of the repository, for the case that somebody else has the first:
 * names of environments are unique in a region, and two owners may have a repository of one name.
 */
function previewNames(identity) {
    return candidates(previewBase(identity), identity, NAME_LIMIT);
}
/** CNAME prefixes to try; they are unique over all accounts of a region. `prefix`: instead of the base of the names. */
function previewCnames(identity, prefix) {
    return candidates(prefix === undefined ? previewBase(identity) : slug(prefix), identity, CNAME_LIMIT);
}
/** Every preview's name has this shape, whatever it is called before: only the tags of such environments are worth a call. */
const looksLikePreview = (environmentName) => /-pr-[1-9]\d*$/.test(environmentName);
function candidates(base, identity, limit) {
    const tail = `-pr-${identity.pullRequest}`;
    const plain = base + tail;
    const hash = hashOf(`${identity.repository.toLowerCase()}/${identity.name ?? ''}`);
    const room = limit - tail.length - hash.length - 1;
    const hashed = `${trimmed(base.slice(0, room))}-${hash}${tail}`;
    return plain.length <= limit ? [plain, hashed] : [hashed];
}
/** What every name of it begins with. */
const previewBase = ({ name, repository }) => slug(name ?? repository.split('/').at(-1) ?? '');
/** Lower case, because host names are. */
function slug(text) {
    const clean = trimmed(text.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
    return clean === '' ? 'preview' : clean;
}
const trimmed = (text) => text.replace(/^-+|-+$/g, '');
/** FNV-1a with 32 bits: it only has to tell repositories apart that begin alike, and guards nothing. */
function hashOf(text) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(text))
        hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash.toString(36).padStart(HASH_LENGTH, '0').slice(-HASH_LENGTH);
}
//# sourceMappingURL=identity.js.map
;// CONCATENATED MODULE: ./lib/previews/look.js



/** Codes with which the service says itself that there is no such environment. */
const DENIALS = ['environment-missing', 'application-missing'];
/**
 * Previews of one application, of whatever repository. `only`: tags of other names are not read. Throws `ActionError`
 * when the environments cannot be listed.
 */
async function findPreviews(application, beanstalk, only) {
    const all = await beanstalk.environments();
    const wanted = all.filter((one) => one.application === application && (only === undefined ? looksLikePreview(one.name) : only.includes(one.name)));
    const previews = [];
    const unread = [];
    // One after the other: the account's other tools have to live with the service's limits, too.
    for (const environment of wanted) {
        try {
            const owner = await ownerOf(environment, beanstalk);
            if (owner !== undefined)
                previews.push({ environment, owner });
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l) || error.problem.code.startsWith('credentials'))
                throw error;
            unread.push({ environment, problem: error.problem });
        }
    }
    return { previews, unread, names: all.map(({ name }) => name) };
}
/**
 * No environment at all is shown, which is also the answer to a caller without the permission: then only the service's word
 * that it knows none of these names proves that they are absent. Throws `ActionError`.
 */
async function whyNotAbsent(application, names, beanstalk) {
    for (const name of names) {
        try {
            await beanstalk.settings(application, name);
            return look_hidden(application, name);
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l))
                throw error;
            const { code } = error.problem;
            if (code === 'permission-denied')
                return look_hidden(application, name);
            if (!DENIALS.includes(code))
                throw error;
        }
    }
    return undefined;
}
const look_hidden = (application, name) => ({
    code: 'absence-not-proven',
    blame: 'you',
    what: `DescribeEnvironments shows no environment at all, but DescribeConfigurationSettings does not deny that ${application} has ${name}: nobody can say that the preview is gone.`,
    hint: 'Allow elasticbeanstalk:DescribeEnvironments and elasticbeanstalk:DescribeConfigurationSettings; without a permission Elastic Beanstalk answers an empty list.',
});
/** `undefined`: nothing says that it is a preview. Throws `ActionError`. */
async function ownerOf(environment, beanstalk) {
    return environment.arn === undefined ? undefined : previewOwner(await beanstalk.tags(environment.arn));
}
//# sourceMappingURL=look.js.map
// EXTERNAL MODULE: ./lib/domain/fleet.js
var fleet = __webpack_require__(85360);
// EXTERNAL MODULE: ./lib/domain/strategy.js
var strategy = __webpack_require__(3775);
;// CONCATENATED MODULE: ./lib/previews/translate.js



/** One that does not exist is created; one that exists gets the version, and its capacity back when it sleeps. */
function deploymentOf(template, wish, facts) {
    const { existing, headCommit, names, takenNames } = facts;
    const environmentName = existing?.environment.name ?? names.find((one) => !takenNames.includes(one));
    if (environmentName === undefined)
        return refused(nameTaken(facts));
    const creation = template.creation;
    if (creation === undefined)
        throw new Error('a preview that may not be created');
    if (existing === undefined && wish.most !== undefined && facts.others.length >= wish.most) {
        return refused(limitReached(facts, wish.most));
    }
    const [cnamePrefix] = facts.freeCnames;
    const hasCname = creation.tier === 'WebServer';
    if (existing === undefined && hasCname && cnamePrefix === undefined)
        return refused(cnameTaken(facts));
    const { cnamePrefix: _, ...rest } = creation;
    const wished = {
        ...rest,
        ...(hasCname && cnamePrefix !== undefined ? { cnamePrefix } : {}),
        tags: { ...creation.tags, ...previewTags({ ...facts.owner, createdFrom: headCommit }) },
        options: sizeOptions(wish),
        isPreview: true,
    };
    return {
        ok: true,
        settings: {
            ...template,
            operation: 'deploy',
            environmentName,
            commit: headCommit,
            creation: wished,
            options: facts.asleep ? stronger(AWAKE, template.options) : template.options,
        },
    };
}
/** Scaled to zero: nothing to prove but that the service has done it, since without instances there is no health. */
function sleepOf(template, { environment }) {
    const { bundle: _, versionLabel: __, commands: ___, creation: ____, pruneVersions: _____, ...rest } = template;
    return {
        ...rest,
        operation: 'deploy',
        environmentName: environment.name,
        options: ASLEEP,
        environmentVariables: { set: {}, remove: [] },
        acceptHealth: { kind: 'any' },
    };
}
function removalOf(template, { environment }) {
    const { termination } = template;
    return {
        ...template,
        operation: 'terminate',
        application: environment.application,
        environmentName: environment.name,
        termination: { allowDatabaseDeletion: false, ...termination, confirmedId: environment.id },
    };
}
const translate_option = (namespace, name, value) => ({ namespace, name, value });
const groupOf = (size) => ['MinSize', 'MaxSize'].map((name) => translate_option(fleet/* AUTO_SCALING_NAMESPACE */.cp, name, size));
const AWAKE = groupOf('1');
const ASLEEP = groupOf('0');
const isAsleep = (options) => options.some((one) => one.namespace === fleet/* AUTO_SCALING_NAMESPACE */.cp && one.name === 'MaxSize' && one.value === '0');
/** What a preview is created with unless `option-settings` says otherwise. The instance type is that of the model. */
function sizeOptions({ size, sleeps }) {
    const type = {
        'single-instance': [translate_option(fleet/* ENVIRONMENT_NAMESPACE */.QI, 'EnvironmentType', 'SingleInstance'), ...AWAKE],
        'one-instance': [translate_option(fleet/* ENVIRONMENT_NAMESPACE */.QI, 'EnvironmentType', 'LoadBalanced'), ...AWAKE],
        'as-model': [],
    };
    if (size === 'as-model')
        return [];
    return [
        ...type[size],
        // With one instance there is nothing to roll over, and additional ones would only cost time.
        translate_option(strategy/* COMMAND_NAMESPACE */.K, 'DeploymentPolicy', 'AllAtOnce'),
        // Updates of the platform would count as use, and nobody waits for them.
        translate_option('aws:elasticbeanstalk:managedactions', 'ManagedActionsEnabled', 'false'),
        // With rolling updates the service refuses a group of zero (aws/aws-elastic-beanstalk-cli issue 74).
        ...(sleeps ? [translate_option(fleet/* ROLLING_UPDATE_NAMESPACE */.Uw, 'RollingUpdateEnabled', 'false')] : []),
    ];
}
/** `given` wins where both say something. */
function stronger(weak, given) {
    const isGiven = (one) => given.some(({ namespace, name }) => namespace === one.namespace && name === one.name);
    return [...weak.filter((one) => !isGiven(one)), ...given];
}
const refused = (problem) => ({ ok: false, problem });
const nameTaken = ({ names, owner }) => ({
    code: 'preview-name-taken',
    blame: 'you',
    what: `${names.join(' and ')} exist already, and their tags do not say that they are the preview of pull request #${owner.pullRequest} of ${owner.repository}; they are left alone.`,
    hint: 'Choose another `preview-name`, or remove those environments when nobody needs them.',
    input: 'preview-name',
});
const cnameTaken = ({ triedCnames }) => ({
    code: 'preview-cname-taken',
    blame: 'you',
    what: `The CNAME prefixes ${triedCnames.join(' and ')} are taken in this region.`,
    hint: 'Prefixes are unique over all accounts: give another `cname-prefix` for your previews.',
    input: 'cname-prefix',
});
const limitReached = ({ others, owner }, most) => ({
    code: 'preview-limit',
    blame: 'you',
    what: `${owner.repository} has ${others.length} previews (${others.map((one) => `#${one.owner.pullRequest}`).join(', ')}), and \`max-previews\` is ${most}.`,
    hint: 'Close one of these pull requests or take its label off, then run this job again; or raise `max-previews`.',
    input: 'max-previews',
});
//# sourceMappingURL=translate.js.map
;// CONCATENATED MODULE: ./lib/previews/facts.js
/** Gathers what the translation of a pull request needs: whose environments are there, which names are free. Changes nothing. */






const EVERY = (0,time/* seconds */.YA)(10);
/** Throws `ActionError` when the environments cannot be listed. */
async function gatherFacts(request, gathering) {
    const { settings, say } = request;
    const { pull, repository, template, cloud } = gathering;
    const { wish } = settings;
    const identity = { repository, pullRequest: pull.number, ...(wish.name === undefined ? {} : { name: wish.name }) };
    const names = previewNames(identity);
    const owner = {
        name: previewBase(identity),
        repository,
        pullRequest: pull.number,
        ...(wish.expiresAfter === undefined ? {} : { expiresAfter: wish.expiresAfter }),
    };
    const { application } = template;
    // Tags of all previews are read only when they have to be counted.
    const found = await findPreviews(application, cloud.beanstalk, wish.most === undefined ? names : undefined);
    for (const { environment, problem } of found.unread) {
        if (names.includes(environment.name))
            return { gathered: 'refused', problem };
        say({ type: 'warning', problem });
    }
    const present = found.previews.find((one) => isSamePreview(one.owner, owner));
    // What is going cannot be updated, and its name is free only when it is gone.
    const existing = present !== undefined && (await isGoneWhenWaitedFor(present, request, gathering)) ? undefined : present;
    const others = found.previews.filter((one) => isSameRepository(one.owner.repository, repository) &&
        one.owner.pullRequest !== pull.number &&
        one.environment.status !== 'Terminating');
    const triedCnames = previewCnames(identity, template.creation?.cnamePrefix);
    return {
        gathered: 'facts',
        facts: {
            owner,
            headCommit: pull.headCommit,
            ...(existing === undefined ? {} : { existing }),
            asleep: existing !== undefined && (await sleeps(existing, cloud)),
            others,
            names,
            takenNames: found.names.filter((name) => name !== present?.environment.name),
            triedCnames,
            freeCnames: existing === undefined ? await firstFree(triedCnames, gathering) : [],
        },
    };
}
async function isGoneWhenWaitedFor({ environment }, { outside, say, cancel }, { cloud, template }) {
    if (environment.status !== 'Terminating')
        return environment.status === 'Terminated';
    say({ type: 'notice', text: `${environment.name} is being terminated; it is created anew when it is gone.` });
    const giveUpAt = outside.clock.now() + template.busyTimeout;
    while (!cancel.aborted) {
        const now = await cloud.beanstalk.environment(environment.id);
        if (now === undefined || now.status === 'Terminated')
            return true;
        if (outside.clock.now() >= giveUpAt)
            throw new domain_problem/* ActionError */.l(stillGoing(environment.name));
        await outside.clock.sleep(EVERY, cancel);
    }
    return false;
}
const stillGoing = (name) => ({
    code: 'environment-busy',
    blame: 'you',
    what: `${name} is still being terminated after \`busy-timeout\`, so the preview cannot be created again under its name.`,
    hint: 'Run the job again when it is gone.',
});
async function sleeps({ environment }, { beanstalk }) {
    const described = await beanstalk.settings(environment.application, environment.name);
    const deployed = described.find((one) => one.deploymentStatus === 'deployed') ?? described[0];
    return isAsleep(deployed?.options ?? []);
}
/** The best CNAME prefix that is free now; nothing when none is. */
async function firstFree(prefixes, { cloud, template }) {
    if (template.creation?.tier === 'Worker')
        return [];
    for (const prefix of prefixes)
        if (await cloud.beanstalk.dnsAvailable(prefix))
            return [prefix];
    return [];
}
//# sourceMappingURL=facts.js.map
;// CONCATENATED MODULE: ./lib/previews/previewing.js


/** After the runner has asked to stop there are seconds left, and the report needs some of them. */
const LAST_WORDS = (0,time/* seconds */.YA)(1.5);
/** GitHub, when there is a token for it; without one previews work, and nobody hears of them. */
async function gitHubOf({ settings, outside, say }) {
    const { token } = settings.wish;
    const github = token === undefined ? undefined : await outside.github(token);
    if (github === undefined) {
        say({ type: 'warning', problem: withoutGitHub() });
    }
    return github;
}
/** The pull request as it is now; `undefined` when nobody can say, which is told. */
async function pullRequestNow(github, number, say) {
    try {
        return await github?.pullRequest(number);
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        say({ type: 'warning', problem: notAsked(number, error.problem) });
        return undefined;
    }
}
/** Telling takes as long as it takes, but not when the runner has asked to stop. */
async function withinReason(telling, clock, cancel) {
    if (!cancel.aborted)
        return telling;
    await Promise.race([telling, clock.sleep(LAST_WORDS)]);
}
/** Another run may remove it at the same time: that one is waited for so long. */
const OTHERS = (0,time/* minutes */.Gx)(20);
const LOOK_EVERY = (0,time/* seconds */.YA)(10);
/**
 * Whether a preview that was found has been terminated since. Only the service's own word counts: it shows terminated
 * environments for an hour, so that an answer without it says nothing. Throws `ActionError`.
 */
async function isTerminated({ environment: { id } }, { beanstalk }, { outside: { clock }, cancel }) {
    const until = clock.now() + OTHERS;
    for (;;) {
        const status = (await beanstalk.environment(id))?.status;
        if (status === 'Terminated')
            return true;
        if (status !== 'Terminating' || cancel.aborted || clock.now() >= until)
            return false;
        await clock.sleep(LOOK_EVERY, cancel);
    }
}
const nothingDone = (reason) => ({
    state: 'unchanged',
    reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
    proof: 'none',
    restored: 'not-needed',
    stillRunning: [],
});
/** Address of the page of this run. */
function pageOf({ serverUrl, repository, runId }) {
    if (serverUrl === undefined || repository === undefined || runId === undefined)
        return undefined;
    return `${serverUrl}/${repository}/actions/runs/${runId}`;
}
const withoutGitHub = () => ({
    code: 'preview-not-told',
    blame: 'you',
    what: 'There is no token for GitHub, so the pull request gets no comment and no deployment, and nobody looks whether it was closed meanwhile.',
    hint: 'Give `github-token`, and the job `pull-requests: write` and `deployments: write`.',
});
const notAsked = (number, { what, hint, blame }) => ({
    code: 'preview-not-asked',
    blame,
    what: `GitHub could not be asked how pull request #${number} is now: ${what}`,
    hint: `${hint} The job needs \`pull-requests: read\`.`,
});
const withoutRepository = () => ({
    code: 'preview-without-repository',
    blame: 'you',
    what: 'Nothing says which repository this is (GITHUB_REPOSITORY), so no preview can be told from those of others.',
    hint: 'Run it as a step of a workflow.',
});
//# sourceMappingURL=previewing.js.map
// EXTERNAL MODULE: ./lib/report/foreign.js
var foreign = __webpack_require__(3646);
// EXTERNAL MODULE: ./lib/report/foreign-markdown.js
var foreign_markdown = __webpack_require__(99250);
;// CONCATENATED MODULE: ./lib/previews/comment.js
/** The one comment that a pull request has about its preview: found again by a hidden marker, written anew in place. Pure. */



const TITLES = {
    deploying: '⏳ Preview is being deployed',
    ready: '✅ Preview is ready',
    failed: '❌ Preview could not be deployed',
    sleeping: '💤 Preview sleeps',
    gone: '🗑️ Preview is removed',
    waiting: '⏸️ No preview yet',
};
/** Hidden, and the same for the whole life of the pull request. `key`: which of several previews of one pull request it is. */
function marker(key) {
    // Two hyphens would end the comment of HTML that it stands in.
    return `<!-- beanstalk-rollout:preview ${key.replace(/[^\w./-]+/g, '-').replace(/-{2,}/g, '-')} -->`;
}
/**
 * The comment to write anew. It must begin with the marker and be written by us: everybody can write a comment with our
 * marker into it, and what is in it could then be changed by its author whenever he likes. `viewer`: our login; absent
 * when we write as an app, whose login ends with `[bot]`, which no person's can.
 */
function ourComment(comments, mark, viewer) {
    const isOurs = (author) => viewer === undefined ? author.endsWith('[bot]') : author.toLowerCase() === viewer.toLowerCase();
    return comments.find(({ author, body }) => body.startsWith(mark) && isOurs(author));
}
function commentBody(key, news) {
    const rows = rowsOf(news).map(([name, value]) => `| ${name} | ${value} |`);
    return [
        marker(key),
        `### ${TITLES[news.state]}`,
        '',
        ...(rows.length === 0 ? [] : ['| | |', '|---|---|', ...rows, '']),
        ...(news.because === undefined ? [] : [(0,foreign_markdown/* foreignProse */.gS)(sentence(news.because)), '']),
        ...(news.hint === undefined ? [] : [`What to do: ${(0,foreign_markdown/* foreignProse */.gS)(news.hint, 500)}`, '']),
        ...footOf(news),
    ]
        .join('\n')
        .trimEnd();
}
/** With a capital and a full stop, however it was said in the middle of another sentence. */
const sentence = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]\s*$/.test(words) ? '' : '.'}`;
function rowsOf(news) {
    const { state, cname, versionLabel, commit, health, environmentName, took } = news;
    const isThere = state === 'ready' || state === 'failed' || state === 'sleeping' || state === 'deploying';
    return [
        ...(isThere && cname !== undefined ? [['URL', addressed(cname)]] : []),
        ...(versionLabel === undefined ? [] : [['Version', (0,foreign_markdown/* foreignMarkdown */.g_)(versionLabel, 100)]]),
        ...(commit === undefined ? [] : [['Commit', (0,foreign_markdown/* foreignMarkdown */.g_)(commit.slice(0, 7))]]),
        ...(health === undefined ? [] : [['Health', (0,foreign_markdown/* foreignMarkdown */.g_)(health, 40)]]),
        ...(environmentName === undefined ? [] : [['Environment', (0,foreign_markdown/* foreignMarkdown */.g_)(environmentName, 40)]]),
        ...(took === undefined ? [] : [['Took', (0,time/* formatDuration */.a3)(took)]]),
        ['Updated', updatedWords(news)],
    ];
}
/** A link only when nothing in it could mean anything but a host name. */
function addressed(cname) {
    const url = previewUrl(cname);
    return url === undefined ? (0,foreign_markdown/* foreignMarkdown */.g_)(cname, 100) : `<${url}>`;
}
/** `undefined` for what is no host name. */
function previewUrl(cname) {
    return /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(cname) ? `http://${cname}` : undefined;
}
function updatedWords({ at, run }) {
    const when = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return run !== undefined && /^https?:\/\/[\w./:-]+$/.test(run) ? `[${when}](${run})` : when;
}
function footOf({ state, expiresAfter }) {
    switch (state) {
        case 'deploying':
        case 'ready':
        case 'failed': {
            const early = expiresAfter === undefined ? '' : `, or ${daysAndHours(expiresAfter)} after its last update`;
            return [`<sub>It is removed when the pull request is closed${early}.</sub>`];
        }
        case 'sleeping':
            return ['<sub>It has no instances now. The next push wakes it.</sub>'];
        case 'gone':
        case 'waiting':
            return [];
    }
}
//# sourceMappingURL=comment.js.map
;// CONCATENATED MODULE: ./lib/previews/tell.js



/** The same in every run about a preview, whatever its environment had to be called. */
const previewKey = (application, { name }) => `${application}/${name}`;
/** A pull request has few deployments that are worth a call each. */
const MOST_DEPLOYMENTS = 30;
function createTeller({ github, say, key, number, run }) {
    const attempt = attempts(say);
    let begun;
    const status = (id, state, description, cname) => {
        const url = cname === undefined ? undefined : previewUrl(cname);
        return (github?.setDeploymentStatus(id, {
            state,
            description: (0,foreign/* foreignText */.qk)(description),
            ...(url === undefined ? {} : { environmentUrl: url }),
            ...(run === undefined ? {} : { logUrl: run }),
        }) ?? Promise.resolve());
    };
    const inactive = async (environmentName, description, except) => {
        const all = (await github?.deployments(environmentName)) ?? [];
        for (const { id } of all.filter((one) => one.id !== except).slice(0, MOST_DEPLOYMENTS)) {
            await status(id, 'inactive', description);
        }
    };
    return {
        comment: (news, when) => attempt('the comment on the pull request', async () => {
            if (github === undefined)
                return;
            const body = commentBody(key, { ...(run === undefined ? {} : { run }), ...news });
            const [comments, viewer] = await Promise.all([github.comments(number), github.viewer()]);
            const found = ourComment(comments, marker(key), viewer);
            if (found !== undefined)
                await github.updateComment(found.id, body);
            else if (when === 'create')
                await github.createComment(number, body);
        }),
        deploymentBegins: (pull, environmentName, payload) => attempt('the GitHub deployment', async () => {
            if (github === undefined)
                return;
            const description = `Preview of pull request #${pull.number}`;
            const wished = { ref: pull.headCommit, environment: environmentName, description, payload };
            const id = await github.createDeployment({ ...wished, transient: true, production: false });
            begun = { id, environmentName };
            await status(id, 'in_progress', description);
        }),
        deploymentEnds: (state, description, cname) => attempt('the GitHub deployment', async () => {
            if (begun === undefined)
                return;
            await status(begun.id, state, description, cname);
            if (state === 'success')
                await inactive(begun.environmentName, 'Replaced by a newer commit', begun.id);
        }),
        deploymentsInactive: (environmentName, description) => attempt('the GitHub deployment', () => inactive(environmentName, description)),
    };
}
/** One warning for each thing that could not be told. */
function attempts(say) {
    const told = new Set();
    return async (what, telling) => {
        try {
            await telling();
        }
        catch (error) {
            if (!(error instanceof domain_problem/* ActionError */.l))
                throw error;
            const problem = notTold(what, error.problem);
            if (!told.has(problem.what))
                say({ type: 'warning', problem });
            told.add(problem.what);
        }
    };
}
const notTold = (what, { what: why, hint, blame }) => ({
    code: 'preview-not-told',
    blame,
    what: `The preview is not affected, but ${what} could not be written: ${why}`,
    hint: `${hint} The job needs \`pull-requests: write\` and \`deployments: write\`.`,
});
//# sourceMappingURL=tell.js.map
;// CONCATENATED MODULE: ./lib/previews/remove-preview.js






async function removePreview(request, wish) {
    const { settings, outside, say, cancel } = request;
    const { removal } = settings;
    const { number, repository, github, because } = wish;
    const cloud = await outside.connect(removal.region, cancel);
    const { name } = settings.wish;
    const identity = { repository, pullRequest: number, ...(name === undefined ? {} : { name }) };
    const owner = { ...identity, name: previewBase(identity) };
    const names = previewNames(identity);
    const found = await findPreviews(removal.application, cloud.beanstalk, names);
    const [unread] = found.unread;
    if (unread !== undefined)
        return request.refuse([unread.problem]);
    const preview = found.previews.find((one) => isSamePreview(one.owner, owner));
    const isBlank = found.names.length === 0;
    const unseen = isBlank ? await whyNotAbsent(removal.application, names, cloud.beanstalk) : undefined;
    if (unseen !== undefined)
        return request.refuse([unseen]);
    const teller = createTeller({
        github: removal.dryRun ? undefined : github,
        say,
        key: previewKey(removal.application, owner),
        number,
        run: pageOf(outside.host.run),
    });
    const told = { at: () => outside.clock.now(), because };
    if (preview === undefined) {
        await tellGone(teller, names[0] ?? '', told);
        return nothingDone(`${because}, and it has no preview in ${removal.application}`);
    }
    const settingsOfIt = removalOf(removal, preview);
    let isGone = false;
    const outcome = await request.carryOut(settingsOfIt, cloud, {
        mayPlan: async () => {
            isGone = await isTerminated(preview, cloud, request);
            return isGone ? nothingDone(`${because}, and ${preview.environment.name} was removed meanwhile`) : undefined;
        },
        mayBegin: async () => {
            if (!wish.closed)
                return undefined;
            const now = await pullRequestNow(github, number, say);
            return now?.state === 'open'
                ? nothingDone(`pull request #${number} was opened again, so its preview stays`)
                : undefined;
        },
    });
    if (isGone || outcome.state === 'succeeded') {
        await withinReason(tellGone(teller, preview.environment.name, told), outside.clock, cancel);
    }
    return outcome;
}
async function tellGone(teller, environmentName, { at, because }) {
    await teller.comment({ state: 'gone', at: at(), environmentName, because }, 'update');
    await teller.deploymentsInactive(environmentName, 'The preview is removed');
}
//# sourceMappingURL=remove-preview.js.map
;// CONCATENATED MODULE: ./lib/previews/deploy-preview.js










async function deployPreview(request, wish) {
    const { settings, outside, say, cancel } = request;
    const { deployment } = settings;
    if (!deployment.ok)
        return request.refuse(deployment.problems);
    const { settings: template } = deployment;
    for (const text of deployment.notices)
        say({ type: 'notice', text });
    const wrong = await checkCheckout(request, template, wish.pull);
    if (wrong !== undefined)
        return request.refuse([wrong]);
    const cloud = await outside.connect(template.region, cancel);
    const gathered = await gatherFacts(request, { ...wish, template, cloud });
    if (gathered.gathered === 'refused')
        return request.refuse([gathered.problem]);
    const { facts } = gathered;
    const { host } = outside;
    const teller = createTeller({
        github: template.dryRun ? undefined : wish.github,
        say,
        key: previewKey(template.application, facts.owner),
        number: wish.pull.number,
        run: pageOf(host.run),
    });
    const translated = deploymentOf(template, settings.wish, facts);
    if (!translated.ok) {
        await tellRefusal(request, teller, wish, translated.problem);
        return request.refuse([translated.problem]);
    }
    if (template.dryRun)
        return request.carryOut(translated.settings, cloud, { mayBegin: () => Promise.resolve(undefined) });
    return carryOut(request, { ...wish, cloud, teller, facts, settings: translated.settings });
}
async function carryOut(request, carrying) {
    const { outside, say, cancel } = request;
    const { pull, github, settings, teller, cloud, facts } = carrying;
    const startedAt = outside.clock.now();
    const news = newsOf(request, carrying);
    let stopped;
    const mayBegin = async (plan) => {
        const now = await pullRequestNow(github, pull.number, say);
        if (now?.state === 'closed')
            stopped = 'closed';
        else if (now !== undefined && now.headCommit !== pull.headCommit)
            stopped = 'superseded';
        if (stopped === 'closed')
            return nothingDone(`no preview is deployed: pull request #${pull.number} was closed`);
        if (stopped === 'superseded')
            return nothingDone(`no preview is deployed: ${superseded(pull)}`);
        const refusal = await notOurs(request, plan, carrying);
        if (refusal === undefined)
            await tellBeginning(request, carrying, news);
        return refusal;
    };
    const outcome = await request.carryOut(settings, cloud, { mayBegin });
    if (!cancel.aborted && stopped !== 'superseded' && isOver(stopped, await pullRequestNow(github, pull.number, say))) {
        await teller.deploymentEnds('inactive', 'The pull request was closed');
        const because = `pull request #${pull.number} was closed while its preview was being deployed`;
        return removePreview(request, {
            number: pull.number,
            closed: true,
            because,
            repository: carrying.repository,
            github,
        });
    }
    if (stopped === 'superseded') {
        await teller.deploymentEnds('inactive', 'A newer commit took its place');
        return outcome;
    }
    const environment = cancel.aborted ? undefined : await seen(cloud, settings);
    const took = outside.clock.now() - startedAt;
    await withinReason(tellEnd({ teller, outcome, environment, news, took, facts, at: outside.clock.now() }), outside.clock, cancel);
    return outcome;
}
/** Under the lock, so that two runs at a time do not begin a comment each. */
async function tellBeginning(request, carrying, news) {
    const { pull, settings, teller } = carrying;
    await teller.comment({ ...news, state: 'deploying', at: request.outside.clock.now() }, 'create');
    await teller.deploymentBegins(pull, settings.environmentName, {
        application: settings.application,
        commit: pull.headCommit,
        pullRequest: String(pull.number),
    });
}
const isOver = (stopped, now) => stopped === 'closed' || now?.state === 'closed';
async function tellEnd({ teller, outcome, environment, news, took, facts, at }) {
    const cname = environment?.cname ?? outcome.created?.cname ?? facts.existing?.environment.cname;
    const health = environment?.healthStatus ?? environment?.health;
    const ended = {
        ...news,
        at,
        took,
        ...(environment?.versionLabel === undefined ? {} : { versionLabel: environment.versionLabel }),
        ...(cname === undefined ? {} : { cname }),
        ...(health === undefined ? {} : { health }),
    };
    switch (outcome.state) {
        case 'succeeded':
        case 'unchanged':
        case 'planned':
            await teller.comment({ ...ended, state: 'ready' }, 'create');
            return teller.deploymentEnds('success', outcome.reason, cname);
        case 'started':
            return teller.comment({ ...ended, state: 'deploying', because: outcome.reason }, 'create');
        case 'failed':
        case 'timed-out':
        case 'cancelled': {
            const hint = outcome.problem?.hint;
            const why = { because: outcome.reason, ...(hint === undefined ? {} : { hint }) };
            await teller.comment({ ...ended, state: 'failed', ...why }, 'create');
            return teller.deploymentEnds('failure', outcome.reason, cname);
        }
    }
}
function newsOf({ settings }, carrying) {
    const { pull, settings: deployment, facts } = carrying;
    const { expiresAfter } = settings.wish;
    const cname = facts.existing?.environment.cname;
    return {
        environmentName: deployment.environmentName,
        commit: pull.headCommit,
        ...(cname === undefined ? {} : { cname }),
        ...(expiresAfter === undefined ? {} : { expiresAfter }),
    };
}
async function tellRefusal(request, teller, { pull }, problem) {
    const state = problem.code === 'preview-limit' ? 'waiting' : 'failed';
    const at = request.outside.clock.now();
    await teller.comment({ state, at, commit: pull.headCommit, because: problem.what, hint: problem.hint }, 'create');
}
/** An environment that has come into being since it was looked for must prove whose it is, too. */
async function notOurs(request, plan, { facts, cloud, pull }) {
    const { id, name } = plan.environment;
    if (id === '' || id === facts.existing?.environment.id)
        return undefined;
    const environment = await cloud.beanstalk.environment(id);
    const owner = environment === undefined ? undefined : await ownerOf(environment, cloud.beanstalk);
    if (owner !== undefined && isSamePreview(owner, facts.owner)) {
        return undefined;
    }
    return request.refuse([
        {
            code: 'preview-name-taken',
            blame: 'you',
            what: `${name} has just appeared, and its tags do not say that it is the preview of pull request #${pull.number}.`,
            hint: 'Look who has created it, and run the job again.',
        },
    ]);
}
async function checkCheckout({ outside, say }, { bundle }, pull) {
    const { eventName, commit, workspace } = outside.host.run;
    const checkedOut = bundle === undefined ? undefined : await checkedOutCommit(outside.files, workspace, bundle);
    const facts = { eventName, headCommit: pull.headCommit, runCommit: commit, source: bundle, checkedOut };
    const judged = judgeCheckout(facts);
    if (judged.verdict === 'unproven')
        say({ type: 'notice', text: judged.notice });
    return judged.verdict === 'wrong' ? judged.problem : undefined;
}
/** As it is at the end; the comment goes without it when it cannot be read. */
async function seen({ beanstalk }, { application, environmentName }) {
    try {
        return await beanstalk.environmentNamed(application, environmentName);
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
//# sourceMappingURL=deploy-preview.js.map
;// CONCATENATED MODULE: ./lib/previews/run-preview.js






/** Throws `ActionError` when AWS cannot be asked for what has to be known first. */
async function runPreview(request) {
    const { settings, outside, say } = request;
    const { wish } = settings;
    const { repository, eventName } = outside.host.run;
    if (repository === undefined)
        return request.refuse([withoutRepository()]);
    const event = previewEvent(eventName, await payloadOf(request), wish.pullRequest);
    const github = event.kind === 'unclear' ? undefined : await gitHubOf(request);
    const intent = decide(event, await factsOf(event, repository, github, request));
    switch (intent.intent) {
        case 'refused':
            return request.refuse([intent.problem]);
        case 'nothing': {
            const outcome = nothingDone(`no preview is deployed: ${intent.because}`);
            say({ type: 'notice', text: outcome.reason });
            return outcome;
        }
        case 'remove':
            return removePreview(request, { ...intent, repository, github });
        case 'deploy':
            return deployPreview(request, { pull: intent.pull, repository, github });
    }
}
async function factsOf(event, repository, github, { settings, say }) {
    const { label } = settings.wish;
    const number = event.kind === 'asked' ? event.number : event.kind === 'pull-request' ? event.pull.number : undefined;
    const now = number === undefined ? undefined : await pullRequestNow(github, number, say);
    const mayWrite = await senderMayWrite(event, repository, github);
    return {
        repository,
        ...(label === undefined ? {} : { label }),
        ...(now === undefined ? {} : { now }),
        ...(mayWrite === undefined ? {} : { senderMayWrite: mayWrite }),
    };
}
/** Asked only where it counts: who labels a pull request of a fork. */
async function senderMayWrite(event, repository, github) {
    if (event.kind !== 'pull-request' || event.action !== 'labeled')
        return undefined;
    if (event.pull.headRepository?.toLowerCase() === repository.toLowerCase())
        return undefined;
    try {
        const permission = await github?.permission(event.sender);
        return permission === undefined ? undefined : permission === 'admin' || permission === 'write';
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
async function payloadOf({ outside }) {
    const { eventPath } = outside.host.run;
    try {
        return eventPath === undefined ? undefined : await outside.files.readText(eventPath);
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return undefined;
    }
}
//# sourceMappingURL=run-preview.js.map
// EXTERNAL MODULE: ./lib/domain/endings.js
var endings = __webpack_require__(45184);
;// CONCATENATED MODULE: ./lib/previews/sweep.js
/** What becomes of each preview when nobody pushes: removed, put to sleep, or kept, and why. Pure. */


/** Only what is proven to be over is removed: whatever cannot be told keeps the preview. */
function fateOf(preview, { repository, now, wish }, reading, asleep) {
    const { environment, owner } = preview;
    const name = `pull request #${owner.pullRequest}`;
    if (!isSameRepository(owner.repository, repository))
        return keep(`it belongs to ${owner.repository}`);
    if (environment.status === 'Terminating' || environment.status === 'Terminated')
        return keep('it is going already');
    switch (reading.read) {
        case 'failed':
            return doubt(`GitHub could not be asked about ${name}: ${reading.problem.what}`);
        case 'unknown':
            return doubt(`GitHub shows no ${name}, which may have been moved or be out of the token's sight`);
        case 'shown':
            break;
    }
    if (reading.pull.state === 'closed')
        return { fate: 'remove', because: `${name} is closed` };
    const since = environment.dateUpdated ?? environment.dateCreated;
    if (since === undefined)
        return doubt('Elastic Beanstalk does not say when it was last updated');
    const unused = now - since;
    const limit = wish.expiresAfter ?? owner.expiresAfter;
    if (limit !== undefined && unused >= limit) {
        return {
            fate: 'remove',
            because: `its last update was ${(0,time/* formatDuration */.a3)(unused)} ago, and it expires after ${daysAndHours(limit)}`,
        };
    }
    if (wish.sleeps && !asleep && unused >= wish.idle && environment.status === 'Ready') {
        return { fate: 'sleep', because: `its last update was ${(0,time/* formatDuration */.a3)(unused)} ago` };
    }
    return keep(`${name} is open${asleep ? ', and it sleeps' : ''}`);
}
const keep = (because) => ({ fate: 'keep', because });
const doubt = (because) => ({ fate: 'keep', because, doubt: true });
//# sourceMappingURL=sweep.js.map
;// CONCATENATED MODULE: ./lib/previews/run-sweep.js
/** `operation: sweep`: looks through all previews of a repository, and removes or puts to sleep those whose time has come. */









/** Throws `ActionError` when the environments cannot be listed. */
async function runSweep(request) {
    const { settings, outside, say, cancel } = request;
    const { removal } = settings;
    const { repository } = outside.host.run;
    if (repository === undefined)
        return request.refuse([withoutRepository()]);
    const github = await gitHubOf(request);
    if (github === undefined)
        return request.refuse([withoutEyes()]);
    const cloud = await outside.connect(removal.region, cancel);
    const { previews, unread } = await findPreviews(removal.application, cloud.beanstalk);
    for (const { environment, problem } of unread)
        say({ type: 'warning', problem: unproven(environment.name, problem) });
    const judged = [];
    for (const preview of previews.filter(({ owner }) => isSameRepository(owner.repository, repository))) {
        const fate = await fateNow(request, { preview, repository, github, cloud });
        judged.push({ preview, fate });
        tellFate(request, preview, fate);
    }
    const due = judged.filter(({ fate }) => fate.fate !== 'keep');
    if (removal.dryRun)
        return (0,endings/* planned */.lM)({ unchanged: listed(judged) });
    const ended = [];
    for (const one of due) {
        if (cancel.aborted)
            break;
        ended.push({ judged: one, outcome: await run_sweep_carryOut(request, one, repository, github, cloud) });
    }
    return summed(judged, ended, cancel.aborted);
}
async function fateNow({ settings, outside }, parts) {
    const { preview, repository, github, cloud } = parts;
    const reading = await read(github, preview.owner.pullRequest);
    const facts = { repository, now: outside.clock.now(), wish: settings.wish };
    const fate = fateOf(preview, facts, reading, false);
    // Its settings are worth a call only when it would be put to sleep otherwise.
    return fate.fate === 'sleep' ? fateOf(preview, facts, reading, await run_sweep_sleeps(preview, cloud)) : fate;
}
async function read(github, number) {
    try {
        const pull = await github.pullRequest(number);
        return pull === undefined ? { read: 'unknown' } : { read: 'shown', pull };
    }
    catch (error) {
        if (!(error instanceof domain_problem/* ActionError */.l))
            throw error;
        return { read: 'failed', problem: error.problem };
    }
}
/** What cannot be read is taken as awake and refused later, with the reason. */
async function run_sweep_sleeps({ environment }, { beanstalk }) {
    const described = await beanstalk.settings(environment.application, environment.name);
    const deployed = described.find((one) => one.deploymentStatus === 'deployed') ?? described[0];
    return isAsleep(deployed?.options ?? []);
}
function tellFate({ say }, { environment }, fate) {
    if (fate.fate === 'keep' && fate.doubt === true) {
        const problem = {
            code: 'preview-kept',
            blame: 'github',
            what: `${environment.name} is kept: ${fate.because}`,
        };
        say({ type: 'warning', problem: { ...problem, hint: 'Look at it, and terminate it by hand if nobody needs it.' } });
        return;
    }
    say({ type: 'notice', text: `${environment.name}: ${WORDS[fate.fate]}, because ${fate.because}.` });
}
const WORDS = { remove: 'removed', sleep: 'put to sleep', keep: 'kept' };
async function run_sweep_carryOut(request, { preview, fate }, repository, github, cloud) {
    const { settings, outside, say, cancel } = request;
    const isSleep = fate.fate === 'sleep';
    const wanted = isSleep ? sleepOf(settings.removal, preview) : removalOf(settings.removal, preview);
    const mayPlan = async () => (await isTerminated(preview, cloud, request))
        ? nothingDone(`${preview.environment.name} was removed meanwhile`)
        : undefined;
    const mayBegin = async () => {
        // The lock may have been waited for: somebody may have pushed, or opened the pull request again.
        const [now] = (await findPreviews(wanted.application, cloud.beanstalk, [preview.environment.name])).previews;
        const again = now === undefined ? undefined : await fateNow(request, { preview: now, repository, github, cloud });
        return again?.fate === fate.fate
            ? undefined
            : nothingDone(`${preview.environment.name} is kept: ${again?.because ?? 'it is gone'}`);
    };
    const outcome = await request.carryOut(wanted, cloud, { mayPlan, mayBegin });
    if (outcome.state === 'succeeded') {
        const teller = createTeller({
            github,
            say,
            key: previewKey(preview.environment.application, preview.owner),
            number: preview.owner.pullRequest,
            run: pageOf(outside.host.run),
        });
        const at = () => outside.clock.now();
        const telling = isSleep
            ? tellAsleep(teller, preview, at())
            : tellGone(teller, preview.environment.name, { at, because: fate.because });
        await withinReason(telling, outside.clock, cancel);
    }
    return outcome;
}
function tellAsleep(teller, { environment }, at) {
    const { name, versionLabel } = environment;
    const version = versionLabel === undefined ? {} : { versionLabel };
    return teller.comment({ state: 'sleeping', at, environmentName: name, ...version }, 'update');
}
const listed = (judged) => judged.length === 0
    ? 'There are no previews of this repository (dry run).'
    : `${judged.map(({ preview, fate }) => `${preview.environment.name}: ${WORDS[fate.fate]}, because ${fate.because}`).join('; ')}. Nothing was changed (dry run).`;
/** One ending of several runs: all well, or the first failure with its problem. */
function summed(judged, ended, isStopped) {
    const done = ended.filter(({ outcome }) => outcome.state === 'succeeded');
    const failed = ended.filter(({ outcome }) => outcome.state !== 'succeeded' && outcome.state !== 'unchanged');
    const count = (fate) => done.filter((one) => one.judged.fate.fate === fate).length;
    const kept = judged.length - done.length - failed.length;
    const removed = count('remove');
    const did = `${removed} ${removed === 1 ? 'preview was' : 'previews were'} removed, ${count('sleep')} put to sleep, ${kept} kept`;
    const [first] = failed;
    const stillRunning = ended.flatMap(({ outcome }) => outcome.stillRunning);
    if (first !== undefined) {
        const names = failed.map((one) => one.judged.preview.environment.name).join(', ');
        const { outcome } = first;
        return { ...outcome, reason: `${did}; ${names} failed: ${outcome.reason}`, stillRunning };
    }
    if (isStopped) {
        return {
            state: 'cancelled',
            reason: `Stopped on request: ${did}.`,
            proof: 'none',
            restored: 'not-needed',
            stillRunning,
        };
    }
    if (done.length === 0)
        return nothingDone(judged.length === 0 ? 'there are no previews of this repository' : did);
    return { state: 'succeeded', reason: `${did}.`, proof: 'environment', restored: 'not-needed', stillRunning };
}
const withoutEyes = () => ({
    code: 'sweep-without-github',
    blame: 'you',
    what: 'Without GitHub nobody can say whether a pull request is still open, so no preview is removed.',
    hint: 'Give `github-token`, and the job `pull-requests: read`.',
    input: 'github-token',
});
const unproven = (name, { what, hint, blame }) => ({
    code: 'preview-kept',
    blame,
    what: `${name} is kept: whether it is a preview could not be read (${what})`,
    hint,
});
//# sourceMappingURL=run-sweep.js.map
;// CONCATENATED MODULE: ./lib/previews/operate.js


/** Throws `ActionError` when AWS cannot be asked for what has to be known first. */
function operatePreviews(request) {
    switch (request.settings.operation) {
        case 'preview':
            return runPreview(request);
        case 'sweep':
            return runSweep(request);
    }
}
//# sourceMappingURL=operate.js.map

/***/ }),

/***/ 99250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _b: () => (/* binding */ foreignHtml),
/* harmony export */   gS: () => (/* binding */ foreignProse),
/* harmony export */   g_: () => (/* binding */ foreignMarkdown),
/* harmony export */   mD: () => (/* binding */ foreignMermaid),
/* harmony export */   qM: () => (/* binding */ foreignBlock)
/* harmony export */ });
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3646);
/** Text that others wrote, inside Markdown, HTML and diagrams: summaries and comments. Lines of a log are in `foreign.ts`. */

function longestRun(text, character) {
    let longest = 0;
    let run = 0;
    for (const each of text) {
        run = each === character ? run + 1 : 0;
        longest = Math.max(longest, run);
    }
    return longest;
}
/** Foreign text inside Markdown, also inside a table: a code span that nothing in the text can close. `–` when empty. */
function foreignMarkdown(text, limit = 300) {
    const inner = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(text, limit);
    if (inner === '')
        return '–';
    const fence = '`'.repeat(longestRun(inner, '`') + 1);
    const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
    // Inside a table a bar ends the cell even in a code span, unless it is escaped (GitHub Flavored Markdown, "Tables").
    // A backslash before it would undo the escape, so a bar becomes a look-alike there.
    return `${fence}${pad}${inner.replaceAll('|', '¦')}${pad}${fence}`;
}
/**
 * A word that means nothing to Markdown, nor to what GitHub makes of texts (mentions, links, issue numbers, emoji, formulas):
 * letters and digits, joined by single hyphens, points or apostrophes, with the punctuation of a sentence around it.
 */
const PLAIN_WORD = /^["'(]{0,2}(?!www\.|GH-\d)[\p{L}\p{M}\p{N}]+(?:[-.'’/][\p{L}\p{M}\p{N}]+)*(?:%|\(s\))?[)"']{0,2}[.,;:!?…]?[)"']{0,2}$|^[–—→·%]$/iu;
/** Punctuation beside a code span. */
const PLAIN_MARK = /^["'(]{1,2}$|^[)"'.,;:!?…]{1,3}$/;
/** Code in a sentence of ours: a pair of backticks with words, not letters, around it. */
const CODE = /(?<=^|[\s("'])`([^`]+)`(?=$|[\s)"'.,;:!?…])/g;
/** A sentence with foreign words in it, inside Markdown: plain words stay as they are, anything else is set as code. */
function foreignProse(text, limit = 1_000) {
    const line = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(text, limit);
    let prose = '';
    let from = 0;
    for (const match of line.matchAll(CODE)) {
        prose = beside(prose, wordsOf(line.slice(from, match.index), prose === ''));
        prose = beside(prose, foreignMarkdown(match[1] ?? '', limit));
        from = match.index + match[0].length;
    }
    return beside(prose, wordsOf(line.slice(from), prose === ''));
}
/** Two code spans must not touch: their fences would become one. */
const beside = (left, right) => left.endsWith('`') && right.startsWith('`') ? `${left} ${right}` : left + right;
/** Blanks at its ends stay, since something may follow. At the beginning a number with a point would begin a list. */
function wordsOf(text, isFirst) {
    const parts = [];
    for (const word of text.split(/ +/)) {
        if (word === '')
            continue;
        const startsList = isFirst && parts.length === 0 && /^\d+[.)]$/.test(word);
        const plain = (PLAIN_WORD.test(word) || PLAIN_MARK.test(word)) && !startsList;
        const last = parts.at(-1);
        if (last !== undefined && last.plain === plain)
            last.text += ` ${word}`;
        else
            parts.push({ plain, text: word });
    }
    const said = parts.map((part) => (part.plain ? part.text : codeWords(part.text, text.length))).join(' ');
    return `${text.startsWith(' ') ? ' ' : ''}${said}${text.endsWith(' ') && said !== '' ? ' ' : ''}`;
}
/** The full stop of a sentence stays outside of the code. */
function codeWords(text, limit) {
    const end = /[\p{L}\p{N}](?<stop>[.,;:])$/u.exec(text)?.groups?.stop ?? '';
    return `${foreignMarkdown(end === '' ? text : text.slice(0, -1), limit)}${end}`;
}
/** Foreign text as a label in a Mermaid diagram: letters, digits and blanks, nothing that its grammar knows. */
function foreignMermaid(text, limit = 60) {
    const plain = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(text, limit * 4)
        .replaceAll(/[^\p{L}\p{N}.-]+/gu, ' ')
        .trim();
    return (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .cut */ .Jj)(plain, limit).replaceAll('…', '..');
}
/** Foreign lines as a fenced block that nothing in them can close. */
function foreignBlock(text, limits = {}) {
    const body = (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignLines */ .Y0)(text, limits)
        .map((line) => line.slice(_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .PREFIX */ .H3.length))
        .join('\n');
    const fence = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
    return `${fence}text\n${body}\n${fence}`;
}
/** Foreign text inside an HTML element of a Markdown page (`<summary>`), where Markdown is not read. */
function foreignHtml(text, limit = 300) {
    return (0,_foreign_js__WEBPACK_IMPORTED_MODULE_0__/* .foreignText */ .qk)(text, limit)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
//# sourceMappingURL=foreign-markdown.js.map

/***/ })

};

//# sourceMappingURL=7985.index.js.map